//! Prepares what Tauri compiles into the program: its configuration, its permissions, its one capability.
//!
//! The list of commands stands once, in `capabilities/main.json`: the manifest of permissions is made from what is
//! granted there, so a command that is not granted has no permission that anything could grant.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let shell = root.join("src-tauri");
    let capability = shell.join("capabilities/main.json");
    for path in [capability.as_path(), &root.join("ui/dist"), &root.join("Cargo.toml"), &shell.join("icons")] {
        if path.exists() {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    provide_page(&root)?;
    let commands = granted_commands(&capability)?;

    // tauri-build writes `gen/` and `permissions/` into the folder where it runs: let that be one of ours.
    let workshop = PathBuf::from(env::var("OUT_DIR")?).join("tauri");
    if workshop.exists() {
        fs::remove_dir_all(&workshop)?;
    }
    fs::create_dir_all(&workshop)?;
    std::os::unix::fs::symlink(root.join("Cargo.toml"), workshop.join("Cargo.toml"))?;
    env::set_current_dir(&workshop)?;

    tauri_build::try_build(
        Attributes::new()
            .config_path(root.join("tauri.conf.json"))
            .capabilities_path_pattern(pattern(&shell, "capabilities/**/*"))
            .app_manifest(
                AppManifest::new().commands(commands).permissions_path_pattern(pattern(&shell, "permissions/**/*")),
            ),
    )?;
    Ok(())
}

/// Makes a page if the window's own was not built yet, so that Rust compiles without Node.
fn provide_page(root: &Path) -> Result<(), Box<dyn Error>> {
    let page = root.join("ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all(root.join("ui/dist"))?;
        fs::write(&page, "<!doctype html><title>Zegel</title><p>Run ./dev: the window's page is not built.</p>\n")?;
    }
    Ok(())
}

/// Reads the commands behind `allow-…` in the capability, as the function names that they are.
fn granted_commands(capability: &Path) -> Result<&'static [&'static str], Box<dyn Error>> {
    let granted: serde_json::Value = serde_json::from_slice(&fs::read(capability)?)?;
    let permissions = granted.get("permissions").and_then(|list| list.as_array()).ok_or("no permissions")?;
    let commands: Result<Vec<&'static str>, Box<dyn Error>> = permissions
        .iter()
        .map(|permission| {
            let name = permission.as_str().and_then(|text| text.strip_prefix("allow-"));
            Ok(&*name.ok_or("only `allow-<command>` is granted")?.replace('-', "_").leak())
        })
        .collect();
    Ok(commands?.leak())
}

fn pattern(folder: &Path, glob: &str) -> &'static str {
    folder.join(glob).to_string_lossy().into_owned().leak()
}
