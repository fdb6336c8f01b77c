//! The log of a shared vault as a workstation works with it: a mirror in its folder, which is read, and the log on the server, which
//! is appended to.
//!
//! What is read is always the mirror, brought up to date before. Every entry is verified before it is added to it. What is recorded
//! is recorded on the server, after a comparison of its head with that of the mirror: so nothing is recorded on an old state,
//! however old the mirror is. Without the server the mirror is read as it is, and nothing is recorded.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use ledger::{
    Access, Check, Error as LogError, Flaw, Hash, Head, Ledger, LogStore, LogView, MirrorState, Position, StoredEntry,
    merkle,
};
use objects::Root;

use crate::away::{Away, WallClock};
use crate::{PgLog, Server, runtime};

/// Up to where the mirror was verified.
const VERIFIED: &str = "mirror.position";
/// The longest that it is, in bytes.
const LONGEST: u64 = 32 << 20;
/// Since when the server was not there, while it is not.
const OFFLINE: &str = "mirror.offline";
/// How long one look waits for a server: what is known here can be read without it.
const GLANCE: Duration = Duration::from_secs(3);
/// A server that lets one wait is looked at again after so many times as long: the officer who reads here is not to wait all the time.
const RARELY: u32 = 4;
/// How many entries are taken over at a time.
const BATCH: usize = 1024;

/// How often a mirror looks at the server.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// After a look the mirror is read for so long without another one. What rests on it is compared when it is recorded.
    pub fresh: Duration,
    /// A server that was not there is tried again after so long.
    pub away: Duration,
}

impl Pace {
    pub const USUAL: Pace = Pace { fresh: Duration::from_millis(100), away: Duration::from_secs(3) };
    /// Before everything that is read: for a network that is simulated.
    pub const ALWAYS: Pace = Pace { fresh: Duration::ZERO, away: Duration::ZERO };
}

/// Opens a handle on the log that a mirror follows.
pub type OpenThere = dyn Fn(Access) -> Result<Box<dyn LogStore>, LogError> + Send + Sync;

/// A workstation's handle on the log of a shared vault.
pub struct Mirror {
    here: Box<dyn LogStore>,
    following: RefCell<Following>,
}

/// What brings the mirror up to date.
struct Following {
    there: Arc<OpenThere>,
    pace: Pace,
    folder: Root,
    away: Away,
    access: Access,
    /// A handle of its own: others read through theirs.
    copy: Ledger,
    /// The log on the server, once it was there.
    log: Option<Ledger>,
    /// A handle that appends to it, once one was needed.
    writer: Option<Box<dyn LogStore>>,
    /// Up to where the mirror was verified, once that is known.
    verified: Option<Position>,
    /// When the server was looked at last, and for how long that is enough.
    looked: Option<(Instant, Duration)>,
}

impl Mirror {
    /// The mirror in a workstation's folder. `open` opens one more handle on it; `clock` tells since when the server is not there.
    /// The server is not asked yet.
    ///
    /// # Errors
    /// Why the mirror cannot be opened.
    pub fn open(
        open: impl Fn(Access) -> Result<Box<dyn LogStore>, LogError>,
        folder: Root,
        server: Arc<Server>,
        access: Access,
        clock: Arc<WallClock>,
    ) -> Result<Mirror, LogError> {
        let there = move |access| Ok(Box::new(PgLog::open(server.clone(), access)?) as Box<dyn LogStore>);
        Mirror::following(open, folder, Arc::new(there), Pace::USUAL, access, clock)
    }

    /// As [`Mirror::open`], of a log that is somewhere else than on a server of PostgreSQL.
    ///
    /// # Errors
    /// As [`Mirror::open`].
    pub fn following(
        open: impl Fn(Access) -> Result<Box<dyn LogStore>, LogError>,
        folder: Root,
        there: Arc<OpenThere>,
        pace: Pace,
        access: Access,
        clock: Arc<WallClock>,
    ) -> Result<Mirror, LogError> {
        let copy = Ledger::on(open(access)?);
        let away = Away::new(folder.clone(), OFFLINE, clock);
        let (log, writer, verified, looked) = (None, None, None, None);
        let following = Following { there, pace, folder, away, access, copy, log, writer, verified, looked };
        Ok(Mirror { here: open(access)?, following: RefCell::new(following) })
    }

    /// Remembers up to where a log was verified that becomes the mirror in this folder.
    pub fn was_verified(folder: &Root, position: &Position) {
        // Without it the mirror is verified from its beginning when it is opened first.
        drop(folder.write_soon(VERIFIED, &position.to_bytes()));
    }

    /// Takes over what the server has, and says how the mirror stands to it. `progress` is told how many entries it has, of how many.
    ///
    /// # Errors
    /// Integrity errors: a server that lies, or that forgets what it said.
    pub fn catch_up(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<MirrorState, LogError> {
        let mut following = self.following.borrow_mut();
        let followed = following.follow(None, progress);
        following.looked = None;
        let entries = following.copy.head()?.size;
        match followed {
            Ok(there) => Ok(MirrorState { entries, behind: Some(there.saturating_sub(entries)), offline_since: None }),
            Err(LogError::Offline) => Ok(MirrorState { entries, behind: None, offline_since: following.away.since() }),
            Err(error) => Err(error),
        }
    }
}

impl Following {
    /// Looks at the server, if the last look was too long ago. Without it the mirror stays as it is.
    fn look(&mut self) -> Result<(), LogError> {
        if self.access == Access::ReadOnly || self.looked.is_some_and(|(at, enough)| at.elapsed() < enough) {
            return Ok(());
        }
        let begun = Instant::now();
        match self.follow(Some(GLANCE), &mut |_, _| ()) {
            Ok(_) => self.looked = Some((Instant::now(), self.pace.fresh)),
            Err(LogError::Offline) => {
                let took = begun.elapsed();
                let away = if took < GLANCE / 2 { self.pace.away } else { self.pace.away.max(took * RARELY) };
                self.looked = Some((Instant::now(), away));
                // A connection on which nobody answers is none, and nobody waits for its end.
                runtime::within(Duration::ZERO, || (self.log, self.writer) = (None, None));
            }
            // Others hold the mirror: it is up to them.
            Err(LogError::Busy | LogError::Full | LogError::ReadOnly) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Takes over what the server has, if it answers within so long. Gives how many entries that is.
    fn follow(&mut self, patience: Option<Duration>, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, LogError> {
        let followed = self.follow_log(patience, progress);
        match &followed {
            Ok(_) => self.away.is_there(),
            Err(LogError::Offline) => self.away.is_away(),
            Err(_) => {}
        }
        followed
    }

    fn follow_log(&mut self, patience: Option<Duration>, progress: &mut dyn FnMut(u64, u64)) -> Result<u64, LogError> {
        let mut here = self.copy.head()?;
        let mut ask = || {
            let log = self.connected()?;
            // A log that was put back or forked shows by this, whatever it has more.
            log.begins_with(&here)?;
            log.head()
        };
        // What it has more may come slowly.
        let there = match patience {
            Some(patience) => runtime::within(patience, ask),
            None => ask(),
        }?;
        let mut position = self.verified(&here)?;
        while position.size() < there.size {
            let Some(log) = &self.log else { return Err(LogError::Offline) };
            match log.follow_to(&mut self.copy, &position, BATCH) {
                Ok(next) if next.size() == position.size() => break,
                Ok(next) => position = next,
                // Another process of this workstation was faster.
                Err(LogError::Moved(_)) => {}
                Err(error) => return Err(error),
            }
            here = self.copy.head()?;
            progress(here.size, there.size);
            drop(self.folder.write_soon(VERIFIED, &position.to_bytes()));
        }
        // Its entries are whole, and its tree is not theirs.
        let differs = position.size() == there.size && position.head() != there;
        self.verified = Some(position);
        if differs { Err(LogError::Forked { seen: there.size }) } else { Ok(there.size) }
    }

    fn connected(&mut self) -> Result<&Ledger, LogError> {
        if self.log.is_none() {
            self.log = Some(Ledger::on(self.opened(Access::ReadOnly)?));
        }
        self.log.as_ref().ok_or(LogError::Offline)
    }

    /// A handle on the log of this vault, and of no other.
    fn opened(&self, access: Access) -> Result<Box<dyn LogStore>, LogError> {
        let log = (self.there)(access)?;
        let is_ours = log.vault() == self.copy.vault();
        if is_ours { Ok(log) } else { Err(LogError::Integrity { entry: None, flaw: Flaw::Vault }) }
    }

    /// Up to where the mirror was verified. Where nobody knows, it is verified now.
    fn verified(&mut self, here: &Head) -> Result<Position, LogError> {
        let mut position = match self.verified.take() {
            Some(position) => position,
            None => {
                let kept = self.folder.read(VERIFIED, LONGEST).ok().flatten();
                let kept = kept.and_then(|bytes| Position::from_bytes(&bytes).ok());
                kept.filter(|kept| self.copy.consistency(kept).is_ok()).unwrap_or_else(Position::start)
            }
        };
        let known = position.size();
        while position.size() < here.size {
            let (entries, next) = self.copy.read(&position, BATCH)?;
            if entries.is_empty() {
                break;
            }
            position = next;
        }
        // What this workstation appended by itself is verified once, not by every process that comes.
        if position.size() > known {
            drop(self.folder.write_soon(VERIFIED, &position.to_bytes()));
        }
        Ok(position)
    }

    fn writer(&mut self) -> Result<&mut Box<dyn LogStore>, LogError> {
        if self.writer.is_none() {
            self.writer = Some(self.opened(self.access)?);
        }
        self.writer.as_mut().ok_or(LogError::Offline)
    }
}

impl LogStore for Mirror {
    fn vault(&self) -> &ledger::VaultId {
        self.here.vault()
    }

    fn access(&self) -> Access {
        self.here.access()
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, LogError> {
        self.following.borrow_mut().look()?;
        self.here.view()
    }

    fn checker(&self) -> Result<Check, LogError> {
        self.here.checker()
    }

    fn reserve(&mut self) -> Result<(), LogError> {
        if self.access() == Access::ReadOnly {
            return Err(LogError::ReadOnly);
        }
        let following = self.following.get_mut();
        following.writer()?.reserve()?;
        // What was appended before one's turn came is read on.
        following.looked = None;
        Ok(())
    }

    fn release(&mut self) {
        if let Some(writer) = &mut self.following.get_mut().writer {
            writer.release();
        }
    }

    fn refresh(&mut self) -> Result<(), LogError> {
        if self.access() == Access::ReadOnly {
            return Err(LogError::ReadOnly);
        }
        let following = self.following.get_mut();
        following.looked = None;
        following.follow(None, &mut |_, _| ())?;
        following.looked = Some((Instant::now(), following.pace.fresh));
        Ok(())
    }

    fn append(
        &mut self,
        expected: &Head,
        entries: &[StoredEntry],
        nodes: &[(merkle::NodeAt, Hash)],
    ) -> Result<(), LogError> {
        if self.access() == Access::ReadOnly {
            return Err(LogError::ReadOnly);
        }
        let following = self.following.get_mut();
        let appended = following.writer().and_then(|writer| writer.append(expected, entries, nodes));
        if appended.is_err() {
            following.looked = None;
        }
        appended?;
        // They are recorded. What cannot be added here now is taken over with the next look.
        if following.copy.head().is_ok_and(|here| here == *expected) {
            drop(self.here.append(expected, entries, nodes));
        }
        Ok(())
    }
}
