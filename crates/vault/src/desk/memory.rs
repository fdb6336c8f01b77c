//! What a session must know again at the next unlock.

use jiff::Timestamp;
use ledger::Position;
use rusqlite::{Connection, OptionalExtension as _, params};
use seal::SecretBytes;

use super::{Change, Desk, DeskError};

const POSITION: &str = "position";
const SNAPSHOT: &str = "snapshot";
const CLASS_KEYS: &str = "class-keys";
const LAST_UNLOCK: &str = "last-unlock";

impl Desk {
    /// How far the log was read and checked; nothing if this desk has read none of it.
    ///
    /// # Errors
    /// [`DeskError::Altered`].
    pub fn position(&self) -> Result<Option<Position>, DeskError> {
        position(&self.connection)
    }

    /// The state that the log had at [`Desk::position`], in whatever form the vault gave it.
    ///
    /// # Errors
    /// [`DeskError::Altered`].
    pub fn snapshot(&self) -> Result<Option<Vec<u8>>, DeskError> {
        read(&self.connection, SNAPSHOT)
    }

    /// The keys that were delivered to the officer, in whatever form the vault gave them.
    ///
    /// # Errors
    /// [`DeskError::Altered`].
    pub fn class_keys(&self) -> Result<Option<SecretBytes>, DeskError> {
        Ok(read(&self.connection, CLASS_KEYS)?.map(SecretBytes::new))
    }

    /// When the officer last unlocked the vault before this session noted its own.
    ///
    /// # Errors
    /// [`DeskError::Altered`].
    pub fn last_unlock(&self) -> Result<Option<Timestamp>, DeskError> {
        let Some(ms) = self.number(LAST_UNLOCK)? else { return Ok(None) };
        Timestamp::from_millisecond(ms).map(Some).map_err(|_| DeskError::Altered)
    }

    fn number(&self, name: &str) -> Result<Option<i64>, DeskError> {
        let Some(bytes) = read(&self.connection, name)? else { return Ok(None) };
        bytes.try_into().map(|bytes| Some(i64::from_be_bytes(bytes))).map_err(|_| DeskError::Altered)
    }
}

impl Change<'_> {
    /// Remembers how far the log was read: in the same change as what was learnt on the way.
    ///
    /// # Errors
    /// Those of [`Desk::change`].
    pub fn set_position(&self, position: &Position) -> Result<(), DeskError> {
        write(self.connection(), POSITION, &position.to_bytes())
    }

    /// Keeps the state at that position.
    ///
    /// # Errors
    /// Those of [`Desk::change`].
    pub fn set_snapshot(&self, snapshot: &[u8]) -> Result<(), DeskError> {
        write(self.connection(), SNAPSHOT, snapshot)
    }

    /// Keeps the officer's keys; those that were kept before are overwritten on disk.
    ///
    /// # Errors
    /// Those of [`Desk::change`].
    pub fn set_class_keys(&self, keys: &SecretBytes) -> Result<(), DeskError> {
        write(self.connection(), CLASS_KEYS, keys.expose_secret())
    }

    /// Notes that the officer has unlocked the vault.
    ///
    /// # Errors
    /// Those of [`Desk::change`].
    pub fn set_last_unlock(&self, at: Timestamp) -> Result<(), DeskError> {
        write(self.connection(), LAST_UNLOCK, &at.as_millisecond().to_be_bytes())
    }
}

/// The one thing that every version of the desk must be able to tell.
pub(super) fn position(connection: &Connection) -> Result<Option<Position>, DeskError> {
    let Some(bytes) = read(connection, POSITION)? else { return Ok(None) };
    Position::from_bytes(&bytes).map(Some).map_err(|_| DeskError::Altered)
}

fn read(connection: &Connection, name: &str) -> Result<Option<Vec<u8>>, DeskError> {
    let mut statement = connection.prepare_cached("SELECT value FROM memory WHERE name = ?1")?;
    Ok(statement.query_row([name], |row| row.get(0)).optional()?)
}

fn write(connection: &Connection, name: &str, value: &[u8]) -> Result<(), DeskError> {
    connection
        .prepare_cached("INSERT INTO memory (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2")?
        .execute(params![name, value])?;
    Ok(())
}
