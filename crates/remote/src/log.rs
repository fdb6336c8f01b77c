//! The log of a vault in PostgreSQL.

use std::sync::Arc;

use ledger::{Access, Check, Error as LogError, Flaw, Hash, Head, LogStore, LogView, StoredEntry, VaultId, merkle};
use tokio_postgres::types::Type;

use crate::handle::{Handle, hash, whole};
use crate::runtime::{self, PATIENCE};
use crate::server::{Again, Param, value};
use crate::view::View;
use crate::{Error, Server, parts, schema};

const APPEND: &str = "SELECT outcome, size, root FROM zegel.append($1, $2, $3, $4, $5, $6)";

/// Roles belong to the whole server: another vault's owner may have made it.
const ROLE: &str = "DO $$ BEGIN CREATE ROLE zegel_client NOLOGIN; \
    EXCEPTION WHEN duplicate_object THEN NULL; WHEN insufficient_privilege THEN \
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zegel_client') THEN RAISE; END IF; END $$;";

/// A handle on the log of a vault in PostgreSQL.
pub struct PgLog {
    handle: Handle,
    access: Access,
    /// Whether the connection has the turn to append.
    reserved: bool,
}

/// What the server says of an append.
enum Outcome {
    Added,
    Moved(Head),
    Swept,
}

impl PgLog {
    /// Makes the tables of an empty log, and the role of those who use them where it is not there and the user may make it. For the
    /// owner of the database.
    ///
    /// # Errors
    /// [`Error::Exists`] where there is a vault already; [`Error::Refused`] where the user may not.
    pub fn create(server: Arc<Server>, vault: &VaultId) -> Result<PgLog, Error> {
        runtime::wait(PATIENCE, async {
            let line = server.connect().await?;
            let root = Hash::empty();
            let row = "INSERT INTO zegel.head (one, vault, format, size, root, peaks) VALUES (true, $1, $2, 0, $3, '')";
            line.run(&format!("BEGIN; {ROLE} {} INSERT INTO zegel.collections VALUES (true, 0)", schema::SCHEMA))
                .await?;
            let params: [Param<'_>; 3] =
                [(&vault.as_str(), Type::TEXT), (&schema::FORMAT, Type::INT4), (&root.0.as_slice(), Type::BYTEA)];
            line.rows(64, row, &params).await?;
            line.run("COMMIT").await
        })?;
        PgLog::open(server, Access::ReadWrite)
    }

    /// The log that is there.
    ///
    /// # Errors
    /// [`Error::Missing`] where there is none; [`Error::Offline`], [`Error::Refused`], [`Error::Answer`].
    pub fn open(server: Arc<Server>, access: Access) -> Result<PgLog, Error> {
        let (line, vault) = server.ask_for("SELECT vault, format FROM zegel.head", |row| {
            let format = value::<i32>(row, "format")?;
            if format == schema::FORMAT { Ok(value::<&str>(row, "vault")?.to_owned()) } else { Err(Error::Answer) }
        })?;
        let vault = vault.parse().map_err(|_| Error::Answer)?;
        Ok(PgLog { handle: Handle::new(server, vault, line), access, reserved: false })
    }

    /// `packed` are the parts of each entry.
    fn append_once(
        &self,
        expected: &Head,
        entries: &[StoredEntry],
        packed: &[Vec<u8>],
        was_sent: &mut bool,
    ) -> Result<Outcome, Error> {
        let size = i64::try_from(expected.size).map_err(|_| Error::Answer)?;
        let root = expected.root.0.as_slice();
        let fence = self.handle.server().fence();
        let bodies: Vec<&[u8]> = entries.iter().map(|entry| entry.body.as_slice()).collect();
        let signed: Vec<&[u8]> = entries.iter().map(|entry| entry.signatures.as_slice()).collect();
        let params: [Param<'_>; 6] = [
            (&size, Type::INT8),
            (&root, Type::BYTEA),
            (&fence, Type::INT8),
            (&bodies, Type::BYTEA_ARRAY),
            (&signed, Type::BYTEA_ARRAY),
            (&packed, Type::BYTEA_ARRAY),
        ];
        runtime::wait(PATIENCE, async {
            let line = self.handle.line().await?;
            *was_sent = true;
            let asked = line.one(256, APPEND, &params).await;
            if !line.is_closed() && !matches!(asked, Err(Error::Offline)) {
                self.handle.keep(line);
            }
            let row = asked?;
            let head = Head { size: whole(&row, "size")?, root: hash(&row, "root")? };
            match value::<&str>(&row, "outcome")? {
                "added" => Ok(Outcome::Added),
                "moved" => Ok(Outcome::Moved(head)),
                "swept" => Ok(Outcome::Swept),
                _ => Err(Error::Answer),
            }
        })
    }

    /// Whether these entries are in the log: what became of an append whose connection broke.
    fn are_there(&self, entries: &[StoredEntry]) -> Result<bool, LogError> {
        let Some(first) = entries.first() else { return Ok(false) };
        let view = self.view()?;
        for (entry, at) in entries.iter().zip(first.position..) {
            let there = view.entries(at, 1, 1)?;
            let is_mine = |there: &StoredEntry| there.body == entry.body && there.signatures == entry.signatures;
            if !there.first().is_some_and(is_mine) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn append_surely(&self, expected: &Head, entries: &[StoredEntry]) -> Result<(), LogError> {
        let packed = entries.iter().map(|entry| {
            let too_much = LogError::Integrity { entry: Some(entry.position), flaw: Flaw::Part };
            parts::pack(&entry.parts).ok_or(too_much)
        });
        let packed = packed.collect::<Result<Vec<_>, _>>()?;
        // Whether a connection broke after the entries were sent: what became of them is not known.
        let mut is_doubtful = false;
        let mut again = Again::new();
        loop {
            let mut was_sent = false;
            match self.append_once(expected, entries, &packed, &mut was_sent) {
                Ok(Outcome::Added) => return Ok(()),
                Ok(Outcome::Moved(head)) => {
                    let is_mine = is_doubtful && self.are_there(entries).map_err(|error| unknown(&error))?;
                    return if is_mine { Ok(()) } else { Err(LogError::Moved(head)) };
                }
                // The head was as expected: nothing of an earlier attempt is there, and nothing can come of it any more but by
                // the same comparison, which an object that is gone would not pass either.
                Ok(Outcome::Swept) => return Err(LogError::Busy),
                Err(Error::Offline) => {
                    is_doubtful |= was_sent;
                    if !again.may() {
                        return Err(if is_doubtful { unknown(&LogError::Offline) } else { LogError::Offline });
                    }
                }
                Err(error) if is_doubtful => return Err(unknown(&error.into())),
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// Whether something was added is not known.
fn unknown(error: &LogError) -> LogError {
    LogError::Io(format!("what became of an entry is not known: {error}"))
}

impl LogStore for PgLog {
    fn vault(&self) -> &VaultId {
        self.handle.vault()
    }

    fn access(&self) -> Access {
        self.access
    }

    fn view(&self) -> Result<Box<dyn LogView + '_>, LogError> {
        Ok(Box::new(View::begin(&self.handle)?))
    }

    fn checker(&self) -> Result<Check, LogError> {
        let other = PgLog::open(self.handle.server().clone(), Access::ReadOnly)?;
        Ok(Box::new(move || other.view()?.check_storage()))
    }

    fn reserve(&mut self) -> Result<(), LogError> {
        if self.access == Access::ReadOnly {
            return Err(LogError::ReadOnly);
        }
        if !self.reserved || !self.handle.is_connected() {
            self.reserved = false;
            let reserved = runtime::wait(PATIENCE, async {
                let line = self.handle.line().await?;
                line.run(&format!("SET lock_timeout = '15s'; SELECT pg_advisory_lock({})", schema::TURN)).await?;
                self.handle.keep(line);
                Ok::<_, Error>(())
            });
            reserved?;
            self.reserved = true;
        }
        Ok(())
    }

    fn release(&mut self) {
        if std::mem::take(&mut self.reserved) {
            let Some(line) = self.handle.take() else { return };
            let released = runtime::wait(PATIENCE, async {
                line.run(&format!("SELECT pg_advisory_unlock({})", schema::TURN)).await?;
                Ok::<_, Error>(line)
            });
            // A turn that cannot be given up ends with its connection.
            if let Ok(line) = released {
                self.handle.keep(line);
            }
        }
    }

    fn append(
        &mut self,
        expected: &Head,
        entries: &[StoredEntry],
        _: &[(merkle::NodeAt, Hash)],
    ) -> Result<(), LogError> {
        if self.access == Access::ReadOnly {
            return Err(LogError::ReadOnly);
        }
        let out_of_place = entries.iter().zip(expected.size..).find(|(entry, at)| entry.position != *at);
        let added = match out_of_place {
            Some((entry, _)) => Err(LogError::Integrity { entry: Some(entry.position), flaw: Flaw::Gap }),
            // The server reckons the tree by itself.
            None => self.append_surely(expected, entries),
        };
        self.release();
        added
    }
}

impl Drop for PgLog {
    fn drop(&mut self) {
        self.release();
    }
}
