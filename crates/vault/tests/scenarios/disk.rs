//! A disk that is full or can only be read: what can be read is read, and what must be recorded is refused.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use vault::*;

use super::house::*;

/// A small file system in memory, with a vault in it.
struct Disk {
    at: PathBuf,
}

impl Disk {
    /// None without the right to mount one: then `./check` counts the test as one that did not run.
    fn with(house: &House, megabytes: u32, test: &str) -> Option<Disk> {
        let at = house.dir.with_file_name("disk");
        fs::create_dir(&at).expect("the folder is made");
        let size = format!("size={megabytes}m");
        let done = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output();
        if !done.is_ok_and(|done| done.status.success()) {
            // Past the test runner.
            let mut err = std::io::stderr().lock();
            drop(writeln!(err, "skipped: {test}: a file system cannot be mounted here"));
            return None;
        }
        let disk = Disk { at };
        copy_folder(&house.dir, &disk.vault());
        Some(disk)
    }

    fn vault(&self) -> PathBuf {
        self.at.join("vault")
    }

    fn fill(&self) {
        let mut file = File::create(self.at.join("fill")).expect("the file is made");
        for size in [1 << 20, 4096, 1] {
            while file.write_all(&vec![1; size]).is_ok() {}
        }
    }

    /// Room there is, and no file can be made: as where a disk has all the small ones that it can.
    fn fill_with_files(&self) {
        let done = Command::new("mount").args(["-o", "remount,nr_inodes=2000"]).arg(&self.at).status();
        assert!(done.expect("the program runs").success());
        let made = (0..2000).take_while(|n| File::create(self.at.join(format!("fill{n}"))).is_ok()).count();
        assert!(made < 2000);
    }

    fn make_room(&self) {
        fs::remove_file(self.at.join("fill")).expect("the file is removed");
    }

    fn read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.at).status().expect("the program runs");
        assert!(done.success());
    }

    fn unlock(&self, house: &House, officer: &str) -> Result<Session, Error> {
        let vault = Vault::open(&self.vault(), house.clock.told())?.with_work_factor(weak());
        vault.unlock(&id(officer), &phrase())
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.at).status();
    }
}

/// Lists, searches, looks at one; and records nothing.
#[track_caller]
fn reads(session: &mut Session, document: &DocumentId, code: &str) {
    assert!(session.read_only());
    assert_eq!(titles(session), ["Report"]);
    let search = DocumentFilter { query: Some("report".to_owned()), limit: 10, ..DocumentFilter::default() };
    assert_eq!(session.list(&search).expect("the officer lists the documents").total, 1);
    assert_eq!(session.document(document).expect("the officer sees the document").row.title, "Report");
    assert!(!session.log(&LogFilter::default()).expect("the officer reads the log").rows.is_empty());
    assert_eq!(try_read(session, document).expect_err("the opening is refused").code(), code);
    assert_eq!(try_file(session, "New", marked("SECRET", None)).expect_err("the filing is refused").code(), code);
}

#[test]
fn on_a_full_disk_and_on_one_that_can_only_be_read_one_lists_and_searches() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    let Some(disk) = Disk::with(&house, 6, "on_a_full_disk_and_on_one_that_can_only_be_read") else { return };
    disk.fill();
    let before = Vault::open(&disk.vault(), house.clock.told()).expect("it opens").verify().expect("whole");
    // With an index, and one who was never here and has none.
    for officer in ["bea", "rosa"] {
        let mut session = disk.unlock(&house, officer).expect("the officer unlocks");
        assert!(session.warnings().iter().any(|warning| warning.code == "disk_full"), "{officer} is told");
        reads(&mut session, &filed.id, "disk_full");
    }
    // One who may not read is denied for that, whatever the disk.
    let denied = disk.unlock(&house, "carl").expect("carl unlocks").document(&filed.id).expect_err("refused");
    assert_eq!(denied.exit(), ExitClass::Denied);
    disk.make_room();
    let after = Vault::open(&disk.vault(), house.clock.told()).expect("it opens").verify().expect("whole");
    assert_eq!(after, before, "nothing was recorded, and nothing half");
    let mut bea = disk.unlock(&house, "bea").expect("bea unlocks");
    assert!(bea.warnings().iter().all(|warning| warning.code != "disk_full"));
    read(&mut bea, &filed.id);
    drop(bea);
    disk.read_only();
    for officer in ["bea", "rosa"] {
        reads(&mut disk.unlock(&house, officer).expect("the officer unlocks"), &filed.id, "read_only");
    }
}

#[test]
fn on_a_disk_that_takes_no_more_files_one_lists_and_searches() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    let Some(disk) = Disk::with(&house, 6, "on_a_disk_that_takes_no_more_files") else { return };
    disk.fill_with_files();
    // With an index, and one who was never here and has none.
    for officer in ["bea", "rosa"] {
        let mut session = disk.unlock(&house, officer).expect("the officer unlocks");
        assert!(session.warnings().iter().any(|warning| warning.code == "disk_full"), "{officer} is told");
        reads(&mut session, &filed.id, "disk_full");
    }
}

#[test]
fn a_disk_that_fills_up_during_a_session_still_lists() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let Some(disk) = Disk::with(&house, 6, "a_disk_that_fills_up_during_a_session") else { return };
    let mut bea = disk.unlock(&house, "bea").expect("bea unlocks");
    disk.fill();
    assert_eq!(try_read(&mut bea, &filed.id).expect_err("bea's opening is refused").code(), "disk_full");
    assert_eq!(titles(&mut bea), ["Report"]);
    disk.make_room();
    read(&mut bea, &filed.id);
}

/// A folder as a process leaves it that dies while it files many documents.
fn left_by_a_dead_process() -> (House, usize) {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let batch = (0..80).map(|n| paper(&format!("P{n:03}"), marked("SECRET", None), format!("{n}").as_bytes()));
    let filed = rik.file_documents(batch.collect(), &mut quietly).expect("rik files the documents").len();
    assert!(house.path("desks/rik.sqlite-wal").exists(), "what was filed lies beside the index");
    let left = house.copy();
    drop(rik);
    assert!(!house.path("desks/rik.sqlite-wal").exists(), "one file, where it ended well");
    (left, filed)
}

/// What there is besides the rights of the folders, which a copy has of its own.
fn found(checkup: Checkup) -> Vec<Finding> {
    let rights = |finding: &Finding| matches!(finding.what.code.as_str(), "open_to_others" | "objects_open");
    checkup.findings.into_iter().filter(|finding| !rights(finding)).collect()
}

#[test]
fn a_process_that_dies_while_it_files_many_leaves_a_vault_that_is_whole() {
    let (house, filed) = left_by_a_dead_process();
    let mut rik = house.unlock("rik");
    assert_eq!(found(house.open().doctor(Some(&mut rik))), Vec::<Finding>::new());
    assert_eq!(
        rik.list(&DocumentFilter { limit: 10, ..DocumentFilter::default() }).expect("listed").total,
        filed as u64
    );
    drop(rik);
    assert!(!house.path("desks/rik.sqlite-wal").exists() && !house.path("desks/rik.sqlite-shm").exists());
}

#[test]
fn what_such_a_process_leaves_is_no_stranger_and_is_read_where_nothing_can_be_written() {
    let (house, filed) = left_by_a_dead_process();
    assert_eq!(found(house.open().doctor(None)), Vec::<Finding>::new());
    let Some(disk) = Disk::with(&house, 12, "what_such_a_process_leaves_is_no_stranger") else { return };
    disk.read_only();
    let mut rik = disk.unlock(&house, "rik").expect("rik unlocks");
    assert!(rik.read_only());
    assert_eq!(
        rik.list(&DocumentFilter { limit: 10, ..DocumentFilter::default() }).expect("listed").total,
        filed as u64
    );
}

#[test]
fn an_entry_of_a_time_to_come_is_named_with_its_author_and_until_when_everybody_waits() {
    let house = House::furnished();
    for (ahead, gravity) in [(2 * 3600, Gravity::Upkeep), (50 * 3600, Gravity::Integrity)] {
        house.clock.seconds(ahead);
        let mut rik = house.unlock("rik");
        file(&mut rik, &format!("Ahead {ahead}"), marked("SECRET", None));
        let last = house.clock.now();
        drop(rik);
        house.clock.seconds(-ahead);
        assert!(house.try_unlock("rik").expect("what is there can be listed").read_only());
        let checkup = house.open().doctor(None);
        let waits: Vec<&Finding> = checkup.findings.iter().filter(|one| one.what.code == "log_ahead").collect();
        let [waits] = waits.as_slice() else { panic!("once: {checkup:?}") };
        assert_eq!((waits.gravity, waits.name.as_str()), (gravity, "ledger.sqlite"));
        let until = label::time::written(last - chrono::TimeDelta::minutes(5));
        assert_eq!(waits.what.params["until"], until);
        assert!(!waits.what.params["author"].is_empty(), "the key that signed it");
        house.clock.seconds(ahead);
    }
    // Once that time has come, with an officer's keys or without.
    let mut rik = house.unlock("rik");
    for checkup in [house.open().doctor(Some(&mut rik)), house.open().doctor(None)] {
        assert!(checkup.findings.iter().all(|one| one.what.code != "log_ahead"), "{checkup:?}");
    }
}
