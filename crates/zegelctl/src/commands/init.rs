//! `init`.

use clap::Args;
use serde_json::json;
use vault::{Ceremony, NewVault, OfficerId, Passphrase, Regime, Vault, strength_at_first};

use crate::cli::{TEXT, Text};
use crate::context::{Context, clock};
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Init {
    /// The vault's name; it is also that of the authority that the vault speaks for.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub name: String,
    /// Id of the first officer, as it is typed to act.
    #[arg(long, value_name = "ID")]
    pub officer: String,
    /// The first officer's name.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub full_name: String,
    /// ISO 3166-1 alpha-3.
    #[arg(long, value_name = "XXX")]
    pub nationality: String,
    /// Put the full rules in force at once: what takes two takes two, from the first day. Without it, it is an exercise vault.
    #[arg(long)]
    pub four_eyes: bool,
}

pub fn run(init: Init, context: &mut Context) -> Result<Shown, Problem> {
    let dir = context.vault_dir()?.to_owned();
    let officer = OfficerId::parse(&init.officer)?;
    let judge = |typed: &Passphrase| strength_at_first(typed, &[officer.as_str(), &init.full_name, &init.name]);
    let passphrase = context.new_passphrase(context.common.passphrase_file.as_deref(), officer.as_str(), judge)?;
    let regime = if init.four_eyes { Regime::Full } else { Regime::Exercise };
    let new = NewVault {
        name: init.name,
        officer: officer.clone(),
        full_name: init.full_name,
        nationality: init.nationality,
        regime,
        work_factor: station::work_factor(),
    };
    let vault = Vault::init(&dir, new, &passphrase, clock()).map_err(|error| Problem::of_folder(error, &dir))?;
    let text = context.say("cli-init-done", &[("name", vault.name()), ("officer", officer.as_str())]);
    let ceremony = Ceremony::at_first(regime);
    let text = format!("{}\n\n{}", text.trim_end(), super::clearance::steps_told(&ceremony, context)?);
    Ok(Shown::text(json!({"id": vault.id(), "name": vault.name(), "officer": officer, "ceremony": ceremony}), text))
}
