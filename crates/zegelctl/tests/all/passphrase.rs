//! One's own passphrase.

use crate::stage::{Came, Stage, binary};

#[test]
fn a_passphrase_is_changed_by_who_knows_the_old_one() {
    let stage = Stage::new();
    let (old, new) = (stage.write("old", "exercise\n"), stage.write("new", "quatre mots sans lien\n"));
    let run = |pass: &std::path::Path, args: &[&str]| {
        let mut command = binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--passphrase-file"]);
        Came::of(command.arg(pass).args(args).output().unwrap())
    };
    let change = ["passphrase", "change", "--new-passphrase-file", new.to_str().unwrap()];
    assert_eq!(run(&new, &change).problem(6)["code"], "wrong_passphrase");
    let same = ["passphrase", "change", "--new-passphrase-file", old.to_str().unwrap()];
    assert_eq!(run(&old, &same).problem(5)["code"], "passphrase_same");
    assert_eq!(run(&old, &change).json()["officer"], "essai");
    assert_eq!(run(&old, &["dossier", "list"]).problem(6)["code"], "wrong_passphrase");
    run(&new, &["dossier", "list"]).json();
    let log = stage.run("voorbeeld", &["ledger", "show", "--officer", "essai", "--action", "change-passphrase"]).json();
    assert!(!log["entries"].as_array().or(log["rows"].as_array()).expect("lines").is_empty(), "{log}");
}

#[test]
fn a_passphrase_that_is_easily_guessed_is_refused_with_what_to_do_in_four_languages() {
    let stage = Stage::new();
    let (old, weak) = (stage.write("old", "exercise\n"), stage.write("weak", "password2026\n"));
    let mut said = Vec::new();
    for lang in ["fr", "nl", "de", "en"] {
        let mut command = binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--lang", lang, "--passphrase-file"]);
        command.arg(&old).args(["passphrase", "change", "--new-passphrase-file", weak.to_str().unwrap()]);
        let problem = Came::of(command.output().unwrap()).problem(5);
        assert_eq!(problem["code"], "passphrase_weak");
        let reasons = problem["reasons"].as_array().unwrap();
        assert!(reasons.iter().all(|reason| reason["fix"].as_str().is_some_and(|fix| !fix.is_empty())), "{problem}");
        said.push(reasons.last().unwrap()["message"].clone());
        assert!(!problem.to_string().contains("password2026"), "{problem}");
    }
    said.dedup();
    assert_eq!(said.len(), 4, "{said:?}");
    let init = ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"];
    let mut command = binary();
    command.arg("--json").arg("--vault").arg(stage.path("new")).arg("--passphrase-file").arg(&old).args(init);
    assert_eq!(Came::of(command.output().unwrap()).problem(5)["code"], "passphrase_weak", "`demo` alone may");
    assert!(!stage.path("new").exists());
}
