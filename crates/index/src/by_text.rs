//! Lists in the order of originators and of dossiers: few texts for many documents. The texts are put in order, and the documents
//! of one are walked after those of the other until a page is full.

use std::cmp::Ordering;

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::list::{Conditions, Continuation};
use super::sort::SharedText;
use super::values::number;
use super::{Index, IndexError, Order};

impl SharedText {
    /// The texts that documents have, by what stands for each in this order; those for which the same stands together.
    fn texts(self, connection: &Connection, order: Order) -> Result<Vec<(String, Vec<i64>)>, IndexError> {
        let (column, order) = (self.column, order.sql());
        // From one to the next, without a look at each document.
        let mut statement = connection.prepare_cached(&format!(
            "WITH RECURSIVE used (id) AS (
                SELECT min({column}) FROM documents
                UNION ALL SELECT (SELECT min({column}) FROM documents WHERE {column} > id) FROM used WHERE id IS NOT NULL
             )
             SELECT text_id, title_key(text) AS key FROM used JOIN texts ON text_id = id ORDER BY key {order}"
        ))?;
        let mut texts: Vec<(String, Vec<i64>)> = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (key, id): (String, i64) = (row.get("key")?, row.get("text_id")?);
            match texts.last_mut() {
                Some((last, ids)) if *last == key => ids.push(id),
                Some(_) | None => texts.push((key, vec![id])),
            }
        }
        Ok(texts)
    }
}

impl Index {
    /// Whether a page is found sooner by a walk, which reads about one in so many documents for each row, than by putting in order
    /// all that meet the query.
    pub(super) fn is_worth_a_walk(&self, total: u64, limit: usize) -> Result<bool, IndexError> {
        let connection = self.connection();
        let mut statement = connection.prepare_cached("SELECT coalesce(sum(documents), 0) AS n FROM counts")?;
        let all = statement.query_row([], |row| number(row, "n"))?;
        Ok(total.saturating_mul(total) >= (limit as u64).saturating_mul(all))
    }

    /// The entries of a page.
    pub(super) fn along_texts(
        &self,
        shared: SharedText,
        conditions: &Conditions,
        place: &Continuation,
        order: Order,
        limit: usize,
    ) -> Result<Vec<i64>, IndexError> {
        let connection = self.connection();
        let SharedText { column, tree } = shared;
        let (filters, later, sorted) = (conditions.of_documents(), order.later(), order.sql());
        let mut page = Vec::new();
        for (key, texts) in shared.texts(&connection, order)? {
            let mut values = conditions.values.clone();
            let is = match texts.as_slice() {
                [one] => {
                    values.push((*one).into());
                    "= ?"
                }
                several => {
                    values.push(serde_json::to_string(several).unwrap_or_default().into());
                    "IN (SELECT value FROM json_each(?))"
                }
            };
            let mut sql = format!("SELECT entry FROM documents INDEXED BY {tree} WHERE {filters} AND {column} {is}");
            match place.last().map(|(last, entry)| (key.as_str().cmp(last), entry)) {
                Some((Ordering::Equal, entry)) => {
                    sql.push_str(&format!(" AND entry {later} ?"));
                    values.push(entry.clone());
                }
                Some((Ordering::Less, _)) if order == Order::Ascending => continue,
                Some((Ordering::Greater, _)) if order == Order::Descending => continue,
                Some((Ordering::Less | Ordering::Greater, _)) | None => {}
            }
            sql.push_str(&format!(" ORDER BY entry {sorted} LIMIT ?"));
            values.push(Value::from((limit - page.len()) as i64));
            let mut statement = connection.prepare_cached(&sql)?;
            let entries = statement.query_map(params_from_iter(values), |row| row.get::<_, i64>("entry"))?;
            for entry in entries {
                page.push(entry?);
            }
            if page.len() >= limit {
                break;
            }
        }
        Ok(page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_that_documents_have_are_found_without_a_look_at_each_document() {
        let index = Index::in_memory().expect("an index in memory");
        let connection = index.connection();
        for column in ["originator_id", "dossier_id"] {
            let next = format!("SELECT min({column}) FROM documents WHERE {column} > 5");
            let plan = connection
                .query_row(&format!("EXPLAIN QUERY PLAN {next}"), [], |row| row.get::<_, String>("detail"))
                .expect("a plan");
            assert!(plan.contains("SEARCH documents USING COVERING INDEX"), "{plan}");
        }
    }
}
