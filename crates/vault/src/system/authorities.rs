//! The authorities that this vault speaks for: about documents of others it decides only with their consent (art. 7).

use policy::Role;
use policy::authorities::{AUTHORITIES, AUTHORITY_NAME, OwnAuthorities};
use registry::assents::Matter;
use registry::event::AuthoritiesReplaced;
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{AskedAuthorities, AssentId, AuthoritiesView, Decided, Error, Session, text};

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
            changed_at: in_force.put.as_ref().map(|put| instant(put.at_ms)),
            changed_by: in_force.put.as_ref().map(|put| put.by.clone()),
            changed_by_name: in_force.put.as_ref().map(|put| self.name_of(&put.by).full_name),
        })
    }

    /// Adds an authority to those that this vault speaks for; where that takes two, asks for the yes of another.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::Exists`], also for the vault's own name;
    /// [`Error::Missing`], [`Error::TooLong`] name or list.
    pub fn add_authority(&mut self, name: &str) -> Result<Decided<AuthoritiesView>, Error> {
        let name = text::short("authority", name, AUTHORITY_NAME)?;
        let about = AuditRecord::new(Act::AddAuthority).about("authority", name.clone());
        self.replace_authorities(&about, |session| {
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
            Ok(authorities)
        })
    }

    /// Takes an authority off the list, or asks for that: from then on its consent is asked for. What was decided stays.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::NotFound`], also for the vault's own name.
    pub fn remove_authority(&mut self, name: &str, why: &str) -> Result<Decided<AuthoritiesView>, Error> {
        let name = text::short("authority", name, AUTHORITY_NAME)?;
        let why = text::remark("why", why)?;
        let about = AuditRecord::new(Act::RemoveAuthority).about("authority", name.clone()).about("why", why);
        self.replace_authorities(&about, |session| {
            let list = &session.state.authorities.list;
            if !list.has(&name) {
                return Err(Error::NotFound { kind: "authority", name: name.clone() });
            }
            Ok(list.without(&name))
        })
    }

    /// Puts another list in force, or asks for the yes of another, with what the log is told of it in addition.
    fn replace_authorities(
        &mut self,
        about: &AuditRecord,
        then: impl Fn(&Session) -> Result<OwnAuthorities, Error>,
    ) -> Result<Decided<AuthoritiesView>, Error> {
        let action = about.act().map_or("", Act::as_str);
        let id = AssentId::parse(&self.randomness.id())?;
        let mut asked = None;
        self.enter(about, |session, _| {
            session.require_roles(action, &[Role::SecurityOfficer])?;
            let fact = AuthoritiesReplaced { authorities: then(session)? };
            asked = session.state.rules_take_two().then(|| id.clone());
            let matter = Matter::Authorities(fact.clone());
            let event = session.fact_or_request(fact, asked.clone(), matter)?;
            // As it stands on the list, however it was typed.
            let record = event.record(&session.state).about_some("why", about.detail.get("why").cloned());
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        match asked {
            Some(request) => Ok(Decided::Waiting(request)),
            None => self.authorities().map(Decided::Effective),
        }
    }

    /// What a list that was asked for would change in the one in force.
    pub(crate) fn view_of_asked_authorities(&self, of: &AuthoritiesReplaced) -> AskedAuthorities {
        let (added, removed) = self.state.authorities.list.changes(&of.authorities);
        AskedAuthorities { added, removed }
    }
}
