import { describe, expect, it } from "vitest";

/** The page that was built, if it was: its document and its scripts, by name. */
const pages = Object.values(import.meta.glob<string>("../dist/index.html", { query: "?raw", import: "default", eager: true }));
const built = import.meta.glob<string>("../dist/assets/*.js", { query: "?raw", import: "default", eager: true });
const scripts = new Map(Object.entries(built).map(([path, code]) => [path.replace("../dist/assets/", ""), code]));

/** What a script fetches before it can run, and not when a screen is opened. */
function needs(code: string): string[] {
  const fetched = [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)];
  return fetched.map(([, name]) => name ?? "");
}

/** A script and everything that it needs at once, by name and size. */
function whole(first: string[]): Map<string, number> {
  const all = new Map<string, number>();
  const left = [...first];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (all.has(name)) continue;
    const code = scripts.get(name) ?? "";
    all.set(name, code.length);
    left.push(...needs(code));
  }
  return all;
}

const sum = (sizes: Map<string, number>) => [...sizes.values()].reduce((all, size) => all + size, 0);

// Without a build there is nothing to weigh; `./check` builds the page before it tests it.
describe.skipIf(pages.length === 0)("the page that was built", () => {
  const named = (pattern: RegExp) => [...scripts.keys()].filter((name) => pattern.test(name));
  const first = [...(pages[0] ?? "").matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name ?? "");

  it("fetches little before anybody can unlock: one import too many brings in the screens", () => {
    const sizes = whole(first);
    expect(sum(sizes), "what it names is there").toBeGreaterThan(50_000);
    expect(sum(sizes), JSON.stringify([...sizes])).toBeLessThan(230_000);
    expect([...sizes.keys()].filter((name) => /^(Frame|Clearances|Documents|fr|nl|de|en)-/.test(name)), "neither a screen nor a language").toEqual([]);
  });

  it("fetches one language, and the frame once somebody is in", () => {
    for (const lang of ["fr", "nl", "de", "en"]) expect(named(new RegExp(`^${lang}-`)), lang).toHaveLength(1);
    const frame = whole(named(/^Frame-/));
    expect(frame.size).toBeGreaterThan(0);
    for (const name of whole(first).keys()) frame.delete(name);
    expect(sum(frame), JSON.stringify([...frame])).toBeLessThan(350_000);
  });
});
