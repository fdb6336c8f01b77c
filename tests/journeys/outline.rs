//! The outline of a PDF, next to its pages: to where a heading leads, by mouse and by keyboard, in a pane as wide as one likes.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::json;

use super::ALONE;
use super::papers::with_open;
use super::stage::{Look, Stage};

const DOWN: char = '\u{e015}';
const RIGHT: char = '\u{e014}';
const ENTER: char = '\u{e007}';

/// Six pages under four headings, one of which leads nowhere.
fn with_outline(folder: &Path) -> PathBuf {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>".to_owned(),
        "<< /Type /Pages /Count 6 /Kids [8 0 R 9 0 R 10 0 R 11 0 R 12 0 R 13 0 R] >>".to_owned(),
        "<< /First 4 0 R /Last 7 0 R >>".to_owned(),
        "<< /Title (Situation) /Parent 3 0 R /Next 6 0 R /First 5 0 R /Last 5 0 R /Dest [8 0 R /Fit] >>".to_owned(),
        "<< /Title (Ouest) /Parent 4 0 R /Dest [10 0 R /Fit] >>".to_owned(),
        "<< /Title (Mission) /Parent 3 0 R /Prev 4 0 R /Next 7 0 R /Dest [12 0 R /Fit] >>".to_owned(),
        "<< /Title (Perdu) /Parent 3 0 R /Prev 6 0 R /Dest [99 0 R /Fit] >>".to_owned(),
    ];
    objects.extend((0..6).map(|_| "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>".to_owned()));
    let (mut pdf, mut table) = ("%PDF-1.7\n".to_owned(), String::new());
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", pdf.len()));
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (at, size) = (pdf.len(), objects.len() + 1);
    let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n");
    pdf.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}"));
    let path = folder.join("ordre.pdf");
    std::fs::write(&path, pdf).expect("the file is written");
    path
}

async fn is_on(stage: &Stage, page: &str) {
    let which = "return document.querySelector('[data-testid=viewer-page]').value;";
    stage.until(which, &json!(page), "it goes there").await;
}

async fn width(stage: &Stage) -> f64 {
    let wide = "return document.querySelector('[data-testid=viewer-outline-list]').offsetWidth;";
    stage.run(wide, &[]).await.as_f64().expect("a width")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_heading_of_the_outline_leads_to_its_page_and_its_pane_is_as_wide_as_it_was_made() {
    let _alone = ALONE.lock().await;
    let (stage, id) = with_open("SECRET", "Ordre à chapitres", with_outline).await;

    // What is there: each heading with its page, and one that leads nowhere.
    shows_outline(&stage).await;
    let pages = "return [...document.querySelectorAll('[data-testid=outline-heading]')].map((one) => one.dataset.page ?? null);";
    assert_eq!(stage.run(pages, &[]).await, json!(["1", "3", "5", null]));
    stage.click_at("[data-testid=\"outline-heading\"][data-page=\"5\"]").await;
    is_on(&stage, "5").await;
    stage.click_at("[data-testid=\"outline-heading\"][data-page=\"1\"]").await;
    is_on(&stage, "1").await;
    stage.press(&[DOWN, ENTER]).await;
    is_on(&stage, "3").await;
    let here = "return document.querySelector('[data-testid=outline-heading][aria-current]').dataset.page;";
    assert_eq!(stage.run(here, &[]).await, json!("3"), "it says where one is");
    stage.pictures("98b-outline-fr", &[Look::Dark, Look::Small]).await;

    // Its edge is moved by the arrows, and stays where it was put for the next document.
    let before = width(&stage).await;
    stage.run("document.querySelector('[data-testid=splitter-outline]').focus();", &[]).await;
    stage.press(&[RIGHT, RIGHT]).await;
    let start = Instant::now();
    while width(&stage).await < before + 32.0 {
        assert!(start.elapsed() < Duration::from_secs(10), "it is wider: {before}, {}", width(&stage).await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let after = width(&stage).await;
    stage.click("viewer-close").await;
    stage.chosen(&id).await;
    stage.open_chosen("Lecture").await;
    shows_outline(&stage).await;
    assert!((width(&stage).await - after).abs() < 1.0, "it is as wide as it was left");
}

/// It is there by itself where there is room for it next to the page.
async fn shows_outline(stage: &Stage) {
    let hidden = "return document.querySelector('[data-testid=viewer-outline-list]') === null;";
    if stage.run(hidden, &[]).await == json!(true) {
        stage.click("viewer-outline").await;
    }
    stage.find("viewer-outline-list").await;
}
