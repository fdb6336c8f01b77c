//! Files that were altered, cut off or taken away: the right class of error, and nothing worse.

use std::fs;
use std::path::Path;

use vault::*;

use super::house::*;

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    let at = at.min(bytes.len() - 1);
    bytes[at] ^= 1;
    fs::write(path, bytes).unwrap();
}

fn cut(path: &Path, to: u64) {
    fs::OpenOptions::new().write(true).open(path).unwrap().set_len(to).unwrap();
}

fn with_document() -> (House, FilingResult, std::path::PathBuf) {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None)).unwrap();
    let object = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    (house, filed, object)
}

#[track_caller]
fn broken(house: &House, filed: &FilingResult) -> &'static str {
    let error = read(&mut house.unlock("bea"), &filed.id).unwrap_err();
    assert_eq!(error.exit(), ExitClass::Integrity, "{error:?}");
    error.code()
}

#[test]
fn an_object_that_was_altered_anywhere_is_told() {
    let (house, filed, object) = with_document();
    let whole = fs::read(&object).unwrap();
    for at in [0, 30, 500, whole.len() - 40, whole.len() - 1] {
        flip(&object, at);
        assert_eq!(broken(&house, &filed), "object_altered", "byte {at}");
        fs::write(&object, &whole).unwrap();
    }
    assert!(read(&mut house.unlock("bea"), &filed.id).is_ok());
}

#[test]
fn an_object_that_was_cut_off_or_is_gone_is_told() {
    let (house, filed, object) = with_document();
    let length = fs::metadata(&object).unwrap().len();
    for to in [length - 1, length - 17, 1000, 0] {
        cut(&object, to);
        assert_eq!(broken(&house, &filed), "object_truncated", "{to} bytes");
    }
    fs::remove_file(&object).unwrap();
    assert_eq!(broken(&house, &filed), "object_missing");
    // The others are not concerned.
    let other = file(&mut house.unlock("rik"), "Other", marked("SECRET", None)).unwrap();
    assert!(read(&mut house.unlock("bea"), &other.id).is_ok());
}

#[test]
fn the_object_of_another_document_in_its_place_is_told() {
    let (house, first, object) = with_document();
    let second = file(&mut house.unlock("rik"), "Rapport", marked("SECRET", None)).unwrap();
    assert_eq!(first.class, second.class);
    let other = house.path(&format!("objects/{}/{}.age", &second.id.as_str()[..2], second.id));
    fs::copy(&other, &object).unwrap();
    assert_eq!(broken(&house, &first), "object_altered");
    // Of the very same length as well.
    let mut rik = house.unlock("rik");
    let one = rik.file_document(paper("One", marked("SECRET", None), b"12345"), &mut quietly).unwrap();
    let two = rik.file_document(paper("Two", marked("SECRET", None), b"54321"), &mut quietly).unwrap();
    let path = |filed: &FilingResult| house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    fs::copy(path(&two), path(&one)).unwrap();
    assert_eq!(broken(&house, &one), "object_altered");
}

#[test]
fn an_object_made_up_for_the_class_by_somebody_else_is_told() {
    let (house, filed, object) = with_document();
    let bea = super::hostile::Hostile::new(&house, "bea");
    let held = bea.held("class");
    let keys: Vec<_> =
        held.iter().map(|(class, epoch)| bea.identity_of(&format!("class {class} epoch {epoch}"))).collect();
    let length = fs::metadata(&object).unwrap().len();
    let size = (0..length).find(|size| seal::sealed_len(*size) == length).expect("an object's length");
    // What every officer's program knows is the recipient of the class, and that is enough to seal for it.
    for key in keys.into_iter().flatten() {
        fs::remove_file(&object).unwrap();
        let into = fs::File::create_new(&object).unwrap();
        let mut plain = std::io::Read::take(std::io::repeat(b'x'), size);
        let made_up = seal::ObjectKey::generate();
        seal::seal_file(&made_up, key.recipient(), &mut plain, &into, &mut |_| Flow::Continue).unwrap();
        let error = house.unlock("bea").open_document(&filed.id, "to read it").unwrap_err();
        assert_eq!((error.code(), error.exit()), ("object_altered", ExitClass::Integrity), "before a byte is read");
    }
}

#[test]
fn nothing_comes_out_from_an_altered_byte_on() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let mut plain = vec![0; 9 << 20];
    plain.iter_mut().enumerate().for_each(|(at, byte)| *byte = (at / 1000) as u8);
    let filed = rik.file_document(paper("Map", marked("SECRET", None), &plain), &mut quietly).unwrap();
    let object = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    flip(&object, 5 << 20);
    for into_file in [false, true] {
        let mut opened = rik.open_document(&filed.id, "to read it").unwrap();
        let (mut out, draft) = (Vec::new(), tempfile::tempfile().unwrap());
        let copied = if into_file { opened.copy_to_file(&draft) } else { opened.copy_to(&mut out) };
        let Err(CopyError::Document(error)) = copied else { panic!("it was altered: {copied:?}") };
        assert_eq!((error.code(), error.exit()), ("object_altered", ExitClass::Integrity));
        assert!(out.len() <= 5 << 20 && plain.starts_with(&out));
    }
    flip(&object, 5 << 20);
    let mut out = Vec::new();
    assert_eq!(rik.open_document(&filed.id, "to read it").unwrap().copy_to(&mut out).unwrap(), plain.len() as u64);
    assert!(out == plain);
}

#[test]
fn a_log_that_was_altered_cut_off_or_is_gone_is_told() {
    let house = House::furnished();
    let whole = fs::read(house.path("ledger.sqlite")).unwrap();
    for damage in ["cut", "header", "gone", "other"] {
        let path = house.path("ledger.sqlite");
        match damage {
            "cut" => cut(&path, whole.len() as u64 / 2),
            "header" => flip(&path, 20),
            "gone" => fs::remove_file(&path).unwrap(),
            _ => {
                fs::copy(House::new().path("ledger.sqlite"), &path).unwrap();
            }
        }
        let error = house.try_unlock("bea").unwrap_err();
        assert_eq!(error.exit(), ExitClass::Integrity, "{damage}: {error:?}");
        assert!(house.open().verify().is_err());
        fs::write(&path, &whole).unwrap();
    }
    house.unlock("bea");
}

#[test]
fn a_part_that_was_altered_in_the_log_is_told() {
    let (house, ..) = with_document();
    let path = house.path("ledger.sqlite");
    let log = ledger::Ledger::open(&path, ledger::Access::ReadOnly).unwrap();
    let (entries, _) = log.read(&ledger::Position::start(), 1000).unwrap();
    let part = entries.iter().flat_map(|e| e.parts()).rfind(|part| part.audience.starts_with("class/")).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let at = bytes.windows(16).position(|w| part.sealed.windows(16).take(64).any(|p| p == w)).unwrap();
    bytes[at] ^= 1;
    drop(log);
    fs::write(&path, bytes).unwrap();
    assert_eq!(house.open().verify().err().unwrap().code(), "ledger_altered");
    // Who reads the log from its start sees it too; bea's index had not read it.
    let error = house.try_unlock("bea").unwrap_err();
    assert_eq!((error.code(), error.exit()), ("ledger_altered", ExitClass::Integrity));
}

#[test]
fn an_index_that_was_altered_or_is_anothers_is_told() {
    let house = House::furnished();
    drop((house.unlock("bea"), house.unlock("carl")));
    let index = house.path("desks/bea.sqlite");
    let whole = fs::read(&index).unwrap();
    flip(&index, whole.len() / 2);
    flip(&index, 100);
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "desk_altered");
    fs::copy(house.path("desks/carl.sqlite"), &index).unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "desk_altered");
    fs::write(&index, b"").unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "desk_altered");
    fs::remove_file(&index).unwrap();
    let bea = house.open().unlock_with(&id("bea"), &phrase(), Memory::Lost).unwrap();
    assert!(bea.warnings().iter().any(|warning| warning.code == "desk_rebuilt"));
}

#[test]
fn an_identity_that_was_altered_or_is_anothers_is_told() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let identity = house.path("identities/bea.age");
    let whole = fs::read(&identity).unwrap();
    cut(&identity, whole.len() as u64 - 3);
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "identity_altered");
    fs::write(&identity, b"age-encryption.org/v1\n").unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "identity_altered");
    fs::write(&identity, vec![0; 1 << 20]).unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "identity_altered");
    // Carl's identity under bea's name, with carl's passphrase.
    fs::copy(house.path("identities/carl.age"), &identity).unwrap();
    let error = house.try_unlock("bea").unwrap_err();
    assert_eq!((error.code(), error.exit()), ("identity_exchanged", ExitClass::Integrity), "{error:?}");
    fs::remove_file(&identity).unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "identity_gone");
    assert_eq!(house.try_unlock("nobody").unwrap_err().code(), "not_found");
}

#[test]
fn settings_that_contradict_the_log_are_told() {
    let house = House::furnished();
    let path = house.path("vault.toml");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replace("Registry of the exercise", "Another")).unwrap();
    assert_eq!(house.try_unlock("bea").unwrap_err().code(), "settings_altered");
    fs::write(&path, whole.replace("format = 2", "format = 3")).unwrap();
    let open = |house: &House| Vault::open(&house.dir, std::sync::Arc::new(house.clock.clone())).err().unwrap();
    assert_eq!(open(&house).code(), "newer");
    for text in ["", "format = 2", "x", &"#".repeat(100_000), &whole.replace("id = \"", "id = \"!")] {
        fs::write(&path, text).unwrap();
        assert_eq!(open(&house).code(), "settings_altered", "{text:.20}");
    }
    fs::remove_file(&path).unwrap();
    assert_eq!(open(&house).code(), "not_a_vault");
}

#[test]
fn nothing_secret_is_in_what_is_printed_for_developers() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "Top of the secret", marked("SECRET", None)).unwrap();
    let opened = rik.open_document(&filed.id, "x").unwrap();
    let mut text = format!("{rik:?} {opened:?} {:?}", rik.open_document(&filed.id, ""));
    text.push_str(&format!("{:?}", house.unlock("carl").document(&filed.id)));
    for secret in ["Top of the secret", "AGE-SECRET", "ZEGEL-PART", PASSPHRASE] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    // Nor anywhere in the folder, in clear.
    fn look(dir: &Path) {
        for entry in fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path);
                continue;
            }
            let bytes = fs::read(&path).unwrap();
            for secret in ["Top of the secret", "AGE-SECRET", "ZEGEL-PART", "bytes of", "Exercise one", "of the house"]
            {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} in {path:?}");
            }
        }
    }
    drop((rik, opened));
    look(&house.dir);
}
