//! Custody of k of n: asked for, agreed to by custodians, carried out once. And everything that somebody might try instead.

use registry::custody::Deposit;
use registry::keys::KeyName;
use seal::{Share, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::{caught, rule};
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn shared(session: &mut Session, threshold: u8, custodians: &[&str]) -> Result<Shared, Error> {
    let custodians = custodians.iter().map(|name| id(name)).collect();
    session.share_custody(NewSharing { threshold, custodians, waiting_hours: None })
}

/// Custody is shared among rik, otto and kim, of whom two suffice. Carl filed a tip that nobody could read; since then bea is
/// cleared for it, and only custody has its key.
pub(super) fn of_three() -> (House, FilingResult) {
    static MODEL: std::sync::OnceLock<(House, FilingResult)> = std::sync::OnceLock::new();
    let (house, filed) = MODEL.get_or_init(|| {
        let house = House::furnished();
        let mut ada = house.unlock("ada");
        house.add(&mut ada, "kim", "BEL", &[Role::Reader]);
        assert!(matches!(shared(&mut ada, 2, &["rik", "otto", "kim"]).expect("shared"), Shared::Effective(_)));
        let filed = file(&mut house.unlock("carl"), "Tip", marked("TRES SECRET", None));
        clear(&mut ada, "bea", "BEL", "TRES SECRET");
        for officer in ["ada", "rik", "otto", "kim", "rosa"] {
            drop(house.unlock(officer));
        }
        (house, filed)
    });
    (house.copy(), filed.clone())
}

pub(super) fn ask(session: &mut Session) -> AssentId {
    session.request_custody(&CustodyFor::Officer(id("bea")), "the tip may not wait").expect("asked for")
}

fn agreed(house: &House, custodians: &[&str]) -> AssentId {
    let request = ask(&mut house.unlock("sam"));
    for custodian in custodians {
        house.unlock(custodian).give_assent(&request).expect("the officer says yes");
    }
    request
}

pub fn told_of_custody(house: &House, officer: &str) -> bool {
    house.unlock(officer).warnings().iter().any(|warning| warning.code == "custody_used")
}

pub(super) fn refused(house: &House, officer: &str, request: &AssentId) -> Vec<String> {
    let error = house.unlock(officer).carry_out_custody(request).expect_err("the use of custody is refused");
    codes(&error).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_key_is_had_from_custody_by_request_the_yes_of_two_of_three_and_who_asked() {
    let (house, filed) = of_three();
    let mut bea = house.unlock("bea");
    assert_eq!(try_read(&mut bea, &filed.id).expect_err("bea's opening is refused").exit(), ExitClass::Denied);
    let mut sam = house.unlock("sam");
    let view = sam.custody().expect("sam sees custody");
    assert_eq!((view.threshold, view.epoch, view.waiting_hours, view.sound), (2, 2, 0, true));
    assert_eq!(view.custodians, ["kim", "otto", "rik"].map(id));
    assert_eq!(view.keys_in_custody, view.keys, "all that belong there lie there");
    let request = ask(&mut sam);
    assert_eq!(refused(&house, "sam", &request), ["custody_too_few"]);
    let mut otto = house.unlock("otto");
    let seen = otto.assent(&request).expect("otto sees the request");
    assert_eq!((seen.summary.needed, seen.summary.about.as_str(), seen.may_give), (2, "bea", true));
    let AskedFor::Custody(asked) = &seen.asked else { panic!("{seen:?}") };
    assert_eq!((asked.why.as_deref(), asked.keys), (Some("the tip may not wait"), 1));
    let known = otto.officer(&id("bea")).expect("otto knows bea").fingerprint;
    assert_eq!(asked.codes, [known], "who agrees compares it with her");
    // To those whom it does not concern there is no such request.
    for stranger in ["carl", "rosa"] {
        assert!(matches!(house.unlock(stranger).assent(&request), Err(Error::NotFound { .. })), "{stranger}");
        assert!(house.unlock(stranger).custody().expect("the officer sees custody").requests.is_empty());
    }
    otto.give_assent(&request).expect("otto says yes");
    assert_eq!(codes(&otto.give_assent(&request).expect_err("otto's yes is refused")), ["assented_twice"]);
    assert_eq!(refused(&house, "sam", &request), ["custody_too_few"]);
    house.unlock("kim").give_assent(&request).expect("kim says yes");
    assert_eq!(
        try_read(&mut bea, &filed.id).expect_err("bea's opening is refused").exit(),
        ExitClass::Denied,
        "agreed to is not carried out"
    );
    assert_eq!(refused(&house, "kim", &request), ["request_of_another"]);

    assert_eq!(sam.waiting().expect("sam sees what waits").custody_to_carry_out, 1);
    let done = sam.carry_out_custody(&request).expect("sam carries out the request");
    assert_eq!(done.delivered, [KeysDelivered { officer: id("bea"), keys: 1 }]);
    assert!(done.left_out.is_empty());
    assert_eq!(read(&mut bea, &filed.id), b"the bytes of Tip");
    assert_eq!(refused(&house, "sam", &request), ["custody_used_twice"]);
    // Sam's program forgot the key; his own cannot have it for what comes.
    assert!(Hostile::new(&house, "sam").held("class").is_empty());
    drop(bea);
    assert!(told_of_custody(&house, "bea"), "whom it was for");
    file(&mut house.unlock("carl"), "Second tip", marked("TRES SECRET", None));
    assert_eq!(epochs(&mut house.unlock("otto"), &filed.class), 2, "renewed, since sam could have kept it");
    // Everybody concerned is told.
    for officer in ["rik", "otto", "kim", "ada"] {
        assert!(told_of_custody(&house, officer), "{officer}");
    }
    assert!(!told_of_custody(&house, "rosa"));
    let mut otto = house.unlock("otto");
    for act in ["request-custody", "assent-custody", "carry-out-custody"] {
        let rows = otto
            .log(&LogFilter { action: Some(act.to_owned()), limit: 10, ..LogFilter::default() })
            .expect("listed")
            .rows;
        assert_eq!(rows.len(), if act == "assent-custody" { 2 } else { 1 }, "{act}");
        assert!(rows.iter().all(|row| row.detail["request"] == request.as_str()), "{act}");
    }
    let all = otto.log(&LogFilter { action: Some("does-not-fit".to_owned()), ..LogFilter::default() }).expect("listed");
    assert!(all.rows.is_empty(), "{all:?}");
}

/// The passphrase of another workstation.
fn other() -> Passphrase {
    Passphrase::new("four words of another workstation".to_owned())
}

fn with_another(house: &House, officer: &str) {
    let request = house.request(officer, "BEL", &other());
    house.unlock(officer).add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
}

#[test]
fn a_custodian_says_yes_and_who_asked_carries_out_with_whichever_identity() {
    let (house, filed) = of_three();
    // The key of the tip was dealt before; what comes later is dealt to each.
    for officer in ["otto", "sam"] {
        with_another(&house, officer);
    }
    let later = file(&mut house.unlock("carl"), "Later", marked_with("TRES SECRET", None, &[]));
    assert_eq!(later.class, filed.class);
    drop(house.unlock("rik"));
    let request = ask(&mut house.unlock("sam"));
    let mut elsewhere = house.open().unlock(&id("otto"), &other()).expect("he unlocks");
    assert!(elsewhere.assent(&request).expect("it is seen").may_give);
    elsewhere.give_assent(&request).expect("he has his shares there");
    drop(elsewhere);
    house.unlock("kim").give_assent(&request).expect("it is seen");
    let mut sam = house.open().unlock(&id("sam"), &other()).expect("he unlocks");
    assert!(sam.carry_out_custody(&request).expect("it is carried out").left_out.is_empty());
    let mut bea = house.unlock("bea");
    for (document, bytes) in [(&filed.id, b"the bytes of Tip".to_vec()), (&later.id, b"the bytes of Later".to_vec())] {
        assert_eq!(read(&mut bea, document), bytes);
    }
}

#[test]
fn a_custodian_whose_first_identity_is_revoked_goes_on_with_the_shares_of_the_other() {
    let (house, filed) = of_three();
    with_another(&house, "otto");
    let first = house.unlock("ada").identities(&id("otto")).expect("they are listed")[0].key.clone();
    house.unlock("ada").revoke_identity(&first, "stolen").expect("it is revoked");
    let mut elsewhere = house.open().unlock(&id("otto"), &other()).expect("he unlocks");
    // Nobody holds the key of the tip: it lies where it lay, and is carried over with the shares of before.
    let Shared::Waiting(request) = shared(&mut house.unlock("ada"), 2, &["rik", "otto", "kim"]).expect("asked for")
    else {
        panic!("it takes two")
    };
    elsewhere.give_assent(&request).expect("he is custodian");
    house.unlock("kim").give_assent(&request).expect("it is seen");
    drop(house.unlock("ada"));
    let view = elsewhere.custody().expect("he sees custody");
    assert_eq!((view.keys_in_custody, view.epoch), (view.keys, 4), "nothing is lost");
    let request = ask(&mut house.unlock("sam"));
    elsewhere.give_assent(&request).expect("he has his shares there");
    house.unlock("rik").give_assent(&request).expect("it is seen");
    let done = house.unlock("sam").carry_out_custody(&request).expect("it is carried out");
    assert!(done.left_out.is_empty());
    assert_eq!(read(&mut house.unlock("bea"), &filed.id), b"the bytes of Tip");
}

#[test]
fn a_key_that_is_put_into_custody_and_not_dealt_to_each_identity() {
    let (house, filed) = of_three();
    with_another(&house, "otto");
    let mut bea = Hostile::new(&house, "bea");
    let members = ["kim", "otto", "rik"].map(|name| Hostile::new(&house, name));
    let members = members.iter().map(|one| vec![(one.signer.key_id(), one.identity.recipient())]).collect();
    let circle = registry::custody::Circle { epoch: 2, threshold: 2, members };
    let (key, own) = (KeyName::Class(filed.class.clone()), seal::Identity::generate());
    let deposit = Deposit::deal((&key, 2), &own, &circle, bea.ledger.vault(), &seal::SystemRandomness);
    let deposit = registry::parts::encode(&[deposit.expect("custody is dealt")]);
    let rekeyed = json!({ "event": "rekeyed", "key": { "kind": "class", "id": filed.class.as_str() }, "epoch": 2,
                          "recipient": own.recipient().to_string() });
    house.unlock("ada").suspend_clearance(&id("rosa"), "BEL", "x").expect("ada suspends rosa's clearance");
    bea.read();
    let index = bea.position.size();
    bea.append(Forgery::of(rekeyed).part(format!("custody/{}", filed.class), deposit));
    assert_eq!(rule(house.try_unlock("carl"), index), "custody_sealed_wrongly");
}

#[test]
fn for_a_dossier_all_get_what_they_may_have() {
    let (house, filed) = of_three();
    clear(&mut house.unlock("ada"), "rosa", "BEL", "TRES SECRET");
    drop(house.unlock("bea"));
    let request = house
        .unlock("ada")
        .request_custody(&CustodyFor::Dossier(dossier("D-1")), "nobody holds it")
        .expect("asked for");
    for custodian in ["rik", "otto"] {
        house.unlock(custodian).give_assent(&request).expect("the officer says yes");
    }
    let done = house.unlock("ada").carry_out_custody(&request).expect("ada carries out the request");
    let officers: Vec<&str> = done.delivered.iter().map(|one| one.officer.as_str()).collect();
    assert_eq!(officers, ["bea", "rosa"]);
    assert!(!told_of_custody(&house, "ada"), "who did it knows it");
    for officer in officers {
        assert!(told_of_custody(&house, officer), "{officer}: keys came to those on the list");
        assert_eq!(read(&mut house.unlock(officer), &filed.id), b"the bytes of Tip");
    }
}

#[test]
fn who_may_not_ask_or_asks_for_what_is_not_to_be_had_is_told_why() {
    let (house, _) = of_three();
    let why = |officer: &str, whom: &str| {
        let mut session = house.unlock(officer);
        let refused = session.request_custody(&CustodyFor::Officer(id(whom)), "why").expect_err("refused");
        (refused.exit(), codes(&refused).join(" "))
    };
    assert_eq!(why("carl", "bea"), (ExitClass::Denied, "not_custodian".to_owned()));
    assert_eq!(why("sam", "carl"), (ExitClass::Denied, "nothing_in_custody".to_owned()));
    let mut sam = house.unlock("sam");
    let unknown = sam.request_custody(&CustodyFor::Officer(id("nobody")), "why").expect_err("refused");
    assert!(matches!(unknown, Error::NotFound { .. }));
    assert!(matches!(sam.request_custody(&CustodyFor::Officer(id("bea")), " "), Err(Error::Missing { .. })));
    // For himself everybody may ask.
    house.unlock("bea").request_custody(&CustodyFor::Officer(id("bea")), "mine").expect("bea asks for keys in custody");
    for (threshold, custodians, code) in
        [(0, &["rik"][..], "not_a_sharing"), (3, &["rik", "otto"], "not_a_sharing"), (1, &["carl"], "")]
    {
        match shared(&mut sam, threshold, custodians) {
            Ok(Shared::Waiting(_)) => assert_eq!(code, ""),
            other => assert_eq!(codes(&other.expect_err("the request of custody is refused")), [code]),
        }
    }
    assert_eq!(codes(&shared(&mut house.unlock("carl"), 1, &["carl"]).expect_err("refused")), ["not_custodian"]);
}

#[test]
fn custodians_whom_one_person_let_in_are_named_and_once_it_is_approved_there_are_none() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let Shared::Effective(view) = shared(&mut ada, 2, &["ada", "sam", "otto"]).expect("shared") else {
        panic!("ada is its one custodian")
    };
    let told = |warnings: &[Reason]| -> Vec<(String, String, String)> {
        let of = |one: &Reason| (one.code.clone(), one.params["officers"].clone(), one.params["by"].clone());
        warnings.iter().map(of).collect()
    };
    let few = ("custody_on_few_words".to_owned(), "otto".to_owned(), "ada".to_owned());
    assert_eq!(told(&view.warnings), std::slice::from_ref(&few));
    let words: Vec<(&str, Option<&str>)> =
        view.people.iter().map(|one| (one.id.as_str(), one.word.as_ref().map(OfficerId::as_str))).collect();
    assert_eq!(words, [("ada", None), ("otto", Some("ada")), ("sam", None)]);
    // Who decides about a sharing sees it as well.
    let Shared::Waiting(request) = shared(&mut ada, 2, &["ada", "otto"]).expect("asked for") else {
        panic!("it takes two")
    };
    let AskedFor::CustodySharing(asked) = house.unlock("sam").assent(&request).expect("it is seen").asked else {
        panic!("a sharing")
    };
    assert_eq!(told(&asked.warnings[..1]), [few]);
    // And that there is nobody to spare: where one of the two goes, nobody can share it again either.
    let spare: Vec<&str> = asked.warnings[1..].iter().map(|one| one.code.as_str()).collect();
    assert_eq!(spare, ["custody_none_spare"]);
    ada.withdraw_assent(&request, None).expect("it is taken back");
    drop(ada);
    house.approve(Level::Secret);
    let mut ada = house.unlock("ada");
    assert!(ada.custody().expect("ada sees custody").warnings.is_empty(), "two have confirmed who is there");
    house.add(&mut ada, "kim", "BEL", &[Role::Reader]);
    let refused = shared(&mut ada, 2, &["ada", "kim"]).expect_err("kim is there on ada's word");
    assert_eq!((codes(&refused), told(refused.reasons())[0].1.as_str()), (vec!["custody_on_few_words"], "kim"));
    assert!(matches!(shared(&mut ada, 2, &["sam", "kim"]), Ok(Shared::Waiting(_))));
    drop(ada);
    let matter = json!({ "kind": "custody-sharing", "terms": { "threshold": 2, "custodians": ["ada", "kim"],
        "waiting_hours": 0 }, "replaces": 2, "threshold": 2, "over": { "carrier": "ada", "keys": [] } });
    let asked = json!({ "event": "asked", "request": seal::random_id(), "matter": matter });
    let mut ada = Hostile::new(&house, "ada");
    let index = ada.position.size();
    ada.append(Forgery::of(asked));
    assert_eq!(rule(house.try_unlock("bea"), index), "custody_on_few_words");
}

/// What comes from custody is sealed to each of his identities: one in a strange hand would be enough.
#[test]
fn a_use_of_custody_shows_the_codes_of_all_identities_of_whom_it_is_for_and_none_of_a_dossier() {
    let (house, _) = of_three();
    let mut bea = house.unlock("bea");
    let there = Passphrase::new("four words of another workstation".to_owned());
    let made = house.request("bea", "BEL", &there);
    bea.add_identity(made.as_bytes(), "Antwerp").expect("the workstation is added");
    let known: Vec<String> =
        bea.identities(&id("bea")).expect("they are listed").into_iter().map(|one| one.fingerprint).collect();
    drop(bea);
    assert_eq!(known.len(), 2);
    let mut sam = house.unlock("sam");
    let request = ask(&mut sam);
    let shown = |session: &mut Session| session.custody().expect("it is seen").requests.remove(0).codes;
    assert_eq!(shown(&mut sam), known, "who asks");
    assert_eq!(shown(&mut house.unlock("otto")), known, "who agrees");
    sam.withdraw_assent(&request, Some("for all of the dossier")).expect("sam takes it back");
    let mut ada = house.unlock("ada");
    ada.request_custody(&CustodyFor::Dossier(dossier("D-1")), "nobody reads it").expect("asked for");
    assert_eq!(shown(&mut ada), [""; 0]);
}

#[test]
fn a_custodian_who_leaves_between_his_yes_and_the_use_counts_no_more() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik", "otto"]);
    house.unlock("ada").disable_officer(&id("otto"), "left").expect("ada disables otto's account");
    assert_eq!(refused(&house, "sam", &request), ["custody_too_few"]);
    let mut sam = Hostile::new(&house, "sam");
    let (index, fact) = (sam.position.size(), carried_out(&sam, &request));
    sam.append(Forgery { epoch: 2, ..Forgery::of(fact) });
    assert_eq!(rule(house.try_unlock("rik"), index), "custody_too_few");
}

/// Custodians compared the code of bea's keys. In an exercise one security officer gives her others alone.
#[test]
fn a_use_of_custody_is_not_for_keys_that_took_the_place_of_those_which_were_compared() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik", "otto"]);
    let made = house.request("bea", "BEL", &Passphrase::new("four words known to another".to_owned()));
    house.unlock("sam").reissue_officer(&id("bea"), made.as_bytes(), "lost").expect("sam gives bea other keys");
    assert_eq!(refused(&house, "sam", &request), ["request_stale"]);
    let mut sam = Hostile::new(&house, "sam");
    let (index, fact) = (sam.position.size(), carried_out(&sam, &request));
    sam.append(Forgery { epoch: 2, ..Forgery::of(fact) });
    assert_eq!(rule(house.try_unlock("rik"), index), "request_stale");
}

#[test]
fn shares_from_before_custody_was_shared_again_are_worthless() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik", "otto"]);
    let Shared::Waiting(again) = shared(&mut house.unlock("ada"), 2, &["rik", "otto", "rosa"]).expect("shared") else {
        panic!("it takes two")
    };
    for custodian in ["rik", "otto"] {
        house.unlock(custodian).give_assent(&again).expect("the officer says yes");
    }
    assert_eq!(refused(&house, "sam", &request), ["request_stale"]);
    let mut sam = Hostile::new(&house, "sam");
    let (index, fact) = (sam.position.size(), carried_out(&sam, &request));
    sam.append(Forgery::of(fact));
    assert_eq!(rule(house.try_unlock("rik"), index), "request_stale");
}

/// What was dealt to the one custodian of the beginning lies in the log for ever.
#[test]
fn who_was_the_one_custodian_opens_with_a_program_of_his_own_nothing_that_is_filed_after_custody_was_shared() {
    let house = House::furnished();
    let before = file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    let kept = |house: &House| -> Vec<seal::Identity> {
        let ada = Hostile::new(house, "ada");
        let (entries, _) = ada.ledger.read(&ledger::Position::start(), 1000).expect("the log is read");
        let tag = format!("custody/{}", before.class);
        let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == tag);
        let deposits =
            parts.flat_map(|part| registry::parts::decode::<Deposit>(&part.sealed).expect("the part is CBOR of ours"));
        let open = |deposit: Deposit| {
            let share = deposit.share_for(ada.signer.key_id(), &ada.identity).ok()?;
            deposit.open(&[&share], 1, ada.ledger.vault()).ok()
        };
        deposits.filter_map(open).collect()
    };
    let opens = |house: &House, filed: &FilingResult| {
        let path = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
        let object = || std::fs::File::open(&path).expect("the file opens");
        kept(house).iter().any(|key| seal::SealedReader::open(key, filed.id.as_str(), object()).is_ok())
    };
    assert!(opens(&house, &before), "by herself she is custody");
    let new = shared(&mut house.unlock("ada"), 2, &["rik", "otto", "sam"]).expect("ada shares custody");
    assert!(matches!(new, Shared::Effective(_)));
    let after = file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    assert_eq!(after.class, before.class);
    assert!(!opens(&house, &after), "she is no custodian any more");
    drop(house.unlock("rik"));
    assert!(!opens(&house, &before), "and what lay there is sealed for the new key");
    let custody = house.unlock("sam").custody().expect("sam sees custody");
    assert_eq!(custody.keys_in_custody, custody.keys);
    assert_eq!(read(&mut house.unlock("bea"), &after.id), b"the bytes of After");
}

#[test]
fn what_nobody_holds_is_not_lost_when_a_sole_custodian_shares_custody() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("carl"), "Tip", marked("TRES SECRET", None));
    let shared = shared(&mut house.unlock("ada"), 2, &["ada", "rik", "otto"]).expect("ada shares custody");
    let Shared::Effective(view) = shared else { panic!("an exercise with one custodian") };
    assert_eq!(view.keys_in_custody, view.keys, "carried over with what ada holds");
    assert!(Hostile::new(&house, "ada").held("class").is_empty(), "put together, put back, forgotten");
    clear(&mut house.unlock("ada"), "bea", "BEL", "TRES SECRET");
    let request = agreed(&house, &["rik", "otto"]);
    assert!(house.unlock("sam").carry_out_custody(&request).expect("sam carries out the request").left_out.is_empty());
    assert_eq!(read(&mut house.unlock("bea"), &filed.id), b"the bytes of Tip");
}

#[test]
fn a_custodian_who_agrees_to_be_none_any_more_is_told_what_became_of_it() {
    let (house, _) = of_three();
    let Shared::Waiting(request) = shared(&mut house.unlock("ada"), 2, &["rik", "rosa"]).expect("shared") else {
        panic!("it takes two")
    };
    house.unlock("rik").give_assent(&request).expect("rik says yes");
    let done = house.unlock("kim").give_assent(&request).expect("kim says yes");
    assert_eq!((done.status, done.may_give), (AssentStatus::Granted, false));
    assert_eq!(house.unlock("kim").custody().expect("kim sees custody").custodians, ["rik", "rosa"].map(id));
}

#[test]
fn of_two_who_carry_out_the_same_request_one_does() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik", "otto"]);
    let (mut one, mut other) = (house.unlock("sam"), house.unlock("sam"));
    assert!(one.carry_out_custody(&request).expect("the officer carries out the request").left_out.is_empty());
    assert_eq!(codes(&other.carry_out_custody(&request).expect_err("refused")), ["custody_used_twice"]);
}

/// The fact by which sam's own program would deliver the key of the tip to bea.
fn carried_out(hostile: &Hostile, request: &AssentId) -> Value {
    let asked = |event: &Value| event["event"] == "asked" && event["request"] == request.as_str();
    let asked = hostile.events().into_iter().find(asked).expect("the event is in the log");
    let (key, epochs) = (asked["matter"]["keys"][0][0].clone(), asked["matter"]["keys"][0][1].clone());
    let delivered = json!([{ "key": key, "epochs": epochs, "officers": ["bea"] }]);
    json!({ "event": "custody-carried-out", "request": request.as_str(), "delivered": delivered })
}

pub(super) fn answered(request: &AssentId, answer: &str) -> Value {
    json!({ "event": "answered", "request": request.as_str(), "answer": answer })
}

/// The part by which a yes hands a share over to sam, as its giver makes it up.
fn handing(hostile: &Hostile, request: &str, class: &ClassId, epoch: u32, share: &Share) -> (String, Vec<u8>) {
    let sam = |event: &Value| event["event"] == "officer-added" && event["officer"]["id"] == "sam";
    let sam = hostile.events().into_iter().find(sam).expect("the event is in the log")["officer"].clone();
    let line = share.expose_secret_line();
    let text = format!("# share for {request} of class {class} epoch {epoch}\n# {}\n", line.expose_secret());
    let sealed =
        seal_bytes(&[&sam["recipient"].as_str().expect("a text").parse().expect("it is a recipient")], text.as_bytes())
            .expect("sealed");
    (format!("officer/{}", sam["key"].as_str().expect("`key` is text")), sealed)
}

/// What a custodian was dealt of a class: his shares of all its deposits, in order.
fn dealt(hostile: &Hostile, class: &ClassId) -> Vec<Share> {
    let (entries, _) = hostile.ledger.read(&ledger::Position::start(), 1000).expect("the log is read");
    let tag = format!("custody/{class}");
    let parts = entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == tag);
    let deposits =
        parts.flat_map(|part| registry::parts::decode::<Deposit>(&part.sealed).expect("the part is CBOR of ours"));
    let key = KeyName::Class(class.clone());
    let mine = deposits.filter(|deposit| deposit.key == key);
    mine.filter_map(|deposit| deposit.share_for(hostile.signer.key_id(), &hostile.identity).ok()).collect()
}

#[test]
fn a_wrong_share_names_its_giver_whatever_is_wrong_with_it() {
    let (house, filed) = of_three();
    // Another class whose key lies in custody, of which otto has a share as well.
    let other = file(&mut house.unlock("rik"), "Other", marked("SECRET", None));
    let request = agreed(&house, &["rik"]);
    let foreign = ask(&mut house.unlock("sam"));
    let class = &filed.class;
    let otto = Hostile::new(&house, "otto");
    let (own, of_other) = (dealt(&otto, class), dealt(&otto, &other.class));
    let genuine = own.last().expect("the share was dealt");
    let stranger = Share::parse(of_other.last().expect("the share was dealt").expose_secret_line().expose_secret())
        .expect("it is a share");
    let of_rik = dealt(&Hostile::new(&house, "rik"), class);
    for (what, part) in [
        ("of another key", handing(&otto, request.as_str(), class, 1, &stranger)),
        (
            "of another custodian",
            handing(&otto, request.as_str(), class, 1, of_rik.last().expect("the share was dealt")),
        ),
        ("for another request", handing(&otto, foreign.as_str(), class, 1, genuine)),
        ("for another key", handing(&otto, request.as_str(), &other.class, 1, genuine)),
        ("of another epoch", handing(&otto, request.as_str(), class, 2, genuine)),
    ] {
        let house = house.copy();
        Hostile::new(&house, "otto").append(Forgery::of(answered(&request, "yes")).part(part.0, part.1));
        let mut sam = house.unlock("sam");
        let refused = sam.carry_out_custody(&request).expect_err("sam's use of custody is refused");
        let Error::WrongShares { officers } = &refused else { panic!("{what}: {refused:?}") };
        assert_eq!((officers.as_slice(), refused.exit()), (&["otto".to_owned()][..], ExitClass::Integrity), "{what}");
        let denied = LogFilter { action: Some("deny".to_owned()), limit: 10, ..LogFilter::default() };
        let denied = house.unlock("otto").log(&denied).expect("otto reads the log").rows;
        assert!(denied.iter().any(|row| row.detail.get("officers").is_some_and(|who| who == "otto")), "{what}");
    }
    Hostile::new(&house, "otto").append({
        let (tag, part) = handing(&otto, request.as_str(), class, 1, genuine);
        Forgery::of(answered(&request, "yes")).part(tag, part)
    });
    assert!(house.unlock("sam").carry_out_custody(&request).expect("sam carries out the request").left_out.is_empty());
}

#[test]
fn an_assent_by_a_program_of_ones_own_is_forged_without_right_or_without_a_share() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik"]);
    for (officer, expected) in [
        ("rosa", "not_custodian"),
        ("sam", "not_custodian"),
        ("rik", "assented_twice"),
        ("otto", "delivery_without_key"),
    ] {
        let house = house.copy();
        let mut hostile = Hostile::new(&house, officer);
        let index = hostile.position.size();
        hostile.append(Forgery::of(answered(&request, "yes")));
        assert_eq!(rule(house.try_unlock("kim"), index), expected, "{officer}");
    }
    let mut sam = Hostile::new(&house, "sam");
    let (index, fact) = (sam.position.size(), carried_out(&sam, &request));
    sam.append(Forgery::of(fact));
    assert_eq!(rule(house.try_unlock("kim"), index), "custody_too_few");
}

/// What was asked for, and what custodians said to it, is of one vault: where people have the same names and charges, it is nothing.
#[test]
fn a_request_that_is_replayed_in_another_vault_asks_for_nothing_there() {
    let (house, _) = of_three();
    let request = agreed(&house, &["rik", "otto"]);
    let elsewhere = House::under_full_rules();
    let error = elsewhere.unlock("sam").carry_out_custody(&request).expect_err("there is no such request");
    assert!(matches!(&error, Error::NotFound { .. }), "{error:?}");
    assert!(matches!(elsewhere.unlock("ada").give_assent(&request), Err(Error::NotFound { .. })));
    let here = Hostile::new(&house, "sam");
    let asked = |event: &Value| event["event"] == "asked" && event["request"] == request.as_str();
    let asked = here.events().into_iter().find(asked).expect("the event is in the log");
    for (officer, fact, expected) in [
        // Its keys are none of that vault.
        ("sam", asked, "request_stale"),
        ("ada", answered(&request, "yes"), "unknown_request"),
        ("sam", carried_out(&here, &request), "unknown_request"),
    ] {
        let elsewhere = elsewhere.copy();
        let mut hostile = Hostile::new(&elsewhere, officer);
        let index = hostile.position.size();
        hostile.append(Forgery::of(fact.clone()));
        assert_eq!(rule(elsewhere.try_unlock("rik"), index), expected, "{fact}");
    }
}

/// The route of an audit: a security officer adds a custodian of his own, and waits for the true one to unlock.
#[test]
fn a_security_officer_with_a_puppet_gets_nothing_out_of_custody_by_anybodys_unlock() {
    for threshold in [1, 2] {
        let house = House::furnished();
        if threshold == 2 {
            shared(&mut house.unlock("ada"), 2, &["rik", "otto", "ada"]).expect("ada shares custody");
        }
        let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
        let mut sam = house.unlock("sam");
        let called = NewOfficer {
            id: id("puppet"),
            full_name: "A puppet".to_owned(),
            nationality: "BEL".to_owned(),
            roles: [Role::Custodian, Role::SecurityOfficer].into(),
        };
        assert_eq!(codes(&sam.add_officer(called, &phrase()).expect_err("refused")), ["custodian_by_sharing"]);
        house.add(&mut sam, "puppet", "BEL", &[Role::SecurityOfficer]);
        for officer in ["ada", "rik", "otto", "puppet", "ada", "puppet"] {
            drop(house.unlock(officer));
        }
        let puppet = Hostile::new(&house, "puppet");
        assert!(puppet.held("class").is_empty() && puppet.held("dossier").is_empty());
        assert!(dealt(&puppet, &filed.class).is_empty(), "no share either");
        // Sharing custody again takes those who are custodians, not those who are called so.
        let Shared::Waiting(request) = shared(&mut house.unlock("puppet"), 1, &["puppet"]).expect("shared") else {
            panic!("nobody shares custody who is no custodian")
        };
        for officer in ["puppet", "sam"] {
            let denied = house.unlock(officer).give_assent(&request).expect_err("the yes is refused");
            assert_eq!(codes(&denied), ["not_custodian"], "{officer}");
        }
        let mut hostile = Hostile::new(&house, "puppet");
        let index = hostile.position.size();
        let terms = json!({ "threshold": 1, "custodians": ["puppet"], "waiting_hours": 0 });
        hostile.append(Forgery::of(json!({ "event": "custody-shared", "terms": terms,
                                              "over": { "carrier": "puppet", "keys": [] } })));
        assert_eq!(rule(house.try_unlock("ada"), index), "not_custodian");
    }
}

#[test]
fn under_the_full_rules_a_sole_custodian_shares_custody_only_with_another() {
    let house = House::under_full_rules();
    let mut ada = house.unlock("ada");
    assert_eq!(codes(&shared(&mut ada, 1, &["ada"]).expect_err("ada's sharing is refused")), ["custody_of_one"]);
    let Shared::Waiting(request) = shared(&mut ada, 2, &["ada", "sam", "rik"]).expect("shared") else {
        panic!("alone")
    };
    assert_eq!(codes(&ada.give_assent(&request).expect_err("ada's yes is refused")), ["second_person_required"]);
    house.unlock("sam").give_assent(&request).expect("sam says yes");
    assert_eq!(ada.custody().expect("ada sees custody").threshold, 2);
}

#[test]
fn what_somebody_put_into_custody_in_the_place_of_a_key_is_named_with_its_author_when_it_is_used() {
    let (house, filed) = of_three();
    let mut bea = Hostile::new(&house, "bea");
    // Nobody holds the tip; bea's own program makes a new epoch, which she may, and puts another key into custody.
    let (own, other) = (seal::Identity::generate(), seal::Identity::generate());
    let members = ["kim", "otto", "rik"].map(|name| Hostile::new(&house, name));
    let members = members.iter().map(|one| vec![(one.signer.key_id(), one.identity.recipient())]).collect();
    let circle = registry::custody::Circle { epoch: 2, threshold: 2, members };
    let key = KeyName::Class(filed.class.clone());
    let vault = bea.ledger.vault().clone();
    let deposit = Deposit::deal((&key, 2), &other, &circle, &vault, &seal::SystemRandomness).expect("custody is dealt");
    let index = bea.position.size();
    let rekeyed = json!({ "event": "rekeyed", "key": { "kind": "class", "id": filed.class.as_str() }, "epoch": 2,
                          "recipient": own.recipient().to_string() });
    house.unlock("ada").suspend_clearance(&id("rosa"), "BEL", "x").expect("ada suspends rosa's clearance");
    bea.read();
    let index = index.max(bea.position.size());
    bea.append(Forgery::of(rekeyed).part(format!("custody/{}", filed.class), registry::parts::encode(&[deposit])));
    let request = agreed(&house, &["rik", "otto"]);
    let done = house.unlock("sam").carry_out_custody(&request).expect("sam carries out the request");
    assert_eq!(done.delivered, [KeysDelivered { officer: id("bea"), keys: 1 }], "the first epoch is right");
    assert_eq!(done.left_out, [WrongDeposit { by: id("bea"), entry: index }]);
}

/// A yes hands shares over, and their receiver keeps them, whatever becomes of the use.
#[test]
fn no_custodian_hands_a_share_over_for_an_officer_who_was_suspended_since_it_was_asked_for() {
    let (house, _) = of_three();
    let request = ask(&mut house.unlock("bea"));
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    let mut otto = house.unlock("otto");
    let seen = otto.assent(&request).expect("otto sees it");
    assert_eq!((seen.may_give, seen.why_not[0].code.as_str()), (false, "request_stale"));
    assert_eq!(codes(&otto.give_assent(&request).expect_err("otto's yes is refused")), ["request_stale"]);
    drop(otto);
    assert_eq!(caught(&house, "otto", |_| Forgery::of(answered(&request, "yes"))), "delivered_to_stranger");
}

/// A custodian agreed, and was frozen; another agrees: that is one.
#[test]
fn custody_is_not_shared_again_by_the_yes_of_a_custodian_who_was_frozen_since() {
    let (house, _) = of_three();
    let Shared::Waiting(request) = shared(&mut house.unlock("ada"), 2, &["otto", "kim", "carl"]).expect("asked for")
    else {
        panic!("it takes two")
    };
    house.unlock("rik").give_assent(&request).expect("rik says yes");
    house.unlock("ada").freeze_officer(&id("rik"), "found out").expect("ada freezes rik");
    house.unlock("otto").give_assent(&request).expect("otto says yes");
    let custody = house.unlock("ada").custody().expect("ada sees custody");
    assert_eq!(custody.custodians, ["kim", "otto", "rik"].map(id));
    house.unlock("kim").give_assent(&request).expect("kim says yes");
    let custody = house.unlock("ada").custody().expect("ada sees custody");
    assert_eq!(custody.custodians, ["carl", "kim", "otto"].map(id));
}
