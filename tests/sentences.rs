//! No sentence with a gap: the code that says one gives every value that it asks for. Read from the sources, so that what is
//! written tomorrow is looked at as well.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

type Names = BTreeSet<String>;

/// What each key of the catalogues asks for, itself or by a sentence that it takes up.
fn asked() -> BTreeMap<String, Names> {
    let mut asked: BTreeMap<String, Names> = BTreeMap::new();
    let mut takes_up: Vec<(String, String)> = Vec::new();
    let mut key = String::new();
    for line in words::catalogue(words::Lang::En).lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split(" =").next().unwrap_or_default().to_owned();
        }
        let names =
            line.split('$').skip(1).map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        asked.entry(key.clone()).or_default().extend(names);
        let inner = line.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::trim);
        let other = inner.filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(' '));
        takes_up.extend(other.map(|other| (key.clone(), other.to_owned())));
    }
    for (key, other) in takes_up {
        let more = asked.get(&other).cloned().unwrap_or_else(|| panic!("{key} takes up {other}, which is not there"));
        asked.entry(key).or_default().extend(more);
    }
    asked
}

fn sources(folders: &[&str], endings: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut sources = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                waiting.extend(
                    std::fs::read_dir(&path)
                        .expect("the folder is listed")
                        .map(|entry| entry.expect("the entry of the folder is read").path()),
                );
            }
        } else if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            sources.push((path.clone(), std::fs::read_to_string(&path).expect("a source file is text")));
        }
    }
    sources
}

/// The text between an opening bracket, at the start, and the one that closes it; strings are passed over.
fn within(text: &str) -> &str {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' | '{' if !quoted => depth += 1,
            ')' | ']' | '}' if !quoted => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return &text[1..at];
                }
            }
            _ => {}
        }
    }
    text
}

/// Each `before"name"` in a text.
fn quoted(text: &str, before: &str) -> Names {
    let mark = format!("{before}\"");
    text.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What is asked for and not given.
fn gap(asked: &BTreeMap<String, Names>, key: &str, given: &Names) -> Option<String> {
    let missing: Vec<&String> = asked.get(key)?.difference(given).collect();
    if missing.is_empty() { None } else { Some(format!("`{key}` asks for {missing:?}")) }
}

#[test]
fn every_sentence_that_rust_says_gets_the_values_that_it_asks_for() {
    let asked = asked();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["crates", "src-tauri/src"], &[".rs"]) {
        if path.to_string_lossy().contains("/words/") {
            continue;
        }
        for (at, _) in source.match_indices("say(") {
            let call = within(&source[at + 3..]);
            let Some((head, args)) = call.split_once("&[") else { continue };
            let mut words = head.split('"').skip(1);
            let (Some(key), Some(_), None) = (words.next(), words.next(), words.next()) else { continue };
            seen += 1;
            let given = quoted(within(&call[call.len() - args.len() - 1..]), "(");
            faults.extend(gap(&asked, key, &given).map(|gap| format!("{}: {gap}", path.display())));
        }
    }
    assert!(seen > 60, "{seen}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_problem_and_reason_that_is_made_in_place_brings_the_values_of_its_sentences() {
    let asked = asked();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["crates", "src-tauri/src"], &[".rs"]) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        for (maker, prefixes) in [
            ("Problem::new(\"", &["err-", "fix-"][..]),
            ("Problem::usage(\"", &["err-", "fix-"]),
            ("Reason::new(\"", &["reason-"]),
        ] {
            for (at, _) in source.match_indices(maker) {
                let rest = &source[at + maker.len()..];
                let Some((code, rest)) = rest.split_once('"') else { continue };
                // Up to the end of what is said in one go.
                let chain = rest.split([';', '}']).next().unwrap_or_default();
                let before: String =
                    source[..at].chars().rev().take(160).collect::<Vec<_>>().into_iter().rev().collect();
                // Values that come from elsewhere, or one by one: those are looked at where they are made.
                let elsewhere =
                    before.contains("params") || chain.contains("refused(") || before.trim_end().ends_with('=');
                if elsewhere || code.contains('{') {
                    continue;
                }
                seen += 1;
                let mut given = quoted(chain, ".with(");
                // What the system said is given by a maker of its own.
                given.extend(chain.contains(".caused_by(").then(|| "cause".to_owned()));
                for prefix in prefixes {
                    let key = format!("{prefix}{}", code.replace('_', "-"));
                    faults.extend(gap(&asked, &key, &given).map(|gap| format!("{}: {gap}", path.display())));
                }
            }
        }
    }
    assert!(seen > 60, "{seen}");
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The arms of the first `match` in a function: what each is for, and what it gives.
fn arms(function: &str) -> Vec<(String, String)> {
    let Some(at) = function.find("match ") else { return Vec::new() };
    let Some(open) = function[at..].find('{') else { return Vec::new() };
    let mut rest = within(&function[at + open..]);
    let mut arms = Vec::new();
    while let Some((pattern, body)) = rest.split_once("=>") {
        let mut depth = 0_usize;
        let mut end = body.len();
        for (at, c) in body.char_indices() {
            match c {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                '}' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && body.trim_start().starts_with('{') {
                        end = at + 1;
                        break;
                    }
                }
                ',' if depth == 0 => {
                    end = at + 1;
                    break;
                }
                _ => {}
            }
        }
        arms.push((pattern.to_owned(), body[..end].to_owned()));
        rest = &body[end..];
    }
    arms
}

/// The variants that a pattern names.
fn variants(pattern: &str) -> Names {
    let names = pattern.split("::").skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect()).collect()
}

#[test]
fn every_error_brings_the_values_of_its_sentences() {
    let asked = asked();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["crates"], &[".rs"]) {
        // Types that have codes have their values next to them.
        for own in source.split("pub fn code(").skip(1) {
            let codes = arms(own.split("\n    }\n").next().unwrap_or_default());
            let Some(params) = own.split("pub fn params(").nth(1) else { continue };
            let params = arms(params.split("\n    }\n").next().unwrap_or_default());
            for (pattern, code) in codes {
                let Some(code) = quoted(&code, "").into_iter().next() else { continue };
                let named = variants(&pattern);
                let own: Vec<&String> = params
                    .iter()
                    .filter(|(other, _)| !variants(other).is_disjoint(&named))
                    .map(|(_, body)| body)
                    .collect();
                if own.is_empty() || own.iter().any(|body| body.contains(".params()")) {
                    continue;
                }
                seen += 1;
                let given: Names = own.iter().flat_map(|body| quoted(body, "(")).collect();
                for prefix in ["err-", "fix-", "reason-", "label-change-"] {
                    let key = format!("{prefix}{}", code.replace('_', "-"));
                    faults.extend(gap(&asked, &key, &given).map(|gap| format!("{}: {gap}", path.display())));
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_sentence_of_the_page_gets_the_values_that_it_asks_for() {
    let asked = asked();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["ui/src"], &[".svelte", ".ts"]) {
        for mark in [" t(\"", "{t(\"", "(t(\"", "say(\""] {
            for (at, _) in source.match_indices(mark) {
                let call = within(&source[at + mark.len() - 2..]);
                let Some(key) = call.split('"').nth(1) else { continue };
                let rest = call.trim_start_matches('"').trim_start_matches(key).trim_start_matches('"').trim();
                let given: Names = match rest.strip_prefix(',').map(str::trim) {
                    None if rest.is_empty() => Names::new(),
                    // What is spread into it is written elsewhere.
                    Some(object) if object.starts_with('{') && !object.contains("...") => {
                        let inside = within(object);
                        let name = |part: &str| part.trim().split([':', ' ']).next().unwrap_or_default().to_owned();
                        inside.split([',', '{', '(']).map(name).collect()
                    }
                    _ => continue,
                };
                seen += 1;
                faults.extend(gap(&asked, key, &given).map(|gap| format!("{}: {gap}", path.display())));
            }
        }
    }
    assert!(seen > 200, "{seen}");
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_gap_is_caught() {
    let asked = asked();
    assert!(gap(&asked, "err-file", &Names::from(["path".to_owned()])).is_some_and(|gap| gap.contains("cause")));
    let arms =
        arms("match self { A::B { x } | A::C => vec![(\"x\", x)], A::D => { if y { z } else { w } } A::E => 1 }");
    assert_eq!(arms.len(), 3);
    assert_eq!(variants(&arms[0].0), Names::from(["B".to_owned(), "C".to_owned()]));
}

/// Keys that a source names and no catalogue has. Those that a key is built from stand before a hyphen of one.
fn unknown(keys: &BTreeMap<String, Names>, source: &str) -> Names {
    const PREFIXES: [&str; 4] = ["cli-", "ui-", "app-", "doctor-"];
    let is_key = |word: &&str| {
        PREFIXES.iter().any(|prefix| word.starts_with(prefix) && word.len() > prefix.len())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    let is_known = |word: &&str| {
        let part = format!("{}-", word.trim_end_matches('-'));
        keys.contains_key(*word) || keys.keys().any(|key| key.starts_with(&part))
    };
    source.split('"').filter(is_key).filter(|word| !is_known(word)).map(str::to_owned).collect()
}

/// A key that no catalogue has is shown as it is, to a person who can do nothing with it.
#[test]
fn every_key_that_is_named_has_words() {
    let keys = asked();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["crates", "src-tauri/src", "ui/src"], &[".rs", ".svelte", ".ts"]) {
        if path.to_string_lossy().contains("/words/") {
            continue;
        }
        seen += source.matches("\"cli-").count() + source.matches("\"ui-").count();
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        faults.extend(unknown(&keys, source).into_iter().map(|key| format!("{}: `{key}`", path.display())));
    }
    assert!(seen > 1000, "{seen}");
    assert!(faults.is_empty(), "no catalogue has these: {faults:#?}");
}

#[test]
fn a_key_without_words_is_caught_and_what_a_key_is_built_from_is_none() {
    let keys = asked();
    assert_eq!(unknown(&keys, "line(\"cli-doctor-objects\"); named(\"ui-act\"); \"cli-\" + x"), Names::new());
    assert_eq!(unknown(&keys, "line(\"cli-doctor-of-nobody\")"), Names::from(["cli-doctor-of-nobody".to_owned()]));
}

/// What another's error says is English. It may stand under `detail`, and nowhere among the values of a sentence.
#[test]
fn no_value_of_a_sentence_is_what_an_error_says() {
    let mut faults = Vec::new();
    for (path, source) in sources(&["crates", "src-tauri/src"], &[".rs"]) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default();
        if path.components().any(|part| part.as_os_str() == "tests") {
            continue;
        }
        faults.extend(repeating(source).into_iter().map(|line| format!("{}: {line}", path.display())));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_value_that_repeats_an_error_is_caught() {
    assert_eq!(repeating("Problem::new(\"x\").with(\"cause\", error.to_string())").len(), 1);
    assert_eq!(repeating("vec![(\"cause\", e.to_string())]").len(), 1);
    assert_eq!(repeating(".with(\"field\", error.path().to_string())").len(), 0);
}

fn repeating(source: &str) -> Vec<&str> {
    let says = |line: &&str| {
        let (_, value) = line.split_once("(\"").and_then(|(_, rest)| rest.split_once("\", "))?;
        let value = value.trim_start_matches('&');
        ["error", "err", "e", "cause", "source", "failure"]
            .into_iter()
            .find(|name| value.strip_prefix(name).is_some_and(|rest| rest.starts_with(".to_string()")))
    };
    source.lines().filter(|line| says(line).is_some()).collect()
}

/// Words that stand for "there is nothing to say here": a selector takes them up, nobody reads them.
#[test]
fn no_sentence_shows_a_word_that_stands_for_nothing() {
    let error = vault::Error::LedgerAltered { entry: None, flaw: "missing" };
    let nation = vault::Error::UnknownNation { value: "XXX".to_owned(), near: Vec::new() };
    for lang in words::Lang::ALL {
        for error in [&error, &nation] {
            let params = error.params();
            let params: Vec<(&str, &str)> = params.iter().map(|(k, v)| (*k, v.as_str())).collect();
            for prefix in ["err", "fix"] {
                let said = words::say(lang, &format!("{prefix}-{}", error.code().replace('_', "-")), &params);
                assert!(!said.split(|c: char| !c.is_alphanumeric()).any(|word| word == "none"), "{lang}: {said}");
            }
        }
    }
    // Code that gives such a word gives it to a sentence that asks for it by name.
    let (mut faults, mut seen) = (Vec::new(), 0);
    for (path, source) in sources(&["crates", "src-tauri/src"], &[".rs"]) {
        let source = source.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        for word in ["none", "never"] {
            for _ in source.matches(&format!("\"{word}\".to_owned()")) {
                seen += 1;
                for lang in words::Lang::ALL {
                    if !words::catalogue(lang).contains(&format!("[{word}]")) {
                        faults.push(format!("{}: `{word}` in {lang}", path.display()));
                    }
                }
            }
        }
    }
    assert!(seen > 2 && faults.is_empty(), "{seen} {faults:#?}");
}
