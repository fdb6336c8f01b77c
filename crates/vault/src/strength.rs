//! How easily a passphrase is guessed by somebody who tries the likely ones first, and what would make it better.
//!
//! The estimate is zxcvbn's: words, names, dates, patterns of the keyboard, repeats, and what is known about the person who chooses. Its
//! words are mostly English ones: it takes a passphrase of words of other languages for stronger than it is.

use std::collections::BTreeSet;

use seal::SecretText;
use serde::Serialize;
use zxcvbn::feedback::{Feedback, Suggestion, Warning};
use zxcvbn::zxcvbn;

use crate::{Error, Passphrase, Reason};

/// The passphrase that everybody knows, of vaults that are made for exercises (`demo`).
pub const PUBLIC_PASSPHRASE: &str = "exercise";
/// The shortest passphrase that is taken, in characters.
pub const SHORTEST_PASSPHRASE: u32 = 8;
/// How many guesses a passphrase must be good for, as a power of ten. Each costs a core 256 MiB and most of a second
/// ([`WorkFactor::REAL`]): ten thousand million of them take some 250 years of one core, or three months of a thousand.
const ENOUGH: f64 = 10.0;
/// The same of a PIN. Of those of four digits, about one in twenty is tried before that.
const ENOUGH_OF_A_PIN: f64 = 3.55;
/// Where the steps of the scale begin, as powers of ten; the third is the first that is enough.
const STEPS: [f64; 4] = [4.0, 7.0, ENOUGH, ENOUGH + 4.0];
/// zxcvbn looks at no more characters of a passphrase; nor are names looked at any further.
const LOOKED_AT: usize = 100;
/// What is tried first at this program's identities, no matter who chose the passphrase.
const TRIED_FIRST: [&str; 9] = [
    "zegel",
    "passphrase",
    "wachtwoordzin",
    "wachtwoord",
    "passwort",
    "kennwort",
    "phrase secrète",
    "phrase de passe",
    "mot de passe",
];

/// How strong a passphrase is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Strength {
    /// From 0, guessed at once, to 4. Words: `ui-strength-<step>`.
    pub step: u8,
    /// Whether it may be chosen.
    pub enough: bool,
    /// What speaks against it, with what would make it better.
    pub advice: Vec<Reason>,
}

/// Judges a passphrase. `known`: what an attacker knows of its owner, names for one.
fn strength(passphrase: &Passphrase, known: &[&str]) -> Strength {
    if passphrase.expose_secret() == PUBLIC_PASSPHRASE {
        let advice = ["passphrase_public", "passphrase_few_words"].map(Reason::new).into();
        return Strength { step: 0, enough: false, advice };
    }
    let looked_at = SecretText::new(passphrase.expose_secret().chars().take(LOOKED_AT).collect());
    let known = inputs(known);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let estimate = zxcvbn(looked_at.expose_secret(), &known);
    let power = estimate.guesses_log10();
    let long = passphrase.expose_secret().chars().count() >= SHORTEST_PASSPHRASE as usize;
    let reached = STEPS.iter().filter(|step| power >= **step).count();
    let step = u8::try_from(if long { reached } else { reached.min(1) }).unwrap_or(0);
    let enough = long && power >= ENOUGH;
    Strength { step, enough, advice: if enough { Vec::new() } else { advice(estimate.feedback()) } }
}

/// How strong the passphrase is that the first officer of a new vault chooses: an easy one is told, and taken.
pub fn strength_at_first(passphrase: &Passphrase, known: &[&str]) -> Strength {
    judged(passphrase, known, Taken::Any)
}

/// Which passphrases may be chosen, if they are long enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// Those that are not easily guessed: the system is approved.
    Strong,
    /// Any: it is for exercises, or nobody can tell yet. How strong one is, is said.
    Any,
}

/// As [`strength`], where others may be taken as well.
pub(crate) fn judged(passphrase: &Passphrase, known: &[&str], taken: Taken) -> Strength {
    let Strength { step, enough, advice } = strength(passphrase, known);
    let long = passphrase.expose_secret().chars().count() >= SHORTEST_PASSPHRASE as usize;
    Strength { step, enough: enough || (long && taken != Taken::Strong), advice }
}

/// Whether a PIN is among those that are tried first: runs, repeats, years, patterns of the keys, what is known of its owner.
pub(crate) fn is_guessed_pin(pin: &Passphrase, known: &[&str]) -> bool {
    let known = inputs(known);
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    zxcvbn(pin.expose_secret(), &known).guesses_log10() < ENOUGH_OF_A_PIN
}

/// Refuses a passphrase that nobody could type at the window, that is too short, or that is easily guessed where that counts.
pub(crate) fn acceptable(passphrase: &Passphrase, known: &[&str], taken: Taken) -> Result<(), Error> {
    crate::text::typable("passphrase", passphrase.expose_secret())?;
    let Strength { enough, advice, .. } = judged(passphrase, known, taken);
    if enough {
        return Ok(());
    }
    if passphrase.expose_secret().chars().count() < SHORTEST_PASSPHRASE as usize {
        return Err(Error::PassphraseShort { limit: SHORTEST_PASSPHRASE as usize });
    }
    Err(Error::PassphraseWeak { reasons: advice })
}

/// Names as they are written, without what stands between their words, and word by word.
fn inputs(known: &[&str]) -> Vec<String> {
    let known = known.iter().copied().chain(TRIED_FIRST);
    let known = known.map(|name| name.chars().take(LOOKED_AT).collect::<String>().to_lowercase());
    let mut inputs: Vec<String> = Vec::new();
    for name in known {
        let words: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
        let together = words.concat();
        for input in words.into_iter().chain([together, name]) {
            if input.chars().count() > 1 && !inputs.contains(&input) {
                inputs.push(input);
            }
        }
    }
    inputs
}

/// zxcvbn's feedback as codes: each says what speaks against it, and what to do instead.
fn advice(feedback: Option<&Feedback>) -> Vec<Reason> {
    let warned = feedback.and_then(Feedback::warning).map(of_warning);
    let suggested = feedback.into_iter().flat_map(Feedback::suggestions).filter_map(|said| of_suggestion(*said));
    let mut codes: Vec<&str> = warned.into_iter().chain(suggested).collect();
    // Whatever else there is: more of it helps.
    codes.push("passphrase_few_words");
    let mut said = BTreeSet::new();
    codes.into_iter().filter(|code| said.insert(*code)).map(Reason::new).collect()
}

fn of_warning(warning: Warning) -> &'static str {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess => {
            "passphrase_keyboard"
        }
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            "passphrase_repeats"
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => "passphrase_common",
        Warning::SequencesLikeAbcAreEasyToGuess => "passphrase_sequence",
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => "passphrase_date",
        Warning::AWordByItselfIsEasyToGuess => "passphrase_word",
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess => {
            "passphrase_name"
        }
    }
}

fn of_suggestion(suggestion: Suggestion) -> Option<&'static str> {
    match suggestion {
        // Said in any case.
        Suggestion::UseAFewWordsAvoidCommonPhrases
        | Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters
        | Suggestion::AddAnotherWordOrTwo => None,
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Some("passphrase_disguise"),
        Suggestion::UseALongerKeyboardPatternWithMoreTurns => Some("passphrase_keyboard"),
        Suggestion::AvoidRepeatedWordsAndCharacters => Some("passphrase_repeats"),
        Suggestion::AvoidSequences => Some("passphrase_sequence"),
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Some("passphrase_date"),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    const KNOWN: [&str; 3] = ["nieuw", "Nele Nieuw", "Registre d’essai"];

    fn judged(typed: &str) -> Strength {
        strength(&Passphrase::new(typed.to_owned()), &KNOWN)
    }

    #[test]
    fn what_is_easily_guessed_is_refused_and_told_why() {
        for (typed, code) in [
            ("password1", "passphrase_common"),
            ("zxcvfdsaqw", "passphrase_common"),
            ("aaaaaaaaaaaa", "passphrase_repeats"),
            ("abcdefghijk", "passphrase_sequence"),
            ("23.11.2026", "passphrase_date"),
            ("P4ssw0rd", "passphrase_disguise"),
            (PUBLIC_PASSPHRASE, "passphrase_public"),
            ("maison bateau", "passphrase_few_words"),
        ] {
            let Strength { enough, advice, .. } = judged(typed);
            let codes: Vec<&str> = advice.iter().map(|reason| reason.code.as_str()).collect();
            assert!(!enough && codes.contains(&code), "{typed}: {codes:?}");
            assert_eq!(codes.last(), Some(&"passphrase_few_words"), "{typed}: what to do is said in any case");
        }
    }

    #[test]
    fn what_is_known_of_the_officer_and_of_the_program_is_tried_first() {
        for typed in ["nele nieuw", "NeleNieuw", "nieuwnieuw", "registre d’essai", "phrase secrète", "wachtwoordzin"]
        {
            assert!(judged(typed).step <= 1, "{typed}: {:?}", judged(typed));
        }
        let stranger = strength(&Passphrase::new("Registre d’essai".to_owned()), &[]);
        assert!(stranger.step > judged("Registre d’essai").step, "{stranger:?}");
    }

    #[test]
    fn several_words_that_do_not_belong_together_are_enough() {
        for typed in ["quatre mots sans aucun lien", "four words without sense", "gouden fiets onder water"] {
            let judged = judged(typed);
            assert_eq!((judged.enough, judged.step, judged.advice), (true, 4, Vec::new()), "{typed}");
        }
    }

    #[test]
    fn the_longest_passphrase_is_judged_in_no_time() {
        for part in ["a", "ab1", "password", "qwerty", "4@", "0123456789", "é"] {
            let typed = part.repeat(100_000);
            let began = Instant::now();
            judged(&typed);
            strength(&Passphrase::new("x".to_owned()), &[&typed, &typed]);
            assert!(began.elapsed() < Duration::from_secs(5), "{part}: {:?}", began.elapsed());
        }
    }

    #[test]
    fn what_is_easily_guessed_is_taken_in_an_exercise_and_not_once_the_system_is_approved() {
        let typed = |text: &str| Passphrase::new(text.to_owned());
        let code = |text, taken| acceptable(&typed(text), &KNOWN, taken).map_err(|refused| refused.code());
        for easy in [PUBLIC_PASSPHRASE, "exercises"] {
            assert_eq!(code(easy, Taken::Any), Ok(()), "{easy}");
            assert_eq!(code(easy, Taken::Strong), Err("passphrase_weak"), "{easy}");
            let said = super::judged(&typed(easy), &KNOWN, Taken::Any);
            assert!(said.enough && !said.advice.is_empty(), "taken, and told: {said:?}");
        }
        assert_eq!(code("abc", Taken::Any), Err("passphrase_short"));
        for untypable in ['\u{7}', '\t', '\r', '\u{2028}', '\u{202e}'] {
            let chosen = format!("correct horse{untypable} battery staple nine");
            let refused = acceptable(&typed(&chosen), &KNOWN, Taken::Any).map_err(|refused| refused.code());
            assert_eq!(refused, Err("character"), "{chosen:?}");
        }
    }
}
