//! `doc` and `explain`.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use indicatif::{ProgressBar, ProgressStyle};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use label::{LabelDraft, Policy};
use serde_json::{Value, json};
use vault::{
    ActionName, CopyError, DocumentId, DossierId, ExitClass, Explanation, Filed, Filter, Flow, Marking, NewDocument,
    OfficerId, PartnerId, Source,
};

use super::pages::{collect, cut};
use super::{categories, decide, json, level, list, view, warned, warnings};
use crate::cli::{Doc, Explain, File, Limit, Out};
use crate::context::Context;
use crate::input::read_limited;
use crate::out::{Failed, Written};
use crate::problem::{Problem, speak};
use crate::shown::{Human, Shown};

/// A label is a page of XML; one of a megabyte is an attack.
pub const LABEL_LIMIT: u64 = 1024 * 1024;
/// Folders within folders, no deeper.
const DEPTH_LIMIT: usize = 64;

pub fn run(doc: Doc, context: &mut Context) -> Result<Shown, Problem> {
    match doc {
        Doc::File(file) => file_documents(file, context),
        Doc::Derive(derive) => super::guide::derive(derive, context),
        Doc::List { query, level: typed, dossier, limit, after } => {
            let filter = Filter {
                query,
                level: typed.as_deref().map(level).transpose()?,
                dossier: dossier.as_deref().map(DossierId::parse).transpose()?,
                ..Filter::default()
            };
            let session = context.session()?;
            let all = collect(limit, after, |limit, after| session.list(&Filter { limit, after, ..filter.clone() }))?;
            let rows = all
                .rows
                .iter()
                .map(|d| {
                    vec![
                        d.reference.clone(),
                        d.banner.text.clone(),
                        d.title.clone(),
                        d.originator.clone(),
                        d.date.to_string(),
                        d.dossier.to_string(),
                        d.id.to_string(),
                    ]
                })
                .collect();
            let head = context.head(&["reference", "marking", "title", "originator", "date", "dossier", "id"]);
            let shown = json!({"documents": all.rows, "next": all.next, "total": all.total});
            let cut = cut(&all, context);
            Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
        }
        Doc::Show { id } => show(&id, context),
        Doc::Open { id, purpose, out } => open(&id, &purpose, &out, context),
        Doc::Pages { id, purpose, out, force, pages, width } => {
            view::pages(&id, &purpose, (&out, &force), pages.as_deref(), width, context)
        }
        Doc::Text { id, purpose, out, force } => view::text(&id, &purpose, (&out, &force), context),
        Doc::Label { id, out } => {
            let id = document(&id, context)?;
            let label = context.session()?.document(&id)?.label_xml;
            context.put(&out, label, |label| json!({"id": id, "label": label}))
        }
        Doc::Relabel(relabel) => decide::relabel(&relabel, context),
        Doc::Declassify { id, ground } => decide::declassify(&id, &ground, context),
        Doc::Maintain { id, ground, next } => decide::maintain(&id, &ground, next, context),
        Doc::Notified { id, partner } => decide::notified(&id, &partner, context),
    }
}

/// A document by its id, or by a reference that this officer may see.
pub fn document(typed: &str, context: &mut Context) -> Result<DocumentId, Problem> {
    if let Ok(id) = DocumentId::parse(typed) {
        return Ok(id);
    }
    // The reference may be a word of many other documents as well.
    let filter = Filter { query: Some(typed.to_owned()), ..Filter::default() };
    let session = context.session()?;
    let all = collect(Limit::All, None, |limit, after| session.list(&Filter { limit, after, ..filter.clone() }))?;
    all.rows.into_iter().find(|row| row.reference == typed).map(|row| row.id).ok_or_else(|| {
        Problem::new("not_found", ExitClass::Failed)
            .with("kind", "document")
            .with("name", typed.chars().take(80).collect::<String>())
    })
}

fn file_documents(file: File, context: &mut Context) -> Result<Shown, Problem> {
    let dossier = DossierId::parse(&file.dossier)?;
    let now = Timestamp::now();
    let date = file.about.date.unwrap_or_else(|| now.to_zoned(TimeZone::system()).date());
    let marking = match &file.label {
        Some(path) => Marking::Xml(read_limited(path, LABEL_LIMIT)?),
        None => {
            let level = file.level.as_deref().ok_or_else(|| Problem::usage("no_level"))?;
            typed_marking(&file.policy, level, file.rel.as_deref(), &file.categories, now)?
        }
    };
    let paths = gather(&file.paths, file.recursive)?;
    let many = paths.len() > 1;
    let batch: Vec<NewDocument> = paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let title = match &file.title {
                Some(title) if many => format!("{title} — {name}"),
                Some(title) => title.clone(),
                None => name,
            };
            NewDocument {
                source: Source::Path(path),
                dossier: dossier.clone(),
                marking: marking.clone(),
                title,
                subject: file.about.subject.clone(),
                originator: file.about.originator.clone(),
                date,
                finalised: file.finalised,
                file_name: None,
                topics: file.about.topics.clone(),
                motive: file.about.motive.clone(),
                sources: Vec::new(),
            }
        })
        .collect();
    let bar = progress_bar(context, batch.len());
    let filed = context.session()?.file_documents(batch, &mut |progress| {
        bar.set_position(progress.done as u64);
        Flow::Continue
    });
    bar.finish_and_clear();
    let filed = filed?;
    let lines: Vec<Vec<String>> =
        filed.iter().map(|f: &Filed| vec![f.reference.clone(), f.id.to_string(), f.class.to_string()]).collect();
    match filed.as_slice() {
        [one] if !many => Ok(filed_one(one, context)),
        all => Ok(Shown::table(
            json!({ "documents": all.iter().map(|one| shown_one(one, context)).collect::<Vec<_>>() }),
            context.head(&["reference", "id", "class"]),
            lines,
            context.say("cli-none", &[]),
        )
        .noted(all.iter().map(|one| warned(&one.warnings, context)).collect())),
    }
}

/// A bar on a terminal; none in a pipe or with `--json`.
fn progress_bar(context: &Context, documents: usize) -> ProgressBar {
    if context.common.json || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(documents as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}

/// What was registered, for scripts.
fn shown_one(filed: &Filed, context: &Context) -> Value {
    json!({
        "id": filed.id, "reference": filed.reference, "class": filed.class,
        "warnings": warnings(&filed.warnings, context),
    })
}

/// One document that was registered.
pub fn filed_one(filed: &Filed, context: &Context) -> Shown {
    let text = context.say("cli-filed", &[("reference", &filed.reference), ("id", filed.id.as_str())]);
    Shown::text(shown_one(filed, context), format!("{text}\n{}", warned(&filed.warnings, context)))
}

/// A marking from words.
pub fn typed_marking(
    policy: &str,
    level: &str,
    rel: Option<&str>,
    typed: &[String],
    now: Timestamp,
) -> Result<Marking, Problem> {
    let policy = Policy::builtin(policy).ok_or_else(|| Problem::usage("unknown_policy").with("policy", policy))?;
    let releasable = rel.map(list);
    let draft = LabelDraft::from_words(&policy, level, releasable.as_deref(), &categories(typed), now)
        .map_err(|violations| super::label::refused(&violations))?;
    Ok(Marking::Draft { policy: policy.name().to_owned(), draft })
}

/// The files that are meant, folders opened when asked for, in a stable order. Links are not followed.
fn gather(paths: &[PathBuf], recursive: bool) -> Result<Vec<PathBuf>, Problem> {
    let mut files = Vec::new();
    for path in paths {
        let kind = fs::metadata(path).map_err(|error| Problem::file(path, &error))?;
        if kind.is_dir() {
            if !recursive {
                return Err(Problem::usage("is_a_folder").with("path", path.display().to_string()));
            }
            walk(path, 0, &mut files)?;
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), Problem> {
    if depth > DEPTH_LIMIT {
        return Err(Problem::new("folder_too_deep", ExitClass::Refused).with("path", folder.display().to_string()));
    }
    let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut inside = listed.map_err(|error| Problem::file(folder, &error))?;
    inside.sort_by_key(fs::DirEntry::file_name);
    for entry in inside {
        let kind = entry.file_type().map_err(|error| Problem::file(&entry.path(), &error))?;
        if kind.is_dir() {
            walk(&entry.path(), depth + 1, files)?;
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn show(typed: &str, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    let view = context.session()?.document(&id)?;
    let mut text =
        format!("{}\n{}\n{}\n\n{}\n", view.row.banner.text, view.row.reference, view.row.title, view.subject);
    for (column, value) in [
        ("id", view.row.id.to_string()),
        ("originator", view.row.originator.clone()),
        ("date", view.row.date.to_string()),
        ("dossier", view.row.dossier.to_string()),
        ("file", format!("{} ({}, {} B)", view.file_name, view.media_type, view.size)),
        ("filed", format!("{} ({})", view.filed, view.filed_by)),
    ] {
        text.push_str(&format!("{}: {value}\n", context.say(&format!("cli-col-{column}"), &[])));
    }
    for (column, values) in [
        ("topics", view.topics.clone()),
        ("motive", view.motive.iter().cloned().collect()),
        ("sources", view.sources.iter().map(|s| format!("{} ({})", s.reference, s.banner.text)).collect()),
    ] {
        if !values.is_empty() {
            text.push_str(&format!("{}: {}\n", context.say(&format!("cli-col-{column}"), &[]), values.join(", ")));
        }
    }
    for equivalent in &view.equivalents {
        text.push_str(&format!("≈ {}: {}\n", equivalent.policy, equivalent.text));
    }
    for row in &view.history {
        let action = context.say(&format!("action-{}", row.action), &[]);
        text.push_str(&format!("{}  {}  {action}  {}\n", row.at, row.officer, row.purpose));
    }
    text.push_str(&explained(&view.explanation, context));
    Ok(Shown::text(json(&view)?, text))
}

fn open(typed: &str, purpose: &str, out: &Out, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    // Before anything is recorded: a place that cannot be written to is no reason to say that the document was read.
    let place = context.place(&out.out, &out.force)?;
    let stdout = place.is_stdout();
    let mut opened = context.session()?.open_document(&id, purpose)?;
    let written = place.fill(|into| {
        opened.copy_to_file(into).map_err(|error| match error {
            CopyError::Document(error) => Failed::Source(error.into()),
            CopyError::Destination(error) => Failed::Destination(error),
        })
    })?;
    if stdout {
        return Ok(Shown { json: Value::Null, human: Human::Nothing, exit: 0 });
    }
    let path = out.out.display().to_string();
    let (bytes, human) = match written {
        Written::Whole(bytes) => {
            let text = context.say("cli-opened", &[("path", &path), ("bytes", &bytes.to_string())]);
            (Some(bytes), Human::Text(text))
        }
        Written::Left => (None, Human::Nothing),
    };
    Ok(Shown { json: json!({"id": id, "out": path, "bytes": bytes, "whole": bytes.is_some()}), human, exit: 0 })
}

pub fn explain(explain: &Explain, context: &mut Context) -> Result<Shown, Problem> {
    if explain.action == "reclassify" {
        let answer = decide::explain(explain, context)?;
        return told(&answer, context);
    }
    let action = ActionName::from_str(&explain.action)?;
    let id = document(&explain.doc, context)?;
    let officer = explain.officer.as_deref().map(OfficerId::parse).transpose()?;
    let partner = explain.partner.as_deref().map(PartnerId::parse).transpose()?;
    let answer = context.session()?.explain(action, &id, officer.as_ref(), partner.as_ref())?;
    told(&answer, context)
}

fn told(answer: &Explanation, context: &Context) -> Result<Shown, Problem> {
    let reasons: Vec<_> = answer.reasons.iter().map(|reason| speak(context.lang, reason)).collect();
    let text = explained(answer, context);
    Ok(Shown::text(json!({"permitted": answer.permitted, "reasons": reasons}), text))
}

fn explained(answer: &Explanation, context: &Context) -> String {
    let key = if answer.permitted { "cli-permitted" } else { "cli-not-permitted" };
    let mut text = format!("{}\n", context.say(key, &[]));
    for reason in &answer.satisfied {
        let params: Vec<(&str, &str)> = reason.params.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        text.push_str(&format!("  ✓ {}\n", context.say(&words::held_key(&reason.code), &params)));
    }
    for reason in &answer.reasons {
        let spoken = speak(context.lang, reason);
        text.push_str(&format!("  ✗ {}\n    → {}\n", spoken.message, spoken.fix));
    }
    text
}
