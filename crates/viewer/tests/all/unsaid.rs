//! What stands in a PDF at a place that nobody looks at: the page says that it is there.

use viewer::{Kind, Lack};

use super::open;
use super::pdf::{lacks, page, shown, stream};

/// What a page lacks.
fn lacking(pdf: &[u8]) -> Vec<(Lack, String)> {
    lacks(&shown(pdf)).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect()
}

fn one(lack: Lack, name: &str) -> Vec<(Lack, String)> {
    vec![(lack, name.to_owned())]
}

#[test]
fn a_dynamic_form_is_said_next_to_fields_as_well() {
    let data = stream("", b"<xfa:data><a>TILLEUL</a></xfa:data>");
    let field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [50 100 250 120] /DA (/F 10 Tf 0 g) >>";
    let with = |form: &str| lacking(&page(form, "/Annots [5 0 R]", b"", &[field.to_vec(), data.clone()]));
    assert_eq!(with("/AcroForm << /Fields [5 0 R] >>"), []);
    assert_eq!(with("/AcroForm << /Fields [5 0 R] /XFA 6 0 R >>"), one(Lack::DynamicForm, ""));
    assert_eq!(with("/AcroForm << /Fields [] /XFA [(datasets) 6 0 R] >>"), one(Lack::DynamicForm, ""));
}

#[test]
fn a_file_that_anything_in_the_document_brings_with_it_is_named_once() {
    let file = b"<< /Type /Filespec /F (plan.xml) /EF << /F 6 0 R >> >>".to_vec();
    let data = stream("/Type /EmbeddedFile", b"TILLEUL");
    let with = |catalogue: &str, entries: &str, more: &str| {
        let form = stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 300 300] {more}"), b"");
        lacking(&page(catalogue, entries, b"", &[file.clone(), data.clone(), form]))
    };
    let named = one(Lack::Attachment, "plan.xml");
    assert_eq!(with("/AF [5 0 R]", "", ""), named);
    assert_eq!(with("", "/AF 5 0 R", ""), named);
    assert_eq!(with("/Names << /EmbeddedFiles << /Names [(plan.xml) 5 0 R] >> >>", "", ""), named);
    let annotation = "/Annots [<< /Type /Annot /Subtype /Link /Rect [20 20 100 100] /AF [5 0 R] >>]";
    assert_eq!(with("", annotation, ""), named);
    let structure = "/StructTreeRoot << /Type /StructTreeRoot /K << /S /Formula /AF [5 0 R] >> >>";
    assert_eq!(with(structure, "", ""), named);
    assert_eq!(with("", "", "/AF [5 0 R]"), named);
    assert_eq!(with("/StructTreeRoot << /AF [5 0 R] >>", annotation, "/AF [5 0 R]"), named, "once");
    assert_eq!(with("", "", ""), named, "nothing leads to it");
    let without = "/StructTreeRoot << /K << /S /Formula /AF [<< /Type /Filespec /F (plan.xml) >>] >> >>";
    let within = lacking(&page(without, "", b"", &[]));
    assert_eq!(within, named, "it is written into what it belongs to");
    let mark = "/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [20 20 100 100] /FS 5 0 R >>]";
    assert_eq!(with("", mark, ""), named, "its mark names it");
}

#[test]
fn a_jpeg_that_is_larger_or_has_other_colours_than_the_document_says_is_named() {
    use image::codecs::jpeg::JpegEncoder;
    let shade = |x: u32, y: u32| u8::try_from((x * 7 + y * 11) % 256).expect("it is below 256");
    let mut grey = Vec::new();
    let picture = image::GrayImage::from_fn(48, 32, |x, y| image::Luma([shade(x, y)]));
    JpegEncoder::new(&mut grey).encode_image(&picture).expect("a small picture encodes");
    let mut colour = Vec::new();
    let picture = image::RgbImage::from_fn(48, 32, |x, y| image::Rgb([shade(x, y), shade(y, x), 90]));
    JpegEncoder::new(&mut colour).encode_image(&picture).expect("a small picture encodes");
    let of = |data: &[u8], size: &str, space: &str| {
        let entries = format!("{size} /BitsPerComponent 8 /ColorSpace /{space} /Filter /DCTDecode");
        let picture = stream(&format!("/Type /XObject /Subtype /Image {entries}"), data);
        lacking(&page("", "/Resources << /XObject << /X 5 0 R >> >>", b"q 240 0 0 160 20 20 cm /X Do Q", &[picture]))
    };
    let whole = "/Width 48 /Height 32";
    assert_eq!(of(&grey, whole, "DeviceGray"), []);
    assert_eq!(of(&colour, whole, "DeviceRGB"), []);
    let differs = |name: &str| (Lack::PictureDiffers, name.to_owned());
    assert!(of(&grey, whole, "DeviceRGB").contains(&differs("48 × 32 × 3, DCTDecode (48 × 32 × 1)")));
    assert!(of(&colour, "/Width 48 /Height 8", "DeviceRGB").contains(&differs("48 × 8, DCTDecode (48 × 32)")));
    assert!(of(&colour, "/Width 96 /Height 32", "DeviceRGB").contains(&differs("96 × 32, DCTDecode (48 × 32)")));
}

const FONT: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

#[test]
fn what_is_written_before_a_font_was_chosen_is_said() {
    let resources = format!("/Resources << {FONT} /XObject << /X 5 0 R >> >>");
    let form = stream("/Type /XObject /Subtype /Form /BBox [0 0 300 300]", b"BT 20 100 Td (TILLEUL) Tj ET");
    let with = |content: &str| lacking(&page("", &resources, content.as_bytes(), std::slice::from_ref(&form)));
    let said = one(Lack::Content, "Tf");
    assert_eq!(with("BT /F 12 Tf 20 150 Td (TILLEUL) Tj ET"), []);
    assert_eq!(with("BT 20 150 Td () Tj ET"), []);
    for written in ["(TILLEUL) Tj", "[(TILL) 9 (EUL)] TJ", "(TILLEUL) '", "1 1 (TILLEUL) \""] {
        assert_eq!(with(&format!("BT 20 150 Td {written} ET")), said, "{written}");
    }
    assert_eq!(with("q BT /F 12 Tf (a) Tj ET Q BT 20 150 Td (TILLEUL) Tj ET"), said, "the font is none any more");
    assert_eq!(with("BT /F 12 Tf 20 150 Td (a) Tj ET /X Do"), [], "a form has the font of what draws it");
    assert_eq!(with("/X Do BT /F 12 Tf 20 150 Td (a) Tj ET"), said);
}

#[test]
fn a_form_that_stands_for_a_page_of_another_file_names_it() {
    let with = |more: &str| {
        let form = stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 300 300] {more}"), b"");
        lacking(&page("", "/Resources << /XObject << /X 5 0 R >> >>", b"/X Do", &[form]))
    };
    assert_eq!(with(""), []);
    assert_eq!(with("/Ref << /F (other.pdf) /Page 0 >>"), one(Lack::Outside, "other.pdf"));
    assert_eq!(with("/Ref << /F << /Type /Filespec /F (other.pdf) >> /Page 0 >>"), one(Lack::Outside, "other.pdf"));
}

#[test]
fn a_picture_that_is_too_small_to_be_seen_is_named() {
    let data: Vec<u8> = (0..64).map(|value| value * 4).collect();
    let entries = "/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    let of = |side: &str| {
        let content = format!("q {side} 0 0 {side} 20 30 cm /X Do Q");
        let picture = stream(entries, &data);
        lacking(&page("", "/Resources << /XObject << /X 5 0 R >> >>", content.as_bytes(), &[picture]))
    };
    assert_eq!(of("40"), []);
    assert_eq!(of("0.1"), one(Lack::UnseenPicture, "8 × 8"));
}

#[test]
fn a_pop_up_of_a_note_that_lies_on_no_page_and_a_choice_by_number_are_said() {
    let note = b"<< /Type /Annot /Subtype /Text /Rect [20 20 40 40] /Contents (TILLEUL) >>".to_vec();
    let up = b"<< /Type /Annot /Subtype /Popup /Rect [20 100 280 200] /Open true /Parent 5 0 R >>".to_vec();
    let with = |list: &str| lacking(&page("", list, b"", &[note.clone(), up.clone()]));
    assert_eq!(with("/Annots [5 0 R 6 0 R]"), []);
    assert_eq!(with("/Annots [6 0 R]"), one(Lack::Note, ""));
    let choice = |chosen: &str| {
        let field = format!(
            "<< /Type /Annot /Subtype /Widget /T (x) /FT /Ch {chosen} /Opt [(one) [(2) (TILLEUL)]] \
            /Rect [20 100 280 130] /DA (/F 12 Tf 0 g) >>"
        );
        let form = page("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]", b"", &[field.into_bytes()]);
        let read = open(Kind::Pdf, &form).expect("it opens").text(0).expect("it has a page").text;
        (lacking(&form), read)
    };
    assert_eq!(choice(""), (vec![], String::new()));
    assert_eq!(choice("/V (one)"), (vec![], "one".to_owned()));
    assert_eq!(choice("/I [1]"), (one(Lack::Field, "x"), "TILLEUL".to_owned()));
    assert_eq!(choice("/I [1] /V (one)"), (vec![], "one".to_owned()));
}

#[test]
fn the_middle_of_a_text_that_is_covered_or_cut_off_is_said() {
    let words = "BT /F 20 Tf 10 150 Td (Agent TILLEUL lives) Tj ET";
    let white = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        b"\xff",
    );
    let form = |right: u32| {
        let entries = format!("/Type /XObject /Subtype /Form /BBox [0 0 {right} 300] /Resources << {FONT} >>");
        stream(&entries, words.as_bytes())
    };
    let with = |content: &str, entries: &str, right: u32| {
        let resources = format!("/Resources << {FONT} /XObject << /X 5 0 R /Y 6 0 R >> >>");
        lacking(&page("", &format!("{resources} {entries}"), content.as_bytes(), &[white.clone(), form(right)]))
    };
    let unseen = one(Lack::Unseen, "");
    assert_eq!(with(words, "", 300), []);
    assert_eq!(with(&format!("{words} 1 g 90 140 70 40 re f"), "", 300), unseen, "a white box");
    assert_eq!(with(&format!("{words} 0 g 90 140 70 40 re f"), "", 300), unseen, "a black one");
    assert_eq!(with(&format!("{words} 1 g 90 140 2 40 re f"), "", 300), [], "a line");
    assert_eq!(with(&format!("{words} q 70 0 0 40 90 140 cm /X Do Q"), "", 300), unseen, "a picture");
    assert_eq!(with(&format!("0 0 90 300 re W n {words}"), "", 300), unseen, "a clip");
    assert_eq!(with("/Y Do", "", 300), []);
    assert_eq!(with("/Y Do", "", 90), unseen, "the box of a form");
    let over = "/Annots [<< /Type /Annot /Subtype /Square /Rect [90 140 160 180] /IC [1 1 1] /C [1 1 1] >>]";
    assert_eq!(with(words, over, 300), unseen, "an annotation");
}
