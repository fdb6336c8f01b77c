//! What a page does not show is drawn where it can be, and said in any case.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use viewer::{Kind, Lack, Limits, Missing, Page, Viewer};

use super::{open, stamp};

/// A PDF of these objects, numbered from 1, with its table of contents. The first is the catalogue.
fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut pdf, mut places) = (b"%PDF-1.7\n".to_vec(), Vec::new());
    for (index, object) in objects.iter().enumerate() {
        places.push(pdf.len());
        writeln!(pdf, "{} 0 obj", index + 1).expect("a vector takes everything");
        pdf.extend_from_slice(object);
        pdf.extend_from_slice(b"\nendobj\n");
    }
    let table = pdf.len();
    write!(pdf, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).expect("a vector takes everything");
    for place in places {
        writeln!(pdf, "{place:010} 00000 n ").expect("a vector takes everything");
    }
    write!(pdf, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1)
        .expect("a vector takes everything");
    pdf
}

fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut object = format!("<< {entries} /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend_from_slice(data);
    object.extend_from_slice(b"\nendstream");
    object
}

/// One page of 300 by 300 points: what its dictionary has besides, its instructions, and objects from 5 on.
fn page(catalogue: &str, entries: &str, content: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>").into_bytes(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R {entries} >>").into_bytes(),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    pdf_of(&objects)
}

fn shown(pdf: &[u8]) -> Page {
    // On a machine that is busy with other tests, nothing is said about time.
    let limits = Limits { page: Duration::from_secs(120), ..Limits::default() };
    let viewer = Viewer::at(Path::new(env!("CARGO_BIN_EXE_zegel-viewer")), limits).expect("cargo builds it first");
    let mut open = viewer.open(Kind::Pdf, pdf.len() as u64, &mut &*pdf).expect("it opens");
    open.render(0, 300, &stamp()).expect("it renders")
}

fn lacks(page: &Page) -> Vec<(Lack, &str)> {
    page.missing.iter().map(|item| (item.lack, item.name.as_str())).collect()
}

/// Whether something dark stands in this part of the page: points from its lower left corner.
fn inked(page: &Page, (x0, y0, x1, y1): (u32, u32, u32, u32)) -> bool {
    // The strip above is as high as that of an empty page.
    let plain = shown(&self::page("", "", b"", &[]));
    let strip = (plain.height - 300) / 2;
    (y0..y1).any(|y| {
        let row = (strip + 299 - y) * page.width;
        (x0..x1).any(|x| page.rgb[((row + x) * 3 + 1) as usize] < 150)
    })
}

const FIELD: &str = "/Type /Annot /Subtype /Widget /FT /Tx /T (caveat) /Rect [50 100 250 120] /DA (/Helv 10 Tf 0 g)";

fn form(field: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![format!("<< {FIELD} {field} >>").into_bytes()];
    objects.extend_from_slice(more);
    page("/AcroForm << /Fields [5 0 R] /NeedAppearances true >>", "/Annots [5 0 R]", b"", &objects)
}

#[test]
fn a_form_value_without_appearance_stands_in_its_field() {
    let empty = shown(&form("", &[]));
    let filled = shown(&form("/V (REL TO BEL ONLY)", &[]));
    assert_eq!((lacks(&empty), lacks(&filled)), (vec![], vec![]));
    assert!(!inked(&empty, (60, 104, 120, 116)) && inked(&filled, (60, 104, 120, 116)));
    let hollow = form("/V (REL TO BEL ONLY) /AP << /N 6 0 R >>", &[stream("/BBox [0 0 200 20]", b"/Tx BMC EMC")]);
    assert!(inked(&shown(&hollow), (60, 104, 120, 116)), "an appearance that shows nothing is none");
    let old = stream(
        "/BBox [0 0 200 20] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        b"/Tx BMC BT /F 10 Tf 2 6 Td (REL TO FRA) Tj ET EMC",
    );
    let old = shown(&form("/V (REL TO BEL ONLY) /AP << /N 6 0 R >>", &[old]));
    assert_eq!(lacks(&old), [(Lack::Field, "caveat")], "the page says that the two differ");
    let long = shown(&form(&format!("/V ({}) ", "word ".repeat(600)), &[]));
    assert_eq!(lacks(&long), [(Lack::Field, "caveat")], "a value that has no room is not cut in silence");
}

#[test]
fn a_box_that_is_ticked_and_a_choice_are_shown() {
    let button = |field: &str| {
        let field = format!("<< /Type /Annot /Subtype /Widget /T (b) /Rect [100 100 120 120] {field} >>").into_bytes();
        shown(&page("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]", b"", &[field]))
    };
    let middle = (107, 107, 113, 113);
    assert!(!inked(&button("/FT /Btn /V /Off /AS /Off"), middle));
    assert!(inked(&button("/FT /Btn /V /Yes /AS /Yes"), middle));
    assert!(inked(&button("/FT /Btn /Ff 32768 /V /Yes /AS /Yes"), middle));
    let choice = button("/FT /Ch /V (b) /Opt [[(a) (first)] [(b) (W)]]");
    assert!(inked(&choice, (101, 104, 119, 116)));
    assert_eq!(lacks(&button("/FT /Sig /V << /Type /Sig >>")), [(Lack::Signature, "b")]);
}

#[test]
fn annotations_without_appearance_are_drawn_and_those_of_unknown_kinds_are_named() {
    let annotated = |annotation: &str| {
        let annotation = format!("<< /Type /Annot /Rect [50 100 250 160] {annotation} >>").into_bytes();
        shown(&page("", "/Annots [5 0 R]", b"", &[annotation]))
    };
    let within = (55, 104, 245, 156);
    for drawn in [
        "/Subtype /FreeText /DA (/Helv 12 Tf 0 g) /Contents (NOT RELEASABLE)",
        "/Subtype /Stamp /Name /TopSecret",
        "/Subtype /Text /Contents (ask the source first)",
        "/Subtype /StrikeOut /QuadPoints [60 140 240 140 60 110 240 110]",
        "/Subtype /Ink /InkList [[60 110 240 150]] /C [0 0 0]",
        "/Subtype /Line /L [60 110 240 150]",
        "/Subtype /Circle /C [0 0 0] /IC [0 0 0]",
    ] {
        let page = annotated(drawn);
        assert_eq!(lacks(&page), [], "{drawn}");
        assert!(inked(&page, within), "{drawn}");
    }
    assert_eq!(lacks(&annotated("/Subtype /Movie")), [(Lack::Annotation, "Movie")]);
    assert_eq!(lacks(&annotated("/Subtype /Highlight /Contents (who says so?)")), [(Lack::Note, "")]);
    assert_eq!(lacks(&annotated("/Subtype /FileAttachment /FS << /F (plan.xls) >>")), [(Lack::Attachment, "plan.xls")]);
    assert_eq!(lacks(&annotated("/Subtype /FreeText /F 2 /Contents (hidden)")), [], "hidden by its own wish");
}

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
fn a_page_whose_instructions_are_none_is_crossed_and_an_empty_one_is_not() {
    let rubbish = shown(&page("", "", b"\x8f\x12qz!! yw 3 xx \x99\x98", &[]));
    assert_eq!(lacks(&rubbish), [(Lack::Content, "")]);
    assert!(inked(&rubbish, (100, 100, 200, 200)));
    for empty in [b"".as_slice(), b"q Q\n"] {
        assert_eq!(lacks(&shown(&page("", "", empty, &[]))), []);
    }
}

#[test]
fn pictures_that_cannot_be_decoded_and_parts_that_are_absent_are_named() {
    let pictured = |entries: &str, data: &[u8]| {
        let picture = stream(&format!("/Type /XObject /Subtype /Image {entries}"), data);
        shown(&page("", "/Resources << /XObject << /I 5 0 R >> >>", b"200 0 0 200 50 50 cm /I Do", &[picture]))
    };
    let eight = "/Width 16 /Height 16 /ColorSpace /DeviceGray /BitsPerComponent 8";
    assert_eq!(lacks(&pictured(eight, &[0; 256])), []);
    assert_eq!(lacks(&pictured(eight, &[0; 100])), [(Lack::PictureCut, "16 × 16")]);
    let broken = pictured(&format!("{eight} /Filter /DCTDecode"), b"this is no JPEG");
    assert_eq!(lacks(&broken), [(Lack::Picture, "16 × 16, DCTDecode")]);
    assert!(inked(&broken, (145, 145, 155, 155)), "a cross where it should be");
    let unknown = pictured(&format!("{eight} /Filter /BrotliDecode"), &[0; 256]);
    assert_eq!(lacks(&unknown), [(Lack::Filter, "16 × 16, BrotliDecode")]);
    let absent = page("", "/Resources << /XObject << /I 9 0 R >> >>", b"/I Do", &[]);
    assert_eq!(lacks(&shown(&absent)), [(Lack::Object, "I")]);
}

#[test]
fn text_in_a_font_that_is_not_there_leaves_boxes_and_the_name_of_the_font() {
    let fonts = [
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UCS2-H /DescendantFonts [6 0 R] >>"
            .to_vec(),
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering \
          (Japan1) /Supplement 2 >> /FontDescriptor 7 0 R >>"
            .to_vec(),
        b"<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 0 1000 1000] >>".to_vec(),
    ];
    let content = b"BT /F 40 Tf 50 100 Td <65E5672C8A9E> Tj ET";
    let page = shown(&page("", "/Resources << /Font << /F 5 0 R >> >>", content, &fonts));
    assert!(lacks(&page).contains(&(Lack::Font, "Ryumin-Light")), "{:?}", page.missing);
    assert!(page.missing.iter().any(|item| item.lack == Lack::Letters && item.count == 3), "{:?}", page.missing);
    assert!(inked(&page, (50, 90, 160, 140)), "boxes");
}

#[test]
fn a_scan_of_a_thousand_million_pixels_is_shown() {
    // White above, black below.
    let (side, row) = (32_000, 4000);
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for y in 0..side {
        packed.write_all(&vec![if y < side / 2 { 0xff } else { 0 }; row]).expect("a vector takes everything");
    }
    let packed = packed.finish().expect("a vector takes everything");
    let entries = format!("/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 1");
    for (space, filter) in [("/ColorSpace /DeviceGray", ""), ("/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]", "")]
    {
        let picture = stream(&format!("{entries} {space} /Filter /FlateDecode {filter}"), &packed);
        let page =
            shown(&page("", "/Resources << /XObject << /I 5 0 R >> >>", b"200 0 0 200 50 50 cm /I Do", &[picture]));
        assert_eq!(lacks(&page), [], "{space}");
        assert!(inked(&page, (100, 60, 200, 140)) && !inked(&page, (100, 160, 200, 240)), "{space}");
    }
    let photograph = entries.replace("/BitsPerComponent 1", "/BitsPerComponent 8 /ColorSpace /DeviceRGB");
    let picture = stream(&format!("{photograph} /Filter /FlateDecode"), &packed);
    let page = shown(&page("", "/Resources << /XObject << /I 5 0 R >> >>", b"200 0 0 200 50 50 cm /I Do", &[picture]));
    assert_eq!(lacks(&page), [(Lack::PictureTooLarge, "32000 × 32000, FlateDecode")], "said, and at once");
}

#[test]
fn the_text_of_a_page_can_be_read() {
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec();
    let content = b"BT /F 12 Tf 50 200 Td (Tot morgen) Tj 0 -20 Td [(in) -400 (Luik)] TJ ET";
    let pdf = page("", "/Resources << /Font << /F 5 0 R >> >>", content, &[font]);
    let mut open = open(Kind::Pdf, &pdf).expect("it opens");
    assert_eq!(open.text(0).expect("it has a page"), "Tot morgen\nin Luik");
    assert!(open.text(1).is_err());
}

#[test]
fn what_is_missing_stands_below_the_page() {
    let sound = shown(&page("", "", b"", &[]));
    let absent = shown(&page("", "/Resources << /XObject << /I 9 0 R >> >>", b"/I Do", &[]));
    assert!(absent.height > sound.height + 10);
}
