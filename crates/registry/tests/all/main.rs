//! Each fact by itself: what it checks, what it changes, what its entry must have. On a state in memory, by real keys.

#![allow(clippy::indexing_slicing, clippy::panic)]

mod alone;
mod alone_documents;
mod alone_gains;
mod alone_moves;
mod assents;
mod clearances;
mod custody;
mod custody_pairs;
mod custody_shares;
mod custody_waits;
mod custody_yes;
mod documents;
mod dossiers;
mod every_fact;
mod every_rule;
mod facts;
mod freeze;
mod function;
mod held;
mod keys;
mod marking;
mod pairs;
mod partners;
mod people;
mod printing;
mod random;
mod refiled;
mod releases;
mod roles;
mod stage;
mod system;
mod wire;
