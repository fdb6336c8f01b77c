//! The person at the terminal, for a hardware token whose plugin asks.

use std::fs::File;
use std::io::{self, Write as _};

use vault::{Attendant, Passphrase};
use words::Lang;

use crate::prompt;

/// Reads and answers at the terminal, also where standard error is for a program.
pub struct AtTerminal {
    pub lang: Lang,
    pub json: bool,
}

impl AtTerminal {
    fn say(&self, key: &str, said: &str) -> String {
        words::say(self.lang, key, &[("message", said)])
    }
}

impl Attendant for AtTerminal {
    fn hears(&self, message: &str) {
        let line = format!("{}\n", self.say("cli-token-says", message));
        // Nothing depends on it but the person who waits.
        if self.json {
            drop(
                File::options()
                    .write(true)
                    .open("/dev/tty")
                    .and_then(|mut terminal| terminal.write_all(line.as_bytes())),
            );
        } else {
            drop(io::stderr().lock().write_all(line.as_bytes()));
        }
    }

    fn confirms(&self, question: &str, yes: &str, no: Option<&str>) -> Option<bool> {
        let asked = self.say("cli-token-says", question);
        let (first, second) = (words::say(self.lang, "yes", &[]), words::say(self.lang, "no", &[]));
        let mut prompt = match no {
            Some(no) => format!("{asked}\n{first}: {yes}, {second}: {no}? "),
            None => format!("{asked}\n{first}: {yes}? "),
        };
        loop {
            let typed = prompt::ask_openly(&prompt).ok()?;
            let answer = typed.trim().to_lowercase();
            match answer.as_str() {
                "" => {}
                answer if first.starts_with(answer) => return Some(true),
                answer if second.starts_with(answer) => return if no.is_some() { Some(false) } else { None },
                _ => {}
            }
            prompt = format!("{first}/{second}? ");
        }
    }

    fn types(&self, question: &str) -> Option<String> {
        let typed = prompt::ask_openly(&format!("{} ", self.say("cli-token-says", question))).ok()?;
        Some(typed.to_string())
    }

    fn types_secret(&self, question: &str) -> Option<Passphrase> {
        let mut typed = prompt::ask(&format!("{} ", self.say("cli-token-says", question))).ok()?;
        Some(Passphrase::new(std::mem::take(&mut *typed)))
    }
}
