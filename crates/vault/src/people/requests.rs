//! A person who is to work in a vault makes his own keys, and asks to be let in with them.
//!
//! The identity is written into the vault's folder under a name that does not count yet; the request goes to a security
//! officer, who compares its short code with the one that its maker reads to him. Once the log has the keys, the file gets its
//! name.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use label::fold;
use policy::four_eyes::Regime;
use registry::Event;
use registry::assents::Matter;
use registry::event::{Asked, KeysReissued, OfficerAdded};
use registry::log::{Act, AuditRecord};
use registry::people::{BadRequest, KeyRequest, OfficerRecord, ReissueMatter, short_code};

use super::compared::require_code;
use super::{Change, no_custodian};
use crate::draft::EntryDraft;
use crate::identity::{Anchor, Pair};
use crate::{AssentId, Entered, Error, OfficerId, Passphrase, Reason, RequestView, Role, Session, Vault, text};

impl Vault {
    /// Makes keys for somebody who is to work here, or has lost his, under a passphrase of his own. Gives the request that a
    /// security officer lets him in by, and its short code.
    ///
    /// # Errors
    /// [`Error::PassphraseShort`]; [`Error::PassphraseWeak`]; [`Error::UnknownNation`]; when nothing can be written here.
    pub fn request_identity(
        &self,
        officer: &OfficerId,
        full_name: &str,
        nation: &str,
        passphrase: &Passphrase,
    ) -> Result<(String, String), Error> {
        let given = |request: &str, code: &str| Ok((request.to_owned(), code.to_owned()));
        self.hand_out_request((officer, full_name, nation), passphrase, given)
    }

    /// The same, where the request is written elsewhere by `hand_out`, which gets it and its short code. If that fails, the keys
    /// are gone again: nobody could be let in with them.
    ///
    /// # Errors
    /// As [`Vault::request_identity`]; those of `hand_out`.
    pub fn hand_out_request<T, E: From<Error>>(
        &self,
        of: (&OfficerId, &str, &str),
        passphrase: &Passphrase,
        hand_out: impl FnOnce(&str, &str) -> Result<T, E>,
    ) -> Result<T, E> {
        let (request, code, waiting) = self.requested(of, passphrase)?;
        let handed_out = hand_out(&request, &code);
        if handed_out.is_err() {
            // What went wrong first is what is told.
            let _ = self.stores().files().remove(&waiting);
        }
        handed_out
    }

    /// A request, its short code, and the file where its identity waits.
    fn requested(
        &self,
        (officer, full_name, nation): (&OfficerId, &str, &str),
        passphrase: &Passphrase,
    ) -> Result<(String, String, String), Error> {
        let (full_name, nation) = (text::name("full_name", full_name)?, text::nationality(nation)?);
        self.require_strong(passphrase, officer, &full_name)?;
        let ledger = self.ledger_for_request()?;
        let anchor = Anchor { vault: ledger.vault().clone(), first: ledger.first()? };
        let pair = Pair::generate(self.randomness());
        let (recipient, signer) = (pair.identity.recipient(), &pair.signer);
        let locked = pair.lock(officer, &anchor, passphrase, self.work_factor());
        let waiting = self.stores().requested_identity(officer, signer.key_id());
        self.stores().files().write(&waiting, &locked)?;
        let request = KeyRequest::write(&anchor.vault, officer, &full_name, &nation, recipient, signer);
        Ok((request, short_code(recipient, signer.key_id()), waiting))
    }
}

/// Refuses a request whose keys have another code than the one that its maker read: before anybody is let in with them.
///
/// # Errors
/// Those of [`read_request`]; [`Error::Malformed`] where it is no code; [`Error::Fingerprint`].
pub fn require_request_code(bytes: &[u8], code: &str) -> Result<(), Error> {
    require_code(code, &read_request(bytes)?.short_code())
}

/// A request, read from what somebody brought. Nothing is let in by that.
///
/// # Errors
/// [`Error::Malformed`], [`Error::RequestForged`], [`Error::Newer`].
pub fn read_request(bytes: &[u8]) -> Result<KeyRequest, Error> {
    // Mail and other systems end lines with CR LF; nothing else in it holds one.
    let plain =
        std::str::from_utf8(bytes).ok().filter(|text| text.contains('\r')).map(|text| text.replace("\r\n", "\n"));
    KeyRequest::read(plain.as_deref().map_or(bytes, str::as_bytes)).map_err(|bad| match bad {
        BadRequest::Malformed => Error::Malformed { field: "request" },
        BadRequest::Newer => Error::RequestNewer,
        BadRequest::Signature => Error::RequestForged,
    })
}

impl Session {
    /// What a request says, as far as it is one for this vault: to be compared with its maker before he is let in.
    ///
    /// # Errors
    /// Those of [`read_request`]; [`Error::RequestElsewhere`].
    pub fn look_at_request(&mut self, bytes: &[u8]) -> Result<RequestView, Error> {
        let request = self.request(bytes)?;
        self.catch_up()?;
        Ok(RequestView {
            known: self.state.officers.contains_key(&request.officer),
            fingerprint: request.short_code(),
            officer: request.officer,
            full_name: request.full_name,
            nationality: request.nationality,
        })
    }

    /// Lets in the person who made a request, with these roles. Charges that take two are asked for in the same entry; until the yes he is
    /// a reader, if there is nothing else that he has.
    ///
    /// # Errors
    /// Those of [`Session::look_at_request`]; [`Error::Exists`]; [`Error::KeyTaken`]; [`Error::Denied`] to anybody but a security
    /// officer.
    pub fn admit_officer(&mut self, request: &[u8], roles: &BTreeSet<Role>) -> Result<Entered, Error> {
        let KeyRequest { officer, full_name, nationality: nation, keys, signs, .. } = self.request(request)?;
        if roles.is_empty() {
            return Err(Error::Missing { field: "roles" });
        }
        no_custodian("add-officer", roles)?;
        let mut record = OfficerRecord {
            id: officer.clone(),
            full_name: text::name("full_name", &full_name)?,
            nationality: text::nationality(&nation)?,
            roles: roles.clone(),
            recipient: keys.recipient.clone(),
            key: keys.key,
        };
        let about = AuditRecord::new(Act::AddOfficer).about("officer", officer.to_string());
        let asking = AssentId::parse(&self.randomness.id())?;
        let mut waits = None;
        self.enter(&about, |session, _| {
            session.require_may_add(&record)?;
            session.require_new_keys(&record.recipient, record.key)?;
            let split = session.split_roles(&officer, &BTreeSet::new(), roles);
            record.roles.clone_from(&split.now);
            let fact = OfficerAdded { officer: record.clone(), proof: Some(keys.proof.clone()) };
            let words = EntryDraft { introduces: Some(signs.clone()), ..EntryDraft::default() };
            let words = session.welcome(words.fact(fact), &officer, &split.now, (keys.key, &keys.recipient))?;
            waits = split.asked.clone();
            Ok(split.ask(&asking, words, None))
        })?;
        self.tidy()?;
        self.chores()?;
        self.tell_of_like_officers(&officer);
        self.entered(&officer, waits.map(|asked| (asking, asked.roles)))
    }

    /// Lets an officer who lost his keys in again, with those of a request. The former ones are worth nothing from then on. Under
    /// the full rules that takes two: it is asked for, and until the yes of another the new keys are nobody's.
    ///
    /// # Errors
    /// As [`Session::admit_officer`]; [`Error::NotFound`]; [`Error::Missing`] reason; [`Error::State`] where he is disabled;
    /// [`Error::RequestOfAnother`].
    pub fn reissue_officer(&mut self, id: &OfficerId, request: &[u8], why: &str) -> Result<Entered, Error> {
        let why = text::remark("why", why)?;
        let KeyRequest { officer, full_name, keys, signs, .. } = self.request(request)?;
        self.catch_up()?;
        self.known_officer(id)?;
        if officer != *id {
            return Err(Error::RequestOfAnother { officer: officer.to_string() });
        }
        // Who agrees to it knows the officer by the name that the log has.
        if self.state.officers.get(id).is_some_and(|known| fold(&known.full_name) != fold(&full_name)) {
            return Err(Error::RequestOfAnother { officer: full_name });
        }
        let asking = AssentId::parse(&self.randomness.id())?;
        let mut waits = false;
        let about = AuditRecord::new(Act::ReissueIdentity).about("officer", id.to_string()).about("why", why);
        self.enter(&about.clone(), |session, at| {
            session.require_roles("reissue-identity", &[Role::SecurityOfficer])?;
            session.require_other("reissue-identity", id)?;
            session.require_in_service(id)?;
            session.require_new_keys(&keys.recipient, keys.key)?;
            let of = ReissueMatter { officer: id.clone(), keys: keys.clone(), signs: signs.clone() };
            waits = session.state.regime() == Regime::Full;
            if waits {
                let record = about.clone().instead(Act::RequestReissue).about("request", asking.to_string());
                let matter = Matter::Reissue(of);
                session.require_unasked(&matter)?;
                let fact = Asked { request: asking.clone(), matter };
                return Ok(EntryDraft::default().fact(fact).record(record));
            }
            let fact = KeysReissued { officer: id.clone(), keys: keys.clone() };
            session.with_other_keys(&of, fact, &about, at)
        })?;
        if waits {
            return self.entered(id, Some((asking, BTreeSet::new())));
        }
        self.tidy()?;
        self.chores()?;
        self.entered(id, None)
    }

    /// That others want to give this officer other keys in the place of his: if he has not lost them, somebody else has made
    /// the new ones. Told for as long as it waits.
    pub(crate) fn reissues_asked(&self) -> Vec<Reason> {
        let asked = self.state.assents.values().filter(|request| request.waits());
        let told = asked.filter_map(|request| match &request.matter {
            Matter::Reissue(of) if of.officer == *self.id() => {
                Some(Reason::new("reissue_asked").with("by", self.name_of(&request.by).full_name))
            }
            Matter::Reissue(_)
            | Matter::Release(_)
            | Matter::Clearance(_)
            | Matter::Approval(_)
            | Matter::Guide(_)
            | Matter::Authorities(_)
            | Matter::Roles(_)
            | Matter::Function(_)
            | Matter::Reinstatement(_)
            | Matter::Succession(_)
            | Matter::Withdrawal(_)
            | Matter::Printer(_)
            | Matter::Unfreezing(_)
            | Matter::Custody(_)
            | Matter::CustodySharing(_) => None,
        });
        told.collect()
    }

    /// The entry by which an officer gets other keys in the place of lost ones, with what they get at once, and other keys for
    /// everybody in the place of those that the lost ones open.
    pub(crate) fn with_other_keys(
        &self,
        of: &ReissueMatter,
        fact: impl Into<Event>,
        about: &AuditRecord,
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        let known = self.known_officer(&of.officer)?;
        let words = EntryDraft { introduces: Some(of.signs.clone()), renews: Some(known.key), ..EntryDraft::default() };
        let words = words.fact(fact).record(about.clone());
        let has = (of.keys.key, &of.keys.recipient);
        let mut words = self.welcome(words, &of.officer, &known.facts.roles, has)?;
        self.renew_what_was_known_to(&of.officer, &Change::Has(&of.officer, has.0, has.1), at, &mut words);
        Ok(words)
    }

    fn request(&self, bytes: &[u8]) -> Result<KeyRequest, Error> {
        let request = read_request(bytes)?;
        if request.vault == *self.ledger.vault() { Ok(request) } else { Err(Error::RequestElsewhere) }
    }

    /// Refuses keys that somebody has or had.
    pub(super) fn require_new_keys(&self, recipient: &seal::Recipient, key: seal::KeyId) -> Result<(), Error> {
        if let Some(officer) = self.state.author(key) {
            return Err(Error::KeyTaken { kind: "officer", name: officer.to_string() });
        }
        match self.state.owner_of(recipient, None) {
            Some((kind, name)) => Err(Error::KeyTaken { kind, name }),
            None if !recipient.is_post_quantum() => Err(Error::Malformed { field: "request" }),
            None => Ok(()),
        }
    }
}
