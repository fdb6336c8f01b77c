//! Words that were not understood, in sentences of our own: clap's are English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::Refused;
use crate::problem::Problem;

/// The longest part of a typed value that is shown, in characters.
const SHOWN: usize = 80;

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        match refused {
            Refused::Text(problem) => problem,
            Refused::Words(error) => mistyped(&error),
        }
    }
}

/// What is wrong with the words of a command, what can be chosen instead, and how it is written.
fn mistyped(error: &clap::Error) -> Problem {
    value(error).unwrap_or_else(|| {
        let (cause, usage) = said(error);
        let (command, below) = command_of(&usage);
        let (kind, words, other) = words(error, &command).unwrap_or(("other", String::new(), String::new()));
        let near = listed(error, &[ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]);
        let choices = if matches!(kind, "command" | "subcommand") { below } else { String::new() };
        let hint = match (near.is_empty(), choices.is_empty()) {
            (true, true) if kind == "value" => "value",
            (true, true) => "none",
            (false, true) => "near",
            (true, false) => "choices",
            (false, false) => "both",
        };
        Problem::usage("usage")
            .with("kind", kind)
            .with("option", words.split(' ').next().unwrap_or_default())
            .with("words", words.as_str())
            .with("other", other)
            .with("hint", hint)
            .with("near", near)
            .with("choices", choices)
            .with("usage", usage)
            .detailed(cause)
    })
}

/// Which words are wrong, in what way, and next to which others.
fn words(error: &clap::Error, command: &str) -> Option<(&'static str, String, String)> {
    let arg = listed(error, &[ContextKind::InvalidArg]);
    let told = match error.kind() {
        ErrorKind::MissingRequiredArgument => ("missing", arg, String::new()),
        ErrorKind::UnknownArgument if arg.starts_with('-') => ("unknown", arg, String::new()),
        ErrorKind::UnknownArgument => ("surplus", arg, String::new()),
        ErrorKind::InvalidSubcommand => ("command", listed(error, &[ContextKind::InvalidSubcommand]), String::new()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("subcommand", command.to_owned(), String::new())
        }
        ErrorKind::ArgumentConflict => match listed(error, &[ContextKind::PriorArg]) {
            prior if prior == arg => ("twice", arg, String::new()),
            prior => ("conflict", arg, prior),
        },
        ErrorKind::InvalidValue => ("value", arg, String::new()),
        ErrorKind::NoEquals | ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            ("number", arg, String::new())
        }
        ErrorKind::InvalidUtf8 => return Some(("not_utf_8", String::new(), String::new())),
        _ => return None,
    };
    (!told.1.is_empty()).then_some(told)
}

/// The command that a line of usage is of, and those below it.
fn command_of(usage: &str) -> (String, String) {
    let mut command = crate::cli::command();
    let mut named = vec!["zegelctl"];
    for word in usage.split_whitespace().skip(1) {
        let Some(below) = command.find_subcommand(word).cloned() else { break };
        named.push(word);
        command = below;
    }
    let below: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    (named.join(" "), below.join(", "))
}

/// What an error names, one after the other.
fn listed(error: &clap::Error, kinds: &[ContextKind]) -> String {
    let names = kinds.iter().flat_map(|kind| match error.get(*kind) {
        Some(ContextValue::String(name)) => vec![name.as_str()],
        Some(ContextValue::Strings(names)) => names.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    });
    names.map(|name| name.chars().take(SHOWN).collect::<String>()).collect::<Vec<_>>().join(", ")
}

/// A value that is not what its place asks for, told by what was typed and how it is written; none where it is the words
/// themselves that are wrong.
fn value(error: &clap::Error) -> Option<Problem> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    // `--until <DATE>`, or the value alone where it was taken for an option.
    let place = text(ContextKind::InvalidArg).unwrap_or_default();
    let typed = text(ContextKind::InvalidValue);
    for word in [Some(place), typed].into_iter().flatten() {
        let key = word.trim_start().starts_with("-----BEGIN").then(|| seal::KeyFlaw::foreign(word)).flatten();
        if let Some(flaw) = key {
            return Some(Problem::value(flaw.code()));
        }
    }
    let code = match (error.kind(), place) {
        (ErrorKind::InvalidValue, _) => "bad_choice",
        (ErrorKind::ValueValidation, place) if place.contains("<DATE>") => "bad_date",
        (ErrorKind::ValueValidation, place) if place.contains("<N|all>") => "bad_limit",
        (ErrorKind::ValueValidation, place) if place.contains("<PX>") => "bad_width",
        (ErrorKind::ValueValidation, _) => "bad_number",
        _ => return None,
    };
    let typed = typed?;
    let option = place.split(' ').next().unwrap_or_default();
    let (code, bounds) = match (code, bounds(error)) {
        ("bad_number", Some(bounds)) => ("number_beyond", Some(bounds)),
        (code, _) => (code, None),
    };
    let problem =
        Problem::value(code).with("typed", typed.chars().take(SHOWN).collect::<String>()).with("option", option);
    let problem = match bounds {
        Some((least, most)) => problem.with("least", least).with("most", most),
        None => problem,
    };
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(choices)) if !choices.is_empty() => {
            Some(problem.with("choices", choices.join(", ")))
        }
        // A value that is missing altogether is for the words to say.
        _ if code == "bad_choice" => None,
        _ => Some(problem),
    }
}

/// The least and the most that can stand where a number is too small or too large: clap tells them in its own words alone.
fn bounds(error: &clap::Error) -> Option<(String, String)> {
    let said = std::error::Error::source(error)?.to_string();
    let (least, most) = said.split_once(" is not in ")?.1.split_once("..=")?;
    let number = |text: &str| text.parse::<i128>().is_ok().then(|| text.to_owned());
    Some((number(least)?, number(most)?))
}

/// What clap says is wrong, with its hints, and how it is written.
fn said(error: &clap::Error) -> (String, String) {
    let text = error.render().to_string();
    let (cause, rest) = text.split_once("\nUsage: ").unwrap_or((&text, "zegelctl --help"));
    let cause = cause.split("For more information").next().unwrap_or_default();
    let words: Vec<&str> = cause.trim_start_matches("error: ").split_whitespace().collect();
    (words.join(" "), rest.lines().next().unwrap_or_default().to_owned())
}
