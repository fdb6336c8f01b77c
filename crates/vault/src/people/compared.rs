//! Codes of colleagues' keys that an officer has compared with them: remembered in his own index, because it is he who knows.

use std::collections::BTreeMap;

use registry::people::Officer;

use crate::{Compared, Error, OfficerId, OfficerView, Session};

impl Session {
    /// Notes that a colleague read this code, and that his keys have it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Malformed`] where it is no code; [`Error::Fingerprint`] where his keys have another: somebody put
    /// others in their place, or it was misread; [`Error::ReadOnly`].
    pub fn compare_code(&mut self, id: &OfficerId, code: &str) -> Result<OfficerView, Error> {
        self.catch_up()?;
        let known = self.known_officer(id)?.short_code();
        let digits = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>();
        let typed = digits(code);
        if typed.is_empty() || !typed.chars().all(|c| c.is_ascii_digit()) || typed.len() != digits(&known).len() {
            return Err(Error::Malformed { field: "code" });
        }
        if typed != digits(&known) {
            return Err(Error::Fingerprint);
        }
        let mut all = self.all_compared();
        all.insert(id.clone(), known);
        let bytes = serde_json::to_vec(&all).unwrap_or_default();
        self.index.change::<_, Error>(|change| Ok(change.set_compared(&bytes)?))?;
        self.officer(id)
    }

    /// What this officer knows of the keys of another.
    pub(super) fn compared(&self, id: &OfficerId, officer: &Officer) -> Compared {
        compared_with(id, officer, &self.all_compared())
    }

    /// The codes that he compared.
    pub(crate) fn all_compared(&self) -> BTreeMap<OfficerId, String> {
        let kept = self.index.compared().ok().flatten();
        kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }
}

/// Whether an officer's keys have the code that was compared with him.
pub(crate) fn compared_with(id: &OfficerId, officer: &Officer, known: &BTreeMap<OfficerId, String>) -> Compared {
    match known.get(id) {
        Some(code) if *code == officer.short_code() => Compared::Same,
        Some(_) => Compared::OtherKeys,
        None => Compared::Never,
    }
}
