//! `shared`: a vault of many workstations, on two servers.

use std::path::{Path, PathBuf};

use chrono::DateTime;
use clap::{Args, Subcommand};
use serde_json::json;
use station::{Step, Where};
use vault::{CopiesView, Flow, WorkstationFolder};

use super::dossier::megabytes;
use super::json;
use crate::context::Context;
use crate::interrupt;
use crate::problem::{Problem, printable};
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Shared {
    /// Bring the vault to the two servers: its folder is one workstation of it from then on. Others may go on working until the
    /// end. It may be interrupted and run again. Make a backup first.
    Publish {
        #[command(flatten)]
        servers: Servers,
    },
    /// Make a folder a workstation's of a vault that was published. In one that is so already: with these servers and secrets from
    /// now on. It may be interrupted and run again.
    Join {
        /// The folder: a new one, an empty one, or that of this workstation.
        dir: PathBuf,
        #[command(flatten)]
        servers: Servers,
    },
    /// How this workstation stands to the log on the server, and how much it has copies of.
    Status,
    /// Copies of sealed documents on this workstation: how many, how large, how large they may be.
    Cache {
        /// How many bytes they may take, 0 for none at all: a number, which may end in MB or GB; `usual` goes by the disk.
        #[arg(long, value_name = "BYTES", value_parser = limit)]
        limit: Option<Limit>,
        /// Remove all of them. What is to be kept here is fetched again.
        #[arg(long)]
        empty: bool,
    },
}

// Where a shared vault lies; a comment for the help would stand there as the command.
#[derive(Args, Debug, Clone)]
pub struct Servers {
    /// The log: postgres://HOST:PORT/DATABASE. Several hosts are separated by commas; the one that can be written is found.
    #[arg(long, value_name = "URL")]
    database: String,
    /// The objects: s3://BUCKET/PREFIX?endpoint=https://HOST:PORT&region=R.
    #[arg(long, value_name = "URL")]
    objects: String,
    /// The file of secrets, which nobody else may read: TOML with database_user, database_password, access_key_id,
    /// secret_access_key and ca_file. It is read whenever the vault is opened.
    #[arg(long, value_name = "FILE")]
    secrets: PathBuf,
}

impl From<Servers> for Where {
    fn from(servers: Servers) -> Where {
        Where { database: servers.database, objects: servers.objects, secrets: servers.secrets }
    }
}

pub fn run(shared: Shared, context: &mut Context) -> Result<Shown, Problem> {
    match shared {
        Shared::Publish { servers } => {
            let dir = context.vault_dir()?.to_owned();
            let done = step_by_step(context, &dir, |progress| station::publish(&dir, &servers.into(), progress))?;
            let (entries, objects) = (done.entries.to_string(), done.objects.to_string());
            let args = [("name", done.name.as_str()), ("entries", &entries), ("objects", &objects)];
            let text = context.say("cli-shared-published", &args);
            let shown = json!({"vault": done.vault, "entries": done.entries, "objects": done.objects});
            Ok(Shown::text(shown, text))
        }
        Shared::Join { dir, servers } => {
            let done = step_by_step(context, &dir, |progress| station::join(&dir, &servers.into(), progress))?;
            let (path, entries) = (printable(&dir), done.entries.to_string());
            let args = [("name", done.name.as_str()), ("path", &path), ("entries", &entries)];
            let text = context.say("cli-shared-joined", &args);
            Ok(Shown::text(json!({"vault": done.vault, "entries": done.entries}), text))
        }
        Shared::Status => {
            let dir = context.vault_dir()?.to_owned();
            let station::WorkstationState { log: standing, objects_offline_since } =
                station::status(&dir).map_err(|error| Problem::of_station(error, &dir))?;
            let instant = |at: Option<u64>| at.and_then(|at| DateTime::from_timestamp(i64::try_from(at).ok()?, 0));
            let (since, objects_since) = (instant(standing.offline_since), instant(objects_offline_since));
            let entries = standing.entries.to_string();
            let behind = standing.behind.map(|behind| behind.to_string());
            let text = match (&behind, &since) {
                (Some(behind), _) => context.say("cli-shared-status", &[("entries", &entries), ("behind", behind)]),
                (None, since) => {
                    let since = since.map(label::time::to_the_second).unwrap_or_default();
                    context.say("cli-shared-offline", &[("entries", &entries), ("since", &since)])
                }
            };
            let copies = WorkstationFolder::open(&dir)?.copies()?;
            let objects = objects_since.map(|since| {
                let since = label::time::to_the_second(since);
                format!("\n{}", context.say("cli-shared-objects-offline", &[("since", &since)]))
            });
            let text = format!("{text}{}\n{}", objects.unwrap_or_default(), copies_told(&copies, context));
            let shown = json!({
                "entries": standing.entries, "behind": standing.behind, "offline_since": since,
                "objects_offline_since": objects_since, "cache": json(&copies)?,
            });
            Ok(Shown::text(shown, text).with_news(context.of_workstation(), context))
        }
        Shared::Cache { limit, empty } => {
            let folder = WorkstationFolder::open(context.vault_dir()?)?;
            if empty {
                let _freed = folder.remove_copies()?;
            }
            let copies = match limit {
                Some(Limit::Usual) => folder.limit_copies(None)?,
                Some(Limit::Bytes(bytes)) => folder.limit_copies(Some(bytes))?,
                None => folder.copies()?,
            };
            let text = copies_told(&copies, context);
            Ok(Shown::text(json(&copies)?, text).with_news(context.of_workstation(), context))
        }
    }
}

/// How many bytes copies may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// It goes by the disk.
    Usual,
    Bytes(u64),
}

fn limit(typed: &str) -> Result<Limit, String> {
    if typed == "usual" {
        return Ok(Limit::Usual);
    }
    let (number, unit) = match (typed.strip_suffix("GB"), typed.strip_suffix("MB")) {
        (Some(number), _) => (number, 1_000_000_000),
        (None, Some(number)) => (number, 1_000_000),
        (None, None) => (typed, 1),
    };
    let bytes = number.trim_end().parse::<u64>().ok().and_then(|number| number.checked_mul(unit));
    bytes.map(Limit::Bytes).ok_or_else(|| typed.to_owned())
}

/// How copies stand, in sentences.
fn copies_told(copies: &CopiesView, context: &Context) -> String {
    let (count, mb, limit) = (copies.copies.to_string(), megabytes(copies.bytes), megabytes(copies.limit));
    let how = match (copies.limit, copies.is_set) {
        (0, _) => "off",
        (_, true) => "set",
        (_, false) => "usual",
    };
    let mut said = context.say("cli-copies", &[("count", &count), ("mb", &mb), ("limit", &limit), ("how", how)]);
    if copies.altered > 0 {
        said = format!("{said}\n{}", context.say("copies-altered", &[("count", &copies.altered.to_string())]));
    }
    said
}

/// Shows how far it has come; a signal stops it between two pieces.
fn step_by_step<T>(
    context: &Context,
    dir: &Path,
    work: impl FnOnce(&mut station::Progress<'_>) -> Result<T, station::Error>,
) -> Result<T, Problem> {
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let mut at = None;
    let done = work(&mut |step: Step, done, total| {
        if at != Some(step) {
            at = Some(step);
            bar.reset();
        }
        bar.set_length(total);
        bar.set_position(done);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    bar.finish_and_clear();
    done.map_err(|error| Problem::of_station(error, dir))
}
