//! Pages that are pictures, read by OCR. Most tests put a script in the place of tesseract; the one that needs tesseract itself says
//! where it is not installed.

use std::fs;
use std::io::Cursor;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use viewer::{Kind, Lack, Limits, Missing, Ocr, Standing, Viewer, WholeText};

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
    scanned.scan(0, &read).expect("nothing can be read on it").read_into(&mut read);
    assert!(read.text.starts_with("réunion"), "{read:?}");
    assert_eq!(read.recognised, ["fr", "nl"]);
    assert!(read.missing.contains(&Missing::new(Lack::Recognised, "FR, NL", 1)), "{read:?}");
    assert_eq!(scanned.places(0).expect("it has that page"), []);
    assert!(scanned.scan(0, &read).is_none(), "what has a text is not read again");
    let mut without = open(None);
    let read = without.text(0).expect("it has that page");
    assert!(without.scan(0, &read).is_none());
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
