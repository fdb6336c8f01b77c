//! What of an office file other programs do not show: by what an element says of itself, by its properties, by its style.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{Archive, Relation, attribute, local, unpacked};
use crate::frame::Status;

/// An element that is open.
pub(super) struct Open {
    pub(super) name: String,
    /// What stands behind its text.
    pub(super) ends: &'static str,
    pub(super) left_out: bool,
}

/// Which open element it hides, as a property of it: text marked as hidden, smaller than can be read, or white on white.
pub(super) fn hides(
    start: &BytesStart<'_>,
    name: &str,
    open: &[Open],
    hidden: &BTreeSet<String>,
    ground: bool,
) -> Option<usize> {
    let value = || attribute(start, "val").unwrap_or_default();
    let above = |properties: &str, of: &str| {
        let at = open.len().checked_sub(2)?;
        let is = |at: usize, name: &str| open.get(at).is_some_and(|open| open.name == name);
        (is(at, of) && is(at + 1, properties)).then_some(at)
    };
    // A box may have a ground of its own.
    let boxed = || open.iter().any(|open| open.name == "txbxContent");
    let hides = match name {
        "vanish" => !matches!(value().as_str(), "0" | "false" | "off"),
        // In halves of a point.
        "sz" => value().parse::<u32>().is_ok_and(|halves| halves <= 2),
        "color" => !ground && !boxed() && value().eq_ignore_ascii_case("ffffff"),
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
pub(super) fn is_hidden(start: &BytesStart<'_>, name: &str, hidden: &BTreeSet<String>) -> bool {
    let said = |name: &str| attribute(start, name).unwrap_or_default();
    match name {
        "sld" => matches!(said("show").as_str(), "0" | "false"),
        // What was shown before a paragraph when it was written, for programs that know no lists.
        "hidden-text" | "hidden-paragraph" | "number" => true,
        "section" => matches!(said("display").as_str(), "none" | "condition"),
        "table-row" => matches!(said("visibility").as_str(), "collapse" | "filter"),
        "p" | "h" | "span" | "table" | "page" | "frame" => hidden.contains(&said("style-name")),
        _ => false,
    }
}

/// The styles of a part that hide what is written in them.
pub(super) fn hidden_styles(archive: &mut Archive<'_>, relations: &[Relation], name: &str) -> BTreeSet<String> {
    let related = relations.iter().find(|relation| relation.is("styles")).map(|relation| relation.target.as_str());
    let mut hidden = BTreeSet::new();
    let Ok(part) = unpacked(archive, related.unwrap_or(name)) else { return hidden };
    let part = String::from_utf8_lossy(&part);
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut style, mut grounded) = (String::new(), BTreeSet::new());
    // By style, those that are based on it; and those that say of themselves whether they are shown.
    let (mut based, mut told) = (BTreeMap::<String, Vec<String>>::new(), BTreeSet::new());
    let mut vanishes = BTreeSet::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => {
                let said = |name: &str| attribute(&start, name).unwrap_or_default();
                let hides = match local(&start).as_str() {
                    "style" => {
                        style = attribute(&start, "styleId").unwrap_or_else(|| said("name"));
                        based.entry(said("parent-style-name")).or_default().push(style.clone());
                        false
                    }
                    "basedOn" => {
                        based.entry(said("val")).or_default().push(style.clone());
                        false
                    }
                    "vanish" => {
                        told.insert(style.clone());
                        let hides = !matches!(said("val").as_str(), "0" | "false" | "off");
                        vanishes.extend(hides.then(|| style.clone()));
                        hides
                    }
                    "text-properties" => {
                        told.extend(attribute(&start, "display").map(|_| style.clone()));
                        vanishes.extend((said("display") == "none").then(|| style.clone()));
                        let white =
                            said("color").eq_ignore_ascii_case("#ffffff") && said("background-color").is_empty();
                        said("display") == "none" || white || matches!(said("font-size").as_str(), "0pt" | "1pt")
                    }
                    "table-properties" => said("display") == "false",
                    "drawing-page-properties" => said("visibility") == "hidden",
                    // On a ground of its own, white is no hiding.
                    "table-cell-properties" | "paragraph-properties" => {
                        let ground = said("background-color").to_ascii_lowercase();
                        if !matches!(ground.as_str(), "" | "transparent" | "#ffffff") {
                            grounded.insert(style.clone());
                        }
                        false
                    }
                    _ => false,
                };
                if hides && !style.is_empty() {
                    hidden.insert(style.clone());
                }
            }
            Ok(Event::End(end)) if end.local_name().as_ref() == "style" => style.clear(),
            end @ (Ok(Event::Eof) | Err(_)) => {
                if end.is_err() {
                    archive.broken = archive.broken.or(Some(Status::Malformed));
                }
                hidden.retain(|style| !grounded.contains(style));
                // What is based on a hidden one is hidden, however far below, unless it says otherwise.
                let mut waiting: Vec<String> = vanishes.iter().cloned().collect();
                while let Some(above) = waiting.pop() {
                    for style in based.get(&above).into_iter().flatten() {
                        if !told.contains(style) && vanishes.insert(style.clone()) {
                            waiting.push(style.clone());
                        }
                    }
                }
                vanishes.remove("");
                hidden.append(&mut vanishes);
                return hidden;
            }
            Ok(_) => {}
        }
    }
}
