//! What annotations and fields say besides, and what other programs show only when somebody points at something or resets a
//! form: it is not drawn, it is read, and the page says that it is there.

use hayro::hayro_syntax::object::{Dict, Object, Stream, String as PdfString};

use super::fields::{default_value, inherited, inherited_string, name, rich_text, text_string, value};
use super::look::{Appearance, Shown, texts};
use super::{Drawing, LONGEST, said_by};
use crate::missing::Lack;

impl<'a> Drawing<'_, '_, '_, 'a> {
    pub(super) fn asides(&mut self, annotation: &Dict<'a>, kind: &str) {
        let texts = match kind {
            "Link" => vec![said_by(annotation)],
            "Widget" => self.beside_a_field(annotation),
            _ => Vec::new(),
        };
        for text in [texts, rollovers(annotation)].concat() {
            let letters = squeezed(&text);
            let known = self.read.contains(&letters) || self.said.iter().any(|said| squeezed(said) == letters);
            if !letters.is_empty() && !known {
                self.missing.add(Lack::Aside, "");
                self.said.push(text.chars().take(LONGEST).collect());
            }
        }
    }

    /// A plain text and a rich one: programs show the one or the other.
    pub(super) fn said_twice(&mut self, annotation: &Dict<'a>, appearance: &Appearance<'a>) {
        let (plain, rich) = (text(annotation, b"Contents"), rich_text(annotation.get::<Object<'_>>(b"RC")));
        let looks_so = match appearance {
            Appearance::Drawn(look) => {
                matches!(texts(look), Shown::Letters(shown) if squeezed(&shown) == squeezed(&rich))
            }
            Appearance::None => false,
        };
        let other = plain.is_some_and(|plain| squeezed(&plain) != squeezed(&rich));
        if other && !rich.is_empty() && !looks_so {
            self.missing.add(Lack::Note, "");
            self.said.push(rich.chars().take(LONGEST).collect());
        }
    }

    /// The hint of a field, what it says by default, and what its button says when it is touched.
    fn beside_a_field(&self, widget: &Dict<'a>) -> Vec<String> {
        let (name, value) = (name(widget), value(widget));
        let hint = inherited_string(widget, b"TU").map(|hint| text_string(&hint));
        let hint = hint.filter(|hint| name.rsplit('.').next() != Some(hint.as_str()) && *hint != name);
        let default = Some(default_value(widget)).filter(|default| !matches!(default.trim(), "" | "Off"));
        // A box that is ticked by default says so by a name that nobody reads.
        let button = inherited(widget, b"FT").and_then(Object::into_name).is_some_and(|kind| kind.as_str() == "Btn");
        let default = default.filter(|default| !button && squeezed(default) != squeezed(&value));
        let look = widget.get::<Dict<'_>>(b"MK").unwrap_or_default();
        let captions = [b"RC", b"AC"].into_iter().filter_map(|key| text(&look, key));
        hint.into_iter().chain(default).chain(captions).collect()
    }
}

/// What it looks like while somebody points at it or holds it down, where that says something of its own.
fn rollovers(annotation: &Dict<'_>) -> Vec<String> {
    let looks = annotation.get::<Dict<'_>>(b"AP").unwrap_or_default();
    let shown = |key: &[u8]| match looks.get::<Stream<'_>>(key).map(|look| texts(&look)) {
        Some(Shown::Letters(letters)) => Some(letters),
        _ => None,
    };
    let usual = shown(b"N").unwrap_or_default();
    [b"R", b"D"].into_iter().filter_map(|key| shown(key)).filter(|letters| *letters != usual).collect()
}

fn text(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|text| text_string(&text)).filter(|text| !text.trim().is_empty())
}

/// Without spaces and lines, which may be set by moving on.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
