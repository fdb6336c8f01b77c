//! `partner`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::json;
use vault::{NewPartner, PartnerField, PartnerFilter, PartnerId, PartnerView};

use super::pages::{collect, cut, in_order};
use super::{held, json, level, looked_at};
use crate::cli::{Listing, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
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
    /// Change what is known of a partner, its key, ceiling or nation: release authorities and security officers. Nothing leaves to
    /// it before somebody else has confirmed it again, and releases that were asked for are asked for again.
    Change {
        /// Id of the partner.
        id: String,
        /// The service's name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        name: Option<String>,
        /// Its nation, ISO 3166-1 alpha-3.
        #[arg(long, value_name = "FRA")]
        nation: Option<String>,
        /// The communities that it belongs to, in the place of those of before.
        #[arg(long = "community", value_delimiter = ',')]
        communities: Option<Vec<String>>,
        /// It belongs to no community.
        #[arg(long, conflicts_with = "communities")]
        no_community: bool,
        /// Whom to reach there, and how.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        contact: Option<String>,
        /// age1… or age1pq…
        #[arg(long, allow_hyphen_values = true)]
        recipient: Option<String>,
        /// The key with which it signs its receipts.
        #[arg(long, allow_hyphen_values = true)]
        signing_key: Option<String>,
        /// The highest level that it may receive, by any of its names.
        #[arg(long, value_name = "LEVEL")]
        ceiling: Option<String>,
        /// The restrictive markings that the agreement covers, in the place of those of before.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Option<Vec<String>>,
        /// The agreement covers no restrictive marking.
        #[arg(long, conflicts_with = "categories")]
        no_category: bool,
        /// Reference of the agreement.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        agreement: Option<String>,
        /// There is no agreement any more.
        #[arg(long, conflicts_with = "agreement")]
        no_agreement: bool,
        /// The agreement's last day.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        until: Option<NaiveDate>,
        /// The agreement has no end.
        #[arg(long, conflicts_with = "until")]
        no_end: bool,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Confirm a partner's key by the fingerprint that the partner read out: somebody else than the officer who entered it or changed it.
    Confirm {
        /// Id of the partner.
        id: String,
        /// The fingerprint as it was read out.
        #[arg(long)]
        fingerprint: String,
        /// Of a partner that was changed: the entry that you looked at, as `partner list` gives it. All that it says of the
        /// partner is confirmed with the key.
        #[arg(long)]
        entry: Option<u64>,
    },
    /// The partner services.
    List {
        /// In what order; else by the identifier.
        #[arg(long, value_name = "reference|name|level|until|status[:desc]")]
        sort: Option<String>,
        #[command(flatten)]
        listing: Listing,
    },
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
                nation,
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
            Ok(Shown::text(json(&added)?, text).with_news(looked_at(until), context))
        }
        Partner::Change {
            id,
            name,
            nation,
            communities,
            no_community,
            contact,
            recipient,
            signing_key,
            ceiling,
            categories,
            no_category,
            agreement,
            no_agreement,
            until,
            no_end,
            why,
        } => {
            let partner: PartnerId = known(&id)?;
            let ceiling = ceiling.as_deref().map(level).transpose()?;
            let session = context.session()?;
            let is = session.partner_named(&partner)?;
            let communities = communities.map_or(is.communities, |all| {
                all.into_iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect()
            });
            let new = NewPartner {
                id: partner,
                name: name.unwrap_or(is.name),
                nation: nation.unwrap_or(is.nation),
                communities: if no_community { BTreeSet::new() } else { communities },
                contact: contact.unwrap_or(is.contact),
                recipient: recipient.unwrap_or(is.recipient),
                signing_key: signing_key.or(is.signing_key),
                ceiling: ceiling.unwrap_or(is.ceiling),
                categories: match categories {
                    _ if no_category => BTreeMap::new(),
                    Some(categories) => held(&categories),
                    None => is.categories,
                },
                agreement: agreement.or(is.agreement).filter(|_| !no_agreement),
                until: until.or(is.until).filter(|_| !no_end),
            };
            let changed = session.change_partner(new, &why)?;
            let told = changes_told(&changed, context);
            let text =
                context.say("cli-partner-changed", &[("partner", &id), ("fingerprint", changed.fingerprint.as_str())]);
            Ok(Shown::text(json(&changed)?, [told, text].concat()).with_news(looked_at(until), context))
        }
        Partner::Confirm { id, fingerprint, entry } => {
            let key: PartnerId = known(&id)?;
            context.session()?.confirm_partner(&key, &fingerprint, entry)?;
            let confirmed = context.session()?.partner_named(&key)?;
            let text = context.say("cli-partner-confirmed", &[("partner", &id)]);
            let told = [text, record_told(&confirmed, context)].join("\n");
            Ok(Shown::text(json!({"id": id, "confirmed": true, "entry": confirmed.entry}), told))
        }
        Partner::List { sort, listing: Listing { limit, after } } => {
            let sort = in_order(sort.as_deref(), PartnerFilter::default().sort)?;
            let session = context.session()?;
            let page =
                |limit, after| session.partners(&PartnerFilter { sort, limit, after, ..PartnerFilter::default() });
            let all = collect(limit, after, page)?;
            let partners = &all.rows;
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
            let waiting = partners.iter().filter(|partner| !partner.confirmed);
            let note = waiting.map(|partner| {
                let entry = partner.entry.to_string();
                let by = [
                    ("partner", partner.id.as_str()),
                    ("officer", partner.entered_by.as_str()),
                    ("entry", entry.as_str()),
                ];
                let (said, told) = match partner.changes.as_slice() {
                    [] => ("cli-partner-waits", record_told(partner, context)),
                    _ => ("cli-partner-changes", changes_told(partner, context)),
                };
                format!("{}\n{told}", context.say(said, &by))
            });
            let note: String = note.collect();
            let shown = Shown::table(
                json!({ "partners": partners, "next": all.next, "total": all.total }),
                head,
                rows,
                context.say("cli-none", &[]),
            );
            Ok(shown.noted(note + &cut(&all, context)))
        }
    }
}

/// All that is known of a partner, its keys apart, in lines: what is confirmed with its key.
fn record_told(partner: &PartnerView, context: &Context) -> String {
    let joined = |values: &BTreeSet<String>| values.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let categories = partner.categories.iter().map(|(tag, values)| format!("{tag}: {}", joined(values)));
    let known = [
        (PartnerField::Name, partner.name.clone()),
        (PartnerField::Nation, partner.nation.clone()),
        (PartnerField::Communities, joined(&partner.communities)),
        (PartnerField::Contact, partner.contact.clone()),
        (PartnerField::Ceiling, context.say(&format!("level-{}", partner.ceiling), &[])),
        (PartnerField::Categories, categories.collect::<Vec<_>>().join("; ")),
        (PartnerField::Agreement, partner.agreement.clone().unwrap_or_default()),
        (PartnerField::Until, partner.until.map(|day| context.day(day)).unwrap_or_default()),
    ];
    let mut text = String::new();
    for (field, value) in known {
        let name = context.say(&format!("ui-partner-{}", field.as_str()), &[]);
        let _ = writeln!(text, "{name}: {}", if value.is_empty() { "—" } else { value.as_str() });
    }
    text
}

/// What of a partner was changed and waits to be confirmed, in lines.
fn changes_told(partner: &PartnerView, context: &Context) -> String {
    let mut text = String::new();
    for change in &partner.changes {
        let value = |value: &str| match value {
            "" => "—".to_owned(),
            level if change.field == PartnerField::Ceiling => context.say(&format!("level-{level}"), &[]),
            other => other.to_owned(),
        };
        let name = context.say(&format!("ui-partner-{}", change.field.as_str()), &[]);
        let what = if change.field == PartnerField::Recipient {
            context.say("ui-partner-another-key", &[])
        } else {
            format!("{} → {}", value(&change.before), value(&change.now))
        };
        let _ = writeln!(text, "{name}: {what}");
    }
    text
}
