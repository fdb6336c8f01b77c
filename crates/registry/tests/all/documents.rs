//! Documents.

use policy::DossierStatus;
use registry::ForgedRule as Rule;
use registry::ObjectId;
use registry::event::*;
use registry::fact::{Concerns, Fact, Places, RequiredParts, RequiredSheet};

use super::facts::{AtRandom, names, pick};
use super::stage::*;

#[test]
fn whoever_works_here_files_into_the_present_epoch_of_a_class_of_an_open_dossier() {
    let mut stage = Stage::furnished();
    // Upwards as well: carl cannot read it.
    for author in ["rik", "carl", "otto"] {
        stage.passes(author, stage.filed(fresh()));
    }
    stage.refuses(Rule::DocumentFiledTwice, "rik", stage.filed(stage.report.clone()));
    for epoch in [0, 2, u32::MAX] {
        stage.refuses(Rule::EpochOutOfOrder, "rik", Filed { epoch, ..stage.filed(fresh()) });
    }
    // A class that there is not has no epoch.
    stage.refuses(Rule::EpochOutOfOrder, "rik", Filed { class: fresh(), ..stage.filed(fresh()) });
    stage.play("rik", stage.rekeyed());
    stage.refuses(Rule::EpochOutOfOrder, "rik", stage.filed(fresh()));
    stage.passes("rik", Filed { epoch: 2, ..stage.filed(fresh()) });
    stage.play("ada", DossierChanged { dossier: stage.dossier.clone(), status: DossierStatus::Closed });
    stage.refuses(Rule::DossierClosed, "rik", Filed { epoch: 2, ..stage.filed(fresh()) });
}

#[test]
fn a_document_is_not_filed_under_the_name_that_the_object_of_another_has() {
    let mut stage = Stage::furnished();
    let moved = stage.reclassified();
    let taken = moved.object.as_str().parse().expect("ids of objects and documents have one form");
    stage.play("rik", moved);
    stage.refuses(Rule::ObjectOfAnother, "rik", stage.filed(taken));
}

#[test]
fn a_document_that_is_filed_has_the_next_number_of_its_class_and_year() {
    let mut stage = Stage::furnished();
    let (second, other, next_year) = (fresh(), fresh(), fresh());
    let by = stage.by("carl");
    let fact = stage.filed(second);
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["classes.*.counts.2026", "documents.*"]);
    let record = &after.documents.get(&fact.document).expect("it was filed");
    assert_eq!((&record.class, record.epoch, record.index), (&stage.secret, 1, by.index));
    assert_eq!((record.at_ms, &record.by), (by.at.timestamp_millis(), &id("carl")));
    assert_eq!((record.year, record.number), (2026, 2));
    assert_eq!(record.object, ObjectId::from(&fact.document));
    assert!(record.former.is_empty() && record.decided.is_empty());
    let code = &after.classes[&stage.secret].code;
    assert_eq!(after.reference(record), format!("EX/2026/{code}/0002"));

    stage.play("carl", fact);
    stage.play("rik", Filed { class: stage.low.clone(), ..stage.filed(other) });
    let by = stage.by("rik").at("2027-01-01T00:00:00Z");
    stage.play_by(&by, stage.filed(next_year));
    let numbers = stage.state.documents.changed().map(|(_, record)| (record.year, &record.class, record.number));
    let mut numbers: Vec<_> = numbers.collect();
    numbers.sort();
    let (secret, low) = (&stage.secret, &stage.low);
    let mut expected = vec![(2026, secret, 1), (2026, secret, 2), (2026, low, 1), (2027, secret, 1)];
    expected.sort();
    assert_eq!(numbers, expected);
}

#[test]
fn the_entry_of_a_filing_has_a_sheet_of_the_class_and_epoch() {
    let stage = Stage::furnished();
    let fact = stage.filed(fresh());
    let parts = fact.parts(&stage.state, &stage.by("carl").context()).expect("its entry breaks no rule");
    let sheet = RequiredSheet { class: stage.secret.clone(), epoch: Some(1), or: Rule::FiledWithoutSheet };
    assert_eq!(
        parts,
        RequiredParts {
            sheets: vec![sheet],
            may_write: vec![stage.secret.clone()],
            places: Places::Files,
            ..RequiredParts::none()
        }
    );
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (Some(stage.secret_key()), Concerns::Nobody));
    assert_eq!(fact.keys(&id("carl")), []);
    let record = fact.record(&stage.state);
    assert_eq!(
        (&record.detail["document"], &record.detail["class"]),
        (&fact.document.to_string(), &stage.secret.to_string())
    );
}

/// The report of the stage, sealed anew.
fn resealed(stage: &Stage) -> Resealed {
    Resealed { document: stage.report.clone(), epoch: 1, object: fresh() }
}

#[test]
fn a_document_is_sealed_anew_by_somebody_who_may_read_it() {
    let stage = Stage::furnished();
    let fact = resealed(&stage);
    stage.passes("bea", fact.clone());
    for stranger in ["carl", "otto", "sam"] {
        stage.refuses(Rule::ResealedWithoutRight, stranger, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "bea", Resealed { document: fresh(), ..fact.clone() });
    stage.refuses(Rule::EpochOutOfOrder, "bea", Resealed { epoch: 2, ..fact.clone() });
    stage.refuses(Rule::ObjectOfAnother, "bea", Resealed { object: ObjectId::from(&stage.report), ..fact.clone() });
    let before = stage.state.documents.get(&stage.report).expect("it was filed");
    let mut after = stage.clone();
    after.play("bea", fact.clone());
    let record = after.state.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&record.object, &record.class, record.index), (&fact.object, &before.class, before.index));
    assert!(record.was_resealed_last() && record.was_in(&before.class, after.index));
    assert_eq!(record.clone().before(stage.index), Some(before), "as it was before that entry");
    assert!(after.state.documents.uses(&fact.object) && after.state.documents.uses(&ObjectId::from(&stage.report)));
    assert_eq!(after.state.documents.has_now(&ObjectId::from(&stage.report)), Ok(false));
    // Once in an entry, and not in the one that moves it.
    let again = resealed(&stage);
    let same = By { index: stage.index, ..after.by("bea") };
    after.refuses_by(Rule::DocumentsInOneEntry, &same, again.clone());
    after.passes("bea", again);
}

#[test]
fn a_document_that_was_moved_and_sealed_anew_has_each_object_in_its_time() {
    let mut stage = Stage::furnished();
    let filed = stage.state.documents.get(&stage.report).expect("it was filed");
    let (first, second) = (resealed(&stage), resealed(&stage));
    let at = stage.index;
    stage.play("bea", first.clone());
    let moved = stage.reclassified();
    stage.play("rik", moved.clone());
    stage.play("rik", second.clone());
    let record = stage.state.documents.get(&stage.report).expect("it was filed");
    let object = |before: u64| record.clone().before(before).map(|record| (record.object, record.class));
    let old = stage.secret.clone();
    assert_eq!(object(at), Some((filed.object, old.clone())));
    assert_eq!(object(at + 1), Some((first.object, old)));
    assert_eq!(object(at + 2), Some((moved.object, moved.class.clone())));
    assert_eq!(object(at + 3), Some((second.object, moved.class)));
    let given: Vec<u64> = record.given_objects(&stage.report).map(|(_, since)| since).collect();
    assert_eq!(given, [at + 2, at + 1, at]);
}

fn corrected(stage: &Stage) -> Corrected {
    Corrected { document: stage.report.clone() }
}

#[test]
fn what_is_written_is_put_right_by_who_may_read_the_document_and_filed_it_or_leads_its_dossier_or_is_a_registrar() {
    let mut stage = Stage::furnished();
    let fact = corrected(&stage);
    stage.passes("rik", fact.clone());
    for other in ["bea", "rosa", "carl", "otto", "ada", "sam"] {
        stage.refuses(Rule::CorrectedWithoutRight, other, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "rik", Corrected { document: fresh() });
    // Who leads the dossier, but not who leads it and may not read.
    for (lead, may) in [("bea", true), ("carl", false)] {
        let mut led = stage.clone();
        led.state.dossiers.get_mut(&stage.dossier).expect("the stage has a dossier").lead = Some(id(lead));
        match may {
            true => led.passes(lead, fact.clone()),
            false => led.refuses(Rule::CorrectedWithoutRight, lead, fact.clone()),
        }
    }
    // A registrar, whoever filed it.
    let roles = &mut stage.state.officers.get_mut(&id("bea")).expect("an officer of the stage").facts.roles;
    roles.insert(policy::Role::Registrar);
    stage.passes("bea", fact.clone());
    // In a closed dossier as well: nothing comes into it.
    stage.play("ada", DossierChanged { dossier: stage.dossier.clone(), status: DossierStatus::Closed });
    stage.passes("rik", fact.clone());
    // Its history knows one change at each entry.
    let at = stage.index;
    stage.play("rik", fact.clone());
    stage.refuses_by(Rule::DocumentsInOneEntry, &By { index: at, ..stage.by("rik") }, fact.clone());
    stage.passes("rik", fact);
}

#[test]
fn what_two_open_is_put_right_by_nobody_alone() {
    let pair = super::pairs::Pair::new();
    pair.stage.refuses(Rule::OneForTwo, "rik", Corrected { document: pair.document.clone() });
}

#[test]
fn that_a_document_was_put_right_is_remembered_and_stands_on_its_sheet() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("rik"), corrected(&stage));
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.corrected"]);
    let is = after.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&is.corrected, is.last_change()), (&vec![by.index], by.index));
    assert_eq!(is.before(by.index), Some(was), "what it was can be told from what it is");
    let sheet = RequiredSheet { class: stage.secret.clone(), epoch: None, or: Rule::CorrectedWithoutSheet };
    let parts = RequiredParts { sheets: vec![sheet], ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&registry::state::State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!((fact.keys(&id("rik")), fact.record(&stage.state).did.as_str()), (Vec::new(), "correct"));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![stage.filed(fresh()).into(), corrected(stage).into(), resealed(stage).into()]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| Filed { document: draw.document, class: draw.class, epoch: draw.epoch }.into(),
    |draw| Corrected { document: draw.document }.into(),
    |draw| {
        let object = pick(&names().objects, draw.choice[4]);
        Resealed { document: draw.document, epoch: 1 + u32::from(draw.choice[2] % 2), object }.into()
    },
];
