//! Times as `xs:dateTime` writes them.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A time with an offset, or without one: then it is taken as UTC, as the schemas of ADatP-4774 leave it open and
/// its examples are all in UTC.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    // jiff accepts more than the schema does: spaces, weeks, names of zones.
    let well_formed = text.len() <= 64
        && text.contains('T')
        && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b'.' | b'+' | b'T' | b'Z'));
    if !well_formed {
        return None;
    }
    if let Ok(timestamp) = text.parse::<Timestamp>() {
        return Some(timestamp);
    }
    let civil: DateTime = text.parse().ok()?;
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn offsets_fractions_and_bare_times_are_read() {
        let expected = parse("2026-01-15T10:00:00Z").expect("a plain time");
        assert_eq!(parse("2026-01-15T11:00:00+01:00"), Some(expected));
        assert_eq!(parse("2026-01-15T10:00:00.000Z"), Some(expected));
        assert_eq!(parse("2026-01-15T10:00:00"), Some(expected));
    }

    #[test]
    fn what_the_schema_does_not_know_is_refused() {
        for text in ["", "2026-01-15", "2026-01-15 10:00:00Z", "2026-W03-1T10:00:00Z", "2026-13-15T10:00:00Z", "now"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
