// What of the catalogues the page loads: all of it is read by WebKit before the first sentence is shown.

/** Sentences that only the command line says: its own, the cover of a package. */
export const NOT_OF_THE_PAGE = ["cli-", "cover-"] as const;

/** A catalogue without them, and without its comments. */
export function pageWords(catalogue: string): string {
  let kept = true;
  const lines = catalogue.split("\n").filter((line) => {
    const key = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1];
    if (key !== undefined) kept = !NOT_OF_THE_PAGE.some((prefix) => key.startsWith(prefix));
    return kept && !line.startsWith("#") && line.trim() !== "";
  });
  return lines.join("\n") + "\n";
}
