//! Documents of a journey.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::stage::{Stage, filed, zegelctl};

/// The title of a document of many pages, longer than any view.
const LONG: &str = "Recueil des ordres de l’exercice";

/// Takes a real PDF out of the vault, to be filed again.
pub fn a_pdf(vault: &Path, folder: &Path) -> PathBuf {
    let found: Value = serde_json::from_str(&zegelctl(vault, "fictief", &["doc", "list", "--query", "itinéraires"]))
        .expect("it is JSON");
    let id = found["documents"][0]["id"].as_str().expect("the exercise has this document").to_owned();
    let path = folder.join("Itinéraires nord et sud.pdf");
    let out = path.to_str().expect("the path is UTF-8");
    zegelctl(vault, "fictief", &["doc", "open", &id, "--purpose", "Exercice", "--out", out]);
    path
}

/// The program in French with a document open, which `made` wrote into a folder and which was filed before; and the id of that.
pub async fn with_open(level: &str, title: &str, made: impl FnOnce(&Path) -> PathBuf) -> (Stage, String) {
    let mut id = String::new();
    let stage = Stage::set(|vault, folder| {
        id = filed(vault, "modele", &made(folder), level, title);
        Vec::new()
    })
    .await;
    stage.at_document("modele", &id).await;
    stage.open_chosen("Lecture").await;
    (stage, id)
}

pub fn a_long_document(vault: &Path, folder: &Path) {
    let text: String =
        (1..=900).map(|n| format!("Ordre {n} : la colonne passe le point {n} à l’heure dite.\n")).collect();
    let path = folder.join("recueil.txt");
    std::fs::write(&path, text).expect("the file is written");
    let file = ["doc", "file", path.to_str().expect("UTF-8"), "--dossier", "ARDENNES-26", "--level", "RESTREINT"];
    zegelctl(vault, "fictief", &[&file[..], &["--title", LONG, "--date", "2026-06-01"]].concat());
}

pub async fn opens_the_long_document(stage: &Stage) {
    stage.fill("documents-search", "Recueil").await;
    stage.take("document-row", LONG).await;
    stage.open_chosen("Lecture").await;
}
