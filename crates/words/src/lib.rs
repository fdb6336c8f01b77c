//! Every word of the program, once: four Fluent catalogues in `messages/`, for window, command line, forms and reasons.
//!
//! Nothing here fails: a key that is missing in a language is given in English, and an unknown key is given as it is. The
//! tests of this crate ensure that neither happens.

mod lang;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};

pub use lang::{Lang, UnknownLang};

/// What is said in the place of a value that was not given.
const MISSING: &str = "…";

/// The catalogue of a language as it stands in `messages/`: what the window gets, to speak with the same words.
pub fn catalogue(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => include_str!("../../../messages/fr.ftl"),
        Lang::Nl => include_str!("../../../messages/nl.ftl"),
        Lang::De => include_str!("../../../messages/de.ftl"),
        Lang::En => include_str!("../../../messages/en.ftl"),
    }
}

/// Says `key` in `lang`, with the values that its sentence asks for. A whole number in digits also chooses the plural.
///
/// Control characters and bidirectional marks in a value become U+FFFD: no file name rearranges a sentence or moves
/// the cursor of a terminal.
pub fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    for lang in [lang, Lang::En] {
        let bundle = bundle(lang);
        if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
            let mut named = FluentArgs::with_capacity(args.len());
            for (name, value) in args {
                named.set(*name, fluent_value(value));
            }
            let mut errors = Vec::new();
            let said = bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned();
            let missing = errors.into_iter().filter_map(|error| match error {
                FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id),
                _ => None,
            });
            let mut whole = true;
            for name in missing {
                // Anyone who reads is shown that something is missing, and no brackets.
                named.set(name, MISSING);
                whole = false;
            }
            return if whole {
                said
            } else {
                bundle.format_pattern(pattern, Some(&named), &mut Vec::new()).into_owned()
            };
        }
    }
    key.to_owned()
}

/// Whether any catalogue has a sentence for `key`.
pub fn has(key: &str) -> bool {
    Lang::ALL.into_iter().any(|lang| bundle(lang).get_message(key).is_some_and(|message| message.value().is_some()))
}

/// The key of what a tag of the policies that ship is called; of another policy a tag keeps its own name.
pub fn tag_key(tag: &str) -> Option<&'static str> {
    TAGS.iter().find(|(name, _)| *name == tag).map(|(_, key)| *key)
}

/// The tag that is called so in one of the languages, or by its own name; capitals do not matter.
pub fn tag_called(typed: &str) -> Option<&'static str> {
    let typed = typed.trim().to_lowercase();
    let is = |name: &str| name.to_lowercase() == typed;
    let called = |key: &str| Lang::ALL.into_iter().any(|lang| is(&say(lang, key, &[])));
    TAGS.iter().find(|(name, key)| is(name) || called(key)).map(|(name, _)| *name)
}

const TAGS: &[(&str, &str)] = &[
    ("Administrative", "tag-administrative"),
    ("Context", "tag-context"),
    ("Handling", "tag-handling"),
    ("Only", "tag-only"),
    ("Releasable To", "tag-releasable-to"),
    ("Special Category Designators", "tag-special-category-designators"),
];

/// The key of what a reason says: `clearance_level` → `reason-clearance-level`.
pub fn reason_key(code: &str) -> String {
    format!("reason-{}", hyphens(code))
}

/// The key of what to do about a reason: `clearance_level` → `reason-clearance-level-fix`.
pub fn reason_fix_key(code: &str) -> String {
    format!("reason-{}-fix", hyphens(code))
}

/// The key of what is said of a rule that held: `need_to_know` → `held-need-to-know`.
pub fn held_key(rule: &str) -> String {
    format!("held-{}", hyphens(rule))
}

/// The key of what an error says: `err_clock_behind` or `clock_behind` → `err-clock-behind`.
pub fn error_key(code: &str) -> String {
    format!("err-{}", hyphens(code.strip_prefix("err_").unwrap_or(code)))
}

/// The key of what to do about an error: `err_clock_behind` or `clock_behind` → `fix-clock-behind`.
pub fn error_fix_key(code: &str) -> String {
    format!("fix-{}", hyphens(code.strip_prefix("err_").unwrap_or(code)))
}

/// The key of the rule that a forged entry broke: `delivered_twice` → `forged-delivered-twice`.
pub fn forged_key(rule: &str) -> String {
    format!("forged-{}", hyphens(rule))
}

/// One thing that is not shown, by its kind: `font` → what `missing-font` says, then its name and how many, where it has them.
pub fn missing(lang: Lang, kind: &str, name: &str, count: u32) -> String {
    let mut said = say(lang, &format!("missing-{}", hyphens(kind)), &[]);
    if !name.is_empty() {
        said.push_str(&format!(": “{name}”"));
    }
    if count > 1 {
        said.push_str(&format!(" ({count})"));
    }
    said
}

/// What stands on each page of an exercise, in two languages, whatever that of the officer is.
pub fn exercise() -> String {
    [Lang::Fr, Lang::Nl].map(|lang| say(lang, "word-exercise", &[])).join(" – ")
}

/// The sentence below a page that does not show everything: each kind once, with the name and number of each thing.
pub fn not_shown<'n>(lang: Lang, items: impl Iterator<Item = (&'n str, &'n str, u32)>) -> String {
    let mut kinds = Vec::<(&str, Vec<(&str, u32)>)>::new();
    for (kind, name, count) in items {
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, names)) => names.push((name, count)),
            None => kinds.push((kind, vec![(name, count)])),
        }
    }
    let of_kind = |(kind, names): (&str, Vec<(&str, u32)>)| {
        let mut names = names.into_iter();
        let (name, count) = names.next().unwrap_or_default();
        let mut said = missing(lang, kind, name, count);
        for (name, count) in names {
            let many = if count > 1 { format!(" ({count})") } else { String::new() };
            said.push_str(&format!(", “{name}”{many}"));
        }
        said
    };
    let list: Vec<String> = kinds.into_iter().map(of_kind).collect();
    say(lang, "missing-on-page", &[("list", &list.join("; "))])
}

fn hyphens(code: &str) -> String {
    code.replace('_', "-")
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static FR: LazyLock<Bundle> = LazyLock::new(|| read(Lang::Fr));
    static NL: LazyLock<Bundle> = LazyLock::new(|| read(Lang::Nl));
    static DE: LazyLock<Bundle> = LazyLock::new(|| read(Lang::De));
    static EN: LazyLock<Bundle> = LazyLock::new(|| read(Lang::En));
    match lang {
        Lang::Fr => &FR,
        Lang::Nl => &NL,
        Lang::De => &DE,
        Lang::En => &EN,
    }
}

fn read(lang: Lang) -> Bundle {
    // What does not parse is left out, and a test of this crate says so.
    let resource = FluentResource::try_new(catalogue(lang).to_owned()).unwrap_or_else(|(rest, _)| rest);
    let mut bundle = Bundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
    // All four languages run from left to right; isolation marks would end up in files and in terminals.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

fn fluent_value(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        // `007` is a name, not a number: only what reads the same when written again.
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        Ok(_) | Err(_) => FluentValue::String(harmless(value)),
    }
}

fn harmless(value: &str) -> Cow<'_, str> {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')
            || ('\u{202A}'..='\u{202E}').contains(&c)
            || ('\u{2066}'..='\u{2069}').contains(&c)
    };
    if value.contains(harmful) { Cow::Owned(value.replace(harmful, "\u{FFFD}")) } else { Cow::Borrowed(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_lacks_names_each_kind_once() {
        let items = [("apart", "title", 1), ("outside", "https://x.example", 1), ("apart", "author", 3)];
        let said = not_shown(Lang::En, items.into_iter());
        assert_eq!(said.matches("behind a rule").count(), 1, "{said}");
        assert!(said.contains(": “title”, “author” (3); "), "{said}");
    }

    #[test]
    fn a_key_that_nobody_knows_is_said_as_it_is() {
        assert_eq!(say(Lang::Nl, "no-such-key", &[]), "no-such-key");
        assert!(!has("no-such-key"));
    }

    #[test]
    fn each_language_says_its_own_word() {
        let said: Vec<String> = Lang::ALL.into_iter().map(|lang| say(lang, "yes", &[])).collect();
        assert_eq!(said, ["oui", "ja", "ja", "yes"]);
    }

    #[test]
    fn a_number_chooses_the_plural_of_the_language() {
        assert_eq!(say(Lang::Fr, "count-documents", &[("count", "0")]), "0\u{a0}document");
        assert_eq!(say(Lang::Fr, "count-documents", &[("count", "2")]), "2\u{a0}documents");
        assert_eq!(say(Lang::En, "count-documents", &[("count", "0")]), "0\u{a0}documents");
        assert_eq!(say(Lang::En, "count-documents", &[("count", "1")]), "1\u{a0}document");
        assert_eq!(say(Lang::Nl, "count-documents", &[("count", "1")]), "1\u{a0}document");
    }

    #[test]
    fn what_looks_like_a_number_but_is_a_name_is_said_as_it_is() {
        for name in ["007", "1.50", "+1", "1e3", "NaN", "99999999999999999999"] {
            let said = say(Lang::En, "count-documents", &[("count", name)]);
            assert!(said.starts_with(name), "`{name}` was said as `{said}`");
        }
    }

    #[test]
    fn no_isolation_marks_are_added() {
        let said = say(Lang::Fr, "count-documents", &[("count", "deux")]);
        assert!(!said.contains(['\u{2068}', '\u{2069}']), "{said:?}");
    }

    #[test]
    fn a_value_cannot_rearrange_the_sentence_nor_move_the_cursor() {
        let said = say(Lang::En, "count-documents", &[("count", "a\u{202E}b\u{1B}[2Jc\nd\u{2066}")]);
        assert!(said.starts_with("a\u{FFFD}b\u{FFFD}[2Jc\u{FFFD}d\u{FFFD}"), "{said:?}");
    }

    #[test]
    fn a_value_that_is_missing_is_no_variable_in_brackets() {
        assert_eq!(say(Lang::De, "count-documents", &[]), "…\u{a0}Dokumente");
        assert_eq!(say(Lang::En, "err-label-bad-value", &[("line", "3")]), "Line 3: “…” cannot be “…”.");
    }

    #[test]
    fn codes_become_keys() {
        assert_eq!(reason_key("clearance_level"), "reason-clearance-level");
        assert_eq!(reason_fix_key("clearance_level"), "reason-clearance-level-fix");
        assert_eq!(held_key("need_to_know"), "held-need-to-know");
        assert_eq!(error_key("clock_behind"), "err-clock-behind");
        assert_eq!(error_key("err_clock_behind"), "err-clock-behind");
        assert_eq!(error_fix_key("clock_behind"), "fix-clock-behind");
        assert_eq!(forged_key("delivered_twice"), "forged-delivered-twice");
    }
}
