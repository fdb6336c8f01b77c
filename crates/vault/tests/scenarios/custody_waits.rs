//! The waiting time of custody: nothing is handed over before it is over, and nobody shortens it by a date of his own.

use base64::Engine as _;
use registry::keys::KeyName;
use seal::seal_bytes;
use serde_json::json;
use vault::*;

use super::custody::{answered, ask, of_three, refused};
use super::forged::{caught, rule};
use super::hostile::{Forgery, Hostile};
use super::house::*;

#[test]
fn a_use_waits_and_is_stopped_by_any_custodian_or_security_officer() {
    let (house, _) = of_three();
    let custodians = ["rik", "otto", "kim"].map(id).into();
    let new = NewSharing { threshold: 2, custodians, waiting_hours: Some(48) };
    let Shared::Waiting(request) = house.unlock("ada").share_custody(new).expect("shared") else {
        panic!("it takes two")
    };
    for custodian in ["rik", "otto"] {
        house.unlock(custodian).give_assent(&request).expect("the officer says yes");
    }
    // Nobody holds the key of the tip: the yes of both carried it over.
    drop(house.unlock("ada"));
    let request = ask(&mut house.unlock("sam"));
    // Until then nobody hands a share over: with two, sam's own program would have the key, and who stopped it would be too late.
    let mut otto = house.unlock("otto");
    let seen = otto.assent(&request).expect("otto sees it");
    assert_eq!((seen.may_give, seen.may_refuse, seen.why_not[0].code.as_str()), (false, true, "custody_waits"));
    assert!(seen.why_not[0].params["until"].starts_with("2026-11-24T"), "{seen:?}");
    assert_eq!(codes(&otto.give_assent(&request).expect_err("otto's yes is refused")), ["custody_waits"]);
    drop(otto);
    assert_eq!(caught(&house.copy(), "otto", |_| Forgery::of(answered(&request, "yes"))), "custody_waits");
    for (officer, how) in [("rik", "custodian"), ("ada", "security officer"), ("sam", "who asked")] {
        let house = house.copy();
        let mut session = house.unlock(officer);
        let stopped = match officer {
            "sam" => session.withdraw_assent(&request, Some("it is done otherwise")),
            _ => session.refuse_assent(&request, "I know nothing of it"),
        };
        drop((stopped.expect("the officer stops it"), session));
        house.clock.forward(2);
        let over = house.unlock("kim").give_assent(&request).expect_err("it is over");
        assert!(matches!(&over, Error::State { what: "request", .. }), "{how}: {over:?}");
        assert_eq!(refused(&house, "sam", &request), ["request_over"], "{how}");
    }
    let stranger = house.unlock("carl").refuse_assent(&request, "no").expect_err("carl's no is refused");
    assert!(matches!(stranger, Error::NotFound { .. }));
    house.clock.forward(2);
    for custodian in ["kim", "otto"] {
        house.unlock(custodian).give_assent(&request).expect("the officer says yes");
    }
    // Also after the last yes.
    let stopped = house.copy();
    stopped.unlock("rik").refuse_assent(&request, "I know nothing of it").expect("rik says no");
    assert_eq!(refused(&stopped, "sam", &request), ["request_over"]);
    assert!(house.unlock("sam").carry_out_custody(&request).expect("sam carries out the request").left_out.is_empty());
    let over = house.unlock("rik").refuse_assent(&request, "too late").expect_err("rik's no is refused");
    assert_eq!(codes(&over), ["request_over"]);
}

/// What nobody holds comes to one person by a sharing as by a use: else that would be the way around the waiting time.
#[test]
fn a_sharing_that_carries_over_what_nobody_holds_waits_like_a_use_and_says_what_the_yes_hands_over() {
    let (house, _) = of_three();
    let again = |hours| NewSharing {
        threshold: 2,
        custodians: ["rik", "otto", "kim"].map(id).into(),
        waiting_hours: Some(hours),
    };
    let asks = |hours| match house.unlock("ada").share_custody(again(hours)).expect("asked for") {
        Shared::Waiting(request) => request,
        Shared::Effective(view) => panic!("it takes two: {view:?}"),
    };
    let first = asks(48);
    for custodian in ["rik", "otto"] {
        house.unlock(custodian).give_assent(&first).expect("there is no waiting time yet");
    }
    drop(house.unlock("ada"));
    let second = asks(0);
    let mut otto = house.unlock("otto");
    let seen = otto.assent(&second).expect("otto sees it");
    let AskedFor::CustodySharing(asked) = &seen.asked else { panic!("{seen:?}") };
    assert_eq!((asked.carries, asked.carrier.as_str()), (1, "ada"));
    assert_eq!(codes(&otto.give_assent(&second).expect_err("otto's yes is refused")), ["custody_waits"]);
    drop(otto);
    assert_eq!(caught(&house.copy(), "otto", |_| Forgery::of(answered(&second, "yes"))), "custody_waits");
    house.clock.forward(2);
    house.unlock("otto").give_assent(&second).expect("the time is over");
}

/// Nobody works here over the weekend. On Sunday somebody asks with a program of his own, which dates it as the last entry, of Friday.
#[test]
fn a_request_that_is_dated_back_waits_from_when_others_could_know_of_it() {
    let (house, filed) = of_three();
    let custodians = ["rik", "otto", "kim"].map(id).into();
    let new = NewSharing { threshold: 2, custodians, waiting_hours: Some(24) };
    let Shared::Waiting(sharing) = house.unlock("ada").share_custody(new).expect("shared") else {
        panic!("it takes two")
    };
    for custodian in ["rik", "otto"] {
        house.unlock(custodian).give_assent(&sharing).expect("the officer says yes");
    }
    drop(house.unlock("ada"));
    let mut sam = Hostile::new(&house, "sam");
    house.clock.forward(2);
    let otto = Hostile::new(&house, "otto");
    let told = seal_bytes(&[otto.identity.recipient()], b"the tip may not wait").expect("it is sealed");
    drop(otto);
    let key = serde_json::to_value(KeyName::Class(filed.class.clone())).expect("plain data");
    let mut asks = |motive: &[u8]| {
        let request = AssentId::parse(&seal::random_id()).expect("of the form of an id");
        let motive = base64::engine::general_purpose::STANDARD.encode(motive);
        sam.append(Forgery::of(json!({ "event": "asked", "request": request.as_str(), "matter": {
            "kind": "custody", "whom": { "kind": "officer", "id": "bea" }, "carrier": "sam", "keys": [[&key, [1]]],
            "pairs": [], "sharing": 3, "threshold": 2, "motive": motive } })));
        request
    };
    let (request, unsaid) = (asks(&told), asks(b"what nobody reads"));
    // Two days later by every clock, and nobody has heard of it: otto reads it now.
    let mut otto = house.unlock("otto");
    let refused = otto.give_assent(&request).expect_err("otto's yes is refused");
    assert_eq!(codes(&refused), ["custody_waits"]);
    drop(otto);
    let forged = house.copy();
    let mut kim = Hostile::new(&forged, "kim");
    let index = kim.position.size();
    kim.append(Forgery::of(answered(&request, "yes")));
    drop(kim);
    assert_eq!(rule(forged.try_unlock("bea"), index), "custody_waits");
    house.clock.forward(1);
    let mut otto = house.unlock("otto");
    otto.give_assent(&request).expect("a day after he could know of it");
    // And to what he is not told he does not agree.
    assert_eq!(codes(&otto.give_assent(&unsaid).expect_err("otto's yes is refused")), ["custody_without_motive"]);
    otto.refuse_assent(&unsaid, "nobody says why").expect("otto says no");
}
