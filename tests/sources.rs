//! The sources as tests read them: which files there are, and what of them is code.

use std::path::PathBuf;
use std::process::Command;

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files of the repository, tracked or about to be.
pub fn files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git runs");
    let listed = String::from_utf8(listed.stdout).expect("file names are text");
    listed.lines().filter(|file| root().join(file).is_file()).map(str::to_owned).collect()
}

pub fn source(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).expect("it is text")
}

/// What a file of Rust says outside its own tests.
pub fn source_without_tests(file: &str) -> String {
    without_tests(&source(file))
}

/// Tests stand last in a file. What is only declared for them, in a file of its own, may stand anywhere.
pub fn without_tests(source: &str) -> String {
    let mut parts = source.split("#[cfg(test)]");
    let mut without = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.trim_start().split_once(';') {
            Some((declared, rest)) if declared.starts_with("mod ") && !declared.contains('{') => without.push_str(rest),
            _ => break,
        }
    }
    without
}

pub fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Without comments.
pub fn code(source: &str) -> String {
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths below the root of the crate that a source names: `use crate::{a::B, c}`, `crate::a::b()`.
pub fn used(source: &str) -> Vec<Vec<String>> {
    paths(source, "crate::")
}

/// The paths that stand behind a word.
pub fn paths(source: &str, word: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (at, word) in source.match_indices(word).filter(|(at, _)| !source[..*at].ends_with(is_of_a_word)) {
        branches(&source[at + word.len()..], &[], &mut paths);
    }
    paths
}

/// The branches of a tree of paths, as `use` has it; gives what stands behind it.
fn branches<'s>(text: &'s str, before: &[String], paths: &mut Vec<Vec<String>>) -> &'s str {
    let mut path = before.to_vec();
    let mut rest = text;
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner;
            loop {
                rest = branches(rest.trim_start(), &path, paths).trim_start();
                match rest.strip_prefix(',') {
                    Some(more) => rest = more,
                    None => return rest.strip_prefix('}').unwrap_or(rest),
                }
            }
        }
        let end = rest.find(|c: char| !is_of_a_word(c) && c != '*').unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if word.is_empty() {
            return behind;
        }
        path.push(word.to_owned());
        match behind.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                paths.push(path);
                let named = behind.strip_prefix(" as ").map(|more| more.trim_start_matches(is_of_a_word));
                return named.unwrap_or(behind);
            }
        }
    }
}
