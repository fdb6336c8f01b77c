//! `zegelctl` as a script uses it: the real binary, real vaults in temporary folders.

#![allow(clippy::indexing_slicing, clippy::panic)]

mod assents;
mod authorities;
mod backup;
mod bad_input;
mod batch;
mod contract;
mod correct;
mod custody;
mod disk;
mod doctor;
mod dual;
mod filing;
mod freeze;
mod guide;
mod identity;
mod inside;
mod labels;
mod lists;
mod out;
mod passphrase;
mod passphrases;
mod plain;
mod readme;
mod recovery;
mod releases;
mod sort;
mod stage;
mod streams;
mod tampering;
mod terminal;
mod texts;
mod token;
mod view;
mod withdraw;
