//! Wrong passphrases: how many, and how long to wait.
//!
//! This slows down guessing at the window. Anybody who has the files can guess elsewhere; the work factor is the
//! protection against that.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::OfficerId;
use crate::stores::Stores;

/// This many are free.
const FREE: u32 = 3;
/// The wait after the first that is not, in seconds; it doubles with each.
const FIRST: u64 = 5;
/// The longest wait, in seconds: nobody is locked out for ever.
const LONGEST: u64 = 15 * 60;

/// The longest file that is looked at, in bytes.
const MAX: u64 = 1024;

/// What is remembered between two tries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tries {
    pub failures: u32,
    /// The last one, in seconds since 1970.
    pub last: i64,
}

impl Tries {
    /// A file that cannot be read counts as none: anyone who can alter it can also try without it.
    pub fn load(stores: &Stores, officer: &OfficerId) -> Tries {
        let bytes = stores.files().read(&stores.tries(officer), MAX).ok().flatten().unwrap_or_default();
        std::str::from_utf8(&bytes).ok().and_then(|text| toml::from_str(text).ok()).unwrap_or_default()
    }

    /// Remembers, where something can be written. Says whether it did.
    pub fn save(&self, stores: &Stores, officer: &OfficerId) -> bool {
        let text = toml::to_string(self).unwrap_or_default();
        stores.files().write(&stores.tries(officer), text.as_bytes()).is_ok()
    }

    pub fn clear(stores: &Stores, officer: &OfficerId) {
        let _ = stores.files().remove(&stores.tries(officer));
    }

    /// One more at this time.
    #[must_use]
    pub fn failed(self, now: DateTime<Utc>) -> Tries {
        Tries { failures: self.failures.saturating_add(1), last: now.timestamp() }
    }

    /// How long to wait still. A clock that was set back does not lengthen it beyond the longest wait.
    pub fn wait(&self, now: DateTime<Utc>) -> Option<Duration> {
        let over = self.failures.checked_sub(FREE)?;
        let delay = FIRST.checked_shl(over.min(16)).unwrap_or(LONGEST).min(LONGEST);
        let elapsed = now.timestamp().saturating_sub(self.last);
        let left = match u64::try_from(elapsed) {
            Ok(elapsed) => delay.saturating_sub(elapsed),
            // The clock stands before the last try: wait as if it had just been, counted from now on.
            Err(_) => delay,
        };
        (left > 0).then(|| Duration::from_secs(left))
    }

    /// Brings a last try that lies in the future to the present, so that a clock that was set back locks nobody out.
    #[must_use]
    pub fn settled(self, now: DateTime<Utc>) -> Tries {
        Tries { last: self.last.min(now.timestamp()), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_secs(second).expect("a time of this century")
    }

    fn after(failures: u32) -> Tries {
        (0..failures).fold(Tries::default(), |tries, _| tries.failed(at(1000)))
    }

    #[test]
    fn two_wrong_passphrases_cost_nothing_and_then_the_wait_doubles() {
        assert_eq!(after(2).wait(at(1000)), None);
        assert_eq!(after(3).wait(at(1000)), Some(Duration::from_secs(5)));
        assert_eq!(after(4).wait(at(1000)), Some(Duration::from_secs(10)));
        assert_eq!(after(4).wait(at(1009)), Some(Duration::from_secs(1)));
        assert_eq!(after(4).wait(at(1010)), None);
    }

    #[test]
    fn nobody_waits_longer_than_a_quarter_of_an_hour() {
        assert_eq!(after(40).wait(at(1000)), Some(Duration::from_secs(900)));
        assert_eq!(after(40).wait(at(1900)), None);
    }

    #[test]
    fn a_clock_that_was_set_back_locks_nobody_out() {
        let tries = after(5).settled(at(10));
        assert_eq!(tries.wait(at(10)), Some(Duration::from_secs(20)));
        assert_eq!(tries.wait(at(30)), None);
    }
}
