//! An empty database and a place of its own in a bucket, where a shared vault is made to be measured: for `zegelctl bench shared`.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::path::Path;
use std::time::{Duration, Instant};

use ledger::VaultId;
use remote::bench::{BareObjects, appending, danger_clear, remove_log, require_no_log};
use remote::{BucketAddress, Malformed};
use vault::WorkstationFolder;

use crate::link::Link;
use crate::{Error, Progress, Shared, Where};

/// Both servers, as the owner of the database sees them and as a workstation does. All that is made there is removed at the end, and
/// nothing else: others may publish there meanwhile.
pub struct Ground {
    owner: Link,
    station: Link,
    owner_at: Where,
    station_at: Where,
    bucket: BareObjects,
    /// The vault that was published there.
    ours: RefCell<Option<VaultId>>,
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
    /// In the database that is named, and below a name of its own in the part of the bucket that is named.
    ///
    /// # Errors
    /// [`Error::AnotherVault`] where a log is there: it is left alone.
    pub fn new(owner: &Where, station: &Where) -> Result<Ground, Error> {
        let name = format!("zegel-bench-{}", seal::random_id());
        let (owner_at, station_at) = (below(owner, &name)?, below(station, &name)?);
        let (owner, station) = (Link::to(&owner_at)?, Link::to(&station_at)?);
        let bucket = owner.bare_objects()?;
        require_no_log(&owner.server())?;
        let (ours, is_clear) = (RefCell::new(None), Cell::new(false));
        Ok(Ground { owner, station, owner_at, station_at, bucket, ours, is_clear })
    }

    /// Publishes the vault of a folder there.
    ///
    /// # Errors
    /// As [`crate::publish`].
    pub fn publish(&self, folder: &Path, progress: &mut Progress<'_>) -> Result<Shared, Error> {
        *self.ours.borrow_mut() = Some(WorkstationFolder::open(folder)?.vault()?);
        crate::publish(folder, &self.owner_at, progress)
    }

    /// As a workstation joins it.
    pub fn place(&self) -> &Where {
        &self.station_at
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

    /// Removes everything that was made there.
    ///
    /// # Errors
    /// What the servers say.
    pub fn clear(&self) -> Result<(), Error> {
        self.removed()?;
        self.is_clear.set(true);
        Ok(())
    }

    fn removed(&self) -> Result<(), Error> {
        if let Some(ours) = &*self.ours.borrow() {
            remove_log(&self.owner.server(), ours)?;
        }
        Ok(danger_clear(&self.bucket)?)
    }
}

/// The same, with this name below the part of the bucket.
fn below(at: &Where, name: &str) -> Result<Where, Error> {
    let malformed = |error: Malformed| Error::from(remote::Error::from(error));
    let mut bucket: BucketAddress = at.objects.parse().map_err(malformed)?;
    bucket.prefix = if bucket.prefix.is_empty() { name.to_owned() } else { format!("{}/{name}", bucket.prefix) };
    Ok(Where { objects: bucket.to_string(), ..at.clone() })
}

impl Drop for Ground {
    fn drop(&mut self) {
        if self.is_clear.get() {
            return;
        }
        // After an error; what cannot be removed now keeps the next measurement from beginning.
        drop(self.removed());
    }
}
