//! The arrows of docs/ARCHITECTURE.md hold, and what must not be in the program is not in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

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
    ("zegelctl", &["label", "policy", "seal", "ledger", "vault", "station", "release", "viewer", "words", "paper"]),
    ("zegel", &["label", "release", "seal", "station", "vault", "viewer", "words"]),
    ("testkit", &["label", "policy", "seal", "ledger", "vault"]),
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
    ("krilla", &["paper"]),
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
const TIMELESS: &[&str] =
    &["label", "policy", "seal", "ledger", "objects", "registry", "index", "vault", "release", "paper", "words"];

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

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Files of the repository, tracked or about to be.
fn files() -> Vec<String> {
    let listed = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git runs");
    let listed = String::from_utf8(listed.stdout).expect("file names are text");
    listed.lines().filter(|file| root().join(file).is_file()).map(str::to_owned).collect()
}

/// What a file of Rust says outside its own tests.
fn source_without_tests(file: &str) -> String {
    let source = std::fs::read_to_string(root().join(file)).expect("a source file is text");
    without_tests(&source)
}

/// Tests stand last in a file. What is only declared for them, in a file of its own, may stand anywhere.
fn without_tests(source: &str) -> String {
    let mut parts = source.split("#[cfg(test)]");
    let mut without = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.trim_start().split_once(';') {
            Some((declared, rest)) if declared.starts_with("mod ") && !declared.contains('{') => without.push_str(rest),
            _ => break,
        }
    }
    without
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
                // A crate's own tests may want a feature of it that the program does not.
                && !(for_tests && (MAY_TEST_WITH.contains(&used) || name == "testkit" || name == used))
            {
                wrong.push(format!("{name} → {used}{}", if for_tests { " (in tests)" } else { "" }));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that are not in the map: {wrong:#?}");
}

#[test]
fn every_arrow_of_the_map_is_used() {
    let workspace = Workspace::read();
    let mut unused = Vec::new();
    // What the tests stand on is theirs to choose.
    for (name, arrows) in ARROWS.iter().filter(|(name, _)| *name != "testkit") {
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
    let within: &[&str] = if folder.is_empty() { &["src-tauri/", "tests/"] } else { &[&format!("{folder}/")] };
    let of_it = |file: &String| file.ends_with(".rs") && within.iter().any(|folder| file.starts_with(folder));
    let (mut built, mut all) = (BTreeSet::new(), BTreeSet::new());
    let into = |words: &mut BTreeSet<String>, source: &str| {
        words.extend(code(source).split(|c| !is_of_a_word(c)).map(str::to_owned));
    };
    for file in files().into_iter().filter(of_it) {
        let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
        into(&mut all, &source);
        if !["tests", "benches", "tests.rs"].iter().any(|part| file.split('/').any(|of_path| of_path == *part)) {
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

/// Modules of these crates know each other in one direction. A module is a file or folder next to `lib.rs`, with all that is
/// in it.
const WITHOUT_CIRCLES: &[&str] = &[
    "label", "policy", "seal", "ledger", "objects", "remote", "registry", "index", "vault", "station", "release",
    "viewer", "kinds", "paper", "words", "zegelctl", "zegel", "testkit",
];

/// Arrows that are not followed, with the reason.
const MUTUAL: &[(&str, &str, &str)] = &[
    // The state keeps what each subject knows, and each of its facts changes the state.
    ("registry", "*", "state"),
    // A request holds what it is about, and what it is about answers for itself: as the list of facts, in one place.
    ("registry", "assents", "clearances"),
    ("registry", "assents", "custody"),
    ("registry", "assents", "documents"),
    ("registry", "assents", "dossiers"),
    ("registry", "assents", "people"),
    ("registry", "assents", "releases"),
    ("registry", "assents", "system"),
    // What can be typed is made of what each command takes, and each command reads what was typed.
    ("zegelctl", "*", "cli"),
];

/// The modules of a crate, each with those that it names.
fn modules(name: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = if name == "zegel" { "src-tauri/src/".to_owned() } else { format!("crates/{name}/src/") };
    let mut sources: BTreeMap<String, String> = BTreeMap::new();
    for file in files().into_iter().filter(|file| file.starts_with(&folder) && file.ends_with(".rs")) {
        let within = file.trim_start_matches(&folder).trim_end_matches(".rs");
        let module = within.split('/').next().expect("a path has a first part");
        if !["tests", "bin"].contains(&module) && !module.ends_with("_tests") {
            let depth = within.trim_end_matches("/mod").split('/').count();
            let source = code(&source_without_tests(&file)).replace(&"super::".repeat(depth), "crate::");
            sources.entry(module.to_owned()).or_default().push_str(&source);
        }
    }
    let main = sources.remove("main");
    let root = sources.remove("lib").or(main).expect("a crate has a root");
    // What the root hands on is of the module that it comes from.
    let mut handed_on: BTreeMap<String, String> = BTreeMap::new();
    for path in paths(&root, "use ") {
        let [module, .., item] = path.as_slice() else { continue };
        let Some(source) = sources.get(module) else { continue };
        let items: Vec<&str> = source.split_whitespace().collect();
        let public = |three: &&[&str]| item == "*" && three[0] == "pub" && DECLARES.contains(&three[1]);
        let declared = items.windows(3).filter(public).map(|three| three[2]);
        let declared = declared.filter_map(|name| name.split(|c: char| !is_of_a_word(c)).next());
        handed_on.extend(declared.chain([item.as_str()]).map(|item| (item.to_owned(), module.clone())));
    }
    let knows = |module: &String, source: &String| {
        let named = used(source).into_iter().filter_map(|path| path.first().cloned());
        let of = |name: String| if sources.contains_key(&name) { Some(name) } else { handed_on.get(&name).cloned() };
        named.filter_map(of).filter(|other| other != module).collect()
    };
    sources.iter().map(|(module, source)| (module.clone(), knows(module, source))).collect()
}

const DECLARES: &[&str] = &["struct", "enum", "trait", "fn", "type", "const"];

fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Without comments.
fn code(source: &str) -> String {
    let lines = source.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths below the root of the crate that a source names: `use crate::{a::B, c}`, `crate::a::b()`.
fn used(source: &str) -> Vec<Vec<String>> {
    paths(source, "crate::")
}

/// The paths that stand behind a word.
fn paths(source: &str, word: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for (at, word) in source.match_indices(word).filter(|(at, _)| !source[..*at].ends_with(is_of_a_word)) {
        branches(&source[at + word.len()..], &[], &mut paths);
    }
    paths
}

/// The branches of a tree of paths, as `use` has it; gives what stands behind it.
fn branches<'s>(text: &'s str, before: &[String], paths: &mut Vec<Vec<String>>) -> &'s str {
    let mut path = before.to_vec();
    let mut rest = text;
    loop {
        if let Some(inner) = rest.strip_prefix('{') {
            rest = inner;
            loop {
                rest = branches(rest.trim_start(), &path, paths).trim_start();
                match rest.strip_prefix(',') {
                    Some(more) => rest = more,
                    None => return rest.strip_prefix('}').unwrap_or(rest),
                }
            }
        }
        let end = rest.find(|c: char| !is_of_a_word(c) && c != '*').unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        if word.is_empty() {
            return behind;
        }
        path.push(word.to_owned());
        match behind.strip_prefix("::") {
            Some(more) => rest = more,
            None => {
                paths.push(path);
                let named = behind.strip_prefix(" as ").map(|more| more.trim_start_matches(is_of_a_word));
                return named.unwrap_or(behind);
            }
        }
    }
}

/// The modules that can be reached from themselves.
fn in_circles(name: &str, modules: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let follows = |from: &str, to: &str| {
        !MUTUAL.iter().any(|(of, one, other)| *of == name && (*one == "*" || *one == from) && *other == to)
    };
    let reaches_itself = |start: &&String| {
        let (mut waiting, mut seen) = (vec![start.as_str()], BTreeSet::new());
        while let Some(module) = waiting.pop() {
            for next in modules[module].iter().filter(|next| follows(module, next)) {
                if next == *start {
                    return true;
                }
                if seen.insert(next.as_str()) {
                    waiting.push(next);
                }
            }
        }
        false
    };
    modules.keys().filter(reaches_itself).cloned().collect()
}

#[test]
fn no_module_knows_one_that_knows_it() {
    for name in WITHOUT_CIRCLES {
        let modules = modules(name);
        let circle = in_circles(name, &modules);
        let arrows: Vec<String> = circle.iter().map(|module| format!("{module} → {:?}", modules[module])).collect();
        assert!(circle.is_empty(), "{name}: {arrows:#?}");
    }
}

#[test]
fn what_modules_know_is_read_from_their_paths() {
    let source = "use crate::{a::{B, c::D as E}, f};\nlet x = crate::g::h(y);\n// crate::not\nuse std::io;";
    let named = ["a::B", "a::c::D", "f", "g::h"];
    assert_eq!(used(&code(source)).iter().map(|path| path.join("::")).collect::<Vec<_>>(), named);
    let knows = |pairs: &[(&str, &str)]| {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (one, other) in pairs {
            all.entry((*other).to_owned()).or_default();
            all.entry((*one).to_owned()).or_default().insert((*other).to_owned());
        }
        all
    };
    assert_eq!(in_circles("x", &knows(&[("a", "b"), ("b", "c"), ("c", "b")])), ["b", "c"]);
    assert_eq!(in_circles("x", &knows(&[("a", "b"), ("b", "c"), ("a", "c")])), [""; 0]);
    assert!(!modules("registry")["clearances"].is_empty() && modules("vault")["releases"].contains("documents"));
    assert!(modules("zegelctl")["cli"].contains("commands") && modules("zegel")["ipc"].contains("shell"));
    let source = "#[cfg(test)]\nmod advice;\nuse crate::a;\n#[cfg(test)]\nmod tests {\n    use crate::b;\n}\n";
    assert_eq!(used(&without_tests(source)), [["a"]]);
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
            if ["Utc::now", "Local::now"].iter().any(|ask| source.contains(ask)) {
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
    ("crates/zegelctl/src/cli/advice.rs", "the sources, in its test"),
    ("crates/zegelctl/src/demo/mod.rs", "half an exercise vault, to take it away"),
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

#[test]
fn only_the_ipc_folder_of_the_page_imports_tauri() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("ui/src/") && !file.starts_with("ui/src/lib/ipc/")) {
        if [".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
            if source.contains("@tauri-apps") || source.contains("__TAURI") {
                wrong.push(file);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where the name of our own policy, which is that of our nation too, is written.
const OWN_NAME: &[&str] =
    &["crates/label/src/", "crates/vault/src/marks.rs", "crates/zegelctl/src/demo/", "ui/src/lib/own.ts"];

#[test]
fn the_policies_that_ship_with_the_program_are_named_in_one_place() {
    let mut wrong = Vec::new();
    for file in files() {
        let program = ["crates/", "src-tauri/src/", "ui/src/"].iter().any(|folder| file.starts_with(folder));
        let known = OWN_NAME.iter().any(|known| file.starts_with(known));
        if !program
            || known
            || ["/tests", "/examples/", "bench", "testkit", "bindings.ts"].iter().any(|other| file.contains(other))
        {
            continue;
        }
        if [".rs", ".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = source_without_tests(&file);
            wrong.extend(
                ["\"BEL\"", "\"NATO\", \"EU\""]
                    .iter()
                    .filter(|name| source.contains(**name))
                    .map(|name| format!("{file}: {name}")),
            );
        }
    }
    assert!(wrong.is_empty(), "say `Policy::OWN`, `Policy::BUILTIN`, or those of own.ts: {wrong:#?}");
}

#[test]
fn the_page_writes_no_markup_from_data_and_keeps_nothing() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("ui/src/")) {
        if [".ts", ".svelte"].iter().any(|ending| file.ends_with(ending)) {
            let source = std::fs::read_to_string(root().join(&file)).expect("a source file is text");
            for word in ["{@html", "innerHTML", "eval(", "indexedDB", "document.cookie"] {
                if source.contains(word) {
                    wrong.push(format!("{file}: {word}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_table_is_strict() {
    let mut wrong = Vec::new();
    for file in files().into_iter().filter(|file| file.starts_with("crates/") && file.ends_with(".sql")) {
        let Ok(source) = std::fs::read_to_string(root().join(&file)) else { continue };
        for table in source.split("CREATE TABLE").skip(1) {
            // The line that closes the statement; comments inside it may hold anything.
            let end = table.lines().find(|line| line.starts_with(')')).unwrap_or_default();
            if !end.contains("STRICT") {
                wrong.push(format!("{file}: CREATE TABLE{}", table.lines().next().unwrap_or_default()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_unfinished_and_nothing_from_outside_the_repository_is_referred_to() {
    // Spelled apart, so that this file does not find itself.
    let forbidden =
        [["todo", "!("].concat(), ["unimplement", "ed!("].concat(), ["FIX", "ME"].concat(), ["#[ign", "ore]"].concat()];
    let mut wrong = Vec::new();
    for file in files()
        .into_iter()
        .filter(|file| Path::new(file).extension().is_some_and(|end| end != "lock" && end != "stderr"))
    {
        let Ok(source) = std::fs::read_to_string(root().join(&file)) else { continue };
        wrong.extend(forbidden.iter().filter(|word| source.contains(*word)).map(|word| format!("{file}: {word}")));
        wrong.extend(outside(&file, &source).into_iter().map(|path| format!("{file}: {path}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What every system of this kind has.
const OF_THE_SYSTEM: &[&str] = &["bin", "dev", "etc", "lib", "proc", "run", "srv", "sys", "tmp", "usr", "var"];

/// The paths in a file that lead out of the repository: to something that is on this computer and is no part of the system, or
/// beyond the root, where a page of the documentation links.
fn outside(file: &str, source: &str) -> Vec<String> {
    let is_of_a_path = |c: char| is_of_a_word(c) || "./-+@".contains(c);
    let paths = source.split(|c| !is_of_a_path(c)).filter(|path| path.contains('/'));
    let ours = |path: &str| {
        let first = path.split('/').nth(1).unwrap_or_default();
        first.is_empty() || OF_THE_SYSTEM.contains(&first) || path.matches('/').count() < 2 || !Path::new(path).exists()
    };
    let beyond = |path: &str| {
        let up = path.split('/').take_while(|part| *part == "..").count();
        file.ends_with(".md") && up > file.matches('/').count()
    };
    paths.filter(|path| path.starts_with('/') && !ours(path) || beyond(path)).map(str::to_owned).collect()
}

#[test]
fn a_path_that_leads_out_of_the_repository_is_found() {
    let here = root().join("Cargo.toml");
    let here = here.to_str().expect("the path of the repository is text");
    let system = OF_THE_SYSTEM.iter().any(|part| here.starts_with(&format!("/{part}/")));
    assert_eq!(outside("x.rs", &format!("// see `{here}`")).is_empty(), system);
    assert_eq!(outside("docs/x.md", "[a](../README.md) [b](../../shared/x)"), ["../../shared/x"]);
    assert!(outside("x.rs", "/etc/hostname /no/such/place a/b ../x https://example.org/a/b").is_empty());
}

#[test]
fn the_top_level_holds_what_the_readme_says_and_nothing_else() {
    let known = BTreeSet::from([
        "Cargo.toml",
        "Cargo.lock",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "README.md",
        "SECURITY.md",
        "check",
        "crates",
        "deny.toml",
        "dev",
        "docs",
        "fuzz",
        "messages",
        "policies",
        "rust-toolchain.toml",
        "rustfmt.toml",
        "src-tauri",
        "tauri.conf.json",
        "tests",
        "ui",
    ]);
    let found: BTreeSet<String> =
        files().iter().map(|file| file.split('/').next().unwrap_or_default().to_owned()).collect();
    let strange: Vec<_> =
        found.iter().filter(|name| !name.starts_with('.') && !known.contains(name.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
}
