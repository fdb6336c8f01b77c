//! The only source of time. Domain crates never ask the system; the program that opens a vault passes this in.

use jiff::Timestamp;

/// Tells the time. The window and the command line pass the system's, tests pass their own.
pub trait Clock: Send + Sync {
    fn now(&self) -> Timestamp;
}

impl<F: Fn() -> Timestamp + Send + Sync> Clock for F {
    fn now(&self) -> Timestamp {
        self()
    }
}
