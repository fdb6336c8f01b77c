//! The guide as a file: taken out by anyone who sees it, read in to be looked at.

use serde_json::{Value, json};

use super::markings::codes;
use crate::fixture::{Fixture, code};

#[test]
fn an_officer_who_sees_the_guide_takes_it_out_as_a_file_and_what_is_there_already_stays() {
    let fixture = Fixture::unlocked();
    fixture.as_reader();
    let path = fixture.folder.path().join("guide.toml");
    fixture.will_pick(vec![path.clone()]);
    assert_eq!(fixture.answer("export_guide", json!({})), "guide.toml");
    let written = std::fs::read_to_string(&path).expect("the file is read");
    assert_eq!(vault::Guide::parse(&written).as_ref(), Ok(vault::Guide::builtin()));

    std::fs::write(&path, "something else").expect("the file is written");
    let answer = fixture.call("export_guide", json!({}));
    assert_eq!(answer.as_ref().expect_err("the command is refused")["params"]["name"], "guide.toml");
    assert_eq!(code(answer), "file_exists");
    assert_eq!(std::fs::read_to_string(&path).expect("the file is read"), "something else");
}

#[test]
fn a_guide_from_a_file_is_shown_and_in_force_only_once_it_is_put_there() {
    let fixture = Fixture::unlocked();
    let path = fixture.folder.path().join("other.toml");
    let text = "aggregation = 7\n[[topic]]\nid = \"route\"\nname = { en = \"A route\" }\ninterest = \"b\"\n\
                harm = { en = \"It can be waited for.\" }\nfloor = \"secret\"\n";
    std::fs::write(&path, text).expect("the file is written");
    fixture.will_pick(vec![path]);
    let read = fixture.answer("import_guide", json!({}));
    assert_eq!((&read["name"], &read["aggregation"]), (&json!("other.toml"), &json!(7)));
    assert_eq!((&read["topics"][0]["id"], &read["topics"][0]["floor"]), (&json!("route"), &json!("secret")));
    assert!(!read.to_string().contains(fixture.folder.path().to_str().expect("UTF-8")), "the page learns no path");
    assert_eq!(fixture.answer("guide", json!({}))["shipped"], true);

    let draft = json!({ "guide": { "aggregation": read["aggregation"], "topics": read["topics"] } });
    fixture.answer("replace_guide", draft);
    let guide = fixture.answer("guide", json!({}));
    assert_eq!((&guide["aggregation"], &guide["topics"]), (&json!(7), &read["topics"]));
}

#[test]
fn a_file_that_is_no_guide_is_refused_with_its_line_and_reason() {
    let fixture = Fixture::unlocked();
    let path = fixture.folder.path().join("other.toml");
    fixture.will_pick(vec![path.clone()]);
    let topic = "[[topic]]\nid = \"route\"\nname = { en = \"A route\" }\nfloor = \"secret\"\n";
    for (text, line, reason) in [
        ("aggregation = 1\n", "1", "guide_aggregation"),
        (&format!("aggregation = 5\n{topic}"), "3", "guide_no_interest"),
        ("aggregation = 5\nrubbish\n", "2", "guide_syntax"),
    ] {
        std::fs::write(&path, text).expect("the file is written");
        let problem = fixture.call("import_guide", json!({})).expect_err("the command is refused");
        assert_eq!(
            (&problem["code"], &problem["params"]["line"]),
            (&json!("guide_refused"), &json!(line)),
            "{problem}"
        );
        assert_eq!(codes(&problem["reasons"]), [reason]);
    }
}

#[test]
fn who_thinks_better_of_a_file_gets_none() {
    let fixture = Fixture::unlocked();
    fixture.will_pick(Vec::new());
    assert_eq!(fixture.answer("import_guide", json!({})), Value::Null);
    assert_eq!(fixture.answer("export_guide", json!({})), Value::Null);
}
