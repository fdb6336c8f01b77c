//! Starts itself again behind the worker's walls and tries, from inside, everything that they must refuse. The same attempts
//! without walls must succeed: else a refusal would show nothing.
//!
//! A program of its own and not `#[test]`s: those run on threads, and the walls stand around a whole process.

#![allow(clippy::panic)]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::AsFd;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use viewer::sandbox::{self, LANDLOCK, SECCOMP};

/// What refuses files, and needs Linux 5.19.
const FILES: [&str; 4] = ["open", "create", "list", "exec"];
/// What Landlock refuses besides, from Linux 6.12 on.
const MORE: [&str; 3] = ["tcp-connect", "tcp-listen", "unix-abstract"];
/// What only seccomp refuses.
const CALLS: [&str; 5] = ["unix-path", "socket-pair", "thread", "read-output", "write-input"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [first, mode, folder, port] if first == "--inside" => inside(mode, Path::new(folder), port),
        [first, ..] if first == "--list" => ExitCode::SUCCESS,
        _ => outside(),
    }
}

/// One attempt at each thing, and a line that says which succeeded.
fn inside(mode: &str, folder: &Path, port: &str) -> ExitCode {
    let descriptors = descriptors(|_| true);
    let enforced = match mode {
        "none" => Ok(0),
        "landlock" => Ok(if sandbox::no_files() { LANDLOCK } else { 0 }),
        _ => sandbox::lock_down(),
    };
    let Ok(enforced) = enforced else { return ExitCode::FAILURE };
    let address = format!("127.0.0.1:{port}");
    let abstract_name = || SocketAddr::from_abstract_name(folder.as_os_str().as_encoded_bytes());
    let attempts: [(&str, &dyn Fn() -> bool); 12] = [
        ("open", &|| File::open(folder.join("file")).is_ok()),
        ("create", &|| File::create(folder.join(mode)).is_ok()),
        ("list", &|| fs::read_dir(folder).is_ok()),
        ("exec", &|| Command::new("/bin/true").spawn().is_ok_and(|mut child| child.wait().is_ok())),
        ("tcp-connect", &|| TcpStream::connect(&address).is_ok()),
        ("tcp-listen", &|| TcpListener::bind("127.0.0.1:0").is_ok()),
        ("unix-abstract", &|| abstract_name().is_ok_and(|name| UnixStream::connect_addr(&name).is_ok())),
        ("unix-path", &|| UnixStream::connect(folder.join("socket")).is_ok()),
        ("socket-pair", &|| UnixStream::pair().is_ok()),
        ("thread", &|| std::thread::Builder::new().spawn(|| ()).is_ok_and(|thread| thread.join().is_ok())),
        // Both are sockets, open for reading and writing: only the walls make them one-way.
        ("read-output", &|| rustix::io::read(io::stdout().as_fd(), &mut [0; 1]).is_ok()),
        ("write-input", &|| rustix::io::write(io::stdin().as_fd(), b"x").is_ok()),
    ];
    let through: Vec<&str> = attempts.iter().filter(|(_, attempt)| attempt()).map(|(name, _)| *name).collect();
    let numbers: Vec<String> = descriptors.iter().map(u32::to_string).collect();
    let line = format!("{enforced};{};{}\n", numbers.join(","), through.join(","));
    if io::stdout().write_all(line.as_bytes()).is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Open descriptors of this process, without the one that lists them, for which the words of `/proc/self/fdinfo` are as asked.
fn descriptors(is: impl Fn(&str) -> bool) -> BTreeSet<u32> {
    let open = fs::read_dir("/proc/self/fd").expect("/proc is mounted");
    let names = open.filter_map(Result::ok).filter(|entry| {
        let listing = fs::read_link(entry.path()).is_ok_and(|target| target.ends_with("fd"));
        let info = fs::read_to_string(Path::new("/proc/self/fdinfo").join(entry.file_name()));
        !listing && info.is_ok_and(|info| is(&info))
    });
    names.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

struct Said {
    enforced: u32,
    descriptors: BTreeSet<u32>,
    through: BTreeSet<String>,
}

struct Place {
    folder: PathBuf,
    tcp: TcpListener,
}

impl Place {
    /// Starts this program as the viewer starts its worker, but for sockets instead of pipes.
    fn said(&self, mode: &str) -> Said {
        use io::Read;
        let (mut ours, theirs) = UnixStream::pair().expect("there are sockets");
        // So that there is something to read on its output, if it could read there.
        ours.write_all(b"x").expect("it holds one byte");
        let (_input, its_input) = UnixStream::pair().expect("there are sockets");
        let port = self.tcp.local_addr().expect("it listens").port().to_string();
        let mut command = Command::new(std::env::current_exe().expect("it runs"));
        command.args(["--inside", mode]).arg(&self.folder).arg(port).env_clear().current_dir("/");
        command.stdin(Stdio::from(std::os::fd::OwnedFd::from(its_input)));
        command.stdout(Stdio::from(std::os::fd::OwnedFd::from(theirs))).stderr(Stdio::null());
        let mut child = command.spawn().expect("it starts");
        drop(command);
        let mut said = Vec::new();
        if let Err(error) = ours.read_to_end(&mut said) {
            // It ended without having read what lay there for it.
            assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
        }
        let said = String::from_utf8_lossy(&said);
        assert!(child.wait().expect("it ends").success(), "{mode}: {said}");
        let mut parts = said.trim_end().split(';');
        let mut list =
            || parts.next().unwrap_or_default().split(',').filter(|part| !part.is_empty()).map(str::to_owned);
        let enforced = list().next().and_then(|number| number.parse().ok()).expect("a number");
        let descriptors = list().filter_map(|number| number.parse().ok()).collect();
        Said { enforced, descriptors, through: list().collect() }
    }
}

fn names(lists: &[&[&str]]) -> BTreeSet<String> {
    lists.concat().into_iter().map(str::to_owned).collect()
}

fn outside() -> ExitCode {
    // What came without close-on-exec from the program that started the tests goes on to the child, and is not ours to judge.
    let inherited = descriptors(|info| {
        let flags = info.lines().find_map(|line| line.strip_prefix("flags:")).unwrap_or_default();
        u32::from_str_radix(flags.trim(), 8).is_ok_and(|flags| flags & 0o2_000_000 == 0)
    });
    let temporary = tempfile::tempdir().expect("there is room");
    let folder = temporary.path().to_owned();
    let _file = File::create(folder.join("file")).expect("there is room");
    let _socket = UnixListener::bind(folder.join("socket")).expect("the path is short");
    let name = SocketAddr::from_abstract_name(folder.as_os_str().as_encoded_bytes()).expect("the path is short");
    let _abstract = UnixListener::bind_addr(&name).expect("the name is free");
    let place = Place { folder, tcp: TcpListener::bind("127.0.0.1:0").expect("there is a port") };

    let tests: [(&str, &dyn Fn()); 4] = [
        ("without_walls_every_attempt_succeeds", &|| {
            assert_eq!(place.said("none").through, names(&[&FILES, &MORE, &CALLS]));
        }),
        ("landlock_alone_refuses_files_and_what_else_the_kernel_knows", &|| {
            let said = place.said("landlock");
            assert_eq!(said.enforced, LANDLOCK, "this kernel has Landlock, as the program needs");
            let expected = if kernel() >= (6, 12) { names(&[&CALLS]) } else { names(&[&CALLS, &MORE]) };
            assert!(said.through.is_subset(&expected), "{:?}", said.through);
            assert!(said.through.contains("thread"), "it is Landlock that answers here, not seccomp");
        }),
        ("nothing_gets_through_all_the_walls", &|| {
            let said = place.said("all");
            assert_eq!(said.enforced, LANDLOCK | SECCOMP);
            assert_eq!(said.through, BTreeSet::new());
        }),
        ("no_open_file_or_socket_goes_on_to_the_worker", &|| {
            let said = place.said("all");
            assert_eq!(&said.descriptors - &inherited, &BTreeSet::from([0, 1, 2]) - &inherited);
        }),
    ];
    let mut out = io::stdout();
    let mut failed = 0;
    for (name, test) in &tests {
        let passed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(test)).is_ok();
        failed += usize::from(!passed);
        drop(writeln!(out, "test {name} ... {}", if passed { "ok" } else { "FAILED" }));
    }
    let outcome = if failed == 0 { "ok" } else { "FAILED" };
    let passed = tests.len() - failed;
    drop(writeln!(
        out,
        "\ntest result: {outcome}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out"
    ));
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Major and minor version.
fn kernel() -> (u32, u32) {
    let release = rustix::system::uname().release().to_string_lossy().into_owned();
    let mut numbers = release.split('.').map(|part| part.parse().unwrap_or(0));
    (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0))
}
