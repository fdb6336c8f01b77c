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
    stage.pick_files().await;
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

/// A folder of five hundred: seen in a table, put right row by row and many at a time, filed as it stands there.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_hundred_files_are_put_right_in_a_table_and_filed_as_it_says() {
    const FILES: usize = 500;
    let _alone = ALONE.lock().await;
    let stage = Stage::set(|_, folder| {
        let many = folder.join("scans");
        fs::create_dir(&many).expect("a folder");
        for n in 1..=FILES {
            fs::write(many.join(format!("piece-{n:03}.txt")), format!("Pièce {n} de l’exercice.\n")).expect("a file");
        }
        fs::write(many.join("piece-000.bin"), [0, 1, 2, 3]).expect("a file");
        vec![("ZEGEL_E2E_FILES", many.into_os_string().into_string().expect("the path is text"))]
    })
    .await;
    stage.language("fr").await;
    stage.unlock("modele").await;
    stage.click("nav-file").await;
    let start = std::time::Instant::now();
    stage.click("pick").await;
    stage.find("picked").await;
    // The machine that tests may be busy with other things.
    assert!(start.elapsed().as_secs() < 30, "five hundred files are in the table after {:?}", start.elapsed());
    assert!(stage.attributes("picked", "data-testid").await.len() < 60, "rows are looked at through a window");
    assert_eq!(stage.attributes("picked", "data-readable").await.first().map(String::as_str), Some("no"));
    stage.choose("dossier", "ARDENNES-26").await;
    stage.click("level-confidential").await;
    stage.pictures("53-table-fr", &[Look::Dark, Look::Small]).await;

    // The one that nobody can read here is taken out.
    stage.remove_picked("piece-000.bin").await;
    // The first has a marking and a date of its own; all have an originator, and a title before their name.
    stage.click("tick-all").await;
    stage.fill("ticked-title", "Saisie de mai").await;
    stage.fill("ticked-originator", "Section Analyse").await;
    let start = std::time::Instant::now();
    stage.click("ticked-write").await;
    stage.wait("[data-testid=\"picked-originator\"]").await;
    assert!(start.elapsed().as_secs() < 10, "five hundred rows are written after {:?}", start.elapsed());
    stage.click("tick-all").await;
    stage.click_at("[data-testid=\"picked\"] [data-testid=\"picked-tick\"]").await;
    stage.click("level-secret").await;
    stage.wait("[data-testid=\"ticked-mark\"]:not([aria-disabled=\"true\"])").await;
    stage.click("ticked-mark").await;
    stage.wait("[data-testid=\"picked-marking\"][data-own=\"true\"]").await;
    stage.click("level-confidential").await;
    stage.fill("picked-date", "04/03/2026").await;
    stage.pictures("54-table-own-fr", &[Look::Dark, Look::Small]).await;
    stage.wait("[data-testid=\"file-submit\"]:not([aria-disabled])").await;
    stage.click("file-submit").await;
    stage.find("filed").await;
    stage.lock().await;
    let list = |more: &[&str]| {
        let mut args = vec!["doc", "list", "--query", "Saisie", "--limit", "2"];
        args.extend(more);
        let listed = zegelctl(&stage.vault(), "modele", &args);
        serde_json::from_str::<serde_json::Value>(&listed).expect("JSON")
    };
    assert_eq!(list(&["--level", "CONFIDENTIEL"])["total"], FILES - 1);
    let secret = list(&["--level", "SECRET"]);
    assert_eq!((secret["total"].as_u64(), secret["documents"][0]["date"].as_str()), (Some(1), Some("2026-03-04")));
    assert_eq!(secret["documents"][0]["title"], "Saisie de mai — piece 001");
    assert_eq!(list(&["--originator", "Section Analyse"])["total"], FILES);
}
