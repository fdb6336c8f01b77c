//! What an office file refers to and does not have: parts that a relationship, a list or a link leads to, and relationships that
//! are on no list.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::{Archive, clean, elements, names, path, qualified, relations_in, unpacked};
use crate::missing::Lack;

/// Of elements and attributes that lead to a relationship (ISO/IEC 29500-1, 22.8).
const NAMESPACES: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];
const LIST: &str = "META-INF/manifest.xml";

/// Names what is not there.
pub(super) fn check(archive: &mut Archive<'_>) {
    let all: Vec<String> = names(archive).collect();
    // To other programs, capitals make no other name.
    let known: BTreeSet<String> = all.iter().map(|name| name.to_lowercase()).collect();
    let has = |name: &str| {
        let name = name.to_lowercase();
        known.contains(&name) || known.contains(&decoded(&name))
    };
    let mut absent = BTreeSet::new();
    for list in all.iter().filter(|name| name.ends_with(".rels")) {
        let Some((folder, _)) = list.rsplit_once("_rels/") else { continue };
        let inside = relations_in(archive, list, folder.trim_end_matches('/')).into_iter().filter(|it| !it.outside);
        let targets = inside.map(|relation| part_of(&relation.target).to_owned());
        // A place in the part itself has none of its own.
        absent.extend(targets.filter(|target| !target.is_empty() && !target.ends_with('/') && !has(target)));
    }
    // Those that are shown: others are named as a whole.
    let read: Vec<String> = archive.read.iter().filter(|name| name.ends_with(".xml")).cloned().collect();
    for name in &read {
        absent.extend(unrelated(archive, name));
    }
    if archive.has(LIST) {
        let listed = elements(archive, LIST, "file-entry", ["manifest:full-path", "manifest:media-type"]);
        let listed = listed.unwrap_or_default().into_iter().map(|[name, _]| clean(&name));
        absent.extend(listed.filter(|name| !name.ends_with('/') && !has(name)));
        let folder = |name: &str| {
            let begins = format!("{}/", name.to_lowercase());
            known.range(begins.clone()..).next().is_some_and(|first| first.starts_with(&begins))
        };
        for name in &read {
            let within = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            let links = linked(archive, name).into_iter().map(|target| path(within, &target));
            absent.extend(links.filter(|target| !target.is_empty() && !has(target) && !folder(target)));
        }
    }
    absent.iter().for_each(|name| archive.lacking.add(Lack::Object, name));
}

/// Without the place within it.
fn part_of(target: &str) -> &str {
    target.split('#').next().unwrap_or_default()
}

/// A name of a part may be written as an address is.
fn decoded(name: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), name.as_bytes());
    while let Some((first, others)) = rest.split_first() {
        let number = || u8::from_str_radix(std::str::from_utf8(others.get(..2)?).ok()?, 16).ok();
        match number().filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = others.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = others;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// What a part refers to by the number of a relationship that it does not have: the part, and that number.
fn unrelated(archive: &mut Archive<'_>, name: &str) -> Vec<String> {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let separator = if folder.is_empty() { "" } else { "/" };
    let mut asked = BTreeSet::new();
    let Ok(part) = unpacked(archive, name) else { return Vec::new() };
    let part = String::from_utf8_lossy(&part);
    let prefixes = prefixes(&part);
    if prefixes.is_empty() {
        return Vec::new();
    }
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => {
                for attribute in start.attributes().flatten() {
                    let key: &str = attribute.key.as_ref();
                    let leads = key.split_once(':').is_some_and(|(prefix, _)| prefixes.contains(prefix));
                    // An empty one leads nowhere by its own wish.
                    if leads && !attribute.value.is_empty() {
                        asked.insert(attribute.value.to_string());
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let related = relations_in(archive, &format!("{folder}{separator}_rels/{file}.rels"), folder);
    asked.retain(|id| related.iter().all(|relation| relation.id != *id));
    asked.into_iter().map(|id| format!("{file} {id}")).collect()
}

/// The prefixes that a part gives to relationships.
fn prefixes(part: &str) -> BTreeSet<&str> {
    let declared = NAMESPACES.iter().flat_map(|namespace| part.match_indices(namespace));
    let prefix = |(at, _): (usize, &str)| {
        let before = part.get(..at)?.trim_end_matches(['"', '\'']).trim_end().strip_suffix('=')?.trim_end();
        Some(before.rsplit_once("xmlns:")?.1).filter(|prefix| !prefix.contains(char::is_whitespace))
    };
    declared.filter_map(prefix).collect()
}

/// The parts that the links of a part of an open document lead to.
fn linked(archive: &mut Archive<'_>, name: &str) -> Vec<String> {
    let Ok(part) = unpacked(archive, name) else { return Vec::new() };
    let part = String::from_utf8_lossy(&part);
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut links = Vec::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(start) | Event::Empty(start) => {
                let target = qualified(&start, "xlink:href").map_or_else(String::new, |target| clean(&target));
                let inside = !target.starts_with(['#', '/']) && !target.starts_with("../");
                let scheme = target.split(['/', '#', '?']).next().is_some_and(|first| first.contains(':'));
                // A link for readers leads to a file next to this one, and not into it.
                if inside && !scheme && start.local_name().as_ref() != "a" {
                    links.push(part_of(&target).to_owned());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    links
}
