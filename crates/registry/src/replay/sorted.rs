//! The parts of an entry, by audience.

use std::collections::BTreeMap;

use ledger::Entry;
use seal::{KeyId, VerifyingKey};

use crate::fact::require;
use crate::parts::Audience;
use crate::{ClassId, ForgedRule as Rule};

/// The parts of an entry, sorted by audience.
pub(super) struct Parts<'e> {
    pub introduces: Vec<VerifyingKey>,
    /// The keys that are replaced in it.
    pub renews: Option<KeyId>,
    /// The first keys of the officer who has those that are introduced as well.
    pub beside: Option<KeyId>,
    pub common: Option<(&'e [u8], Audience)>,
    pub oversight: Option<(&'e [u8], Audience)>,
    pub session_key: Option<(&'e [u8], String)>,
    pub officers: BTreeMap<KeyId, &'e [u8]>,
    pub custody: BTreeMap<String, &'e [u8]>,
    pub pairs: BTreeMap<ClassId, &'e [u8]>,
    pub held: Vec<(&'e [u8], Audience)>,
}

impl Parts<'_> {
    /// The classes and epochs on whose sheets the entry writes.
    pub fn sheets(&self) -> Vec<(ClassId, u32)> {
        let sheet = |(_, audience): &(&[u8], Audience)| match audience {
            Audience::Class(class, epoch) => Some((class.clone(), *epoch)),
            Audience::Author
            | Audience::Renews(_)
            | Audience::Beside(_)
            | Audience::Common(_)
            | Audience::Oversight(_)
            | Audience::OversightKey(_)
            | Audience::Officer(_)
            | Audience::Custody(_)
            | Audience::Pairs(_)
            | Audience::Dossier(..) => None,
        };
        self.held.iter().filter_map(sheet).collect()
    }

    /// Whether it writes on the sheets of a class; `epoch` none: in whichever epoch.
    pub fn has_sheet(&self, class: &ClassId, epoch: Option<u32>) -> bool {
        self.sheets().iter().any(|(other, of)| other == class && epoch.is_none_or(|epoch| epoch == *of))
    }
}

/// # Errors
/// The rule that an entry of this shape breaks.
pub(super) fn sort(entry: &Entry) -> Result<Parts<'_>, Rule> {
    let mut parts = Parts {
        introduces: Vec::new(),
        renews: None,
        beside: None,
        common: None,
        oversight: None,
        session_key: None,
        officers: BTreeMap::new(),
        custody: BTreeMap::new(),
        pairs: BTreeMap::new(),
        held: Vec::new(),
    };
    for part in entry.parts() {
        let sealed = part.sealed.as_slice();
        let audience = Audience::parse(&part.audience).ok_or(Rule::UnknownAudience)?;
        let twice = match audience {
            Audience::Author => {
                let key = VerifyingKey::from_bytes(sealed).map_err(|_| Rule::AuthorNotIntroduced)?;
                parts.introduces.push(key);
                parts.introduces.len() > 1
            }
            Audience::Renews(key) => parts.renews.replace(key).is_some(),
            Audience::Beside(key) => parts.beside.replace(key).is_some(),
            Audience::Common(_) => parts.common.replace((sealed, audience)).is_some(),
            Audience::Oversight(_) => parts.oversight.replace((sealed, audience)).is_some(),
            Audience::OversightKey(session) => parts.session_key.replace((sealed, session)).is_some(),
            Audience::Officer(key) => parts.officers.insert(key, sealed).is_some(),
            Audience::Custody(id) => parts.custody.insert(id, sealed).is_some(),
            Audience::Pairs(class) => parts.pairs.insert(class, sealed).is_some(),
            Audience::Dossier(..) | Audience::Class(..) => {
                let twice = parts.held.iter().any(|(_, other)| *other == audience);
                parts.held.push((sealed, audience));
                twice
            }
        };
        require(!twice, Rule::PartTwice)?;
    }
    Ok(parts)
}
