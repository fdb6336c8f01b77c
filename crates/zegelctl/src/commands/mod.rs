//! One module per noun. Each turns words into a request of `vault`, and its answer into something to show.

pub mod assent;
mod attached;
pub mod authority;
pub mod backup;
pub mod batch;
mod binding;
pub mod clearance;
mod correct;
pub mod custody;
pub mod decide;
pub mod doc;
mod doctor;
pub mod dossier;
pub mod explain;
mod filing;
pub mod guide;
pub mod identity;
pub mod init;
pub mod label;
mod labels;
pub mod ledger;
mod listed;
mod look;
mod note;
pub mod officer;
mod opening;
mod pages;
pub mod partner;
pub mod passphrase;
mod print;
pub mod printer;
mod reference;
pub mod rekey;
pub mod release;
mod saved;
pub mod shared;
mod texts;
mod version;
mod view;
mod with;
mod withdraw;

use std::collections::{BTreeMap, BTreeSet};

use ::label::{NotHere, Policy, TypedLevel};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;
use vault::{AssentId, ExitClass, Level};

use self::shared::Shared;
use crate::cli::{Cli, Command};
use crate::context::{Context, now};
pub use crate::input::list;
pub use crate::news::{against, warned, warnings};
use crate::problem::Problem;
use crate::shown::Shown;

/// The ports of TCP that a command needs: those of the servers that it names, or of the vault's.
pub fn ports(cli: &Cli) -> Vec<u16> {
    match &cli.command {
        Command::Shared(Shared::Publish { servers } | Shared::Join { servers, .. }) => {
            station::ports_to(&servers.clone().into())
        }
        Command::Bench(bench) => bench.shared.ports(),
        _ => cli.common.vault.as_deref().map(station::ports).unwrap_or_default(),
    }
}

/// Runs one command.
///
/// # Errors
/// Whatever went wrong, with its exit status.
pub fn run(command: Command, context: &mut Context) -> Result<Shown, Problem> {
    if context.common.vault.is_some() {
        // Nothing is written into a vault that is open; what is wrong with it is said by what needs it.
        drop(context.vault());
    }
    match command {
        Command::Init(init) => init::run(init, context),
        Command::Officer(officer) => officer::run(officer, context),
        Command::Identity(identity) => identity::run(identity, context),
        Command::Passphrase(passphrase) => passphrase::run(passphrase, context),
        Command::Assent(assent) => assent::run(assent, context),
        Command::Custody(custody) => custody::run(custody, context),
        Command::Clearance(clearance) => clearance::run(clearance, context),
        Command::Approval(approval) => clearance::approval(approval, context),
        Command::Authority(authority) => authority::run(authority, context),
        Command::Printer(printer) => printer::run(printer, context),
        Command::Briefing(briefing) => clearance::briefing(briefing, context),
        Command::Dossier(dossier) => dossier::run(dossier, context),
        Command::Doc(doc) => doc::run(doc, context),
        Command::Guide(guide) => guide::run(guide, context),
        Command::Calendar(calendar) => decide::calendar(&calendar, context),
        Command::Register(register) => decide::register(&register, context),
        Command::Explain(explain) => explain::explain(&explain, context),
        Command::Partner(partner) => partner::run(partner, context),
        Command::Release(release) => release::run(release, context),
        Command::Label(label) => label::run(label, context),
        Command::Ledger(ledger) => ledger::run(ledger, context),
        Command::Rekey(rekey) => rekey::run(&rekey, context),
        Command::Doctor => doctor::run(context),
        Command::Backup(backup) => backup::backup(&backup, context),
        Command::Restore(restore) => backup::restore(&restore, context),
        Command::Shared(shared) => shared::run(shared, context),
        Command::Batch(batch) => batch::run(&batch, context),
        Command::Demo(demo) => crate::demo::run(&demo, context),
        Command::Bench(bench) => crate::bench::run(&bench, context),
    }
}

/// A view as JSON.
pub fn json(view: &impl Serialize) -> Result<Value, Problem> {
    serde_json::to_value(view).map_err(|error| Problem::new("unwritable", ExitClass::Failed).detailed(error))
}

/// Where a list holds nothing: what keeps this officer from documents, and whom to ask, as the window says it at the start.
///
/// # Errors
/// Those of [`Context::session`].
pub fn lacking(shown: Shown, nothing: bool, context: &mut Context) -> Result<Shown, Problem> {
    if !nothing {
        return Ok(shown);
    }
    let lacks: Vec<_> = context.session()?.missing().iter().map(vault::Lacking::reason).collect();
    Ok(if lacks.is_empty() { shown } else { shown.with_news(Some(lacks), context) })
}

/// What was asked for and waits for the yes of another.
///
/// # Errors
/// Those of [`Context::session`].
pub fn waiting(request: &AssentId, said: &str, context: &mut Context) -> Result<Shown, Problem> {
    let text = context.say(said, &[("request", request.as_str())]);
    asked(request, serde_json::json!({ "request": request, "waiting": true }), text, context)
}

/// The same in other words: with what there is to know of the request, as that nobody could say yes to it.
///
/// # Errors
/// Those of [`Context::session`].
pub fn asked(request: &AssentId, mut shown: Value, text: String, context: &mut Context) -> Result<Shown, Problem> {
    let news = context.session()?.warnings_about(request);
    if let Some(fields) = shown.as_object_mut() {
        fields.insert("warnings".to_owned(), Value::from(warnings(&news, context)));
    }
    Ok(Shown::text(shown, format!("{}\n{}", text.trim_end(), warned(&news, context))))
}

/// `TAG=VALUE` pairs; a value without a tag belongs to `Handling`.
pub fn categories(typed: &[String]) -> Vec<(String, String)> {
    typed
        .iter()
        .map(|pair| match pair.split_once('=') {
            // By its name in the policy, or as errors and screens call it.
            Some((tag, value)) => {
                let tag = words::tag_called(tag).unwrap_or(tag);
                (tag.trim().to_owned(), value.trim().to_owned())
            }
            None => (::label::HANDLING.to_owned(), pair.trim().to_owned()),
        })
        .collect()
}

/// The same, gathered by tag; values of one tag may be separated by commas.
pub fn held(typed: &[String]) -> BTreeMap<String, BTreeSet<String>> {
    let mut held: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (tag, values) in categories(typed) {
        held.entry(tag).or_default().extend(values.split(',').map(|v| v.trim().to_owned()).filter(|v| !v.is_empty()));
    }
    held
}

/// A level by any of its names, and the policy where it is one policy's name of it.
pub fn typed_level(typed: &str) -> Result<TypedLevel, Problem> {
    Level::typed(typed).map_err(|_| {
        let problem = match Policy::builtin(Policy::OWN).map(|own| own.why_not(typed)) {
            Some(NotHere::Former) => Problem::value("former_level"),
            Some(NotHere::OfTwo { own, policy, other }) => of_two(own, policy, other),
            _ => Problem::value("unknown_level"),
        };
        problem.with("level", short(typed)).with("choices", Level::choices())
    })
}

/// A level that holds under every policy: not by the name that another policy than the own one gives it.
pub fn level(typed: &str) -> Result<Level, Problem> {
    let TypedLevel { level, policy } = typed_level(typed)?;
    match policy.filter(|policy| policy != Policy::OWN) {
        Some(policy) => Err(Problem::value("level_under_every_policy")
            .with("level", short(typed))
            .with("policy", policy)
            .with("same", level.fr())),
        None => Ok(level),
    }
}

/// The classification of a policy that somebody means.
pub fn classification_of(policy: &Policy, typed: &str) -> Result<String, Problem> {
    if let Some(found) = policy.typed_classification(typed) {
        return Ok(found.name.clone());
    }
    let problem = match policy.why_not(typed) {
        NotHere::Of(of) => Problem::value("level_of_another").with("policy", of),
        NotHere::OfTwo { own, policy, other } => of_two(own, policy, other),
        NotHere::Former => Problem::value("former_level"),
        NotHere::Unknown => Problem::value("unknown_level"),
    };
    Err(problem.with("level", short(typed)).with("choices", policy.choices()))
}

fn of_two(own: String, policy: String, other: String) -> Problem {
    Problem::value("level_of_two").with("own", own).with("policy", policy).with("other", other)
}

fn short(typed: &str) -> String {
    typed.chars().take(80).collect()
}

/// What is worth a second look of an end that was entered.
pub fn looked_at(until: Option<NaiveDate>) -> Option<Vec<vault::Reason>> {
    vault::far_end(until, now()).map(|reason| vec![reason])
}
