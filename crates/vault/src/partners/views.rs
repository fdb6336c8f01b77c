//! Partners, as a screen shows them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Level;
use serde::Serialize;

use crate::{OfficerId, PartnerId, Reason};

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PartnerView {
    pub id: PartnerId,
    pub name: String,
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    /// `age1…` or `age1pq…`.
    pub recipient: String,
    /// Of the recipient and the signing key: what is compared over another channel.
    pub fingerprint: String,
    pub post_quantum: bool,
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub agreement: Option<String>,
    pub until: Option<NaiveDate>,
    /// Who entered it, and so cannot confirm its key.
    pub entered_by: OfficerId,
    pub confirmed: bool,
    pub confirmed_by: Option<OfficerId>,
    /// Why the asking officer may not confirm it, whatever his charge, while nobody has.
    pub why_not: Vec<Reason>,
}
