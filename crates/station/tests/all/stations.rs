//! A workstation of the simulation: a folder with a mirror of the log, and the way to the servers.

use std::sync::Arc;
use std::time::Duration;

use ledger::merkle::NodeAt;
use ledger::{Access, Check, Error, Hash, Head, LogStore, LogView, StoredEntry, VaultId};
use remote::{Mirror, Pace};
use vault::{Stores, WorkstationFolder};

use super::bucket::Bucket;
use super::servers::{Way, Wire};

/// Of a process that looks at the server once, and again only when it learns that something was added.
pub const SELDOM: Pace = Pace { fresh: Duration::from_secs(3600), away: Duration::ZERO };

/// Where the vault lies, as a process of a workstation sees it.
pub fn stores(folder: &WorkstationFolder, way: Way, pace: Pace) -> Stores {
    let (here, root, wire, without) = (folder.clone(), folder.root().clone(), way.clone(), way.without);
    folder.stores(Arc::new(Bucket(way)), move |access| {
        let (here, wire) = (here.clone(), wire.clone());
        let there = move |access| Ok(Box::new(Wire::open(&wire, access)?) as Box<dyn LogStore>);
        let open = move |access| here.log(access);
        let mirror = Mirror::following(open, root.clone(), Arc::new(there), pace, access, Arc::new(|| 0))?;
        let mirror = Box::new(mirror) as Box<dyn LogStore>;
        Ok(if without.refresh { Box::new(NotRefreshed(mirror)) } else { mirror })
    })
}

/// A log of which nobody asks what it has at this moment.
struct NotRefreshed(Box<dyn LogStore>);

impl LogStore for NotRefreshed {
    fn vault(&self) -> &VaultId {
        self.0.vault()
    }

    fn access(&self) -> Access {
        self.0.access()
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, Error> {
        self.0.view()
    }

    fn checker(&self) -> Result<Check, Error> {
        self.0.checker()
    }

    fn reserve(&mut self) -> Result<(), Error> {
        self.0.reserve()
    }

    fn release(&mut self) {
        self.0.release();
    }

    fn refresh(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn append(&mut self, expected: &Head, entries: &[StoredEntry], nodes: &[(NodeAt, Hash)]) -> Result<(), Error> {
        self.0.append(expected, entries, nodes)
    }
}
