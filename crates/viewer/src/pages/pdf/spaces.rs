//! Colour spaces: whether the renderer knows what a colour means. It treats unknown ones as grey.

use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Array, Name, Object, Stream};
use hayro::hayro_syntax::page::Resources;

/// Spaces within spaces.
const DEEPEST: usize = 6;

/// The name of a space that is not known, or not whole.
pub fn unknown_by_name(name: &Name<'_>, resources: &Resources<'_>) -> Option<String> {
    unknown(&Object::Name(name.clone()), resources, 0)
}

/// Of a picture: what its colours are not known to be. `Some("")` where it says nothing of them at all.
pub fn unknown_of_picture(stream: &Stream<'_>, resources: &Resources<'_>) -> Option<String> {
    let dict = stream.dict();
    let mask = dict.get::<bool>(b"IM").or_else(|| dict.get::<bool>(b"ImageMask")).unwrap_or(false);
    if mask {
        return None;
    }
    match dict.get::<Object<'_>>(b"CS").or_else(|| dict.get::<Object<'_>>(b"ColorSpace")) {
        Some(space) => unknown(&space, resources, 0),
        None => {
            let tells = |filter: &Filter| {
                matches!(filter, Filter::JpxDecode | Filter::DctDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode)
            };
            let named = dict.contains_key(b"CS") || dict.contains_key(b"ColorSpace");
            (named || !stream.filters().iter().any(tells)).then(String::new)
        }
    }
}

fn unknown(object: &Object<'_>, resources: &Resources<'_>, depth: usize) -> Option<String> {
    if depth > DEEPEST {
        return Some(String::new());
    }
    match object {
        Object::Name(name) => match name.as_str() {
            "DeviceGray" | "G" | "DeviceRGB" | "RGB" | "DeviceCMYK" | "CMYK" | "CalGray" | "CalRGB" | "Pattern" => None,
            other => match resources.get_color_space(name) {
                Some(Object::Name(same)) if same.as_str() == other => Some(other.to_owned()),
                Some(space) => unknown(&space, resources, depth + 1),
                None => Some(other.to_owned()),
            },
        },
        Object::Array(parts) => of_parts(parts, resources, depth),
        // A profile that stands alone.
        Object::Stream(_) => None,
        _ => Some(String::new()),
    }
}

fn of_parts(parts: &Array<'_>, resources: &Resources<'_>, depth: usize) -> Option<String> {
    let all: Vec<Object<'_>> = parts.iter::<Object<'_>>().collect();
    let Some(Object::Name(kind)) = all.first() else { return Some(String::new()) };
    let kind = kind.as_str();
    let below = |at: usize| match all.get(at) {
        Some(space) => unknown(space, resources, depth + 1),
        None => Some(kind.to_owned()),
    };
    match kind {
        "DeviceGray" | "G" | "DeviceRGB" | "RGB" | "DeviceCMYK" | "CMYK" | "CalGray" | "CalRGB" | "Lab" | "Pattern" => {
            None
        }
        "ICCBased" => (!matches!(all.get(1), Some(Object::Stream(_)))).then(|| kind.to_owned()),
        "Indexed" | "I" => below(1)
            .or_else(|| (!matches!(all.get(3), Some(Object::String(_) | Object::Stream(_)))).then(|| kind.to_owned())),
        "Separation" | "DeviceN" => below(2)
            .or_else(|| (!matches!(all.get(3), Some(Object::Dict(_) | Object::Stream(_)))).then(|| kind.to_owned())),
        other => Some(other.to_owned()),
    }
}
