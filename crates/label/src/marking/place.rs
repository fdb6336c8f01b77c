//! The places of a marking, and the codes that a policy uses for them.

use std::fmt;
use std::ops::BitOr;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Where a marking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Location {
    PageTop,
    PageBottom,
    /// The cover, or the first page.
    DocumentStart,
    DocumentEnd,
    /// The first line of the text of a message.
    FirstLine,
    LastLine,
    Subject,
    XHeader,
    /// Before a paragraph: the short form.
    Portion,
    WaterMark,
    /// The title of a field where a person chooses.
    InputTitle,
}

impl Location {
    pub const ALL: [Location; 11] = [
        Location::PageTop,
        Location::PageBottom,
        Location::DocumentStart,
        Location::DocumentEnd,
        Location::FirstLine,
        Location::LastLine,
        Location::Subject,
        Location::XHeader,
        Location::Portion,
        Location::WaterMark,
        Location::InputTitle,
    ];

    /// `page-top`, `portion`, …
    pub fn as_str(self) -> &'static str {
        match self {
            Location::PageTop => "page-top",
            Location::PageBottom => "page-bottom",
            Location::DocumentStart => "document-start",
            Location::DocumentEnd => "document-end",
            Location::FirstLine => "first-line",
            Location::LastLine => "last-line",
            Location::Subject => "subject",
            Location::XHeader => "x-header",
            Location::Portion => "portion",
            Location::WaterMark => "water-mark",
            Location::InputTitle => "input-title",
        }
    }

    pub(crate) fn codes(self) -> Codes {
        match self {
            Location::PageTop => Codes(1),
            Location::PageBottom => Codes(1 << 1),
            Location::DocumentStart => Codes(1 << 2),
            Location::DocumentEnd => Codes(1 << 3),
            Location::FirstLine => Codes(1 << 4),
            Location::LastLine => Codes(1 << 5),
            Location::Subject => Codes(1 << 6),
            Location::XHeader => Codes(1 << 7),
            Location::Portion => Codes::PORTION,
            Location::WaterMark => Codes(1 << 9),
            Location::InputTitle => Codes(1 << 10),
        }
    }

    /// Where a policy says nothing of a place, it reads as another place does.
    pub(crate) fn follows(self) -> Option<Location> {
        match self {
            Location::PageTop | Location::PageBottom => None,
            Location::DocumentStart
            | Location::DocumentEnd
            | Location::FirstLine
            | Location::LastLine
            | Location::Subject
            | Location::XHeader
            | Location::Portion
            | Location::WaterMark
            | Location::InputTitle => Some(Location::PageTop),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no place of a marking.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no place of a marking")]
pub struct UnknownLocation(pub String);

impl FromStr for Location {
    type Err = UnknownLocation;

    /// Takes `page-top`, the policy's own `pageTop`, `portionMarking` and so on, and `first-page`, `last-page`.
    fn from_str(text: &str) -> Result<Location, UnknownLocation> {
        let plain = |word: &str| word.replace(['-', '_'], "").to_ascii_lowercase();
        let asked = plain(text);
        let known = Location::ALL.into_iter().find(|location| plain(location.as_str()) == asked);
        known
            .or(match asked.as_str() {
                "pagetopbottom" | "page" => Some(Location::PageTop),
                "portionmarking" => Some(Location::Portion),
                "firstpage" | "cover" => Some(Location::DocumentStart),
                "lastpage" => Some(Location::DocumentEnd),
                "firstlineoftext" => Some(Location::FirstLine),
                "lastlineoftext" => Some(Location::LastLine),
                _ => None,
            })
            .ok_or_else(|| UnknownLocation(text.to_owned()))
    }
}

/// A set of the marking codes of the schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Codes(u32);

impl Codes {
    pub(crate) const PORTION: Codes = Codes(1 << 8);
    pub(crate) const NO_NAME: Codes = Codes(1 << 16);
    pub(crate) const NO_MARKING: Codes = Codes(1 << 17);
    pub(crate) const SUPPRESS_CLASS: Codes = Codes(1 << 18);
    pub(crate) const REPLACE_POLICY: Codes = Codes(1 << 19);
    const PLACES: Codes = Codes(0xffff);

    pub(crate) fn of(word: &str) -> Option<Codes> {
        Some(match word {
            "pageTop" => Location::PageTop.codes(),
            "pageBottom" => Location::PageBottom.codes(),
            "pageTopBottom" => Location::PageTop.codes() | Location::PageBottom.codes(),
            "documentStart" => Location::DocumentStart.codes(),
            "documentEnd" => Location::DocumentEnd.codes(),
            "noNameDisplay" => Codes::NO_NAME,
            "noMarkingDisplay" => Codes::NO_MARKING,
            "suppressClassName" => Codes::SUPPRESS_CLASS,
            "firstLineOfText" => Location::FirstLine.codes(),
            "lastLineOfText" => Location::LastLine.codes(),
            "subject" => Location::Subject.codes(),
            "xHeader" => Location::XHeader.codes(),
            "portionMarking" => Codes::PORTION,
            "inputTitle" => Location::InputTitle.codes(),
            "waterMark" => Location::WaterMark.codes(),
            "replacePolicy" => Codes::REPLACE_POLICY,
            _ => return None,
        })
    }

    pub(crate) fn add(&mut self, more: Codes) {
        self.0 |= more.0;
    }

    pub(crate) fn meets(self, other: Codes) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether what bears these codes applies at a place: it names the place, or no place at all, which means
    /// everywhere but in the short form of a portion.
    pub(crate) fn allows(self, place: Codes) -> bool {
        if self.meets(Codes::PLACES) { self.meets(place) } else { !place.meets(Codes::PORTION) }
    }
}

impl BitOr for Codes {
    type Output = Codes;
    fn bitor(self, other: Codes) -> Codes {
        Codes(self.0 | other.0)
    }
}
