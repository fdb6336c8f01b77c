//! Sentences, days and times for a person at this computer: as his language writes them, and as the window does. JSON has days as
//! `2026-11-28` and instants in UTC; a person reads these by the clock on the wall, with its distance from UTC, so that they can
//! be told apart. Columns of tables keep the form of JSON, which sorts as it reads; sizes of files alone have their unit there.

use chrono::{DateTime, NaiveDate, Utc};
pub use vault::local_time;
use words::Lang;

use crate::shown::within;

/// As [`words::say`], with days and instants as [`day`] and [`moment`] write them, and what somebody wrote as [`within`] has it.
pub fn say(lang: Lang, key: &str, args: &[(&str, &str)]) -> String {
    let times: Vec<Option<String>> = args.iter().map(|(_, value)| of_time(lang, value)).collect();
    let values: Vec<_> =
        args.iter().zip(&times).map(|((_, value), time)| within(time.as_deref().unwrap_or(value))).collect();
    let args: Vec<(&str, &str)> = args.iter().zip(&values).map(|((name, _), value)| (*name, &**value)).collect();
    words::say(lang, key, &args)
}

/// A day in figures.
pub fn day(lang: Lang, day: NaiveDate) -> String {
    let form = match lang {
        Lang::De => "%d.%m.%Y",
        Lang::Fr | Lang::Nl | Lang::En => "%d/%m/%Y",
    };
    day.format(form).to_string()
}

/// An instant to the second, by the clock of this computer.
pub fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    let here = vault::local(at);
    let between = match lang {
        Lang::Fr => " ",
        Lang::Nl | Lang::De | Lang::En => ", ",
    };
    format!("{}{between}{}", day(lang, here.date_naive()), here.format("%H:%M:%S %:z"))
}

/// A size in the unit that leaves at most three figures before the point, as the window writes it.
pub fn size(lang: Lang, bytes: u64) -> String {
    let units = match lang {
        Lang::Fr => ["octets", "ko", "Mo", "Go"],
        Lang::Nl | Lang::En => ["bytes", "kB", "MB", "GB"],
        Lang::De => ["Bytes", "kB", "MB", "GB"],
    };
    let one = match lang {
        Lang::Fr => "octet",
        Lang::Nl | Lang::En => "byte",
        Lang::De => "Byte",
    };
    let point = if lang == Lang::En { "." } else { "," };
    // Tenths of the unit, rounded. What rounds up to a thousand is one of the next.
    let (mut at, mut tenths) = (0, u128::from(bytes) * 10);
    let mut scale: u128 = 1;
    while at < units.len() - 1 && tenths >= 10_000 {
        scale *= 1000;
        at += 1;
        tenths = (u128::from(bytes) * 10 + scale / 2) / scale;
    }
    let unit = match (at, bytes) {
        (0, 1) => one,
        _ => units.get(at).copied().unwrap_or_default(),
    };
    match (at, tenths % 10) {
        (0, _) => format!("{bytes}\u{a0}{unit}"),
        (_, _) if tenths >= 1000 => format!("{}\u{a0}{unit}", (u128::from(bytes) + scale / 2) / scale),
        (_, 0) => format!("{}\u{a0}{unit}", tenths / 10),
        (_, rest) => format!("{}{point}{rest}\u{a0}{unit}", tenths / 10),
    }
}

/// What is nothing but a day, or an instant in UTC.
fn of_time(lang: Lang, value: &str) -> Option<String> {
    if let Ok(written) = vault::written_day(value) {
        return Some(day(lang, written));
    }
    let at = value.ends_with('Z').then(|| DateTime::parse_from_rfc3339(value))?;
    at.ok().map(|at| moment(lang, at.to_utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_its_unit_and_at_most_three_figures_before_the_point() {
        let en = |bytes| size(Lang::En, bytes).replace('\u{a0}', " ");
        assert_eq!([0, 1, 999].map(en), ["0 bytes", "1 byte", "999 bytes"]);
        assert_eq!([1_000, 1_049, 1_050, 99_949].map(en), ["1 kB", "1 kB", "1.1 kB", "99.9 kB"]);
        assert_eq!([123_456, 2_310_400, 5_000_000_000].map(en), ["123 kB", "2.3 MB", "5 GB"]);
        assert_eq!(en(9_000_000_000_000), "9000 GB", "there is no larger unit");
        let of = |lang| size(lang, 2_310_400).replace('\u{a0}', " ");
        assert_eq!([Lang::Fr, Lang::Nl, Lang::De].map(of), ["2,3 Mo", "2,3 MB", "2,3 MB"]);
        assert_eq!((size(Lang::Fr, 1), size(Lang::De, 7)), ("1\u{a0}octet".to_owned(), "7\u{a0}Bytes".to_owned()));
    }

    #[test]
    fn a_sentence_has_days_and_instants_as_its_language_writes_them() {
        let of = |lang| {
            let args = [("name", "X"), ("date", "2026-11-08")];
            say(lang, "warning-date-ahead", &args)
        };
        assert_eq!(of(Lang::En), "X bears a date to come: 08/11/2026.");
        assert!(of(Lang::De).ends_with(": 08.11.2026.") && of(Lang::Fr).ends_with(": 08/11/2026."), "{}", of(Lang::Fr));
        let at = DateTime::parse_from_rfc3339("2026-11-08T10:05:09Z").expect("an instant").to_utc();
        let zone = vault::local(at).format("%:z").to_string();
        for lang in [Lang::Fr, Lang::Nl, Lang::De, Lang::En] {
            let (said, day) = (moment(lang, at), day(lang, vault::local(at).date_naive()));
            assert!(said.starts_with(&day) && said.ends_with(&format!(":05:09 {zone}")), "{said}");
            assert_eq!(of_time(lang, "2026-11-08T10:05:09Z").as_deref(), Some(said.as_str()));
        }
        for other in ["2026-11-08a", "2026-1-8", "ZGL/2026/S-1", "Z"] {
            assert_eq!(of_time(Lang::En, other), None, "{other}");
        }
    }
}
