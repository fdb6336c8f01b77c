//! `dossier`.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::{ArgGroup, Subcommand, ValueEnum};
use serde_json::json;
use vault::{
    AskedSuccession, Compared, Decided, DossierFilter, DossierId, DossierStatus, Fetching, Flow, InOrder, KeptDossier,
    MemberView, NewDossier, OfficerId, Orders,
};

use super::officer::{compared, keys_told, with_keys};
use super::pages::{collect, cut, in_order, ordered};
use super::{json, looked_at, warned, warnings};
use crate::cli::{Listing, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::interrupt;
use crate::problem::Problem;
use crate::shown::{Shown, within};

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
        /// Id of the officer who leads it once its lead is gone: a member.
        #[arg(long, value_name = "OFFICER")]
        deputy: Option<String>,
    },
    /// Name who leads a dossier once its lead is gone, another, or nobody any more. Only its lead does this.
    #[command(group(ArgGroup::new("named").required(true).args(["officer", "none"])))]
    Deputy {
        /// Id of the dossier.
        id: String,
        /// Id of the officer, who is a member.
        officer: Option<String>,
        /// Nobody any more.
        #[arg(long)]
        none: bool,
    },
    /// Give a dossier that nobody leads a lead: security officers. Under the full rules it waits for the yes of another.
    Succession {
        /// Id or key of the dossier.
        id: String,
        /// Id of the officer who would lead it, and become a member.
        #[arg(long, value_name = "OFFICER")]
        lead: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Dossiers that nobody leads any more, by their keys: security officers.
    Vacant,
    /// Put an officer on the list of a dossier. Only an officer who keeps the list does this.
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
    /// Take an officer off the list of a dossier, and renew the keys that he held. Only an officer who keeps the list does this.
    Remove {
        /// Id of the dossier.
        id: String,
        /// Id of the officer.
        officer: String,
        /// Why, for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Close a dossier: it takes no more documents. Only an officer who keeps its list does this.
    Close {
        /// Id of the dossier.
        id: String,
        /// Why, for its members and the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Open a closed dossier again. Only an officer who keeps its list does this.
    Reopen {
        /// Id of the dossier.
        id: String,
        /// Why, for its members and the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Who needs to know of a dossier, since when, and until when.
    Members {
        /// Id of the dossier.
        id: String,
        /// In what order; else by their names.
        #[arg(long, value_name = "name|filed|until[:desc]")]
        sort: Option<String>,
    },
    /// Keep a dossier on this workstation: sealed files of its documents that one may open are fetched ahead, from the servers of a
    /// shared vault. Run it again for documents that came since. It may be interrupted.
    Keep {
        /// Id of the dossier; without it, all that one keeps here are brought up to date.
        #[arg(required_unless_present = "all")]
        id: Option<String>,
        /// Keep it here no longer.
        #[arg(long, conflicts_with = "all")]
        stop: bool,
        /// All that one keeps here already.
        #[arg(long, conflicts_with = "id")]
        all: bool,
    },
    /// Dossiers that one keeps on this workstation, and what is still missing.
    Kept,
    /// Dossiers that one is a member of or keeps the list of.
    List {
        /// Only those that are open, or that are closed.
        #[arg(long, value_enum)]
        status: Option<DossierIs>,
        /// In what order; else by the identifier.
        #[arg(long, value_name = "reference|title|members|name[:desc]")]
        sort: Option<String>,
        #[command(flatten)]
        listing: Listing,
    },
}

/// What the members of a dossier can be in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MemberOrder {
    Name,
    /// Since when they need to know.
    Filed,
    /// Until when; those without an end come last.
    Until,
}

impl Orders for MemberOrder {
    const ALL: &'static [MemberOrder] = &[MemberOrder::Name, MemberOrder::Filed, MemberOrder::Until];

    fn as_str(self) -> &'static str {
        match self {
            MemberOrder::Name => "name",
            MemberOrder::Filed => "filed",
            MemberOrder::Until => "until",
        }
    }
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
        Dossier::Create { id, title, lead, deputy } => {
            let id = DossierId::parse(&id)?;
            let lead = lead.as_deref().map(known::<OfficerId>).transpose()?;
            let deputy = deputy.as_deref().map(known::<OfficerId>).transpose()?;
            let made = context.session()?.create_dossier(NewDossier { id, title, lead, deputy })?;
            let text = context.say("cli-dossier-created", &[("dossier", made.id.as_str())]);
            Ok(Shown::text(json(&made)?, text))
        }
        Dossier::Deputy { id, officer, none: _ } => {
            let deputy = officer.as_deref().map(known::<OfficerId>).transpose()?;
            let view = context.session()?.name_deputy(&known::<DossierId>(&id)?, deputy.as_ref())?;
            let text = match &officer {
                Some(officer) => context.say("cli-deputy-named", &[("dossier", &id), ("officer", officer)]),
                None => context.say("cli-deputy-none", &[("dossier", &id)]),
            };
            Ok(Shown::text(json!({"dossier": id, "deputy": view.deputy}), text))
        }
        Dossier::Succession { id, lead, why } => {
            let (dossier, officer) = (known::<DossierId>(&id)?, known::<OfficerId>(&lead)?);
            match context.session()?.name_lead(&dossier, &officer, &why)? {
                Decided::Effective(()) => {
                    let text = context.say("cli-lead-named", &[("dossier", &id), ("officer", &lead)]);
                    Ok(Shown::text(json!({"dossier": id, "lead": lead}), text))
                }
                Decided::Waiting(request) => super::waiting(&request, "cli-lead-asked", context),
            }
        }
        Dossier::Vacant => {
            let unled = context.session()?.unled_dossiers()?;
            let ids = |all: &[OfficerId]| all.iter().map(OfficerId::as_str).collect::<Vec<_>>().join(", ");
            let rows = unled
                .iter()
                .map(|one| {
                    let requests: Vec<&str> = one.requests.iter().map(|request| request.as_str()).collect();
                    vec![
                        one.key.to_string(),
                        one.id.as_ref().map_or_else(String::new, ToString::to_string),
                        one.was.to_string(),
                        one.deputy.as_ref().map_or_else(String::new, ToString::to_string),
                        ids(&one.members),
                        requests.join(" "),
                    ]
                })
                .collect();
            let head = context.head(&["key", "id", "led-by", "deputy", "members", "request"]);
            let own_deed = unled.iter().any(|one| one.deputy.is_some());
            let note = if own_deed { context.say("ui-succession-own-deed", &[]) } else { String::new() };
            Ok(Shown::table(json!({ "dossiers": unled }), head, rows, context.say("cli-none", &[])).noted(note))
        }
        Dossier::Add { id, officer, until, basis } => {
            let (dossier, member) = (known::<DossierId>(&id)?, known::<OfficerId>(&officer)?);
            context.session()?.add_member(&dossier, &member, until, &basis)?;
            let text = context.say("cli-member-added", &[("dossier", &id), ("officer", &officer)]);
            let mut shown = json!({"dossier": id, "officer": officer, "until": until});
            let keys = with_keys(&mut shown, &member, context)?;
            Ok(Shown::text(shown, format!("{}\n{keys}", text.trim_end())).with_news(looked_at(until), context))
        }
        Dossier::Remove { id, officer, why } => {
            let (dossier, member) = (known::<DossierId>(&id)?, known::<OfficerId>(&officer)?);
            let news = context.session()?.remove_member(&dossier, &member, &why)?;
            let text = context.say("cli-member-removed", &[("dossier", &id), ("officer", &officer)]);
            let shown = json!({"dossier": id, "officer": officer, "warnings": warnings(&news, context)});
            Ok(Shown::text(shown, format!("{text}\n{}", warned(&news, context))))
        }
        Dossier::Close { id, why } => {
            context.session()?.change_dossier(&known::<DossierId>(&id)?, DossierStatus::Closed, &why)?;
            let text = context.say("cli-dossier-closed", &[("dossier", &id)]);
            Ok(Shown::text(json!({"dossier": id, "closed": true}), text))
        }
        Dossier::Reopen { id, why } => {
            context.session()?.change_dossier(&known::<DossierId>(&id)?, DossierStatus::Open, &why)?;
            let text = context.say("cli-dossier-reopened", &[("dossier", &id)]);
            Ok(Shown::text(json!({"dossier": id, "closed": false}), text))
        }
        Dossier::Keep { id: Some(id), stop: true, all: _ } => {
            context.session()?.stop_keeping(&known::<DossierId>(&id)?)?;
            let text = context.say("cli-dossier-not-kept", &[("dossier", &id)]);
            Ok(Shown::text(json!({"dossier": id, "kept": false}), text))
        }
        Dossier::Keep { id, stop: _, all: _ } => {
            let dossier = id.as_deref().map(known::<DossierId>).transpose()?;
            let session = context.session()?;
            let fetching = match &dossier {
                Some(dossier) => session.keep_dossier(dossier)?,
                None => session.fetching()?,
            };
            fetched(&fetching, context)
        }
        Dossier::Kept => {
            let kept = context.session()?.kept_dossiers()?;
            Ok(kept_shown(&kept, context))
        }
        Dossier::Members { id, sort } => {
            let InOrder { by, descending } =
                in_order(sort.as_deref(), InOrder { by: MemberOrder::Name, descending: false })?;
            let members = context.session()?.dossier(&known::<DossierId>(&id)?)?.members;
            let members = match by {
                MemberOrder::Name => ordered(members, descending, |member| Some(label::fold(&member.full_name))),
                MemberOrder::Filed => ordered(members, descending, |member| Some(member.from)),
                MemberOrder::Until => ordered(members, descending, |member| member.until),
            };
            let row = |member: &MemberView| {
                let until = member.until.map_or_else(|| "—".to_owned(), |until| until.to_string());
                let (officer, from) = (member.officer.to_string(), member.from.to_string());
                let codes: Vec<&str> = member.codes.iter().map(|one| one.code.as_str()).collect();
                let compared = compared(member.compared, context);
                vec![officer, member.full_name.clone(), from, until, member.basis.clone(), codes.join(", "), compared]
            };
            let rows = members.iter().map(row).collect();
            let head = context.head(&["id", "name", "since", "until", "because", "codes", "compared"]);
            // Which of several it is that was not compared.
            let partly = members.iter().filter(|member| member.compared == Compared::NotAll);
            let told = partly.map(|one| keys_told(&one.officer, &one.codes, one.compared, context)).collect::<Vec<_>>();
            let shown = json!({"dossier": id, "members": members});
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(told.join("\n")))
        }
        Dossier::List { status, sort, listing: Listing { limit, after } } => {
            let status = status.map(|status| match status {
                DossierIs::Open => DossierStatus::Open,
                DossierIs::Closed => DossierStatus::Closed,
            });
            let sort = in_order(sort.as_deref(), DossierFilter::default().sort)?;
            let session = context.session()?;
            let filter = DossierFilter { status, sort, ..DossierFilter::default() };
            let page = |limit, after| session.dossiers(&DossierFilter { limit, after, ..filter.clone() });
            let all = collect(limit, after, page)?;
            let rows = all
                .rows
                .iter()
                .map(|d| {
                    let members: Vec<&str> = d.members.iter().map(|m| m.officer.as_str()).collect();
                    let named =
                        |officer: &Option<OfficerId>| officer.as_ref().map_or_else(String::new, ToString::to_string);
                    let (lead, deputy) = (named(&d.lead), named(&d.deputy));
                    let status = if d.closed { "dossier-closed" } else { "dossier-open" };
                    let led = match (&d.stands_in_for, d.by_own_deed, d.unled) {
                        (Some(officer), ..) => {
                            Some(context.say("ui-dossier-stands-in", &[("officer", officer.as_str())]))
                        }
                        (None, true, _) => Some(context.say("ui-dossier-own-deed", &[])),
                        (None, false, true) => Some(context.say("ui-dossier-unled", &[])),
                        (None, false, false) => None,
                    };
                    let status: Vec<String> = led.into_iter().chain([context.say(status, &[])]).collect();
                    vec![d.id.to_string(), d.title.clone(), lead, deputy, members.join(", "), status.join(", ")]
                })
                .collect();
            let head = context.head(&["id", "title", "lead", "deputy", "members", "status"]);
            let cut = cut(&all, context);
            let shown = json!({ "dossiers": all.rows, "next": all.next, "total": all.total });
            let shown = Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut);
            super::lacking(shown, all.rows.is_empty(), context)
        }
    }
}

/// Fetches what is to be kept here, and says what came of it and how it stands then.
fn fetched(fetching: &Fetching, context: &mut Context) -> Result<Shown, Problem> {
    let bar = context.bar(fetching.count());
    let by_pieces = interrupt::by_pieces();
    let came = fetching.run(&mut |done, of, _| {
        bar.set_length(of);
        bar.set_position(done);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    bar.finish_and_clear();
    drop(by_pieces);
    let came = came?;
    let kept = context.session()?.kept_dossiers()?;
    let (n, size) = (came.objects.to_string(), megabytes(came.bytes));
    let mut said = vec![context.say("cli-fetched", &[("n", &n), ("mb", &size)])];
    if came.no_room > 0 {
        said.push(context.say("cli-fetched-no-room", &[("n", &came.no_room.to_string())]));
    }
    if came.missing > 0 {
        said.push(context.say("cli-fetched-missing", &[("n", &came.missing.to_string())]));
    }
    let shown = json!({
        "fetched": came.objects, "bytes": came.bytes, "no_room": came.no_room, "missing": came.missing, "kept": kept,
    });
    Ok(Shown::text(shown, said.join("\n")))
}

/// Dossiers that are kept here.
fn kept_shown(kept: &[KeptDossier], context: &Context) -> Shown {
    let row = |dossier: &KeptDossier| {
        let missing = dossier.objects.saturating_sub(dossier.here);
        let (id, title) = (dossier.id.to_string(), dossier.title.clone());
        vec![
            id,
            title,
            dossier.objects.to_string(),
            dossier.here.to_string(),
            missing.to_string(),
            megabytes(dossier.bytes),
        ]
    };
    let rows = kept.iter().map(row).collect();
    let head = context.head(&["id", "title", "files", "here", "missing", "mb"]);
    Shown::table(json!({ "kept": kept }), head, rows, context.say("cli-none-kept", &[]))
}

/// Bytes in whole megabytes, at least one where there are any.
pub(super) fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}

/// A lead who was proposed for a dossier that nobody leads, in lines.
pub fn succession_told(asked: &AskedSuccession, context: &Context) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{}: {}", context.say(name, &[]), within(value));
    };
    let ids = |all: &[OfficerId]| all.iter().map(OfficerId::as_str).collect::<Vec<_>>().join(", ");
    line("cli-col-dossier", asked.title.as_deref().unwrap_or(asked.key.as_str()));
    line(
        "ui-succession-lead",
        &context.say("ui-missing-officer", &[("name", &asked.full_name), ("id", asked.lead.as_str())]),
    );
    line("ui-succession-was", asked.was.as_ref().map_or("—", OfficerId::as_str));
    line("cli-col-members", &ids(&asked.members));
    let joins = if asked.member { "ui-succession-member" } else { "ui-succession-joins" };
    line("ui-assent-change", &context.say(joins, &[]));
    line("ui-assent-change", &context.say("ui-succession-opens", &[("n", &asked.opens.to_string())]));
    if let Some(alone) = &asked.alone {
        line("ui-succession-note", &context.say("ui-succession-alone", &[("officer", alone.as_str())]));
    }
    text
}
