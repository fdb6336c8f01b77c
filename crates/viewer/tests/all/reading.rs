//! What is read is what is seen: where a font or an annotation says two things, the page says that they differ.

use ab_glyph::{Font, FontRef};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{FontQuery, StandardFont};
use viewer::{Kind, Lack, Missing};

use super::open;
use super::pdf::{inked, lacks, page, shown, stream};

const PLEX: &[u8] = include_bytes!("../../../paper/fonts/IBMPlexSans-Regular.ttf");

/// A table for readers: what these codes are to be read as. `width` is of a code, in hexadecimal digits.
fn readers(width: usize, codes: &[(u32, &str)]) -> Vec<u8> {
    let utf16 = |text: &str| text.encode_utf16().map(|unit| format!("{unit:04x}")).collect::<String>();
    let pairs: String = codes.iter().map(|(code, text)| format!("<{code:0width$x}> <{}>\n", utf16(text))).collect();
    let (least, most) = ("0".repeat(width), "f".repeat(width));
    let table = format!(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /R def /CMapType 2 def\n\
         1 begincodespacerange <{least}> <{most}> endcodespacerange\n{} beginbfchar\n{pairs}endbfchar\nendcmap end end",
        codes.len()
    );
    stream("", table.as_bytes())
}

/// One page with one font; the font and what it needs are objects from 5 on.
fn said(content: &str, objects: &[Vec<u8>]) -> (Vec<(Lack, String)>, String) {
    let pdf = page("", "/Resources << /Font << /F 5 0 R >> >>", content.as_bytes(), objects);
    let of_page = lacks(&shown(&pdf)).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect();
    let text = open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it is read");
    assert!(shown(&pdf).missing.iter().all(|item| text.missing.contains(item)), "the text says what the page does");
    (of_page, text.text)
}

#[test]
fn a_table_for_readers_that_says_other_letters_than_are_drawn_is_named() {
    let with = |font: &str, codes: &[(u32, &str)]| {
        let font = format!("<< /Type /Font /Subtype /Type1 {font} /ToUnicode 6 0 R >>").into_bytes();
        said("BT /F 30 Tf 50 100 Td (ABa-) Tj ET", &[font, readers(2, codes)])
    };
    let helvetica = "/BaseFont /Helvetica /Encoding /WinAnsiEncoding";
    let honest = [(0x41, "A"), (0x42, "B"), (0x61, "a"), (0x2d, "-")];
    assert_eq!(with(helvetica, &honest), (vec![], "ABa-".to_owned()));
    let another = [(0x41, "N"), (0x42, "O"), (0x61, "a"), (0x2d, "\u{ad}")];
    let differs = |name: &str| vec![(Lack::Differs, name.to_owned())];
    assert_eq!(with(helvetica, &another), (differs("Helvetica"), "NOa\u{ad}".to_owned()));
    assert_eq!(with(helvetica, &[(0x61, "1")]).0, differs("Helvetica"), "one letter is enough");
    assert_eq!(with(helvetica, &[(0x7a, "1")]).0, [], "a letter that is not on the page is not drawn at all");
    let renamed = "/BaseFont /Helvetica /Encoding << /Differences [65 /N /O] >>";
    assert_eq!(with(renamed, &another).0, [], "it draws N and O");
    assert_eq!(with(renamed, &honest).0, differs("Helvetica"));
    assert_eq!(with(helvetica, &[(0x41, " ")]).0, differs("Helvetica"), "a letter that is read as nothing");
}

#[test]
fn a_font_in_the_file_is_asked_what_its_shapes_are() {
    let face = FontRef::try_from_slice(PLEX).expect("it is a font");
    let (a, one, ligature) = (face.glyph_id('A').0, face.glyph_id('1').0, face.glyph_id('ﬁ').0);
    let descriptor = |file: &str| {
        format!("<< /Type /FontDescriptor /FontName /Plex /Flags 4 /FontBBox [0 0 1000 1000] {file} >>").into_bytes()
    };
    let by_number = |codes: &[(u32, &str)]| {
        let font = b"<< /Type /Font /Subtype /Type0 /BaseFont /Plex /Encoding /Identity-H /DescendantFonts [7 0 R] \
                     /ToUnicode 6 0 R >>";
        let below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plex /CIDToGIDMap /Identity /CIDSystemInfo \
                      << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>";
        let objects =
            [font.to_vec(), readers(4, codes), below.to_vec(), descriptor("/FontFile2 9 0 R"), stream("", PLEX)];
        said(&format!("BT /F 30 Tf 50 100 Td <{a:04x}{one:04x}{ligature:04x}> Tj ET"), &objects).0
    };
    let codes = |second: &'static str| [(u32::from(a), "A"), (u32::from(one), second), (u32::from(ligature), "fi")];
    assert_eq!(by_number(&codes("1")), []);
    assert_eq!(by_number(&codes("7")), [(Lack::Differs, "Plex".to_owned())]);
    let simple = |codes: &[(u32, &str)]| {
        let font = b"<< /Type /Font /Subtype /TrueType /BaseFont /Plex /Encoding /WinAnsiEncoding /ToUnicode 6 0 R \
                     /FontDescriptor 7 0 R >>";
        let objects = [
            font.to_vec(),
            readers(2, codes),
            String::from_utf8(descriptor("/FontFile2 8 0 R"))
                .expect("it is plain")
                .replace("/Flags 4", "/Flags 32")
                .into(),
            stream("", PLEX),
        ];
        said("BT /F 30 Tf 50 100 Td (A1) Tj ET", &objects).0
    };
    assert_eq!(simple(&[(0x41, "A"), (0x31, "1")]), []);
    assert_eq!(simple(&[(0x41, "A"), (0x31, "7")]), [(Lack::Differs, "Plex".to_owned())]);
    let (program, _) = (InterpreterSettings::default().font_resolver)(&FontQuery::Standard(StandardFont::TimesRoman))
        .expect("the renderer brings it");
    let built_in = |codes: &[(u32, &str)]| {
        let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Own /ToUnicode 6 0 R /FontDescriptor 7 0 R >>";
        let program = stream("", (*program).as_ref());
        said(
            "BT /F 30 Tf 50 100 Td (A1) Tj ET",
            &[font.to_vec(), readers(2, codes), descriptor("/FontFile 8 0 R"), program],
        )
        .0
    };
    assert_eq!(built_in(&[(0x41, "A"), (0x31, "1")]), []);
    assert_eq!(
        built_in(&[(0x41, "A"), (0x31, "7")]),
        [(Lack::Differs, "Own".to_owned())],
        "by the encoding in its file"
    );
}

#[test]
fn drawn_letters_have_names_too() {
    let with = |read: &str| {
        let font =
            b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs \
                     << /A 7 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [1000] \
                     /ToUnicode 6 0 R >>";
        let drawing = stream("", b"1000 0 0 0 800 800 d1 0 0 800 800 re f");
        said("BT /F 30 Tf 50 100 Td (A) Tj ET", &[font.to_vec(), readers(2, &[(0x41, read)]), drawing]).0
    };
    assert_eq!(with("A"), []);
    assert_eq!(with("B"), [(Lack::Differs, "F".to_owned())]);
}

/// The font without the tables in which it says what its shapes are, as many programs write it into a file.
fn silent() -> Vec<u8> {
    let mut font = PLEX.to_vec();
    for (table, nothing) in [(b"cmap", b"cmaq"), (b"post", b"posu")] {
        let at = font.windows(4).position(|four| four == table).expect("the font has this table");
        font[at..at + 4].copy_from_slice(nothing);
    }
    font
}

/// What a page says that draws these letters with a font that says nothing of them, where they are read as others.
fn silently(letters: &[(char, &str)]) -> Vec<(Lack, String)> {
    let face = FontRef::try_from_slice(PLEX).expect("it is a font");
    let codes: Vec<(u32, &str)> = letters.iter().map(|(c, read)| (u32::from(face.glyph_id(*c).0), *read)).collect();
    let shown: String = codes.iter().map(|(code, _)| format!("{code:04x}")).collect();
    let font = b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Plex /Encoding /Identity-H /DescendantFonts [7 0 R] \
                 /ToUnicode 6 0 R >>";
    let below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Plex /CIDToGIDMap /Identity /CIDSystemInfo \
                  << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R >>";
    let descriptor =
        b"<< /Type /FontDescriptor /FontName /Plex /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 9 0 R >>".to_vec();
    let objects = [font.to_vec(), readers(4, &codes), below.to_vec(), descriptor, stream("", &silent())];
    said(&format!("BT /F 8 Tf 20 100 Td <{shown}> Tj ET"), &objects).0
}

#[test]
fn the_shapes_of_a_font_that_says_nothing_are_compared_with_those_of_letters() {
    let honest: Vec<(char, String)> = "Deliver 120 kits to Ninove".chars().map(|c| (c, c.to_string())).collect();
    let honest: Vec<(char, &str)> = honest.iter().map(|(c, read)| (*c, read.as_str())).collect();
    assert_eq!(silently(&honest), []);
    let differs = [(Lack::Differs, "Plex".to_owned())];
    for (drawn, read) in [('1', "7"), ('7', "1"), ('A', "N"), ('x', "e"), ('K', "SECRET")] {
        assert_eq!(silently(&[('D', "D"), ('e', "e"), ('l', "l"), (drawn, read)]), differs, "{drawn} read as {read}");
    }
    assert_eq!(silently(&[('é', "é"), ('ç', "ç"), ('.', "."), ('n', "n"), ('s', "s")]), []);
}

#[test]
fn a_font_of_which_nobody_knows_what_it_draws_is_named() {
    let uncompared = [(Lack::Uncompared, "Plex".to_owned())];
    assert_eq!(silently(&[('Б', "Б"), ('Ж', "Д")]), uncompared);
    assert_eq!(silently(&[('A', "密")]), uncompared, "a Latin letter that is read as a Chinese one");
    assert_eq!(silently(&[('+', "÷")]), [], "signs are not compared");
    let drawn = |read: &str| {
        let font = b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [.001 0 0 .001 0 0] \
                     /CharProcs << /g1 7 0 R >> /Encoding << /Differences [65 /g1] >> /FirstChar 65 /LastChar 65 \
                     /Widths [1000] /ToUnicode 6 0 R >>";
        let drawing = stream("", b"1000 0 0 0 800 800 d1 0 0 800 800 re f");
        said("BT /F 30 Tf 50 100 Td (A) Tj ET", &[font.to_vec(), readers(2, &[(0x41, read)]), drawing]).0
    };
    assert_eq!(drawn("A"), [(Lack::Uncompared, "F".to_owned())]);
    assert_eq!(drawn("→"), []);
}

#[test]
fn a_character_has_the_number_that_its_collection_gives_it() {
    let face = FontRef::try_from_slice(PLEX).expect("it is a font");
    // In Adobe-Japan1, A is 34 and B is 35. `drawn`: the shape that the file gives to 34.
    let with = |encoding: &str, drawn: char, read: &str, cmap: &[u8]| {
        let font = format!(
            "<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin /Encoding {encoding} /DescendantFonts [7 0 R] \
             /ToUnicode 6 0 R >>"
        );
        let below = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Ryumin /CIDToGIDMap 10 0 R /CIDSystemInfo \
                      << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 8 0 R >>";
        let descriptor =
            b"<< /Type /FontDescriptor /FontName /Ryumin /Flags 4 /FontBBox [0 0 1000 1000] /FontFile2 9 0 R >>";
        let shapes: Vec<u8> = (0..36)
            .map(|number| match number {
                34 => face.glyph_id(drawn).0,
                35 => face.glyph_id('B').0,
                _ => 0,
            })
            .flat_map(u16::to_be_bytes)
            .collect();
        let objects = [
            font.into_bytes(),
            readers(4, &[(0x41, read)]),
            below.to_vec(),
            descriptor.to_vec(),
            stream("", &silent()),
            stream("", &shapes),
            stream("", cmap),
        ];
        said("BT /F 30 Tf 50 100 Td <0041> Tj ET", &objects).0
    };
    let differs = [(Lack::Differs, "Ryumin".to_owned())];
    assert_eq!(with("/UniJIS-UTF16-H", 'A', "A", b""), []);
    assert_eq!(with("/UniJIS-UTF16-H", 'A', "B", b""), differs, "the number is that of A");
    assert_eq!(with("/UniJIS-UTF16-H", 'K', "A", b""), differs, "the shape is another one's");
    // An encoding in the file, under the name of one that everybody has.
    let lying = b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) \
                  /Ordering (Japan1) /Supplement 2 >> def /CMapName /UniJIS-UTF16-H def /CMapType 1 def \
                  1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidchar <0041> 35 endcidchar \
                  endcmap end end";
    assert_eq!(with("11 0 R", 'A', "A", lying), differs, "it draws B");
    assert_eq!(with("11 0 R", 'A', "B", lying), []);
}

/// What a page says of letters that are shown within such a mark, and what is read of it.
fn marked(before: &str, shown: &str) -> (Vec<(Lack, String)>, String) {
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec();
    said(&format!("{before} BDC BT /F 20 Tf 50 100 Td [{shown} 40 ()] TJ ET EMC"), &[font])
}

#[test]
fn a_text_that_is_read_in_place_of_what_is_drawn_and_says_something_else_is_named_and_read() {
    let (lacks, text) = marked("/Span << /ActualText (RELEASABLE) >>", "(NOT FOR FRANCE)");
    assert_eq!(lacks, [(Lack::Instead, "RELEASABLE".to_owned())]);
    assert!(text.contains("NOT FOR FRANCE") && text.contains("RELEASABLE"), "{text}");
    assert_eq!(marked("/Span << /ActualText () >>", "(SECRET)").0, [(Lack::Instead, String::new())], "read as nothing");
    for (instead, drawn) in [
        ("(Caf\\351)", "(Caf\\351)"),
        ("<feff00ad>", "(-)"),
        ("<feff0009>", "( )"),
        ("(office)", "(OF) 20 (FICE)"),
        ("<feff2192>", "(>)"),
        ("(e-mail)", "(e mail)"),
    ] {
        assert_eq!(marked(&format!("/Span << /ActualText {instead} >>"), drawn).0, [], "{instead} for {drawn}");
    }
    let nowhere = said("/Span << /ActualText (NO FORN) >> BDC 10 10 50 50 re f EMC", &[]);
    assert_eq!(nowhere.0, [(Lack::Aside, "NO FORN".to_owned())], "it stands for a drawing");
    assert!(nowhere.1.contains("NO FORN"));
    assert_eq!(
        said("/Span << /ActualText (NO FORN) >> BDC", &[]).0,
        [(Lack::Aside, "NO FORN".to_owned())],
        "never ended"
    );
}

#[test]
fn a_description_that_says_what_is_on_no_page_is_named_and_read() {
    assert_eq!(marked("/Figure << /Alt (Purpose) >>", "(Purpose of it)").0, []);
    let (lacks, text) = marked("/Figure << /Alt (SOURCE: BERLIN) >>", "(Purpose)");
    assert_eq!(lacks, [(Lack::Aside, "SOURCE: BERLIN".to_owned())]);
    assert!(text.contains("SOURCE: BERLIN"), "{text}");
    let structured = |element: &str| {
        let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec();
        let root = b"<< /Type /StructTreeRoot /K [7 0 R] >>".to_vec();
        let element = format!("<< /Type /StructElem /S /Span {element} /K [<< /Type /MCR /MCID 4 >>] >>").into_bytes();
        let pdf = page(
            "/StructTreeRoot 6 0 R",
            "/Resources << /Font << /F 5 0 R >> >>",
            b"/P << /MCID 4 >> BDC BT /F 20 Tf 50 100 Td (SECRET) Tj ET EMC",
            &[font, root, element],
        );
        lacks_of(&pdf)
    };
    assert_eq!(structured("/ActualText (secret)"), []);
    assert_eq!(structured("/ActualText (for all)"), [(Lack::Instead, "for all".to_owned())]);
    assert_eq!(structured("/Alt (NATO only)"), [(Lack::Aside, "NATO only".to_owned())]);
    assert_eq!(structured("/E (Strictly for you)"), [(Lack::Aside, "Strictly for you".to_owned())]);
    // Without a number of its own, as it stands within the root.
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec();
    let root = b"<< /Type /StructTreeRoot /K << /S /Span /ActualText (for all) /K 4 >> >>".to_vec();
    let content = b"/P << /MCID 4 >> BDC BT /F 20 Tf 50 100 Td (SECRET) Tj ET EMC";
    let pdf = page("/StructTreeRoot 6 0 R", "/Resources << /Font << /F 5 0 R >> >>", content, &[font, root]);
    assert_eq!(lacks_of(&pdf), [(Lack::Instead, "for all".to_owned())]);
}

fn lacks_of(pdf: &[u8]) -> Vec<(Lack, String)> {
    lacks(&shown(pdf)).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect()
}

/// What a page with this annotation says, and what is read of it.
fn annotated(entries: &str, more: &[Vec<u8>]) -> (Vec<(Lack, String)>, String) {
    let annotation = format!("<< /Type /Annot /Rect [50 100 250 140] {entries} >>").into_bytes();
    let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let pdf = page(
        "/AcroForm << /Fields [5 0 R] >>",
        &format!("/Annots [5 0 R] {font}"),
        b"BT /F 12 Tf 50 250 Td (Purpose) Tj ET",
        &[vec![annotation], more.to_vec()].concat(),
    );
    let page = shown(&pdf);
    let of_page = lacks(&page).into_iter().map(|(lack, name)| (lack, name.to_owned())).collect();
    (of_page, open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it is read").text)
}

#[test]
fn a_rich_text_that_says_something_else_than_the_plain_one_is_named_and_read() {
    let both = |rich: &str| annotated(&format!("/Subtype /FreeText /Contents (R&D: caf\\351) /RC ({rich})"), &[]);
    assert_eq!(both("<body><p>R&amp;D: caf&#233;</p></body>").0, [], "the same with marks");
    let (lacks, text) = both("<body><p>NOT RELEASABLE</p></body>");
    assert_eq!(lacks, [(Lack::Note, String::new())]);
    assert!(text.contains("café") && text.contains("NOT RELEASABLE"), "{text}");
    let field = |rich: &str| annotated(&format!("/Subtype /Widget /FT /Tx /T (f) /V (yes) /RV ({rich})"), &[]);
    assert_eq!(field("<p>yes</p>").0, []);
    let (lacks, text) = field("<p>no</p>");
    assert_eq!(lacks, [(Lack::Field, "f".to_owned())]);
    assert!(text.contains("yes") && text.contains("no"), "{text}");
}

#[test]
fn what_is_shown_only_when_somebody_points_at_it_is_named_and_read() {
    let aside = vec![(Lack::Aside, String::new())];
    for said in [
        "/Subtype /Widget /FT /Tx /T (f) /TU (SOURCE: BERLIN)",
        "/Subtype /Widget /FT /Tx /T (f) /DV (SOURCE: BERLIN)",
        "/Subtype /Widget /FT /Ch /T (f) /DV (b) /Opt [[(b) (SOURCE: BERLIN)]]",
        "/Subtype /Widget /FT /Btn /Ff 65536 /T (f) /MK << /CA (Purpose) /RC (SOURCE: BERLIN) >>",
        "/Subtype /Link /Contents (SOURCE: BERLIN)",
        "/Subtype /Link /RC (<p>SOURCE: BERLIN</p>)",
        "/Subtype /Widget /FT /Tx /T (f) /V (Purpose) /DV (SOURCE: BERLIN)",
    ] {
        let (lacks, text) = annotated(said, &[]);
        assert_eq!(lacks, aside, "{said}");
        assert!(text.contains("SOURCE: BERLIN"), "{said}: {text}");
    }
    for plain in [
        "/Subtype /Widget /FT /Tx /T (f) /TU (f)",
        "/Subtype /Widget /FT /Tx /T (f) /V (same) /DV (same)",
        "/Subtype /Widget /FT /Btn /T (f) /DV /Off",
        "/Subtype /Link /Contents (Purpose)",
        "/Subtype /Widget /FT /Tx /T (f) /TU (Purpose)",
    ] {
        assert_eq!(annotated(plain, &[]).0, [], "{plain}");
    }
    let look = |text: &str| {
        let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
        stream(&format!("/BBox [0 0 200 40] {font}"), format!("BT /F 10 Tf 2 6 Td ({text}) Tj ET").as_bytes())
    };
    let pointed = |other: &str| {
        annotated(
            "/Subtype /Widget /FT /Btn /Ff 65536 /T (f) /AP << /N 6 0 R /R 7 0 R >>",
            &[look("press"), look(other)],
        )
    };
    assert_eq!(pointed("press").0, []);
    assert_eq!(pointed("BERLIN").0, aside);
    let nowhere = b"<< /FT /Tx /T (f) /DV (ON NO PAGE) >>".to_vec();
    let nowhere = shown(&page("/AcroForm << /Fields [5 0 R] >>", "", b"", &[nowhere]));
    assert_eq!(nowhere.missing, [Missing::new(Lack::Aside, "f", 1)]);
    assert!(!inked(&nowhere, (50, 100, 250, 140)));
}
