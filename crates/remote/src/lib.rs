//! A shared vault: its log in PostgreSQL ([`PgLog`]), its sealed objects in an S3-compatible store ([`S3Objects`]). The only
//! crate that can open a connection.
//!
//! Servers are not trusted. They hold what a thief of a vault's folder would: sealed parts, signatures, hashes, sizes, times.
//! Nothing that they answer is believed: entries and objects are verified above, by the code that reads them; here an answer is bounded
//! in size and in time, and one that has not the form that it must have is an integrity error. Both servers are spoken to over
//! TLS, verified against one named authority and no other.
//!
//! The head of the log is a compare-and-swap in one SQL function, and an object is put where there is none by a conditional
//! write. What became of a write whose connection broke is found out by what is there then: an entry by its bytes, an object
//! by its hash.
//!
//! Everything here blocks its caller; the runtime of the connections stays inside.

mod address;
mod away;
pub mod bench;
mod bucket;
mod error;
mod handle;
mod log;
mod meter;
mod mirror;
mod objects;
mod parts;
mod reading;
mod runtime;
mod schema;
mod secrets;
mod sending;
mod server;
mod tls;
mod view;

pub use address::{Bucket as BucketAddress, Database as DatabaseAddress, Malformed};
pub use away::WallClock;
pub use error::Error;
pub use log::PgLog;
pub use mirror::{Mirror, OpenThere, Pace};
pub use objects::S3Objects;
pub use secrets::{Secrets, SecretsFlaw};
pub use server::{Server, Watch};
pub use tls::look_at_secrets;
