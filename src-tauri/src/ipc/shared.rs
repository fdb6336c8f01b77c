//! What several commands show or take: markings, levels, reasons, problems.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a command did not do what was asked. The words for `code` are in the catalogues, as `err-…` and `fix-…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// Every rule that denied, when policy denied; else empty.
    pub reasons: Vec<Reason>,
}

/// One rule that denied, or one thing worth knowing. The words for `code` are in the catalogues, as `reason-…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    pub code: String,
    pub params: BTreeMap<String, String>,
}

/// A page of a list: of what this officer may see, counts included.
#[derive(Clone, Debug, PartialEq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Where the next page goes on; none after the last.
    pub next: Option<String>,
    /// All rows that match, over all pages.
    pub total: u32,
}

/// By what a list is sorted. Lists that Rust hands out in pages know the first of these; the page sorts the others itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum SortBy {
    Filed,
    Date,
    Title,
    Level,
    Reference,
    Term,
    Finalised,
    Name,
    Role,
    Status,
    Until,
    Members,
}

/// A level of classification, the same under every policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Unclassified,
    Restricted,
    Confidential,
    Secret,
    TopSecret,
}

/// A marking as it is shown: never by colour alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Banner {
    /// Both national languages, with releasability: `SECRET – GEHEIM // REL TO …`.
    pub text: String,
    /// CSS colour of the ground, from the policy.
    pub colour: String,
    /// CSS colour of the text upon it.
    pub text_colour: String,
    /// Mark of one paragraph: `(S)`.
    pub portion: String,
    pub level: Level,
}

/// The marking of a document under another policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Equivalent {
    pub policy: String,
    pub text: String,
    /// Not checked against a published source.
    pub unverified: bool,
    /// The same word means another level elsewhere.
    pub false_friend: bool,
}

/// One difference between two markings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Words: `label-change-…`.
    pub code: String,
    pub params: BTreeMap<String, String>,
    /// What it does to who may read.
    pub effect: Effect,
}

/// What a difference does to who may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    None,
    Narrower,
    Wider,
}

/// A decision, shown without being acted upon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    pub permitted: bool,
    /// Every rule that denies.
    pub reasons: Vec<Reason>,
    /// Every rule that was looked at and holds.
    pub satisfied: Vec<Reason>,
}

/// In what order a list is asked for; what a page of Rust's cannot be sorted by is refused.
pub fn sorted(sort: Option<crate::workstation::Sort>) -> Result<Option<vault::Sort>, Problem> {
    let Some(sort) = sort else { return Ok(None) };
    let by = match sort.by {
        SortBy::Filed => vault::SortBy::Filed,
        SortBy::Date => vault::SortBy::Date,
        SortBy::Title => vault::SortBy::Title,
        SortBy::Level => vault::SortBy::Level,
        SortBy::Reference => vault::SortBy::Reference,
        SortBy::Term => vault::SortBy::Term,
        SortBy::Finalised => vault::SortBy::Finalised,
        SortBy::Name | SortBy::Role | SortBy::Status | SortBy::Until | SortBy::Members => {
            return Err(Problem::new("malformed").with("field", "sort"));
        }
    };
    let order = if sort.descending { vault::Order::Descending } else { vault::Order::Ascending };
    Ok(Some(vault::Sort { by, order }))
}

impl Problem {
    /// A problem that needs no more than its name.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), params: BTreeMap::new(), reasons: Vec::new() }
    }

    /// The same problem, with one more value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// What every command but `status` answers while the vault is locked.
    pub fn locked() -> Self {
        Self::new("locked")
    }
}
