//! Modules of a crate know each other in one direction.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{code, files, is_of_a_word, paths, source_without_tests, used, without_tests};

/// Modules of these crates know each other in one direction. A module is a file or folder next to `lib.rs`, with all that is
/// in it.
const WITHOUT_CIRCLES: &[&str] = &[
    "label", "policy", "seal", "ledger", "objects", "remote", "registry", "index", "vault", "station", "release",
    "reading", "viewer", "kinds", "paper", "words", "zegelctl", "zegel", "testkit",
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
