//! Labels bound to data: ADatP-4778, as a file next to the data (`<name>.bdo`) or with the data inside.
//!
//! A binding says which label belongs to which data. It proves nothing by itself: the manifest of a package is signed,
//! the binding is not. The digest, if there is one, lets a reader check that the data is what was labelled.

mod read;
mod write;

use crate::{Label, LabelError, XmlError};

pub(crate) const BINDING_NAMESPACE: &str = "urn:nato:stanag:4778:bindinginformation:1:0";
/// `contentType` of data.
pub(crate) const MIME_NAMESPACE: &str = "http://www.w3.org/2005/05/xmlmime";
/// Ours: the digest of referenced data, and embedded bytes. The schema lets attributes and elements of other
/// namespaces stand where they do; a reader that does not know them passes over them.
pub(crate) const DIGEST_NAMESPACE: &str = "urn:zegel:binding:1";
/// SHA-256, as XML signatures name it.
pub(crate) const SHA256: &str = "http://www.w3.org/2001/04/xmlenc#sha256";

/// Labels, and what they are bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    pub parts: Vec<BindingPart>,
}

/// One `MetadataBinding`: some labels, on some data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BindingPart {
    /// The original, and what stands next to it in other policies.
    pub labels: Vec<BoundLabel>,
    pub data: Vec<BoundData>,
}

/// A label in a binding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundLabel {
    Known(Box<Label>),
    /// Of a policy that the reader was not given: its name, its identifier, and the words of its classification.
    Unknown {
        policy: String,
        uri: Option<String>,
        classification: String,
    },
}

/// What labels are bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundData {
    /// A file next to this one, by its bare name.
    File { name: String, content_type: Option<String>, sha256: Option<[u8; 32]> },
    /// The document that the binding stands in, or a part of it by its identifier.
    Here { id: String },
    /// Bytes within the binding.
    Bytes { content_type: Option<String>, bytes: Vec<u8> },
    /// An element within the binding, as it stands there; names that it uses may be declared further out.
    Xml { content_type: Option<String>, xml: String },
}

/// Why a binding was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BindingError {
    #[error(transparent)]
    Xml(#[from] XmlError),
    #[error("line {line}: `{found}` is not binding information")]
    NotABinding { line: u32, found: String },
    #[error("line {line}: `{what}` is missing")]
    Missing { line: u32, what: String },
    #[error("line {line}: `{name}` may stand here only once")]
    Repeated { line: u32, name: String },
    #[error("line {line}: `{name}` is not known here")]
    UnknownElement { line: u32, name: String },
    #[error("line {line}: `{what}` cannot be `{value}`")]
    BadValue { line: u32, what: String, value: String },
    /// Nothing outside the folder is ever looked at.
    #[error("line {line}: `{uri}` leads elsewhere")]
    Elsewhere { line: u32, uri: String },
    #[error("line {line}: {error}")]
    Label { line: u32, error: LabelError },
    #[error("a binding needs at least one label and something to bind it to")]
    Empty,
}

impl BindingError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            BindingError::Xml(error) => error.code(),
            BindingError::NotABinding { .. } => "binding_not_a_binding",
            BindingError::Missing { .. } => "binding_missing",
            BindingError::Repeated { .. } => "binding_repeated",
            BindingError::UnknownElement { .. } => "binding_unknown_element",
            BindingError::BadValue { .. } => "binding_bad_value",
            BindingError::Elsewhere { .. } => "binding_elsewhere",
            BindingError::Label { error, .. } => error.code(),
            BindingError::Empty => "binding_empty",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let at = |line: &u32| ("line", line.to_string());
        match self {
            BindingError::Xml(error) => error.params(),
            BindingError::NotABinding { line, found } => vec![at(line), ("found", found.clone())],
            BindingError::Missing { line, what } => vec![at(line), ("what", what.clone())],
            BindingError::Repeated { line, name } | BindingError::UnknownElement { line, name } => {
                vec![at(line), ("name", name.clone())]
            }
            BindingError::BadValue { line, what, value } => {
                vec![at(line), ("what", what.clone()), ("value", value.clone())]
            }
            BindingError::Elsewhere { line, uri } => vec![at(line), ("uri", uri.clone())],
            BindingError::Label { error, .. } => error.params(),
            BindingError::Empty => Vec::new(),
        }
    }
}

impl Binding {
    /// The binding that stands next to a file as `<name>.bdo`.
    pub fn sidecar(name: &str, content_type: Option<&str>, sha256: Option<[u8; 32]>, labels: Vec<Label>) -> Binding {
        let file = BoundData::File { name: name.to_owned(), content_type: content_type.map(str::to_owned), sha256 };
        Binding::of(labels, file)
    }

    /// The binding that holds its data.
    pub fn embedded(content_type: Option<&str>, bytes: Vec<u8>, labels: Vec<Label>) -> Binding {
        Binding::of(labels, BoundData::Bytes { content_type: content_type.map(str::to_owned), bytes })
    }

    fn of(labels: Vec<Label>, data: BoundData) -> Binding {
        let labels = labels.into_iter().map(|label| BoundLabel::Known(Box::new(label))).collect();
        Binding { parts: vec![BindingPart { labels, data: vec![data] }] }
    }

    /// All labels, in order.
    pub fn labels(&self) -> impl Iterator<Item = &BoundLabel> {
        self.parts.iter().flat_map(|part| &part.labels)
    }

    /// The original label that decides about the data: the one that every part has. `None` where a part's original is
    /// not known, or where two parts differ.
    pub fn original(&self) -> Option<&Label> {
        let mut originals = self.parts.iter().map(BindingPart::original);
        let first = originals.next()??;
        originals.all(|other| other == Some(first)).then_some(first)
    }
}

impl BindingPart {
    /// The original label of this part, where it is known.
    pub fn original(&self) -> Option<&Label> {
        self.labels.iter().find_map(|label| match label {
            BoundLabel::Known(label) => {
                matches!(label.kind(), crate::LabelKind::Originator | crate::LabelKind::Legacy).then_some(&**label)
            }
            BoundLabel::Unknown { .. } => None,
        })
    }
}
