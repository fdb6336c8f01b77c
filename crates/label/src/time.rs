//! Times as `xs:dateTime` writes them, and the calendar: days, months and years from a day.

use chrono::{DateTime, Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};

/// A time with an offset, or without one: then it is taken as UTC, as the schemas of ADatP-4774 leave it open and
/// its examples are all in UTC. Years 1 to 9999, as what is written must be a time of the schema again.
pub(crate) fn parse(text: &str) -> Option<DateTime<Utc>> {
    let (text, midnight) = form(text)?;
    let read = match DateTime::parse_from_rfc3339(&text) {
        Ok(read) => read.to_utc(),
        Err(_) => NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S%.f").ok()?.and_utc(),
    };
    let read = if midnight { read.checked_add_days(Days::new(1))? } else { read };
    (1..=9999).contains(&read.year()).then_some(read)
}

/// An instant as RFC 3339 writes it, in UTC, with a fraction where it has one: `2026-11-20T09:30:00Z`.
pub fn written(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// The same for a person to read: to the second.
pub fn to_the_second(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The same day some years later, or earlier: the last of the month where the month has no such day (29 February).
/// The first or last day that the calendar knows where there is none.
pub fn years_from(day: NaiveDate, years: i32) -> NaiveDate {
    months_from(day, years.saturating_mul(12))
}

/// As [`years_from`], some years later; none where the calendar ends before.
pub fn years_after(day: NaiveDate, years: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(years.saturating_mul(12)))
}

/// As [`years_from`], by months.
pub fn months_from(day: NaiveDate, months: i32) -> NaiveDate {
    let by = Months::new(months.unsigned_abs());
    if months < 0 {
        day.checked_sub_months(by).unwrap_or(NaiveDate::MIN)
    } else {
        day.checked_add_months(by).unwrap_or(NaiveDate::MAX)
    }
}

/// As [`years_from`], by days.
pub fn days_from(day: NaiveDate, days: i32) -> NaiveDate {
    let by = Days::new(days.unsigned_abs().into());
    if days < 0 {
        day.checked_sub_days(by).unwrap_or(NaiveDate::MIN)
    } else {
        day.checked_add_days(by).unwrap_or(NaiveDate::MAX)
    }
}

/// The year that a day is in.
pub fn year_of(day: NaiveDate) -> i32 {
    day.year()
}

/// The first moment of a day, in UTC.
pub fn begin_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}

/// Refuses what the parser of times takes and the schema does not: weeks, missing seconds, leap seconds, offsets
/// without a colon. The schema's `24:00:00` comes back as `00:00:00`, with whether the day that follows is meant.
fn form(text: &str) -> Option<(String, bool)> {
    let shape = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text
                .bytes()
                .zip(shape.bytes())
                .all(|(byte, like)| byte == like || (like == b'0' && byte.is_ascii_digit()))
    };
    let (date_time, rest) = (text.get(..19)?, text.get(19..)?);
    if !shape(date_time, "0000-00-00T00:00:00") || text.len() > 64 {
        return None;
    }
    let (fraction, zone) = match rest.strip_prefix('.') {
        None => ("", rest),
        Some(rest) => rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())),
    };
    let offset = |zone: &str| {
        let (hours, minutes) = (zone.get(1..3)?.parse::<u8>().ok()?, zone.get(4..)?.parse::<u8>().ok()?);
        (minutes < 60 && (hours < 14 || (hours == 14 && minutes == 0))).then_some(())
    };
    let zone_is_one =
        zone.is_empty() || zone == "Z" || ((shape(zone, "+00:00") || shape(zone, "-00:00")) && offset(zone).is_some());
    if !zone_is_one || (fraction.is_empty() && rest.starts_with('.')) || date_time.ends_with(":60") {
        return None;
    }
    let midnight = date_time.get(11..)? == "24:00:00" && fraction.bytes().all(|digit| digit == b'0');
    let date_time = if midnight { format!("{}T00:00:00", date_time.get(..10)?) } else { date_time.to_owned() };
    // Nanoseconds are what is kept; finer digits count for nothing.
    let fraction = fraction.get(..9).unwrap_or(fraction);
    let dot = if fraction.is_empty() { "" } else { "." };
    Some((format!("{date_time}{dot}{fraction}{zone}"), midnight))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{begin_of, days_from, months_from, parse, written, year_of, years_after, years_from};

    #[test]
    fn the_calendar_is_reckoned_and_ends_where_it_must() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        assert_eq!(days_from(day("2026-12-31"), 1), day("2027-01-01"));
        assert_eq!(days_from(day("2024-03-01"), -1), day("2024-02-29"));
        assert_eq!(months_from(day("2026-03-31"), -1), day("2026-02-28"));
        assert_eq!(years_from(day("2024-02-29"), 5), day("2029-02-28"));
        assert_eq!(years_after(day("2024-02-29"), 5), Some(day("2029-02-28")));
        assert_eq!(years_after(NaiveDate::MAX, 1), None);
        assert_eq!((days_from(NaiveDate::MAX, 1), years_from(NaiveDate::MIN, -1)), (NaiveDate::MAX, NaiveDate::MIN));
        assert_eq!(
            (year_of(day("2026-11-27")), written(begin_of(day("2026-11-27"))).as_str()),
            (2026, "2026-11-27T00:00:00Z")
        );
    }

    #[test]
    fn offsets_fractions_and_bare_times_are_read() {
        let expected = parse("2026-01-15T10:00:00Z").expect("a plain time");
        assert_eq!(parse("2026-01-15T11:00:00+01:00"), Some(expected));
        assert_eq!(parse("2026-01-15T10:00:00.000Z"), Some(expected));
        assert_eq!(parse("2026-01-15T10:00:00"), Some(expected));
    }

    #[test]
    fn what_the_schema_does_not_know_is_refused() {
        for text in [
            "",
            "now",
            "2026-01-15",
            "2026-01-15 10:00:00Z",
            "2026-W03-1T10:00:00Z",
            "2026-13-15T10:00:00Z",
            "2026-02-29T10:00:00Z",
            "2026-01-15T10:00Z",
            "20260115T100000Z",
            "2026-01-15T10:00:60Z",
            "2026-01-15T10:00:00.Z",
            "2026-01-15T10:00:00,5Z",
            "2026-01-15T10:00:00+01",
            "2026-01-15T10:00:00+0100",
            "2026-01-15T10:00:00+01:00:00",
            "2026-01-15T10:00:00+14:01",
            "2026-01-15T10:00:00+10:60",
            "2026-01-15T24:00:01Z",
            "2026-01-15t10:00:00z",
            "0000-01-15T10:00:00Z",
            "-0001-01-15T10:00:00Z",
            "0001-01-01T00:00:00+01:00",
            "12026-01-15T10:00:00Z",
            "２026-01-15T10:00:00Z",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_rarer_forms_of_the_schema_are_read() {
        let expected = parse("2026-01-16T00:00:00Z").expect("a plain time");
        assert_eq!(parse("2026-01-15T24:00:00Z"), Some(expected));
        assert_eq!(parse("2026-01-15T24:00:00.000-00:00"), Some(expected));
        assert_eq!(parse("2026-01-16T14:00:00+14:00"), Some(expected));
        assert_eq!(parse("2026-01-16T00:00:00.0000000001234Z"), Some(expected));
    }
}
