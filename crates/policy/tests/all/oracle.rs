//! The rules a second time, as naive as can be: no sharing of code, dates as text, levels as numbers, nations one by one.

use std::collections::BTreeMap;

use label::Level;
use policy::four_eyes::{Since, Word};
use policy::{
    AccountStatus, ActsFor, Authority, ClearanceStatus, DossierStatus, Function, Marked, Motive, ReasonCode, Role,
    Rule, Sources, Stage,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use crate::random;
use crate::situation::{Doing, Situation};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Held,
    Failed,
    /// Could not be applied.
    Unknown,
}

fn yes(holds: bool) -> Verdict {
    if holds { Verdict::Held } else { Verdict::Failed }
}

/// What a careful person would say, rule by rule. Clearance stands for categories and groups too.
fn verdicts(s: &Situation, doing: Doing) -> BTreeMap<Rule, Verdict> {
    let today = s.at.date_naive().to_string()[..10].to_owned();
    let level = if s.access.policy == s.policy.name() { rank(s, &s.access.classification) } else { None };
    let mut verdicts = BTreeMap::from([
        (Rule::Account, yes(s.officer.status == AccountStatus::Active)),
        (Rule::Approval, level.map_or(Verdict::Unknown, |level| approval(s, level, &today))),
    ]);
    if doing == Doing::File {
        verdicts.insert(Rule::Dossier, yes(s.dossier == DossierStatus::Open));
        let motive = s.why_lower == Motive::Given;
        let high = |level: usize| s.floor.is_none_or(|floor| number(floor) <= level);
        let carried = s.called_for.iter().all(|c| s.access.restrictive.values().flatten().any(|held| held == c));
        verdicts.insert(Rule::Guide, level.map_or(Verdict::Unknown, |level| yes(motive || (high(level) && carried))));
        let sources = match s.sources {
            Sources::None | Sources::Kept => true,
            Sources::Below => motive,
            Sources::BelowOthers => false,
        };
        verdicts.insert(Rule::Sources, yes(sources));
        return verdicts;
    }
    let nation = &s.officer.nationality;
    let listed = match &s.membership {
        None => false,
        Some(m) => m.from.to_string() <= today && m.until.is_none_or(|until| today <= until.to_string()),
    };
    verdicts.insert(Rule::NeedToKnow, yes(listed));
    verdicts.insert(Rule::Clearance, level.map_or(Verdict::Unknown, |level| clearance(s, level, &today)));
    verdicts.insert(Rule::Briefing, level.map_or(Verdict::Unknown, |level| briefing(s, level, &today)));
    verdicts.insert(Rule::Function, level.map_or(Verdict::Unknown, |level| function(s, level, &today)));
    verdicts.insert(Rule::Nationality, level.map_or(Verdict::Unknown, |_| yes(admitted(s, nation))));
    if doing == Doing::Reclassify {
        let may_know = verdicts.iter().all(|(rule, verdict)| *rule == Rule::Approval || *verdict == Verdict::Held);
        reclassify(s, level, may_know, &today, &mut verdicts);
    }
    if doing == Doing::Print {
        let may_know = verdicts.iter().all(|(rule, verdict)| *rule == Rule::Approval || *verdict == Verdict::Held);
        verdicts.insert(Rule::Printer, yes(s.printer.is_some()));
        if let (true, Some(level)) = (may_know, level) {
            verdicts.insert(Rule::PrinterCeiling, yes(s.printer.is_none_or(|most| number(most) >= level)));
        }
    }
    if let Doing::Release(stage) = doing {
        let may_know = verdicts.iter().all(|(rule, verdict)| *rule == Rule::Approval || *verdict == Verdict::Held);
        release(s, stage, level, may_know, &today, &mut verdicts);
    }
    verdicts
}

fn function(s: &Situation, level: usize, today: &str) -> Verdict {
    let Function::Outside { authorised } = &s.officer.function else { return Verdict::Held };
    let authorised = authorised.iter().any(|of| {
        let named = of.policies.iter().any(|policy| *policy == s.access.policy);
        named && today <= of.until.to_string().as_str()
    });
    yes(level == 0 || (level == 1 && authorised))
}

fn release(
    s: &Situation,
    stage: Stage,
    level: Option<usize>,
    may_know: bool,
    today: &str,
    verdicts: &mut BTreeMap<Rule, Verdict>,
) {
    let authority = s.officer.roles.contains(&Role::ReleaseAuthority);
    verdicts.insert(Rule::ReleaseRole, yes(stage == Stage::Request || authority));
    verdicts.insert(Rule::ReleaseApproval, yes(stage != Stage::Write || s.approved_by.is_some()));
    verdicts.insert(Rule::Partner, yes(s.partner.confirmed && s.partner_since == Since::Unchanged));
    let agreed = match &s.partner.agreement {
        None => false,
        Some((_, None)) => true,
        Some((_, Some(until))) => today <= until.to_string().as_str(),
    };
    verdicts.insert(Rule::Agreement, yes(agreed));
    let (true, Some(level)) = (may_know, level) else { return };
    let own = match stage {
        Stage::Request => false,
        Stage::Approve => s.officer.id == s.requester || s.word == Word::OfOne,
        Stage::Write => s.approved_by.iter().any(|by| *by == s.requester),
    };
    verdicts.insert(Rule::SameMarking, yes(s.marked == Marked::AsAsked));
    verdicts.insert(Rule::SecondPerson, yes(!(level >= 3 && own)));
    verdicts.insert(Rule::PartnerCeiling, yes(number(s.partner.ceiling) >= level));
    let asked = s.access.restrictive.iter().flat_map(|(tag, values)| values.iter().map(move |value| (tag, value)));
    let covered = |(tag, value): (&String, &String)| s.partner.categories.get(tag).is_some_and(|c| c.contains(value));
    verdicts.insert(Rule::PartnerCategories, yes(asked.into_iter().all(covered)));
    let word = |word: &str| s.access.permissive.get("Releasable To").is_some_and(|words| words.contains(word));
    let by_word = s.partner.communities.iter().any(|c| word(c) && !s.communities.names().contains(&c.as_str()));
    verdicts.insert(Rule::PartnerAudience, yes(by_word || admitted(s, &s.partner.nation)));
    let consented = match &s.consent {
        None => false,
        Some(c) => {
            c.from.to_string().as_str() <= today && c.until.is_none_or(|until| today <= until.to_string().as_str())
        }
    };
    verdicts.insert(Rule::Consent, yes(consented || !(s.orcon || s.foreign)));
}

fn reclassify(
    s: &Situation,
    level: Option<usize>,
    may_know: bool,
    today: &str,
    verdicts: &mut BTreeMap<Rule, Verdict>,
) {
    let (true, Some(level)) = (may_know, level) else { return };
    let consented = match &s.consent {
        None => false,
        Some(c) => {
            c.from.to_string().as_str() <= today && c.until.is_none_or(|until| today <= until.to_string().as_str())
        }
    };
    let own = s.authority == Authority::Own && !s.foreign;
    let charged = s.acts_for != ActsFor::Nobody;
    verdicts.insert(Rule::OriginatingAuthority, yes(charged && (own || s.foreign || consented)));
    verdicts.insert(Rule::Consent, yes(own || consented));
    let to = s.to.as_ref().map(|to| s.to_policy.level(&to.classification).map(number).expect("placed"));
    verdicts.insert(Rule::NewLevel, to.map_or(Verdict::Held, |to| approval(s, to, today)));
    verdicts.insert(Rule::Term, yes(to.is_some() || level >= 2));
    let kept = match to {
        None => true,
        Some(to) => to > level || (to < level && to > 0),
    };
    verdicts.insert(Rule::Interest, yes(!kept || s.interest.is_some()));
    verdicts.insert(Rule::Motive, yes(s.motive == Motive::Given));
}

fn approval(s: &Situation, level: usize, today: &str) -> Verdict {
    match &s.system.approval {
        None => Verdict::Held,
        Some(approval) => {
            yes(level == 0 || (number(approval.ceiling) >= level && today <= approval.until.to_string().as_str()))
        }
    }
}

fn clearance(s: &Situation, level: usize, today: &str) -> Verdict {
    let mut groups = s.access.permissive.clone();
    groups.remove("Releasable To");
    groups.retain(|_, values| !values.iter().any(|word| names(s, word, &s.officer.nationality)));
    let asked = level > 1 || s.access.restrictive.values().any(|values| !values.is_empty()) || !groups.is_empty();
    if !asked {
        return Verdict::Held;
    }
    let mut covered = false;
    for c in s.officer.clearances.iter().filter(|c| c.policy == s.access.policy) {
        let in_force = s.officer.status != AccountStatus::Frozen
            && c.status == ClearanceStatus::Valid
            && c.from.to_string().as_str() <= today
            && today <= c.until.to_string().as_str();
        if !in_force {
            continue;
        }
        let reach = match rank(s, &c.level) {
            Some(reach) => reach,
            None if level > 1 => return Verdict::Unknown,
            None => 0,
        };
        let holds = |tag: &String, value: &String| c.categories.get(tag).is_some_and(|held| held.contains(value));
        covered |= (level <= 1 || reach >= level)
            && s.access.restrictive.iter().all(|(tag, values)| values.iter().all(|value| holds(tag, value)))
            && groups.iter().all(|(tag, values)| values.iter().any(|value| holds(tag, value)));
    }
    yes(covered)
}

fn briefing(s: &Situation, level: usize, today: &str) -> Verdict {
    if level == 0 {
        return Verdict::Held;
    }
    let mut briefed = false;
    for b in s.officer.briefings.iter().filter(|b| b.policy == s.access.policy) {
        let Some(reach) = rank(s, &b.level) else { return Verdict::Unknown };
        briefed |= reach >= level && b.date.to_string().as_str() <= today;
    }
    yes(briefed)
}

fn admitted(s: &Situation, nation: &str) -> bool {
    match s.access.permissive.get("Releasable To") {
        None => names(s, s.policy.name(), nation),
        Some(words) => words.iter().any(|word| names(s, word, nation)),
    }
}

/// Whether a word is the nation, or a community that the nation is in today.
fn names(s: &Situation, word: &str, nation: &str) -> bool {
    let on = s.at.date_naive().to_string()[..10].parse().expect("a date");
    s.communities.expand([word], on).contains(nation)
}

fn rank(s: &Situation, classification: &str) -> Option<usize> {
    s.policy.level(classification).map(number)
}

fn number(level: Level) -> usize {
    Level::ALL.iter().position(|each| *each == level).expect("all are there")
}

const PAPERS: [Rule; 3] = [Rule::Clearance, Rule::Categories, Rule::Groups];

fn compare(s: &Situation, doing: Doing) -> Result<(), TestCaseError> {
    let examination = s.examine(doing);
    let verdicts = verdicts(s, doing);
    let permitted = doing.rules().iter().all(|rule| {
        let rule = if PAPERS.contains(rule) { Rule::Clearance } else { *rule };
        rule == Rule::Legible || verdicts.get(&rule) == Some(&Verdict::Held)
    });
    prop_assert_eq!(examination.permitted, permitted, "{:?}: {:?}", doing, verdicts);
    let failed = |rule: Rule| examination.failed.iter().any(|reason| reason.code.rule() == rule);
    for (rule, verdict) in &verdicts {
        let (held, against) = if *rule == Rule::Clearance {
            (PAPERS.iter().all(|rule| examination.satisfied.contains(rule)), PAPERS.into_iter().any(failed))
        } else {
            (examination.satisfied.contains(rule), failed(*rule))
        };
        prop_assert_eq!(held, *verdict == Verdict::Held, "{:?}: {}", doing, rule);
        prop_assert_eq!(against, *verdict == Verdict::Failed, "{:?}: {}", doing, rule);
    }
    // A rule of which the naive version says nothing is not spoken of.
    for rule in doing.rules().iter().filter(|rule| !PAPERS.contains(rule) && **rule != Rule::Legible) {
        let spoken_of = failed(*rule) || examination.satisfied.contains(rule);
        prop_assert!(verdicts.contains_key(rule) || !spoken_of, "{:?}: {}", doing, rule);
    }
    let unknown = verdicts.values().any(|verdict| *verdict == Verdict::Unknown);
    let undecidable = examination.failed.iter().any(|reason| reason.code == ReasonCode::Undecidable);
    prop_assert_eq!(undecidable, unknown, "{:?}", doing);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_naive_version_says_the_same(situation in random::situation()) {
        for doing in Doing::ALL {
            compare(&situation, doing)?;
        }
    }

    #[test]
    fn the_naive_version_says_the_same_of_what_cannot_be_placed(mut situation in random::situation(), which in 0..4u8) {
        match which {
            0 => situation.access.classification = "ULTRA".into(),
            1 => situation.access.policy = "UTOPIA".into(),
            2 => situation.officer.clearances.iter_mut().for_each(|c| c.level = "ULTRA".into()),
            _ => situation.officer.briefings.iter_mut().for_each(|b| b.level = "ULTRA".into()),
        }
        for doing in Doing::ALL {
            compare(&situation, doing)?;
        }
    }
}

#[test]
fn random_situations_are_both_permitted_and_denied_in_number() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut permitted = [0; Doing::ALL.len()];
    for _ in 0..500 {
        let situation = random::situation().new_tree(&mut runner).expect("a situation").current();
        for (count, doing) in permitted.iter_mut().zip(Doing::ALL) {
            *count += usize::from(situation.permits(doing));
        }
    }
    assert!(permitted.iter().all(|count| (50..450).contains(count)), "{permitted:?}");
}
