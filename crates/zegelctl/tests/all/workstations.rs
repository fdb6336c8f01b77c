//! Workstations of a shared vault on real servers: as an administrator meets them, and where servers are slow, hang, or are not what they
//! are taken for.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use testkit::Proxy;

use crate::scene::{Scene, Station, came, number};
use crate::stage::{Came, binary};

fn utf8(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn keyless(vault: &Path, args: &[&str]) -> Came {
    let mut command = binary();
    came(command.arg("--vault").arg(vault).arg("--json").args(args))
}

fn findings(looked: &Value) -> Vec<(String, String)> {
    let text = |finding: &Value, field: &str| finding[field].as_str().expect("it is text").to_owned();
    let all = looked["findings"].as_array().expect("a list").iter();
    all.map(|finding| (text(finding, "code"), text(finding, "name"))).collect()
}

/// Of officers who work elsewhere nothing is missing here; of one who worked here it is.
#[test]
fn a_joined_workstation_is_sound_although_others_have_their_identities_elsewhere() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let there = scene.join("there");
    scene.bring("fictief", &there);
    let looks = |station: &Station| [keyless(&station.folder, &["doctor"]), station.run("fictief", &["doctor"])];
    for looked in looks(&there) {
        let said = looked.object();
        assert_eq!((looked.status, findings(&said)), (0, Vec::new()), "{said}");
        assert!(said["not_checked"].to_string().contains("identities_elsewhere"), "{said}");
    }
    let mut command = binary();
    command.args(["--lang", "en", "--vault"]).arg(&there.folder).arg("doctor");
    let text = String::from_utf8(came(&mut command).out).expect("it is text");
    assert!(text.contains("never worked at this workstation"), "{text}");
    // Where all of them work nothing is said of it.
    for looked in looks(&scene.first()) {
        assert!(!looked.object()["not_checked"].to_string().contains("identities_elsewhere"));
    }
    scene.bring("modele", &there);
    fs::remove_file(there.folder.join("identities/modele.age")).expect("it was brought");
    let gone = vec![("identity_gone".to_owned(), "identities/modele.age".to_owned())];
    for looked in looks(&there) {
        assert_eq!((looked.status, findings(&looked.object())), (4, gone.clone()), "his index is here");
    }
}

/// A loop that ends with a file, of a command.
fn again_and_again(command: &Command, stop: &Path) -> Child {
    let mut looped = Command::new("sh");
    looped.args(["-c", "while [ ! -e \"$STOP\" ]; do \"$@\" || exit 1; done", "sh"]);
    looped.arg(command.get_program()).args(command.get_args());
    looped.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("STOP", stop);
    looped.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("sh is there")
}

/// Two workstations file, and one of them seals again, so that objects go, while a third makes backups; each of them is restored, and has
/// all that its log names.
#[test]
fn a_backup_of_a_shared_vault_that_is_made_while_others_write_is_whole() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let [one, two] = ["one", "two"].map(|name| {
        let station = scene.join(name);
        scene.bring("fictief", &station);
        station
    });
    scene.bring("modele", &two);
    let (dir, stop) = (scene.stage.path("backup"), scene.stage.path("stop"));
    let paper = scene.stage.write("paper.txt", "some words about a bridge");
    let file = ["doc", "file", utf8(&paper), "--dossier", "ARDENNES-26", "--title", "Filed", "--level", "RESTREINT"];
    let all = [
        one.command("fictief", &file),
        two.command("fictief", &file),
        two.command("modele", &["rekey", "--deep", "--dossier", "ARDENNES-26"]),
    ];
    let all = all.map(|command| again_and_again(&command, &stop));
    let here = scene.first();
    let mut backups = Vec::new();
    for round in 0..4 {
        let made = keyless(&here.folder, &["backup", utf8(&dir)]).json();
        let there = scene.stage.path(&format!("again{round}"));
        let restored = keyless(&there, &["restore", utf8(&dir)]).json();
        assert_eq!((&restored["entries"], &restored["root"]), (&made["entries"], &made["root"]));
        backups.push((there, number(&made, "entries")));
    }
    fs::write(&stop, "").expect("it is writable");
    for child in all {
        let came = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&came.stderr).into_owned();
        assert!(came.status.success() || said.contains("busy") || said.contains("overtaken"), "{said}");
    }
    assert!(backups.windows(2).all(|pair| pair[0].1 < pair[1].1), "they wrote meanwhile: {backups:?}");
    for (n, (there, entries)) in backups.into_iter().enumerate() {
        let verified = keyless(&there, &["ledger", "verify"]).json();
        assert_eq!((&verified["ok"], number(&verified, "entries")), (&Value::Bool(true), entries));
        let restored = Station { folder: there, ..scene.station(&format!("restored{n}")) };
        for officer in ["fictief", "exemple"] {
            let looked = restored.run(officer, &["--without-memory", "doctor"]);
            let said = looked.object();
            let grave: Vec<_> = said["findings"].as_array().expect("a list").iter().collect();
            assert!(grave.iter().all(|finding| finding["gravity"] != "integrity"), "{officer}: {grave:#?}");
            assert!(number(&said, "documents") > 35, "{said}");
        }
    }
    let looked = here.run("fictief", &["doctor"]).object();
    assert!(!looked["findings"].to_string().contains("integrity"), "{looked}");
}

/// A session that goes on: each line a command, each answer a line.
struct Batch {
    process: Child,
    answers: BufReader<ChildStdout>,
}

impl Batch {
    fn new(station: &Station, officer: &str) -> Batch {
        let mut command = station.command(officer, &["batch"]);
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
        let answers = BufReader::new(process.stdout.take().expect("it is piped"));
        Batch { process, answers }
    }

    /// The answer, and how long it took.
    fn say(&mut self, line: &str) -> (Value, Duration) {
        let begun = Instant::now();
        writeln!(self.process.stdin.as_mut().expect("it is piped"), "{line}").expect("it reads");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("it answers");
        (serde_json::from_str(&answer).unwrap_or_else(|_| panic!("{line}: {answer}")), begun.elapsed())
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How long anybody waits at most for being told that a server is not there.
const SOON: Duration = Duration::from_secs(10);

/// Connections stand, and nobody answers on them: what must be recorded is refused soon, and goes on by itself afterwards.
#[test]
fn what_must_be_recorded_is_refused_soon_where_a_server_hangs() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let log = Proxy::new(scene.servers.database_port, 41).expect("a port");
    let bucket = Proxy::new(scene.servers.objects_port, 42).expect("a port");
    scene.join_at("there", &scene.through(&scene.place.officer, log.port(), bucket.port())).json();
    let there = scene.station("there");
    scene.bring("fictief", &there);
    let note = scene.stage.write("note.txt", "a note");
    let file = format!("doc file '{}' --dossier ARDENNES-26 --title Later --level RESTREINT", note.display());
    let mut session = Batch::new(&there, "fictief");
    let listed = session.say("doc list").0;
    let id = listed["documents"][0]["id"].as_str().unwrap_or_else(|| panic!("{listed}")).to_owned();
    let open = format!("doc open {id} --purpose 'to look' --force --out '{}'", scene.stage.path("opened").display());
    let deeds = [file.as_str(), open.as_str()];
    // Connections are there already when they begin to hang.
    assert!(session.say(deeds[0]).0["id"].is_string(), "it is filed as long as all is well");
    for (what, proxy) in [("the log", &log), ("the bucket", &bucket)] {
        proxy.mute(true);
        for deed in deeds {
            let (refused, took) = session.say(deed);
            eprintln!("{what} hangs: {deed}: {} after {took:.1?}", refused["code"]);
            assert_eq!(refused["code"], "offline", "{what}: {deed}: {refused}");
            assert!(took < SOON, "{what}: {deed}: {took:?}");
        }
        let (listed, took) = session.say("doc list");
        assert!(listed["documents"].is_array() && took < SOON, "{what}: {took:?}");
        proxy.mute(false);
        let begun = Instant::now();
        while session.say(deeds[1]).0["code"].is_string() {
            assert!(begun.elapsed() < Duration::from_secs(30), "{what}: it comes back by itself");
            std::thread::sleep(Duration::from_millis(200));
        }
    }
    drop(session);
    // What was refused was not done, at once or later.
    assert_eq!(scene.first().finds("fictief", "Later"), 1);
}

/// No lock is held while something is sent.
#[test]
fn nobody_waits_for_the_slow_upload_of_somebody_else() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let slow = Proxy::new(scene.servers.objects_port, 43).expect("a port");
    let through = scene.through(&scene.place.officer, scene.servers.database_port, slow.port());
    scene.join_at("slow", &through).json();
    let [far, near] = [scene.station("slow"), scene.join("near")];
    scene.bring("fictief", &far);
    scene.bring("modele", &near);
    let file = |path: &Path, title: &str| {
        let args = ["doc", "file", utf8(path), "--dossier", "ARDENNES-26", "--title", title, "--level", "RESTREINT"];
        args.map(str::to_owned)
    };
    let large = scene.stage.write("large.txt", "a line that is sent slowly\n".repeat(40_000));
    let small = scene.stage.write("small.txt", "a note");
    let before = slow.carried();
    slow.slow(Some(120_000));
    let args = file(&large, "Slow");
    let mut sending = far.command("fictief", &args.each_ref().map(String::as_str));
    let mut sending = sending.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let begun = Instant::now();
    while slow.carried() - before < 200_000 {
        assert!(begun.elapsed() < Duration::from_secs(60), "it is being sent");
        std::thread::sleep(Duration::from_millis(20));
    }
    let begun = Instant::now();
    near.run("modele", &file(&small, "Quick").each_ref().map(String::as_str)).json();
    let took = begun.elapsed();
    assert_eq!(near.finds("modele", "Quick"), 1);
    assert!(sending.try_wait().expect("it can be asked").is_none(), "it is being sent still, after {took:?}");
    slow.slow(None);
    assert!(sending.wait().expect("it ends").success());
    assert_eq!(near.finds("modele", "Slow"), 1);
}

/// A store that takes a condition and does not keep to it, in whichever way, is of no use: no workstation is made.
#[test]
fn a_store_that_does_not_keep_to_the_condition_of_a_write_is_refused_at_joining() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let name = format!("{}/vault.toml", scene.place.name);
    let there = scene.servers.bucket(&scene.place);
    let settings = there.iter().find(|(key, _)| *key == name).expect("it was published");
    let settings = scene.stage.write("settings", &settings.1);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all/fake_store.py");
    let beside = |name: &str| scene.servers.authority().with_file_name(name);
    for how in ["ignores", "says-no-and-overwrites", "says-yes-and-keeps", "refuses-all", "keeps"] {
        let mut store = Command::new("python3");
        store.arg(&script).arg(how).arg(beside("weed.pem")).arg(beside("weed.key")).arg(&name).arg(&settings);
        let mut store = store.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python3 is there");
        let mut port = String::new();
        BufReader::new(store.stdout.take().expect("it is piped")).read_line(&mut port).expect("it says its port");
        let port = port.trim().parse().expect("a port");
        let joined = scene.join_at(how, &scene.through(&scene.place.officer, scene.servers.database_port, port));
        if how == "keeps" {
            assert_eq!(joined.status, 0, "{}", String::from_utf8_lossy(&joined.err));
        } else {
            assert_eq!(joined.problem(1)["code"], "store_unconditional", "{how}");
            let left = fs::read_dir(scene.stage.path(how)).into_iter().flatten().count();
            assert_eq!(left, 0, "{how}: nothing was made");
        }
        drop(store.stdin.take());
        store.wait().expect("it ends");
    }
}

/// What `zegelctl` starts inherits what the kernel holds it to.
#[test]
fn what_zegelctl_starts_connects_to_the_ports_of_its_vault_alone() {
    let scene = Scene::new();
    let listening = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let other = listening.local_addr().expect("it is bound").port();
    let programs = scene.stage.path("programs");
    fs::create_dir(&programs).expect("it is made");
    let (program, said) = (programs.join("zegelctl"), scene.stage.path("said"));
    let built = env!("CARGO_BIN_EXE_zegelctl");
    fs::hard_link(built, &program).or_else(|_| fs::copy(built, &program).map(drop)).expect("it is linked");
    // In the place of the program that reads pages lies one that tries to connect.
    let ports = [other, scene.servers.database_port, scene.servers.objects_port];
    let viewer = programs.join("zegel-viewer");
    let script = format!(
        "#!/bin/bash\nfor port in {} {} {}; do\n  if (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; then echo open; else echo shut; fi\n\
         done >'{}.new'\nmv '{}.new' '{}'\n",
        ports[0],
        ports[1],
        ports[2],
        said.display(),
        said.display(),
        said.display(),
    );
    fs::write(&viewer, script).expect("it is written");
    fs::set_permissions(&viewer, fs::Permissions::from_mode(0o755)).expect("it is one's own");
    let says = || {
        let text = fs::read_to_string(&said).unwrap_or_default();
        let _ = fs::remove_file(&said);
        text.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(Command::new(&viewer).status().expect("it runs").success());
    assert_eq!(says(), ["open", "open", "open"], "from here it can");
    let listed = scene.stage.run("fictief", &["doc", "list", "--query", "itinéraires"]).json();
    let id = listed["documents"][0]["id"].as_str().expect("the exercise has this document").to_owned();
    let starts = |station: &Station| {
        let built = station.command("fictief", &["doc", "text", &id, "--purpose", "to look"]);
        let mut command = Command::new(&program);
        command.args(built.get_args()).stdin(Stdio::null());
        command.envs(built.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let came = command.output().expect("it runs");
        let told = says();
        assert_eq!(told.len(), 3, "it was started: {}", String::from_utf8_lossy(&came.stderr));
        told
    };
    assert_eq!(starts(&scene.first()), ["shut", "shut", "shut"], "a vault in a folder");
    came(&mut scene.publish()).json();
    assert_eq!(starts(&scene.first()), ["shut", "open", "open"], "a workstation of a shared one");
}
