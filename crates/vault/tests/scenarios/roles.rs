//! Charges and other keys that take two: at the decision, and at replay.

use ledger::VaultId;
use registry::people::{NewKeys, ReissueMatter};
use seal::{Identity, Signer, VerifyingKey, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::{caught, rule};
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn another() -> Passphrase {
    Passphrase::new("four words known to one".to_owned())
}

fn roles(roles: &[Role]) -> std::collections::BTreeSet<Role> {
    roles.iter().copied().collect()
}

/// Lets somebody in by a request of his own.
fn let_in(house: &House, by: &str, officer: &str, charged: &[Role]) -> Entered {
    let request = house.request(officer, "BEL", &phrase());
    house.unlock(by).admit_officer(request.as_bytes(), &roles(charged)).expect("the officer lets the newcomer in")
}

fn charge(house: &House, by: &str, officer: &str, charged: &[Role]) -> Result<Entered, Error> {
    house.unlock(by).change_roles(&id(officer), &roles(charged), Some("succeeds his chief"))
}

fn has(house: &House, officer: &str) -> Vec<Role> {
    house.unlock("ada").officer(&id(officer)).expect("ada sees the officer").roles.into_iter().collect()
}

fn answer(answer: &str, request: &AssentId) -> Value {
    json!({ "event": "answered", "request": request.as_str(), "answer": answer })
}

#[test]
fn a_charge_waits_for_a_second_security_officer_and_its_officer_is_a_reader_until_then() {
    let house = House::under_full_rules();
    let entered = let_in(&house, "ada", "nina", &[Role::SecurityOfficer]);
    assert_eq!((entered.officer.roles, entered.waiting), (roles(&[Role::Reader]), true));
    assert_eq!(entered.asked_roles, roles(&[Role::SecurityOfficer]));
    let who: Vec<&str> = entered.may_agree.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(who, ["sam"]);
    let request = entered.request.expect("it waits for others");
    let mut nina = house.unlock("nina");
    assert!(matches!(nina.give_assent(&request), Err(Error::NotFound { .. })), "she knows of none");
    assert!(
        nina.log(&LogFilter { limit: 50, ..LogFilter::default() })
            .expect("nina reads the log")
            .rows
            .iter()
            .all(|row| row.action != "found")
    );

    let mut sam = house.unlock("sam");
    let view = sam.assent(&request).expect("sam sees the request");
    assert_eq!((view.summary.kind, view.summary.about.as_str(), view.may_give), (AssentKind::Roles, "nina", true));
    let AskedFor::Roles(asked) = &view.asked else { panic!("{view:?}") };
    assert_eq!((&asked.has, &asked.then), (&roles(&[Role::Reader]), &roles(&[Role::SecurityOfficer])));
    assert_eq!(asked.fingerprint, nina.me().fingerprint, "what sam compares with her");
    assert_eq!(codes(&house.unlock("ada").give_assent(&request).expect_err("refused")), ["second_person_required"]);
    sam.give_assent(&request).expect("sam says yes");
    assert_eq!(has(&house, "nina"), [Role::SecurityOfficer]);
    // With the charge comes what it calls for: the log of all.
    let mut nina = house.unlock("nina");
    let rows = nina.log(&LogFilter { limit: 200, ..LogFilter::default() }).expect("nina reads the log").rows;
    assert!(rows.iter().any(|row| row.action == "give-roles" && row.officer == id("sam")), "{rows:?}");
    // And she is an officer on the word of two: a second for ada.
    let request = charge(&house, "ada", "bea", &[Role::Reader, Role::Auditor])
        .expect("the roles are asked for")
        .request
        .expect("it waits for others");
    nina.give_assent(&request).expect("nina says yes");
    assert_eq!(has(&house, "bea"), [Role::Reader, Role::Auditor]);
}

#[test]
fn a_charge_is_refused_with_a_reason_or_withdrawn_and_then_it_is_over() {
    let house = House::under_full_rules();
    let asked = |charged: &[Role]| {
        charge(&house, "ada", "carl", charged).expect("the roles are asked for").request.expect("it waits for others")
    };
    let first = asked(&[Role::Reader, Role::Auditor]);
    let mut sam = house.unlock("sam");
    let AskedFor::Roles(of) = sam.assent(&first).expect("sam sees the request").asked else { panic!("charges") };
    assert_eq!(of.why.as_deref(), Some("succeeds his chief"), "who answers reads why");
    sam.refuse_assent(&first, "he is to leave").expect("sam says no");
    assert!(matches!(sam.give_assent(&first), Err(Error::State { .. })));
    let second = asked(&[Role::Reader, Role::Auditor]);
    house.unlock("ada").withdraw_assent(&second, None).expect("ada withdraws the request");
    let (third, fourth) = (asked(&[Role::Reader, Role::Auditor]), asked(&[Role::Reader, Role::Registrar]));
    sam.give_assent(&third).expect("sam says yes");
    assert_eq!(codes(&sam.give_assent(&fourth).expect_err("sam's yes is refused")), ["request_stale"]);
    assert_eq!(has(&house, "carl"), [Role::Reader, Role::Auditor]);
    let codes_of = |outcome: Result<Entered, Error>| codes(&outcome.expect_err("it is refused")).join(" ");
    assert_eq!(codes_of(charge(&house, "ada", "ada", &[Role::Reader])), "about_oneself");
    assert_eq!(codes_of(charge(&house, "rik", "carl", &[Role::Reader])), "role_required");
    assert_eq!(codes_of(charge(&house, "ada", "carl", &[Role::Custodian])), "custodian_by_sharing");
    let same = charge(&house, "ada", "carl", &[Role::Auditor, Role::Reader]);
    assert!(matches!(&same, Err(Error::State { what: "roles", status }) if status == "unchanged"), "{same:?}");
    assert!(matches!(charge(&house, "ada", "carl", &[]), Err(Error::Missing { field: "roles" })));
}

#[test]
fn a_charge_that_waits_already_is_not_asked_for_again_whatever_else_is_asked_for_with_it() {
    let house = House::under_full_rules();
    let first = let_in(&house, "ada", "nina", &[Role::SecurityOfficer]).request.expect("it waits for others");
    let overlapping =
        [&[Role::SecurityOfficer][..], &[Role::Reader, Role::SecurityOfficer], &[Role::SecurityOfficer, Role::Auditor]];
    for (by, charged) in ["ada", "sam"].into_iter().flat_map(|by| overlapping.map(|charged| (by, charged))) {
        let Err(Error::Denied { reasons, .. }) = charge(&house, by, "nina", charged) else { panic!("{charged:?}") };
        let [reason] = reasons.as_slice() else { panic!("{reasons:?}") };
        assert_eq!(reason.code, "already_waits");
        assert_eq!(reason.params.get("request").map(String::as_str), Some(first.as_str()), "{charged:?}");
    }
    charge(&house, "ada", "nina", &[Role::Reader, Role::Auditor]).expect("another charge is asked for");
    house.unlock("ada").withdraw_assent(&first, None).expect("ada withdraws the request");
    let again = charge(&house, "ada", "nina", &[Role::Reader, Role::SecurityOfficer]).expect("the first is over");
    assert!(again.waiting);
}

#[test]
fn a_charge_is_taken_away_by_one_and_oversight_has_another_key() {
    let house = House::under_full_rules();
    let seen = |officer: &str| {
        let filter = LogFilter { action: Some("record-briefing".to_owned()), limit: 50, ..LogFilter::default() };
        house.unlock(officer).log(&filter).expect("the officer reads the log").rows.len()
    };
    brief(&mut house.unlock("ada"), "bea", "BEL", "SECRET");
    assert_eq!(seen("otto"), 1);
    let taken = charge(&house, "ada", "otto", &[Role::Reader]).expect("the roles are asked for");
    assert_eq!((taken.officer.roles, taken.waiting), (roles(&[Role::Reader]), false));
    brief(&mut house.unlock("ada"), "carl", "BEL", "SECRET");
    assert_eq!((seen("otto"), seen("sam"), seen("bea")), (0, 2, 1), "bea sees her own");
    // To get it back takes two.
    let back = charge(&house, "sam", "otto", &[Role::Auditor]).expect("the roles are asked for");
    assert_eq!((back.officer.roles, back.waiting), (roles(&[Role::Reader]), true));
    house.unlock("ada").give_assent(&back.request.expect("it waits for others")).expect("ada says yes");
    assert_eq!(has(&house, "otto"), [Role::Auditor]);
    assert_eq!(seen("otto"), 2);
}

#[test]
fn under_the_rules_of_an_exercise_one_charges_alone_and_the_approval_lists_it() {
    let house = House::furnished();
    let charged = charge(&house, "ada", "carl", &[Role::Reader, Role::Registrar]).expect("the roles are asked for");
    assert!(!charged.waiting && charged.officer.roles.contains(&Role::Registrar));
    let mut ada = house.unlock("ada");
    share_by_two(&mut ada);
    let request = ada.record_approval(approval(Level::Secret)).expect("ada records the approval");
    let AskedFor::Approval(asked) = house.unlock("sam").assent(&request).expect("seen").asked else {
        panic!("an approval")
    };
    assert!(asked.confirms.iter().any(|right| right.to == id("carl") && right.roles.contains(&Role::Registrar)));
}

/// Keys that another made are good for making one's own: a charge before would be that other's.
#[test]
fn nobody_is_charged_before_he_has_made_his_own_keys() {
    let house = House::under_full_rules();
    let new = NewOfficer {
        id: id("nina"),
        full_name: "Nina".to_owned(),
        nationality: "BEL".to_owned(),
        roles: roles(&[Role::Registrar]),
    };
    let entered = house.unlock("ada").add_officer(new, &phrase()).expect("ada enters the officer");
    let request = entered.request.expect("it waits for others");
    let mut sam = house.unlock("sam");
    assert_eq!(codes(&sam.give_assent(&request).expect_err("sam's yes is refused")), ["keys_of_another"]);
    assert_eq!(sam.assent(&request).expect("sam sees the request").why_not[0].code, "keys_of_another");
    assert_eq!(caught(&house.copy(), "sam", |_| Forgery::of(answer("yes", &request))), "not_own_keys");
    let code = house.renew("nina", &phrase(), &another()).expect("the keys are renewed");
    let AskedFor::Roles(asked) = sam.assent(&request).expect("sam sees the request").asked else { panic!("charges") };
    assert_eq!(asked.fingerprint, code);
    sam.give_assent(&request).expect("sam says yes");
    assert_eq!(has(&house, "nina"), [Role::Registrar]);
}

#[test]
fn lost_keys_are_replaced_with_the_yes_of_a_second_security_officer() {
    let house = House::under_full_rules();
    let text = house.request("bea", "BEL", &another());
    let code = read_request(text.as_bytes()).expect("it is a request").short_code();
    let mut ada = house.unlock("ada");
    let former = ada.officer(&id("bea")).expect("ada sees the officer").fingerprint;
    let elsewhere = house.request("bea", "BEL", &Passphrase::new("four words of another workstation".to_owned()));
    let at_another = read_request(elsewhere.as_bytes()).expect("it is a request").short_code();
    house.unlock("bea").add_identity(elsewhere.as_bytes(), "Antwerp").expect("the workstation is added");
    let theirs = Passphrase::new("four words of somebody else".to_owned());
    let under = |name: &str| house.open().request_identity(&id("bea"), name, "BEL", &theirs).expect("made").0;
    let named = ada.reissue_officer(&id("bea"), under("Fake Bea").as_bytes(), "forgotten").expect_err("refused");
    assert!(matches!(&named, Error::RequestOfAnother { officer } if officer == "Fake Bea"), "{named:?}");
    assert_eq!(named.exit(), ExitClass::Refused);
    let asked = ada.reissue_officer(&id("bea"), text.as_bytes(), "forgotten").expect("ada lets the new keys in");
    assert!(asked.waiting && asked.officer.fingerprint == former);
    let request = asked.request.expect("it waits for others");
    let with_new = || house.open().unlock(&id("bea"), &another());
    assert!(matches!(with_new(), Err(Error::WrongPassphrase { .. })), "nothing yet");
    // Who has his keys still is told at each unlock who wants to give him others.
    let told = house.unlock("bea").warnings();
    let told: Vec<_> = told.iter().filter(|warning| warning.code == "reissue_asked").collect();
    assert_eq!(told.iter().map(|told| told.params["by"].as_str()).collect::<Vec<_>>(), ["Ada Officer"]);
    assert!(!house.unlock("rik").warnings().iter().any(|warning| warning.code == "reissue_asked"));
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    assert!(matches!(house.unlock("rik").give_assent(&request), Err(Error::NotFound { .. })));
    let mut sam = house.unlock("sam");
    let AskedFor::Reissue(view) = sam.assent(&request).expect("seen").asked else { panic!("other keys") };
    assert_eq!((view.fingerprint, view.why.as_deref()), (code.clone(), Some("forgotten")));
    let taken: Vec<_> = view.former.iter().map(|keys| (keys.name.as_str(), keys.fingerprint.as_str())).collect();
    assert_eq!(taken, [("", former.as_str()), ("Antwerp", at_another.as_str())]);
    sam.give_assent(&request).expect("sam says yes");
    assert_eq!(with_new().expect("bea unlocks under the new passphrase").me().fingerprint, code);
    assert!(house.try_unlock("bea").is_err());
    // About oneself: sam's are another's to agree to.
    let own = house.request("sam", "BEL", &another());
    let request = ada
        .reissue_officer(&id("sam"), own.as_bytes(), "forgotten")
        .expect("let in")
        .request
        .expect("it waits for others");
    assert_eq!(codes(&sam.give_assent(&request).expect_err("sam's yes is refused")), ["about_oneself"]);
}

/// With the parts that such an entry has.
fn bringing(events: Vec<Value>, identity: &Identity, signs: &VerifyingKey, renews: Option<&Signer>) -> Forgery {
    let own = seal_bytes(&[identity.recipient()], b"").expect("it is sealed");
    let forgery =
        Forgery::all(events).part("author", signs.to_bytes()).part(format!("officer/{}", signs.key_id()), own);
    match renews {
        Some(key) => forgery.part(format!("renews/{}", key.key_id()), key.key_id().to_bytes()),
        None => forgery,
    }
}

/// What an honest program asks for, a program of one's own does all the same: every reader stops there.
#[test]
fn a_charge_that_takes_two_and_has_no_second_person_is_forged() {
    let house = House::under_full_rules();
    let alone = json!({ "event": "roles-changed", "officer": "carl", "roles": ["reader", "auditor"] });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(alone)), "takes_two");
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let keys = |vault: &VaultId| NewKeys::of(vault, &id("nina"), None, identity.recipient(), &signer);
    let added = |vault: &VaultId, charged: &str| {
        let keys = serde_json::to_value(keys(vault)).expect("it is plain data");
        let officer = json!({ "id": "nina", "full_name": "Nina", "nationality": "BEL", "roles": [charged],
                              "recipient": keys["recipient"], "key": keys["key"] });
        json!({ "event": "officer-added", "officer": officer, "proof": keys["proof"] })
    };
    let broken = caught(&house.copy(), "ada", |ada| {
        bringing(vec![added(ada.ledger.vault(), "security-officer")], &identity, signer.verifying_key(), None)
    });
    assert_eq!(broken, "takes_two");
    // Let in, asked for and agreed to in one entry.
    let request = seal::random_id();
    let broken = caught(&house.copy(), "ada", |ada| {
        let asked = json!({ "event": "asked", "request": request, "matter":
            { "kind": "roles", "officer": "nina", "roles": ["security-officer"], "instead_of_reader": true } });
        let yes = json!({ "event": "answered", "request": request, "answer": "yes" });
        bringing(vec![added(ada.ledger.vault(), "reader"), asked, yes], &identity, signer.verifying_key(), None)
    });
    assert_eq!(broken, "own_request");
    let waits = charge(&house, "ada", "carl", &[Role::Reader, Role::Auditor])
        .expect("the roles are asked for")
        .request
        .expect("it waits for others");
    for (author, rule) in [("ada", "own_request"), ("rik", "not_security_officer"), ("carl", "not_security_officer")] {
        assert_eq!(caught(&house.copy(), author, |_| Forgery::of(answer("yes", &waits))), rule, "{author}");
    }
    let stale = house.copy();
    let other = charge(&stale, "ada", "carl", &[Role::Reader, Role::Registrar])
        .expect("the roles are asked for")
        .request
        .expect("it waits for others");
    stale.unlock("sam").give_assent(&other).expect("sam says yes");
    assert_eq!(caught(&stale, "sam", |_| Forgery::of(answer("yes", &waits))), "request_stale");
    // Taken away, and the key of oversight stays.
    let taken = json!({ "event": "roles-changed", "officer": "otto", "roles": ["reader"] });
    assert_eq!(caught(&house.copy(), "ada", |_| Forgery::of(taken)), "taken_without_new_keys");
    // By its right author it is not forged.
    Hostile::new(&house, "sam").append(Forgery::of(answer("yes", &waits)));
    drop(house.unlock("bea"));
}

#[test]
fn other_keys_that_take_two_and_have_no_second_person_are_forged() {
    let house = House::under_full_rules();
    let sam = Hostile::new(&house, "sam");
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let signs = signer.verifying_key().clone();
    let keys = NewKeys::of(sam.ledger.vault(), &id("sam"), None, identity.recipient(), &signer);
    let alone = json!({ "event": "keys-reissued", "officer": "sam", "keys": serde_json::to_value(&keys).expect("it is plain data") });
    let broken = caught(&house.copy(), "ada", |_| bringing(vec![alone], &identity, &signs, Some(&sam.signer)));
    assert_eq!(broken, "takes_two");
    let of = ReissueMatter { officer: id("sam"), keys, signs: signs.clone() };
    let request = AssentId::parse(&seal::random_id()).expect("of the form of an id");
    let mut matter = serde_json::to_value(&of).expect("it is plain data");
    matter["kind"] = json!("reissue");
    let asked = json!({ "event": "asked", "request": request, "matter": matter });
    let both = vec![asked.clone(), answer("yes", &request)];
    let broken = caught(&house.copy(), "ada", |_| bringing(both, &identity, &signs, Some(&sam.signer)));
    assert_eq!(broken, "own_request");
    // To ask brings no keys.
    let early = bringing(vec![asked.clone()], &identity, &signs, Some(&sam.signer));
    assert_eq!(caught(&house.copy(), "ada", |_| early), "author_introduced_without_right");
    Hostile::new(&house, "ada").append(Forgery::of(asked));
    // A yes that brings other keys, or none.
    let (other_identity, other) = (Identity::generate(), Signer::generate());
    let mut third = house.copy();
    let entered = let_in(&third, "ada", "sofie", &[Role::SecurityOfficer]);
    third.unlock("sam").give_assent(&entered.request.expect("it waits for others")).expect("sam says yes");
    assert_eq!(caught(&third.copy(), "sofie", |_| Forgery::of(answer("yes", &request))), "author_not_introduced");
    let wrong = bringing(vec![answer("yes", &request)], &other_identity, other.verifying_key(), Some(&sam.signer));
    assert_eq!(caught(&third.copy(), "sofie", |_| wrong), "author_not_introduced");
    let unnamed = bringing(vec![answer("yes", &request)], &identity, &signs, None);
    assert_eq!(caught(&third.copy(), "sofie", |_| unnamed), "author_not_introduced");
    let bare = bringing(vec![answer("yes", &request)], &identity, &signs, Some(&sam.signer));
    assert_eq!(caught(&third.copy(), "sofie", |_| bare), "common_key_due", "and leaves what the lost ones open");
    third = third.copy();
    third.unlock("sofie").give_assent(&request).expect("sofie says yes");
    drop(third.unlock("bea"));
    assert!(matches!(rule_of(&third, sam), Some("keys_replaced")));
}

/// The rule by which an entry of his stops the next reader.
fn rule_of(house: &House, hostile: Hostile) -> Option<&'static str> {
    let mut hostile = Hostile { ledger: Hostile::new(house, "bea").ledger, ..hostile };
    hostile.read();
    let index = hostile.position.size();
    hostile.append(Forgery::all(Vec::new()));
    drop(hostile);
    Some(rule(house.try_unlock("bea"), index))
}
