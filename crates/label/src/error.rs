//! Everything that can be wrong with a label or a clearance, one variant per cause. Lines count from 1.

pub use crate::violation::Violation;
pub use crate::xml::XmlError;

/// Why a label, or what a label stands in, was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    #[error(transparent)]
    Xml(#[from] XmlError),
    #[error("line {line}: `{found}` is not a confidentiality label")]
    NotALabel { line: u32, found: String },
    #[error("line {line}: `{what}` is missing")]
    Missing { line: u32, what: String },
    #[error("line {line}: `{name}` may stand here only once")]
    Repeated { line: u32, name: String },
    /// An element; `{namespace}name` where the namespace is what is wrong, `@name` for an attribute.
    #[error("line {line}: `{name}` is not known here")]
    UnknownElement { line: u32, name: String },
    #[error("line {line}: `{name}` must stand earlier")]
    OutOfOrder { line: u32, name: String },
    #[error("line {line}: `{what}` cannot be `{value}`")]
    BadValue { line: u32, what: String, value: String },
    #[error("the label breaks its policy in {} way(s)", .0.len())]
    Invalid(Vec<Violation>),
}

impl LabelError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            LabelError::Xml(error) => error.code(),
            LabelError::NotALabel { .. } => "label_not_a_label",
            LabelError::Missing { .. } => "label_missing",
            LabelError::Repeated { .. } => "label_repeated",
            LabelError::UnknownElement { .. } => "label_unknown_element",
            LabelError::OutOfOrder { .. } => "label_out_of_order",
            LabelError::BadValue { .. } => "label_bad_value",
            LabelError::Invalid(_) => "label_invalid",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let at = |line: &u32| ("line", line.to_string());
        match self {
            LabelError::Xml(error) => error.params(),
            LabelError::NotALabel { line, found } => vec![at(line), ("found", found.clone())],
            LabelError::Missing { line, what } => vec![at(line), ("what", what.clone())],
            LabelError::Repeated { line, name }
            | LabelError::UnknownElement { line, name }
            | LabelError::OutOfOrder { line, name } => vec![at(line), ("name", name.clone())],
            LabelError::BadValue { line, what, value } => {
                vec![at(line), ("what", what.clone()), ("value", value.clone())]
            }
            LabelError::Invalid(violations) => vec![("count", violations.len().to_string())],
        }
    }

    /// The rules of the policy that are broken; empty when the label could not even be read.
    pub fn violations(&self) -> &[Violation] {
        match self {
            LabelError::Invalid(violations) => violations,
            LabelError::Xml(_)
            | LabelError::NotALabel { .. }
            | LabelError::Missing { .. }
            | LabelError::Repeated { .. }
            | LabelError::UnknownElement { .. }
            | LabelError::OutOfOrder { .. }
            | LabelError::BadValue { .. } => &[],
        }
    }
}

/// Clearances are read with the same care and the same errors as labels.
pub type ClearanceError = LabelError;

/// Why a table of nations and communities was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommunitiesError {
    #[error("not a table of partners: {0}")]
    NotToml(String),
    #[error("`{0}` is there twice")]
    Twice(String),
    #[error("the community `{community}` has the unknown member `{nation}`")]
    UnknownNation { community: String, nation: String },
    #[error("`{0}` is no ISO 3166-1 alpha-3 code")]
    NotACode(String),
    #[error("`{nation}` leaves `{community}` before it joins")]
    PeriodReversed { community: String, nation: String },
}

impl CommunitiesError {
    /// The stable code; the words are `err-<code>` and `fix-<code>` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            CommunitiesError::NotToml(_) => "partners_not_toml",
            CommunitiesError::Twice(_) => "partners_twice",
            CommunitiesError::UnknownNation { .. } => "partners_unknown_nation",
            CommunitiesError::NotACode(_) => "partners_not_a_code",
            CommunitiesError::PeriodReversed { .. } => "partners_period_reversed",
        }
    }
}
