//! A process that works behind walls, and what is said to it: within a time, or it is ended.

use std::fmt;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal};

/// How often somebody is asked whether the work is to go on.
const ASKS: Duration = Duration::from_millis(100);

/// Whether somebody wants the work to end: asked several times a second while a process works.
#[derive(Clone)]
pub struct Stop(Arc<dyn Fn() -> bool + Send + Sync>);

impl Stop {
    pub fn when(wanted: impl Fn() -> bool + Send + Sync + 'static) -> Stop {
        Stop(Arc::new(wanted))
    }

    pub fn is_wanted(&self) -> bool {
        (self.0)()
    }
}

impl Default for Stop {
    /// Nobody ever does.
    fn default() -> Stop {
        Stop::when(|| false)
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stop")
    }
}

/// Dropping it ends the process.
pub struct Process {
    child: Arc<Mutex<Child>>,
    to: ChildStdin,
    from: ChildStdout,
    stop: Stop,
}

/// Why nothing came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    Late,
    Ended,
    /// Somebody wanted the work to end.
    Stopped,
}

impl Process {
    /// Starts it with nothing of this program but two pipes.
    ///
    /// # Errors
    /// Why it does not start.
    pub fn start(mut command: Command, stop: &Stop) -> io::Result<Process> {
        command.env_clear().current_dir("/");
        // In a group of its own: Ctrl-C is for the program that started it, which ends it; and with it ends what it may have started.
        command.process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = start(command)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        Ok(Process { child: Arc::new(Mutex::new(child)), to, from, stop: stop.clone() })
    }

    /// Whether somebody wants the work to end.
    pub fn is_stopped(&self) -> bool {
        self.stop.is_wanted()
    }

    /// The most memory that it had at a time, in bytes. None where the kernel does not say, as when it has ended.
    pub fn most_resident(&self) -> Option<u64> {
        let id = self.child.lock().unwrap_or_else(PoisonError::into_inner).id();
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
    }

    /// What is said to it, where somebody else watches the time.
    pub fn to(&mut self) -> &mut ChildStdin {
        &mut self.to
    }

    /// Does it within the time, and as long as nobody wants it to end, or ends the process.
    ///
    /// # Errors
    /// That it took too long, or ended, or was stopped.
    pub fn within<T>(
        &mut self,
        limit: Duration,
        work: impl FnOnce(&mut ChildStdin, &mut ChildStdout) -> io::Result<T>,
    ) -> Result<T, Unanswered> {
        let (done, waits) = mpsc::channel::<()>();
        let (child, stop) = (Arc::clone(&self.child), self.stop.clone());
        let watch = thread::spawn(move || {
            let why = why_it_ends(&waits, limit, &stop);
            if why.is_some() {
                end(&child);
            }
            why
        });
        let outcome = work(&mut self.to, &mut self.from);
        drop(done);
        match (watch.join().unwrap_or(Some(Unanswered::Late)), outcome) {
            (Some(why), _) => Err(why),
            // Another that works for the same was ended before this one was, and it came to its end without that.
            (None, _) if self.stop.is_wanted() => Err(Unanswered::Stopped),
            (None, Ok(value)) => Ok(value),
            (None, Err(_)) => Err(Unanswered::Ended),
        }
    }
}

/// Waits until the work is done: then there is no reason to end the process.
fn why_it_ends(waits: &mpsc::Receiver<()>, limit: Duration, stop: &Stop) -> Option<Unanswered> {
    let begun = Instant::now();
    loop {
        let left = limit.saturating_sub(begun.elapsed());
        match waits.recv_timeout(left.min(ASKS)) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if stop.is_wanted() => return Some(Unanswered::Stopped),
            Err(RecvTimeoutError::Timeout) if begun.elapsed() >= limit => return Some(Unanswered::Late),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        end(&self.child);
    }
}

/// A worker ends with the *thread* that started it: so one thread starts them all, and lives as long as the program.
fn start(command: Command) -> io::Result<Child> {
    type Order = (Command, mpsc::Sender<io::Result<Child>>);
    static STARTER: OnceLock<mpsc::Sender<Order>> = OnceLock::new();
    let starter = STARTER.get_or_init(|| {
        let (to, orders) = mpsc::channel::<Order>();
        let work = move || orders.into_iter().for_each(|(mut command, answer)| drop(answer.send(command.spawn())));
        // Where no thread can be had, the other end is dropped here, and every order fails.
        drop(thread::Builder::new().name("viewer-starter".to_owned()).spawn(work));
        to
    });
    let (answer, started) = mpsc::channel();
    starter.send((command, answer)).map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?;
    started.recv().map_err(|_| io::Error::from(io::ErrorKind::BrokenPipe))?
}

/// Kills and buries. Already gone is as good.
fn end(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    if let (Ok(None), Some(group)) = (child.try_wait(), i32::try_from(child.id()).ok().and_then(Pid::from_raw)) {
        // What a program in its place has started would keep the pipe open.
        let _ = rustix::process::kill_process_group(group, Signal::KILL);
    }
    drop(child.kill());
    drop(child.wait());
}
