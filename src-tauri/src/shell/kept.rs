//! What officers were writing when this window locked: in the memory of this program, each sealed to the keys of its officer.
//!
//! Owner of the rule that a draft belongs to its officer: the page hands it over with the lock and keeps nothing, and a session
//! of the same officer alone gets it back.

use std::collections::BTreeMap;

use seal::SecretText;
use vault::{DraftSeal, OfficerId, SealedDraft, Session};

use super::Shell;
use crate::held;
use crate::problem::Problem;

/// The longest draft that is kept, in bytes: files by the thousand, with a title each.
const LONGEST: usize = 4 << 20;

/// Drafts by officer: of those who were at this window since the program began.
#[derive(Default)]
pub(super) struct Kept(BTreeMap<OfficerId, Shelf>);

struct Shelf {
    seal: DraftSeal,
    draft: Option<SealedDraft>,
}

impl Shell {
    /// From now on drafts of this officer are kept, under the keys that he has now.
    pub(super) fn expect_drafts(&self, session: &Session) {
        let seal = session.draft_seal();
        let mut kept = held(&self.0.kept);
        let draft = kept.0.remove(seal.officer()).and_then(|shelf| shelf.draft);
        kept.0.insert(seal.officer().clone(), Shelf { seal, draft });
    }

    /// Keeps what an officer was writing, in place of what he wrote before. An empty draft is none. Before the lock and after it: to
    /// seal takes no session.
    ///
    /// # Errors
    /// `locked` for somebody who was not at this window; `malformed` for one that is too long.
    pub fn keep_draft(&self, officer: &OfficerId, draft: &SecretText) -> Result<(), Problem> {
        let text = draft.expose_secret();
        if text.len() > LONGEST {
            return Err(Problem::new("malformed").with("field", "draft"));
        }
        let seal = held(&self.0.kept).0.get(officer).map(|shelf| shelf.seal.clone()).ok_or_else(Problem::locked)?;
        let sealed = if text.is_empty() { None } else { Some(seal.seal(draft)?) };
        if let Some(shelf) = held(&self.0.kept).0.get_mut(officer) {
            shelf.draft = sealed;
        }
        Ok(())
    }

    /// Whether anything is kept, of whomever: where nothing is, no session need be waited for.
    pub fn keeps_drafts(&self) -> bool {
        held(&self.0.kept).0.values().any(|shelf| shelf.draft.is_some())
    }

    /// What the officer at the window was writing; none where he was writing nothing, or under keys that he has no more. It stays
    /// kept until the page hands over the next: one that breaks down meanwhile loses no more than what was written since.
    pub fn kept_draft(&self, session: &Session) -> Option<SecretText> {
        let sealed = held(&self.0.kept).0.get(session.id()).and_then(|shelf| shelf.draft.clone())?;
        session.open_draft(&sealed)
    }

    /// The drafts as they lie in memory: for tests, which look for words in them.
    #[doc(hidden)]
    pub fn sealed_drafts(&self) -> Vec<Vec<u8>> {
        let kept = held(&self.0.kept);
        kept.0.values().filter_map(|shelf| shelf.draft.as_ref()).map(|draft| draft.as_bytes().to_vec()).collect()
    }
}
