//! Workstations of a shared vault, with servers and a network that are simulated, and with real ones.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod cast;
#[cfg(feature = "shared")]
mod faults;
mod network;
mod servers;
mod simulation;
