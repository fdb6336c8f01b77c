//! `backup` and `restore`: a copy of the vault elsewhere, and the way back. Nobody acts, and nothing is opened.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use serde_json::json;
use vault::{BackedUp, BackupError, Flow, Loss, LossConsent};

use super::json;
use crate::context::{Context, clock};
use crate::interrupt;
use crate::problem::{Problem, printable};
use crate::shown::Shown;

/// How many ids a sentence names; all of them stand in the object.
const NAMED: usize = 20;

/// Is told of how many files are done, of how many.
type Progress = dyn FnMut(u64, u64) -> Flow;

#[derive(Args, Debug)]
pub struct Backup {
    /// The folder of the backup: a new one, an empty one, or the one of the backup before, of which only what is new is copied.
    dir: PathBuf,
}

#[derive(Args, Debug)]
pub struct Restore {
    /// The folder of the backup.
    dir: PathBuf,
    /// Also where the vault that is there went on after the backup: what came since is then only in the folder that is kept.
    #[arg(long)]
    older: bool,
    /// Also where the vault that is there cannot be read, or went on otherwise than the backup.
    #[arg(long)]
    force: bool,
}

pub fn backup(backup: &Backup, context: &mut Context) -> Result<Shown, Problem> {
    let vault = context.vault()?;
    let made = piece_by_piece(context, |progress| vault.back_up(&backup.dir, progress));
    let made = made.map_err(|error| {
        let mut problem = Problem::of_folder(error, &backup.dir);
        if problem.code == "disk_full" {
            problem.beside.note = context.say("cli-backup-part-kept", &[]);
        }
        problem
    })?;
    let path = printable(&backup.dir);
    let count = |count: u64| count.to_string();
    let mut text = context.say(
        "cli-backed-up",
        &[
            ("path", &path),
            ("at", &made.content.at),
            ("entries", &count(made.content.entries)),
            ("objects", &count(made.content.objects)),
            ("mib", &count(made.content.bytes.div_ceil(1 << 20))),
            ("copied", &count(made.content.copied)),
        ],
    );
    if !made.left_out.is_empty() {
        let names = named(&made.left_out, context);
        let left = made.left_out.len().to_string();
        text = format!("{text}\n{}", context.say("backup-left-out", &[("count", &left), ("names", &names)]));
    }
    text = format!("{text}\n{}", context.say("cli-backup-proved", &[]));
    if !context.common.json {
        // Nowhere to tell it.
        drop(io::stderr().lock().write_all(since(&made, context).as_bytes()));
    }
    Ok(Shown::text(json(&made)?, text))
}

/// The first of these files, and how many there are besides.
fn named(places: &[String], context: &Context) -> String {
    let names = places.iter().take(NAMED).map(|name| printable(name.as_ref())).collect::<Vec<_>>().join(", ");
    match places.len().checked_sub(NAMED) {
        Some(more @ 1..) => context.say("cli-and-more", &[("names", &names), ("count", &more.to_string())]),
        Some(0) | None => names,
    }
}

/// What the backup before held otherwise.
fn since(made: &BackedUp, context: &Context) -> String {
    let told = |key: &str, places: &[String]| {
        let names = named(places, context);
        let count = places.len().to_string();
        let said = context.say(key, &[("count", &count), ("names", &names)]);
        if places.is_empty() { String::new() } else { format!("{said}\n") }
    };
    told("backup-gone", &made.gone) + &told("backup-changed", &made.changed) + &told("backup-healed", &made.healed)
}

pub fn restore(restore: &Restore, context: &mut Context) -> Result<Shown, Problem> {
    let dir = context.vault_dir()?.to_owned();
    let consent = match (restore.force, restore.older) {
        (true, _) => LossConsent::Anything,
        (false, true) => LossConsent::Older,
        (false, false) => LossConsent::Nothing,
    };
    let clock = clock();
    let restored = piece_by_piece(context, |progress| vault::restore(&restore.dir, &dir, consent, &clock, progress));
    let restored = restored.map_err(|error| refused(error, &restore.dir, &dir, context))?;
    let count = |count: u64| count.to_string();
    let mut text = context.say(
        "cli-restored",
        &[
            ("path", &printable(&dir)),
            ("at", &restored.content.at),
            ("entries", &count(restored.content.entries)),
            ("objects", &count(restored.content.objects)),
            ("mib", &count(restored.content.bytes.div_ceil(1 << 20))),
        ],
    );
    if let Some(kept) = &restored.kept {
        text = format!("{text}\n{}", context.say("cli-restored-kept", &[("path", &printable(kept.as_ref()))]));
    }
    if let Some(loss) = &restored.lost {
        text = format!("{text}\n{}", ids(loss, context).trim_end());
    }
    text = format!("{text}\n{}", context.say("cli-restored-memory", &[]));
    Ok(Shown::text(json(&restored)?, text))
}

/// Shows how far it has come; a signal stops it between two pieces.
fn piece_by_piece<T>(
    context: &Context,
    work: impl FnOnce(&mut Progress) -> Result<T, vault::Error>,
) -> Result<T, vault::Error> {
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let shown = bar.clone();
    let done = work(&mut move |done, total| {
        shown.set_length(total);
        shown.set_position(done);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    bar.finish_and_clear();
    done
}

/// Why nothing was restored; what would be lost is said with its ids.
fn refused(error: vault::Error, from: &std::path::Path, to: &std::path::Path, context: &Context) -> Problem {
    let loss = match &error {
        vault::Error::Backup(BackupError::WouldLose(loss)) => Some(loss.clone()),
        _ => None,
    };
    let of_backup = matches!(&error, vault::Error::Backup(BackupError::NotABackup { .. }));
    let mut problem = if of_backup { Problem::from(error).about(from) } else { Problem::of_folder(error, to) };
    if let Some(loss) = loss {
        problem.beside.note = ids(&loss, context);
        problem.beside.more.insert("lost".to_owned(), json!(loss));
    }
    problem
}

/// The sealed documents that a backup lacks.
fn ids(loss: &Loss, context: &Context) -> String {
    if loss.objects.is_empty() {
        return String::new();
    }
    let mut ids = loss.objects.iter().take(NAMED).cloned().collect::<Vec<_>>().join(" ");
    if loss.objects.len() > NAMED {
        ids.push_str(" …");
    }
    let count = loss.objects.len().to_string();
    format!("{}\n", context.say("cli-restore-lost", &[("count", &count), ("ids", &ids)]))
}
