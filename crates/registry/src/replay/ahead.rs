//! Parts that are opened before their entries are read, on all cores.
//!
//! Entries are read one after the other, because what each may say rests on those before it. What takes longest is not: opening
//! parts, inflating them and reading their JSON. A key that is certain never changes, so a part opens to the same whenever that
//! is done. What did not open is opened again in its turn, which tells why.

use std::num::NonZero;
use std::thread;

use ledger::Entry;

use super::Knowledge;
use crate::documents::Sheet;
use crate::event::Event;
use crate::keys::{Closed, Keyring};
use crate::log::AuditRecord;
use crate::parts::{Audience, Reader, Unread};

/// From how many entries on threads are worth their start.
const WORTH_THREADS: usize = 64;

/// What the parts of a run of entries say, as far as they opened.
#[derive(Default)]
pub struct Ahead {
    /// See [`Keyring::replaced`].
    replaced: u64,
    entries: std::vec::IntoIter<Opened>,
}

impl Ahead {
    /// Opens the parts of entries that an officer will look into: with the keys that he has now.
    pub fn open(entries: &[Entry], keyring: &Keyring, knowledge: &Knowledge) -> Ahead {
        if entries.len() < WORTH_THREADS {
            return Ahead::default();
        }
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let share = entries.len().div_ceil(cores);
        let of = |entries: &[Entry]| -> Vec<Opened> {
            let mut reader = Reader::default();
            entries.iter().map(|entry| Opened::of(entry, &mut reader, keyring, knowledge)).collect()
        };
        let opened: Vec<Opened> = thread::scope(|scope| {
            let threads: Vec<_> =
                entries.chunks(share).map(|chunk| (chunk.len(), scope.spawn(move || of(chunk)))).collect();
            // A thread that died has opened nothing.
            let none = |entries: usize| (0..entries).map(|_| Opened::default()).collect();
            threads.into_iter().flat_map(|(entries, thread)| thread.join().unwrap_or_else(|_| none(entries))).collect()
        });
        Ahead { replaced: keyring.replaced(), entries: opened.into_iter() }
    }

    /// Of the next entry. Nothing once a key was replaced by another: what it opened before may not be what it opens now.
    pub(super) fn next(&mut self, keyring: &Keyring) -> Opened {
        let next = self.entries.next().unwrap_or_default();
        if keyring.replaced() == self.replaced { next } else { Opened::default() }
    }
}

/// What the parts of one entry say, as far as they opened.
#[derive(Default)]
pub(super) struct Opened {
    pub events: Option<Result<Vec<Event>, Unread>>,
    /// The words of its author for oversight.
    pub said: Option<Result<Vec<AuditRecord>, Unread>>,
    sheets: Vec<(Audience, Result<Vec<Sheet>, Closed>)>,
}

impl Opened {
    fn of(entry: &Entry, reader: &mut Reader, keyring: &Keyring, knowledge: &Knowledge) -> Opened {
        let mut opened = Opened::default();
        for part in entry.parts() {
            // An entry with a part that nobody knows, or with two for one audience, is refused before anything of it is looked at.
            let Some(audience) = Audience::parse(&part.audience) else { continue };
            let plain = || keyring.open_ahead(&audience, entry.author(), &part.sealed);
            match &audience {
                Audience::Common(_) => opened.events = plain().map(|plain| reader.decode(plain.expose_secret())),
                Audience::Oversight(_) => opened.said = plain().map(|plain| reader.decode(plain.expose_secret())),
                Audience::Class(class, epoch) => {
                    if knowledge.indexed.contains(&(class.clone(), *epoch))
                        && let Some(plain) = plain()
                    {
                        let sheets = reader.decode(plain.expose_secret()).map_err(|_| Closed::Altered);
                        opened.sheets.push((audience, sheets));
                    }
                }
                Audience::Author
                | Audience::Renews(_)
                | Audience::Beside(_)
                | Audience::OversightKey(_)
                | Audience::Officer(_)
                | Audience::Custody(_)
                | Audience::Pairs(_)
                | Audience::Dossier(..) => {}
            }
        }
        opened
    }

    /// What the part for a class says.
    pub fn sheets(&mut self, audience: &Audience) -> Option<Result<Vec<Sheet>, Closed>> {
        let at = self.sheets.iter().position(|(of, _)| of == audience)?;
        Some(self.sheets.swap_remove(at).1)
    }
}

#[cfg(test)]
mod tests {
    use ledger::VaultId;
    use seal::{Identity, Signer};

    use super::*;
    use crate::keys::KeyName;
    use crate::{ClassId, OfficerId};

    #[test]
    fn what_was_opened_counts_until_another_key_takes_the_place_of_one_that_was_held() {
        let me = OfficerId::parse("bea").expect("of the form of a name");
        let mut keyring = Keyring::new(me, Identity::generate(), Signer::generate(), VaultId::random());
        let class = ClassId::parse(&"a".repeat(26)).expect("of the form of an id");
        let opened = || Opened { said: Some(Ok(Vec::new())), ..Opened::default() };
        let mut ahead =
            Ahead { replaced: keyring.replaced(), entries: vec![opened(), opened(), opened(), opened()].into_iter() };
        assert!(ahead.next(&keyring).said.is_some());
        keyring.add_identity(KeyName::Class(class.clone()), 1, Identity::generate());
        assert!(ahead.next(&keyring).said.is_some(), "another key");
        keyring.add_identity(KeyName::Class(class), 1, Identity::generate());
        assert!(ahead.next(&keyring).said.is_none(), "the same key is another");
        let mut nothing = Ahead::default();
        assert!(nothing.next(&keyring).said.is_none());
    }
}
