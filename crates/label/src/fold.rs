//! How names and words are compared: one way for policies, guides, lists of authorities and the search.

use unicode_normalization::UnicodeNormalization as _;

/// The form in which names and words are compared: lower case, accents off, letters that stand for two written as two
/// (`œ` as `oe`, `ß` as `ss`, `ĳ` as `ij`), what cannot be seen left out, runs of white space as one space.
///
/// ADatP-4774 compares without regard to case (NATO policy); accents are off because `TRES SECRET` is what keyboards,
/// older systems and the published example files write for `TRÈS SECRET`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut put = |character: char| {
        if character.is_whitespace() {
            gap = !out.is_empty();
            return;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        match letters(character) {
            Some(letters) => out.push_str(letters),
            None => out.push(character),
        }
    };
    if text.is_ascii() {
        text.chars().map(|c| c.to_ascii_lowercase()).for_each(&mut put);
    } else {
        // Lower case both before and after: `İ` gives a dotted i, and the compatibility forms of capitals are capitals.
        let lower: String = text.chars().filter(|c| !unseen(*c)).flat_map(char::to_lowercase).collect();
        // Catalan's l with a point, in one character or three, is found by two l: `paraŀlel`, `paral·lel`.
        let lower = lower.replace("ŀl", "ll").replace("l·l", "ll");
        lower.nfkd().filter(|c| !accent(*c)).flat_map(char::to_lowercase).for_each(&mut put);
    }
    out
}

/// A text with each letter and its accents as one character where Unicode has one.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Letters of the Latin scripts of Europe that Unicode does not take apart.
fn letters(lower: char) -> Option<&'static str> {
    Some(match lower {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        // Quotes and hyphens of every kind separate words like those of the keyboard.
        '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => "'",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        _ => return None,
    })
}

/// Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic: what the eye passes over. The signs of other scripts
/// are letters of their own.
fn accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// What has no width: soft hyphens, joiners, marks of direction, variants of a glyph.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_accents_and_spacing_do_not_distinguish_names() {
        assert_eq!(fold("  TRÈS\n SECRET "), "tres secret");
        assert_eq!(fold("Tre\u{300}s Secret"), "tres secret");
        assert_eq!(fold("Ściśle tajne"), "scisle tajne");
    }

    #[test]
    fn letters_that_stand_for_two_are_two_in_either_case() {
        for (written, typed) in [
            ("cœur ŒUVRE Æsir", "coeur oeuvre aesir"),
            ("Straße STRAẞE", "strasse strasse"),
            ("ĳzer Ĳ", "ijzer ij"),
            ("Økland Łódź Đorđe Þór Ðurgeir", "okland lodz dorde thor durgeir"),
            ("ﬁche oﬃcielle ﬅ", "fiche officielle st"),
            ("İstanbul ısı", "istanbul isi"),
            ("paraŀlel PARAĿLEL col·legi A · B", "parallel parallel collegi a · b"),
            ("l’été – n° ２", "l'ete - n° 2"),
            ("co\u{ad}operatie می\u{200c}خواهم", "cooperatie میخواهم"),
        ] {
            assert_eq!(fold(written), typed, "{written}");
            assert_eq!(fold(typed), typed, "folding twice is folding once");
        }
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(fold("Строго Секретно"), "строго секретно");
        assert_eq!(fold("हिन्दी"), "हिन्दी");
        assert_eq!(fold("한국"), fold("한국"));
    }
}
