//! Many documents at once, through the window.

use std::fs;

use super::ALONE;
use super::stage::{Look, Stage, zegelctl};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_documents_are_filed_at_once_and_what_is_not_is_named() {
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let paths: Vec<_> = (1..=4).map(|n| folder.join(format!("Ordre {n}.txt"))).collect();
        for (n, path) in paths.iter().enumerate() {
            fs::write(path, format!("Ordre {n} de l’exercice.\n")).expect("a file");
        }
        let all = std::env::join_paths(&paths).expect("no colon in a path");
        vec![("ZEGEL_E2E_FILES", all.into_string().expect("the paths are text"))]
    })
    .await;
    stage.language("fr").await;
    stage.unlock("modele").await;
    stage.click("nav-file").await;
    stage.click("pick").await;
    stage.find("picked").await;
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-secret").await;
    stage.fill("originator", "Section Analyse").await;

    // One of them goes away before they are filed.
    fs::remove_file(stage.folder().join("Ordre 3.txt")).expect("it was there");
    stage.click("file-submit").await;
    stage.find("not-filed").await;
    let why = stage.attributes("not-filed-row", "data-why").await;
    assert_eq!(why, ["with-others", "with-others", "failed", "with-others"]);
    assert!(stage.text("file-failed").await.contains("Ordre 3.txt"));
    assert!(stage.attributes("filed-row", "data-id").await.is_empty(), "none is in");
    stage.pictures("51-not-filed-fr", &[Look::Dark, Look::Small]).await;

    // Without it the others are filed, and nothing is filed twice.
    stage.remove_picked("Ordre 3.txt").await;
    stage.click("file-submit").await;
    stage.find("filed").await;
    assert_eq!(stage.attributes("filed-row", "data-id").await.len(), 3);
    assert!(stage.attributes("not-filed", "data-testid").await.is_empty());
    stage.picture("52-filed-many-fr").await;
    stage.lock().await;
    let listed = zegelctl(&stage.vault(), "modele", &["doc", "list", "--query", "Ordre", "--limit", "all"]);
    let listed: serde_json::Value = serde_json::from_str(&listed).expect("JSON");
    let titles = listed["documents"].as_array().expect("documents").iter();
    let titles: Vec<&str> =
        titles.filter_map(|one| one["title"].as_str()).filter(|title| title.len() == "Ordre 1".len()).collect();
    assert_eq!(titles, ["Ordre 4", "Ordre 2", "Ordre 1"]);
}
