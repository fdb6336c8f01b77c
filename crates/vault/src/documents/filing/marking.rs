//! The label of what somebody wants a document to be marked with.

use label::{Label, LabelError};
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
                    Err(error) => {
                        if let Some(better) = of_label(&error) {
                            refused = better;
                        }
                    }
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

/// What a label's own policy says against it; nothing when it is a label of another policy.
fn of_label(error: &LabelError) -> Option<Error> {
    let violations = error.violations();
    (!violations.is_empty()).then(|| problems(violations))
}
