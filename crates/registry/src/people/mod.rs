//! Officers: who they are, what their roles allow, and when they leave.

mod freeze;
mod function;
mod identities;
mod own_keys;
mod reissue;
mod request;
mod roles;

use std::collections::{BTreeMap, BTreeSet};

use policy::four_eyes::{Regime, Word, role_takes_two};
use policy::{AccountStatus, Function, OfficerFacts, Role};
use seal::{KeyId, Recipient, Signatures, Weight};
use serde::{Deserialize, Serialize};

use crate::clearances::Papers;
use crate::custody::{CarriedOver, Terms};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::rights::{Alone, SECURITY};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

pub use freeze::{Freeze, OfficerFrozen, OfficerUnfrozen, UnfreezingMatter};
pub use function::{Authorisation, Authorised, ForFunction, FunctionSet};
pub use identities::{
    FurtherIdentity, IdentityAdded, IdentityFile, IdentityRevoked, Locked, MAX_IDENTITIES, MAX_IDENTITY_NAME,
};
pub use own_keys::{FormerKeys, KeysRenewed, NewKeys, short_code};
pub use reissue::{KeysReissued, ReissueMatter};
pub use request::{BadRequest, KeyRequest, MAX_REQUEST};
pub use roles::{RolesChanged, RolesMatter};

/// An officer as the log introduces him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerRecord {
    pub id: OfficerId,
    pub full_name: String,
    pub nationality: String,
    pub roles: BTreeSet<Role>,
    pub recipient: Recipient,
    /// Of the verifying key in the same entry's `author` part.
    pub key: KeyId,
}

/// On whose word somebody is an officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Admission {
    /// He founded the vault, or two persons let him in.
    Sound,
    /// One person alone made him the second security officer: there was no other whose yes could be asked for.
    Second(Alone),
    /// One person alone did, or gave him other keys in the place of lost ones.
    OneWord(Alone),
}

/// An officer as he is now.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Officer {
    pub full_name: String,
    pub facts: OfficerFacts,
    /// In addition to `facts.clearances`, one by one.
    pub papers: Vec<Papers>,
    /// The entry in which it was last decided about his clearances, by policy.
    pub decided: BTreeMap<String, u64>,
    /// The entry in which it was last decided about his roles, or about whether he has any.
    pub roles_decided: u64,
    /// The entry in which it was last decided about his keys, or about whether they count.
    pub keys_decided: u64,
    pub admission: Admission,
    /// The charges that one person gave him alone, though under the full rules it takes two.
    pub lone_roles: BTreeMap<Role, Alone>,
    /// Of his first identity.
    pub recipient: Recipient,
    pub key: KeyId,
    /// What its workstation is called; nothing as long as it is the only one.
    pub name: String,
    /// His identities besides the first.
    pub further: Vec<FurtherIdentity>,
    /// Those that he had before, the first of them first.
    pub former: Vec<FormerKeys>,
    /// When a session with his first identity last began, in milliseconds since 1970.
    pub last_session: Option<i64>,
    /// Another chose his keys and knows them: they are good for making his own, and for nothing else.
    pub renewal_due: bool,
    /// Of his identities, those that he locked again: under which number last, and when.
    pub locked: BTreeMap<KeyId, Locked>,
    /// What he is authorised to outside his function.
    pub authorised: Option<Authorised>,
    /// The entry in which it was last decided about his function.
    pub function_decided: u64,
    /// While his account is frozen.
    pub frozen: Option<Freeze>,
    /// Who disabled his account.
    pub disabled_by: Option<OfficerId>,
}

impl Officer {
    pub fn active(&self) -> bool {
        match self.facts.status {
            AccountStatus::Active => true,
            AccountStatus::Frozen | AccountStatus::Disabled => false,
        }
    }

    /// Who stopped him: froze his account, or disabled it.
    pub fn stopped_by(&self) -> Option<&OfficerId> {
        self.disabled_by.as_ref().or(self.frozen.as_ref().map(|freeze| &freeze.by))
    }

    /// Whether he belongs to the vault: he is active, or may be again.
    pub fn belongs(&self) -> bool {
        match self.facts.status {
            AccountStatus::Active | AccountStatus::Frozen => true,
            AccountStatus::Disabled => false,
        }
    }

    /// Whether he can act: his account is active, and nobody but he has his keys.
    pub fn works(&self) -> bool {
        self.active() && !self.renewal_due
    }

    pub fn is(&self, role: Role) -> bool {
        self.facts.roles.contains(&role)
    }

    /// What two people read to each other to know that they mean his keys.
    pub fn short_code(&self) -> String {
        short_code(&self.recipient, self.key)
    }

    /// Whether his keys took the place of lost ones, and no session has begun with them: there is nothing yet that they open
    /// where his program remembers.
    pub fn comes_back(&self) -> bool {
        self.last_session.is_none() && self.former.last().is_some_and(|former| former.lost)
    }

    /// Whether these are keys that he had, and others took their place.
    pub fn had(&self, key: KeyId) -> bool {
        self.former.iter().any(|former| former.key == key)
    }
}

/// Entry 0, once: its author is the first officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Founded {
    pub name: String,
    pub register: String,
    pub officer: OfficerRecord,
    pub oversight: Recipient,
    /// Whether the full rules are in force from the beginning.
    pub four_eyes: bool,
}

impl Fact for Founded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(by.index == 0 && state.officers.is_empty(), Rule::FoundedTwice)?;
        let introduced = self.officer.id == *by.author && by.introduces_only(self.officer.key);
        require(introduced, Rule::AuthorNotIntroduced)?;
        let recipients = [&self.officer.recipient, &self.oversight];
        require(recipients.into_iter().all(Recipient::is_post_quantum), Rule::RecipientNotPostQuantum)?;
        require(label::is_nation(&self.officer.nationality), Rule::UnknownNation)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.name.clone_from(&self.name);
        state.register.clone_from(&self.register);
        state.four_eyes = self.four_eyes;
        // Nobody gave the first officer his keys.
        state.admit(&self.officer, false, Admission::Sound, by);
        // As long as there is nobody else, he is the one custodian.
        let custodians = [self.officer.id.clone()].into();
        let over = CarriedOver { carrier: self.officer.id.clone(), keys: Vec::new() };
        state.share_custody(&Terms { threshold: 1, custodians, waiting_hours: 0 }, &over, by);
        state.begin_epoch(KeyName::Vault, None, by);
        state.begin_epoch(KeyName::Oversight, Some(&self.oversight), by);
        // These come with the entry itself.
        for key in [KeyName::Vault, KeyName::Oversight] {
            if let Some(epoch) = state.keys.get_mut(&key).and_then(|chain| chain.get_mut(1)) {
                epoch.give_to(by.author);
            }
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::introduces(self.officer.key))
    }

    fn keys(&self, me: &OfficerId) -> Vec<(KeyName, u32)> {
        if self.officer.id == *me { vec![(KeyName::Oversight, 1)] } else { Vec::new() }
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Found).about("officer", self.officer.id.to_string())
    }
}

/// Somebody else works in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerAdded {
    pub officer: OfficerRecord,
    /// By his keys, of what they are for: he made them himself. Without it they were made for him, and until he has made his own
    /// nothing is delivered to him.
    #[serde(deserialize_with = "Option::deserialize")]
    pub proof: Option<Signatures>,
}

impl Fact for OfficerAdded {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let OfficerRecord { id, nationality, recipient, key, .. } = &self.officer;
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        let known = state.officers.contains_key(id) || state.by_key.contains_key(key);
        require(!known, Rule::OfficerAddedTwice)?;
        require(recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
        require(state.owner_of(recipient, None).is_none(), Rule::KeyOfAnother)?;
        require(label::is_nation(nationality), Rule::UnknownNation)?;
        require(by.introduces_only(*key), Rule::AuthorNotIntroduced)?;
        require(state.gives_alone(&self.officer.roles, by.author), Rule::TakesTwo)?;
        match &self.proof {
            Some(proof) => {
                let keys = NewKeys { recipient: recipient.clone(), key: *key, proof: proof.clone() };
                keys.check(state, by, id, None)
            }
            None => Ok(()),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let admission = state.admission_by_one(&self.officer.roles, by);
        state.admit(&self.officer, self.proof.is_none(), admission, by);
        state.give_alone(&self.officer.id, &self.officer.roles, by);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(match self.proof {
            Some(_) => RequiredParts::introduces(self.officer.key),
            None => RequiredParts { introduces: true, ..RequiredParts::none() },
        })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer.id)
    }

    fn record(&self, _: &State) -> AuditRecord {
        let roles: Vec<&str> = self.officer.roles.iter().map(|role| role.as_str()).collect();
        AuditRecord::new(Act::AddOfficer).about("officer", self.officer.id.to_string()).about("roles", roles.join(" "))
    }
}

/// An officer works here no more. In the same entry all other keys for everybody are renewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficerDisabled {
    pub officer: OfficerId,
}

impl Fact for OfficerDisabled {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(self.officer != *by.author, Rule::AboutOneself)?;
        let belongs = state.officers.get(&self.officer).is_some_and(Officer::belongs);
        require(belongs, Rule::OfficerNotActive)?;
        // Custody could not even be shared again without those whom it takes.
        let left = state.custodians().filter(|custodian| **custodian != self.officer).count();
        let custodian = state.is_dealt_to(&self.officer);
        require(!custodian || left >= usize::from(state.custody.threshold()), Rule::CustodyNotSound)?;
        require(state.leaves_somebody_to_stop(by.author, &self.officer), Rule::NobodyToStop)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let Some(officer) = state.officers.get_mut(&self.officer) {
            officer.facts.status = AccountStatus::Disabled;
            (officer.frozen, officer.disabled_by) = (None, Some(by.author.clone()));
            (officer.roles_decided, officer.keys_decided) = (by.index, by.index);
            officer.function_decided = by.index;
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        after.require_common_keys_without(&self.officer)?;
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::DisableOfficer).about("officer", self.officer.to_string())
    }
}

/// An officer has locked his own identity again: with another passphrase, or with or without a token. His keys are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassphraseChanged {
    pub officer: OfficerId,
    /// The file that counts from now on; programs before this one did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<IdentityFile>,
    #[serde(default, skip_serializing_if = "NewLock::is_passphrase")]
    pub lock: NewLock,
}

/// What is new about a file that was locked again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewLock {
    #[default]
    Passphrase,
    /// A token protects it as well.
    Token,
    /// No token protects it any more.
    NoToken,
}

impl NewLock {
    fn is_passphrase(&self) -> bool {
        *self == NewLock::Passphrase
    }
}

impl Fact for PassphraseChanged {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(self.officer == *by.author, Rule::AboutAnother)?;
        let officer = state.officers.get(&self.officer).ok_or(Rule::UnknownOfficer)?;
        require(self.file.is_none_or(|file| officer.has(file.key)), Rule::UnknownIdentity)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        if let (Some(file), Some(officer)) = (self.file, state.officers.get_mut(&self.officer)) {
            officer.locks(file, by.at_ms);
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        let act = match self.lock {
            NewLock::Passphrase => Act::ChangePassphrase,
            NewLock::Token => Act::ProtectIdentity,
            NewLock::NoToken => Act::UnprotectIdentity,
        };
        let record = AuditRecord::new(act).about("officer", self.officer.to_string());
        match self.file.filter(|_| self.lock != NewLock::Passphrase) {
            Some(file) => record.about("identity", file.key.to_string()),
            None => record,
        }
    }
}

impl State {
    /// Who signs with this key.
    pub fn author(&self, key: KeyId) -> Option<&OfficerId> {
        self.by_key.get(&key)
    }

    /// Whether an officer who can act has the role.
    pub fn has_role(&self, officer: &OfficerId, role: Role) -> bool {
        self.officers.get(officer).is_some_and(|o| o.works() && o.is(role))
    }

    /// Whether an officer can act.
    pub fn works(&self, officer: &OfficerId) -> bool {
        self.officers.get(officer).is_some_and(Officer::works)
    }

    pub(crate) fn require_role(&self, officer: &OfficerId, roles: &[Role], rule: Rule) -> Result<(), Rule> {
        require(roles.iter().any(|role| self.has_role(officer, *role)), rule)
    }

    pub(crate) fn require_active(&self, officer: &OfficerId) -> Result<(), Rule> {
        require(self.officers.get(officer).is_some_and(Officer::active), Rule::OfficerNotActive)
    }

    /// Whether an officer is the only one who could be asked for a yes to another security officer: then he decides alone.
    /// Under the full rules only the officer who founded the vault does, once: else one person would take others away until nobody could
    /// object to whom he lets in.
    pub fn admits_second(&self, officer: &OfficerId) -> bool {
        let mut others = self.officers.iter().filter(|(id, _)| *id != officer);
        let another = match self.regime() {
            Regime::Exercise => others.any(|(_, other)| other.is(Role::SecurityOfficer) && other.belongs()),
            Regime::Full => self.second,
        };
        self.has_role(officer, Role::SecurityOfficer) && !another
    }

    /// Whether a security officer may give all of these roles alone.
    pub fn gives_alone(&self, roles: &BTreeSet<Role>, officer: &OfficerId) -> bool {
        let alone = |role: &Role| {
            !role_takes_two(self.regime(), *role) || (*role == Role::SecurityOfficer && self.admits_second(officer))
        };
        roles.iter().all(alone)
    }

    /// On whose word somebody is an officer whom one person alone gives these roles.
    fn admission_by_one(&self, roles: &BTreeSet<Role>, by: &Context<'_>) -> Admission {
        let second = roles.contains(&Role::SecurityOfficer) && self.admits_second(by.author);
        if second { Admission::Second(Alone::of(by)) } else { Admission::OneWord(Alone::of(by)) }
    }

    /// Notes which of these roles one person gave alone.
    fn give_alone(&mut self, id: &OfficerId, roles: &BTreeSet<Role>, by: &Context<'_>) {
        self.second |= roles.contains(&Role::SecurityOfficer);
        let Some(officer) = self.officers.get_mut(id) else { return };
        let charges = roles.iter().copied().filter(|role| role_takes_two(Regime::Full, *role));
        // Custodians are those to whom custody is dealt.
        let charges = charges.filter(|role| *role != Role::Custodian);
        officer.lone_roles.extend(charges.map(|role| (role, Alone::of(by))));
    }

    /// Whether two officers are officers on the word of different persons.
    pub fn word(&self, one: &OfficerId, other: &OfficerId) -> Word {
        if self.vouched_by(one) == self.vouched_by(other) { Word::OfOne } else { Word::OfTwo }
    }

    /// As [`State::word`], where that counts: in an exercise vault everyone who is there is a person of his own.
    pub fn word_of_two(&self, one: &OfficerId, other: &OfficerId) -> Word {
        match self.regime() {
            Regime::Exercise => Word::OfTwo,
            Regime::Full => self.word(one, other),
        }
    }

    /// The other person on whose word alone somebody is an officer.
    pub fn on_whose_word<'s>(&'s self, officer: &'s OfficerId) -> Option<&'s OfficerId> {
        Some(self.vouched_by(officer)).filter(|by| *by != officer)
    }

    /// The person on whose word alone somebody is an officer; himself, if he is one on the word of two. Of some who are officers on
    /// the word of each other, as after a loss of keys, the first by name.
    pub(crate) fn vouched_by<'s>(&'s self, officer: &'s OfficerId) -> &'s OfficerId {
        let mut persons = vec![officer];
        let mut person = officer;
        while let Some(Admission::OneWord(alone)) = self.officers.get(person).map(|officer| &officer.admission) {
            person = &alone.by;
            if let Some(round) = persons.iter().position(|before| *before == person) {
                return persons.iter().skip(round).copied().min().unwrap_or(person);
            }
            persons.push(person);
        }
        person
    }

    fn admit(&mut self, record: &OfficerRecord, renewal_due: bool, admission: Admission, by: &Context<'_>) {
        let facts = OfficerFacts {
            id: record.id.to_string(),
            status: AccountStatus::Active,
            nationality: record.nationality.clone(),
            roles: record.roles.clone(),
            clearances: Vec::new(),
            briefings: Vec::new(),
            function: Function::Within,
        };
        let officer = Officer {
            full_name: record.full_name.clone(),
            facts,
            papers: Vec::new(),
            decided: BTreeMap::new(),
            roles_decided: by.index,
            keys_decided: by.index,
            admission,
            lone_roles: BTreeMap::new(),
            recipient: record.recipient.clone(),
            key: record.key,
            name: String::new(),
            further: Vec::new(),
            former: Vec::new(),
            last_session: None,
            renewal_due,
            locked: BTreeMap::new(),
            authorised: None,
            function_decided: by.index,
            frozen: None,
            disabled_by: None,
        };
        self.officers.insert(record.id.clone(), officer);
        self.by_key.insert(record.key, record.id.clone());
    }
}
