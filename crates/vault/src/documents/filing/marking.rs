//! The label of what somebody wants a document to be marked with.

use label::{Label, Violation};
use registry::policies::policies;

use crate::{Error, Marking, Reason};

/// The label of a marking, or every problem of it.
pub(crate) fn label(marking: &Marking) -> Result<Label, Error> {
    match marking {
        Marking::Draft { policy, draft } => {
            let unknown = || Error::unknown("policy", policy, crate::clearances::policy_names());
            let policy = policies().find(policy).ok_or_else(unknown)?;
            Label::build(policy, draft.clone()).map_err(|violations| problems(&violations))
        }
        Marking::Xml(xml) => {
            let mut refused = Error::Malformed { field: "label" };
            for policy in policies().all() {
                match Label::parse(xml, policy) {
                    Ok(label) => return Ok(label),
                    Err(error) => match error.violations() {
                        [] => {}
                        // Of the policies the one that the label names says what is wrong with it.
                        broken @ [Violation::OtherPolicy { .. }, ..] => refused = problems(broken),
                        broken => return Err(problems(broken)),
                    },
                }
            }
            Err(refused)
        }
    }
}

fn problems(violations: &[label::Violation]) -> Error {
    Error::Marking { problems: violations.iter().map(problem).collect() }
}

pub(crate) fn problem(violation: &label::Violation) -> Reason {
    let start = Reason::new(violation.code());
    violation.params().into_iter().fold(start, |reason, (name, value)| reason.with(name, value))
}
