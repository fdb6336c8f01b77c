//! `doc file --list`: many files in a table, each with what is said of it; all of them, or none.

use serde_json::Value;

use crate::stage::Stage;

fn list(stage: &Stage, table: &str, more: &[&str]) -> crate::stage::Came {
    let path = stage.write("list.csv", table);
    let mut args = vec!["doc", "file", "--list", path.to_str().expect("the path is UTF-8")];
    args.extend(more);
    stage.run("fictief", &args)
}

fn none_is_in(stage: &Stage) {
    let listed = stage.run("fictief", &["doc", "list", "--query", "Ongezien"]).json();
    assert_eq!(listed["total"], 0, "nothing of it was registered");
}

fn at(problem: &Value) -> (Option<u64>, Option<&str>) {
    (problem["row"].as_u64(), problem["column"].as_str())
}

#[test]
fn each_row_of_a_list_has_what_it_says_and_else_what_the_options_say() {
    let stage = Stage::new();
    stage.write("a.txt", "one");
    stage.write("b.txt", "two");
    let table = "path;title;date;originator;dossier;marking;rel;category\n\
        a.txt;Ongezien in een lijst;2026-03-04;Section A;ARDENNES-26;CONFIDENTIEL;BEL,FRA;\n\
        b.txt;;;;;;;\n";
    let common = ["--dossier", "HAVEN", "--level", "RESTREINT", "--originator", "Section B", "--date", "2026-05-06"];
    let filed = list(&stage, table, &common).json();
    let rows = filed["documents"].as_array().expect("a list");
    let shown = |row: &Value| stage.run("fictief", &["doc", "show", row["id"].as_str().expect("an id")]).json();
    let [first, second] = rows.as_slice() else { panic!("two rows: {filed}") };
    let (first, second) = (shown(first), shown(second));
    let said =
        |one: &Value| ["title", "date", "originator", "dossier"].map(|name| one[name].as_str().map(str::to_owned));
    let texts = |all: [&str; 4]| all.map(|text| Some(text.to_owned()));
    assert_eq!(said(&first), texts(["Ongezien in een lijst", "2026-03-04", "Section A", "ARDENNES-26"]), "{first}");
    assert_eq!(said(&second), texts(["b.txt", "2026-05-06", "Section B", "HAVEN"]), "{second}");
    let banner = |one: &Value| one["banner"]["text"].as_str().expect("a marking").to_owned();
    assert!(banner(&first).contains("CONFIDENTIEL") && banner(&first).contains("FRA"), "{first}");
    assert!(banner(&second).contains("RESTREINT"), "{second}");
}

#[test]
fn toml_says_the_same_and_options_are_not_needed_then() {
    let stage = Stage::new();
    stage.write("a.txt", "one");
    let text = "[[document]]\npath = 'a.txt'\ntitle = 'Ongezien TOML'\ndate = 2026-03-04\ndossier = 'HAVEN'\n\
        marking = 'RESTREINT'\n";
    let path = stage.write("list.toml", text);
    let args = ["doc", "file", "--list", path.to_str().expect("the path is UTF-8")];
    let filed = stage.run("fictief", &args).json();
    assert_eq!(filed["documents"][0]["title"], "Ongezien TOML");
}

#[test]
fn one_row_that_is_wrong_leaves_all_unfiled_and_names_its_row_and_column() {
    let stage = Stage::new();
    stage.write("a.txt", "one");
    let heading = "path,title,date,dossier,marking,policy,rel";
    for (row, code, column) in [
        ("gone.txt,Ongezien,2026-03-04,HAVEN,RESTREINT,,", "file", Some("path")),
        (",Ongezien,2026-03-04,HAVEN,RESTREINT,,", "list_cell_missing", Some("path")),
        ("a.txt,Ongezien,2026-03-04,HAVEN,RESTREINT,,", "listed_twice", Some("path")),
        ("b.txt,Ongezien,4 mars,HAVEN,RESTREINT,,", "list_day", Some("date")),
        ("b.txt,Ongezien,1200-01-01,HAVEN,RESTREINT,,", "implausible_date", Some("date")),
        ("b.txt,Ongezien,2026-03-04,NOWHERE,RESTREINT,,", "not_found", Some("dossier")),
        ("b.txt,Ongezien,2026-03-04,HAVEN,ULTRA,,", "marking", Some("marking")),
        ("b.txt,Ongezien,2026-03-04,HAVEN,RESTREINT,XXX,", "unknown_policy", Some("policy")),
        ("b.txt,Ongezien,2026-03-04,HAVEN,,,FRA", "list_no_marking", Some("rel")),
        ("b.txt,Ongezien\u{202e},2026-03-04,HAVEN,RESTREINT,,", "character", Some("title")),
        ("b.txt,Ongezien,2026-03-04,HAVEN,RESTREINT,,,more", "list_too_many_cells", None),
    ] {
        stage.write("b.txt", "two");
        let table = format!("{heading}\na.txt,Ongezien one,2026-03-04,HAVEN,RESTREINT,,\n{row}\n");
        let came = list(&stage, &table, &[]);
        assert!(matches!(came.status, 1 | 5), "{row}: {}", came.status);
        let problem = came.problem(came.status);
        assert_eq!((problem["code"].as_str(), at(&problem)), (Some(code), (Some(3), column)), "{problem}");
        none_is_in(&stage);
    }
    let problem = list(&stage, "path,tittle\na.txt,x\n", &[]).problem(5);
    assert_eq!(at(&problem), (Some(1), Some("tittle")), "{problem}");
}

#[test]
fn a_row_that_may_not_be_filed_leaves_all_unfiled_with_every_reason() {
    let stage = Stage::new();
    stage.write("a.txt", "one");
    stage.write("b.txt", "two");
    let table = "path,title,dossier,marking\na.txt,Ongezien,HAVEN,RESTREINT\nb.txt,Ongezien,ARDENNES-26,RESTREINT\n";
    stage.run("fictief", &["dossier", "close", "ARDENNES-26", "--why", "done"]).json();
    let problem = list(&stage, table, &[]).problem(3);
    assert_eq!(at(&problem), (Some(3), None), "{problem}");
    assert!(!problem["reasons"].as_array().expect("reasons").is_empty(), "{problem}");
    none_is_in(&stage);
}
