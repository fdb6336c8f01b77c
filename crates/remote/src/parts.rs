//! The parts of an entry as they lie in its row, one after the other: rows of their own would take longer than the entry. How many
//! there are stands first (2 bytes); of each, the length of its audience (1), the audience, the length of the sealed bytes (4), and
//! these. Numbers have their highest byte first.

use ledger::{MAX_ENTRY, MAX_PARTS, Part};

/// None where they are more or longer than an entry may have.
pub(crate) fn pack(parts: &[Part]) -> Option<Vec<u8>> {
    let length: usize = parts.iter().map(|part| 5 + part.audience.len() + part.sealed.len()).sum();
    let mut packed = Vec::with_capacity(2 + length);
    packed.extend(u16::try_from(parts.len()).ok()?.to_be_bytes());
    for part in parts {
        packed.push(u8::try_from(part.audience.len()).ok()?);
        packed.extend(part.audience.as_bytes());
        packed.extend(u32::try_from(part.sealed.len()).ok()?.to_be_bytes());
        packed.extend(&part.sealed);
    }
    Some(packed)
}

/// None where these bytes are not of this form, or an entry may not have so much.
pub(crate) fn unpack(packed: &[u8]) -> Option<Vec<Part>> {
    let (count, mut rest) = packed.split_first_chunk()?;
    let count = usize::from(u16::from_be_bytes(*count));
    if count > MAX_PARTS || packed.len() > 2 * MAX_ENTRY {
        return None;
    }
    // Each has five bytes at least: who promises more than there are takes no memory by it.
    let mut parts = Vec::with_capacity(count.min(rest.len() / 5));
    for _ in 0..count {
        let (length, after) = rest.split_first()?;
        let (audience, after) = after.split_at_checked(usize::from(*length))?;
        let (length, after) = after.split_first_chunk()?;
        let (sealed, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        parts.push(Part { audience: std::str::from_utf8(audience).ok()?.to_owned(), sealed: sealed.to_vec() });
        rest = after;
    }
    rest.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(audience: &str, sealed: &[u8]) -> Part {
        Part { audience: audience.to_owned(), sealed: sealed.to_vec() }
    }

    #[test]
    fn parts_come_back_as_they_were_packed() {
        let some = [
            vec![],
            vec![part("common/1", b"sealed")],
            vec![part("a", b"1"), part(&"b".repeat(ledger::MAX_AUDIENCE), b""), part("a", &[7; 70_000])],
        ];
        for parts in some {
            assert_eq!(unpack(&pack(&parts).expect("they fit")), Some(parts));
        }
    }

    #[test]
    fn more_than_an_entry_may_have_is_not_packed() {
        assert_eq!(pack(&[part(&"a".repeat(256), b"")]), None);
        assert_eq!(pack(&vec![part("a", b""); 1 << 16]), None);
        let most = pack(&vec![part("a", b""); MAX_PARTS + 1]).expect("they have the form");
        assert_eq!(unpack(&most), None);
    }

    /// Also what comes from a server that lies.
    #[test]
    fn bytes_that_were_cut_or_continued_are_no_parts() {
        let packed = pack(&[part("common/1", b"sealed"), part("b", b"more")]).expect("they fit");
        for cut in 0..packed.len() {
            assert_eq!(unpack(packed.get(..cut).expect("it is shorter")), None, "{cut}");
        }
        assert_eq!(unpack(&[packed.as_slice(), b"x"].concat()), None);
        let (_, bytes) = packed.split_at(2);
        // One less, and what belongs to it is left over; and many more.
        assert_eq!(unpack(&[&[0, 1][..], bytes].concat()), None);
        assert_eq!(unpack(&[&[0x20, 0][..], bytes].concat()), None);
        // An audience that is no text.
        assert_eq!(unpack(&[0, 1, 1, 0xff, 0, 0, 0, 0]), None);
        // Four gigabytes that are not there.
        assert_eq!(unpack(&[0, 1, 1, b'a', 0xff, 0xff, 0xff, 0xff]), None);
    }
}
