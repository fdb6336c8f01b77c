use std::collections::BTreeSet;

use chrono::NaiveDate;
use policy::calendar::{Bounds, TermStanding, TermStatus, standing};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::list::{Continuation, Cursor, MAX_PAGE};
use super::values::{list_of, number};
use super::{Index, IndexError, Listed, Order, Sort, SortBy};
use registry::{ClassId, DossierKey};

/// Which documents: those that meet all of these.
#[derive(Clone, Debug)]
pub struct TermQuery {
    pub today: NaiveDate,
    pub dossier: Option<DossierKey>,
    /// In one of these classes.
    pub classes: BTreeSet<ClassId>,
    /// In one of these states on that day.
    pub states: BTreeSet<TermStatus>,
    /// Whose term ends on this day or before; with it, only those that have a term.
    pub until: Option<NaiveDate>,
    pub sort: Sort,
    /// At most this many rows, and never more than 1,000.
    pub limit: usize,
    /// Go on after the page that gave this.
    pub after: Option<Cursor>,
}

/// A page of the calendar.
pub struct TermPage {
    pub rows: Vec<TermRow>,
    /// Where the next page begins, if there is one.
    pub next: Option<Cursor>,
    /// How many documents meet the query, over all pages.
    pub total: u64,
}

/// A document and where it stands.
pub struct TermRow {
    pub listed: Listed,
    pub standing: TermStanding,
}

impl Index {
    /// One page of the documents that meet the query, and how many there are in all. By the end of their term, those without
    /// a term come last, whichever end comes first.
    ///
    /// # Errors
    /// [`IndexError::Altered`]; [`IndexError::Gone`] when the document after which to go on has left the index.
    pub fn terms(&self, query: &TermQuery) -> Result<TermPage, IndexError> {
        let limit = query.limit.clamp(1, MAX_PAGE);
        let total = self.count_terms(query)?;
        let Conditions { filters, values } = Conditions::of(self, query)?;
        let column = column(query);
        let place = Continuation::at(self, column, query.sort.order, query.after)?;
        let page = page(query, &filters, &place, limit + 1, self.way(query, total, limit)?);
        let mut entries: Vec<i64> = {
            let connection = self.connection();
            let mut statement = connection.prepare_cached(&page)?;
            let entries =
                statement.query_map(params_from_iter(values.iter().chain(&place.values)), |row| row.get("entry"))?;
            entries.collect::<Result<_, _>>()?
        };
        let more = entries.len() > limit;
        entries.truncate(limit);
        let rows = self.rows(&entries)?;
        let next = rows.last().filter(|_| more).map(|last| Cursor::after(last.entry));
        let row = |listed: Listed| TermRow { standing: standing(&listed.term(), query.today), listed };
        Ok(TermPage { rows: rows.into_iter().map(row).collect(), next, total })
    }

    /// A walk reads about one in every so many documents for each row; to sort, all that meet the query are read.
    fn way(&self, query: &TermQuery, total: u64, limit: usize) -> Result<Way, IndexError> {
        if query.exempt() {
            return Ok(Way::Walk);
        }
        Ok(if self.is_worth_a_walk(total, limit)? { Way::Walk } else { Way::Sort })
    }

    /// How many documents meet the query. Reads none of them: what it asks about stands in one index.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn count_terms(&self, query: &TermQuery) -> Result<u64, IndexError> {
        let Conditions { filters, values } = Conditions::of(self, query)?;
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&count(query, &filters))?;
        Ok(statement.query_row(params_from_iter(&values), |row| number(row, "n"))?)
    }
}

/// How SQLite comes to a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Along the order that it is in, until it is full.
    Walk,
    /// By all that has a term, which is sorted: where so few documents are to be listed that a walk would pass by many before it
    /// has found a page of them.
    Sort,
}

fn page(query: &TermQuery, filters: &str, place: &Continuation, limit: usize, way: Way) -> String {
    let walked = match way {
        Way::Walk => walked(query),
        Way::Sort => BY_TERM,
    };
    let order = place.order();
    let later = place.later.as_deref().unwrap_or("TRUE");
    format!("SELECT entry FROM documents {walked} WHERE {filters} AND {later} ORDER BY {order} LIMIT {limit}")
}

fn count(query: &TermQuery, filters: &str) -> String {
    let walked = if query.exempt() { "" } else { BY_TERM };
    format!("SELECT count(*) AS n FROM documents {walked} WHERE {filters}")
}

/// Has what a count asks about.
const BY_TERM: &str = "INDEXED BY documents_by_term";

/// What a page is walked along: the order that it is in. Without it SQLite would find what has a term, and then sort all of that.
fn walked(query: &TermQuery) -> &'static str {
    match query.sort.by {
        SortBy::Term if !query.exempt() => BY_TERM,
        SortBy::Finalised if !query.exempt() => "INDEXED BY documents_by_finalised",
        SortBy::Title => "INDEXED BY documents_by_title",
        SortBy::Level => "INDEXED BY documents_by_level",
        SortBy::Date => "INDEXED BY documents_by_date",
        SortBy::Reference => "INDEXED BY documents_by_reference",
        SortBy::Filed => "NOT INDEXED",
        SortBy::Term | SortBy::Finalised | SortBy::Originator | SortBy::Dossier => "",
    }
}

/// The column that is in the order of the list.
fn column(query: &TermQuery) -> &'static str {
    match (query.sort.by, query.sort.order) {
        (SortBy::Term, _) if !query.exempt() => "lapses",
        // Without a term there is nothing to wait for.
        (SortBy::Term, Order::Ascending) => "coalesce(lapses, '~')",
        (SortBy::Term, Order::Descending) => "coalesce(lapses, '')",
        (by, _) => by.column(),
    }
}

impl TermQuery {
    /// Whether documents without a term may be among them.
    fn exempt(&self) -> bool {
        self.until.is_none() && self.states.contains(&TermStatus::Exempt)
    }
}

/// The conditions of a query. Only values come from outside, never SQL.
struct Conditions {
    filters: String,
    values: Vec<Value>,
}

impl Conditions {
    fn of(index: &Index, query: &TermQuery) -> Result<Conditions, IndexError> {
        let mut all = Conditions { filters: "TRUE".to_owned(), values: Vec::new() };
        let running = query.states.iter().any(|state| *state != TermStatus::Exempt);
        match (query.exempt(), running) {
            (true, true) => {}
            (true, false) => all.filter("lapses IS NULL", []),
            (false, _) => all.filter("lapses IS NOT NULL", []),
        }
        all.states(query);
        if let Some(until) = query.until {
            all.filter("lapses <= ?", [until.to_string().into()]);
        }
        if let Some(dossier) = &query.dossier {
            let key = "+dossier_key_id = (SELECT name_id FROM names WHERE name = ?)";
            all.filter(key, [dossier.as_str().to_owned().into()]);
        }
        // Most often there is nothing on the index but documents of these classes, and then each need not be asked for its own.
        if index.has_others(&query.classes)? {
            let among = "+class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(?)))";
            all.filter(among, [list_of(&query.classes).into()]);
        }
        Ok(all)
    }

    /// What [`standing`] says, as SQL: a test compares the two.
    fn states(&mut self, query: &TermQuery) {
        let Bounds { expired, due } = Bounds::on(query.today);
        let wanted = |state| query.states.contains(&state);
        if TermStatus::WITH_TERM.into_iter().all(wanted) {
            return;
        }
        // Each of these bounds the walk along the index of terms.
        if !wanted(TermStatus::Running) && !query.exempt() {
            self.filter("lapses <= ?", [due.to_string().into()]);
        }
        if wanted(TermStatus::Running)
            && TermStatus::WITH_TERM.into_iter().skip(1).all(|state| !wanted(state))
            && !query.exempt()
        {
            self.filter("lapses > ?", [due.to_string().into()]);
        }
        let states: Vec<String> = query.states.iter().map(|state| format!("'{}'", state.as_str())).collect();
        let state = format!(
            "CASE WHEN lapses IS NULL THEN 'exempt'
                  WHEN coalesce(finalised, date) <= ? THEN 'expired'
                  WHEN lapses < ? AND NOT (kept_until IS NULL AND coalesce(remarked, '') > lapses) THEN 'overdue'
                  WHEN lapses <= ? THEN 'due' ELSE 'running' END IN ({})",
            states.join(", ")
        );
        let text = |day: NaiveDate| Value::from(day.to_string());
        self.filter(&state, [text(expired), text(query.today), text(due)]);
    }

    fn filter<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        self.filters.push_str(" AND ");
        self.filters.push_str(condition);
        self.values.extend(values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ListOf;

    /// How SQLite goes about a question.
    fn plan(index: &Index, sql: &str, values: &[Value]) -> String {
        let connection = index.connection();
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("it is SQL");
        let lines = statement.query_map(params_from_iter(values), |row| row.get::<_, String>("detail"));
        lines.expect("a plan").collect::<Result<Vec<_>, _>>().expect("lines of a plan").join("; ")
    }

    #[test]
    fn a_page_is_walked_in_its_order_and_a_count_reads_no_document() {
        let index = Index::in_memory().expect("an index in memory");
        let states: [&[TermStatus]; 3] =
            [&TermStatus::WITH_TERM, &[TermStatus::Due, TermStatus::Overdue], &[TermStatus::Running]];
        let orders = SortBy::of(ListOf::Terms).chain([SortBy::Date]);
        for (by, order, states) in orders.flat_map(|by| {
            let both = [Order::Ascending, Order::Descending];
            both.into_iter().flat_map(move |order| states.into_iter().map(move |states| (by, order, states)))
        }) {
            let query = TermQuery {
                today: NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day"),
                dossier: Some("oaaaaaaaaaaaaaaaaaaaaaaaaa".parse().expect("a key")),
                classes: BTreeSet::new(),
                states: states.iter().copied().collect(),
                until: None,
                sort: Sort { by, order },
                limit: 100,
                after: None,
            };
            let Conditions { filters, values } = Conditions::of(&index, &query).expect("conditions");
            let place = Continuation::at(&index, column(&query), order, None).expect("the start");
            let walk = plan(&index, &page(&query, &filters, &place, 101, Way::Walk), &values);
            assert!(!walk.contains("TEMP B-TREE"), "{by:?} {order:?} {states:?}: {walk}");
            let counted = plan(&index, &count(&query, &filters), &values);
            assert!(counted.contains("COVERING INDEX documents_by_term"), "{states:?}: {counted}");
        }
    }
}
