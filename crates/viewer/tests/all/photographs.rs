//! What files of pictures say besides their pixels, pictures that break off, and sound ones that are not shown.

use std::io::{Cursor, Write as _};

use image::{ExtendedColorType, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use viewer::{Kind, Lack, ViewError};

use super::{open, stamp, viewer};

const PROGRESSIVE: &[u8] = include_bytes!("../pictures/progressive.jpg");

fn encoded(format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    RgbImage::from_fn(40, 30, |x, y| Rgb([(x * 6) as u8, (y * 8) as u8, 90]))
        .write_to(&mut file, format)
        .expect("a small picture encodes");
    file.into_inner()
}

/// The lines behind the rule, and what the page lacks, as its text and its drawing both say it.
fn said(kind: Kind, file: &[u8]) -> (Vec<String>, Vec<(Lack, String)>) {
    let mut open = open(kind, file).expect("it opens");
    let last = open.page_count() - 1;
    let read = open.text(last).expect("it has a page");
    let drawn = open.render(last, 200, &stamp()).expect("it is drawn");
    assert_eq!(read.missing, drawn.missing);
    let lines = read.text.lines().skip(1).map(str::to_owned).collect();
    (lines, drawn.missing.into_iter().map(|item| (item.lack, item.name)).collect())
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).expect("it is short").to_be_bytes();
    [&[0xff, marker], &length[..], data].concat()
}

fn jpeg_with(segments: &[Vec<u8>]) -> Vec<u8> {
    let jpeg = encoded(ImageFormat::Jpeg);
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = !0_u32;
    for byte in name.iter().chain(data) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let length = u32::try_from(data.len()).expect("it is short").to_be_bytes();
    [&length[..], name, data, &(!crc).to_be_bytes()].concat()
}

fn png_with(chunks: &[Vec<u8>]) -> Vec<u8> {
    let png = encoded(ImageFormat::Png);
    // Behind the head: signature, and one chunk of 13 bytes.
    [&png[..33], &chunks.concat(), &png[33..]].concat()
}

/// In blocks that are not packed (RFC 1951, 3.2.4).
fn zlib(data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("it is short");
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in data {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    let sum = (b << 16 | a).to_be_bytes();
    [&[0x78, 1, 1], &length.to_le_bytes()[..], &(!length).to_le_bytes(), data, &sum].concat()
}

/// Directories of entries (tag, kind, count, value), each of which has four bytes or stands at a place of `more`.
struct Exif {
    bytes: Vec<u8>,
}

impl Exif {
    fn new() -> Exif {
        Exif { bytes: b"II*\0\0\0\0\0".to_vec() }
    }

    fn put(&mut self, data: &[u8]) -> u32 {
        let at = self.bytes.len() as u32;
        self.bytes.extend_from_slice(data);
        at
    }

    fn directory(&mut self, entries: &[(u16, u16, u32, [u8; 4])]) -> u32 {
        let at = self.bytes.len() as u32;
        self.bytes.extend_from_slice(&(entries.len() as u16).to_le_bytes());
        for (tag, kind, count, value) in entries {
            self.bytes.extend_from_slice(&tag.to_le_bytes());
            self.bytes.extend_from_slice(&kind.to_le_bytes());
            self.bytes.extend_from_slice(&count.to_le_bytes());
            self.bytes.extend_from_slice(value);
        }
        self.bytes.extend_from_slice(&[0; 4]);
        at
    }

    fn of_a_photograph() -> Vec<u8> {
        let mut exif = Exif::new();
        let description = exif.put(b"the bridge at dawn\0");
        let comment = exif.put(b"UNICODE\0N\0O\0F\0O\0R\0N\0");
        let angle = |degrees: u32, minutes: u32| {
            [degrees, 1, minutes, 1, 0, 1].into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>()
        };
        let (latitude, longitude) = (exif.put(&angle(50, 30)), exif.put(&angle(4, 15)));
        let place = [
            (1, 2, 2, *b"N\0\0\0"),
            (2, 5, 3, latitude.to_le_bytes()),
            (3, 2, 2, *b"E\0\0\0"),
            (4, 5, 3, longitude.to_le_bytes()),
        ];
        let gps = exif.directory(&place);
        let below = exif.directory(&[(0x9286, 7, 20, comment.to_le_bytes())]);
        let first = exif.directory(&[
            (270, 2, 19, description.to_le_bytes()),
            (0x8769, 4, 1, below.to_le_bytes()),
            (0x8825, 4, 1, gps.to_le_bytes()),
        ]);
        exif.bytes[4..8].copy_from_slice(&first.to_le_bytes());
        exif.bytes
    }
}

#[test]
fn comments_in_pictures_are_text_of_the_file_and_named() {
    let exif = Exif::of_a_photograph();
    let lines = ["ImageDescription: the bridge at dawn", "GPS: 50.500000 N, 4.250000 E", "UserComment: NOFORN"];
    let app1 = [b"Exif\0\0", exif.as_slice()].concat();
    let xmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'><rdf:Description rdf:about='' photoshop:City='Bastogne'>\
        <dc:description><rdf:Alt><rdf:li xml:lang='en'>source R&amp;D</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>";
    let described = ["photoshop:City: Bastogne", "dc:description: source R&D"];
    let in_app1 = [b"http://ns.adobe.com/xap/1.0/\0", xmp.as_bytes()].concat();
    let press = b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0c\x1c\x02\x78\0\x07caption";

    let (text, lacks) = said(Kind::Jpeg, &jpeg_with(&[segment(0xfe, "secret é".as_bytes())]));
    assert_eq!((text, lacks), (vec!["comment: secret é".to_owned()], vec![(Lack::Apart, "comment".to_owned())]));
    let (text, lacks) = said(Kind::Jpeg, &jpeg_with(&[segment(0xe1, &app1)]));
    assert_eq!(text, lines);
    assert_eq!(lacks.len(), 3, "{lacks:?}");
    assert_eq!(said(Kind::Jpeg, &jpeg_with(&[segment(0xe1, &in_app1)])).0, described);
    assert_eq!(said(Kind::Jpeg, &jpeg_with(&[segment(0xed, press)])).0, ["Caption: caption"]);
    let mut between = PROGRESSIVE.to_vec();
    let scan = between.windows(2).rposition(|pair| pair == b"\xff\xda").expect("it has several scans");
    between.splice(scan..scan, segment(0xfe, b"between two scans"));
    assert_eq!(said(Kind::Jpeg, &between).0, ["comment: between two scans"]);

    let texts = [
        chunk(b"tEXt", b"Comment\0plain"),
        chunk(b"zTXt", &[b"Title\0\0", zlib(b"packed").as_slice()].concat()),
        chunk(b"iTXt", "Author\0\0\0fr\0Auteur\0Ève".as_bytes()),
        chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", xmp.as_bytes()].concat()),
        chunk(b"eXIf", &exif),
    ];
    let (text, lacks) = said(Kind::Png, &png_with(&texts));
    let expected =
        [&["Comment: plain", "Title: packed", "Author: Auteur", "Author: Ève"], &described[..], &lines].concat();
    assert_eq!(text, expected);
    assert!(lacks.iter().all(|(lack, _)| *lack == Lack::Apart), "{lacks:?}");
    let broken = chunk(b"zTXt", b"Title\0\0\x78\x01rubbish");
    assert!(said(Kind::Png, &png_with(&[broken])).1.contains(&(Lack::Part, "Title".to_owned())));

    let gif = include_bytes!("../pictures/single.gif");
    let colours = if gif[10] & 0x80 == 0 { 0 } else { 3 << ((gif[10] & 7) + 1) };
    let at = 13 + colours;
    let with = [&gif[..at], b"\x21\xfe\x06in gif\0", &gif[at..]].concat();
    assert_eq!(said(Kind::Gif, &with).0, ["comment: in gif"]);
    let webp = include_bytes!("../pictures/single.webp");
    let chunk = |name: &[u8], data: &[u8]| {
        let fill = vec![0; data.len() % 2];
        [name, &(data.len() as u32).to_le_bytes(), data, &fill].concat()
    };
    let mut with = [webp.as_slice(), &chunk(b"EXIF", &exif), &chunk(b"XMP ", xmp.as_bytes())].concat();
    let size = (with.len() as u32 - 8).to_le_bytes();
    with[4..8].copy_from_slice(&size);
    let words = viewer::pages::read(Kind::WebP, with, zeroize::Zeroizing::default());
    let text = words.map(|pages| pages.text(0).expect("it has a page").text).expect("it is read");
    assert!(text.contains("the bridge at dawn") && text.contains("Bastogne"), "{text}");
    let mut tiff = Cursor::new(Vec::new());
    RgbImage::from_pixel(4, 4, Rgb([9, 9, 9])).write_to(&mut tiff, ImageFormat::Tiff).expect("it encodes");
    assert_eq!(said(Kind::Tiff, tiff.get_ref()).0, [""; 0]);
}

#[test]
fn a_picture_that_breaks_off_says_so_and_is_warned_of_before_it_is_filed() {
    let end = b"\xff\xd9".as_slice();
    let animation = include_bytes!("../pictures/two.webp");
    let gif = include_bytes!("../pictures/two.gif");
    let (png, jpeg) = (encoded(ImageFormat::Png), encoded(ImageFormat::Jpeg));
    for (kind, media, file) in [
        (Kind::Jpeg, "image/jpeg", [&PROGRESSIVE[..PROGRESSIVE.len() / 3 * 2], end].concat()),
        (Kind::Jpeg, "image/jpeg", [&jpeg[..jpeg.len() - 30], end].concat()),
        (Kind::Jpeg, "image/jpeg", jpeg[..jpeg.len() - 30].to_vec()),
        (Kind::WebP, "image/webp", animation[..animation.len() - 12].to_vec()),
        (Kind::Gif, "image/gif", gif[..gif.len() - 12].to_vec()),
        (Kind::Png, "image/png", png[..png.len() - 30].to_vec()),
    ] {
        let (_, lacks) = said(kind, &file);
        assert!(lacks.contains(&(Lack::CutShort, String::new())), "{kind:?}: {lacks:?}");
        let warned = viewer().refuses(media, file.len() as u64, &mut file.as_slice()).expect("there is a warning");
        assert_eq!(warned.code(), "view_cut");
        assert!(warned.params().contains(&("cause", "end".to_owned())));
    }
    for (media, file) in
        [("image/png", png), ("image/jpeg", jpeg), ("image/webp", animation.to_vec()), ("image/gif", gif.to_vec())]
    {
        assert!(viewer().refuses(media, file.len() as u64, &mut file.as_slice()).is_none(), "{media} is whole");
    }
}

/// One picture of grey floating numbers.
fn floating() -> Vec<u8> {
    let entries: [(u16, u16, u32); 8] =
        [(256, 4, 2), (257, 4, 2), (258, 3, 32), (259, 3, 1), (262, 3, 1), (273, 4, 200), (279, 4, 16), (339, 3, 3)];
    let mut file = b"II*\0\x08\0\0\0".to_vec();
    file.extend_from_slice(&8_u16.to_le_bytes());
    for (tag, kind, value) in entries {
        file.extend_from_slice(&tag.to_le_bytes());
        file.extend_from_slice(&kind.to_le_bytes());
        file.extend_from_slice(&1_u32.to_le_bytes());
        file.extend_from_slice(&value.to_le_bytes());
    }
    file.resize(200, 0);
    (0..4_u8).for_each(|number| file.extend_from_slice(&(f32::from(number) / 4.0).to_le_bytes()));
    file
}

#[test]
fn a_sound_picture_of_a_form_that_is_not_read_is_not_called_broken() {
    let refused = |kind, file: &[u8]| open(kind, file).err().expect("it is not shown");
    let floating = floating();
    assert!(matches!(refused(Kind::Tiff, &floating), ViewError::Unsupported("image/tiff")));
    let mut packed = include_bytes!("../pictures/turned.tiff").to_vec();
    let entry = [3, 1, 3, 0, 1, 0, 0, 0];
    let at = packed.windows(entry.len()).position(|place| place == entry).expect("it says how it is packed");
    // In a way that came later than this reader (Zstandard), or that nobody knows.
    packed[at + 8..at + 10].copy_from_slice(&50_000_u16.to_le_bytes());
    assert!(matches!(refused(Kind::Tiff, &packed), ViewError::Unsupported(_)), "{}", refused(Kind::Tiff, &packed));
    let mut arithmetic = encoded(ImageFormat::Jpeg);
    let at = arithmetic.windows(2).position(|pair| pair == b"\xff\xc0").expect("it has a frame");
    arithmetic[at + 1] = 0xc9;
    assert!(matches!(refused(Kind::Jpeg, &arithmetic), ViewError::Unsupported("image/jpeg")));
    assert!(matches!(refused(Kind::Jpeg, b"\xff\xd8\xff\xe0rubbish"), ViewError::Malformed));
}

#[test]
fn a_picture_that_is_much_longer_than_wide_is_cut_into_pages() {
    for (width, height) in [(10, 30_000), (30_000, 10)] {
        let mut png = Cursor::new(Vec::new());
        let coloured = |x: u32, y: u32| if x.max(y) > 29_900 { Rgb([0, 200, 0]) } else { Rgb([0, 0, 200]) };
        RgbImage::from_fn(width, height, coloured).write_to(&mut png, ImageFormat::Png).expect("it encodes");
        let mut open = open(Kind::Png, png.get_ref()).expect("it opens");
        assert!(open.page_count() > 1, "{width} × {height}");
        let last = open.page_count() - 1;
        let green = |page: &viewer::Page| {
            page.rgb.chunks_exact(3).any(|pixel| pixel[1] > 150 && pixel[0] < 90 && pixel[2] < 90)
        };
        assert!(!green(&open.render(0, 300, &stamp()).expect("it is drawn")));
        assert!(green(&open.render(last, 300, &stamp()).expect("it is drawn")), "its end is on the last page");
    }
}

fn rgba(of: impl Fn(u32, u32) -> Rgba<u8>) -> Vec<u8> {
    let mut png = Vec::new();
    let picture = RgbaImage::from_fn(60, 60, of);
    image::codecs::png::PngEncoder::new(&mut png)
        .write_image(&picture, 60, 60, ExtendedColorType::Rgba8)
        .expect("a small picture encodes");
    png.flush().expect("a vector takes everything");
    png
}

#[test]
fn white_on_nothing_is_seen_and_what_nothing_hides_is_named() {
    let letters = |x: u32, y: u32| (20..40).contains(&x) && (20..40).contains(&y);
    let white = rgba(|x, y| if letters(x, y) { Rgba([255; 4]) } else { Rgba([255, 255, 255, 0]) });
    let pages = viewer::pages::read(Kind::Png, white.clone(), zeroize::Zeroizing::default());
    let image = pages.and_then(|pages| pages.render(0, 60)).expect("it is drawn").image;
    let at = |x: usize, y: usize| image.rgb[(y * 60 + x) * 3];
    assert!(at(30, 30) > 240 && at(5, 5) < 200, "{} on {}", at(30, 30), at(5, 5));
    assert_eq!(said(Kind::Png, &white).1, []);
    let hiding = rgba(|x, y| if letters(x, y) { Rgba([255, 0, 0, 0]) } else { Rgba([0, 0, 0, 0]) });
    assert_eq!(said(Kind::Png, &hiding).1, [(Lack::Clear, String::new())]);
}
