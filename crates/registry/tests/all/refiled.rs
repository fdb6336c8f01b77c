//! Documents that are put into another dossier.

use std::sync::OnceLock;

use policy::{DossierStatus, Marked, Role};
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts, RequiredSheet};
use registry::log::Act;
use registry::state::State;
use registry::{ClassId, DossierKey, ObjectId};

use super::facts::names;
use super::stage::*;

/// A stage with another dossier, and a class of the marking of the report in it.
pub fn with_another() -> (Stage, DossierKey, ClassId) {
    let mut stage = Stage::furnished();
    let (dossier, class) = (fresh::<DossierKey>(), fresh::<ClassId>());
    let made =
        DossierCreated { dossier: dossier.clone(), recipient: recipient(), lead: None, deputy: None, from: day(11, 1) };
    stage.play("ada", made);
    stage.play("rik", ClassMade { dossier: dossier.clone(), ..stage.class(class.clone(), "SECRET") });
    (stage, dossier, class)
}

/// A class of the marking of the report in another of the dossiers of `facts::names`.
pub fn elsewhere() -> ClassId {
    static ELSEWHERE: OnceLock<ClassId> = OnceLock::new();
    ELSEWHERE.get_or_init(fresh).clone()
}

/// What must be there for a move at random: see `random`.
pub fn played(stage: &mut Stage) {
    let dossier = names().dossiers[2].clone();
    stage.play("rik", ClassMade { dossier, ..stage.class(elsewhere(), "SECRET") });
}

/// The report, put into this class.
pub fn refiled(stage: &Stage, class: &ClassId) -> Refiled {
    let document = stage.report.clone();
    Refiled { document, class: class.clone(), epoch: 1, object: fresh(), earlier: Vec::new() }
}

#[test]
fn a_document_is_put_into_another_dossier_by_those_who_decide_about_it_and_by_no_registrar() {
    let (stage, dossier, class) = with_another();
    let fact = refiled(&stage, &class);
    // He need not be on the list there: he files upwards, as with anything.
    stage.passes("rik", fact.clone());
    for other in ["bea", "rosa", "carl", "otto", "ada", "sam"] {
        stage.refuses(Rule::RefiledWithoutRight, other, fact.clone());
    }
    for (lead, may) in [("bea", true), ("carl", false)] {
        let mut led = stage.clone();
        led.state.dossiers.get_mut(&stage.dossier).expect("the stage has a dossier").lead = Some(id(lead));
        match may {
            true => led.passes(lead, fact.clone()),
            false => led.refuses(Rule::RefiledWithoutRight, lead, fact.clone()),
        }
    }
    let mut registrar = stage.clone();
    let officer = registrar.state.officers.get_mut(&id("bea")).expect("an officer of the stage");
    officer.facts.roles.insert(Role::Registrar);
    registrar.refuses(Rule::RefiledWithoutRight, "bea", fact.clone());
    // Nor the lead of the dossier that it is to come into.
    registrar.state.dossiers.get_mut(&dossier).expect("the stage has another").lead = Some(id("bea"));
    registrar.refuses(Rule::RefiledWithoutRight, "bea", fact);
}

#[test]
fn it_keeps_its_marking_and_comes_into_an_open_dossier_under_the_present_key() {
    let (mut stage, dossier, class) = with_another();
    let fact = refiled(&stage, &class);
    stage.refuses(Rule::UnknownDocument, "rik", Refiled { document: fresh(), ..fact.clone() });
    stage.refuses(Rule::UnknownClass, "rik", Refiled { class: fresh(), ..fact.clone() });
    for epoch in [0, 2] {
        stage.refuses(Rule::EpochOutOfOrder, "rik", Refiled { epoch, ..fact.clone() });
    }
    let own = ObjectId::from(&stage.report);
    stage.refuses(Rule::ObjectOfAnother, "rik", Refiled { object: own, ..fact.clone() });
    stage.refuses(Rule::VersionLeftBehind, "rik", Refiled { earlier: vec![fresh()], ..fact.clone() });
    // Neither another marking in the other dossier, nor in its own, nor where it is.
    let lower = fresh::<ClassId>();
    stage.play("rik", ClassMade { dossier: dossier.clone(), ..stage.class(lower.clone(), "CONFIDENTIEL") });
    for class in [&lower, &stage.low, &stage.secret] {
        stage.refuses(Rule::RefiledOtherwise, "rik", Refiled { class: class.clone(), ..fact.clone() });
    }
    // Out of a closed dossier, and not into one.
    let closed = |dossier: &DossierKey| DossierChanged { dossier: dossier.clone(), status: DossierStatus::Closed };
    let mut left = stage.clone();
    left.play("ada", closed(&stage.dossier));
    left.passes("rik", fact.clone());
    let mut shut = stage.clone();
    shut.play("ada", closed(&dossier));
    shut.refuses(Rule::DossierClosed, "rik", fact.clone());
    // Its history knows one change at each entry, and what was withdrawn stays where it is.
    let mut twice = stage.clone();
    twice.play("rik", Corrected { document: stage.report.clone() });
    twice.refuses_by(Rule::DocumentsInOneEntry, &By { index: stage.index, ..twice.by("rik") }, fact.clone());
    let mut withdrawn = stage.clone();
    withdrawn.play("rik", FilingWithdrawn { document: stage.report.clone() });
    withdrawn.refuses(Rule::DocumentWithdrawn, "rik", fact);
}

#[test]
fn what_two_open_is_put_into_another_dossier_by_nobody_alone() {
    let mut pair = super::pairs::Pair::new();
    let (dossier, class) = (fresh::<DossierKey>(), fresh::<ClassId>());
    let made =
        DossierCreated { dossier: dossier.clone(), recipient: recipient(), lead: None, deputy: None, from: day(11, 1) };
    pair.stage.play("ada", made);
    pair.stage.play("rik", ClassMade { dossier, ..pair.stage.class(class.clone(), "SECRET") });
    let fact = refiled(&pair.stage, &class);
    pair.stage.refuses(Rule::OneForTwo, "rik", Refiled { document: pair.document.clone(), ..fact });
}

#[test]
fn a_document_remembers_the_dossiers_that_it_was_in() {
    let (stage, _, class) = with_another();
    let (by, fact) = (stage.by("rik"), refiled(&stage, &class));
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(
        places,
        ["classes.*.counts.2026", "documents.*.class", "documents.*.former", "documents.*.index", "documents.*.object"]
    );
    let is = after.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&is.class, is.index, &is.object, is.number), (&class, by.index, &fact.object, 1));
    assert_eq!((is.at_ms, &is.by), (was.at_ms, &was.by), "filed when and by whom it was");
    assert!(is.was_refiled_at(by.index) && !is.was_refiled_at(was.index));
    assert_eq!(after.former_reference(&is.former[0]), stage.state.reference(&was));
    assert_eq!(is.before(by.index), Some(was), "what it was can be told from what it is");
    // A change of marking is no move to another dossier.
    let mut marked = stage.clone();
    marked.play("rik", stage.reclassified());
    assert!(!marked.state.documents.get(&stage.report).expect("it was filed").was_refiled_at(stage.index));
}

#[test]
fn its_entry_has_sheets_of_both_classes_and_moves_nothing_else() {
    let (stage, dossier, class) = with_another();
    let (by, fact) = (stage.by("rik"), refiled(&stage, &class));
    let (after, _) = stage.changes(&by, fact.clone());
    let sheet = |class: &ClassId, epoch| RequiredSheet {
        document: stage.report.clone(),
        class: class.clone(),
        epoch,
        or: Rule::RefiledWithoutSheets,
    };
    let parts = RequiredParts {
        sheets: vec![sheet(&stage.secret, None), sheet(&class, Some(1))],
        may_write: vec![stage.secret.clone(), class.clone()],
        moves: Some(stage.report.clone()),
        ..RequiredParts::none()
    };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!(fact.parts(&stage.state, &by.context()), Err(Rule::UnknownClass), "it was in no other class");
    assert_eq!(fact.under(), Some(registry::keys::KeyName::Class(class)));
    assert_eq!((fact.concerns(&stage.state), fact.keys(&id("rik"))), (Concerns::Nobody, Vec::new()));
    let record = fact.record(&stage.state);
    assert_eq!((record.act(), &record.detail["dossier"]), (Some(Act::Refile), &dossier.to_string()));
    assert_eq!(record.detail["former"], stage.secret.to_string());
}

#[test]
fn what_was_asked_for_before_is_of_another_dossier() {
    let (mut stage, dossier, class) = with_another();
    let marked = |stage: &Stage| {
        let record = stage.state.documents.get(&stage.report).expect("it was filed");
        stage.state.release(&stage.release).expect("it was asked for").marked(&record)
    };
    assert_eq!(marked(&stage), Marked::AsAsked);
    let mut both = stage.clone();
    stage.play("rik", refiled(&stage, &class));
    assert_eq!(marked(&stage), Marked::Elsewhere);
    // A decision to maintain marks nothing otherwise.
    stage.play("ada", MemberAdded { dossier, ..stage.member("rik") });
    stage.play("rik", Maintained { document: stage.report.clone(), consented: false });
    assert_eq!(marked(&stage), Marked::Elsewhere);
    both.play("rik", both.reclassified());
    let low = fresh::<ClassId>();
    let dossier = both.state.classes[&class].dossier.clone();
    both.play("rik", ClassMade { dossier, ..both.class(low.clone(), "CONFIDENTIEL") });
    both.play("rik", refiled(&both, &low));
    assert_eq!(marked(&both), Marked::Otherwise);
}

/// Else those whom it leaves would take the move for a decision, and read neither who took it out nor why.
#[test]
fn an_entry_that_puts_it_elsewhere_decides_nothing_about_its_marking() {
    let (mut stage, _, class) = with_another();
    stage.play("ada", MemberAdded { dossier: stage.state.classes[&class].dossier.clone(), ..stage.member("rik") });
    let maintained = Maintained { document: stage.report.clone(), consented: false };
    let reclassified = stage.reclassified();
    stage.passes("rik", maintained.clone());
    stage.play("rik", refiled(&stage, &class));
    let by = By { index: stage.index - 1, ..stage.by("rik") };
    stage.refuses_by(Rule::DocumentsInOneEntry, &by, maintained.clone());
    stage.passes("rik", maintained);
    let (mut stage, ..) = with_another();
    stage.play("rik", Noted { document: stage.report.clone() });
    let by = By { index: stage.index - 1, ..stage.by("rik") };
    stage.refuses_by(Rule::DocumentsInOneEntry, &by, reclassified);
}
