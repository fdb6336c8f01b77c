//! `explain`: the decision without doing it.

use std::str::FromStr;

use clap::Args;
use serde_json::json;
use vault::{ActionName, Explanation, Interest, NewDecision, OfficerId, PartnerId, Reason};

use super::decide::{marked, policy_of};
use super::reference::document;
use super::{against, classification_of};
use crate::context::Context;
use crate::ids::known;
use crate::problem::{Problem, speak};
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Explain {
    /// open, release, file, reclassify
    pub action: String,
    /// The document: its id, or its reference.
    #[arg(long)]
    pub doc: String,
    /// For whom; others than oneself only by security officers.
    #[arg(long)]
    pub officer: Option<String>,
    /// For release: id of the partner.
    #[arg(long)]
    pub partner: Option<String>,
    /// For reclassify: the level that it would have; absent: to maintain it.
    #[arg(long)]
    pub level: Option<String>,
}

pub fn explain(explain: &Explain, context: &mut Context) -> Result<Shown, Problem> {
    let unused = match explain.action.as_str() {
        "open" | "file" => explain.partner.as_ref().map(|_| "--partner").or(explain.level.as_ref().map(|_| "--level")),
        "release" => explain.level.as_ref().map(|_| "--level"),
        "reclassify" => explain.partner.as_ref().map(|_| "--partner"),
        _ => None,
    };
    if let Some(option) = unused {
        return Err(Problem::usage("unused_option").with("option", option).with("action", explain.action.as_str()));
    }
    if explain.action == "reclassify" {
        let answer = reclassifying(explain, context)?;
        return told(&answer, context);
    }
    let action = ActionName::from_str(&explain.action)?;
    let id = document(&explain.doc, context)?;
    let officer = explain.officer.as_deref().map(known::<OfficerId>).transpose()?;
    let partner = explain.partner.as_deref().map(known::<PartnerId>).transpose()?;
    let answer = context.session()?.explain(action, &id, officer.as_ref(), partner.as_ref())?;
    told(&answer, context)
}

/// What would be said of a decision, for oneself or, to a security officer, for another.
fn reclassifying(explain: &Explain, context: &mut Context) -> Result<Explanation, Problem> {
    let id = document(&explain.doc, context)?;
    let officer = explain.officer.as_deref().map(known::<OfficerId>).transpose()?;
    let marking = match explain.level.as_deref() {
        Some(typed) => {
            let policy = policy_of(&id, context)?;
            Some(marked(&policy, &classification_of(&policy, typed)?, None, &[])?)
        }
        None => None,
    };
    // Whether motive and interest are given is for the decision; here they are taken as given.
    let asked = NewDecision {
        marking,
        interest: Some(Interest::F),
        motive: "asked about".to_owned(),
        next_review: None,
        consent: None,
    };
    Ok(context.session()?.examine_reclassify(&id, &asked, officer.as_ref())?.explanation)
}

fn told(answer: &Explanation, context: &Context) -> Result<Shown, Problem> {
    let reasons: Vec<_> = answer.reasons.iter().map(|reason| speak(context.lang, reason)).collect();
    let text = explained(answer, context);
    let said = |all: &[Reason], code: &str| all.iter().any(|reason| reason.code == code);
    let by_two = said(&answer.satisfied, "second_officer") || said(&answer.satisfied, "written_by_two");
    let takes_two = by_two || said(&answer.reasons, "no_second_officer");
    Ok(Shown::text(json!({"permitted": answer.permitted, "reasons": reasons, "takes_two": takes_two}), text))
}

pub fn explained(answer: &Explanation, context: &Context) -> String {
    let key = if answer.permitted { "cli-permitted" } else { "cli-not-permitted" };
    let mut text = format!("{}\n", context.say(key, &[]));
    for reason in &answer.satisfied {
        let params: Vec<(&str, &str)> = reason.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        text.push_str(&format!("  ✓ {}\n", context.say(&words::held_key(&reason.code), &params)));
    }
    text.push_str(&against(&answer.reasons, context));
    text
}
