//! The printers that documents may be printed on, each up to a level.

use label::Level;
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::PutInForce;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, PrinterName};

/// A printer on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedPrinter {
    /// As it was listed.
    pub name: PrinterName,
    /// The highest level that it may print.
    pub ceiling: Level,
    pub put: PutInForce,
}

/// A printer comes onto the list. What is on it is no longer changed: another ceiling is another listing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterListed {
    pub printer: PrinterName,
    pub ceiling: Level,
}

impl Fact for PrinterListed {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(state.printer(&self.printer).is_none(), Rule::PrinterListedTwice)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let put = PutInForce::by(by, true);
        state.printers.push(ListedPrinter { name: self.printer.clone(), ceiling: self.ceiling, put });
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::AddPrinter)
            .about("printer", self.printer.to_string())
            .about("ceiling", self.ceiling.to_string())
    }
}

/// A printer goes off the list: nothing is printed on it any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrinterRemoved {
    pub printer: PrinterName,
}

impl Fact for PrinterRemoved {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(state.printer(&self.printer).is_some(), Rule::PrinterNotListed)
    }

    fn apply(&self, state: &mut State, _: &Context<'_>) {
        state.printers.retain(|listed| !listed.name.is_the_same(&self.printer));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::RemovePrinter).about("printer", self.printer.to_string())
    }
}

impl State {
    /// A printer of the list, however its name is spelt: to CUPS, names that differ in case alone are one.
    pub fn printer(&self, name: &PrinterName) -> Option<&ListedPrinter> {
        self.printers.iter().find(|listed| listed.name.is_the_same(name))
    }
}
