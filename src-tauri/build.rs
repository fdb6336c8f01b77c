//! Prepares what Tauri compiles into the program: its configuration, its permissions, its one capability.
//!
//! What the window may call are the functions in `src/ipc` that bear `#[tauri::command]`, and nothing else. They stand nowhere
//! a second time: the list that the program answers to (`commands.rs`), the manifest of permissions and the one capability,
//! which grants each of them to the one window by name, are all written from there.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let shell = root.join("src-tauri");
    let ipc = shell.join("src/ipc");
    for path in [ipc.as_path(), &root.join("ui/dist"), &root.join("Cargo.toml"), &shell.join("icons")] {
        if path.exists() {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    provide_page(&root)?;
    let commands = commands(&ipc)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    write_list(&out, &commands)?;
    let capabilities = write_capability(&out, &commands)?;
    let names: Vec<&'static str> = commands.into_iter().map(|(_, name)| &*name.leak()).collect();

    // tauri-build writes `gen/` and `permissions/` into the folder where it runs: let that be one of ours.
    let workshop = out.join("tauri");
    if workshop.exists() {
        fs::remove_dir_all(&workshop)?;
    }
    fs::create_dir_all(&workshop)?;
    std::os::unix::fs::symlink(root.join("Cargo.toml"), workshop.join("Cargo.toml"))?;
    env::set_current_dir(&workshop)?;

    tauri_build::try_build(
        Attributes::new()
            .config_path(root.join("tauri.conf.json"))
            .capabilities_path_pattern(pattern(&capabilities, "**/*"))
            .app_manifest(
                AppManifest::new().commands(names.leak()).permissions_path_pattern(pattern(&shell, "permissions/**/*")),
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

/// Each command with its module: the functions under `#[tauri::command]`, file by file as they stand there, and in the folder
/// of a subject those of all its files.
fn commands(ipc: &Path) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let mut commands = Vec::new();
    collect(ipc, None, &mut commands)?;
    if commands.is_empty() { Err("no command was found".into()) } else { Ok(commands) }
}

fn collect(folder: &Path, subject: Option<&str>, into: &mut Vec<(String, String)>) -> Result<(), Box<dyn Error>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.sort();
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a module has a name")?;
        let module = match subject {
            None => stem.to_owned(),
            Some(subject) if stem == "mod" => subject.to_owned(),
            Some(subject) => format!("{subject}::{stem}"),
        };
        if path.is_dir() {
            collect(&path, Some(&module), into)?;
            continue;
        }
        let source = fs::read_to_string(&path)?;
        for below in source.split("\n#[tauri::command]\n").skip(1) {
            let named = below.split("fn ").nth(1).and_then(|rest| rest.split(['(', '<']).next());
            let name = named.ok_or_else(|| format!("{}: a command without a function", path.display()))?;
            into.push((module.clone(), name.to_owned()));
        }
    }
    Ok(())
}

/// What `ipc::commands` collects.
fn write_list(out: &Path, commands: &[(String, String)]) -> std::io::Result<()> {
    let paths: Vec<String> = commands.iter().map(|(module, name)| format!("{module}::{name}")).collect();
    fs::write(out.join("commands.rs"), format!("collect_commands![\n    {}\n]\n", paths.join(",\n    ")))
}

/// The one capability, in a folder of its own.
fn write_capability(out: &Path, commands: &[(String, String)]) -> Result<PathBuf, Box<dyn Error>> {
    let allowed: Vec<String> = commands.iter().map(|(_, name)| format!("allow-{}", name.replace('_', "-"))).collect();
    let capability = serde_json::json!({
        "identifier": "main",
        "description": "What the one window may call: these commands of the program, each by name, and nothing of Tauri's own.",
        "windows": ["main"],
        "permissions": allowed,
    });
    let folder = out.join("capabilities");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("main.json"), serde_json::to_vec_pretty(&capability)?)?;
    Ok(folder)
}

fn pattern(folder: &Path, glob: &str) -> &'static str {
    folder.join(glob).to_string_lossy().into_owned().leak()
}
