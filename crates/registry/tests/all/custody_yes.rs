//! What a yes about custody is worth: whose counts when the next one is said, for whom it hands over a share, and what is known
//! from it on.

use policy::ClearanceStatus;
use registry::ForgedRule as Rule;
use registry::assents::{End, Matter};
use registry::custody::{CarriedOver, CustodyUse, SharingMatter, Whom};
use registry::event::*;

use super::custody::*;
use super::stage::*;

/// Custody of sam, rik and otto, two of whom asked for another one: sam's yes is there.
fn half_agreed() -> (Stage, registry::AssentId) {
    let (mut stage, request) = (of_three(), fresh());
    stage.play("sam", asked(&request, sharing(&stage, "sam", 2, &["sam", "bea"])));
    stage.play("sam", yes(&request));
    (stage, request)
}

#[test]
fn who_is_stopped_after_his_yes_does_not_count_when_the_next_custodian_agrees_to_another_sharing() {
    let (stage, request) = half_agreed();
    let mut both = stage.clone();
    both.play("otto", yes(&request));
    assert_eq!(both.state.custody.epoch(), 3, "two of three");

    for stopped in [Event::from(OfficerDisabled { officer: id("sam") }), OfficerFrozen { officer: id("sam") }.into()] {
        let mut stage = stage.clone();
        // He asked for it himself, so another does.
        let request = fresh();
        stage.play("ada", asked(&request, sharing(&stage, "ada", 2, &["otto", "bea"])));
        stage.play("sam", yes(&request));
        stage.play("ada", stopped);
        stage.play("otto", yes(&request));
        let waits = &stage.state.assents[&request];
        assert_eq!((stage.state.custody.epoch(), waits.waits(), waits.counted(&stage.state)), (2, true, 1));
        stage.play("rik", yes(&request));
        assert_eq!(stage.state.custody.epoch(), 3, "two who are custodians");
        assert_eq!(stage.state.assents[&request].end, Some(End::Granted));
    }
}

#[test]
fn a_use_waits_for_another_yes_where_one_who_agreed_is_stopped_before_there_are_enough() {
    let mut stage = of_three();
    let request = granted(&mut stage, &["rik"]);
    stage.play("ada", OfficerDisabled { officer: id("rik") });
    stage.play("otto", yes(&request));
    assert!(stage.state.assents[&request].waits());
    stage.refuses(Rule::CustodyTooFew, "sam", delivered(&stage, &request, "rosa"));
    stage.play("sam", yes(&request));
    stage.passes("sam", delivered(&stage, &request, "rosa"));
}

/// The shares go with the yes: what is refused when it is carried out was handed over before.
#[test]
fn no_share_is_handed_over_for_somebody_who_lost_the_right_since_it_was_asked_for() {
    let mut stage = of_three();
    let request = fresh();
    stage.play("rosa", asked(&request, Matter::Custody(for_officer(&stage, "rosa", "rosa"))));
    let of_dossier = fresh();
    let of = CustodyUse { whom: Whom::Dossier(stage.dossier.clone()), ..for_officer(&stage, "ada", "rosa") };
    stage.play("ada", asked(&of_dossier, Matter::Custody(of)));
    for custodian in ["rik", "otto"] {
        stage.passes(custodian, yes(&request));
    }
    let withdrawn =
        ClearanceChanged { officer: id("rosa"), policy: "BEL".to_owned(), status: ClearanceStatus::Withdrawn };
    let removed = MemberRemoved { dossier: stage.dossier.clone(), officer: id("rosa") };
    for lost in [Event::from(withdrawn), removed.into()] {
        let mut stage = stage.clone();
        stage.play("ada", lost);
        for custodian in ["rik", "otto"] {
            stage.refuses(Rule::DeliveredToStranger, custodian, yes(&request));
            stage.passes(custodian, yes(&of_dossier));
        }
    }
    for officer in ["rosa", "remi", "bea", "rik"] {
        stage.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id(officer) });
    }
    stage.refuses(Rule::DeliveredToStranger, "otto", yes(&of_dossier));
}

#[test]
fn what_somebody_holds_again_is_handed_to_nobody_who_would_carry_it_over() {
    let mut stage = of_three();
    let secret = stage.secret_key();
    for officer in ["bea", "rik"] {
        stage.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id(officer) });
    }
    let request = fresh();
    let Matter::CustodySharing(plain) = sharing(&stage, "ada", 2, &["sam", "otto"]) else { panic!("a sharing") };
    let over = CarriedOver { carrier: id("ada"), keys: vec![(secret.clone(), vec![1])] };
    stage.play("ada", asked(&request, Matter::CustodySharing(SharingMatter { over, ..plain })));
    let mut back = stage.clone();
    back.play("ada", back.member("bea"));
    back.refuses(Rule::CustodyNotAsked, "otto", yes(&request));
    let carried = |stage: &Stage| stage.state.keys[&secret].get(1).expect("its epoch").carried_by.clone();
    assert_eq!(carried(&stage), [].into());
    stage.play("otto", yes(&request));
    assert_eq!(carried(&stage), [id("ada")].into(), "from the first yes on");
}

#[test]
fn who_may_not_have_a_key_any_more_puts_none_into_custody_under_its_name() {
    let mut stage = of_three();
    let request = fresh();
    stage.play("sam", asked(&request, sharing(&stage, "sam", 2, &["sam", "otto"])));
    for custodian in ["sam", "otto"] {
        stage.play(custodian, yes(&request));
    }
    let deposit = Deposited { key: stage.secret_key(), epochs: vec![1] };
    stage.passes("rik", deposit.clone());
    stage.play("ada", MemberRemoved { dossier: stage.dossier.clone(), officer: id("rik") });
    stage.refuses(Rule::DeliveredWithoutHolding, "rik", deposit.clone());
    stage.passes("bea", deposit);
}
