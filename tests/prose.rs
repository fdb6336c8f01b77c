//! What is written for people is plain English: without words that an engineer stumbles over, in short paragraphs, and what the
//! map of the code names is there.

use std::collections::BTreeSet;

use super::sources::{files, source};

/// What is not read: catalogues and pages in other languages, and what is generated.
const UNREAD: &[&str] = &["messages/fr.ftl", "messages/nl.ftl", "messages/de.ftl", "ui/src/lib/ipc/bindings.ts"];

/// What to write for each.
const WORDS: &[(&str, &str)] = &[
    ("whoever", "anyone who, the officer who"),
    ("beside", "next to, in addition to"),
    ("anew", "again"),
    ("hangs on", "depends on"),
    ("hang on", "depend on"),
    // Sentences turned round: in English, a person is named before what he does.
    ("by who", "by the officer who, by those who, by its author"),
    ("to who", "to an officer who, to anyone who"),
    ("of who", "of the officer who, of its author"),
    ("only who", "only the officer who"),
    ("for who", "for anyone who"),
    ("from who", "from the officer who"),
    ("than who", "than the officer who"),
    ("as who", "as the officer who"),
];

/// The most words of a paragraph of the map.
const PARAGRAPH: usize = 90;

/// A line of a page without code and without the targets of links: these are names.
fn prose(line: &str) -> String {
    let without_code: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" · ");
    let mut links = without_code.split("](");
    let mut prose = links.next().unwrap_or_default().to_owned();
    for link in links {
        prose.push_str("] ");
        prose.push_str(link.split_once(')').map_or("", |(_, behind)| behind));
    }
    prose
}

/// What a line of code says to people: its comment, or the name of a test, which is a sentence. `within` is the end of the comment
/// that it stands in, if it stands in one of several lines.
fn told(line: &str, within: &mut Option<&'static str>) -> String {
    let mut said = String::new();
    let mut rest = line;
    loop {
        if let Some(end) = *within {
            let Some((comment, behind)) = rest.split_once(end) else {
                said.push_str(rest);
                break;
            };
            said.push_str(comment);
            said.push_str(" · ");
            *within = None;
            rest = behind;
            continue;
        }
        // Where a comment begins, that of one line among them: what is behind it begins no other.
        let begins =
            |begin: &'static str| rest.match_indices(begin).map(|(at, _)| at).find(|at| begins_here(rest, *at));
        let line_at = begins("//");
        let blocks = [("/*", "*/"), ("<!--", "-->")];
        let block = blocks.into_iter().filter_map(|(begin, end)| Some((begins(begin)?, begin, end))).min();
        match block.filter(|(at, ..)| line_at.is_none_or(|line_at| *at < line_at)) {
            Some((at, begin, end)) => {
                rest = &rest[at + begin.len()..];
                *within = Some(end);
            }
            None => {
                said.push_str(line_at.map_or("", |at| &rest[at + 2..]));
                break;
            }
        }
    }
    said.push_str(" · ");
    said.push_str(&titled(line));
    prose(&said)
}

/// A comment of a block begins a line or stands behind a space; `"/tmp/*"` and `tests/*` are paths.
fn begins_here(line: &str, at: usize) -> bool {
    line[..at].ends_with(|c: char| c.is_whitespace() || "{(,;>".contains(c)) || at == 0
}

/// The name of a test: of Rust its function, on the page its title.
fn titled(line: &str) -> String {
    let line = line.trim_start();
    for call in ["it(", "test(", "describe("] {
        let title = line.strip_prefix(call).and_then(|rest| rest.strip_prefix(['\'', '"', '`']));
        if let Some(title) = title {
            return title.to_owned();
        }
    }
    let name = line.trim_start_matches("pub ").trim_start_matches("async ").strip_prefix("fn ");
    let name = name.and_then(|rest| rest.split_once('(')).map(|(name, _)| name.replace('_', " "));
    name.filter(|sentence| sentence.split(' ').count() > 3).unwrap_or_default()
}

/// What a file says to people, line by line.
type Reader = fn(&str) -> Vec<String>;

/// Who reads a file, by its kind; nobody, where it says nothing to people.
fn reader(file: &str) -> Option<Reader> {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    match name.rsplit_once('.').map_or(name, |(_, ending)| ending) {
        "md" => Some(|source| source.lines().map(prose).collect()),
        "rs" | "ts" | "svelte" | "js" | "mjs" | "css" => Some(|source| {
            let mut within = None;
            source.lines().map(|line| told(line, &mut within)).collect()
        }),
        // Of these all is read: what they name is not in the list of words.
        "ftl" | "toml" | "sql" | "pgsql" | "sh" | "yml" | "html" | "check" | "dev" => {
            Some(|source| source.lines().map(str::to_owned).collect())
        }
        _ => None,
    }
}

/// Its words, in lower case and with one space around each; a sign is a word of its own, so that none is read across it.
fn spaced(prose: &str) -> String {
    let of_a_word = |c: char| c.is_alphanumeric() || c == '-' || c == '’' || c.is_whitespace();
    let apart: String = prose.chars().map(|c| if of_a_word(c) { c.to_string() } else { " · ".to_owned() }).collect();
    let words: Vec<String> = apart.split_whitespace().map(str::to_lowercase).collect();
    format!(" {} ", words.join(" "))
}

fn stumbles(prose: &str) -> Option<&'static str> {
    let prose = spaced(prose);
    WORDS.iter().find(|(word, _)| prose.contains(&format!(" {word} "))).map(|(_, better)| *better)
}

#[test]
fn what_is_written_is_plain_english() {
    let mut wrong = Vec::new();
    for file in files() {
        // The list itself names them.
        if UNREAD.contains(&file.as_str()) || file == file!() {
            continue;
        }
        let Some(read) = reader(&file) else { continue };
        for (at, said) in read(&source(&file)).iter().enumerate() {
            wrong.extend(stumbles(said).map(|better| format!("{file}:{}: say {better}", at + 1)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_one_stumbles_over_is_found_and_a_name_is_none() {
    let turned = ["signed by who founded it", "Only who leads it", "is shown to who asked", "sealed for who has it"];
    let words = ["Whoever reads", "sealed\tanew.", "it hangs on it", "lies beside it"];
    for found in words.iter().chain(&turned) {
        assert!(stumbles(&prose(found)).is_some(), "{found}");
    }
    for plain in [
        "besides it",
        "`beside/<key>`",
        "[ADR](0036-lies-beside-it.md)",
        "for ever",
        "for [`Deliver`], who may",
        "of: who keeps it",
    ] {
        assert_eq!(stumbles(&prose(plain)), None, "{plain}");
    }
    let found = [
        ("a.rs", "fn it_is_sealed_anew() {"),
        ("a.ts", "/** What is known of whoever chooses it. */"),
        ("a.ts", "/* One line\n   and whoever reads the next */ let a;"),
        ("a.svelte", "<!-- One line\n   lies beside the next -->"),
        ("a.ts", "  it('is sealed anew', () => {"),
        ("a.sql", "-- whoever"),
        ("a.toml", "en = \"Whoever reads\""),
        ("a.sh", "expect 0 \"whoever reads\""),
    ];
    let stumbled = |file: &str, source: &str| {
        let read = reader(file).expect("it is of a kind that is read");
        read(source).iter().any(|said| stumbles(said).is_some())
    };
    for (file, source) in found {
        assert!(stumbled(file, source), "{source}");
    }
    for (file, source) in [
        ("a.rs", "let anew = 1; // again"),
        ("a.ts", "/* one */ let anew = 1; /* two */"),
        ("a.ts", "const all = 'crates/*/anew';"),
        ("a.svelte", "<!-- one -->\nanew"),
    ] {
        assert!(!stumbled(file, source), "{source}");
    }
}

const MAP: &str = "docs/ARCHITECTURE.md";

/// The map, without what is drawn.
fn written() -> String {
    source(MAP).split("```").step_by(2).collect()
}

#[test]
fn paragraphs_of_the_map_are_short() {
    let mut long = Vec::new();
    // An item of a list is a paragraph of its own.
    let begins =
        |line: &str| line.is_empty() || line.starts_with("- ") || line.starts_with(|c: char| c.is_ascii_digit());
    let mut paragraphs: Vec<String> = Vec::new();
    for line in written().lines() {
        match paragraphs.last_mut() {
            Some(paragraph) if !begins(line) => paragraph.push_str(&format!("{line}\n")),
            Some(_) | None => paragraphs.push(format!("{line}\n")),
        }
    }
    for paragraph in &paragraphs {
        let words = prose(paragraph).split_whitespace().count();
        if !paragraph.trim_start().starts_with('|') && words > PARAGRAPH {
            long.push(format!("{words}: {}", paragraph.chars().take(60).collect::<String>()));
        }
    }
    assert!(long.is_empty(), "more than {PARAGRAPH} words: {long:#?}");
}

/// The most words of what version 0.1 does: what a user notices, and where he reads the rest.
const CHANGES: usize = 2_500;

#[test]
fn the_changelog_is_one_short_list() {
    let changes = source("CHANGELOG.md");
    assert!(changes.split_whitespace().count() <= CHANGES, "more than {CHANGES} words");
    let long: Vec<&str> = changes.lines().filter(|line| line.split_whitespace().count() > PARAGRAPH).collect();
    assert!(long.is_empty(), "more than {PARAGRAPH} words: {long:#?}");
    assert_eq!(changes.lines().filter(|line| line.starts_with("## ")).count(), 1, "one version, never released");
}

#[test]
fn what_the_map_names_is_there() {
    let of_a_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut there: BTreeSet<String> = BTreeSet::new();
    for file in files() {
        if [".rs", ".ts", ".svelte", ".toml", ".sql"].iter().any(|ending| file.ends_with(ending))
            && !file.contains("/tests/")
        {
            there.extend(source(&file).split(|c| !of_a_word(c)).map(str::to_owned));
        }
        there.extend(file.split(|c| !of_a_word(c)).map(str::to_owned));
    }
    let map = written();
    let named = map.split('`').skip(1).step_by(2).flat_map(|code| code.split(|c| !of_a_word(c)));
    let missing: BTreeSet<&str> = named.filter(|name| !name.is_empty() && !there.contains(*name)).collect();
    assert!(missing.is_empty(), "{MAP} names what is not there: {missing:?}");
}
