//! The words of a page, with the places on its picture where they stand: what a person selects to copy it.

use std::ops::Range;

use serde::Serialize;
use specta::Type;
use specta_typescript::Number;
use viewer::{Inset, PageText, Place, Turn, areas};

/// Words of one page; what stands behind them cannot be selected.
const MOST: usize = 20_000;

/// A word, or the part of one that stands in one line: shares of the width and the height of the picture of its page.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
pub struct WordView {
    /// Which word of the page, from 0.
    pub nth: u32,
    /// Where it begins in the text of the page, and where it ends, in bytes.
    pub begin: u32,
    pub end: u32,
    #[specta(type = Number)]
    pub left: f32,
    #[specta(type = Number)]
    pub top: f32,
    #[specta(type = Number)]
    pub right: f32,
    #[specta(type = Number)]
    pub bottom: f32,
}

/// The words of a page, in the order of its text. None of a page that was read by OCR: nobody knows where they stand.
pub fn words(read: &PageText, places: &[Place], turn: Turn, inset: Inset) -> Vec<WordView> {
    if !read.recognised.is_empty() {
        return Vec::new();
    }
    let mut words = Vec::new();
    for (nth, bytes) in (0_u32..).zip(ranges(&read.text).take(MOST)) {
        let (Ok(begin), Ok(end)) = (u32::try_from(bytes.start), u32::try_from(bytes.end)) else { break };
        for area in areas(places, &bytes) {
            let area = inset.on_picture(turn.area(area));
            let (left, top, right, bottom) = (area.left, area.top, area.right, area.bottom);
            words.push(WordView { nth, begin, end, left, top, right, bottom });
        }
    }
    words
}

/// Where each word stands in a text, in bytes.
fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0..text.len();
    std::iter::from_fn(move || {
        let left = text.get(rest.clone())?;
        let begin = rest.start + left.find(|c: char| !c.is_whitespace())?;
        let word = text.get(begin..)?;
        let end = begin + word.find(char::is_whitespace).unwrap_or(word.len());
        rest.start = end;
        Some(begin..end)
    })
}

#[cfg(test)]
mod tests {
    use viewer::Area;

    use super::*;

    const DRAWN: Inset = Inset { left: 0, top: 50, width: 100, height: 100, picture: (100, 200) };

    fn read(text: &str) -> PageText {
        PageText { text: text.to_owned(), recognised: Vec::new(), missing: Vec::new() }
    }

    fn at(begin: u32, left: f32, top: f32) -> Place {
        Place { begin, area: Area { left, top, right: left + 0.1, bottom: top + 0.1 } }
    }

    #[test]
    fn each_word_stands_where_its_letters_do_on_the_picture() {
        let places = [at(0, 0.0, 0.0), at(2, 0.1, 0.0), at(4, 0.5, 0.5)];
        let found = words(&read("éa\n b"), &places, Turn::None, DRAWN);
        let told: Vec<_> = found.iter().map(|word| (word.nth, word.begin, word.end, word.left, word.top)).collect();
        assert_eq!(told, [(0, 0, 3, 0.0, 0.25), (1, 5, 6, 0.5, 0.5)]);
        let turned = words(&read("éa\n b"), &places, Turn::Half, DRAWN);
        let last = turned.last().expect("two words");
        assert!((last.left - 0.4).abs() < 1e-6 && (last.bottom - 0.5).abs() < 1e-6, "{last:?}");
    }

    #[test]
    fn what_ocr_read_stands_nowhere() {
        let mut scan = read("a b");
        assert_eq!(words(&scan, &[at(0, 0.0, 0.0)], Turn::None, DRAWN).len(), 2);
        scan.recognised = vec!["fr"];
        assert_eq!(words(&scan, &[at(0, 0.0, 0.0)], Turn::None, DRAWN), []);
        assert_eq!(words(&read(" \n"), &[], Turn::None, DRAWN), []);
    }
}
