//! What fields and notes look like by the file, and whether that is what they say.

use viewer::{Kind, Lack};

use super::open;
use super::pdf::{inked, lacks, page, shown, stream};

const FONT: &str = "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/// One annotation, as object 5, and what it refers to.
fn annotated(annotation: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let entries = b"<< /Type /Annot /Rect [50 100 250 140] ".as_slice();
    let object = [entries, annotation, b" >>"].concat();
    page("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]", b"", &[vec![object], more.to_vec()].concat())
}

/// A look: object 6 and so on, by their order.
fn look(resources: &str, data: &[u8]) -> Vec<u8> {
    let entries =
        format!("/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << {FONT} >> {resources} >>");
    stream(&entries, data)
}

fn words(text: &[u8]) -> Vec<u8> {
    [b"BT /F 10 Tf 2 10 Td (".as_slice(), text, b") Tj ET"].concat()
}

fn picture() -> Vec<u8> {
    let entries = "/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    stream(entries, &[0x60; 16])
}

/// What is told of it, with the names, and its text.
fn told(pdf: &[u8]) -> (Vec<(Lack, String)>, String) {
    let page = shown(pdf);
    let text = open(Kind::Pdf, pdf).expect("it opens").text(0).expect("it has a page").text;
    (lacks(&page).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect(), text)
}

fn one(lack: Lack, name: &str) -> Vec<(Lack, String)> {
    vec![(lack, name.to_owned())]
}

fn field(value: &[u8]) -> Vec<u8> {
    [b"/Subtype /Widget /FT /Tx /T (caveat) /AP << /N 6 0 R >> /V (".as_slice(), value, b")"].concat()
}

#[test]
fn a_field_that_looks_like_another_value_is_told_whatever_its_letters() {
    let of = |value: &[u8], shown: &[u8]| told(&annotated(&field(value), &[look("", &words(shown))])).0;
    assert_eq!(of(b"DIFFUSION LIMIT\xc9E", b"DIFFUSION LIMIT\xc9E"), []);
    assert_eq!(of(b"\xfe\xff\0c\0a\0f\0\xe9", b"caf\xe9"), [], "UTF-16");
    assert_eq!(of(b"cafe\x80 \x8d", b"cafe\x95 \x93"), [], "a dot and a quotation mark in two encodings");
    let cases: [(&[u8], &[u8]); 6] = [
        (b"DIFFUSION LIMIT\xc9E BELGIQUE", b"DIFFUSION \xc9LARGIE FRANCE"),
        (b"DIFFUSION LIMITEE", b"DIFFUSION \xc9LARGIE"),
        (b"\xc9LARGIE", b"LIMITEE"),
        (b"REL TO BEL", b"REL TO BEL, FRA"),
        (b"REL TO BEL, FRA", b"REL TO BEL"),
        (b"", b"REL TO FRA"),
    ];
    for (value, shown) in cases {
        assert_eq!(of(value, shown), one(Lack::Field, "caveat"), "{}", String::from_utf8_lossy(shown));
    }
}

#[test]
fn a_look_is_read_with_its_fonts_and_through_the_forms_in_it() {
    let told_of = |more: &[Vec<u8>]| told(&annotated(&field(b"REL TO BEL"), more));
    let differences = |first: &str, content: &[u8]| {
        let font = format!(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 {first} /E /L /T /O /B /space] >> >>"
        );
        let entries = "/Type /XObject /Subtype /Form /BBox [0 0 200 40] /Resources << /Font << /F 7 0 R >> >>";
        told_of(&[stream(entries, content), font.into_bytes()]).0
    };
    let codes = b"BT /F 10 Tf 2 10 Td <0102030704050706 0203> Tj ET";
    assert_eq!(differences("/R", codes), []);
    assert_eq!(differences("/D", codes), one(Lack::Field, "caveat"));
    let nested = |inner: &[u8]| {
        let outer = |number: u32| look(&format!("/XObject << /I {number} 0 R >>"), b"/I Do");
        told_of(&[outer(7), outer(8), look("", inner)])
    };
    assert_eq!(nested(&words(b"REL TO BEL")).0, []);
    let (lacks, text) = nested(&words(b"REL TO FRA"));
    assert_eq!(lacks, one(Lack::Field, "caveat"));
    assert!(text.contains("REL TO FRA") && text.contains("REL TO BEL"), "{text}");
    let itself = look("/XObject << /I 6 0 R >>", b"/I Do BT /F 10 Tf 2 10 Td (REL TO BEL) Tj ET");
    assert!(!told_of(&[itself]).0.is_empty(), "a look in itself comes to an end");
}

#[test]
fn what_a_look_does_not_draw_is_not_what_it_shows() {
    let of = |data: &[u8]| annotated(&field(b"REL TO BEL"), &[look("", data)]);
    let invisible = of(b"BT 3 Tr /F 10 Tf 2 10 Td (REL TO BEL) Tj ET");
    assert!(inked(&shown(&invisible), (55, 104, 100, 136)), "the value is drawn in its place");
    assert_eq!(told(&of(b"0 0 200 40 re S")).0, [], "only a frame: the value is drawn in it");
}

#[test]
fn a_look_that_cannot_be_read_is_told_with_what_it_stands_for() {
    let drawn = look("/XObject << /I 7 0 R >>", b"200 0 0 40 0 0 cm /I Do");
    let (lacks, text) = told(&annotated(&field(b"REL TO BEL ONLY"), &[drawn.clone(), picture()]));
    assert_eq!(lacks, one(Lack::LookUncompared, "REL TO BEL ONLY (caveat)"));
    assert!(text.contains("REL TO BEL ONLY"));
    let choice = b"/Subtype /Widget /FT /Ch /T (c) /Opt [[(a) (BEL)] [(b) (FRA)]] /V (b) /AP << /N 6 0 R >>";
    assert_eq!(told(&annotated(choice, &[drawn.clone(), picture()])).0, one(Lack::LookUncompared, "FRA (c)"));
    // Which of all that can be chosen is chosen, only a ground tells.
    assert_eq!(told(&annotated(choice, &[look("", &words(b"BEL FRA"))])).0, one(Lack::LookUncompared, "FRA (c)"));
    assert_eq!(told(&annotated(choice, &[look("", &words(b"FRA"))])).0, []);
    assert_eq!(told(&annotated(choice, &[look("", &words(b"BEL"))])).0, one(Lack::Field, "c"));
    let secret = [field(b"hunter2").as_slice(), b" /Ff 8192"].concat();
    assert_eq!(told(&annotated(&secret, &[drawn.clone(), picture()])).0, one(Lack::LookUncompared, "caveat"));
    let note = b"/Subtype /FreeText /Contents (NOT FOR FRA) /AP << /N 6 0 R >>";
    let (lacks, text) = told(&annotated(note, &[drawn, picture()]));
    assert_eq!(lacks, one(Lack::LookUncompared, "NOT FOR FRA"));
    assert!(text.contains("NOT FOR FRA"));
    let outlines: String =
        (0..12).map(|at| format!("{} 4 m {0} 9 {0} 14 20 20 c 9 9 l 3 8 l 4 4 l 5 2 l h f ", at * 10)).collect();
    let (lacks, _) = told(&annotated(note, &[look("", outlines.as_bytes())]));
    assert_eq!(lacks, one(Lack::LookUncompared, "NOT FOR FRA"), "letters may be drawn as lines");
}

#[test]
fn a_free_text_that_looks_like_another_one_is_told() {
    let of = |shown: &[u8]| {
        let note = b"/Subtype /FreeText /Contents (DIFFUSION LIMIT\xc9E) /AP << /N 6 0 R >>";
        told(&annotated(note, &[look("", shown)]))
    };
    assert_eq!(of(&words(b"DIFFUSION LIMIT\xc9E")).0, []);
    for other in [words(b"DIFFUSION \xc9LARGIE"), words(b"DIFFUSION LIMIT\xc9E FRANCE"), b"9 9 20 20 re f".to_vec()] {
        let (lacks, text) = of(&other);
        assert_eq!(lacks, one(Lack::Note, ""));
        assert!(text.contains("DIFFUSION LIMITÉE"), "{text}");
    }
}

#[test]
fn a_stamp_tells_what_it_says_besides() {
    let of = |entries: &str, shown: &[u8]| {
        told(&annotated(format!("/Subtype /Stamp {entries} /AP << /N 6 0 R >>").as_bytes(), &[look("", shown)]))
    };
    let approved = words(b"APPROVED");
    assert_eq!(of("", &approved).0, []);
    assert_eq!(of("/Contents (Approved)", &approved).0, [], "it is to be read on it");
    for said in ["/Contents (SOURCE TILLEUL)", "/RC (<body><p>SOURCE TILLEUL</p></body>)"] {
        let (lacks, text) = of(said, &approved);
        assert_eq!(lacks, one(Lack::Note, ""), "{said}");
        assert!(text.contains("SOURCE TILLEUL"), "{said}");
    }
}

#[test]
fn a_stamp_without_a_look_shows_its_name_and_tells_its_comment() {
    let of = |entries: &str| annotated(format!("/Subtype /Stamp {entries}").as_bytes(), &[]);
    let (lacks, text) = told(&of("/Name /TopSecret /Contents (checked by JD)"));
    assert_eq!(lacks, one(Lack::Note, ""));
    assert!(text.contains("TOP SECRET") && text.contains("checked by JD"), "{text}");
    let (lacks, text) = told(&of("/Name /NotForPublicRelease"));
    assert_eq!((lacks, text.as_str()), (vec![], "NOT FOR PUBLIC RELEASE"));
    let (lacks, text) = told(&of("/Contents (checked by JD)"));
    assert_eq!((lacks, text.as_str()), (vec![], "checked by JD"), "it has no other name");
    let alone = shown(&of("/Name /TopSecret"));
    assert_eq!(alone.rgb, shown(&of("/Name /TopSecret /Contents (Top Secret)")).rgb, "said once");
}

#[test]
fn a_box_that_looks_otherwise_than_its_field_says_is_told() {
    let ticked = stream("/BBox [0 0 20 20]", b"0 0 20 20 re f");
    let empty = stream("/BBox [0 0 20 20]", b"q Q");
    let framed = stream("/BBox [0 0 20 20]", b"0 0 20 20 re S");
    let of = |entries: &str, off: &[u8]| {
        let button = format!("/Subtype /Widget /FT /Btn {entries} /AP << /N << /Yes 6 0 R /Off 7 0 R >> >>");
        told(&annotated(button.as_bytes(), &[ticked.clone(), off.to_vec()])).0
    };
    for off in [&empty, &framed] {
        for right in [
            "/T (b) /V /Yes /AS /Yes",
            "/T (b) /V /Off /AS /Off",
            "/T (b) /AS /Off",
            "/T (b)",
            "/Parent << /T (b) /V /Other >> /AS /Off",
            "/T (b) /Opt [(BEL)] /V (BEL) /AS /Yes",
        ] {
            assert_eq!(of(right, off), [], "{right}");
        }
        for other in [
            "/T (b) /V /Yes /AS /Off",
            "/T (b) /V /Off /AS /Yes",
            "/T (b) /AS /Yes",
            "/T (b) /V /Other /AS /Off",
            "/Parent << /T (b) /V /Yes >> /AS /Off",
            "/Parent << /T (b) /V /Other /Ff 32768 >> /AS /Yes",
        ] {
            assert_eq!(of(other, off), one(Lack::Field, "b"), "{other}");
        }
    }
    assert_eq!(of("/T (b) /V /Yes", &framed), one(Lack::Field, "b"), "it looks as if it were off");
    assert_eq!(of("/T (b) /V /On /AS /On", &framed), one(Lack::Field, "b"), "it has no such look");
    let plain =
        |entries: &str| told(&annotated(format!("/Subtype /Widget /FT /Btn /T (b) {entries}").as_bytes(), &[])).0;
    assert_eq!(plain("/V /Yes /AS /Off"), one(Lack::Field, "b"), "without any look");
}

#[test]
fn who_wrote_a_note_and_what_about_can_be_read() {
    let of = |entries: &str| {
        let drawn = look("", b"1 0 0 rg 0 0 180 40 re f");
        told(&annotated(format!("/AP << /N 6 0 R >> {entries}").as_bytes(), &[drawn]))
    };
    for said in [
        "/Subtype /Square /Subj (SOURCE TILLEUL)",
        "/Subtype /Text /T (SOURCE TILLEUL)",
        "/Subtype /PrinterMark /Contents (SOURCE TILLEUL)",
    ] {
        let (lacks, text) = of(said);
        assert_eq!(lacks, one(Lack::Aside, ""), "{said}");
        assert!(text.contains("SOURCE TILLEUL"), "{said}");
    }
    for silent in
        ["/Subtype /Square /Subj (Square)", "/Subtype /Highlight /Subj (Comment on Text)", "/Subtype /Square /T ()"]
    {
        assert_eq!(of(silent), (vec![], String::new()), "{silent}");
    }
}

#[test]
fn the_address_of_a_link_can_be_read_and_one_that_is_not_of_the_web_is_told() {
    let of = |action: &str| {
        let link = format!("/Subtype /Link /A << {action} >>").into_bytes();
        let text = format!("/Resources << /Font << {FONT} >> >>");
        let object = [b"<< /Type /Annot /Rect [50 100 250 140] ".as_slice(), &link, b" >>"].concat();
        let content = b"BT /F 10 Tf 50 200 Td (see www.zegel.example/a) Tj ET";
        told(&page("", &format!("{text} /Annots [5 0 R]"), content, &[object]))
    };
    for read in ["/S /URI /URI (https://www.zegel.example/a)", "/S /URI /URI (http://www.zegel.example/a/)"] {
        assert_eq!(of(read), (vec![], "see www.zegel.example/a".to_owned()), "{read}");
    }
    let (lacks, text) = of("/S /URI /URI (https://x.example/TILLEUL)");
    assert_eq!((lacks, text.as_str()), (vec![], "see www.zegel.example/a\nhttps://x.example/TILLEUL"));
    for (told, address) in [
        ("/S /URI /URI (file://server/share/TILLEUL.doc)", "file://server/share/TILLEUL.doc"),
        ("/S /URI /URI (https://TILLEUL@x.example/)", "https://TILLEUL@x.example/"),
        ("/S /GoToR /F (../TILLEUL.pdf) /D [0 /Fit]", "../TILLEUL.pdf"),
    ] {
        let (lacks, text) = of(told);
        assert_eq!(lacks, one(Lack::Aside, ""), "{told}");
        assert!(text.contains(address), "{text}");
    }
}
