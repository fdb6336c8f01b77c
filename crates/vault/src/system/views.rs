//! The approval, the guide and the authorities, as a screen shows them. Plain data, names in snake case; instants as RFC 3339.

use chrono::{DateTime, NaiveDate, Utc};
use label::Level;
use policy::guide::Topic;
use serde::Serialize;

use crate::OfficerId;

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
}
