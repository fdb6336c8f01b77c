//! Form fields and annotations for which the file has no appearance: drawn from their content, as plainly as possible.
//! What is not drawn, or only in part, is added to what the page lacks.

use std::collections::HashSet;

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Rect, Stream, String as PdfString};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{BezPath, Rect as Area, Shape};

mod asides;
mod buttons;
pub mod fields;
mod look;
mod shapes;
mod stamps;

use asides::Known;
pub use asides::other_file;
use fields::{chosen_by_number, inherited, inherited_string, is_list, name, rich_text, shows_each, value};
use look::{Appearance, Looks, Shown, appearance, chosen_look};
use shapes::{Style, colour, line_width, note_box, quads, shape, told_apart};
use stamps::stamped;

use super::actions;
use super::ink::{BLACK, Colour, Ink};
use super::instead::same_letters;
use super::layers::Layers;
use super::letters::{squeezed, text_string};
use crate::missing::{Lack, Missings};

const HIDDEN: u32 = 1 << 1;
const NO_VIEW: u32 = 1 << 5;
const MULTILINE: u32 = 1 << 12;
const PASSWORD: u32 = 1 << 13;
const RADIO: u32 = 1 << 15;
const PUSH_BUTTON: u32 = 1 << 16;
/// No letters smaller than that are drawn, in points.
const LEAST: f64 = 4.0;
const LEADING: f64 = 1.2;
/// Annotations beyond that are counted as not drawn.
const MOST: usize = 5000;
/// Fields within fields.
const DEEPEST: usize = 16;
/// Of a value that is drawn, in characters.
const LONGEST: usize = 20_000;
/// Kinds of which the appearance is all that there is, but for what they say. Others play, move or hold something else.
const MARKS: [&str; 16] = [
    "Text",
    "FreeText",
    "Line",
    "Square",
    "Circle",
    "Polygon",
    "PolyLine",
    "Highlight",
    "Underline",
    "Squiggly",
    "StrikeOut",
    "Caret",
    "Stamp",
    "Ink",
    "Watermark",
    "FileAttachment",
];
const YELLOW: Colour = [1.0, 0.95, 0.6, 0.92];
const PAPER: Colour = [1.0, 1.0, 1.0, 1.0];

/// Draws them; gives back what was drawn as text, and what they say besides. `read`: what is read on the page itself.
pub fn draw(page: &Page<'_>, ink: &mut Ink<'_, '_>, missing: &mut Missings, read: &str) -> Vec<String> {
    let root = page.xref().get::<Dict<'_>>(page.xref().root_id()).unwrap_or_default();
    let form = root.get::<Dict<'_>>(b"AcroForm").unwrap_or_default();
    let crop = page.intersected_crop_box();
    let crop = Area::new(crop.x0, crop.y0, crop.x1, crop.y1).abs();
    let layers = Layers::of(page.xref());
    let (looks, known) = (Looks::of(page), Known::of(read));
    let listed = HashSet::new();
    let mut drawing = Drawing { page: crop, ink, missing, form, layers, looks, known, listed, said: Vec::new() };
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else {
        if page.raw().contains_key(b"Annots") {
            drawing.missing.add(Lack::Annotation, "");
        }
        return Vec::new();
    };
    let numbered = annotations.raw_iter().filter_map(|item| item.as_obj_ref());
    drawing.listed = numbered.map(ObjectIdentifier::from).collect();
    let mut there = 0;
    for annotation in annotations.iter::<Dict<'_>>() {
        there += 1;
        if there <= MOST {
            drawing.annotation(&annotation);
        }
    }
    let absent = annotations.raw_iter().count().saturating_sub(there) + there.saturating_sub(MOST);
    drawing.missing.add_many(Lack::Annotation, "", u32::try_from(absent).unwrap_or(u32::MAX));
    drawing.said
}

/// What the annotations of a page look like by the file, where they are to be seen.
pub fn appearances<'a>(page: &Page<'a>) -> Vec<Stream<'a>> {
    let annotations = page.raw().get::<Array<'_>>(b"Annots");
    let all = annotations.iter().flat_map(|annotations| annotations.iter::<Dict<'_>>()).take(MOST);
    all.filter(|annotation| !is_hidden(annotation)).filter_map(|annotation| chosen_look(&annotation)).collect()
}

pub fn is_hidden(annotation: &Dict<'_>) -> bool {
    annotation.get::<u32>(b"F").unwrap_or(0) & (HIDDEN | NO_VIEW) != 0
}

/// Plain, or as rich text where it is only that.
fn said_by(annotation: &Dict<'_>) -> String {
    let plain = annotation.get::<PdfString<'_>>(b"Contents").map(|text| text_string(&text)).unwrap_or_default();
    if plain.trim().is_empty() { rich_text(annotation.get::<Object<'_>>(b"RC")) } else { plain }
}

struct Drawing<'d, 'c, 'l, 'a> {
    page: Area,
    ink: &'d mut Ink<'c, 'l>,
    missing: &'d mut Missings,
    form: Dict<'a>,
    layers: Layers,
    looks: Looks<'d, 'a>,
    /// What is read on the page itself, and what was said already.
    known: Known,
    /// The annotations of the page, as far as they have numbers.
    listed: HashSet<ObjectIdentifier>,
    said: Vec<String>,
}

impl<'a> Drawing<'_, '_, '_, 'a> {
    fn annotation(&mut self, annotation: &Dict<'a>) {
        let kind = annotation.get::<Name<'_>>(b"Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        for action in actions::of(annotation) {
            self.missing.add(Lack::Script, &action);
        }
        self.asides(annotation, &kind);
        if kind == "Popup" {
            return self.pop_up(annotation);
        }
        if is_hidden(annotation) {
            return self.unseen(annotation, &kind);
        }
        if let Some(layer) = self.layers.hides(annotation, b"OC") {
            // The renderer draws its appearance all the same, where the file brings one.
            self.missing.add(Lack::Layer, &layer);
            self.say(said_by(annotation));
            return;
        }
        let Some(area) =
            annotation.get::<Rect>(b"Rect").map(|rect| Area::new(rect.x0, rect.y0, rect.x1, rect.y1).abs())
        else {
            if kind != "Link" {
                self.missing.add(Lack::Annotation, &kind);
            }
            return;
        };
        let (place, all) = (area.intersect(self.page), self.page.area());
        if all > 0.0 && (place.width() < 0.0 || place.height() < 0.0 || place.area() <= 0.0 && area.area() > 0.0) {
            return self.unseen(annotation, &kind);
        }
        let appearance = appearance(annotation);
        if kind == "Widget" {
            return self.field(annotation, area, &appearance);
        }
        let contents = said_by(annotation);
        self.said_twice(annotation, &appearance);
        match kind.as_str() {
            // Nothing of a link is to be seen.
            "Link" | "PrinterMark" | "TrapNet" => return,
            "FileAttachment" => {
                let file = annotation.get::<Dict<'_>>(b"FS").unwrap_or_default();
                let name = file.get::<PdfString<'_>>(b"UF").or_else(|| file.get::<PdfString<'_>>(b"F"));
                self.missing.add(Lack::Attachment, &name.map(|name| text_string(&name)).unwrap_or_default());
            }
            _ => {}
        }
        if let Appearance::Drawn(look) = &appearance {
            if !MARKS.contains(&kind.as_str()) {
                self.missing.add(Lack::Annotation, &kind);
            }
            return self.beside_its_look(&kind, look, contents);
        }
        self.without_appearance(annotation, &kind, area, contents);
    }

    /// Its mark is on the page; what it says may be another thing.
    fn beside_its_look(&mut self, kind: &str, look: &Stream<'a>, contents: String) {
        if contents.trim().is_empty() {
            return;
        }
        match self.looks.shown(look, &self.layers) {
            Shown::Letters(letters) if same_letters(&letters, &contents) => {}
            Shown::Unknown if kind == "FreeText" => {
                self.missing.add(Lack::LookUncompared, &contents);
                self.said.push(contents);
            }
            // Of another mark, nobody expects that it shows what it says.
            Shown::Unknown | Shown::Letters(_) | Shown::Nothing => self.noted(contents),
        }
    }

    fn noted(&mut self, contents: String) {
        if !contents.trim().is_empty() {
            self.missing.add(Lack::Note, "");
            self.said.push(contents);
        }
    }

    /// It shows what its note says as long as somebody points at that; it may say something of its own.
    fn pop_up(&mut self, annotation: &Dict<'a>) {
        let contents = said_by(annotation);
        let note = annotation.get::<Dict<'_>>(b"Parent").map(|note| said_by(&note)).unwrap_or_default();
        if contents.trim() != note.trim() {
            self.noted(contents);
        }
        // A note that lies on no page is seen in this alone.
        let parent = annotation.get_ref(b"Parent").map(ObjectIdentifier::from);
        if !parent.is_some_and(|id| self.listed.contains(&id)) {
            self.noted(note);
        }
    }

    /// One that is hidden, or lies outside the page.
    fn unseen(&mut self, annotation: &Dict<'a>, kind: &str) {
        match kind {
            // Nothing of them would be on the page.
            "Link" | "PrinterMark" | "TrapNet" => {}
            // A signature that is to be seen nowhere is an ordinary one.
            "Widget"
                if inherited(annotation, b"FT")
                    .and_then(Object::into_name)
                    .is_some_and(|kind| kind.as_str() == "Sig") =>
            {
                if inherited(annotation, b"V").is_some() {
                    self.missing.add(Lack::Signature, &name(annotation));
                }
            }
            "Widget" => {
                if !matches!(value(annotation).trim(), "" | "Off") {
                    self.missing.add(Lack::Hidden, &name(annotation));
                }
            }
            _ => self.missing.add(Lack::Hidden, kind),
        }
    }

    fn without_appearance(&mut self, annotation: &Dict<'a>, kind: &str, area: Area, contents: String) {
        let opacity = annotation.get::<f32>(b"CA").unwrap_or(1.0).clamp(0.0, 1.0);
        let colour = colour(annotation, b"C").map(|[red, green, blue, _]| [red, green, blue, opacity]);
        let line = line_width(annotation);
        match kind {
            "FreeText" => {
                let style = Style::of(annotation.get::<PdfString<'_>>(b"DA"));
                self.ink.fill(&area.to_path(0.1), colour.unwrap_or(PAPER));
                if line > 0.0 {
                    self.ink.stroke(&area.inset(-line / 2.0).to_path(0.1), line, style.colour);
                }
                let aligned = annotation.get::<i32>(b"Q").unwrap_or(0);
                let text = contents;
                let style = self.readable(style, area, colour);
                if !self.lines(&text, area, Style { size: style.size.max(0.0), ..style }, aligned, true)
                    || text.is_empty()
                {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.say(text);
            }
            "Stamp" => {
                let (text, comment) = stamped(annotation, kind, contents);
                let red = [0.75, 0.1, 0.1, opacity];
                self.ink.stroke(&area.inset(-1.0).to_path(0.1), 1.5, red);
                if !self.lines(&text, area, Style { size: 0.0, colour: red }, 1, true) {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.say(text);
                self.noted(comment);
            }
            "Text" => {
                let paper = colour.map_or(YELLOW, |[red, green, blue, _]| [red, green, blue, 0.92]);
                let box_ = note_box(area, &contents);
                self.ink.fill(&box_.to_path(0.1), paper);
                self.ink.stroke(&box_.to_path(0.1), 0.6, BLACK);
                if !self.lines(&contents, box_, Style { size: 0.0, colour: BLACK }, 0, true) {
                    self.missing.add(Lack::Note, "");
                }
                self.say(contents);
            }
            "Highlight" | "Underline" | "StrikeOut" | "Squiggly" => {
                let colour = colour.unwrap_or(if kind == "Highlight" { YELLOW } else { BLACK });
                for [low, high] in quads(annotation, area) {
                    let mut path = BezPath::new();
                    if kind == "Highlight" {
                        let [red, green, blue, _] = colour;
                        self.ink.fill(&Area::from_points(low, high).to_path(0.1), [red, green, blue, 0.4]);
                        continue;
                    }
                    let y = if kind == "StrikeOut" { (low.y + high.y) / 2.0 } else { low.y + 1.0 };
                    path.move_to((low.x, y));
                    path.line_to((high.x, y));
                    self.ink.stroke(&path, 1.0, colour);
                }
                self.noted(contents);
            }
            "Square" | "Circle" | "Line" | "Polygon" | "PolyLine" | "Ink" => {
                let path = shape(annotation, kind, area.inset(-line / 2.0));
                if let Some([red, green, blue, _]) = shapes::colour(annotation, b"IC")
                    && !matches!(kind, "Line" | "PolyLine" | "Ink")
                {
                    self.ink.fill(&path, [red, green, blue, opacity]);
                }
                if path.elements().is_empty() {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.ink.stroke(&path, line.max(0.5), colour.unwrap_or(BLACK));
                self.noted(contents);
            }
            _ => {
                let mut path = area.to_path(0.1);
                path.move_to((area.x0, area.y0));
                path.line_to((area.x1, area.y1));
                self.ink.stroke(&path, 0.8, BLACK);
                if kind != "FileAttachment" {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.noted(contents);
            }
        }
    }

    fn field(&mut self, widget: &Dict<'a>, area: Area, appearance: &Appearance<'a>) {
        let kind = inherited(widget, b"FT").and_then(Object::into_name).map(|name| name.as_str().to_owned());
        let flags = match inherited(widget, b"Ff") {
            Some(Object::Number(number)) => number.as_i64() as u32,
            _ => 0,
        };
        match kind.as_deref().unwrap_or_default() {
            "Btn" => self.button(widget, area, appearance, flags),
            "Sig" => {
                if inherited(widget, b"V").is_some() {
                    self.missing.add(Lack::Signature, &name(widget));
                    if matches!(appearance, Appearance::None) && area.area() > 1.0 {
                        self.ink.stroke(&area.to_path(0.1), 0.6, BLACK);
                    }
                }
            }
            _ => self.text_field(widget, area, appearance, flags),
        }
    }

    /// Text, and choices from a list.
    fn text_field(&mut self, widget: &Dict<'a>, area: Area, appearance: &Appearance<'a>, flags: u32) {
        let value = value(widget);
        let rich = rich_text(inherited(widget, b"RV"));
        if !rich.is_empty() && squeezed(&rich) != squeezed(&value) {
            self.missing.add(Lack::Field, &name(widget));
            self.said.push(rich.chars().take(LONGEST).collect());
        }
        if matches!(appearance, Appearance::None) && !value.is_empty() && chosen_by_number(widget) == value {
            self.missing.add(Lack::Field, &name(widget));
        }
        let style = Style::of(inherited_string(widget, b"DA").or_else(|| self.form.get::<PdfString<'_>>(b"DA")));
        let shown = match appearance {
            Appearance::Drawn(look) => self.looks.shown(look, &self.layers),
            Appearance::None => Shown::Nothing,
        };
        let look = widget.get::<Dict<'_>>(b"MK").unwrap_or_default();
        let ground = colour(&look, b"BG");
        if value.trim().is_empty() {
            if matches!(appearance, Appearance::None) {
                self.frame(&look, area, ground);
            }
            if matches!(shown, Shown::Letters(_)) {
                self.missing.add(Lack::Field, &name(widget));
            }
            return;
        }
        self.said.push(value.chars().take(LONGEST).collect());
        match shown {
            Shown::Letters(letters) if same_letters(&letters, &value) => return,
            Shown::Letters(letters) if is_list(widget, flags) && shows_each(&letters, &value) => {
                return self.uncompared(widget, &value, flags);
            }
            Shown::Unknown => return self.uncompared(widget, &value, flags),
            // The file itself says that its appearances are old, or it does not: either is to be seen.
            Shown::Letters(_) => {
                self.missing.add(Lack::Field, &name(widget));
                if self.form.get::<bool>(b"NeedAppearances") != Some(true) {
                    return;
                }
                self.ink.fill(&area.inset(-1.0).to_path(0.1), ground.unwrap_or(PAPER));
            }
            Shown::Nothing => self.frame(&look, area, ground),
        }
        let text = if flags & PASSWORD != 0 {
            // It can be read, and is not to be seen.
            self.missing.add(Lack::Field, &name(widget));
            "•".repeat(value.chars().count().min(100))
        } else {
            value
        };
        let aligned = match inherited(widget, b"Q") {
            Some(Object::Number(number)) => number.as_i64() as i32,
            _ => 0,
        };
        let style = self.readable(style, area, ground);
        if !self.lines(&text, area, style, aligned, flags & MULTILINE != 0) {
            self.missing.add(Lack::Field, &name(widget));
        }
    }

    /// Nobody knows whether what a field looks like is what it says.
    fn uncompared(&mut self, widget: &Dict<'a>, value: &str, flags: u32) {
        let name = name(widget);
        let said = match (flags & PASSWORD != 0, name.is_empty()) {
            (true, _) => name,
            (false, true) => value.to_owned(),
            // The name may be long: what the field says comes first.
            (false, false) => format!("{value} ({name})"),
        };
        self.missing.add(Lack::LookUncompared, &said);
    }

    /// Ground and border of a field.
    fn frame(&mut self, look: &Dict<'a>, area: Area, ground: Option<Colour>) {
        if let Some(ground) = ground {
            self.ink.fill(&area.to_path(0.1), ground);
        }
        let border = colour(look, b"BC").unwrap_or([0.6, 0.6, 0.6, 1.0]);
        self.ink.stroke(&area.inset(-0.4).to_path(0.1), 0.8, border);
    }

    /// Letters that nobody could tell from their ground are black on paper: what is hidden in a field is to be seen.
    fn readable(&mut self, style: Style, area: Area, ground: Option<Colour>) -> Style {
        if told_apart(style.colour, ground.unwrap_or(PAPER)) {
            return style;
        }
        self.ink.fill(&area.inset(-1.0).to_path(0.1), PAPER);
        Style { colour: BLACK, ..style }
    }

    fn say(&mut self, text: String) {
        if !text.trim().is_empty() {
            self.said.push(text);
        }
    }

    /// Sets text into a box; smaller than asked where it must be. Whether all of it is there, each letter in its own shape.
    fn lines(&mut self, text: &str, area: Area, style: Style, aligned: i32, several: bool) -> bool {
        let cut = text.chars().count() > LONGEST;
        let text: String = text.chars().take(LONGEST).collect();
        let letters = self.ink.letters();
        let pad = (area.height() * 0.1).clamp(0.5, 2.0);
        let (width, height) = (area.width() - 2.0 * pad, area.height() - 2.0 * pad);
        if width <= 0.0 || height <= 0.0 {
            return text.trim().is_empty();
        }
        let asked = match (style.size > 0.0, several) {
            (true, _) => style.size,
            (false, true) => 10.0_f64.min(height / LEADING).max(LEAST),
            (false, false) => (height / LEADING).clamp(LEAST, 12.0),
        };
        let wrap = |size: f64, width: f64| -> Vec<String> {
            let lines = text.split(['\n', '\r']);
            let set = |line: &str| match letters.wrap(line, size as f32, width as f32) {
                none if none.is_empty() => vec![String::new()],
                lines => lines,
            };
            lines.flat_map(set).collect()
        };
        let fits = |lines: &[String], size: f64| lines.len() as f64 * size * LEADING <= height + size * 0.4;
        let mut size = asked;
        let wide = if several { width } else { f64::from(f32::MAX) };
        let widest = |lines: &[String], size: f64| {
            lines.iter().map(|line| f64::from(letters.width(line, size as f32))).fold(0.0, f64::max)
        };
        let mut lines = wrap(size, wide);
        while size > LEAST && !(fits(&lines, size) && widest(&lines, size) <= width + 0.1) {
            size = (size * 0.9).max(LEAST);
            lines = wrap(size, wide);
        }
        if widest(&lines, size) > width + 0.1 {
            lines = wrap(size, width);
        }
        let room = ((height + size * 0.4) / (size * LEADING)).floor().max(1.0) as usize;
        let whole = lines.len() <= room && !cut && letters.shapeless(&text) == 0;
        lines.truncate(room);
        let mut baseline =
            if several || lines.len() > 1 { area.y1 - pad - size * 0.9 } else { area.center().y - size * 0.35 };
        for line in &lines {
            let free = width - f64::from(letters.width(line, size as f32));
            let x = area.x0
                + pad
                + [0.0, free / 2.0, free].get(usize::try_from(aligned).unwrap_or(0)).unwrap_or(&0.0).max(0.0);
            self.ink.text(line, size, (x, baseline), style.colour);
            baseline -= size * LEADING;
        }
        whole
    }
}
