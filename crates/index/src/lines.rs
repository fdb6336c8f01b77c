use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, named_params, params_from_iter};

use registry::log::{LogLine, Source};

use super::names::Names;
use super::packed::{packed, unpacked};
use super::values::{list_of, number, stored, timestamp, wrong};
use super::{Change, Index, IndexError};
use registry::{ClassId, DocumentId, OfficerId};

/// Which lines: those that meet all of these.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// Below this entry.
    pub before: Option<u64>,
    /// Above this entry.
    pub after: Option<u64>,
    /// The oldest entry first; else the newest.
    pub oldest_first: bool,
    /// Not older.
    pub since: Option<DateTime<Utc>>,
    /// Older.
    pub until: Option<DateTime<Utc>>,
    pub did: Option<String>,
    /// By or about this officer.
    pub officer: Option<OfficerId>,
    /// About this document.
    pub document: Option<DocumentId>,
    /// Lines known as oversight as well.
    pub oversight: bool,
    /// Lines of the sheets of these classes as well.
    pub classes: BTreeSet<ClassId>,
    /// At most this many, and all of the last entry.
    pub limit: usize,
}

/// One page, newest first; `next` is what the next page is before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinesPage {
    pub lines: Vec<LogLine>,
    pub next: Option<u64>,
}

impl Change<'_> {
    /// Puts the lines of one entry, in place of what was known of it before.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn put_lines(&self, entry: u64, lines: &[LogLine]) -> Result<(), IndexError> {
        if lines.is_empty() || !self.tells_of(entry)? {
            for table in ["lines", "named"] {
                let sql = format!("DELETE FROM {table} WHERE entry = :entry");
                self.connection().prepare_cached(&sql)?.execute(named_params! { ":entry": stored(entry) })?;
            }
        }
        (0..).zip(lines).try_for_each(|(place, line)| self.put_line(place, line))
    }

    /// Adds a line of a consultation sheet, unless the entry is known by a better right. The same line twice is one line.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn add_sheet_line(&self, line: &LogLine) -> Result<(), IndexError> {
        if self.has_told_of(line.entry) {
            return Ok(());
        }
        let mut statement = self.connection().prepare_cached(
            "SELECT count(*) AS place, coalesce(min(class_id IS NOT NULL), 1) AS by_sheets,
             coalesce(max(detail = :detail AND record_id IS :record AND about_id IS :about), 0) AS is_there
             FROM lines WHERE entry = :entry",
        )?;
        let Detail { rest, record, about } = self.detail(line)?;
        let values =
            named_params! { ":entry": stored(line.entry), ":detail": rest, ":record": record, ":about": about };
        let known = statement.query_row(values, |row| {
            Ok((row.get::<_, i64>("place")?, row.get::<_, bool>("by_sheets")?, row.get::<_, bool>("is_there")?))
        });
        match known.optional()? {
            Some((place, true, false)) => {
                self.tells_by_sheet_of(line.entry);
                self.put_line(place, line)
            }
            Some(_) | None => Ok(()),
        }
    }

    fn put_line(&self, place: i64, line: &LogLine) -> Result<(), IndexError> {
        let (source, class) = match &line.source {
            Source::Own => ("own", None),
            Source::About => ("about", None),
            Source::Oversight => ("oversight", None),
            Source::Class(class) => ("class", Some(self.name_id(class.as_str())?)),
        };
        let Detail { rest, record, about } = self.detail(line)?;
        let officer = self.name_id(line.officer.as_str())?;
        let values = named_params! {
            ":entry": stored(line.entry),
            ":place": place,
            ":at": line.at.timestamp_millis(),
            ":officer": officer,
            ":source": source,
            ":class": class,
            ":did": line.did,
            ":record": record,
            ":about": about,
            ":detail": rest,
        };
        let into = "INTO lines (entry, place, at, officer_id, source, class_id, did, record_id, about_id, detail)
             VALUES (:entry, :place, :at, :officer, :source, :class, :did, :record, :about, :detail)";
        self.statements.line.put(self.connection(), into, values)?;
        self.name("officer", officer, line.entry)?;
        for (key, kind) in
            [("officer", "officer"), ("officers", "officer"), ("document", "document"), ("documents", "document")]
        {
            for named in line.detail.get(key).into_iter().flat_map(|value| value.split(' ')) {
                let record = if kind == "document" { self.record_of(named)? } else { None };
                match record {
                    Some(record) => self.name("record", record, line.entry)?,
                    None => self.name(kind, self.name_id(named)?, line.entry)?,
                }
            }
        }
        Ok(())
    }

    /// Notes that an entry names somebody or something.
    fn name(&self, kind: &str, who: i64, entry: u64) -> Result<(), IndexError> {
        self.statements.named.execute(
            self.connection(),
            "INSERT OR IGNORE INTO named (kind, who, entry) VALUES (:kind, :who, :entry)",
            named_params! { ":kind": kind, ":who": who, ":entry": stored(entry) },
        )?;
        Ok(())
    }

    /// The record of a document that words name; none where there is no such document.
    fn record_of(&self, named: &str) -> Result<Option<i64>, IndexError> {
        DocumentId::parse(named).map_or(Ok(None), |id| self.record_id(&id))
    }

    /// What a line says, with numbers for the document and the class that it is about.
    fn detail(&self, line: &LogLine) -> Result<Detail, IndexError> {
        let mut rest: BTreeMap<&str, &str> =
            line.detail.iter().map(|(name, is)| (name.as_str(), is.as_str())).collect();
        let record = rest.get(DOCUMENT).map_or(Ok(None), |named| self.record_of(named))?;
        if record.is_some() {
            rest.remove(DOCUMENT);
        }
        let class = rest.get(CLASS).copied().filter(|named| ClassId::parse(named).is_ok());
        let about = class.map(|named| self.name_id(named)).transpose()?;
        if about.is_some() {
            rest.remove(CLASS);
        }
        Ok(Detail { rest: serde_json::to_string(&rest).unwrap_or_else(|_| "{}".to_owned()), record, about })
    }

    /// Takes off the index what was known of a document by its consultation sheet, but for that it was put into another dossier:
    /// those whom it left may know that.
    pub(super) fn drop_sheet_lines(&self, record: i64) -> Result<(), IndexError> {
        self.connection()
            .prepare_cached(
                "DELETE FROM lines WHERE class_id IS NOT NULL AND record_id = :record AND did <> 'leave-dossier'
                 AND entry IN (SELECT entry FROM named WHERE kind = 'record' AND who = :record)",
            )?
            .execute(named_params! { ":record": record })?;
        Ok(())
    }

    /// Takes off the index what was known by the sheets of every class but these.
    pub(super) fn keep_lines(&self, classes: &str) -> Result<(), IndexError> {
        self.connection().execute(
            "DELETE FROM lines WHERE class_id IS NOT NULL
             AND class_id NOT IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))",
            named_params! { ":classes": classes },
        )?;
        Ok(())
    }
}

/// The two names that most lines have.
const DOCUMENT: &str = "document";
const CLASS: &str = "class";

/// What a line says, as it is kept.
struct Detail {
    /// A JSON object.
    rest: String,
    record: Option<i64>,
    about: Option<i64>,
}

impl Index {
    /// Returns one page of the log as far as this officer may read it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn lines(&self, query: &Lines) -> Result<LinesPage, IndexError> {
        let classes = list_of(&query.classes);
        let mut sql = String::from(
            "SELECT entry, at, officer_id, source, class_id, did, about_id, detail, \
             (SELECT id FROM records WHERE records.record_id = lines.record_id) AS id FROM lines WHERE \
             (source IN ('own', 'about') OR (source = 'oversight' AND ?) OR class_id IN \
             (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(?))))",
        );
        let mut values: Vec<Value> = vec![i64::from(query.oversight).into(), classes.into()];
        let mut and = |condition: &str, value: Value| {
            sql.push_str(" AND ");
            sql.push_str(condition);
            values.push(value);
        };
        if let Some(before) = query.before {
            and("entry < ?", stored(before).into());
        }
        if let Some(after) = query.after {
            and("entry > ?", stored(after).into());
        }
        if let Some(since) = query.since {
            and("at >= ?", since.timestamp_millis().into());
        }
        if let Some(until) = query.until {
            and("at < ?", until.timestamp_millis().into());
        }
        if let Some(did) = &query.did {
            and("did = ?", did.clone().into());
        }
        if let Some(officer) = &query.officer {
            let named = "entry IN (SELECT entry FROM named WHERE kind = 'officer' \
                         AND who = (SELECT name_id FROM names WHERE name = ?))";
            and(named, officer.as_str().to_owned().into());
        }
        if let Some(document) = &query.document {
            // One that there is by its record, any other by its name.
            let named = "entry IN (SELECT entry FROM named WHERE kind = 'record' \
                         AND who = (SELECT record_id FROM records WHERE id = ?))";
            let spoken = "entry IN (SELECT entry FROM named WHERE kind = 'document' \
                          AND who = (SELECT name_id FROM names WHERE name = ?))";
            // An entry has lines about other documents as well: those from which one was made, or which moved with it.
            let itself = "(record_id = (SELECT record_id FROM records WHERE id = ?) OR instr(detail, ?) > 0)";
            let id: Value = document.as_str().to_owned().into();
            let packed: Value = packed(document.as_str()).to_vec().into();
            and(&format!("({named} OR {spoken}) AND {itself}"), packed.clone());
            values.extend([id.clone(), packed, id]);
        }
        sql.push_str(if query.oldest_first { " ORDER BY entry, place" } else { " ORDER BY entry DESC, place" });
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut page = LinesPage { lines: Vec::new(), next: None };
        while let Some(row) = rows.next()? {
            let line = line(row, &names)?;
            // Whole entries only, so that a page ends where the next begins.
            if page.lines.len() >= query.limit.max(1)
                && let Some(last) = page.lines.last().filter(|last: &&LogLine| last.entry != line.entry)
            {
                page.next = Some(last.entry);
                break;
            }
            page.lines.push(line);
        }
        Ok(page)
    }
}

fn line(row: &Row<'_>, names: &Names<'_>) -> rusqlite::Result<LogLine> {
    let source: String = row.get("source")?;
    let source = match source.as_str() {
        "own" => Source::Own,
        "about" => Source::About,
        "oversight" => Source::Oversight,
        "class" => Source::Class(names.parsed(row, "class_id")?),
        _ => return Err(wrong()),
    };
    let detail: String = row.get("detail")?;
    let mut detail: BTreeMap<String, String> = serde_json::from_str(&detail).map_err(|_| wrong())?;
    if row.get::<_, Option<Vec<u8>>>("id")?.is_some() {
        detail.insert(DOCUMENT.to_owned(), unpacked::<DocumentId>(row, "id")?.to_string());
    }
    if row.get::<_, Option<i64>>("about_id")?.is_some() {
        detail.insert(CLASS.to_owned(), names.name(row, "about_id")?.to_string());
    }
    Ok(LogLine {
        entry: number(row, "entry")?,
        at: timestamp(row, "at")?,
        officer: names.parsed(row, "officer_id")?,
        source,
        did: row.get("did")?,
        detail,
    })
}
