//! Whether the picture of a page is empty: of one colour, but for noise. A page that is wrongly taken for empty is read by nobody;
//! one that is wrongly taken for written on costs a run of OCR. So whatever is in doubt is written on.

/// Side of the squares that are compared, in pixels: no letter is as small at the size that is read, and the mean of so many pixels
/// varies an eighth as much as they do.
const SIDE: usize = 8;
/// Squares that differ from the paper: fewer than a letter covers are a speck.
const LETTER: usize = 2;
/// By so much a square differs, of 255: by this where there is no noise at all, and never by more than that.
const LEAST: f32 = 1.5;
const MOST: f32 = 8.0;
/// Of noise, so many times what the mean of a square varies by: of a hundred thousand squares, none does by chance.
const NEVER: f32 = 6.0;
/// What varies about a mean by one on the average, varies by this as it is usually measured.
const DEVIATION: f32 = 1.25;

/// RGB, eight bits each, rows from the top.
pub fn is_blank(width: u32, rgb: &[u8]) -> bool {
    let row = (width as usize) * 3;
    if row == 0 {
        return true;
    }
    let squares: Vec<Square> = rgb.chunks(row * SIDE).flat_map(|band| squares(band, row)).collect();
    let mut paper = [0.0; 3];
    for (channel, paper) in paper.iter_mut().enumerate() {
        *paper = median(squares.iter().filter_map(|square| square.mean.get(channel)).copied().collect());
    }
    let noise = median(squares.iter().map(|square| square.varies).collect()) * DEVIATION / SIDE as f32;
    let differs = (noise * NEVER).clamp(LEAST, MOST);
    let written = |square: &&Square| square.mean.iter().zip(paper).any(|(mean, paper)| (mean - paper).abs() > differs);
    squares.iter().filter(written).take(LETTER).count() < LETTER
}

struct Square {
    /// By channel.
    mean: [f32; 3],
    /// By how much its pixels differ from that, on the average: of the channel that differs most.
    varies: f32,
}

/// Those of a band of rows. What is left over at an edge and has less than half of the pixels varies too much to be compared.
fn squares(band: &[u8], row: usize) -> impl Iterator<Item = Square> {
    let columns = row.div_ceil(SIDE * 3);
    (0..columns).filter_map(move |column| {
        let begins = column * SIDE * 3;
        let ends = (begins + SIDE * 3).min(row);
        let pixels =
            || band.chunks(row).filter_map(|line| line.get(begins..ends)).flat_map(|line| line.as_chunks::<3>().0);
        let (mut sums, mut count) = ([0_u32; 3], 0_u32);
        for pixel in pixels() {
            sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u32::from(*value));
            count += 1;
        }
        let of = Some(count as f32).filter(|count| *count * 2.0 >= (SIDE * SIDE) as f32)?;
        let mean = sums.map(|sum| sum as f32 / of);
        let mut varies = [0.0; 3];
        for pixel in pixels() {
            let each = varies.iter_mut().zip(pixel).zip(mean);
            each.for_each(|((varies, value), mean)| *varies += (f32::from(*value) - mean).abs());
        }
        Some(Square { mean, varies: varies.into_iter().fold(0.0, f32::max) / of })
    })
}

fn median(mut values: Vec<f32>) -> f32 {
    let middle = values.len() / 2;
    if values.is_empty() {
        return 0.0;
    }
    *values.select_nth_unstable_by(middle, f32::total_cmp).1
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: usize = 600;

    fn page(colour: u8) -> Vec<u8> {
        vec![colour; WIDE * 800 * 3]
    }

    /// As letters are: strokes of four pixels, twenty high.
    fn print(page: &mut [u8], colour: [u8; 3]) {
        for stroke in 0..40 {
            for y in 300..320 {
                let at = (y * WIDE + 60 + stroke * 9) * 3;
                let stroke = page.get_mut(at..at + 12).expect("it is on the page");
                stroke.as_chunks_mut::<3>().0.iter_mut().for_each(|pixel| *pixel = colour);
            }
        }
    }

    /// As a scanner gives it, the same each time.
    fn grain(page: &mut [u8], most: u8) {
        let mut state = 1_u32;
        for byte in page.iter_mut() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *byte = byte.saturating_sub(u8::try_from((state >> 16) % u32::from(most)).expect("less than a byte"));
        }
    }

    #[test]
    fn an_empty_page_is_of_one_colour_but_for_noise_and_specks() {
        assert!(is_blank(600, &page(250)) && is_blank(600, &[]) && is_blank(0, &[]) && is_blank(600, &page(0)));
        let mut scanned = page(250);
        grain(&mut scanned, 24);
        assert!(is_blank(600, &scanned));
        // A full stop, or dust.
        let at = (304 * WIDE + 64) * 3;
        scanned.get_mut(at..at + 12).expect("it is on the page").fill(0);
        assert!(is_blank(600, &scanned));
    }

    #[test]
    fn print_is_seen_however_faint_it_is_and_whatever_its_colour() {
        for colour in [[0; 3], [218; 3], [230; 3], [244; 3], [250, 250, 220], [255; 3]] {
            let mut scanned = page(250);
            print(&mut scanned, colour);
            assert!(!is_blank(600, &scanned), "{colour:?}");
        }
        // Fainter than what was once taken for the grain of a scanner, and with such grain.
        let mut scanned = page(250);
        print(&mut scanned, [226; 3]);
        grain(&mut scanned, 16);
        assert!(!is_blank(600, &scanned));
        // In white on black.
        let mut dark = page(10);
        print(&mut dark, [34; 3]);
        assert!(!is_blank(600, &dark));
    }
}
