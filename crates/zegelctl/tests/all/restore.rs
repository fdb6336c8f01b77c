//! The way back from a backup: whole at each death, only on purpose over another state, and against what was altered.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use super::backup::{
    AT_WORK, DEATHS, Two, a_place, as_officer, back_up, content, files, head, is_sound, keyless, killed, next, restore,
    siblings, utf8, verified,
};
use crate::stage::{Came, Stage, binary, copy};

#[test]
fn a_restore_that_dies_at_any_moment_leaves_one_vault_or_the_other_and_loses_none() {
    let Two { stage, dir, earlier, later } = Two::new();
    let around = stage.path("around");
    fs::create_dir(&around).expect("a folder");
    let fresh = |name: &str| {
        let vault = around.join(name);
        copy(&stage.vault, &vault);
        vault
    };
    let vault = fresh("timed");
    let started = Instant::now();
    restore(&vault, &dir, &["--older"]).json();
    let (mut within, mut died, mut tries) = (started.elapsed(), 0, 0);
    while died < AT_WORK {
        let at = next(&mut tries);
        let vault = fresh(&format!("v{at}-"));
        match killed(keyless(&vault, &["restore", utf8(&dir), "--older"]), within, at, DEATHS) {
            true => died += 1,
            false => within = within * 9 / 10,
        }
        let found = verified(&vault);
        assert!(found == earlier || found == later, "{at}: {found:?}");
        assert_eq!(head(&restore(&vault, &dir, &["--older"]).json()), earlier, "{at}");
        assert_eq!(verified(&vault), earlier);
        let left: Vec<String> = siblings(&vault).iter().map(|path| path.display().to_string()).collect();
        assert!(left.iter().all(|path| path.contains(".before-")), "{left:?}");
        let kept = siblings(&vault).into_iter().filter(|path| verified(path) == later).count();
        assert_eq!(kept, 1, "{at}: the vault that was there is kept: {left:?}");
        assert!(!vault.join(".draft-restoring").exists());
        for path in siblings(&vault).iter().chain([&vault]) {
            fs::remove_dir_all(path).expect("it is removed");
        }
    }
}

#[test]
fn an_older_backup_is_restored_over_a_later_state_only_on_purpose_and_that_one_is_kept() {
    let Two { stage, dir, earlier, later } = Two::new();
    let state = || files(&stage.vault);
    let before = state();
    let refused = restore(&stage.vault, &dir, &[]).problem(1);
    assert_eq!((&refused["code"], &refused["lost"]["how"]), (&Value::from("restore_older"), &Value::from("older")));
    assert_eq!(refused["lost"]["entries"], later.0 - earlier.0);
    assert!(refused["lost"]["since"].as_str().expect("a time").ends_with('Z'));
    let lost = refused["lost"]["objects"].as_array().expect("a list");
    assert!(!lost.is_empty() && lost.iter().all(|id| id.as_str().is_some_and(|id| id.len() == 26)), "{refused}");
    assert!(state() == before && siblings(&stage.vault).is_empty(), "nothing was changed");
    let restored = restore(&stage.vault, &dir, &["--older"]).json();
    assert_eq!((head(&restored), verified(&stage.vault)), (earlier.clone(), earlier));
    assert_eq!(restored["lost"], refused["lost"]);
    let kept = PathBuf::from(restored["kept"].as_str().expect("a path"));
    assert_eq!(verified(&kept), later);
    is_sound(&stage, &kept);
    is_sound(&stage, &stage.vault);
    // What remembers outside says that the log was put back.
    let unlocked = stage.run("fictief", &["--without-memory", "doc", "list"]).problem(4);
    assert_eq!(unlocked["code"], "rolled_back");
    // A vault that was put back does not take the place of a later backup.
    back_up(&kept, &dir).json();
    assert_eq!(back_up(&stage.vault, &dir).problem(4)["code"], "backup_ahead");
    assert_eq!(head(&restore(&stage.path("again"), &dir, &[]).json()), later);
    // The later one over the older needs nobody's word.
    let forward = restore(&stage.vault, &dir, &[]).json();
    assert_eq!((head(&forward), &forward["lost"]), (later, &Value::Null));
}

#[test]
fn a_backup_that_went_on_otherwise_is_restored_only_by_force() {
    let Two { stage, dir, earlier, .. } = Two::new();
    let other = stage.path("other");
    restore(&other, &dir, &[]).json();
    let filed = as_officer(&stage, &other, "fictief", &["doc", "list"]);
    assert_eq!(filed.status, 0, "{}", String::from_utf8_lossy(&filed.err));
    let fork = stage.path("fork");
    let forked = back_up(&other, &fork).json();
    let refused = restore(&stage.vault, &fork, &["--older"]).problem(4);
    assert_eq!((&refused["code"], &refused["lost"]["how"]), (&Value::from("restore_forked"), &Value::from("forked")));
    assert_eq!(refused["lost"]["entries"], verified(&stage.vault).0 - earlier.0);
    let later = verified(&stage.vault);
    let restored = restore(&stage.vault, &fork, &["--force"]).json();
    assert_eq!(head(&restored), head(&forked));
    assert_eq!(verified(Path::new(restored["kept"].as_str().expect("a path"))), later);
    // And a backup of the one does not go on in the folder of the other.
    assert_eq!(back_up(&other, &stage.path("fork")).json()["copied"], 0);
    copy(Path::new(restored["kept"].as_str().expect("a path")), &stage.path("first"));
    assert_eq!(back_up(&stage.path("first"), &fork).problem(4)["code"], "backup_ahead");
}

#[test]
fn a_vault_whose_log_is_damaged_is_replaced_only_by_force_and_kept() {
    let Two { stage, dir, earlier, .. } = Two::new();
    let log = stage.vault.join("ledger.sqlite");
    let bytes = fs::read(&log).expect("the file is read");
    fs::write(&log, &bytes[..bytes.len() / 2]).expect("it is writable");
    assert_eq!(back_up(&stage.vault, &dir).status, 4, "what is damaged does not take the place of what is whole");
    let refused = restore(&stage.vault, &dir, &["--older"]).problem(4);
    assert_eq!(refused["code"], "restore_unread");
    let restored = restore(&stage.vault, &dir, &["--force"]).json();
    assert_eq!((head(&restored), verified(&stage.vault)), (earlier.clone(), earlier));
    let kept = PathBuf::from(restored["kept"].as_str().expect("a path"));
    assert!(fs::read(kept.join("ledger.sqlite")).expect("it is kept") == bytes[..bytes.len() / 2]);
    is_sound(&stage, &stage.vault);
}

#[test]
fn another_vault_is_neither_backed_up_over_nor_restored_over() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    back_up(&stage.vault, &dir).json();
    let pass = stage.write("p", "a long enough passphrase");
    let other = stage.path("other");
    let mut init = binary();
    init.arg("--json").arg("--vault").arg(&other).arg("--passphrase-file").arg(&pass);
    init.args(["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"]);
    Came::of(init.output().expect("it runs")).json();
    let before = files(&dir);
    assert_eq!(back_up(&other, &dir).problem(1)["code"], "backup_of_another");
    assert!(files(&dir) == before);
    for more in [&[][..], &["--force"]] {
        assert_eq!(restore(&other, &dir, more).problem(1)["code"], "backup_of_another");
    }
    // What is no vault is not replaced either, nor what lies one in the other.
    let full = stage.path("full");
    fs::create_dir(&full).expect("a folder");
    fs::write(full.join("letter.txt"), "mine").expect("it is writable");
    assert_eq!(restore(&full, &dir, &["--force"]).problem(1)["code"], "not_empty");
    assert_eq!(back_up(&stage.vault, &full).problem(1)["code"], "backup_stranger");
    assert_eq!(back_up(&stage.vault, &stage.vault.join("backup")).problem(1)["code"], "in_vault");
    assert_eq!(back_up(&stage.vault, &stage.path("")).problem(1)["code"], "backup_nested");
    assert_eq!(restore(&dir.join("vault"), &dir, &[]).problem(1)["code"], "backup_nested");
    assert_eq!(restore(&stage.vault.join("x"), &dir, &[]).problem(1)["code"], "in_vault");
    assert_eq!(restore(&stage.path("there"), &full, &[]).problem(1)["code"], "not_a_backup");
    assert_eq!(restore(&stage.path("there"), &stage.path("none"), &[]).problem(1)["code"], "not_a_backup");
    assert!(!stage.path("there").exists());
    // An empty folder is as good as none.
    fs::create_dir(stage.path("empty")).expect("a folder");
    restore(&stage.path("empty"), &dir, &[]).json();
}

#[test]
fn what_was_altered_in_a_backup_is_told_by_its_name_and_nothing_is_restored() {
    let stage = Stage::new();
    let dir = stage.path("backup");
    back_up(&stage.vault, &dir).json();
    let (object, text) = (a_place(&dir, ".age"), a_place(&dir, ".text"));
    let there = stage.path("there");
    let refused = |place: &str, flaw: &str| {
        let problem = restore(&there, &dir, &[]).problem(4);
        assert_eq!(problem["code"], "backup_altered");
        let message = problem["message"].as_str().expect("a text");
        assert!(message.contains(place) && message.contains(flaw), "{place}: {message}");
        assert!(!there.exists() && siblings(&there).is_empty(), "nothing is left of it");
    };
    for place in [object.as_str(), &text, "ledger.sqlite", "vault.toml", "identities/fictief.age"] {
        let path = content(&dir, place);
        let bytes = fs::read(&path).expect("the file is read");
        let mut other = bytes.clone();
        let middle = other.len() / 2;
        other[middle] ^= 1;
        fs::write(&path, &other).expect("it is writable");
        refused(place, "altered or damaged");
        fs::write(&path, [bytes.as_slice(), b"x"].concat()).expect("it is writable");
        refused(place, "size");
        fs::remove_file(&path).expect("it is removed");
        refused(place, "missing");
        symlink(stage.vault.join(place), &path).expect("a link");
        refused(place, "link");
        fs::remove_file(&path).expect("it is removed");
        fs::create_dir(&path).expect("a folder");
        refused(place, "not the kind");
        fs::remove_dir(&path).expect("it is removed");
        fs::write(&path, &bytes).expect("it is writable");
    }
    let list = fs::read_to_string(dir.join("backup.txt")).expect("a list");
    for other in [list.replacen("entries ", "entries 1", 1), list.replace(&object, "../../x"), String::new()] {
        fs::write(dir.join("backup.txt"), other).expect("it is writable");
        refused("backup.txt", "altered or damaged");
    }
    fs::write(dir.join("backup.txt"), &list).expect("it is writable");
    restore(&there, &dir, &[]).json();
    // A backup that is made again puts right what was damaged or is missing, where it can be seen.
    fs::remove_file(content(&dir, &object)).expect("it is removed");
    back_up(&stage.vault, &dir).json();
    restore(&stage.path("again"), &dir, &[]).json();
}
