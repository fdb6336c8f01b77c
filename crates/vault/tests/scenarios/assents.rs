//! What takes the yes of another: at the decision, and at replay.

use serde_json::{Value, json};
use testkit::date;
use vault::*;

use super::forged::{caught, with_release};
use super::hostile::{Forgery, Hostile};
use super::house::*;

pub fn wanted(officer: &str, level: &str) -> GrantClearance {
    GrantClearance {
        officer: id(officer),
        policy: "BEL".to_owned(),
        level: level.to_owned(),
        categories: Default::default(),
        from: date(2026, 1, 1),
        until: date(2030, 12, 31),
        certificate: "ANS-1".to_owned(),
        authority: "ANS".to_owned(),
    }
}

fn ask(session: &mut Session, officer: &str) -> AssentId {
    match session.grant_clearance(wanted(officer, "SECRET")).expect("the officer grants the clearance") {
        Granted::Waiting(request) => request,
        Granted::Effective(view) => panic!("one alone granted {view:?}"),
    }
}

/// A house under the full rules, and a clearance for carl that ada asked for.
fn waiting() -> (House, AssentId) {
    let house = House::under_full_rules();
    let request = ask(&mut house.unlock("ada"), "carl");
    (house, request)
}

fn asked(officer: &str) -> Value {
    let Value::Object(mut matter) = granted(officer) else { panic!("an object") };
    matter.remove("event");
    matter.insert("kind".to_owned(), json!("clearance"));
    json!({ "event": "asked", "request": seal::random_id(), "matter": matter })
}

fn granted(officer: &str) -> Value {
    json!({ "event": "clearance-granted", "officer": officer, "policy": "BEL", "level": "SECRET", "categories": {},
            "from": "2026-01-01", "until": "2030-12-31", "certificate": "x", "authority": "ANS" })
}

fn answer(answer: &str, request: &AssentId) -> Value {
    json!({ "event": "answered", "request": request.as_str(), "answer": answer })
}

#[test]
fn under_the_full_rules_a_clearance_from_secret_up_waits_for_a_second_security_officer() {
    let house = House::under_full_rules();
    let mut ada = house.unlock("ada");
    // Below, one grants alone.
    let low = ada.grant_clearance(wanted("carl", "CONFIDENTIEL")).expect("ada grants the clearance");
    assert!(matches!(low, Granted::Effective(_)), "{low:?}");
    ada.create_dossier(NewDossier { id: dossier("D-1"), title: "One".to_owned(), lead: None, deputy: None })
        .expect("made");
    for member in ["carl", "rik"] {
        ada.add_member(&dossier("D-1"), &id(member), None, "exercise").expect("ada adds an officer to the dossier");
    }
    brief(&mut ada, "carl", "BEL", "SECRET");
    let filed = file(&mut house.unlock("rik"), "Paper", marked("SECRET", None));
    let request = ask(&mut ada, "carl");

    let mut carl = house.unlock("carl");
    assert_eq!(carl.clearances(false).expect("carl lists the clearances").len(), 1, "to ask grants nothing");
    assert!(matches!(try_read(&mut carl, &filed.id), Err(Error::NotFound { .. } | Error::Denied { .. })));
    let mut sam = house.unlock("sam");
    let view = sam.assents(&AssentFilter::default()).expect("sam lists the requests").rows.remove(0);
    let summary = &view.summary;
    assert_eq!(
        (summary.id.clone(), summary.kind, summary.about.as_str()),
        (request.clone(), AssentKind::Clearance, "carl")
    );
    assert_eq!((summary.by.as_str(), summary.given, summary.needed, summary.mine), ("ada", 0, 1, true));
    assert_eq!((view.may_give, view.may_refuse, view.may_withdraw), (true, true, false));
    let AskedFor::Clearance(change) = &view.asked else { panic!("{view:?}") };
    assert_eq!((change.clearance.level.as_str(), change.holds.len(), change.opens), ("SECRET", 1, 1));
    assert_eq!(sam.waiting().expect("sam sees what waits").requests_to_answer, 1);

    let done = sam.give_assent(&request).expect("sam says yes");
    assert_eq!((done.status, done.summary.given, done.may_give), (AssentStatus::Granted, 1, false));
    assert!(sam.assents(&AssentFilter::default()).expect("sam lists the requests").rows.is_empty());
    assert_eq!(sam.waiting().expect("sam sees what waits").requests_to_answer, 0);
    // Nobody holds the key: he gets it from custody.
    assert!(house.out_of_custody("carl"));
    let mut carl = house.unlock("carl");
    assert_eq!(read(&mut carl, &filed.id), b"the bytes of Paper");
    // It stands in the log of the officer whom it is about, and oversight reads who asked and who said yes.
    let rows = |session: &mut Session, action: &str| {
        let filter = LogFilter { action: Some(action.to_owned()), limit: 10, ..LogFilter::default() };
        session.log(&filter).expect("the officer reads the log").rows
    };
    let about = rows(&mut carl, "grant-clearance");
    assert!(about.iter().any(|row| row.officer == id("sam") && row.detail["level"] == "SECRET"), "{about:?}");
    let mut otto = house.unlock("otto");
    let asked = rows(&mut otto, "request-clearance");
    assert_eq!((asked.len(), asked[0].officer.as_str(), asked[0].subject.as_str()), (1, "ada", "carl"));
    assert_eq!(asked[0].detail["request"], request.as_str());
    assert!(rows(&mut otto, "does-not-fit").is_empty());
}

#[test]
fn under_the_rules_of_an_exercise_one_grants_alone() {
    let house = House::furnished();
    let granted = house.unlock("ada").grant_clearance(wanted("carl", "SECRET")).expect("ada grants the clearance");
    assert!(matches!(granted, Granted::Effective(_)), "{granted:?}");
}

#[test]
fn neither_who_asked_nor_whom_it_is_about_nor_who_has_not_the_charge_says_yes() {
    let (house, request) = waiting();
    let denied = |officer: &str| house.unlock(officer).give_assent(&request).expect_err("the yes is refused");
    assert_eq!(codes(&denied("ada")), ["second_person_required"]);
    // An auditor sees it and decides nothing; others do not know that it is there.
    assert_eq!(codes(&denied("otto")), ["role_required"]);
    for officer in ["rik", "carl"] {
        assert!(matches!(denied(officer), Error::NotFound { kind: "request", .. }), "{officer}");
        assert!(house.unlock(officer).assents(&AssentFilter::default()).expect("listed").rows.is_empty());
    }
    let mut ada = house.unlock("ada");
    let about_sam = ask(&mut ada, "sam");
    assert_eq!(codes(&house.unlock("sam").give_assent(&about_sam).expect_err("refused")), ["about_oneself"]);
    assert!(!ada.assent(&request).expect("ada sees the request").summary.mine, "one's own waits for another");
    let unknown = AssentId::parse(&seal::random_id()).expect("of the form of an id");
    assert!(matches!(ada.give_assent(&unknown), Err(Error::NotFound { .. })));
    // What was denied stands in the log.
    let filter = LogFilter { action: Some("deny".to_owned()), limit: 10, ..LogFilter::default() };
    let rows = house.unlock("otto").log(&filter).expect("otto reads the log").rows;
    assert!(rows.iter().any(|row| row.officer == id("ada") && row.detail["action"] == "grant-clearance"), "{rows:?}");
}

#[test]
fn a_request_is_refused_with_a_reason_or_withdrawn_by_its_asker_and_then_it_is_over() {
    let (house, request) = waiting();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    assert!(matches!(sam.refuse_assent(&request, " "), Err(Error::Missing { .. })));
    assert_eq!(codes(&sam.withdraw_assent(&request, None).expect_err("refused")), ["request_of_another"]);
    assert_eq!(codes(&ada.refuse_assent(&request, "no").expect_err("ada's no is refused")), ["second_person_required"]);
    sam.refuse_assent(&request, "no letter of the authority").expect("sam says no");
    // Who asked is told, and nobody else.
    let told = |session: &mut Session| {
        session.catch_up().expect("the session reads on");
        session.warnings().into_iter().find(|warning| warning.code == "request_refused")
    };
    let refused = told(&mut ada).expect("ada is told");
    assert_eq!(
        ["officer", "name", "why"].map(|param| refused.params[param].as_str()),
        ["sam", "carl of the house", "no letter of the authority"]
    );
    assert_eq!(told(&mut sam), None);
    for status in
        [sam.give_assent(&request).expect_err("refused"), ada.withdraw_assent(&request, None).expect_err("refused")]
    {
        assert!(matches!(&status, Error::State { what: "request", status } if status == "refused"), "{status:?}");
    }
    let filter = LogFilter { action: Some("refuse-clearance".to_owned()), limit: 10, ..LogFilter::default() };
    assert_eq!(ada.log(&filter).expect("ada reads the log").rows[0].detail["why"], "no letter of the authority");
    let second = ask(&mut ada, "carl");
    ada.withdraw_assent(&second, Some("a slip")).expect("ada withdraws the request");
    assert_eq!(ada.assent(&second).expect("ada sees the request").status, AssentStatus::Withdrawn);
    let third = ask(&mut ada, "carl");
    ada.withdraw_assent(&third, None).expect("ada withdraws the request");
    assert!(house.unlock("carl").clearances(false).expect("carl lists the clearances").is_empty());
}

#[test]
fn who_asked_is_told_at_the_next_look_that_it_was_granted_and_by_whom() {
    let (house, request) = waiting();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let told = |session: &mut Session| {
        session.catch_up().expect("the session reads on");
        let of_carl = |warning: &Reason| warning.params.get("name").is_some_and(|name| name.starts_with("carl"));
        session.warnings().into_iter().find(|warning| warning.code == "request_granted" && of_carl(warning))
    };
    assert_eq!(told(&mut ada), None, "it waits");
    sam.give_assent(&request).expect("sam says yes");
    let granted = told(&mut ada).expect("ada is told");
    assert_eq!(["officer", "name"].map(|param| granted.params[param].as_str()), ["sam", "carl of the house"]);
    assert_eq!(told(&mut sam), None, "and nobody else");
}

#[test]
fn an_answer_is_read_once_and_nothing_is_read_where_nothing_is_new() {
    let (house, request) = waiting();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let before = ada.warnings();
    let read = ada.answers_read();
    sam.give_assent(&request).expect("sam says yes");
    ada.catch_up().expect("the session reads on");
    let told = ada.warnings();
    assert_eq!((told.len(), ada.answers_read()), (before.len() + 1, read + 1));
    for _ in 0..10 {
        assert_eq!(ada.warnings(), told);
    }
    house.unlock("carl");
    ada.catch_up().expect("the session reads on");
    assert_eq!((ada.warnings(), ada.answers_read()), (told, read + 1), "what others do besides is no answer");
}

#[test]
fn what_was_decided_otherwise_meanwhile_is_not_granted() {
    let (house, request) = waiting();
    let mut ada = house.unlock("ada");
    ada.grant_clearance(wanted("carl", "RESTREINT")).expect("ada grants the clearance");
    let mut sam = house.unlock("sam");
    let view = sam.assent(&request).expect("sam sees the request");
    assert_eq!((view.may_give, view.may_refuse, view.why_not[0].code.as_str()), (false, true, "request_stale"));
    assert_eq!(codes(&sam.give_assent(&request).expect_err("sam's yes is refused")), ["request_stale"]);
}

#[test]
fn the_suspension_of_a_clearance_from_secret_up_ends_with_the_yes_of_another() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let granted = ask(&mut ada, "carl");
    sam.give_assent(&granted).expect("sam says yes");
    ada.suspend_clearance(&id("carl"), "BEL", "an inquiry").expect("ada suspends carl's clearance");
    let waits = ada
        .reinstate_clearance(&id("carl"), "BEL", "nothing was found")
        .expect("reinstated")
        .expect("it waits for others");
    let may_agree = ada.who_may_agree(&waits);
    assert_eq!(may_agree.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["sam"]);
    let status =
        |session: &mut Session| session.clearances(false).expect("listed").pop().expect("there is a clearance").status;
    assert_eq!(status(&mut house.unlock("carl")), ClearanceState::Suspended);
    assert_eq!(codes(&ada.give_assent(&waits).expect_err("ada's yes is refused")), ["second_person_required"]);
    let AskedFor::Reinstatement(asked) = sam.assent(&waits).expect("seen").asked else { panic!("a suspension") };
    assert_eq!((asked.suspended.len(), asked.why.as_deref()), (1, Some("nothing was found")));
    let alone = json!({ "event": "clearance-changed", "officer": "carl", "policy": "BEL", "status": "valid" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(alone)), "takes_two");
    sam.give_assent(&waits).expect("sam says yes");
    assert_eq!(status(&mut house.unlock("carl")), ClearanceState::Valid);
    // Below, one ends it.
    ada.grant_clearance(wanted("bea", "CONFIDENTIEL")).expect("ada grants the clearance");
    ada.suspend_clearance(&id("bea"), "BEL", "an inquiry").expect("ada suspends bea's clearance");
    assert_eq!(ada.reinstate_clearance(&id("bea"), "BEL", "nothing was found").expect("reinstated"), None);
}

#[test]
fn a_request_of_an_officer_who_has_left_is_not_granted() {
    let (house, _) = waiting();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "sofie", "BEL", &[Role::SecurityOfficer]);
    let request = ask(&mut house.unlock("sofie"), "bea");
    ada.disable_officer(&id("sofie"), "left").expect("ada disables sofie's account");
    let mut sam = house.unlock("sam");
    assert_eq!(codes(&sam.give_assent(&request).expect_err("sam's yes is refused")), ["requester_not_in_charge"]);
    sam.refuse_assent(&request, "who asked has left").expect("sam says no");
}

#[test]
fn releases_stand_in_the_same_queue_and_are_answered_there() {
    let (house, release) = with_release();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    let request = AssentId::parse(release.as_str()).expect("of the form of an id");
    let (mut rosa, mut remi) = (house.unlock("rosa"), house.unlock("remi"));
    let own = rosa.assents(&AssentFilter::default()).expect("rosa lists the requests").rows.remove(0);
    assert_eq!((own.summary.mine, own.may_withdraw, own.summary.about.as_str()), (false, true, "DGSE"));
    assert_eq!(codes(&rosa.give_assent(&request).expect_err("rosa's yes is refused")), ["own_request"]);
    let view = remi.assents(&AssentFilter::default()).expect("remi lists the requests").rows.remove(0);
    assert!(view.summary.mine && view.may_give, "{view:?}");
    let AskedFor::Release(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((asked.id.clone(), asked.purpose.as_deref()), (release.clone(), Some("exchange")));
    assert!(house.unlock("carl").assents(&AssentFilter::default()).expect("carl lists the requests").rows.is_empty());
    remi.give_assent(&request).expect("remi says yes");
    assert_eq!(remi.release(&release).expect("remi sees the release").status, ReleaseStatus::Approved);
    assert!(remi.assents(&AssentFilter::default()).expect("remi lists the requests").rows.is_empty());
}

#[test]
fn a_release_is_withdrawn_without_a_reason_by_its_asker() {
    let (house, release) = with_release();
    let mut rosa = house.unlock("rosa");
    rosa.withdraw_assent(&AssentId::parse(release.as_str()).expect("of the form of an id"), None).expect("withdrawn");
    assert_eq!(rosa.release(&release).expect("rosa sees the release").status, ReleaseStatus::Recalled);
}

/// What an honest program denies, a program of one's own signs all the same: every reader stops there.
#[test]
fn a_clearance_that_takes_two_and_has_no_second_person_is_forged() {
    let (house, request) = waiting();
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(granted("carl"))), "takes_two");
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(answer("yes", &request))), "own_request");
    for officer in ["rik", "otto", "carl"] {
        let rule = caught(&house.copy(), officer, |_| Forgery::of(answer("yes", &request)));
        assert_eq!(rule, "not_security_officer", "{officer}");
    }
    // Asked and granted in one entry, or under one's own name.
    let ask = asked("bea");
    let yes = json!({ "event": "answered", "request": ask["request"], "answer": "yes" });
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::all(vec![ask, yes])), "own_request");
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(asked("sam"))), "about_oneself");
    assert_eq!(caught(&house.copy(), "rik", |_| Forgery::of(asked("bea"))), "not_security_officer");
    // By its right author it is not forged, and once it is over it is over.
    Hostile::new(&house, "sam").append(Forgery::of(answer("yes", &request)));
    drop(house.unlock("bea"));
    for said in ["yes", "no", "withdrawn"] {
        let author = if said == "withdrawn" { "ada" } else { "sam" };
        assert_eq!(caught(&house.copy(), author, |_| Forgery::of(answer(said, &request))), "request_over", "{said}");
    }
}

#[test]
fn a_yes_to_what_was_decided_otherwise_meanwhile_is_forged() {
    let (house, request) = waiting();
    let stale = house.copy();
    stale.unlock("ada").grant_clearance(wanted("carl", "RESTREINT")).expect("ada grants the clearance");
    assert_eq!(caught(&stale, "sam", |_| Forgery::of(answer("yes", &request))), "request_stale");
    assert_eq!(caught(&house, "sam", |_| Forgery::of(answer("withdrawn", &request))), "about_another");
}

/// Who asked for the same, and in which request, as a denial says it.
fn waits_already(error: &Error) -> (String, String) {
    let Error::Denied { action: "request-clearance", reasons } = error else { panic!("{error:?}") };
    let [reason] = reasons.as_slice() else { panic!("{reasons:?}") };
    assert_eq!(reason.code, "already_waits");
    let said = |name: &str| reason.params.get(name).expect("the reason says it").to_string();
    (said("officer"), said("request"))
}

#[test]
fn what_waits_already_and_can_be_granted_is_asked_for_once_no_matter_who_asks() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let before = ada.assents(&AssentFilter::default()).expect("the requests are listed").total;
    let request = ask(&mut ada, "carl");
    for session in [&mut ada, &mut sam] {
        let again = session.grant_clearance(wanted("carl", "SECRET")).expect_err("refused");
        assert_eq!(waits_already(&again), ("ada".to_owned(), request.to_string()));
        assert_eq!(again.exit(), ExitClass::Denied);
    }
    assert_eq!(ada.assents(&AssentFilter::default()).expect("the requests are listed").total, before + 1);
    // What is over stands in nobody's way.
    sam.refuse_assent(&request, "not yet").expect("sam says no");
    let second = ask(&mut ada, "carl");
    ada.withdraw_assent(&second, None).expect("ada takes it back");
    let third = ask(&mut sam, "carl");
    // Nor what was overtaken: nobody's yes counts.
    ada.grant_clearance(wanted("carl", "RESTREINT")).expect("ada grants the clearance");
    assert!(ask(&mut sam, "carl") != third);
}

#[test]
fn what_waits_is_listed_page_by_page_ones_own_to_answer_first_and_then_the_longest() {
    let house = House::under_full_rules();
    let (mut ada, mut sam) = (house.unlock("ada"), house.unlock("sam"));
    let mut asked: Vec<AssentId> = Vec::new();
    for officer in ["carl", "bea", "rik"] {
        asked.push(ask(&mut ada, officer));
        // The same again would be one too many.
        let again = sam.grant_clearance(wanted(officer, "SECRET")).expect_err("refused");
        assert_eq!(waits_already(&again), ("ada".to_owned(), asked.last().expect("it was asked for").to_string()));
        let other = sam.grant_clearance(GrantClearance { certificate: "y".to_owned(), ..wanted(officer, "SECRET") });
        asked.push(match other.expect("another certificate") {
            Granted::Waiting(request) => request,
            Granted::Effective(view) => panic!("one alone granted {view:?}"),
        });
    }
    let for_sam = [0, 2, 4, 1, 3, 5].map(|n: usize| asked[n].clone());
    for limit in [1, 4, 6, 100] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = sam
                .assents(&AssentFilter { limit, after, ..AssentFilter::default() })
                .expect("the requests are listed");
            assert!(page.total == 6 && page.rows.len() <= limit, "{} of {}", page.rows.len(), page.total);
            seen.extend(page.rows.into_iter().map(|view| view.summary.id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, for_sam, "{limit} at a time");
    }
    // Or in the order that is asked for.
    let mut listed = |by, descending| {
        let filter = AssentFilter { sort: InOrder { by, descending }, ..AssentFilter::default() };
        let rows = sam.assents(&filter).expect("the requests are listed").rows;
        rows.into_iter().map(|view| view.summary).collect::<Vec<_>>()
    };
    let latest: Vec<AssentId> = listed(AssentOrder::Filed, true).into_iter().map(|one| one.id).collect();
    assert_eq!(latest, asked.iter().rev().cloned().collect::<Vec<_>>(), "the last first");
    let about = listed(AssentOrder::Name, false).into_iter().map(|one| one.about).collect::<Vec<_>>();
    assert_eq!(about, ["bea", "bea", "carl", "carl", "rik", "rik"]);
    assert!(
        listed(AssentOrder::Officer, true).iter().map(|one| one.by.as_str()).is_sorted_by(|one, other| one >= other)
    );
    assert!(listed(AssentOrder::Kind, false).iter().map(|one| one.kind).is_sorted());
    assert!(listed(AssentOrder::Status, true).first().is_some_and(|one| !one.mine), "others' first");
    // A page goes on where the one before ended, and says so when that is no longer there.
    let first = sam.assents(&AssentFilter { limit: 1, ..AssentFilter::default() }).expect("the requests are listed");
    sam.give_assent(&first.rows[0].summary.id).expect("the yes counts");
    let after = sam.assents(&AssentFilter { limit: 1, after: first.next, ..AssentFilter::default() });
    assert!(matches!(after, Err(Error::ListChanged)), "{after:?}");
    // Who is concerned by none of them gets an empty list, and no count.
    assert_eq!(house.unlock("bea").assents(&AssentFilter::default()).expect("bea lists the requests").total, 0);
}
