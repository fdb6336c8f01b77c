//! The classification guide of this vault: the one that ships with the program until a security officer replaces it.

use policy::Role;
use policy::guide::{Guide, GuideError};
use registry::event::GuideReplaced;
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{Error, GuideView, Session};

impl Session {
    /// The guide in force. Everybody may read it: who chooses a marking must know what it is held against.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn guide(&mut self) -> Result<GuideView, Error> {
        self.catch_up()?;
        let guide = self.state.guide();
        let in_force = self.state.guide.as_ref();
        Ok(GuideView {
            topics: guide.topics.clone(),
            aggregation: guide.aggregation,
            shipped: in_force.is_none(),
            changed_at: in_force.map(|guide| instant(guide.at_ms)),
            changed_by: in_force.map(|guide| guide.by.clone()),
        })
    }

    /// Puts a guide in force. What was filed before stays as it was marked.
    ///
    /// # Errors
    /// [`Error::Guide`] with what is wrong with it; [`Error::Denied`] to anybody but a security officer.
    pub fn replace_guide(&mut self, guide: Guide) -> Result<GuideView, Error> {
        if let Some(flaw) = guide.flaw() {
            return Err(GuideError { line: 0, flaw }.into());
        }
        let record = AuditRecord::new(Act::ReplaceGuide)
            .about("topics", guide.topics.len().to_string())
            .about("aggregation", guide.aggregation.to_string());
        self.enter(&record, |session, _| {
            session.require_roles("replace-guide", &[Role::SecurityOfficer])?;
            Ok(EntryDraft::default().fact(GuideReplaced { guide: guide.clone() }).record(record.clone()))
        })?;
        self.guide()
    }
}
