//! From what a person types to what the full-text index understands.
//!
//! Index and query are folded in the same way ([`label::fold`]): `cœur`, `Straße`, `ĳzer` and `Łódź` are found by
//! `coeur`, `strasse`, `ijzer` and `lodz`, and the other way round. What the index shows stays as it was written.

use label::{composed, fold};
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::sort::title_key;

/// The most words of a search that are looked at.
const MAX_WORDS: usize = 16;
/// The most characters of a search that are looked at.
const MAX_CHARS: usize = 400;

/// Makes `folded`, `otherwise` and `title_key` known to SQL: triggers and indexes call them.
pub(super) fn define(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("folded", 1, flags, |context| Ok(fold(&context.get::<String>(0)?)))?;
    connection.create_scalar_function("title_key", 1, flags, |context| Ok(title_key(&context.get::<String>(0)?)))?;
    connection.create_scalar_function("otherwise", 3, flags, |context| {
        let texts = [context.get::<String>(0)?, context.get(1)?, context.get(2)?];
        Ok(texts.iter().filter_map(|text| otherwise(text)).collect::<Vec<_>>().join(" "))
    })
}

/// The words of a text with two letters for those that German, Danish and their neighbours write so where a keyboard has
/// no others (`Müller`, `Mueller`), and without their hyphens those that have some (`co-operation`, `cooperation`); none where
/// there is neither.
fn otherwise(text: &str) -> Option<String> {
    let written = |word: &&str| word.chars().any(|c| two_for(c).is_some());
    let composed = composed(text);
    let words = composed.split_whitespace().filter(written).map(with_two);
    let joined = composed.split_whitespace().filter_map(|word| joined(&fold(word)));
    let words: Vec<String> = words.chain(joined).collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// A folded word of letters without the hyphens between them, if there are any. A number of a reference is no such word.
pub(super) fn joined(folded: &str) -> Option<String> {
    let word = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let hyphens = word.contains('-') && word.chars().all(|c| c.is_alphabetic() || c == '-');
    hyphens.then(|| word.replace('-', ""))
}

pub(super) fn with_two(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match two_for(c) {
            Some(two) => written.push_str(two),
            None => written.push(c),
        }
    }
    fold(&written)
}

fn two_for(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'Ä' => "ae",
        'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
        'ü' | 'Ü' => "ue",
        'å' | 'Å' => "aa",
        _ => return None,
    })
}

/// What a search has too much of: the rest would not be looked for, and what lacks it be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// More characters than these.
    Characters(usize),
    /// More words than these.
    Words(usize),
}

/// What a search has too much of; none where all of it is looked for.
pub fn too_much(typed: &str) -> Option<TooMuch> {
    if typed.trim().chars().nth(MAX_CHARS).is_some() {
        return Some(TooMuch::Characters(MAX_CHARS));
    }
    let mut words = 0;
    each_piece(typed, |piece, whole| words += usize::from(term(piece, if whole { "" } else { " *" }).is_some()));
    (words > MAX_WORDS).then_some(TooMuch::Words(MAX_WORDS))
}

/// Whether there is anything in a text that can be looked for, or nothing is asked at all.
pub fn can_be_found(typed: &str) -> bool {
    typed.trim().is_empty() || question(typed).is_some()
}

/// Returns the question for FTS5: all words must occur, each may be only begun; what stands in double quotes must occur as
/// it stands. Returns nothing when there is no letter or digit to look for.
///
/// Nothing that a person can type is an operator or an error: each word becomes a quoted string, and the tokenizer splits
/// that into a phrase. So `ZGL/2026/S-K7Q/0042` looks for `zgl 2026 s k7q 0042…` in this order.
pub(super) fn question(typed: &str) -> Option<String> {
    asked(typed, |piece, whole| term(piece, if whole { "" } else { " *" }))
}

/// A question of which `term` makes each piece: a word, or what stands in quotes as a whole.
pub(super) fn asked(typed: &str, mut term: impl FnMut(&str, bool) -> Option<String>) -> Option<String> {
    let mut terms = Vec::new();
    each_piece(typed, |piece, whole| {
        if terms.len() < MAX_WORDS {
            terms.extend(term(piece, whole));
        }
    });
    if terms.is_empty() { None } else { Some(terms.join(" AND ")) }
}

/// The words of what was typed, and what stands in quotes as a whole.
pub(super) fn each_piece(typed: &str, mut each: impl FnMut(&str, bool)) {
    // An FTS5 question ends at NUL; other controls have no business here either.
    let typed: String = typed.chars().take(MAX_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let pieces: Vec<&str> = typed.split(['"', '“', '”', '„', '«', '»']).collect();
    let last = pieces.len() - 1;
    for (n, piece) in pieces.iter().enumerate() {
        // Between two quotes: every second piece, unless the closing quote is still to be typed.
        if n % 2 == 1 && n < last {
            each(piece, true);
        } else {
            piece.split_whitespace().for_each(|word| each(word, false));
        }
    }
}

/// A phrase, if there is anything in it that can be found; in either of the ways in which it may be written.
fn term(text: &str, ending: &str) -> Option<String> {
    // What folding makes of a letter may be a quote, such as that of an inch.
    let phrase = |folded: String| format!("\"{}\"{ending}", folded.replace('"', " ").trim());
    let folded = fold(text);
    let other = with_two(&composed(text));
    if !folded.chars().any(char::is_alphanumeric) {
        return None;
    }
    let mut ways = vec![phrase(folded.clone())];
    ways.extend((other != folded).then(|| phrase(other)));
    ways.extend(joined(&folded).map(phrase));
    Some(if ways.len() == 1 { ways.remove(0) } else { format!("({})", ways.join(" OR ")) })
}
