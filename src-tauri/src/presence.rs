//! Whether somebody is still at the window: idle time and sleep, on clocks that nobody can set.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// Time since the machine started, in which it slept or not. `BOOTTIME` counts sleep, `MONOTONIC` does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uptime {
    pub with_sleep: Duration,
    pub awake: Duration,
}

impl Uptime {
    /// Reads both clocks of the kernel.
    pub fn now() -> Self {
        Self { with_sleep: read(ClockId::Boottime), awake: read(ClockId::Monotonic) }
    }

    fn asleep(self) -> Duration {
        self.with_sleep.saturating_sub(self.awake)
    }
}

fn read(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Why the window should lock now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Away {
    Idle,
    Slept,
}

/// Remembers when somebody last did something.
#[derive(Debug)]
pub struct Presence {
    patience: Duration,
    touched: Uptime,
    slept: Duration,
}

impl Presence {
    /// Shorter gaps between the two clocks than this are not sleep.
    const JITTER: Duration = Duration::from_secs(1);

    /// Somebody is here now; after `patience` without a touch, nobody is.
    pub fn new(patience: Duration, now: Uptime) -> Self {
        Self { patience, touched: now, slept: now.asleep() }
    }

    /// How long nobody needs to do anything before the window locks.
    pub fn patience(&self) -> Duration {
        self.patience
    }

    /// Somebody did something.
    pub fn touch(&mut self, now: Uptime) {
        self.touched = now;
        self.slept = now.asleep();
    }

    /// Whether the machine slept since the last touch, or nobody touched it for too long.
    pub fn away(&self, now: Uptime) -> Option<Away> {
        if now.asleep() > self.slept + Self::JITTER {
            Some(Away::Slept)
        } else if now.with_sleep.saturating_sub(self.touched.with_sleep) >= self.patience {
            Some(Away::Idle)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(awake: u64, asleep: u64) -> Uptime {
        Uptime { with_sleep: Duration::from_secs(awake + asleep), awake: Duration::from_secs(awake) }
    }

    fn presence() -> Presence {
        Presence::new(Duration::from_secs(300), at(1000, 50))
    }

    #[test]
    fn a_window_that_nobody_touches_for_the_whole_patience_is_idle() {
        assert_eq!(presence().away(at(1299, 50)), None);
        assert_eq!(presence().away(at(1300, 50)), Some(Away::Idle));
    }

    #[test]
    fn a_touch_starts_the_patience_again() {
        let mut presence = presence();
        presence.touch(at(1200, 50));
        assert_eq!(presence.away(at(1499, 50)), None);
        assert_eq!(presence.away(at(1500, 50)), Some(Away::Idle));
    }

    #[test]
    fn a_machine_that_slept_is_away_at_once_however_short_the_idle_time() {
        assert_eq!(presence().away(at(1001, 53)), Some(Away::Slept));
    }

    #[test]
    fn clocks_that_are_read_one_after_the_other_are_not_sleep() {
        assert_eq!(presence().away(at(1001, 51)), None);
    }

    #[test]
    fn the_clocks_of_this_machine_go_forward() {
        let first = Uptime::now();
        let second = Uptime::now();
        assert!(second.with_sleep >= first.with_sleep && second.awake >= first.awake);
    }
}
