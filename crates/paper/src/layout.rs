//! Where everything stands. Points (1/72 inch), from the top left corner.

use crate::fonts::{Face, Faces, drawable};
use crate::{Block, Error, Sheet};

pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const BANNER: f32 = 26.0;
const LEFT: f32 = 64.0;
const RIGHT: f32 = WIDTH - 64.0;
const TOP: f32 = BANNER + 46.0;
const BOTTOM: f32 = HEIGHT - BANNER - 52.0;
const MEASURE: f32 = RIGHT - LEFT;
const PAGE_LIMIT: usize = 1000;

const BODY: Type = Type { size: 10.5, leading: 15.5, face: Face::Regular };
const HEADING: Type = Type { size: 12.5, leading: 18.0, face: Face::SemiBold };
const TITLE: Type = Type { size: 20.0, leading: 25.0, face: Face::SemiBold };
const FACT: Type = Type { size: 9.5, leading: 14.0, face: Face::Regular };
const FACT_NAME: Type = Type { size: 9.5, leading: 14.0, face: Face::SemiBold };
const CELL: Type = Type { size: 9.5, leading: 13.0, face: Face::Regular };
const CELL_HEAD: Type = Type { size: 9.5, leading: 13.0, face: Face::SemiBold };

#[derive(Clone, Copy)]
struct Type {
    size: f32,
    leading: f32,
    face: Face,
}

/// One thing drawn on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Text { x: f32, baseline: f32, size: f32, face: Face, text: String },
    /// A hair line.
    Rule { x: f32, y: f32, width: f32 },
    /// A light ground behind the head of a table.
    Ground { x: f32, y: f32, width: f32, height: f32 },
}

pub type Page = Vec<Mark>;

pub fn pages(sheet: &Sheet, faces: &Faces) -> Result<Vec<Page>, Error> {
    let mut setter = Setter { faces, pages: vec![Page::new()], y: TOP };
    setter.lines(&sheet.title, TITLE, LEFT, MEASURE);
    setter.y += 6.0;
    setter.facts(&sheet.facts);
    for block in &sheet.blocks {
        setter.block(block);
        if setter.pages.len() > PAGE_LIMIT {
            return Err(Error::TooLong(PAGE_LIMIT));
        }
    }
    Ok(setter.pages)
}

struct Setter<'f> {
    faces: &'f Faces,
    pages: Vec<Page>,
    /// Top of what comes next.
    y: f32,
}

impl Setter<'_> {
    fn block(&mut self, block: &Block) {
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
                    let baseline = self.y + BODY.size;
                    self.put(Mark::Text {
                        x: LEFT + 6.0,
                        baseline,
                        size: BODY.size,
                        face: BODY.face,
                        text: "–".to_owned(),
                    });
                    self.lines(point, BODY, LEFT + 22.0, MEASURE - 22.0);
                    self.y += 2.0;
                }
                self.y += 5.0;
            }
            Block::Table(rows) => self.table(rows),
        }
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        let widest = facts.iter().map(|(name, _)| self.width(name, FACT_NAME)).fold(0.0, f32::max);
        let value_x = LEFT + widest.min(MEASURE / 2.0) + 16.0;
        for (name, value) in facts {
            self.room(FACT.leading);
            let baseline = self.y + FACT.size;
            let (size, face) = (FACT_NAME.size, FACT_NAME.face);
            self.put(Mark::Text { x: LEFT, baseline, size, face, text: drawable(name) });
            self.lines(value, FACT, value_x, RIGHT - value_x);
        }
        self.y += 6.0;
        self.put(Mark::Rule { x: LEFT, y: self.y, width: MEASURE });
        self.y += 10.0;
    }

    fn table(&mut self, rows: &[Vec<String>]) {
        const PAD: f32 = 5.0;
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if columns == 0 {
            return;
        }
        let widths = self.column_widths(rows, columns, PAD);
        self.y += 4.0;
        for (number, row) in rows.iter().enumerate() {
            let kind = if number == 0 { CELL_HEAD } else { CELL };
            let cells: Vec<Vec<String>> = widths
                .iter()
                .enumerate()
                .map(|(i, width)| self.wrap(row.get(i).map_or("", String::as_str), kind, width - 2.0 * PAD))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32 * kind.leading + 2.0 * PAD;
            self.room(height);
            let top = self.y;
            if number == 0 {
                self.put(Mark::Ground { x: LEFT, y: top, width: MEASURE, height });
            }
            let mut x = LEFT;
            for (lines, width) in cells.iter().zip(&widths) {
                for (i, line) in lines.iter().enumerate() {
                    let baseline = top + PAD + i as f32 * kind.leading + kind.size;
                    self.put(Mark::Text { x: x + PAD, baseline, size: kind.size, face: kind.face, text: line.clone() });
                }
                x += width;
            }
            self.y = top + height;
            self.put(Mark::Rule { x: LEFT, y: self.y, width: MEASURE });
        }
        self.y += 12.0;
    }

    /// As wide as what they hold, scaled to the measure, none under a twelfth of it.
    fn column_widths(&self, rows: &[Vec<String>], columns: usize, pad: f32) -> Vec<f32> {
        let wanted: Vec<f32> = (0..columns)
            .map(|i| {
                let widest = rows.iter().filter_map(|row| row.get(i)).map(|cell| self.width(cell, CELL_HEAD)).fold(0.0, f32::max);
                (widest + 2.0 * pad + 4.0).clamp(MEASURE / 12.0, MEASURE / 2.0)
            })
            .collect();
        let scale = MEASURE / wanted.iter().sum::<f32>().max(1.0);
        wanted.iter().map(|width| width * scale).collect()
    }

    /// Sets text in lines; a line that does not fit goes to the next page.
    fn lines(&mut self, text: &str, kind: Type, x: f32, width: f32) {
        for line in self.wrap(text, kind, width) {
            self.room(kind.leading);
            let baseline = self.y + kind.size;
            self.put(Mark::Text { x, baseline, size: kind.size, face: kind.face, text: line });
            self.y += kind.leading;
        }
    }

    /// Breaks at spaces; a word longer than a line is broken where it must be. No-break spaces hold.
    fn wrap(&self, text: &str, kind: Type, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            for word in drawable(paragraph).split(' ').filter(|word| !word.is_empty()) {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if self.width(&longer, kind) <= width {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line = self.break_word(word, kind, width, &mut lines);
            }
            lines.push(line);
        }
        lines
    }

    /// Pushes whole lines of a word that is too long, and gives back the rest.
    fn break_word(&self, word: &str, kind: Type, width: f32, lines: &mut Vec<String>) -> String {
        let mut rest = String::new();
        for c in word.chars() {
            rest.push(c);
            if self.width(&rest, kind) > width && rest.chars().count() > 1 {
                rest.pop();
                lines.push(std::mem::replace(&mut rest, c.to_string()));
            }
        }
        rest
    }

    fn width(&self, text: &str, kind: Type) -> f32 {
        self.faces.width(text, kind.face, kind.size)
    }

    /// Begins a page when less than this is left.
    fn room(&mut self, height: f32) {
        if self.y + height > BOTTOM && self.y > TOP {
            self.pages.push(Page::new());
            self.y = TOP;
        }
    }

    fn put(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.push(mark);
        }
    }
}
