//! `--with`: the second officer of what two do together.

use std::path::PathBuf;

use clap::Args;
use vault::{OfficerId, Second};

use crate::context::Context;
use crate::ids::known;
use crate::input;
use crate::problem::Problem;

/// The second officer, for a document that two open together.
#[derive(Args, Debug)]
pub struct With {
    /// The officer who does it as the second, at this workstation; for documents marked DUAL.
    #[arg(long, value_name = "OFFICER")]
    pub(super) with: Option<String>,
    /// File with his passphrase on its first line; else he is asked for it.
    #[arg(long, value_name = "FILE", requires = "with")]
    pub(super) with_passphrase_file: Option<PathBuf>,
}

impl With {
    /// Unlocks the second officer's keys, for the one document.
    pub fn second(&self, context: &mut Context) -> Result<Option<Second>, Problem> {
        let Some(officer) = self.with.as_deref().map(known::<OfficerId>).transpose()? else { return Ok(None) };
        // First the session: whose passphrase comes first from the same pipe is the first officer's.
        context.session()?;
        let passphrase = match self.with_passphrase_file.as_deref() {
            Some(path) => input::passphrase_in(path)?,
            None => {
                context.ask("cli-ask-passphrase", officer.as_str()).map_err(|problem| match problem.code.as_str() {
                    "no_passphrase" => Problem::usage("no_second_passphrase"),
                    _ => problem,
                })?
            }
        };
        Ok(Some(context.session()?.second(&officer, &passphrase)?))
    }
}
