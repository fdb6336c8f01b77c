//! Office files with their form, as another program lays it out, and the walls around that program. Most tests put a script in the
//! place of LibreOffice; those that need LibreOffice itself say where it is not installed.

use std::fs;
use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use viewer::{Kind, Lack, Limits, Missing, Office, OpenDocument, Stop, ViewError, Viewer};

use super::enclosed::office as archive;
use super::{pdf, stamp};

const WORKER: &str = env!("CARGO_BIN_EXE_zegel-viewer");

/// Says past the test runner that a test did not run, so that nobody takes it for passed: `./check` counts these lines.
pub(super) fn skipped(test: &str, why: &str) {
    drop(writeln!(std::io::stderr().lock(), "skipped: {test}: {why}"));
}

/// Whether another program can be confined on this machine: else that is said.
pub(super) fn can_confine(test: &str) -> bool {
    let usable = Command::new("/usr/bin/bwrap").args(["--unshare-all", "--ro-bind", "/", "/", "/bin/true"]).status();
    let usable = usable.is_ok_and(|status| status.success());
    if !usable {
        skipped(test, "bubblewrap is not installed, or gets no namespaces");
    }
    usable
}

/// A script in the place of LibreOffice, in a folder with a PDF of its own. None, and said, where nothing can be confined.
fn instead(test: &str, script: &str) -> Option<(tempfile::TempDir, Office)> {
    if !can_confine(test) {
        return None;
    }
    // Not in /tmp, which is another folder inside.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("there is room");
    let program = folder.path().join("office/program/soffice.bin");
    fs::create_dir_all(program.parent().expect("it has one")).expect("there is room");
    fs::write(program.with_file_name("form.pdf"), pdf(12)).expect("there is room");
    // What runs is the shell; the script's own folder is seen inside.
    fs::write(&program, format!("#!/bin/sh\nmkdir -p /zegel/made\n{script}\n")).expect("there is room");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let office = Office::at(Path::new(WORKER), &program).expect("it is there");
    Some((folder, office))
}

const LAYS_OUT: &str = r#"cp "${0%/*}/form.pdf" /zegel/made/document.pdf"#;

fn viewer(office: Option<Office>) -> Viewer {
    Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first").with_office(office)
}

fn open(office: Option<Office>, kind: Kind, file: &[u8]) -> OpenDocument {
    viewer(office).open_laid_out(kind, file.len() as u64, &mut &*file, None).expect("it opens")
}

fn texts(open: &mut OpenDocument) -> Vec<String> {
    (0..open.page_count()).map(|page| open.text(page).expect("it has that page").text).collect()
}

fn note() -> Vec<u8> {
    let body = br#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:r><w:t>the note itself</w:t></w:r></w:p>
        <w:p><w:del><w:r><w:delText>source Dupont</w:delText></w:r></w:del></w:p></w:body></w:document>"#;
    archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body)])
}

/// LibreOffice may take half a minute.
#[test]
fn a_viewer_that_is_stopped_waits_for_no_form() {
    let Some((_folder, office)) = instead("a_viewer_that_is_stopped_waits_for_no_form", "sleep 60") else {
        return;
    };
    let begun = Instant::now();
    let viewer = viewer(Some(office)).until(Stop::when(move || begun.elapsed() > Duration::from_secs(3)));
    let note = note();
    let opened = viewer.open_laid_out(Kind::Docx, note.len() as u64, &mut &*note, None);
    assert!(matches!(opened, Err(ViewError::Stopped)), "{:?}", opened.err());
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn the_form_comes_first_and_says_whose_it_is_and_what_the_text_hides_and_the_text_follows() {
    let Some((_folder, office)) = instead("the_form_comes_first", LAYS_OUT) else { return };
    let alone = open(None, Kind::Docx, &note()).page_count();
    let mut open = open(Some(office), Kind::Docx, &note());
    let form = open.page_count() - alone;
    let texts = texts(&mut open);
    assert!(form >= 2 && texts[0].contains("Lorem ipsum") && !texts[0].contains("the note itself"), "{texts:?}");
    assert!(texts[form as usize].contains("the note itself\n~~source Dupont~~"), "{texts:?}");
    assert!(
        !texts.iter().any(|text| text.contains("————")),
        "what the PDF says of itself is nothing of the document: {texts:?}"
    );
    let laid = Missing::new(Lack::LaidOut, "LibreOffice", 1);
    let hides = Missing::new(Lack::Concealed, "delText", 1);
    assert_eq!(open.missing(), [laid.clone(), hides.clone()]);
    let first = open.render(0, 300, &stamp()).expect("it renders");
    assert!(first.missing.contains(&laid) && first.missing.contains(&hides), "{:?}", first.missing);
    let text = open.render(form, 300, &stamp()).expect("it renders");
    assert!(text.missing.contains(&Missing::new(Lack::Unformatted, "DOCX", 1)) && text.missing.contains(&hides));
    assert!(!text.missing.contains(&laid), "the text is the document's own: {:?}", text.missing);
}

#[test]
fn where_nothing_comes_of_it_the_text_is_shown_alone_as_without_it() {
    let alone = texts(&mut open(None, Kind::Docx, &note()));
    let rubbish = "head -c 5000 /dev/urandom > /zegel/made/document.pdf";
    let too_long = "truncate -s 200M /zegel/made/document.pdf";
    for script in ["exit 1", "kill -9 $$", rubbish, too_long, "ln -s /etc/passwd /zegel/made/document.pdf"] {
        let Some((_folder, office)) = instead("where_nothing_comes_of_it", script) else { return };
        let mut open = open(Some(office), Kind::Docx, &note());
        assert_eq!(texts(&mut open), alone, "{script}");
        assert!(open.missing().contains(&Missing::new(Lack::Unformatted, "DOCX", 1)), "{script}");
    }
    let nothing = Office::at(Path::new(WORKER), Path::new("/nowhere/soffice.bin"));
    assert!(nothing.is_none());
}

#[test]
fn what_takes_too_long_is_ended_with_all_that_it_started() {
    let sleeps = format!("7{:06}", std::process::id());
    let Some((_folder, office)) = instead("what_takes_too_long", &format!("sleep {sleeps} & sleep {sleeps}")) else {
        return;
    };
    let runs = || {
        let processes = fs::read_dir("/proc").expect("/proc is mounted").filter_map(Result::ok);
        let commands = processes.filter_map(|entry| fs::read(entry.path().join("cmdline")).ok());
        commands.filter(|line| line.starts_with(b"sleep") && String::from_utf8_lossy(line).contains(&sleeps)).count()
    };
    let begun = Instant::now();
    let laying = std::thread::spawn(move || office.within(Duration::from_secs(3)).lay_out(Kind::Docx, &note()));
    let mut most = 0;
    while !laying.is_finished() {
        most = most.max(runs());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(laying.join().expect("no panic").is_none() && begun.elapsed() < Duration::from_secs(60));
    assert_eq!(most, 2, "they ran");
    let ended = Instant::now();
    while runs() > 0 && ended.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(runs(), 0, "nothing outlives it");
}

/// One attempt at each thing; a word for each that succeeded.
fn attempts(folder: &Path, port: u16, pid: u32) -> String {
    let folder = folder.display();
    [
        format!("cat {folder}/secret >/dev/null 2>&1 && echo read"),
        format!("ls {folder} >/dev/null 2>&1 && echo list"),
        format!("touch {folder}/made 2>/dev/null && echo write"),
        "cat /etc/passwd >/dev/null 2>&1 && echo people".to_owned(),
        "cat /etc/hostname >/dev/null 2>&1 && echo hostname".to_owned(),
        format!("bash -c 'exec 3<>/dev/tcp/127.0.0.1/{port}' 2>/dev/null && echo network"),
        format!("kill -0 {pid} 2>/dev/null && echo processes"),
        "touch /dev/shm/zegel-attempt 2>/dev/null && rm /dev/shm/zegel-attempt && echo devices".to_owned(),
    ]
    .join("\n")
}

#[test]
fn what_lays_it_out_sees_nothing_of_the_machine_and_reaches_nobody() {
    let outside = tempfile::tempdir().expect("there is room");
    fs::write(outside.path().join("secret"), "secret").expect("there is room");
    let listens = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = listens.local_addr().expect("it listens").port();
    let attempts = attempts(outside.path(), port, std::process::id());
    let free = Command::new("/bin/sh").args(["-c", &attempts]).output().expect("there is a shell");
    let free = String::from_utf8_lossy(&free.stdout).lines().map(str::to_owned).collect::<Vec<_>>();
    let all = ["read", "list", "write", "people", "hostname", "network", "processes", "devices"];
    assert_eq!(free, all, "without walls each attempt succeeds: else a refusal would show nothing");
    fs::remove_file(outside.path().join("made")).expect("it was made");
    let more = "unshare -Ur true 2>/dev/null && echo namespace\nmount -t tmpfs none /zegel 2>/dev/null && echo mount\n\
        head -c 800000000 /dev/zero > /zegel/much 2>/dev/null && echo much; rm -f /zegel/much\ntouch /usr/made 2>/dev/null && echo program";
    let script =
        format!("exec > /zegel/made/document.pdf\n{attempts}\n{more}\necho $PWD; id -u >/dev/null && ls /zegel; true");
    let Some((_folder, office)) = instead("what_lays_it_out_sees_nothing", &script) else { return };
    let said = office.lay_out(Kind::Docx, &note()).expect("it said something");
    let said = String::from_utf8_lossy(&said).into_owned();
    assert_eq!(
        said.split_whitespace().collect::<Vec<_>>(),
        ["/zegel", "document.docx", "made", "profile"],
        "and its own folder alone"
    );
    assert!(!outside.path().join("made").exists() && !Path::new("/zegel/made/document.pdf").exists());
}

/// Nothing of a name that only such a run has, in the places where programs leave things.
fn left_behind() -> Vec<PathBuf> {
    let folders = ["/tmp", "/dev/shm", "/var/tmp", "/run"];
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().filter_map(Result::ok);
    entries.map(|entry| entry.path()).filter(|path| path.to_string_lossy().contains("OSL_PIPE")).collect()
}

const FILES: [(Kind, &[u8]); 7] = [
    (Kind::Docx, include_bytes!("../office/note.docx")),
    (Kind::Odf, include_bytes!("../office/note.odt")),
    (Kind::Rtf, include_bytes!("../office/note.rtf")),
    (Kind::Xlsx, include_bytes!("../office/sheet.xlsx")),
    (Kind::Ods, include_bytes!("../office/sheet.ods")),
    (Kind::Pptx, include_bytes!("../office/slide.pptx")),
    (Kind::Odf, include_bytes!("../office/slide.odp")),
];

/// LibreOffice, where it is installed: else that is said.
fn libreoffice(test: &str) -> Option<Office> {
    let office = Office::installed(Path::new(WORKER));
    if office.is_none() {
        skipped(test, "LibreOffice is not installed");
    }
    office
}

#[test]
fn libreoffice_lays_out_each_kind_of_office_file_and_leaves_nothing_behind() {
    let Some(office) = libreoffice("libreoffice_lays_out_each_kind") else { return };
    let before = left_behind();
    for (kind, file) in FILES {
        assert_eq!(Kind::of_content(file), Some(kind));
        let mut open = open(Some(office.clone()), kind, file);
        let first = open.text(0).expect("it has a page");
        assert!(first.text.contains("Exercise plan"), "{kind:?}: {}", first.text);
        assert!(
            first.missing.contains(&Missing::new(Lack::LaidOut, "LibreOffice", 1)),
            "{kind:?}: {:?}",
            first.missing
        );
        assert!(open.render(0, 400, &stamp()).is_ok());
    }
    assert_eq!(left_behind(), before);
}

#[test]
fn hostile_office_files_end_in_their_text_or_a_reason_and_the_next_one_is_laid_out() {
    let Some(office) = libreoffice("hostile_office_files") else { return };
    let office = office.within(Duration::from_secs(12));
    let (_, docx) = FILES[0];
    let mut turned = docx.to_vec();
    turned.iter_mut().skip(200).step_by(97).for_each(|byte| *byte ^= 0x5a);
    let deep = format!("{{\\rtf1 {}", "{\\b ".repeat(200_000));
    let endless = format!("{{\\rtf1 {}}}", "\\page x".repeat(3_000));
    let linked = br#"{\rtf1 before {\field{\*\fldinst INCLUDEPICTURE "http://127.0.0.1/x.png"}}{\field{\*\fldinst INCLUDETEXT "/etc/passwd"}} after}"#;
    let hostile: [(Kind, &[u8]); 5] = [
        (Kind::Docx, &docx[..docx.len() / 2]),
        (Kind::Docx, &turned),
        (Kind::Rtf, deep.as_bytes()),
        (Kind::Rtf, endless.as_bytes()),
        (Kind::Rtf, linked),
    ];
    for (number, (kind, file)) in hostile.into_iter().enumerate() {
        let opened = viewer(Some(office.clone())).open_laid_out(kind, file.len() as u64, &mut &*file, None);
        if let Ok(mut open) = opened {
            let read = open.text(0).expect("what opens can be read");
            assert!(!read.text.contains("root:"), "{number}: {}", read.text);
        }
    }
    assert!(texts(&mut open(Some(office), Kind::Docx, docx))[0].contains("Exercise plan"));
}
