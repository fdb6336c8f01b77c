//! Advice that names a command names one that there is: in the four catalogues, in the README, in the documents.

use std::collections::BTreeSet;
use std::path::Path;

use clap::Command;
use words::Lang;

use super::text::{command, is_text};

/// Ends what somebody would type.
const ENDS: &[char] = &['”', '»', '“', '’', '`', '\n', '.', ',', ';', ':', ')', '|', '>', '#'];

/// What follows each `zegelctl` of a text, as words.
fn named(text: &str) -> Vec<Vec<&str>> {
    let typed = text.split("zegelctl").skip(1).map(|rest| rest.split(ENDS).next().unwrap_or_default());
    typed
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', '\u{a0}']))
        .map(|t| t.split_whitespace().collect())
        .collect()
}

/// A text with a word in the place of each value that it asks for.
fn filled(text: &str) -> String {
    let mut parts = text.split("{ $");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |said, part| said + "value" + part.split_once('}').map_or(part, |(_, rest)| rest))
}

/// What of these words is no command, flag or argument of this program.
fn unknown(words: &[&str]) -> Option<String> {
    let root = command();
    let mut at = &root;
    let mut words = words.iter().peekable();
    let mut named = false;
    while let Some(word) = words.next() {
        if let Some(flag) = word.strip_prefix('-') {
            let flag = flag.trim_start_matches('-');
            let here = |c: &Command| c.get_arguments().find(|a| a.get_long() == Some(flag)).cloned();
            let built_in = ["help", "version"].contains(&flag);
            match here(at).or_else(|| here(&root).filter(|arg| arg.is_global_set())) {
                Some(arg) if arg.get_action().takes_values() => {
                    words.next();
                    let several = arg.get_num_args().is_some_and(|number| number.max_values() > 1);
                    while several && words.next_if(|word| !word.starts_with('-')).is_some() {}
                }
                Some(_) => {}
                None if built_in => {}
                None => return Some((*word).to_owned()),
            }
        } else if let Some(below) = at.find_subcommand(word) {
            (at, named) = (below, true);
        } else if at.has_subcommands() || !named || at.get_positionals().next().is_none() {
            return Some((*word).to_owned());
        }
    }
    None
}

/// The code of a page: between single backticks, and in blocks for a shell.
fn code(page: &str) -> String {
    let mut code = String::new();
    for (at, part) in page.split("```").enumerate() {
        if at % 2 == 1 {
            code.push_str(part.strip_prefix("sh\n").unwrap_or_default());
            continue;
        }
        for inline in part.split('`').skip(1).step_by(2) {
            code.push_str(inline);
            code.push('\n');
        }
    }
    code
}

fn pages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut waiting = vec![root.join("README.md"), root.join("SECURITY.md"), root.join("docs")];
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("it is read").path()));
        } else if path.extension().is_some_and(|ending| ending == "md") {
            let page = std::fs::read_to_string(&path).expect("a page is text");
            pages.push((path.display().to_string(), code(&page)));
        }
    }
    pages
}

#[test]
fn every_command_that_a_text_names_is_one_of_this_program() {
    let said = |lang| {
        filled(&words::catalogue(lang).lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n"))
    };
    let catalogues = Lang::ALL.into_iter().map(|lang| (format!("{lang}.ftl"), said(lang)));
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (source, text) in catalogues.chain(pages()) {
        for words in named(&text) {
            seen += 1;
            if let Some(unknown) = unknown(&words) {
                faults.push(format!("{source}: zegelctl {}: no `{unknown}`", words.join(" ")));
            }
        }
    }
    assert!(seen > 25, "{seen}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_command_that_is_not_there_is_caught() {
    for typed in ["doctr", "doc", "doc opn x", "doc open x --purpos y", "instead", "ledger verify --check x"] {
        let words: Vec<&str> = typed.split(' ').collect();
        assert_eq!(unknown(&words).is_some(), typed != "doc", "{typed}");
    }
    assert_eq!(named("Use “zegelctl doc list”, or zegelctl-x, or `zegelctl`."), [vec!["doc", "list"], vec![]]);
}

#[test]
fn every_flag_that_a_sentence_names_is_one_of_this_program() {
    fn flags(command: &Command, into: &mut BTreeSet<String>) {
        into.extend(command.get_arguments().filter_map(|arg| arg.get_long().map(|long| format!("--{long}"))));
        command.get_subcommands().for_each(|below| flags(below, into));
    }
    let mut known = BTreeSet::from(["--help".to_owned(), "--version".to_owned()]);
    flags(&command(), &mut known);
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        for (number, line) in words::catalogue(lang).lines().enumerate() {
            let flags =
                line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| word.starts_with("--"));
            let unknown = flags.filter(|flag| !known.contains(*flag));
            faults.extend(unknown.map(|flag| format!("{lang}, line {}: {flag}", number + 1)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Ids, levels, dates, paths and codes need no file: they say nothing by themselves. What is new belongs to one or the other.
#[test]
fn every_argument_is_a_free_text_or_one_that_says_nothing() {
    const NOTHING: &[&str] = &[
        "id",
        "officer",
        "acting_officer",
        "nationality",
        "roles",
        "custodians",
        "policy",
        "policies",
        "level",
        "categories",
        "ceiling",
        "lead",
        "dossier",
        "after",
        "partner",
        "rel",
        "interest",
        "is",
        "topics",
        "from",
        "doc",
        "docs",
        "action",
        "nation",
        "communities",
        "recipient",
        "signing_key",
        "fingerprint",
        "release",
        "request",
        "at",
        "to",
        "to_spif",
        "content_type",
        "since",
        "sort",
        "until",
        "what",
        "class",
        "deputy",
        "with",
        "pages",
        "code",
        "key",
        "plugin_recipient",
        "kind",
        "about",
        "within",
        "database",
        "objects",
        "printer",
        "mine",
        "like",
    ];
    fn check(command: &Command, faults: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let id = arg.get_id().as_str();
            let takes_text = arg.get_value_parser().type_id() == clap::builder::ValueParser::string().type_id();
            if takes_text && is_text(arg) == NOTHING.contains(&id) {
                faults.push(format!("{} {id}", command.get_name()));
            }
        }
        command.get_subcommands().for_each(|below| check(below, faults));
    }
    let mut faults = Vec::new();
    check(&command(), &mut faults);
    assert!(faults.is_empty(), "{faults:#?}");
}
