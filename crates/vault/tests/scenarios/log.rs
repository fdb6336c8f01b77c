use vault::*;

use super::house::*;

fn actions(session: &mut Session, filter: &LogFilter) -> Vec<String> {
    session.log(filter).unwrap().rows.into_iter().map(|row| row.action).collect()
}

#[test]
fn an_officer_sees_his_own_deeds_what_is_about_him_and_the_sheets_of_what_he_may_see() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    let low = file(&mut house.unlock("rik"), "Low", marked("RESTREINT", None)).unwrap();
    read(&mut house.unlock("bea"), &filed.id).unwrap();
    read(&mut house.unlock("carl"), &low.id).unwrap();

    let mut rosa = house.unlock("rosa");
    let about = LogFilter { document: Some(filed.id.clone()), ..LogFilter::default() };
    let rows = rosa.log(&about).unwrap().rows;
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (row.officer.as_str(), row.action.as_str())).collect();
    assert_eq!(told, [("bea", "open"), ("rik", "file")]);
    let all = actions(&mut rosa, &LogFilter::default());
    assert!(all.contains(&"grant-clearance".to_owned()) && all.contains(&"add-member".to_owned()));

    let mut carl = house.unlock("carl");
    assert!(carl.log(&about).unwrap().rows.is_empty());
    let rows = carl.log(&LogFilter::default()).unwrap().rows;
    let strangers: Vec<&LogRow> = rows
        .iter()
        .filter(|row| row.officer != id("carl") && row.detail.get("officer").is_none_or(|o| o != "carl"))
        .filter(|row| row.subject != low.id.as_str())
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn an_officer_still_sees_what_he_did_in_earlier_sessions_with_a_new_desk() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    read(&mut house.unlock("bea"), &filed.id).unwrap();
    std::fs::remove_file(house.path("desks/bea.sqlite")).unwrap();
    let mut bea = house.unlock("bea");
    assert!(bea.warnings().iter().any(|warning| warning.code == "desk_rebuilt"));
    let own = actions(&mut bea, &LogFilter { officer: Some(id("bea")), ..LogFilter::default() });
    assert_eq!(own.iter().filter(|action| *action == "open").count(), 1);
    assert!(own.iter().filter(|action| *action == "unlock").count() >= 2);
}

#[test]
fn an_auditor_who_comes_later_reads_everything_that_was_before() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    read(&mut house.unlock("bea"), &filed.id).unwrap();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "ines", "BEL", &[Role::Auditor]);
    let mut ines = house.unlock("ines");
    let seen = actions(&mut ines, &LogFilter { limit: 1000, ..LogFilter::default() });
    for action in ["found", "open", "file", "add-officer", "create-dossier"] {
        assert!(seen.iter().any(|other| other == action), "no {action} in {seen:?}");
    }
    assert!(!seen.iter().any(|action| action == "unreadable"));
}

#[test]
fn the_log_comes_in_pages_without_gap_or_repetition() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let all = ada.log(&LogFilter { limit: 1000, ..LogFilter::default() }).unwrap();
    assert!(all.next.is_none());
    let mut paged = Vec::new();
    let mut after = None;
    loop {
        let page = ada.log(&LogFilter { limit: 3, after: after.clone(), ..LogFilter::default() }).unwrap();
        paged.extend(page.rows);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(paged, all.rows);
    let bad = LogFilter { after: Some("x".to_owned()), ..LogFilter::default() };
    assert_eq!(ada.log(&bad).unwrap_err().code(), "malformed");
}

#[test]
fn the_log_can_be_asked_since_when_and_for_what() {
    let house = House::furnished();
    house.clock.forward(1);
    let since = house.clock.now();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    let mut otto = house.unlock("otto");
    let rows = otto.log(&LogFilter { since: Some(since), ..LogFilter::default() }).unwrap().rows;
    assert!(rows.iter().all(|row| row.at >= since) && rows.iter().any(|row| row.action == "make-class"));
    let filed = actions(&mut otto, &LogFilter { action: Some("file".to_owned()), ..LogFilter::default() });
    assert_eq!(filed, ["file"]);
    let about = LogFilter { officer: Some(id("carl")), ..LogFilter::default() };
    assert!(actions(&mut otto, &about).contains(&"add-officer".to_owned()));
}

#[test]
fn wrong_passphrases_are_told_at_the_next_unlock_and_recorded() {
    let house = House::furnished();
    for _ in 0..2 {
        let wrong = house.open().unlock(&id("bea"), &Passphrase::new("not this one".to_owned())).unwrap_err();
        assert_eq!(wrong.exit(), ExitClass::Passphrase);
    }
    let mut bea = house.unlock("bea");
    assert_eq!(bea.failed_attempts(), 2);
    let unlocks = LogFilter { action: Some("unlock".to_owned()), ..LogFilter::default() };
    assert_eq!(bea.log(&unlocks).unwrap().rows[0].detail.get("failed").map(String::as_str), Some("2"));
    drop(bea);
    assert_eq!(house.unlock("bea").failed_attempts(), 0);
}

#[test]
fn the_consultation_sheet_says_who_opened_a_document_and_why() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    house.unlock("bea").open_document(&filed.id, "analysis of the week").unwrap();
    let history = house.unlock("rosa").document(&filed.id).unwrap().history;
    assert_eq!(history.len(), 2);
    assert_eq!((history[1].officer.as_str(), history[1].purpose.as_str()), ("bea", "analysis of the week"));
}

#[test]
fn who_hides_a_deed_from_oversight_shows_by_that() {
    let house = House::furnished();
    let event =
        serde_json::json!({ "event": "clearance-changed", "officer": "bea", "policy": "BEL", "status": "valid" });
    // Rightful, but its oversight part is under a key that nobody has.
    super::hostile::Hostile::new(&house, "sam").append(super::hostile::Forgery::of(event));
    let rows = house.unlock("otto").log(&LogFilter::default()).unwrap().rows;
    assert!(rows.iter().any(|row| row.action == "unreadable" && row.officer == id("sam")));
    assert!(!rows.iter().any(|row| row.action == "unreadable" && row.officer != id("sam")));
}
