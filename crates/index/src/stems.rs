//! Words in other forms: `vergaderingen` is found by `vergadering`, `décisions` by `decision`.
//!
//! The Snowball stemmers of the four languages. A text is put under the stems of the language that it is in, piece by piece,
//! because a document may be in two; what somebody types is too short to tell, so it is looked for under the stems of all four.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use label::{composed, fold};
use snowball_stemmers_rs::{Algorithm, Stemmer};
use whatlang::{Detector, Lang};

use super::search::{joined, with_two};

/// As long a piece of a text is taken to be in one language, in characters.
const PIECE: usize = 600;
/// Words of fewer letters have no other forms that one would look for.
const SHORTEST: usize = 3;
/// Longer ones are none.
const LONGEST: usize = 60;
/// So many letters a word must have to be looked for where only its beginning was typed.
const BEGUN: usize = 4;

/// Each language with its stemmer.
static STEMMERS: LazyLock<[(Lang, Stemmer); 4]> = LazyLock::new(|| {
    [
        (Lang::Fra, Stemmer::create(Algorithm::French)),
        (Lang::Nld, Stemmer::create(Algorithm::Dutch)),
        (Lang::Deu, Stemmer::create(Algorithm::German)),
        (Lang::Eng, Stemmer::create(Algorithm::English)),
    ]
});
static DETECTOR: LazyLock<Detector> =
    LazyLock::new(|| Detector::with_allowlist(STEMMERS.iter().map(|(lang, _)| *lang).collect()));

/// The stems of the words of a text that are not words of it, each once, with a blank between; words as they are written where a
/// keyboard has no umlauts; and words without the hyphens within them, also those that stand there because a line ends.
pub(super) fn of_text(text: &str) -> String {
    let text = lower(text);
    let mut seen: HashSet<(Option<Lang>, &str)> = HashSet::new();
    let (mut words, mut stems) = (HashSet::new(), BTreeSet::new());
    for piece in pieces(&text) {
        let lang = DETECTOR.detect(piece).filter(whatlang::Info::is_reliable).map(|info| info.lang());
        for word in words_of(piece).filter(|word| seen.insert((lang, *word))) {
            words.insert(fold(word));
            stems.extend(stems_of(word, lang));
            let two = with_two(word);
            stems.insert(two);
        }
        for word in in_one(piece) {
            stems.extend(stems_of(&word, lang));
            stems.insert(word);
        }
    }
    stems.retain(|stem| !words.contains(stem));
    stems.into_iter().collect::<Vec<_>>().join(" ")
}

/// The words of a text that have hyphens, folded and without them; a line that ends with a hyphen goes on in the next.
fn in_one(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = text.split_whitespace().peekable();
    while let Some(word) = rest.next() {
        let folded = fold(word);
        found.extend(joined(&folded));
        if folded.ends_with('-')
            && let Some(next) = rest.peek()
        {
            found.extend(joined(&format!("{folded}{}", fold(next))));
        }
    }
    found.retain(|word| word.chars().count() <= LONGEST);
    found
}

/// In small letters. `İ` becomes two characters, of which the second is no letter and would end the word.
fn lower(text: &str) -> String {
    composed(text).to_lowercase().replace("i\u{307}", "i")
}

/// Runs of letters and digits.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A text in pieces of some length, each of which ends where a word does.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let far = rest.char_indices().nth(PIECE).map_or(rest.len(), |(at, _)| at);
        let end = rest.get(far..).and_then(|after| after.find(char::is_whitespace)).map_or(rest.len(), |at| far + at);
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

/// The stems of a word in lower case, folded: of the word as it is written and as it is typed without accents; in one language,
/// or in all four.
fn stems_of(word: &str, lang: Option<Lang>) -> BTreeSet<String> {
    let letters = word.chars().count();
    if !(SHORTEST..=LONGEST).contains(&letters) || !word.chars().all(char::is_alphabetic) {
        return BTreeSet::new();
    }
    let folded = fold(word);
    let forms: &[&str] = if folded == word { &[word] } else { &[word, folded.as_str()] };
    let stemmers = STEMMERS.iter().filter(|(of, _)| lang.is_none_or(|lang| lang == *of));
    let stems = stemmers.flat_map(|(_, stemmer)| forms.iter().map(|form| fold(&stemmer.stem(form))));
    stems.filter(|stem| stem.chars().count() >= SHORTEST - 1).collect()
}

/// A word, or what stands in quotes, that somebody looks for.
pub(super) struct Wanted {
    folded: String,
    /// As it is written where a keyboard has no umlauts; none where that is the same.
    two: Option<String>,
    stems: BTreeSet<String>,
}

impl Wanted {
    pub fn of(typed: &str) -> Wanted {
        let typed = lower(typed);
        let folded = fold(&typed);
        let two = Some(with_two(&typed)).filter(|two| *two != folded);
        // Of what is several words, or a reference, there are no other forms.
        let mut words = words_of(&typed);
        let stems = match (words.next(), words.next()) {
            (Some(word), None) => stems_of(word, None).into_iter().filter(|stem| *stem != folded).collect(),
            _ => BTreeSet::new(),
        };
        Wanted { folded, two, stems }
    }

    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Its forms, of which each may be begun.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.folded.as_str()).chain(self.two.as_deref())
    }

    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().map(String::as_str)
    }

    pub fn may_be_begun(&self) -> bool {
        self.folded.chars().filter(|c| c.is_alphanumeric()).count() >= BEGUN
    }

    /// Whether a word of a text, which is folded, is this one, as the index finds it.
    pub fn is(&self, folded: &str, word: &str) -> bool {
        let begun = |form: &str| if self.may_be_begun() { folded.starts_with(form) } else { folded == form };
        if self.forms().any(begun) || self.stems.contains(folded) {
            return true;
        }
        if with_two(word) == self.folded {
            return true;
        }
        // Only what begins alike can have a stem in common.
        let same = |other: &str| other.chars().zip(folded.chars()).take(2).all(|(one, other)| one == other);
        let alike = same(&self.folded) || self.stems().any(same);
        alike && stems_of(&lower(word), None).iter().any(|stem| self.stems.contains(stem) || *stem == self.folded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_forms_of_a_word_have_a_stem_in_common_in_each_language() {
        for (typed, written, text) in [
            ("vergaderingen", "vergadering", "De vergadering van de dienst werd uitgesteld tot na het weekend."),
            ("décisions", "décision", "La décision du ministre a été prise après la réunion de la commission."),
            ("Entscheidungen", "Entscheidung", "Die Entscheidung wurde nach der Sitzung des Ausschusses getroffen."),
            ("meetings", "meeting", "The meeting of the committee was held after the minister had left."),
        ] {
            let stems = of_text(text);
            let stems: BTreeSet<&str> = stems.split(' ').collect();
            let wanted = Wanted::of(typed);
            let found =
                wanted.stems().chain(wanted.forms()).any(|stem| stems.contains(stem) || fold(text).contains(stem));
            assert!(found, "{typed} in {stems:?}");
            assert!(wanted.is(&fold(written), written), "{typed} is {written}");
        }
        assert!(!Wanted::of("vergadering").is("verkeer", "verkeer"));
        assert!(Wanted::of("mueller").is("muller", "müller"), "as keyboards without umlauts write it");
        assert!(Wanted::of("Müller").is("mueller", "mueller"));
        assert!(!Wanted::of("ab").is("abend", "abend"), "two letters are no beginning");
    }

    #[test]
    fn a_dotted_capital_and_a_dotless_i_are_letters_of_their_words() {
        for typed in ["vergaderİngen", "vergaderıngen", "VERGADERINGEN", "vergaderi\u{307}ngen"] {
            let wanted = Wanted::of(typed);
            assert_eq!(wanted.folded(), "vergaderingen", "{typed}");
            assert!(wanted.is("vergadering", "vergadering"), "{typed}");
            let stems = of_text(typed);
            assert_eq!(stems, of_text("vergaderingen"), "{typed}");
            assert!(Wanted::of("vergaderingen").is(&fold(typed), typed), "{typed}");
        }
    }

    #[test]
    fn a_text_is_cut_where_words_end_and_nothing_of_it_is_lost() {
        let text = "één woord ".repeat(500);
        let cut: Vec<&str> = pieces(&text).collect();
        assert!(cut.len() > 5 && cut.concat() == text);
        assert!(
            cut.iter().map(|piece| piece.trim_end()).all(|piece| piece.ends_with("woord") || piece.ends_with("één"))
        );
        assert_eq!(pieces("").count(), 0);
        assert_eq!(pieces(&"x".repeat(5_000)).count(), 1, "a word is never cut");
    }

    #[test]
    fn a_word_is_found_with_and_without_its_hyphens_and_across_a_line() {
        let stems =
            of_text("The co-operation of the semi‑official desks was inter-\nrupted – for S-K7Q/0042 it was not.");
        let stems: BTreeSet<&str> = stems.split(' ').collect();
        for word in ["cooperation", "semiofficial", "interrupted"] {
            assert!(stems.contains(word), "{word} in {stems:?}");
        }
        assert!(!stems.iter().any(|stem| stem.contains("k7q")), "a reference is no word");
    }

    #[test]
    fn what_is_no_word_has_no_stems() {
        assert_eq!(of_text(""), "");
        assert_eq!(of_text("12 34 x y 5.6"), "");
        assert!(Wanted::of("S-K7Q/0042").stems().next().is_none());
    }
}
