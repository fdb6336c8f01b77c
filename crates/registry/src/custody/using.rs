//! A use of custody: asked for with a motive, agreed to by custodians, each of whom hands over his shares of the keys that
//! are asked for and of no others, and carried out once.

use std::collections::{BTreeMap, BTreeSet};

use seal::{KeyId, Weight};
use serde::{Deserialize, Serialize};

use super::{CarriedOut, Encoded, Epochs};
use crate::assents::{Answer, Answering, Assentable, Brings, End, Hindrance, Request, Step};
use crate::event::Delivered;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, require};
use crate::keys::{KeyName, OF_A_PAIR, Restored, joined};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{AssentId, ClassId, DossierKey, ForgedRule as Rule, OfficerId};

/// For whom keys are had from custody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Whom {
    Officer(OfficerId),
    /// All who may have its keys and those of its classes.
    Dossier(DossierKey),
}

/// Epochs of the key of a class that two open, and those among whom each custodian divides his share of it: to nobody goes all of
/// it, and it is put together by two of them when they open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForPairs {
    pub class: ClassId,
    pub epochs: Vec<u32>,
    /// With the keys that they have: a custodian who has others when a custodian says yes could not read what is sealed to these.
    pub officers: BTreeMap<OfficerId, BTreeSet<KeyId>>,
}

/// That keys are had from custody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyUse {
    pub whom: Whom,
    /// Who carries it out: to him the shares are handed.
    pub carrier: OfficerId,
    /// These keys, and no others.
    pub keys: Epochs,
    /// And these, which go to no one: they are given back to pairs.
    pub pairs: Vec<ForPairs>,
    /// The number of the sharing, and how many of its custodians say yes.
    pub sharing: u32,
    pub threshold: u8,
    /// Why: an age file to those who decide and those whom it concerns.
    pub motive: Encoded,
}

impl CustodyUse {
    /// The same keys for the same person or dossier, carried out by the same officer. Its motive is sealed again each time.
    pub(crate) fn asks_the_same(&self, other: &CustodyUse) -> bool {
        let of = |it: &CustodyUse| (it.whom.clone(), it.carrier.clone(), it.keys.clone(), it.sharing);
        of(self) == of(other)
    }

    /// Whether it is for this officer alone.
    pub fn is_for(&self, officer: &OfficerId) -> bool {
        matches!(&self.whom, Whom::Officer(whom) if whom == officer)
    }

    /// Adds to a record what every line about it says.
    pub fn described(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        self.about(request, record)
    }

    /// How many epochs of keys it is about.
    pub fn count(&self) -> usize {
        let pairs = self.pairs.iter().map(|pair| pair.epochs.len());
        self.keys.iter().map(|(_, epochs)| epochs.len()).chain(pairs).sum()
    }

    /// The keys of those among whom shares are divided.
    pub(crate) fn divided_among(&self) -> impl Iterator<Item = KeyId> {
        self.pairs.iter().flat_map(|pair| pair.officers.values().flatten().copied())
    }

    /// Whether the yes of an officer is that of a custodian who does not decide about himself.
    pub fn counts(&self, state: &State, custodian: &OfficerId) -> bool {
        state.is_custodian(custodian) && !self.is_for(custodian)
    }

    fn asks_for(&self, key: &KeyName, epoch: u32) -> bool {
        self.keys.iter().any(|(asked, epochs)| asked == key && epochs.contains(&epoch))
    }

    fn require_present(&self, state: &State) -> Result<(), Rule> {
        let present = (self.sharing, self.threshold) == (state.custody.epoch(), state.custody.threshold());
        require(present, Rule::RequestStale)
    }

    /// Whether the officer for whom it is has the keys that he had when it was asked for: by their code those who agree know him.
    /// One that he adds himself is his own.
    fn require_same_keys(&self, state: &State, request: &Request) -> Result<(), Rule> {
        match &self.whom {
            Whom::Officer(officer) => {
                let of = state.officers.get(officer).ok_or(Rule::UnknownOfficer)?;
                require(of.keys_decided <= request.index, Rule::RequestStale)
            }
            Whom::Dossier(_) => Ok(()),
        }
    }

    /// Whether each key lies in custody and somebody may have it for whom it is asked.
    fn require_askable(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let all = match &self.whom {
            Whom::Officer(officer) => state.in_custody_for(officer, by),
            Whom::Dossier(dossier) => state.in_custody_of(dossier, by),
        };
        let mut named = BTreeSet::new();
        for (key, epochs) in &self.keys {
            require(!epochs.is_empty() && named.insert(key), Rule::CustodyNotAsked)?;
            let lacking = all.iter().find(|(lacking, _)| lacking == key).map(|(_, epochs)| epochs);
            let lacking = lacking.ok_or(Rule::CustodyNotAsked)?;
            let distinct: BTreeSet<u32> = epochs.iter().copied().collect();
            let lies = distinct.len() == epochs.len() && epochs.iter().all(|epoch| lacking.contains(epoch));
            require(lies, Rule::CustodyNotAsked)?;
        }
        self.require_pairs(state, by)?;
        require(!self.keys.is_empty() || !self.pairs.is_empty(), Rule::SaysNothing)
    }

    /// Whether what two open lies in custody, is of whom it is asked for, and goes to two or more who may open it, with the keys
    /// that they have now. Asked, agreed to and carried out: each time.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_pairs(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let mut named = BTreeSet::new();
        for ForPairs { class, epochs, officers } in &self.pairs {
            require(state.opens_by_two(class), Rule::NotForTwo)?;
            let key = KeyName::Class(class.clone());
            let its = match &self.whom {
                Whom::Officer(officer) => officers.contains_key(officer),
                Whom::Dossier(dossier) => state.dossier_of(&key) == Some(dossier),
            };
            require(its && named.insert(class) && !epochs.is_empty(), Rule::CustodyNotAsked)?;
            let chain = state.keys.get(&key).ok_or(Rule::UnknownKey)?;
            let lies = |number: &u32| chain.get(*number).is_some_and(|epoch| epoch.custody == self.sharing);
            let distinct: BTreeSet<u32> = epochs.iter().copied().collect();
            let lie = self.sharing > 0 && distinct.len() == epochs.len() && epochs.iter().all(lies);
            require(lie, Rule::CustodyNotAsked)?;
            require(officers.len() >= OF_A_PAIR.into(), Rule::OneForTwo)?;
            for (id, keys) in officers {
                require(state.may_hold_by_hard_rules(id, class, by), Rule::DeliveredToStranger)?;
                require(state.officers.get(id).is_some_and(|officer| officer.keys() == *keys), Rule::RequestStale)?;
            }
        }
        Ok(())
    }

    /// Whether each key still has somebody to go to: who lost the right since it was asked for is handed no share of it.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_receivers(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        for (key, _) in &self.keys {
            let receives = match &self.whom {
                Whom::Officer(officer) => state.may_receive(key, officer, by),
                Whom::Dossier(_) => state.officers.keys().any(|officer| state.may_receive(key, officer, by)),
            };
            require(receives, Rule::DeliveredToStranger)?;
        }
        Ok(())
    }

    /// Whether an officer may ask for it.
    pub fn may_be_asked_by(&self, state: &State, officer: &OfficerId) -> bool {
        let whom = match &self.whom {
            Whom::Officer(whom) => whom == officer,
            Whom::Dossier(dossier) => state.keeps(dossier, officer),
        };
        whom || state.oversees_custody(officer)
    }

    /// Whether an answer of an officer counts.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn may_answer(
        &self,
        answer: Answer,
        state: &State,
        request: &Request,
        officer: &OfficerId,
    ) -> Result<(), Rule> {
        match answer {
            Answer::Yes => {
                self.require_present(state)?;
                self.require_same_keys(state, request)?;
                require(state.is_custodian(officer), Rule::NotCustodian)?;
                require(!self.is_for(officer), Rule::AboutOneself)?;
                require(request.by != *officer || state.own_yes_counts(), Rule::OwnRequest)?;
                state.require_active(&self.carrier)?;
                require(self.may_be_asked_by(state, &self.carrier), Rule::RequesterNotInCharge)
            }
            Answer::No => {
                require(request.by != *officer, Rule::OwnRequest)?;
                require(state.oversees_custody(officer), Rule::NotCustodian)
            }
            // Anybody whom custody is entrusted to stops it, until it is carried out.
            Answer::Withdrawn => {
                require(!state.custody.carried_out.contains_key(&request.index), Rule::RequestOver)?;
                let may = request.by == *officer || state.oversees_custody(officer);
                require(may, Rule::NotCustodian)
            }
        }
    }
}

impl Assentable for CustodyUse {
    fn needed(&self) -> usize {
        self.threshold.into()
    }

    fn may_ask(&self, state: &State, _: &Request, by: &Context<'_>) -> Result<(), Rule> {
        require(self.carrier == *by.author, Rule::AboutAnother)?;
        require(self.may_be_asked_by(state, by.author), Rule::NotCustodian)?;
        self.require_present(state)?;
        require(state.custody_is_sound(), Rule::CustodyNotSound)?;
        self.require_askable(state, by)
    }

    fn answering(&self, _: &State) -> Answering<'_> {
        Answering::Custody(self)
    }

    fn classes(&self, _: &State) -> Vec<ClassId> {
        Vec::new()
    }

    fn act(&self, step: Step) -> Act {
        match step {
            Step::Asked => Act::RequestCustody,
            Step::Answered(Answer::Yes) => Act::AssentCustody,
            Step::Answered(Answer::No) => Act::RefuseCustody,
            Step::Answered(Answer::Withdrawn) => Act::StopCustody,
        }
    }

    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        let record = match &self.whom {
            Whom::Officer(officer) => record.about("officer", officer.to_string()),
            Whom::Dossier(dossier) => record.about("dossier", dossier.to_string()),
        };
        record
            .about("keys", self.count().to_string())
            .about("custody", self.sharing.to_string())
            .about("request", request.to_string())
    }

    fn concerns(&self) -> Concerns<'_> {
        match &self.whom {
            Whom::Officer(officer) => Concerns::Officer(officer),
            Whom::Dossier(_) => Concerns::Nobody,
        }
    }

    fn hindered(&self, _: &State) -> Option<Hindrance> {
        None
    }

    fn brings(&self) -> Brings<'_> {
        Brings::Shares(self)
    }

    /// It may be carried out now. What who carries it out could know he could since the first yes: his program forgets it, another
    /// might not.
    fn done(&self, _: &mut State, _: &Context<'_>) {}
}

/// What was asked for is carried out: these keys go to those for whom they were asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustodyCarriedOut {
    pub request: AssentId,
    pub delivered: Vec<Delivered>,
}

impl CustodyCarriedOut {
    fn require_asked(&self, of: &CustodyUse, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(!self.delivered.is_empty() || !of.pairs.is_empty(), Rule::SaysNothing)?;
        of.require_pairs(state, by)?;
        let mut given = BTreeSet::new();
        for delivered in &self.delivered {
            require(!delivered.epochs.is_empty() && !delivered.officers.is_empty(), Rule::SaysNothing)?;
            let asked = delivered.epochs.iter().all(|epoch| of.asks_for(&delivered.key, *epoch));
            require(asked, Rule::CustodyNotAsked)?;
            let chain = state.keys.get(&delivered.key).ok_or(Rule::UnknownKey)?;
            for officer in &delivered.officers {
                let whom = match &of.whom {
                    Whom::Officer(whom) => whom == officer,
                    Whom::Dossier(_) => true,
                };
                require(whom, Rule::CustodyNotAsked)?;
                require(state.may_receive(&delivered.key, officer, by), Rule::DeliveredToStranger)?;
                for number in &delivered.epochs {
                    let epoch = chain.get(*number).ok_or(Rule::UnknownKey)?;
                    let new = !epoch.was_given_to(officer) && given.insert((&delivered.key, officer, number));
                    require(new, Rule::DeliveredTwice)?;
                }
            }
        }
        Ok(())
    }
}

impl Fact for CustodyCarriedOut {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let (request, of) = state.custody_use(&self.request).ok_or(Rule::UnknownRequest)?;
        state.require_custody_ready(request, of, by.author, by.at_ms)?;
        self.require_asked(of, state, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        for delivered in &self.delivered {
            delivered.apply(state, by);
        }
        let done = CarriedOut { at_ms: by.at_ms, index: by.index };
        if let Some(request) = state.assents.get_mut(&self.request) {
            request.steps.push(by.index);
            state.custody.carried_out.insert(request.index, done);
        }
        state.restore_to_pairs(&self.request);
    }

    fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, Rule> {
        let mut officers = BTreeSet::new();
        for delivered in &self.delivered {
            officers.extend(delivered.parts(after, by)?.officers);
        }
        Ok(RequiredParts { officers, ..RequiredParts::none() })
    }

    fn keys(&self, me: &OfficerId) -> Vec<(KeyName, u32)> {
        self.delivered.iter().flat_map(|delivered| delivered.keys(me)).collect()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
        after.custody_use(&self.request).map_or(Concerns::Nobody, |(_, of)| of.concerns())
    }

    fn record(&self, before: &State) -> AuditRecord {
        let record = AuditRecord::new(Act::CarryOutCustody);
        let pairs = before.custody_use(&self.request).into_iter().flat_map(|(_, of)| &of.pairs);
        let pairs = pairs.flat_map(|pair| pair.officers.keys());
        let officers: BTreeSet<&OfficerId> =
            self.delivered.iter().flat_map(|delivered| &delivered.officers).chain(pairs).collect();
        let record = record.about("officers", joined(&officers.into_iter().collect::<Vec<_>>()));
        match before.custody_use(&self.request) {
            Some((_, of)) => of.about(&self.request, record),
            None => record.about("request", self.request.to_string()),
        }
    }
}

impl State {
    /// A request to use custody.
    pub fn custody_use(&self, id: &AssentId) -> Option<(&Request, &CustodyUse)> {
        let request = self.assents.get(id)?;
        request.matter.custody().map(|of| (request, of))
    }

    /// What custodians divided among pairs is theirs from here on.
    fn restore_to_pairs(&mut self, request: &AssentId) {
        let Some((_, of)) = self.custody_use(request) else { return };
        for ForPairs { class, epochs, officers } in of.pairs.clone() {
            let Some(chain) = self.keys.get_mut(&KeyName::Class(class)) else { continue };
            for number in epochs {
                if let Some(epoch) = chain.get_mut(number) {
                    epoch.restored = Some(Restored { request: request.clone(), officers: officers.clone() });
                }
            }
        }
    }

    /// Whether an officer may carry out a use now.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_custody_ready(
        &self,
        request: &Request,
        of: &CustodyUse,
        officer: &OfficerId,
        at_ms: i64,
    ) -> Result<(), Rule> {
        require(of.carrier == *officer, Rule::AboutAnother)?;
        require(!self.custody.carried_out.contains_key(&request.index), Rule::CustodyUsedTwice)?;
        match request.end {
            Some(End::Granted) => {}
            None => return Err(Rule::CustodyTooFew),
            Some(End::Refused(_) | End::Withdrawn(_)) => return Err(Rule::RequestOver),
        }
        of.require_present(self)?;
        of.require_same_keys(self, request)?;
        require(of.may_be_asked_by(self, officer), Rule::NotCustodian)?;
        let yes = request.given.iter().filter(|given| of.counts(self, &given.by)).count();
        require(yes >= usize::from(of.threshold), Rule::CustodyTooFew)?;
        self.require_custody_waited(request, at_ms)
    }
}
