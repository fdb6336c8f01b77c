//! Registering documents: `doc file`, and what `doc derive` shares with it.

use std::io::{self, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, ValueEnum};
use label::{LabelDraft, Policy};
use seal::SecretBytes;
use serde_json::{Value, json};
use vault::{
    DossierId, ExitClass, FilingFailed, FilingResult, Flow, Folders, GivenError, Irregular, LONGEST_WRITING, LeftOut,
    Marking, NewDocument, Picked, PickedFile, Scans, Source, WhyLeftOut, pick, title_of, today,
};
use viewer::{Stop, Viewer};

use super::with::With;
use super::{categories, list, warned, warnings};
use crate::cli::{TEXT, Text};
use crate::context::{Context, now};
use crate::ids::known;
use crate::problem::{Problem, printable};
use crate::shown::{Human, Shown};
use crate::{input, interrupt};

#[derive(Args, Debug)]
pub struct File {
    /// Files to register, and with --recursive folders. Of a link that is named here, what it leads to is registered, with a warning
    /// that says what that is.
    #[arg(required_unless_present = "list", value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The files, and what is said of each, in a table (CSV, or TOML with a [[document]] each): path, title, subject, date, originator,
    /// paper, dossier, policy, marking, rel, category, motive. What a row does not say, the options say for all. All are filed, or none.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "title", "recursive", "skip_existing"])]
    pub list: Option<PathBuf>,
    /// Id of the dossier that they belong to.
    #[arg(long, required_unless_present = "list")]
    pub dossier: Option<String>,
    /// An ADatP-4774 label; else --policy and --level.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["level", "rel", "categories", "policy"])]
    pub label: Option<PathBuf>,
    /// The policy that the marking is under: BEL, NATO, EU.
    #[arg(long, default_value = Policy::OWN)]
    pub policy: String,
    /// The classification, by any of its names under the policy.
    #[arg(long, required_unless_present_any = ["label", "list"])]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA")]
    pub rel: Option<String>,
    /// A category of the marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1..)]
    pub categories: Vec<String>,
    /// Of the document; with many paths, their file names stand for it when it is absent.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: Option<String>,
    #[command(flatten)]
    pub about: About,
    /// From when the term of its classification counts; else from its own date.
    #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
    pub finalised: Option<NaiveDate>,
    /// Folders with everything in them, hidden files as well; links, pipes, sockets and devices are left out and named.
    #[arg(long)]
    pub recursive: bool,
    /// What the file is, where its bytes do not say so: text in Markdown, which may come from standard input (-) with --title.
    #[arg(long, value_enum, value_name = "KIND", conflicts_with_all = ["list", "recursive", "skip_existing"])]
    pub kind: Option<Written>,
    /// Leave out what is already in the dossier with the very same bytes: for going on where a filing was broken off.
    #[arg(long)]
    pub skip_existing: bool,
    /// Wait for no OCR: scans are read later, by `doc texts`, or by a window while somebody is at it.
    #[arg(long)]
    pub text_later: bool,
}

impl File {
    /// When scans in the files are read.
    pub fn scans(&self) -> Scans {
        if self.text_later { Scans::Later } else { Scans::Now }
    }
}

/// A document made from others.
#[derive(Args, Debug)]
pub struct Derive {
    /// The file to register.
    pub path: PathBuf,
    /// A document that it is made from.
    #[arg(long = "from", value_name = "ID", required = true)]
    pub from: Vec<String>,
    /// Id of the dossier that it belongs to.
    #[arg(long)]
    pub dossier: String,
    /// An ADatP-4774 label; without any marking, the high-water mark of the sources.
    #[arg(long, value_name = "label.xml", conflicts_with_all = ["policy", "level", "rel", "categories"])]
    pub label: Option<PathBuf>,
    /// The policy that the marking is under; else that of the sources.
    #[arg(long, requires = "level")]
    pub policy: Option<String>,
    /// The classification, by any of its names under the policy.
    #[arg(long)]
    pub level: Option<String>,
    /// Releasable to; absent means Belgium only, empty means nobody.
    #[arg(long, value_name = "BEL,FRA", requires = "level")]
    pub rel: Option<String>,
    /// A category of the marking; without TAG, one of the tag Handling.
    #[arg(long = "category", value_name = "TAG=VALUE", num_args = 1.., requires = "level")]
    pub categories: Vec<String>,
    /// Title of the document.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: String,
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub with: With,
}

/// What is said of a document in addition to its title and its marking.
#[derive(Args, Debug)]
pub struct About {
    /// What it is about, in a line.
    #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
    pub subject: String,
    /// The authority that it comes from; without it, this vault's.
    #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
    pub originator: String,
    /// The reference of its paper original.
    #[arg(long, default_value = "", value_name = TEXT, value_parser = Text)]
    pub paper: String,
    /// The document's own date; else today.
    #[arg(long, value_parser = vault::written_day)]
    pub date: Option<NaiveDate>,
    /// A topic of the classification guide that it touches.
    #[arg(long = "topic", value_name = "ID")]
    pub topics: Vec<String>,
    /// Why it is marked lower than the topics, or the sources, call for.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub motive: Option<String>,
}

/// Files that are taken at once: more is a slip of the hand, and would be held in memory.
pub(super) const MOST_FILES: usize = 100_000;

pub fn file_documents(file: File, context: &mut Context) -> Result<Shown, Problem> {
    let dossier = file.dossier.as_deref().ok_or_else(|| Problem::usage("no_dossier"))?;
    let dossier = known::<DossierId>(dossier)?;
    let now = now();
    let date = file.about.date.unwrap_or_else(|| today(now));
    let marking = marking_of(&file, now)?;
    if file.kind.is_some() {
        return written(file, (dossier, marking, date), context);
    }
    file.paths.iter().try_for_each(|path| input::document_path(path))?;
    let folders = if file.recursive { Folders::Opened } else { Folders::LeftOut };
    let picked = pick(&file.paths, folders, MOST_FILES);
    if let Some(problem) = refused(&picked, &file.paths) {
        return Err(problem);
    }
    let mut left_out: Vec<Left> = picked.left_out.iter().map(|left| Left::of(left, context)).collect();
    let followed = |(link, target): &(PathBuf, PathBuf)| vault::link_followed(&printable(link), target);
    let mut news: Vec<vault::Reason> = picked.folders_followed.iter().map(followed).collect();
    // Anyone who is asked for a passphrase may still end everything.
    context.session()?;
    let _by_pieces = interrupt::by_pieces();
    let many = file.paths.len() > 1 || file.recursive;
    let mut paths = Vec::with_capacity(picked.files.len());
    let mut batch = Vec::with_capacity(picked.files.len());
    let mut skipped = Vec::new();
    for PickedFile { path, name, .. } in picked.files {
        let source = Source::Path(path.clone());
        if file.skip_existing
            && !interrupt::asked()
            && let Some(known) = context.session()?.filed_before(&dossier, &source).map_err(|e| failed_at(e, &path))?
        {
            skipped.push((path, known));
            continue;
        }
        let title = match &file.title {
            Some(title) if many => format!("{title} — {name}"),
            Some(title) => title.clone(),
            None => title_of(&path),
        };
        paths.push(path);
        batch.push(NewDocument {
            source,
            dossier: dossier.clone(),
            marking: marking.clone(),
            title,
            subject: file.about.subject.clone(),
            originator: file.about.originator.clone(),
            paper: file.about.paper.clone(),
            date,
            finalised: file.finalised,
            file_name: None,
            topics: file.about.topics.clone(),
            motive: file.about.motive.clone(),
            sources: Vec::new(),
        });
    }
    // What was asked to be left out is none of what was meant to be filed.
    let whole = left_out.is_empty();
    left_out.extend(
        skipped
            .iter()
            .map(|(path, known)| Left::new(path, "already_filed", &[("reference", &known.reference)], context)),
    );
    let bar = context.bar(batch.len() as u64);
    let session = context.session()?;
    session.read_scans(file.scans());
    let filed = session.file_documents(batch, &mut |progress| {
        bar.set_position(progress.done as u64);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    // Of this command alone.
    session.read_scans(Scans::Now);
    bar.finish_and_clear();
    let mut filed = filed.map_err(|failed| half_done(*failed, &paths, &left_out, context))?;
    warn_of_unreadable(&mut filed, &paths);
    if many {
        warn_person(&filed, context);
    }
    let shown = match filed.as_slice() {
        [one] if !many => filed_one(one, paths.first().map(PathBuf::as_path), context),
        all => table(all, &paths, context),
    };
    let shown = with_left_out(shown, &left_out, picked.more_left_out, whole, context);
    let not_compared = if file.skip_existing { context.session()?.not_compared(&dossier)? } else { None };
    news.extend(not_compared);
    Ok(if news.is_empty() { shown } else { shown.with_news(Some(news), context) })
}

/// A kind that no bytes tell: the person who wrote it says so.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Written {
    Markdown,
}

/// What somebody wrote, read once and whole: from a file, a pipe or standard input.
///
/// # Errors
/// `written_not_text`; `file_too_large`, or why it could not be read.
pub fn written_source(path: &Path, kind: Written) -> Result<Source, Problem> {
    let bytes = input::read_limited(path, LONGEST_WRITING as u64)?;
    let not_text = || Problem::value("written_not_text").about(path);
    match kind {
        Written::Markdown => {
            let text = SecretBytes::new(bytes).into_text().ok_or_else(not_text)?;
            Ok(Source::Markdown(Arc::new(text)))
        }
    }
}

/// The last part of a path, as it is.
pub fn name_of(path: &Path) -> Vec<u8> {
    path.file_name().map(|name| name.as_bytes().to_vec()).unwrap_or_default()
}

/// Registers one document that was written as text.
fn written(
    file: File,
    (dossier, marking, date): (DossierId, Marking, NaiveDate),
    context: &mut Context,
) -> Result<Shown, Problem> {
    let [path] = file.paths.as_slice() else { return Err(Problem::usage("written_one")) };
    let standard = input::is_standard(path);
    let title = match file.title {
        Some(title) => title,
        None if standard => return Err(Problem::usage("written_no_title")),
        None => title_of(path),
    };
    let source = written_source(path, file.kind.unwrap_or(Written::Markdown))?;
    let file_name = if standard { format!("{title}.md").into_bytes() } else { name_of(path) };
    let about = file.about;
    let new = NewDocument {
        source,
        dossier,
        marking,
        title,
        subject: about.subject,
        originator: about.originator,
        paper: about.paper,
        date,
        finalised: file.finalised,
        file_name: Some(file_name),
        topics: about.topics,
        motive: about.motive,
        sources: Vec::new(),
    };
    let done = context.session()?.file_document(new, &mut |_| Flow::Continue)?;
    Ok(filed_one(&done, Some(path), context))
}

/// The marking that the options say.
pub(super) fn marking_of(file: &File, now: DateTime<Utc>) -> Result<Marking, Problem> {
    match &file.label {
        Some(path) => super::labels::marking(path),
        None => {
            let level = file.level.as_deref().ok_or_else(|| Problem::usage("no_level"))?;
            typed_marking(&file.policy, level, file.rel.as_deref(), &file.categories, now)
        }
    }
}

/// Documents that were registered, all of them, with what is to be warned of.
pub(super) fn in_all(filed: &[FilingResult], paths: &[PathBuf], context: &Context) -> Shown {
    warn_person(filed, context);
    table(filed, paths, context)
}

fn table(filed: &[FilingResult], paths: &[PathBuf], context: &Context) -> Shown {
    Shown::table(
        json!({ "documents": rows(filed, paths, context) }),
        context.head(&["reference", "title", "file", "id", "class"]),
        lines(filed, paths),
        context.say("cli-none", &[]),
    )
}

/// What nobody can read here is filed all the same, and said; so is what could not be looked at. That is done in the worker, behind
/// its walls.
pub(super) fn warn_of_unreadable(filed: &mut [FilingResult], paths: &[PathBuf]) {
    let viewer = Viewer::beside_program().map(|viewer| viewer.until(Stop::when(interrupt::asked)));
    for (one, path) in filed.iter_mut().zip(paths) {
        if one.warnings.iter().any(|warning| warning.code == "not_read") {
            continue;
        }
        let not_looked_at = || vault::Reason::new("not_looked_at").with("name", one.file_name.clone());
        let (Ok(viewer), false) = (&viewer, interrupt::asked()) else {
            // All of it is in; whether it can be read here was not looked at to the end.
            let warning = not_looked_at();
            one.warnings.push(warning);
            continue;
        };
        let Ok((media_type, size, mut file)) = vault::look_at(path) else { continue };
        let Some(error) = viewer.refuses(&media_type, size, &mut file) else { continue };
        let warning = match error.is_of_document() {
            true => {
                let warning = vault::Reason::new(error.code()).with("name", one.file_name.clone());
                error.params().into_iter().fold(warning, |all, (name, value)| all.with(name, value))
            }
            false => not_looked_at(),
        };
        one.warnings.push(warning);
    }
}

/// Something that was named or found and not filed.
pub(super) struct Left {
    path: String,
    reason: &'static str,
    message: String,
}

impl Left {
    pub fn of(LeftOut { path, why }: &LeftOut, context: &Context) -> Left {
        let params = why.params();
        let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Left::new(path, why.as_str(), &params, context)
    }

    fn new(path: &Path, reason: &'static str, params: &[(&str, &str)], context: &Context) -> Left {
        let message = context.say(&format!("left-out-{}", reason.replace('_', "-")), params);
        Left { path: path.display().to_string(), reason, message }
    }

    pub fn json(&self) -> Value {
        json!({"path": self.path, "reason": self.reason, "message": self.message})
    }
}

/// Why nothing of it is filed: there is nothing, or what was named itself is no file or cannot be read, or in folders there is what
/// cannot be read, or too much.
pub(super) fn refused(picked: &Picked, named: &[PathBuf]) -> Option<Problem> {
    if picked.files.is_empty() && picked.left_out.iter().all(|left| left.why == WhyLeftOut::Empty) {
        let paths: Vec<String> = named.iter().map(|path| printable(path)).collect();
        return Some(Problem::new("nothing_to_file", ExitClass::Failed).with("path", paths.join(", ")));
    }
    for LeftOut { path, why } in &picked.left_out {
        let named = named.contains(path);
        match why {
            WhyLeftOut::Twice { .. } | WhyLeftOut::Empty | WhyLeftOut::InVault | WhyLeftOut::TooDeep => {}
            WhyLeftOut::Irregular(Irregular::Folder) => {
                return Some(Problem::usage("is_a_folder").with("path", path.display().to_string()));
            }
            WhyLeftOut::Irregular(what) if named => return Some(Problem::given(path, GivenError::NotAFile(*what))),
            WhyLeftOut::Irregular(_) => {}
            WhyLeftOut::Unreadable { kind, number } => {
                return Some(Problem::file(path, &vault::system(*kind, *number)));
            }
            WhyLeftOut::TooMany { most } => {
                return Some(Problem::new("too_many_files", ExitClass::Refused).with("most", most.to_string()));
            }
        }
    }
    None
}

fn failed_at(error: vault::Error, path: &Path) -> Problem {
    Problem::from(error).about(path)
}

/// An error with all that is in nevertheless, and all that is not.
fn half_done(failed: FilingFailed, paths: &[PathBuf], left_out: &[Left], context: &Context) -> Problem {
    let FilingFailed { filed, document, error } = failed;
    let stopped = matches!(error, vault::Error::Cancelled);
    let mut problem = if stopped { Problem::new("filing_stopped", ExitClass::Failed) } else { Problem::from(error) };
    if let Some(path) = document.and_then(|n| paths.get(n)).filter(|_| !stopped) {
        problem = problem.about(path);
    }
    let not: Vec<&PathBuf> = paths.iter().skip(filed.len()).collect();
    if paths.len() == 1 && left_out.is_empty() {
        return problem;
    }
    let mut note = String::new();
    for (one, path) in filed.iter().zip(paths) {
        let shown = printable(path);
        let args = [("path", shown.as_str()), ("reference", &one.reference), ("id", one.id.as_str())];
        note.push_str(&format!("  ✓ {}\n", context.say("cli-filed-from", &args)));
    }
    for path in &not {
        note.push_str(&format!("  ✗ {}\n", context.say("cli-not-filed", &[("path", &printable(path))])));
    }
    note.push_str(&told_left_out(left_out, 0, context));
    if !filed.is_empty() && !stopped {
        note.push_str(&format!("{}\n", context.say("fix-filing-stopped", &[])));
    }
    let not: Vec<Value> = not.iter().map(|path| json!({"path": path.display().to_string()})).collect();
    let more = &mut problem.beside.more;
    more.insert("documents".to_owned(), Value::from(rows(&filed, paths, context)));
    more.insert("filed".to_owned(), Value::from(filed.len()));
    more.insert("not_filed".to_owned(), Value::from(not));
    more.insert("left_out".to_owned(), left_out.iter().map(Left::json).collect());
    problem.beside.note = note;
    problem
}

fn rows(filed: &[FilingResult], paths: &[PathBuf], context: &Context) -> Vec<Value> {
    filed.iter().zip(paths).map(|(one, path)| shown_one(one, Some(path), context)).collect()
}

fn lines(filed: &[FilingResult], paths: &[PathBuf]) -> Vec<Vec<String>> {
    let line = |(one, path): (&FilingResult, &PathBuf)| {
        let path = path.display().to_string();
        vec![one.reference.clone(), one.title.clone(), path, one.id.to_string(), one.class.to_string()]
    };
    filed.iter().zip(paths).map(line).collect()
}

/// Adds what was left out; where it is not filed all the same, the status says so as well.
fn with_left_out(mut shown: Shown, left_out: &[Left], more: u64, whole: bool, context: &Context) -> Shown {
    if let Some(fields) = shown.json.as_object_mut() {
        fields.insert("left_out".to_owned(), left_out.iter().map(Left::json).collect());
        if more > 0 {
            fields.insert("more_left_out".to_owned(), Value::from(more));
        }
    }
    let told = told_left_out(left_out, more, context);
    match &mut shown.human {
        Human::Text(text) => text.push_str(&told),
        // Below an empty table nothing would be said.
        human @ Human::Table { .. } => match human {
            Human::Table { rows, empty, .. } if rows.is_empty() => *human = Human::Text(format!("{empty}\n{told}")),
            Human::Table { note, .. } => note.push_str(&told),
            Human::Text(_) | Human::Nothing => {}
        },
        Human::Nothing => {}
    }
    if !whole {
        shown.exit = ExitClass::Failed as u8;
    }
    shown
}

pub(super) fn told_left_out(left_out: &[Left], more: u64, context: &Context) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let mut told = format!("{}\n", context.say("cli-left-out", &[]));
    for left in left_out {
        told.push_str(&format!("  – {}: {}\n", printable(Path::new(&left.path)), left.message));
    }
    if more > 0 {
        told.push_str(&format!("  – {}\n", context.say("cli-left-out-more", &[("more", &more.to_string())])));
    }
    told
}

/// What was registered, for scripts.
fn shown_one(filed: &FilingResult, path: Option<&Path>, context: &Context) -> Value {
    json!({
        "path": path.map(|path| path.display().to_string()), "title": filed.title, "file_name": filed.file_name,
        "id": filed.id, "reference": filed.reference, "class": filed.class, "text": filed.text,
        "warnings": warnings(&filed.warnings, context),
    })
}

/// One document that was registered.
pub fn filed_one(filed: &FilingResult, path: Option<&Path>, context: &Context) -> Shown {
    let text = context.say("cli-filed", &[("reference", &filed.reference), ("id", filed.id.as_str())]);
    warn_person(std::slice::from_ref(filed), context);
    Shown::text(shown_one(filed, path, context), format!("{text}\n"))
}

/// For a person, on standard error as all warnings; for scripts they stand with each document.
fn warn_person(filed: &[FilingResult], context: &Context) {
    if context.common.json {
        return;
    }
    let said: String = filed.iter().map(|one| warned(&one.warnings, context)).collect();
    // Nowhere to tell it.
    drop(io::stderr().lock().write_all(said.as_bytes()));
}

/// A marking from words.
pub fn typed_marking(
    policy: &str,
    level: &str,
    rel: Option<&str>,
    typed: &[String],
    now: DateTime<Utc>,
) -> Result<Marking, Problem> {
    let policy = Policy::builtin(policy).ok_or_else(|| Problem::value("unknown_policy").with("policy", policy))?;
    let releasable = rel.map(list);
    let draft = LabelDraft::from_words(&policy, level, releasable.as_deref(), &categories(typed), now)
        .map_err(|violations| crate::problem::refused(&violations))?;
    Ok(Marking::Draft { policy: policy.name().to_owned(), draft })
}
