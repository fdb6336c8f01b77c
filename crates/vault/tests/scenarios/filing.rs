use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use testkit::date;

use vault::*;

use super::house::*;

fn from_path(path: &Path) -> NewDocument {
    NewDocument {
        source: Source::Path(path.to_owned()),
        file_name: None,
        ..paper("From a path", marked("SECRET", None), b"")
    }
}

#[test]
fn a_file_is_registered_with_its_name_kind_size_and_hash() {
    let house = House::furnished();
    let temp = tempfile::tempdir().expect("a folder for the test");
    let path = temp.path().join("Évaluation n° 4.pdf");
    std::fs::write(&path, b"%PDF-1.7 and so on").expect("the file is written");
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(from_path(&path), &mut quietly).expect("rik files the document");
    let view = rik.document(&filed.id).expect("rik sees the document");
    assert_eq!(view.file_name, "Évaluation n° 4.pdf");
    assert_eq!((view.media_type.as_str(), view.size), ("application/pdf", 18));
    assert_eq!(view.blake3, seal::ContentHash::of(b"%PDF-1.7 and so on"));
    assert_eq!((view.filed_by.as_str(), view.filed), ("rik", house.clock.now()));
    assert!(view.label_xml.contains("SECRET") && view.marking_fr.contains("SECRET"), "{}", view.marking_fr);
    assert!(view.marking_nl.contains("GEHEIM"));
    assert!(view.equivalents.iter().any(|e| e.policy == "NATO"));
    assert_eq!(view.row.banner.level, Level::Secret);
    assert_eq!(read(&mut rik, &filed.id), b"%PDF-1.7 and so on");
}

#[test]
fn an_open_file_is_registered_from_its_start() {
    use std::io::{Seek, SeekFrom};
    let house = House::furnished();
    let mut source = tempfile::tempfile().expect("a file for the test");
    std::io::Write::write_all(&mut source, b"all of it").expect("it is written to");
    source.seek(SeekFrom::Start(4)).expect("the reader seeks");
    let mut rik = house.unlock("rik");
    let new = NewDocument { source: Source::File(source), ..paper("Open", marked("SECRET", None), b"") };
    let filed = rik.file_document(new, &mut quietly).expect("rik files the document");
    assert_eq!(read(&mut rik, &filed.id), b"all of it");
}

#[test]
fn an_empty_document_is_a_document() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = rik.file_document(paper("Empty", marked("SECRET", None), b""), &mut quietly).expect("filed");
    assert_eq!(read(&mut rik, &filed.id), b"");
    assert_eq!(rik.document(&filed.id).expect("rik sees the document").size, 0);
}

#[test]
fn any_name_is_taken_and_shown_harmlessly() {
    let house = House::furnished();
    let temp = tempfile::tempdir().expect("a folder for the test");
    let mut rik = house.unlock("rik");
    let names: Vec<Vec<u8>> = vec![
        b"../../etc/passwd".to_vec(),
        b"C:\\temp\\a.pdf".to_vec(),
        b"line\nbreak\x1b[31m.txt".to_vec(),
        "x".repeat(4000).into_bytes(),
        b"\xff\xfe\x00.bin".to_vec(),
        "invoice\u{202e}fdp.exe".as_bytes().to_vec(),
        Vec::new(),
    ];
    for name in names {
        let new = NewDocument { file_name: Some(name.clone()), ..paper("Odd", marked("SECRET", None), b"x") };
        let filed = rik.file_document(new, &mut quietly).expect("rik files the document");
        let shown = rik.document(&filed.id).expect("rik sees the document").file_name;
        assert!(!shown.is_empty() && shown.chars().count() <= 200, "{shown}");
        assert!(!shown.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | '\u{202e}')), "{shown:?}");
    }
    let path = temp.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt"));
    std::fs::write(&path, b"latin").expect("the file is written");
    let filed = rik.file_document(from_path(&path), &mut quietly).expect("rik files the document");
    assert_eq!(rik.document(&filed.id).expect("rik sees the document").file_name, "caf\u{fffd}.txt");
}

#[test]
fn what_makes_no_sense_is_refused_and_leaves_nothing() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let refused =
        |session: &mut Session, new: NewDocument| session.file_document(new, &mut quietly).expect_err("refused");
    let good = || paper("Good", marked("SECRET", None), b"x");
    assert_eq!(refused(&mut rik, NewDocument { title: " \n".to_owned(), ..good() }).code(), "missing");
    assert_eq!(refused(&mut rik, NewDocument { title: "x".repeat(501), ..good() }).code(), "too_long");
    assert_eq!(refused(&mut rik, NewDocument { dossier: dossier("D-404"), ..good() }).code(), "not_found");
    let gone = NewDocument { source: Source::Path("/nowhere/at/all".into()), ..good() };
    assert_eq!(refused(&mut rik, gone).exit(), ExitClass::Failed);
    let folder = NewDocument { source: Source::Path("/".into()), ..good() };
    assert_eq!(refused(&mut rik, folder).code(), "not_a_file");
    let rubbish = NewDocument { marking: Marking::Xml(b"<x/>".to_vec()), ..good() };
    assert_eq!(refused(&mut rik, rubbish).exit(), ExitClass::Refused);
    let draft = label::LabelDraft::new("COSMIC", "2026-01-01T00:00:00Z".parse().expect("an instant"));
    let unknown = NewDocument { marking: Marking::Draft { policy: "BEL".to_owned(), draft: draft.clone() }, ..good() };
    let error = refused(&mut rik, unknown);
    assert_eq!((error.code(), error.exit()), ("marking", ExitClass::Refused));
    assert!(!error.reasons().is_empty());
    let policy = NewDocument { marking: Marking::Draft { policy: "XXX".to_owned(), draft }, ..good() };
    assert_eq!(refused(&mut rik, policy).code(), "unknown");
    assert!(objects(&house.dir).is_empty());
    assert!(titles(&mut rik).is_empty());
}

#[test]
fn a_label_that_came_as_xml_is_kept_as_it_is_marked() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let filed = file(&mut rik, "First", marked_with("SECRET", Some(&["BEL", "FRA"]), &[("Handling", "ORCON")]));
    let xml = rik.document(&filed.id).expect("rik sees the document").label_xml.into_bytes();
    let again = file(&mut rik, "Second", Marking::Xml(xml));
    assert_eq!(again.class, filed.class);
    assert_eq!(rik.document(&again.id).expect("rik sees the document").row.releasability, ["BEL", "FRA"]);
    let nato = file(&mut rik, "Third", marked_under("NATO", "SECRET", None, &[]));
    assert_ne!(nato.class, filed.class);
    let view = rik.explain(ActionName::Open, &nato.id, None, None).expect("rik asks why");
    assert!(view.reasons.iter().any(|reason| reason.code == "clearance_missing"), "another policy, another clearance");
}

#[test]
fn a_marking_can_be_asked_about_without_filing() {
    let house = House::furnished();
    let mut carl = house.unlock("carl");
    let may = carl.explain_filing(Some(&dossier("D-1")), &marked("TRES SECRET", None)).expect("carl asks why");
    assert!(may.permitted, "writing up is allowed");
    assert!(objects(&house.dir).is_empty());
}

#[test]
fn many_documents_are_filed_in_few_transactions() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let before = house.open().verify().expect("the log is whole").entries;
    let batch: Vec<NewDocument> = (0..600)
        .map(|n| {
            let level = if n % 3 == 0 { "CONFIDENTIEL" } else { "SECRET" };
            paper(&format!("Paper {n:03}"), marked(level, None), format!("bytes {n}").as_bytes())
        })
        .collect();
    let mut last = 0;
    let mut told = |progress: Progress| {
        assert!(progress.done >= last && progress.of == 600);
        last = progress.done;
        Flow::Continue
    };
    let filed = rik.file_documents(batch, &mut told).expect("rik files the documents");
    assert_eq!((filed.len(), last), (600, 600));
    assert_eq!(house.open().verify().expect("the log is whole").entries, before + 600 + 2);
    assert!(filed[1].reference.ends_with("/0001") && filed[599].reference.ends_with("/0400"));
    let mut bea = house.unlock("bea");
    assert_eq!(bea.list(&DocumentFilter::default()).expect("bea lists the documents").total, 600);
    assert_eq!(read(&mut bea, &filed[417].id), b"bytes 417");
    assert_eq!(objects(&house.dir).len(), 600);
}

#[test]
fn a_filing_that_is_stopped_keeps_whole_documents_and_nothing_of_another() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let batch =
        |many: usize| (0..many).map(|n| paper(&format!("P{n}"), marked("SECRET", None), b"some bytes")).collect();
    let before = house.open().verify().expect("the log is whole").entries;
    let mut stop = |at: Progress| if (at.document, at.bytes) == (3, 0) { Flow::Stop } else { Flow::Continue };
    let failed = rik.file_documents(batch(10), &mut stop).expect_err("rik's filing is refused");
    assert_eq!((failed.error.code(), failed.document), ("cancelled", Some(3)));
    let said: Vec<&str> = failed.filed.iter().map(|filed| filed.title.as_str()).collect();
    assert_eq!((said.as_slice(), titles(&mut rik).len()), (["P0", "P1", "P2"].as_slice(), 3));
    assert_eq!(objects(&house.dir).len(), 3);
    assert_eq!(house.open().verify().expect("the log is whole").entries, before + 3 + 1, "one for the class");
    // In the middle of one, and before the first, there is nothing to keep.
    for (document, least) in [(2, 1), (0, 0)] {
        let mut stop =
            |at: Progress| if at.document == document && at.bytes >= least { Flow::Stop } else { Flow::Continue };
        let failed = rik.file_documents(batch(4), &mut stop).expect_err("rik's filing is refused");
        assert_eq!((failed.error.code(), failed.document, failed.filed.len()), ("cancelled", Some(document), 0));
    }
    let big = vec![7; 3 << 20];
    let stopped =
        rik.file_document(paper("Big", marked("SECRET", None), &big), &mut |_| Flow::Stop).expect_err("refused");
    assert_eq!(stopped.code(), "cancelled");
    assert_eq!((objects(&house.dir).len(), titles(&mut rik).len()), (3, 3));
    // After a transaction of a long one, what it brought in stays.
    let mut done = 0;
    let mut stop = |progress: Progress| {
        done = progress.done;
        if progress.done > 0 { Flow::Stop } else { Flow::Continue }
    };
    let failed = rik.file_documents(batch(1100), &mut stop).expect_err("rik's filing is refused");
    assert_eq!((failed.error.code(), failed.filed.len(), failed.document), ("cancelled", done, Some(done)));
    assert!(done > 0 && done < 1100, "{done}");
    assert_eq!((objects(&house.dir).len(), titles(&mut rik).len()), (3 + done, 3 + done));
}

#[test]
fn a_batch_that_is_stopped_while_its_key_is_renewed_keeps_what_was_sealed_by_then() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "First", marked("SECRET", None));
    let calls = Arc::new(AtomicUsize::new(0));
    let (count, other, clock) = (calls.clone(), house.dir.clone(), house.clock.clone());
    let vault = house.open().danger_with_faults(move |at| {
        if at == Step::Placed && count.fetch_add(1, Ordering::SeqCst) == 0 {
            let vault = Vault::open(&other, clock.told()).expect("the vault opens");
            let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks");
            ada.suspend_clearance(&id("bea"), "BEL", "inquiry").expect("ada suspends bea's clearance");
        }
        Ok(())
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let batch = (0..5).map(|n| paper(&format!("P{n}"), marked("SECRET", None), format!("{n}").as_bytes())).collect();
    // The person who pressed the button wants it for good.
    let mut pressed = false;
    let mut stop = |at: Progress| {
        pressed |= at.document == 2;
        if pressed && at.bytes == 0 { Flow::Stop } else { Flow::Continue }
    };
    let failed = rik.file_documents(batch, &mut stop).expect_err("rik's filing is refused");
    assert_eq!(calls.load(Ordering::SeqCst), 2, "it was sealed twice");
    assert_eq!((failed.error.code(), failed.filed.len(), failed.document), ("cancelled", 2, Some(2)));
    assert_eq!(read(&mut rik, &failed.filed[1].id), b"1");
}

#[test]
fn a_full_disk_at_any_step_leaves_no_half_filed_document() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "Before", marked("SECRET", None));
    for (n, step) in [Step::Writing, Step::Sealed, Step::Placed].into_iter().enumerate() {
        let vault = house
            .open()
            .danger_with_faults(move |at| if at == step { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) });
        let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
        let error = try_file(&mut rik, "Never", marked("SECRET", None)).expect_err("rik's filing is refused");
        assert_eq!((error.code(), error.exit()), ("disk_full", ExitClass::Failed), "{step:?}");
        assert_eq!(objects(&house.dir).len(), 1 + n, "{step:?}");
        drop(rik);
        // There is room again.
        file(&mut house.unlock("rik"), "After", marked("SECRET", None));
    }
    assert_eq!(titles(&mut house.unlock("bea")), ["After", "After", "After", "Before"]);
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_disk_that_fails_after_the_entry_loses_nothing() {
    let house = House::furnished();
    let vault =
        house.open().danger_with_faults(|at| if at == Step::Recorded { Err(io::Error::other("gone")) } else { Ok(()) });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    assert_eq!(try_file(&mut rik, "There", marked("SECRET", None)).expect_err("rik's filing is refused").code(), "io");
    drop(rik);
    let mut bea = house.unlock("bea");
    let row = bea.list(&DocumentFilter::default()).expect("bea lists the documents").rows.remove(0);
    assert_eq!(row.title, "There");
    read(&mut bea, &row.id);
}

#[test]
fn a_key_that_is_renewed_while_a_document_is_sealed_has_it_sealed_again() {
    let house = House::furnished();
    file(&mut house.unlock("rik"), "First", marked("SECRET", None));
    let calls = Arc::new(AtomicUsize::new(0));
    let (count, other) = (calls.clone(), house.dir.clone());
    let clock = house.clock.clone();
    let vault = house.open().danger_with_faults(move |at| {
        if at == Step::Placed && count.fetch_add(1, Ordering::SeqCst) == 0 {
            // Meanwhile, in another process: bea may no longer read, and the key is renewed.
            let vault = Vault::open(&other, clock.told()).expect("the vault opens");
            let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks");
            ada.suspend_clearance(&id("bea"), "BEL", "inquiry").expect("ada suspends bea's clearance");
        }
        Ok(())
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let filed = file(&mut rik, "Second", marked("SECRET", None));
    assert_eq!(calls.load(Ordering::SeqCst), 2);
    read(&mut rik, &filed.id);
    let bea = super::hostile::Hostile::new(&house, "bea");
    let object = house.path(&format!("objects/{}/{}.age", &filed.id.as_str()[..2], filed.id));
    for (class, epoch) in bea.held("class") {
        let key = bea.identity_of(&format!("class {class} epoch {epoch}")).expect("the officer holds the key");
        assert!(
            seal::SealedReader::open(&key, filed.id.as_str(), std::fs::File::open(&object).expect("the file opens"))
                .is_err()
        );
    }
}

#[test]
fn a_vault_that_can_only_be_read_lists_and_refuses_what_must_be_recorded() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    let state = |dir: &Path| {
        let mut files = Vec::new();
        for below in ["", "identities", "desks", "objects"] {
            for entry in std::fs::read_dir(dir.join(below)).expect("the folder is listed") {
                let entry = entry.expect("the entry of the folder is read");
                files.push((
                    entry.path(),
                    entry.metadata().expect("the file is there").modified().expect("the system keeps the time"),
                ));
            }
        }
        files.sort();
        files
    };
    let before = state(&house.dir);
    let vault = Vault::open_read_only(&house.dir, house.clock.told()).expect("the vault opens");
    assert!(vault.read_only());
    let mut bea = vault.unlock(&id("bea"), &phrase()).expect("bea unlocks");
    assert!(bea.read_only());
    assert_eq!(titles(&mut bea), ["Report"]);
    assert_eq!(bea.document(&filed.id).expect("bea sees the document").row.title, "Report");
    assert_eq!(try_read(&mut bea, &filed.id).expect_err("bea's opening is refused").code(), "read_only");
    assert_eq!(
        try_file(&mut bea, "New", marked("SECRET", None)).expect_err("bea's filing is refused").code(),
        "read_only"
    );
    let mut carl = vault.unlock(&id("carl"), &phrase()).expect("carl unlocks");
    assert_eq!(carl.document(&filed.id).expect_err("carl's view of the document is refused").exit(), ExitClass::Denied);
    let mut ada = vault.unlock(&id("ada"), &phrase()).expect("ada unlocks");
    assert_eq!(ada.suspend_clearance(&id("bea"), "BEL", "x").expect_err("refused").code(), "read_only");
    assert!(!ada.log(&LogFilter::default()).expect("ada reads the log").rows.is_empty());
    assert_eq!(
        vault.unlock(&id("bea"), &Passphrase::new("wrong one".to_owned())).expect_err("bea is not let in").code(),
        "wrong_passphrase"
    );
    drop((bea, carl, ada));
    assert_eq!(state(&house.dir), before, "nothing was touched");
    // The memory of the index counts there as well.
    let earlier = house.copy();
    drop(house.unlock("bea"));
    std::fs::copy(earlier.path("ledger.sqlite"), house.path("ledger.sqlite")).expect("the log is copied");
    let vault = Vault::open_read_only(&house.dir, house.clock.told()).expect("the vault opens");
    assert_eq!(vault.unlock(&id("bea"), &phrase()).expect_err("bea is not let in").code(), "rolled_back");
}

fn warned(filed: &FilingResult) -> Vec<&str> {
    filed.warnings.iter().map(|warning| warning.code.as_str()).collect()
}

#[test]
fn nothing_is_registered_of_a_batch_of_which_one_cannot_be() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let good = |n: usize| paper(&format!("Paper {n}"), marked("SECRET", None), format!("bytes {n}").as_bytes());
    let gone = || NewDocument { source: Source::Path("/nowhere/at/all".into()), ..good(399) };
    let turned = || NewDocument { title: "a\u{202e}b".to_owned(), ..good(399) };
    let made_of = |n: usize| NewDocument { topics: vec!["none-such".to_owned()], ..good(n) };
    for (bad, code) in [(gone(), "io"), (turned(), "character"), (made_of(399), "unknown")] {
        let batch = (0..399).map(good).chain([bad]).collect();
        let failed = rik.file_documents(batch, &mut quietly).expect_err("rik's filing is refused");
        assert_eq!((failed.error.code(), failed.document, failed.filed.len()), (code, Some(399), 0));
    }
    assert!(titles(&mut rik).is_empty() && objects(&house.dir).is_empty());
}

#[test]
fn a_batch_that_fails_in_the_middle_says_exactly_what_is_in() {
    let house = House::furnished();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = calls.clone();
    let vault = house.open().danger_with_faults(move |at| {
        // The second transaction finds no room.
        let full = at == Step::Sealed && counted.fetch_add(1, Ordering::SeqCst) == 1;
        if full { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    });
    let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let batch = (0..1100).map(|n| paper(&format!("P{n:04}"), marked("SECRET", None), format!("{n}").as_bytes()));
    let failed = rik.file_documents(batch.collect(), &mut quietly).expect_err("rik's filing is refused");
    assert_eq!(failed.error.code(), "disk_full");
    let said: Vec<&str> = failed.filed.iter().map(|filed| filed.title.as_str()).collect();
    assert_eq!(said, titles(&mut rik));
    assert_eq!((said.len(), said.first(), said.last()), (1024, Some(&"P0000"), Some(&"P1023")));
    assert!(failed.filed.iter().all(|filed| filed.reference.starts_with("ZGL/2026/")));
    // Going on leaves out what is in.
    for n in [0, 1023, 1024] {
        let source = Source::Bytes(format!("{n}").into_bytes());
        let known = rik.filed_before(&dossier("D-1"), &source).expect("rik asks whether it was filed");
        assert_eq!(known.map(|known| known.title), (n < 1024).then(|| format!("P{n:04}")));
    }
}

#[test]
fn what_is_filed_and_ought_to_be_looked_at_is_warned_of() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let file = |session: &mut Session, new: NewDocument| session.file_document(new, &mut quietly).expect("filed");
    let plain = || paper("Plain", marked("RESTREINT", None), b"%PDF-1.7 plain");
    let first = file(&mut rik, plain());
    assert_eq!(warned(&first), [""; 0]);
    let again = file(&mut rik, plain());
    assert_eq!(warned(&again), ["already_filed"]);
    assert_eq!(again.warnings[0].params["reference"], first.reference);
    let empty = NewDocument { source: Source::Bytes(Vec::new()), ..plain() };
    assert_eq!(warned(&file(&mut rik, empty)), ["empty_file"]);
    let fax = NewDocument { source: Source::Bytes(b"II*\0\x08\0\0\0 a fax".to_vec()), ..plain() };
    let fax = file(&mut rik, fax);
    assert_eq!(warned(&fax), ["picture"]);
    let unknown = NewDocument { source: Source::Bytes(b"\0\0\0\x18ftypheic\0\0\0\0".to_vec()), ..plain() };
    assert_eq!(warned(&file(&mut rik, unknown)), ["not_shown"]);
    let rich = NewDocument { source: Source::Bytes(b"{\\rtf1 plain}".to_vec()), ..plain() };
    assert_eq!(warned(&file(&mut rik, rich)), ["text_alone"]);
    assert_eq!(rik.document(&fax.id).expect("seen").media_type, "image/tiff", "by its bytes, whatever its name");
    let mail = NewDocument { source: Source::Bytes(b"From: a\n\nTot morgen.\n".to_vec()), ..plain() };
    let mail = NewDocument { file_name: Some(b"b.eml".to_vec()), ..mail };
    let mail = file(&mut rik, mail);
    assert_eq!((warned(&mail), rik.document(&mail.id).expect("seen").media_type.as_str()), (vec![], "text/plain"));
    let odd =
        NewDocument { file_name: Some(b"a\nb.pdf".to_vec()), source: Source::Bytes(b"%PDF-2".to_vec()), ..plain() };
    assert_eq!(warned(&file(&mut rik, odd)), ["name_changed"]);
    let soon = date(2026, 12, 1);
    let ahead = NewDocument { date: soon, source: Source::Bytes(b"%PDF-3".to_vec()), ..plain() };
    assert_eq!(warned(&file(&mut rik, ahead)), ["date_ahead"]);
    // Twice in one batch, by somebody who may read neither of them.
    let deposit = || paper("Tip", marked("SECRET", None), b"the same");
    let two = house.unlock("carl").file_documents(vec![deposit(), deposit()], &mut quietly).expect("filed");
    assert_eq!(warned(&two[0]), ["filer_cannot_open"]);
    assert_eq!(warned(&two[1]), ["already_filed", "filer_cannot_open"]);
    assert_eq!(two[1].warnings[0].params["reference"], two[0].reference);
}

#[test]
fn a_text_with_nothing_to_read_in_it_is_warned_of() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let file = |session: &mut Session, new: NewDocument| session.file_document(new, &mut quietly).expect("filed");
    let plain = || paper("Plain", marked("RESTREINT", None), b"%PDF-1.7 plain");
    for nothing in [&b"\xef\xbb\xbf"[..], b" \r\n\t\n"] {
        let blank = NewDocument { source: Source::Bytes(nothing.to_vec()), ..plain() };
        assert_eq!(warned(&file(&mut rik, blank)), ["blank"], "{nothing:?}");
    }
}

#[test]
fn a_subject_whose_lines_end_otherwise_is_warned_of() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let file = |session: &mut Session, new: NewDocument| session.file_document(new, &mut quietly).expect("filed");
    let plain = || paper("Plain", marked("RESTREINT", None), b"%PDF-1.7 plain");
    let ends = |subject: &str| NewDocument {
        subject: subject.to_owned(),
        source: Source::Bytes(format!("%PDF-{subject:?}").into_bytes()),
        ..plain()
    };
    for other in ["first\r\nsecond", "first\rsecond"] {
        let filed = file(&mut rik, ends(other));
        assert_eq!(warned(&filed), ["line_ends"], "{other:?}");
        assert_eq!(rik.document(&filed.id).expect("seen").subject, "first\nsecond");
    }
    assert_eq!(warned(&file(&mut rik, ends("first\nsecond"))), [""; 0]);
}

#[test]
fn a_drawing_that_is_shown_as_its_source_is_warned_of_before_and_when_it_is_filed() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let svg = b"<svg xmlns='x'><text>a</text></svg>";
    let drawing = paper("Drawing", marked("RESTREINT", None), svg);
    let drawing = rik.file_document(drawing, &mut quietly).expect("filed");
    assert_eq!(warned(&drawing), ["as_source"], "a drawing that nobody sees");
    assert_eq!(drawing.warnings[0].params["form"], "SVG");
    assert_eq!(rik.document(&drawing.id).expect("seen").media_type, "text/plain");
    let source = Source::Bytes(b"<!doctype html>words".to_vec());
    let version = NewVersion { source, file_name: Some(b"a.html".to_vec()), why: "laid out".to_owned() };
    let version = rik.file_version(&drawing.id, &version, &mut |_| Flow::Continue).expect("filed");
    assert_eq!(version.warnings[0].code, "as_source");
    assert_eq!(version.warnings[0].params["form"], "HTML");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.svg"), svg).expect("a file");
    let picked = pick(&[folder.path().join("a.svg")], Folders::LeftOut, 9);
    assert_eq!(picked.files[0].look().warnings[0].code, "as_source");
}

#[test]
fn what_is_there_already_is_known_before_it_is_filed_to_those_who_may_see_it() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let content = b"%PDF-1.7 once";
    let print = |content: &[u8]| {
        content_of(&Source::Bytes(content.to_vec()), &mut || Flow::Continue).expect("bytes can be read")
    };
    assert_eq!(rik.filed_as(&print(content)).expect("rik asks whether it was filed"), None);
    let first = rik.file_document(paper("Once", marked("SECRET", None), content), &mut quietly).expect("filed");
    rik.file_document(paper("Again", marked("SECRET", None), content), &mut quietly).expect("rik files the document");
    assert_eq!(rik.filed_as(&print(content)).expect("looked up"), Some(first.reference), "the first that was filed");
    assert_eq!(rik.filed_as(&print(b"%PDF-1.7 twice")).expect("rik asks whether it was filed"), None);
    assert!(rik.sizes().expect("rik sees the sizes").contains(&(content.len() as u64)));
    assert_eq!(
        house.unlock("carl").filed_as(&print(content)).expect("looked up"),
        None,
        "who may see neither learns nothing"
    );
    let stopped = content_of(&Source::Bytes(content.to_vec()), &mut || Flow::Stop);
    assert_eq!(stopped.expect_err("it was stopped").code(), "cancelled");
}

#[test]
fn a_marking_that_locks_out_the_officer_who_gives_it_is_warned_of_before_and_after() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let others = marked("SECRET", Some(&["NLD"]));
    let advice = rik.advise_filing(Some(&dossier("D-1")), Some(&others), "", &[], &[]).expect("rik asks for advice");
    assert_eq!(advice.warnings.iter().map(|w| w.code.as_str()).collect::<Vec<_>>(), ["filer_excluded"]);
    let both = marked("SECRET", Some(&["BEL", "NLD"]));
    assert!(rik.advise_filing(Some(&dossier("D-1")), Some(&both), "", &[], &[]).expect("advised").warnings.is_empty());
    let filed = file(&mut rik, "Theirs", others);
    assert_eq!(warned(&filed), ["filer_excluded"]);
    assert_eq!(filed.warnings[0].params["nation"], "BEL");
    assert_eq!(try_read(&mut rik, &filed.id).expect_err("rik's opening is refused").exit(), ExitClass::Denied);
}

#[test]
fn titles_and_subjects_are_kept_as_they_were_typed() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    let new = NewDocument {
        title: "می\u{200c}خواهم 👨\u{200d}👩\u{200d}👧  ".to_owned(),
        subject: "first\n- second".to_owned(),
        ..paper("x", marked("SECRET", None), b"x")
    };
    let filed = rik.file_document(new, &mut quietly).expect("rik files the document");
    let view = rik.document(&filed.id).expect("rik sees the document");
    assert_eq!(
        (view.row.title.as_str(), view.subject.as_str()),
        ("می\u{200c}خواهم 👨\u{200d}👩\u{200d}👧  ", "first\n- second")
    );
    let turned = paper("invoice\u{202e}fdp.exe", marked("SECRET", None), b"x");
    let error = rik.file_document(turned, &mut quietly).expect_err("rik's filing is refused");
    assert_eq!((error.code(), error.exit()), ("character", ExitClass::Refused));
}

#[test]
fn days_that_no_document_and_no_term_has_are_refused() {
    let house = House::furnished();
    let mut rik = house.unlock("rik");
    for day in [date(0, 1, 1), date(1829, 12, 31), date(2027, 1, 1), date(2099, 1, 1), date(9999, 12, 31)] {
        let new = |date, finalised| NewDocument { date, finalised, ..paper("x", marked("SECRET", None), b"x") };
        let right = date(2026, 11, 20);
        for new in [new(day, None), new(right, Some(day))] {
            let error = rik.file_document(new, &mut quietly).expect_err("rik's filing is refused");
            assert_eq!((error.code(), error.exit()), ("implausible_date", ExitClass::Refused), "{day}");
        }
    }
    // A document may bear the day on which it will be sent; that it was made final lies behind.
    let today = house.clock.now().date_naive();
    let ahead = |days| today + chrono::Days::new(days);
    let new = |day, finalised| NewDocument {
        date: day,
        finalised: Some(finalised),
        ..paper("Of a day to come", marked("SECRET", None), b"x")
    };
    let error = rik.file_document(new(ahead(20), ahead(2)), &mut quietly).expect_err("rik's filing is refused");
    assert_eq!((error.code(), error.params()[0].1.as_str()), ("implausible_date", "finalised"));
    for (day, finalised) in [(20, 20), (0, 1)] {
        rik.file_document(new(ahead(day), ahead(finalised)), &mut quietly).expect("rik files the document");
    }
    let old = NewDocument { date: date(1831, 7, 21), ..paper("Old", marked("SECRET", None), b"x") };
    rik.file_document(old, &mut quietly).expect("rik files the document");
    let mut ada = house.unlock("ada");
    let brief = |date| RecordBriefing { officer: id("bea"), policy: "BEL".into(), level: "SECRET".into(), date };
    for day in [date(1, 1, 1), date(1899, 1, 1), date(1950, 1, 1), date(1976, 11, 1), date(2126, 1, 1), ahead(2)] {
        assert_eq!(ada.record_briefing(brief(day)).expect_err("refused").code(), "implausible_date", "{day}");
        let member = ada.add_member(&dossier("D-1"), &id("sam"), Some(date(9999, 12, 31)), "x");
        assert_eq!(member.expect_err("the day is refused").code(), "implausible_date");
    }
    ada.record_briefing(brief(date(1999, 5, 4))).expect("ada records the briefing");
    let approval = RecordApproval {
        authority: "ANS".into(),
        reference: "R".into(),
        ceiling: Level::Secret,
        until: date(9999, 12, 31),
    };
    assert_eq!(ada.record_approval(approval).expect_err("refused").code(), "implausible_date");
}
