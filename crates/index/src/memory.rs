//! What a session must remember until the next unlock.

use chrono::{DateTime, Utc};
use ledger::Position;
use rusqlite::{Connection, OptionalExtension as _, named_params};
use seal::SecretBytes;

use super::{Change, Index, IndexError};

const POSITION: &str = "position";
const SNAPSHOT: &str = "snapshot";
const CLASS_KEYS: &str = "class-keys";
const LAST_UNLOCK: &str = "last-unlock";
const NEW: &str = "new";
const FIRST_UNLOCK: &str = "first-unlock";
const LAST_CHECKPOINT: &str = "last-checkpoint";
const VERIFICATION: &str = "verification";
const COMPARED: &str = "compared";
const REKEYING: &str = "rekeying";
const PLACES: &str = "places";
const VIEWS: &str = "views";
const WRITING: &str = "writing";
const KEPT_DOSSIERS: &str = "kept-dossiers";

impl Index {
    /// How far the log was read and checked; nothing if this index has read none of it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn position(&self) -> Result<Option<Position>, IndexError> {
        position(&self.connection())
    }

    /// The state that the log had at [`Index::position`], in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn snapshot(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), SNAPSHOT)
    }

    /// The keys that were delivered to the officer, in whatever form the vault gave them.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn class_keys(&self) -> Result<Option<SecretBytes>, IndexError> {
        Ok(read(&self.connection(), CLASS_KEYS)?.map(SecretBytes::new))
    }

    /// Whether no session has gone on with this index yet: it was made, and remembers nothing of before.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn is_new(&self) -> Result<bool, IndexError> {
        Ok(self.number(NEW)?.is_some_and(|new| new != 0) || self.position()?.is_none())
    }

    /// Since when a checkpoint is to be kept elsewhere, and whether that was when one was taken; else it was the first session.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn last_checkpoint(&self) -> Result<Option<(DateTime<Utc>, bool)>, IndexError> {
        let taken = self.time(LAST_CHECKPOINT)?.map(|at| (at, true));
        Ok(taken.or(self.time(FIRST_UNLOCK)?.map(|at| (at, false))))
    }

    /// How far the log was verified again, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn verification(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), VERIFICATION)
    }

    /// How far older objects were sealed for present keys, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn rekeying(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), REKEYING)
    }

    /// The keys of colleagues that their codes were compared of, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn compared(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), COMPARED)
    }

    /// Where the officer stopped reading documents, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn places(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), PLACES)
    }

    /// Filters and orders of the register that the officer keeps, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn views(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), VIEWS)
    }

    /// What the officer is writing, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn writing(&self) -> Result<Option<SecretBytes>, IndexError> {
        Ok(read(&self.connection(), WRITING)?.map(SecretBytes::new))
    }

    /// The dossiers that the officer wants to have on this workstation, in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn kept_dossiers(&self) -> Result<Option<Vec<u8>>, IndexError> {
        read(&self.connection(), KEPT_DOSSIERS)
    }

    /// When the officer last unlocked the vault before this session noted its own.
    ///
    /// # Errors
    /// [`IndexError::Altered`].
    pub fn last_unlock(&self) -> Result<Option<DateTime<Utc>>, IndexError> {
        self.time(LAST_UNLOCK)
    }

    fn time(&self, name: &str) -> Result<Option<DateTime<Utc>>, IndexError> {
        let Some(ms) = self.number(name)? else { return Ok(None) };
        DateTime::from_timestamp_millis(ms).map(Some).ok_or(IndexError::Altered)
    }

    fn number(&self, name: &str) -> Result<Option<i64>, IndexError> {
        let Some(bytes) = read(&self.connection(), name)? else { return Ok(None) };
        bytes.try_into().map(|bytes| Some(i64::from_be_bytes(bytes))).map_err(|_| IndexError::Altered)
    }
}

impl Change<'_> {
    /// Remembers how far the log was read: in the same change as what was learnt on the way.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_position(&self, position: &Position) -> Result<(), IndexError> {
        write(self.connection(), POSITION, &position.to_bytes())
    }

    /// Keeps the state at that position.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_snapshot(&self, snapshot: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), SNAPSHOT, snapshot)
    }

    /// Keeps the officer's keys; those that were kept before are overwritten on disk.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_class_keys(&self, keys: &SecretBytes) -> Result<(), IndexError> {
        write(self.connection(), CLASS_KEYS, keys.expose_secret())
    }

    /// Notes that the officer has unlocked the vault.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_last_unlock(&self, at: DateTime<Utc>) -> Result<(), IndexError> {
        let at = at.timestamp_millis().to_be_bytes();
        if read(self.connection(), FIRST_UNLOCK)?.is_none() {
            write(self.connection(), FIRST_UNLOCK, &at)?;
        }
        write(self.connection(), LAST_UNLOCK, &at)
    }

    /// Notes that the index remembers nothing of before, or that a session has gone on with it all the same.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_new(&self, new: bool) -> Result<(), IndexError> {
        write(self.connection(), NEW, &i64::from(new).to_be_bytes())
    }

    /// Keeps how far older objects were sealed for present keys.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_rekeying(&self, rekeying: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), REKEYING, rekeying)
    }

    /// Notes that the officer was given a checkpoint to keep elsewhere.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_last_checkpoint(&self, at: DateTime<Utc>) -> Result<(), IndexError> {
        write(self.connection(), LAST_CHECKPOINT, &at.timestamp_millis().to_be_bytes())
    }

    /// Remembers the keys of colleagues that their codes were compared of.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_compared(&self, compared: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), COMPARED, compared)
    }

    /// Remembers where the officer stopped reading documents.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_places(&self, places: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), PLACES, places)
    }

    /// Keeps filters and orders of the register.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_views(&self, views: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), VIEWS, views)
    }

    /// Remembers what the officer is writing.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_writing(&self, writing: &SecretBytes) -> Result<(), IndexError> {
        write(self.connection(), WRITING, writing.expose_secret())
    }

    /// Keeps which dossiers the officer wants to have on this workstation.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_kept_dossiers(&self, kept: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), KEPT_DOSSIERS, kept)
    }

    /// Remembers how far the log was verified again.
    ///
    /// # Errors
    /// Those of [`Index::change`].
    pub fn set_verification(&self, verification: &[u8]) -> Result<(), IndexError> {
        write(self.connection(), VERIFICATION, verification)
    }
}

/// The one thing that every version of the index must be able to tell.
pub(super) fn position(connection: &Connection) -> Result<Option<Position>, IndexError> {
    let Some(bytes) = read(connection, POSITION)? else { return Ok(None) };
    Position::from_bytes(&bytes).map(Some).map_err(|_| IndexError::Altered)
}

fn read(connection: &Connection, name: &str) -> Result<Option<Vec<u8>>, IndexError> {
    let mut statement = connection.prepare_cached("SELECT value FROM memory WHERE name = :name")?;
    Ok(statement.query_row(named_params! { ":name": name }, |row| row.get("value")).optional()?)
}

fn write(connection: &Connection, name: &str, value: &[u8]) -> Result<(), IndexError> {
    connection
        .prepare_cached(
            "INSERT INTO memory (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value",
        )?
        .execute(named_params! { ":name": name, ":value": value })?;
    Ok(())
}
