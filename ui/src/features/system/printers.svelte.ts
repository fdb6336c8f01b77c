import { api, type Level, type PrinterView } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** The longest name, in characters. Rust refuses a longer one. */
export const LONGEST = 127;

/** What documents may be printed on, as long as the officer is at the window. */
export class Printers {
  readonly list = new Loaded<PrinterView[]>();

  async start(): Promise<void> {
    if (!this.list.value) await this.load();
  }

  load(): Promise<void> {
    return this.list.load(() => api.printers());
  }

  /** Whether it waits for the yes of another. */
  async add(printer: string, ceiling: Level, why: string): Promise<boolean> {
    const request = await api.addPrinter(printer, ceiling, why);
    await this.load();
    return request !== null;
  }

  async remove(printer: string, why: string): Promise<void> {
    await api.removePrinter(printer, why);
    await this.load();
  }
}
