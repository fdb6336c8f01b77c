//! Copying text of a document that is open: by its marking, decided by itself, and recorded before the clipboard has it.

use policy::copying::may_be_copied;
use policy::{Open, Permit};
use registry::documents::{DocumentRecord, Sheet};
use registry::log::{Act, AuditRecord};
use registry::policies::policies;

use super::require_version;
use super::withdraw::require_there;
use crate::doors::{self, Copying, PermitFor};
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{DocumentId, Error, Reason, Session, text};

impl Session {
    /// Whether the marking of a document lets text be copied from its pages, for those who may read it.
    pub fn may_copy_text(&self, id: &DocumentId) -> bool {
        self.state.documents.get(id).is_some_and(|filing| self.is_copied(&filing))
    }

    fn is_copied(&self, filing: &DocumentRecord) -> bool {
        let Some(access) = self.state.classes.get(&filing.class).map(|class| &class.access) else { return false };
        policies().policy(&access.policy).is_some_and(|policy| may_be_copied(access, policy))
    }

    /// Decides about copying text of a document that is open, and records it as another opening, of which `purpose` says what was
    /// copied. What comes back is what may go to the clipboard. `version`: the one that is open, from 1.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason: as for opening it, and where its marking does not let text be copied;
    /// [`Error::NotFound`]; [`Error::Missing`] purpose; [`Error::ReadOnly`] where it cannot be recorded.
    pub fn copy_text(&mut self, id: &DocumentId, version: u32, purpose: &str) -> Result<Copying, Error> {
        self.catch_up()?;
        let purpose = text::remark("purpose", purpose)?;
        let about = AuditRecord::new(Act::Open).about("document", id.to_string()).about("purpose", purpose.clone());
        let permit = self.decided(&about, |session, at| {
            let filing = session.filing(id)?;
            let permit: Permit<Open> =
                session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("open", &no))?;
            require_there("open", &filing)?;
            if !session.is_copied(&filing) {
                return Err(denied_for("open", Reason::new("not_copied")));
            }
            require_version(&filing, Some(version))?;
            session.require_key(&filing.class, filing.epoch)?;
            // Of several, which one.
            let which = Some(version).filter(|_| filing.count_versions() > 1);
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Opened { document: id.clone(), purpose: purpose.clone(), version: which };
            let record = about.clone().about_some("version", which.map(|version| version.to_string()));
            let draft = EntryDraft::default().record(record).sheet(&class, epoch, sheet);
            Ok((draft, PermitFor::new(permit, id.clone())))
        })?;
        Ok(doors::copy(permit))
    }
}
