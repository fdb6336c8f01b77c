//! Dossiers.

use policy::{AccountStatus, DossierStatus, Role};
use registry::assents::{AssentKind, Matter};
use registry::dossiers::Passing;
use registry::event::*;
use registry::fact::{Concerns, Fact, RequiredParts};
use registry::keys::KeyName;
use registry::log::Act;
use registry::people::Admission;
use registry::{ForgedRule as Rule, OfficerId};

use super::assents::{no, withdrawn, yes};
use super::facts::{AtRandom, names, person};
use super::stage::*;

fn created(lead: Option<&str>) -> DossierCreated {
    DossierCreated { dossier: fresh(), recipient: recipient(), lead: lead.map(id), deputy: None, from: day(11, 1) }
}

/// Kept by rik, led by bea, with carl in her place.
fn led() -> Stage {
    let mut stage = Stage::furnished();
    let made = DossierCreated { deputy: Some(id("carl")), ..created(Some("bea")) };
    stage.dossier = made.dossier.clone();
    stage.play("rik", made);
    stage
}

fn without(stage: &Stage, officer: &str) -> Stage {
    let mut stage = stage.clone();
    stage.state.officers.get_mut(&id(officer)).expect("an officer of the stage").facts.status = AccountStatus::Disabled;
    stage
}

fn removed(stage: &Stage, officer: &str) -> MemberRemoved {
    MemberRemoved { dossier: stage.dossier.clone(), officer: id(officer) }
}

fn deputy(stage: &Stage, officer: Option<&str>) -> DeputyNamed {
    DeputyNamed { dossier: stage.dossier.clone(), deputy: officer.map(id) }
}

fn taken_over(stage: &Stage) -> DossierTakenOver {
    DossierTakenOver { dossier: stage.dossier.clone() }
}

fn named(stage: &Stage, lead: &str) -> LeadNamed {
    LeadNamed { dossier: stage.dossier.clone(), lead: id(lead) }
}

fn asked(stage: &Stage, lead: &str) -> Asked {
    Asked { request: fresh(), matter: Matter::Succession(named(stage, lead)) }
}

fn in_charge(stage: &Stage) -> Option<&str> {
    stage.state.in_charge(&stage.dossier).map(OfficerId::as_str)
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
    let bea = stage.state.officers[&id("bea")].recipient.clone();
    stage.refuses(Rule::KeyOfAnother, "rik", DossierCreated { recipient: bea, ..created(None) });
    stage.refuses(Rule::OfficerNotActive, "rik", created(Some("nobody")));
    let with = |deputy: &str, lead| DossierCreated { deputy: Some(id(deputy)), ..created(lead) };
    stage.refuses(Rule::OfficerNotActive, "rik", with("nobody", Some("bea")));
    stage.refuses(Rule::AboutOneself, "rik", with("bea", Some("bea")));
    stage.refuses(Rule::AboutOneself, "rik", with("rik", None));
    stage.refuses(Rule::AboutOneself, "sam", with("sam", Some("bea")));
    stage.passes("rik", with("rik", Some("bea")));
    stage.passes("sam", with("carl", None));
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
fn a_list_is_kept_by_its_maker_and_its_lead_and_by_no_security_officer_once_they_are_gone() {
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
        stage.passes("bea", fact.clone());
        for other in ["rik", "sam", "carl"] {
            stage.refuses(Rule::NotKeeperOfDossier, other, fact.clone());
        }
    }
    stage.play("sam", OfficerDisabled { officer: id("bea") });
    for fact in &facts {
        for other in ["rik", "bea", "sam", "ada", "carl"] {
            stage.refuses(Rule::NotKeeperOfDossier, other, fact.clone());
        }
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
    let (after, places) = stage.changes(&stage.by("sam"), removed(&stage, "bea"));
    assert_eq!(
        places,
        ["dossiers.*.decided", "dossiers.*.lead", "dossiers.*.led", "dossiers.*.left", "dossiers.*.members.bea"]
    );
    assert_eq!(after.in_charge(&stage.dossier), None, "her keeper does not lead it in her place");
}

#[test]
fn a_dossier_is_led_by_its_lead_or_its_keeper_and_then_by_the_deputy() {
    let stage = led();
    assert_eq!(in_charge(&stage), Some("bea"));
    let dossier = &stage.state.dossiers[&stage.dossier];
    assert_eq!((dossier.members.len(), dossier.deputy.as_ref()), (2, Some(&id("carl"))));
    // Disabled, or off the list: it is the deputy's at once.
    let mut left = stage.clone();
    left.play("rik", removed(&stage, "bea"));
    for gone in [without(&stage, "bea"), left] {
        assert_eq!(in_charge(&gone), Some("carl"));
        assert!(gone.state.keeps(&gone.dossier, &id("carl")) && !gone.state.keeps(&gone.dossier, &id("bea")));
        assert_eq!(gone.state.lead(&gone.dossier), Some(&id("carl")));
        gone.passes("carl", MemberAdded { dossier: gone.dossier.clone(), ..gone.member("otto") });
        // Without him, nobody's, no matter who else there is.
        for vacant in [without(&gone, "carl"), without(&without(&gone, "carl"), "rik")] {
            assert_eq!(in_charge(&vacant), None);
            assert!(vacant.state.unled().any(|(key, _)| *key == vacant.dossier));
        }
    }
    // Where no lead was named, its keeper leads it as long as he is there.
    let mut kept = Stage::furnished();
    let made = DossierCreated { deputy: Some(id("carl")), ..created(None) };
    kept.dossier = made.dossier.clone();
    kept.play("rik", made);
    assert_eq!((in_charge(&kept), kept.state.lead(&kept.dossier)), (Some("rik"), None));
    assert_eq!(in_charge(&without(&kept, "rik")), Some("carl"));
    assert_eq!(in_charge(&without(&without(&kept, "rik"), "carl")), None);
}

#[test]
fn a_deputy_is_a_member_and_named_by_the_lead() {
    let mut stage = led();
    stage.play("bea", MemberAdded { dossier: stage.dossier.clone(), ..stage.member("otto") });
    stage.passes("bea", deputy(&stage, Some("otto")));
    stage.passes("bea", deputy(&stage, None));
    // Neither its keeper, nor the deputy of now, nor a security officer.
    for other in ["rik", "carl", "sam", "nobody"] {
        stage.refuses(Rule::NotLeadOfDossier, other, deputy(&stage, Some("otto")));
    }
    stage.refuses(Rule::AboutOneself, "bea", deputy(&stage, Some("bea")));
    stage.refuses(Rule::OfficerNotActive, "bea", deputy(&stage, Some("nobody")));
    stage.refuses(Rule::UnknownMember, "bea", deputy(&stage, Some("rosa")));
    stage.refuses(Rule::UnknownDossier, "bea", DeputyNamed { dossier: fresh(), deputy: None });
    let (_, places) = stage.changes(&stage.by("bea"), deputy(&stage, Some("otto")));
    assert_eq!(places, ["dossiers.*.decided", "dossiers.*.deputy"]);
    // Not by a lead who is gone, nor by his deputy before he leads it himself.
    let gone = without(&stage, "bea");
    gone.refuses(Rule::NotLeadOfDossier, "bea", deputy(&gone, None));
    gone.refuses(Rule::NotLeadOfDossier, "carl", deputy(&gone, Some("otto")));
    // A deputy who leaves the list is none any more.
    let (after, _) = stage.changes(&stage.by("rik"), removed(&stage, "carl"));
    assert_eq!(after.dossiers[&stage.dossier].deputy, None);
}

#[test]
fn a_deputy_takes_over_what_fell_to_him_and_nobody_else_does() {
    let stage = led();
    stage.refuses(Rule::NotDeputyOfDossier, "carl", taken_over(&stage));
    stage.refuses(Rule::UnknownDossier, "carl", DossierTakenOver { dossier: fresh() });
    let mut gone = without(&stage, "bea");
    for other in ["rik", "sam", "bea", "otto", "nobody"] {
        gone.refuses(Rule::NotDeputyOfDossier, other, taken_over(&gone));
    }
    let record = taken_over(&gone).record(&gone.state);
    assert_eq!((record.act(), record.detail["officer"].as_str()), (Some(Act::TakeOverDossier), "bea"));
    gone.play("carl", taken_over(&gone));
    let dossier = &gone.state.dossiers[&gone.dossier];
    assert_eq!((&dossier.lead, &dossier.deputy), (&Some(id("carl")), &None));
    assert_eq!(dossier.passed, Some((Passing::Succeeded, gone.now.timestamp_millis())));
    gone.refuses(Rule::NotDeputyOfDossier, "carl", taken_over(&gone));
    gone.passes("carl", deputy(&gone, None));
}

/// Kept by rik, led by bea, with the security officer sam in her place: in an exercise, and under the full rules, with everybody
/// an officer on the word of two.
fn with_sam_as_deputy() -> [Stage; 2] {
    let mut stage = Stage::furnished();
    let made = DossierCreated { deputy: Some(id("sam")), ..created(Some("bea")) };
    stage.dossier = made.dossier.clone();
    stage.play("rik", made);
    let mut full = stage.clone().with_four_eyes();
    full.state.officers.values_mut().for_each(|officer| officer.admission = Admission::Sound);
    [stage, full]
}

fn frozen(officer: &str) -> OfficerFrozen {
    OfficerFrozen { officer: id(officer) }
}

fn disabled(officer: &str) -> OfficerDisabled {
    OfficerDisabled { officer: id(officer) }
}

/// As after the yes of two.
fn lifted(stage: &mut Stage, officer: &str) {
    let full = std::mem::take(&mut stage.state.four_eyes);
    stage.play("ada", OfficerUnfrozen { officer: id(officer) });
    stage.state.four_eyes = full;
}

#[test]
fn a_deputy_who_sends_the_lead_away_himself_does_not_lead_in_the_leads_place() {
    for stage in with_sam_as_deputy() {
        let vacant = |stage: &Stage, author: &str| {
            assert_eq!(in_charge(stage), None);
            assert_eq!(stage.state.deputy_by_own_deed(&stage.dossier), Some(&id(author)));
            assert!(stage.state.unled().any(|(key, _)| *key == stage.dossier));
            stage.refuses(Rule::OwnDeed, author, taken_over(stage));
            let add = MemberAdded { dossier: stage.dossier.clone(), ..stage.member("otto") };
            stage.refuses(Rule::NotKeeperOfDossier, "sam", add);
            stage.refuses(Rule::NotLeadOfDossier, author, deputy(stage, None));
        };
        let mut iced = stage.clone();
        iced.play("sam", frozen("bea"));
        vacant(&iced, "sam");
        let mut gone = stage.clone();
        gone.play("sam", disabled("bea"));
        vacant(&gone, "sam");
        // A second deed of his own changes nothing; that of another security officer is the yes that it takes.
        let mut twice = iced.clone();
        twice.play("sam", disabled("bea"));
        vacant(&twice, "sam");
        let mut confirmed = iced.clone();
        confirmed.play("ada", disabled("bea"));
        assert_eq!(in_charge(&confirmed), Some("sam"));
        confirmed.play("sam", taken_over(&confirmed));
        assert_eq!(confirmed.state.dossiers[&confirmed.dossier].lead, Some(id("sam")));
        // What another security officer did is his from the beginning.
        let mut by_another = stage.clone();
        by_another.play("ada", disabled("bea"));
        by_another.passes("sam", taken_over(&by_another));
        // Nor does he propose himself, or agree to what he proposes.
        for vacant in [iced, gone] {
            vacant.refuses(Rule::AboutOneself, "sam", asked(&vacant, "sam"));
            let mut asking = vacant.clone();
            let fact = asked(&vacant, "otto");
            asking.play("sam", fact.clone());
            asking.refuses(Rule::OwnRequest, "sam", yes(&fact.request));
            asking.passes("ada", yes(&fact.request));
        }
        // The deputy who also keeps its list takes the lead off it.
        let mut kept = stage.clone();
        kept.state.dossiers.get_mut(&kept.dossier).expect("it is there").deputy = Some(id("rik"));
        kept.play("rik", removed(&kept, "bea"));
        assert_eq!((in_charge(&kept), kept.state.deputy_by_own_deed(&kept.dossier)), (None, Some(&id("rik"))));
        kept.refuses(Rule::OwnDeed, "rik", taken_over(&kept));
        // It counts what is so, whatever came first.
        let mut later = stage.clone();
        later.state.dossiers.get_mut(&later.dossier).expect("it is there").deputy = None;
        later.play("sam", frozen("bea"));
        later.refuses(Rule::NotLeadOfDossier, "sam", deputy(&later, Some("sam")));
        later.state.dossiers.get_mut(&later.dossier).expect("it is there").deputy = Some(id("sam"));
        vacant(&later, "sam");
    }
    // A keeper who leads what he made for nobody else.
    let mut kept = Stage::furnished();
    let made = DossierCreated { deputy: Some(id("sam")), ..created(None) };
    kept.dossier = made.dossier.clone();
    kept.play("rik", made);
    kept.play("sam", frozen("rik"));
    kept.refuses(Rule::OwnDeed, "sam", taken_over(&kept));
    assert_eq!(in_charge(&kept), None);
}

#[test]
fn under_the_full_rules_no_puppet_leads_for_the_one_who_sent_the_lead_away() {
    // Carl is an officer on the word of ada alone.
    let mut stage = led();
    stage.play("ada", frozen("bea"));
    assert_eq!(in_charge(&stage), Some("carl"), "in an exercise whoever is there is a person of his own");
    let mut full = stage.with_four_eyes();
    assert_eq!(in_charge(&full), None);
    full.refuses(Rule::OwnDeed, "carl", taken_over(&full));
    full.play("sam", disabled("bea"));
    full.passes("carl", taken_over(&full));
}

#[test]
fn a_deputy_stands_in_for_a_frozen_lead_who_gets_his_dossier_back() {
    for mut stage in with_sam_as_deputy() {
        stage.play("ada", frozen("bea"));
        assert_eq!(in_charge(&stage), Some("sam"));
        let (_, places) = stage.changes(&stage.by("sam"), taken_over(&stage));
        assert_eq!(places, ["dossiers.*.decided", "dossiers.*.passed"]);
        stage.play("sam", taken_over(&stage));
        let at_ms = stage.now.timestamp_millis();
        let dossier = &stage.state.dossiers[&stage.dossier];
        assert_eq!((&dossier.lead, dossier.passed), (&Some(id("bea")), Some((Passing::StandsIn, at_ms))));
        assert_eq!(stage.state.stood_in_for(&stage.dossier), Some(&id("bea")));
        stage.refuses(Rule::NotDeputyOfDossier, "sam", taken_over(&stage));
        stage.refuses(Rule::NotLeadOfDossier, "sam", deputy(&stage, None));
        stage.refuses(Rule::DossierLed, "ada", named(&stage, "otto"));
        let mut back = stage.clone();
        lifted(&mut back, "bea");
        assert_eq!((in_charge(&back), back.state.stood_in_for(&back.dossier)), (Some("bea"), None));
        assert_eq!(back.state.dossiers[&back.dossier].passed, Some((Passing::Returned, at_ms)));
        back.passes("bea", deputy(&back, None));
        back.refuses(Rule::NotDeputyOfDossier, "sam", taken_over(&back));
        // Not by taking the lead off the list meanwhile, nor by disabling him.
        let mut taken = stage.clone();
        taken.play("sam", removed(&taken, "bea"));
        taken.refuses(Rule::OwnDeed, "sam", taken_over(&taken));
        let mut for_good = stage.clone();
        for_good.play("sam", disabled("bea"));
        for_good.refuses(Rule::OwnDeed, "sam", taken_over(&for_good));
        // Once another disabled the lead it is the deputy's for good.
        stage.play("ada", disabled("bea"));
        stage.play("sam", taken_over(&stage));
        assert_eq!(stage.state.dossiers[&stage.dossier].lead, Some(id("sam")));
    }
}

#[test]
fn a_lead_whom_two_named_meanwhile_stays_when_the_frozen_one_is_back() {
    let [_, mut stage] = with_sam_as_deputy();
    stage.play("sam", frozen("bea"));
    let fact = asked(&stage, "otto");
    stage.play("ada", fact.clone());
    stage.play("sam", yes(&fact.request));
    lifted(&mut stage, "bea");
    assert_eq!(in_charge(&stage), Some("otto"));
    assert!(stage.state.is_member(&stage.dossier, &id("bea"), stage.now), "she is a member like others");
}

/// The second route of one security officer alone: he disables who keeps a dossier, inherits it, and adds his puppet.
#[test]
fn nobody_inherits_a_dossier_by_disabling_who_keeps_it() {
    let mut stage = led();
    for gone in ["rik", "bea", "carl"] {
        stage.play("sam", OfficerDisabled { officer: id(gone) });
    }
    let add = MemberAdded { dossier: stage.dossier.clone(), ..stage.member("otto") };
    let mut stage = stage.with_four_eyes();
    for officer in ["sam", "ada"] {
        stage.refuses(Rule::NotKeeperOfDossier, officer, add.clone());
        stage.refuses(Rule::TakesTwo, officer, named(&stage, "otto"));
        let key = KeyName::Dossier(stage.dossier.clone());
        assert!(!stage.state.entitled(&key, &id(officer), stage.now), "nor is its key his");
    }
    let fact = asked(&stage, "otto");
    stage.play("sam", fact.clone());
    stage.refuses(Rule::OwnRequest, "sam", yes(&fact.request));
    stage.refuses(Rule::NotSecurityOfficer, "otto", yes(&fact.request));
    let mut puppet = stage.clone();
    puppet.state.four_eyes = false;
    puppet.admit("puppet", &[Role::SecurityOfficer]);
    let mut puppet = puppet.with_four_eyes();
    let second = asked(&puppet, "otto");
    puppet.play("ada", second.clone());
    puppet.refuses(Rule::OneWord, "puppet", yes(&second.request));
    puppet.passes("sam", yes(&second.request));
    let (after, places) = stage.changes(&stage.by("ada"), yes(&fact.request));
    assert!(places.iter().any(|place| place == "dossiers.*.lead"), "{places:?}");
    assert_eq!(after.in_charge(&stage.dossier), Some(&id("otto")));
    assert!(after.is_member(&stage.dossier, &id("otto"), stage.now));
    assert_eq!(yes(&fact.request).concerns(&stage.state), Concerns::Officer(&id("otto")));
}

#[test]
fn a_new_lead_is_named_where_nobody_leads_and_is_another_who_works_here() {
    let stage = led();
    let vacant = without(&without(&stage, "bea"), "carl");
    vacant.passes("sam", named(&vacant, "otto"));
    stage.refuses(Rule::DossierLed, "sam", named(&stage, "otto"));
    without(&stage, "bea").refuses(Rule::DossierLed, "sam", named(&stage, "otto"));
    vacant.refuses(Rule::AboutOneself, "sam", named(&vacant, "sam"));
    vacant.refuses(Rule::OfficerNotActive, "sam", named(&vacant, "bea"));
    vacant.refuses(Rule::UnknownDossier, "sam", LeadNamed { dossier: fresh(), lead: id("otto") });
    for other in ["rik", "rosa", "otto", "nobody"] {
        vacant.refuses(Rule::NotSecurityOfficer, other, named(&vacant, "noor"));
        vacant.refuses(Rule::NotSecurityOfficer, other, asked(&vacant, "noor"));
    }
    // Who is on the list for a time stays on it.
    let mut listed = vacant.clone();
    let add = MemberAdded { dossier: listed.dossier.clone(), until: Some(day(11, 22)), ..listed.member("otto") };
    listed.play("rik", add);
    listed.play("sam", named(&listed, "otto"));
    assert_eq!(listed.state.dossiers[&listed.dossier].members[&id("otto")].until, None);

    // Whom it is about says neither yes nor no to it.
    let full = vacant.with_four_eyes();
    let mut about = full.clone();
    let fact = asked(&about, "ada");
    about.play("sam", fact.clone());
    about.refuses(Rule::AboutOneself, "ada", yes(&fact.request));
}

#[test]
fn nobody_agrees_to_a_lead_once_somebody_leads_again_or_who_was_proposed_is_gone() {
    let vacant = without(&without(&led(), "bea"), "carl").with_four_eyes();
    let fact = asked(&vacant, "otto");
    let mut waiting = vacant.clone();
    waiting.play("sam", fact.clone());
    waiting.passes("ada", yes(&fact.request));
    let mut back = waiting.clone();
    back.state.officers.get_mut(&id("bea")).expect("an officer of the stage").facts.status = AccountStatus::Active;
    back.refuses(Rule::RequestStale, "ada", yes(&fact.request));
    back.passes("ada", no(&fact.request));
    without(&waiting, "otto").refuses(Rule::RequestStale, "ada", yes(&fact.request));
    let mut other = waiting;
    let second = asked(&other, "remi");
    other.play("ada", second.clone());
    other.play("sam", yes(&second.request));
    let mut other = without(&other, "remi");
    other.refuses(Rule::RequestStale, "ada", yes(&fact.request));
    other.passes("sam", withdrawn(&fact.request));
    let third = asked(&other, "otto");
    other.play("sam", third.clone());
    other.passes("ada", yes(&third.request));
}

#[test]
fn each_step_about_a_succession_says_dossier_and_lead() {
    let mut stage = without(&without(&led(), "bea"), "carl");
    let fact = asked(&stage, "otto");
    stage.play("sam", fact.clone());
    let request = &fact.request;
    let steps: [(Event, Act); 5] = [
        (fact.clone().into(), Act::RequestSuccession),
        (yes(request).into(), Act::NameLead),
        (no(request).into(), Act::RefuseSuccession),
        (withdrawn(request).into(), Act::RecallSuccession),
        (named(&stage, "otto").into(), Act::NameLead),
    ];
    for (step, act) in steps {
        let record = step.record(&stage.state);
        assert_eq!((record.act(), record.detail["officer"].as_str()), (Some(act), "otto"));
        assert_eq!(record.detail["dossier"], stage.dossier.as_str());
        assert_eq!(step.concerns(&stage.state), Concerns::Officer(&id("otto")));
        assert_eq!(step.parts(&stage.state, &stage.by("ada").context()), Ok(RequiredParts::none()));
        assert_eq!((step.keys(&id("otto")), step.under()), (Vec::new(), None));
    }
    let matter = &stage.state.assents[request].matter;
    assert_eq!((matter.kind(), matter.succession().is_some()), (AssentKind::Succession, true));
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
    let facts: [Event; 5] = [
        DossierChanged { dossier: dossier.clone(), status: DossierStatus::Closed }.into(),
        stage.member("bea").into(),
        MemberRemoved { dossier, officer }.into(),
        deputy(&stage, Some("bea")).into(),
        taken_over(&stage).into(),
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
        DossierCreated { deputy: Some(id("carl")), ..created(Some("bea")) }.into(),
        deputy(stage, Some("bea")).into(),
        taken_over(stage).into(),
        named(stage, "otto").into(),
        asked(stage, "otto").into(),
        DossierChanged { dossier: dossier.clone(), status: DossierStatus::Closed }.into(),
        stage.member("bea").into(),
        MemberRemoved { dossier: dossier.clone(), officer: id("bea") }.into(),
    ]
}

/// One dossier that fell to its deputy, and one that nobody leads.
pub fn played(stage: &mut Stage) {
    let [_, _, fallen, vacant] = names().dossiers.as_slice() else { panic!("four of them") };
    for (dossier, deputy) in [(fallen, Some(id("remi"))), (vacant, None)] {
        stage.play("rik", DossierCreated { dossier: dossier.clone(), deputy, ..created(Some("bea")) });
        stage.play("rik", MemberRemoved { dossier: dossier.clone(), officer: id("bea") });
    }
}

/// See `facts::at_random`.
pub const AT_RANDOM: &[AtRandom] = &[
    |draw| {
        let lead = (draw.choice[1] % 2 == 0).then(|| person(draw.choice[2]));
        let deputy = (draw.choice[3] % 2 == 0).then(|| person(draw.choice[4]));
        DossierCreated { dossier: draw.dossier, recipient: draw.recipient, lead, deputy, from: draw.from }.into()
    },
    |draw| {
        let deputy = (draw.choice[1] % 4 != 0).then(|| person(draw.choice[2]));
        DeputyNamed { dossier: draw.dossier, deputy }.into()
    },
    |draw| DossierTakenOver { dossier: draw.dossier }.into(),
    |draw| LeadNamed { dossier: draw.dossier, lead: person(draw.choice[1]) }.into(),
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

/// To lead is no need to know: who was on the list for a time that is over reads again only by the hand of another.
#[test]
fn a_deputy_whose_need_to_know_is_over_leads_and_does_not_read_by_that() {
    let mut stage = led();
    let until = |until: Option<chrono::NaiveDate>| MemberAdded {
        dossier: fresh(),
        officer: id("carl"),
        from: day(11, 1),
        until,
    };
    for (ends, reads) in [(None, true), (Some(day(11, 22)), true), (Some(day(11, 21)), false)] {
        let mut stage = stage.clone();
        stage.play("rik", MemberAdded { dossier: stage.dossier.clone(), ..until(ends) });
        let mut stage = without(&stage, "bea");
        stage.play("carl", taken_over(&stage));
        assert_eq!(in_charge(&stage), Some("carl"));
        assert_eq!(stage.state.is_member(&stage.dossier, &id("carl"), stage.now), reads, "{ends:?}");
        let later = stage.now + chrono::Duration::days(30);
        assert_eq!(stage.state.is_member(&stage.dossier, &id("carl"), later), reads, "{ends:?}");
    }
    // Whom two name is on the list.
    stage.play("rik", MemberAdded { dossier: stage.dossier.clone(), ..until(Some(day(11, 21))) });
    let mut stage = without(&without(&stage, "bea"), "rik");
    stage.state.dossiers.get_mut(&stage.dossier).expect("it is led").deputy = None;
    stage.play("sam", named(&stage, "carl"));
    assert!(stage.state.is_member(&stage.dossier, &id("carl"), stage.now));
}
