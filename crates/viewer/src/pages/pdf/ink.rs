//! Drawing on top of a page, in the page's own units.

use ab_glyph::OutlineCurve;
use hayro::kurbo::{Affine, BezPath, Point, Rect, Shape, Stroke};
use hayro::vello_cpu::RenderContext;
use hayro::vello_cpu::color::{AlphaColor, Srgb};

use crate::letters::Letters;

/// Red, green, blue, opacity: 0 to 1.
pub type Colour = [f32; 4];

pub const BLACK: Colour = [0.0, 0.0, 0.0, 1.0];
const GREY: Colour = [0.45, 0.45, 0.45, 1.0];

/// A letter that hayro has no shape for: where it stands, in a square of a thousand units, and what it is.
pub struct Letter {
    pub place: Affine,
    pub width: f64,
    /// As this program's own letters have it, if they do.
    pub shape: Option<String>,
}

pub struct Ink<'c, 'l> {
    context: &'c mut RenderContext,
    letters: &'l Letters,
    to_pixels: Affine,
}

impl<'c, 'l> Ink<'c, 'l> {
    pub fn new(context: &'c mut RenderContext, letters: &'l Letters, to_pixels: Affine) -> Ink<'c, 'l> {
        // What the renderer left set.
        drop(context.take_current_state());
        context.reset_mask();
        context.set_aliasing_threshold(None);
        Ink { context, letters, to_pixels }
    }

    pub fn letters(&self) -> &'l Letters {
        self.letters
    }

    pub fn fill(&mut self, path: &BezPath, colour: Colour) {
        self.set(self.to_pixels, colour);
        self.context.fill_path(path);
    }

    pub fn stroke(&mut self, path: &BezPath, width: f64, colour: Colour) {
        self.set(self.to_pixels, colour);
        self.context.set_stroke(Stroke::new(width));
        self.context.stroke_path(path);
    }

    /// One line of drawable text from its left end on its baseline, in a size of the em.
    pub fn text(&mut self, text: &str, size: f64, (x, y): (f64, f64), colour: Colour) {
        let path = self.outline(text);
        self.set(self.to_pixels * Affine::translate((x, y)) * Affine::scale(size), colour);
        self.context.fill_path(&path);
    }

    /// In place of a letter: the same from another font, or an empty box.
    pub fn letter(&mut self, letter: &Letter) {
        if let Some(shape) = &letter.shape {
            let path = self.outline(shape);
            self.set(letter.place * Affine::scale(1000.0), BLACK);
            self.context.fill_path(&path);
        } else {
            let side = (letter.width * 0.1).min(80.0);
            let path = Rect::new(side, -60.0, letter.width - side, 720.0).to_path(0.1);
            self.set(letter.place, GREY);
            self.context.set_stroke(Stroke::new(50.0));
            self.context.stroke_path(&path);
        }
    }

    /// In place of a picture: a box with a cross in it. `place` takes the unit square there, in pixels.
    pub fn crossed(&mut self, place: Affine) {
        let [a, b, c, d] = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|corner| place * Point::from(corner));
        let mut path = BezPath::new();
        path.move_to(a);
        [b, c, d, a, c].into_iter().for_each(|corner| path.line_to(corner));
        path.move_to(b);
        path.line_to(d);
        self.set(Affine::IDENTITY, GREY);
        self.context.set_stroke(Stroke::new(1.5));
        self.context.stroke_path(&path);
    }

    fn set(&mut self, transform: Affine, colour: Colour) {
        self.context.set_transform(transform);
        self.context.set_paint(AlphaColor::<Srgb>::new(colour));
    }

    fn outline(&self, text: &str) -> BezPath {
        let (mut path, mut at) = (BezPath::new(), Point::new(f64::NAN, 0.0));
        let units = f64::from(self.letters.units_per_em());
        self.letters.outline(text, |x, curve| {
            let point = |p: &ab_glyph::Point| Point::new(f64::from(x) + f64::from(p.x) / units, f64::from(p.y) / units);
            let (OutlineCurve::Line(start, _) | OutlineCurve::Quad(start, ..) | OutlineCurve::Cubic(start, ..)) = curve;
            if point(start) != at {
                path.move_to(point(start));
            }
            at = match curve {
                OutlineCurve::Line(_, end) => {
                    path.line_to(point(end));
                    point(end)
                }
                OutlineCurve::Quad(_, control, end) => {
                    path.quad_to(point(control), point(end));
                    point(end)
                }
                OutlineCurve::Cubic(_, first, second, end) => {
                    path.curve_to(point(first), point(second), point(end));
                    point(end)
                }
            };
        });
        path
    }
}
