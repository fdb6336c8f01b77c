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
    let error = filed(session, new).expect_err("the filing is refused");
    assert_eq!(error.exit(), ExitClass::Denied);
    codes(&error).into_iter().map(str::to_owned).collect()
}

/// Two documents of rik's: SECRET for Belgium and France, CONFIDENTIEL for Belgium alone.
fn house() -> (House, Session, DocumentId, DocumentId) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let high = file(&mut rik, "High", marked("SECRET", Some(&["BEL", "FRA"]))).id;
    let low = file(&mut rik, "Low", marked("CONFIDENTIEL", None)).id;
    (house, rik, high, low)
}

#[test]
fn the_start_is_the_high_water_mark() {
    let (_house, mut rik, high, low) = house();
    let start = rik.derive_start(&[high.clone(), low.clone(), high.clone()]).expect("rik begins from the sources");
    assert_eq!((start.marking.policy.as_str(), start.marking.classification.as_str()), ("BEL", "SECRET"));
    // Belgium alone is what both have in common.
    assert!(start.marking.categories.is_empty() && start.problems.is_empty());
    assert_eq!(start.from.iter().map(|from| &from.id).collect::<Vec<_>>(), [&high, &low]);
    assert!(!start.orcon && !start.foreign);
    let alone = rik.derive_start(std::slice::from_ref(&high)).expect("rik begins from the sources");
    assert_eq!(alone.marking.categories.len(), 1);
    let id = filed(
        &mut rik,
        made_from(
            "Both",
            start
                .marking
                .marking("2026-11-22T09:00:00Z".parse().expect("an instant"))
                .expect("the sources give a marking"),
            &[&high, &low],
            None,
        ),
    );
    assert!(id.is_ok());
    assert_eq!(rik.derive_start(&[]).expect_err("rik's derivation is refused").code(), "missing");
}

#[test]
fn what_protects_less_than_a_source_asks_for_a_motive() {
    let (_house, mut rik, high, low) = house();
    let lower = || marked("CONFIDENTIEL", None);
    assert_eq!(denied(&mut rik, made_from("X", lower(), &[&high, &low], None)), ["below_sources"]);
    // As high as the highest, and more may read it than could read the other.
    let wider = || marked("SECRET", Some(&["BEL", "FRA"]));
    assert_eq!(denied(&mut rik, made_from("X", wider(), &[&high, &low], None)), ["below_sources"]);
    filed(&mut rik, made_from("Narrow", marked("SECRET", None), &[&high, &low], None)).expect("rik files the document");
    filed(&mut rik, made_from("Motive", lower(), &[&high, &low], Some(MOTIVE))).expect("rik files the document");
}

#[test]
fn for_what_belongs_to_others_no_motive_is_enough() {
    let (house, mut rik, high, _) = house();
    let orcon = marked_with("SECRET", None, &[("Handling", "ORCON")]);
    let theirs = file(&mut rik, "Theirs", orcon.clone()).id;
    let lower = marked("CONFIDENTIEL", None);
    let both = ["below_sources", "sources_consent"];
    assert_eq!(denied(&mut rik, made_from("X", lower.clone(), &[&theirs, &high], None)), both);
    assert_eq!(denied(&mut rik, made_from("X", lower.clone(), &[&theirs], Some(MOTIVE))), ["sources_consent"]);
    // Without ORCON its originator would not be asked any more.
    assert_eq!(denied(&mut rik, made_from("X", marked("SECRET", None), &[&theirs], Some(MOTIVE))), ["sources_consent"]);
    let start = rik.derive_start(&[theirs.clone(), high.clone()]).expect("rik begins from the sources");
    assert!(start.orcon);
    filed(
        &mut rik,
        made_from(
            "Kept",
            start
                .marking
                .marking("2026-11-22T09:00:00Z".parse().expect("an instant"))
                .expect("the sources give a marking"),
            &[&theirs, &high],
            None,
        ),
    )
    .expect("rik files the document");
    // Foreign information is not marked as our own.
    clear(&mut house.unlock("ada"), "rik", "NATO", "SECRET");
    let nato = file(&mut rik, "Nato", marked_under("NATO", "SECRET", None, &[])).id;
    assert!(rik.derive_start(std::slice::from_ref(&nato)).expect("rik begins from the sources").foreign);
    assert_eq!(denied(&mut rik, made_from("X", marked("SECRET", None), &[&nato], Some(MOTIVE))), ["sources_consent"]);
    filed(&mut rik, made_from("Nato too", marked_under("NATO", "SECRET", None, &[]), &[&nato], None)).expect("filed");
    let several =
        filed(&mut rik, made_from("X", marked("SECRET", None), &[&nato, &high], Some(MOTIVE))).expect_err("refused");
    assert_eq!((several.code(), several.exit()), ("several_policies", ExitClass::Refused));
    assert_eq!(rik.derive_start(&[nato, high]).expect_err("rik's derivation is refused").code(), "several_policies");
}

#[test]
fn a_source_that_one_may_not_open_is_told_like_one_that_is_not_there() {
    let (house, _, high, low) = house();
    let mut carl = house.unlock("carl");
    let nowhere = DocumentId::parse(&seal::random_id()).expect("of the form of an id");
    let mut lines = Vec::new();
    for source in [&high, &nowhere] {
        let error = filed(&mut carl, made_from("X", marked("SECRET", None), &[source], None)).expect_err("refused");
        assert!(matches!(&error, Error::NotFound { kind: "document", name } if name == source.as_str()), "{error:?}");
        let error = carl.derive_start(std::slice::from_ref(source)).expect_err("carl's derivation is refused");
        assert_eq!(error.code(), "not_found");
        let error = carl.advise_filing(None, None, "", &[], std::slice::from_ref(source)).expect_err("refused");
        assert_eq!(error.code(), "not_found");
        // What he reads of it in his own log is the same as well.
        let filter = LogFilter { action: Some("deny".to_owned()), limit: 1, ..LogFilter::default() };
        let mut detail = carl.log(&filter).expect("carl reads the log").rows[0].detail.clone();
        assert_eq!(detail.remove("document").as_deref(), Some(source.as_str()));
        lines.push(detail);
    }
    assert_eq!(lines[0], lines[1]);
    assert_eq!(
        carl.log(&LogFilter { action: Some("deny".to_owned()), ..LogFilter::default() }).expect("listed").rows.len(),
        2
    );
    // One of two is enough, and the order does not matter.
    let mut bea = house.unlock("bea");
    let error = filed(&mut bea, made_from("X", marked("SECRET", None), &[&low, &nowhere], None)).expect_err("refused");
    assert_eq!(error.code(), "not_found");
    assert_eq!(titles(&mut bea), ["High", "Low"]);
}

#[test]
fn sheets_and_oversight_tell_that_a_document_was_made_from_another() {
    let (house, mut rik, high, low) = house();
    let made =
        filed(&mut rik, made_from("Made", marked("SECRET", None), &[&high, &low, &high], None)).expect("filed").id;
    let mut bea = house.unlock("bea");
    for source in [&high, &low] {
        let history = bea.document(source).expect("bea sees the document").history;
        assert_eq!(history.iter().filter(|row| row.action == "derive" && row.officer == id("rik")).count(), 1);
    }
    let view = bea.document(&made).expect("bea sees the document");
    assert_eq!(view.sources.iter().map(|source| &source.id).collect::<Vec<_>>(), [&high, &low]);
    let mut otto = house.unlock("otto");
    let filter = LogFilter { action: Some("derive".to_owned()), ..LogFilter::default() };
    let rows = otto.log(&filter).expect("otto reads the log").rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].subject, made.as_str());
    assert_eq!(rows[0].detail["documents"], format!("{high} {low}"));
    drop(bea);
    // An index that is made again from the log knows it as well.
    assert_eq!(house.unlock_without_index("bea").document(&made).expect("bea sees the document").sources.len(), 2);
}

#[test]
fn sources_that_one_may_not_see_are_neither_shown_nor_counted() {
    let (house, mut rik, high, low) = house();
    let made =
        filed(&mut rik, made_from("Made", marked("RESTREINT", None), &[&high, &low], Some(MOTIVE))).expect("filed").id;
    let mut carl = house.unlock("carl");
    let view = carl.document(&made).expect("carl sees the document");
    assert!(view.sources.is_empty() && view.motive.is_some());
    let shown = serde_json::to_string(&view).expect("it is plain data");
    assert!(!shown.contains(high.as_str()) && !shown.contains(low.as_str()));
}

#[test]
fn many_sources_of_one_dossier_are_warned_of() {
    let (house, mut rik, high, low) = house();
    house.unlock("sam").replace_guide(Guide { aggregation: 2, ..Guide::builtin().clone() }).expect("replaced");
    let made = filed(&mut rik, made_from("Made", marked("SECRET", None), &[&high, &low], None)).expect("filed");
    assert_eq!(made.warnings[0].code, "aggregation");
    assert_eq!(made.warnings[0].params["level"], "secret");
    let advice = rik.advise_filing(Some(&dossier("D-1")), None, "", &[], &[high, low]).expect("rik asks for advice");
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
