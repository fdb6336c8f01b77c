//! Office files (ISO/IEC 29500 and 26300): their text in the order in which it is read, and said to be only that; then the
//! pictures and files that they bring with them. What was struck out under change tracking stands between `~~`.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Cursor, Read as _};

use calamine::{Data, Ods, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::bundle::{Bundle, Enclosed};
use crate::frame::{Kind, Status};
use crate::missing::{Lack, Missings};

/// Of one part of a document, unpacked, in bytes.
const MOST: u64 = 128 * 1024 * 1024;
/// Of all that a document encloses, unpacked, in bytes.
const MOST_ENCLOSED: u64 = 256 * 1024 * 1024;
/// What was deleted and is in the file still.
const STRUCK: &str = "~~";

type Archive<'d> = ZipArchive<Cursor<&'d [u8]>>;

pub fn word(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    let mut text = read(&mut archive, "word/document.xml", &WORDS)?;
    // What stands at the foot, at the edge or around the text.
    for part in ["header", "footer", "footnotes", "endnotes", "comments"] {
        for name in parts(&archive, &format!("word/{part}"), ".xml") {
            let more = read(&mut archive, &name, &WORDS)?;
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
    let mut text = String::new();
    let slides = in_order(&mut archive)?;
    if slides.is_empty() {
        return Err(Status::Malformed);
    }
    for (number, slide) in slides.iter().enumerate() {
        let _ = writeln!(text, "[{}]", number + 1);
        text.push_str(&read(&mut archive, slide, &SLIDES)?);
        text.push('\n');
    }
    for part in ["ppt/notesSlides/", "ppt/comments/"] {
        for name in parts(&archive, part, ".xml") {
            text.push_str(&read(&mut archive, &name, &SLIDES)?);
            text.push('\n');
        }
    }
    bundle(archive, text, "PPTX", depth)
}

/// Text or slides.
pub fn open_document(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    not_encrypted(&mut archive)?;
    let mut text = read(&mut archive, "content.xml", &OPEN_DOCUMENT)?;
    // Headers and footers of its pages stand with the styles.
    if let Ok(more) = read(&mut archive, "styles.xml", &OPEN_DOCUMENT)
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
        open_tables(document)?
    } else {
        excel_tables(document)?
    };
    bundle(archive, text, if kind == Kind::Ods { "ODS" } else { "XLSX" }, depth)
}

fn excel_tables(document: &[u8]) -> Result<String, Status> {
    let mut book = Xlsx::new(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    let mut text = String::new();
    for name in book.sheet_names() {
        let _ = writeln!(text, "[{name}]");
        // A sheet of something else than cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        let mut row = Row::default();
        while let Some(cell) = cells.next_cell().map_err(|_| Status::Malformed)? {
            row.cell(&mut text, cell.get_position(), &said(cell.get_value().clone().into()));
        }
        row.end(&mut text);
        text.push('\n');
    }
    Ok(text)
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
}

const WORDS: Elements = Elements {
    text: &["t", "delText"],
    lines: &["p", "tr"],
    tabs: &["tab", "tc"],
    breaks: &["br", "cr"],
    not: &["Fallback"],
    struck: &["delText"],
};
const SLIDES: Elements = Elements {
    text: &["t", "text"],
    lines: &["p", "tr", "text"],
    tabs: &["tab", "tc"],
    breaks: &["br"],
    not: &["Fallback"],
    struck: &[],
};
const OPEN_DOCUMENT: Elements = Elements {
    text: &[],
    lines: &["p", "h", "table-row", "page"],
    tabs: &["tab", "table-cell"],
    breaks: &["line-break"],
    not: &["font-face-decls", "automatic-styles", "styles", "scripts", "settings", "binary-data"],
    struck: &["deletion"],
};

/// The text of one part.
fn read(archive: &mut Archive<'_>, name: &str, elements: &Elements) -> Result<String, Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut text, mut open, mut left_out) = (String::new(), Vec::<String>::new(), 0_u32);
    loop {
        let event = reader.read_event().map_err(|_| Status::Malformed)?;
        let inside = |open: &[String]| {
            elements.text.is_empty() || open.last().is_some_and(|name| elements.text.contains(&name.as_str()))
        };
        match event {
            Event::Start(start) => {
                let name = local(&start);
                left_out += u32::from(elements.not.contains(&name.as_str()));
                if left_out == 0 && elements.struck.contains(&name.as_str()) {
                    text.push_str(STRUCK);
                }
                open.push(name);
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
                }
            }
            Event::End(_) => {
                let Some(name) = open.pop() else { continue };
                let name = name.as_str();
                if elements.not.contains(&name) {
                    left_out = left_out.saturating_sub(1);
                } else if left_out == 0 {
                    if elements.struck.contains(&name) {
                        text.push_str(STRUCK);
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
    ZipArchive::new(Cursor::new(document)).map_err(|_| Status::Malformed)
}

fn unpacked(archive: &mut Archive<'_>, name: &str) -> Result<Vec<u8>, Status> {
    let mut part = archive.by_name(name).map_err(|_| Status::Malformed)?;
    let mut bytes = Vec::new();
    part.by_ref().take(MOST + 1).read_to_end(&mut bytes).map_err(|_| Status::Malformed)?;
    if bytes.len() as u64 > MOST { Err(Status::TooLarge) } else { Ok(bytes) }
}

/// One whose name cannot be read has no part that is known.
fn names<'a>(archive: &'a Archive<'_>) -> impl Iterator<Item = String> + 'a {
    archive.file_names().map(|name| name.map(Cow::into_owned).unwrap_or_default())
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
fn in_order(archive: &mut Archive<'_>) -> Result<Vec<String>, Status> {
    let all = parts(archive, "ppt/slides/slide", ".xml");
    let listed = elements(archive, "ppt/presentation.xml", "sldId", ["r:id", "id"])?;
    let targets = elements(archive, "ppt/_rels/presentation.xml.rels", "Relationship", ["Id", "Target"])?;
    let mut slides = Vec::new();
    for [id, _] in listed {
        let target = targets.iter().find(|[known, _]| *known == id);
        let name = target.map(|[_, target]| format!("ppt/{}", target.trim_start_matches("/ppt/")));
        slides.extend(name.filter(|name| all.contains(name)));
    }
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

/// With what it encloses: everything that is neither text nor form.
fn bundle(mut archive: Archive<'_>, text: String, kind: &str, depth: u32) -> Result<Bundle, Status> {
    let mut lacking = Missings::default();
    lacking.add(Lack::Unformatted, kind);
    let names: Vec<String> = names(&archive).collect();
    let (mut enclosed, mut room) = (Vec::new(), MOST_ENCLOSED);
    for name in names {
        if name.ends_with("vbaProject.bin") || name.starts_with("Basic/") || name.starts_with("Scripts/") {
            lacking.add(Lack::Script, &name);
        }
        if !is_enclosed(&name) {
            continue;
        }
        let part = archive.by_name(&name).ok().filter(|part| part.size() <= room);
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
