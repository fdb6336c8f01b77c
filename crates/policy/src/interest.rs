//! What classification protects: the interests of art. 3 §1 of the Act of 11 December 1998.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// One interest of art. 3 §1, by its letter. Words: `interest-<letter>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "lowercase")]
pub enum Interest {
    /// The integrity of the territory, and the plans of military defence.
    A,
    /// The missions of the armed forces.
    B,
    /// Internal security, nuclear energy included, and the democratic and constitutional order.
    C,
    /// External security and international relations.
    D,
    /// The scientific and economic potential.
    E,
    /// Any other fundamental interest of the State.
    F,
    /// The safety of Belgians abroad.
    G,
    /// The functioning of the decision-making bodies of the State.
    H,
    /// The safety of persons under special protection.
    I,
    /// The identity of members and of sources of the services.
    J,
    /// The missions of the services.
    K,
}

impl Interest {
    /// In the order of the Act.
    pub const ALL: [Interest; 11] = [
        Interest::A,
        Interest::B,
        Interest::C,
        Interest::D,
        Interest::E,
        Interest::F,
        Interest::G,
        Interest::H,
        Interest::I,
        Interest::J,
        Interest::K,
    ];

    /// The letter in lower case: as typed, as serialised, and as part of the key `interest-…` of the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            Interest::A => "a",
            Interest::B => "b",
            Interest::C => "c",
            Interest::D => "d",
            Interest::E => "e",
            Interest::F => "f",
            Interest::G => "g",
            Interest::H => "h",
            Interest::I => "i",
            Interest::J => "j",
            Interest::K => "k",
        }
    }
}

impl fmt::Display for Interest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text that is no letter of art. 3 §1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no interest of art. 3 §1")]
pub struct UnknownInterest(pub String);

impl FromStr for Interest {
    type Err = UnknownInterest;

    /// Takes the letter in either case.
    fn from_str(text: &str) -> Result<Interest, UnknownInterest> {
        let letter = text.trim();
        Interest::ALL
            .into_iter()
            .find(|interest| letter.eq_ignore_ascii_case(interest.as_str()))
            .ok_or_else(|| UnknownInterest(text.chars().take(80).collect()))
    }
}
