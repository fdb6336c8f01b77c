//! What a text may have been before mail and other systems rewrote it: every possible reading, without a judgement of
//! which is right. For texts whose signatures decide that.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How many pieces in base64 are looked at.
const MAX_PIECES: usize = 8;
/// The shortest line of a piece in base64, but for its last.
const PIECE_LINE: usize = 40;
/// What mail puts before lines that it quotes, and what stands for a space.
const AROUND: [char; 5] = [' ', '\t', '\u{a0}', '>', '|'];

/// The text as it stands, then as quoted-printable, then each piece of it in base64; and each of these as HTML where it holds
/// any.
pub(crate) fn readings(bytes: &[u8]) -> Vec<String> {
    let plain = decoded(bytes);
    let mut all = Vec::new();
    if plain.contains('=') {
        all.extend([Breaks::Each, Breaks::Likely].into_iter().filter_map(|breaks| printed(&plain, breaks)));
    }
    all.extend(pieces(&plain));
    all.insert(0, plain);
    let pages: Vec<String> =
        all.iter().filter(|text| text.contains(['<', '&'])).map(|text| without_tags(text)).collect();
    all.extend(pages);
    all.iter_mut().for_each(|text| text.retain(|c| !without_width(c)));
    all
}

/// What mail and office programs put between words unseen: no note has any of it.
fn without_width(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// At which of the lines that end with `=` a text in quoted-printable goes on with the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Breaks {
    /// At each, as the standard has it.
    Each,
    /// Where the next line could be more of the same base64: what is left of it in a text may have other ends that are base64's.
    Likely,
}

/// A text as quoted-printable, all of it or what is left of it: the decoder passes over characters beyond ASCII, and over `=` that
/// escapes nothing, so these are escaped first.
fn printed(text: &str, breaks: Breaks) -> Option<String> {
    let mut lines = text.split('\n').map(|line| line.trim_end_matches(['\r', ' ', '\t'])).peekable();
    let mut printable = String::with_capacity(text.len());
    let (mut goes_on, mut quoted) = (false, false);
    while let Some(line) = lines.next() {
        // What quotes the rest of a line stands in its middle once it is whole again.
        let line = if goes_on && quoted { line.trim_start_matches(AROUND) } else { line };
        quoted = if goes_on { quoted } else { line.starts_with(['>', '|']) };
        goes_on = match breaks {
            Breaks::Each => line.ends_with('='),
            Breaks::Likely => line.ends_with('=') && lines.peek().is_some_and(|next| may_go_on(line, next)),
        };
        escape(if goes_on { line.strip_suffix('=').unwrap_or(line) } else { line }, &mut printable);
        if !goes_on {
            printable.push('\n');
        }
    }
    let bytes = quoted_printable::decode(printable.as_bytes(), quoted_printable::ParseMode::Robust);
    bytes.ok().map(|bytes| decoded(&bytes))
}

/// Whether the next line may be more of the base64 in this one, which ends with `=`.
fn may_go_on(line: &str, next: &str) -> bool {
    let next = next.trim_start_matches(AROUND);
    let padding = next == "=" || next == "==" || next.starts_with("=3D");
    let more = next.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+' || c == '/');
    padding || (more && !line.ends_with("=="))
}

fn escape(line: &str, printable: &mut String) {
    let mut rest = line.as_bytes();
    while let [byte, after @ ..] = rest {
        let escapes = matches!(after, [a, b, ..] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
        match byte {
            b'=' if !escapes => printable.push_str("=3D"),
            0x80.. => printable.push_str(&format!("={byte:02X}")),
            other => printable.push(char::from(*other)),
        }
        rest = after;
    }
}

/// UTF-8, UTF-16 where a mark says so, else the eight bits of Windows.
fn decoded(bytes: &[u8]) -> String {
    let utf_16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let (units, odd) = rest.as_chunks::<2>();
        let text = char::decode_utf16(units.iter().map(|pair| unit(*pair))).collect::<Result<String, _>>();
        text.ok().filter(|_| odd.is_empty())
    };
    let marked = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    let text = marked.unwrap_or_else(|| bytes.iter().copied().map(of_windows).collect());
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

/// Of what Windows has in the place of control characters, only dashes matter here.
fn of_windows(byte: u8) -> char {
    match byte {
        0x96 => '\u{2013}',
        0x97 => '\u{2014}',
        other => char::from(other),
    }
}

/// Lines one below another that are nothing but base64, as texts.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for line in text.split(['\n', '\r']).map(|line| line.trim_matches(AROUND)).chain([""]) {
        let coded =
            !line.is_empty() && line.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='));
        // What ends a line of Windows is two characters, and no end of the piece.
        if line.is_empty() && !piece.is_empty() && !piece.ends_with('\n') {
            piece.push('\n');
            continue;
        }
        if coded && (line.len() >= PIECE_LINE || !piece.is_empty()) {
            while piece.ends_with('\n') {
                piece.pop();
            }
            piece.push_str(line);
            continue;
        }
        pieces.extend(piece_text(&std::mem::take(&mut piece)));
        if pieces.len() >= MAX_PIECES {
            return pieces;
        }
    }
    pieces.extend(piece_text(&piece));
    pieces
}

fn piece_text(piece: &str) -> Option<String> {
    let bytes = STANDARD.decode(piece.trim_end()).ok().filter(|bytes| !bytes.is_empty())?;
    Some(decoded(&bytes))
}

/// What is read between the tags of a page, each on a line of its own.
fn without_tags(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        text.push_str(before);
        text.push('\n');
        rest = tag.find('>').and_then(|end| tag.get(end + 1..)).unwrap_or_default();
    }
    text.push_str(rest);
    html_escape::decode_html_entities(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_writing_is_read_and_nothing_is_lost() {
        let text = "zegel — 7\n";
        let coded = STANDARD.encode(text.repeat(20));
        let lines: Vec<&str> = (0..coded.len()).step_by(76).map(|at| &coded[at..coded.len().min(at + 76)]).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            b"zegel \x97 7\n".to_vec(),
            b"zegel =E2=80=94 7\n".to_vec(),
            format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
            format!("Subject: x\r\n\r\n{}\r\n", lines.join("\r\n")).into_bytes(),
            b"<p>zegel &mdash; 7<br>\n".to_vec(),
            b"<p>zegel =26mdash; 7<br>\n".to_vec(),
        ] {
            let readings = readings(&bytes);
            // How a line ends, the reader of notes does not mind.
            let reads = |reading: &String| reading.replace("\r\n", "\n").contains("zegel — 7\n");
            assert!(readings.iter().any(reads), "{readings:?}");
        }
        assert_eq!(readings(b""), [""]);
        assert!(readings("<&=\n".repeat(10_000).as_bytes()).len() < 8);
    }
}
