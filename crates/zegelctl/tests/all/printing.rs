//! `printer` and `doc print`, with a program in the place of `lp` that keeps what it is given.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;

use crate::stage::{Came, Stage};
use crate::view::skipped;

const FILED: &[&str] = &["--level", "RESTREINT"];

/// A stage with a program that does as `lp` does.
struct Office {
    stage: Stage,
    lp: PathBuf,
}

impl Office {
    fn new(script: &str) -> Office {
        let stage = Stage::new();
        let lp = stage.write("lp", format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(&lp, Permissions::from_mode(0o700)).expect("it is one's own");
        Office { stage, lp }
    }

    /// One that takes whatever comes, and writes down how it was called.
    fn taking() -> Office {
        let home = r#"home=$(dirname "$0"); n=$(ls "$home" | grep -c '^job-'); cat > "$home/job-$n.pdf"; echo "$*" >> "$home/called"; env | grep -v '^PWD=\|^_=\|^SHLVL=\|^OLDPWD=' > "$home/env""#;
        Office::new(home)
    }

    fn run(&self, officer: &str, args: &[&str]) -> Came {
        let mut command = self.stage.command(officer, args);
        command.env("ZEGEL_TEST_LP", &self.lp).env("CUPS_SERVER", "elsewhere.example");
        Came::of(command.output().expect("it runs"))
    }

    fn listed(&self, printer: &str, ceiling: &str) {
        let add = ["printer", "add", printer, "--ceiling", ceiling, "--why", "in the strong room"];
        match ceiling {
            "SECRET" | "TRES SECRET" => drop(self.stage.agreed("exemple", &add)),
            _ => drop(self.run("exemple", &add).json()),
        }
    }

    fn printed(&self, officer: &str, id: &str, printer: &str, more: &[&str]) -> Came {
        let args = [&["doc", "print", id, "--printer", printer, "--purpose", "briefing"], more].concat();
        self.run(officer, &args)
    }

    /// What came to the printer, job after job.
    fn jobs(&self) -> Vec<Vec<u8>> {
        let job = |n: u32| fs::read(self.stage.path(&format!("job-{n}.pdf"))).ok();
        (0..).map_while(job).collect()
    }
}

fn count(pdf: &[u8], word: &str) -> usize {
    pdf.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

#[test]
fn the_list_of_printers_is_kept_and_shown() {
    let office = Office::taking();
    assert_eq!(office.run("fictief", &["printer", "list"]).json()["printers"].as_array().map(Vec::len), Some(0));
    let denied = office.run("fictief", &["printer", "add", "safe", "--ceiling", "SECRET", "--why", "near"]);
    assert_eq!(denied.codes(), ["role_required"]);
    let asked = ["printer", "add", "safe", "--ceiling", "SECRET", "--why", "in the strong room"];
    let asked = office.run("exemple", &asked).json();
    assert_eq!(office.run("fictief", &["printer", "list"]).json()["printers"].as_array().map(Vec::len), Some(0));
    let request = asked["request"].as_str().expect("it waits for others");
    let shown = office.run("voorbeeld", &["assent", "show", request]).json();
    assert_eq!(
        (&shown["kind"], &shown["asked"]["printer"]["ceiling"]),
        (&"printer".into(), &"secret".into()),
        "{shown}"
    );
    let told = office.stage.said("voorbeeld", &["assent", "show", request]);
    assert!(told.contains("safe") && told.contains("in the strong room"), "{told}");
    office.run("voorbeeld", &["assent", "give", request]).json();
    let listed = office.run("fictief", &["printer", "list"]).json();
    assert_eq!((&listed["printers"][0]["name"], &listed["printers"][0]["ceiling"]), (&"safe".into(), &"secret".into()));
    let twice = office.run("exemple", &["printer", "add", "SAFE", "--ceiling", "SECRET", "--why", "again"]);
    assert_eq!(twice.problem(1)["code"], "exists");
    let bad = office.run("exemple", &["printer", "add", "my printer", "--ceiling", "SECRET", "--why", "again"]);
    assert_eq!(bad.problem(5)["code"], "bad_name");
    let left = office.run("exemple", &["printer", "remove", "safe", "--why", "sold"]).json();
    assert_eq!(left["printers"].as_array().map(Vec::len), Some(0));
    assert_eq!(office.run("exemple", &["printer", "remove", "safe", "--why", "sold"]).problem(1)["code"], "not_found");
}

#[test]
fn each_copy_is_a_job_with_its_pages_and_its_own_number() {
    let office = Office::taking();
    office.listed("safe", "SECRET");
    let text = "line\n".repeat(200);
    let filed = office.stage.file(text.as_bytes(), "ARDENNES-26", FILED);
    let id = filed["id"].as_str().expect("`id` is text");
    let came = office.printed("fictief", id, "Safe", &["--pages", "2-9", "--copies", "2"]).json();
    assert_eq!((&came["printer"], &came["copies"]), (&"safe".into(), &serde_json::json!([1, 2])));
    let pages = (came["pages"]["last"].as_u64().expect("a number") - 1) as usize;
    assert!(pages >= 1 && came["pages"]["first"] == 2, "{came}");
    let jobs = office.jobs();
    assert_eq!(jobs.len(), 2, "one for each copy");
    for job in &jobs {
        assert!(job.starts_with(b"%PDF-"));
        assert_eq!(count(job, "/Subtype /Image"), pages, "a picture for each page that was asked for");
    }
    assert_ne!(jobs[0], jobs[1], "each bears its own number");
    let called = fs::read_to_string(office.stage.path("called")).expect("it was called");
    assert_eq!(called.lines().collect::<Vec<_>>(), ["-d safe -t zegel -"; 2], "no title goes along");
    let environment = fs::read_to_string(office.stage.path("env")).expect("it was called");
    assert_eq!(environment.trim(), "PATH=/usr/bin:/bin", "nothing leads the pages elsewhere");
    // The next one goes on.
    assert_eq!(office.printed("fictief", id, "safe", &[]).json()["copies"], serde_json::json!([3]));
    let log = office.run("exemple", &["ledger", "show", "--action", "print"]).json();
    assert_eq!(log["entries"].as_array().map(Vec::len), Some(2), "{log}");
    let shown = office.stage.said("fictief", &["doc", "show", id]);
    assert!(shown.contains("Numbers 1-2, on safe") && shown.contains("Numbers 3, on safe"), "{shown}");
    let verified = office.run("exemple", &["ledger", "verify"]).json();
    assert_eq!(verified["ok"], true);
}

/// What stands on the paper, read by the program's own OCR.
#[test]
fn each_page_bears_its_marking_who_printed_it_and_the_number_of_the_copy() {
    let installed = ["/usr/bin/tesseract", "/usr/bin/bwrap"];
    if !installed.iter().all(|program| std::path::Path::new(program).is_file()) {
        return skipped("each_page_bears_its_marking", "tesseract or bubblewrap is not installed");
    }
    let office = Office::taking();
    office.listed("safe", "SECRET");
    let filed = office.stage.file(b"Betreft: het konvooi vertrekt maandag.\n", "ARDENNES-26", FILED);
    let id = filed["id"].as_str().expect("`id` is text");
    office.printed("fictief", id, "safe", &["--copies", "2"]).json();
    for (job, number) in office.jobs().iter().zip(1..) {
        let paper = office.stage.file(job, "ARDENNES-26", FILED);
        let id = paper["id"].as_str().expect("`id` is text");
        let read = office.stage.run("fictief", &["doc", "text", id, "--purpose", "reading"]).json();
        let text = read["text"].as_str().expect("`text` is text").to_lowercase();
        assert!(text.contains("konvooi") && text.contains("restreint"), "{text}");
        assert!(text.contains(&format!("copy {number}")) && !text.contains(&format!("copy {}", 3 - number)), "{text}");
    }
}

#[test]
fn what_is_denied_or_refused_sends_nothing_to_any_printer() {
    let office = Office::taking();
    office.listed("corridor", "RESTREINT");
    office.listed("safe", "SECRET");
    let secret = office.stage.a_document("fictief", "SECRET");
    assert_eq!(office.printed("fictief", &secret, "corridor", &[]).codes(), ["printer_ceiling"]);
    assert_eq!(office.printed("fictief", &secret, "pdf", &[]).codes(), ["printer_not_listed"]);
    let filed = office.stage.file(b"one page\n", "ARDENNES-26", FILED);
    let id = filed["id"].as_str().expect("`id` is text");
    let opened = |office: &Office| {
        let log = office.run("exemple", &["ledger", "show", "--doc", id, "--action", "open"]).json();
        log["entries"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(office.printed("fictief", id, "pdf", &[]).codes(), ["printer_not_listed"]);
    assert_eq!(opened(&office), 0, "what is not printed is not opened for it");
    assert_eq!(office.printed("fictief", id, "safe", &["--pages", "2"]).problem(1)["code"], "no_pages");
    assert_eq!(office.printed("fictief", id, "safe", &["--pages", "3-1"]).problem(5)["code"], "bad_pages");
    for copies in ["0", "100"] {
        assert_eq!(office.printed("fictief", id, "safe", &["--copies", copies]).status, 5, "{copies}");
    }
    let stranger = office.printed("exemple", id, "safe", &[]);
    assert!(stranger.status != 0, "a security officer is no reader");
    assert!(office.jobs().is_empty() && !office.stage.path("called").exists());
    let log = office.run("exemple", &["ledger", "show", "--action", "print"]).json();
    assert_eq!(log["entries"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_printer_that_takes_nothing_is_named_and_the_number_stays_used() {
    for script in ["cat >/dev/null; exit 1", "exit 1"] {
        let office = Office::new(script);
        office.listed("safe", "SECRET");
        let filed = office.stage.file("line\n".repeat(100).as_bytes(), "ARDENNES-26", FILED);
        let id = filed["id"].as_str().expect("`id` is text");
        let problem = office.printed("fictief", id, "safe", &["--copies", "2"]).problem(1);
        assert_eq!(problem["code"], "not_printed", "{script}");
        let message = problem["message"].as_str().expect("`message` is text");
        assert!(message.contains("safe") && message.contains('1'), "{message}");
        let log = office.run("exemple", &["ledger", "show", "--action", "print"]).json();
        assert_eq!(log["entries"].as_array().map(Vec::len), Some(1), "that it was asked for stands there");
    }
}

#[test]
fn without_lp_nothing_is_recorded() {
    let office = Office::taking();
    office.listed("safe", "SECRET");
    let filed = office.stage.file(b"one page\n", "ARDENNES-26", FILED);
    let id = filed["id"].as_str().expect("`id` is text");
    fs::remove_file(&office.lp).expect("it was there");
    assert_eq!(office.printed("fictief", id, "safe", &[]).problem(1)["code"], "no_spooler");
    for action in ["print", "open"] {
        let log = office.run("exemple", &["ledger", "show", "--doc", id, "--action", action]).json();
        assert_eq!(log["entries"].as_array().map(Vec::len), Some(0), "{action}");
    }
}
