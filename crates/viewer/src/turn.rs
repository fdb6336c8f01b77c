//! A page that a reader turns by hand: a scan that lies on its side.

/// To the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Turn {
    #[default]
    None,
    Quarter,
    Half,
    ThreeQuarters,
}

impl Turn {
    /// By so many quarters.
    pub fn quarters(number: u8) -> Turn {
        match number % 4 {
            0 => Turn::None,
            1 => Turn::Quarter,
            2 => Turn::Half,
            _ => Turn::ThreeQuarters,
        }
    }

    /// Whether width and height change places.
    pub fn is_sideways(self) -> bool {
        matches!(self, Turn::Quarter | Turn::ThreeQuarters)
    }

    /// Fills the rows of the page as it is shown from that page upright, `wide` pixels of three bytes a row.
    pub(crate) fn of<'r>(self, upright: &[u8], wide: usize, rows: impl Iterator<Item = &'r mut [u8]>) {
        let high = upright.len() / 3 / wide.max(1);
        for (y, row) in rows.enumerate() {
            for (x, pixel) in row.chunks_exact_mut(3).enumerate() {
                let (from_x, from_y) = match self {
                    Turn::None => (x, y),
                    Turn::Quarter => (y, (high - 1).saturating_sub(x)),
                    Turn::Half => ((wide - 1).saturating_sub(x), (high - 1).saturating_sub(y)),
                    Turn::ThreeQuarters => ((wide - 1).saturating_sub(y), x),
                };
                let at = (from_y * wide + from_x) * 3;
                if let Some(from) = upright.get(at..at + 3) {
                    pixel.copy_from_slice(from);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_turned_to_the_right() {
        // a b c
        // d e f
        let upright: Vec<u8> = b"abcdef".iter().flat_map(|letter| [*letter; 3]).collect();
        let turned = |turn: Turn| {
            let (wide, high) = if turn.is_sideways() { (2, 3) } else { (3, 2) };
            let mut shown = vec![0; wide * high * 3];
            turn.of(&upright, 3, shown.chunks_exact_mut(wide * 3));
            String::from_utf8(shown.chunks_exact(3).filter_map(|pixel| pixel.first().copied()).collect())
                .expect("they are letters")
        };
        assert_eq!(turned(Turn::None), "abcdef");
        assert_eq!(turned(Turn::Quarter), "daebfc");
        assert_eq!(turned(Turn::Half), "fedcba");
        assert_eq!(turned(Turn::ThreeQuarters), "cfbead");
        assert_eq!([4, 5, 6, 7].map(Turn::quarters), [0, 1, 2, 3].map(Turn::quarters));
    }
}
