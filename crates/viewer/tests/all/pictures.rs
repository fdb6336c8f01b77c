//! Pictures of every kind that is shown.

use viewer::{Kind, Lack, Missing};

use super::{open, stamp};

/// The pixel in the middle of a page, of which the strips above and below are equally high.
fn middle(kind: Kind, file: &[u8], page: u32) -> ([u8; 3], Vec<Missing>) {
    let page = open(kind, file).expect("it opens").render(page, 200, &stamp()).expect("it has that page");
    let at = ((page.height / 2 * page.width + page.width / 2) * 3) as usize;
    ([page.rgb[at], page.rgb[at + 1], page.rgb[at + 2]], page.missing)
}

#[test]
fn a_picture_of_each_kind_is_shown_and_says_what_follows_it() {
    let red = |[red, green, blue]: [u8; 3]| red > 120 && green < 120 && blue < 120;
    for (kind, file) in [
        (Kind::WebP, include_bytes!("../pictures/single.webp").as_slice()),
        (Kind::Gif, include_bytes!("../pictures/single.gif")),
        (Kind::Bmp, include_bytes!("../pictures/single.bmp")),
    ] {
        assert_eq!(Kind::of_content(file), Some(kind));
        let (pixel, missing) = middle(kind, file, 0);
        assert!(red(pixel) && missing.is_empty(), "{kind:?}: {pixel:?} {missing:?}");
        let (_, missing) = middle(kind, &[file, b"and more"].concat(), 0);
        assert_eq!(missing, [Missing::new(Lack::Follows, "8", 1)], "{kind:?}");
        // What is not there is said; of the smallest, nothing is.
        let cut = &file[..file.len() - 20];
        if open(kind, cut).is_ok() {
            assert!(middle(kind, cut, 0).1.contains(&Missing::new(Lack::CutShort, "", 1)), "cut short: {kind:?}");
        }
    }
}

#[test]
fn an_animation_shows_its_first_picture_and_counts_the_others() {
    for (kind, file) in [
        (Kind::WebP, include_bytes!("../pictures/two.webp").as_slice()),
        (Kind::Gif, include_bytes!("../pictures/two.gif")),
    ] {
        let (pixel, missing) = middle(kind, file, 0);
        assert!(pixel[0] > 120 && pixel[1] < 120, "the first: {kind:?} {pixel:?}");
        assert_eq!(missing, [Missing::new(Lack::Pictures, "", 1)], "{kind:?}");
    }
}

#[test]
fn a_fax_has_a_page_for_each_of_its_pictures_in_its_own_shape() {
    let fax = include_bytes!("../pictures/fax.tiff");
    assert_eq!(Kind::of_content(fax), Some(Kind::Tiff));
    let mut open = open(Kind::Tiff, fax).expect("it opens");
    assert_eq!((open.page_count(), open.complete()), (3, true));
    let size = open.page_size(2).expect("it has three pages");
    assert!((size.height / size.width - 2.0).abs() < 0.02, "lines are twice as far apart as points: {size:?}");
    // A bar, longer on each page: 20 points a page, of 204.
    let mut black = |page| {
        let page = open.render(page, 204, &stamp()).expect("it renders");
        let row = (page.height / 2 - 204 + 50) as usize;
        let row = page.rgb.chunks_exact(204 * 3).nth(row).expect("it is on the page");
        row.chunks_exact(3).filter(|pixel| pixel[0] < 100).count()
    };
    let bars = [black(0), black(1), black(2), black(0)];
    assert!(bars[0] > 10 && bars[1] > bars[0] + 10 && bars[2] > bars[1] + 10 && bars[3] == bars[0], "{bars:?}");
    let page = open.render(1, 204, &stamp()).expect("it renders");
    assert_eq!(page.missing, []);
}

#[test]
fn a_page_of_a_fax_that_cannot_be_decoded_is_white_and_says_so() {
    let mut fax = include_bytes!("../pictures/fax.tiff").to_vec();
    // An unknown way of packing in the last directory: the value of tag 259.
    let entry = [3, 1, 3, 0, 1, 0, 0, 0, 4, 0];
    let at = fax.windows(entry.len()).rposition(|place| place == entry).expect("it is packed for fax machines");
    fax[at + 8] = 99;
    let mut open = open(Kind::Tiff, &fax).expect("two of its pages can be shown");
    let page = open.render(2, 204, &stamp()).expect("it is shown, white");
    assert_eq!(page.missing, [Missing::new(Lack::Picture, "204 × 196", 1)]);
    assert_eq!(open.render(0, 204, &stamp()).expect("it renders").missing, []);
}

#[test]
fn a_picture_that_was_held_sideways_is_turned() {
    let turned = include_bytes!("../pictures/turned.tiff");
    let mut open = open(Kind::Tiff, turned).expect("it opens");
    let size = open.page_size(0).expect("it has a page");
    assert!((size.width - 15.0).abs() < 0.1 && (size.height - 30.0).abs() < 0.1, "{size:?}");
}

#[test]
fn directories_that_lead_nowhere_or_in_a_circle_have_an_end() {
    let fax = include_bytes!("../pictures/fax.tiff");
    for at in (0..fax.len()).step_by(3) {
        for value in [0, 1, 0x7f, 0xff] {
            let mut damaged = fax.to_vec();
            damaged[at] = value;
            if at % 60 == 0 {
                if let Ok(mut open) = open(Kind::Tiff, &damaged) {
                    let _ = open.render(open.page_count() - 1, 64, &stamp());
                }
            } else if let Ok(pages) = viewer::pages::read(Kind::Tiff, damaged, zeroize::Zeroizing::default()) {
                let _ = pages.render(pages.count() - 1, 64);
            }
        }
    }
    let circle = [b"II*\0\x08\0\0\0".as_slice(), &[2, 0], &tag(256, 5), &tag(257, 5), &8_u32.to_le_bytes()].concat();
    let pages = viewer::pages::read(Kind::Tiff, circle, zeroize::Zeroizing::default());
    assert!(pages.is_err(), "one page, without a picture");
}

fn tag(tag: u16, value: u32) -> [u8; 12] {
    let mut entry = [0; 12];
    entry[..2].copy_from_slice(&tag.to_le_bytes());
    entry[2..8].copy_from_slice(&[4, 0, 1, 0, 0, 0]);
    entry[8..].copy_from_slice(&value.to_le_bytes());
    entry
}
