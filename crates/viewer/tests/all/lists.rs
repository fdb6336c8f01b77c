//! The numbers of lists and headings, which programs compute and no text of a file holds: they stand in what is read.

use viewer::{Kind, Lack};

use super::enclosed::{office, said, words};

/// A level of a list of a word-processing document: its form, what it is written by, what else it says.
fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )
}

/// Lists by their numbers, from 1, and what uses them otherwise.
fn numbering(lists: &[String], more: &str) -> String {
    let list = |(at, levels): (usize, &String)| {
        format!("<w:abstractNum w:abstractNumId='{}'>{levels}</w:abstractNum>", at + 1)
    };
    let num = |at: usize| format!("<w:num w:numId='{at}'><w:abstractNumId w:val='{at}'/></w:num>");
    let described: String = lists.iter().enumerate().map(list).collect();
    let used: String = (1..=lists.len()).map(num).collect();
    format!("<w:numbering xmlns:w='w'>{described}{used}{more}</w:numbering>")
}

/// A paragraph of a level of a list.
fn item(list: usize, level: usize, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr>\
        <w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

/// The lines of the text, and what of its numbers is said.
fn read(body: &str, numbering: &str, styles: &str) -> (Vec<String>, Vec<String>) {
    let mut parts: Vec<(&str, &[u8])> = Vec::new();
    if !numbering.is_empty() {
        parts.push(("word/numbering.xml", numbering.as_bytes()));
    }
    if !styles.is_empty() {
        parts.push(("word/styles.xml", styles.as_bytes()));
    }
    let (text, lacks) = words(body, &parts);
    (lines(&text), of_numbers(&lacks))
}

fn lines(text: &str) -> Vec<String> {
    let shown = text.split("————————").next().unwrap_or_default();
    shown.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn of_numbers(lacks: &[(Lack, String)]) -> Vec<String> {
    lacks.iter().filter(|(lack, _)| *lack == Lack::Numbering).map(|(_, name)| name.clone()).collect()
}

#[test]
fn an_order_that_says_see_point_3_b_can_be_followed() {
    let levels = [level(0, "decimal", "%1.", ""), level(1, "lowerLetter", "%2)", "")].concat();
    let body = [
        item(1, 0, "cross"),
        item(1, 0, "wait"),
        item(1, 0, "report"),
        item(1, 1, "by radio"),
        item(1, 1, "to the bridge"),
        item(1, 0, "return"),
        item(1, 1, "by night"),
    ]
    .concat();
    let (lines, lacks) = read(&body, &numbering(&[levels], ""), "");
    let expected = ["1. cross", "2. wait", "3. report", "a) by radio", "b) to the bridge", "4. return", "a) by night"];
    assert_eq!(lines, expected);
    assert_eq!(lacks, [""; 0]);
}

#[test]
fn numbers_of_several_levels_are_written_each_in_its_form() {
    let levels = [
        level(0, "upperRoman", "Article %1 –", ""),
        level(1, "decimalZero", "%1.%2", ""),
        level(2, "lowerRoman", "%1.%2.%3", "<w:isLgl/>"),
        level(3, "none", "", ""),
        level(4, "bullet", "&#xF0B7;", ""),
        level(5, "ordinal", "%6", "<w:suff w:val='nothing'/>"),
    ]
    .concat();
    let body: String = (0..6).map(|level| item(1, level, "x")).collect();
    let (lines, lacks) = read(&body, &numbering(&[levels], ""), "");
    assert_eq!(lines, ["Article I – x", "I.01 x", "1.1.1 x", "x", "• x", "1stx"]);
    assert_eq!(lacks, [""; 0]);
    // In the language of the document.
    let styles = "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='fr-BE'/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>";
    let ordinal = numbering(&[level(0, "ordinal", "%1", "")], "");
    assert_eq!(read(&item(1, 0, "x"), &ordinal, styles).0, ["1er x"]);
}

#[test]
fn a_list_begins_again_where_it_says_so_and_goes_on_elsewhere() {
    let levels = |restart: &str| {
        [
            level(0, "decimal", "%1.", ""),
            level(1, "decimal", "%1.%2", ""),
            level(2, "decimal", "%3)", &format!("<w:lvlRestart w:val='{restart}'/>")),
        ]
        .concat()
    };
    let body: String = [0, 1, 2, 1, 2, 0, 1, 2].into_iter().map(|level| item(1, level, "x")).collect();
    let third = |restart: &str| {
        let (lines, _) = read(&body, &numbering(&[levels(restart)], ""), "");
        lines.into_iter().filter(|line| line.contains(')')).collect::<Vec<_>>().join(" ")
    };
    assert_eq!([third("0"), third("1"), third("2")], ["1) x 2) x 3) x", "1) x 2) x 1) x", "1) x 1) x 1) x"]);
    // Another use of the same list goes on with it, unless it has a start of its own.
    let more = "<w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num>\
        <w:num w:numId='8'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>\
        <w:num w:numId='9'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'><w:numFmt w:val='upperLetter'/><w:lvlText w:val='%1'/></w:lvl></w:lvlOverride></w:num>";
    let body: String = [1, 7, 8, 8, 9].into_iter().map(|list| item(list, 0, "x")).collect();
    let (lines, _) = read(&body, &numbering(&[levels("2")], more), "");
    assert_eq!(lines, ["1. x", "2. x", "5. x", "6. x", "G x"]);
    // A level above that has no paragraph yet counts as its first.
    assert_eq!(read(&item(1, 1, "x"), &numbering(&[levels("2")], ""), "").0, ["1.1 x"]);
}

#[test]
fn styles_number_headings_and_a_paragraph_may_do_without() {
    let levels = [
        level(0, "decimal", "%1", "<w:pStyle w:val='Heading1'/>"),
        level(1, "decimal", "%1.%2", "<w:pStyle w:val='Heading2'/>"),
    ]
    .concat();
    let style = |id: &str, based: &str, number: &str| {
        format!(
            "<w:style w:type='paragraph' w:styleId='{id}'><w:basedOn w:val='{based}'/><w:pPr>{number}</w:pPr></w:style>"
        )
    };
    let of_list = "<w:numPr><w:numId w:val='1'/></w:numPr>";
    let styles = format!(
        "<w:styles>{}{}{}{}</w:styles>",
        style("Heading1", "Normal", of_list),
        style("Heading2", "Heading1", of_list),
        style("Own", "Heading2", ""),
        style("Plain", "Heading1", "<w:numPr><w:numId w:val='0'/></w:numPr>"),
    );
    let styled = |style: &str, number: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val='{style}'/>{number}</w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>")
    };
    let body = [
        styled("Heading1", ""),
        styled("Heading2", ""),
        styled("Own", ""),
        styled("Plain", ""),
        styled("Heading1", "<w:numPr><w:numId w:val='0'/></w:numPr>"),
        styled("Heading1", "<w:pPrChange><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:pPrChange>"),
    ]
    .concat();
    let (lines, lacks) = read(&body, &numbering(&[levels], ""), &styles);
    assert_eq!(lines, ["1 Heading1", "1.1 Heading2", "1.2 Own", "Plain", "Heading1", "2 Heading1"]);
    assert_eq!(lacks, [""; 0]);
    // The style of paragraphs that name none.
    let usual = format!(
        "<w:styles><w:style w:type='paragraph' w:default='1' w:styleId='N'><w:pPr>{of_list}</w:pPr></w:style></w:styles>"
    );
    let (lines, _) =
        read("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/>", &numbering(&[level(0, "decimal", "%1", "")], ""), &usual);
    assert_eq!(lines, ["1 a", "2 "]);
    // A list that is described by a style.
    let more = "<w:abstractNum w:abstractNumId='5'><w:numStyleLink w:val='L'/></w:abstractNum><w:num w:numId='5'><w:abstractNumId w:val='5'/></w:num>";
    let linked =
        format!("<w:styles><w:style w:type='numbering' w:styleId='L'><w:pPr>{of_list}</w:pPr></w:style></w:styles>");
    let (lines, _) = read(&item(5, 0, "a"), &numbering(&[level(0, "upperLetter", "%1.", "")], more), &linked);
    assert_eq!(lines, ["A. a"]);
}

#[test]
fn deleted_paragraphs_keep_their_number_and_that_is_said() {
    let numbered = numbering(&[level(0, "decimal", "%1.", "")], "");
    let ended = |mark: &str, run: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr><w:rPr>{mark}</w:rPr></w:pPr>{run}</w:p>"
        )
    };
    let deleted = ended("<w:del/>", "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>");
    let body = [item(1, 0, "one"), deleted, item(1, 0, "three")].concat();
    let (text, lacks) = words(&body, &[("word/numbering.xml", numbered.as_bytes())]);
    assert_eq!(text, "1. one\n2. ~~gone~~\n3. three\n");
    assert!(lacks.contains(&(Lack::Counted, String::new())), "{lacks:?}");
    // What is hidden with its end is no paragraph of the list for programs that hide it.
    let hidden = ended("<w:vanish/>", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>");
    let body = [item(1, 0, "one"), hidden, item(1, 0, "two")].concat();
    let (text, lacks) = words(&body, &[("word/numbering.xml", numbered.as_bytes())]);
    assert_eq!(text, "1. one\n[[unseen]]\n2. two\n");
    assert!(lacks.iter().all(|(lack, _)| *lack != Lack::Counted), "{lacks:?}");
}

#[test]
fn what_is_said_twice_for_two_kinds_of_programs_is_counted_once() {
    let numbered = numbering(&[level(0, "decimal", "%1.", "")], "");
    let inner = [item(1, 0, "a"), item(1, 0, "b")].concat();
    let boxed = format!("<w:txbxContent>{inner}</w:txbxContent>");
    let body = format!(
        "{}<w:p><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
        item(1, 0, "first"),
        item(1, 0, "second")
    );
    let (text, lacks) = words(&body, &[("word/numbering.xml", numbered.as_bytes())]);
    assert_eq!(lines(&text), ["1. first", "1. a", "2. b", "2. second"], "boxes are counted apart: {text}");
    assert!(!text.contains("Fallback") && lacks.is_empty(), "{text} {lacks:?}");
}

#[test]
fn what_is_not_known_of_a_list_is_said_by_its_name_and_has_a_sign() {
    let lists = [
        level(0, "hebrew1", "%1.", ""),
        level(0, "custom", "%1.", ""),
        level(0, "bullet", "&#xF021;", ""),
        level(0, "decimal", "%1.", "").replace("<w:start w:val='1'/>", "<w:start w:val='1000000000000'/>"),
        level(0, "lowerLetter", "%1.", "").replace("<w:start w:val='1'/>", "<w:start w:val='781'/>"),
    ];
    let body: String = (1..=6).map(|list| item(list, 0, "x")).chain([item(1, 12, "x")]).collect();
    let (lines, lacks) = read(&body, &numbering(&lists, ""), "");
    assert_eq!(lines, ["• x"; 7]);
    let expected = ["hebrew1", "custom", "U+F021", "decimal ≥ 2147483647", "letter 781", "numId 6", "numId 1 ilvl 12"];
    assert_eq!(lacks, expected);
    let lost = "<w:numbering><w:num w:numId='1'><w:abstractNumId w:val='9'/></w:num></w:numbering>";
    assert_eq!(read(&item(1, 0, "x"), lost, ""), (vec!["• x".to_owned()], vec!["numId 1 ilvl 0".to_owned()]));
    let (lines, lacks) = read(&item(1, 0, "x"), "<w:numbering><w:num", "");
    assert_eq!(lines, ["• x"]);
    assert!(lacks.contains(&"numbering.xml".to_owned()), "{lacks:?}");
}

#[test]
fn hostile_lists_end() {
    let circle = "<w:styles><w:style w:styleId='a'><w:basedOn w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>";
    let body = "<w:p><w:pPr><w:pStyle w:val='a'/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    assert_eq!(read(body, "", circle), (vec!["x".to_owned()], vec!["basedOn".to_owned()]));
    // A list that a style describes, by that list.
    let itself = "<w:numbering><w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='L'/></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num></w:numbering>";
    let style =
        "<w:styles><w:style w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style></w:styles>";
    assert_eq!(read(&item(1, 0, "x"), itself, style).0, ["• x"]);
    let deep: String = (0..10_000).map(|at| level(at, "decimal", "%1%2%3%4%5%6%7%8%9", "")).collect();
    let (lines, _) = read(&item(1, 8, "x"), &numbering(&[deep], ""), "");
    assert_eq!(lines, ["111111111 x"]);
    let long = numbering(&[level(0, "decimal", &"%1".repeat(5_000), "")], "");
    assert!(read(&item(1, 0, "x"), &long, "").0[0].chars().count() < 120);
    let boxes =
        format!("{}{}", "<w:p><w:r><w:txbxContent>".repeat(2_000), "</w:txbxContent></w:r></w:p>".repeat(2_000));
    assert_eq!(read(&boxes, "", "").1, [""; 0]);
    let lists = format!(
        "{}<text:p>x</text:p>{}",
        "<text:list><text:list-item>".repeat(10_000),
        "</text:list-item></text:list>".repeat(10_000)
    );
    assert_eq!(open(&lists, "", ""), (vec!["• x".to_owned()], vec!["list-style".to_owned()]));
}

/// An open document: its text, its own styles, those of the whole.
fn open(body: &str, automatic: &str, styles: &str) -> (Vec<String>, Vec<String>) {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:style='s'><office:automatic-styles>{automatic}</office:automatic-styles>\
        <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles xmlns:office='o'><office:styles>{styles}</office:styles></office:document-styles>"
    );
    let file = office(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("styles.xml", styles.as_bytes()),
    ]);
    let (text, lacks) = said(Kind::Odf, &file);
    (lines(&text), of_numbers(&lacks))
}

const LIST: &str = "<text:list-style style:name='L'>\
    <text:list-level-style-number text:level='1' style:num-format='1' style:num-suffix='.'/>\
    <text:list-level-style-number text:level='2' style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>\
    <text:list-level-style-number text:level='3' style:num-format='i' text:display-levels='3' text:start-value='4'/></text:list-style>\
    <text:list-style style:name='B'><text:list-level-style-bullet text:level='1' text:bullet-char='–'/></text:list-style>";

#[test]
fn lists_of_an_open_document_are_numbered_as_their_styles_say() {
    let list = |attributes: &str, items: &[&str]| {
        let items: String = items.iter().map(|item| format!("<text:list-item>{item}</text:list-item>")).collect();
        format!("<text:list {attributes}>{items}</text:list>")
    };
    let inner =
        list("", &["<text:p>x</text:p>", &format!("<text:p>y</text:p>{}", list("", &["<text:p>deep</text:p>"]))]);
    let body = [
        list(
            "text:style-name='L' xml:id='one'",
            &[
                "<text:p>a</text:p><text:p>more of it</text:p>",
                &format!("<text:p>b</text:p>{inner}"),
                "<text:p>c</text:p>",
            ],
        ),
        list("text:style-name='L'", &["<text:p>again</text:p>"]),
        list("text:style-name='L' text:continue-numbering='true'", &["<text:p>on</text:p>"]),
        list("text:style-name='L' text:continue-list='one'", &["<text:p>d</text:p>"]),
        list("text:style-name='L' text:continue-list='one'", &["<text:p>e</text:p>"]),
        list("text:style-name='B'", &["<text:p>sign</text:p>"]),
        "<text:list text:style-name='L'><text:list-header><text:p>head</text:p></text:list-header>\
        <text:list-item text:start-value='7'><text:p>seven</text:p></text:list-item></text:list>"
            .to_owned(),
    ]
    .concat();
    let (lines, lacks) = open(&body, LIST, "");
    let expected = [
        "1. a",
        "more of it",
        "2. b",
        "(a) x",
        "(b) y",
        "2.b.iv deep",
        "3. c",
        "1. again",
        "2. on",
        "4. d",
        "5. e",
        "– sign",
        "head",
        "7. seven",
    ];
    assert_eq!(lines, expected);
    assert_eq!(lacks, [""; 0]);
    // By the style of the paragraph; and as newer programs write the form of a number.
    let styled = "<style:style style:name='P' style:family='paragraph' style:parent-style-name='Q'/>\
        <style:style style:name='Q' style:family='paragraph' style:list-style-name='F'/>\
        <text:list-style style:name='F'><text:list-level-style-number text:level='1' style:num-format='A' loext:num-list-format='[%1%]'/></text:list-style>";
    let by_style = list("", &["<text:p text:style-name='P'>x</text:p>"]);
    assert_eq!(open(&by_style, styled, "").0, ["[A] x"]);
}

#[test]
fn headings_of_an_open_document_have_the_numbers_of_its_outline() {
    let outline = "<text:outline-style style:name='O'>\
        <text:outline-level-style text:level='1' style:num-format='I'/>\
        <text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style>\
        <style:style style:name='Bare' style:family='paragraph' style:list-style-name=''/>";
    let heading = |level: u32, more: &str| format!("<text:h text:outline-level='{level}' {more}>x</text:h>");
    let body = [
        heading(1, ""),
        heading(2, ""),
        heading(2, "text:style-name='Bare'"),
        heading(2, "text:is-list-header='true'"),
        heading(2, ""),
        heading(1, "text:restart-numbering='true' text:start-value='5'"),
        heading(2, ""),
        heading(3, ""),
    ]
    .concat();
    assert_eq!(open(&body, "", outline).0, ["I x", "I.1 x", "x", "x", "I.2 x", "V x", "V.1 x", "x"]);
    // A number that was kept for programs that know no lists is shown as what those others do not show.
    let kept = "<text:h text:outline-level='1'><text:number>IX</text:number>x</text:h>";
    assert_eq!(open(kept, "", outline).0, ["I [[IX]]x"]);
}

#[test]
fn what_was_deleted_of_an_open_list_is_not_counted_and_that_is_said() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let body = format!(
        "<text:tracked-changes><text:changed-region><text:deletion><text:list text:style-name='L'>{}</text:list></text:deletion></text:changed-region></text:tracked-changes>\
        <text:list text:style-name='L'>{}</text:list>",
        item("gone"),
        item("here")
    );
    let (lines, lacks) = open(&body, LIST, "");
    assert_eq!(lines, ["~~• gone", "~~1. here"]);
    assert_eq!(lacks, ["deletion"]);
    let unknown = "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='א, ב'/></text:list-style>";
    let (lines, lacks) = open(&format!("<text:list text:style-name='L'>{}</text:list>", item("x")), unknown, "");
    assert_eq!((lines, lacks), (vec!["• x".to_owned()], vec!["num-format א, ב".to_owned()]));
}

/// A presentation of one slide, with other parts.
fn slide(paragraphs: &str, more: &[(&str, &[u8])]) -> (Vec<String>, Vec<String>) {
    let slide = format!("<p:sld xmlns:p='p' xmlns:a='a'><p:sp><p:txBody>{paragraphs}</p:txBody></p:sp></p:sld>");
    let own: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", b"<p:presentation xmlns:p='p'/>"),
        ("ppt/slides/slide1.xml", slide.as_bytes()),
    ];
    let (text, lacks) = said(Kind::Pptx, &office(&[&own, more].concat()));
    (lines(&text).into_iter().skip(1).collect(), of_numbers(&lacks))
}

#[test]
fn lists_of_a_slide_are_numbered_as_its_paragraphs_and_its_shapes_say() {
    let line = |properties: &str, text: &str| format!("<a:p>{properties}<a:r><a:t>{text}</a:t></a:r></a:p>");
    let auto = |level: u32, kind: &str| format!("<a:pPr lvl='{level}'><a:buAutoNum type='{kind}'/></a:pPr>");
    let from = |first: u32| format!("<a:pPr><a:buAutoNum type='arabicParenR' startAt='{first}'/></a:pPr>");
    let body = [
        line(&auto(0, "arabicPeriod"), "a"),
        line(&auto(1, "alphaLcParenBoth"), "b"),
        line(&auto(1, "alphaLcParenBoth"), "c"),
        format!("<a:p>{}<a:endParaRPr/></a:p>", auto(0, "arabicPeriod")),
        line(&auto(0, "arabicPeriod"), "d"),
        line(&auto(1, "romanUcPlain"), "e"),
        line("<a:pPr><a:buFont typeface='Wingdings'/><a:buChar char='§'/></a:pPr>", "f"),
        line(&auto(0, "arabicPeriod"), "g"),
        line(&from(3), "h"),
        line(&from(3), "i"),
        line("<a:pPr><a:buNone/></a:pPr>", "j"),
        line(&auto(0, "circleNumDbPlain"), "k"),
    ]
    .concat();
    let (lines, lacks) = slide(&body, &[]);
    let expected = ["1. a", "(a) b", "(b) c", "2. d", "I e", "• f", "1. g", "3) h", "4) i", "j", "• k"];
    assert_eq!(lines, expected);
    assert_eq!(lacks, ["buAutoNum circleNumDbPlain"]);
    let shape = "<a:lstStyle><a:lvl1pPr><a:buAutoNum type='alphaUcPeriod'/></a:lvl1pPr></a:lstStyle>";
    assert_eq!(slide(&format!("{shape}{}{}", line("", "x"), line("", "y")), &[]).0, ["A. x", "B. y"]);
    // What a layout gives is named, not guessed.
    let layout =
        b"<p:sldLayout xmlns:p='p' xmlns:a='a'><a:lvl1pPr><a:buAutoNum type='arabicPeriod'/></a:lvl1pPr></p:sldLayout>";
    let (_, lacks) = slide(&line("", "x"), &[("ppt/slideLayouts/slideLayout1.xml", layout)]);
    assert_eq!(lacks, ["buAutoNum"]);
}

#[test]
fn the_numbers_that_a_rich_text_holds_are_read_and_those_that_it_does_not_are_said() {
    let rich = |body: &str| {
        let (text, lacks) = said(Kind::Rtf, format!("{{\\rtf1\\ansi {body}}}").as_bytes());
        (text.trim_end().to_owned(), of_numbers(&lacks))
    };
    let held = r"\pard{\listtext\pard\plain 3.\tab}\ls1\ilvl0 report\par{\listtext\pard\plain 4.\tab}return\par\par";
    assert_eq!(rich(held), ("3.\treport\n4.\treturn".to_owned(), Vec::new()));
    let starred = r"\pard{\*\listtext 3.\tab}\ls1 report\par";
    assert_eq!(rich(starred), ("3.\treport".to_owned(), Vec::new()));
    let old = r"\pard{\pntext b)\tab}{\*\pn\pnlvlbody\pnlcltr{\pntxta )}}wait\par";
    assert_eq!(rich(old), ("b)\twait".to_owned(), Vec::new()));
    for (lost, why) in [(r"\pard\ls1 report\par", "ls"), (r"\pard{\*\pn\pnlvlbody\pndec}wait", "pn")] {
        assert_eq!(rich(lost).1, [why], "{lost}");
    }
    assert_eq!(rich(r"word{\super\chftn}{\footnote\pard{\super\chftn} the note}\par").1, ["chftn"]);
    for none in [r"\pard\ls0 x\par", r"\pard\ls1\par\pard x\par", r"{\stylesheet{\s1\ls1 Heading;}}\pard x\par"] {
        assert_eq!(rich(none).1, [""; 0], "{none}");
    }
}

#[test]
fn notes_have_the_number_that_the_text_refers_to_them_by() {
    let reference = |kind: &str, id: u32, more: &str| {
        format!("<w:p><w:r><w:t>see</w:t></w:r><w:r><w:{kind}Reference {more} w:id='{id}'/></w:r></w:p>")
    };
    let body = [
        reference("footnote", 7, ""),
        reference("footnote", 3, ""),
        reference("footnote", 7, ""),
        reference("endnote", 2, ""),
        reference("footnote", 9, "w:customMarkFollows='1'"),
    ]
    .concat();
    let note = |kind: &str, id: u32, text: &str| {
        format!(
            "<w:{kind} w:id='{id}'><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space='preserve'> {text}</w:t></w:r></w:p></w:{kind}>"
        )
    };
    let feet = format!("<w:footnotes>{}{}</w:footnotes>", note("footnote", 3, "three"), note("footnote", 7, "seven"));
    let ends = format!("<w:endnotes>{}</w:endnotes>", note("endnote", 2, "two"));
    let read = |settings: &str| {
        let settings = format!("<w:settings>{settings}</w:settings>");
        let parts: [(&str, &[u8]); 3] = [
            ("word/footnotes.xml", feet.as_bytes()),
            ("word/endnotes.xml", ends.as_bytes()),
            ("word/settings.xml", settings.as_bytes()),
        ];
        let (text, lacks) = words(&body, &parts);
        (lines(&text), of_numbers(&lacks))
    };
    let (shown, lacks) = read("");
    let expected = ["see[^1]", "see[^2]", "see[^1]", "see[^i]", "see", "[^2] three", "[^1] seven", "[^i] two"];
    assert_eq!(shown, expected);
    assert_eq!(lacks, [""; 0]);
    let from = "<w:footnotePr><w:numFmt w:val='upperLetter'/><w:numStart w:val='3'/></w:footnotePr><w:endnotePr/><w:numFmt w:val='chicago'/>";
    assert_eq!(read(from).0[..4], ["see[^C]", "see[^D]", "see[^C]", "see[^i]"]);
    let unknown = "<w:footnotePr><w:numFmt w:val='chicago'/><w:numRestart w:val='eachPage'/></w:footnotePr>";
    let (shown, lacks) = read(unknown);
    assert_eq!(shown[..2], ["see[^•]", "see[^•]"]);
    assert_eq!(lacks, ["numRestart eachPage", "chicago"]);
    let note = "<text:p>see<text:note><text:note-citation>4</text:note-citation><text:note-body><text:p>four</text:p></text:note-body></text:note> there</text:p>";
    assert_eq!(open(note, "", "").0, ["see[^4]four", " there"]);
}

#[test]
fn lines_of_a_mail_have_the_numbers_that_its_form_gives_them() {
    let read = |html: &str| {
        let mail = format!("From: a@example.org\nSubject: x\nContent-Type: text/html\n\n{html}\n");
        let (text, lacks) = said(Kind::Text, mail.as_bytes());
        (text, of_numbers(&lacks))
    };
    let (text, lacks) =
        read("<ol start=3><li>one<ol type=a><li>deep</ol><li hidden>unseen<li>two</ol><ul><li>three</ul>");
    for line in ["3. one\n", "a. deep\n", "4. two\n", "• three"] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert_eq!(lacks, [""; 0]);
    let (text, lacks) = read("<style>ol { list-style: lower-greek }</style><ol><li>one</ol>");
    assert!(text.contains("• one"), "{text}");
    assert_eq!(lacks, ["ol list-style"]);
}
