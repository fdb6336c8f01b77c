//! What the window costs while nobody does anything. What every screen costs is measured by `src-tauri/benches/window.rs`.

use std::time::Duration;

use super::ALONE;
use super::papers::{a_long_document, opens_the_long_document};
use super::stage::{REST, Stage};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_longer_than_the_view_rests_and_what_comes_next_is_loaded_ahead() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|vault, folder| {
        a_long_document(vault, folder);
        Vec::new()
    })
    .await;
    stage.unlock("fictief").await;
    opens_the_long_document(&stage).await;
    // The page below the view is there before one scrolls to it; the last is not.
    stage.wait("[data-testid=\"page\"][data-page=\"2\"][data-loaded=\"true\"]").await;
    let loaded = stage.attributes("page", "data-loaded").await;
    assert!(loaded.len() > 8 && loaded.last().expect("there are pictures") == "false", "{loaded:?}");
    assert_eq!(stage.turning().await, 0, "what nobody looks at turns");
    // On a busy machine what is loaded ahead is still being drawn at first.
    let mut taken = stage.at_rest(Duration::from_secs(4)).await;
    for _ in 0..3 {
        if taken < REST {
            break;
        }
        taken = stage.at_rest(Duration::from_secs(4)).await;
    }
    assert!(taken < REST, "{taken:.1} % of a core at rest");
}
