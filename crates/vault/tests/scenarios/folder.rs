//! Who can write to the vault's folder puts there what he likes: nothing outside is read, written or removed through it, nobody
//! waits, and it is said at once.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::sync::mpsc;
use std::time::Duration;

use vault::*;

use super::house::*;

/// What is outside and must stay as it is.
fn outside(house: &House) -> std::path::PathBuf {
    let dir = house.dir.with_file_name("outside");
    fs::create_dir_all(&dir).expect("the folders are made");
    for name in ["thesis.odt", "note.txt", "lock"] {
        fs::write(dir.join(name), b"of somebody else").expect("the file is written");
    }
    dir
}

#[track_caller]
fn untouched(outside: &Path, why: &str) {
    let mut names: Vec<_> = fs::read_dir(outside)
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read").file_name())
        .collect();
    names.sort();
    assert_eq!(names, ["lock", "note.txt", "thesis.odt"], "{why}");
    for name in names {
        assert_eq!(fs::read(outside.join(name)).expect("the file is read"), b"of somebody else", "{why}");
    }
}

fn clear_away(path: &Path) {
    if fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir()) {
        fs::remove_dir_all(path).expect("the folder is removed");
    } else {
        let _ = fs::remove_file(path);
    }
}

/// Opens, unlocks, files, reads, verifies: whatever it comes to, it comes to an end. Gives the first error.
fn tried(house: &House, document: &DocumentId) -> Result<(), Error> {
    let (dir, clock, document) = (house.dir.clone(), house.clock.clone(), document.clone());
    let (done, wait) = mpsc::channel();
    std::thread::spawn(move || {
        let all = || -> Result<(), Error> {
            let vault = Vault::open(&dir, clock.told())?.with_work_factor(weak());
            vault.verify()?;
            vault.officers()?;
            let mut rik = vault.unlock(&id("rik"), &phrase())?;
            rik.open_document(&document, "exercise")?;
            try_file(&mut rik, "Another", marked("SECRET", None))?;
            Ok(())
        };
        let _ = done.send(all());
    });
    wait.recv_timeout(Duration::from_secs(30)).expect("nobody waits for what is planted")
}

fn pipe(path: &Path) {
    let mode = rustix::fs::Mode::from_raw_mode(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, mode, 0).expect("the pipe is made");
}

#[test]
fn whatever_stands_in_the_place_of_a_file_is_told_at_once_and_nothing_outside_is_touched() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let shard = format!("objects/{}", &filed.id.as_str()[..2]);
    let object = format!("{shard}/{}.age", filed.id);
    let files = [
        "vault.toml",
        "ledger.sqlite",
        "ledger.sqlite-wal",
        "ledger.sqlite-journal",
        "identities/rik.age",
        "desks/rik.sqlite",
        "desks/rik.sqlite-journal",
        "objects/tmp/lock",
        object.as_str(),
    ];
    let folders = ["objects", shard.as_str(), "objects/tmp", "identities", "desks"];
    for name in files.iter().chain(&folders) {
        for what in ["link to a file", "link to a folder", "link to /dev/zero", "pipe", "folder", "file"] {
            if what == "file" && files.contains(name) || what == "folder" && folders.contains(name) {
                continue;
            }
            let house = house.copy();
            let outside = outside(&house);
            let path = house.path(name);
            clear_away(&path);
            match what {
                "link to a file" => symlink(outside.join("thesis.odt"), &path).expect("the link is made"),
                "link to a folder" => symlink(&outside, &path).expect("the link is made"),
                "link to /dev/zero" => symlink("/dev/zero", &path).expect("the link is made"),
                "pipe" => pipe(&path),
                "folder" => fs::create_dir(&path).expect("the folder is made"),
                _ => fs::write(&path, b"x").expect("the file is written"),
            }
            let why = format!("{what} in the place of {name}");
            let error = tried(&house, &filed.id).expect_err(&why);
            assert_eq!((error.code(), error.exit()), ("folder_altered", ExitClass::Integrity), "{why}: {error:?}");
            untouched(&outside, &why);
        }
    }
}

#[test]
fn a_link_in_the_place_of_the_drafts_does_not_make_a_sweep_remove_what_is_elsewhere() {
    let house = House::furnished();
    let outside = outside(&house);
    fs::remove_dir_all(house.path("objects/tmp")).ok();
    symlink(&outside, house.path("objects/tmp")).expect("the link is made");
    let error = house.try_unlock("bea").expect_err("bea is not let in");
    assert_eq!(error.code(), "folder_altered", "{error:?}");
    assert!(error.params().contains(&("name", "objects/tmp".to_owned())), "{error:?}");
    untouched(&outside, "a sweep");
}

#[test]
fn a_sweep_removes_its_own_kinds_of_files_and_no_others() {
    let house = House::furnished();
    drop(file(&mut house.unlock("rik"), "Report", marked("SECRET", None)));
    let tmp = house.path("objects/tmp");
    let draft = format!("{}.age", seal::random_id());
    for name in ["letter.odt", "x.age", "y.filing", draft.as_str(), ".draft-abc"] {
        fs::write(tmp.join(name), b"x").expect("the file is written");
    }
    fs::create_dir(tmp.join(format!("{}.age", seal::random_id()))).expect("the folder is made");
    // A second name of a file of somebody else: the name may go, the file stays as it is.
    let outside = outside(&house);
    fs::hard_link(outside.join("thesis.odt"), tmp.join(format!("{}.age", seal::random_id())))
        .expect("the second name is made");
    drop(house.unlock("bea"));
    let mut left: Vec<_> = fs::read_dir(&tmp)
        .expect("the folder is listed")
        .map(|e| e.expect("the entry of the folder is read"))
        .collect();
    left.retain(|entry| entry.file_type().expect("the system says what it is").is_file());
    let mut left: Vec<_> = left.iter().map(|entry| entry.file_name()).collect();
    left.sort();
    assert_eq!(left, ["gate", "letter.odt", "lock", "x.age", "y.filing"]);
    untouched(&outside, "hard links");
}

/// A note of intent as it is written, for these objects.
fn note(batch: &str, size: u64, root: &str, objects: &[&str]) -> String {
    format!("zegel filing 1\n{batch}\n{size}\n{root}\n{}\n", objects.join("\n"))
}

#[test]
fn a_note_of_intent_is_believed_only_for_its_batch_and_where_the_log_begins_with_its_head() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let head = house.open().verify().expect("the log is whole");
    let stray = seal::random_id();
    let place = |id: &str| house.path(&format!("objects/{}/{id}.age", &id[..2]));
    let plant = |name: &str, text: &str| {
        fs::write(house.path(&format!("objects/tmp/{name}.filing")), text).expect("it is written")
    };
    let (batch, other) = (seal::random_id(), seal::random_id());
    let believed = |batch: &str, text: &str| {
        fs::create_dir_all(place(&stray).parent().expect("the path has a folder")).expect("the folders are made");
        fs::write(place(&stray), b"x").expect("the file is written");
        plant(batch, text);
        drop(house.unlock("bea"));
        assert!(place(filed.id.as_str()).exists(), "what the log holds stays");
        let _ = fs::remove_file(house.path(&format!("objects/tmp/{batch}.filing")));
        !place(&stray).exists()
    };
    let objects = [stray.as_str(), filed.id.as_str()];
    assert!(!believed(&batch, &note(&other, head.entries, &head.root, &objects)), "another batch's");
    assert!(!believed(&batch, &note(&batch, head.entries + 1000, &head.root, &objects)), "a longer log");
    assert!(!believed(&batch, &note(&batch, head.entries, &"0".repeat(64), &objects)), "another log");
    assert!(!believed(&batch, &note(&batch, head.entries, &head.root, &["../../x", &stray])), "no object's name");
    assert!(!believed(&batch, &objects.join("\n")), "no note");
    assert!(believed(&batch, &note(&batch, head.entries, &head.root, &objects)), "a note as it should be");
}

#[test]
fn a_sweep_with_a_log_that_was_put_back_removes_nobodys_document() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let earlier = house.path("earlier");
    fs::copy(house.path("ledger.sqlite"), &earlier).expect("the log is copied");
    // A process that died after the entry, before its note was gone.
    let head = house.open().verify().expect("the log is whole");
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let after = house.open().verify().expect("the log is whole");
    let batch = seal::random_id();
    let text = note(&batch, after.entries, &after.root, &[filed.id.as_str()]);
    fs::write(house.path(&format!("objects/tmp/{batch}.filing")), text).expect("the object is written");
    fs::rename(&earlier, house.path("ledger.sqlite")).expect("it gets another name");
    assert_eq!(house.open().verify().expect("the log is whole").entries, head.entries);
    // Carl has never been here: he cannot know that the log was longer.
    drop(house.unlock("carl"));
    assert_eq!(objects(&house.dir).iter().filter(|path| path.extension().is_some_and(|e| e == "age")).count(), 1);
}

/// A rollback journal whose end names a file: SQLite looks there for the journals of other databases, and removes it.
fn journal_naming(victim: &Path) -> Vec<u8> {
    let name = victim.to_str().expect("the path is UTF-8").as_bytes();
    let magic = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let mut journal = magic.to_vec();
    // No pages, a nonce, the size of the database, of a sector and of a page.
    for number in [0_u32, 1, 1, 512, 4096] {
        journal.extend(number.to_be_bytes());
    }
    journal.resize(512, 0);
    let sum = name.iter().fold(0_u32, |sum, byte| sum.wrapping_add(u32::from(*byte)));
    // The page that cannot be, the name, its length, its sum, the magic.
    journal.extend((0x4000_0000_u32 / 4096 + 1).to_be_bytes());
    journal.extend(name);
    journal.extend((name.len() as u32).to_be_bytes());
    journal.extend(sum.to_be_bytes());
    journal.extend(magic);
    journal
}

#[test]
fn a_planted_journal_does_not_make_sqlite_remove_a_file_elsewhere() {
    for database in ["ledger.sqlite", "desks/bea.sqlite"] {
        let house = House::furnished();
        drop(house.unlock("bea"));
        let outside = outside(&house);
        fs::write(house.path(&format!("{database}-journal")), journal_naming(&outside.join("thesis.odt")))
            .expect("it is written");
        let error = house.try_unlock("bea").expect_err("bea is not let in");
        assert_eq!(error.code(), "folder_altered", "{database}: {error:?}");
        untouched(&outside, database);
    }
}

#[test]
fn files_without_end_are_refused_before_they_are_read() {
    let house = House::furnished();
    drop(house.unlock("bea"));
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let object = format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id);
    for name in ["vault.toml", "identities/rik.age", "ledger.sqlite", "desks/rik.sqlite", &object] {
        let house = house.copy();
        let file = fs::File::create(house.path(name)).expect("the file is made");
        file.set_len(10 << 30).expect("its length is changed");
        let error = tried(&house, &filed.id).expect_err(name);
        assert_eq!(error.exit(), ExitClass::Integrity, "{name}: {error:?}");
    }
    // The count of wrong passphrases is no such file: it counts as none.
    let house = house.copy();
    fs::File::create(house.path("identities/rik.tries"))
        .expect("the file is made")
        .set_len(10 << 30)
        .expect("its length is changed");
    house.unlock("rik");
}

#[test]
fn an_identity_file_that_asks_for_too_much_work_is_refused_before_memory_is_taken() {
    let house = House::furnished();
    let path = house.path("identities/bea.age");
    let whole = fs::read(&path).expect("the file is read");
    let at = whole.windows(8).position(|w| w == b"-> scryp").expect("the bytes occur");
    let end = at + whole[at..].iter().position(|b| *b == b'\n').expect("the line ends");
    let line = String::from_utf8(whole[at..end].to_vec()).expect("it is UTF-8");
    let (rest, _) = line.rsplit_once(' ').expect("the line has fields");
    for factor in [21, 22, 40, 63] {
        let mut planted = whole[..at].to_vec();
        planted.extend(format!("{rest} {factor}").bytes());
        planted.extend(&whole[end..]);
        fs::write(&path, planted).expect("the file is written");
        let before = std::time::Instant::now();
        let error = house.try_unlock("bea").expect_err("bea is not let in");
        assert_eq!((error.code(), error.exit()), ("identity_work", ExitClass::Integrity), "2^{factor}");
        assert!(before.elapsed() < Duration::from_secs(4), "it was not begun");
        assert_eq!(house.open().unlock_wait(&id("bea")), None, "it is no wrong passphrase");
    }
}

#[test]
fn a_planted_count_of_wrong_passphrases_locks_nobody_out_for_ever() {
    let house = House::furnished();
    let tries = house.path("identities/bea.tries");
    let plant = |what: &str| {
        clear_away(&tries);
        match what {
            "link" => symlink("/dev/zero", &tries).expect("the link is made"),
            "pipe" => pipe(&tries),
            "folder" => fs::create_dir(&tries).expect("the folder is made"),
            text => fs::write(&tries, text).expect("the file is written"),
        }
    };
    for what in ["link", "pipe", "folder", "rubbish", "failures = -1\nlast = 0\n"] {
        plant(what);
        house.unlock("bea");
    }
    // A last try that lies far ahead, and as many as can be.
    plant("failures = 4294967295\nlast = 9223372036854775807\n");
    assert_eq!(house.try_unlock("bea").expect_err("bea is not let in").code(), "wait");
    house.clock.seconds(901);
    house.unlock("bea");
    // Where the time cannot be put right, nobody waits for it.
    plant("failures = 9\nlast = 9223372036854775807\n");
    let looking = Vault::open_read_only(&house.dir, house.clock.told()).expect("the vault opens");
    assert!(looking.unlock(&id("bea"), &phrase()).is_ok());
}

#[test]
fn everything_is_for_its_owner_alone_whatever_the_umask() {
    fn look(dir: &Path) {
        let mode = |path: &Path| fs::symlink_metadata(path).expect("the file is there").permissions().mode() & 0o777;
        assert_eq!(mode(dir), 0o700, "{dir:?}");
        for entry in fs::read_dir(dir).expect("the folder is listed") {
            let path = entry.expect("the entry of the folder is read").path();
            if path.is_dir() {
                look(&path);
            } else {
                assert_eq!(mode(&path), 0o600, "{path:?}");
            }
        }
    }
    // The umask is the process's: another process, so that no other test is disturbed.
    const UMASK: &str = "ZEGEL_TEST_UMASK";
    if let Ok(umask) = std::env::var(UMASK) {
        rustix::process::umask(rustix::fs::Mode::from_raw_mode(u32::from_str_radix(&umask, 8).expect("octal")));
        let house = House::new();
        let mut ada = house.unlock("ada");
        house.add(&mut ada, "rik", "BEL", &[Role::Registrar, Role::Reader]);
        clear(&mut ada, "rik", "BEL", "SECRET");
        ada.create_dossier(NewDossier { id: dossier("D-1"), title: "One".to_owned(), lead: None, deputy: None })
            .expect("ada makes the dossier");
        ada.add_member(&dossier("D-1"), &id("rik"), None, "exercise").expect("ada adds rik to the dossier");
        file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
        let _ = house.open().unlock(&id("rik"), &Passphrase::new("not this one".to_owned()));
        look(&house.dir);
        return;
    }
    for umask in ["0", "22", "277"] {
        let mut again = std::process::Command::new(std::env::current_exe().expect("this program has a path"));
        again.args(["--exact", "folder::everything_is_for_its_owner_alone_whatever_the_umask"]).env(UMASK, umask);
        let done = again.output().expect("the program runs");
        assert!(done.status.success(), "umask {umask}: {}", String::from_utf8_lossy(&done.stdout));
    }
}
