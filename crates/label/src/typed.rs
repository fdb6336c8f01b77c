//! Levels as people write them: as they stand on documents, in any of the languages, in two at once, with or without the
//! policy's name. For what a person types; a label's own text is read as its policy spells it ([`Policy::classification`]).

use crate::fold;
use crate::{Classification, Label, Lang, Level, Location, Policy, UnknownLevel};

/// What the five rungs are called in the languages of the program and of the policies, folded. A word stands in one row
/// only.
const NAMES: [(Level, &[&str]); 5] = [
    (
        Level::Unclassified,
        &[
            "unclassified",
            "non classifie",
            "sans classification",
            "niet geclassificeerd",
            "ongerubriceerd",
            "nicht klassifiziert",
            "nicht eingestuft",
            "offen",
        ],
    ),
    (Level::Restricted, &["restricted", "restreint", "beperkt", "eingeschrankt"]),
    (Level::Confidential, &["confidential", "confidentiel", "vertrouwelijk", "confidentieel", "vertraulich"]),
    (Level::Secret, &["secret", "geheim"]),
    (Level::TopSecret, &["top secret", "tres secret", "zeer geheim", "streng geheim"]),
];

/// Stands before NATO's highest level in the place of the name, and before no other.
const COSMIC: &str = "cosmic";

/// How a policy's name is written before (or, in French, after) a level.
fn own_words(policy: &str) -> &'static [&'static str] {
    match policy {
        "NATO" => &["nato", "otan", "navo", COSMIC],
        "EU" => &["eu", "ue"],
        "BEL" => &["bel", "be"],
        _ => &[],
    }
}

impl Policy {
    /// The classification that somebody means: by any of its names and markings, by what the level is called in another
    /// language, by two of these with a dash or a slash between, with the policy's name or without. What belongs to
    /// another policy, or names two levels at once, means nothing here.
    pub fn typed_classification(&self, typed: &str) -> Option<&Classification> {
        let whole = plain(typed);
        if let Some(found) = self.classification(typed).or_else(|| self.one_name(&whole)) {
            return Some(found);
        }
        let parts: Vec<String> = parts(typed).map(|part| plain(&part)).filter(|part| !part.is_empty()).collect();
        let mut found = parts.iter().map(|part| self.one_name(part));
        let first = found.next()??;
        found.all(|other| other.is_some_and(|other| other.name == first.name)).then_some(first)
    }

    /// The levels of this policy that new documents may bear, as a list for a sentence.
    pub fn choices(&self) -> String {
        let names = self.classifications().iter().filter(|known| !known.obsolete).map(|known| known.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    fn one_name(&self, asked: &str) -> Option<&Classification> {
        let written = |known: &&Classification| {
            let bare = Label::bare(self, &known.name);
            let marked = |at| Lang::ALL.map(|lang| bare.as_ref().map(|label| self.marking(label, lang, at)));
            let banner = bare.as_ref().map(|label| self.banner(label).text);
            let all = marked(Location::PageTop).into_iter().chain(marked(Location::Portion)).chain([banner]).flatten();
            let mut all = all.chain([known.name.clone()]);
            all.any(|text| plain(&text) == asked || parts(&text).any(|part| plain(&part) == asked))
        };
        if let Some(found) = self.classifications().iter().find(written) {
            return Some(found);
        }
        let own = own_words(self.name());
        let mut words: Vec<&str> = asked.split(' ').collect();
        words.retain(|word| !own.contains(word));
        let bare = words.join(" ");
        let named = |level: &(Level, &[&str])| level.1.contains(&bare.as_str());
        let found = match NAMES.iter().find(|row| named(row)) {
            Some((level, _)) => self.at_level(*level),
            None => self.classification(&bare),
        };
        let cosmic = asked.split(' ').any(|word| word == COSMIC);
        found.filter(|found| !cosmic || self.level(&found.name) == Some(Level::TopSecret))
    }
}

impl Level {
    /// The level that somebody means, by any name that it has under a policy that ships with the program.
    ///
    /// # Errors
    /// [`UnknownLevel`] with the names that there are.
    pub fn typed(typed: &str) -> Result<Level, UnknownLevel> {
        let bel = Policy::builtin("BEL");
        let named = |policy: &Policy| {
            let found = policy.typed_classification(typed)?;
            policy.level(&found.name)
        };
        let mut policies = bel.iter().cloned().chain(["NATO", "EU"].into_iter().filter_map(Policy::builtin));
        let found = typed.parse().ok().or_else(|| policies.find_map(|policy| named(&policy)));
        found.ok_or_else(|| UnknownLevel(typed.to_owned()))
    }

    /// The levels as a list for a sentence.
    pub fn choices() -> String {
        Level::ALL.map(Level::fr).join(", ")
    }
}

/// Folded, with hyphens as spaces and what surrounds it off.
fn plain(text: &str) -> String {
    let spaced = fold(text).replace(['-', '_'], " ");
    let bare = spaced.trim_matches(|c: char| !c.is_alphanumeric());
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between slashes, and between dashes that are no hyphens.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let cut =
        text.replace([' ', '\u{a0}', '\u{202f}'], " ").replace(" - ", "/").replace(['–', '—', '―', '|', '\\'], "/");
    cut.split('/').map(str::to_owned).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(policy: &str, typed: &str) -> Option<String> {
        let policy = Policy::builtin(policy).expect("a policy of the program");
        policy.typed_classification(typed).map(|found| found.name.clone())
    }

    #[test]
    fn a_level_is_understood_as_it_stands_on_documents() {
        for (policy, typed, name) in [
            ("BEL", "RESTREINT – BEPERKT", "RESTREINT"),
            ("BEL", "BEPERKT – RESTREINT", "RESTREINT"),
            ("BEL", "SECRET - GEHEIM", "SECRET"),
            ("BEL", "secret/geheim", "SECRET"),
            ("BEL", "SECRET — GEHEIM", "SECRET"),
            ("BEL", "Très Secret – Zeer Geheim", "TRÈS SECRET"),
            ("BEL", "tres-secret", "TRÈS SECRET"),
            ("BEL", "top-secret", "TRÈS SECRET"),
            ("BEL", "STRENG GEHEIM", "TRÈS SECRET"),
            ("BEL", "VERTRAULICH", "CONFIDENTIEL"),
            ("BEL", "Confidential", "CONFIDENTIEL"),
            ("BEL", "NICHT EINGESTUFT", "NON CLASSIFIÉ"),
            ("BEL", "(S)", "SECRET"),
            ("NATO", "NATO RESTRICTED", "RESTRICTED"),
            ("NATO", "OTAN DIFFUSION RESTREINTE", "RESTRICTED"),
            ("NATO", "DIFFUSION RESTREINTE OTAN", "RESTRICTED"),
            ("NATO", "NATO  Secret", "SECRET"),
            ("NATO", "SECRET OTAN", "SECRET"),
            ("NATO", "NATO GEHEIM", "SECRET"),
            ("NATO", "COSMIC TOP SECRET", "TOP SECRET"),
            ("NATO", "COSMIC TRÈS SECRET", "TOP SECRET"),
            ("NATO", "CTS", "TOP SECRET"),
            ("NATO", "NATO UNCLASSIFIED", "UNCLASSIFIED"),
            ("EU", "EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
            ("EU", "RESTREINT UE", "RESTREINT UE/EU RESTRICTED"),
            ("EU", "RESTREINT UE / EU RESTRICTED", "RESTREINT UE/EU RESTRICTED"),
            ("EU", "R-UE/EU-R", "RESTREINT UE/EU RESTRICTED"),
            ("EU", "EU-R", "RESTREINT UE/EU RESTRICTED"),
            ("EU", "TRÈS SECRET UE", "TRÈS SECRET UE/EU TOP SECRET"),
            ("EU", "confidentiel", "CONFIDENTIEL UE/EU CONFIDENTIAL"),
        ] {
            assert_eq!(meant(policy, typed).as_deref(), Some(name), "{policy}: {typed}");
        }
    }

    #[test]
    fn what_is_of_another_policy_or_of_two_levels_means_nothing() {
        for (policy, typed) in [
            ("BEL", "NATO SECRET"),
            ("BEL", "COSMIC TOP SECRET"),
            ("BEL", "SECRET UE"),
            ("BEL", "DIFFUSION RESTREINTE"),
            ("BEL", "SECRET – ZEER GEHEIM"),
            ("BEL", "SECRET / nonsense"),
            ("BEL", ""),
            ("BEL", "–"),
            ("NATO", "EU SECRET"),
            ("NATO", "NATO"),
            ("NATO", "COSMIC SECRET"),
            ("EU", "UE"),
        ] {
            assert_eq!(meant(policy, typed), None, "{policy}: {typed}");
        }
    }

    #[test]
    fn a_level_alone_is_known_by_every_policys_name_of_it() {
        for (typed, level) in [
            ("restricted", Level::Restricted),
            ("SECRET – GEHEIM", Level::Secret),
            ("NATO CONFIDENTIAL", Level::Confidential),
            ("COSMIC TOP SECRET", Level::TopSecret),
            ("TRÈS SECRET UE/EU TOP SECRET", Level::TopSecret),
            ("Vertraulich", Level::Confidential),
        ] {
            assert_eq!(Level::typed(typed), Ok(level), "{typed}");
        }
        assert!(Level::typed("ultra").is_err());
        assert_eq!(Level::choices(), "NON CLASSIFIÉ, RESTREINT, CONFIDENTIEL, SECRET, TRÈS SECRET");
    }
}
