//! The connection of one handle on the log: made when it is needed, and made again when it broke.

use std::cell::RefCell;
use std::sync::Arc;

use ledger::{Hash, VaultId};
use tokio_postgres::Row;

use crate::runtime::{self, PATIENCE};
use crate::server::{Again, Line, Param, value};
use crate::{Error, Server};

pub(crate) struct Handle {
    server: Arc<Server>,
    vault: VaultId,
    line: RefCell<Option<Line>>,
}

impl Handle {
    pub(crate) fn new(server: Arc<Server>, vault: VaultId, line: Line) -> Handle {
        Handle { server, vault, line: RefCell::new(Some(line)) }
    }

    pub(crate) fn server(&self) -> &Arc<Server> {
        &self.server
    }

    pub(crate) fn vault(&self) -> &VaultId {
        &self.vault
    }

    /// Asks for rows of at most so many bytes, again where a connection breaks: a question changes nothing.
    pub(crate) fn ask(&self, most: u64, sql: &str, params: &[Param<'_>]) -> Result<Vec<Row>, Error> {
        let mut again = Again::new();
        loop {
            let asked = runtime::wait(PATIENCE, async {
                let line = self.line().await?;
                let rows = line.rows(most, sql, params).await?;
                Ok::<_, Error>((line, rows))
            });
            match asked {
                Ok((line, rows)) => {
                    self.keep(line);
                    return Ok(rows);
                }
                Err(Error::Offline) if again.may() => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The connection of this handle, or a new one.
    pub(crate) async fn line(&self) -> Result<Line, Error> {
        match self.take() {
            Some(line) => Ok(line),
            None => self.server.connect().await,
        }
    }

    /// The connection, if there is one that is not broken.
    pub(crate) fn take(&self) -> Option<Line> {
        self.line.take().filter(|line| !line.is_closed())
    }

    pub(crate) fn keep(&self, line: Line) {
        self.line.replace(Some(line));
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.line.borrow().as_ref().is_some_and(|line| !line.is_closed())
    }
}

/// A column that counts.
pub(crate) fn whole(row: &Row, name: &str) -> Result<u64, Error> {
    u64::try_from(value::<i64>(row, name)?).map_err(|_| Error::Answer)
}

/// A column with a hash of the tree.
pub(crate) fn hash(row: &Row, name: &str) -> Result<Hash, Error> {
    hash_of(value(row, name)?)
}

/// A hash of the tree: 32 bytes.
pub(crate) fn hash_of(bytes: &[u8]) -> Result<Hash, Error> {
    bytes.try_into().map(Hash).map_err(|_| Error::Answer)
}
