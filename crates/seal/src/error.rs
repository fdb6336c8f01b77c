//! What can go wrong, one variant per cause.

use std::io;

use thiserror::Error;

/// Of a header, in bytes.
pub(crate) const LONGEST_HEADER: usize = 64 * 1024;
/// The largest work factor that is ever unlocked.
pub(crate) const MOST_WORK: u8 = 20;

/// Why something was not sealed.
#[derive(Debug, Error)]
pub enum SealError {
    #[error("no recipient was given")]
    NoRecipient,
    /// A post-quantum file that can also be opened with a classic key is no longer a post-quantum file.
    #[error("post-quantum and classic recipients were mixed")]
    MixedRecipients,
    /// Objects are sealed for classes, and classes are post-quantum.
    #[error("an object must be sealed for a post-quantum recipient")]
    ClassicRecipient,
    /// Their header would be longer than anyone opens: 64 KiB, or 42 post-quantum recipients.
    #[error("there are too many recipients for one file")]
    TooManyRecipients,
    #[error("the source could not be read")]
    Read(#[source] io::Error),
    #[error("the sealed file could not be written")]
    Write(#[source] io::Error),
    #[error("it was cancelled")]
    Cancelled,
}

/// Why something was not opened.
#[derive(Debug, Error)]
pub enum OpenError {
    #[error("this is not an age file")]
    NotAge,
    #[error("this is an age file of an unknown version")]
    UnknownVersion,
    #[error("the header of the age file is longer than {} KiB", LONGEST_HEADER / 1024)]
    HeaderTooLong,
    #[error("the header of the age file is malformed")]
    Malformed,
    #[error("the file is sealed for somebody else")]
    NotForThisKey,
    /// The end is missing. Where a file was cut inside a chunk of 64 KiB this cannot be told from [`Altered`](Self::Altered).
    #[error("the file was cut short")]
    Truncated,
    #[error("the file was altered")]
    Altered,
    /// Whole, and opened by this key, but not the object that was asked for, or no object at all.
    #[error("this is not the object that belongs here")]
    AnotherObject,
    #[error("the sealed file could not be read")]
    Read(#[source] io::Error),
    #[error("the opened file could not be written")]
    Write(#[source] io::Error),
}

impl OpenError {
    /// Whether the bytes are not what was once sealed, as opposed to the wrong key or a failing disk.
    pub fn is_integrity(&self) -> bool {
        match self {
            Self::NotAge
            | Self::UnknownVersion
            | Self::HeaderTooLong
            | Self::Malformed
            | Self::Truncated
            | Self::Altered
            | Self::AnotherObject => true,
            Self::NotForThisKey | Self::Read(_) | Self::Write(_) => false,
        }
    }
}

/// Why an identity file was not unlocked.
#[derive(Debug, Error)]
pub enum UnlockError {
    /// Also what one sees when exactly the salt or the wrapped key of the file was altered: nothing can tell the two apart.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    #[error("the identity file is damaged")]
    Corrupt(#[source] OpenError),
    /// Its work factor asks for more time and memory than is ever needed.
    #[error("the identity file asks for a work factor of {asked}, more than {}", MOST_WORK)]
    TooMuchWork { asked: u8 },
    #[error("the identity file is not locked with a passphrase")]
    NotLocked,
    #[error("the identity file does not hold text")]
    NotText,
}

/// Why a key was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum KeyError {
    #[error("this is not an age recipient or identity")]
    NotAKey,
    #[error("the key is mistyped: its checksum does not match")]
    Checksum,
    #[error("the key has the wrong length")]
    Length,
    /// Points of low order, or coefficients out of range: sealing to it would not protect.
    #[error("the key is not a point or vector that protects")]
    Weak,
}

/// Why a signature was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SignatureError {
    #[error("the signatures have a length that no set of signatures has")]
    Length,
    #[error("the post-quantum signature is missing")]
    PostQuantumMissing,
    #[error("there is a post-quantum signature where none belongs")]
    PostQuantumUnexpected,
    #[error("the Ed25519 signature is wrong")]
    Ed25519,
    #[error("the ML-DSA-65 signature is wrong")]
    MlDsa,
}
