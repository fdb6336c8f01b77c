//! Workstations of a shared vault, with servers and a network that are simulated.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod cast;
mod network;
mod servers;
mod simulation;
