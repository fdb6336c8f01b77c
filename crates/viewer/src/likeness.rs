//! How like two pictures of a page are, as a number: to measure with, where `otherwise` decides.

/// Side of the squares that are compared, in pixels, and how far apart they begin.
const SIDE: usize = 8;
const STEP: usize = 4;
/// By so much one picture may be wider or higher than the other, in pixels: each program rounds for itself.
const ROUNDED: usize = 2;
/// What keeps squares of one shade from being divided by nothing: 1 % and 3 % of 255, squared, as the measure was published.
const OF_MEANS: f64 = 6.502_5;
const OF_SPREADS: f64 = 58.522_5;

/// How light each pixel is, rows from the top.
#[derive(Clone, Copy, Debug)]
pub struct Grey<'p> {
    pub width: usize,
    pub pixels: &'p [u8],
}

/// Of two pictures of one page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// The structural similarity of Wang and others (2004), mean of squares of 8 by 8 pixels: 1 where they are the same, about 0
    /// where nothing of the one is in the other.
    pub structure: f64,
    /// By how much a pixel is lighter or darker on the mean: 0 where they are the same, 1 for black and white.
    pub apart: f64,
}

impl Grey<'_> {
    fn height(self) -> usize {
        self.pixels.len() / self.width.max(1)
    }
}

impl Likeness {
    /// None where they are not of one size.
    pub fn of(one: Grey<'_>, other: Grey<'_>) -> Option<Likeness> {
        let near = |a: usize, b: usize| a.abs_diff(b) <= ROUNDED;
        let (width, height) = (one.width.min(other.width), one.height().min(other.height()));
        if !near(one.width, other.width) || !near(one.height(), other.height()) || width == 0 || height == 0 {
            return None;
        }
        let (mut structure, mut squares) = (0.0, 0.0);
        for y in (0..height.saturating_sub(SIDE - 1).max(1)).step_by(STEP) {
            for x in (0..width.saturating_sub(SIDE - 1).max(1)).step_by(STEP) {
                let mut sums = Sums::default();
                for y in y..(y + SIDE).min(height) {
                    let count = SIDE.min(width - x);
                    sums.add(row(one, y, x, count), row(other, y, x, count));
                }
                structure += sums.structure();
                squares += 1.0;
            }
        }
        let rows = (0..height).flat_map(|y| row(one, y, 0, width).iter().zip(row(other, y, 0, width)));
        let apart: u64 = rows.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
        let pixels = width as f64 * height as f64;
        Some(Likeness { structure: structure / squares, apart: apart as f64 / 255.0 / pixels })
    }
}

/// So many pixels of a row, from one on.
fn row(of: Grey<'_>, y: usize, x: usize, count: usize) -> &[u8] {
    let from = y * of.width + x;
    of.pixels.get(from..from + count).unwrap_or_default()
}

/// Of one square.
#[derive(Default)]
struct Sums {
    pixels: f64,
    one: f64,
    other: f64,
    one_squared: f64,
    other_squared: f64,
    both: f64,
}

impl Sums {
    fn add(&mut self, one: &[u8], other: &[u8]) {
        for (a, b) in one.iter().zip(other) {
            let (a, b) = (f64::from(*a), f64::from(*b));
            self.pixels += 1.0;
            self.one += a;
            self.other += b;
            self.one_squared += a * a;
            self.other_squared += b * b;
            self.both += a * b;
        }
    }

    fn structure(&self) -> f64 {
        let of = |sum: f64| sum / self.pixels.max(1.0);
        let (one, other) = (of(self.one), of(self.other));
        let (spread, of_other) = (of(self.one_squared) - one * one, of(self.other_squared) - other * other);
        let together = of(self.both) - one * other;
        (2.0 * one * other + OF_MEANS) * (2.0 * together + OF_SPREADS)
            / ((one * one + other * other + OF_MEANS) * (spread + of_other + OF_SPREADS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: usize = 200;
    const HIGH: usize = 150;

    fn page(shade: impl Fn(usize, usize) -> u8) -> Vec<u8> {
        (0..HIGH).flat_map(|y| (0..WIDE).map(move |x| (x, y))).map(|(x, y)| shade(x, y)).collect()
    }

    fn like(one: &[u8], other: &[u8]) -> Likeness {
        Likeness::of(Grey { width: WIDE, pixels: one }, Grey { width: WIDE, pixels: other }).expect("of one size")
    }

    /// Strokes of letters, in lines.
    fn letters(x: usize, y: usize) -> u8 {
        if y % 20 < 9 && x % 5 < 2 { 0 } else { 255 }
    }

    #[test]
    fn the_same_picture_is_wholly_alike_and_its_negative_is_not_at_all() {
        let print = page(letters);
        assert_eq!(like(&print, &print), Likeness { structure: 1.0, apart: 0.0 });
        let negative: Vec<u8> = print.iter().map(|shade| 255 - shade).collect();
        let other = like(&print, &negative);
        assert!(other.structure < 0.05 && (other.apart - 1.0).abs() < 1e-9, "{other:?}");
        let (white, black) = (page(|_, _| 255), page(|_, _| 0));
        assert_eq!(like(&white, &white).structure, 1.0);
        assert!(like(&white, &black).structure < 0.001);
    }

    #[test]
    fn what_lacks_half_of_its_lines_is_less_alike_than_what_is_a_little_lighter() {
        let print = page(letters);
        let lighter = page(|x, y| letters(x, y).max(60));
        let half = page(|x, y| if y < HIGH / 2 { letters(x, y) } else { 255 });
        let (lighter, half) = (like(&print, &lighter), like(&print, &half));
        assert!(lighter.structure > 0.9, "{lighter:?}");
        assert!((0.3..0.8).contains(&half.structure), "{half:?}");
        // A fifth of the rows of letters is ink, of which half is missing on half of the rows.
        let ink = page(letters).iter().filter(|shade| **shade == 0).count() as f64 / (WIDE * HIGH) as f64;
        assert!((half.apart - ink / 2.0).abs() < 0.02, "{half:?}, {ink}");
    }

    #[test]
    fn one_is_as_like_to_the_other_as_the_other_to_it() {
        let (one, other) = (page(letters), page(|x, y| letters(x + 1, y)));
        let (a, b) = (like(&one, &other), like(&other, &one));
        assert!((a.structure - b.structure).abs() < 1e-12 && a.apart == b.apart && a.structure < 0.9, "{a:?}");
    }

    #[test]
    fn pictures_of_another_size_are_not_compared_and_what_was_rounded_is() {
        let print = page(letters);
        let of = |width: usize, pixels: &[u8]| {
            Likeness::of(Grey { width: WIDE, pixels: &print }, Grey { width, pixels }).is_some()
        };
        assert!(of(WIDE, print.get(..print.len() - 2 * WIDE).expect("it is longer")));
        assert!(!of(WIDE, print.get(..print.len() - 3 * WIDE).expect("it is longer")));
        assert!(!of(WIDE - 3, &print) && !of(WIDE, &[]) && !of(0, &[]));
        // Smaller than a square.
        let small = Grey { width: 3, pixels: &[9; 9] };
        assert_eq!(Likeness::of(small, small).map(|of| of.structure), Some(1.0));
    }
}
