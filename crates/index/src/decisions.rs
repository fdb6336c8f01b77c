use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, params, params_from_iter};

use super::document::{listed, number, parsed, stored, timestamp};
use super::{Change, Index, IndexError, Sort, SortBy};
use registry::{ClassId, DocumentId, DossierKey, OfficerId, PartnerId};

/// A row of the register of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The ledger entry that recorded it.
    pub entry: u64,
    pub document: DocumentId,
    /// When, to the millisecond.
    pub at: Timestamp,
    pub officer: OfficerId,
    /// The index keeps the text and does not read it.
    pub record: String,
}

/// Which decisions: those that meet all of these.
#[derive(Clone, Debug, Default)]
pub struct DecisionQuery {
    pub dossier: Option<DossierKey>,
    pub document: Option<DocumentId>,
    /// Of documents that are in one of these classes now.
    pub classes: Vec<ClassId>,
    pub sort: Sort,
    /// Go on after the decision of this entry.
    pub after: Option<u64>,
    pub limit: usize,
}

impl Change<'_> {
    /// Puts a decision into the register. The same twice is one.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn put_decision(&self, decision: &Decision) -> Result<(), IndexError> {
        self.connection().prepare_cached("INSERT OR REPLACE INTO decisions VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(
            params![
                stored(decision.entry),
                decision.document.as_str(),
                decision.at.as_millisecond(),
                decision.officer.as_str(),
                decision.record,
            ],
        )?;
        Ok(())
    }

    /// Notes that a document is maintained until it is looked at again.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn maintain(&self, document: &DocumentId, until: Option<Date>) -> Result<(), IndexError> {
        let mut statement = self.connection().prepare_cached("SELECT * FROM documents WHERE id = ?1")?;
        let mut rows = statement.query_map([document.as_str()], listed)?;
        let Some(mut kept) = rows.next().transpose()? else { return Ok(()) };
        kept.kept_until = until;
        self.connection()
            .prepare_cached("UPDATE documents SET kept_until = ?2, lapses = ?3 WHERE id = ?1")?
            .execute(params![document.as_str(), until.map(|day| day.to_string()), kept.lapses()])?;
        Ok(())
    }

    /// Notes that a partner was told of a document's new marking.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn put_notice(
        &self,
        document: &DocumentId,
        entry: u64,
        at: Timestamp,
        partner: &PartnerId,
    ) -> Result<(), IndexError> {
        self.connection()
            .prepare_cached("INSERT OR REPLACE INTO notices VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![document.as_str(), stored(entry), at.as_millisecond(), partner.as_str()])?;
        Ok(())
    }
}

impl Index {
    /// Decisions, and how many there are in all.
    ///
    /// # Errors
    /// [`IndexError::Altered`]; [`IndexError::Gone`] when the decision after which to go on is not in this list any more.
    pub fn decisions(&self, query: &DecisionQuery) -> Result<(Vec<Decision>, u64), IndexError> {
        let classes: Vec<&str> = query.classes.iter().map(ClassId::as_str).collect();
        let classes = serde_json::to_string(&classes).unwrap_or_else(|_| "[]".to_owned());
        let mut sql = String::from(
            "FROM decisions x JOIN documents d ON d.id = x.document WHERE d.class IN (SELECT value FROM json_each(?))",
        );
        let mut values: Vec<Value> = vec![classes.into()];
        if let Some(dossier) = &query.dossier {
            sql.push_str(" AND d.dossier_key = ?");
            values.push(dossier.as_str().to_owned().into());
        }
        if let Some(document) = &query.document {
            sql.push_str(" AND x.document = ?");
            values.push(document.as_str().to_owned().into());
        }
        let connection = self.connection();
        let mut count = connection.prepare_cached(&format!("SELECT count(*) {sql}"))?;
        let total = count.query_row(params_from_iter(&values), |row| number(row, 0))?;
        // What is decided of a document is in the order of the document; when it was decided, in that of the entries.
        let column = match query.sort.by {
            SortBy::Filed => "x.entry".to_owned(),
            SortBy::Date | SortBy::Title | SortBy::Level | SortBy::Reference | SortBy::Term | SortBy::Finalised => {
                format!("(SELECT {} FROM documents WHERE id = x.document)", query.sort.by.column())
            }
        };
        let (order, later) = (query.sort.order.sql(), query.sort.order.later());
        let mut page = format!("SELECT x.entry, x.document, x.at, x.officer, x.record {sql}");
        if let Some(after) = query.after.filter(|_| query.sort.by == SortBy::Filed) {
            page.push_str(&format!(" AND x.entry {later} ?"));
            values.push(stored(after).into());
        } else if let Some(after) = query.after {
            let last = format!("SELECT {column} {sql} AND x.entry = ?");
            let known = values.iter().cloned().chain([stored(after).into()]);
            let mut statement = connection.prepare_cached(&last)?;
            let last: Option<Value> = statement.query_row(params_from_iter(known), |row| row.get(0)).optional()?;
            page.push_str(&format!(" AND ({column}, x.entry) {later} (?, ?)"));
            values.extend([last.ok_or(IndexError::Gone)?, stored(after).into()]);
        }
        page.push_str(&format!(" ORDER BY {column} {order}, x.entry {order} LIMIT {}", query.limit));
        let mut statement = connection.prepare_cached(&page)?;
        let rows = statement.query_map(params_from_iter(&values), |row| {
            Ok(Decision {
                entry: number(row, 0)?,
                document: parsed(row, 1)?,
                at: timestamp(row, 2)?,
                officer: parsed(row, 3)?,
                record: row.get(4)?,
            })
        })?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// The partners who were told of a document's new markings, the first notice first.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn notices(&self, document: &DocumentId) -> Result<Vec<(PartnerId, Timestamp)>, IndexError> {
        let sql = "SELECT partner, at FROM notices WHERE document = ?1 ORDER BY entry";
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([document.as_str()], |row| Ok((parsed(row, 0)?, timestamp(row, 1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
