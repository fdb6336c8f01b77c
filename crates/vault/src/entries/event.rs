//! Events: what changes the state. They stand in the `common` part, so every officer's program knows them and checks that
//! their author had the right.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use label::{AccessPart, Level};
use policy::authorities::OwnAuthorities;
use policy::guide::Guide;
use policy::{ClearanceStatus, Role};
use seal::{KeyId, Recipient};
use serde::{Deserialize, Serialize};

use crate::ids::ObjectId;
use crate::{ClassId, DocumentId, DossierKey, OfficerId, PartnerId, ReleaseId};

/// A key that several hold, in epochs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "id")]
pub(crate) enum KeyName {
    /// Opens the `common` parts: every active officer.
    Vault,
    /// Opens the session keys of the `oversight` parts: security officers and auditors.
    Oversight,
    /// Opens the `custody` parts: custodians.
    Custody,
    /// A dossier's title and people.
    Dossier(DossierKey),
    /// The documents of one access class.
    Class(ClassId),
}

impl KeyName {
    /// The id under which it lies in custody, if it does.
    pub fn in_custody(&self) -> Option<String> {
        match self {
            KeyName::Class(id) => Some(id.to_string()),
            KeyName::Dossier(id) => Some(id.to_string()),
            KeyName::Vault | KeyName::Oversight | KeyName::Custody => None,
        }
    }
}

/// An officer as the log introduces him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfficerRecord {
    pub id: OfficerId,
    pub full_name: String,
    pub nationality: String,
    pub roles: BTreeSet<Role>,
    pub recipient: Recipient,
    /// Of the verifying key in the same entry's `author` part.
    pub key: KeyId,
}

/// A partner as registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerRecord {
    pub id: PartnerId,
    pub name: String,
    pub nation: String,
    pub communities: BTreeSet<String>,
    pub contact: String,
    pub recipient: Recipient,
    pub signing_key: Option<String>,
    pub ceiling: Level,
    /// Tag → values of restrictive tags that the agreement covers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub categories: BTreeMap<String, BTreeSet<String>>,
    pub agreement: Option<String>,
    pub until: Option<Date>,
}

/// The originator's consent to the release of one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Consented {
    pub authority: String,
    pub reference: String,
    pub from: Date,
    pub until: Option<Date>,
}

/// One change of state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Event {
    /// Entry 0, once: its author is the first officer.
    Founded {
        name: String,
        register: String,
        officer: OfficerRecord,
        oversight: Recipient,
        custody: Recipient,
    },
    OfficerAdded {
        officer: OfficerRecord,
    },
    OfficerDisabled {
        officer: OfficerId,
    },
    /// An officer has locked his own identity with another passphrase: whoever gave him the first one does not know this one.
    PassphraseChanged {
        officer: OfficerId,
    },
    ClearanceGranted {
        officer: OfficerId,
        policy: String,
        level: String,
        categories: BTreeMap<String, BTreeSet<String>>,
        from: Date,
        until: Date,
        certificate: String,
        authority: String,
    },
    ClearanceChanged {
        officer: OfficerId,
        policy: String,
        status: ClearanceStatus,
    },
    BriefingRecorded {
        officer: OfficerId,
        policy: String,
        level: String,
        date: Date,
    },
    ApprovalRecorded {
        authority: String,
        reference: String,
        ceiling: Level,
        until: Date,
    },
    /// The classification guide from here on.
    GuideReplaced {
        guide: Guide,
    },
    /// The authorities that the vault speaks for from here on, beside its own name.
    AuthoritiesReplaced {
        authorities: OwnAuthorities,
    },
    /// The first epoch of the dossier's key; its maker keeps the list of members, and the lead as well.
    DossierCreated {
        dossier: DossierKey,
        recipient: Recipient,
        lead: Option<OfficerId>,
        from: Date,
    },
    MemberAdded {
        dossier: DossierKey,
        officer: OfficerId,
        from: Date,
        until: Option<Date>,
    },
    MemberRemoved {
        dossier: DossierKey,
        officer: OfficerId,
    },
    /// The first epoch of the class key. Its maker knows it.
    ClassMade {
        class: ClassId,
        dossier: DossierKey,
        access: AccessPart,
        recipient: Recipient,
    },
    /// A new epoch of a key. Its maker knows it. The vault key has no recipient.
    Rekeyed {
        key: KeyName,
        epoch: u32,
        recipient: Option<Recipient>,
    },
    /// Officers received these epochs of a key, in `officer` parts of the same entry.
    Delivered {
        key: KeyName,
        epochs: Vec<u32>,
        officers: Vec<OfficerId>,
    },
    /// Epochs that were made while nothing could be sealed to custody are in custody now.
    Deposited {
        key: KeyName,
        epochs: Vec<u32>,
    },
    Filed {
        document: DocumentId,
        class: ClassId,
        epoch: u32,
    },
    /// A document has another marking: it belongs to this class from now on, and its sealed file is another.
    Reclassified {
        document: DocumentId,
        class: ClassId,
        epoch: u32,
        object: ObjectId,
        /// On the consent of the originating authority, which stands in the sheet.
        consented: bool,
    },
    /// It was decided that a document stays classified as it is.
    Maintained {
        document: DocumentId,
        /// As in `reclassified`.
        consented: bool,
    },
    PartnerAdded {
        partner: PartnerRecord,
    },
    PartnerConfirmed {
        partner: PartnerId,
        fingerprint: String,
    },
    ReleaseRequested {
        release: ReleaseId,
        partner: PartnerId,
        documents: Vec<DocumentId>,
        consents: BTreeMap<DocumentId, Consented>,
    },
    ReleaseApproved {
        release: ReleaseId,
    },
    /// Whoever may approve it does not: it ends there. Why stands on the sheets of its documents.
    ReleaseRefused {
        release: ReleaseId,
    },
    /// It was decided that the package is written now.
    ReleaseWritten {
        release: ReleaseId,
    },
    ReleaseRecalled {
        release: ReleaseId,
    },
}

impl Event {
    /// The key, and the epochs of it, that an entry with this event puts into custody.
    pub fn puts_into_custody(&self) -> Option<(KeyName, Vec<u32>)> {
        match self {
            Event::ClassMade { class, .. } => Some((KeyName::Class(class.clone()), vec![1])),
            Event::DossierCreated { dossier, .. } => Some((KeyName::Dossier(dossier.clone()), vec![1])),
            Event::Rekeyed { key, epoch, .. } => Some((key.clone(), vec![*epoch])),
            Event::Deposited { key, epochs } => Some((key.clone(), epochs.clone())),
            Event::Founded { .. }
            | Event::OfficerAdded { .. }
            | Event::OfficerDisabled { .. }
            | Event::PassphraseChanged { .. }
            | Event::ClearanceGranted { .. }
            | Event::ClearanceChanged { .. }
            | Event::BriefingRecorded { .. }
            | Event::ApprovalRecorded { .. }
            | Event::GuideReplaced { .. }
            | Event::AuthoritiesReplaced { .. }
            | Event::MemberAdded { .. }
            | Event::MemberRemoved { .. }
            | Event::Delivered { .. }
            | Event::Filed { .. }
            | Event::Reclassified { .. }
            | Event::Maintained { .. }
            | Event::PartnerAdded { .. }
            | Event::PartnerConfirmed { .. }
            | Event::ReleaseRequested { .. }
            | Event::ReleaseApproved { .. }
            | Event::ReleaseRefused { .. }
            | Event::ReleaseWritten { .. }
            | Event::ReleaseRecalled { .. } => None,
        }
    }

    /// Whether it gives or takes rights: then the entry bears both signatures.
    pub fn gives_or_takes_rights(&self) -> bool {
        match self {
            Event::Founded { .. }
            | Event::OfficerAdded { .. }
            | Event::OfficerDisabled { .. }
            | Event::ClearanceGranted { .. }
            | Event::ClearanceChanged { .. }
            | Event::BriefingRecorded { .. }
            | Event::ApprovalRecorded { .. }
            | Event::GuideReplaced { .. }
            | Event::AuthoritiesReplaced { .. }
            | Event::DossierCreated { .. }
            | Event::MemberAdded { .. }
            | Event::MemberRemoved { .. }
            | Event::ClassMade { .. }
            | Event::Rekeyed { .. }
            | Event::Delivered { .. }
            | Event::Deposited { .. }
            | Event::Reclassified { .. }
            | Event::Maintained { .. }
            | Event::PartnerAdded { .. }
            | Event::PartnerConfirmed { .. }
            | Event::ReleaseApproved { .. }
            | Event::ReleaseRefused { .. }
            | Event::ReleaseWritten { .. } => true,
            Event::PassphraseChanged { .. }
            | Event::Filed { .. }
            | Event::ReleaseRequested { .. }
            | Event::ReleaseRecalled { .. } => false,
        }
    }
}
