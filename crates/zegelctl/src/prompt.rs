//! Asking at the terminal: for a secret, or for a word. Whatever ends or stops the program during that, the terminal
//! shows typed text again.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

/// The longest line that a terminal hands over, in bytes.
const LONGEST: usize = 4096;

/// The prompt that waits for an answer.
static ASKING: Mutex<Option<Asking>> = Mutex::new(None);

struct Asking {
    terminal: File,
    before: Termios,
    prompt: String,
    typed: Typed,
}

/// What becomes of what is typed.
#[derive(Clone, Copy)]
enum Typed {
    Hidden,
    Shown,
}

/// Asks, and gives the line that is typed, without its end. It is not shown.
///
/// # Errors
/// Without a terminal; `UnexpectedEof` when the answer is Ctrl-D.
pub fn ask(prompt: &str) -> io::Result<Zeroizing<String>> {
    line(prompt, Typed::Hidden)
}

/// As [`ask`], for what is no secret: it is shown as it is typed.
///
/// # Errors
/// As [`ask`].
pub fn ask_openly(prompt: &str) -> io::Result<Zeroizing<String>> {
    line(prompt, Typed::Shown)
}

fn line(prompt: &str, typed: Typed) -> io::Result<Zeroizing<String>> {
    let terminal = File::options().read(true).write(true).open("/dev/tty")?;
    let _restored = Restored::after(&terminal, prompt, typed)?;
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST));
    let mut byte = Zeroizing::new([0_u8]);
    while (&terminal).read(byte.as_mut())? == 1 {
        match *byte {
            [b'\n'] => return text(&line),
            [other] if line.len() < LONGEST => line.push(other),
            _ => return Err(io::ErrorKind::InvalidInput.into()),
        }
    }
    if line.is_empty() { Err(io::ErrorKind::UnexpectedEof.into()) } else { text(&line) }
}

fn text(line: &[u8]) -> io::Result<Zeroizing<String>> {
    let text = std::str::from_utf8(line).map_err(|_| io::Error::from(io::ErrorKind::InvalidData))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Sets the terminal for an answer, and gives it back when the answer is there.
struct Restored;

impl Restored {
    fn after(terminal: &File, prompt: &str, typed: Typed) -> io::Result<Restored> {
        let mut asking = asking();
        let before = tcgetattr(terminal)?;
        let mut new = Asking { terminal: terminal.try_clone()?, before, prompt: prompt.to_owned(), typed };
        new.ask()?;
        *asking = Some(new);
        Ok(Restored)
    }
}

impl Drop for Restored {
    fn drop(&mut self) {
        if let Some(asked) = asking().take() {
            asked.restore();
        }
    }
}

impl Asking {
    fn ask(&mut self) -> io::Result<()> {
        let mut modes = self.before.clone();
        match self.typed {
            Typed::Hidden => modes.local_modes.remove(LocalModes::ECHO),
            Typed::Shown => modes.local_modes.insert(LocalModes::ECHO),
        }
        // The end of the line is shown: the next thing that is said begins on its own.
        modes.local_modes.insert(LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG);
        tcsetattr(&self.terminal, OptionalActions::Now, &modes)?;
        self.terminal.write_all(self.prompt.as_bytes())
    }

    fn restore(&self) {
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.before);
    }
}

/// A prompt whose terminal was given back. No other begins as long as this is held.
pub struct GivenBack(MutexGuard<'static, Option<Asking>>);

/// Gives the terminal back if a prompt waits. For anyone who is about to end or stop the program.
pub fn give_back() -> Option<GivenBack> {
    let asking = asking();
    asking.as_ref()?.restore();
    Some(GivenBack(asking))
}

impl GivenBack {
    /// Sets the terminal for the answer again and repeats the question.
    pub fn ask_again(&mut self) {
        if let Some(asking) = self.0.as_mut() {
            let _ = asking.ask();
        }
    }
}

fn asking() -> MutexGuard<'static, Option<Asking>> {
    ASKING.lock().unwrap_or_else(PoisonError::into_inner)
}
