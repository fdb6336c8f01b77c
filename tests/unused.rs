//! No word that nobody says: each key of the catalogues is named by a program or the page, or built there from parts that they know.

use std::collections::BTreeSet;

use super::sources::{files, source};

/// Said by the tests of `words` alone, as the plainest number with a plural.
const FOR_TESTS: &[&str] = &["count-documents"];

/// A key as it is built: what stands between its values.
struct Built {
    fixed: Vec<String>,
    /// What else the file writes as a text: a key that begins with a value begins with one of these, or with another key.
    texts: BTreeSet<String>,
}

/// What programs and the page know.
#[derive(Default)]
struct Known {
    words: BTreeSet<String>,
    built: Vec<Built>,
}

fn is_of_a_key(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
}

/// The fixed parts of a text with values in braces, where it can be a key.
fn fixed(text: &str) -> Option<Vec<String>> {
    let (mut fixed, mut depth) = (vec![String::new()], 0_usize);
    for c in text.chars() {
        match c {
            '{' => {
                if depth == 0 {
                    fixed.push(String::new());
                }
                depth += 1;
            }
            '}' => depth = depth.checked_sub(1)?,
            '$' if depth == 0 => {}
            c if depth == 0 && is_of_a_key(c) => fixed.last_mut()?.push(c),
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    (depth == 0 && fixed.len() > 1 && fixed.iter().any(|part| !part.is_empty())).then_some(fixed)
}

impl Known {
    fn read(&mut self, source: &str, quote: char) {
        let lines: Vec<&str> = source.lines().map(|line| line.split("// ").next().unwrap_or_default()).collect();
        let texts: BTreeSet<String> = lines.iter().flat_map(|line| line.split('"')).map(str::to_owned).collect();
        for line in &lines {
            for word in line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-') {
                self.words.extend([word.trim_matches('-').to_owned()]);
                self.words.extend(word.split('-').map(str::to_owned));
            }
            let built = line.split(quote).filter_map(fixed);
            self.built.extend(built.map(|fixed| Built { fixed, texts: texts.clone() }));
        }
    }

    /// As it stands, or as the name of a field or of a variant.
    fn knows(&self, part: &str) -> bool {
        let part = part.trim_matches('-');
        let capital = |word: &str| word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default();
        part.is_empty()
            || [part.to_owned(), part.replace('-', "_"), part.split('-').map(capital).collect()]
                .iter()
                .any(|name| self.words.contains(name))
    }

    fn fits(&self, rest: &str, built: &Built, at: usize, keys: &BTreeSet<String>) -> bool {
        let Some(rest) = built.fixed.get(at).and_then(|part| rest.strip_prefix(part.as_str())) else { return false };
        if at + 1 == built.fixed.len() {
            return rest.is_empty();
        }
        let begins = at == 0 && built.fixed.first().is_some_and(String::is_empty);
        (usize::from(begins)..=rest.len()).any(|length| {
            let (value, behind) = rest.split_at(length);
            let is = if begins {
                keys.contains(value) || built.texts.contains(value)
            } else {
                self.knows(value) || self.builds(value, keys)
            };
            is && self.fits(behind, built, at + 1, keys)
        })
    }

    /// Whether a part of a key is built itself: from a beginning that says what it is.
    fn builds(&self, part: &str, keys: &BTreeSet<String>) -> bool {
        let named = |built: &&Built| built.fixed.first().is_some_and(|first| first.len() > 2);
        self.built.iter().filter(named).any(|built| self.fits(part, built, 0, keys))
    }

    fn says(&self, key: &str, keys: &BTreeSet<String>) -> bool {
        self.words.contains(key) || self.built.iter().any(|built| self.fits(key, built, 0, keys))
    }
}

/// The keys that nothing says.
fn unsaid(known: &Known, catalogue: &str) -> Vec<String> {
    let key =
        |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned()).filter(|key| key.chars().all(is_of_a_key));
    let keys: BTreeSet<String> = catalogue.lines().filter_map(key).collect();
    let taken_up: BTreeSet<&str> =
        catalogue.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::trim).collect();
    let unsaid = |key: &&String| !taken_up.contains(key.as_str()) && !known.says(key, &keys);
    keys.iter().filter(unsaid).cloned().collect()
}

#[test]
fn every_word_of_the_catalogues_is_said() {
    let mut known = Known::default();
    for file in files() {
        let program = ["crates/", "src-tauri/src/", "ui/src/"].iter().any(|folder| file.starts_with(folder));
        let quote = match file.rsplit_once('.') {
            Some((_, "rs")) => '"',
            Some((_, "ts" | "svelte")) => '`',
            _ => continue,
        };
        if program && !file.contains("/tests") && !file.ends_with("bindings.ts") {
            known.read(source(&file).split("#[cfg(test)]\nmod tests {").next().unwrap_or_default(), quote);
        }
    }
    let unsaid = unsaid(&known, words::catalogue(words::Lang::En));
    assert_eq!(unsaid, FOR_TESTS, "keys that nothing says");
}

#[test]
fn a_key_is_said_by_its_name_or_by_what_builds_it() {
    let mut known = Known::default();
    known.read("say(\"plain\"); format!(\"err-{code}-fix\", code); [\"proof\"]; format!(\"{kind}-{}\", x); not_held; Kind::NotYet", '"');
    known.read("t(`ui-why-${name ? \"other-\" : \"\"}${two}`); \"held\"; // not-this", '`');
    let catalogue = "plain = x\nerr-not-held-fix = x\nerr-not-yet-fix = x\nerr-gone-fix = x\nproof-held = x\nlook-held = x\n\
        ui-why-other-held = { taken-up }\ntaken-up = x\nnot-this = x\n";
    assert_eq!(unsaid(&known, catalogue), ["err-gone-fix", "look-held", "not-this"]);
}
