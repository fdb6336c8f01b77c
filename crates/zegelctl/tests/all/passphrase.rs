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
