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
