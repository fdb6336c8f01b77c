//! Office files (ISO/IEC 29500 and 26300): their text in the order in which it is read, and said to be only that; then the
//! pictures and files that they bring with them. What was struck out under change tracking stands between `~~`, what is
//! hidden between `[[` and `]]`. Parts that are neither read nor known to hold no text are named.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use calamine::{Data, Ods, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::bundle::{Bundle, Enclosed};
use crate::frame::{Kind, LARGEST_PART as MOST, Status};
use crate::missing::{Lack, Missings};

/// Of all that a document encloses, unpacked, in bytes.
const MOST_ENCLOSED: u64 = 256 * 1024 * 1024;
/// What was deleted and is in the file still.
const STRUCK: &str = "~~";

/// What is hidden, as other programs do not show it.
const HIDDEN: (&str, &str) = ("[[", "]]");

/// A document as an archive, and which of its parts were read.
struct Archive<'d> {
    zip: ZipArchive<Cursor<&'d [u8]>>,
    read: BTreeSet<String>,
    lacking: Missings,
}

pub fn word(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    let main = main_part(&mut archive, "word/document.xml")?;
    let relations = relations(&mut archive, &main);
    let mut text = String::new();
    let hidden = hidden_styles(&mut archive, &relations, "word/styles.xml");
    text.push_str(&read(&mut archive, &main, &WORDS, &hidden)?);
    // What stands at the foot, at the edge or around the text.
    for part in ["header", "footer", "footnotes", "endnotes", "comments"] {
        let related = relations.iter().filter(|relation| relation.is(part)).map(|relation| relation.target.clone());
        let mut names: Vec<String> = related.collect();
        names.extend(parts(&archive, &format!("word/{part}"), ".xml"));
        for name in names {
            // What is not of that kind by its name alone, as further lists about comments, holds no text.
            if archive.read.contains(&name) || without_text(&name) || !archive.has(&name) {
                continue;
            }
            let more = read(&mut archive, &name, &WORDS, &hidden)?;
            if !more.trim().is_empty() {
                text.push('\n');
                text.push_str(&more);
            }
        }
    }
    bundle(archive, text, "DOCX", depth)
}

pub fn slides(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    let main = main_part(&mut archive, "ppt/presentation.xml")?;
    let mut text = String::new();
    let slides = in_order(&mut archive, &main)?;
    if slides.is_empty() {
        return Err(Status::Malformed);
    }
    let none = BTreeSet::new();
    for (number, slide) in slides.iter().enumerate() {
        let _ = writeln!(text, "[{}]", number + 1);
        text.push_str(&read(&mut archive, slide, &SLIDES, &none)?);
        text.push('\n');
    }
    for part in ["ppt/notesSlides/", "ppt/comments/"] {
        for name in parts(&archive, part, ".xml") {
            text.push_str(&read(&mut archive, &name, &SLIDES, &none)?);
            text.push('\n');
        }
    }
    // What stands on every slide of a kind, its places for text apart.
    for part in ["ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/", "ppt/handoutMasters/"] {
        for name in parts(&archive, part, ".xml") {
            let more = read(&mut archive, &name, &MASTERS, &none)?;
            if !more.trim().is_empty() {
                text.push_str(&more);
                text.push('\n');
            }
        }
    }
    bundle(archive, text, "PPTX", depth)
}

/// Text or slides.
pub fn open_document(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    not_encrypted(&mut archive)?;
    let mut hidden = hidden_styles(&mut archive, &[], "content.xml");
    hidden.extend(hidden_styles(&mut archive, &[], "styles.xml"));
    let mut text = read(&mut archive, "content.xml", &OPEN_DOCUMENT, &hidden)?;
    // Headers and footers of its pages stand with the styles.
    if let Ok(more) = read(&mut archive, "styles.xml", &OPEN_DOCUMENT, &hidden)
        && !more.trim().is_empty()
    {
        text.push('\n');
        text.push_str(&more);
    }
    bundle(archive, text, "ODF", depth)
}

/// Tables: a line for each row, its cells with their places where they are not next to each other.
pub fn tables(kind: Kind, document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    let text = if kind == Kind::Ods {
        not_encrypted(&mut archive)?;
        archive.read.insert("content.xml".to_owned());
        open_tables(document)?
    } else {
        excel_tables(document, &mut archive)?
    };
    bundle(archive, text, if kind == Kind::Ods { "ODS" } else { "XLSX" }, depth)
}

fn excel_tables(document: &[u8], archive: &mut Archive<'_>) -> Result<String, Status> {
    const BOOK: &str = "xl/workbook.xml";
    // The library knows that one alone.
    if main_part(archive, BOOK)? != BOOK {
        return Err(Status::Malformed);
    }
    let relations = relations(archive, BOOK);
    let sheets = elements(archive, BOOK, "sheet", ["name", "r:id"])?;
    let states = elements(archive, BOOK, "sheet", ["name", "state"])?;
    let formats = formats(archive, &relations);
    let mut book = Xlsx::new(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    let (mut text, mut stored) = (String::new(), false);
    for name in book.sheet_names() {
        let state =
            states.iter().find(|[known, _]| quick_xml::escape::unescape(known).is_ok_and(|known| known == name));
        let hidden = state.is_some_and(|[_, state]| matches!(state.as_str(), "hidden" | "veryHidden"));
        if hidden {
            archive.lacking.add(Lack::Concealed, &name);
            let _ = writeln!(text, "{}[{name}]", HIDDEN.0);
        } else {
            let _ = writeln!(text, "[{name}]");
        }
        let of = |[known, _]: &&[String; 2]| quick_xml::escape::unescape(known).is_ok_and(|known| known == name);
        let id = sheets.iter().find(of).map(|[_, id]| id.as_str()).unwrap_or_default();
        let path = relations.iter().find(|relation| relation.id == id && relation.is("worksheet"));
        let sheet = match path {
            Some(path) => Sheet::of(archive, &path.target, &formats)?,
            None => Sheet::default(),
        };
        // A sheet of something else than cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        archive.lacking.add_many(Lack::Concealed, &name, sheet.count());
        stored |= sheet.formatted;
        let mut row = Row::default();
        while let Some(cell) = cells.next_cell().map_err(|_| Status::Malformed)? {
            let place = cell.get_position();
            let mut shown = match sheet.long.get(&place) {
                Some(number) => number.clone(),
                None => said(cell.get_value().clone().into()),
            };
            if sheet.hides(place) && !shown.is_empty() {
                shown = format!("{}{shown}{}", HIDDEN.0, HIDDEN.1);
            }
            row.cell(&mut text, place, &shown);
        }
        row.end(&mut text);
        if hidden {
            let _ = writeln!(text, "{}", HIDDEN.1);
        }
        text.push('\n');
    }
    if stored {
        archive.lacking.add(Lack::Stored, "");
    }
    let none = BTreeSet::new();
    for part in ["xl/comments", "xl/threadedComments/", "xl/drawings/drawing"] {
        for name in parts(archive, part, ".xml") {
            let more = read(archive, &name, &SLIDES, &none)?;
            if !more.trim().is_empty() {
                text.push_str(&more);
                text.push('\n');
            }
        }
    }
    Ok(text)
}

/// What of a sheet the library does not tell.
#[derive(Default)]
struct Sheet {
    rows: BTreeSet<u32>,
    /// From the first to the last.
    columns: Vec<(u32, u32)>,
    /// Numbers with more digits than it counts with, as they are stored.
    long: BTreeMap<(u32, u32), String>,
    /// Whether a number has a form of its own.
    formatted: bool,
}

impl Sheet {
    fn of(archive: &mut Archive<'_>, name: &str, formats: &[bool]) -> Result<Sheet, Status> {
        let part = unpacked(archive, name)?;
        let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let mut sheet = Sheet::default();
        let (mut row, mut place, mut plain, mut form, mut value) = (0, (0, 0), false, false, false);
        loop {
            match reader.read_event().map_err(|_| Status::Malformed)? {
                Event::Start(start) | Event::Empty(start) => {
                    let number = |name: &str| attribute(&start, name).and_then(|number| number.parse::<u32>().ok());
                    let hidden = || attribute(&start, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
                    value = false;
                    match local(&start).as_str() {
                        "row" => {
                            // One that does not say its place comes next.
                            row = number("r").unwrap_or(row + 1);
                            place = (row.saturating_sub(1), 0);
                            if hidden() {
                                sheet.rows.insert(row.saturating_sub(1));
                            }
                        }
                        "col" if hidden() => {
                            let (first, last) = (number("min").unwrap_or(1), number("max").unwrap_or(1));
                            sheet.columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                        }
                        "c" => {
                            let column = attribute(&start, "r").map(|place| column(&place));
                            place.1 = column.unwrap_or(place.1);
                            plain = attribute(&start, "t").is_none_or(|kind| kind == "n");
                            let style = number("s").and_then(|style| formats.get(style as usize).copied());
                            form = style.unwrap_or_default();
                        }
                        "v" => value = plain,
                        _ => {}
                    }
                }
                Event::Text(words) if value => {
                    let number = words.xml10_content();
                    sheet.formatted |= form;
                    let digits = number.split(['e', 'E']).next().unwrap_or_default();
                    if digits.bytes().filter(u8::is_ascii_digit).count() > 15 && !form {
                        sheet.long.insert(place, number.trim().to_owned());
                    }
                }
                Event::End(end) => {
                    value = false;
                    if end.local_name().as_ref() == "c" {
                        place.1 = place.1.saturating_add(1);
                    }
                }
                Event::Eof => return Ok(sheet),
                _ => {}
            }
        }
    }

    fn hides(&self, (row, column): (u32, u32)) -> bool {
        self.rows.contains(&row) || self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Rows and runs of columns that it hides.
    fn count(&self) -> u32 {
        u32::try_from(self.rows.len() + self.columns.len()).unwrap_or(u32::MAX)
    }
}

/// The number, from 0, of the column of a place such as `AB12`.
fn column(place: &str) -> u32 {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).map(|letter| u32::from(letter & 31));
    letters.fold(0_u32, |all, letter| all.saturating_mul(26).saturating_add(letter)).saturating_sub(1)
}

/// Of each style of cells, whether it gives numbers a form of its own.
fn formats(archive: &mut Archive<'_>, relations: &[Relation]) -> Vec<bool> {
    let name = relations.iter().find(|relation| relation.is("styles")).map(|relation| relation.target.clone());
    let Ok(part) = unpacked(archive, &name.unwrap_or_else(|| "xl/styles.xml".to_owned())) else { return Vec::new() };
    let part = String::from_utf8_lossy(&part);
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut formats, mut within) = (Vec::new(), false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => match local(&start).as_str() {
                "cellXfs" => within = true,
                "xf" if within => {
                    let format = attribute(&start, "numFmtId").unwrap_or_default();
                    formats.push(!matches!(format.as_str(), "" | "0" | "49"));
                }
                _ => {}
            },
            Ok(Event::End(end)) if end.local_name().as_ref() == "cellXfs" => within = false,
            Ok(Event::Eof) | Err(_) => return formats,
            Ok(_) => {}
        }
    }
}

fn open_tables(document: &[u8]) -> Result<String, Status> {
    let mut book: Ods<_> = Ods::new(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    let mut text = String::new();
    for (name, range) in book.worksheets() {
        let _ = writeln!(text, "[{name}]");
        let mut row = Row::default();
        let (top, left) = range.start().unwrap_or_default();
        for (down, across, cell) in range.used_cells() {
            let place = |from: u32, more: usize| from.saturating_add(u32::try_from(more).unwrap_or(u32::MAX));
            row.cell(&mut text, (place(top, down), place(left, across)), &said(cell.clone()));
        }
        row.end(&mut text);
        text.push('\n');
    }
    Ok(text)
}

/// The line of a row in the making.
#[derive(Default)]
struct Row {
    last: Option<(u32, u32)>,
}

impl Row {
    fn cell(&mut self, text: &mut String, (row, column): (u32, u32), said: &str) {
        if said.is_empty() {
            return;
        }
        match self.last {
            Some((last, _)) if last != row => text.push('\n'),
            Some(_) => text.push('\t'),
            None => {}
        }
        let begins = self.last.is_none_or(|(last, _)| last != row);
        let next = if begins { 0 } else { self.last.map_or(0, |(_, last)| last.saturating_add(1)) };
        if begins {
            let _ = write!(text, "{}: ", row.saturating_add(1));
        }
        if column != next {
            let _ = write!(text, "{}= ", letters(column));
        }
        text.push_str(&said.replace('\n', " "));
        self.last = Some((row, column));
    }

    fn end(&self, text: &mut String) {
        if self.last.is_some() {
            text.push('\n');
        }
    }
}

/// A, B … Z, AA, as columns are called.
fn letters(column: u32) -> String {
    let (mut name, mut left) = (Vec::new(), u64::from(column) + 1);
    while left > 0 {
        name.push(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default());
        left = (left - 1) / 26;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

fn said(cell: Data) -> String {
    match &cell {
        Data::DateTime(at) => match at.as_datetime() {
            // A day alone has no hour.
            Some(at) => at.to_string().trim_end_matches(" 00:00:00").to_owned(),
            None => cell.to_string(),
        },
        _ => cell.to_string(),
    }
}

/// Each entry of an encrypted one is, and its list of entries says so.
fn not_encrypted(archive: &mut Archive<'_>) -> Result<(), Status> {
    let list = unpacked(archive, "META-INF/manifest.xml").unwrap_or_default();
    if list.windows(15).any(|word| word == b"encryption-data") { Err(Status::Encryption) } else { Ok(()) }
}

/// What of the elements of a kind of document is text.
struct Elements {
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

const WORDS: Elements = Elements {
    text: &["t", "delText"],
    lines: &["p", "tr"],
    tabs: &["tab", "tc"],
    breaks: &["br", "cr"],
    not: &["Fallback"],
    struck: &["delText", "moveFrom"],
    places: false,
};
const SLIDES: Elements = Elements {
    text: &["t", "text"],
    lines: &["p", "tr", "text"],
    tabs: &["tab", "tc"],
    breaks: &["br"],
    not: &["Fallback"],
    struck: &[],
    places: false,
};
const MASTERS: Elements = Elements { places: true, ..SLIDES };
const OPEN_DOCUMENT: Elements = Elements {
    text: &[],
    lines: &["p", "h", "table-row", "page"],
    tabs: &["tab", "table-cell"],
    breaks: &["line-break"],
    not: &["font-face-decls", "automatic-styles", "styles", "scripts", "settings", "binary-data"],
    struck: &["deletion"],
    places: false,
};

/// An element that is open.
struct Open {
    name: String,
    /// What stands behind its text.
    ends: &'static str,
    left_out: bool,
}

/// The text of one part. `hidden`: the styles that hide text.
fn read(
    archive: &mut Archive<'_>,
    name: &str,
    elements: &Elements,
    hidden: &BTreeSet<String>,
) -> Result<String, Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    // On a ground of its own, white is no hiding.
    let ground = ["w:shd", "w:highlight", "w:tblStyle", "txbxContent"].into_iter().any(|ground| part.contains(ground));
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut text, mut open, mut left_out) = (String::new(), Vec::<Open>::new(), 0_u32);
    // Where the last hidden text ended.
    let mut ended = None;
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
        if let Event::Start(start) | Event::Empty(start) = &event
            && left_out == 0
        {
            let name = local(start);
            if matches!(name.as_str(), "cNvPr" | "docPr")
                && let Some(said) = attribute(start, "descr").filter(|said| !said.trim().is_empty())
            {
                archive.lacking.add(Lack::Aside, &said);
            }
            if elements.places && name == "ph" {
                if let Some(shape) = open.iter_mut().rfind(|open| open.name == "sp").filter(|shape| !shape.left_out) {
                    shape.left_out = true;
                    left_out += 1;
                }
            } else if let Some(whole) = hides(start, &name, &open, hidden, ground)
                && let Some(whole) = open.get_mut(whole).filter(|whole| whole.ends.is_empty())
            {
                whole.ends = HIDDEN.1;
                begin(&mut text, ended, &name, &mut archive.lacking);
            }
        }
        match event {
            Event::Start(start) => {
                let name = local(&start);
                let apart = elements.not.contains(&name.as_str());
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
                open.push(Open { name, ends, left_out: apart });
            }
            Event::Empty(empty) if left_out == 0 => {
                let name = local(&empty);
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
                    text.push_str(ends);
                    if ends == HIDDEN.1 {
                        ended = Some(text.len());
                    }
                    if elements.lines.contains(&name) {
                        text.push('\n');
                    } else if elements.tabs.contains(&name) {
                        text.push('\t');
                    } else if elements.breaks.contains(&name) {
                        text.push('\n');
                    }
                }
            }
            Event::Text(words) if left_out == 0 && inside(&open) => {
                let words = words.xml10_content();
                // Where text may stand anywhere, so does what makes the file pleasant to look at.
                if !elements.text.is_empty() || !words.trim().is_empty() || !words.contains('\n') {
                    text.push_str(&words);
                }
            }
            Event::CData(words) if left_out == 0 && inside(&open) => text.push_str(&words.xml10_content()),
            Event::GeneralRef(sign) if left_out == 0 && inside(&open) => text.push_str(&character(&sign)),
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

/// Which open element it hides, as a property of it: text marked as hidden, smaller than can be read, or white on white.
fn hides(start: &BytesStart<'_>, name: &str, open: &[Open], hidden: &BTreeSet<String>, ground: bool) -> Option<usize> {
    let value = || attribute(start, "val").unwrap_or_default();
    let above = |properties: &str, of: &str| {
        let at = open.len().checked_sub(2)?;
        let is = |at: usize, name: &str| open.get(at).is_some_and(|open| open.name == name);
        (is(at, of) && is(at + 1, properties)).then_some(at)
    };
    let hides = match name {
        "vanish" => !matches!(value().as_str(), "0" | "false" | "off"),
        // In halves of a point.
        "sz" => value().parse::<u32>().is_ok_and(|halves| halves <= 2),
        "color" => !ground && value().eq_ignore_ascii_case("ffffff"),
        "rStyle" | "pStyle" => hidden.contains(&value()),
        "cNvPr" | "docPr" if attribute(start, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true") => {
            return open.iter().rposition(|open| {
                matches!(open.name.as_str(), "sp" | "pic" | "graphicFrame" | "grpSp" | "inline" | "anchor")
            });
        }
        _ => false,
    };
    if !hides {
        return None;
    }
    if name == "pStyle" { above("pPr", "p") } else { above("rPr", "r") }
}

/// Whether it says of itself that it is not shown: a slide, or a part of an open document.
fn is_hidden(start: &BytesStart<'_>, name: &str, hidden: &BTreeSet<String>) -> bool {
    let said = |name: &str| attribute(start, name).unwrap_or_default();
    match name {
        "sld" => matches!(said("show").as_str(), "0" | "false"),
        "hidden-text" | "hidden-paragraph" => true,
        "section" => matches!(said("display").as_str(), "none" | "condition"),
        "table-row" => matches!(said("visibility").as_str(), "collapse" | "filter"),
        "p" | "h" | "span" | "table" | "page" | "frame" => hidden.contains(&said("style-name")),
        _ => false,
    }
}

/// The styles of a part that hide what is written in them.
fn hidden_styles(archive: &mut Archive<'_>, relations: &[Relation], name: &str) -> BTreeSet<String> {
    let related = relations.iter().find(|relation| relation.is("styles")).map(|relation| relation.target.as_str());
    let mut hidden = BTreeSet::new();
    let Ok(part) = unpacked(archive, related.unwrap_or(name)) else { return hidden };
    let part = String::from_utf8_lossy(&part);
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut style = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let said = |name: &str| attribute(&start, name).unwrap_or_default();
                let hides = match local(&start).as_str() {
                    "style" => {
                        style = attribute(&start, "styleId").unwrap_or_else(|| said("name"));
                        false
                    }
                    "vanish" => !matches!(said("val").as_str(), "0" | "false" | "off"),
                    "text-properties" => {
                        let white =
                            said("color").eq_ignore_ascii_case("#ffffff") && said("background-color").is_empty();
                        said("display") == "none" || white || matches!(said("font-size").as_str(), "0pt" | "1pt")
                    }
                    "table-properties" => said("display") == "false",
                    "drawing-page-properties" => said("visibility") == "hidden",
                    _ => false,
                };
                if hides && !style.is_empty() {
                    hidden.insert(style.clone());
                }
            }
            Ok(Event::End(end)) if end.local_name().as_ref() == "style" => style.clear(),
            Ok(Event::Eof) | Err(_) => return hidden,
            Ok(_) => {}
        }
    }
}

/// How one part of a package leads to another (ISO/IEC 29500-2).
struct Relation {
    id: String,
    kind: String,
    /// The path of a part; of something outside, its address.
    target: String,
    outside: bool,
}

impl Relation {
    fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Of a part, or of the whole, which has no name.
fn relations(archive: &mut Archive<'_>, of: &str) -> Vec<Relation> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let separator = if folder.is_empty() { "" } else { "/" };
    relations_in(archive, &format!("{folder}{separator}_rels/{file}.rels"), folder)
}

/// `folder`: what their targets are relative to.
fn relations_in(archive: &mut Archive<'_>, list: &str, folder: &str) -> Vec<Relation> {
    let said = |text: &str| quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), Cow::into_owned);
    let targets = elements(archive, list, "Relationship", ["Id", "Target"]).unwrap_or_default();
    let kinds = elements(archive, list, "Relationship", ["Type", "TargetMode"]).unwrap_or_default();
    let relation = |([id, target], [kind, mode]): ([String; 2], [String; 2])| {
        let outside = mode == "External";
        let target = if outside { said(&target) } else { path(folder, &said(&target)) };
        Relation { id, kind, target, outside }
    };
    targets.into_iter().zip(kinds).map(relation).collect()
}

fn path(folder: &str, target: &str) -> String {
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut path = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

/// The part that other programs open first. `usual`: where it stands in a package that does not say.
fn main_part(archive: &mut Archive<'_>, usual: &str) -> Result<String, Status> {
    if !archive.has("_rels/.rels") {
        return Ok(usual.to_owned());
    }
    let relations = relations_in(archive, "_rels/.rels", "");
    let main = relations.into_iter().find(|relation| relation.is("officeDocument") && !relation.outside);
    main.map(|relation| relation.target).ok_or(Status::Malformed)
}

fn local(start: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(start.local_name().as_ref().as_bytes()).into_owned()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

/// `&amp;`, `&#233;`; of anything else, as it stands there.
fn character(sign: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = sign.resolve_char_ref() {
        return c.to_string();
    }
    match &*sign.xml10_content() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}

fn open(document: &[u8]) -> Result<Archive<'_>, Status> {
    let zip = ZipArchive::new(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    let mut lacking = Missings::default();
    listed(document, &mut lacking);
    Ok(Archive { zip, read: BTreeSet::new(), lacking })
}

impl Archive<'_> {
    fn has(&self, name: &str) -> bool {
        names(self).any(|known| known == name)
    }
}

/// What the list of an archive (APPNOTE 6.3) does not say of the file: parts of one name, and bytes that belong to no part.
fn listed(document: &[u8], lacking: &mut Missings) {
    let number = |at: usize, bytes: usize| {
        let bytes = document.get(at..at.checked_add(bytes)?)?;
        Some(bytes.iter().rev().fold(0_usize, |all, byte| all << 8 | usize::from(*byte)))
    };
    let is = |at: usize, mark: &[u8]| document.get(at..).is_some_and(|rest| rest.starts_with(mark));
    let Some(end) = document.windows(4).rposition(|mark| mark == b"PK\x05\x06") else { return };
    let behind = document.len().saturating_sub(end + 22);
    let (size, place) = (number(end + 12, 4).unwrap_or_default(), number(end + 16, 4).unwrap_or_default());
    let Some(list) = [end.checked_sub(size), Some(place)].into_iter().flatten().find(|at| is(*at, b"PK\x01\x02"))
    else {
        return lacking.add_many(Lack::Follows, &behind.to_string(), u32::from(behind > 0));
    };
    let before = list.saturating_sub(place);
    let (mut at, mut seen, mut ranges) = (list, BTreeSet::new(), Vec::new());
    while is(at, b"PK\x01\x02") {
        let of = |place: usize, bytes: usize| number(at + place, bytes).unwrap_or_default();
        let (packed, long, more, remark, begins) = (of(20, 4), of(28, 2), of(30, 2), of(32, 2), of(42, 4));
        let name = document.get(at + 46..at + 46 + long).unwrap_or_default();
        let shown = String::from_utf8_lossy(name);
        // To other programs, capitals make no other name.
        let twice = !seen.insert(shown.to_lowercase());
        let local = begins.saturating_add(before);
        let (own, extra) = (number(local + 26, 2).unwrap_or_default(), number(local + 28, 2).unwrap_or_default());
        let differs = document.get(local + 30..local + 30 + own).is_some_and(|own| own != name);
        lacking.add_many(Lack::Twice, &shown, u32::from(twice || differs));
        ranges.push((local, local.saturating_add(30 + own + extra).saturating_add(packed)));
        at += 46 + long + more + remark;
    }
    ranges.sort_unstable();
    let (mut covered, mut outside) = (0, behind);
    // Some write the size of a part behind it, in at most so many bytes.
    let described = 24;
    for (begins, ends) in ranges.into_iter().chain([(list, list)]) {
        let gap = begins.saturating_sub(covered);
        outside += if gap > described || covered == 0 { gap } else { 0 };
        covered = covered.max(ends);
    }
    lacking.add_many(Lack::Follows, &outside.to_string(), u32::from(outside > 0));
}

fn unpacked(archive: &mut Archive<'_>, name: &str) -> Result<Vec<u8>, Status> {
    let mut part = archive.zip.by_name(name).map_err(|_| Status::Malformed)?;
    let mut bytes = Vec::new();
    part.by_ref().take(MOST + 1).read_to_end(&mut bytes).map_err(|_| Status::Malformed)?;
    archive.read.insert(name.to_owned());
    if bytes.len() as u64 > MOST { Err(Status::Unpacks) } else { Ok(bytes) }
}

/// One whose name cannot be read has no part that is known.
fn names<'a>(archive: &'a Archive<'_>) -> impl Iterator<Item = String> + 'a {
    archive.zip.file_names().map(|name| name.map(Cow::into_owned).unwrap_or_default())
}

/// The parts of such a name, in the order of their numbers.
fn parts(archive: &Archive<'_>, begins: &str, ends: &str) -> Vec<String> {
    let of = |name: &String| name.starts_with(begins) && name.ends_with(ends) && !name.contains("_rels");
    let mut names: Vec<String> = names(archive).filter(of).collect();
    let number = |name: &String| {
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        (digits.parse::<u64>().unwrap_or_default(), name.clone())
    };
    names.sort_by_key(number);
    names
}

/// The slides as they follow one another, which their names need not say; those that are on no list come last.
fn in_order(archive: &mut Archive<'_>, main: &str) -> Result<Vec<String>, Status> {
    let listed = elements(archive, main, "sldId", ["r:id", "id"])?;
    let relations = relations(archive, main);
    let mut slides = Vec::new();
    for [id, _] in listed {
        let target = relations.iter().find(|relation| relation.id == id && !relation.outside);
        slides.extend(target.map(|relation| relation.target.clone()).filter(|name| archive.has(name)));
    }
    let all = parts(archive, "ppt/slides/slide", ".xml");
    let rest: Vec<String> = all.into_iter().filter(|name| !slides.contains(name)).collect();
    slides.extend(rest);
    Ok(slides)
}

/// Two attributes of every element of a name.
fn elements(archive: &mut Archive<'_>, name: &str, element: &str, keys: [&str; 2]) -> Result<Vec<[String; 2]>, Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut found = Vec::new();
    loop {
        match reader.read_event().map_err(|_| Status::Malformed)? {
            Event::Start(start) | Event::Empty(start) if local(&start) == element => {
                found.push(keys.map(|key| qualified(&start, key).unwrap_or_default()));
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn qualified(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    attributes.find(|attribute| attribute.key.as_ref() == name).map(|attribute| attribute.value.to_string())
}

/// With what it encloses: everything that is neither text nor form. What else there is, is named.
fn bundle(mut archive: Archive<'_>, text: String, kind: &str, depth: u32) -> Result<Bundle, Status> {
    let mut lacking = Missings::default();
    lacking.add(Lack::Unformatted, kind);
    lacking.append(std::mem::take(&mut archive.lacking));
    let names: Vec<String> = names(&archive).collect();
    let (mut enclosed, mut room) = (Vec::new(), MOST_ENCLOSED);
    for name in names {
        if name.ends_with(".rels") {
            for relation in relations_in(&mut archive, &name, "").into_iter().filter(|relation| relation.outside) {
                let address = relation.target.trim_start_matches("mailto:").trim_end_matches('/');
                // An address that is read on the page says itself where it leads.
                if !text.contains(address) {
                    lacking.add(Lack::Outside, &relation.target);
                }
            }
            continue;
        }
        if name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/") {
            lacking.add(Lack::Script, &name);
            continue;
        }
        if name.contains("ignatures") && (name.starts_with("META-INF/") || name.starts_with("_xmlsignatures/")) {
            lacking.add(Lack::Signature, &name);
            continue;
        }
        if !is_enclosed(&name) {
            if !name.ends_with('/') && !without_text(&name) && !archive.read.contains(&name) {
                lacking.add(Lack::Part, &name);
            }
            continue;
        }
        let part = archive.zip.by_name(&name).ok().filter(|part| part.size() <= room);
        let bytes = part.and_then(|part| {
            let mut bytes = Vec::new();
            part.take(room + 1).read_to_end(&mut bytes).ok()?;
            Some(bytes).filter(|bytes| bytes.len() as u64 <= room)
        });
        match bytes {
            Some(bytes) => {
                room -= bytes.len() as u64;
                enclosed.push(Enclosed { name, bytes });
            }
            None => lacking.add(Lack::Attachment, &name),
        }
    }
    Bundle::of(text, 0, enclosed, lacking, depth)
}

/// Parts that say how a document looks and is treated, and hold none of its text.
fn without_text(name: &str) -> bool {
    const FILES: [&str; 32] = [
        "[Content_Types].xml",
        "mimetype",
        "layout-cache",
        "meta.xml",
        "settings.xml",
        "manifest.rdf",
        "styles.xml",
        "stylesWithEffects.xml",
        "webSettings.xml",
        "fontTable.xml",
        "numbering.xml",
        "people.xml",
        "person.xml",
        "commentsExtended.xml",
        "commentsIds.xml",
        "commentsExtensible.xml",
        "workbook.xml",
        "sharedStrings.xml",
        "calcChain.xml",
        "metadata.xml",
        "presentation.xml",
        "presProps.xml",
        "viewProps.xml",
        "tableStyles.xml",
        "commentAuthors.xml",
        "authors.xml",
        "app.xml",
        "core.xml",
        "manifest.xml",
        "current.xml",
        "accelerator.xml",
        "documentinfo.xml",
    ];
    const FOLDERS: [&str; 7] =
        ["Configurations2/", "ObjectReplacements/", "Fonts/", "fonts/", "theme/", "printerSettings", "humbnail"];
    let file = name.rsplit('/').next().unwrap_or(name);
    // Of where programs look for them, and not deep in a folder that anybody may make.
    let usual = ["word/", "xl/", "ppt/", "docProps/", "META-INF/", "Object ", "customUI"];
    let known = !name.contains('/') || usual.iter().any(|folder| name.starts_with(folder));
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let look = ["odttf", "fntdata", "rels", "ttf", "otf"].contains(&ending.as_str());
    look || known && FILES.contains(&file) && !name.contains("glossary/")
        || FOLDERS.iter().any(|folder| name.contains(folder))
}

fn is_enclosed(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let form = ["xml", "rels", "vml", "odttf", "fntdata", "rdf"].contains(&ending.as_str());
    let apart = ["mimetype", "layout-cache"].contains(&name)
        || name.contains("humbnail")
        || name.contains("printerSettings")
        || name.ends_with("vbaProject.bin")
        || ["Basic/", "Scripts/", "Configurations2/", "META-INF/", "ObjectReplacements/", "Fonts/"]
            .iter()
            .any(|folder| name.starts_with(folder));
    !form && !apart && !name.ends_with('/')
}
