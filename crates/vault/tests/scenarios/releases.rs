use serde_json::json;
use testkit::date;

use seal::Identity;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::leaving::leaves;

/// Adds and confirms a partner.
/// Entered by ada, confirmed by sam: nobody confirms what he entered himself.
pub fn partner(house: &House, name: &str, nation: &str, ceiling: Level) -> PartnerId {
    let partner = PartnerId::parse(name).expect("of the form of an id");
    let view = house
        .unlock("ada")
        .add_partner(NewPartner {
            id: partner.clone(),
            name: format!("Service {name}"),
            nation: nation.to_owned(),
            communities: ["EU".to_owned(), "NATO".to_owned()].into(),
            contact: "liaison".to_owned(),
            recipient: Identity::generate().recipient().to_string(),
            signing_key: None,
            ceiling,
            categories: Default::default(),
            agreement: Some("A-2020-1".to_owned()),
            until: Some(date(2030, 1, 1)),
        })
        .expect("ada enters the partner");
    house.unlock("sam").confirm_partner(&partner, &view.fingerprint, None).expect("sam confirms the partner");
    partner
}

/// A French partner, up to SECRET, with a key of its own and no agreement.
fn french(name: &str) -> NewPartner {
    NewPartner {
        id: PartnerId::parse(name).expect("of the form of an id"),
        name: name.to_owned(),
        nation: "FRA".to_owned(),
        communities: Default::default(),
        contact: String::new(),
        recipient: Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Secret,
        categories: Default::default(),
        agreement: None,
        until: None,
    }
}

/// Cleared for SECRET by two, who are others.
fn cleared_by_two(house: &House, asks: &str, officer: &str) {
    let mut session = house.unlock(asks);
    let request = session
        .grant_clearance(super::assents::wanted(officer, "SECRET"))
        .expect("granted")
        .request()
        .expect("it waits for others");
    house.unlock("sam").give_assent(&request).expect("sam says yes");
    brief(&mut session, officer, "BEL", "SECRET");
}

/// Bea is an officer because ada let her in; to rosa's charge, two agreed.
#[test]
fn under_the_full_rules_who_is_one_with_another_is_no_second_for_a_release() {
    let house = House::under_full_rules();
    let mut ada = house.unlock("ada");
    let lead = Some(id("rik"));
    ada.create_dossier(NewDossier { id: dossier("D-1"), title: "One".to_owned(), lead, deputy: None }).expect("made");
    // By two others, ada is a release authority as well.
    house.add(&mut ada, "sofie", "BEL", &[Role::SecurityOfficer]);
    let both = [Role::SecurityOfficer, Role::ReleaseAuthority].into();
    let charge = house
        .unlock("sofie")
        .change_roles(&id("ada"), &both, None)
        .expect("changed")
        .request
        .expect("it waits for others");
    house.unlock("sam").give_assent(&charge).expect("sam says yes");
    for (asks, officer) in [("ada", "rik"), ("ada", "bea"), ("sofie", "ada")] {
        cleared_by_two(&house, asks, officer);
    }
    ada.add_member(&dossier("D-1"), &id("bea"), None, "exercise").expect("ada adds bea to the dossier");
    let mut rik = house.unlock("rik");
    rik.add_member(&dossier("D-1"), &id("ada"), None, "exercise").expect("rik adds ada to the dossier");
    let new = NewPartner { agreement: Some("A-1".to_owned()), ..french("DGSE") };
    let id_of = new.id.clone();
    let entered = ada.add_partner(new).expect("ada enters the partner");
    house.unlock("rosa").confirm_partner(&id_of, &entered.fingerprint, None).expect("rosa confirms the partner");

    let filed = file(&mut rik, "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    drop(house.unlock("rik"));
    let asked = house.unlock("bea").request_release(&id_of, &[filed.id], "exchange", &[]).expect("asked for").release;
    let view = ada.release(&asked).expect("ada sees the release");
    let why: Vec<&str> = view.why_not.iter().map(|reason| reason.code.as_str()).collect();
    assert_eq!((view.may_approve, why), (false, vec!["one_word"]));
    assert_eq!(codes(&ada.approve_release(&asked).expect_err("ada's approval is refused")), ["one_word"]);
    let yes = json!({ "event": "answered", "request": asked.as_str(), "answer": "yes" });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(yes)), "released_without_right");
    // She may say no all the same.
    ada.refuse_release(&asked, "let somebody else look at it").expect("ada refuses the release");
}

#[test]
fn a_release_is_asked_for_approved_by_another_and_written_once_permitted() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));

    let mut bea = house.unlock("bea");
    let answers = bea.decide_release(&partner, std::slice::from_ref(&filed.id), &[]).expect("decided");
    assert!(answers[0].permitted, "{answers:?}");
    let release =
        bea.request_release(&partner, std::slice::from_ref(&filed.id), "exchange", &[]).expect("asked for").release;
    assert_eq!(bea.approve_release(&release).expect_err("bea's approval is refused").exit(), ExitClass::Denied);
    assert_eq!(
        codes(&bea.release_permit(&release).expect_err("refused")),
        ["release_authority_required", "not_approved"]
    );
    let unapproved = house.unlock("remi").release_permit(&release).expect_err("remi's permit is refused");
    assert_eq!((codes(&unapproved), unapproved.exit()), (vec!["not_approved"], ExitClass::Denied));

    let mut rosa = house.unlock("rosa");
    let view = rosa.releases(&Default::default()).expect("rosa lists the releases").rows.pop().expect("there is a row");
    assert_eq!(
        (view.status, view.may_approve, view.purpose.as_deref()),
        (ReleaseStatus::Waiting, true, Some("exchange"))
    );
    rosa.approve_release(&release).expect("rosa approves the release");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    assert_eq!(warrant.documents()[0].title, "Shared");
    assert_eq!(warrant.approved_by().expect("the release was approved").id, id("rosa"));
    assert_eq!(leaves(&warrant, &filed.id), b"the bytes of Shared");
    let stranger = DocumentId::parse(&seal::random_id()).expect("of the form of an id");
    assert_eq!(warrant.open(&stranger).expect_err("it is not in the package").code(), "not_found");
    let signatures = warrant.sign(b"manifest");
    warrant.verifying_key().verify(seal::Weight::Dual, b"manifest", &signatures).expect("the signature holds");
    rosa.release_written(warrant, "package.age", &[7; 32]).expect("rosa records the package");

    let view = rosa.releases(&Default::default()).expect("rosa lists the releases").rows.pop().expect("there is a row");
    assert_eq!(view.status, ReleaseStatus::Written);
    let history = rosa.document(&filed.id).expect("rosa sees the document").history;
    let actions: Vec<&str> = history.iter().map(|row| row.action.as_str()).collect();
    assert_eq!(actions, ["file", "request-release", "approve-release", "write-release"]);

    rosa.recall_release(&release, "error").expect("rosa recalls the release");
    assert_eq!(
        rosa.releases(&Default::default()).expect("listed").rows.pop().expect("there is a row").status,
        ReleaseStatus::Recalled
    );
    assert_eq!(rosa.release_permit(&release).expect_err("rosa's permit is refused").code(), "state");
}

#[test]
fn a_release_is_refused_with_every_reason_of_the_partner_and_the_document() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let low = partner(&house, "LOW", "NLD", Level::Confidential);
    let unconfirmed = ada.add_partner(french("NEW")).expect("ada enters the partner");
    let mut rik = house.unlock("rik");
    let own = file(&mut rik, "Own", marked("SECRET", None));
    let shared = file(&mut rik, "Shared", marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]));
    let mut rosa = house.unlock("rosa");
    let against = |session: &mut Session, partner: &PartnerId, document: &DocumentId| {
        let answer = session.decide_release(partner, std::slice::from_ref(document), &[]).expect("decided").remove(0);
        assert!(!answer.permitted);
        answer.reasons.into_iter().map(|reason| reason.code).collect::<Vec<_>>()
    };
    assert_eq!(against(&mut rosa, &low, &own.id), ["partner_ceiling", "partner_excluded"]);
    assert_eq!(
        against(&mut rosa, &unconfirmed.id, &shared.id),
        ["partner_unconfirmed", "agreement_missing", "consent_missing"]
    );
    // Who may not read the document learns nothing about it by trying partners.
    assert_eq!(against(&mut house.unlock("carl"), &low, &own.id), ["clearance_missing"]);

    let denied = rosa.request_release(&low, &[own.id, shared.id], "exchange", &[]).expect_err("refused");
    assert_eq!(codes(&denied), ["partner_ceiling", "partner_excluded", "consent_missing"]);
    assert!(rosa.releases(&Default::default()).expect("rosa lists the releases").rows.is_empty());
}

#[test]
fn orcon_is_released_with_the_originators_consent() {
    let house = House::furnished();
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    let filed = file(&mut house.unlock("rik"), "Shared", marking);
    let mut rosa = house.unlock("rosa");
    let consent = ConsentDraft { authority: "SGRS".to_owned(), reference: "C-1".to_owned(), from: None, until: None };
    assert_eq!(
        codes(&rosa.request_release(&partner, std::slice::from_ref(&filed.id), "x", &[]).expect_err("refused")),
        ["consent_missing"]
    );
    rosa.request_release(&partner, std::slice::from_ref(&filed.id), "x", &[(filed.id.clone(), consent)])
        .expect("asked for");
    assert_eq!(rosa.releases(&Default::default()).expect("listed").rows[0].consents[0].consent.reference, "C-1");
}

pub fn consent_of(authority: &str) -> ConsentDraft {
    ConsentDraft { authority: authority.to_owned(), reference: "C-1".to_owned(), from: None, until: None }
}

#[test]
fn a_consent_is_of_the_authority_whose_document_it_is() {
    let house = House::furnished();
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let orcon = || marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    let mut rik = house.unlock("rik");
    let mut filed = |originator: &str| {
        let new = NewDocument { originator: originator.to_owned(), ..paper("Letter", orcon(), b"x") };
        rik.file_document(new, &mut quietly).expect("filed").id
    };
    let (theirs, ours) = (filed("Sûreté alliée"), filed(""));
    let mut rosa = house.unlock("rosa");
    let mut asked = |document: &DocumentId, authority: &str| {
        let consents = [(document.clone(), consent_of(authority))];
        rosa.request_release(&partner, std::slice::from_ref(document), "x", &consents).map(|asked| asked.release)
    };
    let no = asked(&theirs, "My uncle").expect_err("it is nobody's consent");
    assert_eq!(codes(&no), ["consent_of_another"]);
    let Error::Denied { reasons, .. } = &no else { panic!("{no:?}") };
    assert_eq!(reasons[0].params["originator"], "Sûreté alliée", "whose it must be is said");
    assert_eq!(codes(&asked(&ours, "My uncle").expect_err("nor of ours")), ["consent_of_another"]);
    asked(&theirs, " SURETE  ALLIEE").expect("case, accents and space make no other authority");
    // Who puts the originator right does not choose who is asked.
    let right =
        Correction { originator: Some("My uncle".to_owned()), why: "it is his".to_owned(), ..Default::default() };
    rik.correct(&theirs, &right).expect("rik puts it right");
    assert_eq!(codes(&asked(&theirs, "My uncle").expect_err("refused")), ["consent_of_another"]);
    let release = asked(&theirs, "Sûreté alliée").expect("asked for");
    let shown = rosa.release(&release).expect("rosa sees it").consents.remove(0);
    assert_eq!((shown.originator.as_str(), shown.consent.authority.as_str()), ("My uncle", "Sûreté alliée"));
    for (document, authority, says) in [(&theirs, "my uncle", false), (&theirs, "sûreté alliée", true)] {
        assert_eq!(rosa.has_the_say(document, authority).expect("rosa may read it"), says, "{authority}");
    }
}

/// A program that asks with anybody's consent: the officer who is to approve it is not led on.
#[test]
fn a_request_with_another_s_consent_is_not_approved() {
    let house = House::furnished();
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    let filed = file(&mut house.unlock("rik"), "Shared", marking);
    let mut bea = Hostile::new(&house, "bea");
    let request = seal::random_id();
    let consent = json!({ "authority": "My uncle", "reference": "1", "from": "2020-01-01", "until": null });
    let consents = json!({ filed.id.as_str(): consent });
    let matter = json!({ "kind": "release", "partner": partner.as_str(), "documents": [filed.id.as_str()],
                         "consents": consents });
    bea.append(Forgery::of(json!({ "event": "asked", "request": request, "matter": matter })));
    drop(bea);
    let release = ReleaseId::parse(&request).expect("of the form of an id");
    let mut rosa = house.unlock("rosa");
    assert_eq!(codes(&rosa.approve_release(&release).expect_err("refused")), ["consent_of_another"]);
    assert_eq!(rosa.release(&release).expect("seen").why_not[0].code, "consent_of_another");
}

#[test]
fn a_release_of_a_document_that_one_may_not_see_is_not_listed() {
    let house = House::furnished();
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    house.unlock("rosa").request_release(&partner, &[filed.id], "x", &[]).expect("rosa asks for the release");
    assert!(house.unlock("carl").releases(&Default::default()).expect("carl lists the releases").rows.is_empty());
    assert!(house.unlock("ada").releases(&Default::default()).expect("ada lists the releases").rows.is_empty());
}

#[test]
fn a_wrong_fingerprint_confirms_nothing() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let new = french("P");
    let view = ada.add_partner(new.clone()).expect("ada enters the partner");
    assert_eq!(ada.add_partner(new.clone()).expect_err("ada's entry of a partner is refused").code(), "exists");
    let own = ada.confirm_partner(&view.id, &view.fingerprint, None).expect_err("ada's confirmation is refused");
    assert_eq!((codes(&own), own.exit()), (vec!["entered_by_oneself"], ExitClass::Denied));
    assert_eq!(house.unlock("sam").confirm_partner(&view.id, "0000", None).expect_err("refused").code(), "fingerprint");
    assert!(!ada.partners(&PartnerFilter::default()).expect("ada lists the partners").rows[0].confirmed);
    let broken = NewPartner {
        id: PartnerId::parse("Q").expect("of the form of an id"),
        recipient: "age1broken".to_owned(),
        ..new
    };
    assert!(matches!(ada.add_partner(broken), Err(Error::Key { field: "recipient", .. })));
    let mut carl = house.unlock("carl");
    assert_eq!(carl.confirm_partner(&view.id, &view.fingerprint, None).expect_err("refused").exit(), ExitClass::Denied);
}

#[test]
fn a_document_with_a_caveat_goes_to_nobody_whose_agreement_does_not_cover_it() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    grant(&mut ada, "rosa", "BEL", "SECRET", &[("Handling", "SOURCE"), ("Handling", "CRYPTO")]).expect("granted");
    let bare = partner(&house, "DGSE", "FRA", Level::Secret);
    let mut covering = |name: &str, tag: &str, values: &[&str]| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        let (categories, agreement) = ([(tag.to_owned(), values)].into(), Some("A-2020-1".to_owned()));
        ada.add_partner(NewPartner { categories, agreement, ..french(name) })
    };
    let one = covering("ONE", "Handling", &["SOURCE"]).expect("there is an authority for it");
    let two = covering("TWO", "Handling", &["CRYPTO", "SOURCE"]).expect("there is an authority for it");
    assert_eq!(covering("OTHER", "Handling", &["NOTHING"]).expect_err("no authority for it").code(), "unknown");
    for partner in [&one, &two] {
        house.unlock("sam").confirm_partner(&partner.id, &partner.fingerprint, None).expect("sam confirms the partner");
    }
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE"), ("Handling", "CRYPTO")]);
    let filed = file(&mut house.unlock("rik"), "Shared", marking);
    let mut rosa = house.unlock("rosa");
    let mut ask = |partner: &PartnerId| rosa.request_release(partner, std::slice::from_ref(&filed.id), "exchange", &[]);
    assert_eq!(codes(&ask(&bare).expect_err("the request of a release is refused")), ["partner_category_missing"]);
    assert_eq!(codes(&ask(&one.id).expect_err("the request of a release is refused")), ["partner_category_missing"]);
    assert!(ask(&two.id).is_ok());
    let kept = rosa
        .partners(&PartnerFilter::default())
        .expect("listed")
        .rows
        .into_iter()
        .find(|partner| partner.id == one.id)
        .expect("the partner is listed");
    assert_eq!(kept.categories, [("Handling".to_owned(), ["SOURCE".to_owned()].into())].into());
}

/// A partner of rosa's, and a document for it that bea has asked for and rosa has approved.
pub fn approved(house: &House, level: &str) -> (ReleaseId, FilingResult) {
    let partner = partner(house, "DGSE", "FRA", Level::Secret);
    let own = NewDocument {
        originator: String::new(),
        ..paper("Shared", marked(level, Some(&["BEL", "FRA"])), b"the bytes of Shared")
    };
    let filed = house.unlock("rik").file_document(own, &mut quietly).expect("rik files the document");
    let documents = std::slice::from_ref(&filed.id);
    let release = house.unlock("bea").request_release(&partner, documents, "exchange", &[]).expect("asked for").release;
    house.unlock("rosa").approve_release(&release).expect("rosa approves the release");
    (release, filed)
}

/// A partner as he is, to be written down again.
fn as_is(view: PartnerView) -> NewPartner {
    NewPartner {
        id: view.id,
        name: view.name,
        nation: view.nation,
        communities: view.communities,
        contact: view.contact,
        recipient: view.recipient,
        signing_key: view.signing_key,
        ceiling: view.ceiling,
        categories: view.categories,
        agreement: view.agreement,
        until: view.until,
    }
}

#[test]
fn a_partner_with_another_key_is_confirmed_again_and_gets_nothing_that_was_meant_for_the_former() {
    let house = House::furnished();
    let (release, document) = approved(&house, "SECRET");
    let partner = PartnerId::parse("DGSE").expect("it is an id");
    let (mut ada, mut rosa) = (house.unlock("ada"), house.unlock("rosa"));
    assert!(rosa.release_permit(&release).is_ok());
    let is = as_is(ada.partner_named(&partner).expect("the partner is there"));
    assert_eq!(ada.change_partner(is.clone(), "x").expect_err("it is refused").code(), "state", "nothing is changed");
    assert_eq!(ada.change_partner(is.clone(), " ").expect_err("it is refused").code(), "missing");
    let other = Identity::generate().recipient().to_string();
    let new = NewPartner { recipient: other, nation: "NLD".to_owned(), ceiling: Level::TopSecret, ..is.clone() };
    assert_eq!(
        codes(&house.unlock("bea").change_partner(new.clone(), "x").expect_err("it is refused")),
        ["role_required"]
    );
    let view = ada.change_partner(new.clone(), "they lost the old one").expect("the partner is changed");
    assert_eq!((view.confirmed, view.entered_by.as_str(), view.may_change), (false, "ada", true));
    let seen = house.unlock("sam").partner_named(&partner).expect("the partner is there");
    let what: Vec<(&str, &str, &str)> =
        seen.changes.iter().map(|one| (one.field.as_str(), one.before.as_str(), one.now.as_str())).collect();
    assert_eq!(what, [("recipient", "", ""), ("nation", "FRA", "NLD"), ("ceiling", "secret", "top-secret")]);

    let stale = rosa.release_permit(&release).expect_err("it is refused");
    assert_eq!(codes(&stale), ["partner_unconfirmed", "partner_changed", "partner_excluded"]);
    // Nobody puts a change of his own between a key and who compares it, nor confirms what he has not seen.
    let waits =
        rosa.change_partner(NewPartner { ceiling: Level::Secret, ..new.clone() }, "x").expect_err("it is refused");
    assert_eq!((codes(&waits), waits.reasons()[0].params["officer"].as_str()), (vec!["partner_waits"], "ada"));
    let own = ada.confirm_partner(&partner, &view.fingerprint, None).expect_err("it is refused");
    assert_eq!(codes(&own), ["entered_by_oneself"]);
    let view =
        ada.change_partner(NewPartner { nation: "FRA".to_owned(), ..new }, "a slip").expect("the partner is changed");
    let mut sam = house.unlock("sam");
    let unseen = sam.confirm_partner(&partner, &view.fingerprint, Some(seen.entry)).expect_err("it is refused");
    assert!(matches!(&unseen, Error::PartnerUnseen { entry, .. } if *entry == view.entry), "{unseen:?}");
    // The key alone does not say what was changed besides.
    let blind = sam.confirm_partner(&partner, &view.fingerprint, None).expect_err("it is refused");
    assert_eq!((blind.code(), blind.exit()), ("partner_unseen", ExitClass::Refused));
    sam.confirm_partner(&partner, &view.fingerprint, Some(view.entry)).expect("the key is confirmed");
    let view = sam.partner_named(&partner).expect("the partner is there");
    assert_eq!((view.confirmed, view.changes.len(), view.ceiling), (true, 0, Level::TopSecret));
    let stale = rosa.release_permit(&release).expect_err("it is refused");
    assert_eq!((codes(&stale), stale.exit()), (vec!["partner_changed"], ExitClass::Denied));
    rosa.recall_release(&release, "another key").expect("it is recalled");
    let mut bea = house.unlock("bea");
    let anew = bea.request_release(&partner, &[document.id], "exchange", &[]).expect("it is asked for").release;
    rosa.approve_release(&anew).expect("it is approved");
    assert!(rosa.release_permit(&anew).is_ok());
    let told = LogFilter { action: Some("change-partner".to_owned()), ..LogFilter::default() };
    let rows = house.unlock("otto").log(&told).expect("the log is read").rows;
    assert_eq!((rows.len(), rows[1].detail["why"].as_str()), (2, "they lost the old one"));
}

/// The same with programs of one's own.
#[test]
fn a_partner_who_was_changed_gets_nothing_by_a_program_of_ones_own() {
    let house = House::furnished();
    let (release, _) = approved(&house, "SECRET");
    let mut ada = house.unlock("ada");
    let is = as_is(ada.partner_named(&PartnerId::parse("DGSE").expect("it is an id")).expect("the partner is there"));
    let own = Identity::generate();
    let new = NewPartner { recipient: own.recipient().to_string(), ..is };
    let view = ada.change_partner(new, "mine").expect("the partner is changed");
    drop(ada);
    let confirmed = json!({ "event": "partner-confirmed", "partner": "DGSE", "fingerprint": view.fingerprint,
        "entered": view.entry });
    let written = json!({ "event": "release-written", "release": release.as_str() });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(confirmed.clone())), "partner_confirmed_by_oneself");
    assert_eq!(caught(&house.copy(), "rosa", |_| Forgery::of(written.clone())), "released_without_right");
    let other = caught(&house.copy(), "sam", |hostile| {
        let mut event = hostile.event("partner-changed");
        event["partner"]["ceiling"] = json!("top-secret");
        Forgery::of(event)
    });
    assert_eq!(other, "partner_waits");
    house.unlock("sam").confirm_partner(&view.id, &view.fingerprint, Some(view.entry)).expect("the key is confirmed");
    assert_eq!(caught(&house, "rosa", |_| Forgery::of(written)), "released_without_right");
}

pub fn remark(house: &House, document: &DocumentId, level: &str, rel: Option<&[&str]>) {
    let new = NewDecision { marking: Some(marked(level, rel)), ..super::reclassify::to(level) };
    house.unlock("rik").reclassify(document, &new).expect("rik changes the marking");
}

#[test]
fn what_was_approved_under_one_marking_does_not_go_out_under_another() {
    // Lower, higher, another audience: each would have to be looked at again.
    for (level, rel) in [
        ("CONFIDENTIEL", Some(&["BEL", "FRA"][..])),
        ("NON CLASSIFIÉ", Some(&["BEL", "FRA"])),
        ("SECRET", Some(&["BEL", "FRA", "NLD"])),
    ] {
        let house = House::furnished();
        let (release, document) = approved(&house, if level == "CONFIDENTIEL" { "SECRET" } else { "CONFIDENTIEL" });
        let mut rosa = house.unlock("rosa");
        remark(&house, &document.id, level, rel);
        let stale = rosa.release_permit(&release).expect_err("rosa's permit is refused");
        assert_eq!((stale.exit(), codes(&stale)), (ExitClass::Denied, vec!["marking_changed"]), "{level}");
        let denials = LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() };
        let last = house.unlock("otto").log(&denials).expect("otto reads the log").rows.remove(0);
        assert_eq!(last.detail.get("reasons").map(String::as_str), Some("marking_changed"));
        // Asked for and approved again, it goes.
        rosa.recall_release(&release, "marked otherwise").expect("rosa recalls the release");
        let partner = PartnerId::parse("DGSE").expect("of the form of an id");
        let mut bea = house.unlock("bea");
        let anew = bea
            .request_release(&partner, std::slice::from_ref(&document.id), "exchange", &[])
            .expect("asked for")
            .release;
        rosa.approve_release(&anew).expect("rosa approves the release");
        assert!(rosa.release_permit(&anew).is_ok(), "{level}");
    }
}

#[test]
fn what_was_asked_for_under_one_marking_is_not_approved_under_another() {
    let house = House::furnished();
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let own = NewDocument { originator: String::new(), ..paper("S", marked("SECRET", Some(&["BEL", "FRA"])), b"s") };
    let filed = house.unlock("rik").file_document(own, &mut quietly).expect("rik files the document");
    let documents = std::slice::from_ref(&filed.id);
    let release = house.unlock("bea").request_release(&partner, documents, "exchange", &[]).expect("asked for").release;
    let mut rosa = house.unlock("rosa");
    assert!(rosa.releases(&Default::default()).expect("rosa lists the releases").rows[0].may_approve);
    remark(&house, &filed.id, "CONFIDENTIEL", Some(&["BEL", "FRA"]));
    let view = rosa.releases(&Default::default()).expect("rosa lists the releases").rows.remove(0);
    assert_eq!((view.may_approve, view.why_not[0].code.as_str()), (false, "marking_changed"));
    assert_eq!(codes(&rosa.approve_release(&release).expect_err("rosa's approval is refused")), ["marking_changed"]);
    // To keep a classification is no other marking.
    let kept = NewDecision { marking: None, ..super::reclassify::to("CONFIDENTIEL") };
    house.unlock("rik").reclassify(&filed.id, &kept).expect("rik changes the marking");
    let anew = house.unlock("bea").request_release(&partner, documents, "exchange", &[]).expect("asked for").release;
    house.unlock("rik").reclassify(&filed.id, &kept).expect("rik changes the marking");
    rosa.approve_release(&anew).expect("rosa approves the release");
}
