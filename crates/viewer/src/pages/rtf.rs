//! Rich Text Format (1.9.1): its text in the order in which it is read, and said to be only that.

use encoding_rs::{Encoding, WINDOWS_1252};
use rtf_grimoire::tokenizer::{Token, parse_finished};

use super::text::TextPages;
use crate::frame::Status;
use crate::missing::{Lack, Missings};

/// Groups that hold no text of the document.
const APART: [&str; 16] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "info",
    "filetbl",
    "generator",
    "themedata",
    "colorschememapping",
    "latentstyles",
    "datastore",
    "fldinst",
    "xmlnstbl",
];

/// What holds in a group.
#[derive(Clone, Copy)]
struct Group {
    apart: bool,
    /// How many characters stand for one of Unicode, for programs that know none.
    instead: usize,
    hidden: bool,
    deleted: bool,
}

impl Group {
    /// The signs around its text.
    fn signs(self) -> Option<(&'static str, &'static str)> {
        if self.apart {
            None
        } else if self.deleted {
            Some(("~~", "~~"))
        } else {
            self.hidden.then_some(("[[", "]]"))
        }
    }
}

pub fn read(document: &[u8]) -> Result<TextPages, Status> {
    let (text, lacking) = text(document)?;
    TextPages::of(text, 0, lacking)
}

/// What it says, and what it has besides.
pub fn text(document: &[u8]) -> Result<(String, Missings), Status> {
    let tokens = parse_finished(document.trim_ascii_end()).map_err(|_| Status::Malformed)?;
    let mut lacking = Missings::default();
    lacking.add(Lack::Unformatted, "RTF");
    let mut reading =
        Reading { text: String::new(), bytes: Vec::new(), encoding: WINDOWS_1252, skip: 0, high: None, within: None };
    let mut groups = vec![Group { apart: false, instead: 1, hidden: false, deleted: false }];
    let mut starred = false;
    for token in &tokens {
        let Some(mut group) = groups.last().copied() else { return Err(Status::Malformed) };
        if matches!(token, Token::Text(_) | Token::ControlWord { .. }) && !group.apart {
            let letters = match token {
                Token::ControlWord { name, .. } => matches!(name.as_str(), "'" | "u"),
                _ => true,
            };
            if letters {
                reading.sign(group.signs());
            }
        }
        match token {
            Token::StartGroup => groups.push(group),
            Token::EndGroup => {
                reading.skip = 0;
                groups.pop();
            }
            Token::ControlSymbol('*') => starred = true,
            Token::ControlWord { name, arg } => {
                match name.as_str() {
                    "pict" => lacking.add(Lack::Picture, ""),
                    "object" => lacking.add(Lack::Attachment, ""),
                    _ => {}
                }
                let known =
                    matches!(name.as_str(), "shpinst" | "nesttableprops" | "footnote" | "annotation" | "shptxt");
                if APART.contains(&name.as_str())
                    || matches!(name.as_str(), "pict" | "objdata" | "nonshppict")
                    || starred && !known
                {
                    group.apart = true;
                }
                if name == "uc" {
                    group.instead = usize::try_from(arg.unwrap_or(1)).unwrap_or(1);
                }
                // Text that other programs do not show, or show as deleted.
                match (name.as_str(), arg.unwrap_or(1) != 0) {
                    ("v", on) => group.hidden = on,
                    ("deleted", on) => group.deleted = on,
                    ("plain", _) => (group.hidden, group.deleted) = (false, false),
                    _ => {}
                }
                if matches!(name.as_str(), "v" | "deleted") && arg.unwrap_or(1) != 0 && !group.apart {
                    lacking.add(Lack::Concealed, name);
                }
                if let Some(last) = groups.last_mut() {
                    *last = group;
                }
                if name == "ansicpg" {
                    reading.encoding = encoding_of(arg.unwrap_or_default());
                }
                if !group.apart {
                    reading.word(name, *arg, group.instead);
                }
                starred = false;
            }
            Token::ControlSymbol(sign) if !group.apart => reading.symbol(*sign),
            Token::Text(bytes) if !group.apart => reading.bytes(bytes),
            Token::ControlBin(_) | Token::Newline(_) | Token::Text(_) | Token::ControlSymbol(_) => {}
        }
    }
    let text = reading.done();
    lacking.add_many(Lack::Undecodable, "", u32::try_from(text.matches('\u{fffd}').count()).unwrap_or(u32::MAX));
    Ok((text, lacking))
}

fn encoding_of(codepage: i32) -> &'static Encoding {
    let label = match codepage {
        10_000 => "macintosh".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        65_001 => "utf-8".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

struct Reading {
    text: String,
    /// Of the code page, not yet read as text: a letter may have two.
    bytes: Vec<u8>,
    encoding: &'static Encoding,
    /// So many characters stand for one that was read.
    skip: usize,
    /// The first half of a character of two.
    high: Option<u16>,
    /// The signs that stand around what is read now.
    within: Option<(&'static str, &'static str)>,
}

impl Reading {
    /// Goes on between other signs.
    fn sign(&mut self, signs: Option<(&'static str, &'static str)>) {
        if self.within != signs {
            self.flush();
            self.text.push_str(self.within.map_or("", |(_, ends)| ends));
            self.text.push_str(signs.map_or("", |(begins, _)| begins));
            self.within = signs;
        }
    }

    fn word(&mut self, name: &str, arg: Option<i32>, instead: usize) {
        let sign = match name {
            "'" => {
                let byte = u8::try_from(arg.unwrap_or_default()).unwrap_or(b'?');
                return self.bytes(&[byte]);
            }
            "u" => {
                self.flush();
                // Numbers over 32,767 are written as negative ones.
                let unit = arg.unwrap_or_default() as u16;
                self.unit(unit);
                self.skip = instead;
                return;
            }
            "par" | "line" | "sect" | "page" | "row" | "nestrow" | "column" => "\n",
            "tab" | "cell" | "nestcell" => "\t",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" | "enspace" | "qmspace" => " ",
            _ => return,
        };
        self.flush();
        self.text.push_str(sign);
    }

    fn symbol(&mut self, sign: char) {
        let sign = match sign {
            '~' => '\u{a0}',
            '_' => '\u{2011}',
            '\\' | '{' | '}' => return self.bytes(&[sign as u8]),
            '\n' | '\r' => '\n',
            _ => return,
        };
        self.flush();
        self.text.push(sign);
    }

    fn unit(&mut self, unit: u16) {
        let units = self.high.take().into_iter().chain([unit]);
        match char::decode_utf16(units).next() {
            Some(Ok(c)) => self.text.push(c),
            _ if (0xd800..0xdc00).contains(&unit) => self.high = Some(unit),
            _ => self.text.push('\u{fffd}'),
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        self.bytes.extend_from_slice(bytes.get(skipped..).unwrap_or_default());
    }

    fn flush(&mut self) {
        let (text, _) = self.encoding.decode_without_bom_handling(&self.bytes);
        self.text.push_str(&text);
        self.bytes.clear();
    }

    fn done(mut self) -> String {
        self.sign(None);
        self.flush();
        self.text
    }
}
