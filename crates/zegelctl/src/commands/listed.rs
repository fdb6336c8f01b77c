//! `doc file --list`: many files, and in a table what is said of each. All of them are registered, or none.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use label::Policy;
use serde_json::Value;
use vault::{
    DossierId, ExitClass, FilingFailed, FilingResult, Flow, Folders, LeftOut, Marking, NewDocument, Scans, Source,
    WhyLeftOut, pick, title_of, today, written_day,
};

use super::filing::{File, in_all, marking_of, typed_marking, warn_of_unreadable};
use crate::context::{Context, now};
use crate::ids::known;
use crate::problem::{Problem, printable};
use crate::shown::Shown;
use crate::{input, interrupt};

/// A list of so many files is long: each has a row.
const LONGEST: u64 = 8 << 20;
/// Rows, as many as one entry of the log after the other takes in one go.
const MOST_ROWS: usize = 2000;

/// What may stand in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Path,
    Title,
    Subject,
    Date,
    Originator,
    Paper,
    Dossier,
    Policy,
    Marking,
    Rel,
    Category,
    Motive,
}

impl Column {
    const ALL: [Column; 12] = [
        Column::Path,
        Column::Title,
        Column::Subject,
        Column::Date,
        Column::Originator,
        Column::Paper,
        Column::Dossier,
        Column::Policy,
        Column::Marking,
        Column::Rel,
        Column::Category,
        Column::Motive,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Column::Path => "path",
            Column::Title => "title",
            Column::Subject => "subject",
            Column::Date => "date",
            Column::Originator => "originator",
            Column::Paper => "paper",
            Column::Dossier => "dossier",
            Column::Policy => "policy",
            Column::Marking => "marking",
            Column::Rel => "rel",
            Column::Category => "category",
            Column::Motive => "motive",
        }
    }

    fn of(name: &str) -> Option<Column> {
        Column::ALL.into_iter().find(|column| column.as_str() == name)
    }
}

/// One file of the list.
#[derive(Debug, Default, PartialEq, Eq)]
struct Row {
    /// As a person counts: in a table from the row below the heading, which is 2; in TOML from 1.
    number: usize,
    cells: BTreeMap<Column, String>,
}

impl Row {
    /// What stands in it; an empty cell is none.
    fn cell(&self, column: Column) -> Option<&str> {
        self.cells.get(&column).map(String::as_str).filter(|text| !text.is_empty())
    }

    fn wrong(&self, column: Column, problem: Problem) -> Problem {
        problem.in_row(self.number, Some(column.as_str()))
    }
}

/// Registers the files of a list.
///
/// # Errors
/// Of a row, with its number and its column; then nothing of the list is in the vault.
pub fn file(path: &Path, file: &File, context: &mut Context) -> Result<Shown, Problem> {
    let rows = rows(path)?;
    let now = now();
    let common = match (&file.label, &file.level) {
        (None, None) => None,
        _ => Some(marking_of(file, now)?),
    };
    let paths: Vec<PathBuf> = rows.iter().map(|row| beside(path, row)).collect::<Result<_, Problem>>()?;
    let made = |(row, path): (&Row, &PathBuf)| document(row, path, file, common.as_ref(), now);
    let mut batch: Vec<NewDocument> = rows.iter().zip(&paths).map(made).collect::<Result<_, Problem>>()?;
    // Looked at as one picks them: what is no file, cannot be read or stands there twice.
    let picked = pick(&paths, Folders::LeftOut, MOST_ROWS);
    if let Some(LeftOut { path, why }) = picked.left_out.first() {
        // Of a file that stands there twice, it is the second that is too much.
        let at = match why {
            WhyLeftOut::Twice { .. } => paths.iter().rposition(|named| named == path),
            WhyLeftOut::Irregular(_)
            | WhyLeftOut::Empty
            | WhyLeftOut::InVault
            | WhyLeftOut::TooDeep
            | WhyLeftOut::TooMany { .. }
            | WhyLeftOut::Unreadable { .. } => paths.iter().position(|named| named == path),
        };
        let problem = left_out(path, why);
        return Err(match at.and_then(|at| rows.get(at)) {
            Some(row) => row.wrong(Column::Path, problem),
            None => problem,
        });
    }
    for (new, file) in batch.iter_mut().zip(picked.files) {
        new.source = Source::Path(file.path);
    }
    // Anyone who is asked for a passphrase may still end everything.
    context.session()?;
    let _by_pieces = interrupt::by_pieces();
    let bar = context.bar(batch.len() as u64);
    let session = context.session()?;
    session.read_scans(file.scans());
    let filed = session.file_documents_together(batch, &mut |progress| {
        bar.set_position(progress.document as u64);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    // Of this command alone.
    session.read_scans(Scans::Now);
    bar.finish_and_clear();
    let mut filed = filed.map_err(|failed| none_filed(*failed, &rows, &paths))?;
    warn_of_unreadable(&mut filed, &paths);
    Ok(in_all(&filed, &paths, context))
}

/// Why none of them is in: at which row, and at which of its columns where one is to blame.
fn none_filed(failed: FilingFailed, rows: &[Row], paths: &[PathBuf]) -> Problem {
    let FilingFailed { filed, document, error } = failed;
    let _: Vec<FilingResult> = filed;
    if matches!(error, vault::Error::Cancelled) {
        return with_none(Problem::new("filing_none", ExitClass::Failed), paths);
    }
    let column = column_of(&error);
    let problem = with_none(Problem::from(error), paths);
    match document.and_then(|n| Some((rows.get(n)?, paths.get(n)?))) {
        Some((row, path)) => {
            let problem = if column == Some(Column::Path) { problem.about(path) } else { problem };
            problem.in_row(row.number, column.map(Column::as_str))
        }
        None => problem,
    }
}

/// For scripts: that nothing is in.
fn with_none(mut problem: Problem, paths: &[PathBuf]) -> Problem {
    let more = &mut problem.beside.more;
    more.insert("documents".to_owned(), Value::Array(Vec::new()));
    more.insert("filed".to_owned(), Value::from(0));
    more.insert("not_filed".to_owned(), Value::from(paths.len()));
    problem
}

/// The column that an error is about.
fn column_of(error: &vault::Error) -> Option<Column> {
    use vault::Error;
    match error {
        Error::NotFound { kind: "dossier", .. } | Error::Ambiguous { .. } => Some(Column::Dossier),
        Error::Marking { .. } => Some(Column::Marking),
        Error::NotAFile { .. } | Error::Io { .. } => Some(Column::Path),
        Error::Missing { field }
        | Error::TooLong { field, .. }
        | Error::TooShort { field, .. }
        | Error::Character { field, .. }
        | Error::Malformed { field }
        | Error::ImplausibleDate { field, .. } => Column::of(field),
        _ => None,
    }
}

fn left_out(path: &Path, why: &WhyLeftOut) -> Problem {
    match why {
        WhyLeftOut::Irregular(what) => Problem::given(path, vault::GivenError::NotAFile(*what)),
        WhyLeftOut::Empty | WhyLeftOut::TooDeep => {
            Problem::given(path, vault::GivenError::NotAFile(vault::Irregular::Folder))
        }
        WhyLeftOut::InVault => Problem::from(vault::Error::InVault),
        WhyLeftOut::TooMany { most } => Problem::value("too_many_files").with("most", most.to_string()),
        WhyLeftOut::Unreadable { kind, number } => Problem::file(path, &vault::system(*kind, *number)),
        WhyLeftOut::Twice { first } => Problem::value("listed_twice").with("path", printable(first)),
    }
}

/// A path counts from the folder that the list lies in, wherever the command is given.
fn beside(list: &Path, row: &Row) -> Result<PathBuf, Problem> {
    let missing = || row.wrong(Column::Path, Problem::value("list_cell_missing"));
    let path = row.cell(Column::Path).map(Path::new).ok_or_else(missing)?;
    let folder = if input::is_standard(list) { None } else { list.parent() };
    input::document_path(path).map_err(|problem| row.wrong(Column::Path, problem))?;
    Ok(folder.map_or_else(|| path.to_owned(), |folder| folder.join(path)))
}

/// What a row says, and where it says nothing, what the command says of all.
fn document(
    row: &Row,
    path: &Path,
    file: &File,
    common: Option<&Marking>,
    now: DateTime<Utc>,
) -> Result<NewDocument, Problem> {
    let text = |column, of_all: &str| row.cell(column).unwrap_or(of_all).to_owned();
    let dossier = row.cell(Column::Dossier).or(file.dossier.as_deref());
    let dossier = dossier.ok_or_else(|| row.wrong(Column::Dossier, Problem::value("list_cell_missing")))?;
    let dossier = known::<DossierId>(dossier).map_err(|problem| row.wrong(Column::Dossier, problem))?;
    let date = match row.cell(Column::Date) {
        Some(typed) => day(row, typed)?,
        None => file.about.date.unwrap_or_else(|| today(now)),
    };
    let title = match row.cell(Column::Title) {
        Some(title) => title.to_owned(),
        None => title_of(path),
    };
    let motive = row.cell(Column::Motive).map(str::to_owned).or_else(|| file.about.motive.clone());
    Ok(NewDocument {
        source: Source::Path(path.to_owned()),
        dossier,
        marking: marking(row, file, common, now)?,
        title,
        subject: text(Column::Subject, &file.about.subject),
        originator: text(Column::Originator, &file.about.originator),
        paper: text(Column::Paper, &file.about.paper),
        date,
        finalised: file.finalised,
        file_name: None,
        topics: file.about.topics.clone(),
        motive,
        sources: Vec::new(),
    })
}

fn day(row: &Row, typed: &str) -> Result<NaiveDate, Problem> {
    written_day(typed).map_err(|_| row.wrong(Column::Date, Problem::value("list_day").with("value", typed)))
}

/// A row that has a marking of its own has all of it: nothing of what is said for all is added to it.
fn marking(row: &Row, file: &File, common: Option<&Marking>, now: DateTime<Utc>) -> Result<Marking, Problem> {
    let Some(level) = row.cell(Column::Marking) else {
        if let Some(alone) =
            [Column::Policy, Column::Rel, Column::Category].into_iter().find(|c| row.cell(*c).is_some())
        {
            return Err(row.wrong(alone, Problem::value("list_no_marking")));
        }
        return common.cloned().ok_or_else(|| row.wrong(Column::Marking, Problem::value("list_cell_missing")));
    };
    let policy = match row.cell(Column::Policy) {
        Some(name) => {
            let unknown = || row.wrong(Column::Policy, Problem::value("unknown_policy").with("policy", name));
            Policy::builtin(name).map(|policy| policy.name().to_owned()).ok_or_else(unknown)?
        }
        None => file.policy.clone(),
    };
    let categories: Vec<String> = row.cell(Column::Category).map(several).unwrap_or_default();
    let rel = row.cell(Column::Rel);
    // Nobody but its own: written out, since an empty cell says nothing.
    let rel = rel.map(|rel| if rel == "-" { "" } else { rel });
    typed_marking(&policy, level, rel, &categories, now).map_err(|problem| row.wrong(Column::Marking, problem))
}

/// Of several values of one cell: a comma stands in values too.
fn several(cell: &str) -> Vec<String> {
    cell.split([';', '|']).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

/// Reads a list: a table with a heading, or TOML with a `[[document]]` for each file.
fn rows(path: &Path) -> Result<Vec<Row>, Problem> {
    let bytes = input::read_limited(path, LONGEST)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Problem::value("list_not_utf8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_toml = path.extension().is_some_and(|ending| ending == "toml") || text.trim_start().starts_with("[[");
    let rows = if is_toml { of_toml(text)? } else { of_table(text)? };
    if rows.is_empty() {
        return Err(Problem::value("list_empty"));
    }
    if rows.len() > MOST_ROWS {
        return Err(Problem::value("too_many_files").with("most", MOST_ROWS.to_string()));
    }
    Ok(rows)
}

fn of_table(text: &str) -> Result<Vec<Row>, Problem> {
    let heading = text.lines().next().unwrap_or_default();
    // Spreadsheets of these countries write semicolons.
    let delimiter = [b';', b'\t', b','].into_iter().find(|sign| heading.as_bytes().contains(sign)).unwrap_or(b',');
    if let Some(number) = misquoted(text, delimiter) {
        return Err(Problem::value("list_quote").in_row(number, None));
    }
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).trim(csv::Trim::All).flexible(true);
    let mut records = reader.from_reader(text.as_bytes()).into_records();
    let torn = |number| move |error: csv::Error| Problem::value("list_torn").detailed(error).in_row(number, None);
    let Some(heading) = records.next().transpose().map_err(torn(1))? else { return Ok(Vec::new()) };
    let mut columns: Vec<Column> = Vec::with_capacity(heading.len());
    for name in &heading {
        let column = column(&name.to_lowercase()).map_err(|problem| problem.in_row(1, Some(name)))?;
        if columns.contains(&column) {
            return Err(Problem::value("list_column_twice").in_row(1, Some(name)));
        }
        columns.push(column);
    }
    let mut rows = Vec::new();
    for (number, record) in (2..).zip(records) {
        let record = record.map_err(torn(number))?;
        // An empty line at the end is none.
        if record.iter().all(str::is_empty) {
            continue;
        }
        if record.len() > columns.len() {
            let problem = Problem::value("list_too_many_cells").with("most", columns.len().to_string());
            return Err(problem.in_row(number, None));
        }
        let cells = columns.iter().copied().zip(record.iter().map(str::to_owned)).collect();
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// The row, as rows are counted, in which a cell begins with a quotation mark and does not end as RFC 4180 has it: with another,
/// and the sign between cells or the end of the line behind it. A reader that takes all it can would swallow the rows below.
fn misquoted(text: &str, delimiter: u8) -> Option<usize> {
    let mut bytes = text.bytes().peekable();
    // Rows are counted as the reader counts them: empty lines are none.
    let (mut row, mut empty, mut begins) = (1, true, true);
    while let Some(byte) = bytes.next() {
        match byte {
            b'\n' => {
                row += usize::from(!empty);
                (empty, begins) = (true, true);
            }
            b'\r' => {}
            b'"' if begins => {
                (empty, begins) = (false, false);
                loop {
                    match bytes.next() {
                        None => return Some(row),
                        Some(b'"') if bytes.peek() == Some(&b'"') => drop(bytes.next()),
                        Some(b'"') => break,
                        Some(_) => {}
                    }
                }
                while bytes.peek().is_some_and(|next| matches!(next, b' ' | b'\t') && *next != delimiter) {
                    bytes.next();
                }
                if bytes.peek().is_some_and(|next| *next != delimiter && !matches!(next, b'\r' | b'\n')) {
                    return Some(row);
                }
            }
            other => (empty, begins) = (false, other == delimiter),
        }
    }
    None
}

fn of_toml(text: &str) -> Result<Vec<Row>, Problem> {
    let torn = |error: toml::de::Error| Problem::value("list_torn").detailed(error);
    let table: toml::Table = toml::from_str(text).map_err(torn)?;
    let mut rows = Vec::new();
    for (name, value) in table {
        let documents = match value {
            toml::Value::Array(documents) if name == "document" => documents,
            // `[document]`, or `document = …`: one of them, not written as one of several.
            _ if name == "document" => return Err(Problem::value("list_not_several")),
            _ => return Err(Problem::value("list_column_unknown").with("column", name).with("known", "[[document]]")),
        };
        for (number, document) in (1..).zip(documents) {
            let toml::Value::Table(cells) = document else {
                return Err(Problem::value("list_torn").in_row(number, None));
            };
            let mut row = Row { number, ..Row::default() };
            for (name, value) in cells {
                let column = column(&name).map_err(|problem| problem.in_row(number, Some(&name)))?;
                let text = cell(value).ok_or_else(|| row.wrong(column, Problem::value("list_cell_kind")))?;
                row.cells.insert(column, text);
            }
            rows.push(row);
        }
    }
    Ok(rows)
}

/// A value of TOML as it would stand in a table: text, a day, or several texts.
fn cell(value: toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.trim().to_owned()),
        toml::Value::Datetime(day) => Some(day.to_string()),
        toml::Value::Array(values) => {
            let texts: Option<Vec<String>> =
                values.into_iter().map(|value| value.as_str().map(str::to_owned)).collect();
            texts.map(|texts| texts.join(";"))
        }
        toml::Value::Integer(_) | toml::Value::Float(_) | toml::Value::Boolean(_) | toml::Value::Table(_) => None,
    }
}

fn column(name: &str) -> Result<Column, Problem> {
    let known = || Column::ALL.map(Column::as_str).join(", ");
    Column::of(name.trim())
        .ok_or_else(|| Problem::value("list_column_unknown").with("column", name.trim()).with("known", known()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(row: &Row) -> Vec<(&'static str, &str)> {
        row.cells.iter().map(|(column, text)| (column.as_str(), text.as_str())).collect()
    }

    #[test]
    fn a_table_is_read_whatever_divides_its_cells() {
        for sign in [",", ";", "\t"] {
            let text =
                "path,title\na.txt,\"One, two; three\"\n\nb.txt,\n".replace("path,title", &format!("path{sign}title"));
            let text = text.replace("a.txt,", &format!("a.txt{sign}")).replace("b.txt,", &format!("b.txt{sign}"));
            let rows = of_table(&text).expect("it is a table");
            assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 3]);
            assert_eq!(rows.first().map(cells), Some(vec![("path", "a.txt"), ("title", "One, two; three")]));
            assert_eq!(rows.last().and_then(|row| row.cell(Column::Title)), None, "an empty cell says nothing");
        }
    }

    #[test]
    fn toml_says_the_same() {
        let text = "[[document]]\npath = 'a.txt'\ndate = 2026-03-04\ncategory = ['ORCON', 'Handling=EYES ONLY']\n";
        let rows = of_toml(text).expect("it is TOML");
        let expected = vec![("path", "a.txt"), ("date", "2026-03-04"), ("category", "ORCON;Handling=EYES ONLY")];
        assert_eq!(rows.iter().map(cells).collect::<Vec<_>>(), [expected]);
    }

    #[test]
    fn what_is_wrong_names_its_row_and_its_column() {
        let told = |problem: Problem| (problem.code, problem.beside.row);
        for (text, code, row, column) in [
            ("path,tittle\n", "list_column_unknown", 1, Some("tittle")),
            ("path,Title,title\n", "list_column_twice", 1, Some("title")),
            ("path\na,b\n", "list_too_many_cells", 2, None),
            // The rest of the list would have been a part of this cell.
            ("path,motive\na,\"because\nb,x\nc,y\n", "list_quote", 2, None),
            ("path,motive\n\na,\"one\nline\"\nb,\"x\nc,y\"z\n", "list_quote", 3, None),
            ("path\n\"a", "list_quote", 2, None),
        ] {
            let problem = of_table(text).expect_err("it is wrong");
            assert_eq!(told(problem), (code.to_owned(), Some((row, column.map(str::to_owned)))), "{text}");
        }
        for text in ["[document]\npath = 'a'\n", "document = 'a'\n", "document = { path = 'a' }\n"] {
            assert_eq!(told(of_toml(text).expect_err("it is one")), ("list_not_several".to_owned(), None), "{text}");
        }
        let problem = of_toml("[[document]]\npath = 'a'\n[[document]]\npath = 3\n").expect_err("no number is a path");
        assert_eq!(told(problem), ("list_cell_kind".to_owned(), Some((2, Some("path".to_owned())))));
    }
}
