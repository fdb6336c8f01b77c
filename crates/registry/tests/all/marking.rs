//! Markings.

use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts, RequiredSheet};
use registry::state::State;
use registry::{ClassId, ObjectId};

use super::facts::{AtRandom, names, pick};
use super::stage::*;

fn maintained(stage: &Stage) -> Maintained {
    Maintained { document: stage.report.clone(), consented: false }
}

#[test]
fn a_marking_is_changed_by_those_who_may_read_the_document_and_are_charged_with_it_whatever_consent_is_named() {
    let mut stage = Stage::furnished();
    let facts = |stage: &Stage, consented| -> [Event; 2] {
        [
            Reclassified { consented, ..stage.reclassified() }.into(),
            Maintained { consented, ..maintained(stage) }.into(),
        ]
    };
    for fact in facts(&stage, false) {
        stage.passes("rik", fact.clone());
        stage.refuses(Rule::NotOriginatingAuthority, "bea", fact.clone());
        for other in ["carl", "otto", "ada"] {
            stage.refuses(Rule::ReclassifiedWithoutRight, other, fact.clone());
        }
    }
    for fact in facts(&stage, true) {
        stage.passes("rik", fact.clone());
        stage.refuses(Rule::NotOriginatingAuthority, "bea", fact.clone());
        stage.refuses(Rule::ReclassifiedWithoutRight, "carl", fact);
    }
    // Who leads the dossier is charged with what others filed.
    stage.state.dossiers.get_mut(&stage.dossier).expect("the stage has a dossier").lead = Some(id("bea"));
    for fact in facts(&stage, false) {
        stage.passes("bea", fact);
    }
}

#[test]
fn of_another_policy_than_the_vaults_only_with_consent() {
    let mut stage = Stage::furnished();
    let (class, document) = (fresh::<ClassId>(), fresh());
    stage.play("ada", ClearanceGranted { policy: "NATO".to_owned(), ..clearance("rik", "SECRET") });
    stage.play("ada", BriefingRecorded { policy: "NATO".to_owned(), ..briefing("rik", "SECRET") });
    stage.play("rik", ClassMade { access: under("NATO", "SECRET"), ..stage.class(class.clone(), "SECRET") });
    stage.play("rik", Filed { document, class, epoch: 1 });
    let document =
        stage.state.documents.changed().find(|(id, _)| **id != stage.report).expect("another was filed").0.clone();
    let fact = |consented| Maintained { document: document.clone(), consented };
    stage.refuses(Rule::NotOriginatingAuthority, "rik", fact(false));
    stage.passes("rik", fact(true));
}

#[test]
fn a_document_is_moved_to_a_class_of_the_same_dossier_that_there_is_under_an_object_of_its_own() {
    let mut stage = Stage::furnished();
    let fact = stage.reclassified();
    stage.passes("rik", fact.clone());
    stage.refuses(Rule::UnknownDocument, "rik", Reclassified { document: fresh(), ..fact.clone() });
    stage.refuses(Rule::UnknownDocument, "rik", Maintained { document: fresh(), consented: false });
    stage.refuses(Rule::UnknownClass, "rik", Reclassified { class: fresh(), ..fact.clone() });
    for epoch in [0, 2] {
        stage.refuses(Rule::EpochOutOfOrder, "rik", Reclassified { epoch, ..fact.clone() });
    }
    let own = ObjectId::from(&stage.report);
    stage.refuses(Rule::ObjectOfAnother, "rik", Reclassified { object: own.clone(), ..fact.clone() });

    let (dossier, elsewhere) = (fresh(), fresh::<ClassId>());
    let made = DossierCreated { dossier, recipient: recipient(), lead: None, deputy: None, from: day(11, 1) };
    let class = ClassMade { dossier: made.dossier.clone(), ..stage.class(elsewhere.clone(), "SECRET") };
    stage.play("rik", made);
    stage.play("rik", class);
    stage.refuses(Rule::ReclassifiedElsewhere, "rik", Reclassified { class: elsewhere, ..fact.clone() });

    // Neither is an object that was a document's once, although it has another now.
    stage.play("rik", fact.clone());
    let back = Reclassified { class: stage.secret.clone(), ..stage.reclassified() };
    for object in [own, fact.object] {
        stage.refuses(Rule::ObjectOfAnother, "rik", Reclassified { object, ..back.clone() });
    }
    stage.passes("rik", back);
}

#[test]
fn a_document_that_was_moved_remembers_where_it_was() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("rik"), stage.reclassified());
    let was = stage.state.documents.get(&stage.report).expect("it was filed");
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(
        places,
        [
            "classes.*.counts.2026",
            "documents.*.class",
            "documents.*.decided",
            "documents.*.former",
            "documents.*.index",
            "documents.*.object"
        ]
    );
    let is = &after.documents.get(&stage.report).expect("it was filed");
    assert_eq!((&is.class, is.epoch, is.index, &is.object), (&stage.low, 1, by.index, &fact.object));
    assert_eq!((is.at_ms, &is.by, is.number), (was.at_ms, &was.by, 1), "filed when and by whom it was");
    let former = &is.former[0];
    assert_eq!((&former.class, former.since, former.until), (&was.class, was.index, by.index));
    assert_eq!((former.epoch, former.year, former.number), (was.epoch, was.year, was.number));
    assert_eq!(is.clone().before(by.index), Some(was.clone()), "what it was can be told from what it is");
    assert_eq!((&former.object, &is.decided, is.former.len()), (&was.object, &vec![by.index], 1));
    assert_eq!(after.classes[&stage.secret].counts, stage.state.classes[&stage.secret].counts, "its place stays empty");

    // Sealed again in its own class it keeps its number.
    let same = Reclassified { class: stage.secret.clone(), ..fact };
    let (after, places) = stage.changes(&by, same);
    assert_eq!(places, ["documents.*.decided", "documents.*.former", "documents.*.index", "documents.*.object"]);
    assert_eq!(after.documents.get(&stage.report).expect("it was filed").number, was.number);
}

#[test]
fn the_entry_of_a_move_has_sheets_of_both_classes_and_moves_nothing_else() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("rik"), stage.reclassified());
    let (after, _) = stage.changes(&by, fact.clone());
    let sheet = |class: &ClassId, epoch| RequiredSheet {
        document: stage.report.clone(),
        class: class.clone(),
        epoch,
        or: Rule::ReclassifiedWithoutSheets,
    };
    assert_eq!(
        fact.parts(&after, &by.context()),
        Ok(RequiredParts {
            sheets: vec![sheet(&stage.secret, None), sheet(&stage.low, Some(1))],
            may_write: vec![stage.secret.clone(), stage.low.clone()],
            moves: Some(stage.report.clone()),
            ..RequiredParts::none()
        })
    );
    assert_eq!(fact.parts(&State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!(fact.parts(&stage.state, &by.context()), Err(Rule::UnknownClass), "it was in no other class");
    assert_eq!(fact.under(), Some(registry::keys::KeyName::Class(stage.low.clone())));
    assert_eq!((fact.concerns(&stage.state), fact.keys(&id("rik"))), (Concerns::Nobody, Vec::new()));
    let record = fact.record(&stage.state);
    assert_eq!((&record.detail["former"], record.detail["nature"].as_str()), (&stage.secret.to_string(), "downgrade"));
}

#[test]
fn a_decision_to_maintain_is_remembered_and_stands_on_the_sheet() {
    let stage = Stage::furnished();
    let (by, fact) = (stage.by("rik"), maintained(&stage));
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["documents.*.decided"]);
    assert_eq!(after.documents.get(&stage.report).expect("it was filed").decided, [by.index]);
    let sheet = RequiredSheet {
        document: stage.report.clone(),
        class: stage.secret.clone(),
        epoch: None,
        or: Rule::DecidedWithoutSheet,
    };
    let may_write = vec![stage.secret.clone()];
    let parts = RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() };
    assert_eq!(fact.parts(&after, &by.context()), Ok(parts));
    assert_eq!(fact.parts(&State::default(), &by.context()), Err(Rule::UnknownDocument));
    assert_eq!((fact.under(), fact.concerns(&stage.state)), (None, Concerns::Nobody));
    assert_eq!(fact.record(&stage.state).detail["nature"], "maintain");
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    vec![stage.reclassified().into(), Maintained { consented: true, ..maintained(stage) }.into()]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let (object, consented) = (pick(&names().objects, draw.choice[3]), draw.choice[4] % 2 == 0);
        let earlier = draw.earlier();
        Reclassified { document: draw.document, class: draw.class, epoch: draw.epoch, object, earlier, consented }
            .into()
    },
    |draw| Maintained { document: draw.document, consented: draw.choice[3] % 2 == 0 }.into(),
];
