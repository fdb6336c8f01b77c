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
    let text = |finding: &Value, field: &str| finding[field].as_str().unwrap().to_owned();
    object["findings"].as_array().unwrap().iter().map(|f| (text(f, "code"), text(f, "name"))).collect()
}

#[test]
fn a_vault_that_is_in_order_has_nothing_to_report() {
    let stage = Stage::new();
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (0, Vec::new()));
    assert_eq!(object["ok"], true);
    assert_eq!(object["documents"], 35);
    assert!(object["tried"].as_u64().unwrap() > 20);
    assert!(object["not_checked"].to_string().contains("contents"));
    let mut command = binary();
    let came = Came::of(command.args(["--json", "doctor", "--vault"]).arg(&stage.vault).output().unwrap());
    let object = came.json();
    assert_eq!((object["ok"].as_bool(), object["documents"].is_null()), (Some(true), true));
    assert!(object["not_checked"].to_string().contains("documents_present"), "and says what it could not know");
}

#[test]
fn what_is_altered_or_gone_is_named_and_is_status_four() {
    let stage = Stage::new();
    let id = stage.a_document("fictief", "SECRET");
    let object = stage.object(&id);
    let name = object.strip_prefix(&stage.vault).unwrap().display().to_string();
    let sealed = fs::read(&object).unwrap();

    let mut altered = sealed.clone();
    let end = altered.len() - 1;
    altered[end] ^= 1;
    fs::write(&object, altered).unwrap();
    assert_eq!(doctor(&stage).0, 4);
    assert!(found(&doctor(&stage).1).contains(&("object_altered".to_owned(), name.clone())));
    fs::remove_file(&object).unwrap();
    assert!(found(&doctor(&stage).1).contains(&("object_missing".to_owned(), name.clone())));
    fs::write(&object, "no age file").unwrap();
    assert!(found(&doctor(&stage).1).contains(&("object_unreadable".to_owned(), name.clone())));
    fs::remove_file(&object).unwrap();
    symlink("/etc/hostname", &object).unwrap();
    assert!(found(&doctor(&stage).1).contains(&("not_a_file".to_owned(), name)));
    fs::remove_file(&object).unwrap();
    fs::write(&object, sealed).unwrap();
    assert_eq!(doctor(&stage).0, 0);

    fs::write(stage.vault.join("identities/muster.age"), "no identity").unwrap();
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (4, vec![("identity_unreadable".into(), "identities/muster.age".into())]));
}

#[test]
fn what_is_left_over_or_open_is_named_and_is_status_one() {
    let stage = Stage::new();
    fs::write(stage.vault.join("identities/notes.txt"), "x").unwrap();
    let (status, object) = doctor(&stage);
    assert_eq!((status, found(&object)), (1, vec![("stranger".into(), "identities/notes.txt".into())]));
    fs::remove_file(stage.vault.join("identities/notes.txt")).unwrap();
    let ledger = stage.vault.join("ledger.sqlite");
    for (home, mode, open) in [(0o700, 0o644, false), (0o755, 0o644, true)] {
        for path in [stage.path(""), stage.vault.clone()] {
            fs::set_permissions(path, Permissions::from_mode(home)).unwrap();
        }
        fs::set_permissions(&ledger, Permissions::from_mode(mode)).unwrap();
        let codes = found(&doctor(&stage).1);
        assert_eq!(codes.contains(&("open_to_others".into(), "ledger.sqlite".into())), open, "{codes:?}");
    }
}
