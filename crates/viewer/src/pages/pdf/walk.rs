//! Goes through the drawing instructions of a page, and of everything that they use, and checks whether what they name
//! exists.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro_font::{FontCache, FontResolverFn};

use super::layers::Layers;
use super::letters::is_standard;
use super::reading::{Drawings, Shapes, differences, drawings};
use super::streams::{self, Checked, unknown_filter};
use super::unpack::Unpacked;
use super::{annotations, shades, spaces, unpack};
use crate::missing::{Lack, Missings};

/// Forms within forms that are drawn: the renderer's own limit.
const DEEPEST: usize = 50;
/// Instructions are read with this word after them: where it is not found, they break off before.
const END: &[u8] = b"\nzegelend ";

/// What was found on the way.
#[derive(Default)]
pub struct Walked {
    pub missing: Missings,
    /// Whether the page's own instructions are all there.
    pub sound: bool,
    /// All fonts that are used, by name.
    pub fonts: BTreeSet<String>,
    /// Those of them that are not in the file, or cannot be read.
    pub replaced: BTreeSet<String>,
    /// Layers that the document does not show, by name.
    pub layers: BTreeSet<String>,
    /// Fonts that do not say which letters they draw.
    pub unsure: BTreeSet<String>,
    /// What shapes stand for, of fonts that have a table for readers as well.
    pub shapes: Shapes,
    /// Fonts of drawn letters whose table for readers says others, and those whose drawings have no names of letters.
    pub differing: BTreeSet<String>,
    pub uncompared: BTreeSet<String>,
    /// Codes for which a font of drawn letters (Type 3) has no drawing, and the name of that font.
    pub undrawn: HashMap<u32, String>,
    /// Instructions of every kind, and those that are of no kind.
    pub known: u32,
    pub unknown: u32,
}

pub fn through(page: &Page<'_>, checked: &mut Checked) -> Walked {
    let layers = Layers::of(page.xref());
    let (seen, kept) = (HashSet::new(), Vec::new());
    let mut walk = Walk { found: Walked::default(), checked, seen, layers, has_font: false, kept };
    walk.found.sound = walk.content(page);
    let data = page.page_stream().unwrap_or_default();
    if !walk.operations(data, page.resources(), 0) && walk.found.sound {
        walk.found.missing.add(Lack::Content, "");
    }
    for appearance in annotations::appearances(page) {
        walk.has_font = false;
        walk.form(&appearance, "", page.resources(), 0);
    }
    walk.found
}

struct Walk<'s> {
    found: Walked,
    checked: &'s mut Checked,
    seen: HashSet<ObjectIdentifier>,
    layers: Layers,
    /// Whether a font was chosen for what is written, and whether one was in each state that is kept for later.
    has_font: bool,
    kept: Vec<bool>,
}

impl Walk<'_> {
    fn lacks(&mut self, lack: Lack, name: &str) {
        self.found.missing.add(lack, name);
    }

    fn hidden(&mut self, layer: String) {
        self.found.layers.insert(layer);
    }

    fn replaced(&mut self, font: &str) {
        self.found.replaced.insert(font.to_owned());
    }

    /// Whether the page's own instructions are all there.
    fn content(&mut self, page: &Page<'_>) -> bool {
        let lost = match page.raw().get::<Object<'_>>(b"Contents") {
            // A page without any is an empty page.
            None => u32::from(page.raw().contains_key(b"Contents")),
            Some(Object::Stream(stream)) => u32::from(!self.instructions(&stream)),
            Some(Object::Array(parts)) => {
                let there: Vec<Stream<'_>> = parts.iter::<Stream<'_>>().collect();
                let absent = parts.raw_iter().count().saturating_sub(there.len());
                (absent + there.iter().filter(|part| !self.instructions(part)).count()) as u32
            }
            Some(_) => 1,
        };
        self.found.missing.add_many(Lack::Content, "", lost);
        lost == 0
    }

    /// Whether instructions can be unpacked to their end.
    fn instructions(&mut self, stream: &Stream<'_>) -> bool {
        let id = stream.dict().obj_id();
        let filter = unknown_filter(stream);
        if let Some(filter) = &filter {
            self.lacks(Lack::Filter, filter);
        }
        let known = id.and_then(|id| self.checked.get(&id)).cloned();
        let lack = known.unwrap_or_else(|| {
            let sound = filter.is_none() && stream.decoded_data().is_ok();
            let lack = match unpack::state(stream) {
                Unpacked::Whole if sound => None,
                // It can be read all the same.
                Unpacked::Altered if sound => Some(Lack::Sum),
                _ => Some(Lack::Content),
            };
            lack.map(|lack| (lack, String::new()))
        });
        if let Some(id) = id {
            self.checked.insert(id, lack.clone());
        }
        let altered = matches!(lack, Some((Lack::Sum, _)));
        self.found.missing.add_many(Lack::Sum, "", u32::from(altered));
        lack.is_none() || altered
    }

    /// Whether they can be read to their end.
    fn operations(&mut self, data: &[u8], resources: &Resources<'_>, depth: usize) -> bool {
        let marked = [data, END].concat();
        let mut operations = TypedIter::new(&marked);
        let mut named = HashSet::new();
        // What a path or an unknown word leaves open when nothing comes after it.
        let mut open = false;
        while let Some(operation) = operations.next() {
            if let TypedInstruction::Fallback(operator) = &operation {
                if ***operator == *END.trim_ascii() {
                    return !open && !operands_left(data);
                }
                self.found.unknown = self.found.unknown.saturating_add(1);
                // A picture in the midst of the instructions that has no end: what comes after it may be part of it.
                if ***operator == *b"BI" {
                    return false;
                }
            } else {
                self.found.known = self.found.known.saturating_add(1);
            }
            open = matches!(
                operation,
                TypedInstruction::Fallback(_)
                    | TypedInstruction::MoveTo(_)
                    | TypedInstruction::LineTo(_)
                    | TypedInstruction::CubicTo(_)
                    | TypedInstruction::RectPath(_)
            );
            self.written(&operation, resources);
            self.operation(operation, resources, &mut named, depth);
        }
        false
    }

    /// What is written before any font was chosen has no shape.
    fn written(&mut self, operation: &TypedInstruction<'_, '_>, resources: &Resources<'_>) {
        let any = |text: &PdfString<'_>| !text.as_bytes().is_empty();
        let written = match operation {
            TypedInstruction::SaveState(_) => {
                self.kept.push(self.has_font);
                false
            }
            TypedInstruction::RestoreState(_) => {
                self.has_font = self.kept.pop().unwrap_or(self.has_font);
                false
            }
            TypedInstruction::TextFont(_) => {
                self.has_font = true;
                false
            }
            TypedInstruction::SetGraphicsState(state) if !self.has_font => {
                let state = resources.get_ext_g_state(state.0);
                self.has_font = state.is_some_and(|state| state.contains_key(b"Font"));
                false
            }
            TypedInstruction::ShowText(text) => any(text.0),
            TypedInstruction::NextLineAndShowText(text) => any(text.0),
            TypedInstruction::ShowTextWithParameters(text) => any(text.2),
            TypedInstruction::ShowTexts(texts) => texts.0.iter::<PdfString<'_>>().any(|text| any(&text)),
            _ => false,
        };
        if written && !self.has_font {
            self.lacks(Lack::Content, "Tf");
        }
    }

    fn operation(
        &mut self,
        operation: TypedInstruction<'_, '_>,
        resources: &Resources<'_>,
        named: &mut HashSet<String>,
        depth: usize,
    ) {
        // Of each kind, each name is looked up once.
        let mut first = |kind: &str, name: &Name<'_>| named.insert(format!("{kind}/{}", name.as_str()));
        match operation {
            TypedInstruction::XObject(object) if first("Do", object.0) => match resources.get_x_object(object.0) {
                Some(stream) => self.object(&stream, object.0.as_str(), resources, depth),
                None => self.lacks(Lack::Object, object.0.as_str()),
            },
            TypedInstruction::InlineImage(image) => self.picture(image.0, resources),
            TypedInstruction::Shading(shading) if first("sh", shading.0) => match resources.get_shading(shading.0) {
                Some(object) if shades::shading(&object) => {}
                Some(_) => self.lacks(Lack::Shading, shading.0.as_str()),
                None => self.lacks(Lack::Object, shading.0.as_str()),
            },
            TypedInstruction::TextFont(font) if first("Tf", font.0) => match resources.get_font(font.0) {
                Some(dict) => self.font(&dict, font.0.as_str()),
                None => self.replaced(font.0.as_str()),
            },
            TypedInstruction::SetGraphicsState(state) if first("gs", state.0) => {
                match resources.get_ext_g_state(state.0) {
                    Some(dict) => self.state(&dict, state.0.as_str(), resources, depth),
                    None => self.lacks(Lack::Object, state.0.as_str()),
                }
            }
            TypedInstruction::ColorSpaceStroke(space) if first("cs", space.0) => self.space(space.0, resources),
            TypedInstruction::ColorSpaceNonStroke(space) if first("cs", space.0) => self.space(space.0, resources),
            TypedInstruction::StrokeColorNamed(colour) => {
                if let Some(name) = colour.1.filter(|name| first("scn", name)) {
                    self.pattern(name, resources, depth);
                }
            }
            TypedInstruction::NonStrokeColorNamed(colour) => {
                if let Some(name) = colour.1.filter(|name| first("scn", name)) {
                    self.pattern(name, resources, depth);
                }
            }
            TypedInstruction::BeginMarkedContentWithProperties(marked) => {
                let Object::Name(name) = marked.1 else { return };
                if !first("BDC", name) {
                    return;
                }
                if let Some(layer) = self.layers.hides(&resources.properties, name) {
                    self.hidden(layer);
                } else if marked.0.as_str() == "OC" && resources.properties.get::<Dict<'_>>(name).is_none() {
                    self.lacks(Lack::Object, name.as_str());
                }
            }
            _ => {}
        }
    }

    fn space(&mut self, name: &Name<'_>, resources: &Resources<'_>) {
        if let Some(unknown) = spaces::unknown_by_name(name, resources) {
            self.lacks(Lack::Colour, &unknown);
        }
    }

    fn pattern(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        match resources.get_pattern(name) {
            Some(Object::Stream(tile)) => {
                if !shades::tile(&tile) {
                    self.lacks(Lack::Shading, name.as_str());
                }
                self.form(&tile, name.as_str(), resources, depth);
            }
            Some(Object::Dict(pattern)) if pattern.get::<Object<'_>>(b"Shading").is_some() => {
                if !pattern.get::<Object<'_>>(b"Shading").is_some_and(|object| shades::shading(&object)) {
                    self.lacks(Lack::Shading, name.as_str());
                }
            }
            _ => self.lacks(Lack::Object, name.as_str()),
        }
    }

    fn state(&mut self, state: &Dict<'_>, name: &str, resources: &Resources<'_>, depth: usize) {
        if state.contains_key(b"SMask") && state.get::<Name<'_>>(b"SMask").is_none() {
            match state.get::<Dict<'_>>(b"SMask").and_then(|mask| mask.get::<Stream<'_>>(b"G")) {
                Some(group) => self.form(&group, name, resources, depth),
                None => self.lacks(Lack::Object, &format!("{name} SMask")),
            }
        }
        if let Some(font) = state.get::<Array<'_>>(b"Font") {
            match font.iter::<Dict<'_>>().next() {
                Some(dict) => self.font(&dict, name),
                None => self.replaced(name),
            }
        }
    }

    fn object(&mut self, stream: &Stream<'_>, name: &str, outer: &Resources<'_>, depth: usize) {
        let dict = stream.dict();
        if let Some(layer) = self.layers.hides(dict, b"OC") {
            self.hidden(layer);
            return;
        }
        match dict.get::<Name<'_>>(b"Subtype").as_ref().map(Name::as_str) {
            Some("Image") => {
                let (width, height) = streams::size(stream);
                if width == 0 || height == 0 {
                    self.lacks(Lack::Picture, name);
                }
                self.picture(stream, outer);
            }
            Some("Form") => self.form(stream, name, outer, depth),
            _ => self.lacks(Lack::Object, name),
        }
    }

    /// What stands next to the samples of a picture.
    fn picture(&mut self, stream: &Stream<'_>, resources: &Resources<'_>) {
        if let Some(space) = spaces::unknown_of_picture(stream, resources) {
            self.lacks(Lack::Colour, &space);
        }
        let dict = stream.dict();
        let none = |key: &[u8]| dict.contains_key(key) && dict.get::<Stream<'_>>(key).is_none();
        if none(b"SMask") {
            self.lacks(Lack::Object, "SMask");
        }
        if none(b"Mask") && dict.get::<Array<'_>>(b"Mask").is_none() {
            self.lacks(Lack::Object, "Mask");
        }
    }

    /// A form, the tile of a pattern, the group of a mask, or what an annotation looks like.
    fn form(&mut self, stream: &Stream<'_>, name: &str, outer: &Resources<'_>, depth: usize) {
        let dict = stream.dict();
        if dict.obj_id().is_some_and(|id| !self.seen.insert(id)) {
            return;
        }
        if depth >= DEEPEST {
            self.lacks(Lack::Nested, name);
            return;
        }
        if let Some(layer) = self.layers.hides(dict, b"OC") {
            self.hidden(layer);
            return;
        }
        let sound = self.instructions(stream);
        if !sound || !dict.contains_key(b"BBox") {
            self.lacks(Lack::Object, name);
        }
        // It stands for a page of another file (ISO 32000-2, 8.10.4).
        if let Some(page) = dict.get::<Dict<'_>>(b"Ref") {
            self.lacks(Lack::Outside, &annotations::other_file(&page).unwrap_or_default());
        }
        let own = dict.get::<Dict<'_>>(b"Resources").map(Resources::new);
        // It begins with the font of what draws it, and leaves that as it was.
        let (has_font, kept) = (self.has_font, std::mem::take(&mut self.kept));
        if let Ok(data) = stream.decoded_data()
            && !self.operations(&data, own.as_ref().unwrap_or(outer), depth + 1)
            && sound
        {
            self.lacks(Lack::Content, name);
        }
        (self.has_font, self.kept) = (has_font, kept);
    }

    /// The file may have it, and it may not be readable.
    fn font(&mut self, dict: &Dict<'_>, resource: &str) {
        let name = dict.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let name = name.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(name.as_str(), |(_, rest)| rest);
        let name = if name.is_empty() { resource } else { name };
        self.found.fonts.insert(name.to_owned());
        if dict.obj_id().is_some_and(|id| !self.seen.insert(id)) {
            return;
        }
        let drawn = dict.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_str() == "Type3");
        let below = dict.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descriptor = below.as_ref().unwrap_or(dict).get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
        let files = [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"];
        let has_file = files.into_iter().any(|key| descriptor.contains_key(key));
        let mut readable = true;
        for key in files.into_iter().filter(|key| descriptor.contains_key(key)) {
            readable &= descriptor.get::<Stream<'_>>(key).is_some_and(|stream| self.instructions(&stream));
        }
        let source = self.source(dict);
        let another = match source {
            Source::File => !readable,
            Source::Another => has_file || !is_standard(name),
            Source::None => true,
        };
        if another {
            self.replaced(name);
        }
        if drawn {
            self.drawn_letters(dict, name);
        }
        match dict.get::<Object<'_>>(b"ToUnicode") {
            Some(_) if drawn => {
                let said = match drawings(dict, &differences(dict)) {
                    Drawings::Agree => None,
                    Drawings::Differ => Some(&mut self.found.differing),
                    Drawings::Nameless => Some(&mut self.found.uncompared),
                };
                if let Some(fonts) = said {
                    fonts.insert(name.to_owned());
                }
            }
            Some(_) => match &below {
                Some(below) => self.found.shapes.add_numbered(dict, below, name),
                None => self.found.shapes.add(dict, name),
            },
            None => {}
        }
        if !says_its_letters(dict, drawn, descriptor.contains_key(b"FontFile2"), has_file, name) {
            self.found.unsure.insert(name.to_owned());
        }
    }

    /// Where the renderer takes the shapes of its letters from.
    fn source(&mut self, dict: &Dict<'_>) -> Source {
        let id = dict.obj_id();
        if let Some(known) = id.and_then(|id| self.checked.get(&id)) {
            return match known {
                None => Source::File,
                Some((_, none)) if none.is_empty() => Source::Another,
                Some(_) => Source::None,
            };
        }
        let asked = Arc::new(AtomicBool::new(false));
        let (flag, settings) = (Arc::clone(&asked), InterpreterSettings::default());
        let resolver: FontResolverFn = Arc::new(move |query| {
            flag.store(true, Ordering::Relaxed);
            (settings.font_resolver)(query)
        });
        let font = FontCache::new().font(dict, &resolver, &InterpreterSettings::default().cmap_resolver);
        let source = match font {
            None => Source::None,
            Some(_) if asked.load(Ordering::Relaxed) => Source::Another,
            Some(_) => Source::File,
        };
        if let Some(id) = id {
            let kept = match source {
                Source::File => None,
                Source::Another => Some((Lack::Font, String::new())),
                Source::None => Some((Lack::Font, "-".to_owned())),
            };
            self.checked.insert(id, kept);
        }
        source
    }

    fn drawn_letters(&mut self, dict: &Dict<'_>, name: &str) {
        let drawings = dict.get::<Dict<'_>>(b"CharProcs").unwrap_or_default();
        let names = differences(dict);
        for code in 0..=255_u32 {
            let there = names.get(&code).is_some_and(|letter| drawings.get::<Stream<'_>>(letter).is_some());
            if !there {
                self.found.undrawn.insert(code, name.to_owned());
            }
        }
    }
}

enum Source {
    File,
    Another,
    /// It does not know the font at all.
    None,
}

/// Whether the codes of a font are known to be letters: by a table of its own, or by an encoding that has a name.
fn says_its_letters(font: &Dict<'_>, drawn: bool, true_type: bool, has_file: bool, name: &str) -> bool {
    if font.get::<Object<'_>>(b"ToUnicode").is_some() {
        return true;
    }
    let encoding = font.get::<Object<'_>>(b"Encoding");
    if font.contains_key(b"DescendantFonts") {
        // Codes that are numbers of shapes, or those of an encoding that only this file knows.
        return matches!(&encoding, Some(Object::Name(name)) if !name.as_str().starts_with("Identity"));
    }
    match encoding {
        Some(Object::Name(_) | Object::Dict(_)) => true,
        // The names of the shapes stand in the file of a Type 1 font.
        _ => !drawn && (is_standard(name) || has_file && !true_type),
    }
}

/// Whether the instructions end with a value that no instruction takes.
fn operands_left(data: &[u8]) -> bool {
    let data = data.trim_ascii_end();
    let line = data.rsplit(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    if line.contains(&b'%') {
        return false;
    }
    if data.ends_with(b")") || data.ends_with(b">") || data.ends_with(b"]") {
        return true;
    }
    let last = line.rsplit(|byte| byte.is_ascii_whitespace()).next().unwrap_or_default();
    last.starts_with(b"/")
        || !last.is_empty() && last.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-' | b'+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_at_the_end_of_instructions_are_what_an_instruction_was_to_take() {
        for cut in ["10 10 100", "BT /F 12", "(abc)", "[(a) 3]", "/GS0", "<41>", "1 0 0 -1"] {
            assert!(operands_left(cut.as_bytes()), "{cut}");
        }
        for whole in ["", "f", "10 10 100 50 re f\n", "Q % 12", "(a) Tj", "EI", "/GS0 gs", "T*"] {
            assert!(!operands_left(whole.as_bytes()), "{whole}");
        }
    }
}
