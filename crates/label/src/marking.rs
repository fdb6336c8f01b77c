//! The words on the page.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Label, Lang, Level, Policy};

/// Where a marking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Location {
    PageTop,
    PageBottom,
    DocumentStart,
    DocumentEnd,
    FirstLine,
    LastLine,
    Subject,
    XHeader,
    Portion,
    WaterMark,
    InputTitle,
}

/// A word that names no place of a marking.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no place of a marking")]
pub struct UnknownLocation(pub String);

impl FromStr for Location {
    type Err = UnknownLocation;
    fn from_str(text: &str) -> Result<Location, UnknownLocation> {
        Err(UnknownLocation(text.to_owned()))
    }
}

/// What stands above and below a document on the screen and on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Banner {
    /// Both languages of the policy: `SECRET – GEHEIM // REL TO BEL, FRA`.
    pub text: String,
    /// `#rrggbb`, from the policy; grey where it gives none.
    pub colour: String,
    /// Black or white, whichever can be read on `colour`.
    pub text_colour: String,
    /// The short form for a paragraph: `S`.
    pub portion: String,
    /// On the common scale; `None` when no table says so.
    pub level: Option<Level>,
}

impl Policy {
    /// The marking of a label in one language at one place.
    pub fn marking(&self, label: &Label, _lang: Lang, _at: Location) -> String {
        label.classification().to_owned()
    }

    pub fn banner(&self, label: &Label) -> Banner {
        Banner {
            text: label.classification().to_owned(),
            colour: "#5f6368".to_owned(),
            text_colour: "#ffffff".to_owned(),
            portion: String::new(),
            level: None,
        }
    }
}
