//! Pictures of a PDF of which nothing is to be seen, and others in their place.

use viewer::Lack;

use super::pdf::{lacks, page, shown, stream};

const RGB: &str = "/Type /XObject /Subtype /Image /Width 16 /Height 16 /BitsPerComponent 8 /ColorSpace /DeviceRGB";

/// Left half black, right half yellow.
fn halves() -> Vec<u8> {
    (0..256).flat_map(|pixel| if pixel % 16 < 8 { [0; 3] } else { [255, 255, 0] }).collect()
}

/// What a page lacks on which this picture is drawn, with these instructions around it.
fn drawn(entries: &str, data: &[u8], before: &str, after: &str, more: &[Vec<u8>]) -> Vec<(Lack, String)> {
    let content = format!("{before} q 200 0 0 200 50 50 cm /X Do Q {after}");
    let objects = [vec![stream(&format!("{RGB} {entries}"), data)], more.to_vec()].concat();
    let resources = "/Resources << /XObject << /X 5 0 R >> /ExtGState << /G << /ca 0 >> /S << /SMask << /S /Luminosity /G 7 0 R >> >> >> >>";
    let page = shown(&page("", resources, content.as_bytes(), &objects));
    lacks(&page).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect()
}

fn unseen() -> Vec<(Lack, String)> {
    vec![(Lack::UnseenPicture, "16 × 16".to_owned())]
}

fn mask(data: &[u8]) -> Vec<u8> {
    let entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    stream(entries, data)
}

#[test]
fn a_picture_that_its_mask_hides_wholly_is_named() {
    let grey = "0.5 g 0 0 300 300 re f 0 g 60 60 10 10 re f";
    for around in ["", grey] {
        assert_eq!(drawn("", &halves(), around, "", &[]), [], "it is seen");
        assert_eq!(drawn("/SMask 6 0 R", &halves(), around, "", &[mask(b"\x80")]), [], "it is seen through");
        assert_eq!(drawn("/SMask 6 0 R", &halves(), around, "", &[mask(b"\0")]), unseen());
        assert_eq!(drawn("/Mask [0 255 0 255 0 255]", &halves(), around, "", &[]), unseen());
        assert_eq!(drawn("/Mask [0 0 0 0 0 0]", &halves(), around, "", &[]), [], "half of it");
        let stencil = stream("/Type /XObject /Subtype /Image /Width 8 /Height 1 /ImageMask true", b"\xff");
        assert_eq!(drawn("/Mask 6 0 R", &halves(), around, "", &[stencil]), unseen());
    }
}

#[test]
fn a_picture_that_is_transparent_covered_or_outside_the_page_is_named() {
    assert_eq!(drawn("", &halves(), "/G gs", "", &[]), unseen());
    assert_eq!(drawn("", &halves(), "0.5 g 0 0 300 300 re f 0 g 60 60 10 10 re f /G gs", "", &[]), unseen());
    assert_eq!(drawn("", &halves(), "", "1 g 40 40 220 220 re f", &[]), unseen());
    assert_eq!(drawn("", &halves(), "", "1 g 40 40 100 220 re f", &[]), [], "in part");
    assert_eq!(drawn("", &halves(), "0 0 10 10 re W n", "", &[]), unseen());
    assert_eq!(drawn("", &halves(), "1 0 0 1 400 0 cm", "", &[]), unseen());
    let group = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceGray >>",
        b"0 g 0 0 300 300 re f",
    );
    assert_eq!(drawn("", &halves(), "/S gs", "", &[mask(b"\0"), group]), unseen());
    assert_eq!(drawn("", &[250; 768], "", "", &[]), [], "an empty sheet hides nothing");
    assert_eq!(drawn("", &[250; 768], "1 0 0 1 400 0 cm", "", &[]), []);
}

#[test]
fn another_picture_in_the_place_of_one_is_named() {
    let other = stream(RGB, &[0; 768]);
    let alternate = drawn("/Alternates [<< /Image 6 0 R /DefaultForPrinting true >>]", &halves(), "", "", &[other]);
    assert_eq!(alternate, [(Lack::Alternate, "16 × 16".to_owned())]);
    let open = "/OPI << /2.0 << /Type /OPI /Version 2.0 /F (secret.tif) >> >>";
    assert_eq!(drawn(open, &halves(), "", "", &[]), [(Lack::Outside, "secret.tif".to_owned())]);
}
