//! Whether what is sealed in two files is the same, without a key: an age file is a header, in which a key is wrapped, and what that
//! key seals. A document is sealed for others by another header alone; what is behind it nothing ever writes again.

use std::io::{self, BufRead, BufReader, Read};

/// No header of this program is nearly as long.
const LONGEST_HEADER: usize = 1 << 16;
/// Begins the last line of a header.
const LAST: &[u8] = b"\n--- ";

/// Whether two age files seal the same bytes under the same key, no matter who may open them.
pub(super) fn is_same(one: impl Read, other: impl Read) -> io::Result<bool> {
    let (mut one, mut other) = (BufReader::new(one), BufReader::new(other));
    if !past_header(&mut one)? || !past_header(&mut other)? {
        return Ok(false);
    }
    let mut others = other.bytes();
    for byte in one.bytes() {
        if Some(byte?) != others.next().transpose()? {
            return Ok(false);
        }
    }
    Ok(others.next().is_none())
}

/// Reads up to where the header ends; false where there is none.
fn past_header(from: &mut impl BufRead) -> io::Result<bool> {
    let mut header = Vec::new();
    let mut last = None;
    for byte in from.by_ref().bytes().take(LONGEST_HEADER) {
        let byte = byte?;
        header.push(byte);
        if last.is_some() && byte == b'\n' {
            return Ok(true);
        }
        if header.ends_with(LAST) {
            last = Some(header.len());
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_header_seals_the_same_and_another_byte_behind_it_does_not() {
        let sealed = |stanza: &str, payload: &str| format!("age-encryption.org/v1\n-> {stanza}\n--- mac\n{payload}");
        let same = |one: &str, other: &str| is_same(one.as_bytes(), other.as_bytes()).expect("it is read");
        let one = sealed("X25519 a", "sealed");
        assert!(same(&one, &sealed("X25519 b", "sealed")));
        assert!(same(&one, &one));
        for other in ["sealeD", "seale", "sealed ", ""] {
            assert!(!same(&one, &sealed("X25519 a", other)), "{other}");
        }
        assert!(!same("no header", "no header"));
    }
}
