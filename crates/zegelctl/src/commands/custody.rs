//! `custody`: who shares it, and its uses.

use std::fmt::Write as _;

use clap::Subcommand;
use serde_json::{Value, json};
use vault::{
    AskedSharing, AssentId, CarriedOutView, Custodian, CustodyFor, CustodyRequestView, CustodyStatus, CustodyView,
    NewSharing, Reason, Shared,
};

use super::{json, warned, warnings};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::problem::Problem;
use crate::shown::{Shown, within};

/// Thirty days, in hours: what the rule of custody allows.
const LONGEST_WAIT: i64 = vault::LONGEST_WAIT as i64;

#[derive(Subcommand, Debug)]
pub enum Custody {
    /// Share custody again: at once where you are the one custodian of an exercise, else with the yes of its custodians.
    Setup {
        /// How many custodians it takes.
        #[arg(long, value_name = "K")]
        threshold: u8,
        /// Who the custodians are from then on.
        #[arg(long = "custodian", value_name = "ID", required = true, num_args = 1.., value_delimiter = ',')]
        custodians: Vec<String>,
        /// How many hours a use waits after it was asked for; without it as before.
        #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u32).range(..=LONGEST_WAIT))]
        waiting: Option<u32>,
    },
    /// Who shares custody, and its uses as far as one may know them.
    Show,
    /// Ask for keys from custody; who asks carries it out once enough custodians agree.
    Request {
        #[command(flatten)]
        whom: For,
        /// Why, for those who decide and those whom it concerns.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// Deliver what was asked for: once enough custodians agreed and the waiting time is over.
    #[command(name = "carry-out")]
    CarryOut {
        /// Id of the request.
        request: String,
    },
}

// Whom it is for; a comment for the help would stand there as the command.
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false)]
pub struct For {
    /// The officer who gets every key that he may have and lacks.
    #[arg(long = "for", value_name = "OFFICER")]
    officer: Option<String>,
    /// The dossier whose keys go to all who may have them and lack them.
    #[arg(long, value_name = "D")]
    dossier: Option<String>,
}

pub fn run(command: Custody, context: &mut Context) -> Result<Shown, Problem> {
    match command {
        Custody::Setup { threshold, custodians, waiting } => {
            let custodians = custodians.iter().map(|id| known(id)).collect::<Result<_, _>>()?;
            let new = NewSharing { threshold, custodians, waiting_hours: waiting };
            match context.session()?.share_custody(new)? {
                Shared::Effective(view) => {
                    let said = [
                        ("threshold", view.threshold.to_string()),
                        ("count", view.custodians.len().to_string()),
                        ("epoch", view.epoch.to_string()),
                    ];
                    let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let text = context.say("cli-custody-set", &said);
                    let text = format!("{text}\n{}", warned(&view.warnings, context));
                    Ok(Shown::text(shown(&view, context)?, text))
                }
                Shared::Waiting(request) => Ok(asked(&request, None, context)),
            }
        }
        Custody::Show => {
            let view = context.session()?.custody()?;
            let text = told(&view, context)?;
            Ok(Shown::text(shown(&view, context)?, text))
        }
        Custody::Request { whom, why } => {
            let whom = match (whom.officer, whom.dossier) {
                (Some(officer), _) => CustodyFor::Officer(known(&officer)?),
                (None, Some(dossier)) => CustodyFor::Dossier(known(&dossier)?),
                (None, None) => return Err(Problem::usage("missing").with("field", "for")),
            };
            let session = context.session()?;
            let request = session.request_custody(&whom, &why)?;
            let uses = session.custody()?.requests;
            let of = uses.iter().find(|of| of.request == request);
            Ok(asked(&request, of, context))
        }
        Custody::CarryOut { request } => {
            let id: AssentId = known(&request)?;
            let done = context.session()?.carry_out_custody(&id)?;
            carried_out(&request, &done, context)
        }
    }
}

/// As a script reads it: warnings with their words.
fn shown(view: &CustodyView, context: &Context) -> Result<Value, Problem> {
    let mut shown = json(view)?;
    if let Value::Object(fields) = &mut shown {
        fields.insert("warnings".to_owned(), json!(warnings(&view.warnings, context)));
    }
    Ok(shown)
}

/// `of`: the use of custody that it asks for; none: that it is shared again.
fn asked(request: &AssentId, of: Option<&CustodyRequestView>, context: &Context) -> Shown {
    let mut text = context.say("cli-custody-asked", &[("request", request.as_str())]);
    let mut shown = json!({ "request": request });
    if let Some(of) = of {
        text = format!("{text}\n{}", codes(of, context));
        if let Value::Object(fields) = &mut shown {
            fields.insert("codes".to_owned(), json!(of.codes));
        }
    }
    Shown::text(shown, text)
}

/// By which code each key is known of the officer for whom it is: he reads it to those who ask and agree.
fn codes(of: &CustodyRequestView, context: &Context) -> String {
    let mut text = String::new();
    for code in &of.codes {
        let _ = writeln!(text, "{}: {code}", context.say("ui-officer-code", &[]));
    }
    if !of.codes.is_empty() {
        let _ = writeln!(text, "{}", context.say("ui-custody-code-compare", &[("name", &of.name)]));
    }
    text
}

fn carried_out(request: &str, done: &CarriedOutView, context: &Context) -> Result<Shown, Problem> {
    let left_out = done.left_out.iter().map(|deposit| {
        Reason::new("wrong_deposit").with("officer", deposit.by.to_string()).with("entry", deposit.entry.to_string())
    });
    let reasons: Vec<Reason> = left_out.collect();
    let mut text = String::new();
    for (message, given) in
        [("cli-custody-carried-out", &done.delivered), ("cli-custody-carried-out-for-two", &done.for_two)]
    {
        if given.is_empty() {
            continue;
        }
        let officers: Vec<&str> = given.iter().map(|given| given.officer.as_str()).collect();
        let keys: usize = given.iter().map(|given| given.keys).sum();
        let said = context.say(message, &[("officers", &officers.join(", ")), ("keys", &keys.to_string())]);
        let _ = writeln!(text, "{said}");
    }
    let mut shown = json(done)?;
    if let Value::Object(fields) = &mut shown {
        fields.insert("request".to_owned(), json!(request));
        fields.insert("warnings".to_owned(), json!(warnings(&reasons, context)));
    }
    Ok(Shown::text(shown, format!("{text}{}", warned(&reasons, context))))
}

fn told(view: &CustodyView, context: &Context) -> Result<String, Problem> {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{}: {}", context.say(name, &[]), within(value));
    };
    line("cli-custody-threshold", &view.threshold.to_string());
    line("cli-custody-custodians", &named(&view.people, context));
    line("cli-custody-epoch", &view.epoch.to_string());
    line("cli-custody-waiting", &view.waiting_hours.to_string());
    line("cli-custody-keys", &format!("{} / {}", view.keys_in_custody, view.keys));
    for request in &view.requests {
        let status = json(&request.status)?;
        let status = context.say(&format!("ui-custody-status-{}", status.as_str().unwrap_or_default()), &[]);
        line("cli-custody-request", &format!("{} {} ({}): {status}", request.request, request.about, request.by));
        if matches!(request.status, CustodyStatus::Waiting | CustodyStatus::Granted) {
            request.codes.iter().for_each(|code| line("ui-officer-code", code));
        }
    }
    if !view.sound {
        let _ = writeln!(text, "{}", context.say("cli-custody-not-sound", &[]));
    }
    text.push_str(&warned(&view.warnings, context));
    Ok(text)
}

/// Each with who let him in alone.
fn named(people: &[Custodian], context: &Context) -> String {
    let named = |one: &Custodian| match &one.word {
        Some(by) => format!("{} ({})", one.id, context.say("ui-custody-on-word", &[("officer", by.as_str())])),
        None => one.id.to_string(),
    };
    people.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// A use of custody as those read it who answer.
pub fn use_told(of: &CustodyRequestView, context: &Context) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{}: {}", context.say(name, &[]), within(value));
    };
    line("ui-custody-keys", &context.say("ui-custody-keys-n", &[("n", &of.keys.to_string())]));
    line("ui-custody-waits-until", &context.moment(of.waits_until));
    if let Some(why) = &of.why {
        line("ui-custody-why", why);
    }
    text + &codes(of, context)
}

/// A new sharing as those read it who answer.
pub fn sharing_told(of: &AskedSharing, context: &Context) -> String {
    let terms = |threshold: u8, hours: u32, people: &[Custodian]| {
        context.say(
            "ui-custody-terms",
            &[
                ("threshold", &threshold.to_string()),
                ("count", &people.len().to_string()),
                ("custodians", &named(people, context)),
                ("hours", &hours.to_string()),
            ],
        )
    };
    let mut text = String::new();
    let then = terms(of.threshold, of.waiting_hours, &of.people);
    let now = terms(of.threshold_now, of.waiting_hours_now, &of.people_now);
    let _ = writeln!(text, "{}: {then}", context.say("ui-custody-then", &[]));
    let _ = writeln!(text, "{}: {now}", context.say("ui-custody-now", &[]));
    if of.carries > 0 {
        let hands = [("n", of.carries.to_string()), ("officer", of.carrier.to_string())];
        let hands = hands.each_ref().map(|(name, value)| (*name, value.as_str()));
        let _ = writeln!(text, "{}", context.say("ui-custody-yes-carries", &hands));
    }
    if of.waits {
        let _ = writeln!(text, "{}: {}", context.say("ui-custody-waits-until", &[]), context.moment(of.waits_until));
    }
    text.push_str(&warned(&of.warnings, context));
    text
}
