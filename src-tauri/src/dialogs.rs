//! Dialogs for files and folders. They are Rust's: the page asks for one, and learns names, never paths.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::time::Duration;

use gtk::glib::ControlFlow;
use tauri::{AppHandle, Manager, Wry};

use crate::WINDOW;

/// What a person picked, once they did.
pub type Picking<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// How the shell asks a person for files; tests answer in their place.
pub trait Dialogs: Send + Sync {
    /// Empty when the person thought better of it.
    fn files(&self, title: String) -> Picking<Vec<PathBuf>>;
    fn file(&self, title: String) -> Picking<Option<PathBuf>>;
    fn folder(&self, title: String) -> Picking<Option<PathBuf>>;
    /// A file to write; `name` is proposed. Whether there is one already is for the code that writes it.
    fn save(&self, title: String, name: &'static str) -> Picking<Option<PathBuf>>;
}

/// The dialogs of GTK, over the one window.
pub struct GtkDialogs(AppHandle<Wry>);

impl GtkDialogs {
    pub fn new(app: AppHandle<Wry>) -> Self {
        Self(app)
    }

    fn ask(&self, title: String, action: gtk::FileChooserAction, ask: Ask) -> Picking<Vec<PathBuf>> {
        use gtk::prelude::*;

        let (answer, mut answered) = tokio::sync::mpsc::channel(1);
        let app = self.0.clone();
        let shown = self.0.run_on_main_thread(move || {
            let parent = app.get_webview_window(WINDOW).and_then(|window| window.gtk_window().ok());
            let dialog = gtk::FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
            match ask {
                Ask::One => {}
                Ask::Many => dialog.set_select_multiple(true),
                Ask::New(name) => dialog.set_current_name(name),
            }
            dialog.set_local_only(true);
            dialog.set_modal(true);
            // Else it begins with what other programs had open last, where no path can be typed and no folder be made.
            dialog.set_current_folder(LAST.with_borrow(Clone::clone).unwrap_or_else(gtk::glib::home_dir));
            // It lives until it is answered, or until the window locks.
            OPEN.with_borrow_mut(|open| open.push((dialog.clone(), answer.clone())));
            dialog.connect_response(move |dialog, response| {
                let paths = if response == gtk::ResponseType::Accept { dialog.filenames() } else { Vec::new() };
                leave_no_trace(&paths);
                LAST.with_borrow_mut(|last| {
                    *last = paths.first().and_then(|path| folder_of(path, action)).or(last.take())
                });
                let _ = answer.try_send(paths);
                // Dropped after the list is free again: the end of a dialog may look at it.
                let _done: Vec<_> =
                    OPEN.with_borrow_mut(|open| open.extract_if(.., |(other, _)| *other == *dialog).collect());
            });
            dialog.show();
        });
        Box::pin(async move {
            if shown.is_err() {
                return Vec::new();
            }
            answered.recv().await.unwrap_or_default()
        })
    }
}

impl Dialogs for GtkDialogs {
    fn files(&self, title: String) -> Picking<Vec<PathBuf>> {
        self.ask(title, gtk::FileChooserAction::Open, Ask::Many)
    }

    fn file(&self, title: String) -> Picking<Option<PathBuf>> {
        first(self.ask(title, gtk::FileChooserAction::Open, Ask::One))
    }

    fn folder(&self, title: String) -> Picking<Option<PathBuf>> {
        first(self.ask(title, gtk::FileChooserAction::SelectFolder, Ask::One))
    }

    fn save(&self, title: String, name: &'static str) -> Picking<Option<PathBuf>> {
        first(self.ask(title, gtk::FileChooserAction::Save, Ask::New(name)))
    }
}

/// What is asked for, besides where.
#[derive(Clone, Copy)]
enum Ask {
    One,
    Many,
    /// A file that is not there yet, and what it may be called.
    New(&'static str),
}

/// Where the next dialog begins, after this was picked: in the folder that was picked, or that holds the file.
fn folder_of(picked: &Path, action: gtk::FileChooserAction) -> Option<PathBuf> {
    if action == gtk::FileChooserAction::SelectFolder {
        return Some(picked.to_owned());
    }
    picked.parent().map(Path::to_owned)
}

fn first(picked: Picking<Vec<PathBuf>>) -> Picking<Option<PathBuf>> {
    Box::pin(async move { picked.await.into_iter().next() })
}

/// Keeps what was picked out of the desktop's list of recent files.
///
/// GTK's dialog enters each file there, and does so after its answer, whenever it has found out what kind of file it is:
/// of many files, most come late. GTK writes the list a quarter of a second after the first change. So the names are taken
/// out again and again before that, then whenever the list changes for as long as the program runs (a portal's dialog
/// writes from another process), and at every lock. To turn the list off would empty it for all programs.
pub fn leave_no_trace(paths: &[PathBuf]) {
    use gtk::prelude::*;

    /// As long as the kinds of very many files may take to be found out.
    const WATCHED: Duration = Duration::from_secs(5);
    const EVERY: Duration = Duration::from_millis(20);

    if paths.is_empty() {
        return;
    }
    let Some(recent) = gtk::RecentManager::default() else { return };
    let first = PICKED.with_borrow_mut(|picked| {
        let first = picked.is_empty();
        picked.extend(paths.iter().map(|path| gtk::gio::File::for_path(path).uri().to_string()));
        first
    });
    if first {
        recent.connect_changed(|_| forget_recent());
    }
    forget_recent();
    let mut left = WATCHED.as_millis() / EVERY.as_millis();
    gtk::glib::timeout_add_local(EVERY, move || {
        forget_recent();
        left = left.saturating_sub(1);
        if left == 0 { ControlFlow::Break } else { ControlFlow::Continue }
    });
}

thread_local! {
    /// What was ever picked, as GTK names it. On the main thread, as GTK is.
    static PICKED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

thread_local! {
    /// Where somebody picked last, until the window locks.
    static LAST: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
}

/// A dialog that stands open, and where its answer is waited for.
type Open = (gtk::FileChooserNative, tokio::sync::mpsc::Sender<Vec<PathBuf>>);

thread_local! {
    static OPEN: RefCell<Vec<Open>> = const { RefCell::new(Vec::new()) };
}

/// Closes what stands open, as if the person had thought better of it: a folder is no more to be read over the lock screen
/// than a document.
fn close_open() {
    use gtk::prelude::*;

    for (dialog, answer) in OPEN.take() {
        dialog.hide();
        dialog.destroy();
        let _ = answer.try_send(Vec::new());
    }
}

/// At a lock: the next person learns neither what was picked nor where.
pub fn forget_picked() {
    close_open();
    LAST.with_borrow_mut(Option::take);
    forget_recent();
}

/// Takes whatever was picked out of the list of recent files.
fn forget_recent() {
    use gtk::prelude::*;

    let Some(recent) = gtk::RecentManager::default() else { return };
    PICKED.with_borrow(|picked| {
        for uri in picked.iter().filter(|uri| recent.has_item(uri)) {
            // Not being in the list is what is wanted.
            let _ = recent.remove_item(uri);
        }
    });
}

/// Answers in place of a person: `ZEGEL_E2E_FILES` (paths with `:` between), `ZEGEL_E2E_FOLDER` (the same: one after the other, and
/// then the last), `ZEGEL_E2E_FILE` for one file alone and `ZEGEL_E2E_SAVE` for a new one.
#[cfg(feature = "e2e")]
pub struct Scripted {
    files: Vec<PathBuf>,
    folders: std::sync::Mutex<std::collections::VecDeque<PathBuf>>,
    file: Option<PathBuf>,
    save: Option<PathBuf>,
}

#[cfg(feature = "e2e")]
impl Scripted {
    pub fn from_env() -> Option<Self> {
        let files = std::env::var_os("ZEGEL_E2E_FILES");
        let path = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let (folders, file, save) = (path("ZEGEL_E2E_FOLDER"), path("ZEGEL_E2E_FILE"), path("ZEGEL_E2E_SAVE"));
        let given = files.is_some() || [&folders, &file, &save].iter().any(|path| path.is_some());
        let files = files.map(|list| std::env::split_paths(&list).collect()).unwrap_or_default();
        let folders = folders.map(|list| std::env::split_paths(&list).collect()).unwrap_or_default();
        given.then_some(Self { files, folders: std::sync::Mutex::new(folders), file, save })
    }
}

#[cfg(feature = "e2e")]
impl Dialogs for Scripted {
    fn files(&self, _: String) -> Picking<Vec<PathBuf>> {
        let files = self.files.clone();
        Box::pin(async move { files })
    }

    fn file(&self, _: String) -> Picking<Option<PathBuf>> {
        let file = self.file.clone();
        Box::pin(async move { file })
    }

    fn folder(&self, _: String) -> Picking<Option<PathBuf>> {
        let mut folders = crate::held(&self.folders);
        let folder = if folders.len() > 1 { folders.pop_front() } else { folders.front().cloned() };
        Box::pin(async move { folder })
    }
    fn save(&self, _: String, _: &'static str) -> Picking<Option<PathBuf>> {
        let save = self.save.clone();
        Box::pin(async move { save })
    }
}
