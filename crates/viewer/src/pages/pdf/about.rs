//! What a PDF says of itself besides its pages: title, subject, author and whatever else its maker entered, in its list of properties
//! and in its description.

use std::collections::BTreeSet;

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, Object, ObjectIdentifier, Stream};

use super::super::apart::Apart;
use super::super::picture::PictureWords;
use super::instead;
use super::letters::text_string;
use crate::missing::Missings;

/// Properties that are figures about the file.
const FIGURES: [&str; 6] = ["Producer", "Creator", "CreationDate", "ModDate", "Trapped", "PTEX.Fullbanner"];
/// The same in a description, by how they begin.
const FIGURES_OF_DESCRIPTION: [&str; 12] = [
    "pdf:Producer",
    "pdf:PDFVersion",
    "pdf:Trapped",
    "pdfaid:",
    "pdfuaid:",
    "pdfx:GTS",
    "xmp:CreatorTool",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:",
    "xmpTPg:",
];

/// `read`: the letters of the first page, asked for where there is something to look for. A title that stands there is no news.
pub fn of(pdf: &Pdf, root: &Dict<'_>, missing: &mut Missings, read: impl FnOnce() -> String) -> Apart {
    let mut found = Vec::new();
    if let Some(properties) = properties(pdf) {
        for key in properties.keys().map(|key| key.as_str().to_owned()).collect::<BTreeSet<_>>() {
            let value = properties.get::<Object<'_>>(key.as_str()).filter(|_| !FIGURES.contains(&key.as_str()));
            if let Some(Object::String(said)) = value {
                found.push((key, text_string(&said)));
            }
        }
    }
    let mut words = PictureWords::default();
    if let Some(description) =
        root.get::<Stream<'_>>(b"Metadata").and_then(|stream| stream.decoded_data().ok().map(|data| data.into_owned()))
    {
        words.xmp(&description);
    }
    missing.append(words.missing);
    let described = words.apart.into_said();
    let figure = |kind: &str| FIGURES_OF_DESCRIPTION.iter().any(|figure| kind.starts_with(figure));
    let described =
        described.into_iter().filter(|(kind, _)| !figure(kind) && kind != "dc:format" && kind != "dc:language");
    found.extend(described);
    found.retain(|(_, said)| !said.trim().is_empty());
    let mut apart = Apart::default();
    if found.is_empty() {
        return apart;
    }
    let read = read();
    let mut seen = BTreeSet::new();
    for (kind, said) in found {
        let letters = instead::letters(&said);
        if !read.contains(&letters) && seen.insert(letters) {
            apart.add(&kind, &said);
        }
    }
    apart
}

/// The list of properties, which the end of the file leads to.
fn properties<'a>(pdf: &'a Pdf) -> Option<Dict<'a>> {
    let data: &[u8] = pdf.data().as_ref();
    let mut end = data.len();
    // The last one that leads somewhere.
    for _ in 0..8 {
        let at = data.get(..end)?.windows(5).rposition(|here| here == b"/Info")?;
        end = at;
        let rest = data.get(at + 5..at + 40).or_else(|| data.get(at + 5..))?;
        let mut words = rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
        let mut number = || std::str::from_utf8(words.next()?).ok()?.parse::<u32>().ok();
        if let (Some(object), Some(generation)) = (number(), number())
            && let Some(properties) =
                pdf.xref().get::<Dict<'_>>(ObjectIdentifier::new(object, i32::try_from(generation).unwrap_or_default()))
        {
            return Some(properties);
        }
    }
    None
}
