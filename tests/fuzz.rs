//! The fuzz targets, compiled as they are and tried on a few inputs: the fuzzer itself needs another compiler.

use std::collections::BTreeSet;

use super::sources::{code, files, is_of_a_word, source};

/// In place of the fuzzer's own: what is to be tried, as a function.
macro_rules! as_function {
    (|$bytes:ident: &[u8]| $body:block) => {
        pub fn fuzz($bytes: &[u8]) $body
    };
}
pub(crate) use as_function as fuzz_target;

/// Each target, by the name of its file.
macro_rules! targets {
    ($($name:ident $file:literal)*) => {
        $(#[path = $file]
        #[allow(unused_attributes, reason = "`no_main` is said to a program of its own")]
        mod $name;)*

        const TARGETS: &[(&str, fn(&[u8]))] = &[$((stringify!($name), $name::fuzz)),*];
    };
}

targets! {
    binding "../fuzz/fuzz_targets/binding.rs"
    clearance "../fuzz/fuzz_targets/clearance.rs"
    entry "../fuzz/fuzz_targets/entry.rs"
    frames "../fuzz/fuzz_targets/frames.rs"
    guide "../fuzz/fuzz_targets/guide.rs"
    keys "../fuzz/fuzz_targets/keys.rs"
    label "../fuzz/fuzz_targets/label.rs"
    note "../fuzz/fuzz_targets/note.rs"
    object "../fuzz/fuzz_targets/object.rs"
    pages "../fuzz/fuzz_targets/pages.rs"
    request "../fuzz/fuzz_targets/request.rs"
    sealed "../fuzz/fuzz_targets/sealed.rs"
    spif "../fuzz/fuzz_targets/spif.rs"
}

#[test]
fn every_fuzz_target_is_compiled_and_takes_a_few_inputs() {
    let targets: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    let mut there: Vec<String> = files().into_iter().filter(|file| file.starts_with("fuzz/fuzz_targets/")).collect();
    there.sort();
    let wanted: Vec<String> = targets.iter().map(|name| format!("fuzz/fuzz_targets/{name}.rs")).collect();
    assert_eq!(wanted, there);
    let every_byte: Vec<u8> = (0..=255).collect();
    let policy = source("policies/bel.spif.xml");
    for (_, fuzz) in TARGETS {
        for input in [b"".as_slice(), &[0; 64], &[255; 7], &every_byte, policy.as_bytes()] {
            fuzz(input);
        }
    }
}

/// The targets have a manifest of their own, which these tests do not compile by.
#[test]
fn the_manifest_of_the_fuzz_targets_names_each_of_them_and_what_they_use() {
    let [manifest, of_tests] = ["fuzz/Cargo.toml", "Cargo.toml"].map(|file| {
        let manifest: toml::Table = source(file).parse().expect("a manifest is TOML");
        manifest
    });
    let programs = manifest["bin"].as_array().expect("a list").iter();
    let programs: Vec<&str> = programs.map(|program| program["name"].as_str().expect("a name")).collect();
    assert_eq!(programs, TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let names = |manifest: &toml::Table, table: &str| -> BTreeSet<String> {
        manifest[table].as_table().expect("a table").keys().map(|name| name.replace('-', "_")).collect()
    };
    let declared = names(&manifest, "dependencies");
    // What they can be compiled with here.
    let mut crates = declared.clone();
    crates.extend(["dependencies", "dev-dependencies"].iter().flat_map(|table| names(&of_tests, table)));
    let mut used = BTreeSet::new();
    for (name, _) in TARGETS {
        let source = code(&source(&format!("fuzz/fuzz_targets/{name}.rs")));
        // What a path begins with: `use ledger::…`, `tempfile::tempdir()`.
        for (at, _) in source.match_indices("::") {
            let before = source[..at].trim_end_matches(is_of_a_word);
            let word = &source[before.len()..at];
            if !before.ends_with("::") && crates.contains(word) {
                used.insert(word.to_owned());
            }
        }
    }
    assert_eq!(used, declared);
}
