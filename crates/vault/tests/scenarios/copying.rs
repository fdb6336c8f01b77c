//! Copying text of a page: only where the marking lets it, only by those who may read the document, and never unrecorded.

use vault::*;

use super::house::*;

fn opened(house: &House) -> Vec<String> {
    let filter = LogFilter { action: Some("open".to_owned()), limit: 100, ..LogFilter::default() };
    let rows = house.unlock("otto").log(&filter).expect("otto reads the log").rows;
    rows.iter().filter_map(|row| row.detail.get("purpose").cloned()).collect()
}

#[test]
fn text_is_copied_below_confidentiel_and_each_time_the_log_says_so() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let [low, high] = ["RESTREINT", "CONFIDENTIEL"].map(|level| file(&mut rik, level, marked(level, None)).id);
    let mut bea = house.unlock("bea");
    assert!(bea.may_copy_text(&low) && !bea.may_copy_text(&high));
    let copying = bea.copy_text(&low, 1, "Text copied (page 2, characters: 31)").expect("permitted");
    assert_eq!(copying.document(), &low);
    assert_eq!(bea.copy_text(&low, 1, " ").map(drop).expect_err("no word of what").code(), "missing");
    assert_eq!(
        bea.copy_text(&low, 2, "of a version that is not there").map(drop).expect_err("refused").code(),
        "not_found"
    );
    assert_eq!(opened(&house), ["Text copied (page 2, characters: 31)"]);
    let history = bea.document(&low).expect("seen").history;
    assert!(history.iter().any(|row| row.action == "open" && row.purpose.starts_with("Text copied")), "{history:?}");

    let denied = bea.copy_text(&high, 1, "Text copied").map(drop).expect_err("refused");
    assert_eq!((denied.exit(), codes(&denied)), (ExitClass::Denied, vec!["not_copied"]));
    let filter = LogFilter { action: Some("deny".to_owned()), limit: 100, ..LogFilter::default() };
    let told = house.unlock("otto").log(&filter).expect("otto reads the log").rows;
    assert!(
        told.iter().any(|row| row.detail.get("reasons").is_some_and(|reasons| reasons == "not_copied")),
        "{told:?}"
    );
    assert_eq!(opened(&house).len(), 1, "nothing came of it");
}

#[test]
fn who_may_read_it_no_longer_copies_nothing_and_learns_no_level() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let [low, high] = ["RESTREINT", "CONFIDENTIEL"].map(|level| file(&mut rik, level, marked(level, None)).id);
    let mut bea = house.unlock("bea");
    let _ = bea.copy_text(&low, 1, "Text copied").expect("permitted");
    house.unlock("ada").remove_member(&dossier("D-1"), &id("bea"), "other duty").expect("removed");
    let [first, second] =
        [&low, &high].map(|document| bea.copy_text(document, 1, "Text copied").map(drop).expect_err("refused"));
    assert_eq!(first.exit(), ExitClass::Denied);
    assert!(!codes(&first).contains(&"not_copied"), "{:?}", codes(&first));
    assert_eq!(codes(&first), codes(&second), "both levels answer alike");
    assert_eq!(opened(&house).len(), 1);
}

#[test]
fn text_of_what_two_open_is_never_copied() {
    let (house, filed) = super::dual::with_document();
    let mut bea = house.unlock("bea");
    assert!(!bea.may_copy_text(&filed.id));
    assert_eq!(codes(&bea.copy_text(&filed.id, 1, "Text copied").map(drop).expect_err("refused")), ["not_copied"]);
}
