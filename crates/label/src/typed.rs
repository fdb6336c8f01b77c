//! Levels as people write them: as they stand on documents, in any of the languages, in two at once, with or without the
//! policy's name. For what a person types; a label's own text is read as its policy spells it ([`Policy::classification`]).

use crate::fold;
use crate::{Classification, Label, Lang, Level, Location, Policy, UnknownLevel, Violation};

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

/// The mention of the royal decree of 24 March 2000, folded: a matter of need to know, and no classification.
const FORMER: [&str; 4] =
    ["diffusion restreinte", "beperkte verspreiding", "beschrankte verbreitung", "eingeschrankte verbreitung"];

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
    /// another policy, or names two levels at once, means nothing here; nor does what stands for a higher level on the
    /// documents of another policy: `NC` is NATO CONFIDENTIAL there.
    pub fn typed_classification(&self, typed: &str) -> Option<&Classification> {
        self.meant(typed).filter(|found| self.higher_elsewhere(typed, found).is_none())
    }

    /// The policy under which the same word stands for a higher level than here, and how that level is written out. A
    /// classification's own name is this policy's, whatever others mean by it.
    fn higher_elsewhere(&self, typed: &str, here: &Classification) -> Option<(Policy, String)> {
        if fold(typed) == fold(&here.name) {
            return None;
        }
        let level = self.level(&here.name)?;
        let (policy, class, _) =
            understood(typed).find(|(policy, _, there)| policy.name() != self.name() && *there > level)?;
        let written = policy.class_banner(&class).map_or(class, |banner| banner.text);
        Some((policy, written))
    }

    fn meant(&self, typed: &str) -> Option<&Classification> {
        let whole = plain(typed);
        if let Some(found) = self.classification(typed).or_else(|| self.one_name(&whole)) {
            return Some(found);
        }
        // `NATO/OTAN RESTRICTED`: the policy's name alone is no level, and takes nothing from one next to it.
        let own = own_words(self.name());
        let parts: Vec<String> = parts(typed).map(|part| plain(&part)).filter(|part| !part.is_empty()).collect();
        let mut found = parts.iter().filter(|part| !own.contains(&part.as_str())).map(|part| self.one_name(part));
        let first = found.next()??;
        found.all(|other| other.is_some_and(|other| other.name == first.name)).then_some(first)
    }

    /// Why what somebody typed is no classification of this policy.
    pub fn why_not(&self, typed: &str) -> NotHere {
        if is_former(typed) {
            return NotHere::Former;
        }
        let here = self.meant(typed);
        if let Some((here, (policy, other))) = here.and_then(|here| Some((here, self.higher_elsewhere(typed, here)?))) {
            return NotHere::OfTwo { own: here.name.clone(), policy: policy.name().to_owned(), other };
        }
        let mut others = understood(typed).filter(|(policy, ..)| policy.name() != self.name());
        match (others.next(), others.next()) {
            (Some((policy, ..)), None) => NotHere::Of(policy.name().to_owned()),
            _ => NotHere::Unknown,
        }
    }

    /// The same as what a label breaks.
    pub(crate) fn not_here(&self, typed: &str) -> Violation {
        let (name, choices) = (typed.to_owned(), self.choices());
        match self.why_not(typed) {
            NotHere::Of(policy) => Violation::ClassificationOfAnother { name, policy, choices },
            NotHere::OfTwo { own, policy, other } => Violation::ClassificationOfTwo { name, own, policy, other },
            NotHere::Former => Violation::FormerMention { name, choices },
            NotHere::Unknown => Violation::UnknownClassification { name, choices },
        }
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

/// Why a name is no classification of a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotHere {
    /// It is one of this policy.
    Of(String),
    /// It is short for `own` here, and for `other`, which is higher, on the documents of `policy`.
    OfTwo {
        own: String,
        policy: String,
        other: String,
    },
    /// A mention of before the present Belgian law, which was no classification and did not become one.
    Former,
    Unknown,
}

/// A level that somebody typed, and the policy whose name of it that is, where it is of one alone: `NATO RESTRICTED` and not
/// `restricted`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedLevel {
    pub level: Level,
    pub policy: Option<String>,
}

impl Level {
    /// The level that somebody means, by any name that it has under a policy that ships with the program. A word that
    /// stands for different levels under two of them means neither.
    ///
    /// # Errors
    /// [`UnknownLevel`] with the names that there are.
    pub fn typed(typed: &str) -> Result<TypedLevel, UnknownLevel> {
        if let Ok(level) = typed.parse() {
            return Ok(TypedLevel { level, policy: None });
        }
        // NATO knows it as a name of its own, which is not what a Belgian paper means by it.
        let mut found = understood(typed).filter(|_| !is_former(typed));
        let (policy, _, level) = found.next().ok_or_else(|| UnknownLevel(typed.to_owned()))?;
        let others: Vec<Level> = found.map(|(_, _, other)| other).collect();
        if others.iter().any(|other| *other != level) {
            return Err(UnknownLevel(typed.to_owned()));
        }
        Ok(TypedLevel { level, policy: others.is_empty().then(|| policy.name().to_owned()) })
    }

    /// The levels as a list for a sentence.
    pub fn choices() -> String {
        Level::ALL.map(Level::fr).join(", ")
    }
}

fn is_former(typed: &str) -> bool {
    parts(typed).next().is_some_and(|part| FORMER.contains(&plain(&part).as_str()))
}

/// The policies of the program that know what was typed, each with its classification of that name and the level that it is
/// there.
fn understood(typed: &str) -> impl Iterator<Item = (Policy, String, Level)> {
    Policy::BUILTIN.into_iter().filter_map(Policy::builtin).filter_map(move |policy| {
        let class = policy.meant(typed)?.name.clone();
        let level = policy.level(&class)?;
        Some((policy, class, level))
    })
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
            ("NATO", "NATO/OTAN RESTRICTED", "RESTRICTED"),
            ("NATO", "NATO / OTAN – SECRET", "SECRET"),
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
            ("NATO", "NATO/OTAN"),
            ("NATO", "COSMIC SECRET"),
            ("EU", "UE"),
        ] {
            assert_eq!(meant(policy, typed), None, "{policy}: {typed}");
        }
    }

    /// On a document of NATO the letters stand for what is two levels higher than what they are short for here.
    #[test]
    fn letters_that_stand_for_a_higher_level_elsewhere_mean_nothing_and_both_are_named() {
        let two = NotHere::OfTwo {
            own: "NON CLASSIFIÉ".to_owned(),
            policy: "NATO".to_owned(),
            other: "NATO CONFIDENTIAL".to_owned(),
        };
        let own = Policy::builtin("BEL").expect("a policy of the program");
        for typed in ["NC", "nc", "(NC)", " nc "] {
            assert_eq!(meant("BEL", typed), None, "{typed}");
            assert_eq!(own.why_not(typed), two, "{typed}");
            assert!(Level::typed(typed).is_err(), "{typed}");
            assert_eq!(meant("NATO", typed).as_deref(), Some("CONFIDENTIAL"), "{typed}");
        }
        for (typed, name) in [("NON CLASSIFIÉ", "NON CLASSIFIÉ"), ("S", "SECRET"), ("TS", "TRÈS SECRET")] {
            assert_eq!(meant("BEL", typed).as_deref(), Some(name), "{typed}");
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
            assert_eq!(Level::typed(typed).map(|typed| typed.level), Ok(level), "{typed}");
        }
        for none in ["ultra", "Diffusion restreinte", "beperkte verspreiding"] {
            assert!(Level::typed(none).is_err(), "{none}");
        }
        for (typed, policy) in [
            ("NATO RESTRICTED", Some("NATO")),
            ("NATO/OTAN RESTRICTED", Some("NATO")),
            ("RESTREINT UE", Some("EU")),
            ("EU-R", Some("EU")),
            ("BEL SECRET", Some("BEL")),
            ("restricted", None),
            ("RESTREINT", None),
            ("SECRET – GEHEIM", None),
            ("top-secret", None),
        ] {
            let found = Level::typed(typed).expect("it is a level");
            assert_eq!(found.policy.as_deref(), policy, "{typed}");
        }
        assert_eq!(Level::choices(), "NON CLASSIFIÉ, RESTREINT, CONFIDENTIEL, SECRET, TRÈS SECRET");
    }

    #[test]
    fn what_is_no_level_of_a_policy_is_told_apart() {
        let of = |policy: &str| NotHere::Of(policy.to_owned());
        for (policy, typed, why) in [
            ("BEL", "NATO RESTRICTED", of("NATO")),
            ("BEL", "EU SECRET", of("EU")),
            ("NATO", "BEL SECRET", of("BEL")),
            ("BEL", "Diffusion restreinte", NotHere::Former),
            ("BEL", "BEPERKTE VERSPREIDING", NotHere::Former),
            ("BEL", "Diffusion restreinte / Beperkte verspreiding", NotHere::Former),
            ("BEL", "ultra", NotHere::Unknown),
        ] {
            let policy = Policy::builtin(policy).expect("a policy of the program");
            assert_eq!(policy.why_not(typed), why, "{typed}");
        }
    }
}
