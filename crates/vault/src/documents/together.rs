//! Opening by two: a document whose marking says so opens for two officers together, at one workstation, and for neither alone.
//!
//! The second types his passphrase here. His keys are in this process until [`Second`] is dropped; of the document's key there
//! are shares in the log, of which his opens one and the first officer's another. What two put together is used for the one
//! document, and forgotten.

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::Open;
use registry::documents::{Content, DocumentRecord, Sheet};
use registry::event::OpenedTogether;
use registry::keys::{Closed, DealtTo, KeyName, PairDealing};
use registry::log::{Act, AuditRecord};
use registry::parts::{Audience, decode};
use seal::{Identity, KeyId, Passphrase, Share};

use super::withdraw::require_there;
use super::{MOVES, ReadDocument, particulars};
pub use crate::at_hand::Second;
use crate::custody::among;
use crate::doors::{self, OpenedDocument, PermitFor};
use crate::draft::{EntryDraft, SecondKeys};
use crate::identity::{self, Opened, Opening};
use crate::session::{denied, denied_for};
use crate::stores::Seat;
use crate::tries::Tries;
use crate::{ClassId, DocumentId, DocumentView, Error, OfficerId, Reason, Session, stored, text};
use index::Document;

/// How many keys are dealt again at an opening: each is signed by the second as well.
const AT_ONCE: usize = 16;

/// For what two open a document.
pub(super) enum Purpose {
    /// Its sheet says it, and the log to oversight.
    Told(String),
    /// Only its sheet says it: it is as classified as the document.
    ToReaders(String),
}

/// What two have opened, what its sheet says, and, where it is not the last version, what that one is.
type OpenedByTwo = (OpenedDocument, Document, Option<Content>);

impl Session {
    /// A second officer types his passphrase at this workstation. A wrong one counts against him, as at his own unlock.
    ///
    /// # Errors
    /// [`Error::Denied`] where he is the first; [`Error::NotFound`] officer; [`Error::WrongPassphrase`], [`Error::Wait`];
    /// [`Error::IdentityGone`] where his identity is not at this workstation; [`Error::IdentityReplaced`],
    /// [`Error::IdentityOlder`], [`Error::RenewalDue`], [`Error::VaultForeign`] where it is none that counts here.
    pub fn second(&mut self, officer: &OfficerId, passphrase: &Passphrase) -> Result<Second, Error> {
        self.catch_up()?;
        self.require_other_than_first(officer)?;
        self.known_officer(officer)?;
        let Opened { pair, anchor, .. } = self.unlock_second(officer, passphrase)?;
        if anchor != self.anchor {
            return Err(Error::VaultForeign);
        }
        let record = self.known_officer(officer)?;
        if !record.has(pair.signer.key_id()) {
            return Err(Error::IdentityReplaced { officer: officer.to_string() });
        }
        self.require_latest(officer, pair.signer.key_id(), pair.number)?;
        if record.renewal_due {
            return Err(Error::RenewalDue { officer: officer.to_string() });
        }
        Ok(Second(Arc::new(SecondKeys { officer: officer.clone(), keys: pair })))
    }

    fn unlock_second(&self, officer: &OfficerId, passphrase: &Passphrase) -> Result<Opened, Error> {
        let now = self.clock.now();
        let tries = Tries::load(&self.stores, officer);
        if let Some(wait) = tries.wait(now) {
            let settled = tries.settled(now);
            // As at an unlock: a time to come that cannot be put right would lock the officer out until then.
            if settled == tries || (!self.read_only() && settled.save(&self.stores, officer)) {
                return Err(Error::Wait { seconds: wait.as_secs() });
            }
        }
        match self.any_identity(officer, passphrase) {
            Ok(opened) => {
                if tries.failures > 0 && !self.read_only() {
                    Tries::clear(&self.stores, officer);
                }
                Ok(opened)
            }
            Err(Opening::WrongPassphrase) => {
                let tries = tries.failed(now);
                if !self.read_only() {
                    tries.save(&self.stores, officer);
                }
                let wait_seconds = tries.wait(now).map_or(0, |wait| wait.as_secs());
                let officer = Some(officer.to_string());
                Err(Error::WrongPassphrase { officer, failures: tries.failures, wait_seconds })
            }
            Err(Opening::Failed(Error::NotFound { .. })) => Err(Error::IdentityGone { officer: officer.to_string() }),
            Err(Opening::Failed(error)) => Err(error),
        }
    }

    /// The identity of an officer that this passphrase opens, the first of them first.
    fn any_identity(&self, officer: &OfficerId, passphrase: &Passphrase) -> Result<Opened, Opening> {
        let first = identity::unlock(
            &self.stores,
            Seat::first(&self.stores, officer),
            None,
            officer,
            passphrase,
            &self.attendant,
        );
        let Err(closed @ (Opening::WrongPassphrase | Opening::Failed(Error::NotFound { .. }))) = first else {
            return first;
        };
        for seat in self.stores.further_identities(officer).map_err(Opening::Failed)? {
            if let Ok(opened) = identity::unlock(&self.stores, seat, None, officer, passphrase, &self.attendant) {
                return Ok(opened);
            }
        }
        Err(closed)
    }

    pub(crate) fn require_other_than_first(&self, officer: &OfficerId) -> Result<(), Error> {
        if officer == self.id() { Err(denied_for("open", Reason::new("second_is_first"))) } else { Ok(()) }
    }

    /// Opens a document, together with a second officer where its marking asks for two: decides, for both, records, and only then
    /// decrypts. `version`: from 1; none: the last.
    ///
    /// # Errors
    /// As [`Session::open_version`]; [`Error::Denied`] to either where it takes two and there is no second, where the second may
    /// not open it or has no share of its key, and where it takes one and there are two.
    pub fn open_document_with(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
        second: Option<&Second>,
    ) -> Result<OpenedDocument, Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        if self.state.opens_by_two(&filing.class) {
            super::require_version(&filing, version)?;
            return self.open_for_two(id, version, purpose, second).map(|(opened, ..)| opened);
        }
        self.refuse_second(id, second)?;
        self.open_version(id, version, purpose)
    }

    /// Who is not needed is not said to have been there.
    pub(crate) fn refuse_second(&mut self, id: &DocumentId, second: Option<&Second>) -> Result<(), Error> {
        let Some(second) = second else { return Ok(()) };
        let about = AuditRecord::new(Act::Open).about("document", id.to_string());
        let about = about.about("second", second.officer().to_string());
        self.note_denial(Err(denied_for("open", Reason::new("opens_by_one"))), &about)
    }

    /// Reads a document that two open. What is on its sheet nobody knows before, so it is recorded before it is looked at.
    pub(super) fn read_for_two<T, E: From<Error>>(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
        second: Option<&Second>,
        look: impl FnOnce(&DocumentView) -> Result<T, E>,
    ) -> Result<ReadDocument<T>, E> {
        let (bytes, document, of) = self.open_for_two(id, version, purpose, second)?;
        let filing = self.filing(id)?;
        let mut about = self.view_of(&filing, document)?;
        if let (Some(of), Some(version)) = (of, version) {
            (about.version, about.size) = (version, of.size);
            (about.file_name, about.media_type, about.blake3) = (of.file_name, of.media_type, of.blake3);
        }
        let looked = look(&about)?;
        let with = second.map(|second| second.officer().clone());
        Ok(ReadDocument { about, looked, bytes, marked_by: self.marked_by(id), with })
    }

    pub(super) fn open_for_two(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &str,
        second: Option<&Second>,
    ) -> Result<OpenedByTwo, Error> {
        let purpose = text::remark("purpose", purpose)?;
        self.opened_for_two(id, version, &Purpose::Told(purpose), second)
    }

    pub(super) fn opened_for_two(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &Purpose,
        second: Option<&Second>,
    ) -> Result<OpenedByTwo, Error> {
        for _ in 0..MOVES {
            if let Some(opened) = self.open_together(id, version, purpose, second)? {
                return Ok(opened);
            }
        }
        Err(Error::Busy)
    }

    /// Nothing where it was dealt again after it was decided.
    fn open_together(
        &mut self,
        id: &DocumentId,
        version: Option<u32>,
        purpose: &Purpose,
        second: Option<&Second>,
    ) -> Result<Option<OpenedByTwo>, Error> {
        let (Purpose::Told(why) | Purpose::ToReaders(why)) = purpose;
        let told = if let Purpose::Told(why) = purpose { Some(why.clone()) } else { None };
        let about = AuditRecord::new(Act::OpenTogether)
            .about("document", id.to_string())
            .about_some("second", second.map(|second| second.officer().to_string()))
            .about_some("purpose", told);
        let permit = self.decided(&about, |session, at| {
            let filing = session.filing(id)?;
            let first = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
            require_there("open", &filing)?;
            let second = second.ok_or_else(|| denied_for("open", Reason::new("second_officer_needed")))?;
            session.require_other_than_first(second.officer())?;
            let other = session.state.may_open(second.officer(), &filing.class, at);
            let other = other.map_err(|no| of_second(denied("open", &no), second.officer()))?;
            session.require_shares(&filing, second.officer())?;
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            // Of several, which one.
            let version = version.or(Some(filing.count_versions())).filter(|_| filing.count_versions() > 1);
            let sheet = Sheet::Opened { document: id.clone(), purpose: why.clone(), version };
            let words = EntryDraft::default()
                .fact(OpenedTogether { document: id.clone(), with: second.to_sign() })
                .signed_by(second)
                .record(about.clone())
                .sheet(&class, epoch, sheet);
            Ok((words, PermitFor::<Open>::both(first, other, id.clone())))
        })?;
        // The permit is for two: there is a second.
        let second = second.ok_or(Error::Internal { what: "decision" })?;
        let filing = self.filing(id)?;
        let Some(keys) = self.keys_for_two(&filing, second)? else { return Ok(None) };
        let earlier = Session::earlier_version(&filing, version);
        let (document, of, keys) = self.read_with(id, &filing, earlier, keys)?;
        let particulars = match &of {
            Some(of) => super::version::particulars(of),
            None => particulars(&document.listed),
        };
        let unknown = || Error::NotFound { kind: "version", name: earlier.unwrap_or_default().to_string() };
        let (epoch, object) = filing.sealed_of(earlier.unwrap_or(filing.count_versions())).ok_or_else(unknown)?;
        if !keys.contains_key(&epoch) {
            return Err(self.unknown_sheet(id, &filing));
        }
        // It may have got the header of a later epoch since it was filed.
        let held: Vec<&Identity> = keys.values().rev().collect();
        let (object, key) = match stored::open_held(&*self.objects, object, id, &held)? {
            Some(found) => found,
            None if self.has_every_epoch(&filing.class, &keys) => {
                return Err(Error::ObjectAltered { document: id.to_string() });
            }
            None => {
                let officer = second.officer().to_string();
                return Err(denied_for("open", Reason::new("no_share_of_pair").with("officer", officer)));
            }
        };
        let mut opened = doors::open(permit, object, key, particulars)?;
        if earlier.is_some() || filing.was_resealed_last() {
            // Any two readers of the class may seal it again: that it is what was filed is seen here.
            opened.require_content(of.as_ref().map_or(document.listed.blake3, |of| of.blake3))?;
        }
        let anew = self.deal_anew(&filing.class, second);
        match anew.and_then(|()| self.rewrap_for_two(&filing.class, keys)) {
            Err(error) if error.exit() == crate::ExitClass::Integrity => Err(error),
            // What could not be done now is done when two open again.
            Ok(()) | Err(_) => Ok(Some((opened, document, of))),
        }
    }

    fn has_every_epoch(&self, class: &ClassId, keys: &BTreeMap<u32, Identity>) -> bool {
        let chain = self.state.keys.get(&KeyName::Class(class.clone()));
        chain.is_some_and(|chain| chain.numbers().all(|number| keys.contains_key(&number)))
    }

    /// Deals the keys of a class, as far as these two can put them together, to those who may open it now: who came later gets
    /// shares of what was there before.
    fn deal_anew(&mut self, class: &ClassId, second: &Second) -> Result<(), Error> {
        let dealt = self.record(|session, at| {
            let key = KeyName::Class(class.clone());
            let officers = session.state.all_entitled(&key, at);
            let mut words = EntryDraft::default();
            let chain = session.state.keys.get(&key).ok_or(Error::Internal { what: "key" })?;
            for number in chain.numbers() {
                let dealt = |officer: &OfficerId| session.state.was_dealt(class, number, officer);
                let theirs = session.state.share_between(class, number, [session.id(), second.officer()]);
                if officers.iter().all(dealt) || !theirs || words.events.len() >= AT_ONCE {
                    continue;
                }
                let Some(identity) = session.key_for_two(class, number, second)? else { continue };
                session.deal((class, number), &identity, officers.clone(), Some(second.to_sign()), &mut words)?;
            }
            let words = words.signed_by(second);
            if words.events.is_empty() { Err(Error::Overtaken) } else { Ok((words, ())) }
        });
        match dealt {
            // Nothing is left to do.
            Ok(_) | Err(Error::Overtaken) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Whether an officer has a share of the key of a document that two open.
    pub(crate) fn require_share(&self, filing: &DocumentRecord, officer: &OfficerId) -> Result<(), Error> {
        let none = || denied_for("open", Reason::new("no_share_of_pair").with("officer", officer.to_string()));
        if self.state.has_share(&filing.class, filing.epoch, officer) { Ok(()) } else { Err(none()) }
    }

    /// Whether this officer and a second have shares of the key of a document that fit together.
    fn require_shares(&self, filing: &DocumentRecord, second: &OfficerId) -> Result<(), Error> {
        for officer in [self.id(), second] {
            self.require_share(filing, officer)?;
        }
        let none = || denied_for("open", Reason::new("no_share_of_pair").with("officer", second.to_string()));
        let fit = self.state.share_between(&filing.class, filing.epoch, [self.id(), second]);
        if fit { Ok(()) } else { Err(none()) }
    }

    /// Puts the key of a document together from the shares of two. Nothing where one of them has none any more.
    pub(super) fn key_for_two(&self, class: &ClassId, number: u32, second: &Second) -> Result<Option<Identity>, Error> {
        let (here, there) = (&self.keyring.identity, &second.0.keys.identity);
        let (mine, others) = ((self.keyring.key_id(), here), (second.0.keys.signer.key_id(), there));
        let key = KeyName::Class(class.clone());
        let epoch = self.state.keys.get(&key).and_then(|chain| chain.get(number));
        let both = [self.id(), second.officer()];
        let dealt = both.iter().all(|officer| self.state.was_dealt(class, number, officer));
        let fit = self.state.share_between(class, number, both);
        if let Some(restored) = epoch.and_then(|epoch| epoch.restored.as_ref()).filter(|_| fit && !dealt) {
            for (officer, (own, _)) in both.into_iter().zip([mine, others]) {
                // His, and sealed to another of his identities.
                if !restored.officers.get(officer).is_some_and(|keys| keys.contains(&own)) {
                    let reason = Reason::new("no_share_of_pair").with("officer", officer.to_string());
                    return Err(denied_for("open", reason));
                }
            }
            return self.restored_key(&key, number, restored, [mine, others]);
        }
        let (dealing, dealt) = self.dealing(class, number)?;
        let altered = || Error::LedgerAltered { entry: Some(dealt.index), flaw: "part" };
        let shares = [(self.id(), mine), (second.officer(), others)].map(|(officer, own)| {
            let passed_on = self.passed_on(own.0, own.1)?;
            match self.share_of_pair(&dealing, officer, own, &passed_on) {
                Ok(share) => Ok(Some(share)),
                // His, and not here: his own program did not pass it on.
                Err(Closed::NoKey) if self.state.was_dealt(class, number, officer) => {
                    Err(denied_for("open", Reason::new("no_share_of_pair").with("officer", officer.to_string())))
                }
                Err(Closed::NoKey) => Ok(None),
                Err(Closed::Altered) => Err(altered()),
            }
        });
        let [mine, others] = shares;
        let (Some(mine), Some(others)) = (mine?, others?) else { return Ok(None) };
        let chain = self.state.keys.get(&KeyName::Class(class.clone()));
        let recipient = chain.and_then(|chain| chain.get(number)).and_then(|epoch| epoch.recipient.as_ref());
        let recipient = recipient.ok_or(Error::Internal { what: "key" })?;
        dealing.open([&mine, &others], self.ledger.vault(), recipient).map(Some).map_err(|_| altered())
    }

    /// What was dealt of an epoch of a key for two, and to whom.
    pub(crate) fn dealing(&self, class: &ClassId, number: u32) -> Result<(PairDealing, &DealtTo), Error> {
        let chain = self.state.keys.get(&KeyName::Class(class.clone()));
        let dealt = chain.and_then(|chain| chain.get(number)).and_then(|epoch| epoch.dealt.as_ref());
        let dealt = dealt.ok_or(Error::Internal { what: "key" })?;
        let tag = Audience::Pairs(class.clone()).to_string();
        let before = dealt.index.checked_sub(1);
        let entries = self.ledger.read_for(&self.position, &tag, before, 1)?;
        let parts = entries.iter().filter(|entry| entry.index() == dealt.index).flat_map(|entry| entry.parts());
        let dealings =
            parts.filter(|part| part.audience == tag).flat_map(|part| decode(&part.sealed).unwrap_or_default());
        let dealing = { dealings }.find(|dealing: &PairDealing| dealing.epoch == number);
        Ok((dealing.ok_or(Error::LedgerAltered { entry: Some(dealt.index), flaw: "part" })?, dealt))
    }

    /// The share of an officer of a key for two: dealt to these keys of his, or passed on to them.
    pub(crate) fn share_of_pair(
        &self,
        dealing: &PairDealing,
        officer: &OfficerId,
        (key, identity): (KeyId, &Identity),
        passed_on: &[Share],
    ) -> Result<Share, Closed> {
        let found = || among(passed_on, dealing.hash_of(|key| self.state.author(key) == Some(officer))?);
        match dealing.share_for(key, identity) {
            Err(Closed::NoKey) => found().ok_or(Closed::NoKey),
            dealt => dealt,
        }
    }
}

impl EntryDraft {
    /// With a second, who signs it wherever he stands in its facts.
    pub(crate) fn signed_by(self, second: &Second) -> EntryDraft {
        EntryDraft { second: Some(second.0.clone()), ..self }
    }
}

/// A denial that is about the second officer, and says so.
pub(crate) fn of_second(denied: Error, officer: &OfficerId) -> Error {
    match denied {
        Error::Denied { action, mut reasons } => {
            reasons.insert(0, Reason::new("second_may_not").with("officer", officer.to_string()));
            Error::Denied { action, reasons }
        }
        other => other,
    }
}
