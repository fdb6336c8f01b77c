//! What streams say of themselves: size, samples, filters of a picture; and what became of each when it was looked at.

use std::collections::HashMap;

use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::stream::{ImageColorSpace, ImageDecodeParams};
use hayro::hayro_syntax::object::{Array, Name, Object, ObjectIdentifier, Stream};

use crate::missing::Lack;

/// What became of each stream when it was looked at.
#[derive(Default)]
pub struct Checked {
    /// Nothing to say, or what is wrong with it.
    streams: HashMap<ObjectIdentifier, Option<(Lack, String)>>,
    /// Whether a mask hides all of a picture.
    pub masked: HashMap<ObjectIdentifier, bool>,
    /// Whether a picture shows anything.
    pub shows: HashMap<ObjectIdentifier, bool>,
    /// What the data of a picture say of its size and colours, where the document says otherwise.
    pub differing: HashMap<ObjectIdentifier, Option<String>>,
}

impl Checked {
    pub fn get(&self, id: &ObjectIdentifier) -> Option<&Option<(Lack, String)>> {
        self.streams.get(id)
    }

    pub fn insert(&mut self, id: ObjectIdentifier, lack: Option<(Lack, String)>) {
        self.streams.insert(id, lack);
    }
}

/// In pixels; 0 where the file does not say.
pub fn size(stream: &Stream<'_>) -> (u32, u32) {
    let number = |short: &[u8], long: &[u8]| {
        stream.dict().get::<u32>(short).or_else(|| stream.dict().get::<u32>(long)).unwrap_or_default()
    };
    (number(b"W", b"Width"), number(b"H", b"Height"))
}

pub fn is_mask(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    dict.get::<bool>(b"IM").or_else(|| dict.get::<bool>(b"ImageMask")).unwrap_or(false)
}

pub fn bits(stream: &Stream<'_>) -> u8 {
    let dict = stream.dict();
    let said = dict.get::<u8>(b"BPC").or_else(|| dict.get::<u8>(b"BitsPerComponent"));
    let one_bit = stream.filters().iter().any(|filter| matches!(filter, Filter::CcittFaxDecode | Filter::Jbig2Decode));
    if one_bit || is_mask(stream) { 1 } else { said.unwrap_or(8) }
}

/// Samples of a pixel, where the file says so plainly.
pub fn components(stream: &Stream<'_>) -> Option<u8> {
    if is_mask(stream) {
        return Some(1);
    }
    let dict = stream.dict();
    match dict.get::<Object<'_>>(b"CS").or_else(|| dict.get::<Object<'_>>(b"ColorSpace"))? {
        Object::Name(name) => match name.as_str() {
            "DeviceGray" | "G" | "CalGray" => Some(1),
            "DeviceRGB" | "RGB" | "CalRGB" => Some(3),
            "DeviceCMYK" | "CMYK" => Some(4),
            _ => None,
        },
        Object::Array(space) => {
            let kind = space.iter::<Object<'_>>().next()?.into_name()?;
            match kind.as_str() {
                "ICCBased" => space.iter::<Stream<'_>>().next()?.dict().get::<u8>(b"N"),
                "Indexed" | "I" | "CalGray" | "Separation" | "DeviceGray" | "G" => Some(1),
                "CalRGB" | "Lab" | "DeviceRGB" | "RGB" => Some(3),
                "DeviceCMYK" | "CMYK" => Some(4),
                "DeviceN" => u8::try_from(space.iter::<Array<'_>>().next()?.raw_iter().count()).ok(),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Of one row as it is packed, in bytes.
pub fn row_bytes(stream: &Stream<'_>) -> Option<u64> {
    let samples = u64::from(size(stream).0) * u64::from(components(stream)?);
    Some((samples * u64::from(bits(stream))).div_ceil(8))
}

/// `1728 × 2200, CCITTFaxDecode`
pub fn named(stream: &Stream<'_>) -> String {
    let (width, height) = size(stream);
    let filters: Vec<String> = filter_names(stream).into_iter().map(|name| format!(", {name}")).collect();
    format!("{width} × {height}{}", filters.concat())
}

/// How the samples of a picture are unpacked, by what it says of itself.
pub fn decoding(stream: &Stream<'_>) -> ImageDecodeParams {
    let ((width, height), bits) = (size(stream), bits(stream));
    ImageDecodeParams {
        is_indexed: bits < 8,
        bpc: Some(bits),
        num_components: components(stream),
        target_dimension: None,
        width,
        height,
    }
}

/// What the data of a JPEG say of its size and its colours, where the document says otherwise of them (ISO 32000-2, 8.9.5.1): its name,
/// with that behind it. `300 × 50, DCTDecode (300 × 200)`
pub fn differs(stream: &Stream<'_>) -> Option<String> {
    let filters = stream.filters();
    if filters.last() != Some(&Filter::DctDecode) {
        return None;
    }
    let ((width, height), samples) = (size(stream), components(stream));
    let (wide, high, colours) = if filters.len() == 1 {
        let (wide, high, colours) = jpeg_frame(&stream.raw_data())?;
        (wide, high, Some(colours))
    } else {
        // Packed once more: what was unpacked says its size.
        let parameters = ImageDecodeParams {
            is_indexed: false,
            bpc: Some(8),
            num_components: samples,
            target_dimension: None,
            width,
            height,
        };
        let own = stream.decoded_image(&parameters).ok()?.image_data?;
        let colours = own.color_space.map(|space| match space {
            ImageColorSpace::Gray => 1,
            ImageColorSpace::Rgb => 3,
            ImageColorSpace::Cmyk => 4,
            ImageColorSpace::Unknown(colours) => colours,
        });
        (own.width, own.height, colours)
    };
    // Its height may stand behind it.
    let other_size = wide != width || high != height && high != 0;
    match (samples, colours) {
        (Some(said), Some(own)) if said != own => {
            Some(format!("{width} × {height} × {said}, DCTDecode ({wide} × {high} × {own})"))
        }
        _ => other_size.then(|| format!("{} ({wide} × {high})", named(stream))),
    }
}

/// Width, height and colours by the frame of a JPEG (ITU-T T.81, annex B.2.2).
fn jpeg_frame(jpeg: &[u8]) -> Option<(u32, u32, u8)> {
    let mut at = 2_usize;
    loop {
        let [mark, marker] = *jpeg.get(at..)?.first_chunk::<2>()?;
        if mark != 0xff || marker == 0xff {
            at += 1;
            continue;
        }
        match marker {
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let [_, high, low, wide, narrow, colours] = *jpeg.get(at + 4..)?.first_chunk::<6>()?;
                let of = |two: [u8; 2]| u32::from(u16::from_be_bytes(two));
                return Some((of([wide, narrow]), of([high, low]), colours));
            }
            // Marks without anything behind them.
            0x00 | 0x01 | 0xd0..=0xd8 => {
                at += 2;
                continue;
            }
            0xd9 | 0xda => return None,
            _ => {}
        }
        at += 2 + usize::from(u16::from_be_bytes(*jpeg.get(at + 2..)?.first_chunk::<2>()?));
    }
}

fn filter_names(stream: &Stream<'_>) -> Vec<String> {
    let name = |name: Name<'_>| name.as_str().to_owned();
    let of = |key: &[u8]| match stream.dict().get::<Object<'_>>(key) {
        Some(Object::Name(one)) => vec![name(one)],
        Some(Object::Array(several)) => several.iter::<Name<'_>>().map(name).collect(),
        _ => Vec::new(),
    };
    let short = of(b"F");
    if short.is_empty() { of(b"Filter") } else { short }
}

/// A filter that hayro passes over.
pub fn unknown_filter(stream: &Stream<'_>) -> Option<String> {
    const KNOWN: [&str; 18] = [
        "ASCIIHexDecode",
        "AHx",
        "ASCII85Decode",
        "A85",
        "LZWDecode",
        "LZW",
        "FlateDecode",
        "Fl",
        "RunLengthDecode",
        "RL",
        "CCITTFaxDecode",
        "CCF",
        "JBIG2Decode",
        "DCTDecode",
        "DCT",
        "JPXDecode",
        "Crypt",
        "",
    ];
    filter_names(stream).into_iter().find(|name| !KNOWN.contains(&name.as_str()))
}
