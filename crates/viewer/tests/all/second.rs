//! What PDFium says of pages of PDF. Its library is the one that `.ci/install.sh` fetched, or one that is installed; where there is
//! none, these tests say that they did not run.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use viewer::{Kind, Lack, Limits, Missing, OpenDocument, Pdfium, Standing, Stop, Turn, ViewError, Viewer};

use super::laid::{can_confine, skipped};
use super::{pdf, stamp};

const WORKER: &str = env!("CARGO_BIN_EXE_zegel-viewer");

/// PDFium, where this machine has it and can confine it.
fn second(test: &str) -> Option<Pdfium> {
    if !can_confine(test) {
        return None;
    }
    let found = fetched().and_then(|library| Pdfium::at(Path::new(WORKER), &library));
    let found = found.or_else(|| Pdfium::installed(Path::new(WORKER)));
    if found.is_none() {
        skipped(test, "PDFium is not installed");
    }
    found
}

/// The library that `.ci/install.sh` put there for tests.
fn fetched() -> Option<PathBuf> {
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home)?;
    let version = include_str!("../../../../.ci/pdfium.txt").split_once("==")?.1.split_whitespace().next()?;
    let library = cache.join(format!("zegel/pdfium-{version}/pypdfium2_raw/libpdfium.so"));
    library.is_file().then_some(library)
}

fn viewer(pdfium: Option<Pdfium>) -> Viewer {
    Viewer::at(Path::new(WORKER), Limits::default()).expect("cargo builds the worker first").with_pdfium(pdfium)
}

fn open(pdfium: Option<Pdfium>, file: &[u8], password: Option<&str>) -> OpenDocument {
    viewer(pdfium).open_laid_out(Kind::Pdf, file.len() as u64, &mut &*file, password).expect("it opens")
}

/// What its first page lacks, at this width.
fn lacks(open: &mut OpenDocument, width: u32) -> Vec<Missing> {
    open.render(0, width, &stamp()).expect("it renders").missing
}

/// A page of one line of large letters, and of what more its instructions draw. Its font is not in the file: each program has it.
fn drawing(more: &str) -> Vec<u8> {
    let draws = format!("BT /F1 24 Tf 40 700 Td (What both of them draw) Tj ET\n{more}\n");
    let parts = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</J 6 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{draws}endstream", draws.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        "<</Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/NoSuchFilter/Length 4>>stream\nabcd\nendstream".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    for (number, part) in (1..).zip(parts) {
        file.push_str(&format!("{number} 0 obj\n{part}\nendobj\n"));
    }
    file.push_str("trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    file.into_bytes()
}

fn otherwise() -> Missing {
    Missing::new(Lack::DrawnOtherwise, "PDFium", 1)
}

#[test]
fn pages_that_both_programs_draw_alike_say_nothing() {
    let Some(pdfium) = second("pages_that_both_programs_draw_alike") else { return };
    let mut open = open(Some(pdfium), &pdf(12), None);
    for page in 0..open.page_count() {
        assert_eq!(open.render(page, 900, &stamp()).expect("it renders").missing, [], "page {page}");
    }
}

#[test]
fn a_page_that_the_other_program_draws_otherwise_says_so_however_it_is_shown() {
    let Some(pdfium) = second("a_page_that_the_other_program_draws_otherwise") else { return };
    // What cannot be decoded is a crossed box here, and nothing there.
    let file = drawing("q 300 0 0 300 100 200 cm /J Do Q");
    assert!(!lacks(&mut open(None, &file, None), 900).contains(&otherwise()), "nobody else was asked");
    let mut open = open(Some(pdfium), &file, None);
    for width in [900, 2200, 600] {
        assert!(lacks(&mut open, width).contains(&otherwise()), "{width}");
    }
    let turned = open.render_turned(0, 900, Turn::Quarter, &stamp()).expect("it renders");
    assert!(turned.missing.contains(&otherwise()), "{:?}", turned.missing);
    assert!(!lacks(&mut open, 120).contains(&otherwise()), "of so small a picture nobody reads anything");
}

/// A worker that draws a page wrongly: of the document it is given, these bytes are others. PDFium has it as it is.
fn wrongly(folder: &Path, here: &str, other: &str) -> PathBuf {
    assert_eq!(here.len(), other.len(), "its size was told before");
    let program = folder.join("worker");
    let script = format!(
        "#!/usr/bin/perl\nopen(my $worker, '|-', '{WORKER}') or die;\nselect((select($worker), $| = 1)[0]);\n\
        while (sysread(STDIN, my $bytes, 1 << 20)) {{ $bytes =~ s/\\Q{here}\\E/{other}/; print $worker $bytes; }}\n\
        close($worker);\n"
    );
    fs::write(&program, script).expect("there is room");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it is one's own");
    program
}

/// What the first page lacks where these bytes of the document are others for the one program alone.
fn lacks_where(pdfium: &Pdfium, file: &[u8], here: &str, other: &str) -> Vec<Missing> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("there is room");
    let program = wrongly(folder.path(), here, other);
    let viewer = Viewer::at(&program, Limits::default()).expect("it is there").with_pdfium(Some(pdfium.clone()));
    let mut open = viewer.open_laid_out(Kind::Pdf, file.len() as u64, &mut &*file, None).expect("it opens");
    lacks(&mut open, 900)
}

#[test]
fn a_page_on_which_words_are_left_out_here_or_stand_elsewhere_is_flagged() {
    let Some(pdfium) = second("a_page_on_which_words_are_left_out_here") else { return };
    if !Path::new("/usr/bin/perl").exists() {
        return skipped("a_page_on_which_words_are_left_out_here", "perl is not installed");
    }
    // As small as print is.
    let file = drawing(
        "BT /F1 11 Tf 40 600 Td (The convoy does not leave before nine) Tj ET\n\
        0.8 g 40 400 200 60 re f 0 g 2 w 40 300 m 400 300 l S",
    );
    let flagged = |here: &str, other: &str| lacks_where(&pdfium, &file, here, other).contains(&otherwise());
    for (here, other, what) in [
        (
            "(The convoy does not leave before nine)",
            "(                                     )",
            "a line that is left out",
        ),
        ("before nine)", "before    i)", "a word that is left out"),
        ("40 600 Td", "46 600 Td", "text elsewhere"),
    ] {
        assert!(String::from_utf8_lossy(&file).contains(here), "{what}");
        assert!(flagged(here, other), "{what}");
    }
    for (here, other, what) in [
        ("before nine)", "before nine)", "the same"),
        // One letter of print is less than what two programs draw otherwise.
        ("before nine)", "before mine)", "a letter that is another"),
    ] {
        assert!(String::from_utf8_lossy(&file).contains(here), "{what}");
        assert!(!flagged(here, other), "{what}");
    }
}

#[test]
fn turned_first_a_page_is_compared_upright() {
    let Some(pdfium) = second("turned_first_a_page_is_compared_upright") else { return };
    let mut alike = open(Some(pdfium.clone()), &drawing(""), None);
    let turned = alike.render_turned(0, 900, Turn::Quarter, &stamp()).expect("it renders");
    assert!(!turned.missing.contains(&otherwise()), "{:?}", turned.missing);
    let mut unlike = open(Some(pdfium), &drawing("q 300 0 0 300 100 200 cm /J Do Q"), None);
    let turned = unlike.render_turned(0, 900, Turn::ThreeQuarters, &stamp()).expect("it renders");
    assert!(turned.missing.contains(&otherwise()), "{:?}", turned.missing);
}

#[test]
fn where_it_draws_nothing_that_is_said_and_the_page_is_shown() {
    let Some(_) = second("where_it_draws_nothing") else { return };
    let not_compared = Missing::new(Lack::NotCompared, "PDFium", 1);
    // No library at all: it does not start, and the document opens all the same.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("there is room");
    let library = folder.path().join("lib/pdfium/libpdfium.so");
    fs::create_dir_all(library.parent().expect("it has one")).expect("there is room");
    fs::write(&library, b"\x7fELF and nothing more").expect("there is room");
    let broken = Pdfium::at(Path::new(WORKER), &library).expect("a file is there");
    assert!(lacks(&mut open(Some(broken), &drawing(""), None), 900).contains(&not_compared));
    assert!(Pdfium::at(Path::new(WORKER), Path::new("/nowhere/libpdfium.so")).is_none());
}

#[test]
fn a_document_with_a_password_of_its_own_is_compared_as_well() {
    let Some(pdfium) = second("a_document_with_a_password_of_its_own") else { return };
    let file = include_bytes!("../../../../tests/journeys/with-password.pdf");
    let mut open = open(Some(pdfium), file, Some("portail"));
    assert!(!lacks(&mut open, 900).iter().any(|item| item.lack == Lack::NotCompared));
}

#[test]
fn a_viewer_that_is_stopped_waits_for_no_second_opinion() {
    let Some(pdfium) = second("a_viewer_that_is_stopped") else { return };
    let begun = Instant::now();
    let viewer = viewer(Some(pdfium)).until(Stop::when(|| true));
    let file = pdf(2);
    let opened = viewer.open_laid_out(Kind::Pdf, file.len() as u64, &mut &*file, None);
    assert!(matches!(opened, Err(ViewError::Stopped)), "{:?}", opened.err());
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
}

#[test]
fn how_it_stands_on_this_machine_is_told() {
    let without_walls = Viewer::at(Path::new("/bin/true"), Limits::default()).expect("it is there");
    let installed = Pdfium::installed(Path::new(WORKER)).is_some();
    let expected = if installed { Standing::NotConfined } else { Standing::NotInstalled };
    assert_eq!(without_walls.pdfium(), expected);
    if can_confine("how_it_stands_on_this_machine") {
        let expected = if installed { Standing::Confined } else { Standing::NotInstalled };
        assert_eq!(viewer(None).pdfium(), expected);
    }
}
