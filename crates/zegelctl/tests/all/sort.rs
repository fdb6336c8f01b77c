//! Lists come in the order that was asked for.

use serde_json::Value;

use crate::stage::Stage;

/// One column of all pages of a list.
fn walked(stage: &Stage, args: &[&str], column: impl Fn(&Value) -> String) -> Vec<String> {
    let mut all = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let mut args = args.to_vec();
        args.extend(["--limit", "4"]);
        if let Some(after) = &after {
            args.extend(["--after", after]);
        }
        let page = stage.run("fictief", &args).json();
        all.extend(page["documents"].as_array().expect("`documents` is a list").iter().map(&column));
        after = page["next"].as_str().map(str::to_owned);
        assert!(after.as_ref().is_none_or(|cursor| cursor.bytes().all(|b| b.is_ascii_digit())), "no title in a cursor");
        if after.is_none() {
            assert_eq!(page["total"], all.len());
            return all;
        }
    }
}

#[test]
fn documents_are_listed_in_each_order_page_by_page() {
    let stage = Stage::new();
    for (sort, field) in [("date", "date"), ("reference", "reference")] {
        let column = |row: &Value| row[field].as_str().expect("it is text").to_owned();
        let up = walked(&stage, &["doc", "list", "--sort", sort], column);
        assert!(up.len() > 8 && up.is_sorted(), "{sort}: {up:?}");
        let mut down = walked(&stage, &["doc", "list", "--sort", &format!("{sort}:desc")], column);
        down.reverse();
        assert_eq!(up, down);
    }
    let levels = ["unclassified", "restricted", "confidential", "secret", "top-secret"];
    let level = |row: &Value| {
        let level = row["banner"]["level"].as_str().expect("`level` is text").to_lowercase().replace('_', "-");
        levels.iter().position(|l| *l == level).unwrap_or_else(|| panic!("{level}")).to_string()
    };
    let up = walked(&stage, &["doc", "list", "--sort", "level"], level);
    assert!(up.is_sorted() && up.first() != up.last(), "{up:?}");
    let titles =
        walked(&stage, &["doc", "list", "--sort", "title"], |row| row["title"].as_str().expect("a text").to_owned());
    let mut latest = walked(&stage, &["doc", "list"], |row| row["title"].as_str().expect("`title` is text").to_owned());
    assert_ne!(titles, latest, "the latest filed first is another order");
    latest.sort();
    let mut same = titles.clone();
    same.sort();
    assert_eq!(same, latest, "of the same documents");
}

#[test]
fn an_order_that_is_none_is_a_slip_of_the_hand() {
    let stage = Stage::new();
    for sort in ["subject", "title:down", ""] {
        let problem = stage.run("fictief", &["doc", "list", "--sort", sort]).problem(5);
        assert_eq!(problem["code"], "unknown_sort", "{sort}");
    }
}

#[test]
fn a_filter_and_an_order_are_kept_under_a_name_and_listed_by_it() {
    let stage = Stage::new();
    let listed = |args: &[&str]| stage.run("fictief", &[&["doc", "list"], args].concat()).object();
    let asked = ["--level", "SECRET", "--sort", "title:desc"];
    let first = listed(&[&asked[..], &["--save-as", "Secrets à revoir"]].concat());
    assert!(first["total"].as_u64().expect("a number") > 1);
    assert_eq!(listed(&["--view", "secrets a revoir"])["documents"], first["documents"], "whatever case and accents");
    let upwards = listed(&["--view", "Secrets à revoir", "--sort", "title"]);
    let mut backwards = first["documents"].as_array().expect("a list").clone();
    backwards.reverse();
    assert_eq!(upwards["documents"].as_array().expect("a list"), &backwards, "in another order for once");
    let views = stage.run("fictief", &["doc", "views"]).object()["views"].clone();
    assert_eq!((&views[0]["name"], &views[0]["filter"]["sort"]), (&"Secrets à revoir".into(), &"title:desc".into()));
    let again = |more: &[&str]| {
        let words = ["doc", "list", "--level", "RESTREINT", "--save-as", "secrets A revoir"];
        stage.run("fictief", &[&words[..], more].concat())
    };
    let taken = again(&[]).problem(1);
    assert_eq!(taken["code"], "view_exists");
    assert!(taken["fix"].as_str().is_some_and(|fix| fix.contains("--sort title:desc")), "{taken}");
    assert_eq!(stage.run("fictief", &["doc", "views"]).object()["views"], views, "it is kept as it was");
    listed(&[&asked[..], &["--save-as", "Secrets à revoir"]].concat());
    assert_eq!(again(&["--force"]).status, 0);
    let replaced = stage.run("fictief", &["doc", "views"]).object()["views"].clone();
    assert_eq!((replaced.as_array().map(Vec::len), &replaced[0]["filter"]["level"]), (Some(1), &"restricted".into()));
    assert_eq!(stage.run("modele", &["doc", "views"]).object()["views"].to_string(), "[]", "nobody else has it");
    assert_eq!(stage.run("fictief", &["doc", "list", "--view", "x", "--level", "SECRET"]).status, 2);
    assert_eq!(stage.run("fictief", &["doc", "list", "--view", "x"]).problem(1)["code"], "not_found");
    let left = stage.run("fictief", &["doc", "views", "--remove", "secrets à revoir"]).object();
    assert_eq!(left["views"].to_string(), "[]");
}

#[test]
fn officers_dossiers_and_requests_are_listed_in_each_order() {
    let stage = Stage::new();
    let listed = |args: &[&str], what: &str, field: &str| -> Vec<String> {
        let rows = stage.run("exemple", args).object()[what].clone();
        let rows = rows.as_array().expect("a list").clone();
        rows.iter().map(|row| row[field].as_str().unwrap_or_default().to_owned()).collect()
    };
    for (list, what, field, sort) in [
        ("officer", "officers", "full_name", "name"),
        ("dossier", "dossiers", "id", "reference"),
        ("assent", "assents", "by", "officer"),
        ("assent", "assents", "since", "filed"),
        ("release", "releases", "requested_at", "filed"),
        ("partner", "partners", "id", "reference"),
        ("partner", "partners", "name", "name"),
    ] {
        let up = listed(&[list, "list", "--sort", sort], what, field);
        assert!(up.is_sorted(), "{list} {sort}: {up:?}");
        let mut down = listed(&[list, "list", "--sort", &format!("{sort}:desc")], what, field);
        down.reverse();
        assert_eq!(up, down, "{list} {sort}");
    }
    let names = listed(&["officer", "list", "--sort", "name:desc"], "officers", "full_name");
    assert!(names.len() > 3 && names != listed(&["officer", "list"], "officers", "full_name"), "{names:?}");
    // Each order that the window offers.
    for by in ["reference", "name", "level", "until", "status"] {
        let rows = |sort: &str| stage.run("exemple", &["partner", "list", "--sort", sort]).object()["partners"].clone();
        let (up, down) = (rows(by), rows(&format!("{by}:desc")));
        let (up, down) = (up.as_array().expect("a list"), down.as_array().expect("a list"));
        assert!(up.len() > 1 && up.len() == down.len(), "{by}");
    }
    let levels = listed(&["partner", "list", "--sort", "level"], "partners", "ceiling");
    let high = |level: &String| LEVELS.iter().position(|one| one == level).unwrap_or_else(|| panic!("{level}"));
    assert!(levels.iter().map(high).is_sorted(), "{levels:?}");
}

const LEVELS: [&str; 5] = ["unclassified", "restricted", "confidential", "secret", "top-secret"];
