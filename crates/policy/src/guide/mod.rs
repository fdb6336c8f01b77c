//! The classification guide: what a document may reveal, and the lowest level that this calls for.
//!
//! A table that the security officer keeps. Each [`Topic`] is something that a document may reveal, with the interest of
//! the State that is at stake and the lowest level that it calls for. The filing officer says which topics the document
//! touches; the guide proposes some by their words and decides nothing itself.

mod changes;
mod file;
mod flaw;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use label::{Level, fold};
use serde::{Deserialize, Serialize};

use crate::Interest;

pub use changes::{TopicChange, TopicFate, TopicPart};
pub(crate) use flaw::is_line;
pub use flaw::{GuideError, GuideFlaw};

/// The largest guide, in bytes of its file.
pub const GUIDE_BYTES: usize = 256 * 1024;
/// The most topics of a guide.
pub const GUIDE_TOPICS: usize = 500;
/// The longest name or harm of a topic, in characters.
const TEXT: usize = 1_000;
/// The most categories or hints of a topic, and the longest of them, in characters.
const LIST: usize = 100;
const WORD: usize = 100;
/// The longest id of a topic, in bytes.
const ID: usize = 40;
/// The languages of a name.
const LANGUAGES: [&str; 4] = ["fr", "nl", "de", "en"];

/// The table: topics in the order of its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// From how many documents on combining them is warned of, and after how many each time that they gather; 2 or more.
    pub aggregation: u32,
    pub topics: Vec<Topic>,
}

/// Something that a document may reveal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// `[a-z0-9-]{1,40}`, once in a guide.
    pub id: String,
    /// By language, `fr`, `nl`, `de`, `en`: what is revealed. In one language at least.
    pub name: BTreeMap<String, String>,
    /// What is at stake. None only where nothing is classified.
    pub interest: Option<Interest>,
    /// By language: the harm that misuse would do. Empty only where nothing is classified.
    pub harm: BTreeMap<String, String>,
    /// The lowest level at which a document that touches it is marked.
    pub floor: Level,
    /// Restrictive values of the tag `Handling` that it calls for.
    pub categories: Vec<String>,
    /// Words that make it be proposed.
    pub hints: Vec<String>,
}

/// What chosen topics call for together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Floor {
    /// The highest floor among them.
    pub level: Level,
    /// Every category that one of them calls for.
    pub categories: BTreeSet<String>,
    /// Those of them that call for something, the highest first.
    pub topics: Vec<String>,
}

/// Many documents together, which may reveal more than each of them (art. 5). A warning, never a denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Aggregation {
    /// How many.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub count: u64,
    /// From how many on the guide warns.
    pub threshold: u32,
    /// The highest level among them.
    pub level: Level,
}

static BUILTIN: LazyLock<Guide> = LazyLock::new(|| {
    // A test reads the file that is shipped; without it no topic calls for anything.
    Guide::parse(include_str!("../../../../policies/guide.toml"))
        .unwrap_or(Guide { aggregation: 10, topics: Vec::new() })
});

impl Guide {
    /// The guide that ships with the program, `policies/guide.toml`: in force until a security officer replaces it.
    pub fn builtin() -> &'static Guide {
        &BUILTIN
    }

    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// What these topics call for together; none where none of them is in the guide.
    pub fn floor(&self, topics: &[String]) -> Option<Floor> {
        let mut chosen: Vec<&Topic> = self.topics.iter().filter(|topic| topics.contains(&topic.id)).collect();
        chosen.sort_by_key(|topic| std::cmp::Reverse(topic.floor));
        let level = chosen.first()?.floor;
        Some(Floor {
            level,
            categories: chosen.iter().flat_map(|topic| topic.categories.iter().cloned()).collect(),
            topics: chosen.into_iter().filter(|topic| topic.calls_for_something()).map(|t| t.id.clone()).collect(),
        })
    }

    /// The topics of which a hint stands in the text as whole words, whatever the case and the accents; the highest
    /// first.
    pub fn suggest(&self, text: &str) -> Vec<&Topic> {
        let text = words(text);
        let hinted = |topic: &&Topic| topic.hints.iter().map(|hint| words(hint)).any(|hint| text.contains(&hint));
        let mut topics: Vec<&Topic> = self.topics.iter().filter(hinted).collect();
        topics.sort_by_key(|topic| std::cmp::Reverse(topic.floor));
        topics
    }

    /// Whether so many documents that are put together, the highest of them of this level, are to be warned of: in what
    /// is made from them, in one release. The highest level has nothing above it that the whole could call for.
    pub fn combined(&self, count: u64, level: Level) -> Option<Aggregation> {
        let warns = count >= u64::from(self.aggregation) && level < Level::TopSecret;
        warns.then_some(Aggregation { count, threshold: self.aggregation, level })
    }

    /// Whether one document more is to be warned of that comes to so many of its level. They lie together and are not put
    /// together: it is said when the threshold is reached and at each multiple of it, so that it is heard.
    pub fn one_more(&self, before: u64, level: Level) -> Option<Aggregation> {
        let count = before.saturating_add(1);
        self.combined(count, level).filter(|_| count.is_multiple_of(u64::from(self.aggregation)))
    }
}

impl Topic {
    /// Its name in a language, else in another.
    pub fn name(&self, lang: &str) -> &str {
        in_language(&self.name, lang)
    }

    /// The harm in a language, else in another; empty where there is none.
    pub fn harm(&self, lang: &str) -> &str {
        in_language(&self.harm, lang)
    }

    fn calls_for_something(&self) -> bool {
        self.floor > Level::Unclassified || !self.categories.is_empty()
    }
}

fn in_language<'t>(texts: &'t BTreeMap<String, String>, lang: &str) -> &'t str {
    [lang, "en"].iter().find_map(|lang| texts.get(*lang)).or_else(|| texts.values().next()).map_or("", String::as_str)
}

/// The words of a text with one space before each and after the last: so a hint is found as whole words only.
fn words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len() + 2);
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words.push(' ');
        words.push_str(word);
    }
    words.push(' ');
    words
}
