//! How long a classification lasts (art. 7 of the Act of 11 December 1998).
//!
//! Pure calendar arithmetic: a term ends on the same day and month as the finalisation, or, if the month has no such day
//! (29 February), on the last day of the month. The last day still belongs to the term.

use chrono::NaiveDate;
use label::Level;
use label::time::{months_from, years_from};
use serde::{Deserialize, Serialize};

use crate::facts::Nature;

/// How many years after the finalisation every classification ends (§3).
const LIMIT_YEARS: i32 = 100;
/// How many years a decision to maintain lasts at most (§3).
const MAINTAINED_YEARS: i32 = 10;
/// How many months before the end of a term the decision about it begins (§3).
const WINDOW_MONTHS: i32 = 6;

/// What the term of one document rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// From this day all terms count, whatever was decided since (§2).
    pub finalised: NaiveDate,
    /// As the document is marked now.
    pub level: Level,
    /// Foreign or mixed information: its own authority decides (§5).
    pub foreign: bool,
    /// The day by which the last decision to maintain is to be looked at again.
    pub kept_until: Option<NaiveDate>,
    /// The day of the last decision that gave it this level; none: it was filed so.
    pub remarked: Option<NaiveDate>,
}

/// Where a document stands in its term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermStanding {
    /// The last day of the term.
    pub lapses: Option<NaiveDate>,
    /// The first day on which the decision is due: six months before.
    pub window_opens: Option<NaiveDate>,
    /// A hundred years after the finalisation.
    pub expires: Option<NaiveDate>,
    pub state: TermState,
}

/// What is to be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "because")]
pub enum TermState {
    /// No term runs.
    Exempt(ExemptBecause),
    Running,
    /// To be decided on now.
    Due,
    /// Past the term without a decision: protected until there is one.
    Overdue,
    /// A hundred years are over.
    Expired,
}

/// Why no term runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum ExemptBecause {
    Unclassified,
    /// §6.
    Restricted,
    /// §5.
    Foreign,
}

/// From when the term of a document counts: the earliest day that it ever bore, so that putting a date right makes no term later.
/// `finalised`: a day that was named for it; named as later than its first date, it is another day than that, and stays.
pub fn counts_from(
    date: NaiveDate,
    finalised: Option<NaiveDate>,
    corrected: impl IntoIterator<Item = NaiveDate>,
) -> NaiveDate {
    match finalised {
        Some(finalised) if finalised > date => finalised,
        Some(_) | None => corrected.into_iter().fold(finalised.unwrap_or(date), NaiveDate::min),
    }
}

/// A [`TermState`] without its reason: what lists are asked for. Words: `term-<status>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum TermStatus {
    Exempt,
    Running,
    Due,
    Overdue,
    Expired,
}

impl TermState {
    pub fn status(self) -> TermStatus {
        match self {
            TermState::Exempt(_) => TermStatus::Exempt,
            TermState::Running => TermStatus::Running,
            TermState::Due => TermStatus::Due,
            TermState::Overdue => TermStatus::Overdue,
            TermState::Expired => TermStatus::Expired,
        }
    }

    /// As [`TermStatus::as_str`].
    pub fn as_str(self) -> &'static str {
        self.status().as_str()
    }
}

impl TermStatus {
    /// Those in which a term runs, or ran.
    pub const WITH_TERM: [TermStatus; 4] =
        [TermStatus::Running, TermStatus::Due, TermStatus::Overdue, TermStatus::Expired];

    /// `exempt`, `running`, `due`, `overdue`, `expired`: as typed, and as part of the key `term-…` of the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            TermStatus::Exempt => "exempt",
            TermStatus::Running => "running",
            TermStatus::Due => "due",
            TermStatus::Overdue => "overdue",
            TermStatus::Expired => "expired",
        }
    }
}

/// The days that [`standing`] compares with on one day, for a list that is asked of an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// What was finalised on this day or before has expired.
    pub expired: NaiveDate,
    /// What lapses on this day or before is to be decided on.
    pub due: NaiveDate,
}

impl Bounds {
    pub fn on(today: NaiveDate) -> Bounds {
        Bounds {
            expired: latest(years_from(today, -LIMIT_YEARS), |day| years_from(day, LIMIT_YEARS) < today),
            due: latest(months_from(today, WINDOW_MONTHS), |day| months_from(day, -WINDOW_MONTHS) <= today),
        }
    }
}

/// The last day of which something is true that is true of all days before it; it lies within days of `near`, for months are
/// not of one length.
fn latest(near: NaiveDate, is_true: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut day = near;
    while let Some(later) = day.succ_opt().filter(|later| is_true(*later)) {
        day = later;
    }
    while let Some(earlier) = day.pred_opt().filter(|_| !is_true(day)) {
        day = earlier;
    }
    day
}

impl ExemptBecause {
    /// Part of the key `term-exempt-…` of the catalogues.
    pub fn as_str(self) -> &'static str {
        match self {
            ExemptBecause::Unclassified => "unclassified",
            ExemptBecause::Restricted => "restricted",
            ExemptBecause::Foreign => "foreign",
        }
    }
}

/// The years of a level's term: 20, 30, 50 (§2); none where none runs.
pub fn years(level: Level) -> Option<i32> {
    match level {
        Level::Unclassified | Level::Restricted => None,
        Level::Confidential => Some(20),
        Level::Secret => Some(30),
        Level::TopSecret => Some(50),
    }
}

/// What a recorded decision takes beyond what the law allows: the decision does not count as far as it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Excess {
    /// Maintained when a hundred years were over (§3).
    HundredYears,
    /// To be looked at again later than ten years after it (§3).
    Review,
}

impl Excess {
    /// `hundred_years`, `review_too_late`. Words: `reason-…`.
    pub fn as_str(self) -> &'static str {
        match self {
            Excess::HundredYears => "hundred_years",
            Excess::Review => "review_too_late",
        }
    }
}

/// What a decision that was taken on a day takes too much. Of foreign information its own authority decides (§5).
pub fn excess(
    finalised: NaiveDate,
    foreign: bool,
    decided: (Nature, NaiveDate),
    next_review: Option<NaiveDate>,
) -> Option<Excess> {
    let (nature, on) = decided;
    if nature == Nature::Maintain && !foreign && on > years_from(finalised, LIMIT_YEARS) {
        Some(Excess::HundredYears)
    } else if next_review.is_some_and(|review| review > latest_review(on)) {
        Some(Excess::Review)
    } else {
        None
    }
}

/// The last day on which a decision to maintain, taken today, may be looked at again (§3).
pub fn latest_review(today: NaiveDate) -> NaiveDate {
    years_from(today, MAINTAINED_YEARS)
}

/// Where a document stands on a day.
pub fn standing(term: &Term, today: NaiveDate) -> TermStanding {
    let exempt =
        |because| TermStanding { lapses: None, window_opens: None, expires: None, state: TermState::Exempt(because) };
    let years = match (term.level, years(term.level)) {
        (Level::Unclassified, _) => return exempt(ExemptBecause::Unclassified),
        _ if term.foreign => return exempt(ExemptBecause::Foreign),
        (_, None) => return exempt(ExemptBecause::Restricted),
        (_, Some(years)) => years,
    };
    let expires = years_from(term.finalised, LIMIT_YEARS);
    let first = years_from(term.finalised, years);
    // A decision to maintain never shortens a term, and none lasts longer than a hundred years.
    let lapses = term.kept_until.map_or(first, |kept| kept.max(first)).min(expires);
    let window_opens = months_from(lapses, -WINDOW_MONTHS);
    // Given a level whose term was over already: to be decided on at once, and nothing was missed.
    let late_level = term.kept_until.is_none() && term.remarked.is_some_and(|day| day > lapses);
    let state = if today > expires {
        TermState::Expired
    } else if today > lapses && !late_level {
        TermState::Overdue
    } else if today >= window_opens {
        TermState::Due
    } else {
        TermState::Running
    };
    TermStanding { lapses: Some(lapses), window_opens: Some(window_opens), expires: Some(expires), state }
}
