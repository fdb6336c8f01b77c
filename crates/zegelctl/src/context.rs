//! One run: what was said in common, the session once it is unlocked, standard input.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use vault::{ExitClass, Memory, OfficerId, Passphrase, Session, Vault};
use words::Lang;
use zeroize::Zeroizing;

use crate::cli::Common;
use crate::problem::Problem;

/// Longest passphrase that is read, in bytes.
const PASSPHRASE_LIMIT: usize = 4096;

pub struct Context {
    pub common: Common,
    pub lang: Lang,
    session: Option<Session>,
}

/// The system's clock: the one place of this program that asks the time.
pub fn clock() -> Arc<dyn vault::Clock> {
    Arc::new(Timestamp::now)
}

impl Context {
    pub fn new(common: Common) -> Context {
        let lang = common.lang.map_or_else(locale, Lang::from);
        Context { common, lang, session: None }
    }

    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        words::say(self.lang, key, args)
    }

    /// Headings of a table, by the end of their keys.
    pub fn head(&self, columns: &[&str]) -> Vec<String> {
        columns.iter().map(|c| self.say(&format!("cli-col-{c}"), &[])).collect()
    }

    /// The vault's folder as given.
    pub fn vault_dir(&self) -> Result<&Path, Problem> {
        self.common.vault.as_deref().ok_or_else(|| Problem::usage("no_vault"))
    }

    pub fn vault(&self) -> Result<Vault, Problem> {
        let state = vault::state_dir(std::env::var_os("XDG_STATE_HOME"), std::env::var_os("HOME"));
        Ok(Vault::open(self.vault_dir()?, clock())?.with_state_dir(state))
    }

    /// The session; the first call unlocks the vault.
    pub fn session(&mut self) -> Result<&mut Session, Problem> {
        if self.session.is_none() {
            let vault = self.vault()?;
            let officer = self.officer(&vault)?;
            let passphrase = self.passphrase("cli-ask-passphrase", officer.as_str())?;
            let memory = if self.common.without_memory { Memory::Lost } else { Memory::Expected };
            self.session = Some(vault.unlock_with(&officer, &passphrase, memory)?);
        }
        self.session.as_mut().ok_or_else(|| Problem::new("state", ExitClass::Failed))
    }

    /// Who acts: as said, or the only officer that there is.
    fn officer(&self, vault: &Vault) -> Result<OfficerId, Problem> {
        if let Some(name) = &self.common.officer {
            return Ok(OfficerId::parse(name)?);
        }
        let mut all = vault.officers()?.into_iter();
        match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            _ => Err(Problem::usage("no_officer")),
        }
    }

    /// From the file that was named, else from the terminal.
    pub fn passphrase(&self, ask: &str, officer: &str) -> Result<Passphrase, Problem> {
        match self.common.passphrase_file.as_deref() {
            Some(path) => passphrase_from(path),
            None => self.ask(ask, officer),
        }
    }

    /// A new passphrase: from the file, else asked for twice.
    pub fn new_passphrase(&self, file: Option<&Path>, officer: &str) -> Result<Passphrase, Problem> {
        if let Some(path) = file {
            return passphrase_from(path);
        }
        let mut first = self.ask_text("cli-ask-new-passphrase", officer)?;
        let second = self.ask_text("cli-ask-again", officer)?;
        if *first != *second {
            return Err(Problem::usage("passphrases_differ"));
        }
        Ok(Passphrase::new(std::mem::take(&mut *first)))
    }

    fn ask(&self, key: &str, officer: &str) -> Result<Passphrase, Problem> {
        Ok(Passphrase::new(std::mem::take(&mut *self.ask_text(key, officer)?)))
    }

    fn ask_text(&self, key: &str, officer: &str) -> Result<Zeroizing<String>, Problem> {
        if !io::stdin().is_terminal() {
            return Err(Problem::usage("no_passphrase"));
        }
        let prompt = self.say(key, &[("officer", officer)]);
        rpassword::prompt_password(format!("{prompt} "))
            .map(Zeroizing::new)
            .map_err(|_| Problem::usage("no_passphrase"))
    }
}

fn passphrase_from(path: &Path) -> Result<Passphrase, Problem> {
    let mut line = if path == Path::new("-") {
        first_line(&mut io::stdin().lock())
    } else {
        std::fs::File::open(path).and_then(|file| first_line(&mut io::BufReader::new(file)))
    }
    .map_err(|error| Problem::file(path, &error))?;
    Ok(Passphrase::new(std::mem::take(&mut *line)))
}

/// Reads byte by byte up to the line's end, so that what follows stays for whoever reads next.
fn first_line(from: &mut dyn BufRead) -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(Vec::with_capacity(PASSPHRASE_LIMIT));
    let mut byte = Zeroizing::new([0u8]);
    while from.read(byte.as_mut())? == 1 {
        let [b] = *byte;
        if b == b'\n' {
            break;
        }
        if line.len() == PASSPHRASE_LIMIT {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "the first line is too long for a passphrase"));
        }
        line.push(b);
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    let text = std::str::from_utf8(&line).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not UTF-8"))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// What the environment says, as POSIX orders it.
fn locale() -> Lang {
    let said: Vec<String> =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).collect();
    Lang::from_locales(said.iter().map(String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passphrase_is_the_first_line_and_leaves_the_rest() {
        let mut input: &[u8] = b"exercise\r\ndoc list\n";
        assert_eq!(first_line(&mut input).expect("readable").as_str(), "exercise");
        assert_eq!(input, b"doc list\n");
    }

    #[test]
    fn a_passphrase_without_end_is_refused() {
        let endless = vec![b'x'; PASSPHRASE_LIMIT + 1];
        assert!(first_line(&mut endless.as_slice()).is_err());
    }
}
