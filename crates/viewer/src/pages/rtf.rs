//! Rich Text Format (1.9.1): its text in the order in which it is read, and said to be only that. What other programs do not show
//! stands between signs, and what the file says besides, at the end.

mod encapsulated;
mod numbers;
mod reading;

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};
use rtf_grimoire::tokenizer::{Token, parse};

pub use self::encapsulated::html;
use self::numbers::Numbers;
use self::reading::{Reading, encoding_of, encoding_of_set};
use super::apart::Apart;
use super::field;
use super::text::TextPages;
use crate::frame::Status;
use crate::missing::{Lack, Missings};

/// Groups of which the words say how a document looks, or are data.
const SILENT: [&str; 26] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "xmlnstbl",
    "pict",
    "objdata",
    "datafield",
    "blipuid",
    "panose",
    "wgrffmtfilter",
    "passwordhash",
    "pnseclvl",
    "bkmkstart",
    "bkmkend",
    "mmathPr",
    "defchp",
    "defpap",
    "htmltag",
];
/// Groups that hold text of the document, though programs that do not know them pass them over.
const TEXT: [&str; 9] =
    ["shpinst", "nesttableprops", "footnote", "annotation", "shptxt", "shppict", "ud", "listtext", "pntext"];
/// Groups of which the words stand on no page.
const APART: [&str; 25] = [
    "info",
    "title",
    "subject",
    "author",
    "operator",
    "manager",
    "company",
    "category",
    "keywords",
    "comment",
    "doccomm",
    "hlinkbase",
    "propname",
    "staticval",
    "linkval",
    "revtbl",
    "filetbl",
    "file",
    "fldinst",
    "formfield",
    "nonshppict",
    "sn",
    "sv",
    "atnid",
    "atnauthor",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Destination {
    Text,
    /// Of what stands at the end.
    Apart,
    Silent,
}

/// What holds in a group.
#[derive(Clone, Copy)]
struct Group {
    place: Destination,
    /// How many characters stand for one of Unicode, for programs that know none.
    instead: usize,
    /// The number of its font. None: that of the document.
    font: Option<i32>,
    hidden: bool,
    deleted: bool,
    /// In the colour of the paper, or too small.
    faint: bool,
    tiny: bool,
    /// Whether what is read apart ends with it.
    opened: bool,
    /// Whether it says something twice, and whether it is the second time.
    twice: bool,
    second: bool,
}

impl Group {
    /// The signs around its text.
    fn signs(self) -> Option<(&'static str, &'static str)> {
        if self.place != Destination::Text {
            None
        } else if self.deleted {
            Some(("~~", "~~"))
        } else {
            (self.hidden || self.faint || self.tiny).then_some(("[[", "]]"))
        }
    }
}

pub fn read(document: &[u8]) -> Result<TextPages, Status> {
    let (mut lacking, mut apart) = (Missings::default(), Apart::default());
    let mut text = read_into(document, &mut lacking, &mut apart)?;
    apart.write(&mut text, &mut lacking);
    TextPages::of(text, 0, lacking)
}

/// What it says; what it says besides goes to `apart`.
pub fn read_into(document: &[u8], lacking: &mut Missings, apart: &mut Apart) -> Result<String, Status> {
    let tokens = tokens(document, lacking)?;
    lacking.add(Lack::Unformatted, "RTF");
    let mut rtf = Rtf::new(&tokens);
    for token in &tokens {
        rtf.token(token, lacking)?;
    }
    let text = rtf.done(lacking, apart);
    lacking.add_many(Lack::Undecodable, "", u32::try_from(text.matches('\u{fffd}').count()).unwrap_or(u32::MAX));
    Ok(text)
}

/// What it is written in, to its end; whether that is missing, and what is written in no way.
fn tokens(document: &[u8], lacking: &mut Missings) -> Result<Vec<Token>, Status> {
    let (mut rest, mut tokens) = (document.trim_ascii_end(), Vec::new());
    let mut cut = false;
    loop {
        // The library stops without a word where it cannot go on.
        let (left, more) = parse(rest).map_err(|_| Status::Malformed)?;
        tokens.extend(more);
        match left {
            [] => break,
            // A byte of which the number is none.
            [b'\\', b'\'', after @ ..] => {
                cut |= after.len() < 2;
                lacking.add(Lack::Undecodable, "");
                rest = after;
            }
            [_, after @ ..] => {
                cut |= after.is_empty();
                lacking.add_many(Lack::Undecodable, "", u32::from(!after.is_empty()));
                rest = after;
            }
        }
    }
    // A group that is open still, or data of which there are fewer bytes than it says.
    let depth = |all: i64, token: &Token| match token {
        Token::StartGroup => all + 1,
        Token::EndGroup => all - 1,
        _ => all,
    };
    let short = |token: &Token| matches!(token, Token::ControlWord { name, .. } if name == "bin");
    if cut || tokens.iter().fold(0, depth) > 0 || tokens.iter().any(short) {
        lacking.add(Lack::CutShort, "");
    }
    Ok(tokens)
}

struct Rtf {
    main: Reading,
    /// What is read apart, one within the other, by its kind.
    sides: Vec<(String, Reading)>,
    groups: Vec<Group>,
    starred: bool,
    /// Kinds and words.
    besides: Vec<(String, String)>,
    /// The name of a property of a shape.
    property: String,
    /// What was said first of what is said twice, and where the second begins.
    first: Option<String>,
    second: usize,
    /// By number, whether it is white.
    colours: Vec<bool>,
    colour: Option<(i32, i32, i32)>,
    in_colours: bool,
    /// The code page of the document; of each font that has one of its own; and the font where none is named.
    codepage: &'static Encoding,
    fonts: BTreeMap<i32, &'static Encoding>,
    default_font: Option<i32>,
    /// The font that the table of fonts describes now.
    described: Option<i32>,
    in_fonts: bool,
    /// Whether anything has a ground of its own: there, white is no hiding.
    ground: bool,
    concealed: Vec<&'static str>,
    numbers: Numbers,
}

impl Rtf {
    fn new(tokens: &[Token]) -> Rtf {
        let grounds = ["cb", "highlight", "chcbpat", "cbpat", "chshdng", "clcbpat", "shading"];
        let ground = |token: &Token| matches!(token, Token::ControlWord { name, arg } if arg.unwrap_or(1) != 0 && grounds.contains(&name.as_str()));
        let base = Group {
            place: Destination::Text,
            instead: 1,
            font: None,
            hidden: false,
            deleted: false,
            faint: false,
            tiny: false,
            opened: false,
            twice: false,
            second: false,
        };
        Rtf {
            main: Reading::of(WINDOWS_1252),
            sides: Vec::new(),
            groups: vec![base],
            starred: false,
            besides: Vec::new(),
            property: String::new(),
            first: None,
            second: 0,
            colours: Vec::new(),
            colour: None,
            in_colours: false,
            codepage: WINDOWS_1252,
            fonts: BTreeMap::new(),
            default_font: None,
            described: None,
            in_fonts: false,
            ground: tokens.iter().any(ground),
            concealed: Vec::new(),
            numbers: Numbers::default(),
        }
    }

    fn token(&mut self, token: &Token, lacking: &mut Missings) -> Result<(), Status> {
        let Some(group) = self.groups.last().copied() else { return Err(Status::Malformed) };
        let letters = match token {
            Token::ControlWord { name, .. } => {
                matches!(name.as_str(), "'" | "u" | "par" | "line" | "tab" | "cell" | "row")
            }
            Token::Text(_) => true,
            _ => false,
        };
        if letters && group.place == Destination::Text {
            self.main.sign(group.signs());
            self.concealed.extend(group.faint.then_some("cf"));
            self.concealed.extend(group.tiny.then_some("fs"));
            self.concealed.dedup();
        }
        if matches!(token, Token::Text(_)) || matches!(token, Token::ControlWord { name, .. } if name == "'") {
            let encoding = self.encoding_in(group);
            if let Some(reading) = self.reading(group.place) {
                reading.encoded(encoding);
            }
        }
        match token {
            Token::StartGroup => {
                self.numbers.begin();
                self.groups.push(Group { opened: false, twice: false, second: false, ..group });
                // For programs that know no Unicode: the other one is shown.
                if group.twice && self.first.is_none() {
                    self.open("upr");
                }
            }
            Token::EndGroup => {
                self.numbers.end();
                self.end(group);
            }
            Token::ControlSymbol('*') => self.starred = true,
            Token::ControlWord { name, arg } => {
                let starred = std::mem::take(&mut self.starred);
                self.destination(name, starred, lacking);
                self.word(name, *arg, lacking);
            }
            Token::ControlSymbol(sign) => {
                if let Some(reading) = self.reading(group.place) {
                    reading.symbol(*sign);
                }
            }
            Token::Text(bytes) => {
                if group.place == Destination::Text && !bytes.trim_ascii().is_empty() {
                    self.numbers.text();
                }
                if self.in_colours {
                    for _ in bytes.iter().filter(|byte| **byte == b';') {
                        let colour = self.colour.take();
                        self.colours.push(colour.is_some_and(|(red, green, blue)| red.min(green).min(blue) >= 250));
                    }
                }
                if let Some(reading) = self.reading(group.place) {
                    reading.bytes(bytes);
                }
            }
            Token::ControlBin(_) | Token::Newline(_) => {}
        }
        Ok(())
    }

    /// Where the words of a group go, by the word that it begins with.
    fn destination(&mut self, name: &str, starred: bool, lacking: &mut Missings) {
        match name {
            "pict" => lacking.add(Lack::Picture, ""),
            "object" => lacking.add(Lack::Attachment, ""),
            _ => {}
        }
        let Some(group) = self.groups.last_mut() else { return };
        let silent = SILENT.iter().any(|known| name == *known || *known == "pnseclvl" && name.starts_with(known));
        match name {
            "colortbl" => self.in_colours = true,
            "fonttbl" => self.in_fonts = true,
            _ => {}
        }
        // Properties of a picture stand in its data.
        if silent || group.place == Destination::Silent && !matches!(name, "sn" | "sv") {
            group.place = Destination::Silent;
        } else if name == "upr" && group.place == Destination::Text {
            group.twice = true;
            self.first = None;
        } else if name == "ud" && self.first.is_some() {
            group.place = Destination::Text;
            group.second = true;
            self.main.flush();
            self.second = self.main.text.len();
        } else if APART.contains(&name) || starred && !TEXT.contains(&name) {
            self.open(name);
        }
    }

    /// What is read from here on in this group, is of that kind.
    fn open(&mut self, kind: &str) {
        let Some(group) = self.groups.last_mut() else { return };
        group.place = Destination::Apart;
        if std::mem::replace(&mut group.opened, true) {
            self.close();
        }
        self.sides.push((kind.to_owned(), Reading::of(self.codepage)));
    }

    fn close(&mut self) {
        let Some((kind, reading)) = self.sides.pop() else { return };
        let said = reading.done();
        match kind.as_str() {
            "upr" => self.first = Some(said),
            "sn" => self.property = said.trim().to_owned(),
            "sv" => {
                let property = std::mem::take(&mut self.property);
                let named = ["wz", "gtext", "pihl"].iter().any(|begins| property.starts_with(begins));
                if named || said.trim().contains(' ') && said.contains(char::is_alphabetic) {
                    self.besides.push((property, said));
                }
            }
            _ if said.contains(char::is_alphanumeric) => self.besides.push((kind, said)),
            _ => {}
        }
    }

    fn end(&mut self, group: Group) {
        self.in_colours = false;
        // Each font may stand in a group of its own within the table.
        let outer = self.groups.len().checked_sub(2).and_then(|outer| self.groups.get(outer));
        self.in_fonts &= outer.is_some_and(|outer| outer.place == Destination::Silent);
        if let Some(reading) = self.reading(group.place) {
            reading.skip = 0;
            if group.place == Destination::Apart {
                reading.flush();
                reading.text.push(' ');
            }
        }
        if group.opened {
            self.close();
        }
        if group.second || group.twice {
            self.main.flush();
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let second = self.main.text.get(self.second..).unwrap_or_default();
            if let Some(first) = self.first.take()
                && (group.twice || words(&first) != words(second))
            {
                self.besides.push(("upr".to_owned(), first));
            }
        }
        self.groups.pop();
    }

    fn word(&mut self, name: &str, arg: Option<i32>, lacking: &mut Missings) {
        let Some(group) = self.groups.last_mut() else { return };
        let on = arg.unwrap_or(1) != 0;
        let number = arg.unwrap_or_default();
        match name {
            "uc" => group.instead = usize::try_from(arg.unwrap_or(1)).unwrap_or(1),
            // Text that other programs do not show, or show as deleted.
            "v" => group.hidden = on,
            "deleted" => group.deleted = on,
            "cf" => {
                let white = usize::try_from(number).ok().and_then(|number| self.colours.get(number)).copied();
                group.faint = !self.ground && white.unwrap_or_default();
            }
            // In halves of a point.
            "fs" => group.tiny = (0..=2).contains(&number),
            "plain" => {
                (group.font, group.hidden, group.deleted, group.faint, group.tiny) = (None, false, false, false, false)
            }
            "ansicpg" => self.codepage = encoding_of(number),
            "deff" => self.default_font = Some(number),
            "f" if self.in_fonts => self.described = Some(number),
            "fcharset" | "cpg" if self.in_fonts => {
                let encoding = if name == "cpg" { Some(encoding_of(number)) } else { encoding_of_set(number) };
                if let (Some(font), Some(encoding)) = (self.described, encoding) {
                    self.fonts.insert(font, encoding);
                }
            }
            "f" => group.font = Some(number),
            "red" | "green" | "blue" if self.in_colours => {
                let colour = self.colour.get_or_insert((0, 0, 0));
                *match name {
                    "red" => &mut colour.0,
                    "green" => &mut colour.1,
                    _ => &mut colour.2,
                } = number;
            }
            _ => {}
        }
        if matches!(name, "v" | "deleted") && on && group.place == Destination::Text {
            lacking.add(Lack::Concealed, name);
        }
        let (place, instead) = (group.place, group.instead);
        // What stands at the end describes the lists of old programs as well.
        if place != Destination::Silent {
            self.numbers.word(name, number, lacking);
        }
        if let Some(reading) = self.reading(place) {
            reading.word(name, arg, instead);
        }
    }

    /// The code page of the letters of a group.
    fn encoding_in(&self, group: Group) -> &'static Encoding {
        let font = match group.place {
            Destination::Text => group.font.or(self.default_font),
            // What the file says of itself has no font but where it names one.
            Destination::Apart | Destination::Silent => group.font,
        };
        font.and_then(|font| self.fonts.get(&font)).copied().unwrap_or(self.codepage)
    }

    /// Where the words of such a group are read.
    fn reading(&mut self, place: Destination) -> Option<&mut Reading> {
        match place {
            Destination::Text => Some(&mut self.main),
            Destination::Apart => self.sides.last_mut().map(|(_, reading)| reading),
            Destination::Silent => None,
        }
    }

    fn done(mut self, lacking: &mut Missings, apart: &mut Apart) -> String {
        while !self.sides.is_empty() {
            self.close();
        }
        self.concealed.sort_unstable();
        self.concealed.dedup();
        self.concealed.iter().for_each(|why| lacking.add(Lack::Concealed, why));
        self.numbers.done(lacking);
        let text = self.main.done();
        for (kind, said) in &self.besides {
            if kind == "fldinst" {
                field::instruction(kind, said, &text, lacking, apart);
            } else {
                apart.add(kind, said);
            }
        }
        text
    }
}
