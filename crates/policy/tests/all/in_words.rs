//! Every reason and every rule can be said, in every language, with the values that it brings.

use policy::calendar::{ExemptBecause, TermState};
use policy::{Interest, Nature, Reason, ReasonCode, Role, Rule};
use words::Lang;

/// The params of each code, as its doc line says. A new code does not compile without them.
fn params(code: ReasonCode) -> &'static [(&'static str, &'static str)] {
    match code {
        ReasonCode::ClearanceNotYetValid | ReasonCode::ConsentNotYetValid => &[("from", "2026-07-01")],
        ReasonCode::ClearanceExpired | ReasonCode::ConsentExpired | ReasonCode::AuthorisationExpired => {
            &[("until", "2026-05-31")]
        }
        ReasonCode::BriefingNotYetGiven => &[("date", "2026-07-02")],
        ReasonCode::NationalityExcluded => &[("nationality", "NLD")],
        ReasonCode::PartnerUnconfirmed
        | ReasonCode::PartnerChanged
        | ReasonCode::AgreementMissing
        | ReasonCode::PartnerCategoryMissing => &[("partner", "dgsi")],
        ReasonCode::AgreementExpired => &[("partner", "dgsi"), ("until", "2026-05-31")],
        ReasonCode::PartnerCeiling => &[("partner", "dgsi"), ("ceiling", "confidential")],
        ReasonCode::BelowGuide => &[("floor", "confidential")],
        ReasonCode::PrinterNotListed | ReasonCode::PrinterCeiling => &[("printer", "hp-secretariat")],
        ReasonCode::OneWord => &[("officer", "rosa")],
        ReasonCode::BelowGuideCategory => &[("category", "SOURCE")],
        ReasonCode::PartnerExcluded => &[("partner", "dgsi"), ("nation", "FRA")],
        ReasonCode::AccountDisabled
        | ReasonCode::AccountFrozen
        | ReasonCode::ClearanceMissing
        | ReasonCode::ClearanceWithdrawn
        | ReasonCode::ClearanceSuspended
        | ReasonCode::ClearanceLevel
        | ReasonCode::CategoryMissing
        | ReasonCode::GroupMissing
        | ReasonCode::BriefingMissing
        | ReasonCode::BriefingLevel
        | ReasonCode::OutsideFunction
        | ReasonCode::AuthorisationMissing
        | ReasonCode::NeedToKnowMissing
        | ReasonCode::ApprovalExpired
        | ReasonCode::ApprovalCeiling
        | ReasonCode::DossierClosed
        | ReasonCode::BelowSources
        | ReasonCode::SourcesConsent
        | ReasonCode::ReleaseAuthorityRequired
        | ReasonCode::OwnRequest
        | ReasonCode::NotApproved
        | ReasonCode::MarkingChanged
        | ReasonCode::VersionChanged
        | ReasonCode::WordsChanged
        | ReasonCode::DossierChanged
        | ReasonCode::ConsentMissing
        | ReasonCode::NotOriginatingAuthority
        | ReasonCode::NewLevelCeiling
        | ReasonCode::NothingToMaintain
        | ReasonCode::InterestMissing
        | ReasonCode::MotiveMissing
        | ReasonCode::Undecidable => &[],
    }
}

fn said(lang: Lang, key: &str, params: &[(&str, &str)]) -> String {
    let said = words::say(lang, key, params);
    assert_ne!(said, key, "{lang}: no words for `{key}`");
    assert!(!said.contains(['{', '}', '$']), "{lang}: `{key}` asks for a value that is not brought: {said}");
    said
}

#[test]
fn every_reason_has_a_sentence_and_what_to_do_in_every_language() {
    for lang in Lang::ALL {
        for code in ReasonCode::ALL {
            let sentence = said(lang, &words::reason_key(code.as_str()), params(*code));
            for (name, value) in params(*code) {
                let value = if ["ceiling", "floor"].contains(name) { "CONFIDENTIEL VERTROUWELIJK" } else { value };
                let shown = value.split(' ').any(|value| sentence.contains(value));
                assert!(shown, "{lang}: `{code}` does not say its `{name}`: {sentence}");
            }
            said(lang, &words::reason_fix_key(code.as_str()), params(*code));
        }
    }
}

#[test]
fn every_rule_that_held_and_every_role_has_words_in_every_language() {
    for lang in Lang::ALL {
        for rule in Rule::ALL {
            said(lang, &words::held_key(rule.as_str()), &[]);
        }
        for role in Role::ALL {
            said(lang, &format!("role-{role}"), &[]);
        }
    }
}

#[test]
fn every_nature_of_a_decision_and_every_state_of_a_term_has_words() {
    let because = [ExemptBecause::Unclassified, ExemptBecause::Restricted, ExemptBecause::Foreign];
    let exempt = because.map(|because| format!("term-exempt-{}", because.as_str()));
    let states = [TermState::Running, TermState::Due, TermState::Overdue, TermState::Expired];
    let exempt_state = TermState::Exempt(ExemptBecause::Foreign);
    for lang in Lang::ALL {
        for nature in Nature::ALL {
            said(lang, &format!("nature-{nature}"), &[]);
        }
        for key in &exempt {
            said(lang, key, &[]);
        }
        for state in states.iter().chain([&exempt_state]) {
            said(lang, &format!("term-{}", state.as_str()), &[]);
        }
    }
}

#[test]
fn every_interest_of_the_act_has_words_and_is_read_back_by_its_letter() {
    for interest in Interest::ALL {
        for lang in Lang::ALL {
            said(lang, &format!("interest-{interest}"), &[]);
        }
        assert_eq!(interest.to_string().parse(), Ok(interest));
        assert_eq!(interest.to_string().to_uppercase().parse(), Ok(interest));
    }
    assert!("l".parse::<Interest>().is_err() && "".parse::<Interest>().is_err() && "ab".parse::<Interest>().is_err());
}

#[test]
fn each_language_has_words_of_its_own() {
    for code in ReasonCode::ALL {
        let key = words::reason_key(code.as_str());
        let mut sentences: Vec<String> = Lang::ALL.into_iter().map(|lang| said(lang, &key, params(*code))).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), Lang::ALL.len(), "`{key}` is the same in two languages: {sentences:?}");
    }
}

/// The log and scripts rely on the codes: a code that changes its text changes here too.
#[test]
fn codes_are_stable_text() {
    let codes: Vec<&str> = ReasonCode::ALL.iter().map(|code| code.as_str()).collect();
    insta::assert_snapshot!("codes", codes.join("\n"));
    let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    insta::assert_snapshot!("rules", rules.join("\n"));
    for role in Role::ALL {
        assert_eq!(role.to_string().parse(), Ok(role));
    }
    assert!("Reader".parse::<Role>().is_err() && "administrator".parse::<Role>().is_err());
}

#[test]
fn a_denial_reads_as_a_line_of_codes() {
    let reason = |code| Reason { code, params: Vec::new() };
    let denied =
        policy::Denied { reasons: vec![reason(ReasonCode::ClearanceLevel), reason(ReasonCode::NeedToKnowMissing)] };
    assert_eq!(denied.to_string(), "denied by policy: `clearance_level`, `need_to_know_missing`");
}
