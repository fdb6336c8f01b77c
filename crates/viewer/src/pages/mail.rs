//! A mail (RFC 5322, 2045) as its recipient reads it: its head, its text, the rest of its fields; then each file that it brings
//! with it. Of formatted text only the text.

mod packing;
mod parts;

use mail_parser::{
    Address, Encoding, HeaderName, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType,
};

use super::apart::{Apart, RULE, one_line};
use super::bundle::{Bundle, Enclosed};
use super::html::formatted;
use crate::frame::Status;
use crate::missing::{Lack, Missings};

/// What a reader looks at first.
const CHIEF: [HeaderName<'static>; 14] = [
    HeaderName::From,
    HeaderName::Sender,
    HeaderName::ReplyTo,
    HeaderName::To,
    HeaderName::Cc,
    HeaderName::Bcc,
    HeaderName::Date,
    HeaderName::Subject,
    HeaderName::ResentFrom,
    HeaderName::ResentSender,
    HeaderName::ResentTo,
    HeaderName::ResentCc,
    HeaderName::ResentBcc,
    HeaderName::ResentDate,
];

/// What the head of a part says of how it is packed and called.
const PACKING: [HeaderName<'static>; 5] = [
    HeaderName::ContentType,
    HeaderName::ContentTransferEncoding,
    HeaderName::ContentDisposition,
    HeaderName::ContentId,
    HeaderName::MimeVersion,
];

/// None: it cannot be taken apart, and is shown as the text that it is.
pub fn read(document: &[u8], depth: u32) -> Option<Result<Bundle, Status>> {
    let mut mail = MessageParser::default().parse(document)?;
    mail.parts.first()?;
    let mut lacking = Missings::default();
    for part in &mut mail.parts {
        let raw = document.get(part.offset_body as usize..part.offset_end as usize);
        packing::read_as_it_is(part, raw.unwrap_or_default(), &mut lacking);
    }
    let (chief, rest): (Vec<_>, Vec<_>) = mail.headers().iter().partition(|header| CHIEF.contains(&header.name));
    let field = |header: &&mail_parser::Header<'_>| {
        let raw = mail.raw_message.get(header.offset_start as usize..header.offset_end as usize);
        format!("{}: {}", header.name.as_str(), one_line(&value(&header.value, raw.unwrap_or_default())))
    };
    let mut text: Vec<String> = chief.iter().map(field).collect();
    let head = text.len();
    text.push(String::new());
    let mut apart = Apart::default();
    let (bodies, seen) = bodies(&mail, &mut lacking, &mut apart);
    text.extend(bodies);
    if !rest.is_empty() {
        text.extend([String::new(), RULE.to_owned()]);
        text.extend(rest.iter().map(field));
    }
    // What the heads of its parts say besides how they are packed.
    for header in mail.parts.iter().skip(1).flat_map(|part| &part.headers) {
        if !PACKING.contains(&header.name) {
            let raw = mail.raw_message.get(header.offset_start as usize..header.offset_end as usize);
            apart.add(header.name.as_str(), &value(&header.value, raw.unwrap_or_default()));
        }
    }
    let enclosed = mail.parts.iter().enumerate().filter(|(number, _)| !seen.contains(number));
    let enclosed = enclosed.filter_map(|(_, part)| {
        let bytes = match &part.body {
            PartType::Multipart(_) => return None,
            // Packed, it has bytes of its own; else it stands in those of this one.
            PartType::Message(message) if part.encoding != Encoding::None => message.raw_message.to_vec(),
            PartType::Message(_) => {
                mail.raw_message.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default().to_vec()
            }
            _ => part.contents().to_vec(),
        };
        let kind =
            || part.content_type().map(|kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()));
        let subject = || match &part.body {
            PartType::Message(message) => message.subject().map(str::to_owned),
            _ => None,
        };
        let name = part.attachment_name().map(str::to_owned).or_else(subject).or_else(kind);
        Some(Enclosed { name: one_line(&name.unwrap_or_default()), bytes })
    });
    let enclosed: Vec<Enclosed> = enclosed.collect();
    let mut stray = parts::stray(document);
    parts::around(document, &mut lacking, &mut stray);
    stray.iter().for_each(|line| apart.add("header", line));
    let raw =
        |part: &MessagePart<'_>| document.get(part.offset_body as usize..part.offset_end as usize).unwrap_or_default();
    for part in &mail.parts {
        elsewhere(part, &mut lacking);
        packing::of(part, raw(part), mail.parts.len() == 1, &mut lacking);
    }
    let quoted = mail.parts.iter().filter(|part| packing::packed_as(part, "quoted-printable"));
    let broken: usize = quoted.map(raw).map(broken_escapes).sum();
    let mut text = text.join("\n");
    apart.write(&mut text, &mut lacking);
    let damaged = mail.parts.iter().filter(|part| part.is_encoding_problem).count();
    let lost = text.matches('\u{fffd}').count().max(damaged).max(broken);
    lacking.add_many(Lack::Undecodable, "", u32::try_from(lost).unwrap_or(u32::MAX));
    // What it was decoded into is not needed any more, and may be large.
    drop(mail);
    Some(Bundle::of(text, head, enclosed, lacking, depth))
}

/// Signs of quoted-printable (RFC 2045, 6.7) behind which neither a byte nor the end of a line stands. What programs make of them
/// differs.
fn broken_escapes(body: &[u8]) -> usize {
    let sound = |rest: &[u8]| {
        let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        match rest {
            [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => true,
            _ => matches!(rest.get(blank..), Some([b'\r' | b'\n', ..])),
        }
    };
    let signs = body.iter().enumerate().filter(|(_, byte)| **byte == b'=');
    signs.filter(|(at, _)| !sound(body.get(at + 1..).unwrap_or_default())).count()
}

/// What of a part stands outside the mail, or is packed in a way that is not known.
fn elsewhere(part: &MessagePart<'_>, lacking: &mut Missings) {
    const KNOWN: [&str; 5] = ["7bit", "8bit", "binary", "quoted-printable", "base64"];
    let packed = part.content_transfer_encoding().map(|way| way.trim().to_ascii_lowercase());
    if let Some(way) = packed.filter(|way| !way.is_empty() && !KNOWN.contains(&way.as_str())) {
        lacking.add(Lack::Packed, &way);
    }
    let kind = part.content_type();
    let outside = kind.filter(|kind| kind.subtype().is_some_and(|sub| sub.eq_ignore_ascii_case("external-body")));
    if let Some(kind) = outside {
        let said = |name: &str| kind.attribute(name).map(str::to_owned);
        let parts = || ["site", "directory", "name"].into_iter().filter_map(said).collect::<Vec<_>>().join("/");
        lacking.add(Lack::Outside, &said("url").unwrap_or_else(parts));
    }
    if let PartType::Text(text) = &part.body
        && let Some(lack) = uuencoded(text)
    {
        lacking.add(lack, "uuencode");
    }
}

/// What is to be said of a text in the middle of which a file stands, as it was sent before mails had parts: that it is packed, or
/// that its end is missing.
fn uuencoded(text: &str) -> Option<Lack> {
    let begins = |line: &str| {
        let mut words = line.split(' ');
        let rights =
            |word: &str| matches!(word.len(), 3 | 4) && word.bytes().all(|digit| (b'0'..=b'7').contains(&digit));
        words.next() == Some("begin") && words.next().is_some_and(rights) && words.next().is_some()
    };
    let mut lines = text.lines();
    lines.find(|line| begins(line))?;
    // All lines but the last are as long as they can be.
    let full = lines.clone().next().is_some_and(|line| line.len() == 61 && line.starts_with('M'));
    let ends = lines.any(|line| line.trim_end() == "end");
    if ends { Some(Lack::Packed) } else { full.then_some(Lack::CutShort) }
}

/// The texts of a mail, and which of its parts they are. One that comes as formatted text as well is shown twice where the two do
/// not say the same: other programs show the formatted one.
fn bodies(mail: &Message<'_>, lacking: &mut Missings, apart: &mut Apart) -> (Vec<String>, Vec<usize>) {
    let (mut texts, mut seen) = (Vec::<String>::new(), Vec::new());
    let listed = mail.text_body.iter().chain(&mail.html_body).map(|number| *number as usize);
    for number in listed {
        let Some(part) = mail.parts.get(number).filter(|_| !seen.contains(&number)) else { continue };
        // A text with a name of its own is a file.
        if part.attachment_name().is_some() {
            continue;
        }
        let text = match &part.body {
            PartType::Text(text) => text.replace("\r\n", "\n"),
            PartType::Html(html) => {
                lacking.add(Lack::Unformatted, "HTML");
                formatted(html, lacking, apart)
            }
            _ => continue,
        };
        seen.push(number);
        let same = |known: &String| known.split_whitespace().eq(text.split_whitespace());
        if !texts.iter().any(same) {
            if !texts.is_empty() {
                texts.push(RULE.to_owned());
            }
            texts.push(text);
        }
    }
    (texts, seen)
}

/// What a field says, in the letters that it means.
fn value(value: &HeaderValue<'_>, raw: &[u8]) -> String {
    match value {
        HeaderValue::Text(text) => text.to_string(),
        HeaderValue::Address(address) => addresses(address),
        // As it stands there.
        _ => String::from_utf8_lossy(raw).into_owned(),
    }
}

fn addresses(address: &Address<'_>) -> String {
    let one = |address: &mail_parser::Addr<'_>| match (&address.name, &address.address) {
        // A name that looks like an address must not pass for one.
        (Some(name), Some(address)) if name.contains(['<', '>', '@', ',', '"']) => {
            format!("\"{}\" <{address}>", name.trim_matches('"'))
        }
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (Some(name), None) => name.to_string(),
        (None, Some(address)) => format!("<{address}>"),
        (None, None) => String::new(),
    };
    let list = |list: &[mail_parser::Addr<'_>]| list.iter().map(one).collect::<Vec<_>>().join(", ");
    match address {
        Address::List(all) => list(all),
        Address::Group(groups) => {
            let group = |group: &mail_parser::Group<'_>| match &group.name {
                Some(name) => format!("{name}: {};", list(&group.addresses)),
                None => list(&group.addresses),
            };
            groups.iter().map(group).collect::<Vec<_>>().join(" ")
        }
    }
}
