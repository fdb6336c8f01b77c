//! Office files (ISO/IEC 29500 and 26300): their text in the order in which it is read, and said to be only that; then the
//! pictures and files that they bring with them. What was struck out under change tracking stands between `~~`, what is
//! hidden between `[[` and `]]`. Parts that are neither read nor known to hold no text are named.

mod calc;
mod excel;
mod package;
mod row;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Read as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use self::package::{
    Archive, Relation, attribute, character, elements, local, main_part, names, not_encrypted, open, parts, relations,
    relations_in, unpacked,
};
use super::bundle::{Bundle, Enclosed};
use crate::frame::{Kind, Status};
use crate::missing::{Lack, Missings};

/// Of all that a document encloses, unpacked, in bytes.
const MOST_ENCLOSED: u64 = 256 * 1024 * 1024;
/// What was deleted and is in the file still.
const STRUCK: &str = "~~";

/// What is hidden, as other programs do not show it.
const HIDDEN: (&str, &str) = ("[[", "]]");

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
        calc::read(&mut archive)?
    } else {
        excel::read(document, &mut archive)?
    };
    bundle(archive, text, if kind == Kind::Ods { "ODS" } else { "XLSX" }, depth)
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
            Event::Eof => {
                if !open.is_empty() {
                    archive.lacking.add(Lack::CutShort, "");
                }
                return Ok(text);
            }
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
