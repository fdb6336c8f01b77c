//! The position of everything between the marks of a page. Points (1/72 inch), from the top left corner.

mod table;

use crate::fonts::{Face, Faces};
use crate::frame::{Frame, LEFT, RIGHT};
use crate::{Block, Error, PrintedSheet};

const MEASURE: f32 = RIGHT - LEFT;
const PAGE_LIMIT: usize = 1000;
/// A hair line's height.
pub const HAIR: f32 = 0.6;

const BODY: Type = Type { size: 10.5, leading: 15.5, face: Face::Regular };
const HEADING: Type = Type { size: 12.5, leading: 18.0, face: Face::SemiBold };
const TITLE: Type = Type { size: 20.0, leading: 25.0, face: Face::SemiBold };
const FACT: Type = Type { size: 9.5, leading: 14.0, face: Face::Regular };
const FACT_NAME: Type = Type { size: 9.5, leading: 14.0, face: Face::SemiBold };

#[derive(Clone, Copy)]
struct Type {
    size: f32,
    leading: f32,
    face: Face,
}

/// One thing drawn on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Text {
        x: f32,
        baseline: f32,
        size: f32,
        face: Face,
        text: String,
    },
    /// A hair line.
    Rule {
        x: f32,
        y: f32,
        width: f32,
    },
    /// A light ground behind the head of a table.
    Ground {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
}

pub type Page = Vec<Mark>;

/// # Errors
/// More pages, or more columns, than there may be.
pub fn pages(sheet: &PrintedSheet, frame: &Frame, faces: &Faces) -> Result<Vec<Page>, Error> {
    let mut setter = Setter { faces, frame, pages: vec![Page::new()], y: frame.top };
    setter.lines(&sheet.title, TITLE, LEFT, MEASURE);
    setter.y += 6.0;
    setter.facts(&sheet.facts);
    for block in &sheet.blocks {
        setter.block(block)?;
    }
    if setter.too_long() { Err(Error::TooLong(PAGE_LIMIT)) } else { Ok(setter.pages) }
}

struct Setter<'f> {
    faces: &'f Faces,
    frame: &'f Frame,
    pages: Vec<Page>,
    /// Top of what comes next. INVARIANT: nothing is put below `frame.bottom`; anyone who puts something asks for `room` first.
    y: f32,
}

impl Setter<'_> {
    fn block(&mut self, block: &Block) -> Result<(), Error> {
        match block {
            Block::Heading(text) => {
                self.y += 10.0;
                // A heading stays with two lines of what it heads.
                self.room(HEADING.leading + 2.0 * BODY.leading + 4.0);
                self.lines(text, HEADING, LEFT, MEASURE);
                self.y += 2.0;
            }
            Block::Paragraph(text) => {
                self.room(2.0 * BODY.leading);
                self.lines(text, BODY, LEFT, MEASURE);
                self.y += 6.0;
            }
            Block::Points(points) => {
                for point in points {
                    self.room(BODY.leading);
                    self.text("–", BODY, LEFT + 6.0, self.y);
                    self.lines(point, BODY, LEFT + 22.0, MEASURE - 22.0);
                    self.y += 2.0;
                }
                self.y += 5.0;
            }
            Block::Table(rows) => self.table(rows)?,
        }
        if self.too_long() { Err(Error::TooLong(PAGE_LIMIT)) } else { Ok(()) }
    }

    /// Names left, values right of the widest name; both wrap.
    fn facts(&mut self, facts: &[(String, String)]) {
        let widest = facts.iter().map(|(name, _)| self.width(name, FACT_NAME)).fold(0.0, f32::max);
        // A little more than measured, so that the widest name does not wrap by a rounding error.
        let name_width = (widest + 0.5).min(MEASURE * 0.4);
        let value_x = LEFT + name_width + 16.0;
        for (name, value) in facts {
            let names = self.wrap(name, FACT_NAME, name_width);
            let values = self.wrap(value, FACT, RIGHT - value_x);
            for i in 0..names.len().max(values.len()) {
                self.room(FACT.leading);
                self.text(names.get(i).map_or("", String::as_str), FACT_NAME, LEFT, self.y);
                self.text(values.get(i).map_or("", String::as_str), FACT, value_x, self.y);
                self.y += FACT.leading;
            }
        }
        self.room(6.0 + HAIR);
        self.put(Mark::Rule { x: LEFT, y: self.y + 6.0, width: MEASURE });
        self.y += 16.0;
    }

    /// Sets text in lines; a line that does not fit goes to the next page.
    fn lines(&mut self, text: &str, kind: Type, x: f32, width: f32) {
        for line in self.wrap(text, kind, width) {
            self.room(kind.leading);
            self.text(&line, kind, x, self.y);
            self.y += kind.leading;
        }
    }

    /// One line that has room, from its top.
    fn text(&mut self, text: &str, kind: Type, x: f32, top: f32) {
        if !text.is_empty() {
            let (size, face) = (kind.size, kind.face);
            self.put(Mark::Text { x, baseline: top + size, size, face, text: text.to_owned() });
        }
    }

    fn wrap(&self, text: &str, kind: Type, width: f32) -> Vec<String> {
        self.faces.wrap(text, kind.face, kind.size, width)
    }

    fn width(&self, text: &str, kind: Type) -> f32 {
        self.faces.width(&self.faces.drawable(text), kind.face, kind.size)
    }

    /// Begins a page when less than this is left.
    fn room(&mut self, height: f32) {
        if self.left() < height && self.y > self.frame.top {
            self.new_page();
        }
    }

    fn left(&self) -> f32 {
        self.frame.bottom - self.y
    }

    fn new_page(&mut self) {
        // Too long is too long: what comes then is not kept, so that it takes no memory.
        if !self.too_long() {
            self.pages.push(Page::new());
        }
        self.y = self.frame.top;
    }

    fn too_long(&self) -> bool {
        self.pages.len() > PAGE_LIMIT
    }

    fn put(&mut self, mark: Mark) {
        if self.too_long() {
            return;
        }
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PrintedBanner;

    fn sheet(facts: Vec<(String, String)>, blocks: Vec<Block>) -> PrintedSheet {
        let countries = vec!["BEL"; 60].join(", ");
        PrintedSheet {
            banner: PrintedBanner {
                text: format!("SECRET – GEHEIM // REL TO {countries}"),
                colour: "#c8102e".to_owned(),
                text_colour: "#ffffff".to_owned(),
            },
            exercise: Some("EXERCICE – OEFENING".to_owned()),
            lang: "fr".to_owned(),
            title: "Appréciation de la situation".to_owned(),
            facts,
            blocks,
            footer: "EX/1".to_owned(),
        }
    }

    fn set(sheet: &PrintedSheet) -> (Frame, Vec<Page>, Faces) {
        let faces = Faces::load().expect("the fonts are embedded");
        let frame = Frame::of(sheet, &faces).expect("there is room");
        let pages = pages(sheet, &frame, &faces).expect("short enough");
        (frame, pages, faces)
    }

    /// Every mark keeps off the strips, the exercise lines and the footer, and between the margins.
    #[track_caller]
    fn all_within_the_frame(frame: &Frame, pages: &[Page], faces: &Faces) {
        for (number, mark) in pages.iter().enumerate().flat_map(|(n, page)| page.iter().map(move |mark| (n, mark))) {
            let (left, top, right, bottom) = match mark {
                Mark::Text { x, baseline, size, face, text } => {
                    (*x, baseline - size, x + faces.width(text, *face, *size), baseline + 0.275 * size)
                }
                Mark::Rule { x, y, width } => (*x, *y, x + width, y + HAIR),
                Mark::Ground { x, y, width, height } => (*x, *y, x + width, y + height),
            };
            assert!(top >= frame.top - 0.01 && bottom <= frame.bottom + 0.01, "page {number}: {mark:?}");
            assert!(left >= LEFT - 0.01 && right <= RIGHT + 0.01, "page {number}: {mark:?}");
        }
    }

    fn cell(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn nothing_is_drawn_over_banner_or_footer_whatever_the_sheet_holds() {
        let name = "Autorité d’origine et service compétent ".repeat(6);
        for lines in (0..70).step_by(6) {
            let facts = vec![(cell("Référence"), "mot ".repeat(lines * 20)), (name.clone(), cell("une valeur"))];
            let tall = "mot ".repeat(lines * 90);
            let head = vec![cell("N°"), cell("Objet"), cell("W".repeat(90).as_str())];
            let blocks = vec![
                Block::Heading(cell("Titre")),
                Block::Points(vec![tall.clone(), cell("b")]),
                Block::Table(vec![
                    head,
                    vec![cell("1"), tall.clone(), cell("W".repeat(lines).as_str())],
                    vec![cell("2")],
                ]),
                Block::Paragraph("x".repeat(lines * 100)),
                Block::Table(vec![vec![tall.clone(); 3]; 2]),
                Block::Table(vec![vec![cell("a"); 24]; lines]),
            ];
            let (frame, pages, faces) = set(&sheet(facts, blocks));
            all_within_the_frame(&frame, &pages, &faces);
        }
    }

    #[test]
    fn a_row_taller_than_a_page_goes_on_with_the_head_repeated_and_loses_nothing() {
        let words: Vec<String> = (0..3000).map(|n| format!("mot{n}")).collect();
        let rows =
            vec![vec![cell("N°"), cell("Objet")], vec![cell("1"), words.join(" ")], vec![cell("2"), cell("fin")]];
        let (frame, pages, faces) = set(&sheet(Vec::new(), vec![Block::Table(rows)]));
        assert!(pages.len() > 3);
        all_within_the_frame(&frame, &pages, &faces);
        let texts = |page: &Page| -> Vec<String> {
            let text = |mark: &Mark| match mark {
                Mark::Text { text, .. } => Some(text.clone()),
                Mark::Rule { .. } | Mark::Ground { .. } => None,
            };
            page.iter().filter_map(text).collect()
        };
        assert!(pages.iter().all(|page| texts(page).contains(&cell("Objet"))), "each page has the head");
        let said = pages.iter().flat_map(texts).collect::<Vec<_>>().join(" ");
        assert!(words.iter().all(|word| said.split(' ').any(|said| said == word)));
        assert!(said.ends_with("fin"));
    }

    #[test]
    fn a_row_that_fits_on_one_page_is_not_split() {
        let mut rows = vec![vec![cell("N°"), cell("Objet")]];
        rows.extend((0..40).map(|n| vec![n.to_string(), "mot ".repeat(60)]));
        let (_, pages, _) = set(&sheet(Vec::new(), vec![Block::Table(rows)]));
        for page in &pages {
            let grounds = page.iter().filter(|mark| matches!(mark, Mark::Ground { .. })).count();
            assert_eq!(grounds, 1, "one head on each page");
            let last = page.iter().rev().find(|mark| !matches!(mark, Mark::Text { .. }));
            assert!(matches!(last, Some(Mark::Rule { .. })), "each page ends with a whole row");
        }
        let numbers: usize = pages
            .iter()
            .flatten()
            .filter(|mark| matches!(mark, Mark::Text { text, .. } if text.parse::<usize>().is_ok()))
            .count();
        assert_eq!(numbers, 40);
    }

    #[test]
    fn a_long_fact_name_keeps_off_its_value() {
        let facts = vec![("Autorité d’origine et service compétent ".repeat(3), cell("ADIV"))];
        let (_, pages, faces) = set(&sheet(facts, Vec::new()));
        let marks = pages.first().expect("there is a page");
        let value = marks.iter().find_map(|mark| match mark {
            Mark::Text { x, text, .. } if text == "ADIV" => Some(*x),
            _ => None,
        });
        let value = value.expect("the value is there");
        for mark in marks {
            if let Mark::Text { x, size, face, text, .. } = mark
                && text.starts_with("Autorité")
            {
                assert!(x + faces.width(text, *face, *size) < value);
            }
        }
    }

    #[test]
    fn too_long_and_too_wide_are_said() {
        let faces = Faces::load().expect("the fonts are embedded");
        let set = |block| {
            let sheet = sheet(Vec::new(), vec![block]);
            let frame = Frame::of(&sheet, &faces).expect("there is room");
            pages(&sheet, &frame, &faces)
        };
        assert!(matches!(set(Block::Paragraph("\n".repeat(60_000))), Err(Error::TooLong(_))));
        assert!(matches!(set(Block::Table(vec![vec![cell("a"); 25]])), Err(Error::TooManyColumns(24))));
    }
}
