//! What a command returns: one JSON object for scripts, a table or sentences for a person.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use serde_json::Value;

/// The outcome of a command that worked.
pub struct Shown {
    pub json: Value,
    pub human: Human,
    /// Usually 0; `label check` tells an invalid label by its status as well.
    pub exit: u8,
}

pub enum Human {
    Text(String),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
        empty: String,
        /// What is to be said below it.
        note: String,
    },
    /// Already written to standard output, or nothing to say.
    Nothing,
}

impl Shown {
    pub fn text(json: Value, text: impl Into<String>) -> Shown {
        Shown { json, human: Human::Text(text.into()), exit: 0 }
    }

    pub fn table(json: Value, head: Vec<String>, rows: Vec<Vec<String>>, empty: String) -> Shown {
        Shown { json, human: Human::Table { head, rows, empty, note: String::new() }, exit: 0 }
    }

    /// The same table, with something said below it.
    #[must_use]
    pub fn noted(mut self, said: String) -> Shown {
        if let Human::Table { note, .. } = &mut self.human {
            *note = said;
        }
        self
    }

    /// # Errors
    /// When standard output is closed.
    pub fn print(&self, json: bool, out: &mut dyn Write) -> io::Result<()> {
        match (&self.human, json) {
            (Human::Nothing, true) if self.json.is_null() => Ok(()),
            (_, true) => writeln!(out, "{}", self.json),
            (Human::Nothing, false) => Ok(()),
            (Human::Text(text), false) => {
                let there = io::stdout().is_terminal();
                let text = if there { Cow::Owned(on_a_terminal(text)) } else { Cow::Borrowed(text.as_str()) };
                out.write_all(text.as_bytes())?;
                if text.ends_with('\n') || text.is_empty() { Ok(()) } else { writeln!(out) }
            }
            (Human::Table { rows, empty, .. }, false) if rows.is_empty() => writeln!(out, "{empty}"),
            (Human::Table { head, rows, note, .. }, false) => {
                table(head, rows, out)?;
                out.write_all(note.as_bytes())?;
                if note.ends_with('\n') || note.is_empty() { Ok(()) } else { writeln!(out) }
            }
        }
    }
}

/// A text without what a terminal would obey: control characters, those of eight bits too, and marks that turn the direction
/// stand as `·`. What ends a line, and tabs, stay.
pub fn on_a_terminal(text: &str) -> String {
    let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace("\r\n", "\n").chars().map(|c| if obeyed(c) || turns(c) { '·' } else { c }).collect()
}

/// What somebody wrote, among lines of ours: its further lines stand behind a bar, so that none of them passes for one of ours.
pub fn within(written: &str) -> Cow<'_, str> {
    let ends = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    if !written.contains(ends) {
        return Cow::Borrowed(written);
    }
    const BAR: &str = "    │ ";
    // What was put behind the bar already is not put there twice.
    let lines = written.split(ends).map(|line| line.strip_prefix(BAR).unwrap_or(line));
    let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
    Cow::Owned(lines.join(&format!("\n{BAR}")))
}

/// Columns as wide as their widest cell, at most 60 characters; what is longer stands whole, because a marking that is cut
/// says something else. Control characters, and marks that turn the direction, are shown as `·`.
fn table(head: &[String], rows: &[Vec<String>], out: &mut dyn Write) -> io::Result<()> {
    const WIDEST: usize = 60;
    let clean = |cell: &str| on_a_terminal(cell).replace(['\n', '\t'], "·");
    let all: Vec<Vec<String>> = std::iter::once(head)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|r| r.iter().map(|c| clean(c)).collect())
        .collect();
    let width = |column: usize| {
        all.iter().filter_map(|r| r.get(column)).map(|c| c.chars().count().min(WIDEST)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    for (number, row) in all.iter().enumerate() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.chars().count()) + 2));
        }
        writeln!(out, "{}", line.trim_end())?;
        if number == 0 {
            let rule: Vec<String> = widths.iter().map(|w| "─".repeat(*w)).collect();
            writeln!(out, "{}", rule.join("  "))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_passes_for_no_line_of_ours() {
        assert_eq!(within("one line"), "one line");
        assert_eq!(within("ok\r\n\n01/01/2026  rik  Note\u{2028}x"), "ok\n    │ 01/01/2026  rik  Note\n    │ x");
        assert_eq!(within(&within("a\nb")), "a\n    │ b");
    }

    #[test]
    fn a_table_lines_up_and_shows_no_control_characters() {
        let shown = Shown::table(
            Value::Null,
            vec!["id".into(), "title".into()],
            vec![vec!["a".into(), "one\ntwo\u{202e}".into()], vec!["long".into(), "x".into()]],
            String::new(),
        );
        let mut out = Vec::new();
        shown.print(false, &mut out).expect("a vector takes everything");
        assert_eq!(String::from_utf8_lossy(&out), "id    title\n────  ────────\na     one·two·\nlong  x\n");
    }
}
