//! Custody as a screen shows it. Plain data, names in snake case; instants as RFC 3339.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{AssentId, DossierId, OfficerId, Reason};

/// How custody is to be shared.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewSharing {
    /// How many custodians it takes.
    pub threshold: u8,
    pub custodians: BTreeSet<OfficerId>,
    /// How long a use waits after it was asked for, in hours. None: as now.
    pub waiting_hours: Option<u32>,
}

/// For whom keys are to be had from custody.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CustodyFor {
    Officer(OfficerId),
    /// All who may have its keys.
    Dossier(DossierId),
}

/// Custody as it is shared now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CustodyView {
    pub threshold: u8,
    pub custodians: Vec<OfficerId>,
    /// How often it was shared.
    pub epoch: u32,
    pub waiting_hours: u32,
    pub since: DateTime<Utc>,
    pub by: OfficerId,
    pub by_name: String,
    /// Whether enough custodians are there to use it.
    pub sound: bool,
    /// The custodians with their names, in the same order.
    pub people: Vec<Custodian>,
    /// That fewer persons may stand behind as many custodians as it takes. Words: `reason-<code>`.
    pub warnings: Vec<Reason>,
    /// How many keys lie in it, of how many that belong there. Those who hold the others put them there when they next unlock.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub keys_in_custody: usize,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub keys: usize,
    /// Uses that this officer may know of: the last that was asked for first.
    pub requests: Vec<CustodyRequestView>,
    /// Whether he may ask for it to be shared again, or used for others.
    pub may_ask: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Custodian {
    pub id: OfficerId,
    pub full_name: String,
    pub active: bool,
    /// The other person on whose word alone he is an officer: who let him in, or gave him other keys.
    pub word: Option<OfficerId>,
}

/// How far a use of custody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum CustodyStatus {
    /// Too few custodians have said yes.
    Waiting,
    /// Enough have: it can be carried out.
    Granted,
    CarriedOut,
    Refused,
    Stopped,
}

/// A use of custody that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CustodyRequestView {
    pub request: AssentId,
    /// The officer, by id, or the dossier, as far as it is known here.
    pub about: String,
    /// The full name of the officer, or the title of the dossier.
    pub name: String,
    pub of_dossier: bool,
    /// The codes of all keys of the officer, by which those who ask and agree know that they are his; of a dossier none.
    pub codes: Vec<String>,
    /// Who asked, and carries it out.
    pub by: OfficerId,
    pub at: DateTime<Utc>,
    /// Why, where this officer may know it.
    pub why: Option<String>,
    /// How many keys.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub keys: usize,
    pub status: CustodyStatus,
    /// Who said yes.
    pub given: Vec<OfficerId>,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub needed: usize,
    pub waits_until: DateTime<Utc>,
    pub carried_out: Option<DateTime<Utc>>,
    /// Whether it is this officer's to carry out, now.
    pub may_carry_out: bool,
    pub may_stop: bool,
}

/// That custody is shared again, as it was asked for, and as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedSharing {
    pub threshold: u8,
    pub waiting_hours: u32,
    pub people: Vec<Custodian>,
    /// That fewer persons may stand behind as many custodians as it would take.
    pub warnings: Vec<Reason>,
    pub threshold_now: u8,
    pub waiting_hours_now: u32,
    pub people_now: Vec<Custodian>,
    /// How many epochs of keys nobody holds: the yes of a custodian hands his shares of them to the officer who asked.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub carries: usize,
    pub carrier: OfficerId,
    /// Whether custodians agree to it only once the waiting time is over, because it carries keys or shortens that time.
    pub waits: bool,
    /// From when on they do, if it waits.
    pub waits_until: DateTime<Utc>,
}

/// Custody was shared again, or that waits for the yes of custodians.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Shared {
    Effective(Box<CustodyView>),
    Waiting(AssentId),
}

/// What became of a use of custody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[must_use]
pub struct CarriedOutView {
    pub delivered: Vec<KeysDelivered>,
    /// Of keys for two: who has a part of how many, each of which two of them put together when they open.
    pub for_two: Vec<KeysDelivered>,
    /// Keys that were asked for, and are not what lies in custody.
    pub left_out: Vec<WrongDeposit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct KeysDelivered {
    pub officer: OfficerId,
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub keys: usize,
}

/// What somebody put into custody in the place of a key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct WrongDeposit {
    /// Who did.
    pub by: OfficerId,
    /// Its entry.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub entry: u64,
}
