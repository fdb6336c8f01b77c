//! Office files (ISO/IEC 29500 and 26300): their text in the order in which it is read, and said to be only that; then the
//! pictures and files that they bring with them. What was struck out under change tracking stands between `~~`, what is
//! hidden between `[[` and `]]`. Parts that are neither read nor known to hold no text are named.

mod alternative;
mod besides;
mod calc;
mod cells;
mod excel;
mod hidden;
mod instructions;
mod lists;
mod package;
mod references;
mod row;
mod signs;
mod slides;
mod text;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;

use self::hidden::hidden_styles;
use self::lists::Lists;
pub(super) use self::package::character;
use self::package::{Archive, Slide, elements, main_part, names, not_encrypted, open, parts, relations, relations_in};
use self::text::{MASTERS, OPEN_DOCUMENT, SLIDES, WORDS, read};
use super::bundle::{Bundle, Enclosed};
use super::field;
use crate::frame::{LARGEST_PART, Status};
use crate::kind::Kind;
use crate::missing::{Lack, Missings};

/// Of all that a document encloses, unpacked, in bytes.
const MOST_ENCLOSED: u64 = 256 * 1024 * 1024;
pub fn word(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut archive = open(document)?;
    let main = main_part(&mut archive, "word/document.xml")?;
    let relations = relations(&mut archive, &main);
    let mut text = String::new();
    let hidden = hidden_styles(&mut archive, &relations, "word/styles.xml");
    let mut lists = Lists::of_words(&mut archive, &main, &relations);
    text.push_str(&read(&mut archive, &main, &WORDS, &hidden, &mut lists)?);
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
            let more = read(&mut archive, &name, &WORDS, &hidden, &mut lists)?;
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
    if slides.iter().all(Option::is_none) {
        return Err(Status::Malformed);
    }
    let none = BTreeSet::new();
    let mut lists = Lists::of_slides(&mut archive, &main);
    archive.slide = Some(Slide::of(&mut archive, &main));
    for (number, slide) in slides.iter().enumerate() {
        // One that is not there keeps its number.
        let _ = writeln!(text, "[{}]", number + 1);
        if let Some(slide) = slide {
            text.push_str(&read(&mut archive, slide, &SLIDES, &none, &mut lists)?);
        }
        text.push('\n');
    }
    archive.slide = None;
    for part in ["ppt/notesSlides/", "ppt/comments/"] {
        for name in parts(&archive, part, ".xml") {
            text.push_str(&read(&mut archive, &name, &SLIDES, &none, &mut lists)?);
            text.push('\n');
        }
    }
    // What stands on every slide of a kind, its places for text apart.
    for part in ["ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesMasters/", "ppt/handoutMasters/"] {
        for name in parts(&archive, part, ".xml") {
            let more = read(&mut archive, &name, &MASTERS, &none, &mut lists)?;
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
    let mut lists = Lists::of_open(&mut archive, &["styles.xml", "content.xml"]);
    let mut text = read(&mut archive, "content.xml", &OPEN_DOCUMENT, &hidden, &mut lists)?;
    // Headers and footers of its pages stand with the styles.
    let mut lists = Lists::of_open(&mut archive, &["styles.xml"]);
    if let Ok(more) = read(&mut archive, "styles.xml", &OPEN_DOCUMENT, &hidden, &mut lists)
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
        calc::read(&mut archive)?
    } else {
        excel::read(document, &mut archive)?
    };
    bundle(archive, text, if kind == Kind::Ods { "ODS" } else { "XLSX" }, depth)
}

/// The slides as they follow one another, which their names need not say; those that are on no list come last. None: it is on the
/// list and not in the file.
fn in_order(archive: &mut Archive<'_>, main: &str) -> Result<Vec<Option<String>>, Status> {
    let listed = elements(archive, main, "sldId", ["r:id", "id"])?;
    let relations = relations(archive, main);
    let slide = |[id, _]: [String; 2]| {
        let target = relations.iter().find(|relation| relation.id == id && !relation.outside);
        target.map(|relation| relation.target.clone()).filter(|name| archive.has(name))
    };
    let mut slides: Vec<Option<String>> = listed.into_iter().map(slide).collect();
    let all = parts(archive, "ppt/slides/slide", ".xml").into_iter().map(Some);
    let rest: Vec<Option<String>> = all.filter(|name| !slides.contains(name)).collect();
    slides.extend(rest);
    Ok(slides)
}

/// With what it encloses: everything that is neither text nor form. What else there is, is named.
fn bundle(mut archive: Archive<'_>, mut text: String, kind: &str, depth: u32) -> Result<Bundle, Status> {
    let mut lacking = Missings::default();
    lacking.add(Lack::Unformatted, kind);
    besides::whole(&mut archive, &text);
    references::check(&mut archive);
    if let Some(broken) = archive.broken {
        return Err(broken);
    }
    lacking.append(std::mem::take(&mut archive.lacking));
    let (mut apart, mut targets) = (std::mem::take(&mut archive.apart), std::mem::take(&mut archive.targets));
    let fields = std::mem::take(&mut archive.fields);
    fields.iter().for_each(|(kind, said)| field::instruction(kind, said, &text, &mut lacking, &mut apart));
    let names: Vec<String> = names(&archive).collect();
    let (mut enclosed, mut room) = (Vec::new(), MOST_ENCLOSED);
    for name in names {
        if name.ends_with(".rels") {
            let outside = relations_in(&mut archive, &name, "").into_iter().filter(|relation| relation.outside);
            targets.extend(outside.map(|relation| relation.target));
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
        // Of what is read, a wrong one is found in reading.
        if !archive.read.contains(&name) && !is_sound(&mut archive, &name) {
            lacking.add(Lack::Sum, &name);
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
    // An address that is read on the page says itself where it leads.
    let read = |target: &str| text.contains(target.trim_start_matches("mailto:").trim_end_matches('/'));
    targets.iter().filter(|target| !read(target)).for_each(|target| lacking.add(Lack::Outside, target));
    apart.write(&mut text, &mut lacking);
    Bundle::of(text, 0, enclosed, lacking, depth)
}

/// Parts that say how a document looks and is treated, and hold none of its text.
fn without_text(name: &str) -> bool {
    const FILES: [&str; 22] = [
        "[Content_Types].xml",
        "mimetype",
        "layout-cache",
        "manifest.rdf",
        "styles.xml",
        "stylesWithEffects.xml",
        "webSettings.xml",
        "fontTable.xml",
        "commentsExtended.xml",
        "commentsIds.xml",
        "commentsExtensible.xml",
        "workbook.xml",
        "sharedStrings.xml",
        "calcChain.xml",
        "metadata.xml",
        "presProps.xml",
        "viewProps.xml",
        "tableStyles.xml",
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
/// Whether a part that nothing is read of matches its checksum, as far as it is unpacked.
fn is_sound(archive: &mut Archive<'_>, name: &str) -> bool {
    let Ok(part) = archive.zip.by_name(name) else { return true };
    let copied = std::io::copy(&mut part.take(LARGEST_PART), &mut std::io::sink());
    !copied.is_err_and(|error| {
        error.kind() == std::io::ErrorKind::InvalidData || error.kind() == std::io::ErrorKind::Other
    })
}
