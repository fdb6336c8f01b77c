//! Tables: columns as wide as their content, rows that may continue on the next page, the head repeated on each page.

use super::{HAIR, MEASURE, Mark, Setter, Type};
use crate::Error;
use crate::fonts::Face;
use crate::frame::LEFT;

const CELL: Type = Type { size: 9.5, leading: 13.0, face: Face::Regular };
const HEAD: Type = Type { size: 9.5, leading: 13.0, face: Face::SemiBold };
/// Above and below the lines of a row.
const PAD: f32 = 5.0;
/// More would be narrower than a letter.
const MOST_COLUMNS: usize = 24;

struct Columns {
    widths: Vec<f32>,
    pad: f32,
}

/// The lines of each cell.
struct Row {
    cells: Vec<Vec<String>>,
    kind: Type,
}

impl Row {
    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
    }

    fn height(&self) -> f32 {
        height(self.lines(), self.kind)
    }
}

fn height(lines: usize, kind: Type) -> f32 {
    lines as f32 * kind.leading + 2.0 * PAD + HAIR
}

impl Setter<'_> {
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> Result<(), Error> {
        let count = rows.iter().map(Vec::len).max().unwrap_or(0);
        if count > MOST_COLUMNS {
            return Err(Error::TooManyColumns(MOST_COLUMNS));
        }
        let [head, rest @ ..] = rows else { return Ok(()) };
        if count == 0 {
            return Ok(());
        }
        let columns = self.columns(rows, count);
        let head = self.row(head, HEAD, &columns);
        self.y += 4.0;
        // The head does not stand alone at the foot of a page.
        self.room(head.height() + height(2, CELL));
        self.set(&head, &columns, None);
        // A head that takes a third of a page is not worth repeating.
        let repeated = (head.height() <= (self.frame.bottom - self.frame.top) / 3.0).then_some(&head);
        for row in rest {
            let row = self.row(row, CELL, &columns);
            self.set(&row, &columns, repeated);
        }
        self.y += 12.0;
        Ok(())
    }

    /// As wide as what they hold, scaled to the measure, none under a twelfth of it before.
    fn columns(&self, rows: &[Vec<String>], count: usize) -> Columns {
        let pad = (MEASURE / count as f32 / 8.0).min(PAD);
        let wanted: Vec<f32> = (0..count)
            .map(|i| {
                let cells = rows.iter().filter_map(|row| row.get(i));
                let widest = cells.map(|cell| self.width(cell, HEAD)).fold(0.0, f32::max);
                (widest + 2.0 * pad + 4.0).clamp(MEASURE / 12.0, MEASURE / 2.0)
            })
            .collect();
        let scale = MEASURE / wanted.iter().sum::<f32>().max(1.0);
        let mut widths: Vec<f32> = wanted.iter().map(|width| width * scale).collect();
        // A letter must fit: with very many columns, all are equally wide.
        if widths.iter().any(|width| width - 2.0 * pad < 10.0) {
            widths = vec![MEASURE / count as f32; count];
        }
        Columns { widths, pad }
    }

    fn row(&self, row: &[String], kind: Type, columns: &Columns) -> Row {
        let cell = |(i, width): (usize, &f32)| {
            self.wrap(row.get(i).map_or("", String::as_str), kind, width - 2.0 * columns.pad)
        };
        Row { cells: columns.widths.iter().enumerate().map(cell).collect(), kind }
    }

    /// Whole where it fits on a page; a row taller than that, line by line over as many as it needs.
    fn set(&mut self, row: &Row, columns: &Columns, head: Option<&Row>) {
        let a_page = self.frame.bottom - self.frame.top - head.map_or(0.0, Row::height);
        if self.left() < row.height() && row.height() <= a_page {
            self.next_page(columns, head);
        }
        let lines = row.lines();
        let mut done = 0;
        while done < lines {
            // A row begins, and goes on, with two lines at least.
            if self.left() < height(2.min(lines - done), row.kind) {
                self.next_page(columns, head);
            }
            let fitting = ((self.left() - height(0, row.kind)) / row.kind.leading).floor().max(1.0) as usize;
            let next = lines.min(done + fitting);
            self.part(row, done, next, columns);
            done = next;
        }
    }

    fn next_page(&mut self, columns: &Columns, head: Option<&Row>) {
        self.new_page();
        if let Some(head) = head {
            self.part(head, 0, head.lines(), columns);
        }
    }

    /// Lines `from` up to `to` of each cell, which have room.
    fn part(&mut self, row: &Row, from: usize, to: usize, columns: &Columns) {
        let top = self.y;
        let height = height(to - from, row.kind);
        if row.kind.face == HEAD.face {
            self.put(Mark::Ground { x: LEFT, y: top, width: MEASURE, height });
        }
        let mut x = LEFT;
        for (lines, width) in row.cells.iter().zip(&columns.widths) {
            for (i, line) in lines.iter().skip(from).take(to - from).enumerate() {
                self.text(line, row.kind, x + columns.pad, top + PAD + i as f32 * row.kind.leading);
            }
            x += width;
        }
        self.put(Mark::Rule { x: LEFT, y: top + height - HAIR, width: MEASURE });
        self.y = top + height;
    }
}
