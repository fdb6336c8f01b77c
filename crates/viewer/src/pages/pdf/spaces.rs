//! Colour spaces: whether the renderer can compute what a colour is. It treats those that it cannot as grey, so that what is
//! drawn in them may be white.

use hayro::hayro_interpret::Function;
use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro::hayro_syntax::page::Resources;

use super::unpack;

/// Of one point.
const MOST_VALUES: usize = 32;
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

/// The same, of a space that stands where no names are known.
pub fn unknown_of(space: &Object<'_>) -> Option<String> {
    unknown(space, &Resources::new(Dict::default()), 0)
}

/// Values of one colour.
pub fn components(space: &Object<'_>, resources: &Resources<'_>) -> Option<usize> {
    count(space, resources, 0)
}

fn count(space: &Object<'_>, resources: &Resources<'_>, depth: usize) -> Option<usize> {
    if depth > DEEPEST {
        return None;
    }
    let of_name = |name: &str| match name {
        "DeviceGray" | "G" | "CalGray" | "Indexed" | "I" | "Separation" => Some(1),
        "DeviceRGB" | "RGB" | "CalRGB" | "Lab" => Some(3),
        "DeviceCMYK" | "CMYK" | "CalCMYK" => Some(4),
        _ => None,
    };
    match space {
        Object::Name(name) => of_name(name.as_str()).or_else(|| match resources.get_color_space(name)? {
            Object::Name(_) => None,
            other => count(&other, resources, depth + 1),
        }),
        Object::Array(parts) => {
            let kind = parts.iter::<Object<'_>>().next()?.into_name()?;
            match kind.as_str() {
                "ICCBased" => parts.iter::<Stream<'_>>().next()?.dict().get::<u32>(b"N").map(|count| count as usize),
                "DeviceN" => Some(parts.iter::<Array<'_>>().next()?.raw_iter().count()),
                "Pattern" => count(&parts.iter::<Object<'_>>().nth(1)?, resources, depth + 1),
                other => of_name(other),
            }
        }
        _ => None,
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
    let not = |sound: bool| (!sound).then(|| kind.to_owned());
    match kind {
        "DeviceGray" | "G" | "DeviceRGB" | "RGB" | "DeviceCMYK" | "CMYK" | "CalCMYK" | "Pattern" => None,
        "CalGray" | "CalRGB" | "Lab" => not(matches!(all.get(1), Some(Object::Dict(_)))),
        "ICCBased" => not(matches!(all.get(1), Some(Object::Stream(profile)) if profiled(profile))),
        "Indexed" | "I" => below(1).or_else(|| not(table_is_whole(&all, resources))),
        "Separation" | "DeviceN" => below(2).or_else(|| {
            let inks = match all.get(1) {
                Some(Object::Array(inks)) => inks.raw_iter().count(),
                _ => 1,
            };
            let alternate = all.get(2).and_then(|space| count(space, resources, 0));
            not(all.get(3).zip(alternate).is_some_and(|(tint, gives)| computes(tint, inks, gives)))
        }),
        other => Some(other.to_owned()),
    }
}

/// Whether a colour profile is one: it has a mark (ICC.1, 7.2.9), and as many values as a screen can be given.
fn profiled(profile: &Stream<'_>) -> bool {
    let values = profile.dict().get::<u32>(b"N");
    unpack::whole(profile)
        && matches!(values, Some(1 | 3 | 4))
        && profile.decoded_data().is_ok_and(|data| data.get(36..40) == Some(b"acsp"))
}

/// Whether a palette has all the colours that it counts.
fn table_is_whole(parts: &[Object<'_>], resources: &Resources<'_>) -> bool {
    let Some(Object::Number(highest)) = parts.get(2) else { return false };
    let colours = usize::try_from(highest.as_i64().clamp(0, 255)).unwrap_or_default() + 1;
    let Some(values) = parts.get(1).and_then(|base| count(base, resources, 0)) else { return false };
    let there = match parts.get(3) {
        Some(Object::String(table)) => PdfString::as_bytes(table).len(),
        Some(Object::Stream(table)) => table.decoded_data().map_or(0, |table| table.len()),
        _ => 0,
    };
    there >= colours * values
}

/// Whether a function takes so many values, gives at least so many, and can be computed at its ends and between them.
pub fn computes(function: &Object<'_>, takes: usize, gives: usize) -> bool {
    let Some(function) = Function::new(function) else { return false };
    let mut out = [0.0; MOST_VALUES];
    let (Some(out), true) = (out.get_mut(..function.num_outputs()), takes <= MOST_VALUES) else { return false };
    function.num_inputs() == takes
        && out.len() >= gives
        && [0.0, 0.5, 1.0].into_iter().all(|value| function.eval(&vec![value; takes], out).is_some())
}
