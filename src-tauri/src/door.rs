//! What there is before a vault is open, and in addition to it: who may be asked for a folder, who does errands at servers, where the file of
//! secrets is that was picked.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use vault::Clock;
use words::Lang;

use crate::dialogs::Dialogs;
use crate::ending::{self, AtWork};
use crate::errands::Errands;
use crate::held;
use crate::problem::Problem;
use crate::restoring::Restoring;
use crate::workstation::{Preferences, Remembered, Workstation};

/// Makes the text of the window so many times as large as usual.
type Enlarges = Box<dyn Fn(f64) + Send + Sync>;

/// A handle; clones are the same.
#[derive(Clone, Default)]
pub struct Door(Arc<Inner>);

#[derive(Default)]
struct Inner {
    errands: Errands,
    is_first: bool,
    /// The folder of a vault that lies in it.
    vault: Option<PathBuf>,
    clock: Option<Arc<dyn Clock>>,
    language: Mutex<Lang>,
    /// How the first window looks; the one of a vault has its own, which reads the same file.
    workstation: Mutex<Workstation>,
    at_text: RwLock<Option<Enlarges>>,
    secrets: Mutex<Option<PathBuf>>,
    restoring: Restoring,
    at_work: AtWork,
    dialogs: RwLock<Option<Arc<dyn Dialogs>>>,
    at_end: RwLock<Option<Box<dyn Fn() + Send + Sync>>>,
}

impl Door {
    /// Of a program that was opened on no vault.
    pub fn first(errands: Errands, language: Lang, clock: Arc<dyn Clock>) -> Self {
        let (clock, language) = (Some(clock), Mutex::new(language));
        Self(Arc::new(Inner { errands, is_first: true, clock, language, ..Inner::default() }))
    }

    /// Of one that was opened on a vault; `vault`: its folder, where all of it lies in it.
    pub fn beside(errands: Errands, vault: Option<&Path>) -> Self {
        Self(Arc::new(Inner { errands, vault: vault.map(Path::to_owned), ..Inner::default() }))
    }

    pub fn errands(&self) -> &Errands {
        &self.0.errands
    }

    pub fn restoring(&self) -> &Restoring {
        &self.0.restoring
    }

    /// What a vault goes by that is founded here.
    ///
    /// # Errors
    /// `internal` in a program that was opened on one.
    pub fn clock(&self) -> Result<Arc<dyn Clock>, Problem> {
        self.0.clock.clone().ok_or_else(|| Problem::new("internal"))
    }

    pub fn is_first(&self) -> bool {
        self.0.is_first
    }

    pub fn vault(&self) -> Option<PathBuf> {
        self.0.vault.clone()
    }

    pub fn language(&self) -> Lang {
        *held(&self.0.language)
    }

    pub fn speak(&self, lang: Lang) {
        *held(&self.0.language) = lang;
    }

    /// Where the looks of the window are remembered from now on; what was chosen there before holds.
    pub fn set_workstation(&self, workstation: Workstation) {
        if let Some(lang) = workstation.remembered().language {
            self.speak(lang);
        }
        *held(&self.0.workstation) = workstation;
    }

    /// What is remembered, of no vault.
    pub fn preferences(&self) -> Preferences {
        Preferences::of(held(&self.0.workstation).remembered(), "")
    }

    /// Remembers how the window is to look, which it does at once.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remember(&self, change: impl FnOnce(&mut Remembered)) -> io::Result<()> {
        let done = held(&self.0.workstation).remember(change);
        self.resize_text();
        done
    }

    /// How the window makes its text so many times as large as usual; it does so at once, as it is remembered.
    pub fn at_text(&self, act: impl Fn(f64) + Send + Sync + 'static) {
        *self.0.at_text.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
        self.resize_text();
    }

    fn resize_text(&self) {
        let percent = self.preferences().text_percent.unwrap_or(100);
        if let Some(act) = self.0.at_text.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            act(f64::from(percent) / 100.0);
        }
    }

    pub fn set_dialogs(&self, dialogs: Arc<dyn Dialogs>) {
        *self.0.dialogs.write().unwrap_or_else(PoisonError::into_inner) = Some(dialogs);
    }

    /// How the program ends.
    pub fn at_end(&self, end: impl Fn() + Send + Sync + 'static) {
        *self.0.at_end.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(end));
    }

    /// Ends the program.
    pub fn leave(&self) {
        if let Some(end) = self.0.at_end.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            end();
        }
    }

    /// Stops what is at work, and waits until it has: for the end of the program.
    pub fn stop_work(&self) {
        self.0.restoring.stop();
        self.0.errands.stop();
        self.0.at_work.wait(ending::LONGEST);
    }

    fn dialogs(&self) -> Option<Arc<dyn Dialogs>> {
        self.0.dialogs.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Before there is a vault, and only then.
    ///
    /// # Errors
    /// `internal` in a program that was opened on one.
    pub async fn pick_folder(&self, title: &str) -> Result<Option<PathBuf>, Problem> {
        if !self.0.is_first {
            return Err(Problem::new("internal"));
        }
        let Some(dialogs) = self.dialogs() else { return Ok(None) };
        Ok(dialogs.folder(words::say(self.language(), title, &[])).await)
    }

    pub async fn pick_file(&self, title: &str) -> Option<PathBuf> {
        self.dialogs()?.file(words::say(self.language(), title, &[])).await
    }

    pub fn keep_secrets(&self, file: PathBuf) {
        *held(&self.0.secrets) = Some(file);
    }

    /// The file of secrets that was picked.
    ///
    /// # Errors
    /// `not_picked`.
    pub fn secrets(&self) -> Result<PathBuf, Problem> {
        held(&self.0.secrets).clone().ok_or_else(|| Problem::new("not_picked"))
    }

    /// Does something on a thread that may block.
    pub async fn blocking<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce() -> Result<T, Problem> + Send + 'static,
    {
        self.0.at_work.blocking(work).await
    }
}
