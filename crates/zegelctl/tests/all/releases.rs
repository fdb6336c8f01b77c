//! What leaves, for whom, and what does not.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use release::{Manifest, SignatureFile};
use serde_json::Value;

use crate::stage::{Stage, written_into};

fn request(stage: &Stage, who: &str, partner: &str, doc: &str, more: &[&str]) -> crate::stage::Came {
    let mut args = vec!["release", "request", "--partner", partner, "--doc", doc, "--purpose", "exchange"];
    args.extend(more);
    stage.run(who, &args)
}

#[test]
fn a_partner_opens_the_package_with_age_and_tar_alone() {
    let stage = Stage::new();
    let content = b"what was filed";
    let filed = stage.file(content, "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let release = request(&stage, "fictief", "voorbeelddienst", filed["id"].as_str().expect("a text"), &[]).json();
    let release = release["release"].as_str().expect("`release` is text");
    assert_eq!(stage.run("fictief", &["release", "approve", release]).status, 3, "the requester is no second person");
    let out = stage.path("out box");
    let write = |who: &str| stage.run(who, &["release", "write", release, "--out", out.to_str().expect("UTF-8")]);
    assert_eq!(write("proef").status, 3, "not before it is approved");
    stage.run("proef", &["release", "approve", release]).json();
    let written = write("proef").json();
    let package = written["package"].as_str().expect("`package` is text");
    assert!(!package.contains("Filed"), "a name tells nothing");

    let tar = stage.path("package.tar");
    let key = stage.vault.join("partners/voorbeelddienst.identity.txt");
    let age = Command::new("age")
        .arg("-d")
        .arg("-i")
        .arg(&key)
        .arg("-o")
        .arg(&tar)
        .arg(package)
        .status()
        .expect("age is installed");
    assert!(age.success());
    let folder = stage.path("unpacked");
    fs::create_dir(&folder).expect("the folder is made");
    assert!(Command::new("tar").arg("-xf").arg(&tar).arg("-C").arg(&folder).status().expect("it runs").success());

    assert_eq!(fs::read(folder.join("documents/01.txt")).expect("the document is read"), content);
    let label = fs::read_to_string(folder.join("documents/01.txt.label.xml")).expect("the label is read");
    assert!(label.contains("originatorConfidentialityLabel"));
    assert!(fs::read(folder.join("cover.pdf")).expect("the PDF is read").starts_with(b"%PDF-"));
    let bytes = fs::read(folder.join("manifest.json")).expect("the manifest is read");
    let manifest: Manifest = serde_json::from_slice(&bytes).expect("it is JSON");
    assert!(manifest.exercise);
    assert_eq!(manifest.from.approved_by.as_deref(), Some("proef"));
    assert_eq!(manifest.documents[0].document.bytes, content.len() as u64);
    let signature: SignatureFile =
        serde_json::from_slice(&fs::read(folder.join("manifest.json.sig")).expect("it is read")).expect("it is JSON");
    assert!(signature.verifies(&bytes));
    let mut altered = bytes.clone();
    altered[100] ^= 1;
    assert!(!signature.verifies(&altered), "an altered manifest is caught");
    let stripped = SignatureFile { ml_dsa_65: String::new(), ..signature };
    assert!(!stripped.verifies(&bytes), "both signatures are needed");

    for part in manifest.documents.iter().flat_map(|d| [&d.document, &d.label]).chain([&manifest.cover]) {
        let sum = Command::new("sha256sum").arg(folder.join(&part.file)).output().expect("the program runs");
        assert!(String::from_utf8_lossy(&sum.stdout).starts_with(&part.sha256), "{}", part.file);
    }
}

#[test]
fn what_may_not_leave_does_not() {
    let stage = Stage::new();
    let belgian = stage.file(b"x", "ARDENNES-26", &["--level", "CONFIDENTIEL"]);
    let nobody = stage.file(b"y", "ARDENNES-26", &["--level", "CONFIDENTIEL", "--rel", ""]);
    let shared = stage.file(b"z", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,DEU,FRA,NLD"]);
    let id = |filed: &Value| filed["id"].as_str().expect("`id` is text").to_owned();
    for (doc, partner) in
        [(id(&belgian), "voorbeelddienst"), (id(&nobody), "voorbeelddienst"), (id(&shared), "musterdienst")]
    {
        assert!(!request(&stage, "fictief", partner, &doc, &[]).codes().is_empty());
    }
    // Germany's key is unconfirmed, and its ceiling is below: both are said.
    let codes = request(&stage, "fictief", "musterdienst", &id(&shared), &[]).codes();
    assert!(codes.len() >= 2, "{codes:?}");
    let listed = stage.run("proef", &["release", "list"]).json();
    assert_eq!(listed["releases"].as_array().expect("a list").len(), 0, "a denied request asks nobody for approval");
}

#[test]
fn an_originator_is_asked_first() {
    let stage = Stage::new();
    let filed = stage.file(
        b"x",
        "ARDENNES-26",
        &[
            "--level",
            "CONFIDENTIEL",
            "--rel",
            "BEL,NLD",
            "--category",
            "Handling=ORCON",
            "--originator",
            "Section Sources",
        ],
    );
    let id = filed["id"].as_str().expect("`id` is text");
    let codes = request(&stage, "fictief", "voorbeelddienst", id, &[]).codes();
    assert!(codes.iter().any(|code| code.contains("consent")), "{codes:?}");
    let uncle = request(&stage, "fictief", "voorbeelddienst", id, &["--consent", "My uncle:C/12"]);
    assert_eq!(uncle.codes(), ["consent_of_another"]);
    // Typed with blanks around, and in capitals, it is the same document.
    let pasted = format!(" {} ", id.to_uppercase());
    let consent = ["--consent", "section sources:C/12"];
    let granted = request(&stage, "fictief", "voorbeelddienst", &pasted, &consent).json();
    let release = granted["release"].as_str().expect("`release` is text");
    let shown = stage.run("proef", &["release", "show", release]).json();
    let (of, consent) = (&shown["consents"][0]["originator"], &shown["consents"][0]);
    assert_eq!((&consent["authority"], &consent["reference"]), (&"section sources".into(), &"C/12".into()));
    assert_eq!(of, "Section Sources", "who approves it is shown whose it is");
    let reference = filed["reference"].as_str().expect("`reference` is text");
    let found = stage.run("fictief", &["doc", "show", &format!("{} ", reference.to_lowercase())]).json();
    assert_eq!(found["id"], id);
}

#[test]
fn a_recalled_release_is_not_written() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "CONFIDENTIEL", "--rel", "BEL,NLD"]);
    let release = request(&stage, "fictief", "voorbeelddienst", filed["id"].as_str().expect("a text"), &[]).json();
    let release = release["release"].as_str().expect("`release` is text");
    stage.run("proef", &["release", "approve", release]).json();
    stage.run("fictief", &["release", "recall", release, "--why", "mistake"]).json();
    let out = stage.path("out");
    assert_ne!(stage.run("proef", &["release", "write", release, "--out", out.to_str().expect("UTF-8")]).status, 0);
    let left = fs::read_dir(&out).map(|entries| entries.count()).unwrap_or_default();
    assert_eq!(left, 0);
}

/// Two programs: one is stopped in the middle of writing a package, the other gives a document of it another marking.
#[test]
fn a_package_of_a_document_that_is_marked_otherwise_meanwhile_is_not_written() {
    let stage = Stage::new();
    let shared = ["--level", "SECRET", "--rel", "BEL,NLD"];
    let large = stage.file(&vec![7; 96 << 20], "ARDENNES-26", &shared);
    let small = stage.file(b"small", "ARDENNES-26", &shared);
    let id = |filed: &Value| filed["id"].as_str().expect("`id` is text").to_owned();
    // The one is being read by then, the other is still to be opened.
    for changed in [id(&large), id(&small)] {
        let asked = request(&stage, "fictief", "voorbeelddienst", &id(&large), &["--doc", &id(&small)]).json();
        let release = asked["release"].as_str().expect("`release` is text");
        stage.run("proef", &["release", "approve", release]).json();
        let out = stage.path(&format!("out-{changed}"));
        let mut write = stage.command("proef", &["release", "write", release, "--out", out.to_str().expect("UTF-8")]);
        write.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let writing = write.spawn().expect("the program starts");
        let begun = || written_into(&out, writing.id()) > 1 << 20;
        let deadline = Instant::now() + Duration::from_secs(120);
        while !begun() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(1));
        }
        let signal = |name: &str| {
            assert!(Command::new("kill").arg(name).arg(writing.id().to_string()).status().expect("it runs").success());
        };
        signal("-STOP");
        let lower = ["doc", "relabel", &changed, "--level", "CONFIDENTIEL", "--rel", "BEL,NLD", "--interest", "k"];
        stage.run("fictief", &[&lower[..], &["--why", "the harm is another now"]].concat()).json();
        signal("-CONT");
        let came = crate::stage::Came::of(writing.wait_with_output().expect("the program ends"));
        assert_eq!(came.codes(), ["marking_changed"]);
        assert!(came.problem(3)["reasons"][0]["fix"].as_str().expect("`fix` is text").contains("request it again"));
        assert!(!out.exists(), "nothing of it stays, nor the folder that was made for it");
        // Nor later.
        let again = stage.run("proef", &["release", "write", release, "--out", out.to_str().expect("UTF-8")]);
        assert_eq!(again.codes(), ["marking_changed"]);
    }
    assert_eq!(stage.run("essai", &["ledger", "verify"]).json()["ok"], true);
}

#[test]
fn nothing_goes_to_a_partner_who_was_changed_before_it_is_confirmed_and_asked_for_again() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let asked = request(&stage, "fictief", "voorbeelddienst", filed["id"].as_str().expect("it is text"), &[]).json();
    let release = asked["release"].as_str().expect("it is text");
    stage.run("proef", &["release", "approve", release]).json();
    let change = |who: &str, args: &[&str]| {
        stage.run(who, &[&["partner", "change", "voorbeelddienst", "--why", "another agreement"], args].concat())
    };
    assert_eq!(change("fictief", &["--ceiling", "RESTREINT"]).codes(), ["role_required"]);
    assert_eq!(change("voorbeeld", &["--nation", "NLD"]).problem(1)["code"], "state", "it is so already");
    let changed = change("voorbeeld", &["--ceiling", "TRÈS SECRET", "--no-end"]).json();
    let fields: Vec<&str> = changed["changes"]
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|one| one["field"].as_str().expect("it is text"))
        .collect();
    assert_eq!((&changed["confirmed"], fields), (&false.into(), vec!["ceiling", "until"]));
    assert_eq!((&changed["changes"][0]["now"], &changed["until"]), (&"top-secret".into(), &Value::Null));
    let out = stage.path("out");
    let write = || stage.run("proef", &["release", "write", release, "--out", out.to_str().expect("the path is text")]);
    assert_eq!(write().codes(), ["partner_unconfirmed", "partner_changed"]);
    assert_eq!(change("exemple", &["--ceiling", "SECRET"]).codes(), ["partner_waits"]);
    let fingerprint = changed["fingerprint"].as_str().expect("it is text");
    let confirm = |who: &str, more: &[&str]| {
        stage.run(who, &[&["partner", "confirm", "voorbeelddienst", "--fingerprint", fingerprint], more].concat())
    };
    assert_eq!(confirm("voorbeeld", &[]).codes(), ["entered_by_oneself"]);
    // An officer who compares the key alone has not seen what else was changed.
    let blind = confirm("exemple", &[]);
    assert_eq!(blind.problem(5)["code"], "partner_unseen");
    let entry = changed["entry"].to_string();
    assert_eq!(confirm("exemple", &["--entry", "1"]).problem(5)["code"], "partner_unseen");
    assert_eq!(confirm("exemple", &["--entry", &entry]).json()["entry"], changed["entry"]);
    assert_eq!(write().codes(), ["partner_changed"]);
    assert!(!out.exists());
}

#[test]
fn a_release_is_refused_with_a_reason_and_listed_with_it() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let asked = request(&stage, "fictief", "voorbeelddienst", filed["id"].as_str().expect("`id` is text"), &[]).json();
    let release = asked["release"].as_str().expect("`release` is text");
    let refuse = |who: &str| stage.run(who, &["release", "refuse", release, "--why", "a source is named"]);
    assert_eq!(refuse("fictief").status, 3);
    assert_eq!(refuse("proef").json()["status"], "refused");
    assert_eq!(stage.run("proef", &["release", "approve", release]).status, 1);
    let listed = stage.run("fictief", &["release", "list"]).json();
    let one = listed["releases"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == release)
        .expect("the release is listed");
    assert_eq!((&one["status"], &one["refused_why"]), (&"refused".into(), &"a source is named".into()));
}

#[test]
fn the_log_is_exported_whole_with_names_that_its_reader_knows() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let path = stage.path("log.csv");
    let export = ["ledger", "show", "--csv", "--out", path.to_str().expect("the path is UTF-8")];
    let rows = stage.run("fictief", &export).json()["rows"].as_u64().expect("`rows` is a number");
    let mut reader = csv::Reader::from_path(&path).expect("it is a table");
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(lines.len() as u64, rows);
    let reference = filed["reference"].as_str().expect("`reference` is text");
    assert!(
        lines.iter().any(|line| line.get(4).expect("the row has that column").starts_with(reference)),
        "{reference}"
    );
    assert_ne!(stage.run("fictief", &export).status, 0, "what is there is not written over");
    let bare = ["ledger", "show", "--out", path.to_str().expect("the path is UTF-8")];
    assert_eq!(stage.run("fictief", &bare).status, 2);
}

#[test]
fn a_release_authority_is_told_of_a_request_that_he_may_not_read_and_can_refuse_it() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let asked = request(&stage, "fictief", "voorbeelddienst", filed["id"].as_str().expect("`id` is text"), &[]).json();
    let release = asked["release"].as_str().expect("`release` is text");
    stage.run("fictief", &["dossier", "remove", "ARDENNES-26", "proef", "--why", "another task"]).json();
    let person = |args: &[&str]| {
        let mut command = stage.command("proef", args);
        command.arg("--lang").arg("en");
        let args: Vec<_> = command.get_args().filter(|arg| *arg != "--json").map(ToOwned::to_owned).collect();
        let mut plain = crate::stage::binary();
        let came = plain.env("XDG_STATE_HOME", stage.path("state")).args(args).output().expect("it runs");
        assert!(came.status.success(), "{}", String::from_utf8_lossy(&came.stderr));
        String::from_utf8(came.stdout).expect("it is UTF-8")
    };
    let told = person(&["release", "list"]) + &person(&["release", "show", release]);
    for said in ["1 document that you may not open", "Need-to-know is not established", "Ask Carla Fictief (fictief)."]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    for secret in
        ["Filed", filed["reference"].as_str().expect("a text"), filed["id"].as_str().expect("a text"), "exchange"]
    {
        assert!(!told.contains(secret), "{secret}: {told}");
    }
    let listed = stage.run("proef", &["release", "list"]).json();
    assert_eq!(listed["releases"][0]["hidden"][0]["documents"], 1);
    assert_eq!(stage.run("proef", &["release", "approve", release]).codes(), ["need_to_know_missing"]);
    let refused = stage.run("proef", &["release", "refuse", release, "--why", "none of mine"]).json();
    assert_eq!(refused["status"], "refused");
    let shown = stage.run("fictief", &["release", "show", release]).json();
    assert_eq!((&shown["refused_why"], &shown["refused_by"]), (&"none of mine".into(), &"proef".into()));
    assert_eq!(stage.run("muster", &["release", "show", release]).problem(1)["code"], "not_found");
}
