//! `identity`: the keys of an officer.

use chrono::{DateTime, Utc};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;
use vault::{OfficerId, Passphrase};

use crate::cli::{Out, TEXT, Text};
use crate::context::Context;
use crate::input;
use crate::out::Written;
use crate::problem::Problem;
use crate::shown::{Human, Shown};

/// The longest identity file that is read, in bytes.
const MAX_IDENTITY: u64 = 64 << 10;

#[derive(Subcommand, Debug)]
pub enum Identity {
    /// Make keys of one's own, and the request by which a security officer lets one in with them.
    Request {
        /// Id that one is to have, as it is typed to act.
        id: String,
        /// One's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        full_name: String,
        /// ISO 3166-1 alpha-3.
        #[arg(long, value_name = "XXX")]
        nationality: String,
        #[command(flatten)]
        out: Out,
    },
    /// Make new keys in place of one's own, under another passphrase: the old ones are worth nothing from then on. The only
    /// command for keys that another made.
    Renew {
        /// File whose first line is the new passphrase; without it, it is asked for twice.
        #[arg(long, value_name = "F")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// One's own keys, with their last use: the present ones, and those whose place they took.
    List,
    /// Write an officer's identity file out, still under its passphrase, to take it to another workstation.
    Export {
        /// Id of the officer.
        id: String,
        #[command(flatten)]
        out: Out,
    },
    /// Put an identity file in that was written out elsewhere; its passphrase says whose it is.
    Import {
        /// The file; `-` is standard input.
        file: PathBuf,
    },
}

pub fn run(identity: Identity, context: &mut Context) -> Result<Shown, Problem> {
    match identity {
        Identity::Request { id, full_name, nationality, out } => {
            let id = OfficerId::parse(&id)?;
            let place = context.place(&out.out, &out.force)?;
            let vault = context.vault()?;
            let judge = |typed: &Passphrase| vault.strength_of(typed, id.as_str(), &full_name);
            let passphrase = context.new_passphrase(context.common.passphrase_file.as_deref(), id.as_str(), judge)?;
            let (request, code) = vault.request_identity(&id, &full_name, &nationality, &passphrase)?;
            let to = out.out.display().to_string();
            let shown = json!({ "officer": id, "fingerprint": code, "out": to });
            if place.is_stdout() {
                return Ok(Shown::text(shown, request));
            }
            let text = context
                .say("cli-identity-requested", &[("officer", id.as_str()), ("path", &to), ("fingerprint", &code)]);
            match place.put(request.as_bytes())? {
                Written::Whole(_) => Ok(Shown::text(shown, text)),
                Written::Left => Ok(Shown::text(shown, String::new())),
            }
        }
        Identity::Renew { new_passphrase_file } => {
            let (vault, officer, old) = context.credentials()?;
            let judge = |typed: &Passphrase| vault.strength_of(typed, officer.as_str(), "");
            let new = context.new_passphrase(new_passphrase_file.as_deref(), officer.as_str(), judge)?;
            let code = context.renew_keys(&vault, &officer, &old, &new)?;
            let text = context.say("cli-identity-renewed", &[("officer", officer.as_str()), ("fingerprint", &code)]);
            Ok(Shown::text(json!({ "officer": officer, "fingerprint": code }), text))
        }
        Identity::List => {
            let keys = context.session()?.own_keys()?;
            let head = context.head(&["fingerprint", "status", "last-used", "until"]);
            let line = |key: &vault::KeysView| {
                let status = match key.status {
                    vault::KeysStatus::Present => "cli-keys-present",
                    vault::KeysStatus::Renewed => "cli-keys-renewed",
                    vault::KeysStatus::Lost => "cli-keys-lost",
                };
                let at = |when: Option<DateTime<Utc>>| when.map(label::time::written).unwrap_or_default();
                vec![key.fingerprint.clone(), context.say(status, &[]), at(key.last_session), at(key.until)]
            };
            let rows = keys.iter().map(line).collect();
            Ok(Shown::table(json!({ "identities": keys }), head, rows, String::new()))
        }
        Identity::Export { id, out } => {
            let officer = OfficerId::parse(&id)?;
            let place = context.place(&out.out, &out.force)?;
            let locked = context.vault()?.export_identity(&officer)?;
            let (to, aside) = (out.out.display().to_string(), place.is_stdout());
            let shown = json!({ "officer": officer, "out": to });
            let text = context.say("cli-identity-exported", &[("officer", officer.as_str()), ("path", &to)]);
            match place.put(&locked)? {
                Written::Whole(_) if !aside => Ok(Shown::text(shown, text)),
                Written::Whole(_) | Written::Left => Ok(Shown { json: shown, human: Human::Nothing, exit: 0 }),
            }
        }
        Identity::Import { file } => {
            let locked = input::read_limited(&file, MAX_IDENTITY)?;
            let vault = context.vault()?;
            let passphrase = context.passphrase("cli-ask-passphrase-of-file", &file.display().to_string())?;
            let (officer, code) = vault.import_identity(&locked, &passphrase)?;
            let text = context.say("cli-identity-imported", &[("officer", officer.as_str()), ("fingerprint", &code)]);
            Ok(Shown::text(json!({ "officer": officer, "fingerprint": code }), text))
        }
    }
}
