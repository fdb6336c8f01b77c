//! A look at a page before it is drawn: what on it cannot be drawn, where that stands, and what can be read.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use hayro::hayro_interpret::font::{FontQuery, Glyph, GlyphId, GlyphIdentifier, GlyphRun, OutlineGlyph, Type3Glyph};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, InterpreterWarning, Paint, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

use super::ink::Letter;
use super::instead::{self, Structure};
use super::reading::Shapes;
use super::streams::{self, Checked, named, unknown_filter};
use super::unpack::Unpacked;
use super::unseen::{self, Shown};
use super::{large, unpack, walk};
use crate::frame::{MOST_PIXELS, MOST_PLACES, TALLEST, WIDEST};
use crate::letters::Letters;
use crate::missing::{Lack, Missings};
use crate::pages::wrong_with_jpeg;

/// Letters without a shape that are drawn as boxes; more are counted.
const MOST_BOXES: usize = 5000;
/// Of one page, in bytes.
const MOST_TEXT: usize = 64 * 1024 * 1024;
/// Runs of letters of which it is looked whether they are to be seen, letters of one of them, and of all.
const MOST_RUNS: usize = 50_000;
const MOST_OF_A_RUN: usize = 1000;
const MOST_LOOKED: usize = 1_000_000;
/// Nobody can read smaller letters than that, in points, or in pixels of the largest image of a page.
const NO_SIZE: f64 = 1.0;
const LEAST_PIXELS: f64 = 2.0;
/// Codes up to that may stand for spaces, tabulators and the like.
const LAST_SPACE: u32 = 32;
/// Less is not seen.
const NO_OPACITY: f32 = 0.01;
/// So many unknown instructions on a page that shows something are damage, fewer a slip of the program that made it.
const RUBBISH: u32 = 10;

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
    /// There are letters on it: an empty page does not show them.
    pub lettered: bool,
    pub text: String,
    /// Where its letters stand, by the byte at which they begin, in pixels.
    pub places: Vec<(usize, Rect)>,
    /// Fonts of which the letters are not known for sure.
    pub unsure: BTreeSet<String>,
    /// Fonts that draw other letters than those that are read.
    pub differing: BTreeSet<String>,
    /// Texts that are read in place of what is drawn, or as well.
    pub said: Vec<String>,
    /// The text goes on after what was read of it.
    pub text_cut: bool,
    /// Whether there are letters that are not drawn, have no size, or lie outside the page.
    pub unseen: bool,
    /// There are pictures on it.
    pub pictured: bool,
    /// The pictures that are drawn, and that nothing was said of yet.
    pub pictures: Vec<Shown>,
    /// Where the letters of each run stand, in pixels: nothing is to be seen of them where the page is all of one colour.
    pub runs: Vec<Vec<Rect>>,
}

pub fn of(
    page: &Page<'_>,
    to_pixels: Affine,
    letters: &Letters,
    structure: &Structure,
    checked: &mut Checked,
) -> Survey {
    let fonts: Arc<Mutex<BTreeSet<String>>> = Arc::default();
    let (asked, unreadable) = (Arc::clone(&fonts), Arc::new(AtomicU32::new(0)));
    let counter = Arc::clone(&unreadable);
    let standard = InterpreterSettings::default();
    let resolver = Arc::clone(&standard.font_resolver);
    let settings = InterpreterSettings {
        font_resolver: Arc::new(move |query| {
            if let FontQuery::Fallback(font) = query {
                let name = font.post_script_name.as_ref().or(font.font_name.as_ref()).cloned().unwrap_or_default();
                asked.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
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
    let mut found = walk::through(page, checked);
    let crop = page.intersected_crop_box();
    let bounds = to_pixels.transform_rect_bbox(Rect::new(crop.x0, crop.y0, crop.x1, crop.y1));
    let mut eye = Eye {
        survey: Survey::default(),
        letters,
        checked,
        undrawn: &found.undrawn,
        own: std::mem::take(&mut found.shapes),
        shapes: HashMap::new(),
        pen: None,
        drawn: false,
        pictured: false,
        invisible: false,
        unread: false,
        entered: HashSet::new(),
        opacities: Vec::new(),
        bounds,
        least: least_letter(page),
        pixels_a_point: to_pixels.determinant().abs().sqrt(),
        looked: 0,
    };
    let cache = InterpreterCache::new();
    let mut context = Context::new(to_pixels, bounds, &cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut eye);
    let Eye { mut survey, own, drawn, pictured, invisible, unread, .. } = eye;
    survey.pictured = pictured;
    survey.missing.append(found.missing);
    survey.unsure.extend(found.unsure);
    survey.differing.extend(found.differing);
    found.uncompared.extend(own.uncompared().map(str::to_owned));
    let mut said = instead::of(page, structure);
    found.uncompared.append(&mut said.fonts);
    survey.differing.iter().for_each(|font| survey.missing.add(Lack::Differs, font));
    let uncompared = found.uncompared.difference(&survey.differing);
    uncompared.for_each(|font| survey.missing.add(Lack::Uncompared, font));
    let read = instead::letters(&survey.text);
    said.aside.retain(|text| !read.contains(&instead::letters(text)));
    said.differing.iter().for_each(|text| survey.missing.add(Lack::Instead, text));
    said.aside.iter().for_each(|text| survey.missing.add(Lack::Aside, text));
    survey.said = [said.differing, said.aside, said.unknown].concat();
    if unread && survey.unsure.is_empty() {
        survey.unsure.insert(String::new());
    }
    // Letters that are only to be found lie over a picture of them: without one, they stand for nothing that is seen.
    survey.lettered |= invisible && !pictured;
    let some = page.page_stream().is_some_and(|data| !data.trim_ascii().is_empty());
    // What is no drawing instruction at all, although it stands where they should.
    let rubbish = if drawn { found.unknown >= RUBBISH } else { some && (found.known == 0 || found.unknown > 0) };
    let mut sound = found.sound;
    if sound && rubbish && !survey.missing.has(Lack::Content) {
        survey.missing.add(Lack::Content, "");
    }
    sound &= !rubbish;
    let mut fonts: BTreeSet<String> = std::mem::take(&mut *fonts.lock().unwrap_or_else(PoisonError::into_inner));
    fonts.extend(found.replaced);
    if unreadable.load(Ordering::Relaxed) > 0 && fonts.is_empty() {
        // Which of them is not told.
        fonts.extend(found.fonts);
    }
    fonts.iter().for_each(|name| survey.missing.add(Lack::Font, name));
    found.layers.iter().for_each(|name| survey.missing.add(Lack::Layer, name));
    survey.blank = !sound && !drawn;
    survey
}

/// On a very large page, letters can be read that are as high as some pixels of the largest image of it.
fn least_letter(page: &Page<'_>) -> f64 {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let largest = (f64::from(WIDEST) / width)
        .min(f64::from(TALLEST) / height)
        .min((MOST_PIXELS as f64 / (width * height)).sqrt());
    (LEAST_PIXELS / largest).max(NO_SIZE)
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
    /// Letters that a font is to draw by instructions, and has none for.
    undrawn: &'c HashMap<u32, String>,
    /// What shapes stand for by the font's own word.
    own: Shapes,
    /// Whether a glyph has a shape.
    shapes: HashMap<GlyphIdentifier, bool>,
    /// Where the last letter ended, and how large it was.
    pen: Option<(Point, f64)>,
    /// Whether anything at all is to be seen.
    drawn: bool,
    /// Whether there is a picture.
    pictured: bool,
    /// Whether there are letters that are not to be seen.
    invisible: bool,
    /// Whether there are some of which nothing says what they are.
    unread: bool,
    /// The tiles and masks that were read: each is drawn many times.
    entered: HashSet<u128>,
    /// Of the groups that are open.
    opacities: Vec<f32>,
    /// Of the page, in pixels.
    bounds: Rect,
    /// The lowest letters that anyone could read, in points.
    least: f64,
    pixels_a_point: f64,
    /// Letters of runs.
    looked: usize,
}

impl<'a> Device<'a> for Eye<'_, '_> {
    fn draw_path(&mut self, _: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn = true;
        self.behind(props.soft_mask.as_ref());
        self.painted(&props.paint, mode);
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.opacities.push(opacity);
        self.behind(mask.as_ref());
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {
        self.opacities.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn = true;
        self.behind(props.soft_mask.as_ref());
        self.painted(&props.paint, mode);
        let mut boxes = Vec::new();
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
            self.unread |= text.is_none();
            let seen = text.as_deref().is_none_or(|text| text.chars().any(visible));
            if matches!(mode, DrawMode::Invisible) {
                self.invisible |= seen;
                self.survey.unseen |= seen && text.is_some();
                continue;
            }
            if seen && text.is_some() {
                // An accent that stands over the letter before it takes no room of its own.
                let (left, right) = if width.abs() < 1.0 { (-500.0, 500.0) } else { (0.0, width) };
                let square = place.transform_rect_bbox(Rect::new(left, -250.0, right, 850.0));
                let high = place.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1000.0));
                let size = high.width().max(high.height()) / self.pixels_a_point;
                let within = square.intersect(self.bounds);
                if within.width() <= 0.0 || within.height() <= 0.0 || size < self.least {
                    self.survey.unseen = true;
                } else if boxes.len() < MOST_OF_A_RUN && self.has_shape(glyph) {
                    boxes.push(square);
                }
            }
            if let (Glyph::Outline(outline), Some(text)) = (&**glyph, &text)
                && self.has_shape(glyph)
            {
                self.survey.differing.extend(self.own.differing(outline, text));
                // A shape that stands for nothing that could be read. Fonts without a space draw a box for it.
                self.unread |= !seen && outline.glyph_id() != GlyphId::NOTDEF;
            }
            match &**glyph {
                Glyph::Outline(glyph) => {
                    self.survey.lettered |= seen && text.is_some();
                    self.letter(glyph, text, place, width);
                }
                Glyph::Type3(glyph) => self.drawing(glyph, text.as_deref(), &props.paint, place, width),
            }
        }
        self.looked += boxes.len();
        if !boxes.is_empty() && self.survey.runs.len() < MOST_RUNS && self.looked <= MOST_LOOKED {
            self.survey.runs.push(boxes);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.drawn = true;
        self.pictured = true;
        // From the picture's pixels; the unit square is what a picture is drawn in.
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let place = props.transform * Affine::scale_non_uniform(width, height);
        let stream = match &image {
            Image::Stencil(stencil) => stencil.stream(),
            Image::Raster(raster) => raster.stream(),
        };
        let (large, lack) = self.picture(stream);
        let crossed =
            lack.as_ref().is_some_and(|(lack, _)| !matches!(lack, Lack::PictureCut | Lack::Sum | Lack::Damaged));
        if let Some((lack, name)) = &lack {
            self.survey.missing.add(*lack, name);
        }
        if crossed {
            self.survey.crossed.push(place);
        } else if !large {
            self.seen(&image, stream, place);
        }
        unseen::alternates(stream, &named(stream), &mut self.survey.missing);
        self.differs(stream);
        self.make_smaller(stream, large);
        for mask in [b"SMask".as_slice(), b"Mask"].iter().filter_map(|key| stream.dict().get::<Stream<'_>>(key)) {
            let (large, lack) = self.picture(&mask);
            if let Some((lack, name)) = lack {
                self.survey.missing.add(lack, &name);
            }
            self.differs(&mask);
            self.make_smaller(&mask, large);
        }
    }
}

impl Eye<'_, '_> {
    /// Of what is drawn in the tiles of a pattern, the letters are seen as others are.
    fn painted<'a>(&mut self, paint: &Paint<'a>, mode: &DrawMode) {
        let Paint::Pattern(pattern) = paint else { return };
        let Pattern::Tiling(tile) = &**pattern else { return };
        let stroke = matches!(mode, DrawMode::Stroke(_));
        self.within(tile.cache_key(), |eye| tile.interpret(eye, tile.matrix, stroke).unwrap_or_default());
    }

    /// So are those of a mask, which what lies below is seen through.
    fn behind(&mut self, mask: Option<&SoftMask<'_>>) {
        if let Some(mask) = mask {
            self.within(mask.cache_key(), |eye| mask.interpret(eye));
        }
    }

    /// Reads what is drawn elsewhere than where its instructions say: nothing is said of the places of its letters.
    fn within(&mut self, key: u128, read: impl FnOnce(&mut Self)) {
        if !self.entered.insert(key) {
            return;
        }
        let (pen, unseen, invisible) = (self.pen.take(), self.survey.unseen, self.invisible);
        let (before, runs, places) = (self.survey.text.len(), self.survey.runs.len(), self.survey.places.len());
        let pictures = self.survey.pictures.len();
        read(self);
        self.survey.pictures.truncate(pictures);
        (self.survey.unseen, self.invisible) = (unseen, invisible);
        self.survey.runs.truncate(runs);
        self.survey.places.truncate(places);
        let text = &mut self.survey.text;
        if text.len() == before {
            self.pen = pen;
            return;
        }
        self.pen = None;
        text.push('\n');
        if !text.get(..before).is_some_and(|text| text.is_empty() || text.ends_with('\n')) {
            text.insert(before, '\n');
        }
    }

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
        if self.survey.places.len() < MOST_PLACES {
            let (left, right) = if width.abs() < 1.0 { (-500.0, 500.0) } else { (0.0, width) };
            let area = place.transform_rect_bbox(Rect::new(left, -250.0, right, 850.0));
            self.survey.places.push((self.survey.text.len(), area));
        }
        let survey = &mut self.survey.text;
        if survey.len() < MOST_TEXT {
            survey.push_str(text);
        } else {
            self.survey.text_cut = true;
        }
    }

    /// A letter that is drawn by instructions, or would be.
    fn drawing<'a>(
        &mut self,
        glyph: &Type3Glyph<'a>,
        text: Option<&str>,
        paint: &Paint<'a>,
        place: Affine,
        width: f64,
    ) {
        let Some(font) = self.undrawn.get(&glyph.char_code()) else { return };
        let space = text.map_or(glyph.char_code() == 32, |text| !text.chars().any(visible));
        // Another font may have instructions for the same code.
        let mut ink = AnyInk(false);
        glyph.interpret(&mut ink, Affine::IDENTITY, Affine::IDENTITY, paint);
        if space || ink.0 {
            return;
        }
        let shape = text.filter(|text| text.chars().all(|c| self.letters.has(c))).map(str::to_owned);
        self.survey.missing.add(Lack::Letters, font);
        if self.survey.boxes.len() < MOST_BOXES {
            self.survey.boxes.push(Letter { place, width: width.max(300.0), shape });
        }
    }

    fn outlined(&mut self, glyph: &OutlineGlyph) -> bool {
        *self.shapes.entry(glyph.identifier()).or_insert_with(|| !glyph.outline().elements().is_empty())
    }

    /// In place of one that has none, something else is drawn, perhaps elsewhere, and that is said.
    fn has_shape(&mut self, glyph: &Glyph<'_>) -> bool {
        match glyph {
            Glyph::Outline(glyph) => self.outlined(glyph),
            Glyph::Type3(glyph) => !self.undrawn.contains_key(&glyph.char_code()),
        }
    }

    fn letter(&mut self, glyph: &OutlineGlyph, text: Option<String>, place: Affine, width: f64) {
        if self.outlined(glyph) {
            return;
        }
        // A letter of which the font knows neither the shape nor the name.
        let nameless = text.is_none() && glyph.glyph_id() == GlyphId::NOTDEF && glyph.char_code() > LAST_SPACE;
        if nameless && width.abs() >= 1.0 {
            let font = glyph.font_data().and_then(|font| font.postscript_name).unwrap_or_default();
            self.survey.missing.add(Lack::Letters, &font);
            if self.survey.boxes.len() < MOST_BOXES {
                self.survey.boxes.push(Letter { place, width, shape: None });
            }
            return;
        }
        // What else is not known to be a letter may be a space.
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

    /// Names a picture whose data say otherwise than the document.
    fn differs(&mut self, stream: &Stream<'_>) {
        let dict = stream.dict();
        let id = dict.obj_id().filter(|_| dict.contains_key(b"Type") || dict.contains_key(b"Subtype"));
        let said = match id {
            Some(id) => self.checked.differing.entry(id).or_insert_with(|| streams::differs(stream)).clone(),
            None => streams::differs(stream),
        };
        if let Some(name) = said {
            self.survey.missing.add(Lack::PictureDiffers, &name);
        }
    }

    fn make_smaller(&mut self, stream: &Stream<'_>, large: bool) {
        if let Some(id) = stream.dict().obj_id().filter(|id| large && !self.survey.large.contains(id)) {
            self.survey.large.push(id);
        }
    }

    /// A picture of which nothing can be seen is named; whether that is so of the others, is seen on the page.
    fn seen(&mut self, image: &Image<'_, '_>, stream: &Stream<'_>, place: Affine) {
        let dict = stream.dict();
        let id = dict.obj_id().filter(|_| dict.contains_key(b"Type") || dict.contains_key(b"Subtype"));
        let name = named(stream);
        let known = id.and_then(|id| self.checked.masked.get(&id)).copied();
        let masked = known.unwrap_or_else(|| unseen::masked(image, stream));
        if let Some(id) = id {
            self.checked.masked.insert(id, masked);
        }
        if masked || self.opacities.iter().any(|opacity| *opacity < NO_OPACITY) {
            self.survey.missing.add(Lack::UnseenPicture, &name);
        } else if self.survey.pictures.len() < MOST_RUNS && (id.is_some() || unseen::shows(stream)) {
            let place = place.transform_rect_bbox(Rect::new(0.0, 0.0, 1.0, 1.0));
            let tiny = place.width().max(place.height()) < self.least * self.pixels_a_point;
            self.survey.pictures.push(Shown { place, id, name, tiny });
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

/// Whether anything is drawn.
struct AnyInk(bool);

impl<'a> Device<'a> for AnyInk {
    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.0 = true;
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {
        self.0 = true;
    }
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.0 = true;
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

pub fn visible(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        && !matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}')
}

/// Whether a JPEG 2000 picture has its end mark: the two bytes stand nowhere else in it (ISO 15444-1, annex A.4).
fn jpx_ends(data: &[u8]) -> bool {
    data.windows(2).any(|pair| pair == [0xff, 0xd9])
}

fn wrong_with_picture(stream: &Stream<'_>) -> Option<Lack> {
    if unknown_filter(stream).is_some() {
        return Some(Lack::Filter);
    }
    let parameters = streams::decoding(stream);
    let Ok(decoded) = stream.decoded_image(&parameters) else { return Some(Lack::Picture) };
    let filters = stream.filters();
    let jpeg = (filters.last() == Some(&Filter::DctDecode) && filters.len() == 1).then(|| stream.raw_data());
    if let Some(lack) = jpeg.and_then(|jpeg| wrong_with_jpeg(&jpeg)) {
        return Some(lack);
    }
    if filters.last() == Some(&Filter::JpxDecode) && filters.len() == 1 && !jpx_ends(&stream.raw_data()) {
        return Some(Lack::PictureCut);
    }
    let (row, rows) = match &decoded.image_data {
        // Packed as it is, it has the rows that were decoded, and no others.
        Some(image) if filters.last() == Some(&Filter::CcittFaxDecode) => {
            (u64::from(image.width).div_ceil(8), u64::from(parameters.height))
        }
        Some(_) => return None,
        None => (streams::row_bytes(stream)?, u64::from(parameters.height)),
    };
    let there = decoded.data.len() as u64;
    if there + row < row * rows {
        return Some(if there == 0 { Lack::Picture } else { Lack::PictureCut });
    }
    (unpack::state(stream) == Unpacked::Altered).then_some(Lack::Sum)
}
