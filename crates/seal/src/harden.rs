//! Keeps the secrets of a process out of core dumps, debuggers and debug output.

use std::io;
use std::sync::Arc;

use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
use signal_hook::consts::SIGXFSZ;
use thiserror::Error;

/// Why a process could not be made fit to hold secrets.
#[derive(Debug, Error)]
pub enum HardenError {
    /// Programs of the age family write what they send to plugins, file keys among it, to standard error when this variable
    /// is set. A process cannot unset a variable safely once it runs, so it refuses to start instead.
    #[error("the environment variable `AGEDEBUG` is set; unset it and start again")]
    AgeDebug,
    #[error("core dumps could not be switched off")]
    CoreLimit(#[source] io::Error),
    #[error("the process could not be closed to debuggers")]
    Dumpable(#[source] io::Error),
    #[error("the signal for files that grow too large could not be caught")]
    FileSize(#[source] io::Error),
}

/// To be called first in `main`, by every process that will hold a secret. Affects this process and, for the core limit,
/// those it starts.
///
/// No core dumps (`RLIMIT_CORE`), no attaching of a debugger and no reading of `/proc/<pid>/mem` by other processes of the
/// same user (`PR_SET_DUMPABLE`), and no debug output of keys (`AGEDEBUG`).
/// Where a file may not grow any further (`ulimit -f`), writing fails as on a full disk, instead of the process being ended
/// amid its work by a signal that would write its memory to a core dump.
pub fn harden_process() -> Result<(), HardenError> {
    if std::env::var_os("AGEDEBUG").is_some() {
        return Err(HardenError::AgeDebug);
    }
    // Nobody asks whether it came: what matters is that it does nothing else.
    signal_hook::flag::register(SIGXFSZ, Arc::default()).map_err(HardenError::FileSize)?;
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })
        .map_err(|error| HardenError::CoreLimit(error.into()))?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(|error| HardenError::Dumpable(error.into()))
}
