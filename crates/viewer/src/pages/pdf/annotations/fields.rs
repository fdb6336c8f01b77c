//! Fields of a form: their names and values, with what they inherit.

use hayro::hayro_syntax::object::{Array, Dict, Object, ObjectIdentifier, String as PdfString};

use super::super::letters::{squeezed, text_string};
use super::DEEPEST;

const COMBO: u32 = 1 << 17;

pub fn inherited<'a>(field: &Dict<'a>, key: &[u8]) -> Option<Object<'a>> {
    let mut field = field.clone();
    for _ in 0..DEEPEST {
        if let Some(found) = field.get::<Object<'_>>(key) {
            return Some(found);
        }
        field = field.get::<Dict<'_>>(b"Parent")?;
    }
    None
}

pub(super) fn inherited_string<'a>(field: &Dict<'a>, key: &[u8]) -> Option<PdfString<'a>> {
    inherited(field, key).and_then(Object::into_string)
}

/// `person.name`
pub fn name(field: &Dict<'_>) -> String {
    let (mut parts, mut field) = (Vec::new(), Some(field.clone()));
    let mut seen: Vec<Option<ObjectIdentifier>> = Vec::new();
    while let Some(here) = field.filter(|_| parts.len() < DEEPEST && seen.len() < DEEPEST) {
        seen.push(here.obj_id());
        parts.extend(here.get::<PdfString<'_>>(b"T").map(|part| text_string(&part)));
        field = here.get::<Dict<'_>>(b"Parent");
    }
    parts.reverse();
    parts.join(".")
}

/// In the words that the form shows for it.
pub fn value(field: &Dict<'_>) -> String {
    let plain = plain_value(field);
    if !plain.trim().is_empty() {
        return plain;
    }
    let rich = rich_text(inherited(field, b"RV"));
    if rich.is_empty() { chosen_by_number(field) } else { rich }
}

/// What is chosen from a list by number alone (ISO 32000-2, 12.7.5.4): nothing where the field has a value.
pub(super) fn chosen_by_number(field: &Dict<'_>) -> String {
    let kind = inherited(field, b"FT").and_then(Object::into_name);
    let (Some(Object::Array(numbers)), Some(Object::Array(options))) =
        (inherited(field, b"I"), inherited(field, b"Opt"))
    else {
        return String::new();
    };
    if kind.is_none_or(|kind| kind.as_str() != "Ch") || !plain_value(field).trim().is_empty() {
        return String::new();
    }
    let options: Vec<Object<'_>> = options.iter::<Object<'_>>().collect();
    let option = |number: u32| match options.get(number as usize)? {
        Object::String(text) => Some(text_string(text)),
        // What it is called in the data, and what it is called on the page.
        Object::Array(pair) => pair.iter::<PdfString<'_>>().last().map(|text| text_string(&text)),
        _ => None,
    };
    numbers.iter::<u32>().filter_map(option).collect::<Vec<_>>().join(", ")
}

pub(super) fn plain_value(field: &Dict<'_>) -> String {
    in_words(field, b"V")
}

/// What a form goes back to when it is reset, in the words that it shows for it.
pub fn default_value(field: &Dict<'_>) -> String {
    in_words(field, b"DV")
}

fn in_words(field: &Dict<'_>, key: &[u8]) -> String {
    let Some(value) = inherited(field, key) else { return String::new() };
    let shown = |text: String| chosen(field, &text).unwrap_or(text);
    match value {
        Object::String(text) => shown(text_string(&text)),
        Object::Name(name) => shown(name.as_str().to_owned()),
        Object::Number(number) => number.as_f64().to_string(),
        Object::Stream(stream) => stream.decoded_data().map(|data| text_string(&data)).unwrap_or_default(),
        Object::Array(several) => {
            several.iter::<PdfString<'_>>().map(|text| shown(text_string(&text))).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}

pub(super) fn chosen(field: &Dict<'_>, value: &str) -> Option<String> {
    let Some(Object::Array(options)) = inherited(field, b"Opt") else { return None };
    options.iter::<Array<'_>>().find_map(|option| {
        let pair: Vec<String> = option.iter::<PdfString<'_>>().map(|text| text_string(&text)).collect();
        match pair.as_slice() {
            [key, shown] if key == value => Some(shown.clone()),
            _ => None,
        }
    })
}

/// Whether a field shows all that can be chosen, and which of it is.
pub(super) fn is_list(field: &Dict<'_>, flags: u32) -> bool {
    let kind = inherited(field, b"FT").and_then(Object::into_name);
    kind.is_some_and(|kind| kind.as_str() == "Ch") && flags & COMBO == 0
}

/// Whether each of several values is among what is shown.
pub(super) fn shows_each(shown: &str, values: &str) -> bool {
    let shown = squeezed(shown);
    values.split(", ").all(|value| shown.contains(&squeezed(value)))
}

/// The text of a rich text, without its marks.
pub(super) fn rich_text(rich: Option<Object<'_>>) -> String {
    let rich = match rich {
        Some(Object::String(text)) => text_string(&text),
        Some(Object::Stream(stream)) => stream.decoded_data().map(|data| text_string(&data)).unwrap_or_default(),
        _ => String::new(),
    };
    let (mut text, mut within) = (String::new(), false);
    for c in rich.chars() {
        match c {
            '<' => within = true,
            '>' => {
                within = false;
                text.push(' ');
            }
            _ if !within => text.push(c),
            _ => {}
        }
    }
    with_letters(&text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters in place of what XML writes for them.
fn with_letters(text: &str) -> String {
    let (mut plain, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let named = after.split_once(';').and_then(|(name, after)| letter(name).map(|letter| (letter, after)));
        rest = match named {
            Some((letter, after)) => {
                plain.push(letter);
                after
            }
            None => {
                plain.push('&');
                after
            }
        };
    }
    plain.push_str(rest);
    plain
}

fn letter(name: &str) -> Option<char> {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")) {
            Some(digits) => number(digits, 16),
            None => name.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_writes_for_a_letter_is_that_letter() {
        assert_eq!(with_letters("caf&#233; &#xE9; R&amp;D &lt;b> A&B; &"), "café é R&D <b> A&B; &");
    }
}
