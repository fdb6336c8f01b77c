//! Dialogs for files and folders. They are Rust's: the page asks for one, and learns names, never paths.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use tauri::{AppHandle, Manager, Wry};

use crate::window;

/// What a person picked, once they did.
pub type Picked<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// How the desk asks a person for files; tests answer in their place.
pub trait Dialogs: Send + Sync {
    /// Empty when the person thought better of it.
    fn files(&self, title: String) -> Picked<Vec<PathBuf>>;
    fn folder(&self, title: String) -> Picked<Option<PathBuf>>;
}

/// The dialogs of GTK, over the one window.
pub struct GtkDialogs(AppHandle<Wry>);

impl GtkDialogs {
    pub fn new(app: AppHandle<Wry>) -> Self {
        Self(app)
    }

    fn ask(&self, title: String, action: gtk::FileChooserAction, many: bool) -> Picked<Vec<PathBuf>> {
        use gtk::prelude::*;

        let (answer, mut answered) = tauri::async_runtime::channel(1);
        let app = self.0.clone();
        let shown = self.0.run_on_main_thread(move || {
            let parent = app.get_webview_window(window::LABEL).and_then(|window| window.gtk_window().ok());
            let dialog = gtk::FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
            dialog.set_select_multiple(many);
            dialog.set_local_only(true);
            dialog.set_modal(true);
            // The dialog lives as long as its own signal handler: until it is answered.
            let keep = std::cell::RefCell::new(Some(dialog.clone()));
            dialog.connect_response(move |dialog, response| {
                let paths = if response == gtk::ResponseType::Accept { dialog.filenames() } else { Vec::new() };
                forget_recent(&paths);
                let _ = answer.try_send(paths);
                keep.take();
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
    fn files(&self, title: String) -> Picked<Vec<PathBuf>> {
        self.ask(title, gtk::FileChooserAction::Open, true)
    }

    fn folder(&self, title: String) -> Picked<Option<PathBuf>> {
        let picked = self.ask(title, gtk::FileChooserAction::SelectFolder, false);
        Box::pin(async move { picked.await.into_iter().next() })
    }
}

/// Takes what was picked out of the desktop's list of recent files, into which GTK's dialog writes it.
fn forget_recent(paths: &[PathBuf]) {
    use gtk::prelude::*;

    let Some(recent) = gtk::RecentManager::default() else { return };
    for path in paths {
        let uri = gtk::gio::File::for_path(path).uri();
        // Not being in the list is what is wanted.
        let _ = recent.remove_item(&uri);
    }
}

/// Answers in place of a person: `ZEGEL_E2E_FILES` (paths with `:` between) and `ZEGEL_E2E_FOLDER`.
#[cfg(feature = "e2e")]
pub struct Scripted {
    files: Vec<PathBuf>,
    folder: Option<PathBuf>,
}

#[cfg(feature = "e2e")]
impl Scripted {
    pub fn from_env() -> Option<Self> {
        let files = std::env::var_os("ZEGEL_E2E_FILES");
        let folder = std::env::var_os("ZEGEL_E2E_FOLDER").map(PathBuf::from);
        let given = files.is_some() || folder.is_some();
        let files = files.map(|list| std::env::split_paths(&list).collect()).unwrap_or_default();
        given.then_some(Self { files, folder })
    }
}

#[cfg(feature = "e2e")]
impl Dialogs for Scripted {
    fn files(&self, _: String) -> Picked<Vec<PathBuf>> {
        let files = self.files.clone();
        Box::pin(async move { files })
    }

    fn folder(&self, _: String) -> Picked<Option<PathBuf>> {
        let folder = self.folder.clone();
        Box::pin(async move { folder })
    }
}
