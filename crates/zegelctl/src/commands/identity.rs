//! `identity`: the keys of an officer.

use chrono::{DateTime, Utc};
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;
use vault::{KeysStatus, KeysView, MAX_REQUEST, OfficerId, Passphrase, Token};

use super::officer::require_code;
use crate::cli::{Out, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
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
    /// The identities of an officer, one for each workstation, with their last use, and those that count no more.
    List {
        /// Of whom; oneself without it, others for security officers and auditors.
        #[arg(long, value_name = "ID")]
        officer: Option<String>,
    },
    /// Take keys that one made at another workstation (`identity request` with one's own id) as further ones of one's own.
    Add {
        /// The request that was made there; `-` is standard input.
        #[arg(long, value_name = "FILE")]
        request: PathBuf,
        /// Its code, as it was shown where it was made (`officer request` shows that of the file): other keys are not taken.
        #[arg(long, value_name = "CODE")]
        code: Option<String>,
        /// What the workstation is to be called.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        name: String,
    },
    /// End one of several identities: one's own, or as a security officer that of another.
    Revoke {
        /// Its key, as `identity list` shows it.
        key: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Let it take a hardware token, by its age plugin, as well as the passphrase to open the identity file that is used here.
    Protect {
        /// The token's recipient (`age1NAME1…`), as its plugin gives it.
        #[arg(long, value_name = "RECIPIENT")]
        plugin_recipient: String,
        /// File with the token's identity line (`AGE-PLUGIN-NAME-…`), as its plugin writes it; nothing in it is secret.
        #[arg(long, value_name = "F")]
        plugin_identity_file: PathBuf,
    },
    /// Let the passphrase alone open it again.
    Unprotect,
    /// Write an officer's identity file out, still under its passphrase, to take it to another workstation.
    Export {
        /// Id of the officer.
        id: String,
        /// Which, where several lie here: its key, as `identity list` shows it.
        #[arg(long)]
        key: Option<String>,
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
            let (to, aside) = (out.out.display().to_string(), place.is_stdout());
            let whom = (&id, full_name.as_str(), nationality.as_str());
            let (written, request, code) = vault.hand_out_request(whom, &passphrase, |request, code| {
                // What is shown anyway is shown with the rest.
                let written = if aside { Written::Left } else { place.put(request.as_bytes())? };
                Ok::<_, Problem>((written, request.to_owned(), code.to_owned()))
            })?;
            let shown = json!({ "officer": id, "fingerprint": code, "out": to });
            if aside {
                return Ok(Shown::text(shown, request));
            }
            let text = context
                .say("cli-identity-requested", &[("officer", id.as_str()), ("path", &to), ("fingerprint", &code)]);
            match written {
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
        Identity::List { officer } => {
            let session = context.session()?;
            let of = officer.map_or_else(|| Ok(session.id().clone()), |id| known(&id))?;
            let keys = session.identities(&of)?;
            let token = if of == *session.id() { session.protection()? } else { None };
            Ok(table(&of, &keys, token.as_ref(), context))
        }
        Identity::Add { request, code, name } => {
            let request = input::read_limited(&request, MAX_REQUEST as u64)?;
            require_code(&request, code.as_deref())?;
            let session = context.session()?;
            let keys = session.add_identity(&request, &name)?;
            let officer = session.id().clone();
            let added = keys.iter().find(|key| key.name == name.trim());
            let code = added.map(|key| key.fingerprint.clone()).unwrap_or_default();
            let key = added.map(|key| key.key.clone()).unwrap_or_default();
            let named = [("officer", officer.as_str()), ("name", name.as_str()), ("fingerprint", &code)];
            let text = context.say("cli-identity-added", &named);
            Ok(Shown::text(json!({ "officer": officer, "name": name, "key": key, "fingerprint": code }), text))
        }
        Identity::Revoke { key, why } => {
            let officer = context.session()?.revoke_identity(&key, &why)?;
            let text = context.say("cli-identity-was-revoked", &[("key", &key), ("officer", officer.as_str())]);
            Ok(Shown::text(json!({ "officer": officer, "key": key, "status": "revoked" }), text))
        }
        Identity::Protect { plugin_recipient, plugin_identity_file } => {
            let written = input::read_limited(&plugin_identity_file, MAX_IDENTITY)?;
            let token =
                Token::new(&plugin_recipient, &String::from_utf8_lossy(&written)).map_err(vault::Error::from)?;
            let (vault, officer, passphrase) = context.credentials()?;
            context.unlock(&vault, &officer, &passphrase)?.protect_identity(&passphrase, &token)?;
            let named = [("officer", officer.as_str()), ("plugin", token.plugin())];
            let text = context.say("cli-identity-is-protected", &named);
            Ok(Shown::text(json!({ "officer": officer, "plugin": token.plugin() }), text))
        }
        Identity::Unprotect => {
            let (vault, officer, passphrase) = context.credentials()?;
            context.unlock(&vault, &officer, &passphrase)?.unprotect_identity(&passphrase)?;
            let text = context.say("cli-identity-is-unprotected", &[("officer", officer.as_str())]);
            Ok(Shown::text(json!({ "officer": officer, "plugin": null }), text))
        }
        Identity::Export { id, key, out } => {
            let officer: OfficerId = known(&id)?;
            let place = context.place(&out.out, &out.force)?;
            let locked = context.vault()?.export_identity(&officer, key.as_deref())?;
            let (to, aside) = (out.out.display().to_string(), place.is_stdout());
            let token = Token::of(&locked);
            let plugin = token.as_ref().map(Token::plugin);
            let shown = json!({ "officer": officer, "out": to, "plugin": plugin });
            let mut text = context.say("cli-identity-exported", &[("officer", officer.as_str()), ("path", &to)]);
            if let Some(plugin) = plugin {
                text = format!("{text}\n{}", context.say("ui-token-text", &[("plugin", plugin)]));
            }
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

fn table(of: &OfficerId, keys: &[KeysView], token: Option<&Token>, context: &Context) -> Shown {
    let head = context.head(&["workstation", "key", "fingerprint", "status", "last-used", "until"]);
    let line = |key: &KeysView| {
        let status = match key.status {
            KeysStatus::Present => "cli-keys-present",
            KeysStatus::Renewed => "cli-keys-renewed",
            KeysStatus::Lost => "cli-keys-lost",
            KeysStatus::Revoked => "cli-keys-revoked",
        };
        let first = key.name.is_empty() && key.status == KeysStatus::Present;
        let name = if first { context.say("ui-identity-first", &[]) } else { key.name.clone() };
        let at = |when: Option<DateTime<Utc>>| when.map(crate::said::local_time).unwrap_or_default();
        let status = context.say(status, &[]);
        vec![name, key.key.clone(), key.fingerprint.clone(), status, at(key.last_session), at(key.until)]
    };
    let rows = keys.iter().map(line).collect();
    let plugin = token.map(Token::plugin);
    let noted = plugin.map(|plugin| context.say("cli-identity-plugin", &[("plugin", plugin)])).unwrap_or_default();
    Shown::table(json!({ "officer": of, "identities": keys, "plugin": plugin }), head, rows, String::new()).noted(noted)
}
