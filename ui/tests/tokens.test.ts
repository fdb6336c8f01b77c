import { describe, expect, it } from "vitest";

const sources: [string, string][] = [
  ...Object.entries(import.meta.glob<string>("../src/**/*.svelte", { query: "?raw", import: "default", eager: true })),
  ...Object.entries(import.meta.glob<string>("../src/*.css", { query: "?raw", import: "default", eager: true })),
];
const all = sources.map(([, text]) => text).join("\n");
const app = sources.find(([file]) => file.endsWith("/app.css"))?.[1] ?? "";
const defined = (name: string) => [...app.matchAll(new RegExp(`^\\s*--${name}-([\\w-]+): ([\\d.]+)`, "gm"))].map(([, key, value]) => [key, Number(value)] as const);

describe("the looks", () => {
  it("name every gap, size of text and layer, rather than measure it where it is", () => {
    const own = /^\s*(?:(?:row-|column-)?gap|z-index|font-size):[^;]*?(?<![\w-])[1-9][\d.]*(?:px|rem)?\s*[;\s]/gm;
    const measured = sources.flatMap(([file, text]) => [...text.matchAll(own)].map(([line]) => `${file}: ${line.trim()}`));
    expect(measured).toEqual([]);
    expect([sources.length > 60, app !== ""], "the styles were read").toEqual([true, true]);
    expect("\n  gap: 7px;".match(own), "a measured gap would be found").not.toBeNull();
    expect("\n  gap: 0 7px;".match(own)).not.toBeNull();
    expect("\n  z-index: 30;".match(own)).not.toBeNull();
  });

  it("use no name that nobody gave, and give none that nobody uses", () => {
    for (const kind of ["space", "type", "layer"]) {
      const used = new Set([...all.matchAll(new RegExp(`var\\(--${kind}-([\\w-]+)\\)`, "g"))].map(([, name]) => name));
      expect([...used].sort(), kind).toEqual(defined(kind).map(([name]) => name).sort());
    }
  });

  it("grow from name to name", () => {
    for (const kind of ["space", "type", "layer"]) {
      const values = defined(kind).map(([, value]) => value);
      expect(values.length, kind).toBeGreaterThan(5);
      expect(values, kind).toEqual([...new Set(values)].sort((a, b) => a - b));
    }
  });
});
