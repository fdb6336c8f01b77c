// The only module that talks to Rust. In Vite's mode `fake` (development, never shipped) dev/fake.ts stands in its place.
import { Channel } from "@tauri-apps/api/core";
import { commands, type Problem, type ShellEvent } from "./bindings";

export type * from "./bindings";

type Commands = typeof commands;
type Given<C> = C extends (...args: never[]) => Promise<infer R> ? Extract<R, { status: "ok" }> : never;
type Data<C> = Given<C> extends { data: infer D } ? ([D] extends [null] ? void : D) : never;
/** Every command of the window. Each rejects with a `Problem`. */
export type Api = {
  [K in Exclude<keyof Commands, "watch">]: (...args: Parameters<Commands[K]>) => Promise<Data<Commands[K]>>;
};

/** A refusal by the permission layer arrives as a plain string, everything else as a `Problem`. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
    const { code, params, reasons } = thrown as Partial<Problem>;
    return { code: String(code), params: params ?? {}, reasons: reasons ?? [] };
  }
  return { code: "internal", params: {}, reasons: [] };
}

type Answer = { status: "ok"; data: unknown } | { status: "error"; error: unknown };

/** The generated commands answer with a status; here a refusal is thrown, so that it cannot be overlooked. */
function throwing(command: (...args: never[]) => Promise<Answer>) {
  return async (...args: never[]) => {
    const answer = await command(...args).catch((error: unknown) => ({ status: "error" as const, error }));
    if (answer.status === "error") throw asProblem(answer.error);
    return answer.data;
  };
}

export const api = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [name, throwing(command as (...args: never[]) => Promise<Answer>)]),
) as unknown as Api;

/** Calls `heard` for whatever Rust says without being asked, for as long as the page lives. */
export async function watch(heard: (said: ShellEvent) => void): Promise<void> {
  const channel = new Channel<ShellEvent>();
  channel.onmessage = heard;
  await throwing(commands.watch as unknown as (...args: never[]) => Promise<Answer>)(channel as never);
}

/** Where the window finds page `page` (counted from 1) of an opened document, `width` pixels wide. */
export function pageUrl(handle: string, page: number, width: number, turn = 0, marked = 0): string {
  const more = `${turn === 0 ? "" : `&t=${turn}`}${marked === 0 ? "" : `&f=${marked}`}`;
  return `page://localhost/${encodeURIComponent(handle)}/${page}?w=${width}${more}`;
}
