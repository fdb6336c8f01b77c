//! Texts that are the source of something else: what other programs draw, lay out or take apart.

use crate::is_of_no_text;

/// Elements that HTML begins with where it says nothing of itself.
const OF_HTML: [&str; 46] = [
    "html",
    "head",
    "title",
    "meta",
    "link",
    "base",
    "style",
    "script",
    "noscript",
    "template",
    "body",
    "frameset",
    "header",
    "main",
    "article",
    "section",
    "nav",
    "aside",
    "footer",
    "div",
    "p",
    "span",
    "a",
    "b",
    "i",
    "u",
    "br",
    "hr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "ul",
    "ol",
    "dl",
    "table",
    "form",
    "img",
    "center",
    "font",
    "iframe",
    "input",
    "blockquote",
];

/// What the text that begins with these bytes is the source of, as `SVG`; none where it is nothing but a text.
pub fn source(start: &[u8], media_type: &str) -> Option<&'static str> {
    if media_type != "text/plain" {
        return None;
    }
    // Its ASCII letters say it, in any encoding: the other half of those of UTF-16 is zero.
    let ascii: Vec<u8> =
        start.iter().filter(|byte| **byte != 0).map(|byte| if byte.is_ascii() { *byte } else { b'\xff' }).collect();
    // Marks of an encoding, and what nobody sees.
    let begins = ascii.iter().position(|byte| *byte != b'\xff' && !is_blank(*byte))?;
    // A mark has at most four bytes: what follows other letters begins with them.
    if ascii.iter().take(begins).filter(|byte| **byte == b'\xff').count() > 4 {
        return None;
    }
    let text = ascii.get(begins..)?;
    let with = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let known = [
        ("{\\rtf", "RTF"),
        ("BEGIN:VCALENDAR", "iCalendar"),
        ("BEGIN:VCARD", "vCard"),
        ("\\documentclass", "LaTeX"),
        ("\\documentstyle", "LaTeX"),
    ];
    let known = known.into_iter().find(|(word, _)| with(word)).map(|(_, kind)| kind);
    known.or_else(|| is_mailbox(text).then_some("mbox")).or_else(|| markup(text))
}

fn is_blank(byte: u8) -> bool {
    byte.is_ascii_whitespace() || is_of_no_text(char::from(byte))
}

/// Whether it is a mailbox (RFC 4155): each of its mails stands behind a line of its own.
fn is_mailbox(text: &[u8]) -> bool {
    let mut lines = text.split(|byte| *byte == b'\n');
    let field = |line: &[u8]| {
        let name = line.split(|byte| *byte == b':').next().filter(|name| name.len() < line.len());
        name.is_some_and(|name| {
            ["from", "to", "date", "subject", "received", "return-path", "message-id"]
                .iter()
                .any(|known| name.trim_ascii_end().eq_ignore_ascii_case(known.as_bytes()))
        })
    };
    lines.next().is_some_and(|first| first.starts_with(b"From "))
        && lines.take_while(|line| !line.trim_ascii().is_empty()).any(field)
}

/// By its first element, behind declarations and comments.
fn markup(text: &[u8]) -> Option<&'static str> {
    let (mut rest, mut declared, mut document) = (text, false, None);
    loop {
        rest = rest.trim_ascii_start();
        if let Some(instruction) = rest.strip_prefix(b"<?") {
            declared |= instruction.starts_with(b"xml");
            let Some(behind) = after(instruction, b"?>") else { return declared.then_some("XML") };
            rest = behind;
        } else if let Some(comment) = rest.strip_prefix(b"<!--") {
            let Some(behind) = after(comment, b"-->") else { return declared.then_some("XML") };
            rest = behind;
        } else if rest.get(..9).is_some_and(|word| word.eq_ignore_ascii_case(b"<!DOCTYPE")) {
            let said = rest.get(9..).unwrap_or_default().trim_ascii_start();
            document = Some(of_element(&name_of(said), true));
            let Some(end) = said.iter().position(|byte| matches!(byte, b'>' | b'[')) else { return document };
            let subset = said.get(end) == Some(&b'[');
            let Some(behind) = after(said, if subset { b"]" } else { b">" }) else { return document };
            rest = if subset { after(behind, b">").unwrap_or_default() } else { behind };
        } else {
            break;
        }
    }
    let element = rest.strip_prefix(b"<").map(|tag| (name_of(tag), tag));
    let Some((name, tag)) = element.filter(|(name, _)| !name.is_empty()) else {
        return document.or(declared.then_some("XML"));
    };
    let ends = tag.get(name.len()).is_none_or(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'));
    let closed = || ["</", "/>"].iter().any(|end| after(rest, end.as_bytes()).is_some());
    let kind = of_element(&name, declared || document.is_some());
    let sure = declared || document.is_some() || ends && (kind != "XML" || closed());
    // A page may begin with anything behind its declaration.
    sure.then(|| document.filter(|document| *document == "HTML").unwrap_or(kind))
}

/// `declared`: it says that it is XML, in which letters of HTML mean nothing.
fn of_element(name: &str, declared: bool) -> &'static str {
    let local = name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
    match local.as_str() {
        "svg" => "SVG",
        "html" => "HTML",
        _ if !declared && OF_HTML.contains(&local.as_str()) => "HTML",
        _ => "XML",
    }
}

fn name_of(text: &[u8]) -> String {
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'_' | b'-' | b'.' | b'\xff');
    let name: Vec<u8> = text.iter().take_while(of_name).copied().collect();
    if name.first().is_some_and(u8::is_ascii_digit) {
        String::new()
    } else {
        name.into_iter().map(char::from).collect()
    }
}

fn after<'t>(text: &'t [u8], end: &[u8]) -> Option<&'t [u8]> {
    let at = text.windows(end.len()).position(|here| here == end)?;
    text.get(at + end.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_others_draw_or_lay_out_is_told_from_one_that_is_read_as_it_stands() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>x</text></svg>";
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        for (text, kind) in [
            (svg.as_bytes().to_vec(), Some("SVG")),
            (
                format!("\u{feff}\n<?xml version=\"1.0\"?><!-- <html> --><!DOCTYPE svg [<!ENTITY a \">\">]>{svg}")
                    .into(),
                Some("SVG"),
            ),
            (b"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\"><a:b/>".to_vec(), Some("XML")),
            (wide(&format!("\u{feff}{svg}")), Some("SVG")),
            (wide(svg), Some("SVG")),
            (b"<s:SVG xmlns:s='x'/>".to_vec(), Some("SVG")),
            (b"<!doctype html>words".to_vec(), Some("HTML")),
            (b"<!doctype html><svg></svg>".to_vec(), Some("HTML")),
            (b"<p style='x'>a<p>b".to_vec(), Some("HTML")),
            (b"<html><body><p>one <b".to_vec(), Some("HTML")),
            (b"<?xml version='1.0'?><html xmlns='x'/>".to_vec(), Some("HTML")),
            (b"<?xml version='1.0'?><p/>".to_vec(), Some("XML")),
            (b"<?xml version='1.0'".to_vec(), Some("XML")),
            (b"<note><to>b</to></note>".to_vec(), Some("XML")),
            ("<été><a/></été>".as_bytes().to_vec(), Some("XML")),
            (b" {\\rtf1 x}".to_vec(), Some("RTF")),
            (b"begin:vcalendar\nEND:VCALENDAR".to_vec(), Some("iCalendar")),
            (b"BEGIN:VCARD\n".to_vec(), Some("vCard")),
            (b"\\documentclass{article}".to_vec(), Some("LaTeX")),
            (b"From a@x Mon Jan  1 00:00:00 2026\nFrom: a@x\nSubject: x\n\nbody\n".to_vec(), Some("mbox")),
            (b"From here on nothing is said.\n\nSubject: this\n".to_vec(), None),
            (b"<jan@example.org> wrote:\n> yes </b>\n".to_vec(), None),
            (b"<3 is what they wrote, </3 too".to_vec(), None),
            (b"<to be written>".to_vec(), None),
            (b"words <b>in bold</b>".to_vec(), None),
            ("日本語の文書 <p>".as_bytes().to_vec(), None),
            (b"{\"a\": 1}".to_vec(), None),
            (b"".to_vec(), None),
        ] {
            assert_eq!(source(&text, "text/plain"), kind, "{}", String::from_utf8_lossy(&text));
        }
        assert_eq!(source(svg.as_bytes(), "text/markdown"), None, "it is laid out");
    }
}
