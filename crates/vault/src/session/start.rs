//! From an identity to a session: what the desk remembers is compared with the log, then the log is read.

use std::fs;
use std::sync::Arc;

use jiff::Timestamp;
use ledger::{Ledger, Position};
use seal::WorkFactor;

use super::{Session, memory};
use crate::desk::{Desk, DeskError};
use crate::entries::{Audience, Deed};
use crate::folder::{Folder, Settings};
use crate::keyring::Keyring;
use crate::objects::{Faults, Objects};
use crate::replay::{Begun, Knowledge};
use crate::state::State;
use crate::{Clock, Error, Reason};

/// How many entries are read in one go.
pub(super) const RUN: usize = 1024;

/// What a session is started from.
pub(crate) struct Start {
    pub folder: Folder,
    pub settings: Settings,
    pub clock: Arc<dyn Clock>,
    pub faults: Arc<Faults>,
    pub work_factor: WorkFactor,
    pub ledger: Ledger,
    pub keyring: Keyring,
    pub read_only: bool,
    pub failed_attempts: u32,
}

/// A desk as it was found.
struct Found {
    desk: Desk,
    /// How far it had read the log.
    seen: Option<Position>,
    /// There was none where one might have been expected.
    new: bool,
}

impl Session {
    /// # Errors
    /// Every integrity error; [`Error::Disabled`], [`Error::ClockBehind`].
    pub(crate) fn start(start: Start) -> Result<Session, Error> {
        let found = find_desk(&start)?;
        if let Some(seen) = &found.seen {
            start.ledger.consistency(seen)?;
        }
        let mut session = Session {
            objects: Objects::new(start.folder.objects()),
            folder: start.folder,
            clock: start.clock,
            faults: start.faults,
            work_factor: start.work_factor,
            ledger: start.ledger,
            keyring: start.keyring,
            state: State::default(),
            knowledge: Knowledge::default(),
            begun: Begun::default(),
            position: Position::start(),
            seen_ms: found.seen.as_ref().map_or(0, Position::last_ms),
            last_unlock: found.desk.last_unlock()?,
            desk: found.desk,
            oversight: None,
            read_only: start.read_only,
            broken: None,
            lossy: false,
            unsaved: 0,
            failed_attempts: start.failed_attempts,
            notices: Vec::new(),
        };
        session.recall()?;
        session.begun = Begun::from(&session.position);
        session.catch_up()?;
        session.is_genuine(&start.settings)?;
        let began_before = session.myself()?.last_session;
        if session.last_unlock.is_none() {
            session.last_unlock = began_before.map(crate::state::instant);
        }
        if found.new && began_before.is_some() {
            // A desk that somebody removed remembers nothing: whether the log was put back, it cannot say.
            session.notices.push(Reason::new("desk_rebuilt"));
        }
        if !session.read_only {
            session.begin()?;
        }
        Ok(session)
    }

    /// Takes up what the desk remembers, or collects the keys that were delivered so far.
    fn recall(&mut self) -> Result<(), Error> {
        if let Some((snapshot, keys)) = memory::load(&self.desk)?
            && self.keyring.unpack(keys.expose_secret()).is_ok()
        {
            self.state = snapshot.state;
            self.knowledge = snapshot.knowledge;
            self.position = snapshot.position;
            return Ok(());
        }
        // What is on the desk belongs to a state that nobody knows any more.
        self.desk.change::<_, Error>(|change| Ok(change.keep_classes(&Default::default())?))?;
        // Keys may have been delivered long after the entries that they open: they are collected before those are read.
        let mine = Audience::Officer(self.keyring.key_id()).to_string();
        let mut position = Position::start();
        loop {
            let (entries, next) = self.ledger.read(&position, RUN)?;
            if entries.is_empty() {
                return Ok(());
            }
            for entry in &entries {
                for part in entry.parts().iter().filter(|part| part.audience == mine) {
                    // What does not open is reported when the entry is read in its place.
                    let _ = self.keyring.receive(&part.sealed, entry.author());
                }
            }
            position = next;
        }
    }

    /// Whether identity and settings are those that the log knows.
    fn is_genuine(&self, settings: &Settings) -> Result<(), Error> {
        let me = self.myself()?;
        if me.key != self.keyring.key_id() || me.recipient != *self.keyring.identity.recipient() {
            return Err(Error::IdentityForeign);
        }
        if settings.name != self.state.name
            || settings.register != self.state.register
            || settings.id != self.ledger.vault().as_str()
        {
            return Err(Error::SettingsAltered);
        }
        Ok(())
    }

    /// Records that the session begins, and puts in order what others left.
    fn begin(&mut self) -> Result<(), Error> {
        let mut deed = Deed::new("unlock");
        if self.failed_attempts > 0 {
            deed = deed.about("failed", self.failed_attempts.to_string());
        }
        self.note(deed)?;
        let now: Timestamp = self.now();
        self.desk.change::<_, Error>(|change| Ok(change.set_last_unlock(now)?))?;
        self.tidy()?;
        self.chores()?;
        if self.unsaved >= super::WORTH_KEEPING {
            self.save()?;
        }
        Ok(())
    }

    /// Upkeep beside other work: what fails for lack of room or time is done by the next session.
    pub(crate) fn chores(&mut self) -> Result<(), Error> {
        match self.upkeep() {
            Err(error) if error.exit() == crate::ExitClass::Integrity => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

fn find_desk(start: &Start) -> Result<Found, Error> {
    let path = start.folder.desk(&start.keyring.me);
    let key = start.keyring.desk_key();
    let seen = |path| match Desk::seen(path, &key) {
        Ok(seen) => Ok(seen),
        Err(DeskError::Missing) => Ok(None),
        Err(error) => Err(Error::from(error)),
    };
    if start.read_only {
        let seen = seen(&path)?;
        return Ok(Found { desk: Desk::in_memory()?, new: seen.is_none(), seen });
    }
    match Desk::open(&path, &key) {
        Ok(desk) => {
            let seen = desk.position()?;
            Ok(Found { desk, seen, new: false })
        }
        Err(DeskError::Missing) => {
            fs::create_dir_all(start.folder.desks()).map_err(|e| Error::io("desks", e))?;
            let desk = match Desk::create(&path, &key) {
                // Another process of the same officer was faster.
                Err(DeskError::Exists) => Desk::open(&path, &key)?,
                other => other?,
            };
            let seen = desk.position()?;
            Ok(Found { desk, new: seen.is_none(), seen })
        }
        Err(DeskError::Outdated { .. }) => {
            // Its memory of the log is whole; the rest is read again.
            let desk = Desk::renew(&path, &key, &*start.faults)?;
            let seen = desk.position()?;
            Ok(Found { desk, seen, new: false })
        }
        Err(DeskError::ReadOnly) => Ok(Found { seen: seen(&path)?, desk: Desk::in_memory()?, new: false }),
        Err(error) => Err(error.into()),
    }
}
