//! Lists that come page by page: everything that was asked for, and a note where a list was cut.

use vault::{InOrder, ListOf, Orders, Sort, SortBy};

use crate::cli::Limit;
use crate::context::Context;
use crate::problem::Problem;

/// Rows that are asked for in one go.
const PAGE: usize = 1_000;

/// A part of a list.
pub struct Part<T> {
    pub rows: Vec<T>,
    /// Where it goes on, if it does.
    pub next: Option<String>,
    /// How many there are in all, where that is known.
    pub total: Option<u64>,
    /// Why rows may be missing, if they may.
    pub lacks: Option<vault::Reason>,
}

impl<T> From<vault::Page<T>> for Part<T> {
    fn from(page: vault::Page<T>) -> Part<T> {
        Part { rows: page.rows, next: page.next, total: Some(page.total), lacks: page.lacks }
    }
}

impl From<vault::LogPage> for Part<vault::LogRow> {
    fn from(page: vault::LogPage) -> Part<vault::LogRow> {
        Part { rows: page.rows, next: page.next, total: None, lacks: None }
    }
}

/// Asks for page after page, each of so many rows after a cursor, until there are as many as wanted or no more.
///
/// # Errors
/// Those of `page`.
pub fn collect<T, P: Into<Part<T>>>(
    limit: Limit,
    after: Option<String>,
    mut page: impl FnMut(usize, Option<String>) -> Result<P, vault::Error>,
) -> Result<Part<T>, Problem> {
    let mut all = Part { rows: Vec::new(), next: after, total: None, lacks: None };
    loop {
        let wanted = match limit {
            Limit::All => PAGE,
            Limit::Rows(rows) => PAGE.min(rows.saturating_sub(all.rows.len())),
        };
        let part: Part<T> = page(wanted, all.next.take())?.into();
        let came = part.rows.len();
        all.rows.extend(part.rows);
        (all.next, all.total) = (part.next, part.total.or(all.total));
        // What the first page lacked, a later one does not bring.
        all.lacks = all.lacks.or(part.lacks);
        let enough = matches!(limit, Limit::Rows(rows) if all.rows.len() >= rows);
        if enough || came == 0 || all.next.is_none() {
            return Ok(all);
        }
    }
}

/// In what order a list of documents is asked for.
///
/// # Errors
/// `unknown_sort`, with those that the list has.
pub fn sorted(typed: &str, list: ListOf) -> Result<Sort, Problem> {
    let sort = typed.parse().ok().filter(|sort: &Sort| sort.by.orders(list));
    sort.ok_or_else(|| unknown(typed, SortBy::of(list).map(SortBy::as_str)))
}

/// In what order another list is asked for; its own where nothing is typed.
///
/// # Errors
/// `unknown_sort`, with those that the list has.
pub fn in_order<By: Orders>(typed: Option<&str>, own: InOrder<By>) -> Result<InOrder<By>, Problem> {
    let Some(typed) = typed else { return Ok(own) };
    InOrder::parse(typed).ok_or_else(|| unknown(typed, By::ALL.iter().map(|by| by.as_str())))
}

/// Rows that are all there, in an order. What has no value comes last, whichever end is first; what is alike stays as it was.
pub fn ordered<T, V: Ord>(mut rows: Vec<T>, descending: bool, value: impl Fn(&T) -> Option<V>) -> Vec<T> {
    rows.sort_by(|one, other| match (value(one), value(other)) {
        (Some(one), Some(other)) if descending => other.cmp(&one),
        (Some(one), Some(other)) => one.cmp(&other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    rows
}

fn unknown(typed: &str, choices: impl Iterator<Item = &'static str>) -> Problem {
    let typed = typed.chars().take(80).collect::<String>();
    let choices: Vec<&str> = choices.collect();
    Problem::value("unknown_sort").with("value", typed).with("choices", choices.join(", "))
}

/// Says below a table that there is more; nothing where it is whole.
pub fn cut<T>(part: &Part<T>, context: &Context) -> String {
    let Some(next) = &part.next else { return String::new() };
    let shown = part.rows.len().to_string();
    let said = match part.total {
        Some(total) => context.say("cli-cut-of", &[("shown", &shown), ("total", &total.to_string()), ("next", next)]),
        None => context.say("cli-cut", &[("shown", &shown), ("next", next)]),
    };
    format!("{said}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list of so many numbers, of which no page holds more than a thousand.
    fn numbers(total: usize) -> impl FnMut(usize, Option<String>) -> Result<Part<usize>, vault::Error> {
        move |limit, after| {
            let from = after.map_or(0, |after| after.parse().expect("a cursor of this list"));
            let to = total.min(from + limit.clamp(1, 1000));
            let next = (to < total).then(|| to.to_string());
            Ok(Part { rows: (from..to).collect(), next, total: Some(total as u64), lacks: None })
        }
    }

    #[test]
    fn what_has_no_value_comes_last_whichever_end_is_first() {
        let rows = || vec![("a", Some(2)), ("b", None), ("c", Some(1)), ("d", Some(2))];
        let names = |descending| ordered(rows(), descending, |row| row.1).iter().map(|row| row.0).collect::<String>();
        assert_eq!((names(false), names(true)), ("cadb".to_owned(), "adcb".to_owned()));
    }

    #[test]
    fn as_many_rows_come_as_were_asked_for_and_no_fewer() {
        for (total, limit, came, next) in [
            (7000, Limit::Rows(5000), 5000, Some("5000")),
            (7000, Limit::Rows(1500), 1500, Some("1500")),
            (7000, Limit::Rows(7000), 7000, None),
            (7000, Limit::All, 7000, None),
            (3, Limit::Rows(100), 3, None),
            (0, Limit::All, 0, None),
        ] {
            let all = collect(limit, None, numbers(total)).expect("numbers do not fail");
            assert_eq!((all.rows.len(), all.next.as_deref()), (came, next), "{total} {limit:?}");
            assert!(all.rows.iter().enumerate().all(|(at, number)| at == *number), "each once and in order");
        }
        let rest = collect(Limit::All, Some("5000".to_owned()), numbers(7000)).expect("numbers do not fail");
        assert_eq!(rest.rows.len(), 2000);
    }
}
