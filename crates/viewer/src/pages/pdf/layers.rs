//! Layers (optional content) that the document itself does not show.

use std::collections::HashSet;

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, String as PdfString};
use hayro::hayro_syntax::xref::XRef;

use super::letters::text_string;

/// The layers that are off, as the renderer takes them to be.
#[derive(Default)]
pub struct Layers {
    off: HashSet<ObjectIdentifier>,
}

impl Layers {
    pub fn of(xref: &XRef) -> Layers {
        let root = xref.get::<Dict<'_>>(xref.root_id()).unwrap_or_default();
        let all = root.get::<Dict<'_>>(b"OCProperties").unwrap_or_default();
        let Some(settings) = all.get::<Dict<'_>>(b"D") else { return Layers::default() };
        let mut off = HashSet::new();
        if settings.get::<Name<'_>>(b"BaseState").is_some_and(|state| state.as_str() == "OFF") {
            off.extend(listed(&all, b"OCGs"));
        }
        for id in listed(&settings, b"ON") {
            off.remove(&id);
        }
        off.extend(listed(&settings, b"OFF"));
        Layers { off }
    }

    /// The name of what hides the thing that has this entry, if anything does.
    pub fn hides(&self, dict: &Dict<'_>, key: &[u8]) -> Option<String> {
        let about = dict.get::<Dict<'_>>(key)?;
        let id = dict.get_ref(key).map(ObjectIdentifier::from);
        if about.get::<Name<'_>>(b"Type").is_some_and(|kind| kind.as_str() == "OCMD") {
            let mut several: Vec<ObjectIdentifier> = listed(&about, b"OCGs");
            several.extend(about.get_ref(b"OCGs").filter(|_| several.is_empty()).map(ObjectIdentifier::from));
            let off = |id: &ObjectIdentifier| self.off.contains(id);
            let rule = about.get::<Name<'_>>(b"P").map(|rule| rule.as_str().to_owned()).unwrap_or_default();
            let shown = several.is_empty()
                || match rule.as_str() {
                    "AllOn" => !several.iter().any(off),
                    "AnyOff" => several.iter().any(off),
                    "AllOff" => several.iter().all(off),
                    _ => several.iter().any(|id| !off(id)),
                };
            return (!shown).then(|| names(&about));
        }
        self.off.contains(&id?).then(|| name(&about))
    }
}

fn listed(dict: &Dict<'_>, key: &[u8]) -> Vec<ObjectIdentifier> {
    let list = dict.get::<Array<'_>>(key);
    list.iter().flat_map(Array::raw_iter).filter_map(|item| item.as_obj_ref()).map(ObjectIdentifier::from).collect()
}

fn name(layer: &Dict<'_>) -> String {
    layer.get::<PdfString<'_>>(b"Name").map(|name| text_string(&name)).unwrap_or_default()
}

fn names(several: &Dict<'_>) -> String {
    match several.get::<Object<'_>>(b"OCGs") {
        Some(Object::Array(layers)) => {
            layers.iter::<Dict<'_>>().map(|layer| name(&layer)).collect::<Vec<_>>().join(", ")
        }
        Some(Object::Dict(layer)) => name(&layer),
        _ => String::new(),
    }
}
