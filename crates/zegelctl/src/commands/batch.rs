//! `batch`: commands one a line, under one unlock.

use clap::Args;
use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use serde_json::Value;
use vault::ExitClass;

use crate::cli::{self, Command, Refused, Typed};
use crate::context::Context;
use crate::encoding::UTF_16;
use crate::input::{self, Reader};
use crate::interrupt;
use crate::named;
use crate::problem::Problem;
use crate::shown::{Human, Shown};

#[derive(Args, Debug)]
pub struct Batch {
    /// A file of commands; else standard input.
    pub file: Option<PathBuf>,
    /// End at the first failure.
    #[arg(long)]
    pub stop: bool,
}

/// Longest line, in bytes.
const LINE_LIMIT: usize = 1024 * 1024;
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Runs every line; the status is that of the first that failed.
pub fn run(batch: &Batch, context: &mut Context) -> Result<Shown, Problem> {
    let mut from: Box<dyn BufRead> = match batch.file.as_deref().filter(|path| !input::is_standard(path)) {
        Some(path) => Box::new(BufReader::new(named::open(path)?)),
        None => Box::new(input::claim(Reader::Batch)?.lock()),
    };
    let name = batch.file.as_deref().unwrap_or(Path::new("-"));
    context.batch = true;
    let (mut status, mut number, mut empty) = (0, 0_usize, true);
    let mut done = 0_usize;
    loop {
        number += 1;
        interrupt::last_words(Some(ended(number, done, context)));
        let read = line(&mut *from, number == 1).map_err(|error| Problem::file(name, &error))?;
        let outcome = match read {
            Line::End => break,
            Line::Of(line) if line.is_empty() || line.starts_with('#') => continue,
            Line::Of(line) => parse(&line)
                .and_then(|(command, typed)| super::run(command, context).map_err(|problem| problem.naming(&typed))),
            Line::Wrong(problem) => Err(problem),
        };
        empty = false;
        // What failed by itself says its line; what was done in part, or found something wrong, does not.
        let in_part = outcome.is_ok();
        let failed = tell(outcome.map_err(|problem| problem.at_line(number)), context)?;
        done += 1;
        let line = number.to_string();
        if failed != 0 && in_part && !context.common.json {
            say(&context.say("cli-batch-line-status", &[("line", &line), ("status", &failed.to_string())]));
        }
        if failed != 0 && status == 0 {
            status = failed;
        }
        if interrupt::asked() {
            interrupt::last_words(None);
            return Err(stopped(number + 1, done));
        }
        if failed != 0 && batch.stop {
            if !context.common.json {
                say(&context.say("cli-batch-ended", &[("line", &line)]));
            }
            break;
        }
    }
    interrupt::last_words(None);
    if empty {
        return Err(Problem::new("no_command_in", ExitClass::Failed));
    }
    Ok(Shown { json: Value::Null, human: Human::Nothing, exit: status })
}

/// Next to what the commands say. Who closed standard error wants to hear nothing.
fn say(sentence: &str) {
    drop(writeln!(io::stderr().lock(), "{sentence}"));
}

/// What is said of a batch that a signal ended: up to which line it was carried out.
fn stopped(line: usize, done: usize) -> Problem {
    let mut problem =
        Problem::new("batch_stopped", ExitClass::Failed).with("line", line.to_string()).with("done", done.to_string());
    problem.beside.more.insert("done".to_owned(), Value::from(done));
    problem.beside.more.insert("from_line".to_owned(), Value::from(line));
    problem
}

/// The same, ready for when there is no time for more.
fn ended(line: usize, done: usize, context: &Context) -> String {
    let spoken = stopped(line, done).spoken(context.lang);
    if context.common.json { format!("{}\n", serde_json::json!(spoken)) } else { spoken.sentences() }
}

/// What stands on a line.
enum Line {
    Of(String),
    Wrong(Problem),
    End,
}

/// Reads one line to its end, whatever is on it: of one that is too long nothing is left to be taken for another.
fn line(from: &mut dyn BufRead, first: bool) -> io::Result<Line> {
    let mut bytes = Vec::new();
    let most = LINE_LIMIT as u64 + 1;
    if (&mut *from).take(most).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Line::End);
    }
    if bytes.len() > LINE_LIMIT && !bytes.ends_with(b"\n") {
        skip(from)?;
        return Ok(wrong("line_too_long", "limit", &LINE_LIMIT.to_string()));
    }
    if first && UTF_16.iter().any(|mark| bytes.starts_with(mark)) {
        // What follows is no text to a program that takes it for UTF-8: one clear answer instead of one for each line.
        io::copy(from, &mut io::sink())?;
        return Ok(wrong("bad_line", "cause", "utf-16"));
    }
    let text = if first { bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes) } else { &bytes };
    Ok(match std::str::from_utf8(text) {
        Err(_) => wrong("bad_line", "cause", "not-utf-8"),
        Ok(text) if text.contains('\0') => wrong("bad_line", "cause", "nul"),
        Ok(text) => Line::Of(text.trim().to_owned()),
    })
}

fn skip(from: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let buffer = from.fill_buf()?;
        let (used, ended) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        from.consume(used);
        if ended {
            return Ok(());
        }
    }
}

fn wrong(code: &str, name: &str, value: &str) -> Line {
    Line::Wrong(Problem::usage(code).with(name, value))
}

/// All the words of a line, or why they are not known. A shell leaves out what follows a `#`: here that might be the end of a
/// right, so such a line is not run.
fn words(line: &str) -> Result<Vec<String>, &'static str> {
    let Some(words) = shlex::split(line) else {
        let escapes = shlex::split(&format!("{line}\\")).is_some();
        return Err(if escapes { "backslash" } else { "quotes" });
    };
    // A word more at the end is one of the words, unless everything there is left out.
    let one_more = shlex::split(&format!("{line} ."));
    if one_more.is_some_and(|more| more.len() == words.len() + 1) { Ok(words) } else { Err("comment") }
}

fn parse(line: &str) -> Result<(Command, Typed), Problem> {
    let words = words(line).map_err(|cause| Problem::usage("bad_line").with("cause", cause))?;
    let words: Vec<OsString> = std::iter::once("zegelctl".to_owned()).chain(words).map(OsString::from).collect();
    let (cli, typed) = cli::parse(&words).map_err(|refused| match refused {
        Refused::Words(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Problem::usage("not_in_batch")
        }
        refused => Problem::from(refused),
    })?;
    // Who acts, where, and how it is told was said for all lines: a line that says otherwise means something else.
    if !typed.globals.is_empty() {
        return Err(Problem::usage("not_in_line").with("flag", typed.globals.join(", ")));
    }
    match cli.command {
        Command::Batch(_)
        | Command::Init(_)
        | Command::Demo(_)
        | Command::Bench(_)
        | Command::Backup(_)
        | Command::Restore(_)
        | Command::Identity(_)
        | Command::Passphrase(_) => Err(Problem::usage("not_in_batch")),
        command => Ok((command, typed)),
    }
}

/// Shows one outcome and gives its status. With `--json` each line is one object on standard output, in order.
fn tell(outcome: Result<Shown, Problem>, context: &mut Context) -> Result<u8, Problem> {
    let news = context.news();
    let json = context.common.json;
    let mut out = io::stdout().lock();
    let (told, status) = match outcome {
        Ok(shown) => {
            let shown = shown.with_news(news, context);
            (shown.print(json, &mut out), shown.exit)
        }
        Err(problem) => {
            let spoken = problem.spoken(context.lang);
            let human = if json { Human::Nothing } else { Human::Text(format!("✗ {}", spoken.sentences())) };
            let mut object = serde_json::json!(spoken);
            if let Some(fields) = object.as_object_mut() {
                fields.insert("exit".to_owned(), Value::from(problem.exit as u8));
            }
            let shown = Shown { json: object, human, exit: problem.exit as u8 }.with_news(news, context);
            (shown.print(json, &mut out), shown.exit)
        }
    };
    match told.and_then(|()| out.flush()) {
        Ok(()) => Ok(status),
        // The reader has had enough; the lines that follow are carried out all the same.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status),
        Err(error) => Err(Problem::output(&error)),
    }
}
