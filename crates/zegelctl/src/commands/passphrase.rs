//! `passphrase`: one's own.

use std::path::PathBuf;

use clap::Subcommand;
use serde_json::json;

use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Passphrase {
    /// Lock one's identity with another passphrase.
    Change {
        /// File whose first line is the new passphrase; without it, it is asked for twice.
        #[arg(long, value_name = "F")]
        new_passphrase_file: Option<PathBuf>,
        /// Make new keys as well: after a suspicion, so that a copy of the identity file is worth nothing any more.
        #[arg(long)]
        renew_keys: bool,
    },
}

pub fn run(passphrase: Passphrase, context: &mut Context) -> Result<Shown, Problem> {
    match passphrase {
        Passphrase::Change { new_passphrase_file, renew_keys } => {
            // The old one is needed twice, and may come from a stream that can be read once.
            let (vault, officer, old) = context.credentials()?;
            let judge = |typed: &vault::Passphrase| vault.strength_of(typed, officer.as_str(), "");
            let new = context.new_passphrase(new_passphrase_file.as_deref(), officer.as_str(), judge)?;
            if renew_keys {
                let code = context.renew_keys(&vault, &officer, &old, &new)?;
                let text =
                    context.say("cli-identity-renewed", &[("officer", officer.as_str()), ("fingerprint", &code)]);
                return Ok(Shown::text(json!({"officer": officer, "fingerprint": code}), text));
            }
            context.unlock(&vault, &officer, &old)?.change_passphrase(&old, &new)?;
            let text = context.say("cli-passphrase-changed", &[("officer", officer.as_str())]);
            Ok(Shown::text(json!({"officer": officer}), text))
        }
    }
}
