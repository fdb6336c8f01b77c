//! Dossiers that are closed and reopened.

use serde_json::Value;

use crate::stage::{Came, Stage};

const DOSSIER: &str = "ARDENNES-26";

/// The dossier in a list of those that are open, or that are closed; none where it is not in it.
fn listed(stage: &Stage, status: &str) -> Option<Value> {
    let listed = stage.run("fictief", &["dossier", "list", "--status", status]).json();
    let all = listed["dossiers"].as_array().expect("a list");
    all.iter().find(|dossier| dossier["id"] == DOSSIER).cloned()
}

fn files(stage: &Stage) -> Came {
    let path = stage.write("note.txt", "what came afterwards");
    let path = path.to_str().expect("the path is UTF-8");
    stage.run("fictief", &["doc", "file", path, "--dossier", DOSSIER, "--level", "RESTREINT", "--title", "Afterwards"])
}

#[test]
fn a_closed_dossier_takes_no_document_until_it_is_reopened() {
    let stage = Stage::new();
    let closed = stage.run("fictief", &["dossier", "close", DOSSIER, "--why", "the operation is over"]).json();
    assert_eq!((&closed["dossier"], &closed["closed"]), (&DOSSIER.into(), &true.into()), "{closed}");
    let shown = listed(&stage, "closed").expect("it is among those that are closed");
    assert_eq!((&shown["closed"], &shown["changed"]["by"]), (&true.into(), &"fictief".into()), "{shown}");
    assert_eq!(shown["changed"]["why"], "the operation is over", "{shown}");
    assert_eq!(listed(&stage, "open"), None);
    let said = stage.said("fictief", &["dossier", "list", "--status", "closed"]);
    assert!(said.contains(DOSSIER) && said.contains("closed"), "{said}");
    let codes = files(&stage).codes();
    assert!(codes.contains(&"dossier_closed".to_owned()), "{codes:?}");

    let open = stage.run("fictief", &["dossier", "reopen", DOSSIER, "--why", "there is an appeal"]).json();
    assert_eq!((&open["dossier"], &open["closed"]), (&DOSSIER.into(), &false.into()), "{open}");
    let shown = listed(&stage, "open").expect("it is among those that are open");
    assert_eq!((&shown["closed"], &shown["changed"]["why"]), (&false.into(), &"there is an appeal".into()), "{shown}");
    assert_eq!(listed(&stage, "closed"), None);
    let filed = files(&stage).json();
    assert!(filed["id"].is_string(), "{filed}");
}
