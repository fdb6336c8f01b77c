//! The line that a row of a table becomes.

use std::fmt::Write as _;

use super::super::table::column_letters;

/// The line of a row in the making.
#[derive(Default)]
pub(super) struct Row {
    last: Option<(u32, u32)>,
}

impl Row {
    /// A cell at its place, the row and the column from 0, that goes on for so many rows and columns.
    pub(super) fn cell(
        &mut self,
        text: &mut String,
        (row, column): (u32, u32),
        (rows, columns): (u32, u32),
        said: &str,
    ) {
        if said.is_empty() {
            return;
        }
        match self.last {
            Some((last, _)) if last != row => text.push('\n'),
            Some(_) => text.push('\t'),
            None => {}
        }
        let begins = self.last.is_none_or(|(last, _)| last != row);
        let next = if begins { 0 } else { self.last.map_or(0, |(_, last)| last.saturating_add(1)) };
        if begins {
            let _ = write!(text, "{}", row.saturating_add(1));
            if rows > 1 {
                let _ = write!(text, "\u{2013}{}", row.saturating_add(rows));
            }
            text.push_str(": ");
        }
        let last = column.saturating_add(columns.saturating_sub(1));
        if columns > 1 {
            let _ = write!(text, "{}\u{2013}{}= ", column_letters(column), column_letters(last));
        } else if column != next {
            let _ = write!(text, "{}= ", column_letters(column));
        }
        text.push_str(&said.replace('\n', " "));
        self.last = Some((row, last));
    }

    pub(super) fn end(&self, text: &mut String) {
        if self.last.is_some() {
            text.push('\n');
        }
    }
}
