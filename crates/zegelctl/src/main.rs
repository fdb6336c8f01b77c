//! `zegelctl`: the same uses as the window, for scripts, for oversight, for recovery, for measuring.

mod attendant;
mod bench;
mod cli;
mod commands;
mod context;
mod demo;
mod encoding;
mod ids;
mod input;
mod interrupt;
mod mistyped;
mod named;
mod news;
mod out;
mod passphrase;
mod problem;
mod prompt;
mod said;
mod shown;
mod streams;
mod wholeness;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::ValueEnum as _;
use clap::error::ErrorKind;
use serde_json::Value;

use cli::{Common, LangArg, Refused};
use context::Context;
use problem::Problem;
use vault::ExitClass;

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    if let Err(closed) = streams::output() {
        return ExitCode::from(complain_of(&closed, &typed));
    }
    let (cli, words) = match cli::parse(&typed) {
        Ok(parsed) => parsed,
        Err(refused) => return ExitCode::from(refuse(refused, &typed)),
    };
    // Before there is a second thread: each would be confined by itself.
    let confined = station::confine(&commands::ports(&cli));
    let mut context = Context::new(cli.common);
    context.confined = confined;
    let hardened =
        seal::harden_process().map_err(|error| Problem::new("not_hardened", ExitClass::Failed).detailed(error));
    let listening =
        interrupt::listen().map_err(|error| Problem::new("not_hardened", ExitClass::Failed).detailed(error));
    let outcome = context::clock_is_possible()
        .and(hardened)
        .and(listening)
        .and_then(|()| commands::run(cli.command, &mut context))
        .map_err(|problem| problem.naming(&words));
    let news = context.news();
    context.end_session();
    let status = match outcome {
        Ok(shown) => {
            let shown = shown.with_news(news, &context);
            let mut out = io::stdout().lock();
            match shown.print(context.common.json, &mut out).and_then(|()| out.flush()) {
                Ok(()) => shown.exit,
                // The reader has had enough, as `head` does.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => shown.exit,
                Err(error) => {
                    let problem = Problem::output(&error);
                    complain(&problem, None, &context);
                    problem.exit as u8
                }
            }
        }
        Err(problem) => {
            complain(&problem, news, &context);
            problem.exit as u8
        }
    };
    interrupt::end_if_asked();
    ExitCode::from(status)
}

/// Says what went wrong, and what else there is to know: one JSON object, or sentences.
fn complain(problem: &Problem, news: Option<Vec<vault::Reason>>, context: &Context) {
    let mut err = io::stderr().lock();
    let spoken = problem.spoken(context.lang);
    let news = news.unwrap_or_default();
    let said = if context.common.json {
        let mut object = serde_json::json!(spoken);
        if let Some(fields) = object.as_object_mut().filter(|_| !news.is_empty()) {
            fields.insert("warnings".to_owned(), Value::from(news::warnings(&news, context)));
        }
        writeln!(err, "{object}")
    } else {
        write!(err, "{}{}{}", news::warned(&news, context), spoken.note, spoken.sentences())
    };
    // Nowhere left to complain to.
    drop(said);
}

/// Words that are no command. Help and version are no errors.
fn refuse(refused: Refused, typed: &[OsString]) -> u8 {
    match refused {
        Refused::Words(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            match error.print().and_then(|()| io::stdout().flush()) {
                Ok(()) => 0,
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
                Err(error) => {
                    let problem = Problem::output(&error);
                    complain_of(&problem, typed)
                }
            }
        }
        refused => complain_of(&Problem::from(refused), typed),
    }
}

/// Complains where the words were not understood, or not even read; gives the status.
fn complain_of(problem: &Problem, typed: &[OsString]) -> u8 {
    let json = typed.iter().any(|word| word == "--json");
    complain(problem, None, &Context::new(Common { json, lang: language(typed), ..Common::default() }));
    problem.exit as u8
}

/// What `--lang` says among words that were not understood.
fn language(typed: &[OsString]) -> Option<LangArg> {
    let words: Vec<&str> = typed.iter().filter_map(|word| word.to_str()).collect();
    let after = words.windows(2).find_map(|pair| matches!(pair, ["--lang", _]).then(|| pair.last().copied())).flatten();
    let said = after.or_else(|| words.iter().find_map(|word| word.strip_prefix("--lang=")));
    said.and_then(|said| LangArg::from_str(said, true).ok())
}
