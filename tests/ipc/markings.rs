//! The guide, filings that it advises, derived documents, decisions about markings: asked by the page.

use chrono::Utc;
use serde_json::{Value, json};

use crate::fixture::{Fixture, code};

/// No document has it.
const NOBODY: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaa";

fn marking(level: &str) -> Value {
    json!({ "policy": "BEL", "classification": level, "categories": [], "review": null })
}

fn about(level: Option<&str>, text: &str, topics: &[&str], sources: &[&str]) -> Value {
    let marking = level.map(marking);
    json!({ "about": { "dossier": "D1", "marking": marking, "text": text, "topics": topics, "sources": sources } })
}

fn decision(level: Option<&str>, interest: Option<&str>, motive: &str) -> Value {
    let marking = level.map(marking);
    json!({ "marking": marking, "interest": interest, "motive": motive, "next_review": null, "consent": null })
}

fn correction(title: Option<&str>, why: &str) -> Value {
    json!({ "title": title, "subject": null, "originator": null, "date": null, "why": why })
}

pub fn codes(reasons: &Value) -> Vec<&str> {
    reasons.as_array().expect("it is a list").iter().map(|reason| reason["code"].as_str().expect("a text")).collect()
}

impl Fixture {
    /// Unlocked by `bert`, who has no role but reading, and leads the dossier `D1`.
    fn with_dossier() -> Self {
        let fixture = Self::unlocked();
        fixture.add_reader();
        let today = Utc::now().format("%Y-%m-%d").to_string();
        let briefing = json!({ "officer": "bert", "policy": "BEL", "level": "RESTREINT", "date": today });
        fixture.answer("record_briefing", json!({ "briefing": briefing }));
        fixture.answer("create_dossier", json!({ "id": "D1", "title": "Dossier", "lead": "bert" }));
        fixture.unlock("bert");
        fixture
    }

    fn add_reader(&self) {
        self.admit("bert", "Bert", &["reader"]);
    }

    fn file(&self, level: &str, more: &Value) -> Result<Value, Value> {
        let path = self.folder.path().join("note.txt");
        std::fs::write(&path, format!("{level} {more}")).expect("the file is written");
        self.will_pick(vec![path]);
        let picked = self.answer("pick_files", json!({}));
        let mut draft = json!({
            "files": [{ "handle": picked["files"][0]["handle"], "title": "Note" }], "dossier": "D1", "marking": marking(level), "subject": "",
            "originator": "", "paper": "", "date": null, "finalised": null, "topics": [], "motive": null, "sources": [],
        });
        for (name, value) in more.as_object().expect("the fields are an object") {
            draft[name] = value.clone();
        }
        let outcome = self.call("file_documents", json!({ "draft": draft }))?;
        let problem = &outcome["problem"];
        if problem.is_null() { Ok(outcome["filed"][0].clone()) } else { Err(problem.clone()) }
    }

    fn id(&self, level: &str) -> String {
        self.file(level, &json!({})).expect("the document is filed")["id"].as_str().expect("a text").to_owned()
    }

    /// Another officer at the same window.
    pub fn as_reader(&self) {
        self.add_reader();
        self.unlock("bert");
    }
}

#[test]
fn nothing_about_markings_answers_while_the_vault_is_locked() {
    let fixture = Fixture::new();
    let page = json!({ "dossier": null, "state": [], "until": null, "document": null, "limit": 10, "after": null });
    for (command, arguments) in [
        ("guide", json!({})),
        ("replace_guide", json!({ "guide": { "aggregation": 5, "topics": [] } })),
        ("authorities", json!({})),
        ("add_authority", json!({ "name": "x" })),
        ("remove_authority", json!({ "name": "x", "why": "y" })),
        ("printers", json!({})),
        ("add_printer", json!({ "printer": "x", "ceiling": "secret", "why": "y" })),
        ("remove_printer", json!({ "printer": "x", "why": "y" })),
        ("print_document", json!({ "handle": "x", "order": order("x", 1) })),
        ("import_guide", json!({})),
        ("export_guide", json!({})),
        ("advise_filing", about(None, "", &[], &[])),
        ("derive_start", json!({ "sources": [NOBODY] })),
        ("marking_defaults", json!({ "dossier": "D1" })),
        ("calendar", json!({ "filter": page })),
        ("register", json!({ "filter": page })),
        (
            "examine_reclassify",
            json!({ "id": NOBODY, "marking": decision(None, Some("k"), "no reason at all")["marking"], "decision": decision(None, Some("k"), "no reason at all") }),
        ),
        (
            "reclassify",
            json!({ "id": NOBODY, "marking": decision(None, Some("k"), "no reason at all")["marking"], "decision": decision(None, Some("k"), "no reason at all") }),
        ),
        ("notified", json!({ "document": NOBODY, "partner": "nobody" })),
        ("correct_document", json!({ "id": NOBODY, "correction": correction(Some("Title"), "a slip") })),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "locked", "{command}");
    }
}

#[test]
fn what_does_not_exist_is_not_found_and_what_is_no_name_is_refused() {
    let fixture = Fixture::with_dossier();
    for (command, arguments) in [
        ("advise_filing", about(None, "", &[], &[NOBODY])),
        ("derive_start", json!({ "sources": [NOBODY] })),
        ("marking_defaults", json!({ "dossier": "D2" })),
        (
            "examine_reclassify",
            json!({ "id": NOBODY, "marking": decision(None, Some("k"), "no reason at all")["marking"], "decision": decision(None, Some("k"), "no reason at all") }),
        ),
        (
            "reclassify",
            json!({ "id": NOBODY, "marking": decision(None, Some("k"), "no reason at all")["marking"], "decision": decision(None, Some("k"), "no reason at all") }),
        ),
        ("notified", json!({ "document": NOBODY, "partner": "nobody" })),
        ("correct_document", json!({ "id": NOBODY, "correction": correction(Some("Title"), "a slip") })),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "not_found", "{command}");
    }
    for (command, arguments) in [
        ("derive_start", json!({ "sources": ["../vault"] })),
        ("marking_defaults", json!({ "dossier": "" })),
        (
            "reclassify",
            json!({ "id": "a b", "marking": decision(None, None, "")["marking"], "decision": decision(None, None, "") }),
        ),
        ("notified", json!({ "document": NOBODY, "partner": "a/b" })),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "bad_name", "{command}");
    }
}

#[test]
fn the_guide_that_is_shipped_says_so_and_speaks_four_languages() {
    let fixture = Fixture::unlocked();
    let guide = fixture.answer("guide", json!({}));
    assert_eq!(
        (&guide["shipped"], &guide["changed_at"], &guide["changed_by"]),
        (&json!(true), &Value::Null, &Value::Null)
    );
    let topics = guide["topics"].as_array().expect("`topics` is a list");
    let source = topics.iter().find(|topic| topic["id"] == "human-source").expect("the guide has this topic");
    assert_eq!((&source["floor"], &source["interest"]), (&json!("top-secret"), &json!("j")));
    assert_eq!(source["categories"], json!(["SOURCE"]));
    for topic in topics {
        for lang in ["fr", "nl", "de", "en"] {
            assert!(topic["name"][lang].is_string(), "{topic}");
        }
    }
}

#[test]
fn a_security_officer_puts_another_guide_in_force_and_everybody_gets_it() {
    let fixture = Fixture::unlocked();
    let topic = json!({
        "id": "route", "name": { "en": "A fallback route" }, "interest": "b", "harm": { "en": "It can be waited for." },
        "floor": "confidential", "categories": [], "hints": ["fallback"],
    });
    fixture.answer("replace_guide", json!({ "guide": { "aggregation": 3, "topics": [topic] } }));
    fixture.as_reader();
    let guide = fixture.answer("guide", json!({}));
    assert_eq!(
        (&guide["shipped"], &guide["aggregation"], &guide["changed_by"]),
        (&json!(false), &json!(3), &json!("anna"))
    );
    assert_eq!(guide["topics"], json!([topic]));
}

#[test]
fn nobody_else_puts_a_guide_in_force() {
    let fixture = Fixture::unlocked();
    fixture.as_reader();
    let answer = fixture.call("replace_guide", json!({ "guide": { "aggregation": 3, "topics": [] } }));
    assert_eq!(codes(&answer.as_ref().expect_err("the command is refused")["reasons"]), ["role_required"]);
    assert_eq!(code(answer), "denied");
    assert_eq!(fixture.answer("guide", json!({}))["shipped"], true);
}

#[test]
fn a_guide_that_is_none_is_refused_and_the_one_in_force_stays() {
    let fixture = Fixture::unlocked();
    for guide in [
        json!({ "aggregation": 1, "topics": [] }),
        json!({ "aggregation": 5, "topics": [{
            "id": "x", "name": { "en": "X" }, "interest": null, "harm": {}, "floor": "secret", "categories": [], "hints": [],
        }] }),
    ] {
        let answer = fixture.call("replace_guide", json!({ "guide": guide }));
        assert_eq!(code(answer), "guide_refused", "{guide}");
    }
    assert_eq!(fixture.answer("guide", json!({}))["shipped"], true);
}

#[test]
fn a_security_officer_says_for_whom_the_vault_decides_and_everybody_gets_the_list() {
    let fixture = Fixture::with_dossier();
    let document =
        fixture.file("RESTREINT", &json!({ "originator": "Section  ÉTUDE" })).expect("the document is filed");
    let lower = json!({
        "id": document["id"], "marking": marking("NON CLASSIFIÉ"), "decision": decision(Some("NON CLASSIFIÉ"), None, "the harm is another now"),
    });
    let asked = || fixture.answer("examine_reclassify", lower.clone())["explanation"].clone();
    assert_eq!(codes(&asked()["reasons"]), ["consent_missing", "not_originating_authority"]);
    fixture.unlock("anna");
    assert_eq!(fixture.answer("add_authority", json!({ "name": " Section Étude " })), json!(null), "nothing waits");
    let listed = fixture.answer("authorities", json!({}));
    assert_eq!((&listed["authorities"], &listed["changed_by"]), (&json!(["Section Étude"]), &json!("anna")));
    for (name, wrong) in [("section etude", "exists"), ("", "missing"), (&"x".repeat(201), "too_long")] {
        assert_eq!(code(fixture.call("add_authority", json!({ "name": name }))), wrong, "{name}");
    }
    let nobody = json!({ "name": "Nobody", "why": "dissolved" });
    assert_eq!(code(fixture.call("remove_authority", nobody)), "not_found");
    assert_eq!(code(fixture.call("remove_authority", json!({ "name": "Section Étude", "why": " " }))), "missing");
    fixture.unlock("bert");
    assert_eq!(fixture.answer("authorities", json!({})), listed);
    assert_eq!(asked()["permitted"], true);
    for (command, arguments) in [
        ("add_authority", json!({ "name": "Cell" })),
        ("remove_authority", json!({ "name": "Section Étude", "why": "dissolved" })),
    ] {
        let answer = fixture.call(command, arguments);
        assert_eq!(codes(&answer.as_ref().expect_err("refused")["reasons"]), ["role_required"], "{command}");
    }
    fixture.unlock("anna");
    fixture.answer("remove_authority", json!({ "name": "SECTION étude", "why": "dissolved" }));
    let left = fixture.answer("authorities", json!({}));
    assert_eq!(left["authorities"], json!([]));
}

/// What is to be printed.
fn order(printer: &str, copies: u32) -> Value {
    json!({ "printer": printer, "first": 1, "last": 1, "copies": copies, "purpose": "briefing" })
}

#[test]
fn a_security_officer_keeps_the_list_of_printers_and_nothing_is_printed_that_is_not_open() {
    let fixture = Fixture::with_dossier();
    let add = |name: &str| json!({ "printer": name, "ceiling": "secret", "why": "in the strong room" });
    let denied = fixture.call("add_printer", add("safe")).expect_err("bert is no security officer");
    assert_eq!(codes(&denied["reasons"]), ["role_required"]);
    assert_eq!(
        code(fixture.call("print_document", json!({ "handle": "none", "order": order("safe", 1) }))),
        "not_open"
    );
    fixture.unlock("anna");
    assert_eq!(fixture.answer("add_printer", add(" safe ")), Value::Null, "in an exercise it takes one");
    let list = fixture.answer("printers", json!({}));
    assert_eq!(
        (&list[0]["name"], &list[0]["ceiling"], &list[0]["listed_by"]),
        (&json!("safe"), &json!("secret"), &json!("anna"))
    );
    for (name, wrong) in [("SAFE", "exists"), ("", "bad_name"), ("my printer", "bad_name"), ("-d", "bad_name")] {
        assert_eq!(code(fixture.call("add_printer", add(name))), wrong, "{name}");
    }
    fixture.unlock("bert");
    assert_eq!(fixture.answer("printers", json!({})), list);
    fixture.unlock("anna");
    assert_eq!(fixture.answer("remove_printer", json!({ "printer": "Safe", "why": "sold" })), json!([]));
}

#[test]
fn the_words_propose_topics_and_the_topics_call_for_a_level() {
    let fixture = Fixture::with_dossier();
    let words = "Filature à l'aube";
    let advice = fixture.answer("advise_filing", about(None, words, &[], &[]));
    assert_eq!(advice["suggested"], json!(["working-methods"]));
    assert_eq!((&advice["floor"], &advice["below"]), (&Value::Null, &json!([])), "what is proposed calls for nothing");

    let chosen = ["working-methods", "human-source"];
    let advice = fixture.answer("advise_filing", about(Some("RESTREINT"), words, &chosen, &[]));
    assert_eq!(advice["floor"]["level"], "top-secret");
    assert_eq!(advice["floor"]["categories"], json!(["SOURCE"]));
    assert_eq!(codes(&advice["below"]), ["below_guide", "below_guide_category"]);
}

#[test]
fn below_the_guide_a_document_is_filed_with_a_motive_and_not_without() {
    let fixture = Fixture::with_dossier();
    let answer = fixture.file("RESTREINT", &json!({ "topics": ["working-methods"] }));
    assert_eq!(codes(&answer.as_ref().expect_err("the command is refused")["reasons"]), ["below_guide"]);
    assert_eq!(code(answer), "denied");
    let motive = json!({ "topics": ["working-methods"], "motive": "This method is public since 2019." });
    let filed = fixture.file("RESTREINT", &motive).expect("the document is filed");
    assert_eq!(filed["warnings"], json!([]));
}

#[test]
fn what_was_chosen_last_is_offered_again_without_a_level() {
    let fixture = Fixture::with_dossier();
    assert_eq!(fixture.answer("marking_defaults", json!({ "dossier": "D1" })), Value::Null);
    let chosen = json!({ "marking": {
        "policy": "BEL", "classification": "RESTREINT", "review": null,
        "categories": [{ "tag": "Releasable To", "values": ["BEL", "NLD"] }],
    } });
    fixture.file("RESTREINT", &chosen).expect("the document is filed");
    let defaults = fixture.answer("marking_defaults", json!({ "dossier": "D1" }));
    assert_eq!((&defaults["policy"], &defaults["from"]), (&json!("BEL"), &json!("dossier")));
    assert_eq!(defaults["releasability"], json!(["BEL", "NLD"]));
    assert!(!defaults.to_string().contains("RESTREINT"), "{defaults}");
}

#[test]
fn a_derived_document_begins_with_the_highest_of_its_sources_and_names_them() {
    let fixture = Fixture::with_dossier();
    let (low, high) = (fixture.id("NON CLASSIFIÉ"), fixture.id("RESTREINT"));
    let start = fixture.answer("derive_start", json!({ "sources": [low, high] }));
    assert_eq!(
        (&start["marking"]["policy"], &start["marking"]["classification"]),
        (&json!("BEL"), &json!("RESTREINT"))
    );
    assert_eq!(start["from"].as_array().expect("`from` is a list").len(), 2);
    assert_eq!((&start["orcon"], &start["foreign"], &start["problems"]), (&json!(false), &json!(false), &json!([])));

    let sources = json!({ "sources": [low, high] });
    let answer = fixture.file("NON CLASSIFIÉ", &sources);
    assert_eq!(codes(&answer.as_ref().expect_err("the command is refused")["reasons"]), ["below_sources"]);
    let filed = fixture.file("RESTREINT", &sources).expect("the document is filed");
    let seen = fixture.answer("document", json!({ "id": filed["id"] }));
    let ids: Vec<&Value> = seen["sources"].as_array().expect("a list").iter().map(|source| &source["id"]).collect();
    assert_eq!(ids, [&json!(low), &json!(high)]);
}

#[test]
fn a_document_says_its_marking_as_choices_and_where_its_term_stands() {
    let fixture = Fixture::with_dossier();
    let id = fixture
        .file("RESTREINT", &json!({ "date": "2020-05-01", "finalised": "2021-06-02" }))
        .expect("the document is filed")["id"]
        .clone();
    let seen = fixture.answer("document", json!({ "id": id }));
    assert_eq!(seen["marking"], marking("RESTREINT"));
    assert_eq!(seen["finalised"], "2021-06-02");
    assert_eq!((&seen["standing"]["state"], &seen["standing"]["because"]), (&json!("exempt"), &json!("restricted")));
    assert_eq!((&seen["sources"], &seen["formerly"]), (&json!([]), &json!([])));
}

#[test]
fn a_decision_is_shown_before_it_is_taken_and_stands_in_the_register_after() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("NON CLASSIFIÉ");
    let ask = |decision: &Value| {
        fixture.answer("examine_reclassify", json!({ "id": id, "marking": decision["marking"], "decision": decision }))
    };
    let found = ask(&decision(Some("RESTREINT"), None, ""));
    assert_eq!((&found["nature"], &found["explanation"]["permitted"]), (&json!("upgrade"), &json!(false)));
    let reasons = codes(&found["explanation"]["reasons"]);
    assert!(reasons.contains(&"interest_missing") && reasons.contains(&"motive_missing"), "{reasons:?}");
    assert_eq!((&found["changes"][0]["code"], &found["changes"][0]["effect"]), (&json!("raised"), &json!("narrower")));
    assert_eq!((&found["before"]["level"], &found["after"]["level"]), (&json!("unclassified"), &json!("restricted")));
    assert_eq!(found["notify"], json!([]));
    assert_eq!(ask(&decision(None, None, ""))["nature"], "maintain");

    let full = decision(Some("RESTREINT"), Some("k"), "It names a place that is still in use.");
    assert_eq!(ask(&full)["explanation"]["permitted"], true, "{}", ask(&full)["explanation"]);
    let taken = fixture.answer("reclassify", json!({ "id": id, "marking": full["marking"], "decision": full }));
    assert_eq!((&taken["id"], &taken["nature"]), (&json!(id), &json!("upgrade")));
    let seen = fixture.answer("document", json!({ "id": id }));
    assert_eq!(seen["reference"], taken["reference"]);
    assert_eq!(seen["formerly"].as_array().expect("`formerly` is a list").len(), 1);

    let filter = json!({ "dossier": "D1", "document": null, "limit": 10, "after": null });
    let register = fixture.answer("register", json!({ "filter": filter }));
    assert_eq!(register["total"], 1);
    let row = &register["rows"][0];
    assert_eq!((&row["document"], &row["interest"], &row["by"]), (&json!(id), &json!("k"), &json!("bert")));
    assert_eq!((&row["initial"]["level"], &row["now"]["level"]), (&json!("unclassified"), &json!("restricted")));
    assert_eq!(code(fixture.call("notified", json!({ "document": id, "partner": "nobody" }))), "not_found");
}

#[test]
fn a_decision_without_interest_or_motive_is_denied_with_both_reasons() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("NON CLASSIFIÉ");
    let answer = fixture.call("reclassify", json!({ "id": id, "marking": decision(Some("RESTREINT"), None, "")["marking"], "decision": decision(Some("RESTREINT"), None, "") }));
    let problem = answer.as_ref().expect_err("the command is refused");
    let reasons = codes(&problem["reasons"]);
    assert!(reasons.contains(&"interest_missing") && reasons.contains(&"motive_missing"), "{reasons:?}");
    assert_eq!(code(answer), "denied");
    let filter = json!({ "dossier": null, "document": id, "limit": 10, "after": null });
    assert_eq!(fixture.answer("register", json!({ "filter": filter }))["rows"], json!([]));
}

#[test]
fn who_may_not_open_a_document_neither_decides_about_it_nor_learns_who_received_it() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    fixture.unlock("anna");
    let full = decision(Some("NON CLASSIFIÉ"), None, "Published since.");
    for (command, arguments) in [
        ("examine_reclassify", json!({ "id": id, "marking": full["marking"], "decision": full })),
        ("reclassify", json!({ "id": id, "marking": full["marking"], "decision": full })),
        ("notified", json!({ "document": id, "partner": "nobody" })),
    ] {
        assert_eq!(code(fixture.call(command, arguments)), "denied", "{command}");
    }
    assert_eq!(code(fixture.call("derive_start", json!({ "sources": [id] }))), "not_found");
    let filter = json!({ "dossier": null, "state": ["exempt"], "until": null, "limit": 10, "after": null });
    assert_eq!(fixture.answer("calendar", json!({ "filter": filter }))["total"], 0);
}

#[test]
fn what_has_no_term_is_not_in_the_calendar_and_cannot_be_maintained() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    let filter = json!({ "dossier": "D1", "state": [], "until": null, "limit": 10, "after": null });
    assert_eq!(fixture.answer("calendar", json!({ "filter": filter }))["rows"], json!([]));
    let filter = json!({ "dossier": "D1", "state": ["exempt"], "until": null, "limit": 10, "after": null });
    let found = fixture.answer("calendar", json!({ "filter": filter }));
    assert_eq!((&found["total"], &found["rows"][0]["document"]["id"]), (&json!(1), &json!(id)));
    let answer =
        fixture.call("reclassify", json!({ "id": id, "marking": decision(None, Some("k"), "Still needed.")["marking"], "decision": decision(None, Some("k"), "Still needed.") }));
    assert!(codes(&answer.as_ref().expect_err("the command is refused")["reasons"]).contains(&"nothing_to_maintain"));
}

#[test]
fn a_day_that_is_none_is_named() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    let mut bad = decision(None, Some("k"), "Still needed.");
    bad["next_review"] = json!("31/12/2030");
    assert_eq!(
        code(fixture.call("reclassify", json!({ "id": id, "marking": bad["marking"], "decision": bad }))),
        "malformed"
    );
    assert_eq!(code(fixture.file("RESTREINT", &json!({ "finalised": "yesterday" }))), "malformed");
}

#[test]
fn the_chooser_knows_which_audiences_include_belgium_and_what_they_call_the_level() {
    let fixture = Fixture::unlocked();
    let options = fixture.answer("marking_options", json!({ "policy": "BEL" }));
    let tags = options["tags"].as_array().expect("`tags` is a list");
    let audience = tags.iter().find(|tag| tag["name"] == "Releasable To").expect("the policy has audiences");
    let home = |name: &str| {
        let value = audience["values"].as_array().expect("a list").iter().find(|value| value["name"] == name);
        value.expect("the policy has this audience")["home"].clone()
    };
    assert_eq!([home("BEL"), home("NATO"), home("FRA")], [json!(true), json!(true), json!(false)]);

    let draft = json!({
        "policy": "BEL", "classification": "RESTREINT", "review": null,
        "categories": [{ "tag": "Releasable To", "values": ["BEL", "NLD"] }],
    });
    let composed = fixture.answer("compose_marking", json!({ "draft": draft }));
    let dutch = composed["equivalents"].as_array().expect("a list").iter().find(|one| one["policy"] == "NLD");
    let dutch = dutch.expect("the table knows the Dutch levels");
    assert_eq!((&dutch["text"], &dutch["false_friend"]), (&json!("Dep. VERTROUWELIJK"), &json!(true)));
}

/// What the page would never send.
#[test]
fn rubbish_in_place_of_an_authority_or_a_decision_is_refused_and_leaves_nothing() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    fixture.unlock("anna");
    let long = "x".repeat(1 << 20);
    for name in [
        Value::Null,
        json!(5),
        json!(["Section"]),
        json!({ "name": "Section" }),
        json!(""),
        json!("\u{202e}\u{0}\n"),
        json!(long),
    ] {
        assert!(fixture.call("add_authority", json!({ "name": name })).is_err(), "{name:.40}");
        assert!(fixture.call("remove_authority", json!({ "name": name, "why": "x" })).is_err(), "{name:.40}");
    }
    assert!(fixture.call("add_authority", json!({})).is_err());
    let list = fixture.answer("authorities", json!({}));
    assert_eq!((&list["authorities"], &list["changed_at"]), (&json!([]), &Value::Null));
    fixture.unlock("bert");
    let full = decision(Some("NON CLASSIFIÉ"), None, "It is published by now.");
    for (field, value, wrong) in [
        ("motive", json!("x"), "too_short"),
        ("motive", json!("x".repeat(2001)), "too_long"),
        ("motive", json!(long), "too_long"),
        ("next_review", json!("2026-02-30"), "malformed"),
        ("consent", json!({ "authority": "", "reference": "", "from": null, "until": null }), "missing"),
    ] {
        let mut bad = full.clone();
        bad[field] = value;
        assert_eq!(
            code(fixture.call("reclassify", json!({ "id": id, "marking": bad["marking"], "decision": bad }))),
            wrong,
            "{field}"
        );
    }
    for (field, value) in [("interest", json!("z")), ("marking", json!([])), ("motive", json!(7))] {
        let mut bad = full.clone();
        bad[field] = value;
        assert!(
            fixture.call("reclassify", json!({ "id": id, "marking": bad["marking"], "decision": bad })).is_err(),
            "{field}"
        );
    }
    let seen = fixture.answer("document", json!({ "id": id }));
    assert_eq!((&seen["banner"]["level"], &seen["formerly"]), (&json!("restricted"), &json!([])));
}

#[test]
fn what_is_written_is_put_right_and_the_page_gets_what_it_was() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    assert_eq!(fixture.answer("document", json!({ "id": id }))["may_correct"], true);
    let correct = |correction: Value| fixture.call("correct_document", json!({ "id": id, "correction": correction }));
    assert_eq!(code(correct(correction(Some("Note"), "the same"))), "state");
    assert_eq!(code(correct(correction(Some("Other"), " "))), "missing");
    let done = correct(correction(Some("Note on it"), "a slip")).expect("it is put right");
    let change = json!([{ "field": "title", "was": "Note", "now": "Note on it" }]);
    assert_eq!((&done["changes"], &done["warnings"]), (&change, &json!([])));
    let view = fixture.answer("document", json!({ "id": id }));
    assert_eq!(view["title"], "Note on it");
    let line = &view["history"].as_array().expect("a list")[1];
    assert_eq!((&line["action"], &line["purpose"], &line["changes"]), (&json!("correct"), &json!("a slip"), &change));
}

#[test]
fn documents_are_related_and_the_page_gets_it_from_both_sides() {
    let fixture = Fixture::with_dossier();
    let (one, other) = (fixture.id("RESTREINT"), fixture.id("RESTREINT"));
    let relate = |command: &str, relation: &str| {
        fixture.call(command, json!({ "id": one, "to": other, "relation": relation, "why": "it is over" }))
    };
    assert_eq!(code(relate("relate_document", "resembles")), "malformed");
    relate("relate_document", "cancels").expect("they are related");
    let first = fixture.answer("document", json!({ "id": one }))["relations"][0].clone();
    let second = fixture.answer("document", json!({ "id": other }))["relations"][0].clone();
    assert_eq!((&first["relation"], &first["own"]), (&json!("cancels"), &json!(true)));
    assert_eq!((&second["relation"], &second["own"]), (&json!("cancels"), &json!(false)));
    relate("unrelate_document", "cancels").expect("it is taken away");
    assert_eq!(fixture.answer("document", json!({ "id": other }))["relations"], json!([]));
}

#[test]
fn another_version_is_filed_from_a_picked_file_and_the_page_lists_both() {
    let fixture = Fixture::with_dossier();
    let id = fixture.id("RESTREINT");
    let pick = |text: &str| {
        let path = fixture.folder.path().join("second.txt");
        std::fs::write(&path, text).expect("the file is written");
        fixture.will_pick(vec![path]);
        fixture.answer("pick_files", json!({}))["files"][0]["handle"].clone()
    };
    let version = |file: &Value, why: &str| fixture.call("file_version", json!({ "id": id, "file": file, "why": why }));
    assert_eq!(code(version(&json!("nothing"), "x")), "not_picked");
    let file = pick("a note with its annex");
    assert_eq!(code(version(&file, " ")), "missing");
    let done = version(&file, "annex B").expect("it is filed");
    assert_eq!((&done["version"], &done["size"]), (&json!(2), &json!(21)));
    assert_eq!(code(version(&file, "again")), "not_picked", "it is forgotten once it is filed");
    assert_eq!(code(version(&pick("a note with its annex"), "again")), "state");
    let view = fixture.answer("document", json!({ "id": id }));
    assert_eq!((&view["version"], &view["versions"], &view["may_file_version"]), (&json!(2), &json!(2), &json!(true)));
    let lines = view["history"].as_array().expect("a list").iter();
    let numbers: Vec<&Value> = lines.map(|line| &line["version"]["number"]).collect();
    assert_eq!(numbers, [&json!(1), &json!(2)]);
}
