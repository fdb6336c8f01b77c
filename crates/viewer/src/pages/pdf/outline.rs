//! The outline of a PDF (ISO 32000-1, 12.3.3): its titles in their order, and the pages that they lead to.

use std::collections::{HashMap, HashSet};

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, String as PdfString};

use super::actions;
use super::letters::text_string;
use crate::headings::{DEEPEST_HEADING, Heading, MOST_HEADINGS};
use crate::missing::{Lack, Missings};

/// Places with a name that are read.
const MOST_PLACES: usize = 100_000;

/// Names what an outline would have a program do, where it leads outside, and that not all of it is read.
pub fn of(pdf: &Pdf, root: &Dict<'_>, missing: &mut Missings) -> Vec<Heading> {
    let Some(top) = root.get::<Dict<'_>>(b"Outlines") else {
        missing.add_many(Lack::Part, "outline", u32::from(root.contains_key(b"Outlines")));
        return Vec::new();
    };
    let Some(first) = top.get::<Dict<'_>>(b"First") else { return Vec::new() };
    let pages = pdf.pages().iter().enumerate();
    let numbers: HashMap<ObjectIdentifier, u32> =
        pages.filter_map(|(number, page)| Some((page.raw().obj_id()?, u32::try_from(number).ok()?))).collect();
    let leading = Leading { numbers, count: pdf.pages().len(), named: named(root) };
    let (mut headings, mut seen, mut cut) = (Vec::new(), HashSet::new(), false);
    // What comes after what is open, with its depth: the next one of the innermost last.
    let mut waiting = vec![(first, 0_u8)];
    while let Some((item, depth)) = waiting.pop() {
        // One that leads back to another has an end there.
        if item.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        if headings.len() >= MOST_HEADINGS {
            cut = true;
            break;
        }
        let title = item.get::<PdfString<'_>>(b"Title").map(|title| text_string(&title)).unwrap_or_default();
        let action = item.get::<Dict<'_>>(b"A");
        let does = action.as_ref().and_then(|action| action.get::<Name<'_>>(b"S")).map(|kind| kind.as_str().to_owned());
        let place = match does.as_deref() {
            Some("GoTo") => action.as_ref().and_then(|action| action.get::<Object<'_>>(b"D")),
            Some("URI") => {
                let address = action.as_ref().and_then(|action| action.get::<PdfString<'_>>(b"URI"));
                missing.add(Lack::Outside, &address.map(|address| text_string(&address)).unwrap_or_default());
                None
            }
            _ => item.get::<Object<'_>>(b"Dest"),
        };
        actions::of(&item).iter().for_each(|action| missing.add(Lack::Script, action));
        headings.push(Heading::new(&title, place.and_then(|place| leading.page(place)), depth));
        waiting.extend(item.get::<Dict<'_>>(b"Next").map(|next| (next, depth)));
        if let Some(below) = item.get::<Dict<'_>>(b"First") {
            if depth < DEEPEST_HEADING { waiting.push((below, depth + 1)) } else { cut = true }
        }
    }
    missing.add_many(Lack::Part, "outline", u32::from(cut));
    headings
}

struct Leading<'a> {
    numbers: HashMap<ObjectIdentifier, u32>,
    count: usize,
    named: HashMap<Vec<u8>, Array<'a>>,
}

impl Leading<'_> {
    fn page(&self, place: Object<'_>) -> Option<u32> {
        match place {
            Object::Array(place) => self.of(&place),
            Object::Name(name) => self.named.get(name.as_str().as_bytes()).and_then(|place| self.of(place)),
            Object::String(name) => self.named.get(name.as_bytes()).and_then(|place| self.of(place)),
            Object::Dict(place) => self.of(&place.get::<Array<'_>>(b"D")?),
            _ => None,
        }
    }

    /// A page, or the number of one, stands first.
    fn of(&self, place: &Array<'_>) -> Option<u32> {
        if let Some(page) = place.raw_iter().next()?.as_obj_ref() {
            return self.numbers.get(&ObjectIdentifier::from(page)).copied();
        }
        place.iter::<u32>().next().filter(|number| usize::try_from(*number).is_ok_and(|number| number < self.count))
    }
}

/// Places with a name: in a list of the catalogue, and in a tree of names.
fn named<'a>(root: &Dict<'a>) -> HashMap<Vec<u8>, Array<'a>> {
    let mut named = HashMap::new();
    let place = |place: Object<'a>| match place {
        Object::Array(place) => Some(place),
        Object::Dict(place) => place.get::<Array<'a>>(b"D"),
        _ => None,
    };
    if let Some(list) = root.get::<Dict<'a>>(b"Dests") {
        for key in list.keys().take(MOST_PLACES) {
            if let Some(to) = list.get::<Object<'a>>(key.as_str()).and_then(place) {
                named.insert(key.as_str().as_bytes().to_vec(), to);
            }
        }
    }
    let tree = root.get::<Dict<'a>>(b"Names").and_then(|names| names.get::<Dict<'a>>(b"Dests"));
    let (mut waiting, mut seen) = (Vec::from_iter(tree), HashSet::new());
    while let Some(node) = waiting.pop() {
        if named.len() > MOST_PLACES || seen.len() > MOST_PLACES || node.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        let pairs: Vec<Object<'a>> =
            node.get::<Array<'a>>(b"Names").iter().flat_map(|names| names.iter::<Object<'a>>()).collect();
        for pair in pairs.chunks_exact(2) {
            if let [Object::String(name), to] = pair
                && let Some(to) = place(to.clone())
            {
                named.insert(name.as_bytes().to_vec(), to);
            }
        }
        waiting.extend(node.get::<Array<'a>>(b"Kids").iter().flat_map(|kids| kids.iter::<Dict<'a>>()));
    }
    named
}
