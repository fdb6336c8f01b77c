//! What a file holds besides the pages that are shown: broken off, behind the end, before, attached, or to be done by a program.

use viewer::{Kind, Lack, Missing};

use super::pdf::{inked, lacks, page, pdf_of, shown, stream};
use super::{open, stamp};

#[test]
fn a_file_that_breaks_off_is_no_empty_page_without_a_word() {
    let whole = page("", "", b"0 0 m 300 300 l S", &[]);
    assert_eq!(lacks(&shown(&whole)), []);
    let cut = whole.windows(6).position(|here| here == b"stream").expect("it has one") + 8;
    match open(Kind::Pdf, &whole[..cut]) {
        Err(_) => {}
        Ok(mut open) => {
            assert!(open.missing().contains(&Missing::new(Lack::CutShort, "", 1)));
            let page = open.render(0, 300, &stamp()).expect("it renders");
            assert!(lacks(&page).contains(&(Lack::CutShort, "")) && lacks(&page).contains(&(Lack::Content, "")));
            assert!(inked(&page, (100, 100, 200, 200)), "a cross over what is not there");
        }
    }
    let before = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &whole].concat();
    assert!(inked(&shown(&before), (140, 140, 160, 160)), "bytes before the header hide nothing");
    let text = String::from_utf8(whole.clone()).expect("it is plain");
    let counted = text.replace("/Count 1", "/Count 4").into_bytes();
    assert_eq!(shown(&counted).missing, [Missing::new(Lack::Pages, "", 3)]);
}

#[test]
fn why_a_pdf_cannot_be_read_is_told_apart() {
    use viewer::ViewError;
    let encrypted = |entries: &str| {
        let plain = String::from_utf8(page("", "", b"", &[])).expect("it is plain");
        plain.replace("/Root 1 0 R", &format!("/Root 1 0 R {entries}")).into_bytes()
    };
    let other = open(Kind::Pdf, &encrypted("/Encrypt << /Filter /Foo /V 9 >> /ID [(a) (a)]"));
    assert!(matches!(other, Err(ViewError::Encryption)));
    let zeros = "00".repeat(32);
    let password = format!("/Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -1 >> /ID [(a) (a)]");
    assert!(matches!(open(Kind::Pdf, &encrypted(&password)), Err(ViewError::Encrypted)));
    let none =
        pdf_of(&[b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), b"<< /Type /Pages /Count 0 /Kids [] >>".to_vec()]);
    assert!(matches!(open(Kind::Pdf, &none), Err(ViewError::NoPages)));
}

#[test]
fn a_pdf_behind_other_bytes_that_is_shown_as_text_is_said() {
    let text = [b"x\n".repeat(2500).as_slice(), &page("", "", b"", &[])].concat();
    let open = open(Kind::Text, &text).expect("it opens");
    assert!(open.missing().contains(&Missing::new(Lack::Within, "5000", 1)), "{:?}", open.missing());
}

/// Small files as a common library writes them: an animation, one with a picture that stands for it, three pictures in one JPEG.
#[test]
fn pictures_behind_the_one_that_is_shown_are_counted_on_the_page() {
    let further = |kind, file: &[u8]| {
        let mut document = open(kind, file).expect("it opens");
        let page = document.render(0, 200, &stamp()).expect("its first picture is shown");
        assert_eq!(document.page_count(), 1);
        assert!(page.rgb.chunks_exact(3).any(|pixel| pixel[2] > 120 && pixel[0] < 90), "the bar of the first picture");
        page.missing.iter().map(|missing| (missing.lack, missing.count)).collect::<Vec<_>>()
    };
    let animation = include_bytes!("../pictures/animation.png");
    assert_eq!(further(Kind::Png, animation), [(Lack::Pictures, 2)]);
    let with_cover = include_bytes!("../pictures/animation-with-cover.png");
    assert_eq!(
        further(Kind::Png, with_cover),
        [(Lack::Pictures, 2)],
        "two frames, and the picture that stands for them"
    );
    let three = include_bytes!("../pictures/three.jpg");
    assert_eq!(further(Kind::Jpeg, three), [(Lack::Pictures, 2)]);
    for (kind, single) in [
        (Kind::Png, include_bytes!("../pictures/single.png").as_slice()),
        (Kind::Jpeg, include_bytes!("../pictures/single.jpg").as_slice()),
    ] {
        assert_eq!(further(kind, single), []);
    }
}

#[test]
fn files_that_only_the_whole_or_a_page_speaks_of_are_named() {
    let file = b"<< /Type /Filespec /F (plan.xls) /EF << /F 6 0 R >> >>".to_vec();
    let with = |catalogue: &str, entries: &str| {
        let page = shown(&page(catalogue, entries, b"", &[file.clone(), stream("/Type /EmbeddedFile", b"x")]));
        page.missing.iter().map(|item| (item.lack, item.name.clone(), item.count)).collect::<Vec<_>>()
    };
    let named = [(Lack::Attachment, "plan.xls".to_owned(), 1)];
    assert_eq!(with("/AF [5 0 R]", ""), named);
    assert_eq!(with("", "/AF [5 0 R]"), named);
    let listed = "/Names << /EmbeddedFiles << /Names [(plan.xls) 5 0 R] >> >>";
    assert_eq!(with(&format!("{listed} /AF [5 0 R]"), "/AF [5 0 R]"), named, "once");
    // The file itself is there, and nothing leads to it.
    let lost = [(Lack::Attachment, String::new(), 1), (Lack::Attachment, "plan.xls".to_owned(), 1)];
    assert_eq!(with("/Names << /EmbeddedFiles << /Kids [98 0 R] >> >>", ""), lost, "a branch that is not there");
    assert_eq!(with("/Names << /EmbeddedFiles 98 0 R >>", ""), lost);
}

#[test]
fn a_change_that_breaks_off_and_what_stands_behind_the_end_are_said() {
    let whole = page("", "", b"0 0 m 300 300 l S", &[]);
    let with = |after: &[u8]| {
        lacks(&shown(&[whole.as_slice(), after].concat())).iter().map(|(lack, _)| *lack).collect::<Vec<_>>()
    };
    assert_eq!(with(b"\r\n\0\0"), []);
    assert_eq!(with(b"PK\x03\x04a zip"), [Lack::Follows]);
    let change = [b"4 0 obj\n".as_slice(), &stream("", b"0 0 9 9 re f"), b"\nendobj\n"].concat();
    assert_eq!(with(&[change.as_slice(), b"garbage"].concat()), [Lack::CutShort]);
    let table = whole.len() + change.len();
    let ends =
        format!("xref\n4 1\n0000099999 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    assert!(with(&[change.as_slice(), ends.as_bytes()].concat()).contains(&Lack::Repaired));
    assert!(with(&page("", "", b"0 0 9 9 re f", &[])).contains(&Lack::Follows), "two documents in one file");
}

#[test]
fn what_stands_before_a_document_and_what_it_was_before_are_said() {
    let whole = page("", "", b"0 0 m 300 300 l S", &[]);
    let kinds = |pdf: &[u8]| lacks(&shown(pdf)).iter().map(|(lack, _)| *lack).collect::<Vec<_>>();
    assert_eq!(lacks(&shown(&[b"SECRET ANNEX\n", whole.as_slice()].concat())), [(Lack::Follows, "13")]);
    assert_eq!(kinds(&[b"\xef\xbb\xbf\r\n", whole.as_slice()].concat()), []);
    let change = [b"4 0 obj\n".as_slice(), &stream("", b"0 0 9 9 re f"), b"\nendobj\n"].concat();
    let first = whole.windows(5).rposition(|here| here == b"xref\n").expect("it has a table");
    let first = whole[..first].windows(5).rposition(|here| here == b"xref\n").unwrap_or(first);
    let (place, table) = (whole.len(), whole.len() + change.len());
    let ends = format!(
        "xref\n4 1\n{place:010} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev {first} >>\nstartxref\n{table}\n%%EOF\n"
    );
    assert_eq!(kinds(&[whole.as_slice(), &change, ends.as_bytes()].concat()), [Lack::Earlier]);
}

#[test]
fn what_a_document_would_have_a_program_do_is_named() {
    let script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";
    let link =
        |action: &str| format!("<< /Type /Annot /Subtype /Link /Rect [50 100 250 160] /A {action} >>").into_bytes();
    for (catalogue, entries, annotation) in [
        (format!("/OpenAction {script}"), String::new(), link("<< /S /URI /URI (x) >>")),
        (format!("/AA << /WC {script} >>"), String::new(), link("null")),
        ("/Names << /JavaScript << /Names [] >> >>".to_owned(), String::new(), link("null")),
        (String::new(), format!("/AA << /O {script} >>"), link("null")),
        (String::new(), String::new(), link(script)),
        (String::new(), String::new(), link(&format!("<< /S /GoTo /D [3 0 R /Fit] /Next {script} >>"))),
    ] {
        let entries = format!("/Annots [5 0 R] {entries}");
        let page = shown(&page(&catalogue, &entries, b"", &[annotation]));
        assert_eq!(lacks(&page), [(Lack::Script, "JavaScript")], "{catalogue} {entries}");
    }
    let plain = page("/OpenAction [3 0 R /Fit]", "/Annots [5 0 R]", b"", &[link("<< /S /URI /URI (x) >>")]);
    assert_eq!(lacks(&shown(&plain)), []);
}
