//! A mail (RFC 5322, 2045) as who gets it reads it: its head, its text, the rest of its fields; then each file that it brings
//! with it. Of formatted text only the text.

use mail_parser::{Address, Encoding, HeaderName, HeaderValue, Message, MessageParser, MimeHeaders, PartType};

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
/// Between the text and what comes after it.
pub const RULE: &str = "————————";

/// None: it cannot be taken apart, and is shown as the text that it is.
pub fn read(document: &[u8], depth: u32) -> Option<Result<Bundle, Status>> {
    let mail = MessageParser::default().parse(document)?;
    mail.parts.first()?;
    let mut lacking = Missings::default();
    let (chief, rest): (Vec<_>, Vec<_>) = mail.headers().iter().partition(|header| CHIEF.contains(&header.name));
    let field = |header: &&mail_parser::Header<'_>| {
        let raw = mail.raw_message.get(header.offset_start as usize..header.offset_end as usize);
        format!("{}: {}", header.name.as_str(), one_line(&value(&header.value, raw.unwrap_or_default())))
    };
    let mut text: Vec<String> = chief.iter().map(field).collect();
    let head = text.len();
    text.push(String::new());
    let (bodies, seen) = bodies(&mail, &mut lacking);
    text.extend(bodies);
    if !rest.is_empty() {
        text.extend([String::new(), RULE.to_owned()]);
        text.extend(rest.iter().map(field));
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
    between(document, &mut lacking);
    let text = text.join("\n");
    let damaged = mail.parts.iter().filter(|part| part.is_encoding_problem).count();
    let lost = text.matches('\u{fffd}').count().max(damaged);
    lacking.add_many(Lack::Undecodable, "", u32::try_from(lost).unwrap_or(u32::MAX));
    Some(Bundle::of(text, head, enclosed, lacking, depth))
}

/// What stands before the first part of a mail, between its parts or behind the last one (RFC 2046, 5.1.1), and parts that end by
/// two answers: other programs may show another mail.
fn between(document: &[u8], lacking: &mut Missings) {
    let text = String::from_utf8_lossy(document).replace("\r\n", "\n");
    let Some((head, body)) = text.split_once("\n\n") else { return };
    let head = head.replace("\n\t", " ").replace("\n ", " ");
    let of = |name: &str| -> Vec<&str> {
        let field = head.lines().filter_map(|line| line.split_once(':'));
        field.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
    };
    for name in ["Content-Type", "Content-Transfer-Encoding", "From", "Subject", "Date"] {
        lacking.add_many(Lack::Twice, name, u32::from(of(name).len() > 1));
    }
    let Some(kind) = of("Content-Type").into_iter().next() else { return };
    if !kind.trim().to_ascii_lowercase().starts_with("multipart/") {
        return;
    }
    let parameters = kind.split(';').filter_map(|parameter| parameter.split_once('='));
    let boundaries: Vec<&str> = parameters
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("boundary"))
        .map(|(_, boundary)| boundary.trim().trim_matches('"'))
        .collect();
    lacking.add_many(Lack::Twice, "boundary", u32::from(boundaries.len() > 1));
    let Some(boundary) = boundaries.first().filter(|boundary| !boundary.is_empty()) else { return };
    let (part, end) = (format!("--{boundary}"), format!("--{boundary}--"));
    let (mut outside, mut within) = (0, None);
    for line in body.lines() {
        let bare = line.trim_end();
        if bare == end && within == Some(true) {
            within = Some(false);
        } else if bare == part && within.is_none() {
            within = Some(true);
        } else if within != Some(true) && !bare.is_empty() && !bare.starts_with("This is a multi") {
            outside += line.len();
        }
    }
    lacking.add_many(Lack::Follows, &outside.to_string(), u32::from(outside > 0));
}

/// The texts of a mail, and which of its parts they are. One that comes as formatted text as well is shown twice where the two do
/// not say the same: other programs show the formatted one.
fn bodies(mail: &Message<'_>, lacking: &mut Missings) -> (Vec<String>, Vec<usize>) {
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
                formatted(html, lacking)
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

pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
