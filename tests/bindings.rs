//! The TypeScript that the page speaks to the shell with is what Rust says it is, and what the page knows of the vault's limits.

use std::path::Path;

use specta_typescript::Typescript;
use tauri::test::MockRuntime;

/// Set `ZEGEL_WRITE_BINDINGS=1` to write the file again.
#[test]
fn the_bindings_of_the_page_are_those_of_the_commands() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/ipc/bindings.ts");
    let folder = tempfile::tempdir().expect("a folder for the export");
    let exported = folder.path().join("bindings.ts");
    let language =
        Typescript::default().header("// Written by tests/bindings.rs from src-tauri/src/ipc. Do not edit.\n");
    zegel_app::ipc::commands::<MockRuntime>().export(language, &exported).expect("every type has a TypeScript form");
    let now = std::fs::read_to_string(&exported).expect("the export is text");
    if std::env::var_os("ZEGEL_WRITE_BINDINGS").is_some() {
        std::fs::create_dir_all(kept.parent().expect("a folder")).expect("the page's folder can be written");
        std::fs::write(&kept, &now).expect("the page's folder can be written");
    }
    let kept = std::fs::read_to_string(&kept).unwrap_or_default();
    assert!(
        kept == now,
        "ui/src/lib/ipc/bindings.ts is out of date: run ZEGEL_WRITE_BINDINGS=1 cargo test --test all bindings"
    );
}

/// The page counts a motive before it sends one, and counts as the vault does.
#[test]
fn the_page_knows_how_long_a_motive_is() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/motive.ts");
    let page = std::fs::read_to_string(page).expect("the page's sources are there");
    let limits = format!("MOTIVE = {{ least: {}, most: {} }}", vault::MOTIVE.start(), vault::MOTIVE.end());
    assert!(page.contains(&limits), "ui/src/lib/motive.ts has not `{limits}`");
}

/// The page offers the acts that the vault records, and each has words. Set `ZEGEL_WRITE_BINDINGS=1` to write the file again.
#[test]
fn the_page_offers_every_act_of_the_log() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/acts.ts");
    let mut now = String::from(
        "// Written by tests/bindings.rs from vault::Act. Do not edit.\n\n/** Acts that the log knows. Words: `ui-act-<act>`. */\nexport const ACTS = [\n",
    );
    for act in vault::Act::ALL.iter().map(|act| act.as_str()) {
        now.push_str(&format!("  \"{act}\",\n"));
        for lang in words::Lang::ALL {
            let key = format!("ui-act-{act}");
            assert_ne!(words::say(lang, &key, &[]), key, "{lang}: no words for `{key}`");
        }
    }
    now.push_str("] as const;\n");
    if std::env::var_os("ZEGEL_WRITE_BINDINGS").is_some() {
        std::fs::write(&kept, &now).expect("the page's folder can be written");
    }
    let kept = std::fs::read_to_string(&kept).unwrap_or_default();
    assert!(
        kept == now,
        "ui/src/lib/acts.ts is out of date: run ZEGEL_WRITE_BINDINGS=1 cargo test --test all bindings"
    );
}
