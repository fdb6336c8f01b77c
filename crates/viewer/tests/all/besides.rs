//! What a file says besides the text that other programs show: it stands at the end, or is named.

use viewer::{Kind, Lack};

use super::enclosed::{office, outlook, said, words};

/// The lines behind the last rule.
fn behind(text: &str) -> Vec<&str> {
    text.rsplit("————————\n").next().unwrap_or_default().lines().collect()
}

fn named(lacks: &[(Lack, String)], of: Lack) -> Vec<&str> {
    lacks.iter().filter(|(lack, _)| *lack == of).map(|(_, name)| name.as_str()).collect()
}

#[test]
fn signs_that_nobody_sees_are_said_wherever_a_text_stands() {
    let mail = "From: a@example.org\nSubject: pay \u{202e}001\nContent-Type: multipart/mixed; boundary=x\n\n\
        --x\n\nAD\u{200b}MIN\n--x\nContent-Type: text/plain; name=\"plan\u{2066}.txt\"\n\nenclosed\n--x--\n";
    let table = "name;amount\nJan;\u{202e}001\n";
    for (file, marks) in [(mail, vec!["RLO", "ZWSP"]), (table, vec!["RLO"])] {
        let mut open = super::open(Kind::Text, file.as_bytes()).expect("it opens");
        let page = open.render(0, 300, &super::stamp()).expect("it is drawn");
        let of = page.missing.iter().filter(|item| item.lack == Lack::Marks);
        assert_eq!(of.map(|item| item.name.as_str()).collect::<Vec<_>>(), marks, "{file}");
    }
    let mut open = super::open(Kind::Text, mail.as_bytes()).expect("it opens");
    let page = open.render(1, 300, &super::stamp()).expect("the name of the file is drawn");
    assert!(page.missing.iter().any(|item| item.lack == Lack::Marks && item.name == "LRI"), "{:?}", page.missing);
}

#[test]
fn of_a_mail_nothing_that_stands_in_its_parts_is_left_out_without_a_word() {
    let mail = "From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n\
        --B\nContent-Type: multipart/mixed; boundary=D\n\n--D\nContent-Type: text/plain\nContent-Description: the first\n\n\
        within\n--D--\nbehind the inner one\n--B\nContent-Type: text/html\n\n\
        <title>of the page</title><p>shown<!-- unseen --></p><p style='color:#fff'>white</p><input type=hidden value=kept>\n--B--\n";
    let (text, lacks) = said(Kind::Text, mail.as_bytes());
    assert!(text.contains("within") && text.contains("shown") && text.contains("[[white]]"), "{text}");
    assert!(text.contains("[[kept]]"), "{text}");
    assert_eq!(named(&lacks, Lack::Follows), ["20"]);
    assert_eq!(named(&lacks, Lack::CutShort).len(), 0);
    let (_, lacks) = said(Kind::Text, mail.replace("--B--", "").as_bytes());
    assert_eq!(named(&lacks, Lack::CutShort), [""]);
    let (_, lacks) = said(Kind::Text, mail.as_bytes());
    assert_eq!(named(&lacks, Lack::Concealed), ["color", "input"]);
    assert_eq!(behind(&text), ["title: of the page", "comment: unseen", "Content-Description: the first"]);
    assert_eq!(named(&lacks, Lack::Apart), ["title", "comment", "Content-Description"]);
}

#[test]
fn a_mail_of_outlook_shows_each_of_its_texts_that_says_something_else() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mail = |html: &[u8]| {
        outlook(&[
            ("/__nameid_version1.0/__substg1.0_00020102", vec![0; 4]),
            ("/__properties_version1.0", vec![0; 32]),
            ("/__substg1.0_1000001F", wide("meet at noon")),
            ("/__substg1.0_10130102", html.to_vec()),
            ("/__substg1.0_0070001F", wide("a topic")),
            ("/__substg1.0_8005101F-00000000", wide("a category")),
            ("/__recip_version1.0_#00000000/__substg1.0_3001001F", wide("Ada")),
            ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("ada@example.org")),
        ])
    };
    let (text, _) = said(Kind::Outlook, &mail(b"<p>meet at <b>noon</b></p>"));
    assert_eq!(text.matches("noon").count(), 1, "{text}");
    let mut lines = behind(&text);
    lines.sort_unstable();
    assert_eq!(lines, ["0070: a topic", "8005: a category", "recipient: Ada <ada@example.org>"]);
    let (text, _) = said(Kind::Outlook, &mail(b"<p>meet at midnight</p>"));
    assert!(text.contains("noon") && text.contains("midnight"), "{text}");
}

#[test]
fn of_a_rich_text_nothing_is_left_out_without_a_word() {
    let rtf = br#"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}
        {\*\generator Word}{\info{\title T'itle}{\subject S}{\author A}{\doccomm Remark}{\creatim\yr2026\mo1}{\*\company C}}
        {\*\revtbl{Unknown;}{Eve;}}{\*\docvar {code}{word}}seen {\cf1 white}{\cf2 black}{\fs2 tiny}\par
        {\field{\*\fldinst HYPERLINK "https://x.example/a"}{\fldrslt link}}{\field{\*\fldinst{ FILLIN "Who?"}}{\fldrslt me}}
        {\*\formfield{\fftype0{\*\ffname f}{\*\ffdeftext first}}}{\upr{old}{\*\ud{new\u233?}}}{\upr{same}{\*\ud{same}}}
        {\nonshppict another}{\*\unknown {unseen} text}{\*\pnseclvl1 {\pntxta 1.}}
        {\shp{\*\shpinst{\sp{\sn wzDescription}{\sv a plan}}{\sp{\sn fFlip}{\sv 0}}{\shptxt drawn}}}\par}"#;
    let (text, lacks) = said(Kind::Rtf, rtf);
    let (shown, _) = text.split_once("————————").expect("something stands at the end");
    let shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(shown, "seen [[white]]black[[tiny]] linkme newésame drawn");
    let expected = [
        "title: T'itle",
        "subject: S",
        "author: A",
        "doccomm: Remark",
        "company: C",
        "revtbl: Unknown; Eve;",
        "docvar: code word",
        "fldinst: FILLIN \"Who?\"",
        "ffname: f",
        "ffdeftext: first",
        "upr: old",
        "nonshppict: another",
        "unknown: unseen text",
        "wzDescription: a plan",
    ];
    assert_eq!(behind(&text), expected);
    assert_eq!(named(&lacks, Lack::Outside), ["https://x.example/a"]);
    assert_eq!(named(&lacks, Lack::Concealed), ["cf", "fs"]);
    assert_eq!(named(&lacks, Lack::Apart).len(), expected.len());
}

#[test]
fn of_a_text_document_fields_forms_people_and_properties_are_read_apart() {
    let body = r#"<w:p><w:r><w:t>seen</w:t></w:r></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPER</w:instrText></w:r><w:r><w:instrText>LINK "https://x.example/a?b=1&amp;c=2" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:p><w:fldSimple w:instr=" FILLIN &quot;Who?&quot; "><w:r><w:t>me</w:t></w:r></w:fldSimple><w:fldSimple w:instr=" PAGE "/></w:p>
        <w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="field"/><w:textInput><w:default w:val="first"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:sdt><w:sdtPr><w:alias w:val="an alias"/><w:tag w:val="a tag"/><w:dropDownList><w:listItem w:displayText="one" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent/></w:sdt>
        <w:p><w:ins w:author="Eve" w:date="2026-11-01T10:00:00Z"><w:r><w:t>added</w:t></w:r></w:ins></w:p>
        <w:p><w:r><w:drawing><wp:docPr id="1" name="Picture 1" descr="a plan" title="of the bridge"/><wp:docPr name="PLAN7"/></w:drawing></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:t>same</w:t></mc:Choice><mc:Fallback><w:rPr><w:vanish/></w:rPr><w:t> same </w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:p><w:r><w:pict><v:shape alt="a mark"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>"#;
    let comments = br#"<w:comments xmlns:w="w"><w:comment w:author="Ada" w:date="2026-11-02"><w:p><w:r><w:t>why?</w:t></w:r></w:p></w:comment></w:comments>"#;
    let core = br#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>A title</dc:title><dc:creator>Bob</dc:creator><cp:keywords>k1 &amp; k2</cp:keywords><cp:revision>3</cp:revision></cp:coreProperties>"#;
    let app = br#"<Properties xmlns:vt="v"><Application>Word</Application><Pages>3</Pages><Company>Acme</Company><HeadingPairs><vt:lpstr>Title</vt:lpstr></HeadingPairs></Properties>"#;
    let custom = br#"<Properties xmlns:vt="v"><property name="Case"><vt:lpwstr>77</vt:lpwstr></property></Properties>"#;
    let settings =
        br#"<w:settings xmlns:w="w"><w:docVars><w:docVar w:name="code" w:val="word"/></w:docVars></w:settings>"#;
    let parts: [(&str, &[u8]); 5] = [
        ("word/comments.xml", comments),
        ("docProps/core.xml", core),
        ("docProps/app.xml", app),
        ("docProps/custom.xml", custom),
        ("word/settings.xml", settings),
    ];
    let (text, lacks) = words(body, &parts);
    let (shown, _) = text.split_once("————————").expect("something stands at the end");
    let shown: Vec<&str> = shown.split_whitespace().collect();
    assert_eq!(shown, ["seen", "link", "me", "added", "new", "same", "why?"]);
    let mut lines = behind(&text);
    lines.sort_unstable();
    let mut expected = [
        "name: field",
        "default: first",
        "alias: an alias",
        "tag: a tag",
        "listItem: one = 1",
        "ins: Eve 2026-11-01T10:00:00Z",
        "descr: a plan",
        "title: of the bridge",
        "Fallback: old",
        "descr: a mark",
        "name: PLAN7",
        "textpath: DRAFT",
        "comment: Ada 2026-11-02",
        "title: A title",
        "creator: Bob",
        "keywords: k1 & k2",
        "Company: Acme",
        "property: Case = 77",
        "docVar: code = word",
        "fldSimple: FILLIN \"Who?\"",
    ];
    expected.sort_unstable();
    assert_eq!(lines, expected);
    assert_eq!(named(&lacks, Lack::Outside), ["https://x.example/a?b=1&c=2"]);
    assert_eq!(named(&lacks, Lack::Part).len() + named(&lacks, Lack::Concealed).len(), 0, "{lacks:?}");
    assert!(named(&lacks, Lack::Apart).contains(&"descr") && named(&lacks, Lack::Apart).contains(&"creator"));
}

#[test]
fn of_an_open_document_forms_fields_links_and_properties_are_read_apart() {
    let content = r#"<office:document-content xmlns:office="o" xmlns:text="t" xmlns:form="f" xmlns:xlink="x" xmlns:svg="s" xmlns:draw="d"><office:body><office:text>
<office:forms><form:form><form:text form:current-value="typed" form:value="first"/><form:listbox><form:option form:label="choice" form:value="1"/></form:listbox></form:form></office:forms>
<text:user-field-decls><text:user-field-decl text:name="u" office:value-type="string" office:string-value="of the user"/></text:user-field-decls>
<text:p>seen <text:conditional-text text:condition="ooow:x" text:string-value-if-true="then" text:string-value-if-false="else">then</text:conditional-text><text:a xlink:href="https://x.example/b" office:title="a hint">link</text:a><draw:frame><svg:desc>drawn</svg:desc></draw:frame></text:p>
</office:text></office:body></office:document-content>"#;
    let meta = br#"<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><meta:generator>Program</meta:generator><dc:title>A title</dc:title><meta:keyword>k</meta:keyword><meta:user-defined meta:name="Case">77</meta:user-defined></office:meta></office:document-meta>"#;
    let document = office(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta),
    ]);
    let (text, lacks) = said(Kind::Odf, &document);
    assert!(text.contains("seen thenlinkdrawn"), "{text}");
    let expected = [
        "current-value: typed",
        "value: first",
        "label: choice",
        "value: 1",
        "string-value: of the user",
        "condition: ooow:x",
        "string-value-if-true: then",
        "string-value-if-false: else",
        "title: a hint",
        "title: A title",
        "keyword: k",
        "property: Case = 77",
    ];
    assert_eq!(behind(&text), expected);
    assert_eq!(named(&lacks, Lack::Outside), ["https://x.example/b"]);
}

#[test]
fn of_a_table_of_an_open_document_formulas_names_and_hidden_pieces_are_said() {
    let content = r##"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f">
<office:automatic-styles><style:style style:name="T1"><style:text-properties fo:color="#ffffff"/></style:style>
<style:style style:name="ce1"><style:text-properties fo:color="#FFFFFF"/></style:style>
<style:style style:name="ce2"><style:table-cell-properties fo:background-color="#000080"/><style:text-properties fo:color="#ffffff"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet><table:content-validations><table:content-validation table:name="v" table:condition="of:x"><table:help-message table:title="Hint"><text:p>help</text:p></table:help-message></table:content-validation></table:content-validations>
<table:table table:name="Blad"><table:scenario table:comment="if so" table:scenario-ranges="A1"/><table:table-column/><table:table-column table:default-cell-style-name="ce1"/><table:table-column/>
<table:table-row><table:table-cell office:value-type="float" office:value="3" table:formula="of:=1+2+N(&quot;why&quot;)"><text:p>3</text:p></table:table-cell>
<table:table-cell><text:p>by its column</text:p></table:table-cell><table:table-cell table:style-name="ce2"><text:p>on blue</text:p></table:table-cell>
<table:table-cell table:style-name="ce1"><text:p>white</text:p></table:table-cell><table:table-cell><text:p>a<text:span text:style-name="T1">b</text:span>c</text:p></table:table-cell></table:table-row></table:table>
<table:named-expressions><table:named-range table:name="n" table:cell-range-address="Blad.A1"/><table:named-expression table:name="e" table:expression="&quot;kept&quot;"/></table:named-expressions>
</office:spreadsheet></office:body></office:document-content>"##;
    let document =
        office(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    let (text, lacks) = said(Kind::Ods, &document);
    assert!(text.contains("1: 3\t[[by its column]]\ton blue\t[[white]]\ta[[b]]c\n"), "{text}");
    let expected = [
        "content-validation: v = of:x",
        "help-message: Hint",
        "scenario: if so = A1",
        "formula: A1 = of:=1+2+N(\"why\")",
        "named-range: n = Blad.A1",
        "named-expression: e = \"kept\"",
    ];
    assert_eq!(behind(&text), expected);
    assert_eq!(named(&lacks, Lack::Concealed), ["Blad", "span"]);
}

#[test]
fn of_a_book_formulas_names_rules_people_and_forgotten_texts_are_said() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let sheet = format!(
        "<worksheet xmlns='{main}'><sheetData><row r='1'><c r='A1'><f>1+N(\"why\")</f><v>1</v></c><c r='B1' t='s'><v>0</v></c>\
        <c r='C1' s='1'><v>7</v></c><c r='D1' t='s' s='2'><v>2</v></c><c r='E1' s='3'><v>9</v></c></row></sheetData>\
        <dataValidations><dataValidation promptTitle='Hint' prompt='choose'><formula1>\"x,y\"</formula1></dataValidation></dataValidations></worksheet>"
    );
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{relations}'><sheets><sheet name='Blad' sheetId='1' r:id='r1'/></sheets>\
        <definedNames><definedName name='kept' hidden='1'>\"code\"</definedName></definedNames></workbook>"
    );
    let links = format!(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>\
        <Relationship Id='r1' Type='{relations}/worksheet' Target='worksheets/sheet1.xml'/>\
        <Relationship Id='r2' Type='{relations}/sharedStrings' Target='sharedStrings.xml'/>\
        <Relationship Id='r3' Type='{relations}/styles' Target='styles.xml'/></Relationships>"
    );
    let strings = format!(
        "<sst xmlns='{main}'><si><t>used</t></si><si><t>forgotten</t></si><si><r><t>a</t></r><r><rPr>\
        <color rgb='FFFFFFFF'/></rPr><t>b</t></r></si></sst>"
    );
    let styles = format!(
        "<styleSheet xmlns='{main}'><numFmts><numFmt numFmtId='170' formatCode=';;;'/></numFmts>\
        <fonts><font/><font><color rgb='FFFFFFFF'/></font></fonts>\
        <fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='solid'><fgColor rgb='FF000080'/></patternFill></fill></fills>\
        <cellXfs><xf/><xf fontId='1' fillId='0'/><xf fontId='1' fillId='1'/><xf numFmtId='170'/></cellXfs></styleSheet>"
    );
    let comments = format!(
        "<comments xmlns='{main}'><authors><author>Ada</author></authors><commentList><comment><text><t>who?</t></text></comment></commentList></comments>"
    );
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
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
        ("xl/comments1.xml", comments.as_bytes()),
    ]);
    let (text, lacks) = said(Kind::Xlsx, &document);
    assert!(text.contains("1: 1\tused\t[[7]]\ta[[b]]\t[[9]]\n") && text.contains("who?"), "{text}");
    let expected = [
        "definedName: kept = \"code\"",
        "formula: A1 = 1+N(\"why\")",
        "dataValidation: Hint = choose",
        "formula1: \"x,y\"",
        "sharedStrings: forgotten",
        "author: Ada",
    ];
    assert_eq!(behind(&text), expected);
    assert_eq!(named(&lacks, Lack::Concealed), ["Blad", "sharedStrings"]);
}

#[test]
fn of_slides_descriptions_and_people_are_read_apart() {
    let slide = b"<p:sld xmlns:p='p' xmlns:a='a'><p:sp><p:nvSpPr><p:cNvPr id='1' name='Picture 2' descr='a plan' title='of it'/></p:nvSpPr>\
        <a:p><a:r><a:t>seen</a:t></a:r></a:p></p:sp></p:sld>";
    let document = office(&[
        ("[Content_Types].xml", b"<Types/>"),
        (
            "ppt/presentation.xml",
            b"<p:presentation xmlns:p='p' xmlns:x='x'><x:section name='Not for all'/></p:presentation>",
        ),
        ("ppt/slides/slide1.xml", slide),
        ("ppt/commentAuthors.xml", b"<p:cmAuthorLst xmlns:p='p'><p:cmAuthor id='0' name='Ada'/></p:cmAuthorLst>"),
    ]);
    let (text, lacks) = said(Kind::Pptx, &document);
    assert!(text.starts_with("[1]\nseen\n"), "{text}");
    assert_eq!(behind(&text), ["descr: a plan", "title: of it", "name: Not for all", "author: Ada"]);
    assert_eq!(named(&lacks, Lack::Apart), ["descr", "title", "name", "author"]);
}

#[test]
fn what_the_form_of_a_text_says_is_written_in_signs() {
    let read = |body: &str| words(&format!("<w:p>{body}</w:p>"), &[]).0.trim().to_owned();
    let run = |height: &str, text: &str| {
        format!("<w:r><w:rPr><w:vertAlign w:val='{height}'/></w:rPr><w:t>{text}</w:t></w:r>")
    };
    let plain = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    assert_eq!(read(&[plain("10"), run("superscript", "6"), plain(" m")].concat()), "10^6 m");
    assert_eq!(read(&[plain("10"), run("superscript", "1"), run("superscript", "2")].concat()), "10^12");
    assert_eq!(read(&[plain("CO"), run("subscript", "2"), run("baseline", "x")].concat()), "CO_2x");
    let part = |name: &str, text: &str| format!("<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>");
    let formula = |inner: &str| format!("<w:r><w:t>dose 1</w:t></w:r><m:oMath>{inner}</m:oMath>");
    let fraction = |over: &str, under: &str| format!("<m:f>{}{}</m:f>", part("num", over), part("den", under));
    assert_eq!(read(&formula(&fraction("1", "2"))), "dose 1(1/2)");
    assert_eq!(read(&formula(&fraction("a+b", "c"))), "dose 1((a+b)/(c))");
    let power = format!("<m:sSup>{}{}</m:sSup>", part("e", "x"), part("sup", "2"));
    assert_eq!(read(&formula(&power)), "dose 1x^2");
    let field =
        |inner: &str| format!("<w:r><w:fldChar w:fldCharType='begin'><w:ffData>{inner}</w:ffData></w:fldChar></w:r>");
    let ticked = |more: &str| read(&field(&format!("<w:checkBox><w:default w:val='0'/>{more}</w:checkBox>")));
    let both = ["", "<w:checked/>", "<w:checked w:val='1'/>", "<w:checked w:val='0'/>"].map(ticked);
    let first = |text: &String| text.chars().next();
    assert_eq!(both.each_ref().map(first), [Some('☐'), Some('☒'), Some('☒'), Some('☐')]);
    let list =
        "<w:ddList><w:result w:val='1'/><w:listEntry w:val='RESTREINT'/><w:listEntry w:val='A &amp; B'/></w:ddList>";
    assert!(read(&field(list)).starts_with("A & B"), "{}", read(&field(list)));
}

#[test]
fn a_duration_in_a_table_is_no_day_and_a_power_there_is_one() {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = |links: &[(&str, &str)]| {
        let link = |(number, (kind, target)): (usize, &(&str, &str))| {
            format!("<Relationship Id='r{number}' Type='{relations}/{kind}' Target='{target}'/>")
        };
        format!("<Relationships>{}</Relationships>", links.iter().enumerate().map(link).collect::<String>())
    };
    let top = related(&[("officeDocument", "xl/workbook.xml")]);
    let links = related(&[
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    ]);
    let book = format!(
        "<workbook xmlns='{main}' xmlns:r='{relations}'><sheets><sheet name='B' sheetId='1' r:id='r0'/></sheets></workbook>"
    );
    let sheet = format!(
        "<worksheet xmlns='{main}'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>1.5</v></c>\
        <c r='C1' s='2'><v>0.5</v></c></row></sheetData></worksheet>"
    );
    let strings = format!(
        "<sst xmlns='{main}'><si><r><t>10</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>6</t></r></si></sst>"
    );
    let styles = format!(
        "<styleSheet xmlns='{main}'><numFmts count='2'><numFmt numFmtId='164' formatCode='[h]:mm'/>\
        <numFmt numFmtId='165' formatCode='h:mm'/></numFmts><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='164'/>\
        <xf numFmtId='165'/></cellXfs></styleSheet>"
    );
    let types = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";
    let file = office(&[
        ("[Content_Types].xml", types),
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ]);
    let (text, lacks) = said(Kind::Xlsx, &file);
    assert_eq!(text.trim(), "[B]\n1: 10^6\t36:00\t12:00");
    assert_eq!(lacks, [(Lack::Stored, String::new())]);
}

#[test]
fn heights_in_open_documents_and_rich_texts_have_signs_too() {
    let content = "<o:c xmlns:o='o' xmlns:t='t' xmlns:s='s'><o:automatic-styles><s:style s:name='T1'>\
        <s:text-properties s:text-position='super 58%'/></s:style><s:style s:name='T2'>\
        <s:text-properties s:text-position='-33% 58%'/></s:style></o:automatic-styles><t:p>10<t:span t:style-name='T1'>6</t:span> \
        m, CO<t:span t:style-name='T2'>2</t:span><t:span t:style-name='T3'>x</t:span></t:p></o:c>";
    let file = office(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", content.as_bytes())]);
    assert_eq!(said(Kind::Odf, &file).0.trim(), "10^6 m, CO_2x");
    let rich = br"{\rtf1\ansi 10{\super 6} m, CO{\sub 2}{\super0 x}}";
    assert_eq!(said(Kind::Rtf, rich).0, "10^6 m, CO_2x");
}
