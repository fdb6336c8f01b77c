//! The order of lists.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// By what a list is in order, and which end comes first. What is alike in it is in the order of filing, by the same end first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sort {
    pub by: SortBy,
    pub order: Order,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// When it was filed. In a list of decisions: when it was decided.
    Filed,
    /// Its own date.
    Date,
    Title,
    Level,
    Reference,
    Originator,
    Dossier,
    /// The end of its term.
    Term,
    /// From when its term counts.
    Finalised,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Ascending,
    Descending,
}

/// The latest filed first.
impl Default for Sort {
    fn default() -> Sort {
        Sort { by: SortBy::Filed, order: Order::Descending }
    }
}

/// The text is no [`Sort`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an order")]
pub struct NotASort;

/// `title`, `date:desc`…
impl FromStr for Sort {
    type Err = NotASort;
    fn from_str(text: &str) -> Result<Sort, NotASort> {
        let (by, order) = match text.split_once(':') {
            None | Some((_, "asc")) => (text.trim_end_matches(":asc"), Order::Ascending),
            Some((by, "desc")) => (by, Order::Descending),
            Some(_) => return Err(NotASort),
        };
        let by = SortBy::ALL.into_iter().find(|one| one.as_str() == by).ok_or(NotASort)?;
        Ok(Sort { by, order })
    }
}

/// As it is typed, which is how a page sends it as well.
impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.order {
            Order::Ascending => f.write_str(self.by.as_str()),
            Order::Descending => write!(f, "{}:desc", self.by.as_str()),
        }
    }
}

impl TryFrom<String> for Sort {
    type Error = NotASort;
    fn try_from(text: String) -> Result<Sort, NotASort> {
        text.parse()
    }
}

impl From<Sort> for String {
    fn from(sort: Sort) -> String {
        sort.to_string()
    }
}

#[cfg(feature = "screen")]
impl specta::Type for Sort {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        String::definition(types)
    }
}

/// A list that is kept in order by its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOf {
    /// The register.
    Documents,
    /// The calendar: where each stands in its term.
    Terms,
    /// What was decided about them.
    Decisions,
}

impl SortBy {
    /// Each of them; the questions below say which list has which.
    pub const ALL: [SortBy; 9] = [
        SortBy::Filed,
        SortBy::Date,
        SortBy::Title,
        SortBy::Level,
        SortBy::Reference,
        SortBy::Originator,
        SortBy::Dossier,
        SortBy::Term,
        SortBy::Finalised,
    ];

    /// As it is typed.
    pub fn as_str(self) -> &'static str {
        match self {
            SortBy::Filed => "filed",
            SortBy::Date => "date",
            SortBy::Title => "title",
            SortBy::Level => "level",
            SortBy::Reference => "reference",
            SortBy::Originator => "originator",
            SortBy::Dossier => "dossier",
            SortBy::Term => "term",
            SortBy::Finalised => "finalised",
        }
    }

    /// Whether a list can be in this order. The index finds a way along each of them; these are those that a person is offered.
    pub fn orders(self, list: ListOf) -> bool {
        match self {
            SortBy::Title | SortBy::Level | SortBy::Reference => true,
            SortBy::Filed => matches!(list, ListOf::Documents | ListOf::Decisions),
            SortBy::Date | SortBy::Originator | SortBy::Dossier => list == ListOf::Documents,
            SortBy::Term | SortBy::Finalised => list == ListOf::Terms,
        }
    }

    /// Those that a list has.
    pub fn of(list: ListOf) -> impl Iterator<Item = SortBy> {
        SortBy::ALL.into_iter().filter(move |by| by.orders(list))
    }

    /// The column of the index that is in this order. That of originators and dossiers is walked text by text, see by_text.rs.
    pub(super) fn column(self) -> &'static str {
        match self {
            SortBy::Filed => "entry",
            SortBy::Date => "date",
            SortBy::Title => "title_key(title)",
            SortBy::Level => "level",
            SortBy::Reference => "reference",
            SortBy::Originator => "(SELECT title_key(text) FROM texts WHERE text_id = originator_id)",
            SortBy::Dossier => "(SELECT title_key(text) FROM texts WHERE text_id = dossier_id)",
            SortBy::Term => "coalesce(lapses, '')",
            SortBy::Finalised => "coalesce(finalised, date)",
        }
    }
}

impl Order {
    pub(super) fn sql(self) -> &'static str {
        match self {
            Order::Ascending => "ASC",
            Order::Descending => "DESC",
        }
    }

    /// How what comes later compares.
    pub(super) fn later(self) -> char {
        match self {
            Order::Ascending => '>',
            Order::Descending => '<',
        }
    }
}

/// How wide a number in a title is made, so that 2 comes before 10.
const FIGURES: usize = 12;

/// What stands for a title when titles are put in order: no accents, no case, no punctuation, numbers by their size.
pub fn title_key(title: &str) -> String {
    let mut key = String::with_capacity(title.len() + FIGURES);
    let mut number = String::new();
    let mut gap = false;
    let end = |number: &mut String, key: &mut String| {
        if !number.is_empty() {
            let _ = write!(key, "{:0>FIGURES$}", number.trim_start_matches('0'));
            number.clear();
        }
    };
    for character in label::fold(title).chars() {
        if !character.is_alphanumeric() {
            end(&mut number, &mut key);
            gap = true;
            continue;
        }
        if gap && !key.is_empty() {
            key.push(' ');
        }
        gap = false;
        if character.is_ascii_digit() {
            number.push(character);
        } else {
            end(&mut number, &mut key);
            key.push(character);
        }
    }
    end(&mut number, &mut key);
    key
}

/// A text that documents share, as an order: the column that it is in, and the tree of that column.
#[derive(Clone, Copy)]
pub(super) struct SharedText {
    pub column: &'static str,
    pub tree: &'static str,
}

impl SharedText {
    /// None: the order is that of something which each document says itself.
    pub fn of(by: SortBy) -> Option<SharedText> {
        match by {
            SortBy::Originator => Some(SharedText { column: "originator_id", tree: "documents_by_originator" }),
            SortBy::Dossier => Some(SharedText { column: "dossier_id", tree: "documents_by_dossier_name" }),
            SortBy::Filed
            | SortBy::Date
            | SortBy::Title
            | SortBy::Level
            | SortBy::Reference
            | SortBy::Term
            | SortBy::Finalised => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_is_read_as_it_is_typed() {
        let title = |order| Ok(Sort { by: SortBy::Title, order });
        assert_eq!("title".parse(), title(Order::Ascending));
        assert_eq!("title:asc".parse(), title(Order::Ascending));
        assert_eq!("title:desc".parse(), title(Order::Descending));
        for other in ["", "title:", "title:down", "subject", "title:desc:desc", ":desc", "title_key"] {
            assert_eq!(other.parse::<Sort>(), Err(NotASort), "{other}");
        }
    }

    #[test]
    fn each_order_is_named_once_and_some_list_has_it() {
        let names: std::collections::BTreeSet<&str> = SortBy::ALL.iter().map(|by| by.as_str()).collect();
        assert_eq!(names.len(), SortBy::ALL.len());
        for by in SortBy::ALL {
            assert!(
                [ListOf::Documents, ListOf::Terms, ListOf::Decisions].into_iter().any(|list| by.orders(list)),
                "{by:?}"
            );
        }
    }

    #[test]
    fn titles_are_in_the_order_in_which_a_person_looks_for_them() {
        let mut titles = [
            "Zèle",
            "œuvre",
            "Rapport n° 10",
            "« Ardennes »",
            "Rapport n° 2",
            "Straßen",
            "Strasbourg",
            "éclair",
            "rapport",
            "Rapport n° 2 bis",
            "2 notes",
            "Odeur",
            "ofwel",
        ];
        titles.sort_by_key(|title| title_key(title));
        assert_eq!(
            titles,
            [
                "2 notes",
                "« Ardennes »",
                "éclair",
                "Odeur",
                "œuvre",
                "ofwel",
                "rapport",
                "Rapport n° 2",
                "Rapport n° 2 bis",
                "Rapport n° 10",
                "Strasbourg",
                "Straßen",
                "Zèle",
            ]
        );
    }
}
