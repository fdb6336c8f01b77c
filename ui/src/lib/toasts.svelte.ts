export type Toast = { id: number; text: string };

/** Short good news. Bad news stays where it happened, until it is dealt with. */
class Toasts {
  shown = $state.raw<Toast[]>([]);
  #next = 1;

  say(text: string): void {
    const toast = { id: this.#next++, text };
    this.shown = [...this.shown.slice(-2), toast];
    setTimeout(() => this.drop(toast.id), 6000);
  }

  drop(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id);
  }

  /** What was told has been seen: something else begins. */
  clear(): void {
    this.shown = [];
  }
}

export const toasts = new Toasts();
