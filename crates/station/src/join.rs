//! A folder becomes a workstation's of a shared vault.

use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;
use std::sync::Arc;

use ledger::{Access, LogStore as _};
use remote::PgLog;
use seal::Flow;
use vault::{Clock, WorkstationFolder};

use crate::link::Link;
use crate::{Error, Progress, Shared, Step, Where};

pub fn join(dir: &Path, to: &Where, clock: &Arc<dyn Clock>, progress: &mut Progress<'_>) -> Result<Shared, Error> {
    let link = Link::to(to)?;
    let dir = std::path::absolute(dir).map_err(failed)?;
    let log = PgLog::open(link.server(), Access::ReadOnly)?;
    let vault = log.vault().clone();
    drop(log);
    let folder = made(&dir)?;
    let said = folder.says()?;
    match &said {
        Some(_) if folder.vault().is_ok_and(|here| here != vault) => return Err(Error::AnotherVault),
        Some(_) => {}
        None if folder.root().entries(".")?.is_empty() => {}
        None => return Err(vault::Error::NotEmpty.into()),
    }
    let objects = link.objects(folder.root().clone())?;
    let settings = objects.settings()?.ok_or(Error::Unpublished)?;
    objects.probe()?;
    folder.root().make_private()?;
    let told = link.told(&vault)?;
    if said.is_none() {
        // From here on nobody takes it for the folder of a vault.
        folder.say(&told)?;
    }
    folder.furnish(&vault)?;
    let mut stopped = false;
    let standing = link.mirror(&folder, Access::ReadWrite, clock)?.catch_up(&mut |done, of| {
        stopped |= progress(Step::Entries, done, of) == Flow::Stop;
    })?;
    if stopped {
        return Err(vault::Error::Cancelled.into());
    }
    if standing.behind.is_none() {
        return Err(vault::Error::Offline.into());
    }
    folder.take_settings(&settings)?;
    // A workstation's folder goes on with other servers only once these have said all that it knows already.
    folder.say(&told)?;
    let name = folder.name()?;
    Ok(Shared { vault: vault.to_string(), name, entries: standing.entries, objects: 0 })
}

/// The folder, which is made where it is missing.
fn made(dir: &Path) -> Result<WorkstationFolder, Error> {
    let parent = dir.parent().unwrap_or(Path::new("/"));
    vault::apart_from_vaults(parent).map_err(failed)?;
    DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => vault::Error::NotAFolder.into(),
        _ => failed(error),
    })?;
    Ok(WorkstationFolder::open(dir)?)
}

fn failed(source: io::Error) -> Error {
    Error::Vault(objects::Error::io("vault", source).into())
}
