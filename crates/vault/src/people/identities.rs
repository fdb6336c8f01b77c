//! The identities of an officer: one for each workstation where he works.

use registry::event::{Delivered, IdentityAdded, IdentityRevoked};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::people::{MAX_IDENTITIES, MAX_IDENTITY_NAME, NewKeys, Officer, short_code};
use registry::state::instant;
use seal::{KeyId, Recipient};

use super::Change;
use super::requests::read_request;
use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{Error, KeysStatus, KeysView, NamedKeys, OfficerId, Reason, Role, Session, text};

impl Session {
    /// The identities of an officer, the present ones first: one's own, and for security officers and auditors everybody's.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`]; integrity errors.
    pub fn identities(&mut self, of: &OfficerId) -> Result<Vec<KeysView>, Error> {
        self.catch_up()?;
        if of != self.id() {
            self.require_roles("show-identities", &[Role::SecurityOfficer, Role::Auditor])?;
        }
        let here = self.keyring.key_id();
        let officer = self.known_officer(of)?;
        let present = officer.identities().map(|(key, recipient)| KeysView {
            fingerprint: short_code(recipient, key),
            key: key.to_string(),
            name: name_of(officer, key),
            here: key == here,
            status: KeysStatus::Present,
            until: None,
            last_session: officer.last_session_with(key).map(instant),
        });
        let former = officer.former.iter().rev().map(|former| KeysView {
            fingerprint: short_code(&former.recipient, former.key),
            key: former.key.to_string(),
            name: String::new(),
            here: former.key == here,
            status: match (former.lost, former.revoked) {
                (true, _) => KeysStatus::Lost,
                (false, true) => KeysStatus::Revoked,
                (false, false) => KeysStatus::Renewed,
            },
            until: Some(instant(former.until_ms)),
            last_session: None,
        });
        Ok(present.chain(former).collect())
    }

    /// Takes keys that one made at another workstation, by the request that was made there, as further ones of one's own: what
    /// one holds is delivered to them.
    ///
    /// # Errors
    /// Those of [`read_request`]; [`Error::RequestElsewhere`]; [`Error::RequestOfAnother`]; [`Error::KeyTaken`]; [`Error::Exists`] where
    /// one of that name is there; [`Error::Denied`] where there are too many.
    pub fn add_identity(&mut self, request: &[u8], name: &str) -> Result<Vec<KeysView>, Error> {
        let name = text::name("workstation", name)?;
        if name.chars().count() > MAX_IDENTITY_NAME {
            return Err(Error::TooLong { field: "workstation", limit: MAX_IDENTITY_NAME });
        }
        let request = read_request(request)?;
        if request.vault != *self.ledger.vault() {
            return Err(Error::RequestElsewhere);
        }
        let me = self.id().clone();
        if request.officer != me {
            return Err(Error::RequestOfAnother { officer: request.officer.to_string() });
        }
        self.catch_up()?;
        self.require_writable()?;
        self.collect_own_sessions()?;
        // What is said from now on is sealed to the new keys as well.
        self.oversight = None;
        let record = AuditRecord::new(Act::AddIdentity)
            .about("officer", me.to_string())
            .about("workstation", name.clone())
            .about("identity", request.keys.key.to_string());
        self.enter(&record.clone(), |session, _| {
            let officer = session.myself()?;
            if officer.identities().any(|(key, _)| name_of(officer, key) == name) {
                return Err(Error::Exists { kind: "identity", name: name.clone() });
            }
            if officer.identities().count() >= MAX_IDENTITIES {
                let many = Reason::new("identities_too_many").with("most", MAX_IDENTITIES.to_string());
                return Err(denied_for("add-identity", many));
            }
            session.require_new_keys(&request.keys.recipient, request.keys.key)?;
            let words = EntryDraft {
                introduces: Some(request.signs.clone()),
                beside: Some(officer.key),
                own_besides: vec![(request.keys.key, request.keys.recipient.clone())],
                ..EntryDraft::default()
            };
            let fact = IdentityAdded { officer: me.clone(), name: name.clone(), keys: request.keys.clone() };
            session.everything_for(words.fact(fact).record(record.clone()), officer, &request.keys)
        })?;
        self.tidy()?;
        self.chores()?;
        self.identities(&me)
    }

    /// Adds the delivery of all that this officer holds to his present keys and to new ones; to these, his shares as well.
    fn everything_for(&self, mut words: EntryDraft, officer: &Officer, new: &NewKeys) -> Result<EntryDraft, Error> {
        let me = self.id();
        for (key, chain) in &self.state.keys {
            let mut epochs = Vec::new();
            for (number, epoch) in chain.numbers().filter_map(|number| Some((number, chain.get(number)?))) {
                let held = epoch.known_to.contains(me) && self.keyring.holds(key, number);
                if !held || !self.state.entitled(key, me, self.now()) {
                    continue;
                }
                let all = officer.identities().chain([(new.key, &new.recipient)]);
                for (own, recipient) in all {
                    let text = words.keys_for(own, recipient);
                    match (self.keyring.vault_key(number), self.keyring.identity_of(key, number)) {
                        (Some(vault), _) if *key == KeyName::Vault => text.part(key, number, vault),
                        (_, Some(identity)) => text.identity(key, number, identity),
                        (_, None) => {}
                    }
                }
                epochs.push(number);
            }
            if !epochs.is_empty() {
                words.push(Delivered { key: key.clone(), epochs, officers: vec![me.clone()] });
            }
        }
        // What he said before is his to read there.
        let text = words.keys_for(new.key, &new.recipient);
        for (by, session, key) in self.keyring.own_sessions() {
            text.former_session(session, by, key);
        }
        self.pass_on_shares(text)?;
        Ok(words)
    }

    /// Ends one of several identities, of oneself or as a security officer of another: what it opens is renewed, and what it signs
    /// counts no more.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Missing`] reason; [`Error::Denied`], also of the last one, and of the one that this session goes on
    /// with.
    pub fn revoke_identity(&mut self, key: &str, why: &str) -> Result<OfficerId, Error> {
        let why = text::remark("why", why)?;
        let unknown = || Error::NotFound { kind: "identity", name: key.to_owned() };
        let id: KeyId = key.parse().map_err(|_| unknown())?;
        self.catch_up()?;
        let officer = self.state.owner_of_identity(id).cloned().ok_or_else(unknown)?;
        let record = AuditRecord::new(Act::RevokeIdentity)
            .about("officer", officer.to_string())
            .about("identity", id.to_string())
            .about("why", why);
        self.enter(&record.clone(), |session, at| {
            if officer != *session.id() {
                session.require_roles("revoke-identity", &[Role::SecurityOfficer])?;
            }
            let whose = session.known_officer(&officer)?;
            if !whose.has(id) {
                return Err(Error::NotFound { kind: "identity", name: id.to_string() });
            }
            if whose.identities().count() == 1 {
                return Err(denied_for("revoke-identity", Reason::new("last_identity")));
            }
            if id == session.keyring.key_id() {
                return Err(denied_for("revoke-identity", Reason::new("identity_in_use")));
            }
            let name = name_of(whose, id);
            let record = if name.is_empty() { record.clone() } else { record.clone().about("workstation", name) };
            let fact = IdentityRevoked { officer: officer.clone(), key: id };
            let ends = (officer == *session.id()).then_some(id);
            let mut words = EntryDraft { ends, ..EntryDraft::default() }.fact(fact).record(record);
            session.renew_what_was_known_to(&officer, &Change::Without(&officer, id), at, &mut words);
            Ok(words)
        })?;
        self.chores()?;
        Ok(officer)
    }
}

/// What an officer calls an identity; nothing where it is his only one.
/// The keys that an officer has now, as those who compare them see them.
pub(super) fn named_keys(officer: &Officer) -> Vec<NamedKeys> {
    let named = |(key, recipient): (KeyId, &Recipient)| NamedKeys {
        name: name_of(officer, key),
        fingerprint: short_code(recipient, key),
    };
    officer.identities().map(named).collect()
}

fn name_of(officer: &Officer, key: KeyId) -> String {
    let further = officer.further.iter().find(|identity| identity.key == key);
    further.map_or_else(|| officer.name.clone(), |identity| identity.name.clone())
}
