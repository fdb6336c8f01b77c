//! Tries, from inside the walls, everything that they must refuse, and says what got through. For tests only.

use std::fs;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::process::{Command, ExitCode};

type Attempt = (&'static str, fn() -> bool);

fn main() -> ExitCode {
    let Ok(enforced) = viewer::sandbox::lock_down() else { return ExitCode::from(2) };
    let attempts: [Attempt; 8] = [
        ("open", || fs::File::open("/etc/passwd").is_ok()),
        ("create", || fs::File::create("/tmp/zegel-viewer-probe").is_ok()),
        ("list", || fs::read_dir("/").is_ok()),
        ("connect", || TcpStream::connect("127.0.0.1:9").map_or_else(|e| e.raw_os_error() != Some(libc::EPERM), |_| true)),
        ("listen", || TcpListener::bind("127.0.0.1:0").is_ok()),
        ("unix", || UnixStream::pair().is_ok()),
        ("exec", || Command::new("/bin/true").spawn().is_ok()),
        ("thread", || std::thread::Builder::new().spawn(|| ()).is_ok()),
    ];
    let through: Vec<&str> = attempts.iter().filter(|(_, attempt)| attempt()).map(|(name, _)| *name).collect();
    let written = writeln!(std::io::stdout(), "{enforced} {}", through.join(","));
    if through.is_empty() && written.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
