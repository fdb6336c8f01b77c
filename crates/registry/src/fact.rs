//! A fact: one change of state, signed by its author. Each fact is a struct in the module of its subject;
//! [`crate::event`] lists them once.
//!
//! The trait has no defaults, so that a new fact cannot leave anything out.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use ledger::VaultId;
use seal::{KeyId, VerifyingKey, Weight};

use crate::key_name::KeyName;
use crate::log::AuditRecord;
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};

/// What a fact must say of itself.
pub trait Fact {
    /// Facts that give or take rights stand in entries that bear both signatures.
    const WEIGHT: Weight;

    /// Had its author the right, and does it fit? On the state before it.
    ///
    /// # Errors
    /// The rule that it breaks.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule>;

    /// Puts it into the state. It was checked.
    fn apply(&self, state: &mut State, by: &Context<'_>);

    /// Which parts its entry must have. On the state after the whole entry.
    ///
    /// # Errors
    /// The rule that the entry as a whole breaks.
    fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, Rule>;

    /// The keys, with their epochs, that an officer receives or makes by it.
    fn keys(&self, me: &OfficerId) -> Vec<(KeyName, u32)>;

    /// The key that it files under, which its author may know because he files himself.
    fn under(&self) -> Option<KeyName>;

    /// Whom it is about, who then knows of it although he may not read its author's words. On the state after it.
    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f>;

    /// What it says in the log: everything that a person wants to know of it. On the state before it.
    fn record(&self, before: &State) -> AuditRecord;
}

/// The entry that a fact stands in.
pub struct Context<'a> {
    pub vault: &'a VaultId,
    pub author: &'a OfficerId,
    /// From 0.
    pub index: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub at: DateTime<Utc>,
    /// Keys that the entry introduces as authors.
    pub introduces: &'a [VerifyingKey],
    /// The classes and epochs that the entry has parts for.
    pub sheets: &'a [(ClassId, u32)],
    /// The documents that the entry changes by two: it says who the second is, and he signs it.
    pub by_two: &'a [DocumentId],
}

impl Context<'_> {
    /// Whether the entry introduces this key and no other.
    pub(crate) fn introduces_only(&self, key: KeyId) -> bool {
        matches!(self.introduces, [introduced] if introduced.key_id() == key)
    }
}

/// Whom a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerns<'f> {
    /// No officer by himself.
    Nobody,
    Officer(&'f OfficerId),
}

/// The parts that the entry of a fact must have, and those that it may have by it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequiredParts {
    /// It introduces an author.
    pub introduces: bool,
    /// The keys that those of this author replace.
    pub renews: Option<KeyId>,
    /// The first keys of the officer who has those of this author besides.
    pub beside: Option<KeyId>,
    /// A part for each of these officers, with keys.
    pub officers: BTreeSet<KeyId>,
    /// A part for custody with each of these keys, once custody is sound.
    pub custody: Vec<(KeyName, Vec<u32>)>,
    /// Epochs of keys for two, of each of which a part has the shares.
    pub pairs: Vec<(ClassId, u32)>,
    /// Parts that must be there for sheets.
    pub sheets: Vec<RequiredSheet>,
    /// The classes on whose sheets its author may write because of it, whatever else he may.
    pub may_write: Vec<ClassId>,
    /// Epochs that begin with it.
    pub begins: Vec<(KeyName, u32)>,
    pub places: Places,
}

/// A sheet that the entry of a fact must have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequiredSheet {
    pub class: ClassId,
    /// None: of whichever epoch.
    pub epoch: Option<u32>,
    /// What is broken without it.
    pub or: Rule,
}

/// Whether a fact puts a document into a class. Lists know a document by its entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Places {
    #[default]
    Nothing,
    /// A new one.
    Files,
    /// One that was in another: then it is the only one of its entry.
    Moves(DocumentId),
}

impl RequiredParts {
    /// None in addition to what every entry has.
    pub fn none() -> RequiredParts {
        RequiredParts::default()
    }

    /// A new author, who gets his keys in the same entry.
    pub fn introduces(key: KeyId) -> RequiredParts {
        RequiredParts { introduces: true, officers: [key].into(), ..RequiredParts::default() }
    }

    /// The first or next epoch of a key, which goes into custody.
    pub fn begins(key: &KeyName, epoch: u32) -> RequiredParts {
        RequiredParts {
            custody: vec![(key.clone(), vec![epoch])],
            begins: vec![(key.clone(), epoch)],
            ..RequiredParts::default()
        }
    }

    /// Its author may write on the sheets of these classes.
    pub fn may_write(classes: Vec<ClassId>) -> RequiredParts {
        RequiredParts { may_write: classes, ..RequiredParts::default() }
    }
}

/// `Ok` when the condition holds, else the rule that it broke.
pub(crate) fn require(holds: bool, rule: Rule) -> Result<(), Rule> {
    if holds { Ok(()) } else { Err(rule) }
}
