//! What the window costs while nobody does anything. What every screen costs is measured by `src-tauri/benches/window.rs`.

use std::time::Duration;

use super::ALONE;
use super::papers::{a_long_document, opens_the_long_document};
use super::stage::{REST, Stage, cost_of_waking};

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
    let mut rests = stage.at_rest(Duration::from_secs(4)).await;
    for _ in 0..3 {
        if rests.percent < REST {
            return;
        }
        rests = stage.at_rest(Duration::from_secs(4)).await;
    }
    // Where the machine itself makes each wake dear, it is counted how many there are: a sign that turns makes some four hundred
    // a second, a window at rest some thirty.
    let cost = cost_of_waking();
    assert!(
        rests.percent < REST || (cost > 10.0 && rests.wakes < 100.0),
        "{rests:?}; a wake costs {cost:.0} times as much"
    );
}
