//! What a PDF as a whole lacks: its end, its table of contents, pages, and what no page shows.

use std::collections::HashSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Object, ObjectIdentifier, String as PdfString};

use super::annotations::fields::{self, text_string};
use crate::missing::{Lack, Missings};

/// After the last end mark, in bytes: more than that is a file that goes on, and breaks off.
const TAIL: usize = 1024;
/// Fields and places of fields that are looked at: of a form with more, that is said.
const MOST_FIELDS: usize = 200_000;

pub fn missing(pdf: &Pdf) -> Missings {
    let mut missing = Missings::default();
    let data: &[u8] = pdf.data().as_ref();
    match end(data) {
        End::Sound => {}
        End::Damaged => missing.add(Lack::Repaired, ""),
        End::Missing => missing.add(Lack::CutShort, ""),
    }
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let counted = root.get::<Dict<'_>>(b"Pages").and_then(|pages| pages.get::<u32>(b"Count")).unwrap_or_default();
    let found = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    missing.add_many(Lack::Pages, "", counted.min(1_000_000).saturating_sub(found));
    if let Some(form) = root.get::<Dict<'_>>(b"AcroForm") {
        let fields = form.get::<Array<'_>>(b"Fields").is_some_and(|fields| fields.raw_iter().next().is_some());
        if form.contains_key(b"XFA") && (!fields || root.get::<bool>(b"NeedsRendering") == Some(true)) {
            missing.add(Lack::DynamicForm, "");
        }
        fields_on_no_page(pdf, &form, &mut missing);
    }
    let files = root.get::<Dict<'_>>(b"Names").and_then(|names| names.get::<Dict<'_>>(b"EmbeddedFiles"));
    attachments(files, &mut missing);
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
        }
    }
}

/// The names in a tree of names, which has neither loops nor an end that is far away.
fn attachments(tree: Option<Dict<'_>>, missing: &mut Missings) {
    let (mut waiting, mut seen) = (Vec::from_iter(tree), HashSet::new());
    while let Some(node) = waiting.pop() {
        if seen.len() > 1000 || node.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        for name in node.get::<Array<'_>>(b"Names").iter().flat_map(|names| names.iter::<PdfString<'_>>()) {
            missing.add(Lack::Attachment, &text_string(&name));
        }
        waiting.extend(node.get::<Array<'_>>(b"Kids").iter().flat_map(|kids| kids.iter::<Dict<'_>>()));
    }
}

#[derive(Debug, PartialEq, Eq)]
enum End {
    Sound,
    /// It ends, but its table of contents is not where it says.
    Damaged,
    Missing,
}

fn end(data: &[u8]) -> End {
    let Some(mark) = rfind(data, b"%%EOF") else { return End::Missing };
    let after = data.get(mark + 5..).unwrap_or_default();
    // A file made for the web has an end mark near its beginning.
    if after.len() > TAIL && find(after, b" obj").is_some() {
        return End::Missing;
    }
    let before = data.get(..mark).unwrap_or_default();
    let Some(at) = rfind(before, b"startxref") else { return End::Damaged };
    let number = before.get(at + 9..).unwrap_or_default().trim_ascii();
    let number = std::str::from_utf8(number).ok().and_then(|text| text.split_ascii_whitespace().next()?.parse().ok());
    let Some(number) = number.filter(|number: &usize| *number < data.len()) else { return End::Damaged };
    // Bytes before the header shift every offset in some files, and not in others.
    let shift = find(data.get(..2048).unwrap_or(data), b"%PDF").unwrap_or_default();
    if table(data, number) || table(data, number.saturating_add(shift)) { End::Sound } else { End::Damaged }
}

/// Whether a table of contents begins here: `xref`, or the object that holds it.
fn table(data: &[u8], at: usize) -> bool {
    let here = data.get(at..).unwrap_or_default().trim_ascii_start();
    let here = here.get(..24).unwrap_or(here);
    here.starts_with(b"xref") || here.first().is_some_and(u8::is_ascii_digit) && find(here, b" obj").is_some()
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
    }
}
