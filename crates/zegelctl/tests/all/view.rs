//! `doc pages` and `doc text`. The viewing program stands next to `zegelctl`, as a build of everything puts it there.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::stage::{Came, Stage};

const FILED: &[&str] = &["--level", "RESTREINT"];

#[test]
fn pages_are_written_marked_and_say_what_is_not_on_them() {
    let stage = Stage::new();
    let id = stage.file(b"Budget: 50 \x80\n", "ARDENNES-26", FILED)["id"].as_str().expect("`id` is text").to_owned();
    let folder = stage.path("pages");
    let out = folder.to_str().expect("the path is UTF-8");
    let ask = |more: &[&str]| {
        let args = [&["doc", "pages", &id, "--purpose", "reading", "--out", out], more].concat();
        stage.run("fictief", &args)
    };
    let came = ask(&["--pages", "1-9", "--width", "400"]).json();
    let pages = came["pages"].as_array().expect("`pages` is a list");
    assert_eq!(pages.len(), 1, "of a range past the end, what there is");
    assert_eq!((&pages[0]["number"], &pages[0]["missing"][0]["kind"]), (&1.into(), &"encoding".into()));
    assert_eq!(pages[0]["missing"][0]["name"], "windows-1252");
    let file = pages[0]["file"].as_str().expect("`file` is text");
    let png = fs::read(file).expect("the file is read");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().expect("four bytes")), 400, "as wide as asked");
    assert_eq!(fs::metadata(file).expect("the file is there").permissions().mode() & 0o777, 0o600);
    assert_eq!(ask(&[]).problem(1)["code"], "out_exists", "what is there already is not written over");
    assert_eq!(fs::read(file).expect("the file is read"), png);
    assert_eq!(ask(&["--pages", "3-1"]).problem(5)["code"], "bad_pages");
}

#[test]
fn the_text_of_a_document_is_read() {
    let stage = Stage::new();
    let id = stage.file("Tot morgen – à l’été\n".as_bytes(), "ARDENNES-26", FILED)["id"]
        .as_str()
        .expect("a text")
        .to_owned();
    let came = stage.run("fictief", &["doc", "text", &id, "--purpose", "reading"]).json();
    assert_eq!(
        (came["text"].as_str(), came["missing"].as_array().map(Vec::len)),
        (Some("Tot morgen – à l’été\n"), Some(0))
    );
}

#[test]
fn the_outline_of_a_document_comes_with_its_pages_and_a_picture_that_breaks_off_is_warned_of() {
    let stage = Stage::new();
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>",
        "<< /First 5 0 R >>",
        "<< /Title (Situation) /Dest [3 0 R /Fit] /First 6 0 R >>",
        "<< /Title (Lost) /Dest [9 0 R /Fit] >>",
    ];
    let (mut pdf, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let at = pdf.len();
    pdf.push_str(&format!(
        "xref\n0 7\n0000000000 65535 f \n{table}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n"
    ));
    let id = stage.file(pdf.as_bytes(), "ARDENNES-26", FILED)["id"].as_str().expect("`id` is text").to_owned();
    let out = stage.path("pages");
    let came =
        stage.run("fictief", &["doc", "pages", &id, "--purpose", "p", "--out", out.to_str().expect("UTF-8")]).json();
    let expected = serde_json::json!([
        {"title": "Situation", "page": 1, "depth": 0},
        {"title": "Lost", "page": null, "depth": 1},
    ]);
    assert_eq!(came["outline"], expected);
    let whole = include_bytes!("../../../viewer/tests/pictures/progressive.jpg");
    let codes = |file: &[u8]| {
        let filed = stage.file(file, "ARDENNES-26", FILED);
        let warnings = filed["warnings"].as_array().expect("a list").clone();
        warnings.iter().filter_map(|one| one["code"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert!(!codes(whole).contains(&"view_cut".to_owned()));
    let cut = [&whole[..whole.len() / 2], b"\xff\xd9"].concat();
    assert!(codes(&cut).contains(&"view_cut".to_owned()));
}

/// An empty folder or an empty file is soon taken for a document without content.
#[test]
fn where_there_is_no_page_or_no_text_that_is_said() {
    let stage = Stage::new();
    let warns = |said: &serde_json::Value, code| {
        said["warnings"].as_array().expect("a list").iter().any(|one| one["code"] == code)
    };
    let picture = include_bytes!("../../../viewer/tests/pictures/single.png");
    let id = stage.file(picture, "ARDENNES-26", FILED)["id"].as_str().expect("`id` is text").to_owned();
    let out = stage.path("pages");
    let pages = |range| {
        let args = ["doc", "pages", &id, "--purpose", "p", "--out", out.to_str().expect("UTF-8"), "--pages", range];
        stage.run("fictief", &args)
    };
    for beyond in ["2-9", "99"] {
        let problem = pages(beyond).problem(1);
        assert_eq!(problem["code"], "no_pages");
        assert!(problem["message"].as_str().expect("`message` is text").contains("one page"), "{problem}");
        assert!(!out.exists(), "no folder for nothing");
    }
    assert_eq!(pages("1-9").json()["beyond"], true);
    let backwards = pages("5-2").problem(5);
    assert!(backwards["message"].as_str().expect("`message` is text").contains("before the first"), "{backwards}");
    let file = stage.path("text.txt");
    let text = ["doc", "text", &id, "--purpose", "p"];
    for args in [&text[..], &[&text[..], &["--out", file.to_str().expect("the path is UTF-8")]].concat()] {
        assert!(warns(&stage.run("fictief", args).json(), "no_text"), "{args:?}");
    }
}

#[test]
fn a_kind_that_cannot_be_shown_is_named_and_not_recorded_as_read() {
    let stage = Stage::new();
    let zip = stage.write("plan.zip", b"PK\x03\x04\0\0\0\0");
    let args = ["doc", "file", zip.to_str().expect("the path is UTF-8"), "--dossier", "ARDENNES-26", "--title", "Plan"];
    let id = stage.run("fictief", &[&args, FILED].concat()).json()["id"].as_str().expect("`id` is text").to_owned();
    let out = stage.path("pages");
    let before = stage.run("fictief", &["doc", "show", &id]).json()["history"].clone();
    let args = ["doc", "pages", &id, "--purpose", "reading", "--out", out.to_str().expect("the path is UTF-8")];
    let problem = stage.run("fictief", &args).problem(5);
    assert_eq!(problem["code"], "unsupported_media");
    assert!(problem["message"].as_str().expect("`message` is text").contains("zip"), "{problem}");
    assert_eq!(stage.run("fictief", &["doc", "show", &id]).json()["history"], before);
}

#[test]
fn a_text_longer_than_the_pages_that_can_be_shown_is_read_whole_and_the_pages_say_that_it_goes_on() {
    let stage = Stage::new();
    let lines: String = (1..=120_000).map(|number| format!("{number}\n")).collect();
    let filed = stage.file(lines.as_bytes(), "ARDENNES-26", FILED);
    let told: Vec<&str> =
        filed["warnings"].as_array().expect("a list").iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(told.contains(&"view_cut"), "{told:?}");
    let id = filed["id"].as_str().expect("`id` is text").to_owned();
    let read = stage.run("fictief", &["doc", "text", &id, "--purpose", "reading"]).json();
    assert!(read["text"] == lines, "not a line is left out");
    assert_eq!((read["complete"].as_bool(), read["missing"].as_array().map(Vec::len)), (Some(true), Some(0)));
    let ask = |pages: &str, into: &str| {
        let (folder, of) = (stage.path(into), ["doc", "pages", &id, "--purpose", "reading"]);
        let more = ["--out", folder.to_str().expect("the path is UTF-8"), "--width", "240", "--pages", pages];
        stage.run("fictief", &[&of[..], &more].concat())
    };
    let last = ask("2000-", "last").json();
    assert_eq!((&last["complete"], &last["missing"][0]["kind"]), (&false.into(), &"too_long".into()));
    assert_eq!(last["pages"][0]["missing"][0]["kind"], "too_long", "the last page says so itself");
    assert_eq!(ask("2001-2300", "past").problem(1)["code"], "no_pages");
}

#[test]
fn pages_over_those_of_another_document_name_what_stays_of_them() {
    let stage = Stage::new();
    let marked = ["--level", "SECRET", "--rel", "BEL"];
    let id = |text: &str| stage.file(text.as_bytes(), "HAVEN", &marked)["id"].as_str().expect("an id").to_owned();
    let (long, short) = (id(&"a line of words\n".repeat(300)), id("one line\n"));
    let folder = stage.path("pages");
    let out = folder.to_str().expect("UTF-8");
    let pages = |id: &str, more: &[&str]| {
        stage.run("fictief", &[&["doc", "pages", id, "--purpose", "p", "--out", out], more].concat()).json()
    };
    let first = pages(&long, &[]);
    assert!(first["count"].as_u64().expect("a number") > 1 && first["others"] == serde_json::json!([]), "{first}");
    let second = pages(&short, &["--force"]);
    assert_eq!(second["others"][0], "page-0002.png");
    assert_eq!(
        second["others"].as_array().expect("a list").len() as u64 + 1,
        first["count"].as_u64().expect("a number")
    );
}

/// Says past the test runner that a test did not run: `./check` counts these lines.
pub fn skipped(test: &str, why: &str) {
    use std::io::Write as _;
    drop(writeln!(std::io::stderr().lock(), "skipped: {test}: {why}"));
}

#[test]
fn pages_of_an_office_file_are_laid_out_and_its_text_is_its_own() {
    let installed = ["/usr/lib/libreoffice/program/soffice.bin", "/usr/bin/bwrap"];
    if !installed.iter().all(|program| std::path::Path::new(program).is_file()) {
        return skipped("pages_of_an_office_file_are_laid_out", "LibreOffice or bubblewrap is not installed");
    }
    let stage = Stage::new();
    let note = include_bytes!("../../../viewer/tests/office/note.docx");
    let filed = stage.file(note, "ARDENNES-26", FILED);
    assert_eq!(filed["text"]["recognised"], serde_json::json!([]), "text is not read by OCR");
    let (id, out) = (filed["id"].as_str().expect("`id` is text"), stage.path("pages"));
    let out = out.to_str().expect("the path is UTF-8");
    let came = stage.run("fictief", &["doc", "pages", id, "--purpose", "reading", "--out", out]).json();
    let kinds = |missing: &serde_json::Value| {
        let list = missing.as_array().expect("a list").iter().filter_map(|item| item["kind"].as_str());
        list.map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(kinds(&came["pages"][0]["missing"]).contains(&"laid_out".to_owned()), "{came}");
    let last = came["pages"].as_array().and_then(|pages| pages.last()).expect("there are pages");
    assert!(kinds(&last["missing"]).contains(&"unformatted".to_owned()), "the text follows the form: {came}");
    let text = stage.run("fictief", &["doc", "text", id, "--purpose", "reading"]).json();
    assert_eq!(text["text"].as_str().expect("a text").matches("Exercise plan").count(), 1, "{text}");
}

#[test]
fn a_scan_is_found_by_its_text_and_it_is_said_in_which_languages_it_was_read() {
    let installed = ["/usr/bin/tesseract", "/usr/bin/bwrap"];
    if !installed.iter().all(|program| std::path::Path::new(program).is_file()) {
        return skipped("a_scan_is_found_by_its_text", "tesseract or bubblewrap is not installed");
    }
    let stage = Stage::new();
    let id = stage.file(b"Betreft: het konvooi vertrekt maandag.\n", "ARDENNES-26", FILED)["id"].clone();
    let out = stage.path("pages");
    let args = ["doc", "pages", id.as_str().expect("`id` is text"), "--purpose", "p", "--width", "1654", "--out"];
    let came = stage.run("fictief", &[&args[..], &[out.to_str().expect("UTF-8")]].concat()).json();
    let scan = fs::read(came["pages"][0]["file"].as_str().expect("`file` is text")).expect("the file is read");
    let filed = stage.file(&scan, "HAVEN", FILED);
    assert_eq!(filed["text"]["is"], "whole", "{filed}");
    let recognised = filed["text"]["recognised"].as_array().expect("a list");
    assert!(!recognised.is_empty(), "{filed}");
    let warned = filed["warnings"].as_array().expect("a list").iter().filter_map(|warning| warning["code"].as_str());
    assert_eq!(warned.filter(|code| ["recognised", "picture"].contains(code)).collect::<Vec<_>>(), ["recognised"]);
    let listed = stage.run("fictief", &["doc", "list", "--in", "content", "--query", "konvooi"]).json();
    let mut found = listed["documents"].as_array().expect("a list").iter().map(|row| &row["id"]);
    assert!(found.any(|id| *id == filed["id"]), "{listed}");
    // Where its text is read, it says whose it is.
    let id = filed["id"].as_str().expect("`id` is text");
    let text = stage.run("fictief", &["doc", "text", id, "--purpose", "reading"]).json();
    assert!(text["text"].as_str().is_some_and(|text| text.contains("konvooi")), "{text}");
    assert_eq!(text["pages"][0]["missing"][0]["kind"], "recognised", "{text}");
    assert!(text["warnings"].as_array().is_some_and(Vec::is_empty), "it is not empty: {text}");
    let to = stage.path("text.txt");
    let to = to.to_str().expect("UTF-8");
    let mut command = stage.command("fictief", &["doc", "text", id, "--purpose", "reading", "--out", to]);
    let came = Came::of(command.output().expect("it runs"));
    assert_eq!(came.json()["missing"][0]["kind"], "recognised");
}

#[test]
fn a_filing_that_is_ended_waits_for_no_ocr_and_nothing_is_half_filed() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    let installed = ["/usr/bin/tesseract", "/usr/bin/bwrap"];
    if !installed.iter().all(|program| std::path::Path::new(program).is_file()) {
        return skipped("a_filing_that_is_ended_waits_for_no_ocr", "tesseract or bubblewrap is not installed");
    }
    let stage = Stage::new();
    let dense = "Betreft: het konvooi vertrekt maandag, en komt woensdag aan in de haven van Antwerpen.\n".repeat(50);
    let id = stage.file(dense.as_bytes(), "ARDENNES-26", FILED)["id"].clone();
    let out = stage.path("pages");
    let args = ["doc", "pages", id.as_str().expect("`id` is text"), "--purpose", "p", "--width", "2480", "--out"];
    let came = stage.run("fictief", &[&args[..], &[out.to_str().expect("UTF-8")]].concat()).json();
    let scan = fs::read(came["pages"][0]["file"].as_str().expect("`file` is text")).expect("the file is read");
    let many = stage.path("scans");
    fs::create_dir(&many).expect("the folder is made");
    (0..40).for_each(|n| fs::write(many.join(format!("{n}.png")), &scan).expect("the file is written"));
    let listed = || stage.run("fictief", &["doc", "list", "--limit", "all"]).json()["total"].as_u64();
    for signal in ["-TERM", "-INT"] {
        let before = listed().expect("a number");
        let file = ["doc", "file", many.to_str().expect("UTF-8"), "--recursive", "--dossier", "HAVEN"];
        let mut command = stage.command("fictief", &[&file[..], FILED].concat());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        // Until one is being read, by a program that it started.
        let reads = || {
            let of = Command::new("pgrep").args(["-P", &child.id().to_string(), "-f", "zegel-viewer ocr"]).output();
            of.is_ok_and(|of| of.status.success())
        };
        let begun = Instant::now();
        while !reads() && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(50));
        }
        let asked = Instant::now();
        assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().expect("it runs").success());
        let output = child.wait_with_output().expect("it ends");
        let took = asked.elapsed();
        // Within tenths of a second, and what a machine takes that is full.
        assert!(took < Duration::from_secs(4), "{signal}: {took:?}");
        let said: serde_json::Value = serde_json::from_slice(&output.stderr).expect("one object");
        assert!(["cancelled", "filing_stopped"].contains(&said["code"].as_str().expect("a text")), "{said}");
        let filed = said["documents"].as_array().map_or(0, Vec::len) as u64;
        assert_eq!(listed(), Some(before + filed), "{said}");
        assert_eq!(stage.run("fictief", &["ledger", "verify"]).status, 0);
    }
}

/// A program in a namespace that may make none in addition, as on a workstation whose kernel gives users none.
fn without_namespaces(command: &std::process::Command) -> std::process::Command {
    let mut outer = std::process::Command::new("/usr/bin/bwrap");
    outer.args(["--unshare-user", "--disable-userns", "--dev-bind", "/", "/", "--"]).arg(command.get_program());
    outer.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

#[test]
fn where_users_get_no_namespaces_it_is_said_that_office_files_are_their_text_alone() {
    let installed = std::path::Path::new("/usr/lib/libreoffice/program/soffice.bin").is_file();
    let stage = Stage::new();
    let usable = without_namespaces(&std::process::Command::new("/bin/true")).status();
    if !installed || !usable.is_ok_and(|status| status.success()) {
        return skipped("where_users_get_no_namespaces", "LibreOffice or bubblewrap 0.8 is not installed");
    }
    let note = stage.write("note.docx", include_bytes!("../../../viewer/tests/office/note.docx"));
    let file = ["doc", "file", note.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--title", "Note"];
    let file = [&file[..], FILED].concat();
    let ran = |args: &[&str]| Came::of(without_namespaces(&stage.command("fictief", args)).output().expect("it runs"));
    let form = |filed: &serde_json::Value| {
        let warnings = filed["warnings"].as_array().expect("a list").clone();
        let alone = warnings.into_iter().find(|warning| warning["code"] == "text_alone").expect("it is told");
        alone["message"].as_str().expect("a text").to_owned()
    };
    let filed = ran(&file).json();
    assert!(form(&filed).contains("text only"), "{filed}");
    assert!(form(&filed).contains("cannot be locked down"), "{filed}");
    assert_eq!(ran(&["doctor"]).object()["programs"]["office"], "not-confined");
    let here = stage.run("fictief", &["doctor"]).object()["programs"]["office"].clone();
    let again = stage.run("fictief", &file).json();
    assert_eq!(here == "confined", form(&again).contains("as LibreOffice lays it out"), "{again}");
}
