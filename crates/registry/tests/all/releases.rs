//! Releases.

use std::collections::BTreeMap;

use policy::{ClearanceStatus, Consent, DossierStatus};
use registry::assents::{AnswerEntry, End, Matter};
use registry::event::*;
use registry::fact::{Concerns, Fact as _, RequiredParts};
use registry::log::Act;
use registry::partners::PartnerRecord;
use registry::people::Admission;
use registry::releases::{ReleaseMatter, ReleaseStatus};
use registry::{AssentId, ForgedRule as Rule, ReleaseId};

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, LEVELS, pick};
use super::stage::*;

/// The four steps that follow a request.
fn steps(release: &ReleaseId) -> [Event; 4] {
    let request = AssentId::from(release);
    [
        yes(&request).into(),
        no(&request).into(),
        ReleaseWritten { release: release.clone() }.into(),
        withdrawn(&request).into(),
    ]
}

fn approved(stage: &Stage) -> Answered {
    yes(&AssentId::from(&stage.release))
}

fn refused(stage: &Stage) -> Answered {
    no(&AssentId::from(&stage.release))
}

fn written(stage: &Stage) -> ReleaseWritten {
    ReleaseWritten { release: stage.release.clone() }
}

fn recalled(stage: &Stage) -> Answered {
    withdrawn(&AssentId::from(&stage.release))
}

#[test]
fn a_release_is_asked_for_once_of_documents_and_a_partner_that_there_are() {
    let stage = Stage::furnished();
    let fact = stage.requested(fresh());
    stage.passes("bea", fact.clone());
    stage.refuses(Rule::AskedTwice, "bea", stage.requested(stage.release.clone()));
    let of = |matter| Asked { request: fact.request.clone(), matter: Matter::Release(matter) };
    let nobody = partner("BND", "DEU").id;
    stage.refuses(Rule::UnknownPartner, "bea", of(ReleaseMatter { partner: nobody, ..stage.to_partner() }));
    let nothing = ReleaseMatter { documents: Vec::new(), ..stage.to_partner() };
    stage.refuses(Rule::ReleaseOfNothing, "bea", of(nothing));
    let documents = vec![stage.report.clone(), fresh()];
    stage.refuses(Rule::UnknownDocument, "bea", of(ReleaseMatter { documents, ..stage.to_partner() }));
    for other in ["carl", "otto", "ada"] {
        stage.refuses(Rule::ReleasedWithoutRight, other, fact.clone());
    }
}

/// What a release rests on besides who asks: each broken for itself.
#[test]
fn a_release_is_for_a_partner_who_is_confirmed_under_an_agreement_and_may_have_the_level() {
    let stage = Stage::furnished();
    let known = stage.state.partners[&stage.partner].record.clone();
    let cases = [
        ("too low a ceiling", PartnerRecord { ceiling: label::Level::Confidential, ..known.clone() }),
        ("no agreement", PartnerRecord { agreement: None, ..known.clone() }),
        ("an agreement that has ended", PartnerRecord { until: Some(day(11, 21)), ..known.clone() }),
    ];
    for (what, record) in cases {
        let mut stage = stage.clone();
        stage.state.partners.get_mut(&known.id).expect("the stage has that partner").record = record;
        let rule = stage.try_by(&stage.by("bea"), stage.requested(fresh()));
        assert_eq!(rule, Some(Rule::ReleasedWithoutRight), "{what}");
    }
    let mut unconfirmed = stage.clone();
    unconfirmed.state.partners.get_mut(&known.id).expect("the stage has that partner").confirmed_by = None;
    unconfirmed.refuses(Rule::ReleasedWithoutRight, "bea", unconfirmed.requested(fresh()));
    let mut caveat = stage.clone();
    let handling = [("Handling".to_owned(), ["SOURCE".to_owned()].into())];
    caveat.state.classes.get_mut(&stage.secret).expect("the stage has that class").access.restrictive =
        handling.clone().into();
    let bea = &mut caveat.state.officers.get_mut(&id("bea")).expect("the stage has that officer").facts;
    bea.clearances[0].categories = handling.into();
    caveat.refuses(Rule::ReleasedWithoutRight, "bea", caveat.requested(fresh()));
    // To whom the document may be released at all, data says: that is denied when it is asked for, and is not forged.
    let mut excluded = stage.clone();
    excluded.state.partners.get_mut(&known.id).expect("the stage has that partner").record.nation = "DEU".to_owned();
    excluded.passes("bea", excluded.requested(fresh()));
    let mut today = stage.clone();
    today.state.partners.get_mut(&known.id).expect("the stage has that partner").record.until = Some(day(11, 22));
    today.passes("bea", today.requested(fresh()));
}

#[test]
fn a_step_is_of_a_release_that_there_is() {
    let stage = Stage::furnished();
    for fact in steps(&fresh()) {
        let rule = if matches!(fact, Event::ReleaseWritten(_)) { Rule::UnknownRelease } else { Rule::UnknownRequest };
        stage.refuses(rule, "remi", fact);
    }
}

#[test]
fn a_release_is_approved_or_refused_by_a_release_authority_who_did_not_ask_for_it() {
    let stage = Stage::furnished();
    let facts: [Event; 2] = [approved(&stage).into(), refused(&stage).into()];
    for fact in facts {
        stage.passes("remi", fact.clone());
        for other in ["rosa", "rik", "bea", "sam"] {
            stage.refuses(Rule::ReleasedWithoutRight, other, fact.clone());
        }
    }
    // To approve, one may read the document; to refuse, one need not.
    let mut blind = stage.clone();
    let status = ClearanceStatus::Suspended;
    blind.play("ada", ClearanceChanged { officer: id("remi"), policy: "BEL".to_owned(), status });
    blind.refuses(Rule::ReleasedWithoutRight, "remi", approved(&blind));
    blind.passes("remi", refused(&blind));
}

#[test]
fn under_the_full_rules_a_release_from_secret_up_is_approved_by_nobody_on_the_word_of_the_same_person() {
    let stage = Stage::furnished();
    stage.passes("remi", approved(&stage));
    // Both are officers because ada said so.
    let mut full = stage.with_four_eyes();
    full.refuses(Rule::ReleasedWithoutRight, "remi", approved(&full));
    full.passes("remi", refused(&full));
    let mut sound = full.clone();
    sound.state.officers.get_mut(&id("remi")).expect("the stage has that officer").admission = Admission::Sound;
    sound.passes("remi", approved(&sound));
    // Below SECRET one approves even what one asked for.
    full.play("rik", full.reclassified());
    full.release = fresh();
    full.play("rosa", full.requested(full.release.clone()));
    full.passes("remi", approved(&full));
}

#[test]
fn a_package_of_what_two_open_is_not_written_by_one() {
    let mut stage = Stage::furnished();
    stage.play("remi", approved(&stage));
    let dual: BTreeMap<_, _> = [(label::HANDLING.to_owned(), [label::DUAL.to_owned()].into())].into();
    stage.state.partners.get_mut(&stage.partner).expect("the stage has that partner").record.categories = dual.clone();
    stage.state.classes.get_mut(&stage.secret).expect("the stage has that class").access.restrictive = dual;
    super::pairs::entitle(&mut stage, &["rosa", "remi"]);
    stage.refuses(Rule::OneForTwo, "rosa", written(&stage));
    stage.passes_by(&stage.by("rosa").by_two(&stage.report), written(&stage));
}

#[test]
fn a_package_is_written_by_a_release_authority_of_what_was_approved() {
    let mut stage = Stage::furnished();
    stage.refuses(Rule::ReleaseOutOfOrder, "rosa", written(&stage));
    stage.play("remi", approved(&stage));
    stage.passes("rosa", written(&stage));
    stage.passes("remi", written(&stage));
    stage.refuses(Rule::ReleasedWithoutRight, "rik", written(&stage));
    stage.play("rosa", written(&stage));
    stage.passes("rosa", written(&stage));
}

#[test]
fn what_is_marked_otherwise_since_it_was_asked_for_is_not_released() {
    let mut stage = Stage::furnished();
    stage.play("rik", stage.reclassified());
    stage.refuses(Rule::ReleasedWithoutRight, "remi", approved(&stage));
    stage.passes("remi", refused(&stage));
    stage.passes("bea", stage.requested(fresh()));
}

#[test]
fn what_is_written_of_otherwise_since_it_was_asked_for_is_not_released() {
    let mut before = Stage::furnished();
    before.play("rik", Corrected { document: before.report.clone() });
    before.refuses(Rule::ReleasedWithoutRight, "remi", approved(&before));
    before.passes("remi", refused(&before));
    // Nor after it was approved.
    let mut after = Stage::furnished();
    after.play("remi", approved(&after));
    after.play("rik", Corrected { document: after.report.clone() });
    after.refuses(Rule::ReleasedWithoutRight, "rosa", written(&after));
    // Asked for again, it goes as it is written now.
    let anew = fresh();
    after.play("bea", after.requested(anew));
}

/// By a program of one's own: the entry asks, and changes after that what it asked for.
#[test]
fn what_changes_in_the_entry_that_asks_has_changed_since() {
    let stage = Stage::furnished();
    let asked = stage.requested(fresh());
    let (partner, report) = (stage.state.partners[&stage.partner].record.clone(), stage.report.clone());
    let partner = PartnerRecord { recipient: recipient(), ..partner };
    let (fingerprint, entered) = (partner.recipient.fingerprint(), stage.index);
    let confirmed = PartnerConfirmed { partner: partner.id.clone(), fingerprint, entered };
    for (author, change) in [
        ("rosa", Event::from(PartnerChanged { partner })),
        ("rik", stage.reclassified().into()),
        ("rik", Corrected { document: report }.into()),
    ] {
        let mut stage = stage.clone();
        let here = stage.by(author);
        stage.play_by(&here, asked.clone());
        stage.passes("remi", yes(&asked.request));
        stage.play_by(&here, change);
        if author == "rosa" {
            stage.play("sam", confirmed.clone());
        }
        stage.refuses(Rule::ReleasedWithoutRight, "remi", yes(&asked.request));
    }
}

#[test]
fn a_closed_dossier_keeps_no_release_back() {
    let mut stage = Stage::furnished();
    stage.play("ada", DossierChanged { dossier: stage.dossier.clone(), status: DossierStatus::Closed });
    stage.passes("remi", approved(&stage));
}

#[test]
fn a_release_is_recalled_by_its_asker_or_an_officer_with_the_charge() {
    let mut stage = Stage::furnished();
    let asked = stage.requested(fresh());
    let request = asked.request.clone();
    stage.play("bea", asked);
    let fact = withdrawn(&request);
    for author in ["bea", "rosa", "remi", "sam", "ada"] {
        stage.passes(author, fact.clone());
    }
    for other in ["rik", "carl", "otto"] {
        stage.refuses(Rule::NotReleaseAuthority, other, fact.clone());
    }
}

/// Which steps each status lets pass; everything else is out of order.
#[test]
fn the_steps_of_a_release_have_their_order() {
    let stages = {
        let waiting = Stage::furnished();
        let then = |stage: &Stage, fact: Event| {
            let mut stage = stage.clone();
            stage.play("remi", fact);
            stage
        };
        let approved_ = then(&waiting, approved(&waiting).into());
        let written_ = then(&approved_, written(&waiting).into());
        let recalled_ = then(&written_, recalled(&waiting).into());
        let refused_ = then(&waiting, refused(&waiting).into());
        [waiting, approved_, refused_, written_, recalled_]
    };
    use ReleaseStatus::{Approved, Recalled, Refused, Waiting, Written};
    let order = [
        (Waiting, [true, true, false, true]),
        (Approved, [false, false, true, true]),
        (Refused, [false, false, false, false]),
        (Written, [false, false, true, true]),
        (Recalled, [false, false, false, false]),
    ];
    for (stage, (status, passes)) in stages.iter().zip(order) {
        assert_eq!(stage.state.release(&stage.release).expect("it was asked for").status(), status);
        for (fact, passes) in steps(&stage.release).into_iter().zip(passes) {
            let rule = stage.try_by(&stage.by("remi"), fact.clone());
            let written = matches!(fact, Event::ReleaseWritten(_));
            let broken = if written { Rule::ReleaseOutOfOrder } else { Rule::RequestOver };
            assert_eq!(rule, (!passes).then_some(broken), "{fact:?} when {status:?}");
        }
    }
}

#[test]
fn a_request_says_by_whom_and_when_and_each_step_what_it_changes() {
    let stage = Stage::furnished();
    let by = stage.by("bea");
    let fact = stage.requested(fresh());
    let (after, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["assents.*"]);
    let release = after.release(&ReleaseId::from(&fact.request)).expect("it was asked for");
    assert_eq!((*release.of).clone(), stage.to_partner());
    let request = release.request;
    assert_eq!((&request.by, request.at_ms), (&id("bea"), by.at.timestamp_millis()));
    assert_eq!((request.index, &request.steps), (by.index, &vec![by.index]));
    assert_eq!(release.status(), ReleaseStatus::Waiting);

    let mut stage = stage;
    stage.play("bea", fact);
    let by = stage.by("remi");
    let [approve, refuse, write, recall] = steps(&stage.release);
    let (after, places) = stage.changes(&by, refuse);
    assert_eq!(places, ["assents.*.end", "assents.*.steps"]);
    let answer = AnswerEntry { by: id("remi"), at_ms: by.at.timestamp_millis(), index: by.index };
    assert_eq!(
        after.release(&stage.release).expect("it was asked for").request.end,
        Some(End::Refused(answer.clone()))
    );
    let (after, places) = stage.changes(&by, approve.clone());
    assert_eq!(places, ["assents.*.end", "assents.*.given", "assents.*.steps"]);
    let request = after.release(&stage.release).expect("it was asked for").request;
    assert_eq!((&request.given, &request.end), (&vec![answer], &Some(End::Granted)));
    stage.play("remi", approve);
    let (after, places) = stage.changes(&stage.by("rosa"), write);
    assert_eq!(places, ["assents.*.steps", "written.*"]);
    assert_eq!(after.release(&stage.release).expect("it was asked for").request.steps.last(), Some(&stage.index));
    let (_, places) = stage.changes(&stage.by("rosa"), recall);
    assert_eq!(places, ["assents.*.end", "assents.*.steps"]);
}

#[test]
fn each_step_writes_on_the_sheets_of_its_documents_and_names_partner_and_documents() {
    let stage = Stage::furnished();
    let context = stage.by("remi");
    let acts = [Act::ApproveRelease, Act::RefuseRelease, Act::WriteRelease, Act::RecallRelease];
    let request = Event::from(stage.requested(stage.release.clone()));
    for (fact, act) in steps(&stage.release).into_iter().zip(acts).chain([(request, Act::RequestRelease)]) {
        let parts = fact.parts(&stage.state, &context.context());
        assert_eq!(parts, Ok(RequiredParts::may_write(vec![stage.secret.clone()])), "{act:?}");
        assert_eq!(
            (fact.keys(&id("remi")), fact.under(), fact.concerns(&stage.state)),
            (Vec::new(), None, Concerns::Nobody)
        );
        let record = fact.record(&stage.state);
        assert_eq!(record.act(), Some(act));
        assert_eq!(
            (record.detail["partner"].as_str(), &record.detail["documents"]),
            ("DGSE", &stage.report.to_string())
        );
    }
    let fact = written(&stage);
    let parts = fact.parts(&stage.state, &context.context());
    assert_eq!(parts, Ok(RequiredParts::may_write(vec![stage.secret.clone()])));
    // Of a release that there is not nothing else is said.
    for fact in steps(&fresh()) {
        assert_eq!(fact.record(&stage.state).detail.len(), 1);
        assert_eq!(fact.parts(&stage.state, &context.context()), Ok(RequiredParts::none()));
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let consent = Consent { authority: "DGSE".to_owned(), reference: "C-1".to_owned(), from: day(1, 1), until: None };
    let consents = [(stage.report.clone(), consent)].into();
    let to_partner = ReleaseMatter { consents, ..stage.to_partner() };
    let mut facts = vec![
        Asked { request: fresh(), matter: Matter::Release(to_partner) }.into(),
        Asked { request: fresh(), matter: Matter::Clearance(clearance("bea", "SECRET")) }.into(),
    ];
    facts.extend(steps(&stage.release));
    facts
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let to_partner = ReleaseMatter { partner: draw.partner.id, ..draw.stage.to_partner() };
        let granted = ClearanceGranted { officer: draw.officer, ..clearance("bea", pick(&LEVELS, draw.choice[2])) };
        let matter = if draw.choice[0] % 2 == 0 { Matter::Release(to_partner) } else { Matter::Clearance(granted) };
        Asked { request: AssentId::from(&draw.release), matter }.into()
    },
    |draw| pick(&steps(&draw.release)[..2], draw.choice[0]),
    |draw| pick(&steps(&draw.release)[2..], draw.choice[0]),
];

/// Who is stopped for an inquiry has agreed to nothing that has not left yet, and asked for nothing.
#[test]
fn a_release_is_approved_for_somebody_who_works_here_and_written_while_who_approved_it_is_a_release_authority() {
    let mut stage = Stage::furnished();
    let frozen = |officer: &str| OfficerFrozen { officer: id(officer) };
    let mut asked = stage.clone();
    asked.play("ada", frozen("rosa"));
    asked.refuses(Rule::RequesterNotInCharge, "remi", approved(&asked));
    asked.passes("remi", refused(&asked));
    stage.play("remi", approved(&stage));
    stage.passes("rosa", written(&stage));
    let reader = RolesChanged { officer: id("remi"), roles: [policy::Role::Reader].into() };
    let disabled = OfficerDisabled { officer: id("remi") };
    for lost in [Event::from(frozen("remi")), reader.into(), disabled.into()] {
        let mut stage = stage.clone();
        stage.play("ada", lost);
        stage.refuses(Rule::ReleasedWithoutRight, "rosa", written(&stage));
        stage.passes("rosa", recalled(&stage));
    }
}
