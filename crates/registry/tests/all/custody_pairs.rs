//! Keys for two, out of custody: given back to pairs, and to nobody by himself.

use std::collections::BTreeMap;

use registry::assents::Matter;
use registry::custody::{CustodyUse, ForPairs, Whom};
use registry::event::*;
use registry::fact::Fact;
use registry::keys::KeyName;
use registry::{AssentId, ClassId, ForgedRule as Rule, OfficerId};

use super::custody::{asked, for_officer, shared, yes};
use super::pairs;
use super::stage::*;

/// Two of sam, rik and otto; a key for rik and bea that lies in custody, and a use that gives it back to the two.
fn of_a_pair() -> (Stage, CustodyUse) {
    let mut stage = Stage::furnished();
    stage.play("ada", shared(2, &["sam", "rik", "otto"]));
    pairs::entitle(&mut stage, &pairs::PAIR);
    let class: ClassId = fresh();
    stage.play("rik", pairs::for_two(&stage, &class));
    stage.play("rik", pairs::dealt(&class, 1));
    let officers = ["bea", "rik"].map(id).into_iter().map(|id| (id.clone(), stage.state.officers[&id].keys()));
    let pair = ForPairs { class, epochs: vec![1], officers: officers.collect() };
    let of = CustodyUse { keys: Vec::new(), pairs: vec![pair], ..for_officer(&stage, "sam", "bea") };
    (stage, of)
}

#[test]
fn what_two_open_is_asked_for_two_who_may_and_for_nobody_by_himself() {
    let (stage, of) = of_a_pair();
    let ask = |of: CustodyUse| asked(&fresh(), Matter::Custody(of));
    stage.passes("sam", ask(of.clone()));
    stage.passes("sam", ask(CustodyUse { whom: Whom::Dossier(stage.dossier.clone()), ..of.clone() }));
    let [pair] = of.pairs.as_slice() else { panic!("one") };
    let with = |pair: ForPairs| ask(CustodyUse { pairs: vec![pair], ..of.clone() });
    let keys_of = |name: &str| stage.state.officers[&id(name)].keys();
    let among = |officers: &[(&str, &str)]| {
        let officers = officers.iter().map(|(name, keys)| (id(name), keys_of(keys))).collect();
        with(ForPairs { officers, ..pair.clone() })
    };
    let key = KeyName::Class(pair.class.clone());
    for (fact, rule) in [
        (ask(CustodyUse { keys: vec![(key.clone(), vec![1])], ..of.clone() }), Rule::CustodyNotAsked),
        (ask(CustodyUse { keys: vec![(key, vec![1])], pairs: Vec::new(), ..of.clone() }), Rule::CustodyNotAsked),
        (ask(CustodyUse { pairs: vec![pair.clone(), pair.clone()], ..of.clone() }), Rule::CustodyNotAsked),
        (ask(CustodyUse { whom: Whom::Officer(id("rosa")), ..of.clone() }), Rule::CustodyNotAsked),
        (ask(CustodyUse { whom: Whom::Dossier(fresh()), ..of.clone() }), Rule::CustodyNotAsked),
        (with(ForPairs { class: stage.secret.clone(), ..pair.clone() }), Rule::NotForTwo),
        (with(ForPairs { epochs: vec![2], ..pair.clone() }), Rule::CustodyNotAsked),
        (with(ForPairs { epochs: vec![1, 1], ..pair.clone() }), Rule::CustodyNotAsked),
        (with(ForPairs { epochs: Vec::new(), ..pair.clone() }), Rule::CustodyNotAsked),
        (among(&[("bea", "bea")]), Rule::OneForTwo),
        (among(&[("bea", "bea"), ("rosa", "rosa")]), Rule::DeliveredToStranger),
        (among(&[("bea", "bea"), ("rik", "sam")]), Rule::RequestStale),
        (ask(CustodyUse { pairs: Vec::new(), ..of.clone() }), Rule::SaysNothing),
    ] {
        stage.refuses(rule, "sam", fact);
    }
    let mut before = stage.clone();
    before.state.keys.get_mut(&KeyName::Class(pair.class.clone())).and_then(|c| c.get_mut(1)).expect("it is").custody =
        1;
    before.refuses(Rule::CustodyNotAsked, "sam", ask(of.clone()));
}

#[test]
fn a_custodian_divides_his_share_among_those_who_open_by_two_and_who_carries_it_out_gets_nothing() {
    let (mut stage, of) = of_a_pair();
    let class = of.pairs[0].class.clone();
    let request: AssentId = fresh();
    stage.play("sam", asked(&request, Matter::Custody(of)));
    // With other keys than those that it was asked for, or another right, it is asked for again.
    let mut lost = stage.clone();
    let renewed = lost.renewed("bea");
    lost.play_by(&lost.by("bea").introducing(renewed.keys.key), renewed);
    lost.refuses(Rule::RequestStale, "rik", yes(&request));
    let mut out = stage.clone();
    out.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id("bea") });
    out.refuses(Rule::DeliveredToStranger, "rik", yes(&request));
    let after = {
        let mut after = stage.clone();
        after.play("otto", yes(&request));
        after
    };
    let parts = yes(&request).parts(&after.state, &stage.by("otto").context()).expect("its entry breaks no rule");
    let keys = ["bea", "rik", "sam"].map(|name| stage.state.officers[&id(name)].key);
    assert_eq!(parts.officers, keys.into());
    stage.play("otto", yes(&request));
    stage.play("rik", yes(&request));
    let done = |delivered| CustodyCarriedOut { request: request.clone(), delivered };
    let key = KeyName::Class(class.clone());
    for officers in [&["bea"][..], &["bea", "rik"], &["sam"]] {
        let whole = vec![stage.delivered(key.clone(), &[1], officers)];
        stage.refuses(Rule::CustodyNotAsked, "sam", done(whole));
    }
    // Whose keys were lost is given it back; with others in their place it is asked for again.
    stage.state.keys.get_mut(&key).and_then(|chain| chain.get_mut(1)).expect("it is there").dealt = None;
    assert!(!stage.state.has_share(&class, 1, &id("rik")));
    let mut lost = stage.clone();
    let renewed = lost.renewed("bea");
    lost.play_by(&lost.by("bea").introducing(renewed.keys.key), renewed);
    lost.refuses(Rule::RequestStale, "sam", done(Vec::new()));
    stage.play("sam", done(Vec::new()));
    let [bea, rik, sam] = ["bea", "rik", "sam"].map(id);
    assert!(stage.state.share_between(&class, 1, [&bea, &rik]) && !stage.state.has_share(&class, 1, &sam));
    let (_, epoch) = stage.state.current(&key).expect("it was made");
    assert!(epoch.carried_by.is_empty() && !epoch.known_to.contains(&sam), "sam could know nothing");
    // One who has what was dealt and one who has what was given back have nothing in common.
    let mut mixed = stage.clone();
    let chain = mixed.state.keys.get_mut(&key).expect("it was made");
    let epoch = chain.get_mut(1).expect("it is there");
    let all = epoch.restored.as_ref().expect("it was given back").officers.clone();
    let only = |name: &OfficerId| BTreeMap::from([(name.clone(), all[name].clone())]);
    epoch.dealt = Some(registry::keys::DealtTo { index: 1, officers: only(&bea) });
    epoch.restored.as_mut().expect("it was given back").officers = only(&rik);
    assert!(mixed.state.has_share(&class, 1, &bea) && mixed.state.has_share(&class, 1, &rik));
    assert!(!mixed.state.share_between(&class, 1, [&bea, &rik]));
}
