//! Backups: whole while others work, at each death, and against what was planted.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::disk::limited;
use crate::stage::{Came, Stage, binary, copy};

/// Nobody acts: without officer, passphrase, memory.
pub fn keyless(vault: &Path, args: &[&str]) -> Command {
    let mut command = binary();
    command.arg("--vault").arg(vault).arg("--json").args(args);
    command
}

pub fn back_up(vault: &Path, dir: &Path) -> Came {
    Came::of(keyless(vault, &["backup", utf8(dir)]).output().expect("it runs"))
}

pub fn restore(vault: &Path, dir: &Path, more: &[&str]) -> Came {
    Came::of(keyless(vault, &[&["restore", utf8(dir)], more].concat()).output().expect("it runs"))
}

pub fn utf8(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

/// As an officer at a workstation that remembers nothing.
pub fn as_officer(stage: &Stage, vault: &Path, officer: &str, args: &[&str]) -> Came {
    let mut command = binary();
    command.arg("--vault").arg(vault).args(["--as", officer, "--json", "--without-memory"]);
    command.arg("--passphrase-file").arg(stage.path("pass")).args(args);
    Came::of(command.output().expect("it runs"))
}

/// What the log says that is there, file by file, and what of it opens with the keys of one who reads much.
/// Looked at in a copy: each unlock is an entry.
pub fn is_sound(stage: &Stage, vault: &Path) {
    let looked_at = stage.path("looked at");
    copy(vault, &looked_at);
    for officer in ["fictief", "exemple"] {
        let said = as_officer(stage, &looked_at, officer, &["doctor"]).object();
        let findings = said["findings"].as_array().expect("a list");
        let grave: Vec<&Value> = findings.iter().filter(|finding| finding["gravity"] == "integrity").collect();
        assert!(grave.is_empty(), "{officer}: {grave:#?}");
        assert!(said["documents"].as_u64().expect("a number") >= 35);
    }
    fs::remove_dir_all(&looked_at).expect("it is removed");
}

pub fn verified(vault: &Path) -> (u64, String) {
    let said = Came::of(keyless(vault, &["ledger", "verify"]).output().expect("it runs")).json();
    (said["entries"].as_u64().expect("a number"), said["root"].as_str().expect("a text").to_owned())
}

pub fn head(said: &Value) -> (u64, String) {
    (said["entries"].as_u64().expect("a number"), said["root"].as_str().expect("a text").to_owned())
}

/// Every file in a folder with its bytes.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        let meta = fs::symlink_metadata(&path).expect("it is there");
        if meta.is_dir() {
            all.extend(files(&path));
        } else if meta.is_file() {
            let bytes = fs::read(&path).expect("the file is read");
            all.insert(path, bytes);
        }
    }
    all
}

/// The file of the content that stands for a place in the vault.
pub fn content(dir: &Path, place: &str) -> PathBuf {
    let list = fs::read_to_string(dir.join("backup.txt")).expect("a list");
    let line = list.lines().find(|line| line.ends_with(&format!(" {place}"))).expect("it is listed");
    let hash = line.split(' ').next().expect("a hash");
    dir.join("content").join(&hash[..2]).join(hash)
}

pub fn a_place(dir: &Path, ending: &str) -> String {
    let list = fs::read_to_string(dir.join("backup.txt")).expect("a list");
    let line = list.lines().find(|line| line.contains(" objects/") && line.ends_with(ending)).expect("there is one");
    line.rsplit(' ').next().expect("a place").to_owned()
}

pub fn siblings(vault: &Path) -> Vec<PathBuf> {
    let name = vault.file_name().expect("a name").to_string_lossy().into_owned();
    let around = fs::read_dir(vault.parent().expect("a folder")).expect("the folder is listed");
    let paths = around.map(|entry| entry.expect("the entry of the folder is read").path());
    paths
        .filter(|path| path != vault && path.file_name().is_some_and(|n| n.to_string_lossy().contains(&name)))
        .collect()
}

#[test]
fn a_vault_is_backed_up_without_a_key_and_restored_where_there_is_none() {
    let stage = Stage::new();
    let (dir, there) = (stage.path("backup"), stage.path("again"));
    let before = files(&stage.vault);
    let made = back_up(&stage.vault, &dir).json();
    assert_eq!(head(&made), verified(&stage.vault));
    let within = stage.vault.join("objects");
    let sealed = |path: &&PathBuf| path.starts_with(&within) && path.extension().is_some_and(|e| e == "age");
    assert_eq!(made["objects"], before.keys().filter(sealed).count(), "{made}");
    assert_eq!(made["left_out"], serde_json::json!([]));
    // Again: nothing is new.
    let again = back_up(&stage.vault, &dir).json();
    assert_eq!((&again["copied"], head(&again)), (&Value::from(0), head(&made)));
    let restored = restore(&there, &dir, &[]).json();
    assert_eq!((head(&restored), &restored["at"]), (head(&made), &again["at"]));
    assert_eq!((&restored["kept"], &restored["lost"]), (&Value::Null, &Value::Null));
    for (path, bytes) in &before {
        let place = path.strip_prefix(&stage.vault).expect("it lies there");
        if !place.starts_with("desks") && !place.starts_with("objects/tmp") && !utf8(place).starts_with("ledger") {
            assert!(fs::read(there.join(place)).expect("it was restored") == *bytes, "{}", place.display());
        }
    }
    is_sound(&stage, &there);
    assert_eq!(siblings(&there), [] as [PathBuf; 0]);
    let listed = as_officer(&stage, &there, "fictief", &["doc", "list", "--level", "SECRET"]).json();
    let id = listed["documents"][0]["id"].as_str().expect("there is one");
    let opened =
        |vault: &Path| as_officer(&stage, vault, "fictief", &["doc", "open", id, "--purpose", "x", "--out", "-"]);
    assert!(opened(&there).out == opened(&stage.vault).out);
}

/// Eight processes file, and one seals again, while backups are made; each backup verifies and holds what its log names.
#[test]
fn a_backup_that_is_made_while_eight_processes_file_is_whole() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    let stop = stage.path("stop");
    let paper = stage.write("paper.txt", "some words about a bridge");
    let script = "while [ ! -e \"$STOP\" ]; do \"$@\" || exit 1; done";
    // They meet at the log and the objects: what each has read of the log before is the same.
    stage.run("fictief", &["doc", "list"]).json();
    let run = |command: Command| {
        let mut looped = Command::new("sh");
        looped.args(["-c", script, "sh"]).arg(command.get_program()).args(command.get_args());
        looped.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("STOP", &stop);
        looped.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("sh is there")
    };
    let file =
        ["doc", "file", utf8(&paper), "--dossier", "HAVEN", "--title", "Filed", "--level", "SECRET", "--rel", "BEL"];
    let mut all: Vec<Child> = (0..8).map(|_| run(stage.command("fictief", &file))).collect();
    let deep = stage.command("modele", &["rekey", "--deep"]);
    all.push(run(deep));
    let mut backups = Vec::new();
    for round in 0..6 {
        let made = back_up(&stage.vault, &dir).json();
        let there = stage.path(&format!("again{round}"));
        assert_eq!(head(&restore(&there, &dir, &[]).json()), head(&made));
        backups.push((there, made["entries"].as_u64().expect("a number")));
    }
    fs::write(&stop, "").expect("it is writable");
    for child in all {
        let came = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&came.stderr).into_owned();
        // Two that file at once may each be told that the other was faster; none is told of anything else.
        assert!(came.status.success() || said.contains("busy") || said.contains("overtaken"), "{said}");
    }
    assert!(backups.windows(2).all(|pair| pair[0].1 < pair[1].1), "they filed meanwhile: {backups:?}");
    for (there, _) in &backups {
        is_sound(&stage, there);
    }
    assert_eq!(stage.run("fictief", &["ledger", "verify"]).json()["ok"], true);
}

/// Kills it at a moment between its start and somewhat after it would have ended. `true`: it had not ended.
pub fn killed(mut command: Command, within: Duration, at: u32, of: u32) -> bool {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    std::thread::sleep(within * at / of);
    let runs = child.try_wait().expect("it can be asked").is_none();
    child.kill().expect("it is killed, or has ended");
    child.wait().expect("it has ended");
    runs
}

/// Moments at which it is killed, one after the other.
pub const DEATHS: u32 = 24;
/// So many times it is killed while it is at work.
pub const AT_WORK: u32 = 20;

/// The next of these moments.
pub fn next(tries: &mut u32) -> u32 {
    *tries += 1;
    assert!(*tries < 8 * DEATHS, "it ends too soon to be killed");
    (*tries - 1) % DEATHS
}

/// A vault, the backup of an earlier state of it, and both states.
pub struct Two {
    pub stage: Stage,
    pub dir: PathBuf,
    pub earlier: (u64, String),
    pub later: (u64, String),
}

impl Two {
    pub fn new() -> Two {
        let stage = Stage::new();
        let dir = stage.path("backup");
        let earlier = head(&back_up(&stage.vault, &dir).json());
        stage.file(b"filed after the backup", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
        stage.run("modele", &["rekey", "--deep"]).json();
        let later = verified(&stage.vault);
        Two { stage, dir, earlier, later }
    }
}

#[test]
fn a_backup_that_dies_at_any_moment_leaves_the_former_one_or_is_the_new_one() {
    let Two { stage, dir, earlier, later } = Two::new();
    let whole = stage.path("whole");
    copy(&dir, &whole);
    let started = Instant::now();
    assert_eq!(head(&back_up(&stage.vault, &whole).json()), later);
    let (mut within, mut died, mut tries) = (started.elapsed(), 0, 0);
    while died < AT_WORK {
        let at = next(&mut tries);
        let (one, there) = (stage.path(&format!("one{at}")), stage.path(&format!("there{at}")));
        copy(&dir, &one);
        match killed(keyless(&stage.vault, &["backup", utf8(&one)]), within, at, DEATHS) {
            true => died += 1,
            // It is quicker than it was when it was timed.
            false => within = within * 9 / 10,
        }
        let found = head(&restore(&there, &one, &[]).json());
        assert!(found == earlier || found == later, "{at}: {found:?}");
        // Run again, it is whole, and nothing of the death is left.
        assert_eq!(head(&back_up(&stage.vault, &one).json()), later);
        let hashes = |dir: &Path| -> Vec<String> {
            let mut names: Vec<String> = files(dir)
                .keys()
                .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
                .collect();
            names.retain(|name| name.len() == 64);
            names
        };
        assert_eq!(hashes(&one).len(), hashes(&whole).len(), "{at}");
        assert!(!one.join("backup.part").exists());
        fs::remove_dir_all(&one).expect("it is removed");
        fs::remove_dir_all(&there).expect("it is removed");
    }
    assert_eq!(verified(&stage.vault), later);
}

#[test]
fn a_first_backup_that_dies_says_that_it_is_not_whole() {
    let stage = Stage::new();
    let mut said = 0;
    for at in 0..12 {
        let dir = stage.path(&format!("backup{at}"));
        killed(keyless(&stage.vault, &["backup", utf8(&dir)]), Duration::from_millis(240), at, 12);
        if dir.join("content").exists() && !dir.join("backup.txt").exists() {
            let refused = restore(&stage.path("there"), &dir, &[]).problem(1);
            assert_eq!(refused["code"], "not_a_backup");
            assert!(refused["message"].as_str().expect("a text").contains("not whole"), "{refused}");
            assert!(!stage.path("there").exists());
            said += 1;
        }
        assert_eq!(head(&back_up(&stage.vault, &dir).json()), verified(&stage.vault));
    }
    assert!(said > 0);
}

/// A disk that loses bytes keeps sizes and names: each run reads what is there, and what was lost is copied again and named.
#[test]
fn what_a_backup_lost_since_is_copied_again_and_named() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    back_up(&stage.vault, &dir).json();
    std::thread::sleep(Duration::from_secs(3));
    assert_eq!(back_up(&stage.vault, &dir).json()["healed"], serde_json::json!([]));
    let (rotten, lost) = (a_place(&dir, ".age"), "ledger.sqlite");
    for place in [rotten.as_str(), lost] {
        let path = content(&dir, place);
        let mut bytes = fs::read(&path).expect("it is there");
        let middle = bytes.len() / 2;
        bytes[middle..middle + 4].copy_from_slice(b"rots");
        fs::write(&path, bytes).expect("it is written");
    }
    assert_eq!(restore(&stage.path("there"), &dir, &[]).status, 4, "it is of no use now");
    let again = back_up(&stage.vault, &dir).json();
    let healed: Vec<&str> = again["healed"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(healed.contains(&rotten.as_str()) && healed.contains(&lost), "{again}");
    restore(&stage.path("there"), &dir, &[]).json();
    is_sound(&stage, &stage.path("there"));
}

#[test]
fn what_was_planted_is_not_followed_and_is_named() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    let outside = stage.write("outside", "of others");
    // In the vault, under names of its own.
    let object = stage.object(&stage.a_document("fictief", "SECRET"));
    let aside = stage.path("aside");
    fs::rename(&object, &aside).expect("it is moved");
    let pipe = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo is there").success());
    let link = |path: &Path| symlink(&outside, path).expect("a link");
    let plants: [&dyn Fn(&Path); 2] = [&link, &pipe];
    for plant in plants {
        plant(&object);
        let refused = back_up(&stage.vault, &dir).problem(4);
        assert_eq!(refused["code"], "folder_altered");
        let name = object.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(refused["message"].as_str().expect("a text").contains(&name), "{refused}");
        assert!(!dir.join("backup.txt").exists());
        fs::remove_file(&object).expect("it is removed");
    }
    fs::rename(&aside, &object).expect("it is moved");
    // And under names of nobody.
    fs::write(stage.vault.join("objects/letter.txt"), "a letter").expect("it is writable");
    symlink(&outside, stage.vault.join("identities/strange")).expect("a link");
    let made = back_up(&stage.vault, &dir).json();
    assert_eq!(made["left_out"], serde_json::json!(["identities/strange", "objects/letter.txt"]));
    fs::remove_file(stage.vault.join("objects/letter.txt")).expect("it is removed");
    fs::remove_file(stage.vault.join("identities/strange")).expect("it is removed");
    // In the folder of the backup.
    for name in ["content/.draft-file", "backup.part", "backup.lock"] {
        let path = dir.join(name);
        drop(fs::remove_file(&path));
        symlink(&outside, &path).expect("a link");
        if name != "backup.part" {
            let refused = back_up(&stage.vault, &dir).problem(4);
            assert_eq!(refused["code"], "backup_altered", "{name}");
        }
        fs::remove_file(&path).expect("it is removed");
    }
    fs::write(dir.join("backup.lock"), "").expect("it is writable");
    let hash = "0".repeat(64);
    fs::create_dir_all(dir.join("content/00")).expect("a folder");
    pipe(&dir.join("content/00").join(&hash));
    pipe(&dir.join("content/garbage"));
    fs::write(dir.join("content/00/letter.txt"), "a letter").expect("it is writable");
    back_up(&stage.vault, &dir).json();
    assert!(dir.join("content/00/letter.txt").exists(), "what is nobody's stays");
    let listed = content(&dir, "vault.toml");
    fs::remove_file(&listed).expect("it is removed");
    symlink(&outside, &listed).expect("a link");
    back_up(&stage.vault, &dir).json();
    assert!(fs::symlink_metadata(&listed).expect("it is there").is_file(), "replaced, not followed");
    assert_eq!(fs::read(&outside).expect("the file is read"), b"of others");
    restore(&stage.path("there"), &dir, &[]).json();
    fs::write(dir.join("letter.txt"), "a letter").expect("it is writable");
    assert_eq!(back_up(&stage.vault, &dir).problem(1)["code"], "backup_stranger");
    // Where a vault is restored: what bears the name under which it is written.
    symlink(stage.path("outside"), stage.path(".x.restoring")).expect("a link");
    assert_eq!(restore(&stage.path("x"), &dir, &[]).problem(4)["code"], "folder_altered");
    assert_eq!(fs::read(&outside).expect("the file is read"), b"of others");
}

#[test]
fn a_disk_without_room_leaves_the_former_backup_and_no_half_vault() {
    let Two { stage, dir, earlier, later } = Two::new();
    let large = stage.write("large.bin", vec![7; 3 << 20]);
    let file = ["doc", "file", utf8(&large), "--dossier", "HAVEN", "--title", "L", "--level", "SECRET", "--rel", "BEL"];
    stage.run("fictief", &file).json();
    let came = limited(&keyless(&stage.vault, &["backup", utf8(&dir)]), 2 << 20);
    assert_eq!(came.problem(1)["code"], "disk_full");
    assert_eq!(head(&restore(&stage.path("there"), &dir, &[]).json()), earlier);
    let made = back_up(&stage.vault, &dir).json();
    assert!(head(&made).0 > later.0);
    let came = limited(&keyless(&stage.path("small"), &["restore", utf8(&dir)]), 2 << 20);
    assert_eq!(came.problem(1)["code"], "disk_full");
    assert!(!stage.path("small").exists() && siblings(&stage.path("small")).is_empty());
    let came = limited(&keyless(&stage.vault, &["restore", utf8(&dir)]), 2 << 20);
    assert_eq!(came.problem(1)["code"], "disk_full");
    assert_eq!(verified(&stage.vault), head(&made));
}

#[test]
fn what_was_sealed_again_marked_otherwise_or_withdrawn_between_two_backups_is_as_it_is_in_the_second() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let marked = stage.file(b"another note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let first = back_up(&stage.vault, &dir).json();
    let before = files(&dir).len();
    let id = filed["id"].as_str().expect("a text");
    let asked = stage.run("fictief", &["doc", "withdraw", id, "--why", "of another service"]).json();
    stage.run("exemple", &["assent", "give", asked["request"].as_str().expect("a request")]).json();
    let other = marked["id"].as_str().expect("a text");
    stage
        .run(
            "fictief",
            &[
                "doc",
                "relabel",
                other,
                "--policy",
                "BEL",
                "--level",
                "CONFIDENTIEL",
                "--interest",
                "k",
                "--why",
                "more is known",
            ],
        )
        .json();
    let rekeyed = stage.run("fictief", &["rekey", "--deep"]).json();
    assert!(rekeyed["rewrapped"].as_u64().expect("a number") > 5, "{rekeyed}");
    let second = back_up(&stage.vault, &dir).json();
    assert_eq!(second["objects"], first["objects"], "what was sealed anew took the place of what was there");
    assert!(second["copied"].as_u64().expect("a number") > 5);
    assert!(files(&dir).len() <= before + 2, "what the vault has no more is removed");
    let there = stage.path("there");
    restore(&there, &dir, &[]).json();
    is_sound(&stage, &there);
    let open = |id: &str| as_officer(&stage, &there, "fictief", &["doc", "open", id, "--purpose", "x", "--out", "-"]);
    assert_eq!(open(id).codes(), ["document_withdrawn"]);
    assert_eq!(open(other).out, b"another note");
}

/// New headers are written in place: an object keeps its name and its size, and is copied all the same.
#[test]
fn an_object_with_a_new_header_is_copied_again() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    let object = stage.object(&stage.a_document("fictief", "SECRET"));
    back_up(&stage.vault, &dir).json();
    let place = utf8(object.strip_prefix(&stage.vault).expect("it lies there")).to_owned();
    let mut bytes = fs::read(&object).expect("the file is read");
    bytes[30] ^= 1;
    // In place, and with the time of its content set back.
    let time = fs::metadata(&object).expect("it is there").modified().expect("a time");
    let file = fs::OpenOptions::new().write(true).open(&object).expect("it is writable");
    std::os::unix::fs::FileExt::write_all_at(&file, &bytes, 0).expect("it is writable");
    file.set_modified(time).expect("its time is set");
    let made = back_up(&stage.vault, &dir).json();
    assert_eq!(made["copied"], 1);
    assert!(fs::read(content(&dir, &place)).expect("it is there") == bytes);
}

/// The commands of `docs/RECOVERY.md` under “Backups”, as they stand there.
#[test]
fn the_commands_of_the_page_about_backups_do_what_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the path is there");
    let page = fs::read_to_string(root.join("docs/RECOVERY.md")).expect("the page is read");
    let section = page.split("\n## ").find(|section| section.starts_with("Backups\n")).expect("there is the section");
    let blocks: Vec<&str> = section.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 3, "{blocks:?}");
    let stage = Stage::new();
    fs::rename(&stage.vault, stage.path("vault")).expect("it is moved");
    let built = Path::new(env!("CARGO_BIN_EXE_zegelctl")).parent().expect("the path has a folder");
    let path = format!("{}:{}", built.display(), std::env::var("PATH").expect("there is one"));
    for block in blocks {
        let done = Command::new("bash")
            .args(["-euo", "pipefail", "-c", block])
            .current_dir(stage.path(""))
            .env("PATH", &path)
            .env("XDG_STATE_HOME", stage.path("state"))
            .env("LC_ALL", "C.UTF-8")
            .output()
            .expect("it runs");
        let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(done.status.success(), "{block}\n{out}\n{err}");
    }
    // Restored by the program, and once more without it.
    for name in ["restored", "by-hand"] {
        assert_eq!(verified(&stage.path(name)), verified(&stage.path("vault")), "{name}");
        is_sound(&stage, &stage.path(name));
    }
}

#[test]
fn a_backup_over_a_former_one_names_what_the_vault_lost_and_never_loses_it() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    let first = back_up(&stage.vault, &dir).json();
    assert_eq!((&first["gone"], &first["changed"]), (&serde_json::json!([]), &serde_json::json!([])));
    for place in [a_place(&dir, ".age"), "identities/muster.age".to_owned()] {
        let before = files(&dir);
        let lost = stage.vault.join(&place);
        let bytes = fs::read(&lost).expect("it is there");
        fs::remove_file(&lost).expect("it is removed");
        let refused = back_up(&stage.vault, &dir).problem(4);
        assert_eq!(refused["code"], "backup_lost");
        assert!(refused["message"].as_str().expect("a text").contains(&place), "{refused}");
        let listed = |all: &BTreeMap<PathBuf, Vec<u8>>| all.get(&dir.join("backup.txt")).cloned();
        assert!(listed(&files(&dir)) == listed(&before) && content(&dir, &place).exists(), "the former one stays");
        let mut other = bytes.clone();
        *other.last_mut().expect("it holds something") ^= 1;
        fs::write(&lost, other).expect("it is writable");
        let made = back_up(&stage.vault, &dir);
        match place.starts_with("objects/") {
            // What a key seals nothing writes again.
            true => {
                let refused = made.problem(4);
                assert_eq!(refused["code"], "backup_exchanged");
                assert!(refused["message"].as_str().expect("a text").contains(&place), "{refused}");
                assert!(listed(&files(&dir)) == listed(&before), "the former one stays");
            }
            false => assert_eq!(made.json()["changed"], serde_json::json!([place])),
        }
        fs::write(&lost, bytes).expect("it is writable");
        back_up(&stage.vault, &dir).json();
    }
    // Where the log went on, it is named and goes; a text is named always.
    let text = a_place(&dir, ".text");
    fs::remove_file(stage.vault.join(&text)).expect("it is removed");
    let came = back_up(&stage.vault, &dir);
    assert_eq!(came.json()["gone"], serde_json::json!([text]));
    stage.file(b"filed after the backup", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    let sealed = a_place(&dir, ".age");
    fs::remove_file(stage.vault.join(&sealed)).expect("it is removed");
    assert_eq!(back_up(&stage.vault, &dir).json()["gone"], serde_json::json!([sealed]));
    // However the log has grown: what a key seals nothing writes again under the same name.
    stage.file(b"filed after that one", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    let place = a_place(&dir, ".age");
    let damaged = stage.vault.join(&place);
    let mut bytes = fs::read(&damaged).expect("it is there");
    *bytes.last_mut().expect("it holds something") ^= 1;
    fs::write(&damaged, bytes).expect("it is writable");
    let refused = back_up(&stage.vault, &dir).problem(4);
    assert_eq!(refused["code"], "backup_exchanged");
    assert!(refused["message"].as_str().expect("a text").contains(&place), "{refused}");
}
