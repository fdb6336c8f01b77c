use chrono::NaiveDate;
use policy::calendar::{Standing, standing};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::document::{LISTED, list_of, listed};
use super::names::Names;
use super::{Index, IndexError, Listed, Sort, SortBy};
use registry::{ClassId, DossierKey};

/// Which documents: those that meet all of these.
#[derive(Clone, Debug)]
pub struct TermQuery {
    pub today: NaiveDate,
    pub dossier: Option<DossierKey>,
    /// In one of these classes.
    pub classes: Vec<ClassId>,
    /// Whose term ends on this day or before; with it, only those that have a term.
    pub until: Option<NaiveDate>,
    pub sort: Sort,
}

/// A document and where it stands.
pub struct TermRow {
    pub listed: Listed,
    pub standing: Standing,
}

impl Index {
    /// All documents that meet the query; by the end of their term, those without a term come last.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn terms(&self, query: &TermQuery, mut each: impl FnMut(TermRow)) -> Result<(), IndexError> {
        let connection = self.connection();
        let names = Names::of(&connection);
        let mut sql = format!(
            "{LISTED} WHERE d.class_id IN (SELECT name_id FROM names WHERE name IN (SELECT value FROM json_each(?)))"
        );
        let mut values: Vec<Value> = vec![list_of(&query.classes).into()];
        if let Some(dossier) = &query.dossier {
            sql.push_str(" AND d.dossier_key_id = (SELECT name_id FROM names WHERE name = ?)");
            values.push(dossier.as_str().to_owned().into());
        }
        if let Some(until) = query.until {
            sql.push_str(" AND d.lapses IS NOT NULL AND d.lapses <= ?");
            values.push(until.to_string().into());
        }
        let (column, order) = (query.sort.by.column(), query.sort.order.sql());
        // Without a term there is nothing to wait for, whichever end comes first.
        let without = if query.sort.by == SortBy::Term { "d.lapses IS NULL, " } else { "" };
        sql.push_str(&format!(" ORDER BY {without}{column} {order}, d.entry {order}"));
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&values))?;
        while let Some(row) = rows.next()? {
            let listed = listed(row, &names)?;
            let standing = standing(&listed.term(), query.today);
            each(TermRow { listed, standing });
        }
        Ok(())
    }
}
