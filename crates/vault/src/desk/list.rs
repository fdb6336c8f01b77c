use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use label::Level;
use rusqlite::types::Value;
use rusqlite::{ToSql, params_from_iter};

use super::document::{level_code, listed, stored};
use super::{Desk, DeskError, Listed, search};
use crate::{ClassId, DossierKey};

/// The most rows of one page.
const MAX_PAGE: usize = 1000;

/// What to list: documents that meet all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, beginnings of words and "quoted phrases", as a person types them; all must occur in title, subject, reference
    /// or originator, whatever the case and accents. Text without a letter or digit asks for nothing in particular.
    pub text: Option<String>,
    /// Of this level only.
    pub level: Option<Level>,
    /// In this dossier only.
    pub dossier: Option<DossierKey>,
    /// Of these classes only.
    pub classes: Option<BTreeSet<ClassId>>,
    /// At most this many rows, and never more than 1,000.
    pub limit: usize,
    /// Go on after the page that gave this.
    pub after: Option<Cursor>,
}

/// One page: the latest filed first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The documents of this page.
    pub rows: Vec<Listed>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many documents meet the query, over all pages.
    pub total: u64,
}

/// Where a page ends. As text it may be handed to a window and taken back: any text that parses is harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor(u64);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is no [`Cursor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the end of a page")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;
    fn from_str(text: &str) -> Result<Cursor, NotACursor> {
        text.parse().map(Cursor).map_err(|_| NotACursor)
    }
}

impl Desk {
    /// Returns one page of what the officer may see, and how many there are in all.
    ///
    /// # Errors
    /// [`DeskError::Altered`]. Never because of what was typed.
    pub fn list(&self, query: &Query) -> Result<Listing, DeskError> {
        let limit = query.limit.clamp(1, MAX_PAGE);
        let conditions = Conditions::of(query);
        let mut rows = self.page(&conditions, query.after, limit)?;
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|row| Cursor(row.entry)) } else { None };
        Ok(Listing { rows, next, total: self.total(&conditions)? })
    }

    /// One row more than `limit`, if there is one.
    fn page(&self, conditions: &Conditions, after: Option<Cursor>, limit: usize) -> Result<Vec<Listed>, DeskError> {
        let mut conditions = conditions.clone();
        if let Some(Cursor(entry)) = after {
            // The index that finds is also the one that orders.
            let key = if conditions.searches { "words.rowid" } else { "documents.entry" };
            conditions.add(&format!("{key} < ?"), stored(entry).into());
        }
        let from = if conditions.searches { "words CROSS JOIN documents ON documents.entry = words.rowid" } else { "documents" };
        let order = if conditions.searches { "words.rowid" } else { "documents.entry" };
        let sql = format!(
            "SELECT documents.* FROM {from} WHERE {} ORDER BY {order} DESC LIMIT {}",
            conditions.sql,
            limit + 1
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(conditions.values()), listed)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn total(&self, conditions: &Conditions) -> Result<u64, DeskError> {
        let from = match (conditions.searches, conditions.filters) {
            (false, _) => "documents",
            (true, false) => "words",
            (true, true) => "words CROSS JOIN documents ON documents.entry = words.rowid",
        };
        let sql = format!("SELECT count(*) FROM {from} WHERE {}", conditions.sql);
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row(params_from_iter(conditions.values()), |row| super::document::number(row, 0))?)
    }
}

/// The `WHERE` of a query. Only values come from outside, never SQL.
#[derive(Clone)]
struct Conditions {
    sql: String,
    values: Vec<Value>,
    searches: bool,
    filters: bool,
}

impl Conditions {
    fn of(query: &Query) -> Conditions {
        let mut all = Conditions { sql: "TRUE".to_owned(), values: Vec::new(), searches: false, filters: false };
        if let Some(question) = query.text.as_deref().and_then(search::question) {
            all.add("words MATCH ?", question.into());
            all.searches = true;
        }
        if let Some(level) = query.level {
            all.filter("documents.level = ?", level_code(level).into());
        }
        if let Some(dossier) = &query.dossier {
            all.filter("documents.dossier_key = ?", dossier.as_str().to_owned().into());
        }
        if let Some(classes) = &query.classes {
            let names: Vec<&str> = classes.iter().map(ClassId::as_str).collect();
            let names = serde_json::to_string(&names).unwrap_or_else(|_| "[]".to_owned());
            all.filter("documents.class IN (SELECT value FROM json_each(?))", names.into());
        }
        all
    }

    fn filter(&mut self, sql: &str, value: Value) {
        self.add(sql, value);
        self.filters = true;
    }

    fn add(&mut self, sql: &str, value: Value) {
        self.sql.push_str(" AND ");
        self.sql.push_str(sql);
        self.values.push(value);
    }

    fn values(&self) -> impl Iterator<Item = &dyn ToSql> {
        self.values.iter().map(|value| value as &dyn ToSql)
    }
}
