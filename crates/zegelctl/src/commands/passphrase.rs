//! `passphrase`: one's own.

use serde_json::json;

use crate::cli::Passphrase;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

pub fn run(passphrase: Passphrase, context: &mut Context) -> Result<Shown, Problem> {
    match passphrase {
        Passphrase::Change { new_passphrase_file } => {
            // The old one is needed twice, and may come from a stream that can be read once.
            let (vault, officer, old) = context.credentials()?;
            let new = context.new_passphrase(new_passphrase_file.as_deref(), officer.as_str())?;
            context.unlock(&vault, &officer, &old)?.change_passphrase(&old, &new)?;
            let text = context.say("cli-passphrase-changed", &[("officer", officer.as_str())]);
            Ok(Shown::text(json!({"officer": officer}), text))
        }
    }
}
