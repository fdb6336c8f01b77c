//! A fact: one change of state, signed by its author. Each fact is a struct in the module of its subject;
//! [`crate::event`] lists them once.
//!
//! The trait has no defaults, so that a new fact cannot leave anything out.

mod second;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::{DateTime, Utc};
use ledger::VaultId;
use seal::{KeyId, VerifyingKey, Weight, hex, sha256};

use crate::key_name::KeyName;
use crate::log::AuditRecord;
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};

pub use second::{BySecond, OfTwo, Together, Witness};

/// What a fact must say of itself.
pub trait Fact: Sized {
    /// Facts that give or take rights stand in entries that bear both signatures.
    const WEIGHT: Weight;

    /// What it says of two officers, where two open a document.
    const BY_TWO: BySecond<Self>;

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

/// Of a fact that hands over no key, and files nothing: its `keys` and its `under`.
macro_rules! hands_over_nothing {
    () => {
        fn keys(&self, _: &$crate::OfficerId) -> Vec<($crate::key_name::KeyName, u32)> {
            Vec::new()
        }

        fn under(&self) -> Option<$crate::key_name::KeyName> {
            None
        }
    };
}
pub(crate) use hands_over_nothing;

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
    /// What a second signs of the entry; none: no second signs it.
    pub digest: Option<&'a EntryDigest>,
}

/// What a second officer signs of an entry: all of its facts, in their order, and each sealed part that has something for readers
/// of documents and dossiers, for custodians, or for pairs. Everybody's program makes it again from the entry, and no program needs
/// a key for that.
///
/// Left out are the signatures of seconds themselves, the keys that are handed over (which of them, the facts say), and the
/// author's own words to oversight.
#[derive(Clone, PartialEq, Eq)]
pub struct EntryDigest([u8; 32]);

impl EntryDigest {
    /// `facts`: as they are written. `parts`: by audience.
    pub fn of(facts: &[u8], parts: &BTreeMap<String, [u8; 32]>) -> EntryDigest {
        let mut text = format!("zegel-entry-of-two/1\nfacts {}\n", hex(&sha256(facts)));
        for (audience, hash) in parts {
            text.push_str(&format!("part {audience} {}\n", hex(hash)));
        }
        EntryDigest(sha256(text.as_bytes()))
    }
}

impl fmt::Display for EntryDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for EntryDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EntryDigest({self})")
    }
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
    /// A document that comes to another class by it.
    pub moves: Option<DocumentId>,
}

/// A sheet that the entry of a fact must have.
///
/// What a part says is sealed: that there is a part for the class is all that everybody sees. So an entry has sheets that are
/// called for about one document alone. Of a second, nobody could tell whether its sheet was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequiredSheet {
    /// What it is about.
    pub document: DocumentId,
    pub class: ClassId,
    /// None: of whichever epoch.
    pub epoch: Option<u32>,
    /// What is broken without it.
    pub or: Rule,
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
