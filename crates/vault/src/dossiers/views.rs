//! Dossiers, as a screen shows them. Plain data, names in snake case; instants as RFC 3339.

use chrono::{DateTime, NaiveDate, Utc};
use policy::DossierStatus;
use serde::{Deserialize, Serialize};

use crate::paging::InOrder;
use crate::{AssentId, CodeView, Compared, DossierId, DossierKey, OfficerId};

#[derive(Clone, Debug)]
pub struct NewDossier {
    pub id: DossierId,
    pub title: String,
    /// Becomes a member, and may add and remove members.
    pub lead: Option<OfficerId>,
    /// Becomes a member, and leads it once its lead is gone.
    pub deputy: Option<OfficerId>,
}

/// A dossier as one of its people sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DossierView {
    pub id: DossierId,
    pub key: DossierKey,
    pub title: String,
    /// Who leads it now: its deputy, once its lead is gone.
    pub lead: Option<OfficerId>,
    /// Who leads it once its lead is gone; none once he does.
    pub deputy: Option<OfficerId>,
    /// The frozen lead for whom its deputy stands in.
    pub stands_in_for: Option<OfficerId>,
    /// Nobody leads it: security officers give it a lead.
    pub unled: bool,
    /// Nobody leads it although its deputy is there: he sent its lead away, or who alone vouches for him did.
    pub by_own_deed: bool,
    pub members: Vec<MemberView>,
    /// The asking officer may add and remove members, close and reopen it.
    pub may_manage: bool,
    /// The asking officer leads it, and may name a deputy.
    pub may_name_deputy: bool,
    /// The asking officer is a member today.
    pub member: bool,
    /// It takes no more documents.
    pub closed: bool,
    /// Who last closed or reopened it, when and why.
    pub changed: Option<DossierChange>,
}

/// What a list of dossiers is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum DossierOrder {
    /// Its identifier.
    #[default]
    Reference,
    Title,
    /// How many they are.
    Members,
    /// Who leads it.
    Name,
}

/// What to list of the dossiers that one sees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DossierFilter {
    /// Words of identifier and title.
    pub query: Option<String>,
    /// Only those that are open, or that are closed.
    pub status: Option<DossierStatus>,
    #[serde(default)]
    pub sort: InOrder<DossierOrder>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// That a dossier was closed, or opened again.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct DossierChange {
    pub by: OfficerId,
    pub at: DateTime<Utc>,
    pub why: String,
}

/// A member of a dossier.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct MemberView {
    pub officer: OfficerId,
    pub full_name: String,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
    pub basis: String,
    /// The codes of his keys, to which what the dossier holds is delivered.
    pub codes: Vec<CodeView>,
    /// Whether the officer who looks has compared those codes with him.
    pub compared: Compared,
}

/// A dossier that nobody leads any more, as security officers see it. What it is about its members know alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct UnledDossier {
    pub key: DossierKey,
    /// None to an officer who does not know it.
    pub id: Option<DossierId>,
    pub title: Option<String>,
    /// Who led it last, or made it.
    pub was: OfficerId,
    /// Its deputy, who does not lead it: he sent its lead away, or who alone vouches for him did.
    pub deputy: Option<OfficerId>,
    /// Who is on its list.
    pub members: Vec<OfficerId>,
    /// Proposals of a lead that wait.
    pub requests: Vec<AssentId>,
}

/// A lead who was proposed for a dossier that nobody leads, as those who answer see it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedSuccession {
    pub key: DossierKey,
    /// None to an officer who does not know it.
    pub id: Option<DossierId>,
    pub title: Option<String>,
    /// Who led it last, or made it.
    pub was: Option<OfficerId>,
    pub lead: OfficerId,
    pub full_name: String,
    /// Whether he is on its list already; else he would be.
    pub member: bool,
    /// Who let him in alone: nobody else agreed to it yet.
    pub alone: Option<OfficerId>,
    /// Who is on its list now.
    pub members: Vec<OfficerId>,
    /// How many of its classes, which are markings, he could look into.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub opens: usize,
    /// Why he is proposed.
    pub why: Option<String>,
}
