//! Whatever can go wrong can be said: each code of a problem has a sentence, and a second one on what to do.

use std::collections::BTreeSet;
use std::path::Path;

/// Where codes of problems are named, each as `=> "code"`.
const NAMED_IN: &[&str] = &[
    "crates/vault/src/error/backup.rs",
    "crates/vault/src/error/told.rs",
    "crates/release/src/error.rs",
    "crates/station/src/error.rs",
    "crates/viewer/src/lib.rs",
    "crates/reading/src/print.rs",
];
/// Where problems are made at the edge: the shell, and the command line.
const MADE_IN: &[&str] = &["src-tauri/src", "crates/zegelctl/src"];

fn codes() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut codes = BTreeSet::new();
    for file in NAMED_IN {
        let source = std::fs::read_to_string(root.join(file)).expect("a source file is text");
        codes.extend(quoted_after(&source, "=> \""));
    }
    let mut waiting: Vec<_> = MADE_IN.iter().map(|folder| root.join(folder)).collect();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                std::fs::read_dir(&path)
                    .expect("the folder is listed")
                    .map(|entry| entry.expect("the entry of the folder is read").path()),
            );
        } else {
            let source = std::fs::read_to_string(&path).expect("a source file is text");
            codes.extend(quoted_after(&source, "Problem::new(\""));
            codes.extend(quoted_after(&source, "Problem::usage(\""));
            codes.extend(quoted_after(&source, "Problem::value(\""));
        }
    }
    codes
}

fn quoted_after<'s>(source: &'s str, mark: &'s str) -> impl Iterator<Item = String> + 's {
    let quoted = source.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    quoted.filter(|code| code.chars().all(|c| c.is_ascii_lowercase() || c == '_')).map(str::to_owned)
}

#[test]
fn every_problem_has_a_sentence_and_what_to_do() {
    let codes = codes();
    assert!(
        codes.len() > 40
            && codes.contains("wrong_passphrase")
            && codes.contains("already_open")
            && codes.contains("unknown_bench"),
        "{codes:?}"
    );
    let mut unsaid = Vec::new();
    for code in codes {
        for key in [format!("err-{}", code.replace('_', "-")), format!("fix-{}", code.replace('_', "-"))] {
            if !words::has(&key) {
                unsaid.push(key);
            }
        }
    }
    assert!(unsaid.is_empty(), "{unsaid:?}");
}

/// The rules that replay holds entries against stand in a sentence, so each is a part of one: it begins small and has no
/// full stop.
#[test]
fn every_rule_that_an_entry_can_break_has_words_in_every_language() {
    assert!(vault::ForgedRule::ALL.len() > 60);
    let mut said = BTreeSet::new();
    for lang in words::Lang::ALL {
        for rule in vault::ForgedRule::ALL {
            let key = words::forged_key(rule.as_str());
            let text = words::say(lang, &key, &[]);
            assert_ne!(text, key, "{lang}: no words for `{key}`");
            assert!(text.starts_with(char::is_lowercase) && !text.ends_with('.'), "{lang}: {text}");
            assert!(said.insert((lang.to_string(), text)), "{lang}: `{key}` says the same as another");
            let whole = words::say(lang, "err-forged", &[("index", "7"), ("author", "anna"), ("rule", "HERE")]);
            assert!(whole.contains("HERE") && whole.ends_with('.'), "{lang}: {whole}");
        }
    }
    // No words of a rule that there is no more.
    let kept = words::catalogue(words::Lang::En).lines().filter(|line| line.starts_with("forged-")).count();
    assert_eq!(kept, vault::ForgedRule::ALL.len());
}
