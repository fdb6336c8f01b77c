//! The arrows of docs/ARCHITECTURE.md hold, and what must not be in the program is not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::sources::{code, files, is_of_a_word, paths, root, source, source_without_tests, without_tests};

/// Which of our crates a crate may be built on. Tests may use more: see `MAY_TEST_WITH`.
const ARROWS: &[(&str, &[&str])] = &[
    ("label", &[]),
    ("policy", &["label"]),
    ("seal", &[]),
    ("ledger", &["seal"]),
    ("objects", &["seal", "ledger"]),
    ("remote", &["seal", "ledger", "objects"]),
    ("words", &[]),
    ("paper", &[]),
    ("kinds", &[]),
    ("viewer", &["kinds"]),
    ("registry", &["label", "policy", "seal", "ledger"]),
    ("index", &["label", "policy", "seal", "ledger", "registry"]),
    ("vault", &["label", "policy", "seal", "ledger", "objects", "registry", "index", "kinds"]),
    ("station", &["ledger", "objects", "remote", "seal", "vault"]),
    ("release", &["kinds", "label", "seal", "vault", "paper", "words"]),
    ("reading", &["paper", "vault", "viewer", "words"]),
    (
        "zegelctl",
        &["label", "policy", "seal", "ledger", "vault", "station", "release", "reading", "viewer", "words", "paper"],
    ),
    ("zegel", &["label", "reading", "release", "seal", "station", "vault", "viewer", "words"]),
    ("testkit", &["policy"]),
    ("testtoken", &["seal"]),
];

/// For tests alone, beyond the arrows.
const MAY_TEST_WITH: &[&str] = &["testkit", "words", "paper", "seal", "label"];

/// Crates from elsewhere that only some of ours may name.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("age", &["seal"]),
    ("age-core", &["seal", "testtoken"]),
    ("age-plugin", &["testtoken"]),
    ("aws-lc-rs", &["seal"]),
    ("blake3", &["seal"]),
    ("curve25519-dalek", &["seal"]),
    ("ed25519-zebra", &["seal"]),
    ("libcrux-ml-kem", &["seal"]),
    ("rusqlite", &["ledger", "index"]),
    ("tauri", &["zegel"]),
    ("tauri-specta", &["zegel"]),
    ("gtk", &["zegel"]),
    ("gio", &["zegel"]),
    ("webkit2gtk", &["zegel"]),
    ("calamine", &["viewer"]),
    ("file-format", &["kinds"]),
    ("mail-parser", &["viewer"]),
    ("pulldown-cmark", &["viewer"]),
    ("zip", &["viewer"]),
    ("landlock", &["station", "viewer"]),
    ("seccompiler", &["viewer"]),
    ("hayro", &["viewer"]),
    ("pdfium-render", &["viewer"]),
    ("krilla", &["paper"]),
    ("pdf-writer", &["paper"]),
    ("clap", &["zegelctl"]),
    ("fluent-bundle", &["words"]),
    // The domain waits for nothing: the window, whose toolkit brings it, has long work and what recurs, and connections wait for
    // servers.
    ("tokio", &["zegel", "remote"]),
    // All code that can open a connection.
    ("tokio-postgres", &["remote"]),
    ("tokio-postgres-rustls", &["remote"]),
    ("object_store", &["remote"]),
    ("reqwest", &["remote"]),
    ("rustls", &["remote"]),
];

/// What could make a network call. In a program for shared vaults connections are made by `remote` alone; in one without them none
/// of this is built in.
const NO_NETWORK: &[&str] = &[
    "remote",
    "tokio-postgres",
    "object_store",
    "reqwest",
    "hyper",
    "hyper-util",
    "ureq",
    "curl",
    "isahc",
    "native-tls",
    "openssl",
    "rustls",
    "quinn",
    "tungstenite",
    "h2",
    "tauri-plugin-http",
    "tauri-plugin-shell",
    "tauri-plugin-fs",
    "tauri-plugin-opener",
    "tauri-plugin-store",
    "tauri-plugin-dialog",
];

/// Crates in which nobody may ask what time it is.
const TIMELESS: &[&str] = &[
    "label", "policy", "seal", "ledger", "objects", "registry", "index", "vault", "reading", "release", "paper",
    "words",
];

struct Workspace(Value);

/// What connections are built on, where there are any.
const OF_CONNECTIONS: &[&str] =
    &["remote", "tokio-postgres", "object_store", "reqwest", "hyper", "hyper-util", "h2", "rustls"];

impl Workspace {
    fn read() -> Self {
        Self::with(&[])
    }

    /// As an air-gapped build has it.
    fn without_connections() -> Self {
        Self::with(&["--no-default-features", "--features", "zegel/custom-protocol"])
    }

    fn with(features: &[&str]) -> Self {
        let metadata = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version=1", "--offline", "--filter-platform=x86_64-unknown-linux-gnu"])
            .args(features)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .expect("cargo runs");
        assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
        Self(serde_json::from_slice(&metadata.stdout).expect("cargo writes JSON"))
    }

    fn members(&self) -> impl Iterator<Item = &Value> {
        let members: BTreeSet<&str> =
            list(&self.0, "workspace_members").map(|id| id.as_str().expect("a text")).collect();
        list(&self.0, "packages").filter(move |package| members.contains(text(package, "id")))
    }

    fn ours(&self) -> BTreeSet<&str> {
        self.members().map(|package| text(package, "name")).collect()
    }

    /// Names of all packages that are built into a member, by the features that are really on. Without what is only
    /// for tests.
    fn built_into(&self, member: &str) -> BTreeSet<String> {
        let names: BTreeMap<&str, &str> =
            list(&self.0, "packages").map(|package| (text(package, "id"), text(package, "name"))).collect();
        let nodes: BTreeMap<&str, &Value> =
            list(&self.0["resolve"], "nodes").map(|node| (text(node, "id"), node)).collect();
        let mut waiting: Vec<&str> = self
            .members()
            .filter(|package| text(package, "name") == member)
            .map(|package| text(package, "id"))
            .collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if !seen.insert(id) {
                continue;
            }
            for dependency in list(nodes[id], "deps") {
                if list(dependency, "dep_kinds").any(|kind| kind["kind"] != "dev") {
                    waiting.push(text(dependency, "pkg"));
                }
            }
        }
        seen.into_iter().map(|id| names[id].to_owned()).collect()
    }
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is a list")).iter()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is text"))
}

#[test]
fn every_crate_stands_in_the_map_and_uses_only_what_its_arrows_allow() {
    let workspace = Workspace::read();
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    let ours = workspace.ours();
    assert_eq!(allowed.keys().copied().collect::<BTreeSet<_>>(), ours, "the map and the workspace differ");
    let mut wrong = Vec::new();
    for package in workspace.members() {
        let name = text(package, "name");
        for dependency in list(package, "dependencies") {
            let used = text(dependency, "name");
            let for_tests = dependency["kind"] == "dev";
            if ours.contains(used)
                && !allowed[name].contains(&used)
                // A crate's own tests may want a feature of it that the program does not; those of the whole compile the fuzz targets.
                && !(for_tests && (MAY_TEST_WITH.contains(&used) || ["zegel", used].contains(&name)))
            {
                wrong.push(format!("{name} → {used}{}", if for_tests { " (in tests)" } else { "" }));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not in the map: {wrong:#?}");
}

/// The arrows of the list in docs/ARCHITECTURE.md: a line of a crate ends with them.
fn written(map: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let list = map.split("```").nth(1).expect("the map begins with a list");
    let lines = list.lines().filter_map(|line| line.rsplit_once(" → "));
    let arrows = lines.map(|(line, to)| {
        let name = line.split_whitespace().next().expect("a line begins with a name");
        let to = to.split(", ").map(str::trim).filter(|to| *to != "nothing").collect();
        (if name == "src-tauri/" { "zegel" } else { name }, to)
    });
    arrows.collect()
}

#[test]
fn the_arrows_of_the_map_are_these() {
    let map = source("docs/ARCHITECTURE.md");
    let written = written(&map);
    let of: BTreeMap<&str, BTreeSet<&str>> =
        ARROWS.iter().map(|(name, to)| (*name, to.iter().copied().collect())).collect();
    let differs: Vec<String> = written
        .keys()
        .chain(of.keys())
        .filter(|name| written.get(*name) != of.get(*name))
        .map(|name| format!("{name}: {:?} is written, {:?} is so", written.get(name), of.get(name)))
        .collect();
    assert!(differs.is_empty(), "{differs:#?}");
}

#[test]
fn every_arrow_of_the_map_is_used() {
    let workspace = Workspace::read();
    let mut unused = Vec::new();
    for (name, arrows) in ARROWS {
        let package = workspace.members().find(|package| text(package, "name") == *name).expect("a crate of the map");
        let used: BTreeSet<&str> = list(package, "dependencies").map(|dependency| text(dependency, "name")).collect();
        unused.extend(arrows.iter().filter(|to| !used.contains(**to)).map(|to| format!("{name} → {to}")));
    }
    assert!(unused.is_empty(), "arrows that nothing uses: {unused:#?}");
}

/// The words of a crate's code: of what is built, and of that with its tests. What a comment names is not used.
fn words_of(package: &Value) -> [BTreeSet<String>; 2] {
    let manifest = Path::new(text(package, "manifest_path"));
    let folder = manifest.parent().expect("a manifest lies in a folder");
    let folder = folder.strip_prefix(root()).expect("a member lies in the workspace").to_str().expect("a name");
    let within: &[&str] = if folder.is_empty() { &["src-tauri/", "tests/", "fuzz/"] } else { &[&format!("{folder}/")] };
    let of_it = |file: &String| file.ends_with(".rs") && within.iter().any(|folder| file.starts_with(folder));
    let (mut built, mut all) = (BTreeSet::new(), BTreeSet::new());
    let into = |words: &mut BTreeSet<String>, source: &str| {
        words.extend(code(source).split(|c| !is_of_a_word(c)).map(str::to_owned));
    };
    for file in files().into_iter().filter(of_it) {
        let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
        into(&mut all, &source);
        if !["tests", "benches", "tests.rs", "fuzz"].iter().any(|part| file.split('/').any(|of_path| of_path == *part))
        {
            into(&mut built, &without_tests(&source));
        }
    }
    [built, all]
}

#[test]
fn every_crate_names_what_it_declares() {
    let workspace = Workspace::read();
    let mut unused = Vec::new();
    for package in workspace.members() {
        let [built, all] = words_of(package);
        for dependency in list(package, "dependencies") {
            let named = dependency["rename"].as_str().unwrap_or(text(dependency, "name")).replace('-', "_");
            // What only its tests name is a dependency of the tests.
            let words = if dependency["kind"] == "dev" { &all } else { &built };
            if !words.contains(&named) {
                unused.push(format!("{} → {named}", text(package, "name")));
            }
        }
    }
    assert!(unused.is_empty(), "declared and used by nothing: {unused:#?}");
}

#[test]
fn each_foreign_crate_of_weight_is_named_by_its_one_owner() {
    let workspace = Workspace::read();
    let owners: BTreeMap<&str, &[&str]> = ONLY_IN.iter().copied().collect();
    let mut wrong = Vec::new();
    for package in workspace.members() {
        for dependency in list(package, "dependencies").filter(|dependency| dependency["kind"] != "dev") {
            let (name, used) = (text(package, "name"), text(dependency, "name"));
            if owners.get(used).is_some_and(|owners| !owners.contains(&name)) {
                wrong.push(format!("{name} → {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_that_speaks_to_a_network_is_built_in() {
    let (without, with) = (Workspace::without_connections(), Workspace::read());
    for member in ["zegel", "zegelctl", "viewer"] {
        let built = without.built_into(member);
        let found: Vec<_> = NO_NETWORK.iter().filter(|name| built.contains(**name)).collect();
        assert!(found.is_empty(), "{member} without shared vaults is built with {found:?}");
        let built = with.built_into(member);
        let of_connections = |name: &&&str| member != "viewer" && OF_CONNECTIONS.contains(*name);
        let found: Vec<_> = NO_NETWORK.iter().filter(|name| built.contains(**name) && !of_connections(name)).collect();
        assert!(found.is_empty(), "{member} is built with {found:?}");
        assert_eq!(built.contains("remote"), member != "viewer", "{member}");
    }
}

#[test]
fn the_parts_that_need_no_window_are_built_without_one() {
    let workspace = Workspace::read();
    for member in ["zegelctl", "viewer", "vault", "release"] {
        let built = workspace.built_into(member);
        let found: Vec<_> =
            ["tauri", "wry", "gtk", "webkit2gtk"].into_iter().filter(|name| built.contains(*name)).collect();
        assert!(found.is_empty(), "{member} is built with {found:?}");
    }
}

#[test]
fn the_renderer_holds_no_keys() {
    let built = Workspace::read().built_into("viewer");
    let found: Vec<_> =
        ["seal", "vault", "ledger", "age", "rusqlite"].into_iter().filter(|name| built.contains(*name)).collect();
    assert!(found.is_empty(), "viewer is built with {found:?}");
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    let workspace = Workspace::read();
    for package in workspace.members() {
        let manifest = std::fs::read_to_string(text(package, "manifest_path")).expect("a manifest is text");
        assert!(manifest.contains("[lints]\nworkspace = true"), "{}", text(package, "name"));
    }
}

/// A pass of the compiler over what has no test of a kind costs seconds and finds nothing, so a manifest may leave it out: for as
/// long as there is none.
#[test]
fn where_a_manifest_leaves_tests_out_there_are_none() {
    let test = ["#[te", "st]"].concat();
    let workspace = Workspace::read();
    let mut wrong = Vec::new();
    for target in workspace.members().flat_map(|package| list(package, "targets")) {
        let of_kind = |kind: &str| list(target, "kind").any(|one| one == kind);
        if !of_kind("lib") && !of_kind("bin") {
            continue;
        }
        let path = Path::new(text(target, "src_path")).strip_prefix(root()).expect("it lies in the workspace");
        let folder = path.parent().expect("a file lies in a folder");
        let of_it = |file: &Path| if of_kind("lib") { file.starts_with(folder) } else { file == path };
        for file in files().into_iter().filter(|file| file.ends_with(".rs") && of_it(Path::new(file))) {
            let source = source(&file);
            let documentation = source.lines().map(str::trim_start).filter(|line| line.starts_with("//"));
            let fences = documentation.filter_map(|line| line.trim_start_matches(['/', '!', ' ']).strip_prefix("```"));
            // Every second fence ends what the one before began.
            if of_kind("lib") && target["doctest"] == false && fences.step_by(2).any(|kind| kind != "text") {
                wrong.push(format!("{file}: a program in its documentation"));
            }
            if target["test"] == false && source.contains(&test) {
                wrong.push(format!("{file}: a test"));
            }
        }
    }
    assert!(wrong.is_empty(), "nobody would run {wrong:#?}");
}

/// `cargo test --test NAME` compiles every target of that name.
#[test]
fn each_target_of_tests_has_a_name_of_its_own() {
    let workspace = Workspace::read();
    let mut of_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in workspace.members() {
        for target in list(package, "targets").filter(|target| list(target, "kind").any(|kind| kind == "test")) {
            of_name.entry(text(target, "name")).or_default().push(text(package, "name"));
        }
    }
    of_name.retain(|_, packages| packages.len() > 1);
    assert!(of_name.is_empty(), "{of_name:#?}");
}

/// The lint finds a bare `unwrap`, in tests as well; what may not fail says why.
#[test]
fn no_file_lets_itself_unwrap() {
    let (allowed, in_tests) = (["unwrap", "used"].join("_"), "allow-unwrap-in-tests");
    for file in files().into_iter().filter(|file| file.ends_with(".rs") || file.ends_with("clippy.toml")) {
        let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
        let lets = |line: &&str| line.contains(&allowed) || file.ends_with("clippy.toml") && line.contains(in_tests);
        assert_eq!(source.lines().find(lets), None, "{file}: `expect` says why, `unwrap` does not");
    }
}

#[test]
fn no_domain_crate_asks_what_time_it_is() {
    let asks = ["Utc::now", "Local::now", "SystemTime::now()", "Instant::now()"];
    let mut wrong = Vec::new();
    for file in files() {
        let in_domain = TIMELESS.iter().any(|name| file.starts_with(&format!("crates/{name}/src/")));
        if in_domain && file.ends_with(".rs") && !file.ends_with("/bench.rs") {
            let source = source_without_tests(&file);
            wrong.extend(asks.iter().filter(|ask| source.contains(**ask)).map(|ask| format!("{file}: {ask}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where a program makes the clock that it opens a vault with, and that everything in it goes by.
const CLOCKS: &[&str] = &["src-tauri/src/start.rs", "crates/zegelctl/src/context.rs"];

#[test]
fn a_program_asks_what_time_it_is_in_one_place() {
    let mut asking = BTreeSet::new();
    for file in files() {
        let ours = file.starts_with("src-tauri/src/") || file.starts_with("crates/") && file.contains("/src/");
        if ours && file.ends_with(".rs") && !file.contains("/tests") {
            let source = code(&source_without_tests(&file));
            if ["Utc::now", "Local::now", "SystemTime::now"].iter().any(|ask| source.contains(ask)) {
                asking.insert(file);
            }
        }
    }
    assert_eq!(asking, CLOCKS.iter().map(|file| (*file).to_owned()).collect());
}

/// Where more is asked of `chrono` than days and instants, and what.
const RECKON: &[(&str, &str)] = &[
    ("crates/label/src/time.rs", "the calendar, and times as they are written"),
    ("crates/vault/src/dates.rs", "which day it is in the zone of this computer"),
];

#[test]
fn days_are_reckoned_and_times_read_in_one_place() {
    let more =
        ["Months", "Days", "Datelike", "Timelike", "Local", "NaiveDateTime", "NaiveTime", "TimeDelta", "Duration"];
    let mut wrong = Vec::new();
    for file in files() {
        let ours =
            ["crates/", "src-tauri/src/"].iter().any(|folder| file.starts_with(folder)) && !file.contains("/tests");
        if ours && file.ends_with(".rs") && !RECKON.iter().any(|(known, _)| *known == file) {
            let source = code(&source_without_tests(&file));
            let asked = paths(&source, "chrono::").into_iter().flatten();
            wrong.extend(asked.filter(|name| more.contains(&name.as_str())).map(|name| format!("{file}: {name}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Crates in which nobody draws random bytes by himself: keys and ids come from the source that a vault is opened with. What
/// `seal` needs inside a ciphertext (salts, nonces, encapsulations) it takes from the system, and names of files that are
/// not finished are no part of a vault.
const WITHOUT_CHANCE: &[&str] = &["label", "policy", "ledger", "registry", "index", "vault", "release"];

/// Who lists a folder, and which.
const LISTS_FOLDERS: &[(&str, &str)] = &[
    ("crates/vault/src/documents/pick.rs", "what a person picked: to one depth, with one way to clean names"),
    ("crates/vault/src/vault/founding.rs", "whether a new vault's place is empty"),
    ("crates/vault/src/doctor.rs", "a vault that is looked over"),
    ("crates/objects/src/root.rs", "the folder of a vault"),
    ("crates/objects/src/apart.rs", "whether a vault lies next to what is written"),
    ("crates/zegelctl/src/bench.rs", "what a vault takes on the disk"),
    ("crates/zegelctl/src/bench/view.rs", "documents to be shown"),
    ("crates/zegelctl/src/cli/advice.rs", "the sources, in its test"),
    ("crates/zegelctl/src/demo/mod.rs", "half an exercise vault, to take it away"),
    ("crates/testkit/src/refused.rs", "programs that must not compile, and libraries"),
    ("src-tauri/build.rs", "the commands in its own sources"),
    ("src-tauri/src/start.rs", "graphics cards"),
];

#[test]
fn folders_that_are_filed_are_walked_in_one_place() {
    let lists = |file: &&String| {
        file.ends_with(".rs") && !file.contains("/tests/") && !file.starts_with("tests/") && {
            let source = source_without_tests(file);
            source.contains("read_dir(") || source.contains("WalkDir")
        }
    };
    let unknown: Vec<String> = files()
        .into_iter()
        .filter(|file| lists(&file) && !LISTS_FOLDERS.iter().any(|(known, _)| known == file))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}: folders that are filed are walked by vault::pick alone");
    for front in ["src-tauri/src/picked.rs", "crates/zegelctl/src/commands/filing.rs"] {
        assert!(source_without_tests(front).contains("pick(&"), "{front} takes what vault::pick found");
    }
}

#[test]
fn no_domain_crate_draws_its_own_keys_and_ids() {
    let draws = ["::generate()", "random_id()", "random_bytes", "VaultId::random()", "OsRng", "getrandom"];
    let mut wrong = Vec::new();
    for file in files() {
        let in_domain = WITHOUT_CHANCE.iter().any(|name| file.starts_with(&format!("crates/{name}/src/")));
        let for_tests =
            ["/bench.rs", "/conformance.rs", "_tests.rs", "/tests.rs"].iter().any(|end| file.ends_with(end))
                || file.contains("/tests/");
        if in_domain && file.ends_with(".rs") && !for_tests {
            let source = source_without_tests(&file);
            // What draws is defined somewhere.
            let found = draws.iter().filter(|draw| source.contains(**draw) && file != "crates/ledger/src/entry.rs");
            wrong.extend(found.map(|draw| format!("{file}: {draw}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
