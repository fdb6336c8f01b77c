//! Modules of a crate know each other in one direction.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{code, files, is_of_a_word, paths, source_without_tests, used, without_tests};

/// Modules of these crates know each other in one direction, those next to `lib.rs` as well as those that stand in one of them. A
/// module is a file or folder, with all that is in it.
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

/// A crate as tests read it: its modules by their paths.
struct Crate(BTreeMap<Vec<String>, Module>);

/// What the own file of a module says, with all paths from the root of the crate, and what it takes from elsewhere.
struct Module {
    source: String,
    uses: Vec<Vec<String>>,
    /// What it declares for others.
    declares: BTreeSet<String>,
}

impl Crate {
    fn read(name: &str) -> Crate {
        let folder = if name == "zegel" { "src-tauri/src/".to_owned() } else { format!("crates/{name}/src/") };
        let files: Vec<String> =
            files().into_iter().filter(|file| file.starts_with(&folder) && file.ends_with(".rs")).collect();
        let has_library = files.contains(&format!("{folder}lib.rs"));
        let mut modules = BTreeMap::new();
        for file in files {
            let within = file.trim_start_matches(&folder).trim_end_matches(".rs").trim_end_matches("/mod");
            let module: Vec<String> = match within {
                "lib" => Vec::new(),
                "main" if has_library => continue,
                "main" => Vec::new(),
                _ => within.split('/').map(str::to_owned).collect(),
            };
            if !module.iter().any(|part| ["tests", "bin"].contains(&part.as_str()) || part.ends_with("_tests")) {
                let source = from_the_root(&code(&source_without_tests(&file)), &module);
                let (uses, declares) = (paths(&source, "use "), declared(&source));
                modules.insert(module, Module { source, uses, declares });
            }
        }
        Crate(modules)
    }

    /// The modules that stand in this one, with all that is in them, each with those of them that it names. Each is called by its
    /// path.
    fn inside(&self, parent: &[String]) -> BTreeMap<String, BTreeSet<String>> {
        let mut inside: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let child = |module: &[String]| module.starts_with(parent).then(|| module.get(parent.len())).flatten().cloned();
        let called = |child: &str| parent.iter().map(String::as_str).chain([child]).collect::<Vec<_>>().join("::");
        for (module, Module { source, .. }) in &self.0 {
            let Some(own) = child(module) else { continue };
            let named = used(source).into_iter().filter_map(|path| child(&self.owner(&path)));
            let knows = named.filter(|other| *other != own).map(|other| called(&other));
            inside.entry(called(&own)).or_default().extend(knows);
        }
        inside
    }

    /// The module that what a path from the root names is of: what is handed on is of the module that it comes from.
    fn owner(&self, path: &[String]) -> Vec<String> {
        let mut module: Vec<String> = Vec::new();
        for part in path {
            let mut below = module.clone();
            below.push(part.clone());
            if self.0.contains_key(&below) {
                module = below;
            } else if let Some(from) = self.handed_on(&module, part) {
                module = from;
            } else {
                break;
            }
        }
        module
    }

    /// Where a module has a name from that it does not declare.
    fn handed_on(&self, module: &[String], item: &str) -> Option<Vec<String>> {
        if ["self", "*"].contains(&item) {
            return None;
        }
        let may_be = |path: &&Vec<String>| path.last().is_some_and(|last| last == "*" || last == item);
        self.0.get(module)?.uses.iter().filter(may_be).find_map(|path| {
            let (last, before) = path.split_last()?;
            let of: Vec<String> = match before.split_first()? {
                (first, rest) if first == "crate" => rest.to_vec(),
                _ => module.iter().chain(before).cloned().collect(),
            };
            let declares = self.0.get(&of).filter(|_| of != module)?.declares.contains(item);
            match last.as_str() {
                "*" => declares.then_some(of),
                last if last == item && declares => Some(of),
                last if last == item => self.handed_on(&of, item).or(Some(of)),
                _ => None,
            }
        })
    }

    /// The modules that others stand in.
    fn parents(&self) -> BTreeSet<Vec<String>> {
        self.0.keys().filter_map(|module| module.split_last()).map(|(_, parent)| parent.to_vec()).collect()
    }
}

/// With all paths from the root: `super` and `self` are spelled out.
fn from_the_root(source: &str, module: &[String]) -> String {
    let place = |module: &[String]| module.iter().fold("crate::".to_owned(), |path, part| path + part + "::");
    let mut source = source.to_owned();
    for above in (0..module.len()).rev() {
        source = source.replace(&"super::".repeat(module.len() - above), &place(&module[..above]));
    }
    source.replace("self::", &place(module))
}

/// The names that a source declares for others.
fn declared(source: &str) -> BTreeSet<String> {
    let words: Vec<&str> = source.split_whitespace().collect();
    let of_others = |three: &&[&str]| three[0].starts_with("pub") && DECLARES.contains(&three[1]);
    let name = |three: &[&str]| three[2].split(|c: char| !is_of_a_word(c)).next().map(str::to_owned);
    words.windows(3).filter(of_others).filter_map(name).collect()
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
    let mut wrong = Vec::new();
    for name in WITHOUT_CIRCLES {
        let all = Crate::read(name);
        for parent in all.parents() {
            let modules = all.inside(&parent);
            let circle = in_circles(name, &modules);
            wrong.extend(circle.iter().map(|module| format!("{name}: {module} → {:?}", modules[module])));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
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
    let knows = |name: &str, one: &str, other: &str| {
        let parent: Vec<String> =
            one.rsplit_once("::").into_iter().flat_map(|(up, _)| up.split("::")).map(str::to_owned).collect();
        Crate::read(name).inside(&parent)[one].contains(other)
    };
    assert!(knows("registry", "clearances", "state") && knows("vault", "releases", "documents"));
    assert!(knows("zegelctl", "cli", "commands") && knows("zegel", "ipc", "shell"));
    assert!(
        knows("registry", "keys::pairs", "keys::chain"),
        "what the module above hands on is of the one that has it"
    );
    assert!(
        knows("zegelctl", "commands::doc", "commands::filing")
            && !knows("zegelctl", "commands::filing", "commands::doc")
    );
    let source = "#[cfg(test)]\nmod advice;\nuse crate::a;\n#[cfg(test)]\nmod tests {\n    use crate::b;\n}\n";
    assert_eq!(used(&without_tests(source)), [["a"]]);
}
