//! `bench shared`: what a shared vault takes, next to what its two servers give by themselves to the same clients in the same run.

use std::path::PathBuf;

use clap::Args;
use station::Where;

use super::SHARED;

#[cfg(feature = "shared")]
mod measured;

/// Where the vault that is measured is made: an empty database and a part of a bucket.
#[derive(Args, Debug)]
pub struct Servers {
    /// For `shared`: an empty database, as `shared publish` takes it. What is made there is removed at the end.
    #[arg(long, value_name = "URL", required_if_eq("what", SHARED))]
    database: Option<String>,
    /// For `shared`: a part of a bucket. It is made below a name of its own there, and removed with it.
    #[arg(long, value_name = "URL", required_if_eq("what", SHARED))]
    objects: Option<String>,
    /// For `shared`: the file of secrets of the owner of the database.
    #[arg(long, value_name = "FILE", required_if_eq("what", SHARED))]
    owner: Option<PathBuf>,
    /// For `shared`: the file of secrets of a workstation.
    #[arg(long, value_name = "FILE", required_if_eq("what", SHARED))]
    secrets: Option<PathBuf>,
    /// How many workstations file at once for `shared`.
    #[arg(long, default_value_t = 8)]
    workstations: usize,
}

impl Servers {
    /// As the owner of the database sees them, and as a workstation does.
    fn both(&self) -> Option<(Where, Where)> {
        let (database, objects) = (self.database.clone()?, self.objects.clone()?);
        let at = |secrets: &PathBuf| Where {
            database: database.clone(),
            objects: objects.clone(),
            secrets: secrets.clone(),
        };
        Some((at(self.owner.as_ref()?), at(self.secrets.as_ref()?)))
    }

    /// The ports of TCP that are needed.
    pub fn ports(&self) -> Vec<u16> {
        self.both().map(|(owner, _)| station::ports_to(&owner)).unwrap_or_default()
    }
}

#[cfg(not(feature = "shared"))]
pub fn run(_: &std::path::Path, _: &super::Bench) -> Result<serde_json::Value, crate::problem::Problem> {
    Err(vault::Error::Shared.into())
}

#[cfg(feature = "shared")]
pub use measured::run;
