type Words = { title: string; text?: string; submit: string; /** When it is done. */ said: string };

/** An answer to a request that is being given: a yes, or what ends the request, with a reason. */
export type Answering<R> = Words &
  (
    | {
        answer: "yes";
        /** The request. */
        of: R;
        /** What is to be typed first, and how that is called for. */
        type?: { label: string; text: string };
        act: () => Promise<unknown>;
        testid: string;
      }
    | { answer: "end"; act: (why: string) => Promise<unknown> }
  );
