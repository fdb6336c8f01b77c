//! Finding inside documents: what a search, the index and the reading of texts take.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use paper::{Block, PrintedBanner, PrintedSheet};
use serde_json::{Map, Value, json};
use vault::{
    DocumentFilter, FileToRead, Flow, FoundText, NewDocument, OfficerId, Passphrase, Session, Source, TextLack,
    TextReader, Vault, WorkFactor,
};
use viewer::Viewer;

use super::{Sizes, TERMLESS, batch, exercise, median, per_second, remove, seconds};
use crate::context::clock;
use crate::demo;
use crate::problem::Problem;

/// Words of a document.
const LONG: usize = 600;
/// Different words of all documents.
const VOCABULARY: usize = 40_000;
/// Documents that are filed at once.
const AT_ONCE: usize = 500;
/// Small words, as often as in a text that somebody wrote: by them it is told which language it is in.
const SMALL: [&[&str]; 4] = [
    &["le", "la", "les", "de", "des", "du", "et", "dans", "pour", "une", "qui", "par", "est", "sur", "avec", "que"],
    &["de", "het", "een", "van", "en", "in", "op", "te", "dat", "voor", "niet", "met", "zijn", "werd", "door", "aan"],
    &[
        "der", "die", "das", "und", "in", "den", "von", "zu", "mit", "sich", "nicht", "ist", "auf", "werden", "eine",
        "im",
    ],
    &["the", "of", "and", "to", "in", "that", "was", "for", "with", "his", "not", "is", "which", "by", "have", "this"],
];
const ENDINGS: [&[&str]; 4] = [
    &["ation", "ement", "eur", "ions", "er"],
    &["ing", "ingen", "heid", "en", "lijk"],
    &["ung", "ungen", "keit", "en", "lich"],
    &["ing", "ings", "ness", "ed", "s"],
];
const SYLLABLES: [&str; 24] = [
    "ba", "con", "der", "fi", "gra", "hel", "in", "jo", "kar", "lo", "men", "nor", "o", "pra", "qui", "ro", "sta",
    "ter", "u", "ver", "wa", "tri", "mo", "dis",
];

/// Takes the text as it is: the worker is measured by itself.
struct Given;

impl TextReader for Given {
    fn read(&self, file: FileToRead<'_>) -> Result<FoundText, TextLack> {
        let mut text = String::new();
        file.document.read_to_string(&mut text).map_err(|_| TextLack::Damaged)?;
        Ok(FoundText { text, cut: false, recognised: Vec::new(), unrecognised: Vec::new() })
    }
}

/// Numbers that look drawn, the same in every run.
pub(super) struct Numbers(u64);

impl Numbers {
    /// The first ones still look like the number that they are drawn from, and are left out.
    pub fn from(seed: u64) -> Numbers {
        let mut numbers = Numbers(seed);
        let _ = (numbers.draw(), numbers.draw());
        numbers
    }

    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    /// One that is less than this.
    pub fn below(&mut self, end: usize) -> usize {
        self.draw() as usize % end.max(1)
    }

    /// A word by its rank: the second is half as frequent as the first, and so on.
    fn rank(&mut self) -> usize {
        let drawn = self.draw() as f64 / (1_u64 << 31) as f64;
        ((VOCABULARY as f64).powf(drawn) as usize).min(VOCABULARY - 1)
    }
}

fn of<'t>(list: &[&'t str], n: usize) -> &'t str {
    list.get(n % list.len().max(1)).copied().unwrap_or_default()
}

/// The word of a rank, in one of four languages.
fn word(lang: usize, rank: usize) -> String {
    let mut word = String::new();
    let mut rest = rank + 24;
    while rest > 0 {
        word.push_str(of(&SYLLABLES, rest % 24));
        rest /= 24;
    }
    word.push_str(of(ENDINGS.get(lang).copied().unwrap_or_default(), rank / 7));
    word
}

pub(super) fn text(n: usize) -> String {
    let mut drawn = Numbers::from(n as u64 + 1);
    let lang = n % 4;
    let mut text = String::with_capacity(LONG * 8);
    for place in 0..LONG {
        match drawn.draw() % 5 {
            0 | 1 => text.push_str(of(SMALL.get(lang).copied().unwrap_or_default(), drawn.draw() as usize)),
            _ => text.push_str(&word(lang, drawn.rank())),
        }
        text.push_str(match place % 17 {
            16 => ".\n",
            8 => ", ",
            _ => " ",
        });
    }
    text
}

fn unlock(folder: &Path) -> Result<Session, Problem> {
    let vault = Vault::open(folder, clock())?.with_work_factor(WorkFactor::EXERCISE).with_text_reader(Arc::new(Given));
    Ok(vault.unlock(&OfficerId::parse("fictief")?, &Passphrase::new(demo::PASSPHRASE.to_owned()))?)
}

pub fn run(dir: &Path, rows: usize) -> Result<Value, Problem> {
    let (folder, session) = exercise(dir, "fulltext")?;
    drop(session);
    let mut session = unlock(&folder)?;
    session.read_texts(&mut |_, _| Flow::Continue)?;
    let mut figures = Map::new();
    let begin = Instant::now();
    let (mut done, mut bytes) = (0, 0);
    while done < rows {
        let count = AT_ONCE.min(rows - done);
        let documents: Vec<NewDocument> = batch(done, count, 1, TERMLESS)?
            .into_iter()
            .enumerate()
            .map(|(n, new)| {
                let text = text(done + n).into_bytes();
                bytes += text.len();
                NewDocument { source: Source::Bytes(text), ..new }
            })
            .collect();
        session.file_documents(documents, &mut |_| Flow::Continue).map_err(vault::Error::from)?;
        done += count;
    }
    figures.insert("documents".to_owned(), json!(rows));
    figures.insert("text_bytes_a_document".to_owned(), json!(bytes / rows.max(1)));
    figures.insert("filed_per_second".to_owned(), json!(per_second(rows, begin.elapsed())));
    drop(session);
    let before = Sizes::of(&folder);
    let mut session = unlock(&folder)?;
    let begin = Instant::now();
    session.read_texts(&mut |_, _| Flow::Continue)?;
    figures.insert("texts_read_per_second".to_owned(), json!(per_second(rows, begin.elapsed())));
    drop(session);
    let index = Sizes::of(&folder).index.saturating_sub(before.index);
    figures.insert("index_bytes_a_document".to_owned(), json!(index / rows.max(1) as u64));
    let mut session = unlock(&folder)?;
    let (common, middle, rare) = (word(0, 30), word(1, 900), word(2, 20_000));
    for (name, query) in [
        ("one_word", middle.clone()),
        ("rare_word", rare),
        ("common_word", common.clone()),
        ("two_words", format!("{middle} {}", word(1, 400))),
        ("prefix", middle.chars().take(5).collect()),
    ] {
        let filter = DocumentFilter { query: Some(query), inside: true, limit: 25, ..DocumentFilter::default() };
        let found = session.list(&filter)?.total;
        figures.insert(format!("{name}_found"), json!(found));
        let took = median(15, || Ok(session.list(&filter).map(|page| page.rows.len())?))?;
        figures.insert(format!("{name}_ms"), json!(took));
    }
    let all = DocumentFilter::default();
    let took = median(15, || Ok(session.not_searched(&all).map(|counts| counts.len())?))?;
    figures.insert("not_searched_ms".to_owned(), json!(took));
    drop(session);
    remove(&folder)?;
    pages(&mut figures)?;
    Ok(Value::Object(figures))
}

/// What the worker reads of a PDF of many pages, by itself.
fn pages(figures: &mut Map<String, Value>) -> Result<(), Problem> {
    let Ok(viewer) = Viewer::beside_program() else { return Ok(()) };
    let document = report(200)?;
    let begin = Instant::now();
    let read = viewer.read_text("application/pdf", document.len() as u64, &mut document.as_slice(), usize::MAX)?;
    let took = begin.elapsed();
    let pages = read.text.matches('\u{c}').count() + 1;
    figures.insert("extracted_pages".to_owned(), json!(pages));
    figures.insert("extracted_characters".to_owned(), json!(read.text.chars().count()));
    figures.insert("extracted_pages_per_second".to_owned(), json!(per_second(pages, took)));
    figures.insert("extraction_s".to_owned(), json!(seconds(took)));
    Ok(())
}

/// A PDF of about so many pages of words, at least as many.
pub(super) fn report(pages: usize) -> Result<Vec<u8>, Problem> {
    let sheet = PrintedSheet {
        banner: PrintedBanner {
            text: "UNCLASSIFIED".to_owned(),
            colour: "#007a33".to_owned(),
            text_colour: "#ffffff".to_owned(),
        },
        exercise: None,
        lang: "nl".to_owned(),
        title: "Bench".to_owned(),
        facts: Vec::new(),
        // Some eight of them fill a page.
        blocks: (0..pages * 8).map(|n| Block::Paragraph(text(n).chars().take(450).collect())).collect(),
        footer: "bench".to_owned(),
    };
    let failed = |error: paper::Error| Problem::file(Path::new("bench.pdf"), &std::io::Error::other(error.to_string()));
    paper::pdf(&sheet).map_err(failed)
}
