//! Names and texts that many rows share: written once, and read through a cache that lasts as long as one question.

use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension as _, Row, named_params};

use super::IndexError;
use super::values::wrong;

/// Which of the two tables.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum NameTable {
    /// Ids of classes, dossiers and officers.
    Name,
    /// What only those know who may see a document.
    Text,
}

/// What the numbers in rows stand for.
pub(super) struct Names<'c> {
    connection: &'c Connection,
    read: RefCell<HashMap<(NameTable, i64), Rc<str>>>,
}

impl<'c> Names<'c> {
    pub fn of(connection: &'c Connection) -> Names<'c> {
        Names { connection, read: RefCell::default() }
    }

    /// The name that a column stands for.
    pub fn name(&self, row: &Row<'_>, column: &str) -> rusqlite::Result<Rc<str>> {
        self.read(NameTable::Name, row.get(column)?)
    }

    /// The same, parsed.
    pub fn parsed<T: std::str::FromStr>(&self, row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
        self.name(row, column)?.parse().map_err(|_| wrong())
    }

    /// The text that a column stands for.
    pub fn text(&self, row: &Row<'_>, column: &str) -> rusqlite::Result<Rc<str>> {
        self.read(NameTable::Text, row.get(column)?)
    }

    fn read(&self, kind: NameTable, id: i64) -> rusqlite::Result<Rc<str>> {
        if let Some(known) = self.read.borrow().get(&(kind, id)) {
            return Ok(Rc::clone(known));
        }
        let sql = match kind {
            NameTable::Name => "SELECT name AS is_it FROM names WHERE name_id = :id",
            NameTable::Text => "SELECT text AS is_it FROM texts WHERE text_id = :id",
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let found: Option<String> =
            statement.query_row(named_params! { ":id": id }, |row| row.get("is_it")).optional()?;
        let found: Rc<str> = found.ok_or_else(wrong)?.into();
        self.read.borrow_mut().insert((kind, id), Rc::clone(&found));
        Ok(found)
    }
}

/// Numbers for names and texts, as long as one change lasts.
#[derive(Default)]
pub(super) struct Numbers {
    names: Known,
    texts: Known,
    /// The long texts that were asked for last, which are quicker to compare than to hash: labels repeat.
    long: RefCell<VecDeque<(String, i64)>>,
}

/// From how many bytes on a text is long.
const LONG: usize = 256;
/// How many long texts are compared.
const COMPARED: usize = 4;

/// Most names of a run were seen a moment ago.
type Known = RefCell<HashMap<String, i64>>;

impl Numbers {
    /// The number of a name, which it gets if it has none.
    pub fn name(&self, connection: &Connection, name: &str) -> Result<i64, IndexError> {
        number(&self.names, name, || {
            if let Some(id) = name_id(connection, name)? {
                return Ok(id);
            }
            let mut make = connection.prepare_cached("INSERT INTO names (name) VALUES (:name)")?;
            Ok(make.insert(named_params! { ":name": name })?)
        })
    }

    /// The number of a text, which it gets if it has none.
    pub fn text(&self, connection: &Connection, text: &str) -> Result<i64, IndexError> {
        if text.len() < LONG {
            return self.known_text(connection, text);
        }
        let last = self.long.borrow().iter().find(|(last, _)| last == text).map(|(_, id)| *id);
        if let Some(last) = last {
            return Ok(last);
        }
        let id = self.known_text(connection, text)?;
        let mut long = self.long.borrow_mut();
        long.push_front((text.to_owned(), id));
        long.truncate(COMPARED);
        Ok(id)
    }

    fn known_text(&self, connection: &Connection, text: &str) -> Result<i64, IndexError> {
        number(&self.texts, text, || {
            let digest = seal::sha256(text.as_bytes());
            let mut find = connection.prepare_cached("SELECT text_id FROM texts WHERE digest = :digest")?;
            let found = find.query_row(named_params! { ":digest": digest }, |row| row.get("text_id")).optional()?;
            if let Some(id) = found {
                return Ok(id);
            }
            let mut make = connection.prepare_cached("INSERT INTO texts (digest, text) VALUES (:digest, :text)")?;
            Ok(make.insert(named_params! { ":digest": digest, ":text": text })?)
        })
    }

    /// Texts were removed.
    pub fn forget(&self) {
        self.names.borrow_mut().clear();
        self.texts.borrow_mut().clear();
        self.long.borrow_mut().clear();
    }
}

fn number(known: &Known, name: &str, find: impl FnOnce() -> Result<i64, IndexError>) -> Result<i64, IndexError> {
    if let Some(known) = known.borrow().get(name) {
        return Ok(*known);
    }
    let id = find()?;
    known.borrow_mut().insert(name.to_owned(), id);
    Ok(id)
}

/// The number that a name has, if it has one.
pub(super) fn name_id(connection: &Connection, name: &str) -> Result<Option<i64>, IndexError> {
    let mut find = connection.prepare_cached("SELECT name_id FROM names WHERE name = :name")?;
    Ok(find.query_row(named_params! { ":name": name }, |row| row.get("name_id")).optional()?)
}

/// Removes the texts that no document has any more. They are overwritten.
pub(super) fn forget_texts(connection: &Connection) -> Result<(), IndexError> {
    connection.execute_batch(
        "DELETE FROM texts WHERE text_id NOT IN (
            SELECT dossier_id FROM documents UNION SELECT policy_id FROM documents UNION SELECT banner_id FROM documents
            UNION SELECT releasability_id FROM documents UNION SELECT label_id FROM documents
            UNION SELECT originator_id FROM documents UNION SELECT media_type_id FROM documents)",
    )?;
    Ok(())
}
