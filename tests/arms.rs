//! What is asked of facts, rules, acts, matters and audiences is asked of each of them: a new one does not compile until it is
//! answered for.

use super::sources::{files, source};

/// The lists that grow.
const LISTS: &[&str] = &["Event::", "Matter::", "Act::", "Audience::", "Rule::", "ForgedRule::"];

/// Crates that know these lists.
const FOLDERS: &[&str] = &[
    "crates/registry/src/",
    "crates/index/src/",
    "crates/vault/src/",
    "crates/release/src/",
    "crates/zegelctl/src/",
    "src-tauri/src/",
];

/// Without comments, and with nothing in texts and characters, so that what brackets are left belong to the code.
fn bare(source: &str) -> String {
    let mut bare = String::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if c == '"' {
            bare.push_str("\"\"");
            text(rest)
        } else if let Some(length) = character(rest) {
            bare.push_str("' '");
            length
        } else {
            bare.push(c);
            c.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    bare
}

/// The length of a text that stands at the start, with its quotation marks.
fn text(source: &str) -> usize {
    let mut escaped = false;
    for (at, c) in source.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    source.len()
}

/// The length of a character that stands at the start; a lifetime is none.
fn character(source: &str) -> Option<usize> {
    let inner = source.strip_prefix('\'')?;
    let escaped = inner.starts_with('\\');
    let mut places = inner.char_indices().skip(if escaped { 2 } else { 1 });
    let close = if escaped { places.find(|(_, c)| *c == '\'') } else { places.next().filter(|(_, c)| *c == '\'') };
    close.map(|(at, _)| at + 2)
}

/// Where what stands at the start ends: before the first of these texts that stands in no bracket of it, or before a bracket that
/// closes none of it.
fn until(source: &str, ends: &[&str]) -> usize {
    let mut depth = 0_usize;
    for (at, c) in source.char_indices() {
        if depth == 0 && ends.iter().any(|end| source[at..].starts_with(end)) {
            return at;
        }
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => return at,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    source.len()
}

/// The patterns of a match whose arms stand at the start.
fn patterns(arms: &str) -> Vec<&str> {
    let mut patterns = Vec::new();
    let mut rest = arms;
    loop {
        let (pattern, behind) = rest.split_at(until(rest, &["=>"]));
        let Some(body) = behind.strip_prefix("=>").map(str::trim_start) else { return patterns };
        patterns.push(pattern.trim());
        let end = match body.strip_prefix('{') {
            Some(inner) => until(inner, &[]) + 2,
            None => until(body, &[","]),
        };
        rest = body.get(end..).unwrap_or_default().trim_start().trim_start_matches(',');
    }
}

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where a word stands that is not the end of a longer one.
fn places<'s>(source: &'s str, word: &'s str) -> impl Iterator<Item = usize> + 's {
    source.match_indices(word).map(|(at, _)| at).filter(|at| !source[..*at].ends_with(is_of_a_word))
}

fn names_a_list(pattern: &str) -> bool {
    LISTS.iter().any(|list| places(pattern, list).next().is_some())
}

/// It asks for no one in particular.
fn takes_all(pattern: &str) -> bool {
    let asked = pattern.split(" if ").next().unwrap_or_default();
    asked.chars().all(|c| c.is_ascii_lowercase() || "_(), ".contains(c))
}

/// What answers for those that it does not name.
fn unnamed(source: &str) -> Vec<String> {
    let source = bare(source);
    let mut found = Vec::new();
    for at in places(&source, "match ") {
        let behind = &source[at..];
        let arms = behind.get(until(behind, &["{"]) + 1..).unwrap_or_default();
        let patterns = patterns(arms);
        if patterns.iter().any(|pattern| names_a_list(pattern)) {
            found.extend(patterns.iter().filter(|pattern| takes_all(pattern)).map(|all| format!("{all} =>")));
        }
    }
    for at in places(&source, "if let ") {
        let pattern = source[at..].split('=').next().unwrap_or_default();
        // The one question that is written for each of a list.
        if names_a_list(pattern) && !pattern.contains('$') {
            found.push(pattern.trim().to_owned());
        }
    }
    found
}

#[test]
fn nobody_answers_for_facts_rules_and_acts_that_are_not_named() {
    let mut wrong = Vec::new();
    for file in
        files().into_iter().filter(|file| file.ends_with(".rs") && FOLDERS.iter().any(|of| file.starts_with(of)))
    {
        let source = source(&file);
        let program = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        wrong.extend(unnamed(program).into_iter().map(|arm| format!("{file}: {arm}")));
    }
    assert!(wrong.is_empty(), "name each of them: {wrong:#?}");
}

#[test]
fn an_arm_that_takes_all_is_found_and_no_other() {
    let all = "match fact { Event::Filed(f) if f(',') => { \"} _ => {\"; }, // _ => x\n _ => {} }";
    assert_eq!(unnamed(all), ["_ =>"]);
    assert_eq!(unnamed("match (rule, of) { (Rule::A, B) => 1, (rule, _) => f(|x| { 2 }) }"), ["(rule, _) =>"]);
    assert_eq!(unnamed("match rule { Rule::A => '}', other if x => 2, Rule::B => 3 }"), ["other if x =>"]);
    assert_eq!(
        unnamed("if let Some(Event::Filed(fact)) = event { fact } else { x }"),
        ["if let Some(Event::Filed(fact))"]
    );
    assert!(
        unnamed("match fact { Event::A(_) | Event::B => match text { \"a\" => 1, _ => 2 }, Event::C { .. } => 3 }")
            .is_empty()
    );
    assert!(unnamed("match window { WindowEvent::A => 1, _ => 2 } if let Some(x) = y {}").is_empty());
}
