//! Pages of the file.

use rusqlite::{Connection, named_params};

use super::IndexError;

/// Bytes of a page.
pub(super) const PAGE: usize = 1024;
/// The longest value that free pages are overwritten with, in bytes.
const MOST_AT_ONCE: i64 = 900 << 20;

/// Under which names zeros stand for as long as free pages are overwritten with them.
const ZEROS: &str = "zeros";

/// Overwrites all pages that nothing is on. While much is written, pages that are freed keep what was on them: what is
/// removed may be there as well as where it was last.
///
/// The zeros stand in a table that is always there. A table of their own would change the schema, and another process that
/// waits to change the index then reads the schema again in the middle of its change: where that is while a full-text table is
/// opened for the first time, SQLite finds no tables at all.
pub(super) fn overwrite_free_pages(connection: &Connection) -> Result<(), IndexError> {
    let free: i64 = connection.pragma_query_value(None, "freelist_count", |row| row.get(0))?;
    if free == 0 {
        return Ok(());
    }
    let mut put = connection.prepare("INSERT INTO memory (name, value) VALUES (:name, zeroblob(:length))")?;
    // A little longer than all of them: only of the last page that it takes does something stay, and that one is new.
    let mut left = (free + 8) * PAGE as i64;
    while left > 0 {
        let length = left.min(MOST_AT_ONCE);
        put.execute(named_params! { ":name": format!("{ZEROS}-{left}"), ":length": length })?;
        left -= length;
    }
    drop(put);
    connection
        .execute("DELETE FROM memory WHERE name LIKE :zeros", named_params! { ":zeros": format!("{ZEROS}-%") })?;
    Ok(())
}
