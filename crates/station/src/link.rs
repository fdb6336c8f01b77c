//! The two servers of a shared vault, as one workstation's folder names them.

use std::path::PathBuf;
use std::sync::Arc;

use ledger::{Access, VaultId};
use objects::{Cache, Root};
use remote::bench::BareObjects;
use remote::{BucketAddress, DatabaseAddress, Malformed, Mirror, S3Objects, Secrets, Server};
use serde::{Deserialize, Serialize};
use vault::{Stores, WorkstationFolder};

use crate::{Error, Where, WorkstationState};

/// The format of `shared.toml` that this program writes, and the only one it reads.
const FORMAT: u32 = 1;

/// `shared.toml`. Nothing in it is secret. Who can change it can send the workstation to other servers: these are not believed
/// either, and passwords are said to none that has no certificate of the authority that the file of secrets names.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    format: u32,
    vault: String,
    database: String,
    objects: String,
    secrets: PathBuf,
}

/// Both servers. Nothing is connected before something is asked.
pub struct Link {
    database: DatabaseAddress,
    bucket: BucketAddress,
    file: PathBuf,
    secrets: Secrets,
    server: Arc<Server>,
}

impl Link {
    /// As it was typed.
    pub fn to(to: &Where) -> Result<Link, Error> {
        let file = std::path::absolute(&to.secrets).map_err(Error::SecretsFile)?;
        let malformed = |error: Malformed| Error::from(remote::Error::from(error));
        let database: DatabaseAddress = to.database.parse().map_err(malformed)?;
        let bucket = to.objects.parse().map_err(malformed)?;
        let secrets = Secrets::read(&file).map_err(remote::Error::from)?;
        let server = Arc::new(Server::new(&database, &secrets)?);
        Ok(Link { database, bucket, file, secrets, server })
    }

    /// As a workstation's folder says.
    pub fn of(folder: &WorkstationFolder, said: &str) -> Result<Link, Error> {
        let place = Place::parse(said)?;
        if folder.vault()?.as_str() != place.vault {
            return Err(vault::Error::SettingsAltered.into());
        }
        Link::to(&Where { database: place.database, objects: place.objects, secrets: place.secrets })
    }

    /// What the folder of a workstation of this vault says.
    pub fn told(&self, vault: &VaultId) -> Result<String, Error> {
        let place = Place {
            format: FORMAT,
            vault: vault.to_string(),
            database: self.database.to_string(),
            objects: self.bucket.to_string(),
            secrets: self.file.clone(),
        };
        toml::to_string(&place).map_err(|_| Error::SecretsForm)
    }

    /// Whether a folder that says this is of the same servers.
    pub fn is_that_of(&self, said: &str) -> Result<bool, Error> {
        let place = Place::parse(said)?;
        Ok(place.database == self.database.to_string() && place.objects == self.bucket.to_string())
    }

    pub fn server(&self) -> Arc<Server> {
        self.server.clone()
    }

    /// The objects, with drafts in this folder.
    pub fn objects(&self, drafts: Root) -> Result<S3Objects, Error> {
        Ok(S3Objects::new(&self.bucket, &self.secrets, self.server(), drafts)?)
    }

    /// The bucket by itself, to be measured.
    pub fn bare_objects(&self) -> Result<BareObjects, Error> {
        Ok(BareObjects::new(&self.bucket, &self.secrets)?)
    }

    /// The log, through the mirror in a folder.
    pub fn mirror(&self, folder: &WorkstationFolder, access: Access) -> Result<Mirror, Error> {
        let here = folder.clone();
        Ok(Mirror::open(move |access| here.log(access), folder.root().clone(), self.server(), access)?)
    }

    /// Where the vault lies.
    pub fn stores(&self, folder: &WorkstationFolder) -> Result<Stores, Error> {
        let objects = self.objects(folder.root().clone())?.with_cache(Cache::new(folder.root().clone()));
        let (server, here) = (self.server(), folder.clone());
        Ok(folder.stores(Arc::new(objects), move |access| {
            let local = here.clone();
            let mirror = Mirror::open(move |access| local.log(access), here.root().clone(), server.clone(), access)?;
            Ok(Box::new(mirror))
        }))
    }

    pub fn standing(&self, folder: &WorkstationFolder) -> Result<WorkstationState, Error> {
        let objects = self.objects(folder.root().clone())?;
        let (log, asked) = std::thread::scope(|scope| {
            // Neither is to wait for the other, where one does not answer.
            let asked = scope.spawn(|| objects.settings().map(drop));
            let log = self.mirror(folder, Access::ReadWrite)?.catch_up(&mut |_, _| ());
            Ok::<_, Error>((log, asked.join()))
        })?;
        // What else it says of itself shows when something is read there.
        drop(asked);
        Ok(WorkstationState { log: log?, objects_offline_since: objects.offline_since() })
    }
}

/// The ports of both servers that a folder names; none where it does not say them well.
pub fn ports_of(said: &str) -> Vec<u16> {
    let place = Place::parse(said).ok();
    let to = place.map(|place| Where { database: place.database, objects: place.objects, secrets: place.secrets });
    to.map(|to| ports_to(&to)).unwrap_or_default()
}

/// As they are typed.
pub fn ports_to(to: &Where) -> Vec<u16> {
    let database: Option<DatabaseAddress> = to.database.parse().ok();
    let bucket: Option<BucketAddress> = to.objects.parse().ok();
    let hosts = database.into_iter().flat_map(|database| database.hosts).map(|(_, port)| port);
    hosts.chain(bucket.and_then(|bucket| bucket.port())).collect()
}

impl Place {
    fn parse(said: &str) -> Result<Place, Error> {
        let place: Place = toml::from_str(said).map_err(|_| vault::Error::SettingsAltered)?;
        if place.format != FORMAT {
            return Err(vault::Error::Newer { format: place.format }.into());
        }
        Ok(place)
    }
}
