//! A document is found by a word inside it, seen in its sentence, and opened where it stands.

use super::ALONE;
use super::stage::{Look, Stage, filed};

const ESCAPE: char = '\u{e00c}';
/// The word stands far from the beginning of its sentence.
const SENTENCE: &str = "Après avoir entendu les trois observateurs du poste avancé et revu la carte des abords du canal, \
                        l’officier de permanence a fait déplacer les péniches fictives jusqu’au hangar de l’exercice.";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_word_inside_a_document_is_found_and_seen_in_its_sentence() {
    let _alone = ALONE.lock().await;
    let mut id = String::new();
    let stage = Stage::set(|vault, folder| {
        let note = folder.join("note.txt");
        std::fs::write(&note, SENTENCE).expect("the file is written");
        id = filed(vault, "fictief", &note, "CONFIDENTIEL", "Permanence");
        Vec::new()
    })
    .await;
    stage.language("fr").await;
    stage.unlock("fictief").await;
    stage.click("documents-in-content").await;
    // Another form of the word, without its accent.
    stage.fill("documents-search", "peniche").await;
    // Only what is found has such a passage, and nothing else is found.
    stage.wait(&format!("[data-testid=\"document-row\"][data-id=\"{id}\"] [data-testid=\"document-hit\"]")).await;
    assert_eq!(stage.attributes("document-row", "data-id").await, [id.clone()]);
    let marked = "const hit = document.querySelector('[data-testid=\"document-hit\"]');
        const mark = hit.querySelector('mark'), room = hit.parentElement.getBoundingClientRect(), at = mark.getBoundingClientRect();
        return [mark.textContent, at.width > 20 && at.left >= room.left && at.right <= room.right + 1, hit.title.slice(-60)];";
    let seen = stage.run(marked, &[]).await;
    let end: String = SENTENCE.chars().skip(SENTENCE.chars().count() - 60).collect();
    let wanted = serde_json::json!(["péniches", true, end]);
    assert_eq!(seen, wanted, "the word is seen where there is no room for all");
    stage.pictures("85-found-inside-fr", &[Look::Dark, Look::Small]).await;

    stage.click_row(&id).await;
    stage.chosen(&id).await;
    stage.open_chosen("Lecture").await;
    let looked = stage.find("find-input").await.prop("value").await.expect("the field has a value");
    assert_eq!(looked.as_deref(), Some("péniches"), "it is opened where the word stands");

    // The whole screen is for the document; its markings stay, and one Escape gives the window back with the document open.
    let look = "const seen = (id) => document.querySelector(`[data-testid=\"${id}\"]`)?.checkVisibility() ?? false;
        return ['viewer-close', 'nav-documents', 'document-banner-top', 'document-banner-bottom', 'session-banner'].map(seen);";
    stage.press(&[ESCAPE]).await;
    stage.click("viewer-reading").await;
    stage.find("viewer-reading-end").await;
    assert_eq!(stage.run(look, &[]).await, serde_json::json!([false, false, true, true, true]));
    stage.pictures("86-reading-fr", &[Look::Dark]).await;
    stage.press(&[ESCAPE]).await;
    stage.gone("viewer-reading-end").await;
    assert_eq!(stage.run(look, &[]).await, serde_json::json!([true, true, true, true, true]));

    // What nobody wrote is not found, and the list says what to do.
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    stage.press(&[ESCAPE]).await;
    stage.gone("viewer").await;
    stage.fill("documents-search", "xyzzyque").await;
    stage.find("documents-none").await;
}
