//! A mail as Outlook keeps it ([MS-OXMSG], a compound file): its chief fields, its text, the head with which it came, then each
//! file that it brings with it.

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;
use chrono::{DateTime, SecondsFormat, Utc};
use encoding_rs::WINDOWS_1252;

use super::bundle::{Bundle, Enclosed};
use super::html::formatted as html_text;
use super::mail::{RULE, one_line};
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
    lines.extend(body(&mut file, &mut lacking));
    if let Some(head) = text(&mut file, "/", HEAD).filter(|head| !head.trim().is_empty()) {
        lines.extend([String::new(), RULE.to_owned(), head.replace("\r\n", "\n")]);
    }
    let enclosed = enclosed(&mut file, &mut lacking)?;
    let text = lines.join("\n");
    let lost = u32::try_from(text.matches('\u{fffd}').count()).unwrap_or(u32::MAX);
    lacking.add_many(Lack::Undecodable, "", lost);
    Bundle::of(text, head, enclosed, lacking, depth)
}

/// Its plain text; else that of its formatted one.
fn body(file: &mut File<'_>, lacking: &mut Missings) -> Option<String> {
    let plain = text(file, "/", BODY).map(|text| text.replace("\r\n", "\n"));
    let html = stream(file, &format!("/__substg1.0_{BODY_HTML}0102"));
    let packed = stream(file, &format!("/__substg1.0_{BODY_RTF}0102"));
    let formatted = html.is_some() || text(file, "/", BODY_HTML).is_some();
    if formatted {
        lacking.add(Lack::Unformatted, "HTML");
    } else if packed.is_some() {
        lacking.add(Lack::Unformatted, "RTF");
    }
    let html = || {
        let html = html.map(|html| super::encoding::decode(&html).text);
        html.or_else(|| text(file, "/", BODY_HTML)).map(|html| html_text(&html, lacking))
    };
    plain.or_else(html).or_else(|| {
        // The library counts on the sixteen bytes of its head.
        let packed = packed.filter(|packed| packed.len() > 16)?;
        let rtf = compressed_rtf::decompress_rtf(&packed).ok()?;
        rtf::text(rtf.as_bytes()).ok().map(|(text, _)| text)
    })
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
    if let Some(wide) = stream(file, &format!("{storage}/__substg1.0_{property}001F")) {
        let units: Vec<u16> = wide.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
        return Some(String::from_utf16_lossy(&units).trim_end_matches('\0').to_owned());
    }
    let narrow = stream(file, &format!("{storage}/__substg1.0_{property}001E"))?;
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(&narrow);
    Some(text.trim_end_matches('\0').to_owned())
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
