import type { Component } from "svelte";

/** A part of the page that is fetched when it is first shown, or before, when there is time. Once here, it stays. */
export class Part<P extends Record<string, unknown> = Record<string, never>> {
  component = $state.raw<Component<P> | null>(null);
  readonly #fetch: () => Promise<{ default: Component<P> }>;

  constructor(fetch: () => Promise<{ default: Component<P> }>) {
    this.#fetch = fetch;
  }

  async load(): Promise<void> {
    this.component ??= (await this.#fetch()).default;
  }
}

/** Fetches parts one after the other, while nothing else is to be done. */
export async function ahead(parts: readonly { load(): Promise<void> }[]): Promise<void> {
  for (const part of parts) {
    await new Promise((rested) => setTimeout(rested, 60));
    await part.load();
  }
}
