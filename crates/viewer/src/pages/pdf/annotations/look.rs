//! What a file brings as the appearance of an annotation, and what that shows.

use hayro::hayro_interpret::font::{Glyph, GlyphId, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, Paint, SoftMask, interpret,
};
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Dict, Name, Object, Rect, Stream, String as PdfString};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::kurbo::{Affine, BezPath, Rect as Area};

use super::super::instead::same_letters;
use super::super::layers::Layers;
use super::super::survey::visible;
use super::DEEPEST;

/// Codes up to that may stand for spaces, tabulators and the like.
const LAST_SPACE: u32 = 32;
/// A path of so many parts may be a frame, a rule or a tick, and those of a look of so many in all.
const OF_A_BOX: usize = 6;
const OF_FRAMES: usize = 48;

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
    /// A picture, lines that may be letters, or letters of which nobody knows what they are.
    Unknown,
}

/// Reads looks as the renderer draws them: with their fonts, and with the forms in them.
pub(super) struct Looks<'p, 'a> {
    page: &'p Page<'a>,
    cache: InterpreterCache<'a>,
}

impl<'p, 'a> Looks<'p, 'a> {
    pub(super) fn of(page: &'p Page<'a>) -> Looks<'p, 'a> {
        Looks { page, cache: InterpreterCache::new() }
    }

    pub(super) fn shown(&self, look: &Stream<'a>, layers: &Layers) -> Shown {
        let dict = look.dict();
        let Ok(data) = look.decoded_data() else { return Shown::Nothing };
        if layers.hides(dict, b"OC").is_some() {
            return Shown::Nothing;
        }
        let own = dict.get::<Dict<'_>>(b"Resources").map(Resources::new);
        let area = dict.get::<Rect>(b"BBox").map(|rect| Area::new(rect.x0, rect.y0, rect.x1, rect.y1).abs());
        let (area, settings) = (area.unwrap_or_default(), InterpreterSettings::default());
        let mut context = Context::new(Affine::IDENTITY, area, &self.cache, self.page.xref(), settings);
        let mut seen = Seen::default();
        interpret(TypedIter::new(&data), own.as_ref().unwrap_or(self.page.resources()), &mut context, &mut seen);
        let lettered = seen.letters.chars().any(visible);
        match (seen.unread, lettered) {
            (true, _) => Shown::Unknown,
            (false, true) => Shown::Letters(seen.letters),
            (false, false) if seen.lines > OF_FRAMES => Shown::Unknown,
            (false, false) => Shown::Nothing,
        }
    }

    /// Whether a look says that, and nothing else.
    pub(super) fn say(&self, look: &Stream<'a>, layers: &Layers, text: &str) -> bool {
        matches!(self.shown(look, layers), Shown::Letters(letters) if same_letters(&letters, text))
    }
}

/// What is to be seen of a look.
#[derive(Default)]
struct Seen {
    letters: String,
    /// There is something of which nobody knows what it says.
    unread: bool,
    /// The parts of paths that are more than a box.
    lines: usize,
}

impl Seen {
    /// What is painted with a pattern, or seen through a mask, may say anything.
    fn painted(&mut self, props: &DrawProps<'_>) {
        let tiled = matches!(&props.paint, Paint::Pattern(pattern) if matches!(**pattern, Pattern::Tiling(_)));
        self.unread |= tiled || props.soft_mask.is_some();
    }
}

impl<'a> Device<'a> for Seen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        self.painted(&props);
        let parts = path.elements().len();
        self.lines = self.lines.saturating_add(if parts > OF_A_BOX { parts } else { 0 });
    }
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, mask: Option<SoftMask<'a>>, _: BlendMode) {
        self.unread |= mask.is_some();
    }
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // Letters that are there to be found, and not to be seen.
        if matches!(mode, DrawMode::Invisible) {
            return;
        }
        self.painted(&props);
        for glyph in run.glyphs() {
            let (code, shaped) = match &**glyph {
                Glyph::Outline(glyph) => {
                    (glyph.char_code(), glyph.glyph_id() != GlyphId::NOTDEF && !glyph.outline().elements().is_empty())
                }
                Glyph::Type3(glyph) => (glyph.char_code(), false),
            };
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => {
                    self.unread |= shaped && !visible(c);
                    self.letters.push(c);
                }
                Some(BfString::String(text)) => {
                    self.unread |= shaped && !text.chars().any(visible);
                    self.letters.push_str(&text);
                }
                None => self.unread |= shaped || code > LAST_SPACE,
            }
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.unread = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_appearance_is_told_from_one_that_says_the_same() {
        assert!(same_letters("A  B", "A B") && same_letters("ﬁn é", "fin e\u{301}") && same_letters("בא", "אב"));
        for (shown, value) in [("REL TO BEL", "REL TO BEL, FRA"), ("xyAz", "A"), ("?", "é"), ("-1", "1")] {
            assert!(!same_letters(shown, value), "{shown} {value}");
        }
    }
}
