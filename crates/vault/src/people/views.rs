//! Officers, as a screen shows them and asks for them. Plain data, names in snake case; instants as RFC 3339.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use policy::{AccountStatus, Role};
use serde::{Deserialize, Serialize};

use crate::{AssentId, BriefingView, ClearanceView, CodeView, Compared, InOrder, OfficerId, Reason};

/// What a list of officers is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum OfficerOrder {
    /// The identifier.
    #[default]
    Reference,
    Name,
    /// The end of the clearance that counts, as far as one may know it.
    Until,
    Status,
}

/// What to list of the officers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct OfficerFilter {
    /// Words of identifier and name.
    pub query: Option<String>,
    #[serde(default)]
    pub sort: InOrder<OfficerOrder>,
    /// At most this many rows; 0 means 100.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub limit: usize,
    /// The `next` of the page before, in the same order.
    pub after: Option<String>,
}

/// An officer. Clearances and briefings are filled for oneself and for those who keep them.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct OfficerView {
    pub id: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    pub roles: BTreeSet<Role>,
    pub status: AccountStatus,
    pub clearances: Vec<ClearanceView>,
    pub briefings: Vec<BriefingView>,
    /// Of the keys of the officer's first identity, as digits: what two people read to each other.
    pub fingerprint: String,
    /// The same of each of his identities: what is sealed to him is sealed to all of them.
    pub codes: Vec<CodeView>,
    /// Whether the officer who looks has compared those codes with him.
    pub compared: Compared,
    /// While the account is frozen.
    pub freeze: Option<FreezeView>,
    /// None to those who may not know his papers.
    pub function: Option<FunctionView>,
    /// That his keys were made by another, and he has not made his own yet: nothing is delivered to him.
    pub keys_due: bool,
}

/// Whether documents are for an officer's function; outside it, what he is authorised to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct FunctionView {
    pub outside: bool,
    /// Under which policies he sees RESTREINT; none: he does not.
    pub policies: BTreeSet<String>,
    /// The originator who allows it, and the reference of his notice.
    pub authority: Option<String>,
    pub reference: Option<String>,
    /// Last day.
    pub until: Option<NaiveDate>,
    /// Who authorised it alone.
    pub alone: Option<OfficerId>,
}

/// What is asked for about an officer's function, and what would be so with the yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedFunction {
    pub officer: OfficerId,
    pub full_name: String,
    pub now: FunctionView,
    pub then: FunctionView,
    pub why: Option<String>,
}

/// By whom an account was frozen, when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct FreezeView {
    pub by: OfficerId,
    pub full_name: String,
    pub at: DateTime<Utc>,
    /// None to those who may not read it.
    pub why: Option<String>,
}

/// A freeze was lifted, or that waits for the yes of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Unfrozen {
    Effective,
    Waiting(AssentId),
}

/// A freeze that somebody asks to lift.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedUnfreezing {
    /// Of the officer.
    pub full_name: String,
    /// None: it is over.
    pub freeze: Option<FreezeView>,
    /// Why it is to be lifted.
    pub why: Option<String>,
}

impl OfficerView {
    /// An officer of whom nothing is known but the name.
    pub(crate) fn nobody(id: &OfficerId) -> OfficerView {
        OfficerView {
            id: id.clone(),
            full_name: String::new(),
            nationality: String::new(),
            roles: BTreeSet::new(),
            status: AccountStatus::Disabled,
            clearances: Vec::new(),
            briefings: Vec::new(),
            fingerprint: String::new(),
            codes: Vec::new(),
            compared: Compared::Never,
            freeze: None,
            function: None,
            keys_due: false,
        }
    }
}

/// What was decided about an officer: what is so at once, and what waits for the yes of another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Entered {
    #[serde(flatten)]
    pub officer: OfficerView,
    /// Whether something waits.
    pub waiting: bool,
    /// What waits: charges, or other keys in the place of lost ones.
    pub request: Option<AssentId>,
    /// The charges that he gets with the yes.
    pub asked_roles: BTreeSet<Role>,
    /// Whose yes would count now.
    pub may_agree: Vec<NamedOfficer>,
}

/// Charges that were asked for, and what they would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedRoles {
    pub officer: OfficerId,
    pub full_name: String,
    /// Of the keys of the first identity that he has now: the officer who says yes compares it with him.
    pub fingerprint: String,
    /// The same of each of his identities.
    pub codes: Vec<CodeView>,
    /// What is asked for.
    pub roles: BTreeSet<Role>,
    pub has: BTreeSet<Role>,
    /// All that he would have then.
    pub then: BTreeSet<Role>,
    pub why: Option<String>,
}

/// Keys in the place of lost ones that were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct AskedReissue {
    pub officer: OfficerId,
    pub full_name: String,
    /// What the person who has the new keys would be.
    pub roles: BTreeSet<Role>,
    /// Of the new keys: the officer who says yes compares it with their officer.
    pub fingerprint: String,
    /// Of all that he has now, the first of them first.
    pub former: Vec<NamedKeys>,
    pub why: Option<String>,
}

/// Keys of an officer, by the code that two people read to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NamedKeys {
    /// What its officer calls the workstation; nothing of the first.
    pub name: String,
    pub fingerprint: String,
}

/// Keys of an officer, present or former.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct KeysView {
    /// What two people read to each other.
    pub fingerprint: String,
    /// Of the signing key, as entries and parts of the log name it.
    pub key: String,
    /// What its officer calls the workstation; nothing of the first.
    pub name: String,
    /// The session goes on with them.
    pub here: bool,
    pub status: KeysStatus,
    /// When others took their place.
    pub until: Option<DateTime<Utc>>,
    /// When a session with them last began, of the present ones.
    pub last_session: Option<DateTime<Utc>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum KeysStatus {
    Present,
    /// Their officer made others.
    Renewed,
    /// Their officer lost them.
    Lost,
    /// One of several identities, which counts no more.
    Revoked,
}

/// A request to be let in, before anybody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct RequestView {
    pub officer: OfficerId,
    pub full_name: String,
    pub nationality: String,
    /// What its maker reads to the officer who lets him in.
    pub fingerprint: String,
    /// There is such an officer already: he may have lost his keys.
    pub known: bool,
}

/// What an officer still lacks, and who can give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Lacking {
    pub what: MissingWhat,
    pub ask: Vec<NamedOfficer>,
}

/// Words: `ui-missing-<what>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum MissingWhat {
    Clearance,
    Briefing,
    NeedToKnow,
    /// The system's.
    Approval,
    Function,
    Keys,
    Ceiling,
}

impl Lacking {
    /// As something that an officer is told: `missing_<what>`, with whom to ask as `who`, `none` where there is nobody.
    pub fn reason(&self) -> Reason {
        let code = match self.what {
            MissingWhat::Clearance => "missing_clearance",
            MissingWhat::Briefing => "missing_briefing",
            MissingWhat::NeedToKnow => "missing_need_to_know",
            MissingWhat::Approval => "missing_approval",
            MissingWhat::Function => "missing_function",
            MissingWhat::Keys => "missing_keys",
            MissingWhat::Ceiling => "missing_ceiling",
        };
        let who: Vec<String> = self.ask.iter().map(|one| format!("{} ({})", one.full_name, one.id)).collect();
        Reason::new(code).with("who", if who.is_empty() { "none".to_owned() } else { who.join(", ") })
    }
}

/// An officer as others name him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NamedOfficer {
    pub id: OfficerId,
    pub full_name: String,
}

#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewOfficer {
    pub id: OfficerId,
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    pub roles: BTreeSet<Role>,
}

/// Whether documents are for an officer's function; outside it, what he is authorised to.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum NewFunction {
    Within,
    Outside { authorised: Option<NewAuthorisation> },
}

/// That an originator gives what is RESTREINT to somebody outside his function.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct NewAuthorisation {
    pub policies: BTreeSet<String>,
    /// The originator.
    pub authority: String,
    /// Of the notice of the limits of use and the measures of protection.
    pub reference: String,
    /// Last day.
    pub until: NaiveDate,
}
