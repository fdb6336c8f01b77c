use jiff::civil::Date;
use policy::calendar::{Standing, standing};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::document::listed;
use super::{Index, IndexError, Listed, Sort, SortBy};
use registry::{ClassId, DossierKey};

/// Which documents: those that meet all of these.
#[derive(Clone, Debug)]
pub struct TermQuery {
    pub today: Date,
    pub dossier: Option<DossierKey>,
    /// In one of these classes.
    pub classes: Vec<ClassId>,
    /// Whose term ends on this day or before; with it, only those that have a term.
    pub until: Option<Date>,
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
        let classes: Vec<&str> = query.classes.iter().map(ClassId::as_str).collect();
        let classes = serde_json::to_string(&classes).unwrap_or_else(|_| "[]".to_owned());
        let mut sql = String::from("SELECT * FROM documents WHERE class IN (SELECT value FROM json_each(?))");
        let mut values: Vec<Value> = vec![classes.into()];
        if let Some(dossier) = &query.dossier {
            sql.push_str(" AND dossier_key = ?");
            values.push(dossier.as_str().to_owned().into());
        }
        if let Some(until) = query.until {
            sql.push_str(" AND lapses IS NOT NULL AND lapses <= ?");
            values.push(until.to_string().into());
        }
        let (column, order) = (query.sort.by.column(), query.sort.order.sql());
        // Without a term there is nothing to wait for, whichever end comes first.
        let without = if query.sort.by == SortBy::Term { "lapses IS NULL, " } else { "" };
        sql.push_str(&format!(" ORDER BY {without}{column} {order}, entry {order}"));
        let connection = self.connection();
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(&values))?;
        while let Some(row) = rows.next()? {
            let listed = listed(row)?;
            let standing = standing(&listed.term(), query.today);
            each(TermRow { listed, standing });
        }
        Ok(())
    }
}
