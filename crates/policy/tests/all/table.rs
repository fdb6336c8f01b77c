//! The decision table, for a person to read: a situation, and what it changes about who may do what.

use std::fmt::Write as _;

use chrono::NaiveDate;
use label::{Level, RELEASABLE_TO};
use policy::four_eyes::{Since, Word};
use policy::{
    AccountStatus, ApprovalFacts, ClearanceStatus, Consent, DossierStatus, Marked, MembershipFacts, Motive, ReasonCode,
    Role, Sources, Stage, SystemFacts,
};

use crate::date;
use crate::situation::{Doing, GROUP, HANDLING, Situation, TODAY, TOMORROW, YESTERDAY, builtin, name, tags};

type Row = (&'static str, fn(&mut Situation));

const OFFICER: &[Row] = &[
    ("nothing is changed", |_| {}),
    ("the account is disabled", |s| s.officer.status = AccountStatus::Disabled),
    ("the officer is only a reader", |s| s.officer.roles = [Role::Reader].into()),
    ("the officer has every role but release authority, and no papers", |s| {
        s.officer.roles = Role::ALL.into_iter().filter(|role| *role != Role::ReleaseAuthority).collect();
        s.officer.clearances.clear();
        s.officer.briefings.clear();
        s.membership = None;
    }),
    ("no clearance", |s| s.officer.clearances.clear()),
    ("a clearance for NATO only", |s| s.clearance().policy = "NATO".into()),
    ("the clearance begins today", |s| s.clearance().from = TODAY),
    ("the clearance begins tomorrow", |s| s.clearance().from = TOMORROW),
    ("today is the clearance's last day", |s| s.clearance().until = TODAY),
    ("yesterday was the clearance's last day", |s| s.clearance().until = YESTERDAY),
    ("the clearance is suspended", |s| s.clearance().status = ClearanceStatus::Suspended),
    ("the clearance is withdrawn", |s| s.clearance().status = ClearanceStatus::Withdrawn),
    ("the clearance is one level too low", |s| s.clearance().level = name(&s.policy, Level::Confidential)),
    ("the clearance is one level higher", |s| s.clearance().level = name(&s.policy, Level::TopSecret)),
    ("the level by one clearance, the category by another", |s| {
        let mut other = s.clearance().clone();
        s.clearance().categories.clear();
        other.level = name(&s.policy, Level::Confidential);
        s.officer.clearances.push(other);
    }),
    ("an expired clearance and its renewal", |s| {
        let renewal = s.clearance().clone();
        s.clearance().until = YESTERDAY;
        s.officer.clearances.push(renewal);
    }),
    ("no briefing", |s| s.officer.briefings.clear()),
    ("a briefing for EU only", |s| s.briefing().policy = "EU".into()),
    ("the briefing is one level too low", |s| s.briefing().level = name(&s.policy, Level::Confidential)),
    ("briefed today", |s| s.briefing().date = TODAY),
    ("briefed tomorrow", |s| s.briefing().date = TOMORROW),
    ("a French officer", |s| s.officer.nationality = "FRA".into()),
    ("a Dutch officer", |s| s.officer.nationality = "NLD".into()),
    ("not on the list of the dossier", |s| s.membership = None),
    ("on the list from tomorrow", |s| s.membership = Some(MembershipFacts { from: TOMORROW, until: None })),
    ("on the list until today", |s| s.membership = Some(MembershipFacts { from: TODAY, until: Some(TODAY) })),
    ("on the list until yesterday", |s| {
        s.membership = Some(MembershipFacts { from: date(2025, 1, 1), until: Some(YESTERDAY) });
    }),
];

const DOCUMENT: &[Row] = &[
    ("RESTREINT, no clearance", |s| {
        s.classify(Level::Restricted);
        s.access.restrictive.clear();
        s.officer.clearances.clear();
    }),
    ("RESTREINT, no clearance, no briefing", |s| {
        s.classify(Level::Restricted);
        s.access.restrictive.clear();
        s.officer.clearances.clear();
        s.officer.briefings.clear();
    }),
    ("RESTREINT, no clearance, no need-to-know", |s| {
        s.classify(Level::Restricted);
        s.access.restrictive.clear();
        s.officer.clearances.clear();
        s.membership = None;
    }),
    ("RESTREINT with a category, no clearance", |s| {
        s.classify(Level::Restricted);
        s.officer.clearances.clear();
    }),
    ("RESTREINT with a category that a low clearance holds", |s| {
        s.classify(Level::Restricted);
        s.clearance().level = name(&s.policy, Level::Confidential);
    }),
    ("unclassified, neither clearance nor briefing", |s| {
        s.classify(Level::Unclassified);
        s.access.restrictive.clear();
        s.officer.clearances.clear();
        s.officer.briefings.clear();
    }),
    ("unclassified, no need-to-know", |s| {
        s.classify(Level::Unclassified);
        s.access.restrictive.clear();
        s.membership = None;
    }),
    ("TRÈS SECRET", |s| s.classify(Level::TopSecret)),
    ("one category of two is held", |s| {
        s.access.restrictive = tags(&[(HANDLING, &["SOURCE", "ATOMAL"])]);
    }),
    ("a restrictive tag without values, no category held", |s| {
        s.access.restrictive = tags(&[(HANDLING, &[])]);
        s.clearance().categories.clear();
    }),
    ("a group, and the clearance names none", |s| s.access.permissive.extend(tags(&[(GROUP, &["TEAM"])]))),
    ("a group of two, and the clearance names one", |s| {
        s.access.permissive.extend(tags(&[(GROUP, &["TEAM", "OTHER"])]));
        s.clearance().categories.extend(tags(&[(GROUP, &["TEAM"])]));
    }),
    ("a group that is the officer's nation", |s| s.access.permissive.extend(tags(&[(GROUP, &["BEL", "TEAM"])]))),
    ("a group that is a community of the officer's nation", |s| {
        s.access.permissive.extend(tags(&[(GROUP, &["NATO"])]));
    }),
    ("a group with nobody in it", |s| s.access.permissive.extend(tags(&[(GROUP, &[])]))),
    ("no releasability, a Belgian officer", |s| drop(s.access.permissive.remove(RELEASABLE_TO))),
    ("no releasability, a French officer", |s| {
        s.access.permissive.remove(RELEASABLE_TO);
        s.officer.nationality = "FRA".into();
    }),
    ("releasable to nobody", |s| s.releasable_to(&[])),
    ("releasable to words that nobody knows", |s| s.releasable_to(&["ATLANTIS"])),
    ("releasable to EU, a French officer", |s| {
        s.releasable_to(&["EU"]);
        s.officer.nationality = "FRA".into();
    }),
    ("releasable to EU, a British officer", |s| {
        s.releasable_to(&["EU"]);
        s.officer.nationality = "GBR".into();
    }),
    ("releasable to EU, a British officer, in 2019", |s| {
        s.at = "2019-06-15T12:00:00Z".parse().expect("an instant");
        s.releasable_to(&["EU"]);
        s.officer.nationality = "GBR".into();
        s.clearance().from = date(2018, 1, 1);
        s.briefing().date = date(2018, 1, 1);
        s.membership = Some(MembershipFacts { from: date(2018, 1, 1), until: None });
        s.consent.as_mut().expect("the situation has a consent").from = date(2018, 1, 1);
    }),
    ("NATO SECRET, papers for BEL only", |s| another_policy(s, "NATO")),
    ("NATO SECRET, papers for NATO", |s| {
        another_policy(s, "NATO");
        papers(s);
    }),
    ("NATO SECRET without releasability, papers for NATO, a Swiss officer", |s| {
        another_policy(s, "NATO");
        papers(s);
        s.access.permissive.clear();
        s.officer.nationality = "CHE".into();
    }),
    ("NATO SECRET without releasability, papers for NATO, a Turkish partner", |s| {
        another_policy(s, "NATO");
        papers(s);
        s.access.permissive.clear();
        s.partner.nation = "TUR".into();
    }),
    ("EU SECRET without releasability, papers for EU", |s| {
        another_policy(s, "EU");
        papers(s);
        s.access.permissive.clear();
    }),
    ("a policy that nobody knows", |s| s.access.policy = "UTOPIA".into()),
    ("a classification that the policy does not know", |s| s.access.classification = "ULTRA".into()),
];

const SYSTEM: &[Row] = &[
    ("an exercise vault", |s| s.system = SystemFacts { approval: None }),
    ("approved up to CONFIDENTIEL", |s| approve(s, Level::Confidential, TOMORROW)),
    ("today is the approval's last day", |s| approve(s, Level::Secret, TODAY)),
    ("yesterday was the approval's last day", |s| approve(s, Level::Secret, YESTERDAY)),
    ("yesterday was the approval's last day, unclassified", |s| {
        approve(s, Level::Secret, YESTERDAY);
        s.classify(Level::Unclassified);
    }),
    ("the dossier is closed", |s| s.dossier = DossierStatus::Closed),
];

const FILING: &[Row] = &[
    ("topics that call for SECRET", |s| s.floor = Some(Level::Secret)),
    ("topics that call for SECRET and SOURCE", |s| topics(s, Level::Secret, &["SOURCE"])),
    ("topics that call for TRÈS SECRET", |s| s.floor = Some(Level::TopSecret)),
    ("topics that call for TRÈS SECRET, with a motive", |s| {
        s.floor = Some(Level::TopSecret);
        s.why_lower = Motive::Given;
    }),
    ("topics that call for SECRET, CRYPTO and ATOMAL", |s| topics(s, Level::Secret, &["CRYPTO", "ATOMAL", "SOURCE"])),
    ("topics that call for TRÈS SECRET and CRYPTO", |s| topics(s, Level::TopSecret, &["CRYPTO"])),
    ("topics that call for TRÈS SECRET and CRYPTO, with a motive", |s| {
        topics(s, Level::TopSecret, &["CRYPTO"]);
        s.why_lower = Motive::Given;
    }),
    ("NATO SECRET, topics that call for SECRET", |s| {
        another_policy(s, "NATO");
        papers(s);
        s.floor = Some(Level::Secret);
    }),
    ("topics that call for nothing, unclassified", |s| {
        s.classify(Level::Unclassified);
        s.access.restrictive.clear();
        s.floor = Some(Level::Unclassified);
    }),
    ("made from others, as high as they are", |s| s.sources = Sources::Kept),
    ("made from others, lower", |s| s.sources = Sources::Below),
    ("made from others, lower, with a motive", |s| (s.sources, s.why_lower) = (Sources::Below, Motive::Given)),
    ("made from what is foreign or ORCON, lower", |s| s.sources = Sources::BelowOthers),
    ("made from what is foreign or ORCON, lower, with a motive", |s| {
        (s.sources, s.why_lower) = (Sources::BelowOthers, Motive::Given);
    }),
    ("below the guide and below what it is made from, above the approval, the dossier closed", |s| {
        topics(s, Level::TopSecret, &["CRYPTO"]);
        s.sources = Sources::BelowOthers;
        approve(s, Level::Confidential, TOMORROW);
        s.dossier = DossierStatus::Closed;
    }),
];

fn topics(s: &mut Situation, floor: Level, categories: &[&str]) {
    s.floor = Some(floor);
    s.called_for = categories.iter().map(|category| (*category).to_owned()).collect();
}

const RELEASE: &[Row] = &[
    ("the officer asked for it", |s| s.requester = s.officer.id.clone()),
    ("the officer asked for it, CONFIDENTIEL", |s| {
        s.requester = s.officer.id.clone();
        s.classify(Level::Confidential);
    }),
    ("the officer and who asked for it are on the word of one person", |s| s.word = Word::OfOne),
    ("the officer and who asked for it are on the word of one person, CONFIDENTIEL", |s| {
        s.word = Word::OfOne;
        s.classify(Level::Confidential);
    }),
    ("nobody has approved it", |s| s.approved_by = None),
    ("who asked for it approved it", |s| s.approved_by = Some(s.requester.clone())),
    ("who asked for it approved it, CONFIDENTIEL", |s| {
        s.approved_by = Some(s.requester.clone());
        s.classify(Level::Confidential);
    }),
    ("the partner's keys are not confirmed", |s| s.partner.confirmed = false),
    ("no agreement", |s| s.partner.agreement = None),
    ("an agreement without term", |s| s.partner.agreement = Some(("A".into(), None))),
    ("an agreement until today", |s| s.partner.agreement = Some(("A".into(), Some(TODAY)))),
    ("an agreement until yesterday", |s| s.partner.agreement = Some(("A".into(), Some(YESTERDAY)))),
    ("the partner's ceiling is one level too low", |s| s.partner.ceiling = Level::Confidential),
    ("the agreement covers no category", |s| s.partner.categories.clear()),
    ("the agreement covers one category of two", |s| {
        s.access.restrictive = tags(&[(HANDLING, &["SOURCE", "CRYPTO"])]);
    }),
    ("the agreement covers no category, and none is asked", |s| {
        s.partner.categories.clear();
        s.access.restrictive.clear();
    }),
    ("no releasability: a foreign partner", |s| drop(s.access.permissive.remove(RELEASABLE_TO))),
    ("no releasability: a Belgian partner", |s| {
        s.access.permissive.remove(RELEASABLE_TO);
        s.partner.nation = "BEL".into();
    }),
    ("releasable to BEL and NATO: the French partner", |s| s.releasable_to(&["BEL", "NATO"])),
    ("releasable to BEL and NATO: a Swiss partner", |s| {
        s.releasable_to(&["BEL", "NATO"]);
        s.partner.nation = "CHE".into();
        s.partner.communities = ["CTG".into()].into();
    }),
    ("releasable to BEL and NATO: a Swiss partner registered as of NATO", |s| {
        s.releasable_to(&["BEL", "NATO"]);
        s.partner.nation = "CHE".into();
        s.partner.communities = ["NATO".into()].into();
    }),
    ("releasable to BEL and CTG: a Swiss partner", |s| {
        s.releasable_to(&["BEL", "CTG"]);
        s.partner.nation = "CHE".into();
    }),
    ("releasable to a group outside the table: a partner registered with it", |s| {
        s.releasable_to(&["BEL", "CLUB"]);
        s.partner.communities = ["CLUB".into()].into();
    }),
    ("releasable to a group outside the table: a partner not registered with it", |s| {
        s.releasable_to(&["BEL", "CLUB"]);
    }),
    ("marked otherwise since it was asked for", |s| s.marked = Marked::Otherwise),
    ("with another version since it was asked for", |s| s.marked = Marked::NewVersion),
    ("in another dossier since it was asked for", |s| s.marked = Marked::Elsewhere),
    ("the partner was changed since it was asked for", |s| s.partner_since = Since::Changed),
    ("ORCON, no consent", |s| s.consent = None),
    ("foreign information, no consent", |s| {
        (s.orcon, s.foreign) = (false, true);
        s.consent = None;
    }),
    ("neither ORCON nor foreign, no consent", |s| {
        (s.orcon, s.foreign) = (false, false);
        s.consent = None;
    }),
    ("consent from tomorrow", |s| s.consent = consent(Some(TOMORROW))),
    ("consent until yesterday", |s| s.consent.as_mut().expect("the situation has a consent").until = Some(YESTERDAY)),
    ("consent for today, without term", |s| s.consent = consent(Some(TODAY))),
    ("all wrong with partner and consent, to an officer who may open", |s| all_wrong(s)),
    ("all wrong with partner and consent, to an officer without need-to-know", |s| {
        all_wrong(s);
        s.membership = None;
    }),
];

fn all_wrong(s: &mut Situation) {
    s.requester = s.officer.id.clone();
    s.approved_by = None;
    s.partner.categories.clear();
    s.partner.confirmed = false;
    s.partner.agreement = None;
    s.partner.ceiling = Level::Unclassified;
    s.partner.nation = "USA".into();
    s.consent = None;
}

fn consent(from: Option<NaiveDate>) -> Option<Consent> {
    from.map(|from| Consent { authority: "VSSE".into(), reference: "1".into(), from, until: None })
}

fn approve(s: &mut Situation, ceiling: Level, until: NaiveDate) {
    s.system.approval = Some(ApprovalFacts { ceiling, until });
}

fn another_policy(s: &mut Situation, to: &str) {
    s.policy = builtin(to);
    s.access.policy = s.policy.name().into();
    s.classify(Level::Secret);
}

/// Papers of the document's policy, for SECRET.
fn papers(s: &mut Situation) {
    let (policy, level) = (s.policy.name().to_owned(), name(&s.policy, Level::Secret));
    (s.clearance().policy, s.clearance().level) = (policy.clone(), level.clone());
    (s.briefing().policy, s.briefing().level) = (policy, level);
}

fn table(rows: &[Row]) -> String {
    let mut table = String::new();
    for (what, change) in rows {
        let situation = Situation::new().with(change);
        let mut outcomes: Vec<(String, Vec<&str>)> = Vec::new();
        for doing in Doing::ALL {
            let codes: Vec<&str> = situation.codes(doing).iter().map(|code| code.as_str()).collect();
            let outcome = if codes.is_empty() { "permitted".to_owned() } else { codes.join(", ") };
            match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
                Some((_, doings)) => doings.push(doing.name()),
                None => outcomes.push((outcome, vec![doing.name()])),
            }
        }
        writeln!(table, "{what}").expect("a string takes everything");
        for (outcome, doings) in outcomes {
            let doings = if doings.len() == Doing::ALL.len() { "all".to_owned() } else { doings.join(", ") };
            writeln!(table, "    {doings:<42} {outcome}").expect("a string takes everything");
        }
    }
    table
}

#[test]
fn what_the_guide_and_the_sources_change() {
    insta::assert_snapshot!("filing", table(FILING));
}

#[test]
fn what_the_officer_changes() {
    insta::assert_snapshot!("officer", table(OFFICER));
}

#[test]
fn what_the_document_changes() {
    insta::assert_snapshot!("document", table(DOCUMENT));
}

#[test]
fn what_the_system_changes() {
    insta::assert_snapshot!("system", table(SYSTEM));
}

#[test]
fn what_partner_and_consent_change() {
    insta::assert_snapshot!("release", table(RELEASE));
}

/// Days are days of UTC: a clearance whose last day is the 15th ends with it.
#[test]
fn a_last_day_lasts_until_midnight_of_utc() {
    let situation = Situation::new().with(|s| s.clearance().until = TODAY);
    let at = |at: &str| situation.clone().with(|s| s.at = at.parse().expect("an instant")).permits(Doing::Open);
    assert!(at("2026-06-15T23:59:59.999Z"));
    assert!(!at("2026-06-16T00:00:00Z"));
}

#[test]
fn an_exercise_vault_has_no_ceiling() {
    let situation = Situation::new().with(|s| {
        s.system.approval = None;
        s.classify(Level::TopSecret);
        s.clearance().level = name(&s.policy, Level::TopSecret);
        s.briefing().level = name(&s.policy, Level::TopSecret);
    });
    assert!(situation.permits(Doing::Open));
    assert!(situation.permits(Doing::File));
}

#[test]
fn from_secret_up_the_approver_is_another_person() {
    for level in Level::ALL {
        let situation = Situation::new().with(|s| {
            s.system.approval = None;
            s.classify(level);
            s.clearance().level = name(&s.policy, Level::TopSecret);
            s.briefing().level = name(&s.policy, Level::TopSecret);
            s.partner.ceiling = Level::TopSecret;
            s.requester = s.officer.id.clone();
        });
        assert_eq!(situation.permits(Doing::Release(Stage::Approve)), level < Level::Secret, "{level}");
        assert!(situation.permits(Doing::Release(Stage::Request)), "{level}");
        assert!(situation.permits(Doing::Release(Stage::Write)), "{level}");
        let approved_by_oneself = situation.clone().with(|s| s.approved_by = Some(s.requester.clone()));
        assert_eq!(approved_by_oneself.permits(Doing::Release(Stage::Write)), level < Level::Secret, "{level}");
    }
}

#[test]
fn a_permit_says_who_may_do_what_and_when_it_was_decided() {
    let situation = Situation::new();
    let permit = policy::decide::<policy::Open>(&situation.open_facts(), situation.at).expect("nothing speaks against");
    assert_eq!((permit.officer(), permit.action(), permit.at()), ("anna", "open", situation.at));
    assert_eq!(format!("{permit:?}"), "Permit(open to anna at 2026-06-15T12:00:00Z)");
}

/// Two of a policy's classifications may be equivalent to the same Belgian level: its own order counts as well.
#[test]
fn a_clearance_below_the_classification_does_not_reach_it_though_the_level_is_the_same() {
    let spif = include_str!("../../../../policies/eu.spif.xml");
    let start = spif.find(r#"    <securityClassification name="SECRET UE"#).expect("the policy has SECRET");
    let end = spif.find(r#"    <securityClassification name="TRÈS SECRET UE"#).expect("the policy has TRÈS SECRET");
    let secret = &spif[start..end];
    let finer =
        secret.replace(r#""SECRET UE/EU SECRET" lacv="4" hierarchy="4""#, r#""SECRET PLUS" lacv="44" hierarchy="44""#);
    let rest = spif[end..].replace(r#"hierarchy="5""#, r#"hierarchy="55""#);
    let policy = label::Policy::parse([&spif[..end], &finer, &rest].concat().as_bytes()).expect("a policy");
    assert_eq!(policy.level("SECRET PLUS"), Some(Level::Secret));
    let situation = Situation::new().with(|s| {
        s.policy = policy;
        s.access.policy = s.policy.name().into();
        s.access.classification = "SECRET PLUS".into();
        papers(s);
    });
    assert_eq!(situation.codes(Doing::Open), [ReasonCode::ClearanceLevel, ReasonCode::BriefingLevel]);
    let reaching = situation.with(|s| {
        s.clearance().level = "SECRET PLUS".into();
        s.briefing().level = name(&s.policy, Level::TopSecret);
    });
    assert!(reaching.permits(Doing::Open));
}
