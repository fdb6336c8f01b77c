//! What the window stands on: the vault, the session of the officer at the window, the documents that are open,
//! the files that were picked.
//!
//! Owner of the rule that a locked window shows nothing: whatever was started before the lock ends in
//! [`Problem::locked`], and its answer is thrown away.

mod kept;
mod opened;
mod pin;
mod texts;
mod token;
mod wholeness;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

use chrono::{DateTime, Utc};
use reading::InWorker;
use tauri::ipc::Channel;
use vault::{ApprovalView, Flow, Knowing, OfficerId, Passphrase, Scans, Session, Unlocking, Vault};
use viewer::{Limits, Viewer};
use words::Lang;

pub use opened::{Attached, Decided, OpenedDocuments, ToBePrinted};
pub use pin::PinView;
pub use token::{AtWindow, TokenAnswer};

use crate::dialogs::{Dialogs, Picking};
use crate::ending::{self, AtWork};
use crate::events::{LockedBecause, ShellEvent};
use crate::picked::PickedFiles;
use crate::presence::{Away, Presence, Uptime};
use crate::problem::Problem;
use crate::workstation::{Preferences, Remembered, Size, Workstation};
use crate::{held, runtime};

/// What the window does when another size of text is chosen, as a factor.
type AtText = Box<dyn Fn(f64) + Send + Sync>;
type AtCopy = Box<dyn Fn(Visit, String) + Send + Sync>;

/// What holds the unlocked session for the window. A handle; clones are the same.
#[derive(Clone)]
pub struct Shell(Arc<Inner>);

struct Inner {
    vault: Vault,
    /// The program that renders documents.
    worker: PathBuf,
    /// Which visit is going on; 0 while locked.
    visit: AtomicU64,
    visits: AtomicU64,
    /// INVARIANT: a seat whose visit is not the one going on is never used again, and is dropped soon.
    seat: Mutex<Option<Seat>>,
    /// What threads that may block are doing.
    at_work: AtWork,
    opened: OpenedDocuments,
    picked: PickedFiles,
    /// Whether the filing that was begun last is to be stopped.
    stopping: Mutex<Stopping>,
    /// The same of sealing documents for present keys.
    stopping_rekeying: Mutex<Stopping>,
    /// The same of backing the vault up.
    stopping_backup: Mutex<Stopping>,
    /// The same of fetching what is to be kept here.
    stopping_fetching: Mutex<Stopping>,
    presence: Mutex<Presence>,
    locked_because: Mutex<LockedBecause>,
    pin: Mutex<pin::PinState>,
    kept: Mutex<kept::Kept>,
    language: Mutex<Lang>,
    /// What the last session said of the system's approval; nothing before the first.
    system: Mutex<Option<SystemStatus>>,
    page: Mutex<Option<Channel<ShellEvent>>>,
    token: AtWindow,
    /// What is wrong with the log, as it was found in the background.
    damage: Mutex<Option<Problem>>,
    /// Since when the page knows that the server of the log is not there.
    /// Since when the server of the log is not there, and the store of the objects, as the page was told last.
    offline_since: Mutex<(Option<String>, Option<String>)>,
    /// Up to which entry the page was told that others add some, where it is told.
    told: Mutex<Option<u64>>,
    dialogs: RwLock<Arc<dyn Dialogs>>,
    at_lock: RwLock<Option<Box<dyn Fn() + Send + Sync>>>,
    /// How the window makes its text so many times as large.
    at_text: RwLock<Option<AtText>>,
    /// How the window puts text into the clipboard.
    at_copy: RwLock<Option<AtCopy>>,
    workstation: Mutex<Workstation>,
}

/// What the system may hold. Known to the person who has unlocked, and still shown while it is locked again.
#[derive(Clone, Debug)]
pub struct SystemStatus {
    pub exercise: bool,
    pub approval: Option<ApprovalView>,
}

struct Seat {
    visit: u64,
    session: Session,
}

/// One visit of an officer: lets long work find out that the window was locked meanwhile.
#[derive(Clone)]
pub struct Visit {
    shell: Shell,
    number: u64,
}

/// Whether a person wants long work to be stopped. A handle; clones are the same.
#[derive(Clone, Default)]
pub struct Stopping(Arc<AtomicBool>);

impl Stopping {
    pub fn is_wanted(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

impl Visit {
    /// Whether the same officer is still at the window.
    pub fn goes_on(&self) -> bool {
        self.shell.0.visit.load(Ordering::SeqCst) == self.number
    }

    /// For work that asks at every step.
    pub fn flow(&self) -> Flow {
        if self.goes_on() { Flow::Continue } else { Flow::Stop }
    }
}

impl Shell {
    /// A locked shell on a vault. `worker` is the program that renders documents; after `patience` without a touch
    /// the shell locks itself.
    pub fn new(vault: Vault, worker: PathBuf, dialogs: Arc<dyn Dialogs>, patience: Duration) -> Self {
        let token = AtWindow::default();
        let vault =
            vault.with_attendant(Arc::new(token.clone())).with_text_reader(Arc::new(InWorker::At(worker.clone())));
        Self(Arc::new(Inner {
            vault,
            worker,
            visit: AtomicU64::new(0),
            visits: AtomicU64::new(0),
            seat: Mutex::new(None),
            at_work: AtWork::default(),
            opened: OpenedDocuments::default(),
            picked: PickedFiles::default(),
            stopping: Mutex::new(Stopping::default()),
            stopping_rekeying: Mutex::new(Stopping::default()),
            stopping_backup: Mutex::new(Stopping::default()),
            stopping_fetching: Mutex::new(Stopping::default()),
            presence: Mutex::new(Presence::new(patience, Uptime::now())),
            locked_because: Mutex::new(LockedBecause::Start),
            pin: Mutex::default(),
            kept: Mutex::default(),
            language: Mutex::new(Lang::En),
            system: Mutex::new(None),
            page: Mutex::new(None),
            token,
            damage: Mutex::new(None),
            offline_since: Mutex::default(),
            told: Mutex::new(None),
            dialogs: RwLock::new(dialogs),
            at_lock: RwLock::new(None),
            at_text: RwLock::new(None),
            at_copy: RwLock::new(None),
            workstation: Mutex::new(Workstation::default()),
        }))
    }

    pub fn vault(&self) -> &Vault {
        &self.0.vault
    }

    /// The time, by the clock that the vault was opened with.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.vault.now()
    }

    /// None where the viewing program is missing: opening a document says so.
    pub fn viewer(&self) -> Option<Viewer> {
        Viewer::at(self.worker(), Limits::default()).ok()
    }

    pub fn worker(&self) -> &Path {
        &self.0.worker
    }

    pub fn opened(&self) -> &OpenedDocuments {
        &self.0.opened
    }

    pub fn picked(&self) -> &PickedFiles {
        &self.0.picked
    }

    pub fn dialogs(&self) -> Arc<dyn Dialogs> {
        Arc::clone(&self.0.dialogs.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The dialogs of the window, once there is one.
    pub fn set_dialogs(&self, dialogs: Arc<dyn Dialogs>) {
        *self.0.dialogs.write().unwrap_or_else(PoisonError::into_inner) = dialogs;
    }

    /// A filing begins: gives what [`Shell::stop_filing`] will tell it.
    pub fn begins_filing(&self) -> Stopping {
        let stopping = Stopping::default();
        held(&self.0.stopping).clone_from(&stopping);
        stopping
    }

    /// The person at the window wants no more files to be registered. Waits for no session.
    pub fn stop_filing(&self) {
        held(&self.0.stopping).0.store(true, Ordering::SeqCst);
    }

    /// Documents begin to be sealed for present keys: gives what [`Shell::stop_rekeying`] will tell it.
    pub fn begins_rekeying(&self) -> Stopping {
        let stopping = Stopping::default();
        held(&self.0.stopping_rekeying).clone_from(&stopping);
        stopping
    }

    /// The person at the window wants no more of it. Waits for no session.
    pub fn stop_rekeying(&self) {
        held(&self.0.stopping_rekeying).0.store(true, Ordering::SeqCst);
    }

    /// The vault begins to be backed up: gives what [`Shell::stop_backup`] will tell it.
    pub fn begins_backup(&self) -> Stopping {
        let stopping = Stopping::default();
        held(&self.0.stopping_backup).clone_from(&stopping);
        stopping
    }

    /// The person at the window wants no more of it. Waits for nobody.
    pub fn stop_backup(&self) {
        held(&self.0.stopping_backup).0.store(true, Ordering::SeqCst);
    }

    /// What is to be kept here begins to be fetched: gives what [`Shell::stop_fetching`] will tell it.
    pub fn begins_fetching(&self) -> Stopping {
        let stopping = Stopping::default();
        held(&self.0.stopping_fetching).clone_from(&stopping);
        stopping
    }

    /// The person at the window wants no more of it. Waits for nobody.
    pub fn stop_fetching(&self) {
        held(&self.0.stopping_fetching).0.store(true, Ordering::SeqCst);
    }

    /// What the window does besides whenever the shell is locked. Called on whatever thread locks.
    pub fn at_lock(&self, act: impl Fn() + Send + Sync + 'static) {
        *self.0.at_lock.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
    }

    /// How the window puts text into the clipboard, as long as the visit goes on in which it was copied.
    pub fn at_copy(&self, act: impl Fn(Visit, String) + Send + Sync + 'static) {
        *self.0.at_copy.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
    }

    fn put_in_clipboard(&self, visit: &Visit, text: String) {
        if let Some(act) = self.0.at_copy.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            act(visit.clone(), text);
        }
    }

    /// How the window makes its text so many times as large as usual; it does so at once, as it is remembered.
    pub fn at_text(&self, act: impl Fn(f64) + Send + Sync + 'static) {
        *self.0.at_text.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
        self.resize_text();
    }

    /// Makes the text of the window as large as this workstation remembers.
    pub fn resize_text(&self) {
        let percent = self.preferences().text_percent.unwrap_or(100);
        if let Some(act) = self.0.at_text.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            act(f64::from(percent) / 100.0);
        }
    }

    pub fn language(&self) -> Lang {
        *held(&self.0.language)
    }

    pub fn set_language(&self, lang: Lang) {
        *held(&self.0.language) = lang;
    }

    /// Where the looks of the window are remembered from now on; without it, until the program ends.
    pub fn set_workstation(&self, workstation: Workstation) {
        *held(&self.0.workstation) = workstation;
    }

    /// What is remembered, as far as it is about this vault.
    pub fn preferences(&self) -> Preferences {
        Preferences::of(held(&self.0.workstation).remembered(), self.0.vault.id())
    }

    /// The size that the window had when it was closed last.
    pub fn window_size(&self) -> Option<Size> {
        held(&self.0.workstation).remembered().window
    }

    /// Remembers how the window is to look.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn remember(&self, change: impl FnOnce(&mut Remembered)) -> io::Result<()> {
        held(&self.0.workstation).remember(change)
    }

    pub fn system(&self) -> Option<SystemStatus> {
        held(&self.0.system).clone()
    }

    pub fn locked_because(&self) -> LockedBecause {
        *held(&self.0.locked_because)
    }

    pub fn patience(&self) -> Duration {
        held(&self.0.presence).patience()
    }

    /// Somebody is at the window.
    pub fn touch(&self) {
        held(&self.0.presence).touch(Uptime::now());
    }

    /// Where the page wants to hear of events from now on.
    pub fn listen(&self, page: Channel<ShellEvent>) {
        self.0.token.listen(page.clone());
        *held(&self.0.page) = Some(page);
    }

    /// Where a hardware token is attended to.
    pub fn token(&self) -> &AtWindow {
        &self.0.token
    }

    /// Tells the page something, if it listens.
    pub fn send(&self, event: ShellEvent) {
        if let Some(page) = held(&self.0.page).as_ref() {
            // A page that is gone or being reloaded asks for the state itself.
            let _ = page.send(event);
        }
    }

    /// Unlocks for an officer, and has a look at the new session. Blocks for as long as the passphrase takes.
    pub fn unlock<T>(
        &self,
        officer: &OfficerId,
        passphrase: &Passphrase,
        knowing: Knowing,
        look: impl FnOnce(&mut Session) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        // A wrong passphrase at a window that locked itself leaves its PIN.
        if self.visit().is_some() {
            self.lock(LockedBecause::User);
        }
        let session = self.0.vault.unlock_telling(officer, passphrase, knowing, &mut |step| self.tell(step))?;
        self.forget_pin();
        self.sit_down(officer, session, look)
    }

    /// Puts an officer at the window.
    fn sit_down<T>(
        &self,
        officer: &OfficerId,
        mut session: Session,
        look: impl FnOnce(&mut Session) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        // Nobody who files waits for OCR.
        session.read_scans(Scans::Later);
        let seen = look(&mut session)?;
        self.note_system(&session);
        self.expect_drafts(&session);
        // Who cannot be remembered here chooses again the next time, which is no reason to keep him out.
        let _ = self.remember(|here| {
            here.last_officer.insert(self.0.vault.id().to_owned(), officer.to_string());
        });
        let mut seat = self.seat();
        let visit = self.0.visits.fetch_add(1, Ordering::SeqCst) + 1;
        *seat = Some(Seat { visit, session });
        self.touch();
        self.0.visit.store(visit, Ordering::SeqCst);
        drop(seat);
        let visit = Visit { shell: self.clone(), number: visit };
        self.watch_over_log(visit.clone());
        self.read_late_texts(visit);
        Ok(seen)
    }

    /// Tells the page how far an unlock has come.
    fn tell(&self, step: Unlocking) {
        self.send(match step {
            Unlocking::Accepted => ShellEvent::Accepted,
            Unlocking::Reading { done, total } => ShellEvent::Reading { done, total },
        });
    }

    /// Makes new keys for an officer, and unlocks with them; `passphrases`: the present and the next. Where that fails, the
    /// officer who is at work stays.
    pub fn renew_keys<T>(
        &self,
        officer: &OfficerId,
        passphrases: (&Passphrase, &Passphrase),
        knowing: Knowing,
        look: impl FnOnce(&mut Session) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (current, next) = passphrases;
        self.0.vault.renew_keys(officer, current, next, knowing, &mut |_| ())?;
        self.unlock(officer, next, knowing, look)
    }

    /// What is wrong with the log, if something was found to be.
    pub fn damage(&self) -> Option<Problem> {
        held(&self.0.damage).clone()
    }

    fn note_damage(&self, problem: Option<Problem>) {
        *held(&self.0.damage) = problem;
    }

    /// Locks at once: from here on nothing answers, open documents and picked files are gone, and the keys are
    /// dropped as soon as work in progress has noticed.
    pub fn lock(&self, because: LockedBecause) {
        let was_open = self.0.visit.swap(0, Ordering::SeqCst) != 0;
        self.0.token.leave();
        self.0.opened.close_all();
        self.0.picked.forget_all();
        self.end_pin(because);
        if !was_open {
            return;
        }
        *held(&self.0.locked_because) = because;
        self.send(ShellEvent::Locked { because });
        if let Some(act) = self.0.at_lock.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            act();
        }
        let shell = self.clone();
        runtime().spawn_blocking(move || {
            let mut seat = shell.seat();
            if seat.as_ref().is_some_and(|seat| seat.visit != shell.0.visit.load(Ordering::SeqCst)) {
                *seat = None;
            }
        });
    }

    /// Locks, and waits until what was at work has stopped and the keys are dropped: for the end of the program.
    pub fn leave(&self) {
        self.lock(LockedBecause::User);
        self.0.at_work.wait(ending::LONGEST);
        // An officer who was coming in meanwhile is not let in.
        self.lock(LockedBecause::User);
        *self.seat() = None;
    }

    /// The visit that goes on now.
    pub fn visit(&self) -> Option<Visit> {
        match self.0.visit.load(Ordering::SeqCst) {
            0 => None,
            number => Some(Visit { shell: self.clone(), number }),
        }
    }

    /// Asks a person for files or a folder, in a dialog of this title. What is picked counts for the visit in which it was asked for.
    ///
    /// # Errors
    /// `locked`, where nobody is at the window, or somebody else than when it was asked.
    pub async fn ask<T>(
        &self,
        title: &str,
        pick: impl FnOnce(&dyn Dialogs, String) -> Picking<T>,
    ) -> Result<(Visit, T), Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let picking = pick(&*self.dialogs(), words::say(self.language(), title, &[]));
        let picked = picking.await;
        if visit.goes_on() { Ok((visit, picked)) } else { Err(Problem::locked()) }
    }

    /// Does something in the session, blocking, one after the other.
    pub fn act<T>(&self, act: impl FnOnce(&mut Session, &Visit) -> Result<T, Problem>) -> Result<T, Problem> {
        let visit = self.visit().ok_or_else(Problem::locked)?;
        let mut seat = self.seat();
        let session = match seat.as_mut() {
            Some(seat) if seat.visit == visit.number => &mut seat.session,
            _ => return Err(Problem::locked()),
        };
        if !visit.goes_on() {
            return Err(Problem::locked());
        }
        let answer = act(session, &visit);
        self.note_system(session);
        let stopped = answer.as_ref().err().and_then(|problem| stops(problem, session.id()));
        if let Some(because) = stopped {
            // From here on nothing answers, and why is said.
            self.lock(because);
            return answer;
        }
        if visit.goes_on() { answer } else { Err(Problem::locked()) }
    }

    /// Does something in the session on a thread that may block.
    pub async fn with<T, F>(&self, act: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&mut Session, &Visit) -> Result<T, Problem> + Send + 'static,
    {
        let shell = self.clone();
        self.blocking(move || shell.act(act)).await
    }

    /// Does something on a thread that may block.
    pub async fn blocking<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce() -> Result<T, Problem> + Send + 'static,
    {
        self.0.at_work.blocking(work).await
    }

    /// Locks when nobody is at the window any more. Called about once a second.
    pub fn look_around(&self) {
        let away = held(&self.0.presence).away(Uptime::now());
        if self.visit().is_none() {
            if away == Some(Away::Slept) {
                self.forget_pin();
            }
            // Wipes one whose time is over.
            drop(self.pin());
            return;
        }
        match away {
            Some(Away::Idle) => self.lock(LockedBecause::Idle),
            Some(Away::Slept) => self.lock(LockedBecause::Suspend),
            None => {}
        }
    }

    /// Reads on, and does some of what the session does in the background. Called every few seconds; a hundredth of a second where
    /// there is something to do.
    pub fn attend(&self) {
        if self.visit().is_some() {
            // What cannot be done now is done later, and what locks has locked.
            let _ = self.act(|session, _| Ok(session.attend()?));
            let _ = self.act(|session, _| {
                self.tell_of(session.entries_read());
                Ok(())
            });
            let since = (self.offline_since(), self.objects_offline_since());
            let before = std::mem::replace(&mut *held(&self.0.offline_since), since.clone());
            if before != since {
                let (offline_since, objects_offline_since) = since;
                self.send(ShellEvent::Connection { offline_since, objects_offline_since });
            }
        }
    }

    /// From now on the page is told when the log grows: others work elsewhere.
    pub fn tell_of_others(&self) {
        *held(&self.0.told) = Some(0);
    }

    fn tell_of(&self, entries: u64) {
        let mut told = held(&self.0.told);
        if told.is_some_and(|before| before != entries) {
            *told = Some(entries);
            self.send(ShellEvent::Moved);
        }
    }

    /// Since when the server of a shared vault's log is not there, while it is not.
    pub fn offline_since(&self) -> Option<String> {
        self.vault().offline_since().map(label::time::to_the_second)
    }

    /// The same of the store of its objects.
    pub fn objects_offline_since(&self) -> Option<String> {
        self.vault().objects_offline_since().map(label::time::to_the_second)
    }

    /// Files were dropped on the window.
    pub fn dropped(&self, paths: Vec<PathBuf>) {
        self.send(ShellEvent::FilesHover { over: false });
        if let Some(visit) = self.visit() {
            let picked = self.0.picked.take(paths, self.viewer().as_ref(), || visit.goes_on());
            self.send(ShellEvent::FilesDropped { picked });
        }
    }

    fn note_system(&self, session: &Session) {
        let now = SystemStatus { exercise: session.exercise(), approval: session.approval() };
        *held(&self.0.system) = Some(now);
    }

    /// The seat, emptied if a command broke off in the middle of something.
    fn seat(&self) -> MutexGuard<'_, Option<Seat>> {
        self.0.seat.lock().unwrap_or_else(|broken| {
            let mut seat = broken.into_inner();
            *seat = None;
            self.0.seat.clear_poison();
            seat
        })
    }
}

/// Whether the officer at the window was stopped while he was there.
fn stops(problem: &Problem, officer: &OfficerId) -> Option<LockedBecause> {
    // Of a second officer it may be said as well, who opens together with him.
    let his = problem.params.get("officer").is_some_and(|of| of == officer.as_str());
    match problem.code.as_str() {
        "disabled" => Some(LockedBecause::Disabled),
        "frozen" => Some(LockedBecause::Frozen),
        "identity_replaced" if his => Some(LockedBecause::Revoked),
        _ => None,
    }
}
