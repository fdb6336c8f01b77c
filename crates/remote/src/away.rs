//! Since when a server is not there: a file of the workstation's folder says so, to whatever program asks, as long as it is not.

use std::time::{SystemTime, UNIX_EPOCH};

use objects::Root;

/// The longest that such a file is.
const LONGEST: u64 = 64;

/// One server, as far as this workstation sees it.
#[derive(Clone, Debug)]
pub(crate) struct Away {
    folder: Root,
    name: &'static str,
}

impl Away {
    pub(crate) fn new(folder: Root, name: &'static str) -> Away {
        Away { folder, name }
    }

    /// It did not answer.
    pub(crate) fn is_away(&self) {
        if self.since().is_none() {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
            // Where it cannot be kept, nobody is told since when.
            drop(self.folder.write_soon(self.name, now.to_string().as_bytes()));
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
