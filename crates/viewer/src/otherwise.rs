//! Whether two programs drew a page alike. Edges may lie a little elsewhere and lines be a little lighter: that is so with any two
//! programs. Letters, lines or pictures that only one of them drew, or drew in another shade or colour, are a difference.

/// How far what one drew may lie from where the other has it, in pixels.
const NEAR: usize = 3;
/// By so much a pixel is darker or lighter than all that lies near it on the other picture, of 255.
const SHADE: u8 = 70;
/// Side of the squares that are looked at, in pixels: about a letter, at the width at which pages are compared.
const SIDE: usize = 12;
/// Pixels of a square that differ: fewer are an edge, or a speck.
const PIXELS: usize = 9;
/// By so much the mean of a square differs in one of its colours, of 255, where no shade does.
const COLOUR: i32 = 60;
/// By so much one picture may be wider or higher than the other, in pixels: each program rounds for itself.
const ROUNDED: usize = 2;

/// RGB, eight bits each, rows from the top.
#[derive(Clone, Copy)]
pub struct Drawn<'p> {
    pub width: usize,
    pub rgb: &'p [u8],
}

impl Drawn<'_> {
    fn height(self) -> usize {
        self.rgb.len() / (self.width.max(1) * 3)
    }
}

/// Whether anything is on one of them that is not on the other, or looks otherwise there.
pub fn differ(one: Drawn<'_>, other: Drawn<'_>) -> bool {
    differing(one, other).is_none_or(|squares| squares > 0)
}

/// How many squares differ; none where the pictures are not of one size.
fn differing(one: Drawn<'_>, other: Drawn<'_>) -> Option<usize> {
    let near = |a: usize, b: usize| a.abs_diff(b) <= ROUNDED;
    let (width, height) = (one.width.min(other.width), one.height().min(other.height()));
    if !near(one.width, other.width) || !near(one.height(), other.height()) || width == 0 || height == 0 {
        return None;
    }
    let (first, second) = (Shades::of(one, width, height), Shades::of(other, width, height));
    let mut squares = vec![0_usize; width.div_ceil(SIDE) * height.div_ceil(SIDE)];
    first.unlike(&second, &mut squares);
    second.unlike(&first, &mut squares);
    let colours = means(one, width, height).zip(means(other, width, height)).map(|(a, b)| {
        let apart = a.iter().zip(b).map(|(a, b)| (a - b).abs()).max();
        apart.is_some_and(|apart| apart > COLOUR)
    });
    Some(squares.iter().zip(colours).filter(|(pixels, colour)| **pixels >= PIXELS || *colour).count())
}

/// How light each pixel is, with its neighbours: a line that is thinner than a pixel is a grey one to the one program and a black
/// one to the other.
struct Shades {
    width: usize,
    values: Vec<u8>,
}

impl Shades {
    fn of(drawn: Drawn<'_>, width: usize, height: usize) -> Shades {
        let rows = drawn.rgb.chunks_exact(drawn.width * 3).take(height);
        let light = |[red, green, blue]: &[u8; 3]| {
            ((u32::from(*red) * 77 + u32::from(*green) * 150 + u32::from(*blue) * 29) >> 8) as u8
        };
        let values = rows.flat_map(|row| row.as_chunks::<3>().0.iter().take(width).map(light)).collect();
        let sharp = Shades { width, values };
        sharp.along(1, mean).down(1, mean)
    }

    /// Counts into `squares` the pixels that are darker or lighter than all that lies near them on the other picture.
    fn unlike(&self, other: &Shades, squares: &mut [usize]) {
        let darkest = other.along(NEAR, least).down(NEAR, least);
        let lightest = other.along(NEAR, most).down(NEAR, most);
        let across = self.width.div_ceil(SIDE);
        let all = self.values.iter().zip(darkest.values.iter().zip(&lightest.values));
        for (at, (value, (darkest, lightest))) in all.enumerate() {
            if value.saturating_add(SHADE) < *darkest || value.saturating_sub(SHADE) > *lightest {
                let square = at / self.width / SIDE * across + at % self.width / SIDE;
                squares.get_mut(square).into_iter().for_each(|pixels| *pixels += 1);
            }
        }
    }

    /// Of each pixel and so many on either side of it in its row.
    fn along(&self, reach: usize, of: fn(&[u8]) -> u8) -> Shades {
        let mut values = Vec::with_capacity(self.values.len());
        for row in self.values.chunks(self.width.max(1)) {
            let around =
                |x: usize| row.get(x.saturating_sub(reach)..(x + reach + 1).min(row.len())).unwrap_or_default();
            values.extend((0..row.len()).map(|x| of(around(x))));
        }
        Shades { width: self.width, values }
    }

    /// Of each pixel and so many above and below it.
    fn down(&self, reach: usize, of: fn(&[u8]) -> u8) -> Shades {
        self.turned().along(reach, of).turned()
    }

    /// Its columns as rows.
    fn turned(&self) -> Shades {
        let height = self.values.len() / self.width.max(1);
        let mut values = Vec::with_capacity(self.values.len());
        for x in 0..self.width {
            values.extend(self.values.iter().skip(x).step_by(self.width));
        }
        Shades { width: height, values }
    }
}

fn mean(values: &[u8]) -> u8 {
    let sum: u32 = values.iter().map(|value| u32::from(*value)).sum();
    (sum / u32::try_from(values.len().max(1)).unwrap_or(u32::MAX)) as u8
}

fn least(values: &[u8]) -> u8 {
    values.iter().copied().min().unwrap_or_default()
}

fn most(values: &[u8]) -> u8 {
    values.iter().copied().max().unwrap_or_default()
}

/// The mean colour of each square, from the left and from the top.
fn means(drawn: Drawn<'_>, width: usize, height: usize) -> impl Iterator<Item = [i32; 3]> {
    let across = width.div_ceil(SIDE);
    let rows: Vec<&[u8]> = drawn.rgb.chunks_exact(drawn.width * 3).take(height).collect();
    let mut all = vec![[0_i32; 4]; across * height.div_ceil(SIDE)];
    for (y, row) in rows.into_iter().enumerate() {
        for (x, [red, green, blue]) in row.as_chunks::<3>().0.iter().take(width).enumerate() {
            if let Some(sum) = all.get_mut(y / SIDE * across + x / SIDE) {
                let pixel = [i32::from(*red), i32::from(*green), i32::from(*blue), 1];
                sum.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value);
            }
        }
    }
    all.into_iter().map(|[red, green, blue, of]| [red, green, blue].map(|sum| sum / of.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: usize = 400;
    const HIGH: usize = 300;

    fn page(paint: impl Fn(usize, usize) -> Option<[u8; 3]>) -> Vec<u8> {
        let pixels = (0..HIGH).flat_map(|y| (0..WIDE).map(move |x| (x, y)));
        pixels.flat_map(|(x, y)| paint(x, y).unwrap_or([255; 3])).collect()
    }

    fn of(rgb: &[u8]) -> Drawn<'_> {
        Drawn { width: WIDE, rgb }
    }

    /// Strokes of letters, two pixels wide and nine high, in lines.
    fn letters(x: usize, y: usize) -> Option<[u8; 3]> {
        (y % 20 < 9 && x % 5 < 2).then_some([0; 3])
    }

    #[test]
    fn the_same_a_little_elsewhere_or_a_little_lighter_is_no_difference() {
        let (print, elsewhere) = (page(letters), page(|x, y| letters(x + 1, y + 1)));
        let grey = page(|x, y| letters(x, y).map(|_| [60; 3]));
        assert!(!differ(of(&print), of(&print)) && !differ(of(&print), of(&elsewhere)));
        assert!(!differ(of(&print), of(&grey)));
        // A hairline that is a third of a pixel wide: black to one program, light grey to the other.
        let line = |shade: u8| page(move |_, y| (y == 100).then_some([shade; 3]));
        assert!(!differ(of(&line(0)), of(&line(150))));
        // One row more, as it was rounded.
        assert!(!differ(of(&print), of(print.get(..print.len() - WIDE * 3).expect("it is longer"))));
    }

    #[test]
    fn a_letter_that_only_one_of_them_has_is_a_difference_whichever_it_is() {
        let print = page(letters);
        let lacks = page(|x, y| letters(x, y).filter(|_| !((100..110).contains(&x) && (60..69).contains(&y))));
        assert!(differ(of(&print), of(&lacks)) && differ(of(&lacks), of(&print)));
        let (nothing, alone) = (page(|_, _| None), page(|x, y| letters(x, y).filter(|_| x < 12 && y < 20)));
        assert!(differ(of(&nothing), of(&alone)) && differ(of(&alone), of(&nothing)));
        // White on black.
        let dark = page(|x, y| Some(if letters(x, y).is_some() { [255; 3] } else { [0; 3] }));
        assert!(differ(of(&dark), of(&page(|_, _| Some([0; 3])))));
    }

    #[test]
    fn another_colour_as_light_and_another_size_are_differences() {
        // As light as one another.
        let (red, blue) = (page(|_, _| Some([200, 60, 60])), page(|_, _| Some([60, 125, 98])));
        assert!(differ(of(&red), of(&blue)));
        let print = page(letters);
        assert!(differ(of(&print), of(print.get(..print.len() / 2).expect("half of it"))));
        assert!(differ(of(&print), of(&[])));
    }
}
