//! A vault: a folder that can be opened, listed by its officers, verified and unlocked.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use ledger::{Access, Ledger, Position, VaultId};
use registry::ForgedRule;
use registry::event::Founded;
use registry::keys::{KeyName, Keyring};
use registry::log::{Act, AuditRecord};
use registry::parts::Audience;
use registry::people::OfficerRecord;
use registry::state::State;
use seal::{Attendant, Identity, KeyId, Randomness, SystemRandomness, Unattended, VerifyingKey};

use crate::draft::{EntryDraft, OversightSession};
use crate::faults::{FaultAt, Faults};
use crate::identity::{self, Anchor, Opened, Opening, Pair};
use crate::outside::{self, Place};
use crate::reader::{NobodyReads, TextReader};
use crate::session::{ClockTrust, IndexUse, Memory, Purpose, SLACK, Start, UnlockedBy};
use crate::stores::{FORMAT, LEDGER, Seat, Settings, Stores, furnish};
use crate::strength::{self, Strength, Taken};
use crate::tries::Tries;
use crate::{Clock, Error, NewVault, OfficerId, Passphrase, Regime, Session, Verified, WorkFactor, text};
use objects::Root;

/// The prefix of reference numbers of new vaults.
const REGISTER: &str = "ZGL";

/// What a log is taken for that goes on under a vault key which its reader was not given.
const VAULT_KEY_WITHHELD: &str = ForgedRule::VaultKeyWithheld.as_str();

/// An opened vault. Knows who may unlock it, and nothing of what is in it.
pub struct Vault {
    stores: Stores,
    settings: Settings,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
    work_factor: WorkFactor,
    read_only: bool,
    clock_trust: ClockTrust,
    faults: Arc<Faults>,
    place: Place,
    attendant: Arc<dyn Attendant>,
    text_reader: Arc<dyn TextReader>,
}

/// How far an unlock has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// The passphrase was right: the work that makes guessing slow is done, and the log is read next.
    Accepted,
    /// So many entries of the log were read, of so many. Told where they are many.
    Reading { done: u64, total: u64 },
}

/// An entry of a time to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryAhead {
    pub index: u64,
    /// The key that signed it: whose it is, only officers can read.
    pub author: String,
    pub at: DateTime<Utc>,
    pub ahead_seconds: i64,
}

/// As what an entry introduces keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introduced {
    /// Of an officer who had none, or in the place of those that he had.
    First,
    /// Besides those that he has.
    Further,
}

/// How many entries are read in one go.
const IN_ONE_GO: usize = 1024;

impl Vault {
    /// Makes a vault in a folder that is missing or empty, with its first officer: security officer and custodian.
    ///
    /// # Errors
    /// [`Error::NotEmpty`], [`Error::NotAFolder`], or why it could not be written; then nothing is left behind.
    pub fn init(dir: &Path, new: NewVault, passphrase: &Passphrase, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        let first = First::parse(new, passphrase)?;
        let dir = std::path::absolute(dir).map_err(|e| Error::io("vault", e))?;
        match fs::read_dir(&dir) {
            Ok(mut files) => {
                if files.next().is_some() {
                    return Err(Error::NotEmpty);
                }
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) if e.kind() == io::ErrorKind::NotADirectory => return Err(Error::NotAFolder),
            Err(e) => return Err(Error::io("vault", e)),
        }
        let parent = dir.parent().unwrap_or(Path::new("/"));
        crate::apart_from_vaults(parent).map_err(|e| Error::io("vault", e))?;
        DirBuilder::new().recursive(true).mode(0o700).create(parent).map_err(|e| Error::io("vault", e))?;
        let draft = tempfile::Builder::new().prefix(".zegel-").tempdir_in(parent).map_err(|e| Error::io("vault", e))?;
        let root = Root::open(draft.path()).map_err(|e| Error::io("vault", e))?;
        furnish(&root)?;
        let path = root.sqlite(LEDGER)?;
        let ledger = Ledger::create(&path, VaultId::random_from(&SystemRandomness))?;
        let work_factor = first.work_factor;
        first.found(&Stores::open(draft.path())?, ledger, passphrase, clock.now(), &SystemRandomness)?;
        fs::File::open(path).and_then(|file| file.sync_all()).map_err(|e| Error::io(LEDGER, e))?;
        root.sync("")?;
        // Over an empty folder or into a free place; the one who came in between wins.
        fs::rename(draft.path(), &dir).map_err(|e| match e.kind() {
            io::ErrorKind::DirectoryNotEmpty | io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                Error::NotEmpty
            }
            _ => Error::io("vault", e),
        })?;
        let _ = draft.keep();
        Root::open(parent).map_err(|e| Error::io("vault", e))?.sync("")?;
        Vault::open(&dir, clock).map(|vault| vault.with_work_factor(work_factor))
    }

    /// Makes a vault in empty stores.
    ///
    /// # Errors
    /// As [`Vault::init`].
    pub fn init_in(
        stores: &Stores,
        new: NewVault,
        passphrase: &Passphrase,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Result<Vault, Error> {
        let first = First::parse(new, passphrase)?;
        let work_factor = first.work_factor;
        first.found(stores, stores.log(Access::ReadWrite)?, passphrase, clock.now(), &*randomness)?;
        let vault = Vault::open_in(stores.clone(), clock)?;
        Ok(vault.with_work_factor(work_factor).with_randomness(randomness))
    }

    /// # Errors
    /// [`Error::NotAVault`], [`Error::Newer`], [`Error::SettingsAltered`].
    pub fn open(dir: &Path, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        Vault::open_in(Stores::open(dir)?, clock)
    }

    /// As [`Vault::open`], wherever its stores are.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_in(stores: Stores, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        let settings = stores.settings()?;
        let read_only = !stores.files().is_writable();
        let work_factor = WorkFactor::REAL;
        let (place, clock_trust) = (Place::NotAsked, ClockTrust::Asked);
        let faults: Arc<Faults> = Arc::new(|_| Ok(()));
        let (randomness, attendant) = (Arc::new(SystemRandomness), Arc::new(Unattended));
        let text_reader = Arc::new(NobodyReads);
        Ok(Vault {
            stores,
            settings,
            clock,
            randomness,
            work_factor,
            read_only,
            clock_trust,
            faults,
            place,
            attendant,
            text_reader,
        })
    }

    /// Opens it so that nothing in it is changed, wherever it lies: for looking at a copy, and for oversight.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_read_only(dir: &Path, clock: Arc<dyn Clock>) -> Result<Vault, Error> {
        Ok(Vault { read_only: true, ..Vault::open(dir, clock)? })
    }

    /// Where keys and ids that are made from now on come from. Without this call: from the operating system. With another source
    /// than that, it is a simulation.
    #[must_use]
    pub fn with_randomness(self, randomness: Arc<dyn Randomness>) -> Vault {
        Vault { randomness, ..self }
    }

    /// With which identities that are made from now on are locked. Without this call: the strength for real vaults.
    #[must_use]
    pub fn with_work_factor(self, work_factor: WorkFactor) -> Vault {
        Vault { work_factor, ..self }
    }

    /// Who answers where a hardware token asks. Without this call nobody does.
    #[must_use]
    pub fn with_attendant(self, attendant: Arc<dyn Attendant>) -> Vault {
        Vault { attendant, ..self }
    }

    /// Who reads the text inside documents that are filed. Without this call nobody does, and they are not found by it.
    #[must_use]
    pub fn with_text_reader(self, text_reader: Arc<dyn TextReader>) -> Vault {
        Vault { text_reader, ..self }
    }

    pub(crate) fn attendant(&self) -> &Arc<dyn Attendant> {
        &self.attendant
    }

    /// Where the last state of the log that an officer saw is remembered outside the vault, by vault and officer: a folder of
    /// the person's own, such as `$XDG_STATE_HOME/zegel`. Without this call it is not; with none, sessions warn that it is not.
    #[must_use]
    pub fn with_state_dir(self, dir: Option<PathBuf>) -> Vault {
        Vault { place: dir.map_or(Place::Nowhere, Place::At), ..self }
    }

    /// Somebody looked at this computer's clock and says that it is right: sessions that begin now do not ask again, however
    /// long ago the last entry was made ([`Error::ClockFarAhead`]).
    #[must_use]
    pub fn with_clock_confirmed(self) -> Vault {
        Vault { clock_trust: ClockTrust::Confirmed, ..self }
    }

    /// Makes filing fail or die at a step. For tests of what is left behind.
    #[doc(hidden)]
    #[must_use]
    pub fn danger_with_faults(self, faults: impl Fn(FaultAt) -> io::Result<()> + Send + Sync + 'static) -> Vault {
        Vault { faults: Arc::new(faults), ..self }
    }

    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// 26 characters, for ever.
    pub fn id(&self) -> &str {
        &self.settings.id
    }

    /// Nothing can be written here: listing works, what must be recorded does not.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// Those who have an identity here, by name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn officers(&self) -> Result<Vec<OfficerId>, Error> {
        self.stores.officers()
    }

    /// How long this officer must wait before the next try; none: now.
    pub fn unlock_wait(&self, officer: &OfficerId) -> Option<Duration> {
        Tries::load(&self.stores, officer).wait(self.clock.now())
    }

    /// Starts a session: reads the identity, then the log, and records that it began.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`], [`Error::Wait`]; every integrity error; [`Error::Disabled`]; [`Error::ClockFarAhead`] where
    /// something is to be recorded and nobody confirmed the clock.
    pub fn unlock(&self, officer: &OfficerId, passphrase: &Passphrase) -> Result<Session, Error> {
        self.unlock_with(officer, passphrase, Memory::Expected)
    }

    /// As [`Vault::unlock`], and says what to do without a memory of the log.
    ///
    /// # Errors
    /// As [`Vault::unlock`]; [`Error::IndexGone`] and [`Error::MemoryAltered`] only where a memory is expected.
    pub fn unlock_with(&self, officer: &OfficerId, passphrase: &Passphrase, memory: Memory) -> Result<Session, Error> {
        self.unlock_telling(officer, passphrase, memory, self.clock_trust, &mut |_| ())
    }

    /// As [`Vault::unlock_with`], says what was said of this computer's clock, and tells in between how far it has come.
    ///
    /// # Errors
    /// As [`Vault::unlock_with`].
    pub fn unlock_telling(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        memory: Memory,
        clock_trust: ClockTrust,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        self.begin(officer, passphrase, memory, clock_trust, Purpose::Work, tell)
    }

    /// Makes new keys for an officer, under another passphrase, also where he has only those that another chose. Gives what two
    /// people read to each other to know that they mean them.
    ///
    /// # Errors
    /// As [`Vault::unlock_telling`] and [`Session::renew_keys`]; [`Error::GivenKeysStale`].
    pub fn renew_keys(
        &self,
        officer: &OfficerId,
        old: &Passphrase,
        new: &Passphrase,
        memory: Memory,
        clock_trust: ClockTrust,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<String, Error> {
        // The session knows his name as well; what is weak without it is refused before anything is recorded.
        self.require_strong(new, officer, "")?;
        self.begin(officer, old, memory, clock_trust, Purpose::OwnKeys, tell)?.renew_keys(old, new)
    }

    fn begin(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        memory: Memory,
        clock_trust: ClockTrust,
        purpose: Purpose,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        let tries = self.tries(officer)?;
        let mut ended = Vec::new();
        loop {
            let (path, opened) = match self.open_identity(officer, passphrase, &ended) {
                Ok(opened) => opened,
                // One opened, and counts no more.
                Err(_) if !ended.is_empty() => return Err(Error::IdentityReplaced { officer: officer.to_string() }),
                Err(Opening::WrongPassphrase) => {
                    let tries = self.note_failure(officer, tries);
                    let wait_seconds = tries.wait(self.clock.now()).map_or(0, |wait| wait.as_secs());
                    return Err(Error::WrongPassphrase { failures: tries.failures, wait_seconds });
                }
                // Who is known here has lost a file; who is not has been misspelt.
                Err(Opening::Failed(Error::NotFound { .. })) if self.remembers(officer) => {
                    return Err(Error::IdentityGone { officer: officer.to_string() });
                }
                Err(Opening::Failed(error)) => return Err(error),
            };
            let how = |start| Start { memory, clock_trust, purpose, ..start };
            match self.begin_with(officer, &opened, tries, &how, tell) {
                // He may have another here, under the same passphrase.
                Err(Error::IdentityReplaced { .. }) => ended.push(path),
                other => return other,
            }
        }
    }

    /// Starts a session with an identity that was opened by a PIN.
    pub(crate) fn begin_by_pin(
        &self,
        officer: &OfficerId,
        opened: &Opened,
        tries: Tries,
        clock_trust: ClockTrust,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        let by = UnlockedBy::Pin;
        self.begin_with(officer, opened, tries, &|start| Start { clock_trust, by, ..start }, tell)
    }

    /// Wrong tries so far.
    ///
    /// # Errors
    /// [`Error::Wait`] where it is too soon after the last.
    pub(crate) fn tries(&self, officer: &OfficerId) -> Result<Tries, Error> {
        let now = self.clock.now();
        let tries = Tries::load(&self.stores, officer);
        if let Some(wait) = tries.wait(now) {
            let settled = tries.settled(now);
            let kept = settled == tries || (!self.read_only && settled.save(&self.stores, officer));
            // A time to come that cannot be put right would lock the officer out until then.
            if kept {
                return Err(Error::Wait { seconds: wait.as_secs() });
            }
        }
        Ok(tries)
    }

    /// One more wrong try.
    pub(crate) fn note_failure(&self, officer: &OfficerId, tries: Tries) -> Tries {
        let tries = tries.failed(self.clock.now());
        if !self.read_only {
            tries.save(&self.stores, officer);
        }
        tries
    }

    fn begin_with(
        &self,
        officer: &OfficerId,
        opened: &Opened,
        tries: Tries,
        how: &dyn Fn(Start) -> Start,
        tell: &mut dyn FnMut(Unlocking),
    ) -> Result<Session, Error> {
        tell(Unlocking::Accepted);
        let given = !opened.pair.given.is_empty();
        let start = |pair| Ok::<_, Error>(how(self.start_of(officer, pair, opened, tries.failures)?));
        let started =
            Session::start(start(opened.again()?)?, &mut |done, total| tell(Unlocking::Reading { done, total }));
        let session = match started {
            // What another identity of his wrote does not open with this one: which of them counts, the log says.
            Err(error @ (Error::IndexAltered | Error::MemoryAltered)) => {
                let probe = Start { index: IndexUse::None, place: Place::NotAsked, ..start(opened.again()?)? };
                match Session::start(Start { read_only: true, ..probe }, &mut |_, _| ()) {
                    Err(replaced @ Error::IdentityReplaced { .. }) => return Err(replaced),
                    Ok(session) if session.comes_back() => {}
                    Ok(_) | Err(_) => return Err(error),
                }
                self.stores.remove_index(&opened.seat.name)?;
                let start = Start { memory: Memory::Lost, ..start(opened.again()?)? };
                Session::start(start, &mut |done, total| tell(Unlocking::Reading { done, total }))?
            }
            // Later epochs of the vault key reach nobody whose keys another chose.
            Err(Error::Forged { rule: VAULT_KEY_WITHHELD, .. }) if given => {
                return Err(Error::GivenKeysStale { officer: officer.to_string() });
            }
            other => other?,
        };
        if tries.failures > 0 && !self.read_only {
            Tries::clear(&self.stores, officer);
        }
        Ok(session)
    }

    /// Opens the identity of an officer that this passphrase is for, and says where it lies. Where a process died while it replaced
    /// one, that is the new one, once the log says so. `but`: those that were found to count no more.
    fn open_identity(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        but: &[String],
    ) -> Result<(String, Opened), Opening> {
        let mut closed = Opening::Failed(Error::NotFound { kind: "officer", name: officer.to_string() });
        let first = Seat::first(&self.stores, officer);
        let further = self.stores.further_identities(officer).map_err(Opening::Failed)?;
        let named = std::iter::once(first).chain(further).map(|seat| (seat.identity.clone(), seat));
        for (path, seat) in named.filter(|(path, _)| !but.contains(path)) {
            match identity::unlock(&self.stores, seat, None, officer, passphrase, &self.attendant) {
                Ok(opened) => return Ok((path, opened)),
                Err(Opening::Failed(Error::NotFound { .. })) => {}
                Err(Opening::WrongPassphrase) => closed = Opening::WrongPassphrase,
                // That of another workstation of his, it may be.
                Err(Opening::Failed(error @ Error::Token(_))) => match closed {
                    Opening::WrongPassphrase => {}
                    Opening::Failed(_) => closed = Opening::Failed(error),
                },
                Err(failed) => return Err(failed),
            }
        }
        let recorded = self.recorded_identities(officer).map_err(Opening::Failed)?;
        for (path, seat) in recorded.into_iter().filter(|(path, _)| !but.contains(path)) {
            if let Ok(opened) = identity::unlock(&self.stores, seat, Some(&path), officer, passphrase, &self.attendant)
            {
                return Ok((path, opened));
            }
        }
        Err(closed)
    }

    /// Identities of an officer under names that do not count yet, whose keys the log has introduced.
    fn recorded_identities(&self, officer: &OfficerId) -> Result<Vec<(String, Seat)>, Error> {
        let mut waiting = self.stores.waiting_identities()?;
        waiting.retain(|waiting| waiting.officer == *officer);
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let mut recorded = Vec::new();
        for waiting in waiting {
            match self.introduced_as(waiting.key)? {
                Some(Introduced::First) => recorded.push((waiting.path, Seat::first(&self.stores, officer))),
                Some(Introduced::Further) => {
                    recorded.push((waiting.path, Seat::further(&self.stores, officer, waiting.key)));
                }
                None => {}
            }
        }
        Ok(recorded)
    }

    /// As what the log introduced these keys, by its public marks.
    pub(crate) fn introduced_as(&self, key: KeyId) -> Result<Option<Introduced>, Error> {
        let (ledger, _) = self.ledger()?;
        let authors = ledger.unchecked_for(ledger::AUTHOR, 0)?;
        let authors: Vec<(u64, KeyId)> = authors
            .iter()
            .filter_map(|part| Some((part.index, VerifyingKey::from_bytes(&part.sealed).ok()?.key_id())))
            .collect();
        let Some((index, _)) = authors.iter().find(|(_, author)| *author == key) else { return Ok(None) };
        for (_, author) in &authors {
            let beside = ledger.unchecked_for(&Audience::Beside(*author).to_string(), 0)?;
            if beside.iter().any(|part| part.index == *index) {
                return Ok(Some(Introduced::Further));
            }
        }
        Ok(Some(Introduced::First))
    }

    /// How many identities the log introduced that an officer has besides the first.
    pub(crate) fn further_introduced(&self, position: &Position) -> usize {
        let count = |key: KeyId| {
            let tag = Audience::Beside(key).to_string();
            self.ledger().ok().and_then(|(ledger, _)| ledger.unchecked_for(&tag, 0).ok()).map_or(0, |found| found.len())
        };
        position.authors().map(|author| count(author.key_id())).sum()
    }

    fn start_of(&self, officer: &OfficerId, pair: Pair, opened: &Opened, failed_attempts: u32) -> Result<Start, Error> {
        let Opened { anchor, seat, .. } = opened;
        let (ledger, read_only) = self.any_ledger()?;
        if *ledger.vault() != anchor.vault || ledger.first()? != anchor.first {
            return Err(Error::VaultForeign);
        }
        let ledger = self.own(ledger)?;
        let Pair { identity, signer, former, given, .. } = pair;
        let mut keyring = Keyring::new(officer.clone(), identity, signer, ledger.vault().clone())
            .after(former.iter().map(|former| former.key));
        // Of keys that another chose nothing is kept.
        let (index, place) = match given.is_empty() {
            true => (IndexUse::Kept, self.place.clone()),
            false => (IndexUse::None, Place::NotAsked),
        };
        given.into_iter().for_each(|(epoch, key)| keyring.add_vault_key(epoch, key));
        Ok(Start {
            stores: self.stores.clone(),
            settings: self.settings.clone(),
            clock: self.clock.clone(),
            randomness: self.randomness.clone(),
            faults: self.faults.clone(),
            work_factor: self.work_factor,
            ledger,
            keyring,
            seat: seat.clone(),
            attendant: self.attendant.clone(),
            text_reader: self.text_reader.clone(),
            former,
            anchor: anchor.clone(),
            index,
            purpose: Purpose::Work,
            place,
            memory: Memory::Expected,
            read_only,
            clock_trust: self.clock_trust,
            by: UnlockedBy::Passphrase,
            failed_attempts,
        })
    }

    /// Whether something other than an identity tells of an officer: his index in the folder, or what this workstation
    /// remembers of the log for him. The log itself names nobody without a key.
    fn remembers(&self, officer: &OfficerId) -> bool {
        let index = self.stores.index(officer.as_str()).ok().flatten();
        let indexed =
            index.is_some_and(|path| fs::symlink_metadata(path).is_ok()) || self.stores.seen(officer).is_some();
        indexed || outside::remembers(&self.place, &self.settings.id, officer)
    }

    /// Reads the whole log: every hash, every signature. Needs no key.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn verify(&self) -> Result<Verified, Error> {
        let (ledger, _) = self.ledger()?;
        Ok(Verified::from(&ledger.verify()?))
    }

    /// As [`Vault::verify`], and finds the first entries, at most so many, that bear a time more than a day after this
    /// computer's clock: as long as it has not come, nobody can unlock the vault.
    ///
    /// # Errors
    /// As [`Vault::verify`].
    pub fn verify_with_times(&self, most: usize) -> Result<(Verified, Vec<EntryAhead>), Error> {
        let (ledger, _) = self.ledger()?;
        let whole = ledger.verify_with(&mut |_, _| {})?;
        let found = self.entries_ahead(&ledger, &whole, registry::replay::AHEAD, most)?;
        Ok((Verified::from(&whole.head()), found))
    }

    /// The first entries, at most so many, that bear a time more than so many milliseconds after this computer's clock.
    fn entries_ahead(
        &self,
        ledger: &Ledger,
        whole: &Position,
        by_ms: i64,
        most: usize,
    ) -> Result<Vec<EntryAhead>, Error> {
        let latest = self.now().timestamp_millis().saturating_add(by_ms);
        let (mut found, mut position) = (Vec::new(), Position::start());
        // Entries stand in the order of their times.
        while whole.last_ms() > latest && found.len() < most {
            let (entries, next) = ledger.read(&position, IN_ONE_GO)?;
            if entries.is_empty() {
                break;
            }
            position = next;
            let ahead = entries.iter().filter(|entry| entry.at_ms() > latest).take(most - found.len());
            found.extend(ahead.map(|entry| EntryAhead {
                index: entry.index(),
                author: entry.author().to_string(),
                at: registry::state::instant(entry.at_ms()),
                ahead_seconds: entry.at_ms().saturating_sub(self.now().timestamp_millis()) / 1000,
            }));
        }
        Ok(found)
    }

    /// As [`Vault::verify`], and compares a checkpoint note that was kept elsewhere with the log. Gives as well how many lines
    /// stand around the note, of which nothing was looked at.
    ///
    /// # Errors
    /// [`Error::Malformed`] when it is no note, [`Error::CheckpointForged`] when none of this vault's officers signed it;
    /// [`Error::RolledBack`], [`Error::Forked`].
    pub fn verify_checkpoint(&self, note: impl AsRef<[u8]>) -> Result<(Verified, usize), Error> {
        let (ledger, _) = self.ledger()?;
        let position = ledger.verify_with(&mut |_, _| {})?;
        let checked = ledger::check_note(note, ledger.vault(), position.authors())?;
        ledger.begins_with(&checked.head)?;
        Ok((Verified::from(&position.head()), checked.lines_beside))
    }

    /// The end of the log, verified whole, and the keys that it introduced: one for each officer that was ever added, and one for each time that somebody renewed his.
    pub(crate) fn position(&self) -> Result<Position, Error> {
        Ok(self.ledger()?.0.verify_with(&mut |_, _| {})?)
    }

    /// Whether an entry says that others took the place of these keys.
    pub(crate) fn is_renewed(&self, key: KeyId) -> bool {
        let tag = Audience::Renews(key).to_string();
        self.ledger().is_ok_and(|(ledger, _)| ledger.unchecked_for(&tag, 0).is_ok_and(|found| !found.is_empty()))
    }

    /// The first entry of a verified log that lies so far ahead of this computer's clock that nobody records anything, if
    /// there is one; and when it ends that nobody does.
    pub(crate) fn waits(&self, whole: &Position) -> Result<Option<(EntryAhead, DateTime<Utc>)>, Error> {
        if whole.last_ms() <= self.now().timestamp_millis().saturating_add(SLACK) {
            return Ok(None);
        }
        let first = self.entries_ahead(&self.ledger()?.0, whole, SLACK, 1)?.pop();
        Ok(first.map(|entry| (entry, registry::state::instant(whole.last_ms().saturating_sub(SLACK)))))
    }

    /// How strong a passphrase is that an officer chooses, while he chooses it: said, and nothing refused. `officer` and
    /// `full_name` as far as they are known.
    pub fn strength_of(&self, chosen: &Passphrase, officer: &str, full_name: &str) -> Strength {
        strength::judged(chosen, &[officer, full_name, &self.settings.name], Taken::Any)
    }

    /// Refuses a passphrase that an officer chooses, where it is easily guessed.
    pub(crate) fn require_strong(&self, chosen: &Passphrase, of: &OfficerId, full_name: &str) -> Result<(), Error> {
        let known = [of.as_str(), full_name, &self.settings.name];
        strength::acceptable(chosen, &known, Taken::Any)
    }

    /// Where it lies.
    pub fn stores(&self) -> &Stores {
        &self.stores
    }

    pub(crate) fn randomness(&self) -> &dyn Randomness {
        &*self.randomness
    }

    pub(crate) fn work_factor(&self) -> WorkFactor {
        self.work_factor
    }

    /// The log, where something is to be written next to it.
    pub(crate) fn ledger_for_request(&self) -> Result<Ledger, Error> {
        match self.ledger()? {
            (_, true) => Err(Error::ReadOnly),
            (ledger, false) => Ok(ledger),
        }
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The log, and whether it can only be read.
    pub(crate) fn ledger(&self) -> Result<(Ledger, bool), Error> {
        let (ledger, read_only) = self.any_ledger()?;
        Ok((self.own(ledger)?, read_only))
    }

    /// A log, if it is the one that `vault.toml` names.
    fn own(&self, ledger: Ledger) -> Result<Ledger, Error> {
        if ledger.vault().as_str() == self.settings.id { Ok(ledger) } else { Err(Error::SettingsAltered) }
    }

    fn any_ledger(&self) -> Result<(Ledger, bool), Error> {
        let ledger = match self.stores.log(if self.read_only { Access::ReadOnly } else { Access::ReadWrite }) {
            Err(Error::ReadOnly) => self.stores.log(Access::ReadOnly)?,
            other => other?,
        };
        let read_only = ledger.access() == Access::ReadOnly;
        Ok((ledger, read_only))
    }
}

/// The first officer of a new vault, and what the vault is called.
struct First {
    name: String,
    officer: OfficerId,
    full_name: String,
    nationality: String,
    regime: Regime,
    work_factor: WorkFactor,
}

impl First {
    fn parse(new: NewVault, passphrase: &Passphrase) -> Result<First, Error> {
        let (name, full_name) = (text::line("name", &new.name)?, text::line("full_name", &new.full_name)?);
        strength::acceptable(passphrase, &[new.officer.as_str(), &full_name, &name], Taken::Any)?;
        Ok(First {
            name,
            full_name,
            nationality: text::nationality(&new.nationality)?,
            officer: new.officer,
            regime: new.regime,
            work_factor: new.work_factor,
        })
    }

    /// Writes settings, entry 0 (the vault, its keys and its first officer), and the officer's identity.
    fn found(
        self,
        stores: &Stores,
        mut ledger: Ledger,
        passphrase: &Passphrase,
        now: DateTime<Utc>,
        randomness: &dyn Randomness,
    ) -> Result<(), Error> {
        let id = ledger.vault().clone();
        let settings =
            Settings { format: FORMAT, id: id.to_string(), name: self.name.clone(), register: REGISTER.to_owned() };
        stores.write_settings(&settings)?;
        let pair = Pair::generate(randomness);
        let officer = OfficerRecord {
            id: self.officer,
            full_name: self.full_name,
            nationality: self.nationality,
            roles: [policy::Role::SecurityOfficer, policy::Role::Custodian].into(),
            recipient: pair.identity.recipient().clone(),
            key: pair.signer.key_id(),
        };
        let me = officer.id.clone();
        let mut keyring = Keyring::new(me.clone(), pair.identity, pair.signer, id);
        let oversight = Identity::generate_from(randomness);
        let vault_key = seal::PartKey::generate_from(randomness);
        let mut words =
            EntryDraft { introduces: Some(keyring.signer.verifying_key().clone()), ..EntryDraft::default() };
        let text = words.keys_for(officer.key, &officer.recipient);
        text.part(&KeyName::Vault, 1, &vault_key);
        text.identity(&KeyName::Oversight, 1, &oversight);
        let words = words.record(AuditRecord::new(Act::Found).about("officer", me.to_string())).fact(Founded {
            name: self.name,
            register: REGISTER.to_owned(),
            officer,
            oversight: oversight.recipient().clone(),
            four_eyes: self.regime == Regime::Full,
        });
        let state = State::before_the_first(oversight.recipient());
        keyring.add_vault_key(1, vault_key);
        let key = seal::PartKey::generate_from(randomness);
        let session = OversightSession { id: randomness.id(), key, epoch: 1 };
        let draft = words.seal(&state, &keyring, &session, true)?;
        let head = ledger.head()?;
        let _ = ledger.append(&head, &keyring.signer, now.timestamp_millis(), draft, ())?;
        // The identity names the first entry of its vault, so that entry comes first.
        let anchor = Anchor { vault: ledger.vault().clone(), first: ledger.first()? };
        drop(ledger);
        let pair = Pair {
            identity: keyring.identity,
            signer: keyring.signer,
            former: Vec::new(),
            seat: None,
            given: Vec::new(),
        };
        let locked = pair.lock(&me, &anchor, passphrase, self.work_factor);
        Ok(stores.files().write(&stores.identity(&me), &locked)?)
    }
}
