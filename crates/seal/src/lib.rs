//! Seals and signs. The only crate that knows `age`, AEADs, KEMs and signature schemes.
//!
//! It writes only stock formats: objects and packages are age v1 files ([C2SP age](https://c2sp.org/age)), identities are
//! age identities, identity files are age files under a passphrase. With the `age` program alone, everything can be
//! opened again.
//!
//! - [`Identity`], [`Recipient`]: the post-quantum hybrid kind (`age1pq1…`) and, for partners, the classic one (`age1…`).
//! - [`seal_bytes`], [`open_bytes`]: small age files in memory. [`ObjectKey`], [`seal_file`], [`SealedReader`]: objects.
//! - [`ContentHash`]: what a vault knows the content of a document by, BLAKE3. All else is named by [`Sha256`].
//! - [`lock_identity`], [`unlock_identity`]: identity files under a [`Passphrase`].
//! - [`Token`]: a hardware token, by its age plugin, around an identity file.
//! - [`PartKey`]: the AEAD of the parts of ledger entries, under keys that are shared or derived from an identity.
//! - [`Signer`], [`VerifyingKey`]: Ed25519 for every entry, and also ML-DSA-65 where [`Weight::Dual`] is required.
//!   [`Batch`]: many entries of a log in one equation.
//! - [`ShareSet`], [`Share`]: a key in shares, of which some make it whole.
//! - [`SecretBytes`], [`SecretText`]: wiped when dropped, never shown, never copied by accident.

mod ahead;
mod at;
mod batch;
pub mod bench;
mod bytes;
mod chunk;
mod content;
mod error;
mod file;
mod flaw;
mod harden;
mod header;
mod hpke;
mod identity;
mod ids;
mod kem;
mod line;
mod object;
mod part;
mod passphrase;
mod payload;
mod pipe;
mod reader;
mod recipient;
mod rewrap;
mod secret;
mod segment;
mod share;
mod sign;
mod signing_flaw;
mod stream;
mod token;
mod zip215;

pub use at::{ReadAt, WriteAt};
pub use batch::Batch;
pub use bytes::{danger_seal_bytes_mixed, open_bytes, seal_bytes};
pub use chunk::sealed_len;
pub use content::{ContentHash, ContentHasher, NotAContentHash};
pub use error::{KeyError, OpenError, SealError, SignatureError, UnlockError};
pub use file::{Flow, Sealed, seal_file};
pub use flaw::KeyFlaw;
pub use harden::{HardenError, harden_process};
pub use identity::Identity;
pub use ids::{Randomness, Sha256, SystemRandomness, hex, random_bytes, random_id, sha256};
pub use object::{NotAnObjectId, ObjectId, ObjectKey};
pub use part::{PartError, PartKey, open_part, seal_part};
pub use passphrase::{Passphrase, WorkFactor, is_locked_identity, lock_identity, unlock_identity};
pub use reader::SealedReader;
pub use recipient::Recipient;
pub use rewrap::{Rewrapped, rewrap, sealed_to, text_key};
pub use secret::{SecretBytes, SecretText};
pub use share::{NotAShareSet, Share, ShareError, ShareHash, ShareSet};
pub use sign::{KeyId, Signatures, Signer, VerifyingKey, Weight};
pub use signing_flaw::SigningKeyFlaw;
pub use stream::{danger_seal_stream_mixed, seal_stream};
pub use token::{Attendant, Token, TokenError, Unattended};
