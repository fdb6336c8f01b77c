//! The authorities that a vault speaks for: who keeps the list, and what it changes.

use serde_json::{Value, json};
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::reclassify::to;
use super::releases::consent_of;

/// By the section: neither the vault's own name nor nobody's.
fn of_section(house: &House, originator: &str) -> FilingResult {
    let new = NewDocument { originator: originator.to_owned(), ..paper("Convoy", marked("SECRET", None), b"convoy") };
    house.unlock("rik").file_document(new, &mut quietly).expect("rik files the document")
}

#[test]
fn a_document_of_a_listed_section_is_decided_about_without_anybody_s_consent() {
    let house = House::furnished();
    let document = of_section(&house, "section  ANALYSE");
    let mut rik = house.unlock("rik");
    let alone = ["consent_missing", "not_originating_authority"];
    assert_eq!(codes(&rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect_err("refused")), alone);
    let mut sam = house.unlock("sam");
    let list = sam.add_authority(" Section\tAnalyse ").expect("added").effective().expect("it needs nobody else");
    assert_eq!((list.authorities, list.changed_by), (vec!["Section Analyse".to_owned()], Some(id("sam"))));
    assert!(rik.examine_reclassify(&document.id, &to("CONFIDENTIEL"), None).expect("tried").explanation.permitted);
    // The author decides, or the lead; neither the list nor a consent, of whatever authority, gives anybody else a say.
    for consent in [None, Some("Registry of the exercise"), Some("Section Analyse"), Some("SGRS")] {
        let decision = NewDecision { consent: consent.map(consent_of), ..to("CONFIDENTIEL") };
        let denied = house.unlock("bea").reclassify(&document.id, &decision).expect_err("refused");
        assert!(codes(&denied).contains(&"not_originating_authority"), "{consent:?}: {:?}", codes(&denied));
    }
    assert_eq!(rik.reclassify(&document.id, &to("CONFIDENTIEL")).expect("marked anew").nature, Nature::Downgrade);
    // Taken off: another authority again, and what was decided stays.
    let left = sam
        .remove_authority("SECTION analyse", "dissolved")
        .expect("removed")
        .effective()
        .expect("it needs nobody else");
    assert!(left.authorities.is_empty());
    assert_eq!(codes(&rik.reclassify(&document.id, &to("RESTREINT")).expect_err("refused")), alone);
    assert_eq!(rik.register(&RegisterFilter::default()).expect("rik lists the register").rows.len(), 1);
}

#[test]
fn foreign_information_stays_foreign_no_matter_who_is_listed() {
    let house = House::furnished();
    clear(&mut house.unlock("ada"), "rik", "NATO", "SECRET");
    house.unlock("sam").add_authority("NATO").expect("sam adds the authority");
    let new = NewDocument {
        originator: "NATO".to_owned(),
        ..paper("Alliance", marked_under("NATO", "SECRET", None, &[]), b"alliance")
    };
    let mut rik = house.unlock("rik");
    let document = rik.file_document(new, &mut quietly).expect("rik files the document");
    house.unlock("ada");
    let lower = NewDecision { marking: Some(marked_under("NATO", "RESTRICTED", None, &[])), ..to("SECRET") };
    assert_eq!(codes(&rik.reclassify(&document.id, &lower).expect_err("refused")), ["consent_missing"]);
}

#[test]
fn under_the_full_rules_the_list_waits_for_a_second_security_officer() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let request = ada.add_authority("Section Analyse").expect("added").request().expect("it waits for others");
    assert!(sam.authorities().expect("sam lists the authorities").authorities.is_empty(), "to ask changes nothing");
    let stale = ada.add_authority("Section Étude").expect("added").request().expect("it waits for others");
    let view = sam.assent(&request).expect("sam sees the request");
    assert_eq!((view.summary.kind, view.summary.about.as_str()), (AssentKind::Authorities, "Section Analyse"));
    let AskedFor::Authorities(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((asked.added.as_slice(), asked.removed.len()), (&["Section Analyse".to_owned()][..], 0));
    sam.give_assent(&request).expect("sam says yes");
    assert_eq!(ada.authorities().expect("ada lists the authorities").authorities, ["Section Analyse"]);
    assert_eq!(codes(&sam.give_assent(&stale).expect_err("sam's yes is refused")), ["request_stale"]);
    // Taken off: asked for as well, with the reason.
    let request =
        ada.remove_authority("section  analyse", "dissolved").expect("removed").request().expect("it waits for others");
    let AskedFor::Authorities(asked) = sam.assent(&request).expect("seen").asked else { panic!("a list") };
    assert_eq!(asked.removed, ["Section Analyse"]);
    let filter = LogFilter { action: Some("request-authorities".to_owned()), limit: 10, ..LogFilter::default() };
    let rows = house.unlock("otto").log(&filter).expect("otto reads the log").rows;
    assert!(rows.iter().any(|row| row.detail.get("why").is_some_and(|why| why == "dissolved")), "{rows:?}");
    let alone = json!({ "event": "authorities-replaced", "authorities": [] });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(alone)), "takes_two");
    let own = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(own)), "own_request");
    sam.give_assent(&request).expect("sam says yes");
    assert!(ada.authorities().expect("ada lists the authorities").authorities.is_empty());
}

#[test]
fn only_a_security_officer_keeps_the_list_and_everybody_reads_it() {
    let house = House::furnished();
    for officer in ["rik", "bea", "rosa", "otto"] {
        let mut session = house.unlock(officer);
        let denied = session.add_authority("Section Analyse").expect_err("the new authority is refused");
        assert_eq!((denied.exit(), codes(&denied)), (ExitClass::Denied, vec!["role_required"]), "{officer}");
        assert_eq!(
            codes(&session.remove_authority("Section Analyse", "dissolved").expect_err("refused")),
            ["role_required"]
        );
    }
    house.unlock("sam").add_authority("Section Analyse").expect("sam adds the authority");
    let seen = house.unlock("bea").authorities().expect("bea lists the authorities");
    assert_eq!((seen.vault.as_str(), seen.authorities.len()), ("Registry of the exercise", 1));
    // An index that is made again from the log knows it as well, and oversight reads who changed it.
    assert_eq!(house.unlock_without_index("bea").authorities().expect("bea lists the authorities"), seen);
    let filter = LogFilter { action: Some("add-authority".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("otto").log(&filter).expect("otto reads the log").rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].detail.get("authority").map(String::as_str), Some("Section Analyse"));
}

#[test]
fn a_name_is_there_once_and_can_be_read() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    sam.add_authority("Section Étude").expect("sam adds the authority");
    for (name, code) in [
        ("section etude", "exists"),
        ("registry of THE exercise", "exists"),
        ("", "missing"),
        (" \u{202e}\n", "missing"),
        (&"x".repeat(201), "too_long"),
    ] {
        assert_eq!(sam.add_authority(name).expect_err("sam's new authority is refused").code(), code, "{name:?}");
    }
    // A mark that nobody sees does not make another name of it: it is refused, and not left out unsaid.
    assert_eq!(sam.add_authority("Section\u{61c}Étude").expect_err("refused").code(), "character");
    for name in ["Section", "Registry of the exercise"] {
        assert_eq!(sam.remove_authority(name, "dissolved").expect_err("refused").code(), "not_found", "{name}");
    }
    assert_eq!(sam.remove_authority("Section Étude", " ").expect_err("refused").code(), "missing");
    for n in 1..200 {
        sam.add_authority(&format!("Cell {n}")).expect("sam adds the authority");
    }
    assert_eq!(sam.add_authority("One more").expect_err("sam's new authority is refused").code(), "too_long");
    assert_eq!(house.unlock("bea").authorities().expect("bea lists the authorities").authorities.len(), 200);
}

/// Two security officers at once: neither takes away what the other has added.
#[test]
fn what_two_add_at_the_same_time_is_on_the_list() {
    let house = House::furnished();
    let (mut sam, mut ada) = (house.unlock("sam"), house.unlock("ada"));
    sam.add_authority("One").expect("sam adds the authority");
    ada.add_authority("Two").expect("ada adds the authority");
    assert_eq!(sam.authorities().expect("sam lists the authorities").authorities, ["One", "Two"]);
    assert_eq!(ada.add_authority("one").expect_err("ada's new authority is refused").code(), "exists");
}

fn event(names: &[&str]) -> Value {
    json!({ "event": "authorities-replaced", "authorities": names })
}

#[track_caller]
fn refused(author: &str, forgery: Forgery) -> String {
    let house = House::furnished();
    Hostile::new(&house, author).append(forgery);
    match house.try_unlock("bea") {
        Err(Error::Forged { rule, .. }) => rule.to_owned(),
        other => panic!("{:?}", other.map(|_| "nobody noticed")),
    }
}

#[test]
fn a_list_that_somebody_else_signs_or_that_nobody_could_have_made_is_forged() {
    for author in ["rik", "bea", "rosa", "otto"] {
        assert_eq!(refused(author, Forgery::of(event(&["SGRS"]))), "not_security_officer");
    }
    let light = Forgery { weight: seal::Weight::Single, ..Forgery::of(event(&["SGRS"])) };
    assert_eq!(refused("sam", light), "signed_too_lightly");
    let many: Vec<String> = (0..201).map(|n| format!("Cell {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let long = "x".repeat(201);
    for names in [&many[..], &["A", "a"], &["registry of the EXERCISE"], &[""], &["a\u{202e}b"], &[" a"], &[&long]] {
        assert_eq!(refused("sam", Forgery::of(event(names))), "authorities_misshapen", "{names:.60?}");
    }
    let more = json!({ "event": "authorities-replaced", "authorities": ["A"], "also": 1 });
    assert_eq!(refused("sam", Forgery::of(more)), "events_malformed");
    // The tool itself: what a security officer could have made passes.
    let house = House::furnished();
    Hostile::new(&house, "sam").append(Forgery::of(event(&["SGRS"])));
    assert_eq!(house.unlock("bea").authorities().expect("bea lists the authorities").authorities, ["SGRS"]);
}
