//! What an office file says besides its text: in attributes, in properties of the whole, in lists of people and of variables.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{Archive, attribute, character, clean, local, names, unpacked};
use super::signs::{EMPTY, TICKED};
use crate::frame::Status;
use crate::missing::Lack;

/// Elements whose attributes hold words: what they are called here, the element, its attributes.
const SAID: [(&str, &str, &[&str]); 49] = [
    ("listEntry", "listEntry", &["val"]),
    ("helpText", "helpText", &["val"]),
    ("statusText", "statusText", &["val"]),
    ("alias", "alias", &["val"]),
    ("tag", "tag", &["val"]),
    ("listItem", "listItem", &["displayText", "value"]),
    ("docVar", "docVar", &["name", "val"]),
    ("query", "query", &["val"]),
    ("connectString", "connectString", &["val"]),
    ("tblCaption", "tblCaption", &["val"]),
    ("tblDescription", "tblDescription", &["val"]),
    ("textpath", "textpath", &["string"]),
    ("descr", "shape", &["alt"]),
    ("title", "shape", &["title"]),
    ("title", "imagedata", &["title"]),
    ("descr", "docPr", &["descr"]),
    ("title", "docPr", &["title"]),
    ("descr", "cNvPr", &["descr"]),
    ("title", "cNvPr", &["title"]),
    ("altText", "controlPr", &["altText"]),
    ("tooltip", "hyperlink", &["tooltip"]),
    ("display", "hyperlink", &["display"]),
    ("tooltip", "hlinkClick", &["tooltip"]),
    ("tooltip", "hlinkHover", &["tooltip"]),
    ("tooltip", "hlinkMouseOver", &["tooltip"]),
    ("custShow", "custShow", &["name"]),
    ("scenario", "scenario", &["name", "user", "comment", "scenario-ranges"]),
    ("inputCells", "inputCells", &["r", "val"]),
    ("dataValidation", "dataValidation", &["promptTitle", "prompt", "errorTitle", "error"]),
    ("cfRule", "cfRule", &["text"]),
    ("protectedRange", "protectedRange", &["name"]),
    ("fileSharing", "fileSharing", &["userName"]),
    ("author", "cmAuthor", &["name"]),
    ("author", "author", &["name"]),
    ("author", "person", &["displayName"]),
    ("named-range", "named-range", &["name", "cell-range-address"]),
    ("named-expression", "named-expression", &["name", "expression"]),
    ("content-validation", "content-validation", &["name", "condition"]),
    ("help-message", "help-message", &["title"]),
    ("error-message", "error-message", &["title"]),
    ("database-range", "database-range", &["name", "target-range-address"]),
    ("dde", "dde-connection-decl", &["dde-application", "dde-topic", "dde-item"]),
    ("dde", "dde-source", &["dde-application", "dde-topic", "dde-item"]),
    ("index", "alphabetical-index-mark", &["key1", "key2", "main-entry"]),
    ("bibliography", "bibliography-mark", &["author", "title", "note", "annote", "url", "identifier"]),
    ("title", "a", &["title"]),
    ("template", "template", &["title", "href"]),
    ("condition", "conditional-text", &["condition"]),
    ("condition", "hidden-paragraph", &["condition"]),
];
/// Attributes of an open document that hold words whatever has them.
const ANYWHERE: [&str; 6] =
    ["current-value", "label", "string-value", "string-value-if-true", "string-value-if-false", "description"];
/// Parts that hold such elements and no text.
const LISTS: [&str; 7] = [
    "settings.xml",
    "people.xml",
    "person.xml",
    "commentAuthors.xml",
    "authors.xml",
    "presentation.xml",
    "numbering.xml",
];
const PROPERTIES: [&str; 4] = ["core.xml", "app.xml", "custom.xml", "meta.xml"];
/// Properties that are figures about the file.
const FIGURES: [&str; 7] =
    ["Application", "AppVersion", "revision", "generator", "editing-cycles", "editing-duration", "PresentationFormat"];

/// Takes down what an element says in its attributes. `parent`: the one that it stands in.
pub(super) fn said(start: &BytesStart<'_>, name: &str, parent: &str, archive: &mut Archive<'_>) {
    let of = |wanted: &str| attribute(start, wanted).map(|said| clean(&said)).unwrap_or_default();
    for (kind, _, attributes) in SAID.iter().filter(|(_, element, _)| *element == name) {
        let mut words: Vec<String> =
            attributes.iter().map(|wanted| of(wanted)).filter(|said| !said.is_empty()).collect();
        words.dedup();
        archive.apart.add(kind, &words.join(" = "));
    }
    match name {
        "default" if parent == "textInput" => archive.apart.add(name, &of("val")),
        "name" if parent == "ffData" => archive.apart.add(name, &of("val")),
        "fldSimple" => archive.fields.push((name.to_owned(), of("instr"))),
        // The sign in front of the lines of a list, where it is more than a number.
        "lvlText"
            if of("val").split('%').any(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()).len() > 3) =>
        {
            archive.apart.add(name, &of("val"));
        }
        "numFmt" if of("formatCode").contains('"') => archive.apart.add(name, &of("formatCode")),
        // As programs call it, it ends with a number.
        "docPr" | "cNvPr" if !numbered(&of("name")) => archive.apart.add("name", &of("name")),
        "section" | "page" if !of("name").ends_with(|c: char| c.is_ascii_digit()) => {
            archive.apart.add("name", &of("name"));
        }
        "docPart" if of("val").contains(' ') => archive.apart.add(name, &of("val")),
        _ => {}
    }
    // Who wrote, changed or remarked something, and when.
    if name != "bibliography-mark" {
        let author = of("author");
        if !author.is_empty() {
            archive.apart.add(name, &format!("{author} {}", of("date")));
        }
    }
}

/// `Picture 2`
fn numbered(name: &str) -> bool {
    name.rsplit_once(' ').is_some_and(|(_, number)| number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The same of an element of an open document.
pub(super) fn said_openly(start: &BytesStart<'_>, name: &str, archive: &mut Archive<'_>) {
    let of = |wanted: &str| attribute(start, wanted).map(|said| clean(&said)).unwrap_or_default();
    said(start, name, "", archive);
    // In a cell, and in what is hidden, they are its text.
    if !matches!(name, "hidden-text" | "table-cell" | "covered-table-cell") {
        ANYWHERE.into_iter().for_each(|wanted| archive.apart.add(wanted, &of(wanted)));
        if of("value-type").is_empty() && !matches!(name, "list-item" | "h") {
            archive.apart.add("value", &of("value"));
        }
    }
    // Those of cells are taken down with their place; those of drawings and animations are of their form.
    if !matches!(name, "equation" | "table-cell" | "covered-table-cell") && !name.starts_with("anim") {
        archive.apart.add("formula", &of("formula"));
    }
    for wanted in ["num-prefix", "num-suffix"] {
        if of(wanted).chars().filter(|c| c.is_alphabetic()).count() > 3 {
            archive.apart.add(wanted, &of(wanted));
        }
    }
    if matches!(name, "checkbox" | "radio") {
        let states = ["current-state", "state", "current-selected", "selected"].map(of);
        let state = states.iter().find(|state| !state.is_empty());
        let ticked = state.is_some_and(|state| matches!(state.as_str(), "checked" | "true"));
        let sign = if ticked { TICKED } else { EMPTY };
        archive.apart.add(name, &format!("{sign} {} {}", of("name"), of("label")));
    }
    let target = of("href");
    if name == "event-listener" {
        archive.lacking.add(Lack::Script, &target);
    } else if target.contains("://") || target.starts_with("mailto:") {
        archive.targets.push(target);
    }
}

/// Properties of the whole, people, variables. `text`: what the document says otherwise.
pub(super) fn whole(archive: &mut Archive<'_>, text: &str) {
    let file = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let parts: Vec<String> = names(archive).collect();
    for name in parts {
        let read = if PROPERTIES.contains(&file(&name).as_str()) {
            properties(archive, &name, text)
        } else if LISTS.contains(&file(&name).as_str()) {
            attributes(archive, &name)
        } else {
            continue;
        };
        if read.is_err() {
            archive.lacking.add(Lack::Part, &name);
        }
    }
}

/// What the attributes of a part say.
fn attributes(archive: &mut Archive<'_>, name: &str) -> Result<(), Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    loop {
        match reader.read_event().map_err(|_| Status::Malformed)? {
            Event::Start(start) | Event::Empty(start) => said(&start, &local(&start), "", archive),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Every property of a part that has words, by the name that the person gave it where there is one.
fn properties(archive: &mut Archive<'_>, name: &str, text: &str) -> Result<(), Status> {
    let part = unpacked(archive, name)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let of_program = name.ends_with("app.xml");
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut open, mut called, mut words) = (Vec::<String>::new(), String::new(), String::new());
    loop {
        match reader.read_event().map_err(|_| Status::Malformed)? {
            Event::Start(start) => {
                words.clear();
                if let Some(name) = attribute(&start, "name") {
                    called = clean(&name);
                }
                open.push(local(&start));
            }
            Event::Empty(empty) => {
                said(&empty, &local(&empty), "", archive);
            }
            Event::Text(said) => words.push_str(&said.xml10_content()),
            Event::CData(said) => words.push_str(&said.xml10_content()),
            Event::GeneralRef(sign) => words.push_str(&character(&sign)),
            Event::Comment(said) => archive.apart.add("comment", &said.xml10_content()),
            Event::End(_) => {
                let Some(element) = open.pop() else { continue };
                let value = std::mem::take(&mut words);
                // Of what a program counts, the words alone that stand nowhere else.
                let counted = of_program
                    && (!value.contains(char::is_alphabetic)
                        || matches!(value.as_str(), "true" | "false")
                        || open.iter().any(|open| open == "HeadingPairs")
                        || element == "lpstr" && text.contains(value.trim()));
                if !FIGURES.contains(&element.as_str()) && !counted && !value.trim().is_empty() {
                    let named = format!("{called} = {}", value.trim());
                    let custom =
                        matches!(element.as_str(), "user-defined") || open.last().is_some_and(|up| up == "property");
                    if custom {
                        archive.apart.add("property", &named);
                    } else {
                        archive.apart.add(&element, &value);
                    }
                }
                if element == "property" {
                    called.clear();
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
