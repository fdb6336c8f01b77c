//! The letters of a rich text: its bytes in the code page that it names, its characters by number, its signs by name.

use encoding_rs::{Encoding, WINDOWS_1252};

pub fn encoding_of(codepage: i32) -> &'static Encoding {
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

/// The code page of a font, by the character set that the table of fonts gives it. None: that of the document.
pub fn encoding_of_set(charset: i32) -> Option<&'static Encoding> {
    let codepage = match charset {
        0 => 1252,
        77 => 10_000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        // What the system has, signs, and what nobody reads any more.
        _ => return None,
    };
    Some(encoding_of(codepage))
}

pub struct Reading {
    pub text: String,
    /// Of the code page, not yet read as text: a letter may have two.
    bytes: Vec<u8>,
    encoding: &'static Encoding,
    /// So many characters stand for one that was read.
    pub skip: usize,
    /// The first half of a character of two.
    high: Option<u16>,
    /// The signs that stand around what is read now.
    within: Option<(&'static str, &'static str)>,
}

impl Reading {
    pub fn of(encoding: &'static Encoding) -> Reading {
        Reading { text: String::new(), bytes: Vec::new(), encoding, skip: 0, high: None, within: None }
    }

    /// Goes on in another code page.
    pub fn encoded(&mut self, encoding: &'static Encoding) {
        if self.encoding != encoding {
            self.flush();
            self.encoding = encoding;
        }
    }

    /// Goes on between other signs.
    pub fn sign(&mut self, signs: Option<(&'static str, &'static str)>) {
        if self.within != signs {
            self.flush();
            self.text.push_str(self.within.map_or("", |(_, ends)| ends));
            self.text.push_str(signs.map_or("", |(begins, _)| begins));
            self.within = signs;
        }
    }

    pub fn word(&mut self, name: &str, arg: Option<i32>, instead: usize) {
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
            // What stands above or below the line.
            "super" if arg != Some(0) => "^",
            "sub" if arg != Some(0) => "_",
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

    pub fn symbol(&mut self, sign: char) {
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

    pub fn bytes(&mut self, bytes: &[u8]) {
        let skipped = self.skip.min(bytes.len());
        self.skip -= skipped;
        self.bytes.extend_from_slice(bytes.get(skipped..).unwrap_or_default());
    }

    pub fn flush(&mut self) {
        let (text, _) = self.encoding.decode_without_bom_handling(&self.bytes);
        self.text.push_str(&text);
        self.bytes.clear();
    }

    pub fn done(mut self) -> String {
        self.sign(None);
        self.flush();
        self.text
    }
}
