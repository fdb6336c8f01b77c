//! RESTREINT outside an officer's function: with an authorisation of its originator, which two enter.

use serde_json::json;
use testkit::date;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn notice() -> NewAuthorisation {
    NewAuthorisation {
        policies: ["bel".to_owned()].into(),
        authority: "ANS".to_owned(),
        reference: "N-7".to_owned(),
        until: date(2027, 1, 31),
    }
}

fn authorised() -> NewFunction {
    NewFunction::Outside { authorised: Some(notice()) }
}

const OUTSIDE: NewFunction = NewFunction::Outside { authorised: None };

#[test]
fn a_contractor_reads_what_is_restreint_only_while_two_have_authorised_it() {
    let house = House::furnished();
    let low = file(&mut house.unlock("rik"), "Low", marked("RESTREINT", None));
    let high = file(&mut house.unlock("rik"), "High", marked("SECRET", None));
    house.approve(Level::Secret);
    assert_eq!(titles(&mut house.unlock("bea")).len(), 2);
    let mut sam = house.unlock("sam");
    assert_eq!(codes(&sam.set_function(&id("sam"), OUTSIDE, "x").expect_err("it is refused")), ["about_oneself"]);
    assert_eq!(sam.set_function(&id("bea"), NewFunction::Within, "x").expect_err("it is refused").code(), "state");
    assert_eq!(sam.set_function(&id("bea"), OUTSIDE, " ").expect_err("it is refused").code(), "missing");
    assert_eq!(
        codes(&house.unlock("rik").set_function(&id("bea"), OUTSIDE, "x").expect_err("it is refused")),
        ["role_required"]
    );
    // To take away is one person's, and works at once, with the keys.
    let set = sam
        .set_function(&id("bea"), OUTSIDE, "a contractor")
        .expect("the function is entered")
        .effective()
        .expect("nobody else is asked");
    assert!(set.function.is_some_and(|of| of.outside && of.until.is_none()));
    let mut bea = house.unlock("bea");
    assert_eq!(codes(&try_read(&mut bea, &low.id).expect_err("it is refused")), ["authorisation_missing"]);
    assert_eq!(codes(&try_read(&mut bea, &high.id).expect_err("it is refused")), ["outside_function"]);
    assert!(titles(&mut bea).is_empty());
    drop(bea);
    drop(house.unlock("rik"));
    let later = file(&mut house.unlock("rik"), "Later", marked("RESTREINT", None));
    assert!(epochs(&mut house.unlock("otto"), &later.class) >= 2, "she knew the former key");

    let mut sam = house.unlock("sam");
    let nowhere = NewAuthorisation { policies: ["NOWHERE".to_owned()].into(), ..notice() };
    let unknown = sam
        .set_function(&id("bea"), NewFunction::Outside { authorised: Some(nowhere) }, "x")
        .expect_err("it is refused");
    assert_eq!(unknown.code(), "unknown");
    let request = sam
        .set_function(&id("bea"), authorised(), "the notice is signed")
        .expect("the function is entered")
        .request()
        .expect("takes two");
    assert_eq!(codes(&sam.give_assent(&request).expect_err("it is refused")), ["second_person_required"]);
    assert_eq!(
        codes(&try_read(&mut house.unlock("bea"), &low.id).expect_err("it is refused")),
        ["authorisation_missing"]
    );
    let mut ada = house.unlock("ada");
    let view = ada.assent(&request).expect("the request is seen");
    let AskedFor::Function(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((view.summary.kind, view.summary.about.as_str()), (AssentKind::Function, "bea"));
    assert_eq!((asked.now.until, asked.then.until), (None, Some(date(2027, 1, 31))));
    assert_eq!((asked.then.reference.as_deref(), asked.why.as_deref()), (Some("N-7"), Some("the notice is signed")));
    ada.give_assent(&request).expect("the yes counts");
    drop((ada, sam));
    // Her keys come from a holder.
    drop(house.unlock("rik"));
    let mut bea = house.unlock("bea");
    assert!(try_read(&mut bea, &low.id).is_ok() && try_read(&mut bea, &later.id).is_ok());
    assert_eq!(codes(&try_read(&mut bea, &high.id).expect_err("it is refused")), ["outside_function"]);
    let told = LogFilter { action: Some("change-function".to_owned()), ..LogFilter::default() };
    assert_eq!(house.unlock("otto").log(&told).expect("the log is read").rows.len(), 2);
}

/// The same with programs of one's own.
#[test]
fn nobody_authorises_alone_by_a_program_of_his_own() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Low", marked("RESTREINT", None));
    house.approve(Level::Secret);
    house.unlock("sam").set_function(&id("carl"), OUTSIDE, "a contractor").expect("the function is entered");
    let request = house
        .unlock("sam")
        .set_function(&id("carl"), authorised(), "x")
        .expect("the function is entered")
        .request()
        .expect("it waits for another");
    let set = |function: serde_json::Value| json!({ "event": "function-set", "officer": "carl", "function": function });
    let given = json!({ "is": "outside", "authorised": {
        "policies": ["BEL"], "authority": "ANS", "reference": "N-7", "until": "2027-01-31" } });
    let yes = json!({ "event": "answered", "request": request.as_str(), "answer": "yes" });
    for (event, rule) in [
        (set(given), "takes_two"),
        (set(json!({ "is": "within" })), "takes_two"),
        (set(json!({ "is": "outside", "authorised": null })), "function_unchanged"),
        (yes, "own_request"),
    ] {
        assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(event)), rule);
    }
    // Nor does a member hand over a key that is not for somebody outside his function.
    let rik = Hostile::new(&house, "rik");
    let (class, epoch) = rik.held("class").first().cloned().expect("he filed it");
    drop(rik);
    let delivered = json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [epoch],
        "officers": ["carl"] });
    assert_eq!(caught(&house, "rik", |_| Forgery::of(delivered)), "delivered_to_stranger");
}
