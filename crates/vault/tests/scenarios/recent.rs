//! What an officer opened last, what he filed, and what is as a document that he looks at.

use vault::*;

use super::dual::{together, with_document};
use super::house::*;

fn titles(rows: &[DocumentRow]) -> Vec<&str> {
    rows.iter().map(|row| row.title.as_str()).collect()
}

fn mine(session: &mut Session, mine: Mine) -> Vec<String> {
    let listed = session.list(&DocumentFilter { mine: Some(mine), ..DocumentFilter::default() }).expect("it is listed");
    assert_eq!(listed.total, listed.rows.len() as u64);
    listed.rows.into_iter().map(|row| row.title).collect()
}

#[test]
fn what_one_opened_is_known_to_oneself_also_where_the_index_was_made_again() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let [first, second, third] =
        ["First", "Second", "Third"].map(|title| file(&mut rik, title, marked("SECRET", None)).id);
    let mut bea = house.unlock("bea");
    assert_eq!(titles(&bea.opened(9).expect("it is read")), [""; 0], "nothing yet");
    for document in [&first, &second, &first] {
        read(&mut bea, document);
    }
    read(&mut rik, &third);
    let seen = |bea: &mut Session| {
        assert_eq!(titles(&bea.opened(9).expect("it is read")), ["First", "Second"], "the last first, each once");
        assert_eq!(titles(&bea.opened(1).expect("it is read")), ["First"]);
        assert_eq!(mine(bea, Mine::Opened), ["Second", "First"], "in the order of the list");
        assert_eq!(mine(bea, Mine::Filed), [""; 0]);
    };
    seen(&mut bea);
    assert_eq!(mine(&mut rik, Mine::Filed), ["Third", "Second", "First"]);
    assert_eq!(mine(&mut rik, Mine::Opened), ["Third"]);
    drop((rik, bea));
    // Nothing but the log remembers it.
    seen(&mut house.unlock_without_index("bea"));
}

#[test]
fn what_one_may_not_see_any_more_is_not_among_what_one_opened() {
    let house = House::furnished();
    let document = file(&mut house.unlock("rik"), "Read", marked("SECRET", None)).id;
    let mut bea = house.unlock("bea");
    read(&mut bea, &document);
    house.unlock("ada").remove_member(&dossier("D-1"), &id("bea"), "other duty").expect("removed");
    bea.catch_up().expect("the log is read");
    assert_eq!(titles(&bea.opened(9).expect("it is read")), [""; 0]);
    assert_eq!(mine(&mut bea, Mine::Opened), [""; 0]);
}

#[test]
fn what_two_opened_is_among_what_the_first_of_them_opened() {
    let (house, filed) = with_document();
    together(&mut house.unlock("bea"), "rik", &filed.id).expect("opened");
    let mut bea = house.unlock("bea");
    let opened = bea.opened(9).expect("it is read");
    assert_eq!(opened.iter().map(|row| (&row.id, row.sealed)).collect::<Vec<_>>(), [(&filed.id, true)]);
    assert_eq!(mine(&mut bea, Mine::Opened).len(), 1);
    assert_eq!(mine(&mut house.unlock("rik"), Mine::Opened), [""; 0]);
}

#[test]
fn as_a_document_is_of_its_policy_and_level_in_its_dossier_from_its_originator() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let one = file(&mut rik, "One", marked("SECRET", None)).id;
    file(&mut rik, "As it", marked("SECRET", Some(&["BEL", "NLD"])));
    file(&mut rik, "Lower", marked("CONFIDENTIEL", None));
    let filter = rik.filter_like(&one).expect("he sees it");
    let listed = rik.list(&filter).expect("it is listed");
    assert_eq!(titles(&listed.rows), ["As it", "One"]);
    let about = rik.document(&one).expect("he sees it");
    assert_eq!((filter.dossier, filter.level), (Some(about.row.dossier), Some(Level::Secret)));
    assert_eq!((filter.policy.as_deref(), filter.originator), (Some("BEL"), Some(about.row.originator)));
    assert!(matches!(house.unlock("sam").filter_like(&one), Err(Error::Denied { .. } | Error::NotFound { .. })));
}
