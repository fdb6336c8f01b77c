// Days as people type them. A day is a string `2026-11-22`: it has no time zone to go wrong.

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

export function dayOf(date: Date): string {
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

function real(year: number, month: number, date: number): string | null {
  const made = new Date(year, month - 1, date);
  const same = made.getFullYear() === year && made.getMonth() === month - 1 && made.getDate() === date;
  return same && year >= 1830 && year <= 2200 ? dayOf(made) : null;
}

/**
 * The day that `typed` names, or null: `2026-11-22`, `22/11/2026`, `22.11.26`, `22 11 2026`, `22/11` (this year), `22112026`.
 * Always day before month: the order of all four languages here.
 */
export function readDay(typed: string, today: string): string | null {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[\s./-](\d{1,2})(?:[\s./-](\d{4}|\d{2}))?$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return null;
  const year = parts[3] === undefined ? Number(today.slice(0, 4)) : Number(parts[3]);
  return real(year < 100 ? 2000 + year : year, Number(parts[2]), Number(parts[1]));
}

/** The same date so many years later, less one day: the last day of a validity that begins on `from`. */
export function lastDayAfterYears(from: string, years: number): string {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  return dayOf(new Date(year + years, month - 1, date - 1));
}

/** Whether a day is more than ten years after another. */
export function isFar(value: string, from: string): boolean {
  const [year = 0, month = 1, date = 1] = from.split("-").map(Number);
  return value > dayOf(new Date(year + 10, month - 1, date));
}

/** Whole days from `from` to `to`, negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
