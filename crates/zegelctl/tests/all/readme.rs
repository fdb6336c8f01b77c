//! The README, done: what it says to type does what it says.

use std::path::Path;
use std::process::Command;

#[test]
fn the_commands_of_the_readme_run_as_they_stand_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the path is there");
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README is read");
    let blocks: Vec<&str> = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let block = *blocks.iter().find(|block| block.contains("zegelctl demo")).expect("the README shows zegelctl");
    let home = tempfile::tempdir().expect("a folder for the test");
    // Where this test was built stands for where `./dev` builds, and a folder of its own for `/tmp`.
    let built = Path::new(env!("CARGO_BIN_EXE_zegelctl")).parent().expect("the path has a folder");
    let script = block.replace("$PWD/target/debug", &built.display().to_string());
    let script = script.replace("/tmp/", &format!("{}/", home.path().display()));
    let done = Command::new("bash")
        .args(["-euc", &script])
        .current_dir(&root)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .expect("it runs");
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{script}\n{out}\n{err}");
    assert!(out.contains("The log is whole"), "{out}");
}
