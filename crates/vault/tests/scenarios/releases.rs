use std::io::Read;

use seal::Identity;
use vault::*;

use super::house::*;

/// Adds and confirms a partner.
pub fn partner(session: &mut Session, name: &str, nation: &str, ceiling: Level) -> PartnerId {
    let partner = PartnerId::parse(name).unwrap();
    let view = session
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
            until: Some(jiff::civil::date(2030, 1, 1)),
        })
        .unwrap();
    session.confirm_partner(&partner, &view.fingerprint).unwrap();
    partner
}

#[test]
fn a_release_is_asked_for_approved_by_another_and_written_once_permitted() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").unwrap();
    let partner = partner(&mut ada, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"]))).unwrap();

    let mut bea = house.unlock("bea");
    let answers = bea.decide_release(&partner, std::slice::from_ref(&filed.id), &[]).unwrap();
    assert!(answers[0].permitted, "{answers:?}");
    let release = bea.request_release(&partner, std::slice::from_ref(&filed.id), "exchange", &[]).unwrap().release;
    assert_eq!(bea.approve_release(&release).unwrap_err().exit(), ExitClass::Denied);
    assert_eq!(codes(&bea.release_permit(&release).unwrap_err()), ["release_authority_required", "not_approved"]);
    let unapproved = house.unlock("remi").release_permit(&release).unwrap_err();
    assert_eq!((codes(&unapproved), unapproved.exit()), (vec!["not_approved"], ExitClass::Denied));

    let mut rosa = house.unlock("rosa");
    let view = rosa.releases().unwrap().pop().unwrap();
    assert_eq!((view.status, view.may_approve, view.purpose.as_str()), (ReleaseStatus::Waiting, true, "exchange"));
    rosa.approve_release(&release).unwrap();
    let warrant = rosa.release_permit(&release).unwrap();
    assert_eq!(warrant.documents()[0].title, "Shared");
    assert_eq!(warrant.approved_by().unwrap().id, id("rosa"));
    let mut bytes = Vec::new();
    warrant.open(&filed.id).unwrap().read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"the bytes of Shared");
    let stranger = DocumentId::parse(&seal::random_id()).unwrap();
    assert_eq!(warrant.open(&stranger).unwrap_err().code(), "not_found");
    let signatures = warrant.sign(b"manifest");
    warrant.verifying_key().verify(seal::Weight::Dual, b"manifest", &signatures).unwrap();
    rosa.release_written(warrant, "package.age", &[7; 32]).unwrap();

    let view = rosa.releases().unwrap().pop().unwrap();
    assert_eq!(view.status, ReleaseStatus::Written);
    let history = rosa.document(&filed.id).unwrap().history;
    let actions: Vec<&str> = history.iter().map(|row| row.action.as_str()).collect();
    assert_eq!(actions, ["file", "request-release", "approve-release", "write-release"]);

    rosa.recall_release(&release, "error").unwrap();
    assert_eq!(rosa.releases().unwrap().pop().unwrap().status, ReleaseStatus::Recalled);
    assert_eq!(rosa.release_permit(&release).unwrap_err().code(), "state");
}

#[test]
fn a_release_is_refused_with_every_reason_of_the_partner_and_the_document() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let low = partner(&mut ada, "LOW", "NLD", Level::Confidential);
    let unconfirmed = ada
        .add_partner(NewPartner {
            id: PartnerId::parse("NEW").unwrap(),
            name: "New".to_owned(),
            nation: "FRA".to_owned(),
            communities: Default::default(),
            contact: String::new(),
            recipient: Identity::generate().recipient().to_string(),
            signing_key: None,
            ceiling: Level::Secret,
            categories: Default::default(),
            agreement: None,
            until: None,
        })
        .unwrap();
    let mut rik = house.unlock("rik");
    let own = file(&mut rik, "Own", marked("SECRET", None)).unwrap();
    let shared =
        file(&mut rik, "Shared", marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")])).unwrap();
    let mut rosa = house.unlock("rosa");
    let against = |session: &mut Session, partner: &PartnerId, document: &DocumentId| {
        let answer = session.decide_release(partner, std::slice::from_ref(document), &[]).unwrap().remove(0);
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

    let denied = rosa.request_release(&low, &[own.id, shared.id], "exchange", &[]).unwrap_err();
    assert_eq!(codes(&denied), ["partner_ceiling", "partner_excluded", "consent_missing"]);
    assert!(rosa.releases().unwrap().is_empty());
}

#[test]
fn orcon_is_released_with_the_originators_consent() {
    let house = House::furnished();
    let partner = partner(&mut house.unlock("ada"), "DGSE", "FRA", Level::Secret);
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]);
    let filed = file(&mut house.unlock("rik"), "Shared", marking).unwrap();
    let mut rosa = house.unlock("rosa");
    let consent = NewConsent {
        document: filed.id.clone(),
        authority: "SGRS".to_owned(),
        reference: "C-1".to_owned(),
        from: None,
        until: None,
    };
    assert_eq!(
        codes(&rosa.request_release(&partner, std::slice::from_ref(&filed.id), "x", &[]).unwrap_err()),
        ["consent_missing"]
    );
    rosa.request_release(&partner, std::slice::from_ref(&filed.id), "x", &[consent]).unwrap();
    assert_eq!(rosa.releases().unwrap()[0].consents[0].reference, "C-1");
}

#[test]
fn a_release_of_a_document_that_one_may_not_see_is_not_listed() {
    let house = House::furnished();
    let partner = partner(&mut house.unlock("ada"), "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"]))).unwrap();
    house.unlock("rosa").request_release(&partner, &[filed.id], "x", &[]).unwrap();
    assert!(house.unlock("carl").releases().unwrap().is_empty());
    assert!(house.unlock("ada").releases().unwrap().is_empty());
}

#[test]
fn a_wrong_fingerprint_confirms_nothing() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let new = NewPartner {
        id: PartnerId::parse("P").unwrap(),
        name: "P".to_owned(),
        nation: "FRA".to_owned(),
        communities: Default::default(),
        contact: String::new(),
        recipient: Identity::generate().recipient().to_string(),
        signing_key: None,
        ceiling: Level::Secret,
        categories: Default::default(),
        agreement: None,
        until: None,
    };
    let view = ada.add_partner(new.clone()).unwrap();
    assert_eq!(ada.add_partner(new.clone()).unwrap_err().code(), "exists");
    assert_eq!(ada.confirm_partner(&view.id, "0000").unwrap_err().code(), "fingerprint");
    assert!(!ada.partners().unwrap()[0].confirmed);
    let broken = NewPartner { id: PartnerId::parse("Q").unwrap(), recipient: "age1broken".to_owned(), ..new };
    assert!(matches!(ada.add_partner(broken), Err(Error::Malformed { field: "recipient" })));
    let mut carl = house.unlock("carl");
    assert_eq!(carl.confirm_partner(&view.id, &view.fingerprint).unwrap_err().exit(), ExitClass::Denied);
}

#[test]
fn a_document_with_a_caveat_goes_to_nobody_whose_agreement_does_not_cover_it() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    grant(&mut ada, "rosa", "BEL", "SECRET", &[("Handling", "SOURCE"), ("Handling", "CRYPTO")]).unwrap();
    let bare = partner(&mut ada, "DGSE", "FRA", Level::Secret);
    let mut covering = |name: &str, tag: &str, values: &[&str]| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        ada.add_partner(NewPartner {
            id: PartnerId::parse(name).unwrap(),
            name: name.to_owned(),
            nation: "FRA".to_owned(),
            communities: Default::default(),
            contact: String::new(),
            recipient: Identity::generate().recipient().to_string(),
            signing_key: None,
            ceiling: Level::Secret,
            categories: [(tag.to_owned(), values)].into(),
            agreement: Some("A-2020-1".to_owned()),
            until: None,
        })
    };
    let one = covering("ONE", "Handling", &["SOURCE"]).unwrap();
    let two = covering("TWO", "Handling", &["CRYPTO", "SOURCE"]).unwrap();
    assert_eq!(covering("OTHER", "Handling", &["NOTHING"]).unwrap_err().code(), "unknown");
    for partner in [&one, &two] {
        ada.confirm_partner(&partner.id, &partner.fingerprint).unwrap();
    }
    let marking = marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "SOURCE"), ("Handling", "CRYPTO")]);
    let filed = file(&mut house.unlock("rik"), "Shared", marking).unwrap();
    let mut rosa = house.unlock("rosa");
    let mut ask = |partner: &PartnerId| rosa.request_release(partner, std::slice::from_ref(&filed.id), "exchange", &[]);
    assert_eq!(codes(&ask(&bare).unwrap_err()), ["partner_category_missing"]);
    assert_eq!(codes(&ask(&one.id).unwrap_err()), ["partner_category_missing"]);
    assert!(ask(&two.id).is_ok());
    let kept = rosa.partners().unwrap().into_iter().find(|partner| partner.id == one.id).unwrap();
    assert_eq!(kept.categories, [("Handling".to_owned(), ["SOURCE".to_owned()].into())].into());
}
