//! The text of a part of an office file, in the order in which it is read.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::alternative::Alternatives;
use super::besides;
use super::hidden::{Open, hides, is_hidden};
use super::instructions::Instructions;
use super::lists::Lists;
use super::package::{Archive, attribute, character, local, unpacked};
use super::signs::Signs;
use crate::frame::Status;
use crate::missing::{Lack, Missings};

/// What was deleted and is in the file still.
pub(super) const STRUCK: &str = "~~";

/// What is hidden, as other programs do not show it.
pub(super) const HIDDEN: (&str, &str) = ("[[", "]]");

/// What of the elements of a kind of document is text.
pub(super) struct Elements {
    /// Text stands in these alone; everywhere where there are none.
    text: &'static [&'static str],
    /// A line ends with these.
    lines: &'static [&'static str],
    tabs: &'static [&'static str],
    breaks: &'static [&'static str],
    /// The same once more, for other programs.
    not: &'static [&'static str],
    struck: &'static [&'static str],
    /// Whether places for text hold only what is said in them as long as nothing stands there.
    places: bool,
}

pub(super) const WORDS: Elements = Elements {
    text: &["t", "delText"],
    lines: &["p", "tr"],
    tabs: &["tab", "ptab", "tc"],
    breaks: &["br", "cr"],
    not: &[],
    struck: &["delText", "moveFrom"],
    places: false,
};
pub(super) const SLIDES: Elements = Elements {
    text: &["t", "text"],
    lines: &["p", "tr", "text"],
    tabs: &["tab", "tc"],
    breaks: &["br"],
    not: &[],
    struck: &[],
    places: false,
};
pub(super) const MASTERS: Elements = Elements { places: true, ..SLIDES };
pub(super) const OPEN_DOCUMENT: Elements = Elements {
    text: &[],
    lines: &["p", "h", "table-row", "page"],
    tabs: &["tab", "table-cell"],
    breaks: &["line-break"],
    not: &["font-face-decls", "automatic-styles", "styles", "scripts", "settings", "binary-data"],
    struck: &["deletion"],
    places: false,
};

/// The text of one part. `hidden`: the styles that hide text. `lists`: what stands before paragraphs.
pub(super) fn read(
    archive: &mut Archive<'_>,
    name: &str,
    elements: &Elements,
    hidden: &BTreeSet<String>,
    lists: &mut Lists,
) -> Result<String, Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    // On a ground of its own, white is no hiding.
    let mut slide = archive.slide.map(|slide| slide.with(part));
    let ground = ["w:shd", "w:highlight", "w:tblStyle"].into_iter().any(|ground| part.contains(ground));
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut text, mut open, mut left_out) = (String::new(), Vec::<Open>::new(), 0_u32);
    // Where the last hidden text ended.
    let mut ended = None;
    let (mut alternatives, mut instructions) = (Alternatives::default(), Instructions::default());
    let mut signs = Signs::default();
    lists.part();
    let begin = |text: &mut String, ended: Option<usize>, why: &str, lacking: &mut Missings| {
        lacking.add(Lack::Concealed, why);
        // Next to each other, they are one.
        if ended == Some(text.len()) {
            text.truncate(text.len() - HIDDEN.1.len());
        } else {
            text.push_str(HIDDEN.0);
        }
    };
    loop {
        let event = reader.read_event().map_err(|_| Status::Malformed)?;
        let inside = |open: &[Open]| {
            elements.text.is_empty() || open.last().is_some_and(|open| elements.text.contains(&open.name.as_str()))
        };
        let apart = |open: &[Open]| {
            let within = open.last().map_or("", |open| open.name.as_str());
            !elements.text.is_empty() && matches!(within, "instrText" | "delInstrText" | "author")
        };
        if let Event::Start(start) | Event::Empty(start) = &event
            && elements.text.is_empty()
        {
            signs.style(start, &local(start));
        }
        if let Event::Start(start) | Event::Empty(start) = &event
            && left_out == 0
        {
            let name = local(start);
            if let Some(number) = lists.begin(start, &name, &open, &mut archive.lacking) {
                text.push_str(&number);
            }
            if elements.text.is_empty() {
                besides::said_openly(start, &name, archive);
                signs.span(start, &name, &mut text);
            } else {
                besides::said(start, &name, open.last().map_or("", |open| open.name.as_str()), archive);
                instructions.begin(start, &name, archive);
                signs.begin(start, &name, &open, &mut text);
            }
            if elements.places && name == "ph" {
                if let Some(shape) = open.iter_mut().rfind(|open| open.name == "sp").filter(|shape| !shape.left_out) {
                    shape.left_out = true;
                    left_out += 1;
                }
            } else {
                let empty = matches!(event, Event::Empty(_));
                let by_slide = slide.as_mut().and_then(|slide| slide.hides(start, &name, empty, &open));
                let by_itself = || hides(start, &name, &open, hidden, ground).map(|whole| (whole, name.as_str()));
                if let Some((whole, why)) = by_slide.or_else(by_itself)
                    && let Some(whole) = open.get_mut(whole).filter(|whole| whole.ends.is_empty())
                {
                    whole.ends = HIDDEN.1;
                    begin(&mut text, ended, why, &mut archive.lacking);
                }
            }
        }
        match event {
            Event::Start(start) => {
                let name = local(&start);
                let apart = elements.not.contains(&name.as_str());
                if left_out == 0 && alternatives.begin(&name, &text, archive) {
                    ended = None;
                }
                left_out += u32::from(apart);
                let mut ends = "";
                if left_out == 0 && elements.struck.contains(&name.as_str()) {
                    text.push_str(STRUCK);
                    archive.lacking.add(Lack::Concealed, &name);
                    ends = STRUCK;
                } else if left_out == 0 && is_hidden(&start, &name, hidden) {
                    begin(&mut text, ended, &name, &mut archive.lacking);
                    ends = HIDDEN.1;
                }
                if left_out == 0 {
                    signs.opens(&name, &open, &mut text);
                }
                open.push(Open { name, ends, left_out: apart });
            }
            Event::Empty(empty) if left_out == 0 => {
                let name = local(&empty);
                if let Some(number) = lists.end(&name, &open, &mut archive.lacking) {
                    text.push_str(&number);
                }
                if !matches!(name.as_str(), "f" | "sup" | "sub" | "rad" | "d" | "num" | "deg") {
                    signs.end(&name, &open, &mut text);
                }
                if elements.breaks.contains(&name.as_str()) || elements.lines.contains(&name.as_str()) {
                    text.push('\n');
                } else if elements.tabs.contains(&name.as_str()) {
                    text.push('\t');
                } else if name == "s" && elements.text.is_empty() {
                    // So many spaces.
                    let count = attribute(&empty, "c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                    text.extend(std::iter::repeat_n(' ', count.min(1000)));
                } else if name == "noBreakHyphen" {
                    text.push('\u{2011}');
                } else if name == "softHyphen" {
                    text.push('\u{ad}');
                } else if name == "sym" {
                    // A sign of a font, by its number there.
                    let number = attribute(&empty, "char").and_then(|number| u32::from_str_radix(&number, 16).ok());
                    text.extend(number.and_then(char::from_u32));
                } else if name == "hidden-text"
                    && let Some(said) = attribute(&empty, "string-value").filter(|said| !said.is_empty())
                {
                    begin(&mut text, ended, &name, &mut archive.lacking);
                    text.push_str(&said);
                    text.push_str(HIDDEN.1);
                    ended = Some(text.len());
                }
            }
            Event::End(_) => {
                let Some(Open { name, ends, left_out: apart }) = open.pop() else { continue };
                let name = name.as_str();
                if apart {
                    left_out = left_out.saturating_sub(1);
                } else if left_out == 0 {
                    if let Some(number) = lists.end(name, &open, &mut archive.lacking) {
                        text.push_str(&number);
                    }
                    signs.end(name, &open, &mut text);
                    text.push_str(ends);
                    if ends == HIDDEN.1 {
                        ended = Some(text.len());
                    }
                    if alternatives.end(name, &mut text, archive) {
                        ended = None;
                    }
                    instructions.end(name, archive);
                    if elements.lines.contains(&name) {
                        text.push('\n');
                    } else if elements.tabs.contains(&name) {
                        text.push('\t');
                    } else if elements.breaks.contains(&name) {
                        text.push('\n');
                    }
                }
            }
            Event::Text(words) if left_out == 0 && apart(&open) => {
                let name = open.last().map_or("", |open| open.name.as_str());
                instructions.say(name, &words.xml10_content());
            }
            Event::CData(words) if left_out == 0 && apart(&open) => {
                let name = open.last().map_or("", |open| open.name.as_str());
                instructions.say(name, &words.xml10_content());
            }
            Event::GeneralRef(sign) if left_out == 0 && apart(&open) => {
                let name = open.last().map_or("", |open| open.name.as_str());
                instructions.say(name, &character(&sign));
            }
            Event::Comment(words) => archive.apart.add("comment", &words.xml10_content()),
            Event::Text(words) if left_out == 0 && inside(&open) => {
                let words = words.xml10_content();
                // Where text may stand anywhere, so does what makes the file pleasant to look at.
                if !elements.text.is_empty() || !words.trim().is_empty() || !words.contains('\n') {
                    text.push_str(&words);
                }
            }
            Event::CData(words) if left_out == 0 && inside(&open) => text.push_str(&words.xml10_content()),
            Event::GeneralRef(sign) if left_out == 0 && inside(&open) => text.push_str(&character(&sign)),
            Event::Eof => {
                if !open.is_empty() {
                    archive.lacking.add(Lack::CutShort, "");
                }
                instructions.done(archive);
                return Ok(text);
            }
            _ => {}
        }
    }
}
