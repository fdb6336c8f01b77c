//! Keeps sealed objects, and keeps them in step with the log: [`write`] is the one way in which an object and its entry
//! come to be, [`write_heads`] the one in which an object that is there is sealed for a later key, [`collect_garbage`] removes what a killed process left between the two.
//!
//! An object is a sealed file, named by the fingerprint of its key ([`seal::ObjectId`]). Where objects lie is an
//! [`ObjectStore`]: a folder ([`FolderObjects`]), memory ([`MemoryObjects`]) for simulation, later a server. A store knows
//! neither documents nor keys.
//!
//! [`Root`] is the one way to open what is in a vault's folder, and [`NewFile`] the one way to write a file for a person.

mod apart;
mod cache;
#[cfg(feature = "conformance")]
pub mod conformance;
mod error;
mod files;
mod folder;
mod heads;
mod memory;
mod newfile;
mod protocol;
mod root;
mod store;

pub use apart::{InVault, Vaults, apart_from_vaults, in_use};
pub use cache::{Brought, Cache, CacheKey, CacheStanding, NewCopy, ObjectCopy};
pub use error::Error;
pub use files::{Files, MemoryFiles};
pub use folder::{FolderObjects, is_lock, is_note, is_of_tmp, place, text_place};
pub use heads::{Headed, Heads, note as note_of_heads, read_note as heads_of_note};
pub use memory::MemoryObjects;
pub use newfile::{Existing, NewFile, abandon_unfinished};
pub use protocol::{
    Drafts, Intent, Log, NotAppended, Step, Steps, Write, collect_garbage, intended, settle_heads, text, undecided,
    write, write_heads,
};
pub use root::{FolderEntry, Root, extension, is_shard, unhex};
pub use store::{Held, LONGEST_TEXT, LeftOver, ObjectStore};
