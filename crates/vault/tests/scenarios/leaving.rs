//! What leaves with a package: what was entered, and as long as its warrant stands.

use serde_json::json;
use vault::*;

use super::forged::caught;
use super::hostile::{Forgery, Hostile};
use super::house::*;
use super::releases::{approved, partner, remark};

/// A document of a release, read to its end. What it is named by outside is the SHA-256 of that.
pub fn leaves(warrant: &Warrant, document: &DocumentId) -> Vec<u8> {
    let mut from = warrant.open(document).expect("the package has the document");
    let (mut bytes, mut piece) = (Vec::new(), [0; 7]);
    let left = loop {
        match from.read(&mut piece).expect("the document is read") {
            Passed::Bytes(read) => bytes.extend_from_slice(&piece[..read]),
            Passed::End(left) => break left,
        }
    };
    assert_eq!(left.sha256, seal::sha256(&bytes));
    assert_eq!(warrant.open(document).and_then(Leaving::to_end).expect("it is read again"), left);
    bytes
}

/// An officer who may read a document may seal it again, and could seal something else: of the same length, in its class, under the name
/// that the log has for it from then on.
#[test]
fn what_leaves_is_what_was_entered_to_the_byte() {
    let house = House::furnished();
    let (release, document) = approved(&house, "SECRET");
    let bytes = read(&mut house.unlock("rik"), &document.id);
    let mut bea = Hostile::new(&house, "bea");
    let class = bea.identity_of(&format!("class {} epoch 1", document.class)).expect("bea holds the key");
    let resealed = |bea: &mut Hostile, content: &[u8]| {
        bea.read();
        let key = seal::ObjectKey::generate();
        let path = house.path(&format!("objects/{}/{}.age", &key.id()[..2], key.id()));
        std::fs::create_dir_all(path.parent().expect("the path has a folder")).expect("the folder is made");
        let into = std::fs::File::create_new(&path).expect("the file is made");
        seal::seal_file(&key, class.recipient(), &mut &*content, &into, &mut |_| Flow::Continue).expect("sealed");
        bea.append(Forgery::of(json!({
            "event": "resealed", "earlier": [], "document": document.id.as_str(), "epoch": 1, "object": key.id(),
        })));
    };
    let mut other = bytes.clone();
    *other.last_mut().expect("it is not empty") ^= 1;
    resealed(&mut bea, &other);
    let mut rosa = house.unlock("rosa");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    let mut from = warrant.open(&document.id).expect("it opens: it is sealed for the class");
    let mut piece = vec![0; other.len()];
    assert!(matches!(from.read(&mut piece), Ok(Passed::Bytes(read)) if read == other.len()));
    let altered = from.read(&mut piece).expect_err("its end is not told");
    assert_eq!((altered.code(), altered.exit()), ("object_altered", ExitClass::Integrity));
    let altered = warrant.open(&document.id).and_then(Leaving::to_end).expect_err("it is not named");
    assert_eq!(altered.code(), "object_altered");
    // What was entered, sealed again in the same way, leaves.
    resealed(&mut bea, &bytes);
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    assert_eq!(leaves(&warrant, &document.id), bytes);
}

/// Two sessions: one holds the warrant, the other gives the document another marking before it is opened.
#[test]
fn a_warrant_does_not_stand_once_a_document_of_it_was_marked_otherwise() {
    let house = House::furnished();
    let (release, document) = approved(&house, "SECRET");
    let mut rosa = house.unlock("rosa");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    rosa.release_stands(&warrant).expect("rosa sees that the release stands");
    remark(&house, &document.id, "CONFIDENTIEL", Some(&["BEL", "FRA"]));
    // What it named is gone; it is not taken for an object that somebody has removed.
    assert_eq!(warrant.open(&document.id).expect_err("it is not in the package").code(), "object_missing");
    assert_eq!(codes(&rosa.release_stands(&warrant).expect_err("rosa's release is refused")), ["marking_changed"]);
    house.open().verify().expect("the log is whole");
}

#[test]
fn a_warrant_does_not_stand_once_the_release_was_recalled() {
    let house = House::furnished();
    let (release, _) = approved(&house, "SECRET");
    let mut rosa = house.unlock("rosa");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    house.unlock("bea").recall_release(&release, "sent by mistake").expect("bea recalls the release");
    assert_eq!(rosa.release_stands(&warrant).expect_err("rosa's release is refused").code(), "state");
}

/// An officer with a program of his own cannot do it either.
#[test]
fn writing_what_was_marked_otherwise_since_is_forged() {
    let house = House::furnished();
    let (release, document) = approved(&house, "SECRET");
    let written = serde_json::json!({ "event": "release-written", "release": release });
    let honest = house.copy();
    Hostile::new(&honest, "rosa").append(Forgery::of(written.clone()));
    honest.unlock("bea");
    remark(&house, &document.id, "CONFIDENTIEL", Some(&["BEL", "FRA"]));
    Hostile::new(&house, "rosa").append(Forgery::of(written));
    let noticed = house.try_unlock("bea").map(drop).expect_err("bea is not let in");
    assert!(matches!(noticed, Error::Forged { rule: "released_without_right", .. }), "{noticed:?}");
}

/// Tells the other threads of a test that it is over, also when it fails.
struct Over<'a>(&'a std::sync::atomic::AtomicBool);

impl Drop for Over<'_> {
    fn drop(&mut self) {
        self.0.store(false, std::sync::atomic::Ordering::SeqCst);
    }
}

/// Readers and an officer who gives the document one marking after the other: a reader gets the document, by a
/// decision about the marking that it has, and never an integrity error.
#[test]
fn reading_while_the_marking_changes_is_decided_again() {
    let house = House::furnished();
    let own = NewDocument { originator: String::new(), ..paper("Shared", marked("SECRET", None), b"the bytes") };
    let document = house.unlock("rik").file_document(own, &mut quietly).expect("rik files the document").id;
    let reading = std::sync::atomic::AtomicBool::new(true);
    std::thread::scope(|scope| {
        let readers: Vec<_> = ["bea", "rosa"]
            .into_iter()
            .map(|officer| {
                let (house, document, reading) = (&house, &document, &reading);
                scope.spawn(move || {
                    let mut session = house.unlock(officer);
                    let mut times = 0;
                    while reading.load(std::sync::atomic::Ordering::SeqCst) {
                        match try_read(&mut session, document) {
                            Ok(bytes) => assert_eq!(bytes, b"the bytes"),
                            // Where a key is not delivered yet, or the other is always faster.
                            Err(Error::Busy) => {}
                            Err(error) => assert_eq!(codes(&error), ["key_not_delivered"], "{officer}: {error:?}"),
                        }
                        times += 1;
                    }
                    times
                })
            })
            .collect();
        // Also where it fails: nobody would wait for readers who never end.
        let over = Over(&reading);
        let mut rik = house.unlock("rik");
        for round in 0..12 {
            let level = if round % 2 == 0 { "CONFIDENTIEL" } else { "SECRET" };
            rik.reclassify(&document, &super::reclassify::to(level)).expect("rik changes the marking");
        }
        drop(over);
        for reader in readers {
            assert!(reader.join().expect("the thread does not panic") > 0);
        }
    });
    house.open().verify().expect("the log is whole");
}

/// Who is frozen for an inquiry has agreed to nothing that has not left yet.
#[test]
fn what_was_approved_by_somebody_who_was_frozen_since_is_not_written() {
    let house = House::furnished();
    let mut ada = house.unlock("ada");
    house.add(&mut ada, "remi", "BEL", &[Role::ReleaseAuthority, Role::Reader]);
    clear(&mut ada, "remi", "BEL", "SECRET");
    ada.add_member(&dossier("D-1"), &id("remi"), None, "exercise").expect("ada adds remi to the dossier");
    let partner = partner(&house, "DGSE", "FRA", Level::Secret);
    let filed = file(&mut house.unlock("rik"), "Shared", marked("SECRET", Some(&["BEL", "FRA"])));
    let ask = |officer: &str| {
        let documents = std::slice::from_ref(&filed.id);
        house.unlock(officer).request_release(&partner, documents, "exchange", &[]).expect("asked for").release
    };
    let (release, waiting) = (ask("bea"), ask("remi"));
    house.unlock("remi").approve_release(&release).expect("remi approves the release");
    let mut rosa = house.unlock("rosa");
    let warrant = rosa.release_permit(&release).expect("rosa is given the permit");
    ada.freeze_officer(&id("remi"), "inquiry").expect("ada freezes remi");
    assert_eq!(codes(&rosa.release_stands(&warrant).expect_err("rosa's release is refused")), ["not_approved"]);
    assert_eq!(codes(&rosa.release_permit(&release).expect_err("rosa's permit is refused")), ["not_approved"]);
    // Nor is anything approved that he asked for.
    let refused = rosa.approve_release(&waiting).expect_err("rosa's approval is refused");
    assert_eq!(codes(&refused), ["requester_not_in_charge"]);
    drop(rosa);
    let written = json!({ "event": "release-written", "release": release.as_str() });
    let late = |_: &mut Hostile| Forgery { epoch: 2, ..Forgery::of(written) };
    assert_eq!(caught(&house.copy(), "rosa", late), "released_without_right");
    let yes = json!({ "event": "answered", "request": waiting.as_str(), "answer": "yes" });
    let yes = |_: &mut Hostile| Forgery { epoch: 2, ..Forgery::of(yes) };
    assert_eq!(caught(&house, "rosa", yes), "requester_not_in_charge");
}
