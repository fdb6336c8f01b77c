//! What authors tell oversight about their entries, and what their entries did.

use seal::{PartKey, seal_bytes, seal_part};
use serde_json::{Value, json};
use vault::*;

use super::forged::{caught, rule};
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn clearance(level: &str) -> Value {
    json!({ "event": "clearance-granted", "officer": "carl", "policy": "BEL", "level": level, "categories": {},
            "from": "2026-01-01", "until": "2030-12-31", "certificate": "x", "authority": "ANS" })
}

/// The words that a program of the house would have written about it.
fn words(level: &str) -> Value {
    json!({ "did": "grant-clearance", "detail": { "officer": "carl", "policy": "BEL", "level": level, "from": "2026-01-01",
            "until": "2030-12-31", "certificate": "x", "authority": "ANS" } })
}

/// What the auditor reads of the last entry that sam wrote: the acts, and of what does not fit, which act and what is wrong.
fn told(house: &House, forgery: Forgery) -> Vec<(String, String)> {
    let mut sam = Hostile::new(house, "sam");
    let index = sam.position.size();
    sam.append(forgery);
    let rows = house.unlock("otto").log(&LogFilter { limit: 1000, ..LogFilter::default() }).expect("listed").rows;
    let of = |name: &str, row: &LogRow| row.detail.get(name).cloned().unwrap_or_default();
    rows.iter()
        .filter(|row| row.index == index)
        .map(|row| match row.action.as_str() {
            "does-not-fit" => (of("action", row), of("fault", row)),
            action => (action.to_owned(), of("level", row)),
        })
        .collect()
}

fn pairs(told: &[(String, String)]) -> Vec<(&str, &str)> {
    told.iter().map(|(one, other)| (one.as_str(), other.as_str())).collect()
}

#[test]
fn words_that_fit_are_no_line_of_their_own() {
    let house = House::furnished();
    let lines = told(&house, Forgery::of(clearance("SECRET")).saying(vec![words("SECRET")]));
    assert_eq!(pairs(&lines), [("grant-clearance", "SECRET")]);
}

#[test]
fn an_unlocking_in_place_of_a_grant() {
    let house = House::furnished();
    let unlock = json!({ "did": "unlock", "detail": {} });
    let lines = told(&house, Forgery::of(clearance("TRES SECRET")).saying(vec![unlock]));
    assert_eq!(pairs(&lines), [("grant-clearance", "TRES SECRET"), ("unlock", ""), ("grant-clearance", "not-said")]);
}

#[test]
fn a_lower_level_another_person_and_a_value_that_the_event_has_not() {
    for (name, value) in [("level", "CONFIDENTIEL"), ("officer", "bea"), ("why", "routine")] {
        let house = House::furnished();
        let mut other = words("SECRET");
        other["detail"][name] = json!(value);
        let lines = told(&house, Forgery::of(clearance("SECRET")).saying(vec![other]));
        assert_eq!(pairs(&lines), [("grant-clearance", "SECRET"), ("grant-clearance", "contradicts")], "{name}");
    }
}

#[test]
fn a_deed_that_the_entry_does_not_do() {
    let house = House::furnished();
    let unlock = json!({ "did": "unlock", "detail": {} });
    let lines = told(&house, Forgery::all(Vec::new()).saying(vec![unlock, words("SECRET")]));
    assert_eq!(pairs(&lines), [("unlock", ""), ("grant-clearance", "not-done")]);
    for odd in [
        json!({ "did": "crown", "detail": {} }),
        json!({ "did": "does-not-fit", "detail": {} }),
        json!({ "did": "unlock", "detail": { "officer": "bea" } }),
        json!({ "did": "open", "detail": { "document": seal::random_id(), "purpose": "x" } }),
        json!({ "did": "change-passphrase", "detail": { "officer": "bea" } }),
        json!({ "did": "wrote-package", "detail": { "release": seal::random_id() } }),
    ] {
        let lines = told(&House::furnished(), Forgery::all(Vec::new()).saying(vec![odd.clone()]));
        assert_eq!(pairs(&lines), [(odd["did"].as_str().expect("`did` is text"), "not-done")]);
    }
}

/// Anyone who reads the words of the entry refuses one that has none; an empty list of events is refused by everybody.
#[test]
fn an_entry_that_says_nothing() {
    for events in [Vec::new(), vec![clearance("TRES SECRET")]] {
        let house = House::furnished();
        let mut sam = Hostile::new(&house, "sam");
        let index = sam.position.size();
        sam.append(Forgery::all(events).saying(Vec::new()));
        assert_eq!(rule(house.try_unlock("otto"), index), "says_nothing");
        assert_eq!(rule(house.try_unlock("sam"), index), "says_nothing");
    }
    let house = House::furnished();
    let found = caught(&house, "carl", |hostile| {
        let plain = br#"{"v":1,"is":[]}"#;
        let sealed = seal_part(&hostile.vault_key(1), &hostile.place("common/1"), plain);
        Forgery::all(Vec::new()).part("common/1", sealed)
    });
    assert_eq!(found, "says_nothing");
}

#[test]
fn what_an_unreadable_entry_did_is_told_from_its_events() {
    let house = House::furnished();
    let lines = told(&house, Forgery::of(clearance("TRES SECRET")));
    assert_eq!(pairs(&lines), [("grant-clearance", "TRES SECRET"), ("unreadable", "")]);
}

#[test]
fn a_line_on_a_sheet_behind_an_unlocking() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut bea = Hostile::new(&house, "bea");
    let index = bea.position.size();
    let sheet = bea.sealed_sheet(
        filed.class.as_str(),
        1,
        &json!({ "sheet": "opened", "document": filed.id.as_str(),
        "purpose": "x" }),
    );
    let unlock = json!({ "did": "unlock", "detail": {} });
    bea.append(Forgery::all(Vec::new()).part(sheet.0, sheet.1).saying(vec![unlock]));
    let rows = house.unlock("otto").log(&LogFilter::default()).expect("otto reads the log").rows;
    let line = rows.iter().find(|row| row.index == index && row.action == "does-not-fit").expect("the line is listed");
    assert_eq!(line.detail.get("fault").map(String::as_str), Some("sheet-not-said"));
    assert_eq!(line.detail.get("class").map(String::as_str), Some(filed.class.as_str()));
}

#[test]
fn a_second_key_for_the_session_of_a_colleague() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    read(&mut bea, &filed.id);
    let hostile = Hostile::new(&house, "carl");
    let tag = hostile
        .tags()
        .into_iter()
        .rfind(|tag| tag.starts_with("oversight/"))
        .expect("the log has a part for oversight");
    let session = tag.trim_start_matches("oversight/").to_owned();
    drop(hostile);
    let found = caught(&house, "carl", |hostile| {
        let key = PartKey::generate();
        let words = seal_part(&key, &hostile.place(&tag), br#"{"v":1,"is":[{"did":"unlock","detail":{}}]}"#);
        let keys = hostile.session_key(&session, &key, &[]);
        let forgery = Forgery { oversight: false, ..Forgery::all(Vec::new()) }.part(tag.clone(), words);
        keys.into_iter().fold(forgery, |forgery, (audience, sealed)| forgery.part(audience, sealed))
    });
    assert_eq!(found, "session_begun_twice");
}

#[test]
fn words_under_the_session_of_a_colleague_or_of_nobody() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let tag = Hostile::new(&house, "carl")
        .tags()
        .into_iter()
        .rfind(|tag| tag.starts_with("oversight/"))
        .expect("the log has a part for oversight");
    for tag in [tag, format!("oversight/{}", seal::random_id())] {
        let house = house.copy();
        let found =
            caught(&house, "carl", |_| Forgery { oversight: false, ..Forgery::all(Vec::new()) }.part(tag, vec![7; 80]));
        assert_eq!(found, "session_of_another");
    }
    // A key for another session than the one that the entry writes under.
    let found = caught(&house, "carl", |hostile| {
        let (session, other) = (seal::random_id(), seal::random_id());
        let keys = hostile.session_key(&other, &PartKey::generate(), &[]);
        let forgery = Forgery { oversight: false, ..Forgery::all(Vec::new()) };
        let forgery = forgery.part(format!("oversight/{session}"), vec![7; 80]);
        keys.into_iter().fold(forgery, |forgery, (audience, sealed)| forgery.part(audience, sealed))
    });
    assert_eq!(found, "session_of_another");
}

/// A key that names the session of a colleague, inside the part for one's own session.
#[test]
fn a_key_that_names_another_session_than_its_own_is_taken_for_neither() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    // Enough for the auditor's index to keep a snapshot after bea's session began: its key is forgotten with the process.
    let mut rosa = house.unlock("rosa");
    for _ in 0..130 {
        read(&mut rosa, &filed.id);
    }
    let mut bea = house.unlock("bea");
    let mut carl = Hostile::new(&house, "carl");
    let theirs =
        carl.tags().into_iter().rfind(|tag| tag.starts_with("oversight/")).expect("the log has a part for oversight");
    drop(house.unlock("otto"));
    let (own, key) = (seal::random_id(), PartKey::generate());
    let text = format!(
        "# session {}\n# {}\n",
        theirs.trim_start_matches("oversight/"),
        key.expose_secret_line().expose_secret()
    );
    let oversight: seal::Recipient =
        carl.events()[0]["oversight"].as_str().expect("a text").parse().expect("it is a recipient");
    let sealed = seal_bytes(&[&oversight], text.as_bytes()).expect("it is sealed");
    let tag = format!("oversight/{own}");
    let words = seal_part(&key, &carl.place(&tag), br#"{"v":1,"is":[{"did":"unlock","detail":{}}]}"#);
    let own_part = carl.session_key(&own, &key, &[]).pop().expect("the entry bears a session key");
    let forgery = Forgery { oversight: false, ..Forgery::all(Vec::new()) };
    let forgery = forgery.part(tag, words).part(format!("oversight-key/{own}"), sealed);
    carl.read();
    carl.append(forgery.part(own_part.0, own_part.1));
    read(&mut bea, &filed.id);
    let rows =
        house.unlock("otto").log(&LogFilter { officer: Some(id("bea")), ..LogFilter::default() }).expect("listed").rows;
    assert!(rows.iter().any(|row| row.action == "open" && row.officer == id("bea")), "her deeds stay readable");
    assert!(!rows.iter().any(|row| row.action == "unreadable" && row.officer == id("bea")));
}

#[test]
fn a_sheet_of_a_document_that_its_author_may_not_read() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let found = caught(&house, "carl", |hostile| {
        let sheet = hostile.sealed_sheet(
            filed.class.as_str(),
            1,
            &json!({ "sheet": "opened",
            "document": filed.id.as_str(), "purpose": "slander" }),
        );
        Forgery::all(Vec::new()).part(sheet.0, sheet.1)
    });
    assert_eq!(found, "sheet_without_right");
}

#[test]
fn a_note_in_a_dossier_whose_list_its_author_does_not_keep() {
    let house = House::furnished();
    let found = caught(&house, "bea", |hostile| {
        let dossier = hostile.event("dossier-created")["dossier"].as_str().expect("`dossier` is text").to_owned();
        Forgery::all(Vec::new()).part(format!("dossier/{dossier}/1"), vec![1; 80])
    });
    assert_eq!(found, "note_without_right");
}

#[test]
fn a_clearance_for_longer_than_the_law_knows() {
    let house = House::furnished();
    let mut event = clearance("SECRET");
    event["until"] = json!("2031-01-02");
    assert_eq!(caught(&house, "sam", |_| Forgery::of(event)), "clearance_too_long");
}

fn partner_of(hostile: &Hostile, name: &str) -> Value {
    let recipient = hostile.identity.recipient();
    json!({ "event": "partner-added", "partner": { "id": name, "name": name, "nation": "FRA", "communities": [],
        "contact": "", "recipient": recipient.to_string(), "signing_key": null, "ceiling": "secret", "agreement": "A-1",
        "until": null } })
}

#[test]
fn a_partner_whose_key_is_confirmed_by_the_officer_who_entered_it() {
    let house = House::furnished();
    let mut rosa = Hostile::new(&house, "rosa");
    let key = seal::Identity::generate();
    let (mut added, fingerprint) = (partner_of(&rosa, "OWN"), key.recipient().fingerprint());
    added["partner"]["recipient"] = json!(key.recipient().to_string());
    let entered = rosa.position.size();
    rosa.append(Forgery::of(added.clone()));
    let confirmed =
        json!({ "event": "partner-confirmed", "partner": "OWN", "fingerprint": fingerprint, "entered": entered });
    let rightful = house.copy();
    Hostile::new(&rightful, "sam").append(Forgery::of(confirmed.clone()));
    drop(rightful.unlock("bea"));
    assert_eq!(caught(&rightful, "ada", |_| Forgery::of(confirmed.clone())), "partner_confirmed_twice");
    assert_eq!(caught(&house, "rosa", |_| Forgery::of(confirmed.clone())), "partner_confirmed_by_oneself");
    // Nor both in one entry.
    let house = House::furnished();
    let both = caught(&house, "rosa", |_| Forgery::all(vec![added, confirmed]));
    assert_eq!(both, "partner_confirmed_by_oneself");
}

#[test]
fn a_release_that_is_refused_without_the_right_or_goes_on_after_it() {
    let (house, release) = super::forged::with_release();
    let refused = super::forged::answered(&release, "no");
    for officer in ["rosa", "rik", "carl", "ada"] {
        let found = caught(&house.copy(), officer, |_| Forgery::of(refused.clone()));
        assert_eq!(found, "released_without_right", "{officer}");
    }
    let mut ada = house.unlock("ada");
    // One's own request at no level, also where nobody else is needed to approve it.
    let lower = file(&mut house.unlock("rik"), "Lower", marked("CONFIDENTIEL", Some(&["BEL", "FRA"])));
    let partner = PartnerId::parse("DGSE").expect("of the form of an id");
    let own = house.unlock("rosa").request_release(&partner, &[lower.id], "exchange", &[]).expect("asked for").release;
    let own = super::forged::answered(&own, "no");
    assert_eq!(caught(&house.copy(), "rosa", |_| Forgery::of(own)), "released_without_right");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    Hostile::new(&house, "remi").append(Forgery::of(refused.clone()));
    drop(house.unlock("bea"));
    for answer in ["yes", "no", "withdrawn"] {
        let after = super::forged::answered(&release, answer);
        assert_eq!(caught(&house.copy(), "remi", |_| Forgery::of(after)), "request_over", "{answer}");
    }
    let written = json!({ "event": "release-written", "release": release.as_str() });
    assert_eq!(caught(&house.copy(), "remi", |_| Forgery::of(written)), "release_out_of_order");
}

/// Whatever the program of the house does: nothing that it says of itself is reported, and nothing is unreadable.
/// Asks three times, since the same is not asked for twice while it waits: withdrawn, refused, agreed to.
fn answered_each_way(ada: &mut Session, sam: &mut Session, mut ask: impl FnMut(&mut Session) -> AssentId) {
    let asked = ask(ada);
    ada.withdraw_assent(&asked, Some("a slip")).expect("ada withdraws the request");
    let asked = ask(ada);
    sam.refuse_assent(&asked, "not yet").expect("sam says no");
    let asked = ask(ada);
    sam.give_assent(&asked).expect("sam says yes");
}

#[test]
fn what_honest_programs_say_fits_what_they_do() {
    use super::reclassify::{own, to};
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    ada.add_authority("Section Analyse").expect("ada adds the authority");
    ada.remove_authority("section  analyse", "closed").expect("ada removes the authority");
    ada.replace_guide(Guide::builtin().clone()).expect("ada replaces the guide");
    share_by_two(&mut ada);
    let mut sam = house.unlock("sam");
    let approve = |ada: &mut Session| ada.record_approval(approval(Level::Secret)).expect("ada asks for the approval");
    answered_each_way(&mut ada, &mut sam, approve);
    // Under the full rules from here on.
    for ask in [
        |session: &mut Session| session.replace_guide(Guide::builtin().clone()).expect("replaced").request(),
        |session: &mut Session| session.add_authority("Section Analyse").expect("added").request(),
    ] {
        answered_each_way(&mut ada, &mut sam, |ada| ask(ada).expect("it takes two"));
    }
    ada.remove_authority("section analyse", "closed").expect("ada removes the authority");
    let mut rik = house.unlock("rik");
    let high = rik.file_document(own("High", "SECRET"), &mut quietly).expect("rik files the document");
    let made = NewDocument { sources: vec![high.id.clone()], ..own("Made", "SECRET") };
    let made = rik.file_document(made, &mut quietly).expect("rik files the document");
    let shared = NewDocument { marking: marked("SECRET", Some(&["BEL", "FRA"])), ..own("Shared", "SECRET") };
    let shared = rik.file_document(shared, &mut quietly).expect("rik files the document");
    rik.reclassify(&made.id, &to("CONFIDENTIEL")).expect("rik changes the marking");
    rik.reclassify(&high.id, &NewDecision { marking: None, ..to("SECRET") }).expect("rik changes the marking");
    file(&mut house.unlock("carl"), "Tip", marked("SECRET", None));
    try_read(&mut house.unlock("carl"), &high.id).expect_err("carl's opening is refused");
    let partner = super::releases::partner(&house, "DGSE", "FRA", Level::Secret);
    let (mut rosa, mut remi) = (house.unlock("rosa"), house.unlock("remi"));
    let mut ask = || {
        rosa.request_release(&partner, std::slice::from_ref(&shared.id), "exchange", &[]).expect("asked for").release
    };
    let (one, two) = (ask(), ask());
    remi.refuse_release(&one, "not now").expect("remi refuses the release");
    remi.approve_release(&two).expect("remi approves the release");
    let warrant = remi.release_permit(&two).expect("remi is given the permit");
    remi.release_written(warrant, "p.tar.age", &[7; 32]).expect("remi records the package");
    remi.notified(&shared.id, &partner).expect("remi records that the partner was told");
    ada.catch_up().expect("ada reads on");
    ada.recall_release(&two, "an error").expect("ada recalls the release");
    ada.suspend_clearance(&id("bea"), "BEL", "inquiry").expect("ada suspends bea's clearance");
    answered_each_way(&mut ada, &mut sam, |ada| {
        ada.reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("reinstated").expect("it waits")
    });
    let charged = || [Role::Reader, Role::Auditor].into();
    answered_each_way(&mut ada, &mut sam, |ada| {
        ada.change_roles(&id("carl"), &charged(), Some("he oversees")).expect("changed").request.expect("it waits")
    });
    answered_each_way(&mut ada, &mut sam, |ada| {
        let request = house.request("bea", "BEL", &phrase());
        ada.reissue_officer(&id("bea"), request.as_bytes(), "lost").expect("let in").request.expect("it waits")
    });
    ada.change_roles(&id("carl"), &[Role::Reader].into(), Some("he leaves")).expect("ada changes carl's roles");
    ada.withdraw_clearance(&id("bea"), "BEL", "decision").expect("ada withdraws bea's clearance");
    ada.remove_member(&dossier("D-1"), &id("bea"), "other duty").expect("ada takes bea out of the dossier");
    read(&mut rik, &high.id);
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    rik.change_passphrase(&phrase(), &Passphrase::new("four words known to one".to_owned())).expect("changed");

    let mut seen = std::collections::BTreeSet::new();
    let mut faults = Vec::new();
    let each = &mut |row: &LogRow| {
        seen.insert(row.action.clone());
        if ["does-not-fit", "unreadable"].contains(&row.action.as_str()) {
            faults.push(row.clone());
        }
        Ok::<(), Error>(())
    };
    house.unlock("otto").whole_log(&LogFilter::default(), each).expect("otto reads the whole log");
    assert!(faults.is_empty(), "{faults:#?}");
    for act in [
        "add-authority",
        "remove-authority",
        "replace-guide",
        "request-guide",
        "refuse-guide",
        "recall-guide",
        "request-authorities",
        "replace-authorities",
        "refuse-authorities",
        "recall-authorities",
        "record-approval",
        "request-approval",
        "refuse-approval",
        "recall-approval",
        "derive",
        "reclassify",
        "prepare-reclassify",
        "deny",
        "request-release",
        "refuse-release",
        "approve-release",
        "write-release",
        "wrote-package",
        "notify",
        "recall-release",
        "suspend-clearance",
        "request-reinstatement",
        "refuse-reinstatement",
        "recall-reinstatement",
        "request-roles",
        "give-roles",
        "refuse-roles",
        "recall-roles",
        "change-roles",
        "request-reissue",
        "reissue-identity",
        "refuse-reissue",
        "recall-reissue",
        "reinstate-clearance",
        "withdraw-clearance",
        "remove-member",
        "disable-officer",
        "change-passphrase",
        "renew-key",
        "deliver-key",
        "make-class",
        "confirm-partner",
    ] {
        assert!(seen.contains(act), "no {act} in {seen:?}");
    }
}
