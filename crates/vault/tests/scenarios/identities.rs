//! Several identities of an officer.

use std::fs;

use ledger::VaultId;
use registry::people::NewKeys;
use seal::{Identity, KeyId, Signer, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::rule;
use super::hostile::{Forgery, Hostile};
use super::house::*;

fn other() -> Passphrase {
    Passphrase::new("four words of another workstation".to_owned())
}

/// Bea has made keys at another workstation, under another passphrase, and has taken them.
fn with_another(house: &House, session: &mut Session) -> String {
    let request = house.request("bea", "BEL", &other());
    session.add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let keys = session.identities(&id("bea")).expect("they are listed");
    keys.into_iter().find(|one| one.name == "Antwerp").expect("there is one").key
}

fn elsewhere(house: &House) -> Result<Session, Error> {
    house.open().unlock(&id("bea"), &other())
}

#[test]
fn an_officer_works_at_two_workstations_with_keys_of_each() {
    let house = House::furnished();
    let before = file(&mut house.unlock("rik"), "Filed before", marked("SECRET", None)).id;
    let mut bea = house.unlock("bea");
    let known = titles(&mut bea);
    assert_eq!(known, ["Filed before"]);
    let key = with_another(&house, &mut bea);
    let mut there = elsewhere(&house).expect("she unlocks there");
    assert_eq!(titles(&mut there), known, "what she holds came with them");
    assert!(try_read(&mut there, &before).is_ok(), "and opens");
    let new = file(&mut house.unlock("rik"), "Filed later", marked("CONFIDENTIEL", None)).id;
    assert!(try_read(&mut there, &new).is_ok() && try_read(&mut bea, &new).is_ok(), "what comes later reaches both");
    let listed = bea.identities(&id("bea")).expect("they are listed");
    assert_eq!((listed.len(), listed[0].here, listed[1].here), (2, true, false));
    assert!(listed.iter().all(|one| one.last_session.is_some()), "{listed:?}");
    assert_eq!(listed[1].key, key);
    drop((bea, there));
    assert_eq!(
        titles(&mut elsewhere(&house).expect("she unlocks there")).len(),
        titles(&mut house.unlock("bea")).len()
    );
    assert_eq!(house.open().officers().expect("it is there").iter().filter(|one| **one == id("bea")).count(), 1);
    let checkup = house.open().doctor(Some(&mut house.unlock("ada")));
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
    let checkup = house.open().doctor(None);
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
}

#[test]
fn a_revoked_identity_opens_and_signs_nothing_any_more() {
    let house = House::furnished();
    let class = file(&mut house.unlock("rik"), "Filed before", marked("SECRET", None)).class;
    let mut bea = house.unlock("bea");
    let key = with_another(&house, &mut bea);
    let mut there = elsewhere(&house).expect("she unlocks there");
    let before = epochs(&mut bea, &class);
    assert_eq!(codes(&there.revoke_identity(&key, "mine").expect_err("it is denied")), ["identity_in_use"]);
    assert_eq!(bea.revoke_identity(&key, " ").expect_err("it is denied").code(), "missing");
    bea.revoke_identity(&key, "the laptop was left in a train").expect("it is revoked");
    assert_eq!(epochs(&mut bea, &class), before + 1, "what it opened has a new key at once");
    let told = there.catch_up().expect_err("it counts no more");
    assert_eq!((told.code(), told.exit()), ("identity_replaced", ExitClass::Passphrase), "a session that goes on");
    assert_eq!(elsewhere(&house).expect_err("it counts no more").code(), "identity_replaced", "and one that begins");
    let status = |one: &KeysView| (one.status, one.key.clone());
    let listed: Vec<_> = bea.identities(&id("bea")).expect("they are listed").iter().map(status).collect();
    assert!(listed.contains(&(KeysStatus::Revoked, key.clone())), "{listed:?}");
    assert_eq!(bea.revoke_identity(&key, "again").expect_err("it is denied").code(), "not_found");
    let first = listed.iter().find(|(status, _)| *status == KeysStatus::Present).expect("there is one").1.clone();
    assert_eq!(
        codes(&house.unlock("ada").revoke_identity(&first, "the last").expect_err("it is denied")),
        ["last_identity"]
    );
    let new = file(&mut house.unlock("rik"), "Filed later", marked("SECRET", None)).id;
    assert!(try_read(&mut bea, &new).is_ok(), "she goes on here");
    let why = house.unlock("ada").log(&LogFilter { limit: 50, ..LogFilter::default() }).expect("the log is told");
    assert!(why.rows.iter().any(|row| row.detail.get("why").is_some_and(|why| why.contains("train"))), "{why:?}");
}

#[test]
fn a_security_officer_revokes_the_first_and_the_other_goes_on() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    with_another(&house, &mut bea);
    let first = bea.identities(&id("bea")).expect("they are listed")[0].key.clone();
    let mut there = elsewhere(&house).expect("she unlocks there");
    assert_eq!(codes(&house.unlock("carl").revoke_identity(&first, "x").expect_err("it is denied")), ["role_required"]);
    assert_eq!(
        codes(&house.unlock("carl").identities(&id("bea")).expect_err("he may not see them")),
        ["role_required"]
    );
    house.unlock("ada").revoke_identity(&first, "the workstation was stolen").expect("it is revoked");
    assert_eq!(bea.catch_up().expect_err("it counts no more").code(), "identity_replaced");
    assert_eq!(house.try_unlock("bea").expect_err("it does not open").code(), "identity_replaced");
    there.catch_up().expect("it is read");
    let new = file(&mut house.unlock("rik"), "Filed later", marked("SECRET", None)).id;
    assert!(try_read(&mut there, &new).is_ok());
    drop(there);
    assert!(try_read(&mut elsewhere(&house).expect("she unlocks there"), &new).is_ok());
}

#[test]
fn renewed_keys_end_the_other_workstations_as_well() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    with_another(&house, &mut bea);
    drop(bea);
    drop(elsewhere(&house).expect("she unlocks there"));
    let third = Passphrase::new("four words after a suspicion".to_owned());
    house.renew("bea", &phrase(), &third).expect("the keys are renewed");
    assert_eq!(elsewhere(&house).expect_err("it counts no more").code(), "identity_replaced");
    house.open().unlock(&id("bea"), &third).expect("he unlocks");
}

#[test]
fn only_ones_own_request_adds_an_identity() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let of_another = house.request("carl", "BEL", &other());
    assert_eq!(bea.add_identity(of_another.as_bytes(), "x").expect_err("it is refused").code(), "request_of_another");
    let request = house.request("bea", "BEL", &other());
    let altered = request.replace("bea", "bob");
    assert_eq!(bea.add_identity(altered.as_bytes(), "x").expect_err("it is refused").code(), "request_forged");
    assert_eq!(bea.add_identity(request.as_bytes(), " ").expect_err("it is refused").code(), "missing");
    bea.add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    assert_eq!(bea.add_identity(request.as_bytes(), "Again").expect_err("it is refused").code(), "key_taken");
    let second = house.request("bea", "BEL", &phrase());
    assert_eq!(bea.add_identity(second.as_bytes(), "Antwerp").expect_err("it is refused").code(), "exists");
}

#[test]
fn of_two_identities_under_one_passphrase_the_one_that_counts_is_taken() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let request = house.request("bea", "BEL", &phrase());
    bea.add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let first = bea.identities(&id("bea")).expect("they are listed")[0].key.clone();
    drop(bea);
    house.unlock("ada").revoke_identity(&first, "the workstation was stolen").expect("it is revoked");
    let goes_on = house.unlock("bea").identities(&id("bea")).expect("they are listed");
    assert!(goes_on[0].here && goes_on[0].name == "Antwerp", "{goes_on:?}");
}

#[test]
fn who_renews_keys_at_another_workstation_goes_on_there_with_what_it_remembers() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Filed before", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    with_another(&house, &mut bea);
    drop(bea);
    drop(elsewhere(&house).expect("she unlocks there"));
    let third = Passphrase::new("four words after a suspicion".to_owned());
    let code = house.renew("bea", &other(), &third).expect("the keys are renewed");
    assert!(matches!(elsewhere(&house), Err(Error::WrongPassphrase { .. })), "its file is gone");
    assert!(
        matches!(house.try_unlock("bea"), Err(Error::WrongPassphrase { .. })),
        "and in the place of the first is the new"
    );
    let mut there = house.open().unlock(&id("bea"), &third).expect("he unlocks");
    assert_eq!((there.me().fingerprint, titles(&mut there)), (code, vec!["Filed before".to_owned()]));
    assert!(there.warnings().iter().all(|warning| warning.code != "desk_rebuilt"), "{:?}", there.warnings());
    let checkup = house.open().doctor(Some(&mut there));
    assert!(checkup.findings.iter().all(|found| found.what.code == "open_to_others"), "{checkup:?}");
}

#[test]
fn one_of_several_identity_files_is_taken_to_another_copy_of_the_vault() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let key = with_another(&house, &mut bea);
    drop(bea);
    let vault = house.open();
    let locked = vault.export_identity(&id("bea"), Some(&key)).expect("the file is there");
    assert_ne!(
        locked,
        vault.export_identity(&id("bea"), None).expect("the file is there"),
        "without a key it is the first"
    );
    assert_eq!(vault.export_identity(&id("bea"), Some("00")).expect_err("there is none").code(), "not_found");
    let copy = house.copy();
    for file in fs::read_dir(copy.path("identities")).expect("it has one") {
        let path = file.expect("it is there").path();
        if path.file_name().expect("it has a name").to_str().expect("the path is text").starts_with("bea.") {
            fs::remove_file(path).expect("it is there");
        }
    }
    let (officer, _) = copy.open().import_identity(&locked, &other()).expect("it is brought in");
    assert_eq!(officer, id("bea"));
    let mut there = copy.open().unlock(&id("bea"), &other()).expect("he unlocks");
    let here =
        there.identities(&id("bea")).expect("they are listed").into_iter().find(|one| one.here).expect("there is one");
    assert_eq!((here.name.as_str(), here.key), ("Antwerp", key));
}

/// The event by which keys are added to an officer, proven by themselves, and what its entry must have.
fn adding(hostile: &Hostile, officer: &str, first: KeyId) -> Forgery {
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let vault: VaultId = hostile.ledger.vault().clone();
    let keys = NewKeys::of(&vault, &id(officer), None, identity.recipient(), &signer);
    let keys = serde_json::to_value(&keys).expect("it is JSON");
    let event = json!({ "event": "identity-added", "officer": officer, "name": "elsewhere", "keys": keys });
    Forgery::of(event)
        .part("author", signer.verifying_key().to_bytes())
        .part(format!("beside/{first}"), first.to_bytes())
        .part(
            format!("officer/{}", signer.key_id()),
            seal_bytes(&[identity.recipient()], b"").expect("it can be sealed to"),
        )
}

fn revoking(officer: &str, key: KeyId) -> Value {
    json!({ "event": "identity-revoked", "officer": officer, "key": key.to_string() })
}

#[track_caller]
fn caught(house: &House, hostile: &mut Hostile, forgery: Forgery) -> &'static str {
    hostile.read();
    let index = hostile.position.size();
    hostile.append(forgery);
    rule(house.try_unlock("carl"), index)
}

#[test]
fn an_identity_that_a_program_of_ones_own_adds_counts_only_for_oneself_and_is_told() {
    let house = House::furnished();
    let mut bea = Hostile::new(&house, "bea");
    let first = bea.signer.key_id();
    let forgery = adding(&bea, "bea", first);
    bea.append(forgery);
    let mut sam = house.unlock("sam");
    assert_eq!(sam.identities(&id("bea")).expect("they are listed").len(), 2);
    let filter = LogFilter { action: Some("add-identity".to_owned()), limit: 10, ..LogFilter::default() };
    let told = sam.log(&filter).expect("the log is told").rows;
    assert_eq!((told.len(), told[0].detail["workstation"].as_str()), (1, "elsewhere"), "whatever she said of it");
    for of_another in ["carl", "sam"] {
        let house = House::furnished();
        let mut hostile = Hostile::new(&house, of_another);
        let forgery = adding(&hostile, "bea", first);
        assert_eq!(caught(&house, &mut hostile, forgery), "about_another", "{of_another}");
    }
    let house = House::furnished();
    let mut bea = Hostile::new(&house, "bea");
    let mut hidden = adding(&bea, "bea", first);
    hidden.parts.retain(|(audience, _)| !audience.starts_with("beside/"));
    assert_eq!(caught(&house, &mut bea, hidden), "author_not_introduced");
}

#[test]
fn an_identity_that_somebody_revokes_who_may_not_or_that_is_the_last() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    with_another(&house, &mut bea);
    drop(bea);
    let first = Hostile::new(&house, "bea").signer.key_id();
    let copy = house.copy();
    let rule = caught(&copy, &mut Hostile::new(&copy, "carl"), Forgery::of(revoking("bea", first)));
    assert_eq!(rule, "not_security_officer");
    let copy = house.copy();
    let rik = Hostile::new(&copy, "rik").signer.key_id();
    assert_eq!(caught(&copy, &mut Hostile::new(&copy, "rik"), Forgery::of(revoking("rik", rik))), "last_identity");
    let mut sam = Hostile::new(&house, "sam");
    assert_eq!(caught(&house, &mut sam, Forgery::of(revoking("bea", rik))), "unknown_identity");
}

/// The keys of bea's second workstation in the hands of somebody else, and which they are.
fn stolen(house: &House, bea: &mut Session) -> (Hostile, String) {
    let request = house.request("bea", "BEL", &phrase());
    bea.add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let key = bea.identities(&id("bea")).expect("they are listed")[1].key.clone();
    // As the tool looks for it.
    let lies = house.path("identities/stolen.age");
    fs::copy(house.path(&format!("identities/bea.{key}.also")), &lies).expect("it has one");
    let stolen = Hostile::new(house, "stolen");
    fs::remove_file(lies).expect("it is there");
    (stolen, key)
}

#[test]
fn an_entry_that_is_signed_with_a_revoked_identity() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let (mut stolen, key) = stolen(&house, &mut bea);
    assert_eq!(stolen.signer.key_id().to_string(), key);
    bea.revoke_identity(&key, "the laptop was left in a train").expect("it is revoked");
    drop(bea);
    assert_eq!(caught(&house, &mut stolen, Forgery::all(Vec::new())), "keys_replaced");
}

/// The events that renew keys for all, and those by which keys count no more: the order in which they stand in the log.
fn renewals(house: &House) -> Vec<String> {
    let told = Hostile::new(house, "ada").events().into_iter().filter_map(|event| match event["event"].as_str() {
        Some("rekeyed") if event["key"]["id"].is_null() => Some(format!("{} again", event["key"]["kind"])),
        Some(of @ ("identity-revoked" | "keys-renewed" | "keys-reissued")) => Some(of.to_owned()),
        _ => None,
    });
    told.map(|told| told.replace('"', "")).collect()
}

#[test]
fn what_a_revoked_identity_opened_for_all_is_renewed_by_the_next_who_may() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let (mut stolen, key) = stolen(&house, &mut bea);
    bea.revoke_identity(&key, "the laptop was left in a train").expect("it is revoked");
    drop(house.unlock("rik"));
    let last = |house: &House| {
        let tags = Hostile::new(house, "ada").tags();
        tags.into_iter().rfind(|tag| tag.starts_with("common/")).expect("there is one")
    };
    assert_eq!((renewals(&house), last(&house).as_str()), (vec!["identity-revoked".to_owned()], "common/1"));
    let mut sam = house.unlock("sam");
    assert_eq!(renewals(&house), ["identity-revoked", "vault again"], "before anything else");
    file(&mut house.unlock("rik"), "Filed later", marked("SECRET", None));
    assert_eq!(last(&house), "common/2");
    stolen.read();
    assert!(stolen.keys.iter().any(|(name, _)| name == "vault epoch 1"));
    assert!(!stolen.keys.iter().any(|(name, _)| name == "vault epoch 2"), "it reads nothing new");
    bea.catch_up().expect("she goes on here");
    sam.catch_up().expect("nothing is forged");
}

#[test]
fn who_may_renew_the_keys_of_all_does_so_in_the_entry_by_which_keys_count_no_more() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let key = with_another(&house, &mut bea);
    house.unlock("sam").revoke_identity(&key, "stolen").expect("it is revoked");
    assert_eq!(renewals(&house), ["identity-revoked", "vault again"]);
    bea.catch_up().expect("she goes on here");
    house.renew("sam", &phrase(), &other()).expect("the keys are renewed");
    assert_eq!(renewals(&house)[2..], ["keys-renewed", "vault again", "oversight again"]);
    let mut sam = house.open().unlock(&id("sam"), &other()).expect("he unlocks");
    file(&mut house.unlock("rik"), "Filed later", marked("SECRET", None));
    let request = house.request("otto", "BEL", &other());
    sam.reissue_officer(&id("otto"), request.as_bytes(), "lost").expect("he is let in again");
    assert_eq!(renewals(&house)[5..], ["keys-reissued", "vault again", "oversight again"]);
    let mut otto = house.open().unlock(&id("otto"), &other()).expect("he unlocks");
    assert!(!otto.log(&LogFilter { limit: 50, ..LogFilter::default() }).expect("the log is told").rows.is_empty());
    let checkup = house.open().doctor(Some(&mut sam));
    assert!(checkup.findings.iter().all(|found| found.gravity != Gravity::Integrity), "{checkup:?}");
}

/// One of one's own, in the first entry of a session for oversight: no copy of its key is for what counts no more.
#[test]
fn a_security_officer_revokes_one_of_his_own_while_another_key_is_due() {
    let house = House::furnished();
    let mut sam = house.unlock("sam");
    let request = house.request("sam", "BEL", &other());
    sam.add_identity(request.as_bytes(), "Antwerp").expect("the workstation is added");
    let key = sam.identities(&id("sam")).expect("they are listed")[1].key.clone();
    house.renew("otto", &phrase(), &other()).expect("the keys are renewed");
    sam.revoke_identity(&key, "stolen").expect("it is revoked");
    assert_eq!(
        renewals(&house),
        ["keys-renewed", "oversight again", "vault again", "identity-revoked", "vault again", "oversight again"],
        "an auditor renews the one that he may"
    );
    drop(house.unlock("bea"));
}

#[test]
fn keys_of_all_that_stay_although_keys_count_no_more_by_which_they_were_known() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let key = with_another(&house, &mut bea);
    drop(bea);
    let revoked = revoking("bea", key.parse().expect("it is a key"));
    let copy = house.copy();
    let rule = caught(&copy, &mut Hostile::new(&copy, "sam"), Forgery::of(revoked));
    assert_eq!(rule, "common_key_due");
    // Not his own deed: his next entry, whatever it says.
    house.unlock("bea").revoke_identity(&key, "stolen").expect("it is revoked");
    let copy = house.copy();
    assert_eq!(caught(&copy, &mut Hostile::new(&copy, "ada"), Forgery::all(Vec::new())), "common_key_due");
    let mut rik = Hostile::new(&house, "rik");
    rik.append(Forgery::all(Vec::new()));
    drop(house.unlock("carl"));
}

#[test]
fn a_colleague_is_known_by_his_code_until_he_has_other_keys() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let bea = ada.officer(&id("bea")).expect("he is seen");
    assert_eq!(bea.compared, Compared::Never);
    let carl = ada.officer(&id("carl")).expect("he is seen").fingerprint;
    assert_eq!(ada.compare_code(&id("bea"), &carl).expect_err("they are not the same").code(), "fingerprint");
    for none in ["", "12345", "code", &format!("{}0", bea.fingerprint)] {
        assert_eq!(
            ada.compare_code(&id("bea"), none).expect_err("they are not the same").code(),
            "malformed",
            "{none}"
        );
    }
    assert_eq!(ada.officer(&id("bea")).expect("he is seen").compared, Compared::Never);
    assert_eq!(
        ada.compare_code(&id("bea"), &bea.fingerprint.replace(' ', "-")).expect("they are the same").compared,
        Compared::Same
    );
    drop(ada);
    assert_eq!(
        house.unlock("ada").officer(&id("bea")).expect("he is seen").compared,
        Compared::Same,
        "it is remembered"
    );
    assert_eq!(
        house.unlock("sam").officer(&id("bea")).expect("he is seen").compared,
        Compared::Never,
        "by whoever did it"
    );
    house.renew("bea", &phrase(), &other()).expect("the keys are renewed");
    assert_eq!(house.unlock("ada").officer(&id("bea")).expect("he is seen").compared, Compared::OtherKeys);
}

/// What is sealed to him is sealed to each of his identities: keys that somebody added with his file are none that were compared.
#[test]
fn a_code_stands_for_the_keys_of_one_identity_and_not_for_those_that_came_later() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let first = ada.officer(&id("bea")).expect("he is seen").fingerprint;
    ada.compare_code(&id("bea"), &first).expect("it is hers");
    let mut bea = house.unlock("bea");
    let key = with_another(&house, &mut bea);
    let keys = bea.identities(&id("bea")).expect("they are listed");
    let second = keys.into_iter().find(|one| one.key == key).expect("it is there").fingerprint;
    let seen = ada.officer(&id("bea")).expect("he is seen");
    assert_eq!(seen.compared, Compared::NotAll, "nobody read her the code of those");
    let code = |code: &str, compared| CodeView { code: code.to_owned(), compared };
    assert_eq!(seen.codes, [code(&first, true), code(&second, false)], "which, is said");
    let member = |session: &mut Session| {
        let members = session.dossier(&dossier("D-1")).expect("it is seen").members;
        members.into_iter().find(|member| member.officer == id("bea")).expect("she belongs to it")
    };
    let delivered_to = member(&mut house.unlock("rik"));
    assert_eq!((delivered_to.compared, delivered_to.codes.len()), (Compared::Never, 2));
    assert_eq!(ada.compare_code(&id("bea"), &second).expect("that is hers too").compared, Compared::Same);
    drop(ada);
    assert_eq!(
        house.unlock("ada").officer(&id("bea")).expect("he is seen").compared,
        Compared::Same,
        "both are remembered"
    );
    bea.revoke_identity(&key, "stolen").expect("it is revoked");
    let mut ada = house.unlock("ada");
    assert_eq!(ada.officer(&id("bea")).expect("he is seen").compared, Compared::Same, "what is left was compared");
    assert_eq!(ada.compare_code(&id("bea"), &second).expect_err("nothing is sealed to it").code(), "fingerprint");
}
