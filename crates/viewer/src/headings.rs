//! The outline of a document, as its maker wrote it: titles, and the pages that they lead to.

use crate::marks;

/// Headings beyond that are left out.
pub const MOST_HEADINGS: usize = 10_000;
/// Headings that lie deeper are left out.
pub const DEEPEST_HEADING: u8 = 32;
/// Of a title, in bytes.
pub const LONGEST_TITLE: usize = 1024;

/// One line of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From the document, and no more to be believed than the document. On one line, at most [`LONGEST_TITLE`] bytes.
    pub title: String,
    /// Where it leads to, from 0; none where that is no page of the document.
    pub page: Option<u32>,
    /// How many others it lies below.
    pub depth: u8,
}

impl Heading {
    pub fn new(title: &str, page: Option<u32>, depth: u8) -> Heading {
        Heading { title: on_one_line(title), page, depth: depth.min(DEEPEST_HEADING) }
    }
}

/// Made harmless, and no longer than [`LONGEST_TITLE`] bytes.
pub(crate) fn on_one_line(title: &str) -> String {
    let mut whole = String::with_capacity(title.len().min(LONGEST_TITLE));
    for c in title.chars() {
        match marks::drawn(c) {
            Some(mark) => whole.push_str(&mark),
            None if c.is_whitespace() => whole.push(' '),
            None if c.is_control() => {}
            None => whole.push(c),
        }
        if whole.len() > LONGEST_TITLE {
            whole.truncate(whole.floor_char_boundary(LONGEST_TITLE - '…'.len_utf8()));
            whole.push('…');
            break;
        }
    }
    whole.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_on_one_line_and_has_an_end() {
        assert_eq!(Heading::new(" a\n\u{202e}b\u{7} ", None, 99).title, "a ‹RLO›b");
        let long = Heading::new(&"é".repeat(9000), Some(1), 0).title;
        assert!(long.len() <= LONGEST_TITLE && long.ends_with('…'));
    }
}
