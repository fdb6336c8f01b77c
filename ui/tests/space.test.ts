import { describe, expect, it } from "vitest";

const components = import.meta.glob<string>("../src/**/*.svelte", { query: "?raw", import: "default", eager: true });
const sheet = import.meta.glob<string>("../src/app.css", { query: "?raw", import: "default", eager: true });

/** What a token stands for: `--space-4: 8px`. */
const TOKENS = new Map(Object.values(sheet).flatMap((css) => [...css.matchAll(/--(space-\d+): (\d+)px/g)].map(([, name, px]) => [px ?? "", name ?? ""] as const)));

/** Distances in pixels, inside and outside of things, that a token stands for. */
const written = (style: string): string[] =>
  [...style.matchAll(/(?:^|[\s;{])((?:padding|margin)(?:-[a-z-]+)?:[^;{}]*)/g)].flatMap(([, declared = ""]) =>
    [...declared.matchAll(/(?<![\w.-])-?(\d+)px\b/g)].filter(([, px = ""]) => TOKENS.has(px)).map(([px]) => `${declared.trim()} (${px})`),
  );

describe("distances", () => {
  it("are those of the scale, by their tokens", () => {
    expect(TOKENS.size).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const [name, source] of Object.entries(components)) {
      const style = source.slice(source.indexOf("<style"));
      if (source.includes("<style")) wrong.push(...written(style).map((one) => `${name}: ${one}`));
    }
    expect(wrong).toEqual([]);
  });

  it("are found wherever a token stands for them, and not elsewhere", () => {
    expect(written("a { padding: 8px 3px; margin-top: -4px; gap: 8px; } b { width: 8px }")).toEqual(["padding: 8px 3px (8px)", "margin-top: -4px (-4px)"]);
    expect(written("a { padding: var(--space-4) 1px; margin: calc(-1 * var(--space-2)) }")).toEqual([]);
  });
});

describe("how things look", () => {
  it("is no matter of the handles that tests take them by", () => {
    const styled = Object.entries(components).filter(([, source]) => source.includes("<style") && source.slice(source.indexOf("<style")).includes("data-testid"));
    expect(styled.map(([name]) => name)).toEqual([]);
  });
});
