//! Dossiers.

use policy::DossierStatus;
use registry::ForgedRule as Rule;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::log::Act;

use super::facts::{AtRandom, person};
use super::stage::*;

fn created(lead: Option<&str>) -> DossierCreated {
    DossierCreated { dossier: fresh(), recipient: recipient(), lead: lead.map(id), from: day(11, 1) }
}

#[test]
fn a_dossier_is_made_by_a_security_officer_or_a_registrar() {
    let stage = Stage::furnished();
    stage.passes("sam", created(Some("bea")));
    stage.passes("rik", created(None));
    for other in ["bea", "rosa", "otto", "nobody"] {
        stage.refuses(Rule::NotRegistrar, other, created(None));
    }
    let again = DossierCreated { dossier: stage.dossier.clone(), ..created(None) };
    stage.refuses(Rule::DossierCreatedTwice, "rik", again);
    stage.refuses(Rule::RecipientNotPostQuantum, "rik", DossierCreated { recipient: classic(), ..created(None) });
    stage.refuses(Rule::OfficerNotActive, "rik", created(Some("nobody")));
    let mut gone = stage.clone();
    gone.play("sam", OfficerDisabled { officer: id("bea") });
    gone.refuses(Rule::OfficerNotActive, "rik", created(Some("bea")));
}

#[test]
fn who_keeps_the_lists_of_others_does_not_lead_by_his_own_hand() {
    let stage = Stage::furnished();
    stage.refuses(Rule::AboutOneself, "sam", created(Some("sam")));
    stage.passes("sam", created(Some("ada")));
    stage.passes("rik", created(Some("rik")));
}

#[test]
fn a_dossier_begins_open_with_its_lead_as_its_one_member_and_a_key_in_custody() {
    let stage = Stage::furnished();
    let by = stage.by("sam");
    for lead in [Some("bea"), None] {
        let fact = created(lead);
        let key = KeyName::Dossier(fact.dossier.clone());
        let (after, places) = stage.changes(&by, fact.clone());
        assert_eq!(places, ["dossiers.*", "keys"]);
        let dossier = &after.dossiers[&fact.dossier];
        assert_eq!((&dossier.keeper, &dossier.lead), (&id("sam"), &lead.map(id)));
        assert_eq!((dossier.status, &dossier.changed), (DossierStatus::Open, &None));
        assert_eq!(dossier.members.keys().cloned().collect::<Vec<_>>(), lead.map(id).into_iter().collect::<Vec<_>>());
        let (epoch, now) = after.current(&key).expect("the key has an epoch");
        assert_eq!((epoch, now.custody, &now.known_to), (1, 1, &[id("sam")].into()));
        assert_eq!(now.recipient.as_ref(), Some(&fact.recipient));

        let parts = fact.parts(&after, &by.context()).expect("its entry breaks no rule");
        assert_eq!(parts, RequiredParts::begins(&key, 1));
        assert_eq!((parts.custody, parts.begins), (vec![(key.clone(), vec![1])], vec![(key.clone(), 1)]));
        assert_eq!((fact.under(), fact.keys(&id("sam"))), (Some(key), Vec::new()));
        let concerned = lead.map(id);
        assert_eq!(fact.concerns(&stage.state), concerned.as_ref().map_or(Concerns::Nobody, Concerns::Officer));
        assert_eq!(fact.record(&stage.state).detail.get("officer").map(String::as_str), lead);
    }
}

#[test]
fn a_list_is_kept_by_its_maker_and_its_lead_and_by_security_officers_once_its_maker_is_gone() {
    let mut stage = Stage::furnished();
    let made = created(Some("bea"));
    let dossier = made.dossier.clone();
    stage.play("rik", made);
    let add = MemberAdded { dossier: dossier.clone(), ..stage.member("otto") };
    let remove = MemberRemoved { dossier: dossier.clone(), officer: id("bea") };
    let close = DossierChanged { dossier, status: DossierStatus::Closed };
    let facts: [Event; 3] = [add.into(), remove.into(), close.into()];
    for fact in &facts {
        stage.passes("rik", fact.clone());
        stage.passes("bea", fact.clone());
        for other in ["sam", "carl", "nobody"] {
            stage.refuses(Rule::NotKeeperOfDossier, other, fact.clone());
        }
    }
    stage.play("sam", OfficerDisabled { officer: id("rik") });
    for fact in &facts {
        stage.passes("sam", fact.clone());
        stage.refuses(Rule::NotKeeperOfDossier, "rik", fact.clone());
        stage.refuses(Rule::NotKeeperOfDossier, "carl", fact.clone());
    }
    // Nobody keeps the list of a dossier that is not there.
    stage.refuses(Rule::NotKeeperOfDossier, "ada", MemberAdded { dossier: fresh(), ..stage.member("otto") });
}

#[test]
fn a_member_is_another_who_works_here_and_for_a_time_that_can_be() {
    let stage = Stage::furnished();
    let member = stage.member("otto");
    stage.passes("ada", member.clone());
    stage.refuses(Rule::AboutOneself, "ada", stage.member("ada"));
    stage.refuses(Rule::OfficerNotActive, "ada", stage.member("nobody"));
    stage.passes("ada", MemberAdded { until: Some(member.from), ..member.clone() });
    stage.refuses(Rule::DatesContradict, "ada", MemberAdded { until: Some(day(10, 31)), ..member });
    let mut gone = stage.clone();
    gone.play("sam", OfficerDisabled { officer: id("otto") });
    gone.refuses(Rule::OfficerNotActive, "ada", gone.member("otto"));
}

#[test]
fn a_member_who_is_on_the_list_gets_the_new_term() {
    let mut stage = Stage::furnished();
    let by = stage.by("ada");
    let (_, places) = stage.changes(&by, stage.member("otto"));
    assert_eq!(places, ["dossiers.*.members.otto"]);
    let fact = MemberAdded { until: Some(day(11, 22)), ..stage.member("bea") };
    let (_, places) = stage.changes(&by, fact.clone());
    assert_eq!(places, ["dossiers.*.members.bea.until"]);
    assert_eq!(fact.parts(&stage.state, &by.context()), Ok(RequiredParts::none()));
    assert_eq!(fact.concerns(&stage.state), Concerns::Officer(&id("bea")));
    assert_eq!(fact.record(&stage.state).detail["until"], "2026-11-22");
    assert_eq!(stage.member("bea").record(&stage.state).detail.get("until"), None);

    stage.play("ada", fact);
    let is_member = |at: &str| stage.state.is_member(&stage.dossier, &id("bea"), at.parse().expect("an instant"));
    assert!(is_member("2026-11-22T23:59:59Z") && !is_member("2026-11-23T00:00:00Z"));
    assert!(is_member("2026-11-01T00:00:00Z") && !is_member("2026-10-31T23:59:59Z"));
}

#[test]
fn who_is_removed_was_on_the_list_and_leads_no_more() {
    let mut stage = Stage::furnished();
    let removed = |stage: &Stage, name| MemberRemoved { dossier: stage.dossier.clone(), officer: id(name) };
    stage.refuses(Rule::UnknownMember, "ada", removed(&stage, "otto"));
    let (after, places) = stage.changes(&stage.by("ada"), removed(&stage, "bea"));
    assert_eq!(places, ["dossiers.*.members.bea"]);
    assert_eq!(removed(&stage, "bea").concerns(&stage.state), Concerns::Officer(&id("bea")));
    assert!(!after.is_member(&stage.dossier, &id("bea"), stage.now));

    let led = created(Some("bea"));
    stage.dossier = led.dossier.clone();
    stage.play("sam", led);
    stage.play("sam", stage.member("carl"));
    let (_, places) = stage.changes(&stage.by("sam"), removed(&stage, "carl"));
    assert_eq!(places, ["dossiers.*.members.carl"]);
    let (_, places) = stage.changes(&stage.by("sam"), removed(&stage, "bea"));
    assert_eq!(places, ["dossiers.*.lead", "dossiers.*.members.bea"]);
}

#[test]
fn a_dossier_is_closed_when_it_is_open_and_reopened_when_it_is_closed() {
    use DossierStatus::{Closed, Open};
    let mut stage = Stage::furnished();
    let changed = |stage: &Stage, status| DossierChanged { dossier: stage.dossier.clone(), status };
    let fact = changed(&stage, Closed);
    stage.refuses(Rule::DossierOpen, "ada", changed(&stage, Open));
    let (_, places) = stage.changes(&stage.by("ada"), fact.clone());
    assert_eq!(places, ["dossiers.*.changed", "dossiers.*.status"]);
    assert_eq!(fact.record(&stage.state).act(), Some(Act::CloseDossier));
    stage.play("ada", fact);
    let dossier = &stage.state.dossiers[&stage.dossier];
    assert_eq!((dossier.status, &dossier.changed), (Closed, &Some((id("ada"), stage.now.timestamp_millis()))));
    stage.refuses(Rule::DossierClosed, "ada", changed(&stage, Closed));
    stage.passes("ada", changed(&stage, Open));
    assert_eq!(changed(&stage, Open).record(&stage.state).act(), Some(Act::ReopenDossier));
    assert_eq!(changed(&stage, Open).concerns(&stage.state), Concerns::Nobody);
}

#[test]
fn what_changes_a_dossier_or_its_members_needs_no_part_but_those_of_every_entry() {
    let stage = Stage::furnished();
    let by = stage.by("ada");
    let (dossier, officer) = (stage.dossier.clone(), id("bea"));
    let facts: [Event; 3] = [
        DossierChanged { dossier: dossier.clone(), status: DossierStatus::Closed }.into(),
        stage.member("bea").into(),
        MemberRemoved { dossier, officer }.into(),
    ];
    for fact in facts {
        assert_eq!(fact.parts(&stage.state, &by.context()), Ok(RequiredParts::none()), "{fact:?}");
        assert_eq!((fact.keys(&id("bea")), fact.under()), (Vec::new(), None), "{fact:?}");
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(stage: &Stage) -> Vec<Event> {
    let dossier = &stage.dossier;
    vec![
        created(Some("bea")).into(),
        DossierChanged { dossier: dossier.clone(), status: DossierStatus::Closed }.into(),
        stage.member("bea").into(),
        MemberRemoved { dossier: dossier.clone(), officer: id("bea") }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let lead = (draw.choice[1] % 2 == 0).then(|| person(draw.choice[2]));
        DossierCreated { dossier: draw.dossier, recipient: draw.recipient, lead, from: draw.from }.into()
    },
    |draw| {
        let status = if draw.choice[1] % 2 == 0 { DossierStatus::Closed } else { DossierStatus::Open };
        DossierChanged { dossier: draw.dossier, status }.into()
    },
    |draw| {
        let officer = person(draw.choice[1]);
        MemberAdded { dossier: draw.dossier, officer, from: draw.from, until: draw.until }.into()
    },
    |draw| MemberRemoved { dossier: draw.dossier, officer: person(draw.choice[1]) }.into(),
];
