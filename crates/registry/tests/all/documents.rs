//! Documents.

use policy::DossierStatus;
use registry::ForgedRule as Rule;
use registry::ObjectId;
use registry::assents::{AssentKind, Matter};
use registry::documents::Withdrawn;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts, RequiredSheet};
use registry::log::Act;

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, names, pick};
use super::stage::*;

#[test]
fn an_officer_who_works_here_files_into_the_present_epoch_of_a_class_of_an_open_dossier() {
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
    let sheet = RequiredSheet {
        document: fact.document.clone(),
        class: stage.secret.clone(),
        epoch: Some(1),
        or: Rule::FiledWithoutSheet,
    };
    assert_eq!(
        parts,
        RequiredParts { sheets: vec![sheet], may_write: vec![stage.secret.clone()], ..RequiredParts::none() }
    );
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (Some(stage.secret_key()), Concerns::Nobody));
    assert_eq!(fact.keys(&id("carl")), []);
    let record = fact.record(&stage.state);
    assert_eq!(
        (&record.detail["document"], &record.detail["class"]),
        (&fact.document.to_string(), &stage.secret.to_string())
    );
}

/// The report of the stage, sealed again.
fn resealed(stage: &Stage) -> Resealed {
    Resealed { document: stage.report.clone(), epoch: 1, object: fresh(), earlier: Vec::new() }
}

#[test]
fn a_document_is_sealed_again_by_somebody_who_may_read_it() {
    let stage = Stage::furnished();
    let fact = resealed(&stage);
    stage.passes("bea", fact.clone());
    for stranger in ["carl", "otto", "sam"] {
        stage.refuses(Rule::ResealedWithoutRight, stranger, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "bea", Resealed { document: fresh(), ..fact.clone() });
    stage.refuses(Rule::EpochOutOfOrder, "bea", Resealed { epoch: 2, ..fact.clone() });
    stage.refuses(Rule::ObjectOfAnother, "bea", Resealed { object: ObjectId::from(&stage.report), ..fact.clone() });
    assert_eq!(fact.parts(&stage.state, &stage.by("bea").context()), Ok(RequiredParts::none()));
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
fn what_two_open_nobody_seals_again_alone() {
    let pair = super::pairs::Pair::new();
    let fact = Resealed { document: pair.document.clone(), ..resealed(&pair.stage) };
    pair.stage.refuses(Rule::OneForTwo, "rik", fact);
}

#[test]
fn a_document_that_was_moved_and_sealed_again_has_each_object_in_its_time() {
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
    let given: Vec<u64> = record.given_objects(&stage.report).into_iter().map(|(_, since)| since).collect();
    assert_eq!(given, [at + 2, at + 1, at]);
}

fn corrected(stage: &Stage) -> Corrected {
    Corrected { document: stage.report.clone() }
}

#[test]
fn what_is_written_is_put_right_by_a_reader_who_filed_it_or_leads_its_dossier_or_is_a_registrar() {
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
    // A registrar, no matter who filed it.
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
    let sheet = RequiredSheet {
        document: stage.report.clone(),
        class: stage.secret.clone(),
        epoch: None,
        or: Rule::CorrectedWithoutSheet,
    };
    let may_write = vec![stage.secret.clone()];
    let parts = RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&registry::state::State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!((fact.keys(&id("rik")), fact.record(&stage.state).did.as_str()), (Vec::new(), "correct"));
}

fn noted(stage: &Stage) -> Noted {
    Noted { document: stage.report.clone() }
}

#[test]
fn a_note_is_written_by_readers_of_the_document_and_by_nobody_else() {
    let mut stage = Stage::furnished();
    let fact = noted(&stage);
    for reader in ["rik", "bea"] {
        stage.passes(reader, fact.clone());
    }
    for other in ["carl", "otto", "sam"] {
        stage.refuses(Rule::NotedWithoutRight, other, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "rik", Noted { document: fresh() });
    // Its history knows one change at each entry.
    let at = stage.index;
    stage.play("bea", fact.clone());
    stage.refuses_by(Rule::DocumentsInOneEntry, &By { index: at, ..stage.by("rik") }, fact.clone());
    stage.passes("rik", fact.clone());
    // Not on what was withdrawn.
    stage.play("rik", withdrawal(&stage));
    stage.refuses(Rule::DocumentWithdrawn, "bea", fact);
    let pair = super::pairs::Pair::new();
    pair.stage.refuses(Rule::OneForTwo, "rik", Noted { document: pair.document.clone() });
}

#[test]
fn that_a_note_was_written_is_remembered_and_it_stands_on_the_sheet() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("bea"), noted(&stage));
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.noted"]);
    let is = after.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&is.noted, is.last_change()), (&vec![by.index], by.index));
    assert_eq!(is.before(by.index), Some(was), "what it was can be told from what it is");
    let (document, class) = (stage.report.clone(), stage.secret.clone());
    let sheet = RequiredSheet { document, class: class.clone(), epoch: None, or: Rule::NotedWithoutSheet };
    let parts = RequiredParts { sheets: vec![sheet], may_write: vec![class], ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&registry::state::State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!((fact.keys(&id("bea")), fact.record(&stage.state).did.as_str()), (Vec::new(), "note"));
}

/// The text inside the report of the stage, read later.
fn text_read(stage: &Stage) -> TextRead {
    TextRead { document: stage.report.clone(), epoch: 1, object: fresh(), earlier: Vec::new() }
}

#[test]
fn a_text_is_read_later_by_readers_of_a_document_that_is_there_and_that_one_opens() {
    let mut stage = Stage::furnished();
    let fact = text_read(&stage);
    for reader in ["rik", "bea"] {
        stage.passes(reader, fact.clone());
    }
    for other in ["carl", "otto", "sam"] {
        stage.refuses(Rule::TextWithoutRight, other, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "rik", TextRead { document: fresh(), ..fact.clone() });
    stage.refuses(Rule::EpochOutOfOrder, "rik", TextRead { epoch: 2, ..fact.clone() });
    stage.refuses(Rule::ObjectOfAnother, "rik", TextRead { object: ObjectId::from(&stage.report), ..fact.clone() });
    stage.refuses(Rule::VersionLeftBehind, "rik", TextRead { earlier: vec![fresh()], ..fact.clone() });
    // Its history knows one change at each entry.
    let at = stage.index;
    stage.play("bea", noted(&stage));
    stage.refuses_by(Rule::DocumentsInOneEntry, &By { index: at, ..stage.by("rik") }, fact.clone());
    stage.passes("rik", fact.clone());
    // Nothing of what was withdrawn, and nothing of what two open.
    stage.play("rik", withdrawal(&stage));
    stage.refuses(Rule::DocumentWithdrawn, "rik", fact);
    let pair = super::pairs::Pair::new();
    pair.stage.refuses(Rule::OneForTwo, "rik", TextRead { document: pair.document.clone(), ..text_read(&pair.stage) });
}

#[test]
fn a_document_of_which_the_text_was_read_later_has_another_object_and_its_sheet_says_what_was_read() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("bea"), text_read(&stage));
    let before = stage.state.documents.get(&stage.report).expect("it was filed");
    let mut after = stage.clone();
    after.play("bea", fact.clone());
    let record = after.state.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&record.object, &record.class, record.index), (&fact.object, &before.class, before.index));
    assert!(record.was_resealed_last(), "those who open it compare the whole of it");
    assert!(record.replaced.last().is_some_and(|replaced| replaced.for_text), "a sheet of the text counts there alone");
    assert_eq!(record.last_change(), by.index);
    assert_eq!(record.before(by.index), Some(before), "as it was before that entry");
    let (document, class) = (stage.report.clone(), stage.secret.clone());
    let sheet = RequiredSheet { document, class: class.clone(), epoch: Some(fact.epoch), or: Rule::TextWithoutSheet };
    let parts = RequiredParts { sheets: vec![sheet], may_write: vec![class], ..RequiredParts::none() };
    assert_eq!(fact.parts(&after.state, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&registry::state::State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!((fact.keys(&id("bea")), fact.record(&stage.state).did.as_str()), (Vec::new(), "read-text"));
}

/// The next version of the report of the stage.
fn version(stage: &Stage, number: u32) -> VersionFiled {
    let record = stage.state.documents.get(&stage.report).expect("it was filed");
    VersionFiled { document: stage.report.clone(), number, class: record.class, epoch: 1, object: fresh() }
}

#[test]
fn another_version_is_filed_by_those_who_put_the_document_right_into_the_class_that_it_is_in() {
    let mut stage = Stage::furnished();
    let fact = version(&stage, 2);
    stage.passes("rik", fact.clone());
    for other in ["bea", "rosa", "carl", "otto", "ada", "sam"] {
        stage.refuses(Rule::VersionWithoutRight, other, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "rik", VersionFiled { document: fresh(), ..fact.clone() });
    for class in [stage.low.clone(), fresh()] {
        stage.refuses(Rule::VersionElsewhere, "rik", VersionFiled { class, ..fact.clone() });
    }
    for number in [0, 1, 3, u32::MAX] {
        stage.refuses(Rule::VersionOutOfOrder, "rik", VersionFiled { number, ..fact.clone() });
    }
    for epoch in [0, 2, u32::MAX] {
        stage.refuses(Rule::EpochOutOfOrder, "rik", VersionFiled { epoch, ..fact.clone() });
    }
    let own = ObjectId::from(&stage.report);
    stage.refuses(Rule::ObjectOfAnother, "rik", VersionFiled { object: own, ..fact.clone() });
    // Who leads the dossier and may not read.
    let mut led = stage.clone();
    led.state.dossiers.get_mut(&stage.dossier).expect("the stage has a dossier").lead = Some(id("carl"));
    led.refuses(Rule::VersionWithoutRight, "carl", fact.clone());
    // One in an entry, and none in that of a correction.
    let at = stage.index;
    stage.play("rik", fact.clone());
    let same = By { index: at, ..stage.by("rik") };
    stage.refuses_by(Rule::DocumentsInOneEntry, &same, version(&stage, 3));
    stage.refuses_by(Rule::DocumentsInOneEntry, &same, Reclassified { earlier: vec![fresh()], ..stage.reclassified() });
    stage.refuses(Rule::VersionOutOfOrder, "rik", VersionFiled { object: fresh(), ..fact.clone() });
    stage.refuses(Rule::ObjectOfAnother, "rik", VersionFiled { number: 3, ..fact });
    stage.passes("rik", version(&stage, 3));
    // Not what was withdrawn, and not into a closed dossier.
    let mut gone = stage.clone();
    gone.play("rik", withdrawal(&stage));
    gone.refuses(Rule::DocumentWithdrawn, "rik", version(&stage, 3));
    stage.play("ada", DossierChanged { dossier: stage.dossier.clone(), status: DossierStatus::Closed });
    stage.refuses(Rule::DossierClosed, "rik", version(&stage, 3));
}

#[test]
fn of_what_two_open_nobody_files_a_version_alone() {
    let pair = super::pairs::Pair::new();
    let class = pair.stage.state.documents.get(&pair.document).expect("it was filed").class;
    let fact = VersionFiled { document: pair.document.clone(), number: 2, class, epoch: 1, object: fresh() };
    pair.stage.refuses(Rule::OneForTwo, "rik", fact);
}

#[test]
fn each_version_keeps_its_sealed_file_in_its_time_wherever_the_document_goes() {
    let mut stage = Stage::furnished();
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (by, fact) = (stage.by("rik"), version(&stage, 2));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.object", "documents.*.versions"]);
    let is = after.documents.get(&stage.report).expect("it was filed");
    assert_eq!((is.index, is.count_versions(), is.last_change()), (was.index, 2, by.index));
    assert_eq!((is.object_of(1), is.object_of(2)), (Some(&was.object), Some(&fact.object)));
    assert_eq!((is.object_of(0), is.object_of(3), is.was_resealed_last()), (None, None, false));
    let of_it = &is.versions[0];
    assert_eq!((of_it.index, of_it.at_ms, &of_it.by), (by.index, by.at.timestamp_millis(), &id("rik")));
    assert_eq!(is.before(by.index), Some(was.clone()), "what it was can be told from what it is");
    let sheet = RequiredSheet {
        document: stage.report.clone(),
        class: stage.secret.clone(),
        epoch: Some(1),
        or: Rule::VersionWithoutSheet,
    };
    let may_write = vec![stage.secret.clone()];
    let parts = RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (Some(stage.secret_key()), Concerns::Nobody));
    assert_eq!((fact.keys(&id("rik")), fact.record(&stage.state).detail["version"].as_str()), (Vec::new(), "2"));

    // Filed, a version, sealed again, a version, moved, sealed again, a version.
    let at = stage.index;
    let anew = |stage: &Stage, earlier| Resealed { earlier, ..resealed(stage) };
    stage.play("rik", fact.clone());
    let first = anew(&stage, vec![fresh()]);
    stage.play("bea", first.clone());
    let third = version(&stage, 3);
    stage.play("rik", third.clone());
    let moved = Reclassified { earlier: vec![fresh(), fresh()], ..stage.reclassified() };
    stage.play("rik", moved.clone());
    let second = anew(&stage, vec![fresh(), fresh()]);
    stage.play("rik", second.clone());
    let fourth = version(&stage, 4);
    stage.play("rik", fourth.clone());
    let record = stage.state.documents.get(&stage.report).expect("it was filed");
    let objects = |before: u64| -> Vec<ObjectId> {
        let then = record.clone().before(before).expect("it was there");
        then.sealed().map(|(_, object)| object.clone()).collect()
    };
    let all = |earlier: &[ObjectId], last: &ObjectId| [earlier, std::slice::from_ref(last)].concat();
    assert_eq!(objects(at), std::slice::from_ref(&was.object));
    assert_eq!(objects(at + 1), [was.object.clone(), fact.object.clone()]);
    assert_eq!(objects(at + 2), all(&first.earlier, &first.object));
    assert_eq!(objects(at + 3), all(&all(&first.earlier, &first.object), &third.object));
    assert_eq!(objects(at + 4), all(&moved.earlier, &moved.object));
    assert_eq!(objects(at + 5), all(&second.earlier, &second.object));
    assert_eq!(objects(at + 6), all(&all(&second.earlier, &second.object), &fourth.object));
    for object in objects(at + 6) {
        assert_eq!(stage.state.documents.has_now(&object), Ok(true), "each of its versions is there");
    }
    assert_eq!(stage.state.documents.has_now(&moved.earlier[0]), Ok(false));
    let mut given: Vec<u64> = record.given_objects(&stage.report).into_iter().map(|(_, since)| since).collect();
    given.sort_unstable();
    let times = [(at, 1), (at + 1, 2), (at + 2, 1), (at + 3, 3), (at + 4, 3), (at + 5, 1)];
    let times: Vec<u64> = times.into_iter().flat_map(|(at, n)| std::iter::repeat_n(at, n)).collect();
    assert_eq!(given, times);
}

#[test]
fn no_version_is_left_behind_when_a_document_is_sealed_again_or_moved() {
    let mut stage = Stage::furnished();
    stage.refuses(Rule::VersionLeftBehind, "rik", Resealed { earlier: vec![fresh()], ..resealed(&stage) });
    let fact = version(&stage, 2);
    stage.play("rik", fact.clone());
    stage.refuses(Rule::VersionLeftBehind, "rik", resealed(&stage));
    stage.refuses(Rule::VersionLeftBehind, "rik", stage.reclassified());
    for taken in [ObjectId::from(&stage.report), fact.object] {
        let earlier = vec![taken];
        stage.refuses(Rule::ObjectOfAnother, "rik", Resealed { earlier: earlier.clone(), ..resealed(&stage) });
        stage.refuses(Rule::ObjectOfAnother, "rik", Reclassified { earlier, ..stage.reclassified() });
    }
    // Nor do two of them share a file.
    let twice = resealed(&stage);
    stage.refuses(Rule::ObjectOfAnother, "rik", Resealed { earlier: vec![twice.object.clone()], ..twice });
    stage.passes("rik", Resealed { earlier: vec![fresh()], ..resealed(&stage) });
    stage.passes("rik", Reclassified { earlier: vec![fresh()], ..stage.reclassified() });
}

fn withdrawal(stage: &Stage) -> FilingWithdrawn {
    FilingWithdrawn { document: stage.report.clone() }
}

fn asked(stage: &Stage) -> Asked {
    Asked { request: fresh(), matter: Matter::Withdrawal(withdrawal(stage)) }
}

#[test]
fn a_document_is_withdrawn_by_its_filer_or_the_lead_of_its_dossier() {
    let stage = Stage::furnished();
    let fact = withdrawal(&stage);
    stage.passes("rik", fact.clone());
    for other in ["bea", "rosa", "carl", "otto", "ada", "sam"] {
        stage.refuses(Rule::WithdrawnWithoutRight, other, fact.clone());
    }
    stage.refuses(Rule::UnknownDocument, "rik", FilingWithdrawn { document: fresh() });
    let mut led = stage.clone();
    led.state.dossiers.get_mut(&stage.dossier).expect("the stage has a dossier").lead = Some(id("bea"));
    led.passes("bea", fact.clone());
    // Its history knows one change at each entry.
    let mut twice = stage.clone();
    let at = twice.index;
    twice.play("rik", corrected(&stage));
    twice.refuses_by(Rule::DocumentsInOneEntry, &By { index: at, ..twice.by("rik") }, fact.clone());
    twice.play("rik", fact.clone());
    twice.refuses(Rule::DocumentWithdrawn, "rik", fact);
}

#[test]
fn that_a_document_was_withdrawn_is_remembered_and_nothing_is_done_with_it_any_more() {
    let mut stage = Stage::furnished();
    let (by, fact) = (stage.by("rik"), withdrawal(&stage));
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.withdrawn", "withdrawn_alone.*"], "in an exercise one does it alone");
    let is = after.documents.get(&stage.report).expect("it was filed");
    let withdrawn = Withdrawn { index: by.index, at_ms: by.at.timestamp_millis(), by: id("rik") };
    assert_eq!((&is.withdrawn, is.last_change()), (&Some(withdrawn), by.index));
    assert_eq!(is.before(by.index), Some(was), "what it was can be told from what it is");
    assert_eq!(fact.parts(&after, &by.context()), Ok(RequiredParts::none()));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!((fact.keys(&id("rik")), fact.record(&stage.state).did.as_str()), (Vec::new(), "withdraw-document"));

    let moved = stage.reclassified();
    let maintained = Maintained { document: stage.report.clone(), consented: false };
    let request = stage.requested(fresh());
    stage.passes("rik", moved.clone());
    stage.passes("rik", request.clone());
    stage.play("rik", fact);
    stage.refuses(Rule::DocumentWithdrawn, "rik", corrected(&stage));
    stage.refuses(Rule::DocumentWithdrawn, "rik", moved);
    stage.refuses(Rule::DocumentWithdrawn, "rik", maintained);
    stage.refuses(Rule::DocumentWithdrawn, "rik", request);
    // The sealed file stays, and is looked after.
    stage.passes("bea", resealed(&stage));
}

#[test]
fn what_two_open_is_not_opened_once_it_was_withdrawn() {
    let mut pair = super::pairs::Pair::new();
    pair.stage.play("rik", FilingWithdrawn { document: pair.document.clone() });
    pair.stage.refuses(Rule::DocumentWithdrawn, "rik", pair.opened("bea", pair.stage.index));
}

#[test]
fn under_the_full_rules_a_security_officer_says_yes_to_a_withdrawal() {
    let mut stage = Stage::furnished().with_four_eyes();
    stage.refuses(Rule::TakesTwo, "rik", withdrawal(&stage));
    for other in ["bea", "ada", "sam"] {
        stage.refuses(Rule::WithdrawnWithoutRight, other, asked(&stage));
    }
    let fact = asked(&stage);
    let request = &fact.request;
    stage.play("rik", fact.clone());
    for other in ["bea", "rosa", "rik"] {
        stage.refuses(Rule::NotSecurityOfficer, other, yes(request));
    }
    stage.passes("sam", no(request));
    stage.passes("rik", withdrawn(request));
    // Who asked has to be one who may ask still.
    let mut gone = stage.clone();
    gone.state.officers.get_mut(&id("rik")).expect("an officer of the stage").facts.status =
        policy::AccountStatus::Disabled;
    gone.refuses(Rule::RequesterNotInCharge, "sam", yes(request));
    // Marked otherwise since, it is another question.
    let mut moved = stage.clone();
    moved.play("rik", stage.reclassified());
    moved.refuses(Rule::RequestStale, "sam", yes(request));

    let mut after = stage.clone();
    after.play("sam", yes(request));
    let record = after.state.documents.get(&stage.report).expect("it was filed");
    assert_eq!(record.withdrawn.map(|withdrawn| withdrawn.by), Some(id("sam")));
    after.refuses(Rule::RequestOver, "ada", yes(request));
    after.refuses(Rule::DocumentWithdrawn, "rik", asked(&stage));
}

#[test]
fn each_step_about_a_withdrawal_says_the_document() {
    let mut stage = Stage::furnished().with_four_eyes();
    let fact = asked(&stage);
    stage.play("rik", fact.clone());
    let request = &fact.request;
    let steps: [(Event, Act); 4] = [
        (fact.clone().into(), Act::RequestWithdrawal),
        (yes(request).into(), Act::WithdrawDocument),
        (no(request).into(), Act::RefuseWithdrawal),
        (withdrawn(request).into(), Act::RecallWithdrawal),
    ];
    for (step, act) in steps {
        let record = step.record(&stage.state);
        assert_eq!((record.act(), record.detail["document"].as_str()), (Some(act), stage.report.as_str()));
        assert_eq!(step.concerns(&stage.state), Concerns::Nobody);
        assert_eq!((step.keys(&id("rik")), step.under()), (Vec::new(), None));
    }
    let matter = &stage.state.assents[request].matter;
    assert_eq!((matter.kind(), matter.withdrawal().is_some()), (AssentKind::Withdrawal, true));
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![
        stage.filed(fresh()).into(),
        corrected(stage).into(),
        noted(stage).into(),
        super::refiled::refiled(stage, &stage.secret).into(),
        version(stage, 2).into(),
        withdrawal(stage).into(),
        asked(stage).into(),
        resealed(stage).into(),
        text_read(stage).into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| Filed { document: draw.document, class: draw.class, epoch: draw.epoch }.into(),
    |draw| Corrected { document: draw.document }.into(),
    |draw| Noted { document: draw.document }.into(),
    |draw| {
        let (object, earlier) = (pick(&names().objects, draw.choice[3]), draw.earlier());
        let class = if draw.choice[1] % 2 == 0 { super::refiled::elsewhere() } else { draw.class };
        Refiled { document: draw.document, class, epoch: draw.epoch, object, earlier }.into()
    },
    |draw| {
        let (number, object) = (2 + u32::from(draw.choice[3] % 3), pick(&names().objects, draw.choice[4]));
        VersionFiled { document: draw.document, number, class: draw.class, epoch: 1, object }.into()
    },
    |draw| FilingWithdrawn { document: draw.document }.into(),
    |draw| {
        let object = pick(&names().objects, draw.choice[4]);
        let earlier = draw.earlier();
        Resealed { document: draw.document, epoch: 1 + u32::from(draw.choice[2] % 2), object, earlier }.into()
    },
    |draw| {
        let object = pick(&names().objects, draw.choice[4]);
        let earlier = draw.earlier();
        TextRead { document: draw.document, epoch: 1 + u32::from(draw.choice[2] % 2), object, earlier }.into()
    },
];
