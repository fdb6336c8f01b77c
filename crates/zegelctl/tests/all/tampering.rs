//! Files altered behind the program's back.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::stage::{Came, Stage, binary, copy};

#[test]
fn an_object_altered_or_cut_anywhere_is_never_given_out() {
    let stage = Stage::new();
    let id = stage.a_document("modele", "SECRET");
    let whole = fs::read(stage.object(&id)).expect("the object is read");
    let out = stage.path("out.pdf");
    for (name, bytes) in [
        ("header", {
            let mut b = whole.clone();
            b[300] ^= 1;
            b
        }),
        ("middle", {
            let mut b = whole.clone();
            let i = b.len() / 2;
            b[i] ^= 1;
            b
        }),
        ("end", {
            let mut b = whole.clone();
            let i = b.len() - 1;
            b[i] ^= 1;
            b
        }),
        ("cut", whole[..whole.len() - 100].to_vec()),
        ("longer", [whole.as_slice(), b"more"].concat()),
        ("empty", Vec::new()),
        ("rubbish", vec![0x55; 4000]),
    ] {
        fs::write(stage.object(&id), bytes).expect("the object is written");
        let came = stage.run("modele", &["doc", "open", &id, "--purpose", "x", "--out", out.to_str().expect("UTF-8")]);
        assert_eq!(came.status, 4, "{name}: {}", String::from_utf8_lossy(&came.err));
        assert!(!out.exists(), "{name} left a file");
    }
    fs::remove_file(stage.object(&id)).expect("the object is removed");
    assert_eq!(
        stage.run("modele", &["doc", "open", &id, "--purpose", "x", "--out", "-"]).problem(4)["code"],
        "object_missing"
    );
}

#[test]
fn an_object_put_in_the_place_of_another_of_the_same_class_is_not_taken_for_it() {
    let stage = Stage::new();
    let first = stage.file(b"first document", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    let second = stage.file(b"second document", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    assert_eq!(first["class"], second["class"]);
    let (first, second) = (first["id"].as_str().expect("`id` is text"), second["id"].as_str().expect("`id` is text"));
    fs::copy(stage.object(first), stage.object(second)).expect("the object is copied");
    let came = stage
        .run("fictief", &["doc", "open", second, "--purpose", "x", "--out", stage.path("o").to_str().expect("UTF-8")]);
    assert_eq!(came.status, 4);
}

#[test]
fn a_log_altered_anywhere_does_not_verify() {
    let stage = Stage::new();
    let ledger = stage.vault.join("ledger.sqlite");
    let whole = fs::read(&ledger).expect("the file is read");
    let verify = || {
        Came::of(
            binary()
                .args(["--json", "--vault"])
                .arg(&stage.vault)
                .args(["ledger", "verify"])
                .output()
                .expect("it runs"),
        )
    };
    assert_eq!(verify().json()["ok"], true);
    for (table, column, key) in [
        ("entries", "body", "position"),
        ("entries", "signatures", "position"),
        ("parts", "sealed", "part"),
        ("nodes", "hash", "level, place"),
    ] {
        for end in ["ASC", "DESC"] {
            fs::write(&ledger, &whole).expect("the file is written");
            // Where bytes of it lie in the file, which no other has; what SQLite left of them elsewhere is altered as well.
            let from = if column == "body" { -24 } else { 1 };
            let first = format!("SELECT hex(substr({column}, {from}, 24)) FROM {table} ORDER BY {key} {end} LIMIT 1");
            let found = std::process::Command::new("sqlite3").arg(&ledger).arg(first).output();
            let hex = String::from_utf8(found.expect("sqlite3 is installed").stdout).expect("it is text");
            let hex = hex.trim();
            let byte = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).expect("it is hexadecimal");
            let bytes: Vec<u8> = (0..hex.len()).step_by(2).map(byte).collect();
            assert_eq!(bytes.len(), 24, "{table} {column}");
            let mut altered = whole.clone();
            let places: Vec<usize> = (0..whole.len() - 24).filter(|at| whole[*at..].starts_with(&bytes)).collect();
            assert!(!places.is_empty(), "{table} {column}");
            places.iter().for_each(|at| altered[at + 20] ^= 0x40);
            fs::write(&ledger, &altered).expect("the file is written");
            assert_eq!(verify().problem(4)["code"], "ledger_altered", "{table} {column} {end}");
        }
    }
    for bytes in [&whole[..whole.len() / 2], &whole[..100], b"", b"rubbish rubbish rubbish"] {
        fs::write(&ledger, bytes).expect("the file is written");
        assert_eq!(verify().status, 4, "{} bytes", bytes.len());
        assert_eq!(stage.run("fictief", &["doc", "list"]).status, 4);
    }
}

#[test]
fn an_entry_taken_out_with_sqlite_is_missed() {
    let stage = Stage::new();
    let sql = "DROP TRIGGER entries_are_not_removed; DROP TRIGGER parts_are_not_removed; DROP TRIGGER nodes_are_not_removed; \
               PRAGMA foreign_keys=off; DELETE FROM parts WHERE entry = (SELECT max(position) FROM entries); \
               DELETE FROM nodes WHERE level = 0 AND place = (SELECT max(position) FROM entries); \
               DELETE FROM entries WHERE position = (SELECT max(position) FROM entries);";
    // Somebody has seen the whole log.
    stage.run("voorbeeld", &["doc", "list"]).json();
    let done = std::process::Command::new("sqlite3")
        .arg(stage.vault.join("ledger.sqlite"))
        .arg(sql)
        .status()
        .expect("sqlite3 is installed");
    assert!(done.success());
    assert_eq!(stage.run("voorbeeld", &["doc", "list"]).status, 4);
}

#[test]
fn a_vault_that_was_put_back_is_refused_to_an_officer_who_has_seen_it_since() {
    let stage = Stage::new();
    let earlier = stage.path("earlier.sqlite");
    fs::copy(stage.vault.join("ledger.sqlite"), &earlier).expect("the log is copied");
    stage.file(b"since then", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    fs::copy(&earlier, stage.vault.join("ledger.sqlite")).expect("the log is copied");
    let problem = stage.run("fictief", &["doc", "list"]).problem(4);
    assert_eq!(problem["code"], "rolled_back");
    assert!(!problem["fix"].as_str().expect("`fix` is text").is_empty());
}

#[test]
fn a_folder_that_was_put_back_with_its_indexes_is_refused_on_this_workstation() {
    let stage = Stage::new();
    stage.run("fictief", &["doc", "list"]).json();
    let earlier = stage.path("earlier");
    copy(&stage.vault, &earlier);
    stage.file(b"since then", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    fs::remove_dir_all(&stage.vault).expect("the folder is removed");
    fs::rename(&earlier, &stage.vault).expect("it gets another name");
    assert_eq!(stage.run("fictief", &["doc", "list"]).problem(4)["code"], "rolled_back");
    assert_eq!(stage.run("fictief", &["doc", "list", "--without-memory"]).problem(4)["code"], "rolled_back");
    // Without a folder of one's own nothing remembers it, and one works all the same.
    let mut homeless = stage.command("fictief", &["doc", "list"]);
    let came = Came::of(homeless.env_remove("XDG_STATE_HOME").env_remove("HOME").output().expect("the program runs"));
    assert_eq!(came.status, 0, "{}", String::from_utf8_lossy(&came.err));
}

#[test]
fn a_vault_that_went_another_way_is_refused_to_an_officer_who_has_seen_this_one() {
    let stage = Stage::new();
    let fork = stage.path("fork");
    copy(&stage.vault, &fork);
    stage.file(b"this way", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    for _ in 0..6 {
        let mut again = binary();
        again.arg("--vault").arg(&fork).args(["--as", "modele", "--json", "--passphrase-file"]).arg(stage.path("pass"));
        assert!(again.args(["doc", "list"]).output().expect("the program runs").status.success());
    }
    fs::copy(fork.join("ledger.sqlite"), stage.vault.join("ledger.sqlite")).expect("the log is copied");
    assert_eq!(stage.run("fictief", &["doc", "list"]).problem(4)["code"], "forked");
}

#[test]
fn an_identity_file_from_before_another_passphrase_is_refused_and_taken_only_on_purpose() {
    let stage = Stage::new();
    let file = stage.vault.join("identities/fictief.age");
    let before = fs::read(&file).expect("the identity is read");
    let next = stage.write("next", "four words without sense\n");
    let change = ["passphrase", "change", "--new-passphrase-file", next.to_str().expect("the path is text")];
    stage.run("fictief", &change).json();
    fs::write(&file, before).expect("the identity is put back");
    let problem = stage.run("fictief", &["doc", "list"]).problem(4);
    assert_eq!(problem["code"], "identity_older");
    assert!(problem["fix"].as_str().expect("`fix` is text").contains("--older-identity"), "{problem}");
    assert_eq!(stage.run("fictief", &["doc", "list", "--without-memory"]).problem(4)["code"], "identity_older");
    let taken = stage.run("fictief", &["doc", "list", "--older-identity"]).json();
    let codes = |value: &serde_json::Value| -> Vec<String> {
        let warnings = value["warnings"].as_array().expect("there are some");
        warnings.iter().map(|warning| warning["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert!(codes(&taken).contains(&"identity_older".to_owned()), "{taken}");
    assert!(codes(&taken).contains(&"failed_attempts".to_owned()), "{taken}");
    stage.run("fictief", &[&change[..], &["--older-identity"]].concat()).json();
}

#[test]
fn altered_identities_and_indexes_are_integrity_errors_and_a_lost_index_is_made_again() {
    let stage = Stage::new();
    let index = stage.vault.join("desks/fictief.sqlite");
    let before = stage.run("fictief", &["doc", "list"]).json()["total"].clone();
    fs::remove_file(&index).expect("the index is removed");
    assert_eq!(stage.run("fictief", &["doc", "list"]).problem(4)["code"], "index_gone");
    assert_eq!(stage.run("fictief", &["doc", "list", "--without-memory"]).json()["total"], before);
    assert_eq!(stage.run("fictief", &["doc", "list"]).json()["total"], before, "it is asked once");
    // In every page: one that is not read on the way to a list is not noticed on that way.
    let mut pages = fs::read(&index).expect("the index is read");
    pages.iter_mut().skip(200).step_by(4096).for_each(|byte| *byte ^= 0x40);
    fs::write(&index, pages).expect("the index is written");
    assert_eq!(stage.run("fictief", &["doc", "list"]).status, 4);
    fs::write(&index, b"rubbish").expect("the index is written");
    assert_eq!(stage.run("fictief", &["doc", "list"]).status, 4);
    let identity = stage.vault.join("identities/muster.age");
    let whole = fs::read(&identity).expect("the identity file is read");
    fs::write(&identity, &whole[..whole.len() - 30]).expect("the identity file is written");
    assert!(matches!(stage.run("muster", &["doc", "list"]).status, 4 | 6));
    fs::write(&identity, b"rubbish").expect("the identity file is written");
    assert_eq!(stage.run("muster", &["doc", "list"]).status, 4);
    // Another officer's identity under one's own name.
    fs::copy(stage.vault.join("identities/essai.age"), &identity).expect("the identity file is copied");
    assert_eq!(stage.run("muster", &["doc", "list"]).status, 4);
}

#[test]
fn an_identity_that_was_exchanged_or_is_gone_is_told_by_its_cause_and_accuses_nobody() {
    let stage = Stage::new();
    let _ = stage.run("fictief", &["doc", "list"]).json();
    let identity = stage.vault.join("identities/fictief.age");
    fs::copy(stage.vault.join("identities/muster.age"), &identity).expect("the identity file is copied");
    let exchanged = |more: &[&str]| {
        let said = stage.run("fictief", &[&["doc", "list"], more].concat()).problem(4);
        assert_eq!(said["code"], "identity_exchanged");
        let message = said["message"].as_str().expect("`message` is text");
        assert!(
            message.contains("fictief") && message.contains("muster") && !message.contains("voorbeeld"),
            "{message}"
        );
    };
    exchanged(&[]);
    fs::remove_dir_all(stage.path("state")).expect("the folder is removed");
    fs::remove_file(stage.vault.join("desks/fictief.sqlite")).expect("the index is removed");
    exchanged(&["--without-memory"]);

    fs::remove_file(&identity).expect("the identity file is removed");
    assert_eq!(stage.run("fictief", &["doc", "list"]).problem(1)["code"], "not_found", "nothing tells of him");
    let gone = |stage: &Stage, officer: &str| {
        let said = stage.run(officer, &["doc", "list"]).problem(4);
        assert_eq!(said["code"], "identity_gone");
        assert!(said["fix"].as_str().expect("`fix` is text").contains(&format!("identities/{officer}.age")), "{said}");
    };
    // By his index in the vault, then by what this workstation remembers.
    let _ = stage.run("muster", &["doc", "list"]).json();
    fs::remove_file(stage.vault.join("identities/muster.age")).expect("the identity file is removed");
    gone(&stage, "muster");
    fs::remove_file(stage.vault.join("desks/muster.sqlite")).expect("the index is removed");
    gone(&stage, "muster");
    assert_eq!(stage.run("nobody", &["doc", "list"]).problem(1)["code"], "not_found");
}

#[test]
fn a_vault_that_can_only_be_read_lists_and_does_not_open() {
    let stage = Stage::new();
    let id = stage.a_document("modele", "SECRET");
    let lock = |mode: u32| {
        for folder in [&stage.vault, &stage.vault.join("desks"), &stage.vault.join("objects")] {
            fs::set_permissions(folder, fs::Permissions::from_mode(mode)).expect("its mode is changed");
        }
        for file in ["ledger.sqlite", "desks/modele.sqlite"] {
            let mode = if mode == 0o555 { 0o444 } else { 0o644 };
            fs::set_permissions(stage.vault.join(file), fs::Permissions::from_mode(mode)).expect("its mode is changed");
        }
    };
    lock(0o555);
    // Root writes where nobody may; for root this says nothing.
    let root = fs::File::create(stage.vault.join("probe")).is_ok();
    if !root {
        assert!(stage.run("modele", &["doc", "list"]).json()["total"].as_u64().expect("`total` is a number") > 0);
        let came = stage.run("modele", &["doc", "open", &id, "--purpose", "x", "--out", "-"]);
        assert_eq!(came.problem(1)["code"], "read_only");
    }
    lock(0o755);
}

#[test]
fn a_memory_inside_the_vault_is_none_and_that_is_said() {
    let stage = Stage::new();
    let mut command = stage.command("fictief", &["doc", "list"]);
    command.env("XDG_STATE_HOME", stage.vault.join("desks"));
    let said = crate::stage::Came::of(command.output().expect("it runs")).json();
    let warnings = said["warnings"].as_array().expect("a list");
    assert!(warnings.iter().any(|warning| warning["code"] == "memory_not_kept"), "{said}");
    assert!(!stage.vault.join("desks/zegel").exists());
}

#[test]
fn damage_in_what_was_read_before_is_found_by_the_commands_of_a_day() {
    let stage = Stage::as_made();
    // Read to its end, and no piece of it verified again yet: only commands do so.
    let officer = vault::OfficerId::parse("fictief").expect("of the form of an id");
    let phrase = vault::Passphrase::new("exercise".to_owned());
    let house = vault::Vault::open(&stage.vault, std::sync::Arc::new(chrono::Utc::now)).expect("the vault opens");
    drop(house.unlock(&officer, &phrase).expect("fictief unlocks"));
    // What this officer has read before, and no list of documents asks for.
    let sql = "DROP TRIGGER parts_are_not_altered; \
               UPDATE parts SET sealed = CAST(substr(sealed, 1, 20) || x'00' || substr(sealed, 22) AS BLOB) \
               WHERE entry = 10 AND substr(sealed, 21, 1) <> x'00'; SELECT changes();";
    let ledger = stage.vault.join("ledger.sqlite");
    let kept = "SELECT sql || ';' FROM sqlite_schema WHERE name = 'parts_are_not_altered'";
    let sqlite = |sql: &str| {
        let done = std::process::Command::new("sqlite3").arg(&ledger).arg(sql).output().expect("sqlite3 is installed");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("it is text")
    };
    let guard = sqlite(kept);
    assert_ne!(sqlite(sql).trim(), "0", "something was altered");
    sqlite(&guard);
    let mut runs = 0;
    let found = loop {
        let came = stage.run("fictief", &["doc", "list"]);
        runs += 1;
        let listed = came.object();
        assert!(listed["total"].as_u64().expect("a number") > 0, "what can be read is read");
        let told = listed["warnings"].as_array().expect("a list").iter().any(|one| one["code"] == "log_damaged");
        assert_eq!(came.status, if told { 4 } else { 0 }, "{listed}");
        if told {
            break listed;
        }
        assert!(runs < 200, "it is not found");
    };
    let warnings = found["warnings"].as_array().expect("a list");
    let damaged = warnings.iter().find(|one| one["code"] == "log_damaged").expect("it was told");
    let message = damaged["message"].as_str().expect("`message` is text");
    assert!(message.contains("verified as a whole"), "it says when it was last whole: {message}");
    assert_eq!(stage.run("fictief", &["doc", "list"]).status, 4, "as often as it is asked");
}

#[test]
fn doctor_says_when_the_log_was_last_whole() {
    let stage = Stage::as_made();
    let doctor = || stage.run("fictief", &["doctor"]).object()["last_whole"].clone();
    assert!(doctor().is_null(), "nobody has looked at it yet");
    let runs = (0..200).take_while(|_| doctor().is_null()).count();
    assert!(runs < 200, "each command verifies a piece of it");
    let script = stage.write("script", "doc list\nledger verify\n");
    let came = stage.run("fictief", &["batch", script.to_str().expect("the path is UTF-8")]);
    let text = String::from_utf8(came.out).expect("it is UTF-8");
    let verified: serde_json::Value =
        text.lines().last().map(|line| serde_json::from_str(line).expect("it is JSON")).expect("a line");
    assert!(verified["last_whole"].is_string(), "{verified}");
}
