//! Office files as archives: their parts, how one leads to another, and what their XML says.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::super::apart::Apart;
use crate::frame::{LARGEST_PART as MOST, Status};
use crate::missing::{Lack, Missings};

/// A document as an archive, and which of its parts were read.
pub(super) struct Archive<'d> {
    pub(super) zip: ZipArchive<Cursor<&'d [u8]>>,
    pub(super) read: BTreeSet<String>,
    pub(super) lacking: Missings,
    pub(super) apart: Apart,
    /// Instructions of fields, with what the file calls them.
    pub(super) fields: Vec<(String, String)>,
    /// Where links lead that no relationship names.
    pub(super) targets: Vec<String>,
    /// What surrounds the text of slides, while those are read.
    pub(super) slide: Option<Slide>,
    /// Why one of its parts could not be unpacked, or read to its end: a document that lacks it without a word says something else.
    pub(super) broken: Option<Status>,
}

/// What surrounds the text of a slide.
#[derive(Clone, Copy)]
pub(super) struct Slide {
    /// In English Metric Units.
    pub(super) size: Option<(i64, i64)>,
    /// Whether anything behind the text may have a colour: there, white is no hiding.
    pub(super) ground: bool,
    /// The place of the shape that is described now.
    pub(super) place: Option<(i64, i64)>,
}

pub(super) fn open(document: &[u8]) -> Result<Archive<'_>, Status> {
    let zip = ZipArchive::new(Cursor::new(document)).map_err(|_| unopened(document))?;
    let mut lacking = Missings::default();
    listed(document, &mut lacking);
    Ok(Archive {
        zip,
        read: BTreeSet::new(),
        lacking,
        apart: Apart::default(),
        fields: Vec::new(),
        targets: Vec::new(),
        slide: None,
        broken: None,
    })
}

/// Why an archive is not opened. What stands in it is listed at its end.
fn unopened(document: &[u8]) -> Status {
    let has = |sign: &[u8]| document.windows(sign.len()).any(|here| here == sign);
    if document.starts_with(b"PK\x03\x04") && !has(b"PK\x05\x06") { Status::CutShort } else { Status::Malformed }
}

impl Archive<'_> {
    pub(super) fn has(&self, name: &str) -> bool {
        names(self).any(|known| known == name)
    }
}

/// What the list of an archive (APPNOTE 6.3) does not say of the file: parts of one name, and bytes that belong to no part.
pub(super) fn listed(document: &[u8], lacking: &mut Missings) {
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

pub(super) fn unpacked(archive: &mut Archive<'_>, name: &str) -> Result<Vec<u8>, Status> {
    let mut bytes = Vec::new();
    // A wrong checksum is found at the end of a part.
    let unpacked = match archive.zip.by_name(name) {
        Ok(mut part) => part.by_ref().take(MOST + 1).read_to_end(&mut bytes).map_err(|_| Status::Malformed),
        Err(ZipError::FileNotFound) => return Err(Status::Malformed),
        Err(_) => Err(Status::Malformed),
    };
    let whole = unpacked.and(if bytes.len() as u64 > MOST { Err(Status::Unpacks) } else { Ok(()) });
    // A file that does without the part need not say so.
    archive.broken = archive.broken.or(whole.err());
    whole?;
    archive.read.insert(name.to_owned());
    Ok(bytes)
}

/// One whose name cannot be read has no part that is known.
pub(super) fn names<'a>(archive: &'a Archive<'_>) -> impl Iterator<Item = String> + 'a {
    archive.zip.file_names().map(|name| name.map(Cow::into_owned).unwrap_or_default())
}

/// The parts of such a name, in the order of their numbers.
pub(super) fn parts(archive: &Archive<'_>, begins: &str, ends: &str) -> Vec<String> {
    let of = |name: &String| name.starts_with(begins) && name.ends_with(ends) && !name.contains("_rels");
    let mut names: Vec<String> = names(archive).filter(of).collect();
    let number = |name: &String| {
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        (digits.parse::<u64>().unwrap_or_default(), name.clone())
    };
    names.sort_by_key(number);
    names
}

/// Each entry of an encrypted one is, and its list of entries says so.
pub(super) fn not_encrypted(archive: &mut Archive<'_>) -> Result<(), Status> {
    let list = unpacked(archive, "META-INF/manifest.xml").unwrap_or_default();
    if list.windows(15).any(|word| word == b"encryption-data") { Err(Status::Encryption) } else { Ok(()) }
}

/// How one part of a package leads to another (ISO/IEC 29500-2).
pub(super) struct Relation {
    pub(super) id: String,
    kind: String,
    /// The path of a part; of something outside, its address.
    pub(super) target: String,
    pub(super) outside: bool,
}

impl Relation {
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// Of a part, or of the whole, which has no name.
pub(super) fn relations(archive: &mut Archive<'_>, of: &str) -> Vec<Relation> {
    let (folder, file) = of.rsplit_once('/').unwrap_or(("", of));
    let separator = if folder.is_empty() { "" } else { "/" };
    relations_in(archive, &format!("{folder}{separator}_rels/{file}.rels"), folder)
}

/// `folder`: what their targets are relative to.
pub(super) fn relations_in(archive: &mut Archive<'_>, list: &str, folder: &str) -> Vec<Relation> {
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

pub(super) fn path(folder: &str, target: &str) -> String {
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
pub(super) fn main_part(archive: &mut Archive<'_>, usual: &str) -> Result<String, Status> {
    if !archive.has("_rels/.rels") {
        return Ok(usual.to_owned());
    }
    let relations = relations_in(archive, "_rels/.rels", "");
    let main = relations.into_iter().find(|relation| relation.is("officeDocument") && !relation.outside);
    main.map(|relation| relation.target).ok_or(Status::Malformed)
}

pub(super) fn local(start: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(start.local_name().as_ref().as_bytes()).into_owned()
}

pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

/// What an attribute says, in letters.
pub(super) fn clean(said: &str) -> String {
    quick_xml::escape::unescape(said).map_or_else(|_| said.to_owned(), std::borrow::Cow::into_owned)
}

/// `&amp;`, `&#233;`; of anything else, as it stands there.
pub(in crate::pages) fn character(sign: &BytesRef<'_>) -> String {
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

/// Two attributes of every element of a name.
pub(super) fn elements(
    archive: &mut Archive<'_>,
    name: &str,
    element: &str,
    keys: [&str; 2],
) -> Result<Vec<[String; 2]>, Status> {
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

pub(super) fn qualified(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    attributes.find(|attribute| attribute.key.as_ref() == name).map(|attribute| attribute.value.to_string())
}
