//! A workstation of the simulation: a folder with a mirror of the log, and the way to the servers.

use std::sync::Arc;
use std::time::Duration;

use ledger::LogStore;
use remote::{Mirror, Pace};
use vault::{Stores, WorkstationFolder};

use super::bucket::Bucket;
use super::servers::{Way, Wire};

/// Of a process that looks at the server once, and again only when it learns that something was added.
pub const SELDOM: Pace = Pace { fresh: Duration::from_secs(3600), away: Duration::ZERO };

/// Where the vault lies, as a process of a workstation sees it.
pub fn stores(folder: &WorkstationFolder, way: Way, pace: Pace) -> Stores {
    let (here, root, wire) = (folder.clone(), folder.root().clone(), way.clone());
    folder.stores(Arc::new(Bucket(way)), move |access| {
        let (here, wire) = (here.clone(), wire.clone());
        let there = move |access| Ok(Box::new(Wire::open(&wire, access)?) as Box<dyn LogStore>);
        let open = move |access| here.log(access);
        let mirror = Mirror::following(open, root.clone(), Arc::new(there), pace, access, Arc::new(|| 0))?;
        Ok(Box::new(mirror) as Box<dyn LogStore>)
    })
}
