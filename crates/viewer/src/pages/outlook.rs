//! A mail as Outlook keeps it ([MS-OXMSG], a compound file): its chief fields, its text, the head with which it came, then each
//! file that it brings with it.

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;
use chrono::{DateTime, SecondsFormat, Utc};
use encoding_rs::WINDOWS_1252;

use super::apart::{Apart, RULE, one_line};
use super::bundle::{Bundle, Enclosed};
use super::html::formatted as html_text;
use super::rtf;
use crate::frame::Status;
use crate::missing::{Lack, Missings};

/// Of one property or file, in bytes.
const MOST: u64 = 256 << 20;
/// Properties ([MS-OXPROPS]), by the digits that their streams are called by.
const SUBJECT: &str = "0037";
const HEAD: &str = "007D";
const BCC: &str = "0E02";
const CC: &str = "0E03";
const TO: &str = "0E04";
const SENDER: &str = "0C1A";
const SENDER_ADDRESS: &str = "0C1F";
const SENDER_SMTP: &str = "5D01";
const BODY: &str = "1000";
const BODY_RTF: &str = "1009";
const BODY_HTML: &str = "1013";
/// What is shown as a field or as a text.
const SHOWN: [&str; 10] = [SUBJECT, HEAD, BCC, CC, TO, SENDER, SENDER_ADDRESS, SENDER_SMTP, BODY, BODY_HTML];
/// Of somebody who gets it.
const NAME: &str = "3001";
const ADDRESS: &str = "3003";
const SMTP: &str = "39FE";
const DATA: &str = "3701";
const SHORT_NAME: &str = "3704";
const LONG_NAME: &str = "3707";
/// When it was sent: the tag of the property, as it stands in the stream of those of fixed length.
const SENT: [u8; 4] = [0x40, 0, 0x39, 0];

type File<'d> = CompoundFile<Cursor<&'d [u8]>>;

pub fn read(document: &[u8], depth: u32) -> Result<Bundle, Status> {
    let mut file = CompoundFile::open(Cursor::new(document)).map_err(|_| Status::Malformed)?;
    if !file.is_stream("/__properties_version1.0") {
        return Err(Status::Malformed);
    }
    let mut lacking = Missings::default();
    let mut lines = Vec::new();
    let name = text(&mut file, "/", SENDER).unwrap_or_default();
    let address = text(&mut file, "/", SENDER_SMTP).or_else(|| text(&mut file, "/", SENDER_ADDRESS));
    let from = match address {
        Some(address) if address != name => format!("{name} <{address}>"),
        _ => name,
    };
    let mut fields = vec![("From", Some(from).filter(|from| !from.is_empty()))];
    for (field, property) in [("To", TO), ("Cc", CC), ("Bcc", BCC)] {
        fields.push((field, text(&mut file, "/", property).filter(|people| !people.is_empty())));
    }
    fields.push(("Date", sent(&mut file)));
    fields.push(("Subject", text(&mut file, "/", SUBJECT)));
    for (field, said) in fields {
        lines.extend(said.map(|said| format!("{field}: {}", one_line(&said))));
    }
    let head = lines.len();
    lines.push(String::new());
    let mut apart = Apart::default();
    lines.extend(bodies(&mut file, &mut lacking, &mut apart));
    if let Some(head) = text(&mut file, "/", HEAD).filter(|head| !head.trim().is_empty()) {
        lines.extend([String::new(), RULE.to_owned(), head.replace("\r\n", "\n")]);
    }
    let enclosed = enclosed(&mut file, &mut lacking)?;
    let mut text = lines.join("\n");
    besides(&mut file, &text, &mut apart);
    apart.write(&mut text, &mut lacking);
    let lost = u32::try_from(text.matches('\u{fffd}').count()).unwrap_or(u32::MAX);
    lacking.add_many(Lack::Undecodable, "", lost);
    Bundle::of(text, head, enclosed, lacking, depth)
}

/// Its texts: plain, and those of its formatted ones that say something else. Which of them others saw is not known.
fn bodies(file: &mut File<'_>, lacking: &mut Missings, apart: &mut Apart) -> Vec<String> {
    let mut texts: Vec<String> = text(file, "/", BODY).map(|text| text.replace("\r\n", "\n")).into_iter().collect();
    let html = stream(file, &format!("/__substg1.0_{BODY_HTML}0102"));
    let html = html.map(|html| super::encoding::decode(&html).text).or_else(|| text(file, "/", BODY_HTML));
    // The library counts on the sixteen bytes of its head.
    let packed = stream(file, &format!("/__substg1.0_{BODY_RTF}0102")).filter(|packed| packed.len() > 16);
    if let Some(html) = html {
        lacking.add(Lack::Unformatted, "HTML");
        texts.push(html_text(&html, lacking, apart));
    }
    if let Some(packed) = packed {
        let rich = compressed_rtf::decompress_rtf(&packed).ok();
        let (mut more, mut besides) = (Missings::default(), Apart::default());
        let said = rich.and_then(|rich| match rtf::html(rich.as_bytes(), &mut more) {
            Some(html) => {
                more.add(Lack::Unformatted, "HTML");
                Some(html_text(&html, &mut more, &mut besides))
            }
            None => rtf::read_into(rich.as_bytes(), &mut more, &mut besides).ok(),
        });
        match said {
            // Where it is made of the other ones, it says nothing that they do not.
            Some(said) if texts.iter().any(|known| letters_of(known) == letters_of(&said)) => {}
            Some(said) => {
                lacking.append(more);
                texts.push(said);
            }
            None => lacking.add(Lack::Part, "RTF"),
        }
        besides.append_to(apart);
    }
    let mut shown = Vec::<String>::new();
    for text in texts {
        if !shown.iter().any(|known| known.split_whitespace().eq(text.split_whitespace())) {
            if !shown.is_empty() {
                shown.push(RULE.to_owned());
            }
            shown.push(text);
        }
    }
    shown
}

fn letters_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What its other properties say, by their digits, and who gets it at which address, unless `known` says it.
fn besides(file: &mut File<'_>, known: &str, apart: &mut Apart) {
    let Ok(entries) = file.read_storage("/") else { return };
    let entries: Vec<(String, bool)> = entries.map(|entry| (entry.name().to_owned(), entry.is_storage())).collect();
    for (name, is_storage) in entries {
        if is_storage && name.starts_with("__recip_version1.0_") {
            let of = |file: &mut File<'_>, property| text(file, &format!("/{name}"), property).unwrap_or_default();
            let address = Some(of(file, SMTP)).filter(|smtp| !smtp.is_empty()).unwrap_or_else(|| of(file, ADDRESS));
            if !known.contains(&address) {
                let called = of(file, NAME);
                apart.add("recipient", &format!("{called} <{address}>"));
            }
            continue;
        }
        let Some((property, kind)) = name.strip_prefix("__substg1.0_").and_then(|name| name.split_at_checked(4)) else {
            continue;
        };
        let said = match kind.get(..4) {
            Some("001F" | "001E") if !SHOWN.contains(&property) => text(file, "/", property),
            // One of several.
            Some("101F") if kind.len() > 4 => stream(file, &format!("/{name}")).map(|bytes| wide(&bytes)),
            _ => None,
        };
        if let Some(said) = said.filter(|said| !known.contains(said.trim())) {
            apart.add(property, &said);
        }
    }
}

fn enclosed(file: &mut File<'_>, lacking: &mut Missings) -> Result<Vec<Enclosed>, Status> {
    let storages = file.read_storage("/").map_err(|_| Status::Malformed)?;
    let of = |entry: &cfb::Entry| entry.is_storage() && entry.name().starts_with("__attach_version1.0_");
    let paths: Vec<String> = storages.filter(of).map(|entry| format!("/{}", entry.name())).collect();
    let mut enclosed = Vec::new();
    for path in paths {
        let name = text(file, &path, LONG_NAME).or_else(|| text(file, &path, SHORT_NAME));
        let name = one_line(&name.unwrap_or_default());
        let within = format!("{path}/__substg1.0_{DATA}000D");
        let bytes = match stream(file, &format!("{path}/__substg1.0_{DATA}0102")) {
            Some(bytes) => Some(bytes),
            None if file.is_storage(&within) => alone(file, &within),
            None => None,
        };
        match bytes {
            Some(bytes) => enclosed.push(Enclosed { name, bytes }),
            None => lacking.add(Lack::Attachment, &name),
        }
    }
    Ok(enclosed)
}

/// A mail within, as a file of its own.
fn alone(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut copy = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    let entries: Vec<(std::path::PathBuf, bool)> = file
        .walk_storage(path)
        .ok()?
        .map(|entry| (entry.path().to_owned(), entry.is_storage()))
        .filter(|(of, _)| of.as_os_str() != path)
        .collect();
    for (from, is_storage) in entries {
        let to = std::path::Path::new("/").join(from.strip_prefix(path).ok()?);
        if is_storage {
            copy.create_storage(&to).ok()?;
        } else {
            let bytes = stream(file, from.to_str()?)?;
            copy.create_stream(&to).ok()?.write_all(&bytes).ok()?;
        }
    }
    copy.flush().ok()?;
    Some(copy.into_inner().into_inner())
}

/// A property that is text: in UTF-16, or in eight bits.
fn text(file: &mut File<'_>, storage: &str, property: &str) -> Option<String> {
    let storage = storage.trim_end_matches('/');
    if let Some(bytes) = stream(file, &format!("{storage}/__substg1.0_{property}001F")) {
        return Some(wide(&bytes));
    }
    let narrow = stream(file, &format!("{storage}/__substg1.0_{property}001E"))?;
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&narrow);
    Some(text.trim_end_matches('\0').to_owned())
}

fn wide(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned()
}

fn stream(file: &mut File<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let stream = file.open_stream(path).ok()?;
    stream.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// As RFC 3339. In the file: a hundred nanoseconds since 1601.
fn sent(file: &mut File<'_>) -> Option<String> {
    let properties = stream(file, "/__properties_version1.0")?;
    let mut places = properties.chunks_exact(8);
    places.find(|place| place.starts_with(&SENT))?;
    let ticks = i64::from_le_bytes(places.next()?.try_into().ok()?);
    let since_1970 = ticks.checked_sub(116_444_736_000_000_000)?.checked_mul(100)?;
    let at: DateTime<Utc> = DateTime::from_timestamp_nanos(since_1970);
    Some(at.to_rfc3339_opts(SecondsFormat::Secs, true))
}
