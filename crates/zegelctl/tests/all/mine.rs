//! What an officer filed or opened himself, and what is as one document.

use serde_json::Value;

use crate::stage::Stage;

fn ids(listed: &Value) -> Vec<String> {
    let documents = listed["documents"].as_array().expect("`documents` is a list");
    documents.iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn what_one_opened_is_listed_the_last_first_and_kept_as_a_view() {
    let stage = Stage::new();
    let object = |args: &[&str]| stage.run("fictief", args).object();
    let before = ids(&object(&["doc", "recent"]));
    let others = ids(&object(&["doc", "list", "--level", "SECRET"]));
    let fresh: Vec<&String> = others.iter().filter(|id| !before.contains(id)).take(2).collect();
    let [first, second] = fresh[..] else { panic!("the exercise has secret documents that fictief did not open") };
    for id in [first, second, first] {
        let opened = stage.run("fictief", &["doc", "open", id, "--purpose", "exercise", "--out", "-"]);
        assert_eq!(opened.status, 0);
    }
    let recent = ids(&object(&["doc", "recent"]));
    assert_eq!(recent, [&[first.clone(), second.clone()], &before[..]].concat(), "each once, the last first");
    assert_eq!(ids(&object(&["doc", "recent", "--limit", "1"])), std::slice::from_ref(first));
    let part = object(&["doc", "recent", "--limit", "1"]);
    assert_eq!(part["next"], first.as_str());
    let rest = object(&["doc", "recent", "--limit", "all", "--after", first]);
    assert_eq!((ids(&rest), &rest["next"]), (recent[1..].to_vec(), &Value::Null));
    for nowhere in [others.iter().find(|id| !recent.contains(id)).expect("not opened").as_str(), "no id"] {
        assert_eq!(stage.run("fictief", &["doc", "recent", "--after", nowhere]).problem(1)["code"], "not_found");
    }
    assert!(!ids(&stage.run("modele", &["doc", "recent"]).object()).contains(first), "of nobody else");
    assert_eq!(stage.run("fictief", &["doc", "recent", "--limit", "0"]).status, 5);

    let mine = |args: &[&str]| {
        let mut all = ids(&object(&[&["doc", "list", "--limit", "all"], args].concat()));
        all.sort();
        all
    };
    let mut opened = recent;
    opened.sort();
    assert_eq!(mine(&["--mine", "opened"]), opened);
    let filed = mine(&["--mine", "filed", "--save-as", "Les miens"]);
    assert!(!filed.is_empty());
    for id in &filed {
        assert_eq!(object(&["doc", "show", id])["filed_by"], "fictief");
    }
    assert_eq!(mine(&["--view", "les miens"]), filed);
    let views = stage.said("fictief", &["doc", "views"]);
    assert!(views.contains("--mine filed"), "as one would type it: {views}");
    assert_eq!(stage.run("fictief", &["doc", "list", "--mine", "others"]).status, 5);
}

#[test]
fn what_is_as_one_document_is_listed_by_its_reference() {
    let stage = Stage::new();
    let object = |args: &[&str]| stage.run("fictief", args).object();
    let one = object(&["doc", "list", "--level", "SECRET", "--limit", "1"])["documents"][0].clone();
    let reference = one["reference"].as_str().expect("a reference");
    let like = object(&["doc", "list", "--like", reference, "--sort", "title", "--limit", "all"]);
    assert!(ids(&like).contains(&one["id"].as_str().expect("an id").to_owned()), "it is as itself");
    for other in like["documents"].as_array().expect("a list") {
        assert_eq!((&other["dossier"], &other["originator"]), (&one["dossier"], &one["originator"]));
        assert_eq!(other["banner"]["level"], one["banner"]["level"]);
    }
    assert_eq!(stage.run("fictief", &["doc", "list", "--like", reference, "--level", "SECRET"]).status, 2);
    assert_eq!(
        stage.run("fictief", &["doc", "list", "--like", "ZGL/1900/S-AAAA/0001"]).problem(1)["code"],
        "not_found"
    );
}
