//! Lines that are slow, and messages that arrive after they were given up.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use ledger::{Head, Position};
use objects::{
    Drafts, Error as ObjectError, Intent, Log, NotAppended, ObjectStore as _, Write, collect_garbage, write,
};
use remote::S3Objects;
use seal::{Flow, Identity, ObjectId, ObjectKey, ReadAt as _};
use testkit::Proxy;

use crate::stage::Stage;

/// Longer than this alone, nothing may stand still.
const STILL: Duration = Duration::from_secs(20);

/// Files one object of so many bytes.
struct Filing {
    key: ObjectKey,
    to: Identity,
    bytes: Vec<u8>,
}

impl Filing {
    fn of(length: usize) -> Filing {
        Filing { key: ObjectKey::generate(), to: Identity::generate(), bytes: vec![7; length] }
    }

    fn id(&self) -> ObjectId {
        self.key.object()
    }

    fn file(&mut self, store: &S3Objects) -> Result<(), ObjectError> {
        let intent = Intent { batch: seal::random_id(), head: Position::start().head(), replaces: Vec::new() };
        write(store, intent, &|_| Ok(()), self)
    }
}

impl Write for Filing {
    type Done = ();
    type Error = ObjectError;

    fn seal(&mut self, drafts: &mut Drafts<'_>) -> Result<(), ObjectError> {
        drafts.seal(&self.key, self.to.recipient(), &mut self.bytes.as_slice(), &mut |_| Flow::Continue).map(drop)
    }

    fn append(&mut self) -> Result<(), NotAppended<ObjectError>> {
        Ok(())
    }

    fn overtaken(&mut self) -> Result<(), ObjectError> {
        Ok(())
    }
}

/// A log in which there are these.
struct There(BTreeSet<ObjectId>);

impl Log for There {
    fn begins_with(&self, _: &Head) -> bool {
        true
    }

    fn holds(&self, object: &ObjectId) -> bool {
        self.0.contains(object)
    }
}

fn collects(store: &S3Objects) -> usize {
    collect_garbage::<_, ObjectError>(store, || Ok(There(BTreeSet::new()))).expect("it is collected")
}

fn waits_until(what: &str, is_so: impl Fn() -> bool) {
    let until = Instant::now() + Duration::from_secs(30);
    while !is_so() {
        assert!(Instant::now() < until, "{what}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// All that lies in the bucket, but for notes.
fn lies_there(stage: &Stage) -> Vec<String> {
    let all = stage.servers.bucket(&stage.place).into_iter().map(|(name, _)| name);
    all.filter(|name| !name.contains("/notes/")).collect()
}

#[test]
fn an_upload_goes_on_over_a_slow_line_as_long_as_its_bytes_go_out() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.objects_port, 21).expect("a port");
    let slow = stage.objects_at(proxy.port());
    proxy.slow(Some(60_000));
    let begun = Instant::now();
    let mut filing = Filing::of(1_600_000);
    filing.file(&slow).expect("it goes out, if slowly");
    assert!(begun.elapsed() > STILL + Duration::from_secs(4), "it was slow: {:?}", begun.elapsed());
    let object = stage.objects().open(&filing.id()).expect("it can be read").expect("it is there");
    assert!(object.len().expect("a length") > 1_600_000);
}

#[test]
fn what_arrives_after_it_was_given_up_is_removed_by_the_next_collection() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.objects_port, 22).expect("a port");
    let late = Duration::from_secs(8);
    let (held, sure) = (stage.objects_at(proxy.port()).late_by(late), stage.objects().late_by(late));
    proxy.hold(Some(40_000));
    let mut filing = Filing::of(80_000);
    let error = filing.file(&held).expect_err("nothing moves any more");
    assert!(matches!(error, ObjectError::Offline), "{error}");
    assert_eq!(lies_there(&stage), Vec::<String>::new(), "it did not arrive yet");
    assert_eq!(sure.left_over().expect("it says").len(), 1, "it may arrive yet: the note stays");
    proxy.hold(None);
    waits_until("it arrives late", || !lies_there(&stage).is_empty());
    assert_eq!(collects(&sure), 1, "it is removed");
    assert_eq!(lies_there(&stage), Vec::<String>::new());
    assert_eq!(sure.left_over().expect("it says").len(), 1, "where one came, more may come");
    std::thread::sleep(late + Duration::from_secs(1));
    assert_eq!(collects(&sure), 0);
    assert_eq!(sure.left_over().expect("it says"), [], "and then nothing can come any more");
}

/// Of a large document one piece comes late, and its folder is all that there is of it.
#[test]
fn a_piece_that_arrives_late_is_found_and_removed() {
    let stage = Stage::new();
    let sure = stage.objects().late_by(Duration::from_secs(2));
    let (id, batch) = (ObjectId::parse(&seal::random_id()).expect("an id"), seal::random_id());
    let note = format!("zegel filing 1\n{batch}\n0\n{}\n{id}\n", seal::hex(&Position::start().head().root.0));
    sure.note(&batch, note.as_bytes()).expect("it is noted");
    let name = format!("{}/pieces/{id}/{}/00000004", stage.place.name, seal::random_id());
    stage.servers.put_in_bucket(&name, "a piece");
    assert_eq!(sure.belongings().expect("they are listed"), BTreeSet::from([id]));
    assert_eq!(collects(&sure), 1);
    assert_eq!(lies_there(&stage), Vec::<String>::new());
    assert_eq!(sure.left_over().expect("it says").len(), 1);
}
