//! Whom a part is for. The tag is public; it names keys by opaque ids and says nothing else.

use std::fmt;

use seal::KeyId;

use crate::key_name::KeyName;
use crate::{ClassId, DossierKey};

/// The audience of a part, parsed from its tag.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Audience {
    /// Everybody: a verifying key that the entry introduces.
    Author,
    /// `renews/<key id>`: everybody: the keys that are replaced by those which the entry introduces. So a log that nobody opens
    /// shows how many officers it has.
    Renews(KeyId),
    /// `beside/<key id>`: everybody: the first keys of the officer who has those which the entry introduces as well.
    Beside(KeyId),
    /// `common/<epoch>`: every officer's program.
    Common(u32),
    /// `oversight/<session>`: security officers and auditors.
    Oversight(String),
    /// `oversight-key/<session>`: the session's key, for them.
    OversightKey(String),
    /// `officer/<key id>`: keys for one officer.
    Officer(KeyId),
    /// `custody/<class or dossier>`: its key, for custodians.
    Custody(String),
    /// `pairs/<class>`: shares of its key, for those who open by two.
    Pairs(ClassId),
    /// `dossier/<id>/<epoch>`.
    Dossier(DossierKey, u32),
    /// `class/<id>/<epoch>`.
    Class(ClassId, u32),
}

impl Audience {
    /// Nothing when it is no tag that this program writes.
    pub fn parse(tag: &str) -> Option<Audience> {
        // This runs twice for each part of a log. A word behind a second slash that has a slash itself is no number.
        let (kind, rest) = tag.split_once('/').map_or((tag, None), |(kind, rest)| (kind, Some(rest)));
        let (first, second) = match rest.map(|rest| (rest, rest.split_once('/'))) {
            Some((_, Some((first, second)))) => (Some(first), Some(second)),
            Some((first, None)) => (Some(first), None),
            None => (None, None),
        };
        match (kind, first, second) {
            ("author", None, None) => Some(Audience::Author),
            ("renews", Some(key), None) => Some(Audience::Renews(key.parse().ok()?)),
            ("beside", Some(key), None) => Some(Audience::Beside(key.parse().ok()?)),
            ("common", Some(epoch), None) => Some(Audience::Common(number(epoch)?)),
            ("oversight", Some(session), None) => Some(Audience::Oversight(opaque(session)?)),
            ("oversight-key", Some(session), None) => Some(Audience::OversightKey(opaque(session)?)),
            ("officer", Some(key), None) => Some(Audience::Officer(key.parse().ok()?)),
            ("custody", Some(id), None) => Some(Audience::Custody(opaque(id)?)),
            ("pairs", Some(id), None) => Some(Audience::Pairs(ClassId::parse(id).ok()?)),
            ("dossier", Some(id), Some(epoch)) => Some(Audience::Dossier(DossierKey::parse(id).ok()?, number(epoch)?)),
            ("class", Some(id), Some(epoch)) => Some(Audience::Class(ClassId::parse(id).ok()?, number(epoch)?)),
            _ => None,
        }
    }

    /// The session under whose key its author speaks to oversight, if he does.
    pub fn session(&self) -> Option<&String> {
        match self {
            Audience::Oversight(session) => Some(session),
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::Common(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Pairs(_)
            | Audience::Dossier(..)
            | Audience::Class(..) => None,
        }
    }

    /// The key that opens such a part, where it is one that is held in epochs.
    pub fn key(&self) -> Option<(KeyName, u32)> {
        match self {
            Audience::Common(epoch) => Some((KeyName::Vault, *epoch)),
            Audience::Dossier(id, epoch) => Some((KeyName::Dossier(id.clone()), *epoch)),
            Audience::Class(id, epoch) => Some((KeyName::Class(id.clone()), *epoch)),
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::Oversight(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Pairs(_) => None,
        }
    }
}

impl fmt::Display for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Audience::Author => f.write_str(ledger::AUTHOR),
            Audience::Renews(key) => write!(f, "renews/{key}"),
            Audience::Beside(key) => write!(f, "beside/{key}"),
            Audience::Common(epoch) => write!(f, "common/{epoch}"),
            Audience::Oversight(session) => write!(f, "oversight/{session}"),
            Audience::OversightKey(session) => write!(f, "oversight-key/{session}"),
            Audience::Officer(key) => write!(f, "officer/{key}"),
            Audience::Custody(id) => write!(f, "custody/{id}"),
            Audience::Pairs(id) => write!(f, "pairs/{id}"),
            Audience::Dossier(id, epoch) => write!(f, "dossier/{id}/{epoch}"),
            Audience::Class(id, epoch) => write!(f, "class/{id}/{epoch}"),
        }
    }
}

fn opaque(text: &str) -> Option<String> {
    ClassId::parse(text).ok().map(String::from)
}

/// One way to write a number: no sign, no leading zero.
fn number(text: &str) -> Option<u32> {
    let number: u32 = text.parse().ok()?;
    (number.to_string() == text && number > 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_that_is_written_is_read_back() {
        let id = seal::random_id();
        for tag in [
            "author",
            "common/1",
            "renews/000102030405060708090a0b0c0d0e0f",
            "beside/000102030405060708090a0b0c0d0e0f",
            "officer/000102030405060708090a0b0c0d0e0f",
        ] {
            assert_eq!(Audience::parse(tag).map(|a| a.to_string()).as_deref(), Some(tag));
        }
        for kind in ["oversight", "oversight-key", "custody", "pairs"] {
            let tag = format!("{kind}/{id}");
            assert_eq!(Audience::parse(&tag).map(|a| a.to_string()), Some(tag));
        }
        for kind in ["dossier", "class"] {
            let tag = format!("{kind}/{id}/12");
            assert_eq!(Audience::parse(&tag).map(|a| a.to_string()), Some(tag));
        }
    }

    #[test]
    fn what_nobody_writes_is_no_tag() {
        for tag in
            ["", "common", "common/0", "common/01", "common/+1", "common/1/2", "author/x", "class/x/1", "other/1"]
        {
            assert_eq!(Audience::parse(tag), None, "{tag}");
        }
        let id = seal::random_id();
        for tag in [format!("class/{id}/1/2"), format!("dossier/{id}/1/"), format!("pairs/{id}/"), "author/".to_owned()]
        {
            assert_eq!(Audience::parse(&tag), None, "{tag}");
        }
    }
}
