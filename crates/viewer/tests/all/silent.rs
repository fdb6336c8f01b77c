//! What a document does not say itself, and nobody would miss: parts that are not there, ends that are not there, text that is drawn
//! by a detour. Each is named, or read.

use viewer::{Kind, Lack, ViewError};

use super::enclosed::{office, said, words};
use super::open;
use super::pdf::{page, pdf_of, stream};

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn named(lacks: &[(Lack, String)], of: Lack) -> Vec<&str> {
    lacks.iter().filter(|(lack, _)| *lack == of).map(|(_, name)| name.as_str()).collect()
}

fn related(links: &[(&str, &str, &str)]) -> String {
    let link = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id='{id}' Type='{RELATIONSHIPS}/{kind}' Target='{target}'/>")
    };
    format!("<Relationships>{}</Relationships>", links.iter().map(link).collect::<String>())
}

#[test]
fn a_part_that_an_office_file_refers_to_and_does_not_have_is_named() {
    let body = format!("<w:p xmlns:r='{RELATIONSHIPS}'><w:drawing r:embed='r1' r:link=''/><w:sectPr r:id='r9'/></w:p>");
    let links = related(&[
        ("r1", "image", "media/image1.png"),
        ("r2", "header", "/word/header1.xml"),
        ("r3", "hyperlink", "#here"),
        ("r4", "image", "media/there%201.bin"),
    ]);
    let parts: [(&str, &[u8]); 2] =
        [("word/_rels/document.xml.rels", links.as_bytes()), ("word/media/there 1.bin", b"\x01\x02")];
    let (_, lacks) = words(&body, &parts);
    assert_eq!(named(&lacks, Lack::Object), ["document.xml r9", "word/header1.xml", "word/media/image1.png"]);
    let (_, lacks) = words(&body, &[]);
    assert_eq!(named(&lacks, Lack::Object), ["document.xml r1", "document.xml r9"], "without any list");
}

#[test]
fn a_slide_that_is_not_in_the_file_keeps_its_number_and_is_named() {
    let slide = "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>the second</a:t></a:r></a:p></p:sld>";
    let list = "<p:presentation xmlns:p='p' xmlns:r='r'><p:sldId id='256' r:id='r1'/><p:sldId id='257' r:id='r2'/></p:presentation>";
    let links = related(&[("r1", "slide", "slides/slide1.xml"), ("r2", "slide", "slides/slide2.xml")]);
    let file = office(&[
        ("ppt/presentation.xml", list.as_bytes()),
        ("ppt/_rels/presentation.xml.rels", links.as_bytes()),
        ("ppt/slides/slide2.xml", slide.as_bytes()),
    ]);
    let (text, lacks) = said(Kind::Pptx, &file);
    assert_eq!(text, "[1]\n\n[2]\nthe second\n\n");
    assert_eq!(named(&lacks, Lack::Object), ["ppt/slides/slide1.xml"]);
}

#[test]
fn what_an_open_document_lists_or_shows_and_does_not_have_is_named() {
    let kind = b"application/vnd.oasis.opendocument.text";
    let list = "<m:manifest xmlns:m='m'>\
        <m:file-entry m:full-path='/'/><m:file-entry m:full-path='Configurations2/'/><m:file-entry m:full-path='content.xml'/>\
        <m:file-entry manifest:full-path='Pictures/listed.png'/></m:manifest>"
        .replace(" m:full", " manifest:full");
    let content = "<o:c xmlns:o='o' xmlns:t='t' xmlns:d='d' xmlns:xlink='x'><t:p>text<d:image xlink:href='Pictures/none.png'/>\
        <d:object xlink:href='./Object 1'/><d:object xlink:href='./Object 2'/><t:a xlink:href='beside.odt'>b</t:a>\
        <d:image xlink:href='http://x.example/a.png'/><t:a xlink:href='#place'>p</t:a></t:p></o:c>";
    let file = office(&[
        ("mimetype", kind),
        ("META-INF/manifest.xml", list.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("Object 2/content.xml", b"<o:c xmlns:o='o'/>"),
    ]);
    let (_, lacks) = said(Kind::Odf, &file);
    assert_eq!(named(&lacks, Lack::Object), ["Object 1", "Pictures/listed.png", "Pictures/none.png"]);
}

#[test]
fn of_a_table_a_part_that_does_not_match_its_checksum_is_not_read_as_if_it_did() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{RELATIONSHIPS}'><sheets><sheet name='B' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns='{main}'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c></row></sheetData></worksheet>"
    );
    let strings = format!("<sst xmlns='{main}'><si><t>Bastogne</t></si></sst>");
    let links = related(&[("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")]);
    let top = related(&[("r1", "officeDocument", "xl/workbook.xml")]);
    let types = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    let sound = office(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        // Stored as it is.
        ("mimetype", b""),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ]);
    assert!(said(Kind::Xlsx, &sound).0.contains("Bastogne"));
    // The checksum of a part stands in its list, sixteen bytes after the mark of its line there.
    let mut altered = sound;
    let mut lines = altered.windows(4).enumerate().filter(|(_, mark)| mark == b"PK\x01\x02").map(|(at, _)| at);
    let line = lines.next_back().expect("there is a list");
    altered[line + 16] ^= 1;
    assert!(matches!(open(Kind::Xlsx, &altered), Err(ViewError::Malformed)));
}

#[test]
fn a_rich_text_that_ends_in_the_middle_is_cut_short() {
    let of = |rtf: &[u8]| {
        let (text, lacks) = said(Kind::Rtf, rtf);
        (text, named(&lacks, Lack::CutShort).len(), named(&lacks, Lack::Undecodable).len())
    };
    assert_eq!(of(br"{\rtf1\ansi whole}"), ("whole".to_owned(), 0, 0));
    assert_eq!(of(br"{\rtf1\ansi {\b half"), ("half".to_owned(), 1, 0));
    assert_eq!(of(br"{\rtf1\ansi half\"), ("half".to_owned(), 1, 0));
    assert_eq!(of(b"{\\rtf1\\ansi a{\\pict\\bin99999 \x01\x02}}").1, 1);
    assert_eq!(of(b"{\\rtf1\\ansi a{\\pict\\bin3 {{{}b}"), ("ab".to_owned(), 0, 0));
    let (text, cut, lost) = of(br"{\rtf1\ansi before \'zz behind}");
    assert!(text.contains("before") && text.contains("behind"), "what follows is read: {text}");
    assert_eq!((cut, lost), (0, 1));
}

#[test]
fn text_that_is_painted_through_a_pattern_or_a_mask_is_read() {
    let font = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    let tile = format!(
        "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 20] /XStep 100 /YStep 20 /Resources << {font} >>"
    );
    let tile = stream(&tile, b"BT /F 10 Tf 2 5 Td (PATTERNTEXT) Tj ET");
    let resources = format!("/Resources << {font} /Pattern << /P 5 0 R >> >>");
    let content = b"BT /F 12 Tf 20 250 Td (above) Tj ET /Pattern cs /P scn 0 0 300 200 re f 0 0 200 100 re f BT /F 12 Tf 20 220 Td (below) Tj ET";
    let pdf = page("", &resources, content, &[tile]);
    let read = open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it has a page");
    assert_eq!(read.text, "above\nPATTERNTEXT\nbelow", "once");
    assert_eq!(read.missing, []);
    let group = format!(
        "/Type /XObject /Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency /CS /DeviceGray >> /Resources << {font} >>"
    );
    let group = stream(&group, b"1 g BT /F 40 Tf 20 100 Td (MASKED) Tj ET");
    let resources = "/Resources << /ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> >> >> >>";
    let pdf = page("", resources, b"/G gs 0 0 300 300 re f", &[group]);
    let read = open(Kind::Pdf, &pdf).expect("it opens").text(0).expect("it has a page");
    assert_eq!(read.text.trim(), "MASKED");
}

#[test]
fn a_line_in_the_head_of_a_mail_that_is_no_field_is_read() {
    let mail = "From: a@example.org\nSubject: folded\n on\nno colon line here\n\nbody\n";
    let (text, lacks) = said(Kind::Text, mail.as_bytes());
    assert!(text.contains("no colon line here"), "{text}");
    assert_eq!(named(&lacks, Lack::Apart), ["header"]);
}

#[test]
fn what_a_mail_leaves_packed_or_outside_is_named() {
    let part = |head: &str, body: &str| {
        let mail = format!("From: a@example.org\nSubject: s\nMIME-Version: 1.0\n{head}\n\n{body}\n");
        said(Kind::Text, mail.as_bytes()).1
    };
    assert_eq!(named(&part("Content-Transfer-Encoding: x-yenc", "=ybegin"), Lack::Packed), ["x-yenc"]);
    assert_eq!(named(&part("Content-Transfer-Encoding: 7BIT", "plain"), Lack::Packed).len(), 0);
    assert_eq!(named(&part("X: y", "see\nbegin 644 plan.txt\n#86)C\n`\nend"), Lack::Packed), ["uuencode"]);
    assert_eq!(named(&part("X: y", "begin 644 ways"), Lack::Packed).len(), 0);
    let cut = part("X: y", &format!("see\nbegin 644 plan.txt\nM{}\nM8V%N", "8".repeat(60)));
    assert_eq!(cut, [(Lack::CutShort, "uuencode".to_owned())]);
    let mixed = "Content-Type: multipart/mixed; boundary=x";
    let body = "--x\n\nsee\n--x\nContent-Type: message/external-body; access-type=URL; URL=\"http://ext.example/x\"\n\n\
        Content-Type: text/plain\n\n--x--";
    assert_eq!(named(&part(mixed, body), Lack::Outside), ["http://ext.example/x"]);
}

#[test]
fn a_mail_that_is_one_of_several_or_whose_packing_is_damaged_says_so() {
    let mail = |head: &str, body: &str| {
        let mail = format!("From: a@example.org\nSubject: s\nMIME-Version: 1.0\n{head}\n\n{body}");
        said(Kind::Text, mail.as_bytes())
    };
    let partial = |more: &str| {
        let head = format!("Content-Type: message/partial; id=\"x\"; {more}");
        named(&mail(&head, "part of it\n").1, Lack::Fraction).join(" ")
    };
    assert_eq!(partial("number=2; total=3"), "2/3");
    assert_eq!(partial("number=3"), "3/?");
    assert_eq!(partial("number=1; total=1"), "");
    let base64 = "Content-Transfer-Encoding: base64";
    let (_, lacks) = mail(base64, "VElMTEVVTCBpcyBhdCBrYWFpIDc");
    assert_eq!(lacks, [(Lack::CutShort, String::new())]);
    let (text, lacks) = mail(base64, "VElMTEVVTA==");
    assert!(text.contains("TILLEUL") && lacks.is_empty(), "{text} {lacks:?}");
    for damaged in ["VElM%%%%TEVV\nTEVV", "VElM-TEVV", "VA==VElM"] {
        let (_, lacks) = mail(base64, damaged);
        assert_eq!(named(&lacks, Lack::Damaged), ["base64"], "{damaged}");
    }
    let mixed = "Content-Type: multipart/mixed; boundary=x";
    let body = format!("--x\n\nsee\n--x\nContent-Type: application/x-a; name=plan.bin\n{base64}\n\nAQIDB\n--x--\n");
    let (_, lacks) = mail(mixed, &body);
    assert_eq!(named(&lacks, Lack::CutShort), ["plan.bin"]);
    let (_, lacks) = mail("Content-Transfer-Encoding: quoted-printable", "a=ZZb =C3=A9=\nc\n");
    assert_eq!(lacks.len(), 1, "{lacks:?}");
    // In the middle of a sign.
    let quoted = "Content-Transfer-Encoding: quoted-printable";
    for cut in ["TILLEUL is at =C", "TILLEUL is at =C\r\n", "TILLEUL is at ="] {
        assert_eq!(named(&mail(quoted, cut).1, Lack::CutShort), [""], "{cut:?}");
    }
    for whole in ["at =C3=A9", "at seven\n", "a=\nb\n", "as some programs end it=\r\n"] {
        assert_eq!(named(&mail(quoted, whole).1, Lack::CutShort).len(), 0, "{whole:?}");
    }
    let body = format!("--x\n\nsee\n--x\nContent-Type: text/plain; name=plan.txt\n{quoted}\n\nat =C\n--x--\n");
    assert_eq!(named(&mail(mixed, &body).1, Lack::CutShort), ["plan.txt"]);
}

#[test]
fn letters_that_a_mail_says_it_is_written_in_and_nobody_knows_are_named() {
    let part = |charset: &str, body: &[u8]| {
        let head = "From: a@example.org\nSubject: s\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee\n--x\n";
        let head = format!("{head}Content-Type: text/plain; name=a.txt; charset={charset}\n\n");
        let (_, lacks) = said(Kind::Text, &[head.as_bytes(), body, b"\n--x--\n"].concat());
        named(&lacks, Lack::Encoding).join(" ")
    };
    assert_eq!(part("x-foo", b"caf\xe9"), "UTF-8 (x-foo)");
    assert_eq!(part("x-foo", b"cafe"), "UTF-8 (x-foo)", "these may stand for others");
    for known in ["utf-8", "UTF8", "us-ascii", "iso-8859-1", "windows-1252", "koi8-r"] {
        assert_eq!(part(known, b"cafe"), "", "{known}");
    }
    assert_eq!(part("iso-8859-1", b"caf\xe9"), "");
}

#[test]
fn a_text_that_other_programs_draw_or_lay_out_says_that_it_is_a_source() {
    let of = |text: &str| named(&said(Kind::Text, text.as_bytes()).1, Lack::Source).join(" ");
    assert_eq!(of("<svg xmlns='http://www.w3.org/2000/svg'><text x='5' y='50'>a</text></svg>"), "SVG");
    assert_eq!(of("<p style='font-size:0'>a</p>"), "HTML");
    assert_eq!(of("<?xml version='1.0'?>\n<a>1;2</a>\n<b>1;2</b>\n<c>1;2</c>\n"), "XML", "and is no table");
    assert_eq!(of("From a@x Mon Jan  1 00:00:00 2026\nFrom: a@x\nSubject: x\n\nbody\n"), "mbox");
    assert_eq!(of("From: a@x\nSubject: x\n\n<p>body</p>\n"), "", "a mail");
    assert_eq!(of("Tot morgen.\n"), "");
    let enclosed = "From: a@x\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nsee\n--x\n\
        Content-Type: image/svg+xml; name=a.svg\n\n<svg></svg>\n--x--\n";
    assert_eq!(of(enclosed), "SVG");
}

#[test]
fn text_in_a_style_that_is_based_on_a_hidden_one_is_marked() {
    let styles = "<w:styles xmlns:w='w'><w:style w:styleId='grand'><w:basedOn w:val='child'/></w:style>\
        <w:style w:styleId='child'><w:basedOn w:val='top'/></w:style><w:style w:styleId='top'><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId='back'><w:basedOn w:val='top'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style></w:styles>";
    let run =
        |style: &str| format!("<w:p><w:r><w:rPr><w:rStyle w:val='{style}'/></w:rPr><w:t>{style}</w:t></w:r></w:p>");
    let body = ["grand", "back"].map(run).concat();
    let (text, lacks) = words(&body, &[("word/styles.xml", styles.as_bytes())]);
    assert!(text.contains("[[grand]]") && !text.contains("[[back]]"), "{text}");
    assert!(!named(&lacks, Lack::Concealed).is_empty());
}

fn lacks_of(pdf: &[u8], page: u32) -> Vec<(Lack, String)> {
    let mut open = open(Kind::Pdf, pdf).expect("it opens");
    let drawn = open.render(page, 300, &super::stamp()).expect("it is drawn");
    drawn.missing.into_iter().map(|item| (item.lack, item.name)).collect()
}

const BLANK: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] >>";

#[test]
fn a_kid_of_the_tree_of_pages_that_is_no_page_is_named_where_it_stands() {
    let tree = |kids: &str, more: &[Vec<u8>]| {
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Count 2 /Kids [{kids}] >>").into_bytes(),
            BLANK.to_vec(),
            BLANK.to_vec(),
        ];
        objects.extend_from_slice(more);
        pdf_of(&objects)
    };
    let pdf = tree("3 0 R 4 0 R 5 0 R", &[b"<< /Foo 1 >>".to_vec()]);
    assert_eq!((lacks_of(&pdf, 0), lacks_of(&pdf, 2)), (vec![], vec![(Lack::Pages, String::new())]));
    for pdf in
        [tree("3 0 R 4 0 R 9 0 R", &[]), tree("3 0 R 4 0 R 5 0 R", &[b"[]".to_vec()]), tree("3 0 R 4 0 R 7", &[])]
    {
        assert_eq!(lacks_of(&pdf, 0), [(Lack::Pages, String::new())]);
    }
}

#[test]
fn a_page_of_any_size_is_shown_and_letters_that_nobody_can_read_on_it_are_said() {
    let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let sized = |side: &str| {
        pdf_of(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {side} {side}] /Contents 4 0 R {font} >>")
                .into_bytes(),
            stream("", b"BT /F 14 Tf 30 250 Td (ten million) Tj ET"),
        ])
    };
    assert_eq!(lacks_of(&sized("300"), 0), []);
    let huge = sized("10000000");
    assert_eq!(lacks_of(&huge, 0), [(Lack::Blank, String::new())]);
    let mut open = open(Kind::Pdf, &huge).expect("it opens");
    let size = open.page_size(0).expect("it has a size");
    assert!(size.width > 100.0 && (size.width - size.height).abs() < 0.1, "{size:?}");
    assert_eq!(open.text(0).expect("it has a page").text, "ten million");
}

#[test]
fn what_a_pdf_says_of_itself_and_in_its_outline_is_read_and_named() {
    let font = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let objects = |outline: &str| {
        let mut pdf = page(
            "/Outlines 5 0 R /Metadata 9 0 R",
            font,
            b"BT /F 14 Tf 30 250 Td (Annual report) Tj ET",
            &[
                b"<< /First 6 0 R /Last 7 0 R >>".to_vec(),
                format!("<< /Title ({outline}) /Dest [3 0 R /Fit] /Next 7 0 R /First 8 0 R >>").into_bytes(),
                b"<< /Title (ANNUAL report) /A << /S /GoTo /D [0 /Fit] >> /Next 6 0 R >>".to_vec(),
                b"<< /Title (outside) /A << /S /URI /URI (http://x.example) >> >>".to_vec(),
                stream("", b"<x:xmpmeta><rdf:RDF><dc:subject>of agents</dc:subject><xmp:CreatorTool>t</xmp:CreatorTool></rdf:RDF></x:xmpmeta>"),
                b"<< /Title (annual report) /Subject (names of agents) /Author (Eve) /Producer (a program) >>".to_vec(),
            ],
        );
        let end = pdf.windows(5).rposition(|here| here == b"/Root").expect("it has a trailer");
        pdf.splice(end..end, *b"/Info 10 0 R ");
        pdf
    };
    let pdf = objects("a secret heading");
    let mut open = open(Kind::Pdf, &pdf).expect("it opens");
    let read = open.text(0).expect("it has a page");
    let lines: Vec<&str> = read.text.lines().collect();
    let expected = [
        "Annual report",
        "————————",
        "Author: Eve",
        "Subject: names of agents",
        "dc:subject: of agents",
        "outline: a secret heading",
        "outline: outside",
    ];
    assert_eq!(lines, expected);
    let lacks = lacks_of(&pdf, 0);
    assert_eq!(named(&lacks, Lack::Apart), ["Author", "Subject", "dc:subject", "outline"]);
    assert_eq!(named(&lacks, Lack::Outside), ["http://x.example"]);
    let outline = open.outline().expect("it has one");
    let outline: Vec<_> = outline.iter().map(|heading| (heading.title.as_str(), heading.page, heading.depth)).collect();
    assert_eq!(outline, [("a secret heading", Some(0), 0), ("outside", None, 1), ("ANNUAL report", Some(0), 0)]);
    assert!(super::open(Kind::Text, b"text").expect("it opens").outline().expect("it has none").is_empty());
}

#[test]
fn an_outline_without_end_and_one_of_named_places_are_read_as_far_as_they_go() {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /Dests << /old [3 0 R /Fit] >> /Names << /Dests << /Names [(new) << /D [3 0 R /Fit] >>] >> >> >>".to_vec(),
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
        BLANK.to_vec(),
        b"<< /First 5 0 R >>".to_vec(),
        b"<< /Title (a) /Dest /old /Next 6 0 R /First 5 0 R >>".to_vec(),
        b"<< /Title (b) /Dest (new) /Next 7 0 R >>".to_vec(),
        b"<< /Title (c) /Dest (none) /First 8 0 R >>".to_vec(),
    ];
    // Each lies below the one before it.
    objects.extend((8..80).map(|number| format!("<< /Title (d{number}) /First {} 0 R >>", number + 1).into_bytes()));
    let mut open = open(Kind::Pdf, &pdf_of(&objects)).expect("it opens");
    let outline = open.outline().expect("it has one");
    let first: Vec<_> = outline.iter().take(3).map(|heading| (heading.title.as_str(), heading.page)).collect();
    assert_eq!(first, [("a", Some(0)), ("b", Some(0)), ("c", None)]);
    assert_eq!(outline.len(), 3 + 32);
    assert!(open.missing().iter().any(|item| item.lack == Lack::Part && item.name == "outline"));
}

#[test]
fn what_a_pdf_has_twice_and_pages_that_nothing_leads_to_are_named() {
    let catalogue = b"<< /Type /Catalog /Pages 2 0 R >>".to_vec();
    let list = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec();
    let text = |text: &str| stream("", format!("0 0 9 9 re f % {text}").as_bytes());
    let with = |page: &[u8], more: &[Vec<u8>]| {
        pdf_of(&[&[catalogue.clone(), list.clone(), page.to_vec(), text("one")][..], more].concat())
    };
    assert_eq!(lacks_of(&with(BLANK, &[]), 0), []);
    let twice = with(b"<< /Type /Page /Contents 4 0 R /MediaBox [0 0 300 300] /Contents 5 0 R >>", &[text("two")]);
    assert_eq!(lacks_of(&twice, 0), [(Lack::Twice, "/Contents".to_owned())]);
    let orphan = with(BLANK, &[BLANK.to_vec()]);
    assert_eq!(lacks_of(&orphan, 0), [(Lack::Unlisted, String::new())]);
    let template = with(BLANK, &[b"<< /Type /Template /MediaBox [0 0 300 300] >>".to_vec()]);
    assert_eq!(lacks_of(&template, 0), [(Lack::Unlisted, String::new())]);
    let mut sound = with(BLANK, &[]);
    let table = sound.windows(4).position(|here| here == b"xref").expect("it has a table");
    let object = b"4 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n";
    sound.splice(table..table, object.iter().copied());
    let sound = String::from_utf8_lossy(&sound)
        .replace(&format!("startxref\n{table}"), &format!("startxref\n{}", table + object.len()));
    assert_eq!(lacks_of(sound.as_bytes(), 0), [(Lack::Twice, "4 0 obj".to_owned())]);
}

#[test]
fn packed_data_with_another_checksum_is_named_and_shown() {
    let instructions = b"0 0 100 100 re f";
    let mut packed = vec![0x78, 1, 1, 16, 0, !16, 0xff];
    packed.extend_from_slice(instructions);
    let whole = |sum: [u8; 4]| {
        let data = [packed.as_slice(), &sum].concat();
        pdf_of(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_vec(),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R >>".to_vec(),
            stream("/Filter /FlateDecode", &data),
        ])
    };
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in instructions {
        low += u32::from(*byte);
        high += low;
    }
    assert_eq!(lacks_of(&whole((high << 16 | low).to_be_bytes()), 0), []);
    assert_eq!(lacks_of(&whole([0; 4]), 0), [(Lack::Sum, String::new())]);
}

#[test]
fn a_field_of_a_password_and_annotations_in_a_layer_that_is_off_are_named() {
    let field = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (pw) /Ff 8192 /V (SECRETVALUE) /Rect [50 100 250 120] /DA (/Helv 10 Tf 0 g) >>";
    let pdf = page("/AcroForm << /Fields [5 0 R] >>", "/Annots [5 0 R]", b"", &[field.as_bytes().to_vec()]);
    assert_eq!(lacks_of(&pdf, 0), [(Lack::Field, "pw".to_owned())]);
    let properties = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>";
    let note = b"<< /Type /Annot /Subtype /FreeText /Rect [50 100 250 120] /Contents (beneath) /OC 6 0 R >>".to_vec();
    let layer = b"<< /Type /OCG /Name (draft) >>".to_vec();
    let pdf = page(properties, "/Annots [5 0 R]", b"", &[note.clone(), layer.clone()]);
    assert_eq!(lacks_of(&pdf, 0), [(Lack::Layer, "draft".to_owned())]);
    let pdf = page("", "/Annots [5 0 R]", b"", &[note, layer]);
    assert_eq!(lacks_of(&pdf, 0), []);
}

#[test]
fn what_is_broken_in_a_packed_text_and_stray_lines_of_inner_heads_are_named() {
    let mail =
        |head: &str, body: &str| format!("From: a@example.org\nSubject: s\nMIME-Version: 1.0\n{head}\n\n{body}\n");
    let quoted = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable";
    let lost = |body: &str| named(&said(Kind::Text, mail(quoted, body).as_bytes()).1, Lack::Undecodable).len();
    assert_eq!(lost("soft=\nbreak =C3=A9 =  \nend"), 0);
    for broken in ["bad =E\nnext", "bad =ZZ here", "bad =4"] {
        assert_eq!(lost(broken), 1, "{broken}");
    }
    let parts = "--x\nContent-Type: text/plain\nno field at all\n\nbody\n--x--";
    let (text, lacks) = said(Kind::Text, mail("Content-Type: multipart/mixed; boundary=x", parts).as_bytes());
    assert!(text.contains("header: no field at all"), "{text}");
    assert_eq!(named(&lacks, Lack::Apart), ["header"]);
}

#[test]
fn a_part_of_an_archive_that_nobody_reads_and_does_not_match_its_checksum_is_named() {
    let body = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>seen</w:t></w:r></w:p></w:body></w:document>";
    let sound = office(&[("word/document.xml", body.as_bytes()), ("word/fonts/font1.odttf", b"glyphs of a font")]);
    assert_eq!(named(&said(Kind::Docx, &sound).1, Lack::Sum).len(), 0);
    let mut altered = sound;
    let mut lines = altered.windows(4).enumerate().filter(|(_, mark)| mark == b"PK\x01\x02").map(|(at, _)| at);
    let line = lines.next_back().expect("there is a list");
    altered[line + 16] ^= 1;
    assert_eq!(named(&said(Kind::Docx, &altered).1, Lack::Sum), ["word/fonts/font1.odttf"]);
}
