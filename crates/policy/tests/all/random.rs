//! Random situations: the one from which all start, with a few things changed at random, so that permits and denials
//! both are frequent and a failing case shrinks to the changes that matter.

use crate::date;
use chrono::NaiveDate;
use label::{Level, Policy, RELEASABLE_TO};
use policy::four_eyes::{Since, Word};
use policy::{
    AccountStatus, ActsFor, ApprovalFacts, AuthorisationFacts, Authority, BriefingFacts, ClearanceFacts,
    ClearanceStatus, Consent, DossierStatus, Function, Interest, Marked, MembershipFacts, Motive, Role, Sources,
};
use proptest::prelude::*;

use crate::situation::{GROUP, HANDLING, Situation, TODAY, TOMORROW, YESTERDAY, builtin, name, tags};

/// Five nations, a code that is none, and a community, which is none either.
pub const NATIONS: [&str; 7] = ["BEL", "FRA", "NLD", "USA", "CHE", "XXX", "NATO"];
pub const WORDS: [&str; 8] = ["BEL", "FRA", "USA", "EU", "NATO", "CTG", "KFOR", "nobody"];
pub const POLICIES: [&str; 3] = ["BEL", "NATO", "EU"];
const DAYS: [NaiveDate; 5] = [date(2020, 1, 1), YESTERDAY, TODAY, TOMORROW, date(2030, 1, 1)];
const GROUPS: [&str; 4] = ["TEAM", "NATO", "FRA", "BEL"];
const CAVEATS: [&str; 3] = ["SOURCE", "CRYPTO", "ATOMAL"];

/// What to change, and three choices for it.
type Change = (u8, usize, usize, usize);

pub fn situation() -> impl Strategy<Value = Situation> {
    proptest::collection::vec(change(), 0..7).prop_map(|changes| {
        let mut situation = Situation::new();
        for change in changes {
            apply(&mut situation, change);
        }
        situation
    })
}

pub fn clearance() -> impl Strategy<Value = ClearanceFacts> {
    (any::<usize>(), any::<usize>(), any::<usize>()).prop_map(|(a, b, c)| some_clearance(a, b, c))
}

pub fn briefing() -> impl Strategy<Value = BriefingFacts> {
    (any::<usize>(), any::<usize>(), any::<usize>()).prop_map(|(a, b, c)| some_briefing(a, b, c))
}

pub fn membership() -> impl Strategy<Value = MembershipFacts> {
    (any::<usize>(), any::<usize>())
        .prop_map(|(a, b)| MembershipFacts { from: pick(&DAYS, a), until: some(b).then(|| pick(&DAYS, b / 4)) })
}

const STATUSES: [AccountStatus; 6] = [
    AccountStatus::Active,
    AccountStatus::Active,
    AccountStatus::Active,
    AccountStatus::Active,
    AccountStatus::Frozen,
    AccountStatus::Disabled,
];

fn change() -> impl Strategy<Value = Change> {
    (0..29u8, any::<usize>(), any::<usize>(), any::<usize>())
}

fn apply(s: &mut Situation, (what, a, b, c): Change) {
    match what {
        27 => {
            let policies = subset(&POLICIES, a).into_iter().map(str::to_owned).collect();
            let of = AuthorisationFacts { policies, until: pick(&DAYS, b) };
            s.officer.function =
                if some(c) { Function::Outside { authorised: some(c / 4).then_some(of) } } else { Function::Within };
        }
        28 => s.printer = some(a).then(|| pick(&Level::ALL, b)),
        0 => s.officer.status = pick(&STATUSES, a),
        1 => s.officer.nationality = pick(&NATIONS, a).into(),
        2 => {
            let role = pick(&Role::ALL, a);
            if !s.officer.roles.remove(&role) {
                s.officer.roles.insert(role);
            }
        }
        3 | 4 => s.officer.clearances.push(some_clearance(a, b, c)),
        5 => {
            s.officer.clearances.pop();
        }
        6 => s.officer.briefings.push(some_briefing(a, b, c)),
        7 => {
            s.officer.briefings.pop();
        }
        8 | 9 => another_policy(s, a, b),
        10 | 11 => s.classify(pick(&Level::ALL, a)),
        12 => drop(s.access.permissive.remove(RELEASABLE_TO)),
        13 => s.access.permissive.extend(tags(&[(RELEASABLE_TO, &subset(&WORDS, a))])),
        14 => s.access.permissive.extend(tags(&[(GROUP, &subset(&GROUPS, a))])),
        15 => s.access.restrictive = tags(&[(HANDLING, &subset(&CAVEATS, a))]),
        16 => {
            let until = some(b).then(|| pick(&DAYS, b / 4));
            s.membership = some(c).then(|| MembershipFacts { from: pick(&DAYS, a), until });
        }
        17 => {
            s.system.approval = some(a).then(|| ApprovalFacts { ceiling: pick(&Level::ALL, b), until: pick(&DAYS, c) });
        }
        18 => {
            s.dossier = if some(a) { DossierStatus::Open } else { DossierStatus::Closed };
            s.requester = pick(&["anna", "paul"], b).into();
            s.approved_by = some(c).then(|| pick(&["anna", "paul", "remi"], c / 4).into());
            s.marked = if some(c / 4) { Marked::AsAsked } else { Marked::Otherwise };
            s.word = if some(a / 4) { Word::OfTwo } else { Word::OfOne };
            s.partner_since = if some(b / 4) { Since::Unchanged } else { Since::Changed };
        }
        19 => {
            (s.orcon, s.foreign) = (some(a), some(b));
            let until = some(a / 4).then(|| pick(&DAYS, b / 4));
            s.consent = some(c).then(|| Consent {
                authority: "A".into(),
                reference: "R".into(),
                from: pick(&DAYS, c / 4),
                until,
            });
        }
        20 => {
            s.authority = if some(a) { Authority::Own } else { Authority::Other };
            s.acts_for = pick(&[ActsFor::Author, ActsFor::Lead, ActsFor::Nobody], b);
            s.motive = if some(c) { Motive::Given } else { Motive::None };
        }
        21 => {
            s.interest = some(a).then_some(Interest::C);
            if some(b) { s.remark(pick(&Level::ALL, c)) } else { s.to = None }
        }
        22 => s.partner.categories = tags(&[(HANDLING, &subset(&CAVEATS, a))]),
        23 => {
            s.partner.nation = pick(&NATIONS, a).into();
            s.partner.communities = subset(&WORDS, b).into_iter().map(str::to_owned).collect();
            s.partner.ceiling = pick(&Level::ALL, c);
        }
        24 => {
            s.floor = some(a).then(|| pick(&Level::ALL, a / 4));
            s.called_for = subset(&CAVEATS, b).into_iter().map(str::to_owned).collect();
            s.why_lower = if some(c) { Motive::None } else { Motive::Given };
        }
        25 => {
            s.sources = pick(&[Sources::None, Sources::Kept, Sources::Below, Sources::BelowOthers], a);
            s.why_lower = if some(b) { Motive::None } else { Motive::Given };
        }
        _ => {
            s.partner.confirmed = some(b);
            let until = some(c / 4).then(|| pick(&DAYS, b / 4));
            s.partner.agreement = some(c).then(|| ("AGR".into(), until));
        }
    }
}

/// Moves the document to another policy; with `b`, the officer's papers too.
fn another_policy(s: &mut Situation, a: usize, b: usize) {
    let to = builtin(pick(&POLICIES, a));
    let level = s.policy.level(&s.access.classification).unwrap_or(Level::Secret);
    s.access.classification = name(&to, level);
    s.access.policy = to.name().into();
    if some(b) {
        for clearance in &mut s.officer.clearances {
            let level = level_of(&clearance.policy, &clearance.level);
            (clearance.policy, clearance.level) = (to.name().into(), name(&to, level));
        }
        for briefing in &mut s.officer.briefings {
            let level = level_of(&briefing.policy, &briefing.level);
            (briefing.policy, briefing.level) = (to.name().into(), name(&to, level));
        }
    }
    s.policy = to;
}

fn level_of(policy: &str, classification: &str) -> Level {
    builtin(policy).level(classification).unwrap_or(Level::Secret)
}

fn some_clearance(a: usize, b: usize, c: usize) -> ClearanceFacts {
    let policy = builtin(pick(&POLICIES, a));
    ClearanceFacts {
        policy: policy.name().into(),
        level: known(&policy, a / 8),
        categories: tags(&[(HANDLING, &subset(&CAVEATS, b)), (GROUP, &subset(&GROUPS, b / 16))]),
        from: pick(&DAYS[..4], c),
        until: pick(&DAYS[1..], c / 8),
        status: match c / 64 % 6 {
            0 => ClearanceStatus::Suspended,
            1 => ClearanceStatus::Withdrawn,
            _ => ClearanceStatus::Valid,
        },
    }
}

fn some_briefing(a: usize, b: usize, c: usize) -> BriefingFacts {
    let policy = builtin(pick(&POLICIES, a));
    BriefingFacts { policy: policy.name().into(), level: known(&policy, b), date: pick(&DAYS[..4], c) }
}

/// A classification that the policy knows.
fn known(policy: &Policy, index: usize) -> String {
    let levels: Vec<String> = policy
        .classifications()
        .iter()
        .filter(|classification| policy.level(&classification.name).is_some())
        .map(|classification| classification.name.clone())
        .collect();
    levels[index % levels.len()].clone()
}

fn pick<T: Clone>(from: &[T], index: usize) -> T {
    from[index % from.len()].clone()
}

/// Three times in four.
fn some(index: usize) -> bool {
    !index.is_multiple_of(4)
}

fn subset<'w>(words: &[&'w str], bits: usize) -> Vec<&'w str> {
    words.iter().enumerate().filter(|(index, _)| bits >> index & 1 == 1).map(|(_, word)| *word).collect()
}
