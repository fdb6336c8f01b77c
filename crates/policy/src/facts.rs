//! What a decision is based on. Facts come from verified entries of the ledger, never from what a window says.
//!
//! Names of policies, classifications, tags and values are those of the policy, spelt as `label` gives them back: a name
//! that is spelt differently is another name, and leads to a denial.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use label::{AccessPart, Communities, Level, Policy};
use serde::{Deserialize, Serialize};

use crate::interest::Interest;

/// All about a person that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerFacts {
    pub id: String,
    pub status: AccountStatus,
    /// ISO 3166-1 alpha-3.
    pub nationality: String,
    pub roles: BTreeSet<Role>,
    pub clearances: Vec<ClearanceFacts>,
    pub briefings: Vec<BriefingFacts>,
    pub function: Function,
}

/// Whether documents are for what an officer is charged with (art. 8 §2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Function {
    Within,
    /// He works here otherwise, as a contractor or a liaison does.
    Outside {
        authorised: Option<AuthorisationFacts>,
    },
}

/// That an originator gives what is RESTREINT to somebody outside his function (art. 8 §2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorisationFacts {
    /// Of whose documents.
    pub policies: BTreeSet<String>,
    /// Last day.
    pub until: NaiveDate,
}

/// Whether an officer may act at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum AccountStatus {
    Active,
    /// Stopped at once, before anything is decided about the officer. It can be lifted.
    Frozen,
    /// For good.
    Disabled,
}

/// What an officer is charged with. No role gives access to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Reader,
    Registrar,
    SecurityOfficer,
    ReleaseAuthority,
    Auditor,
    Custodian,
}

impl Role {
    pub const ALL: [Role; 6] =
        [Role::Reader, Role::Registrar, Role::SecurityOfficer, Role::ReleaseAuthority, Role::Auditor, Role::Custodian];

    /// As typed, as serialised, and as part of the key `role-…` of the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Registrar => "registrar",
            Role::SecurityOfficer => "security-officer",
            Role::ReleaseAuthority => "release-authority",
            Role::Auditor => "auditor",
            Role::Custodian => "custodian",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no role.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no role")]
pub struct UnknownRole(pub String);

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Role, UnknownRole> {
        Role::ALL.into_iter().find(|role| role.as_str() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

/// A security clearance: for one policy, up to one level, for a time (Act of 11 December 1998, art. 8 and 22).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClearanceFacts {
    pub policy: String,
    /// Name of the highest classification that it reaches.
    pub level: String,
    /// Tag → values held, for restrictive and permissive tags alike.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub until: NaiveDate,
    pub status: ClearanceStatus,
}

/// What the security authority has decided about a clearance since it gave it (art. 1sexies, 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClearanceStatus {
    Valid,
    Suspended,
    Withdrawn,
}

/// A security briefing (art. 8 §2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefingFacts {
    pub policy: String,
    /// Name of the highest classification that it covers.
    pub level: String,
    /// The day on which it was given.
    pub date: NaiveDate,
}

/// Need-to-know: an officer's place on the list of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipFacts {
    /// First day.
    pub from: NaiveDate,
    /// Last day; none: until removed.
    pub until: Option<NaiveDate>,
}

/// The system that the decision is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SystemFacts {
    /// None: an exercise vault, which has no ceiling because nothing real is in it.
    pub approval: Option<ApprovalFacts>,
}

/// The approval of the system to handle classified information (art. 8 §4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalFacts {
    /// The highest level that it may hold.
    pub ceiling: Level,
    /// Last day.
    pub until: NaiveDate,
}

/// For opening a document, and for delivering the key of its class.
#[derive(Clone, Copy, Debug)]
pub struct OpenFacts<'a> {
    /// Who opens; for a delivery, who receives the key.
    pub officer: &'a OfficerFacts,
    pub access: &'a AccessPart,
    /// The policy that `access` names.
    pub policy: &'a Policy,
    pub communities: &'a Communities,
    /// The officer's place in the document's dossier.
    pub membership: Option<&'a MembershipFacts>,
    pub system: &'a SystemFacts,
}

/// For printing a document.
#[derive(Clone, Copy, Debug)]
pub struct PrintFacts<'a> {
    /// Who prints reads.
    pub reading: OpenFacts<'a>,
    /// The printer that the officer chose, by its name.
    pub printer: &'a str,
    /// The highest level that it may print; none: it is not on the vault's list.
    pub ceiling: Option<Level>,
}

/// For filing a document. One may file into a class that one cannot read: neither clearance nor need-to-know is asked.
#[derive(Clone, Copy, Debug)]
pub struct FileFacts<'a> {
    pub officer: &'a OfficerFacts,
    pub access: &'a AccessPart,
    /// The policy that `access` names.
    pub policy: &'a Policy,
    pub system: &'a SystemFacts,
    pub dossier: DossierStatus,
    /// The lowest level that the topics which the officer chose call for; none: no topic was chosen.
    pub floor: Option<Level>,
    /// The categories that they call for: [`Floor::categories`](crate::guide::Floor::categories).
    pub called_for: &'a BTreeSet<String>,
    /// For a marking below the guide, or below what the document is made from.
    pub motive: Motive,
    pub sources: Sources,
}

/// How a marking compares with those of the documents that this one is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sources {
    /// It is made from none.
    None,
    /// Anyone who may read it may read each of them.
    Kept,
    /// Somebody may read it who may not read all of them.
    Below,
    /// As `Below`, and one of them belongs to others: foreign, or its originator wants to be asked.
    BelowOthers,
}

/// Whether a dossier takes documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum DossierStatus {
    Open,
    Closed,
}

/// For releasing a document to a partner.
#[derive(Clone, Copy, Debug)]
pub struct ReleaseFacts<'a> {
    pub stage: Stage,
    /// Who takes this stage.
    pub officer: &'a OfficerFacts,
    /// Id of the officer who asked for the release.
    pub requester: &'a str,
    /// Of the one who approves it and the one who asked: one person for all that the log knows, or two. Asked only when it is approved.
    pub word: Word,
    /// Id of the release authority who approved it; none: nobody has yet, or who did is none any more. Asked only when the package is
    /// written.
    pub approved_by: Option<&'a str>,
    pub marked: Marked,
    pub access: &'a AccessPart,
    /// The policy that `access` names.
    pub policy: &'a Policy,
    pub communities: &'a Communities,
    /// The originator keeps the say over who gets it (informative `ORCON`).
    pub orcon: bool,
    /// Foreign or mixed information (art. 7 §5: the third-party rule).
    pub foreign: bool,
    pub consent: Option<&'a Consent>,
    pub partner: &'a PartnerFacts,
    /// Whether the partner is still what he was when the release was asked for.
    pub partner_since: Since,
    /// The officer's place in the document's dossier.
    pub membership: Option<&'a MembershipFacts>,
    pub system: &'a SystemFacts,
}

/// Whether a document is still what its release was asked for: of that marking, in that dossier, and with that content
/// and those words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Marked {
    AsAsked,
    /// It was marked otherwise since, whatever the two markings are.
    Otherwise,
    /// It has another version since.
    NewVersion,
    /// What is written of it was put right since: its title, its originator, and what else goes with it.
    OtherWords,
    /// It is in another dossier since.
    Elsewhere,
}

/// Whether what a request is about is still as it was when it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    Unchanged,
    Changed,
}

/// Whether who answers and who asked are officers on the word of different persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    OfTwo,
    /// One of them was made an officer by the other alone, or both by the same person: for all that the log knows, they are
    /// one.
    OfOne,
}

/// The three steps of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Any officer who may open the document.
    Request,
    /// A release authority; another person than the requester from SECRET up.
    Approve,
    /// A release authority makes the package of what was approved.
    Write,
}

/// The originating authority's consent: to a release (art. 10), to a decision about a classification (art. 7). The one type of
/// it: as evidence of a decision, in the log, and for a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Who consented.
    pub authority: String,
    /// Reference of the letter.
    pub reference: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day; none: without term.
    pub until: Option<NaiveDate>,
}

/// A partner service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerFacts {
    pub id: String,
    /// ISO 3166-1 alpha-3.
    pub nation: String,
    /// Communities that it was registered with. Where the table of communities knows one, the table decides.
    pub communities: BTreeSet<String>,
    /// The highest level that it may receive.
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    pub categories: BTreeMap<String, BTreeSet<String>>,
    /// Reference of the agreement under which it receives, and its last day.
    pub agreement: Option<(String, Option<NaiveDate>)>,
    /// Its keys were compared by another way than the one they came by.
    pub confirmed: bool,
}

/// For a decision about a document's classification (art. 7).
#[derive(Clone, Copy, Debug)]
pub struct ReclassifyFacts<'a> {
    pub officer: &'a OfficerFacts,
    /// As the document is marked now.
    pub access: &'a AccessPart,
    /// The policy that `access` names.
    pub policy: &'a Policy,
    /// As it is to be marked; none: it is maintained as it is.
    pub to: Option<NewAccess<'a>>,
    pub communities: &'a Communities,
    /// The officer's place in the document's dossier.
    pub membership: Option<&'a MembershipFacts>,
    pub system: &'a SystemFacts,
    pub authority: Authority,
    pub acts_for: ActsFor,
    /// Foreign or mixed information (§5).
    pub foreign: bool,
    /// Of the originating authority.
    pub consent: Option<&'a Consent>,
    pub interest: Option<Interest>,
    pub motive: Motive,
}

/// A marking that a document is to have.
#[derive(Clone, Copy, Debug)]
pub struct NewAccess<'a> {
    pub access: &'a AccessPart,
    /// The policy that `access` names.
    pub policy: &'a Policy,
}

/// Whose document it is (art. 1bis).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// The authority that keeps the vault, or one that it speaks for.
    Own,
    Other,
}

/// By what charge an officer may decide about a document of his own authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActsFor {
    /// He filed it first.
    Author,
    /// He leads its dossier.
    Lead,
    Nobody,
}

/// Whether a motive was given. Its text is nobody's business here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Motive {
    Given,
    None,
}

/// What a decision about a classification is, as the register calls it (§3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// All protection ends.
    Declassify,
    Downgrade,
    Upgrade,
    /// The same level, other categories or another audience.
    Remark,
    /// As it is, for another while.
    Maintain,
}

impl Nature {
    pub const ALL: [Nature; 5] =
        [Nature::Declassify, Nature::Downgrade, Nature::Upgrade, Nature::Remark, Nature::Maintain];

    /// As typed, as serialised, and as part of the key `nature-…` of the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Nature::Declassify => "declassify",
            Nature::Downgrade => "downgrade",
            Nature::Upgrade => "upgrade",
            Nature::Remark => "remark",
            Nature::Maintain => "maintain",
        }
    }
}

impl fmt::Display for Nature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
