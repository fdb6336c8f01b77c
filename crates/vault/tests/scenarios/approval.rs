use serde_json::{Value, json};
use testkit::date;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

/// Furnished, with a second custodian.
fn ready() -> House {
    let house = House::furnished();
    share_by_two(&mut house.unlock("ada"));
    house
}

fn asked_for(ceiling: &str, rights: Value) -> Value {
    json!({ "event": "asked", "request": seal::random_id(), "matter": {
        "kind": "approval", "authority": "ANS", "reference": "x", "ceiling": ceiling, "until": "2030-01-01",
        "rights": rights } })
}

fn yes(request: &AssentId) -> Value {
    json!({ "event": "answered", "request": request.as_str(), "answer": "yes" })
}

#[test]
fn without_an_approval_a_vault_is_for_exercises() {
    let house = ready();
    let mut ada = house.unlock("ada");
    assert!(ada.exercise() && ada.approval().is_none());
    let request = ada.record_approval(approval(Level::Secret)).expect("ada records the approval");
    assert!(ada.exercise() && ada.approval().is_none(), "to ask approves nothing");
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    let mut sam = house.unlock("sam");
    sam.give_assent(&request).expect("sam says yes");
    assert!(!sam.exercise());
    assert_eq!(sam.approval().expect("sam sees the approval").ceiling, Level::Secret);
    let by_reader = house.unlock("bea").record_approval(approval(Level::TopSecret)).expect_err("refused");
    assert_eq!(by_reader.exit(), ExitClass::Denied);
}

#[test]
fn an_approval_puts_the_full_rules_in_force_and_names_what_its_second_received_from_the_first_alone() {
    let house = ready();
    let request = house.unlock("ada").record_approval(approval(Level::Secret)).expect("ada records the approval");
    let mut sam = house.unlock("sam");
    let view = sam.assents(&AssentFilter::default()).expect("sam lists the requests").rows.remove(0);
    assert_eq!(
        (view.summary.kind, view.summary.about.as_str(), view.name.as_str()),
        (AssentKind::Approval, "H-1", "ANS")
    );
    assert!(view.may_give && view.summary.mine, "{view:?}");
    let AskedFor::Approval(asked) = &view.asked else { panic!("{view:?}") };
    assert!(asked.full_rules_begin && asked.exercise_ends);
    assert!(asked.confirms.iter().all(|right| right.by_name == "Ada Officer"), "{:?}", asked.confirms);
    let own: Vec<&LoneRightView> = asked.confirms.iter().filter(|right| right.own).collect();
    let roles: Vec<&Role> = own.iter().flat_map(|right| &right.roles).collect();
    assert_eq!(roles, [&Role::SecurityOfficer, &Role::Custodian]);
    assert!(own.iter().all(|right| right.by == id("ada")), "{own:?}");
    let bea = asked.confirms.iter().find(|right| right.to == id("bea")).expect("she keeps a right");
    assert!(bea.clearance.as_ref().is_some_and(|clearance| clearance.banner.text.contains("SECRET")), "{bea:?}");
    sam.give_assent(&request).expect("sam says yes");
    let cleared = sam.grant_clearance(GrantClearance {
        officer: id("carl"),
        policy: "BEL".to_owned(),
        level: "SECRET".to_owned(),
        categories: Default::default(),
        from: date(2026, 1, 1),
        until: date(2030, 12, 31),
        certificate: "ANS-1".to_owned(),
        authority: "ANS".to_owned(),
    });
    assert!(matches!(cleared, Ok(Granted::Waiting(_))), "{cleared:?}");
    // Nobody else knows what was asked for.
    assert!(matches!(house.unlock("bea").assent(&request), Err(Error::NotFound { .. })));
    // The next has nothing left to confirm.
    let next = sam.record_approval(approval(Level::TopSecret)).expect("sam records the approval");
    let AskedFor::Approval(asked) = house.unlock("ada").assent(&next).expect("seen").asked else {
        panic!("an approval")
    };
    assert!(!asked.full_rules_begin && !asked.exercise_ends && asked.confirms.is_empty(), "{asked:?}");
}

#[test]
fn an_approval_is_refused_while_there_is_a_single_point_of_failure_and_says_what_is_missing() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let denied = ada.record_approval(approval(Level::Secret)).expect_err("ada's record of the approval is refused");
    assert_eq!(codes(&denied), ["single_point"]);
    let missing = |denied: &Error| -> Vec<(String, String)> {
        denied.reasons().iter().map(|reason| (reason.params["role"].clone(), reason.params["active"].clone())).collect()
    };
    assert_eq!(missing(&denied), [("custodian".to_owned(), "1".to_owned())]);
    ada.disable_officer(&id("sam"), "left").expect("ada disables sam's account");
    let denied = ada.record_approval(approval(Level::Secret)).expect_err("ada's record of the approval is refused");
    assert_eq!(missing(&denied).len(), 2, "{denied:?}");
}

/// The route of one security officer: he adds a puppet, and lets it say yes.
#[test]
fn a_puppet_is_no_second_person() {
    let house = ready();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "puppet", "BEL", &[Role::SecurityOfficer]);
    let request = ada.record_approval(approval(Level::TopSecret)).expect("ada records the approval");
    let mut puppet = house.unlock("puppet");
    assert_eq!(codes(&puppet.give_assent(&request).expect_err("the yes is refused")), ["one_word"]);
    // The same again would be refused: it waits already.
    assert_eq!(codes(&puppet.record_approval(approval(Level::TopSecret)).expect_err("refused")), ["already_waits"]);
    let own = puppet.record_approval(approval(Level::Secret)).expect("the officer records the approval");
    assert_eq!(codes(&ada.give_assent(&own).expect_err("ada's yes is refused")), ["one_word"]);
    drop((ada, puppet));
    assert_eq!(caught(&house.copy(), "puppet", |_| Forgery::of(yes(&request))), "one_word");
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(yes(&own))), "one_word");
    house.unlock("sam").give_assent(&request).expect("sam says yes");
}

/// The route: in the exercise he enters a partner's key of his own and has a puppet compare it. Once the system is approved, two who know
/// nothing of it send SECRET there.
#[test]
fn an_approval_names_what_one_person_decided_with_a_puppet_and_is_forged_without_it() {
    let house = ready();
    house.add(&mut house.unlock("ada"), "puppet", "BEL", &[Role::ReleaseAuthority]);
    let (partner, mut ada) = (PartnerId::parse("BND").expect("of the form of an id"), house.unlock("ada"));
    let new = NewPartner {
        id: partner.clone(),
        name: "BND".to_owned(),
        nation: "DEU".to_owned(),
        communities: Default::default(),
        contact: "liaison".to_owned(),
        recipient: seal::Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Secret,
        categories: Default::default(),
        agreement: Some("A-1".to_owned()),
        until: Some(date(2030, 1, 1)),
    };
    let view = ada.add_partner(new).expect("ada enters the partner");
    house.unlock("puppet").confirm_partner(&partner, &view.fingerprint, None).expect("in an exercise everybody is one");
    let request = ada.record_approval(approval(Level::Secret)).expect("ada asks for it");
    let mut sam = house.unlock("sam");
    let AskedFor::Approval(asked) = sam.assent(&request).expect("seen").asked else { panic!("an approval") };
    let of_partner = |one: &&LoneRightView| one.decided.as_ref().is_some_and(|of| of.what == LoneDecided::Partner);
    let named = asked.confirms.iter().find(of_partner).expect("whose key nobody else compared");
    let decided = named.decided.as_ref().expect("it is one");
    assert_eq!((named.to.as_str(), named.by.as_str(), decided.name.as_str()), ("puppet", "ada", "BND"));
    drop((ada, sam));
    let mut asked = Hostile::new(&house, "ada").event("asked");
    asked["request"] = json!(seal::random_id());
    let rights = asked["matter"]["rights"].as_array_mut().expect("a list");
    rights.retain(|right| right["right"]["kind"] != "partner");
    assert_eq!(caught(&house, "ada", |_| Forgery::of(asked)), "rights_not_listed");
}

#[test]
fn an_approval_that_one_person_records_is_forged() {
    let house = ready();
    let request = house.unlock("ada").record_approval(approval(Level::Secret)).expect("ada records the approval");
    assert_eq!(
        caught(&house.copy(), "bea", |_| Forgery::of(asked_for("top-secret", json!([])))),
        "not_security_officer"
    );
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(yes(&request))), "own_request");
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(asked_for("secret", json!([])))), "rights_not_listed");
    let few = House::furnished();
    assert_eq!(caught(&few, "ada", |_| Forgery::of(asked_for("secret", json!([])))), "single_point");
    // What there was once, in one entry.
    let alone = json!({ "event": "approval-recorded", "authority": "ANS", "reference": "x", "ceiling": "secret",
                        "until": "2030-01-01" });
    assert_eq!(caught(&house, "ada", |_| Forgery::of(alone)), "events_malformed");
}

/// By a program of one's own: the entry that asks lists what there was before it, and gives more after that.
#[test]
fn an_approval_confirms_nothing_that_was_given_in_the_entry_that_asks_for_it() {
    let house = ready();
    let as_asked = house.copy();
    let request = as_asked.unlock("ada").record_approval(approval(Level::Secret)).expect("ada asks for it");
    let asked = Hostile::new(&as_asked, "ada").event("asked");
    let mut ada = Hostile::new(&house, "ada");
    let more = json!({ "event": "clearance-granted", "officer": "carl", "policy": "BEL", "level": "SECRET",
                       "categories": {}, "from": "2026-01-01", "until": "2030-12-31", "certificate": "x", "authority": "x" });
    ada.append(Forgery::all(vec![asked, more]));
    drop(ada);
    let refused = house.unlock("sam").give_assent(&request).expect_err("it lists less than there is");
    assert_eq!(codes(&refused), ["request_stale"]);
    assert_eq!(caught(&house, "sam", |_| Forgery::of(yes(&request))), "request_stale");
}

#[test]
fn a_level_above_the_approval_is_neither_filed_nor_opened() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    house.approve(Level::Confidential);
    let mut rik = house.unlock("rik");
    assert_eq!(
        codes(&try_file(&mut rik, "After", marked("SECRET", None)).expect_err("rik's filing is refused")),
        ["approval_ceiling"]
    );
    assert_eq!(codes(&try_read(&mut rik, &filed.id).expect_err("rik's opening is refused")), ["approval_ceiling"]);
    assert!(titles(&mut rik).is_empty());
    file(&mut rik, "Lower", marked("CONFIDENTIEL", None));
    house.approve(Level::Secret);
    read(&mut rik, &filed.id);
}

#[test]
fn an_approval_that_has_run_out_closes_the_vault_to_classified_documents() {
    let house = House::furnished();
    house.approve(Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    house.clock.forward(60);
    let mut bea = house.unlock("bea");
    assert!(bea.warnings().iter().any(|warning| warning.code == "approval_expired"));
    assert_eq!(codes(&try_read(&mut bea, &filed.id).expect_err("bea's opening is refused")), ["approval_expired"]);
    assert_eq!(
        codes(
            &try_file(&mut house.unlock("rik"), "Late", marked("SECRET", None)).expect_err("rik's filing is refused")
        ),
        ["approval_expired"]
    );
}

#[test]
fn an_approval_or_an_agreement_that_is_over_is_not_entered() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let over = RecordApproval { until: date(2020, 1, 1), ..approval(Level::Secret) };
    assert_eq!(ada.record_approval(over).expect_err("refused").code(), "implausible_date");
    assert!(ada.exercise(), "nothing was entered");
    let partner = NewPartner {
        id: PartnerId::parse("FR-X").expect("of the form of an id"),
        name: "X".to_owned(),
        nation: "FRA".to_owned(),
        communities: Default::default(),
        contact: String::new(),
        recipient: seal::Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Secret,
        categories: Default::default(),
        agreement: Some("A".to_owned()),
        until: Some(date(2020, 1, 1)),
    };
    assert_eq!(ada.add_partner(partner).expect_err("ada's entry of a partner is refused").code(), "implausible_date");
}

/// What is done of the ceremony, and what waits for a yes.
fn ticked(house: &House) -> Vec<(bool, bool)> {
    let ceremony = house.unlock("ada").ceremony().expect("ada sees what is still to be done");
    ceremony.steps.iter().map(|step| (step.done, step.request.is_some())).collect()
}

#[test]
fn the_ceremony_is_ticked_from_the_log_until_nothing_depends_on_one_person() {
    let house = House::new();
    let (open, done, waits) = ((false, false), (true, false), (false, true));
    assert_eq!(house.unlock("ada").ceremony().expect("listed"), Ceremony::at_first(Regime::Exercise));
    assert_eq!(ticked(&house), [open, open, open]);
    // A security officer whose keys another made is none yet.
    house.add_given(&mut house.unlock("ada"), "sam", &[Role::SecurityOfficer]);
    assert_eq!(ticked(&house), [open, open, open]);
    house.renew("sam", &phrase(), &Passphrase::new("four words known to one".to_owned())).expect("renewed");
    assert_eq!(ticked(&house), [done, open, open]);
    let mut ada = house.unlock("ada");
    let one = NewSharing { threshold: 1, custodians: ["ada", "sam"].map(id).into(), waiting_hours: None };
    ada.share_custody(one).expect("ada shares custody");
    assert_eq!(ticked(&house), [done, open, open], "one of two suffices still");
    share_by_two(&mut ada);
    assert_eq!(ticked(&house), [done, done, open]);
    let request = ada.record_approval(approval(Level::Secret)).expect("ada records the approval");
    assert_eq!(ticked(&house), [done, done, waits]);
    let mut sam =
        house.open().unlock(&id("sam"), &Passphrase::new("four words known to one".to_owned())).expect("unlocked");
    sam.give_assent(&request).expect("sam says yes");
    let ceremony = ada.ceremony().expect("ada sees what is still to be done");
    assert!(ceremony.done() && ceremony.regime == Regime::Full, "{ceremony:?}");
    // Under the full rules from the beginning, a charge waits for the second.
    let full = House::under_full_rules();
    assert_eq!(ticked(&full), [done, open, open]);
}
