//! Keys in epochs: who knows which.

use std::collections::{BTreeMap, BTreeSet};

use seal::{KeyId, Recipient};
use serde::{Deserialize, Serialize};

use crate::{AssentId, OfficerId};

/// All epochs of one key, from 1.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Chain {
    epochs: Vec<Epoch>,
}

/// One generation of a key.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Epoch {
    /// What is sealed to; none for the vault key, which is one of parts.
    pub recipient: Option<Recipient>,
    /// Who made it and who received it.
    pub known_to: BTreeSet<OfficerId>,
    /// Its maker, as long as it was not delivered to him: his program keeps what it receives, not what it makes. None of a key for
    /// two that two made together.
    pub maker: Option<OfficerId>,
    /// The number of the sharing under which it lies in custody; 0: in none.
    pub custody: u32,
    /// Who was handed the shares of it by custodians, to carry out what was asked.
    pub carried_by: BTreeSet<OfficerId>,
    /// Those who were given it by keys that they have no more, until they are given it again.
    pub lost_by: BTreeSet<OfficerId>,
    /// Anyone who has keys that an officer has replaced may know it, or others by the shares that they have from before custody
    /// was shared again: what was dealt once is in the log for ever.
    pub exposed: bool,
    /// Who might have been given it by the entry that made it, and was not, as long as nobody has given it to him since.
    pub passed_over: BTreeSet<OfficerId>,
    /// To whom it is dealt, where it is for two: then it was given to nobody.
    pub dealt: Option<DealtTo>,
    /// To whom custodians gave it back, where it is for two.
    pub restored: Option<Restored>,
}

impl Epoch {
    /// One that nobody was given yet.
    pub fn new(recipient: Option<Recipient>, maker: Option<OfficerId>, custody: u32) -> Epoch {
        let known_to = maker.iter().cloned().collect();
        Epoch {
            recipient,
            known_to,
            maker,
            custody,
            carried_by: BTreeSet::new(),
            lost_by: BTreeSet::new(),
            exposed: false,
            passed_over: BTreeSet::new(),
            dealt: None,
            restored: None,
        }
    }

    /// Whether an officer was given it, by the keys that he has now.
    pub fn was_given_to(&self, officer: &OfficerId) -> bool {
        self.known_to.contains(officer) && self.maker.as_ref() != Some(officer) && !self.lost_by.contains(officer)
    }

    /// Everybody who knows it, or could if he used a program of his own.
    pub fn could_know(&self) -> impl Iterator<Item = &OfficerId> {
        self.known_to.union(&self.carried_by)
    }

    /// Two who may open made it together, for two: it is of no one of them.
    pub(crate) fn made_by_two(&mut self) {
        self.maker = None;
        self.known_to.clear();
    }

    pub(crate) fn give_to(&mut self, officer: &OfficerId) {
        self.known_to.insert(officer.clone());
        self.maker.take_if(|maker| maker == officer);
        self.lost_by.remove(officer);
        self.passed_over.remove(officer);
    }
}

impl Chain {
    pub fn push(&mut self, epoch: Epoch) {
        self.epochs.push(epoch);
    }

    /// How many epochs there are: the number of the last.
    pub fn last(&self) -> u32 {
        u32::try_from(self.epochs.len()).unwrap_or(u32::MAX)
    }

    pub fn current(&self) -> Option<(u32, &Epoch)> {
        self.epochs.last().map(|epoch| (self.last(), epoch))
    }

    pub fn get(&self, epoch: u32) -> Option<&Epoch> {
        self.epochs.get(usize::try_from(epoch).ok()?.checked_sub(1)?)
    }

    pub fn get_mut(&mut self, epoch: u32) -> Option<&mut Epoch> {
        self.epochs.get_mut(usize::try_from(epoch).ok()?.checked_sub(1)?)
    }

    /// An officer has other keys from now on: what the old ones open must not be used any more.
    pub(crate) fn keys_replaced(&mut self, officer: &OfficerId) {
        for epoch in self.epochs.iter_mut().filter(|epoch| epoch.known_to.contains(officer)) {
            epoch.lost_by.insert(officer.clone());
            epoch.exposed = true;
        }
    }

    /// Somebody has keys of an officer that count no more: what he knows must not be used any more.
    pub(crate) fn expose(&mut self, officer: &OfficerId) {
        self.epochs.iter_mut().filter(|epoch| epoch.known_to.contains(officer)).for_each(|epoch| epoch.exposed = true);
    }

    /// Custody is shared otherwise, and those who have shares from before may be fewer than it takes now.
    pub(crate) fn expose_deposits(&mut self) {
        self.epochs.iter_mut().filter(|epoch| epoch.custody > 0).for_each(|epoch| epoch.exposed = true);
    }

    /// An officer has passed his shares of what is dealt on to further keys.
    pub(crate) fn dealt_besides(&mut self, officer: &OfficerId, before: &BTreeSet<KeyId>, further: KeyId) {
        let dealt = self.epochs.iter_mut().filter_map(|epoch| epoch.dealt.as_mut()?.officers.get_mut(officer));
        for keys in dealt.filter(|keys| !keys.is_disjoint(before)) {
            keys.insert(further);
        }
    }

    pub fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        1..=self.last()
    }

    /// The epochs that an officer was not given.
    pub fn unknown_to(&self, officer: &OfficerId) -> Vec<u32> {
        self.numbers().filter(|n| self.get(*n).is_none_or(|epoch| !epoch.was_given_to(officer))).collect()
    }
}

/// To whom an epoch of a key for two is dealt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealtTo {
    /// The entry whose part has the shares.
    pub index: u64,
    /// The officers, with the keys that their shares are sealed to, or were passed on to since.
    pub officers: BTreeMap<OfficerId, BTreeSet<KeyId>>,
}

/// To whom custodians gave an epoch of a key for two back: each divided his share of it among these, of whom any two put the shares
/// together, and with them the key. Nobody else sees it, and none of them alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// The use of custody in whose yes's the pieces are.
    pub request: AssentId,
    /// The officers, in the order of their pieces, with the keys that these are sealed to.
    pub officers: BTreeMap<OfficerId, BTreeSet<KeyId>>,
}
