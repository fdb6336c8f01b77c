//! What annotations and fields say besides, and what other programs show only when somebody points at something or resets a
//! form: it is not drawn, it is read, and the page says that it is there.

use std::collections::HashSet;

use hayro::hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};

use super::super::letters::{squeezed, text_string};
use super::fields::{default_value, inherited, inherited_string, name, rich_text, value};
use super::look::{Appearance, Shown};
use super::{Drawing, LONGEST, MARKS, said_by};
use crate::missing::Lack;

/// What programs call a note by themselves, besides its kind, without spaces and in small letters.
const OF_ITSELF: [&str; 19] = [
    "note",
    "comment",
    "commentontext",
    "stickynote",
    "texthighlight",
    "cross-out",
    "strikethrough",
    "insertedtext",
    "inserttext",
    "replacementtext",
    "textreplacement",
    "textbox",
    "typewriter",
    "callout",
    "rectangle",
    "oval",
    "arrow",
    "pencil",
    "drawing",
];
/// Of such addresses, ordinary documents have many: they are read, and no page says that they are there.
const WEB: [&str; 2] = ["http://", "https://"];

/// Texts that a reader of the page knows: those that are drawn, and those that were said.
pub(super) struct Known {
    /// Without spaces.
    drawn: String,
    said: HashSet<String>,
    /// So many of those that were said are among them.
    upto: usize,
}

impl Known {
    pub(super) fn of(drawn: &str) -> Known {
        Known { drawn: squeezed(drawn), said: HashSet::new(), upto: 0 }
    }

    fn has(&mut self, letters: &str, said: &[String]) -> bool {
        self.said.extend(said.get(self.upto..).unwrap_or_default().iter().map(|said| squeezed(said)));
        self.upto = said.len();
        self.drawn.contains(letters) || self.said.contains(letters)
    }
}

impl<'a> Drawing<'_, '_, '_, 'a> {
    pub(super) fn asides(&mut self, annotation: &Dict<'a>, kind: &str) {
        let texts = match kind {
            "Link" | "PrinterMark" | "TrapNet" => vec![said_by(annotation)],
            "Widget" => self.beside_a_field(annotation),
            kind if MARKS.contains(&kind) => who_and_what(annotation, kind),
            _ => Vec::new(),
        };
        for text in [texts, self.rollovers(annotation)].concat() {
            self.aside(&text);
        }
        let action = annotation.get::<Dict<'_>>(b"A").unwrap_or_default();
        match action.get::<Name<'_>>(b"S").as_ref().map(Name::as_str) {
            Some("URI") => self.address(&text(&action, b"URI").unwrap_or_default()),
            Some("GoToR" | "GoToE") => self.aside(&other_file(&action).unwrap_or_default()),
            _ => {}
        }
    }

    fn aside(&mut self, text: &str) {
        let letters = squeezed(text);
        if !letters.is_empty() && !self.known.has(&letters, &self.said) {
            self.missing.add(Lack::Aside, "");
            self.said.push(text.chars().take(LONGEST).collect());
        }
    }

    /// Where something leads to. What stands on the page may be the address without its beginning.
    fn address(&mut self, address: &str) {
        let Some(place) = ordinary(address) else { return self.aside(address) };
        let (place, whole) = (squeezed(place.trim_end_matches('/')), squeezed(address));
        if !place.is_empty() && !self.known.has(&place, &self.said) && !self.known.has(&whole, &self.said) {
            self.said.push(address.chars().take(LONGEST).collect());
        }
    }

    /// A plain text and a rich one: programs show the one or the other.
    pub(super) fn said_twice(&mut self, annotation: &Dict<'a>, appearance: &Appearance<'a>) {
        let (plain, rich) = (text(annotation, b"Contents"), rich_text(annotation.get::<Object<'_>>(b"RC")));
        let other = plain.is_some_and(|plain| squeezed(&plain) != squeezed(&rich));
        if !other || rich.is_empty() {
            return;
        }
        let looks_so = match appearance {
            Appearance::Drawn(look) => self.looks.say(look, &self.layers, &rich),
            Appearance::None => false,
        };
        if !looks_so {
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

    /// What it looks like while somebody points at it or holds it down, where that says something of its own.
    fn rollovers(&self, annotation: &Dict<'a>) -> Vec<String> {
        let looks = annotation.get::<Dict<'_>>(b"AP").unwrap_or_default();
        let shown = |key: &[u8]| match looks.get::<Stream<'_>>(key).map(|look| self.looks.shown(&look, &self.layers)) {
            Some(Shown::Letters(letters)) => Some(letters),
            Some(Shown::Nothing | Shown::Unknown) | None => None,
        };
        let others: Vec<String> = [b"R", b"D"].into_iter().filter_map(|key| shown(key)).collect();
        let usual = if others.is_empty() { None } else { shown(b"N") }.unwrap_or_default();
        others.into_iter().filter(|letters| *letters != usual).collect()
    }
}

/// Who wrote a note, and what about.
fn who_and_what(note: &Dict<'_>, kind: &str) -> Vec<String> {
    let about = text(note, b"Subj").filter(|about| {
        let about = squeezed(about).to_lowercase();
        about != kind.to_lowercase() && !OF_ITSELF.contains(&about.as_str())
    });
    text(note, b"T").into_iter().chain(about).collect()
}

/// What an address of the web, or of somebody, says behind its beginning.
fn ordinary(address: &str) -> Option<&str> {
    if let Some(place) = WEB.into_iter().find_map(|beginning| address.strip_prefix(beginning)) {
        // What stands before the name of the place may be a name or a password.
        return Some(place).filter(|place| !place.split('/').next().is_some_and(|host| host.contains('@')));
    }
    let within = !address.contains(':') && !address.starts_with(['/', '\\']);
    address.strip_prefix("mailto:").or(Some(address).filter(|_| within))
}

/// The name of another file that something leads to.
pub fn other_file(action: &Dict<'_>) -> Option<String> {
    match action.get::<Object<'_>>(b"F")? {
        Object::String(name) => Some(text_string(&name)),
        Object::Dict(file) => text(&file, b"UF").or_else(|| text(&file, b"F")),
        _ => None,
    }
}

fn text(dict: &Dict<'_>, key: &[u8]) -> Option<String> {
    dict.get::<PdfString<'_>>(key).map(|text| text_string(&text)).filter(|text| !text.trim().is_empty())
}
