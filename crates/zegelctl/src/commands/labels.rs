//! Files with labels, and what is wrong with them: for all commands that take one.

use std::path::Path;

use label::{Label as Marked, LabelError, Lang, Policy};
use vault::ExitClass;

use crate::input::read_limited;
use crate::problem::{Problem, refused};

/// What the reader itself takes.
pub const LABEL_LIMIT: u64 = label::LABEL_LIMITS.bytes as u64;

const OTHER_POLICY: &str = "label_other_policy";

/// A label that is valid under the policy; what is wrong says in which file.
pub fn read(path: &Path, policy: &Policy) -> Result<Marked, Problem> {
    parsed(&read_limited(path, LABEL_LIMIT)?, path, policy)
}

/// The same of bytes that were read from this path.
pub fn parsed(bytes: &[u8], path: &Path, policy: &Policy) -> Result<Marked, Problem> {
    Marked::parse(bytes, policy).map_err(|error| unreadable(error).about(path))
}

/// A file with a label as the marking of a document: valid under the policy that it names. What is wrong says in which file.
pub fn marking(path: &Path) -> Result<vault::Marking, Problem> {
    let policies: Vec<Policy> = Policy::BUILTIN.iter().filter_map(|name| Policy::builtin(name)).collect();
    let bytes = read_limited(path, LABEL_LIMIT)?;
    under_one_of(&bytes, path, &policies)?;
    Ok(vault::Marking::Xml(bytes))
}

/// A label that is valid under the one of some policies that it names.
pub fn under_one_of(bytes: &[u8], path: &Path, policies: &[Policy]) -> Result<Marked, Problem> {
    let mut last = Problem::usage("usage");
    for policy in policies {
        match parsed(bytes, path, policy) {
            Ok(label) => return Ok(label),
            Err(problem) if problem.reasons.iter().any(|reason| reason.code == OTHER_POLICY) => last = problem,
            Err(problem) => return Err(problem),
        }
    }
    Err(last)
}

pub fn unreadable(error: LabelError) -> Problem {
    match &error {
        LabelError::Invalid(violations) => refused(violations),
        _ => refusal("label", error.code(), error.params(), error.to_string(), ExitClass::Refused),
    }
}

/// With the words of the exact cause where the catalogues have them, else those of `general`.
pub fn refusal(
    general: &str,
    code: &str,
    params: Vec<(&'static str, String)>,
    detail: String,
    exit: ExitClass,
) -> Problem {
    let known = words::has(&format!("err-{}", code.replace('_', "-")));
    let mut problem = Problem::new(if known { code } else { general }, exit).detailed(detail);
    problem.params.extend(params.into_iter().map(|(k, v)| (k.to_owned(), v)));
    problem
}

pub fn lang(lang: words::Lang) -> Lang {
    match lang {
        words::Lang::Fr => Lang::Fr,
        words::Lang::Nl => Lang::Nl,
        words::Lang::De => Lang::De,
        words::Lang::En => Lang::En,
    }
}
