//! A hardware token that protects an identity file, by a plugin of age whose token is a folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::stage::{Came, Stage};
use crate::terminal::Terminal;

/// A token, and the folder in which its plugin lies.
pub struct Plugged {
    pub folder: PathBuf,
    pub recipient: String,
    pub identity: PathBuf,
    programs: PathBuf,
}

impl Plugged {
    pub fn new(stage: &Stage, name: &str) -> Plugged {
        let built = Path::new(env!("CARGO_BIN_EXE_zegelctl")).with_file_name("age-plugin-exercise");
        assert!(built.is_file(), "{} is missing: cargo build -p testtoken", built.display());
        let programs = stage.path("plugins");
        fs::create_dir_all(&programs).expect("it can be made");
        let program = programs.join("age-plugin-exercise");
        if !program.exists() {
            fs::copy(built, &program).expect("it can be copied");
        }
        let folder = stage.path(name);
        let made = Command::new(&program).arg("--new").arg(&folder).output().expect("it runs");
        let text = String::from_utf8(made.stdout).expect("it is text");
        let recipient =
            text.lines().find_map(|line| line.strip_prefix("# recipient: ")).expect("there is one").to_owned();
        let identity = stage.write(&format!("{name}.txt"), text);
        Plugged { folder, recipient, identity, programs }
    }

    pub fn path(&self) -> String {
        format!("{}:/usr/bin:/bin", self.programs.display())
    }

    fn behaves(&self, how: &str, text: &str) {
        fs::write(self.folder.join(how), text).expect("it can be written");
    }

    fn no_more(&self, how: &str) {
        fs::remove_file(self.folder.join(how)).expect("it is there");
    }

    fn run(&self, stage: &Stage, arguments: &[&str]) -> Came {
        with_path(stage, &self.path(), arguments)
    }

    fn protect(&self, stage: &Stage) -> Came {
        let file = self.identity.to_str().expect("the path is text");
        let words = ["identity", "protect", "--plugin-recipient", &self.recipient, "--plugin-identity-file", file];
        self.run(stage, &words)
    }
}

fn with_path(stage: &Stage, path: &str, arguments: &[&str]) -> Came {
    Came::of(stage.command("essai", arguments).env("PATH", path).output().expect("it runs"))
}

fn code(came: &Came, status: i32) -> String {
    came.problem(status)["code"].as_str().expect("it is text").to_owned()
}

fn secret(stage: &Stage, text: &str) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let path = stage.write(text, format!("{text}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("it is there");
    path.to_str().expect("the path is text").to_owned()
}

#[test]
fn a_protected_identity_takes_token_and_passphrase_and_is_unprotected_again() {
    let stage = Stage::new();
    let token = Plugged::new(&stage, "token");
    let file = stage.vault.join("identities/essai.age");
    let before = fs::read(&file).expect("it can be read");
    assert_eq!(token.protect(&stage).json()["plugin"], "exercise");
    assert_ne!(fs::read(&file).expect("it can be read"), before);
    assert_eq!(code(&token.protect(&stage), 5), "identity_protected");
    token.run(&stage, &["doc", "list"]).json();
    assert_eq!(token.run(&stage, &["identity", "list"]).json()["plugin"], "exercise");
    let doctor: Value = token.run(&stage, &["doctor"]).json();
    assert_eq!(doctor["findings"], serde_json::json!([]), "{doctor}");

    // The passphrase alone opens nothing.
    fs::rename(token.folder.join("key"), token.folder.join("pulled")).expect("it is there");
    let pulled = token.run(&stage, &["doc", "list"]).problem(6);
    assert_eq!(pulled["code"], "token_said");
    assert!(pulled["message"].as_str().expect("it is text").contains("not plugged in"), "{pulled}");
    fs::rename(token.folder.join("pulled"), token.folder.join("key")).expect("it is there");

    // The plugin learns nothing by its arguments, and by its environment what its caller was started with.
    let mut command = stage.command("essai", &["doc", "list"]);
    command.env_clear().env("PATH", token.path()).env("XDG_STATE_HOME", stage.path("state"));
    Came::of(command.output().expect("it runs")).json();
    let seen = fs::read_to_string(token.folder.join("seen")).expect("the plugin ran");
    let lines: Vec<&str> = seen.lines().collect();
    assert_eq!((lines.len(), lines[1]), (4, "--age-plugin=identity-v1"), "{seen}");
    assert!(lines[2..].iter().all(|line| line.starts_with("PATH=") || line.starts_with("XDG_STATE_HOME=")), "{seen}");

    assert_eq!(token.run(&stage, &["identity", "unprotect"]).json()["plugin"], Value::Null);
    let bare = fs::read(&file).expect("it can be read");
    assert!(bare != before && seal::is_locked_identity(&bare), "another file, which the passphrase alone opens");
    assert_eq!(code(&token.run(&stage, &["identity", "unprotect"]), 5), "identity_unprotected");
    stage.run("essai", &["doc", "list"]).json();
    let told = stage.run("voorbeeld", &["ledger", "show", "--officer", "essai", "--action", "protect-identity"]).json();
    assert_eq!(told["entries"].as_array().expect("it is a list").len(), 1, "{told}");
}

#[test]
fn what_goes_wrong_with_a_token_is_told() {
    let stage = Stage::new();
    let (token, another) = (Plugged::new(&stage, "token"), Plugged::new(&stage, "another"));
    let list = ["doc", "list"];
    // A token that is not the one which its recipient names would shut the officer out: nothing is changed.
    let file = another.identity.to_str().expect("the path is text");
    let crossed = ["identity", "protect", "--plugin-recipient", &token.recipient, "--plugin-identity-file", file];
    assert_eq!(code(&token.run(&stage, &crossed), 6), "token_another");
    stage.run("essai", &list).json();
    for (recipient, expected) in [("age1exercise1", "token_recipient"), ("nothing", "token_recipient")] {
        let words = ["identity", "protect", "--plugin-recipient", recipient, "--plugin-identity-file", file];
        assert_eq!(code(&token.run(&stage, &words), 5), expected, "{recipient}");
    }
    let none = stage.write("none.txt", "# nothing\n");
    let words = [
        "identity",
        "protect",
        "--plugin-recipient",
        &token.recipient,
        "--plugin-identity-file",
        none.to_str().expect("the path is text"),
    ];
    assert_eq!(code(&token.run(&stage, &words), 5), "token_identity");
    let missing = with_path(
        &stage,
        "/usr/bin:/bin",
        &[
            "identity",
            "protect",
            "--plugin-recipient",
            &token.recipient,
            "--plugin-identity-file",
            token.identity.to_str().expect("the path is text"),
        ],
    );
    assert_eq!(missing.problem(1)["code"], "token_plugin_missing");

    token.protect(&stage).json();
    assert_eq!(code(&with_path(&stage, "/usr/bin:/bin", &list), 1), "token_plugin_missing");
    // A program that lies where the command happens to be called is not run.
    for path in [format!(".:{}", token.path()), format!(":{}", token.path()), format!("plugins:{}", token.path())] {
        let mut command = stage.command("essai", &list);
        let came = Came::of(command.env("PATH", path).current_dir(stage.path("")).output().expect("it runs"));
        assert_eq!(code(&came, 1), "token_path");
    }
    token.behaves("refuses", "the touch was cancelled\u{1b}[2J");
    let refused = token.run(&stage, &list).problem(6);
    assert_eq!(refused["code"], "token_said");
    let message = refused["message"].as_str().expect("it is text");
    assert!(message.contains("the touch was cancelled") && !message.contains('\u{1b}'), "{message}");
    token.no_more("refuses");
    token.behaves("dies", "");
    assert_eq!(code(&token.run(&stage, &list), 1), "token_plugin_died");
    token.no_more("dies");
    token.behaves("lies", "");
    assert_eq!(code(&token.run(&stage, &list), 6), "token_another");
    token.no_more("lies");
    // Nobody is at a terminal to type it.
    token.behaves("pin", "1357");
    assert_eq!(code(&token.run(&stage, &list), 6), "token_unanswered");
    token.no_more("pin");
    token.run(&stage, &list).json();
}

#[test]
fn the_pin_of_a_token_is_typed_at_the_terminal_and_not_shown() {
    let stage = Stage::new();
    let token = Plugged::new(&stage, "token");
    token.protect(&stage).json();
    token.behaves("pin", "1357");
    token.behaves("says", "touch it now");
    token.behaves("name", "blue");
    let pass = stage.path("pass");
    let more = ["--as", "essai", "--passphrase-file", pass.to_str().expect("the path is text")];
    for (typed, right) in [("1357", true), ("9999", false)] {
        let mut terminal = Terminal::with_path(&stage.vault, &stage.path("state"), &more, &token.path());
        let said = terminal.hears("Name of the token");
        assert!(said.contains("touch it now"), "{said}");
        terminal.types("blue\n");
        terminal.hears("PIN of the token");
        terminal.wait_until("it hides what is typed", |terminal| !terminal.echoes());
        terminal.types(&format!("{typed}\n"));
        let (ended, said) = terminal.ends();
        assert_eq!(ended, right, "{said}");
        assert!(!said.contains(typed), "what was typed was not shown: {said}");
        assert!(right || said.contains("the PIN is wrong"), "{said}");
    }
}

#[test]
fn an_identity_file_from_before_its_token_is_refused_and_so_is_one_from_before_it_lost_its_token() {
    let stage = Stage::new();
    let token = Plugged::new(&stage, "token");
    let file = stage.vault.join("identities/essai.age");
    let bare = fs::read(&file).expect("it is there");
    token.protect(&stage).json();
    let protected = fs::read(&file).expect("it is there");
    fs::write(&file, bare).expect("it is put back");
    assert_eq!(code(&stage.run("essai", &["doc", "list"]), 4), "identity_older", "the passphrase alone opens it");
    fs::write(&file, &protected).expect("it is put back");
    token.run(&stage, &["identity", "unprotect"]).json();
    stage.run("essai", &["doc", "list"]).json();
    fs::write(&file, protected).expect("it is put back");
    assert_eq!(code(&token.run(&stage, &["doc", "list"]), 4), "identity_older");
}

#[test]
fn protection_outlasts_another_passphrase_new_keys_and_a_move() {
    let stage = Stage::new();
    let token = Plugged::new(&stage, "token");
    token.protect(&stage).json();
    let next = secret(&stage, "four words of another workstation");
    token.run(&stage, &["passphrase", "change", "--new-passphrase-file", &next]).json();
    let run = |path: &str, passphrase: &str, arguments: &[&str]| {
        let mut command = crate::stage::binary();
        command.env("XDG_STATE_HOME", stage.path("state")).env("PATH", path).arg("--vault").arg(&stage.vault);
        command.args(["--as", "essai", "--json", "--passphrase-file", passphrase]).args(arguments);
        Came::of(command.output().expect("it runs"))
    };
    let without = "/usr/bin:/bin";
    assert_eq!(code(&run(without, &next, &["doc", "list"]), 1), "token_plugin_missing");
    run(&token.path(), &next, &["doc", "list"]).json();
    let last = secret(&stage, "four words after a suspicion");
    run(&token.path(), &next, &["identity", "renew", "--new-passphrase-file", &last]).json();
    assert_eq!(code(&run(without, &last, &["doc", "list"]), 1), "token_plugin_missing");
    run(&token.path(), &last, &["doc", "list"]).json();
    let wrong = run(&token.path(), &next, &["doc", "list"]);
    assert_eq!(code(&wrong, 6), "wrong_passphrase", "the token alone opens nothing");

    let out = stage.path("essai.identity");
    let to = out.to_str().expect("the path is text");
    run(without, &last, &["identity", "export", "essai", "--out", to]).json();
    let lies = stage.vault.join("identities/essai.age");
    fs::remove_file(&lies).expect("it is there");
    assert_eq!(code(&run(without, &last, &["identity", "import", to]), 1), "token_plugin_missing");
    run(&token.path(), &last, &["identity", "import", to]).json();
    assert_eq!(fs::read(&lies).expect("it can be read"), fs::read(&out).expect("it can be read"));
    run(&token.path(), &last, &["doc", "list"]).json();
}

/// As `docs/RECOVERY.md` has it.
#[test]
fn the_program_age_opens_a_protected_identity_with_the_line_in_its_header() {
    let stage = Stage::new();
    let token = Plugged::new(&stage, "token");
    token.protect(&stage).json();
    let recovery = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/RECOVERY.md"))
        .expect("the path is text");
    let written =
        |begins: &str| recovery.lines().find(|line| line.starts_with(begins)).expect("there is one").to_owned();
    let lines = [written("LC_ALL=C sed"), written("age -d -i /dev/shm/token.txt")];
    let here = |line: &String| {
        line.replace("/dev/shm", stage.path("").to_str().expect("the path is text")).replace("fictief", "essai")
    };
    let script: Vec<String> = lines.iter().map(here).collect();
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", &script.join("\n")]).current_dir(&stage.vault).env("PATH", token.path());
    let done = shell.output().expect("it runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let inner = fs::read(stage.path("inner.age")).expect("it has one");
    let opened = seal::unlock_identity(&inner, &seal::Passphrase::new("exercise".to_owned())).expect("it opens");
    assert!(opened.expose_secret().starts_with("# Zegel identity of essai\n"));
}
