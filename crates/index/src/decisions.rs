use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, named_params, params_from_iter};

use super::document::{LISTED, listed};
use super::names::Names;
use super::packed::{packed, unpacked};
use super::values::{list_of, number, parsed, stored, timestamp};
use super::{Change, Index, IndexError, Sort, SortBy};
use registry::{ClassId, DocumentId, DossierKey, OfficerId, PartnerId};

/// A row of the register of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// The ledger entry that recorded it.
    pub entry: u64,
    pub document: DocumentId,
    /// When, to the millisecond.
    pub at: DateTime<Utc>,
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
    pub fn put_decision(&self, decision: &DecisionRow) -> Result<(), IndexError> {
        let record = self.record_id(&decision.document)?.ok_or(IndexError::Altered)?;
        self.connection()
            .prepare_cached(
                "INSERT OR REPLACE INTO decisions (entry, record_id, at, officer_id, record)
                 VALUES (:entry, :record_id, :at, :officer, :record)",
            )?
            .execute(named_params! {
                ":entry": stored(decision.entry),
                ":record_id": record,
                ":at": decision.at.timestamp_millis(),
                ":officer": self.name_id(decision.officer.as_str())?,
                ":record": decision.record,
            })?;
        Ok(())
    }

    /// Notes that a document is maintained until it is looked at again.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn maintain(&self, document: &DocumentId, until: Option<NaiveDate>) -> Result<(), IndexError> {
        let Some(record) = self.record_id(document)? else { return Ok(()) };
        let kept = {
            let names = Names::of(self.connection());
            let mut statement = self.connection().prepare_cached(&format!("{LISTED} WHERE d.record_id = :record"))?;
            statement.query_row(named_params! { ":record": record }, |row| listed(row, &names)).optional()?
        };
        let Some(mut kept) = kept else { return Ok(()) };
        kept.kept_until = until;
        self.connection()
            .prepare_cached(
                "UPDATE documents SET kept_until = :until,
                 lapses = (CASE WHEN (SELECT withdrawn FROM records WHERE record_id = :record) IS NULL THEN :lapses END)
                 WHERE record_id = :record",
            )?
            .execute(named_params! {
                ":record": record, ":until": until.map(|day| day.to_string()), ":lapses": kept.lapses(),
            })?;
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
        at: DateTime<Utc>,
        partner: &PartnerId,
    ) -> Result<(), IndexError> {
        let record = self.record_id(document)?.ok_or(IndexError::Altered)?;
        self.connection()
            .prepare_cached(
                "INSERT OR REPLACE INTO notices (record_id, entry, at, partner) VALUES (:record, :entry, :at, :partner)",
            )?
            .execute(named_params! {
                ":record": record, ":entry": stored(entry), ":at": at.timestamp_millis(), ":partner": partner.as_str(),
            })?;
        Ok(())
    }
}

impl Index {
    /// Decisions, and how many there are in all.
    ///
    /// # Errors
    /// [`IndexError::Altered`]; [`IndexError::Gone`] when the decision after which to go on is not in this list any more.
    pub fn decisions(&self, query: &DecisionQuery) -> Result<(Vec<DecisionRow>, u64), IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut sql = String::from(
            "FROM decisions x JOIN documents d ON d.record_id = x.record_id
             WHERE d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(?)))",
        );
        let mut values: Vec<Value> = vec![list_of(&query.classes).into()];
        if let Some(dossier) = &query.dossier {
            sql.push_str(" AND d.dossier_key_id = (SELECT name_id FROM names WHERE name = ?)");
            values.push(dossier.as_str().to_owned().into());
        }
        if let Some(document) = &query.document {
            sql.push_str(" AND x.record_id = (SELECT record_id FROM records WHERE id = ?)");
            values.push(packed(document.as_str()).to_vec().into());
        }
        let mut count = connection.prepare_cached(&format!("SELECT count(*) AS n {sql}"))?;
        let total = count.query_row(params_from_iter(&values), |row| number(row, "n"))?;
        // What is decided of a document is in the order of the document; when it was decided, in that of the entries.
        let column = match query.sort.by {
            SortBy::Filed => "x.entry".to_owned(),
            SortBy::Date
            | SortBy::Title
            | SortBy::Level
            | SortBy::Reference
            | SortBy::Originator
            | SortBy::Dossier
            | SortBy::Term
            | SortBy::Finalised => {
                format!("(SELECT {} FROM documents WHERE record_id = x.record_id)", query.sort.by.column())
            }
        };
        let (order, later) = (query.sort.order.sql(), query.sort.order.later());
        let mut page = format!(
            "SELECT x.entry, (SELECT id FROM records WHERE record_id = x.record_id) AS id, x.at, x.officer_id, x.record {sql}"
        );
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
            Ok(DecisionRow {
                entry: number(row, "entry")?,
                document: unpacked(row, "id")?,
                at: timestamp(row, "at")?,
                officer: names.parsed(row, "officer_id")?,
                record: row.get("record")?,
            })
        })?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    }

    /// The partners who were told of a document's new markings, the first notice first.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn notices(&self, document: &DocumentId) -> Result<Vec<(PartnerId, DateTime<Utc>)>, IndexError> {
        let sql = "SELECT partner, at FROM notices
                   WHERE record_id = (SELECT record_id FROM records WHERE id = :id) ORDER BY entry";
        let connection = self.connection();
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! { ":id": packed(document.as_str()) }, |row| {
            Ok((parsed(row, "partner")?, timestamp(row, "at")?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
