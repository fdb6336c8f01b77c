//! What the log has of a reason: its code, and what it names, so that its words are whole there as well.

use registry::log::AuditRecord;

use crate::Reason;

/// What the names of such details begin with.
const PREFIX: &str = "reason.";
/// The most of such a value that is recorded, in characters.
const LONGEST: usize = 120;

/// With what a reason names.
pub(crate) fn with_named(record: AuditRecord, reason: &Reason) -> AuditRecord {
    reason.params.iter().fold(record, |record, (name, value)| {
        let value: String = value.chars().take(LONGEST).collect();
        record.about(&format!("{}{name}", of(&reason.code)), value)
    })
}

/// What the names of details begin with that belong to the reason of this code.
pub(crate) fn of(code: &str) -> String {
    format!("{PREFIX}{code}.")
}

/// Whether a detail belongs to a reason, and is read with it.
pub(crate) fn is_named(detail: &str) -> bool {
    detail.starts_with(PREFIX)
}
