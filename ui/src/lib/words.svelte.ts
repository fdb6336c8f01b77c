// Every word of the window, from the same catalogues as the rest of the program.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Lang, NamedOfficer, Problem, Reason } from "$ipc";
import { tagKey } from "./tag-keys";

export const LANGUAGES: readonly Lang[] = ["fr", "nl", "de", "en"];
/** Each language called by its own name. */
export const LANGUAGE_NAMES: Record<Lang, string> = {
  fr: "Français",
  nl: "Nederlands",
  de: "Deutsch",
  en: "English",
};
const MOMENT: Intl.DateTimeFormatOptions = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false };
const LOCALES: Record<Lang, string> = { fr: "fr-BE", nl: "nl-BE", de: "de-BE", en: "en-GB" };
/** Each catalogue is fetched when its language is first spoken. All have the same keys; a test sees to it. */
const SOURCES: Record<Lang, () => Promise<{ default: string }>> = {
  fr: () => import("../../../messages/fr.ftl?raw"),
  nl: () => import("../../../messages/nl.ftl?raw"),
  de: () => import("../../../messages/de.ftl?raw"),
  en: () => import("../../../messages/en.ftl?raw"),
};

export type Values = Record<string, FluentVariable>;
/** What happened, and what to do about it (empty where the catalogue says nothing). */
export type Said = { what: string; fix: string };

function bundle(lang: Lang, source: string): FluentBundle {
  const made = new FluentBundle(LOCALES[lang], { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

/** What the bundle says of a value that was not given. */
const UNKNOWN_VARIABLE = /^Unknown variable: \$(.+)$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** A day as `2026-11-22` read as that day here, whatever the time zone. */
export function parseDay(day: string): Date | null {
  if (!ISO_DATE.test(day)) return null;
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const made = new Date(year, month - 1, date);
  return made.getMonth() === month - 1 ? made : null;
}

export class Words {
  lang = $state<Lang>("fr");
  /** There are words; before that nothing is shown. */
  ready = $state(false);
  readonly #bundles = new Map<Lang, FluentBundle>();
  #wanted: Lang | null = null;
  readonly locale = $derived(LOCALES[this.lang]);
  readonly #day = $derived(
    new Intl.DateTimeFormat(this.locale, { year: "numeric", month: "2-digit", day: "2-digit" }),
  );
  readonly #longDay = $derived(
    new Intl.DateTimeFormat(this.locale, { weekday: "long", year: "numeric", month: "long", day: "numeric" }),
  );
  readonly #moment = $derived(new Intl.DateTimeFormat(this.locale, MOMENT));
  readonly #second = $derived(new Intl.DateTimeFormat(this.locale, { ...MOMENT, second: "2-digit" }));
  readonly #number = $derived(new Intl.NumberFormat(this.locale));
  readonly #list = $derived(new Intl.ListFormat(this.locale, { type: "conjunction" }));
  readonly #choice = $derived(new Intl.ListFormat(this.locale, { type: "disjunction" }));

  /** Speaks another language from the moment its words are here. Of several that are asked for, the last. */
  async use(lang: Lang): Promise<void> {
    this.#wanted = lang;
    if (!this.#bundles.has(lang)) this.#bundles.set(lang, bundle(lang, (await SOURCES[lang]()).default));
    if (this.#wanted !== lang) return;
    this.lang = lang;
    this.ready = true;
  }

  /** The text of `key` in the chosen language, else the key itself. */
  say(key: string, values: Values = {}): string {
    return this.#find(key, values) ?? key;
  }

  has(key: string): boolean {
    return this.#bundles.get(this.lang)?.hasMessage(key) ?? false;
  }

  /** The text of a code that Rust sent; falls back to `otherwise` when the catalogue has not got it. */
  reason(reason: Reason): Said {
    const key = `reason-${kebab(reason.code)}`;
    if (!this.has(key)) return { what: this.say("ui-reason-unknown", { code: reason.code }), fix: "" };
    const values = this.#readable(reason.params);
    return { what: this.say(key, values), fix: this.has(`${key}-fix`) ? this.say(`${key}-fix`, values) : "" };
  }

  /** Something worth knowing that forbids nothing. */
  warning(warning: Reason): string {
    return this.warned(warning).what;
  }

  /** The same, with what to do about it. */
  warned(warning: Reason): Said {
    const key = `warning-${kebab(warning.code)}`;
    if (!this.has(key)) return this.reason(warning);
    const values = this.#readable(warning.params);
    return { what: this.say(key, values), fix: this.has(`${key}-fix`) ? this.say(`${key}-fix`, values) : "" };
  }

  /** Why something that was picked is not filed, as a part of a sentence. */
  leftOut(why: Reason): string {
    return this.say(`left-out-${kebab(why.code)}`, why.params);
  }

  /** One difference between two markings. */
  change(change: Reason): string {
    return this.say(`label-change-${kebab(change.code)}`, this.#readable(change.params));
  }

  /** A rule that was looked at and held. */
  held(reason: Reason): string {
    const key = `held-${kebab(reason.code)}`;
    return this.has(key)
      ? this.say(key, this.#readable(reason.params))
      : this.say("ui-reason-met", { code: reason.code });
  }

  /** What a look over the vault's folder found: it has words of its own, or is an error that would stop anyone who comes upon it. */
  found(what: Reason): Said {
    const key = `found-${kebab(what.code)}`;
    if (!this.has(key)) return this.problem({ ...what, reasons: [] });
    const values = this.#readable(what.params);
    return { what: this.say(key, values), fix: this.say(`${key}-fix`, values) };
  }

  problem(problem: Problem): Said {
    const code = kebab(problem.code);
    if (!this.has(`err-${code}`))
      return { what: this.say("ui-problem-unknown", { code: problem.code }), fix: this.say("ui-problem-unknown-fix") };
    const values = this.#readable(problem.params);
    // What a forged entry broke, as a part of the sentence.
    const rule = `forged-${kebab(problem.params.rule ?? "")}`;
    if (problem.code === "forged" && this.has(rule)) values.rule = this.say(rule);
    const fix = this.has(`fix-${code}`) ? this.say(`fix-${code}`, values) : "";
    return { what: sentence(this.say(`err-${code}`, values)), fix: sentence(fix) };
  }

  /** `2026-11-22` as this language writes it in figures. */
  day(day: string): string {
    const parsed = parseDay(day.slice(0, 10));
    return parsed ? this.#day.format(parsed) : day;
  }

  /** `2026-11-22` in full, with the day of the week. */
  longDay(day: string): string {
    const parsed = parseDay(day);
    if (!parsed) return day;
    // French counts the first of a month, and Intl does not.
    const first = this.lang === "fr" && parsed.getDate() === 1;
    return this.#longDay.formatToParts(parsed).map(({ type, value }) => (first && type === "day" ? "1er" : value)).join("");
  }

  /** An RFC 3339 instant in the time of this workstation. */
  moment(instant: string): string {
    const parsed = new Date(instant);
    return Number.isNaN(parsed.getTime()) ? instant : this.#moment.format(parsed);
  }

  /** The same to the second, where many things happen within a minute. */
  second(instant: string): string {
    const parsed = new Date(instant);
    return Number.isNaN(parsed.getTime()) ? instant : this.#second.format(parsed);
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** A value of a category: its name in the policy, and what this language calls it where that is another and does not begin with it. */
  value({ name, label }: { name: string; label: { [lang in string]: string } }): string {
    const said = label[this.lang];
    if (said?.startsWith(`${name} `)) return said;
    return said && said !== name ? this.say("ui-file-value", { name, label: said }) : name;
  }

  list(items: Iterable<string>): string {
    return this.#list.format(items);
  }

  /** Whom to ask, by name; where nobody can help, that. */
  ask(officers: readonly NamedOfficer[]): string {
    const names = officers.map(({ id, full_name }) => this.say("ui-missing-officer", { name: full_name, id }));
    return names.length > 0 ? this.say("ui-missing-ask", { who: this.#choice.format(names), n: names.length }) : this.say("ui-missing-nobody");
  }

  /** A size in the unit that leaves at most three figures before the point. */
  size(bytes: number): string {
    const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
    let value = bytes;
    let at = 0;
    while (value >= 1000 && at < units.length - 1) {
      value /= 1000;
      at += 1;
    }
    return new Intl.NumberFormat(this.locale, {
      style: "unit",
      unit: units[at],
      unitDisplay: at === 0 ? "long" : "short",
      maximumFractionDigits: at === 0 || value >= 100 ? 0 : 1,
    })
      .format(value)
      // A number and its unit stay on one line, whatever the language puts between them.
      .replace(/ /g, "\u00a0");
  }

  #find(key: string, values: Values): string | null {
    const made = this.#bundles.get(this.lang);
    const message = made?.getMessage(key);
    if (!made || !message?.value) return null;
    // An array to collect errors: without it a missing value throws and the screen is lost.
    const errors: Error[] = [];
    const said = made.formatPattern(message.value, values, errors);
    const missing = errors.flatMap((error) => UNKNOWN_VARIABLE.exec(error.message)?.[1] ?? []);
    if (missing.length === 0) return said;
    // As in Rust: the reader is shown that something is missing, and no brackets.
    const filled = { ...Object.fromEntries(missing.map((name) => [name, "…"])), ...values };
    return made.formatPattern(message.value, filled, []);
  }

  /** Values as this language writes them: days, and whole numbers, which also choose the plural. */
  #readable(params: Record<string, string>): Values {
    // Policies name their tags in English.
    const called = (name: string, value: string) => (name === "tag" ? tagKey(value) : null);
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        const key = called(name, value);
        return [name, key ? this.say(key) : this.#value(value)];
      }),
    );
  }

  #value(value: string): FluentVariable {
    if (ISO_DATE.test(value)) return this.day(value);
    if (ISO_INSTANT.test(value)) return this.moment(value);
    if (/^\d{1,15}$/.test(value)) return Number(value);
    // As in Rust: no file name rearranges a sentence.
    return value.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
  }
}

const kebab = (code: string) => code.replaceAll("_", "-");

/** Error texts are lower-case fragments for a terminal; on a screen they begin with a capital. */
const sentence = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export const words = new Words();
/** Short for `words.say`: it is on every line of every screen. */
export const t = (key: string, values?: Values): string => words.say(key, values);

/** What an entry of the log or of a history says was done. */
export const action = (code: string): string => {
  const key = `ui-act-${kebab(code)}`;
  return words.has(key) ? words.say(key) : code;
};
