//! Whoever is to work in a vault makes his own keys, and asks to be let in with them.
//!
//! The identity is written into the vault's folder under a name that does not count yet; the request goes to a security
//! officer, who compares its short code with the one that its maker reads to him. Once the log has the keys, the file gets its
//! name.

use std::collections::BTreeSet;

use registry::event::{KeysReissued, OfficerAdded};
use registry::log::{Act, AuditRecord};
use registry::people::{BadRequest, OfficerRecord, Request, short_code};

use super::{names_of, no_custodian};
use crate::draft::EntryDraft;
use crate::identity::{Anchor, Pair};
use crate::{Error, OfficerId, OfficerView, Passphrase, RequestView, Role, Session, Vault, text};

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
        let (full_name, nation) = (text::line("full_name", full_name)?, text::nationality(nation)?);
        self.require_strong(passphrase, officer, &full_name)?;
        let ledger = self.ledger_for_request()?;
        let anchor = Anchor { vault: ledger.vault().clone(), first: ledger.first()? };
        let pair = Pair::generate(self.randomness());
        let (recipient, signer) = (pair.identity.recipient(), &pair.signer);
        let locked = pair.lock(officer, &anchor, passphrase, self.work_factor());
        let waiting = self.stores().requested_identity(officer, signer.key_id());
        self.stores().files().write(&waiting, &locked)?;
        let request = Request::write(&anchor.vault, officer, &full_name, &nation, recipient, signer);
        Ok((request, short_code(recipient, signer.key_id())))
    }
}

/// A request, read from what somebody brought. Nothing is let in by that.
///
/// # Errors
/// [`Error::Malformed`], [`Error::RequestForged`], [`Error::Newer`].
pub fn read_request(bytes: &[u8]) -> Result<Request, Error> {
    Request::read(bytes).map_err(|bad| match bad {
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

    /// Lets in whoever made a request, with these roles.
    ///
    /// # Errors
    /// Those of [`Session::look_at_request`]; [`Error::Exists`]; [`Error::KeyTaken`]; [`Error::Denied`] to anybody but a security
    /// officer.
    pub fn admit_officer(&mut self, request: &[u8], roles: &BTreeSet<Role>) -> Result<OfficerView, Error> {
        let Request { officer, full_name, nationality: nation, keys, signs, .. } = self.request(request)?;
        if roles.is_empty() {
            return Err(Error::Missing { field: "roles" });
        }
        no_custodian(roles)?;
        let record = OfficerRecord {
            id: officer.clone(),
            full_name: text::line("full_name", &full_name)?,
            nationality: text::nationality(&nation)?,
            roles: roles.clone(),
            recipient: keys.recipient.clone(),
            key: keys.key,
        };
        let about = AuditRecord::new(Act::AddOfficer).about("officer", officer.to_string());
        let said = about.clone().about("roles", names_of(roles));
        self.enter(&about, |session, _| {
            session.require_may_add(&record)?;
            session.require_new_keys(&record.recipient, record.key)?;
            let fact = OfficerAdded { officer: record.clone(), proof: Some(keys.proof.clone()) };
            let words = EntryDraft { introduces: Some(signs.clone()), ..EntryDraft::default() };
            session.welcome(words.fact(fact).record(said.clone()), &officer, roles, (keys.key, &keys.recipient))
        })?;
        self.tidy()?;
        self.chores()?;
        self.officer(&officer)
    }

    /// Lets an officer who lost his keys in again, with those of a request. The former ones are worth nothing from then on.
    ///
    /// # Errors
    /// As [`Session::admit_officer`]; [`Error::NotFound`]; [`Error::Missing`] reason; [`Error::State`] where he is disabled;
    /// [`Error::RequestOfAnother`].
    pub fn reissue_officer(&mut self, id: &OfficerId, request: &[u8], why: &str) -> Result<OfficerView, Error> {
        let why = text::remark("why", why)?;
        let Request { officer, keys, signs, .. } = self.request(request)?;
        if officer != *id {
            return Err(Error::RequestOfAnother { officer: officer.to_string() });
        }
        let about = AuditRecord::new(Act::ReissueIdentity).about("officer", id.to_string()).about("why", why);
        self.enter(&about.clone(), |session, _| {
            session.require_roles("reissue-identity", &[Role::SecurityOfficer])?;
            session.require_other("reissue-identity", id)?;
            session.require_in_service(id)?;
            let known = session.known_officer(id)?;
            session.require_new_keys(&keys.recipient, keys.key)?;
            let words =
                EntryDraft { introduces: Some(signs.clone()), renews: Some(known.key), ..EntryDraft::default() };
            let words = words.fact(KeysReissued { officer: id.clone(), keys: keys.clone() }).record(about.clone());
            session.welcome(words, id, &known.facts.roles, (keys.key, &keys.recipient))
        })?;
        self.tidy()?;
        self.chores()?;
        self.officer(id)
    }

    fn request(&self, bytes: &[u8]) -> Result<Request, Error> {
        let request = read_request(bytes)?;
        if request.vault == *self.ledger.vault() { Ok(request) } else { Err(Error::RequestElsewhere) }
    }

    /// Refuses keys that somebody has or had.
    fn require_new_keys(&self, recipient: &seal::Recipient, key: seal::KeyId) -> Result<(), Error> {
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
