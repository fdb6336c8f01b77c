//! What a denial does not tell.

use label::{Level, RELEASABLE_TO};
use policy::{AccountStatus, ApprovalFacts, Marked, MembershipFacts, Reason, ReasonCode, Rule, Stage};
use proptest::prelude::*;

use crate::random;
use crate::situation::{Doing, GROUP, HANDLING, Situation, TOMORROW, YESTERDAY, name, tags};

const REQUEST: Doing = Doing::Release(Stage::Request);

#[track_caller]
fn told_alike(one: &Situation, other: &Situation) {
    for doing in [Doing::Open, Doing::Deliver, REQUEST, Doing::Reclassify, Doing::Print] {
        assert!(!one.permits(doing), "nothing is to be hidden from who is permitted");
        assert_eq!(one.examine(doing), other.examine(doing), "{doing:?}");
    }
}

#[test]
fn how_far_above_the_clearance_is_not_told() {
    let low = Situation::new().with(|s| {
        s.clearance().level = name(&s.policy, Level::Confidential);
        s.briefing().level = name(&s.policy, Level::Confidential);
        s.system.approval = None;
    });
    told_alike(&low, &low.clone().with(|s| s.classify(Level::TopSecret)));
}

#[test]
fn which_and_how_many_categories_are_missing_is_not_told() {
    let bare = Situation::new().with(|s| s.clearance().categories.clear());
    let caveats = [(HANDLING, ["ATOMAL", "CRYPTO"].as_slice()), ("Other", &["X"])];
    told_alike(&bare, &bare.clone().with(|s| s.access.restrictive = tags(&caveats)));
    let grouped = Situation::new().with(|s| s.access.permissive.extend(tags(&[(GROUP, &["ONE"])])));
    told_alike(&grouped, &grouped.clone().with(|s| s.access.permissive.extend(tags(&[(GROUP, &["TWO", "SIX"])]))));
}

#[test]
fn who_is_in_the_audience_is_not_told_to_anyone_outside_it() {
    let excluded = Situation::new().with(|s| s.officer.nationality = "NLD".into());
    for words in [&["FRA", "USA"][..], &["BEL"], &[]] {
        told_alike(&excluded, &excluded.clone().with(|s| s.releasable_to(words)));
    }
    told_alike(&excluded, &excluded.clone().with(|s| drop(s.access.permissive.remove(RELEASABLE_TO))));
}

/// A day on which membership ended would tell an officer which of their former dossiers it is.
#[test]
fn never_a_member_and_no_longer_a_member_are_told_alike() {
    let stranger = Situation::new().with(|s| s.membership = None);
    for membership in
        [MembershipFacts { from: TOMORROW, until: None }, MembershipFacts { from: YESTERDAY, until: Some(YESTERDAY) }]
    {
        told_alike(&stranger, &stranger.clone().with(|s| s.membership = Some(membership)));
    }
}

/// Else a series of partners, ceilings and consents would spell out the document's audience, level and origin.
#[test]
fn a_release_tells_nothing_about_the_document_to_an_officer_who_may_not_open_it() {
    let stranger = Situation::new().with(|s| s.membership = None);
    let changes: [fn(&mut Situation); 11] = [
        |s| s.marked = Marked::Otherwise,
        |s| s.marked = Marked::NewVersion,
        |s| s.marked = Marked::Elsewhere,
        |s| s.partner.ceiling = Level::Unclassified,
        |s| s.partner.categories.clear(),
        |s| s.approved_by = Some(s.requester.clone()),
        |s| s.consent = None,
        |s| (s.orcon, s.foreign) = (false, true),
        |s| s.releasable_to(&["BEL"]),
        |s| s.releasable_to(&["BEL", "EU", "NATO"]),
        |s| s.requester = s.officer.id.clone(),
    ];
    for change in changes {
        let other = stranger.clone().with(change);
        for stage in [Stage::Request, Stage::Approve, Stage::Write] {
            let (one, other) = (stranger.examine(Doing::Release(stage)), other.examine(Doing::Release(stage)));
            assert_eq!(one, other);
        }
    }
}

/// What is taken from somebody who may, and the reason against that this gives.
type Against = (fn(&mut Situation), ReasonCode);

#[test]
fn a_refusal_asks_for_the_charge_and_another_request_and_nothing_of_partner_or_document() {
    let refuses = |s: &Situation| policy::examine::<policy::Refuse>(&s.release_facts(Stage::Approve), s.at);
    let hopeless = Situation::new().with(|s| {
        s.partner.confirmed = false;
        s.partner.agreement = None;
        s.partner.ceiling = Level::Unclassified;
        s.marked = Marked::Otherwise;
        s.consent = None;
    });
    assert!(!hopeless.permits(Doing::Release(Stage::Approve)));
    assert!(refuses(&hopeless).permitted, "what must not go out can be refused");
    let unreadable = Situation::new().with(|s| {
        s.membership = None;
        s.officer.clearances.clear();
        s.officer.briefings.clear();
        s.officer.nationality = "NLD".into();
        s.system.approval = Some(ApprovalFacts { ceiling: Level::Restricted, until: YESTERDAY });
    });
    assert!(!unreadable.permits(Doing::Open));
    assert!(refuses(&unreadable).permitted, "what one may not read can be refused");
    let denied: [Against; 3] = [
        (|s| s.officer.roles.clear(), ReasonCode::ReleaseAuthorityRequired),
        (|s| s.requester = s.officer.id.clone(), ReasonCode::OwnRequest),
        (|s| s.officer.status = AccountStatus::Disabled, ReasonCode::AccountDisabled),
    ];
    for (change, code) in denied {
        for readable in [true, false] {
            // At every level alike: else the answer would tell it.
            for level in [Level::Restricted, Level::Secret, Level::TopSecret] {
                let situation = if readable { Situation::new() } else { unreadable.clone() };
                let found = refuses(&situation.with(|s| s.classify(level)).with(change));
                let codes: Vec<ReasonCode> = found.failed.iter().map(|reason| reason.code).collect();
                assert_eq!((found.permitted, codes), (false, vec![code]), "{level}");
            }
        }
    }
}

/// Anyone who may read the document is told all, even where the system is not fit for it.
#[test]
fn an_officer_who_may_read_is_told_everything() {
    let situation = Situation::new().with(|s| {
        s.system.approval = Some(ApprovalFacts { ceiling: Level::Restricted, until: YESTERDAY });
        s.consent = None;
    });
    let told = [ReasonCode::ApprovalExpired, ReasonCode::ApprovalCeiling, ReasonCode::ConsentMissing];
    assert_eq!(situation.codes(REQUEST), told);
}

/// What was signed is checked against all rules, whatever the signer might have been told.
#[test]
fn what_is_not_told_is_objected_to_all_the_same() {
    let situation = Situation::new().with(|s| {
        s.officer.nationality = "NLD".into();
        s.requester = s.officer.id.clone();
        s.partner.ceiling = Level::Restricted;
        s.partner.nation = "USA".into();
        s.consent = None;
    });
    assert_eq!(situation.codes(Doing::Release(Stage::Approve)), [ReasonCode::NationalityExcluded]);
    assert_eq!(
        policy::objections::<policy::Release>(&situation.release_facts(Stage::Approve), situation.at),
        [
            ReasonCode::NationalityExcluded,
            ReasonCode::OwnRequest,
            ReasonCode::PartnerCeiling,
            ReasonCode::PartnerExcluded,
            ReasonCode::ConsentMissing
        ]
    );
}

/// Reasons that may be given whatever the officer may know: they do not depend on the document.
fn of_the_officer_the_partner_or_the_release(reason: &Reason) -> bool {
    matches!(reason.code.rule(), Rule::ReleaseRole | Rule::ReleaseApproval | Rule::Partner | Rule::Agreement)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_release_adds_nothing_about_the_document_to_a_denial_of_opening(situation in random::situation()) {
        let opening = situation.examine(Doing::Open);
        if opening.failed.iter().any(|reason| reason.code.rule() != Rule::Approval) {
            for stage in [Stage::Request, Stage::Approve, Stage::Write] {
                let release = situation.examine(Doing::Release(stage));
                let added = release.failed.iter().filter(|reason| !opening.failed.contains(reason));
                prop_assert!(added.into_iter().all(of_the_officer_the_partner_or_the_release), "{:?}", release.failed);
            }
        }
    }

    /// Neither whose document it is, nor how its level compares with the one that was asked for.
    #[test]
    fn a_change_of_marking_tells_who_may_not_read_what_opening_tells_and_nothing_else(situation in random::situation()) {
        let opening = situation.examine(Doing::Open);
        if opening.failed.iter().any(|reason| reason.code.rule() != Rule::Approval) {
            let change = situation.examine(Doing::Reclassify);
            let untold = |reason: &&Reason| reason.code != ReasonCode::Undecidable;
            prop_assert_eq!(
                change.failed.iter().filter(untold).collect::<Vec<_>>(),
                opening.failed.iter().filter(untold).collect::<Vec<_>>()
            );
        }
    }

    /// A printer that may print more, or less, makes no difference to anyone who may not read the document.
    #[test]
    fn a_printer_tells_nothing_of_the_level_to_an_officer_who_may_not_read(situation in random::situation(), level in 0..Level::ALL.len()) {
        let opening = situation.examine(Doing::Open);
        if opening.failed.iter().any(|reason| reason.code.rule() != Rule::Approval) {
            let listed = |ceiling| situation.clone().with(|s| s.printer = Some(ceiling)).examine(Doing::Print);
            let found = listed(Level::ALL[level]);
            prop_assert_eq!(&found, &listed(Level::Unclassified));
            prop_assert_eq!(found.failed, opening.failed);
        }
    }

    /// Every value in a reason is a fact about the officer, about partner and consent that the officer brought, or who asked for
    /// the release.
    #[test]
    fn a_reason_quotes_only_the_asker_the_chosen_partner_and_who_asked(situation in random::situation()) {
        let mut own = vec![situation.officer.nationality.clone()];
        for clearance in &situation.officer.clearances {
            own.extend([clearance.from.to_string(), clearance.until.to_string()]);
        }
        own.extend(situation.officer.briefings.iter().map(|briefing| briefing.date.to_string()));
        if let policy::Function::Outside { authorised } = &situation.officer.function {
            own.extend(authorised.iter().map(|of| of.until.to_string()));
        }
        let mut brought = own.clone();
        let partner = &situation.partner;
        brought.extend([partner.id.clone(), partner.nation.clone(), partner.ceiling.to_string()]);
        brought.extend(partner.agreement.iter().filter_map(|(_, until)| until.map(|until| until.to_string())));
        // Who asked for a release is named in its request.
        brought.push(situation.requester.clone());
        if let Some(consent) = &situation.consent {
            brought.push(consent.from.to_string());
            brought.extend(consent.until.map(|until| until.to_string()));
        }
        // The guide is open to all, and the topics are the officer's own choice.
        let mut chosen = own.clone();
        chosen.extend(situation.floor.map(|floor| floor.to_string()));
        chosen.extend(situation.called_for.iter().cloned());
        let printing: Vec<String> = own.iter().cloned().chain(["hp-secretariat".to_owned()]).collect();
        for doing in Doing::ALL {
            let known = match doing {
                Doing::Open | Doing::Deliver => &own,
                Doing::File => &chosen,
                Doing::Release(_) | Doing::Reclassify => &brought,
                Doing::Print => &printing,
            };
            for reason in situation.examine(doing).failed {
                for (name, value) in &reason.params {
                    prop_assert!(value.split(", ").all(|value| known.iter().any(|known| known == value)), "{:?}: {} quotes {} = {}", doing, reason.code, name, value);
                }
            }
        }
    }
}

#[test]
fn the_words_name_no_level_and_no_category() {
    let names = Level::ALL.into_iter().flat_map(|level| [level.fr(), level.nl()]);
    let names: Vec<&str> = names.chain(["CRYPTO", "ATOMAL", "SOURCE", "ORCON", "NATO", "BEL"]).collect();
    for lang in words::Lang::ALL {
        for code in ReasonCode::ALL {
            for key in [words::reason_key(code.as_str()), words::reason_fix_key(code.as_str())] {
                // Without its values the sentence stands as it is written.
                let said = words::say(lang, &key, &[]);
                for name in &names {
                    assert!(!said.contains(name), "{lang}: `{key}` says {name}: {said}");
                }
            }
        }
    }
}
