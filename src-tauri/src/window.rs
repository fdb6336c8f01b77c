//! The one window: what it loads, what it may not do, what is dropped on it, what happens when it breaks.

use tauri::webview::NewWindowResponse;
use tauri::{DragDropEvent, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::desk::Desk;
use crate::ipc::events::ShellEvent;
use crate::ipc::session::LockedBecause;

/// The label that the capability grants commands to.
pub const LABEL: &str = "main";

/// Opens the window on the program's own page.
///
/// It keeps nothing on disk. The one exception is a build for tests: a private window cannot be driven from outside,
/// so that a build with the feature `e2e` is never to be shipped.
pub fn open<R: Runtime, M: Manager<R>>(app: &M, title: &str) -> tauri::Result<WebviewWindow<R>> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title(title)
        .inner_size(1280.0, 840.0)
        .min_inner_size(900.0, 600.0)
        .incognito(!cfg!(feature = "e2e"))
        .devtools(false)
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    let desk = app.state::<Desk>().inner().clone();
    window.on_window_event(move |event| match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => desk.send(ShellEvent::FilesHover { over: true }),
        WindowEvent::DragDrop(DragDropEvent::Leave) => desk.send(ShellEvent::FilesHover { over: false }),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => desk.dropped(paths.clone()),
        _ => {}
    });
    Ok(window)
}

/// Whether an address is of the program's own page, the only one that the window ever loads.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" && url.host_str() == Some("localhost")
}

/// Turns off in WebKit what the page does not need, and locks the vault when WebKit's process ends.
pub fn harden(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebViewExt};

    let desk = window.state::<Desk>().inner().clone();
    window.with_webview(move |webview| {
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
        }
        view.connect_web_process_terminated(move |view, _| {
            desk.lock(LockedBecause::Crash);
            view.reload();
        });
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
