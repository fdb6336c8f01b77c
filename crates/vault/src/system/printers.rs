//! The printers that documents may be printed on, each up to a level.

use policy::Role;
use registry::PrinterName;
use registry::event::{PrinterListed, PrinterRemoved};
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{Error, Level, PrinterView, Session, text};

/// How many there may be.
const PRINTERS: usize = 200;

impl Session {
    /// The list in force, as it was written. Everybody may read it: who prints chooses one of them.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn printers(&mut self) -> Result<Vec<PrinterView>, Error> {
        self.catch_up()?;
        let view = |listed: &registry::system::ListedPrinter| PrinterView {
            name: listed.name.clone(),
            ceiling: listed.ceiling,
            listed: instant(listed.put.at_ms),
            listed_by: listed.put.by.clone(),
            listed_by_name: self.name_of(&listed.put.by).full_name,
        };
        Ok(self.state.printers.iter().map(view).collect())
    }

    /// Puts a printer onto the list, up to a level that stays as it is.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::Exists`], in upper or lower case; [`Error::Missing`] reason;
    /// [`Error::TooLong`] list.
    pub fn add_printer(&mut self, printer: &PrinterName, ceiling: Level, why: &str) -> Result<Vec<PrinterView>, Error> {
        let why = text::remark("why", why)?;
        let about = AuditRecord::new(Act::AddPrinter)
            .about("printer", printer.to_string())
            .about("ceiling", ceiling.to_string())
            .about("why", why);
        self.enter(&about, |session, _| {
            session.require_roles(Act::AddPrinter.as_str(), &[Role::SecurityOfficer])?;
            if let Some(listed) = session.state.printer(printer) {
                return Err(Error::Exists { kind: "printer", name: listed.name.to_string() });
            }
            if session.state.printers.len() >= PRINTERS {
                return Err(Error::TooLong { field: "printers", limit: PRINTERS });
            }
            Ok(EntryDraft::default().fact(PrinterListed { printer: printer.clone(), ceiling }).record(about.clone()))
        })?;
        self.printers()
    }

    /// Takes a printer off the list: nothing is printed on it any more.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::NotFound`]; [`Error::Missing`] reason.
    pub fn remove_printer(&mut self, printer: &PrinterName, why: &str) -> Result<Vec<PrinterView>, Error> {
        let why = text::remark("why", why)?;
        let about = AuditRecord::new(Act::RemovePrinter).about("printer", printer.to_string()).about("why", why);
        self.enter(&about, |session, _| {
            session.require_roles(Act::RemovePrinter.as_str(), &[Role::SecurityOfficer])?;
            let unknown = || Error::NotFound { kind: "printer", name: printer.to_string() };
            let printer = session.state.printer(printer).ok_or_else(unknown)?.name.clone();
            // As it stands on the list, however it was typed.
            let record = about.clone().about("printer", printer.to_string());
            Ok(EntryDraft::default().fact(PrinterRemoved { printer }).record(record))
        })?;
        self.printers()
    }
}
