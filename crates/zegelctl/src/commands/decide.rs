//! Decisions about classifications: `doc relabel`, `declassify`, `maintain`, `notified`; `calendar`, `register`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;
use label::{LabelDraft, Level, Policy};
use serde_json::json;
use vault::{
    CalendarFilter, CalendarRow, Consent, ConsentDraft, DecisionTaken, DecisionView, DocumentId, DossierId, Interest,
    ListOf, Marking, NewDecision, PartnerId, RegisterFilter, TermStatus,
};

use super::pages::{collect, cut, sorted};
use super::reference::document;
use super::release::whose;
use super::with::With;
use super::{against, categories, json, list};
use crate::cli::{Limit, TEXT, Text};
use crate::context::{Context, now};
use crate::ids::known;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Relabel {
    /// The document: its id, or its reference.
    pub id: String,
    /// An ADatP-4774 label; else --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories", "policy"])]
    pub label: Option<PathBuf>,
    /// Else that of its present marking.
    #[arg(long)]
    pub policy: Option<String>,
    /// The new classification, by any of its names under the policy.
    #[arg(long, required_unless_present = "label")]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
    /// A category of the new marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
    pub categories: Vec<String>,
    #[command(flatten)]
    pub ground: Ground,
}

/// On what a decision about a classification rests.
#[derive(Args, Debug)]
pub struct Ground {
    /// The motive, as it stands in the register.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
    /// The interest of art. 3 §1 that calls for the classification, by its letter.
    #[arg(long, value_name = "a..k")]
    pub interest: Option<String>,
    /// The originating authority's consent: AUTHORITY:REF.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub consent: Option<String>,
    #[command(flatten)]
    pub with: With,
}

#[derive(Args, Debug)]
pub struct Calendar {
    /// Only what is to be decided on: due, overdue, or a hundred years old.
    #[arg(long)]
    pub due: bool,
    /// Only of this dossier.
    #[arg(long)]
    pub dossier: Option<String>,
    /// Whose term ends on this day or before.
    #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
    pub until: Option<NaiveDate>,
    /// In what order; else what ends first.
    #[arg(long, value_name = "term|finalised|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    /// The `next` of the page before, in the same order.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

#[derive(Args, Debug)]
pub struct Register {
    /// Only of this dossier.
    #[arg(long)]
    pub dossier: Option<String>,
    /// Only about this document: its id, or its reference.
    #[arg(long)]
    pub doc: Option<String>,
    /// In what order; else the newest first.
    #[arg(long, value_name = "filed|title|level|reference[:desc]")]
    pub sort: Option<String>,
    /// How many rows at most.
    #[arg(long, value_name = "N|all", default_value = "100")]
    pub limit: Limit,
    /// The `next` of the page before, in the same order.
    #[arg(long, value_name = "CURSOR")]
    pub after: Option<String>,
}

pub fn relabel(relabel: &Relabel, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(&relabel.id, context)?;
    let marking = match &relabel.label {
        Some(path) => super::labels::marking(path)?,
        None => {
            let policy = match &relabel.policy {
                Some(name) => named(name)?,
                None => policy_of(&id, context)?,
            };
            let typed = relabel.level.as_deref().ok_or_else(|| Problem::usage("no_level"))?;
            marked(&policy, typed, relabel.rel.as_deref(), &relabel.categories)?
        }
    };
    take(&id, Some(marking), &relabel.ground, None, context)
}

pub fn declassify(typed: &str, ground: &Ground, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    let policy = policy_of(&id, context)?;
    let marking = at_level(&policy, Level::Unclassified)?;
    take(&id, Some(marking), ground, None, context)
}

pub fn maintain(
    typed: &str,
    ground: &Ground,
    next: Option<NaiveDate>,
    context: &mut Context,
) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    take(&id, None, ground, next, context)
}

pub fn notified(typed: &str, partner: &str, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    let partner = known::<PartnerId>(partner)?;
    context.session()?.notified(&id, &partner)?;
    let text = context.say("cli-notified", &[("partner", partner.as_str())]);
    Ok(Shown::text(json!({ "id": id, "partner": partner }), text))
}

pub fn calendar(calendar: &Calendar, context: &mut Context) -> Result<Shown, Problem> {
    let due = [TermStatus::Due, TermStatus::Overdue, TermStatus::Expired];
    let filter = CalendarFilter {
        dossier: calendar.dossier.as_deref().map(known::<DossierId>).transpose()?,
        state: if calendar.due { due.into() } else { Default::default() },
        until: calendar.until,
        sort: calendar.sort.as_deref().map(|sort| sorted(sort, ListOf::Terms)).transpose()?,
        ..CalendarFilter::default()
    };
    let session = context.session()?;
    let all = collect(calendar.limit, calendar.after.clone(), |limit, after| {
        session.calendar(&CalendarFilter { limit, after, ..filter.clone() })
    })?;
    let rows = all.rows.iter().map(|row| line(row, context)).collect::<Result<_, Problem>>()?;
    let head = context.head(&["lapses", "status", "finalised", "marking", "reference", "title", "id"]);
    let shown = json!({ "documents": all.rows, "next": all.next, "total": all.total });
    let cut = cut(&all, context);
    Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
}

pub fn register(register: &Register, context: &mut Context) -> Result<Shown, Problem> {
    let filter = RegisterFilter {
        dossier: register.dossier.as_deref().map(known::<DossierId>).transpose()?,
        document: register.doc.as_deref().map(|typed| document(typed, context)).transpose()?,
        sort: register.sort.as_deref().map(|sort| sorted(sort, ListOf::Decisions)).transpose()?.unwrap_or_default(),
        ..RegisterFilter::default()
    };
    let session = context.session()?;
    let all = collect(register.limit, register.after.clone(), |limit, after| {
        session.register(&RegisterFilter { limit, after, ..filter.clone() })
    })?;
    let rows = all.rows.iter().map(|row| entry(row, context)).collect();
    let head = context.head(&[
        "date",
        "decision",
        "reference",
        "formerly",
        "initial-level",
        "new-level",
        "interest",
        "motive",
        "consent",
        "by",
        "notify",
    ]);
    let shown = json!({ "decisions": all.rows, "next": all.next, "total": all.total });
    let mut note = String::new();
    for row in all.rows.iter().filter(|row| !row.beyond.is_empty()) {
        let day = row.date.date_naive();
        note.push_str(&format!("{}, {day}: {}\n", row.reference, context.say("ui-decision-void", &[])));
        note.push_str(&against(&row.beyond, context));
    }
    note.push_str(&cut(&all, context));
    Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(note))
}

fn take(
    id: &DocumentId,
    marking: Option<Marking>,
    ground: &Ground,
    next_review: Option<NaiveDate>,
    context: &mut Context,
) -> Result<Shown, Problem> {
    let interest = ground.interest.as_deref().map(str::parse::<Interest>).transpose();
    let consent = ground.consent.as_deref().map(|typed| consent(typed, id, context)).transpose()?;
    let new = NewDecision {
        marking,
        interest: interest.map_err(|unknown| Problem::value("unknown_interest").with("value", unknown.0))?,
        motive: ground.why.clone(),
        next_review,
        consent,
    };
    let second = ground.with.second(context)?;
    let decision: DecisionTaken = context.session()?.reclassify_with(id, &new, second.as_ref())?;
    let nature = context.say(&format!("nature-{}", decision.nature), &[]);
    let mut text = context.say("cli-decided", &[("reference", &decision.reference), ("nature", &nature)]);
    if decision.earlier > 0 {
        let count = decision.earlier.to_string();
        text.push_str(&format!("\n{}", context.say("cli-decided-earlier", &[("count", &count)])));
    }
    if decision.notes > 0 {
        let count = decision.notes.to_string();
        text.push_str(&format!("\n{}", context.say("cli-decided-notes", &[("count", &count)])));
    }
    for recipient in &decision.notify {
        let said = [("partner", recipient.name.as_str()), ("release", recipient.release.as_str())];
        text.push_str(&format!("\n{}", context.say("cli-to-notify", &said)));
    }
    let mut shown = json(&decision)?;
    if let Some(fields) = shown.as_object_mut() {
        fields.remove("warnings");
    }
    Ok(Shown::text(shown, text).with_news(Some(decision.warnings), context))
}

fn consent(typed: &str, id: &DocumentId, context: &mut Context) -> Result<ConsentDraft, Problem> {
    let bad = || Problem::value("bad_consent").with("value", typed);
    let split = match whose(typed, std::slice::from_ref(id), context)? {
        Some(split) => Some(split),
        None => typed.split_once(':'),
    };
    let (authority, reference) = split.ok_or_else(bad)?;
    Ok(ConsentDraft {
        authority: authority.trim().to_owned(),
        reference: reference.trim().to_owned(),
        from: None,
        until: None,
    })
}

fn named(name: &str) -> Result<Policy, Problem> {
    Policy::builtin(name).ok_or_else(|| Problem::value("unknown_policy").with("policy", name))
}

/// The policy of a document's marking; to an officer who may not know it, the one that most have: the decision is denied anyway.
pub(super) fn policy_of(id: &DocumentId, context: &mut Context) -> Result<Policy, Problem> {
    let view = context.session()?.document(id);
    let known = view.ok().and_then(|view| Policy::of_label(view.label_xml.as_bytes()));
    known.map_or_else(|| named(Policy::OWN), Ok)
}

pub(super) fn marked(policy: &Policy, typed: &str, rel: Option<&str>, tags: &[String]) -> Result<Marking, Problem> {
    let releasable = rel.map(list);
    let draft = LabelDraft::from_words(policy, typed, releasable.as_deref(), &categories(tags), now())
        .map_err(|violations| crate::problem::refused(&violations))?;
    Ok(Marking::Draft { policy: policy.name().to_owned(), draft })
}

/// The plain marking of a level.
fn at_level(policy: &Policy, wanted: Level) -> Result<Marking, Problem> {
    let name = policy.at_level(wanted).map(|c| c.name.clone()).ok_or_else(|| {
        Problem::value("unknown_level").with("level", wanted.to_string()).with("choices", policy.choices())
    })?;
    marked(policy, &name, None, &[])
}

fn line(row: &CalendarRow, context: &Context) -> Result<Vec<String>, Problem> {
    let state = json(&row.standing.state)?;
    let key = match row.standing.because {
        Some(because) => format!("term-exempt-{}", because.as_str()),
        None => format!("term-{}", state.as_str().unwrap_or_default()),
    };
    Ok(vec![
        row.standing.lapses.map_or_else(String::new, |day| day.to_string()),
        context.say(&key, &[]),
        row.finalised.to_string(),
        row.document.banner.text.clone(),
        row.document.reference.clone(),
        row.document.title.clone(),
        row.document.id.to_string(),
    ])
}

fn entry(row: &DecisionView, context: &Context) -> Vec<String> {
    let told = |partner: &PartnerId| row.notified.iter().any(|notified| notified.partner == *partner);
    let notify: Vec<String> =
        row.notify.iter().map(|r| if told(&r.partner) { format!("{} ✓", r.name) } else { r.name.clone() }).collect();
    vec![
        row.date.date_naive().to_string(),
        context.say(&format!("nature-{}", row.nature), &[]),
        row.reference.clone(),
        row.formerly.clone().unwrap_or_default(),
        level_name(&row.policy, row.initial_level),
        level_name(&row.policy, row.new_level),
        row.interest.map_or_else(String::new, |interest| interest.to_string()),
        row.motive.clone(),
        row.consent.as_ref().map_or_else(String::new, |consent| consented(consent, context)),
        row.by.to_string(),
        notify.join(", "),
    ]
}

/// Whose consent a decision rests on, and what it is called there.
pub fn consented(Consent { authority, reference, from, until }: &Consent, context: &Context) -> String {
    let from = from.to_string();
    let Some(until) = until.map(|until| until.to_string()) else {
        return context.say(
            "ui-decision-consent",
            &[("authority", authority.as_str()), ("reference", reference), ("from", &from)],
        );
    };
    context.say(
        "ui-decision-consent-until",
        &[("authority", authority.as_str()), ("reference", reference), ("from", &from), ("until", &until)],
    )
}

/// What the policy writes on a page at this level; the Belgian names where it is none of the program's.
fn level_name(policy: &str, level: Level) -> String {
    let written = |policy: Policy| Some(policy.class_banner(&policy.at_level(level)?.name)?.text);
    Policy::builtin(policy).and_then(written).unwrap_or_else(|| format!("{} – {}", level.fr(), level.nl()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_has_the_name_that_the_policy_of_its_document_gives_it() {
        assert_eq!(level_name("NATO", Level::Confidential), "NATO CONFIDENTIAL");
        assert_eq!(level_name("BEL", Level::TopSecret), "TRÈS SECRET – ZEER GEHEIM");
        assert_eq!(level_name("of nobody", Level::Secret), "SECRET – GEHEIM");
    }
}
