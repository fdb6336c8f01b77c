//! `assent`: what waits for the yes of another, whatever it is about.

use std::fmt::Write as _;

use clap::Subcommand;
use serde_json::{Value, json};
use vault::{AskedFor, AssentFilter, AssentStatus, AssentSummary, AssentView, ClearanceView, LoneRightView, OfficerId};

use super::officer::keys_told;
use super::pages::{collect, cut, in_order};
use super::{against, json, warned, warnings};
use crate::cli::{Listing, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::problem::Problem;
use crate::said::local_time;
use crate::shown::{Shown, within};

#[derive(Subcommand, Debug)]
pub enum Assent {
    /// What waits for another person, as far as one may see it: one's own to answer first, then the longest first. Keys of partners
    /// that one is to compare (`partner confirm`) are named below it.
    List {
        /// Only what is about this officer.
        #[arg(long, value_name = "OFFICER")]
        about: Option<String>,
        /// In what order; else one's own to answer first, then the longest first.
        #[arg(long, value_name = "status|filed|kind|name|officer[:desc]")]
        sort: Option<String>,
        #[command(flatten)]
        listing: Listing,
    },
    /// One request: what would be so with the yes that it waits for.
    Show {
        /// Id of the request.
        request: String,
    },
    /// Say yes to a request of another.
    Give {
        /// Id of the request.
        request: String,
    },
    /// Say no, with a reason: it ends there.
    Refuse {
        /// Id of the request.
        request: String,
        /// The reason, for the log; of a release also for the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Take back what one asked for oneself.
    Withdraw {
        /// Id of the request.
        request: String,
        /// Why, for the log; of a release also for the history of each document.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: Option<String>,
    },
}

pub fn run(command: Assent, context: &mut Context) -> Result<Shown, Problem> {
    match command {
        Assent::List { about, sort, listing: Listing { limit, after } } => {
            let sort = in_order(sort.as_deref(), AssentFilter::default().sort)?;
            let about = about.as_deref().map(known::<OfficerId>).transpose()?;
            let session = context.session()?;
            let all = collect(limit, after, |limit, after| {
                session.assents(&AssentFilter { about: about.clone(), sort, limit, after })
            })?;
            let mut summaries = Vec::new();
            for view in &all.rows {
                let mut one = json(&view.summary)?;
                if let Some(fields) = one.as_object_mut() {
                    fields.insert("overtaken".to_owned(), Value::from(view.overtaken()));
                }
                summaries.push(one);
            }
            let partners = context.session()?.partners_to_confirm()?;
            let rows = all.rows.iter().map(|view| row(view, context)).collect::<Result<_, _>>()?;
            let head = context.head(&["id", "kind", "about", "by", "since", "given", "mine"]);
            let waits = partners.iter().map(|one| {
                let said = [("partner", one.id.as_str()), ("name", &one.name), ("officer", one.entered_by.as_str())];
                context.say("cli-partner-to-confirm", &said).trim_end().to_owned()
            });
            let noted: Vec<String> = waits.chain([cut(&all, context)]).filter(|line| !line.is_empty()).collect();
            let waiting = partners.iter().map(|one| {
                json!({ "id": one.id, "name": one.name, "fingerprint": one.fingerprint, "entered_by": one.entered_by })
            });
            let partners: Vec<Value> = waiting.collect();
            let shown = json!({
                "assents": summaries, "next": all.next, "total": all.total, "partners_to_confirm": partners,
            });
            let noted = noted.join("\n");
            // What waits is not nothing, where no request does.
            let empty = if noted.is_empty() { context.say("cli-none", &[]) } else { noted.clone() };
            Ok(Shown::table(shown, head, rows, empty).noted(noted))
        }
        Assent::Show { request } => {
            let view = context.session()?.assent(&known(&request)?)?;
            let text = format!("{}{}", told(&view, context)?, warned(&view.warnings, context));
            let mut shown = json(&view)?;
            if let Some(fields) = shown.as_object_mut() {
                fields.insert("overtaken".to_owned(), Value::from(view.overtaken()));
                fields.insert("warnings".to_owned(), Value::from(warnings(&view.warnings, context)));
            }
            Ok(Shown::text(shown, text))
        }
        Assent::Give { request } => {
            let view = context.session()?.give_assent(&known(&request)?)?;
            answered(&request, view.status, context)
        }
        Assent::Refuse { request, why } => {
            context.session()?.refuse_assent(&known(&request)?, &why)?;
            answered(&request, AssentStatus::Refused, context)
        }
        Assent::Withdraw { request, why } => {
            context.session()?.withdraw_assent(&known(&request)?, why.as_deref())?;
            answered(&request, AssentStatus::Withdrawn, context)
        }
    }
}

/// The last word of a kebab-case value, with its words.
fn named(prefix: &str, value: &Value, context: &Context) -> String {
    context.say(&format!("{prefix}-{}", value.as_str().unwrap_or_default()), &[])
}

fn answered(request: &str, status: AssentStatus, context: &Context) -> Result<Shown, Problem> {
    let status = json(&status)?;
    let text = context.say(&format!("cli-assent-{}", status.as_str().unwrap_or_default()), &[("request", request)]);
    Ok(Shown::text(json!({ "request": request, "status": status }), text))
}

fn given(one: &AssentSummary, context: &Context) -> String {
    context.say("cli-assent-given", &[("given", &one.given.to_string()), ("needed", &one.needed.to_string())])
}

fn row(view: &AssentView, context: &Context) -> Result<Vec<String>, Problem> {
    let one = &view.summary;
    Ok(vec![
        one.id.to_string(),
        named("ui-assent-kind", &json(&one.kind)?, context),
        one.about.clone(),
        one.by.to_string(),
        local_time(one.since),
        given(one, context),
        match (view.overtaken(), one.mine, view.may_give) {
            (true, ..) => context.say("ui-assent-over", &[]),
            (false, true, true) => context.say("yes", &[]),
            (false, true, false) => context.say("cli-assent-refuse-only", &[]),
            (false, false, _) => String::new(),
        },
    ])
}

/// One request for a person: who asked for what, what would change, and what keeps him from saying yes.
fn told(view: &AssentView, context: &Context) -> Result<String, Problem> {
    let one = &view.summary;
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{}: {}", context.say(name, &[]), within(value));
    };
    line("cli-col-id", one.id.as_str());
    line("cli-col-kind", &named("ui-assent-kind", &json(&one.kind)?, context));
    line("cli-col-about", &one.about);
    line("cli-col-by", one.by.as_str());
    line("cli-col-since", &context.moment(one.since));
    line("cli-col-given", &given(one, context));
    line("cli-col-status", &named("cli-assent-is", &json(&view.status)?, context));
    match &view.asked {
        AskedFor::Release(release) => text.push_str(&super::release::told(release, context)?),
        AskedFor::Custody(of) => text.push_str(&super::custody::use_told(of, context)),
        AskedFor::CustodySharing(of) => text.push_str(&super::custody::sharing_told(of, context)),
        AskedFor::Clearance(asked) => {
            let held = |one: &ClearanceView| {
                let categories = one.categories.values().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
                let (from, until) = (one.from.to_string(), one.until.to_string());
                let line = context.say(
                    "ui-assent-clearance-line",
                    &[("level", &one.banner.text), ("categories", &categories), ("from", &from), ("until", &until)],
                );
                line.trim_end().to_owned()
            };
            line("ui-assent-would-hold", &held(&asked.clearance));
            line("ui-grant-certificate", &asked.clearance.certificate);
            line("ui-clearance-authority", &asked.clearance.authority);
            let holds = asked.holds.iter().map(held).collect::<Vec<_>>().join("; ");
            line("ui-assent-holds", if holds.is_empty() { "—" } else { &holds });
            line("ui-assent-change", &context.say("ui-assent-opens", &[("n", &asked.opens.to_string())]));
            let keys = keys_told(&asked.clearance.officer, &asked.codes, asked.compared, context);
            let _ = writeln!(text, "{keys}");
        }
        AskedFor::Unfreezing(asked) => {
            if let Some(freeze) = &asked.freeze {
                line("ui-officer-frozen", &super::officer::frozen(freeze, context));
            }
            line("ui-assent-change", &context.say("ui-assent-unfreezing", &[]));
        }
        AskedFor::Approval(asked) => {
            line("ui-clearance-authority", &asked.authority);
            line("ui-system-reference", &asked.reference);
            line("ui-partner-ceiling", &context.say(&format!("level-{}", asked.ceiling), &[]));
            line("ui-partner-until", &context.day(asked.until));
            if asked.exercise_ends {
                line("ui-assent-change", &context.say("ui-assent-exercise-ends", &[]));
            }
            if asked.full_rules_begin {
                line("ui-assent-change", &context.say("ui-assent-full-rules", &[]));
            }
            if !asked.confirms.is_empty() {
                let _ = writeln!(text, "{}:", context.say("ui-assent-confirms", &[]));
            }
            for right in &asked.confirms {
                let _ = writeln!(text, "  {}", lone_right(right, context));
            }
        }
        AskedFor::Guide(asked) => text.push_str(&super::guide::asked(asked, context)),
        AskedFor::Withdrawal(asked) => text.push_str(&super::withdraw::told(asked, context)),
        AskedFor::Printer(asked) => text.push_str(&super::printer::asked(asked, context)),
        AskedFor::Succession(asked) => text.push_str(&super::dossier::succession_told(asked, context)),
        AskedFor::Authorities(asked) => text.push_str(&super::authority::asked(asked, context)),
        AskedFor::Reinstatement(asked) => {
            for clearance in &asked.suspended {
                let (from, until) = (clearance.from.to_string(), clearance.until.to_string());
                let categories = clearance.categories.values().flatten().map(String::as_str).collect::<Vec<_>>();
                let held = context.say(
                    "ui-assent-clearance-line",
                    &[
                        ("level", &clearance.banner.text),
                        ("categories", &categories.join(" ")),
                        ("from", &from),
                        ("until", &until),
                    ],
                );
                line("ui-assent-reinstated", held.trim_end());
            }
            line("cli-col-why", asked.why.as_deref().unwrap_or("—"));
            line("ui-assent-change", &context.say("ui-assent-opens", &[("n", &asked.opens.to_string())]));
        }
        AskedFor::Roles(asked) => {
            line("ui-assent-roles", &super::officer::names(&asked.roles, context));
            line("ui-assent-roles-has", &super::officer::names(&asked.has, context));
            line("ui-assent-roles-then", &super::officer::names(&asked.then, context));
            for one in &asked.codes {
                line("ui-officer-code", &one.code);
            }
            line("cli-col-why", asked.why.as_deref().unwrap_or("—"));
        }
        AskedFor::Function(asked) => {
            line("ui-assent-holds", &super::officer::function(&asked.now, context));
            line("ui-assent-change", &super::officer::function(&asked.then, context));
            line("cli-col-why", asked.why.as_deref().unwrap_or("—"));
        }
        AskedFor::Reissue(asked) => {
            line("ui-officer-roles", &super::officer::names(&asked.roles, context));
            line("ui-assent-code-new", &asked.fingerprint);
            for keys in &asked.former {
                let name = Some(keys.name.clone()).filter(|name| !name.is_empty());
                let name = name.unwrap_or_else(|| context.say("ui-identity-first", &[]));
                line("ui-assent-code-former", &format!("{} ({name})", keys.fingerprint));
            }
            line("cli-col-why", asked.why.as_deref().unwrap_or("—"));
            line("ui-assent-change", &context.say("ui-assent-reissue-change", &[]));
        }
    }
    // A release says so itself, of each of its documents.
    let said = matches!(view.asked, AskedFor::Release(_)) || view.why_not.is_empty();
    if !said {
        let _ = write!(text, "{}:\n{}", context.say("ui-assent-why-not", &[]), against(&view.why_not, context));
    }
    Ok(text)
}

/// What one person gave alone, in one line.
fn lone_right(right: &LoneRightView, context: &Context) -> String {
    let decided = right.decided.as_ref();
    let decided = decided.map(|of| context.say(&format!("ui-assent-lone-{}", of.what.as_str()), &[("name", &of.name)]));
    let what = match (&right.clearance, &right.authorised) {
        (None, Some(of)) => {
            let policies = of.policies.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            context.say("ui-assent-lone-authorised", &[("policies", &policies), ("until", &of.until.to_string())])
        }
        (Some(clearance), _) => {
            let until = clearance.until.to_string();
            context.say("ui-assent-lone-clearance", &[("level", &clearance.banner.text), ("until", &until)])
        }
        (None, None) if right.admitted => context.say("ui-assent-lone-admission", &[]),
        (None, None) => decided.unwrap_or_else(|| {
            let roles: Vec<String> =
                right.roles.iter().map(|role| context.say(&format!("role-{}", role.as_str()), &[])).collect();
            roles.join(", ")
        }),
    };
    let (officer, by) = (right.to.as_str(), right.by_name.as_str());
    let line = context.say("ui-assent-lone-right", &[("officer", officer), ("what", &what), ("by", by)]);
    if right.own { format!("{line} — {}", context.say("ui-assent-lone-own", &[])) } else { line }
}
