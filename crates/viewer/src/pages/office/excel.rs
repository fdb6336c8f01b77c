//! Tables of Office Open XML (ISO/IEC 29500): a line for each row.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::Event;

use super::super::table::column_letters;
use super::besides;
use super::cells::{Format, Strings, formats};
use super::lists::Lists;
use super::package::{Archive, attribute, character, clean, elements, local, main_part, parts, relations, unpacked};
use super::row::Row;
use super::text::{HIDDEN, SLIDES, read as read_text};
use crate::frame::Status;
use crate::missing::Lack;

pub(super) fn read(document: &[u8], archive: &mut Archive<'_>) -> Result<String, Status> {
    const BOOK: &str = "xl/workbook.xml";
    // The library knows that one alone.
    if main_part(archive, BOOK)? != BOOK {
        return Err(Status::Malformed);
    }
    let relations = relations(archive, BOOK);
    let sheets = elements(archive, BOOK, "sheet", ["name", "r:id"])?;
    let states = elements(archive, BOOK, "sheet", ["name", "state"])?;
    let formats = formats(archive, &relations);
    let strings = Strings::of(archive, &relations);
    let mut used = BTreeSet::new();
    defined_names(archive, BOOK)?;
    let mut book = Xlsx::new(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    let (mut text, mut stored) = (String::new(), false);
    for name in book.sheet_names() {
        let state =
            states.iter().find(|[known, _]| quick_xml::escape::unescape(known).is_ok_and(|known| known == name));
        let hidden = state.is_some_and(|[_, state]| matches!(state.as_str(), "hidden" | "veryHidden"));
        if hidden {
            archive.lacking.add(Lack::Concealed, &name);
            let _ = writeln!(text, "{}[{name}]", HIDDEN.0);
        } else {
            let _ = writeln!(text, "[{name}]");
        }
        let of = |[known, _]: &&[String; 2]| quick_xml::escape::unescape(known).is_ok_and(|known| known == name);
        let id = sheets.iter().find(of).map(|[_, id]| id.as_str()).unwrap_or_default();
        let path = relations.iter().find(|relation| relation.id == id && relation.is("worksheet"));
        let sheet = match path {
            Some(path) => Sheet::of(archive, &path.target, &formats, &strings)?,
            None => Sheet::default(),
        };
        // A sheet of something else than cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else { continue };
        archive.lacking.add_many(Lack::Concealed, &name, sheet.count());
        stored |= sheet.formatted;
        used.extend(&sheet.strings);
        let mut row = Row::default();
        while let Some(cell) = cells.next_cell().map_err(|_| Status::Malformed)? {
            let place = cell.get_position();
            let mut shown = match sheet.instead.get(&place) {
                Some(said) => said.clone(),
                None => said(cell.get_value().clone().into()),
            };
            let faint = !shown.is_empty() && sheet.faint.contains(&place);
            archive.lacking.add_many(Lack::Concealed, &name, u32::from(faint));
            if (faint || sheet.hides(place)) && !shown.is_empty() {
                shown = format!("{}{shown}{}", HIDDEN.0, HIDDEN.1);
            }
            row.cell(&mut text, place, (1, 1), &shown);
        }
        row.end(&mut text);
        text.push_str(&sheet.margins);
        if hidden {
            let _ = writeln!(text, "{}", HIDDEN.1);
        }
        text.push('\n');
    }
    if stored {
        archive.lacking.add(Lack::Stored, "");
    }
    strings.rest(&used, archive);
    let (none, mut lists) = (BTreeSet::new(), Lists::of_drawings());
    for part in ["xl/comments", "xl/threadedComments/", "xl/drawings/drawing"] {
        for name in parts(archive, part, ".xml") {
            let more = read_text(archive, &name, &SLIDES, &none, &mut lists)?;
            if !more.trim().is_empty() {
                text.push_str(&more);
                text.push('\n');
            }
        }
    }
    Ok(text)
}

/// Names that a book gives to cells, formulas and values.
fn defined_names(archive: &mut Archive<'_>, book: &str) -> Result<(), Status> {
    let part = unpacked(archive, book)?;
    let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
    let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
    let (mut name, mut words) = (None, String::new());
    loop {
        match reader.read_event().map_err(|_| Status::Malformed)? {
            Event::Start(start) | Event::Empty(start) => {
                let element = local(&start);
                besides::said(&start, &element, "", archive);
                let own = attribute(&start, "name").filter(|_| element == "definedName");
                name = own.map(|name| clean(&name));
                words.clear();
            }
            Event::Text(said) => words.push_str(&said.xml10_content()),
            Event::GeneralRef(sign) => words.push_str(&character(&sign)),
            Event::End(_) => {
                if let Some(name) = name.take() {
                    archive.apart.add("definedName", &format!("{name} = {words}"));
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What is printed above and below a sheet.
const MARGINS: [&str; 6] = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];

/// What of a sheet the library does not tell.
#[derive(Default)]
struct Sheet {
    rows: BTreeSet<u32>,
    /// From the first to the last.
    columns: Vec<(u32, u32)>,
    /// Numbers with more digits than it counts with, as they are stored, and texts of which a part is hidden.
    instead: BTreeMap<(u32, u32), String>,
    /// Cells that are written in the colour of the paper, or in a form that shows nothing.
    faint: BTreeSet<(u32, u32)>,
    /// Those of the common texts that stand in it.
    strings: BTreeSet<usize>,
    /// Whether a number has a form of its own.
    formatted: bool,
    /// What stands above and below when it is printed, with the signs that place it.
    margins: String,
}

impl Sheet {
    fn of(archive: &mut Archive<'_>, name: &str, formats: &[Format], strings: &Strings) -> Result<Sheet, Status> {
        let part = unpacked(archive, name)?;
        let part = std::str::from_utf8(&part).map_err(|_| Status::Malformed)?;
        let mut reader = Reader::from_str(part.trim_start_matches('\u{feff}'));
        let mut sheet = Sheet::default();
        let (mut row, mut place, mut plain, mut form, mut value, mut margin) = (0, (0, 0), false, false, false, false);
        let (mut common, mut formula) = (false, String::new());
        loop {
            match reader.read_event().map_err(|_| Status::Malformed)? {
                Event::Start(start) | Event::Empty(start) => {
                    besides::said(&start, &local(&start), "", archive);
                    formula.clear();
                    let number = |name: &str| attribute(&start, name).and_then(|number| number.parse::<u32>().ok());
                    let hidden = || attribute(&start, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true");
                    value = false;
                    margin = MARGINS.contains(&local(&start).as_str());
                    match local(&start).as_str() {
                        "row" => {
                            // One that does not say its place comes next.
                            row = number("r").unwrap_or(row + 1);
                            place = (row.saturating_sub(1), 0);
                            if hidden() {
                                sheet.rows.insert(row.saturating_sub(1));
                            }
                        }
                        "col" if hidden() => {
                            let (first, last) = (number("min").unwrap_or(1), number("max").unwrap_or(1));
                            sheet.columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                        }
                        "c" => {
                            let column = attribute(&start, "r").map(|place| column(&place));
                            place.1 = column.unwrap_or(place.1);
                            let kind = attribute(&start, "t");
                            plain = kind.as_deref().is_none_or(|kind| kind == "n");
                            common = kind.is_some_and(|kind| kind == "s");
                            let style = number("s").and_then(|style| formats.get(style as usize).copied());
                            let style = style.unwrap_or_default();
                            form = style.form;
                            if style.hides {
                                sheet.faint.insert(place);
                            }
                        }
                        "v" => value = plain || common,
                        _ => {}
                    }
                }
                Event::Text(words) if value && common => {
                    if let Ok(number) = words.xml10_content().trim().parse::<usize>() {
                        sheet.strings.insert(number);
                        sheet.instead.extend(strings.marked(number).map(|said| (place, said.to_owned())));
                    }
                }
                Event::Text(words) if value => {
                    let number = words.xml10_content();
                    sheet.formatted |= form;
                    let digits = number.split(['e', 'E']).next().unwrap_or_default();
                    if digits.bytes().filter(u8::is_ascii_digit).count() > 15 && !form {
                        sheet.instead.insert(place, number.trim().to_owned());
                    }
                }
                Event::Text(words) if margin => sheet.margins.push_str(&words.xml10_content()),
                Event::GeneralRef(sign) if margin => sheet.margins.push_str(&character(&sign)),
                Event::Text(words) => formula.push_str(&words.xml10_content()),
                Event::GeneralRef(sign) => formula.push_str(&character(&sign)),
                Event::End(end) => {
                    let said = std::mem::take(&mut formula);
                    match end.local_name().as_ref() {
                        "f" => {
                            let cell = format!("{}{}", column_letters(place.1), place.0.saturating_add(1));
                            if !said.trim().is_empty() {
                                archive.apart.add("formula", &format!("{cell} = {said}"));
                            }
                        }
                        name @ ("formula" | "formula1" | "formula2") => archive.apart.add(name, &said),
                        _ => {}
                    }
                    value = false;
                    if std::mem::take(&mut margin) && !sheet.margins.is_empty() {
                        sheet.margins.push('\n');
                    }
                    if end.local_name().as_ref() == "c" {
                        place.1 = place.1.saturating_add(1);
                    }
                }
                Event::Eof => return Ok(sheet),
                _ => {}
            }
        }
    }

    fn hides(&self, (row, column): (u32, u32)) -> bool {
        self.rows.contains(&row) || self.columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Rows and runs of columns that it hides.
    fn count(&self) -> u32 {
        u32::try_from(self.rows.len() + self.columns.len()).unwrap_or(u32::MAX)
    }
}

/// The number, from 0, of the column of a place such as `AB12`.
fn column(place: &str) -> u32 {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).map(|letter| u32::from(letter & 31));
    letters.fold(0_u32, |all, letter| all.saturating_mul(26).saturating_add(letter)).saturating_sub(1)
}

fn said(cell: Data) -> String {
    match &cell {
        // An hour of no day is counted from a day that nobody means.
        Data::DateTime(at) if at.is_duration() || (0.0..1.0).contains(&at.as_f64()) => hours(at.as_f64()),
        Data::DateTime(at) => match at.as_datetime() {
            // A day alone has no hour.
            Some(at) => at.to_string().trim_end_matches(" 00:00:00").to_owned(),
            None => cell.to_string(),
        },
        _ => cell.to_string(),
    }
}

/// So many days, as hours and minutes: `36:00`; with seconds where there are any.
fn hours(days: f64) -> String {
    let thousandths = (days.abs() * 86_400_000.0).round() as u64;
    let (seconds, rest) = (thousandths / 1000, thousandths % 1000);
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let sign = if days < 0.0 { "-" } else { "" };
    match (seconds, rest) {
        (0, 0) => format!("{sign}{hours}:{minutes:02}"),
        (_, 0) => format!("{sign}{hours}:{minutes:02}:{seconds:02}"),
        _ => format!("{sign}{hours}:{minutes:02}:{seconds:02}.{rest:03}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_so_many_hours_and_no_day() {
        for (days, shown) in [
            (1.5, "36:00"),
            (0.5, "12:00"),
            (0.0, "0:00"),
            (-0.25, "-6:00"),
            (1.0 / 86_400.0, "0:00:01"),
            (1.5 / 86_400.0, "0:00:01.500"),
            (0.999_999_999, "24:00"),
        ] {
            assert_eq!(hours(days), shown);
        }
    }
}
