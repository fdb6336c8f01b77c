//! Signs that nobody sees (Unicode 16, UAX #9): those that turn the direction of writing, and those that stand between letters
//! without a width. They are drawn by name, so that nobody reads another text than other programs show without being told.

/// What a sign is drawn as and called by, without brackets; none where it is no such sign.
pub fn name(c: char) -> Option<String> {
    let name = match c {
        '\u{ad}' => "SHY",
        '\u{34f}' => "CGJ",
        '\u{61c}' => "ALM",
        '\u{180e}' => "MVS",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{2028}' => "LS",
        '\u{2029}' => "PS",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        // Fillers, selectors, notes, and letters of a second, invisible alphabet.
        '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{2061}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => {
            return Some(format!("U+{:04X}", u32::from(c)));
        }
        _ => return None,
    };
    Some(name.to_owned())
}

/// As it stands on a page: `‹RLO›`.
pub fn drawn(c: char) -> Option<String> {
    name(c).map(|name| format!("‹{name}›"))
}
