//! Keys in epochs: who knows which.

use std::collections::BTreeSet;

use seal::Recipient;
use serde::{Deserialize, Serialize};

use crate::OfficerId;

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
    /// Who made it and who received it. Custodians could open it as well, by way of custody.
    pub known_to: BTreeSet<OfficerId>,
    /// Its maker, as long as it was not delivered to him: his program keeps what it receives, not what it makes.
    pub maker: Option<OfficerId>,
    /// The epoch of the custody key that it is sealed to; 0: to none.
    pub custody: u32,
}

impl Epoch {
    /// Whether an officer was given it.
    pub fn was_given_to(&self, officer: &OfficerId) -> bool {
        self.known_to.contains(officer) && self.maker.as_ref() != Some(officer)
    }

    pub(crate) fn give_to(&mut self, officer: &OfficerId) {
        self.known_to.insert(officer.clone());
        self.maker.take_if(|maker| maker == officer);
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

    pub fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        1..=self.last()
    }

    /// The epochs that an officer was not given.
    pub fn unknown_to(&self, officer: &OfficerId) -> Vec<u32> {
        self.numbers().filter(|n| self.get(*n).is_none_or(|epoch| !epoch.was_given_to(officer))).collect()
    }
}
