//! Functions, shadings and tiles: whether the renderer can compute them. Of what it cannot, it draws nothing.

use hayro::hayro_syntax::object::{Array, Dict, Object, Stream};
use hayro::hayro_syntax::page::Resources;

use super::spaces::computes;
use super::{spaces, unpack};

/// Whether a shading can be drawn. Its colour space stands in it: names of the page mean nothing there.
pub fn shading(object: &Object<'_>) -> bool {
    let (dict, stream) = match object {
        Object::Dict(dict) => (dict, None),
        Object::Stream(stream) => (stream.dict(), Some(stream)),
        _ => return false,
    };
    let nothing = Resources::new(Dict::default());
    let Some(space) = dict.get::<Object<'_>>(b"ColorSpace") else { return false };
    let Some(components) = spaces::components(&space, &nothing).filter(|_| spaces::unknown_of(&space).is_none()) else {
        return false;
    };
    let kind = dict.get::<u8>(b"ShadingType").unwrap_or_default();
    let takes = if kind == 1 { 2 } else { 1 };
    let function = match dict.get::<Object<'_>>(b"Function") {
        None => !dict.contains_key(b"Function") && (4..=7).contains(&kind),
        Some(Object::Array(several)) => {
            let several: Vec<Object<'_>> = several.iter::<Object<'_>>().collect();
            several.len() == components && several.iter().all(|one| computes(one, takes, 1))
        }
        Some(one) => computes(&one, takes, components),
    };
    let numbers = |key: &[u8]| dict.get::<Array<'_>>(key).map_or(0, |list| list.iter::<f32>().count());
    function
        && match kind {
            1 => true,
            2 => numbers(b"Coords") == 4,
            3 => numbers(b"Coords") == 6,
            4..=7 => {
                let values = if dict.contains_key(b"Function") { 1 } else { components };
                numbers(b"Decode") >= 4 + 2 * values && stream.is_some_and(|mesh| mesh_is_whole(mesh, kind, values))
            }
            _ => false,
        }
}

/// Whether the points of a mesh are all there (ISO 32000-1, 8.7.4.5.5 to 8.7.4.5.8).
fn mesh_is_whole(mesh: &Stream<'_>, kind: u8, values: usize) -> bool {
    let dict = mesh.dict();
    let bits = |key: &[u8]| dict.get::<u8>(key).map_or(0, usize::from);
    let (flag, place, value) = (bits(b"BitsPerFlag"), bits(b"BitsPerCoordinate"), bits(b"BitsPerComponent"));
    let flags = kind != 5;
    let (Ok(data), true) = (mesh.decoded_data(), unpack::whole(mesh)) else { return false };
    if !(1..=32).contains(&place) || !(1..=16).contains(&value) || flags && !matches!(flag, 2 | 4 | 8) {
        return false;
    }
    let record = |points: usize, colours: usize| {
        (if flags { flag } else { 0 } + points * 2 * place + colours * values * value).div_ceil(8)
    };
    let vertex = record(1, 1);
    if kind == 5 {
        let row = dict.get::<u32>(b"VerticesPerRow").map_or(0, |row| row as usize);
        // What is left over after the last row is no more than padding.
        return row >= 2 && data.len() / vertex >= 2 * row && (data.len() / vertex).is_multiple_of(row);
    }
    let mut rest: &[u8] = &data;
    let mut begun = false;
    while let Some(first) = rest.first() {
        let new = (first >> (8 - flag)) & 3 == 0;
        if !new && !begun {
            return false;
        }
        begun = true;
        let length = match (kind, new) {
            (4, true) => 3 * vertex,
            (4, false) => vertex,
            (6, true) => record(12, 4),
            (6, false) => record(8, 2),
            (_, true) => record(16, 4),
            (_, false) => record(12, 2),
        };
        match rest.get(length..) {
            Some(after) => rest = after,
            None => return rest.iter().all(|byte| *byte == 0) && rest.len() < vertex,
        }
    }
    begun
}

/// Whether the tile of a pattern has a size and a step.
pub fn tile(tile: &Stream<'_>) -> bool {
    let dict = tile.dict();
    let step = |key: &[u8]| dict.get::<f32>(key).is_some_and(|step| step.is_finite() && step.abs() > 1e-6);
    let corners: Vec<f32> = dict.get::<Array<'_>>(b"BBox").iter().flat_map(|list| list.iter::<f32>()).collect();
    let sized = matches!(corners.as_slice(), [x0, y0, x1, y1] if x0 != x1 && y0 != y1);
    sized && step(b"XStep") && step(b"YStep") && matches!(dict.get::<u8>(b"PaintType"), Some(1 | 2))
}
