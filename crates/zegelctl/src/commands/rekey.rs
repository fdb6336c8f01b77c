//! `rekey`: old objects get the header of the present epoch of their class.

use clap::Args;
use vault::{ClassId, Flow};

use super::json;
use crate::context::Context;
use crate::interrupt;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Rekey {
    /// Of this class alone, as `doc file` and the log name it; without it, of all whose keys are held.
    #[arg(long, value_name = "C")]
    class: Option<String>,
    /// Seal the documents themselves anew, under other file keys, as far as they can be read: every one of them, whatever key it is
    /// sealed for.
    #[arg(long)]
    deep: bool,
}

pub fn run(rekey: &Rekey, context: &mut Context) -> Result<Shown, Problem> {
    let class = rekey.class.as_deref().map(ClassId::parse).transpose()?;
    context.session()?;
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let progress = &mut |seen, total| {
        bar.set_length(total);
        bar.set_position(seen);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    };
    let session = context.session()?;
    let rekeyed =
        if rekey.deep { session.rekey_deep(class.as_ref(), progress) } else { session.rekey(class.as_ref(), progress) };
    bar.finish_and_clear();
    let rekeyed = rekeyed?;
    let (rewrapped, remaining) = (rekeyed.rewrapped.to_string(), rekeyed.remaining.to_string());
    let text = context.say("cli-rekeyed", &[("rewrapped", &rewrapped), ("remaining", &remaining)]);
    Ok(Shown::text(json(&rekeyed)?, text))
}
