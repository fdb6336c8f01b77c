//! Colours of classifications, and what can be read on them.

/// The names of the SPIF schema (HTML 4), `fuschia` as the schema spells it.
const NAMES: [(&str, &str); 17] = [
    ("aqua", "#00ffff"),
    ("black", "#000000"),
    ("blue", "#0000ff"),
    ("fuchsia", "#ff00ff"),
    ("fuschia", "#ff00ff"),
    ("gray", "#808080"),
    ("green", "#008000"),
    ("lime", "#00ff00"),
    ("maroon", "#800000"),
    ("navy", "#000080"),
    ("olive", "#808000"),
    ("purple", "#800080"),
    ("red", "#ff0000"),
    ("silver", "#c0c0c0"),
    ("teal", "#008080"),
    ("white", "#ffffff"),
    ("yellow", "#ffff00"),
];

/// For a classification that the policy gives no colour.
pub(crate) const NONE: &str = "#5f6368";

/// `#rrggbb` in lower case, from that form or from a name.
pub(crate) fn parse(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return Some((*code).to_owned());
    }
    let digits = lower.strip_prefix('#')?;
    (digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(lower)
}

/// Black or white, whichever contrasts more with the colour (WCAG 2 relative luminance).
pub(crate) fn text_on(colour: &str) -> &'static str {
    let luminance = luminance(colour).unwrap_or(0.0);
    let with_white = 1.05 / (luminance + 0.05);
    let with_black = (luminance + 0.05) / 0.05;
    if with_white >= with_black { "#ffffff" } else { "#000000" }
}

fn luminance(colour: &str) -> Option<f64> {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(colour.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(1)? + 0.7152 * channel(3)? + 0.0722 * channel(5)?)
}

#[cfg(test)]
mod tests {
    use super::{parse, text_on};

    #[test]
    fn names_and_codes_become_codes() {
        assert_eq!(parse("Red").as_deref(), Some("#ff0000"));
        assert_eq!(parse("#A1B2C3").as_deref(), Some("#a1b2c3"));
        assert_eq!(parse("#12345"), None);
        assert_eq!(parse("crimson"), None);
    }

    #[test]
    fn text_can_be_read_on_its_colour() {
        assert_eq!(text_on("#ffff00"), "#000000");
        assert_eq!(text_on("#800000"), "#ffffff");
        assert_eq!(text_on("nonsense"), "#ffffff");
    }
}
