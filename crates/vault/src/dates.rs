//! Which day it is for the person who types, and which days are plausible.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, SecondsFormat, TimeZone as _, Utc};
use label::time::{days_from, years_from};
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer};

use crate::{Error, Reason, Session};

/// The kingdom's first year: no document of a Belgian service is older.
const FIRST_YEAR: i32 = 1830;
/// A career: no clearance, briefing or agreement of today began before.
const CAREER: i32 = 80;
/// A document may bear the day on which it will be signed or sent, in days from now.
const AHEAD: i32 = 31;
/// What was done has a day that is over, or has come: tomorrow, where another zone's day is further on.
const SLACK: i32 = 1;
/// A working life: nobody who was briefed before is in service.
const WORKING_LIFE: i32 = 50;
/// An end that is so many years away is no slip of the hand for certain, and worth a second look.
const FAR: i32 = 10;
/// A term begins at most so many years from now: a clearance is not granted for later than it could last.
const BEGINS: i32 = 5;
/// And ends within the longest term that the law knows.
const ENDS: i32 = 100;

/// Today, to somebody at this computer: the day of its own time zone. It is what a date that nobody typed means, and what
/// typed dates are compared with before they are recorded.
///
/// What the log decides (whether a clearance is valid, whether a term is over) goes by days of UTC, the same at every
/// workstation and at every replay.
pub fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Local).date_naive()
}

/// An instant by the clock of this computer.
pub fn local(at: DateTime<Utc>) -> DateTime<FixedOffset> {
    at.with_timezone(&Local).fixed_offset()
}

/// An instant to the second, as the clock of this computer shows it: `2026-11-28T17:16:05+01:00`.
pub fn local_time(at: DateTime<Utc>) -> String {
    local(at).to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A day as it is written, `2026-01-05`, and in no other way: `2026-1-5` may be half of another day.
///
/// # Errors
/// [`Error::Malformed`] for any other text.
pub fn written_day(typed: &str) -> Result<NaiveDate, Error> {
    let day = typed.parse::<NaiveDate>().ok().filter(|day| day.to_string() == typed);
    day.ok_or(Error::Malformed { field: "date" })
}

/// The moment that somebody at this computer typed: a time as RFC 3339 writes it, or a day (`2026-11-20`), from its first
/// moment in the zone of this computer; none where it is neither.
pub fn moment(typed: &str) -> Option<DateTime<Utc>> {
    match DateTime::parse_from_rfc3339(typed) {
        Ok(at) => Some(at.to_utc()),
        Err(_) => beginning(written_day(typed).ok()?),
    }
}

/// As [`moment`]; of a day, its end, which is the beginning of the next.
pub fn moment_after(typed: &str) -> Option<DateTime<Utc>> {
    match written_day(typed) {
        Ok(day) => beginning(day.succ_opt()?),
        Err(_) => moment(typed),
    }
}

/// Where clocks are put forward at midnight, a day begins an hour later.
fn beginning(day: NaiveDate) -> Option<DateTime<Utc>> {
    let at = |hour| Local.from_local_datetime(&day.and_hms_opt(hour, 0, 0)?).earliest();
    at(0).or_else(|| at(1)).map(|at| at.to_utc())
}

/// For a filter: [`moment`].
pub(crate) fn since<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    typed(from, moment)
}

/// For a filter: [`moment_after`].
pub(crate) fn until<'de, D: Deserializer<'de>>(from: D) -> Result<Option<DateTime<Utc>>, D::Error> {
    typed(from, moment_after)
}

fn typed<'de, D: Deserializer<'de>>(
    from: D,
    read: fn(&str) -> Option<DateTime<Utc>>,
) -> Result<Option<DateTime<Utc>>, D::Error> {
    let typed = Option::<String>::deserialize(from)?;
    typed.map(|text| read(&text).ok_or_else(|| D::Error::custom("not a time"))).transpose()
}

/// What a day is the day of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOf {
    /// A document.
    Document,
    /// On which a document was made final.
    Finalised,
    /// The beginning of a term.
    Beginning,
    /// On which somebody was briefed.
    Briefing,
    /// The end of a term, or a review.
    End,
    /// The end of a term that is entered in order to count from now on.
    EndToCome,
}

impl DayOf {
    fn span(self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let career = years_from(today, -CAREER);
        let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap_or(NaiveDate::MIN);
        match self {
            DayOf::Document => (first, days_from(today, AHEAD)),
            DayOf::Finalised => (first, days_from(today, SLACK)),
            DayOf::Briefing => (years_from(today, -WORKING_LIFE), days_from(today, SLACK)),
            DayOf::Beginning => (career, years_from(today, BEGINS)),
            DayOf::End => (career, years_from(today, ENDS)),
            DayOf::EndToCome => (today, years_from(today, ENDS)),
        }
    }
}

/// What somebody should know who enters an end that is more than ten years away.
pub fn far_end(until: Option<NaiveDate>, now: DateTime<Utc>) -> Option<Reason> {
    let until = until.filter(|until| *until > years_from(today(now), FAR))?;
    Some(Reason::new("far_end").with("until", until.to_string()))
}

impl Session {
    /// # Errors
    /// [`Error::ImplausibleDate`]: a slip of the hand, by which a term would run from the year 0 or to 9999.
    pub(crate) fn plausible(
        &self,
        field: &'static str,
        date: impl Into<Option<NaiveDate>>,
        of: DayOf,
    ) -> Result<(), Error> {
        let Some(date) = date.into() else { return Ok(()) };
        let (earliest, latest) = of.span(today(self.now()));
        if (earliest..=latest).contains(&date) {
            Ok(())
        } else {
            Err(Error::ImplausibleDate { field, date, earliest, latest })
        }
    }

    /// Of the end of a term that begins on a day.
    ///
    /// # Errors
    /// [`Error::ImplausibleDate`]
    pub(crate) fn ends_after(
        &self,
        field: &'static str,
        until: Option<NaiveDate>,
        from: NaiveDate,
    ) -> Result<(), Error> {
        let (_, latest) = DayOf::End.span(today(self.now()));
        match until {
            Some(date) if !(from..=latest).contains(&date) => {
                Err(Error::ImplausibleDate { field, date, earliest: from, latest })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use testkit::date;

    use super::*;

    #[test]
    fn the_spans_are_those_of_a_registry() {
        let today = date(2026, 11, 22);
        assert_eq!(DayOf::Document.span(today), (date(1830, 1, 1), date(2026, 12, 23)));
        assert_eq!(DayOf::Beginning.span(today), (date(1946, 11, 22), date(2031, 11, 22)));
        assert_eq!(DayOf::Briefing.span(today), (date(1976, 11, 22), date(2026, 11, 23)), "it was given");
        assert_eq!(DayOf::Finalised.span(today), (date(1830, 1, 1), date(2026, 11, 23)), "it was made final");
        assert_eq!(DayOf::End.span(today), (date(1946, 11, 22), date(2126, 11, 22)));
        assert_eq!(DayOf::EndToCome.span(today), (today, date(2126, 11, 22)));
    }

    #[test]
    fn an_end_of_more_than_ten_years_from_now_is_worth_a_second_look() {
        let now = DateTime::<Utc>::UNIX_EPOCH;
        let told = |until| far_end(until, now).map(|reason| reason.code);
        let edge = years_from(today(now), FAR);
        assert_eq!((told(None), told(Some(edge))), (None, None));
        assert_eq!(told(Some(days_from(edge, 1))).as_deref(), Some("far_end"));
    }
}
