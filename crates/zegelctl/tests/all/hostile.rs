//! Servers that lie to one workstation alone: an object store that gives other things for a name, cuts at the border of a chunk, drops what
//! it said to keep, lists less or more than there is, and tells times that are far off; a database that shows each workstation a log of
//! its own.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

use crate::scene::{Scene, Station, came};
use crate::stage::{Came, binary};

/// What begins with all that lies in the bucket.
struct Store {
    process: Child,
    answers: BufReader<ChildStdout>,
    port: u16,
}

impl Store {
    fn new(scene: &Scene) -> Store {
        let folder = scene.stage.path("in the bucket");
        fs::create_dir(&folder).expect("it is made");
        for (number, (name, bytes)) in scene.servers.bucket(&scene.place).into_iter().enumerate() {
            let thing = [name.as_bytes(), b"\n", &bytes].concat();
            fs::write(folder.join(number.to_string()), thing).expect("it is written");
        }
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/lying_store.py");
        let beside = |name: &str| scene.servers.authority().with_file_name(name);
        let mut command = Command::new("python3");
        command.arg("-B").arg(&script).arg(beside("weed.pem")).arg(beside("weed.key")).arg(&folder);
        let mut process = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("python3 is there");
        let answers = BufReader::new(process.stdout.take().expect("it is piped"));
        let mut store = Store { process, answers, port: 0 };
        store.port = store.line().parse().expect("a port");
        store
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("it answers");
        line.trim().to_owned()
    }

    /// From now on it lies so, and no longer as before.
    fn lies(&mut self, lie: &Value) {
        writeln!(self.process.stdin.as_mut().expect("it is piped"), "{lie}").expect("it reads");
        assert!(self.line().starts_with('['), "it heard");
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A workstation whose bucket is such a store; without copies of its own.
fn lied_to() -> (Scene, Station, Store) {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let store = Store::new(&scene);
    let through = scene.through(&scene.place.officer, scene.servers.database_port, store.port);
    scene.join_at("there", &through).json();
    let there = scene.station("there");
    scene.bring("fictief", &there);
    keyless(&there.folder, &["shared", "cache", "--limit", "0"]).json();
    (scene, there, store)
}

fn keyless(vault: &Path, args: &[&str]) -> Came {
    let mut command = binary();
    came(command.arg("--vault").arg(vault).arg("--json").args(args))
}

fn files(scene: &Scene, station: &Station, title: &str) -> Came {
    let paper = scene.stage.write(title, format!("{title}: a line of a long document\n").repeat(8000));
    let paper = paper.to_str().expect("UTF-8");
    let args = ["doc", "file", paper, "--dossier", "ARDENNES-26", "--title", title, "--level", "RESTREINT"];
    station.run("fictief", &args)
}

fn id_of(filed: &Came) -> String {
    filed.json()["id"].as_str().expect("`id` is text").to_owned()
}

#[test]
fn an_object_is_what_its_name_says_and_whole_or_it_is_not_opened() {
    let (scene, there, mut store) = lied_to();
    let [one, two] = ["one", "two"].map(|title| id_of(&files(&scene, &there, title)));
    let name = |id: &str| format!("{}/objects/{id}.age", scene.place.name);
    let out = scene.stage.path("opened");
    let open = |id: &str| {
        let _ = fs::remove_file(&out);
        there.run("fictief", &["doc", "open", id, "--purpose", "to look", "--out", out.to_str().expect("UTF-8")])
    };
    let opens = |id: &str, title: &str| {
        open(id).json();
        assert!(fs::read_to_string(&out).expect("it was opened").starts_with(title));
    };
    let refused = |id: &str, what: &str| {
        let said = open(id).problem(4)["code"].as_str().expect("a text").to_owned();
        assert!(said.starts_with("object_"), "{what}: {said}");
        assert!(!out.exists(), "{what}: nothing of it was written");
    };
    opens(&one, "one");
    opens(&two, "two");
    store.lies(&json!({"gives": {name(&one): name(&two)}}));
    refused(&one, "another for its name");
    opens(&two, "two");
    store.lies(&json!({"gives": {name(&one): name(&two), name(&two): name(&one)}}));
    refused(&one, "exchanged");
    refused(&two, "exchanged");
    store.lies(&json!({"cuts": name(&one)}));
    refused(&one, "cut at the border of a chunk");
    store.lies(&json!({"gives": {name(&one): "nothing"}}));
    refused(&one, "withheld");
    // Who tells the time lets nobody open less or more.
    for years in [-40, 40] {
        store.lies(&json!({"clock": years * 31_557_600_i64}));
        opens(&one, "one");
        files(&scene, &there, &format!("in {years} years")).json();
    }
    store.lies(&json!({}));
    opens(&one, "one");
}

#[test]
fn what_a_store_says_that_it_keeps_and_does_not_is_not_filed() {
    let (scene, there, mut store) = lied_to();
    store.lies(&json!({"drops": true}));
    let refused = files(&scene, &there, "Dropped").problem(4);
    assert_eq!(refused["code"], "folder_altered", "{refused}");
    store.lies(&json!({}));
    assert_eq!(there.finds("fictief", "Dropped"), 0, "no entry names it");
    files(&scene, &there, "Kept").json();
    assert_eq!((there.finds("fictief", "Dropped"), there.finds("fictief", "Kept")), (0, 1));
}

/// Without a key nobody knows which objects are documents': what a store does not list is not in the backup. An officer's `doctor` says so.
#[test]
fn what_a_store_does_not_list_is_missed_after_restoring() {
    let (scene, there, mut store) = lied_to();
    let id = id_of(&files(&scene, &there, "Hidden"));
    let (dir, again) = (scene.stage.path("backup"), scene.stage.path("again"));
    let backup = || keyless(&there.folder, &["backup", dir.to_str().expect("UTF-8")]);
    store.lies(&json!({"hides": id}));
    backup().json();
    keyless(&again, &["restore", dir.to_str().expect("UTF-8")]).json();
    let restored = Station { folder: again, ..scene.station("restored") };
    let looked = restored.run("fictief", &["--without-memory", "doctor"]);
    let said = looked.object();
    assert_eq!(looked.status, 4, "{said}");
    assert!(said["findings"].to_string().contains("object_missing"), "{said}");
    // What is listed and is not there is told when the backup is made.
    store.lies(&json!({"lists": [format!("{}/objects/{}.age", scene.place.name, "z".repeat(26))]}));
    assert_ne!(backup().status, 0);
    store.lies(&json!({}));
    backup().json();
}

/// Two workstations that are shown two logs both work, as long as neither is shown anything of the other's; then it is noticed for good.
#[test]
fn a_log_for_each_workstation_is_found_out_when_one_is_shown_that_of_the_other() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let (one, other) = (scene.first(), scene.join("there"));
    scene.bring("fictief", &other);
    let name = &scene.place.name;
    let sql = |sql: &str| scene.servers.sql("postgres", sql);
    sql(&format!("CREATE DATABASE {name}_other TEMPLATE {name} STRATEGY file_copy"));
    let exchange = || {
        for (from, to) in [("", "_away"), ("_other", ""), ("_away", "_other")] {
            sql(&format!("ALTER DATABASE {name}{from} RENAME TO {name}{to}"));
        }
    };
    files(&scene, &one, "To the one").json();
    exchange();
    files(&scene, &other, "To the other").json();
    assert_eq!(other.finds("fictief", "To the one"), 0, "each has its own");
    for station in [&one, &other] {
        // The one is shown the log of the other, and the other way round: it is another one, or a shorter one.
        let said = station.status().problem(4);
        assert!(said["code"] == "forked" || said["code"] == "rolled_back", "{said}");
        exchange();
        station.status().json();
    }
}
