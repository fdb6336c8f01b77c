//! How files of pictures are built: how many further pictures they hold, and where they end. Nothing here decodes a pixel.

use flate2::Crc;

use super::Format;
use super::inflate::{Packed, inflate};
use super::soundness::Soundness;
use crate::frame::Status;

/// The last part of a PNG.
const END_OF_PNG: &[u8] = b"\0\0\0\0IEND\xaeB`\x82";

/// Further pictures in the same file than the one that is shown: the rest of an animation, or of what a camera took at once.
pub fn more(format: Format, document: &[u8]) -> u32 {
    match format {
        Format::Png => png_frames(document),
        Format::Jpeg => jpeg_pictures(document),
        Format::WebP => webp_frames(document).saturating_sub(1),
        Format::Gif => gif(document).0.saturating_sub(1),
        Format::Bmp => 0,
    }
}

/// Where the file ends, as it says itself. None: it breaks off, or does not say it.
pub fn end(format: Format, document: &[u8]) -> Option<usize> {
    match format {
        Format::Png => png_end(document),
        Format::Jpeg => jpeg_end(document),
        Format::WebP => webp_end(document),
        Format::Gif => gif(document).1,
        Format::Bmp => bmp_end(document),
    }
}

pub fn state(format: Format, document: &[u8]) -> Soundness {
    let cut = |cut| Soundness { cut, damaged: false };
    match format {
        Format::Png => png_state(document),
        Format::Jpeg => super::scans::state(document).unwrap_or_else(|| cut(jpeg_end(document).is_none())),
        Format::WebP => cut(!webp_whole(document)),
        Format::Gif => gif_state(document),
        Format::Bmp => cut(bmp_size(document).is_some_and(|size| size > document.len())),
    }
}

/// Why a picture of which nothing can be decoded is not shown. What does not even begin as a picture does, was not cut short.
pub fn refusal(format: Format, document: &[u8], state: Soundness) -> Status {
    if state == Soundness::CUT && begins(format, document) { Status::CutShort } else { Status::Malformed }
}

/// Whether a file begins as those of its kind do, as far as it goes.
fn begins(format: Format, document: &[u8]) -> bool {
    let has = |at: usize, sign: &[u8]| document.iter().skip(at).zip(sign).all(|(byte, sign)| byte == sign);
    match format {
        Format::Png => has(0, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        // It says what it is in its first segment, or how large it is in a later one.
        Format::Jpeg => {
            has(0, b"\xff\xd8\xff") && (has(6, b"JFIF\0") || has(6, b"Exif\0\0") || jpeg_has_frame(document))
        }
        Format::WebP => has(0, b"RIFF") && has(8, b"WEBP"),
        Format::Gif => has(0, b"GIF8"),
        Format::Bmp => has(0, b"BM"),
    }
}

/// Whether a JPEG has come as far as the segment that says how large it is.
fn jpeg_has_frame(document: &[u8]) -> bool {
    let mut rest = document.get(2..).unwrap_or_default();
    while let Some([0xff, marker, high, low]) = rest.first_chunk::<4>() {
        match *marker {
            0xc4 | 0xc8 | 0xcc => {}
            0xc0..=0xcf => return true,
            _ => {}
        }
        rest = rest.get(usize::from(u16::from_be_bytes([*high, *low])) + 2..).unwrap_or_default();
    }
    false
}

/// Whether a JPEG is of a kind that is not read here: without loss, in steps of size, or in arithmetic codes (ITU-T T.81, table B.1).
pub fn is_other_jpeg(document: &[u8]) -> bool {
    let mut rest = document.get(2..).unwrap_or_default();
    while let Some([0xff, marker, high, low]) = rest.first_chunk::<4>() {
        match *marker {
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return true,
            // Of more than eight bits.
            0xc0..=0xc2 => return rest.get(4).is_some_and(|bits| *bits != 8),
            0xda | 0xd9 => return false,
            0xff => rest = rest.get(1..).unwrap_or_default(),
            _ => rest = rest.get(usize::from(u16::from_be_bytes([*high, *low])) + 2..).unwrap_or_default(),
        }
    }
    false
}

/// The packed rows of a PNG.
pub struct PngRows {
    /// Where the first of them stand.
    pub begins: usize,
    pub packed: Vec<u8>,
    state: Soundness,
}

/// As many as are there.
pub fn png_rows(document: &[u8]) -> PngRows {
    let mut rows = PngRows { begins: document.len(), packed: Vec::new(), state: Soundness::default() };
    let (mut counted, mut controls, mut at) = (0, 0, 8_usize);
    loop {
        let head = document.get(at..).and_then(<[u8]>::first_chunk::<8>);
        let Some([l3, l2, l1, l0, name @ ..]) = head else {
            rows.state.cut = true;
            break;
        };
        if !name.iter().all(u8::is_ascii_alphabetic) {
            rows.state.damaged = true;
            break;
        }
        let data = document.get(at + 8..).unwrap_or_default();
        let length = usize::try_from(u32::from_be_bytes([*l3, *l2, *l1, *l0])).unwrap_or(usize::MAX);
        let (chunk, rest) = data.split_at_checked(length).unwrap_or((data, &[]));
        match name {
            b"IDAT" => {
                rows.begins = rows.begins.min(at);
                rows.packed.extend_from_slice(chunk);
            }
            b"acTL" => counted = chunk.first_chunk().map_or(0, |count| u32::from_be_bytes(*count)),
            b"fcTL" => controls += 1,
            _ => {}
        }
        let Some(sum) = rest.first_chunk() else {
            // A length that was altered leads beyond an end that is there.
            let ends = document.trim_ascii_end().ends_with(END_OF_PNG);
            (rows.state.cut, rows.state.damaged) = (!ends, rows.state.damaged || ends);
            break;
        };
        let mut crc = Crc::new();
        crc.update(name);
        crc.update(chunk);
        rows.state.damaged |= crc.sum() != u32::from_be_bytes(*sum);
        at = at.saturating_add(length).saturating_add(12);
        if name == b"IEND" {
            break;
        }
    }
    rows.state.cut |= controls < counted;
    rows
}

/// Each part of a PNG has a sum of its own, and so have its packed rows.
fn png_state(document: &[u8]) -> Soundness {
    let PngRows { mut state, packed, .. } = png_rows(document);
    match inflate(&packed, |_| {}) {
        Packed::Whole => {}
        Packed::Altered => state.damaged = true,
        // Where a part is damaged, that is why.
        Packed::Short => state.cut |= !state.damaged,
    }
    state
}

/// Pictures of an animation (PNG 3, 11.3.7) that are not the one that is shown: that is the first, or one that stands for all.
fn png_frames(document: &[u8]) -> u32 {
    let mut rest = document.get(8..).unwrap_or_default();
    let mut frames = 0;
    while let Some((length, name)) = rest.get(..8).and_then(|head| head.split_at_checked(4)) {
        let length = length.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
        let data = rest.get(8..).unwrap_or_default();
        match name {
            b"acTL" => {
                frames = data.get(..4).unwrap_or_default().iter().fold(0_u32, |all, byte| all << 8 | u32::from(*byte))
            }
            // The picture itself is the first of them where its own control stands before it.
            b"fcTL" => return frames.saturating_sub(1),
            b"IDAT" => return frames,
            _ => {}
        }
        rest = data.get(length.saturating_add(4)..).unwrap_or_default();
    }
    0
}

/// Where a PNG ends: behind its last chunk.
fn png_end(document: &[u8]) -> Option<usize> {
    let mut at = 8_usize;
    loop {
        let (length, name) = document.get(at..at.checked_add(8)?)?.split_at_checked(4)?;
        let length = length.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
        at = at.checked_add(length)?.checked_add(12)?;
        if name == b"IEND" {
            return Some(at);
        }
    }
}

/// Where a JPEG ends: at the first end mark outside of a segment.
fn jpeg_end(document: &[u8]) -> Option<usize> {
    let mut at = 2_usize;
    loop {
        let marker = match document.get(at..at.checked_add(2)?)? {
            // Within a scan anything but a mark is data; so is a mark that was made harmless.
            [0xff, marker] => *marker,
            _ => 0,
        };
        at += match marker {
            0xd9 => return Some(at + 2),
            0 | 0xff => 1,
            0x01 | 0xd0..=0xd8 => 2,
            _ => {
                let [high, low] = *document.get(at + 2..)?.first_chunk::<2>()?;
                2 + (usize::from(high) << 8 | usize::from(low))
            }
        };
    }
}

/// Pictures behind the first in a file of several (CIPA DC-007): an index stands in an application segment of the first.
fn jpeg_pictures(document: &[u8]) -> u32 {
    let mut rest = document.get(2..).unwrap_or_default();
    while let Some([0xff, marker, high, low]) = rest.first_chunk::<4>() {
        let length = usize::from(*high) << 8 | usize::from(*low);
        if *marker == 0xda {
            return 0;
        }
        let segment = rest.get(4..length.saturating_add(2)).unwrap_or_default();
        if let (0xe2, Some(index)) = (*marker, segment.strip_prefix(b"MPF\0")) {
            return indexed(index).unwrap_or(2).saturating_sub(1);
        }
        rest = rest.get(length.saturating_add(2)..).unwrap_or_default();
    }
    0
}

/// How many pictures an index speaks of: tag 0xB001 in its first directory.
fn indexed(index: &[u8]) -> Option<u32> {
    let little = index.starts_with(b"II");
    let number = |at: usize, bytes: usize| {
        let bytes = index.get(at..at.checked_add(bytes)?)?;
        let join = |all: u32, byte: &u8| all << 8 | u32::from(*byte);
        Some(if little { bytes.iter().rev().fold(0, join) } else { bytes.iter().fold(0, join) })
    };
    let directory = usize::try_from(number(4, 4)?).ok()?;
    (0..number(directory, 2)?.min(100)).find_map(|entry| {
        let at = directory.checked_add(2 + 12 * entry as usize)?;
        if number(at, 2)? == 0xb001 { number(at.checked_add(8)?, 4) } else { None }
    })
}

/// A number at a place, the smallest byte first.
fn little(document: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let bytes = document.get(at..at.checked_add(bytes)?)?;
    Some(bytes.iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte)))
}

/// The RIFF file says how long it is, without its first eight bytes; chunks begin where the length is even.
fn webp_end(document: &[u8]) -> Option<usize> {
    let length = little(document, 4, 4)?;
    length.checked_add(length % 2)?.checked_add(8).filter(|end| *end <= document.len())
}

/// A WebP that breaks off, with more behind it, so that the chunk in which it does has as much as it may need.
pub fn webp_filled(document: &[u8], filling: u8, count: usize) -> Option<Vec<u8>> {
    let end = document.len().next_multiple_of(2).checked_add(count)?;
    let mut file = document.to_vec();
    file.resize(end, filling);
    let mut write = |at: usize, length: usize| {
        let length = u32::try_from(length).ok()?.to_le_bytes();
        file.get_mut(at..at + 4).map(|place| place.copy_from_slice(&length))
    };
    write(4, end - 8)?;
    let mut at = 12_usize;
    loop {
        let length = little(document, at.checked_add(4)?, 4)?;
        let next = at.saturating_add(8).saturating_add(length).saturating_add(length % 2);
        if next < document.len() {
            at = next;
            continue;
        }
        write(at + 4, end - at - 8)?;
        if document.get(at..at + 4) != Some(b"ANMF") {
            return Some(file);
        }
        // Its own chunks stand behind what describes it.
        at = at + 8 + 16;
    }
}

/// Whether its chunks, and those of the pictures of an animation, end where the file says that it ends.
fn webp_whole(document: &[u8]) -> bool {
    let Some(end) = webp_end(document) else { return false };
    let mut at = 12_usize;
    while at < end {
        let Some(length) = little(document, at + 4, 4) else { return false };
        let next = at.saturating_add(8).saturating_add(length).saturating_add(length % 2);
        // The last byte that only fills is left out by some.
        if next > end + length % 2 {
            return false;
        }
        if document.get(at..at + 4) == Some(b"ANMF") {
            // What describes it, and its own chunks: the pixels stand in one of them.
            let (mut within, mut pixels) = (at + 8 + 16, false);
            while within + 8 <= next {
                let name = document.get(within..within + 4).unwrap_or_default();
                let own = little(document, within + 4, 4).unwrap_or(usize::MAX);
                let over = within.saturating_add(8).saturating_add(own) > next;
                if over {
                    return false;
                }
                pixels |= matches!(name, b"VP8 " | b"VP8L");
                within = within + 8 + own + own % 2;
            }
            if !pixels {
                return false;
            }
        }
        at = next;
    }
    true
}

/// Pictures of an animation: each has a chunk of its own.
fn webp_frames(document: &[u8]) -> u32 {
    let (mut at, mut frames) = (12_usize, 0_u32);
    while let Some(length) = little(document, at.saturating_add(4), 4) {
        frames += u32::from(document.get(at..at + 4) == Some(b"ANMF"));
        at = at.saturating_add(8).saturating_add(length).saturating_add(length % 2);
    }
    frames
}

/// How many pictures a GIF has (GIF89a, sections 17 to 27), and where its trailer ends.
fn gif(document: &[u8]) -> (u32, Option<usize>) {
    let mut pictures = GifPictures::default();
    let end = gif_blocks(document, &mut pictures);
    (pictures.count, end.ok())
}

/// Where what describes the first picture of a GIF begins.
pub fn gif_first(document: &[u8]) -> Option<usize> {
    let mut pictures = GifPictures::default();
    let _ = gif_blocks(document, &mut pictures);
    pictures.first
}

#[derive(Default)]
struct GifPictures {
    count: u32,
    /// Where the first begins.
    first: Option<usize>,
}

fn gif_state(document: &[u8]) -> Soundness {
    match gif_blocks(document, &mut GifPictures::default()) {
        Ok(_) => Soundness::default(),
        // What only fills the file up is not there either.
        Err(Some(at)) if document.get(at..).is_some_and(|rest| rest.iter().any(|byte| *byte != 0)) => {
            Soundness::DAMAGED
        }
        Err(_) => Soundness::CUT,
    }
}

/// Behind its trailer; or where something stands that is no block, where it does not break off.
fn gif_blocks(document: &[u8], pictures: &mut GifPictures) -> Result<usize, Option<usize>> {
    let byte = |at: usize| document.get(at).ok_or(None);
    let colours = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3_usize << ((packed & 7) + 1) };
    let mut at = 13 + colours(*byte(10)?);
    loop {
        match byte(at)? {
            0x3b => return Ok(at + 1),
            0x2c => {
                pictures.count = pictures.count.saturating_add(1);
                pictures.first.get_or_insert(at);
                // What describes it, its colours, and how its codes begin.
                at += 10 + colours(*byte(at + 9)?) + 1;
            }
            0x21 => at += 2,
            _ => return Err(Some(at)),
        }
        loop {
            let length = usize::from(*byte(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// Behind the pixels of a BMP.
fn bmp_end(document: &[u8]) -> Option<usize> {
    bmp_size(document).filter(|end| *end <= document.len())
}

/// Where the pixels of a BMP begin is said, and how many there are follows from its sides; none where it does not.
fn bmp_size(document: &[u8]) -> Option<usize> {
    let begins = little(document, 10, 4)?;
    let side = |at| Some(i32::from_le_bytes(*document.get(at..)?.first_chunk()?).unsigned_abs() as usize);
    let (width, height, bits, packed, size) = if little(document, 14, 4)? == 12 {
        // The first head that there was.
        (little(document, 18, 2)?, little(document, 20, 2)?, little(document, 24, 2)?, 0, 0)
    } else {
        let packed = little(document, 30, 4)?;
        (side(18)?, side(22)?, little(document, 28, 2)?, packed, little(document, 34, 4)?)
    };
    let pixels = match packed {
        // Rows of whole groups of four bytes.
        0 | 3 | 6 => width.checked_mul(bits)?.div_ceil(32).checked_mul(4)?.checked_mul(height)?,
        _ if size > 0 => size,
        _ => return None,
    };
    begins.checked_add(pixels)
}
