//! What is shown of a text where it was found: the sentence around the word.

use std::collections::{BTreeMap, BTreeSet};

use label::fold;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use super::search;
use super::stems::Wanted;

/// The most characters that are shown before the word, and after it.
const AROUND: usize = 120;
/// Of words that stand in quotes so many are compared.
const MOST_OF_A_PHRASE: usize = 32;

/// Where a text was found: a sentence, as it stands in the text that was read from the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Hit {
    /// From 1; none where the text does not say where its pages end.
    pub page: Option<u32>,
    /// The sentence up to the word; begins with `…` where it is longer.
    pub before: String,
    /// The word, or what was asked for in quotes, as it stands there.
    pub found: String,
    /// The rest of the sentence; ends with `…` where it is longer.
    pub after: String,
}

/// What one piece of a question asks for.
enum Piece {
    Word(Wanted),
    /// Folded words, one behind the other; of a word with hyphens, that without them.
    Phrase(Vec<String>, Option<Wanted>),
}

/// A word of a text: where it is, and folded.
struct Word<'t> {
    from: usize,
    to: usize,
    text: &'t str,
    folded: String,
    /// Nothing but a hyphen stands between it and the word before: the two are one, which is written so, or because a line ended.
    goes_on: bool,
}

/// How well a sentence shows what was asked for: how much of it stands there; whether the line is one of this page alone, and not the
/// head or foot of most pages; whether it is a sentence, which ends as one does, and not a heading.
type Rank = (usize, bool, bool);

/// The sentence of a text in which most of what was asked for stands, the first of the best; none where nothing of it does. Pages
/// end with a form feed.
pub fn hit(text: &str, typed: &str) -> Option<Hit> {
    let pieces = pieces(typed);
    if pieces.is_empty() {
        return None;
    }
    let many = text.contains('\u{c}');
    let running = running(text);
    let mut best: Option<(Rank, Hit)> = None;
    for (number, page) in (1_u32..).zip(text.split('\u{c}')) {
        for (paragraph, own) in paragraphs(page, &running) {
            for sentence in paragraph.split_sentence_bounds() {
                let words = words(sentence);
                let found: Vec<(usize, usize)> = pieces.iter().filter_map(|piece| piece.found_in(&words)).collect();
                let Some(first) = found.iter().min() else { continue };
                let ends = sentence.trim_end().ends_with(['.', '!', '?', '…']);
                let rank = (found.len(), own, ends);
                if best.as_ref().is_none_or(|(most, _)| rank > *most) {
                    best = Some((rank, shown(sentence, *first, many.then_some(number))));
                }
                if rank == (pieces.len(), true, true) {
                    return best.map(|(_, hit)| hit);
                }
            }
        }
    }
    best.map(|(_, hit)| hit)
}

fn pieces(typed: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    search::each_piece(typed, |piece, whole| {
        let folded: Vec<String> = words(piece).into_iter().map(|word| word.folded).take(MOST_OF_A_PHRASE).collect();
        match folded.as_slice() {
            [] => {}
            [_] if !whole => pieces.push(Piece::Word(Wanted::of(piece))),
            _ => {
                let in_one = if whole { None } else { search::joined(&fold(piece)) };
                pieces.push(Piece::Phrase(folded, in_one.map(|word| Wanted::of(&word))));
            }
        }
    });
    pieces
}

impl Piece {
    /// Where it stands first.
    fn found_in(&self, words: &[Word<'_>]) -> Option<(usize, usize)> {
        match self {
            Piece::Word(wanted) => one_of(words, wanted),
            Piece::Phrase(phrase, in_one) => {
                let phrase = words.windows(phrase.len()).find_map(|window| {
                    let (last, before) = phrase.split_last()?;
                    let same = window.iter().zip(before).all(|(word, wanted)| word.folded == *wanted);
                    let end = window.last()?;
                    (same && end.folded.starts_with(last.as_str())).then(|| Some((window.first()?.from, end.to)))?
                });
                phrase.or_else(|| in_one.as_ref().and_then(|wanted| one_of(words, wanted)))
            }
        }
    }
}

/// A word that is wanted, or several that hyphens make one.
fn one_of(words: &[Word<'_>], wanted: &Wanted) -> Option<(usize, usize)> {
    words.iter().enumerate().find_map(|(at, word)| {
        if wanted.is(&word.folded, word.text) {
            return Some((word.from, word.to));
        }
        let (mut folded, mut text) = (word.folded.clone(), word.text.to_owned());
        for more in words.get(at + 1..)?.iter().take_while(|more| more.goes_on) {
            folded.push_str(&more.folded);
            text.push_str(more.text);
            if wanted.is(&folded, &text) {
                return Some((word.from, more.to));
            }
        }
        None
    })
}

/// The lines that more than half of the pages have, and of two both: heads and feet, with the number of the page or without it.
fn running(text: &str) -> BTreeSet<String> {
    let mut lines: BTreeMap<String, usize> = BTreeMap::new();
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    if pages.len() < 2 {
        return BTreeSet::new();
    }
    for page in &pages {
        for line in page.lines().map(without_figures).filter(|line| !line.is_empty()).collect::<BTreeSet<_>>() {
            *lines.entry(line).or_default() += 1;
        }
    }
    lines.into_iter().filter(|(_, on)| *on >= 2 && on * 2 > pages.len()).map(|(line, _)| line).collect()
}

fn without_figures(line: &str) -> String {
    line.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect()
}

/// Lines that follow each other are one paragraph: a page of a document has lines where its paper ends. A line that runs through the
/// pages is one by itself; with each, whether it is the page's own.
fn paragraphs<'p>(page: &'p str, running: &'p BTreeSet<String>) -> impl Iterator<Item = (String, bool)> + 'p {
    let own = |line: &str| running.is_empty() || !running.contains(&without_figures(line));
    let mut lines = page.lines().map(str::trim).peekable();
    std::iter::from_fn(move || {
        while lines.next_if(|line| line.is_empty()).is_some() {}
        let first = lines.next_if(|line| !own(line));
        if let Some(line) = first {
            return Some((line.to_owned(), false));
        }
        lines.peek()?;
        let mut paragraph = String::new();
        while let Some(line) = lines.next_if(|line| !line.is_empty() && own(line)) {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
        Some((paragraph, true))
    })
}

/// The runs of letters and digits of a sentence.
fn words(sentence: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, c) in sentence.char_indices().chain(std::iter::once((sentence.len(), ' '))) {
        match (from, c.is_alphanumeric()) {
            (None, true) => from = Some(at),
            (Some(begin), false) => {
                from = None;
                let text = sentence.get(begin..at).unwrap_or_default();
                let between = words.last().and_then(|last: &Word<'_>| sentence.get(last.to..begin));
                let goes_on = between.is_some_and(|between| {
                    let between = between.trim_end();
                    between.chars().count() == 1 && between.starts_with(['-', '\u{2010}', '\u{2011}', '\u{ad}', '·'])
                });
                words.push(Word { from: begin, to: at, text, folded: fold(text), goes_on });
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words
}

fn shown(sentence: &str, (from, to): (usize, usize), page: Option<u32>) -> Hit {
    let part = |from: usize, to: usize| sentence.get(from..to).unwrap_or_default();
    let before: Vec<char> = clean(part(0, from)).trim_start().chars().collect();
    let after: Vec<char> = clean(part(to, sentence.len())).trim_end().chars().collect();
    let before = match before.len().checked_sub(AROUND).filter(|cut| *cut > 0) {
        Some(cut) => format!("…{}", before.iter().skip(cut).skip_while(|c| !c.is_whitespace()).collect::<String>()),
        None => before.into_iter().collect(),
    };
    let after = if after.len() > AROUND {
        let kept: String = after.iter().take(AROUND).collect();
        let end = kept.rfind(char::is_whitespace).unwrap_or(kept.len());
        format!("{}…", kept.get(..end).unwrap_or(&kept))
    } else {
        after.into_iter().collect()
    };
    Hit { page, before, found: clean(part(from, to)), after }
}

/// A text from a document is shown without what steers machines or turns the direction of others.
fn clean(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Betreft: het konvooi.\n\nHet konvooi vertrekt om zes uur. De\nvergaderingen werden uitgesteld tot \
                        maandag.\u{c}Le cœur de l'affaire est à Liège. La décision sera prise par le ministre.";

    fn found(typed: &str) -> Option<(Option<u32>, String, String, String)> {
        hit(TEXT, typed).map(|Hit { page, before, found, after }| (page, before, found, after))
    }

    #[test]
    fn the_sentence_around_the_word_is_shown_as_it_stands_on_its_page() {
        let (page, before, word, after) = found("vergadering").expect("another form of it is there");
        assert_eq!((page, before.as_str(), word.as_str()), (Some(1), "De ", "vergaderingen"));
        assert_eq!(after, " werden uitgesteld tot maandag.");
        let (page, before, word, after) = found("coeur").expect("folded alike");
        assert_eq!(
            (page, before.as_str(), word.as_str(), after.as_str()),
            (Some(2), "Le ", "cœur", " de l'affaire est à Liège.")
        );
        assert_eq!(found("konvooi zes").expect("both are there").1, "Het ", "the sentence with both of them");
        assert_eq!(found("\"sera prise\"").expect("a phrase").2, "sera prise");
        assert_eq!(found("ministres").expect("another form of it").2, "ministre");
        let written = "The co-operation of inter-\nrupted desks. Paral·lel. Cooperation ends.";
        let word = |typed: &str| hit(written, typed).map(|hit| hit.found);
        for (typed, found) in [
            ("cooperation", "co-operation"),
            ("co-operation", "co-operation"),
            ("interrupted", "inter- rupted"),
            ("parallel", "Paral·lel"),
        ] {
            assert_eq!(word(typed).as_deref(), Some(found), "{typed}");
        }
        assert_eq!(hit("Cooperation ends.", "co-operation").map(|hit| hit.found).as_deref(), Some("Cooperation"));
        assert_eq!(word("corporate"), None);
        for none in ["Antwerpen", "\"prise sera\"", "", "—", "zz"] {
            assert_eq!(found(none), None, "{none}");
        }
        assert_eq!(hit("one page", "page").expect("it is there").page, None);
    }

    #[test]
    fn the_foot_of_every_page_is_shown_last_and_a_heading_after_a_sentence() {
        let text =
            "SECRET – EXERCISE HAVEN · 1\nHaven\n\nThe haven is closed.\u{c}SECRET – EXERCISE HAVEN · 2\nNothing.";
        let found = |typed: &str| hit(text, typed).map(|hit| (hit.page, hit.before, hit.found));
        assert_eq!(found("haven"), Some((Some(1), "The ".to_owned(), "haven".to_owned())));
        assert_eq!(found("exercise").map(|(page, ..)| page), Some(Some(1)), "found all the same");
        assert_eq!(
            found("exercise haven").map(|(.., word)| word).as_deref(),
            Some("EXERCISE"),
            "most of it counts first"
        );
    }

    #[test]
    fn a_long_sentence_is_cut_at_words_and_nothing_in_it_steers_a_terminal() {
        let long = format!("{} NEEDLE\u{1b}[8m\u{202e} {}", "voor ".repeat(100), "achter ".repeat(100));
        let Hit { before, found, after, .. } = hit(&long, "needle").expect("it is there");
        assert_eq!(found, "NEEDLE");
        assert!(before.starts_with("… voor") && before.chars().count() <= AROUND + 1);
        assert!(after.ends_with("achter…") && !after.contains(['\u{1b}', '\u{202e}']));
    }
}
