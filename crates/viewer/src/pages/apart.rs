//! What a file says besides its text: properties, authors, addresses, hints, default values, formulas. It stands at the end, behind
//! a rule, each with its kind; the page names the kinds.

use std::collections::BTreeSet;

use crate::missing::{Lack, Missings};

/// Between the text and what comes after it.
pub const RULE: &str = "————————";
/// More of them nobody reads; the rest is counted.
const MOST: usize = 20_000;

#[derive(Default)]
pub struct Apart {
    /// Kind and words, in the order in which they were found.
    said: Vec<(String, String)>,
    seen: BTreeSet<(String, String)>,
    beyond: u32,
}

impl Apart {
    /// The same words of one kind stand there once.
    pub fn add(&mut self, kind: &str, words: &str) {
        let (kind, words) = (one_line(kind), one_line(words));
        if words.is_empty() || self.seen.contains(&(kind.clone(), words.clone())) {
            return;
        }
        if self.said.len() < MOST {
            self.seen.insert((kind.clone(), words.clone()));
            self.said.push((kind, words));
        } else {
            self.beyond = self.beyond.saturating_add(1);
        }
    }

    pub fn append_to(self, other: &mut Apart) {
        self.said.iter().for_each(|(kind, words)| other.add(kind, words));
        other.beyond = other.beyond.saturating_add(self.beyond);
    }

    /// Kind and words of each.
    pub fn into_said(self) -> Vec<(String, String)> {
        self.said
    }

    /// Behind a text.
    pub fn write(self, text: &mut String, lacking: &mut Missings) {
        if self.said.is_empty() {
            return;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(RULE);
        text.push('\n');
        for (kind, words) in &self.said {
            lacking.add(Lack::Apart, kind);
            text.push_str(kind);
            text.push_str(": ");
            text.push_str(words);
            text.push('\n');
        }
        lacking.add_many(Lack::More, "", self.beyond);
    }
}

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
