//! Pictures of which the end is missing, or that are damaged in their middle: what is there is shown, and what is not is said.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};
use viewer::frame::Status;
use viewer::{Kind, Lack, pages};
use zeroize::Zeroizing;

/// Noise, as photographs are, that no way of packing makes small; dark throughout.
fn noise(format: ImageFormat) -> Vec<u8> {
    let mut seed = 7_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 24) as u8 / 2
    };
    let picture = RgbImage::from_fn(120, 90, |_, _| Rgb([next(), next(), next()]));
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).expect("a small picture encodes");
    file.into_inner()
}

fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/pictures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("it is beside the tests")
}

/// What is told of the first page, and how many of its rows have anything dark on them; none where it is not shown.
fn shown(kind: Kind, document: &[u8]) -> Option<(Vec<(Lack, String)>, usize)> {
    let pages = match pages::read(kind, document.to_vec(), Zeroizing::default()) {
        Ok(pages) => pages,
        Err(Status::Malformed) => return None,
        Err(status) => panic!("{kind:?}: {status:?}"),
    };
    let page = pages.render(0, 120).expect("it is drawn");
    assert_eq!(page.missing, pages.text(0).expect("it has a page").missing, "{kind:?}");
    let lacks = page.missing.iter().map(|item| (item.lack, item.name.clone())).collect();
    let rows = page.image.rgb.chunks_exact(120 * 3);
    Some((lacks, rows.filter(|row| row.chunks_exact(3).any(|pixel| pixel[1] < 100)).count()))
}

fn cut() -> Vec<(Lack, String)> {
    vec![(Lack::CutShort, String::new())]
}

#[test]
fn a_picture_that_ends_early_shows_its_upper_part_and_says_so() {
    let all = [
        (Kind::Png, noise(ImageFormat::Png)),
        (Kind::Png, file("lines-interlaced.png")),
        (Kind::Jpeg, noise(ImageFormat::Jpeg)),
        (Kind::Gif, noise(ImageFormat::Gif)),
        (Kind::Bmp, noise(ImageFormat::Bmp)),
        (Kind::Tiff, noise(ImageFormat::Tiff)),
        (Kind::WebP, noise(ImageFormat::WebP)),
        (Kind::WebP, file("lines.webp")),
    ];
    for (number, (kind, whole)) in all.into_iter().enumerate() {
        let of = |length: usize| shown(kind, &whole[..length]);
        let (lacks, rows) = of(whole.len()).expect("it is shown");
        assert_eq!(lacks, [], "{number} {kind:?}");
        assert!(rows > 40, "{number} {kind:?} {rows}");
        for missing in [1, 12, whole.len() / 10, whole.len() / 2] {
            // The head of a TIFF stands at its end, if its maker writes it there.
            if kind == Kind::Tiff {
                continue;
            }
            let (lacks, there) = of(whole.len() - missing).unwrap_or_else(|| panic!("{number} {kind:?} -{missing}"));
            assert_eq!(lacks, cut(), "{number} {kind:?} -{missing}");
            let noisy = ![1, 7].contains(&number);
            assert!(there > 10, "{number} {kind:?} -{missing}: {there} of {rows}");
            assert!(!noisy || missing < 200 || there < rows, "{number} {kind:?} -{missing}: {there} of {rows}");
        }
    }
}

/// The same file with its pixels at its end, where most programs write them.
#[test]
fn of_a_tiff_each_way_of_packing_is_shown_as_far_as_it_goes() {
    for name in ["lzw", "deflate", "packbits", "g4", "jpeg"] {
        let whole = file(&format!("lines-{name}.tiff"));
        let (lacks, rows) = shown(Kind::Tiff, &whole).expect("it is shown");
        assert_eq!(lacks, [], "{name}");
        // Where its strips end, by the larger of their places.
        let pixels = strips_end(&whole);
        assert!(pixels > 300 && pixels <= whole.len(), "{name}");
        // Bytes of which nothing is counted but how many they are.
        if name == "packbits" {
            continue;
        }
        let mut damaged = whole.clone();
        damaged.iter_mut().skip(pixels / 2).take(60).for_each(|byte| *byte ^= 0x5a);
        let (lacks, there) = shown(Kind::Tiff, &damaged).unwrap_or_else(|| panic!("{name} is damaged"));
        assert_eq!(lacks, [(Lack::Damaged, String::new())], "{name}");
        assert!(there > rows / 6, "{name}: {there} of {rows}");
    }
    // One whose directory stands before its pixels, cut by a third.
    let raw = raw_tiff();
    assert_eq!(shown(Kind::Tiff, &raw).expect("it is shown").0, []);
    let (lacks, there) = shown(Kind::Tiff, &raw[..raw.len() - 120 * 30]).expect("it is shown");
    assert_eq!((lacks, there), (cut(), 60));
    let (lacks, there) = shown(Kind::Tiff, &raw[..raw.len() - 1]).expect("it is shown");
    assert_eq!((lacks, there), (cut(), 89));
}

fn strips_end(tiff: &[u8]) -> usize {
    let number =
        |at: usize, bytes: usize| tiff[at..at + bytes].iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte));
    let directory = number(4, 4);
    let values = |tag: usize| {
        let entry = (0..number(directory, 2)).map(|entry| directory + 2 + 12 * entry);
        let entry = entry.into_iter().find(|entry| number(*entry, 2) == tag).expect("it has it");
        let (bytes, count) = (if number(entry + 2, 2) == 3 { 2 } else { 4 }, number(entry + 4, 4));
        let at = if bytes * count <= 4 { entry + 8 } else { number(entry + 8, 4) };
        (0..count).map(|value| number(at + bytes * value, bytes)).collect::<Vec<_>>()
    };
    values(273).into_iter().zip(values(279)).map(|(place, size)| place + size).max().expect("it has strips")
}

/// Grey, 120 by 90, in one strip behind its directory.
fn raw_tiff() -> Vec<u8> {
    let entries =
        [(256, 120), (257, 90), (258, 8), (259, 1), (262, 1), (273, 122), (277, 1), (278, 90), (279, 120 * 90)];
    let mut tiff = b"II*\0\x08\0\0\0\x09\0".to_vec();
    for (tag, value) in entries {
        tiff.extend_from_slice(&u16::to_le_bytes(tag));
        tiff.extend_from_slice(&[4, 0, 1, 0, 0, 0]);
        tiff.extend_from_slice(&u32::to_le_bytes(value));
    }
    tiff.extend_from_slice(&[0; 4]);
    tiff.extend(std::iter::repeat_n(40, 120 * 90));
    tiff
}

#[test]
fn a_picture_that_is_damaged_in_its_middle_says_so() {
    let damaged = |whole: &[u8], from: usize| {
        let mut damaged = whole.to_vec();
        damaged.iter_mut().skip(from).take(60).for_each(|byte| *byte ^= 0x5a);
        damaged
    };
    let expected = vec![(Lack::Damaged, String::new())];
    for (kind, whole) in [
        (Kind::Png, noise(ImageFormat::Png)),
        (Kind::Png, file("lines-interlaced.png")),
        (Kind::Jpeg, noise(ImageFormat::Jpeg)),
        (Kind::Gif, noise(ImageFormat::Gif)),
    ] {
        let (lacks, _) = shown(kind, &damaged(&whole, whole.len() / 2)).unwrap_or_else(|| panic!("{kind:?}"));
        assert_eq!(lacks, expected, "{kind:?}");
    }
    // One bit in the packed rows, one in the sum of its head, and one in a length.
    let png = noise(ImageFormat::Png);
    let rows = png.windows(4).position(|name| name == b"IDAT").expect("it has rows");
    for at in [rows + 900, 29, rows - 3] {
        let mut bit = png.clone();
        bit[at] ^= 1;
        assert_eq!(shown(Kind::Png, &bit).map(|(lacks, _)| lacks), Some(expected.clone()), "{at}");
    }
    let mut both = png.clone();
    both[29] ^= 1;
    let both = shown(Kind::Png, &both[..png.len() * 2 / 3]).expect("it is shown").0;
    assert_eq!(both, [cut(), expected].concat());
}

#[test]
fn white_paper_that_ends_early_is_white_paper_and_said_to_end_early() {
    let paper = RgbImage::from_pixel(120, 90, Rgb([255; 3]));
    for (kind, format) in [(Kind::Bmp, ImageFormat::Bmp), (Kind::Gif, ImageFormat::Gif)] {
        let mut file = Cursor::new(Vec::new());
        paper.write_to(&mut file, format).expect("a small picture encodes");
        let file = file.into_inner();
        let (lacks, _) = shown(kind, &file[..file.len() - 20]).unwrap_or_else(|| panic!("{kind:?}"));
        assert_eq!(lacks, cut(), "{kind:?}");
    }
}

#[test]
fn a_gif_whose_picture_is_smaller_than_its_ground_is_shown_as_far_as_it_goes() {
    let mut gif = noise(ImageFormat::Gif);
    let describes = [0x2c, 0, 0, 0, 0, 120, 0, 90, 0];
    let at = gif.windows(describes.len()).position(|here| here == describes).expect("it has a picture");
    // Ten to the right and five below, on a larger ground.
    gif[6..10].copy_from_slice(&[140, 0, 100, 0]);
    gif[at + 1..at + 5].copy_from_slice(&[10, 0, 5, 0]);
    let (_, whole) = shown(Kind::Gif, &gif).expect("it is shown");
    let (lacks, half) = shown(Kind::Gif, &gif[..gif.len() / 2]).expect("half of it is shown");
    assert_eq!(lacks, cut());
    assert!((10..whole).contains(&half), "{half} of {whole} rows");
}

#[test]
fn a_picture_of_which_nothing_is_left_is_refused_because_it_is_cut_short() {
    let refused = |kind, document: &[u8]| pages::read(kind, document.to_vec(), Zeroizing::default()).err();
    let all = [
        (Kind::Png, ImageFormat::Png, [12, 40]),
        (Kind::Jpeg, ImageFormat::Jpeg, [12, 40]),
        (Kind::Gif, ImageFormat::Gif, [9, 14]),
        (Kind::Bmp, ImageFormat::Bmp, [20, 54]),
        (Kind::WebP, ImageFormat::WebP, [14, 20]),
        (Kind::Tiff, ImageFormat::Tiff, [6, 8]),
    ];
    for (kind, format, lengths) in all {
        let whole = noise(format);
        for length in lengths {
            assert_eq!(refused(kind, &whole[..length]), Some(Status::CutShort), "{kind:?}, {length} bytes of it");
        }
    }
    // What describes the pixels of a TIFF may stand behind them: without it, they are numbers.
    let tiff = noise(ImageFormat::Tiff);
    let head = u32::from_le_bytes(*tiff[4..].first_chunk().expect("it says where")) as usize;
    assert!(head > tiff.len() / 2, "behind the pixels: {head} of {}", tiff.len());
    assert_eq!(refused(Kind::Tiff, &tiff[..head + 20]), Some(Status::CutShort));
    // And what never was one is not called so.
    for (kind, rubbish) in [
        (Kind::Png, b"\x89PNG\r\n\x1a\nrubbish".as_slice()),
        (Kind::Jpeg, b"\xff\xd8\xff\xe0rubbish"),
        (Kind::Gif, b"GIF89a\x01\0\x01\0\0\0\0rubbish, and more of it"),
        (Kind::Tiff, b"II*\0\x08\0\0\0\0\0\0\0\0\0rubbish"),
    ] {
        assert_eq!(refused(kind, rubbish), Some(Status::Malformed), "{kind:?}");
    }
}
