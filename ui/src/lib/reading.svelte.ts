/** Escape, when it ends full screen, may reach the page before or after the end is told. */
const TOGETHER = 300;

/** Reading mode: a document has the whole screen. Its markings and those of the session stay. */
class Reading {
  on = $state(false);
  #ended = -Infinity;

  /** Whether it ended just now, so that the same Escape closes nothing more. */
  get justEnded(): boolean {
    return performance.now() - this.#ended < TOGETHER;
  }

  begin(): void {
    this.on = true;
    document.addEventListener("fullscreenchange", this.#changed);
    // Where the desktop gives no full screen, the document has the whole window.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }

  end(): void {
    if (!this.on) return;
    this.on = false;
    this.#ended = performance.now();
    document.removeEventListener("fullscreenchange", this.#changed);
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  }

  readonly #changed = (): void => {
    if (!document.fullscreenElement) this.end();
  };
}

export const reading = new Reading();
