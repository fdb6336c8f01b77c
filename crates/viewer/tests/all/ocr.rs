//! Pages that are pictures, read by OCR. Most tests put a script in the place of tesseract; the one that needs tesseract itself says
//! where it is not installed.

use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use viewer::{Kind, Lack, Limits, Missing, Ocr, Standing, Stop, ViewError, Viewer, WholeText};

use super::laid::{can_confine, skipped};
use super::{open, pdf, stamp};

const WORKER: &str = env!("CARGO_BIN_EXE_zegel-viewer");

/// A script in the place of tesseract, which knows French and Dutch.
fn instead(test: &str, script: &str) -> Option<(tempfile::TempDir, Ocr)> {
    if !can_confine(test) {
        return None;
    }
    // Not in /tmp, which is another folder inside.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("there is room");
    let (program, knows) = (folder.path().join("ocr/bin/tesseract"), folder.path().join("ocr/knows"));
    fs::create_dir_all(program.parent().expect("it has one")).expect("there is room");
    fs::create_dir_all(&knows).expect("there is room");
    for language in ["fra", "nld", "xyz"] {
        fs::write(knows.join(format!("{language}.traineddata")), "").expect("there is room");
    }
    fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("there is room");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it is ours");
    let ocr = Ocr::at(Path::new(WORKER), &program, &knows).expect("it is there");
    assert_eq!(ocr.languages(), ["fr", "nl"]);
    Some((folder, ocr))
}

fn read(ocr: Option<Ocr>, kind: Kind, file: &[u8]) -> WholeText {
    let viewer = Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first").with_ocr(ocr);
    viewer.read_text(kind.media_type(), file.len() as u64, &mut &*file, 100_000).expect("it is read")
}

/// A page as a scanner gives it: a picture of letters.
fn scan() -> Vec<u8> {
    let page = open(Kind::Pdf, &pdf(2)).expect("it opens").render(0, 1654, &stamp()).expect("it renders");
    let (width, height) = (1654, u32::try_from(page.rgb.len() / 3 / 1654).expect("a page"));
    let picture = image::RgbImage::from_raw(width, height, page.rgb).expect("as many pixels");
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).expect("it encodes");
    png.into_inner()
}

#[test]
fn a_page_without_text_is_read_by_ocr_and_one_with_text_is_not() {
    let script = r#"[ -s "$1" ] && echo "réunion $* " > "$2.txt""#;
    let Some((_folder, ocr)) = instead("a_page_without_text_is_read_by_ocr", script) else { return };
    let whole = read(Some(ocr.clone()), Kind::Png, &scan());
    assert!(whole.text.contains("réunion") && whole.text.contains("-l fra+nld"), "{whole:?}");
    assert_eq!((whole.recognised, whole.cut), (vec!["fr", "nl"], false));
    let whole = read(Some(ocr), Kind::Pdf, &pdf(2));
    assert!(whole.text.contains("Lorem ipsum") && !whole.text.contains("réunion"), "{whole:?}");
    assert_eq!(whole.recognised, [""; 0]);
    assert_eq!(read(None, Kind::Png, &scan()).text.trim(), "", "nobody reads it where it is not installed");
}

/// A page that was drawn of a text holds no letters but those of the text, however many pages a line of it goes over.
#[test]
fn what_is_drawn_of_a_text_is_no_scan() {
    let Some((_folder, ocr)) = instead("what_is_drawn_of_a_text_is_no_scan", r#"echo "réunion" > "$2.txt""#) else {
        return;
    };
    let long = "w".repeat(60_000);
    let table = format!("name,note\nx,{}\n", "—\n,".repeat(300));
    let mail = format!("From: a@b\nTo: c@d\nSubject: x\n\n{}", "\n".repeat(200));
    let texts = [
        (Kind::Text, long.as_bytes()),
        (Kind::Text, table.as_bytes()),
        (Kind::Text, mail.as_bytes()),
        (Kind::Text, b" \n---\n"),
        (Kind::Markdown, long.as_bytes()),
        (Kind::Markdown, b"---\n\n* * *\n"),
        (Kind::Rtf, br"{\rtf1 \par\page\par ---}"),
    ];
    for (kind, text) in texts {
        let whole = read(Some(ocr.clone()), kind, text);
        assert!(whole.recognised.is_empty() && !whole.text.contains("réunion"), "{kind:?} {:?}", whole.recognised);
    }
}

#[test]
fn faint_print_is_no_empty_page() {
    let Some((_folder, ocr)) = instead("faint_print_is_no_empty_page", r#"echo "réunion" > "$2.txt""#) else { return };
    let page = |colour: u8| {
        let mut picture = image::GrayImage::from_pixel(1240, 1754, image::Luma([250]));
        for (x, y) in (0..40).flat_map(|stroke| (0..80).map(move |at| (100 + stroke * 9 + at % 4, 300 + at / 4))) {
            picture.put_pixel(x, y, image::Luma([colour]));
        }
        let mut png = Cursor::new(Vec::new());
        picture.write_to(&mut png, image::ImageFormat::Png).expect("it encodes");
        read(Some(ocr.clone()), Kind::Png, &png.into_inner()).recognised
    };
    assert_eq!(page(226), ["fr", "nl"]);
    assert_eq!(page(250), [""; 0], "an empty page needs no run");
}

#[test]
fn a_page_that_was_not_read_to_the_end_is_named() {
    let script = "exit 1";
    let Some((_folder, ocr)) = instead("a_page_that_was_not_read_to_the_end_is_named", script) else { return };
    let whole = read(Some(ocr), Kind::Png, &scan());
    assert_eq!((whole.unrecognised, whole.cut), (vec![1], true));
    let Some((_folder, ocr)) = instead("a_page_that_was_not_read_to_the_end_is_named", r#": > "$2.txt""#) else {
        return;
    };
    let whole = read(Some(ocr), Kind::Png, &scan());
    assert_eq!((whole.unrecognised, whole.cut), (vec![], false), "nothing stands on it");
}

#[test]
fn a_viewer_that_leaves_scans_names_their_pages_and_runs_no_ocr() {
    let script = r#"echo "réunion" > "$2.txt""#;
    let Some((_folder, ocr)) = instead("a_viewer_that_leaves_scans_names_their_pages", script) else { return };
    let viewer = Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first");
    let leaving = |ocr: Option<Ocr>, kind: Kind, file: &[u8]| {
        let viewer = viewer.clone().with_ocr(ocr).leaving_scans();
        viewer.read_text(kind.media_type(), file.len() as u64, &mut &*file, 100_000).expect("it is read")
    };
    let whole = leaving(Some(ocr.clone()), Kind::Png, &scan());
    assert_eq!((whole.unrecognised, whole.cut, whole.recognised), (vec![1], true, vec![]));
    assert!(!whole.text.contains("réunion"), "{:?}", whole.text);
    let whole = leaving(Some(ocr), Kind::Pdf, &pdf(2));
    assert!(whole.text.contains("Lorem ipsum"), "{:?}", whole.text);
    assert_eq!((whole.unrecognised, whole.cut), (vec![], false), "nothing is left of what is text");
    let whole = leaving(None, Kind::Png, &scan());
    assert_eq!((whole.unrecognised, whole.cut), (vec![], false), "where nobody will read it, nothing waits");
}

#[test]
fn a_viewer_that_is_stopped_waits_for_no_page() {
    let Some((_folder, ocr)) = instead("a_viewer_that_is_stopped_waits_for_no_page", "sleep 60") else { return };
    let (asked, file) = (Arc::new(AtomicBool::new(false)), scan());
    let wanted = Arc::clone(&asked);
    let viewer = Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first");
    let viewer = viewer.until(Stop::when(move || wanted.load(Ordering::SeqCst))).with_ocr(Some(ocr));
    let ends = thread::spawn(move || {
        let read = viewer.read_text(Kind::Png.media_type(), file.len() as u64, &mut &*file, 100_000);
        (read, Instant::now())
    });
    // Long enough for the run to be at work, or on its way to it.
    thread::sleep(Duration::from_secs(3));
    asked.store(true, Ordering::SeqCst);
    let since = Instant::now();
    let (read, ended) = ends.join().expect("it does not panic");
    assert!(matches!(read, Err(ViewError::Stopped)), "{read:?}");
    // Within tenths of a second, and what an unoptimised build takes for a picture on a machine that is full.
    assert!(ended.duration_since(since) < Duration::from_secs(5), "{:?}", ended.duration_since(since));
}

#[test]
fn a_page_that_was_read_by_ocr_says_so_and_stays_without_places() {
    let Some((_folder, ocr)) = instead("a_page_that_was_read_by_ocr", r#"echo "réunion" > "$2.txt""#) else { return };
    let viewer = Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first");
    let file = scan();
    let open = |ocr: Option<Ocr>| {
        let viewer = viewer.clone().with_ocr(ocr);
        viewer.open(Kind::Png, file.len() as u64, &mut &*file).expect("it opens")
    };
    let mut scanned = open(Some(ocr.clone()));
    let mut read = scanned.text(0).expect("it has that page");
    assert_eq!((read.text.trim(), read.recognised.as_slice()), ("", &[][..]), "nobody reads it who does not ask");
    scanned.scan(0, &mut read).expect("nothing can be read on it").read_into(&mut read);
    assert!(read.text.starts_with("réunion"), "{read:?}");
    assert_eq!(read.recognised, ["fr", "nl"]);
    assert!(read.missing.contains(&Missing::new(Lack::Recognised, "FR, NL", 1)), "{read:?}");
    assert_eq!(scanned.places(0).expect("it has that page"), []);
    assert!(scanned.scan(0, &mut read).is_none(), "what has a text is not read again");
    let mut without = open(None);
    let mut read = without.text(0).expect("it has that page");
    assert!(without.scan(0, &mut read).is_none());
}

#[test]
fn a_program_that_cannot_be_locked_down_is_told_from_one_that_is_not_there() {
    // What does not answer as the worker does puts up no walls.
    let without_walls = Viewer::at(Path::new("/bin/true"), Limits::default()).expect("it is there");
    let viewer = Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first");
    let office = Path::new("/usr/lib/libreoffice/program/soffice.bin").is_file();
    let ocr = Ocr::installed(Path::new(WORKER)).is_some();
    let unconfined = |installed| if installed { Standing::NotConfined } else { Standing::NotInstalled };
    assert_eq!((without_walls.office(), without_walls.ocr()), (unconfined(office), unconfined(ocr)));
    if can_confine("a_program_that_cannot_be_locked_down") {
        let confined = |installed| if installed { Standing::Confined } else { Standing::NotInstalled };
        assert_eq!((viewer.office(), viewer.ocr()), (confined(office), confined(ocr)));
    }
}

#[test]
fn where_nothing_is_read_by_ocr_that_is_so_and_a_text_has_an_end() {
    let most = "head -c 3000000 /dev/zero | tr '\\0' a > \"$2.txt\"";
    let escapes = "printf 'a\\033[31m\\000b' > \"$2.txt\"";
    for (script, expected) in [("exit 1", ""), ("kill -9 $$", ""), ("true", ""), (most, ""), (escapes, "a[31mb")] {
        let Some((_folder, ocr)) = instead("where_nothing_is_read_by_ocr", script) else { return };
        let whole = read(Some(ocr), Kind::Png, &scan());
        assert_eq!(whole.text.trim(), expected, "{script}");
        assert_eq!(whole.recognised.is_empty(), expected.is_empty(), "{script}");
    }
}

#[test]
fn tesseract_reads_a_scan() {
    let Some(ocr) = Ocr::installed(Path::new(WORKER)) else {
        return skipped("tesseract_reads_a_scan", "tesseract is not installed");
    };
    let whole = read(Some(ocr.clone()), Kind::Png, &scan());
    assert!(whole.text.contains("Lorem ipsum dolor sit amet"), "{whole:?}");
    assert_eq!(whole.recognised, ocr.languages());
}
