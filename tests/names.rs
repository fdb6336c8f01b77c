//! One noun, one meaning: no two of our libraries hand on a type of one name. What a program calls its commands is its own.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{code, files, is_of_a_word, paths, source_without_tests};

/// The libraries, each of which may use several others.
const LIBRARIES: &[&str] = &[
    "label", "policy", "seal", "ledger", "objects", "remote", "registry", "index", "vault", "station", "reading",
    "release", "viewer", "kinds", "paper", "words",
];

/// Names that stand for two things all the same, with the reason.
const TWICE: &[(&str, &str)] = &[
    ("Error", "each crate has one, and names another's by its crate"),
    ("Lang", "of names in a policy, and of catalogues: neither crate knows the other"),
    ("Page", "of a list; of a document as pixels: no crate names both"),
    ("Change", "of one row of the index; between two markings"),
    ("Decided", "what a sheet says of a decision; the same as a session gives it back"),
    ("NotSearched", "what the index counts; the same with its words for a screen"),
    ("Particulars", "what a sheet says of a document; the same as the index lists it"),
    ("Reason", "of a rule; the same with its parameters for a screen"),
    ("Rekeyed", "the fact; what a session says it did"),
    ("Restored", "a key that custodians gave back; a backup that was put back"),
    ("Sealed", "how a document is sealed; what sealing a file gives"),
    ("Shared", "of custody; of a vault that lies on servers"),
    ("Source", "of a line of the log; of a derived document"),
    ("Step", "of writing a batch; of publishing and joining"),
    ("Progress", "of a session's long work; of publishing and joining"),
    ("TagValue", "of a policy; the same with its words for a screen"),
];

/// The types that a crate hands on: what is public in its root or a public module of it, and what its root takes from others.
fn handed_on(name: &str, files: &[String]) -> BTreeSet<String> {
    let folder = format!("crates/{name}/src/");
    let root = code(&source_without_tests(&format!("{folder}lib.rs")));
    let taken = paths(&root, "pub use ");
    let mut types = BTreeSet::new();
    for file in files.iter().filter(|file| file.starts_with(&folder) && file.ends_with(".rs")) {
        let module = file.trim_start_matches(&folder).split('/').next().unwrap_or_default().trim_end_matches(".rs");
        if ["tests", "bin", "bench", "conformance"].iter().any(|other| file.contains(other)) {
            continue;
        }
        let is_public = module == "lib" || root.lines().any(|line| line.trim() == format!("pub mod {module};"));
        let is_taken = |name: &str| {
            taken.iter().any(|path| {
                path.first().is_some_and(|first| first == module)
                    && path.last().is_some_and(|last| last == name || last == "*")
            })
        };
        for line in code(&source_without_tests(file)).lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let ["pub", "struct" | "enum" | "trait" | "type", declared, ..] = words.as_slice() else { continue };
            // At its edge: what stands in a macro or a function is no type of the module.
            let declared = declared.split(|c| !is_of_a_word(c)).next().unwrap_or_default();
            if line.starts_with("pub") && (is_public || is_taken(declared)) {
                types.insert(declared.to_owned());
            }
        }
    }
    types
}

#[test]
fn no_two_libraries_hand_on_a_type_of_one_name() {
    let files = files();
    let mut owners: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for library in LIBRARIES {
        for declared in handed_on(library, &files) {
            owners.entry(declared).or_default().push(library);
        }
    }
    owners.retain(|_, owners| owners.len() > 1);
    let unknown: Vec<_> = owners.iter().filter(|(name, _)| !TWICE.iter().any(|(known, _)| known == name)).collect();
    assert!(unknown.is_empty(), "give each a name of its own: {unknown:#?}");
    let stale: Vec<_> = TWICE.iter().filter(|(name, _)| !owners.contains_key(*name)).collect();
    assert!(stale.is_empty(), "these are one thing by now: {stale:#?}");
}

#[test]
fn what_a_library_hands_on_is_read_from_its_root() {
    let registry = handed_on("registry", &files());
    assert!(registry.contains("ReplayError") && registry.contains("State"), "by its root, and by a public module");
    assert!(!registry.contains("Alone"), "what is of a private module alone is not");
}
