//! What waits for the yes of another.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::stage::{Came, Stage, binary};

/// A vault under the full rules with two security officers and a reader.
struct Full {
    home: TempDir,
}

impl Full {
    fn new() -> Full {
        let full = Full { home: tempfile::tempdir().expect("a folder for the test") };
        let pass = full.home.path().join("pass");
        std::fs::write(&pass, "four words known to all\n").expect("the passphrase file is written");
        std::fs::set_permissions(&pass, std::os::unix::fs::PermissionsExt::from_mode(0o600)).expect("its mode is set");
        let init =
            ["init", "--four-eyes", "--name", "V", "--officer", "ada", "--full-name", "A", "--nationality", "BEL"];
        full.run("ada", &init).json();
        for (id, role) in [("sam", "security-officer"), ("bea", "reader")] {
            let request = full.home.path().join(id);
            let request = request.to_str().expect("the path is UTF-8");
            let ask = ["identity", "request", id, "--full-name", id, "--nationality", "BEL", "--out", request];
            full.run(id, &ask).json();
            full.run("ada", &["officer", "add", "--request", request, "--role", role]).json();
        }
        full
    }

    fn run(&self, officer: &str, arguments: &[&str]) -> Came {
        let mut command = binary();
        command.arg("--vault").arg(self.home.path().join("vault")).args(["--as", officer, "--json"]);
        command.arg("--passphrase-file").arg::<&Path>(&self.home.path().join("pass")).args(arguments);
        Came::of(command.output().expect("the program runs"))
    }

    fn grant(&self, officer: &str, level: &str) -> Value {
        let grant = ["clearance", "grant", "bea", "--policy", "BEL", "--level", level, "--from", "2026-01-01"];
        let rest = ["--until", "2030-12-31", "--certificate", "C-1", "--authority", "ANS"];
        self.run(officer, &[&grant[..], &rest[..]].concat()).json()
    }
}

#[test]
fn a_clearance_waits_for_the_second_security_officer_and_is_in_force_with_his_yes() {
    let full = Full::new();
    assert_eq!(full.grant("ada", "CONFIDENTIEL")["status"], "valid", "below SECRET one grants alone");
    let asked = full.grant("ada", "SECRET");
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(asked["waiting"], true);
    let listed = full.run("sam", &["assent", "list"]).json();
    let one = listed["assents"][0].as_object().expect("the request is an object");
    let names: Vec<&str> = one.keys().map(String::as_str).collect();
    assert_eq!(names.len(), 9, "{names:?}");
    for (name, value) in [
        ("id", json!(request)),
        ("kind", json!("clearance")),
        ("about", json!("bea")),
        ("by", json!("ada")),
        ("given", json!(0)),
        ("needed", json!(1)),
        ("mine", json!(true)),
        ("overtaken", json!(false)),
    ] {
        assert_eq!(one[name], value, "{name}");
    }
    assert!(one["since"].as_str().expect("`since` is text").ends_with('Z'), "{one:?}");
    assert_eq!(full.run("ada", &["assent", "list"]).json()["assents"][0]["mine"], false);
    assert_eq!(full.run("bea", &["assent", "list"]).json()["assents"], json!([]));
    let shown = full.run("sam", &["assent", "show", request]).json();
    assert_eq!((&shown["status"], &shown["may_give"]), (&json!("waiting"), &json!(true)));
    assert_eq!(full.run("ada", &["assent", "give", request]).status, 3, "not one's own");
    assert_eq!(full.run("sam", &["assent", "give", request]).json()["status"], "granted");
    assert_eq!(full.run("sam", &["assent", "give", request]).status, 1, "it is over");
    assert_eq!(full.run("sam", &["clearance", "list"]).json()["clearances"].as_array().expect("a list").len(), 2);
}

#[test]
fn a_request_is_refused_with_a_reason_and_withdrawn_by_its_asker() {
    let full = Full::new();
    let asked = full.grant("ada", "SECRET");
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(full.run("sam", &["assent", "refuse", request]).status, 2, "a reason is called for");
    assert_eq!(full.run("sam", &["assent", "withdraw", request]).status, 3);
    assert_eq!(full.run("sam", &["assent", "refuse", request, "--why", "no letter"]).json()["status"], "refused");
    let asked = full.grant("ada", "SECRET");
    let withdraw = ["assent", "withdraw", asked["request"].as_str().expect("`request` is text")];
    assert_eq!(full.run("ada", &withdraw).json()["status"], "withdrawn");
    assert_eq!(full.run("ada", &["assent", "show", "aaaaaaaaaaaaaaaaaaaaaaaaaa"]).status, 1);
    assert_eq!(full.run("ada", &["assent", "list"]).json()["assents"], json!([]));
}

#[test]
fn a_charge_waits_for_the_second_security_officer_and_one_alone_takes_it_away() {
    let full = Full::new();
    let roles = |officer: &str, roles: &[&str]| {
        let set: Vec<&str> = roles.iter().flat_map(|role| ["--role", role]).collect();
        full.run(officer, &[&["officer", "roles", "bea"][..], &set].concat())
    };
    let asked = roles("ada", &["reader", "auditor"]).json();
    assert_eq!((&asked["waiting"], &asked["roles"]), (&json!(true), &json!(["reader"])));
    assert_eq!((&asked["asked_roles"], &asked["may_agree"][0]["id"]), (&json!(["auditor"]), &json!("sam")));
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(full.run("sam", &["assent", "list"]).json()["assents"][0]["kind"], "roles");
    assert_eq!(full.run("sam", &["assent", "give", request]).json()["status"], "granted");
    let shown = full.run("ada", &["officer", "show", "bea"]).json();
    assert_eq!(shown["roles"], json!(["reader", "auditor"]));
    let taken = roles("ada", &["reader"]).json();
    assert_eq!(
        (&taken["waiting"], &taken["request"], &taken["roles"]),
        (&json!(false), &Value::Null, &json!(["reader"]))
    );
    assert_eq!(roles("ada", &["reader"]).problem(1)["code"], "state");
    assert_eq!(roles("ada", &["custodian"]).codes(), ["custodian_by_sharing"]);
    assert_eq!(full.run("ada", &["officer", "roles", "bea"]).status, 2);
    // A person reads whose yes it waits for.
    let mut person = binary();
    person.arg("--vault").arg(full.home.path().join("vault")).args(["--as", "ada", "--lang", "en"]);
    person.arg("--passphrase-file").arg(full.home.path().join("pass"));
    let came = Came::of(person.args(["officer", "roles", "bea", "--role", "registrar"]).output().expect("it runs"));
    let said = String::from_utf8_lossy(&came.out);
    assert!(came.status == 0 && said.contains("sam (sam)") && said.contains("registrar"), "{said}");
    let new = full.home.path().join("new");
    let new = new.to_str().expect("the path is UTF-8");
    let ask = ["identity", "request", "nina", "--full-name", "N", "--nationality", "BEL", "--out", new];
    full.run("nina", &ask).json();
    let added = full.run("ada", &["officer", "add", "--request", new, "--role", "security-officer"]).json();
    assert_eq!((&added["waiting"], &added["roles"], &added["id"]), (&json!(true), &json!(["reader"]), &json!("nina")));
}

#[test]
fn a_release_is_approved_where_all_that_waits_is_answered() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let ask = ["release", "request", "--partner", "voorbeelddienst", "--doc", filed["id"].as_str().expect("a text")];
    let asked = stage.run("fictief", &[&ask[..], &["--purpose", "exchange"]].concat()).json();
    let release = asked["release"].as_str().expect("`release` is text");
    let listed = stage.run("proef", &["assent", "list"]).json();
    let one = listed["assents"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == release)
        .expect("the release is listed");
    let is = (&one["kind"], &one["about"], &one["mine"]);
    assert_eq!(is, (&json!("release"), &json!("voorbeelddienst"), &json!(true)));
    assert_eq!(stage.run("proef", &["assent", "give", release]).json()["status"], "granted");
    let releases = stage.run("fictief", &["release", "list"]).json();
    let one = releases["releases"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["id"] == release)
        .expect("the release is listed");
    assert_eq!(one["status"], "approved");
}

#[test]
fn another_guide_and_another_list_of_authorities_wait_for_a_second_security_officer() {
    let full = Full::new();
    let file = full.home.path().join("guide.toml");
    let topic = "[[topic]]\nid = \"routes\"\nfloor = \"secret\"\ninterest = \"b\"\nname = { en = \"Routes\" }\n";
    std::fs::write(&file, format!("aggregation = 7\n{topic}harm = {{ en = \"Ambush\" }}\nhints = [\"convoy\"]\n"))
        .expect("the file is written");
    let asked = full.run("ada", &["guide", "replace", file.to_str().expect("the path is UTF-8")]).json();
    assert_eq!(asked["waiting"], true);
    let request = asked["request"].as_str().expect("`request` is text");
    let before = full.run("sam", &["guide", "show"]).json();
    assert_eq!(before["shipped"], true, "it waits");
    let shown = full.run("sam", &["assent", "show", request]).json()["asked"]["guide"].clone();
    assert_eq!((&shown["aggregation"], &shown["aggregation_now"]), (&json!(7), &before["aggregation"]));
    let kinds =
        |kind: &str| shown["changes"].as_array().expect("a list").iter().filter(|one| one["kind"] == kind).count();
    assert_eq!((kinds("added"), kinds("removed")), (1, before["topics"].as_array().expect("`topics` is a list").len()));
    assert_eq!(full.run("sam", &["assent", "give", request]).json()["status"], "granted");
    assert_eq!(full.run("ada", &["guide", "show"]).json()["aggregation"], 7);

    let asked = full.run("ada", &["authority", "add", "Cell"]).json();
    assert_eq!(asked["waiting"], true);
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(
        full.run("ada", &["assent", "give", request]).problem(3)["reasons"][0]["code"],
        "second_person_required"
    );
    assert_eq!(full.run("sam", &["assent", "show", request]).json()["asked"]["authorities"]["added"], json!(["Cell"]));
    full.run("sam", &["assent", "give", request]).json();
    assert_eq!(full.run("ada", &["authority", "list"]).json()["authorities"], json!(["Cell"]));
    let asked = full.run("sam", &["authority", "remove", "Cell", "--why", "dissolved"]).json();
    full.run("ada", &["assent", "give", asked["request"].as_str().expect("`request` is text")]).json();
    assert_eq!(full.run("ada", &["authority", "list"]).json()["authorities"], json!([]));
}

#[test]
fn a_dossier_falls_to_its_deputy_and_then_to_whom_two_security_officers_agree_on() {
    let full = Full::new();
    let (ada, sam) = (|args: &[&str]| full.run("ada", args), |args: &[&str]| full.run("sam", args));
    let create = ["dossier", "create", "D-1", "--title", "One", "--lead", "bea"];
    assert_eq!(ada(&[&create[..], &["--deputy", "bea"]].concat()).codes(), ["deputy_of_oneself"]);
    let made = ada(&[&create[..], &["--deputy", "sam"]].concat()).json();
    assert_eq!((&made["lead"], &made["deputy"]), (&json!("bea"), &json!("sam")));
    assert_eq!(ada(&["dossier", "deputy", "D-1", "sam"]).codes(), ["not_lead"]);
    assert_eq!(full.run("bea", &["dossier", "deputy", "D-1"]).status, 2, "an officer, or nobody");
    assert_eq!(full.run("bea", &["dossier", "deputy", "D-1", "--none"]).json()["deputy"], Value::Null);
    assert_eq!(full.run("bea", &["dossier", "deputy", "D-1", "sam"]).json()["deputy"], "sam");
    let listed = ada(&["dossier", "list"]).json()["dossiers"][0].clone();
    assert_eq!((&listed["lead"], &listed["deputy"], &listed["unled"]), (&json!("bea"), &json!("sam"), &json!(false)));
    assert_eq!(ada(&["dossier", "vacant"]).json()["dossiers"], json!([]));
    let key = listed["key"].as_str().expect("`key` is text");

    ada(&["dossier", "remove", "D-1", "bea", "--why", "other duty"]).json();
    assert_eq!(sam(&["dossier", "list"]).json()["dossiers"][0]["lead"], "sam");
    ada(&["dossier", "remove", "D-1", "sam", "--why", "other duty"]).json();
    let vacant = sam(&["dossier", "vacant"]).json()["dossiers"].clone();
    assert_eq!((&vacant[0]["key"], &vacant[0]["id"]), (&json!(key), &Value::Null), "no member any more");
    let propose = ["dossier", "succession", key, "--lead", "bea"];
    assert_eq!(sam(&propose).status, 2, "a reason is called for");
    assert_eq!(full.run("bea", &[&propose[..], &["--why", "mine"]].concat()).status, 1, "she does not know it");
    let asked = sam(&[&propose[..], &["--why", "both are on other duty"]].concat()).json();
    assert_eq!(asked["waiting"], true);
    let request = asked["request"].as_str().expect("`request` is text");
    assert_eq!(sam(&["assent", "give", request]).codes(), ["second_person_required"]);
    let shown = ada(&["assent", "show", request]).json()["asked"]["succession"].clone();
    assert_eq!((&shown["lead"], &shown["title"], &shown["member"]), (&json!("bea"), &json!("One"), &json!(false)));
    assert_eq!(ada(&["assent", "give", request]).json()["status"], "granted");
    assert_eq!(full.run("bea", &["dossier", "list"]).json()["dossiers"][0]["lead"], "bea");
    assert_eq!(ada(&["dossier", "vacant"]).json()["dossiers"], json!([]));
}

#[test]
fn restreint_outside_the_function_waits_for_the_second_security_officer() {
    let stage = Stage::new();
    let set = |who: &str, args: &[&str]| {
        stage.run(who, &[&["officer", "function", "modele", "--why", "a contractor"], args].concat())
    };
    assert_eq!(set("fictief", &["--outside"]).codes(), ["role_required"]);
    for wrong in
        [&[][..], &["--within", "--outside"], &["--within", "--policy", "BEL"], &["--outside", "--policy", "BEL"]]
    {
        assert_eq!(set("voorbeeld", wrong).status, 2, "{wrong:?}");
    }
    assert_eq!(set("voorbeeld", &["--within"]).problem(1)["code"], "state", "it is so already");
    let outside = set("voorbeeld", &["--outside"]).json();
    assert_eq!(
        (&outside["function"]["outside"], &outside["function"]["until"]),
        (&true.into(), &serde_json::Value::Null)
    );
    let notice = ["--outside", "--policy", "BEL", "--authority", "ANS", "--reference", "N-7", "--until", "2031-01-31"];
    let asked = set("voorbeeld", &notice).json();
    let request = asked["request"].as_str().expect("it is text");
    assert_eq!(stage.run("voorbeeld", &["assent", "give", request]).codes(), ["second_person_required"]);
    let shown = stage.run("exemple", &["assent", "show", request]).json();
    assert_eq!((&shown["kind"], &shown["about"]), (&"function".into(), &"modele".into()));
    assert_eq!(shown["asked"]["function"]["then"]["reference"], "N-7");
    assert_eq!(stage.run("exemple", &["assent", "give", request]).json()["status"], "granted");
    let seen = stage.run("exemple", &["officer", "show", "modele"]).json();
    assert_eq!(seen["function"]["until"], "2031-01-31");
    let others = stage.run("muster", &["officer", "show", "modele"]).json();
    assert_eq!(others["function"], serde_json::Value::Null, "it is not told to others");
}

#[test]
fn an_empty_list_says_what_is_lacking_and_whom_to_ask() {
    let full = Full::new();
    for list in ["doc", "dossier"] {
        let listed = full.run("bea", &[list, "list"]).json();
        let warnings = listed["warnings"].as_array().expect("`warnings` is a list");
        let codes: Vec<&str> = warnings.iter().filter_map(|one| one["code"].as_str()).collect();
        let all = ["missing_clearance", "missing_briefing", "missing_need_to_know", "missing_approval"];
        assert_eq!(codes, all, "{listed}");
        assert!(warnings[0]["fix"].as_str().expect("`fix` is text").contains("(ada)"), "{listed}");
    }
    let mut person = binary();
    person.arg("--vault").arg(full.home.path().join("vault")).args(["--as", "bea", "--lang", "en"]);
    person.arg("--passphrase-file").arg(full.home.path().join("pass"));
    let came = Came::of(person.args(["doc", "list"]).output().expect("it runs"));
    let said = String::from_utf8_lossy(&came.err);
    assert!(came.status == 0 && said.contains("A security clearance in force.") && said.contains("Ask "), "{said}");
}

#[test]
fn what_nobody_can_agree_to_says_so_wherever_it_is_asked_for() {
    let full = Full::new();
    let taken = full.run("ada", &["officer", "roles", "sam", "--role", "reader"]).json();
    let codes = |shown: &Value| -> Vec<String> {
        let all = shown["warnings"].as_array().expect("`warnings` is a list");
        all.iter().filter_map(|one| one["code"].as_str()).map(str::to_owned).collect()
    };
    assert_eq!(codes(&taken), ["alone_in_charge"], "{taken}");
    let asked = full.grant("ada", "SECRET");
    assert!(codes(&asked).contains(&"nobody_agrees".to_owned()), "{asked}");
    let authority = full.run("ada", &["authority", "add", "Cell"]).json();
    assert!(codes(&authority).contains(&"nobody_agrees".to_owned()), "{authority}");
    let shown = full.run("ada", &["assent", "show", asked["request"].as_str().expect("a text")]).json();
    assert!(codes(&shown).contains(&"nobody_agrees".to_owned()), "{shown}");
}

#[test]
fn who_reads_an_old_log_for_the_first_time_is_told_of_no_old_answers() {
    let stage = Stage::new();
    for officer in ["exemple", "voorbeeld", "proef", "fictief"] {
        let warnings = stage.run(officer, &["doc", "list"]).json()["warnings"].to_string();
        assert!(
            !warnings.contains("request_granted") && !warnings.contains("request_refused"),
            "{officer}: {warnings}"
        );
    }
}

/// An officer who keeps partners finds in one list what waits for him: a key that another entered is to be compared by somebody else.
#[test]
fn a_key_of_a_partner_that_waits_for_me_is_named_where_i_look_for_what_waits() {
    let stage = Stage::new();
    let add = [
        "partner",
        "add",
        "FR-T",
        "--name",
        "Service T",
        "--nation",
        "FRA",
        "--ceiling",
        "SECRET",
        "--agreement",
        "A",
        "--recipient",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
    ];
    stage.run("exemple", &add).json();
    // The exercise has another that waits.
    let waits = |officer: &str| {
        let listed = stage.run(officer, &["assent", "list"]).json();
        let all = listed["partners_to_confirm"].as_array().expect("a list").clone();
        Value::from(all.into_iter().filter(|one| one["id"] == "FR-T").collect::<Vec<_>>())
    };
    let mine = waits("voorbeeld");
    assert_eq!((&mine[0]["id"], &mine[0]["entered_by"]), (&json!("FR-T"), &json!("exemple")), "{mine}");
    let said = stage.said("voorbeeld", &["assent", "list"]);
    assert!(said.contains("zegelctl partner confirm FR-T") && !said.contains("Nothing to show"), "{said}");
    for other in ["exemple", "fictief"] {
        assert_eq!(waits(other), json!([]), "{other} brought it, or keeps no partners");
    }
    let print = mine[0]["fingerprint"].as_str().expect("a text");
    stage.run("voorbeeld", &["partner", "confirm", "FR-T", "--fingerprint", print]).json();
    assert_eq!(waits("proef"), json!([]), "it is done");
}
