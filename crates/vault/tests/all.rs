//! Scenarios through the real crates, on real folders.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

#[path = "scenarios/house.rs"]
mod house;
#[path = "scenarios/main_job.rs"]
mod main_job;
