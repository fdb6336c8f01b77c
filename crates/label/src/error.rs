//! Everything that can be wrong, one variant per cause. Lines count from 1.

/// Why a policy file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyError {
    #[error("not a policy file, line {line}: {detail}")]
    NotXml { line: u32, detail: String },
}

/// Why a label was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LabelError {
    #[error("not a label, line {line}: {detail}")]
    NotXml { line: u32, detail: String },
    #[error("the label breaks its policy in {} way(s)", .0.len())]
    Invalid(Vec<Violation>),
}

/// Why a clearance was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClearanceError {
    #[error("not a clearance, line {line}: {detail}")]
    NotXml { line: u32, detail: String },
    #[error("the clearance breaks its policy in {} way(s)", .0.len())]
    Invalid(Vec<Violation>),
}

/// Why a table of nations and communities was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommunitiesError {
    #[error("not a table of partners: {0}")]
    NotToml(String),
}

/// One rule of the policy that a label or clearance breaks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    #[error("`{0}` is no classification of this policy")]
    UnknownClassification(String),
}

impl Violation {
    /// The stable code; the words are `reason-<code>` and `reason-<code>-fix` of the catalogues (with hyphens).
    pub fn code(&self) -> &'static str {
        match self {
            Violation::UnknownClassification(_) => "label_unknown_classification",
        }
    }

    /// What the words need, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Violation::UnknownClassification(name) => vec![("name", name.clone())],
        }
    }
}
