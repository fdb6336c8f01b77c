//! What a file brings as the appearance of an annotation, and what that shows.

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro::hayro_syntax::page::Resources;

use super::DEEPEST;

/// What the file brings as an appearance.
pub(super) enum Appearance<'a> {
    /// The renderer draws it.
    Drawn(Stream<'a>),
    None,
}

/// As the renderer looks for it.
pub(super) fn chosen_look<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
    let stream = match annotation.get::<Dict<'_>>(b"AP").and_then(|looks| looks.get::<Object<'_>>(b"N")) {
        Some(Object::Stream(stream)) => Some(stream),
        Some(Object::Dict(states)) => annotation
            .get::<Name<'_>>(b"AS")
            .and_then(|state| states.get::<Stream<'_>>(state))
            .or_else(|| states.get::<Stream<'_>>(b"Off")),
        _ => None,
    };
    let sound = |stream: &Stream<'_>| stream.decoded_data().is_ok() && stream.dict().get::<[f32; 4]>(b"BBox").is_some();
    stream.filter(sound)
}

/// One that draws nothing is none.
pub(super) fn appearance<'a>(annotation: &Dict<'a>) -> Appearance<'a> {
    match chosen_look(annotation) {
        Some(stream) if draws(&stream, 0) => Appearance::Drawn(stream),
        _ => Appearance::None,
    }
}

/// Whether instructions draw anything: a form that they name may be empty in its turn.
pub(super) fn draws(stream: &Stream<'_>, depth: usize) -> bool {
    let Ok(data) = stream.decoded_data() else { return false };
    let resources = Resources::new(stream.dict().get::<Dict<'_>>(b"Resources").unwrap_or_default());
    let mut operations = TypedIter::new(&data);
    while let Some(operation) = operations.next() {
        let draws = match operation {
            TypedInstruction::ShowText(text) => !text.0.is_empty(),
            TypedInstruction::NextLineAndShowText(text) => !text.0.is_empty(),
            TypedInstruction::ShowTextWithParameters(text) => !text.2.is_empty(),
            TypedInstruction::ShowTexts(texts) => texts.0.iter::<PdfString<'_>>().any(|text| !text.is_empty()),
            TypedInstruction::FillPathNonZero(_)
            | TypedInstruction::FillPathNonZeroCompatibility(_)
            | TypedInstruction::FillPathEvenOdd(_)
            | TypedInstruction::StrokePath(_)
            | TypedInstruction::CloseAndStrokePath(_)
            | TypedInstruction::FillAndStrokeNonZero(_)
            | TypedInstruction::FillAndStrokeEvenOdd(_)
            | TypedInstruction::CloseFillAndStrokeNonZero(_)
            | TypedInstruction::CloseFillAndStrokeEvenOdd(_)
            | TypedInstruction::Shading(_)
            | TypedInstruction::InlineImage(_) => true,
            TypedInstruction::XObject(object) => match resources.get_x_object(object.0) {
                Some(form) if form.dict().get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Form") => {
                    depth >= DEEPEST || draws(&form, depth + 1)
                }
                other => other.is_some(),
            },
            _ => false,
        };
        if draws {
            return true;
        }
    }
    false
}

/// What an appearance shows.
pub(super) enum Shown {
    Nothing,
    Letters(String),
    /// Codes of a font, or a picture.
    Unknown,
}

pub(super) fn texts(stream: &Stream<'_>) -> Shown {
    let Ok(data) = stream.decoded_data() else { return Shown::Nothing };
    let (mut bytes, mut other) = (Vec::new(), false);
    let mut operations = TypedIter::new(&data);
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::ShowText(text) => bytes.extend_from_slice(text.0.as_bytes()),
            TypedInstruction::NextLineAndShowText(text) => bytes.extend_from_slice(text.0.as_bytes()),
            TypedInstruction::ShowTextWithParameters(text) => bytes.extend_from_slice(text.2.as_bytes()),
            TypedInstruction::ShowTexts(texts) => {
                texts.0.iter::<PdfString<'_>>().for_each(|text| bytes.extend_from_slice(text.as_bytes()));
            }
            TypedInstruction::XObject(_) | TypedInstruction::InlineImage(_) => other = true,
            _ => {}
        }
    }
    match (bytes.is_empty(), other) {
        (true, false) => Shown::Nothing,
        (false, false) if bytes.iter().all(|byte| (0x20..0x7f).contains(byte)) => {
            Shown::Letters(bytes.into_iter().map(char::from).collect())
        }
        _ => Shown::Unknown,
    }
}

/// Spaces and lines apart, since they may be set by moving on.
pub(super) fn same(shown: &str, value: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (shown, value) = (letters(shown), letters(value));
    // A font of its own may write other codes for what is not plain; a list shows all that can be chosen.
    !value.is_ascii() || shown.contains(&value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_appearance_is_told_from_one_that_says_the_same() {
        assert!(same("A  B", "A B") && same("xyAz", "A") && same("?", "é"));
        assert!(!same("REL TO BEL", "REL TO BEL, FRA"));
    }
}
