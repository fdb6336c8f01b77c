//! Whether the scans of a JPEG (ITU-T T.81) are all there, to their last block, and nothing else. A decoder shows what it gets and says
//! nothing of the rest, and an end mark can stand behind what was cut off. Nothing here computes a pixel: the codes are only counted.
//! So damage is noticed where a code is none, where a block has more than 64 numbers, where a mark stands in the middle, or where the
//! blocks end before their data does; where codes stand for as many others, it is not.

use super::state::Soundness;

/// Blocks of one picture that are counted: one with more is not told.
const MOST_BLOCKS: usize = 8_000_000;
/// Scans of one picture.
const MOST_SCANS: usize = 1000;
/// Of a number behind its code, in bits.
const LONGEST: u8 = 16;
/// What some encoders leave between the last block and the mark behind it, in bytes.
const MOST_LEFT: usize = 2;
/// A coefficient of which nothing was said yet.
const UNSAID: u8 = u8::MAX;

/// What of the first picture of the file is there; none where its kind is not known here.
pub fn state(document: &[u8]) -> Option<Soundness> {
    let mut picture = Picture::default();
    let state = read(document, &mut picture);
    // Behind a scan that was read, nothing of another kind comes.
    state.or_else(|| picture.damaged(Some(document)).filter(|_| picture.whole > 0 && picture.scans <= MOST_SCANS))
}

fn read(document: &[u8], picture: &mut Picture) -> Option<Soundness> {
    let mut at = 2_usize;
    // Bytes behind a scan that are no mark.
    let mut left = 0_usize;
    loop {
        if left > MOST_LEFT {
            return picture.damaged(document.get(at..));
        }
        let Some([mark, marker]) = document.get(at..).and_then(<[u8]>::first_chunk) else { return picture.cut() };
        if *mark != 0xff {
            // Something between two segments, or behind the last block.
            left += usize::from(picture.scans > 0);
            at += 1;
            continue;
        }
        match *marker {
            0xff => at += 1,
            0xd9 => return picture.done(),
            0x00 => (left, at) = (left + usize::from(picture.scans > 0), at + 2),
            0x01 | 0xd0..=0xd8 => at += 2,
            _ => {
                left = 0;
                let length = usize::from(u16::from_be_bytes(*document.get(at + 2..)?.first_chunk()?));
                let Some(segment) = document.get(at + 4..at + 2 + length) else { return picture.cut() };
                at += 2 + length;
                match *marker {
                    // Sequential and progressive, in Huffman codes.
                    0xc0..=0xc2 => picture.frame(segment, *marker == 0xc2)?,
                    // Without loss, in steps of size, or in arithmetic codes.
                    0xc3 | 0xc5..=0xc7 | 0xc8..=0xcb | 0xcc..=0xcf => return None,
                    0xc4 => picture.tables(segment)?,
                    0xdd => picture.interval = u32::from(u16::from_be_bytes(*segment.first_chunk()?)),
                    0xda => {
                        let data = document.get(at..).unwrap_or_default();
                        match picture.scan(segment, data)? {
                            Ok((length, unread)) => (at, left) = (at + length, unread),
                            Err(Soundness { damaged: true, .. }) => return picture.damaged(document.get(at..)),
                            Err(cut) => return Some(cut),
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A table of codes (annex F.2.2.3).
#[derive(Clone)]
struct Codes {
    /// By length: the first code behind the last one of that length, and where its value stands, less that code.
    ends: [(u32, i32); 16],
    values: Vec<u8>,
}

impl Codes {
    fn of(counts: &[u8; 16], values: &[u8]) -> Codes {
        let (mut code, mut index, mut ends) = (0_u32, 0_i32, [(0, 0); 16]);
        for (count, end) in counts.iter().zip(&mut ends) {
            let first = index - code as i32;
            code += u32::from(*count);
            index += i32::from(*count);
            *end = (code, first);
            code <<= 1;
        }
        Codes { ends, values: values.to_vec() }
    }
}

struct Component {
    id: u8,
    across: usize,
    down: usize,
    /// Blocks that it has itself, and those in a row of whole units.
    wide: usize,
    high: usize,
    row: usize,
    /// Where its blocks begin.
    begins: usize,
    /// The lowest bit that was said of each coefficient.
    said: [u8; 64],
}

#[derive(Default)]
struct Picture {
    progressive: bool,
    components: Vec<Component>,
    units: (usize, usize),
    interval: u32,
    /// Those that began, and those that were read to their last block.
    scans: usize,
    whole: usize,
    direct: [Option<Codes>; 4],
    alternating: [Option<Codes>; 4],
    /// Of a progressive picture, which coefficients of each block are set.
    set: Vec<u64>,
}

impl Picture {
    /// It breaks off here.
    fn cut(&self) -> Option<Soundness> {
        (!self.components.is_empty()).then_some(Soundness::CUT)
    }

    /// What stands here is not what did. Its end may be missing as well.
    fn damaged(&self, rest: Option<&[u8]>) -> Option<Soundness> {
        let ends = rest.is_some_and(|rest| rest.windows(2).any(|mark| mark == [0xff, 0xd9]));
        Some(Soundness { cut: !ends, damaged: true })
    }

    /// It ends here.
    fn done(&self) -> Option<Soundness> {
        if self.components.is_empty() {
            return None;
        }
        let whole = self.components.iter().all(|component| component.said.iter().all(|bit| *bit == 0));
        Some(if whole { Soundness::default() } else { Soundness::CUT })
    }

    fn frame(&mut self, segment: &[u8], progressive: bool) -> Option<()> {
        let [bits, h1, h0, w1, w0, count, rest @ ..] = segment else { return None };
        let (height, width) =
            (usize::from(u16::from_be_bytes([*h1, *h0])), usize::from(u16::from_be_bytes([*w1, *w0])));
        // How high it is may stand behind its first scan; a second frame is none of this kind.
        if !matches!(bits, 8 | 12) || width == 0 || height == 0 || !self.components.is_empty() {
            return None;
        }
        let parts: Vec<(u8, usize, usize)> = rest
            .chunks_exact(3)
            .take(usize::from(*count))
            .filter_map(|part| Some((*part.first()?, usize::from(part.get(1)? >> 4), usize::from(part.get(1)? & 15))))
            .collect();
        let sound = |side: &usize| (1..=4).contains(side);
        if parts.is_empty() || parts.len() > 4 || !parts.iter().all(|(_, across, down)| sound(across) && sound(down)) {
            return None;
        }
        let most = |of: fn(&(u8, usize, usize)) -> usize| parts.iter().map(of).max().unwrap_or(1);
        let (across, down) = (most(|part| part.1), most(|part| part.2));
        self.units = (width.div_ceil(8 * across), height.div_ceil(8 * down));
        let mut begins = 0_usize;
        for (id, h, v) in parts {
            let (wide, high) = ((width * h).div_ceil(8 * across), (height * v).div_ceil(8 * down));
            let row = self.units.0 * h;
            self.components.push(Component { id, across: h, down: v, wide, high, row, begins, said: [UNSAID; 64] });
            begins = begins.checked_add(row.checked_mul(self.units.1 * v)?)?;
        }
        if begins > MOST_BLOCKS {
            return None;
        }
        self.progressive = progressive;
        self.set = if progressive { vec![0; begins] } else { Vec::new() };
        Some(())
    }

    fn tables(&mut self, mut segment: &[u8]) -> Option<()> {
        while let Some((kind, rest)) = segment.split_first() {
            let (counts, rest) = rest.split_first_chunk::<16>()?;
            let length = counts.iter().map(|count| usize::from(*count)).sum();
            let (values, rest) = rest.split_at_checked(length)?;
            let tables = if kind >> 4 == 0 { &mut self.direct } else { &mut self.alternating };
            *tables.get_mut(usize::from(kind & 15))? = Some(Codes::of(counts, values));
            segment = rest;
        }
        Some(())
    }

    /// How many bytes a scan takes, and how many of them stand behind its last block; inside, what is wrong with it.
    fn scan(&mut self, head: &[u8], data: &[u8]) -> Option<Result<(usize, usize), Soundness>> {
        self.scans += 1;
        let (count, rest) = head.split_first()?;
        let (parts, rest) = rest.split_at_checked(usize::from(*count) * 2)?;
        let [from, to, bits, ..] = *rest else { return None };
        let band = if self.progressive {
            Band { progressive: true, from: from.into(), to: to.into(), refines: bits >> 4 > 0, bit: bits & 15 }
        } else {
            Band { progressive: false, from: 0, to: 63, refines: false, bit: 0 }
        };
        let mixed = self.progressive && band.from == 0 && band.to != 0;
        if self.scans > MOST_SCANS || band.from > band.to || band.to > 63 || mixed {
            return None;
        }
        let mut taken = Vec::new();
        for part in parts.chunks_exact(2) {
            let (id, tables) = (*part.first()?, *part.get(1)?);
            let component = self.components.iter_mut().find(|component| component.id == id)?;
            component.said.get_mut(band.from..=band.to)?.fill(band.bit);
            let direct = self.direct.get(usize::from(tables >> 4))?.as_ref();
            let alternating = self.alternating.get(usize::from(tables & 15))?.as_ref();
            let Component { across, down, wide, high, row, begins, .. } = *component;
            taken.push(Taken { direct, alternating, across, down, wide, high, row, begins });
        }
        let alone = taken.len() == 1;
        let (wide, high) = if alone { taken.first().map(|one| (one.wide, one.high))? } else { self.units };
        let (mut reading, mut left) = (Reading { bits: Bits::of(data), run: 0 }, self.interval);
        let mut unused = 0;
        for unit in 0..wide * high {
            if self.interval > 0 && left == 0 {
                if !reading.restart() {
                    return Some(Err(reading.bits.why_not()));
                }
                left = self.interval;
            }
            left = left.saturating_sub(1);
            let (x, y) = (unit % wide, unit / wide);
            for part in &taken {
                let (across, down) = if alone { (1, 1) } else { (part.across, part.down) };
                for block in 0..across * down {
                    let place = (y * down + block / across) * part.row + x * across + block % across;
                    let set = self.set.get_mut(part.begins + place).unwrap_or(&mut unused);
                    if reading.block(band, part, set).is_none() || reading.bits.beyond {
                        return Some(Err(reading.bits.why_not()));
                    }
                }
            }
        }
        let read = (reading.bits.at, reading.bits.count as usize / 8);
        self.whole += 1;
        Some(Ok(read))
    }
}

/// Which coefficients a scan speaks of, and of which bit of them.
#[derive(Clone, Copy)]
struct Band {
    progressive: bool,
    from: usize,
    to: usize,
    refines: bool,
    bit: u8,
}

/// A component as a scan takes it.
struct Taken<'t> {
    direct: Option<&'t Codes>,
    alternating: Option<&'t Codes>,
    across: usize,
    down: usize,
    wide: usize,
    high: usize,
    row: usize,
    begins: usize,
}

struct Reading<'d> {
    bits: Bits<'d>,
    /// Blocks in which nothing more comes.
    run: u32,
}

impl Reading<'_> {
    /// Goes on behind the mark that must stand here.
    fn restart(&mut self) -> bool {
        self.run = 0;
        self.bits.restart()
    }

    /// One block; none where no code is one. `set`: which of its coefficients are set.
    fn block(&mut self, band: Band, part: &Taken<'_>, set: &mut u64) -> Option<()> {
        let mut at = band.from;
        if at == 0 {
            if band.refines {
                self.bits.take(1);
                return Some(());
            }
            let more = self.bits.code(part.direct?).filter(|more| *more <= LONGEST)?;
            self.bits.take(u32::from(more));
            if band.progressive {
                return Some(());
            }
            at = 1;
        }
        let codes = part.alternating?;
        if band.refines {
            return self.refined(codes, at, band.to, set);
        }
        if self.run > 0 {
            self.run -= 1;
            return Some(());
        }
        while at <= band.to {
            let code = self.bits.code(codes)?;
            let (zeros, more) = (usize::from(code >> 4), code & 15);
            match (zeros, more) {
                // A number comes behind so many zeros.
                (15, 0) if at + 16 > band.to => return None,
                (15, 0) => at += 16,
                (_, 0) if band.progressive => {
                    self.run = (1 << zeros) - 1 + self.bits.take(zeros as u32);
                    break;
                }
                (_, 0) => break,
                _ => {
                    at += zeros;
                    if at > band.to {
                        return None;
                    }
                    self.bits.take(u32::from(more));
                    *set |= 1_u64.checked_shl(at as u32).unwrap_or(0);
                    at += 1;
                }
            }
        }
        Some(())
    }

    /// One more bit of what is set, and what is set again between (annex G.1.2.3).
    fn refined(&mut self, codes: &Codes, mut at: usize, to: usize, set: &mut u64) -> Option<()> {
        let is_set = |set: u64, at: usize| set >> at & 1 == 1;
        if self.run == 0 {
            while at <= to {
                let code = self.bits.code(codes)?;
                let (mut zeros, more) = (usize::from(code >> 4), code & 15);
                if more == 0 && zeros < 15 {
                    self.run = (1 << zeros) + self.bits.take(zeros as u32);
                    break;
                }
                if more != 0 {
                    self.bits.take(1);
                }
                while at <= to {
                    if is_set(*set, at) {
                        self.bits.take(1);
                    } else if zeros == 0 {
                        break;
                    } else {
                        zeros -= 1;
                    }
                    at += 1;
                }
                if more != 0 && at <= to {
                    *set |= 1 << at;
                }
                at += 1;
            }
        }
        if self.run > 0 {
            for _ in (at..=to).filter(|at| is_set(*set, *at)) {
                self.bits.take(1);
            }
            self.run -= 1;
        }
        Some(())
    }
}

/// The bits of a scan, up to the next mark.
struct Bits<'d> {
    data: &'d [u8],
    /// The next byte.
    at: usize,
    held: u64,
    count: u32,
    /// The marks that were passed.
    restarts: u8,
    /// More was asked for than there is.
    beyond: bool,
}

impl<'d> Bits<'d> {
    fn of(data: &'d [u8]) -> Bits<'d> {
        Bits { data, at: 0, held: 0, count: 0, restarts: 0, beyond: false }
    }

    /// The next ones without taking them; behind the end there are none but zeros.
    fn look(&mut self, count: u32) -> u32 {
        while self.count < count {
            let byte = match self.data.get(self.at..).unwrap_or_default() {
                [0xff, 0, ..] => {
                    self.at += 2;
                    0xff
                }
                // A mark, or a byte that begins one.
                [0xff, ..] | [] => return ((self.held << (count - self.count)) & ((1 << count) - 1)) as u32,
                [byte, ..] => {
                    self.at += 1;
                    *byte
                }
            };
            self.held = self.held << 8 | u64::from(byte);
            self.count += 8;
        }
        (self.held >> (self.count - count) & ((1 << count) - 1)) as u32
    }

    fn take(&mut self, count: u32) -> u32 {
        if count == 0 {
            return 0;
        }
        let bits = self.look(count);
        self.beyond |= self.count < count;
        self.count = self.count.saturating_sub(count);
        self.held &= (1 << self.count) - 1;
        bits
    }

    fn code(&mut self, codes: &Codes) -> Option<u8> {
        let ahead = self.look(16);
        for (length, (end, first)) in (1_u32..).zip(codes.ends) {
            let code = ahead >> (16 - length);
            if code < end {
                self.take(length);
                return codes.values.get(usize::try_from(code as i32 + first).ok()?).copied();
            }
        }
        None
    }

    /// Of a block that cannot be read: whether it is the end that is missing. An end mark may stand behind what was cut off.
    fn why_not(&self) -> Soundness {
        let ran_out = self.beyond || self.count < u32::from(LONGEST);
        match self.data.get(self.at..).unwrap_or_default() {
            [] | [0xff] | [0xff, 0xd9, ..] if ran_out => Soundness::CUT,
            _ => Soundness::DAMAGED,
        }
    }

    fn restart(&mut self) -> bool {
        (self.held, self.count) = (0, 0);
        // What fills the last byte before a mark, and filling bytes before it.
        while let Some(byte) = self.data.get(self.at) {
            match (byte, self.data.get(self.at + 1)) {
                (0xff, Some(mark @ 0xd0..=0xd7)) => {
                    // They are counted, so that one that is lost is missed.
                    let next = 0xd0 + self.restarts % 8;
                    self.restarts = self.restarts.wrapping_add(1);
                    self.at += 2;
                    return *mark == next;
                }
                (0xff, Some(0xff)) => self.at += 1,
                _ => return false,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]

    use super::*;

    const PROGRESSIVE: &[u8] = include_bytes!("../../../tests/pictures/progressive.jpg");
    const THREE: &[u8] = include_bytes!("../../../tests/pictures/three.jpg");

    fn plain() -> Vec<u8> {
        let noise = image::RgbImage::from_fn(90, 70, |x, y| image::Rgb([(x * y % 251) as u8, (x ^ y) as u8, 20]));
        let mut file = std::io::Cursor::new(Vec::new());
        noise.write_to(&mut file, image::ImageFormat::Jpeg).expect("a small picture encodes");
        file.into_inner()
    }

    #[test]
    fn a_picture_is_whole_up_to_its_last_block_whatever_stands_behind_it() {
        let end = b"\xff\xd9".as_slice();
        for jpeg in [PROGRESSIVE.to_vec(), plain()] {
            assert_eq!(state(&jpeg), Some(Soundness::default()));
            let scan = jpeg.windows(2).position(|pair| pair == b"\xff\xda").expect("it has a scan");
            let body = jpeg.len() - 2;
            for part in [scan + 20, (scan + body) / 2, body - 40, body - 4] {
                let cut = [jpeg.get(..part).expect("it is longer"), end].concat();
                assert_eq!(state(&cut), Some(Soundness::CUT), "{part} of {}", jpeg.len());
                assert_eq!(state(jpeg.get(..part).expect("it is longer")), Some(Soundness::CUT));
            }
        }
        assert_eq!(state(THREE), Some(Soundness::default()), "others behind it are not asked for");
        assert_eq!(state(b"\xff\xd8\xff\xd9"), None);
    }

    #[test]
    fn a_picture_that_is_damaged_in_its_middle_is_not_whole() {
        for jpeg in [PROGRESSIVE.to_vec(), plain()] {
            let scan = jpeg.windows(2).position(|pair| pair == b"\xff\xda").expect("it has a scan");
            // Where the codes that stand there then are fewer or longer, the last blocks are missing: that it ends too early is said. The
            // bits of a scan that makes others finer are no codes.
            let (mut damages, mut noticed, mut tried) = (0, 0, 0);
            for from in (scan + 40..jpeg.len() - 140).step_by(61) {
                let mut damaged = jpeg.clone();
                damaged.iter_mut().skip(from).take(100).for_each(|byte| *byte ^= 0x5a);
                let Soundness { cut, damaged } = state(&damaged).expect("it is a picture still");
                (damages, noticed, tried) =
                    (damages + u32::from(damaged), noticed + u32::from(cut || damaged), tried + 1);
            }
            assert!(tried > 5 && noticed * 10 >= tried * 9 && damages * 2 > tried, "{damages}, {noticed} of {tried}");
            let left_out = [&jpeg[..scan + 200], &jpeg[scan + 260..]].concat();
            assert_ne!(state(&left_out), Some(Soundness::default()));
        }
    }

    #[test]
    fn whatever_is_changed_in_a_picture_it_comes_to_an_end() {
        for at in (2..PROGRESSIVE.len()).step_by(7) {
            for value in [0, 0x7f, 0xff] {
                let mut damaged = PROGRESSIVE.to_vec();
                if let Some(byte) = damaged.get_mut(at) {
                    *byte = value;
                }
                let _ = state(&damaged);
            }
        }
    }
}
