//! The worker as a process: who may look into it, and when it ends.

use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use viewer::Kind;
use viewer::frame::{self, Call, Reply};

use super::{pdf, stamp, viewer};

const WORKER: &str = env!("CARGO_BIN_EXE_zegel-viewer");

fn command(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear().current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Waits for its walls, sends it a page that takes long, and asks for that page.
fn at_work(mut worker: Child) -> Child {
    let (to, from) = (worker.stdin.as_mut().expect("a pipe"), worker.stdout.as_mut().expect("a pipe"));
    Reply::read(from).expect("its walls stand");
    let document = endless();
    frame::write_open(to, Kind::Pdf, document.len() as u64, "").expect("it reads");
    to.write_all(&document).expect("it reads");
    to.flush().expect("it reads");
    Reply::read(from).expect("it opens");
    frame::write_call(to, Call::Render { page: 0, width: 4000 }).expect("it reads");
    std::thread::sleep(Duration::from_millis(300));
    assert!(worker.try_wait().expect("ours").is_none(), "it is at work");
    worker
}

/// One page with more lines than can be drawn in the time of any test.
fn endless() -> Vec<u8> {
    let lines = "0 0 m 590 840 l 0 840 l 590 0 l b* \n".repeat(400_000);
    let mut pdf =
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
            .to_vec();
    pdf.extend(format!("4 0 obj<</Length {}>>stream\n{lines}endstream endobj\n", lines.len()).into_bytes());
    pdf.extend_from_slice(b"trailer<</Root 1 0 R/Size 5>>\n%%EOF\n");
    pdf
}

fn ends_within(mut worker: Child, limit: Duration) -> bool {
    let start = Instant::now();
    while start.elapsed() < limit {
        if worker.try_wait().expect("ours").is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(worker.kill());
    drop(worker.wait());
    false
}

#[test]
fn no_other_program_of_the_same_user_can_read_its_memory() {
    let folder = tempfile::tempdir().expect("there is room");
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).expect("it is ours");
    let program = folder.path().join("zegel-viewer");
    std::fs::copy(WORKER, &program).expect("cargo builds the worker first");
    let mut command = command(&program);
    if rustix::process::geteuid().is_root() {
        // Of root everything belongs to root.
        command.uid(65_534).gid(65_534);
    }
    let mut worker = command.spawn().expect("it starts");
    Reply::read(worker.stdout.as_mut().expect("a pipe")).expect("its walls stand");
    for name in ["mem", "maps", "environ", "fd"] {
        let about = std::fs::metadata(format!("/proc/{}/{name}", worker.id())).expect("it runs");
        assert_eq!(about.uid(), 0, "the kernel gives `{name}` of a process that is not dumpable to root");
    }
    drop(worker.stdin.take());
    assert!(ends_within(worker, Duration::from_secs(5)));
}

#[test]
fn it_ends_when_its_input_or_its_output_is_closed_in_the_midst_of_a_page() {
    let mut worker = at_work(command(Path::new(WORKER)).spawn().expect("it starts"));
    drop(worker.stdin.take());
    assert!(ends_within(worker, Duration::from_secs(2)), "nobody can ask any more");
    let mut worker = at_work(command(Path::new(WORKER)).spawn().expect("it starts"));
    drop(worker.stdout.take());
    assert!(ends_within(worker, Duration::from_secs(2)), "nobody can read any more");
}

#[test]
fn it_ends_with_the_thread_that_started_it_even_where_its_pipes_stay_open() {
    let worker = std::thread::spawn(|| at_work(command(Path::new(WORKER)).spawn().expect("it starts")));
    let worker = worker.join().expect("it is at work");
    assert!(ends_within(worker, Duration::from_secs(2)), "the kernel kills it");
}

#[test]
fn a_document_stays_open_when_the_thread_that_opened_it_is_gone() {
    let document = pdf(3);
    let opened = std::thread::spawn(move || viewer().open(Kind::Pdf, document.len() as u64, &mut document.as_slice()));
    let mut open = opened.join().expect("no panic").expect("a real PDF opens");
    std::thread::sleep(Duration::from_millis(200));
    assert!(open.render(0, 300, &stamp()).is_ok(), "its worker lives as long as the program");
}

#[test]
fn what_was_asked_before_the_pipe_was_closed_is_not_half_answered() {
    let mut worker = command(Path::new(WORKER)).spawn().expect("it starts");
    drop(worker.stdin.take());
    let mut said = Vec::new();
    worker.stdout.take().expect("a pipe").read_to_end(&mut said).expect("it ends");
    assert!(said.is_empty() || Reply::read(&mut said.as_slice()).is_ok());
    assert!(ends_within(worker, Duration::from_secs(2)));
}
