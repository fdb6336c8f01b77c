//! Custody: of each class and dossier key the means to open it, shared among custodians.
//!
//! There is no custody key that anybody could hold. Each key lies in custody under a fresh wrapping key of its own, which
//! exists only as shares, one for each custodian ([`Deposit`]). So who is given shares for one key learns that one and no
//! other. A [`Sharing`] says who the custodians are and how many of them it takes; a [`CustodyUse`] is how they do it.

mod deposit;
mod sharing;
mod using;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};

use policy::Role;
use policy::four_eyes::Regime;
use seal::KeyId;
use serde::{Deserialize, Serialize};

use crate::fact::{Context, require};
use crate::keys::{Chain, Epoch, KeyName};
use crate::rights::Alone;
use crate::state::State;
use crate::{AssentId, DossierKey, ForgedRule as Rule, OfficerId};

pub use crate::shares::{DealtShare, Encoded, Member};
pub use deposit::Deposit;
pub use sharing::{CustodyShared, SharingMatter};
pub use using::{CustodyCarriedOut, CustodyUse, ForPairs, Whom};

/// The longest that a use may have to wait, in hours: thirty days.
pub const LONGEST_WAIT: u32 = 30 * 24;

/// Milliseconds of an hour.
const HOUR_MS: i64 = 3_600_000;

/// Who shares custody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// How many custodians it takes.
    pub threshold: u8,
    pub custodians: BTreeSet<OfficerId>,
    /// How long a use waits after it was asked for, in hours.
    pub waiting_hours: u32,
}

impl Terms {
    /// Whether all who could use custody under these terms can under the next: then shares from before give nobody more than he has.
    fn is_within(&self, next: &Terms) -> bool {
        let gone = self.custodians.difference(&next.custodians).count();
        usize::from(self.threshold).saturating_sub(gone) >= next.threshold.into()
    }
}

/// Epochs of keys.
pub type Epochs = Vec<(KeyName, Vec<u32>)>;

/// Keys that nobody holds any more, and who carries them over when custody is shared again: their shares are handed to him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarriedOver {
    pub carrier: OfficerId,
    pub keys: Epochs,
}

/// Terms in force from an entry on, until the next.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sharing {
    pub terms: Terms,
    pub over: CarriedOver,
    /// The keys that its custodians signed with, or have added since: to whom others are given otherwise, he is none.
    keys: BTreeMap<OfficerId, BTreeSet<KeyId>>,
    /// Who alone decided on them; none: two did.
    pub alone: Option<Alone>,
    pub by: OfficerId,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub index: u64,
}

/// When a use was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedOut {
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub index: u64,
}

/// What the state keeps of custody.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Custody {
    /// All of them, from 1: the last is in force.
    sharings: Vec<Sharing>,
    /// Uses that were carried out, by the entry of their request.
    pub carried_out: BTreeMap<u64, CarriedOut>,
    /// The requests about it that wait.
    pub(crate) waiting: BTreeSet<AssentId>,
}

impl Custody {
    /// The number of the sharing in force; 0: nothing was shared yet.
    pub fn epoch(&self) -> u32 {
        u32::try_from(self.sharings.len()).unwrap_or(u32::MAX)
    }

    /// The sharing in force.
    pub fn now(&self) -> Option<&Sharing> {
        self.sharings.last()
    }

    pub(crate) fn set_alone(&mut self, alone: Option<Alone>) {
        if let Some(sharing) = self.sharings.last_mut() {
            sharing.alone = alone;
        }
    }

    /// A sharing by its number.
    pub fn at(&self, epoch: u32) -> Option<&Sharing> {
        self.sharings.get(usize::try_from(epoch).ok()?.checked_sub(1)?)
    }

    pub fn threshold(&self) -> u8 {
        self.now().map_or(0, |sharing| sharing.terms.threshold)
    }
}

/// Those to whom a key is dealt that is put into custody now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle<'s> {
    /// The number of the sharing.
    pub epoch: u32,
    pub threshold: u8,
    /// By officer.
    pub members: Vec<Member<'s>>,
}

impl State {
    /// Whether an officer is a custodian of the sharing in force: active, and with the keys that he had when it began.
    pub fn is_custodian(&self, officer: &OfficerId) -> bool {
        self.is_dealt_to(officer) && self.works(officer)
    }

    /// Whether shares are dealt to an officer: a custodian, or one who is frozen and may be one again. Alone they open nothing,
    /// and as long as he is frozen his yes does not count.
    pub fn is_dealt_to(&self, officer: &OfficerId) -> bool {
        let keys = self.custody.now().and_then(|sharing| sharing.keys.get(officer));
        let belongs = self.officers.get(officer).filter(|officer| officer.belongs() && !officer.renewal_due);
        keys.is_some_and(|keys| belongs.is_some_and(|officer| officer.has_any(keys)))
    }

    /// Whether something would be lost if a custodian had other keys: what nobody holds, where too few others are left to whose
    /// keys it is dealt.
    pub fn custody_hangs_on(&self, officer: &OfficerId, by: &Context<'_>) -> bool {
        let left = self.custodians().filter(|other| *other != officer).count();
        let enough = left >= usize::from(self.custody.threshold());
        self.is_custodian(officer) && !enough && !self.orphans(by).is_empty()
    }

    /// The custodians of the sharing in force who are active.
    pub fn custodians(&self) -> impl Iterator<Item = &OfficerId> {
        let named = self.custody.now().into_iter().flat_map(|sharing| &sharing.terms.custodians);
        named.filter(|officer| self.is_custodian(officer))
    }

    /// Whether there are enough custodians to use custody. Where not, nothing is put into it until it is shared again.
    pub fn custody_is_sound(&self) -> bool {
        let threshold = usize::from(self.custody.threshold());
        threshold > 0 && self.custodians().count() >= threshold
    }

    /// The number of the sharing that keys are put into custody under, where custody is sound.
    pub fn sound_custody(&self) -> Option<u32> {
        self.custody_is_sound().then(|| self.custody.epoch())
    }

    /// Those to whom it is dealt; none where custody is not sound.
    pub fn circle(&self) -> Option<Circle<'_>> {
        let epoch = self.sound_custody()?;
        let named = self.custody.now().into_iter().flat_map(|sharing| &sharing.terms.custodians);
        let dealt = named.filter(|officer| self.is_dealt_to(officer)).filter_map(|id| self.officers.get(id));
        let members = dealt.map(|officer| officer.identities().collect());
        Some(Circle { epoch, threshold: self.custody.threshold(), members: members.collect() })
    }

    /// The keys that an officer may have and was not given, as far as they can be had from custody.
    pub fn in_custody_for(&self, officer: &OfficerId, by: &Context<'_>) -> Epochs {
        let to = |key: &KeyName| self.may_receive(key, officer, by).then(|| vec![officer]);
        self.missing_from(to)
    }

    /// The keys of a dossier and of its classes that somebody may have and was not given, as far as they can be had from custody.
    pub fn in_custody_of(&self, dossier: &DossierKey, by: &Context<'_>) -> Epochs {
        let to = |key: &KeyName| {
            let its = self.dossier_of(key) == Some(dossier);
            its.then(|| self.officers.keys().filter(|officer| self.may_receive(key, officer, by)).collect())
        };
        self.missing_from(to)
    }

    fn missing_from<'s>(&'s self, to: impl Fn(&KeyName) -> Option<Vec<&'s OfficerId>>) -> Epochs {
        let present = self.custody.epoch();
        let lying = self.keys.iter().filter(|(key, _)| key.in_custody().is_some());
        let missing = lying.filter_map(|(key, chain)| {
            let officers = to(key)?;
            let lacks = |epoch: &u32| {
                let lies = |e: &&Epoch| e.custody == present && present > 0;
                let epoch = chain.get(*epoch).filter(lies);
                epoch.is_some_and(|epoch| officers.iter().any(|officer| !epoch.was_given_to(officer)))
            };
            let epochs: Vec<u32> = chain.numbers().filter(lacks).collect();
            (!epochs.is_empty()).then(|| (key.clone(), epochs))
        });
        missing.collect()
    }

    /// The dossier that a key is of.
    pub fn dossier_of(&self, key: &KeyName) -> Option<&DossierKey> {
        match key {
            KeyName::Class(class) => self.classes.get(class).map(|class| &class.dossier),
            KeyName::Dossier(dossier) => self.dossiers.get_key_value(dossier).map(|(dossier, _)| dossier),
            KeyName::Vault | KeyName::Oversight => None,
        }
    }

    /// How many epochs of keys are in custody under the sharing in force, and of how many.
    pub fn lying_in_custody(&self) -> (usize, usize) {
        let present = self.custody.epoch();
        let chains = self.keys.iter().filter(|(key, _)| key.in_custody().is_some()).map(|(_, chain)| chain);
        let epochs = chains.flat_map(|chain| chain.numbers().filter_map(|number| chain.get(number)));
        epochs.fold((0, 0), |(lie, all), epoch| (lie + usize::from(present > 0 && epoch.custody == present), all + 1))
    }

    /// Those who may ask for custody to be shared or used, and stop it, no matter who asked.
    pub fn oversees_custody(&self, officer: &OfficerId) -> bool {
        self.is_custodian(officer) || self.has_role(officer, Role::SecurityOfficer)
    }

    /// Whether who asks for it may be the one whose yes counts: where it takes several, his is one of them.
    pub fn own_yes_counts(&self) -> bool {
        match self.regime() {
            Regime::Exercise => true,
            Regime::Full => self.custody.threshold() > 1,
        }
    }

    /// Epochs of keys that lie in custody, under whichever sharing, and that no active officer holds who may.
    pub fn orphans(&self, by: &Context<'_>) -> Epochs {
        let lying = self.keys.iter().filter(|(key, _)| key.in_custody().is_some());
        let orphans = lying.filter_map(|(key, chain)| {
            let epochs: Vec<u32> = chain.numbers().filter(|number| self.is_orphan(key, *number, by)).collect();
            (!epochs.is_empty()).then(|| (key.clone(), epochs))
        });
        orphans.collect()
    }

    fn is_orphan(&self, key: &KeyName, number: u32, by: &Context<'_>) -> bool {
        let epoch = self.keys.get(key).and_then(|chain| chain.get(number));
        let lies = |epoch: &&Epoch| epoch.custody > 0;
        let holds =
            |epoch: &Epoch, officer: &OfficerId| epoch.was_given_to(officer) && self.may_receive(key, officer, by);
        epoch.filter(lies).is_some_and(|epoch| !epoch.known_to.iter().any(|officer| holds(epoch, officer)))
    }

    /// Whether nothing is carried over but what nobody holds.
    fn require_orphans(&self, over: &CarriedOver, by: &Context<'_>) -> Result<(), Rule> {
        let mut named = BTreeSet::new();
        for (key, epochs) in &over.keys {
            let distinct: BTreeSet<u32> = epochs.iter().copied().collect();
            let orphans = distinct.len() == epochs.len() && epochs.iter().all(|epoch| self.is_orphan(key, *epoch, by));
            require(named.insert(key) && orphans && !epochs.is_empty(), Rule::CustodyNotAsked)?;
        }
        Ok(())
    }

    /// The number of the sharing that an officer carries an epoch of a key over from, as long as he has not.
    pub fn carries_over(&self, officer: &OfficerId, key: &KeyName, number: u32) -> Option<u32> {
        let over = &self.custody.now()?.over;
        let named = over.keys.iter().any(|(carried, epochs)| carried == key && epochs.contains(&number));
        let from = self.keys.get(key)?.get(number)?.custody;
        let waits = from > 0 && from != self.custody.epoch();
        (over.carrier == *officer && named && waits).then_some(from)
    }

    pub(crate) fn share_custody(&mut self, terms: &Terms, over: &CarriedOver, by: &Context<'_>) {
        // Who carries keys over could keep them, with a program of his own.
        self.carried_by(&over.keys, &over.carrier);
        if self.custody.now().is_some_and(|former| !former.terms.is_within(terms)) {
            self.expose_deposits();
        }
        let (terms, over) = (terms.clone(), over.clone());
        let keys_of = |id: &OfficerId| Some((id.clone(), self.officers.get(id)?.keys()));
        let keys = terms.custodians.iter().filter_map(keys_of).collect();
        let (by, at_ms, index) = (by.author.clone(), by.at_ms, by.index);
        self.custody.sharings.push(Sharing { terms, over, keys, alone: None, by, at_ms, index });
        let Some(terms) = self.custody.sharings.last().map(|sharing| &sharing.terms) else { return };
        for (id, officer) in &mut self.officers {
            if terms.custodians.contains(id) {
                officer.facts.roles.insert(Role::Custodian);
            } else {
                officer.facts.roles.remove(&Role::Custodian);
            }
        }
    }

    /// A custodian has made himself other keys, or has one of several no more: custody is shared as it is, and those who hold
    /// keys deal them again, to those that he has. A custodian to whom others gave new ones, because he lost his, is none until
    /// custody is shared again.
    pub(crate) fn custodian_has_other_keys(&mut self, officer: &OfficerId, former: KeyId, by: &Context<'_>) {
        let had = |now: &&Sharing| now.keys.get(officer).is_some_and(|keys| keys.contains(&former));
        let Some(now) = self.custody.now().filter(had) else { return };
        let Some(own) = self.officers.get(officer).map(|officer| officer.keys()) else { return };
        let mut keys = now.keys.clone();
        keys.insert(officer.clone(), own);
        // Who has the former keys of a sole custodian has the shares of one.
        let of_one = now.terms.threshold == 1;
        let over = CarriedOver { carrier: officer.clone(), keys: Vec::new() };
        let (by, at_ms, index, alone) = (by.author.clone(), by.at_ms, by.index, now.alone.clone());
        let sharing = Sharing { terms: now.terms.clone(), over, keys, alone, by, at_ms, index };
        self.custody.sharings.push(sharing);
        if of_one {
            self.expose_deposits();
        }
    }

    /// A custodian has further keys: his shares are passed on to them by the entry that adds them.
    pub(crate) fn custodian_has_further_keys(&mut self, officer: &OfficerId, further: KeyId) {
        if !self.is_dealt_to(officer) {
            return;
        }
        let now = self.custody.sharings.last_mut();
        if let Some(keys) = now.and_then(|now| now.keys.get_mut(officer)) {
            keys.insert(further);
        }
    }

    /// What lies in custody could be known to some who must not know it: nothing is sealed to it any more.
    fn expose_deposits(&mut self) {
        self.keys.values_mut().for_each(Chain::expose_deposits);
    }

    pub(crate) fn carried_by(&mut self, keys: &Epochs, carrier: &OfficerId) {
        for (key, epochs) in keys {
            let Some(chain) = self.keys.get_mut(key) else { continue };
            for epoch in epochs {
                if let Some(epoch) = chain.get_mut(*epoch) {
                    epoch.carried_by.insert(carrier.clone());
                }
            }
        }
    }

    /// The custodians of a sharing behind as many of whom as it takes fewer persons may stand than that: by the person on whose
    /// word they are officers, where there is more than one on it.
    pub fn few_words<'s>(&'s self, terms: &'s Terms) -> BTreeMap<&'s OfficerId, Vec<&'s OfficerId>> {
        let mut words: BTreeMap<&OfficerId, Vec<&OfficerId>> = BTreeMap::new();
        for custodian in &terms.custodians {
            words.entry(self.vouched_by(custodian)).or_default().push(custodian);
        }
        words.retain(|_, custodians| terms.threshold > 1 && custodians.len() > 1);
        words
    }

    /// Whether custody can be shared on these terms.
    ///
    /// # Errors
    /// The rule that they break.
    pub fn require_terms(&self, terms: &Terms) -> Result<(), Rule> {
        let count = terms.custodians.len();
        let shares = u8::try_from(count).ok().and_then(|count| seal::ShareSet::new(terms.threshold, count).ok());
        require(shares.is_some(), Rule::NotAShareSet)?;
        require(terms.waiting_hours <= LONGEST_WAIT, Rule::NotAShareSet)?;
        for custodian in &terms.custodians {
            // Whose keys another chose would give his shares away.
            require(self.works(custodian), Rule::OfficerNotActive)?;
        }
        match self.regime() {
            Regime::Exercise => {}
            Regime::Full => require(terms.threshold > 1, Rule::CustodyOfOne)?,
        }
        // Who founds a vault lets everybody in. The approval confirms those who are there: from then on each custodian is one on a
        // word of his own.
        require(self.approval.is_none() || self.few_words(terms).is_empty(), Rule::CustodyOnFewWords)
    }
}
