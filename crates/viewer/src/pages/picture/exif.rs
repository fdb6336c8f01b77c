//! What stands in the directories of a TIFF, and of an EXIF block, which is built as one (CIPA DC-008): texts, and where a picture was
//! taken. Figures about the camera are passed over, its number and its owner are not.

use super::layout::Layout;
use super::said::{PictureWords, readable};
use crate::missing::Lack;

/// Directories of one file that are read, and entries of one of them.
const MOST_DIRECTORIES: usize = 5000;
const MOST_ENTRIES: u64 = 4096;
/// Of one text, in bytes.
const LONGEST: usize = 1024 * 1024;

/// What entries of texts are called.
const NAMES: [(u64, &str); 36] = [
    (269, "DocumentName"),
    (270, "ImageDescription"),
    (271, "Make"),
    (272, "Model"),
    (285, "PageName"),
    (305, "Software"),
    (306, "DateTime"),
    (315, "Artist"),
    (316, "HostComputer"),
    (333, "InkNames"),
    (337, "TargetPrinter"),
    (0x800d, "ImageID"),
    (0x8298, "Copyright"),
    (0x9003, "DateTimeOriginal"),
    (0x9004, "DateTimeDigitized"),
    (0x9010, "OffsetTime"),
    (0x9011, "OffsetTimeOriginal"),
    (0x9012, "OffsetTimeDigitized"),
    (0x9286, "UserComment"),
    (0x9290, "SubSecTime"),
    (0x9291, "SubSecTimeOriginal"),
    (0x9292, "SubSecTimeDigitized"),
    (0x9c9b, "XPTitle"),
    (0x9c9c, "XPComment"),
    (0x9c9d, "XPAuthor"),
    (0x9c9e, "XPKeywords"),
    (0x9c9f, "XPSubject"),
    (0xa004, "RelatedSoundFile"),
    (0xa420, "ImageUniqueID"),
    (0xa430, "CameraOwnerName"),
    (0xa431, "BodySerialNumber"),
    (0xa433, "LensMake"),
    (0xa434, "LensModel"),
    (0xa435, "LensSerialNumber"),
    (0xa436, "ImageTitle"),
    (0xa437, "Photographer"),
];
const USER_COMMENT: u64 = 0x9286;
/// Texts in UTF-16.
const WIDE: std::ops::RangeInclusive<u64> = 0x9c9b..=0x9c9f;
const EXIF: u64 = 0x8769;
const GPS: u64 = 0x8825;
const INTEROPERABILITY: u64 = 0xa005;
const THUMBNAIL: u64 = 0x0201;
const XMP: u64 = 700;
const PRESS: u64 = 33_723;
const PHOTOSHOP: u64 = 34_377;

/// One entry of a directory.
struct Entry<'d> {
    tag: u64,
    kind: u64,
    value: &'d [u8],
    layout: Layout,
}

impl Entry<'_> {
    /// A whole number, the one at this place.
    fn number(&self, index: u64) -> Option<u64> {
        let bytes = match self.kind {
            1 | 7 => 1,
            3 => 2,
            4 | 13 => 4,
            16 | 18 => 8,
            _ => return None,
        };
        self.layout.number(self.value, index.checked_mul(bytes as u64)?, bytes)
    }

    fn fraction(&self, index: u64) -> Option<f64> {
        let at = index.checked_mul(8)?;
        let (over, under) = (self.layout.number(self.value, at, 4)?, self.layout.number(self.value, at + 4, 4)?);
        (matches!(self.kind, 5 | 10) && under > 0).then(|| over as f64 / under as f64)
    }

    fn text(&self) -> Option<String> {
        let value = self.value.get(..LONGEST).unwrap_or(self.value);
        match (self.tag, self.kind) {
            (USER_COMMENT, _) => Some(self.comment(value)),
            (tag, 1 | 7) if WIDE.contains(&tag) => {
                Some(encoding_rs::UTF_16LE.decode_without_bom_handling(value).0.into_owned())
            }
            // ASCII, and UTF-8 of the last edition.
            (_, 2 | 129) => Some(readable(value)),
            _ => None,
        }
        .map(|text| text.trim_matches('\0').to_owned())
    }

    /// Eight bytes say in which letters it is.
    fn comment(&self, value: &[u8]) -> String {
        let (code, text) = value.split_at_checked(8).unwrap_or((value, &[]));
        let encoding = match code {
            b"UNICODE\0" if self.layout.little => encoding_rs::UTF_16LE,
            b"UNICODE\0" => encoding_rs::UTF_16BE,
            b"JIS\0\0\0\0\0" => encoding_rs::ISO_2022_JP,
            b"ASCII\0\0\0" | [0, 0, 0, 0, 0, 0, 0, 0] => return readable(text),
            _ => return readable(value),
        };
        encoding.decode(text).0.into_owned()
    }
}

/// Everything that is said in the directories of a TIFF, one after another, and below them.
pub(super) fn read(tiff: &[u8], words: &mut PictureWords) {
    let Some(layout) = Layout::of(tiff) else {
        if !tiff.is_empty() {
            words.missing.add(Lack::Part, "EXIF");
        }
        return;
    };
    let mut waiting: Vec<(u64, bool)> =
        layout.number(tiff, layout.first(), layout.wide()).into_iter().map(|at| (at, true)).collect();
    let mut seen = Vec::new();
    while let Some((at, follows)) = waiting.pop() {
        if at == 0 || seen.contains(&at) || seen.len() >= MOST_DIRECTORIES {
            continue;
        }
        seen.push(at);
        let Some((entries, next)) = entries(layout, tiff, at) else {
            continue;
        };
        for entry in &entries {
            match entry.tag {
                EXIF | INTEROPERABILITY => waiting.extend(entry.number(0).map(|at| (at, false))),
                GPS => {
                    if let Some((place, _)) = entry.number(0).and_then(|at| self::entries(layout, tiff, at)) {
                        words.apart.add("GPS", &position(&place));
                    }
                }
                THUMBNAIL => words.thumbnails = words.thumbnails.saturating_add(1),
                XMP => words.xmp(entry.value),
                PRESS => words.press(entry.value),
                PHOTOSHOP => words.photoshop(entry.value),
                tag => {
                    if let Some(text) = entry.text() {
                        let known = NAMES.iter().find(|(known, _)| *known == tag);
                        let name = known.map_or_else(|| format!("EXIF {tag:04X}"), |(_, name)| (*name).to_owned());
                        // A flag of one or two letters is none of its words.
                        if known.is_some() || text.trim().chars().count() > 4 {
                            words.apart.add(&name, &text);
                        }
                    }
                }
            }
        }
        waiting.extend(next.filter(|_| follows).map(|at| (at, true)));
    }
}

/// The entries of the directory at a place, and where the next one is.
fn entries(layout: Layout, tiff: &[u8], at: u64) -> Option<(Vec<Entry<'_>>, Option<u64>)> {
    let (counted, size) = if layout.large { (8, 20) } else { (2, 12) };
    let count = layout.number(tiff, at, counted)?.min(MOST_ENTRIES);
    let begins = at.checked_add(counted as u64)?;
    let read = |number: u64| {
        let entry = begins.checked_add(number * size)?;
        let (tag, kind) = (layout.number(tiff, entry, 2)?, layout.number(tiff, entry + 2, 2)?);
        let count = layout.number(tiff, entry + 4, layout.wide())?;
        let bytes: u64 = match kind {
            1 | 2 | 6 | 7 | 129 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 | 16..=18 => 8,
            _ => return None,
        };
        let length = bytes.checked_mul(count)?;
        let within = entry + 4 + layout.wide() as u64;
        let place = if length <= layout.wide() as u64 { within } else { layout.number(tiff, within, layout.wide())? };
        let (place, length) = (usize::try_from(place).ok()?, usize::try_from(length).ok()?);
        let rest = tiff.get(place..)?;
        Some(Entry { tag, kind, value: rest.get(..length).unwrap_or(rest), layout })
    };
    let next = begins.checked_add(count * size).and_then(|at| layout.number(tiff, at, layout.wide()));
    Some(((0..count).filter_map(read).collect(), next))
}

/// `50.846700 N, 4.352500 E`, with height, time and what else stands there in words.
fn position(entries: &[Entry<'_>]) -> String {
    let of = |tag: u64| entries.iter().find(|entry| entry.tag == tag);
    let letter = |tag: u64| of(tag).and_then(Entry::text).unwrap_or_default();
    let degrees = |tag: u64| {
        let angle = of(tag)?;
        let part = |index| angle.fraction(index).unwrap_or_default();
        Some(angle.fraction(0)? + part(1) / 60.0 + part(2) / 3600.0)
    };
    let mut said = Vec::new();
    if let (Some(latitude), Some(longitude)) = (degrees(2), degrees(4)) {
        said.push(format!("{latitude:.6} {}", letter(1).trim()));
        said.push(format!("{longitude:.6} {}", letter(3).trim()));
    }
    said.extend(of(6).and_then(|height| height.fraction(0)).map(|height| format!("{height:.1} m")));
    // Where it was aimed at.
    if let (Some(latitude), Some(longitude)) = (degrees(20), degrees(22)) {
        said.push(format!("{latitude:.6} {}", letter(19).trim()));
        said.push(format!("{longitude:.6} {}", letter(21).trim()));
    }
    said.extend([29, 8, 18].into_iter().map(letter).filter(|text| !text.trim().is_empty()));
    // How it was found, and the name of the area.
    let named = [27, 28].into_iter().filter_map(|tag| of(tag).map(|entry| entry.comment(entry.value)));
    said.extend(named.map(|text| text.trim_matches(['\0', ' ']).to_owned()).filter(|text| !text.is_empty()));
    said.join(", ")
}
