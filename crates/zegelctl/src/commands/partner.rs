//! `partner`.

use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::json;
use vault::{NewPartner, PartnerId};

use super::{held, json, level};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Partner {
    /// Enter a partner service and its key: release authorities and security officers.
    Add {
        /// Id of the new partner.
        id: String,
        /// The service's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        name: String,
        /// Its nation, ISO 3166-1 alpha-3.
        #[arg(long, value_name = "FRA")]
        nation: String,
        /// A community that it belongs to, such as EU or NATO.
        #[arg(long = "community", value_delimiter = ',')]
        communities: Vec<String>,
        /// Whom to reach there, and how.
        #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
        contact: String,
        /// age1… or age1pq…
        // Whatever is pasted here is told by what it is.
        #[arg(long, allow_hyphen_values = true)]
        recipient: String,
        /// The key with which it signs its receipts.
        #[arg(long, allow_hyphen_values = true)]
        signing_key: Option<String>,
        /// The highest level that it may receive, by any of its names.
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        /// A restrictive marking that the agreement covers: TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        /// Reference of the agreement; nothing is released without one.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        agreement: Option<String>,
        /// The agreement's last day; without it, no end.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        until: Option<NaiveDate>,
    },
    /// Confirm a partner's key by the fingerprint that the partner read out: somebody else than who entered it.
    Confirm {
        /// Id of the partner.
        id: String,
        /// The fingerprint as it was read out.
        #[arg(long)]
        fingerprint: String,
    },
    /// The partner services.
    List,
}

pub fn run(partner: Partner, context: &mut Context) -> Result<Shown, Problem> {
    match partner {
        Partner::Add {
            id,
            name,
            nation,
            communities,
            contact,
            recipient,
            signing_key,
            ceiling,
            categories,
            agreement,
            until,
        } => {
            let new = NewPartner {
                id: PartnerId::parse(&id)?,
                name,
                nation: nation.to_ascii_uppercase(),
                communities: communities.into_iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect(),
                contact,
                recipient,
                signing_key,
                ceiling: level(&ceiling)?,
                categories: held(&categories),
                agreement,
                until,
            };
            let added = context.session()?.add_partner(new)?;
            let text =
                context.say("cli-partner-added", &[("partner", &id), ("fingerprint", added.fingerprint.as_str())]);
            Ok(Shown::text(json(&added)?, text))
        }
        Partner::Confirm { id, fingerprint } => {
            context.session()?.confirm_partner(&PartnerId::parse(&id)?, &fingerprint)?;
            let text = context.say("cli-partner-confirmed", &[("partner", &id)]);
            Ok(Shown::text(json!({"id": id, "confirmed": true}), text))
        }
        Partner::List => {
            let partners = context.session()?.partners()?;
            let rows = partners
                .iter()
                .map(|p| {
                    let agreement = p.agreement.clone().unwrap_or_default();
                    let until = p.until.map_or_else(String::new, |d| d.to_string());
                    let confirmed = context.say(if p.confirmed { "cli-confirmed" } else { "cli-unconfirmed" }, &[]);
                    let key = if p.post_quantum { "age1pq" } else { "age1" };
                    vec![
                        p.id.to_string(),
                        p.name.clone(),
                        p.nation.clone(),
                        context.say(&format!("level-{}", p.ceiling), &[]),
                        agreement,
                        until,
                        key.to_owned(),
                        confirmed,
                    ]
                })
                .collect();
            let head =
                context.head(&["id", "name", "nationality", "ceiling", "agreement", "until", "key", "fingerprint"]);
            Ok(Shown::table(json!({ "partners": partners }), head, rows, context.say("cli-none", &[])))
        }
    }
}
