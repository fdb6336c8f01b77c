//! What a PDF as a whole lacks: its end, its table of contents, pages, and what no page shows.

use std::collections::HashSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as PdfString};

use super::annotations::{fields, is_hidden};
use super::letters::text_string;
use super::{actions, twice};
use crate::missing::{Lack, Missings};

/// Fields and places of fields that are looked at: of a form with more, that is said.
const MOST_FIELDS: usize = 200_000;
/// Objects in which it is looked for files, and dictionaries within dictionaries.
const MOST_OBJECTS: usize = 200_000;
const DEEPEST: usize = 50;
/// Tables of contents that are followed, from the last one back.
const MOST_TABLES: usize = 1000;
/// Where a document begins at the latest, in bytes from the beginning of its file.
const FURTHEST: usize = 2048;

pub fn missing(pdf: &Pdf) -> Missings {
    let mut missing = Missings::default();
    let data: &[u8] = pdf.data().as_ref();
    if let Ok(earlier) = tables(data) {
        missing.add_many(Lack::Earlier, "", earlier);
    }
    match end(data) {
        End::Sound => {}
        End::Damaged => missing.add(Lack::Repaired, ""),
        End::Missing => missing.add(Lack::CutShort, ""),
    }
    if let Some(size) = beside(data) {
        missing.add(Lack::Follows, &size.to_string());
    }
    if let Some(size) = ahead(data) {
        missing.add(Lack::Follows, &size.to_string());
    }
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let counted = root.get::<Dict<'_>>(b"Pages").and_then(|pages| pages.get::<u32>(b"Count")).unwrap_or_default();
    let found = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    let lost = counted.min(1_000_000).saturating_sub(found).max(twice::lost_pages(&root));
    missing.add_many(Lack::Pages, "", lost);
    if let Some(form) = root.get::<Dict<'_>>(b"AcroForm") {
        // Its data may say something else than the fields, whether there are any or not.
        missing.add_many(Lack::DynamicForm, "", u32::from(form.contains_key(b"XFA")));
        fields_on_no_page(pdf, &form, &mut missing);
    }
    drop(attached(pdf, &root, &mut missing));
    actions::of(&root).iter().for_each(|action| missing.add(Lack::Script, action));
    let names = root.get::<Dict<'_>>(b"Names");
    if names.is_some_and(|names| names.contains_key(b"JavaScript")) {
        missing.add(Lack::Script, "JavaScript");
    }
    missing
}

/// Fields that have a value, and no page has a place for them.
fn fields_on_no_page(pdf: &Pdf, form: &Dict<'_>, missing: &mut Missings) {
    let mut placed: HashSet<ObjectIdentifier> = HashSet::new();
    for page in pdf.pages().iter() {
        let annotations = page.raw().get::<Array<'_>>(b"Annots");
        placed.extend(
            annotations
                .iter()
                .flat_map(Array::raw_iter)
                .filter_map(|item| item.as_obj_ref())
                .map(ObjectIdentifier::from),
        );
        if placed.len() > MOST_FIELDS {
            missing.add(Lack::Field, "");
            return;
        }
    }
    let top = form.get::<Array<'_>>(b"Fields");
    let mut waiting: Vec<Dict<'_>> =
        top.iter().flat_map(|fields| fields.iter::<Dict<'_>>()).take(MOST_FIELDS).collect();
    let mut seen = HashSet::new();
    while let Some(field) = waiting.pop() {
        if seen.len() > MOST_FIELDS || field.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let kids: Vec<Dict<'_>> =
            field.get::<Array<'_>>(b"Kids").iter().flat_map(|kids| kids.iter::<Dict<'_>>()).collect();
        let (below, places): (Vec<_>, Vec<_>) = kids.into_iter().partition(|kid| kid.contains_key(b"T"));
        let many = !below.is_empty();
        waiting.extend(below.into_iter().take(MOST_FIELDS));
        // One that stands within an annotation list itself has no number.
        let on_a_page = |widget: &Dict<'_>| widget.obj_id().is_none_or(|id| placed.contains(&id));
        if many || on_a_page(&field) || places.iter().any(on_a_page) {
            continue;
        }
        let kind = fields::inherited(&field, b"FT").and_then(Object::into_name);
        if kind.is_some_and(|kind| kind.as_str() == "Sig") {
            if field.contains_key(b"V") {
                missing.add(Lack::Signature, &fields::name(&field));
            }
        } else if !matches!(fields::value(&field).trim(), "" | "Off") {
            missing.add(Lack::Field, &fields::name(&field));
        } else if !matches!(fields::default_value(&field).trim(), "" | "Off") {
            missing.add(Lack::Aside, &fields::name(&field));
        }
    }
}

/// Files within the file: by the list of their names, and those that only the whole or a page speaks of.
fn attached(pdf: &Pdf, root: &Dict<'_>, missing: &mut Missings) -> HashSet<ObjectIdentifier> {
    let mut listed = HashSet::new();
    let names = root.get::<Dict<'_>>(b"Names");
    let tree = names.as_ref().and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles"));
    if tree.is_none() && names.as_ref().is_some_and(|names| names.contains_key(b"EmbeddedFiles")) {
        missing.add(Lack::Attachment, "");
    }
    by_name(tree, &mut listed, missing);
    let holders = std::iter::once(root).chain(pdf.pages().iter().map(|page| page.raw()));
    for holder in holders {
        let (references, files): (Vec<_>, Vec<Dict<'_>>) = match holder.get::<Object<'_>>(b"AF") {
            Some(Object::Array(several)) => (
                several.raw_iter().filter_map(|item| item.as_obj_ref()).map(ObjectIdentifier::from).collect(),
                several.iter::<Dict<'_>>().collect(),
            ),
            Some(Object::Dict(one)) => {
                (holder.get_ref(b"AF").map(ObjectIdentifier::from).into_iter().collect(), vec![one])
            }
            _ if holder.contains_key(b"AF") => (Vec::new(), vec![Dict::default()]),
            _ => continue,
        };
        for file in &files {
            let id = file.obj_id();
            if id.is_none_or(|id| listed.insert(id)) {
                missing.add(Lack::Attachment, &file_name(file));
            }
        }
        if files.len() < references.len() {
            missing.add_many(Lack::Attachment, "", (references.len() - files.len()) as u32);
        }
    }
    listed
}

/// Files within the file that neither the list of their names, nor the whole, nor a page speaks of: those of annotations, of parts of
/// the structure, of what is drawn (ISO 32000-2, 14.13), and those that nothing leads to. `pdf`: as for [`twice::of`].
pub fn attached_elsewhere(pdf: &Pdf, missing: &mut Missings) {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let mut listed = attached(pdf, &root, &mut Missings::default());
    // Of one that lies on a page, its page speaks.
    for page in pdf.pages().iter() {
        let annotations = page.raw().get::<Array<'_>>(b"Annots");
        let all = annotations.iter().flat_map(|annotations| annotations.iter::<Dict<'_>>()).take(MOST_FIELDS);
        let shown = all.filter(|annotation| !is_hidden(annotation));
        listed.extend(shown.filter_map(|annotation| annotation.get_ref(b"FS")).map(ObjectIdentifier::from));
    }
    for object in pdf.objects().into_iter().take(MOST_OBJECTS) {
        let dict = match &object {
            Object::Dict(dict) => dict,
            Object::Stream(stream) => stream.dict(),
            _ => continue,
        };
        let data = dict.data();
        // A name may be written in other ways than plainly.
        if find(data, b"/AF").is_some() || data.contains(&b'#') {
            let kind = dict.get::<Name<'_>>(b"Type");
            let told = kind.is_some_and(|kind| matches!(kind.as_str(), "Catalog" | "Page"));
            associated(pdf, dict, told, &mut listed, missing, 0);
        }
        if dict.contains_key(b"EF") && dict.obj_id().is_some_and(|id| listed.insert(id)) {
            missing.add(Lack::Attachment, &file_name(dict));
        }
    }
}

/// The files that a dictionary and those within it speak of. `told`: those that are written into it itself were named.
fn associated(
    pdf: &Pdf,
    holder: &Dict<'_>,
    told: bool,
    listed: &mut HashSet<ObjectIdentifier>,
    missing: &mut Missings,
    depth: usize,
) {
    let files: Vec<MaybeRef<Object<'_>>> = match holder.get::<Object<'_>>(b"AF") {
        Some(Object::Array(several)) => several.raw_iter().collect(),
        Some(one @ Object::Dict(_)) => {
            vec![holder.get_ref(b"AF").map_or(MaybeRef::NotRef(one), MaybeRef::Ref)]
        }
        _ => Vec::new(),
    };
    for file in files {
        match file {
            MaybeRef::Ref(id) => {
                let id = ObjectIdentifier::from(id);
                if listed.insert(id) {
                    missing.add(Lack::Attachment, &file_name(&pdf.xref().get::<Dict<'_>>(id).unwrap_or_default()));
                }
            }
            MaybeRef::NotRef(Object::Dict(file)) if !told => missing.add(Lack::Attachment, &file_name(&file)),
            MaybeRef::NotRef(_) => {}
        }
    }
    if depth >= DEEPEST {
        return;
    }
    for (key, value) in holder.entries() {
        let within: Vec<Dict<'_>> = match value {
            MaybeRef::NotRef(Object::Dict(dict)) => vec![dict],
            MaybeRef::NotRef(Object::Array(several)) if key.as_str() != "AF" => {
                let dicts = several.raw_iter().filter_map(|item| match item {
                    MaybeRef::NotRef(Object::Dict(dict)) => Some(dict),
                    _ => None,
                });
                dicts.collect()
            }
            _ => Vec::new(),
        };
        within.iter().for_each(|dict| associated(pdf, dict, false, listed, missing, depth + 1));
    }
}

fn file_name(file: &Dict<'_>) -> String {
    let name = file.get::<PdfString<'_>>(b"UF").or_else(|| file.get::<PdfString<'_>>(b"F"));
    name.map(|name| text_string(&name)).unwrap_or_default()
}

/// The names in a tree of names, which has neither loops nor an end that is far away; a branch that is not there may have any.
fn by_name(tree: Option<Dict<'_>>, listed: &mut HashSet<ObjectIdentifier>, missing: &mut Missings) {
    let (mut waiting, mut seen) = (Vec::from_iter(tree), HashSet::new());
    while let Some(node) = waiting.pop() {
        if seen.len() > 1000 || node.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let names = node.get::<Array<'_>>(b"Names");
        let branches = node.get::<Array<'_>>(b"Kids");
        for name in names.iter().flat_map(|names| names.iter::<PdfString<'_>>()) {
            missing.add(Lack::Attachment, &text_string(&name));
        }
        let references = names.iter().flat_map(Array::raw_iter).filter_map(|item| item.as_obj_ref());
        listed.extend(references.map(ObjectIdentifier::from));
        let there: Vec<Dict<'_>> = branches.iter().flat_map(|kids| kids.iter::<Dict<'_>>()).collect();
        let lost = branches.iter().flat_map(Array::raw_iter).count().saturating_sub(there.len());
        let damaged = [(&names, b"Names".as_slice()), (&branches, b"Kids")]
            .iter()
            .filter(|(list, key)| list.is_none() && node.contains_key(key))
            .count();
        missing.add_many(Lack::Attachment, "", (lost + damaged) as u32);
        waiting.extend(there);
    }
}

/// Bytes in the file that do not belong to the document: another file behind its end, or a document before the last one.
fn beside(data: &[u8]) -> Option<usize> {
    let mark = rfind(data, b"%%EOF")?;
    let after = data.get(mark + 5..).unwrap_or_default();
    let padding = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    if !after.iter().all(padding) && find(after, b" obj").is_none() {
        return Some(after.iter().rposition(|byte| !padding(byte)).map_or(0, |last| last + 1));
    }
    // A second document begins behind the end of a first one, whichever of the two is shown.
    let first_end = find(data, b"%%EOF")?;
    let second = data.get(first_end..)?.windows(7).position(|here| {
        matches!(here, [before, b'%', b'P', b'D', b'F', b'-', major]
            if matches!(before, b'\n' | b'\r' | 0) && major.is_ascii_digit())
    })?;
    Some(first_end + second + 1)
}

/// How many bytes stand before the document in its file, if they are more than filling.
fn ahead(data: &[u8]) -> Option<usize> {
    let before = data.get(..find(data.get(..FURTHEST).unwrap_or(data), b"%PDF-")?)?;
    let filling = before.strip_prefix(b"\xef\xbb\xbf").unwrap_or(before);
    let padding = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    (!filling.iter().all(padding)).then_some(before.len())
}

#[derive(Debug, PartialEq, Eq)]
enum End {
    Sound,
    /// It ends, but its table of contents is not where it says.
    Damaged,
    Missing,
}

/// Whether a PDF breaks off that has begun to say something.
pub fn breaks_off(data: &[u8]) -> bool {
    find(data, b" obj").is_some() && rfind(data, b"%%EOF").is_none()
}

fn end(data: &[u8]) -> End {
    tables(data).map_or_else(|end| end, |_| End::Sound)
}

/// How often the document was changed by something that was added behind its end: what it was before is still in the file.
fn tables(data: &[u8]) -> Result<u32, End> {
    let mark = rfind(data, b"%%EOF").ok_or(End::Missing)?;
    let after = data.get(mark + 5..).unwrap_or_default();
    // A file made for the web has an end mark near its beginning; one that was changed has one before each change.
    if find(after, b" obj").is_some() {
        return Err(End::Missing);
    }
    let before = data.get(..mark).unwrap_or_default();
    let Some(at) = rfind(before, b"startxref") else { return Err(End::Damaged) };
    let number = before.get(at + 9..).unwrap_or_default().trim_ascii();
    let number = std::str::from_utf8(number).ok().and_then(|text| text.split_ascii_whitespace().next()?.parse().ok());
    let Some(number) = number.filter(|number: &usize| *number < data.len()) else { return Err(End::Damaged) };
    // Bytes before the header shift every offset in some files, and not in others.
    let shift = find(data.get(..FURTHEST).unwrap_or(data), b"%PDF").unwrap_or_default();
    let found = [number, number.saturating_add(shift)].into_iter().find(|at| table(data, *at));
    let at = found.ok_or(End::Damaged)?;
    let earlier = earlier_tables(data, at, at - number).ok_or(End::Damaged)?;
    // A file made for the web has a second table from the beginning.
    let web = find(data.get(..FURTHEST).unwrap_or(data), b"/Linearized").is_some();
    Ok(u32::try_from(earlier).unwrap_or(u32::MAX).saturating_sub(u32::from(web)))
}

/// How many tables there are before this one; none where one of them, or an object, is not where a table says. What is
/// packed into a stream is not looked into.
fn earlier_tables(data: &[u8], at: usize, shift: usize) -> Option<usize> {
    let (mut at, mut seen) = (at, HashSet::new());
    while seen.insert(at) && seen.len() < MOST_TABLES {
        let here = data.get(at..).unwrap_or_default();
        let plain = here.trim_ascii_start().starts_with(b"xref");
        let about = if plain {
            let trailer = find(here, b"trailer")?;
            if !entries_lead(data, here.get(..trailer).unwrap_or_default(), shift) {
                return None;
            }
            let about = here.get(trailer..).unwrap_or_default();
            about.get(..find(about, b"startxref").unwrap_or(about.len()))
        } else {
            here.get(..find(here, b"stream").unwrap_or(here.len()))
        };
        let about = about.unwrap_or_default();
        let Some(previous) = find(about, b"/Prev") else { return Some(seen.len() - 1) };
        let number = about.get(previous + 5..).unwrap_or_default().trim_ascii_start();
        let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = std::str::from_utf8(number.get(..digits).unwrap_or_default()).ok();
        let number = number.and_then(|number| number.parse::<usize>().ok())?;
        at = number.saturating_add(shift);
        if !table(data, at) {
            return None;
        }
    }
    Some(seen.len() - 1)
}

/// Whether at each place that a plain table names, that object begins.
fn entries_lead(data: &[u8], table: &[u8], shift: usize) -> bool {
    let words: Vec<&[u8]> = table.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).skip(1).collect();
    let number = |word: &[u8]| std::str::from_utf8(word).ok()?.parse::<usize>().ok();
    let (mut rest, mut next) = (words.as_slice(), 0);
    while let [first, second, more @ ..] = rest {
        match more {
            [kind, after @ ..] if matches!(*kind, b"n" | b"f") => {
                let (Some(place), Some(generation)) = (number(first), number(second)) else { return false };
                // Some programs count from one, and leave the place of an object that they do not have at zero.
                let leads = |object: usize| {
                    let here = data.get(place.saturating_add(shift)..).unwrap_or_default().trim_ascii_start();
                    here.starts_with(format!("{object} {generation} obj").as_bytes())
                };
                if *kind == b"n" && place > 0 && !leads(next) && !leads(next.saturating_sub(1)) {
                    return false;
                }
                next += 1;
                rest = after;
            }
            _ => {
                let Some(begins) = number(first) else { return false };
                next = begins;
                rest = more;
            }
        }
    }
    true
}

/// Whether a table of contents begins here: `xref`, or the object that holds it.
fn table(data: &[u8], at: usize) -> bool {
    let here = data.get(at..).unwrap_or_default().trim_ascii_start();
    let here = here.get(..24).unwrap_or(here);
    let number = |word: &[u8]| !word.is_empty() && word.iter().all(u8::is_ascii_digit);
    let mut words = here.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    here.starts_with(b"xref")
        || words.next().is_some_and(number)
            && words.next().is_some_and(number)
            && words.next().is_some_and(|word| word.starts_with(b"obj"))
}

fn find(data: &[u8], what: &[u8]) -> Option<usize> {
    data.windows(what.len()).position(|here| here == what)
}

fn rfind(data: &[u8], what: &[u8]) -> Option<usize> {
    data.windows(what.len()).rposition(|here| here == what)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn a_file_that_breaks_off_is_told_from_one_that_is_damaged() {
        let sound = b"%PDF-1.4\n1 0 obj<<>>endobj\nxref\n0 1\ntrailer<<>>\nstartxref\n27\n%%EOF\n";
        assert_eq!(end(sound), End::Sound);
        assert_eq!(end(&[b"mail header\r\n".as_slice(), sound].concat()), End::Sound, "bytes before the header");
        assert_eq!(end(&sound[..sound.len() * 2 / 3]), End::Missing);
        assert_eq!(end(b"%PDF-1.4\n1 0 obj<<>>endobj\nstartxref\n9999\n%%EOF"), End::Damaged);
        assert_eq!(end(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"), End::Damaged);
        let web = [sound.as_slice(), b"7 0 obj<<>>endobj\n".repeat(200).as_slice()].concat();
        assert_eq!(end(&web), End::Missing, "its first end mark is not its end");
        let changed = [sound.as_slice(), b"1 0 obj<</A 1>>endobj\ngarbage"].concat();
        assert_eq!(end(&changed), End::Missing, "a change without its table");
    }

    #[test]
    fn a_table_that_leads_nowhere_is_damaged() {
        let object = "%PDF-1.4\n1 0 obj<<>>endobj\n";
        let file = |place: usize, previous: &str| {
            let table = format!("xref\n0 2\n0000000000 65535 f \n{place:010} 00000 n \ntrailer<<{previous}>>\n");
            format!("{object}{table}startxref\n{}\n%%EOF", object.len()).into_bytes()
        };
        assert_eq!(end(&file(9, "")), End::Sound);
        assert_eq!(end(&file(99_999, "")), End::Damaged);
        assert_eq!(end(&file(9, "/Prev 5")), End::Damaged);
        assert_eq!(beside(&file(9, "")), None);
        assert_eq!(beside(&[file(9, ""), b"\r\n\0\0".to_vec()].concat()), None);
        assert_eq!(beside(&[file(9, ""), b"\nPK\x03\x04 and more".to_vec()].concat()), Some(14));
        assert!(beside(&[file(9, ""), b"\n".to_vec(), file(9, "")].concat()).is_some());
    }
}
