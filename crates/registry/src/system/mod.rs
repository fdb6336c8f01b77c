//! The system: its approval, its classification guide, the authorities that it speaks for, the printers that it prints on.

mod approval;
mod authorities;
mod guide;
mod printers;

use chrono::NaiveDate;
use label::Level;
use policy::authorities::OwnAuthorities;
use policy::four_eyes::{Regime, rules_take_two};
use policy::guide::Guide;
use policy::{ApprovalFacts, SystemFacts};
use serde::{Deserialize, Serialize};

use crate::OfficerId;
use crate::fact::Context;
use crate::state::State;

pub use approval::{ApprovalMatter, LoneRight, Right};
pub use authorities::AuthoritiesReplaced;
pub use guide::GuideReplaced;
pub use printers::{ListedPrinter, PrinterListed, PrinterRemoved};

/// The approval in force.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Approval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    pub at_ms: i64,
    pub by: OfficerId,
    /// Its entry.
    pub index: u64,
}

/// The entry that put something in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutInForce {
    pub at_ms: i64,
    /// Its author: where it took two, who said yes.
    pub by: OfficerId,
    pub index: u64,
    /// It was its author's alone, and no second person has agreed to it since.
    pub alone: bool,
}

impl PutInForce {
    fn by(by: &Context<'_>, alone: bool) -> PutInForce {
        PutInForce { at_ms: by.at_ms, by: by.author.clone(), index: by.index, alone }
    }
}

/// A guide in the place of the one that ships with the program.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GuideInForce {
    pub guide: Guide,
    pub put: PutInForce,
}

/// The authorities that the vault speaks for in addition to its own name, and how their list was last changed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct AuthoritiesInForce {
    pub list: OwnAuthorities,
    pub put: Option<PutInForce>,
}

impl State {
    /// The classification guide in force.
    pub fn guide(&self) -> &Guide {
        self.guide.as_ref().map_or_else(|| Guide::builtin(), |in_force| &in_force.guide)
    }

    /// The rules that it works under.
    pub fn regime(&self) -> Regime {
        if self.four_eyes { Regime::Full } else { Regime::Exercise }
    }

    /// Whether the guide and the list of authorities take two: one security officer asks, another says yes.
    pub fn rules_take_two(&self) -> bool {
        rules_take_two(self.regime())
    }

    pub fn system(&self) -> SystemFacts {
        let approval = self.approval.as_ref().map(|a| ApprovalFacts { ceiling: a.ceiling, until: a.until });
        SystemFacts { approval }
    }
}
