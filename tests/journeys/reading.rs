//! Reading: the whole screen by a key and back, with page and zoom as they were; text of a page that is selected and copied where
//! the marking lets it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;

use super::ALONE;
use super::papers::with_open;
use super::stage::{Look, Stage};

const ESCAPE: char = '\u{e00c}';
const F11: char = '\u{e03b}';
const CONTROL: char = '\u{e009}';
const SHIFT: char = '\u{e008}';
const UP_AGAIN: char = '\u{e000}';
const PAGE_DOWN: char = '\u{e00f}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';

/// A text of several pages.
fn a_text(folder: &Path) -> PathBuf {
    let path = folder.join("convoi.txt");
    let lines = (1..=200).map(|line| format!("Ligne {line} le convoi passe le pont\n"));
    std::fs::write(&path, lines.collect::<String>()).expect("the file is written");
    path
}

/// The program with such a text under a level, open.
async fn opened(level: &str) -> Stage {
    with_open(level, "Le convoi", a_text).await.0
}

async fn has_copied(stage: &Stage, wanted: impl Fn(&str) -> bool) -> String {
    let start = Instant::now();
    loop {
        let copied = stage.copied("clipboard");
        if wanted(&copied) {
            return copied;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "it is copied: {copied:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_gives_the_whole_screen_and_escape_gives_page_and_zoom_back() {
    let _alone = ALONE.lock().await;
    let stage = opened("SECRET").await;
    let page = "return document.querySelector('[data-testid=viewer-page]').value;";
    let zoom = "return document.querySelector('[data-testid=viewer-zoom]').textContent;";
    let whole = "return document.querySelector('[data-testid=viewer-close]')?.checkVisibility() ?? false;";
    for _ in 0..2 {
        stage.click("viewer-zoom-in").await;
    }
    stage.press(&[PAGE_DOWN, PAGE_DOWN]).await;
    stage.until(page, &json!("3"), "on the third page").await;
    let before = stage.run(zoom, &[]).await;

    stage.press(&[F11]).await;
    stage.find("viewer-reading-end").await;
    stage.until(whole, &json!(false), "the tools are gone").await;
    stage.settle().await;
    assert_eq!(stage.run(page, &[]).await, json!("3"), "the page stays");
    stage.press(&[PAGE_DOWN]).await;
    stage.until(page, &json!("4"), "one reads on").await;

    stage.press(&[ESCAPE]).await;
    stage.gone("viewer-reading-end").await;
    stage.until(whole, &json!(true), "the window is as it was, with the document open").await;
    stage.settle().await;
    assert_eq!(stage.run(page, &[]).await, json!("4"), "where one read to");
    assert_eq!(stage.run(zoom, &[]).await, before, "as large as it was");

    // The key that began it ends it as well.
    tokio::time::sleep(Duration::from_millis(400)).await;
    stage.press(&[F11]).await;
    stage.find("viewer-reading-end").await;
    tokio::time::sleep(Duration::from_millis(400)).await;
    stage.press(&[F11]).await;
    stage.gone("viewer-reading-end").await;
    stage.settle().await;
    assert_eq!((stage.run(page, &[]).await, stage.run(zoom, &[]).await), (json!("4"), before));
    stage.find("viewer").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn text_is_selected_by_mouse_and_keyboard_and_copied_under_its_marking() {
    let _alone = ALONE.lock().await;
    let stage = opened("RESTREINT").await;
    let banner = stage.text("document-banner-top").await;
    stage.wait("[data-testid=\"words\"][data-page=\"1\"]:not([data-n=\"0\"])").await;

    // With the keyboard alone.
    stage.run("document.querySelector('.area').focus();", &[]).await;
    stage.press(&[SHIFT, RIGHT, RIGHT, DOWN, UP_AGAIN]).await;
    stage.find("selected").await;
    stage.pictures("94-selected-fr", &[Look::Dark]).await;
    stage.press(&[CONTROL, 'c', UP_AGAIN]).await;
    let copied = has_copied(&stage, |text| text.contains("Ligne 2")).await;
    let lines: Vec<&str> = copied.lines().collect();
    assert!(banner.contains(lines[0]) && lines[0].contains("RESTREINT"), "first the marking: {banner:?}, {copied:?}");
    assert!(copied.trim_end().ends_with("Ligne 2"), "two words, and down to the line below: {copied:?}");
    assert_eq!(stage.copied("primary"), "", "nothing unmarked for the middle button of the mouse");
    stage.press(&[ESCAPE]).await;
    stage.gone("selected").await;
    stage.find("viewer").await;

    // With the mouse, from one word of a line to another.
    let place = "const layer = document.querySelector('[data-testid=words][data-page=\"1\"]').getBoundingClientRect();
        return [layer.left + layer.width * arguments[0], layer.top + layer.height * arguments[1]].map(Math.round);";
    let at = async |x: f64, y: f64| {
        let at = stage.run(place, &[json!(x), json!(y)]).await;
        (at[0].as_i64().expect("a number"), at[1].as_i64().expect("a number"))
    };
    stage.drag(at(0.05, 0.2).await, at(0.9, 0.2).await).await;
    let start = Instant::now();
    while stage.attributes("selected", "data-testid").await.len() < 5 {
        assert!(start.elapsed() < Duration::from_secs(10), "a line is selected");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stage.click("viewer-copy").await;
    let copied = has_copied(&stage, |text| text.contains("passe le") && !text.contains("Ligne 1 le")).await;
    assert!(copied.starts_with(lines[0]), "{copied:?}");
    assert_eq!(stage.copied("primary"), "");
    let said = "return document.querySelectorAll('[data-testid=problem]').length;";
    assert_eq!(stage.run(said, &[]).await, json!(0));

    // It goes with the lock.
    stage.press(&[CONTROL, 'l', UP_AGAIN]).await;
    stage.find("unlock-passphrase").await;
    has_copied(&stage, str::is_empty).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn from_confidentiel_up_nothing_is_selected_and_it_says_so() {
    let _alone = ALONE.lock().await;
    let stage = opened("CONFIDENTIEL").await;
    stage.run("document.querySelector('.area').focus();", &[]).await;
    stage.press(&[CONTROL, 'a', UP_AGAIN]).await;
    stage.find("toast").await;
    stage.press(&[SHIFT, RIGHT, DOWN, UP_AGAIN]).await;
    stage.press(&[CONTROL, 'c', UP_AGAIN]).await;
    let middle = stage.run("return [innerWidth / 3, innerHeight / 2].map(Math.round);", &[]).await;
    let (x, y) = (middle[0].as_i64().expect("a number"), middle[1].as_i64().expect("a number"));
    stage.drag((x, y), (x + 200, y + 40)).await;
    stage.settle().await;
    for none in ["selected", "words", "viewer-copy"] {
        assert_eq!(stage.attributes(none, "data-testid").await, [""; 0], "{none}");
    }
    assert_eq!((stage.copied("clipboard"), stage.copied("primary")), (String::new(), String::new()));
    // Nor where the keys are let through to WebKit.
    stage
        .run("window.kept = Event.prototype.preventDefault; Event.prototype.preventDefault = () => undefined;", &[])
        .await;
    stage.press(&[CONTROL, 'a', UP_AGAIN]).await;
    stage.press(&[CONTROL, 'c', UP_AGAIN]).await;
    stage.settle().await;
    assert!(!stage.copied("clipboard").contains("convoi passe") && !stage.copied("primary").contains("convoi passe"));
}
