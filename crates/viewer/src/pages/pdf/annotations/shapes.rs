//! How an annotation without an appearance is drawn: its letters, colours, lines and outlines.

use hayro::hayro_syntax::object::{Array, Dict, String as PdfString};
use hayro::kurbo::{BezPath, Ellipse, Point, Rect as Area, Shape};

use super::super::ink::{BLACK, Colour};

#[derive(Clone, Copy)]
pub(super) struct Style {
    /// In points; 0 where it is left to the program that draws it.
    pub(super) size: f64,
    pub(super) colour: Colour,
}

impl Style {
    /// `/Helv 12 Tf 0 g`
    pub(super) fn of(appearance: Option<PdfString<'_>>) -> Style {
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

pub(super) fn colour(dict: &Dict<'_>, key: &[u8]) -> Option<Colour> {
    let values: Vec<f32> = dict.get::<Array<'_>>(key)?.iter::<f32>().collect();
    mixed(&values)
}

pub(super) fn mixed(values: &[f32]) -> Option<Colour> {
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

/// Whether one colour can be told from another on the screen, by how bright they are.
pub(super) fn told_apart(one: Colour, other: Colour) -> bool {
    let bright = |[red, green, blue, _]: Colour| 0.299 * red + 0.587 * green + 0.114 * blue;
    (bright(one) - bright(other)).abs() >= 0.1
}

pub(super) fn line_width(annotation: &Dict<'_>) -> f64 {
    let style = annotation.get::<Dict<'_>>(b"BS").and_then(|style| style.get::<f64>(b"W"));
    let border = || annotation.get::<Array<'_>>(b"Border").and_then(|border| border.iter::<f64>().nth(2));
    style.or_else(border).unwrap_or(1.0).clamp(0.0, 20.0)
}

pub(super) fn points(array: Option<Array<'_>>) -> Vec<Point> {
    let numbers: Vec<f64> = array.iter().flat_map(|array| array.iter::<f64>()).collect();
    numbers.chunks_exact(2).filter_map(|pair| Some(Point::new(*pair.first()?, *pair.get(1)?))).collect()
}

/// The upright boxes around marked words: their lowest and highest corners.
pub(super) fn quads(annotation: &Dict<'_>, area: Area) -> Vec<[Point; 2]> {
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

pub(super) fn shape(annotation: &Dict<'_>, kind: &str, area: Area) -> BezPath {
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

/// Next to the place of a note, as large as what it says.
pub(super) fn note_box(area: Area, contents: &str) -> Area {
    let letters = contents.chars().count().min(600) as f64;
    let width = if letters == 0.0 { area.width().max(16.0) } else { 150.0 };
    let height = ((letters / 30.0).ceil() + contents.lines().count().min(10) as f64).max(1.6) * 10.0;
    Area::new(area.x0, area.y1 - height, area.x0 + width, area.y1)
}
