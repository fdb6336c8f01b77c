//! Opaque ids as bytes: 17 instead of 26, in the same order.

use registry::BadName;
use rusqlite::{Row, RowIndex};

use super::values::wrong;

/// 26 characters of five bits are 130 bits.
const CHARACTERS: usize = 26;
pub(super) const BYTES: usize = 17;
/// In the order of ASCII, so that bytes are in the order of the text.
const ALPHABET: [u8; 32] = *b"234567abcdefghijklmnopqrstuvwxyz";

/// The bytes of an opaque id.
pub(super) fn packed(id: &str) -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    for (place, character) in id.bytes().enumerate().take(CHARACTERS) {
        // As the place in the alphabet, which is that in the order of ASCII.
        let value = match character {
            b'2'..=b'7' => u16::from(character - b'2'),
            b'a'..=b'z' => u16::from(character - b'a') + 6,
            _ => 0,
        };
        let (at, bit) = (place * 5 / 8, place * 5 % 8);
        let [high, low] = (value << 11 >> bit).to_be_bytes();
        if let Some(byte) = bytes.get_mut(at) {
            *byte |= high;
        }
        if let Some(byte) = bytes.get_mut(at + 1) {
            *byte |= low;
        }
    }
    bytes
}

/// The id of such bytes.
pub(super) fn unpacked<T: std::str::FromStr<Err = BadName>>(
    row: &Row<'_>,
    column: impl RowIndex,
) -> rusqlite::Result<T> {
    let bytes: [u8; BYTES] = row.get(column)?;
    text(&bytes).parse().map_err(|_| wrong())
}

pub(super) fn text(bytes: &[u8; BYTES]) -> String {
    let byte = |at: usize| u16::from(bytes.get(at).copied().unwrap_or_default());
    let value = |place: usize| {
        let (at, bit) = (place * 5 / 8, place * 5 % 8);
        ((byte(at) << 8 | byte(at + 1)) >> (11 - bit)) & 31
    };
    (0..CHARACTERS).filter_map(|place| ALPHABET.get(usize::from(value(place))).copied().map(char::from)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_id_comes_back_and_the_order_stays(one in "[a-z2-7]{26}", other in "[a-z2-7]{26}") {
            prop_assert_eq!(text(&packed(&one)), one.clone());
            prop_assert_eq!(packed(&one).cmp(&packed(&other)), one.cmp(&other));
        }
    }
}
