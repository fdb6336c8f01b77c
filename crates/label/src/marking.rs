//! The words of a policy for the page: which phrase goes where, and in which language.

mod place;

pub(crate) use place::Codes;
pub use place::{Location, UnknownLocation};

use crate::Lang;

/// The `markingData` of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Phrases(Vec<Phrase>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Phrase {
    lang: Option<String>,
    /// `None`: the codes are about the thing's name.
    text: Option<String>,
    codes: Codes,
}

/// What to show of a thing at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown<'p> {
    Phrase(&'p str),
    /// The policy gives no phrase: its name.
    Name,
    Nothing,
}

impl Phrases {
    pub(crate) fn push(&mut self, lang: Option<String>, text: Option<String>, codes: Codes) {
        self.0.push(Phrase { lang, text, codes });
    }

    pub(crate) fn extend(&mut self, more: Phrases) {
        self.0.extend(more.0);
    }

    /// All phrases, in whatever language and place, without those for the policy's name and for portions.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(|phrase| !phrase.codes.meets(Codes::REPLACE_POLICY | Codes::PORTION))
            .filter_map(|phrase| phrase.text.as_deref())
    }

    pub(crate) fn replace_policy(&self) -> bool {
        self.0.iter().any(|phrase| phrase.codes.meets(Codes::REPLACE_POLICY))
    }

    /// For each language the first phrase.
    pub(crate) fn first_per_lang(&self) -> Vec<(Option<String>, String)> {
        let mut first: Vec<(Option<String>, String)> = Vec::new();
        for phrase in &self.0 {
            if let Some(text) = &phrase.text
                && !first.iter().any(|(lang, _)| *lang == phrase.lang)
            {
                first.push((phrase.lang.clone(), text.clone()));
            }
        }
        first
    }

    /// Whether there is a phrase in that very language.
    pub(crate) fn speaks(&self, lang: Lang) -> bool {
        self.0.iter().any(|phrase| {
            phrase.text.is_some()
                && phrase.lang.as_deref().is_some_and(|known| primary(known) == lang.code())
                && !phrase.codes.meets(Codes::REPLACE_POLICY)
        })
    }

    pub(crate) fn suppresses_class_name(&self, lang: Lang, at: Location) -> bool {
        self.at_place(lang, at.codes()).any(|phrase| phrase.codes.meets(Codes::SUPPRESS_CLASS))
    }

    /// What stands in the place of the policy's name because of this thing.
    pub(crate) fn instead_of_policy(&self, lang: Lang, at: Location) -> Option<&str> {
        let mut replacing = self
            .languages(lang)
            .filter(|phrase| phrase.codes.meets(Codes::REPLACE_POLICY) && phrase.codes.allows(at.codes()));
        replacing.find_map(|phrase| phrase.text.as_deref())
    }

    /// What to show of the thing itself: the phrase for this place, else for the place that this one follows.
    pub(crate) fn shown(&self, lang: Lang, at: Location) -> Shown<'_> {
        if let Some(shown) = self.explicit(lang, at) {
            return shown;
        }
        let followed = at.follows().and_then(|place| self.explicit(lang, place));
        match followed {
            Some(shown) => shown,
            None if self.hides_name(lang, at) => Shown::Nothing,
            None => Shown::Name,
        }
    }

    /// Whether the policy says of this place, or of the one that it follows, that the name does not stand there. What it
    /// says so of other places or other languages hides nothing here.
    fn hides_name(&self, lang: Lang, at: Location) -> bool {
        [Some(at), at.follows()]
            .into_iter()
            .flatten()
            .any(|place| self.at_place(lang, place.codes()).any(|phrase| phrase.codes.meets(Codes::NO_NAME)))
    }

    /// The phrase that the policy gives for this very place.
    pub(crate) fn explicit(&self, lang: Lang, at: Location) -> Option<Shown<'_>> {
        for phrase in self.at_place(lang, at.codes()) {
            if phrase.codes.meets(Codes::REPLACE_POLICY) {
                continue;
            }
            match (&phrase.text, phrase.codes.meets(Codes::NO_MARKING)) {
                (Some(_), true) => {}
                (Some(text), false) => return Some(Shown::Phrase(text)),
                (None, true) => return Some(Shown::Nothing),
                (None, false) if phrase.codes.meets(Codes::NO_NAME) => return Some(Shown::Nothing),
                (None, false) => return Some(Shown::Name),
            }
        }
        None
    }

    fn at_place(&self, lang: Lang, place: Codes) -> impl Iterator<Item = &Phrase> {
        self.languages(lang).filter(move |phrase| phrase.codes.allows(place))
    }

    /// The phrases in this language, then those without one, then the English ones.
    fn languages(&self, lang: Lang) -> impl Iterator<Item = &Phrase> {
        let exact = self.0.iter().filter(move |p| p.lang.as_deref().is_some_and(|l| primary(l) == lang.code()));
        let none = self.0.iter().filter(|p| p.lang.is_none());
        let english =
            self.0.iter().filter(move |p| lang != Lang::En && p.lang.as_deref().is_some_and(|l| primary(l) == "en"));
        exact.chain(none).chain(english)
    }
}

fn primary(lang: &str) -> &str {
    lang.split(['-', '_']).next().unwrap_or(lang)
}

/// The `markingQualifier` of one thing: what stands before, between and after.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Qualifiers(Vec<Qualifier>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Qualifier {
    lang: Option<String>,
    /// `None`: everywhere.
    codes: Option<Codes>,
    kind: QualifierKind,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QualifierKind {
    Prefix,
    Suffix,
    Separator,
}

impl Qualifiers {
    pub(crate) fn push(&mut self, lang: Option<String>, codes: Option<Codes>, kind: QualifierKind, text: String) {
        self.0.push(Qualifier { lang, codes, kind, text });
    }

    /// The qualifier for this place; else for the place that this one follows; else in whatever language there is one:
    /// a value never stands without the words that give it its meaning.
    pub(crate) fn get(&self, kind: QualifierKind, lang: Lang, at: Location) -> Option<&str> {
        let find = |place: Codes, other_languages: bool| {
            let of_kind = || self.0.iter().filter(|q| q.kind == kind && q.codes.is_none_or(|c| c.meets(place)));
            of_kind()
                .find(|q| q.lang.as_deref().is_some_and(|l| primary(l) == lang.code()))
                .or_else(|| of_kind().find(|q| q.lang.is_none()))
                .or_else(|| of_kind().find(|q| q.lang.as_deref().is_some_and(|l| primary(l) == "en")))
                .or_else(|| of_kind().find(|_| other_languages))
                .map(|q| q.text.as_str())
        };
        let followed = at.follows().map(Location::codes);
        // NATO's file gives its qualifiers for the top of the page alone.
        let bottom = (at == Location::PageBottom).then(|| Location::PageTop.codes());
        let places = || [Some(at.codes()), followed, bottom].into_iter().flatten();
        places().find_map(|place| find(place, false)).or_else(|| places().find_map(|place| find(place, true)))
    }

    /// These, and where they have none of a kind those of what they stand in.
    pub(crate) fn or_else(mut self, outer: &Qualifiers) -> Qualifiers {
        let missing: Vec<Qualifier> =
            outer.0.iter().filter(|one| !self.0.iter().any(|own| own.kind == one.kind)).cloned().collect();
        self.0.extend(missing);
        self
    }

    pub(crate) fn extend(&mut self, more: Qualifiers) {
        self.0.extend(more.0);
    }
}
