//! Documents of which the text is shown, and those that bring others with them: mails and office files.

use std::io::{Cursor, Write as _};

use viewer::{Kind, Lack, Missing, ViewError};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use super::{open, pdf, stamp};

/// The texts of all pages, and what the whole document lacks.
pub(super) fn read(kind: Kind, file: &[u8]) -> (Vec<String>, Vec<Missing>) {
    let mut open = open(kind, file).expect("it opens");
    let texts = (0..open.page_count()).map(|page| open.text(page).expect("it has that page").text).collect();
    (texts, open.missing().to_vec())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
        if text.len() % 77 == 76 {
            text.push('\n');
        }
    }
    text
}

#[test]
fn a_mail_is_read_as_its_recipient_reads_it() {
    let mail = "Received: from a by b\nFrom: =?utf-8?Q?Andr=C3=A9?= <a@example.org>\nTo: b@example.org\n\
        Subject: =?utf-8?B?w4l0w6k=?=\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\n\
        Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
        Le caf=E9 est =\nferm=E9.\n";
    assert_eq!(Kind::of_content(mail.as_bytes()), Some(Kind::Text));
    let (texts, missing) = read(Kind::Text, mail.as_bytes());
    let [text] = texts.as_slice() else { panic!("one page") };
    let expected = "From: André <a@example.org>\nTo: <b@example.org>\nSubject: Été\nDate: Mon, 2 Nov 2026 10:00:00 +0100\n\n\
        Le café est fermé.\n";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("Received: from a by b"), "the rest of its fields stands behind: {text}");
    assert_eq!(missing, []);
}

#[test]
fn a_mail_in_other_letters_than_it_says_is_read_in_those_that_it_has_and_says_so() {
    let of = |charset: &str, way: &str, body: &[u8]| {
        let head = format!(
            "From: a@example.org\nSubject: s\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\
            Content-Transfer-Encoding: {way}\n\n"
        );
        let (texts, missing) = read(Kind::Text, &[head.as_bytes(), body].concat());
        (texts.concat(), missing)
    };
    let said = |charset: &str| vec![Missing::new(Lack::Encoding, &format!("UTF-8 ({charset})"), 1)];
    let words = "René vóór één uur, 50 €\n";
    for charset in ["us-ascii", "iso-8859-1", "windows-1252", "iso-8859-15"] {
        let (text, missing) = of(charset, "8bit", words.as_bytes());
        assert!(text.contains(words.trim()), "{charset}: {text}");
        assert_eq!(missing, said(charset));
    }
    let quoted = of("us-ascii", "quoted-printable", b"Ren=C3=A9 v=C3=B3=C3=B3r\n");
    assert!(quoted.0.contains("René vóór") && quoted.1 == said("us-ascii"), "{quoted:?}");
    let packed = of("us-ascii", "base64", base64(words.as_bytes()).as_bytes());
    assert!(packed.0.contains(words.trim()) && packed.1 == said("us-ascii"), "{packed:?}");
    let latin = of("iso-8859-1", "8bit", b"Ren\xe9\n");
    assert!(latin.0.contains("René") && latin.1.is_empty(), "{latin:?}");
    let attached = "From: a@example.org\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\n\nsee\n--x\nContent-Type: text/plain; charset=us-ascii; name=note.txt\n\nRené vóór\n--x--\n";
    let (texts, missing) = read(Kind::Text, attached.as_bytes());
    assert!(texts.concat().contains("René vóór") && missing == said("us-ascii"), "{texts:?} {missing:?}");
}

#[test]
fn what_a_mail_brings_follows_it_page_by_page_and_what_cannot_be_shown_is_named() {
    let plan = pdf(1);
    let within = "From: c@example.org\nSubject: inner\nContent-Type: multipart/mixed; boundary=y\n\n\
        --y\n\nwithin\n--y\nContent-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\ndeep\n--y--\n";
    let mail = format!(
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\nContent-Type: text/plain\n\nsee the plan\n\
        --x\nContent-Type: application/octet-stream; name=plan.pdf\nContent-Transfer-Encoding: base64\n\n{}\n\
        --x\nContent-Type: application/zip\nContent-Disposition: attachment; filename=all.zip\n\
        Content-Transfer-Encoding: base64\n\nUEsDBAAAAAAAAAAAAAAAAA==\n\
        --x\nContent-Type: message/rfc822\n\n{within}\n--x--\n",
        base64(&plan)
    );
    let (texts, missing) = read(Kind::Text, mail.as_bytes());
    assert!(texts[0].contains("see the plan"), "{texts:?}");
    assert!(texts[1].starts_with("plan.pdf\n("), "a page with its name: {texts:?}");
    assert!(texts.iter().any(|text| text.contains("Lorem ipsum")), "and its own: {texts:?}");
    let inner = texts.iter().position(|text| text.contains("within")).expect("the mail within is read");
    assert!(texts[inner].starts_with("From: <c@example.org>"), "{texts:?}");
    assert!(texts[inner..].iter().any(|text| text.starts_with("deep")), "and what that one brings: {texts:?}");
    assert_eq!(missing, [Missing::new(Lack::Attachment, "all.zip", 1)]);
    let mut open = open(Kind::Text, mail.as_bytes()).expect("it opens");
    for page in 0..open.page_count() {
        let page = open.render(page, 300, &stamp()).expect("every page is drawn");
        assert!(page.missing.contains(&Missing::new(Lack::Attachment, "all.zip", 1)), "it is said on each page");
    }
}

#[test]
fn each_file_that_a_mail_brings_is_listed_and_comes_out_by_itself() {
    let plan = pdf(2);
    let within = "From: c@example.org\nSubject: inner\n\nwithin\n";
    let mail = format!(
        "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\nContent-Type: text/plain\n\nsee the plan\n\
        --x\nContent-Type: application/zip\nContent-Disposition: attachment; filename=\"all\u{202e}.zip\"\n\
        Content-Transfer-Encoding: base64\n\nUEsDBAAAAAAAAAAAAAAAAA==\n\
        --x\nContent-Type: application/octet-stream; name=plan.pdf\nContent-Transfer-Encoding: base64\n\n{}\n\
        --x\nContent-Type: message/rfc822\n\n{within}\n--x--\n",
        base64(&plan)
    );
    let mut open = open(Kind::Text, mail.as_bytes()).expect("it opens");
    let listed = open.attachments().expect("they are listed");
    let names: Vec<_> = listed.iter().map(|one| (one.name.as_str(), one.page)).collect();
    let [first, second, third] = names.as_slice() else { panic!("three: {names:?}") };
    assert!(first.0.starts_with("all") && !first.0.contains('\u{202e}') && first.1.is_none(), "not shown: {names:?}");
    assert_eq!(second, &("plan.pdf", Some(1)));
    assert_eq!(third, &("inner", Some(3)), "a page with its name, and one of its own before it");
    let texts: Vec<String> = (0..open.page_count()).map(|page| open.text(page).expect("it is read").text).collect();
    assert!(texts[1].starts_with("plan.pdf") && texts[3].starts_with("inner"), "{texts:?}");
    assert_eq!(listed[1].size, plan.len() as u64);
    assert!(*open.attachment(1).expect("it comes out") == plan, "byte by byte");
    assert!(open.attachment(0).expect("also what is not shown").starts_with(b"PK"));
    assert!(matches!(open.attachment(3), Err(ViewError::NoSuchPage(_))));
    // It is a document of its own.
    let inner = open.attachment(2).expect("it comes out");
    let (texts, _) = read(Kind::of_content(&inner).expect("a mail"), &inner);
    assert!(texts[0].contains("within"), "{texts:?}");
    assert_eq!(super::open(Kind::Pdf, &plan).expect("it opens").attachments().expect("a list"), []);
}

#[test]
fn a_large_attachment_comes_out_whole() {
    let bytes: Vec<u8> = (0..9_000_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let mail = format!(
        "From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\nContent-Type: text/plain\n\nsee\n\
        --x\nContent-Type: application/octet-stream; name=data.bin\nContent-Transfer-Encoding: base64\n\n{}\n--x--\n",
        base64(&bytes)
    );
    let mut open = open(Kind::Text, mail.as_bytes()).expect("it opens");
    assert!(*open.attachment(0).expect("it comes out") == bytes);
}

#[test]
fn a_mail_whose_two_texts_differ_shows_both() {
    let mail = |html: &str| {
        format!(
            "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n\
            --x\nContent-Type: text/plain\n\nmeet at noon\n--x\nContent-Type: text/html\n\n{html}\n--x--\n"
        )
    };
    let unformatted = [Missing::new(Lack::Unformatted, "HTML", 1)];
    let (texts, missing) = read(Kind::Text, mail("<p>meet at <b>noon</b></p>").as_bytes());
    assert_eq!(texts[0].matches("noon").count(), 1, "{texts:?}");
    assert_eq!(missing, unformatted);
    let (texts, missing) = read(Kind::Text, mail("<p>meet at midnight</p>").as_bytes());
    assert!(texts[0].contains("noon") && texts[0].contains("midnight"), "{texts:?}");
    assert_eq!(missing, unformatted);
}

#[test]
fn mails_within_mails_have_an_end() {
    let mut mail = "From: a@example.org\nSubject: 0\n\nthe innermost\n".to_owned();
    for depth in 1..12 {
        mail = format!(
            "From: a@example.org\nSubject: {depth}\nContent-Type: multipart/mixed; boundary=x{depth}\n\n\
            --x{depth}\nContent-Type: message/rfc822\n\n{mail}\n--x{depth}--\n"
        );
    }
    let (texts, missing) = read(Kind::Text, mail.as_bytes());
    assert!(texts.len() < 20, "{}", texts.len());
    assert_eq!(missing.iter().map(|item| item.lack).collect::<Vec<_>>(), [Lack::Attachment], "said: {missing:?}");
}

/// An archive of such parts.
pub(super) fn office(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // What a document is stands in it as it is.
        let packed = if *name == "mimetype" { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().compression_method(packed);
        archive.start_file(*name, options).expect("a vector takes everything");
        archive.write_all(content).expect("a vector takes everything");
    }
    archive.finish().expect("a vector takes everything").into_inner()
}

#[test]
fn a_table_of_an_open_document_is_read_in_its_order_with_what_stands_over_it_and_what_is_hidden() {
    let content = r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d" xmlns:dc="c">
<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>was Namur</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>
<table:table table:name="Zulu"><table:shapes><draw:frame><draw:text-box><text:p>drawn over it</text:p></draw:text-box></draw:frame></table:shapes>
<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="3"/>
<table:table-row><table:table-cell><text:p>typeless</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>unseen column</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="1234.5"><office:annotation><dc:creator>A. Noter</dc:creator><text:p>ask first</text:p></office:annotation><text:p>1 234,50</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:table-cell office:value-type="date" office:date-value="2026-11-28"><text:p>2026-11-28</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>same</text:p></table:table-cell><table:covered-table-cell><text:p>beneath</text:p></table:covered-table-cell></table:table-row>
</table:table>
<table:table table:name="Alpha" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>a &amp; b</text:p><text:p>second</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"#;
    let styles = br#"<office:document-styles xmlns:office="o" xmlns:text="x"><office:master-styles><text:p>printed at the foot</text:p></office:master-styles></office:document-styles>"#;
    let document = office(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles),
    ]);
    let (texts, missing) = read(Kind::Ods, &document);
    let [text] = texts.as_slice() else { panic!("one page") };
    let expected = "~~was Namur~~\n[Zulu]\n1: typeless\t[[unseen column]]\t1234.5 (1 234,50)\n2: [[2026-11-28]]\n\
        3\u{2013}5: C\u{2013}D= same\t[[beneath]]\nC1: A. Noter ask first\ndrawn over it\n\n\
        [[[Alpha]\n1: a & b second\n]]\n\nprinted at the foot";
    assert_eq!(text.trim(), expected);
    let concealed = |name: &str| {
        let of = missing.iter().filter(|one| one.lack == Lack::Concealed && one.name == name);
        of.map(|one| one.count).sum::<u32>()
    };
    assert_eq!((concealed("Zulu"), concealed("Alpha"), concealed("tracked-changes")), (3, 1, 1), "{missing:?}");
}

#[test]
fn a_text_document_is_read_with_its_notes_what_was_struck_out_and_its_pictures() {
    let body = br#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:r><w:t>Pont &amp; rivi&#232;re</w:t></w:r><w:r><w:tab/><w:t>42</w:t></w:r></w:p>
        <w:p><w:del><w:r><w:delText>source Dupont</w:delText></w:r></w:del><w:r><w:t>source</w:t></w:r></w:p>
        <w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r></w:p></w:body></w:document>"#;
    let notes =
        br#"<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>une note</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let picture = include_bytes!("../pictures/single.png");
    let document = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", body),
        ("word/footnotes.xml", notes),
        ("word/media/image1.png", picture),
        ("word/media/image2.emf", b"\x01\0\0\0rubbish"),
        ("word/vbaProject.bin", b"macro"),
    ]);
    assert_eq!(Kind::of_content(&document), Some(Kind::Docx));
    let (texts, missing) = read(Kind::Docx, &document);
    assert!(texts[0].starts_with("Pont & rivière\t42\n~~source Dupont~~source\n"), "{texts:?}");
    assert!(texts[0].contains("une note") && !texts[0].contains("HYPERLINK"), "{texts:?}");
    assert!(texts[1].starts_with("word/media/image1.png"), "{texts:?}");
    assert_eq!(texts.len(), 3, "its text, a page with the name, the picture");
    let expected = [
        Missing::new(Lack::Unformatted, "DOCX", 1),
        Missing::new(Lack::Concealed, "delText", 1),
        Missing::new(Lack::Script, "word/vbaProject.bin", 1),
        Missing::new(Lack::Attachment, "word/media/image2.emf", 1),
    ];
    assert_eq!(missing, expected);
}

#[test]
fn slides_come_in_the_order_of_the_presentation() {
    let slide = |text: &str| format!("<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sld>");
    let (first, second, lost) = (slide("shown second"), slide("shown first"), slide("on no list"));
    let document = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "ppt/presentation.xml",
            br#"<p:presentation xmlns:p="p" xmlns:r="r"><p:sldId id="256" r:id="r2"/><p:sldId id="257" r:id="r1"/></p:presentation>"#,
        ),
        (
            "ppt/_rels/presentation.xml.rels",
            br#"<Relationships><Relationship Id="r1" Target="slides/slide1.xml"/><Relationship Id="r2" Target="slides/slide2.xml"/></Relationships>"#,
        ),
        ("ppt/slides/slide1.xml", first.as_bytes()),
        ("ppt/slides/slide2.xml", second.as_bytes()),
        ("ppt/slides/slide3.xml", lost.as_bytes()),
    ]);
    assert_eq!(Kind::of_content(&document), Some(Kind::Pptx));
    let (texts, _) = read(Kind::Pptx, &document);
    assert_eq!(texts[0], "[1]\nshown first\n\n[2]\nshown second\n\n[3]\non no list\n\n");
}

#[test]
fn an_open_document_is_read_and_an_encrypted_one_refused_as_such() {
    let kind = b"application/vnd.oasis.opendocument.text";
    let content = "<office:document-content xmlns:office='o' xmlns:text='t'><office:automatic-styles>no</office:automatic-styles>\
        <office:body><text:tracked-changes><text:deletion><text:p>ancien</text:p></text:deletion></text:tracked-changes>\
        <text:h>Titre</text:h><text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d &lt;e&gt;</text:p></office:body></office:document-content>";
    let document = office(&[("mimetype", kind), ("content.xml", content.as_bytes())]);
    assert_eq!(Kind::of_content(&document), Some(Kind::Odf));
    let (texts, missing) = read(Kind::Odf, &document);
    assert_eq!(texts, ["~~ancien\n~~Titre\na   b\tc\nd <e>\n"]);
    assert_eq!(missing, [Missing::new(Lack::Unformatted, "ODF", 1), Missing::new(Lack::Concealed, "deletion", 1)]);
    let manifest = b"<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let encrypted =
        office(&[("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x83\x01rubbish")]);
    assert!(matches!(open(Kind::Odf, &encrypted), Err(ViewError::Encryption)));
    assert!(matches!(open(Kind::Odf, &document[..document.len() / 2]), Err(ViewError::CutShort)));
}

#[test]
fn tables_are_read_row_by_row_with_the_places_of_what_stands_apart() {
    let sheet = br#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c></row>
        <row r="3"><c r="A3"><v>12.5</v></c><c r="D3" t="s"><v>0</v></c></row></sheetData>
        <headerFooter><oddHeader>&amp;CPlan &lt;7&gt;</oddHeader><oddFooter>&amp;P</oddFooter></headerFooter></worksheet>"#;
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{relations}'><sheets><sheet name='Blad' sheetId='1' r:id='r1'/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='r1' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='r2' Type='{relations}/sharedStrings' Target='sharedStrings.xml'/></Relationships>"
    );
    let strings = format!("<sst xmlns='{main}'><si><t>loin</t></si></sst>");
    let package = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='r' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let document = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings.as_bytes()),
    ]);
    assert_eq!(Kind::of_content(&document), Some(Kind::Xlsx));
    let (texts, missing) = read(Kind::Xlsx, &document);
    assert_eq!(texts, ["[Blad]\n1: Nom\tDate\n3: 12.5\tD= loin\n&CPlan <7>\n&P\n\n"]);
    assert_eq!(missing, [Missing::new(Lack::Unformatted, "XLSX", 1)]);
}

#[test]
fn a_document_whose_text_ends_in_the_middle_is_cut_short() {
    let cut = Missing::new(Lack::CutShort, "", 1);
    let body = b"<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>whole</w:t></w:r></w:p><w:p><w:r><w:t>half";
    let (texts, missing) = read(Kind::Docx, &office(&[("word/document.xml", body)]));
    assert!(texts[0].contains("whole") && texts[0].contains("half"), "{texts:?}");
    assert!(missing.contains(&cut), "{missing:?}");
    let kinds = [
        (Kind::Odf, "text", "<text:p>whole</text:p><text:p>half"),
        (
            Kind::Ods,
            "spreadsheet",
            "<table:table table:name='t'>\
        <table:table-row><table:table-cell><text:p>whole</text:p></table:table-cell><table:table-cell><text:p>half",
        ),
    ];
    for (kind, name, content) in kinds {
        let mimetype = format!("application/vnd.oasis.opendocument.{name}");
        let content = format!("<office:document-content xmlns:office='o' xmlns:text='x' xmlns:table='t'>{content}");
        let (texts, missing) =
            read(kind, &office(&[("mimetype", mimetype.as_bytes()), ("content.xml", content.as_bytes())]));
        assert!(texts[0].contains("whole") && texts[0].contains("half"), "{texts:?}");
        assert!(missing.contains(&cut), "{missing:?}");
    }
}

/// A mail as a compound file: its properties, and the storages within.
pub(super) fn outlook(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a vector takes everything");
    for (path, content) in streams {
        let storage = std::path::Path::new(path).parent().expect("it is within");
        file.create_storage_all(storage).expect("a vector takes everything");
        file.create_stream(path)
            .expect("a vector takes everything")
            .write_all(content)
            .expect("a vector takes everything");
    }
    file.flush().expect("a vector takes everything");
    file.into_inner().into_inner()
}

#[test]
fn a_mail_as_outlook_keeps_it_is_read_with_what_it_brings() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut properties = vec![0; 32];
    properties.extend_from_slice(&[0x40, 0, 0x39, 0, 6, 0, 0, 0]);
    properties.extend_from_slice(&134_060_832_000_000_000_i64.to_le_bytes());
    let attached = "/__attach_version1.0_#00000000";
    let inner = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    let mail = outlook(&[
        ("/__nameid_version1.0/__substg1.0_00020102", vec![0; 4]),
        ("/__properties_version1.0", properties),
        ("/__substg1.0_0037001F", wide("Été")),
        ("/__substg1.0_0C1A001F", wide("André")),
        ("/__substg1.0_5D01001F", wide("a@example.org")),
        ("/__substg1.0_0E04001E", b"Caf\xe9".to_vec()),
        ("/__substg1.0_1000001F", wide("see the plan\r\n")),
        ("/__substg1.0_10130102", b"<p>see the plan</p>".to_vec()),
        (&format!("{attached}/__substg1.0_3707001F"), wide("plan.txt")),
        (&format!("{attached}/__substg1.0_37010102"), b"north, then east".to_vec()),
        ("/__attach_version1.0_#00000002/__substg1.0_3707001F", wide("lost.bin")),
        (&format!("{inner}/__nameid_version1.0/__substg1.0_00020102"), vec![0; 4]),
        (&format!("{inner}/__properties_version1.0"), vec![0; 24]),
        (&format!("{inner}/__substg1.0_1000001F"), wide("the one within")),
    ]);
    assert_eq!(Kind::of_content(&mail), Some(Kind::Outlook));
    let (texts, missing) = read(Kind::Outlook, &mail);
    let expected = "From: André <a@example.org>\nTo: Café\nDate: 2025-10-28T00:00:00Z\nSubject: Été\n\nsee the plan\n";
    assert_eq!(texts[0], expected);
    assert!(texts.iter().any(|text| text == "north, then east"), "{texts:?}");
    assert!(texts.iter().any(|text| text.contains("the one within")), "{texts:?}");
    assert_eq!(missing, [Missing::new(Lack::Unformatted, "HTML", 1), Missing::new(Lack::Attachment, "lost.bin", 1)]);
    assert!(matches!(open(Kind::Outlook, &mail[..600]), Err(ViewError::Malformed)));
}

#[test]
fn each_font_of_a_rich_text_has_the_code_page_that_the_table_of_fonts_gives_it() {
    let rtf = br"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset238 Arial CE;}
        {\f2\fcharset204{\*\panose 02020603}Arial Cyr;}{\f3\fcharset128 MS Mincho;}{\f4\fnil Arial;}{\f5\cpg1253 Arial;}}
        {\info{\title caf\'e9}}\f0 caf\'e9 {\f1 \'b3\'f3d\'9f} caf\'e9 \f2\'cc\'e8\'f0 \f3\'93\'fa\'96\'7b \f4 caf\'e9 \f5\'e1 \plain caf\'e9\par}";
    let (texts, _) = read(Kind::Rtf, rtf);
    let first = texts[0].lines().find(|line| line.contains("caf")).expect("there is one");
    assert_eq!(first.split_whitespace().collect::<Vec<_>>().join(" "), "café łódź café Мир 日本 café α café");
    assert!(texts[0].contains("title: café"), "{texts:?}");
    // Where no font is named, the document's own holds.
    let rtf = br"{\rtf1\ansi\ansicpg1252\deff7{\fonttbl{\f7\fcharset161 Arial Greek;}}\'e1\par}";
    assert!(read(Kind::Rtf, rtf).0[0].starts_with('α'));
}

#[test]
fn rich_text_is_read_in_its_letters_and_what_it_embeds_is_named() {
    let rtf = br"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\*\generator Word}{\info{\title hidden}}\f0 Caf\'e9 \u8364?\u-3844?\par
        {\b bold}\tab end\emdash{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK}{\fldrslt link}}\par}";
    assert_eq!(Kind::of_content(rtf), Some(Kind::Rtf));
    let (texts, missing) = read(Kind::Rtf, rtf);
    assert!(texts[0].starts_with("Café €\u{f0fc}\n"), "{texts:?}");
    assert!(texts[0].contains("bold\tend—link\n") && texts[0].ends_with("\ntitle: hidden\n"), "{texts:?}");
    assert!(!texts[0].contains("HYPERLINK") && !texts[0].contains("Arial"), "{texts:?}");
    let apart = Missing::new(Lack::Apart, "title", 1);
    assert_eq!(missing, [Missing::new(Lack::Unformatted, "RTF", 1), Missing::new(Lack::Picture, "", 1), apart]);
    assert!(matches!(open(Kind::Rtf, b"{\\rtf1 }}} x"), Err(ViewError::Malformed)));
}

#[test]
fn an_archive_that_grows_without_end_ends_its_worker_and_no_more() {
    let bomb = vec![b' '; 200 << 20];
    let document = office(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", &bomb)]);
    assert!(document.len() < 1 << 20);
    assert!(matches!(open(Kind::Odf, &document), Err(ViewError::Unpacks { .. } | ViewError::Died)));
}

/// Of a word-processing document, with such parts besides: its text, and what it lacks besides its form.
pub(super) fn words(body: &str, more: &[(&str, &[u8])]) -> (String, Vec<(Lack, String)>) {
    let body = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let own: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.as_bytes())];
    said(Kind::Docx, &office(&[&own, more].concat()))
}

pub(super) fn said(kind: Kind, file: &[u8]) -> (String, Vec<(Lack, String)>) {
    let (texts, missing) = read(kind, file);
    let besides = missing.into_iter().filter(|item| item.lack != Lack::Unformatted);
    (texts[0].clone(), besides.map(|item| (item.lack, item.name)).collect())
}

#[test]
fn the_text_of_a_document_is_that_which_its_relationships_lead_to() {
    let relation = br#"<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/word/real.xml"/></Relationships>"#;
    let real = b"<w:document xmlns:w='w'><w:p><w:r><w:t>the real one</w:t></w:r></w:p></w:document>";
    let feet = br#"<Relationships><Relationship Id="b" Type="http://x/footer" Target="feet/one.xml"/></Relationships>"#;
    let foot = b"<w:ftr xmlns:w='w'><w:p><w:r><w:t>at the foot</w:t></w:r></w:p></w:ftr>";
    let (text, lacks) = words(
        "<w:p><w:r><w:t>a decoy</w:t></w:r></w:p>",
        &[
            ("_rels/.rels", relation),
            ("word/real.xml", real),
            ("word/_rels/real.xml.rels", feet),
            ("word/feet/one.xml", foot),
        ],
    );
    assert_eq!(text, "the real one\n\nat the foot\n");
    assert_eq!(lacks, [(Lack::Part, "word/document.xml".to_owned())]);
}

#[test]
fn parts_that_are_not_read_and_addresses_outside_are_named() {
    let links = br#"<Relationships><Relationship Id="a" Type="http://x/attachedTemplate" TargetMode="External" Target="https://evil.example/t.dotm"/>
        <Relationship Id="b" Type="http://x/hyperlink" TargetMode="External" Target="https://shown.example/"/></Relationships>"#;
    let (text, lacks) = words(
        "<w:p><w:r><w:t>https://shown.example</w:t></w:r></w:p>",
        &[
            ("word/styles.xml", b"<w:styles/>"),
            ("word/theme/theme1.xml", b"<a/>"),
            ("word/charts/chart1.xml", b"<c/>"),
            ("word/glossary/document.xml", b"<w/>"),
            ("customXml/item1.xml", b"<secret/>"),
            ("word/_rels/settings.xml.rels", links),
        ],
    );
    assert_eq!(text, "https://shown.example\n");
    let parts = ["word/charts/chart1.xml", "word/glossary/document.xml", "customXml/item1.xml"];
    let mut expected: Vec<(Lack, String)> = parts.map(|part| (Lack::Part, part.to_owned())).to_vec();
    expected.push((Lack::Outside, "https://evil.example/t.dotm".to_owned()));
    assert_eq!(lacks, expected);
}

#[test]
fn two_parts_of_one_name_and_bytes_around_an_archive_are_named() {
    let one: &[u8] = b"<w:document xmlns:w='w'><w:p><w:r><w:t>one</w:t></w:r></w:p></w:document>";
    let other: &[u8] = b"<w:document xmlns:w='w'><w:p><w:r><w:t>two</w:t></w:r></w:p></w:document>";
    let parts =
        [("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", one), ("word/documenT.xml", other)];
    let plain = office(&parts[..2]);
    assert_eq!(said(Kind::Docx, &plain).1, []);
    // As no library writes it: the second under the name of the first.
    let mut twice = office(&parts);
    for at in 0..twice.len() - 17 {
        if twice[at..].starts_with(b"word/documenT.xml") {
            twice[at..at + 17].copy_from_slice(b"word/document.xml");
        }
    }
    assert_eq!(said(Kind::Docx, &twice).1, [(Lack::Twice, "word/document.xml".to_owned())]);
    let behind = [plain.as_slice(), b"0123456789"].concat();
    assert_eq!(said(Kind::Docx, &behind).1, [(Lack::Follows, "10".to_owned())]);
}

#[test]
fn what_a_document_deletes_or_hides_is_shown_between_signs_and_named() {
    let run = |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = format!(
        "<w:p>{}{}{}</w:p><w:p><w:moveFrom>{}</w:moveFrom>{}{}{}</w:p><w:txbxContent>{}</w:txbxContent>{}",
        run("", "seen "),
        run("<w:vanish/>", "hidden"),
        run("<w:vanish/>", " too"),
        run("", "moved"),
        run("<w:vanish w:val='0'/>", "not"),
        run("<w:sz w:val='2'/>", "tiny"),
        run("<w:rStyle w:val='Secret'/>", "styled"),
        run("<w:color w:val='FFFFFF'/>", "in a box"),
        run("<w:color w:val='FFFFFF'/>", "white"),
    );
    let styles = b"<w:styles><w:style w:styleId='Secret'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";
    let (text, lacks) = words(&body, &[("word/styles.xml", styles)]);
    assert_eq!(text, "seen [[hidden too]]\n~~moved~~not[[tinystyled]]\nin a box[[white]]");
    let named = ["vanish", "moveFrom", "sz", "rStyle", "color"].map(|why| (Lack::Concealed, why.to_owned()));
    assert_eq!(lacks, named);

    let slide = b"<p:sld xmlns:p='p' xmlns:a='a' show='0'><a:p><a:r><a:t>not shown</a:t></a:r></a:p></p:sld>";
    let slides = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", b"<p:presentation xmlns:p='p'/>"),
        ("ppt/slides/slide1.xml", slide),
    ]);
    let (text, lacks) = said(Kind::Pptx, &slides);
    assert_eq!(text, "[1]\n[[not shown\n]]\n");
    assert_eq!(lacks, [(Lack::Concealed, "sld".to_owned())]);

    let body = b"<o:document xmlns:o='o' xmlns:text='t'><text:p>seen <text:hidden-text text:string-value='code word'/></text:p>\
        <text:section text:display='none'><text:p>a part</text:p></text:section></o:document>";
    let open = office(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", body)]);
    let (text, lacks) = said(Kind::Odf, &open);
    assert_eq!(text, "seen [[code word]]\n[[a part\n]]");
    assert_eq!(lacks, ["hidden-text", "section"].map(|why| (Lack::Concealed, why.to_owned())));

    let rtf = br"{\rtf1\ansi seen {\v hidden}{\deleted gone} end\par}";
    let (text, lacks) = said(Kind::Rtf, rtf);
    assert!(text.starts_with("seen [[hidden]]~~gone~~ end"), "{text}");
    assert_eq!(lacks, [(Lack::Concealed, "v".to_owned()), (Lack::Concealed, "deleted".to_owned())]);
}

/// A presentation of one slide, of 100 by 50 units, with other parts.
fn on_a_slide(shapes: &str, more: &[(&str, &[u8])]) -> (String, Vec<String>) {
    let slide = format!("<p:sld xmlns:p='p' xmlns:a='a'><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>");
    let size = b"<p:presentation xmlns:p='p'><p:sldSz cx='100' cy='50'/></p:presentation>";
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", size),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
    ];
    all.extend(more);
    let (text, lacks) = said(Kind::Pptx, &office(&all));
    let why = lacks.into_iter().filter(|(lack, _)| *lack == Lack::Concealed).map(|(_, why)| why).collect();
    (text, why)
}

#[test]
fn of_a_slide_what_nobody_sees_stands_between_signs_and_is_said() {
    let shape = |place: &str, fill: &str, text: &str| {
        format!(
            "<p:sp><p:spPr>{place}</p:spPr><p:txBody><a:p><a:r><a:rPr>{fill}</a:rPr><a:t>{text}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    };
    let colour = |colour: &str| format!("<a:solidFill>{colour}</a:solidFill>");
    let at = |x: i64, y: i64| format!("<a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='10' cy='10'/></a:xfrm>");
    let white = colour("<a:srgbClr val='FFFFFF'/>");
    for (shown, place, fill, why) in [
        (false, "", white.as_str(), "color"),
        (false, "", &colour("<a:schemeClr val='bg1'/>"), "color"),
        (true, "", &colour("<a:schemeClr val='bg1'><a:lumMod val='50000'/></a:schemeClr>"), ""),
        (true, "", &colour("<a:srgbClr val='000000'/>"), ""),
        (false, "", &colour("<a:srgbClr val='000000'><a:alpha val='0'/></a:srgbClr>"), "alpha"),
        (true, "", &colour("<a:srgbClr val='000000'><a:alpha val='40000'/></a:srgbClr>"), ""),
        (false, "", "<a:noFill/>", "alpha"),
        (false, &at(100, 0), "", "off"),
        (false, &at(0, 50), "", "off"),
        (false, &at(-10, 0), "", "off"),
        (true, &at(-9, 0), "", ""),
        (true, &at(99, 49), "", ""),
    ] {
        let (text, lacks) = on_a_slide(&shape(place, fill, "words"), &[]);
        assert_eq!((text.contains("[[words"), text.contains("words")), (!shown, true), "{place} {fill}: {text}");
        assert_eq!(lacks, if shown { Vec::new() } else { vec![why.to_owned()] }, "{place} {fill}");
    }
    // On a ground of a colour, white is how one writes.
    let dark = "<a:solidFill><a:srgbClr val='000080'/></a:solidFill>";
    let master = |ground: &str| {
        format!(
            "<p:sldMaster xmlns:p='p' xmlns:a='a'><p:cSld><p:bg><p:bgRef idx='1001'>{ground}</p:bgRef></p:bg></p:cSld></p:sldMaster>"
        )
    };
    let on = |ground: &str| {
        on_a_slide(&shape("", &white, "words"), &[("ppt/slideMasters/slideMaster1.xml", master(ground).as_bytes())]).1
    };
    assert_eq!(on_a_slide(&shape(dark, &white, "words"), &[]).1, Vec::<String>::new());
    assert_eq!(on("<a:schemeClr val='bg2'/>"), Vec::<String>::new());
    assert_eq!(on("<a:schemeClr val='bg1'/>"), ["color"]);
}

#[test]
fn a_table_says_what_it_hides_and_keeps_the_digits_of_its_numbers() {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!(
        "<worksheet xmlns='{main}'><cols><col min='2' max='2' hidden='1'/></cols><sheetData>\
        <row r='1'><c r='A1'><v>12345678901234567890</v></c><c r='B1'><v>7</v></c></row>\
        <row r='2' hidden='1'><c r='A2' s='1'><v>0.5</v></c></row></sheetData></worksheet>"
    );
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{relations}'><sheets>\
        <sheet name='Blad' sheetId='1' state='veryHidden' r:id='r1'/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='r1' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='r3' Type='{relations}/styles' Target='styles.xml'/></Relationships>"
    );
    let styles =
        format!("<styleSheet xmlns='{main}'><cellXfs><xf numFmtId='0'/><xf numFmtId='9'/></cellXfs></styleSheet>");
    let comments = format!("<comments xmlns='{main}'><t>who says so?</t></comments>");
    let package = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='r' Type='{relations}/officeDocument' Target='xl/workbook.xml'/></Relationships>"
    );
    let document = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", package.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/comments1.xml", comments.as_bytes()),
    ]);
    let (text, lacks) = said(Kind::Xlsx, &document);
    assert_eq!(text, "[[[Blad]\n1: 12345678901234567890\t[[7]]\n2: [[0.5]]\n]]\n\nwho says so?\n");
    assert_eq!(lacks, [(Lack::Concealed, "Blad".to_owned()), (Lack::Stored, String::new())]);
}

#[test]
fn what_stands_around_the_parts_of_a_mail_and_what_it_says_twice_is_named() {
    let mail = "From: \"Boss <boss@ok.example>\" <evil@x.example>\nSubject: x\nMIME-Version: 1.0\n\
        Content-Type: multipart/mixed; boundary=x; boundary=y\n\nbefore\n--x\n\nthe text\n--x--\nbehind it\n";
    let (text, lacks) = said(Kind::Text, mail.as_bytes());
    assert!(text.starts_with("From: \"Boss <boss@ok.example>\" <evil@x.example>\n"), "{text}");
    assert!(lacks.contains(&(Lack::Twice, "boundary".to_owned())), "{lacks:?}");
    assert!(lacks.contains(&(Lack::Follows, "15".to_owned())), "{lacks:?}");
}

#[test]
fn a_scan_that_ends_within_a_directory_is_cut_short() {
    let mut scan = Cursor::new(Vec::new());
    let picture = image::RgbImage::from_pixel(4, 4, image::Rgb([1, 2, 3]));
    picture.write_to(&mut scan, image::ImageFormat::Tiff).expect("a vector takes everything");
    let mut scan = scan.into_inner();
    let first = u32::from_le_bytes(scan[4..8].try_into().expect("four bytes")) as usize;
    let entries = usize::from(u16::from_le_bytes(scan[first..first + 2].try_into().expect("two bytes")));
    let next = first + 2 + entries * 12;
    let behind = u32::try_from(scan.len() + 4).expect("it is small");
    scan[next..next + 4].copy_from_slice(&behind.to_le_bytes());
    let open = open(Kind::Tiff, &scan).expect("its first page is whole");
    assert!(open.missing().contains(&Missing::new(Lack::CutShort, "", 1)), "{:?}", open.missing());
}
