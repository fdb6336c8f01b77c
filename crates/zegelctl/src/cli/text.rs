//! Free text in the words of a command: titles, subjects, purposes, names. It need not be there, where every user of the
//! machine can read it in the list of processes.

use std::cell::RefCell;
use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::builder::TypedValueParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource::CommandLine;
use clap::{Arg, ArgMatches, Command, CommandFactory, FromArgMatches};

use super::{Cli, Common};
use crate::encoding;
use crate::input::{self, Reader};
use crate::problem::Problem;

/// How the value of a free text is shown in the help.
pub const TEXT: &str = "TEXT|@FILE";
/// The longest text that is read from a file, in bytes: longer than any that is kept.
const LIMIT: u64 = 64 << 10;
const WHY: &str = "Words of a command can be read by every user of this machine, in the list of processes. So each \
    TEXT|@FILE may stand in a file: @FILE is read (UTF-8, without its last line end), @- is standard input, and @@… is a \
    text that itself begins with @.";

/// Words that were not understood, or whose files could not be read.
#[derive(Debug)]
pub enum Refused {
    Words(clap::Error),
    Text(Problem),
}

/// Reads the words of one command, its own name first, and the files that stand for texts in them.
///
/// # Errors
/// What is wrong with the words, before any file is read; then what is wrong with a file.
pub fn parse(words: &[OsString]) -> Result<(Cli, Typed), Refused> {
    let look = |reading| {
        PASS.set(Pass { reading, failed: None });
        let matches = command().try_get_matches_from(words);
        let failed = PASS.take().failed;
        match (failed, matches) {
            (Some(problem), _) => Err(Refused::Text(problem)),
            (None, matches) => matches.map_err(|error| match empty(&error, words) {
                Some(problem) => Refused::Text(problem),
                None => Refused::Words(completed(error, words)),
            }),
        }
    };
    let given = |matches: &ArgMatches| Cli::from_arg_matches(matches).map_err(Refused::Words);
    let matches = look(false)?;
    let typed = Typed::of(&matches);
    if given(&matches)?.common.passphrase_file.is_some_and(|path| input::is_standard(&path)) {
        input::expect_passphrase();
    }
    let matches = look(true)?;
    match blank(&matches) {
        Some(problem) => Err(Refused::Text(problem)),
        None => Ok((given(&matches)?, typed)),
    }
}

/// What was typed in the words of one command.
#[derive(Debug, Default)]
pub struct Typed {
    /// The options for all commands, of those that were typed and not taken from the environment.
    pub globals: Vec<&'static str>,
    /// Each option or argument that has a value, with its values.
    values: Vec<(String, Vec<String>)>,
    /// Those whose value is a day or a time.
    days: Vec<String>,
}

impl Typed {
    fn of(matches: &ArgMatches) -> Typed {
        let root = command();
        let (mut command, mut level) = (&root, matches);
        let mut typed = Typed { globals: globals(matches), ..Typed::default() };
        loop {
            for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
                let id = arg.get_id().as_str();
                if level.try_contains_id(id).is_err() || level.value_source(id) != Some(CommandLine) {
                    continue;
                }
                let words = level.get_raw(id).into_iter().flatten().filter_map(|word| word.to_str().map(str::to_owned));
                typed.values.push((name(arg), words.collect()));
                let dated = arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == "DATE"));
                if dated || ["since", "until"].contains(&id) {
                    typed.days.push(name(arg));
                }
            }
            let Some((below, matched)) = level.subcommand() else { return typed };
            let Some(found) = command.find_subcommand(below) else { return typed };
            (command, level) = (found, matched);
        }
    }

    /// The options whose value is this, or has it in a list or behind an equals sign.
    pub fn with(&self, value: &str) -> Vec<String> {
        let holding = |has: &dyn Fn(&str) -> bool| -> Vec<String> {
            let options = self.values.iter().filter(|(_, words)| words.iter().any(|word| has(word)));
            options.map(|(name, _)| name.clone()).collect()
        };
        let whole = holding(&|word| word == value);
        if !whole.is_empty() {
            return whole;
        }
        // Nothing stands between any two commas.
        match value.trim() {
            "" => Vec::new(),
            value => holding(&|word| word.split([',', '=', ':']).any(|part| part.trim() == value)),
        }
    }

    /// The options whose value is a day or a time.
    pub fn days(&self) -> Vec<String> {
        self.days.clone()
    }
}

/// Where a value that says nothing means something (nobody, none, anything), or is told with how it is written.
const MAY_BE_BLANK: [&str; 9] = ["rel", "subject", "originator", "paper", "query", "since", "until", "pages", "sort"];

/// The first option or argument whose value was typed and holds nothing.
fn blank(matches: &ArgMatches) -> Option<Problem> {
    let root = command();
    let (mut command, mut level) = (&root, matches);
    loop {
        let typed = |arg: &&Arg| {
            let id = arg.get_id().as_str();
            arg.get_action().takes_values()
                && !MAY_BE_BLANK.contains(&id)
                && level.try_contains_id(id).is_ok()
                && level.value_source(id) == Some(CommandLine)
        };
        let holds_nothing = |arg: &&Arg| {
            let id = arg.get_id().as_str();
            if is_text(arg) {
                level.get_many::<String>(id).into_iter().flatten().any(|text| text.trim().is_empty())
            } else {
                let raw = level.get_raw(id).into_iter().flatten();
                raw.into_iter().any(|word| word.to_str().is_some_and(|word| word.trim().is_empty()))
            }
        };
        if let Some(arg) = command.get_arguments().filter(typed).find(holds_nothing) {
            return Some(Problem::usage("missing").with("field", name(arg)));
        }
        let (below, matched) = level.subcommand()?;
        (command, level) = (command.find_subcommand(below)?, matched);
    }
}

/// That a path was typed and has nothing in it. Clap says the same of an option whose value was left away: then no word is empty.
fn empty(error: &clap::Error, words: &[OsString]) -> Option<Problem> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let typed = |word: &OsString| {
        word.is_empty() || word.to_str().is_some_and(|word| word.starts_with("--") && word.ends_with('='))
    };
    let choices = matches!(error.get(ContextKind::ValidValue), Some(ContextValue::Strings(all)) if !all.is_empty());
    if error.kind() != ErrorKind::InvalidValue
        || text(ContextKind::InvalidValue) != Some("")
        || choices
        || !words.iter().skip(1).any(typed)
    {
        return None;
    }
    let place = text(ContextKind::InvalidArg)?;
    let field = if place.starts_with("--") { place.split(' ').next().unwrap_or(place) } else { place };
    Some(Problem::usage("missing").with("field", field))
}

/// How an option, or an argument without a name of its own, is called.
fn name(arg: &Arg) -> String {
    arg.get_long().map_or_else(|| arg.to_string(), |long| format!("--{long}"))
}

/// An error with what clap leaves out: how the command is written; and where a value begins with a hyphen and was taken for
/// an option, which option it was meant for.
fn completed(mut error: clap::Error, words: &[OsString]) -> clap::Error {
    let mut root = command();
    root.build();
    let (mut at, mut waiting): (&Command, Option<&Arg>) = (&root, None);
    let unknown = match (error.kind(), error.get(ContextKind::InvalidArg)) {
        // A word too many that is also the value of an option, as one's own id after `--as`, was taken for nothing else.
        (ErrorKind::UnknownArgument, Some(ContextValue::String(word))) if word.starts_with('-') => Some(word.clone()),
        _ => None,
    };
    let mut meant = None;
    for word in words.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(option) = waiting.take() {
            if unknown.as_deref().is_some_and(|unknown| word.starts_with(unknown)) {
                meant = Some((option.to_string(), word.to_owned()));
                break;
            }
        } else if let Some(long) = word.strip_prefix("--") {
            waiting = at.get_arguments().find(|arg| arg.get_long() == Some(long) && arg.get_action().takes_values());
        } else if let Some(below) = at.find_subcommand(word) {
            at = below;
        }
    }
    if let Some((option, word)) = meant {
        error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(at);
        error.insert(ContextKind::InvalidArg, ContextValue::String(option));
        error.insert(ContextKind::InvalidValue, ContextValue::String(word));
    }
    if error.get(ContextKind::Usage).is_none() {
        let usage = at.clone().render_usage();
        error.insert(ContextKind::Usage, ContextValue::StyledStr(usage));
    }
    error
}

/// The tree of commands, each with what is to be known about its texts.
pub fn command() -> Command {
    fn explained(command: Command) -> Command {
        let command = if command.get_arguments().any(is_text) { command.after_help(WHY) } else { command };
        // A number with a sign is a value, and what is wrong with it is said of its option.
        let command = command
            .mut_args(|arg| if arg.get_action().takes_values() { arg.allow_negative_numbers(true) } else { arg });
        // A group of commands alone is told by ourselves what there is to choose from, in the language of the one who typed it.
        command.mut_subcommands(|below| explained(below.arg_required_else_help(false)))
    }
    explained(Cli::command()).after_help(WHY)
}

/// Whether the value of an argument is a free text.
pub fn is_text(arg: &Arg) -> bool {
    arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == TEXT))
}

/// The options for all commands that were typed here, and not taken from the environment.
fn globals(matches: &ArgMatches) -> Vec<&'static str> {
    let all = [
        ("vault", "--vault"),
        (Common::OFFICER, "--as"),
        ("passphrase_file", "--passphrase-file"),
        ("without_memory", "--without-memory"),
        ("older_identity", "--older-identity"),
        ("json", "--json"),
        ("clock_is_right", "--clock-is-right"),
        ("lang", "--lang"),
    ];
    let mut levels = vec![matches];
    while let Some((_, below)) = levels.last().and_then(|level| level.subcommand()) {
        levels.push(below);
    }
    let typed = |id: &str| {
        levels.iter().any(|level| level.try_contains_id(id).is_ok() && level.value_source(id) == Some(CommandLine))
    };
    all.into_iter().filter(|(id, _)| typed(id)).map(|(_, flag)| flag).collect()
}

/// Whether files are read now, and what went wrong with one: a parser of clap says no more than that something did.
#[derive(Default)]
struct Pass {
    reading: bool,
    failed: Option<Problem>,
}

thread_local! {
    static PASS: RefCell<Pass> = RefCell::default();
}

/// The parser of every free text.
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl TypedValueParser for Text {
    type Value = String;

    fn parse_ref(&self, command: &Command, _: Option<&Arg>, typed: &OsStr) -> Result<String, clap::Error> {
        let typed = typed.to_str().ok_or_else(|| clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command))?;
        let failed = |problem| {
            PASS.with_borrow_mut(|pass| pass.failed = Some(problem));
            clap::Error::new(ErrorKind::ValueValidation).with_cmd(command)
        };
        match typed.strip_prefix('@') {
            Some("") => Err(failed(Problem::usage("at_alone"))),
            None => Ok(typed.to_owned()),
            Some(rest) if rest.starts_with('@') => Ok(rest.to_owned()),
            Some(_) if !PASS.with_borrow(|pass| pass.reading) => Ok(String::new()),
            Some(path) => read(Path::new(path)).map_err(failed),
        }
    }
}

fn read(path: &Path) -> Result<String, Problem> {
    let bytes = if input::is_standard(path) {
        input::limited(&mut input::claim(Reader::Text)?.lock(), path, LIMIT)?
    } else {
        input::read_limited(path, LIMIT)?
    };
    let text = encoding::text(&bytes).map_err(|no| no.in_file(path))?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Ok(line.strip_suffix('\r').unwrap_or(line).to_owned())
}
