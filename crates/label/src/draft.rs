//! What a label is made from, before anything of it was looked up in its policy.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::Category;

/// What a label is made from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LabelDraft {
    pub kind: LabelKind,
    pub classification: String,
    pub categories: Vec<Category>,
    pub privacy_mark: Option<String>,
    pub originator: Option<Originator>,
    pub created: DateTime<Utc>,
    pub review: Option<DateTime<Utc>>,
    pub succession: Option<Succession>,
}

impl LabelDraft {
    /// A draft with nothing but a classification.
    pub fn new(classification: impl Into<String>, created: DateTime<Utc>) -> LabelDraft {
        LabelDraft { classification: classification.into(), created, ..LabelDraft::default() }
    }
}

/// Which of the label elements of ADatP-4774 it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    /// `originatorConfidentialityLabel`: given by the person who made the information.
    #[default]
    Originator,
    /// `alternativeConfidentialityLabel`: the same in another policy.
    Alternative,
    /// `metadataConfidentialityLabel`: about the metadata, not the data.
    Metadata,
    /// `ConfidentialityLabel`: as older software writes it.
    Legacy,
}

impl LabelKind {
    pub const ALL: [LabelKind; 4] =
        [LabelKind::Originator, LabelKind::Alternative, LabelKind::Metadata, LabelKind::Legacy];

    /// The name of the element.
    pub fn element(self) -> &'static str {
        match self {
            LabelKind::Originator => "originatorConfidentialityLabel",
            LabelKind::Alternative => "alternativeConfidentialityLabel",
            LabelKind::Metadata => "metadataConfidentialityLabel",
            LabelKind::Legacy => "ConfidentialityLabel",
        }
    }
}

/// Who gave the label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Originator {
    pub kind: OriginatorKind,
    pub id: String,
}

/// What kind of name an originator's id is (the eight of ADatP-4774).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OriginatorKind {
    Mail,
    Dns,
    DirectoryName,
    Uri,
    IpAddress,
    X400,
    UserPrincipal,
    JabberId,
}

impl OriginatorKind {
    pub const ALL: [OriginatorKind; 8] = [
        OriginatorKind::Mail,
        OriginatorKind::Dns,
        OriginatorKind::DirectoryName,
        OriginatorKind::Uri,
        OriginatorKind::IpAddress,
        OriginatorKind::X400,
        OriginatorKind::UserPrincipal,
        OriginatorKind::JabberId,
    ];

    /// As the `IDType` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            OriginatorKind::Mail => "rfc822Name",
            OriginatorKind::Dns => "dNSName",
            OriginatorKind::DirectoryName => "directoryName",
            OriginatorKind::Uri => "uniformResourceIdentifier",
            OriginatorKind::IpAddress => "iPAddress",
            OriginatorKind::X400 => "x400Address",
            OriginatorKind::UserPrincipal => "userPrincipalName",
            OriginatorKind::JabberId => "jID",
        }
    }
}

/// What the label becomes at a date that is decided already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    pub at: DateTime<Utc>,
    /// Of the same policy; its kind and review do not count.
    pub label: Box<LabelDraft>,
}
