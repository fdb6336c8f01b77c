//! What a page does not show is drawn where it can be, and said in any case.

use std::io::Write as _;

use viewer::{Kind, Lack, Missing, Page};

use super::open;
use super::pdf::{inked, lacks, page, pdf_of, shown, stream};

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
fn letters_of_the_colour_of_their_ground_are_seen_all_the_same() {
    for (kind, text) in [("/Widget /FT /Tx /T (c)", "/V"), ("/FreeText /C [1 1 1]", "/Contents")] {
        for colour in ["0 g", "1 g", "0.97 g", "1 1 1 rg", "0 0 0 0 k"] {
            let annotation = format!(
                "<< /Type /Annot /Subtype {kind} /Rect [50 100 250 120] /DA (/Helv 10 Tf {colour}) {text} (REL TO BEL) >>"
            );
            let shown =
                shown(&page("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]", b"", &[annotation.into_bytes()]));
            assert!(inked(&shown, (56, 104, 100, 116)), "{kind}, {colour}");
        }
    }
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
    assert_eq!(
        lacks(&annotated("/Subtype /FreeText /F 2 /Contents (hidden)")),
        [(Lack::Hidden, "FreeText")],
        "hidden by its own wish, and said"
    );
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
    assert_eq!(open.text(0).expect("it has a page").text, "Tot morgen\nin Luik");
    assert!(open.text(1).is_err());
}

#[test]
fn what_is_missing_stands_below_the_page() {
    let sound = shown(&page("", "", b"", &[]));
    let absent = shown(&page("", "/Resources << /XObject << /I 9 0 R >> >>", b"/I Do", &[]));
    assert!(absent.height > sound.height + 10);
}

/// A page with one font, and what is drawn.
fn lettered(font: &str, content: &[u8], more: &[Vec<u8>]) -> Page {
    let objects = [vec![font.as_bytes().to_vec()], more.to_vec()].concat();
    shown(&page("", "/Resources << /Font << /F 5 0 R >> >>", content, &objects))
}

const WORDS: &[u8] = b"BT /F 40 Tf 50 100 Td (Visible) Tj ET";

#[test]
fn letters_that_a_font_has_no_drawing_for_leave_boxes() {
    let font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << >> \
                /Encoding << /Differences [86 /V] >> /FirstChar 32 /LastChar 126 /Widths [] >>";
    let page = lettered(font, WORDS, &[]);
    assert!(lacks(&page).contains(&(Lack::Letters, "F")), "{:?}", page.missing);
    assert!(inked(&page, (45, 90, 110, 140)));
}

#[test]
fn a_font_that_another_stands_in_for_is_named() {
    let named = |font: &str| format!("<< /Type /Font /Subtype /TrueType /BaseFont /{font} >>");
    assert_eq!(lacks(&lettered(&named("Helvetica"), WORDS, &[])), []);
    for font in ["Wingdings", "SymbolMT", "ArialMT"] {
        assert_eq!(lacks(&lettered(&named(font), WORDS, &[])), [(Lack::Font, font)]);
    }
    let font = "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Foo /FontDescriptor 6 0 R >>";
    let descriptor = b"<< /Type /FontDescriptor /FontName /ABCDEF+Foo /Flags 4 /FontFile2 7 0 R >>".to_vec();
    let broken = lettered(font, WORDS, &[descriptor, stream("", &[0x5a; 300])]);
    assert_eq!(lacks(&broken), [(Lack::Font, "Foo")]);
}

#[test]
fn what_an_annotation_says_and_does_not_show_is_drawn_or_named() {
    let annotated = |entries: &str, more: &[Vec<u8>]| {
        let note = format!("<< /Type /Annot /Subtype /FreeText /Rect [50 100 250 140] /Contents (CAVEAT) {entries} >>");
        shown(&page("", "/Annots [5 0 R]", b"", &[vec![note.into_bytes()], more.to_vec()].concat()))
    };
    let look = |data: &[u8]| stream("/Type /XObject /Subtype /Form /BBox [0 0 200 40]", data);
    let empty = annotated("/AP << /N 6 0 R >>", &[look(b"q Q")]);
    assert_eq!(lacks(&empty), []);
    assert!(inked(&empty, (50, 100, 250, 140)), "an appearance that draws nothing is none");
    assert_eq!(lacks(&annotated("/F 2", &[])), [(Lack::Hidden, "FreeText")]);
    assert_eq!(lacks(&annotated("/F 32", &[])), [(Lack::Hidden, "FreeText")]);
    // Its place is given twice: that is said as well.
    let beside = annotated("/Rect [900 900 950 950]", &[]);
    assert_eq!(lacks(&beside), [(Lack::Twice, "/Rect"), (Lack::Hidden, "FreeText")]);
}

#[test]
fn resources_that_are_absent_and_colours_that_are_not_known_are_named() {
    let drawn = |resources: &str, content: &[u8]| {
        let entries = format!("/Resources << {resources} >>");
        shown(&page("", &entries, content, &[]))
            .missing
            .iter()
            .map(|item| (item.lack, item.name.clone()))
            .collect::<Vec<_>>()
    };
    let lack = |lack, name: &str| vec![(lack, name.to_owned())];
    let cases = [
        ("/Pattern << /P 77 0 R >>", "/Pattern cs /P scn 10 10 100 50 re f", lack(Lack::Object, "P")),
        ("", "/G gs 10 10 100 50 re f", lack(Lack::Object, "G")),
        (
            "/ExtGState << /G << /SMask << /S /Alpha /G 77 0 R >> >> >>",
            "/G gs 10 10 9 9 re f",
            lack(Lack::Object, "G SMask"),
        ),
        ("", "/S sh", lack(Lack::Object, "S")),
        ("", "/OC /L BDC 10 10 100 50 re f EMC", lack(Lack::Object, "L")),
        ("", "/Odd cs 1 sc 10 10 100 50 re f", lack(Lack::Colour, "Odd")),
        ("/ColorSpace << /C [/ICCBased 77 0 R] >>", "/C cs 1 sc 10 10 9 9 re f", lack(Lack::Colour, "ICCBased")),
        ("/ColorSpace << /C [/CalGray << /WhitePoint [1 1 1] >>] >>", "/C cs 1 sc 10 10 9 9 re f", vec![]),
    ];
    for (resources, content, expected) in cases {
        assert_eq!(drawn(resources, content.as_bytes()), expected, "{content}");
    }
    let pictured = |entries: &str| {
        let entries = format!("/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 {entries}");
        let picture = stream(&entries, &[0; 256]);
        let page = page("", "/Resources << /XObject << /I 5 0 R >> >>", b"200 0 0 200 50 50 cm /I Do", &[picture]);
        shown(&page).missing.iter().map(|item| (item.lack, item.name.clone())).collect::<Vec<_>>()
    };
    assert_eq!(pictured("/ColorSpace /DeviceGray /SMask 77 0 R"), lack(Lack::Object, "SMask"));
    assert_eq!(pictured("/ColorSpace /Odd"), lack(Lack::Colour, "Odd"));
}

#[test]
fn rows_that_a_fax_does_not_have_are_missing() {
    let entries = "/Type /XObject /Subtype /Image /Width 64 /Height 64 /BitsPerComponent 1 /ColorSpace /DeviceGray \
                   /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 >>";
    let picture = stream(entries, b"\xff\x00\x10\x01");
    let page = shown(&page("", "/Resources << /XObject << /I 5 0 R >> >>", b"200 0 0 200 50 50 cm /I Do", &[picture]));
    assert!(matches!(lacks(&page).as_slice(), [(Lack::Picture | Lack::PictureCut, _)]), "{:?}", page.missing);
}

#[test]
fn instructions_that_break_off_are_said() {
    let content = |text: &[u8]| lacks(&shown(&page("", "", text, &[]))).len();
    for whole in ["10 10 100 50 re f", "q 10 10 100 50 re f Q\n% the end", "10 10 100 50 re n"] {
        assert_eq!(content(whole.as_bytes()), 0, "{whole}");
    }
    for cut in
        ["10 10 100 50 re f (open Tj", "10 10 100 50 re f 10 20", "10 10 100 50 re", "10 10 9 9 re f ) 1 1 2 2 re f"]
    {
        assert_eq!(content(cut.as_bytes()), 1, "{cut}");
    }
}

#[test]
fn a_layer_that_is_off_is_named_where_it_would_be() {
    let layered = |settings: &str, content: &[u8]| {
        let catalogue = format!("/OCProperties << /OCGs [5 0 R] /D << {settings} >> >>");
        let layer = b"<< /Type /OCG /Name (Sources) >>".to_vec();
        let page = shown(&page(&catalogue, "/Resources << /Properties << /L 5 0 R >> >>", content, &[layer]));
        page.missing.iter().map(|item| (item.lack, item.name.clone())).collect::<Vec<_>>()
    };
    let drawn = b"/OC /L BDC 10 10 100 50 re f EMC";
    let off = vec![(Lack::Layer, "Sources".to_owned())];
    assert_eq!(layered("/OFF [5 0 R]", drawn), off);
    assert_eq!(layered("/BaseState /OFF", drawn), off);
    assert_eq!(layered("/BaseState /OFF /ON [5 0 R]", drawn), []);
    assert_eq!(layered("/OFF [5 0 R]", b"10 10 100 50 re f"), [], "it has nothing on this page");
}

#[test]
fn a_field_that_no_page_has_a_place_for_is_named_and_a_rich_value_is_shown() {
    let field = b"<< /FT /Tx /T (f) /V (ON NO PAGE) >>".to_vec();
    let nowhere = page("/AcroForm << /Fields [5 0 R] >>", "", b"", &[field]);
    assert_eq!(lacks(&shown(&nowhere)), [(Lack::Field, "f")]);
    let rich = shown(&form("/RV (<body><p>REL TO BEL</p></body>)", &[]));
    assert!(inked(&rich, (60, 104, 120, 116)), "the words without their marks");
}

#[test]
fn a_page_of_letters_that_are_not_to_be_seen_says_so() {
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    assert_eq!(lacks(&lettered(font, b"1 g BT /F 40 Tf 50 100 Td (Visible) Tj ET", &[])), [(Lack::Blank, "")]);
    assert_eq!(lacks(&lettered(font, b"BT 3 Tr /F 40 Tf 50 100 Td (Visible) Tj ET", &[])), [(Lack::Blank, "")]);
}

#[test]
fn the_text_of_a_page_says_what_the_page_does() {
    let font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Wingdings >>".to_vec();
    let pdf = page("", "/Resources << /Font << /F 5 0 R >> >>", b"BT /F 12 Tf 50 200 Td (a) Tj ET (open", &[font]);
    let page = shown(&pdf);
    let text = open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it has a page");
    assert!(page.missing.iter().all(|item| text.missing.contains(item)) && !page.missing.is_empty());
    assert!(text.missing.contains(&Missing::new(Lack::Reading, "Wingdings", 1)), "{:?}", text.missing);
}

/// What is said of one that is drawn with these resources.
fn said(resources: &str, content: &str, more: &[Vec<u8>]) -> Vec<(Lack, String)> {
    let entries =
        format!("/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> {resources} >>");
    let page = shown(&page("", &entries, content.as_bytes(), more));
    page.missing.iter().map(|item| (item.lack, item.name.clone())).collect()
}

const SEEN: &str = "0 g BT /F 30 Tf 50 250 Td (Seen) Tj ET\n";

#[test]
fn colours_that_cannot_be_computed_are_named() {
    let tint = |space: &str, operands: &str, more: &[Vec<u8>]| {
        let content = format!("{SEEN}/C cs {operands} scn 50 100 200 50 re f");
        said(&format!("/ColorSpace << /C {space} >>"), &content, more)
    };
    let sound = "<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0 0] /N 1 >>";
    assert_eq!(tint(&format!("[/Separation /Ink /DeviceRGB {sound}]"), "1", &[]), []);
    assert_eq!(tint("[/Indexed /DeviceGray 3 <00112233>]", "2", &[]), []);
    let ink = [(Lack::Colour, "Separation".to_owned())];
    for function in [
        "<< /FunctionType 9 /Domain [0 1] >>",
        "<< /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >>",
        "<< /FunctionType 3 /Domain [0 1] /Functions [] /Bounds [] /Encode [] >>",
        "",
    ] {
        assert_eq!(tint(&format!("[/Separation /Ink /DeviceRGB {function}]"), "1", &[]), ink, "{function}");
    }
    let in_a_stream = "[/Separation /Ink /DeviceRGB 5 0 R]";
    let odd = stream("/FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1]", b"{ zork }");
    assert_eq!(tint(in_a_stream, "1", &[odd]), ink);
    let short = stream("/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [256] /BitsPerSample 8", b"ab");
    assert_eq!(tint(in_a_stream, "1", &[short]), ink);
    assert_eq!(tint("[/Indexed /DeviceRGB 255 <ff>]", "200", &[]), [(Lack::Colour, "Indexed".to_owned())]);
    let profile = tint("[/ICCBased 5 0 R]", "1 1 1 1 1 1 1", &[stream("/N 7", b"no profile")]);
    assert_eq!(profile, [(Lack::Colour, "ICCBased".to_owned())]);
}

#[test]
fn shadings_and_patterns_that_cannot_be_computed_are_named() {
    let shaded =
        |shading: &str, more: &[Vec<u8>]| said(&format!("/Shading << /S {shading} >>"), &format!("{SEEN}/S sh"), more);
    let function = "/Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [1 0 0] /C1 [0 0 1] >>";
    let axial = format!("/ShadingType 2 /ColorSpace /DeviceRGB {function}");
    assert_eq!(shaded(&format!("<< {axial} /Coords [0 0 300 0] >>"), &[]), []);
    let lost = [(Lack::Shading, "S".to_owned())];
    for shading in [
        format!("{axial} /Coords [1]"),
        "/ShadingType 9 /ColorSpace /DeviceRGB".to_owned(),
        "/ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 300 0] /Function << /FunctionType 9 >>".to_owned(),
        "/ShadingType 3 /ColorSpace /DeviceRGB /Coords [9 9 0 9 9 90] /Function \
         << /FunctionType 3 /Domain [0 1] /Functions [] /Bounds [] /Encode [] >>"
            .to_owned(),
    ] {
        assert_eq!(shaded(&format!("<< {shading} >>"), &[]), lost, "{shading}");
    }
    let mesh = |data: &[u8]| {
        let entries = "/ShadingType 4 /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 \
                       /Decode [0 300 0 300 0 1 0 1 0 1]";
        shaded("5 0 R", &[stream(entries, data)])
    };
    let triangle: Vec<u8> = [[0, 10, 10, 255, 0, 0], [0, 200, 10, 0, 255, 0], [0, 10, 200, 0, 0, 255]].concat();
    assert_eq!(mesh(&triangle), []);
    assert_eq!(mesh(&triangle[..6]), lost, "a triangle of one corner");
    let tiled = |step: u32| {
        let tile = format!("/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep {step} /YStep {step}");
        let content = format!("{SEEN}/Pattern cs /P scn 10 10 200 100 re f");
        said("/Pattern << /P 5 0 R >>", &content, &[stream(&tile, b"0 0 5 5 re f")])
    };
    assert_eq!(tiled(9), []);
    assert_eq!(tiled(0), [(Lack::Shading, "P".to_owned())]);
}

#[test]
fn instructions_that_are_not_unpacked_to_their_end_are_said() {
    let packed = |entries: &str, data: &[u8]| {
        let objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>".to_vec(),
            stream(entries, data),
        ];
        lacks(&shown(&pdf_of(&objects))).iter().map(|(lack, _)| *lack).collect::<Vec<_>>()
    };
    let plain = b"10 10 100 50 re f\n";
    let zlib = |data: &[u8]| {
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        packed.write_all(data).expect("a vector takes everything");
        packed.finish().expect("a vector takes everything")
    };
    let predicted = "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 18 >>";
    assert_eq!(packed("/Filter /FlateDecode", &zlib(plain)), []);
    assert_eq!(packed(predicted, &zlib(&[&[0], plain.as_slice()].concat())), []);
    assert_eq!(packed(&predicted.replace("18", "9999"), &zlib(plain)), [Lack::Content]);
    let run = [&[plain.len() as u8 - 1], plain.as_slice()].concat();
    assert_eq!(packed("/Filter /RunLengthDecode", &[run.as_slice(), &[128]].concat()), []);
    assert_eq!(packed("/Filter /RunLengthDecode", &[run.as_slice(), b"\x64BT (cut"].concat()), [Lack::Content]);
    let hex: String = plain.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(packed("/Filter /ASCIIHexDecode", format!("{hex}>").as_bytes()), []);
    assert_eq!(packed("/Filter /ASCIIHexDecode", format!("{hex}ZZ{hex}>").as_bytes()), [Lack::Content]);
    let endless = format!("{SEEN}q 50 0 0 50 9 9 cm BI /W 4 /H 4 /BPC 8 /CS /G ID abcdefghijklmnop\n10 10 9 9 re f");
    assert_eq!(said("", &endless, &[]), [(Lack::Content, String::new())], "a picture in them that does not end");
}

#[test]
fn forms_are_looked_into_as_deep_as_they_are_drawn_and_deeper_ones_are_said() {
    let nested = |depth: usize, inner: &str| {
        let form = |at: usize| {
            let entries = format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Resources << /XObject << /X {} 0 R >> >>",
                at + 1
            );
            stream(&entries, if at + 1 < 5 + depth { b"/X Do" } else { inner.as_bytes() })
        };
        let forms: Vec<Vec<u8>> = (5..5 + depth).map(form).collect();
        let page = shown(&page("", "/Resources << /XObject << /X 5 0 R >> >>", b"/X Do", &forms));
        (inked(&page, (10, 10, 100, 50)), lacks(&page).iter().map(|(lack, _)| *lack).collect::<Vec<_>>())
    };
    assert_eq!(nested(40, "10 10 100 50 re f"), (true, vec![]));
    assert_eq!(nested(40, "10 10 100 50 re f /Odd sh"), (true, vec![Lack::Object]));
    assert_eq!(nested(50, "10 10 100 50 re f"), (true, vec![]), "as deep as the renderer goes");
    assert_eq!(nested(51, "10 10 100 50 re f"), (false, vec![Lack::Nested]));
}

#[test]
fn text_that_is_not_to_be_seen_next_to_text_that_is_is_said() {
    let lettered = |resources: &str, more: &str| said(resources, &format!("{SEEN}{more}"), &[]);
    let words = "BT /F 30 Tf 50 100 Td (Words) Tj ET";
    let unseen = [(Lack::Unseen, String::new())];
    assert_eq!(lettered("", words), []);
    assert_eq!(lettered("", &format!("3 Tr {words}")), unseen, "not drawn");
    assert_eq!(lettered("", &format!("1 g {words}")), unseen, "white on white");
    assert_eq!(lettered("", &words.replace("50 100", "2000 100")), unseen, "outside the page");
    assert_eq!(lettered("", &format!("q 0 0 1 1 re W n {words} Q")), unseen, "clipped away");
    assert_eq!(lettered("", &format!("{words} 0 g 20 80 250 60 re f")), unseen, "covered");
    assert_eq!(lettered("", &words.replace("/F 30", "/F 0")), unseen, "without size");
    assert_eq!(lettered("/ExtGState << /G << /ca 0 >> >>", &format!("/G gs {words}")), unseen, "clear");
    assert_eq!(lettered("", &format!("0.5 g 20 80 250 60 re f 1 g {words}")), [], "white on grey is seen");
}

#[test]
fn media_that_an_appearance_stands_for_are_named() {
    let look = stream("/Type /XObject /Subtype /Form /BBox [0 0 200 60]", b"0 0 200 60 re f");
    for kind in ["RichMedia", "Screen", "Sound", "3D", "Movie", "Redact"] {
        let annotation = format!("<< /Type /Annot /Subtype /{kind} /Rect [50 100 250 160] /AP << /N 6 0 R >> >>");
        let page = shown(&page("", "/Annots [5 0 R]", b"", &[annotation.into_bytes(), look.clone()]));
        assert_eq!(lacks(&page), [(Lack::Annotation, kind)]);
    }
}

#[test]
fn a_pop_up_that_says_something_of_its_own_is_named_and_read() {
    let with = |entries: &str| {
        let pop_up = format!("<< /Type /Annot /Subtype /Popup /Rect [50 100 250 160] {entries} >>").into_bytes();
        let note = b"<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (note) >>".to_vec();
        page("", "/Annots [5 0 R 6 0 R]", b"", &[pop_up, note])
    };
    assert_eq!(lacks(&shown(&with(""))), []);
    assert_eq!(lacks(&shown(&with("/Parent 6 0 R /Contents (note)"))), [], "its note says it");
    for said in
        ["/Contents (NOFORN)", "/F 2 /Contents (NOFORN)", "/Parent 6 0 R /Contents (NOFORN)", "/RC (<p>NOFORN</p>)"]
    {
        let pdf = with(said);
        assert_eq!(lacks(&shown(&pdf)), [(Lack::Note, "")], "{said}");
        assert!(
            open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it is read").text.contains("NOFORN"),
            "{said}"
        );
    }
}

#[test]
fn letters_of_which_nobody_knows_the_name_are_named() {
    let font =
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [86 /unknownletter] >> >>";
    let page = lettered(font, WORDS, &[]);
    assert_eq!(lacks(&page).iter().map(|(lack, _)| *lack).collect::<Vec<_>>(), [Lack::Letters]);
    assert!(inked(&page, (45, 90, 75, 140)), "a box stands there");
}

#[test]
fn text_that_is_too_small_for_anyone_is_said() {
    let words = |size: &str| said("", &format!("{SEEN}BT /F {size} Tf 50 100 Td (Words) Tj ET"), &[]);
    assert_eq!(words("0.2"), [(Lack::Unseen, String::new())]);
    assert_eq!(words("6"), []);
}
