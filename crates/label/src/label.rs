//! Labels: what a document is marked with.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Category, LabelError, Policy, Violation};

/// A label that is valid under its policy.
#[derive(Clone, Debug)]
pub struct Label {
    policy: Policy,
    draft: LabelDraft,
}

/// What a label is made from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LabelDraft {
    pub kind: LabelKind,
    pub classification: String,
    pub categories: Vec<Category>,
    pub privacy_mark: Option<String>,
    pub originator: Option<Originator>,
    pub created: Timestamp,
    pub review: Option<Timestamp>,
    pub succession: Option<Succession>,
}

/// Which of the label elements of ADatP-4774 it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LabelKind {
    /// `originatorConfidentialityLabel`: given by whoever made the information.
    #[default]
    Originator,
    /// `alternativeConfidentialityLabel`: the same in another policy.
    Alternative,
    /// `metadataConfidentialityLabel`: about the metadata, not the data.
    Metadata,
    /// `ConfidentialityLabel`: as older software writes it.
    Legacy,
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

/// What the label becomes at a date that is decided already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    pub at: Timestamp,
    pub label: Box<LabelDraft>,
}

/// The part of a label that decides who may have access: the same part, the same class key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AccessPart {
    pub policy: String,
    pub classification: String,
    /// Tag → values that must all be held.
    pub restrictive: BTreeMap<String, BTreeSet<String>>,
    /// Tag → values of which one must be held. A tag with no value admits nobody.
    pub permissive: BTreeMap<String, BTreeSet<String>>,
}

impl AccessPart {
    /// One line that two access parts share only if they are equal.
    pub fn canonical(&self) -> String {
        format!("{self:?}")
    }
}

impl LabelDraft {
    /// A draft with nothing but a classification.
    pub fn new(classification: impl Into<String>, created: Timestamp) -> LabelDraft {
        LabelDraft { classification: classification.into(), created, ..LabelDraft::default() }
    }

    /// A draft from words as typed: a level in any language of the policy, values of `Releasable To`
    /// (`None`: no such tag; an empty list: nobody), and further `(tag, value)` pairs.
    pub fn from_words(
        _policy: &Policy,
        level: &str,
        _releasable_to: Option<&[String]>,
        _categories: &[(String, String)],
        created: Timestamp,
    ) -> Result<LabelDraft, Vec<Violation>> {
        Ok(LabelDraft::new(level, created))
    }
}

impl Label {
    pub fn parse(_xml: &[u8], _policy: &Policy) -> Result<Label, LabelError> {
        Err(LabelError::NotXml { line: 1, detail: "not read yet".to_owned() })
    }

    /// Returns the label, or everything that is wrong with the draft.
    pub fn build(policy: &Policy, draft: LabelDraft) -> Result<Label, Vec<Violation>> {
        Ok(Label { policy: policy.clone(), draft })
    }

    /// The label as an XML document that validates against the NATO schema.
    pub fn to_xml(&self) -> String {
        String::new()
    }

    /// The policy's name.
    pub fn policy(&self) -> &str {
        self.policy.name()
    }

    /// As the policy spells it.
    pub fn classification(&self) -> &str {
        &self.draft.classification
    }

    pub fn categories(&self) -> &[Category] {
        &self.draft.categories
    }

    pub fn privacy_mark(&self) -> Option<&str> {
        self.draft.privacy_mark.as_deref()
    }

    pub fn originator(&self) -> Option<&Originator> {
        self.draft.originator.as_ref()
    }

    pub fn created(&self) -> Timestamp {
        self.draft.created
    }

    pub fn review(&self) -> Option<Timestamp> {
        self.draft.review
    }

    pub fn access(&self) -> AccessPart {
        AccessPart {
            policy: self.policy().to_owned(),
            classification: self.draft.classification.clone(),
            restrictive: BTreeMap::new(),
            permissive: BTreeMap::new(),
        }
    }
}
