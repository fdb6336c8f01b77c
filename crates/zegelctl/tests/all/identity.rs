//! Own keys: asked in with, renewed, lost.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::stage::{Came, Stage, binary};

fn secret(stage: &Stage, name: &str, passphrase: &str) -> String {
    let path = stage.write(name, format!("{passphrase}\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("its mode is changed");
    path.to_str().expect("the path is UTF-8").to_owned()
}

/// With another passphrase than everybody's.
fn run(stage: &Stage, officer: &str, passphrase: &str, arguments: &[&str]) -> Came {
    let mut command = binary();
    command.env("XDG_STATE_HOME", stage.path("state")).arg("--vault").arg(&stage.vault);
    command.args(["--as", officer, "--json", "--passphrase-file", passphrase]).args(arguments);
    Came::of(command.output().expect("the program runs"))
}

/// Those who ask to be let in, or for another workstation: id, name, nationality.
const NELE: [&str; 3] = ["nieuw", "Nele Nieuw", "BEL"];
const ESSAI: [&str; 3] = ["essai", "Essai", "FRA"];

/// A request under a passphrase of one's own: where it lies, and what is said of it.
fn asks(stage: &Stage, [officer, full_name, nation]: [&str; 3], passphrase: &str, name: &str) -> (String, Value) {
    let to = stage.path(name).to_str().expect("the path is UTF-8").to_owned();
    let ask = ["identity", "request", officer, "--full-name", full_name, "--nationality", nation, "--out", &to];
    let made = run(stage, officer, passphrase, &ask).json();
    (to, made)
}

fn add(stage: &Stage, first: &str) -> Value {
    let add = ["officer", "add", "q1", "--full-name", "Q", "--nationality", "BEL", "--role", "reader"];
    stage.run("voorbeeld", &[&add[..], &["--initial-passphrase-file", first]].concat()).json()
}

#[test]
fn with_the_passphrase_that_he_was_given_an_officer_makes_his_own_keys_and_nothing_else() {
    let stage = Stage::new();
    let (first, own) = (secret(&stage, "first", "the first of all days"), secret(&stage, "own", "known to one alone"));
    let added = add(&stage, &first);
    for command in
        [&["doc", "list"][..], &["officer", "list"], &["passphrase", "change", "--new-passphrase-file", &own]]
    {
        let problem = run(&stage, "q1", &first, command).problem(6);
        assert_eq!(problem["code"], "renewal_due", "{command:?}");
        assert!(problem["fix"].as_str().expect("a text").contains("zegelctl --as q1 identity renew"), "{problem}");
    }
    let renew = ["identity", "renew", "--new-passphrase-file", &own];
    let renewed = run(&stage, "q1", &first, &renew).json();
    assert_eq!(renewed["officer"], "q1");
    assert_ne!(renewed["fingerprint"], added["fingerprint"]);
    assert_eq!(run(&stage, "q1", &first, &["doc", "list"]).problem(6)["code"], "wrong_passphrase");
    assert_eq!(run(&stage, "q1", &own, &["doc", "list"]).json()["documents"], json!([]));
    let shown = run(&stage, "q1", &own, &["officer", "show", "q1"]).json();
    assert_eq!(shown["fingerprint"], renewed["fingerprint"]);
    let listed = run(&stage, "q1", &own, &["identity", "list"]).json();
    let of = |name: &str| -> Vec<Value> {
        listed["identities"].as_array().expect("`identities` is a list").iter().map(|keys| keys[name].clone()).collect()
    };
    assert_eq!(of("status"), ["present", "renewed"]);
    assert_eq!(of("fingerprint"), [renewed["fingerprint"].clone(), added["fingerprint"].clone()]);
    assert_eq!(stage.run("voorbeeld", &["doctor"]).json()["findings"], json!([]));
}

#[test]
fn an_identity_file_from_before_a_renewal_is_told_to_be_replaced() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "after a suspicion of his own");
    let file = stage.vault.join("identities/fictief.age");
    let before = fs::read(&file).expect("the file is read");
    let documents = stage.run("fictief", &["doc", "list"]).json()["total"].clone();
    stage.run("fictief", &["identity", "renew", "--new-passphrase-file", &own]).json();
    assert_eq!(run(&stage, "fictief", &own, &["doc", "list"]).json()["total"], documents);
    fs::write(&file, before).expect("the file is written");
    let problem = stage.run("fictief", &["doc", "list"]).problem(6);
    assert_eq!(problem["code"], "identity_replaced");
    assert!(problem["message"].as_str().expect("`message` is text").contains("fictief"), "{problem}");
}

#[test]
fn keys_are_renewed_with_the_passphrase_after_a_suspicion() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "after a suspicion of his own");
    let before = stage.run("muster", &["officer", "show", "muster"]).json()["fingerprint"].clone();
    let change = ["passphrase", "change", "--new-passphrase-file", &own, "--renew-keys"];
    let changed = stage.run("muster", &change).json();
    assert_eq!(changed["officer"], "muster");
    assert_ne!(changed["fingerprint"], before);
    run(&stage, "muster", &own, &["doc", "list"]).json();
}

#[test]
fn a_request_that_cannot_be_written_leaves_nothing_behind() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "known to one alone");
    let waiting = || {
        let names = fs::read_dir(stage.vault.join("identities")).expect("the folder is listed");
        let names = names.map(|file| file.expect("it is there").file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("nieuw")).count()
    };
    let ask = |to: &str| {
        let ask = ["identity", "request", "nieuw", "--full-name", "Nele Nieuw", "--nationality", "BEL", "--out", to];
        run(&stage, "nieuw", &own, &ask)
    };
    assert!(!ask("/dev/full").problem(1)["code"].is_null());
    assert_eq!(waiting(), 0, "nobody could be let in with them");
    let to = stage.path("request.txt");
    ask(to.to_str().expect("the path is UTF-8")).json();
    assert_eq!(waiting(), 1);
}

#[test]
fn who_decides_about_a_sharing_is_told_of_custodians_whom_one_person_let_in() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "known to one alone");
    let (to, _) = asks(&stage, NELE, &own, "request.txt");
    stage.run("voorbeeld", &["officer", "add", "--request", &to, "--role", "reader"]).json();
    let share = ["custody", "setup", "--threshold", "2", "--custodian", "voorbeeld", "--custodian", "nieuw"];
    let asked = stage.run("voorbeeld", &share).json()["request"].as_str().expect("`request` is text").to_owned();
    let shown = stage.run("proef", &["assent", "show", &asked]).json();
    let sharing = &shown["asked"]["custody-sharing"];
    assert!(sharing["people"][0]["word"].is_string(), "{sharing}");
    assert_eq!(sharing["warnings"][0]["code"], "custody_on_few_words");
}

#[test]
fn a_request_lets_in_the_person_who_made_it_and_both_see_one_code() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "known to one alone");
    let (to, made) = asks(&stage, NELE, &own, "request.txt");
    assert_eq!((&made["officer"], made["fingerprint"].as_str().expect("a text").len()), (&json!("nieuw"), 35));
    assert_eq!(fs::metadata(&to).expect("the request is there").permissions().mode() & 0o777, 0o600);
    assert_eq!(run(&stage, "nieuw", &own, &["doc", "list"]).status, 1, "nobody is in yet");
    assert_eq!(
        stage.run("fictief", &["officer", "add", "--request", &to, "--role", "reader"]).codes(),
        ["role_required"]
    );
    let added = stage.run("voorbeeld", &["officer", "add", "--request", &to, "--role", "reader"]).json();
    assert_eq!((&added["id"], &added["full_name"]), (&json!("nieuw"), &json!("Nele Nieuw")));
    assert_eq!(added["fingerprint"], made["fingerprint"]);
    assert_eq!(run(&stage, "nieuw", &own, &["doc", "list"]).json()["total"], 0);
    let twice = stage.run("voorbeeld", &["officer", "add", "--request", &to, "--role", "reader"]).problem(1);
    assert_eq!(twice["code"], "exists");

    // Lost, and back with other keys.
    let other = secret(&stage, "other", "another workstation of the same officer");
    let (to, made) = asks(&stage, NELE, &other, "again.txt");
    let reissue = ["officer", "reissue", "nieuw", "--request", &to, "--why", "the passphrase is forgotten"];
    let asked = stage.run("voorbeeld", &reissue).json();
    assert_eq!(asked["waiting"], true, "{asked}");
    assert_ne!(asked["fingerprint"], made["fingerprint"], "the present keys stay until the yes");
    assert_eq!(asked["may_agree"][0]["id"], "exemple");
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(stage.run("voorbeeld", &["assent", "give", request]).codes(), ["second_person_required"]);
    let shown = stage.run("exemple", &["assent", "show", request]).json();
    assert_eq!(shown["asked"]["reissue"]["fingerprint"], made["fingerprint"]);
    stage.run("exemple", &["assent", "give", request]).json();
    assert_eq!(run(&stage, "nieuw", &own, &["doc", "list"]).problem(6)["code"], "wrong_passphrase");
    run(&stage, "nieuw", &other, &["doc", "list"]).json();
    let told = stage.run("exemple", &["ledger", "show", "--action", "request-reissue"]).json();
    assert_eq!(told["entries"][0]["detail"]["why"], "the passphrase is forgotten", "{told}");
}

#[test]
fn a_request_that_was_altered_or_is_none_lets_nobody_in() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "known to one alone");
    let (to, _) = asks(&stage, NELE, &own, "request.txt");
    let text = fs::read_to_string(&to).expect("the request is read");
    let admit = |path: &Path| {
        stage.run("voorbeeld", &["officer", "add", "--request", path.to_str().expect("UTF-8"), "--role", "reader"])
    };
    for (name, changed, status, code) in [
        ("altered", text.replace("Nele", "Nell"), 4, "request_forged"),
        ("cut", text[..200].to_owned(), 5, "malformed"),
        ("none", "no request\n".to_owned(), 5, "malformed"),
        ("newer", text.replace("request/1", "request/2"), 5, "request_newer"),
        ("long", format!("{text}{}", "x".repeat(1 << 20)), 5, "file_too_large"),
    ] {
        let path = stage.write(name, changed);
        assert_eq!(admit(&path).problem(status)["code"], code, "{name}");
    }
    let elsewhere = Stage::new();
    let other = elsewhere.path("demo");
    Came::of(binary().args(["--json", "demo"]).arg(&other).output().expect("the program runs")).json();
    let mut command = binary();
    command.arg("--vault").arg(&other).args(["--as", "voorbeeld", "--json", "--passphrase-file"]);
    let pass = secret(&elsewhere, "again", "exercise");
    command.arg(pass).args(["officer", "add", "--request", &to, "--role", "reader"]);
    assert_eq!(Came::of(command.output().expect("the program runs")).problem(5)["code"], "request_elsewhere");
    let usage = ["officer", "add", "nieuw", "--request", &to, "--role", "reader"];
    assert_eq!(stage.run("voorbeeld", &usage).status, 2, "a request says who it is");
    assert_eq!(stage.run("voorbeeld", &["officer", "add", "--role", "reader"]).status, 2);
}

#[test]
fn an_identity_file_is_taken_to_another_copy_of_the_vault_under_its_passphrase() {
    let stage = Stage::new();
    let out = stage.path("essai.identity");
    let (to, lies) = (out.to_str().expect("the path is UTF-8"), stage.vault.join("identities/essai.age"));
    stage.run("essai", &["identity", "export", "essai", "--out", to]).json();
    assert_eq!(fs::metadata(&out).expect("the file is there").permissions().mode() & 0o777, 0o600);
    let locked = fs::read(&out).expect("the file is read");
    assert_eq!(locked, fs::read(&lies).expect("the file is read"), "as it lies there, under its passphrase");
    assert_eq!(stage.run("essai", &["identity", "export", "nobody", "--out", "-"]).problem(1)["code"], "not_found");
    let import = |stage: &Stage, from: &str| stage.run("essai", &["identity", "import", from]);
    assert_eq!(import(&stage, to).json()["officer"], "essai", "the same once more");
    fs::remove_file(&lies).expect("the file is removed");
    let other = secret(&stage, "other", "four words of another workstation");
    assert_eq!(run(&stage, "essai", &other, &["identity", "import", to]).problem(6)["code"], "wrong_passphrase");
    let none = stage.write("none", b"no identity\n");
    assert_eq!(import(&stage, none.to_str().expect("UTF-8")).problem(5)["code"], "not_an_identity");
    let cut = stage.write("cut", &locked[..locked.len() - 9]);
    assert_eq!(import(&stage, cut.to_str().expect("UTF-8")).problem(4)["code"], "identity_altered");
    assert!(!lies.exists(), "nothing came in");
    let shown = stage.run("voorbeeld", &["officer", "show", "essai"]).json();
    assert_eq!(import(&stage, to).json()["fingerprint"], shown["fingerprint"]);
    stage.run("essai", &["doc", "list"]).json();
    let listed = stage.run("essai", &["identity", "list"]).json();
    assert!(listed["identities"][0]["last_session"].is_string(), "{listed}");

    // Another vault, keys that were replaced, another file that lies there.
    let strange = stage.path("strange");
    Came::of(binary().args(["--json", "demo"]).arg(&strange).output().expect("the program runs")).json();
    let pass = secret(&stage, "everybody", "exercise");
    let mut command = binary();
    command
        .arg("--vault")
        .arg(&strange)
        .args(["--json", "--passphrase-file"])
        .arg(&pass)
        .args(["identity", "import", to]);
    assert_eq!(Came::of(command.output().expect("the program runs")).problem(4)["code"], "vault_foreign");
    stage.run("essai", &["passphrase", "change", "--new-passphrase-file", &other]).json();
    assert_eq!(import(&stage, to).problem(5)["code"], "identity_here");
    run(&stage, "essai", &other, &["identity", "renew", "--new-passphrase-file", &pass]).json();
    assert_eq!(import(&stage, to).problem(6)["code"], "identity_replaced");
}

#[test]
fn an_officer_has_an_identity_for_each_workstation_and_ends_one() {
    let stage = Stage::new();
    let other = secret(&stage, "other", "four words of another workstation");
    let (to, asked) = asks(&stage, ESSAI, &other, "request.txt");
    let added = stage.run("essai", &["identity", "add", "--request", &to, "--name", "Antwerpen"]).json();
    assert_eq!(added["fingerprint"], asked["fingerprint"]);
    let key = added["key"].as_str().expect("it is text");
    let before = stage.run("essai", &["doc", "list"]).json()["documents"].as_array().expect("it is a list").len();
    assert_eq!(
        run(&stage, "essai", &other, &["doc", "list"]).json()["documents"].as_array().expect("it is a list").len(),
        before
    );
    let listed = stage.run("essai", &["identity", "list"]).json();
    let named: Vec<&str> = listed["identities"]
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|one| one["name"].as_str().expect("it is text"))
        .collect();
    assert_eq!(named, ["", "Antwerpen"]);
    assert!(listed["identities"][1]["last_session"].is_string(), "{listed}");
    let revoke = ["identity", "revoke", key, "--why", "left in a train"];
    assert_eq!(run(&stage, "essai", &other, &revoke).problem(3)["reasons"][0]["code"], "identity_in_use");
    stage.run("voorbeeld", &revoke).json();
    assert_eq!(run(&stage, "essai", &other, &["doc", "list"]).problem(6)["code"], "identity_replaced");
    stage.run("essai", &["doc", "list"]).json();
    let first = listed["identities"][0]["key"].as_str().expect("it is text");
    let last = stage.run("voorbeeld", &["identity", "revoke", first, "--why", "x"]).problem(3);
    assert_eq!(last["reasons"][0]["code"], "last_identity");
    let of_another = stage.run("voorbeeld", &["identity", "list", "--officer", "essai"]).json();
    assert_eq!(of_another["identities"].as_array().expect("it is a list").len(), 2);
    assert_eq!(stage.run("muster", &["identity", "list", "--officer", "essai"]).status, 3);
}

#[test]
fn the_code_of_a_request_is_seen_before_anybody_is_let_in_with_its_keys() {
    let stage = Stage::new();
    let own = secret(&stage, "own", "known to one alone");
    let (to, made) = asks(&stage, NELE, &own, "request.txt");
    let code = made["fingerprint"].as_str().expect("a text");
    let look = ["officer", "request", &to];
    let seen = stage.run("voorbeeld", &look).json();
    assert_eq!(
        (&seen["officer"], &seen["full_name"], &seen["known"]),
        (&json!("nieuw"), &json!("Nele Nieuw"), &json!(false))
    );
    assert_eq!(seen["fingerprint"], code);
    assert!(stage.said("voorbeeld", &look).contains(code));
    assert_eq!(stage.run("voorbeeld", &["officer", "show", "nieuw"]).problem(1)["code"], "not_found", "nobody came in");
    let admit =
        |code: &str| stage.run("voorbeeld", &["officer", "add", "--request", &to, "--role", "reader", "--code", code]);
    let other = "00000 00000 00000 00000 00000 00000";
    assert_eq!(admit(other).problem(5)["code"], "fingerprint");
    assert_eq!(admit("123").problem(5)["code"], "malformed");
    assert_eq!(stage.run("voorbeeld", &["officer", "show", "nieuw"]).problem(1)["code"], "not_found", "nobody came in");
    assert_eq!(admit(code).json()["fingerprint"], code);

    // Who comes back, and who works at a second workstation.
    let (lost, second) =
        (secret(&stage, "lost", "after all was lost"), secret(&stage, "second", "another workstation of his"));
    let requested = |name: &str, passphrase: &str| {
        let (to, made) = asks(&stage, NELE, passphrase, name);
        (to, made["fingerprint"].as_str().expect("a text").to_owned())
    };
    let (to, code) = requested("second.txt", &second);
    let add = |code: &str| {
        run(&stage, "nieuw", &own, &["identity", "add", "--request", &to, "--name", "Antwerpen", "--code", code])
    };
    assert_eq!(add(other).problem(5)["code"], "fingerprint");
    assert_eq!(add(&code.replace(' ', "-")).json()["fingerprint"], json!(code));
    let (to, code) = requested("lost.txt", &lost);
    assert_eq!(stage.run("voorbeeld", &["officer", "request", &to]).json()["known"], true);
    let reissue = |code: &str| {
        stage.run("voorbeeld", &["officer", "reissue", "nieuw", "--request", &to, "--why", "lost", "--code", code])
    };
    assert_eq!(reissue(other).problem(5)["code"], "fingerprint");
    assert_eq!(stage.run("exemple", &["assent", "list"]).json()["total"], 0, "nothing was asked for");
    assert_eq!(reissue(&code).json()["waiting"], true);
}

/// What is sealed to him is sealed to each of his workstations: where something is delivered, the code of each is said.
#[test]
fn where_something_is_delivered_the_codes_are_said_and_which_of_them_was_compared() {
    let stage = Stage::new();
    let shown = |args: &[&str]| stage.run("voorbeeld", args).json();
    let first = shown(&["officer", "show", "essai"])["fingerprint"].as_str().expect("a text").to_owned();
    assert_eq!(shown(&["officer", "compare", "essai", "--code", &first])["compared"], "same");
    let other = secret(&stage, "other", "four words of another workstation");
    let (to, asked) = asks(&stage, ESSAI, &other, "request.txt");
    let second = asked["fingerprint"].as_str().expect("a text").to_owned();
    stage.run("essai", &["identity", "add", "--request", &to, "--name", "Antwerpen"]).json();
    let not_all = |value: &Value| {
        assert_eq!(value["compared"], "not-all", "{value}");
        let codes = json!([{ "code": first, "compared": true }, { "code": second, "compared": false }]);
        assert_eq!(value["codes"], codes);
    };
    let says = |text: &str| {
        assert!(text.contains(&format!("{first} (compared by you)")), "{text}");
        assert!(text.contains(&format!("{second} (not compared yet)")), "{text}");
    };
    not_all(&shown(&["officer", "show", "essai"]));
    says(&stage.said("voorbeeld", &["officer", "show", "essai"]));
    let dossier = ["dossier", "create", "CODES-1", "--title", "Codes"];
    shown(&dossier);
    says(&stage.said("voorbeeld", &["dossier", "add", "CODES-1", "essai", "--basis", "exercise"]));
    stage.run("voorbeeld", &["dossier", "remove", "CODES-1", "essai", "--why", "once more"]).json();
    not_all(&shown(&["dossier", "add", "CODES-1", "essai", "--basis", "exercise"]));
    let members = shown(&["dossier", "members", "CODES-1"])["members"].clone();
    not_all(
        members.as_array().expect("a list").iter().find(|one| one["officer"] == "essai").expect("he belongs to it"),
    );
    let table = stage.said("voorbeeld", &["dossier", "members", "CODES-1"]);
    says(&table);
    assert!(table.contains("not all compared by you"), "{table}");
    let grant = [
        "clearance",
        "grant",
        "essai",
        "--policy",
        "BEL",
        "--level",
        "SECRET",
        "--from",
        "2026-01-01",
        "--until",
        "2030-12-31",
        "--certificate",
        "C-1",
        "--authority",
        "ANS",
    ];
    let asked = shown(&grant);
    not_all(&asked);
    let request = asked["request"].as_str().expect("it waits for another");
    says(&stage.said("voorbeeld", &["assent", "show", request]));
    not_all(&shown(&["assent", "show", request])["asked"]["clearance"]);
    let theirs = stage.said("exemple", &["assent", "show", request]);
    assert!(theirs.contains(&format!("{second} (not compared yet)")), "each compares for himself: {theirs}");
    assert_eq!(shown(&["officer", "compare", "essai", "--code", &second])["compared"], "same");
}
