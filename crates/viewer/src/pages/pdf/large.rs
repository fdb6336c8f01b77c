//! Pictures that are too large for the renderer, which unpacks every pixel into several bytes: mostly black-and-white
//! scans of maps and drawings. They are unpacked here, made smaller, and put back into the file in the same place.

use std::io::Write;

use hayro::hayro_syntax::object::stream::ImageDecodeParams;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream, String as PdfString};
use hayro::hayro_syntax::{Filter, Pdf};

use super::streams::{Checked, bits, components, is_mask, named, row_bytes, size};
use crate::missing::Lack;

/// More samples than that the renderer is not given.
const MOST_SAMPLES: u64 = 40_000_000;
/// What it is made smaller to, on its longer side, in pixels: more than a page image has.
const SIDE: u32 = 5000;
/// Unpacked as it is, in bytes.
const MEMORY: u64 = 400 * 1024 * 1024;
/// A JPEG and its like are unpacked into more than their pixels.
const MEMORY_OF_PHOTOGRAPHS: u64 = 150 * 1024 * 1024;
/// So that a copy of the document still fits next to it, in bytes.
const DOCUMENT: usize = 128 * 1024 * 1024;

pub fn is_large(stream: &Stream<'_>) -> bool {
    let (width, height) = size(stream);
    u64::from(width) * u64::from(height) * u64::from(components(stream).unwrap_or(4)) > MOST_SAMPLES
}

/// The file with smaller pictures in the place of these, or with a grey one where that cannot be done: then `checked` says so.
pub fn with_smaller(pdf: &Pdf, pictures: &[ObjectIdentifier], checked: &mut Checked) -> Option<Vec<u8>> {
    let original: &[u8] = pdf.data().as_ref();
    let mut added = Vec::new();
    let mut places = Vec::new();
    for id in pictures {
        let stream = pdf.xref().get::<Stream<'_>>(*id)?;
        let smaller = if original.len() > DOCUMENT { None } else { smaller(&stream) };
        let lack = smaller.is_none().then(|| (Lack::PictureTooLarge, named(&stream)));
        checked.insert(*id, lack);
        added.push(b'\n');
        places.push((*id, original.len() + added.len()));
        write_object(&mut added, *id, &stream, smaller.unwrap_or_else(|| Smaller::grey(&stream)))?;
    }
    let table = original.len() + added.len();
    let root = pdf.xref().root_id();
    writeln!(added, "xref").ok()?;
    for (id, place) in &places {
        write!(added, "{} 1\n{place:010} {:05} n \n", id.obj_number, id.gen_number).ok()?;
    }
    // The keys of an encrypted file are found by searching: then this table must not be the answer.
    let encrypted = original.windows(8).any(|here| here == b"/Encrypt");
    match previous_table(original).filter(|_| !encrypted) {
        Some(previous) => {
            write!(
                added,
                "trailer\n<< /Size {} /Root {} {} R /Prev {previous} >>\n",
                pdf.len() + 1,
                root.obj_number,
                root.gen_number
            )
            .ok()?;
            write!(added, "startxref\n{table}\n%%EOF\n").ok()?;
        }
        None => write!(added, "startxref\n0\n%%EOF\n").ok()?,
    }
    let mut file = Vec::with_capacity(original.len() + added.len());
    file.extend_from_slice(original);
    file.append(&mut added);
    Some(file)
}

fn previous_table(data: &[u8]) -> Option<usize> {
    let at = data.windows(9).rposition(|here| here == b"startxref")?;
    let text = std::str::from_utf8(data.get(at + 9..)?.get(..24).unwrap_or(data.get(at + 9..)?)).ok()?;
    text.split_ascii_whitespace().next()?.parse().ok()
}

/// The same dictionary with other measures: where a key stands twice, the last one counts.
fn write_object(to: &mut Vec<u8>, id: ObjectIdentifier, stream: &Stream<'_>, smaller: Smaller) -> Option<()> {
    let inner = stream.dict().data();
    let inner = inner.trim_ascii();
    let inner = inner.strip_prefix(b"<<").map_or(inner, |inner| inner.strip_suffix(b">>").unwrap_or(inner));
    write!(to, "{} {} obj\n<< ", id.obj_number, id.gen_number).ok()?;
    to.extend_from_slice(inner);
    let Smaller { width, height, samples, space } = smaller;
    // Data that is not encrypted with the rest.
    write!(
        to,
        "\n/F null /DP null /Filter /Crypt /DecodeParms << /Name /Identity >> /W {width} /Width {width} /H {height}"
    )
    .ok()?;
    write!(to, " /Height {height} /BPC 8 /BitsPerComponent 8{space} /Length {} >>\nstream\n", samples.len()).ok()?;
    to.extend_from_slice(&samples);
    to.extend_from_slice(b"\nendstream\nendobj\n");
    Some(())
}

const RGB: &str = " /CS /DeviceRGB /ColorSpace /DeviceRGB /D [0 1 0 1 0 1] /Decode [0 1 0 1 0 1]";

struct Smaller {
    width: u32,
    height: u32,
    /// Eight bits each.
    samples: Vec<u8>,
    /// Entries of the dictionary, where they are others than before.
    space: &'static str,
}

impl Smaller {
    fn grey(stream: &Stream<'_>) -> Smaller {
        let space =
            if is_mask(stream) { "" } else { " /CS /DeviceGray /ColorSpace /DeviceGray /D [0 1] /Decode [0 1]" };
        Smaller { width: 1, height: 1, samples: vec![0xdd], space }
    }
}

fn smaller(stream: &Stream<'_>) -> Option<Smaller> {
    let (width, height) = size(stream);
    let (bits, count) = (bits(stream), components(stream)?);
    let photograph = stream.filters().iter().any(|filter| matches!(filter, Filter::DctDecode | Filter::JpxDecode));
    let row = row_bytes(stream)?;
    let memory = if photograph { MEMORY_OF_PHOTOGRAPHS } else { MEMORY };
    if row.checked_mul(u64::from(height))? > memory || !matches!(bits, 1 | 8) {
        return None;
    }
    // Packed as they are: hayro unpacks them only where the picture has no palette.
    let parameters = ImageDecodeParams {
        is_indexed: true,
        bpc: Some(bits),
        num_components: Some(count),
        target_dimension: None,
        width,
        height,
    };
    let decoded = stream.decoded_image(&parameters).ok()?;
    let said = decoded.image_data.as_ref().map_or((width, bits), |image| (image.width, image.bits_per_component));
    if said != (width, bits) {
        return None;
    }
    let palette = palette(stream);
    if bits == 8 && palette.is_some() {
        return None;
    }
    let mut step = width.max(height).div_ceil(SIDE).max(1);
    if bits == 1 {
        step = step.next_multiple_of(8);
    }
    let shrunk = shrink(&decoded.data, (width, height), usize::try_from(row).ok()?, usize::from(count), bits, step)?;
    let (width, height) = (width.div_ceil(step), height.div_ceil(step));
    match palette {
        // Of two colours; what lies between them is their mixture.
        Some([zero, one]) => {
            let mix = |share: u8| {
                let part = u32::from(share);
                [0, 1, 2].map(|of| {
                    let (zero, one) = (zero.get(of).copied().unwrap_or(0), one.get(of).copied().unwrap_or(0));
                    ((u32::from(zero) * (255 - part) + u32::from(one) * part) / 255) as u8
                })
            };
            let samples = shrunk.into_iter().flat_map(mix).collect();
            Some(Smaller { width, height, samples, space: RGB })
        }
        None => Some(Smaller { width, height, samples: shrunk, space: "" }),
    }
}

/// The two colours of a one-bit palette, where they are grey or RGB; turned round where the picture says so.
fn palette(stream: &Stream<'_>) -> Option<[[u8; 3]; 2]> {
    let dict: &Dict<'_> = stream.dict();
    let space = dict.get::<Array<'_>>(b"CS").or_else(|| dict.get::<Array<'_>>(b"ColorSpace"))?;
    let parts: Vec<Object<'_>> = space.iter::<Object<'_>>().collect();
    let [Object::Name(kind), base, _, table] = parts.as_slice() else { return None };
    if !matches!(kind.as_str(), "Indexed" | "I") {
        return None;
    }
    let bytes = match table {
        Object::String(bytes) => PdfString::as_bytes(bytes).to_vec(),
        Object::Stream(bytes) => bytes.decoded_data().ok()?.into_owned(),
        _ => return Some([[0; 3], [255; 3]]),
    };
    let grey = match base {
        Object::Name(name) => matches!(name.as_str(), "DeviceGray" | "G" | "CalGray"),
        Object::Array(base) => {
            base.iter::<Stream<'_>>().next().is_some_and(|profile| profile.dict().get::<u8>(b"N") == Some(1))
                || base.iter::<Name<'_>>().next().is_some_and(|name| name.as_str() == "CalGray")
        }
        _ => false,
    };
    let colour = |index: usize| {
        let at = |offset: usize| bytes.get(offset).copied().unwrap_or_default();
        if grey { [at(index); 3] } else { [at(index * 3), at(index * 3 + 1), at(index * 3 + 2)] }
    };
    let decode = dict.get::<Array<'_>>(b"D").or_else(|| dict.get::<Array<'_>>(b"Decode"));
    let turned = decode.is_some_and(|decode| decode.iter::<f32>().next() == Some(1.0));
    Some(if turned { [colour(1), colour(0)] } else { [colour(0), colour(1)] })
}

/// The mean of each square of `step` pixels, sample by sample; what is not there counts as it would for the renderer: zero.
fn shrink(
    data: &[u8],
    (width, height): (u32, u32),
    row_bytes: usize,
    samples: usize,
    bits: u8,
    step: u32,
) -> Option<Vec<u8>> {
    let (wide, step) = (width.div_ceil(step) as usize, step as usize);
    let mut out = Vec::with_capacity(wide * samples * height.div_ceil(step as u32) as usize);
    let mut sums = vec![0_u32; wide * samples];
    for block in 0..(height as usize).div_ceil(step) {
        sums.fill(0);
        let rows = (height as usize - block * step).min(step);
        for row in 0..rows {
            let at = (block * step + row) * row_bytes;
            let row = data.get(at..).unwrap_or_default();
            let row = row.get(..row_bytes).unwrap_or(row);
            if bits == 1 {
                // `step` is a multiple of eight, and rows begin on a byte.
                if step == 8 {
                    sums.iter_mut().zip(row).for_each(|(sum, byte)| *sum += byte.count_ones());
                } else {
                    for (sum, bytes) in sums.iter_mut().zip(row.chunks(step / 8)) {
                        *sum += bytes.iter().map(|byte| byte.count_ones()).sum::<u32>();
                    }
                }
            } else {
                for (pixels, sums) in row.chunks(step * samples).zip(sums.chunks_exact_mut(samples)) {
                    for pixel in pixels.chunks_exact(samples) {
                        sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u32::from(*value));
                    }
                }
            }
        }
        let last = width as usize - (wide - 1) * step;
        for (index, sum) in sums.iter().enumerate() {
            let across = if index / samples == wide - 1 { last } else { step };
            let of = (across * rows) as u32;
            let mean = if bits == 1 { sum.min(&of) * 255 / of } else { sum / of };
            out.push(mean as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pixel_is_the_mean_of_those_it_stands_for() {
        // Eleven pixels wide, in blocks of eight: the last one is three wide.
        let rows = [[0xff_u8, 0b1110_0000], [0x0f, 0b0010_0000]].concat();
        let shrunk = shrink(&rows, (11, 2), 2, 1, 1, 8).expect("it has a size");
        assert_eq!(shrunk, [12 * 255 / 16, 4 * 255 / 6].map(|value| value as u8));
        let rgb = shrink(&[10, 20, 30, 30, 40, 50, 90, 0, 0], (3, 1), 9, 3, 8, 2).expect("it has a size");
        assert_eq!(rgb, [20, 30, 40, 90, 0, 0]);
    }
}
