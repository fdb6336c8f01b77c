//! A look at a page before it is drawn: what on it cannot be drawn, where that stands, and what can be read.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::{Decompress, FlushDecompress, Status as Inflated};
use hayro::hayro_interpret::font::{FontQuery, Glyph, GlyphIdentifier, GlyphRun, OutlineGlyph};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, InterpreterWarning, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::kurbo::{Affine, BezPath, Point, Rect};

use super::ink::Letter;
use super::large;
use crate::letters::Letters;
use crate::missing::{Lack, Missings};
use crate::pages::jpeg_ends;

/// Letters without a shape that are drawn as boxes; more are counted.
const MOST_BOXES: usize = 5000;
/// Of one page, in bytes.
const MOST_TEXT: usize = 4 * 1024 * 1024;
/// So many unknown instructions on a page that shows something are damage, fewer a slip of the program that made it.
const RUBBISH: u32 = 10;
/// Forms within forms that are looked into.
const DEEPEST: usize = 12;

/// What became of a stream when it was looked at: nothing to say, or what is wrong with it.
pub type Checked = HashMap<ObjectIdentifier, Option<(Lack, String)>>;

#[derive(Default)]
pub struct Survey {
    pub missing: Missings,
    /// Letters that the renderer draws nothing for.
    pub boxes: Vec<Letter>,
    /// Places of pictures that are not drawn, in pixels.
    pub crossed: Vec<Affine>,
    /// Pictures that must be made smaller before they can be drawn.
    pub large: Vec<ObjectIdentifier>,
    /// Nothing is left of what the page would show.
    pub blank: bool,
    pub text: String,
}

pub fn of(page: &Page<'_>, to_pixels: Affine, letters: &Letters, checked: &mut Checked) -> Survey {
    let fonts: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let (found, unreadable) = (Arc::clone(&fonts), Arc::new(AtomicU32::new(0)));
    let counter = Arc::clone(&unreadable);
    let standard = InterpreterSettings::default();
    let resolver = Arc::clone(&standard.font_resolver);
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |query| {
            if let FontQuery::Fallback(font) = query {
                let name = font.post_script_name.as_ref().or(font.font_name.as_ref()).cloned().unwrap_or_default();
                found.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
            }
            resolver(query)
        }),
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::UnsupportedFont) {
                counter.fetch_add(1, Ordering::Relaxed);
            }
        }),
        ..standard
    };
    let mut eye = Eye { survey: Survey::default(), letters, checked, shapes: HashMap::new(), pen: None, drawn: false };
    let crop = page.intersected_crop_box();
    let bounds = to_pixels.transform_rect_bbox(Rect::new(crop.x0, crop.y0, crop.x1, crop.y1));
    let cache = InterpreterCache::new();
    let mut context = Context::new(to_pixels, bounds, &cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut eye);
    let Eye { mut survey, checked, drawn, .. } = eye;
    let mut walk = Walk {
        missing: &mut survey.missing,
        checked,
        seen: HashSet::new(),
        fonts: BTreeSet::new(),
        known: 0,
        unknown: 0,
    };
    let mut sound = walk.content(page);
    walk.operations(page.typed_operations(), page.resources(), 0);
    let some = page.page_stream().is_some_and(|data| !data.trim_ascii().is_empty());
    // What is no drawing instruction at all, although it stands where they should.
    let rubbish = if drawn { walk.unknown >= RUBBISH } else { some && (walk.known == 0 || walk.unknown > 0) };
    if sound && rubbish {
        walk.missing.add(Lack::Content, "");
        sound = false;
    }
    let mut fonts: BTreeSet<String> = std::mem::take(&mut *fonts.lock().unwrap_or_else(PoisonError::into_inner));
    if unreadable.load(Ordering::Relaxed) > 0 && fonts.is_empty() {
        // Which of them is not told.
        fonts.append(&mut walk.fonts);
    }
    fonts.iter().for_each(|name| survey.missing.add(Lack::Font, name));
    survey.blank = !sound && !drawn;
    survey
}

/// Takes the unit square to the whole page.
pub fn whole(page: &Page<'_>, to_pixels: Affine) -> Affine {
    let crop = page.intersected_crop_box();
    let (width, height) = (crop.x1 - crop.x0, crop.y1 - crop.y0);
    to_pixels * Affine::new([width, 0.0, 0.0, height, crop.x0, crop.y0])
}

/// Sees what the renderer would be given.
struct Eye<'l, 'c> {
    survey: Survey,
    letters: &'l Letters,
    checked: &'c mut Checked,
    /// Whether a glyph has a shape.
    shapes: HashMap<GlyphIdentifier, bool>,
    /// Where the last letter ended, and how large it was.
    pen: Option<(Point, f64)>,
    /// Whether anything at all is to be seen.
    drawn: bool,
}

impl<'a> Device<'a> for Eye<'_, '_> {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.drawn = true;
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn = true;
        for glyph in run.glyphs() {
            let place = props.transform * glyph.transform();
            let text = glyph.as_unicode().map(|text| match text {
                BfString::Char(c) => c.to_string(),
                BfString::String(text) => text,
            });
            let width = match &**glyph {
                Glyph::Outline(glyph) => glyph.advance_width().map_or(500.0, f64::from),
                Glyph::Type3(glyph) => glyph.advance_width().map_or(500.0, f64::from),
            };
            self.read(text.as_deref().unwrap_or("\u{fffd}"), place, width);
            if let (Glyph::Outline(glyph), false) = (&**glyph, matches!(mode, DrawMode::Invisible)) {
                self.letter(glyph, text, place, width);
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.drawn = true;
        // From the picture's pixels; the unit square is what a picture is drawn in.
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let place = props.transform * Affine::scale_non_uniform(width, height);
        let stream = match &image {
            Image::Stencil(stencil) => stencil.stream(),
            Image::Raster(raster) => raster.stream(),
        };
        let (large, lack) = self.picture(stream);
        if let Some((lack, name)) = lack {
            self.survey.missing.add(lack, &name);
            if lack != Lack::PictureCut {
                self.survey.crossed.push(place);
            }
        }
        self.make_smaller(stream, large);
        for mask in [b"SMask".as_slice(), b"Mask"].iter().filter_map(|key| stream.dict().get::<Stream<'_>>(key)) {
            let (large, lack) = self.picture(&mask);
            if let Some((lack, name)) = lack {
                self.survey.missing.add(lack, &name);
            }
            self.make_smaller(&mask, large);
        }
    }
}

impl Eye<'_, '_> {
    /// Words as they follow one another: a gap is a space, another height a new line.
    fn read(&mut self, text: &str, place: Affine, width: f64) {
        let (begin, end) = (place * Point::ORIGIN, place * Point::new(width, 0.0));
        let size = (place * Point::new(0.0, 1000.0)).distance(begin).max(0.001);
        let survey = &mut self.survey.text;
        if let Some((last, last_size)) = self.pen {
            let gap = begin - last;
            if gap.y.abs() > 0.5 * size.max(last_size) {
                survey.push('\n');
            } else if (gap.x > 0.18 * size || gap.x < -0.8 * size) && !survey.ends_with([' ', '\n']) && text != " " {
                survey.push(' ');
            }
        }
        self.pen = Some((end, size));
        if survey.len() < MOST_TEXT {
            survey.push_str(text);
        }
    }

    fn letter(&mut self, glyph: &OutlineGlyph, text: Option<String>, place: Affine, width: f64) {
        let has_shape = self.shapes.entry(glyph.identifier()).or_insert_with(|| !glyph.outline().elements().is_empty());
        if *has_shape {
            return;
        }
        // What is not known to be a letter may be a space.
        let Some(text) = text.filter(|text| text.chars().any(visible)) else { return };
        let shape = Some(text).filter(|text| text.chars().all(|c| self.letters.has(c)));
        if shape.is_none() {
            let font = glyph.font_data().and_then(|font| font.postscript_name).unwrap_or_default();
            self.survey.missing.add(Lack::Letters, &font);
        }
        if self.survey.boxes.len() < MOST_BOXES {
            self.survey.boxes.push(Letter { place, width, shape });
        }
    }

    fn make_smaller(&mut self, stream: &Stream<'_>, large: bool) {
        if let Some(id) = stream.dict().obj_id().filter(|id| large && !self.survey.large.contains(id)) {
            self.survey.large.push(id);
        }
    }

    /// Whether it must be made smaller, and what is wrong with it.
    fn picture(&mut self, stream: &Stream<'_>) -> (bool, Option<(Lack, String)>) {
        let id = stream.dict().obj_id();
        if let Some(known) = id.and_then(|id| self.checked.get(&id)) {
            return (false, known.clone());
        }
        let within = stream.dict().contains_key(b"Type") || stream.dict().contains_key(b"Subtype");
        if large::is_large(stream) {
            // One that is written into the page itself has no number, and cannot be exchanged.
            return if id.is_some() && within {
                (true, None)
            } else {
                (false, Some((Lack::PictureTooLarge, named(stream))))
            };
        }
        let lack = wrong_with_picture(stream).map(|lack| (lack, named(stream)));
        if let (Some(id), true) = (id, within) {
            self.checked.insert(id, lack.clone());
        }
        (false, lack)
    }
}

fn visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}

/// `1728 × 2200, CCITTFaxDecode`
pub fn named(stream: &Stream<'_>) -> String {
    let (width, height) = large::size(stream);
    let filters: Vec<String> = filter_names(stream).into_iter().map(|name| format!(", {name}")).collect();
    format!("{width} × {height}{}", filters.concat())
}

fn filter_names(stream: &Stream<'_>) -> Vec<String> {
    let name = |name: Name<'_>| name.as_str().to_owned();
    let of = |key: &[u8]| match stream.dict().get::<Object<'_>>(key) {
        Some(Object::Name(one)) => vec![name(one)],
        Some(Object::Array(several)) => several.iter::<Name<'_>>().map(name).collect(),
        _ => Vec::new(),
    };
    let short = of(b"F");
    if short.is_empty() { of(b"Filter") } else { short }
}

/// A filter that hayro passes over.
fn unknown_filter(stream: &Stream<'_>) -> Option<String> {
    const KNOWN: [&str; 18] = [
        "ASCIIHexDecode",
        "AHx",
        "ASCII85Decode",
        "A85",
        "LZWDecode",
        "LZW",
        "FlateDecode",
        "Fl",
        "RunLengthDecode",
        "RL",
        "CCITTFaxDecode",
        "CCF",
        "JBIG2Decode",
        "DCTDecode",
        "DCT",
        "JPXDecode",
        "Crypt",
        "",
    ];
    filter_names(stream).into_iter().find(|name| !KNOWN.contains(&name.as_str()))
}

fn wrong_with_picture(stream: &Stream<'_>) -> Option<Lack> {
    if unknown_filter(stream).is_some() {
        return Some(Lack::Filter);
    }
    let (width, height) = large::size(stream);
    let bits = large::bits(stream);
    let parameters = ImageDecodeParams {
        is_indexed: bits < 8,
        bpc: Some(bits),
        num_components: large::components(stream),
        target_dimension: None,
        width,
        height,
    };
    let Ok(decoded) = stream.decoded_image(&parameters) else { return Some(Lack::Picture) };
    let filters = stream.filters();
    if filters.last() == Some(&Filter::DctDecode) && filters.len() == 1 && !jpeg_ends(&stream.raw_data()) {
        return Some(Lack::PictureCut);
    }
    let (row, rows) = match &decoded.image_data {
        Some(image) if filters.last() == Some(&Filter::CcittFaxDecode) => {
            // What is not decoded is left out at the end.
            return (image.height.saturating_add(1) < height).then_some(Lack::PictureCut);
        }
        Some(_) => return None,
        None => (large::row_bytes(stream)?, u64::from(height)),
    };
    let there = decoded.data.len() as u64;
    (there + row < row * rows).then_some(if there == 0 { Lack::Picture } else { Lack::PictureCut })
}

/// Goes through the drawing instructions and looks whether what they name is there.
struct Walk<'s> {
    missing: &'s mut Missings,
    checked: &'s mut Checked,
    seen: HashSet<ObjectIdentifier>,
    /// All that are used, by name.
    fonts: BTreeSet<String>,
    /// Instructions of every kind, and those that are of no kind.
    known: u32,
    unknown: u32,
}

impl Walk<'_> {
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
        self.missing.add_many(Lack::Content, "", lost);
        lost == 0
    }

    /// Whether instructions can be read to their end.
    fn instructions(&mut self, stream: &Stream<'_>) -> bool {
        let id = stream.dict().obj_id();
        let filter = unknown_filter(stream);
        if let Some(filter) = &filter {
            self.missing.add(Lack::Filter, filter);
        }
        if let Some(known) = id.and_then(|id| self.checked.get(&id)) {
            return known.is_none();
        }
        let sound = filter.is_none() && stream.decoded_data().is_ok() && inflates(stream);
        if let Some(id) = id {
            self.checked.insert(id, (!sound).then(|| (Lack::Content, String::new())));
        }
        sound
    }

    fn operations(&mut self, mut operations: TypedIter<'_>, resources: &Resources<'_>, depth: usize) {
        let mut named = HashSet::new();
        while let Some(operation) = operations.next() {
            let unknown = matches!(operation, TypedInstruction::Fallback(_));
            let counted = if unknown { &mut self.unknown } else { &mut self.known };
            *counted = counted.saturating_add(1);
            match operation {
                TypedInstruction::XObject(object) if named.insert(object.0.as_str().to_owned()) => {
                    match resources.get_x_object(object.0) {
                        Some(stream) => self.object(&stream, object.0.as_str(), resources, depth),
                        None => self.missing.add(Lack::Object, object.0.as_str()),
                    }
                }
                TypedInstruction::Shading(shading) if resources.get_shading(shading.0).is_none() => {
                    self.missing.add(Lack::Object, shading.0.as_str());
                }
                TypedInstruction::TextFont(font) if named.insert(format!("/{}", font.0.as_str())) => {
                    match resources.get_font(font.0) {
                        Some(dict) => self.font(&dict),
                        None => self.missing.add(Lack::Font, font.0.as_str()),
                    }
                }
                _ => {}
            }
        }
    }

    fn object(&mut self, stream: &Stream<'_>, name: &str, outer: &Resources<'_>, depth: usize) {
        let dict = stream.dict();
        if depth >= DEEPEST || dict.obj_id().is_some_and(|id| !self.seen.insert(id)) {
            return;
        }
        match dict.get::<Name<'_>>(b"Subtype").as_ref().map(Name::as_str) {
            Some("Image") => {
                let (width, height) = large::size(stream);
                if width == 0 || height == 0 {
                    self.missing.add(Lack::Picture, name);
                }
            }
            Some("Form") => {
                if !self.instructions(stream) || !dict.contains_key(b"BBox") {
                    self.missing.add(Lack::Object, name);
                }
                let own = dict.get::<Dict<'_>>(b"Resources").map(Resources::new);
                if let Ok(data) = stream.decoded_data() {
                    self.operations(TypedIter::new(&data), own.as_ref().unwrap_or(outer), depth + 1);
                }
            }
            _ => self.missing.add(Lack::Object, name),
        }
    }

    /// The file may have it, and it may not be readable.
    fn font(&mut self, dict: &Dict<'_>) {
        let name = dict.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let name = name.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(name.as_str(), |(_, rest)| rest);
        self.fonts.insert(name.to_owned());
        let below = dict.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descriptor = below.as_ref().unwrap_or(dict).get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
        for key in [b"FontFile".as_slice(), b"FontFile2", b"FontFile3"] {
            if !descriptor.contains_key(key) {
                continue;
            }
            let stream = descriptor.get::<Stream<'_>>(key);
            if !stream.is_some_and(|stream| self.instructions(&stream)) {
                self.missing.add(Lack::Font, name);
            }
        }
    }
}

/// Whether packed data goes on to its end: the renderer takes what it gets.
fn inflates(stream: &Stream<'_>) -> bool {
    if stream.filters().as_slice() != [Filter::FlateDecode] {
        return true;
    }
    let data = stream.raw_data();
    if data.trim_ascii().is_empty() {
        return true;
    }
    // Without the two bytes before the data, so that a sum missing after its end does not count.
    let Some(mut rest) = data.get(2..) else { return false };
    let (mut inflate, mut out) = (Decompress::new(false), vec![0; 64 * 1024]);
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        match inflate.decompress(rest, &mut out, FlushDecompress::None) {
            Ok(Inflated::StreamEnd) => return true,
            Ok(Inflated::Ok | Inflated::BufError) => {}
            Err(_) => return false,
        }
        let taken = inflate.total_in() - before_in;
        if taken == 0 && inflate.total_out() == before_out {
            return false;
        }
        rest = rest.get(usize::try_from(taken).unwrap_or(usize::MAX)..).unwrap_or_default();
    }
}
