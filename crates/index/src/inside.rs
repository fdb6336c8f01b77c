//! Finding by the text inside documents.
//!
//! The index holds the words of each text, folded as titles are, and stems of them; it does not hold the text, which lies
//! sealed next to the document's object. What is shown of it is read from there.

use std::collections::{BTreeMap, BTreeSet};

use registry::documents::TextLack;
use registry::{ClassId, DocumentId};
use rusqlite::{named_params, params_from_iter};

use super::insides::lack;
use super::list::{Conditions, Cursor, MAX_PAGE};
use super::packed::unpacked;
use super::values::{list_of, number, stored, unhex};
use super::{Change, Index, IndexError, Listing, Query, search, stems};
use label::fold;

/// A text that is to be read still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingText {
    /// The entry of its document.
    pub entry: u64,
    pub document: DocumentId,
    /// Of the text, lower-case hexadecimal.
    pub sha256: String,
}

/// A text that was looked for.
pub struct ReadText {
    pub of: WaitingText,
    /// Or why there is none: it is gone, or is not what was kept.
    pub text: Result<String, TextLack>,
}

/// How many documents cannot be found by their text, or not by all of it, by the reason why.
pub type NotSearched = BTreeMap<TextLack, u64>;

impl Index {
    /// The first texts of documents of these classes that wait to be read, after that of an entry.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn texts_that_wait(
        &self,
        classes: &BTreeSet<ClassId>,
        after: Option<u64>,
        limit: usize,
    ) -> Result<Vec<WaitingText>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT i.entry, i.digest, r.id FROM insides i JOIN documents d ON d.entry = i.entry
             JOIN records r ON r.record_id = d.record_id
             WHERE i.waits = 1 AND i.entry > :after
             AND d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))
             ORDER BY i.entry LIMIT :limit",
        )?;
        let asked = named_params! {
            ":after": after.map_or(-1, stored), ":classes": list_of(classes), ":limit": stored(limit as u64),
        };
        let waiting = statement.query_map(asked, |row| {
            let digest: [u8; 32] = row.get("digest")?;
            let sha256 = seal::hex(&digest);
            Ok(WaitingText { entry: number(row, "entry")?, document: unpacked(row, "id")?, sha256 })
        })?;
        Ok(waiting.collect::<Result<_, _>>()?)
    }

    /// How many texts wait to be read, of documents of any class.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn count_texts_that_wait(&self) -> Result<u64, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT count(*) AS n FROM insides WHERE waits = 1")?;
        Ok(statement.query_row([], |row| number(row, "n"))?)
    }

    /// The documents of these classes whose texts lack something for one of these reasons, in the order of their entries, after that of
    /// one: each with its entry.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn texts_that_lack(
        &self,
        why: &[TextLack],
        classes: &BTreeSet<ClassId>,
        after: Option<u64>,
        limit: usize,
    ) -> Result<Vec<(u64, DocumentId)>, IndexError> {
        let codes: Vec<&str> = why.iter().map(|why| why.code()).collect();
        let codes = serde_json::to_string(&codes).unwrap_or_default();
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT i.entry, r.id FROM insides i JOIN documents d ON d.entry = i.entry
             JOIN records r ON r.record_id = d.record_id
             WHERE i.lack IS NOT NULL AND i.lack IN (SELECT value FROM json_each(:why)) AND i.entry > :after
             AND d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))
             ORDER BY i.entry LIMIT :limit",
        )?;
        let asked = named_params! {
            ":why": codes, ":after": after.map_or(-1, stored), ":classes": list_of(classes),
            ":limit": stored(limit as u64),
        };
        let found = statement.query_map(asked, |row| Ok((number(row, "entry")?, unpacked(row, "id")?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// How many of the documents that meet a query, whatever is looked for in them, cannot be found by all of their text.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn not_searched(&self, query: &Query) -> Result<NotSearched, IndexError> {
        let conditions = Conditions::of(self, &Query { text: None, ..query.clone() })?;
        let filters = conditions.of_rows("insides.entry");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "SELECT CASE WHEN waits = 1 THEN 'waits' ELSE lack END AS why, count(*) AS n FROM insides
             WHERE (lack IS NOT NULL OR waits = 1) {filters} GROUP BY why"
        ))?;
        let counts = statement.query_map(params_from_iter(&conditions.values), |row| {
            Ok((lack(&row.get::<_, String>("why")?)?, number(row, "n")?))
        })?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// The references of documents that meet a query, whatever is looked for in them, whose kept text is gone or was altered, each
    /// with which.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn texts_altered(&self, query: &Query) -> Result<Vec<(String, TextLack)>, IndexError> {
        let conditions = Conditions::of(self, &Query { text: None, ..query.clone() })?;
        let filters = conditions.of_rows("insides.entry");
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "SELECT d.reference, insides.lack FROM insides JOIN documents d ON d.entry = insides.entry
             WHERE insides.lack IN ('{}', '{}') AND insides.waits = 0 {filters} ORDER BY d.entry",
            TextLack::Lost.code(),
            TextLack::Altered.code(),
        ))?;
        let found = statement.query_map(params_from_iter(&conditions.values), |row| {
            Ok((row.get("reference")?, lack(&row.get::<_, String>("lack")?)?))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Returns one page of what the officer may see, and how many there are in all.
    ///
    /// # Errors
    /// [`IndexError::Altered`]; [`IndexError::Gone`] when the document after which to go on has left the index. Never because of
    /// what was typed.
    pub fn list(&self, query: &Query) -> Result<Listing, IndexError> {
        let limit = query.limit.clamp(1, MAX_PAGE);
        if query.text.as_deref().is_some_and(|text| !search::can_be_found(text)) {
            return Ok(Listing { rows: Vec::new(), next: None, total: 0 });
        }
        match query.text.as_deref().filter(|_| query.inside).and_then(question) {
            Some(question) => self.list_inside(&question, query, limit),
            None => self.list_documents(query, limit),
        }
    }

    /// Returns one page of the documents that are found by their text, the best hit first; the order of the query does not count.
    ///
    /// # Errors
    /// As [`Index::list`].
    fn list_inside(&self, question: &str, query: &Query, limit: usize) -> Result<Listing, IndexError> {
        let conditions = Conditions::of(self, &Query { text: None, ..query.clone() })?;
        let filters = conditions.of_rows("inside.rowid");
        let mut entries: Vec<i64> = {
            let connection = self.connection();
            let sql =
                format!("SELECT rowid AS entry FROM inside WHERE inside MATCH ? {filters} ORDER BY rank, rowid DESC");
            let mut statement = connection.prepare_cached(&sql)?;
            let values = std::iter::once(question.to_owned().into()).chain(conditions.values);
            let found = statement.query_map(params_from_iter(values), |row| row.get("entry"))?;
            found.collect::<Result<_, _>>()?
        };
        let total = entries.len() as u64;
        if let Some(after) = query.after {
            let last = entries.iter().position(|entry| *entry == stored(after.entry())).ok_or(IndexError::Gone)?;
            entries.drain(..=last);
        }
        let more = entries.len() > limit;
        entries.truncate(limit);
        let rows = self.rows(&entries)?;
        let next = if more { rows.last().map(|row| Cursor::after(row.entry)) } else { None };
        Ok(Listing { rows, next, total })
    }
}

impl Change<'_> {
    /// Texts were read, or are gone: from now on their documents are found by them. One that does not wait for just this text any
    /// more, because it left the index or is another, is passed over.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn put_texts(&self, texts: &[ReadText]) -> Result<(), IndexError> {
        let mut found = Vec::with_capacity(texts.len());
        {
            // All of these first: each of them makes FTS5 write what it holds in memory.
            let mut read = self.connection().prepare_cached(
                "UPDATE insides SET waits = 0, read = :read, lack = coalesce(:lost, lack)
                 WHERE entry = :entry AND digest = :digest AND waits = 1",
            )?;
            for ReadText { of, text } in texts {
                let lost = text.as_ref().err().map(|why| why.code());
                let put = read.execute(named_params! {
                    ":entry": stored(of.entry), ":digest": unhex(&of.sha256), ":read": text.is_ok(), ":lost": lost,
                })?;
                if put > 0 {
                    found.extend(text.as_deref().ok().map(|text| (of.entry, text)));
                }
            }
        }
        let mut put = self
            .connection()
            .prepare_cached("INSERT INTO inside (rowid, words, stems) VALUES (:entry, :words, :stems)")?;
        for (entry, text) in found {
            put.execute(
                named_params! { ":entry": stored(entry), ":words": fold(text), ":stems": stems::of_text(text) },
            )?;
        }
        Ok(())
    }
}

/// The question for FTS5 about the text inside documents: all words must occur, in the form that was typed, begun where they
/// have four letters or more, or in another form of the same word. What stands in double quotes must occur as it stands.
fn question(typed: &str) -> Option<String> {
    search::asked(typed, |piece, whole| {
        let phrase = |folded: &str| format!("\"{}\"", folded.replace('"', " ").trim());
        let wanted = stems::Wanted::of(piece);
        let folded = wanted.folded();
        if !folded.chars().any(char::is_alphanumeric) {
            return None;
        }
        if whole {
            return Some(format!("words : {}", phrase(folded)));
        }
        let begun = |form: &str| format!("{}{}", phrase(form), if wanted.may_be_begun() { " *" } else { "" });
        let in_one = search::joined(folded).map(|word| begun(&word));
        let forms = wanted.forms().map(begun).chain(wanted.stems().map(phrase)).chain(in_one);
        Some(format!("({})", forms.collect::<Vec<_>>().join(" OR ")))
    })
}
