//! Clearances and briefings, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Banner;
use policy::ClearanceStatus;
use serde::{Deserialize, Serialize};

use crate::{CodeView, Compared, Decided, OfficerId};

/// What becomes of a clearance that was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceChange {
    Suspend,
    /// Ends a suspension.
    Reinstate,
    /// For ever.
    Withdraw,
}

impl ClearanceChange {
    pub(crate) fn status(self) -> ClearanceStatus {
        match self {
            ClearanceChange::Suspend => ClearanceStatus::Suspended,
            ClearanceChange::Reinstate => ClearanceStatus::Valid,
            ClearanceChange::Withdraw => ClearanceStatus::Withdrawn,
        }
    }
}

/// Where a clearance stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceState {
    Valid,
    Suspended,
    Withdrawn,
    Expired,
    Future,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct ClearanceView {
    pub officer: OfficerId,
    pub policy: String,
    /// Name of the classification, as the policy spells it.
    pub level: String,
    /// The bare level as it would stand on a page.
    pub banner: Banner,
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub status: ClearanceState,
    pub certificate: String,
    pub authority: String,
    /// The renewal must be asked for: seven months before the end, ten for the highest level.
    pub renewal_due: bool,
}

/// A clearance whose renewal must be asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DueRenewal {
    /// Of its officer.
    pub full_name: String,
    pub clearance: ClearanceView,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct BriefingView {
    pub policy: String,
    pub level: String,
    pub date: NaiveDate,
}

/// A clearance that was asked for, and what it would change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedClearance {
    /// As it would be.
    pub clearance: ClearanceView,
    pub full_name: String,
    /// The codes of the officer's keys, to which what it opens is delivered.
    pub codes: Vec<CodeView>,
    /// Whether the officer who looks has compared those codes with him.
    pub compared: Compared,
    /// What the officer holds under the same policy now, whatever its state.
    pub holds: Vec<ClearanceView>,
    /// Into how many classes, which are markings in dossiers, he could look with it and cannot now.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub opens: usize,
}

/// That the suspension of clearances ends was asked for, and what it would change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedReinstatement {
    pub officer: OfficerId,
    pub full_name: String,
    /// What would count again.
    pub suspended: Vec<ClearanceView>,
    /// Into how many classes, which are markings in dossiers, he could look then and cannot now.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub opens: usize,
    pub why: Option<String>,
}

/// A clearance was entered, or waits for the yes of another.
pub type Granted = Decided<Box<ClearanceView>>;

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct GrantClearance {
    pub officer: OfficerId,
    pub policy: String,
    /// Name of the highest classification, in any language of the policy.
    pub level: String,
    /// Tag → values held.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub from: NaiveDate,
    /// Last day; at most five years after `from`.
    pub until: NaiveDate,
    pub certificate: String,
    /// `ANS`, `VSSE`, `SGRS` or a foreign authority.
    pub authority: String,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RecordBriefing {
    pub officer: OfficerId,
    pub policy: String,
    pub level: String,
    pub date: NaiveDate,
}
