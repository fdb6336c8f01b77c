//! `init`.

use serde_json::json;
use vault::{NewVault, OfficerId, Vault, WorkFactor};

use crate::cli::Init;
use crate::context::{Context, clock};
use crate::problem::Problem;
use crate::shown::Shown;

pub fn run(init: Init, context: &mut Context) -> Result<Shown, Problem> {
    let dir = context.vault_dir()?.to_owned();
    let officer = OfficerId::parse(&init.officer)?;
    let passphrase = context.new_passphrase(context.common.passphrase_file.as_deref(), officer.as_str())?;
    let new = NewVault {
        name: init.name,
        officer: officer.clone(),
        full_name: init.full_name,
        nationality: init.nationality.to_ascii_uppercase(),
        work_factor: WorkFactor::REAL,
    };
    let vault = Vault::init(&dir, new, &passphrase, clock())?;
    let text = context.say("cli-init-done", &[("name", vault.name()), ("officer", officer.as_str())]);
    Ok(Shown::text(json!({"id": vault.id(), "name": vault.name(), "officer": officer}), text))
}
