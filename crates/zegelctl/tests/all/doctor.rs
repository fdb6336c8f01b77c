//! `zegelctl doctor`: nothing to report, or everything that there is.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use serde_json::Value;

use crate::stage::{Came, Stage, binary};

fn doctor(stage: &Stage) -> (i32, Value) {
    let came = stage.run("fictief", &["doctor"]);
    (came.status, came.object())
}

fn found(object: &Value) -> Vec<(String, String)> {
    let text = |finding: &Value, field: &str| finding[field].as_str().expect("it is text").to_owned();
    object["findings"].as_array().expect("a list").iter().map(|f| (text(f, "code"), text(f, "name"))).collect()
}

#[test]
fn a_vault_that_is_in_order_has_nothing_to_report() {
    let stage = Stage::new();
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (0, Vec::new()));
    assert_eq!(object["ok"], true);
    assert_eq!(object["documents"], 35);
    assert!(object["tried"].as_u64().expect("`tried` is a number") > 20);
    assert!(object["not_checked"].to_string().contains("contents"));
    let mut command = binary();
    let came = Came::of(command.args(["--json", "doctor", "--vault"]).arg(&stage.vault).output().expect("it runs"));
    let object = came.json();
    assert_eq!((object["ok"].as_bool(), object["documents"].is_null()), (Some(true), true));
    for unknown in ["documents_present", "objects_unclaimed"] {
        assert!(object["not_checked"].to_string().contains(unknown), "and says what it could not know");
    }
}

#[test]
fn what_is_altered_or_gone_is_named_and_is_status_four() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let object = stage.object(&id);
    let name = object.strip_prefix(&stage.vault).expect("it is in the vault").display().to_string();
    let sealed = fs::read(&object).expect("the object is read");

    let mut altered = sealed.clone();
    let end = altered.len() - 1;
    altered[end] ^= 1;
    fs::write(&object, altered).expect("the object is written");
    assert_eq!(doctor(&stage).0, 4);
    assert!(found(&doctor(&stage).1).contains(&("object_altered".to_owned(), name.clone())));
    fs::remove_file(&object).expect("the object is removed");
    assert!(found(&doctor(&stage).1).contains(&("object_missing".to_owned(), name.clone())));
    fs::write(&object, "no age file").expect("the object is written");
    assert!(found(&doctor(&stage).1).contains(&("object_unreadable".to_owned(), name.clone())));
    fs::remove_file(&object).expect("the object is removed");
    symlink("/etc/hostname", &object).expect("the link is made");
    assert!(found(&doctor(&stage).1).contains(&("not_a_file".to_owned(), name)));
    fs::remove_file(&object).expect("the object is removed");
    fs::write(&object, sealed).expect("the object is written");
    fs::set_permissions(&object, Permissions::from_mode(0o600)).expect("its mode is changed");
    assert_eq!(doctor(&stage).0, 0);

    fs::write(stage.vault.join("identities/muster.age"), "no identity").expect("the identity file is written");
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (4, vec![("identity_unreadable".into(), "identities/muster.age".into())]));
}

#[test]
fn a_sealed_file_of_no_document_is_named_however_young_it_is() {
    let stage = Stage::new();
    let object = stage.object(&stage.a_document("fictief", "SECRET"));
    let id = object.file_stem().expect("the path has a name").to_str().expect("the path is UTF-8");
    let (start, last) = id.split_at(id.len() - 1);
    let planted = object.with_file_name(format!("{start}{}.age", if last == "2" { '3' } else { '2' }));
    fs::copy(&object, &planted).expect("the object is copied");
    let name = planted.strip_prefix(&stage.vault).expect("it is in the vault").display().to_string();
    let (status, seen) = doctor(&stage);
    assert_eq!((status, found(&seen)), (1, vec![("object_unclaimed".to_owned(), name)]));
    fs::remove_file(&planted).expect("the planted file is removed");
    assert_eq!(doctor(&stage).0, 0);
}

#[test]
fn what_is_left_over_or_open_is_named_and_is_status_one() {
    let stage = Stage::new();
    fs::write(stage.vault.join("identities/notes.txt"), "x").expect("the identity file is written");
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (1, vec![("stranger".into(), "identities/notes.txt".into())]));
    fs::remove_file(stage.vault.join("identities/notes.txt")).expect("the identity file is removed");
    for name in ["extra.txt", "desks/extra.txt", "partners/extra.txt"] {
        fs::write(stage.vault.join(name), "x").expect("the file is written");
        fs::set_permissions(stage.vault.join(name), Permissions::from_mode(0o600)).expect("its mode is changed");
        let (status, object) = doctor(&stage);
        assert_eq!((status, found(&object)), (1, vec![("stranger".into(), name.into())]));
        fs::remove_file(stage.vault.join(name)).expect("the file is removed");
    }
    fs::create_dir(stage.vault.join("more")).expect("the folder is made");
    assert_eq!(found(&doctor(&stage).1), vec![("stranger".into(), "more".into())]);
    fs::remove_dir(stage.vault.join("more")).expect("the folder is removed");
    assert_eq!(doctor(&stage).0, 0);
}

/// Every sentence of it: sound and not, with a key and without one, with a backup and without.
#[test]
fn no_line_of_it_is_the_name_of_a_sentence() {
    let stage = Stage::new();
    let raw = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.matches('-').count() > 0
            && ["cli-", "ui-", "app-", "doctor-", "found-", "err-", "fix-"].iter().any(|start| word.starts_with(start))
    };
    let mut seen = 0;
    let mut look = || {
        for lang in ["fr", "nl", "de", "en"] {
            for officer in [None, Some("fictief")] {
                let mut command = binary();
                command.env("XDG_STATE_HOME", stage.path("state"));
                command.args(["--lang", lang, "doctor", "--vault"]).arg(&stage.vault);
                if let Some(officer) = officer {
                    command.args(["--as", officer, "--passphrase-file"]).arg(&stage.pass);
                }
                let came = Came::of(command.output().expect("it runs"));
                let text = String::from_utf8_lossy(&came.out).into_owned() + &String::from_utf8_lossy(&came.err);
                seen += text.lines().count();
                let faults: Vec<&str> = text.split_whitespace().filter(|word| raw(word)).collect();
                assert_eq!(faults, [""; 0], "{lang}: {text}");
            }
        }
    };
    look();
    let backup = stage.path("backup");
    stage.run("fictief", &["backup", backup.to_str().expect("the path is UTF-8")]).json();
    let id = stage.a_document("fictief", "SECRET");
    fs::remove_file(stage.object(&id)).expect("the object is removed");
    fs::write(stage.vault.join("identities/notes.txt"), "x").expect("the file is written");
    look();
    assert!(seen > 80, "{seen}");
}

/// By its own rights, whatever folder shields the vault today.
#[test]
fn whatever_is_open_to_others_is_named() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let object = stage.object(&id);
    let shard = object.parent().expect("the path has a folder");
    let open = |path: &std::path::Path, mode: u32, named: (&str, &str)| {
        let before = fs::metadata(path).expect("the file is there").permissions();
        fs::set_permissions(path, Permissions::from_mode(mode)).expect("its mode is changed");
        let (status, object) = doctor(&stage);
        assert_eq!((status, found(&object)), (1, vec![(named.0.to_owned(), named.1.to_owned())]), "{}", path.display());
        fs::set_permissions(path, before).expect("its mode is changed");
    };
    for name in ["ledger.sqlite", "vault.toml", "identities/muster.age", "desks/fictief.sqlite"] {
        open(&stage.vault.join(name), 0o604, ("open_to_others", name));
    }
    for name in ["identities", "objects", "desks", "partners"] {
        open(&stage.vault.join(name), 0o750, ("open_to_others", name));
    }
    open(&stage.vault, 0o711, ("open_to_others", "."));
    let name =
        |path: &std::path::Path| path.strip_prefix(&stage.vault).expect("it is in the vault").display().to_string();
    open(&object, 0o640, ("objects_open", &name(&object)));
    open(shard, 0o755, ("objects_open", &name(shard)));
    assert_eq!(doctor(&stage).0, 0);
}

#[test]
fn an_identity_that_is_gone_is_found_with_a_key_and_without_one() {
    let stage = Stage::new();
    let without = || {
        let mut command = binary();
        let came = Came::of(command.args(["--json", "doctor", "--vault"]).arg(&stage.vault).output().expect("it runs"));
        (came.status, found(&came.object()))
    };
    let gone = || vec![("identity_gone".to_owned(), "identities/muster.age".to_owned())];
    fs::remove_file(stage.vault.join("identities/muster.age")).expect("the identity file is removed");
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (4, gone()));
    // Without a key the log tells how many there are; who it is, an index of his may say.
    let counted = (4, vec![("identities_missing".to_owned(), "identities".to_owned())]);
    let index = stage.vault.join("desks/muster.sqlite");
    let had = index.exists();
    assert_eq!(without(), if had { (4, gone()) } else { counted.clone() });
    if had {
        fs::remove_file(&index).expect("the index is removed");
        assert_eq!(without(), counted);
    }
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (4, gone()));
}

#[test]
fn what_was_planted_is_named_with_a_key_and_without_one() {
    let stage = Stage::new();
    let without = || {
        let mut command = binary();
        let came = Came::of(command.args(["--json", "doctor", "--vault"]).arg(&stage.vault).output().expect("it runs"));
        (came.status, found(&came.object()))
    };
    let planted = |name: &str, with: &str, alone: &str| {
        let path = stage.vault.join(name);
        if name.ends_with('/') {
            fs::create_dir(&path).expect("the folder is made");
            fs::set_permissions(&path, Permissions::from_mode(0o700)).expect("its mode is changed");
        } else {
            fs::copy(stage.vault.join("identities/muster.age"), &path).expect("the identity file is copied");
        }
        let name = name.trim_end_matches('/');
        let expected = |code: &str| (1, vec![(code.to_owned(), name.to_owned())]);
        let (status, object) = doctor(&stage);
        let mut seen = found(&object);
        assert_eq!((status, seen.len()), (1, 1), "{name}: {seen:?}");
        assert_eq!((status, seen.remove(0)), (1, (with.to_owned(), name.to_owned())));
        match alone {
            "identities_surplus" => assert_eq!(without(), (1, vec![(alone.to_owned(), "identities".to_owned())])),
            "nothing" => assert_eq!(without(), (0, Vec::new()), "{name}"),
            code => assert_eq!(without(), expected(code)),
        }
        if path.is_dir() {
            fs::remove_dir(&path).expect("the folder is removed")
        } else {
            fs::remove_file(&path).expect("the file is removed")
        }
    };
    planted("objects/tmp/notes.txt", "stranger", "stranger");
    planted("objects/tmp/folder/", "stranger", "stranger");
    // None in which an object lies: its name begins with what its folder is called.
    let unused = ["zz", "zy", "zx", "zw"].map(|folder| format!("objects/{folder}/"));
    let unused = unused.iter().find(|folder| !stage.vault.join(folder).exists()).expect("one of four is unused");
    planted(unused, "empty_folder", "empty_folder");
    planted("objects/more/", "stranger", "stranger");
    planted("desks/x.sqlite", "of_nobody", "of_nobody");
    planted("desks/x.sqlite-wal", "of_nobody", "of_nobody");
    planted("identities/x.age", "of_nobody", "identities_surplus");
    planted("identities/x.tries", "of_nobody", "of_nobody");
    planted("identities/X Y.age", "stranger", "stranger");
    planted("identities/notes.new", "stranger", "stranger");
    planted("partners/x.identity.txt", "of_nobody", "nothing");
    // What is ours by its name and no file is altered.
    fs::create_dir(stage.vault.join("identities/x.tries")).expect("the folder is made");
    assert_eq!(found(&doctor(&stage).1)[0], ("not_a_file".to_owned(), "identities/x.tries".to_owned()));
}
