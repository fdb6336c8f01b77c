//! The plugin and the program `age` itself: what a token protects is opened without Zegel.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use seal::{Passphrase, SecretText, Token, WorkFactor, is_locked_identity, lock_identity, unlock_identity};

fn run(program: &str, path: &Path, arguments: &[&str]) -> Output {
    let path = std::env::join_paths([path, Path::new("/usr/bin"), Path::new("/bin")]).expect("no colon is in them");
    Command::new(program).args(arguments).env("PATH", path).output().expect("it runs")
}

#[test]
fn stock_age_opens_what_is_sealed_to_the_token_and_passes_over_what_zegel_adds() {
    let folder = tempfile::tempdir().expect("it is there");
    let plugin = env!("CARGO_BIN_EXE_age-plugin-exercise");
    let programs = Path::new(plugin).parent().expect("it lies in a folder");
    let token = folder.path().join("token");
    let made = Command::new(plugin).arg("--new").arg(&token).output().expect("it runs");
    assert!(made.status.success());
    let identity = String::from_utf8(made.stdout).expect("it is text");
    let recipient = identity.lines().find_map(|line| line.strip_prefix("# recipient: ")).expect("there is one");
    let known = Token::new(recipient, &identity).expect("it is a token");
    assert_eq!(known.plugin(), "exercise");
    let passphrase = Passphrase::new("exercise".to_owned());
    let text = SecretText::new("AGE-SECRET-KEY-…".to_owned());
    let locked = lock_identity(&text, &passphrase, WorkFactor::new(2).expect("it is one"));
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("it can be written");
        path.to_str().expect("the path is text").to_owned()
    };
    let (inner, lines) = (file("inner.age", &locked), file("token.txt", identity.as_bytes()));
    let sealed = folder.path().join("outer.age").to_str().expect("the path is text").to_owned();
    let done = run("age", programs, &["-e", "-r", recipient, "-o", &sealed, &inner]);
    assert!(done.status.success(), "{done:?}");
    let opened = run("age", programs, &["-d", "-i", &lines, &sealed]);
    assert_eq!(opened.stdout, locked, "{}", String::from_utf8_lossy(&opened.stderr));
    assert!(is_locked_identity(&opened.stdout));
    assert_eq!(unlock_identity(&opened.stdout, &passphrase).expect("it opens").expose_secret(), text.expose_secret());
    let another = folder.path().join("another");
    let made = Command::new(plugin).arg("--new").arg(&another).output().expect("it runs");
    let others = file("another.txt", &made.stdout);
    assert!(!run("age", programs, &["-d", "-i", &others, &sealed]).status.success());
}
