//! A key in custody: wrapped under a key of its own, of which there are only shares.

use std::collections::BTreeSet;

use ledger::VaultId;
use seal::{Identity, KeyId, PartKey, Randomness, Share, ShareHash, open_part, seal_part};
use serde::{Deserialize, Serialize};

use super::Circle;
use crate::keys::{Closed, KeyName};
use crate::shares::{DealtShare, Encoded};

/// One epoch of a key, in the `custody` part of the entry that makes or deposits it. Everybody can see that it is whole; each
/// custodian, that his share is the one which the entry names; nobody, before it is used, that it is the right key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    pub key: KeyName,
    pub epoch: u32,
    /// The number of the sharing that it is dealt under.
    pub sharing: u32,
    /// The key, sealed under its wrapping key.
    wrapped: Encoded,
    /// By custodian.
    shares: Vec<DealtShare>,
}

impl Deposit {
    /// Deals a key to a circle. The wrapping key is gone when this returns.
    pub fn deal(
        (key, epoch): (&KeyName, u32),
        identity: &Identity,
        circle: &Circle<'_>,
        vault: &VaultId,
        randomness: &dyn Randomness,
    ) -> Option<Deposit> {
        let count = u8::try_from(circle.members.len()).ok()?;
        let sharing = seal::ShareSet::new(circle.threshold, count).ok()?;
        let wrapping = PartKey::generate_from(randomness);
        let line = identity.expose_secret_line();
        let place = place(vault, key, epoch, circle.epoch);
        let wrapped = seal_part(&wrapping, &place, line.expose_secret().as_bytes());
        let shares = sharing
            .split(&wrapping, randomness)
            .into_iter()
            .zip(&circle.members)
            .map(|(share, to)| DealtShare::seal(to, &share));
        let shares = shares.collect::<Option<Vec<_>>>()?;
        Some(Deposit { key: key.clone(), epoch, sharing: circle.epoch, wrapped: Encoded(wrapped), shares })
    }

    /// Whether it is dealt to exactly this circle: a share for each, sealed to each of his identities.
    pub(crate) fn is_dealt_to(&self, circle: &Circle<'_>) -> bool {
        let members =
            circle.members.iter().map(|member| member.iter().map(|(key, _)| *key).collect::<BTreeSet<KeyId>>());
        self.sharing == circle.epoch && self.shares.iter().map(|share| share.to.clone()).eq(members)
    }

    /// What was written down of the share of a custodian, by whichever of his keys; none if none was dealt to him.
    pub fn hash_of(&self, is_his: impl FnMut(KeyId) -> bool) -> Option<ShareHash> {
        let mut is_his = is_his;
        self.shares.iter().find(|share| share.is_to(&mut is_his))?.hash()
    }

    /// One's own share.
    ///
    /// # Errors
    /// [`Closed::NoKey`] if none was dealt to these keys; [`Closed::Altered`] if it is not the one that is written down.
    pub fn share_for(&self, custodian: KeyId, identity: &Identity) -> Result<Share, Closed> {
        let dealt = self.shares.iter().find(|share| share.is_to(|key| key == custodian));
        dealt.ok_or(Closed::NoKey)?.open(identity).ok_or(Closed::Altered)
    }

    /// Puts the key together, from shares that were held against what is written down of them.
    ///
    /// # Errors
    /// [`Closed::NoKey`] if they are too few; [`Closed::Altered`] if what was put into custody is no key.
    pub fn open(&self, shares: &[&Share], threshold: u8, vault: &VaultId) -> Result<Identity, Closed> {
        let count = u8::try_from(self.shares.len()).map_err(|_| Closed::Altered)?;
        let sharing = seal::ShareSet::new(threshold, count).map_err(|_| Closed::Altered)?;
        let wrapping = sharing.join(shares.iter().copied()).map_err(|_| Closed::NoKey)?;
        let place = place(vault, &self.key, self.epoch, self.sharing);
        let line = open_part(&wrapping, &place, &self.wrapped.0).map_err(|_| Closed::Altered)?;
        let line = line.into_text().ok_or(Closed::Altered)?;
        Identity::parse(line.expose_secret()).map_err(|_| Closed::Altered)
    }
}

/// What a wrapped key is bound to: it opens nowhere else.
fn place(vault: &VaultId, key: &KeyName, epoch: u32, sharing: u32) -> Vec<u8> {
    let id = key.in_custody().unwrap_or_default();
    format!("{} custody/{id} epoch {epoch} sharing {sharing}", vault.as_str()).into_bytes()
}
