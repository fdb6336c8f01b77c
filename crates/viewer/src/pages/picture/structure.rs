//! How files of pictures are built: how many further pictures they hold, and where they end. Nothing here decodes a pixel.

use flate2::{Decompress, FlushDecompress, Status as Inflated};

use super::Format;

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

/// Whether everything is there that the file speaks of, as far as its kind says.
pub fn whole(format: Format, document: &[u8]) -> bool {
    match format {
        Format::Png => png_end(document).is_some() && png_whole(document),
        Format::Jpeg => super::scans::whole(document).unwrap_or_else(|| jpeg_end(document).is_some()),
        Format::WebP => webp_whole(document),
        Format::Gif => gif(document).1.is_some(),
        // One that breaks off is not read.
        Format::Bmp => true,
    }
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

/// Whether the packed rows of a PNG match their sum, and an animation has the pictures that it counts.
fn png_whole(document: &[u8]) -> bool {
    let (mut rest, mut packed, mut counted, mut controls) = (document.get(8..).unwrap_or_default(), Vec::new(), 0, 0);
    while let Some((length, name)) = rest.get(..8).and_then(|head| head.split_at_checked(4)) {
        let length = length.iter().fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
        let data = rest.get(8..).unwrap_or_default();
        match name {
            b"IDAT" => packed.extend_from_slice(data.get(..length).unwrap_or(data)),
            b"acTL" => counted = data.first_chunk().map_or(0, |count| u32::from_be_bytes(*count)),
            b"fcTL" => controls += 1,
            _ => {}
        }
        rest = data.get(length.saturating_add(4)..).unwrap_or_default();
    }
    controls >= counted && sum_matches(&packed)
}

/// Whether what is packed (RFC 1950) comes to its end and matches the sum behind it.
fn sum_matches(packed: &[u8]) -> bool {
    let (mut inflate, mut buffer, mut rest) = (Decompress::new(true), vec![0; 64 * 1024], packed);
    loop {
        let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
        match inflate.decompress(rest, &mut buffer, FlushDecompress::None) {
            Ok(Inflated::StreamEnd) => return true,
            Ok(_) if inflate.total_in() > before_in || inflate.total_out() > before_out => {}
            _ => return false,
        }
        let taken = usize::try_from(inflate.total_in() - before_in).unwrap_or(usize::MAX);
        rest = rest.get(taken..).unwrap_or_default();
    }
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
    let mut pictures = 0;
    let end = gif_blocks(document, &mut pictures);
    (pictures, end)
}

fn gif_blocks(document: &[u8], pictures: &mut u32) -> Option<usize> {
    let colours = |packed: u8| if packed & 0x80 == 0 { 0 } else { 3_usize << ((packed & 7) + 1) };
    let mut at = 13 + colours(*document.get(10)?);
    loop {
        match document.get(at)? {
            0x3b => return Some(at + 1),
            0x2c => {
                *pictures = pictures.saturating_add(1);
                // What describes it, its colours, and how its codes begin.
                at += 10 + colours(*document.get(at + 9)?) + 1;
            }
            0x21 => at += 2,
            _ => return None,
        }
        loop {
            let length = usize::from(*document.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// Behind the pixels of a BMP: where they begin is said, and how many there are follows from its sides.
fn bmp_end(document: &[u8]) -> Option<usize> {
    let begins = little(document, 10, 4)?;
    let side = |at| Some(i32::from_le_bytes(*document.get(at..)?.first_chunk()?).unsigned_abs() as usize);
    let (width, height) = (side(18)?, side(22)?);
    let (bits, packed, size) = (little(document, 28, 2)?, little(document, 30, 4)?, little(document, 34, 4)?);
    let pixels = match packed {
        // Rows of whole groups of four bytes.
        0 | 3 | 6 => width.checked_mul(bits)?.div_ceil(32).checked_mul(4)?.checked_mul(height)?,
        _ => size,
    };
    begins.checked_add(pixels).filter(|end| *end <= document.len())
}
