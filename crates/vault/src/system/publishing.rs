//! Who may have a vault published.

use crate::{Error, Role, Session};

impl Session {
    /// Refuses those who may not have the vault published: it takes a security officer.
    ///
    /// # Errors
    /// [`Error::Denied`].
    pub fn require_publisher(&self) -> Result<(), Error> {
        self.require_roles("publish", &[Role::SecurityOfficer])
    }

    /// How many entries of the log this session has read.
    pub fn entries_read(&self) -> u64 {
        self.position.size()
    }
}
