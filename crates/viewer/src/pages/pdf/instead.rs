//! Texts that other programs copy, search and speak in place of what is drawn (`/ActualText`), or as well (`/Alt`, `/E`): in the
//! drawing instructions, and in the structure of the document (ISO 32000-2, 14.9). A person sees what is drawn.

use std::collections::{BTreeSet, HashMap, HashSet};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, String as PdfString};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro_font::{Font, FontCache};

use super::letters::{folded, letters_of, text_string};

/// Elements of a structure that are looked at, and how deep they lie within one another.
const MOST_ELEMENTS: usize = 200_000;
const DEEPEST: usize = 100;
/// Forms that a page draws, and how deep they lie within one another.
const MOST_FORMS: usize = 500;
const DEEPEST_FORM: usize = 12;
/// Of what is drawn under one text, in bytes.
const MOST_TEXT: usize = 16 * 1024;

/// Such a text.
#[derive(Clone, Debug)]
struct Said {
    text: String,
    /// It is read in place of what is drawn, and not as well.
    replaces: bool,
}

/// What the structure of a document says of a page.
#[derive(Debug)]
struct Element {
    said: Said,
    /// The parts of the page that it is about, by number.
    parts: Vec<i64>,
}

/// The texts in the structure of a document, by page.
#[derive(Debug, Default)]
pub struct Structure(HashMap<ObjectIdentifier, Vec<Element>>);

/// What speaks against the texts of a page.
#[derive(Default)]
pub struct InsteadFlaws {
    /// Those that say something else than is drawn.
    pub differing: Vec<String>,
    /// Those for which no letters are drawn.
    pub aside: Vec<String>,
    /// Those of which it is not known, and the fonts that do not say what they draw.
    pub unknown: Vec<String>,
    pub fonts: BTreeSet<String>,
}

impl Structure {
    pub fn of(pdf: &Pdf) -> Structure {
        let xref = pdf.xref();
        let root = xref.get::<Dict<'_>>(xref.root_id()).unwrap_or_default();
        let first = pdf.pages().first().and_then(|page| page.raw().obj_id());
        let mut tree = Tree { found: Structure::default(), seen: HashSet::new(), left: MOST_ELEMENTS };
        if let Some(top) = root.get::<Dict<'_>>(b"StructTreeRoot") {
            tree.below(&top, (first, None), &mut Vec::new(), 0);
        }
        tree.found
    }
}

struct Tree {
    found: Structure,
    seen: HashSet<ObjectIdentifier>,
    left: usize,
}

impl Tree {
    /// `open`: the texts of the elements around, with the parts that were found within each. `around`: the object that it stands in,
    /// whose number an element has that is written into another one.
    fn below(
        &mut self,
        element: &Dict<'_>,
        (page, around): (Option<ObjectIdentifier>, Option<ObjectIdentifier>),
        open: &mut Vec<(Said, HashMap<ObjectIdentifier, Vec<i64>>)>,
        depth: usize,
    ) {
        let own = element.obj_id();
        let known = own.is_some_and(|id| !self.seen.insert(id) && around != own);
        if depth > DEEPEST || self.left == 0 || known {
            return;
        }
        self.left -= 1;
        let page = element.get_ref(b"Pg").map(ObjectIdentifier::from).or(page);
        let outer = open.len();
        open.extend(texts(element).into_iter().map(|said| (said, HashMap::new())));
        let within: Vec<Object<'_>> = match element.get::<Object<'_>>(b"K") {
            Some(Object::Array(several)) => several.iter::<Object<'_>>().collect(),
            one => one.into_iter().collect(),
        };
        for item in within {
            match item {
                Object::Number(number) => part(page, number.as_i64(), open),
                Object::Dict(dict) if dict.contains_key(b"MCID") => {
                    let page = dict.get_ref(b"Pg").map(ObjectIdentifier::from).or(page);
                    part(page, dict.get::<Number>(b"MCID").map_or(-1, |number| number.as_i64()), open);
                }
                Object::Dict(dict) => self.below(&dict, (page, own), open, depth + 1),
                _ => {}
            }
        }
        for (said, parts) in open.drain(outer..) {
            if let (true, Some(page)) = (parts.is_empty(), page) {
                self.found.0.entry(page).or_default().push(Element { said: said.clone(), parts: Vec::new() });
            }
            for (page, parts) in parts {
                self.found.0.entry(page).or_default().push(Element { said: said.clone(), parts });
            }
        }
    }
}

fn part(page: Option<ObjectIdentifier>, number: i64, open: &mut [(Said, HashMap<ObjectIdentifier, Vec<i64>>)]) {
    let Some(page) = page else { return };
    open.iter_mut().for_each(|(_, parts)| parts.entry(page).or_default().push(number));
}

fn texts(dict: &Dict<'_>) -> Vec<Said> {
    let of =
        |key: &[u8], replaces| dict.get::<PdfString<'_>>(key).map(|text| Said { text: text_string(&text), replaces });
    let replaced = of(b"ActualText", true);
    let also = [of(b"Alt", false), of(b"E", false)].into_iter().flatten().filter(|said| !said.text.trim().is_empty());
    replaced.into_iter().chain(also).collect()
}

/// What is drawn under a text.
#[derive(Clone, Debug, Default)]
struct Drawn {
    text: String,
    /// Fonts of letters of which nothing says what they are.
    unknown: BTreeSet<String>,
}

/// Compares the texts of a page with what is drawn under them.
pub fn of(page: &Page<'_>, structure: &Structure) -> InsteadFlaws {
    let mut walk = Walk {
        cache: FontCache::new(),
        fonts: HashMap::new(),
        open: Vec::new(),
        judged: Vec::new(),
        parts: HashMap::new(),
        forms: 0,
    };
    walk.operations(page.page_stream().unwrap_or_default(), page.resources(), None, 0);
    while !walk.open.is_empty() {
        walk.close(0);
    }
    let Walk { mut judged, parts, .. } = walk;
    let elements = page.raw().obj_id().and_then(|id| structure.0.get(&id));
    for Element { said, parts: numbers } in elements.into_iter().flatten() {
        let mut drawn = Drawn::default();
        for part in numbers.iter().filter_map(|number| parts.get(number)) {
            drawn.text.push_str(&part.text);
            drawn.unknown.extend(part.unknown.iter().cloned());
        }
        judged.push((said.clone(), drawn));
    }
    let mut found = InsteadFlaws::default();
    for (said, drawn) in judged {
        match judge(&said, &drawn) {
            Judged::Same => {}
            Judged::Differs => found.differing.push(said.text),
            Judged::Aside => found.aside.push(said.text),
            Judged::Unknown => {
                found.unknown.push(said.text);
                found.fonts.extend(drawn.unknown);
            }
        }
    }
    found
}

#[derive(Debug, PartialEq, Eq)]
enum Judged {
    Same,
    Differs,
    Aside,
    Unknown,
}

fn judge(said: &Said, drawn: &Drawn) -> Judged {
    let (read, seen) = (letters(&said.text), letters(&drawn.text));
    // Of signs, one may stand for another.
    if read == seen {
        return Judged::Same;
    }
    if !said.replaces {
        return if seen.contains(&read) { Judged::Same } else { Judged::Aside };
    }
    if !drawn.unknown.is_empty() {
        return Judged::Unknown;
    }
    if seen.is_empty() {
        return Judged::Aside;
    }
    if in_any_order(&read, &seen) { Judged::Same } else { Judged::Differs }
}

/// Other scripts are drawn in another order than they are read in.
fn in_any_order(read: &str, seen: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let other = |c: char| ('\u{590}'..='\u{10ff}').contains(&c) || ('\u{1780}'..='\u{17ff}').contains(&c);
    seen.chars().any(other) && sorted(read) == sorted(seen)
}

/// Whether two texts are of the same letters, digits and signs, in whatever form; spaces and lines may be set by moving on.
pub fn same_letters(seen: &str, read: &str) -> bool {
    let letters = |text: &str| folded(text).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (seen, read) = (letters(seen), letters(read));
    seen == read || in_any_order(&read, &seen)
}

/// Letters and digits, without their forms.
pub fn letters(text: &str) -> String {
    folded(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

struct Open {
    said: Vec<Said>,
    /// Which part of the page it is.
    part: Option<i64>,
    drawn: Drawn,
}

struct Walk<'a> {
    cache: FontCache<'a>,
    fonts: HashMap<ObjectIdentifier, Option<Font<'a>>>,
    open: Vec<Open>,
    judged: Vec<(Said, Drawn)>,
    parts: HashMap<i64, Drawn>,
    forms: usize,
}

impl<'a> Walk<'a> {
    fn operations(&mut self, data: &[u8], resources: &Resources<'a>, font: Option<(Font<'a>, String)>, depth: usize) {
        let (mut font, mut kept) = (font, Vec::new());
        let around = self.open.len();
        let mut operations = TypedIter::new(data);
        while let Some(operation) = operations.next() {
            match operation {
                TypedInstruction::SaveState(_) => kept.push(font.clone()),
                TypedInstruction::RestoreState(_) => font = kept.pop().unwrap_or(font),
                TypedInstruction::TextFont(named) => {
                    font = resources
                        .get_font(named.0)
                        .and_then(|dict| Some((self.font(&dict)?, name_of(&dict, named.0.as_str()))));
                }
                TypedInstruction::SetGraphicsState(state) => {
                    let named = resources.get_ext_g_state(state.0).and_then(|state| state.get::<Array<'_>>(b"Font"));
                    if let Some(dict) = named.and_then(|named| named.iter::<Dict<'_>>().next()) {
                        font = self.font(&dict).map(|font| (font, name_of(&dict, state.0.as_str())));
                    }
                }
                TypedInstruction::ShowText(text) => self.shown(text.0.as_bytes(), font.as_ref()),
                TypedInstruction::NextLineAndShowText(text) => self.shown(text.0.as_bytes(), font.as_ref()),
                TypedInstruction::ShowTextWithParameters(text) => self.shown(text.2.as_bytes(), font.as_ref()),
                TypedInstruction::ShowTexts(texts) => {
                    for item in texts.0.iter::<Object<'_>>() {
                        if let Object::String(text) = item {
                            self.shown(text.as_bytes(), font.as_ref());
                        }
                    }
                }
                TypedInstruction::BeginMarkedContent(_) => {
                    self.open.push(Open { said: Vec::new(), part: None, drawn: Drawn::default() });
                }
                TypedInstruction::BeginMarkedContentWithProperties(marked) => {
                    let about = match marked.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    let said = about.as_ref().map(texts).unwrap_or_default();
                    let part = about.and_then(|about| about.get::<Number>(b"MCID")).map(|number| number.as_i64());
                    self.open.push(Open { said, part: part.filter(|_| depth == 0), drawn: Drawn::default() });
                }
                TypedInstruction::EndMarkedContent(_) if self.open.len() > around => self.close(around),
                TypedInstruction::XObject(object) if depth < DEEPEST_FORM && self.forms < MOST_FORMS => {
                    let Some(form) = resources.get_x_object(object.0) else { continue };
                    let kind = form.dict().get::<Name<'_>>(b"Subtype");
                    if kind.is_some_and(|kind| kind.as_str() == "Form")
                        && let Ok(data) = form.decoded_data()
                    {
                        self.forms += 1;
                        let own = form.dict().get::<Dict<'_>>(b"Resources").map(Resources::new);
                        self.operations(&data, own.as_ref().unwrap_or(resources), font.clone(), depth + 1);
                    }
                }
                _ => {}
            }
        }
        while self.open.len() > around {
            self.close(around);
        }
    }

    /// Ends the innermost of what is open, of those that were opened after `around`.
    fn close(&mut self, around: usize) {
        let Some(Open { said, part, drawn }) = self.open.pop().filter(|_| self.open.len() >= around) else { return };
        if let Some(part) = part {
            let known = self.parts.entry(part).or_default();
            known.text.push_str(&drawn.text);
            known.unknown.extend(drawn.unknown.iter().cloned());
        }
        self.judged.extend(said.into_iter().map(|said| (said, drawn.clone())));
    }

    fn font(&mut self, dict: &Dict<'a>) -> Option<Font<'a>> {
        if let Some(known) = dict.obj_id().and_then(|id| self.fonts.get(&id)) {
            return known.clone();
        }
        let settings = InterpreterSettings::default();
        let font = self.cache.font(dict, &settings.font_resolver, &settings.cmap_resolver);
        if let Some(id) = dict.obj_id() {
            self.fonts.insert(id, font.clone());
        }
        font
    }

    fn shown(&mut self, bytes: &[u8], font: Option<&(Font<'a>, String)>) {
        let asked = |open: &Open| !open.said.is_empty() || open.part.is_some();
        if !self.open.iter().any(asked) {
            return;
        }
        let mut shown = Drawn::default();
        match font {
            Some((font, name)) => {
                let mut at = 0;
                while at < bytes.len() {
                    let (code, length) = font.read_code(bytes, at);
                    at += length.max(1);
                    match letters_of(font, code) {
                        Some(text) => shown.text.push_str(&text),
                        None => drop(shown.unknown.insert(name.clone())),
                    }
                }
            }
            None => drop(shown.unknown.insert(String::new())),
        }
        for open in self.open.iter_mut().filter(|open| asked(open)) {
            open.drawn.unknown.extend(shown.unknown.iter().cloned());
            if open.drawn.text.len() < MOST_TEXT {
                open.drawn.text.push_str(&shown.text);
            }
        }
    }
}

/// The name of a font, without the mark of a part of it.
fn name_of(font: &Dict<'_>, resource: &str) -> String {
    let name = font.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
    let name = name.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(name.as_str(), |(_, rest)| rest);
    if name.is_empty() { resource.to_owned() } else { name.to_owned() }
}
