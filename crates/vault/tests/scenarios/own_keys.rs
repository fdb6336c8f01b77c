//! Own keys: renewed, proven, and from then on the only ones.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use ledger::VaultId;
use registry::people::NewKeys;
use seal::{Identity, Signer, seal_bytes};
use serde_json::{Value, json};
use vault::*;

use super::forged::rule;
use super::hostile::{Forgery, Hostile};
use super::house::*;

const DIR: &str = "ZEGEL_TEST_RENEWS_IN";
const DIES_AT: &str = "ZEGEL_TEST_RENEWS_UNTIL";

fn another() -> Passphrase {
    Passphrase::new("four words known to one".to_owned())
}

fn renew(house: &House, officer: &str) {
    let code = house.renew(officer, &phrase(), &another()).expect("the keys are renewed");
    assert_eq!(unlock(house, officer).expect("the officer unlocks").me().fingerprint, code);
}

fn unlock(house: &House, officer: &str) -> Result<Session, Error> {
    house.open().unlock(&id(officer), &another())
}

/// Nothing is missing, and nothing lies there that nobody knows.
#[track_caller]
fn is_sound(checkup: Checkup) {
    // Folders of a copy are as the machine makes them.
    let found: Vec<_> = checkup.findings.iter().filter(|found| found.what.code != "open_to_others").collect();
    assert!(found.is_empty(), "{found:?}");
}

/// With one SECRET document by rik, and lines of the log that are his.
fn house() -> (House, DocumentId) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Report", marked("SECRET", None));
    read(&mut rik, &filed.id);
    (house, filed.id)
}

#[test]
fn an_officer_who_renews_his_keys_has_all_that_he_had() {
    let (house, report) = house();
    let code = house.unlock("rik").me().fingerprint;
    renew(&house, "rik");
    assert!(matches!(house.try_unlock("rik"), Err(Error::WrongPassphrase { .. })));
    let mut rik = unlock(&house, "rik").expect("rik unlocks");
    assert_ne!(rik.me().fingerprint, code);
    assert_eq!(titles(&mut rik), ["Report"]);
    assert_eq!(read(&mut rik, &report), b"the bytes of Report");
    assert!(rik.last_unlock().is_some() && rik.warnings().iter().all(|warning| warning.code != "desk_rebuilt"));
    let filed = file(&mut rik, "Another", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    assert_eq!(titles(&mut bea), ["Another", "Report"]);
    assert_eq!(read(&mut bea, &filed.id), b"the bytes of Another");
    assert_eq!(bea.officer(&id("rik")).expect("seen").fingerprint, rik.me().fingerprint, "both compare the same");
    is_sound(house.open().doctor(None));
    is_sound(house.open().doctor(Some(&mut bea)));
}

#[test]
fn what_an_officer_said_before_he_renewed_his_keys_stays_his_to_read() {
    let (house, report) = house();
    let opened = |session: &mut Session| {
        let filter = LogFilter { action: Some("open".to_owned()), limit: 100, ..LogFilter::default() };
        session.log(&filter).expect("listed").rows.into_iter().filter(|row| row.officer == id("rik")).count()
    };
    renew(&house, "rik");
    let mut rik = unlock(&house, "rik").expect("rik unlocks");
    assert_eq!(opened(&mut rik), 1);
    read(&mut rik, &report);
    drop(rik);
    let third = Passphrase::new("four other words known to one".to_owned());
    unlock(&house, "rik").expect("rik unlocks").renew_keys(&another(), &third).expect("the keys are renewed");
    assert_eq!(opened(&mut house.open().unlock(&id("rik"), &third).expect("rik unlocks")), 2, "of all his keys before");
}

#[test]
fn a_custodian_on_whom_custody_hangs_shares_it_among_others_before_he_renews_his_keys() {
    let (house, _) = house();
    // What nobody holds lies under shares of hers alone.
    file(&mut house.unlock("carl"), "Tip", marked("TRES SECRET", None));
    let denied = house.renew("ada", &phrase(), &another()).expect_err("the renewal is refused");
    assert_eq!(codes(&denied), ["custodians_too_few"]);
    let custodians = ["ada", "otto", "sam"].map(id).into();
    let new = NewSharing { threshold: 2, custodians, waiting_hours: None };
    assert!(matches!(house.unlock("ada").share_custody(new).expect("ada shares custody"), Shared::Effective(_)));
    renew(&house, "ada");
    let mut ada = unlock(&house, "ada").expect("ada unlocks");
    assert!(
        ada.log(&LogFilter { limit: 100, ..LogFilter::default() }).expect("ada reads the log").rows.len() > 10,
        "she oversees as before"
    );
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_first_officer_alone_renews_his_keys_and_keeps_custody() {
    let house = House::new();
    renew(&house, "ada");
    let mut ada = unlock(&house, "ada").expect("ada unlocks");
    ada.create_dossier(NewDossier { id: dossier("D-1"), title: "One".to_owned(), lead: None, deputy: None })
        .expect("made");
    let custodians = [id("ada")].into();
    let new = NewSharing { threshold: 1, custodians, waiting_hours: Some(1) };
    assert!(matches!(ada.share_custody(new).expect("shared"), Shared::Effective(_)), "she is custodian still");
}

#[test]
fn a_sole_custodian_renews_his_keys_and_those_who_hold_keys_deal_them_to_the_new_ones() {
    let (house, report) = house();
    renew(&house, "ada");
    drop((house.unlock("rik"), unlock(&house, "ada").expect("ada unlocks")));
    let mut ada = unlock(&house, "ada").expect("ada unlocks");
    let custody = ada.custody().expect("ada sees custody");
    assert_eq!((custody.epoch, custody.sound, custody.keys_in_custody), (2, true, custody.keys));
    house.add(&mut ada, "nina", "BEL", &[Role::Reader]);
    clear(&mut ada, "nina", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("nina"), None, "exercise").expect("ada adds nina to the dossier");
    let request = ada.request_custody(&CustodyFor::Officer(id("nina")), "nobody was there").expect("asked for");
    ada.give_assent(&request).expect("ada says yes");
    assert!(ada.carry_out_custody(&request).expect("ada carries out the request").left_out.is_empty());
    assert_eq!(read(&mut house.unlock("nina"), &report), b"the bytes of Report");
}

#[test]
fn keys_that_are_renewed_although_custody_depends_on_them() {
    let (house, _) = house();
    file(&mut house.unlock("carl"), "Tip", marked("TRES SECRET", None));
    let ada = Hostile::new(&house, "ada");
    let (event, identity, signer) = renewal(&ada, "ada", &ada);
    let forgery = whole(event, &ada.signer, &identity, &signer);
    assert_eq!(caught(&house, ada, forgery), "custody_not_sound");
}

#[test]
fn an_identity_file_from_before_is_told_to_be_replaced() {
    let (house, _) = house();
    let (file, index) = (house.path("identities/rik.age"), house.path("desks/rik.sqlite"));
    let before = std::fs::read(&file).expect("the file is read");
    renew(&house, "rik");
    // The index of the old keys, that of the new ones, and none.
    for round in 0..3 {
        if round > 0 {
            drop(unlock(&house, "rik").expect("rik unlocks"));
        }
        let now = std::fs::read(&file).expect("the file is read");
        std::fs::write(&file, &before).expect("the file is written");
        if round == 2 {
            std::fs::remove_file(&index).expect("the index is removed");
        }
        let error = house.try_unlock("rik").map(drop).expect_err("rik is not let in");
        assert!(matches!(&error, Error::IdentityReplaced { officer } if officer == "rik"), "{round}: {error:?}");
        assert_eq!(error.exit(), ExitClass::Passphrase);
        std::fs::write(&file, &now).expect("the file is written");
    }
}

#[test]
fn a_session_that_goes_on_with_the_old_keys_is_stopped() {
    let (house, report) = house();
    let mut old = house.unlock("rik");
    renew(&house, "rik");
    let error = try_read(&mut old, &report).expect_err("the opening is refused");
    assert!(matches!(error, Error::IdentityReplaced { .. }), "{error:?}");
    let error = old.catch_up().expect_err("the reading on is refused");
    assert!(matches!(error, Error::IdentityReplaced { .. }), "{error:?}");
}

#[test]
fn what_the_workstation_remembers_is_read_with_the_new_keys() {
    let (house, _) = house();
    let state = tempfile::tempdir().expect("a folder for the test");
    let open = || house.open().with_state_dir(Some(state.path().to_owned()));
    open()
        .unlock(&id("rik"), &phrase())
        .expect("unlocked")
        .renew_keys(&phrase(), &another())
        .expect("the keys are renewed");
    let before = super::house::House::copy(&house);
    let mut rik = open().unlock(&id("rik"), &another()).expect("rik unlocks");
    file(&mut rik, "Later", marked("SECRET", None));
    drop(rik);
    drop(open().unlock(&id("rik"), &another()).expect("rik unlocks"));
    // The whole folder put back, after the renewal: the workstation knows better.
    let back = Vault::open(&before.dir, house.clock.told()).expect("it opens").with_work_factor(weak());
    let back = back.with_clock_confirmed().with_state_dir(Some(state.path().to_owned()));
    assert!(matches!(back.unlock(&id("rik"), &another()), Err(Error::RolledBack { .. })));
}

#[test]
fn keys_that_the_old_ones_open_are_renewed() {
    let house = House::furnished();
    let class = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).class;
    let mut ada = house.unlock("ada");
    let before = epochs(&mut ada, &class);
    renew(&house, "rik");
    let mut rik = unlock(&house, "rik").expect("rik unlocks");
    assert_eq!(epochs(&mut ada, &class), before + 1);
    file(&mut rik, "Later", marked("SECRET", None));
    assert_eq!(titles(&mut house.unlock("bea")), ["Later", "Report"]);
}

#[test]
fn renewing_wants_the_old_passphrase_and_another_new_one() {
    let (house, _) = house();
    let wrong =
        house.unlock("rik").renew_keys(&another(), &Passphrase::new("four other words known to one".to_owned()));
    assert!(matches!(wrong, Err(Error::WrongPassphrase { .. })), "{wrong:?}");
    assert!(matches!(house.unlock("rik").renew_keys(&phrase(), &phrase()), Err(Error::PassphraseSame)));
    let short = house.unlock("rik").renew_keys(&phrase(), &Passphrase::new("short".to_owned()));
    assert!(matches!(short, Err(Error::PassphraseShort { .. })), "{short:?}");
    house.unlock("rik");
}

/// A renewal of rik's keys as his own program would write it, by whomever.
fn renewal(hostile: &Hostile, officer: &str, replaces: &Hostile) -> (Value, Identity, Signer) {
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let (vault, recipient): (&VaultId, _) = (hostile.ledger.vault(), identity.recipient());
    let keys = NewKeys::of(vault, &id(officer), Some(replaces.signer.key_id()), recipient, &signer);
    let event = json!({ "event": "keys-renewed", "officer": officer, "keys": serde_json::to_value(keys).expect("it is plain data") });
    (event, identity, signer)
}

/// With the parts that such an entry has.
fn whole(event: Value, renews: &Signer, identity: &Identity, signer: &Signer) -> Forgery {
    let own = seal_bytes(&[identity.recipient()], b"").expect("it is sealed");
    Forgery { keeps_session: false, ..Forgery::of(event) }
        .part("author", signer.verifying_key().to_bytes())
        .part(format!("renews/{}", renews.key_id()), renews.key_id().to_bytes())
        .part(format!("officer/{}", signer.key_id()), own)
}

#[track_caller]
fn caught(house: &House, mut hostile: Hostile, forgery: Forgery) -> &'static str {
    hostile.read();
    let index = hostile.position.size();
    hostile.append(forgery);
    drop(hostile);
    rule(house.try_unlock("bea"), index)
}

#[test]
fn a_renewal_that_is_as_it_must_be_is_believed() {
    let (house, _) = house();
    let mut rik = Hostile::new(&house, "rik");
    let (event, identity, signer) = renewal(&rik, "rik", &rik);
    let forgery = whole(event, &rik.signer, &identity, &signer);
    rik.append(forgery);
    assert_eq!(house.unlock("bea").officer(&id("rik")).expect("bea sees the officer").id, id("rik"));
}

#[test]
fn an_entry_that_is_signed_with_keys_that_were_replaced() {
    let (house, _) = house();
    let rik = Hostile::new(&house, "rik");
    renew(&house, "rik");
    assert_eq!(caught(&house, rik, Forgery::all(Vec::new())), "keys_replaced");
}

#[test]
fn keys_that_somebody_else_renews() {
    let (house, _) = house();
    let (ada, rik) = (Hostile::new(&house, "ada"), Hostile::new(&house, "rik"));
    let (event, identity, signer) = renewal(&ada, "rik", &rik);
    let forgery = whole(event, &rik.signer, &identity, &signer);
    assert_eq!(caught(&house, ada, forgery), "about_another");
}

#[test]
fn new_keys_that_are_those_of_another() {
    let (house, _) = house();
    let rik = Hostile::new(&house, "rik");
    let (event, identity, signer) = renewal(&rik, "rik", &rik);
    // The key to seal to is exchanged after the proof was made.
    let mut exchanged = event.clone();
    exchanged["keys"]["recipient"] = json!(Identity::generate().recipient().to_string());
    let forgery = whole(exchanged, &rik.signer, &identity, &signer);
    assert_eq!(caught(&house, rik, forgery), "keys_not_proven");
    let (house, _) = super::own_keys::house();
    let rik = Hostile::new(&house, "rik");
    let (mut taken, _, signer) = renewal(&rik, "rik", &rik);
    let bea = Hostile::new(&house, "bea").identity;
    taken["keys"]["recipient"] = json!(bea.recipient().to_string());
    let forgery = whole(taken, &rik.signer, &bea, &signer);
    assert_eq!(caught(&house, rik, forgery), "key_of_another");
}

#[test]
fn a_renewal_that_hides_which_keys_it_replaces() {
    let (house, _) = house();
    let rik = Hostile::new(&house, "rik");
    let (event, identity, signer) = renewal(&rik, "rik", &rik);
    let mut forgery = whole(event, &rik.signer, &identity, &signer);
    forgery.parts.retain(|(audience, _)| !audience.starts_with("renews/"));
    assert_eq!(caught(&house, rik, forgery), "author_not_introduced");
}

#[test]
fn something_that_is_sealed_to_keys_that_were_replaced() {
    let (house, _) = house();
    let rik = Hostile::new(&house, "rik");
    renew(&house, "rik");
    let bea = Hostile::new(&house, "bea");
    let to_old = seal_bytes(&[rik.identity.recipient()], b"").expect("it is sealed");
    let forgery = Forgery::all(Vec::new()).part(format!("officer/{}", rik.signer.key_id()), to_old);
    assert_eq!(caught(&house, bea, forgery), "delivered_unrecorded");
}

/// What a process does that is to die on the way. Run as a test like the others, it does nothing.
#[test]
fn a_process_that_renews() {
    let Ok(dir) = std::env::var(DIR) else { return };
    let dies_at = std::env::var(DIES_AT).expect("the parent says it");
    let clock = Hand::at(testkit::FOUNDED);
    let vault = Vault::open(Path::new(&dir), clock.told()).expect("the vault opens").with_work_factor(weak());
    let vault = vault.danger_with_faults(move |step| {
        if format!("{step:?}") == dies_at {
            // As by power loss: no destructor runs.
            let _ = Command::new("kill").args(["-9", &std::process::id().to_string()]).status();
            std::thread::sleep(Duration::from_secs(10));
        }
        Ok(())
    });
    vault
        .unlock(&id("rik"), &phrase())
        .expect("unlocked")
        .renew_keys(&phrase(), &another())
        .expect("the keys are renewed");
}

#[test]
fn a_process_that_dies_while_it_renews_leaves_one_identity_that_works() {
    for (step, renewed) in [("IdentityWritten", false), ("KeysRecorded", true), ("IdentityNamed", true)] {
        for others_first in [false, true] {
            let (house, report) = house();
            let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
            command.args(["--exact", "own_keys::a_process_that_renews"]).env(DIR, &house.dir).env(DIES_AT, step);
            let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program runs");
            assert!(!status.success(), "it was to die at {step}");
            if others_first {
                drop(house.unlock("bea"));
            }
            let works = if renewed { unlock(&house, "rik") } else { house.try_unlock("rik") };
            let mut rik = works.unwrap_or_else(|error| panic!("{step}: {error:?}"));
            assert_eq!(read(&mut rik, &report), b"the bytes of Report", "{step}");
            drop(rik);
            let other = if renewed { house.try_unlock("rik") } else { unlock(&house, "rik") };
            assert!(matches!(other, Err(Error::WrongPassphrase { .. })), "{step}: {:?}", other.map(drop));
            // And nothing is left over that counts.
            house.clock.forward(60);
            drop(if renewed { unlock(&house, "rik") } else { house.try_unlock("rik") }.expect("rik unlocks"));
            let left: Vec<_> = std::fs::read_dir(house.path("identities"))
                .expect("the folder is listed")
                .map(|f| f.expect("the entry of the folder is read").file_name())
                .collect();
            assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".new")), "{step}: {left:?}");
        }
    }
}

// ---- keys that another chose

const ALL_ROLES: &[Role] = &[Role::Reader, Role::SecurityOfficer];

/// A security officer `nina`, cleared and a member of the dossier, whose keys ada made.
fn with_given_keys() -> (House, DocumentId) {
    let (house, report) = house();
    let mut ada = house.unlock("ada");
    house.add_given(&mut ada, "nina", ALL_ROLES);
    clear(&mut ada, "nina", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("nina"), None, "exercise").expect("ada adds nina to the dossier");
    drop((ada, house.unlock("rik"), house.unlock("sam")));
    (house, report)
}

/// The parts of the log that keys open.
fn parts_for(house: &House, officer: &str) -> usize {
    let hostile = Hostile::new(house, officer);
    let mine = format!("officer/{}", hostile.signer.key_id());
    let mut parts = 0;
    let mut position = ledger::Position::start();
    loop {
        let (entries, next) = hostile.ledger.read(&position, 1000).expect("the log is read");
        if entries.is_empty() {
            return parts;
        }
        position = next;
        parts += entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == mine).count();
    }
}

#[test]
fn whose_keys_another_chose_makes_his_own_before_everything_else() {
    let (house, report) = with_given_keys();
    let error = house.try_unlock("nina").map(drop).expect_err("nina is not let in");
    assert!(matches!(&error, Error::RenewalDue { officer } if officer == "nina"), "{error:?}");
    assert_eq!(error.exit(), ExitClass::Passphrase);
    assert_eq!(parts_for(&house, "nina"), 0, "nothing was delivered to the keys that ada knows");
    assert!(!house.path("desks/nina.sqlite").exists());
    let given = std::fs::read(house.path("identities/nina.age")).expect("the identity file is read");
    renew(&house, "nina");
    let mut nina = unlock(&house, "nina").expect("nina unlocks");
    assert!(nina.warnings().iter().all(|warning| warning.code != "desk_rebuilt"));
    assert_eq!(titles(&mut nina), [""; 0], "others deliver");
    drop((house.unlock("rik"), house.unlock("ada")));
    assert_eq!(read(&mut nina, &report), b"the bytes of Report");
    grant(&mut nina, "carl", "BEL", "SECRET", &[]).expect("nina grants the clearance");
    drop(nina);
    // What ada may have kept is worth nothing.
    std::fs::write(house.path("identities/nina.age"), given).expect("the identity file is written");
    assert!(matches!(house.try_unlock("nina"), Err(Error::IdentityReplaced { .. })));
    is_sound(house.open().doctor(None));
}

#[test]
fn whose_keys_another_chose_is_nobodys_second_and_no_custodian() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add_given(&mut ada, "nina", ALL_ROLES);
    let nina = Hostile::new(&house, "nina");
    assert_eq!(nina.keys.len(), 0);
    let custodians = ["ada", "nina"].map(id).into();
    let new = NewSharing { threshold: 1, custodians, waiting_hours: None };
    assert!(matches!(ada.share_custody(new).expect_err("refused"), Error::Denied { .. }), "no custodian");
}

#[test]
fn given_keys_are_of_no_use_once_the_vault_key_was_renewed() {
    let (house, _) = with_given_keys();
    house.unlock("sam").disable_officer(&id("carl"), "left").expect("sam disables carl's account");
    for outcome in [house.try_unlock("nina").map(drop), house.renew("nina", &phrase(), &another()).map(drop)] {
        let error = outcome.expect_err("it is refused");
        assert!(matches!(error, Error::GivenKeysStale { .. }), "{error:?}");
        assert_eq!(error.exit(), ExitClass::Passphrase);
    }
    // The way out: a request of one's own.
    let request = house.request("nina", "BEL", &another());
    house.unlock("sam").reissue_officer(&id("nina"), request.as_bytes(), "the keys were too old").expect("let in");
    unlock(&house, "nina").expect("nina unlocks");
}

/// Given keys hold the vault key of that day: their officer needs it to make his own.
fn hostile_given(house: &House) -> Hostile {
    let mut nina = Hostile::new(house, "nina");
    let ada = Hostile::new(house, "ada");
    nina.keys = ada.keys.into_iter().filter(|(name, _)| name == "vault epoch 1").collect();
    nina
}

#[test]
fn an_entry_by_keys_that_another_chose() {
    let (house, _) = with_given_keys();
    let nina = hostile_given(&house);
    assert_eq!(caught(&house, nina, Forgery::all(Vec::new())), "renewal_due");
    let (house, _) = with_given_keys();
    let nina = hostile_given(&house);
    let event = json!({ "event": "briefing-recorded", "officer": "bea", "policy": "BEL", "level": "SECRET", "date": "2026-01-01" });
    assert_eq!(caught(&house, nina, Forgery::of(event)), "renewal_due");
}

#[test]
fn a_key_that_is_delivered_to_keys_which_another_chose() {
    let (house, _) = with_given_keys();
    let nina = hostile_given(&house);
    let sealed = |text: &str| seal_bytes(&[nina.identity.recipient()], text.as_bytes()).expect("it is sealed");
    let to = format!("officer/{}", nina.signer.key_id());
    let mut rik = Hostile::new(&house, "rik");
    let (class, epoch) = rik.held("class").pop().expect("a class key is held");
    let event = json!({ "event": "delivered", "key": { "kind": "class", "id": class }, "epochs": [epoch], "officers": ["nina"] });
    rik.read();
    assert_eq!(caught(&house, rik, Forgery::of(event).part(to.clone(), sealed(""))), "delivered_to_stranger");
    let (house, _) = with_given_keys();
    let ada = Hostile::new(&house, "ada");
    let event = json!({ "event": "delivered", "key": { "kind": "vault" }, "epochs": [1], "officers": ["nina"] });
    assert_eq!(caught(&house, ada, Forgery::of(event).part(to, sealed(""))), "delivered_to_stranger");
}

#[test]
fn an_officer_who_is_added_with_keys_that_get_something_before_he_has_made_his_own() {
    let house = House::furnished();
    let ada = Hostile::new(&house, "ada");
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let officer = json!({ "id": "nina", "full_name": "Nina", "nationality": "BEL", "roles": ["reader"],
        "recipient": identity.recipient().to_string(), "key": signer.key_id().to_string() });
    let event = json!({ "event": "officer-added", "officer": officer, "proof": null });
    let forgery = Forgery::of(event)
        .part("author", signer.verifying_key().to_bytes())
        .part(format!("officer/{}", signer.key_id()), seal_bytes(&[identity.recipient()], b"").expect("it is sealed"));
    assert_eq!(caught(&house, ada, forgery), "delivered_unrecorded");
}

// ---- requests

#[test]
fn an_officer_who_makes_his_keys_himself_is_let_in_with_them() {
    let house = House::furnished();
    let (text, code) = house.open().request_identity(&id("nina"), "Nina Nieuw", " nld ", &another()).expect("made");
    assert!(matches!(unlock(&house, "nina"), Err(Error::NotFound { .. })), "nobody is in yet");
    let mut ada = house.unlock("ada");
    let view = ada.look_at_request(text.as_bytes()).expect("ada looks at the request");
    assert_eq!(
        (view.officer.as_str(), view.full_name.as_str(), view.nationality.as_str()),
        ("nina", "Nina Nieuw", "NLD")
    );
    assert_eq!((view.fingerprint.as_str(), view.known), (code.as_str(), false));
    let roles = [Role::Reader, Role::Auditor].into();
    assert_eq!(
        codes(&house.unlock("bea").admit_officer(text.as_bytes(), &roles).expect_err("refused")),
        ["role_required"]
    );
    assert!(matches!(ada.admit_officer(text.as_bytes(), &[].into()), Err(Error::Missing { field: "roles" })));
    // However long it took.
    house.clock.forward(40);
    drop(house.unlock("bea"));
    assert_eq!(ada.admit_officer(text.as_bytes(), &roles).expect("ada lets the newcomer in").officer.fingerprint, code);
    let mut nina = unlock(&house, "nina").expect("nina unlocks");
    assert_eq!(nina.me().fingerprint, code);
    assert!(
        nina.log(&LogFilter { limit: 100, ..LogFilter::default() }).expect("nina reads the log").rows.len() > 10,
        "she oversees at once"
    );
    assert!(matches!(ada.admit_officer(text.as_bytes(), &roles), Err(Error::Exists { .. })));
    is_sound(house.open().doctor(None));
}

#[test]
fn a_request_is_refused_that_is_no_request_or_not_for_here() {
    let house = House::furnished();
    let text = house.request("nina", "BEL", &another());
    let elsewhere = House::at("elsewhere");
    let mut ada = elsewhere.unlock("ada");
    let roles = [Role::Reader].into();
    let error = ada.admit_officer(text.as_bytes(), &roles).expect_err("ada's admission is refused");
    assert_eq!((error.code(), error.exit()), ("request_elsewhere", ExitClass::Refused));
    let mut ada = house.unlock("ada");
    let changed = text.replace("nina of the house", "Nina");
    let error = ada.admit_officer(changed.as_bytes(), &roles).expect_err("ada's admission is refused");
    assert_eq!((error.code(), error.exit()), ("request_forged", ExitClass::Integrity));
    for (bytes, code) in [("", "malformed"), ("hello", "malformed"), ("zegel-request/9\n", "request_newer")] {
        assert_eq!(ada.look_at_request(bytes.as_bytes()).expect_err("refused").code(), code);
    }
    // With keys that somebody has.
    ada.admit_officer(text.as_bytes(), &roles).expect("ada lets the newcomer in");
    let bea = Hostile::new(&house, "bea");
    let taken = registry::people::KeyRequest::write(
        bea.ledger.vault(),
        &id("nora"),
        "Nora",
        "BEL",
        bea.identity.recipient(),
        &bea.signer,
    );
    assert!(matches!(ada.admit_officer(taken.as_bytes(), &roles), Err(Error::KeyTaken { .. })));
}

#[test]
fn an_officer_who_lost_his_keys_comes_back_with_new_ones() {
    let (house, report) = house();
    let old = Hostile::new(&house, "rik");
    let before = std::fs::read(house.path("identities/rik.age")).expect("the identity file is read");
    let request = house.request("rik", "BEL", &another());
    let mut sam = house.unlock("sam");
    assert!(sam.look_at_request(request.as_bytes()).expect("sam looks at the request").known);
    let reissue = |session: &mut Session, officer: &str| {
        session.reissue_officer(&id(officer), request.as_bytes(), "lost").map(|entered| entered.officer.fingerprint)
    };
    assert_eq!(codes(&reissue(&mut house.unlock("bea"), "rik").expect_err("refused")), ["role_required"]);
    assert!(matches!(reissue(&mut sam, "bea"), Err(Error::RequestOfAnother { .. })));
    assert!(matches!(sam.reissue_officer(&id("rik"), request.as_bytes(), " "), Err(Error::Missing { .. })));
    let code = reissue(&mut sam, "rik").expect("sam lets the new keys in");
    // His index and what the workstation remembers are under keys that are lost: that is no alteration, once.
    let mut rik = unlock(&house, "rik").expect("rik unlocks");
    assert_eq!(rik.me().fingerprint, code);
    // Those who hold it deliver what he held.
    drop(house.unlock("bea"));
    assert_eq!(read(&mut rik, &report), b"the bytes of Report");
    drop(rik);
    let index = house.path("desks/rik.sqlite");
    let whole = std::fs::read(&index).expect("the index is read");
    std::fs::write(&index, &whole[..512]).expect("the index is written");
    assert!(matches!(unlock(&house, "rik"), Err(Error::IndexAltered)), "from then on it is one");
    std::fs::write(&index, &whole).expect("the index is written");
    std::fs::write(house.path("identities/rik.age"), before).expect("the identity file is written");
    assert!(matches!(house.try_unlock("rik"), Err(Error::IdentityReplaced { .. })));
    assert_eq!(caught(&house, old, Forgery::all(Vec::new())), "keys_replaced");
}

#[test]
fn keys_of_another_that_somebody_replaces_without_the_right() {
    let (house, _) = house();
    let carl = Hostile::new(&house, "carl");
    let rik = Hostile::new(&house, "rik");
    let (identity, signer) = (Identity::generate(), Signer::generate());
    let keys = NewKeys::of(carl.ledger.vault(), &id("rik"), None, identity.recipient(), &signer);
    let event = json!({ "event": "keys-reissued", "officer": "rik", "keys": serde_json::to_value(keys).expect("it is plain data") });
    let forgery = Forgery { keeps_session: true, ..whole(event, &rik.signer, &identity, &signer) };
    assert_eq!(caught(&house, carl, forgery), "not_security_officer");
}
