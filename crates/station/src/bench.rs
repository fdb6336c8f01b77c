//! An empty database and an empty bucket, in which a shared vault is made to be measured: for `zegelctl bench shared`.

use std::cell::Cell;
use std::fs::File;
use std::path::Path;
use std::time::{Duration, Instant};

use remote::bench::{BareObjects, appending, danger_clear, require_empty};

use crate::link::Link;
use crate::{Error, Where};

/// Both servers, as the owner of the database sees them and as a workstation does. All that is made there is removed at the end.
pub struct Ground {
    owner: Link,
    station: Link,
    bucket: BareObjects,
    is_clear: Cell<bool>,
}

/// How long something of ours took, and the same of the bare client, in each run.
pub type Pairs = Vec<(Duration, Duration)>;

/// What appending took next to inserting rows.
pub struct AppendFigures {
    /// Of an entry.
    pub bytes: u64,
    pub singly: Pairs,
    pub batched: Pairs,
    /// Whether the server waits for its disk, as it says.
    pub fsync: bool,
}

/// What the bare object client takes.
pub struct Bare {
    pub put: Duration,
    pub read: Duration,
}

impl Ground {
    /// # Errors
    /// [`Error::AnotherVault`] where anything is there: it is left alone.
    pub fn new(owner: &Where, station: &Where) -> Result<Ground, Error> {
        let (owner, station) = (Link::to(owner)?, Link::to(station)?);
        let bucket = owner.bare_objects()?;
        require_empty(&owner.server(), &bucket)?;
        Ok(Ground { owner, station, bucket, is_clear: Cell::new(false) })
    }

    /// # Errors
    /// What the server says.
    pub fn appending(&self, rounds: usize, singles: usize, batch: usize) -> Result<AppendFigures, Error> {
        let figures = appending(&self.owner.server(), &self.station.server(), rounds, singles, batch)?;
        let (bytes, fsync) = (figures.bytes, figures.fsync);
        Ok(AppendFigures { bytes, singly: figures.singly, batched: figures.batched, fsync })
    }

    /// Puts and reads the bytes of a file with the object client alone.
    ///
    /// # Errors
    /// What the server says.
    pub fn bare(&self, file: &Path, run: usize) -> Result<Bare, Error> {
        let failed = |error| Error::from(objects::Error::io("bench", error));
        let (file, length) = (File::open(file).map_err(failed)?, std::fs::metadata(file).map_err(failed)?.len());
        let name = format!("run-{run}");
        let begun = Instant::now();
        self.bucket.put(&name, &file)?;
        let put = begun.elapsed();
        let begun = Instant::now();
        let came = self.bucket.read(&name)?;
        let read = begun.elapsed();
        if came == length { Ok(Bare { put, read }) } else { Err(remote::Error::Answer.into()) }
    }

    /// Removes everything that is there.
    ///
    /// # Errors
    /// What the servers say.
    pub fn clear(&self) -> Result<(), Error> {
        danger_clear(&self.owner.server(), &self.bucket)?;
        self.is_clear.set(true);
        Ok(())
    }
}

impl Drop for Ground {
    fn drop(&mut self) {
        if self.is_clear.get() {
            return;
        }
        // After an error; what cannot be removed now keeps the next measurement from beginning.
        drop(danger_clear(&self.owner.server(), &self.bucket));
    }
}
