//! What a document would have a program do: nothing of it is done here, and it is said.

use hayro::hayro_syntax::object::{Dict, Name, Object};

/// What a person sets off by moving within the document, and nothing else: it is no matter.
const HARMLESS: [&str; 8] = ["GoTo", "GoToE", "GoToR", "GoTo3DView", "Named", "Thread", "Trans", "URI"];
/// When: of an annotation, a page, a field, and the whole document (ISO 32000-1, 12.6.3).
const TRIGGERS: [&[u8]; 20] = [
    b"E", b"X", b"D", b"U", b"Fo", b"Bl", b"PO", b"PC", b"PV", b"PI", b"O", b"C", b"K", b"F", b"V", b"WC", b"WS",
    b"DS", b"WP", b"DP",
];
/// Actions that follow one another; more are not looked at.
const MOST: usize = 100;

/// The kinds of what an annotation, a page or the document itself has done when somebody opens it, leaves it or touches it.
pub fn of(holder: &Dict<'_>) -> Vec<String> {
    let mut waiting: Vec<Dict<'_>> =
        [b"A".as_slice(), b"OpenAction"].iter().filter_map(|key| holder.get(key)).collect();
    if let Some(triggers) = holder.get::<Dict<'_>>(b"AA") {
        waiting.extend(TRIGGERS.iter().filter_map(|key| triggers.get::<Dict<'_>>(key)));
    }
    let (mut kinds, mut seen) = (Vec::new(), 0);
    while let Some(action) = waiting.pop() {
        seen += 1;
        if seen > MOST {
            break;
        }
        let kind = action.get::<Name<'_>>(b"S").map(|name| name.as_str().to_owned()).unwrap_or_default();
        if !HARMLESS.contains(&kind.as_str()) {
            kinds.push(kind);
        }
        match action.get::<Object<'_>>(b"Next") {
            Some(Object::Dict(next)) => waiting.push(next),
            Some(Object::Array(several)) => waiting.extend(several.iter::<Dict<'_>>().take(MOST)),
            _ => {}
        }
    }
    kinds
}
