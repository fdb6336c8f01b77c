//! How the number of a list is written, and the sign of one that has none.

use super::table::column_letters;

/// What a counter holds at most (ISO/IEC 29500-1, 22.9.2.1): nobody knows what comes behind it.
pub(super) const LARGEST: u32 = 2_147_483_647;
/// What stands where a form is not known.
pub(super) const NEUTRAL: &str = "•";
/// Of what stands before a paragraph, in characters.
const LONGEST: usize = 100;
/// In letters: 30 times the same.
const MOST_IN_LETTERS: u32 = 780;
const MOST_IN_ROMAN: u32 = 32_767;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Upper,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Decimal,
    /// In so many digits, with zeros in front.
    Padded(usize),
    /// `a` to `z`, then `aa`, `bb`.
    Letters(Case),
    /// `a` to `z`, then `aa`, `ab`.
    Columns(Case),
    Roman(Case),
    /// In such a language, by its two letters.
    Ordinal(String),
    /// Counted, and not shown.
    Nothing,
    /// A sign, and no number.
    Bullet,
    /// As the file calls it.
    Unknown(String),
}

impl Format {
    /// None where it is not known how.
    pub(super) fn written(&self, number: u32) -> Option<String> {
        match self {
            Format::Nothing | Format::Bullet => Some(String::new()),
            Format::Unknown(_) => None,
            _ if number >= LARGEST => None,
            Format::Decimal => Some(number.to_string()),
            Format::Padded(digits) => Some(format!("{number:0digits$}", digits = *digits)),
            Format::Letters(case) => letters(number).map(|said| case.of(said)),
            Format::Columns(case) => number.checked_sub(1).map(|column| case.of(column_letters(column).to_lowercase())),
            Format::Roman(case) => roman(number).map(|said| case.of(said)),
            Format::Ordinal(language) => ordinal(number, language),
        }
    }

    /// What a person is told of a number that cannot be written so.
    pub(super) fn named(&self, number: u32) -> String {
        let name = match self {
            Format::Unknown(name) => return name.clone(),
            Format::Decimal => "decimal",
            Format::Padded(_) => "decimalZero",
            Format::Letters(_) | Format::Columns(_) => "letter",
            Format::Roman(_) => "roman",
            Format::Ordinal(language) => return format!("ordinal {language}"),
            Format::Nothing => "none",
            Format::Bullet => "bullet",
        };
        if number >= LARGEST { format!("{name} ≥ {LARGEST}") } else { format!("{name} {number}") }
    }
}

impl Case {
    fn of(self, said: String) -> String {
        match self {
            Case::Lower => said,
            Case::Upper => said.to_uppercase(),
        }
    }
}

/// A number as a file says it; more than can be counted is the largest. None: it is none.
pub(super) fn counted(said: &str) -> Option<u32> {
    let said = said.trim();
    let digits = !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| said.parse::<u32>().map_or(LARGEST, |number| number.min(LARGEST)))
}

/// As a word-processing document calls it (ISO/IEC 29500-1, 17.18.59). `language`: of the document, in two letters.
pub(super) fn of_words(name: &str, custom: &str, language: &str) -> Format {
    match name {
        "decimal" | "" => Format::Decimal,
        "decimalZero" => Format::Padded(2),
        "lowerLetter" => Format::Letters(Case::Lower),
        "upperLetter" => Format::Letters(Case::Upper),
        "lowerRoman" => Format::Roman(Case::Lower),
        "upperRoman" => Format::Roman(Case::Upper),
        // A document that names no language is taken for one in English, as Word does.
        "ordinal" => Format::Ordinal(if language.is_empty() { "en" } else { language }.to_owned()),
        "none" => Format::Nothing,
        "bullet" => Format::Bullet,
        "custom" => padded(custom).unwrap_or_else(|| Format::Unknown(format!("custom {custom}"))),
        other => Format::Unknown(other.to_owned()),
    }
}

/// `01, 02, 03, ...`
pub(super) fn padded(said: &str) -> Option<Format> {
    let first = said.split(',').next()?.trim();
    let zeros = first.strip_suffix('1')?;
    let known = (1..9).contains(&zeros.len()) && zeros.bytes().all(|byte| byte == b'0');
    known.then_some(Format::Padded(first.len()))
}

/// The sign of a list as it can be drawn: those of fonts for signs are numbers there, and no letters, though a file may write them as
/// such. Or, where it is not known, its number.
pub(super) fn bullet(said: &str, font: &str) -> Result<String, String> {
    let font = font.to_ascii_lowercase();
    let of_signs = ["wingdings", "symbol", "webdings"].iter().any(|name| font.starts_with(name));
    let mut shown = String::new();
    for sign in said.chars().take(LONGEST) {
        let number = u32::from(sign);
        let in_font = if of_signs && (0x20..0x100).contains(&number) { number + 0xf000 } else { number };
        match in_font {
            0xf020 => shown.push(' '),
            // Wingdings: ticked, crossed, empty.
            0xf0fc => shown.push('✓'),
            0xf0fe => shown.push('☑'),
            0xf0fd => shown.push('☒'),
            0xf0a8 | 0xf06f => shown.push('☐'),
            // Dots, squares and arrows, which say nothing but that there is an item.
            0xf0b7 | 0xf0a7 | 0xf0d8 | 0xf076 | 0xf06e | 0xf075 | 0xf06c | 0xf09f | 0xf0a1 | 0xf071 | 0xf072
            | 0xf077 => {
                shown.push_str(NEUTRAL);
            }
            number @ 0xe000..=0xf8ff => return Err(format!("U+{number:04X}")),
            _ if sign.is_control() => {}
            _ => shown.push(sign),
        }
    }
    Ok(shown)
}

/// On one line, and not long.
pub(super) fn short(said: &str) -> String {
    let of_a_line = said.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut shown: String = of_a_line.take(LONGEST).collect();
    if said.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}

fn letters(number: u32) -> Option<String> {
    let place = number.checked_sub(1).filter(|_| number <= MOST_IN_LETTERS)?;
    let letter = char::from(b'a' + u8::try_from(place % 26).ok()?);
    Some(std::iter::repeat_n(letter, usize::try_from(place / 26).ok()? + 1).collect())
}

fn roman(number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..=MOST_IN_ROMAN).contains(&number) {
        return None;
    }
    let (mut left, mut said) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            said.push_str(sign);
            left -= value;
        }
    }
    Some(said)
}

fn ordinal(number: u32, language: &str) -> Option<String> {
    let ending = match (language, number % 10, number % 100) {
        ("en", 1, last) if last != 11 => "st",
        ("en", 2, last) if last != 12 => "nd",
        ("en", 3, last) if last != 13 => "rd",
        ("en", _, _) => "th",
        ("fr", _, _) if number == 1 => "er",
        ("fr" | "nl", _, _) => "e",
        ("de", _, _) => ".",
        _ => return None,
    };
    Some(format!("{number}{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_its_list_asks_for() {
        let said = |format: &Format, numbers: &[u32]| {
            numbers.iter().map(|number| format.written(*number).unwrap_or_default()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(said(&Format::Decimal, &[0, 1, 12]), "0 1 12");
        assert_eq!(said(&Format::Padded(2), &[1, 12, 123]), "01 12 123");
        assert_eq!(said(&Format::Letters(Case::Lower), &[1, 26, 27, 53]), "a z aa aaa");
        assert_eq!(said(&Format::Letters(Case::Upper), &[2, 28]), "B BB");
        assert_eq!(said(&Format::Columns(Case::Lower), &[1, 26, 27, 28]), "a z aa ab");
        assert_eq!(said(&Format::Columns(Case::Upper), &[3]), "C");
        assert_eq!(said(&Format::Roman(Case::Lower), &[1, 4, 9, 14, 1990]), "i iv ix xiv mcmxc");
        assert_eq!(said(&Format::Roman(Case::Upper), &[2026]), "MMXXVI");
        let ordinal = |language: &str| Format::Ordinal(language.to_owned());
        assert_eq!(
            said(&ordinal("en"), &[1, 2, 3, 4, 11, 12, 13, 21, 112]),
            "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"
        );
        assert_eq!(
            [said(&ordinal("fr"), &[1, 2]), said(&ordinal("nl"), &[1]), said(&ordinal("de"), &[3])].join(" "),
            "1er 2e 1e 3."
        );
        assert_eq!(said(&Format::Nothing, &[7]), "");
    }

    #[test]
    fn what_cannot_be_written_is_not_guessed() {
        for (format, number) in [
            (Format::Unknown("hebrew1".to_owned()), 1),
            (Format::Ordinal("fi".to_owned()), 1),
            (Format::Letters(Case::Lower), 0),
            (Format::Letters(Case::Lower), MOST_IN_LETTERS + 1),
            (Format::Columns(Case::Lower), 0),
            (Format::Roman(Case::Lower), 0),
            (Format::Roman(Case::Lower), MOST_IN_ROMAN + 1),
            (Format::Decimal, LARGEST),
        ] {
            assert_eq!(format.written(number), None, "{format:?} {number}");
        }
        assert_eq!(Format::Unknown("hebrew1".to_owned()).named(1), "hebrew1");
        assert_eq!(Format::Decimal.named(LARGEST), "decimal ≥ 2147483647");
    }

    #[test]
    fn numbers_of_a_file_are_read_and_never_overflow() {
        assert_eq!([counted("3"), counted(" 7 "), counted("0")], [Some(3), Some(7), Some(0)]);
        assert_eq!([counted("1000000000000"), counted("4294967295"), counted(&"9".repeat(500))], [Some(LARGEST); 3]);
        assert_eq!([counted(""), counted("-1"), counted("x")], [None; 3]);
        assert_eq!(padded("001, 002, 003, ..."), Some(Format::Padded(3)));
        assert_eq!([padded("1, 2"), padded("a, b"), padded(&format!("{}1", "0".repeat(99)))], [None, None, None]);
    }

    #[test]
    fn signs_of_fonts_for_signs_are_drawn_where_they_are_known() {
        assert_eq!(bullet("\u{f0b7}", "Symbol"), Ok("•".to_owned()));
        assert_eq!(bullet("\u{f0fe}", "Wingdings"), Ok("☑".to_owned()));
        assert_eq!(bullet("–", "Arial"), Ok("–".to_owned()));
        assert_eq!(bullet("\u{f021}", ""), Err("U+F021".to_owned()));
        assert_eq!(bullet("§", "Wingdings"), Ok("•".to_owned()), "a square of that font, and no section");
        assert_eq!(bullet("§", "Segoe UI Symbol"), Ok("§".to_owned()));
        assert_eq!(short(&"x".repeat(900)).chars().count(), LONGEST + 1);
    }
}
