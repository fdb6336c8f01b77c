//! The wire format: how a fact stands in the log.

use std::collections::BTreeSet;

use registry::event::*;
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::parts::{Reader, Unread, encode};
use seal::Weight;
use serde_json::{Value, json};

use super::facts::examples;
use super::stage::*;

pub fn kind(fact: &Event) -> String {
    serde_json::to_value(fact).expect("plain data")["event"].as_str().expect("it is text").to_owned()
}

/// The kinds of facts that there are, as the reader itself names them.
pub fn kinds() -> BTreeSet<String> {
    let refusal =
        serde_json::from_value::<Event>(json!({ "event": "crowned" })).expect_err("there is no such fact").to_string();
    let (_, expected) = refusal.split_once("expected one of").expect("it is laid out so");
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn there_is_an_example_of_every_fact() {
    let examples: BTreeSet<String> = examples().iter().map(kind).collect();
    assert_eq!(examples, kinds());
}

#[test]
fn every_fact_is_read_back_as_it_was_written() {
    for fact in examples() {
        let text = serde_json::to_string(&fact).expect("plain data");
        let back: Event = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(back, fact);
        assert_eq!(serde_json::to_string(&back).expect("plain data"), text);
    }
}

/// Maps by whatever names: every other object has the fields that it has.
const MAPS: &[&str] = &["categories", "restrictive", "permissive", "consents", "name", "harm"];

/// The places of all objects of a fact whose fields are known.
fn objects(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if !MAPS.iter().any(|map| place.ends_with(&format!("/{map}"))) {
                found.push(place.to_owned());
            }
            for (name, value) in fields {
                objects(value, &format!("{place}/{name}"), found);
            }
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(n, value)| objects(value, &format!("{place}/{n}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn no_fact_is_read_that_says_more_than_this_program_understands_wherever_it_says_it() {
    let mut tried = 0;
    for fact in examples() {
        let written = serde_json::to_value(&fact).expect("plain data");
        let mut places = Vec::new();
        objects(&written, "", &mut places);
        for place in places {
            let mut more = written.clone();
            more.pointer_mut(&place).expect("it has that place")["unknown"] = json!(1);
            let read = serde_json::from_value::<Event>(more);
            assert!(read.is_err(), "{} with more at `{place}`", kind(&fact));
            tried += 1;
        }
    }
    assert!(tried > kinds().len() + 10, "{tried}");
}

#[test]
fn no_fact_is_read_that_says_less_than_it_must() {
    for fact in examples() {
        let written = serde_json::to_value(&fact).expect("plain data");
        let fields = written.as_object().expect("a fact is an object");
        for (name, value) in fields.iter() {
            let mut less = fields.clone();
            less.remove(name);
            let optional = matches!(name.as_str(), "lead" | "until" | "recipient") && *name != "event";
            let optional =
                optional && matches!(fact, Event::DossierCreated(_) | Event::MemberAdded(_) | Event::Rekeyed(_));
            // The recipient of a dossier is none of those.
            let optional = optional && !(name == "recipient" && matches!(fact, Event::DossierCreated(_)));
            // Which file counts, and how it was locked, programs before did not say: their logs are read.
            let unsaid = matches!(fact, Event::PassphraseChanged(_)) && matches!(name.as_str(), "file" | "lock");
            let optional = optional || unsaid;
            let read = serde_json::from_value::<Event>(Value::Object(less));
            assert_eq!(read.is_ok(), optional, "{} without `{name}`, which was {value}", kind(&fact));
        }
    }
}

/// What gives or takes rights bears both signatures.
#[test]
fn these_facts_bear_one_signature_and_all_others_both() {
    let single: Vec<String> = examples().iter().filter(|fact| fact.weight() == Weight::Single).map(kind).collect();
    assert_eq!(
        single,
        [
            "passphrase-changed",
            "opened-together",
            "changed-together",
            "filed",
            "corrected",
            "noted",
            "version-filed",
            "printed"
        ]
    );
}

/// The author of an entry adds details by act: each fact is told by an act that a fact can be.
#[test]
fn each_fact_is_told_by_an_act_of_facts_that_names_what_it_is_about() {
    let stage = Stage::furnished();
    for fact in examples() {
        let record = fact.record(&stage.state);
        let act = record.act().unwrap_or_else(|| panic!("{} is no act", record.did));
        assert!(matches!(act.origin(), registry::log::Origin::Fact(_)), "{}", kind(&fact));
        assert!(!record.detail.is_empty(), "{} says nothing of what it is about", kind(&fact));
        assert!(record.detail.values().all(|value| !value.is_empty()), "{}: {record:?}", kind(&fact));
    }
}

#[test]
fn names_of_keys_are_written_by_kind_and_id() {
    let stage = Stage::furnished();
    for (key, written) in [
        (KeyName::Vault, json!({ "kind": "vault" })),
        (KeyName::Oversight, json!({ "kind": "oversight" })),
        (stage.dossier_key(), json!({ "kind": "dossier", "id": stage.dossier })),
        (stage.secret_key(), json!({ "kind": "class", "id": stage.secret })),
    ] {
        assert_eq!(serde_json::to_value(&key).expect("plain data"), written);
        assert_eq!(serde_json::from_value::<KeyName>(written).expect("it reads back"), key);
    }
    for wrong in [json!({ "kind": "class" }), json!({ "kind": "class", "id": "x" }), json!({ "kind": "crown" })] {
        assert!(serde_json::from_value::<KeyName>(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn one_reader_reads_part_after_part_whatever_came_before() {
    let record = |purpose: String| AuditRecord::new(Act::Open).about("purpose", purpose);
    let (long, longer) = (record("harbour ".repeat(90)), record("convoy ".repeat(20_000)));
    let (short, written) = (encode(std::slice::from_ref(&long)), encode(std::slice::from_ref(&longer)));
    assert!(short.len() < 720 && written.len() < 20_000, "both are compressed");
    let mut reader = Reader::default();
    for _ in 0..2 {
        let cut = &written[..written.len() / 2];
        assert_eq!(reader.decode::<AuditRecord>(cut), Err(Unread::Malformed));
        assert_eq!(reader.decode::<AuditRecord>(&short).expect("own writing"), std::slice::from_ref(&long));
        assert_eq!(reader.decode::<AuditRecord>(b"[["), Err(Unread::Malformed));
        assert_eq!(reader.decode::<AuditRecord>(&written).expect("own writing"), std::slice::from_ref(&longer));
    }
}
