//! What stands in a PDF at a place that nobody looks at: the page says that it is there.

use viewer::Lack;

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
