//! `clearance`, `approval`, `briefing`.

use std::fmt::Write as _;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use label::Policy;
use serde_json::{Value, json};
use vault::{
    Ceremony, ClearanceChange, ClearanceView, GrantClearance, Granted, OfficerId, RecordApproval, RecordBriefing,
};

use super::officer::{agreeing, with_keys};
use super::{held, json, level, looked_at, warned, warnings};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Clearance {
    /// Record a security clearance: security officers, not for themselves.
    Grant {
        /// Id of the officer whom it is granted to.
        id: String,
        /// The policy that it is for: BEL, NATO, EU.
        #[arg(long)]
        policy: String,
        /// The highest classification, by any of its names under that policy.
        #[arg(long)]
        level: String,
        /// TAG=VALUE, or a bare value of the tag Handling.
        #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
        categories: Vec<String>,
        /// Its first day.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        from: NaiveDate,
        /// Its last day, five years after the first at most.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        until: NaiveDate,
        /// Reference of the certificate.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        certificate: String,
        /// The security authority that granted it: ANS, VSSE, SGRS or a foreign one.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
    },
    /// Suspend a clearance: security officers.
    Suspend(OneClearance),
    /// Put a suspended clearance in force again: security officers. From SECRET up, and for DUAL, it waits for the yes of another (`assent`).
    Reinstate(OneClearance),
    /// Withdraw a clearance for good: security officers.
    Withdraw(OneClearance),
    /// Clearances: everybody's for security officers, else one's own.
    List {
        /// Only those whose renewal must be asked for.
        #[arg(long)]
        due: bool,
    },
}

#[derive(Args, Debug)]
pub struct OneClearance {
    /// Id of the officer whose clearance it is.
    pub id: String,
    /// The policy that it is for: BEL, NATO, EU.
    #[arg(long)]
    pub policy: String,
    /// Why, for the log.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
}

#[derive(Subcommand, Debug)]
pub enum Approval {
    /// Record the system's approval: asked for by one security officer, in force with the yes of another.
    Record {
        /// The authority that approved it.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        authority: String,
        /// Reference of the approval.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        reference: String,
        /// The highest level that it is approved for, by any of its names.
        #[arg(long, value_name = "LEVEL")]
        ceiling: String,
        /// Its last day.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        until: NaiveDate,
    },
    /// The approval in force.
    Show,
    /// What is still to be done until nothing depends on one person and the system is approved, each step with its command.
    Steps,
}

#[derive(Subcommand, Debug)]
pub enum Briefing {
    /// Record that an officer was briefed: security officers.
    Record {
        /// Id of the officer.
        id: String,
        /// The policy that it was about: BEL, NATO, EU.
        #[arg(long)]
        policy: String,
        /// The highest classification that it covers, by any of its names under that policy.
        #[arg(long)]
        level: String,
        /// The day on which it was given.
        #[arg(long, value_parser = vault::written_day)]
        date: NaiveDate,
    },
}

pub fn run(clearance: Clearance, context: &mut Context) -> Result<Shown, Problem> {
    match clearance {
        Clearance::Grant { id, policy, level, categories, from, until, certificate, authority } => {
            let grant = GrantClearance {
                officer: known(&id)?,
                policy,
                level,
                categories: held(&categories),
                from,
                until,
                certificate,
                authority,
            };
            let granted = match context.session()?.grant_clearance(grant)? {
                Granted::Effective(granted) => granted,
                Granted::Waiting(request) => {
                    let text = context.say("cli-clearance-asked", &[("officer", &id), ("request", request.as_str())]);
                    let mut shown = json!({ "request": request, "waiting": true });
                    let keys = with_keys(&mut shown, &known(&id)?, context)?;
                    return super::asked(&request, shown, format!("{}\n{keys}", text.trim_end()), context);
                }
            };
            let text = context.say(
                "cli-clearance-granted",
                &[("officer", &id), ("level", marked(&granted)), ("until", &granted.until.to_string())],
            );
            let news = granted.warnings();
            let mut shown = json(&granted)?;
            if let Some(fields) = shown.as_object_mut() {
                fields.insert("warnings".to_owned(), Value::from(warnings(&news, context)));
            }
            let keys = with_keys(&mut shown, &granted.officer, context)?;
            Ok(Shown::text(shown, format!("{}\n{keys}\n{}", text.trim_end(), warned(&news, context))))
        }
        Clearance::Suspend(of) => change(&of, ClearanceChange::Suspend, "suspended", context),
        Clearance::Reinstate(of) => change(&of, ClearanceChange::Reinstate, "valid", context),
        Clearance::Withdraw(of) => change(&of, ClearanceChange::Withdraw, "withdrawn", context),
        Clearance::List { due } => {
            let clearances = context.session()?.clearances(due)?;
            let rows = clearances.iter().map(|c| line(c, context)).collect::<Result<_, _>>()?;
            let head = context.head(&["id", "policy", "level", "categories", "from", "until", "status", "certificate"]);
            Ok(Shown::table(json!({ "clearances": clearances }), head, rows, context.say("cli-none", &[])))
        }
    }
}

/// The level as it stands on documents.
fn marked(clearance: &ClearanceView) -> &str {
    &clearance.banner.text
}

fn change(of: &OneClearance, change: ClearanceChange, status: &str, context: &mut Context) -> Result<Shown, Problem> {
    let officer = known::<OfficerId>(&of.id)?;
    let session = context.session()?;
    let Some(request) = session.change_clearance(&officer, &of.policy, change, &of.why)? else {
        return Ok(changed(of, status, context));
    };
    let may_agree = session.who_may_agree(&request);
    let who = agreeing(&may_agree);
    let text = context.say(
        "cli-reinstatement-asked",
        &[("officer", &of.id), ("policy", &of.policy), ("who", &who), ("request", request.as_str())],
    );
    // What is so now, and what waits.
    let shown = json!({
        "officer": of.id, "policy": of.policy, "status": "suspended", "waiting": true,
        "request": request, "may_agree": may_agree,
    });
    Ok(Shown::text(shown, text))
}

fn changed(change: &OneClearance, status: &str, context: &Context) -> Shown {
    let text = context.say(&format!("cli-clearance-{status}"), &[("officer", &change.id), ("policy", &change.policy)]);
    Shown::text(json!({"officer": change.id, "policy": change.policy, "status": status}), text)
}

fn line(clearance: &ClearanceView, context: &Context) -> Result<Vec<String>, Problem> {
    let status = json(&clearance.status)?;
    let mut status = context.say(&format!("cli-status-{}", status.as_str().unwrap_or_default()), &[]);
    if clearance.renewal_due {
        status = format!("{status}, {}", context.say("cli-renewal-due", &[]));
    }
    Ok(vec![
        clearance.officer.to_string(),
        clearance.policy.clone(),
        marked(clearance).to_owned(),
        clearance.categories.values().flatten().map(String::as_str).collect::<Vec<_>>().join(" "),
        clearance.from.to_string(),
        clearance.until.to_string(),
        status,
        clearance.certificate.clone(),
    ])
}

pub fn approval(approval: Approval, context: &mut Context) -> Result<Shown, Problem> {
    match approval {
        Approval::Record { authority, reference, ceiling, until } => {
            let ceiling = level(&ceiling)?;
            let asked = context.session()?.record_approval(RecordApproval { authority, reference, ceiling, until })?;
            let text = context.say("cli-approval-asked", &[("request", asked.as_str())]);
            let shown = super::asked(&asked, json!({ "request": asked, "waiting": true }), text, context)?;
            return Ok(shown.with_news(looked_at(Some(until)), context));
        }
        Approval::Steps => {
            let ceremony = context.session()?.ceremony()?;
            let text = steps_told(&ceremony, context)?;
            return Ok(Shown::text(json!({ "ceremony": ceremony, "done": ceremony.done() }), text));
        }
        Approval::Show => {}
    }
    let Some(approval) = context.session()?.approval() else {
        return Ok(Shown::text(
            json!({"approval": Value::Null, "exercise": true}),
            context.say("cli-no-approval", &[]),
        ));
    };
    let text = context.say(
        "cli-approval",
        &[
            ("authority", &approval.authority),
            ("reference", &approval.reference),
            ("level", &context.say(&format!("level-{}", approval.ceiling), &[])),
            ("until", &approval.until.to_string()),
        ],
    );
    Ok(Shown::text(json!({"approval": approval, "exercise": false}), text))
}

/// The steps of the ceremony for a person, each that is to be done with its command; what one person may do meanwhile.
pub(super) fn steps_told(ceremony: &Ceremony, context: &Context) -> Result<String, Problem> {
    if ceremony.done() {
        return Ok(context.say("cli-ceremony-done", &[]));
    }
    let mut text = format!("{}\n", context.say("ceremony-title", &[]));
    for step in &ceremony.steps {
        let what = json(&step.what)?;
        let what = what.as_str().unwrap_or_default();
        let (active, needed) = (step.active.to_string(), step.needed.to_string());
        let title = context.say(&format!("ceremony-{what}"), &[("active", &active), ("needed", &needed)]);
        let _ = writeln!(text, "  {} {title}", if step.done { "[x]" } else { "[ ]" });
        match (&step.request, step.done) {
            (_, true) => {}
            (Some(request), false) => {
                let waits = context.say("cli-ceremony-waits", &[("request", request.as_str())]);
                let _ = writeln!(text, "      {waits}");
            }
            (None, false) => {
                for line in context.say(&format!("cli-ceremony-{what}"), &[]).lines() {
                    let _ = writeln!(text, "      {line}");
                }
            }
        }
    }
    let alone = json(&ceremony.regime)?;
    text.push_str(&context.say(&format!("ceremony-alone-{}", alone.as_str().unwrap_or_default()), &[]));
    Ok(text)
}

pub fn briefing(briefing: Briefing, context: &mut Context) -> Result<Shown, Problem> {
    let Briefing::Record { id, policy, level, date } = briefing;
    let new = RecordBriefing { officer: known(&id)?, policy: policy.clone(), level: level.clone(), date };
    let news = context.session()?.record_briefing(new)?;
    // As it stands on documents, whatever was typed.
    let of = Policy::builtin(&policy.trim().to_ascii_uppercase());
    let meant = of.as_ref().and_then(|of| Some((of, of.typed_classification(&level)?.name.clone())));
    let called =
        meant.as_ref().and_then(|(of, name)| of.class_banner(name)).map_or(level.clone(), |banner| banner.text);
    let text = context.say("cli-briefing-recorded", &[("officer", &id), ("level", &called)]);
    let told = warnings(&news, context);
    let level = meant.map_or(level, |(_, name)| name);
    let shown = json!({"officer": id, "policy": policy, "level": level, "date": date, "warnings": told});
    Ok(Shown::text(shown, format!("{text}\n{}", warned(&news, context))))
}
