//! The numbers and signs that programs put before the paragraphs of lists and before headings: they stand in no text of a file, and
//! are computed here as those programs do it. What cannot be, has a neutral sign, and that is said by the name of its form.

mod counters;
mod notes;
mod open;
mod slide;
mod word;

use quick_xml::events::BytesStart;

use self::open::Texts;
use self::slide::Slides;
use self::word::Words;
use super::hidden::Open;
use super::package::{Archive, Relation, parts, unpacked};
use crate::missing::{Lack, Missings};

/// The lists of a document that is read.
pub(super) enum Lists {
    Word(Box<Words>),
    Open(Box<Texts>),
    Slides(Slides),
}

impl Lists {
    /// `main`: the part with the text.
    pub(super) fn of_words(archive: &mut Archive<'_>, main: &str, relations: &[Relation]) -> Lists {
        Lists::Word(Box::new(Words::of(archive, main, relations)))
    }

    /// `names`: the parts with styles, of which a later one has its own.
    pub(super) fn of_open(archive: &mut Archive<'_>, names: &[&str]) -> Lists {
        Lists::Open(Box::new(Texts::of(archive, names)))
    }

    /// `main`: the presentation. Numbers that slides take from their layouts are said to be left out.
    pub(super) fn of_slides(archive: &mut Archive<'_>, main: &str) -> Lists {
        let mut above = vec![main.to_owned()];
        above.extend(parts(archive, "ppt/slideMasters/", ".xml"));
        above.extend(parts(archive, "ppt/slideLayouts/", ".xml"));
        for name in above {
            let part = unpacked(archive, &name).unwrap_or_default();
            if String::from_utf8_lossy(&part).contains("buAutoNum") {
                archive.lacking.add(Lack::Numbering, "buAutoNum");
                break;
            }
        }
        Lists::Slides(Slides::default())
    }

    /// Those of drawings that are no slides: they have no layout.
    pub(super) fn of_drawings() -> Lists {
        Lists::Slides(Slides::default())
    }

    /// Another part begins.
    pub(super) fn part(&mut self) {
        match self {
            Lists::Word(words) => words.part(),
            Lists::Open(_) => {}
            Lists::Slides(slides) => *slides = Slides::default(),
        }
    }

    /// An element begins, be it empty or not. Returns what stands before the paragraph of which it is a part. `open`: those around it.
    pub(super) fn begin(
        &mut self,
        start: &BytesStart<'_>,
        name: &str,
        open: &[Open],
        lacking: &mut Missings,
    ) -> Option<String> {
        match self {
            Lists::Word(words) => words.begin(start, name, open, lacking),
            Lists::Open(texts) => texts.begin(start, name, open, lacking),
            Lists::Slides(slides) => slides.begin(start, name, open, lacking),
        }
    }

    /// An element ends, be it empty or not.
    pub(super) fn end(&mut self, name: &str, open: &[Open], lacking: &mut Missings) -> Option<String> {
        match self {
            Lists::Word(words) => words.end(name, open, lacking),
            Lists::Open(texts) => texts.end(name),
            Lists::Slides(slides) => {
                slides.end(name);
                None
            }
        }
    }
}
