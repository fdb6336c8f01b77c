//! `rekey`: old objects get the header of the present epoch of their class.

use clap::Args;
use vault::{Flow, RekeyScope};

use super::{json, reference};
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
}

pub fn run(rekey: &Rekey, context: &mut Context) -> Result<Shown, Problem> {
    context.session()?;
    let scope = scope(rekey, context)?;
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let progress = &mut |seen, total| {
        bar.set_length(total);
        bar.set_position(seen);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    };
    let session = context.session()?;
    let rekeyed = if rekey.deep { session.rekey_deep(&scope, progress) } else { session.rekey(&scope, progress) };
    bar.finish_and_clear();
    let rekeyed = rekeyed.map_err(midway)?;
    let (rewrapped, remaining) = (rekeyed.rewrapped.to_string(), rekeyed.remaining.to_string());
    let mut text = match (rekeyed.rewrapped, rekeyed.remaining) {
        (0, 0) => context.say("ui-rekey-nothing", &[]),
        _ => context.say("rekeyed", &[("rewrapped", &rewrapped), ("remaining", &remaining)]),
    };
    if rekeyed.classes_left_out > 0 {
        let n = rekeyed.classes_left_out.to_string();
        text = format!("{text}\n{}", context.say("rekey-left-out", &[("n", &n)]));
    }
    Ok(Shown::text(json(&rekeyed)?, text))
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
