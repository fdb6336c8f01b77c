//! How long a request about custody waits, and from when on: not by the date of its own entry alone.
//!
//! An entry is dated no earlier than the one before it. Where nobody wrote for a day, a program of somebody's own dates what it asks
//! for a day back, and the time in which others could have stopped it would be over before they heard of it. What nobody can date
//! back are the entries of others. So the time begins once as many persons have written as custody takes, the one who asked
//! among them: fewer do not shorten it, as fewer do not use custody.

use std::collections::BTreeSet;

use policy::four_eyes::Regime;

use super::HOUR_MS;
use crate::assents::Request;
use crate::fact::{Context, require};
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId};

impl State {
    /// Notes that the author of an entry wrote after what waits about custody.
    pub fn note_author(&mut self, by: &Context<'_>) {
        let State { custody, assents, .. } = self;
        custody.waiting.retain(|id| assents.get(id).is_some_and(Request::waits));
        for id in &custody.waiting {
            let Some(request) = assents.get_mut(id) else { continue };
            if request.by != *by.author {
                request.seen.entry(by.author.clone()).or_insert(by.at_ms);
            }
        }
    }

    /// Whether the waiting time is over: until then nobody hands a share over. With as many as it takes, a program of one's own
    /// would have the key, and to stop the use would be too late.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn require_custody_waited(&self, request: &Request, at_ms: i64) -> Result<(), Rule> {
        require(at_ms >= self.custody_waits_until_ms(request, at_ms), Rule::CustodyWaits)
    }

    /// From when on custodians agree to a use, and it may be carried out, in milliseconds since 1970. `now_ms`: as long as too few
    /// have written since, the time has not begun, and this is the earliest that it can be over.
    pub fn custody_waits_until_ms(&self, request: &Request, now_ms: i64) -> i64 {
        let hours = self.custody.now().map_or(0, |sharing| sharing.terms.waiting_hours);
        if hours == 0 {
            return request.at_ms;
        }
        let since = self.custody_known_since_ms(request).unwrap_or(now_ms.max(request.at_ms));
        since.saturating_add(i64::from(hours).saturating_mul(HOUR_MS))
    }

    /// When as many persons as custody takes had written, the one who asked among them; none: they have not yet.
    pub fn custody_known_since_ms(&self, request: &Request) -> Option<i64> {
        let mut persons: BTreeSet<&OfficerId> = [self.person_of_custody(&request.by)].into();
        let takes = usize::from(self.custody.threshold());
        let mut seen: Vec<(i64, &OfficerId)> = request.seen.iter().map(|(officer, at_ms)| (*at_ms, officer)).collect();
        seen.sort_unstable();
        let mut entries = std::iter::once((request.at_ms, &request.by)).chain(seen);
        let known = entries.find(|(_, officer)| {
            persons.insert(self.person_of_custody(officer));
            persons.len() >= takes
        });
        known.map(|(at_ms, _)| at_ms)
    }

    /// Who answers for an officer: once the vault is approved, the person on whose word alone he is one. Until then its founder lets
    /// everybody in, and everybody is a person of his own.
    fn person_of_custody<'s>(&'s self, officer: &'s OfficerId) -> &'s OfficerId {
        match self.regime() {
            Regime::Full if self.approval.is_some() => self.vouched_by(officer),
            Regime::Full | Regime::Exercise => officer,
        }
    }
}
