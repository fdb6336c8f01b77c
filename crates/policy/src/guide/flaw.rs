//! What can be wrong with a guide.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use label::{CategoryKind, HANDLING, Level, Policy};

use super::{GUIDE_BYTES, GUIDE_TOPICS, Guide, ID, LANGUAGES, LIST, TEXT, Topic, WORD, words};

/// Why a guide is refused, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {flaw}")]
pub struct GuideError {
    /// Of its file, from 1; 0 where it is the guide as a whole.
    pub line: usize,
    pub flaw: GuideFlaw,
}

/// One thing that is wrong. Words: `reason-<code>` and `reason-<code>-fix`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuideFlaw {
    #[error("larger than {GUIDE_BYTES} bytes")]
    TooLarge,
    #[error("more than {GUIDE_TOPICS} topics")]
    TooManyTopics,
    /// `cause` selects the words: `not_toml`, `not_utf8`, `missing`, `unknown`, `type`, `twice`. `name` is what it is about, or
    /// nothing. `said`: what the parser said, in English.
    #[error("{said}")]
    Syntax { cause: &'static str, name: String, said: String },
    #[error("`aggregation` is less than 2")]
    Aggregation,
    #[error("`{topic}` is no id of a topic")]
    BadId { topic: String },
    #[error("topic `{topic}` is there twice")]
    Twice { topic: String },
    #[error("topic `{topic}` has no name")]
    NoName { topic: String },
    #[error("topic `{topic}` speaks a language that is none of the four: `{value}`")]
    UnknownLanguage { topic: String, value: String },
    #[error("topic `{topic}` is classified and names no interest")]
    NoInterest { topic: String },
    #[error("topic `{topic}` is classified and names no harm")]
    NoHarm { topic: String },
    #[error("topic `{topic}`: `{value}` is no level")]
    UnknownLevel { topic: String, value: String },
    #[error("topic `{topic}`: `{value}` is no interest of art. 3 §1")]
    UnknownInterest { topic: String, value: String },
    #[error("topic `{topic}`: `{value}` is no restrictive value of the tag Handling")]
    UnknownCategory { topic: String, value: String },
    #[error("topic `{topic}`: a text is empty, too long, or not one line")]
    BadText { topic: String },
}

impl GuideFlaw {
    /// Bytes that are no text.
    pub fn not_utf8() -> GuideFlaw {
        GuideFlaw::Syntax { cause: "not_utf8", name: String::new(), said: "not UTF-8".to_owned() }
    }

    /// What the parser says: the sentences of `serde` for what does not fit, and for all else that it is no TOML.
    pub(super) fn syntax(said: String) -> GuideFlaw {
        let begins = [
            ("missing field ", "missing"),
            ("unknown field ", "unknown"),
            ("invalid type: ", "type"),
            ("invalid value: ", "type"),
            ("duplicate field ", "twice"),
            ("duplicate key", "twice"),
        ];
        let known = begins.into_iter().find(|(begin, _)| said.starts_with(begin));
        let name = said.split('`').nth(1).filter(|_| known.is_some()).unwrap_or_default().to_owned();
        GuideFlaw::Syntax { cause: known.map_or("not_toml", |(_, cause)| cause), name, said }
    }

    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            GuideFlaw::TooLarge => "guide_too_large",
            GuideFlaw::TooManyTopics => "guide_too_many_topics",
            GuideFlaw::Syntax { .. } => "guide_syntax",
            GuideFlaw::Aggregation => "guide_aggregation",
            GuideFlaw::BadId { .. } => "guide_bad_id",
            GuideFlaw::Twice { .. } => "guide_twice",
            GuideFlaw::NoName { .. } => "guide_no_name",
            GuideFlaw::UnknownLanguage { .. } => "guide_unknown_language",
            GuideFlaw::NoInterest { .. } => "guide_no_interest",
            GuideFlaw::NoHarm { .. } => "guide_no_harm",
            GuideFlaw::UnknownLevel { .. } => "guide_unknown_level",
            GuideFlaw::UnknownInterest { .. } => "guide_unknown_interest",
            GuideFlaw::UnknownCategory { .. } => "guide_unknown_category",
            GuideFlaw::BadText { .. } => "guide_bad_text",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            GuideFlaw::TooLarge => vec![("limit", GUIDE_BYTES.to_string())],
            GuideFlaw::TooManyTopics => vec![("limit", GUIDE_TOPICS.to_string())],
            GuideFlaw::Syntax { cause, name, .. } => vec![("cause", (*cause).to_owned()), ("name", name.clone())],
            GuideFlaw::Aggregation => Vec::new(),
            GuideFlaw::BadId { topic }
            | GuideFlaw::Twice { topic }
            | GuideFlaw::NoName { topic }
            | GuideFlaw::NoInterest { topic }
            | GuideFlaw::NoHarm { topic }
            | GuideFlaw::BadText { topic } => vec![("topic", topic.clone())],
            GuideFlaw::UnknownLanguage { topic, value }
            | GuideFlaw::UnknownLevel { topic, value }
            | GuideFlaw::UnknownInterest { topic, value }
            | GuideFlaw::UnknownCategory { topic, value } => vec![("topic", topic.clone()), ("value", value.clone())],
        }
    }
}

/// The restrictive values of the Belgian tag `Handling`: what a guide may call for.
static HANDLINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let policy = Policy::builtin(Policy::OWN);
    let tags = policy.iter().flat_map(|policy| policy.tag_sets()).flat_map(|set| &set.tags);
    let handling = tags.filter(|tag| tag.name == HANDLING && tag.kind == CategoryKind::Restrictive);
    handling.flat_map(|tag| &tag.values).map(|value| value.name.clone()).collect()
});

impl Guide {
    /// What is wrong with the shape of this guide, no matter who made it and whatever the policies of the program are: an
    /// entry of the log that holds such a guide is forged.
    pub fn misshapen(&self) -> Option<GuideFlaw> {
        if self.topics.len() > GUIDE_TOPICS {
            return Some(GuideFlaw::TooManyTopics);
        }
        if self.aggregation < 2 {
            return Some(GuideFlaw::Aggregation);
        }
        let mut seen = BTreeSet::new();
        for topic in &self.topics {
            if let Some(flaw) = topic.misshapen() {
                return Some(flaw);
            }
            if !seen.insert(&topic.id) {
                return Some(GuideFlaw::Twice { topic: topic.id.clone() });
            }
        }
        // What is in force can be taken out as a file and read again.
        (self.to_toml().len() > GUIDE_BYTES).then_some(GuideFlaw::TooLarge)
    }

    /// What is wrong with this guide, for the person who is about to put it in force: its shape, and categories that the
    /// Belgian policy of this program has not.
    pub fn flaw(&self) -> Option<GuideFlaw> {
        self.misshapen().or_else(|| self.topics.iter().find_map(Topic::unknown_category))
    }
}

impl Topic {
    pub(super) fn misshapen(&self) -> Option<GuideFlaw> {
        let slug = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if self.id.is_empty() || self.id.len() > ID || !self.id.bytes().all(slug) {
            return Some(GuideFlaw::BadId { topic: self.id.chars().take(ID).collect() });
        }
        let topic = || self.id.clone();
        if self.name.is_empty() {
            return Some(GuideFlaw::NoName { topic: topic() });
        }
        for lang in self.name.keys().chain(self.harm.keys()) {
            if !LANGUAGES.contains(&lang.as_str()) {
                return Some(GuideFlaw::UnknownLanguage { topic: topic(), value: lang.chars().take(ID).collect() });
            }
        }
        let classified = self.floor > Level::Unclassified;
        if classified && self.interest.is_none() {
            return Some(GuideFlaw::NoInterest { topic: topic() });
        }
        if classified && self.harm.is_empty() {
            return Some(GuideFlaw::NoHarm { topic: topic() });
        }
        let lists_fit = self.categories.len() <= LIST && self.hints.len() <= LIST;
        let texts = self.name.values().chain(self.harm.values()).all(|text| is_line(text, TEXT));
        let listed = self.categories.iter().chain(&self.hints).all(|text| is_line(text, WORD));
        // A hint without a letter or a digit would be found in every text.
        let hints = self.hints.iter().all(|hint| words(hint).trim() != "");
        (!lists_fit || !texts || !listed || !hints).then(|| GuideFlaw::BadText { topic: topic() })
    }

    /// The first category that the Belgian policy has not.
    pub(super) fn unknown_category(&self) -> Option<GuideFlaw> {
        let value = self.categories.iter().find(|value| !HANDLINGS.contains(*value))?;
        Some(GuideFlaw::UnknownCategory { topic: self.id.clone(), value: value.clone() })
    }
}

/// One line of visible text, without marks that turn the direction of writing.
pub(crate) fn is_line(text: &str, limit: usize) -> bool {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
            || matches!(c, '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    !text.trim().is_empty() && text.chars().count() <= limit && !text.contains(hidden)
}
