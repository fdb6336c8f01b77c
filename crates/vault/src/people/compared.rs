//! Codes of colleagues' keys that an officer has compared with them: remembered in his own index, because it is he who knows.
//!
//! An officer has a code for each of his identities, and what is sealed to him is sealed to all of them: only when all were compared is
//! it known that nobody else's keys are among them.

use std::collections::{BTreeMap, BTreeSet};

use registry::people::{Officer, short_code};
use serde::Deserialize;

use crate::{CodeView, Compared, Error, OfficerId, OfficerView, Session};

/// The codes that were compared, by whose they are.
pub(crate) type ComparedCodes = BTreeMap<OfficerId, BTreeSet<String>>;

/// Those of one officer as an index keeps them: earlier programs knew one code alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    One(String),
    All(BTreeSet<String>),
}

impl Session {
    /// Notes that a colleague read this code, and that keys of his have it: those of any of his identities.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Malformed`] where it is no code; [`Error::Fingerprint`] where none of his keys has it: somebody put
    /// others in their place, or it was misread; [`Error::ReadOnly`].
    pub fn compare_code(&mut self, id: &OfficerId, code: &str) -> Result<OfficerView, Error> {
        self.catch_up()?;
        let present = codes_of(self.known_officer(id)?);
        let known = present.iter().find(|present| is_code(code, present)).cloned();
        let Some(known) = known else {
            let whole = present.iter().any(|present| is_as_long(code, present));
            return Err(if whole { Error::Fingerprint } else { Error::Malformed { field: "code" } });
        };
        let mut all = self.all_compared();
        all.entry(id.clone()).or_default().insert(known);
        let bytes = serde_json::to_vec(&all).unwrap_or_default();
        self.index.change::<_, Error>(|change| Ok(change.set_compared(&bytes)?))?;
        self.officer(id)
    }

    /// The codes of another officer's keys, and what this one knows of them.
    pub(crate) fn keys_compared(&self, id: &OfficerId, officer: &Officer) -> (Vec<CodeView>, Compared) {
        let known = self.all_compared();
        (codes_compared(id, officer, &known), compared_with(id, officer, &known))
    }

    /// The codes that he compared.
    pub(crate) fn all_compared(&self) -> ComparedCodes {
        let kept = self.index.compared().ok().flatten();
        let kept: BTreeMap<OfficerId, Kept> =
            kept.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        let all = |kept| match kept {
            Kept::One(code) => BTreeSet::from([code]),
            Kept::All(codes) => codes,
        };
        kept.into_iter().map(|(id, kept)| (id, all(kept))).collect()
    }
}

/// The codes of an officer's keys, each with whether it was compared; those of his first identity first.
pub(crate) fn codes_compared(id: &OfficerId, officer: &Officer, known: &ComparedCodes) -> Vec<CodeView> {
    let known = known.get(id);
    let view = |code: String| CodeView { compared: known.is_some_and(|known| known.contains(&code)), code };
    codes_of(officer).into_iter().map(view).collect()
}

/// Whether an officer's keys are those whose codes were compared with him.
pub(crate) fn compared_with(id: &OfficerId, officer: &Officer, known: &ComparedCodes) -> Compared {
    if known.get(id).is_none_or(BTreeSet::is_empty) {
        return Compared::Never;
    }
    let codes = codes_compared(id, officer, known);
    match codes.iter().filter(|code| code.compared).count() {
        0 => Compared::OtherKeys,
        some if some < codes.len() => Compared::NotAll,
        _ => Compared::Same,
    }
}

/// Refuses a code that is not this one.
pub(crate) fn require_code(typed: &str, known: &str) -> Result<(), Error> {
    match (is_code(typed, known), is_as_long(typed, known)) {
        (true, _) => Ok(()),
        (false, true) => Err(Error::Fingerprint),
        (false, false) => Err(Error::Malformed { field: "code" }),
    }
}

fn codes_of(officer: &Officer) -> Vec<String> {
    officer.identities().map(|(key, recipient)| short_code(recipient, key)).collect()
}

/// A code without what groups its digits.
fn digits(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// Whether what was typed is a code at all: digits, and as many.
fn is_as_long(typed: &str, known: &str) -> bool {
    let typed = digits(typed);
    typed.len() == digits(known).len() && typed.chars().all(|c| c.is_ascii_digit())
}

fn is_code(typed: &str, known: &str) -> bool {
    digits(typed) == digits(known)
}
