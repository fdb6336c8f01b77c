//! `dossier`.

use serde_json::json;
use vault::{DossierId, NewDossier, OfficerId};

use super::json;
use crate::cli::Dossier;
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

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
        Dossier::List => {
            let dossiers = context.session()?.dossiers()?;
            let rows = dossiers
                .iter()
                .map(|d| {
                    let members: Vec<&str> = d.members.iter().map(|m| m.officer.as_str()).collect();
                    let lead = d.lead.as_ref().map_or_else(String::new, ToString::to_string);
                    vec![d.id.to_string(), d.title.clone(), lead, members.join(", ")]
                })
                .collect();
            let head = context.head(&["id", "title", "lead", "members"]);
            Ok(Shown::table(json!({ "dossiers": dossiers }), head, rows, context.say("cli-none", &[])))
        }
    }
}
