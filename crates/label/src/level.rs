//! The five steps on which policies are compared, and the four languages of the program.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fold::fold;

/// How high information is classified, on the Belgian scale (Act of 11 December 1998, art. 4; unclassified below it).
///
/// Only for comparing across policies (approval ceilings, partner ceilings). A marking never shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Unclassified,
    Restricted,
    Confidential,
    Secret,
    TopSecret,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Level; 5] =
        [Level::Unclassified, Level::Restricted, Level::Confidential, Level::Secret, Level::TopSecret];

    /// `unclassified`, `restricted`, `confidential`, `secret`, `top-secret`: as serialised and as part of message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Unclassified => "unclassified",
            Level::Restricted => "restricted",
            Level::Confidential => "confidential",
            Level::Secret => "secret",
            Level::TopSecret => "top-secret",
        }
    }

    /// The Belgian name in French, as the law writes it.
    pub fn fr(self) -> &'static str {
        match self {
            Level::Unclassified => "NON CLASSIFIÉ",
            Level::Restricted => "RESTREINT",
            Level::Confidential => "CONFIDENTIEL",
            Level::Secret => "SECRET",
            Level::TopSecret => "TRÈS SECRET",
        }
    }

    /// The Belgian name in Dutch, as the law writes it.
    pub fn nl(self) -> &'static str {
        match self {
            Level::Unclassified => "NIET GECLASSIFICEERD",
            Level::Restricted => "BEPERKT",
            Level::Confidential => "VERTROUWELIJK",
            Level::Secret => "GEHEIM",
            Level::TopSecret => "ZEER GEHEIM",
        }
    }

    /// The portion letters of the Belgian policy: `NC`, `R`, `C`, `S`, `TS`.
    pub fn portion(self) -> &'static str {
        match self {
            Level::Unclassified => "NC",
            Level::Restricted => "R",
            Level::Confidential => "C",
            Level::Secret => "S",
            Level::TopSecret => "TS",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no level.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no level")]
pub struct UnknownLevel(pub String);

impl FromStr for Level {
    type Err = UnknownLevel;

    /// Takes the serialised form and the Belgian names in French and Dutch, in any case, with or without accents.
    fn from_str(text: &str) -> Result<Level, UnknownLevel> {
        let asked = fold(text).replace('-', " ");
        Level::ALL
            .into_iter()
            .find(|level| {
                asked == level.as_str().replace('-', " ") || asked == fold(level.fr()) || asked == fold(level.nl())
            })
            .ok_or_else(|| UnknownLevel(text.to_owned()))
    }
}

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Fr,
    Nl,
    De,
    En,
}

impl Lang {
    pub const ALL: [Lang; 4] = [Lang::Fr, Lang::Nl, Lang::De, Lang::En];

    /// The two-letter code, as in `xml:lang`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::Nl => "nl",
            Lang::De => "de",
            Lang::En => "en",
        }
    }
}
