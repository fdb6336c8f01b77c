//! What is written for people is plain English: without words that an engineer stumbles over, in short paragraphs, and what the
//! map of the code names is there.

use std::collections::BTreeSet;

use super::sources::{files, source};

/// What is read, by how its path begins.
const READ: &[&str] = &[
    "docs/",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "crates/",
    "src-tauri/",
    "tests/",
    "fuzz/",
    "ui/",
    "messages/en.ftl",
];

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

/// What a line of code says to people: its comment, or the name of a test, which is a sentence.
fn told(line: &str) -> String {
    let name = line
        .trim_start()
        .trim_start_matches("pub ")
        .trim_start_matches("async ")
        .strip_prefix("fn ")
        .and_then(|rest| rest.split_once('('));
    match name.map(|(name, _)| name.replace('_', " ")) {
        Some(sentence) if sentence.split(' ').count() > 3 => sentence,
        Some(_) | None => prose(line.split_once("//").map_or("", |(_, comment)| comment)),
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
        if !READ.iter().any(|begin| file.starts_with(begin)) || file == file!() {
            continue;
        }
        let say: fn(&str) -> String = match file.rsplit_once('.') {
            Some((_, "md")) => prose,
            Some((_, "rs" | "ts" | "svelte")) => told,
            Some((_, "ftl")) => str::to_owned,
            _ => continue,
        };
        for (at, line) in source(&file).lines().enumerate() {
            wrong.extend(stumbles(&say(line)).map(|better| format!("{file}:{}: say {better}", at + 1)));
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
    assert!(
        stumbles(&told("fn it_is_sealed_anew() {")).is_some() && stumbles(&told("let anew = 1; // again")).is_none()
    );
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
