//! `bench revoke`: what the withdrawal of a clearance takes.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};
use vault::{DocumentFilter, Flow, OfficerId, RekeyScope, Vault};

use super::{TERMED, exercise, fill_for, millis, per_second, remove, unlock_as};
use crate::context::clock;
use crate::problem::Problem;

/// Who loses a clearance, of documents of the class whose clearance it is.
const REVOKED: &str = "muster";

/// Nations to which the documents are releasable besides Belgium: each makes a class of its own.
const AUDIENCES: [Option<&str>; 8] =
    [None, Some("DEU"), Some("ESP"), Some("FRA"), Some("GBR"), Some("ITA"), Some("LUX"), Some("NLD")];

/// A clearance is withdrawn: what that takes however many documents there are, and what sealing them for the new
/// keys takes. They are of several classes, as many of each.
pub(super) fn revoking(dir: &Path, documents: usize) -> Result<Value, Problem> {
    let (folder, mut holder) = exercise(dir, "revoke")?;
    for other in AUDIENCES {
        let nations: Vec<&str> = ["BEL"].into_iter().chain(other).collect();
        fill_for(&mut holder, documents / AUDIENCES.len(), 1024, TERMED, &nations)?;
    }
    let mut security = unlock_as(&folder, "voorbeeld")?;
    let mut revoked = unlock_as(&folder, REVOKED)?;
    let seen = revoked.list(&DocumentFilter { limit: 1, ..DocumentFilter::default() })?.total;
    holder.attend()?;
    let vault = Vault::open(&folder, clock())?;
    let before = vault.verify()?.entries;
    let begin = Instant::now();
    security.withdraw_clearance(&OfficerId::parse(REVOKED)?, "BEL", "measured")?;
    let withdrawn = begin.elapsed();
    // The session of a holder that goes on notices it by itself, and begins the new epochs.
    let begin = Instant::now();
    holder.attend()?;
    let renewed = begin.elapsed();
    let begin = Instant::now();
    let left = revoked.list(&DocumentFilter { limit: 1, ..DocumentFilter::default() })?.total;
    let closed = begin.elapsed();
    let entries = vault.verify()?.entries - before;
    let begin = Instant::now();
    let rekeyed = holder.rekey(&RekeyScope::Held, &mut |_, _| Flow::Continue)?;
    let took = begin.elapsed();
    drop((holder, security, revoked));
    remove(&folder)?;
    Ok(json!({
        "documents": documents, "classes": AUDIENCES.len(), "seen_before": seen, "seen_after": left,
        "withdrawn_ms": millis(withdrawn), "renewed_by_a_holder_ms": millis(renewed), "closed_to_the_officer_ms": millis(closed),
        "entries": entries, "rewrapped": rekeyed.rewrapped, "remaining": rekeyed.remaining,
        "rewrapped_per_second": per_second(usize::try_from(rekeyed.rewrapped).unwrap_or(0), took),
    }))
}
