//! What two have open for one thing that they do with a document: to mark it otherwise or keep it as it is, to put right what is
//! written of it, to file another version.
//!
//! The second typed his passphrase here, and both are recorded before anything is opened, as for an opening. The class's keys that
//! two can put together are in this process until it is done, and in no keyring: what they open comes into no index.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use registry::documents::{Content, DocumentRecord, FoundSheet, Sheet};
use registry::event::ChangedTogether;
use registry::keys::KeyName;
use registry::log::AuditRecord;
use registry::parts::{Audience, decode};
use registry::replay::open_sheets;
use seal::Identity;

use super::together::{Purpose, Second, of_second};
use crate::at_hand::AtHand;
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{ClassId, DocumentId, Error, Reason, Session};
use index::Document;

/// What the sheets of a document say of it, and of an earlier version that was asked for; the keys that read them.
type ReadWith = (Document, Option<Content>, BTreeMap<u32, Identity>);

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
        // Dealt again since it was opened: it is asked for again.
        let keys = self.keys_for_two(&filing, second)?.ok_or(Error::Busy)?;
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

    /// Does something with a document, with a second where two open it: then it is opened for that first. Whether they may is
    /// asked before.
    ///
    /// # Errors
    /// [`Error::Denied`], recorded, where it takes two and there is no second, and where it takes one and there are two; those of
    /// `deed`.
    pub(crate) fn by_two<T>(
        &mut self,
        action: &'static str,
        (id, about): (&DocumentId, &AuditRecord),
        purpose: &str,
        second: Option<&Second>,
        deed: impl FnOnce(&mut Session) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let Some(second) = second else { return deed(self) };
        self.require_writable()?;
        self.catch_up()?;
        if !self.state.opens_by_two(&self.filing(id)?.class) {
            self.refuse_second(id, Some(second))?;
        }
        let may = self.require_other_than_first(second.officer());
        let may = may.and_then(|()| self.may_put_right(action, id, Some(second), self.now()));
        self.note_denial(may, about)?;
        self.with_both(id, purpose, second, deed)
    }

    /// The keys of a document's class that two can put together, by epoch; nothing where they cannot that of the document itself.
    /// What is wrong with another of them, shows where it is needed.
    pub(super) fn keys_for_two(
        &self,
        filing: &DocumentRecord,
        second: &Second,
    ) -> Result<Option<BTreeMap<u32, Identity>>, Error> {
        let Some(own) = self.key_for_two(&filing.class, filing.epoch, second)? else { return Ok(None) };
        let mut keys: BTreeMap<u32, Identity> = [(filing.epoch, own)].into();
        let chain = self.state.keys.get(&KeyName::Class(filing.class.clone()));
        for number in chain.map(|chain| chain.numbers()).into_iter().flatten() {
            if number != filing.epoch
                && self.state.share_between(&filing.class, number, [self.id(), second.officer()])
                && let Ok(Some(key)) = self.key_for_two(&filing.class, number, second)
            {
                keys.insert(number, key);
            }
        }
        Ok(Some(keys))
    }

    /// What the sheets of a document say of it, read with keys that two have put together; and of one of its versions, where it is
    /// not the last that is asked for. The keys come back.
    pub(super) fn read_with(
        &mut self,
        id: &DocumentId,
        filing: &DocumentRecord,
        version: Option<u32>,
        keys: BTreeMap<u32, Identity>,
    ) -> Result<ReadWith, Error> {
        self.at_hand = Some(AtHand { class: filing.class.clone(), document: None, keys });
        let read = self.read_at_hand(id, filing);
        let of = version.map(|version| self.version_of(id, filing, version)).transpose();
        let keys = self.at_hand.take().map(|at_hand| at_hand.keys).unwrap_or_default();
        Ok((read?, of?, keys))
    }

    /// Whether a second may open a document that two open, with this officer.
    pub(crate) fn require_second(
        &self,
        action: &'static str,
        id: &DocumentId,
        second: &Second,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let filing = self.filing(id)?;
        self.require_both(action, (&filing.class, Some(filing.epoch)), second, at)
    }

    /// Whether this officer and a second may open what is of a class, and have shares of an epoch that fit together.
    pub(crate) fn require_both(
        &self,
        action: &'static str,
        (class, epoch): (&ClassId, Option<u32>),
        second: &Second,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let _ = self.state.may_open(self.id(), class, at).map_err(|no| denied(action, &no))?;
        let other = self.state.may_open(second.officer(), class, at);
        let _ = other.map_err(|no| of_second(denied(action, &no), second.officer()))?;
        let none = || denied_for(action, Reason::new("no_share_of_pair").with("officer", second.officer().to_string()));
        let fit = |epoch| self.state.share_between(class, epoch, [self.id(), second.officer()]);
        if epoch.is_none_or(fit) { Ok(()) } else { Err(none()) }
    }

    /// What its sheets say of a document that two have open.
    fn read_at_hand(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Document, Error> {
        let altered = || Error::ObjectAltered { document: id.to_string() };
        let found = self.sheet_in(id, &filing.class, filing.index, &|sheet| matches!(sheet, Sheet::Filed { .. }))?;
        let found = found.ok_or_else(altered)?;
        let mut document = self.document_on(&found).ok_or_else(altered)?;
        if let Some(right) = self.right(id, filing)? {
            let finalised = self.counts_from(id, filing, &found.sheet)?.unwrap_or(document.listed.finalised);
            document.listed.correct(&right, finalised);
        }
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

    /// Whether two have open what is of a class.
    pub(crate) fn is_at_hand(&self, class: &ClassId) -> bool {
        self.at_hand.as_ref().is_some_and(|at_hand| at_hand.class == *class)
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
}

impl EntryDraft {
    /// That a second changes a document with the author, and signs that.
    pub(crate) fn changed_with(self, id: &DocumentId, second: &Second) -> EntryDraft {
        let mut words = self.signed_by(second);
        words.push(ChangedTogether { document: id.clone(), with: second.to_sign() });
        words
    }

    /// The same where there is a second.
    pub(crate) fn changed_by(self, id: &DocumentId, second: Option<&Second>) -> EntryDraft {
        match second {
            Some(second) => self.changed_with(id, second),
            None => self,
        }
    }
}
