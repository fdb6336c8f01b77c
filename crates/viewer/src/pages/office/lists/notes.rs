//! The numbers of footnotes and endnotes of a word-processing document (ISO/IEC 29500-1, 17.11): they are counted in the order in which
//! the text refers to them, and stand in it and before each note as `[^1]`.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::missing::{Lack, Missings};
use crate::pages::numerals::{Case, Format, LARGEST, NEUTRAL, counted, of_words};
use crate::pages::office::package::{attribute, clean, local};

struct Kind {
    format: Format,
    next: u32,
    /// By the name of each note.
    numbers: BTreeMap<String, String>,
}

pub(super) struct Notes {
    feet: Kind,
    ends: Kind,
    /// The note that is open.
    open: Option<(Place, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Foot,
    End,
}

impl Default for Notes {
    fn default() -> Notes {
        let kind = |format: Format| Kind { format, next: 1, numbers: BTreeMap::new() };
        Notes { feet: kind(Format::Decimal), ends: kind(Format::Roman(Case::Lower)), open: None }
    }
}

impl Notes {
    /// How a part says that they are counted, as far as it can be read. `language`: of the document, in two letters.
    pub(super) fn read(&mut self, part: &str, language: &str, lacking: &mut Missings) {
        if !part.contains("footnotePr") && !part.contains("endnotePr") {
            return;
        }
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let (mut within, mut said) = (None, BTreeMap::<(Place, &str), BTreeSet<String>>::new());
        loop {
            let event = match reader.read_event() {
                Ok(Event::Eof) | Err(_) => break,
                Ok(event) => event,
            };
            if let Event::Start(start) | Event::Empty(start) = &event {
                let of = |name: &str| attribute(start, name).map(|said| clean(&said)).unwrap_or_default();
                let name = local(start);
                match (name.as_str(), within) {
                    ("footnotePr", _) => within = Some(Place::Foot),
                    ("endnotePr", _) => within = Some(Place::End),
                    ("numFmt", Some(place)) => {
                        self.kind(place).format = of_words(&of("val"), &of("format"), language);
                        said.entry((place, "numFmt")).or_default().insert(of("val"));
                    }
                    ("numStart", Some(place)) => {
                        self.kind(place).next = counted(&of("val")).unwrap_or(1);
                        said.entry((place, "numStart")).or_default().insert(of("val"));
                    }
                    // Where pages end is not known here.
                    ("numRestart", Some(_)) if of("val") != "continuous" => {
                        lacking.add(Lack::Numbering, &format!("numRestart {}", of("val")));
                    }
                    _ => {}
                }
            }
            let ended = match &event {
                Event::Empty(start) => local(start),
                Event::End(end) => end.local_name().as_ref().to_owned(),
                _ => continue,
            };
            if ended == "footnotePr" || ended == "endnotePr" {
                within = None;
            }
        }
        // Each section may have its own: the last one holds.
        let several = said.into_iter().filter(|(_, values)| values.len() > 1);
        several.for_each(|((_, name), _)| lacking.add(Lack::Numbering, name));
    }

    /// What an element shows of a number.
    pub(super) fn begin(&mut self, start: &BytesStart<'_>, name: &str, lacking: &mut Missings) -> Option<String> {
        let of = |name: &str| attribute(start, name).map(|said| clean(&said)).unwrap_or_default();
        match name {
            "footnote" => self.open = Some((Place::Foot, of("id"))),
            "endnote" => self.open = Some((Place::End, of("id"))),
            "footnoteReference" | "endnoteReference" => {
                // One with a sign of its own has it in the text.
                if matches!(of("customMarkFollows").as_str(), "1" | "true" | "on") {
                    return None;
                }
                let place = if name == "footnoteReference" { Place::Foot } else { Place::End };
                return Some(self.number(place, of("id"), lacking));
            }
            "footnoteRef" | "endnoteRef" => {
                let (place, id) = self.open.clone()?;
                return self.kind(place).numbers.get(&id).cloned();
            }
            _ => {}
        }
        None
    }

    fn kind(&mut self, place: Place) -> &mut Kind {
        match place {
            Place::Foot => &mut self.feet,
            Place::End => &mut self.ends,
        }
    }

    /// The same note has the same number, where it is referred to once more.
    fn number(&mut self, place: Place, id: String, lacking: &mut Missings) -> String {
        let kind = self.kind(place);
        if let Some(known) = kind.numbers.get(&id) {
            return known.clone();
        }
        let number = kind.next;
        kind.next = number.saturating_add(1).min(LARGEST);
        let written = kind.format.written(number).unwrap_or_else(|| {
            lacking.add(Lack::Numbering, &kind.format.named(number));
            NEUTRAL.to_owned()
        });
        let said = format!("[^{written}]");
        kind.numbers.insert(id, said.clone());
        said
    }
}
