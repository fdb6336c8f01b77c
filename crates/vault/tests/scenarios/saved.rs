//! Filters and orders of the register under names, in an officer's own index.

use vault::*;

use super::house::*;

#[test]
fn a_view_is_kept_under_its_name_by_its_officer_alone() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    assert_eq!(bea.saved_views().expect("the index is read"), []);
    let sort = Sort { by: SortBy::Originator, order: Order::Descending };
    let filter = DocumentFilter { query: Some("pont".into()), level: Some(Level::Secret), sort, ..Default::default() };
    let paged = DocumentFilter { limit: 7, after: Some("12".into()), ..filter.clone() };
    let saved = bea.save_view(" Évidence ", paged).expect("it is kept");
    assert_eq!(saved, SavedView { name: "Évidence".into(), filter: filter.clone() }, "without where a page began");
    bea.save_view("Zones", DocumentFilter::default()).expect("it is kept");
    bea.save_view("Archives", DocumentFilter::default()).expect("it is kept");
    drop(bea);

    let mut bea = house.unlock("bea");
    let names = |session: &Session| -> Vec<String> {
        session.saved_views().expect("the index is read").into_iter().map(|view| view.name).collect()
    };
    assert_eq!(names(&bea), ["Archives", "Évidence", "Zones"]);
    assert_eq!(bea.saved_view("evidence").expect("whatever the accents").filter, filter);
    assert_eq!(names(&house.unlock("rik")), [] as [String; 0], "nobody else has it");

    bea.save_view("EVIDENCE", DocumentFilter::default()).expect("it is kept");
    assert_eq!(names(&bea), ["Archives", "EVIDENCE", "Zones"], "in the place of the former");
    bea.remove_view("zones").expect("it is removed");
    assert_eq!(names(&bea), ["Archives", "EVIDENCE"]);
    assert!(matches!(bea.remove_view("zones"), Err(Error::NotFound { kind: "view", .. })));
    assert!(matches!(bea.save_view("  ", DocumentFilter::default()), Err(Error::Missing { field: "name" })));
    assert!(matches!(bea.save_view(&"x".repeat(81), DocumentFilter::default()), Err(Error::TooLong { .. })));
}
