//! Where the letters of a page stand: what is looked for is marked there.

use std::ops::Range;

/// A part of a page upright: shares of its width and of its height, from 0 to 1, from the left and from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// From this byte of the text of a page to the next such place, letters stand here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub begin: u32,
    pub area: Area,
}

impl Area {
    /// The two as one, where the other goes on in the same line.
    fn and(self, next: Area) -> Option<Area> {
        let height = self.bottom - self.top;
        let level = next.top < self.bottom - height / 2.0 && next.bottom > self.top + height / 2.0;
        let near = next.left <= self.right + 2.0 * height && next.right >= self.left - 2.0 * height;
        (level && near).then(|| Area {
            left: self.left.min(next.left),
            top: self.top.min(next.top),
            right: self.right.max(next.right),
            bottom: self.bottom.max(next.bottom),
        })
    }
}

/// Where some bytes of a text stand: one area for each line of them. `places`: of that text, in its order.
pub fn areas(places: &[Place], bytes: &Range<usize>) -> Vec<Area> {
    let begin = |place: &Place| place.begin as usize;
    let first = places.partition_point(|place| begin(place) <= bytes.start).saturating_sub(1);
    let mut areas: Vec<Area> = Vec::new();
    let standing = places.iter().skip(first).take_while(|place| begin(place) < bytes.end);
    for place in standing {
        match areas.last_mut() {
            Some(last) => match last.and(place.area) {
                Some(joined) => *last = joined,
                None => areas.push(place.area),
            },
            None => areas.push(place.area),
        }
    }
    areas
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(begin: u32, left: f32, top: f32) -> Place {
        Place { begin, area: Area { left, top, right: left + 0.01, bottom: top + 0.01 } }
    }

    #[test]
    fn letters_of_one_line_are_marked_together_and_lines_apart() {
        // "ab cd", of which "cd" stands in the next line.
        let places = [at(0, 0.8, 0.1), at(1, 0.81, 0.1), at(3, 0.1, 0.12), at(4, 0.11, 0.12)];
        let whole = areas(&places, &(0..5));
        assert_eq!(whole.len(), 2);
        assert_eq!(whole.first().map(|area| (area.left, area.right)), Some((0.8, 0.81 + 0.01)));
        assert_eq!(areas(&places, &(4..5)), [at(4, 0.11, 0.12).area]);
        assert_eq!(areas(&places, &(2..3)), [at(1, 0.81, 0.1).area], "a space belongs to what stands before it");
        assert_eq!(areas(&[], &(0..5)), []);
    }
}
