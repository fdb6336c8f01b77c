//! A shared vault on the servers of the tests, and workstations that see it.

use std::sync::Arc;
use std::time::Duration;

use ledger::conformance::vault;
use ledger::{Access, Hash, Head, LogStore, Part, StoredEntry, merkle};
use objects::Root;
use remote::{BucketAddress, DatabaseAddress, PgLog, S3Objects, Secrets, Server};
use tempfile::TempDir;
use testkit::{Place, Servers};

/// An empty log and no objects.
pub struct Stage {
    pub servers: &'static Servers,
    pub place: Place,
    pub folder: TempDir,
    server: Arc<Server>,
}

impl Stage {
    pub fn new() -> Stage {
        let servers = Servers::running();
        let place = servers.place();
        let folder = tempfile::tempdir().expect("a folder can be made");
        let owner = connect(servers, &place, &place.owner, servers.database_port);
        drop(PgLog::create(owner, &vault()).expect("the database is empty"));
        let server = connect(servers, &place, &place.officer, servers.database_port);
        Stage { servers, place, folder, server }
    }

    pub fn server(&self) -> Arc<Server> {
        self.server.clone()
    }

    /// The server of the log through another port.
    pub fn server_at(&self, port: u16) -> Arc<Server> {
        connect(self.servers, &self.place, &self.place.officer, port)
    }

    pub fn log(&self, access: Access) -> PgLog {
        PgLog::open(self.server(), access).expect("there is one")
    }

    pub fn objects(&self) -> S3Objects {
        self.objects_at(self.servers.objects_port)
    }

    /// The objects through another port. What is given up does not arrive later, but for the tests of that.
    pub fn objects_at(&self, port: u16) -> S3Objects {
        let root = Root::open(self.folder.path()).expect("the folder is there");
        S3Objects::new(&self.bucket(port), &self.secrets(), self.server(), root)
            .expect("the authority is read")
            .late_by(Duration::ZERO)
    }

    pub fn bucket(&self, port: u16) -> BucketAddress {
        self.servers.objects(&self.place, port).parse().expect("an address")
    }

    pub fn secrets(&self) -> Secrets {
        Secrets::read(&self.place.officer).expect("nobody else reads them")
    }
}

pub fn connect(servers: &Servers, place: &Place, secrets: &std::path::Path, port: u16) -> Arc<Server> {
    let at: DatabaseAddress = servers.database(place, port).parse().expect("an address");
    Arc::new(Server::new(&at, &Secrets::read(secrets).expect("nobody else reads them")).expect("the authority is read"))
}

/// The head of a log and what is appended to it next.
pub fn end(log: &dyn LogStore) -> Result<merkle::Frontier, ledger::Error> {
    let view = log.view()?;
    merkle::frontier(&*view, view.size()?)
}

/// Appends one entry that says this.
pub fn say(log: &mut dyn LogStore, said: &[u8]) -> Result<(), ledger::Error> {
    let end = end(log)?;
    let head = Head { size: end.size(), root: end.root() };
    let entry = StoredEntry {
        position: head.size,
        body: said.to_vec(),
        signatures: vec![7; 64],
        parts: vec![Part { audience: "common/1".to_owned(), sealed: said.repeat(50) }],
    };
    let mut nodes = Vec::new();
    end.clone().push(Hash::of_leaf(&[said, &[7; 64]].concat()), |at, hash| nodes.push((at, hash)));
    log.append(&head, &[entry], &nodes)
}

/// What all entries say, in order.
pub fn said(log: &dyn LogStore) -> Vec<Vec<u8>> {
    let view = log.view().expect("a view");
    view.entries(0, 100_000, usize::MAX).expect("entries").into_iter().map(|entry| entry.body).collect()
}
