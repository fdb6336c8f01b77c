//! Shares of wrapping keys, as entries carry them: of keys in custody, and of keys for two.

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

/// A share of a wrapping key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DealtShare {
    /// Whose it is, by his verifying key.
    pub to: KeyId,
    /// By which a wrong share names its giver.
    hash: Encoded,
    /// An age file to him.
    sealed: Encoded,
}

impl DealtShare {
    pub(crate) fn seal(to: KeyId, recipient: &Recipient, share: &Share) -> Option<DealtShare> {
        let sealed = seal_bytes(&[recipient], share.expose_secret_line().expose_secret().as_bytes()).ok()?;
        Some(DealtShare { to, hash: Encoded(share.hash().0.to_vec()), sealed: Encoded(sealed) })
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
