//! Workstations, each with a mirror of the log in its folder.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ledger::{Access, Draft, Error, Flaw, Head, Ledger, LogStore, MirrorState, Position};
use objects::Root;
use remote::{Mirror, Pace, PgLog, Server};
use seal::{Signer, Weight};
use tempfile::TempDir;
use testkit::{Cut, Proxy};

use crate::stage::Stage;

/// What the clock of a workstation says, in seconds since 1970.
const NOW: u64 = 1_795_694_400;

/// A workstation's folder with an empty mirror.
struct Workstation {
    folder: TempDir,
}

impl Workstation {
    fn new() -> Workstation {
        let folder = tempfile::tempdir().expect("a folder can be made");
        drop(Ledger::create(&folder.path().join("ledger.sqlite"), ledger::conformance::vault()).expect("a new mirror"));
        Workstation { folder }
    }

    fn mirror(&self, stage: &Stage, port: u16) -> Mirror {
        self.mirror_at(stage, port, Pace::USUAL)
    }

    fn mirror_at(&self, stage: &Stage, port: u16, pace: Pace) -> Mirror {
        let path = self.folder.path().join("ledger.sqlite");
        let open = move |access| Ok(Ledger::open(&path, access)?.into_store());
        let root = Root::open(self.folder.path()).expect("the folder is there");
        let server = stage.server_at(port);
        let there = move |access| Ok(Box::new(PgLog::open(server.clone(), access)?) as Box<dyn LogStore>);
        let mirror = Mirror::following(open, root, Arc::new(there), pace, Access::ReadWrite, Arc::new(|| NOW));
        mirror.expect("it is a mirror")
    }

    /// The mirror alone, as it lies there.
    fn alone(&self) -> Ledger {
        Ledger::open(&self.folder.path().join("ledger.sqlite"), Access::ReadOnly).expect("it is a log")
    }
}

fn signer() -> Signer {
    Signer::from_seeds(&[7; Signer::SEEDS]).expect("seeds make a signer")
}

/// Reads on and appends one entry, as a session does: again where somebody was faster.
fn record(log: &mut Ledger, said: &[u8]) -> Result<Head, Error> {
    loop {
        let head = log.head()?;
        let draft = Draft::new(Weight::Dual).part("common/1", said);
        let draft = if head.size == 0 { draft.introduce(signer().verifying_key()) } else { draft };
        match log.append(&head, &signer(), 5, draft, ()) {
            Ok(recorded) => return Ok(recorded.head()),
            Err(Error::Moved(_)) => {}
            Err(error) => return Err(error),
        }
    }
}

fn said(log: &Ledger) -> Vec<Vec<u8>> {
    let (entries, _) = log.read(&Position::start(), 1000).expect("entries");
    let own = |entry: &ledger::Entry| {
        entry.parts().iter().find(|part| part.audience == "common/1").map(|part| part.sealed.clone())
    };
    entries.iter().filter_map(own).collect()
}

#[test]
fn what_one_workstation_records_the_other_has_soon() {
    let stage = Stage::new();
    let port = stage.servers.database_port;
    let (here, there) = (Workstation::new(), Workstation::new());
    let mut mine = Ledger::on(Box::new(here.mirror(&stage, port)));
    let mut theirs = Ledger::on(Box::new(there.mirror(&stage, port)));
    for n in 0..6u8 {
        let head = record(if n % 2 == 0 { &mut mine } else { &mut theirs }, &[n]).expect("it is recorded");
        let other = if n % 2 == 0 { &theirs } else { &mine };
        let begun = Instant::now();
        while other.head().expect("a head") != head {
            assert!(begun.elapsed() < Duration::from_secs(10), "{n} is not there yet");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    let all: Vec<Vec<u8>> = (0..6).map(|n| vec![n]).collect();
    for log in [&mine, &theirs, &here.alone(), &there.alone()] {
        assert_eq!(said(log), all);
        log.verify().expect("a whole log");
    }
}

/// A decision on an old state is never recorded: the head on the server is compared.
#[test]
fn nothing_is_recorded_on_an_old_state() {
    let stage = Stage::new();
    let port = stage.servers.database_port;
    let (here, there) = (Workstation::new(), Workstation::new());
    let mut mine = Ledger::on(Box::new(here.mirror(&stage, port)));
    record(&mut mine, b"first").expect("it is recorded");
    let mut theirs = Ledger::on(Box::new(there.mirror(&stage, port)));
    // Read a moment ago, and old since.
    let old = theirs.head().expect("a head");
    let withdrawn = record(&mut mine, b"withdrawn").expect("it is recorded");
    let late = theirs.append(&old, &signer(), 5, Draft::new(Weight::Single).part("common/1", b"opened"), ());
    let late = late.expect_err("it rests on an old state");
    assert!(matches!(late, Error::Moved(now) if now == withdrawn), "{late}");
    assert_eq!(said(&theirs), [&b"first"[..], b"withdrawn"], "and it is read on at once");
    record(&mut theirs, b"decided again").expect("it is recorded");
}

/// What records nothing has no comparison that would tell it that its state is old: it asks.
#[test]
fn what_must_not_rest_on_an_older_state_is_read_from_the_server_or_not_at_all() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.database_port, 11).expect("a port");
    let (here, there) = (Workstation::new(), Workstation::new());
    let mut mine = Ledger::on(Box::new(here.mirror(&stage, stage.servers.database_port)));
    let first = record(&mut mine, b"first").expect("it is recorded");
    let seldom = Pace { fresh: Duration::from_secs(3600), away: Duration::ZERO };
    let mut theirs = Ledger::on(Box::new(there.mirror_at(&stage, proxy.port(), seldom)));
    assert_eq!(theirs.head().expect("a head"), first);
    let second = record(&mut mine, b"second").expect("it is recorded");
    assert_eq!(theirs.head().expect("a head"), first, "it looked not long ago");
    theirs.refresh().expect("the server is there");
    assert_eq!(theirs.head().expect("a head"), second);
    record(&mut mine, b"third").expect("it is recorded");
    proxy.sever(true);
    let refused = theirs.refresh().expect_err("nobody says what is there");
    assert!(matches!(refused, Error::Offline), "{refused}");
}

/// A machine that is gone tells nobody; another that has its place is found all the same, and from then on first.
#[test]
fn a_host_that_does_not_answer_keeps_nobody_from_the_next() {
    let stage = Stage::new();
    let gone = Proxy::new(stage.servers.database_port, 12).expect("a port");
    gone.mute(true);
    let (gone, there) = (gone.port(), stage.servers.database_port);
    let at = format!("postgres://127.0.0.1:{gone},127.0.0.1:{there}/{}", stage.place.name);
    let server = Server::new(&at.parse().expect("an address"), &stage.secrets()).expect("the authority is read");
    let server = Arc::new(server);
    for _ in 0..2 {
        let begun = Instant::now();
        drop(PgLog::open(server.clone(), Access::ReadWrite).expect("the second is there"));
        // Less than the first alone is given, whatever else this machine does.
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    }
}

#[test]
fn without_the_server_a_mirror_is_read_and_nothing_is_recorded() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.database_port, 5).expect("a port");
    let here = Workstation::new();
    let mut log = Ledger::on(Box::new(here.mirror(&stage, proxy.port())));
    record(&mut log, b"before").expect("it is recorded");
    proxy.set(Cut::AtOnce);
    stage.servers.terminate(&stage.place.name);
    // So that the end of the connection arrives before anything is sent on it.
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(said(&log), [b"before"]);
    let refused = record(&mut log, b"without").expect_err("nobody would know of it");
    assert!(matches!(refused, Error::Offline), "{refused}");
    drop(log);
    // As one that is opened without the server.
    let mirror = here.mirror(&stage, proxy.port());
    let standing = mirror.catch_up(&mut |_, _| ()).expect("it is asked");
    assert_eq!((standing.entries, standing.behind), (1, None));
    // By the clock that it was given, and not by that of this computer.
    assert_eq!(standing.offline_since, Some(NOW), "it was noticed before");
    assert_eq!(mirror.catch_up(&mut |_, _| ()).expect("it is asked").offline_since, Some(NOW), "since then");
    let mut log = Ledger::on(Box::new(mirror));
    assert_eq!(said(&log), [b"before"]);
    proxy.set(Cut::Never);
    let begun = Instant::now();
    while record(&mut log, b"after").is_err() {
        assert!(begun.elapsed() < Duration::from_secs(10), "it comes back by itself");
    }
    assert_eq!(said(&log), [&b"before"[..], b"after"]);
    drop(log);
    let standing = here.mirror(&stage, proxy.port()).catch_up(&mut |_, _| ()).expect("it is asked");
    assert_eq!(standing, MirrorState { entries: 2, behind: Some(0), offline_since: None });
}

/// A machine that is gone tells nobody: connections stand, and none answers.
#[test]
fn a_server_that_does_not_answer_keeps_nobody_waiting_who_reads() {
    let stage = Stage::new();
    let proxy = Proxy::new(stage.servers.database_port, 6).expect("a port");
    let here = Workstation::new();
    let mut log = Ledger::on(Box::new(here.mirror(&stage, proxy.port())));
    record(&mut log, b"before").expect("it is recorded");
    proxy.mute(true);
    std::thread::sleep(Duration::from_millis(200));
    for most in [4, 1, 1] {
        let begun = Instant::now();
        assert_eq!(said(&log), [b"before"]);
        assert!(begun.elapsed() < Duration::from_secs(most), "{:?}", begun.elapsed());
    }
    assert!(here.folder.path().join("mirror.offline").exists(), "it is said since when");
    drop(log);
    let begun = Instant::now();
    let mut log = Ledger::on(Box::new(here.mirror(&stage, proxy.port())));
    assert_eq!(said(&log), [b"before"], "nor who comes then");
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    proxy.mute(false);
    record(&mut log, b"after").expect("it is back");
    assert_eq!(said(&log), [&b"before"[..], b"after"]);
}

#[test]
fn a_mirror_takes_over_many_entries_and_says_how_far_it_is() {
    let stage = Stage::new();
    let port = stage.servers.database_port;
    let mut log = Ledger::on(Box::new(stage.log(Access::ReadWrite)));
    record(&mut log, b"first").expect("it is recorded");
    let drafts = (0..2500u32).map(|n| (Draft::new(Weight::Single).part("common/1", n.to_le_bytes()), ()));
    let head = log.head().expect("a head");
    let _recorded = log.append_all(&head, &signer(), 5, drafts.collect()).expect("they are recorded");
    let here = Workstation::new();
    let told = RefCell::new(Vec::new());
    let standing = here.mirror(&stage, port).catch_up(&mut |done, of| told.borrow_mut().push((done, of)));
    assert_eq!(standing.expect("it is taken over").entries, 2501);
    assert_eq!(told.into_inner(), [(1024, 2501), (2048, 2501), (2501, 2501)]);
    assert_eq!(here.alone().verify().expect("a whole log"), log.head().expect("a head"));
}

/// Nothing of what a lying server says comes into the mirror, and what was there stays.
#[test]
fn a_mirror_takes_nothing_from_a_server_that_lies() {
    let lies = [
        (
            "forged",
            "INSERT INTO zegel.entries SELECT 4, body, signatures, parts, top FROM zegel.entries WHERE position = 3; \
            UPDATE zegel.head SET size = 5, root = sha256('x'), peaks = peaks || sha256('x')",
        ),
        (
            "a signature",
            "UPDATE zegel.entries SET signatures = set_byte(signatures, 9, get_byte(signatures, 9) # 1) WHERE position = 3",
        ),
        ("a part", "UPDATE zegel.entries SET parts = set_byte(parts, octet_length(parts) - 1, 200) WHERE position = 3"),
        (
            "rolled back",
            "DELETE FROM zegel.entries WHERE position > 1; \
            UPDATE zegel.head h SET size = 1, root = e.top, peaks = e.top FROM zegel.entries e WHERE e.position = 0",
        ),
        ("forked", "UPDATE zegel.entries SET top = sha256('x') WHERE position = 1"),
        ("another vault", "UPDATE zegel.head SET vault = repeat('z', 26)"),
    ];
    for (what, lie) in lies {
        let stage = Stage::new();
        let port = stage.servers.database_port;
        let mut server = Ledger::on(Box::new(stage.log(Access::ReadWrite)));
        let here = Workstation::new();
        record(&mut server, &[0]).expect("it is recorded");
        record(&mut server, &[1]).expect("it is recorded");
        here.mirror(&stage, port).catch_up(&mut |_, _| ()).expect("it is taken over");
        let before = here.alone().head().expect("a head");
        record(&mut server, &[2]).expect("it is recorded");
        record(&mut server, &[3]).expect("it is recorded");
        stage
            .servers
            .sql(&stage.place.name, &format!("BEGIN; SET LOCAL session_replication_role = replica; {lie}; COMMIT"));
        let mirror = here.mirror(&stage, port);
        let found = mirror.catch_up(&mut |_, _| ()).expect_err(what);
        assert!(found.is_integrity(), "{what}: {found}");
        match what {
            "rolled back" => assert!(matches!(found, Error::RolledBack { seen: 2, size: 1 }), "{found}"),
            "forked" => assert!(matches!(found, Error::Forked { seen: 2 }), "{found}"),
            "another vault" => assert!(matches!(found, Error::Integrity { flaw: Flaw::Vault, .. }), "{found}"),
            _ => {}
        }
        assert!(mirror.view().map(drop).expect_err(what).is_integrity(), "{what}: nobody works on it");
        let mirror = here.alone();
        assert_eq!((mirror.head().expect("a head"), said(&mirror).len()), (before, 2), "{what}");
        mirror.verify().expect("what was there is whole");
    }
}
