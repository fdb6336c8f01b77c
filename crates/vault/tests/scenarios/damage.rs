//! Files that were altered, cut off or taken away: the right class of error, and nothing worse.

use std::fs;
use std::path::Path;

use vault::*;

use super::house::*;

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).expect("the file is read");
    let at = at.min(bytes.len() - 1);
    bytes[at] ^= 1;
    fs::write(path, bytes).expect("the file is written");
}

fn cut(path: &Path, to: u64) {
    fs::OpenOptions::new().write(true).open(path).expect("the file opens").set_len(to).expect("the file opens");
}

fn with_document() -> (House, FilingResult, std::path::PathBuf) {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let object = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    (house, filed, object)
}

#[track_caller]
fn broken(house: &House, filed: &FilingResult) -> &'static str {
    let error = try_read(&mut house.unlock("bea"), &filed.id).expect_err("bea's opening is refused");
    assert_eq!(error.exit(), ExitClass::Integrity, "{error:?}");
    error.code()
}

#[test]
fn an_object_that_was_altered_anywhere_is_told() {
    let (house, filed, object) = with_document();
    let whole = fs::read(&object).expect("the object is read");
    for at in [0, 30, 500, whole.len() - 40, whole.len() - 1] {
        flip(&object, at);
        assert_eq!(broken(&house, &filed), "object_altered", "byte {at}");
        fs::write(&object, &whole).expect("the object is written");
    }
    read(&mut house.unlock("bea"), &filed.id);
}

#[test]
fn an_object_that_was_cut_off_or_is_gone_is_told() {
    let (house, filed, object) = with_document();
    let length = fs::metadata(&object).expect("the object is there").len();
    for to in [length - 1, length - 17, 1000, 0] {
        cut(&object, to);
        assert_eq!(broken(&house, &filed), "object_truncated", "{to} bytes");
    }
    fs::remove_file(&object).expect("the object is removed");
    assert_eq!(broken(&house, &filed), "object_missing");
    // The others are not concerned.
    let other = file(&mut house.unlock("rik"), "Other", marked("SECRET", None));
    read(&mut house.unlock("bea"), &other.id);
}

#[test]
fn the_object_of_another_document_in_its_place_is_told() {
    let (house, first, object) = with_document();
    let second = file(&mut house.unlock("rik"), "Rapport", marked("SECRET", None));
    assert_eq!(first.class, second.class);
    let other = house.path(&format!("objects/{}/{}.age", &second.id.as_str()[..2], second.id));
    fs::copy(&other, &object).expect("the file is copied");
    assert_eq!(broken(&house, &first), "object_altered");
    // Of the very same length as well.
    let mut rik = house.unlock("rik");
    let one = rik.file_document(paper("One", marked("SECRET", None), b"12345"), &mut quietly).expect("filed");
    let two = rik.file_document(paper("Two", marked("SECRET", None), b"54321"), &mut quietly).expect("filed");
    let path = |filed: &FilingResult| house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    fs::copy(path(&two), path(&one)).expect("the file is copied");
    assert_eq!(broken(&house, &one), "object_altered");
}

#[test]
fn an_object_made_up_for_the_class_by_somebody_else_is_told() {
    let (house, filed, object) = with_document();
    let bea = super::hostile::Hostile::new(&house, "bea");
    let held = bea.held("class");
    let keys: Vec<_> =
        held.iter().map(|(class, epoch)| bea.identity_of(&format!("class {class} epoch {epoch}"))).collect();
    let length = fs::metadata(&object).expect("the object is there").len();
    let size = (0..length).find(|size| seal::sealed_len(*size) == length).expect("an object's length");
    // What every officer's program knows is the recipient of the class, and that is enough to seal for it.
    for key in keys.into_iter().flatten() {
        fs::remove_file(&object).expect("the object is removed");
        let into = fs::File::create_new(&object).expect("the file is made");
        let mut plain = std::io::Read::take(std::io::repeat(b'x'), size);
        let made_up = seal::ObjectKey::generate();
        seal::seal_file(&made_up, key.recipient(), &mut plain, &into, &mut |_| Flow::Continue).expect("it is sealed");
        let error = house.unlock("bea").open_document(&filed.id, "to read it").expect_err("bea's opening is refused");
        assert_eq!((error.code(), error.exit()), ("object_altered", ExitClass::Integrity), "before a byte is read");
    }
}

#[test]
fn nothing_comes_out_from_an_altered_byte_on() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let mut plain = vec![0; 9 << 20];
    plain.iter_mut().enumerate().for_each(|(at, byte)| *byte = (at / 1000) as u8);
    let filed = rik.file_document(paper("Map", marked("SECRET", None), &plain), &mut quietly).expect("filed");
    let object = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    flip(&object, 5 << 20);
    for into_file in [false, true] {
        let mut opened = rik.open_document(&filed.id, "to read it").expect("rik opens the document");
        let (mut out, draft) = (Vec::new(), tempfile::tempfile().expect("a file for the test"));
        let copied = if into_file { opened.copy_to_file(&draft) } else { opened.copy_to(&mut out) };
        let Err(CopyError::Document(error)) = copied else { panic!("it was altered: {copied:?}") };
        assert_eq!((error.code(), error.exit()), ("object_altered", ExitClass::Integrity));
        assert!(out.len() <= 5 << 20 && plain.starts_with(&out));
    }
    flip(&object, 5 << 20);
    let mut out = Vec::new();
    assert_eq!(
        rik.open_document(&filed.id, "to read it").expect("opened").copy_to(&mut out).expect("it is copied"),
        plain.len() as u64
    );
    assert!(out == plain);
}

#[test]
fn a_log_that_was_altered_cut_off_or_is_gone_is_told() {
    let house = House::furnished();
    let whole = fs::read(house.path("ledger.sqlite")).expect("the log is read");
    for damage in ["cut", "header", "gone", "other"] {
        let path = house.path("ledger.sqlite");
        match damage {
            "cut" => cut(&path, whole.len() as u64 / 2),
            "header" => flip(&path, 20),
            "gone" => fs::remove_file(&path).expect("the file is removed"),
            _ => {
                fs::copy(House::new().path("ledger.sqlite"), &path).expect("the log is copied");
            }
        }
        let error = house.try_unlock("bea").expect_err("bea is not let in");
        assert_eq!(error.exit(), ExitClass::Integrity, "{damage}: {error:?}");
        assert!(house.open().verify().is_err());
        fs::write(&path, &whole).expect("the file is written");
    }
    house.unlock("bea");
}

#[test]
fn a_part_that_was_altered_in_the_log_is_told() {
    let (house, ..) = with_document();
    let path = house.path("ledger.sqlite");
    let log = ledger::Ledger::open(&path, ledger::Access::ReadOnly).expect("the log opens");
    let (entries, _) = log.read(&ledger::Position::start(), 1000).expect("the log is read");
    let part = entries
        .iter()
        .flat_map(|e| e.parts())
        .rfind(|part| part.audience.starts_with("class/"))
        .expect("the log has a part of the class");
    let mut bytes = fs::read(&path).expect("the file is read");
    let at = bytes.windows(16).position(|w| part.sealed.windows(16).take(64).any(|p| p == w)).expect("the bytes occur");
    bytes[at] ^= 1;
    drop(log);
    fs::write(&path, bytes).expect("the file is written");
    assert_eq!(house.open().verify().expect_err("the damage is noticed").code(), "ledger_altered");
    // Who reads the log from its start sees it too; bea's index had not read it.
    let error = house.try_unlock("bea").expect_err("bea is not let in");
    assert_eq!((error.code(), error.exit()), ("ledger_altered", ExitClass::Integrity));
}

#[test]
fn an_index_that_was_altered_or_is_anothers_is_told() {
    let house = House::furnished();
    drop((house.unlock("bea"), house.unlock("carl")));
    let index = house.path("desks/bea.sqlite");
    let whole = fs::read(&index).expect("the index is read");
    flip(&index, whole.len() / 2);
    flip(&index, 100);
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "desk_altered");
    fs::copy(house.path("desks/carl.sqlite"), &index).expect("the index is copied");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "desk_altered");
    fs::write(&index, b"").expect("the index is written");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "desk_altered");
    fs::remove_file(&index).expect("the index is removed");
    let bea = house.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).expect("bea unlocks");
    assert!(bea.warnings().iter().any(|warning| warning.code == "desk_rebuilt"));
}

#[test]
fn an_identity_that_was_altered_or_is_anothers_is_told() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let identity = house.path("identities/bea.age");
    let whole = fs::read(&identity).expect("the identity file is read");
    cut(&identity, whole.len() as u64 - 3);
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "identity_altered");
    fs::write(&identity, b"age-encryption.org/v1\n").expect("the identity file is written");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "identity_altered");
    fs::write(&identity, vec![0; 1 << 20]).expect("the identity file is written");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "identity_altered");
    // Carl's identity under bea's name, with carl's passphrase.
    fs::copy(house.path("identities/carl.age"), &identity).expect("the identity file is copied");
    let error = house.try_unlock("bea").expect_err("bea is not let in");
    assert_eq!((error.code(), error.exit()), ("identity_exchanged", ExitClass::Integrity), "{error:?}");
    fs::remove_file(&identity).expect("the identity file is removed");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "identity_gone");
    assert_eq!(house.try_unlock("nobody").expect_err("there is no such officer").code(), "not_found");
}

#[test]
fn settings_that_contradict_the_log_are_told() {
    let house = House::furnished();
    let path = house.path("vault.toml");
    let whole = fs::read_to_string(&path).expect("the file is read");
    fs::write(&path, whole.replace("Registry of the exercise", "Another")).expect("the file is written");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "settings_altered");
    // Without a key as well: who founded the vault signed them.
    let mut altered = vec![whole.replace("Registry of the exercise", "Another"), whole.replace("ZGL", "EVIL")];
    let (said, signature) = whole.split_once("signature = \"").expect("they are signed");
    let other = if signature.starts_with('A') { "B" } else { "A" };
    altered.push(format!("{said}signature = \"{other}{}", &signature[1..]));
    for text in altered {
        fs::write(&path, text).expect("the file is written");
        let vault = house.open();
        assert_eq!(vault.verify().expect_err("they are altered").code(), "settings_altered");
        assert!(vault.doctor(None).findings.iter().any(|finding| finding.what.code == "settings_altered"));
        let to = tempfile::tempdir().expect("a folder");
        let refused = vault.back_up(&to.path().join("b"), &mut |_, _| Flow::Continue).expect_err("they are altered");
        assert_eq!((refused.code(), refused.exit()), ("settings_altered", ExitClass::Integrity));
    }
    fs::write(&path, whole.replace("format = 4", "format = 5")).expect("the file is written");
    let open = |house: &House| Vault::open(&house.dir, house.clock.told()).err().expect("the vault does not open");
    assert_eq!(open(&house).code(), "newer");
    fs::write(&path, whole.replace("format = 4", "format = 3")).expect("the file is written");
    assert_eq!(open(&house).code(), "earlier", "of an earlier program, and not of a later one");
    for text in ["", "format = 4", "x", &"#".repeat(100_000), &whole.replace("id = \"", "id = \"!")] {
        fs::write(&path, text).expect("the file is written");
        assert_eq!(open(&house).code(), "settings_altered", "{text:.20}");
    }
    fs::remove_file(&path).expect("the file is removed");
    assert_eq!(open(&house).code(), "not_a_vault");
}

#[test]
fn nothing_secret_is_in_what_is_printed_for_developers() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Top of the secret", marked("SECRET", None));
    let opened = rik.open_document(&filed.id, "x").expect("rik opens the document");
    let mut text = format!("{rik:?} {opened:?} {:?}", rik.open_document(&filed.id, ""));
    text.push_str(&format!("{:?}", house.unlock("carl").document(&filed.id)));
    for secret in ["Top of the secret", "AGE-SECRET", "ZEGEL-PART", PASSPHRASE] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    // Nor anywhere in the folder, in clear.
    fn look(dir: &Path) {
        for entry in fs::read_dir(dir).expect("the folder is listed") {
            let path = entry.expect("the entry of the folder is read").path();
            if path.is_dir() {
                look(&path);
                continue;
            }
            let bytes = fs::read(&path).expect("the file is read");
            for secret in ["Top of the secret", "AGE-SECRET", "ZEGEL-PART", "bytes of", "Exercise one", "of the house"]
            {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} in {path:?}");
            }
        }
    }
    drop((rik, opened));
    look(&house.dir);
}
