//! Several identities of one officer: the keys of each workstation where he works.
//!
//! What is delivered to an officer is sealed to each of them, a share that is dealt to him as well, and each signs as he does. He adds one himself, in an entry
//! signed with keys that he has: the person who signs it has everything already that the new keys get, and the keys prove
//! themselves. Nobody else can add one.

use std::collections::BTreeSet;

use seal::{KeyId, Recipient, Weight};
use serde::{Deserialize, Serialize};

use super::Officer;
use super::own_keys::{FormerKeys, NewKeys, short_code};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

/// How many identities an officer may have at once.
pub const MAX_IDENTITIES: usize = 8;
/// How long the name of one may be, in characters.
pub const MAX_IDENTITY_NAME: usize = 60;

/// An identity of an officer besides the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FurtherIdentity {
    pub key: KeyId,
    pub recipient: Recipient,
    /// What its officer calls the workstation.
    pub name: String,
    /// When a session with it last began, in milliseconds since 1970.
    pub last_session: Option<i64>,
}

/// A file of an identity: whose keys are in it, and how often it was locked again before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityFile {
    pub key: KeyId,
    pub number: u32,
}

/// The last time that a file of an identity was locked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Locked {
    pub number: u32,
    /// In milliseconds since 1970.
    pub at_ms: i64,
}

impl FurtherIdentity {
    /// What two people read to each other to know that they mean its keys.
    pub fn short_code(&self) -> String {
        short_code(&self.recipient, self.key)
    }
}

impl Officer {
    /// The keys that he has now, the first of them first.
    pub fn identities(&self) -> impl Iterator<Item = (KeyId, &Recipient)> {
        let further = self.further.iter().map(|identity| (identity.key, &identity.recipient));
        std::iter::once((self.key, &self.recipient)).chain(further)
    }

    /// Whether these are keys that he has now.
    pub fn has(&self, key: KeyId) -> bool {
        self.identities().any(|(own, _)| own == key)
    }

    /// The keys that he has now.
    pub fn keys(&self) -> BTreeSet<KeyId> {
        self.identities().map(|(key, _)| key).collect()
    }

    /// Whether some of these are keys that he has now.
    pub fn has_any(&self, keys: &BTreeSet<KeyId>) -> bool {
        self.identities().any(|(own, _)| keys.contains(&own))
    }

    /// When a session with these keys last began.
    pub fn last_session_with(&self, key: KeyId) -> Option<i64> {
        let further = self.further.iter().find(|identity| identity.key == key);
        further.map_or(self.last_session.filter(|_| self.key == key), |identity| identity.last_session)
    }

    /// A session with these keys begins.
    pub(crate) fn begins_session(&mut self, key: KeyId, at_ms: i64) {
        if self.key == key {
            self.last_session = Some(at_ms);
        }
        self.further.iter_mut().filter(|identity| identity.key == key).for_each(|one| one.last_session = Some(at_ms));
    }

    /// The number of the file of these keys that counts now, and since when; none: the first one does.
    pub fn locked(&self, key: KeyId) -> Option<Locked> {
        self.locked.get(&key).copied()
    }

    /// From now on this file counts. A number that was reached is never taken back, whatever an entry says.
    pub(super) fn locks(&mut self, file: IdentityFile, at_ms: i64) {
        if self.locked(file.key).is_none_or(|locked| locked.number < file.number) {
            self.locked.insert(file.key, Locked { number: file.number, at_ms });
        }
    }

    /// His further identities count no more.
    pub(super) fn end_further(&mut self, until_ms: i64) {
        let further = self.further.drain(..);
        self.former.extend(further.map(|FurtherIdentity { key, recipient, .. }| FormerKeys {
            key,
            recipient,
            until_ms,
            lost: false,
            revoked: true,
        }));
    }
}

/// An officer works at another workstation as well, with keys that he made there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityAdded {
    pub officer: OfficerId,
    pub name: String,
    pub keys: NewKeys,
}

impl Fact for IdentityAdded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(self.officer == *by.author, Rule::AboutAnother)?;
        let officer = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        let of_one_line = !self.name.trim().is_empty() && !self.name.chars().any(char::is_control);
        let taken = officer.further.iter().any(|identity| identity.name == self.name) || officer.name == self.name;
        let fits = self.name.chars().count() <= MAX_IDENTITY_NAME;
        require(of_one_line && fits && !taken, Rule::IdentityMisnamed)?;
        require(officer.identities().count() < MAX_IDENTITIES, Rule::TooManyIdentities)?;
        self.keys.check(state, by, &self.officer, None)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        // He passes his shares on to them himself.
        state.custodian_has_further_keys(&self.officer, self.keys.key);
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        let before = officer.keys();
        state.keys.values_mut().for_each(|chain| chain.dealt_besides(&self.officer, &before, self.keys.key));
        officer.further.push(FurtherIdentity {
            key: self.keys.key,
            recipient: self.keys.recipient.clone(),
            name: self.name.clone(),
            last_session: None,
        });
        state.by_key.insert(self.keys.key, self.officer.clone());
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let first = after.officers.get(&self.officer).map(|officer| officer.key);
        Ok(RequiredParts { beside: first, ..RequiredParts::introduces(self.keys.key) })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::AddIdentity)
            .about("officer", self.officer.to_string())
            .about("workstation", self.name.clone())
            .about("identity", self.keys.key.to_string())
    }
}

/// An identity of an officer counts no more: nothing is sealed to it, and what it signs from now on is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdentityRevoked {
    pub officer: OfficerId,
    pub key: KeyId,
}

impl Fact for IdentityRevoked {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// By himself, or by a security officer: it only takes away, and never the last.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let officer = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        if self.officer != *by.author {
            state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        }
        require(officer.has(self.key), Rule::UnknownIdentity)?;
        require(officer.identities().count() > 1, Rule::LastIdentity)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(officer) = state.officers.get_mut(&self.officer) else { return };
        let first = officer.key == self.key;
        let at = officer.further.iter().position(|identity| identity.key == self.key);
        // The next takes the place of the first.
        let Some(at) = at.or_else(|| (first && !officer.further.is_empty()).then_some(0)) else { return };
        let mut gone = officer.further.remove(at);
        if first {
            std::mem::swap(&mut gone.key, &mut officer.key);
            std::mem::swap(&mut gone.recipient, &mut officer.recipient);
            std::mem::swap(&mut gone.name, &mut officer.name);
            officer.last_session = gone.last_session;
        }
        let FurtherIdentity { key, recipient, .. } = gone;
        officer.former.push(FormerKeys { key, recipient, until_ms: by.at_ms, lost: false, revoked: true });
        state.keys.values_mut().for_each(|chain| chain.expose(&self.officer));
        state.custodian_has_other_keys(&self.officer, self.key, by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, before: &State) -> AuditRecord {
        let officer = before.officers.get(&self.officer);
        let first = officer.filter(|officer| officer.key == self.key).map(|officer| &officer.name);
        let mut further = officer.into_iter().flat_map(|officer| &officer.further);
        let named = first.or_else(|| further.find(|identity| identity.key == self.key).map(|identity| &identity.name));
        let record = AuditRecord::new(Act::RevokeIdentity)
            .about("officer", self.officer.to_string())
            .about("identity", self.key.to_string());
        match named.filter(|name| !name.is_empty()) {
            Some(name) => record.about("workstation", name.clone()),
            None => record,
        }
    }
}

impl State {
    /// Whose identity these keys are now.
    pub fn owner_of_identity(&self, key: KeyId) -> Option<&OfficerId> {
        let id = self.by_key.get(&key)?;
        self.officers.get(id).is_some_and(|officer| officer.has(key)).then_some(id)
    }
}
