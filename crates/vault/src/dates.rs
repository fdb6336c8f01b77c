//! Which day it is for the person who types, and which days are plausible.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::{Error, Session};

/// The kingdom's first year: no document of a Belgian service is older.
const FIRST_YEAR: i16 = 1830;
/// A career: no clearance, briefing or agreement of today began before.
const CAREER: i16 = 80;
/// A document may bear the day on which it will be signed or sent, in days from now.
const AHEAD: i64 = 31;
/// A term begins at most so many years from now: a clearance is not granted for later than it could last.
const BEGINS: i16 = 5;
/// And ends within the longest term that the law knows.
const ENDS: i16 = 100;

/// Today, to somebody at this computer: the day of its own time zone. It is what a date that nobody typed means, and what
/// typed dates are compared with before they are recorded.
///
/// What the log decides (whether a clearance is valid, whether a term is over) goes by days of UTC, the same at every
/// workstation and at every replay.
pub fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::system()).date()
}

/// What a day is the day of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOf {
    /// A document, or when it was made final.
    Document,
    /// The beginning of a term, or a briefing.
    Beginning,
    /// The end of a term, or a review.
    End,
    /// The end of a term that is entered in order to count from now on.
    EndToCome,
}

impl DayOf {
    fn span(self, today: Date) -> (Date, Date) {
        let years = |n: i16| jiff::Span::new().years(n);
        let career = today.saturating_sub(years(CAREER));
        match self {
            DayOf::Document => {
                (jiff::civil::date(FIRST_YEAR, 1, 1), today.saturating_add(jiff::Span::new().days(AHEAD)))
            }
            DayOf::Beginning => (career, today.saturating_add(years(BEGINS))),
            DayOf::End => (career, today.saturating_add(years(ENDS))),
            DayOf::EndToCome => (today, today.saturating_add(years(ENDS))),
        }
    }
}

impl Session {
    /// # Errors
    /// [`Error::ImplausibleDate`]: a slip of the hand, by which a term would run from the year 0 or to 9999.
    pub(crate) fn plausible(&self, field: &'static str, date: impl Into<Option<Date>>, of: DayOf) -> Result<(), Error> {
        let Some(date) = date.into() else { return Ok(()) };
        let (earliest, latest) = of.span(today(self.now()));
        if (earliest..=latest).contains(&date) {
            Ok(())
        } else {
            Err(Error::ImplausibleDate { field, date, earliest, latest })
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_spans_are_those_of_a_registry() {
        let today = date(2026, 11, 22);
        assert_eq!(DayOf::Document.span(today), (date(1830, 1, 1), date(2026, 12, 23)));
        assert_eq!(DayOf::Beginning.span(today), (date(1946, 11, 22), date(2031, 11, 22)));
        assert_eq!(DayOf::End.span(today), (date(1946, 11, 22), date(2126, 11, 22)));
        assert_eq!(DayOf::EndToCome.span(today), (today, date(2126, 11, 22)));
    }
}
