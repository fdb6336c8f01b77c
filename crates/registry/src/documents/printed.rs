//! Printing. A copy on paper is numbered, and its number is never given again to that document.

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, RequiredSheet, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule, PrinterName};

/// How many copies are printed at a time.
pub const COPIES: u32 = 99;

/// Somebody is about to print copies of a document. What for, and which pages, its sheet says. Whether paper came out, no entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    pub document: DocumentId,
    pub printer: PrinterName,
    /// The number of the first of them, from 1.
    pub first: u32,
    pub copies: u32,
}

impl Fact for Printed {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// Also in a closed dossier: nothing comes into it by that.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        // What is on paper one person reads alone.
        require(!state.opens_by_two(&record.class), Rule::OneForTwo)?;
        require(state.may_hold_by_hard_rules(by.author, &record.class, by), Rule::PrintedWithoutRight)?;
        let listed = state.printer(&self.printer).ok_or(Rule::PrinterNotListed)?;
        require(state.level(&record.class) <= listed.ceiling, Rule::PrintedAboveCeiling)?;
        let next = record.copies().checked_add(1);
        let in_order = next == Some(self.first) && (1..=COPIES).contains(&self.copies);
        require(in_order && self.first.checked_add(self.copies).is_some(), Rule::CopiesOutOfOrder)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        record.printed.push(Copies { index: by.index, printer: self.printer.clone(), copies: self.copies });
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let (document, class) = (self.document.clone(), record.class);
        let may_write = vec![class.clone()];
        let sheet = RequiredSheet { document, class, epoch: None, or: Rule::PrintedWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Print)
            .about("document", self.document.to_string())
            .about("printer", self.printer.to_string())
            .about("copies", numbers(self.first, self.copies))
    }
}

/// That copies of a document were printed: by which entry, on which printer, and how many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copies {
    pub index: u64,
    pub printer: PrinterName,
    pub copies: u32,
}

/// Numbers as the log has them: `3`, or `3-5`.
pub fn numbers(first: u32, count: u32) -> String {
    match count {
        0 | 1 => first.to_string(),
        more => format!("{first}-{}", first.saturating_add(more).saturating_sub(1)),
    }
}
