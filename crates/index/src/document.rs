use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use label::Level;
use policy::calendar::{Term, standing};
use registry::policies::OWN_POLICY;
use rusqlite::{Connection, OptionalExtension as _, Row, RowIndex, params};

use super::sort::title_key;
use super::{Index, IndexError};
use registry::{ClassId, DocumentId, DossierId, DossierKey, OfficerId};

/// A document as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The ledger entry that filed it. No two documents share one, and lists are in this order.
    pub entry: u64,
    /// Its opaque name.
    pub id: DocumentId,
    /// Its reference in the register.
    pub reference: String,
    /// Its number in class and year; none if it was deposited by somebody who cannot read the class.
    pub ordinal: Option<u64>,
    /// Its access class.
    pub class: ClassId,
    /// Its dossier, as the log knows it.
    pub dossier_key: DossierKey,
    /// Its dossier, as members know it.
    pub dossier: DossierId,
    /// Its level across policies.
    pub level: Level,
    /// The policy of its label.
    pub policy: String,
    /// Its banner. The index keeps the text and does not read it: whatever the vault needs to show a banner again.
    pub banner: String,
    /// Nations and communities it may be released to, as on the label.
    pub releasability: Vec<String>,
    /// Searched.
    pub title: String,
    /// Searched.
    pub subject: String,
    /// Searched.
    pub originator: String,
    /// The document's own date.
    pub date: Date,
    /// When it was filed, to the millisecond.
    pub filed: Timestamp,
    /// Who filed it.
    pub filed_by: OfficerId,
    /// As it was named when it was filed.
    pub file_name: String,
    /// Such as `application/pdf`.
    pub media_type: String,
    /// In bytes.
    pub size: u64,
    /// Of the document's bytes, lower-case hexadecimal.
    pub sha256: String,
    /// From this day its term counts.
    pub finalised: Date,
    /// By when the decision to maintain it is to be looked at again.
    pub kept_until: Option<Date>,
    /// When it was given this level, if that was by a decision.
    pub remarked: Option<Date>,
    /// The references that it had before, the oldest first. Searched.
    pub formerly: Vec<String>,
}

impl Listed {
    /// What its term rests on.
    pub fn term(&self) -> Term {
        Term {
            finalised: self.finalised,
            level: self.level,
            foreign: self.policy != OWN_POLICY,
            kept_until: self.kept_until,
            remarked: self.remarked,
        }
    }

    /// The last day of its term, as text that sorts by time.
    pub(super) fn lapses(&self) -> Option<String> {
        standing(&self.term(), self.finalised).lapses.map(|day| day.to_string())
    }
}

/// A document with its label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What lists show.
    pub listed: Listed,
    /// The label, ADatP-4774.
    pub label_xml: String,
    /// What was chosen beside it.
    pub choice: Choice,
}

/// What whoever filed a document chose beside its marking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Topics of the guide.
    pub topics: Vec<String>,
    /// Why it is marked lower than what calls for more.
    pub motive: Option<String>,
    /// What it is made from.
    pub sources: Vec<DocumentId>,
}

/// A line of a document's consultation sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The ledger entry that recorded it.
    pub entry: u64,
    /// When, to the millisecond.
    pub at: Timestamp,
    /// By whom.
    pub officer: OfficerId,
    /// `file`, `open`, `release`.
    pub action: String,
    /// As the officer gave it.
    pub purpose: String,
    /// The class on whose sheet it stands.
    pub class: ClassId,
}

impl Index {
    /// Returns the document, or nothing if the officer may not see it or there is none.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn document(&self, id: &DocumentId) -> Result<Option<Document>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(concat!(
            "SELECT d.entry, id, reference, ordinal, class, dossier_key, dossier, level, policy, banner, releasability, title,",
            " subject, originator, date, filed, filed_by, file_name, media_type, size, sha256, finalised, kept_until,",
            " remarked, lapses, formerly, xml, topics, motive, sources",
            " FROM documents d JOIN labels l ON l.entry = d.entry LEFT JOIN choices c ON c.entry = d.entry WHERE id = ?1"
        ))?;
        Ok(statement.query_row([id.as_str()], document).optional()?)
    }

    /// Returns reference and title of a document, or nothing if the officer may not see it or there is none.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn name_of(&self, id: &DocumentId) -> Result<Option<(String, String)>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT reference, title FROM documents WHERE id = ?1")?;
        Ok(statement.query_row([id.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// Returns the document of these classes that this officer filed last: in a dossier, or in any.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn last_filed(
        &self,
        by: &OfficerId,
        dossier: Option<&DossierKey>,
        classes: &BTreeSet<ClassId>,
    ) -> Result<Option<Document>, IndexError> {
        let names: Vec<&str> = classes.iter().map(ClassId::as_str).collect();
        let names = serde_json::to_string(&names).unwrap_or_else(|_| "[]".to_owned());
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT id FROM documents WHERE filed_by = ?1 AND (?2 IS NULL OR dossier_key = ?2)
             AND class IN (SELECT value FROM json_each(?3)) ORDER BY entry DESC LIMIT 1",
        )?;
        let id = |row: &Row<'_>| parsed(row, 0);
        let found = statement.query_row(params![by.as_str(), dossier.map(DossierKey::as_str), names], id).optional()?;
        drop(statement);
        drop(connection);
        found.map_or(Ok(None), |id| self.document(&id))
    }

    /// Returns the documents of these classes that hold just these bytes, the first filed first, at most so many.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn same_bytes(
        &self,
        sha256: &str,
        classes: &BTreeSet<ClassId>,
        limit: usize,
    ) -> Result<Vec<Listed>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT * FROM documents WHERE sha256 = ?1 ORDER BY entry")?;
        let rows = statement.query_map([sha256], listed)?;
        let rows = rows.filter(|row| row.as_ref().map_or(true, |row| classes.contains(&row.class)));
        Ok(rows.take(limit).collect::<Result<_, _>>()?)
    }

    /// Whether a document of so many bytes is in a dossier.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn has_size(&self, dossier: &DossierKey, size: u64) -> Result<bool, IndexError> {
        let connection = self.connection();
        let mut statement = connection
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM documents WHERE dossier_key = ?1 AND size = ?2)")?;
        Ok(statement.query_row(params![dossier.as_str(), stored(size)], |row| row.get(0))?)
    }

    /// The lengths of all documents, in bytes.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn sizes(&self) -> Result<BTreeSet<u64>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT DISTINCT size FROM documents")?;
        let sizes = statement.query_map([], |row| number(row, 0))?;
        Ok(sizes.collect::<Result<_, _>>()?)
    }

    /// Returns the consultation sheet of a document, oldest first.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn uses(&self, id: &DocumentId) -> Result<Vec<Use>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT entry, at, officer, action, purpose, class FROM uses WHERE document = ?1 ORDER BY entry, action",
        )?;
        let uses = statement.query_map([id.as_str()], |row| {
            Ok(Use {
                entry: number(row, 0)?,
                at: timestamp(row, 1)?,
                officer: parsed(row, 2)?,
                action: row.get(3)?,
                purpose: row.get(4)?,
                class: parsed(row, 5)?,
            })
        })?;
        Ok(uses.collect::<Result<_, _>>()?)
    }
}

fn document(row: &Row<'_>) -> rusqlite::Result<Document> {
    let list = |column: usize| row.get::<_, Option<String>>(column).map(|json| json.unwrap_or_else(|| "[]".to_owned()));
    Ok(Document {
        listed: listed(row)?,
        label_xml: row.get(26)?,
        choice: Choice {
            topics: serde_json::from_str(&list(27)?).map_err(|_| wrong())?,
            motive: row.get(28)?,
            sources: serde_json::from_str(&list(29)?).map_err(|_| wrong())?,
        },
    })
}

/// Reads the columns of `documents` in the order of the table.
pub(super) fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    let releasability: String = row.get(10)?;
    Ok(Listed {
        entry: number(row, 0)?,
        id: parsed(row, 1)?,
        reference: row.get(2)?,
        ordinal: row.get::<_, Option<i64>>(3)?.map(|_| number(row, 3)).transpose()?,
        class: parsed(row, 4)?,
        dossier_key: parsed(row, 5)?,
        dossier: parsed(row, 6)?,
        level: level(row.get(7)?).ok_or_else(wrong)?,
        policy: row.get(8)?,
        banner: row.get(9)?,
        releasability: serde_json::from_str(&releasability).map_err(|_| wrong())?,
        title: row.get(11)?,
        subject: row.get(12)?,
        originator: row.get(13)?,
        date: parsed(row, 14)?,
        filed: timestamp(row, 15)?,
        filed_by: parsed(row, 16)?,
        file_name: row.get(17)?,
        media_type: row.get(18)?,
        size: number(row, 19)?,
        sha256: row.get(20)?,
        finalised: parsed(row, 21)?,
        kept_until: day(row, 22)?,
        remarked: day(row, 23)?,
        formerly: row.get::<_, String>(25)?.lines().map(str::to_owned).collect(),
    })
}

/// Writes a document; one that is there under the same id or entry is replaced.
pub(super) fn put(connection: &Connection, document: &Document) -> Result<(), IndexError> {
    let listed = &document.listed;
    connection
        .prepare_cached("DELETE FROM documents WHERE id = ?1 OR entry = ?2")?
        .execute(params![listed.id.as_str(), stored(listed.entry)])?;
    connection
        .prepare_cached(
            "INSERT INTO documents VALUES
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
              ?24, ?25, ?26, ?27)",
        )?
        .execute(params![
            stored(listed.entry),
            listed.id.as_str(),
            listed.reference,
            listed.ordinal.map(stored),
            listed.class.as_str(),
            listed.dossier_key.as_str(),
            listed.dossier.as_str(),
            level_code(listed.level),
            listed.policy,
            listed.banner,
            serde_json::to_string(&listed.releasability).unwrap_or_else(|_| "[]".to_owned()),
            listed.title,
            listed.subject,
            listed.originator,
            listed.date.to_string(),
            listed.filed.as_millisecond(),
            listed.filed_by.as_str(),
            listed.file_name,
            listed.media_type,
            stored(listed.size),
            listed.sha256,
            listed.finalised.to_string(),
            listed.kept_until.map(|day| day.to_string()),
            listed.remarked.map(|day| day.to_string()),
            listed.lapses(),
            listed.formerly.join("\n"),
            title_key(&listed.title),
        ])?;
    connection
        .prepare_cached("INSERT INTO labels (entry, xml) VALUES (?1, ?2)")?
        .execute(params![stored(listed.entry), document.label_xml])?;
    let choice = &document.choice;
    if *choice != Choice::default() {
        let list = |json: Result<String, _>| json.unwrap_or_else(|_: serde_json::Error| "[]".to_owned());
        connection
            .prepare_cached("INSERT INTO choices (entry, topics, motive, sources) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                stored(listed.entry),
                list(serde_json::to_string(&choice.topics)),
                choice.motive,
                list(serde_json::to_string(&choice.sources)),
            ])?;
    }
    Ok(())
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

fn level(code: i64) -> Option<Level> {
    let levels = [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];
    levels.into_iter().find(|level| level_code(*level) == code)
}

pub(super) fn number(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<u64> {
    u64::try_from(row.get::<_, i64>(column)?).map_err(|_| wrong())
}

pub(super) fn timestamp(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Timestamp> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|_| wrong())
}

/// A day, or none.
fn day(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<Option<Date>> {
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
