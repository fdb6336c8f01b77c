//! Partners, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use label::Level;
use serde::{Deserialize, Serialize};

use crate::paging::InOrder;
use crate::{OfficerId, PartnerId, Reason};

/// What a list of partners is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PartnerOrder {
    /// Its identifier.
    #[default]
    Reference,
    Name,
    /// Its ceiling.
    Level,
    /// When its agreement ends.
    Until,
    /// Those whose key nobody confirmed come first.
    Status,
}

/// What to list of the partners.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PartnerFilter {
    /// Words of identifier and name.
    pub query: Option<String>,
    #[serde(default)]
    pub sort: InOrder<PartnerOrder>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// What was changed of a partner, and waits to be confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct PartnerChange {
    pub field: PartnerField,
    /// Of its key neither: it is compared, not copied.
    pub before: String,
    pub now: String,
}

/// What is known of a partner. Words: `ui-partner-<this>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PartnerField {
    Recipient,
    Name,
    Nation,
    Communities,
    Contact,
    SigningKey,
    Ceiling,
    Categories,
    Agreement,
    Until,
}

impl PartnerField {
    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            PartnerField::Recipient => "recipient",
            PartnerField::Name => "name",
            PartnerField::Nation => "nation",
            PartnerField::Communities => "communities",
            PartnerField::Contact => "contact",
            PartnerField::SigningKey => "signing-key",
            PartnerField::Ceiling => "ceiling",
            PartnerField::Categories => "categories",
            PartnerField::Agreement => "agreement",
            PartnerField::Until => "until",
        }
    }
}

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
    /// Who entered it or changed it last, and so cannot confirm its key.
    pub entered_by: OfficerId,
    /// The entry of that: who confirms it has seen this one.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entry: u64,
    /// What of it is another than was last confirmed; nothing once that is confirmed as well.
    pub changes: Vec<PartnerChange>,
    pub confirmed: bool,
    pub confirmed_by: Option<OfficerId>,
    /// Whether the asking officer may change it.
    pub may_change: bool,
    /// Why the asking officer may not confirm it, whatever his charge, while nobody has.
    pub why_not: Vec<Reason>,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewPartner {
    pub id: PartnerId,
    pub name: String,
    /// ISO 3166-1 alpha-3.
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    /// `age1…` or `age1pq…`.
    pub recipient: String,
    /// With which the partner signs its receipts.
    #[serde(default)]
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    /// Reference of the agreement.
    pub agreement: Option<String>,
    /// The agreement's last day.
    pub until: Option<NaiveDate>,
}
