//! The pixels of a TIFF stand in strips or tiles, each packed by itself. Its decoder shows all of a page or nothing: here they are
//! unpacked as far as they go, and put into a copy of the file that is packed no more.

use fax::Color;
use fax::decoder::{DecodeStatus, Group4Decoder, pels};
use weezl::{BitOrder, LzwStatus};

use super::super::inflate::{Packed, inflated};
use super::super::state::Soundness;
use super::super::{MEMORY, scans};
use super::{HEIGHT, Layout, WIDTH};

const BITS: u64 = 258;
const PACKING: u64 = 259;
const INK: u64 = 262;
const STRIPS: u64 = 273;
const SAMPLES: u64 = 277;
const ROWS: u64 = 278;
const STRIP_SIZES: u64 = 279;
const PLANES: u64 = 284;
const PREDICTOR: u64 = 317;
const TILE_WIDTH: u64 = 322;
const TILE_HEIGHT: u64 = 323;
const TILES: u64 = 324;
const TILE_SIZES: u64 = 325;
const JPEG_TABLES: u64 = 347;

/// Strips or tiles of one page.
const MOST: usize = 1_000_000;
/// By so many bytes a file is filled up at most.
const MOST_FILLED: usize = 64 << 20;

/// How strips are packed (TIFF 6.0, and its supplements).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    Not,
    Fax4,
    Lzw,
    Jpeg,
    Deflate,
    PackBits,
}

/// Where the pixels of a page are, and how they are packed.
pub struct Strips<'d> {
    layout: Layout,
    document: &'d [u8],
    /// Where the entries of its directory stand.
    entries: Vec<u64>,
    packing: Packing,
    tiled: bool,
    /// Place and size of each, as the file says.
    parts: Vec<(usize, usize)>,
    /// Of a part: its width in pixels, the bytes of a row, and its rows.
    width: usize,
    row: usize,
    rows: usize,
    /// Rows of a page, and parts of a plane.
    height: usize,
    of_plane: usize,
    /// A row on which nothing is drawn.
    blank: Vec<u8>,
}

impl<'d> Strips<'d> {
    /// Those of the directory that stands there; none where they cannot be told.
    pub fn of(layout: Layout, document: &'d [u8], directory: u64) -> Option<Strips<'d>> {
        let entries: Vec<u64> = layout.entries(document, directory)?.collect();
        let values = |tag: u64| {
            let at = entries.iter().find(|at| layout.number(document, **at, 2) == Some(tag))?;
            layout.values(document, *at, MOST)
        };
        let one = |tag: u64, or: u64| values(tag).map_or(Some(or), |values| values.first().copied());
        let size = |tag: u64, or: u64| usize::try_from(one(tag, or)?).ok();
        let packing = match one(PACKING, 1)? {
            1 => Packing::Not,
            4 => Packing::Fax4,
            5 => Packing::Lzw,
            7 => Packing::Jpeg,
            8 | 32_946 => Packing::Deflate,
            32_773 => Packing::PackBits,
            _ => return None,
        };
        let (width, height) = (size(WIDTH, 0)?, size(HEIGHT, 0)?);
        let planar = one(PLANES, 1)? == 2;
        let (bits, samples) = (size(BITS, 1)?, if planar { 1 } else { size(SAMPLES, 1)? });
        let tiled = values(TILES).is_some();
        let (wide, rows, places, sizes) = if tiled {
            (size(TILE_WIDTH, 0)?, size(TILE_HEIGHT, 0)?, values(TILES)?, values(TILE_SIZES)?)
        } else {
            (width, size(ROWS, height as u64)?.min(height), values(STRIPS)?, values(STRIP_SIZES)?)
        };
        let row = wide.checked_mul(bits)?.checked_mul(samples)?.div_ceil(8);
        let of_plane = if tiled { places.len() } else { height.div_ceil(rows.max(1)) };
        let whole = row.checked_mul(rows)?.checked_mul(places.len())? as u64;
        if row == 0 || rows == 0 || of_plane == 0 || whole > MEMORY {
            return None;
        }
        let parts = places.into_iter().zip(sizes);
        let parts = parts.map(|(place, size)| Some((usize::try_from(place).ok()?, usize::try_from(size).ok()?)));
        // Ink is written as more of it, or as less light.
        let paper = if matches!(one(INK, 1)?, 0 | 5) { 0 } else { u8::MAX };
        let mut blank = vec![paper; row];
        match one(PREDICTOR, 1)? {
            1 => {}
            // Of each pixel stands there how it differs from the one before.
            2 => blank.iter_mut().skip(samples * bits.div_ceil(8)).for_each(|byte| *byte = 0),
            _ => blank.fill(0),
        }
        let parts = parts.collect::<Option<_>>()?;
        Some(Strips {
            layout,
            document,
            entries,
            packing,
            tiled,
            parts,
            width: wide,
            row,
            rows,
            height,
            of_plane,
            blank,
        })
    }

    /// Whether all parts are there, and can be unpacked.
    pub fn state(&self) -> Soundness {
        let mut state = Soundness::default();
        for number in 0..self.parts.len() {
            let (data, whole) = self.packed(number);
            state.cut |= !whole;
            if whole && self.packing != Packing::Not {
                state.damaged |= match self.packing {
                    Packing::Jpeg => self.jpeg(data).is_some_and(|state| state != Soundness::default()),
                    _ => !self.unpacked(data, self.rows_of(number)).1,
                };
            }
        }
        state
    }

    /// A copy of the file of which the page can be decoded, with what is there; none where nothing is.
    pub fn mended(&self) -> Option<Vec<u8>> {
        if self.document.len() as u64 + (self.row * self.rows * self.parts.len()) as u64 > MEMORY {
            return None;
        }
        let mut copy = self.document.to_vec();
        if self.packing == Packing::Jpeg {
            // Its decoder shows what is there itself, if it is given as much as it asks for.
            let end = self.parts.iter().map(|(place, size)| place.saturating_add(*size)).max()?;
            (end > copy.len() && end - copy.len() <= MOST_FILLED).then(|| copy.resize(end, 0))?;
            return Some(copy);
        }
        let (mut places, mut sizes, mut something) = (Vec::new(), Vec::new(), false);
        for number in 0..self.parts.len() {
            let rows = self.rows_of(number);
            let (mut data, _) = self.unpacked(self.packed(number).0, rows);
            something |= data.len() >= self.row;
            // A row of which a part is there, is not.
            data.truncate(data.len() / self.row * self.row);
            while data.len() < self.row * rows {
                data.extend_from_slice(&self.blank);
            }
            copy.resize(copy.len().next_multiple_of(2), 0);
            places.push(copy.len() as u64);
            sizes.push(data.len() as u64);
            copy.append(&mut data);
        }
        let (at, of) = if self.tiled { (TILES, TILE_SIZES) } else { (STRIPS, STRIP_SIZES) };
        self.write(&mut copy, at, &places)?;
        self.write(&mut copy, of, &sizes)?;
        let packing = self.entry(PACKING);
        if let Some(place) = packing.map(|at| at as usize + 4 + self.layout.wide()) {
            self.layout.write(&mut copy, place, 1, 2);
        }
        something.then_some(copy)
    }

    fn entry(&self, tag: u64) -> Option<u64> {
        self.entries.iter().copied().find(|at| self.layout.number(self.document, *at, 2) == Some(tag))
    }

    /// Writes other numbers in the place of those of an entry.
    fn write(&self, copy: &mut Vec<u8>, tag: u64, values: &[u64]) -> Option<()> {
        let entry = usize::try_from(self.entry(tag)?).ok()?;
        let (wide, layout) = (self.layout.wide(), self.layout);
        layout.write(copy, entry + 2, if layout.large { 16 } else { 4 }, 2);
        layout.write(copy, entry + 4, values.len() as u64, wide);
        let value = entry + 4 + wide;
        let mut place = value;
        if values.len() > 1 {
            copy.resize(copy.len().next_multiple_of(8), 0);
            place = copy.len();
            layout.write(copy, value, place as u64, wide);
            copy.resize(place + values.len() * wide, 0);
        }
        for (number, one) in values.iter().enumerate() {
            layout.write(copy, place + number * wide, *one, wide);
        }
        Some(())
    }

    /// What is there of a part, and whether that is all of it.
    fn packed(&self, number: usize) -> (&'d [u8], bool) {
        let (place, size) = self.parts.get(number).copied().unwrap_or_default();
        // How long it is, is often said wrongly of what is not packed, and read by nobody.
        let size = if self.packing == Packing::Not { self.row * self.rows_of(number) } else { size };
        let rest = self.document.get(place..).unwrap_or_default();
        (rest.get(..size).unwrap_or(rest), size <= rest.len())
    }

    fn rows_of(&self, number: usize) -> usize {
        if self.tiled {
            return self.rows;
        }
        let above = (number % self.of_plane).saturating_mul(self.rows);
        self.rows.min(self.height.saturating_sub(above)).max(1)
    }

    /// So many rows, as far as they can be unpacked; and whether nothing was wrong with them.
    fn unpacked(&self, data: &[u8], rows: usize) -> (Vec<u8>, bool) {
        let size = self.row * rows;
        match self.packing {
            Packing::Not | Packing::Jpeg => {
                let there = data.get(..size).unwrap_or(data).to_vec();
                let whole = there.len() == size;
                (there, whole)
            }
            Packing::Lzw => lzw(data, size),
            Packing::Deflate => deflate(data, size),
            Packing::PackBits => pack_bits(data, size),
            Packing::Fax4 => fax4(data, self.width, rows),
        }
    }

    /// A picture whose tables stand apart, once for all (TIFF technical note 2).
    fn jpeg(&self, data: &[u8]) -> Option<Soundness> {
        let tables = self.entry(JPEG_TABLES).and_then(|at| {
            let place = usize::try_from(self.layout.number(
                self.document,
                at + 4 + self.layout.wide() as u64,
                self.layout.wide(),
            )?);
            let size = self.layout.number(self.document, at + 4, self.layout.wide())?;
            self.document.get(place.ok()?..)?.get(..usize::try_from(size).ok()?)
        });
        let whole = tables.and_then(|tables| Some([tables.strip_suffix(b"\xff\xd9")?, data.get(2..)?].concat()));
        scans::state(whole.as_deref().unwrap_or(data))
    }
}

fn lzw(data: &[u8], size: usize) -> (Vec<u8>, bool) {
    let (mut decoder, mut out, mut data) =
        (weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8), Vec::new(), data);
    let mut buffer = vec![0; 64 << 10];
    while out.len() < size {
        let room = buffer.len().min(size - out.len());
        let Some(room) = buffer.get_mut(..room) else { break };
        let result = decoder.decode_bytes(data, room);
        out.extend_from_slice(room.get(..result.consumed_out).unwrap_or_default());
        data = data.get(result.consumed_in..).unwrap_or_default();
        match result.status {
            Ok(LzwStatus::Ok) if result.consumed_in > 0 || result.consumed_out > 0 => {}
            _ => break,
        }
    }
    let whole = out.len() == size;
    (out, whole)
}

fn deflate(data: &[u8], size: usize) -> (Vec<u8>, bool) {
    let (out, end) = inflated(data, size);
    let whole = out.len() == size && end == Packed::Whole;
    (out, whole)
}

fn pack_bits(data: &[u8], size: usize) -> (Vec<u8>, bool) {
    let (mut out, mut rest) = (Vec::new(), data);
    while out.len() < size {
        let Some((head, more)) = rest.split_first() else { break };
        rest = more;
        match *head {
            128 => {}
            count @ 0..=127 => {
                let count = usize::from(count) + 1;
                let literal = rest.get(..count).unwrap_or(rest);
                out.extend_from_slice(literal);
                rest = rest.get(count..).unwrap_or_default();
            }
            count @ 129..=255 => {
                let Some((byte, more)) = rest.split_first() else { break };
                out.extend(std::iter::repeat_n(*byte, 257 - usize::from(count)));
                rest = more;
            }
        }
    }
    // A run that goes on beyond the last row is none of its.
    let whole = out.len() == size;
    out.truncate(size);
    (out, whole)
}

/// White is written as zero (ITU-T T.6).
fn fax4(data: &[u8], width: usize, rows: usize) -> (Vec<u8>, bool) {
    let mut out = Vec::new();
    let bytes = data.iter().map(|byte| Ok::<u8, std::convert::Infallible>(*byte));
    let Ok(width) = u16::try_from(width) else { return (out, false) };
    let Ok(mut decoder) = Group4Decoder::new(bytes, width);
    for _ in 0..rows {
        match decoder.advance() {
            Ok(DecodeStatus::Incomplete) => {}
            Ok(DecodeStatus::End) | Err(_) => return (out, false),
        }
        let pixels: Vec<u8> =
            pels(decoder.transition(), width).map(|colour| u8::from(matches!(colour, Color::Black))).collect();
        let byte =
            |eight: &[u8]| eight.iter().zip((0..8_u8).rev()).fold(0, |byte, (pixel, place)| byte | pixel << place);
        out.extend(pixels.chunks(8).map(byte));
    }
    // One row more than there are, is none of this picture.
    let whole = !matches!(decoder.advance(), Ok(DecodeStatus::Incomplete));
    (out, whole)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_as_far_as_it_goes() {
        let text: Vec<u8> = (0..6000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 / 4).collect();
        let packed =
            weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8).encode(&text).expect("it is packed");
        assert!(lzw(&packed, 6000) == (text.clone(), true));
        let (part, whole) = lzw(&packed[..packed.len() / 2], 6000);
        assert!(!whole && part.len() > 1000 && text.starts_with(&part), "{}", part.len());
        let mut deflated = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut deflated, &text).expect("a vector takes everything");
        let deflated = deflated.finish().expect("a vector takes everything");
        assert!(deflate(&deflated, 6000) == (text.clone(), true));
        let (part, whole) = deflate(&deflated[..deflated.len() / 2], 6000);
        assert!(!whole && part.len() > 1000 && text.starts_with(&part), "{}", part.len());
        let mut altered = deflated.clone();
        *altered.last_mut().expect("it is packed") ^= 1;
        assert!(!deflate(&altered, 6000).1, "its sum is another one");
        assert_eq!(pack_bits(&[2, 1, 2, 3, 128, 254, 9], 6), (vec![1, 2, 3, 9, 9, 9], true));
        assert_eq!(pack_bits(&[2, 1, 2], 6), (vec![1, 2], false));
    }
}
