//! What may be done, by whom, and what is said to whom it may not. See `situation` for the one from which all start.

#![allow(clippy::indexing_slicing, clippy::panic)]

mod authorities;
mod calendar;
mod copying;
mod discretion;
mod guide;
mod in_words;
mod laws;
mod one_reason;
mod oracle;
mod random;
mod reclassify;
mod situation;
mod table;

/// What must not compile, and what it is refused with.
#[test]
fn a_permit_is_neither_made_nor_copied_nor_turned_into_another() {
    testkit::refused(Path::new("tests/refused"), "policy", &["chrono", "label", "serde"]);
}

pub use situation::date;
use std::path::Path;
