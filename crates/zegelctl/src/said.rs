//! Sentences and times for a person at this computer. JSON has instants in UTC; a person reads them by the clock on the wall,
//! with its distance from UTC, so that they can be told apart.

use chrono::{DateTime, Utc};
pub use vault::local_time;
use words::Lang;

/// As [`words::say`], with instants as [`local_time`] writes them.
pub fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let times: Vec<Option<String>> = args.iter().map(|(_, value)| instant(value).map(local_time)).collect();
    let args: Vec<(&str, &str)> =
        args.iter().zip(&times).map(|((name, value), time)| (*name, time.as_deref().unwrap_or(value))).collect();
    words::say(lang, key, &args)
}

/// What is nothing but an instant in UTC.
fn instant(value: &str) -> Option<DateTime<Utc>> {
    let at = value.ends_with('Z').then(|| DateTime::parse_from_rfc3339(value))?;
    at.ok().map(|at| at.to_utc())
}
