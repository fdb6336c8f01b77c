//! What is remembered outside the log: which vault an identity is for, and how far the log had come, in the index and outside
//! the folder.

use std::fs;
use std::path::PathBuf;

use ledger::{Draft, Ledger};
use seal::{Identity, PartKey, Weight, seal_bytes, seal_part};
use serde_json::{Value, json};
use vault::*;

use super::hostile::Hostile;
use super::house::*;

fn state(house: &House) -> PathBuf {
    house.dir.with_file_name("state")
}

fn on_workstation(house: &House, state: Option<PathBuf>) -> Vault {
    house.open().with_state_dir(state)
}

fn unlock(house: &House, officer: &str) -> Result<Session, Error> {
    on_workstation(house, Some(state(house))).unlock(&id(officer), &phrase())
}

/// Puts the whole folder back to what it was, indexes and all.
fn put_back(house: &House, earlier: &House) {
    fs::remove_dir_all(&house.dir).expect("the folder is removed");
    copy_folder(&earlier.dir, &house.dir);
}

fn warned(session: &Session, code: &str) -> bool {
    session.warnings().iter().any(|warning| warning.code == code)
}

#[test]
fn a_whole_folder_that_was_put_back_is_noticed_on_the_workstation_that_saw_more() {
    let house = House::furnished();
    drop(unlock(&house, "rik").expect("rik unlocks"));
    let earlier = house.copy();
    file(&mut unlock(&house, "rik").expect("rik unlocks"), "Report", marked("SECRET", None));
    let later = house.copy();
    put_back(&house, &earlier);
    let error = unlock(&house, "rik").expect_err("rik is not let in");
    assert_eq!((error.code(), error.exit()), ("rolled_back", ExitClass::Integrity));
    // On purpose does not help: what is remembered is compared in any case.
    let on_purpose = on_workstation(&house, Some(state(&house))).unlock_with(&id("rik"), &phrase(), Memory::Lost);
    assert_eq!(on_purpose.expect_err("the officer is not let in").code(), "rolled_back");
    // Without that memory nobody is the wiser: that is why it is kept.
    drop(house.unlock("rik"));
    // Gone another way, it is another log.
    for _ in 0..20 {
        drop(house.unlock("rik"));
    }
    assert_eq!(unlock(&house, "rik").expect_err("rik is not let in").code(), "forked");
    put_back(&house, &later);
    assert_eq!(titles(&mut unlock(&house, "rik").expect("rik unlocks")), ["Report"]);
}

#[test]
fn the_memory_outside_grows_while_a_session_lasts_and_never_shrinks() {
    let house = House::furnished();
    let mut rik = unlock(&house, "rik").expect("rik unlocks");
    let earlier = house.copy();
    file(&mut rik, "Report", marked("SECRET", None));
    // As if the process had been killed: nothing is done at its end.
    std::mem::forget(rik);
    put_back(&house, &earlier);
    assert_eq!(unlock(&house, "rik").expect_err("rik is not let in").code(), "rolled_back");
    // A session that lags behind does not put the memory back when it ends.
    let house = House::furnished();
    let lagging = unlock(&house, "rik").expect("rik unlocks");
    file(&mut unlock(&house, "rik").expect("rik unlocks"), "Report", marked("SECRET", None));
    let earlier = House::furnished();
    drop(lagging);
    let seen = fs::read_dir(state(&house).join(house.open().id())).expect("the folder is listed").count();
    assert_eq!(seen, 1, "one file, and no draft of one");
    drop(earlier);
    let before = house.open().verify().expect("the log is whole").entries;
    drop(unlock(&house, "rik").expect("rik unlocks"));
    assert_eq!(house.open().verify().expect("the log is whole").entries, before + 1);
}

#[test]
fn the_memory_outside_is_for_its_owner_alone_and_only_he_can_have_written_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let house = House::furnished();
    drop((unlock(&house, "rik").expect("rik unlocks"), unlock(&house, "bea").expect("bea unlocks")));
    let folder = state(&house).join(house.open().id());
    let mode = |path: &std::path::Path| fs::metadata(path).expect("the file is there").permissions().mode() & 0o777;
    assert_eq!((mode(&folder), mode(&folder.join("rik.seen"))), (0o700, 0o600));
    // Another's, altered, endless, none at all.
    let whole = fs::read(folder.join("rik.seen")).expect("the file is read");
    let mut altered = whole.clone();
    *altered.last_mut().expect("it has bytes") ^= 1;
    for planted in [fs::read(folder.join("bea.seen")).expect("it is read"), altered, vec![0; 1 << 20], Vec::new()] {
        fs::write(folder.join("rik.seen"), planted).expect("the file is written");
        let error = unlock(&house, "rik").expect_err("rik is not let in");
        assert_eq!((error.code(), error.exit()), ("memory_altered", ExitClass::Integrity));
    }
    // On purpose it is made again.
    drop(
        on_workstation(&house, Some(state(&house))).unlock_with(&id("rik"), &phrase(), Memory::Lost).expect("unlocked"),
    );
    unlock(&house, "rik").expect("rik unlocks");
}

#[test]
fn a_full_disk_of_the_workstation_is_called_full() {
    for (error, word) in [(objects::Error::Full, "full"), (objects::Error::ReadOnly, "read_only")] {
        assert_eq!(vault::cause(&error.into()), word);
    }
}

#[test]
fn where_nothing_can_be_remembered_outside_a_session_says_so_and_goes_on() {
    let house = House::furnished();
    assert!(warned(&on_workstation(&house, None).unlock(&id("rik"), &phrase()).expect("unlocked"), "memory_not_kept"));
    fs::write(state(&house), b"a file where a folder should be").expect("the file is written");
    let rik =
        on_workstation(&house, Some(state(&house).join("zegel"))).unlock(&id("rik"), &phrase()).expect("unlocked");
    assert!(warned(&rik, "memory_not_kept"));
    assert!(!warned(&house.unlock("bea"), "memory_not_kept"), "nobody asked for it");
}

#[test]
fn the_folder_for_the_memory_outside_is_the_one_that_the_environment_names() {
    let dir = |state: Option<&str>, home: Option<&str>| state_dir(state.map(Into::into), home.map(Into::into));
    assert_eq!(dir(Some("/s"), Some("/h")), Some("/s/zegel".into()));
    assert_eq!(dir(None, Some("/h")), Some("/h/.local/state/zegel".into()));
    assert_eq!(dir(Some("relative"), Some("/h")), Some("/h/.local/state/zegel".into()), "the specification says so");
    assert_eq!(dir(Some(""), None), None);
}

#[test]
fn who_has_unlocked_before_and_finds_his_index_gone_stops_and_goes_on_only_on_purpose() {
    let house = House::furnished();
    // The first time there is nothing to remember, and nothing is asked.
    drop(unlock(&house, "bea").expect("bea unlocks"));
    fs::remove_file(house.path("desks/bea.sqlite")).expect("the index is removed");
    for _ in 0..3 {
        let error = unlock(&house, "bea").expect_err("bea is not let in");
        assert_eq!((error.code(), error.exit()), ("index_gone", ExitClass::Integrity), "as often as it is tried");
    }
    let vault = on_workstation(&house, Some(state(&house)));
    let bea = vault.unlock_with(&id("bea"), &phrase(), Memory::Lost).expect("bea unlocks");
    assert!(warned(&bea, "desk_rebuilt"));
    drop(bea);
    assert!(!warned(&unlock(&house, "bea").expect("bea unlocks"), "desk_rebuilt"), "once");
    // Anyone who oversees can see that it was on purpose.
    let all = LogFilter { action: Some("unlock".to_owned()), limit: 1000, ..LogFilter::default() };
    let rows = house.unlock("otto").log(&all).expect("otto reads the log").rows;
    let lost: Vec<_> = rows.iter().filter(|row| row.detail.get("memory").is_some_and(|m| m == "lost")).collect();
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].officer, id("bea"));
    // A copy that was carried elsewhere without the indexes: the same question, once.
    let copy = house.copy();
    fs::remove_dir_all(copy.path("desks")).expect("the folder is removed");
    assert_eq!(unlock(&copy, "bea").expect_err("bea is not let in").code(), "index_gone");
    drop(copy.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).expect("bea unlocks"));
    unlock(&copy, "bea").expect("bea unlocks");
    // Who was never here is not asked.
    unlock(&copy, "carl").expect("carl unlocks");
}

/// A log that carl made, with the id of the vault and the public keys of bea: what is written into it, he can read.
fn false_vault(house: &House) -> House {
    let carl = Hostile::new(house, "carl");
    let record = |officer: &str| {
        let added = |event: &Value| event["event"] == "officer-added" && event["officer"]["id"] == officer;
        carl.events().into_iter().find(added).expect("the event is in the log")["officer"].clone()
    };
    let (mut mine, hers) = (record("carl"), record("bea"));
    mine["roles"] = json!(["security-officer", "custodian"]);
    let there = house.copy();
    fs::remove_file(there.path("ledger.sqlite")).expect("the log is removed");
    let mut log = Ledger::create(&there.path("ledger.sqlite"), carl.ledger.vault().clone()).expect("a new log");
    let (key, oversight) = (PartKey::generate(), Identity::generate());
    let place = |tag: &str| [carl.ledger.vault().as_str(), tag].concat().into_bytes();
    let common = |events: Value| {
        let plain = json!({ "v": 1, "is": events }).to_string();
        seal_part(&key, &place("common/1"), plain.as_bytes())
    };
    let hidden = || {
        let tag = format!("oversight/{}", seal::random_id());
        let sealed = seal_part(&PartKey::generate(), &place(&tag), br#"{"v":1,"is":[]}"#);
        (tag, sealed)
    };
    let bea = Hostile::new(house, "bea");
    let vault_key = format!("# vault epoch 1\n# {}\n", key.expose_secret_line().expose_secret());
    let keys = format!("{vault_key}# oversight epoch 1\n{}\n", oversight.expose_secret_line().expose_secret());
    let founded = json!([{
        "event": "founded", "name": "Registry of the exercise", "register": "ZGL", "officer": mine,
        "oversight": oversight.recipient().to_string(), "four_eyes": false,
    }]);
    let added = json!([
        { "event": "officer-added", "officer": hers, "proof": null },
        { "event": "delivered", "key": { "kind": "vault" }, "epochs": [1], "officers": ["bea"] },
    ]);
    let entries = [
        (founded, carl.signer.verifying_key(), carl.signer.key_id(), carl.identity.recipient(), keys.as_str()),
        (added, bea.signer.verifying_key(), bea.signer.key_id(), bea.identity.recipient(), vault_key.as_str()),
    ];
    for (events, author, to, recipient, keys) in entries {
        let (tag, part) = hidden();
        let sealed = seal_bytes(&[recipient], keys.as_bytes()).expect("it is sealed");
        let draft = Draft::new(Weight::Dual).introduce(author).part("common/1", common(events)).part(tag, part);
        let draft = draft.part(format!("officer/{to}"), sealed);
        let head = log.head().expect("the log has a head");
        log.append(&head, &carl.signer, house.clock.now().timestamp_millis(), draft, ())
            .expect("appended")
            .into_inner();
    }
    // Who founded the vault signed its settings; who makes another first entry signs others.
    assert_eq!(there.open().verify().expect_err("of another").code(), "settings_altered");
    let id = carl.ledger.vault().as_str();
    let said = format!("zegel vault settings v1\n4\n{id}\nRegistry of the exercise\nZGL\n");
    let signature: String = carl.signer.sign(Weight::Single, said.as_bytes()).into();
    let settings = format!(
        "format = 4\nid = \"{id}\"\nname = \"Registry of the exercise\"\nregister = \"ZGL\"\nsignature = \"{signature}\"\n"
    );
    fs::write(there.path("vault.toml"), settings).expect("the settings are written");
    there
}

#[test]
fn a_log_with_the_same_id_and_her_public_keys_is_not_taken_for_the_vault() {
    let house = House::furnished();
    let there = false_vault(&house);
    assert_eq!(there.open().id(), house.open().id());
    assert_eq!(there.open().verify().expect("the log is whole").entries, 2, "by itself it is whole");
    let error = there.try_unlock("bea").expect_err("bea is not let in");
    assert_eq!((error.code(), error.exit()), ("vault_foreign", ExitClass::Integrity), "{error:?}");
    assert_eq!(there.open().verify().expect("the log is whole").entries, 2, "nothing was written into it");
    // On purpose neither.
    let error = there.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).expect_err("bea is not let in");
    assert_eq!(error.code(), "vault_foreign");
    // The first officer's identity names its vault as well.
    let other = House::new();
    fs::copy(house.path("identities/ada.age"), other.path("identities/ada.age")).expect("the identity file is copied");
    assert_eq!(other.try_unlock("ada").expect_err("ada is not let in").code(), "vault_foreign");
    assert_eq!(house.unlock("ada").vault_name(), "Registry of the exercise");
}

#[test]
fn a_new_passphrase_leaves_the_identity_with_its_vault() {
    let house = House::furnished();
    let new = || Passphrase::new("four words without sense".to_owned());
    house.unlock("bea").change_passphrase(&phrase(), &new()).expect("bea changes the passphrase");
    house.open().unlock(&id("bea"), &new()).expect("bea unlocks");
    let there = false_vault(&House::furnished());
    fs::copy(house.path("identities/bea.age"), there.path("identities/bea.age")).expect("the identity file is copied");
    assert_eq!(there.open().unlock(&id("bea"), &new()).expect_err("bea is not let in").code(), "vault_foreign");
}

#[test]
fn once_a_week_an_officer_is_asked_to_keep_a_checkpoint_elsewhere() {
    let house = House::furnished();
    assert!(!warned(&house.unlock("bea"), "checkpoint_due"), "not on the first day");
    house.clock.forward(6);
    assert!(!warned(&house.unlock("bea"), "checkpoint_due"));
    house.clock.forward(1);
    let mut bea = house.unlock("bea");
    let due =
        bea.warnings().into_iter().find(|warning| warning.code == "checkpoint_due").expect("the officer is warned");
    assert_eq!(due.params, [("at".to_owned(), "never".to_owned())].into());
    let failed = bea.hand_out_checkpoint(|_| Err::<(), _>(Error::DiskFull));
    assert!(matches!(failed, Err(Error::DiskFull)) && warned(&bea, "checkpoint_due"), "nothing was kept");
    bea.checkpoint().expect("bea makes a checkpoint");
    assert!(!warned(&bea, "checkpoint_due"));
    drop(bea);
    house.clock.forward(8);
    let due = house
        .unlock("bea")
        .warnings()
        .into_iter()
        .find(|warning| warning.code == "checkpoint_due")
        .expect("the officer is warned");
    assert_eq!(due.params, [("at".to_owned(), "2026-11-29".to_owned())].into());
}

#[test]
fn damage_in_what_was_read_before_is_found_in_small_steps_that_go_on_where_they_stopped() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    // As many as make a session keep what it knows: fewer are read again from the start at each unlock.
    for n in 0..130 {
        file(&mut rik, &format!("Report {n}"), marked("SECRET", None));
    }
    let fresh = rik.wholeness().expect("rik sees when the log was whole");
    assert_eq!((fresh.last_whole, fresh.verified), (None, 0));
    let mut verifier = rik.verifier().expect("rik begins to verify").expect("it was never verified");
    assert!(!verifier.step(60).expect("the verification goes on"));
    rik.keep_verified(&verifier).expect("rik keeps how far the log is verified");
    drop((verifier, rik));
    // The next session goes on.
    let mut rik = house.unlock("rik");
    assert_eq!(rik.wholeness().expect("rik sees when the log was whole").verified, 60);
    let mut verifier = rik.verifier().expect("rik begins to verify").expect("it is under way");
    let mut steps = 0;
    while !verifier.step(20).expect("the verification goes on") {
        steps += 1;
    }
    assert!(steps >= 2, "the log is longer than that");
    rik.keep_verified(&verifier).expect("rik keeps how far the log is verified");
    let whole = rik.wholeness().expect("rik sees when the log was whole");
    assert_eq!((whole.last_whole, whole.whole), (Some(house.clock.now()), whole.entries));
    assert!(rik.verifier().expect("rik begins to verify").is_none(), "not again at once");
    drop(rik);

    // A byte in the middle, of a part that everybody has read: an unlock reads on from behind it and sees nothing.
    let log = Ledger::open(&house.path("ledger.sqlite"), ledger::Access::ReadOnly).expect("the log opens");
    let (entries, _) = log.read(&ledger::Position::start(), 30).expect("the log is read");
    let sealed = entries[20].parts()[0].sealed.clone();
    drop(log);
    let mut bytes = fs::read(house.path("ledger.sqlite")).expect("the log is read");
    let at = bytes.windows(32).position(|window| window == &sealed[..32]).expect("the bytes occur");
    bytes[at] ^= 1;
    fs::write(house.path("ledger.sqlite"), bytes).expect("the log is written");
    let mut rik = house.unlock("rik");
    assert!(rik.verifier().expect("rik begins to verify").is_none());
    house.clock.forward(1);
    for _ in 0..2 {
        let mut verifier = rik.verifier().expect("rik begins to verify").expect("a day is over");
        let error = loop {
            match verifier.step(10) {
                Ok(done) => assert!(!done, "it is not whole"),
                Err(error) => break error,
            }
            rik.keep_verified(&verifier).expect("rik keeps how far the log is verified");
        };
        assert_eq!((error.code(), error.exit()), ("ledger_altered", ExitClass::Integrity), "as often as it is tried");
    }
    assert_eq!(rik.wholeness().expect("known").last_whole, whole.last_whole, "it says when it was last whole");
}

#[test]
fn a_log_that_was_verified_at_once_counts_as_whole() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let verified = house.open().verify().expect("the log is whole");
    bea.note_verified(&verified).expect("bea keeps how far the log is verified");
    assert_eq!(bea.wholeness().expect("bea sees when the log was whole").whole, verified.entries);
    assert!(bea.verifier().expect("bea begins to verify").is_none());
}
