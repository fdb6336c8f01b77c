//! The approval, the guide, the authorities and the printers, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use label::{Banner, Level};
use policy::Role;
use policy::four_eyes::Regime;
use policy::guide::{Topic, TopicChange};
use serde::{Deserialize, Serialize};

use crate::{AssentId, OfficerId, PrinterName};

/// The system's approval (Act of 11 December 1998, art. 8 §4).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ApprovalView {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    pub recorded: DateTime<Utc>,
    pub recorded_by: OfficerId,
}

/// An approval that was asked for, and what it would change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedApproval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    pub until: NaiveDate,
    /// With the yes, it is no exercise vault any more, for good.
    pub exercise_ends: bool,
    /// With the yes, what takes two takes two for good: until now one person might do it.
    pub full_rules_begin: bool,
    /// What one person gave alone until then: the yes confirms it.
    pub confirms: Vec<LoneRightView>,
}

/// A right that one person gave alone: charges, a clearance, RESTREINT outside the function, or to be an officer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LoneRightView {
    pub to: OfficerId,
    pub full_name: String,
    pub by: OfficerId,
    /// The name of that person.
    pub by_name: String,
    pub roles: BTreeSet<Role>,
    pub clearance: Option<LoneClearance>,
    pub authorised: Option<LoneAuthorisation>,
    /// He is an officer on the word of that person.
    pub admitted: bool,
    /// What is no right of an officer, and takes two as well.
    pub decided: Option<LoneDecision>,
    /// It is a right of the asking officer himself.
    pub own: bool,
}

/// What one person decided alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LoneDecision {
    pub what: LoneDecided,
    /// The dossier that was given a lead, the partner, the document, or the printer; none of a rule of the house.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum LoneDecided {
    Lead,
    Partner,
    Release,
    Withdrawal,
    Printer,
    Guide,
    Authorities,
}

impl LoneDecided {
    /// As in JSON; the words are `ui-assent-lone-<it>`.
    pub fn as_str(self) -> &'static str {
        match self {
            LoneDecided::Lead => "lead",
            LoneDecided::Partner => "partner",
            LoneDecided::Release => "release",
            LoneDecided::Withdrawal => "withdrawal",
            LoneDecided::Printer => "printer",
            LoneDecided::Guide => "guide",
            LoneDecided::Authorities => "authorities",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LoneAuthorisation {
    pub policies: BTreeSet<String>,
    pub until: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct LoneClearance {
    pub banner: Banner,
    pub until: NaiveDate,
}

/// What is still to be done until nothing in a vault depends on one person, and the system is approved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Ceremony {
    /// Under which rules it works until then: what one person may do meanwhile.
    pub regime: Regime,
    /// In their order.
    pub steps: Vec<CeremonyStep>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CeremonyStep {
    pub what: CeremonyWhat,
    pub done: bool,
    /// How many there are: security officers, custodians, approvals in force.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub active: usize,
    /// How many there must be; of custodians, how many it takes now.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub needed: usize,
    /// It was asked for, and waits for a yes.
    pub request: Option<AssentId>,
}

/// Words: `ceremony-<this>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CeremonyWhat {
    SecondSecurityOfficer,
    /// Several, of whom more than one is needed.
    Custodians,
    Approval,
}

/// The classification guide in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct GuideView {
    pub topics: Vec<Topic>,
    /// From how many documents on combining them is warned of.
    pub aggregation: u32,
    /// It is the one that ships with the program.
    pub shipped: bool,
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<OfficerId>,
}

/// A guide that was asked for, and what it would change in the one in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedGuide {
    /// What would be lost or fall first, then the gravest first.
    pub changes: Vec<TopicChange>,
    /// How many topics would stay as they are.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub kept: usize,
    /// From how many documents on combining them would be warned of.
    pub aggregation: u32,
    pub aggregation_now: u32,
}

/// A list of own authorities that was asked for, and what it would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedAuthorities {
    /// The vault would decide about their documents itself.
    pub added: Vec<String>,
    /// Their consent would be asked for.
    pub removed: Vec<String>,
}

/// The authorities that the vault speaks for: about their documents it decides itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AuthoritiesView {
    /// The vault's own name, which always counts.
    pub vault: String,
    /// The others, in the order in which they were added.
    pub authorities: Vec<String>,
    pub changed_at: Option<DateTime<Utc>>,
    pub changed_by: Option<OfficerId>,
    pub changed_by_name: Option<String>,
}

/// A printer that documents may be printed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PrinterView {
    pub name: PrinterName,
    /// The highest level that it may print.
    pub ceiling: Level,
    pub listed: DateTime<Utc>,
    pub listed_by: OfficerId,
    pub listed_by_name: String,
}

/// A printer that would be on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedPrinter {
    pub printer: PrinterName,
    /// The highest level that it might print.
    pub ceiling: Level,
    /// Why, as the officer who asked said; none where this officer's index does not have it.
    pub why: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RecordApproval {
    pub authority: String,
    pub reference: String,
    pub ceiling: Level,
    /// Last day.
    pub until: NaiveDate,
}
