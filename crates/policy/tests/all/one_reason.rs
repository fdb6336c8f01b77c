//! For each reason one situation that has only this one against it: take the rule away, and a test fails.

use label::{Level, RELEASABLE_TO};
use policy::four_eyes::{Since, Word};
use policy::{
    AccountStatus, ActsFor, ApprovalFacts, AuthorisationFacts, ClearanceStatus, DossierStatus, Function, Marked,
    MembershipFacts, Motive, ReasonCode, Role, Rule, Sources, Stage,
};

use crate::situation::{Doing, GROUP, HANDLING, Situation, TODAY, TOMORROW, YESTERDAY, builtin, name, tags};

fn outside(authorised: Option<(&str, chrono::NaiveDate)>) -> Function {
    let facts = |(policy, until): (&str, _)| AuthorisationFacts { policies: [policy.to_owned()].into(), until };
    Function::Outside { authorised: authorised.map(facts) }
}

#[test]
fn outside_the_function_what_is_authorised_is_open_to_its_last_day_and_no_higher() {
    let with = |level: Level, function: Function| {
        let situation = Situation::new().with(|s| {
            s.classify(level);
            s.officer.function = function.clone();
        });
        situation.examine(Doing::Open).permitted
    };
    for level in [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret] {
        assert!(with(level, Function::Within), "{level}");
        assert_eq!(with(level, outside(None)), level == Level::Unclassified, "{level}");
        assert_eq!(with(level, outside(Some(("BEL", TODAY)))), level <= Level::Restricted, "{level}");
    }
}

/// What to change so that nothing but `code` speaks against it, and what is done then.
fn only(code: ReasonCode) -> (Doing, fn(&mut Situation)) {
    const APPROVE: Doing = Doing::Release(Stage::Approve);
    match code {
        ReasonCode::AccountDisabled => (Doing::File, |s| s.officer.status = AccountStatus::Disabled),
        ReasonCode::AccountFrozen => (Doing::File, |s| s.officer.status = AccountStatus::Frozen),
        ReasonCode::ClearanceMissing => (Doing::Open, |s| {
            s.access.restrictive.clear();
            s.officer.clearances.clear();
        }),
        ReasonCode::ClearanceWithdrawn => (Doing::Open, |s| s.clearance().status = ClearanceStatus::Withdrawn),
        ReasonCode::ClearanceSuspended => (Doing::Open, |s| s.clearance().status = ClearanceStatus::Suspended),
        ReasonCode::ClearanceNotYetValid => (Doing::Open, |s| s.clearance().from = TOMORROW),
        ReasonCode::ClearanceExpired => (Doing::Open, |s| s.clearance().until = YESTERDAY),
        ReasonCode::ClearanceLevel => (Doing::Open, |s| s.clearance().level = name(&s.policy, Level::Confidential)),
        ReasonCode::CategoryMissing => {
            (Doing::Open, |s| s.clearance().categories = tags(&[(HANDLING, &["CRYPTO"]), (GROUP, &["SOURCE"])]))
        }
        ReasonCode::GroupMissing => {
            (Doing::Open, |s| s.access.permissive.extend(tags(&[(GROUP, &["TEAM ONE", "TEAM TWO"])])))
        }
        ReasonCode::BriefingMissing => (Doing::Open, |s| s.officer.briefings.clear()),
        ReasonCode::BriefingNotYetGiven => (Doing::Open, |s| s.briefing().date = TOMORROW),
        ReasonCode::BriefingLevel => (Doing::Open, |s| s.briefing().level = name(&s.policy, Level::Confidential)),
        ReasonCode::OutsideFunction => (Doing::Open, |s| s.officer.function = outside(None)),
        ReasonCode::AuthorisationMissing => (Doing::Open, |s| {
            s.classify(Level::Restricted);
            s.officer.function = outside(Some(("NATO", TOMORROW)));
        }),
        ReasonCode::AuthorisationExpired => (Doing::Open, |s| {
            s.classify(Level::Restricted);
            s.officer.function = outside(Some(("BEL", YESTERDAY)));
        }),
        ReasonCode::NationalityExcluded => (Doing::Open, |s| s.officer.nationality = "NLD".into()),
        ReasonCode::NeedToKnowMissing => (Doing::Open, |s| s.membership = None),
        ReasonCode::ApprovalExpired => {
            (Doing::File, |s| s.system.approval = Some(ApprovalFacts { ceiling: Level::Secret, until: YESTERDAY }))
        }
        ReasonCode::ApprovalCeiling => {
            (Doing::File, |s| s.system.approval = Some(ApprovalFacts { ceiling: Level::Confidential, until: TODAY }))
        }
        ReasonCode::DossierClosed => (Doing::File, |s| s.dossier = DossierStatus::Closed),
        ReasonCode::ReleaseAuthorityRequired => (APPROVE, |s| {
            s.officer.roles = Role::ALL.into_iter().filter(|role| *role != Role::ReleaseAuthority).collect();
        }),
        ReasonCode::OwnRequest => (APPROVE, |s| s.requester = s.officer.id.clone()),
        ReasonCode::OneWord => (APPROVE, |s| s.word = Word::OfOne),
        ReasonCode::NotApproved => (Doing::Release(Stage::Write), |s| s.approved_by = None),
        ReasonCode::PartnerUnconfirmed => (APPROVE, |s| s.partner.confirmed = false),
        ReasonCode::PartnerChanged => (APPROVE, |s| s.partner_since = Since::Changed),
        ReasonCode::AgreementMissing => (APPROVE, |s| s.partner.agreement = None),
        ReasonCode::AgreementExpired => (APPROVE, |s| s.partner.agreement = Some(("old".into(), Some(YESTERDAY)))),
        ReasonCode::PartnerCeiling => (APPROVE, |s| s.partner.ceiling = Level::Confidential),
        ReasonCode::PartnerCategoryMissing => {
            (APPROVE, |s| s.partner.categories = tags(&[(HANDLING, &["CRYPTO"]), (GROUP, &["SOURCE"])]))
        }
        ReasonCode::PartnerExcluded => (APPROVE, |s| s.partner.nation = "NLD".into()),
        ReasonCode::MarkingChanged => (APPROVE, |s| s.marked = Marked::Otherwise),
        ReasonCode::VersionChanged => (APPROVE, |s| s.marked = Marked::NewVersion),
        ReasonCode::WordsChanged => (APPROVE, |s| s.marked = Marked::OtherWords),
        ReasonCode::DossierChanged => (APPROVE, |s| s.marked = Marked::Elsewhere),
        ReasonCode::ConsentMissing => (APPROVE, |s| s.consent = None),
        ReasonCode::ConsentNotYetValid => {
            (APPROVE, |s| s.consent.as_mut().expect("the situation has a consent").from = TOMORROW)
        }
        ReasonCode::ConsentExpired => {
            (APPROVE, |s| s.consent.as_mut().expect("the situation has a consent").until = Some(YESTERDAY))
        }
        ReasonCode::NotOriginatingAuthority => {
            (Doing::Reclassify, |s| (s.acts_for, s.consent) = (ActsFor::Nobody, None))
        }
        ReasonCode::NewLevelCeiling => (Doing::Reclassify, |s| s.remark(Level::TopSecret)),
        ReasonCode::NothingToMaintain => (Doing::Reclassify, |s| {
            s.to = None;
            s.classify(Level::Restricted);
        }),
        ReasonCode::InterestMissing => (Doing::Reclassify, |s| s.interest = None),
        ReasonCode::MotiveMissing => (Doing::Reclassify, |s| s.motive = Motive::None),
        ReasonCode::BelowGuide => (Doing::File, |s| s.floor = Some(Level::TopSecret)),
        ReasonCode::BelowGuideCategory => (Doing::File, |s| s.called_for = ["CRYPTO".into()].into()),
        ReasonCode::BelowSources => (Doing::File, |s| s.sources = Sources::Below),
        ReasonCode::SourcesConsent => {
            (Doing::File, |s| (s.sources, s.why_lower) = (Sources::BelowOthers, Motive::Given))
        }
        ReasonCode::PrinterNotListed => (Doing::Print, |s| s.printer = None),
        ReasonCode::PrinterCeiling => (Doing::Print, |s| s.printer = Some(Level::Confidential)),
        ReasonCode::Undecidable => (Doing::File, |s| s.access.classification = "ULTRA".into()),
    }
}

#[test]
fn nothing_speaks_against_the_situation_from_which_all_start() {
    for doing in Doing::ALL {
        let examination = Situation::new().examine(doing);
        assert_eq!(examination.failed, [], "{doing:?}");
        assert_eq!(examination.satisfied, doing.rules(), "{doing:?}");
    }
}

#[test]
fn each_reason_alone_is_enough_to_deny() {
    for code in ReasonCode::ALL {
        let (doing, change) = only(*code);
        let situation = Situation::new().with(change);
        assert_eq!(situation.codes(doing), [*code], "{doing:?}");
    }
}

/// The rule that failed is missing from what held, and nothing else is; but for the rules that could not be applied, and
/// for those that are not spoken of.
#[test]
fn what_held_is_all_but_what_failed() {
    for code in ReasonCode::ALL {
        let (doing, change) = only(*code);
        let examination = Situation::new().with(change).examine(doing);
        let expected: Vec<Rule> = doing
            .rules()
            .iter()
            .copied()
            .filter(|rule| {
                *rule != code.rule()
                    && !(*code == ReasonCode::Undecidable && [Rule::Approval, Rule::Guide].contains(rule))
            })
            .collect();
        assert_eq!(examination.satisfied, expected, "{code}");
    }
}

#[test]
fn what_denies_opening_denies_key_release_change_of_marking_and_printing_alike() {
    for code in ReasonCode::ALL {
        let (doing, change) = only(*code);
        if doing == Doing::Open {
            let situation = Situation::new().with(change);
            for doing in [
                Doing::Deliver,
                Doing::Release(Stage::Request),
                Doing::Release(Stage::Write),
                Doing::Reclassify,
                Doing::Print,
            ] {
                assert_eq!(situation.codes(doing), [*code], "{doing:?}");
            }
            assert!(situation.permits(Doing::File), "{code}: writing up asks for no right to read");
        }
    }
}

#[test]
fn every_failing_rule_is_reported_in_the_fixed_order() {
    let all_wrong = Situation::new().with(|s| {
        s.officer.status = AccountStatus::Disabled;
        s.officer.nationality = "NLD".into();
        s.officer.roles.clear();
        s.officer.briefings.clear();
        s.clearance().status = ClearanceStatus::Suspended;
        s.clearance().until = YESTERDAY;
        s.clearance().level = name(&s.policy, Level::Restricted);
        s.clearance().categories.clear();
        s.access.permissive.extend(tags(&[(GROUP, &["TEAM ONE"])]));
        s.membership = Some(MembershipFacts { from: TOMORROW, until: None });
        s.system.approval = Some(ApprovalFacts { ceiling: Level::Restricted, until: YESTERDAY });
        s.partner.confirmed = false;
        s.partner.agreement = None;
    });
    assert_eq!(
        all_wrong.codes(Doing::Release(Stage::Approve)),
        [
            ReasonCode::AccountDisabled,
            ReasonCode::ClearanceSuspended,
            ReasonCode::ClearanceExpired,
            ReasonCode::ClearanceLevel,
            ReasonCode::CategoryMissing,
            ReasonCode::GroupMissing,
            ReasonCode::BriefingMissing,
            ReasonCode::NationalityExcluded,
            ReasonCode::NeedToKnowMissing,
            ReasonCode::ApprovalExpired,
            ReasonCode::ApprovalCeiling,
            ReasonCode::ReleaseAuthorityRequired,
            ReasonCode::PartnerUnconfirmed,
            ReasonCode::AgreementMissing,
        ]
    );
}

#[test]
fn what_a_release_adds_is_reported_in_full_to_an_officer_who_may_open() {
    let situation = Situation::new().with(|s| {
        s.requester = s.officer.id.clone();
        s.partner.nation = "USA".into();
        s.partner.ceiling = Level::Restricted;
        s.consent = None;
    });
    assert_eq!(
        situation.codes(Doing::Release(Stage::Approve)),
        [ReasonCode::OwnRequest, ReasonCode::PartnerCeiling, ReasonCode::PartnerExcluded, ReasonCode::ConsentMissing]
    );
}

#[test]
fn all_clearances_of_a_frozen_account_count_as_suspended() {
    let situation = Situation::new().with(|s| s.officer.status = AccountStatus::Frozen);
    let codes = [ReasonCode::AccountFrozen, ReasonCode::ClearanceSuspended];
    for doing in [Doing::Open, Doing::Deliver, Doing::Release(Stage::Request), Doing::Reclassify] {
        assert_eq!(situation.codes(doing), codes, "{doing:?}");
    }
    let withdrawn = situation.with(|s| s.clearance().status = ClearanceStatus::Withdrawn);
    assert_eq!(withdrawn.codes(Doing::Open), [ReasonCode::AccountFrozen, ReasonCode::ClearanceWithdrawn]);
}

type Error = (&'static str, fn(&mut Situation));

/// What cannot be read or placed denies, whatever else holds.
#[test]
fn any_error_denies() {
    let errors: [Error; 7] = [
        ("a policy that is not the label's", |s| s.policy = builtin("NATO")),
        ("a label of a policy that nobody knows", |s| s.access.policy = "UTOPIA".into()),
        ("a name that differs in case", |s| s.access.policy = s.access.policy.to_lowercase()),
        ("a clearance in force of an unknown level", |s| s.clearance().level = "ULTRA".into()),
        ("a second clearance in force of an unknown level", |s| {
            let mut other = s.clearance().clone();
            other.level = "ULTRA".into();
            s.officer.clearances.push(other);
        }),
        ("a briefing for an unknown level", |s| s.briefing().level = "ULTRA".into()),
        ("no audience and a policy whose own nations are unknown", |s| {
            s.access.permissive.remove(RELEASABLE_TO);
            s.communities = label::Communities::parse("").unwrap_or_default();
        }),
    ];
    for (what, change) in errors {
        let codes = Situation::new().with(change).codes(Doing::Open);
        assert_eq!(codes.last(), Some(&ReasonCode::Undecidable), "{what}: {codes:?}");
    }
}

#[test]
fn a_clearance_out_of_force_may_name_what_the_policy_has_given_up() {
    let situation = Situation::new().with(|s| {
        let mut old = s.clearance().clone();
        old.level = "ULTRA".into();
        old.until = YESTERDAY;
        s.officer.clearances.insert(0, old);
    });
    assert!(situation.permits(Doing::Open));
}
