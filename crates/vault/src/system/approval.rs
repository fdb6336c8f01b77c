//! The approval of the system (Act of 11 December 1998, art. 8 §4). Without one, a vault is for exercises.

use policy::Role;
use registry::event::ApprovalRecorded;
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::{ApprovalView, Error, RecordApproval, Session, text};

impl Session {
    /// Enters the approval; it takes the place of the one before.
    ///
    /// # Errors
    /// [`Error::ImplausibleDate`] when it is over already; [`Error::Denied`] to anybody but a security officer.
    pub fn record_approval(&mut self, approval: RecordApproval) -> Result<(), Error> {
        let RecordApproval { authority, reference, ceiling, until } = approval;
        let authority = text::line("authority", &authority)?;
        let reference = text::line("reference", &reference)?;
        self.plausible("until", until, DayOf::EndToCome)?;
        let record = AuditRecord::new(Act::RecordApproval)
            .about("authority", authority.clone())
            .about("reference", reference.clone())
            .about("ceiling", ceiling.as_str())
            .about("until", until.to_string());
        let event = ApprovalRecorded { authority, reference, ceiling, until };
        self.enter(&record, |session, _| {
            session.require_roles("record-approval", &[Role::SecurityOfficer])?;
            Ok(EntryDraft::default().fact(event.clone()).record(record.clone()))
        })?;
        self.chores()
    }

    /// The approval in force or, where it has run out, the last one; none: an exercise vault.
    pub fn approval(&self) -> Option<ApprovalView> {
        self.state.approval.as_ref().map(|approval| ApprovalView {
            authority: approval.authority.clone(),
            reference: approval.reference.clone(),
            ceiling: approval.ceiling,
            until: approval.until,
            recorded: instant(approval.at_ms),
            recorded_by: approval.by.clone(),
        })
    }
}
