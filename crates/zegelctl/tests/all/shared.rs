//! A vault of several workstations, on real servers: published, joined, worked in from two folders, and servers that fail or lie.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use testkit::{Chance, Cut, Proxy};

use crate::scene::{Scene, Station, came, number};
use crate::stage::{Stage, binary};

#[test]
fn what_is_filed_at_one_workstation_is_at_the_other_until_it_is_withdrawn() {
    let scene = Scene::new();
    let before = scene.stage.run("fictief", &["doc", "list", "--limit", "all"]).json();
    let published = came(&mut scene.publish()).json();
    assert!(number(&published, "objects") >= 35, "{published}");
    let here = scene.first();
    assert_eq!(here.objects_here(), 0, "they are in the bucket");
    assert_eq!(came(&mut scene.publish()).json()["entries"], published["entries"], "once more changes nothing");
    // As everybody else, and no more as the owner of the database.
    let again = ["--json", "shared", "join", here.folder.to_str().expect("UTF-8")].map(str::to_owned);
    came(binary().args(again).args(scene.at(&scene.place.officer))).json();
    let after = here.run("fictief", &["doc", "list", "--limit", "all"]).json();
    assert_eq!(before["documents"], after["documents"]);

    let there = scene.join("there");
    for officer in ["fictief", "modele", "exemple"] {
        scene.bring(officer, &there);
    }
    let text = scene.stage.write("note.txt", "a note for both workstations");
    let file = |level: &str, title: &str| {
        let path = text.to_str().expect("UTF-8");
        let args = ["doc", "file", path, "--dossier", "ARDENNES-26", "--title", title, "--level", level];
        here.run("fictief", &args).json()["id"].as_str().expect("a text").to_owned()
    };
    let id = file("SECRET", "Quokkastand");
    let high = file("TRES SECRET", "Quokkahoog");
    assert_eq!((there.finds("fictief", "Quokkastand"), there.finds("fictief", "Quokkahoog")), (1, 1));
    assert_eq!((there.finds("modele", "Quokkastand"), there.finds("modele", "Quokkahoog")), (1, 0));
    let open = |id: &str| there.run("modele", &["doc", "open", id, "--purpose", "to read", "--out", "-"]);
    assert_eq!(open(&id).out, b"a note for both workstations");
    assert_ne!(open(&high).status, 0);
    // A withdrawal here, with the yes of another at the other workstation.
    let asked = here.run("fictief", &["doc", "withdraw", &id, "--why", "of another service"]).json();
    there.run("exemple", &["assent", "give", asked["request"].as_str().expect("a request")]).json();
    assert_eq!(open(&id).codes(), ["document_withdrawn"]);
    assert_eq!(here.finds("fictief", "Quokkastand"), 0);

    let (mine, theirs) = (here.status().json(), there.status().json());
    for told in ["entries", "behind", "offline_since", "warnings"] {
        assert_eq!(mine[told], theirs[told], "{told}");
    }
    // It was opened there.
    assert_eq!((&mine["cache"]["copies"], &theirs["cache"]["copies"]), (&Value::from(0), &Value::from(1)));
    assert_eq!((&mine["behind"], &mine["offline_since"]), (&Value::from(0), &Value::Null));
    let verified = |station: &Station| station.run("exemple", &["ledger", "verify"]).json();
    assert_eq!(verified(&here)["root"], verified(&there)["root"]);
}

#[test]
fn a_publication_that_is_killed_goes_on_where_it_was() {
    let scene = Scene::new();
    let before = scene.stage.run("exemple", &["ledger", "verify"]).json();
    let mut chance = Chance::new(7);
    for _ in 0..8 {
        let mut publishing = scene.publish().stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
        std::thread::sleep(Duration::from_millis(50 + chance.below(1500)));
        publishing.kill().expect("it is killed");
        let _ = publishing.wait();
        let joined = scene.join_at("too soon", &scene.at(&scene.place.officer));
        if joined.status == 0 {
            break;
        }
        assert_eq!(joined.problem(1)["code"], "unpublished", "nobody joins before the end");
    }
    let published = came(&mut scene.publish()).json();
    assert_eq!(published["entries"], before["entries"]);
    let here = scene.first();
    assert_eq!(here.run("exemple", &["ledger", "verify"]).json()["root"], before["root"]);
    assert!(!here.folder.join("publishing").exists());
    let listed = here.run("fictief", &["doc", "list", "--limit", "all"]).json();
    for document in listed["documents"].as_array().expect("a list") {
        let id = document["id"].as_str().expect("a text");
        let opened = here.run("fictief", &["doc", "open", id, "--purpose", "to look", "--out", "/dev/null"]);
        assert_eq!(opened.status, 0, "{id}: {}", String::from_utf8_lossy(&opened.err));
    }
}

/// A document that is longer than what is told by its beginning, and where it lies.
fn large_document(scene: &Scene) -> (String, PathBuf) {
    let filed = scene.stage.file(&vec![b'q'; 300_000], "ARDENNES-26", &["--level", "SECRET"]);
    let id = filed["id"].as_str().expect("a text").to_owned();
    let object = scene.stage.object(&id);
    assert!(fs::metadata(&object).expect("it is there").len() > 300_000, "{}", object.display());
    (id, object)
}

/// The last copy is never removed: what the bucket lost since, or has otherwise, stays here, and is named.
#[test]
fn a_publication_removes_nothing_that_the_bucket_does_not_give_back_byte_by_byte() {
    let scene = Scene::new();
    let (_, large) = large_document(&scene);
    let whole = fs::read(&large).expect("it is read");
    came(&mut scene.publish()).json();
    let back = |bytes: &[u8]| {
        fs::create_dir_all(large.parent().expect("its shard")).expect("it is made");
        fs::write(&large, bytes).expect("as if a publication had died before it was removed");
    };
    let name = large.file_stem().and_then(|name| name.to_str()).expect("UTF-8").to_owned();
    // Far behind the first of it.
    for at in [whole.len() - 1, 200_000] {
        let mut other = whole.clone();
        other[at] ^= 1;
        back(&other);
        let said = came(&mut scene.publish()).problem(4);
        let is_named = said["message"].as_str().is_some_and(|message| message.contains(&name));
        assert!(said["code"] == "object_lost" && is_named, "{said}");
        assert_eq!(fs::read(&large).expect("it stayed"), other);
    }
    back(&whole);
    came(&mut scene.publish()).json();
    assert!(!large.exists(), "it is there as it was here");
    // The bucket lost it.
    back(&whole);
    scene.servers.remove_from_bucket(&format!("{}/objects/{name}.age", scene.place.name));
    let said = came(&mut scene.publish()).problem(4);
    assert_eq!(said["code"], "object_lost", "{said}");
    assert_eq!(fs::read(&large).expect("it stayed"), whole);
}

/// As if an earlier run had brought another object, or half of one: by its beginning and its length it is the same.
#[test]
fn a_publication_that_goes_on_compares_whole_objects() {
    let scene = Scene::new();
    let (id, large) = large_document(&scene);
    let other = scene.stage.path("copy");
    assert!(Command::new("cp").arg("-r").args([&scene.stage.vault, &other]).status().expect("cp runs").success());
    let theirs = other.join(large.strip_prefix(&scene.stage.vault).expect("it lies in the vault"));
    let mut bytes = fs::read(&theirs).expect("it is read");
    bytes[250_000] ^= 1;
    fs::write(&theirs, bytes).expect("it is written");
    let mut publish = binary();
    publish.arg("--vault").arg(&other).args(["--json", "shared", "publish"]).args(scene.at(&scene.place.owner));
    came(&mut publish).json();
    came(&mut scene.publish()).json();
    let opened = scene.first().run("fictief", &["doc", "open", &id, "--purpose", "to look", "--out", "-"]);
    assert_eq!(opened.status, 0, "{}", String::from_utf8_lossy(&opened.err));
    assert!(opened.out == vec![b'q'; 300_000]);
}

#[test]
fn a_session_that_was_open_when_the_vault_was_published_adds_nothing_here() {
    let scene = Scene::new();
    let mut command = scene.stage.command("fictief", &["batch"]);
    let mut open = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
    let mut stdin = open.stdin.take().expect("it is piped");
    let line = "doc list --limit 1\n";
    std::io::Write::write_all(&mut stdin, line.as_bytes()).expect("it reads");
    let mut answers = std::io::BufReader::new(open.stdout.take().expect("it is piped"));
    let mut answer = String::new();
    std::io::BufRead::read_line(&mut answers, &mut answer).expect("it answers");
    let published = came(&mut scene.publish()).json();
    let note = scene.stage.write("late.txt", "too late");
    let late = format!("doc file {} --dossier ARDENNES-26 --title Late --level RESTREINT\n", note.display());
    std::io::Write::write_all(&mut stdin, late.as_bytes()).expect("it reads");
    drop(stdin);
    assert_ne!(open.wait().expect("it ends").code(), Some(0), "what it files would be here alone");
    let here = scene.first();
    assert_eq!(here.status().json()["entries"], published["entries"]);
    assert_eq!(here.finds("fictief", "Late"), 0);
}

#[test]
fn a_place_that_holds_another_vault_is_refused() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let other = scene.stage.path("other");
    let pass = scene.stage.write("long pass", "seven grey herons over the canal\n");
    fs::set_permissions(&pass, Permissions::from_mode(0o600)).expect("it is one's own");
    let mut init = binary();
    init.arg("--vault").arg(&other).args(["--json", "--passphrase-file"]).arg(&pass);
    came(init.args(["init", "--name", "Other", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"]))
        .json();
    let mut publish = binary();
    publish.arg("--vault").arg(&other).args(["--json", "shared", "publish"]).args(scene.at(&scene.place.owner));
    assert_eq!(came(&mut publish).problem(1)["code"], "another_vault");
    assert!(!other.join("shared.toml").exists());
    // Nor is the folder of a vault, or one with something in it, joined to it.
    let into = scene.join_at("other", &scene.at(&scene.place.officer));
    assert_eq!(into.problem(1)["code"], "not_empty");
    // A vault that was published once is not published elsewhere as well.
    let elsewhere = scene.servers.place();
    let elsewhere = Scene { stage: Stage::new(), servers: scene.servers, place: elsewhere };
    let mut publish = binary();
    publish.arg("--vault").arg(&scene.stage.vault).args(["--json", "shared", "publish"]);
    assert_eq!(came(publish.args(elsewhere.at(&elsewhere.place.owner))).problem(1)["code"], "published");
    assert_eq!(elsewhere.join_at("nothing", &elsewhere.at(&elsewhere.place.officer)).problem(1)["code"], "unpublished");
}

#[test]
fn servers_that_forget_or_change_what_they_said_are_found_out() {
    let lies = [
        (
            "rolled_back",
            "DELETE FROM zegel.entries WHERE position > 3; \
             UPDATE zegel.head h SET size = 4, root = e.top, peaks = e.top FROM zegel.entries e WHERE e.position = 3",
        ),
        // Another tree, whole in itself.
        (
            "forked",
            "DO $$ DECLARE p bytea; r bytea; BEGIN \
             SELECT sha256('x') || substr(peaks, 33) INTO p FROM zegel.head; r := substr(p, octet_length(p) - 31); \
             FOR i IN REVERSE octet_length(p) / 32 - 2 .. 0 LOOP \
             r := sha256('\\x01'::bytea || substr(p, 32 * i + 1, 32) || r); END LOOP; \
             UPDATE zegel.head SET peaks = p, root = r; END $$",
        ),
        ("ledger_altered", "UPDATE zegel.head SET vault = repeat('z', 26)"),
    ];
    for (code, lie) in lies {
        let scene = Scene::new();
        came(&mut scene.publish()).json();
        let here = scene.first();
        let lie = format!("BEGIN; SET LOCAL session_replication_role = replica; {lie}; COMMIT");
        scene.servers.sql(&scene.place.name, &lie);
        let said = here.status().problem(4);
        assert_eq!(said["code"], code, "{said}");
        assert_eq!(here.run("fictief", &["doc", "list"]).status, 4, "{code}: nobody works on it");
        // Joined once more, by another way to these servers, the workstation goes on with none of them.
        let told = here.folder.join("shared.toml");
        let before = fs::read(&told).expect("it is read");
        let way = Proxy::new(scene.servers.database_port, 7).expect("a port");
        let servers = scene.through(&scene.place.officer, way.port(), scene.servers.objects_port);
        let mut command = binary();
        command.args(["--json", "shared", "join"]).arg(&here.folder).args(&servers);
        let (status, said) = if code == "ledger_altered" { (1, "another_vault") } else { (4, code) };
        assert_eq!(came(&mut command).problem(status)["code"], said);
        assert_eq!(fs::read(&told).expect("it is read"), before, "{code}: nothing is overwritten");
        let joined = scene.join_at("new", &scene.at(&scene.place.officer));
        // Who never saw more cannot know that there was.
        assert_eq!(joined.status, if code == "rolled_back" { 0 } else { 4 }, "{code}");
    }
}

#[test]
fn secrets_that_others_can_read_are_not_used_and_stand_nowhere() {
    let scene = Scene::new();
    let secrets = scene.stage.path("secrets.toml");
    fs::copy(&scene.place.owner, &secrets).expect("it is copied");
    fs::copy(scene.place.owner.with_file_name("ca.pem"), scene.stage.path("ca.pem")).expect("it is copied");
    fs::set_permissions(&secrets, Permissions::from_mode(0o640)).expect("it is one's own");
    let publish = || {
        let mut command = binary();
        command.arg("--vault").arg(&scene.stage.vault).args(["--json", "shared", "publish"]).args(scene.at(&secrets));
        came(&mut command)
    };
    assert_eq!(publish().problem(5)["code"], "secrets_open");
    fs::set_permissions(&secrets, Permissions::from_mode(0o600)).expect("it is one's own");
    publish().json();
    fs::set_permissions(&secrets, Permissions::from_mode(0o644)).expect("it is one's own");
    assert_eq!(scene.first().status().problem(5)["code"], "secrets_open", "each time they are read");
    fs::set_permissions(&secrets, Permissions::from_mode(0o600)).expect("it is one's own");
    // A password that is wrong is named nowhere.
    let text = fs::read_to_string(&secrets).expect("it is read").replace("of a test", "hushhush");
    fs::write(&secrets, text).expect("it is written");
    let refused = scene.first().status();
    let said = refused.problem(1);
    assert!(said["code"] == "server_refused" || said["code"] == "io", "{said}");
    let said = String::from_utf8_lossy(&refused.err).into_owned();
    assert!(!said.contains("hushhush") && !said.contains("of a test"), "{said}");
    for file in walk(&scene.stage.vault) {
        let bytes = fs::read(&file).expect("it is read");
        for secret in ["hushhush", "of a test", "testsecret"] {
            assert!(!has(&bytes, secret), "{secret} in {}", file.display());
        }
    }
    let with_secret =
        ["--database", "postgres://me:hush@127.0.0.1:1/z", "--objects", "s3://abc?endpoint=https://127.0.0.1:1"];
    let mut command = binary();
    command.args(["--json", "shared", "join"]).arg(scene.stage.path("x")).args(with_secret);
    let said = came(command.arg("--secrets").arg(&secrets)).problem(5);
    assert_eq!(said["code"], "shared_address");
    assert!(!said.to_string().contains("hush@") && !scene.stage.path("x").exists());
}

#[test]
fn without_the_server_one_lists_and_records_nothing_until_it_is_back() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let log = Proxy::new(scene.servers.database_port, 5).expect("a port");
    let servers = scene.through(&scene.place.officer, log.port(), scene.servers.objects_port);
    scene.join_at("there", &servers).json();
    let there = scene.station("there");
    scene.bring("fictief", &there);
    let all = there.finds("fictief", "");
    assert!(all > 10);
    let listed = there.run("fictief", &["doc", "list"]).json();
    let id = listed["documents"][0]["id"].as_str().expect("a text");
    log.set(Cut::AtOnce);
    let begun = Instant::now();
    assert_eq!(there.finds("fictief", ""), all, "what is known is listed");
    let warned = there.run("fictief", &["doc", "list"]).json()["warnings"].to_string();
    assert!(warned.contains("offline"), "{warned}");
    let refused = there.run("fictief", &["doc", "open", id, "--purpose", "to look", "--out", "-"]);
    assert_eq!(refused.problem(1)["code"], "offline");
    let note = scene.stage.write("note.txt", "a note");
    let file = ["doc", "file", note.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", "Later"];
    let file = [&file[..], &["--level", "RESTREINT"]].concat();
    assert_eq!(there.run("fictief", &file).problem(1)["code"], "offline");
    let status = there.status().json();
    assert_eq!(status["behind"], Value::Null);
    assert!(status["offline_since"].as_str().expect("a time").starts_with("20"), "{status}");
    assert!(begun.elapsed() < Duration::from_secs(120), "nobody waits for ever");
    log.set(Cut::Never);
    there.run("fictief", &file).json();
    assert_eq!(there.finds("fictief", "Later"), 1, "it is filed once");
    assert_eq!(scene.first().finds("fictief", "Later"), 1);
    assert_eq!(there.status().json()["offline_since"], Value::Null);
}

/// The one of several hosts that is there is found, wherever it stands in the list.
#[test]
fn a_host_that_is_gone_is_passed_over() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let gone = std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).expect("a port").port();
    let there = scene.servers.database_port;
    for (name, first, second) in [("one", gone, there), ("two", there, gone)] {
        let mut servers = scene.at(&scene.place.officer);
        servers[1] = format!("postgres://127.0.0.1:{first},127.0.0.1:{second}/{}", scene.place.name);
        scene.join_at(name, &servers).json();
        let station = scene.station(name);
        scene.bring("fictief", &station);
        assert!(station.finds("fictief", "") > 10);
        assert_eq!(station.status().json()["behind"], 0);
        let note = scene.stage.write("note.txt", "a note by way of the second host");
        let title = format!("Host {name}");
        let file = ["doc", "file", note.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", &title];
        station.run("fictief", &[&file[..], &["--level", "RESTREINT"]].concat()).json();
        assert_eq!(scene.first().finds("fictief", &title), 1);
    }
}

/// What needs no document goes on.
#[test]
fn without_the_bucket_all_goes_on_that_needs_no_document() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let log = Proxy::new(scene.servers.database_port, 8).expect("a port");
    let bucket = Proxy::new(scene.servers.objects_port, 9).expect("a port");
    scene.join_at("there", &scene.through(&scene.place.officer, log.port(), bucket.port())).json();
    let there = scene.station("there");
    for officer in ["fictief", "exemple"] {
        scene.bring(officer, &there);
    }
    bucket.set(Cut::AtOnce);
    let listed = there.run("fictief", &["doc", "list"]).json();
    assert!(listed["warnings"].to_string().contains("objects_offline"), "{}", listed["warnings"]);
    let id = listed["documents"][0]["id"].as_str().expect("a text");
    let open = ["doc", "open", id, "--purpose", "to look", "--out", "-"];
    assert_eq!(there.run("fictief", &open).problem(1)["code"], "offline");
    there.run("exemple", &["officer", "freeze", "modele", "--why", "not to be found"]).json();
    let status = there.status().json();
    assert_eq!((&status["behind"], &status["offline_since"]), (&serde_json::json!(0), &Value::Null));
    assert!(status["objects_offline_since"].as_str().expect("a time").starts_with("20"), "{status}");
    // It is said once, and not of each document.
    let looks = |codes: &[&str]| {
        let begun = Instant::now();
        let looked = there.run("fictief", &["doctor"]);
        assert_ne!(looked.status, 0, "{}", String::from_utf8_lossy(&looked.out));
        let looked = looked.object();
        let findings = looked["findings"].as_array().expect("a list").clone();
        let found: Vec<&str> = findings.iter().filter_map(|one| one["code"].as_str()).collect();
        let away: Vec<&str> =
            found.iter().copied().filter(|code| code.contains("away") || *code == "offline").collect();
        assert_eq!(away, codes, "{found:?}");
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
        looked
    };
    let looked = looks(&["objects_away"]);
    assert_eq!(looked["ok"], false);
    assert!(looked["not_checked"].to_string().contains("objects_unclaimed"), "{}", looked["not_checked"]);
    log.set(Cut::AtOnce);
    bucket.set(Cut::Never);
    looks(&["log_away"]);
    log.set(Cut::Never);
    // What nobody filed lies there, whole or in pieces.
    let stray = |id: &str, name: &str| {
        scene.servers.put_in_bucket(&format!("{}/{name}", scene.place.name), "nobody filed it");
        let looked = looks(&[]);
        assert!(looked["findings"].to_string().contains(id), "{looked}");
    };
    let ids = ["x".repeat(26), "y".repeat(26)];
    stray(&ids[0], &format!("objects/{}.age", ids[0]));
    stray(&ids[1], &format!("pieces/{}/{}/00000004", ids[1], ids[0]));
    assert_eq!(there.status().json()["objects_offline_since"], Value::Null);
    assert!(!there.run("fictief", &open).out.is_empty());
}

#[test]
fn a_shared_vault_is_looked_over_backed_up_and_restored_into_a_folder() {
    let scene = Scene::new();
    came(&mut scene.publish()).json();
    let here = scene.first();
    let dir = scene.stage.path("backup");
    let keyless = |vault: &Path, args: &[&str]| {
        let mut command = binary();
        came(command.arg("--vault").arg(vault).arg("--json").args(args))
    };
    let backup = || keyless(&here.folder, &["backup", dir.to_str().expect("UTF-8")]).json();
    let first = backup();
    assert!(number(&first, "objects") >= 35, "{first}");
    assert_eq!(first["left_out"], serde_json::json!([]));
    let note = scene.stage.write("note.txt", "a note that comes back");
    let file = ["doc", "file", note.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", "Comes back"];
    let filed = here.run("fictief", &[&file[..], &["--level", "RESTREINT"]].concat()).json();
    let second = backup();
    assert_eq!(number(&second, "objects"), number(&first, "objects") + 1);
    assert!(number(&second, "copied") < 8, "only what is new: {second}");
    let back = scene.stage.path("back");
    keyless(&back, &["restore", dir.to_str().expect("UTF-8")]).json();
    let restored = Station { folder: back, ..scene.station("restored") };
    let id = filed["id"].as_str().expect("a text");
    let open = ["--without-memory", "doc", "open", id, "--purpose", "to look", "--out", "-"];
    assert_eq!(restored.run("fictief", &open).out, b"a note that comes back");
    assert!(restored.objects_here() >= 36, "they lie in the folder");
    let onto = keyless(&here.folder, &["restore", dir.to_str().expect("UTF-8")]);
    assert_eq!(onto.problem(1)["code"], "shared", "a workstation is not overwritten by it");
    let looked = here.run("fictief", &["doctor"]).object();
    let findings = looked["findings"].as_array().expect("a list");
    let odd = |one: &&Value| one["gravity"] == "integrity" || one["code"] == "stranger";
    assert_eq!(findings.iter().find(odd), None, "{findings:?}");
    assert_eq!(number(&looked, "objects"), number(&second, "objects"));
}

/// What lies on the servers, searched for what stands in the vault.
#[test]
fn a_dump_of_the_database_and_a_copy_of_the_bucket_say_nothing() {
    let scene = Scene::new();
    let listed = scene.stage.run("fictief", &["doc", "list", "--limit", "all"]).json();
    let documents = listed["documents"].as_array().expect("a list");
    let mut words: Vec<String> = documents.iter().filter_map(|one| one["title"].as_str()).map(str::to_owned).collect();
    let officers = scene.stage.run("exemple", &["officer", "list"]).json();
    let names = officers["officers"].as_array().expect("a list").iter();
    words.extend(names.filter_map(|one| one["full_name"].as_str()).map(str::to_owned));
    let dossiers = scene.stage.run("exemple", &["dossier", "list"]).json();
    let titles = dossiers["dossiers"].as_array().expect("a list").iter();
    words.extend(titles.filter_map(|one| one["title"].as_str()).map(str::to_owned));
    assert!(words.len() > 30, "{}", words.len());
    scene.stage.file(b"the quokka is not of this world", "ARDENNES-26", &["--level", "SECRET"]);
    words.extend(["quokka", "to-file.txt", "%PDF-"].map(str::to_owned));
    came(&mut scene.publish()).json();
    let dump = scene.servers.dump(&scene.place.name);
    let bucket = scene.servers.bucket(&scene.place);
    assert!(dump.len() > 100_000 && bucket.len() > 35, "{} {}", dump.len(), bucket.len());
    for word in &words {
        assert!(!has(&dump, word), "{word} in the database");
        for (name, bytes) in &bucket {
            assert!(!has(bytes, word) && !name.contains(word.as_str()), "{word} in {name}");
        }
    }
}

/// `bench shared` with sizes that take no time.
fn bench(scene: &Scene) -> Command {
    let (owner, dir) = (scene.at(&scene.place.owner), scene.stage.path(""));
    let [database, objects] = [&owner[1], &owner[3]];
    let mut command = binary();
    command.args(["--json", "bench", "shared", "--documents", "6", "--entries", "60", "--mib", "9", "--runs", "1"]);
    command.args(["--workstations", "2", "--database", database, "--objects", objects, "--dir"]).arg(dir);
    command.arg("--owner").arg(&scene.place.owner).arg("--secrets").arg(&scene.place.officer);
    command
}

#[test]
fn a_measurement_leaves_nothing_behind_and_touches_no_vault() {
    let scene = Scene::new();
    let figures = came(&mut bench(&scene)).json()["shared"].clone();
    for figure in ["append_one_of_insert", "append_batch_of_insert", "file_by_one_s", "file_by_all_s", "upload_of_put"]
    {
        assert!(figures[figure].as_f64() > Some(0.0), "{figure}: {figures}");
    }
    for figure in ["open_of_read", "seen_after_begin_ms", "join_entries_s", "first_unlock_s"] {
        assert!(figures[figure].as_f64() > Some(0.0), "{figure}: {figures}");
    }
    assert!(figures["join_entries"].as_u64() >= Some(60), "{figures}");
    let schemas = "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'zegel%'";
    assert_eq!(scene.servers.sql(&scene.place.name, schemas), "0");
    assert!(scene.servers.bucket(&scene.place).is_empty());
    came(&mut scene.publish()).json();
    let before = scene.servers.bucket(&scene.place).len();
    assert_eq!(came(&mut bench(&scene)).problem(1)["code"], "another_vault");
    assert_eq!(scene.servers.bucket(&scene.place).len(), before, "the vault that is there is left alone");
    assert_eq!(scene.first().status().json()["behind"], 0);
}

/// Somebody may publish there while it is measured.
#[test]
fn a_measurement_removes_what_it_made_and_nothing_of_others() {
    let scene = Scene::new();
    // What lies in the bucket without a log, as of somebody who is about to publish.
    let theirs = format!("{}/objects/theirs.age", scene.place.name);
    scene.servers.put_in_bucket(&theirs, "sealed");
    came(&mut bench(&scene)).json();
    let left: Vec<String> = scene.servers.bucket(&scene.place).into_iter().map(|(name, _)| name).collect();
    assert_eq!(left, [theirs.as_str()], "nothing of ours is left, and his is");
}

#[test]
fn a_measurement_of_a_shared_vault_asks_for_its_servers() {
    let came = came(binary().args(["--json", "bench", "shared"])).problem(2);
    assert!(came.to_string().contains("--database"), "{came}");
}

fn has(bytes: &[u8], word: &str) -> bool {
    !word.is_empty() && bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let (mut waiting, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("an entry").path()));
        } else {
            files.push(path);
        }
    }
    files
}

#[test]
fn a_dossier_that_is_kept_lies_here_sealed_as_far_as_its_officer_may_open_it() {
    let scene = Scene::new();
    let alone = scene.first().run("fictief", &["dossier", "keep", "ARDENNES-26"]);
    assert_eq!(alone.problem(1)["code"], "all_here", "a vault in a folder has everything there");
    assert_eq!(scene.first().run("fictief", &["shared", "cache"]).problem(1)["code"], "all_here");
    came(&mut scene.publish()).json();
    let bucket = Proxy::new(scene.servers.objects_port, 6).expect("a port");
    let servers = scene.through(&scene.place.officer, scene.servers.database_port, bucket.port());
    scene.join_at("there", &servers).json();
    let there = scene.station("there");
    scene.bring("fictief", &there);
    scene.bring("modele", &there);
    let run = |args: &[&str]| there.run("fictief", args);
    // Whatever is free on the disk of the tests.
    run(&["shared", "cache", "--limit", "1GB"]).json();
    let keep = ["dossier", "keep", "ARDENNES-26"];
    let kept = run(&keep).json();
    let (mine, fetched) = (kept["kept"][0].clone(), number(&kept, "fetched"));
    assert_eq!(mine["id"], "ARDENNES-26");
    assert!(fetched > 3 && number(&mine, "objects") == fetched && number(&mine, "here") == fetched, "{kept}");
    assert!(number(&kept, "bytes") > 1000 && number(&mine, "bytes") == number(&kept, "bytes"), "{kept}");
    assert_eq!(number(&run(&keep).json(), "fetched"), 0, "it is here");
    let theirs = there.run("modele", &keep).json();
    assert!(number(&theirs["kept"][0], "objects") < fetched, "he may open fewer: {theirs}");
    assert_eq!(number(&theirs, "fetched"), 0, "and what lies here lies here once");

    // What comes later is missing until it is fetched.
    let path = scene.stage.write("large.txt", "a line of a long text\n".repeat(150_000));
    let bytes = fs::read(&path).expect("it is read");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", "Long"];
    let filed = scene.first().run("fictief", &[&file[..], &["--level", "RESTREINT"]].concat()).json();
    let id = filed["id"].as_str().expect("a text");
    let listed = run(&["dossier", "kept"]).json();
    assert_eq!(number(&listed["kept"][0], "objects"), fetched + 1);
    assert_eq!(number(&listed["kept"][0], "here"), fetched);
    assert_eq!(number(&run(&["dossier", "keep", "--all"]).json(), "fetched"), 1);

    // It is opened without being fetched, and what was altered on the disk is not believed.
    let open = ["doc", "open", id, "--purpose", "to look", "--out", "-"];
    let before = bucket.carried();
    assert!(run(&open).out == bytes);
    assert!(bucket.carried() - before < 300_000, "{}", bucket.carried() - before);
    let copy = largest(&there.folder.join("cache"));
    let mut altered = fs::read(&copy).expect("it is read");
    let middle = altered.len() / 2;
    altered[middle] ^= 1;
    fs::write(&copy, &altered).expect("it is written");
    assert!(run(&open).out == bytes, "what the bucket has");
    assert_eq!(number(&run(&["shared", "cache"]).json(), "altered"), 1);
    let looked = run(&["doctor"]).object();
    assert!(looked["findings"].to_string().contains("copies_altered"), "{looked}");
    assert!(!looked["findings"].to_string().contains("stranger"), "{looked}");

    // What no document has any more goes at the next unlocking.
    let stale = there.folder.join("cache/zz").join("z".repeat(26));
    fs::create_dir_all(stale.parent().expect("a folder")).expect("a folder");
    fs::write(&stale, "what was removed elsewhere").expect("it is written");
    run(&["doc", "list"]).json();
    assert!(!stale.exists());

    // Room is made for what is opened, and not of what is kept.
    let status = there.status().json()["cache"].clone();
    assert!(number(&status, "copies") > fetched && status["is_set"] == true, "{status}");
    assert_eq!(run(&["shared", "cache", "--limit", "0"]).json()["copies"], 0);
    let full = run(&["dossier", "keep", "--all"]).json();
    assert_eq!((number(&full, "fetched"), number(&full, "no_room")), (0, fetched + 1));
    assert!(run(&open).out == bytes, "without copies it is opened as before");
    let set = run(&["shared", "cache", "--limit", "2GB", "--empty"]).json();
    assert_eq!((number(&set, "limit"), number(&set, "altered")), (2_000_000_000, 0));
    assert_eq!(number(&run(&["dossier", "keep", "--all"]).json(), "fetched"), fetched + 1);
    run(&["dossier", "keep", "ARDENNES-26", "--stop"]).json();
    assert_eq!(run(&["shared", "cache", "--limit", "usual"]).json()["is_set"], false);
    assert_eq!(run(&["dossier", "kept"]).json()["kept"], serde_json::json!([]));
    assert_eq!(there.run("modele", &["dossier", "kept"]).json()["kept"][0]["id"], "ARDENNES-26", "the other keeps it");
    let names = fs::read_dir(there.folder.join("cache/keep")).expect("it is listed").count();
    assert_eq!(names, 1);
    // Nothing says which dossier it is.
    let list = fs::read_to_string(there.folder.join("cache/keep/modele")).expect("it is read");
    assert!(list.lines().all(|line| line.len() == 26) && !list.contains("ARDENNES"), "{list}");
}

/// The largest file below a folder.
fn largest(folder: &Path) -> PathBuf {
    let below = fs::read_dir(folder).expect("it is listed").flatten();
    let files = below.filter_map(|entry| match entry.path() {
        path if path.is_dir() => fs::read_dir(&path).expect("it is listed").next().map(|_| largest(&path)),
        path => Some(path),
    });
    files.max_by_key(|file| file.metadata().map_or(0, |found| found.len())).expect("there is one")
}
