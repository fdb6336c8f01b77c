//! `dossier`.

use chrono::NaiveDate;
use clap::{Subcommand, ValueEnum};
use serde_json::json;
use vault::{DossierFilter, DossierId, DossierStatus, NewDossier, OfficerId};

use super::json;
use super::pages::{collect, cut};
use crate::cli::{Limit, TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Dossier {
    /// Open a dossier: registrars and security officers.
    Create {
        /// Id of the new dossier, as lists show it to its members.
        id: String,
        /// Title of the dossier, for its members.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        title: String,
        /// Id of the officer who leads it: a member, who may add and remove others.
        #[arg(long, value_name = "OFFICER")]
        lead: Option<String>,
    },
    /// Put an officer on the list of a dossier: who keeps the list.
    Add {
        /// Id of the dossier.
        id: String,
        /// Id of the officer.
        officer: String,
        /// The last day of his need-to-know; without it, no end.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        until: Option<NaiveDate>,
        /// What his need-to-know rests on.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        basis: String,
    },
    /// Take an officer off the list of a dossier; the keys that he held are renewed: who keeps the list.
    Remove {
        /// Id of the dossier.
        id: String,
        /// Id of the officer.
        officer: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Close a dossier: it takes no more documents: who keeps the list.
    Close {
        /// Id of the dossier.
        id: String,
        /// Why, for its members and the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Open a closed dossier again: who keeps the list.
    Reopen {
        /// Id of the dossier.
        id: String,
        /// Why, for its members and the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Dossiers that one is a member of or keeps.
    List {
        /// Only those that are open, or that are closed.
        #[arg(long, value_enum)]
        status: Option<DossierIs>,
        /// How many rows at most.
        #[arg(long, value_name = "N|all", default_value = "all")]
        limit: Limit,
        /// The `next` of the page before.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
    },
}

/// Whether a dossier takes documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DossierIs {
    /// It takes documents.
    Open,
    /// It takes no more documents.
    Closed,
}

pub fn run(dossier: Dossier, context: &mut Context) -> Result<Shown, Problem> {
    match dossier {
        Dossier::Create { id, title, lead } => {
            let id = DossierId::parse(&id)?;
            let lead = lead.as_deref().map(OfficerId::parse).transpose()?;
            let made = context.session()?.create_dossier(NewDossier { id, title, lead })?;
            let text = context.say("cli-dossier-created", &[("dossier", made.id.as_str())]);
            Ok(Shown::text(json(&made)?, text))
        }
        Dossier::Add { id, officer, until, basis } => {
            let (dossier, member) = (DossierId::parse(&id)?, OfficerId::parse(&officer)?);
            context.session()?.add_member(&dossier, &member, until, &basis)?;
            let text = context.say("cli-member-added", &[("dossier", &id), ("officer", &officer)]);
            Ok(Shown::text(json!({"dossier": id, "officer": officer, "until": until}), text))
        }
        Dossier::Remove { id, officer, why } => {
            let (dossier, member) = (DossierId::parse(&id)?, OfficerId::parse(&officer)?);
            context.session()?.remove_member(&dossier, &member, &why)?;
            let text = context.say("cli-member-removed", &[("dossier", &id), ("officer", &officer)]);
            Ok(Shown::text(json!({"dossier": id, "officer": officer}), text))
        }
        Dossier::Close { id, why } => {
            context.session()?.change_dossier(&DossierId::parse(&id)?, DossierStatus::Closed, &why)?;
            let text = context.say("cli-dossier-closed", &[("dossier", &id)]);
            Ok(Shown::text(json!({"dossier": id, "closed": true}), text))
        }
        Dossier::Reopen { id, why } => {
            context.session()?.change_dossier(&DossierId::parse(&id)?, DossierStatus::Open, &why)?;
            let text = context.say("cli-dossier-reopened", &[("dossier", &id)]);
            Ok(Shown::text(json!({"dossier": id, "closed": false}), text))
        }
        Dossier::List { status, limit, after } => {
            let status = status.map(|status| match status {
                DossierIs::Open => DossierStatus::Open,
                DossierIs::Closed => DossierStatus::Closed,
            });
            let session = context.session()?;
            let filter = DossierFilter { status, ..DossierFilter::default() };
            let page = |limit, after| session.dossiers(&DossierFilter { limit, after, ..filter.clone() });
            let all = collect(limit, after, page)?;
            let rows = all
                .rows
                .iter()
                .map(|d| {
                    let members: Vec<&str> = d.members.iter().map(|m| m.officer.as_str()).collect();
                    let lead = d.lead.as_ref().map_or_else(String::new, ToString::to_string);
                    let status = if d.closed { "dossier-closed" } else { "dossier-open" };
                    vec![d.id.to_string(), d.title.clone(), lead, members.join(", "), context.say(status, &[])]
                })
                .collect();
            let head = context.head(&["id", "title", "lead", "members", "status"]);
            let cut = cut(&all, context);
            let shown = json!({ "dossiers": all.rows, "next": all.next, "total": all.total });
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
    }
}
