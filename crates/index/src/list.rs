use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use label::Level;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension as _, named_params, params_from_iter};

use super::document::{LISTED, listed};
use super::names::Names;
use super::packed::unpacked;
use super::recent::OPENED;
use super::sort::SharedText;
use super::values::{level_code, list_of, number, parsed, stored, texts_of};
use super::{Index, IndexError, Listed, Order, Sort, SortBy, search};
use registry::{ClassId, DocumentId, DossierKey, OfficerId};

/// The most rows of one page.
pub(super) const MAX_PAGE: usize = 1000;

/// Documents of some media types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kinds {
    pub media_types: BTreeSet<String>,
    /// All but these.
    pub others: bool,
}

/// What to list: documents that meet all of these.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// EntryDraft, beginnings of words and "quoted phrases", as a person types them; all must occur in title, subject, reference
    /// or originator, whatever the case and accents. Text in which there is no letter or digit finds nothing; blanks
    /// alone ask for nothing in particular.
    pub text: Option<String>,
    /// Whether the text is looked for inside documents. Then the best hit comes first, whatever the order, and words are also found
    /// in their other forms.
    pub inside: bool,
    /// Of this level only.
    pub level: Option<Level>,
    /// In this dossier only.
    pub dossier: Option<DossierKey>,
    /// Of this day or later, by the document's own date; and of this day or earlier.
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Whose originator has this in his name, whatever the case and accents.
    pub originator: Option<String>,
    /// Of these media types only, or of others only.
    pub kinds: Option<Kinds>,
    /// Of these classes only.
    pub classes: Option<BTreeSet<ClassId>>,
    /// That this officer filed.
    pub filed_by: Option<OfficerId>,
    /// That this officer opened, alone or with a second, as far as the log says it here.
    pub opened_by: Option<OfficerId>,
    /// Those that were withdrawn, and no others; else all others.
    pub withdrawn: bool,
    pub sort: Sort,
    /// At most this many rows, and never more than 1,000.
    pub limit: usize,
    /// Go on after the page that gave this.
    pub after: Option<Cursor>,
}

/// One page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// The documents of this page.
    pub rows: Vec<Listed>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many documents meet the query, over all pages.
    pub total: u64,
}

/// Where a page ends: at a document, by the entry that filed it, so that no title stands in it. As text it may be handed to a
/// window and taken back: any text that parses is harmless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor(u64);

impl Cursor {
    pub(super) fn after(entry: u64) -> Cursor {
        Cursor(entry)
    }

    pub(super) fn entry(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is no [`Cursor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the end of a page")]
pub struct NotACursor;

impl FromStr for Cursor {
    type Err = NotACursor;
    fn from_str(text: &str) -> Result<Cursor, NotACursor> {
        text.parse().map(Cursor).map_err(|_| NotACursor)
    }
}

/// The entries of documents that were withdrawn: few, and looked up once for a question.
const WITHDRAWN: &str = "(SELECT d.entry FROM records r CROSS JOIN documents d ON d.record_id = r.record_id
    WHERE r.withdrawn IS NOT NULL)";

/// By the index of classes, however the others may look to the planner.
pub(super) const DOCUMENTS_IN: &str = "SELECT r.id FROM json_each(:classes) j CROSS JOIN names n ON n.name = j.value
    CROSS JOIN documents d ON d.class_id = n.name_id CROSS JOIN records r ON r.record_id = d.record_id";

impl Index {
    /// How many documents of these classes the officer may see, by class: those that were not withdrawn. Reads none of them.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn documents_of(&self, classes: &BTreeSet<ClassId>) -> Result<BTreeMap<ClassId, u64>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&format!(
            "SELECT n.name AS class, sum(c.documents)
                 - (SELECT count(*) FROM documents NOT INDEXED WHERE entry IN {WITHDRAWN} AND class_id = c.class_id) AS many
             FROM counts c JOIN names n ON n.name_id = c.class_id
             WHERE n.name IN (SELECT value FROM json_each(:classes)) GROUP BY c.class_id"
        ))?;
        let counts = statement.query_map(named_params! { ":classes": list_of(classes) }, |row| {
            Ok((parsed(row, "class")?, number(row, "many")?))
        })?;
        Ok(counts.collect::<Result<_, _>>()?)
    }

    /// The documents of these classes that the officer may see, withdrawn ones as well. What it takes goes with how many those are,
    /// and not with how many there are.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn documents_in(&self, classes: &BTreeSet<ClassId>) -> Result<Vec<DocumentId>, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(DOCUMENTS_IN)?;
        let found = statement.query_map(named_params! { ":classes": list_of(classes) }, |row| unpacked(row, "id"))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// The question by which the documents of a query without text are counted, and how many values it has.
    #[cfg(test)]
    pub(super) fn count_of(&self, query: &Query) -> Result<(String, usize), IndexError> {
        let conditions = Conditions::of(self, query)?;
        let (sql, values) = conditions.count();
        Ok((sql, values.len()))
    }

    /// Whether any document was withdrawn.
    fn has_withdrawn(&self) -> Result<bool, IndexError> {
        let connection = self.connection();
        let any = "SELECT EXISTS (SELECT 1 FROM records WHERE withdrawn IS NOT NULL) AS is_there";
        Ok(connection.prepare_cached(any)?.query_row([], |row| row.get("is_there"))?)
    }

    /// One page of the documents themselves, as their order and filters have it.
    pub(super) fn list_documents(&self, query: &Query, limit: usize) -> Result<Listing, IndexError> {
        let conditions = Conditions::of(self, query)?;
        let place = Continuation::at(self, query.sort.by.column(), query.sort.order, query.after)?;
        // One entry more than the page holds, to know whether there is another page.
        let (mut entries, total) = if conditions.searches {
            self.found(&conditions, query.sort, &place, limit + 1)?
        } else {
            self.all(&conditions, query.sort, &place, limit + 1)?
        };
        let more = entries.len() > limit;
        entries.truncate(limit);
        let rows = self.rows(&entries)?;
        let next = if more { rows.last().map(|row| Cursor(row.entry)) } else { None };
        Ok(Listing { rows, next, total })
    }

    /// The first `limit` entries from `place` on that a search finds, and how many it finds in all: in one pass, because the
    /// index must find all of them anyway before it knows which comes first.
    fn found(
        &self,
        conditions: &Conditions,
        sort: Sort,
        place: &Continuation,
        limit: usize,
    ) -> Result<(Vec<i64>, u64), IndexError> {
        let later = place.later.as_deref().unwrap_or("TRUE");
        let sql = match sort.by {
            SortBy::Filed => {
                let order = sort.order.sql();
                let later = later.replace("entry", "rowid");
                let filters = conditions.of_rows("words.rowid");
                format!(
                    "SELECT rowid AS entry, {later} AS later FROM words WHERE words MATCH ? {filters} ORDER BY rowid {order}"
                )
            }
            SortBy::Date
            | SortBy::Title
            | SortBy::Level
            | SortBy::Reference
            | SortBy::Originator
            | SortBy::Dossier
            | SortBy::Term
            | SortBy::Finalised => {
                let (order, filters) = (place.order(), conditions.of_documents());
                format!(
                    "SELECT entry, {later} AS later FROM documents \
                     WHERE +entry IN (SELECT rowid FROM words WHERE words MATCH ?) AND {filters} ORDER BY {order}"
                )
            }
        };
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let values = place.values.iter().chain(&conditions.values);
        let mut found = statement.query(params_from_iter(values))?;
        let (mut entries, mut total) = (Vec::new(), 0);
        while let Some(row) = found.next()? {
            total += 1;
            if entries.len() < limit && row.get::<_, bool>("later")? {
                entries.push(row.get("entry")?);
            }
        }
        Ok((entries, total))
    }

    /// As [`Index::found`] without a search: the counts are kept, and the page is walked in its order.
    fn all(
        &self,
        conditions: &Conditions,
        sort: Sort,
        place: &Continuation,
        limit: usize,
    ) -> Result<(Vec<i64>, u64), IndexError> {
        let filters = conditions.of_documents();
        let from = conditions.from();
        let total = {
            let connection = self.connection();
            let (count, values) = conditions.count();
            let mut statement = connection.prepare_cached(&count)?;
            statement.query_row(params_from_iter(values), |row| number(row, "n"))?
        };
        if let Some(shared) = SharedText::of(sort.by).filter(|_| conditions.withdrawn != AmongWithdrawn::Only)
            && self.is_worth_a_walk(total, limit)?
        {
            return Ok((self.along_texts(shared, conditions, place, sort.order, limit)?, total));
        }
        let connection = self.connection();
        let (later, order) = (place.later.as_deref().unwrap_or("TRUE"), place.order());
        let page = format!("SELECT entry FROM {from} WHERE {filters} AND {later} ORDER BY {order} LIMIT {limit}");
        let mut statement = connection.prepare_cached(&page)?;
        let values = conditions.values.iter().chain(&place.values);
        let entries = statement.query_map(params_from_iter(values), |row| row.get("entry"))?;
        Ok((entries.collect::<Result<_, _>>()?, total))
    }

    /// The rows of these entries, in this order.
    pub(super) fn rows(&self, entries: &[i64]) -> Result<Vec<Listed>, IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut statement = connection.prepare_cached(&format!("{LISTED} WHERE d.entry = :entry"))?;
        let mut row =
            |entry: &i64| Ok(statement.query_row(named_params! { ":entry": entry }, |row| listed(row, &names))?);
        entries.iter().map(&mut row).collect()
    }

    /// Whether there are documents of other classes than these on the index.
    pub(super) fn has_others(&self, classes: &BTreeSet<ClassId>) -> Result<bool, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM counts WHERE class_id NOT IN
             (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(:classes)))) AS others",
        )?;
        Ok(statement.query_row(named_params! { ":classes": list_of(classes) }, |row| row.get("others"))?)
    }
}

/// Where in its order a list goes on.
pub(super) struct Continuation {
    column: &'static str,
    order: Order,
    /// The condition of what comes after; none from the start.
    pub later: Option<String>,
    /// Its values.
    pub values: Vec<Value>,
}

impl Continuation {
    /// `column`: that in whose order the list is.
    pub fn at(
        index: &Index,
        column: &'static str,
        order: Order,
        after: Option<Cursor>,
    ) -> Result<Continuation, IndexError> {
        let start = Continuation { column, order, later: None, values: Vec::new() };
        let Some(Cursor(entry)) = after else { return Ok(start) };
        let (entry, later) = (Value::from(stored(entry)), order.later());
        if column == SortBy::Filed.column() {
            return Ok(Continuation { later: Some(format!("entry {later} ?")), values: vec![entry], ..start });
        }
        let sql = format!("SELECT {column} AS last FROM documents WHERE entry = :entry");
        let connection = index.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let last: Option<Value> =
            statement.query_row(named_params! { ":entry": entry }, |row| row.get("last")).optional()?;
        let values = vec![last.ok_or(IndexError::Gone)?, entry];
        Ok(Continuation { later: Some(format!("({column}, entry) {later} (?, ?)")), values, ..start })
    }

    /// What the last document has in that column, where it is a text, and its entry; none from the start.
    pub fn last(&self) -> Option<(&str, &Value)> {
        match self.values.as_slice() {
            [Value::Text(last), entry] => Some((last, entry)),
            _ => None,
        }
    }

    pub fn order(&self) -> String {
        let (column, order) = (self.column, self.order.sql());
        if column == SortBy::Filed.column() {
            format!("entry {order}")
        } else {
            format!("{column} {order}, entry {order}")
        }
    }
}

/// The conditions of a query. Only values come from outside, never SQL.
pub(super) struct Conditions {
    searches: bool,
    /// Whether how many documents meet the filters is kept.
    counted: bool,
    /// All but whether a document was withdrawn.
    filters: String,
    withdrawn: AmongWithdrawn,
    /// The text to look for first, if there is one, then those of the filters.
    pub values: Vec<Value>,
}

/// Which documents, by whether they were withdrawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AmongWithdrawn {
    Only,
    Without,
    /// Most often: then no document need be asked.
    NothingWithdrawn,
}

impl Conditions {
    pub fn of(index: &Index, query: &Query) -> Result<Conditions, IndexError> {
        let question = query.text.as_deref().and_then(search::question);
        let mut all = Conditions {
            searches: question.is_some(),
            counted: true,
            filters: String::new(),
            withdrawn: match query.withdrawn {
                true => AmongWithdrawn::Only,
                false if index.has_withdrawn()? => AmongWithdrawn::Without,
                false => AmongWithdrawn::NothingWithdrawn,
            },
            values: question.into_iter().map(Value::from).collect(),
        };
        if let Some(level) = query.level {
            all.filter("level = ?", level_code(level).into());
        }
        if let Some(dossier) = &query.dossier {
            let key = "dossier_key_id = (SELECT name_id FROM names WHERE name = ?)";
            all.filter(key, dossier.as_str().to_owned().into());
        }
        if let Some(from) = query.from {
            all.filter_each("date >= ?", from.to_string().into());
        }
        if let Some(to) = query.to {
            all.filter_each("date <= ?", to.to_string().into());
        }
        if let Some(originator) = &query.originator {
            let named = "originator_id IN (SELECT text_id FROM texts WHERE instr(folded(text), folded(?)) > 0)";
            all.filter_each(named, originator.trim().to_owned().into());
        }
        if let Some(kinds) = &query.kinds {
            let among = if kinds.others { "NOT IN" } else { "IN" };
            let of = "(SELECT text_id FROM texts WHERE text IN (SELECT value FROM json_each(?)))";
            all.filter_each(
                &format!("media_type_id {among} {of}"),
                texts_of(kinds.media_types.iter().map(String::as_str)).into(),
            );
        }
        if let Some(officer) = &query.filed_by {
            let filed = "filed_by_id = (SELECT name_id FROM names WHERE name = ?)";
            all.filter_each(filed, officer.as_str().to_owned().into());
        }
        if let Some(officer) = &query.opened_by {
            all.filter_each(&format!("record_id IN ({OPENED})"), officer.as_str().to_owned().into());
        }
        // Most often there is nothing on the index but documents of these classes, and then each need not be asked for its own.
        if let Some(classes) = &query.classes
            && index.has_others(classes)?
        {
            let among = "class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(?)))";
            all.filter(among, list_of(classes).into());
        }
        Ok(all)
    }

    /// All but whether a document was withdrawn: what counts are kept of, where they are.
    fn kept(&self) -> &str {
        if self.filters.is_empty() { "TRUE" } else { &self.filters }
    }

    /// Whether it was withdrawn, of a row whose key is this.
    fn there(&self, key: &str) -> String {
        match self.withdrawn {
            AmongWithdrawn::Only => format!("{key} IN {WITHDRAWN}"),
            AmongWithdrawn::Without => format!("{key} NOT IN {WITHDRAWN}"),
            AmongWithdrawn::NothingWithdrawn => "TRUE".to_owned(),
        }
    }

    /// All of them, of rows of `documents`.
    pub fn of_documents(&self) -> String {
        format!("{} AND {}", self.kept(), self.there("documents.entry"))
    }

    /// What was withdrawn is looked up by its key, whatever else is asked.
    fn from(&self) -> &'static str {
        match self.withdrawn {
            AmongWithdrawn::Only => "documents NOT INDEXED",
            AmongWithdrawn::Without | AmongWithdrawn::NothingWithdrawn => "documents",
        }
    }

    /// How many documents meet them, with its values: of what counts are kept of, those counts without what was withdrawn of it.
    fn count(&self) -> (String, Vec<&Value>) {
        let (kept, values) = (self.kept(), self.values.iter());
        let all = format!("SELECT coalesce(sum(documents), 0) FROM counts WHERE {kept}");
        match (self.counted, self.withdrawn) {
            (true, AmongWithdrawn::NothingWithdrawn) => (format!("SELECT ({all}) AS n"), values.collect()),
            (true, AmongWithdrawn::Without) => {
                let gone = format!("SELECT count(*) FROM documents NOT INDEXED WHERE entry IN {WITHDRAWN} AND {kept}");
                (format!("SELECT ({all}) - ({gone}) AS n"), values.clone().chain(values).collect())
            }
            (true, AmongWithdrawn::Only) | (false, _) => {
                (format!("SELECT count(*) AS n FROM {} WHERE {}", self.from(), self.of_documents()), values.collect())
            }
        }
    }

    /// All of them, of rows elsewhere whose key, `key`, is that of a document; as one more condition. Each document is looked at
    /// only where it must say something itself: what passes a filter may be far more than what is found.
    pub fn of_rows(&self, key: &str) -> String {
        let there = self.there(key);
        match self.filters.as_str() {
            "" => format!("AND {there}"),
            filters => {
                format!("AND {there} AND EXISTS (SELECT 1 FROM documents WHERE documents.entry = {key} AND {filters})")
            }
        }
    }

    /// Of something that each document says itself.
    fn filter_each(&mut self, condition: &str, value: Value) {
        self.counted = false;
        self.filter(condition, value);
    }

    fn filter(&mut self, condition: &str, value: Value) {
        self.and(condition);
        self.values.push(value);
    }

    fn and(&mut self, condition: &str) {
        if !self.filters.is_empty() {
            self.filters.push_str(" AND ");
        }
        self.filters.push_str(condition);
    }
}
