//! Documents are found by the text inside them by those who may see them, and by nobody else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use vault::*;

use super::house::*;
use super::kill;

/// Takes what is text for it.
pub struct Plain;

impl TextReader for Plain {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        let mut bytes = Vec::new();
        file.document.read_to_end(&mut bytes).map_err(|_| TextLack::Damaged)?;
        match (file.media_type, String::from_utf8(bytes)) {
            ("text/plain", Ok(text)) => {
                let cut = text.len() > file.most;
                let scanned = text.starts_with("scan: ");
                let recognised = if scanned { vec!["fr".to_owned(), "nl".to_owned()] } else { Vec::new() };
                Ok(FoundText { text, cut, recognised, unrecognised: Vec::new() })
            }
            _ => Err(TextLack::Kind),
        }
    }
}

/// An officer whose program reads the text inside what he files.
fn reading(house: &House, officer: &str) -> Session {
    house.open().with_text_reader(Arc::new(Plain)).unlock(&id(officer), &phrase()).expect("the officer unlocks")
}

fn with_text(title: &str, level: &str, text: &str) -> NewDocument {
    NewDocument { originator: String::new(), ..paper(title, marked(level, None), text.as_bytes()) }
}

const CONVOY: &str = "Betreft het konvooi. De vergaderingen werden uitgesteld tot maandag.";

fn filed(house: &House, new: NewDocument) -> FilingResult {
    reading(house, "rik").file_document(new, &mut quietly).expect("rik files the document")
}

fn asked(query: &str) -> DocumentFilter {
    DocumentFilter { query: Some(query.to_owned()), inside: true, ..DocumentFilter::default() }
}

/// What is found, with the word at which it was.
fn found(session: &mut Session, query: &str) -> Vec<(String, Option<String>)> {
    let page = session.list(&asked(query)).expect("listed");
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.into_iter().map(|row| (row.title, row.hit.map(|hit| hit.found))).collect()
}

fn hit(title: &str, word: &str) -> Vec<(String, Option<String>)> {
    vec![(title.to_owned(), Some(word.to_owned()))]
}

fn not_searched(session: &mut Session) -> Vec<(String, u64)> {
    let counts = session.not_searched(&DocumentFilter::default()).expect("counted");
    counts.into_iter().map(|one| (one.why, one.documents)).collect()
}

/// The texts that lie next to objects.
fn texts(house: &House) -> Vec<PathBuf> {
    let mut texts = objects(&house.dir);
    texts.retain(|path| path.extension().is_some_and(|ending| ending == "text"));
    texts
}

/// Every text lies next to an object, and `doctor` finds nothing.
fn is_whole(house: &House, session: &mut Session) {
    for text in texts(house) {
        assert!(text.with_extension("age").exists(), "{}", text.display());
    }
    let checkup = house.open().doctor(Some(session));
    // The folder of a test is open to others.
    let findings = checkup.findings.iter().filter(|one| one.what.code != "open_to_others");
    let of_objects: Vec<_> = findings.filter(|one| one.name.contains("objects")).collect();
    assert!(of_objects.is_empty(), "{of_objects:?}");
}

/// The files below a folder in which a word stands.
fn saying(dir: &Path, word: &str) -> Vec<PathBuf> {
    let mut saying = Vec::new();
    for entry in fs::read_dir(dir).expect("the folder is listed") {
        let path = entry.expect("the entry of the folder is read").path();
        if path.is_dir() {
            saying.extend(self::saying(&path, word));
            continue;
        }
        let bytes = fs::read(&path).expect("the file is read").to_ascii_lowercase();
        if bytes.windows(word.len()).any(|some| some == word.as_bytes()) {
            saying.push(path);
        }
    }
    saying
}

fn entries(house: &House) -> u64 {
    house.open().verify().expect("the log is whole").entries
}

#[test]
fn that_a_text_was_read_by_ocr_is_said_in_the_languages_and_goes_along() {
    let house = super::reclassify::house();
    let filed = filed(&house, with_text("Paper", "SECRET", "scan: Betreft het konvooi."));
    let by_ocr = TextView { is: "whole".to_owned(), why: None, recognised: vec!["fr".to_owned(), "nl".to_owned()] };
    assert_eq!(filed.text, by_ocr);
    let said =
        filed.warnings.iter().find(|warning| warning.code == "recognised").expect("it is told where it is filed");
    assert_eq!(said.params["languages"], "FR, NL");
    let mut bea = house.unlock("bea");
    assert_eq!(found(&mut bea, "konvooi"), hit("Paper", "konvooi"));
    assert_eq!(bea.document(&filed.id).expect("seen").text, by_ocr, "and to anyone who reads its sheet");
    let mut rik = house.unlock("rik");
    rik.reclassify(&filed.id, &super::reclassify::to("CONFIDENTIEL")).expect("rik changes the marking");
    assert_eq!(house.unlock("bea").document(&filed.id).expect("seen").text, by_ocr);
}

#[test]
fn a_document_is_found_by_its_text_by_those_who_may_see_it_and_nothing_is_recorded() {
    let house = super::reclassify::house();
    let document = filed(&house, with_text("Paper", "SECRET", CONVOY));
    assert_eq!(document.text, TextView { is: "whole".to_owned(), why: None, recognised: Vec::new() });
    let low = filed(&house, with_text("Low", "CONFIDENTIEL", "Le convoi part à six heures, après la décision."));
    let mut bea = house.unlock("bea");
    let before = entries(&house);
    assert_eq!(found(&mut bea, "vergadering"), hit("Paper", "vergaderingen"));
    assert_eq!(found(&mut bea, "decisions"), hit("Low", "décision"));
    assert_eq!(found(&mut bea, "\"uitgesteld tot\""), hit("Paper", "uitgesteld tot"));
    assert_eq!(found(&mut bea, "Paper"), [], "its title is not in it");
    assert_eq!(found(&mut bea, "—"), []);
    assert_eq!(not_searched(&mut bea), []);
    assert_eq!(entries(&house), before, "nothing was opened");
    let sentence = bea.list(&asked("maandag")).expect("listed").rows.remove(0).hit.expect("it was found");
    assert_eq!((sentence.before.as_str(), sentence.after.as_str()), ("De vergaderingen werden uitgesteld tot ", "."));
    // Of what one may not see nothing is found, counted or waited for.
    let mut cleo = house.unlock("cleo");
    assert_eq!(found(&mut cleo, "vergadering"), []);
    assert_eq!(found(&mut cleo, "convoi"), hit("Low", "convoi"));
    assert_eq!(not_searched(&mut cleo), []);
    let filter = DocumentFilter { level: Some(Level::Secret), ..asked("convoi") };
    assert_eq!(bea.list(&filter).expect("listed").total, 0, "a list is limited as elsewhere");
    // Nobody but an officer with the key has the words: no file of the vault, the indexes among them, says them.
    assert_eq!(texts(&house).len(), 2);
    for words in ["konvooi", "vergadering", "convoi"] {
        assert_eq!(saying(&house.dir, words), [] as [PathBuf; 0], "{words}");
    }
    for id in [&document.id, &low.id] {
        assert_eq!(bea.document(id).expect("bea sees the document").text.is, "whole");
    }
    is_whole(&house, &mut bea);
}

#[test]
fn a_document_of_which_the_text_is_not_there_is_filed_and_said() {
    let house = House::furnished();
    let scan = filed(&house, with_text("Scan", "SECRET", " \n\u{c}— "));
    let odd = filed(
        &house,
        NewDocument { source: Source::Bytes(b"\x89PNG\r\n\x1a\n odd".to_vec()), ..with_text("Odd", "SECRET", "") },
    );
    let long = filed(&house, with_text("Long", "SECRET", &format!("konvooi {}", "woord ".repeat(800_000))));
    let unread = file(&mut house.unlock("rik"), "Unread", marked("SECRET", None));
    let is = |is: &str, why: &str| TextView { is: is.to_owned(), why: Some(why.to_owned()), recognised: Vec::new() };
    assert_eq!(scan.text, is("none", "picture"));
    assert_eq!(odd.text, is("none", "kind"));
    assert_eq!(long.text, is("partial", "long"));
    assert_eq!(unread.text, is("none", "unread"));
    let mut bea = house.unlock("bea");
    assert_eq!(found(&mut bea, "konvooi"), hit("Long", "konvooi"));
    let one = |why: &str| (why.to_owned(), 1);
    assert_eq!(not_searched(&mut bea), [one("picture"), one("kind"), one("long"), one("unread")]);
    assert_eq!(bea.document(&scan.id).expect("bea sees the document").text, scan.text);
    assert_eq!(bea.document(&unread.id).expect("bea sees the document").text, unread.text);
    let nobody = DocumentFilter { originator: Some("nobody of this name".to_owned()), ..DocumentFilter::default() };
    assert_eq!(bea.not_searched(&nobody).expect("counted"), [], "of what was asked for");
    is_whole(&house, &mut bea);
}

#[test]
fn what_two_open_has_no_text_next_to_it() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    for officer in ["rik", "bea"] {
        grant(&mut ada, officer, "BEL", "SECRET", &[("Handling", "DUAL")]).expect("ada grants the clearance");
    }
    let marking = marked_with("SECRET", None, &[("Handling", "DUAL")]);
    let tandem = filed(&house, NewDocument { marking, ..with_text("Tandem", "SECRET", CONVOY) });
    assert_eq!(tandem.text, TextView { is: "none".to_owned(), why: Some("by-two".to_owned()), recognised: Vec::new() });
    assert_eq!(texts(&house), [] as [PathBuf; 0]);
    for officer in ["rik", "bea"] {
        let mut session = house.unlock(officer);
        assert_eq!(found(&mut session, "konvooi"), []);
        assert_eq!(not_searched(&mut session), [("by-two".to_owned(), 1)]);
    }
}

#[test]
fn who_loses_the_right_finds_nothing_more_and_those_who_keep_it_do() {
    let house = House::furnished();
    filed(&house, with_text("Paper", "SECRET", CONVOY));
    let mut bea = house.unlock("bea");
    assert_eq!(found(&mut bea, "konvooi"), hit("Paper", "konvooi"));
    house.unlock("sam").suspend_clearance(&id("bea"), "BEL", "inquiry").expect("sam suspends bea's clearance");
    // The session that is open, and one that begins afterwards.
    for session in [&mut bea, &mut house.unlock("bea")] {
        assert_eq!(found(session, "konvooi"), []);
        assert_eq!(not_searched(session), []);
    }
    // A key that is new opens the text as it does the object, also for an officer who reads it for the first time.
    drop(house.unlock("rik"));
    let mut rosa = house.unlock("rosa");
    assert_eq!(found(&mut rosa, "konvooi"), hit("Paper", "konvooi"));
    house.unlock("sam").reinstate_clearance(&id("bea"), "BEL", "cleared up").expect("sam reinstates bea's clearance");
    drop(house.unlock("rik"));
    assert_eq!(found(&mut house.unlock("bea"), "konvooi"), hit("Paper", "konvooi"), "who has it again finds it again");
    // An officer who is frozen neither finds nor reads anything, in the session that is open.
    house.unlock("sam").freeze_officer(&id("rosa"), "lost laptop").expect("sam freezes rosa");
    rosa.list(&asked("konvooi")).expect_err("rosa is frozen");
}

#[test]
fn a_document_that_was_withdrawn_is_found_by_its_text_by_nobody() {
    let house = House::furnished();
    let document = filed(&house, with_text("Paper", "SECRET", CONVOY));
    let mut bea = house.unlock("bea");
    let withdrawn = |query| DocumentFilter { withdrawn: true, ..asked(query) };
    assert_eq!(found(&mut bea, "konvooi"), hit("Paper", "konvooi"));
    house.unlock("rik").withdraw_document(&document.id, "of another service").expect("rik withdraws it");
    // Who had its words, and who reads the log from the start.
    for session in [&mut bea, &mut house.unlock("rosa")] {
        session.read_texts(&mut |_, _| Flow::Continue).expect("what waits is read");
        for filter in [asked("konvooi"), withdrawn("konvooi")] {
            assert_eq!(session.list(&filter).expect("listed").total, 0);
        }
        let said: Vec<(String, u64)> = session
            .not_searched(&withdrawn("konvooi"))
            .expect("counted")
            .into_iter()
            .map(|lack| (lack.why, lack.documents))
            .collect();
        assert_eq!(said, [("withdrawn".to_owned(), 1)]);
        let text = session.document(&document.id).expect("it is shown").text;
        assert_eq!((text.is.as_str(), text.why.as_deref()), ("none", Some("withdrawn")));
        let by_title = DocumentFilter { inside: false, ..withdrawn("paper") };
        let row = session.list(&by_title).expect("listed").rows.remove(0);
        assert!(row.hit.is_none(), "no sentence of it is shown");
    }
}

#[test]
fn the_text_goes_where_its_document_goes() {
    let house = super::reclassify::house();
    let document = filed(&house, with_text("Paper", "SECRET", CONVOY));
    let before = texts(&house);
    let mut rik = house.unlock("rik");
    rik.reclassify(&document.id, &super::reclassify::to("CONFIDENTIEL")).expect("rik changes the marking");
    assert!(texts(&house).len() == 1 && texts(&house) != before, "the old one is gone");
    for officer in ["rik", "bea", "cleo"] {
        assert_eq!(found(&mut house.unlock(officer), "konvooi"), hit("Paper", "konvooi"), "{officer}");
    }
    // Raised again: who read it meanwhile finds it no more.
    rik.reclassify(&document.id, &super::reclassify::to("SECRET")).expect("rik changes the marking");
    assert_eq!(found(&mut house.unlock("cleo"), "konvooi"), []);
    assert_eq!(found(&mut house.unlock("bea"), "konvooi"), hit("Paper", "konvooi"));
    // Sealed again, under another file key.
    let before = texts(&house);
    rik.rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue).expect("sealed anew");
    assert!(texts(&house).len() == 1 && texts(&house) != before);
    let mut bea = house.unlock_without_index("bea");
    assert_eq!(found(&mut bea, "konvooi"), hit("Paper", "konvooi"));
    // What is written of it is put right: it is found as it was, and by its new name.
    let right = Correction { title: Some("Other".to_owned()), why: "a slip".to_owned(), ..Correction::default() };
    rik.correct(&document.id, &right).expect("rik puts it right");
    assert_eq!(found(&mut bea, "konvooi"), hit("Other", "konvooi"));
    is_whole(&house, &mut bea);
}

#[test]
fn a_text_that_was_altered_or_exchanged_is_not_searched_and_said_to_be_lost() {
    let house = House::furnished();
    let one = filed(&house, with_text("One", "SECRET", CONVOY));
    let two = filed(&house, with_text("Two", "SECRET", "Het konvooi is al vertrokken."));
    let place = |filed: &FilingResult| house.path(&format!("objects/{}/{}.text", &filed.id.as_str()[..2], filed.id));
    let whole = fs::read(place(&one)).expect("the file is read");
    let mut altered = whole.clone();
    altered[40] ^= 1;
    let other = fs::read(place(&two)).expect("the file is read");
    for bytes in [Some(altered), Some(other), Some(Vec::new()), None] {
        let house = house.copy();
        let place = house.path(&format!("objects/{}/{}.text", &one.id.as_str()[..2], one.id));
        match &bytes {
            Some(bytes) => fs::write(&place, bytes).expect("the file is written"),
            None => fs::remove_file(&place).expect("the file is removed"),
        }
        let mut bea = house.unlock("bea");
        assert_eq!(found(&mut bea, "konvooi"), hit("Two", "konvooi"));
        let why = if bytes.is_some() { "altered" } else { "lost" };
        assert_eq!(not_searched(&mut bea), [(why.to_owned(), 1)]);
        assert_eq!(read(&mut bea, &one.id), CONVOY.as_bytes(), "the document is what it was");
    }
    // A text of nobody is found.
    fs::remove_file(place(&one).with_extension("age")).expect("the file is removed");
    let found = house.open().doctor(None).findings;
    assert!(found.iter().any(|one| one.what.code == "leftover" && one.name.ends_with(".text")), "{found:?}");
}

#[test]
fn texts_that_come_from_many_documents_are_read_to_the_end() {
    let house = House::furnished();
    let batch = (0..300).map(|n| with_text(&format!("Paper {n}"), "SECRET", &format!("konvooi nummer{n}"))).collect();
    reading(&house, "rik").file_documents(batch, &mut quietly).expect("rik files the documents");
    let mut bea = house.unlock("bea");
    let first = bea.list(&asked("konvooi")).expect("listed").total;
    let waits: u64 = not_searched(&mut bea).iter().map(|(_, count)| count).sum();
    assert!(first > 0 && first + waits == 300, "what is not there yet is said: {first} and {waits}");
    let mut told = Vec::new();
    bea.read_texts(&mut |done, total| {
        told.push((done, total));
        Flow::Continue
    })
    .expect("the texts are read");
    assert_eq!(bea.list(&asked("konvooi")).expect("listed").total, 300);
    assert_eq!((not_searched(&mut bea), told.last().copied()), (Vec::new(), Some((waits, waits))));
    assert_eq!(found(&mut bea, "nummer217"), hit("Paper 217", "nummer217"));
    bea.read_texts(&mut |_, _| panic!("nothing is left")).expect("the texts are read");
}

#[test]
fn a_process_that_dies_at_any_step_leaves_texts_next_to_documents_and_nowhere_else() {
    let house = House::furnished();
    let mut kept = 0;
    for (step, filed) in [("Writing", 0), ("Sealed", 0), ("Placed", 0), ("Recorded", 4), ("", 4)] {
        let mut process: Child = kill::reading(&house, "rik", step);
        assert_eq!(process.wait().expect("the program ends").success(), step.is_empty(), "{step}");
        kept += filed;
        let mut rik = house.unlock("rik");
        assert_eq!(found(&mut rik, "konvooi").len(), kept, "{step}");
        assert_eq!((texts(&house).len(), objects(&house.dir).len()), (kept, 2 * kept), "{step}");
        assert_eq!(not_searched(&mut rik), []);
        is_whole(&house, &mut rik);
    }
}

#[test]
fn a_filing_fails_where_its_text_cannot_be_written_and_leaves_nothing() {
    let house = House::furnished();
    for step in [Step::Writing, Step::Sealed, Step::Placed] {
        let fails = move |at| match at {
            FaultAt::Writing(at) if at == step => Err(std::io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        };
        let vault = house.open().with_text_reader(Arc::new(Plain)).danger_with_faults(fails);
        let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
        rik.file_document(with_text("Paper", "SECRET", CONVOY), &mut quietly).expect_err("the disk is full");
        assert_eq!(objects(&house.dir), [] as [PathBuf; 0], "{step:?}");
    }
}

/// A reader that is there and does not answer.
struct Silent;

impl TextReader for Silent {
    fn read(&self, _: FileToRead<'_>) -> Result<FoundText, TextLack> {
        Err(text_lack("view_no_answer"))
    }
}

/// One on a workstation where LibreOffice stands so.
struct Beside(OtherProgram);

impl TextReader for Beside {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        Plain.read(file)
    }

    fn other_programs(&self) -> OtherPrograms {
        OtherPrograms { office: self.0, ..OtherPrograms::default() }
    }
}

#[test]
fn of_an_office_file_it_is_said_whether_more_than_its_text_is_shown_here() {
    let house = House::furnished();
    for is in [OtherProgram::Confined, OtherProgram::NotConfined, OtherProgram::NotInstalled] {
        let vault = house.open().with_text_reader(Arc::new(Beside(is)));
        let mut rik = vault.unlock(&id("rik"), &phrase()).expect("rik unlocks");
        let rich = format!("{{\\rtf1 {}}}", is.as_str());
        let filed = rik.file_document(paper("Rich", marked("RESTREINT", None), rich.as_bytes()), &mut quietly);
        let filed = filed.expect("it is filed");
        let alone = filed.warnings.iter().find(|warning| warning.code == "text_alone").expect("it is told");
        assert_eq!(alone.params.get("form").map(String::as_str), Some(is.as_str()));
        assert_eq!(vault.doctor(None).programs.office, is, "and whoever looks the vault over is told as well");
    }
}

#[test]
fn what_nothing_looked_at_is_said_at_filing_and_can_be_read_later_as_a_version() {
    let house = House::furnished();
    let silent = |house: &House| {
        let vault = house.open().with_text_reader(Arc::new(Silent));
        vault.unlock(&id("rik"), &phrase()).expect("rik unlocks")
    };
    let new = || with_text("Konvooi", "SECRET", CONVOY);
    let filed = silent(&house).file_document(new(), &mut quietly).expect("it is filed all the same");
    assert!(filed.warnings.iter().any(|warning| warning.code == "not_read"), "{:?}", filed.warnings);
    assert_eq!(filed.text.why.as_deref(), Some("unread"), "and never that it is damaged");
    let again = || NewVersion {
        source: Source::Bytes(CONVOY.as_bytes().to_vec()),
        file_name: Some(b"konvooi.txt".to_vec()),
        why: "its text is read now".to_owned(),
    };
    // Where nothing reads it either, it is what it was.
    let refused = silent(&house).file_version(&filed.id, &again(), &mut |_| Flow::Continue).expect_err("the same");
    assert!(matches!(refused, Error::State { what: "version", .. }), "{refused:?}");
    let mut rik = reading(&house, "rik");
    assert_eq!(found(&mut rik, "konvooi"), []);
    let read = rik.file_version(&filed.id, &again(), &mut |_| Flow::Continue).expect("it is read");
    assert_eq!((read.text.is.as_str(), read.version), ("whole", 2));
    rik.read_texts(&mut |_, _| Flow::Continue).expect("it comes into the index");
    assert_eq!(found(&mut rik, "konvooi").len(), 1);
    // Once it was read, the same file is nothing new.
    rik.file_version(&filed.id, &again(), &mut |_| Flow::Continue).expect_err("the same");
}

#[test]
fn a_text_that_was_lost_is_read_again_where_its_document_is_sealed_again() {
    let house = super::reclassify::house();
    let document = filed(&house, with_text("Paper", "SECRET", CONVOY));
    let lose = || texts(&house).into_iter().for_each(|text| fs::remove_file(text).expect("it is removed"));
    lose();
    // Where nobody reads texts, it stays lost.
    house.unlock("rik").rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue).expect("rik seals it anew");
    assert_eq!(house.unlock("rik").text_lost(&document.id), Some(TextLack::Lost));
    let mut rik = reading(&house, "rik");
    rik.rekey_deep(&RekeyScope::Held, &mut |_, _| Flow::Continue).expect("rik seals it anew");
    assert_eq!((rik.text_lost(&document.id), texts(&house).len()), (None, 1));
    // Or the same file is filed once more.
    lose();
    let same = || NewVersion {
        source: Source::Bytes(CONVOY.as_bytes().to_vec()),
        file_name: None,
        why: "its text".to_owned(),
    };
    rik.file_version(&document.id, &same(), &mut |_| Flow::Continue).expect("rik files it again");
    assert_eq!(rik.text_lost(&document.id), None);
    let refused = rik.file_version(&document.id, &same(), &mut |_| Flow::Continue).expect_err("now it is what it was");
    assert!(matches!(&refused, Error::State { status, .. } if status == "same-bytes"), "{refused:?}");
}

/// Reads until nobody waits for it any more; what is short, at once.
struct Slow;

impl TextReader for Slow {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        if file.size < 100 {
            return Plain.read(file);
        }
        let begun = Instant::now();
        while !file.stop.load(Ordering::SeqCst) && begun.elapsed() < Duration::from_secs(30) {
            thread::sleep(Duration::from_millis(10));
        }
        Err(text_lack("cancelled"))
    }
}

#[test]
fn a_filing_that_is_stopped_waits_for_no_text_and_nothing_is_half_filed() {
    let house = House::furnished();
    let slowly = || house.open().with_text_reader(Arc::new(Slow)).unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let long = "een konvooi ".repeat(20);
    let new = |text: &str| with_text("Konvooi", "SECRET", text);
    let mut rik = slowly();
    let documents = |rik: &mut Session| rik.list(&DocumentFilter::default()).expect("a list").rows.len();
    // As a signal comes: while a text is read.
    let begun = Instant::now();
    let after_a_second = |_: Progress| match begun.elapsed() > Duration::from_secs(1) {
        true => Flow::Stop,
        false => Flow::Continue,
    };
    let stopped = rik.file_document(new(&long), &mut { after_a_second }).expect_err("it is stopped");
    assert!(matches!(stopped, Error::Cancelled), "{stopped:?}");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(documents(&mut rik), 0);
    // What comes before it is in, as where somebody stops between two. Eight at most are read at once.
    let many = (0..8).map(|n| new(&format!("kort {n}"))).chain([new(&long)]).collect();
    let begun = Instant::now();
    let failed = rik
        .file_documents(many, &mut |_| {
            if begun.elapsed() > Duration::from_secs(3) { Flow::Stop } else { Flow::Continue }
        })
        .expect_err("it is stopped");
    assert!(matches!(failed.error, Error::Cancelled), "{failed:?}");
    assert!(begun.elapsed() < Duration::from_secs(25), "{:?}", begun.elapsed());
    assert_eq!(documents(&mut rik), failed.filed.len());
    // All or none.
    let many = vec![new("kort a"), new(&long)];
    let begun = Instant::now();
    let stop = |_: Progress| if begun.elapsed() > Duration::from_secs(1) { Flow::Stop } else { Flow::Continue };
    let stopped = rik.file_documents_together(many, &mut { stop }).expect_err("it is stopped");
    assert!(matches!(stopped.error, Error::Cancelled) && stopped.filed.is_empty(), "{stopped:?}");
    assert_eq!(documents(&mut rik), failed.filed.len());
    // A version is as little half filed.
    let first = rik.file_document(new("kort"), &mut quietly).expect("it is filed");
    let begun = Instant::now();
    let version = NewVersion { source: Source::Bytes(long.into_bytes()), file_name: None, why: "longer".to_owned() };
    let stop = |_: u64| if begun.elapsed() > Duration::from_secs(1) { Flow::Stop } else { Flow::Continue };
    let stopped = rik.file_version(&first.id, &version, &mut { stop }).expect_err("it is stopped");
    assert!(matches!(stopped, Error::Cancelled), "{stopped:?}");
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(rik.document(&first.id).expect("it is there").version, 1);
}

/// Of a scan in which OCR did not come to the end.
struct InPart;

impl TextReader for InPart {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        let found = Plain.read(file)?;
        Ok(FoundText { cut: true, unrecognised: vec![3, 7, 8, 9, 12], ..found })
    }
}

#[test]
fn pages_that_ocr_left_out_are_named_when_a_document_or_a_version_is_filed() {
    let house = House::furnished();
    let mut rik = house.open().with_text_reader(Arc::new(InPart)).unlock(&id("rik"), &phrase()).expect("rik unlocks");
    let filed = rik.file_document(with_text("Konvooi", "SECRET", CONVOY), &mut quietly).expect("it is filed");
    let pages = |warnings: &[vault::Reason]| {
        let told = warnings.iter().find(|warning| warning.code == "unrecognised").expect("it is told");
        told.params.get("pages").cloned()
    };
    assert_eq!(pages(&filed.warnings).as_deref(), Some("3, 7–9, 12"));
    assert_eq!((filed.text.is.as_str(), filed.text.why.as_deref()), ("partial", Some("long")));
    let version = NewVersion {
        source: Source::Bytes(b"een ander konvooi".to_vec()),
        file_name: None,
        why: "another scan".to_owned(),
    };
    let version = rik.file_version(&filed.id, &version, &mut |_| Flow::Continue).expect("it is filed");
    assert_eq!(pages(&version.warnings).as_deref(), Some("3, 7–9, 12"));
}
