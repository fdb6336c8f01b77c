//! Codes of keys, as screens show them wherever something is delivered to an officer. Plain data.

use serde::Serialize;

/// The code of the keys of one identity of an officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct CodeView {
    pub code: String,
    /// The officer who looks has compared it with him.
    pub compared: bool,
}

/// Whether an officer has compared the codes of a colleague's keys with him. Words: `ui-compared-<this>`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Compared {
    #[default]
    Never,
    /// All of them.
    Same,
    /// Those of some of his identities. What is sealed to him is sealed to the others as well.
    NotAll,
    /// Some were compared, and he has others now.
    OtherKeys,
}
