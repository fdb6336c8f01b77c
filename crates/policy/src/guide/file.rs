//! The file that a guide is kept in.

use std::collections::{BTreeMap, BTreeSet};

use label::{Level, Policy};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::{GUIDE_BYTES, GUIDE_TOPICS, Guide, GuideError, GuideFlaw, Topic};
use crate::Interest;

/// The longest piece of a file that is quoted in an error, in characters.
const QUOTED: usize = 80;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    aggregation: Spanned<u32>,
    #[serde(default)]
    topic: Vec<Spanned<WrittenTopic>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTopic {
    id: Spanned<String>,
    #[serde(default)]
    name: BTreeMap<String, String>,
    interest: Option<Spanned<String>>,
    #[serde(default)]
    harm: BTreeMap<String, String>,
    floor: Spanned<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    hints: Vec<String>,
}

#[derive(Serialize)]
struct Out<'g> {
    aggregation: u32,
    topic: &'g [Topic],
}

impl Guide {
    /// Reads the bytes of the file of a guide.
    ///
    /// # Errors
    /// As [`Guide::parse`]; of bytes that are no text, the line of the first.
    pub fn read(bytes: &[u8]) -> Result<Guide, GuideError> {
        if bytes.len() > GUIDE_BYTES {
            return Err(GuideError { line: 0, flaw: GuideFlaw::TooLarge });
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = 1 + bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n').count();
            GuideError { line, flaw: GuideFlaw::not_utf8() }
        })?;
        Guide::parse(text)
    }

    /// Reads the file of a guide.
    ///
    /// # Errors
    /// The first flaw, with its line.
    pub fn parse(text: &str) -> Result<Guide, GuideError> {
        if text.len() > GUIDE_BYTES {
            return Err(GuideError { line: 0, flaw: GuideFlaw::TooLarge });
        }
        let at = |byte: usize, flaw: GuideFlaw| GuideError { line: line_of(text, byte), flaw };
        let written: Written = toml::from_str(text).map_err(|error| {
            let cause: String = error.message().chars().take(4 * QUOTED).collect();
            at(error.span().map_or(0, |span| span.start), GuideFlaw::syntax(cause))
        })?;
        if let Some(last) = written.topic.get(GUIDE_TOPICS) {
            return Err(at(last.span().start, GuideFlaw::TooManyTopics));
        }
        if *written.aggregation.get_ref() < 2 {
            return Err(at(written.aggregation.span().start, GuideFlaw::Aggregation));
        }
        let mut seen = BTreeSet::new();
        let mut topics = Vec::with_capacity(written.topic.len());
        for written in written.topic {
            let written = written.into_inner();
            let id_at = written.id.span().start;
            let topic = topic(written).map_err(|(byte, flaw)| at(byte, flaw))?;
            if let Some(flaw) = topic.misshapen().or_else(|| topic.unknown_category()) {
                return Err(at(id_at, flaw));
            }
            if !seen.insert(topic.id.clone()) {
                return Err(at(id_at, GuideFlaw::Twice { topic: topic.id }));
            }
            topics.push(topic);
        }
        let guide = Guide { aggregation: *written.aggregation.get_ref(), topics };
        guide.misshapen().map_or(Ok(guide), |flaw| Err(GuideError { line: 0, flaw }))
    }

    /// The file that [`Guide::parse`] reads as this guide.
    pub fn to_toml(&self) -> String {
        // Text, numbers, lists and tables with text for keys: nothing that TOML cannot hold.
        toml::to_string(&Out { aggregation: self.aggregation, topic: &self.topics }).unwrap_or_default()
    }
}

fn topic(written: WrittenTopic) -> Result<Topic, (usize, GuideFlaw)> {
    let id = written.id.into_inner();
    let quoted = |value: &str| value.chars().take(QUOTED).collect::<String>();
    let named = || quoted(&id);
    let floor_at = written.floor.span().start;
    let unknown = || (floor_at, GuideFlaw::UnknownLevel { topic: named(), value: quoted(written.floor.get_ref()) });
    // A floor is a level of the own policy, and binds every other by what it is equal to.
    let floor = Level::typed(written.floor.get_ref())
        .ok()
        .filter(|typed| typed.policy.as_deref().is_none_or(|of| of == Policy::OWN));
    let floor: Level = floor.ok_or_else(unknown)?.level;
    let interest = match &written.interest {
        None => None,
        Some(letter) => Some(letter.get_ref().parse::<Interest>().map_err(|_| {
            let flaw = GuideFlaw::UnknownInterest { topic: named(), value: quoted(letter.get_ref()) };
            (letter.span().start, flaw)
        })?),
    };
    Ok(Topic {
        name: written.name,
        interest,
        harm: written.harm,
        floor,
        categories: written.categories,
        hints: written.hints,
        id,
    })
}

/// The line of a byte, from 1.
fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}
