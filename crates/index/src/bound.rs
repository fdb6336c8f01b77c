//! Values of a statement by their names, bound in its order: SQLite takes longer to look up so many names than to put the row.

use rusqlite::{Error, Params, Statement, ToSql, params_from_iter};

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
