//! `zegelctl`: the same uses as the window, for scripts, for oversight, for recovery, for measuring.

mod bench;
mod cli;
mod commands;
mod context;
mod demo;
mod problem;
mod shown;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use cli::Cli;
use context::Context;
use problem::Problem;
use vault::ExitClass;

fn main() -> ExitCode {
    let asked_json = std::env::args_os().skip(1).any(|arg| arg == "--json");
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return ExitCode::from(refused_words(&error, asked_json)),
    };
    let mut context = Context::new(cli.common);
    let json = context.common.json;
    let outcome = seal::harden_process().map_err(|error| Problem {
        detail: Some(error.to_string()),
        ..Problem::new("not_hardened", ExitClass::Failed)
    });
    let outcome = outcome.and_then(|()| commands::run(cli.command, &mut context));
    let status = match outcome {
        Ok(shown) => match shown.print(json, &mut io::stdout().lock()) {
            Ok(()) => shown.exit,
            // Whoever reads has had enough, as `head` does.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Err(_) => ExitClass::Failed as u8,
        },
        Err(problem) => {
            complain(&problem, &context, &mut io::stderr().lock());
            problem.exit as u8
        }
    };
    ExitCode::from(status)
}

/// Says what went wrong: one JSON object, or sentences.
fn complain(problem: &Problem, context: &Context, out: &mut dyn Write) {
    let spoken = problem.spoken(context.lang);
    let said = if context.common.json {
        writeln!(out, "{}", serde_json::json!(spoken))
    } else {
        let reasons: String = spoken
            .reasons
            .iter()
            .map(|reason| {
                let fix = if reason.fix.is_empty() { String::new() } else { format!("\n    → {}", reason.fix) };
                format!("  ✗ {}{fix}\n", reason.message)
            })
            .collect();
        let fix = if spoken.fix.is_empty() { String::new() } else { format!("{}\n", spoken.fix) };
        write!(out, "{}\n{reasons}{fix}", spoken.message)
    };
    // Nowhere left to complain to.
    drop(said);
}

/// Words that do not parse. Help and version are no errors.
fn refused_words(error: &clap::Error, json: bool) -> u8 {
    let harmless = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    if harmless || !json {
        // A closed terminal is no reason to panic.
        drop(error.print());
    } else {
        let message = error.render().to_string();
        let first = message.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned();
        let fix = message.lines().rfind(|line| line.starts_with("Usage:")).unwrap_or_default().to_owned();
        let object = serde_json::json!({"code": "usage", "message": first, "fix": fix, "reasons": []});
        drop(writeln!(io::stderr(), "{object}"));
    }
    if harmless { 0 } else { ExitClass::Usage as u8 }
}
