//! A plain text that is a table (RFC 4180, and the same with other signs between the cells): drawn in columns. Nothing of it is
//! computed.

use std::ops::Range;

use csv::{ByteRecord, ReaderBuilder};

use super::encoding::Decoded;
use super::{Image, Pages, Rendered, Text, fit};
use crate::frame::Status;
use crate::letters::{Face, Letters};
use crate::missing::{Lack, Missing, Missings, joined};
use crate::places::{Area, Place};

/// Points.
const PAGE: (f32, f32) = (595.0, 842.0);
const MARGIN: f32 = 40.0;
const SIZE: f32 = 9.0;
const LEADING: f32 = 12.0;
/// Between a cell and the next.
const GAP: f32 = 10.0;
/// Of a column; where there are many, each has less.
const WIDEST: f32 = 190.0;
const NARROWEST: f32 = 36.0;
/// Of all columns together that stand on one page: more could not be read at the usual width. What there is more of stands on
/// pages next to it.
const MOST_ACROSS: f32 = 900.0;
/// Of the number of a row, where a table takes several pages next to each other.
const NUMBER: f32 = 40.0;
/// Lines of a page.
const LINES: usize = 63;
/// More pages than that nobody reads on a screen.
const MOST_PAGES: usize = 2000;
/// What is looked at as a table at all, in bytes.
const MOST: usize = 32 << 20;
/// A comma stands in any text, so that it takes more lines to be sure.
const SIGNS: [(u8, usize); 4] = [(b'\t', 2), (b';', 2), (b'|', 3), (b',', 3)];

pub struct Table {
    /// What stands on a line, with where it begins, and whether a row begins there.
    lines: Vec<Line>,
    /// Where the text of each row begins, by the line that it begins on.
    rows: Vec<(usize, usize)>,
    /// The columns, those that stand on one page together.
    groups: Vec<Group>,
    text: Decoded,
    /// What stands between the cells of a row.
    sign: u8,
    /// Letters without a shape, by row.
    shapeless: Vec<u32>,
    size: (f32, f32),
    complete: bool,
    letters: Letters,
    dark: Letters,
}

/// The cells of each row, and where it begins in the text.
type Rows = (Vec<Vec<String>>, Vec<usize>);

/// Columns that stand next to each other on one page.
struct Group {
    columns: Range<usize>,
    /// Where each begins, and how wide it is.
    places: Vec<(f32, f32)>,
}

impl Group {
    /// By how wide they are, as many on a page as there is room for.
    fn all(widths: &[f32]) -> Vec<Group> {
        let across: f32 = widths.iter().map(|width| width + GAP).sum();
        let whole = across <= MOST_ACROSS;
        let begins = if whole { MARGIN } else { MARGIN + NUMBER };
        let mut groups = Vec::<Group>::new();
        let mut x = f32::MAX;
        for (column, width) in widths.iter().enumerate() {
            if groups.is_empty() || x + width > MARGIN + MOST_ACROSS {
                groups.push(Group { columns: column..column, places: Vec::new() });
                x = begins;
            }
            if let Some(group) = groups.last_mut() {
                group.columns.end = column + 1;
                group.places.push((x, *width));
            }
            x += width + GAP;
        }
        groups
    }

    fn ends(&self) -> f32 {
        self.places.last().map_or(MARGIN, |(x, width)| x + width + GAP)
    }
}

#[derive(Clone, Default)]
struct Line {
    /// With the group of columns that each belongs to.
    cells: Vec<(usize, f32, String)>,
    begins: bool,
    head: bool,
}

impl Table {
    /// # Errors
    /// It is no table: the text is given back.
    pub fn of(text: Decoded) -> Result<Table, Decoded> {
        let short = text.text.len() <= MOST;
        let rows = || SIGNS.into_iter().find_map(|(sign, least)| Some((sign, rows(&text.text, sign, least)?)));
        let letters = || Some((Letters::load(Face::Regular)?, Letters::load(Face::SemiBold)?));
        match short.then(rows).flatten().zip(letters()) {
            Some(((sign, rows), (letters, dark))) => Ok(Table::lay_out(text, sign, rows, letters, dark)),
            None => Err(text),
        }
    }

    fn lay_out(text: Decoded, sign: u8, (rows, places): Rows, letters: Letters, dark: Letters) -> Table {
        let groups = Group::all(&widths(&rows, &letters));
        let across = groups.iter().map(Group::ends).fold(0.0, f32::max);
        let size = (PAGE.0.max(across + MARGIN), PAGE.1);
        let most = (LINES * MOST_PAGES / groups.len().max(1)).next_multiple_of(LINES);
        let (mut lines, mut begins, mut shapeless, mut complete) = (Vec::new(), Vec::new(), Vec::new(), true);
        for (number, (row, at)) in rows.iter().zip(places).enumerate() {
            begins.push((lines.len(), at));
            shapeless.push(row.iter().map(|cell| letters.shapeless(cell)).sum());
            if !complete {
                continue;
            }
            let first = lines.len();
            lines.push(Line { cells: Vec::new(), begins: true, head: number == 0 });
            for (which, group) in groups.iter().enumerate() {
                if groups.len() > 1
                    && let Some(line) = lines.get_mut(first)
                {
                    line.cells.push((which, MARGIN, (number + 1).to_string()));
                }
                let cells = row.get(group.columns.clone()).unwrap_or_default();
                for (cell, (x, width)) in cells.iter().zip(&group.places) {
                    let wrapped = cell.lines().flat_map(|line| letters.wrap(line, SIZE, *width));
                    for (down, part) in wrapped.enumerate() {
                        if lines.len() <= first + down {
                            lines.push(Line { head: number == 0, ..Line::default() });
                        }
                        if let Some(line) = lines.get_mut(first + down) {
                            line.cells.push((which, *x, part));
                        }
                    }
                }
            }
            complete = lines.len() <= most;
        }
        lines.truncate(most);
        Table { lines, rows: begins, groups, text, sign, shapeless, size, complete, letters, dark }
    }

    /// Which page of lines it is, and which of the pages next to each other.
    fn place_of(&self, page: u32) -> (usize, usize) {
        let (page, across) = (page as usize, self.groups.len().max(1));
        (page / across, page % across)
    }

    fn down(&self) -> usize {
        self.lines.len().div_ceil(LINES)
    }

    /// The rows that begin on a page.
    fn rows_of(&self, page: u32) -> Range<usize> {
        let (down, _) = self.place_of(page);
        let at = |down: usize| self.rows.partition_point(|(begins, _)| *begins < down.saturating_mul(LINES));
        // What no page has room for is read with the last one.
        let last = down.saturating_add(1) >= self.down();
        at(down)..if last { self.rows.len() } else { at(down.saturating_add(1)) }
    }

    fn text_of(&self, rows: Range<usize>) -> &str {
        let place = |row: usize| self.rows.get(row).map_or(self.text.text.len(), |(_, at)| *at);
        self.text.text.get(place(rows.start)..place(rows.end)).unwrap_or_default()
    }

    /// The text of a page, and where each of its rows begins there: as it stands in the file, or, of pages next to each other, the
    /// cells of the columns of each.
    fn read_on(&self, page: u32) -> (String, Vec<usize>) {
        let rows = self.rows_of(page);
        let whole = self.text_of(rows.clone());
        let (_, across) = self.place_of(page);
        let Some(group) = self.groups.get(across).filter(|_| self.groups.len() > 1) else {
            let begins: Vec<usize> = rows.filter_map(|row| self.rows.get(row).map(|(_, at)| *at)).collect();
            let first = begins.first().copied().unwrap_or_default();
            return (whole.to_owned(), begins.into_iter().map(|at| at - first).collect());
        };
        let mut reader = ReaderBuilder::new().delimiter(self.sign).has_headers(false).from_reader(whole.as_bytes());
        let (mut text, mut begins) = (String::new(), Vec::new());
        for record in reader.byte_records().flatten() {
            begins.push(text.len());
            for (number, cell) in record.iter().skip(group.columns.start).take(group.columns.len()).enumerate() {
                text.extend((number > 0).then_some('\t'));
                text.push_str(&String::from_utf8_lossy(cell));
            }
            text.push('\n');
        }
        (text, begins)
    }

    fn lacks(&self, page: u32) -> Vec<Missing> {
        let mut missing = self.missing();
        missing.retain(|item| item.lack != Lack::TooLong);
        let rows = self.rows_of(page);
        let mut more = Missings::default();
        more.add_many(Lack::Letters, "", self.shapeless.get(rows.clone()).unwrap_or_default().iter().sum());
        more.add_marks(self.text_of(rows));
        if !self.complete && page.saturating_add(1) == self.count() {
            more.add(Lack::TooLong, &self.count().to_string());
        }
        joined(missing, more)
    }
}

/// The rows of a text between whose cells such a sign stands, and where each begins; none where they differ in how many cells
/// they have, or have one alone.
fn rows(text: &str, sign: u8, least: usize) -> Option<Rows> {
    let mut reader = ReaderBuilder::new().delimiter(sign).has_headers(false).from_reader(text.as_bytes());
    let (mut rows, mut places, mut record) = (Vec::new(), Vec::new(), ByteRecord::new());
    while reader.read_byte_record(&mut record).ok()? {
        if record.len() < 2 {
            return None;
        }
        places.push(usize::try_from(record.position()?.byte()).ok()?);
        rows.push(record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect());
    }
    (rows.len() >= least).then_some((rows, places))
}

/// As wide as what stands in each, within what a page has room for.
fn widths(rows: &[Vec<String>], letters: &Letters) -> Vec<f32> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut widths = vec![NARROWEST; columns];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            if *width < WIDEST {
                let widest = cell.lines().map(|line| letters.width(&letters.drawable(line), SIZE) * 1.06);
                *width = widest.fold(*width, f32::max).min(WIDEST);
            }
        }
    }
    widths
}

fn called(column: usize) -> String {
    column_letters(u32::try_from(column).unwrap_or(u32::MAX))
}

/// A, B … Z, AA, as columns are called. `column`: from 0.
pub fn column_letters(column: u32) -> String {
    let (mut name, mut left) = (Vec::new(), u64::from(column) + 1);
    while left > 0 {
        name.push(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default());
        left = (left - 1) / 26;
    }
    name.iter().rev().map(|letter| char::from(*letter)).collect()
}

impl Pages for Table {
    fn count(&self) -> u32 {
        u32::try_from(self.down().saturating_mul(self.groups.len().max(1))).unwrap_or(u32::MAX)
    }

    fn complete(&self) -> bool {
        self.complete
    }

    fn is_scan(&self, _: u32) -> bool {
        false
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        (page < self.count()).then_some(self.size)
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = Missings::default();
        if let Some(encoding) = self.text.assumed {
            missing.add(Lack::Encoding, encoding);
        }
        missing.add_many(Lack::Undecodable, "", self.text.undecodable);
        if !self.complete {
            missing.add(Lack::TooLong, &self.count().to_string());
        }
        missing.done()
    }

    fn text(&self, page: u32) -> Option<Text> {
        self.size(page)?;
        let (text, _) = self.read_on(page);
        Some(Text { text, missing: self.lacks(page) })
    }

    /// Row by row: what stands in a cell is marked with its row.
    fn places(&self, page: u32) -> Vec<Place> {
        let (down, _) = self.place_of(page);
        let rows = self.rows_of(page);
        let (_, begun) = self.read_on(page);
        let (width, height) = self.size;
        let line = |line: usize| (MARGIN + (line % LINES) as f32 * LEADING) / height;
        let own = rows.zip(begun).filter_map(|(row, at)| self.rows.get(row).map(|(begins, _)| (row, *begins, at)));
        let own = own.filter(|(_, begins, _)| begins / LINES == down);
        own.map(|(row, begins, at)| {
            let next = self.rows.get(row + 1).map_or(begins + 1, |(next, _)| *next);
            let last = next.max(begins + 1).min((down + 1) * LINES) - 1;
            let (left, right) = (MARGIN / width, 1.0 - MARGIN / width);
            let area = Area { left, top: line(begins), right, bottom: line(last) + LEADING / height };
            Place { begin: u32::try_from(at).unwrap_or(u32::MAX), area }
        })
        .collect()
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let (width, height) = fit(self.size(page).ok_or(Status::NoSuchPage)?, width)?;
        let scale = width as f32 / self.size.0;
        let mut rgb = vec![255_u8; width as usize * height as usize * 3];
        let (down, across) = self.place_of(page);
        let first = down.saturating_mul(LINES);
        for (number, line) in self.lines.iter().skip(first).take(LINES).enumerate() {
            let top = (MARGIN + number as f32 * LEADING) * scale;
            if line.begins {
                let row = (top as usize).saturating_mul(width as usize * 3);
                let (from, to) = ((MARGIN * scale) as usize * 3, width as usize * 3 - (MARGIN * scale) as usize * 3);
                if let Some(rule) = rgb.get_mut(row + from..row + to) {
                    rule.fill(214);
                }
            }
        }
        let mut draw = |letters: &Letters, text: &str, x: f32, top: f32| {
            let origin = (x * scale, top + (SIZE + 0.5) * scale);
            letters.draw(text, SIZE * scale, origin, (width, height), |pixel, coverage| {
                for value in rgb.iter_mut().skip(pixel * 3).take(3) {
                    *value = value.saturating_sub((coverage * 230.0) as u8);
                }
            });
        };
        if let Some(group) = self.groups.get(across).filter(|_| self.groups.len() > 1) {
            for (column, (x, _)) in group.columns.clone().zip(&group.places) {
                draw(&self.dark, &called(column), *x, (MARGIN - LEADING - 3.0) * scale);
            }
        }
        for (number, line) in self.lines.iter().skip(first).take(LINES).enumerate() {
            let top = (MARGIN + number as f32 * LEADING) * scale;
            let letters = if line.head { &self.dark } else { &self.letters };
            for (_, x, cell) in line.cells.iter().filter(|(group, _, _)| *group == across) {
                draw(letters, cell, *x, top);
            }
        }
        Ok(Rendered { image: Image { width, height, rgb }, missing: self.lacks(page) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::encoding::decode;

    #[test]
    fn a_row_is_found_where_it_is_drawn() {
        let file = "naam;plaats\r\n".to_owned() + &"Jan;Gent\r\n".repeat(70);
        let table = Table::of(decode(file.as_bytes())).ok().expect("it is a table");
        let places = table.places(0);
        assert_eq!(places.len(), LINES);
        assert_eq!(places.iter().map(|place| place.begin).take(3).collect::<Vec<_>>(), [0, 12, 22]);
        let top = places.get(1).expect("it has a second row").area.top * PAGE.1;
        assert!((top - MARGIN - LEADING).abs() < 0.1, "{top}");
        assert_eq!(table.places(1).first().map(|place| place.begin), Some(0), "counted in the text of its page");
    }

    #[test]
    fn a_table_is_told_from_a_text_with_commas() {
        for table in ["a;b\n1;2\n", "a,b,c\n1,2,3\n4,\"5,\n6\",7\n", "name\tdate\nx\t2026-01-01\n"] {
            assert!(Table::of(decode(table.as_bytes())).is_ok(), "{table}");
        }
        for text in
            ["", "one line; two parts", "Dear all,\n\nno, not now.\n", "a;b\n1;2;3\n", "a,b\nc,d\n", "x\ny\nz\n"]
        {
            assert!(Table::of(decode(text.as_bytes())).is_err(), "{text}");
        }
    }

    #[test]
    fn every_row_is_on_a_page_and_its_text_is_that_of_the_file() {
        let file: String = (0..1000).map(|row| format!("{row};\"cell, {row}\";{}\r\n", "word ".repeat(20))).collect();
        let table = Table::of(decode(file.as_bytes())).ok().expect("it is a table");
        assert!(table.count() > 10 && table.complete());
        let read: String = (0..table.count()).map(|page| table.text(page).expect("it is a page").text).collect();
        assert_eq!(read, file);
        let drawn: String = table.lines.iter().flat_map(|line| &line.cells).map(|(_, _, cell)| cell.as_str()).collect();
        assert_eq!(drawn.matches("word").count(), 20_000, "nothing is lost in the columns");
        let image = table.render(1, 600).expect("it renders").image;
        assert!(image.rgb.iter().any(|value| *value < 60), "it is drawn");
    }

    #[test]
    fn many_columns_stand_on_pages_next_to_each_other_and_can_be_read() {
        let row = |text: &str| (0..300).map(|n| format!("{text}{n}")).collect::<Vec<_>>().join(";");
        let file = format!("{}\n{}", row("h"), format!("{}\n", row("c")).repeat(100));
        let table = Table::of(decode(file.as_bytes())).ok().expect("it is a table");
        let (width, _) = table.size(0).expect("it has a page");
        assert!(1200.0 / width * SIZE > 10.0, "letters of ten pixels at the usual width: {width}");
        let across = table.groups.len();
        assert!(across > 10 && table.complete());
        assert_eq!(table.count() as usize, across * 2);
        let columns: Vec<usize> = table.groups.iter().flat_map(|group| group.columns.clone()).collect();
        assert_eq!(columns, (0..300).collect::<Vec<_>>());
        assert!(table.groups.iter().all(|group| group.ends() <= width));
        let drawn = table.lines.iter().flat_map(|line| &line.cells);
        assert_eq!(drawn.count(), 101 * (300 + across), "with the number of its row on each page");
        let read: String = (0..table.count()).map(|page| table.text(page).expect("it is a page").text).collect();
        let words = |text: &str| {
            let mut words: Vec<String> = text.split([';', '\t', '\n']).map(str::to_owned).collect();
            words.retain(|word| !word.is_empty());
            words.sort();
            words
        };
        assert_eq!(words(&read), words(&file), "its text stands there once");
        // Each page has the text that is drawn on it, and says where.
        for (across, group) in table.groups.iter().enumerate() {
            let page = u32::try_from(across).expect("a page");
            let text = table.text(page).expect("it is a page").text;
            let last = format!("c{}", group.columns.end - 1);
            assert!(text.lines().nth(1).expect("a second row").ends_with(&last), "{text}");
            let places = table.places(page);
            assert_eq!(places.len(), LINES);
            let second = places.get(1).expect("a second row").begin as usize;
            assert!(text.get(second..).expect("a place in it").starts_with(&format!("c{}", group.columns.start)));
        }
        let [one, other] = [0, 1].map(|page| table.render(page, 900).expect("it is drawn").image.rgb);
        assert!(one != other && [one, other].iter().all(|rgb| rgb.iter().any(|value| *value < 60)));
    }
}
