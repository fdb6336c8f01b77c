//! The authorities that this vault speaks for: about documents of others it decides only with their consent (art. 7).

use policy::Role;
use policy::authorities::{AUTHORITIES, AUTHORITY_NAME};
use registry::event::AuthoritiesReplaced;
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{AuthoritiesView, Error, Session, text};

impl Session {
    /// The list in force. Everybody may read it: who files a document names one of them as its originator.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn authorities(&mut self) -> Result<AuthoritiesView, Error> {
        self.catch_up()?;
        let in_force = &self.state.authorities;
        Ok(AuthoritiesView {
            vault: self.state.name.clone(),
            authorities: in_force.list.names().to_vec(),
            changed_at: in_force.changed.as_ref().map(|(at_ms, _)| instant(*at_ms)),
            changed_by: in_force.changed.as_ref().map(|(_, by)| by.clone()),
        })
    }

    /// Adds an authority to those that this vault speaks for.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::Exists`], also for the vault's own name;
    /// [`Error::Missing`], [`Error::TooLong`] name or list.
    pub fn add_authority(&mut self, name: &str) -> Result<AuthoritiesView, Error> {
        let name = text::short("authority", name, AUTHORITY_NAME)?;
        let record = AuditRecord::new(Act::AddAuthority).about("authority", name.clone());
        self.enter(&record, |session, _| {
            session.require_roles("add-authority", &[Role::SecurityOfficer])?;
            let list = &session.state.authorities.list;
            if list.authority(&name, &session.state.name) == policy::Authority::Own {
                return Err(Error::Exists { kind: "authority", name: name.clone() });
            }
            if list.names().len() >= AUTHORITIES {
                return Err(Error::TooLong { field: "authorities", limit: AUTHORITIES });
            }
            let authorities = list.with(&name);
            if authorities.flaw(&session.state.name).is_some() {
                return Err(Error::Malformed { field: "authority" });
            }
            let event = AuthoritiesReplaced { authorities };
            Ok(EntryDraft::default().fact(event).record(record.clone()))
        })?;
        self.authorities()
    }

    /// Takes an authority off the list: from now on its consent is asked for. What was decided stays.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::NotFound`], also for the vault's own name.
    pub fn remove_authority(&mut self, name: &str, why: &str) -> Result<AuthoritiesView, Error> {
        let name = text::short("authority", name, AUTHORITY_NAME)?;
        let why = text::remark("why", why)?;
        let record = AuditRecord::new(Act::RemoveAuthority).about("authority", name.clone()).about("why", why);
        self.enter(&record, |session, _| {
            session.require_roles("remove-authority", &[Role::SecurityOfficer])?;
            let list = &session.state.authorities.list;
            if !list.has(&name) {
                return Err(Error::NotFound { kind: "authority", name: name.clone() });
            }
            let authorities = list.without(&name);
            // As it stands on the list, however it was typed.
            let listed = list.names().iter().find(|listed| !authorities.names().contains(listed));
            let record = record.clone().about("authority", listed.unwrap_or(&name).clone());
            Ok(EntryDraft::default().fact(AuthoritiesReplaced { authorities }).record(record))
        })?;
        self.authorities()
    }
}
