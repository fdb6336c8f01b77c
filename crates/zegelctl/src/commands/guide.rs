//! `guide`, and `doc derive`: choosing a marking well.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;
use vault::{
    AskedGuide, Decided, ExitClass, Flow, GUIDE_BYTES, GuideError, GuideFlaw, NewDocument, Source, TopicChange,
    TopicFate, TopicPart,
};

use super::filing::{Derive, filed_one, typed_marking};
use super::json;
use super::reference::document;
use crate::cli::{TEXT, Text};
use crate::context::{Context, now};
use crate::ids::known;
use crate::input::{self, read_limited};
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Subcommand, Debug)]
pub enum Guide {
    /// The guide in force: topics, and the level that each calls for.
    Show,
    /// Whether a file is a guide that can be put in force; else what is wrong, and in which line. Needs no vault.
    Check {
        /// `-` reads standard input.
        file: PathBuf,
    },
    /// Put a guide in force: security officers.
    Replace {
        /// `-` reads standard input.
        file: PathBuf,
    },
    /// Topics of which a hint stands in a text, such as a title.
    Suggest {
        /// The words.
        #[arg(required = true, value_name = TEXT, value_parser = Text)]
        text: Vec<String>,
    },
}

pub fn run(guide: Guide, context: &mut Context) -> Result<Shown, Problem> {
    match guide {
        Guide::Show => show(context),
        Guide::Check { file } => {
            let guide = read(&file)?;
            let topics = guide.topics.len();
            let text = context.say("cli-guide-sound", &[("topics", &topics.to_string())]);
            Ok(Shown::text(json!({"valid": true, "topics": topics, "aggregation": guide.aggregation}), text))
        }
        Guide::Replace { file } => {
            let guide = read(&file)?;
            let view = match context.session()?.replace_guide(guide)? {
                Decided::Effective(view) => view,
                Decided::Waiting(request) => return super::waiting(&request, "cli-guide-asked", context),
            };
            let text = context.say("cli-guide-replaced", &[("topics", &view.topics.len().to_string())]);
            Ok(Shown::text(json!({"topics": view.topics.len(), "aggregation": view.aggregation}), text))
        }
        Guide::Suggest { text } => {
            let text = text.join(" ");
            let suggested = context.session()?.advise_filing(None, None, &text, &[], &[])?.suggested;
            let advice = context.session()?.advise_filing(None, None, "", &suggested, &[])?;
            let shown = json!({"topics": suggested, "floor": advice.floor});
            let view = context.session()?.guide()?;
            let rows = view.topics.iter().filter(|t| suggested.contains(&t.id)).map(|t| row(t, context)).collect();
            Ok(Shown::table(shown, head(context), rows, context.say("cli-none", &[])))
        }
    }
}

fn read(file: &Path) -> Result<vault::Guide, Problem> {
    let refused = |error: GuideError| Problem::from(vault::Error::from(error));
    let bytes = match read_limited(file, GUIDE_BYTES as u64) {
        Err(problem) if problem.code == "file_too_large" => {
            return Err(refused(GuideError { line: 0, flaw: GuideFlaw::TooLarge }));
        }
        bytes => bytes?,
    };
    vault::Guide::read(&bytes).map_err(refused)
}

fn show(context: &mut Context) -> Result<Shown, Problem> {
    let view = context.session()?.guide()?;
    let aggregation = view.aggregation.to_string();
    let from = match (&view.changed_by, view.changed_at) {
        (Some(officer), Some(at)) => {
            let at = context.moment(at);
            let args = [("officer", officer.as_str()), ("at", &at), ("aggregation", &aggregation)];
            context.say("cli-guide-changed", &args)
        }
        (_, _) => context.say("cli-guide-shipped", &[("aggregation", &aggregation)]),
    };
    let rows = view.topics.iter().map(|topic| row(topic, context)).collect();
    Ok(Shown::table(json(&view)?, head(context), rows, from))
}

fn head(context: &Context) -> Vec<String> {
    context.head(&["topic", "floor", "categories", "reveals"])
}

fn row(topic: &vault::Topic, context: &Context) -> Vec<String> {
    vec![
        topic.id.clone(),
        context.say(&format!("level-{}", topic.floor), &[]),
        topic.categories.join(", "),
        topic.name(context.lang.code()).to_owned(),
    ]
}

/// What a guide that was asked for would change in the one in force, in lines.
pub fn asked(asked: &AskedGuide, context: &Context) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}:", context.say("ui-assent-change", &[]));
    if asked.changes.is_empty() && asked.aggregation == asked.aggregation_now {
        let _ = writeln!(text, "  {}", context.say("ui-assent-guide-same", &[]));
    }
    if asked.aggregation != asked.aggregation_now {
        let (before, after) = (asked.aggregation_now.to_string(), asked.aggregation.to_string());
        let _ = writeln!(
            text,
            "  {}",
            context.say("ui-guide-import-aggregation", &[("before", &before), ("after", &after)])
        );
    }
    for change in &asked.changes {
        let _ = writeln!(text, "  {}", change_line(change, context));
    }
    let _ = writeln!(text, "  {}", context.say("ui-guide-import-unchanged", &[("n", &asked.kept.to_string())]));
    text
}

/// `The minimum falls: routes – Routes (SECRET → CONFIDENTIEL); changed: minimum level`
fn change_line(change: &TopicChange, context: &Context) -> String {
    let fate = match change.kind {
        _ if change.lowers() => "ui-guide-import-lowered",
        TopicFate::Removed => "ui-guide-import-removed",
        TopicFate::Changed => "ui-guide-import-changed",
        TopicFate::Added => "ui-guide-import-added",
    };
    let level = |topic: &vault::Topic| context.say(&format!("level-{}", topic.floor), &[]);
    let levels = match change.before.as_ref().filter(|before| before.floor != change.topic.floor) {
        Some(before) => format!("{} → {}", level(before), level(&change.topic)),
        None => level(&change.topic),
    };
    let name = change.topic.name(context.lang.code());
    let line = format!("{}: {} – {name} ({levels})", context.say(fate, &[]), change.topic.id);
    let parts: Vec<String> = change.parts.iter().map(|part| context.say(part_word(*part), &[])).collect();
    if parts.is_empty() {
        return line;
    }
    format!("{line}; {}", context.say("ui-guide-import-parts", &[("what", &parts.join(", "))]))
}

fn part_word(part: TopicPart) -> &'static str {
    match part {
        TopicPart::Name => "ui-guide-import-part-name",
        TopicPart::Floor => "ui-guide-import-part-floor",
        TopicPart::Interest => "ui-guide-import-part-interest",
        TopicPart::Harm => "ui-guide-import-part-harm",
        TopicPart::Categories => "ui-guide-import-part-categories",
        TopicPart::Hints => "ui-guide-import-part-hints",
    }
}

/// Registers a document that is made from others; without a marking of its own, under their high-water mark.
pub fn derive(derive: Derive, context: &mut Context) -> Result<Shown, Problem> {
    input::document_path(&derive.path)?;
    let now = now();
    let sources = derive.from.iter().map(|typed| document(typed, context)).collect::<Result<Vec<_>, _>>()?;
    let chosen = match (&derive.label, &derive.level) {
        (Some(path), _) => Some(super::labels::marking(path)?),
        (None, Some(level)) => {
            let policy = derive.policy.as_deref().unwrap_or(label::Policy::OWN);
            Some(typed_marking(policy, level, derive.rel.as_deref(), &derive.categories, now)?)
        }
        (None, None) => None,
    };
    let (dossier, source) = (known(&derive.dossier)?, Source::Path(derive.path.clone()));
    let second = derive.with.second(context)?;
    let title = derive.title.clone();
    // What two open among the sources is open until it is filed.
    let filed = context.session()?.with_sources(&sources.clone(), &title, second.as_ref(), |session| {
        let marking = match chosen {
            Some(marking) => marking,
            None => {
                let start = session.derive_start(&sources)?;
                if !start.problems.is_empty() {
                    // A person decides: the mark over these is not one that the program may choose.
                    let by_hand = Problem::new("derive_by_hand", ExitClass::Refused);
                    return Err(Problem { reasons: start.problems, ..by_hand });
                }
                start.marking.marking(now)?
            }
        };
        let new = NewDocument {
            source,
            dossier,
            marking,
            title: derive.title,
            subject: derive.about.subject,
            originator: derive.about.originator,
            paper: derive.about.paper,
            date: derive.about.date.unwrap_or_else(|| vault::today(now)),
            finalised: None,
            file_name: None,
            topics: derive.about.topics,
            motive: derive.about.motive,
            sources,
        };
        let filed = session.file_document(new, &mut |_| Flow::Continue);
        filed.map_err(|error| Problem::from(error).about(&derive.path))
    })?;
    Ok(filed_one(&filed, Some(&derive.path), context))
}
