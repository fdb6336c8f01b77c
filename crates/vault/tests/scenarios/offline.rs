//! A log whose server is not there: what is known is read, and what must be recorded is refused.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ledger::merkle::NodeAt;
use ledger::{Access, Check, Hash, Head, LogStore, LogView, StoredEntry, VaultId};
use vault::*;

use super::house::*;

/// A mirror of a log on a server, which may be away: then it can be read as it is.
struct Mirrored {
    log: Box<dyn LogStore>,
    away: Arc<AtomicBool>,
}

impl Mirrored {
    fn reach(&self) -> Result<(), ledger::Error> {
        if self.away.load(Ordering::SeqCst) { Err(ledger::Error::Offline) } else { Ok(()) }
    }
}

impl LogStore for Mirrored {
    fn vault(&self) -> &VaultId {
        self.log.vault()
    }

    fn access(&self) -> Access {
        self.log.access()
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, ledger::Error> {
        self.log.view()
    }

    fn checker(&self) -> Result<Check, ledger::Error> {
        self.log.checker()
    }

    fn reserve(&mut self) -> Result<(), ledger::Error> {
        self.reach()?;
        self.log.reserve()
    }

    fn release(&mut self) {
        self.log.release();
    }

    fn append(
        &mut self,
        expected: &Head,
        entries: &[StoredEntry],
        nodes: &[(NodeAt, Hash)],
    ) -> Result<(), ledger::Error> {
        self.reach()?;
        self.log.append(expected, entries, nodes)
    }
}

/// The house through such a log.
fn mirrored(house: &House, away: &Arc<AtomicBool>) -> Vault {
    let away = away.clone();
    let log = move |log| Box::new(Mirrored { log, away: away.clone() }) as Box<dyn LogStore>;
    let stores = house.open().stores().seen_through(|objects| objects, log);
    Vault::open_in(stores, house.clock.told()).expect("it opens")
}

#[track_caller]
fn reads_and_records_nothing(session: &mut Session, document: &DocumentId) {
    assert_eq!(titles(session), ["Report"]);
    let search = DocumentFilter { query: Some("report".to_owned()), limit: 10, ..DocumentFilter::default() };
    assert_eq!(session.list(&search).expect("the officer lists the documents").total, 1);
    for refused in [
        try_read(session, document).map(drop).expect_err("the opening is refused"),
        try_file(session, "New", marked("SECRET", None)).map(drop).expect_err("the filing is refused"),
    ] {
        assert_eq!((refused.code(), refused.exit()), ("offline", ExitClass::Failed));
    }
}

#[test]
fn without_the_server_one_lists_and_searches_and_records_nothing() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    let before = house.open().verify().expect("whole");
    let away = Arc::new(AtomicBool::new(true));
    let vault = mirrored(&house, &away);
    let mut bea = vault.unlock(&id("bea"), &phrase()).expect("bea unlocks");
    assert!(bea.warnings().iter().any(|warning| warning.code == "offline"), "she is told");
    assert!(bea.read_only());
    reads_and_records_nothing(&mut bea, &filed.id);
    // One who may not read is denied for that, wherever the server is.
    let mut carl = vault.unlock(&id("carl"), &phrase()).expect("carl unlocks");
    let denied = carl.document(&filed.id).expect_err("refused");
    assert_eq!(denied.exit(), ExitClass::Denied);
    assert_eq!(house.open().verify().expect("whole"), before, "nothing was recorded");
    away.store(false, Ordering::SeqCst);
    let mut bea = vault.unlock(&id("bea"), &phrase()).expect("bea unlocks");
    assert!(bea.warnings().iter().all(|warning| warning.code != "offline"));
    read(&mut bea, &filed.id);
}

/// The session that was begun without the server is the one that goes on: nobody unlocks again.
#[test]
fn a_session_that_began_without_the_server_records_once_it_is_back() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    drop(house.unlock("bea"));
    let away = Arc::new(AtomicBool::new(true));
    let begun_away = || {
        away.store(true, Ordering::SeqCst);
        let bea = mirrored(&house, &away).unlock(&id("bea"), &phrase()).expect("bea unlocks");
        assert!(bea.read_only());
        bea
    };
    let entries = || house.open().verify().expect("whole").entries;
    let before = entries();
    // With the next deed.
    let mut bea = begun_away();
    reads_and_records_nothing(&mut bea, &filed.id);
    assert_eq!(entries(), before);
    away.store(false, Ordering::SeqCst);
    read(&mut bea, &filed.id);
    assert!(!bea.read_only() && bea.warnings().iter().all(|warning| warning.code != "offline"));
    assert_eq!(entries(), before + 2, "that she unlocked, and that she read");
    // Or in the background.
    let mut bea = begun_away();
    bea.attend().expect("she goes on reading");
    assert!(bea.read_only());
    away.store(false, Ordering::SeqCst);
    bea.attend().expect("it is back");
    assert!(!bea.read_only());
    assert_eq!(entries(), before + 3, "that she unlocked, once");
    read(&mut bea, &filed.id);
}

#[test]
fn a_server_that_goes_away_during_a_session_comes_back_by_itself() {
    let house = House::furnished();
    let filed = file(&mut house.unlock("rik"), "Report", marked("SECRET", None));
    let away = Arc::new(AtomicBool::new(false));
    let mut bea = mirrored(&house, &away).unlock(&id("bea"), &phrase()).expect("bea unlocks");
    away.store(true, Ordering::SeqCst);
    reads_and_records_nothing(&mut bea, &filed.id);
    away.store(false, Ordering::SeqCst);
    read(&mut bea, &filed.id);
}
