//! Requests that wait for others, as a screen shows them. Plain data, names in snake case; instants as RFC 3339.

use chrono::{DateTime, Utc};
use registry::assents::AssentKind;
use serde::{Deserialize, Serialize};

use crate::{
    AskedApproval, AskedAuthorities, AskedClearance, AskedFunction, AskedGuide, AskedPrinter, AskedReinstatement,
    AskedReissue, AskedRoles, AskedSharing, AskedSuccession, AskedUnfreezing, AskedWithdrawal, AssentId,
    CustodyRequestView, InOrder, OfficerId, Reason, ReleaseView,
};

/// What a list of what waits is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AssentOrder {
    /// One's own to answer first.
    #[default]
    Status,
    /// When it was asked for.
    Filed,
    /// What is asked for.
    Kind,
    /// What it is about, as it is called.
    Name,
    /// Who asked for it.
    Officer,
}

/// What to list of what waits for the yes of others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AssentFilter {
    /// Only what is about this officer.
    pub about: Option<OfficerId>,
    #[serde(default)]
    pub sort: InOrder<AssentOrder>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AssentStatus {
    Waiting,
    Granted,
    Refused,
    Withdrawn,
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AssentSummary {
    pub id: AssentId,
    pub kind: AssentKind,
    /// The partner of a release, the officer of a clearance, by id; the reference of an approval; the vault of a guide; the
    /// authorities that would come or go; a printer; the dossier of a succession, by its key to an officer who does not know it.
    pub about: String,
    /// Who asked.
    pub by: OfficerId,
    pub since: DateTime<Utc>,
    /// How many have said yes.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub given: usize,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub needed: usize,
    /// Whether it waits for the asking officer: his to grant or to refuse.
    pub mine: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AssentView {
    #[serde(flatten)]
    pub summary: AssentSummary,
    /// What it is about, by its name: of a partner, of an officer, of an authority, of the vault.
    pub name: String,
    /// What would be so with the last yes.
    pub asked: AskedFor,
    pub status: AssentStatus,
    pub may_give: bool,
    /// Why the asking officer may not say yes, while it waits.
    pub why_not: Vec<Reason>,
    pub may_refuse: bool,
    /// Whether it is his own.
    pub may_withdraw: bool,
    /// What the asking officer should know and forbids nothing: `nobody_agrees`, `above_ceiling`. Words: `warning-<code>`.
    pub warnings: Vec<Reason>,
}

impl AssentView {
    /// Whether it was decided otherwise since it was asked for, or who asked may not ask any more: it must be asked for again.
    pub fn overtaken(&self) -> bool {
        self.why_not.iter().any(|reason| ["request_stale", "requester_not_in_charge"].contains(&reason.code.as_str()))
    }
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AskedFor {
    /// These documents could go to that partner.
    Release(ReleaseView),
    Clearance(AskedClearance),
    /// These keys could be had from custody, for whom they are asked.
    Custody(CustodyRequestView),
    /// Custody would be shared so.
    CustodySharing(AskedSharing),
    Approval(AskedApproval),
    Guide(AskedGuide),
    Authorities(AskedAuthorities),
    /// The account would no longer be frozen.
    Unfreezing(AskedUnfreezing),
    Roles(AskedRoles),
    Function(AskedFunction),
    Reissue(AskedReissue),
    Reinstatement(AskedReinstatement),
    Succession(AskedSuccession),
    Withdrawal(AskedWithdrawal),
    Printer(AskedPrinter),
}
