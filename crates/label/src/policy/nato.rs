//! What ADatP-4774 says about NATO markings but the policy file that NATO publishes (version 88) leaves out: that the
//! context replaces the policy's name, that TOP SECRET is COSMIC, the dash before administrative markings, the small `to`
//! of `Releasable to`, and the value NATO of `Only` (tables 17 and 18).
//!
//! A file that says so itself, with a `replacePolicy` anywhere, is not changed: NATO's file of 2015 and ours.

use super::{CategoryKind, NATO_ID, Parsed, Tag, TagType, TagValue};
use crate::fold;
use crate::marking::{Codes, Phrases, QualifierKind, Qualifiers};

/// Makes up for what the published file leaves out. Touches no other policy.
pub(crate) fn complete(parsed: &mut Parsed) {
    if parsed.id != NATO_ID || says_itself(parsed) {
        return;
    }
    for class in &mut parsed.classifications {
        if class.lacv == 5 {
            class.phrases.push(None, Some("COSMIC".to_owned()), Codes::REPLACE_POLICY);
        }
    }
    for set in &mut parsed.tag_sets {
        let name = fold(&set.name);
        for tag in &mut set.tags {
            match name.as_str() {
                "context" => tag.values.iter_mut().for_each(context),
                "releasable to" => releasable(&mut tag.qualifiers),
                "administrative" => {
                    tag.qualifiers.push(None, None, QualifierKind::Prefix, "- ".to_owned());
                    tag.qualifiers.push(None, None, QualifierKind::Separator, " ".to_owned());
                }
                "only" if tag.kind == CategoryKind::Permissive => only(tag),
                _ => {}
            }
        }
    }
}

fn says_itself(parsed: &Parsed) -> bool {
    let values = parsed.tag_sets.iter().flat_map(|set| &set.tags).flat_map(|tag| &tag.values);
    parsed.classifications.iter().any(|class| class.phrases.replace_policy())
        || values.into_iter().any(|value| value.phrases.replace_policy())
}

fn context(value: &mut TagValue) {
    let mut phrases = Phrases::default();
    for (lang, text) in value.phrases.first_per_lang() {
        if !text.is_empty() {
            phrases.push(lang, Some(text), Codes::REPLACE_POLICY | Codes::NO_NAME);
        }
    }
    phrases.push(None, None, Codes::NO_NAME);
    value.phrases = phrases;
}

fn releasable(qualifiers: &mut Qualifiers) {
    let mut ours = Qualifiers::default();
    ours.push(Some("fr".to_owned()), None, QualifierKind::Prefix, "Communicable à ".to_owned());
    ours.push(None, None, QualifierKind::Prefix, "Releasable to ".to_owned());
    ours.push(None, None, QualifierKind::Separator, ", ".to_owned());
    *qualifiers = ours;
}

fn only(tag: &mut Tag) {
    if tag.values.iter().any(|value| fold(&value.name) == "nato") {
        return;
    }
    tag.values.insert(0, TagValue::plain("NATO", "1001", tag.line));
    debug_assert!(matches!(tag.encoding, TagType::Permissive | TagType::EnumeratedPermissive));
}

impl TagValue {
    fn plain(name: &str, lacv: &str, line: u32) -> TagValue {
        TagValue {
            name: name.to_owned(),
            lacv: lacv.to_owned(),
            obsolete: false,
            input: None,
            valid: super::Period::default(),
            phrases: Phrases::default(),
            qualifiers: Qualifiers::default(),
            excluded_classes: Vec::new(),
            required_class: None,
            required: Vec::new(),
            excluded: Vec::new(),
            equivalents: Vec::new(),
            line,
        }
    }
}
