//! Pages to PDF: the frame of each page, then what layout put on it.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::TextDirection;

use crate::fonts::{Face, Faces};
use crate::frame::{Frame, HEIGHT, LEFT, RIGHT, SMALL, WIDTH};
use crate::layout::{HAIR, Mark, Page};
use crate::{Error, PrintedSheet};

const INK: Rgb = Rgb(0x1b, 0x1f, 0x24);
const GREY: Rgb = Rgb(0x5b, 0x63, 0x6e);
const LINE: Rgb = Rgb(0xc9, 0xce, 0xd6);
const GROUND: Rgb = Rgb(0xee, 0xf0, 0xf3);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    /// `#rrggbb`
    fn parse(text: &str) -> Result<Rgb, Error> {
        let wrong = || Error::Colour(text.to_owned());
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.is_ascii()).ok_or_else(wrong)?;
        let value = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Rgb(red, green, blue))
    }
}

pub fn pdf(sheet: &PrintedSheet, frame: &Frame, pages: &[Page], faces: &Faces) -> Result<Vec<u8>, Error> {
    let ground = Rgb::parse(&sheet.banner.colour)?;
    let ink = Rgb::parse(&sheet.banner.text_colour)?;
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Error::Write("page size".to_owned()))?;
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(sheet.title.clone()).language(sheet.lang.clone()));
    for (number, marks) in pages.iter().enumerate() {
        let mut page = document.start_page_with(settings.clone());
        {
            let mut pen = Pen { surface: page.surface(), faces };
            pen.frame(frame, ground, ink, &format!("{}/{}", number + 1, pages.len()));
            for mark in marks {
                pen.mark(mark);
            }
        }
        page.finish();
    }
    document.finish().map_err(|error| Error::Write(format!("{error:?}")))
}

struct Pen<'p, 'f> {
    surface: Surface<'p>,
    faces: &'f Faces,
}

impl Pen<'_, '_> {
    fn frame(&mut self, frame: &Frame, ground: Rgb, ink: Rgb, number: &str) {
        for top in [0.0, HEIGHT - frame.strip] {
            self.rectangle(0.0, top, WIDTH, frame.strip, ground);
            for (line, text) in frame.banner.iter().enumerate() {
                self.centred(text, frame.banner_baseline(top, line), frame.banner_size, ink);
            }
        }
        for (line, text) in frame.exercise.iter().enumerate() {
            self.centred(text, frame.upper_exercise_baseline(line), SMALL, GREY);
            self.centred(text, frame.lower_exercise_baseline(line), SMALL, GREY);
        }
        for (line, text) in frame.footer.iter().enumerate() {
            self.text(LEFT, frame.footer_baseline(line), SMALL, Face::Regular, text, GREY);
        }
        let width = self.faces.width(number, Face::Regular, SMALL);
        self.text(RIGHT - width, frame.footer_baseline(0), SMALL, Face::Regular, number, GREY);
    }

    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Text { x, baseline, size, face, text } => self.text(*x, *baseline, *size, *face, text, INK),
            Mark::Rule { x, y, width } => self.rectangle(*x, *y, *width, HAIR, LINE),
            Mark::Ground { x, y, width, height } => self.rectangle(*x, *y, *width, *height, GROUND),
        }
    }

    fn centred(&mut self, text: &str, baseline: f32, size: f32, colour: Rgb) {
        let width = self.faces.width(text, Face::SemiBold, size);
        self.text((WIDTH - width) / 2.0, baseline, size, Face::SemiBold, text, colour);
    }

    fn text(&mut self, x: f32, baseline: f32, size: f32, face: Face, text: &str, colour: Rgb) {
        self.surface.set_fill(Some(fill(colour)));
        let font = self.faces.drawn(face);
        self.surface.draw_text(Point::from_xy(x, baseline), font, size, text, false, TextDirection::LeftToRight);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(fill(colour)));
            self.surface.draw_path(&path);
        }
    }
}

fn fill(Rgb(red, green, blue): Rgb) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Block, PrintedBanner, pdf};

    fn sheet(blocks: Vec<Block>) -> PrintedSheet {
        PrintedSheet {
            banner: PrintedBanner {
                text: "SECRET – GEHEIM // REL TO BEL, FRA".to_owned(),
                colour: "#c8102e".to_owned(),
                text_colour: "#ffffff".to_owned(),
            },
            exercise: Some("EXERCICE – OEFENING".to_owned()),
            lang: "fr".to_owned(),
            title: "Appréciation".to_owned(),
            facts: vec![("Référence".to_owned(), "EX/1".to_owned())],
            blocks,
            footer: "EX/1".to_owned(),
        }
    }

    #[test]
    fn the_same_sheet_gives_the_same_bytes() {
        let sheet = sheet(vec![Block::Heading("A".to_owned()), Block::Paragraph("b ".repeat(900))]);
        let first = pdf(&sheet).expect("it can be set");
        assert!(first.starts_with(b"%PDF-"));
        assert_eq!(first, pdf(&sheet).expect("it can be set"));
    }

    #[test]
    fn long_text_takes_more_pages_and_a_word_without_end_does_not_hang() {
        let faces = Faces::load().expect("the fonts are embedded");
        let pages = |blocks| {
            let sheet = sheet(blocks);
            let frame = Frame::of(&sheet, &faces).expect("there is room");
            crate::layout::pages(&sheet, &frame, &faces).expect("short enough").len()
        };
        assert_eq!(pages(vec![Block::Paragraph("short".to_owned())]), 1);
        assert!(pages(vec![Block::Paragraph("mot ".repeat(4000))]) > 3);
        assert!(pages(vec![Block::Paragraph("x".repeat(20_000))]) > 1);
        let table = vec![vec!["a".to_owned(), "b".to_owned()]; 120];
        assert!(pages(vec![Block::Table(table)]) > 1);
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        let mut sheet = sheet(Vec::new());
        sheet.banner.colour = "red".to_owned();
        assert!(matches!(pdf(&sheet), Err(Error::Colour(_))));
    }
}
