//! The registry: what entries of the log mean, and who had the right to make them.
//!
//! Pure: no disk, no clock, no SQL. Each module is one subject, with its facts ([`Fact`](fact::Fact)), what the state
//! keeps about it, and its rules. [`event`] lists all facts, [`log`] all acts. Only [`replay`] makes a
//! [`State`](state::State).

pub mod assents;
pub mod clearances;
pub mod custody;
pub mod documents;
pub mod dossiers;
mod error;
pub mod event;
pub mod fact;
mod key_name;
pub mod keys;
pub mod log;
pub mod marking;
mod names;
pub mod partners;
pub mod parts;
pub mod people;
pub mod policies;
pub mod questions;
pub mod releases;
pub mod replay;
mod rights;
mod rule;
mod shares;
pub mod state;
pub mod system;

pub use error::ReplayError;
pub use event::Event;
pub use names::{
    AssentId, BadName, ClassId, DocumentId, DossierId, DossierKey, OfficerId, PartnerId, PrinterName, ReleaseId,
};
pub use rule::ForgedRule;
pub use seal::ObjectId;
