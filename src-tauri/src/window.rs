//! The one window: what it loads, what it may not do, what is dropped on it, and what happens when it fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tauri::webview::NewWindowResponse;
use tauri::{DragDropEvent, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::WINDOW;
use crate::door::Door;
use crate::events::LockedBecause;
use crate::events::ShellEvent;
use crate::shell::{Shell, Visit};
use crate::workstation::Size;

/// The smallest window in which everything can be used, in pixels of the desktop's own measure.
const SMALLEST: (f64, f64) = (900.0, 600.0);
/// No screen is larger.
const LARGEST: f64 = 16_000.0;

/// Opens the window on the program's own page.
///
/// It keeps nothing on disk. The one exception is a build for tests: a private window cannot be driven from outside,
/// so that a build with the feature `e2e` is never to be shipped.
pub fn open<R: Runtime, M: Manager<R>>(app: &M, title: &str) -> tauri::Result<WebviewWindow<R>> {
    let loading = Loading::once();
    app.manage(loading.clone());
    let shell = shell_of(app);
    let remembered = shell.as_ref().and_then(Shell::window_size);
    let size = remembered.unwrap_or(Size { width: 1280.0, height: 840.0, maximised: false });
    let window = WebviewWindowBuilder::new(app, WINDOW, WebviewUrl::default())
        .title(title)
        .inner_size(size.width.clamp(SMALLEST.0, LARGEST), size.height.clamp(SMALLEST.1, LARGEST))
        .maximized(size.maximised)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .incognito(!cfg!(feature = "e2e"))
        .devtools(false)
        .on_navigation(move |url| is_own_page(url) && loading.begins())
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    let Some(shell) = shell else { return Ok(window) };
    let closing = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { .. } => remember_size(&closing, &shell),
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => shell.send(ShellEvent::FilesHover { over: true }),
        WindowEvent::DragDrop(DragDropEvent::Leave) => shell.send(ShellEvent::FilesHover { over: false }),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => shell.dropped(paths.clone()),
        _ => {}
    });
    Ok(window)
}

/// What the window stands on; nothing before there is a vault.
fn shell_of<R: Runtime, M: Manager<R>>(app: &M) -> Option<Shell> {
    app.try_state::<Shell>().map(|shell| shell.inner().clone())
}

/// Remembers how large the window was when it was closed. What is maximised keeps the size that it had before.
fn remember_size<R: Runtime>(window: &WebviewWindow<R>, shell: &Shell) {
    let (Ok(size), Ok(scale), Ok(maximised)) = (window.inner_size(), window.scale_factor(), window.is_maximized())
    else {
        return;
    };
    let before = shell.window_size();
    let now = match before {
        Some(before) if maximised => Size { maximised, ..before },
        Some(_) | None => {
            let size = size.to_logical::<f64>(scale);
            Size { width: size.width.round(), height: size.height.round(), maximised }
        }
    };
    // A window that opens in its usual size the next time needs no word.
    let _ = shell.remember(|remembered| remembered.window = Some(now));
}

/// Whether an address is of the program's own page, the only one that the window ever loads.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" && url.host_str() == Some("localhost")
}

/// When the page may be loaded: when the program says so. Neither a key nor a menu nor the page itself loads it again,
/// which would take away the screen of the person who is at work, with all that was typed.
#[derive(Clone)]
struct Loading(Arc<AtomicBool>);

impl Loading {
    fn once() -> Self {
        Self(Arc::new(AtomicBool::new(true)))
    }

    /// Whether the page may be loaded now; after that, not again.
    fn begins(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }

    fn again(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Turns off in WebKit what the page does not need, locks the vault when WebKit's process ends, and takes back at every
/// lock what was copied.
pub fn harden(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebContextExt, WebViewExt};

    let shell = shell_of(window);
    let loading = window.state::<Loading>().inner().clone();
    if let Some(shell) = &shell {
        let app = window.app_handle().clone();
        shell.at_lock(move || {
            // Where the main loop is gone, so is everything that was copied.
            let _ = app.run_on_main_thread(|| {
                forget_copied();
                crate::dialogs::forget_picked();
            });
        });
        let app = window.app_handle().clone();
        shell.at_copy(move |visit, text| {
            let _ = app.run_on_main_thread(move || copy(&visit, &text));
        });
        let larger = window.clone();
        // A page that cannot be made larger stays as it is.
        shell.at_text(move |times| drop(larger.set_zoom(times)));
    }
    if shell.is_none()
        && let Some(door) = window.try_state::<Door>()
    {
        let larger = window.clone();
        door.at_text(move |times| drop(larger.set_zoom(times)));
    }
    window.with_webview(move |webview| {
        // Scrollbars that come and fade away draw the window for seconds after each screen, and hide that there is more below.
        if let Some(settings) = gtk::Settings::default() {
            use gtk::prelude::ObjectExt as _;
            settings.set_property("gtk-overlay-scrolling", false);
        }
        let view = webview.inner();
        if let Some(settings) = view.settings() {
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_media_stream(false);
            settings.set_enable_dns_prefetching(false);
            settings.set_enable_page_cache(false);
            settings.set_enable_html5_database(false);
            settings.set_enable_hyperlink_auditing(false);
            settings.set_javascript_can_open_windows_automatically(false);
            settings.set_javascript_can_access_clipboard(false);
            settings.set_enable_back_forward_navigation_gestures(false);
            settings.set_enable_caret_browsing(false);
            settings.set_enable_developer_extras(false);
            settings.set_enable_fullscreen(false);
        }
        if let Some(context) = view.context() {
            context.set_spell_checking_enabled(false);
        }
        // Its menu copies the image of a page, reloads, and looks into the page. Where a person needs a menu, it is the
        // page's own.
        view.connect_context_menu(|_, _, _, _| true);
        view.connect_print(|_, _| true);
        // Files are picked in the program's own dialogs; in this one their paths would reach the page.
        view.connect_run_file_chooser(|_, _| true);
        view.connect_web_process_terminated(move |view, _| {
            if let Some(shell) = &shell {
                shell.lock(LockedBecause::Crash);
            }
            loading.again();
            view.reload();
        });
    })
}

/// Puts text into the clipboard. A lock takes it out again on the same thread, after the visit ended: what comes later than that is
/// not put there.
fn copy(visit: &Visit, text: &str) {
    if visit.goes_on() {
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD).set_text(text);
    }
}

/// Takes out of the clipboard, and out of the selection of the mouse, what this program put there. What another program
/// put there is left.
fn forget_copied() {
    for selection in [gtk::gdk::SELECTION_CLIPBOARD, gtk::gdk::SELECTION_PRIMARY] {
        gtk::Clipboard::get(&selection).clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_loaded_once_and_again_only_when_the_program_says_so() {
        let loading = Loading::once();
        assert!(loading.begins());
        assert!(!loading.begins(), "a reload");
        loading.again();
        assert!(loading.begins(), "after WebKit's process ended");
        assert!(!loading.begins());
    }

    #[test]
    fn the_window_stays_on_its_own_page() {
        for (url, own) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html#/log", true),
            ("tauri://elsewhere/", false),
            ("https://example.org/", false),
            ("http://tauri.localhost/", false),
            ("file:///etc/passwd", false),
            ("page://localhost/abc/1", false),
            ("about:blank", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(is_own_page(&url.parse().expect("a URL")), own, "{url}");
        }
    }
}
