//! Workstations of a shared vault, with servers and a network that are simulated, and with real ones.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod bucket;
mod cast;
mod deeds;
#[cfg(feature = "shared")]
mod faults;
mod held;
#[cfg(feature = "shared")]
mod hosts;
mod lies;
mod network;
mod scripted;
mod servers;
mod simulation;
mod stations;
mod turns;
