//! What two have open for one thing that they do with documents: to mark one otherwise or keep it as it is, to put right what is
//! written of it or move it, to file another version, to make another document from them, to write a package with them.
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

/// Whether two may do something, for the first of them.
pub(crate) type MayBoth<'m> = dyn Fn(&Session, DateTime<Utc>) -> Result<(), Error> + 'm;

impl Session {
    /// Opens what two open for one thing that they do with it, and forgets what they opened, whatever comes of it.
    ///
    /// # Errors
    /// As [`Session::open_document_with`]; those of `deed`.
    pub(crate) fn with_both<T, E: From<Error>>(
        &mut self,
        documents: &[DocumentId],
        purpose: &str,
        second: &Second,
        deed: impl FnOnce(&mut Session) -> Result<T, E>,
    ) -> Result<T, E> {
        for id in documents {
            let purpose = Purpose::ToReaders(purpose.to_owned());
            drop(self.opened_for_two(id, None, &purpose, Some(second))?);
        }
        let done = match self.take_in_hand(documents, second) {
            Ok(()) => deed(self),
            Err(error) => Err(error.into()),
        };
        self.at_hand = AtHand::default();
        done
    }

    /// Reads the sheets of documents that two have opened, and keeps what they say, and the keys, for what they do.
    fn take_in_hand(&mut self, documents: &[DocumentId], second: &Second) -> Result<(), Error> {
        let mut keys: BTreeMap<ClassId, BTreeMap<u32, Identity>> = BTreeMap::new();
        for id in documents {
            let filing = self.filing(id)?;
            if keys.get(&filing.class).is_some_and(|known| known.contains_key(&filing.epoch)) {
                continue;
            }
            // Dealt again since it was opened: it is asked for again.
            let more = self.keys_for_two(&filing, second)?.ok_or(Error::Busy)?;
            keys.entry(filing.class.clone()).or_default().extend(more);
        }
        self.at_hand = AtHand { second: Some(second.again()), documents: Vec::new(), keys };
        for id in documents {
            let document = self.read_at_hand(id, &self.filing(id)?)?;
            self.at_hand.documents.push(document);
        }
        Ok(())
    }

    /// Does something with a document, with a second where two open it: then it is opened for that first. Whether they may is
    /// asked before.
    ///
    /// # Errors
    /// [`Error::Denied`], recorded, where it takes two and there is no second, and where it takes one and there are two; those of
    /// `deed`.
    pub(crate) fn by_two<T>(
        &mut self,
        (action, may): (&'static str, &MayBoth<'_>),
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
        let both = self.require_other_than_first(second.officer());
        let both = both.and_then(|()| may(self, self.now()));
        let both = both.and_then(|()| self.require_second(action, id, second, self.now()));
        self.note_denial(both, about)?;
        self.with_both(std::slice::from_ref(id), purpose, second, deed)
    }

    /// Does something for which documents are read: those that two open are opened with the second first, for that and nothing
    /// else. What is done decides itself whether it may be.
    ///
    /// # Errors
    /// [`Error::Denied`], recorded, where no document takes two and there is a second, or he may not open one of them; those of
    /// `deed`. Where one takes two and there is no second, the deed is denied.
    pub(crate) fn having_open<T, E: From<Error>>(
        &mut self,
        (action, about): (&'static str, &AuditRecord),
        documents: &[DocumentId],
        purpose: &str,
        second: Option<&Second>,
        deed: impl FnOnce(&mut Session) -> Result<T, E>,
    ) -> Result<T, E> {
        let Some(second) = second else { return deed(self) };
        self.require_writable()?;
        self.catch_up()?;
        let mut both = Vec::new();
        for id in documents {
            let filing = self.state.documents.read(id).map_err(Error::from)?;
            // One that is not there, or that he may not know of, the deed speaks of.
            let seen = filing.filter(|filing| self.state.may_open(self.id(), &filing.class, self.now()).is_ok());
            if seen.is_some_and(|filing| self.state.opens_by_two(&filing.class)) && !both.contains(id) {
                both.push(id.clone());
            }
        }
        if both.is_empty()
            && let Some(id) = documents.first()
        {
            self.refuse_second(id, Some(second))?;
        }
        for id in &both {
            let may = self.require_other_than_first(second.officer());
            let may = may.and_then(|()| self.require_second(action, id, second, self.now()));
            self.note_denial(may, about)?;
        }
        self.with_both(&both, purpose, second, deed)
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
        self.at_hand = AtHand::of(&filing.class, keys);
        let read = self.read_at_hand(id, filing);
        let of = version.map(|version| self.version_of(id, filing, version)).transpose();
        let keys = std::mem::take(&mut self.at_hand).keys.remove(&filing.class).unwrap_or_default();
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
        self.at_hand.document(id, class)
    }

    /// Whether two have open what is of a class.
    pub(crate) fn is_at_hand(&self, class: &ClassId) -> bool {
        self.at_hand.keys.contains_key(class)
    }

    /// Whether two open a document, and do not have it open here.
    pub(crate) fn is_closed_to_one(&self, id: &DocumentId, class: &ClassId) -> bool {
        self.state.opens_by_two(class) && self.document_at_hand(id, class).is_none()
    }

    /// The epochs of a class that this officer holds, or has open with another.
    pub(crate) fn epochs_to_open(&self, class: &ClassId) -> Vec<u32> {
        match self.at_hand.keys.get(class) {
            Some(keys) => keys.keys().copied().collect(),
            None => self.held_epochs(&KeyName::Class(class.clone())),
        }
    }

    /// One of them.
    pub(crate) fn key_to_open(&self, class: &ClassId, epoch: u32) -> Option<&Identity> {
        match self.at_hand.keys.get(class) {
            Some(keys) => keys.get(&epoch),
            None => self.keyring.identity_of(&KeyName::Class(class.clone()), epoch),
        }
    }

    /// The sheets of a class part, by a key that is held or that two have put together.
    pub(crate) fn sheets_of(&self, class: &ClassId, epoch: u32, sealed: &[u8]) -> Vec<Sheet> {
        let audience = Audience::Class(class.clone(), epoch);
        match self.at_hand.keys.get(class).and_then(|keys| keys.get(&epoch)) {
            Some(key) => {
                let plain = self.keyring.open_with(key, &audience, sealed).ok();
                plain.and_then(|plain| decode(plain.expose_secret()).ok()).unwrap_or_default()
            }
            None => open_sheets(&self.keyring, &audience, sealed).unwrap_or_default(),
        }
    }

    /// Adds that the second signs what is done with those of these documents that two open: they have them open here, and may
    /// still.
    ///
    /// # Errors
    /// [`Error::Denied`] where they may not any more, or nobody has them open.
    pub(crate) fn with_second(
        &self,
        action: &'static str,
        words: EntryDraft,
        documents: &[DocumentId],
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        let mut words = words;
        for id in documents {
            let filing = self.filing(id)?;
            if !self.state.opens_by_two(&filing.class) {
                continue;
            }
            let second = self.at_hand.second.as_ref().filter(|_| !self.is_closed_to_one(id, &filing.class));
            let second = second.ok_or_else(|| denied_for(action, Reason::new("opens_by_two")))?;
            self.require_second(action, id, second, at)?;
            words = words.changed_with(id, second);
        }
        Ok(words)
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
