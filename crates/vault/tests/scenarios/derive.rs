//! Documents made from others: where their marking starts, what it may not fall below, what is recorded of it.

use vault::*;

use super::house::*;

const MOTIVE: &str = "Only the date was taken over.";

fn made_from(title: &str, marking: Marking, sources: &[&DocumentId], motive: Option<&str>) -> NewDocument {
    NewDocument {
        sources: sources.iter().map(|id| (*id).clone()).collect(),
        motive: motive.map(str::to_owned),
        ..paper(title, marking, b"x")
    }
}

fn filed(session: &mut Session, new: NewDocument) -> Result<FilingResult, Error> {
    session.file_document(new, &mut quietly)
}

fn denied(session: &mut Session, new: NewDocument) -> Vec<String> {
    let error = filed(session, new).unwrap_err();
    assert_eq!(error.exit(), ExitClass::Denied);
    codes(&error).into_iter().map(str::to_owned).collect()
}

/// Two documents of rik's: SECRET for Belgium and France, CONFIDENTIEL for Belgium alone.
fn house() -> (House, Session, DocumentId, DocumentId) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let high = file(&mut rik, "High", marked("SECRET", Some(&["BEL", "FRA"]))).unwrap().id;
    let low = file(&mut rik, "Low", marked("CONFIDENTIEL", None)).unwrap().id;
    (house, rik, high, low)
}

#[test]
fn the_start_is_the_high_water_mark() {
    let (_house, mut rik, high, low) = house();
    let start = rik.derive_start(&[high.clone(), low.clone(), high.clone()]).unwrap();
    assert_eq!((start.marking.policy.as_str(), start.marking.classification.as_str()), ("BEL", "SECRET"));
    // Belgium alone is what both have in common.
    assert!(start.marking.categories.is_empty() && start.problems.is_empty());
    assert_eq!(start.from.iter().map(|from| &from.id).collect::<Vec<_>>(), [&high, &low]);
    assert!(!start.orcon && !start.foreign);
    let alone = rik.derive_start(std::slice::from_ref(&high)).unwrap();
    assert_eq!(alone.marking.categories.len(), 1);
    let id = filed(
        &mut rik,
        made_from(
            "Both",
            start.marking.marking("2026-11-22T09:00:00Z".parse().unwrap()).unwrap(),
            &[&high, &low],
            None,
        ),
    );
    assert!(id.is_ok());
    assert_eq!(rik.derive_start(&[]).unwrap_err().code(), "missing");
}

#[test]
fn what_protects_less_than_a_source_asks_for_a_motive() {
    let (_house, mut rik, high, low) = house();
    let lower = || marked("CONFIDENTIEL", None);
    assert_eq!(denied(&mut rik, made_from("X", lower(), &[&high, &low], None)), ["below_sources"]);
    // As high as the highest, and more may read it than could read the other.
    let wider = || marked("SECRET", Some(&["BEL", "FRA"]));
    assert_eq!(denied(&mut rik, made_from("X", wider(), &[&high, &low], None)), ["below_sources"]);
    filed(&mut rik, made_from("Narrow", marked("SECRET", None), &[&high, &low], None)).unwrap();
    filed(&mut rik, made_from("Motive", lower(), &[&high, &low], Some(MOTIVE))).unwrap();
}

#[test]
fn for_what_belongs_to_others_no_motive_is_enough() {
    let (house, mut rik, high, _) = house();
    let orcon = marked_with("SECRET", None, &[("Handling", "ORCON")]);
    let theirs = file(&mut rik, "Theirs", orcon.clone()).unwrap().id;
    let lower = marked("CONFIDENTIEL", None);
    let both = ["below_sources", "sources_consent"];
    assert_eq!(denied(&mut rik, made_from("X", lower.clone(), &[&theirs, &high], None)), both);
    assert_eq!(denied(&mut rik, made_from("X", lower.clone(), &[&theirs], Some(MOTIVE))), ["sources_consent"]);
    // Without ORCON its originator would not be asked any more.
    assert_eq!(denied(&mut rik, made_from("X", marked("SECRET", None), &[&theirs], Some(MOTIVE))), ["sources_consent"]);
    let start = rik.derive_start(&[theirs.clone(), high.clone()]).unwrap();
    assert!(start.orcon);
    filed(
        &mut rik,
        made_from(
            "Kept",
            start.marking.marking("2026-11-22T09:00:00Z".parse().unwrap()).unwrap(),
            &[&theirs, &high],
            None,
        ),
    )
    .unwrap();
    // Foreign information is not marked as our own.
    clear(&mut house.unlock("ada"), "rik", "NATO", "SECRET");
    let nato = file(&mut rik, "Nato", marked_under("NATO", "SECRET", None, &[])).unwrap().id;
    assert!(rik.derive_start(std::slice::from_ref(&nato)).unwrap().foreign);
    assert_eq!(denied(&mut rik, made_from("X", marked("SECRET", None), &[&nato], Some(MOTIVE))), ["sources_consent"]);
    filed(&mut rik, made_from("Nato too", marked_under("NATO", "SECRET", None, &[]), &[&nato], None)).unwrap();
    let several = filed(&mut rik, made_from("X", marked("SECRET", None), &[&nato, &high], Some(MOTIVE))).unwrap_err();
    assert_eq!((several.code(), several.exit()), ("several_policies", ExitClass::Refused));
    assert_eq!(rik.derive_start(&[nato, high]).unwrap_err().code(), "several_policies");
}

#[test]
fn a_source_that_one_may_not_open_is_told_like_one_that_is_not_there() {
    let (house, _, high, low) = house();
    let mut carl = house.unlock("carl");
    let nowhere = DocumentId::parse(&seal::random_id()).unwrap();
    let mut lines = Vec::new();
    for source in [&high, &nowhere] {
        let error = filed(&mut carl, made_from("X", marked("SECRET", None), &[source], None)).unwrap_err();
        assert!(matches!(&error, Error::NotFound { kind: "document", name } if name == source.as_str()), "{error:?}");
        let error = carl.derive_start(std::slice::from_ref(source)).unwrap_err();
        assert_eq!(error.code(), "not_found");
        let error = carl.advise_filing(None, None, "", &[], std::slice::from_ref(source)).unwrap_err();
        assert_eq!(error.code(), "not_found");
        // What he reads of it in his own log is the same as well.
        let filter = LogFilter { action: Some("deny".to_owned()), limit: 1, ..LogFilter::default() };
        let mut detail = carl.log(&filter).unwrap().rows[0].detail.clone();
        assert_eq!(detail.remove("document").as_deref(), Some(source.as_str()));
        lines.push(detail);
    }
    assert_eq!(lines[0], lines[1]);
    assert_eq!(carl.log(&LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() }).unwrap().rows.len(), 2);
    // One of two is enough, and the order does not matter.
    let mut bea = house.unlock("bea");
    let error = filed(&mut bea, made_from("X", marked("SECRET", None), &[&low, &nowhere], None)).unwrap_err();
    assert_eq!(error.code(), "not_found");
    assert_eq!(titles(&mut bea), ["High", "Low"]);
}

#[test]
fn sheets_and_oversight_tell_that_a_document_was_made_from_another() {
    let (house, mut rik, high, low) = house();
    let made = filed(&mut rik, made_from("Made", marked("SECRET", None), &[&high, &low, &high], None)).unwrap().id;
    let mut bea = house.unlock("bea");
    for source in [&high, &low] {
        let history = bea.document(source).unwrap().history;
        assert_eq!(history.iter().filter(|row| row.action == "derive" && row.officer == id("rik")).count(), 1);
    }
    let view = bea.document(&made).unwrap();
    assert_eq!(view.sources.iter().map(|source| &source.id).collect::<Vec<_>>(), [&high, &low]);
    let mut otto = house.unlock("otto");
    let filter = LogFilter { action: Some("derive".to_owned()), ..LogFilter::default() };
    let rows = otto.log(&filter).unwrap().rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].subject, made.as_str());
    assert_eq!(rows[0].detail["documents"], format!("{high} {low}"));
    drop(bea);
    // An index that is made again from the log knows it as well.
    assert_eq!(house.unlock_without_index("bea").document(&made).unwrap().sources.len(), 2);
}

#[test]
fn sources_that_one_may_not_see_are_neither_shown_nor_counted() {
    let (house, mut rik, high, low) = house();
    let made = filed(&mut rik, made_from("Made", marked("RESTREINT", None), &[&high, &low], Some(MOTIVE))).unwrap().id;
    let mut carl = house.unlock("carl");
    let view = carl.document(&made).unwrap();
    assert!(view.sources.is_empty() && view.motive.is_some());
    let shown = serde_json::to_string(&view).unwrap();
    assert!(!shown.contains(high.as_str()) && !shown.contains(low.as_str()));
}

#[test]
fn many_sources_of_one_dossier_are_warned_of() {
    let (house, mut rik, high, low) = house();
    house.unlock("sam").replace_guide(Guide { aggregation: 2, ..Guide::builtin().clone() }).unwrap();
    let made = filed(&mut rik, made_from("Made", marked("SECRET", None), &[&high, &low], None)).unwrap();
    assert_eq!(made.warnings[0].code, "aggregation");
    assert_eq!(made.warnings[0].params["level"], "secret");
    let advice = rik.advise_filing(Some(&dossier("D-1")), None, "", &[], &[high, low]).unwrap();
    assert_eq!(advice.aggregation.map(|a| a.count), Some(2));
    assert!(advice.start.is_some());
}

#[test]
fn guide_and_sources_are_reported_together() {
    let (_house, mut rik, high, _) = house();
    let new = NewDocument {
        topics: vec!["working-methods".to_owned()],
        ..made_from("X", marked("RESTREINT", None), &[&high], None)
    };
    assert_eq!(denied(&mut rik, new), ["below_guide", "below_sources"]);
}
