//! Where writing can be made to fail, for tests.

use std::{fmt, io};

/// A place where writing can be made to fail, for tests: see [`Faults`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FaultAt {
    /// While objects and entries are written.
    Writing(objects::Step),
    /// While an index takes the place of one of another version.
    Renewing(index::Renewal),
    /// While an officer's own keys are replaced.
    OwnKeys(OwnKeysStep),
    /// Before a piece of the words of documents is written that were left for later.
    Words,
}

/// How far the replacement of an officer's own keys has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnKeysStep {
    /// The new identity file is written, under a name that does not count yet.
    IdentityWritten,
    /// The entry is in the log.
    KeysRecorded,
    /// The new identity file has the name of the old one.
    IdentityNamed,
}

impl PartialEq<objects::Step> for FaultAt {
    fn eq(&self, step: &objects::Step) -> bool {
        *self == FaultAt::Writing(*step)
    }
}

impl PartialEq<index::Renewal> for FaultAt {
    fn eq(&self, step: &index::Renewal) -> bool {
        *self == FaultAt::Renewing(*step)
    }
}

/// By its own name: a child process is told by it where to die.
impl fmt::Debug for FaultAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FaultAt::Writing(step) => step.fmt(f),
            FaultAt::Renewing(step) => step.fmt(f),
            FaultAt::OwnKeys(step) => step.fmt(f),
            FaultAt::Words => f.write_str("Words"),
        }
    }
}

/// What goes wrong on purpose. Real vaults have none.
pub type Faults = dyn Fn(FaultAt) -> io::Result<()> + Send + Sync;
