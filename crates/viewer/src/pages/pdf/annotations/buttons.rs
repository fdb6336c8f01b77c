//! Buttons: boxes that are ticked, one of several, and those that do something.

use hayro::hayro_syntax::object::{Dict, Name, Object, String as PdfString};
use hayro::kurbo::{BezPath, Circle, Rect as Area, Shape};

use super::super::ink::BLACK;
use super::super::letters::text_string;
use super::fields::{inherited, inherited_string, name};
use super::look::Appearance;
use super::shapes::{Style, colour};
use super::{Drawing, PUSH_BUTTON, RADIO};
use crate::missing::Lack;

impl<'a> Drawing<'_, '_, '_, 'a> {
    pub(super) fn button(&mut self, widget: &Dict<'a>, area: Area, appearance: &Appearance<'a>, flags: u32) {
        if flags & PUSH_BUTTON == 0 && ticked_otherwise(widget, appearance) {
            self.missing.add(Lack::Field, &name(widget));
        }
        if matches!(appearance, Appearance::Drawn(_)) {
            return;
        }
        let look = widget.get::<Dict<'_>>(b"MK").unwrap_or_default();
        // One that is not set may look like nothing at all.
        if matches!(appearance, Appearance::None) || flags & PUSH_BUTTON == 0 {
            self.frame(&look, area, colour(&look, b"BG"));
        }
        if flags & PUSH_BUTTON != 0 {
            let caption = look.get::<PdfString<'_>>(b"CA").map(|text| text_string(&text)).unwrap_or_default();
            let style = self.readable(Style::of(inherited_string(widget, b"DA")), area, colour(&look, b"BG"));
            if !caption.is_empty() && !self.lines(&caption, area, style, 1, false) {
                self.missing.add(Lack::Field, &name(widget));
            }
            return;
        }
        let set = |name: Option<Name<'_>>| name.map(|name| name.as_str() != "Off");
        let own = set(widget.get::<Name<'_>>(b"AS"));
        let whole = set(inherited(widget, b"V").and_then(Object::into_name));
        match (own, whole) {
            (Some(false), _) | (None, None | Some(false)) => {}
            // Which of several it is, only an appearance would tell.
            (None, Some(true)) if flags & RADIO != 0 => self.missing.add(Lack::Field, &name(widget)),
            (Some(true), _) | (None, Some(true)) => {
                let middle = area.center();
                let side = area.width().min(area.height()) / 2.0;
                if flags & RADIO != 0 {
                    self.ink.fill(&Circle::new(middle, side * 0.5).to_path(0.1), BLACK);
                } else {
                    let mut path = BezPath::new();
                    for (dx, dy) in [(1.0, 1.0), (1.0, -1.0)] {
                        path.move_to((middle.x - dx * side * 0.6, middle.y - dy * side * 0.6));
                        path.line_to((middle.x + dx * side * 0.6, middle.y + dy * side * 0.6));
                    }
                    self.ink.stroke(&path, (side * 0.25).max(0.8), BLACK);
                }
            }
        }
    }
}

/// Whether a box, or one of several, looks otherwise than its field says. Where it has no look, it is drawn by what the field says.
fn ticked_otherwise(widget: &Dict<'_>, appearance: &Appearance<'_>) -> bool {
    let looks = widget.get::<Dict<'_>>(b"AP").and_then(|looks| looks.get::<Object<'_>>(b"N"));
    let states = match &looks {
        Some(Object::Dict(states)) => Some(states),
        _ => None,
    };
    let on = |name: String| Some(name).filter(|name| !matches!(name.as_str(), "" | "Off"));
    let state = widget.get::<Name<'_>>(b"AS").map(|state| state.as_str().to_owned());
    let said = match inherited(widget, b"V") {
        Some(Object::Name(name)) => on(name.as_str().to_owned()),
        Some(Object::String(text)) => on(text_string(&text)),
        _ => None,
    };
    if state.is_none() && matches!(appearance, Appearance::None) {
        return false;
    }
    // A look that is not there is that of one that is off.
    let there = |name: &String| states.is_none_or(|states| states.contains_key(name.as_bytes()));
    let shown = state.and_then(on).filter(there);
    match (shown, said) {
        (None, None) => false,
        (Some(_), None) => true,
        (Some(shown), Some(said)) => !means(widget, &shown, &said),
        (None, Some(said)) => {
            let own = states.into_iter().flat_map(|states| states.keys()).map(|name| name.as_str().to_owned());
            // One of several has its name from another dictionary: which of them it is, its looks say.
            widget.contains_key(b"T") || own.filter(|name| name != "Off").any(|own| means(widget, &own, &said))
        }
    }
}

/// Whether a state is the one that a field says, by its name, or by its number among what can be chosen.
fn means(widget: &Dict<'_>, state: &str, said: &str) -> bool {
    let chosen = || {
        let Some(Object::Array(options)) = inherited(widget, b"Opt") else { return None };
        let options: Vec<String> = options.iter::<PdfString<'_>>().map(|text| text_string(&text)).collect();
        // One alone has a name of its own for being set.
        let number = state.parse().unwrap_or(if options.len() == 1 { 0 } else { usize::MAX });
        options.get(number).cloned()
    };
    state == said || chosen().is_some_and(|chosen| chosen == said)
}
