//! `batch`: commands one a line, under one unlock.

use std::io::{self, BufRead, BufReader, Read, Write};

use clap::Parser;
use serde_json::Value;
use vault::ExitClass;

use crate::cli::{Batch, Cli, Command};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::{Human, Shown};

/// Longest line, in bytes.
const LINE_LIMIT: u64 = 1024 * 1024;

/// Runs every line; the status is that of the first that failed.
pub fn run(batch: &Batch, context: &mut Context) -> Result<Shown, Problem> {
    let mut from: Box<dyn BufRead> = match &batch.file {
        Some(path) => Box::new(BufReader::new(std::fs::File::open(path).map_err(|error| Problem::file(path, &error))?)),
        None => Box::new(io::stdin().lock()),
    };
    let mut status = 0;
    loop {
        let mut line = String::new();
        let read = from.by_ref().take(LINE_LIMIT).read_line(&mut line).map_err(|_| Problem::usage("bad_line"))?;
        if read == 0 {
            break;
        }
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let outcome = parse(line).and_then(|command| super::run(command, context));
        let failed = tell(&outcome, context).map_err(|_| Problem::new("output_closed", ExitClass::Failed))?;
        if failed != 0 && status == 0 {
            status = failed;
        }
        if failed != 0 && batch.stop {
            break;
        }
    }
    Ok(Shown { json: Value::Null, human: Human::Nothing, exit: status })
}

fn parse(line: &str) -> Result<Command, Problem> {
    let words = shlex::split(line).ok_or_else(|| Problem::usage("bad_line"))?;
    let cli = Cli::try_parse_from(std::iter::once("zegelctl".to_owned()).chain(words)).map_err(|error| {
        let said = error.render().to_string();
        let first = said.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        Problem { detail: Some(first), ..Problem::usage("usage") }
    })?;
    match cli.command {
        Command::Batch(_) | Command::Init(_) | Command::Demo(_) | Command::Bench(_) => {
            Err(Problem::usage("not_in_batch"))
        }
        command => Ok(command),
    }
}

/// Shows one outcome and gives its status. With `--json` each line is one object on standard output, in order.
fn tell(outcome: &Result<Shown, Problem>, context: &Context) -> io::Result<u8> {
    let mut out = io::stdout().lock();
    let json = context.common.json;
    let status = match outcome {
        Ok(shown) => {
            shown.print(json, &mut out)?;
            shown.exit
        }
        Err(problem) if json => {
            let mut object = serde_json::json!(problem.spoken(context.lang));
            if let Some(fields) = object.as_object_mut() {
                fields.insert("exit".to_owned(), Value::from(problem.exit as u8));
            }
            writeln!(out, "{object}")?;
            problem.exit as u8
        }
        Err(problem) => {
            let spoken = problem.spoken(context.lang);
            writeln!(out, "✗ {}", spoken.message)?;
            for reason in spoken.reasons {
                writeln!(out, "    {}", reason.message)?;
            }
            problem.exit as u8
        }
    };
    out.flush()?;
    Ok(status)
}
