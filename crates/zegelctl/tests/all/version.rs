//! Another file under the same reference, at the command line.

use serde_json::json;

use crate::stage::{Stage, binary};

#[test]
fn another_version_is_filed_and_each_is_opened_by_its_number() {
    let stage = Stage::new();
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let path = stage.write("second.txt", "a note with its annex");
    let path = path.to_str().expect("the path is UTF-8");
    let version = |more: &[&str]| stage.run("fictief", &[&["doc", "version", id, path], more].concat());
    assert_eq!(version(&[]).status, 2, "without a reason");
    let done = version(&["--why", "annex B"]).json();
    assert_eq!((&done["id"], &done["reference"], &done["version"]), (&filed["id"], &filed["reference"], &json!(2)));
    assert_eq!((&done["size"], &done["media_type"]), (&json!(21), &json!("text/plain")));
    assert_eq!(done["file_name"], "second.txt");
    let same = version(&["--why", "again"]).problem(1);
    assert_eq!(same["code"], "state");
    assert!(same["message"].as_str().expect("a text").contains("byte for byte"), "{same}");

    let shown = stage.run("fictief", &["doc", "show", id]).json();
    assert_eq!((&shown["version"], &shown["versions"], &shown["size"]), (&json!(2), &json!(2), &json!(21)));
    let told = stage.run("fictief", &["doc", "history", id]).json();
    let history = told["history"].as_array().expect("`history` is a list");
    let acts: Vec<&str> = history.iter().map(|row| row["action"].as_str().expect("a text")).collect();
    assert_eq!(acts, ["file", "file-version"]);
    assert_eq!((&history[1]["officer"], &history[1]["purpose"]), (&json!("fictief"), &json!("annex B")));
    // As `b3sum` prints them.
    let hashes = [
        "ae79f79e9f6c396e00212e62c1123cb487340fb0077d5fcc6a958c7aea7667b0",
        "ca013b50d5a9a74ae89923a6c88f5b116444a359ee4cca065f7d4a57a4208d4a",
    ];
    for ((row, size), hash) in history.iter().zip([6, 21]).zip(hashes) {
        assert_eq!(row["version"]["blake3"], hash);
        assert_eq!((&row["version"]["size"], &row["version"]["media_type"]), (&json!(size), &json!("text/plain")));
    }
    assert_eq!((&done["blake3"], &shown["blake3"]), (&json!(hashes[1]), &json!(hashes[1])));
    let mut plain = binary();
    plain.env("XDG_STATE_HOME", stage.path("state")).arg("--vault").arg(&stage.vault).arg("--passphrase-file");
    plain.arg(&stage.pass).args(["--as", "fictief", "--lang", "en", "doc", "history", id]);
    let told = plain.output().expect("it runs").stdout;
    let told = String::from_utf8_lossy(&told);
    assert!(hashes.iter().all(|hash| told.contains(&format!("BLAKE3 {hash}"))), "{told}");

    let text = |version: &[&str]| {
        let out = stage.path("out");
        let out = out.to_str().expect("the path is UTF-8");
        let open = ["doc", "open", id, "--purpose", "to compare", "--force", "--out", out];
        stage.run("fictief", &[&open[..], version].concat()).json();
        std::fs::read_to_string(out).expect("it was written")
    };
    assert_eq!(text(&[]), "a note with its annex");
    assert_eq!((text(&["--version", "1"]).as_str(), text(&["--version", "2"]).len()), ("a note", 21));
    let none = ["doc", "open", id, "--purpose", "x", "--version", "3", "--out", "-"];
    assert_eq!(stage.run("fictief", &none).problem(1)["code"], "not_found");
    let log = stage.run("fictief", &["ledger", "show", "--doc", id, "--action", "open"]).json();
    let versions: Vec<&str> =
        log["entries"].as_array().expect("a list").iter().filter_map(|row| row["detail"]["version"].as_str()).collect();
    assert_eq!(versions, ["2", "1", "2"]);
}

#[test]
fn the_text_and_the_pages_of_an_earlier_version_are_those_that_it_had() {
    let stage = Stage::new();
    let filed = stage.file(b"the first note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let path = stage.write("second.txt", "the second note");
    stage.run("fictief", &["doc", "version", id, path.to_str().expect("UTF-8"), "--why", "another"]).json();
    let read = |version: &[&str]| {
        let come = stage.run("fictief", &[&["doc", "text", id, "--purpose", "x"][..], version].concat()).json();
        come["text"].as_str().expect("a text").trim().to_owned()
    };
    assert_eq!((read(&[]).as_str(), read(&["--version", "1"]).as_str()), ("the second note", "the first note"));
    let out = stage.path("pages");
    let pages = ["doc", "pages", id, "--purpose", "x", "--version", "1", "--out", out.to_str().expect("UTF-8")];
    let shown = stage.run("fictief", &pages).json();
    assert_eq!((&shown["version"], &shown["count"]), (&json!(1), &json!(1)));
}

#[test]
fn earlier_versions_go_along_to_another_marking_and_that_is_said() {
    let stage = Stage::new();
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let relabel = |level: &str, more: &[&str]| {
        let one =
            ["doc", "relabel", id, "--policy", "BEL", "--level", level, "--why", "looked at again", "--interest", "k"];
        stage.run("fictief", &[&one[..], more].concat())
    };
    assert_eq!(relabel("CONFIDENTIEL", &[]).json()["earlier"], 0);
    let path = stage.write("second.txt", "another note");
    stage.run("fictief", &["doc", "version", id, path.to_str().expect("UTF-8"), "--why", "another"]).json();
    assert_eq!(relabel("SECRET", &[]).json()["earlier"], 1);
}

#[test]
fn a_version_by_a_link_and_one_that_was_there_before_are_said() {
    let stage = Stage::new();
    let filed = stage.file(b"the first words", "HAVEN", &["--level", "SECRET", "--rel", "BEL"]);
    let id = filed["id"].as_str().expect("an id");
    let (first, second) = (stage.write("first.txt", "the first words"), stage.write("second.txt", "the second words"));
    let link = stage.path("link.txt");
    std::os::unix::fs::symlink(&first, &link).expect("a link");
    let version = |path: &std::path::Path| {
        let path = path.to_str().expect("the path is UTF-8");
        let said = stage.run("fictief", &["doc", "version", id, path, "--why", "exercise of versions"]).json();
        let warnings = said["warnings"].as_array().expect("a list");
        warnings.iter().map(|warning| warning["code"].as_str().expect("a code").to_owned()).collect::<Vec<_>>()
    };
    let said = |codes: &[String], code: &str| codes.iter().any(|one| one == code);
    let plain = version(&second);
    assert!(!said(&plain, "link_followed") && !said(&plain, "same_as_version"), "{plain:?}");
    let linked = version(&link);
    assert!(said(&linked, "link_followed") && said(&linked, "same_as_version"), "{linked:?}");
}
