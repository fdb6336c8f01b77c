//! `bench`: the measured figures of `docs/PERFORMANCE.md`. A measurement, not a test: nothing fails because it is slow.

mod fulltext;
mod person;
mod revoke;
mod shared;
mod view;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use clap::Args;
use label::time::{begin_of, days_from, years_from};
use label::{AccessPart, Communities, LabelDraft, Policy};
use policy::{
    AccountStatus, BriefingFacts, ClearanceFacts, ClearanceStatus, Function, MembershipFacts, OfficerFacts, Open,
    OpenFacts, SystemFacts, decide,
};
use serde_json::{Map, Value, json};
use vault::{
    DocumentFilter, DossierFilter, DossierId, DossierOrder, ExitClass, Flow, InOrder, Marking, NewDocument, NewDossier,
    NewOfficer, OfficerFilter, OfficerId, OfficerOrder, PartnerId, Passphrase, ReleaseFilter, Role, Session, Source,
    Vault, WorkFactor,
};

use crate::context::{Context, clock};
use crate::demo;
use crate::problem::Problem;
use crate::shown::Shown;

const ALL: [&str; 11] =
    ["person", "seal", "file", "search", "fulltext", "view", "revoke", "lists", "ledger", "decide", "label"];
/// Needs two servers, which are named.
const SHARED: &str = "shared";
const MIB: u64 = 1024 * 1024;

#[derive(Args, Debug)]
pub struct Bench {
    #[arg(help = format!("{}; all of these when absent; and {SHARED}", ALL.join(", ")))]
    pub what: Vec<String>,
    /// MiB of the document for `person`, `seal` and `shared`; three times as much room is needed.
    #[arg(long, default_value_t = 2048)]
    pub mib: u64,
    /// How often `person` and `shared` file and open it, and `view` shows a document.
    #[arg(long, default_value_t = 3)]
    pub runs: usize,
    /// Documents for `file` and `shared`.
    #[arg(long, default_value_t = 10_000)]
    pub documents: usize,
    /// Documents for `search`, `fulltext` and `revoke`.
    #[arg(long, default_value_t = 100_000)]
    pub rows: usize,
    /// Officers, dossiers and releases for `lists`.
    #[arg(long, default_value_t = 5_000)]
    pub rows_of_lists: usize,
    /// Documents with a term for `lists`.
    #[arg(long, default_value_t = 50_000)]
    pub terms: usize,
    /// Entries for `ledger` and `shared`.
    #[arg(long, default_value_t = 100_000)]
    pub entries: u64,
    /// Where to work; else a temporary folder.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// `search` leaves its filled vault in `--dir`, and measures the one that it finds there without filling it again.
    #[arg(long, requires = "dir")]
    pub keep: bool,
    #[command(flatten)]
    pub view: view::Given,
    #[command(flatten)]
    pub shared: shared::Servers,
}

pub fn run(bench: &Bench, _context: &Context) -> Result<Shown, Problem> {
    let wanted: Vec<&str> =
        if bench.what.is_empty() { ALL.to_vec() } else { bench.what.iter().map(String::as_str).collect() };
    let temporary;
    let dir = match &bench.dir {
        Some(dir) => dir.as_path(),
        None => {
            temporary = tempfile::tempdir().map_err(|error| Problem::file(&std::env::temp_dir(), &error))?;
            temporary.path()
        }
    };
    let mut results = Map::new();
    results.insert("machine".to_owned(), machine());
    for what in wanted {
        let figures = match what {
            "person" => person::run(dir, bench.mib, bench.runs)?,
            "seal" => sealing(dir, bench.mib).map_err(|error| Problem::file(dir, &error))?,
            "file" => filing(dir, bench.documents)?,
            "search" => searching(dir, bench.rows, bench.keep)?,
            "fulltext" => fulltext::run(dir, bench.rows)?,
            "view" => view::run(dir, &bench.view, bench.runs)?,
            "revoke" => revoke::revoking(dir, bench.rows)?,
            "lists" => listing(dir, bench.rows_of_lists, bench.terms)?,
            "ledger" => logging(dir, bench.entries)?,
            "decide" => deciding()?,
            "label" => labelling()?,
            SHARED => shared::run(dir, bench)?,
            other => {
                return Err(Problem::value("unknown_bench")
                    .with("what", other)
                    .with("choices", format!("{}, {SHARED}", ALL.join(", "))));
            }
        };
        results.insert(what.to_owned(), figures);
    }
    let text = lines(&results);
    Ok(Shown::text(Value::Object(results), text))
}

/// Cores and model, as the kernel tells them.
fn machine() -> Value {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let build = if cfg!(debug_assertions) { "debug" } else { "release" };
    json!({"cores": cores, "model": model.trim_start_matches([' ', '\t', ':']).trim(), "build": build})
}

/// One line a figure.
fn lines(results: &Map<String, Value>) -> String {
    let mut text = String::new();
    for (name, value) in results {
        if let Some(fields) = value.as_object() {
            for (field, figure) in fields {
                text.push_str(&format!("{name:8} {field:32} {figure}\n"));
            }
        }
    }
    text
}

/// Seals, opens and reads a large file, without the vault around it.
fn sealing(dir: &Path, mib: u64) -> io::Result<Value> {
    let plain = dir.join("bench.plain");
    seal::bench::write_plain(&plain, mib * MIB)?;
    let figures = seal::bench::seal_and_open(&plain, dir);
    fs::remove_file(&plain)?;
    let figures = figures?;
    Ok(json!({
        "mib": mib,
        "seal_mib_s": figures.seal_mib_s().round(),
        "open_mib_s": figures.open_mib_s().round(),
        "read_mib_s": figures.read_mib_s().round(),
    }))
}

/// An exercise vault, unlocked by the lead of a dossier.
fn exercise(dir: &Path, name: &str) -> Result<(PathBuf, Session), Problem> {
    let folder = dir.join(name);
    demo::build(&folder)?;
    let session = unlock(&folder)?;
    Ok((folder, session))
}

fn unlock(folder: &Path) -> Result<Session, Problem> {
    unlock_as(folder, "fictief")
}

/// In an exercise: identities that it makes are cheap to lock.
fn unlock_as(folder: &Path, officer: &str) -> Result<Session, Problem> {
    let vault = Vault::open(folder, clock())?.with_work_factor(WorkFactor::EXERCISE);
    Ok(vault.unlock(&OfficerId::parse(officer)?, &Passphrase::new(demo::PASSPHRASE.to_owned()))?)
}

const WORDS: [&str; 16] = [
    "convoi",
    "haven",
    "report",
    "analyse",
    "brug",
    "signal",
    "pont",
    "schema",
    "contact",
    "route",
    "inventaire",
    "lading",
    "assessment",
    "escorte",
    "waarneming",
    "bulletin",
];

/// Documents that differ in title, date and content.
fn batch(from: usize, count: usize, bytes: usize, level: &str) -> Result<Vec<NewDocument>, Problem> {
    batch_for(from, count, bytes, level, &["BEL"])
}

/// The same, releasable to these.
fn batch_for(
    from: usize,
    count: usize,
    bytes: usize,
    level: &str,
    nations: &[&str],
) -> Result<Vec<NewDocument>, Problem> {
    let policy = Policy::builtin("BEL").ok_or_else(|| Problem::value("unknown_policy").with("policy", "BEL"))?;
    let marked = begin_of(DAY);
    let releasable: Vec<String> = nations.iter().map(|nation| (*nation).to_owned()).collect();
    let draft = LabelDraft::from_words(&policy, level, Some(&releasable), &[], marked)
        .map_err(|violations| crate::problem::refused(&violations))?;
    let word = |i: usize| WORDS.get(i % WORDS.len()).copied().unwrap_or_default();
    (from..from + count)
        .map(|i| {
            Ok(NewDocument {
                source: Source::Bytes(format!("{i:>width$}", width = bytes).into_bytes()),
                dossier: DossierId::parse("ARDENNES-26")?,
                marking: Marking::Draft { policy: policy.name().to_owned(), draft: draft.clone() },
                title: format!("{} {} {i}", word(i), word(i / 16)),
                subject: format!("{} {}", word(i / 7), word(i / 31)),
                originator: "Cellule Exercices".to_owned(),
                paper: String::new(),
                date: days_from(DAY, (i % 300) as i32),
                finalised: None,
                file_name: Some(format!("{i}.txt").into_bytes()),
                topics: Vec::new(),
                motive: None,
                sources: Vec::new(),
            })
        })
        .collect()
}

const BATCH: usize = 1000;
/// A level whose documents have no term, and one whose documents have one.
const TERMLESS: &str = "RESTREINT";
const TERMED: &str = "CONFIDENTIEL";

fn fill(session: &mut Session, documents: usize, bytes: usize, level: &str) -> Result<Duration, Problem> {
    fill_for(session, documents, bytes, level, &["BEL"])
}

/// The same, releasable to these.
fn fill_for(
    session: &mut Session,
    documents: usize,
    bytes: usize,
    level: &str,
    nations: &[&str],
) -> Result<Duration, Problem> {
    let begin = Instant::now();
    let mut done = 0;
    while done < documents {
        let count = BATCH.min(documents - done);
        session
            .file_documents(batch_for(done, count, bytes, level, nations)?, &mut |_| Flow::Continue)
            .map_err(vault::Error::from)?;
        done += count;
    }
    Ok(begin.elapsed())
}

/// Small documents filed, with everything that filing is.
fn filing(dir: &Path, documents: usize) -> Result<Value, Problem> {
    let (folder, mut session) = exercise(dir, "file")?;
    let (before, written) = (Sizes::of(&folder), written());
    let took = fill(&mut session, documents, 4096, TERMLESS)?;
    drop(session);
    let sizes = Sizes::of(&folder);
    let (written, to_kept) = written_since(written, documents, sizes.all() - before.all());
    let begin = Instant::now();
    let session = unlock(&folder)?;
    let unlocked = begin.elapsed();
    drop(session);
    let begin = Instant::now();
    let entries = Vault::open(&folder, clock())?.verify()?.entries;
    let verified = begin.elapsed();
    remove(&folder)?;
    let each = |bytes: u64| bytes / documents.max(1) as u64;
    Ok(json!({
        "documents": documents, "seconds": seconds(took), "documents_s": (documents as f64 / took.as_secs_f64()).round(),
        "log_bytes_a_document": each(sizes.log - before.log), "index_bytes_a_document": each(sizes.index - before.index),
        "object_bytes_a_document": each(sizes.objects - before.objects),
        "written_bytes_a_document": written,
        "written_to_kept": to_kept,
        "unlock_after_s": seconds(unlocked), "verify_entries": entries, "verify_s": seconds(verified),
    }))
}

/// What an officer waits for in the register.
fn searching(dir: &Path, rows: usize, keep: bool) -> Result<Value, Problem> {
    let folder = dir.join("search");
    let mut figures = Map::new();
    let found = keep && folder.join("vault.toml").exists();
    if !found {
        let (_, mut session) = exercise(dir, "search")?;
        let (before, written) = (Sizes::of(&folder), written());
        let took = fill(&mut session, rows, 64, TERMLESS)?;
        drop(session);
        let sizes = Sizes::of(&folder);
        let (written, to_kept) = written_since(written, rows, sizes.all() - before.all());
        let each = |bytes: u64| json!(bytes / rows.max(1) as u64);
        figures.insert("filled_per_second".to_owned(), json!(per_second(rows, took)));
        figures.insert("log_bytes_a_document".to_owned(), each(sizes.log - before.log));
        figures.insert("index_bytes_a_document".to_owned(), each(sizes.index - before.index));
        figures.insert("written_bytes_a_document".to_owned(), written);
        figures.insert("written_to_kept".to_owned(), to_kept);
    }
    // What an unlock takes, the passphrase's scrypt apart, which is cheap in an exercise.
    let begin = Instant::now();
    let mut session = unlock(&folder)?;
    figures.insert("unlock_s".to_owned(), json!(seconds(begin.elapsed())));
    let ask = |query: Option<&str>, after: Option<String>| DocumentFilter {
        query: query.map(str::to_owned),
        after,
        limit: 100,
        ..DocumentFilter::default()
    };
    let documents = session.list(&ask(None, None))?.total;
    figures.insert("documents".to_owned(), json!(documents));
    for (name, query) in [
        ("first_page_ms", None),
        ("one_word_ms", Some("convoi")),
        ("two_words_ms", Some("haven brug")),
        ("prefix_ms", Some("esco")),
    ] {
        let filter = ask(query, None);
        figures.insert(name.to_owned(), json!(median(31, || Ok(session.list(&filter).map(|page| page.rows.len())?))?));
    }
    let mut after = None;
    for _ in 0..20 {
        after = session.list(&ask(None, after))?.next;
    }
    let deep = ask(None, after);
    figures
        .insert("page_20_ms".to_owned(), json!(median(31, || Ok(session.list(&deep).map(|page| page.rows.len())?))?));
    for sort in ["title", "date", "reference", "level", "originator", "dossier"] {
        let by: vault::Sort = sort.parse().expect("an order that the list has");
        let filter = DocumentFilter { sort: by, ..ask(None, None) };
        let ms = median(5, || Ok(session.list(&filter).map(|page| page.rows.len())?))?;
        figures.insert(format!("by_{sort}_ms"), json!(ms));
    }
    calendar(&mut session, &mut figures)?;
    drop(session);
    figures.insert("most_resident_mib".to_owned(), json!(most_resident() / MIB));
    let begin = Instant::now();
    let vault = Vault::open(&folder, clock())?;
    let entries = vault.verify()?.entries;
    figures.insert("entries".to_owned(), json!(entries));
    figures.insert("verify_s".to_owned(), json!(seconds(begin.elapsed())));
    // As a workstation reads the log for the first time.
    let me = OfficerId::parse("fictief")?;
    let index = folder.join("desks").join(format!("{me}.sqlite"));
    fs::remove_file(&index).map_err(|error| Problem::file(&index, &error))?;
    let entries = usize::try_from(entries).unwrap_or(0);
    let begin = Instant::now();
    let mut session = vault.unlock_with(&me, &Passphrase::new(demo::PASSPHRASE.to_owned()), vault::Memory::Lost)?;
    let took = begin.elapsed();
    figures.insert("first_read_s".to_owned(), json!(seconds(took)));
    figures.insert("first_read_per_second".to_owned(), json!(per_second(entries, took)));
    // From then on he works, while the words are written by which documents are found.
    let page = ask(None, None);
    let listed = median(31, || Ok(session.list(&page).map(|page| page.rows.len())?))?;
    figures.insert("first_read_page_meanwhile_ms".to_owned(), json!(listed));
    while session.list(&ask(Some("convoi"), None))?.lacks.is_some() {
        std::thread::sleep(Duration::from_millis(50));
    }
    let took = begin.elapsed();
    figures.insert("first_read_all_found_s".to_owned(), json!(seconds(took)));
    figures.insert("first_read_all_found_per_second".to_owned(), json!(per_second(entries, took)));
    drop(session);
    figures.insert("first_read_closed_s".to_owned(), json!(seconds(begin.elapsed())));
    figures.insert("first_read_most_resident_mib".to_owned(), json!(most_resident() / MIB));
    // Whole commands, in processes of their own.
    let backup = dir.join("search.backup");
    for (name, args) in [
        ("doctor_s", vec!["doctor".into()]),
        ("backup_s", vec!["backup".into(), backup.clone().into_os_string()]),
        ("backup_again_s", vec!["backup".into(), backup.clone().into_os_string()]),
    ] {
        let begin = Instant::now();
        command(&folder, &args)?;
        figures.insert(name.to_owned(), json!(seconds(begin.elapsed())));
    }
    remove(&backup)?;
    if !keep {
        remove(&folder)?;
    }
    Ok(Value::Object(figures))
}

/// A command of this program on a vault, that nobody unlocks for it.
fn command(vault: &Path, args: &[std::ffi::OsString]) -> Result<(), Problem> {
    let program = std::env::current_exe().map_err(|error| Problem::file(vault, &error))?;
    let came = Command::new(&program).arg("--vault").arg(vault).args(args).output();
    let came = came.map_err(|error| Problem::file(&program, &error))?;
    if came.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&came.stderr).into_owned();
    Err(Problem { detail: Some(said), ..Problem::new("internal", ExitClass::Failed) })
}

/// The first page of a hundred of the calendar, in its orders.
fn calendar(session: &mut Session, figures: &mut Map<String, Value>) -> Result<(), Problem> {
    for (name, state, sort) in [
        ("calendar_ms", None, "term"),
        ("calendar_by_title_ms", None, "title"),
        ("calendar_by_finalised_ms", None, "finalised:desc"),
        ("calendar_due_ms", Some(vault::TermStatus::Due), "term"),
    ] {
        let sort: vault::Sort = sort.parse().expect("an order that the calendar has");
        let filter = vault::CalendarFilter {
            state: state.into_iter().collect(),
            sort: Some(sort),
            limit: 100,
            ..vault::CalendarFilter::default()
        };
        let ms = median(31, || Ok(session.calendar(&filter)?.rows.len()))?;
        figures.insert(name.to_owned(), json!(ms));
    }
    Ok(())
}

/// What an officer waits for in lists of officers, dossiers and releases, and in the calendar: the first page of a hundred. The
/// officer sees all dossiers and releases, as the one who made them.
fn listing(dir: &Path, rows: usize, terms: usize) -> Result<Value, Problem> {
    let (folder, session) = exercise(dir, "lists")?;
    drop(session);
    let mut figures = Map::new();
    let mut registrar = unlock_as(&folder, "modele")?;
    for n in 0..rows {
        let new = NewDossier { id: DossierId::parse(&format!("L-{n}"))?, title: title(n), lead: None, deputy: None };
        registrar.create_dossier(new)?;
    }
    drop(registrar);
    let mut session = unlock(&folder)?;
    let own = session.list(&DocumentFilter::default())?.rows;
    let partner = PartnerId::parse("service-fictif")?;
    let shared = own.iter().map(|row| row.id.clone()).find(|id| {
        let answers = session.decide_release(&partner, std::slice::from_ref(id), &[]);
        answers.is_ok_and(|answers| answers.iter().all(|answer| answer.permitted))
    });
    for _ in 0..shared.as_ref().map_or(0, |_| rows) {
        session.request_release(&partner, shared.as_slice(), "exchange", &[])?;
    }
    fill(&mut session, terms, 64, TERMED)?;
    drop(session);
    let phrase = Passphrase::new(demo::PASSPHRASE.to_owned());
    let mut keeps = unlock_as(&folder, "voorbeeld")?;
    for n in 0..rows {
        let id = OfficerId::parse(&format!("officer-{n}"))?;
        let new = NewOfficer { id, full_name: title(n), nationality: "BEL".to_owned(), roles: [Role::Reader].into() };
        keeps.add_officer(new, &phrase)?;
    }
    let officers = OfficerFilter { sort: InOrder { by: OfficerOrder::Name, descending: false }, ..Default::default() };
    figures.insert("officers".to_owned(), json!(keeps.officers(&officers)?.total));
    let ms = median(15, || Ok(keeps.officers(&officers)?.rows.len()))?;
    figures.insert("officers_ms".to_owned(), json!(ms));
    drop(keeps);
    let mut registrar = unlock_as(&folder, "modele")?;
    let dossiers = DossierFilter { sort: InOrder { by: DossierOrder::Title, descending: false }, ..Default::default() };
    figures.insert("dossiers".to_owned(), json!(registrar.dossiers(&dossiers)?.total));
    let ms = median(15, || Ok(registrar.dossiers(&dossiers)?.rows.len()))?;
    figures.insert("dossiers_ms".to_owned(), json!(ms));
    drop(registrar);
    let mut session = unlock(&folder)?;
    let releases = ReleaseFilter::default();
    figures.insert("releases".to_owned(), json!(session.releases(&releases)?.total));
    let ms = median(15, || Ok(session.releases(&releases)?.rows.len()))?;
    figures.insert("releases_ms".to_owned(), json!(ms));
    let any = vault::CalendarFilter { limit: 1, ..vault::CalendarFilter::default() };
    figures.insert("terms".to_owned(), json!(session.calendar(&any)?.total));
    calendar(&mut session, &mut figures)?;
    withdrawing(&mut session, &mut figures)?;
    remove(&folder)?;
    Ok(Value::Object(figures))
}

/// The first page of a hundred documents, and of those that a word finds, before and after a few of them are withdrawn.
fn withdrawing(session: &mut Session, figures: &mut Map<String, Value>) -> Result<(), Problem> {
    let ask = |query: Option<&str>| DocumentFilter {
        query: query.map(str::to_owned),
        limit: 100,
        ..DocumentFilter::default()
    };
    let (all, word) = (ask(None), ask(Some("convoi")));
    session.complete_search(&mut |_, _| ())?;
    let total = session.list(&word)?.total;
    figures.insert("documents".to_owned(), json!(session.list(&all)?.total));
    figures.insert("documents_of_one_word".to_owned(), json!(total));
    let mut measure = |session: &mut Session, when: &str| -> Result<(), Problem> {
        for (what, filter) in [("documents", &all), ("one_word", &word)] {
            let ms = median(15, || Ok(session.list(filter)?.rows.len()))?;
            figures.insert(format!("{what}_{when}ms"), json!(ms));
        }
        Ok(())
    };
    measure(session, "")?;
    for row in session.list(&ask(Some("convoi")))?.rows.iter().take(3) {
        let _ = session.withdraw_document(&row.id, "filed to be measured")?;
    }
    measure(session, "with_three_withdrawn_")
}

/// Two words and a number.
fn title(n: usize) -> String {
    let word = |n: usize| WORDS.get(n % WORDS.len()).copied().unwrap_or_default();
    format!("{} {} {n}", word(n * 7), word(n / 16))
}

/// The files of a vault, in bytes.
struct Sizes {
    log: u64,
    /// Of the officer who files.
    index: u64,
    /// The blocks that they take.
    objects: u64,
}

impl Sizes {
    fn of(folder: &Path) -> Sizes {
        let length = |name: &str| fs::metadata(folder.join(name)).map_or(0, |meta| meta.len());
        let entries = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let files = entries(&folder.join("objects")).flat_map(|shard| entries(&shard).collect::<Vec<_>>());
        let blocks = files.filter_map(|file| fs::metadata(file).ok()).map(|meta| meta.blocks() * 512);
        Sizes { log: length("ledger.sqlite"), index: length("desks/fictief.sqlite"), objects: blocks.sum() }
    }

    fn all(&self) -> u64 {
        self.log + self.index + self.objects
    }
}

/// What this process has written to files so far, in bytes, as the kernel counts it: pages that reach the disk or will.
/// None where it counts nothing.
fn written() -> Option<u64> {
    Some(of_process("io", "write_bytes:")).filter(|bytes| *bytes > 0)
}

/// What it has written since, and how much that is of what is kept; null where the kernel counts nothing.
fn written_since(before: Option<u64>, documents: usize, kept: u64) -> (Value, Value) {
    let written = written().map(|now| now.saturating_sub(before.unwrap_or_default()));
    let each = written.map(|bytes| bytes / documents.max(1) as u64);
    (json!(each), written.map_or(Value::Null, |bytes| ratio(bytes, kept)))
}

/// The most memory that this process had at a time, in bytes.
fn most_resident() -> u64 {
    of_process("status", "VmHWM:") * 1024
}

fn of_process(file: &str, name: &str) -> u64 {
    let text = fs::read_to_string(format!("/proc/self/{file}")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn ratio(one: u64, other: u64) -> Value {
    json!((one as f64 / other.max(1) as f64 * 100.0).round() / 100.0)
}

/// The log by itself: adding entries, reading and verifying them.
fn logging(dir: &Path, entries: u64) -> Result<Value, Problem> {
    let failed = |error: ledger::Error| Problem::file(dir, &io::Error::other(error));
    let figures = ledger::bench::run(dir, entries).map_err(failed)?;
    let entries = usize::try_from(figures.entries).unwrap_or(usize::MAX);
    Ok(json!({
        "entries": figures.entries,
        "mib": figures.bytes / MIB,
        "append_one_ms": figures.singly.as_secs_f64() * 1000.0,
        "append_per_second": per_second(entries, figures.append),
        "read_per_second": per_second(entries, figures.read),
        "verify_per_second": per_second(entries, figures.verify),
        "consistency_ms": figures.consistency.as_secs_f64() * 1000.0,
    }))
}

fn deciding() -> Result<Value, Problem> {
    const TIMES: u32 = 1_000_000;
    let policy = Policy::builtin("BEL").ok_or_else(|| Problem::value("unknown_policy").with("policy", "BEL"))?;
    let communities = Communities::builtin();
    let officer = officer();
    let access = AccessPart {
        policy: "BEL".to_owned(),
        classification: policy.classification("SECRET").map(|c| c.name.clone()).unwrap_or_default(),
        restrictive: BTreeMap::new(),
        permissive: BTreeMap::from([(
            label::RELEASABLE_TO.to_owned(),
            BTreeSet::from(["BEL".to_owned(), "FRA".to_owned()]),
        )]),
    };
    let membership = MembershipFacts { from: DAY, until: None };
    let system = SystemFacts { approval: None };
    let facts = OpenFacts {
        officer: &officer,
        access: &access,
        policy: &policy,
        communities: &communities,
        membership: Some(&membership),
        system: &system,
    };
    let at = begin_of(days_from(DAY, 123));
    let begin = Instant::now();
    let permitted = (0..TIMES).filter(|_| decide::<Open>(&facts, at).is_ok()).count();
    let took = begin.elapsed();
    Ok(json!({"open_per_s": per_second(TIMES as usize, took), "permitted": permitted}))
}

/// The first of January 2026.
const DAY: NaiveDate = match NaiveDate::from_ymd_opt(2026, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

fn officer() -> OfficerFacts {
    OfficerFacts {
        id: "fictief".to_owned(),
        status: AccountStatus::Active,
        nationality: "BEL".to_owned(),
        roles: BTreeSet::new(),
        clearances: vec![ClearanceFacts {
            policy: "BEL".to_owned(),
            level: "SECRET".to_owned(),
            categories: BTreeMap::new(),
            from: DAY,
            until: years_from(DAY, 4),
            status: ClearanceStatus::Valid,
        }],
        briefings: vec![BriefingFacts { policy: "BEL".to_owned(), level: "SECRET".to_owned(), date: DAY }],
        function: Function::Within,
    }
}

fn labelling() -> Result<Value, Problem> {
    const TIMES: usize = 300_000;
    let mut figures = Map::new();
    for name in ["BEL", "NATO"] {
        let Some(bench) = label::bench::Bench::builtin(name) else { continue };
        let mut rate = |what: &str, times: usize, work: &dyn Fn(usize) -> usize| {
            let begin = Instant::now();
            let done = work(times);
            let took = begin.elapsed();
            std::hint::black_box(done);
            figures.insert(format!("{}_{what}", name.to_lowercase()), json!(per_second(times, took)));
        };
        rate("decisions_s", TIMES * 10, &|times| bench.decide(times));
        rate("markings_s", TIMES, &|times| bench.mark(times));
        rate("labels_parsed_s", TIMES / 10, &|times| bench.read_labels(times));
        let load = median(15, || Ok(bench.read_policy()))?;
        figures.insert(format!("{}_policy_load_ms", name.to_lowercase()), json!(load));
    }
    Ok(Value::Object(figures))
}

/// Milliseconds, to two places.
fn median(runs: usize, mut work: impl FnMut() -> Result<usize, Problem>) -> Result<f64, Problem> {
    let mut took = Vec::with_capacity(runs);
    for _ in 0..runs {
        let begin = Instant::now();
        std::hint::black_box(work()?);
        took.push(begin.elapsed());
    }
    took.sort_unstable();
    let middle = took.get(runs / 2).copied().unwrap_or_default();
    Ok((middle.as_secs_f64() * 100_000.0).round() / 100.0)
}

fn per_second(times: usize, took: Duration) -> f64 {
    (times as f64 / took.as_secs_f64()).round()
}

/// With one digit after the point.
fn millis(took: Duration) -> f64 {
    (took.as_secs_f64() * 10_000.0).round() / 10.0
}

fn seconds(took: Duration) -> f64 {
    (took.as_secs_f64() * 1000.0).round() / 1000.0
}

fn remove(folder: &Path) -> Result<(), Problem> {
    fs::remove_dir_all(folder).map_err(|error| Problem { exit: ExitClass::Failed, ..Problem::file(folder, &error) })
}
