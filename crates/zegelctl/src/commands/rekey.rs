//! `rekey`: old objects get the header of the present epoch of their class.

use std::path::PathBuf;

use clap::Args;
use vault::{Flow, RekeyScope, WithSecond};

use super::with::With;
use super::{json, reference};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::interrupt;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Rekey {
    /// Of this class alone, as `doc file` and the log name it; without it, of all whose keys are held.
    #[arg(long, value_name = "C", conflicts_with_all = ["dossier", "doc"])]
    class: Option<String>,
    /// Of this dossier alone.
    #[arg(long, value_name = "D", conflicts_with = "doc")]
    dossier: Option<String>,
    /// Of this document alone, by its id or its reference.
    #[arg(long, value_name = "ID")]
    doc: Option<String>,
    /// Seal the documents themselves again, under other file keys, as far as they can be read: every one of them, whatever key it is
    /// sealed for.
    #[arg(long)]
    deep: bool,
    /// The officer who seals again with you, at this workstation, what two open (DUAL); without him these documents are left out,
    /// and named.
    #[arg(long, value_name = "OFFICER", requires_all = ["deep", "purpose"])]
    with: Option<String>,
    /// File with his passphrase on its first line; else he is asked for it.
    #[arg(long, value_name = "FILE", requires = "with")]
    with_passphrase_file: Option<PathBuf>,
    /// What you open them for: it is written on their sheets.
    #[arg(long, value_name = TEXT, value_parser = Text, requires = "with")]
    purpose: Option<String>,
}

pub fn run(rekey: &Rekey, context: &mut Context) -> Result<Shown, Problem> {
    context.session()?;
    let scope = scope(rekey, context)?;
    let with = With { with: rekey.with.clone(), with_passphrase_file: rekey.with_passphrase_file.clone() };
    let second = with.second(context)?;
    let together = second.as_ref().zip(rekey.purpose.as_deref());
    let together = together.map(|(second, purpose)| WithSecond { second, purpose });
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let progress = &mut |seen, total| {
        bar.set_length(total);
        bar.set_position(seen);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    };
    let session = context.session()?;
    let rekeyed = match rekey.deep {
        true => session.rekey_deep_with(&scope, together.as_ref(), progress),
        false => session.rekey(&scope, progress),
    };
    bar.finish_and_clear();
    let rekeyed = rekeyed.map_err(midway)?;
    let (rewrapped, remaining) = (rekeyed.rewrapped.to_string(), rekeyed.remaining.to_string());
    let mut text = Vec::new();
    match (rekeyed.rewrapped, rekeyed.remaining) {
        (0, 0) if !rekeyed.for_two.is_empty() => {}
        (0, 0) => text.push(context.say("ui-rekey-nothing", &[])),
        _ => text.push(context.say("rekeyed", &[("rewrapped", &rewrapped), ("remaining", &remaining)])),
    }
    if rekeyed.classes_left_out > 0 {
        let n = rekeyed.classes_left_out.to_string();
        text.push(context.say("rekey-left-out", &[("n", &n)]));
    }
    if !rekeyed.for_two.is_empty() {
        let n = rekeyed.for_two.len().to_string();
        text.push(context.say(if rekey.deep { "rekey-for-two-deep" } else { "rekey-for-two" }, &[("n", &n)]));
        text.extend(rekeyed.for_two.iter().map(|waiting| format!("  {}", waiting.reference)));
    }
    Ok(Shown::text(json(&rekeyed)?, text.join("\n")))
}

/// What was done before the disk was full stands in numbers as well.
fn midway(error: vault::Error) -> Problem {
    let counts = match &error {
        vault::Error::DiskFullMidway { done, left } => vec![("rewrapped", *done), ("remaining", *left)],
        _ => Vec::new(),
    };
    let mut problem = Problem::from(error);
    problem.beside.more.extend(counts.into_iter().map(|(name, n)| (name.to_owned(), n.into())));
    problem
}

fn scope(rekey: &Rekey, context: &mut Context) -> Result<RekeyScope, Problem> {
    Ok(match (&rekey.class, &rekey.dossier, &rekey.doc) {
        (Some(class), ..) => RekeyScope::Class(known(class)?),
        (None, Some(dossier), _) => RekeyScope::Dossier(known(dossier)?),
        (None, None, Some(typed)) => RekeyScope::Document(reference::document(typed, context)?),
        (None, None, None) => RekeyScope::Held,
    })
}
