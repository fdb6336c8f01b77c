//! Whether packed data can be unpacked to its very end. The renderer takes what it gets, and says nothing of the rest.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status as Inflated};
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Array, Dict, Object, Stream};

/// What was found at the end of packed data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpacked {
    Whole,
    /// It does not match the sum behind it: it was damaged or altered.
    Altered,
    /// It breaks off, or cannot be unpacked.
    Cut,
}

/// Whether it can be unpacked to its end.
pub fn whole(stream: &Stream<'_>) -> bool {
    state(stream) != Unpacked::Cut
}

/// Of pictures in their own formats nothing is said here.
pub fn state(stream: &Stream<'_>) -> Unpacked {
    let filters = stream.filters();
    let mut data = stream.raw_data();
    let mut state = Unpacked::Whole;
    if data.trim_ascii().is_empty() {
        return state;
    }
    for (at, filter) in filters.iter().enumerate() {
        let parameters = parameters(stream, at);
        let unpacked = match filter {
            Filter::AsciiHexDecode => hexadecimal(&data),
            Filter::Ascii85Decode => base_85(&data),
            Filter::RunLengthDecode => runs(&data),
            Filter::FlateDecode => {
                inflated(&data).filter(|(data, _)| rows_are_whole(data, &parameters)).map(|(data, sound)| {
                    if !sound {
                        state = Unpacked::Altered;
                    }
                    data
                })
            }
            Filter::LzwDecode => {
                // What comes out of it is for the renderer to say.
                let whole = lzw_ends(&data, &parameters)
                    && known_predictor(&parameters)
                    && (at + 1 < filters.len() || stream.decoded_data().is_ok());
                return if whole { state } else { Unpacked::Cut };
            }
            _ => return state,
        };
        match unpacked {
            Some(unpacked) => data = Cow::Owned(unpacked),
            None => return Unpacked::Cut,
        }
    }
    state
}

fn parameters<'a>(stream: &Stream<'a>, at: usize) -> Dict<'a> {
    let dict = stream.dict();
    match dict.get::<Object<'_>>(b"DP").or_else(|| dict.get::<Object<'_>>(b"DecodeParms")) {
        Some(Object::Dict(one)) if at == 0 => one,
        Some(Object::Array(several)) => {
            Array::iter::<Object<'_>>(&several).nth(at).and_then(Object::into_dict).unwrap_or_default()
        }
        _ => Dict::default(),
    }
}

fn hexadecimal(data: &[u8]) -> Option<Vec<u8>> {
    let mut digits = Vec::new();
    for byte in data.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0).take_while(|byte| **byte != b'>')
    {
        digits.push(u8::try_from(char::from(*byte).to_digit(16)?).ok()?);
    }
    Some(digits.chunks(2).map(|pair| pair.first().map_or(0, |high| high << 4) | pair.get(1).unwrap_or(&0)).collect())
}

fn base_85(data: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut group) = (Vec::new(), Vec::with_capacity(5));
    let data = data.trim_ascii_start();
    let data = data.strip_prefix(b"<~").unwrap_or(data);
    for byte in data.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0) {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => return None,
        }
        if group.len() == 5 {
            out.extend(bytes_of(&group)?);
            group.clear();
        }
    }
    match group.len() {
        0 => Some(out),
        1 => None,
        some => {
            group.resize(5, 84);
            out.extend(bytes_of(&group)?.into_iter().take(some - 1));
            Some(out)
        }
    }
}

fn bytes_of(group: &[u8]) -> Option<[u8; 4]> {
    let value = group.iter().fold(0_u64, |all, digit| all * 85 + u64::from(*digit));
    u32::try_from(value).ok().map(u32::to_be_bytes)
}

/// Runs of bytes up to their end mark.
fn runs(mut data: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while let Some((length, rest)) = data.split_first() {
        match usize::from(*length) {
            128 => return Some(out),
            literal @ 0..=127 => {
                let (run, rest) = rest.split_at_checked(literal + 1)?;
                out.extend_from_slice(run);
                data = rest;
            }
            repeated => {
                let (byte, rest) = rest.split_first()?;
                out.extend(std::iter::repeat_n(*byte, 257 - repeated));
                data = rest;
            }
        }
    }
    None
}

/// Without the two bytes before the data, so that a sum missing after its end does not count; and whether one that is there is
/// right.
fn inflated(data: &[u8]) -> Option<(Vec<u8>, bool)> {
    let mut rest = data.get(2..)?;
    let (mut inflate, mut out, mut buffer) = (Decompress::new(false), Vec::new(), vec![0; 64 * 1024]);
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None).ok()?;
        let taken = usize::try_from(inflate.total_in() - before_in).ok()?;
        let given = usize::try_from(inflate.total_out() - before_out).ok()?;
        out.extend_from_slice(buffer.get(..given)?);
        if status == Inflated::StreamEnd {
            let sum = rest.get(taken..).and_then(<[u8]>::first_chunk).map(|sum| u32::from_be_bytes(*sum));
            let sound = sum.is_none_or(|sum| sum == adler(&out));
            return Some((out, sound));
        }
        if taken == 0 && given == 0 {
            return None;
        }
        rest = rest.get(taken..)?;
    }
}

/// The sum of RFC 1950.
fn adler(data: &[u8]) -> u32 {
    let (mut low, mut high) = (1_u32, 0_u32);
    // As many as can be added up before either is too large for its type.
    for part in data.chunks(5552) {
        for byte in part {
            low += u32::from(*byte);
            high += low;
        }
        (low, high) = (low % 65_521, high % 65_521);
    }
    high << 16 | low
}

/// Whether the codes go on to their end mark, and say nothing that was not said before.
fn lzw_ends(data: &[u8], parameters: &Dict<'_>) -> bool {
    let early = parameters.get::<u32>(b"EarlyChange").is_none_or(|early| early != 0);
    let (mut table, mut first, mut at) = (258_usize, true, 0_usize);
    loop {
        let bits = match table + usize::from(early) {
            2048.. => 12,
            1024.. => 11,
            512.. => 10,
            _ => 9,
        };
        let mut code = 0_usize;
        for bit in at..at + bits {
            let Some(byte) = data.get(bit / 8) else { return false };
            code = code << 1 | usize::from(byte >> (7 - bit % 8) & 1);
        }
        at += bits;
        match code {
            257 => return true,
            256 => (table, first) = (258, true),
            // The code that is being made may be used at once.
            _ if code > table || first && code >= 256 => return false,
            _ => {
                if !first {
                    table = (table + 1).min(4096);
                }
                first = false;
            }
        }
    }
}

fn known_predictor(parameters: &Dict<'_>) -> bool {
    matches!(parameters.get::<u32>(b"Predictor"), None | Some(1 | 2 | 10..=15))
}

/// Whether rows that were predicted from one another (ISO 32000-1, 7.4.4.4) are rows, the last one too.
fn rows_are_whole(data: &[u8], parameters: &Dict<'_>) -> bool {
    let number = |key: &[u8], otherwise: usize| match parameters.get::<u32>(key) {
        Some(number) => usize::try_from(number).unwrap_or(usize::MAX),
        None => otherwise,
    };
    let predictor = number(b"Predictor", 1);
    if predictor == 1 {
        return true;
    }
    let bits = number(b"Colors", 1).saturating_mul(number(b"BitsPerComponent", 8));
    let row = number(b"Columns", 1).saturating_mul(bits).div_ceil(8);
    let of_png = predictor >= 10;
    let row = row.saturating_add(usize::from(of_png));
    known_predictor(parameters)
        && row > 0
        && data.len().is_multiple_of(row)
        && (!of_png || data.chunks(row).all(|row| row.first().is_some_and(|kind| *kind <= 4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_off_is_told_from_what_ends() {
        assert_eq!(hexadecimal(b"41 4 2>zz").as_deref(), Some(b"AB".as_slice()));
        assert_eq!(hexadecimal(b"41ZZ42>"), None);
        assert_eq!(base_85(b"<~87cURD]~>").as_deref(), Some(b"Hello".as_slice()));
        assert_eq!(base_85(b"87c}URD]~>"), None);
        assert_eq!(runs(&[1, b'a', b'b', 254, b'c', 128]).as_deref(), Some(b"abccc".as_slice()));
        assert_eq!((runs(&[100, b'a']), runs(&[0, b'a'])), (None, None));
        // Clear, `-`, end; nine bits each (ISO 32000-1, 7.4.4.2).
        let codes = |codes: &[usize]| {
            let bits: Vec<usize> = codes.iter().flat_map(|code| (0..9).rev().map(move |bit| code >> bit & 1)).collect();
            bits.chunks(8)
                .map(|byte| byte.iter().enumerate().fold(0, |all, (at, bit)| all | (*bit as u8) << (7 - at)))
                .collect::<Vec<u8>>()
        };
        assert!(lzw_ends(&codes(&[256, 45, 258, 257]), &Dict::default()));
        assert!(!lzw_ends(&codes(&[256, 45, 258]), &Dict::default()), "no end");
        assert!(!lzw_ends(&codes(&[256, 45, 400, 257]), &Dict::default()), "a code that was never made");
    }
}
