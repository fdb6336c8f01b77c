//! Keys that nobody holds: those of classes whose documents two officers open together.
//!
//! Such a key exists only wrapped under a key of its own, of which each officer who may hold it has one share, and two shares
//! make it whole ([`PairDealing`]). Who makes the key deals it in the same entry and forgets it. Nobody is given it, by any
//! entry. Once it was dealt, two who have shares may deal it again, to others as well; both sign that ([`Witness`]).
//!
//! A maker with a program of his own can keep the key. So what others write is sealed to no key that one person made: they make
//! another. Two who may open make one together when they open: with it neither reads more than the two could read before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use ledger::VaultId;
use seal::{Identity, KeyId, PartKey, Randomness, Recipient, Share, ShareHash, Weight, open_part, seal_part};
use serde::{Deserialize, Serialize};

use super::{DealtTo, Epoch, joined};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, Together, Witness, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::keys::Closed;
use crate::log::{Act, AuditRecord};
use crate::shares::{DealtShare, Encoded, Member};
use crate::state::State;
use crate::{ClassId, ForgedRule as Rule, OfficerId};

/// How many shares make such a key whole.
pub const OF_A_PAIR: u8 = 2;

/// One epoch of such a key, in the `pairs` part of the entry that deals it. Everybody can see that it is whole; each to whom it
/// is dealt, that his share is the one which the entry names; two of them, when they open, that it is the right key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairDealing {
    pub class: ClassId,
    pub epoch: u32,
    /// The key, sealed under its wrapping key.
    wrapped: Encoded,
    /// By officer.
    shares: Vec<DealtShare>,
}

impl PairDealing {
    /// Deals a key to these officers, to each of the identities of each. The wrapping key is gone when this returns. None: they are no two, or more than there can
    /// be shares.
    pub fn deal<'m>(
        (class, epoch): (&ClassId, u32),
        identity: &Identity,
        officers: impl IntoIterator<Item = Member<'m>>,
        vault: &VaultId,
        randomness: &dyn Randomness,
    ) -> Option<PairDealing> {
        let officers: Vec<_> = officers.into_iter().collect();
        let sharing = seal::ShareSet::new(OF_A_PAIR, u8::try_from(officers.len()).ok()?).ok()?;
        let wrapping = PartKey::generate_from(randomness);
        let line = identity.expose_secret_line();
        let wrapped = seal_part(&wrapping, &place(vault, class, epoch), line.expose_secret().as_bytes());
        let shares = sharing.split(&wrapping, randomness).into_iter().zip(&officers);
        let shares = shares.map(|(share, to)| DealtShare::seal(to, &share));
        let shares = shares.collect::<Option<Vec<_>>>()?;
        Some(PairDealing { class: class.clone(), epoch, wrapped: Encoded(wrapped), shares })
    }

    /// Whether it is dealt to exactly these officers, a share each, sealed to each of his identities.
    pub(crate) fn is_dealt_to(&self, to: &DealtTo) -> bool {
        self.shares.iter().map(|share| &share.to).eq(to.officers.values())
    }

    /// What was written down of the share of an officer, by whichever of his keys; none if none was dealt to him.
    pub fn hash_of(&self, is_his: impl FnMut(KeyId) -> bool) -> Option<ShareHash> {
        let mut is_his = is_his;
        self.shares.iter().find(|share| share.is_to(&mut is_his))?.hash()
    }

    /// The share of an officer.
    ///
    /// # Errors
    /// [`Closed::NoKey`] if none was dealt to these keys; [`Closed::Altered`] if it is not the one that is written down.
    pub fn share_for(&self, officer: KeyId, identity: &Identity) -> Result<Share, Closed> {
        let dealt = self.shares.iter().find(|share| share.is_to(|key| key == officer));
        dealt.ok_or(Closed::NoKey)?.open(identity).ok_or(Closed::Altered)
    }

    /// Puts the key together from the shares of two.
    ///
    /// # Errors
    /// [`Closed::NoKey`] if they are not of two; [`Closed::Altered`] if what was dealt is not the key with that recipient.
    pub fn open(&self, shares: [&Share; 2], vault: &VaultId, recipient: &Recipient) -> Result<Identity, Closed> {
        let count = u8::try_from(self.shares.len()).map_err(|_| Closed::Altered)?;
        let sharing = seal::ShareSet::new(OF_A_PAIR, count).map_err(|_| Closed::Altered)?;
        let wrapping = sharing.join(shares).map_err(|_| Closed::NoKey)?;
        let line = open_part(&wrapping, &place(vault, &self.class, self.epoch), &self.wrapped.0);
        let line = line.map_err(|_| Closed::Altered)?.into_text().ok_or(Closed::Altered)?;
        let identity = Identity::parse(line.expose_secret()).map_err(|_| Closed::Altered)?;
        if identity.recipient() == recipient { Ok(identity) } else { Err(Closed::Altered) }
    }
}

/// What a wrapped key is bound to: it opens nowhere else.
fn place(vault: &VaultId, class: &ClassId, epoch: u32) -> Vec<u8> {
    format!("{} pairs/{class} epoch {epoch}", vault.as_str()).into_bytes()
}

/// An epoch of such a key was dealt: by the officer who made it, or by two who made it together, in the same entry; or by two who
/// have shares of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dealt {
    pub class: ClassId,
    pub epoch: u32,
    pub officers: BTreeSet<OfficerId>,
    /// Who did it with the author; none: the author alone has just made it.
    #[serde(deserialize_with = "Option::deserialize")]
    pub with: Option<Witness>,
}

impl Fact for Dealt {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> =
        BySecond::Signed(|fact| Some((fact.with.as_mut()?, Together::Deal(&fact.class, fact.epoch))));

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(state.opens_by_two(&self.class), Rule::NotForTwo)?;
        let key = KeyName::Class(self.class.clone());
        let epoch = state.keys.get(&key).and_then(|chain| chain.get(self.epoch)).ok_or(Rule::UnknownKey)?;
        // INVARIANT: no entry makes such an epoch and does not deal it, so this one has made it.
        let made = epoch.dealt.is_none() && epoch.maker.as_ref() == Some(by.author);
        match &self.with {
            None => require(made, Rule::DeliveredWithoutHolding)?,
            Some(second) => {
                second.check(state, by, Together::Deal(&self.class, self.epoch))?;
                let both = [by.author, &second.officer];
                require(made || state.share_between(&self.class, self.epoch, both), Rule::NoShare)?;
                for officer in both {
                    require(state.may_hold_by_hard_rules(officer, &self.class, by), Rule::DeliveredToStranger)?;
                }
            }
        }
        require(self.officers.len() >= OF_A_PAIR.into(), Rule::OneForTwo)?;
        for officer in &self.officers {
            require(state.may_hold_by_hard_rules(officer, &self.class, by), Rule::DeliveredToStranger)?;
        }
        Ok(())
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let keys_of = |id: &OfficerId| Some((id.clone(), state.officers.get(id)?.keys()));
        let dealt = DealtTo { index: by.index, officers: self.officers.iter().filter_map(keys_of).collect() };
        let key = KeyName::Class(self.class.clone());
        if let Some(epoch) = state.keys.get_mut(&key).and_then(|chain| chain.get_mut(self.epoch)) {
            if epoch.dealt.is_none() && self.with.is_some() {
                epoch.made_by_two();
            }
            epoch.dealt = Some(dealt);
        }
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts { pairs: vec![(self.class.clone(), self.epoch)], ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.with.as_ref().map_or(Concerns::Nobody, |second| Concerns::Officer(&second.officer))
    }

    fn record(&self, _: &State) -> AuditRecord {
        let officers: Vec<&OfficerId> = self.officers.iter().collect();
        AuditRecord::new(Act::DealKey)
            .about("class", self.class.to_string())
            .about("epoch", self.epoch.to_string())
            .about("officers", joined(&officers))
            .about_some("second", self.with.as_ref().map(|second| second.officer.to_string()))
    }
}

impl State {
    /// Whether the documents of a class are opened by two, and its key is nobody's.
    pub fn opens_by_two(&self, class: &ClassId) -> bool {
        self.classes.get(class).is_some_and(|class| class.access.opens_by_two())
    }

    /// As [`State::opens_by_two`], of a key.
    pub fn is_for_two(&self, key: &KeyName) -> bool {
        match key {
            KeyName::Class(class) => self.opens_by_two(class),
            KeyName::Vault | KeyName::Oversight | KeyName::Dossier(_) => false,
        }
    }

    /// Whether an officer has a share of an epoch, sealed to keys that he has now: dealt to him, or given back by custodians.
    pub fn has_share(&self, class: &ClassId, epoch: u32, officer: &OfficerId) -> bool {
        self.was_dealt(class, epoch, officer) || self.was_restored(class, epoch, officer)
    }

    /// Whether two have shares that fit together: both dealt to them, or both given back by custodians.
    pub fn share_between(&self, class: &ClassId, epoch: u32, both: [&OfficerId; 2]) -> bool {
        both.iter().all(|officer| self.was_dealt(class, epoch, officer))
            || both.iter().all(|officer| self.was_restored(class, epoch, officer))
    }

    /// Whether an epoch is dealt to an officer, by keys that he has now.
    pub fn was_dealt(&self, class: &ClassId, epoch: u32, officer: &OfficerId) -> bool {
        let dealt = self.epoch_for_two(class, epoch).and_then(|epoch| epoch.dealt.as_ref());
        dealt.is_some_and(|dealt| self.has_of(&dealt.officers, officer))
    }

    /// Whether custodians gave an epoch back to an officer, among others, by keys that he has now.
    pub fn was_restored(&self, class: &ClassId, epoch: u32, officer: &OfficerId) -> bool {
        let restored = self.epoch_for_two(class, epoch).and_then(|epoch| epoch.restored.as_ref());
        restored.is_some_and(|restored| self.has_of(&restored.officers, officer))
    }

    fn epoch_for_two(&self, class: &ClassId, epoch: u32) -> Option<&Epoch> {
        self.keys.get(&KeyName::Class(class.clone()))?.get(epoch)
    }

    fn has_of(&self, dealt: &BTreeMap<OfficerId, BTreeSet<KeyId>>, officer: &OfficerId) -> bool {
        let has = |keys| self.officers.get(officer).is_some_and(|officer| officer.has_any(keys));
        dealt.get(officer).is_some_and(has)
    }

    /// Whether an epoch that was made is dealt, where it is for two.
    pub(crate) fn require_dealt(&self, key: &KeyName, epoch: u32) -> Result<(), Rule> {
        let dealt = || self.keys.get(key).and_then(|chain| chain.get(epoch)).is_some_and(|epoch| epoch.dealt.is_some());
        require(!self.is_for_two(key) || dealt(), Rule::NotDealt)
    }

    /// Whether one person made the present epoch of a key for two: he could have kept it.
    pub fn is_made_by_one(&self, key: &KeyName) -> bool {
        self.is_for_two(key) && self.current(key).is_some_and(|(_, epoch)| epoch.maker.is_some())
    }

    /// Whether something that an officer writes is sealed, by this entry, to a key for two that another made alone.
    pub(crate) fn require_made_by_no_other(&self, key: &KeyName, by: &Context<'_>) -> Result<(), Rule> {
        let maker = self.current(key).and_then(|(_, epoch)| epoch.maker.as_ref());
        require(!self.is_for_two(key) || maker.is_none_or(|maker| maker == by.author), Rule::KeyOfOne)
    }

    /// As [`State::is_due`], of a key for two: where somebody was handed all of it, or it is dealt to others than those who may
    /// hold it now. Who made it alone could have kept it: so what another writes is sealed to a new one (`writer`), and nothing is
    /// where he may not read.
    pub(super) fn is_due_for_two(&self, key: &KeyName, at: DateTime<Utc>, writer: Option<&OfficerId>) -> bool {
        let Some((_, epoch)) = self.current(key) else { return false };
        let Some(dealt) = &epoch.dealt else { return true };
        let keys_of = |id: OfficerId| self.officers.get(&id).map(|officer| (id.clone(), officer.keys()));
        let now: BTreeMap<_, _> = self.all_entitled(key, at).into_iter().filter_map(keys_of).collect();
        let another = match (writer, &epoch.maker) {
            (_, None) => false,
            (Some(writer), Some(maker)) => maker != writer,
            (None, Some(maker)) => !now.contains_key(maker),
        };
        another || epoch.exposed || !epoch.carried_by.is_empty() || dealt.officers != now
    }
}
