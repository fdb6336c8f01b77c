//! The measurements of `bench shared`.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use station::bench::{Ground, Pairs};
use vault::{DocumentFilter, DocumentId, Flow, Memory, OfficerId, Passphrase, Session, Source, WorkFactor};

use crate::bench::{BATCH, Bench, MIB, TERMLESS, batch, exercise, per_second, seconds};
use crate::context::clock;
use crate::demo;
use crate::problem::Problem;

const OFFICER: &str = "fictief";
/// How often appending is compared with inserting, and with how many entries one by one and at once.
const ROUNDS: usize = 11;
const SINGLES: usize = 100;
const TOGETHER: usize = 500;
/// How often it is measured when the other officer sees what was filed.
const SEEN: usize = 31;
/// When the window looks again, after it was told.
const SECOND_LOOK: Duration = Duration::from_millis(120);
/// How long that may take before it is given up.
const PATIENCE: Duration = Duration::from_secs(30);

pub fn run(dir: &Path, bench: &Bench) -> Result<Value, Problem> {
    let stage = tempfile::Builder::new().prefix("zegel-bench-").tempdir_in(dir);
    let stage = stage.map_err(|error| Problem::file(dir, &error))?;
    let Some((owner, secrets)) = bench.shared.both() else {
        return Err(Problem::new("internal", vault::ExitClass::Failed));
    };
    let of_station = |error| Problem::of_station(error, dir);
    let ground = Ground::new(&owner, &secrets).map_err(of_station)?;
    let mut figures = Map::new();
    let appending = ground.appending(ROUNDS, SINGLES, TOGETHER).map_err(of_station)?;
    figures.insert("fsync".to_owned(), json!(appending.fsync));
    figures.insert("entry_bytes".to_owned(), json!(appending.bytes));
    appended(&mut figures, "append_one", SINGLES, &appending.singly);
    appended(&mut figures, "append_batch", TOGETHER, &appending.batched);

    let (first, mut session) = exercise(stage.path(), "first")?;
    fill_log(&mut session, bench.entries.saturating_sub(2 * bench.documents as u64))?;
    drop(session);
    let begun = Instant::now();
    let published = ground.publish(&first, &mut |_, _, _| Flow::Continue).map_err(of_station)?;
    figures.insert("published_entries".to_owned(), json!(published.entries));
    figures.insert("publish_s".to_owned(), json!(seconds(begun.elapsed())));
    let place = ground.place();
    station::join(&first, place, &clock(), &mut |_, _, _| Flow::Continue).map_err(of_station)?;
    let join = |name: String| {
        let folder = stage.path().join(name);
        let begun = Instant::now();
        let joined = station::join(&folder, place, &clock(), &mut |_, _, _| Flow::Continue).map_err(of_station)?;
        let took = begun.elapsed();
        bring_identity(&first, &folder)?;
        Ok::<_, Problem>((folder, joined.entries, took))
    };
    let folders: Vec<PathBuf> = (0..bench.shared.workstations.max(2))
        .map(|n| join(format!("workstation-{n}")).map(|(folder, _, _)| folder))
        .collect::<Result<_, _>>()?;

    filing(&folders, bench.documents, &mut figures)?;
    large(&ground, &folders, bench, stage.path(), &mut figures)?;
    seen(&folders, &mut figures)?;

    let (last, entries, took) = join("last".to_owned())?;
    figures.insert("join_entries".to_owned(), json!(entries));
    figures.insert("join_s".to_owned(), json!(seconds(took)));
    let rate = per_second(usize::try_from(entries).unwrap_or(0), took);
    figures.insert("join_entries_s".to_owned(), json!(rate));
    let begun = Instant::now();
    drop(unlock(&last)?);
    figures.insert("first_unlock_s".to_owned(), json!(seconds(begun.elapsed())));
    ground.clear().map_err(of_station)?;
    Ok(Value::Object(figures))
}

/// The median of the rounds, each compared with itself, and the rates of the middle.
fn appended(figures: &mut Map<String, Value>, name: &str, each: usize, rounds: &Pairs) {
    let rate = |took: &Duration| each as f64 / took.as_secs_f64();
    let ours = median(rounds.iter().map(|(ours, _)| rate(ours)));
    let bare = median(rounds.iter().map(|(_, bare)| rate(bare)));
    let ratio = median(rounds.iter().map(|(ours, bare)| bare.as_secs_f64() / ours.as_secs_f64()));
    figures.insert(format!("{name}_entries_s"), json!(ours.round()));
    figures.insert(format!("{name}_insert_rows_s"), json!(bare.round()));
    figures.insert(format!("{name}_of_insert"), json!(hundredths(ratio)));
}

/// Opens a document until the log has so many entries: they have no objects, which would have to be brought.
fn fill_log(session: &mut Session, entries: u64) -> Result<(), Problem> {
    let some = session.list(&DocumentFilter { limit: 1, ..DocumentFilter::default() })?.rows;
    let Some(document) = some.first().map(|row| row.id.clone()) else { return Ok(()) };
    for _ in 0..entries {
        drop(session.open_document(&document, "bench")?);
    }
    Ok(())
}

/// As from the medium on which an officer brings his identity.
fn bring_identity(from: &Path, to: &Path) -> Result<(), Problem> {
    let (from, to) = (from.join("identities"), to.join("identities"));
    let failed = |error: std::io::Error| Problem::file(&to, &error);
    fs::create_dir_all(&to).map_err(failed)?;
    let file = format!("{OFFICER}.age");
    fs::copy(from.join(&file), to.join(&file)).map_err(failed)?;
    Ok(())
}

fn unlock(folder: &Path) -> Result<Session, Problem> {
    let vault = station::open(folder, clock()).map_err(|error| Problem::of_station(error, folder))?;
    let vault = vault.with_work_factor(WorkFactor::EXERCISE);
    let passphrase = Passphrase::new(demo::PASSPHRASE.to_owned());
    Ok(vault.unlock_with(&OfficerId::parse(OFFICER)?, &passphrase, Memory::Lost)?)
}

/// Documents of 4 KiB, filed at one workstation, and as many at all of them at once.
fn filing(folders: &[PathBuf], documents: usize, figures: &mut Map<String, Value>) -> Result<(), Problem> {
    figures.insert("documents".to_owned(), json!(documents));
    figures.insert("workstations".to_owned(), json!(folders.len()));
    let one = file_at(folders.get(..1).unwrap_or_default(), documents, 0)?;
    figures.insert("file_by_one_s".to_owned(), json!(per_second(documents, one)));
    let all = file_at(folders, documents, documents)?;
    figures.insert("file_by_all_s".to_owned(), json!(per_second(documents, all)));
    let ratio = one.as_secs_f64() / all.as_secs_f64();
    figures.insert("file_all_times_one".to_owned(), json!(hundredths(ratio)));
    Ok(())
}

/// From when all are unlocked until the last one is done.
fn file_at(folders: &[PathBuf], documents: usize, from: usize) -> Result<Duration, Problem> {
    let barrier = Barrier::new(folders.len());
    let each = documents.div_ceil(folders.len().max(1));
    let took = std::thread::scope(|scope| {
        let filing: Vec<_> = folders
            .iter()
            .enumerate()
            .map(|(n, folder)| {
                let barrier = &barrier;
                let mine = (n * each).min(documents)..((n + 1) * each).min(documents);
                scope.spawn(move || {
                    let session = unlock(folder);
                    // Also who could not unlock: the others wait.
                    barrier.wait();
                    let mut session = session?;
                    let begun = Instant::now();
                    for at in mine.clone().step_by(BATCH) {
                        let count = BATCH.min(mine.end - at);
                        session
                            .file_documents(batch(from + at, count, 4096, TERMLESS)?, &mut |_| Flow::Continue)
                            .map_err(vault::Error::from)?;
                    }
                    Ok::<_, Problem>(begun.elapsed())
                })
            })
            .collect();
        let done = filing.into_iter().map(|one| one.join());
        done.map(|one| one.unwrap_or_else(|_| Err(Problem::new("internal", vault::ExitClass::Failed))))
            .collect::<Result<Vec<_>, _>>()
    })?;
    Ok(took.into_iter().max().unwrap_or_default())
}

/// A large document, filed and opened, next to the same bytes put and read by the object client alone.
fn large(
    ground: &Ground,
    folders: &[PathBuf],
    bench: &Bench,
    dir: &Path,
    figures: &mut Map<String, Value>,
) -> Result<(), Problem> {
    let Some(folder) = folders.first() else { return Ok(()) };
    let plain = dir.join("plain");
    seal::bench::write_plain(&plain, bench.mib * MIB).map_err(|error| Problem::file(&plain, &error))?;
    let mut session = unlock(folder)?;
    let (mut uploads, mut opens, mut again) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..bench.runs.max(1) {
        let mut new = batch(2 * bench.documents + run, 1, 1, TERMLESS)?;
        new.iter_mut().for_each(|new| new.source = Source::Path(plain.clone()));
        let begun = Instant::now();
        let filed = session.file_documents(new, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
        let upload = begun.elapsed();
        let Some(filed) = filed.first() else { continue };
        let begun = Instant::now();
        read_whole(&mut session, &filed.id, folder)?;
        let open = begun.elapsed();
        let begun = Instant::now();
        read_whole(&mut session, &filed.id, folder)?;
        again.push(begun.elapsed());
        let bare = ground.bare(&plain, run).map_err(|error| Problem::of_station(error, dir))?;
        uploads.push((upload, bare.put, bare.read));
        opens.push((open, bare.read));
    }
    let rate = |took: Duration| bench.mib as f64 / took.as_secs_f64();
    let ratio = |bare: Duration, ours: Duration| bare.as_secs_f64() / ours.as_secs_f64();
    for (name, value) in [
        ("upload_mib_s", median(uploads.iter().map(|(ours, _, _)| rate(*ours))).round()),
        ("put_mib_s", median(uploads.iter().map(|(_, put, _)| rate(*put))).round()),
        ("upload_of_put", hundredths(median(uploads.iter().map(|(ours, put, _)| ratio(*put, *ours))))),
        // Everything is read back before an entry names it.
        (
            "upload_of_put_and_read",
            hundredths(median(uploads.iter().map(|(ours, put, read)| ratio(*put + *read, *ours)))),
        ),
        ("open_mib_s", median(opens.iter().map(|(ours, _)| rate(*ours))).round()),
        ("read_mib_s", median(opens.iter().map(|(_, read)| rate(*read))).round()),
        ("open_again_mib_s", median(again.iter().map(|took| rate(*took))).round()),
        ("open_of_read", hundredths(median(opens.iter().map(|(ours, read)| ratio(*read, *ours))))),
    ] {
        figures.insert(name.to_owned(), json!(value));
    }
    figures.insert("mib".to_owned(), json!(bench.mib));
    Ok(())
}

/// Opens a document and reads it to its end.
fn read_whole(session: &mut Session, document: &DocumentId, folder: &Path) -> Result<(), Problem> {
    let mut opened = session.open_document(document, "bench")?;
    let mut buffer = vec![0; 1 << 20];
    while opened.read(&mut buffer).map_err(|error| Problem::file(folder, &error))? > 0 {}
    Ok(())
}

/// How long after one officer filed another one's list shows it, who was told that something is new.
fn seen(folders: &[PathBuf], figures: &mut Map<String, Value>) -> Result<(), Problem> {
    let [one, .., other] = folders else { return Ok(()) };
    let total = |session: &mut Session| {
        Ok::<_, Problem>(session.list(&DocumentFilter { limit: 100, ..DocumentFilter::default() })?.total)
    };
    let mut files = unlock(one)?;
    let (told, seen) = mpsc::channel();
    let (begin, begun) = mpsc::channel();
    let (from_begin, from_end) = std::thread::scope(|scope| {
        let watching = scope.spawn(move || {
            let watch = station::watch(other).map_err(|error| Problem::of_station(error, other))?;
            let mut session = unlock(other)?;
            let known = total(&mut session)?;
            let _ = begin.send(());
            for known in (known..).take(SEEN) {
                if !watch.wait(PATIENCE).map_err(|error| Problem::of_station(error, other))? {
                    return Ok(());
                }
                // As the window looks: a second time where the last look was a moment ago.
                let heard = Instant::now();
                while total(&mut session)? <= known {
                    if heard.elapsed() > PATIENCE {
                        return Ok(());
                    }
                    std::thread::sleep(SECOND_LOOK);
                }
                let _ = told.send(Instant::now());
            }
            Ok::<_, Problem>(())
        });
        let _ = begun.recv();
        let (mut from_begin, mut from_end) = (Vec::new(), Vec::new());
        for n in 0..SEEN {
            let new = batch(n, 1, 4097 + n, TERMLESS)?;
            let begun = Instant::now();
            files.file_documents(new, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
            let filed = Instant::now();
            let Ok(at) = seen.recv() else { break };
            from_begin.push((at - begun).as_secs_f64() * 1000.0);
            from_end.push(at.saturating_duration_since(filed).as_secs_f64() * 1000.0);
        }
        let watched = watching.join();
        watched.unwrap_or_else(|_| Err(Problem::new("internal", vault::ExitClass::Failed)))?;
        Ok::<_, Problem>((from_begin, from_end))
    })?;
    figures.insert("seen_after_begin_ms".to_owned(), json!(median(from_begin.into_iter()).round()));
    figures.insert("seen_after_filed_ms".to_owned(), json!(median(from_end.into_iter()).round()));
    Ok(())
}

fn median(of: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = of.collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or_default()
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
