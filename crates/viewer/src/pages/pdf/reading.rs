//! Whether the letters that are read are those that are drawn. A font says twice what its codes mean: by its shapes, which
//! have names, stand in a table of characters or are numbered as a collection of characters has them, and by a table for
//! readers (`/ToUnicode`) that may say anything. A shape that lies about itself is not found. Of one that says nothing, the
//! outline is compared with those of letters that are known ([`alike`]); where that does not help, the font is named.

use std::collections::{BTreeSet, HashMap, HashSet};

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::font::{GlyphId, GlyphIdentifier, OutlineFontData, OutlineGlyph};
use hayro::hayro_interpret::hayro_cmap::{BfString, CMap, CidFamily, load_embedded};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, FromBytes, Name, Number, Object, Stream, String as PdfString};
use hayro_font::{Font, FontCache, FontGlyph};
use ttf_parser::{PlatformId, RawFace, Tag, cff, cmap, post};

use super::alike::{Likeness, likeness};
use super::letters::{folded, letters_of};

/// Letters that a program's table of characters is asked for: the basic plane, and those of formulas.
const ASKED: [(u32, u32); 2] = [(0x21, 0xffff), (0x1d400, 0x1d7ff)];

/// What shapes stand for by the font's own word.
#[derive(Default)]
pub struct Shapes {
    /// Of simple fonts: the name of the font, and the letters that its codes name.
    named: HashMap<GlyphIdentifier, (String, BTreeSet<String>)>,
    /// Of fonts that bring a table of characters, by their programs.
    programs: HashMap<u128, Program>,
    /// Of fonts whose shapes are numbered as a collection has its characters, by name.
    collections: HashMap<String, Vec<Collection>>,
    compared: HashMap<GlyphIdentifier, HashSet<String>>,
    /// Of fonts that say nothing of their shapes, by name.
    by_shape: HashMap<String, Told>,
}

/// How many of the letters of a font, which says nothing of its shapes, look like what they are read as.
#[derive(Default)]
struct Told {
    told: u32,
    /// Those that could not be compared, and those of ASCII among them.
    untold: u32,
    plain: u32,
}

impl Shapes {
    /// Takes in a font that has a table for readers as well.
    pub fn add(&mut self, font: &Dict<'_>, name: &str) {
        let Some(file) = without_table(font) else { return };
        with_font(&file, |font| {
            for (glyph, letters) in (0..=255).filter_map(|code| outline(font, code)) {
                self.named.entry(glyph).or_insert_with(|| (name.to_owned(), BTreeSet::new())).1.extend(letters);
            }
        });
    }

    /// Takes in a font of which the codes are numbers of characters.
    pub fn add_numbered(&mut self, font: &Dict<'_>, below: &Dict<'_>, name: &str) {
        if let Some(collection) = Collection::of(font, below) {
            self.collections.entry(name.to_owned()).or_default().push(collection);
        }
    }

    /// Fonts that say nothing of their shapes, of which nobody knows either whether they draw the letters that are read.
    pub fn uncompared(&self) -> impl Iterator<Item = &str> {
        let unknown = |told: &Told| told.plain > 0 || told.untold > told.told;
        self.by_shape.iter().filter(move |(_, told)| unknown(told)).map(|(name, _)| name.as_str())
    }

    /// The name of the font, where its shape stands for other letters than those that are read.
    pub fn differing(&mut self, glyph: &OutlineGlyph, read: &str) -> Option<String> {
        let shape = glyph.identifier();
        let compared = self.compared.entry(shape.clone()).or_default();
        if glyph.glyph_id() == GlyphId::NOTDEF || !compared.insert(read.to_owned()) {
            return None;
        }
        let named = self.named.get(&shape);
        if let Some((font, letters)) = named.filter(|(_, letters)| letters.iter().any(|letter| !private(letter))) {
            return differ(read, letters).then(|| font.clone());
        }
        let program = glyph.font_data();
        if named.is_none() && program.is_none() {
            // Of a font without a table for readers, what is read are the names of its shapes.
            return None;
        }
        let mut font = named.map(|(font, _)| font.clone()).unwrap_or_default();
        let (mut letters, mut numbered) = (BTreeSet::new(), BTreeSet::new());
        let shape = u16::try_from(glyph.glyph_id().to_u32()).ok()?;
        if let Some(OutlineFontData { data, cache_key, postscript_name, .. }) = program {
            let data = (*data).as_ref();
            if stands_at(data, read, shape) {
                return None;
            }
            font = postscript_name.unwrap_or(font);
            letters = self.programs.entry(cache_key).or_insert_with(|| Program::of(data)).letters(data, shape);
            let collections = self.collections.get(&font).into_iter().flatten();
            numbered.extend(collections.flat_map(|collection| collection.letters(data, shape)));
        }
        if letters.iter().any(|letter| !private(letter)) {
            return differ(read, &letters).then_some(font);
        }
        if differ(read, &numbered) {
            return Some(font);
        }
        if !read.chars().any(char::is_alphanumeric) {
            return None;
        }
        let told = self.by_shape.entry(font.clone()).or_default();
        match likeness(&glyph.outline(), read) {
            Likeness::Other => return Some(font),
            Likeness::Same => told.told += 1,
            // Shapes are numbered as they like, but by the file, and not by its table for readers.
            Likeness::Unknown { .. } if !numbered.is_empty() => told.told += 1,
            Likeness::Unknown { plain } => {
                told.untold += 1;
                told.plain += u32::from(plain);
            }
        }
        None
    }
}

/// What the names of its drawings say of a font of drawn letters (Type 3).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Drawings {
    /// What its table for readers says, or nothing that is read.
    Agree,
    Differ,
    /// They are no names of letters, and it is read as letters.
    Nameless,
}

pub fn drawings(font: &Dict<'_>, names: &HashMap<u32, Name<'_>>) -> Drawings {
    let drawings = font.get::<Dict<'_>>(b"CharProcs").unwrap_or_default();
    let settings = InterpreterSettings::default();
    let read = FontCache::new().font(font, &settings.font_resolver, &settings.cmap_resolver);
    let (Some(file), Some(read)) = (without_table(font), read) else { return Drawings::Agree };
    let mut found = Drawings::Agree;
    with_font(&file, |own| {
        for (code, _) in names.iter().filter(|(_, name)| drawings.contains_key(name.as_ref())) {
            match (letters_of(&read, *code), letters_of(own, *code).filter(|own| !private(own))) {
                (Some(read), Some(own)) if differ(&read, &BTreeSet::from([own.clone()])) => found = Drawings::Differ,
                (Some(read), None) if found == Drawings::Agree && read.chars().any(char::is_alphanumeric) => {
                    found = Drawings::Nameless;
                }
                _ => {}
            }
        }
    });
    found
}

/// A collection of characters (Adobe-Japan1 and its sisters), and how the shapes of a font are numbered by it.
struct Collection {
    letters: CMap,
    /// Whether its codes are those of an encoding, and not the numbers of its shapes.
    encoded: bool,
    /// The numbers of the shapes of a TrueType font, by the numbers of the characters.
    map: Option<Vec<u8>>,
}

impl Collection {
    fn of(font: &Dict<'_>, below: &Dict<'_>) -> Option<Collection> {
        let about = below.get::<Dict<'_>>(b"CIDSystemInfo")?;
        let (registry, ordering) = (about.get::<PdfString<'_>>(b"Registry")?, about.get::<PdfString<'_>>(b"Ordering")?);
        let family = CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes());
        let letters = CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded)?;
        let map = below.get::<Stream<'_>>(b"CIDToGIDMap").and_then(|map| map.decoded_data().ok());
        let identity = font.get::<Name<'_>>(b"Encoding").is_some_and(|name| name.as_str().starts_with("Identity"));
        Some(Collection { letters, encoded: !identity, map: map.map(|map| map.to_vec()) })
    }

    fn letters(&self, data: &[u8], shape: u16) -> Vec<String> {
        let face = RawFace::parse(data, 0).ok();
        let outlines = face.and_then(|face| face.table(Tag::from_bytes(b"CFF "))).unwrap_or(data);
        let number = cff::Table::parse(outlines).and_then(|cff| cff.glyph_cid(ttf_parser::GlyphId(shape)));
        let numbers: Vec<u32> = match (number, &self.map) {
            (Some(number), _) => vec![u32::from(number)],
            (None, _) if !self.encoded => Vec::new(),
            (None, Some(map)) => {
                let shapes = map.chunks_exact(2).map(|two| two.iter().fold(0, |all, byte| all << 8 | u16::from(*byte)));
                shapes.enumerate().filter(|(_, one)| *one == shape).map(|(number, _)| number as u32).collect()
            }
            (None, None) => vec![u32::from(shape)],
        };
        let letter = |number| match self.letters.lookup_bf_string(number) {
            Some(BfString::Char(c)) => Some(c.to_string()),
            Some(BfString::String(text)) => Some(text),
            None => (1..=4)
                .find_map(|bytes| self.letters.lookup_cid_code(number, bytes))
                .and_then(char::from_u32)
                .map(String::from),
        };
        numbers.into_iter().filter_map(letter).collect()
    }
}

/// The tables of characters of an embedded font program.
fn tables(data: &[u8]) -> impl Iterator<Item = cmap::Subtable<'_>> {
    let face = RawFace::parse(data, 0).ok();
    let table = face.and_then(|face| face.table(Tag::from_bytes(b"cmap"))).and_then(cmap::Table::parse);
    // Of the first platform, encoding 0 is taken for the font's own codes as well.
    let unicode = |table: &cmap::Subtable<'_>| {
        table.is_unicode() && (table.platform_id != PlatformId::Unicode || table.encoding_id != 0)
    };
    table.into_iter().flat_map(|table| table.subtables).filter(unicode)
}

/// Whether this one letter has that shape.
fn stands_at(data: &[u8], letter: &str, shape: u16) -> bool {
    let mut letters = letter.chars();
    let (Some(c), None) = (letters.next(), letters.next()) else { return false };
    tables(data).any(|table| table.glyph_index(u32::from(c)).is_some_and(|found| found.0 == shape))
}

/// The characters of an embedded font program, by the numbers of their shapes.
struct Program(HashMap<u16, BTreeSet<String>>);

impl Program {
    fn of(data: &[u8]) -> Program {
        let mut characters: HashMap<u16, BTreeSet<String>> = HashMap::new();
        for table in tables(data) {
            for code in ASKED.into_iter().flat_map(|(from, to)| from..=to) {
                if let (Some(shape), Some(c)) = (table.glyph_index(code), char::from_u32(code)) {
                    characters.entry(shape.0).or_default().insert(c.to_string());
                }
            }
        }
        Program(characters)
    }

    /// By its table of characters; of shapes that do not stand there, by their names.
    fn letters(&mut self, data: &[u8], shape: u16) -> BTreeSet<String> {
        let letters = self.0.entry(shape).or_insert_with(|| {
            let face = RawFace::parse(data, 0).ok();
            let table = |tag| face.and_then(|face| face.table(Tag::from_bytes(tag)));
            let shape = ttf_parser::GlyphId(shape);
            let name = table(b"post").and_then(post::Table::parse).and_then(|post| post.glyph_name(shape));
            let outlines = table(b"CFF ").unwrap_or(data);
            let name = name.or_else(|| cff::Table::parse(outlines).and_then(|cff| cff.glyph_name(shape)));
            name.and_then(by_name).into_iter().collect()
        });
        letters.clone()
    }
}

/// What the name of a shape says it is, as the Adobe Glyph List has it.
fn by_name(name: &str) -> Option<String> {
    let font = format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 {}] >> >>",
        written(name.as_bytes())
    );
    let (dict, settings) = (Dict::from_bytes(font.as_bytes())?, InterpreterSettings::default());
    let font = FontCache::new().font(&dict, &settings.font_resolver, &settings.cmap_resolver)?;
    letters_of(&font, 65)
}

fn outline(font: &Font<'_>, code: u32) -> Option<(GlyphIdentifier, Option<String>)> {
    let shape = font.map_code(code);
    match font.glyph(shape, code) {
        FontGlyph::Outline(glyph) if shape != GlyphId::NOTDEF => Some((glyph.identifier(), letters_of(font, code))),
        _ => None,
    }
}

/// A simple font without its table for readers, in a file of its own; one of drawn letters as one of outlines.
fn without_table(font: &Dict<'_>) -> Option<Vec<u8>> {
    let kind = font.get::<Name<'_>>(b"Subtype")?;
    let kind = match kind.as_str() {
        "Type1" | "MMType1" | "Type3" => "Type1",
        "TrueType" => "TrueType",
        _ => return None,
    };
    let name = |dict: &Dict<'_>, key: &[u8]| dict.get::<Name<'_>>(key).map(|name| written(name.as_ref()));
    let mut plain = format!("/Type /Font /Subtype /{kind}");
    plain.push_str(&format!(" /BaseFont {}", name(font, b"BaseFont").unwrap_or_else(|| "/Helvetica".to_owned())));
    match font.get::<Object<'_>>(b"Encoding") {
        Some(Object::Name(encoding)) => plain.push_str(&format!(" /Encoding {}", written(encoding.as_ref()))),
        Some(Object::Dict(encoding)) => {
            let base = name(&encoding, b"BaseEncoding").map(|base| format!("/BaseEncoding {base}"));
            plain.push_str(&format!(" /Encoding << {} /Differences [", base.unwrap_or_default()));
            for (code, name) in differences(font) {
                plain.push_str(&format!(" {code} {}", written(name.as_ref())));
            }
            plain.push_str("] >>");
        }
        _ => {}
    }
    let descriptor = font.get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
    plain.push_str(" /FontDescriptor << /Type /FontDescriptor");
    for key in ["Flags", "FontWeight", "ItalicAngle"] {
        if let Some(number) = descriptor.get::<Number>(key.as_bytes()) {
            plain.push_str(&format!(" /{key} {}", number.as_f64()));
        }
    }
    let mut objects = vec![Vec::new(), b"<< /Type /Pages /Count 0 /Kids [] >>".to_vec()];
    for key in ["FontFile", "FontFile3"] {
        let Some(program) = descriptor.get::<Stream<'_>>(key.as_bytes()) else { continue };
        let data = program.decoded_data().ok()?;
        plain.push_str(&format!(" /{key} {} 0 R", objects.len() + 1));
        let before = format!("<< /Length {} >>\nstream\n", data.len());
        objects.push([before.as_bytes(), &data, b"\nendstream"].concat());
    }
    *objects.first_mut()? = format!("<< /Type /Catalog /Pages 2 0 R /Font << {plain} >> >> >>").into_bytes();
    Some(file_of(&objects))
}

fn file_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let (mut file, mut table) = (b"%PDF-1.7\n".to_vec(), String::new());
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let (size, place) = (objects.len() + 1, file.len());
    let end = format!(
        "xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{place}\n%%EOF\n"
    );
    file.extend_from_slice(end.as_bytes());
    file
}

fn with_font(file: &[u8], then: impl FnOnce(&Font<'_>)) {
    let Ok(pdf) = Pdf::new(file.to_vec()) else { return };
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let settings = InterpreterSettings::default();
    let font = root
        .get::<Dict<'_>>(b"Font")
        .and_then(|font| FontCache::new().font(&font, &settings.font_resolver, &settings.cmap_resolver));
    if let Some(font) = font {
        then(&font);
    }
}

/// A name as it stands in a file.
fn written(name: &[u8]) -> String {
    let letter = |byte: &u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'+' => char::from(*byte).to_string(),
        byte => format!("#{byte:02x}"),
    };
    format!("/{}", name.iter().map(letter).collect::<String>())
}

/// The names that a font gives to its codes.
pub fn differences<'a>(font: &Dict<'a>) -> HashMap<u32, Name<'a>> {
    let encoding = font.get::<Dict<'_>>(b"Encoding").unwrap_or_default();
    let (mut names, mut code) = (HashMap::new(), 0_u32);
    for item in encoding.get::<Array<'_>>(b"Differences").iter().flat_map(Array::iter::<Object<'_>>) {
        match item {
            Object::Number(number) => code = u32::try_from(Number::as_i64(&number)).unwrap_or(u32::MAX),
            Object::Name(name) => {
                if code <= 255 {
                    names.insert(code, name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    names
}

/// Letters of private use stand for what everybody likes.
fn private(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..))
}

/// Whether what is read is none of what a shape stands for. Where nothing says what it stands for, they do not differ.
fn differ(read: &str, own: &BTreeSet<String>) -> bool {
    let own: Vec<String> = own.iter().filter(|own| !private(own)).map(|own| folded(own)).collect();
    let own: Vec<&str> = own.iter().map(|own| own.trim()).filter(|own| !own.is_empty()).collect();
    let read = folded(read);
    if own.is_empty() || own.contains(&read.trim()) {
        return false;
    }
    // Of signs, there are many that look alike, and one name for several.
    let word = |text: &str| text.is_ascii() || text.chars().any(char::is_alphanumeric);
    word(&read) && own.iter().any(|own| word(own)) || own.iter().any(|own| own.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differs(read: &str, own: &str) -> bool {
        differ(read, &BTreeSet::from([own.to_owned()]))
    }

    #[test]
    fn forms_of_one_letter_do_not_differ_and_other_letters_do() {
        for (read, own) in [
            ("fi", "ﬁ"),
            ("a", "A"),
            ("é", "e"),
            ("Ω", "Ω"),
            ("–", "-"),
            ("\u{ad}", "-"),
            ("’", "'"),
            ("ب", "ﺑ"),
            ("x", ""),
        ] {
            assert!(!differs(read, own), "{read} {own}");
        }
        for (read, own) in [("b", "a"), ("7", "1"), (" ", "a"), (".", ","), ("", "e"), ("fl", "ﬁ"), ("\u{e001}", "a")]
        {
            assert!(differs(read, own), "{read} {own}");
        }
        assert!(!differs("⟨", "〈"), "signs that are not in every keyboard's alphabet");
    }

    #[test]
    fn the_name_of_a_shape_says_its_letter_or_nothing() {
        let said = |name| by_name(name);
        assert_eq!(said("eacute").as_deref(), Some("é"));
        assert_eq!(said("uni20AC").as_deref(), Some("€"));
        assert_eq!(said("f_f_i").as_deref(), Some("ffi"));
        assert_eq!((said("g123"), said("cid:7 /x")), (None, None));
    }
}
