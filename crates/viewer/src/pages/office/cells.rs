//! What the cells of a book have in common (ISO/IEC 29500-1, 18.4 and 18.8): how they look, and the texts that stand in them.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::besides;
use super::package::{Archive, Relation, attribute, character, local, unpacked};
use super::text::HIDDEN;
use crate::frame::Status;
use crate::missing::Lack;

/// Of a style of cells.
#[derive(Clone, Copy, Default)]
pub(super) struct Format {
    /// Whether it gives numbers a form of their own.
    pub(super) form: bool,
    /// Whether nothing is seen of what is written in it.
    pub(super) hides: bool,
}

fn part(archive: &mut Archive<'_>, relations: &[Relation], kind: &str, usual: &str) -> Option<String> {
    let name = relations.iter().find(|relation| relation.is(kind)).map(|relation| relation.target.clone());
    let part = unpacked(archive, &name.unwrap_or_else(|| usual.to_owned())).ok()?;
    Some(String::from_utf8_lossy(&part).trim_start_matches('\u{feff}').to_owned())
}

/// Each style of cells, in its order.
pub(super) fn formats(archive: &mut Archive<'_>, relations: &[Relation]) -> Vec<Format> {
    let Some(part) = part(archive, relations, "styles", "xl/styles.xml") else { return Vec::new() };
    let mut reader = Reader::from_str(&part);
    let (mut formats, mut within) = (Vec::new(), String::new());
    // Whether a font is white, whether a fill is another colour, and which forms of numbers show nothing.
    let (mut fonts, mut fills, mut empty) = (Vec::<bool>::new(), Vec::<bool>::new(), BTreeSet::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let name = local(&start);
                besides::said(&start, &name, "", archive);
                let said = |name: &str| attribute(&start, name).unwrap_or_default();
                match (within.as_str(), name.as_str()) {
                    (_, "fonts" | "fills" | "cellXfs" | "numFmts" | "cellStyleXfs" | "dxfs") => within = name,
                    ("numFmts", "numFmt") => {
                        let form = said("formatCode");
                        if form.contains(";;") && form.trim_matches(';').is_empty() {
                            empty.insert(said("numFmtId"));
                        }
                    }
                    ("fonts", "font") => fonts.push(false),
                    ("fonts", "color") => fonts.last_mut().into_iter().for_each(|white| *white = is_white(&start)),
                    ("fills", "fill") => fills.push(false),
                    ("fills", "patternFill") => {
                        let filled = !matches!(said("patternType").as_str(), "" | "none");
                        fills.last_mut().into_iter().for_each(|other| *other = filled);
                    }
                    ("fills", "gradientFill") => fills.last_mut().into_iter().for_each(|other| *other = true),
                    ("fills", "fgColor") if is_white(&start) => {
                        fills.last_mut().into_iter().for_each(|other| *other = false);
                    }
                    ("cellXfs", "xf") => {
                        let of = |list: &[bool], name: &str| {
                            said(name).parse::<usize>().ok().and_then(|number| list.get(number).copied())
                        };
                        let white =
                            of(&fonts, "fontId").unwrap_or_default() && !of(&fills, "fillId").unwrap_or_default();
                        let form = said("numFmtId");
                        let hides = white || empty.contains(&form);
                        formats.push(Format { form: !matches!(form.as_str(), "" | "0" | "49"), hides });
                    }
                    _ => {}
                }
            }
            Ok(Event::End(end)) if end.local_name().as_ref() == within.as_str() => within.clear(),
            Ok(Event::Eof) => return formats,
            Err(_) => {
                archive.broken = archive.broken.or(Some(Status::Malformed));
                return formats;
            }
            Ok(_) => {}
        }
    }
}

fn is_white(start: &BytesStart<'_>) -> bool {
    let said = |name: &str| attribute(start, name).unwrap_or_default();
    let rgb = said("rgb").to_ascii_uppercase();
    rgb.ends_with("FFFFFF")
        || said("theme") == "0" && said("tint").is_empty()
        || matches!(said("indexed").as_str(), "1" | "9")
}

struct SharedString {
    said: String,
    /// The same with signs around what is hidden of it, and before what stands above or below the line; none where nothing does.
    marked: Option<String>,
    hides: bool,
}

/// The texts that cells name by number.
#[derive(Default)]
pub(super) struct Strings {
    all: Vec<SharedString>,
    /// How they are read out, where that is said.
    spoken: Vec<String>,
}

impl Strings {
    pub(super) fn of(archive: &mut Archive<'_>, relations: &[Relation]) -> Strings {
        let mut strings = Strings::default();
        let Some(part) = part(archive, relations, "sharedStrings", "xl/sharedStrings.xml") else { return strings };
        let mut reader = Reader::from_str(&part);
        let (mut whole, mut marked, mut run, mut white, mut spoken, mut text) =
            (String::new(), String::new(), String::new(), false, false, false);
        let (mut height, mut hides) = ("", false);
        loop {
            match reader.read_event() {
                Ok(Event::Start(start) | Event::Empty(start)) => match local(&start).as_str() {
                    "si" => (whole, marked, hides) = (String::new(), String::new(), false),
                    "r" => (white, height) = (false, ""),
                    "color" => white = is_white(&start),
                    "vertAlign" => {
                        height = match attribute(&start, "val").as_deref() {
                            Some("superscript") => "^",
                            Some("subscript") => "_",
                            _ => "",
                        }
                    }
                    "rPh" => spoken = true,
                    "t" => (text, run) = (true, String::new()),
                    _ => {}
                },
                Ok(Event::Text(words)) if text => run.push_str(&words.xml10_content()),
                Ok(Event::GeneralRef(sign)) if text => run.push_str(&character(&sign)),
                Ok(Event::End(end)) => match end.local_name().as_ref() {
                    "t" => {
                        text = false;
                        let run = std::mem::take(&mut run);
                        if spoken {
                            strings.spoken.push(run);
                            continue;
                        }
                        whole.push_str(&run);
                        marked.push_str(height);
                        hides |= white;
                        if white {
                            marked.push_str(&format!("{}{run}{}", HIDDEN.0, HIDDEN.1));
                        } else {
                            marked.push_str(&run);
                        }
                    }
                    "r" => (white, height) = (false, ""),
                    "rPh" => spoken = false,
                    "si" => {
                        let differs = marked != whole;
                        let marked = differs.then(|| std::mem::take(&mut marked));
                        strings.all.push(SharedString { said: std::mem::take(&mut whole), marked, hides });
                    }
                    _ => {}
                },
                Ok(Event::Eof) => return strings,
                Err(_) => {
                    archive.broken = archive.broken.or(Some(Status::Malformed));
                    return strings;
                }
                Ok(_) => {}
            }
        }
    }

    /// One of which something is hidden or stands above or below the line, with signs for that.
    pub(super) fn marked(&self, number: usize) -> Option<&str> {
        self.all.get(number).and_then(|common| common.marked.as_deref())
    }

    /// Takes down those that stand in no cell, and how texts are read out.
    pub(super) fn rest(&self, used: &BTreeSet<usize>, archive: &mut Archive<'_>) {
        for (number, SharedString { said, hides, .. }) in self.all.iter().enumerate() {
            if !used.contains(&number) {
                archive.apart.add("sharedStrings", said);
            } else if *hides {
                archive.lacking.add(Lack::Concealed, "sharedStrings");
            }
        }
        self.spoken.iter().for_each(|said| archive.apart.add("rPh", said));
    }
}
