//! `partner`.

use serde_json::json;
use vault::{NewPartner, PartnerId};

use super::{held, json, level};
use crate::cli::Partner;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

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
