//! Of each fact of the one list, tests say what it checks, what it changes, and which parts its entry must have. Read from the
//! tests of its subject, so that a new fact fails here until it has them.

use std::collections::BTreeSet;
use std::path::Path;

use super::wire::kinds;

/// What a test asks of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Check,
    Apply,
    Parts,
}

/// A test, or what tests share: its name, what it gives, and what it does.
pub struct Function {
    name: String,
    gives: String,
    pub body: String,
}

pub fn functions() -> Vec<Function> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/all");
    let mut functions = Vec::new();
    for file in std::fs::read_dir(folder).expect("the folder is listed") {
        let file = file.expect("the folder is listed").path();
        // What tries all facts at random says nothing of one.
        let of_all =
            ["every_rule.rs", "every_fact.rs", "alone.rs", "alone_gains.rs", "alone_moves.rs", "random.rs", "wire.rs"];
        if of_all.iter().any(|other| file.ends_with(other)) {
            continue;
        }
        let source = std::fs::read_to_string(&file).expect("a source file is text");
        for rest in source.split("fn ").skip(1) {
            let Some((head, body)) = rest.split_once('{') else { continue };
            let Some((name, gives)) = head.split_once('(') else { continue };
            let end = body.find("\n}\n").or(body.find("\n    }\n")).unwrap_or(body.len());
            let gives = gives.rsplit_once("-> ").map_or("", |(_, gives)| gives.trim());
            functions.push(Function { name: name.to_owned(), gives: gives.to_owned(), body: body[..end].to_owned() });
        }
    }
    functions
}

fn has_word(source: &str, word: &str) -> bool {
    let of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    source
        .match_indices(word)
        .any(|(at, _)| !source[..at].ends_with(of_a_word) && !source[at + word.len()..].starts_with(of_a_word))
}

/// How a fact is named: by its type, or by what gives one.
pub fn names<'f>(fact: &'f str, functions: &'f [Function]) -> impl Fn(&str) -> bool + 'f {
    let givers: Vec<String> =
        functions.iter().filter(|function| function.gives == fact).map(|giver| format!("{}(", giver.name)).collect();
    move |body| has_word(body, fact) || givers.iter().any(|giver| body.contains(giver.as_str()))
}

/// Whether what stands at the end of a text is the fact: where it is made, if that names one, else somewhere in the text.
fn is_it(before: &str, fact: &str, facts: &[String], functions: &[Function]) -> bool {
    let of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    let start = before.rfind(['=', ';', '\n']).map_or(0, |at| at + 1);
    let asked = before[before.rfind(|c| !of_a_word(c)).map_or(0, |at| at + 1)..].to_owned();
    let made =
        [format!("let {asked} ="), format!("let mut {asked} ="), format!("let {asked}: "), format!("for {asked} in ")];
    let made = made.iter().filter_map(|made| before.rfind(made.as_str())).max().map_or("", |at| {
        let rest = &before[at..];
        &rest[..rest.find(";\n").or(rest.find("{\n")).unwrap_or(rest.len())]
    });
    for text in [&before[start..], made] {
        if facts.iter().any(|one| names(one, functions)(text)) {
            return names(fact, functions)(text);
        }
    }
    names(fact, functions)(before)
}

/// What tests ask of a fact.
fn asked(fact: &str, facts: &[String], functions: &[Function]) -> BTreeSet<Asked> {
    let names = names(fact, functions);
    let mut asked = BTreeSet::new();
    for function in functions.iter().filter(|function| names(&function.body)) {
        let does = |words: &[&str]| words.iter().any(|word| function.body.contains(word));
        asked.extend(does(&[".refuses(", ".refuses_by(", ".try_by("]).then_some(Asked::Check));
        asked.extend(does(&[".changes(", ".play(", ".play_by("]).then_some(Asked::Apply));
        let of_it = |at: usize| is_it(&function.body[..at], fact, facts, functions);
        asked.extend(function.body.match_indices(".parts(").any(|(at, _)| of_it(at)).then_some(Asked::Parts));
    }
    asked
}

/// `dossier-changed` is the fact `DossierChanged`.
fn name_of(kind: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    kind.split('-').map(word).collect()
}

#[test]
fn of_each_fact_tests_say_what_it_checks_what_it_changes_and_which_parts_it_asks_for() {
    let functions = functions();
    let mut missing = Vec::new();
    let facts: Vec<String> = kinds().iter().map(|kind| name_of(kind)).collect();
    for fact in &facts {
        let asked = asked(fact, &facts, &functions);
        let all = [Asked::Check, Asked::Apply, Asked::Parts];
        missing.extend(all.into_iter().filter(|one| !asked.contains(one)).map(|one| format!("{fact}: {one:?}")));
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn a_fact_is_known_by_its_own_name_and_by_what_gives_it() {
    let function =
        |name: &str, gives: &str, body: &str| Function { name: name.into(), gives: gives.into(), body: body.into() };
    let functions = [
        function("resealed", "Resealed", "Resealed {}"),
        function("a", "", "stage.refuses(resealed(&stage))"),
        function("b", "", "stage.play(ResealedTwice {})"),
        function("c", "", "let a = Filed {};\n let b = Moved {};\n a.parts(); stage.changes(b)"),
    ];
    let facts = ["Resealed", "ResealedTwice", "Filed", "Moved"].map(str::to_owned);
    let of = |fact| asked(fact, &facts, &functions);
    assert_eq!(of("Resealed"), BTreeSet::from([Asked::Check]));
    assert_eq!(of("ResealedTwice"), BTreeSet::from([Asked::Apply]));
    assert_eq!(of("Filed"), BTreeSet::from([Asked::Apply, Asked::Parts]));
    assert_eq!(of("Moved"), BTreeSet::from([Asked::Apply]), "the parts of another");
    assert_eq!(name_of("keys-renewed"), "KeysRenewed");
}
