//! How names are compared.

/// The form in which names are compared: lower case, Latin accents off, runs of white space as one space.
///
/// ADatP-4774 compares without regard to case (NATO policy); accents are off because `TRES SECRET` is what keyboards,
/// older systems and the published example files write for `TRÈS SECRET`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        if character.is_whitespace() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        if character.is_ascii() {
            out.push(character.to_ascii_lowercase());
        } else {
            for lower in character.to_lowercase() {
                match plain(lower) {
                    Some(letters) => out.push_str(letters),
                    // Combining accents fall away like those of composed letters.
                    None if ('\u{300}'..='\u{36f}').contains(&lower) => {}
                    None => out.push(lower),
                }
            }
        }
    }
    out
}

/// The letters without accents, for the Latin scripts of Europe.
fn plain(lower: char) -> Option<&'static str> {
    Some(match lower {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ċ' => "c",
        'ď' | 'đ' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => "e",
        'ğ' | 'ģ' | 'ġ' => "g",
        'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ķ' => "k",
        'ľ' | 'ļ' | 'ł' => "l",
        'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ő' | 'ō' => "o",
        'œ' => "oe",
        'ř' | 'ŕ' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ž' | 'ż' => "z",
        _ => return None,
    })
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
    fn other_scripts_keep_their_letters() {
        assert_eq!(fold("Строго Секретно"), "строго секретно");
    }
}
