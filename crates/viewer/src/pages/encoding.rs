//! The encoding of a plain text: from its byte order mark, otherwise from its content.

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// What is looked at to guess, in bytes.
const SAMPLE: usize = 64 * 1024;

pub struct Decoded {
    pub text: String,
    /// What it was read as.
    pub encoding: &'static str,
    /// The same, where neither a mark nor the bytes themselves leave no doubt.
    pub assumed: Option<&'static str>,
    /// Places that are no letters in that encoding.
    pub undecodable: u32,
}

pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(decoded) = utf_32(bytes) {
        return decoded;
    }
    let (encoding, mark, assumed) = recognise(bytes);
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    let undefined = |c: &char| *c == '\u{fffd}' || encoding == WINDOWS_1252 && ('\u{80}'..='\u{9f}').contains(c);
    let undecodable = text.chars().filter(undefined).count();
    let text = if encoding == WINDOWS_1252 {
        text.chars().map(|c| if undefined(&c) { '\u{fffd}' } else { c }).collect()
    } else {
        text.into_owned()
    };
    let undecodable = u32::try_from(undecodable).unwrap_or(u32::MAX);
    Decoded { text: lines(text), encoding: encoding.name(), assumed: assumed.then_some(encoding.name()), undecodable }
}

/// By its mark. That of the little-endian order begins like the one of UTF-16: a text in that does not begin with a zero.
fn utf_32(bytes: &[u8]) -> Option<Decoded> {
    let (order, rest): (fn([u8; 4]) -> u32, _) = match bytes.split_first_chunk::<4>()? {
        ([0xff, 0xfe, 0, 0], rest) => (u32::from_le_bytes, rest),
        ([0, 0, 0xfe, 0xff], rest) => (u32::from_be_bytes, rest),
        _ => return None,
    };
    let (units, left) = rest.as_chunks::<4>();
    let letters = units.iter().map(|unit| char::from_u32(order(*unit)));
    let text: String =
        letters.map(|letter| letter.unwrap_or('\u{fffd}')).chain((!left.is_empty()).then_some('\u{fffd}')).collect();
    let undecodable = u32::try_from(text.chars().filter(|c| *c == '\u{fffd}').count()).unwrap_or(u32::MAX);
    Some(Decoded { text: lines(text), encoding: "UTF-32", assumed: None, undecodable })
}

/// Of a text that ends its lines as old machines did.
fn lines(text: String) -> String {
    if text.contains('\n') { text } else { text.replace('\r', "\n") }
}

/// The encoding, how long the mark is that says so, and whether it is a guess.
fn recognise(bytes: &[u8]) -> (&'static Encoding, usize, bool) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, mark, false);
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if let Some(encoding) = utf_16(sample) {
        return (encoding, 0, true);
    }
    if shifts(bytes) {
        return (ISO_2022_JP, 0, true);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, 0, false);
    }
    // Text in UTF-8 with a few damaged places is not read as something else for their sake.
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if sound > 4 * broken { (UTF_8, 0, true) } else { (WINDOWS_1252, 0, true) }
}

/// Whether a text in seven bits shifts to an alphabet of two bytes (ISO 2022, as Japanese mail does).
fn shifts(bytes: &[u8]) -> bool {
    bytes.is_ascii() && bytes.windows(3).any(|place| matches!(place, [0x1b, b'$', b'@' | b'A' | b'B' | b'(']))
}

/// Without a mark: of each two bytes one says which alphabet, and that hardly changes; between words and lines it is zero.
fn utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    // The byte that says which alphabet is the second one in the little-endian order.
    [(1, UTF_16LE), (0, UTF_16BE)].into_iter().find(|(high, _)| is_utf_16(sample, *high)).map(|(_, encoding)| encoding)
}

fn is_utf_16(sample: &[u8], high: usize) -> bool {
    let (mut units, mut blanks, mut signs) = (0_usize, 0_usize, 0_usize);
    // Latin to Arabic; a text in ideographs is not known without its mark.
    let mut alphabets = [0_usize; 7];
    for unit in sample.chunks_exact(2) {
        let (Some(above), Some(below)) = (unit.get(high), unit.get(1 - high)) else { return false };
        units += 1;
        if let Some(alphabet) = alphabets.get_mut(usize::from(*above)) {
            *alphabet += 1;
        }
        // Dashes, quotation marks, the euro.
        signs += usize::from(matches!(above, 0x20 | 0x21));
        blanks += usize::from(*above == 0 && matches!(below, b' ' | b'\n' | b'\r' | b'\t'));
        // A zero where the letter should be is no letter: binary data, or the other order.
        if *below == 0 {
            return false;
        }
    }
    let ordinary = alphabets.iter().sum::<usize>() + signs;
    let most = alphabets.iter().max().copied().unwrap_or_default();
    let latin = alphabets.first().copied().unwrap_or_default();
    units >= 2 && ordinary * 100 >= units * 95 && most * 100 >= units * 60 && (blanks > 0 || latin * 2 > units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        for text in ["Tot morgen in Luik\n", "Завтра в Льеже\n", "À l’été…\r\n"] {
            for bytes in [u16::to_le_bytes, u16::to_be_bytes] {
                let marked = decode(&utf_16(&format!("\u{feff}{text}"), bytes));
                assert_eq!((marked.text.as_str(), marked.assumed, marked.undecodable), (text, None, 0));
                let bare = decode(&utf_16(text, bytes));
                assert_eq!(bare.text, text);
                assert!(bare.assumed.is_some_and(|name| name.starts_with("UTF-16")), "it is a guess, and said");
            }
        }
    }

    #[test]
    fn utf_32_is_read_by_its_mark() {
        let text = "Réunion\nЛьеж 😀\n";
        for bytes in [u32::to_le_bytes, u32::to_be_bytes] {
            let marked: Vec<u8> = format!("\u{feff}{text}").chars().flat_map(|c| bytes(u32::from(c))).collect();
            let decoded = decode(&marked);
            assert_eq!((decoded.text.as_str(), decoded.assumed, decoded.undecodable), (text, None, 0));
            let holes = [marked.as_slice(), &bytes(0xd800), &[1]].concat();
            assert_eq!(decode(&holes).undecodable, 2);
        }
    }

    #[test]
    fn what_windows_writes_keeps_its_signs() {
        let text = decode(b"Budget: 50 \x80, \x93l\x92\xe9t\xe9\x94 \x96 \x9cuvre\x85");
        assert_eq!(text.text, "Budget: 50 €, “l’été” – œuvre…");
        assert_eq!((text.assumed, text.undecodable), (Some("windows-1252"), 0));
        let holes = decode(b"caf\xe9 \x81\x9d");
        assert_eq!((holes.text.as_str(), holes.undecodable), ("café \u{fffd}\u{fffd}", 2));
    }

    #[test]
    fn utf_8_stays_utf_8() {
        assert_eq!(decode("\u{feff}été".as_bytes()).text, "été");
        for text in ["", "a", "ab", "plain\n", "日本語", "a\0b"] {
            let decoded = decode(text.as_bytes());
            assert_eq!((decoded.text.as_str(), decoded.assumed, decoded.undecodable), (text, None, 0));
        }
        let mut damaged = "œuvre d’été à Liège, âgé, où ça ? ".repeat(20).into_bytes();
        damaged.insert(30, 0xff);
        let decoded = decode(&damaged);
        assert_eq!((decoded.assumed, decoded.undecodable), (Some("UTF-8"), 1));
        assert!(decoded.text.contains("œuvre"));
    }
}
