use vault::*;

use super::house::*;

fn actions(session: &mut Session, filter: &LogFilter) -> Vec<String> {
    session.log(filter).expect("the officer reads the log").rows.into_iter().map(|row| row.action).collect()
}

#[test]
fn an_officer_sees_his_own_deeds_what_is_about_him_and_the_sheets_of_what_he_may_see() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let low = file(&mut house.unlock("rik"), "Low", marked("RESTREINT", None));
    read(&mut house.unlock("bea"), &filed.id);
    read(&mut house.unlock("carl"), &low.id);

    let mut rosa = house.unlock("rosa");
    let about = LogFilter { document: Some(filed.id.clone()), ..LogFilter::default() };
    let rows = rosa.log(&about).expect("rosa reads the log").rows;
    let told: Vec<(&str, &str)> = rows.iter().map(|row| (row.officer.as_str(), row.action.as_str())).collect();
    assert_eq!(told, [("bea", "open"), ("rik", "file")]);
    let all = actions(&mut rosa, &LogFilter::default());
    assert!(all.contains(&"grant-clearance".to_owned()) && all.contains(&"add-member".to_owned()));

    let mut carl = house.unlock("carl");
    assert!(carl.log(&about).expect("carl reads the log").rows.is_empty());
    let rows = carl.log(&LogFilter::default()).expect("carl reads the log").rows;
    let strangers: Vec<&LogRow> = rows
        .iter()
        .filter(|row| row.officer != id("carl") && row.detail.get("officer").is_none_or(|o| o != "carl"))
        .filter(|row| row.subject != low.id.as_str())
        .collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

#[test]
fn an_officer_still_sees_what_he_did_in_earlier_sessions_with_a_new_index() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    read(&mut house.unlock("bea"), &filed.id);
    std::fs::remove_file(house.path("desks/bea.sqlite")).expect("the index is removed");
    let mut bea = house.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).expect("bea unlocks");
    assert!(bea.warnings().iter().any(|warning| warning.code == "desk_rebuilt"));
    let own = actions(&mut bea, &LogFilter { officer: Some(id("bea")), ..LogFilter::default() });
    assert_eq!(own.iter().filter(|action| *action == "open").count(), 1);
    assert!(own.iter().filter(|action| *action == "unlock").count() >= 2);
}

#[test]
fn an_auditor_who_comes_later_reads_everything_that_was_before() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    read(&mut house.unlock("bea"), &filed.id);
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
    let all = ada.log(&LogFilter { limit: 1000, ..LogFilter::default() }).expect("ada reads the log");
    assert!(all.next.is_none());
    let mut paged = Vec::new();
    let mut after = None;
    loop {
        let page = ada.log(&LogFilter { limit: 3, after: after.clone(), ..LogFilter::default() }).expect("listed");
        paged.extend(page.rows);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(paged, all.rows);
    let bad = LogFilter { after: Some("x".to_owned()), ..LogFilter::default() };
    assert_eq!(ada.log(&bad).expect_err("ada's view of the log is refused").code(), "malformed");
}

#[test]
fn the_log_can_be_asked_since_when_and_for_what() {
    let house = House::furnished();
    house.clock.forward(1);
    let since = house.clock.now();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut otto = house.unlock("otto");
    let rows = otto.log(&LogFilter { since: Some(since), ..LogFilter::default() }).expect("otto reads the log").rows;
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
        let wrong =
            house.open().unlock(&id("bea"), &Passphrase::new("not this one".to_owned())).expect_err("locked out");
        assert_eq!(wrong.exit(), ExitClass::Passphrase);
    }
    let mut bea = house.unlock("bea");
    assert_eq!(bea.failed_attempts(), 2);
    let unlocks = LogFilter { action: Some("unlock".to_owned()), ..LogFilter::default() };
    assert_eq!(bea.log(&unlocks).expect("listed").rows[0].detail.get("failed").map(String::as_str), Some("2"));
    drop(bea);
    assert_eq!(house.unlock("bea").failed_attempts(), 0);
}

#[test]
fn the_consultation_sheet_says_who_opened_a_document_and_why() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    house.unlock("bea").open_document(&filed.id, "analysis of the week").expect("bea opens the document");
    let history = house.unlock("rosa").document(&filed.id).expect("rosa sees the document").history;
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
    let rows = house.unlock("otto").log(&LogFilter::default()).expect("otto reads the log").rows;
    assert!(rows.iter().any(|row| row.action == "unreadable" && row.officer == id("sam")));
    assert!(!rows.iter().any(|row| row.action == "unreadable" && row.officer != id("sam")));
}

fn value<'r>(row: &'r LogRow, name: &str) -> &'r LogValue {
    row.values.iter().find(|value| value.name == name).expect("it was recorded")
}

#[test]
fn the_log_names_a_document_to_those_who_may_open_it_and_to_nobody_else() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let about = LogFilter { document: Some(filed.id.clone()), action: Some("file".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("bea").log(&about).expect("bea reads the log").rows;
    let told = value(&rows[0], "document");
    assert_eq!(told.kind, LogKind::Document);
    assert_eq!(told.shown.as_deref(), Some(filed.reference.as_str()));
    assert_eq!(told.title.as_deref(), Some("Report"));
    assert_eq!(rows[0].about.as_ref(), Some(told));
    // Oversight reads that it was filed, and not what it is.
    let rows = house.unlock("otto").log(&about).expect("otto reads the log").rows;
    let told = value(&rows[0], "document");
    assert_eq!((told.value.as_str(), &told.shown, &told.title), (filed.id.as_str(), &None, &None));
    // Nor does the person who could open it once.
    let mut bea = house.unlock("bea");
    read(&mut bea, &filed.id);
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    let rows = bea.log(&LogFilter { action: Some("open".to_owned()), ..LogFilter::default() }).expect("listed").rows;
    assert_eq!(value(&rows[0], "document").title, None);
}

#[test]
fn the_log_names_people_dossiers_and_classifications_as_they_are_known() {
    let house = House::furnished();
    let rows = house.unlock("carl").log(&LogFilter { action: Some("add-member".to_owned()), ..LogFilter::default() });
    let rows = rows.expect("the log is listed").rows;
    let dossier = value(&rows[0], "dossier");
    assert_eq!((dossier.shown.as_deref(), dossier.title.as_deref()), (Some("D-1"), Some("Exercise one")));
    assert_eq!(value(&rows[0], "officer").shown.as_deref(), Some("carl of the house"));
    let granted = LogFilter { action: Some("grant-clearance".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("otto").log(&granted).expect("otto reads the log").rows;
    let level = value(&rows[0], "level");
    assert_eq!((level.kind, level.shown.as_deref()), (LogKind::Classification, Some("SECRET – GEHEIM")));
    assert_eq!(value(&rows[0], "until").kind, LogKind::Day);
}

#[test]
fn a_category_in_the_log_is_a_value_by_itself_under_the_name_of_its_tag() {
    let value = |value: &str| LogValue {
        name: "categories".to_owned(),
        kind: LogKind::Category,
        value: value.to_owned(),
        shown: None,
        title: None,
    };
    let say = |key: &str| (key == "tag-special-category-designators").then(|| "Désignateurs".to_owned());
    assert_eq!(value("Special Category Designators=ATOMAL").read(say), "Désignateurs ATOMAL");
    assert_eq!(value("Brand new=A=B").read(say), "Brand new A=B");

    let house = House::furnished();
    let categories = [("Handling".to_owned(), ["CRYPTO", "SOURCE"].map(str::to_owned).into())];
    let partner = NewPartner {
        id: PartnerId::parse("lisboa").expect("of the form of an id"),
        name: "Serviço".to_owned(),
        nation: "PRT".to_owned(),
        communities: Default::default(),
        contact: String::new(),
        recipient: seal::Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Secret,
        categories: categories.into(),
        agreement: None,
        until: None,
    };
    house.unlock("sam").add_partner(partner).expect("sam enters the partner");
    let added = LogFilter { action: Some("add-partner".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("otto").log(&added).expect("otto reads the log").rows;
    let told = rows[0].values.iter().filter(|value| value.kind == LogKind::Category);
    assert_eq!(told.map(|value| value.value.as_str()).collect::<Vec<_>>(), ["Handling=CRYPTO", "Handling=SOURCE"]);
}

#[test]
fn the_log_can_be_asked_until_when_and_read_as_a_whole() {
    let house = House::furnished();
    house.clock.forward(1);
    let since = house.clock.now();
    file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut otto = house.unlock("otto");
    let before = otto.log(&LogFilter { until: Some(since), limit: 1000, ..LogFilter::default() }).expect("listed").rows;
    assert!(!before.is_empty() && before.iter().all(|row| row.at < since));
    let all = LogFilter { limit: 1000, ..LogFilter::default() };
    let page = otto.log(&all).expect("otto reads the log").rows;
    let mut whole = Vec::new();
    let few = LogFilter { limit: 2, ..LogFilter::default() };
    let mut keep = |row: &LogRow| {
        whole.push(row.clone());
        Ok(())
    };
    let count = otto.whole_log::<Error>(&few, &mut keep).expect("otto reads the whole log");
    assert_eq!((count, whole), (page.len() as u64, page));
}

#[test]
fn what_is_open_is_decided_about_again_without_an_entry() {
    let house = House::furnished();
    let new = super::reclassify::own("Report", "SECRET");
    let filed = house.unlock("rik").file_document(new, &mut quietly).expect("rik files the document");
    let mut bea = house.unlock("bea");
    read(&mut bea, &filed.id);
    let marked_by = bea.marked_by(&filed.id);
    let entries = house.open().verify().expect("the log is whole").entries;
    bea.still_permitted(&filed.id, marked_by, None).expect("bea may still read it");
    assert_eq!(house.open().verify().expect("the log is whole").entries, entries);
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    let denied = bea.still_permitted(&filed.id, marked_by, None).expect_err("bea's reading is refused");
    assert!(matches!(&denied, Error::Denied { reasons, .. } if reasons[0].code == "clearance_suspended"), "{denied:?}");
    // Another marking than the one above its pages.
    let mut rik = house.unlock("rik");
    let marked_by = rik.marked_by(&filed.id);
    rik.still_permitted(&filed.id, marked_by, None).expect("rik may still read it");
    house.unlock("rik").reclassify(&filed.id, &super::reclassify::to("CONFIDENTIEL")).expect("rik changes the marking");
    let denied = rik.still_permitted(&filed.id, marked_by, None).expect_err("rik's reading is refused");
    assert!(matches!(&denied, Error::Denied { reasons, .. } if reasons[0].code == "marked_otherwise"), "{denied:?}");
}
