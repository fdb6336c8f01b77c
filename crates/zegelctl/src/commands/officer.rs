//! `officer`.

use std::path::PathBuf;

use clap::Subcommand;
use std::str::FromStr;

use serde_json::json;
use vault::{NewOfficer, OfficerFilter, OfficerId, OfficerView, Role};

use super::json;
use super::pages::{collect, cut};
use crate::cli::{Limit, TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Officer {
    /// Enter an officer and make his identity: security officers.
    Add {
        /// Id of the new officer, as it is typed to act.
        id: String,
        /// The new officer's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        full_name: String,
        /// ISO 3166-1 alpha-3.
        #[arg(long, value_name = "XXX")]
        nationality: String,
        /// reader, registrar, security-officer, release-authority, auditor
        #[arg(long = "role", value_name = "ROLE", required = true, num_args = 1.., value_delimiter = ',')]
        roles: Vec<String>,
        /// File whose first line is the new officer's first passphrase.
        #[arg(long, value_name = "F")]
        initial_passphrase_file: Option<PathBuf>,
    },
    /// All officers, with their roles and clearances as far as one may know them.
    List {
        /// How many rows at most.
        #[arg(long, value_name = "N|all", default_value = "all")]
        limit: Limit,
        /// The `next` of the page before.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
    },
    /// One officer.
    Show {
        /// Id of the officer.
        id: String,
    },
    /// End an officer's access; the keys that he held are renewed: security officers.
    Disable {
        /// Id of the officer.
        id: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
}

pub fn run(officer: Officer, context: &mut Context) -> Result<Shown, Problem> {
    match officer {
        Officer::Add { id, full_name, nationality, roles, initial_passphrase_file } => {
            let id = OfficerId::parse(&id)?;
            let roles = roles
                .iter()
                .map(|role| {
                    Role::from_str(role).map_err(|_| Problem::usage("unknown_role").with("role", role.as_str()))
                })
                .collect::<Result<_, _>>()?;
            let initial_passphrase = context.new_passphrase(initial_passphrase_file.as_deref(), id.as_str())?;
            let nationality = nationality.to_ascii_uppercase();
            let added = context
                .session()?
                .add_officer(NewOfficer { id, full_name, nationality, roles }, &initial_passphrase)?;
            let text = context.say("cli-officer-added", &[("officer", added.id.as_str())]);
            Ok(Shown::text(json(&added)?, text))
        }
        Officer::List { limit, after } => {
            let session = context.session()?;
            let page = |limit, after| session.officers(&OfficerFilter { limit, after, ..OfficerFilter::default() });
            let all = collect(limit, after, page)?;
            let rows = all.rows.iter().map(|officer| line(officer, context)).collect();
            let head = context.head(&["id", "name", "nationality", "roles", "status", "clearances"]);
            let cut = cut(&all, context);
            let shown = json!({ "officers": all.rows, "next": all.next, "total": all.total });
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
        Officer::Show { id } => {
            let id = OfficerId::parse(&id)?;
            let officer = context.session()?.officer(&id)?;
            let head = context.head(&["id", "name", "nationality", "roles", "status", "clearances"]);
            let rows = vec![line(&officer, context)];
            Ok(Shown::table(json(&officer)?, head, rows, String::new()))
        }
        Officer::Disable { id, why } => {
            let id = OfficerId::parse(&id)?;
            context.session()?.disable_officer(&id, &why)?;
            let text = context.say("cli-officer-disabled", &[("officer", id.as_str())]);
            Ok(Shown::text(json!({"id": id, "status": "disabled"}), text))
        }
    }
}

fn line(officer: &OfficerView, context: &Context) -> Vec<String> {
    let roles: Vec<String> = officer.roles.iter().map(|r| context.say(&format!("role-{}", r.as_str()), &[])).collect();
    let clearances: Vec<String> =
        officer.clearances.iter().map(|c| format!("{} {} → {}", c.policy, c.level, c.until)).collect();
    let status = match officer.status {
        vault::AccountStatus::Active => "cli-active",
        vault::AccountStatus::Disabled => "cli-disabled",
    };
    vec![
        officer.id.to_string(),
        officer.full_name.clone(),
        officer.nationality.clone(),
        roles.join(", "),
        context.say(status, &[]),
        clearances.join("; "),
    ]
}
