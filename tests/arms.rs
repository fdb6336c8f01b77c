//! What is asked of facts, rules, acts, matters and audiences is asked of each of them: a new one does not compile until it is
//! answered for.

use super::sources::{files, source};

/// The lists that grow.
const LISTS: &[&str] = &["Event::", "Matter::", "Act::", "Audience::", "Rule::", "ForgedRule::", "KeyName::"];

/// Lists that grow as well, of which one may be asked for by its kind: a sheet is looked for where a fact says that there is one of
/// that kind. An arm may not take all others.
const ASKED_BY_KIND: &[&str] = &["Sheet::"];

/// Questions that are about the one that they name, whichever others there are, with the reason.
const ABOUT_ONE: &[(&str, &str)] = &[
    // What a new document is made from stands on its sheet: it is filed by no other fact.
    ("crates/registry/src/replay/found.rs", "matches!(Event::Filed(_))"),
    // Anyone whose keys another chose makes his own by this fact, and by no other, before everything else.
    ("crates/registry/src/replay/mod.rs", "matches!(Some(Event::KeysRenewed(_)))"),
];

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

fn names_one_of(lists: &[&str], pattern: &str) -> bool {
    lists.iter().any(|list| places(pattern, list).next().is_some())
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
        if patterns.iter().any(|pattern| names_one_of(LISTS, pattern) || names_one_of(ASKED_BY_KIND, pattern)) {
            found.extend(patterns.iter().filter(|pattern| takes_all(pattern)).map(|all| format!("{all} =>")));
        }
    }
    // `if let`, `while let`, `let … else`: a pattern of `let` that names one of several leaves the others to somebody else.
    for at in places(&source, "let ") {
        let pattern = source[at..].split('=').next().unwrap_or_default();
        // The one question that is written for each of a list.
        if names_one_of(LISTS, pattern) && !pattern.contains('$') {
            found.push(pattern.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    for at in places(&source, "matches!(") {
        let asked = &source[at + "matches!(".len()..];
        let asked = asked.get(until(asked, &[","]) + 1..).unwrap_or_default();
        let pattern = asked[..until(asked, &[" if ", ","])].trim();
        if names_one_of(LISTS, pattern) {
            found.push(format!("matches!({pattern})"));
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
        let about_one = |arm: &String| ABOUT_ONE.contains(&(file.as_str(), arm.as_str()));
        wrong.extend(unnamed(program).into_iter().filter(|arm| !about_one(arm)).map(|arm| format!("{file}: {arm}")));
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
        ["let Some(Event::Filed(fact))"]
    );
    assert_eq!(
        unnamed("let KeyName::Class(class) = key else { return false };\nlet x = Event::A;"),
        ["let KeyName::Class(class)"]
    );
    assert_eq!(unnamed("x && let Act::File = act && y"), ["let Act::File"]);
    assert_eq!(unnamed("f(matches!(g(a, b), Some(Matter::A(_)) if x), Act::B)"), ["matches!(Some(Matter::A(_)))"]);
    assert_eq!(unnamed("match sheet { Sheet::Filed { .. } => 1, _ => 2 }"), ["_ =>"]);
    assert!(unnamed("if let Sheet::Filed { .. } = sheet { matches!(sheet, Sheet::Left { .. }) }").is_empty());
    assert!(
        unnamed("match fact { Event::A(_) | Event::B => match text { \"a\" => 1, _ => 2 }, Event::C { .. } => 3 }")
            .is_empty()
    );
    assert!(unnamed("match window { WindowEvent::A => 1, _ => 2 } if let Some(x) = y {}").is_empty());
}
