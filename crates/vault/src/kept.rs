//! What an officer was writing when his session ended: sealed to his own keys, so that it can be kept where another sits next.
//!
//! Owner of the rule that nobody else reads it: [`DraftSeal`] outlives the session and holds a public key alone; what opens is in a
//! session of the same officer.

use seal::{Recipient, SecretBytes, SecretText, open_bytes, seal_bytes};

use crate::{Error, OfficerId, Session};

/// Of what an officer writes in the window, in bytes.
pub const LONGEST_WRITING: usize = 2 << 20;

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

    /// Keeps what this officer is writing, in the place of what he wrote before, so that it is there after a crash: in his own index,
    /// which is encrypted to his keys, and nowhere else. An empty text is none.
    ///
    /// # Errors
    /// [`Error::TooLong`]; why it could not be written.
    pub fn keep_writing(&mut self, text: &SecretText) -> Result<(), Error> {
        if text.expose_secret().len() > LONGEST_WRITING {
            return Err(Error::TooLong { field: "text", limit: LONGEST_WRITING });
        }
        let bytes = SecretBytes::new(text.expose_secret().as_bytes().to_vec());
        self.index.change::<_, Error>(|change| Ok(change.set_writing(&bytes)?))
    }

    /// What this officer was writing when it was last kept; none where that was nothing.
    ///
    /// # Errors
    /// Integrity errors of the index.
    pub fn kept_writing(&self) -> Result<Option<SecretText>, Error> {
        let kept = self.index.writing()?.filter(|kept| !kept.is_empty());
        kept.map(|kept| kept.into_text().ok_or(Error::IndexAltered)).transpose()
    }

    /// What this officer was writing; none where it is another's, or of keys that he has no more.
    pub fn open_draft(&self, sealed: &SealedDraft) -> Option<SecretText> {
        open_bytes(&[&self.keyring.identity], &sealed.0).ok()?.into_text()
    }
}
