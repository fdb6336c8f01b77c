//! A page that a reader turns by hand: a scan that lies on its side.

use crate::places::Area;

/// To the right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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

    /// Where a part of the page upright stands on the page as it is shown.
    pub fn area(self, area: Area) -> Area {
        let Area { left, top, right, bottom } = area;
        match self {
            Turn::None => area,
            Turn::Quarter => Area { left: 1.0 - bottom, top: left, right: 1.0 - top, bottom: right },
            Turn::Half => Area { left: 1.0 - right, top: 1.0 - bottom, right: 1.0 - left, bottom: 1.0 - top },
            Turn::ThreeQuarters => Area { left: top, top: 1.0 - right, right: bottom, bottom: 1.0 - left },
        }
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
        // `b` stands in the middle above; turned with the page it stands where it was drawn.
        let third = 1.0 / 3.0;
        let b = Area { left: third, top: 0.0, right: 2.0 * third, bottom: 0.5 };
        let shown = |turn: Turn| {
            let Area { left, top, right, bottom } = turn.area(b);
            let (wide, high) = if turn.is_sideways() { (2.0, 3.0) } else { (3.0, 2.0) };
            let at = ((top + bottom) / 2.0 * high).floor() * wide + ((left + right) / 2.0 * wide).floor();
            turned(turn).chars().nth(at as usize)
        };
        let all = [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarters];
        assert_eq!(all.map(shown), [Some('b'); 4]);
        assert_eq!([4, 5, 6, 7].map(Turn::quarters), [0, 1, 2, 3].map(Turn::quarters));
    }
}
