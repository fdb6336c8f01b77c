//! One run: the common options, the session once it is unlocked, standard input.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal, Write as _};
use std::path::Path;
use std::sync::Arc;

use crate::attendant::AtTerminal;
use crate::cli::{Common, Force, MaybeOut};
use crate::ids::known;
use crate::out::{Place, Written};
use crate::problem::Problem;
use crate::shown::{Human, Shown};
use crate::{input, prompt, wholeness};
use chrono::{DateTime, NaiveDate, Utc};
use indicatif::{ProgressBar, ProgressStyle};
use reading::InWorker;
use serde_json::Value;
use vault::{
    ClockTrust, ExitClass, FileAge, Knowing, Memory, OfficerId, Passphrase, Reason, Session, Strength, Unlocking, Vault,
};
use words::Lang;

pub struct Context {
    pub common: Common,
    pub lang: Lang,
    session: Option<Session>,
    /// Several commands under one unlock, one object for each.
    pub batch: bool,
    /// What was said of the session already.
    told: BTreeSet<(String, BTreeMap<String, String>)>,
    /// What is to be said of a passphrase that was chosen.
    chosen: RefCell<Vec<Reason>>,
    /// Whether the kernel holds this process to the ports that the vault needs.
    pub confined: bool,
}

/// The system's clock: the one place of this program that asks the time.
pub fn clock() -> Arc<dyn vault::Clock> {
    Arc::new(Utc::now)
}

/// The time by that clock, where no vault is open yet.
pub fn now() -> DateTime<Utc> {
    clock().now()
}

/// Whether the clock stands at a time that can be written down: before 1970 and after 9999 none can.
///
/// # Errors
/// `clock_impossible`
pub fn clock_is_possible() -> Result<(), Problem> {
    const END_OF_9999: u64 = 253_402_300_800;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    if since.is_ok_and(|since| since.as_secs() < END_OF_9999) {
        Ok(())
    } else {
        Err(Problem::new("clock_impossible", ExitClass::Failed))
    }
}

impl Context {
    pub fn new(common: Common) -> Context {
        let lang = common.lang.map_or_else(locale, Lang::from);
        Context {
            common,
            lang,
            session: None,
            batch: false,
            told: BTreeSet::new(),
            chosen: RefCell::default(),
            confined: true,
        }
    }

    /// What is to be known of this workstation where one looks whether everything is as it should be.
    pub fn of_workstation(&self) -> Option<Vec<Reason>> {
        let unconfined = (!self.confined).then(|| Reason::new("network_not_held"));
        unconfined.map(|reason| vec![reason])
    }

    pub fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        crate::said::say(self.lang, key, args)
    }

    /// A day, in a sentence or behind its name.
    pub fn day(&self, day: NaiveDate) -> String {
        crate::said::day(self.lang, day)
    }

    /// An instant, as [`Context::day`].
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        crate::said::moment(self.lang, at)
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
        let dir = self.vault_dir()?;
        let vault = station::open(dir, clock()).map_err(|error| Problem::of_station(error, dir))?;
        let attendant = AtTerminal { lang: self.lang, json: self.common.json };
        Ok(vault
            .with_state_dir(state)
            .with_attendant(Arc::new(attendant))
            .with_text_reader(Arc::new(InWorker::BesideProgram)))
    }

    /// The session, if somebody has unlocked already.
    pub fn at_work(&mut self) -> Option<&mut Session> {
        self.session.as_mut()
    }

    /// Ends the session, if there is one: what is still to be written out may wait for its reader, and nothing is held
    /// meanwhile.
    pub fn end_session(&mut self) {
        self.session = None;
    }

    /// The session; the first call unlocks the vault.
    pub fn session(&mut self) -> Result<&mut Session, Problem> {
        let session = match self.session.take() {
            Some(session) => session,
            None => {
                let (vault, officer, passphrase) = self.credentials()?;
                self.unlock(&vault, &officer, &passphrase)?
            }
        };
        Ok(self.session.insert(session))
    }

    /// The session, in which a search finds everything: where words of documents are still to be written, they are first. Where
    /// they cannot be, lists say what they lack.
    ///
    /// # Errors
    /// As [`Context::session`].
    pub fn session_to_search(&mut self) -> Result<&mut Session, Problem> {
        self.session()?;
        let Some(mut session) = self.session.take() else { return self.session() };
        let mut bar: Option<ProgressBar> = None;
        let completed = session.complete_search(&mut |done, total| {
            bar.get_or_insert_with(|| self.bar(total)).set_position(done);
        });
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        match completed {
            Ok(())
            | Err(vault::Error::DiskFull | vault::Error::Busy | vault::Error::ReadOnly | vault::Error::Offline) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(self.session.insert(session))
    }

    /// Unlocks. Where this computer's clock stands far after the log, the person at the terminal is asked whether it is
    /// right.
    ///
    /// # Errors
    /// Those of [`Vault::unlock_with`]; `clock_far_ahead` where nobody can be asked, or does not say that it is right.
    pub fn unlock(&self, vault: &Vault, officer: &OfficerId, passphrase: &Passphrase) -> Result<Session, Problem> {
        // Where there is much to read, which is at the first unlock and after a long time.
        let mut bar: Option<ProgressBar> = None;
        let mut tell = |step| match step {
            Unlocking::Accepted => {}
            Unlocking::Reading { done, total } => bar.get_or_insert_with(|| self.bar(total)).set_position(done),
        };
        let unlocked =
            self.as_told(&mut |clock| vault.unlock_telling(officer, passphrase, self.knowing(clock), &mut tell));
        if let Some(bar) = bar {
            bar.finish_and_clear();
        }
        unlocked
    }

    /// A bar on a terminal; none in a pipe or with `--json`.
    pub fn bar(&self, of: u64) -> ProgressBar {
        if self.common.json || !io::stderr().is_terminal() {
            return ProgressBar::hidden();
        }
        let bar = ProgressBar::new(of);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar
    }

    /// Makes new keys for an officer, and gives their code. Asks as [`Context::unlock`] does.
    ///
    /// # Errors
    /// As [`Context::unlock`], and those of [`Vault::renew_keys`].
    pub fn renew_keys(
        &self,
        vault: &Vault,
        officer: &OfficerId,
        old: &Passphrase,
        new: &Passphrase,
    ) -> Result<String, Problem> {
        self.as_told(&mut |clock| vault.renew_keys(officer, old, new, self.knowing(clock), &mut |_| ()))
    }

    fn knowing(&self, clock: ClockTrust) -> Knowing {
        Knowing {
            memory: if self.common.without_memory { Memory::Lost } else { Memory::Expected },
            clock,
            file: if self.common.older_identity { FileAge::Older } else { FileAge::Latest },
        }
    }

    /// Does it again with a clock that a person says is right, where it is in doubt.
    fn as_told<T>(&self, act: &mut dyn FnMut(ClockTrust) -> Result<T, vault::Error>) -> Result<T, Problem> {
        let trust = if self.common.clock_is_right { ClockTrust::Confirmed } else { ClockTrust::Asked };
        match act(trust) {
            Err(far @ vault::Error::ClockFarAhead { .. }) => {
                let params = far.params();
                let problem = Problem::from(far);
                if !self.hears_that_the_clock_is_right(&problem, &params) {
                    return Err(problem);
                }
                Ok(act(ClockTrust::Confirmed)?)
            }
            done => Ok(done?),
        }
    }

    /// Asks until the answer is yes or no, or there is none.
    fn hears_that_the_clock_is_right(&self, problem: &Problem, params: &[(&str, String)]) -> bool {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return false;
        }
        let params: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let (yes, no) = (self.say("yes", &[]), self.say("no", &[]));
        let question = format!("{} ({yes}/{no}) ", self.say("ui-clock-title", &[]));
        let message = problem.spoken(self.lang).message;
        let mut prompt = format!("{message}\n{}\n{question}", self.say("ui-clock-text", &params));
        loop {
            let Ok(typed) = prompt::ask_openly(&prompt) else { return false };
            let answer = typed.trim().to_lowercase();
            match answer.as_str() {
                "" => {}
                answer if yes.starts_with(answer) => return true,
                answer if no.starts_with(answer) => return false,
                _ => {}
            }
            prompt.clone_from(&question);
        }
    }

    /// Where something goes.
    ///
    /// # Errors
    /// Those of [`Place::find`]; `out_in_batch` where objects stand on standard output already.
    pub fn place(&self, out: &Path, force: &Force) -> Result<Place, Problem> {
        let place = Place::find(out, force.force)?;
        if place.is_stdout() && self.batch && self.common.json {
            return Err(Problem::usage("out_in_batch"));
        }
        Ok(place)
    }

    /// Shows a text, or writes it where it was asked for: then the object says where.
    ///
    /// # Errors
    /// Those of [`Context::place`]; what cannot be written.
    pub fn put(&self, out: &MaybeOut, text: String, shown: impl FnOnce(&str) -> Value) -> Result<Shown, Problem> {
        let json = shown(&text);
        let Some(path) = &out.out else { return Ok(Shown::text(json, text)) };
        let place = self.place(path, &out.force)?;
        if place.is_stdout() {
            return Ok(Shown::text(json, text));
        }
        let written = place.put(text.as_bytes())?;
        Ok(self.put_there(out, written, json))
    }

    /// Says where something was written.
    pub fn put_there(&self, out: &MaybeOut, written: Written, mut json: Value) -> Shown {
        let path = out.out.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        if let Some(fields) = json.as_object_mut() {
            fields.insert("out".to_owned(), Value::from(path.clone()));
        }
        match written {
            Written::Whole(bytes) => {
                let said = self.say("cli-written-to", &[("path", &path), ("bytes", &bytes.to_string())]);
                Shown::text(json, said)
            }
            Written::Left => Shown { json, human: Human::Nothing, exit: 0 },
        }
    }

    /// What the officer at work should know and was not told yet; nothing where nobody unlocked or chose a passphrase.
    pub fn news(&mut self) -> Option<Vec<Reason>> {
        let mut news = self.chosen.take();
        match &mut self.session {
            Some(session) => {
                news.extend(wholeness::piece(session));
                news.extend(session.warnings());
                if session.failed_attempts() > 0 {
                    news.push(Reason::new("failed_attempts").with("count", session.failed_attempts().to_string()));
                }
            }
            None if news.is_empty() => return None,
            None => {}
        }
        news.retain(|reason| self.told.insert((reason.code.clone(), reason.params.clone())));
        Some(news)
    }

    /// The vault, who acts, and his passphrase.
    pub fn credentials(&self) -> Result<(Vault, OfficerId, Passphrase), Problem> {
        let vault = self.vault()?;
        let vault = if self.common.clock_is_right { vault.with_clock_confirmed() } else { vault };
        let officer = self.officer(&vault)?;
        let passphrase = self.passphrase("cli-ask-passphrase", officer.as_str())?;
        Ok((vault, officer, passphrase))
    }

    /// Who acts: as said, or the only officer that there is.
    fn officer(&self, vault: &Vault) -> Result<OfficerId, Problem> {
        if let Some(name) = &self.common.officer {
            return known(name);
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
            Some(path) => input::passphrase_in(path),
            None => self.ask(ask, officer),
        }
    }

    /// A new passphrase: from the file, else asked for twice. The person who types it is told at once how strong it is.
    ///
    /// # Errors
    /// That there is none; `passphrases_differ`; where it is typed, `passphrase_short` and `passphrase_weak`.
    pub fn new_passphrase(
        &self,
        file: Option<&Path>,
        officer: &str,
        judge: impl FnOnce(&Passphrase) -> Strength,
    ) -> Result<Passphrase, Problem> {
        if let Some(path) = file {
            let chosen = input::passphrase_in(path)?;
            self.told_to_be_weak(&judge(&chosen));
            return Ok(chosen);
        }
        let first = self.ask("cli-ask-new-passphrase", officer)?;
        let judged = judge(&first);
        self.told_to_be_weak(&judged);
        let Strength { step, enough, advice } = judged;
        let step = self.say(&format!("ui-strength-{step}"), &[]);
        let told = format!("{}\n", self.say("cli-strength", &[("step", &step)]));
        drop(io::stderr().lock().write_all(told.as_bytes()));
        if !enough {
            return Err(vault::Error::PassphraseWeak { reasons: advice }.into());
        }
        let second = self.ask("cli-ask-again", officer)?;
        if first.expose_secret() != second.expose_secret() {
            return Err(Problem::usage("passphrases_differ"));
        }
        Ok(first)
    }

    /// That a passphrase is easily guessed is said, where it is taken all the same.
    fn told_to_be_weak(&self, judged: &Strength) {
        if judged.enough && !judged.advice.is_empty() {
            self.chosen.borrow_mut().push(Reason::new("passphrase_weak"));
        }
    }

    /// Asks for a passphrase at the terminal.
    pub fn ask(&self, key: &str, officer: &str) -> Result<Passphrase, Problem> {
        if !io::stdin().is_terminal() {
            return Err(Problem::usage("no_passphrase"));
        }
        let asked = self.say(key, &[("officer", officer)]);
        let mut typed = prompt::ask(&format!("{asked} ")).map_err(|_| Problem::usage("no_passphrase"))?;
        Ok(Passphrase::new(std::mem::take(&mut *typed)))
    }
}

/// What the environment says, as POSIX orders it.
fn locale() -> Lang {
    let said: Vec<String> =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).collect();
    Lang::from_locales(said.iter().map(String::as_str))
}
