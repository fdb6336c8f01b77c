use testkit::date;
use vault::*;

use super::house::*;

fn approve(session: &mut Session, ceiling: Level) -> Result<(), Error> {
    session.record_approval(RecordApproval {
        authority: "ANS".to_owned(),
        reference: "H-1".to_owned(),
        ceiling,
        until: date(2026, 12, 31),
    })
}

#[test]
fn without_an_approval_a_vault_is_for_exercises() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    assert!(ada.exercise() && ada.approval().is_none());
    approve(&mut ada, Level::Secret).unwrap();
    assert!(!ada.exercise());
    assert_eq!(ada.approval().unwrap().ceiling, Level::Secret);
    assert_eq!(approve(&mut house.unlock("bea"), Level::TopSecret).unwrap_err().exit(), ExitClass::Denied);
}

#[test]
fn a_level_above_the_approval_is_neither_filed_nor_opened() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Before", marked("SECRET", None)).unwrap();
    approve(&mut house.unlock("ada"), Level::Confidential).unwrap();
    let mut rik = house.unlock("rik");
    assert_eq!(codes(&file(&mut rik, "After", marked("SECRET", None)).unwrap_err()), ["approval_ceiling"]);
    assert_eq!(codes(&read(&mut rik, &filed.id).unwrap_err()), ["approval_ceiling"]);
    assert!(titles(&mut rik).is_empty());
    file(&mut rik, "Lower", marked("CONFIDENTIEL", None)).unwrap();
    approve(&mut house.unlock("ada"), Level::Secret).unwrap();
    assert!(read(&mut rik, &filed.id).is_ok());
}

#[test]
fn an_approval_that_has_run_out_closes_the_vault_to_classified_documents() {
    let house = House::furnished();
    approve(&mut house.unlock("ada"), Level::Secret).unwrap();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    house.clock.forward(60);
    let mut bea = house.unlock("bea");
    assert!(bea.warnings().iter().any(|warning| warning.code == "approval_expired"));
    assert_eq!(codes(&read(&mut bea, &filed.id).unwrap_err()), ["approval_expired"]);
    assert_eq!(
        codes(&file(&mut house.unlock("rik"), "Late", marked("SECRET", None)).unwrap_err()),
        ["approval_expired"]
    );
}

#[test]
fn an_approval_or_an_agreement_that_is_over_is_not_entered() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let over = RecordApproval {
        authority: "ANS".to_owned(),
        reference: "H-1".to_owned(),
        ceiling: Level::Secret,
        until: date(2020, 1, 1),
    };
    assert_eq!(ada.record_approval(over).unwrap_err().code(), "implausible_date");
    assert!(ada.exercise(), "nothing was entered");
    let partner = NewPartner {
        id: PartnerId::parse("FR-X").unwrap(),
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
    assert_eq!(ada.add_partner(partner).unwrap_err().code(), "implausible_date");
}
