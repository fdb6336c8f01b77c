//! `label`: labels without a vault.

use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};

use label::{Clearance, Combining, Direction, Label as Marked, LabelError, Location, Policy, Violation};
use serde_json::{Value, json};
use vault::ExitClass;

use super::binding;
use super::labels::{LABEL_LIMIT, lang, read, refusal, unreadable};
use crate::cli::MaybeOut;
use crate::context::Context;
use crate::input::{self, read_limited};
use crate::problem::{Problem, SpokenReason, reasons};
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct PolicyArg {
    /// A SPIF file, or BEL, NATO, EU.
    #[arg(long = "policy", value_name = "SPIF")]
    pub policy: String,
}

#[derive(Subcommand, Debug)]
pub enum Label {
    /// Whether a label is valid under a policy, and everything that is wrong with it.
    Check {
        #[command(flatten)]
        policy: PolicyArg,
        /// `-` reads standard input.
        label: PathBuf,
    },
    /// The marking as it stands on a page.
    Mark {
        #[command(flatten)]
        policy: PolicyArg,
        /// Where it stands, such as page-top, page-bottom or portion.
        #[arg(long, value_name = "PLACE", default_value = "page-top")]
        at: String,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// ADatP-4774.1: whether a clearance permits access to a label.
    Decide {
        #[command(flatten)]
        policy: PolicyArg,
        /// The clearance, ADatP-4774; `-` reads standard input.
        #[arg(long, value_name = "C")]
        clearance: PathBuf,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// The equivalent of a label under another policy; refused where the tables say nothing.
    Translate {
        #[command(flatten)]
        policy: PolicyArg,
        /// The other policy: BEL, NATO, EU, or the name of the file's.
        #[arg(long, value_name = "POLICY")]
        to: String,
        /// The other policy's own file, where it is none of these.
        #[arg(long, value_name = "SPIF")]
        to_spif: Option<String>,
        /// The label, ADatP-4774; `-` reads standard input.
        label: PathBuf,
    },
    /// The high-water mark of several labels.
    Dominate {
        #[command(flatten)]
        policy: PolicyArg,
        /// The labels, ADatP-4774; `-` reads standard input.
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// ADatP-4778: binds labels (the original, then its equivalents) to a file, with its digest. Prints the binding, which
    /// is kept next to the file as `<name>.bdo`.
    Bind {
        /// The policy of each label: a SPIF file, or BEL, NATO, EU.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
        /// The file that is labelled.
        #[arg(long, value_name = "FILE")]
        data: PathBuf,
        /// Its media type, where the binding is to say it.
        #[arg(long, value_name = "TYPE")]
        content_type: Option<String>,
        /// Puts the file within the binding.
        #[arg(long)]
        embed: bool,
        #[command(flatten)]
        out: MaybeOut,
        /// The labels, ADatP-4774: the original, then its equivalents.
        #[arg(required = true)]
        labels: Vec<PathBuf>,
    },
    /// What a binding says, and whether the files next to it are those that were labelled.
    Bound {
        /// The policies whose labels are read; others are shown by their words.
        #[arg(long = "policy", value_name = "SPIF", required = true)]
        policies: Vec<String>,
        /// The binding, ADatP-4778.
        binding: PathBuf,
    },
}

/// What the readers themselves take.
const POLICY_LIMIT: u64 = label::POLICY_LIMITS.bytes as u64;

pub fn run(command: Label, context: &mut Context) -> Result<Shown, Problem> {
    match command {
        Label::Check { policy, label } => check(&policy, &label, context),
        Label::Mark { policy, at, label } => {
            let policy = load(&policy)?;
            let at: Location = at.parse().map_err(|_| {
                let choices = Location::ALL.map(Location::as_str).join(", ");
                Problem::value("unknown_place").with("place", at.as_str()).with("choices", choices)
            })?;
            let label = read(&label, &policy)?;
            let marking = policy.marking(&label, lang(context.lang), at);
            Ok(Shown::text(json!({ "marking": marking }), marking))
        }
        Label::Decide { policy, clearance, label } => {
            let policy = load(&policy)?;
            let held = match Clearance::parse(&read_limited(&clearance, LABEL_LIMIT)?, &policy) {
                Ok(held) => Some(held),
                // A clearance under another policy is a clearance: it permits nothing under this one.
                Err(LabelError::Invalid(broken)) if matches!(broken.as_slice(), [Violation::OtherPolicy { .. }]) => {
                    None
                }
                Err(error) => return Err(unreadable(error).about(&clearance)),
            };
            let bytes = read_limited(&label, LABEL_LIMIT)?;
            let permitted = match Marked::parse(&bytes, &policy) {
                Ok(label) => held.is_some_and(|held| held.permits(&label)),
                // An invalid label permits nothing.
                Err(LabelError::Invalid(_)) => false,
                Err(error) => return Err(unreadable(error).about(&label)),
            };
            let key = if permitted { "cli-permitted" } else { "cli-not-permitted" };
            Ok(Shown::text(json!({ "permitted": permitted }), context.say(key, &[])))
        }
        Label::Translate { policy, to, to_spif, label } => {
            let policy = load(&policy)?;
            let named = to_spif.unwrap_or_else(|| to.clone());
            let other = load(&PolicyArg { policy: named.clone() })?;
            if !other.name().eq_ignore_ascii_case(&to) {
                let problem = Problem::value("policy_of_another_name").with("policy", to).with("found", other.name());
                return Err(problem.about(Path::new(&named)));
            }
            let path = label;
            let label = read(&path, &policy)?;
            let translated = label.translate(&other, Direction::Outgoing).map_err(|error| {
                let refused = refusal("label", error.code(), error.params(), error.to_string(), ExitClass::Refused);
                Problem { reasons: reasons(error.violations()), ..refused }.about(&path)
            })?;
            Ok(composed(&translated, &other, context, json!({"valid": true})))
        }
        Label::Dominate { policy, labels } => {
            let policy = load(&policy)?;
            let labels = labels.iter().map(|path| read(path, &policy)).collect::<Result<Vec<_>, _>>()?;
            let parts: Vec<&Marked> = labels.iter().collect();
            // As old as the newest of its parts: nothing here asks the time.
            let created = labels.iter().map(Marked::created).max().unwrap_or_default();
            let whole = policy.high_water(&parts, Combining::Standard, created).map_err(|error| Problem {
                reasons: reasons(error.violations()),
                ..refusal("label", error.code(), error.params(), error.to_string(), ExitClass::Refused)
            })?;
            let originators: Vec<&str> = whole.originators.iter().map(|o| o.id.as_str()).collect();
            let more = json!({"valid": true, "originators": originators, "fallen": whole.fallen});
            Ok(composed(&whole.label, &policy, context, more))
        }
        Label::Bind { policies, data, content_type, embed, out, labels } => {
            binding::apart(out.out.as_deref(), &data, &labels)?;
            let xml = binding::bind(&load_all(&policies)?, &data, content_type.as_deref(), embed, &labels)?;
            context.put(&out, xml, |xml| json!({ "binding": xml }))
        }
        Label::Bound { policies, binding } => binding::bound(&load_all(&policies)?, &binding, context),
    }
}

/// A label that was made here: its XML, its marking, and what else there is to say.
fn composed(label: &Marked, policy: &Policy, context: &Context, mut more: Value) -> Shown {
    let marking = policy.marking(label, lang(context.lang), Location::PageTop);
    let xml = label.to_xml();
    if let Some(fields) = more.as_object_mut() {
        fields.insert("label".to_owned(), Value::from(xml.clone()));
        fields.insert("marking".to_owned(), Value::from(marking));
    }
    Shown::text(more, xml)
}

/// Valid or not, the answer is on standard output; the status tells as well.
fn check(policy: &PolicyArg, label: &Path, context: &Context) -> Result<Shown, Problem> {
    let policy = load(policy)?;
    let errors = Marked::examine(&read_limited(label, LABEL_LIMIT)?, &policy);
    if errors.is_empty() {
        return Ok(Shown::text(json!({"valid": true, "problems": []}), context.say("cli-label-valid", &[])));
    }
    let mut problems = Vec::new();
    let mut text = format!("{}\n", context.say("cli-label-invalid", &[]));
    for problem in errors.into_iter().map(unreadable) {
        let spoken = problem.spoken(context.lang);
        let reasons = if spoken.reasons.is_empty() {
            vec![SpokenReason { code: spoken.code, message: spoken.message, fix: spoken.fix }]
        } else {
            spoken.reasons
        };
        for reason in reasons {
            text.push_str(&format!("  ✗ {}\n", reason.message));
            if !reason.fix.is_empty() {
                text.push_str(&format!("    → {}\n", reason.fix));
            }
            problems.push(json!(reason));
        }
    }
    let shown = Shown::text(json!({"valid": false, "problems": problems}), text);
    Ok(Shown { exit: ExitClass::Refused as u8, ..shown })
}

fn load_all(names: &[String]) -> Result<Vec<Policy>, Problem> {
    names.iter().map(|name| load(&PolicyArg { policy: name.clone() })).collect()
}

/// A policy by the name it ships under, or from a file.
fn load(arg: &PolicyArg) -> Result<Policy, Problem> {
    if let Some(policy) = Policy::builtin(&arg.policy) {
        return Ok(policy);
    }
    let path = Path::new(&arg.policy);
    // A bare word is a name; anything with a folder or an extension is a file, which is there or not.
    let named = path.components().count() == 1 && path.extension().is_none();
    if named && !input::is_standard(path) && !path.exists() {
        return Err(Problem::value("unknown_policy").with("policy", arg.policy.as_str()));
    }
    let bytes = read_limited(path, POLICY_LIMIT)?;
    Policy::parse(&bytes).map_err(|error| {
        refusal("label", error.code(), error.params(), error.to_string(), ExitClass::Refused).about(path)
    })
}
