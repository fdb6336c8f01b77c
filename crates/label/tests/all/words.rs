//! Every code has words in the four catalogues.

use label::{Change, PolicyError, Violation};

const CATALOGUES: [&str; 4] = [
    include_str!("../../../../messages/fr.ftl"),
    include_str!("../../../../messages/nl.ftl"),
    include_str!("../../../../messages/de.ftl"),
    include_str!("../../../../messages/en.ftl"),
];

/// All codes that the sources of the crate name, by the lines of their `code` functions.
fn codes(source: &str, prefix: &str) -> Vec<String> {
    let quoted = source.split('"').skip(1).step_by(2);
    quoted
        .filter(|text| text.starts_with(prefix) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_code_has_words_in_every_language() {
    let errors = [
        (include_str!("../../src/policy/error.rs"), "policy_"),
        (include_str!("../../src/error.rs"), "label_"),
        (include_str!("../../src/error.rs"), "partners_"),
        (include_str!("../../src/xml.rs"), "xml_"),
        (include_str!("../../src/dominance.rs"), "dominance_"),
        (include_str!("../../src/translate.rs"), "translate_"),
        (include_str!("../../src/binding/mod.rs"), "binding_"),
    ];
    let mut keys = Vec::new();
    for (source, prefix) in errors {
        let found = codes(source, prefix);
        assert!(!found.is_empty(), "{prefix}");
        for code in found {
            keys.extend([format!("err-{}", code.replace('_', "-")), format!("fix-{}", code.replace('_', "-"))]);
        }
    }
    for code in codes(include_str!("../../src/violation.rs"), "label_") {
        let key = format!("reason-{}", code.replace('_', "-"));
        keys.extend([format!("{key}-fix"), key]);
    }
    for catalogue in CATALOGUES {
        for key in &keys {
            assert!(catalogue.lines().any(|line| line.starts_with(&format!("{key} ="))), "{key}");
        }
    }
}

#[test]
fn every_parameter_of_a_sentence_is_given() {
    let samples = [
        Violation::TooFew { tag: "T".to_owned(), min: 1 },
        Violation::RequiredCategory {
            by: "B".to_owned(),
            operation: label::Operation::OnlyOne,
            values: vec!["V".to_owned()],
        },
        Violation::BadInput { tag: "T".to_owned(), value: "V".to_owned(), form: "date".to_owned() },
    ];
    for violation in samples {
        let key = format!("reason-{} = ", violation.code().replace('_', "-"));
        for catalogue in CATALOGUES {
            let from = catalogue.find(&key).expect("a sentence");
            let end = catalogue[from..].find("\nreason-").map_or(catalogue.len(), |end| from + end);
            let sentence = &catalogue[from..end];
            for (name, _) in violation.params() {
                assert!(sentence.contains(&format!("${name}")), "{key} {name}");
            }
        }
    }
    let error = PolicyError::UnknownValue { line: 3, tag_set: "T".to_owned(), lacv: "4".to_owned() };
    assert_eq!(error.params().iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["line", "tagset", "lacv"]);
    assert_eq!(Change::Review.code(), "review");
}
