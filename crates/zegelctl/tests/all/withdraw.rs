//! Withdrawing a filing, at the command line.

use serde_json::json;

use crate::stage::Stage;

#[test]
fn a_filing_is_withdrawn_by_two_and_found_by_a_filter() {
    let stage = Stage::new();
    let filed = stage.file(b"a note", "ARDENNES-26", &["--level", "RESTREINT"]);
    let id = filed["id"].as_str().expect("a text");
    let reference = filed["reference"].as_str().expect("a text");
    let withdraw = ["doc", "withdraw", id];
    assert_eq!(stage.run("fictief", &withdraw).status, 2, "a reason is called for");
    let why = stage.write("why", "of another service\n");
    let why = format!("@{}", why.display());
    let asked = stage.run("fictief", &["doc", "withdraw", reference, "--why", &why]).json();
    assert_eq!(asked["waiting"], true);
    let request = asked["request"].as_str().expect("a text");
    let shown = stage.run("exemple", &["assent", "show", request]).json();
    assert_eq!(
        (&shown["kind"], &shown["asked"]["withdrawal"]["why"]),
        (&json!("withdrawal"), &json!("of another service"))
    );
    assert_eq!(stage.run("exemple", &["assent", "give", request]).json()["status"], "granted");

    let list = |more: &[&str]| {
        let told = stage.run("fictief", &[&["doc", "list", "--limit", "all"], more].concat()).json();
        let all = told["documents"].as_array().expect("a list").clone();
        all.iter().filter(|one| one["id"] == filed["id"]).count()
    };
    assert_eq!((list(&[]), list(&["--withdrawn"])), (0, 1));
    let opened = stage.run("fictief", &["doc", "open", id, "--purpose", "to look", "--out", "-"]);
    assert_eq!(opened.codes(), ["document_withdrawn"]);
    assert!(stage.run("fictief", &["doc", "show", reference]).json()["withdrawn"].is_string());
}
