//! Decisions about a classification, for a person to read.

use std::fmt::Write as _;

use label::{AccessPart, Level};
use policy::{ActsFor, Authority, MembershipFacts, Motive, Nature, NewAccess, ReasonCode};

use crate::situation::{Doing, Situation, TOMORROW, YESTERDAY, builtin, name};

type Row = (&'static str, fn(&mut Situation));

const ROWS: &[Row] = &[
    ("the author lowers SECRET to CONFIDENTIEL, with interest and motive", |_| {}),
    ("… without an interest", |s| s.interest = None),
    ("… without a motive", |s| s.motive = Motive::None),
    ("the author lifts it, without an interest", |s| {
        s.remark(Level::Unclassified);
        s.interest = None;
    }),
    ("the author lifts it, without a motive", |s| {
        s.remark(Level::Unclassified);
        s.motive = Motive::None;
    }),
    ("the author raises it above what the system is approved for", |s| s.remark(Level::TopSecret)),
    ("the author gives it other categories, without an interest", |s| {
        s.remark(Level::Secret);
        s.interest = None;
    }),
    ("the author maintains SECRET", |s| s.to = None),
    ("the author maintains SECRET without an interest", |s| (s.to, s.interest) = (None, None)),
    ("the author maintains RESTREINT", |s| {
        s.to = None;
        s.classify(Level::Restricted);
    }),
    ("the author maintains what is not classified", |s| {
        s.to = None;
        s.access.restrictive.clear();
        s.classify(Level::Unclassified);
    }),
    ("the lead of the dossier", |s| s.acts_for = ActsFor::Lead),
    ("another reader", |s| (s.acts_for, s.consent) = (ActsFor::Nobody, None)),
    ("another reader, with the authority’s consent", |s| s.acts_for = ActsFor::Nobody),
    ("another reader, with a consent of yesterday", |s| {
        s.acts_for = ActsFor::Nobody;
        s.consent.as_mut().expect("the situation has a consent").until = Some(YESTERDAY);
    }),
    ("the author, another authority’s document, no consent", |s| (s.authority, s.consent) = (Authority::Other, None)),
    ("the author, another authority’s document, its consent", |s| s.authority = Authority::Other),
    ("the author, foreign information, no consent", |s| (s.foreign, s.consent) = (true, None)),
    ("the author, foreign information, a consent from tomorrow", |s| {
        s.foreign = true;
        s.consent.as_mut().expect("the situation has a consent").from = TOMORROW;
    }),
    ("the author, foreign information, consent", |s| s.foreign = true),
    ("the author, no longer on the list of the dossier, all else wrong as well", |s| {
        s.membership = Some(MembershipFacts { from: YESTERDAY, until: Some(YESTERDAY) });
        (s.foreign, s.consent, s.interest, s.motive) = (true, None, None, Motive::None);
        s.remark(Level::TopSecret);
    }),
    ("a new marking that the policy does not know", |s| {
        s.to.as_mut().expect("the situation has a new marking").classification = "ULTRA".into()
    }),
];

#[test]
fn who_may_decide_about_a_classification() {
    let mut table = String::new();
    for (what, change) in ROWS {
        let situation = Situation::new().with(change);
        let codes: Vec<&str> = situation.codes(Doing::Reclassify).iter().map(|code| code.as_str()).collect();
        let outcome = if codes.is_empty() { "permitted".to_owned() } else { codes.join(", ") };
        writeln!(table, "{what}\n    {outcome}").expect("a string takes everything");
    }
    insta::assert_snapshot!("reclassify", table);
}

#[test]
fn the_nature_of_a_decision_comes_from_the_two_markings() {
    let bel = builtin("BEL");
    let nato = builtin("NATO");
    let at = |policy: &label::Policy, level| AccessPart {
        policy: policy.name().into(),
        classification: name(policy, level),
        restrictive: Default::default(),
        permissive: Default::default(),
    };
    for old in Level::ALL {
        for new in Level::ALL {
            let wanted = match new.cmp(&old) {
                std::cmp::Ordering::Greater => Nature::Upgrade,
                std::cmp::Ordering::Equal => Nature::Remark,
                std::cmp::Ordering::Less if new == Level::Unclassified => Nature::Declassify,
                std::cmp::Ordering::Less => Nature::Downgrade,
            };
            let (old, new) = (at(&bel, old), at(&bel, new));
            assert_eq!(Nature::between(&old, &bel, Some(NewAccess { access: &new, policy: &bel })), Some(wanted));
        }
        assert_eq!(Nature::between(&at(&bel, old), &bel, None), Some(Nature::Maintain));
    }
    let (old, new) = (at(&nato, Level::Secret), at(&bel, Level::Confidential));
    assert_eq!(Nature::between(&old, &nato, Some(NewAccess { access: &new, policy: &bel })), Some(Nature::Downgrade));
    // Under a policy that is not the marking's, nothing can be said.
    assert_eq!(Nature::between(&old, &bel, None), None);
    assert_eq!(Nature::between(&old, &nato, Some(NewAccess { access: &new, policy: &nato })), None);
}

/// What is withheld from an officer who may not read it denies all the same.
#[test]
fn what_is_not_told_is_objected_to() {
    let situation = Situation::new().with(|s| {
        s.membership = None;
        (s.acts_for, s.consent, s.interest) = (ActsFor::Nobody, None, None);
    });
    assert_eq!(situation.codes(Doing::Reclassify), [ReasonCode::NeedToKnowMissing]);
    assert_eq!(
        policy::objections::<policy::Reclassify>(&situation.reclassify_facts(), situation.at),
        [ReasonCode::NeedToKnowMissing, ReasonCode::NotOriginatingAuthority, ReasonCode::InterestMissing]
    );
}
