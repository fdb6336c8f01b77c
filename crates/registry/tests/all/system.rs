//! The system.

use label::Level;
use policy::authorities::OwnAuthorities;
use policy::guide::Guide;
use policy::{AccountStatus, ClearanceStatus, Role};
use registry::ForgedRule as Rule;
use registry::assents::{AssentKind, End, Matter};
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::log::Act;
use registry::people::Admission;
use registry::system::{ApprovalMatter, LoneRight, PutInForce, Right};
use registry::{AssentId, PrinterName};

use super::assents::{no, withdrawn, yes};
use super::custody::shared;
use super::facts::AtRandom;
use super::stage::*;

fn approval(rights: Vec<LoneRight>) -> ApprovalMatter {
    let (authority, reference) = ("ANS".to_owned(), "AP-1".to_owned());
    ApprovalMatter { authority, reference, ceiling: Level::Secret, until: day(12, 31), rights }
}

/// With everything that one person gave alone.
fn asked(stage: &Stage) -> Asked {
    Asked { request: fresh(), matter: Matter::Approval(approval(stage.state.lone_rights())) }
}

/// Furnished, with a second custodian.
fn ready() -> Stage {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["ada", "sam"]));
    stage
}

fn without(stage: &Stage, officer: &str) -> Stage {
    let mut stage = stage.clone();
    stage.state.officers.get_mut(&id(officer)).expect("the stage has that officer").facts.status =
        AccountStatus::Disabled;
    stage
}

/// An approval that ada has asked for.
fn waiting() -> (Stage, AssentId) {
    let mut stage = ready();
    let fact = asked(&stage);
    let request = fact.request.clone();
    stage.play("ada", fact);
    (stage, request)
}

#[test]
fn an_approval_is_recorded_with_the_yes_of_another_security_officer() {
    let (stage, request) = waiting();
    for other in ["rik", "rosa", "otto", "nobody"] {
        stage.refuses(Rule::NotSecurityOfficer, other, asked(&stage));
        stage.refuses(Rule::NotSecurityOfficer, other, yes(&request));
    }
    assert!(stage.state.approval.is_none() && !stage.state.four_eyes, "to ask approves nothing");
    stage.refuses(Rule::OwnRequest, "ada", yes(&request));
    stage.refuses(Rule::AboutAnother, "sam", withdrawn(&request));
    stage.passes("sam", no(&request));
    stage.passes("ada", withdrawn(&request));
    stage.passes("sam", yes(&request));
}

#[test]
fn an_approval_puts_the_full_rules_in_force_for_good_and_confirms_what_one_person_gave_alone() {
    let (stage, request) = waiting();
    let by = stage.by("sam");
    let (after, places) = stage.changes(&by, yes(&request));
    for place in [
        "approval",
        "four_eyes",
        "custody.sharings",
        "officers.bea.papers",
        "officers.sam.admission",
        "officers.rik.admission",
    ] {
        assert!(places.iter().any(|changed| changed.starts_with(place)), "{place}: {places:?}");
    }
    let in_force = after.approval.as_ref().expect("the system is approved");
    assert_eq!((in_force.at_ms, in_force.index), (by.at.timestamp_millis(), by.index));
    assert_eq!((&in_force.by, in_force.ceiling), (&id("sam"), Level::Secret));
    assert_eq!(after.system().approval.expect("the system is approved").until, day(12, 31));
    assert_eq!(after.assents[&request].end, Some(End::Granted));
    assert_eq!(after.lone_rights(), []);
    assert!(after.officers.values().all(|officer| officer.admission == Admission::Sound));
    let mut after = Stage { state: after, ..stage };
    after.refuses(Rule::TakesTwo, "sam", clearance("carl", "SECRET"));
    // Another approval takes its place, and the rules stay.
    let next = asked(&after);
    let request = next.request.clone();
    after.play("sam", next);
    after.play("ada", yes(&request));
    assert!(after.state.four_eyes);
}

#[test]
fn there_is_no_approval_while_a_charge_depends_on_one_person() {
    let stage = Stage::furnished();
    stage.refuses(Rule::SinglePoint, "ada", asked(&stage));
    // Nor where one custodian of two suffices.
    let mut of_one = stage;
    of_one.play("ada", shared(1, &["ada", "sam"]));
    of_one.refuses(Rule::SinglePoint, "ada", asked(&of_one));
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["rik", "otto"]));
    without(&stage, "sam").refuses(Rule::SinglePoint, "ada", asked(&without(&stage, "sam")));
    // Nor is one agreed to that was asked for before.
    let fact = asked(&stage);
    let request = fact.request.clone();
    stage.play("ada", fact);
    stage.passes("sam", yes(&request));
    let alone = without(&stage, "otto");
    alone.refuses(Rule::SinglePoint, "sam", yes(&request));
    alone.passes("sam", no(&request));
}

#[test]
fn an_approval_lists_everything_that_one_person_gave_alone() {
    let stage = ready();
    let rights = stage.state.lone_rights();
    let roles = |name: &str, roles: &[Role]| LoneRight {
        to: id(name),
        by: id("ada"),
        right: Right::Roles { roles: roles.iter().copied().collect() },
    };
    assert!(rights.contains(&roles("sam", &[Role::SecurityOfficer])), "{rights:?}");
    assert!(rights.contains(&roles("sam", &[Role::Custodian])));
    assert!(rights.iter().all(|right| right.to != id("ada") && right.by == id("ada")), "nobody gave ada anything");
    let cleared = |name: &str| {
        let of = |right: &&LoneRight| right.to == id(name) && matches!(right.right, Right::Clearance { .. });
        rights.iter().filter(of).count()
    };
    assert_eq!((cleared("bea"), cleared("carl")), (1, 0));
    let admitted = |name: &str| LoneRight { to: id(name), by: id("ada"), right: Right::Admission {} };
    let of_carl: Vec<&LoneRight> = rights.iter().filter(|right| right.to == id("carl")).collect();
    assert_eq!(of_carl, [&admitted("carl")], "a reader who is not cleared is an officer, and has nothing else");
    assert!(!rights.contains(&admitted("sam")), "the second is there by his charge");

    let of = |rights| Asked { request: fresh(), matter: Matter::Approval(approval(rights)) };
    stage.refuses(Rule::RightsNotListed, "ada", of(rights[1..].to_vec()));
    stage.refuses(Rule::RightsNotListed, "ada", of([rights.clone(), vec![roles("carl", &[Role::Auditor])]].concat()));
    stage.passes("ada", of(rights));
    let mut less = stage.clone();
    let status = ClearanceStatus::Withdrawn;
    less.play("sam", ClearanceChanged { officer: id("bea"), policy: "BEL".to_owned(), status });
    less.play("sam", OfficerDisabled { officer: id("rik") });
    let left = less.state.lone_rights();
    let gone = |right: &LoneRight| {
        right.to == id("rik") || (right.to == id("bea") && matches!(right.right, Right::Clearance { .. }))
    };
    assert!(!left.iter().any(gone), "what is gone is not confirmed");
}

#[test]
fn what_one_person_gives_alone_after_the_request_is_not_agreed_to_with_it() {
    let (stage, request) = waiting();
    let mut cleared = stage.clone();
    cleared.play("ada", clearance("carl", "SECRET"));
    cleared.refuses(Rule::RequestStale, "sam", yes(&request));
    let mut low = stage.clone();
    low.play("ada", clearance("carl", "CONFIDENTIEL"));
    low.passes("sam", yes(&request));
    for role in [Role::Auditor, Role::Reader] {
        let mut added = stage.clone();
        added.admit("nina", &[role]);
        added.refuses(Rule::RequestStale, "sam", yes(&request));
    }
    // Nor is an approval in the place of another that came meanwhile.
    let mut other = stage;
    let second = asked(&other);
    let granted = second.request.clone();
    other.play("ada", second);
    other.play("sam", yes(&granted));
    other.refuses(Rule::RequestStale, "sam", yes(&request));
}

/// How it is decided, whom it is for, and as what it is listed.
type Decided = (fn(&mut Stage), &'static str, Right);

/// What one person decides alone in an exercise by himself or with a puppet: it would count under the full rules as if two had.
fn decided_alone() -> [Decided; 7] {
    fn compared(stage: &mut Stage) {
        let record = partner("BND", "DEU");
        let (partner, fingerprint) = (record.id.clone(), record.recipient.fingerprint());
        let entered = stage.index;
        stage.play("ada", PartnerAdded { partner: record });
        stage.play("remi", PartnerConfirmed { partner, fingerprint, entered });
    }
    fn led(stage: &mut Stage) {
        let dossier = stage.dossier.clone();
        stage.state.dossiers.get_mut(&dossier).expect("it is there").left = Some(id("rosa"));
        stage.play("sam", LeadNamed { dossier, lead: id("bea") });
    }
    fn agreed(stage: &mut Stage) {
        let request = AssentId::from(&stage.release);
        stage.play("remi", yes(&request));
    }
    fn guided(stage: &mut Stage) {
        stage.play("sam", GuideReplaced { guide: Guide { aggregation: 7, ..Guide::builtin().clone() } });
    }
    fn own(stage: &mut Stage) {
        stage.play("sam", authorities(&["SGRS"]));
    }
    fn withdrew(stage: &mut Stage) {
        stage.play("rik", FilingWithdrawn { document: stage.report.clone() });
    }
    fn listed(stage: &mut Stage) {
        let printer = PrinterName::parse("safe").expect("a name that CUPS takes");
        stage.play("sam", PrinterListed { printer, ceiling: Level::Secret });
    }
    let stage = Stage::furnished();
    let printer = PrinterName::parse("safe").expect("a name that CUPS takes");
    [
        (listed, "sam", Right::Printer { printer }),
        (withdrew, "rik", Right::Withdrawal { document: stage.report.clone() }),
        (compared, "remi", Right::Partner { partner: partner("BND", "DEU").id }),
        (led, "bea", Right::Lead { dossier: stage.dossier.clone() }),
        (agreed, "remi", Right::Release { release: stage.release }),
        (guided, "sam", Right::Guide {}),
        (own, "sam", Right::Authorities {}),
    ]
}

#[test]
fn an_approval_lists_what_one_person_decided_alone_and_it_is_confirmed_once() {
    for (decide, to, right) in decided_alone() {
        let mut stage = ready();
        decide(&mut stage);
        let listed = |stage: &Stage| {
            let rights = stage.state.lone_rights();
            rights.into_iter().filter(|one| one.right == right).map(|one| one.to).collect::<Vec<_>>()
        };
        assert_eq!(listed(&stage), [id(to)], "{right:?}");
        let all = stage.state.lone_rights();
        let less = all.into_iter().filter(|one| one.right != right).collect();
        let less = Asked { request: fresh(), matter: Matter::Approval(approval(less)) };
        stage.refuses(Rule::RightsNotListed, "ada", less);
        let fact = asked(&stage);
        let request = fact.request.clone();
        stage.play("ada", fact);
        stage.play("sam", yes(&request));
        assert_eq!(listed(&stage), [], "{right:?}");
    }
}

#[test]
fn what_one_person_decides_alone_after_the_request_is_not_agreed_to_with_it() {
    for (decide, _, right) in decided_alone() {
        let (mut stage, request) = waiting();
        stage.passes("sam", yes(&request));
        decide(&mut stage);
        assert_eq!(stage.try_by(&stage.by("sam"), yes(&request)), Some(Rule::RequestStale), "{right:?}");
    }
}

#[test]
fn what_two_decided_is_not_listed_as_of_one() {
    let mut stage = ready();
    let asks = |matter| Asked { request: fresh(), matter };
    for (matter, _) in rules() {
        let fact = asks(matter);
        let request = fact.request.clone();
        stage.play("ada", fact);
        stage.play("sam", yes(&request));
    }
    // The partner of the stage was entered by ada and compared by sam.
    let of_two = |right: &LoneRight| {
        matches!(right.right, Right::Guide {} | Right::Authorities {} | Right::Partner { .. } | Right::Release { .. })
    };
    assert!(!stage.state.lone_rights().iter().any(of_two), "{:?}", stage.state.lone_rights());
}

/// By a program of one's own: the entry that asks lists what there was before it, and gives more after that.
#[test]
fn what_one_person_gives_alone_in_the_entry_that_asks_is_not_agreed_to_with_it() {
    let stage = ready();
    let (asks, puppet) = (asked(&stage), officer("puppet", &[Role::SecurityOfficer]));
    let here = stage.by("ada").introducing(puppet.key);
    for given in [Event::from(clearance("carl", "SECRET")), added(puppet).into()] {
        let mut stage = stage.clone();
        stage.play_by(&here, asks.clone());
        stage.passes("sam", yes(&asks.request));
        stage.play_by(&here, given);
        stage.refuses(Rule::RequestStale, "sam", yes(&asks.request));
    }
}

/// A security officer adds a puppet and lets it say yes; or lets it ask, and says yes himself.
#[test]
fn an_officer_whom_one_person_alone_let_in_is_no_second_for_him() {
    let mut stage = ready();
    stage.admit("puppet", &[Role::SecurityOfficer]);
    let another = officer("another", &[Role::SecurityOfficer]);
    let by = stage.by("puppet").introducing(another.key);
    stage.play_by(&by, added(another));
    for (asks, agrees) in [("ada", "puppet"), ("puppet", "ada"), ("puppet", "another"), ("ada", "another")] {
        let mut stage = stage.clone();
        let fact = asked(&stage);
        let request = fact.request.clone();
        stage.play(asks, fact);
        stage.refuses(Rule::OneWord, agrees, yes(&request));
        stage.passes("sam", yes(&request));
    }
    // The same with a clearance, under the full rules.
    let mut stage = stage.with_four_eyes();
    let fact = Asked { request: fresh(), matter: Matter::Clearance(clearance("carl", "SECRET")) };
    let request = fact.request.clone();
    stage.play("ada", fact);
    stage.refuses(Rule::OneWord, "puppet", yes(&request));
    // Once another security officer has agreed to it, it is on the word of two.
    let fact = asked(&stage);
    let approval = fact.request.clone();
    stage.play("ada", fact);
    stage.play("sam", yes(&approval));
    stage.passes("puppet", yes(&request));
}

#[test]
fn the_second_security_officer_is_let_in_by_the_first_alone() {
    let mut stage = Stage::bare();
    assert!(stage.state.admits_second(&id("ada")));
    stage.admit("rik", &[Role::Registrar]);
    stage.admit("sam", &[Role::SecurityOfficer]);
    stage.admit("nina", &[Role::SecurityOfficer]);
    let admission = |name: &str| &stage.state.officers[&id(name)].admission;
    assert!(matches!(admission("sam"), Admission::Second(alone) if alone.by == id("ada")));
    for name in ["rik", "nina"] {
        assert!(matches!(admission(name), Admission::OneWord(alone) if alone.by == id("ada")), "{name}");
    }
    assert_eq!(admission("ada"), &Admission::Sound);
    // In an exercise vault, again once there is no other any more; under the full rules, never again.
    for name in ["sam", "nina"] {
        stage.play("ada", OfficerDisabled { officer: id(name) });
    }
    assert!(stage.state.admits_second(&id("ada")) && !stage.state.admits_second(&id("rik")));
    assert!(!stage.with_four_eyes().state.admits_second(&id("ada")));
}

#[test]
fn each_step_about_an_approval_says_what_is_asked_for_and_whose_rights_it_confirms() {
    let (stage, request) = waiting();
    let steps: [(Event, Act); 4] = [
        (asked(&stage).into(), Act::RequestApproval),
        (yes(&request).into(), Act::RecordApproval),
        (no(&request).into(), Act::RefuseApproval),
        (withdrawn(&request).into(), Act::RecallApproval),
    ];
    for (fact, act) in steps {
        let record = fact.record(&stage.state);
        assert_eq!(record.act(), Some(act));
        let said = ["authority", "reference", "ceiling", "until"].map(|name| record.detail[name].as_str());
        assert_eq!(said, ["ANS", "AP-1", "secret", "2026-12-31"]);
        assert!(record.detail["officers"].split(' ').any(|officer| officer == "sam"), "{record:?}");
        assert_eq!(fact.concerns(&stage.state), Concerns::Nobody);
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
    }
    let matter = &stage.state.assents[&request].matter;
    assert_eq!((matter.kind(), matter.approval().is_some()), (AssentKind::Approval, true));
}

fn authorities(names: &[&str]) -> AuthoritiesReplaced {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    AuthoritiesReplaced { authorities: OwnAuthorities::listed(names) }
}

#[test]
fn guide_and_authorities_are_a_security_officers() {
    let stage = Stage::furnished();
    let facts: [Event; 2] = [GuideReplaced { guide: Guide::builtin().clone() }.into(), authorities(&["SGRS"]).into()];
    for fact in facts {
        stage.passes("sam", fact.clone());
        for other in ["rik", "rosa", "otto", "nobody"] {
            stage.refuses(Rule::NotSecurityOfficer, other, fact.clone());
        }
        assert_eq!(fact.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
        assert_eq!(
            (fact.keys(&id("sam")), fact.under(), fact.concerns(&stage.state)),
            (Vec::new(), None, Concerns::Nobody)
        );
    }
}

#[test]
fn a_guide_or_a_list_of_authorities_has_its_shape() {
    let stage = Stage::furnished();
    let guide = Guide::builtin().clone();
    stage.refuses(Rule::GuideMisshapen, "sam", GuideReplaced { guide: Guide { aggregation: 1, ..guide.clone() } });
    let twice = guide.topics.iter().chain(guide.topics.first()).cloned().collect();
    stage.refuses(Rule::GuideMisshapen, "sam", GuideReplaced { guide: Guide { topics: twice, ..guide } });
    for names in [&["SGRS", "sgrs"][..], &[""], &["two\nlines"], &["Registry of the exercise"]] {
        stage.refuses(Rule::AuthoritiesMisshapen, "sam", authorities(names));
    }
}

/// Another guide, and another list, as matters.
fn rules() -> [(Matter, Event); 2] {
    let guide = GuideReplaced { guide: Guide { aggregation: 7, ..Guide::builtin().clone() } };
    let list = authorities(&["SGRS"]);
    [(Matter::Guide(guide.clone()), guide.into()), (Matter::Authorities(list.clone()), list.into())]
}

#[test]
fn under_the_full_rules_guide_and_authorities_take_two() {
    let stage = Stage::furnished().with_four_eyes();
    for (matter, alone) in rules() {
        stage.refuses(Rule::TakesTwo, "ada", alone);
        let fact = Asked { request: fresh(), matter };
        for other in ["rik", "rosa", "otto", "nobody"] {
            stage.refuses(Rule::NotSecurityOfficer, other, fact.clone());
        }
        let mut stage = stage.clone();
        stage.play("ada", fact.clone());
        assert!(stage.state.guide.is_none() && stage.state.authorities.put.is_none(), "to ask changes nothing");
        stage.refuses(Rule::OwnRequest, "ada", yes(&fact.request));
        stage.refuses(Rule::NotSecurityOfficer, "rosa", yes(&fact.request));
        stage.refuses(Rule::AboutAnother, "sam", withdrawn(&fact.request));
        stage.passes("sam", no(&fact.request));
        stage.passes("ada", withdrawn(&fact.request));
        // A puppet is nobody's second; a requester who has left asks for nothing.
        let mut puppet = stage.clone();
        // As before the full rules.
        puppet.state.four_eyes = false;
        puppet.admit("puppet", &[Role::SecurityOfficer]);
        puppet.state.four_eyes = true;
        puppet.refuses(Rule::OneWord, "puppet", yes(&fact.request));
        without(&stage, "ada").refuses(Rule::RequesterNotInCharge, "sam", yes(&fact.request));
        stage.play("sam", yes(&fact.request));
        let state = &stage.state;
        let put = [state.guide.as_ref().map(|guide| &guide.put), state.authorities.put.as_ref()];
        assert!(put.into_iter().flatten().all(|put| put.by == id("sam")), "{put:?}");
        assert!(state.guide().aggregation == 7 || state.authorities.list.names() == ["SGRS"]);
    }
    let misshapen = Guide { aggregation: 1, ..Guide::builtin().clone() };
    let of = |matter| Asked { request: fresh(), matter };
    stage.refuses(Rule::GuideMisshapen, "ada", of(Matter::Guide(GuideReplaced { guide: misshapen })));
    stage.refuses(Rule::AuthoritiesMisshapen, "ada", of(Matter::Authorities(authorities(&["SGRS", "sgrs"]))));
}

#[test]
fn nobody_agrees_to_what_would_undo_what_was_put_in_force_meanwhile() {
    for (matter, _) in rules() {
        let mut stage = Stage::furnished().with_four_eyes();
        let (first, second) = (Asked { request: fresh(), matter: matter.clone() }, Asked { request: fresh(), matter });
        stage.play("ada", first.clone());
        stage.play("sam", second.clone());
        stage.play("ada", yes(&second.request));
        stage.refuses(Rule::RequestStale, "sam", yes(&first.request));
        stage.passes("sam", no(&first.request));
    }
    // What was decided about the one says nothing of the other.
    let mut stage = Stage::furnished().with_four_eyes();
    let [(guide, _), (list, _)] = rules();
    let (guide, list) = (Asked { request: fresh(), matter: guide }, Asked { request: fresh(), matter: list });
    stage.play("ada", guide.clone());
    stage.play("ada", list.clone());
    stage.play("sam", yes(&guide.request));
    stage.passes("sam", yes(&list.request));
}

#[test]
fn each_step_about_a_guide_or_a_list_says_what_is_asked_for() {
    let mut stage = Stage::furnished().with_four_eyes();
    let acts = [
        [Act::RequestGuide, Act::ReplaceGuide, Act::RefuseGuide, Act::RecallGuide],
        [Act::RequestAuthorities, Act::ReplaceAuthorities, Act::RefuseAuthorities, Act::RecallAuthorities],
    ];
    for ((matter, _), acts) in rules().into_iter().zip(acts) {
        let fact = Asked { request: fresh(), matter };
        stage.play("ada", fact.clone());
        let request = &fact.request;
        let steps: [Event; 4] =
            [fact.clone().into(), yes(request).into(), no(request).into(), withdrawn(request).into()];
        for (step, act) in steps.iter().zip(acts) {
            let record = step.record(&stage.state);
            assert_eq!((record.act(), record.detail["request"].as_str()), (Some(act), request.as_str()));
            let said = record.detail.get("aggregation").or_else(|| record.detail.get("authority"));
            assert!(said.is_some_and(|said| said == "7" || said == "SGRS"), "{record:?}");
            assert_eq!(step.concerns(&stage.state), Concerns::Nobody);
            assert_eq!(step.parts(&stage.state, &stage.by("sam").context()), Ok(RequiredParts::none()));
        }
        let matter = &stage.state.assents[request].matter;
        let kind = if matter.guide().is_some() { AssentKind::Guide } else { AssentKind::Authorities };
        assert_eq!((matter.kind(), matter.authorities().is_some()), (kind, kind == AssentKind::Authorities));
    }
}

#[test]
fn what_is_in_force_says_since_when_and_by_whom() {
    let stage = Stage::furnished();
    let by = stage.by("sam");
    let at_ms = by.at.timestamp_millis();

    let guide = Guide { aggregation: 7, ..Guide::builtin().clone() };
    assert_eq!(stage.state.guide(), Guide::builtin());
    let (after, places) = stage.changes(&by, GuideReplaced { guide: guide.clone() });
    assert_eq!((places, after.guide()), (vec!["guide".to_owned()], &guide));
    let put = PutInForce { at_ms, by: id("sam"), index: by.index, alone: true };
    assert_eq!(after.guide.as_ref().map(|guide| &guide.put), Some(&put));

    let (after, places) = stage.changes(&by, authorities(&["SGRS"]));
    assert_eq!(places, ["authorities.list", "authorities.put"]);
    assert_eq!(after.authorities.list.names(), ["SGRS"]);
    assert_eq!(after.authorities.put, Some(put));
}

#[test]
fn one_authority_more_or_less_is_named_and_any_other_change_is_a_new_list() {
    let mut stage = Stage::bare();
    stage.play("ada", authorities(&["SGRS", "Cabinet"]));
    for (names, act, named) in [
        (&["SGRS", "Cabinet", "Staff"][..], Act::AddAuthority, "Staff"),
        (&["SGRS"], Act::RemoveAuthority, "Cabinet"),
        (&["SGRS", "Staff"], Act::ReplaceAuthorities, "SGRS; Staff"),
        (&["Cabinet", "SGRS"], Act::ReplaceAuthorities, "Cabinet; SGRS"),
        (&[], Act::ReplaceAuthorities, ""),
    ] {
        let record = authorities(names).record(&stage.state);
        assert_eq!((record.act(), record.detail["authority"].as_str()), (Some(act), named));
    }
}

/// One of each fact of this subject, with everything that it can say.
pub fn examples(_: &Stage) -> Vec<Event> {
    vec![
        asked(&ready()).into(),
        Asked { request: fresh(), matter: rules()[0].0.clone() }.into(),
        Asked { request: fresh(), matter: rules()[1].0.clone() }.into(),
        GuideReplaced { guide: Guide::builtin().clone() }.into(),
        AuthoritiesReplaced { authorities: OwnAuthorities::listed(vec!["SGRS".to_owned()]) }.into(),
    ]
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| GuideReplaced { guide: Guide { aggregation: u32::from(draw.choice[0]), ..Guide::builtin().clone() } }.into(),
    |draw| {
        let names = vec!["A".to_owned(); usize::from(draw.choice[0] % 3)];
        AuthoritiesReplaced { authorities: OwnAuthorities::listed(names) }.into()
    },
];

/// Else one person would let in as many as he likes as the second security officer, one after the other, and take the charge away
/// again: officers on a word of their own, whom nobody was shown.
#[test]
fn an_approval_lists_who_was_let_in_as_the_second_security_officer_and_is_none_any_more() {
    let mut stage = Stage::bare();
    stage.admit("sam", &[Role::SecurityOfficer]);
    assert!(matches!(stage.state.officers[&id("sam")].admission, Admission::Second(_)));
    let admitted = |stage: &Stage, officer: &str| {
        stage.state.lone_rights().iter().any(|right| right.to == id(officer) && right.right == Right::Admission {})
    };
    assert!(!admitted(&stage, "sam"), "his charge is listed");
    stage.play("ada", RolesChanged { officer: id("sam"), roles: [Role::Reader].into() });
    assert!(admitted(&stage, "sam"));
    stage.admit("kim", &[Role::SecurityOfficer]);
    assert!(!admitted(&stage, "kim"));
    stage.play("ada", RolesChanged { officer: id("kim"), roles: [Role::Auditor].into() });
    assert!(admitted(&stage, "kim"));
}
