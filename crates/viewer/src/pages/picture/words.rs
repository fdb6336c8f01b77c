//! What a file of a picture says besides its pixels: comments, descriptions, who made it, where and when. Programs show it in a panel
//! of its own, or not at all. Each stands in the text of the file with its kind, as the file calls it.

use std::io::Read;

use flate2::read::ZlibDecoder;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::office::character;
use super::said::{PictureWords, readable};
use super::{Format, exif, structure};
use crate::missing::Lack;

/// A packed comment that unpacks to more is named and not read.
const MOST_UNPACKED: u64 = 1024 * 1024;
/// Elements of one description that are read.
const MOST_ELEMENTS: usize = 100_000;
/// What a photograph is told by (IPTC IIM 4.2, record 2).
const PRESS: [(u8, &str); 12] = [
    (5, "ObjectName"),
    (25, "Keywords"),
    (40, "SpecialInstructions"),
    (80, "By-line"),
    (90, "City"),
    (92, "Sublocation"),
    (101, "Country"),
    (105, "Headline"),
    (110, "Credit"),
    (115, "Source"),
    (116, "CopyrightNotice"),
    (120, "Caption"),
];

impl PictureWords {
    pub fn of(format: Format, document: &[u8]) -> PictureWords {
        let mut words = PictureWords::default();
        match format {
            Format::Png => words.png(document),
            Format::Jpeg => words.jpeg(document),
            Format::WebP => words.webp(document),
            Format::Gif => words.gif(document),
            Format::Bmp => {}
        }
        words
    }

    /// In UTF-8, or else in Latin-1, as the format has it.
    fn say(&mut self, kind: &str, bytes: &[u8]) {
        self.apart.add(kind, &readable(bytes));
    }

    fn lost(&mut self, kind: &str) {
        self.missing.add(Lack::Part, kind);
    }

    /// Comments, and segments of applications: EXIF, XMP, and what photographers write (IPTC).
    fn jpeg(&mut self, document: &[u8]) {
        let mut rest = document.get(2..).unwrap_or_default();
        let mut extended = Vec::new();
        while let Some([0xff, marker, high, low]) = rest.first_chunk::<4>() {
            if *marker == 0xff {
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            let segment = rest.get(4..length.saturating_add(2)).unwrap_or_default();
            match *marker {
                0xfe => self.say("comment", segment),
                0xe1 => {
                    if let Some(tiff) = segment.strip_prefix(b"Exif\0\0") {
                        exif::read(tiff, self);
                    } else if let Some(xmp) = segment.strip_prefix(b"http://ns.adobe.com/xap/1.0/\0") {
                        self.xmp(xmp);
                    } else if let Some(more) = segment.strip_prefix(b"http://ns.adobe.com/xmp/extension/\0") {
                        // The sum, the size, and where this part belongs; they come in their order.
                        extended.extend_from_slice(more.get(40..).unwrap_or_default());
                    }
                }
                0xed => {
                    if let Some(resources) = segment.strip_prefix(b"Photoshop 3.0\0") {
                        self.photoshop(resources);
                    }
                }
                0xda | 0xd9 => break,
                _ => {}
            }
            rest = rest.get(length.max(2).saturating_add(2)..).unwrap_or_default();
        }
        if !extended.is_empty() {
            self.xmp(&extended);
        }
        self.behind_scans(document);
    }

    /// A comment may stand between two scans, or behind the last one.
    fn behind_scans(&mut self, document: &[u8]) {
        let document = structure::end(Format::Jpeg, document).and_then(|end| document.get(..end)).unwrap_or(document);
        let mut at = document.windows(2).position(|pair| pair == [0xff, 0xda]).unwrap_or(document.len());
        while let Some(found) =
            document.get(at..).and_then(|rest| rest.windows(2).position(|pair| pair == [0xff, 0xfe]))
        {
            at += found;
            let length =
                document.get(at + 2..).and_then(<[u8]>::first_chunk).map_or(0, |pair| u16::from_be_bytes(*pair));
            let segment = document.get(at + 4..at + 2 + usize::from(length)).unwrap_or_default();
            self.say("comment", segment);
            at += 2 + usize::from(length);
        }
    }

    /// Texts plain, packed and in other languages, EXIF, and the time (PNG 3, 11.3).
    fn png(&mut self, document: &[u8]) {
        let mut rest = document.get(8..).unwrap_or_default();
        while let Some((length, name)) = rest.get(..8).and_then(|head| head.split_at_checked(4)) {
            let length = length.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
            let data = rest.get(8..).unwrap_or_default();
            let chunk = data.get(..length).unwrap_or(data);
            match name {
                b"tEXt" => {
                    let (key, text) = split(chunk);
                    self.png_text(key, text);
                }
                b"zTXt" => {
                    let (key, text) = split(chunk);
                    self.packed(key, text.get(1..).unwrap_or_default());
                }
                b"iTXt" => self.international(chunk),
                b"eXIf" => exif::read(chunk, self),
                _ => {}
            }
            rest = data.get(length.saturating_add(4)..).unwrap_or_default();
        }
    }

    fn international(&mut self, chunk: &[u8]) {
        let (key, rest) = split(chunk);
        let (packed, rest) = (rest.first() == Some(&1), rest.get(2..).unwrap_or_default());
        let (_, rest) = split(rest);
        let (translated, text) = split(rest);
        // What the key is called in the other language is a text of its own.
        self.say(&readable(key), translated);
        if packed { self.packed(key, text) } else { self.png_text(key, text) }
    }

    fn packed(&mut self, key: &[u8], data: &[u8]) {
        let mut text = Vec::new();
        let whole = ZlibDecoder::new(data).take(MOST_UNPACKED + 1).read_to_end(&mut text);
        if whole.is_err() || text.len() as u64 > MOST_UNPACKED {
            self.lost(&readable(key));
        }
        self.png_text(key, &text);
    }

    fn png_text(&mut self, key: &[u8], text: &[u8]) {
        match key {
            b"XML:com.adobe.xmp" => self.xmp(text),
            _ if key.starts_with(b"Raw profile type") => match profile(text) {
                Some(bytes) => match bytes.strip_prefix(b"Exif\0\0") {
                    Some(tiff) => exif::read(tiff, self),
                    None if key.ends_with(b"xmp") => self.xmp(&bytes),
                    None if key.ends_with(b"exif") || key.ends_with(b"APP1") => exif::read(&bytes, self),
                    None => self.photoshop(&bytes),
                },
                None => self.say(&readable(key), text),
            },
            _ => self.say(&readable(key), text),
        }
    }

    fn webp(&mut self, document: &[u8]) {
        let mut rest = document.get(12..).unwrap_or_default();
        while let Some((name, length)) = rest.get(..8).and_then(|head| head.split_at_checked(4)) {
            let length = length.iter().rev().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
            let data = rest.get(8..).unwrap_or_default();
            let chunk = data.get(..length).unwrap_or(data);
            match name {
                b"EXIF" => exif::read(chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk), self),
                b"XMP " => self.xmp(chunk),
                _ => {}
            }
            rest = data.get(length.saturating_add(length % 2)..).unwrap_or_default();
        }
    }

    /// Comments, texts that stand on the picture, and what applications add (GIF89a, 24 to 26).
    fn gif(&mut self, document: &[u8]) {
        let colours = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3_usize << ((packed & 7) + 1) };
        let Some(packed) = document.get(10) else { return };
        let mut at = 13 + colours(*packed);
        loop {
            let kind = match (document.get(at), document.get(at + 1)) {
                (Some(0x2c), _) => {
                    at += 10 + document.get(at + 9).map_or(0, |packed| colours(*packed)) + 1;
                    0
                }
                (Some(0x21), Some(kind)) => {
                    at += 2;
                    *kind
                }
                _ => return,
            };
            let (begins, mut blocks) = (at, Vec::new());
            while let Some(length) = document.get(at).map(|length| usize::from(*length)) {
                let block = document.get(at + 1..).unwrap_or_default();
                blocks.push(block.get(..length).unwrap_or(block));
                at += 1 + length;
                if length == 0 {
                    break;
                }
            }
            match (kind, blocks.as_slice()) {
                (0xfe, text) => self.say("comment", &text.concat()),
                // How the text is to be set comes first.
                (0x01, [_, text @ ..]) => self.say("text", &text.concat()),
                (0xff, [b"XMP DataXMP", ..]) => {
                    // It is not cut into blocks; what stands behind it makes it look so.
                    let whole = document.get(begins + 12..at).unwrap_or_default();
                    let end = whole.windows(2).rposition(|pair| pair == [1, 0xff]).unwrap_or(whole.len());
                    self.xmp(whole.get(..end).unwrap_or_default());
                }
                (0xff, [b"NETSCAPE2.0" | b"ANIMEXTS1.0" | b"ICCRGBG1012", ..]) => {}
                (0xff, [name, data @ ..]) => {
                    let data = data.concat();
                    let text = readable(&data);
                    if !text.is_empty() && text.chars().all(|c| !c.is_control() || c.is_whitespace()) {
                        self.say(&readable(name), &data);
                    } else if !data.is_empty() {
                        self.lost(&readable(name));
                    }
                }
                _ => {}
            }
        }
    }

    /// A description in XML (ISO 16684-1): what its elements and attributes say, each by its name.
    pub(in crate::pages) fn xmp(&mut self, bytes: &[u8]) {
        let (text, _) = encoding_rs::Encoding::for_bom(bytes).map_or_else(
            || (String::from_utf8_lossy(bytes).into_owned(), false),
            |(encoding, _)| {
                let (text, _, lost) = encoding.decode(bytes);
                (text.into_owned(), lost)
            },
        );
        let mut reader = Reader::from_str(text.trim_matches(['\0', '\u{feff}']));
        reader.config_mut().check_end_names = false;
        let (mut open, mut words) = (Vec::<String>::new(), String::new());
        for _ in 0..MOST_ELEMENTS {
            match reader.read_event() {
                Ok(Event::Start(start)) => {
                    self.element(&open, &std::mem::take(&mut words));
                    self.attributes(&start);
                    open.push(named(&start));
                }
                Ok(Event::Empty(start)) => self.attributes(&start),
                Ok(Event::Text(said)) => {
                    words.push_str(&said.xml10_content());
                }
                Ok(Event::CData(said)) => words.push_str(&said.xml10_content()),
                Ok(Event::GeneralRef(letter)) => words.push_str(&character(&letter)),
                Ok(Event::End(_)) => {
                    self.element(&open, &std::mem::take(&mut words));
                    open.pop();
                }
                Ok(Event::Comment(said)) => self.apart.add("xmp", &said.xml10_content()),
                Ok(Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
                Ok(Event::Eof) => return,
                Err(_) => break,
            }
        }
        self.lost("XMP");
    }

    /// By the element that it is of, not by the list that it stands in.
    fn element(&mut self, open: &[String], said: &str) {
        let kind = open.iter().rev().find(|name| !name.starts_with("rdf:")).map_or("xmp", String::as_str);
        if kind.ends_with(":image") {
            // A picture in letters.
            self.thumbnails = self.thumbnails.saturating_add(u32::from(!said.trim().is_empty()));
        } else {
            self.apart.add(kind, said);
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.as_ref().to_owned();
            let frame = name == "xmlns" || ["xmlns:", "rdf:", "xml:", "x:"].iter().any(|space| name.starts_with(space));
            if !frame {
                let said = attribute.value.to_string();
                let said = quick_xml::escape::unescape(&said).map_or(said.clone(), |said| said.into_owned());
                self.apart.add(&name, &said);
            }
        }
    }

    /// Resources, of which one holds what photographers write.
    pub(super) fn photoshop(&mut self, resources: &[u8]) {
        let mut rest = resources;
        while let Some(block) = rest.strip_prefix(b"8BIM") {
            let Some(([high, low], block)) = block.split_first_chunk() else { return };
            let name = usize::from(*block.first().unwrap_or(&0));
            let name = (name + 1).next_multiple_of(2);
            let Some((length, data)) = block.get(name..).and_then(<[u8]>::split_first_chunk) else { return };
            let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
            let resource = data.get(..length).unwrap_or(data);
            match u16::from_be_bytes([*high, *low]) {
                0x0404 => self.press(resource),
                0x0422 | 0x0423 => exif::read(resource, self),
                0x0424 => self.xmp(resource),
                0x0409 | 0x040c => self.thumbnails = self.thumbnails.saturating_add(1),
                _ => {}
            }
            rest = data.get(length.saturating_add(length % 2)..).unwrap_or_default();
        }
    }

    pub(super) fn press(&mut self, mut rest: &[u8]) {
        while let Some(([0x1c, record, number, high, low], data)) = rest.split_first_chunk() {
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            let said = data.get(..length).unwrap_or(data);
            // The first record says how the others are written.
            if *record > 1 && *number > 0 {
                let known = PRESS.iter().find(|(known, _)| *record == 2 && known == number);
                match known {
                    Some((_, name)) => self.say(name, said),
                    None if said.iter().all(|byte| *byte >= 0x20) => self.say(&format!("IPTC {record}:{number}"), said),
                    None => {}
                }
            }
            rest = data.get(length..).unwrap_or_default();
        }
    }
}

/// A text up to its zero byte, and what comes behind it.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let at = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    (bytes.get(..at).unwrap_or_default(), bytes.get(at + 1..).unwrap_or_default())
}

/// Bytes in hexadecimal behind their name and number, as ImageMagick writes them.
fn profile(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?.trim_start();
    let mut lines = text.splitn(3, '\n');
    let (_, count, digits) = (lines.next()?, lines.next()?.trim().parse::<usize>().ok()?, lines.next()?);
    let digits: Vec<u8> = digits.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    let bytes = digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |all, digit| all << 4 | digit));
    Some(bytes.take(count).collect())
}

fn named(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_owned()
}
