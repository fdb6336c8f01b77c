//! Decisions about classifications that their author had no right to, and what makes them fail.

use seal::Weight;
use serde_json::{Value, json};
use testkit::date;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::own;

/// A house with one document of SECRET and one of CONFIDENTIEL, both filed by rik.
fn two() -> House {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    rik.file_document(own("High", "SECRET"), &mut quietly).expect("rik files the document");
    rik.file_document(own("Low", "CONFIDENTIEL"), &mut quietly).expect("rik files the document");
    house
}

fn of_kind(hostile: &Hostile, kind: &str) -> Vec<Value> {
    hostile.events().into_iter().filter(|event| event["event"] == kind).collect()
}

/// The first document moved to the class of the second.
fn moved(hostile: &Hostile) -> Value {
    let filed = of_kind(hostile, "filed");
    json!({ "event": "reclassified", "earlier": [], "document": filed[0]["document"], "class": filed[1]["class"], "epoch": 1,
            "object": seal::random_id(), "consented": false })
}

/// With a part for each class, whatever is in it.
fn with_parts(hostile: &Hostile, event: Value) -> Forgery {
    let filed = of_kind(hostile, "filed");
    let tag = |n: usize| format!("class/{}/1", filed[n]["class"].as_str().expect("`class` is text"));
    Forgery::of(event).part(tag(0), b"x".to_vec()).part(tag(1), b"x".to_vec())
}

#[test]
fn a_decision_that_its_author_may_take_is_not_forged() {
    let house = two();
    let mut rik = Hostile::new(&house, "rik");
    let event = moved(&rik);
    let forgery = with_parts(&rik, event);
    rik.append(forgery);
    // It says nothing of the document that could be shown; the other one is there.
    assert_eq!(titles(&mut house.unlock("bea")), ["Low"]);
}

#[test]
fn by_somebody_who_may_not_read_the_document() {
    let house = two();
    let rule = caught(&house, "carl", |hostile| {
        let mut event = moved(hostile);
        event["consented"] = json!(true);
        with_parts(hostile, event)
    });
    assert_eq!(rule, "reclassified_without_right");
}

/// With a consent as without one: a letter that nobody can compare makes nobody answer for a document.
#[test]
fn by_a_reader_who_is_neither_author_nor_lead() {
    for consented in [false, true] {
        let house = two();
        let rule = caught(&house, "bea", |hostile| {
            let mut event = moved(hostile);
            event["consented"] = json!(consented);
            with_parts(hostile, event)
        });
        assert_eq!(rule, "not_originating_authority");
        let house = two();
        let rule = caught(&house, "bea", |hostile| {
            let document = of_kind(hostile, "filed")[0]["document"].clone();
            with_parts(hostile, json!({ "event": "maintained", "document": document, "consented": consented }))
        });
        assert_eq!(rule, "not_originating_authority");
    }
}

#[test]
fn of_foreign_information_without_consent() {
    let house = House::furnished();
    clear(&mut house.unlock("ada"), "rik", "NATO", "SECRET");
    let mut rik = house.unlock("rik");
    let nato = NewDocument { marking: marked_under("NATO", "SECRET", None, &[]), ..own("Alliance", "SECRET") };
    rik.file_document(nato, &mut quietly).expect("rik files the document");
    rik.file_document(own("Low", "CONFIDENTIEL"), &mut quietly).expect("rik files the document");
    drop(rik);
    let rule = caught(&house, "rik", |hostile| {
        let event = moved(hostile);
        with_parts(hostile, event)
    });
    assert_eq!(rule, "not_originating_authority");
}

#[test]
fn into_a_class_or_of_a_document_that_is_not_there() {
    for (field, rule) in [("class", "unknown_class"), ("document", "unknown_document")] {
        let house = two();
        let found = caught(&house, "rik", |hostile| {
            let mut event = moved(hostile);
            event[field] = json!(seal::random_id());
            with_parts(hostile, event)
        });
        assert_eq!(found, rule);
    }
}

#[test]
fn under_another_epoch_than_the_present() {
    let house = two();
    let rule = caught(&house, "rik", |hostile| {
        let mut event = moved(hostile);
        event["epoch"] = json!(2);
        with_parts(hostile, event)
    });
    assert_eq!(rule, "epoch_out_of_order");
}

#[test]
fn with_an_object_that_a_document_uses() {
    for n in [0, 1] {
        let house = two();
        let rule = caught(&house, "rik", |hostile| {
            let mut event = moved(hostile);
            event["object"] = of_kind(hostile, "filed")[n]["document"].clone();
            with_parts(hostile, event)
        });
        assert_eq!(rule, "object_of_another");
    }
    // Nor with one that a document got by a decision.
    let house = two();
    let mut rik = Hostile::new(&house, "rik");
    let first = moved(&rik);
    let forgery = with_parts(&rik, first.clone());
    rik.append(forgery);
    drop(rik);
    let rule = caught(&house, "rik", |hostile| {
        let mut event = moved(hostile);
        event["document"] = of_kind(hostile, "filed")[1]["document"].clone();
        event["object"] = first["object"].clone();
        with_parts(hostile, event)
    });
    assert_eq!(rule, "object_of_another");
}

#[test]
fn into_another_dossier() {
    let house = two();
    let mut ada = house.unlock("ada");
    ada.create_dossier(NewDossier { id: dossier("D-2"), title: "Two".to_owned(), lead: None, deputy: None })
        .expect("made");
    ada.add_member(&dossier("D-2"), &id("rik"), None, "exercise").expect("ada adds rik to the dossier");
    drop(ada);
    let other = NewDocument { dossier: dossier("D-2"), ..own("Elsewhere", "SECRET") };
    house.unlock("rik").file_document(other, &mut quietly).expect("rik files the document");
    let rule = caught(&house, "rik", |hostile| {
        let mut event = moved(hostile);
        event["class"] = of_kind(hostile, "filed")[2]["class"].clone();
        with_parts(hostile, event)
    });
    assert_eq!(rule, "reclassified_elsewhere");
}

#[test]
fn signed_too_lightly() {
    let house = two();
    let rule = caught(&house, "rik", |hostile| {
        let event = moved(hostile);
        Forgery { weight: Weight::Single, ..with_parts(hostile, event) }
    });
    assert_eq!(rule, "signed_too_lightly");
}

#[test]
fn without_its_sheets() {
    for kept in [None, Some(0), Some(1)] {
        let house = two();
        let rule = caught(&house, "rik", |hostile| {
            let event = moved(hostile);
            let mut forgery = with_parts(hostile, event);
            forgery.parts =
                forgery.parts.into_iter().enumerate().filter(|(n, _)| Some(*n) == kept).map(|(_, p)| p).collect();
            forgery
        });
        assert_eq!(rule, "reclassified_without_sheets");
    }
    let house = two();
    let rule = caught(&house, "rik", |hostile| {
        let document = of_kind(hostile, "filed")[0]["document"].clone();
        Forgery::of(json!({ "event": "maintained", "document": document, "consented": false }))
    });
    assert_eq!(rule, "decided_without_sheet");
}

#[test]
fn two_documents_in_one_entry() {
    let house = two();
    let rule = caught(&house, "rik", |hostile| {
        let event = moved(hostile);
        let mut other = event.clone();
        other["document"] = of_kind(hostile, "filed")[1]["document"].clone();
        other["object"] = json!(seal::random_id());
        let parts = with_parts(hostile, event.clone()).parts;
        Forgery { parts, ..Forgery::all(vec![event, other]) }
    });
    assert_eq!(rule, "documents_in_one_entry");
}

/// One sheet, and nobody without the key sees which of the documents it is about.
#[test]
fn a_second_document_in_an_entry_whose_sheet_nobody_could_miss() {
    for kind in ["corrected", "maintained", "version-filed", "filed", "both"] {
        let house = two();
        house.unlock("rik").file_document(own("Other", "SECRET"), &mut quietly).expect("rik files the document");
        let rule = caught(&house, "rik", |hostile| {
            let filed = of_kind(hostile, "filed");
            let class = filed[0]["class"].as_str().expect("`class` is text").to_owned();
            let fact = |kind: &str, n: usize| {
                let document = filed[n]["document"].clone();
                match kind {
                    "maintained" => json!({ "event": kind, "document": document, "consented": false }),
                    "version-filed" => json!({ "event": kind, "document": document, "number": 2, "class": class,
                                               "epoch": 1, "object": seal::random_id() }),
                    "filed" => json!({ "event": kind, "document": seal::random_id(), "class": class, "epoch": 1 }),
                    _ => json!({ "event": "corrected", "document": document }),
                }
            };
            let second = if kind == "both" { "maintained" } else { kind };
            let now = json!({ "title": "x", "subject": "", "originator": "", "date": "2026-11-20" });
            let sheet = json!({ "sheet": "corrected", "document": filed[0]["document"], "now": now, "why": "forged" });
            let (audience, sealed) = hostile.sealed_sheet(&class, 1, &sheet);
            Forgery::all(vec![fact(kind, 0), fact(second, 2)]).part(audience, sealed)
        });
        assert_eq!(rule, "documents_in_one_entry", "{kind}");
    }
}

/// A row of the register that stands in no decision is shown to nobody.
#[test]
fn a_row_of_the_register_without_a_decision() {
    let house = two();
    let mut bea = Hostile::new(&house, "bea");
    let filed = of_kind(&bea, "filed")[0].clone();
    let class = filed["class"].as_str().expect("`class` is text").to_owned();
    let recipient = of_kind(&bea, "class-made")
        .into_iter()
        .find(|made| made["class"] == filed["class"])
        .expect("the class was made");
    let recipient: seal::Recipient =
        recipient["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
    let decided = json!({ "nature": "maintain", "interest": "k", "motive": "mine", "initial_level": "secret",
        "new_level": "secret", "formerly": [], "finalised": "2026-11-20", "term": null, "next_review": "2036-01-01",
        "remarked": null, "consent": null });
    let sheet = json!({ "sheet": "decided", "document": filed["document"], "decided": decided, "earlier": [] });
    let plain = json!({ "v": 1, "is": [sheet] }).to_string();
    let sealed = seal::seal_bytes(&[&recipient], plain.as_bytes()).expect("it is sealed");
    bea.append(Forgery::all(Vec::new()).part(format!("class/{class}/1"), [&[2], sealed.as_slice()].concat()));
    let mut rik = house.unlock("rik");
    assert_eq!(rik.register(&RegisterFilter::default()).expect("rik lists the register").total, 0);
    let page = rik.calendar(&CalendarFilter::default()).expect("rik lists what is due");
    assert!(page.rows.iter().all(|row| row.standing.lapses != Some(date(2036, 1, 1))));
}

/// A decision that its author may take, and that keeps a document classified for longer than the law allows: from when its
/// term counts stands on its sheet, so those who may read it do not let it count, and say so.
#[test]
fn that_keeps_a_document_classified_for_longer_than_the_law_allows_does_not_count() {
    for (finalised, review, why) in [
        (date(1920, 1, 1), "2031-01-01", "hundred_years"),
        (date(1999, 6, 1), "2036-11-23", "review_too_late"),
        (date(1999, 6, 1), "2096-01-01", "review_too_late"),
    ] {
        let house = House::furnished();
        let old = NewDocument { date: finalised, ..own("Old", "SECRET") };
        let document = house.unlock("rik").file_document(old, &mut quietly).expect("rik files the document").id;
        let standing = |session: &mut Session| session.document(&document).expect("seen").standing;
        let before = standing(&mut house.unlock("bea"));

        let mut rik = Hostile::new(&house, "rik");
        let made = of_kind(&rik, "class-made").remove(0);
        let recipient: seal::Recipient =
            made["recipient"].as_str().expect("a text").parse().expect("it is a recipient");
        let decided = json!({ "nature": "maintain", "interest": "k", "motive": "mine", "initial_level": "restricted",
            "new_level": "restricted", "formerly": [], "finalised": "2026-11-20", "term": null, "next_review": review,
            "remarked": null, "consent": null });
        let sheet = json!({ "sheet": "decided", "document": document, "decided": decided, "earlier": [] });
        let plain = json!({ "v": 1, "is": [sheet] }).to_string();
        let sealed = seal::seal_bytes(&[&recipient], plain.as_bytes()).expect("it is sealed");
        let event = json!({ "event": "maintained", "document": document, "consented": false });
        let part = format!("class/{}/1", made["class"].as_str().expect("`class` is text"));
        rik.append(Forgery::of(event).part(part, [&[2], sealed.as_slice()].concat()));
        drop(rik);

        drop(house.unlock("rosa"));
        for mut session in [house.unlock("bea"), house.unlock_without_index("rosa")] {
            assert_eq!(standing(&mut session), before, "{why}");
            let row = session.register(&RegisterFilter::default()).expect("listed").rows.remove(0);
            let beyond: Vec<&str> = row.beyond.iter().map(|reason| reason.code.as_str()).collect();
            assert_eq!(beyond, [why], "{review}");
        }
        // Who may not read the document can hold nothing against it: the log is whole for everybody alike.
        drop(house.unlock("carl"));
        house.open().verify().expect("the log is whole");
    }
}
