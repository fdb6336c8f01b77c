//! Since when a server is not there: a file of the workstation's folder says so, to whatever program asks, as long as it is not.

use std::sync::Arc;

use objects::Root;

/// Tells how many seconds have passed since 1970.
pub type WallClock = dyn Fn() -> u64 + Send + Sync;

/// The longest that such a file is.
const LONGEST: u64 = 64;

/// One server, as far as this workstation sees it.
#[derive(Clone)]
pub(crate) struct Away {
    folder: Root,
    name: &'static str,
    clock: Arc<WallClock>,
}

impl Away {
    pub(crate) fn new(folder: Root, name: &'static str, clock: Arc<WallClock>) -> Away {
        Away { folder, name, clock }
    }

    /// It did not answer.
    pub(crate) fn is_away(&self) {
        if self.since().is_none() {
            // Where it cannot be kept, nobody is told since when.
            drop(self.folder.write_soon(self.name, (self.clock)().to_string().as_bytes()));
        }
    }

    /// It answered.
    pub(crate) fn is_there(&self) {
        drop(self.folder.remove(self.name));
    }

    /// In seconds since 1970.
    pub(crate) fn since(&self) -> Option<u64> {
        let bytes = self.folder.read(self.name, LONGEST).ok().flatten()?;
        std::str::from_utf8(&bytes).ok()?.trim().parse().ok()
    }
}

impl std::fmt::Debug for Away {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Away").field("name", &self.name).finish_non_exhaustive()
    }
}
