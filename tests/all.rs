//! What holds across crates: the arrows between them, the window's commands, whole scenarios, the desktop journey.
#![allow(clippy::indexing_slicing, clippy::panic)]
mod architecture;
mod arms;
mod attacks;
mod bindings;
mod fixture;
mod fuzz;
mod ipc;
#[cfg(feature = "e2e")]
mod journeys;
mod modules;
mod names;
mod problems;
mod prose;
mod scenarios;
mod sentences;
mod sources;
mod tree;
mod unused;

// Fuzz targets name the fuzzer's own crate: here that is this one.
extern crate self as libfuzzer_sys;
use fuzz::fuzz_target;
