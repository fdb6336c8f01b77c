//! `bench view`: how soon and how fast a document is shown, next to other programs that draw the same pages in the same run, what
//! memory that takes, and how like the pages are to those of another program.

mod made;
mod others;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use rustix::param::clock_ticks_per_second;
use serde_json::{Map, Value, json};
use vault::{DocumentId, Flow, NewDocument, Session, Source};
use viewer::{Grey, Kind, Likeness, ViewError, Viewer};
use words::Lang;

use super::person::is_installed;
use super::{MIB, TERMLESS, batch, exercise, most_resident};
use crate::problem::Problem;
use others::{Other, Wanted};
use reading::{Form, ToRead};

/// Pixels of an inch, as pages are shown: A4 is 910 wide.
const INCH: f32 = 110.0;
/// The same of a first page in the window.
const WIDTH: u32 = 910;
/// The same where pages are compared.
const COMPARED: f32 = 72.0;
/// A page is unlike where its structure is less alike than this.
const ALIKE: f64 = 0.9;
/// So many of the least alike pages are named.
const NAMED: usize = 20;

/// What is shown.
#[derive(Args, Debug)]
pub struct Given {
    /// Folder of PDF files for `view`; without it, it makes six kinds.
    #[arg(long)]
    pub pdfs: Option<PathBuf>,
    /// Pages of each document that are drawn for `view`.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..))]
    pub pages: u32,
    /// Pages of the long document that `view` makes.
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..))]
    pub long: u32,
}

pub fn run(dir: &Path, given: &Given, runs: usize) -> Result<Value, Problem> {
    let viewer = Viewer::beside_program()?;
    let place = tempfile::Builder::new().prefix("zegel-bench-").tempdir_in(dir);
    // Goes with everything in it.
    let place = place.map_err(|error| Problem::file(dir, &error))?;
    let (_, mut session) = exercise(place.path(), "vault")?;
    let documents = match &given.pdfs {
        Some(folder) => files(folder)?.into_iter().map(|file| ("given".to_owned(), file)).collect(),
        None => made::all(place.path(), &viewer, given.pages, given.long)?,
    };
    let others: Vec<Other> = Other::ALL.into_iter().filter(|other| is_installed(other.name())).collect();
    let bench = Bench { viewer, others, pages: given.pages, runs: runs.max(1) };
    let mut kinds: BTreeMap<String, Vec<Shown>> = BTreeMap::new();
    for (number, (kind, file)) in documents.iter().enumerate() {
        let shown = bench.show(&mut session, number, file)?;
        kinds.entry(kind.clone()).or_default().push(shown);
    }
    let mut figures = Map::new();
    figures.insert("pixels_an_inch".to_owned(), json!(INCH));
    figures.insert("pages_of_each".to_owned(), json!(given.pages));
    figures.insert("runs".to_owned(), json!(bench.runs));
    figures.insert("pdfium".to_owned(), json!(reading::standing(bench.viewer.pdfium()).as_str()));
    figures.insert("next_to".to_owned(), json!(bench.others.iter().map(|other| other.name()).collect::<Vec<_>>()));
    for (kind, shown) in &kinds {
        figures.extend(summed(shown).into_iter().map(|(name, figure)| (format!("{kind}_{name}"), figure)));
    }
    if let Some((_, file)) = documents.iter().find(|(kind, _)| kind == "long") {
        // To its end, which others need minutes for.
        let bytes = read(file)?;
        let drawn = viewer::draw(&bench.viewer, Kind::Pdf, &bytes, INCH, u32::MAX)?;
        figures.insert("long_whole_pages".to_owned(), json!(drawn.pages));
        figures.insert("long_whole_s".to_owned(), json!(rounded(drawn.took.as_secs_f64(), 100.0)));
        figures.insert("long_whole_worker_mib".to_owned(), mib(drawn.most_resident));
    }
    figures.insert("this_program_mib".to_owned(), json!(most_resident() / MIB));
    Ok(Value::Object(figures))
}

/// The PDF files of a folder, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let failed = |error: std::io::Error| Problem::file(folder, &error);
    let entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect).map_err(failed)?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry: fs::DirEntry| entry.path()).collect();
    files.retain(|file| file.is_file() && file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf")));
    files.sort();
    if files.is_empty() { Err(failed(std::io::ErrorKind::NotFound.into())) } else { Ok(files) }
}

fn read(file: &Path) -> Result<Vec<u8>, Problem> {
    fs::read(file).map_err(|error| Problem::file(file, &error))
}

struct Bench {
    viewer: Viewer,
    others: Vec<Other>,
    pages: u32,
    runs: usize,
}

/// A program that draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Worker,
    Other(Other),
}

impl By {
    fn name(self) -> &'static str {
        match self {
            By::Worker => "worker",
            By::Other(other) => other.name(),
        }
    }
}

/// What drawing the same pages as often took.
#[derive(Clone, Copy, Debug, Default)]
struct Took {
    pages: u32,
    whole: Duration,
    processor: Duration,
}

/// What came of one document.
#[derive(Debug, Default)]
struct Shown {
    name: String,
    /// Why the worker does not show it: then there is nothing else.
    refused: Option<String>,
    pages: u32,
    /// Until the first page stands there with its marks, in each run: decided, recorded, opened, drawn, marked, packed.
    marked: Vec<Duration>,
    /// Until the first page is drawn, from the start of a program, in each run.
    first: BTreeMap<By, Vec<Duration>>,
    drawn: BTreeMap<By, Took>,
    /// Others that draw it not, or not as many pages.
    failed: Vec<&'static str>,
    /// Of the worker, in bytes.
    most_resident: Option<u64>,
    /// By page, from 1: how like they are to those of `pdftoppm`.
    alike: Vec<(u32, Likeness)>,
    /// Pages of another size, or that `pdftoppm` does not draw.
    not_compared: u32,
}

impl Bench {
    fn show(&self, session: &mut Session, number: usize, file: &Path) -> Result<Shown, Problem> {
        let bytes = read(file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut shown = Shown { name, ..Shown::default() };
        for _ in 0..self.runs {
            match self.draw(&bytes, file, &mut shown) {
                // It is not the document that cannot be shown.
                Err(error) if !error.is_of_document() => return Err(error.into()),
                Err(error) => {
                    return Ok(Shown { name: shown.name, refused: Some(error.code().to_owned()), ..Shown::default() });
                }
                Ok(()) => {}
            }
        }
        match self.marked(session, number, &bytes) {
            Ok(marked) => shown.marked = marked,
            Err(problem) => return Ok(Shown { name: shown.name, refused: Some(problem.code), ..Shown::default() }),
        }
        self.compare(&bytes, file, &mut shown);
        Ok(shown)
    }

    /// Files it and opens it as a person does, again in each run.
    fn marked(&self, session: &mut Session, number: usize, bytes: &[u8]) -> Result<Vec<Duration>, Problem> {
        let id = filed(session, number, bytes)?;
        let mut marked = Vec::new();
        for _ in 0..self.runs {
            let begin = Instant::now();
            // As the window does: what is installed is looked for at each opening.
            let installed = self.viewer.clone().with_installed();
            let (version, second, password) = (None, None, None);
            let asked = ToRead { id: &id, version, purpose: "bench", second, password, form: Form::LaidOut };
            let mut view = reading::open::<Problem>(session, &installed, asked, Lang::En)?;
            let page = view.document.render(0, WIDTH, &view.stamp)?;
            std::hint::black_box(page.webp()?);
            marked.push(begin.elapsed());
        }
        Ok(marked)
    }

    /// The first page, and all that are asked for, by each program in turn.
    fn draw(&self, bytes: &[u8], file: &Path, shown: &mut Shown) -> Result<(), ViewError> {
        let worker = |most| viewer::draw(&self.viewer, Kind::Pdf, bytes, INCH, most);
        shown.first.entry(By::Worker).or_default().push(worker(1)?.took);
        let before = children();
        let drawn = worker(self.pages)?;
        shown.took(By::Worker, drawn.pages, drawn.took, children().saturating_sub(before));
        shown.pages = drawn.pages;
        shown.most_resident = shown.most_resident.max(drawn.most_resident);
        for other in &self.others {
            if shown.failed.contains(&other.name()) {
                continue;
            }
            let first = other.draw(file, INCH, 1, Wanted::Count);
            let before = children();
            let whole = other.draw(file, INCH, self.pages, Wanted::Count);
            let processor = children().saturating_sub(before);
            match (first, whole) {
                (Some(first), Some(whole)) if first.pages == 1 && whole.pages == drawn.pages => {
                    shown.first.entry(By::Other(*other)).or_default().push(first.took);
                    shown.took(By::Other(*other), whole.pages, whole.took, processor);
                }
                _ => shown.failed.push(other.name()),
            }
        }
        Ok(())
    }

    /// Without marks, to the pages of `pdftoppm`, where that is installed.
    fn compare(&self, bytes: &[u8], file: &Path, shown: &mut Shown) {
        if !self.others.contains(&Other::Pdftoppm) {
            return;
        }
        let theirs = Other::Pdftoppm.draw(file, COMPARED, self.pages, Wanted::Grey).map(|drawn| drawn.kept);
        let theirs = theirs.unwrap_or_default();
        let mut open = self.viewer.open(Kind::Pdf, bytes.len() as u64, &mut &*bytes).ok();
        for page in 0..shown.pages {
            let theirs = theirs.get(page as usize);
            let grey = theirs.map(|theirs| Grey { width: theirs.width, pixels: &theirs.pixels });
            let likeness = open.as_mut().zip(grey).and_then(|(open, grey)| viewer::likeness(open, page, grey));
            match likeness {
                Some(likeness) => shown.alike.push((page + 1, likeness)),
                None => shown.not_compared += 1,
            }
        }
    }
}

impl Shown {
    fn took(&mut self, by: By, pages: u32, whole: Duration, processor: Duration) {
        let took = self.drawn.entry(by).or_default();
        took.pages += pages;
        took.whole += whole;
        took.processor += processor;
    }
}

fn filed(session: &mut Session, number: usize, bytes: &[u8]) -> Result<DocumentId, Problem> {
    let new = batch(number, 1, 1, TERMLESS)?.into_iter();
    let new = new.map(|new| NewDocument { source: Source::Bytes(bytes.to_vec()), ..new }).collect();
    let filed = session.file_documents(new, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
    filed.into_iter().next().map(|filed| filed.id).ok_or_else(|| ViewError::NoPages.into())
}

/// The figures of documents of one kind.
fn summed(all: &[Shown]) -> Map<String, Value> {
    let shown: Vec<&Shown> = all.iter().filter(|shown| shown.refused.is_none()).collect();
    let refused: Vec<String> =
        all.iter().filter_map(|shown| Some(format!("{}: {}", shown.name, shown.refused.as_ref()?))).collect();
    let mut figures = Map::new();
    let mut set = |name: &str, figure: Value| drop(figures.insert(name.to_owned(), figure));
    set("documents", json!(shown.len()));
    set("pages", json!(shown.iter().map(|shown| shown.pages).sum::<u32>()));
    if !refused.is_empty() {
        set("refused", json!(refused));
    }
    if shown.is_empty() {
        return figures;
    }
    let marked: Vec<f64> = shown.iter().flat_map(|shown| &shown.marked).map(millis).collect();
    set("first_marked_ms", json!(rounded(share(&marked, 0.5), 10.0)));
    if shown.len() > 1 {
        set("first_marked_of_19_in_20_ms", json!(rounded(share(&marked, 0.95), 10.0)));
        set("first_marked_most_ms", json!(rounded(share(&marked, 1.0), 10.0)));
    }
    for by in [By::Worker, By::Other(Other::Pdftoppm), By::Other(Other::Mutool)] {
        // What each took of the pages that it and the worker drew: no program gains by giving up.
        let both: Vec<(Took, Took)> = shown
            .iter()
            .filter(|shown| !shown.failed.contains(&by.name()))
            .filter_map(|shown| Some((*shown.drawn.get(&By::Worker)?, *shown.drawn.get(&by)?)))
            .collect();
        if both.is_empty() {
            continue;
        }
        let name = by.name();
        let first: Vec<f64> = shown.iter().filter_map(|shown| shown.first.get(&by)).flatten().map(millis).collect();
        set(&format!("first_{name}_ms"), json!(rounded(share(&first, 0.5), 10.0)));
        let pages: u32 = both.iter().map(|(_, theirs)| theirs.pages).sum();
        let sum = |of: fn(&(Took, Took)) -> Duration| both.iter().map(of).sum::<Duration>().as_secs_f64();
        let (whole, ours) = (sum(|(_, theirs)| theirs.whole), sum(|(ours, _)| ours.processor));
        let processor = sum(|(_, theirs)| theirs.processor);
        set(&format!("pages_s_{name}"), json!(rounded(f64::from(pages) / whole, 10.0)));
        let each = processor * 1000.0 / f64::from(pages.max(1));
        set(&format!("processor_ms_a_page_{name}"), json!(rounded(each, 10.0)));
        if by != By::Worker {
            set(&format!("processor_of_{name}"), json!(rounded(ours / processor, 100.0)));
            let failed: Vec<&str> =
                shown.iter().filter(|shown| shown.failed.contains(&name)).map(|shown| shown.name.as_str()).collect();
            if !failed.is_empty() {
                set(&format!("not_by_{name}"), json!(failed));
            }
        }
    }
    set("worker_mib", mib(shown.iter().filter_map(|shown| shown.most_resident).max()));
    let mut alike: Vec<(f64, String)> = Vec::new();
    let mut apart = 0.0;
    for one in &shown {
        for (page, likeness) in &one.alike {
            alike.push((likeness.structure, format!("{}, {page}: {:.2}", one.name, likeness.structure)));
            apart += likeness.apart;
        }
    }
    if !alike.is_empty() {
        alike.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        let structures: Vec<f64> = alike.iter().map(|(structure, _)| *structure).collect();
        let unlike = structures.iter().filter(|structure| **structure < ALIKE).count();
        let count = structures.len() as f64;
        set("alike_pages", json!(structures.len()));
        set("alike_median", json!(rounded(share(&structures, 0.5), 1000.0)));
        set("alike_of_1_in_20", json!(rounded(share(&structures, 0.05), 1000.0)));
        set("apart_mean", json!(rounded(apart / count, 10_000.0)));
        set("unlike_share", json!(rounded(unlike as f64 / count, 1000.0)));
        let worst: Vec<&str> = alike.iter().take(unlike.min(NAMED)).map(|(_, name)| name.as_str()).collect();
        set("least_alike", json!(worst));
    }
    let not_compared: u32 = shown.iter().map(|shown| shown.not_compared).sum();
    if not_compared > 0 {
        set("not_compared_pages", json!(not_compared));
    }
    figures
}

/// What the kernel counts of the processor for children of this process that have ended, to a tick, which is a hundredth of a second.
fn children() -> Duration {
    ticks(&fs::read_to_string("/proc/self/stat").unwrap_or_default(), clock_ticks_per_second())
}

/// The same, of the words of `/proc/self/stat`.
fn ticks(stat: &str, a_second: u64) -> Duration {
    // The name of the program may have blanks and brackets of its own.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    // User and system, waited for: the 16th and the 17th of all, of which two stand before.
    let ticks: u64 = after.split_whitespace().skip(13).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
    Duration::from_secs_f64(ticks as f64 / a_second.max(1) as f64)
}

/// The least value that this share of them is not above.
fn share(of: &[f64], share: f64) -> f64 {
    let mut all = of.to_vec();
    all.sort_by(f64::total_cmp);
    let place = (all.len() as f64 * share).ceil() as usize;
    all.get(place.saturating_sub(1)).copied().unwrap_or_default()
}

fn millis(took: &Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn mib(bytes: Option<u64>) -> Value {
    json!(bytes.map(|bytes| bytes / MIB))
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(of: &Value, name: &str) -> Value {
        of.get(name).cloned().unwrap_or_default()
    }

    fn ms(number: u64) -> Duration {
        Duration::from_millis(number)
    }

    /// Ten pages, drawn in this many ms by the worker; another program needs twice that, and four times the processor.
    fn shown(name: &str, took: u64) -> Shown {
        let mut shown = Shown { name: name.to_owned(), pages: 10, marked: vec![ms(took)], ..Shown::default() };
        shown.first.insert(By::Worker, vec![ms(took / 2)]);
        shown.took(By::Worker, 10, ms(took), ms(took));
        shown.took(By::Other(Other::Pdftoppm), 10, ms(took * 2), ms(took * 4));
        shown
    }

    #[test]
    fn what_the_kernel_counts_for_children_is_found_whatever_the_program_is_called() {
        let stat = "42 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 11 12 250 50 20 0 1 0 99";
        assert_eq!(ticks(stat, 100), Duration::from_secs(3));
        assert_eq!(ticks("", 100), Duration::ZERO);
    }

    #[test]
    fn a_share_of_values_is_the_one_that_so_many_are_not_above() {
        let of: Vec<f64> = (1..=20).rev().map(f64::from).collect();
        assert_eq!((share(&of, 0.5), share(&of, 0.95), share(&of, 1.0), share(&of, 0.05)), (10.0, 19.0, 20.0, 1.0));
        assert_eq!((share(&[7.0], 0.5), share(&[], 0.5)), (7.0, 0.0));
    }

    #[test]
    fn a_document_that_another_program_does_not_draw_is_left_out_of_what_both_took() {
        let mut not_theirs = shown("hard", 9_000);
        not_theirs.drawn.remove(&By::Other(Other::Pdftoppm));
        not_theirs.failed.push("pdftoppm");
        let refused =
            Shown { name: "locked".to_owned(), refused: Some("view_encrypted".to_owned()), ..Shown::default() };
        let of = json!(summed(&[shown("easy", 1_000), not_theirs, refused]));
        assert_eq!((at(&of, "documents"), at(&of, "pages")), (json!(2), json!(20)));
        assert_eq!(at(&of, "refused"), json!(["locked: view_encrypted"]));
        assert_eq!(at(&of, "not_by_pdftoppm"), json!(["hard"]));
        assert_eq!((at(&of, "pages_s_worker"), at(&of, "pages_s_pdftoppm")), (json!(2.0), json!(5.0)));
        let processor = (at(&of, "processor_ms_a_page_worker"), at(&of, "processor_ms_a_page_pdftoppm"));
        assert_eq!(processor, (json!(500.0), json!(400.0)));
        assert_eq!(at(&of, "processor_of_pdftoppm"), json!(0.25), "of the pages that both drew");
        assert_eq!((at(&of, "first_marked_ms"), at(&of, "first_marked_most_ms")), (json!(1000.0), json!(9000.0)));
        assert!(of.get("pages_s_mutool").is_none() && of.get("alike_pages").is_none());
    }

    #[test]
    fn pages_that_are_unlike_are_counted_and_the_least_alike_named_first() {
        let mut one = shown("one.pdf", 100);
        let like = |structure: f64| Likeness { structure, apart: (1.0 - structure) / 10.0 };
        one.alike = vec![(1, like(1.0)), (2, like(0.5)), (3, like(0.9)), (4, like(0.2))];
        one.not_compared = 6;
        let of = json!(summed(&[one]));
        assert_eq!((at(&of, "alike_pages"), at(&of, "not_compared_pages")), (json!(4), json!(6)));
        assert_eq!((at(&of, "unlike_share"), at(&of, "alike_median")), (json!(0.5), json!(0.5)));
        assert_eq!(at(&of, "least_alike"), json!(["one.pdf, 4: 0.20", "one.pdf, 2: 0.50"]));
        assert_eq!(at(&of, "apart_mean"), json!(0.035));
    }
}
