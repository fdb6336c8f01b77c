//! `ledger`.

use clap::Subcommand;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::json;
use vault::{
    EntryAhead, ExitClass, LogFilter, LogRow, MAX_NOTE, OfficerId, Proof, Reason, Wholeness, harmless, moment,
    moment_after,
};

use super::pages::{collect, cut};
use super::reference::document;
use super::{warned, warnings};
use crate::cli::{Limit, MaybeOut};
use crate::context::Context;
use crate::ids::known;
use crate::input::read_limited;
use crate::problem::Problem;
use crate::said::local_time;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Ledger {
    /// Every hash, every signature. Needs no key.
    Verify {
        /// A checkpoint note kept elsewhere.
        #[arg(long, value_name = "NOTE")]
        checkpoint: Option<PathBuf>,
    },
    /// A signed statement of size and root, to be kept elsewhere.
    Checkpoint {
        #[command(flatten)]
        out: MaybeOut,
    },
    /// What one may see of the log, line by line, the newest first unless it is asked for otherwise.
    Show {
        /// Only lines of this officer, or about him.
        #[arg(long)]
        officer: Option<String>,
        /// Only about this document: its id, or its reference.
        #[arg(long)]
        doc: Option<String>,
        /// Only one kind of act, such as open, deny or grant-clearance.
        #[arg(long)]
        action: Option<String>,
        /// A date or a time, from its first moment.
        #[arg(long, value_name = "D")]
        since: Option<String>,
        /// A date, to its end; or a time.
        #[arg(long, value_name = "D")]
        until: Option<String>,
        /// How many lines at most; those of one entry stay together.
        #[arg(long, value_name = "N|all", default_value = "200")]
        limit: Limit,
        /// The `next` of the page before, in the same order.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
        /// The oldest line first.
        #[arg(long)]
        oldest_first: bool,
        /// Every line, as comma-separated values; with `--out`, into a file.
        #[arg(long, conflicts_with_all = ["limit", "after"])]
        csv: bool,
        #[command(flatten)]
        out: MaybeOut,
    },
}

const COLUMNS: &[&str] = &["index", "at", "officer", "action", "subject", "detail"];

pub fn run(ledger: Ledger, context: &mut Context) -> Result<Shown, Problem> {
    match ledger {
        Ledger::Verify { checkpoint } => verify(checkpoint.as_deref(), context),
        Ledger::Checkpoint { out } => {
            // Before it is remembered that there is a note.
            let place = out.out.as_deref().map(|path| context.place(path, &out.force)).transpose()?;
            match place.filter(|place| !place.is_stdout()) {
                None => {
                    let note = context.session()?.checkpoint()?;
                    Ok(Shown::text(json!({ "note": note }), note))
                }
                Some(place) => {
                    let hand_out = |note: &str| Ok::<_, Problem>((place.put(note.as_bytes())?, note.to_owned()));
                    let (written, note) = context.session()?.hand_out_checkpoint(hand_out)?;
                    Ok(context.put_there(&out, written, json!({ "note": note })))
                }
            }
        }
        Ledger::Show { officer, doc, action, since, until, limit, after, oldest_first, csv, out } => {
            let filter = LogFilter {
                officer: officer.as_deref().map(known::<OfficerId>).transpose()?,
                document: doc.as_deref().map(|typed| document(typed, context)).transpose()?,
                action,
                since: since.as_deref().map(|since| time("--since", since, moment)).transpose()?,
                until: until.as_deref().map(|until| time("--until", until, moment_after)).transpose()?,
                oldest_first,
                ..LogFilter::default()
            };
            if csv {
                return export(&filter, &out, context);
            }
            if out.out.is_some() {
                return Err(Problem::usage("out_without_csv"));
            }
            let session = context.session()?;
            let all = collect(limit, after, |limit, after| session.log(&LogFilter { limit, after, ..filter.clone() }))?;
            let rows = all.rows.iter().map(|row| cells(context, row)).collect();
            let head = context.head(COLUMNS);
            let shown = json!({"entries": all.rows, "next": all.next});
            let cut = cut(&all, context);
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
    }
}

/// Every row that the filter meets, in words, as comma-separated values (RFC 4180).
fn export(filter: &LogFilter, out: &MaybeOut, context: &mut Context) -> Result<Shown, Problem> {
    let mut rows: Vec<LogRow> = Vec::new();
    context.session()?.whole_log::<vault::Error>(filter, &mut |row| {
        rows.push(row.clone());
        Ok(())
    })?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(context.head(COLUMNS)).map_err(unwritten)?;
    for row in &rows {
        writer.write_record(cells(context, row).iter().map(|cell| harmless(cell).into_owned())).map_err(unwritten)?;
    }
    let text = writer.into_inner().map_err(unwritten)?;
    let text = String::from_utf8(text).map_err(unwritten)?;
    let shown_here = out.out.as_deref().is_none_or(|path| path == Path::new("-"));
    let shown = context.put(out, text, |text| {
        if shown_here { json!({ "rows": rows.len(), "csv": text }) } else { json!({ "rows": rows.len() }) }
    })?;
    // A heading alone is soon taken for a list that went wrong.
    Ok(if rows.is_empty() { shown.with_news(Some(vec![Reason::new("no_lines")]), context) } else { shown })
}

/// Written to memory from text: it cannot fail, and where it does, nothing is given out.
fn unwritten(error: impl std::fmt::Display) -> Problem {
    Problem::new("unwritable", ExitClass::Failed).detailed(error)
}

fn cells(context: &Context, row: &LogRow) -> Vec<String> {
    let say = |key: &str, named: &[(&str, &str)]| words::has(key).then(|| context.say(key, named));
    vec![
        row.index.to_string(),
        local_time(row.at),
        row.officer.to_string(),
        said(context, "ui-act", &row.action),
        row.about.as_ref().map_or_else(|| row.subject.clone(), |about| about.read(|key| say(key, &[]))),
        row.details(say, |label, values| context.say("ui-file-value", &[("name", label), ("label", values)])),
    ]
}

/// A code in words, or the code where no catalogue has it.
fn said(context: &Context, prefix: &str, code: &str) -> String {
    let key = format!("{prefix}-{}", code.replace('_', "-"));
    if words::has(&key) { context.say(&key, &[]) } else { code.to_owned() }
}

fn verify(checkpoint: Option<&Path>, context: &mut Context) -> Result<Shown, Problem> {
    let vault = context.vault()?;
    let note = checkpoint.map(note).transpose()?;
    let (verified, ahead) = vault.verify_with_times(MOST_AHEAD)?;
    let lines = note.map(|note| vault.verify_checkpoint(&note)).transpose()?.map(|(_, lines)| lines);
    let Proof { proved, not_proved, lines_beside, .. } = Proof::of(verified.clone(), lines);
    let beside = (lines_beside > 0).then(|| Reason::new("beside_checkpoint").with("lines", lines_beside.to_string()));
    // Among several commands under one unlock: then the officer's index remembers it.
    let before = context.at_work().and_then(|session| {
        let before = session.wholeness().ok();
        // What was found holds whether or not it can be remembered.
        let _ = session.note_verified(&verified);
        before
    });
    let mut text = context.say("cli-verified", &[("entries", &verified.entries.to_string()), ("root", &verified.root)]);
    for (heading, kind, what, mark) in
        [("ui-log-proved", "proof", &proved, '✓'), ("ui-log-not-proved", "no-proof", &not_proved, '–')]
    {
        text.push_str(&format!("\n{}", context.say(heading, &[])));
        for what in what {
            let line = context.say(&format!("{kind}-{}", what.replace('_', "-")), &[]);
            text.push_str(&format!("\n  {mark} {line}"));
        }
    }
    if let Some(known) = &before {
        text.push_str(&format!("\n{}", last_whole(known, context)));
    }
    // Whole it may be: nobody can unlock the vault with it as long as the time of an entry has not come.
    let told: Vec<Reason> = ahead.iter().map(warning_of).collect();
    let ok = told.is_empty();
    // Mail puts lines around a note, which it survives: what they say is vouched for by nobody, and is told.
    let told: Vec<Reason> = told.into_iter().chain(beside).collect();
    if !told.is_empty() {
        text.push_str(&format!("\n{}", warned(&told, context)));
    }
    let shown = json!({
        "entries": verified.entries, "root": verified.root, "ok": ok, "proved": proved,
        "not_proved": not_proved, "last_whole": before.and_then(|known| known.last_whole),
        "warnings": warnings(&told, context),
    });
    let exit = if ok { 0 } else { ExitClass::Integrity as u8 };
    Ok(Shown { exit, ..Shown::text(shown, text) })
}

/// When the whole log was last found to be whole, as far as an officer's index remembers.
pub fn last_whole(known: &Wholeness, context: &Context) -> String {
    let at = known.last_whole.map_or_else(|| "never".to_owned(), label::time::to_the_second);
    let done = if known.last_whole.is_some() { known.whole } else { known.verified };
    let (done, all) = (done.to_string(), known.entries.to_string());
    context.say("ui-log-background", &[("at", &at), ("done", &done), ("all", &all)])
}

/// How many entries of times to come are named: all that follow the first one are.
const MOST_AHEAD: usize = 20;

fn warning_of(entry: &EntryAhead) -> Reason {
    let hours = entry.ahead_seconds / 3600;
    Reason::new("entry_ahead")
        .with("index", entry.index.to_string())
        .with("author", entry.author.as_str())
        .with("at", label::time::to_the_second(entry.at))
        .with("hours", hours.to_string())
}

/// A checkpoint note, as mail and other systems hand it on.
fn note(path: &Path) -> Result<Vec<u8>, Problem> {
    read_limited(path, MAX_NOTE)
}

/// A day or a time that somebody typed.
fn time(option: &str, typed: &str, read: fn(&str) -> Option<DateTime<Utc>>) -> Result<DateTime<Utc>, Problem> {
    let shown = || typed.chars().take(80).collect::<String>();
    read(typed).ok_or_else(|| Problem::value("bad_time").with("value", shown()).with("option", option))
}
