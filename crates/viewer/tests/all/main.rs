//! The viewer with its real worker.

#![allow(clippy::indexing_slicing, clippy::panic)]

mod around;
mod besides;
mod enclosed;
mod laid;
mod lists;
mod looks;
mod missing;
mod ocr;
mod partly;
mod pdf;
mod photographs;
mod pictures;
mod reading;
mod second;
mod silent;
mod unsaid;
mod unseen;
mod worker;

use std::path::Path;
use std::time::Duration;

use paper::{Block, PrintedBanner, PrintedSheet};
use viewer::{Grey, Kind, Limits, OpenDocument, Page, Say, Stamp, ViewError, Viewer, Walls};

fn viewer() -> Viewer {
    Viewer::at(Path::new(env!("CARGO_BIN_EXE_zegel-viewer")), Limits::default()).expect("cargo builds the worker first")
}

fn stamp() -> Stamp {
    Stamp {
        banner: "SECRET – GEHEIM".to_owned(),
        colour: "#c8102e".to_owned(),
        text_colour: "#ffffff".to_owned(),
        watermark: "fictief 2026-11-22 16:10Z".to_owned(),
        exercise: Some("EXERCICE – OEFENING".to_owned()),
        say: Say::new(|missing| format!("Not shown on this page: {missing:?}")),
    }
}

fn pdf(paragraphs: usize) -> Vec<u8> {
    let blocks = (0..paragraphs).map(|_| Block::Paragraph("Lorem ipsum dolor sit amet. ".repeat(30))).collect();
    let banner = PrintedBanner { text: "SECRET".into(), colour: "#c8102e".into(), text_colour: "#ffffff".into() };
    let sheet = PrintedSheet {
        banner,
        exercise: None,
        lang: "en".into(),
        title: "Test".into(),
        facts: Vec::new(),
        blocks,
        footer: String::new(),
    };
    paper::pdf(&sheet).expect("a plain sheet can be set")
}

fn open(kind: Kind, bytes: &[u8]) -> Result<OpenDocument, ViewError> {
    viewer().open(kind, bytes.len() as u64, &mut &*bytes)
}

fn pixels(page: &Page) -> (u32, u32, Vec<u8>) {
    let webp = page.webp().expect("it has a size");
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(webp)).expect("it is WebP");
    let (width, height) = decoder.dimensions();
    let mut rgb = vec![0; decoder.output_buffer_size().expect("it has a size")];
    decoder.read_image(&mut rgb).expect("it decodes");
    assert_eq!(rgb, page.rgb, "lossless");
    (width, height, rgb)
}

#[test]
fn pages_come_back_marked_above_and_below_with_the_reader_across_them() {
    let document = pdf(12);
    let mut open = open(Kind::Pdf, &document).expect("a real PDF opens");
    assert!(open.page_count() >= 2 && open.complete());
    assert_eq!(open.walls(), Walls::Full);
    let size = open.page_size(0).expect("it has a first page");
    assert!((size.width - 595.28).abs() < 1.0 && (size.height - 841.89).abs() < 1.0);
    let (width, height, rgb) = pixels(&open.render(0, 800, &stamp()).expect("it renders"));
    assert_eq!(width, 800);
    assert!(height > 1131, "two strips stand outside the page");
    let at = |x: u32, y: u32| {
        let i = ((y * width + x) * 3) as usize;
        [rgb[i], rgb[i + 1], rgb[i + 2]]
    };
    assert_eq!(at(2, 2), [0xc8, 0x10, 0x2e], "the strip above has the policy's colour");
    assert_eq!(at(2, height - 3), [0xc8, 0x10, 0x2e], "the strip below too");
    let (_, _, other) = pixels(&open.render(0, 800, &Stamp { watermark: "modele".into(), ..stamp() }).expect("again"));
    let differing = rgb.iter().zip(&other).filter(|(a, b)| a != b).count();
    assert!(differing > 5_000, "another reader has another watermark: {differing}");
    assert!(matches!(open.render(999, 800, &stamp()), Err(ViewError::NoSuchPage(999))));
}

#[test]
fn text_and_pictures_are_pages_too() {
    let mut text = open(Kind::Text, "één, twee\n\u{1b}[31mthree".as_bytes()).expect("text opens");
    assert_eq!(text.page_count(), 1);
    let empty = pixels(&open(Kind::Text, b"").expect("no text opens").render(0, 400, &stamp()).expect("it renders"));
    assert_ne!(pixels(&text.render(0, 400, &stamp()).expect("it renders")).2, empty.2);
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(60, 40, image::Rgb([10, 200, 30]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a small picture encodes");
    let mut picture = open(Kind::Png, png.get_ref()).expect("a picture opens");
    let (_, _, rgb) = pixels(&picture.render(0, 300, &stamp()).expect("it renders"));
    assert!(rgb.chunks_exact(3).any(|p| p == [10, 200, 30]));
}

#[test]
fn rubbish_is_refused_and_kills_nobody() {
    let good = pdf(3);
    for bytes in [&b""[..], b"%PDF-1.7\n", b"not a pdf at all", &good[..good.len() / 3]] {
        match open(Kind::Pdf, bytes) {
            Err(ViewError::Malformed | ViewError::CutShort | ViewError::Died) => {}
            // A reader may repair a cut file; then it must still be able to show a page or say why not.
            Ok(mut open) => drop(open.render(0, 300, &stamp())),
            Err(other) => panic!("unexpected: {other}"),
        }
    }
    assert!(matches!(open(Kind::Png, b"\x89PNG\r\n\x1a\nrubbish"), Err(ViewError::Malformed)));
    assert!(matches!(open(Kind::Jpeg, &good), Err(ViewError::Malformed)));
    assert!(open(Kind::Pdf, &good).is_ok(), "the next document opens all the same");
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused() {
    // A sound header that promises 19,000 by 19,000 pixels, and the beginning of their data.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x4a\x38\0\0\x4a\x38\x08\x02\0\0\0\xf3\x78\xc7\x15".to_vec();
    png.extend_from_slice(b"\0\0\x10\0IDAT");
    png.extend_from_slice(&[0; 64]);
    assert!(matches!(open(Kind::Png, &png), Err(ViewError::TooManyPixels)));
}

#[test]
fn a_very_tall_page_is_shown_narrower_between_strips_that_can_be_read() {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(10, 9000, image::Rgb([10, 200, 30]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a small picture encodes");
    let mut picture = open(Kind::Png, png.get_ref()).expect("a picture opens");
    let (width, height, _) = pixels(&picture.render(0, 900, &stamp()).expect("it renders"));
    assert_eq!(width, 240);
    assert!(height > 13_500 && height <= 16_384);
}

#[test]
fn a_stamp_that_cannot_be_drawn_shows_nothing_and_the_next_page_is_whole() {
    let document = pdf(3);
    let mut open = open(Kind::Pdf, &document).expect("a real PDF opens");
    let before = open.render(0, 500, &stamp()).expect("it renders");
    let broken = Stamp { colour: "red".to_owned(), ..stamp() };
    assert!(matches!(open.render(0, 500, &broken), Err(ViewError::Image(_))));
    assert_eq!(open.render(0, 500, &stamp()).expect("it renders again"), before);
}

#[test]
fn long_text_says_that_it_goes_on() {
    let text = "x\n".repeat(200_000);
    let open = open(Kind::Text, text.as_bytes()).expect("text opens");
    assert_eq!(open.page_count(), 2000);
    assert!(!open.complete());
}

#[test]
fn every_cause_has_a_code_and_words_for_it() {
    let words = include_str!("../../../../messages/en.ftl");
    let causes = [
        ViewError::UnsupportedMedia(String::new()),
        ViewError::TooLarge { limit: 256 * 1024 * 1024 },
        ViewError::Unpacks { limit: 128 * 1024 * 1024 },
        ViewError::TooManyPixels,
        ViewError::Malformed,
        ViewError::CutShort,
        ViewError::Encrypted,
        ViewError::WrongPassword,
        ViewError::Encryption,
        ViewError::NoPages,
        ViewError::Unsupported("image/tiff"),
        ViewError::NoSuchPage(0),
        ViewError::Timeout { seconds: 10 },
        ViewError::Died,
        ViewError::NoAnswer,
        ViewError::Sandbox("worker"),
        ViewError::NoWorker(std::io::ErrorKind::NotFound.into()),
        ViewError::Source(std::io::ErrorKind::Other.into()),
        ViewError::Image("size"),
    ];
    for cause in causes {
        let code = cause.code().replace('_', "-");
        let said = |kind: &str| {
            let (_, rest) = words.split_once(&format!("\n{kind}-{code} ="))?;
            let last = rest.split('\n').take_while(|line| line.is_empty() || line.starts_with(' ')).count();
            Some(rest.split('\n').take(last.max(1)).collect::<Vec<_>>().join("\n"))
        };
        // What the system said is put into words by a sentence of its own, which asks for the same.
        let said_of =
            |kind| said(kind).unwrap_or_else(|| panic!("{kind}-{code}")).replace("{ os-cause }", "{ $cause }");
        let (said, _) = (said_of("err"), said_of("fix"));
        for (name, word) in cause.params() {
            let chosen = said.contains(&format!("{{ ${name} ->")) && said.contains(&format!("[{word}]"));
            assert!(chosen || said.contains(&format!("{{ ${name} }}")), "err-{code} tells `{name}`");
        }
        assert_eq!(said.matches("{ $").count(), cause.params().len(), "err-{code} asks for nothing else");
    }
}

#[test]
fn showing_a_document_can_be_measured() {
    let document = pdf(12);
    let figures = viewer::measure(&viewer(), Kind::Pdf, &document, 400, &stamp()).expect("it is shown");
    assert!(figures.pages >= 2 && figures.bytes > 1000 && figures.first >= figures.render);
    let drawn = |most| viewer::draw(&viewer(), Kind::Pdf, &document, 60.0, most).expect("it is drawn");
    assert_eq!((drawn(1).pages, drawn(u32::MAX).pages), (1, figures.pages));
    let most = drawn(2).most_resident.expect("the kernel counts it");
    assert!((1 << 20..1 << 30).contains(&most), "of the worker, in bytes: {most}");
    assert!(viewer::draw(&viewer(), Kind::Pdf, b"not a pdf at all", 60.0, 1).is_err());
}

#[test]
fn how_like_a_page_is_to_another_picture_of_it_can_be_measured() {
    let white = [255; 300 * 300];
    let like = |content: &[u8], width: usize| {
        let document = pdf::page("", "", content, &[]);
        let mut open = open(Kind::Pdf, &document).expect("it opens");
        viewer::likeness(&mut open, 0, Grey { width, pixels: &white })
    };
    let empty = like(b"", 300).expect("of one size");
    assert_eq!((empty.structure, empty.apart), (1.0, 0.0), "an empty page is white, and bears no marks here");
    let half = like(b"0 0 300 150 re f", 300).expect("of one size");
    assert!((half.apart - 0.5).abs() < 0.01 && (half.structure - 0.5).abs() < 0.02, "{half:?}");
    assert!(like(b"", 150).is_none() && like(b"", 5000).is_none());
}

#[test]
fn a_worker_that_takes_too_long_is_ended() {
    let slow = Viewer::at(
        Path::new(env!("CARGO_BIN_EXE_zegel-viewer")),
        Limits { open: Duration::from_secs(20), page: Duration::from_nanos(1), ..Limits::default() },
    )
    .expect("cargo builds the worker first");
    let document = pdf(3);
    let mut open = slow.open(Kind::Pdf, document.len() as u64, &mut document.as_slice()).expect("it opens in time");
    assert!(matches!(open.render(0, 4000, &stamp()), Err(ViewError::Timeout { .. })));
    assert!(open.render(0, 100, &stamp()).is_err(), "a worker that was ended stays ended");
}

#[test]
fn a_source_that_ends_early_is_an_error_of_the_source() {
    let document = pdf(1);
    let outcome = viewer().open(Kind::Pdf, document.len() as u64 + 5, &mut document.as_slice());
    assert!(matches!(outcome, Err(ViewError::Source(_))));
}

#[test]
fn a_document_beyond_the_limit_is_not_even_sent() {
    let outcome = viewer().open(Kind::Pdf, 2 * 1024 * 1024 * 1024, &mut std::io::empty());
    assert!(matches!(outcome, Err(ViewError::TooLarge { .. })));
}

#[test]
fn a_missing_worker_is_said() {
    let missing = Viewer::at(Path::new("/nowhere/zegel-viewer"), Limits::default());
    assert!(matches!(missing, Err(ViewError::NoWorker(_))));
}

/// A program in the place of the worker.
fn instead(script: &str) -> (tempfile::TempDir, Viewer) {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("zegel-viewer");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("it is writable");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("it is one's own");
    let viewer = Viewer::at(&path, Limits { open: Duration::from_secs(1), ..Limits::default() }).expect("it is there");
    (folder, viewer)
}

#[test]
fn a_worker_that_ends_at_once_or_says_nothing_is_no_fault_of_the_document() {
    let document = pdf(1);
    // The second starts another, which holds its pipes.
    for script in ["exit 0", "sleep 100; exit 0", "echo what"] {
        let (_folder, viewer) = instead(script);
        let begun = std::time::Instant::now();
        let error = viewer.read_text("application/pdf", document.len() as u64, &mut document.as_slice(), 100).err();
        let error = error.expect("nothing is read");
        assert!(
            matches!(error, ViewError::NoAnswer | ViewError::Sandbox(_)) && !error.is_of_document(),
            "{script}: {error}"
        );
        assert!(begun.elapsed() < Duration::from_secs(10), "{script} is waited for");
    }
}
