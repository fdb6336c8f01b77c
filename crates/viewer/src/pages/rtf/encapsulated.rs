//! Formatted text (HTML) within a rich text ([MS-OXRTFEX]), as Outlook keeps it: its tags stand in groups of their own, and what
//! makes a rich text of it is marked.

use encoding_rs::WINDOWS_1252;
use rtf_grimoire::tokenizer::Token;

use super::reading::{Reading, encoding_of};
use super::tokens;
use crate::missing::Missings;

#[derive(Clone, Copy, Default)]
struct Group {
    /// Whether a tag stands in it, as it is.
    tag: bool,
    /// Whether it is of the rich text alone.
    skipped: bool,
    rich: bool,
}

/// None where there is none.
pub fn html(document: &[u8], lacking: &mut Missings) -> Option<String> {
    const SKIPPED: [&str; 6] = ["fonttbl", "colortbl", "stylesheet", "info", "pict", "pntext"];
    let mut own = Missings::default();
    let tokens = tokens(document, &mut own).ok()?;
    let begins = |token: &Token| matches!(token, Token::ControlWord { name, .. } if name == "fromhtml");
    tokens.iter().take(100).any(begins).then_some(())?;
    lacking.append(own);
    let (mut reading, mut groups, mut starred) = (Reading::of(WINDOWS_1252), vec![Group::default()], false);
    for token in &tokens {
        let group = groups.last_mut()?;
        let read = group.tag || !group.skipped && !group.rich;
        match token {
            Token::StartGroup => {
                let inner = *group;
                groups.push(inner);
            }
            Token::EndGroup => {
                reading.skip = 0;
                groups.pop();
            }
            Token::ControlSymbol('*') => starred = true,
            Token::ControlWord { name, arg } => {
                match name.as_str() {
                    "htmltag" => group.tag = true,
                    "htmlrtf" => group.rich = arg.unwrap_or(1) != 0,
                    "ansicpg" => reading.encoded(encoding_of(arg.unwrap_or_default())),
                    name if starred || SKIPPED.contains(&name) => group.skipped = true,
                    _ if read => reading.word(name, *arg, 1),
                    _ => {}
                }
                starred = false;
            }
            Token::ControlSymbol(sign) if read => reading.symbol(*sign),
            Token::Text(bytes) if group.tag => reading.bytes(bytes),
            Token::Text(bytes) if read => {
                for byte in bytes {
                    match byte {
                        b'<' => reading.bytes(b"&lt;"),
                        b'&' => reading.bytes(b"&amp;"),
                        byte => reading.bytes(&[*byte]),
                    }
                }
            }
            _ => {}
        }
    }
    Some(reading.done())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_html_within_a_rich_text_is_found() {
        let rtf = br#"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\generator x}
{\*\htmltag64 <p style="color:#fff">}\htmlrtf {\htmlrtf0 caf\'e9 1 < 2{\*\htmltag84 <a href="https://x.example/">}\htmlrtf {\field\htmlrtf0 link{\*\htmltag92 </a>}\htmlrtf }\htmlrtf0 {\*\htmltag72 </p>}\htmlrtf \par}\htmlrtf0 }"#;
        let html = super::html(rtf, &mut super::Missings::default()).expect("it is there").replace('\n', "");
        let expected = "<p style=\"color:#fff\">café 1 &lt; 2<a href=\"https://x.example/\">link</a></p>";
        assert_eq!(html.trim(), expected);
        assert_eq!(super::html(br"{\rtf1\ansi plain}", &mut super::Missings::default()), None);
    }
}
