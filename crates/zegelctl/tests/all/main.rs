//! `zegelctl` as a script uses it: the real binary, real vaults in temporary folders.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod authorities;
mod bad_input;
mod batch;
mod contract;
mod disk;
mod guide;
mod labels;
mod recovery;
mod releases;
mod stage;
mod tampering;
