//! Values of a statement by their names, bound in its order: SQLite takes longer to look up so many names than to put the row.

use std::cell::{OnceCell, RefCell};

use rusqlite::{CachedStatement, Connection, Error, Params, Row, Statement, ToSql, params_from_iter};

/// The values, where the statement asks for them by these names and in this order.
///
/// # Errors
/// The first name that it does not ask for at this place: a column was put in between in one of the two alone.
pub(crate) fn bound<'v>(
    statement: &Statement<'_>,
    values: &'v [(&'v str, &'v dyn ToSql)],
) -> Result<impl Params + use<'v>, Error> {
    if statement.parameter_count() != values.len() {
        return Err(Error::InvalidParameterCount(values.len(), statement.parameter_count()));
    }
    for (at, (name, _)) in values.iter().enumerate() {
        if statement.parameter_name(at + 1) != Some(*name) {
            return Err(Error::InvalidParameterName((*name).to_owned()));
        }
    }
    Ok(params_from_iter(values.iter().map(|(_, value)| *value)))
}

/// A statement that runs for each of many rows: it is looked up once, and the names of its values are compared once.
#[derive(Default)]
pub(crate) struct Prepared<'c>(OnceCell<RefCell<CachedStatement<'c>>>);

impl<'c> Prepared<'c> {
    /// Runs it. Each time it is given the same SQL, and its values under the same names and in the same order.
    ///
    /// # Errors
    /// As [`bound`] the first time; those of the statement.
    pub fn execute(&self, on: &'c Connection, sql: &str, values: &[(&str, &dyn ToSql)]) -> Result<usize, Error> {
        self.of(on, sql, values)?.borrow_mut().execute(in_order(values))
    }

    /// Puts a row in place of one with the same key, where there is one. `into` is what stands behind `INSERT`.
    ///
    /// Of a statement that may replace rows SQLite keeps what stood on each page before it, whether it replaces one or not. So the
    /// few that do are put by another.
    ///
    /// # Errors
    /// As [`Prepared::execute`].
    pub fn put(&self, on: &'c Connection, into: &str, values: &[(&str, &dyn ToSql)]) -> Result<(), Error> {
        let put = match self.0.get() {
            Some(known) => known,
            None => self.of(on, &format!("INSERT {into} ON CONFLICT DO NOTHING"), values)?,
        };
        if put.borrow_mut().execute(in_order(values))? == 0 {
            on.prepare_cached(&format!("INSERT OR REPLACE {into}"))?.execute(in_order(values))?;
        }
        Ok(())
    }

    /// As [`Prepared::execute`], for the one row that it answers.
    ///
    /// # Errors
    /// As [`Prepared::execute`]; [`Error::QueryReturnedNoRows`].
    pub fn query_row<T>(
        &self,
        on: &'c Connection,
        sql: &str,
        values: &[(&str, &dyn ToSql)],
        read: impl FnOnce(&Row<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.of(on, sql, values)?.borrow_mut().query_row(in_order(values), read)
    }

    fn of(
        &self,
        on: &'c Connection,
        sql: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<&RefCell<CachedStatement<'c>>, Error> {
        if let Some(known) = self.0.get() {
            return Ok(known);
        }
        let statement = on.prepare_cached(sql)?;
        drop(bound(&statement, values)?);
        Ok(self.0.get_or_init(|| RefCell::new(statement)))
    }
}

fn in_order(values: &[(&str, &dyn ToSql)]) -> impl Params {
    params_from_iter(values.iter().map(|(_, value)| *value))
}

#[cfg(test)]
mod tests {
    use rusqlite::{Connection, named_params};

    use super::bound;

    #[test]
    fn values_that_stand_in_another_order_than_the_statement_asks_for_are_refused() {
        let index = Connection::open_in_memory().expect("SQLite is built in");
        let asked = index.prepare("SELECT :one || :two || :one").expect("a statement");
        let is = |values: &[(&str, &dyn rusqlite::ToSql)]| {
            let mut asked = index.prepare("SELECT :one || :two || :one").expect("a statement");
            let values = bound(&asked, values).expect("they are as it asks for them");
            asked.query_row(values, |row| row.get::<_, String>(0)).expect("it answers")
        };
        assert_eq!(is(named_params! { ":one": "a", ":two": "b" }), "aba");
        assert!(bound(&asked, named_params! { ":two": "b", ":one": "a" }).is_err());
        assert!(bound(&asked, named_params! { ":one": "a" }).is_err());
        assert!(bound(&asked, named_params! { ":one": "a", ":two": "b", ":three": "c" }).is_err());
    }
}
