//! Form fields and annotations for which the file has no appearance: drawn from their content, as plainly as possible.
//! What is not drawn, or only in part, is added to what the page lacks.

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Rect, Stream, String as PdfString};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::kurbo::{BezPath, Circle, Ellipse, Point, Rect as Area, Shape};

use super::ink::{BLACK, Colour, Ink};
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
const YELLOW: Colour = [1.0, 0.95, 0.6, 0.92];
const PAPER: Colour = [1.0, 1.0, 1.0, 1.0];

/// Draws them; gives back what was drawn as text.
pub fn draw(page: &Page<'_>, ink: &mut Ink<'_, '_>, missing: &mut Missings) -> Vec<String> {
    let root = page.xref().get::<Dict<'_>>(page.xref().root_id()).unwrap_or_default();
    let form = root.get::<Dict<'_>>(b"AcroForm").unwrap_or_default();
    let crop = page.intersected_crop_box();
    let crop = Area::new(crop.x0, crop.y0, crop.x1, crop.y1).abs();
    let mut drawing = Drawing { page: crop, ink, missing, form, said: Vec::new() };
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else {
        if page.raw().contains_key(b"Annots") {
            drawing.missing.add(Lack::Annotation, "");
        }
        return Vec::new();
    };
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

fn is_hidden(annotation: &Dict<'_>) -> bool {
    annotation.get::<u32>(b"F").unwrap_or(0) & (HIDDEN | NO_VIEW) != 0
}

struct Drawing<'d, 'c, 'l, 'a> {
    page: Area,
    ink: &'d mut Ink<'c, 'l>,
    missing: &'d mut Missings,
    form: Dict<'a>,
    said: Vec<String>,
}

/// What the file brings as an appearance.
enum Appearance<'a> {
    /// The renderer draws it.
    Drawn(Stream<'a>),
    None,
}

impl<'a> Drawing<'_, '_, '_, 'a> {
    fn annotation(&mut self, annotation: &Dict<'a>) {
        let kind = annotation.get::<Name<'_>>(b"Subtype").map(|name| name.as_str().to_owned()).unwrap_or_default();
        if is_hidden(annotation) {
            return self.unseen(annotation, &kind);
        }
        let Some(area) =
            annotation.get::<Rect>(b"Rect").map(|rect| Area::new(rect.x0, rect.y0, rect.x1, rect.y1).abs())
        else {
            if !matches!(kind.as_str(), "Popup" | "Link") {
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
        let contents = annotation.get::<PdfString<'_>>(b"Contents").map(|text| text_string(&text)).unwrap_or_default();
        let drawn = matches!(appearance, Appearance::Drawn(_));
        match kind.as_str() {
            // Nothing of a link is to be seen, and a pop-up belongs to its note.
            "Link" | "Popup" | "PrinterMark" | "TrapNet" => return,
            "FileAttachment" => {
                let file = annotation.get::<Dict<'_>>(b"FS").unwrap_or_default();
                let name = file.get::<PdfString<'_>>(b"UF").or_else(|| file.get::<PdfString<'_>>(b"F"));
                self.missing.add(Lack::Attachment, &name.map(|name| text_string(&name)).unwrap_or_default());
            }
            "FreeText" if drawn => {
                // What it looks like may say something else than it does.
                if let Appearance::Drawn(look) = &appearance
                    && let Shown::Letters(letters) = texts(look)
                    && !contents.trim().is_empty()
                    && !same(&letters, &contents)
                {
                    self.missing.add(Lack::Note, "");
                    self.said.push(contents);
                }
                return;
            }
            "Stamp" if drawn => return,
            _ => {}
        }
        if drawn {
            // Its mark is on the page, what it says is not.
            if !contents.trim().is_empty() && kind != "FileAttachment" {
                self.missing.add(Lack::Note, "");
                self.said.push(contents);
            }
            return;
        }
        self.without_appearance(annotation, &kind, area, contents);
    }

    /// One that is hidden, or lies outside the page.
    fn unseen(&mut self, annotation: &Dict<'a>, kind: &str) {
        match kind {
            // Nothing of them would be on the page; a pop-up is hidden as long as nobody points at its note.
            "Link" | "Popup" | "PrinterMark" | "TrapNet" => {}
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
        let noted = |drawing: &mut Self, contents: String| {
            if !contents.trim().is_empty() {
                drawing.missing.add(Lack::Note, "");
                drawing.said.push(contents);
            }
        };
        match kind {
            "FreeText" => {
                let style = Style::of(annotation.get::<PdfString<'_>>(b"DA"));
                self.ink.fill(&area.to_path(0.1), colour.unwrap_or(PAPER));
                if line > 0.0 {
                    self.ink.stroke(&area.inset(-line / 2.0).to_path(0.1), line, style.colour);
                }
                let aligned = annotation.get::<i32>(b"Q").unwrap_or(0);
                let text = if contents.is_empty() { rich_text(annotation.get::<Object<'_>>(b"RC")) } else { contents };
                if !self.lines(&text, area, Style { size: style.size.max(0.0), ..style }, aligned, true)
                    || text.is_empty()
                {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.say(text);
            }
            "Stamp" => {
                let name = annotation.get::<Name<'_>>(b"Name").map(|name| name.as_str().to_owned());
                let text = if contents.is_empty() { name.unwrap_or_else(|| kind.to_owned()) } else { contents };
                let red = [0.75, 0.1, 0.1, opacity];
                self.ink.stroke(&area.inset(-1.0).to_path(0.1), 1.5, red);
                if !self.lines(&text, area, Style { size: 0.0, colour: red }, 1, true) {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.say(text);
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
                noted(self, contents);
            }
            "Square" | "Circle" | "Line" | "Polygon" | "PolyLine" | "Ink" => {
                let path = shape(annotation, kind, area.inset(-line / 2.0));
                if let Some([red, green, blue, _]) = self::colour(annotation, b"IC")
                    && !matches!(kind, "Line" | "PolyLine" | "Ink")
                {
                    self.ink.fill(&path, [red, green, blue, opacity]);
                }
                if path.elements().is_empty() {
                    self.missing.add(Lack::Annotation, kind);
                }
                self.ink.stroke(&path, line.max(0.5), colour.unwrap_or(BLACK));
                noted(self, contents);
            }
            _ => {
                let mut path = area.to_path(0.1);
                path.move_to((area.x0, area.y0));
                path.line_to((area.x1, area.y1));
                self.ink.stroke(&path, 0.8, BLACK);
                if kind != "FileAttachment" {
                    self.missing.add(Lack::Annotation, kind);
                }
                noted(self, contents);
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
        let style = Style::of(inherited_string(widget, b"DA").or_else(|| self.form.get::<PdfString<'_>>(b"DA")));
        let shown = match appearance {
            Appearance::Drawn(stream) => texts(stream),
            Appearance::None => Shown::Nothing,
        };
        let look = widget.get::<Dict<'_>>(b"MK").unwrap_or_default();
        let ground = colour(&look, b"BG");
        if value.trim().is_empty() {
            if matches!(appearance, Appearance::None) {
                self.frame(&look, area, ground);
            }
            return;
        }
        self.said.push(value.chars().take(LONGEST).collect());
        match shown {
            Shown::Letters(letters) if same(&letters, &value) => return,
            // Its codes mean letters only to its font.
            Shown::Unknown => return,
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
        let text = if flags & PASSWORD != 0 { "•".repeat(value.chars().count().min(100)) } else { value };
        let aligned = match inherited(widget, b"Q") {
            Some(Object::Number(number)) => number.as_i64() as i32,
            _ => 0,
        };
        if !self.lines(&text, area, style, aligned, flags & MULTILINE != 0) {
            self.missing.add(Lack::Field, &name(widget));
        }
    }

    fn button(&mut self, widget: &Dict<'a>, area: Area, appearance: &Appearance<'a>, flags: u32) {
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
            let style = Style::of(inherited_string(widget, b"DA"));
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

    /// Ground and border of a field.
    fn frame(&mut self, look: &Dict<'a>, area: Area, ground: Option<Colour>) {
        if let Some(ground) = ground {
            self.ink.fill(&area.to_path(0.1), ground);
        }
        let border = colour(look, b"BC").unwrap_or([0.6, 0.6, 0.6, 1.0]);
        self.ink.stroke(&area.inset(-0.4).to_path(0.1), 0.8, border);
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

/// As the renderer looks for it.
fn chosen_look<'a>(annotation: &Dict<'a>) -> Option<Stream<'a>> {
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
fn appearance<'a>(annotation: &Dict<'a>) -> Appearance<'a> {
    match chosen_look(annotation) {
        Some(stream) if draws(&stream, 0) => Appearance::Drawn(stream),
        _ => Appearance::None,
    }
}

/// Whether instructions draw anything: a form that they name may be empty in its turn.
fn draws(stream: &Stream<'_>, depth: usize) -> bool {
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
enum Shown {
    Nothing,
    Letters(String),
    /// Codes of a font, or a picture.
    Unknown,
}

fn texts(stream: &Stream<'_>) -> Shown {
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
fn same(shown: &str, value: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (shown, value) = (letters(shown), letters(value));
    // A font of its own may write other codes for what is not plain; a list shows all that can be chosen.
    !value.is_ascii() || shown.contains(&value)
}

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

fn inherited_string<'a>(field: &Dict<'a>, key: &[u8]) -> Option<PdfString<'a>> {
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
    if plain.trim().is_empty() { rich_text(inherited(field, b"RV")) } else { plain }
}

fn plain_value(field: &Dict<'_>) -> String {
    let Some(value) = inherited(field, b"V") else { return String::new() };
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

fn chosen(field: &Dict<'_>, value: &str) -> Option<String> {
    let Some(Object::Array(options)) = inherited(field, b"Opt") else { return None };
    options.iter::<Array<'_>>().find_map(|option| {
        let pair: Vec<String> = option.iter::<PdfString<'_>>().map(|text| text_string(&text)).collect();
        match pair.as_slice() {
            [key, shown] if key == value => Some(shown.clone()),
            _ => None,
        }
    })
}

/// A text of the file: UTF-16 or UTF-8 by its mark, else PDFDocEncoding, which is nearly Latin-1 (ISO 32000-2, annex D.3).
pub fn text_string(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    const FROM_80: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{fffd}', '€',
    ];
    let letter = |byte: &u8| FROM_80.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte));
    bytes.iter().map(letter).collect()
}

/// The text of a rich text, without its marks.
fn rich_text(rich: Option<Object<'_>>) -> String {
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
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[derive(Clone, Copy)]
struct Style {
    /// In points; 0 where it is left to whoever draws it.
    size: f64,
    colour: Colour,
}

impl Style {
    /// `/Helv 12 Tf 0 g`
    fn of(appearance: Option<PdfString<'_>>) -> Style {
        let text = appearance.map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default();
        let mut style = Style { size: 0.0, colour: BLACK };
        let mut numbers: Vec<f32> = Vec::new();
        for token in text.split_ascii_whitespace() {
            match token {
                "Tf" => style.size = f64::from(numbers.last().copied().unwrap_or(0.0)).clamp(0.0, 200.0),
                "g" | "rg" | "k" => style.colour = mixed(&numbers).unwrap_or(BLACK),
                _ => {
                    if let Ok(number) = token.parse() {
                        numbers.push(number);
                        continue;
                    }
                }
            }
            numbers.clear();
        }
        style
    }
}

fn colour(dict: &Dict<'_>, key: &[u8]) -> Option<Colour> {
    let values: Vec<f32> = dict.get::<Array<'_>>(key)?.iter::<f32>().collect();
    mixed(&values)
}

fn mixed(values: &[f32]) -> Option<Colour> {
    let sound = |value: f32| value.clamp(0.0, 1.0);
    match *values {
        [grey] => Some([sound(grey), sound(grey), sound(grey), 1.0]),
        [red, green, blue] => Some([sound(red), sound(green), sound(blue), 1.0]),
        [cyan, magenta, yellow, black] => {
            let mix = |ink: f32| (1.0 - sound(ink)) * (1.0 - sound(black));
            Some([mix(cyan), mix(magenta), mix(yellow), 1.0])
        }
        _ => None,
    }
}

fn line_width(annotation: &Dict<'_>) -> f64 {
    let style = annotation.get::<Dict<'_>>(b"BS").and_then(|style| style.get::<f64>(b"W"));
    let border = || annotation.get::<Array<'_>>(b"Border").and_then(|border| border.iter::<f64>().nth(2));
    style.or_else(border).unwrap_or(1.0).clamp(0.0, 20.0)
}

fn points(array: Option<Array<'_>>) -> Vec<Point> {
    let numbers: Vec<f64> = array.iter().flat_map(|array| array.iter::<f64>()).collect();
    numbers.chunks_exact(2).filter_map(|pair| Some(Point::new(*pair.first()?, *pair.get(1)?))).collect()
}

/// The upright boxes around marked words: their lowest and highest corners.
fn quads(annotation: &Dict<'_>, area: Area) -> Vec<[Point; 2]> {
    let corners = points(annotation.get::<Array<'_>>(b"QuadPoints"));
    let boxes: Vec<[Point; 2]> = corners
        .chunks_exact(4)
        .map(|corners| {
            let all = corners.iter().fold(None, |all: Option<Area>, corner| {
                let here = Area::from_points(*corner, *corner);
                Some(all.map_or(here, |all| all.union(here)))
            });
            let all = all.unwrap_or(area);
            [Point::new(all.x0, all.y0), Point::new(all.x1, all.y1)]
        })
        .collect();
    if boxes.is_empty() { vec![[Point::new(area.x0, area.y0), Point::new(area.x1, area.y1)]] } else { boxes }
}

fn shape(annotation: &Dict<'_>, kind: &str, area: Area) -> BezPath {
    let through = |points: &[Point], closed: bool| {
        let mut path = BezPath::new();
        for (index, point) in points.iter().enumerate() {
            if index == 0 { path.move_to(*point) } else { path.line_to(*point) }
        }
        if closed && !points.is_empty() {
            path.close_path();
        }
        path
    };
    match kind {
        "Circle" => Ellipse::from_rect(area).to_path(0.1),
        "Line" => through(&points(annotation.get::<Array<'_>>(b"L")), false),
        "Polygon" => through(&points(annotation.get::<Array<'_>>(b"Vertices")), true),
        "PolyLine" => through(&points(annotation.get::<Array<'_>>(b"Vertices")), false),
        "Ink" => {
            let mut path = BezPath::new();
            let strokes = annotation.get::<Array<'_>>(b"InkList");
            for stroke in strokes.iter().flat_map(|strokes| strokes.iter::<Array<'_>>()) {
                path.extend(through(&points(Some(stroke)), false));
            }
            path
        }
        _ => area.to_path(0.1),
    }
}

/// Beside the place of a note, as large as what it says.
fn note_box(area: Area, contents: &str) -> Area {
    let letters = contents.chars().count().min(600) as f64;
    let width = if letters == 0.0 { area.width().max(16.0) } else { 150.0 };
    let height = ((letters / 30.0).ceil() + contents.lines().count().min(10) as f64).max(1.6) * 10.0;
    Area::new(area.x0, area.y1 - height, area.x0 + width, area.y1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_file_is_read_by_its_mark() {
        assert_eq!(text_string(b"caf\xe9 \xa0 \x8d"), "café € “");
        assert_eq!(text_string(b"\xfe\xff\x20\xac"), "€");
        assert_eq!(text_string("\u{feff}Łódź".as_bytes()), "Łódź");
    }

    #[test]
    fn an_old_appearance_is_told_from_one_that_says_the_same() {
        assert!(same("A  B", "A B") && same("xyAz", "A") && same("?", "é"));
        assert!(!same("REL TO BEL", "REL TO BEL, FRA"));
    }
}
