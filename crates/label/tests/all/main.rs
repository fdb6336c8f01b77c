//! One binary for all tests of the crate.
#![allow(clippy::indexing_slicing, clippy::panic)]

mod builtin;
mod communities;
mod nato;
