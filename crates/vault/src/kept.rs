//! What an officer was writing when his session ended: sealed to his own keys, so that it can be kept where another sits next.
//!
//! Owner of the rule that nobody else reads it: [`DraftSeal`] outlives the session and holds a public key alone; what opens is in a
//! session of the same officer.

use seal::{Recipient, SecretText, open_bytes, seal_bytes};

use crate::{Error, OfficerId, Session};

/// Seals what an officer was writing. Needs no session: a window that locked itself has none.
#[derive(Clone)]
pub struct DraftSeal {
    officer: OfficerId,
    to: Recipient,
}

/// What an officer was writing, for him alone.
#[derive(Clone)]
pub struct SealedDraft(Vec<u8>);

impl DraftSeal {
    /// Whose it is.
    pub fn officer(&self) -> &OfficerId {
        &self.officer
    }

    /// # Errors
    /// [`Error::Internal`] when it cannot be sealed.
    pub fn seal(&self, draft: &SecretText) -> Result<SealedDraft, Error> {
        let sealed = seal_bytes(&[&self.to], draft.expose_secret().as_bytes());
        Ok(SealedDraft(sealed.map_err(|_| Error::Internal { what: "draft" })?))
    }
}

impl SealedDraft {
    /// The sealed bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl Session {
    /// What seals the drafts of this officer, after the session too.
    pub fn draft_seal(&self) -> DraftSeal {
        DraftSeal { officer: self.id().clone(), to: self.keyring.identity.recipient().clone() }
    }

    /// What this officer was writing; none where it is another's, or of keys that he has no more.
    pub fn open_draft(&self, sealed: &SealedDraft) -> Option<SecretText> {
        open_bytes(&[&self.keyring.identity], &sealed.0).ok()?.into_text()
    }
}
