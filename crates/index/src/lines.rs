use std::collections::BTreeSet;

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, Row, params, params_from_iter};

use registry::log::{LogLine, Source};

use super::document::{number, parsed, stored, timestamp, wrong};
use super::{Change, Index, IndexError};
use registry::{ClassId, DocumentId, OfficerId};

/// Which lines: those that meet all of these.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// Below this entry.
    pub before: Option<u64>,
    /// Not older.
    pub since: Option<Timestamp>,
    /// Older.
    pub until: Option<Timestamp>,
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
        for table in ["lines", "named"] {
            let sql = format!("DELETE FROM {table} WHERE entry = ?1");
            self.connection().prepare_cached(&sql)?.execute([stored(entry)])?;
        }
        (0..).zip(lines).try_for_each(|(place, line)| self.put_line(place, line))
    }

    /// Adds a line of a consultation sheet, unless the entry is known by a better right. The same line twice is one line.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn add_sheet_line(&self, line: &LogLine) -> Result<(), IndexError> {
        let mut statement = self.connection().prepare_cached(
            "SELECT count(*), coalesce(min(class IS NOT NULL), 1), coalesce(max(detail = ?2), 0) FROM lines WHERE entry = ?1",
        )?;
        let detail = detail(line);
        let known = statement.query_row(params![stored(line.entry), detail], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?, row.get::<_, bool>(2)?))
        });
        match known.optional()? {
            Some((place, true, false)) => self.put_line(place, line),
            Some(_) | None => Ok(()),
        }
    }

    fn put_line(&self, place: i64, line: &LogLine) -> Result<(), IndexError> {
        let (source, class) = match &line.source {
            Source::Own => ("own", None),
            Source::About => ("about", None),
            Source::Oversight => ("oversight", None),
            Source::Class(class) => ("class", Some(class.as_str())),
        };
        self.connection()
            .prepare_cached("INSERT OR REPLACE INTO lines VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?
            .execute(params![
                stored(line.entry),
                place,
                line.at.as_millisecond(),
                line.officer.as_str(),
                source,
                class,
                line.did,
                detail(line),
            ])?;
        let mut name = self.connection().prepare_cached("INSERT OR IGNORE INTO named VALUES (?1, ?2, ?3)")?;
        name.execute(params!["officer", line.officer.as_str(), stored(line.entry)])?;
        for (key, kind) in
            [("officer", "officer"), ("officers", "officer"), ("document", "document"), ("documents", "document")]
        {
            for named in line.detail.get(key).into_iter().flat_map(|value| value.split(' ')) {
                name.execute(params![kind, named, stored(line.entry)])?;
            }
        }
        Ok(())
    }

    /// Takes off the index what was known of a document by its consultation sheet.
    pub(super) fn drop_sheet_lines(&self, document: &DocumentId) -> Result<(), IndexError> {
        self.connection()
            .prepare_cached(
                "DELETE FROM lines WHERE class IS NOT NULL AND entry IN
                 (SELECT entry FROM named WHERE kind = 'document' AND name = ?1)
                 AND json_extract(detail, '$.document') = ?1",
            )?
            .execute([document.as_str()])?;
        Ok(())
    }

    /// Takes off the index what was known by the sheets of every class but these.
    pub(super) fn keep_lines(&self, classes: &str) -> Result<(), IndexError> {
        self.connection().execute(
            "DELETE FROM lines WHERE class IS NOT NULL AND class NOT IN (SELECT value FROM json_each(?1))",
            [classes],
        )?;
        Ok(())
    }
}

impl Index {
    /// Returns one page of the log as far as this officer may read it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn lines(&self, query: &Lines) -> Result<LinesPage, IndexError> {
        let classes: Vec<&str> = query.classes.iter().map(ClassId::as_str).collect();
        let classes = serde_json::to_string(&classes).unwrap_or_else(|_| "[]".to_owned());
        let mut sql = String::from(
            "SELECT entry, at, officer, source, class, did, detail FROM lines WHERE \
             (source IN ('own', 'about') OR (source = 'oversight' AND ?) \
             OR class IN (SELECT value FROM json_each(?)))",
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
        if let Some(since) = query.since {
            and("at >= ?", since.as_millisecond().into());
        }
        if let Some(until) = query.until {
            and("at < ?", until.as_millisecond().into());
        }
        if let Some(did) = &query.did {
            and("did = ?", did.clone().into());
        }
        if let Some(officer) = &query.officer {
            let named = "entry IN (SELECT entry FROM named WHERE kind = 'officer' AND name = ?)";
            and(named, officer.as_str().to_owned().into());
        }
        if let Some(document) = &query.document {
            let named = "entry IN (SELECT entry FROM named WHERE kind = 'document' AND name = ?)";
            and(named, document.as_str().to_owned().into());
        }
        sql.push_str(" ORDER BY entry DESC, place");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut page = LinesPage { lines: Vec::new(), next: None };
        while let Some(row) = rows.next()? {
            let line = line(row)?;
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

fn detail(line: &LogLine) -> String {
    serde_json::to_string(&line.detail).unwrap_or_else(|_| "{}".to_owned())
}

fn line(row: &Row<'_>) -> rusqlite::Result<LogLine> {
    let source: String = row.get(3)?;
    let source = match source.as_str() {
        "own" => Source::Own,
        "about" => Source::About,
        "oversight" => Source::Oversight,
        "class" => Source::Class(parsed(row, 4)?),
        _ => return Err(wrong()),
    };
    let detail: String = row.get(6)?;
    Ok(LogLine {
        entry: number(row, 0)?,
        at: timestamp(row, 1)?,
        officer: parsed(row, 2)?,
        source,
        did: row.get(5)?,
        detail: serde_json::from_str(&detail).map_err(|_| wrong())?,
    })
}
