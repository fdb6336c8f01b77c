//! What two open, out of custody: each custodian divides his share among those who may open, and two of them put it together.

use chrono::{DateTime, Utc};
use registry::custody::{CustodyUse, ForPairs, Whom};
use registry::keys::{HandedOver, KeyName, OF_A_PAIR, Restored, handed_over};
use registry::parts::Audience;
use seal::{Identity, KeyId, Share};

use super::Lying;
use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AssentId, Error, OfficerId, Reason, Session};

impl Session {
    /// The keys of what two open that lie in custody and that no two of those who may open it can put together any more.
    pub(super) fn lost_by_pairs(&self, whom: &Whom, at: DateTime<Utc>) -> Vec<ForPairs> {
        let (state, present) = (&self.state, self.state.custody.epoch());
        let mut pairs = Vec::new();
        for class in state.classes.keys().filter(|class| state.opens_by_two(class)) {
            let key = KeyName::Class(class.clone());
            let Some(chain) = state.keys.get(&key) else { continue };
            let entitled = state.all_entitled(&key, at);
            let concerned = match whom {
                Whom::Officer(officer) => entitled.contains(officer),
                Whom::Dossier(dossier) => state.dossier_of(&key) == Some(dossier),
            };
            if !concerned || entitled.len() < OF_A_PAIR.into() {
                continue;
            }
            let no_two =
                |has: &dyn Fn(&OfficerId) -> bool| entitled.iter().filter(|id| has(id)).count() < OF_A_PAIR.into();
            let lost = |number: &u32| {
                let lies = chain.get(*number).is_some_and(|epoch| present > 0 && epoch.custody == present);
                lies && no_two(&|id| state.was_dealt(class, *number, id))
                    && no_two(&|id| state.was_restored(class, *number, id))
            };
            let epochs: Vec<u32> = chain.numbers().filter(lost).collect();
            if !epochs.is_empty() {
                let keys_of = |id: &OfficerId| Some((id.clone(), state.officers.get(id)?.keys()));
                let officers = entitled.iter().filter_map(keys_of).collect();
                pairs.push(ForPairs { class: class.clone(), epochs, officers });
            }
        }
        pairs
    }

    /// Divides this officer's shares of what two open among those who may, and adds to each his piece. False: of some he has none.
    pub(super) fn divide_shares(&self, id: &AssentId, of: &CustodyUse, words: &mut EntryDraft) -> Result<bool, Error> {
        let passed_on = self.passed_on_here()?;
        let mut whole = true;
        for ForPairs { class, epochs, officers } in &of.pairs {
            let key = KeyName::Class(class.clone());
            let sharing = of_two_among(officers.len()).ok_or(Error::Internal { what: "share" })?;
            for epoch in epochs {
                let own = |lying: Lying| self.own_share(&lying.deposit, &passed_on);
                let Some(share) = self.lying(&key, *epoch, of.sharing)?.and_then(own) else {
                    whole = false;
                    continue;
                };
                for (officer, piece) in officers.keys().zip(share.divide(sharing, &*self.randomness)) {
                    let officer = self.known_officer(officer)?;
                    words.keys_to(officer, |text| text.share(id, &key, *epoch, &piece));
                }
            }
        }
        Ok(whole)
    }

    /// Puts together, from the pieces of two, the shares that custodians gave back to them, and with these the key. Both are here.
    ///
    /// # Errors
    /// [`Error::WrongShares`] where what custodians gave is not their shares; [`Error::Denied`] where what lies in custody is not
    /// the key.
    pub(crate) fn restored_key(
        &self,
        key: &KeyName,
        number: u32,
        restored: &Restored,
        both: [(KeyId, &Identity); 2],
    ) -> Result<Option<Identity>, Error> {
        let lost = || Error::Internal { what: "custody" };
        let (request, of) = self.state.custody_use(&restored.request).ok_or_else(lost)?;
        let sharing = of_two_among(restored.officers.len()).ok_or_else(lost)?;
        let lying = self.lying(key, number, of.sharing)?.ok_or_else(lost)?;
        let (mut shares, mut wrong) = (Vec::new(), Vec::new());
        for given in &request.given {
            let mut pieces = Vec::new();
            for (own, identity) in both {
                let tag = Audience::Officer(own).to_string();
                let of_this =
                    |(whose, of, epoch, _): &HandedOver| (whose, of, *epoch) == (&restored.request, key, number);
                let parts = self.parts_at(given.index, &tag)?;
                let handed = parts.iter().flat_map(|sealed| handed_over(identity, sealed).unwrap_or_default());
                pieces.extend({ handed }.find(of_this).map(|(.., piece)| piece));
            }
            let dealt = lying.deposit.hash_of(|key| self.state.author(key) == Some(&given.by));
            match dealt.and_then(|dealt| Share::undivided(sharing, &pieces, dealt)) {
                Some(share) => shares.push(share),
                None => wrong.push(given.by.to_string()),
            }
        }
        if shares.len() < usize::from(of.threshold) {
            return Err(Error::WrongShares { officers: wrong });
        }
        let shares: Vec<&Share> = shares.iter().collect();
        let opened = lying.deposit.open(&shares, of.threshold, self.ledger.vault()).ok();
        let named = self.state.keys.get(key).and_then(|chain| chain.get(number)).and_then(|e| e.recipient.as_ref());
        let wrong_deposit = || denied_for("open", Reason::new("wrong_deposit").with("officer", lying.by.to_string()));
        opened.filter(|identity| named == Some(identity.recipient())).map(Some).ok_or_else(wrong_deposit)
    }

    /// The sealed parts for an audience of one entry.
    fn parts_at(&self, index: u64, audience: &str) -> Result<Vec<Vec<u8>>, Error> {
        let entries = self.ledger.read_for(&self.position, audience, index.checked_sub(1), 1)?;
        let parts = entries.iter().filter(|entry| entry.index() == index).flat_map(|entry| entry.parts());
        Ok(parts.filter(|part| part.audience == audience).map(|part| part.sealed.clone()).collect())
    }
}

/// How a share is divided among so many of whom two open.
fn of_two_among(officers: usize) -> Option<seal::ShareSet> {
    seal::ShareSet::new(OF_A_PAIR, u8::try_from(officers).ok()?).ok()
}
