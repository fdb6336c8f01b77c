//! Lists: all that was asked for, or that there is more.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use vault::{NewSharing, NewVault, OfficerId, Passphrase, RecordApproval, Vault, WorkFactor};

use crate::stage::{Came, Stage, binary};

fn for_a_person(stage: &Stage, officer: &str, args: &[&str]) -> (String, String) {
    let mut command = binary();
    command.arg("--vault").arg(&stage.vault).args(["--as", officer, "--lang", "en", "--passphrase-file"]);
    let came = Came::of(command.arg(stage.path("pass")).args(args).output().expect("the program runs"));
    assert_eq!(came.status, 0, "{}", String::from_utf8_lossy(&came.err));
    (String::from_utf8(came.out).expect("it is UTF-8"), String::from_utf8(came.err).expect("it is UTF-8"))
}

#[test]
fn a_list_that_is_cut_says_so_and_how_to_go_on() {
    let stage = Stage::new();
    for (what, rows) in
        [(&["doc", "list"][..], "documents"), (&["register"], "decisions"), (&["calendar"], "documents")]
    {
        let some = [what, &["--limit", "1"]].concat();
        let cut = stage.run("fictief", &some).json();
        let total = cut["total"].as_u64().expect("`total` is a number");
        if total < 2 {
            continue;
        }
        let next = cut["next"].as_str().expect("there is more");
        let (text, _) = for_a_person(&stage, "fictief", &some);
        let last = text.lines().last().expect("it says something");
        assert!(last.starts_with(&format!("1 of {total} ")) && last.contains(&format!("--after {next}")), "{last}");
        let all = stage.run("fictief", &[what, &["--limit", "all"]].concat()).json();
        assert_eq!((all[rows].as_array().expect("it is a list").len() as u64, all["next"].is_null()), (total, true));
        let (whole, _) = for_a_person(&stage, "fictief", &[what, &["--limit", "5000"]].concat());
        assert!(!whole.contains("--after"), "{whole}");
        assert_eq!(stage.run("fictief", &[what, &["--limit", "0"]].concat()).problem(5)["code"], "bad_limit");
    }
    let (text, _) = for_a_person(&stage, "voorbeeld", &["ledger", "show", "--limit", "3"]);
    assert!(text.lines().last().expect("it says something").contains("--limit all"), "{text}");
}

#[test]
fn a_log_of_more_lines_than_a_page_is_given_whole() {
    let stage = Stage::new();
    let lines = |args: &[&str]| {
        let shown = stage.run("voorbeeld", &[&["ledger", "show"], args].concat()).json();
        (shown["entries"].as_array().expect("a list").clone(), shown["next"].as_str().map(str::to_owned))
    };
    let (all, next) = lines(&["--limit", "all"]);
    let index = |line: &serde_json::Value| line["index"].as_u64().expect("a number");
    assert!(all.is_sorted_by(|one, other| index(one) >= index(other)) && next.is_none());
    // Page by page the same lines; those of meanwhile come before them.
    let (mut walked, mut after, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let (rows, next) = match &after {
            None => lines(&["--limit", "50"]),
            Some(cursor) => lines(&["--limit", "50", "--after", cursor]),
        };
        walked.extend(rows.into_iter().filter(|line| index(line) <= index(&all[0])));
        pages += 1;
        after = next;
        if after.is_none() {
            break;
        }
    }
    assert!(pages > 2, "{} lines", all.len());
    assert_eq!(walked, all);
}

#[test]
fn a_reference_is_found_among_any_number_of_documents_that_name_it() {
    let stage = Stage::new();
    let listed = stage.run("fictief", &["doc", "list", "--limit", "all"]).json();
    let first = listed["documents"].as_array().expect("a list").last().expect("there is a document").clone();
    let reference = first["reference"].as_str().expect("`reference` is text");
    let file = stage.write("a.txt", "x");
    let line = format!(
        "doc file {} --dossier HAVEN --level SECRET --rel BEL --title 'Answer to {reference}'\n",
        file.display().to_string().replace(' ', "\\ ")
    );
    let script = stage.write("script", line.repeat(60));
    assert_eq!(stage.run("fictief", &["batch", script.to_str().expect("the path is UTF-8")]).status, 0);
    assert_eq!(stage.run("fictief", &["doc", "show", reference]).json()["id"], first["id"]);
}

/// What a person reads on standard error of a command that goes well, in English; none of it is on standard output.
fn warned(vault: &Path, officer: &str, pass: &Path, more: &[&str], words: &str) -> bool {
    let mut command = binary();
    command.arg("--vault").arg(vault).args(["--as", officer, "--lang", "en", "--passphrase-file"]).arg(pass);
    let came = Came::of(command.args(more).args(["officer", "list"]).output().expect("the program runs"));
    let (out, err) = (String::from_utf8_lossy(&came.out), String::from_utf8_lossy(&came.err));
    assert_eq!(came.status, 0, "a warning is no failure: {err}");
    assert!(!out.contains(words), "{out}");
    err.contains(words)
}

/// The codes of the warnings in the object of a command that goes well.
fn codes(vault: &Path, officer: &str, pass: &Path, more: &[&str]) -> Vec<String> {
    let mut command = binary();
    command.args(["--json", "--vault"]).arg(vault).args(["--as", officer, "--passphrase-file"]).arg(pass);
    let listed = Came::of(command.args(more).args(["officer", "list"]).output().expect("the program runs")).json();
    let warnings = listed["warnings"].as_array().expect("a list");
    warnings.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
}

#[test]
fn warnings_of_a_session_go_to_standard_error_and_into_the_object() {
    let stage = Stage::new();
    let is_told = |code: &str, officer: &str, more: &[&str], words: &str| {
        assert!(warned(&stage.vault, officer, &stage.pass, more, words), "{words}");
        assert_eq!(codes(&stage.vault, officer, &stage.pass, more), [code]);
    };
    is_told("clearance_renewal", "modele", &[], "its renewal is to be asked for");
    assert_eq!(codes(&stage.vault, "essai", &stage.pass, &[]), [""; 0], "whom it concerns, and nobody else");
    for officer in ["essai", "muster"] {
        let index = stage.vault.join(format!("desks/{officer}.sqlite"));
        std::fs::remove_file(&index).expect("the index is removed");
        assert_eq!(stage.run(officer, &["officer", "list"]).problem(4)["code"], "index_gone");
    }
    let lost = ["--without-memory"];
    assert!(warned(&stage.vault, "essai", &stage.pass, &lost, "Compare the log with a checkpoint"));
    assert_eq!(codes(&stage.vault, "muster", &stage.pass, &lost), ["desk_rebuilt"]);
}

#[test]
fn an_approval_that_has_ended_is_told_to_everybody_who_comes() {
    let stage = Stage::new();
    let vault = approved_until_the_day_before_yesterday(&stage);
    for officer in ["ada", "sam"] {
        assert!(warned(&vault, officer, &stage.pass, &[], "has expired"), "{officer}");
        assert!(codes(&vault, officer, &stage.pass, &[]).contains(&"approval_expired".to_owned()), "{officer}");
    }
}

/// A vault of two security officers that was approved five days ago, for three.
fn approved_until_the_day_before_yesterday(stage: &Stage) -> PathBuf {
    let folder = stage.path("approved");
    let weak = WorkFactor::new(2).expect("between 1 and 21");
    let id = |officer: &str| OfficerId::parse(officer).expect("of the form of an id");
    let phrase = Passphrase::new("exercise".to_owned());
    let clock = || Utc::now() - TimeDelta::days(5);
    let new = NewVault {
        name: "Registry".to_owned(),
        officer: id("ada"),
        full_name: "Ada".to_owned(),
        nationality: "BEL".to_owned(),
        regime: vault::Regime::Exercise,
        work_factor: weak,
    };
    Vault::init(&folder, new, &phrase, Arc::new(clock)).expect("the vault is made");
    let vault = Vault::open(&folder, Arc::new(clock)).expect("it opens").with_work_factor(weak);
    let mut ada = vault.unlock(&id("ada"), &phrase).expect("ada unlocks");
    let (request, _) = vault.request_identity(&id("sam"), "Sam", "BEL", &phrase).expect("made");
    ada.admit_officer(request.as_bytes(), &[vault::Role::SecurityOfficer].into()).expect("ada lets him in");
    let sharing = NewSharing { threshold: 2, custodians: ["ada", "sam"].map(id).into(), waiting_hours: None };
    ada.share_custody(sharing).expect("custody is shared");
    let approval = RecordApproval {
        authority: "ANS".to_owned(),
        reference: "EX/1".to_owned(),
        ceiling: vault::Level::Secret,
        until: (Utc::now() - TimeDelta::days(2)).date_naive(),
    };
    let request = ada.record_approval(approval).expect("ada asks for it");
    drop(ada);
    vault.unlock(&id("sam"), &phrase).expect("sam unlocks").give_assent(&request).expect("sam says yes");
    folder
}

#[test]
fn the_log_of_one_document_is_asked_for_by_its_id_or_its_reference() {
    let stage = Stage::new();
    let filed = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"]);
    let log = |doc: &serde_json::Value| {
        let shown =
            stage.run("fictief", &["ledger", "show", "--action", "file", "--doc", doc.as_str().expect("a text")]);
        shown.json()["entries"].as_array().expect("`entries` is a list").len()
    };
    assert_eq!((log(&filed["id"]), log(&filed["reference"])), (1, 1));
    assert_eq!(
        stage.run("fictief", &["ledger", "show", "--doc", "ZGL/1999/none/0001"]).problem(1)["code"],
        "not_found"
    );
}

#[test]
fn a_search_for_nothing_that_can_be_searched_finds_nothing_and_says_so() {
    let stage = Stage::new();
    for query in ["%", "\"", "-", "§", "...", "🦀", "\u{301}"] {
        let found = stage.run("fictief", &["doc", "list", "--query", query]).json();
        assert_eq!((&found["total"], &found["documents"]), (&0.into(), &serde_json::json!([])), "{query}");
        assert_eq!(found["warnings"][0]["code"], "no_word", "{query}");
    }
    let (text, said) = for_a_person(&stage, "fictief", &["doc", "list", "--query", "%"]);
    assert!(said.contains("letter or a digit"), "{text}{said}");
    assert!(stage.run("fictief", &["doc", "list", "--query", " "]).json()["total"].as_u64().expect("a number") > 2);
}

#[test]
fn a_filter_that_names_what_there_is_not_is_an_error() {
    let stage = Stage::new();
    let nothing = "a".repeat(26);
    for args in [
        &["ledger", "show", "--officer", "nobody"][..],
        &["ledger", "show", "--doc", &nothing],
        &["register", "--doc", &nothing],
        &["register", "--dossier", "NOPE"],
        &["calendar", "--dossier", "NOPE"],
        &["doc", "list", "--dossier", "NOPE"],
    ] {
        assert_eq!(stage.run("fictief", args).problem(1)["code"], "not_found", "{args:?}");
    }
    let backwards = ["ledger", "show", "--since", "2026-11-20", "--until", "2026-11-01"];
    assert_eq!(stage.run("fictief", &backwards).problem(5)["code"], "backwards");
    assert_eq!(stage.run("fictief", &["ledger", "show", "--officer", "fictief"]).status, 0);
}

#[test]
fn each_list_has_its_own_orders() {
    let stage = Stage::new();
    for (list, others) in [
        (&["doc", "list"][..], &["term", "finalised", "foo"][..]),
        (&["calendar"], &["date", "filed", "foo"]),
        (&["register"], &["date", "term", "finalised", "foo"]),
        (&["assent", "list"], &["title", "foo"]),
        (&["dossier", "list"], &["filed", "foo"]),
        (&["officer", "list"], &["members", "foo"]),
        (&["release", "list"], &["kind", "foo"]),
        (&["partner", "list"], &["title", "foo"]),
    ] {
        for other in others {
            let problem = stage.run("fictief", &[list, &["--sort", other]].concat()).problem(5);
            assert_eq!(problem["code"], "unknown_sort", "{list:?} {other}");
            assert!(!problem["fix"].as_str().expect("`fix` is text").contains(other), "{problem}");
        }
    }
    let fix = stage.run("fictief", &["calendar", "--sort", "foo"]).problem(5)["fix"].to_string();
    assert!(fix.contains("title, level, reference, term, finalised"), "{fix}");
}

#[test]
fn documents_are_found_by_day_originator_and_kind() {
    let stage = Stage::new();
    let mail = stage.write("mail.txt", "From: a@example.org\nSubject: x\n\ncome at noon\n");
    let filed = stage.run(
        "fictief",
        &[
            "doc",
            "file",
            mail.to_str().expect("the path is UTF-8"),
            "--dossier",
            "HAVEN",
            "--policy",
            "BEL",
            "--level",
            "RESTREINT",
            "--title",
            "a mail",
            "--originator",
            "Überwachungsdienst",
            "--date",
            "1931-02-03",
        ],
    );
    let id = filed.json()["id"].as_str().expect("it is filed").to_owned();
    let list = |filters: &[&str]| {
        let came = stage.run("fictief", &[&["doc", "list", "--limit", "all"], filters].concat()).json();
        let rows = came["documents"].as_array().expect("it is a list").clone();
        assert_eq!(came["total"].as_u64(), Some(rows.len() as u64));
        rows.iter().map(|row| row["id"].as_str().expect("each has an id").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(list(&["--to", "1931-12-31"]), std::slice::from_ref(&id));
    assert_eq!(list(&["--from", "1931-02-03", "--to", "1931-02-03"]), std::slice::from_ref(&id));
    assert!(!list(&["--from", "1931-02-04"]).contains(&id));
    assert_eq!(list(&["--originator", "uberwachung"]), std::slice::from_ref(&id));
    assert!(list(&["--kind", "text"]).contains(&id) && !list(&["--kind", "pdf"]).contains(&id));
    assert!(!list(&["--kind", "other"]).contains(&id));
    assert_eq!(list(&["--kind", "text", "--query", "mail", "--originator", "dienst"]), [id]);
    let backwards = ["doc", "list", "--from", "2020-01-01", "--to", "2019-01-01"];
    assert_eq!(stage.run("fictief", &backwards).problem(5)["code"], "backwards");
    assert_eq!(stage.run("fictief", &["doc", "list", "--kind", "paper"]).problem(5)["code"], "bad_choice");
    let _ = stage.run("fictief", &["doc", "list", "--from", "1931-02-30"]).problem(5);
}

#[test]
fn a_search_on_a_workstation_that_has_just_read_a_long_log_waits_until_it_finds_everything() {
    let stage = Stage::new();
    let folder = stage.path("many");
    std::fs::create_dir(&folder).expect("the folder is made");
    for n in 0..1_100 {
        std::fs::write(folder.join(format!("quetzal {n}.txt")), format!("{n}")).expect("the file is written");
    }
    let folder = folder.to_str().expect("the path is UTF-8");
    let filing = ["doc", "file", folder, "--recursive", "--dossier", "HAVEN", "--level", "SECRET", "--rel", "BEL"];
    stage.run("fictief", &filing).json();
    std::fs::remove_file(stage.vault.join("desks/fictief.sqlite")).expect("the index is removed");
    let found = stage.run("fictief", &["--without-memory", "doc", "list", "--limit", "1", "--query", "quetzal"]).json();
    assert_eq!(found["total"], 1_100);
    let told = found["warnings"].as_array().expect("`warnings` is a list");
    assert!(told.iter().all(|warning| warning["code"] != "search_incomplete"), "{told:?}");
}

/// Every list of which a part can be asked for, with what it calls its rows.
const CUT: &[(&str, &[&str], &str)] = &[
    ("exemple", &["officer", "list"], "officers"),
    ("fictief", &["dossier", "list"], "dossiers"),
    ("fictief", &["doc", "list"], "documents"),
    ("fictief", &["doc", "recent"], "documents"),
    ("fictief", &["calendar"], "documents"),
    ("fictief", &["register"], "decisions"),
    ("proef", &["release", "list"], "releases"),
    ("proef", &["partner", "list"], "partners"),
    ("exemple", &["assent", "list"], "assents"),
    ("exemple", &["ledger", "show"], "entries"),
];

#[test]
fn every_list_that_ends_before_its_end_says_so() {
    let stage = Stage::new();
    let mut all = Vec::new();
    crate::not_there::leaves(&[], &mut all);
    let limited = all.iter().filter(|(_, help)| help.contains("--limit")).map(|(command, _)| command.clone());
    // A limit of bytes.
    let limited = limited.filter(|command| command != "shared cache");
    let tried: Vec<String> = CUT.iter().map(|(_, words, _)| words.join(" ")).collect();
    let missed: Vec<String> = limited.filter(|command| !tried.contains(command)).collect();
    assert!(missed.is_empty(), "not tried: {missed:?}");
    let mut cut_somewhere = 0;
    for (officer, words, rows) in CUT {
        let one = [words, &["--limit", "1"][..]].concat();
        let part = stage.run(officer, &one).json();
        let whole = stage.run(officer, &[words, &["--limit", "all"][..]].concat()).json();
        let count = whole[rows].as_array().expect("a list").len();
        assert!(whole["next"].is_null(), "{words:?}");
        assert_eq!(part["next"].is_null(), part[rows].as_array().expect("a list").len() == count, "{words:?}");
        let (text, _) = for_a_person(&stage, officer, &one);
        let told = text.lines().last().is_some_and(|last| last.contains("--limit all"));
        assert_eq!(told, !part["next"].is_null(), "{words:?}: {text}");
        cut_somewhere += u64::from(told);
    }
    assert!(cut_somewhere > 4);
}

#[test]
fn a_person_reads_instants_by_the_clock_of_the_computer_and_a_script_in_utc() {
    let stage = Stage::new();
    let in_tokyo = |args: &[&str], json: bool| {
        let command = stage.command("voorbeeld", args);
        let kept: Vec<_> = command.get_args().filter(|arg| json || *arg != "--json").map(ToOwned::to_owned).collect();
        let envs: Vec<_> =
            command.get_envs().filter_map(|(name, is)| Some((name.to_owned(), is?.to_owned()))).collect();
        let mut other = std::process::Command::new(command.get_program());
        let came = Came::of(other.args(kept).envs(envs).env("TZ", "<+09>-9").output().expect("the program runs"));
        assert_eq!(came.status, 0, "{}", String::from_utf8_lossy(&came.err));
        String::from_utf8_lossy(&came.out).into_owned()
    };
    let show = ["ledger", "show", "--limit", "20"];
    let person = in_tokyo(&show, false);
    assert!(person.contains("+09:00") && !person.contains(":00Z") && !person.contains("Z  "), "{person}");
    // Which keys something was under is for scripts.
    assert!(!person.contains("class:"), "{person}");
    let order = |more: &[&str]| {
        let shown = stage.run("voorbeeld", &[&["ledger", "show", "--limit", "3"], more].concat()).json();
        let rows = shown["entries"].as_array().expect("a list");
        let index: Vec<u64> = rows.iter().map(|row| row["index"].as_u64().expect("a number")).collect();
        (index, shown["next"].as_str().expect("there are more").to_owned())
    };
    let ((newest, _), (oldest, next)) = (order(&[]), order(&["--oldest-first"]));
    assert!(newest.is_sorted_by(|a, b| a >= b) && oldest.is_sorted() && oldest.first() < newest.last(), "{oldest:?}");
    assert!(order(&["--oldest-first", "--after", &next]).0.first() > oldest.last());
    let script = in_tokyo(&show, true);
    assert!(!script.contains("+09:00") && script.contains("Z\""), "{script}");
}

#[test]
fn members_and_a_history_come_in_the_order_that_is_asked_for() {
    let stage = Stage::new();
    stage.run("fictief", &["dossier", "add", "ARDENNES-26", "essai", "--until", "2027-03-01", "--basis", "b"]);
    let members = |sort: &[&str], field: &str| {
        let shown = stage.run("fictief", &[&["dossier", "members", "ARDENNES-26"], sort].concat()).json();
        let members = shown["members"].as_array().expect("a list").clone();
        assert!(members.len() > 2, "{shown}");
        members.iter().map(|member| member[field].as_str().unwrap_or("~").to_owned()).collect::<Vec<_>>()
    };
    let names = members(&[], "full_name");
    let in_order = |mut names: Vec<String>| {
        names.sort_by_key(|name| label::fold(name));
        names
    };
    assert_eq!(names, in_order(names.clone()));
    let turned: Vec<String> = names.iter().rev().cloned().collect();
    assert_eq!(members(&["--sort", "name:desc"], "full_name"), turned);
    let until = members(&["--sort", "until:desc"], "until");
    assert!(until.last().is_some_and(|last| last == "~"), "without an end they come last: {until:?}");
    let unknown = stage.run("fictief", &["dossier", "members", "ARDENNES-26", "--sort", "level"]).problem(5);
    assert_eq!(unknown["code"], "unknown_sort");
    assert_eq!(stage.run("fictief", &["dossier", "members", "NOPE"]).problem(1)["code"], "not_found");

    let id = stage.file(b"x", "ARDENNES-26", &["--level", "SECRET", "--rel", "BEL,NLD"])["id"].clone();
    let id = id.as_str().expect("`id` is text");
    stage.run("fictief", &["doc", "correct", id, "--title", "Right", "--why", "wrong"]).json();
    let next = stage.write("next.txt", "y");
    stage.run("fictief", &["doc", "version", id, next.to_str().expect("UTF-8"), "--why", "annex"]).json();
    let history = |sort: &[&str]| {
        let shown = stage.run("fictief", &[&["doc", "history", id], sort].concat()).json();
        let rows = shown["history"].as_array().expect("a list").clone();
        rows.iter().map(|row| row["action"].as_str().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(history(&[]), ["file", "correct", "file-version"]);
    assert_eq!(history(&["--sort", "filed:desc"]), ["file-version", "correct", "file"]);
    assert_eq!(history(&["--sort", "kind"]), {
        let mut rows = vec!["file", "correct", "file-version"];
        rows.sort_by_key(|action| label::fold(&words::say(words::Lang::En, &format!("ui-act-{action}"), &[])));
        rows
    });
    let unknown = stage.run("fictief", &["doc", "history", id, "--sort", "title"]).problem(5);
    assert_eq!(unknown["code"], "unknown_sort");
}
