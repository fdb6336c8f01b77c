//! What two have open for one thing that they do with a document: to mark it otherwise, or to keep it as it is.
//!
//! The second typed his passphrase here, and both are recorded before anything is opened, as for an opening. The class's keys that
//! two can put together are in this process until it is done, and in no keyring: what they open comes into no index.

use std::collections::BTreeMap;

use registry::documents::{Content, DocumentRecord, FoundSheet, Sheet};
use registry::event::ChangedTogether;
use registry::keys::{KeyName, Together, Witness};
use registry::parts::{Audience, decode};
use registry::replay::open_sheets;
use seal::Identity;

use super::together::{Purpose, Second};
use crate::at_hand::AtHand;
use crate::{ClassId, DocumentId, Error, Session};
use index::Document;

impl Session {
    /// Opens what two open for one thing that they do with it, and forgets what they opened, whatever comes of it.
    ///
    /// # Errors
    /// As [`Session::open_document_with`]; those of `deed`.
    pub(crate) fn with_both<T>(
        &mut self,
        id: &DocumentId,
        purpose: &str,
        second: &Second,
        deed: impl FnOnce(&mut Session) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let purpose = Purpose::ToReaders(purpose.to_owned());
        drop(self.opened_for_two(id, None, &purpose, Some(second))?);
        let filing = self.filing(id)?;
        let mut keys = BTreeMap::new();
        let chain = self.state.keys.get(&KeyName::Class(filing.class.clone()));
        for number in chain.map(|chain| chain.numbers()).into_iter().flatten() {
            if self.state.share_between(&filing.class, number, [self.id(), second.officer()])
                && let Some(key) = self.key_for_two(&filing.class, number, second)?
            {
                keys.insert(number, key);
            }
        }
        self.at_hand = Some(AtHand { class: filing.class.clone(), document: None, keys });
        let done = match self.read_at_hand(id, &filing) {
            Ok(document) => {
                if let Some(at_hand) = &mut self.at_hand {
                    at_hand.document = Some(document);
                }
                deed(self)
            }
            Err(error) => Err(error),
        };
        self.at_hand = None;
        done
    }

    /// What an earlier version of a document is, read with a key that two have put together.
    pub(super) fn version_with(
        &mut self,
        id: &DocumentId,
        filing: &DocumentRecord,
        version: u32,
        key: Identity,
    ) -> Result<(Content, Identity), Error> {
        let keys = [(filing.epoch, key)].into();
        self.at_hand = Some(AtHand { class: filing.class.clone(), document: None, keys });
        let of = self.version_of(id, filing, version);
        let key = self.at_hand.take().and_then(|mut at_hand| at_hand.keys.remove(&filing.epoch));
        Ok((of?, key.ok_or(Error::Internal { what: "key" })?))
    }

    /// What its sheets say of a document that two have open.
    fn read_at_hand(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Document, Error> {
        let altered = || Error::ObjectAltered { document: id.to_string() };
        let found = self.sheet_in(id, &filing.class, filing.index, &|sheet| matches!(sheet, Sheet::Filed { .. }))?;
        let mut document = found.and_then(|found| self.document_on(&found)).ok_or_else(altered)?;
        if let Some(present) = self.present(id, filing)? {
            document.renew(&present);
        }
        if let Some((_, found)) = self.decided_at_hand(id, filing)?.last()
            && let Sheet::Decided { decided, .. } = &found.sheet
        {
            document.listed.formerly.clone_from(&decided.formerly);
            document.listed.kept_until = decided.next_review;
            document.listed.remarked = decided.remarked;
        }
        Ok(document)
    }

    /// The decisions about a document since it is in its class, as far as two have them open.
    pub(crate) fn decided_at_hand(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
    ) -> Result<Vec<(u64, FoundSheet)>, Error> {
        let mut all = Vec::new();
        for entry in filing.decided.iter().copied().filter(|entry| *entry >= filing.index) {
            let decided = |sheet: &Sheet| matches!(sheet, Sheet::Decided { .. });
            all.extend(self.sheet_in(id, &filing.class, entry, &decided)?.map(|found| (entry, found)));
        }
        Ok(all)
    }

    /// The document itself, where two have it open.
    pub(crate) fn document_at_hand(&self, id: &DocumentId, class: &ClassId) -> Option<&Document> {
        let at_hand = self.at_hand.as_ref().filter(|at_hand| at_hand.class == *class)?;
        at_hand.document.as_ref().filter(|document| document.listed.id == *id)
    }

    /// The epochs of a class that this officer holds, or has open with another.
    pub(crate) fn epochs_to_open(&self, class: &ClassId) -> Vec<u32> {
        match self.at_hand.as_ref().filter(|at_hand| at_hand.class == *class) {
            Some(at_hand) => at_hand.keys.keys().copied().collect(),
            None => self.held_epochs(&KeyName::Class(class.clone())),
        }
    }

    /// One of them.
    pub(crate) fn key_to_open(&self, class: &ClassId, epoch: u32) -> Option<&Identity> {
        match self.at_hand.as_ref().filter(|at_hand| at_hand.class == *class) {
            Some(at_hand) => at_hand.keys.get(&epoch),
            None => self.keyring.identity_of(&KeyName::Class(class.clone()), epoch),
        }
    }

    /// The sheets of a class part, by a key that is held or that two have put together.
    pub(crate) fn sheets_of(&self, class: &ClassId, epoch: u32, sealed: &[u8]) -> Vec<Sheet> {
        let audience = Audience::Class(class.clone(), epoch);
        let at_hand = self.at_hand.as_ref().filter(|at_hand| at_hand.class == *class);
        match at_hand.and_then(|at_hand| at_hand.keys.get(&epoch)) {
            Some(key) => {
                let plain = self.keyring.open_with(key, &audience, sealed).ok();
                plain.and_then(|plain| decode(plain.expose_secret()).ok()).unwrap_or_default()
            }
            None => open_sheets(&self.keyring, &audience, sealed).unwrap_or_default(),
        }
    }

    /// That a second changes a document with this officer: he signs it for the next place in the log.
    pub(crate) fn changed_with(&self, id: &DocumentId, second: &Second) -> ChangedTogether {
        let place = (self.ledger.vault(), self.id(), self.position.size());
        ChangedTogether { document: id.clone(), with: second.signs(place, Together::Change(id)) }
    }
}

impl Second {
    fn signs(&self, place: (&ledger::VaultId, &crate::OfficerId, u64), what: Together<'_>) -> Witness {
        Witness::sign(&self.officer, &self.keys.signer, place, what)
    }
}
