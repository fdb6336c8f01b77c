//! `docs/RECOVERY.md`, done: everything that an officer may read, with SQLite and another implementation of age alone.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::stage::Stage;

#[test]
fn what_an_officer_may_read_is_recovered_with_stock_tools_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the path is there");
    let modules = root.join("crates/seal/tests/interop");
    assert!(modules.join("node_modules/age-encryption").exists(), "run `npm ci` in crates/seal/tests/interop first");
    let stage = Stage::new();
    // One of them has two versions.
    let filed = stage.file(b"the first version", "ARDENNES-26", &["--level", "RESTREINT"]);
    let versioned = filed["id"].as_str().expect("a text");
    let path = stage.write("second.txt", "the second version");
    let path = path.to_str().expect("the path is UTF-8");
    stage.run("fictief", &["doc", "version", versioned, path, "--why", "another"]).json();
    let out = stage.path("recovered");
    let mut child = Command::new("node")
        .arg(root.join("docs/recover.mjs"))
        .args([&stage.vault, Path::new("modele"), &out])
        .current_dir(&modules)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is installed");
    child.stdin.take().expect("it is piped").write_all(b"exercise\n").expect("it is written to");
    let said = child.wait_with_output().expect("the program ends");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));

    let listed = stage.run("modele", &["doc", "list", "--limit", "1000"]).json();
    let recovered: BTreeMap<String, Vec<u8>> = fs::read_dir(&out)
        .expect("the folder is listed")
        .map(|entry| entry.expect("the entry of the folder is read"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("it is read")))
        .collect();
    let ids: Vec<String> = listed["documents"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|d| d["id"].as_str().expect("a text").to_owned())
        .collect();
    assert!(ids.len() > 10);
    assert_eq!(recovered.len(), ids.len() + 1, "each version once, and none that this officer may not read");
    assert_eq!(recovered[versioned], b"the first version");
    assert!(recovered.values().any(|bytes| bytes == b"the second version"), "under another name");
    // Under its own id, unless its marking was changed: then its file bears another name, and its bytes tell which it is.
    let (own, renamed): (Vec<&String>, Vec<&String>) = ids.iter().partition(|id| recovered.contains_key(*id));
    assert_eq!(renamed.len(), 1, "one document of the exercise was given another marking");
    for id in own.iter().copied().filter(|id| *id != versioned).take(3) {
        assert_eq!(recovered[id], opened(&stage, id));
    }
    let moved = opened(&stage, renamed[0]);
    let found: Vec<&String> = recovered.iter().filter(|(_, bytes)| **bytes == moved).map(|(name, _)| name).collect();
    assert_eq!(found.len(), 1);
    assert!(!ids.contains(found[0]));
}

fn opened(stage: &Stage, id: &str) -> Vec<u8> {
    stage.run("modele", &["doc", "open", id, "--purpose", "comparison", "--out", "-"]).out
}
