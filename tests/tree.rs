//! What the tree of the repository holds, and what none of its files says.

use std::collections::BTreeSet;
use std::path::Path;

use super::sources::{code, files, is_of_a_word, root, source_without_tests};

#[test]
fn only_the_ipc_folder_of_the_page_imports_tauri() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("ui/src/") && !file.starts_with("ui/src/lib/ipc/")) {
        if [".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
            if source.contains("@tauri-apps") || source.contains("__TAURI") {
                wrong.push(file);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where the name of our own policy, which is that of our nation too, is written.
const OWN_NAME: &[&str] =
    &["crates/label/src/", "crates/vault/src/marks.rs", "crates/zegelctl/src/demo/", "ui/src/lib/own.ts"];

#[test]
fn the_policies_that_ship_with_the_program_are_named_in_one_place() {
    let mut wrong = Vec::new();
    for file in files() {
        let program = ["crates/", "src-tauri/src/", "ui/src/"].iter().any(|folder| file.starts_with(folder));
        let known = OWN_NAME.iter().any(|known| file.starts_with(known));
        if !program
            || known
            || ["/tests", "/examples/", "bench", "testkit", "bindings.ts"].iter().any(|other| file.contains(other))
        {
            continue;
        }
        if [".rs", ".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = source_without_tests(&file);
            wrong.extend(
                ["\"BEL\"", "\"NATO\", \"EU\""]
                    .iter()
                    .filter(|name| source.contains(**name))
                    .map(|name| format!("{file}: {name}")),
            );
        }
    }
    assert!(wrong.is_empty(), "say `Policy::OWN`, `Policy::BUILTIN`, or those of own.ts: {wrong:#?}");
}

#[test]
fn the_page_writes_no_markup_from_data_and_keeps_nothing() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("ui/src/")) {
        if [".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
            for word in ["{@html", "innerHTML", "eval(", "indexedDB", "document.cookie"] {
                if source.contains(word) {
                    wrong.push(format!("{file}: {word}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_table_is_strict() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("crates/") && file.ends_with(".sql")) {
        let Ok(source) = std::fs::read_to_string(root().join(&file)) else { continue };
        for table in source.split("CREATE TABLE").skip(1) {
            // The line that closes the statement; comments inside it may hold anything.
            let end = table.lines().find(|line| line.starts_with(')')).unwrap_or_default();
            if !end.contains("STRICT") {
                wrong.push(format!("{file}: CREATE TABLE{}", table.lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_unfinished_and_nothing_from_outside_the_repository_is_referred_to() {
    // Spelled apart, so that this file does not find itself.
    let forbidden =
        [["todo", "!("].concat(), ["unimplement", "ed!("].concat(), ["FIX", "ME"].concat(), ["#[ign", "ore]"].concat()];
    let mut wrong = Vec::new();
    for file in files()
        .into_iter()
        .filter(|file| Path::new(file).extension().is_some_and(|end| end != "lock" && end != "stderr"))
    {
        let Ok(source) = std::fs::read_to_string(root().join(&file)) else { continue };
        wrong.extend(forbidden.iter().filter(|word| source.contains(*word)).map(|word| format!("{file}: {word}")));
        wrong.extend(outside(&file, &source).into_iter().map(|path| format!("{file}: {path}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What every system of this kind has.
const OF_THE_SYSTEM: &[&str] = &["bin", "dev", "etc", "lib", "proc", "run", "srv", "sys", "tmp", "usr", "var"];

/// The paths in a file that lead out of the repository: to something that is on this computer and is no part of the system, or
/// beyond the root, where a page of the documentation links.
fn outside(file: &str, source: &str) -> Vec<String> {
    let is_of_a_path = |c: char| is_of_a_word(c) || "./-+@".contains(c);
    let paths = source.split(|c| !is_of_a_path(c)).filter(|path| path.contains('/'));
    let ours = |path: &str| {
        let first = path.split('/').nth(1).unwrap_or_default();
        first.is_empty() || OF_THE_SYSTEM.contains(&first) || path.matches('/').count() < 2 || !Path::new(path).exists()
    };
    let beyond = |path: &str| {
        let up = path.split('/').take_while(|part| *part == "..").count();
        file.ends_with(".md") && up > file.matches('/').count()
    };
    paths.filter(|path| path.starts_with('/') && !ours(path) || beyond(path)).map(str::to_owned).collect()
}

#[test]
fn a_path_that_leads_out_of_the_repository_is_found() {
    let here = root().join("Cargo.toml");
    let here = here.to_str().expect("the path of the repository is text");
    let system = OF_THE_SYSTEM.iter().any(|part| here.starts_with(&format!("/{part}/")));
    assert_eq!(outside("x.rs", &format!("// see `{here}`")).is_empty(), system);
    assert_eq!(outside("docs/x.md", "[a](../README.md) [b](../../shared/x)"), ["../../shared/x"]);
    assert!(outside("x.rs", "/etc/hostname /no/such/place a/b ../x https://example.org/a/b").is_empty());
}

/// What a test may ask of a program by its environment, nobody asks of one that is handed on.
#[test]
fn what_tests_ask_for_by_the_environment_is_asked_for_in_builds_for_tests_alone() {
    let asked = ["ZEGEL_TE", "ST_"].concat();
    let mut asking = Vec::new();
    for file in files() {
        let ours = file.starts_with("src-tauri/src/") || file.starts_with("crates/") && file.contains("/src/");
        if ours && file.ends_with(".rs") && !file.starts_with("crates/testkit/") {
            let source = code(&source_without_tests(&file));
            asking.extend(source.lines().filter(|line| line.contains(&asked)).map(|line| format!("{file}: {line}")));
        }
    }
    assert!(asking.len() >= 2, "{asking:#?}");
    asking.retain(|line| !line.contains("if cfg!(debug_assertions) { std::env::"));
    assert!(asking.is_empty(), "{asking:#?}");
}

#[test]
fn the_top_level_holds_what_the_readme_says_and_nothing_else() {
    let known = BTreeSet::from([
        "Cargo.toml",
        "Cargo.lock",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "check",
        "crates",
        "deny.toml",
        "dev",
        "docs",
        "fuzz",
        "messages",
        "policies",
        "rust-toolchain.toml",
        "rustfmt.toml",
        "src-tauri",
        "tauri.conf.json",
        "tests",
        "ui",
    ]);
    let found: BTreeSet<String> =
        files().iter().map(|file| file.split('/').next().unwrap_or_default().to_owned()).collect();
    let strange: Vec<_> =
        found.iter().filter(|name| !name.starts_with('.') && !known.contains(name.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
}
