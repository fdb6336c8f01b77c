use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use vault::*;

use super::house::*;

fn new(name: &str) -> NewVault {
    NewVault {
        name: name.to_owned(),
        officer: id("ada"),
        full_name: "Ada".to_owned(),
        nationality: "bel".to_owned(),
        regime: vault::Regime::Exercise,
        work_factor: weak(),
    }
}

fn clock() -> Arc<dyn Clock> {
    Hand::at(testkit::FOUNDED).told()
}

#[test]
fn a_vault_is_made_where_there_is_nothing_and_only_there() {
    let temp = tempfile::tempdir().expect("a folder for the test");
    let dir = temp.path().join("coffre d’été – één").join("ZGL  2026");
    let vault = Vault::init(&dir, new("Registre"), &phrase(), clock()).expect("the vault is made");
    assert_eq!((vault.name(), vault.officers().expect("listed")), ("Registre", vec![id("ada")]));
    assert_eq!(vault.verify().expect("the log is whole").entries, 1);
    assert_eq!(vault.unlock(&id("ada"), &phrase()).expect("ada unlocks").me().nationality, "BEL");
    assert_eq!(Vault::init(&dir, new("Again"), &phrase(), clock()).unwrap_err_code(), "not_empty");
    // An empty folder will do.
    let empty = temp.path().join("empty");
    std::fs::create_dir(&empty).expect("the folder is made");
    Vault::init(&empty, new("Second"), &phrase(), clock()).expect("the vault is made");
    // A file will not.
    let file = temp.path().join("file");
    std::fs::write(&file, b"x").expect("the file is written");
    assert_eq!(Vault::init(&file, new("Third"), &phrase(), clock()).unwrap_err_code(), "not_a_folder");
    // And nothing else is left.
    let names: Vec<_> = std::fs::read_dir(temp.path())
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read").file_name())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
}

trait Code {
    fn unwrap_err_code(self) -> &'static str;
}

impl Code for Result<Vault, Error> {
    fn unwrap_err_code(self) -> &'static str {
        self.err().expect("an error").code()
    }
}

#[test]
fn what_makes_no_sense_makes_no_vault() {
    let temp = tempfile::tempdir().expect("a folder for the test");
    let dir = temp.path().join("v");
    let short = Passphrase::new("short".to_owned());
    assert_eq!(Vault::init(&dir, new("V"), &short, clock()).unwrap_err_code(), "passphrase_short");
    assert_eq!(Vault::init(&dir, new(" "), &phrase(), clock()).unwrap_err_code(), "missing");
    let nowhere = NewVault { nationality: "Belgium".to_owned(), ..new("V") };
    assert_eq!(Vault::init(&dir, nowhere, &phrase(), clock()).unwrap_err_code(), "unknown_nation");
    assert!(!dir.exists());
    assert_eq!(Vault::open(&dir, clock()).unwrap_err_code(), "not_a_vault");
    assert_eq!(Vault::open(temp.path(), clock()).unwrap_err_code(), "not_a_vault");
}

#[test]
fn before_an_approval_a_passphrase_that_is_easily_guessed_is_taken_and_told() {
    let temp = tempfile::tempdir().expect("a folder for the test");
    let typed = |typed: &str| Passphrase::new(typed.to_owned());
    let vault = Vault::init(&temp.path().join("v"), new("V"), &phrase(), clock()).expect("the vault is made");
    for easy in ["exercise", "password2026", "Nele Nieuw 1"] {
        let told = vault.strength_of(&typed(easy), "new", "Nele Nieuw");
        assert!(told.enough && told.step < 3 && !told.advice.is_empty(), "{easy}: {told:?}");
    }
    vault.request_identity(&id("new"), "Nele Nieuw", "BEL", &typed("password2026")).expect("the request is made");
    assert!(!vault.strength_of(&typed("short"), "new", "Nele Nieuw").enough);
}

#[test]
fn the_passphrase_of_exercises_is_not_chosen_once_the_system_is_approved() {
    let house = House::furnished();
    let strength = house.open().strength_of(&phrase(), "ada", "");
    assert!(strength.enough && strength.advice[0].code == "passphrase_public", "{strength:?}");
    let own = Passphrase::new("four words without sense".to_owned());
    let mut bea = house.unlock("bea");
    bea.change_passphrase(&phrase(), &own).expect("bea changes the passphrase");
    bea.change_passphrase(&own, &phrase()).expect("bea changes the passphrase");
    house.approve(Level::Secret);
    bea.change_passphrase(&phrase(), &own).expect("bea changes the passphrase");
    for easy in [phrase(), Passphrase::new("password2026".to_owned())] {
        let refused = bea.change_passphrase(&own, &easy).expect_err("bea's change of passphrase is refused");
        assert_eq!(refused.code(), "passphrase_weak");
        assert!(refused.reasons().iter().any(|reason| reason.code == "passphrase_few_words"), "what to do is said");
        let public = refused.reasons().iter().any(|reason| reason.code == "passphrase_public");
        assert_eq!(public, easy.expose_secret() == PASSPHRASE, "{refused:?}");
    }
    let officer = NewOfficer {
        id: id("new"),
        full_name: "Nele Nieuw".to_owned(),
        nationality: "BEL".to_owned(),
        roles: [Role::Reader].into(),
    };
    assert_eq!(house.unlock("ada").add_officer(officer, &phrase()).expect_err("refused").code(), "passphrase_weak");
}

/// Who asks to be let in chooses a passphrase before anybody can know whether it is for exercises; others chose theirs before the
/// approval. What is weak is said at each unlock, until it is another.
#[test]
fn a_weak_passphrase_that_nothing_refused_is_told_at_each_unlock_once_the_system_is_approved() {
    let house = House::furnished();
    let (easy, own) = (Passphrase::new("password1".to_owned()), Passphrase::new("four words without sense".to_owned()));
    let told = |session: &Session| session.warnings().iter().any(|warning| warning.code == "passphrase_guessable");
    let pin = || Passphrase::new("8352".to_owned());
    let mut bea = house.unlock("bea");
    assert!(!told(&bea), "in an exercise anything goes");
    let mut before = bea.keep_under_pin(&phrase(), &pin()).expect("the PIN is set");
    drop(bea);
    let by_pin = house.open().unlock_with_pin(&mut before, &pin(), &mut |_| ());
    assert!(!told(&by_pin.expect("the PIN unlocks")));
    house.approve(Level::Secret);
    let by_pin = house.open().unlock_with_pin(&mut before, &pin(), &mut |_| ());
    assert!(told(&by_pin.expect("the PIN unlocks")), "a PIN of before the approval stands for that passphrase too");
    let mut bea = house.unlock("bea");
    assert!(told(&bea), "it was chosen before");
    let mut kept = bea.keep_under_pin(&phrase(), &pin()).expect("the PIN is set");
    let by_pin = house.open().unlock_with_pin(&mut kept, &pin(), &mut |_| ());
    assert!(told(&by_pin.expect("the PIN unlocks")), "a PIN stands for that passphrase");
    bea.change_passphrase(&phrase(), &own).expect("bea changes the passphrase");
    assert!(!told(&bea));
    drop(bea);
    assert!(!told(&house.open().unlock(&id("bea"), &own).expect("bea unlocks")));
    let request = house.request("nele", "BEL", &easy);
    house.unlock("ada").admit_officer(request.as_bytes(), &[Role::Reader].into()).expect("nele is let in");
    for _ in 0..2 {
        assert!(told(&house.open().unlock(&id("nele"), &easy).expect("nele unlocks")));
    }
    house.renew("nele", &easy, &own).expect("nele renews the keys");
    assert!(!told(&house.open().unlock(&id("nele"), &own).expect("nele unlocks")));
}

#[test]
fn names_of_officers_are_file_names_and_nothing_more() {
    for bad in ["", "Ada", "../ada", "a/b", ".ada", "a b", "é", &"a".repeat(65)] {
        assert!(OfficerId::parse(bad).is_err(), "{bad}");
    }
    for good in ["ada", "a.b-c_d", "0", &"a".repeat(64)] {
        assert!(OfficerId::parse(good).is_ok(), "{good}");
    }
}

#[test]
fn wrong_passphrases_make_one_wait_and_nobody_is_locked_out_for_ever() {
    let house = House::new();
    let vault = house.open();
    let wrong = || Passphrase::new("not the passphrase".to_owned());
    for n in 1..=2 {
        let error = vault.unlock(&id("ada"), &wrong()).expect_err("ada is not let in");
        assert!(matches!(error, Error::WrongPassphrase { failures, wait_seconds: 0, .. } if failures == n));
    }
    assert_eq!(vault.unlock_wait(&id("ada")), None);
    let third = vault.unlock(&id("ada"), &wrong()).expect_err("ada is not let in");
    assert!(matches!(third, Error::WrongPassphrase { failures: 3, wait_seconds: 5, .. }));
    // The count is on disk, and the right passphrase waits as well.
    assert_eq!(house.open().unlock_wait(&id("ada")), Some(Duration::from_secs(5)));
    let early = house.try_unlock("ada").expect_err("ada is not let in");
    assert_eq!((early.code(), early.exit()), ("wait", ExitClass::Passphrase));
    house.clock.seconds(5);
    for _ in 0..30 {
        let _ = vault.unlock(&id("ada"), &wrong());
        house.clock.seconds(901);
    }
    assert!(house.unlock("ada").failed_attempts() >= 30);
    assert_eq!(house.open().unlock_wait(&id("ada")), None);
}

#[test]
fn a_clock_that_was_set_back_does_not_lengthen_the_wait() {
    let house = House::new();
    let wrong = || Passphrase::new("not the passphrase".to_owned());
    for _ in 0..4 {
        let _ = house.open().unlock(&id("ada"), &wrong());
    }
    house.clock.forward(-400);
    assert_eq!(house.try_unlock("ada").expect_err("ada is not let in").code(), "wait");
    house.clock.seconds(10);
    // The wait is over; what remains is that the clock is wrong.
    assert_eq!(house.try_unlock("ada").expect_err("ada is not let in").code(), "clock_behind");
    house.clock.forward(401);
    house.unlock("ada");
}

/// Who unlocks while the clocks disagree lists what is there, is told why nothing else is done, and records nothing: not even that
/// he was here.
fn only_reads(house: &House, officer: &str, told: &str, refused: &str) -> usize {
    let before = house.open().verify().expect("the log is whole").entries;
    let mut session = house.try_unlock(officer).expect("what is there can be listed");
    let warnings = session.warnings();
    let warning = warnings.iter().find(|warning| warning.code == told).expect("it is told why");
    assert!(warning.params.iter().any(|(name, value)| name == "until" && value.contains('T')), "{warning:?}");
    let listed = session.list(&DocumentFilter::default()).expect("the list is there").total;
    assert_eq!(try_file(&mut session, "Late", marked("SECRET", None)).expect_err("not recorded").code(), refused);
    drop(session);
    assert_eq!(house.open().verify().expect("the log is whole").entries, before);
    usize::try_from(listed).expect("a small number")
}

#[test]
fn with_a_clock_behind_the_log_nothing_is_decided_and_nothing_recorded() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let mut bea = house.unlock("bea");
    house.clock.seconds(-200);
    assert!(try_read(&mut bea, &filed.id).is_ok(), "within five minutes");
    house.clock.seconds(-200);
    let behind = try_read(&mut bea, &filed.id).expect_err("bea's opening is refused");
    assert_eq!((behind.code(), behind.exit()), ("clock_behind", ExitClass::Failed));
    let said = behind.params();
    assert!(said.iter().any(|(name, value)| *name == "until" && value.contains('T')), "until when: {said:?}");
    assert!(said.iter().any(|(name, value)| *name == "index" && value.parse::<u64>().is_ok()), "{said:?}");
    assert!(said.contains(&("author", "bea".to_owned())), "whose entry it is: {said:?}");
    assert_eq!(
        try_file(&mut bea, "Late", marked("SECRET", None)).expect_err("bea's filing is refused").code(),
        "clock_behind"
    );
    only_reads(&house, "rik", "clock_waits", "clock_behind");
    house.clock.seconds(400);
    read(&mut bea, &filed.id);
}

#[test]
fn a_clock_far_ahead_of_the_log_asks_before_anything_is_recorded() {
    let house = House::furnished();
    drop(house.unlock("rik"));
    let asked = || Vault::open(&house.dir, house.clock.told()).expect("it opens").with_work_factor(weak());
    let entries = || house.open().verify().expect("the log is whole").entries;
    let (before, last) = (entries(), house.clock.now());
    house.clock.forward(7);
    drop(asked().unlock(&id("rik"), &phrase()).expect("rik unlocks"));
    assert!(entries() > before, "what is done once a week asks nobody");
    let before = entries();
    house.clock.forward(9);
    let error = asked().unlock(&id("bea"), &phrase()).expect_err("bea is not let in");
    assert_eq!((error.code(), entries()), ("clock_far_ahead", before), "more than a week asks");
    house.clock.forward(-9);
    house.clock.forward(400);
    let (before, last) = (entries(), last + TimeDelta::hours(7 * 24));
    let error = asked().unlock(&id("bea"), &phrase()).expect_err("bea is not let in");
    assert_eq!((error.code(), error.exit(), entries()), ("clock_far_ahead", ExitClass::Failed, before));
    assert!(matches!(error, Error::ClockFarAhead { days: 400, last: l, now } if l == last && now == house.clock.now()));
    // The clock is set right: nobody was locked out.
    house.clock.forward(-400);
    drop(asked().unlock(&id("rik"), &phrase()).expect("rik unlocks"));
    // Or it was right, and somebody says so: once.
    house.clock.forward(400);
    drop(asked().with_clock_confirmed().unlock(&id("bea"), &phrase()).expect("bea unlocks"));
    let mut rik = asked().unlock(&id("rik"), &phrase()).expect("rik unlocks");
    // A clock that jumps while somebody works asks as well.
    let before = entries();
    house.clock.forward(31);
    assert_eq!(
        try_file(&mut rik, "Late", marked("SECRET", None)).expect_err("rik's filing is refused").code(),
        "clock_far_ahead"
    );
    assert_eq!(entries(), before);
    // Where nothing can be recorded there is nothing to ask.
    let reading = Vault::open_read_only(&house.dir, house.clock.told()).expect("the vault opens");
    assert!(reading.unlock(&id("bea"), &phrase()).is_ok());
}

#[test]
fn a_nation_that_is_none_is_refused_and_told_what_may_be_meant() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let new = |nationality: &str| NewOfficer {
        id: id("jan"),
        full_name: "Jan".to_owned(),
        nationality: nationality.to_owned(),
        roles: [Role::Reader].into(),
    };
    for (typed, meant) in [("XYZ", ""), ("BLE", "BEL"), ("NL", "NLD"), ("België", "BEL"), ("EUR", "")] {
        match ada.add_officer(new(typed), &phrase()).expect_err("ada's entry of an officer is refused") {
            Error::UnknownNation { value, near } => {
                assert!(value == typed && (meant.is_empty() || near.contains(&meant.to_owned())), "{typed}: {near:?}");
            }
            other => unreachable!("{typed}: {other:?}"),
        }
    }
    assert_eq!(ada.add_officer(new(" nld "), &phrase()).expect("ada enters the officer").officer.nationality, "NLD");
}

#[test]
fn a_key_is_one_partners_and_no_officers() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let new = |id: &str, recipient: &str, signing_key: Option<&str>| NewPartner {
        id: PartnerId::parse(id).expect("of the form of an id"),
        name: id.to_owned(),
        nation: "NLD".to_owned(),
        communities: Default::default(),
        contact: String::new(),
        recipient: recipient.to_owned(),
        signing_key: signing_key.map(str::to_owned),
        ceiling: Level::Secret,
        categories: Default::default(),
        agreement: None,
        until: None,
    };
    let key = || seal::Identity::generate().recipient().to_string();
    // OpenSSH's: the kind, and after it the kind again and 32 bytes.
    let signs = |number: u8| {
        let blob = [&[0, 0, 0, 11][..], b"ssh-ed25519", &[0, 0, 0, 32], &[number; 32]].concat();
        format!("ssh-ed25519 {} liaison", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, blob))
    };
    let (first, second) = (key(), key());
    ada.add_partner(new("ONE", &first, Some(&signs(1)))).expect("ada enters the partner");
    for taken in [new("TWO", &first, None), new("TWO", &second, Some(&format!(" {} ", signs(1).replace(' ', "  "))))] {
        match ada.add_partner(taken).expect_err("ada's entry of a partner is refused") {
            Error::KeyTaken { kind: "partner", name } => assert_eq!(name, "ONE"),
            other => unreachable!("{other:?}"),
        }
    }
    let secret = new("TWO", "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX", None);
    let error = ada.add_partner(secret).expect_err("ada's entry of a partner is refused");
    assert_eq!((error.code(), error.exit()), ("key_secret", ExitClass::Refused));
    assert!(!format!("{error} {error:?} {:?}", error.params()).contains("GFPYY"), "nothing of a secret is said");
    for (typed, code) in [
        ("foo", "signing_key_unknown"),
        (second.as_str(), "signing_key_recipient"),
        ("PRIVATE+KEY+service+1a2b3c4d+AQEB", "signing_key_secret"),
        ("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC", "signing_key_secret"),
    ] {
        let error = ada.add_partner(new("TWO", &second, Some(typed))).expect_err("ada's entry of a partner is refused");
        assert_eq!((error.code(), error.exit()), (code, ExitClass::Refused), "{typed}");
    }
    ada.add_partner(new("TWO", &second, Some(&signs(2)))).expect("ada enters the partner");
}

#[test]
fn an_officer_changes_his_passphrase() {
    let house = House::furnished();
    let mut bea = house.unlock("bea");
    let new = Passphrase::new("four words without sense".to_owned());
    let wrong = bea.change_passphrase(&Passphrase::new("not this one".to_owned()), &new).expect_err("refused");
    assert_eq!(wrong.code(), "wrong_passphrase");
    let short = bea.change_passphrase(&phrase(), &Passphrase::new("abc".to_owned())).expect_err("refused");
    assert_eq!(short.code(), "passphrase_short");
    bea.change_passphrase(&phrase(), &new).expect("bea changes the passphrase");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "wrong_passphrase");
    house.open().unlock(&id("bea"), &new).expect("bea unlocks");
}

#[test]
fn officers_are_added_by_security_officers_once_each() {
    let house = House::furnished();
    let new = |name: &str| NewOfficer {
        id: id(name),
        full_name: "New".to_owned(),
        nationality: "FRA".to_owned(),
        roles: [Role::Reader].into(),
    };
    assert_eq!(codes(&house.unlock("bea").add_officer(new("new"), &phrase()).expect_err("refused")), ["role_required"]);
    let mut sam = house.unlock("sam");
    assert_eq!(sam.add_officer(new("bea"), &phrase()).expect_err("refused").code(), "exists");
    assert_eq!(sam.add_officer(new("new"), &phrase()).expect("sam enters the officer").officer.nationality, "FRA");
    assert_eq!(codes(&sam.disable_officer(&id("sam"), "x").expect_err("refused")), ["about_oneself"]);
    assert_eq!(codes(&house.unlock("bea").disable_officer(&id("carl"), "x").expect_err("refused")), ["role_required"]);
    assert_eq!(house.try_unlock("new").map(drop).expect_err("new is not let in").code(), "renewal_due");
    let left: Vec<_> = std::fs::read_dir(house.path("identities"))
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read").path())
        .collect();
    assert!(left.iter().all(|path| path.extension().is_some_and(|e| e == "age")), "{left:?}");
    // Papers of others are for those who keep them.
    let bea = house.unlock("bea").officers(&Default::default()).expect("bea lists the officers").rows;
    assert!(bea.iter().all(|o| o.clearances.is_empty() == (o.id != id("bea"))));
    assert!(
        sam.officers(&Default::default())
            .expect("listed")
            .rows
            .iter()
            .any(|o| o.id == id("rik") && o.clearances.len() == 1)
    );
}

#[test]
fn a_clearance_lasts_five_years_at_most_and_its_renewal_is_told_in_time() {
    use testkit::date;
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    let asked = |from, until, level: &str| GrantClearance {
        officer: id("carl"),
        policy: "bel".to_owned(),
        level: level.to_owned(),
        categories: Default::default(),
        from,
        until,
        certificate: "C".to_owned(),
        authority: "ANS".to_owned(),
    };
    let long = ada.grant_clearance(asked(date(2026, 1, 1), date(2031, 1, 2), "SECRET"));
    assert_eq!(long.expect_err("the days are refused").code(), "bad_dates");
    let back = ada.grant_clearance(asked(date(2026, 1, 2), date(2026, 1, 1), "SECRET"));
    assert_eq!(back.expect_err("the days are refused").code(), "bad_dates");
    let level = ada.grant_clearance(asked(date(2026, 1, 1), date(2027, 1, 1), "COSMIC"));
    assert!(matches!(level, Err(Error::UnknownLevel { .. })));
    let own = ada
        .grant_clearance(GrantClearance { officer: id("ada"), ..asked(date(2026, 1, 1), date(2027, 1, 1), "SECRET") });
    assert_eq!(codes(&own.expect_err("nobody clears himself")), ["about_oneself"]);

    let granted = ada.grant_clearance(asked(date(2026, 1, 1), date(2027, 10, 1), "zeer geheim")).expect("granted");
    let Granted::Effective(view) = granted else { panic!("one grants it alone: {granted:?}") };
    assert_eq!((view.policy.as_str(), view.level.as_str()), ("BEL", "TRÈS SECRET"));
    assert_eq!(view.status, ClearanceState::Valid);
    assert!(!view.renewal_due);
    house.clock.forward(14);
    assert!(ada.clearances(true).expect("listed").iter().any(|c| c.officer == id("carl")), "ten months before the end");
    let mut carl = house.unlock("carl");
    assert!(carl.warnings().iter().any(|w| w.code == "clearance_renewal"));
    assert_eq!(carl.clearances(false).expect("carl lists the clearances").len(), 1);
    house.clock.forward(310);
    let codes: Vec<String> = carl.warnings().into_iter().map(|w| w.code).collect();
    assert!(codes.contains(&"clearance_ended".to_owned()), "what is over does not end some day: {codes:?}");
    assert!(!codes.contains(&"clearance_renewal".to_owned()));
}

/// An entry that its author's computer dated so many hours ahead.
fn dated_ahead(house: &House, hours: i64) {
    let mut sam = super::hostile::Hostile::new(house, "sam");
    sam.at_ms = house.clock.now().timestamp_millis() + hours * 3_600_000;
    let event =
        serde_json::json!({ "event": "clearance-changed", "officer": "carl", "policy": "BEL", "status": "valid" });
    sam.append(super::hostile::Forgery::of(event));
}

#[test]
fn an_entry_that_is_dated_more_than_a_day_ahead_is_not_believed() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    file(&mut rik, "Report", marked("SECRET", None));
    dated_ahead(&house, 25);
    let error = rik.list(&DocumentFilter::default()).expect_err("refused");
    assert_eq!((error.code(), error.exit()), ("entry_ahead", ExitClass::Integrity));
    assert!(error.params().contains(&("author", "sam".to_owned())), "{error:?}");
    assert!(error.params().contains(&("hours", "25".to_owned())), "{error:?}");
    assert_eq!(rik.dossiers(&Default::default()).expect_err("refused").code(), "entry_ahead", "nor anything after it");
    // Nobody is kept from what was there before it, also who has read nothing yet.
    for officer in ["bea", "rik", "bea"] {
        assert_eq!(only_reads(&house, officer, "entry_waits", "entry_ahead"), 1, "{officer}");
    }
    // Nothing is lost: when its time has come, it is an entry like any other.
    house.clock.seconds(2 * 3600);
    only_reads(&house, "bea", "clock_waits", "clock_behind");
    house.clock.seconds(23 * 3600);
    assert_eq!(house.unlock("bea").vault_name(), "Registry of the exercise");
}

#[test]
fn an_entry_that_is_dated_less_than_a_day_ahead_is_waited_for() {
    let house = House::furnished();
    dated_ahead(&house, 23);
    only_reads(&house, "bea", "clock_waits", "clock_behind");
    let looking = Vault::open_read_only(&house.dir, house.clock.told()).expect("the vault opens");
    assert!(looking.unlock(&id("bea"), &phrase()).expect("bea unlocks").dossiers(&Default::default()).is_ok());
    house.clock.seconds(23 * 3600);
    house.unlock("bea");
}

#[test]
fn what_is_believed_for_a_day_brings_nothing_a_day_further() {
    let house = House::furnished();
    dated_ahead(&house, 23);
    only_reads(&house, "bea", "clock_waits", "clock_behind");
    dated_ahead(&house, 46);
    only_reads(&house, "bea", "entry_waits", "clock_behind");
}

#[test]
fn whose_own_clock_stands_still_is_told_of_his_own_clock() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    house.clock.forward(40);
    drop(house.unlock("rik"));
    house.clock.forward(-60);
    // Her index remembers a later time than this one. What it has not read yet it does not show.
    only_reads(&house, "bea", "entry_waits", "clock_behind");
    // His has seen nothing yet, but a vault is not founded in the future.
    assert_eq!(house.try_unlock("carl").expect_err("carl is not let in").code(), "clock_behind");
}

#[test]
fn an_officer_whose_entry_was_written_just_before_the_power_failed_can_unlock() {
    let house = House::furnished();
    // As if the process had died between the entry and the name of the identity.
    let key = super::hostile::Hostile::new(&house, "bea").signer.key_id();
    let waiting = house.path(&format!("identities/bea.{key}.new"));
    std::fs::rename(house.path("identities/bea.age"), &waiting).expect("it gets another name");
    // And one that never got its entry.
    let never = house.path(&format!("identities/eve.{key}.new"));
    std::fs::write(&never, b"x").expect("the file is written");
    drop(house.unlock("bea"));
    assert!(!waiting.exists());
    // Anybody's session gives it its name.
    std::fs::rename(house.path("identities/bea.age"), &waiting).expect("it gets another name");
    drop(house.unlock("carl"));
    assert!(!waiting.exists());
    house.unlock("bea");
    assert!(never.exists(), "its process may still be at work");
    assert_eq!(house.open().officers().expect("the officer lists the officers").len(), 7);
}

#[test]
fn a_session_can_be_handed_to_another_thread() {
    fn can<T: Send>() {}
    can::<Session>();
    can::<Vault>();
    can::<OpenedDocument>();
    can::<Warrant>();
}
