//! The ledger from outside: what it keeps, and that no way of tampering with the file goes unnoticed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod appending;
mod crash;
mod notes;
mod reading;
mod tampering;
mod world;
