//! From what a person types to what the full-text index understands.

/// The most words of a search that are looked at.
const MAX_WORDS: usize = 16;
/// The most characters of a search that are looked at.
const MAX_CHARS: usize = 400;

/// Returns the question for FTS5: all words must occur, each may be only begun; what stands in double quotes must occur as
/// it stands. Returns nothing when there is no letter or digit to look for.
///
/// Nothing that a person can type is an operator or an error: each word becomes a quoted string, and the tokenizer splits
/// that into a phrase. So `ZGL/2026/S-K7Q/0042` looks for `zgl 2026 s k7q 0042…` in this order.
pub(super) fn question(typed: &str) -> Option<String> {
    // An FTS5 question ends at NUL; other controls have no business here either.
    let typed: String = typed.chars().take(MAX_CHARS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let pieces: Vec<&str> = typed.split(['"', '“', '”', '„', '«', '»']).collect();
    let last = pieces.len() - 1;
    let mut terms = Vec::new();
    for (n, piece) in pieces.iter().enumerate() {
        // Between two quotes: every second piece, unless the closing quote is still to be typed.
        if n % 2 == 1 && n < last {
            terms.extend(term(piece, ""));
        } else {
            terms.extend(piece.split_whitespace().filter_map(|word| term(word, " *")));
        }
    }
    terms.truncate(MAX_WORDS);
    if terms.is_empty() { None } else { Some(terms.join(" AND ")) }
}

/// A phrase, if there is anything in it that can be found.
fn term(text: &str, ending: &str) -> Option<String> {
    text.chars().any(char::is_alphanumeric).then(|| format!("\"{}\"{ending}", text.trim()))
}
