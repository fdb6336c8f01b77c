//! Nations, the communities they belong to and since when, and their names of the four levels.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{CommunitiesError, Level};

/// The table of nations and communities.
#[derive(Clone, Debug, Default)]
pub struct Communities {}

/// Where a name of a level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// Read in a published table.
    Found,
    /// Part of it read, part of it not.
    FoundPart,
    /// From memory, agrees with an open encyclopedia.
    MemoryConfirmed,
    /// From memory alone.
    Memory,
}

/// A state's or institution's name of a level. Shown beside the original marking, never instead of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Equivalent {
    /// ISO 3166-1 alpha-3, or the institution (`EU`, `NATO`).
    pub of: String,
    pub level: Level,
    pub name: String,
    pub provenance: Provenance,
    /// Not checked against a published source: show it with a warning.
    pub unverified: bool,
}

/// When a nation belongs to a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    pub nation: String,
    pub from: Option<Date>,
    pub until: Option<Date>,
}

impl Communities {
    /// The table that ships with the program.
    pub fn builtin() -> Communities {
        Communities::default()
    }

    pub fn parse(_toml: &str) -> Result<Communities, CommunitiesError> {
        Ok(Communities::default())
    }

    /// ISO 3166-1 alpha-3 codes.
    pub fn nations(&self) -> Vec<&str> {
        Vec::new()
    }

    /// `EU`, `NATO`, `CTG`, `BENELUX`, `SCHENGEN`.
    pub fn names(&self) -> Vec<&str> {
        Vec::new()
    }

    /// Whether the nation belongs to the community on that day.
    pub fn contains(&self, _community: &str, _nation: &str, _on: Date) -> bool {
        false
    }

    /// Nations as they are, communities as their members on that day. An unknown word yields nothing.
    pub fn expand<'v>(&self, _values: impl IntoIterator<Item = &'v str>, _on: Date) -> BTreeSet<String> {
        BTreeSet::new()
    }
}
