//! Printing a document that is open: decided by itself, and recorded before anything goes to the printer.

use std::ops::RangeInclusive;

use chrono::{DateTime, Utc};
use policy::{Permit, Print};
use registry::documents::{COPIES, DocumentRecord, Sheet, numbers};
use registry::event::Printed;
use registry::log::{Act, AuditRecord};
use registry::{DocumentId, PrinterName};

use super::require_version;
use super::withdraw::require_there;
use crate::doors::{self, PermitFor, Printing};
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::{Error, Reason, Session, text};

/// What is to be printed, and on what.
#[derive(Clone, Debug)]
pub struct PrintOrder<'a> {
    pub document: &'a DocumentId,
    /// The one that is open, from 1.
    pub version: u32,
    pub printer: &'a PrinterName,
    /// From 1. That the document has them is for the caller to know, who has it open.
    pub pages: RangeInclusive<u32>,
    pub copies: u32,
    pub purpose: &'a str,
}

impl Session {
    /// Decides about copies on paper of a document that is open, gives each its number, and records it. What comes back is what
    /// may be drawn; that paper came out, nobody says.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason: as for opening it, where the printer is not on the list or may not print so high, and
    /// of what two open; [`Error::NotFound`]; [`Error::Malformed`] copies or pages; [`Error::Missing`] purpose.
    pub fn print(&mut self, order: &PrintOrder<'_>) -> Result<Printing, Error> {
        let PrintOrder { document: id, version, printer, pages, copies, purpose } = order;
        let (from, to) = (*pages.start(), *pages.end());
        if !(1..=COPIES).contains(copies) {
            return Err(Error::Malformed { field: "copies" });
        }
        if from == 0 || from > to {
            return Err(Error::Malformed { field: "pages" });
        }
        let purpose = text::remark("purpose", purpose)?;
        let about = AuditRecord::new(Act::Print)
            .about("document", id.to_string())
            .about("printer", printer.to_string())
            .about("pages", numbers(from, (to - from).saturating_add(1)))
            .about("purpose", purpose.clone());
        let permit = self.decided(&about, |session, at| {
            let filing = session.filing(id)?;
            let permit = session.permit_to_print(&filing, printer, at)?;
            require_version(&filing, Some(*version))?;
            // Of several, which one.
            let which = Some(*version).filter(|_| filing.count_versions() > 1);
            // As it stands on the list, however it was typed.
            let listed = session.state.printer(printer).ok_or(Error::Internal { what: "printer" })?.name.clone();
            let first = filing.copies().saturating_add(1);
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Printed {
                document: (*id).clone(),
                purpose: purpose.clone(),
                printer: listed.clone(),
                first,
                copies: *copies,
                pages: (from, to),
                version: which,
            };
            let record = about
                .clone()
                .about("printer", listed.to_string())
                .about("copies", numbers(first, *copies))
                .about_some("version", which.map(|version| version.to_string()));
            let fact = Printed { document: (*id).clone(), printer: listed.clone(), first, copies: *copies };
            let draft = EntryDraft::default().fact(fact).record(record).sheet(&class, epoch, sheet);
            let last = first.saturating_add(*copies - 1);
            Ok((draft, PermitFor::new(permit, (*id).clone()).for_copies(listed, first..=last, pages.clone())))
        })?;
        Ok(doors::print(permit))
    }

    /// Whether a document could be printed on a printer now, before it is opened for that: a denial is recorded, and nothing else.
    ///
    /// # Errors
    /// As [`Session::print`].
    pub fn require_print(&mut self, id: &DocumentId, printer: &PrinterName) -> Result<(), Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        let about =
            AuditRecord::new(Act::Print).about("document", id.to_string()).about("printer", printer.to_string());
        let permit = self.permit_to_print(&filing, printer, self.now());
        self.note_denial(permit.map(drop), &about)
    }

    fn permit_to_print(
        &self,
        filing: &DocumentRecord,
        printer: &PrinterName,
        at: DateTime<Utc>,
    ) -> Result<Permit<Print>, Error> {
        let permit = self.state.may_print(self.id(), &filing.class, printer, at);
        let permit = permit.map_err(|no| denied("print", &no))?;
        if self.state.opens_by_two(&filing.class) {
            return Err(denied_for("print", Reason::new("opens_by_two")));
        }
        require_there("print", filing)?;
        self.require_key(&filing.class, filing.epoch)?;
        Ok(permit)
    }
}
