//! The bucket behind copies on the workstation: the same objects, and fewer bytes from the server.
#![allow(clippy::indexing_slicing)]

use std::fs;
use std::io::Read as _;
use std::path::PathBuf;

use objects::{Brought, Cache, ObjectStore, Root};
use remote::S3Objects;
use seal::{Flow, Identity, ObjectId, ObjectKey, OpenError, ReadAt as _, SealedReader};
use tempfile::TempDir;
use testkit::{Chance, Cut, Proxy};

use crate::stage::Stage;

/// A sealed object in the bucket, and two ways to it: one through a proxy that counts, with copies; one without.
struct Shelf {
    stage: Stage,
    proxy: Proxy,
    here: TempDir,
    me: Identity,
    key: ObjectKey,
    plain: Vec<u8>,
}

impl Shelf {
    fn new(length: usize) -> Shelf {
        let stage = Stage::new();
        let proxy = Proxy::new(stage.servers.objects_port, 1).expect("a port");
        let here = tempfile::tempdir().expect("a folder can be made");
        let (me, key) = (Identity::generate(), ObjectKey::generate());
        let mut chance = Chance::new(7);
        let plain: Vec<u8> = (0..length).map(|_| chance.below(256) as u8).collect();
        let shelf = Shelf { stage, proxy, here, me, key, plain };
        // Whatever is free on the disk of the tests.
        shelf.cache().set_limit(Some(1 << 30)).expect("it is set");
        shelf.put();
        shelf
    }

    fn id(&self) -> ObjectId {
        self.key.object()
    }

    fn put(&self) {
        let sure = self.stage.objects();
        let _writing = sure.writing().expect("the right to write");
        let draft = sure.draft(&self.id()).expect("a draft");
        let mut plain = self.plain.as_slice();
        let to = self.me.recipient().clone();
        seal::seal_file(&self.key, &to, &mut plain, &*draft, &mut |_| Flow::Continue).expect("it is sealed");
        sure.put(&[self.id()]).expect("it is put");
    }

    fn cache(&self) -> Cache {
        Cache::new(Root::open(self.here.path()).expect("the folder is there"))
    }

    /// As another process of the same workstation has it.
    fn store(&self) -> S3Objects {
        self.stage.objects_at(self.proxy.port()).with_cache(self.cache())
    }

    fn read(&self, with: &Identity) -> Result<Vec<u8>, OpenError> {
        let object = self.store().open(&self.id()).expect("it can be opened").expect("it is there");
        let mut read = Vec::new();
        SealedReader::open(with, self.id().as_str(), object)?.copy_to(&mut read)?;
        Ok(read)
    }

    /// Bytes that came and went while this was done.
    fn carried<T>(&self, what: impl FnOnce() -> T) -> (T, u64) {
        let before = self.proxy.carried();
        let done = what();
        (done, self.proxy.carried() - before)
    }

    fn file(&self) -> PathBuf {
        let id = self.id().to_string();
        self.here.path().join("cache").join(&id[..2]).join(&id)
    }
}

/// What an opening costs without the object itself: two connections, and some questions.
const SMALL: u64 = 60_000;

#[test]
fn a_second_opening_fetches_the_head_alone() {
    let shelf = Shelf::new(9_000_000);
    let (first, bytes) = shelf.carried(|| shelf.read(&shelf.me));
    assert!(first.expect("it opens") == shelf.plain);
    assert!(bytes > 9_000_000, "{bytes}");
    let (second, bytes) = shelf.carried(|| shelf.read(&shelf.me));
    assert!(second.expect("it opens") == shelf.plain);
    assert!(bytes < SMALL, "{bytes}");
    // From any place in it.
    let object = shelf.store().open(&shelf.id()).expect("it can be opened").expect("it is there");
    let mut reader = SealedReader::open(&shelf.me, shelf.id().as_str(), object).expect("it opens");
    let mut some = [0; 1000];
    std::io::Seek::seek(&mut reader, std::io::SeekFrom::Start(5_000_000)).expect("it goes there");
    reader.read_exact(&mut some).expect("it is read");
    assert!(some == shelf.plain[5_000_000..5_001_000]);
}

#[test]
fn of_what_was_not_read_to_the_end_there_is_no_copy() {
    let shelf = Shelf::new(9_000_000);
    let object = shelf.store().open(&shelf.id()).expect("it can be opened").expect("it is there");
    let reader = SealedReader::open(&shelf.me, shelf.id().as_str(), object).expect("it opens");
    drop(reader);
    assert_eq!(shelf.cache().standing().expect("it is read").bytes, 0, "its beginning and its end alone");
    let object = shelf.store().open(&shelf.id()).expect("it can be opened").expect("it is there");
    let mut some = [0; 100_000];
    for block in 0..7 {
        assert!(object.read_at(&mut some, block << 20).expect("it is read") > 0);
    }
    drop(object);
    assert_eq!(shelf.cache().standing().expect("it is read").bytes, 0);
    // A line that breaks on the way leaves none either.
    shelf.proxy.arm(3_000_000, testkit::Fault::Cut);
    let object = shelf.store().open(&shelf.id()).expect("it can be opened").expect("it is there");
    shelf.proxy.set(Cut::AtOnce);
    let mut read = Vec::new();
    let opened = SealedReader::open(&shelf.me, shelf.id().as_str(), object);
    let broken = opened.and_then(|mut reader| reader.copy_to(&mut read)).expect_err("it broke");
    assert!(matches!(broken, OpenError::Read(_)), "{broken}");
    assert_eq!(shelf.cache().standing().expect("it is read").bytes, 0);
    shelf.proxy.set(Cut::Never);
    assert!(shelf.read(&shelf.me).expect("it opens") == shelf.plain);
    assert_eq!(shelf.cache().standing().expect("it is read").copies, 1);
}

#[test]
fn a_copy_that_was_altered_is_thrown_away_fetched_again_and_counted() {
    let shelf = Shelf::new(6_000_000);
    shelf.read(&shelf.me).expect("it opens");
    let sealed = fs::read(shelf.file()).expect("it is read");
    // In the middle, at its end, in what stands behind the head.
    for (count, at) in (1..).zip([3_000_000, sealed.len() - 100, 5_000]) {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        fs::write(shelf.file(), &altered).expect("it is written");
        assert!(shelf.read(&shelf.me).expect("it opens") == shelf.plain, "{at}: what the bucket has");
        assert_eq!(shelf.cache().altered(), count, "{at}");
        shelf.read(&shelf.me).expect("it opens");
        assert!(fs::read(shelf.file()).expect("there is one again") == sealed, "{at}");
    }
    // Read as a file is read, in small pieces.
    let mut altered = sealed.clone();
    altered[4_000_000] ^= 1;
    fs::write(shelf.file(), &altered).expect("it is written");
    let object = shelf.store().open(&shelf.id()).expect("it can be opened").expect("it is there");
    let mut reader = SealedReader::open(&shelf.me, shelf.id().as_str(), object).expect("it opens");
    let mut read = Vec::new();
    reader.read_to_end(&mut read).expect("it is read");
    assert!(read == shelf.plain);
    // Its beginning is never read from a copy.
    let mut altered = sealed;
    altered[..4096].fill(0);
    fs::write(shelf.file(), &altered).expect("it is written");
    assert!(shelf.read(&shelf.me).expect("it opens") == shelf.plain);
    assert_eq!(shelf.cache().altered(), 4);
}

#[test]
fn what_the_bucket_altered_is_an_error_and_no_copy_of_it_is_kept() {
    let shelf = Shelf::new(500_000);
    let name = format!("{}/objects/{}.age", shelf.stage.place.name, shelf.id());
    shelf.read(&shelf.me).expect("it opens");
    shelf.stage.servers.remove_from_bucket(&name);
    shelf.stage.servers.put_in_bucket(&name, &"x".repeat(100_000));
    for _ in 0..2 {
        let refused = shelf.read(&shelf.me).expect_err("it is not what was sealed");
        assert!(refused.is_integrity(), "{refused}");
        assert_eq!(shelf.cache().has(&shelf.id()), None);
    }
    assert_eq!(shelf.cache().altered(), 0, "no copy was at fault");
}

#[test]
fn a_head_that_was_renewed_elsewhere_is_the_one_that_counts() {
    let shelf = Shelf::new(2_000_000);
    shelf.read(&shelf.me).expect("it opens");
    let next = Identity::generate();
    let other = shelf.stage.objects();
    let object = other.open(&shelf.id()).expect("it can be opened").expect("it is there");
    let head = seal::rewrap(&shelf.me, shelf.id().as_str(), next.recipient(), &*object).expect("it is wrapped");
    let heads = vec![(shelf.id(), head.header)];
    let batch = ObjectId::parse(&"b".repeat(26)).expect("an id");
    objects::write_heads(&other, batch.as_str(), &heads, &|_| Ok(())).expect("they are written");
    let (read, bytes) = shelf.carried(|| shelf.read(&next));
    assert!(read.expect("it opens with the new key") == shelf.plain);
    assert!(bytes < SMALL, "{bytes}");
    assert!(matches!(shelf.read(&shelf.me), Err(OpenError::NotForThisKey)), "and with the old one no more");
    assert_eq!(shelf.cache().altered(), 0);
    assert!(shelf.cache().has(&shelf.id()).is_some(), "and the copy is as good as before");
}

#[test]
fn what_was_removed_leaves_no_copy() {
    let shelf = Shelf::new(300_000);
    shelf.read(&shelf.me).expect("it opens");
    assert!(shelf.cache().has(&shelf.id()).is_some());
    assert!(shelf.stage.objects().remove(&shelf.id()).expect("it is removed"), "at another workstation");
    assert!(shelf.store().open(&shelf.id()).expect("it can be asked").is_none());
    assert_eq!(shelf.cache().has(&shelf.id()), None);
    shelf.put();
    shelf.read(&shelf.me).expect("it opens");
    assert!(shelf.store().remove(&shelf.id()).expect("it is removed"), "here");
    assert_eq!(shelf.cache().has(&shelf.id()), None);
}

#[test]
fn an_object_is_brought_here_whole_or_not_at_all() {
    let shelf = Shelf::new(9_000_000);
    let store = shelf.store();
    let mut came = 0;
    let stopped = store.bring_here(&shelf.id(), &mut |bytes| {
        came += bytes;
        Flow::Stop
    });
    assert!(matches!(stopped, Err(objects::Error::Cancelled)));
    assert!(came > 0 && came < 9_000_000);
    assert_eq!(shelf.cache().standing().expect("it is read").bytes, 0);
    shelf.proxy.arm(5_000_000, testkit::Fault::Cut);
    let broken = store.bring_here(&shelf.id(), &mut |_| Flow::Continue);
    match broken {
        // The line was made again.
        Ok(Brought::Fetched(_)) => {}
        Err(objects::Error::Offline) => {
            assert_eq!(shelf.cache().standing().expect("it is read").bytes, 0);
            let brought = store.bring_here(&shelf.id(), &mut |_| Flow::Continue).expect("it is brought");
            assert!(matches!(brought, Brought::Fetched(9_000_000..)), "{brought:?}");
        }
        other => unreachable!("{other:?}"),
    }
    let again = store.bring_here(&shelf.id(), &mut |_| Flow::Continue).expect("it is asked");
    assert_eq!(again, Brought::Here);
    let (read, bytes) = shelf.carried(|| shelf.read(&shelf.me));
    assert!(read.expect("it opens") == shelf.plain && bytes < SMALL, "{bytes}");
    shelf.cache().set_limit(Some(1_000_000)).expect("it is set");
    assert_eq!(store.bring_here(&shelf.id(), &mut |_| Flow::Continue).expect("it is asked"), Brought::NoRoom);
    assert!(shelf.read(&shelf.me).expect("it opens all the same") == shelf.plain);
    let none = ObjectKey::generate().object();
    assert_eq!(store.bring_here(&none, &mut |_| Flow::Continue).expect("it is asked"), Brought::Missing);
}

#[test]
fn for_all_of_them_one_after_the_other_copies_are_not_made_nor_read() {
    let shelf = Shelf::new(700_000);
    let there = |store: &S3Objects| {
        let object = store.open_there(&shelf.id()).expect("it can be opened").expect("it is there");
        let mut read = Vec::new();
        let mut reader = SealedReader::open(&shelf.me, shelf.id().as_str(), object).expect("it opens");
        reader.copy_to(&mut read).expect("it is read");
        read
    };
    assert!(there(&shelf.store()) == shelf.plain);
    assert_eq!(shelf.cache().has(&shelf.id()), None);
    shelf.read(&shelf.me).expect("it opens");
    let (read, bytes) = shelf.carried(|| there(&shelf.store()));
    assert!(read == shelf.plain && bytes > 700_000, "{bytes}");
}
