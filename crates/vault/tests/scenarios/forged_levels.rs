//! Levels that no policy has, in entries of a program of somebody's own: of whom they are said, nothing could be decided any more.

use serde_json::{Value, json};

use super::forged::caught;
use super::hostile::Forgery;
use super::house::*;

fn briefing(level: &str) -> Value {
    json!({ "event": "briefing-recorded", "officer": "bea", "policy": "BEL", "level": level, "date": "2026-01-02" })
}

fn clearance(policy: &str) -> Value {
    json!({ "event": "clearance-granted", "officer": "bea", "policy": policy, "level": "SECRET", "categories": {},
            "from": "2026-01-01", "until": "2030-12-31", "certificate": "x", "authority": "ANS" })
}

#[test]
fn a_briefing_or_a_clearance_for_a_level_that_no_policy_has_locks_nobody_out() {
    let house = House::furnished();
    for (what, fact) in [("a level", briefing("ULTRA")), ("a policy", clearance("ATLANTIS"))] {
        assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(fact)), "unknown_level", "{what}");
    }
    // What there is passes.
    super::hostile::Hostile::new(&house, "sam").append(Forgery::of(briefing("SECRET")));
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    assert_eq!(read(&mut house.unlock("bea"), &filed.id), b"the bytes of Report");
}

#[test]
fn a_class_of_a_marking_that_no_policy_has_takes_no_document_away() {
    let (house, identity) = (House::furnished(), seal::Identity::generate());
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let found = caught(&house, "rik", |rik| {
        let mut made = rik.event("class-made");
        made["class"] = json!(seal::random_id());
        made["recipient"] = json!(identity.recipient().to_string());
        made["access"]["classification"] = json!("ULTRA");
        let (tag, part) = rik.deposit(made["class"].as_str().expect("a text"), 1, &identity);
        Forgery::of(made).part(tag, part)
    });
    assert_eq!(found, "unknown_level");
}
