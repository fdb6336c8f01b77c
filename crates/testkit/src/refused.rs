//! Programs that must not compile, and why they do not: compiled against the libraries that the tests were linked with, so that
//! nothing is compiled a second time.

#![allow(clippy::indexing_slicing, reason = "what is not there is nothing: these are values of JSON")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use serde_json::Value;

/// Compiles each program of a folder, which uses `library` and, of what that rests on, `others`. What the compiler says must be what
/// stands next to the program, in a file of its name that ends in `.stderr`: for each error its code, its message, and what is said
/// of each place with its line. `ZEGEL_WRITE_REFUSED=1` writes those files.
///
/// # Panics
/// Where a program compiles, is refused otherwise, or the library is not where the test is.
pub fn refused(folder: &Path, library: &str, others: &[&str]) {
    let programs =
        std::fs::read_dir(folder).expect("the folder is listed").map(|entry| entry.expect("it is listed").path());
    let mut programs: Vec<PathBuf> =
        programs.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect();
    programs.sort();
    assert!(!programs.is_empty(), "there are programs in {}", folder.display());
    let mut faults = Vec::new();
    for program in programs {
        let said = said_of(&program, library, others);
        let expected = program.with_extension("stderr");
        if std::env::var_os("ZEGEL_WRITE_REFUSED").is_some() {
            std::fs::write(&expected, &said).expect("it is written");
        }
        let expected = std::fs::read_to_string(&expected).unwrap_or_default();
        if said.is_empty() || said != expected {
            faults.push(format!("{}:\n{said}instead of\n{expected}", program.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What the compiler says against a program; nothing where it compiles.
fn said_of(program: &Path, library: &str, others: &[&str]) -> String {
    let deps = std::env::current_exe().expect("this program").parent().expect("its folder").to_owned();
    let temp = tempfile::tempdir().expect("a folder");
    let mut command = compiler();
    command.args(["--edition", "2024", "--crate-type", "bin", "--emit", "metadata", "--error-format", "json"]);
    command.arg("-o").arg(temp.path().join("program")).arg("-L").arg(&deps);
    let library = (library.to_owned(), newest(&deps, library));
    let rests = rests_on(&library.1);
    let others = others.iter().map(|other| {
        let (_, file) = rests.iter().find(|(name, _)| name == other).expect("the library rests on it");
        ((*other).to_owned(), deps.join(file))
    });
    for (name, file) in std::iter::once(library.clone()).chain(others) {
        command.arg("--extern").arg(format!("{name}={}", file.display()));
    }
    let came = command.arg(program).output().expect("the compiler is there");
    let mut said = String::new();
    for line in String::from_utf8_lossy(&came.stderr).lines() {
        let Ok(told) = serde_json::from_str::<Value>(line) else { continue };
        let is_summary = told["spans"].as_array().is_none_or(Vec::is_empty) && told["code"].is_null();
        if told["level"] != "error" || is_summary {
            continue;
        }
        let code = told["code"]["code"].as_str().map(|code| format!("[{code}]")).unwrap_or_default();
        said.push_str(&format!("error{code}: {}\n", told["message"].as_str().unwrap_or_default()));
        for span in told["spans"].as_array().into_iter().flatten() {
            let label = span["label"].as_str().unwrap_or_default();
            said.push_str(format!("  {}: {label}", span["line_start"]).trim_end());
            said.push('\n');
        }
    }
    assert_eq!(came.status.success(), said.is_empty(), "{}", String::from_utf8_lossy(&came.stderr));
    said
}

fn compiler() -> Command {
    Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
}

/// The libraries that one was compiled against, with their files: others of their names may lie next to them.
fn rests_on(library: &Path) -> Vec<(String, String)> {
    // What the stable compiler prints only when it is told to be one of the unstable.
    let listed = compiler().env("RUSTC_BOOTSTRAP", "1").arg("-Zls=root").arg(library).output();
    let listed = String::from_utf8_lossy(&listed.expect("the compiler is there").stdout).into_owned();
    let file = |line: &str| {
        let named = line.split(' ').nth(1)?;
        Some((named.rsplit_once('-')?.0.to_owned(), format!("lib{named}.rlib")))
    };
    listed.lines().skip_while(|line| !line.contains("External Dependencies")).skip(1).filter_map(file).collect()
}

/// The library as it was compiled last: for these tests.
fn newest(deps: &Path, library: &str) -> PathBuf {
    let begin = format!("lib{library}-");
    let files = std::fs::read_dir(deps).expect("the folder is listed").flatten().map(|entry| entry.path());
    let ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&begin) && name.ends_with(".rlib")
    };
    let made = |path: &PathBuf| path.metadata().and_then(|meta| meta.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    files.filter(ours).max_by_key(made).expect("the library lies next to its tests")
}
