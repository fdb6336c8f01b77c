//! The printers that documents may be printed on, each up to a level.

use label::Level;
use policy::four_eyes::{Regime, printer_takes_two};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::PutInForce;
use crate::assents::{Acts, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::SECURITY;
use crate::state::State;
use crate::{ForgedRule as Rule, OfficerId, PrinterName};

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
        self.fits(state, by)?;
        require(!self.takes_two(state), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        self.put(state, PutInForce::by(by, true));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::AddPrinter))
    }
}

impl PrinterListed {
    /// Whether one security officer asks for it and another says yes.
    pub fn takes_two(&self, state: &State) -> bool {
        printer_takes_two(state.regime(), self.ceiling)
    }

    fn put(&self, state: &mut State, put: PutInForce) {
        state.printers.push(ListedPrinter { name: self.printer.clone(), ceiling: self.ceiling, put });
    }

    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_role(by.author, SECURITY, Rule::NotSecurityOfficer)?;
        require(state.printer(&self.printer).is_none(), Rule::PrinterListedTwice)
    }
}

/// From SECRET up, under the full rules: asked for by one security officer, on the list with the yes of another.
impl ByTwo for PrinterListed {
    const ACTS: Acts = Acts {
        asked: Act::RequestPrinter,
        done: Act::AddPrinter,
        refused: Act::RefusePrinter,
        recalled: Act::RecallPrinter,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        None
    }

    /// Not while it is on the list: it came there since it was asked for.
    fn peers(&self, state: &State) -> Peers<'_> {
        Peers::security_officers(None, state.printer(&self.printer).map(|listed| listed.put.index))
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("printer", self.printer.to_string()).about("ceiling", self.ceiling.to_string())
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.put(state, PutInForce::by(by, false));
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

    /// The printers that one person put onto the list alone, though under the full rules it takes two.
    pub(super) fn printers_of_one(&self) -> impl Iterator<Item = &ListedPrinter> {
        self.printers.iter().filter(|listed| listed.put.alone && printer_takes_two(Regime::Full, listed.ceiling))
    }
}
