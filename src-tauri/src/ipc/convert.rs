//! From what the vault shows to what the page gets, and back: shared shapes, dates, numbers.

use chrono::{DateTime, NaiveDate, Utc};
use label::Policy;

use super::shared::{Banner, Change, Effect, Explanation, Level, Page, Problem, Reason};

/// Ground and text of a marking that no policy gives colours for.
const NEUTRAL: (&str, &str) = ("#5f6368", "#ffffff");

/// A day as the page writes it, `YYYY-MM-DD`.
pub fn day(field: &str, text: &str) -> Result<NaiveDate, Problem> {
    text.parse().map_err(|_| Problem::new("malformed").with("field", field))
}

/// An instant as the page writes it, RFC 3339, or the beginning of a day of this computer's zone, in which it was typed.
pub fn instant(field: &str, text: &str) -> Result<DateTime<Utc>, Problem> {
    vault::moment(text).ok_or_else(|| Problem::new("malformed").with("field", field))
}

/// As [`instant`]; of a day, its end.
pub fn end(field: &str, text: &str) -> Result<DateTime<Utc>, Problem> {
    vault::moment_after(text).ok_or_else(|| Problem::new("malformed").with("field", field))
}

/// A count for the page, which shows no more than four thousand million of anything.
pub fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The marking of a bare classification, for where no document is shown.
pub fn bare_banner(policy: &str, classification: &str) -> Banner {
    Policy::builtin(policy).and_then(|policy| policy.class_banner(classification)).map_or_else(
        || Banner {
            text: classification.to_owned(),
            colour: NEUTRAL.0.to_owned(),
            text_colour: NEUTRAL.1.to_owned(),
            portion: String::new(),
            level: Level::TopSecret,
        },
        Into::into,
    )
}

/// The marking of a bare level under a policy, for what is recorded by level alone; under the Belgian one where the
/// policy is none of the program's, or has nothing at this level.
pub fn level_banner(policy: &str, level: label::Level) -> Banner {
    let named = |policy: &str| Some(Policy::builtin(policy)?.at_level(level)?.name.clone());
    match named(policy) {
        Some(name) => bare_banner(policy, &name),
        None => bare_banner("BEL", &named("BEL").unwrap_or_else(|| level.as_str().to_owned())),
    }
}

impl<T, R: From<T>> From<vault::Page<T>> for Page<R> {
    fn from(page: vault::Page<T>) -> Self {
        Self { rows: page.rows.into_iter().map(Into::into).collect(), next: page.next, total: count(page.total) }
    }
}

impl From<label::Change> for Change {
    fn from(change: label::Change) -> Self {
        let params = change.params().into_iter().map(|(name, value)| (name.to_owned(), value));
        Self {
            code: change.code().to_owned(),
            params: params.collect(),
            effect: match change.effect() {
                label::Effect::None => Effect::None,
                label::Effect::Narrower => Effect::Narrower,
                label::Effect::Wider => Effect::Wider,
            },
        }
    }
}

impl From<label::Banner> for Banner {
    fn from(banner: label::Banner) -> Self {
        Self {
            text: banner.text,
            colour: banner.colour,
            text_colour: banner.text_colour,
            portion: banner.portion,
            // What cannot be compared is treated as the highest.
            level: banner.level.map_or(Level::TopSecret, Into::into),
        }
    }
}

impl From<label::Level> for Level {
    fn from(level: label::Level) -> Self {
        match level {
            label::Level::Unclassified => Self::Unclassified,
            label::Level::Restricted => Self::Restricted,
            label::Level::Confidential => Self::Confidential,
            label::Level::Secret => Self::Secret,
            label::Level::TopSecret => Self::TopSecret,
        }
    }
}

impl From<Level> for label::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::Unclassified => Self::Unclassified,
            Level::Restricted => Self::Restricted,
            Level::Confidential => Self::Confidential,
            Level::Secret => Self::Secret,
            Level::TopSecret => Self::TopSecret,
        }
    }
}

impl From<&vault::Reason> for Reason {
    fn from(reason: &vault::Reason) -> Self {
        Self { code: reason.code.clone(), params: reason.params.iter().cloned().collect() }
    }
}

impl From<&label::Violation> for Reason {
    fn from(violation: &label::Violation) -> Self {
        let params = violation.params().into_iter().map(|(name, value)| (name.to_owned(), value));
        Self { code: violation.code().to_owned(), params: params.collect() }
    }
}

/// A problem from a code, its values and its reasons.
fn problem(code: &str, params: Vec<(&str, String)>, reasons: &[vault::Reason]) -> Problem {
    Problem {
        code: code.to_owned(),
        params: params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        reasons: reasons.iter().map(Into::into).collect(),
    }
}

impl From<vault::Error> for Problem {
    fn from(error: vault::Error) -> Self {
        problem(error.code(), error.params(), error.reasons())
    }
}

impl From<vault::BadName> for Problem {
    fn from(error: vault::BadName) -> Self {
        vault::Error::from(error).into()
    }
}

impl From<release::Error> for Problem {
    fn from(error: release::Error) -> Self {
        match error {
            release::Error::Vault(error) => error.into(),
            other => problem(other.code(), other.params(), &[]),
        }
    }
}

impl From<viewer::ViewError> for Problem {
    fn from(error: viewer::ViewError) -> Self {
        problem(error.code(), error.params(), &[])
    }
}

/// Every reason of a list.
pub fn reasons(reasons: &[vault::Reason]) -> Vec<Reason> {
    reasons.iter().map(Into::into).collect()
}

impl From<vault::Explanation> for Explanation {
    fn from(found: vault::Explanation) -> Self {
        Self { permitted: found.permitted, reasons: reasons(&found.reasons), satisfied: reasons(&found.satisfied) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_bears_the_name_and_colour_that_the_documents_policy_gives_it() {
        let text = |policy: &str, level| level_banner(policy, level).text;
        assert_eq!(text("BEL", label::Level::Secret), "SECRET \u{2013} GEHEIM");
        assert!(text("NATO", label::Level::Secret).contains("NATO SECRET"));
        assert!(text("NATO", label::Level::TopSecret).contains("COSMIC TOP SECRET"));
        assert!(text("EU", label::Level::Confidential).contains("CONFIDENTIEL UE/EU CONFIDENTIAL"));
        let own = Policy::builtin("NATO").and_then(|policy| policy.class_banner("SECRET")).map(Banner::from);
        assert_eq!(Some(level_banner("NATO", label::Level::Secret)), own);
    }

    #[test]
    fn a_level_of_a_policy_that_is_unknown_is_shown_as_the_belgian_one() {
        let unknown = level_banner("ELSEWHERE", label::Level::Confidential);
        assert_eq!(unknown, level_banner("BEL", label::Level::Confidential));
    }
}
