//! What tests of a shared vault stand on: an exercise vault, an empty place at the servers, and workstations.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use testkit::{Place, Servers};

use crate::stage::{Came, Stage, binary};

/// An exercise vault, and an empty place at the servers.
pub struct Scene {
    pub stage: Stage,
    pub servers: &'static Servers,
    pub place: Place,
}

/// One workstation: its folder, and what it remembers outside of it.
pub struct Station {
    pub folder: PathBuf,
    pub state: PathBuf,
    pub pass: PathBuf,
}

impl Scene {
    pub fn new() -> Scene {
        let servers = Servers::running();
        Scene { stage: Stage::new(), servers, place: servers.place() }
    }

    /// What says where the servers are, through these ports.
    pub fn through(&self, secrets: &Path, database: u16, objects: u16) -> Vec<String> {
        let (database, objects) =
            (self.servers.database(&self.place, database), self.servers.objects(&self.place, objects));
        let secrets = secrets.to_str().expect("UTF-8").to_owned();
        ["--database", &database, "--objects", &objects, "--secrets", &secrets].map(str::to_owned).into()
    }

    pub fn at(&self, secrets: &Path) -> Vec<String> {
        self.through(secrets, self.servers.database_port, self.servers.objects_port)
    }

    pub fn publish(&self) -> Command {
        let mut command = binary();
        command.arg("--vault").arg(&self.stage.vault).args(["--json", "shared", "publish"]);
        command.args(self.at(&self.place.owner));
        command
    }

    pub fn join_at(&self, name: &str, servers: &[String]) -> Came {
        let mut command = binary();
        command.args(["--json", "shared", "join"]).arg(self.stage.path(name)).args(servers);
        came(&mut command)
    }

    pub fn join(&self, name: &str) -> Station {
        let joined = self.join_at(name, &self.at(&self.place.officer)).json();
        assert!(joined["vault"].as_str().expect("an id").len() == 26 && joined["entries"].as_u64() > Some(10));
        self.station(name)
    }

    pub fn station(&self, name: &str) -> Station {
        let state = self.stage.path(&format!("state of {name}"));
        Station { folder: self.stage.path(name), state, pass: self.stage.pass.clone() }
    }

    /// The workstation that the folder became which the vault was in.
    pub fn first(&self) -> Station {
        Station { folder: self.stage.vault.clone(), state: self.stage.path("state"), pass: self.stage.pass.clone() }
    }

    /// Takes an identity from the first workstation to another.
    pub fn bring(&self, officer: &str, to: &Station) {
        let file = self.stage.path(&format!("{officer} on its way"));
        let path = file.to_str().expect("UTF-8");
        self.first().run(officer, &["identity", "export", officer, "--out", path, "--force"]).json();
        to.run(officer, &["identity", "import", path]).json();
        to.run(officer, &["--without-memory", "doc", "list"]).json();
    }
}

impl Station {
    pub fn command(&self, officer: &str, args: &[&str]) -> Command {
        let mut command = binary();
        command.env("XDG_STATE_HOME", &self.state).arg("--vault").arg(&self.folder);
        command.args(["--as", officer, "--json", "--passphrase-file"]).arg(&self.pass).args(args);
        command
    }

    pub fn run(&self, officer: &str, args: &[&str]) -> Came {
        came(&mut self.command(officer, args))
    }

    pub fn status(&self) -> Came {
        let mut command = binary();
        came(command.arg("--vault").arg(&self.folder).args(["--json", "shared", "status"]))
    }

    /// How many documents of this title an officer finds.
    pub fn finds(&self, officer: &str, query: &str) -> usize {
        let listed = self.run(officer, &["doc", "list", "--query", query, "--limit", "all"]).json();
        listed["documents"].as_array().expect("a list").len()
    }

    pub fn objects_here(&self) -> usize {
        let shards = fs::read_dir(self.folder.join("objects")).into_iter().flatten().flatten();
        let files = shards.filter(|shard| shard.file_name() != "tmp").flat_map(|shard| fs::read_dir(shard.path()));
        files.flatten().flatten().count()
    }
}

pub fn came(command: &mut Command) -> Came {
    Came::of(command.output().expect("it runs"))
}

pub fn number(said: &Value, field: &str) -> u64 {
    said[field].as_u64().unwrap_or_else(|| panic!("`{field}` in {said}"))
}
