//! Looking for something in the text of an open document: as the register is searched, whatever the case and the accents.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use specta::Type;

/// Letters before and after what was found.
const AROUND: usize = 40;
/// Pages that are listed; those beyond are counted.
const MOST: usize = 500;

/// Of the texts that are kept while a document is open, in bytes.
const MOST_KEPT: usize = 16 << 20;

/// Texts of pages that were read once, so that the next word is found without reading them again.
#[derive(Default)]
pub struct Texts {
    pages: BTreeMap<u32, Arc<str>>,
    bytes: usize,
}

impl Texts {
    pub fn of(&self, page: u32) -> Option<Arc<str>> {
        self.pages.get(&page).cloned()
    }

    /// Keeps it where there is room.
    pub fn keep(&mut self, page: u32, text: String) -> Arc<str> {
        let text: Arc<str> = text.into();
        if self.bytes + text.len() <= MOST_KEPT && self.pages.insert(page, Arc::clone(&text)).is_none() {
            self.bytes += text.len();
        }
        text
    }
}

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct Found {
    /// The pages on which it stands, the first 500 of them.
    pub pages: Vec<FoundPage>,
    /// Further pages on which it stands.
    pub more: u32,
    /// How often in all.
    pub times: u32,
    /// Pages without a letter that can be read, as scans have: it may stand there.
    pub silent: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FoundPage {
    /// From 1.
    pub page: u32,
    pub times: u32,
    /// What stands around the first one: before it, itself, after it.
    pub around: [String; 3],
}

impl Found {
    pub fn look(&mut self, page: u32, text: &str, looked: &str) {
        if text.trim().is_empty() {
            self.silent += 1;
            return;
        }
        let looked = label::fold(looked);
        if looked.is_empty() {
            return;
        }
        let standing = standing(text, &looked);
        let Some(first) = standing.first() else { return };
        let times = u32::try_from(standing.len()).unwrap_or(u32::MAX);
        self.times = self.times.saturating_add(times);
        if self.pages.len() == MOST {
            self.more += 1;
            return;
        }
        let (begin, end) = (first.start, first.end);
        let before: Vec<char> = text.get(..begin).unwrap_or_default().chars().rev().take(AROUND).collect();
        let around = [
            one_line(&before.into_iter().rev().collect::<String>()),
            one_line(text.get(begin..end).unwrap_or_default()),
            one_line(&text.get(end..).unwrap_or_default().chars().take(AROUND).collect::<String>()),
        ];
        self.pages.push(FoundPage { page, times, around });
    }
}

/// Where in a text, in bytes, something stands that was looked for, whatever the case and the accents.
pub fn standing_in(text: &str, looked: &str) -> Vec<Range<usize>> {
    standing(text, &label::fold(looked))
}

fn standing(text: &str, folded: &str) -> Vec<Range<usize>> {
    if folded.is_empty() {
        return Vec::new();
    }
    let Folded { text: within, places } = Folded::of(text);
    let place = |at: usize| places.get(at).copied().unwrap_or(text.len());
    within.match_indices(folded).map(|(at, _)| place(at)..place(at + folded.len())).collect()
}

/// A text as it is compared, and where each of its bytes stood.
struct Folded {
    text: String,
    places: Vec<usize>,
}

impl Folded {
    fn of(text: &str) -> Folded {
        let mut folded = Folded { text: String::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        let mut buffer = [0; 4];
        for (at, c) in text.char_indices() {
            if c.is_whitespace() {
                if !folded.text.ends_with(' ') {
                    folded.push(at, " ");
                }
            } else if c.is_ascii() {
                folded.push(at, c.to_ascii_lowercase().encode_utf8(&mut buffer));
            } else {
                folded.push(at, &label::fold(c.encode_utf8(&mut buffer)));
            }
        }
        folded
    }

    fn push(&mut self, at: usize, letters: &str) {
        self.text.push_str(letters);
        self.places.extend(std::iter::repeat_n(at, letters.len()));
    }
}

fn one_line(text: &str) -> String {
    let mut line = String::new();
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            c if c.is_control() => {}
            c => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pages: &[&str], looked: &str) -> Found {
        let mut found = Found::default();
        pages.iter().zip(1..).for_each(|(text, page)| found.look(page, text, looked));
        found
    }

    #[test]
    fn it_is_found_whatever_the_case_the_accents_and_the_lines() {
        let pages = ["Le cœur de\nla Straße, ĳzer.", "nothing", " \n", "COEUR, coeur"];
        let all = found(&pages, "cœur");
        assert_eq!(all.pages.iter().map(|page| (page.page, page.times)).collect::<Vec<_>>(), [(1, 1), (4, 2)]);
        assert_eq!((all.times, all.silent, all.more), (3, 1, 0));
        assert_eq!(found(&pages, " DE LA  strasse").pages.len(), 1, "over the end of a line");
        assert_eq!(found(&pages, "ijzer").pages.len(), 1);
        assert_eq!(found(&pages, "lost").pages, []);
        assert_eq!(found(&pages, " ").times, 0, "nothing is looked for");
    }

    #[test]
    fn what_stands_around_it_is_as_it_stands_there() {
        let all = found(&["Avant.\nLa Straße  est\u{202e} fermée"], "STRASSE");
        let page = all.pages.first().expect("it stands on one page");
        assert_eq!(page.around.each_ref().map(String::as_str), ["Avant. La ", "Straße", " est\u{202e} fermée"]);
    }

    #[test]
    fn texts_are_kept_until_there_is_no_room() {
        let mut texts = Texts::default();
        assert!(texts.of(1).is_none());
        assert_eq!(&*texts.keep(1, "one".to_owned()), "one");
        assert_eq!(texts.of(1).as_deref(), Some("one"));
        assert_eq!(texts.keep(2, "x".repeat(MOST_KEPT)).len(), MOST_KEPT, "it is given all the same");
        assert!(texts.of(2).is_none() && texts.of(1).is_some());
    }

    #[test]
    fn pages_beyond_the_list_are_counted() {
        let all = found(&["x"; 600], "x");
        assert_eq!((all.pages.len(), all.more, all.times), (500, 100, 600));
    }
}
