//! Nations, the communities they belong to and since when, and their names of the four levels.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{CommunitiesError, Lang, Level};

const BUILTIN: &str = include_str!("../../../policies/partners.toml");

/// The table of nations, institutions and communities. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Communities(Arc<Table>);

#[derive(Debug, Default, PartialEq, Eq)]
struct Table {
    parties: BTreeMap<String, Party>,
    communities: BTreeMap<String, Community>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Party {
    nation: bool,
    name: Names,
    levels: Vec<Equivalent>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Community {
    name: Names,
    unverified: bool,
    note: Option<String>,
    members: Vec<Membership>,
}

/// A name in the four languages of the program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    fr: String,
    nl: String,
    de: String,
    en: String,
}

impl Names {
    fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::Nl => &self.nl,
            Lang::De => &self.de,
            Lang::En => &self.en,
        }
    }
}

/// Where a name of a level comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// Read in a published table.
    Found,
    /// Part of it read, part of it not.
    FoundPart,
    /// From memory, and an open encyclopedia says the same.
    MemoryConfirmed,
    /// From an open encyclopedia alone.
    Encyclopedia,
    /// From memory alone.
    Memory,
}

/// A state's or institution's name of a level. Shown next to the original marking, never instead of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Equivalent {
    /// ISO 3166-1 alpha-3, or the institution (`EU`, `NATO`).
    pub of: String,
    pub level: Level,
    /// `None`: there is no such level there, and nothing stands in its place.
    pub name: Option<String>,
    pub provenance: Provenance,
    /// Not read in a published table: show it with a warning.
    pub unverified: bool,
    /// The same word means another level elsewhere.
    pub false_friend: bool,
    pub note: Option<String>,
}

/// When a nation belongs to a community.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    pub nation: String,
    /// The first day; `None`: since before anything here.
    pub from: Option<NaiveDate>,
    /// The last day; `None`: to this day.
    pub until: Option<NaiveDate>,
}

impl Membership {
    fn covers(&self, on: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= on) && self.until.is_none_or(|until| on <= until)
    }
}

impl Communities {
    /// The table that ships with the program. Parsed once per process.
    pub fn builtin() -> Communities {
        static TABLE: OnceLock<Communities> = OnceLock::new();
        // A test proves that it parses; an empty table releases to nobody.
        TABLE.get_or_init(|| Communities::parse(BUILTIN).unwrap_or_default()).clone()
    }

    /// Reads a table of the form of `policies/partners.toml`.
    ///
    /// # Errors
    /// The first thing that contradicts or refers to nothing.
    pub fn parse(text: &str) -> Result<Communities, CommunitiesError> {
        let file: File = toml::from_str(text).map_err(|error| CommunitiesError::NotToml(error.to_string()))?;
        let mut table = Table::default();
        let nations = file.nation.into_iter().map(|entry| (true, entry));
        let institutions = file.institution.into_iter().map(|entry| (false, entry));
        for (nation, entry) in nations.chain(institutions) {
            if nation && !(entry.code.len() == 3 && entry.code.bytes().all(|byte| byte.is_ascii_uppercase())) {
                return Err(CommunitiesError::NotACode(entry.code));
            }
            let levels = entry.levels.into_iter().map(|level| level.of(&entry.code)).collect();
            let party = Party { nation, name: entry.name, levels };
            if table.parties.insert(entry.code.clone(), party).is_some() {
                return Err(CommunitiesError::Twice(entry.code));
            }
        }
        for entry in file.community {
            table.check(&entry)?;
            let community =
                Community { name: entry.name, unverified: entry.unverified, note: entry.note, members: entry.members };
            if table.communities.insert(entry.code.clone(), community).is_some() {
                return Err(CommunitiesError::Twice(entry.code));
            }
        }
        Ok(Communities(Arc::new(table)))
    }

    /// ISO 3166-1 alpha-3 codes, in order.
    pub fn nations(&self) -> Vec<&str> {
        self.0.parties.iter().filter(|(_, party)| party.nation).map(|(code, _)| code.as_str()).collect()
    }

    pub fn is_nation(&self, code: &str) -> bool {
        self.0.is_nation(code)
    }

    /// `BENELUX`, `CTG`, `EU`, `NATO`, `SCHENGEN`.
    pub fn names(&self) -> Vec<&str> {
        self.0.communities.keys().map(String::as_str).collect()
    }

    pub fn is_community(&self, code: &str) -> bool {
        self.0.communities.contains_key(code)
    }

    /// The name of a nation, an institution or a community.
    pub fn name(&self, code: &str, lang: Lang) -> Option<&str> {
        let party = self.0.parties.get(code).map(|party| &party.name);
        party.or_else(|| self.0.communities.get(code).map(|community| &community.name)).map(|name| name.in_lang(lang))
    }

    /// Whether the nation belongs to the community on that day. Unknown words belong to nothing.
    pub fn contains(&self, community: &str, nation: &str, on: NaiveDate) -> bool {
        self.0
            .communities
            .get(community)
            .is_some_and(|found| found.members.iter().any(|member| member.nation == nation && member.covers(on)))
    }

    /// All memberships of a community, past ones too, by nation and date of the file.
    pub fn members(&self, community: &str) -> &[Membership] {
        self.0.communities.get(community).map_or(&[], |found| &found.members)
    }

    /// Whether the list of members was not read in a published source.
    pub fn unverified(&self, community: &str) -> bool {
        self.0.communities.get(community).is_some_and(|found| found.unverified)
    }

    /// What the table says about a community.
    pub fn note(&self, community: &str) -> Option<&str> {
        self.0.communities.get(community)?.note.as_deref()
    }

    /// Nations as they are, communities as their members on that day. A word that is neither yields nothing.
    pub fn expand<'v>(&self, values: impl IntoIterator<Item = &'v str>, on: NaiveDate) -> BTreeSet<String> {
        let mut nations = BTreeSet::new();
        for value in values {
            if self.is_nation(value) {
                nations.insert(value.to_owned());
            }
            let members = self.members(value).iter().filter(|member| member.covers(on));
            nations.extend(members.map(|member| member.nation.clone()));
        }
        nations
    }

    /// The names of the levels of a state or institution, lowest first; empty when the table has none.
    pub fn equivalents(&self, of: &str) -> &[Equivalent] {
        self.0.parties.get(of).map_or(&[], |party| &party.levels)
    }

    /// The name of one level there; `None` when the table says nothing. [`Level::Unclassified`] has no equivalents.
    pub fn equivalent(&self, of: &str, level: Level) -> Option<&Equivalent> {
        self.equivalents(of).iter().find(|equivalent| equivalent.level == level)
    }

    /// Every level that a word names somewhere: more than one is a false friend that a person must decide.
    pub fn meanings<'c>(&'c self, word: &str) -> Vec<&'c Equivalent> {
        let asked = crate::fold(word);
        let names = |name: &str| {
            let bare = name.split('(').next().unwrap_or(name);
            bare.split(" / ").chain([name, bare]).any(|part| crate::fold(part) == asked)
        };
        self.0
            .parties
            .values()
            .flat_map(|party| &party.levels)
            .filter(|equivalent| equivalent.name.as_deref().is_some_and(names))
            .collect()
    }
}

impl Table {
    fn check(&self, entry: &CommunityEntry) -> Result<(), CommunitiesError> {
        // A community named as a nation would let one word mean both.
        if self.parties.get(&entry.code).is_some_and(|party| party.nation) {
            return Err(CommunitiesError::Twice(entry.code.clone()));
        }
        for member in &entry.members {
            let (community, nation) = (entry.code.clone(), member.nation.clone());
            if !self.is_nation(&nation) {
                return Err(CommunitiesError::UnknownNation { community, nation });
            }
            if let (Some(from), Some(until)) = (member.from, member.until)
                && from > until
            {
                return Err(CommunitiesError::PeriodReversed { community, nation });
            }
        }
        Ok(())
    }

    fn is_nation(&self, code: &str) -> bool {
        self.parties.get(code).is_some_and(|party| party.nation)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    nation: Vec<PartyEntry>,
    #[serde(default)]
    institution: Vec<PartyEntry>,
    #[serde(default)]
    community: Vec<CommunityEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyEntry {
    code: String,
    name: Names,
    #[serde(default)]
    levels: Vec<LevelEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct LevelEntry {
    level: Level,
    name: Option<String>,
    #[serde(default)]
    absent: bool,
    provenance: Provenance,
    #[serde(default)]
    unverified: bool,
    #[serde(default)]
    false_friend: bool,
    note: Option<String>,
}

impl LevelEntry {
    fn of(self, code: &str) -> Equivalent {
        Equivalent {
            of: code.to_owned(),
            level: self.level,
            name: self.name.filter(|_| !self.absent),
            provenance: self.provenance,
            unverified: self.unverified,
            false_friend: self.false_friend,
            note: self.note,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommunityEntry {
    code: String,
    name: Names,
    #[serde(default)]
    unverified: bool,
    note: Option<String>,
    members: Vec<Membership>,
}
