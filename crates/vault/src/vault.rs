//! A vault: a folder that can be opened, listed by its officers, verified and unlocked.

mod founding;
mod unlocking;
mod verifying;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use ledger::{Access, Ledger, Position};
use seal::{Attendant, Randomness, SystemRandomness, Unattended};

pub use self::founding::NewVault;
pub(crate) use self::unlocking::Introduced;
pub use self::unlocking::Unlocking;
pub use self::verifying::{EntryAhead, MAX_NOTE};
use crate::faults::{FaultAt, Faults};
use crate::outside::{Place, lies_in};
use crate::reader::{NobodyReads, OtherPrograms, TextReader};
use crate::session::ClockTrust;
use crate::stores::{Settings, Stores};
use crate::strength::{self, Strength, Taken};
use crate::{Clock, Error, OfficerId, Passphrase, WorkFactor};

/// An opened vault. Knows who may unlock it, and nothing of what is in it.
pub struct Vault {
    stores: Stores,
    settings: Settings,
    /// Set once the log showed that its founder signed them.
    settings_proved: OnceLock<()>,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
    work_factor: WorkFactor,
    read_only: bool,
    clock_trust: ClockTrust,
    faults: Arc<Faults>,
    pub(crate) place: Place,
    attendant: Arc<dyn Attendant>,
    text_reader: Arc<dyn TextReader>,
}

impl Vault {
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
            settings_proved: OnceLock::new(),
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

    /// How other programs stand on this workstation, by which more of a document is shown and read.
    pub fn other_programs(&self) -> OtherPrograms {
        self.text_reader.other_programs()
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
    /// the person's own, such as `$XDG_STATE_HOME/zegel`. Without this call it is not; with none, or with one inside the vault, which
    /// is put back along with it, sessions warn that it is not.
    #[must_use]
    pub fn with_state_dir(self, dir: Option<PathBuf>) -> Vault {
        let inside = |dir: &PathBuf| self.stores().folder().is_some_and(|own| lies_in(dir, own.path()));
        let dir = dir.filter(|dir| !inside(dir));
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

    /// Since when the server of a shared vault's log is not there, while it is not: as the last who looked found it.
    pub fn offline_since(&self) -> Option<DateTime<Utc>> {
        self.stores.offline_since()
    }

    /// The same of its objects.
    pub fn objects_offline_since(&self) -> Option<DateTime<Utc>> {
        self.stores.objects_offline_since()
    }

    /// Those who have an identity here, by name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn officers(&self) -> Result<Vec<OfficerId>, Error> {
        self.stores.officers()
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

    /// What the clock says that it was opened with: the one that the whole program goes by.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The log, and whether it can only be read.
    pub(crate) fn ledger(&self) -> Result<(Ledger, bool), Error> {
        let (ledger, read_only) = self.any_ledger()?;
        Ok((self.own(ledger)?, read_only))
    }

    /// A log, if it is the one that `vault.toml` names.
    fn own(&self, ledger: Ledger) -> Result<Ledger, Error> {
        if ledger.vault().as_str() != self.settings.id {
            return Err(Error::SettingsAltered);
        }
        if self.settings_proved.get().is_none() {
            // The first entry introduces its own author, who signed the settings.
            let (_, after) = ledger.read(&Position::start(), 1)?;
            // Of an empty log it is told elsewhere that the first entry is not there.
            if let Some(founder) = after.authors().next() {
                self.settings.require_signed_by(founder)?;
                let _ = self.settings_proved.set(());
            }
        }
        Ok(ledger)
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
