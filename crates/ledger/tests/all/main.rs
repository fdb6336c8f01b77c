//! The ledger from outside: what it keeps, and that no way of tampering with the file goes unnoticed.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::print_stdout)]

mod appending;
mod copying;
mod crash;
mod figures;
mod notes;
mod reading;
mod stores;
mod tampering;
mod world;
