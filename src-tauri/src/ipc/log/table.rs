//! The log as a table in a file, for further work elsewhere.

use std::io::{self, Write};
use std::path::Path;

use vault::{LogFilter, LogRow, Session, harmless};
use words::Lang;

use crate::problem::Problem;
use crate::written::{failed, fill_new};

/// Whole or not at all, for its owner alone.
pub fn write(
    path: &Path,
    session: &mut Session,
    filter: &LogFilter,
    lang: Lang,
    goes_on: &dyn Fn() -> bool,
) -> Result<u64, Problem> {
    let failed = |source: io::Error| failed(path, source);
    fill_new(path, |file| {
        let mut table = Table::new(io::BufWriter::new(file), lang).map_err(failed)?;
        let rows = session.whole_log(filter, &mut |row| {
            // A window that is locked writes nothing more.
            if goes_on() { table.row(row).map_err(failed) } else { Err(Problem::locked()) }
        })?;
        table.end().map_err(failed)?;
        Ok(rows)
    })
}

/// A table as RFC 4180 has it, in UTF-8.
struct Table<W: Write> {
    into: W,
    lang: Lang,
}

impl<W: Write> Table<W> {
    fn new(mut into: W, lang: Lang) -> io::Result<Self> {
        // By this a spreadsheet knows that it is UTF-8.
        into.write_all("\u{feff}".as_bytes())?;
        let mut table = Self { into, lang };
        let heads =
            ["log-index", "log-at", "log-officer", "log-action", "log-subject", "documents-title", "log-detail"];
        let heads = heads.map(|column| words::say(lang, &format!("ui-{column}"), &[]));
        table.line(&heads)?;
        Ok(table)
    }

    fn row(&mut self, row: &LogRow) -> io::Result<()> {
        let lang = self.lang;
        let say = |key: &str, named: &[(&str, &str)]| words::has(key).then(|| words::say(lang, key, named));
        let about = row.about.as_ref();
        let subject = about.and_then(|about| about.shown.clone()).unwrap_or_else(|| row.subject.clone());
        let title = about.and_then(|about| about.title.clone()).unwrap_or_default();
        let line = [
            row.index.to_string(),
            label::time::to_the_second(row.at),
            row.officer.to_string(),
            said(self.lang, "ui-act", &row.action),
            subject,
            title,
            row.details(say, |label, values| words::say(lang, "ui-file-value", &[("name", label), ("label", values)])),
        ];
        self.line(&line)
    }

    fn line(&mut self, cells: &[String]) -> io::Result<()> {
        let line: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        write!(self.into, "{}\r\n", line.join(","))
    }

    fn end(mut self) -> io::Result<()> {
        self.into.flush()
    }
}

/// A cell. What officers wrote is text, whatever it begins with: a spreadsheet is not to calculate with it.
fn quoted(cell: &str) -> String {
    format!("\"{}\"", harmless(cell).replace('"', "\"\""))
}

/// A code in words, or the code where no catalogue has it.
fn said(lang: Lang, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}-{}", code.replace('_', "-"));
    if words::has(&key) { words::say(lang, &key, &[]) } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        assert_eq!(quoted("plain"), "\"plain\"");
        assert_eq!(quoted("a \"quoted\", b"), "\"a \"\"quoted\"\", b\"");
        for formula in ["=1+1", "+32 2", "-1", "@sum", "\tx"] {
            assert_eq!(quoted(formula), format!("\"'{formula}\""));
        }
    }
}
