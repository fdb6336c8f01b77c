//! One's own passphrase.

use std::process::Stdio;

use crate::stage::{Came, Stage, binary};

#[test]
fn a_passphrase_is_changed_by_those_who_know_the_old_one() {
    let stage = Stage::new();
    let (old, new) = (stage.write("old", "exercise\n"), stage.write("new", "quatre mots sans lien\n"));
    let run = |pass: &std::path::Path, args: &[&str]| {
        let mut command = binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--passphrase-file"]);
        Came::of(command.arg(pass).args(args).output().expect("the program runs"))
    };
    let change = ["passphrase", "change", "--new-passphrase-file", new.to_str().expect("the path is UTF-8")];
    assert_eq!(run(&new, &change).problem(6)["code"], "wrong_passphrase");
    let same = ["passphrase", "change", "--new-passphrase-file", old.to_str().expect("the path is UTF-8")];
    assert_eq!(run(&old, &same).problem(5)["code"], "passphrase_same");
    assert_eq!(run(&old, &change).json()["officer"], "essai");
    assert_eq!(run(&old, &["dossier", "list"]).problem(6)["code"], "wrong_passphrase");
    run(&new, &["dossier", "list"]).json();
    // The one that everybody knows is taken in an exercise, and told.
    let public = ["passphrase", "change", "--new-passphrase-file", old.to_str().expect("the path is UTF-8")];
    let back = run(&new, &public).json();
    let warned = back["warnings"].as_array().expect("`warnings` is a list").iter().map(|one| one["code"].clone());
    assert!(warned.eq(["passphrase_weak"]), "{back}");
    let log = stage.run("voorbeeld", &["ledger", "show", "--officer", "essai", "--action", "change-passphrase"]).json();
    assert!(!log["entries"].as_array().or(log["rows"].as_array()).expect("lines").is_empty(), "{log}");
}

/// Both read the same file, which takes as long as a passphrase does, and each would put its own in its place.
#[test]
fn of_two_changes_at_the_same_time_one_is_done_and_the_other_is_refused() {
    let stage = Stage::new();
    let new =
        [stage.write("one", "quatre mots sans lien\n"), stage.write("two", "vijf andere woorden zonder verband\n")];
    let running = new.each_ref().map(|path| {
        let path = path.to_str().expect("the path is UTF-8");
        let mut change = stage.command("essai", &["passphrase", "change", "--new-passphrase-file", path]);
        change.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
    });
    let came = running.map(|child| Came::of(child.wait_with_output().expect("the program ends")));
    assert_eq!(came.iter().filter(|came| came.status == 0).count(), 1, "one of them");
    for (came, path) in came.iter().zip(&new) {
        if came.status != 0 {
            // By how far the other was: before it read the file, before it began, or after both.
            let said = came.problem(came.status);
            let code = said["code"].as_str().expect("`code` is text");
            assert!(["identity_changed", "wrong_passphrase", "identity_older"].contains(&code), "{said}");
        }
        let mut list = binary();
        list.env("XDG_STATE_HOME", stage.path("state")).arg("--vault").arg(&stage.vault);
        list.args(["--as", "essai", "--json", "--passphrase-file"]).arg(path).args(["dossier", "list"]);
        let opens = Came::of(list.output().expect("the program runs")).status == 0;
        assert_eq!(opens, came.status == 0, "what was answered with success opens, and nothing else");
    }
}

#[test]
fn a_passphrase_that_is_easily_guessed_is_told_with_what_to_do_in_four_languages() {
    let stage = Stage::new();
    let easy = ["exercise\n", "password2026\n", "password2027\n", "password2028\n", "password2029\n"];
    let easy: Vec<_> = easy.iter().enumerate().map(|(n, text)| stage.write(&format!("easy{n}"), text)).collect();
    let mut said = Vec::new();
    for (lang, change) in ["fr", "nl", "de", "en"].into_iter().zip(easy.windows(2)) {
        let mut command = binary();
        command.arg("--vault").arg(&stage.vault).args(["--as", "essai", "--json", "--lang", lang, "--passphrase-file"]);
        command.arg(&change[0]).args(["passphrase", "change", "--new-passphrase-file"]).arg(&change[1]);
        let changed = Came::of(command.output().expect("the program runs")).json();
        let warnings = changed["warnings"].as_array().expect("warnings");
        let warning = warnings.iter().find(|warning| warning["code"] == "passphrase_weak").expect("it is told");
        assert!(warning["fix"].as_str().is_some_and(|fix| !fix.is_empty()), "{changed}");
        said.push(warning["message"].clone());
        assert!(!changed.to_string().contains("password20"), "{changed}");
    }
    said.dedup();
    assert_eq!(said.len(), 4, "{said:?}");
    let init = ["init", "--name", "N", "--officer", "anna", "--full-name", "Anna", "--nationality", "BEL"];
    let mut command = binary();
    command.arg("--json").arg("--vault").arg(stage.path("new")).arg("--passphrase-file").arg(&easy[0]).args(init);
    let made = Came::of(command.output().expect("the program runs")).json();
    let codes: Vec<_> = made["warnings"].as_array().expect("warnings").iter().map(|one| one["code"].clone()).collect();
    assert!(codes.contains(&"passphrase_weak".into()), "{made}");
}
