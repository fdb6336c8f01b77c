//! How values stand in columns.

use chrono::{DateTime, NaiveDate, Utc};
use label::Level;
use registry::ClassId;
use rusqlite::{Row, RowIndex};

/// A JSON array of classes, for `json_each`.
pub(super) fn list_of<'n>(classes: impl IntoIterator<Item = &'n ClassId>) -> String {
    texts_of(classes.into_iter().map(ClassId::as_str))
}

/// The same of other texts.
pub(super) fn texts_of<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let texts: Vec<&str> = texts.collect();
    serde_json::to_string(&texts).unwrap_or_else(|_| "[]".to_owned())
}

/// The bytes of a fingerprint; none where it is none, and then no row has it.
pub(super) fn unhex(text: &str) -> Vec<u8> {
    base16ct::lower::decode_vec(text).unwrap_or_default()
}

/// Numbers of entries and bytes stay far below 2^63; one that does not is kept as the largest that fits.
pub(super) fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn level_code(level: Level) -> i64 {
    match level {
        Level::Unclassified => 0,
        Level::Restricted => 1,
        Level::Confidential => 2,
        Level::Secret => 3,
        Level::TopSecret => 4,
    }
}

pub(super) fn level(code: i64) -> Option<Level> {
    let levels = [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];
    levels.into_iter().find(|level| level_code(*level) == code)
}

pub(super) fn number(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<u64> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|_| wrong())
}

pub(super) fn timestamp(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(row.get(column)?).ok_or_else(wrong)
}

/// A day, or none.
pub(super) fn day(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<NaiveDate>> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| wrong())).transpose()
}

pub(super) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| wrong())
}

/// A column that holds what nobody wrote there: becomes [`IndexError::Altered`].
pub(super) fn wrong() -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, String::new(), rusqlite::types::Type::Null)
}
