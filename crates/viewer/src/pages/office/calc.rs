//! Tables of an open document (ISO/IEC 26300-3): a line for each row, with what stands on the cells and next to them.
//!
//! A number is shown as it is stored, which is what counts, and then as another program wrote it once, where that differs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::table::column_letters;
use super::besides;
use super::hidden::hidden_styles;
use super::lists::Lists;
use super::package::{Archive, attribute, character, clean, local, unpacked};
use super::row::Row;
use super::text::{HIDDEN, OPEN_DOCUMENT, STRUCK, read as read_text};
use crate::frame::Status;
use crate::missing::Lack;

const CONTENT: &str = "content.xml";

/// Pieces of text that have a look of their own.
const FAINT: [&str; 3] = ["p", "h", "span"];

/// What stands over a cell and not in it.
const REMARKS: [&str; 16] = [
    "annotation",
    "frame",
    "custom-shape",
    "rect",
    "ellipse",
    "circle",
    "line",
    "polyline",
    "polygon",
    "regular-polygon",
    "path",
    "connector",
    "caption",
    "measure",
    "g",
    "control",
];

pub(super) fn read(archive: &mut Archive<'_>) -> Result<String, Status> {
    let mut hidden = hidden_styles(archive, &[], CONTENT);
    hidden.extend(hidden_styles(archive, &[], "styles.xml"));
    let part = unpacked(archive, CONTENT)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let mut tables = Tables { hidden, ..Tables::default() };
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let mut depth = 0_u32;
    loop {
        match reader.read_event().map_err(|_| Status::Malformed)? {
            Event::Start(start) => {
                depth += 1;
                tables.begin(&start, archive);
            }
            Event::Empty(empty) => {
                tables.begin(&empty, archive);
                tables.end(&local(&empty), archive);
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                tables.end(&String::from_utf8_lossy(end.local_name().as_ref().as_bytes()), archive);
            }
            Event::Text(words) => tables.say(&words.xml10_content()),
            Event::CData(words) => tables.say(&words.xml10_content()),
            Event::GeneralRef(sign) => tables.say(&character(&sign)),
            Event::Comment(words) => archive.apart.add("comment", &words.xml10_content()),
            Event::Eof => break,
            _ => {}
        }
    }
    if depth > 0 {
        archive.lacking.add(Lack::CutShort, "");
        tables.end_cell(archive);
        tables.end_table(archive);
    }
    let mut text = tables.text;
    // Headers and footers of what is printed stand with the styles.
    let mut lists = Lists::of_open(archive, &["styles.xml"]);
    if let Ok(more) = read_text(archive, "styles.xml", &OPEN_DOCUMENT, &BTreeSet::new(), &mut lists)
        && !more.trim().is_empty()
    {
        text.push_str(&more);
    }
    Ok(text)
}

/// What is read of the tables so far.
#[derive(Default)]
struct Tables {
    /// The styles that hide.
    hidden: BTreeSet<String>,
    text: String,
    table: Table,
    cell: Option<Cell>,
    /// How many elements are open in which text stands: of a paragraph, of a name or description of a drawing.
    speaking: u32,
    /// Of the paragraphs and pieces of text that are open, whether it is hidden.
    faint: Vec<bool>,
    /// Of [`REMARKS`].
    remarks: u32,
    /// Of changes that are kept.
    struck: u32,
    /// Tables in a cell of a table are text of that cell.
    within: u32,
    /// What stands in none of the cells.
    aside: String,
}

#[derive(Default)]
struct Table {
    name: String,
    hidden: bool,
    row: Row,
    /// The row that is read, from 0, and for how many it stands.
    at: u32,
    rows: u32,
    row_hidden: bool,
    column: u32,
    columns: u32,
    /// Runs of columns that are not shown, from the first to the last.
    concealed: Vec<(u32, u32)>,
    /// Runs of columns whose cells hide what stands in them, unless they look otherwise.
    faint: Vec<(u32, u32)>,
    /// Rows and columns that are hidden and have something to say.
    found: BTreeSet<(bool, u32)>,
    groups: Vec<bool>,
    /// What is said about its cells, and what is drawn over them.
    remarks: String,
}

#[derive(Default)]
struct Cell {
    covered: bool,
    /// Whether it looks so that nobody sees what stands in it.
    faint: bool,
    columns: u32,
    /// As it is stored, where that is no text.
    value: Option<String>,
    words: String,
    remark: String,
}

impl Tables {
    fn begin(&mut self, start: &BytesStart<'_>, archive: &mut Archive<'_>) {
        let said = |name: &str| attribute(start, name).unwrap_or_default();
        let times = |name: &str| said(name).parse::<u32>().unwrap_or(1).max(1);
        let withheld = |name: &str| matches!(said(name).as_str(), "collapse" | "filter");
        let name = local(start);
        besides::said_openly(start, &name, archive);
        if FAINT.contains(&name.as_str()) {
            self.faint.push(self.hidden.contains(&said("style-name")));
        }
        match name.as_str() {
            "p" | "h" | "title" | "desc" | "creator" => {
                self.speaking += 1;
                self.say_apart();
                self.sign(&name, HIDDEN.0);
            }
            "span" => self.sign(&name, HIDDEN.0),
            "s" => {
                let count = said("c").parse::<usize>().unwrap_or(1);
                self.say(&" ".repeat(count.min(1000)));
            }
            "tab" | "line-break" => self.say(" "),
            name if REMARKS.contains(&name) => self.remarks += 1,
            "tracked-changes" => self.struck += 1,
            "table" if self.cell.is_some() => self.within += 1,
            "table" => {
                let title =
                    quick_xml::escape::unescape(&said("name")).map_or_else(|_| said("name"), |name| name.into_owned());
                let hidden = self.hidden.contains(&said("style-name"));
                if hidden {
                    archive.lacking.add(Lack::Concealed, &title);
                    self.text.push_str(HIDDEN.0);
                }
                let _ = writeln!(self.text, "[{title}]");
                self.table = Table { name: title, hidden, ..Table::default() };
            }
            _ if self.within > 0 || self.struck > 0 => {}
            "table-row-group" | "table-column-group" => self.table.groups.push(said("display") == "false"),
            "table-column" => {
                let first = self.table.columns;
                let next = first.saturating_add(times("number-columns-repeated"));
                if withheld("visibility") || self.table.groups.contains(&true) {
                    self.table.concealed.push((first, next.saturating_sub(1)));
                }
                if self.hidden.contains(&said("default-cell-style-name")) {
                    self.table.faint.push((first, next.saturating_sub(1)));
                }
                self.table.columns = next;
            }
            "table-row" => {
                self.table.at = self.table.at.saturating_add(self.table.rows);
                self.table.rows = times("number-rows-repeated");
                self.table.row_hidden = withheld("visibility") || self.table.groups.contains(&true);
                self.table.column = 0;
            }
            "table-cell" | "covered-table-cell" => {
                let kind = said("value-type");
                let value = match kind.as_str() {
                    "" => None,
                    "string" => attribute(start, "string-value"),
                    "date" => attribute(start, "date-value").map(|date| date.replace('T', " ")),
                    "time" => attribute(start, "time-value"),
                    "boolean" => attribute(start, "boolean-value"),
                    _ => attribute(start, "value"),
                };
                let (row, column) = (self.table.at, self.table.column);
                let formula = clean(&said("formula"));
                if !formula.is_empty() {
                    let place = format!("{}{}", column_letters(column), row.saturating_add(1));
                    archive.apart.add("formula", &format!("{place} = {formula}"));
                }
                let faint = match attribute(start, "style-name") {
                    Some(style) => self.hidden.contains(&style),
                    None => self.table.faint.iter().any(|(first, last)| (*first..=*last).contains(&column)),
                };
                self.cell = Some(Cell {
                    faint,
                    covered: name == "covered-table-cell",
                    columns: times("number-columns-repeated"),
                    value: value.map(|value| {
                        quick_xml::escape::unescape(&value).map_or(value.clone(), |value| value.into_owned())
                    }),
                    ..Cell::default()
                });
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, archive: &mut Archive<'_>) {
        match name {
            "p" | "h" | "title" | "desc" | "creator" => {
                self.end_sign(name, archive);
                self.speaking = self.speaking.saturating_sub(1);
            }
            "span" => self.end_sign(name, archive),
            name if REMARKS.contains(&name) => self.remarks = self.remarks.saturating_sub(1),
            "tracked-changes" => {
                self.struck = self.struck.saturating_sub(1);
                let words = std::mem::take(&mut self.aside);
                if !words.trim().is_empty() {
                    archive.lacking.add(Lack::Concealed, name);
                    let _ = writeln!(self.text, "{STRUCK}{}{STRUCK}", words.trim());
                }
            }
            "table" if self.within > 0 => self.within -= 1,
            "table" => self.end_table(archive),
            _ if self.within > 0 || self.struck > 0 => {}
            "table-row-group" | "table-column-group" => drop(self.table.groups.pop()),
            "table-cell" | "covered-table-cell" => self.end_cell(archive),
            _ => {}
        }
    }

    fn end_cell(&mut self, archive: &mut Archive<'_>) {
        let Some(cell) = self.cell.take() else { return };
        let (place, columns) = ((self.table.at, self.table.column), cell.columns);
        self.table.column = place.1.saturating_add(columns);
        let words = cell.words.trim();
        let mut shown = match cell.value {
            Some(value) if words.is_empty() || value == words => value,
            Some(value) => format!("{value} ({words})"),
            None => words.to_owned(),
        };
        if !cell.remark.trim().is_empty() {
            let named = format!("{}{}", column_letters(place.1), place.0.saturating_add(1));
            let _ = writeln!(self.table.remarks, "{named}: {}", cell.remark.trim());
        }
        if shown.is_empty() {
            return;
        }
        let last = self.table.column.saturating_sub(1);
        let column = self.table.concealed.iter().find(|(first, end)| *first <= last && place.1 <= *end).copied();
        if self.table.row_hidden {
            self.table.found.insert((true, place.0));
        }
        if let Some((first, _)) = column {
            self.table.found.insert((false, first));
        }
        if cell.covered || cell.faint {
            archive.lacking.add(Lack::Concealed, &self.table.name);
        }
        if cell.covered || cell.faint || self.table.row_hidden || column.is_some() {
            shown = format!("{}{shown}{}", HIDDEN.0, HIDDEN.1);
        }
        self.table.row.cell(&mut self.text, place, (self.table.rows, columns), &shown);
    }

    fn end_table(&mut self, archive: &mut Archive<'_>) {
        let table = std::mem::take(&mut self.table);
        table.row.end(&mut self.text);
        self.text.push_str(&table.remarks);
        let aside = std::mem::take(&mut self.aside);
        if !aside.trim().is_empty() {
            let _ = writeln!(self.text, "{}", aside.trim());
        }
        if table.hidden {
            let _ = writeln!(self.text, "{}", HIDDEN.1);
        }
        self.text.push('\n');
        let found = u32::try_from(table.found.len()).unwrap_or(u32::MAX);
        archive.lacking.add_many(Lack::Concealed, &table.name, found);
    }

    /// What is said now goes there.
    fn place(&mut self) -> &mut String {
        match &mut self.cell {
            Some(cell) => {
                if self.remarks > 0 {
                    &mut cell.remark
                } else {
                    &mut cell.words
                }
            }
            None => &mut self.aside,
        }
    }

    fn say(&mut self, words: &str) {
        if self.speaking > 0 {
            self.place().push_str(words);
        }
    }

    /// Where the text that begins is hidden.
    fn sign(&mut self, name: &str, sign: &str) {
        if FAINT.contains(&name) && self.faint.last().copied().unwrap_or_default() {
            self.say(sign);
        }
    }

    fn end_sign(&mut self, name: &str, archive: &mut Archive<'_>) {
        if FAINT.contains(&name) && self.faint.pop().unwrap_or_default() {
            self.say(HIDDEN.1);
            archive.lacking.add(Lack::Concealed, name);
        }
    }

    /// One paragraph is not one word with the next.
    fn say_apart(&mut self) {
        let place = self.place();
        if !place.is_empty() {
            place.push(' ');
        }
    }
}
