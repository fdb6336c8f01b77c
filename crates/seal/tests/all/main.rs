//! The tests of `seal` against itself, other implementations of age, and the C2SP test kit.
#![allow(clippy::indexing_slicing, clippy::panic)]

mod bytes;
mod files;
mod identities;
mod interop;
mod process;
mod reader;
mod secrets;
mod shares;
mod signatures;
mod support;
mod vectors;
