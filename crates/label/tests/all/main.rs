//! One binary for all tests of the crate.
#![allow(clippy::indexing_slicing, clippy::panic)]

mod binding;
mod builtin;
mod communities;
mod consequences;
mod dominance;
mod labels;
mod naive;
mod nato;
mod policies;
mod rubbish;
mod slips;
mod table;
mod translation;
mod words;
mod xsd;

/// A day that is written in a test.
pub const fn date(year: i32, month: u32, day: u32) -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
