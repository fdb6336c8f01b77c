//! What a document does not say itself, and nobody would miss: parts that are not there, ends that are not there, text that is drawn
//! by a detour. Each is named, or read.

use viewer::{Kind, Lack, ViewError};

use super::enclosed::{office, said, words};
use super::open;
use super::pdf::{page, stream};

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
    let mixed = "Content-Type: multipart/mixed; boundary=x";
    let body = "--x\n\nsee\n--x\nContent-Type: message/external-body; access-type=URL; URL=\"http://ext.example/x\"\n\n\
        Content-Type: text/plain\n\n--x--";
    assert_eq!(named(&part(mixed, body), Lack::Outside), ["http://ext.example/x"]);
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
