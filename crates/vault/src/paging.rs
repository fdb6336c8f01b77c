//! Pages of what the state knows as a whole: officers, dossiers, releases. What decides about a row is asked of the state; what
//! a screen shows of it is made for the rows of the page alone.

use serde::{Deserialize, Serialize};

use crate::{Error, Reason};

/// Rows of a page when the filter does not say, and at most.
const PAGE: usize = 100;
const MOST: usize = 1_000;

/// A page of a list: of what the asking officer may see, counts included.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub next: Option<String>,
    /// All rows that match, over all pages.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub total: u64,
    /// Why rows may be missing that match, if they may: `search_incomplete`.
    pub lacks: Option<Reason>,
}

/// By what a list is in order, and which end comes first. What is alike in it is in the order of the list itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct InOrder<By> {
    pub by: By,
    pub descending: bool,
}

/// What a list can be in the order of: as a screen asks for it, and as it is typed.
pub trait Orders: Copy + 'static {
    const ALL: &'static [Self];

    fn as_str(self) -> &'static str;
}

impl<By: Orders> InOrder<By> {
    /// `name`, `filed:desc`… None where the list has no such order.
    pub fn parse(typed: &str) -> Option<InOrder<By>> {
        let (name, descending) = match typed.split_once(':') {
            None => (typed, false),
            Some((name, "asc")) => (name, false),
            Some((name, "desc")) => (name, true),
            Some(_) => return None,
        };
        let by = By::ALL.iter().copied().find(|by| by.as_str() == name)?;
        Some(InOrder { by, descending })
    }
}

/// One row on its way into a list: what it is called in a cursor, and what it is sorted by, if it has that.
pub(crate) struct Row<T> {
    pub id: String,
    pub key: Option<String>,
    pub row: T,
}

/// Which part of a list is asked for.
pub(crate) struct Asked<'f> {
    pub limit: usize,
    pub after: Option<&'f str>,
    pub descending: bool,
}

/// A page of rows that are all there. What has no key comes last, whichever end is first. `view` makes what is shown.
///
/// # Errors
/// [`Error::ListChanged`] when the row after which to go on is not in the list any more; those of `view`.
pub(crate) fn page<T, R>(
    mut rows: Vec<Row<T>>,
    asked: &Asked<'_>,
    view: impl FnMut(T) -> Result<R, Error>,
) -> Result<Page<R>, Error> {
    rows.sort_by(|one, other| match (&one.key, &other.key) {
        (Some(one), Some(other)) if asked.descending => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (one, other) => one.is_none().cmp(&other.is_none()),
    });
    let from = match asked.after {
        None => 0,
        Some(after) => rows.iter().position(|row| row.id == after).ok_or(Error::ListChanged)? + 1,
    };
    let total = rows.len();
    let limit = if asked.limit == 0 { PAGE } else { asked.limit.min(MOST) };
    let end = from.saturating_add(limit).min(total);
    let next = (end < total).then(|| rows.get(end.saturating_sub(1)).map(|last| last.id.clone())).flatten();
    let shown = rows.into_iter().take(end).skip(from).map(|row| row.row).map(view);
    Ok(Page { rows: shown.collect::<Result<_, _>>()?, next, total: total as u64, lacks: None })
}

/// Whether each word that is looked for stands somewhere in the text, whatever the case and accents.
pub(crate) fn contains(text: &str, looked: Option<&str>) -> bool {
    let folded = label::fold(text);
    label::fold(looked.unwrap_or_default()).split_whitespace().all(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row<u32>> {
        let keys = [Some("b"), None, Some("a"), Some("b"), Some("c")];
        let row = |(n, key): (u32, Option<&str>)| Row { id: n.to_string(), key: key.map(str::to_owned), row: n };
        (0..).zip(keys).map(row).collect()
    }

    #[test]
    fn pages_follow_each_other_and_make_only_what_they_show() {
        for (descending, expected) in [(false, [2, 0, 3, 4, 1]), (true, [4, 0, 3, 2, 1])] {
            let (mut seen, mut after, mut made) = (Vec::new(), None::<String>, 0);
            loop {
                let asked = Asked { limit: 2, after: after.as_deref(), descending };
                let view = |n| {
                    made += 1;
                    Ok(n)
                };
                let page = page(rows(), &asked, view).expect("the rows do not change");
                assert_eq!(page.total, 5);
                seen.extend(page.rows);
                assert_eq!(made, seen.len());
                after = page.next;
                if after.is_none() {
                    break;
                }
            }
            assert_eq!(seen, expected, "what is alike stays as it was, and what has no key is last");
        }
        let gone = Asked { limit: 2, after: Some("9"), descending: false };
        assert!(matches!(page(rows(), &gone, Ok), Err(Error::ListChanged)));
        let empty = page(Vec::<Row<u32>>::new(), &Asked { limit: 0, after: None, descending: false }, Ok);
        assert_eq!(empty.expect("an empty list is one").rows, [0; 0]);
    }
}
