//! Keys in epochs: what they are called, who knows which, and the facts that make and deliver them.

mod chain;
mod pairs;
mod ring;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use chrono::{DateTime, Utc};
use label::AccessPart;
use policy::Role;
use seal::{Recipient, Weight};
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::policies::policies;
use crate::state::{State, day};
use crate::{ClassId, DossierKey, ForgedRule as Rule, OfficerId};

pub use crate::fact::{Together, Witness};
pub use crate::key_name::KeyName;
pub use chain::{Chain, DealtTo, Epoch, Restored};
pub use pairs::{Dealt, OF_A_PAIR, PairDealing};
pub use ring::{Closed, HandedOver, INDEX_INFO, Keyring, Unsealable, handed_over, passed_on};
pub use text::KeyText;

/// An access class as everybody's program knows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Class {
    pub access: AccessPart,
    pub dossier: DossierKey,
    /// The register's code in reference numbers: `S-K7Q`.
    pub code: String,
    /// How many documents, by year.
    pub counts: BTreeMap<i32, u32>,
}

impl Class {
    /// The next number of the register in the year of an instant, and the year.
    pub(crate) fn next_number(&mut self, at: DateTime<Utc>) -> (i32, u32) {
        let year = label::time::year_of(day(at));
        let count = self.counts.entry(year).or_default();
        *count += 1;
        (year, *count)
    }
}

/// The first epoch of the class key. Its maker knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassMade {
    pub class: ClassId,
    pub dossier: DossierKey,
    pub access: AccessPart,
    pub recipient: Recipient,
}

impl Fact for ClassMade {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, _: &Context<'_>) -> Result<(), Rule> {
        require(!state.classes.contains_key(&self.class), Rule::ClassMadeTwice)?;
        let known = policies().has(&self.access.policy, &self.access.classification);
        require(known, Rule::UnknownLevel)?;
        state.require_new_recipient(&self.recipient)?;
        require(state.class_of(&self.access, &self.dossier).is_none(), Rule::ClassMadeTwice)?;
        // Also of a closed dossier: its documents are marked otherwise later. It takes none because of that.
        require(state.dossiers.contains_key(&self.dossier), Rule::UnknownDossier)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let class = Class {
            access: self.access.clone(),
            dossier: self.dossier.clone(),
            code: state.free_code(&self.class, &self.access),
            counts: BTreeMap::new(),
        };
        state.classes.insert(self.class.clone(), class);
        state.begin_epoch(KeyName::Class(self.class.clone()), Some(&self.recipient), by);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let key = KeyName::Class(self.class.clone());
        after.require_dealt(&key, 1)?;
        Ok(RequiredParts::begins(&key, 1))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::MakeClass)
            .about("class", self.class.to_string())
            .about("dossier", self.dossier.to_string())
            .about("policy", self.access.policy.clone())
            .about("level", self.access.classification.clone())
    }
}

/// A new epoch of a key. Its maker knows it. The vault key has no recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rekeyed {
    pub key: KeyName,
    pub epoch: u32,
    pub recipient: Option<Recipient>,
}

impl Fact for Rekeyed {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_may_rekey(&self.key, self.epoch, by)?;
        if let Some(recipient) = &self.recipient {
            state.require_new_recipient(recipient)?;
        }
        let chain = state.keys.get(&self.key).ok_or(Rule::UnknownKey)?;
        require(self.epoch == chain.last() + 1, Rule::EpochOutOfOrder)?;
        require(self.recipient.is_none() == (self.key == KeyName::Vault), Rule::KeyWithoutRecipient)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.begin_epoch(self.key.clone(), self.recipient.as_ref(), by);
    }

    /// A new key for all who are entitled by their role reaches all of them.
    fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, Rule> {
        match &self.key {
            KeyName::Vault | KeyName::Oversight => {
                let (_, epoch) = after.current(&self.key).ok_or(Rule::UnknownKey)?;
                let reached = |id: &OfficerId| !after.entitled(&self.key, id, by.at) || epoch.known_to.contains(id);
                require(after.officers.keys().all(reached), Rule::KeyWithheld)?;
            }
            KeyName::Dossier(_) | KeyName::Class(_) => {}
        }
        after.require_dealt(&self.key, self.epoch)?;
        Ok(RequiredParts::begins(&self.key, self.epoch))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.key.about(AuditRecord::new(Act::RenewKey)).about("epoch", self.epoch.to_string())
    }
}

/// Officers received these epochs of a key, in `officer` parts of the same entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivered {
    pub key: KeyName,
    pub epochs: Vec<u32>,
    pub officers: Vec<OfficerId>,
}

impl Fact for Delivered {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        // Of nothing, or to nobody, anyone who signs it would need to know no key.
        require(!self.epochs.is_empty() && !self.officers.is_empty(), Rule::SaysNothing)?;
        require(!state.is_for_two(&self.key), Rule::OneForTwo)?;
        state.require_may_deliver(&self.key, &self.epochs, &self.officers, by)?;
        let chain = state.keys.get(&self.key).ok_or(Rule::UnknownKey)?;
        let mut given = BTreeSet::new();
        for officer in &self.officers {
            state.require_may_receive(&self.key, officer, by)?;
            for number in &self.epochs {
                let epoch = chain.get(*number).ok_or(Rule::UnknownKey)?;
                // Nobody is given again what he has: it could only be another key under the same name.
                let new = !epoch.was_given_to(officer) && given.insert((officer, number));
                require(new || officer == by.author, Rule::DeliveredTwice)?;
            }
        }
        Ok(())
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        let Some(chain) = state.keys.get_mut(&self.key) else { return };
        for number in &self.epochs {
            if let Some(epoch) = chain.get_mut(*number) {
                self.officers.iter().for_each(|officer| epoch.give_to(officer));
            }
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        // To each of their identities.
        let all = self.officers.iter().filter_map(|id| after.officers.get(id));
        let officers = all.flat_map(|officer| officer.identities().map(|(key, _)| key)).collect();
        Ok(RequiredParts { officers, ..RequiredParts::none() })
    }

    fn keys(&self, me: &OfficerId) -> Vec<(KeyName, u32)> {
        let mine = self.officers.contains(me);
        self.epochs.iter().filter(|_| mine).map(|epoch| (self.key.clone(), *epoch)).collect()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.key
            .about(AuditRecord::new(Act::DeliverKey))
            .about("epochs", joined(&self.epochs))
            .about("officers", joined(&self.officers))
    }
}

/// Epochs that are not in custody, or were put there before it was shared again, are in custody now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deposited {
    pub key: KeyName,
    pub epochs: Vec<u32>,
}

impl Fact for Deposited {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// A class or dossier key is put into custody by somebody who knows it, or who carries it over.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(!self.epochs.is_empty(), Rule::SaysNothing)?;
        require(self.key.in_custody().is_some(), Rule::UnknownKey)?;
        let chain = state.keys.get(&self.key).ok_or(Rule::UnknownKey)?;
        let knows = |number: &u32| {
            let known = chain.get(*number).is_some_and(|epoch| epoch.known_to.contains(by.author));
            // Who may not have it any more could put another there, which nobody sees before it is used.
            (known && state.may_receive(&self.key, by.author, by))
                || state.carries_over(by.author, &self.key, *number).is_some()
        };
        require(self.epochs.iter().all(knows), Rule::DeliveredWithoutHolding)?;
        let custody = state.sound_custody().ok_or(Rule::CustodyNotSound)?;
        // Once: nobody puts another key in the place of the one that lies there.
        let new = |epoch: &u32| chain.get(*epoch).is_some_and(|epoch| epoch.custody != custody);
        require(self.epochs.iter().all(new), Rule::DepositedTwice)?;
        let distinct: BTreeSet<&u32> = self.epochs.iter().collect();
        require(distinct.len() == self.epochs.len(), Rule::DepositedTwice)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        let Some(custody) = state.sound_custody() else { return };
        let Some(chain) = state.keys.get_mut(&self.key) else { return };
        for number in &self.epochs {
            if let Some(epoch) = chain.get_mut(*number) {
                epoch.custody = custody;
            }
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts { custody: vec![(self.key.clone(), self.epochs.clone())], ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.key.about(AuditRecord::new(Act::DepositKey)).about("epochs", joined(&self.epochs))
    }
}

impl State {
    /// The class of a marking in a dossier, if there is one.
    pub fn class_of(&self, access: &AccessPart, dossier: &DossierKey) -> Option<&ClassId> {
        self.classes.iter().find(|(_, c)| c.dossier == *dossier && c.access == *access).map(|(id, _)| id)
    }

    /// The present epoch of a key.
    pub fn current(&self, key: &KeyName) -> Option<(u32, &Epoch)> {
        self.keys.get(key).and_then(Chain::current)
    }

    /// Adds an epoch; its maker knows it.
    pub(crate) fn begin_epoch(&mut self, key: KeyName, recipient: Option<&Recipient>, by: &Context<'_>) {
        let custody = match key {
            KeyName::Dossier(_) | KeyName::Class(_) => self.sound_custody().unwrap_or(0),
            KeyName::Vault | KeyName::Oversight => 0,
        };
        let epoch = Epoch::new(recipient.cloned(), Some(by.author.clone()), custody);
        self.keys.entry(key).or_default().push(epoch);
    }

    /// A key that begins is one that nothing was sealed to before: under the recipient of an epoch that is over, or of a person, all
    /// that comes would be open to those who have that key, and the log would say that it was renewed.
    pub(crate) fn require_new_recipient(&self, recipient: &Recipient) -> Result<(), Rule> {
        require(recipient.is_post_quantum(), Rule::RecipientNotPostQuantum)?;
        let epochs = self.keys.values().flat_map(|chain| chain.numbers().filter_map(|number| chain.get(number)));
        let used = { epochs }.any(|epoch| epoch.recipient.as_ref() == Some(recipient));
        require(!used && self.owner_of(recipient, None).is_none(), Rule::KeyOfAnother)
    }

    /// The register's code: portion letters and the first characters of the class id that no other register has.
    fn free_code(&self, class: &ClassId, access: &AccessPart) -> String {
        let level = policies().level(&access.policy, &access.classification);
        let portion = level.map_or("X", label::Level::portion);
        let id = class.as_str().to_uppercase();
        let code = |length: usize| format!("{portion}-{}", id.get(..length).unwrap_or(&id));
        let taken = |code: &String| self.classes.values().any(|other| other.code == *code);
        (3..=id.len()).map(code).find(|code| !taken(code)).unwrap_or_else(|| code(id.len()))
    }

    /// Whether an officer should know a key, whichever it is.
    pub fn entitled(&self, key: &KeyName, officer: &OfficerId, at: DateTime<Utc>) -> bool {
        let Some(record) = self.officers.get(officer).filter(|o| o.works()) else { return false };
        match key {
            KeyName::Vault => true,
            KeyName::Oversight => record.is(Role::SecurityOfficer) || record.is(Role::Auditor),
            KeyName::Dossier(dossier) => self.is_member(dossier, officer, at) || self.keeps(dossier, officer),
            KeyName::Class(class) => self.may_hold(officer, class, at).is_ok(),
        }
    }

    /// All officers who should know a key. Of a dossier or a class only those around the dossier are asked about: each session
    /// does this for every key after each entry, however many officers there are.
    pub fn all_entitled(&self, key: &KeyName, at: DateTime<Utc>) -> BTreeSet<OfficerId> {
        let dossier = match key {
            KeyName::Vault | KeyName::Oversight => None,
            KeyName::Dossier(dossier) => Some(dossier),
            KeyName::Class(class) => match self.classes.get(class) {
                Some(class) => Some(&class.dossier),
                None => return BTreeSet::new(),
            },
        };
        let entitled = |officer: &&OfficerId| self.entitled(key, officer, at);
        match dossier {
            Some(dossier) => self.around(dossier).into_iter().filter(entitled).cloned().collect(),
            None => self.officers.keys().filter(entitled).cloned().collect(),
        }
    }

    /// Whether somebody knows the present epoch of a key who must not, or lacks it who was to have it: then nothing is sealed to it
    /// before it was renewed. `filer`: anyone who files may know what he files himself; of a key for two, the officer who writes.
    pub fn is_due(&self, key: &KeyName, at: DateTime<Utc>, filer: Option<&OfficerId>) -> bool {
        if self.is_for_two(key) {
            return self.is_due_for_two(key, at, filer);
        }
        self.is_known_wrongly(key, at, filer) || self.is_withheld(key, at)
    }

    /// As [`State::is_due`], for what an officer writes and does not file.
    pub fn is_due_to_write(&self, key: &KeyName, at: DateTime<Utc>, writer: &OfficerId) -> bool {
        self.is_due(key, at, Some(writer).filter(|_| self.is_for_two(key)))
    }

    /// Whether somebody knows the present epoch of a key, which is not for two, who must not.
    pub fn is_known_wrongly(&self, key: &KeyName, at: DateTime<Utc>, filer: Option<&OfficerId>) -> bool {
        let Some((_, epoch)) = self.current(key) else { return false };
        let excused = |officer: &OfficerId| filer == Some(officer) || self.entitled(key, officer, at);
        epoch.exposed || !epoch.could_know().all(excused)
    }

    /// Whether its maker kept the present epoch of a key from somebody who may have it: what is sealed to it, that one could not read,
    /// and nobody else need have it who would give it to him.
    pub fn is_withheld(&self, key: &KeyName, at: DateTime<Utc>) -> bool {
        let Some((_, epoch)) = self.current(key) else { return false };
        epoch.passed_over.iter().any(|officer| self.entitled(key, officer, at))
    }

    /// Notes whom the entry that made an epoch passed over. Of keys that many hold by their role such an entry is refused, and a key
    /// for two is dealt.
    pub fn note_passed_over(&mut self, key: &KeyName, number: u32, by: &Context<'_>) {
        let Some(dossier) = self.dossier_of(key).filter(|_| !self.is_for_two(key)) else { return };
        let Some(epoch) = self.keys.get(key).and_then(|chain| chain.get(number)) else { return };
        let lacks = |officer: &&OfficerId| !epoch.known_to.contains(*officer) && self.may_receive(key, officer, by);
        let passed_over = self.around(dossier).into_iter().filter(lacks).cloned().collect();
        if let Some(epoch) = self.keys.get_mut(key).and_then(|chain| chain.get_mut(number)) {
            epoch.passed_over = passed_over;
        }
    }

    /// Whether an officer may give all who hold a key by their role another one.
    pub fn renews_for_all(&self, key: &KeyName, officer: &OfficerId) -> bool {
        match key {
            KeyName::Vault => self.has_role(officer, Role::SecurityOfficer),
            KeyName::Oversight => {
                self.has_role(officer, Role::SecurityOfficer) || self.has_role(officer, Role::Auditor)
            }
            KeyName::Dossier(_) | KeyName::Class(_) => false,
        }
    }

    /// The keys that many hold by their role, that somebody may know by keys which count no more, and that this officer may give
    /// them again: he does so before anything else.
    pub fn common_keys_due(&self, officer: &OfficerId) -> Vec<KeyName> {
        let exposed = |key: &KeyName| self.current(key).is_some_and(|(_, epoch)| epoch.exposed);
        let keys = [KeyName::Vault, KeyName::Oversight].into_iter();
        keys.filter(|key| exposed(key) && self.renews_for_all(key, officer)).collect()
    }

    /// A new epoch is made by somebody who may know it, or, of a key for two, who may have a share of it. Of a class, also by the person who writes to it in the same entry without
    /// holding its key, and only where the present one is due: nobody else can, and nothing is sealed to a key that is due.
    fn require_may_rekey(&self, key: &KeyName, epoch: u32, by: &Context<'_>) -> Result<(), Rule> {
        let holds = match key {
            KeyName::Vault | KeyName::Oversight => self.renews_for_all(key, by.author),
            KeyName::Dossier(_) => self.entitled(key, by.author, by.at),
            KeyName::Class(class) => {
                let for_two = self.is_for_two(key);
                let due = || for_two || self.is_due(key, by.at, None);
                let holds =
                    || self.current(key).is_some_and(|(_, current)| current.known_to.contains(by.author)) || due();
                let writes = || by.sheets.iter().any(|(other, of)| other == class && *of == epoch);
                (self.may_hold_by_hard_rules(by.author, class, by) && holds()) || (writes() && due())
            }
        };
        require(holds, Rule::RekeyedWithoutRight)
    }

    /// A key is delivered by somebody who knows it. Who makes his own keys in the same entry keeps the vault key, which he sealed it
    /// with: it came with the keys that another chose.
    fn require_may_deliver(
        &self,
        key: &KeyName,
        epochs: &[u32],
        officers: &[OfficerId],
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        let chain = self.keys.get(key).ok_or(Rule::UnknownKey)?;
        let renewed = self.officers.get(by.author).is_some_and(|author| by.introduces_only(author.key));
        let keeps = *key == KeyName::Vault && renewed && officers == [by.author.clone()];
        for epoch in epochs {
            let epoch = chain.get(*epoch).ok_or(Rule::UnknownKey)?;
            require(keeps || epoch.known_to.contains(by.author), Rule::DeliveredWithoutHolding)?;
        }
        Ok(())
    }

    /// A key is delivered to somebody who may hold it.
    fn require_may_receive(&self, key: &KeyName, officer: &OfficerId, by: &Context<'_>) -> Result<(), Rule> {
        require(self.may_receive(key, officer, by), Rule::DeliveredToStranger)
    }

    /// Whether rules about persons and roles let an officer receive a key.
    pub(crate) fn may_receive(&self, key: &KeyName, officer: &OfficerId, by: &Context<'_>) -> bool {
        match key {
            // Nobody holds what two open.
            KeyName::Class(class) if self.opens_by_two(class) => false,
            KeyName::Class(class) => self.may_hold_by_hard_rules(officer, class, by),
            KeyName::Vault | KeyName::Oversight | KeyName::Dossier(_) => self.entitled(key, officer, by.at),
        }
    }
}

/// Several in one detail of a record.
pub(crate) fn joined<T: Display>(all: &[T]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
