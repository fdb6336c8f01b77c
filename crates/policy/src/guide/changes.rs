//! What puts another guide in the place of one.

use std::collections::BTreeSet;

use label::Level;
use serde::Serialize;

use super::{Guide, Topic};

/// What becomes of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum TopicFate {
    Removed,
    Changed,
    Added,
}

/// What of a topic differs. Words: `ui-guide-import-part-<this>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum TopicPart {
    Name,
    Floor,
    Interest,
    Harm,
    Categories,
    Hints,
}

/// A topic that one guide has and another has not, or not so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct TopicChange {
    pub kind: TopicFate,
    /// As it would be; as it is, when it would be removed.
    pub topic: Topic,
    /// As it is, when it would be changed.
    pub before: Option<Topic>,
    pub parts: Vec<TopicPart>,
}

impl TopicChange {
    /// Whether it would call for less than it does.
    pub fn lowers(&self) -> bool {
        self.before.as_ref().is_some_and(|before| {
            self.topic.floor < before.floor
                || before.categories.iter().any(|value| !self.topic.categories.contains(value))
        })
    }

    /// What would be lost or fall comes first.
    fn weight(&self) -> u8 {
        match self.kind {
            TopicFate::Removed => 0,
            TopicFate::Changed if self.lowers() => 1,
            TopicFate::Changed => 2,
            TopicFate::Added => 3,
        }
    }
}

impl Guide {
    /// What another guide in its place would change of the topics: what would be lost or fall first, then the gravest first.
    pub fn changes(&self, then: &Guide) -> Vec<TopicChange> {
        let of = |topic: &Topic| match self.topic(&topic.id) {
            None => Some(TopicChange { kind: TopicFate::Added, topic: topic.clone(), before: None, parts: Vec::new() }),
            Some(before) => {
                let parts = differing(before, topic);
                let before = Some(before.clone());
                let changed = !parts.is_empty();
                changed.then(|| TopicChange { kind: TopicFate::Changed, topic: topic.clone(), before, parts })
            }
        };
        let lost = self.topics.iter().filter(|topic| then.topic(&topic.id).is_none()).map(|topic| TopicChange {
            kind: TopicFate::Removed,
            topic: topic.clone(),
            before: None,
            parts: Vec::new(),
        });
        let mut changes: Vec<TopicChange> = then.topics.iter().filter_map(of).chain(lost).collect();
        changes.sort_by_key(|change| (change.weight(), std::cmp::Reverse::<Level>(change.topic.floor)));
        changes
    }
}

/// Values and words say the same in any order.
fn differing(one: &Topic, other: &Topic) -> Vec<TopicPart> {
    let set = |values: &[String]| values.iter().cloned().collect::<BTreeSet<String>>();
    let found = [
        (one.name != other.name, TopicPart::Name),
        (one.floor != other.floor, TopicPart::Floor),
        (one.interest != other.interest, TopicPart::Interest),
        (one.harm != other.harm, TopicPart::Harm),
        (set(&one.categories) != set(&other.categories), TopicPart::Categories),
        (set(&one.hints) != set(&other.hints), TopicPart::Hints),
    ];
    found.into_iter().filter(|(differs, _)| *differs).map(|(_, part)| part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(id: &str, floor: Level) -> Topic {
        Topic {
            id: id.to_owned(),
            name: [("en".to_owned(), id.to_owned())].into(),
            interest: None,
            harm: Default::default(),
            floor,
            categories: vec!["A".to_owned(), "B".to_owned()],
            hints: Vec::new(),
        }
    }

    #[test]
    fn what_another_guide_changes_is_said_topic_by_topic_and_what_falls_comes_first() {
        let now = Guide {
            aggregation: 5,
            topics: vec![
                topic("kept", Level::Secret),
                topic("gone", Level::Secret),
                topic("falls", Level::Secret),
                topic("opens", Level::Restricted),
                topic("rises", Level::Confidential),
            ],
        };
        let mut then = now.clone();
        then.topics.retain(|topic| topic.id != "gone");
        then.topics.push(topic("new", Level::TopSecret));
        for topic in &mut then.topics {
            match topic.id.as_str() {
                "kept" => topic.categories.reverse(),
                "falls" => topic.floor = Level::Restricted,
                "opens" => drop(topic.categories.pop()),
                "rises" => {
                    topic.floor = Level::Secret;
                    topic.hints.push("route".to_owned());
                }
                _ => {}
            }
        }
        let changes = now.changes(&then);
        let said: Vec<(&str, TopicFate, bool)> =
            changes.iter().map(|one| (one.topic.id.as_str(), one.kind, one.lowers())).collect();
        assert_eq!(
            said,
            [
                ("gone", TopicFate::Removed, false),
                ("falls", TopicFate::Changed, true),
                ("opens", TopicFate::Changed, true),
                ("rises", TopicFate::Changed, false),
                ("new", TopicFate::Added, false),
            ]
        );
        let rises = changes.get(3).expect("four changes");
        assert_eq!(rises.parts, [TopicPart::Floor, TopicPart::Hints]);
        assert_eq!(rises.before.as_ref().map(|topic| topic.floor), Some(Level::Confidential));
        assert_eq!(now.changes(&now), []);
    }
}
