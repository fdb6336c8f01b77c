//! `ledger`.

use std::io::Read;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;
use vault::{DocumentId, LogFilter, OfficerId};

use crate::cli::Ledger;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

/// Longest checkpoint note, in bytes: three lines and two signatures need about six thousand.
const NOTE_LIMIT: u64 = 64 * 1024;

pub fn run(ledger: Ledger, context: &mut Context) -> Result<Shown, Problem> {
    match ledger {
        Ledger::Verify { checkpoint } => {
            let vault = context.vault()?;
            let verified = vault.verify()?;
            if let Some(path) = checkpoint {
                let mut note = String::new();
                std::fs::File::open(&path)
                    .and_then(|file| file.take(NOTE_LIMIT).read_to_string(&mut note))
                    .map_err(|error| Problem::file(&path, &error))?;
                vault.verify_checkpoint(&note)?;
            }
            let text =
                context.say("cli-verified", &[("entries", &verified.entries.to_string()), ("root", &verified.root)]);
            Ok(Shown::text(json!({"entries": verified.entries, "root": verified.root, "ok": true}), text))
        }
        Ledger::Checkpoint => {
            let note = context.session()?.checkpoint()?;
            Ok(Shown::text(json!({ "note": note }), note))
        }
        Ledger::Show { officer, doc, action, since, limit, after } => {
            let filter = LogFilter {
                officer: officer.as_deref().map(OfficerId::parse).transpose()?,
                document: doc.as_deref().map(DocumentId::parse).transpose()?,
                action,
                since: since.as_deref().map(moment).transpose()?,
                limit,
                after,
            };
            let page = context.session()?.log(&filter)?;
            let rows = page
                .rows
                .iter()
                .map(|row| {
                    let detail: Vec<String> = row.detail.iter().map(|(k, v)| format!("{k}={v}")).collect();
                    let key = format!("action-{}", row.action);
                    let action = if words::has(&key) { context.say(&key, &[]) } else { row.action.clone() };
                    vec![
                        row.index.to_string(),
                        row.at.to_string(),
                        row.officer.to_string(),
                        action,
                        row.subject.clone(),
                        detail.join(" "),
                    ]
                })
                .collect();
            let head = context.head(&["index", "at", "officer", "action", "subject", "detail"]);
            let shown = json!({"entries": page.rows, "next": page.next});
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])))
        }
    }
}

/// A date, from its first moment in UTC, or a time as RFC 3339 has it.
fn moment(typed: &str) -> Result<Timestamp, Problem> {
    typed
        .parse::<Timestamp>()
        .ok()
        .or_else(|| {
            Some(typed.parse::<Date>().ok()?.at(0, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
        })
        .ok_or_else(|| Problem::usage("bad_time").with("value", typed.chars().take(80).collect::<String>()))
}
