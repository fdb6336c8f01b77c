//! The printers that documents may be printed on, each up to a level.

use policy::Role;
use registry::PrinterName;
use registry::assents::Matter;
use registry::event::{PrinterListed, PrinterRemoved};
use registry::log::{Act, AuditRecord};
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::{AskedPrinter, AssentId, Decided, Error, Level, PrinterView, Session, text};

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

    /// Puts a printer onto the list, up to a level that stays as it is; where that takes two, asks for the yes of another.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer; [`Error::Exists`], in upper or lower case; [`Error::Missing`] reason;
    /// [`Error::TooLong`] list.
    pub fn add_printer(
        &mut self,
        printer: &PrinterName,
        ceiling: Level,
        why: &str,
    ) -> Result<Decided<Vec<PrinterView>>, Error> {
        let why = text::remark("why", why)?;
        let id = AssentId::parse(&self.randomness.id())?;
        let mut asked = None;
        let about = AuditRecord::new(Act::AddPrinter)
            .about("printer", printer.to_string())
            .about("ceiling", ceiling.to_string())
            .about("why", why.clone());
        self.enter(&about, |session, _| {
            session.require_roles(Act::AddPrinter.as_str(), &[Role::SecurityOfficer])?;
            if let Some(listed) = session.state.printer(printer) {
                return Err(Error::Exists { kind: "printer", name: listed.name.to_string() });
            }
            if session.state.printers.len() >= PRINTERS {
                return Err(Error::TooLong { field: "printers", limit: PRINTERS });
            }
            let fact = PrinterListed { printer: printer.clone(), ceiling };
            asked = fact.takes_two(&session.state).then(|| id.clone());
            let matter = Matter::Printer(fact.clone());
            let event = session.fact_or_request(fact, asked.clone(), matter)?;
            let record = event.record(&session.state).about("why", why.clone());
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        match asked {
            Some(request) => Ok(Decided::Waiting(request)),
            None => self.printers().map(Decided::Effective),
        }
    }

    /// A printer that was asked for, as those who answer see it; `asked`: the entry of the request.
    pub(crate) fn view_of_asked_printer(&self, of: &PrinterListed, asked: u64) -> AskedPrinter {
        AskedPrinter { printer: of.printer.clone(), ceiling: of.ceiling, why: self.why_of(asked) }
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
