//! Records of documents: of all that there are, also of those that the officer may not see. What a state is made of, kept
//! where the index is, so that both are as far as each other.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use registry::documents::{Copies, DocumentRecord, DocumentTable, Former, Replaced, TableError, Version, Withdrawn};
use registry::{ClassId, DocumentId, ObjectId};
use rusqlite::{OptionalExtension as _, Row, named_params};

use super::bound::bound;
use super::change::RecordAt;
use super::packed::{packed, unpacked};
use super::store::Store;
use super::values::{number, parsed, stored, wrong};
use super::{Change, Index, IndexError};

/// The table of an index. It stays valid as long as somebody has it.
pub struct Records {
    connection: Arc<Mutex<Store>>,
}

impl Index {
    /// The table of records of this index.
    pub fn records(&self) -> Records {
        Records { connection: Arc::clone(&self.connection) }
    }
}

/// A question for rows with their names, which stand once, in `names`.
fn with(condition: &str) -> String {
    format!("{COLUMNS} {condition}")
}

const NEW_RECORD: &str =
    "INSERT INTO records (id, class_id, epoch, entry, filed_entry, last_change, at, officer_id, year, number, history, withdrawn)
     VALUES (:id, :class, :epoch, :entry, :filed_entry, :last_change, :at, :officer, :year, :number, :history, :withdrawn)
     ON CONFLICT (id) DO NOTHING";

/// The same values, of a document that has a record; none where that is of a later state.
const LATER_STATE: &str =
    "INSERT INTO records (id, class_id, epoch, entry, filed_entry, last_change, at, officer_id, year, number, history, withdrawn)
     VALUES (:id, :class, :epoch, :entry, :filed_entry, :last_change, :at, :officer, :year, :number, :history, :withdrawn)
     ON CONFLICT (id) DO UPDATE SET class_id = excluded.class_id, epoch = excluded.epoch, entry = excluded.entry,
     last_change = excluded.last_change, year = excluded.year, number = excluded.number,
     history = excluded.history, withdrawn = excluded.withdrawn
     WHERE excluded.last_change >= last_change
     RETURNING record_id";

const COLUMNS: &str =
    "SELECT r.id, c.name AS class, r.epoch, r.entry, r.at, o.name AS officer, r.year, r.number, r.history
    FROM records r JOIN names c ON c.name_id = r.class_id JOIN names o ON o.name_id = r.officer_id";

impl Change<'_> {
    /// Puts a record, unless a later state of the document is there already.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn put_record(&self, id: &DocumentId, record: &DocumentRecord) -> Result<(), IndexError> {
        let known = self.connection();
        let history = History::of(id, record);
        let packed_id = packed(id.as_str());
        let values = named_params! {
            ":id": packed_id,
            ":class": self.name_id(record.class.as_str())?,
            ":epoch": record.epoch,
            ":entry": stored(record.index),
            ":filed_entry": stored(record.first_index()),
            ":last_change": stored(record.last_change()),
            ":at": record.at_ms,
            ":officer": self.name_id(record.by.as_str())?,
            ":year": record.year,
            ":number": record.number,
            ":history": history.map(|history| serde_json::to_string(&history)).transpose().map_err(|_| IndexError::Altered)?,
            ":withdrawn": record.withdrawn.as_ref().map(|withdrawn| stored(withdrawn.index)),
        };
        let (put, made) = match self.statements.record.execute(known, NEW_RECORD, values)? {
            // Most often: there was none of it.
            1 => (Some(known.last_insert_rowid()), true),
            _ => {
                let mut put = known.prepare_cached(LATER_STATE)?;
                let values = bound(&put, values)?;
                let id = put.query_row(values, |row| row.get(0));
                (id.optional()?, false)
            }
        };
        if let (Some(row), Some(_)) = (put, &record.withdrawn) {
            // No term of it runs any more, and nobody finds it by its text.
            let of_it = "UPDATE documents SET lapses = NULL WHERE record_id = :record";
            known.prepare_cached(of_it)?.execute(named_params! { ":record": row })?;
            self.forget_inside(row)?;
        }
        if let Some(number) = put {
            self.is_record(packed_id, RecordAt { number, withdrawn: record.withdrawn.is_some() }, made);
        }
        for (object, since) in record.given_objects(id) {
            known
                .prepare_cached(
                    "INSERT OR REPLACE INTO given (object, document, since) VALUES (:object, :document, :since)",
                )?
                .execute(named_params! {
                    ":object": packed(object.as_str()),
                    ":document": packed(id.as_str()),
                    ":since": stored(since),
                })?;
        }
        Ok(())
    }

    /// Forgets all records, and the lines that name them by their numbers: the log is read again from its start.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn forget_records(&self) -> Result<(), IndexError> {
        self.forget_numbers();
        self.connection()
            .execute_batch("DELETE FROM records; DELETE FROM given; DELETE FROM named; DELETE FROM lines;")?;
        Ok(())
    }
}

/// What only those few documents have about which something was decided, or put right.
#[derive(serde::Serialize, serde::Deserialize)]
struct History {
    object: ObjectId,
    versions: Vec<Version>,
    former: Vec<Former>,
    replaced: Vec<Replaced>,
    decided: Vec<u64>,
    corrected: Vec<u64>,
    /// Absent in an index of before.
    #[serde(default)]
    noted: Vec<u64>,
    /// Absent in an index of before.
    #[serde(default)]
    printed: Vec<Copies>,
    withdrawn: Option<Withdrawn>,
}

impl History {
    fn of(id: &DocumentId, record: &DocumentRecord) -> Option<History> {
        let DocumentRecord {
            object, versions, former, replaced, decided, corrected, noted, printed, withdrawn, ..
        } = record;
        let untouched = former.is_empty() && replaced.is_empty() && decided.is_empty() && corrected.is_empty();
        let untouched =
            untouched && withdrawn.is_none() && versions.is_empty() && noted.is_empty() && printed.is_empty();
        let plain = *object == ObjectId::from(id) && untouched;
        (!plain).then(|| History {
            object: object.clone(),
            versions: versions.clone(),
            former: former.clone(),
            replaced: replaced.clone(),
            decided: decided.clone(),
            corrected: corrected.clone(),
            noted: noted.clone(),
            printed: printed.clone(),
            withdrawn: withdrawn.clone(),
        })
    }
}

impl Records {
    fn connection(&self) -> MutexGuard<'_, Store> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(
        &self,
        sql: &str,
        values: &[(&str, &dyn rusqlite::ToSql)],
        before: u64,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        let read = || -> Result<Vec<(DocumentId, DocumentRecord)>, IndexError> {
            let connection = self.connection();
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map(values, record)?;
            Ok(rows.collect::<Result<_, _>>()?)
        };
        let rows = read().map_err(failed)?;
        Ok(rows.into_iter().filter_map(|(id, record)| Some((id, record.before(before)?))).collect())
    }
}

impl DocumentTable for Records {
    fn get(&self, id: &DocumentId, before: u64) -> Result<Option<DocumentRecord>, TableError> {
        let sql = with("WHERE r.id = :id");
        let mut found = self.all(&sql, &[(":id", &packed(id.as_str()))], before)?;
        Ok(found.pop().map(|(_, record)| record))
    }

    fn given(&self, object: &ObjectId, before: u64) -> Result<Option<DocumentId>, TableError> {
        let read = || -> Result<Option<DocumentId>, IndexError> {
            let connection = self.connection();
            let mut statement =
                connection.prepare_cached("SELECT document FROM given WHERE object = :object AND since < :before")?;
            let values = named_params! { ":object": packed(object.as_str()), ":before": stored(before) };
            Ok(statement.query_row(values, |row| unpacked(row, "document")).optional()?)
        };
        read().map_err(failed)
    }

    fn came_to(&self, class: &ClassId, before: u64) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        // Few were ever moved.
        let sql = with("WHERE r.history IS NOT NULL ORDER BY r.id");
        let mut moved = self.all(&sql, &[], before)?;
        moved.retain(|(_, record)| record.class == *class && !record.former.is_empty());
        Ok(moved)
    }

    fn count(&self, before: u64) -> Result<u64, TableError> {
        let read = || -> Result<u64, IndexError> {
            let connection = self.connection();
            let mut statement =
                connection.prepare_cached("SELECT count(*) AS n FROM records WHERE filed_entry < :before")?;
            Ok(statement.query_row(named_params! { ":before": stored(before) }, |row| number(row, "n"))?)
        };
        read().map_err(failed)
    }

    fn page(
        &self,
        after: Option<&DocumentId>,
        limit: usize,
        before: u64,
    ) -> Result<Vec<(DocumentId, DocumentRecord)>, TableError> {
        let sql =
            with("WHERE r.filed_entry < :before AND (:after IS NULL OR r.id > :after) ORDER BY r.id LIMIT :limit");
        let after = after.map(|id| packed(id.as_str()));
        let limit = stored(limit as u64);
        self.all(&sql, &[(":before", &stored(before)), (":after", &after), (":limit", &limit)], before)
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<(DocumentId, DocumentRecord)> {
    let id: DocumentId = unpacked(row, "id")?;
    let history: Option<String> = row.get("history")?;
    let history = history.map(|text| serde_json::from_str::<History>(&text)).transpose();
    let history = history.map_err(|_| wrong())?;
    let history = history.unwrap_or_else(|| History {
        object: ObjectId::from(&id),
        versions: Vec::new(),
        former: Vec::new(),
        replaced: Vec::new(),
        decided: Vec::new(),
        corrected: Vec::new(),
        noted: Vec::new(),
        printed: Vec::new(),
        withdrawn: None,
    });
    let History { object, versions, former, replaced, decided, corrected, noted, printed, withdrawn } = history;
    let record = DocumentRecord {
        class: parsed(row, "class")?,
        epoch: row.get("epoch")?,
        index: number(row, "entry")?,
        at_ms: row.get("at")?,
        by: parsed(row, "officer")?,
        year: row.get("year")?,
        number: row.get("number")?,
        object,
        versions,
        former,
        replaced,
        decided,
        corrected,
        noted,
        printed,
        withdrawn,
    };
    Ok((id, record))
}

fn failed(error: IndexError) -> TableError {
    TableError(Arc::new(error))
}
