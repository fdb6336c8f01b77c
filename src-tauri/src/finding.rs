//! Looking for something in the text of an open document: as the register is searched, whatever the case and the accents.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;
use specta::Type;
use viewer::PageText;

/// Letters before and after what was found.
const AROUND: usize = 40;
/// Pages that are listed; those beyond are counted.
const MOST: usize = 500;
/// Places that one can go to, one after the other.
const MOST_PLACES: usize = 2_000;

/// Of the texts that are kept while a document is open, in bytes.
const MOST_KEPT: usize = 16 << 20;

/// Texts of pages that were read once, so that the next word is found without reading them again.
#[derive(Default)]
pub struct Texts {
    pages: BTreeMap<u32, Arc<PageText>>,
    bytes: usize,
}

impl Texts {
    pub fn of(&self, page: u32) -> Option<Arc<PageText>> {
        self.pages.get(&page).cloned()
    }

    /// Keeps it where there is room.
    pub fn keep(&mut self, page: u32, text: PageText) -> Arc<PageText> {
        let (bytes, text) = (text.text.len(), Arc::new(text));
        if self.bytes + bytes <= MOST_KEPT && self.pages.insert(page, Arc::clone(&text)).is_none() {
            self.bytes += bytes;
        }
        text
    }
}

/// Where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct FoundInDocument {
    /// The pages on which it stands, the first 500 of them.
    pub pages: Vec<FoundPage>,
    /// The places on these pages, in the order in which one goes from one to the next: at most 2,000. What stands in a line
    /// that most pages have, at their head or foot, comes last.
    pub places: Vec<FoundPlace>,
    /// Further pages on which it stands.
    pub more: u32,
    /// How often in all.
    pub times: u32,
    /// Pages without a letter that can be read, as scans have: it may stand there.
    pub silent: u32,
    /// Pages that were read by OCR: what stands on them may be read wrongly, and is not marked.
    pub recognised: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FoundPage {
    /// From 1.
    pub page: u32,
    pub times: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct FoundPlace {
    /// From 1.
    pub page: u32,
    /// Which one on its page, from 0.
    pub nth: u32,
    /// What stands around it: before it, itself, after it.
    pub around: [String; 3],
}

/// A search that goes on: what was found so far, and which lines the pages have in common.
#[derive(Default)]
pub struct Search {
    found: FoundInDocument,
    /// The line of each place.
    lines_of: Vec<String>,
    /// On how many pages a line stands, whatever its figures.
    lines: BTreeMap<String, u32>,
    /// Pages with text.
    read: u32,
}

impl Search {
    pub fn look(&mut self, page: u32, read: &PageText, looked: &str) {
        let (found, text) = (&mut self.found, read.text.as_str());
        found.recognised += u32::from(!read.recognised.is_empty());
        if text.trim().is_empty() {
            found.silent += 1;
            return;
        }
        self.read += 1;
        for line in text.lines().map(line_of).filter(|line| !line.is_empty()).collect::<BTreeSet<_>>() {
            *self.lines.entry(line).or_default() += 1;
        }
        let looked = label::fold(looked);
        if looked.is_empty() {
            return;
        }
        let standing = standing(text, &looked);
        if standing.is_empty() {
            return;
        }
        let times = u32::try_from(standing.len()).unwrap_or(u32::MAX);
        found.times = found.times.saturating_add(times);
        if found.pages.len() == MOST {
            found.more += 1;
            return;
        }
        found.pages.push(FoundPage { page, times });
        let room = MOST_PLACES.saturating_sub(found.places.len());
        for (nth, place) in (0..).zip(standing.iter().take(room)) {
            found.places.push(FoundPlace { page, nth, around: around(text, place) });
            let begin = text.get(..place.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
            let line = text.get(begin..).unwrap_or_default().lines().next().unwrap_or_default();
            self.lines_of.push(line_of(line));
        }
    }

    pub fn done(self) -> FoundInDocument {
        let Search { mut found, lines_of, lines, read } = self;
        // More than half of the pages, and of two both.
        let runs = |line: &String| lines.get(line).is_some_and(|pages| *pages >= 2 && pages * 2 > read);
        let (last, first): (Vec<_>, Vec<_>) =
            std::mem::take(&mut found.places).into_iter().zip(&lines_of).partition(|(_, line)| runs(line));
        found.places = first.into_iter().chain(last).map(|(place, _)| place).collect();
        found
    }
}

/// A line as it is compared: the number of a page makes no other line of it.
fn line_of(line: &str) -> String {
    line.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect()
}

fn around(text: &str, place: &Range<usize>) -> [String; 3] {
    let before: Vec<char> = text.get(..place.start).unwrap_or_default().chars().rev().take(AROUND).collect();
    [
        one_line(&before.into_iter().rev().collect::<String>()),
        one_line(text.get(place.clone()).unwrap_or_default()),
        one_line(&text.get(place.end..).unwrap_or_default().chars().take(AROUND).collect::<String>()),
    ]
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

    fn found(pages: &[&str], looked: &str) -> FoundInDocument {
        let mut search = Search::default();
        pages.iter().zip(1..).for_each(|(text, page)| search.look(page, &read(text, &[]), looked));
        search.done()
    }

    fn read(text: &str, recognised: &[&'static str]) -> PageText {
        PageText { text: text.to_owned(), recognised: recognised.to_vec(), missing: Vec::new() }
    }

    #[test]
    fn what_was_read_by_ocr_is_found_and_counted() {
        let mut search = Search::default();
        search.look(1, &read("convoi", &[]), "convoi");
        search.look(2, &read("le convoi part", &["fr", "nl"]), "convoi");
        search.look(3, &read("", &[]), "convoi");
        let found = search.done();
        assert_eq!((found.times, found.recognised, found.silent), (2, 1, 1));
        assert_eq!(found.places.iter().map(|place| place.page).collect::<Vec<_>>(), [1, 2]);
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
        for (text, looked) in [("İSTANBUL", "istanbul"), ("ışık", "ISIK"), ("ISIK", "ışık"), ("istanbul", "İstanbul")]
        {
            assert_eq!(found(&[text], looked).times, 1, "{looked} in {text}");
        }
        assert_eq!(found(&pages, " ").times, 0, "nothing is looked for");
    }

    #[test]
    fn what_stands_around_it_is_as_it_stands_there() {
        let all = found(&["Avant.\nLa Straße  est\u{202e} fermée"], "STRASSE");
        let place = all.places.first().expect("it stands in one place");
        assert_eq!(place.around.each_ref().map(String::as_str), ["Avant. La ", "Straße", " est\u{202e} fermée"]);
    }

    #[test]
    fn one_goes_from_place_to_place_and_what_stands_at_the_head_of_every_page_comes_last() {
        let pages = [
            "SECRET // SOURCE – 1/2\nThe source said so. Another source did not.",
            "SECRET // SOURCE – 2/2\nNo source.",
        ];
        let all = found(&pages, "source");
        let places: Vec<(u32, u32)> = all.places.iter().map(|place| (place.page, place.nth)).collect();
        assert_eq!(places, [(1, 1), (1, 2), (2, 1), (1, 0), (2, 0)]);
        assert_eq!(all.places.first().expect("a place").around[2], " said so. Another source did not.");
        assert_eq!((all.times, all.pages.len()), (5, 2));
        // Of one page, nobody knows what would repeat.
        assert_eq!(found(&pages[..1], "source").places.first().map(|place| place.nth), Some(0));
        let many = found(&["x ".repeat(3_000).as_str()], "x");
        assert_eq!((many.places.len(), many.times), (MOST_PLACES, 3_000));
    }

    #[test]
    fn texts_are_kept_until_there_is_no_room() {
        let mut texts = Texts::default();
        assert!(texts.of(1).is_none());
        assert_eq!(texts.keep(1, read("one", &[])).text, "one");
        assert_eq!(texts.of(1).as_deref(), Some(&read("one", &[])));
        assert_eq!(texts.keep(2, read(&"x".repeat(MOST_KEPT), &[])).text.len(), MOST_KEPT, "it is given all the same");
        assert!(texts.of(2).is_none() && texts.of(1).is_some());
    }

    #[test]
    fn pages_beyond_the_list_are_counted() {
        let all = found(&["x"; 600], "x");
        assert_eq!((all.pages.len(), all.more, all.times), (500, 100, 600));
    }
}
