use super::house::*;
use vault::*;

#[test]
fn a_cleared_officer_opens_what_another_files_and_an_uncleared_one_is_denied_with_every_reason() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    assert!(filed.reference.starts_with("ZGL/2026/S-") && filed.reference.ends_with("/0001"), "{}", filed.reference);

    let mut bea = house.unlock("bea");
    assert_eq!(titles(&mut bea), ["Report"]);
    let view = bea.document(&filed.id).expect("bea sees the document");
    assert_eq!(view.row.reference, filed.reference);
    assert_eq!(view.row.dossier, dossier("D-1"));
    assert!(view.explanation.permitted);
    assert_eq!(read(&mut bea, &filed.id), b"the bytes of Report");

    let mut carl = house.unlock("carl");
    assert!(titles(&mut carl).is_empty());
    let denied = carl.open_document(&filed.id, "curiosity").expect_err("carl's opening is refused");
    assert_eq!(denied.exit(), ExitClass::Denied);
    assert_eq!(codes(&denied), ["clearance_missing"]);

    let mut otto = house.unlock("otto");
    let seen: Vec<String> =
        otto.log(&LogFilter::default()).expect("listed").rows.into_iter().map(|row| row.action).collect();
    for action in ["open", "deny", "file", "unlock", "grant-clearance", "add-officer"] {
        assert!(seen.iter().any(|other| other == action), "no {action} in {seen:?}");
    }
    assert!(titles(&mut otto).is_empty());
    assert_eq!(house.open().verify().expect("whole").entries, house.unlock("ada").verify().expect("whole").entries - 1);
}
