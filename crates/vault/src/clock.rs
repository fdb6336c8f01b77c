//! The only source of time. Domain crates never ask the system; the program that opens a vault passes this in.

use chrono::{DateTime, Utc};

/// Tells the time. The window and the command line pass the system's, tests pass their own.
pub trait Clock: Send + Sync {
    fn now(&self) -> DateTime<Utc>;
}

impl<F: Fn() -> DateTime<Utc> + Send + Sync> Clock for F {
    fn now(&self) -> DateTime<Utc> {
        self()
    }
}
