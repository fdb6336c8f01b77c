//! Shares of wrapping keys, as entries carry them: of keys in custody, and of keys for two.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seal::{Identity, KeyId, Recipient, Share, ShareHash, open_bytes, seal_bytes};
use serde::{Deserialize, Serialize};

/// Bytes as base64.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Encoded(pub Vec<u8>);

impl From<Encoded> for String {
    fn from(Encoded(bytes): Encoded) -> String {
        STANDARD.encode(bytes)
    }
}

impl TryFrom<String> for Encoded {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Encoded, Self::Error> {
        STANDARD.decode(text).map(Encoded)
    }
}

/// One to whom a share is dealt: the keys of each of his identities.
pub type Member<'s> = Vec<(KeyId, &'s Recipient)>;

/// A share of a wrapping key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DealtShare {
    /// Whose it is, by the verifying keys of his identities.
    pub to: BTreeSet<KeyId>,
    /// By which a wrong share names its giver.
    hash: Encoded,
    /// An age file to each of his identities.
    sealed: Encoded,
}

impl DealtShare {
    pub(crate) fn seal(to: &Member<'_>, share: &Share) -> Option<DealtShare> {
        let recipients: Vec<&Recipient> = to.iter().map(|(_, recipient)| *recipient).collect();
        let sealed = seal_bytes(&recipients, share.expose_secret_line().expose_secret().as_bytes()).ok()?;
        let to = to.iter().map(|(key, _)| *key).collect();
        Some(DealtShare { to, hash: Encoded(share.hash().0.to_vec()), sealed: Encoded(sealed) })
    }

    /// Whether it is dealt to one of these keys.
    pub(crate) fn is_to(&self, mut is_his: impl FnMut(KeyId) -> bool) -> bool {
        self.to.iter().any(|key| is_his(*key))
    }

    pub(crate) fn hash(&self) -> Option<ShareHash> {
        self.hash.0.as_slice().try_into().ok().map(ShareHash)
    }

    /// The share; none if it is not the one that is written down.
    pub(crate) fn open(&self, identity: &Identity) -> Option<Share> {
        let line = open_bytes(&[identity], &self.sealed.0).ok()?.into_text()?;
        Share::parse(line.expose_secret()).ok().filter(|share| Some(share.hash()) == self.hash())
    }
}
