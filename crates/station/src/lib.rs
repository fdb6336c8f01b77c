//! Opens the vault of a workstation's folder, wherever its log and its objects are: all in the folder, or on the two servers of a
//! shared vault. The only place that knows both. And how a program stands on its workstation: to which ports the kernel holds it
//! ([`confine`]), and how it hears that it is to end ([`hear_signals`]).
//!
//! ```text
//! shared.toml        which vault it is, where its two servers are, and where the secrets for them lie
//! vault.toml         as in every vault: taken over from the bucket, signed by its founder
//! ledger.sqlite      the mirror of the log
//! mirror.position    up to where it was verified
//! mirror.offline     since when the server of the log is not there, while it is not
//! objects.offline    since when the store of the objects is not there, while it is not
//! objects/tmp/       drafts; the objects are in the bucket
//! cache/             copies of objects that were opened here, or are to be kept here, still sealed
//! ```

#[cfg(feature = "shared")]
pub mod bench;
mod confine;
mod error;
#[cfg(feature = "shared")]
mod join;
#[cfg(feature = "shared")]
mod link;
#[cfg(feature = "shared")]
mod publish;
mod signals;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ledger::MirrorState;
use seal::Flow;
use vault::{Clock, Vault, WorkFactor, WorkstationFolder};

pub use confine::{confine, confine_but};
pub use error::Error;
pub use signals::{ENDING_SIGNALS, end_by_signal, hear_signals};

/// Where the servers of a shared vault are, as it is typed, and the file of secrets for them.
#[derive(Clone, Debug)]
pub struct Where {
    /// `postgres://HOST[:PORT][,HOST[:PORT]…]/DATABASE`
    pub database: String,
    /// `s3://BUCKET[/PREFIX]?endpoint=URL[&region=R]`
    pub objects: String,
    pub secrets: PathBuf,
}

/// What is being done while one waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The log here is verified.
    Verify,
    /// Objects are brought to the bucket.
    Objects,
    /// Entries are brought to the server, or taken over from it.
    Entries,
    /// Objects that are in the bucket are removed here.
    Remove,
}

/// Is told how much of a step is done, of how much; says whether to go on.
pub type Progress<'p> = dyn FnMut(Step, u64, u64) -> Flow + 'p;

/// A vault that is shared, from here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its id.
    pub vault: String,
    pub name: String,
    pub entries: u64,
    pub objects: u64,
}

/// Opens the vault of a folder.
///
/// # Errors
/// Those of [`Vault::open`]; [`vault::Error::Shared`] where the vault is shared and this program was built without connections; why
/// its secrets were not taken.
pub fn open(dir: &Path, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
    let folder = WorkstationFolder::open(dir)?;
    let vault = match folder.says()? {
        None => Vault::open(dir, clock)?,
        #[cfg(feature = "shared")]
        Some(said) => Vault::open_in(link::Link::of(&folder, &said)?.stores(&folder, &clock)?, clock)?,
        #[cfg(not(feature = "shared"))]
        Some(_) => return Err(vault::Error::Shared.into()),
    };
    Ok(vault.with_work_factor(work_factor()))
}

/// With what work programs lock the identities that they make: that of real vaults. In builds for tests alone their environment can
/// ask for another.
pub fn work_factor() -> WorkFactor {
    let typed = if cfg!(debug_assertions) { std::env::var("ZEGEL_TEST_WORK_FACTOR").ok() } else { None };
    typed.and_then(|typed| WorkFactor::new(typed.parse().ok()?)).unwrap_or(WorkFactor::REAL)
}

/// The ports of TCP that the vault of a folder is reached by: none where all of it is there.
pub fn ports(dir: &Path) -> Vec<u16> {
    let said = WorkstationFolder::open(dir).and_then(|folder| folder.says());
    #[cfg(feature = "shared")]
    return said.ok().flatten().map(|said| link::ports_of(&said)).unwrap_or_default();
    #[cfg(not(feature = "shared"))]
    {
        drop(said);
        Vec::new()
    }
}

/// The ports of two servers, as they are typed.
pub fn ports_to(to: &Where) -> Vec<u16> {
    #[cfg(feature = "shared")]
    return link::ports_to(to);
    #[cfg(not(feature = "shared"))]
    {
        let _ = to;
        Vec::new()
    }
}

/// Turns the vault of a folder into a shared one, of which the folder is then one workstation. Others may go on working until the
/// end, which keeps them waiting for a moment. It may be interrupted and done again.
///
/// # Errors
/// [`Error::AnotherVault`]; [`Error::Published`] elsewhere; what the servers refuse.
pub fn publish(dir: &Path, to: &Where, progress: &mut Progress<'_>) -> Result<Shared, Error> {
    #[cfg(feature = "shared")]
    return publish::publish(dir, to, progress);
    #[cfg(not(feature = "shared"))]
    without(dir, to, progress)
}

/// Makes a folder that is missing or empty a workstation's of a shared vault. In one that is so already: with these addresses and
/// secrets from now on. It may be interrupted and done again.
///
/// # Errors
/// [`Error::Unpublished`]; [`Error::AnotherVault`]; [`vault::Error::NotEmpty`]; what a server says that lies.
pub fn join(dir: &Path, to: &Where, clock: &Arc<dyn Clock>, progress: &mut Progress<'_>) -> Result<Shared, Error> {
    #[cfg(feature = "shared")]
    return join::join(dir, to, clock, progress);
    #[cfg(not(feature = "shared"))]
    {
        let _ = clock;
        without(dir, to, progress)
    }
}

/// How a workstation stands to its servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InTouch {
    pub log: MirrorState,
    /// Since when the store of the objects is not there, in seconds since 1970; none: it is.
    pub objects_offline_since: Option<u64>,
}

/// Takes over what the server has, looks for the store of the objects, and says how the workstation stands to them.
///
/// # Errors
/// [`Error::NotShared`]; integrity errors: a server that lies, or forgets what it said.
pub fn status(dir: &Path, clock: &Arc<dyn Clock>) -> Result<InTouch, Error> {
    let folder = WorkstationFolder::open(dir)?;
    let said = folder.says()?.ok_or(Error::NotShared)?;
    #[cfg(feature = "shared")]
    return link::Link::of(&folder, &said)?.standing(&folder, clock);
    #[cfg(not(feature = "shared"))]
    {
        let _ = (said, clock);
        Err(vault::Error::Shared.into())
    }
}

/// Whether the folder of a vault says that it is shared. What cannot be read is found out when it is opened.
pub fn is_shared(dir: &Path) -> bool {
    let said = WorkstationFolder::open(dir).and_then(|folder| folder.says());
    !matches!(said, Ok(None))
}

/// Looks whether a file is one of secrets that nobody else can read, with the certificates of an authority.
///
/// # Errors
/// Why it would not be taken.
pub fn look_at_secrets(file: &Path) -> Result<(), Error> {
    #[cfg(feature = "shared")]
    return Ok(remote::look_at_secrets(file)?);
    #[cfg(not(feature = "shared"))]
    {
        let _ = file;
        Err(vault::Error::Shared.into())
    }
}

/// Hears that somebody appended to the log of a shared vault: a hint, which may come late or not at all.
pub struct LogWatch {
    #[cfg(feature = "shared")]
    watch: remote::Watch,
}

/// Watches the log of the shared vault of a folder.
///
/// # Errors
/// [`Error::NotShared`]; when the server is not there.
pub fn watch(dir: &Path) -> Result<LogWatch, Error> {
    let folder = WorkstationFolder::open(dir)?;
    let said = folder.says()?.ok_or(Error::NotShared)?;
    #[cfg(feature = "shared")]
    return Ok(LogWatch { watch: link::Link::of(&folder, &said)?.server().watch()? });
    #[cfg(not(feature = "shared"))]
    {
        let _ = said;
        Err(vault::Error::Shared.into())
    }
}

impl LogWatch {
    /// Waits until somebody appends, or so long: says which.
    ///
    /// # Errors
    /// When the connection is gone.
    pub fn wait(&self, most: Duration) -> Result<bool, Error> {
        #[cfg(feature = "shared")]
        return Ok(self.watch.wait(most)?);
        #[cfg(not(feature = "shared"))]
        {
            let _ = most;
            Err(vault::Error::Shared.into())
        }
    }
}

#[cfg(not(feature = "shared"))]
fn without(_: &Path, _: &Where, _: &mut Progress<'_>) -> Result<Shared, Error> {
    Err(vault::Error::Shared.into())
}
