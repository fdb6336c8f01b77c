//! Plain text in UTF-8, UTF-16 or Windows-1252 on A4 pages; lines wrapped by how wide their letters are.

use super::encoding::{Decoded, decode};
use super::leaves::{Leaves, PAGE};
use super::table::Table;
use super::{Image, Pages, Rendered, Text, fit};
use crate::frame::Status;
use crate::letters::{Face, Letters};
use crate::missing::{Lack, Missing, Missings, joined};
use crate::places::{Area, Place};

/// Points.
const MARGIN: f32 = 50.0;
const SIZE: f32 = 10.0;
const LEADING: f32 = 14.0;
const MEASURE: f32 = PAGE.0 - 2.0 * MARGIN;
const ROWS: usize = 52;
/// More pages than that nobody reads on a screen.
const MOST_PAGES: usize = 2000;
/// What is laid out, in bytes: more than those pages hold, unless it has no width.
const MOST_BYTES: usize = 32 * 1024 * 1024;
/// What is read as text, in bytes: so that it fits in the memory that a document may have, in any encoding.
const MOST_READ: usize = 100 * 1024 * 1024;
/// Letters without width must not make a row without end.
const MOST_IN_A_ROW: usize = 1000;
/// Stands last where pages are left out. A sign, since the worker knows no language.
const CUT: &str = "[…]";

pub struct TextPages {
    leaves: Leaves<String>,
    /// So many rows of the first page are its head, and darker.
    head: usize,
    /// Where its lines begin: the row, the byte of the text, and how many of its letters have no shape.
    lines: Vec<(usize, usize, u32)>,
    /// Bytes before a PDF that begins further inside.
    before_pdf: Option<usize>,
    /// What it is the source of.
    source: Option<&'static str>,
    /// What of a mail is shown as it was packed.
    mail: Mail,
    /// Characters that no text has.
    binary: u32,
    /// Whether all of it can be read, be it shown or not.
    read: bool,
    letters: Letters,
    dark: Letters,
}

/// A plain text that is no mail: in columns where it is a table throughout.
pub fn read(document: &[u8]) -> Result<Box<dyn Pages>, Status> {
    // Commas and semicolons of a source are no columns.
    let source = source_of(document);
    if source.is_some() {
        return Ok(Box::new(TextPages { source, ..TextPages::plain(document, TextPages::decoded(document))? }));
    }
    match Table::of(TextPages::decoded(document)) {
        Ok(table) => Ok(Box::new(table)),
        Err(text) => Ok(Box::new(TextPages::plain(document, text)?)),
    }
}

fn source_of(document: &[u8]) -> Option<&'static str> {
    kinds::source(document.get(..kinds::LOOKED_AT).unwrap_or(document), "text/plain")
}

impl TextPages {
    fn decoded(document: &[u8]) -> Decoded {
        decode(document.get(..MOST_READ).unwrap_or(document))
    }

    fn plain(document: &[u8], text: Decoded) -> Result<TextPages, Status> {
        let mail = Mail::of(&text);
        let read = document.len() <= MOST_READ;
        let before_pdf = kinds::before_pdf(document.get(..kinds::LOOKED_AT).unwrap_or(document), "text/plain");
        Ok(TextPages { before_pdf, mail, ..TextPages::lay_out(text, 0, read)? })
    }

    /// A text that was made of a document, of which the first so many lines are the head. `lacking`: what it does not say of
    /// that document.
    pub fn of(text: String, head: usize, lacking: Missings) -> Result<TextPages, Status> {
        let text = Decoded { text, encoding: "UTF-8", assumed: None, undecodable: 0 };
        let mut pages = TextPages::lay_out(text, head, true)?;
        pages.leaves.lacking = lacking;
        Ok(pages)
    }

    fn lay_out(text: Decoded, head: usize, read: bool) -> Result<TextPages, Status> {
        let letters = Letters::load(Face::Regular).ok_or(Status::Malformed)?;
        let dark = Letters::load(Face::SemiBold).ok_or(Status::Malformed)?;
        let binary = u32::try_from(text.text.chars().filter(|c| kinds::is_of_no_text(*c)).count()).unwrap_or(u32::MAX);
        let mut complete = read;
        let mut rows = Rows { letters: &letters, advances: Vec::new(), rows: Vec::new() };
        rows.advances = (0..0x500).map(|c| char::from_u32(c).map_or(0.0, |c| rows.measure(c))).collect();
        let (mut lines, mut at) = (Vec::new(), 0);
        for whole in text.text.split_inclusive('\n') {
            let line = whole.strip_suffix('\n').unwrap_or(whole);
            let line = line.strip_suffix('\r').unwrap_or(line);
            lines.push((rows.rows.len(), at, letters.shapeless(line)));
            at += whole.len();
            let room = MOST_BYTES.saturating_sub(at - whole.len());
            let laid = line.get(..line.floor_char_boundary(room)).unwrap_or(line);
            rows.line(laid);
            if rows.rows.len() > ROWS * MOST_PAGES || laid.len() < line.len() {
                complete = false;
                break;
            }
        }
        let mut rows = rows.rows;
        let head = lines.get(head).map_or(if head == 0 { 0 } else { rows.len() }, |(row, _, _)| *row);
        if rows.is_empty() {
            rows.push(String::new());
        }
        if !complete {
            rows.truncate(ROWS * MOST_PAGES - 1);
            rows.push(CUT.to_owned());
        }
        Ok(TextPages {
            leaves: Leaves {
                pages: rows.chunks(ROWS).map(<[String]>::to_vec).collect(),
                text,
                lacking: Missings::default(),
                complete,
            },
            head,
            lines,
            before_pdf: None,
            source: None,
            mail: Mail::default(),
            binary,
            read,
            letters,
            dark,
        })
    }

    /// What a page lacks, and with it the whole.
    fn lacks(&self, page: u32) -> Vec<Missing> {
        let mut missing = self.missing();
        missing.retain(|item| item.lack != Lack::TooLong);
        let (lines, end) = self.lines_of(page);
        let begin = lines.first().map_or(end, |(_, byte, _)| *byte);
        let mut more = Missings::default();
        more.add_many(Lack::Letters, "", lines.iter().map(|(_, _, shapeless)| shapeless).sum());
        more.add_marks(self.leaves.text.text.get(begin..end).unwrap_or_default());
        joined(missing, more)
    }

    /// The lines that begin on a page.
    fn lines_of(&self, page: u32) -> (&[(usize, usize, u32)], usize) {
        let row = |page: u32| (page as usize).saturating_mul(ROWS);
        let at = |row: usize| self.lines.partition_point(|(begins, _, _)| *begins < row);
        let last = self.leaves.is_last(page);
        // What no page has room for is read with the last one.
        let next = if last { self.lines.len() } else { at(row(page.saturating_add(1))) };
        let first = at(row(page));
        let end = self.lines.get(next).map_or(self.leaves.text.text.len(), |(_, byte, _)| *byte);
        (self.lines.get(first..next).unwrap_or_default(), end)
    }
}

/// Whether a document is one mail, and no mailbox of several, whose entries begin with a line of their own.
pub fn is_mail(document: &[u8]) -> bool {
    let head = document.get(..HEAD_BYTES).unwrap_or(document);
    !head.starts_with(b"From ") && begins_as_a_mail(&String::from_utf8_lossy(head))
}

/// With lines that only a mail has.
fn begins_as_a_mail(text: &str) -> bool {
    const OF_A_MAIL: [&str; 17] = [
        "from",
        "to",
        "cc",
        "bcc",
        "sender",
        "reply-to",
        "subject",
        "date",
        "received",
        "message-id",
        "in-reply-to",
        "references",
        "mime-version",
        "return-path",
        "delivered-to",
        "content-type",
        "content-transfer-encoding",
    ];
    let head = text.lines().take(HEAD).take_while(|line| !line.trim().is_empty());
    let known = |line: &str| {
        let name = line.split_once(':').map(|(name, _)| name.trim_end().to_ascii_lowercase());
        name.is_some_and(|name| OF_A_MAIL.contains(&name.as_str())) || line.starts_with("From ")
    };
    let first = text.lines().next().is_some_and(|first| first.contains(':') || first.starts_with("From "));
    first && head.filter(|line| known(line)).count() >= 2
}

/// What of a mail (RFC 5322, 2045) is shown as it was packed for its way, and not as its recipient sees it.
#[derive(Default)]
struct Mail {
    /// How its text and its parts are packed, or written in another alphabet than they are read in.
    packed: Vec<String>,
    /// The files that it brings with it, by name.
    enclosed: Vec<String>,
}

impl Mail {
    /// Nothing where it is no mail: it begins with lines that only a mail has.
    fn of(decoded: &Decoded) -> Mail {
        let text = decoded.text.as_str();
        const WAYS: [&str; 4] = ["base64", "quoted-printable", "x-uuencode", "binhex"];
        if !begins_as_a_mail(text) {
            return Mail::default();
        }
        let mut mail = Mail::default();
        for Field { name, value, part } in fields(text) {
            let lower = value.to_ascii_lowercase();
            match name.as_str() {
                "content-transfer-encoding" => {
                    WAYS.into_iter().filter(|way| lower.starts_with(way)).for_each(|way| mail.packed(way));
                }
                "content-disposition" => {
                    let file = parameter(&value, "filename");
                    if lower.starts_with("attachment") || !file.is_empty() {
                        mail.encloses(file);
                    }
                }
                "content-type" => {
                    let file = parameter(&value, "name");
                    if !file.is_empty() {
                        mail.encloses(file);
                    }
                    let charset = parameter(&value, "charset");
                    if !charset.is_empty() && !read_as(&charset, part, decoded.encoding) {
                        mail.packed(&charset);
                    }
                }
                _ => {}
            }
        }
        for line in text.lines() {
            // Words of a head (RFC 2047), its own or that of a mail within it.
            if encoded_word(line) {
                mail.packed("RFC 2047");
            }
            if let Some(file) = uuencoded(line) {
                mail.packed("uuencode");
                mail.encloses(file.to_owned());
            }
        }
        mail
    }

    fn packed(&mut self, how: &str) {
        if !self.packed.iter().any(|known| known == how) {
            self.packed.push(how.to_owned());
        }
    }

    /// The same file is named twice where its type and its disposition name it.
    fn encloses(&mut self, file: String) {
        if file.is_empty() || self.enclosed.last() != Some(&file) {
            self.enclosed.push(file);
        }
    }
}

/// Whether the letters of a part are those that its alphabet would give. `part`: as it was read, in `encoding`.
fn read_as(charset: &str, part: &str, encoding: &str) -> bool {
    match encoding_rs::Encoding::for_label(charset.as_bytes()) {
        Some(named) => named.name() == encoding || named.is_ascii_compatible() && part.is_ascii(),
        None => false,
    }
}

/// `=?utf-8?B?w6k=?=`
fn encoded_word(line: &str) -> bool {
    line.match_indices("=?").any(|(at, _)| {
        let mut word = line.get(at + 2..).unwrap_or_default().splitn(3, '?');
        let (charset, way, text) = (word.next(), word.next(), word.next());
        charset.is_some_and(|charset| !charset.is_empty() && !charset.contains(' '))
            && matches!(way, Some("b" | "B" | "q" | "Q"))
            && text.is_some_and(|text| text.contains("?="))
    })
}

/// The name of a file that begins here: `begin 644 plan.pdf`.
fn uuencoded(line: &str) -> Option<&str> {
    let (rights, name) = line.strip_prefix("begin ")?.split_once(' ')?;
    let rights = matches!(rights.len(), 3 | 4) && rights.bytes().all(|digit| matches!(digit, b'0'..=b'7'));
    Some(name.trim()).filter(|name| rights && !name.is_empty())
}

/// How many lines the head of a mail may have to be known as one.
const HEAD: usize = 1000;
/// And how many bytes.
const HEAD_BYTES: usize = 256 << 10;

/// A field of the head of a mail or of one of its parts.
struct Field<'t> {
    /// In lower case.
    name: String,
    value: String,
    /// From here to the next head that says of what type its part is.
    part: &'t str,
}

/// Every line of a text that is made like a field of a head, with those that go on with it.
fn fields(text: &str) -> impl Iterator<Item = Field<'_>> {
    let name_of = |line: &str| {
        let (name, _) = line.split_once(':')?;
        let known = name.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("content-")) && name.len() < 40;
        known.then(|| name.trim_end().to_ascii_lowercase())
    };
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), line)
    });
    let begins: Vec<(usize, String)> = lines.filter_map(|(at, line)| name_of(line).map(|name| (at, name))).collect();
    let parts: Vec<usize> =
        begins.iter().filter(|(_, name)| name == "content-type").map(|(at, _)| *at).chain([text.len()]).collect();
    begins.into_iter().map(move |(at, name)| {
        let rest = text.get(at..).unwrap_or_default();
        let next = parts.get(parts.partition_point(|part| *part <= at)).copied().unwrap_or(text.len());
        let mut lines = rest.lines();
        let first = lines.next().and_then(|line| line.split_once(':')).map_or("", |(_, value)| value);
        let mut value = first.trim().to_owned();
        for more in lines.take_while(|next| next.starts_with([' ', '\t']) && !next.trim().is_empty()) {
            value.push(' ');
            value.push_str(more.trim());
        }
        Field { name, value: value.trim().to_owned(), part: text.get(at..next).unwrap_or_default() }
    })
}

/// What a parameter of a field says (RFC 2183, 2231), as it is written there; nothing where there is none.
fn parameter(value: &str, wanted: &str) -> String {
    let parts = value.split(';').skip(1).filter_map(|part| part.split_once('='));
    let mut named = parts.filter(|(name, _)| {
        let name = name.trim().to_ascii_lowercase();
        name.split('*').next() == Some(wanted)
    });
    named.next().map(|(_, value)| value.trim().trim_matches('"').to_owned()).unwrap_or_default()
}

struct Rows<'l> {
    letters: &'l Letters,
    /// Of the commonest characters, in points.
    advances: Vec<f32>,
    rows: Vec<String>,
}

impl Rows<'_> {
    /// Breaks after a space where the row has one, else where it must.
    fn line(&mut self, line: &str) {
        let shown = self.letters.drawable(&line.replace('\t', "    "));
        let (mut row, mut taken, mut count) = (String::new(), 0.0, 0);
        for c in shown.chars() {
            let advance = self.advance(c);
            if count > 0 && (taken + advance > MEASURE || count >= MOST_IN_A_ROW) {
                let rest = match row.rfind(' ').filter(|at| !row.get(..*at).unwrap_or_default().trim().is_empty()) {
                    Some(space) => row.split_off(space + 1),
                    None => String::new(),
                };
                self.rows.push(std::mem::replace(&mut row, rest));
                taken = row.chars().map(|c| self.advance(c)).sum();
                count = row.chars().count();
            }
            row.push(c);
            taken += advance;
            count += 1;
        }
        self.rows.push(row);
    }

    fn advance(&self, c: char) -> f32 {
        self.advances.get(c as usize).copied().unwrap_or_else(|| self.measure(c))
    }

    fn measure(&self, c: char) -> f32 {
        self.letters.width(c.encode_utf8(&mut [0; 4]), SIZE)
    }
}

impl Pages for TextPages {
    fn count(&self) -> u32 {
        self.leaves.count()
    }

    fn complete(&self) -> bool {
        self.leaves.complete
    }

    fn is_scan(&self, _: u32) -> bool {
        false
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.leaves.size(page)
    }

    fn missing(&self) -> Vec<Missing> {
        let mut missing = Missings::default();
        if let Some(before) = self.before_pdf {
            missing.add(Lack::Within, &before.to_string());
        }
        self.source.iter().for_each(|kind| missing.add(Lack::Source, kind));
        missing.add_many(Lack::Binary, "", self.binary);
        self.mail.packed.iter().for_each(|how| missing.add(Lack::Packed, how));
        self.mail.enclosed.iter().for_each(|name| missing.add(Lack::Attachment, name));
        self.leaves.missing(missing)
    }

    fn text(&self, page: u32) -> Option<Text> {
        self.leaves.rows(page)?;
        let (lines, end) = self.lines_of(page);
        let begin = lines.first().map_or(end, |(_, byte, _)| *byte);
        let text = self.leaves.text.text.get(begin..end)?.to_owned();
        let mut missing = self.lacks(page);
        if !self.read && self.leaves.is_last(page) {
            missing.push(Missing::new(Lack::TooLong, "", 1));
        }
        Some(Text { text, missing })
    }

    /// Of lines that begin on this page, as far as they stand on it.
    fn places(&self, page: u32) -> Vec<Place> {
        let (lines, end) = self.lines_of(page);
        let first = lines.first().map_or(end, |(_, byte, _)| *byte);
        let ends = lines.iter().skip(1).map(|(_, byte, _)| *byte).chain([end]);
        let mut places = Vec::new();
        for ((row, byte, _), end) in lines.iter().zip(ends) {
            let line = self.leaves.text.text.get(*byte..end).unwrap_or_default();
            let (mut row, mut taken, mut left) = (*row, 0, 0.0);
            for (at, c) in line.trim_end_matches(['\n', '\r']).char_indices() {
                let (on, number) = (row / ROWS, row % ROWS);
                let Some(drawn) = self.leaves.pages.get(on).and_then(|page| page.get(number)) else { return places };
                let letters = if row < self.head { &self.dark } else { &self.letters };
                let mut letter = [0; 4];
                let shown = letters.drawable(if c == '\t' { "    " } else { c.encode_utf8(&mut letter) });
                if shown.is_empty() {
                    continue;
                }
                // The row that is drawn says where it ends: after that the letter stands in the next one.
                if taken >= drawn.len() {
                    // One that is drawn as several may begin on the row before.
                    taken -= drawn.len();
                    row += 1;
                    let rest = self.leaves.pages.get(row / ROWS).and_then(|page| page.get(row % ROWS));
                    left = rest.and_then(|rest| rest.get(..taken)).map_or(0.0, |rest| letters.width(rest, SIZE));
                }
                let width = letters.width(&shown, SIZE);
                if row / ROWS == page as usize {
                    let baseline = MARGIN + SIZE + (row % ROWS) as f32 * LEADING;
                    let area = Area {
                        left: (MARGIN + left) / PAGE.0,
                        top: (baseline - SIZE) / PAGE.1,
                        right: (MARGIN + left + width) / PAGE.0,
                        bottom: (baseline + 0.3 * SIZE) / PAGE.1,
                    };
                    places.push(Place { begin: u32::try_from(byte + at - first).unwrap_or(u32::MAX), area });
                }
                taken += shown.len();
                left += width;
            }
        }
        places
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let rows = self.leaves.rows(page).ok_or(Status::NoSuchPage)?;
        let (width, height) = fit(PAGE, width)?;
        let scale = width as f32 / PAGE.0;
        let mut rgb = vec![255_u8; width as usize * height as usize * 3];
        for (number, row) in rows.iter().enumerate() {
            let origin = (MARGIN * scale, (MARGIN + SIZE + number as f32 * LEADING) * scale);
            let head = (page as usize).saturating_mul(ROWS).saturating_add(number) < self.head;
            let letters = if head { &self.dark } else { &self.letters };
            letters.draw(row, SIZE * scale, origin, (width, height), |pixel, coverage| {
                for value in rgb.iter_mut().skip(pixel * 3).take(3) {
                    *value = value.saturating_sub((coverage * 230.0) as u8);
                }
            });
        }
        let mut missing = self.lacks(page);
        missing.extend(self.leaves.ends(page));
        Ok(Rendered { image: Image { width, height, rgb }, missing })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(document: &[u8]) -> Result<TextPages, Status> {
        TextPages::plain(document, TextPages::decoded(document))
    }

    fn rows(text: &str) -> Vec<String> {
        pages(text.as_bytes()).expect("the font is embedded").leaves.pages.concat()
    }

    #[test]
    fn wide_letters_do_not_run_off_the_page() {
        let letters = Letters::load(Face::Regular).expect("the font is embedded");
        for text in ["W".repeat(500), "TRES SECRET ".repeat(60), "iiii ".repeat(300), "Ж→".repeat(300)] {
            let rows = rows(&text);
            assert!(rows.iter().all(|row| letters.width(row.trim_end(), SIZE) <= MEASURE + 0.1), "{text}");
            assert_eq!(rows.concat(), letters.drawable(&text), "nothing is lost");
        }
        let document = pages("W".repeat(5000).as_bytes()).expect("the font is embedded");
        let image = document.render(0, 600).expect("it has one page").image;
        let margin = image.rgb.chunks_exact(600 * 3).filter_map(|row| row.get(560 * 3..)).flatten();
        assert!(margin.into_iter().all(|value| *value == 255), "the right margin is empty");
    }

    #[test]
    fn letters_are_found_where_they_are_drawn() {
        let text = format!("un\r\n\t{}deux\n{}trois", "mot ".repeat(30), "x\n".repeat(60));
        let document = pages(text.as_bytes()).expect("the font is embedded");
        let at = document.text(0).expect("it has a page").text.find("deux").expect("it stands there");
        let places = document.places(0);
        let place = places.iter().find(|place| place.begin as usize == at).expect("it has a place");
        let rows = document.leaves.pages.first().expect("it has a page");
        let (number, row) = rows.iter().enumerate().find(|(_, row)| row.contains("deux")).expect("it is drawn");
        let before = row.split("deux").next().expect("something stands before it");
        let left = MARGIN + document.letters.width(before, SIZE);
        assert!(number > 1, "the line goes on in a second row");
        assert!((place.area.left * PAGE.0 - left).abs() < 0.1, "{place:?} is not at {left}");
        assert!((place.area.bottom * PAGE.1 - MARGIN - number as f32 * LEADING - 1.3 * SIZE).abs() < 0.1, "{place:?}");
        let second = document.text(1).expect("it has a second page").text;
        let last = document.places(1).last().copied().expect("something stands there");
        assert_eq!(second.get(last.begin as usize..), Some("s"));
    }

    #[test]
    fn lines_break_between_words_and_keep_their_indent() {
        let rows = rows(&format!("    {}", "mot ".repeat(60)));
        assert!(rows.len() > 1);
        assert!(rows.first().is_some_and(|row| row.starts_with("    mot")));
        assert!(rows.iter().all(|row| row.trim().split(' ').all(|word| word == "mot")));
    }

    #[test]
    fn text_past_the_last_page_is_not_dropped_in_silence() {
        let limit = ROWS * MOST_PAGES;
        let whole = pages("x\n".repeat(limit).as_bytes()).expect("the font is embedded");
        assert!(whole.complete());
        let cut = pages("x\n".repeat(limit + 1).as_bytes()).expect("the font is embedded");
        assert!(!cut.complete());
        assert_eq!(cut.count() as usize, MOST_PAGES);
        assert_eq!(cut.leaves.pages.last().and_then(|page| page.last()).map(String::as_str), Some(CUT));
        let last = MOST_PAGES as u32 - 1;
        let said = |document: &TextPages, page: u32| {
            let lacks = |missing: Vec<Missing>| missing.iter().any(|item| item.lack == Lack::TooLong);
            (
                lacks(document.missing()),
                lacks(document.render(page, 300).expect("it has that page").missing),
                lacks(document.text(page).expect("it has that page").missing),
            )
        };
        assert_eq!(said(&whole, last), (false, false, false));
        assert_eq!(said(&cut, last), (true, true, false), "the text is all there");
        assert_eq!(said(&cut, 0), (true, false, false));
        let text: String = (0..cut.count()).filter_map(|page| cut.text(page)).map(|page| page.text).collect();
        assert_eq!(text, "x\n".repeat(limit + 1));
        let without_width = pages("\u{301}".repeat(17 * 1024 * 1024).as_bytes()).expect("the font is embedded");
        assert!(!without_width.complete());
    }

    #[test]
    fn signs_that_nobody_sees_are_drawn_by_name_and_said() {
        let text = "Pay \u{202e}001\u{202c} euro. AD\u{200b}MIN in\u{ad}visible\u{202e}\n";
        let document = pages(format!("{text}{}", "x\n".repeat(60)).as_bytes()).expect("the font is embedded");
        let row = document.leaves.pages.first().and_then(|page| page.first()).expect("it has a page");
        assert_eq!(row, "Pay ‹RLO›001‹PDF› euro. AD‹ZWSP›MIN in‹SHY›visible‹RLO›");
        let named = [("RLO", 2), ("PDF", 1), ("ZWSP", 1), ("SHY", 1)];
        let named = named.map(|(name, count)| Missing::new(Lack::Marks, name, count));
        assert_eq!(document.render(0, 300).expect("it has a page").missing, named);
        assert_eq!(document.text(0).expect("it has a page").missing, named);
        assert_eq!(document.text(1).expect("it has two").missing, []);
        assert!(document.text(0).expect("it has a page").text.starts_with(text), "the text keeps them");
    }

    #[test]
    fn latin_1_and_control_characters_are_shown() {
        let latin = pages(b"\xe9t\xe9 \x1b[31m").expect("the font is embedded");
        assert_eq!(latin.leaves.pages.concat(), ["été ·[31m"]);
    }

    #[test]
    fn what_was_guessed_and_what_has_no_shape_is_said() {
        let sound = pages("Tot morgen – à l’été\n".as_bytes()).expect("the font is embedded");
        assert_eq!(sound.render(0, 300).expect("it has a page").missing, []);
        let guessed = pages(b"50 \x80 \x81").expect("the font is embedded");
        let expected = [Missing::new(Lack::Encoding, "windows-1252", 1), Missing::new(Lack::Undecodable, "", 1)];
        assert_eq!(guessed.missing(), expected);
        let other = pages(format!("日本語\n{}", "x\n".repeat(60)).as_bytes()).expect("the font is embedded");
        let lacks = |page| other.render(page, 300).expect("it has pages").missing;
        assert_eq!((lacks(0), lacks(1)), (vec![Missing::new(Lack::Letters, "", 3)], vec![]));
    }

    #[test]
    fn a_mail_that_is_shown_as_it_was_packed_says_so() {
        let mail = "From: a@example.be\r\nSubject: s\r\nContent-Transfer-Encoding: Base64\r\n\r\nU2VjcmV0\r\n";
        let packed = pages(mail.as_bytes()).expect("the font is embedded");
        assert_eq!(packed.missing(), [Missing::new(Lack::Packed, "base64", 1)]);
        let plain = mail.replace("Base64", "8bit");
        assert_eq!(pages(plain.as_bytes()).expect("the font is embedded").missing(), []);
        let about = "On mail\nContent-Transfer-Encoding: base64 is a line of a mail\n";
        assert_eq!(pages(about.as_bytes()).expect("the font is embedded").missing(), []);
    }

    #[test]
    fn a_mail_is_known_however_its_head_is_laid_out_and_what_it_brings_is_named() {
        let said = |mail: &str| {
            let missing = pages(mail.as_bytes()).expect("the font is embedded").missing();
            missing.into_iter().map(|item| (item.lack, item.name)).collect::<Vec<_>>()
        };
        let base64 = vec![(Lack::Packed, "base64".to_owned())];
        for head in [
            "MIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding:\r\n base64\r\n".to_owned(),
            "From a@example.be Mon Jan 5 2026\r\nTo: b\r\ncontent-transfer-encoding : BASE64\r\n".to_owned(),
            format!("{}From: a\r\nTo: b\r\nContent-Transfer-Encoding: base64\r\n", "X-Trace: 1\r\n".repeat(400)),
        ] {
            assert_eq!(said(&format!("{head}\r\nU2VjcmV0\r\n")), base64, "{head:.60}");
        }
        let parts = "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
            Content-Transfer-Encoding: quoted-printable\n\nl=E9t=E9\n--x\n\
            Content-Disposition: attachment;\n filename=\"plan A.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--x--\n";
        let expected = [(Lack::Packed, "quoted-printable"), (Lack::Packed, "base64"), (Lack::Attachment, "plan A.pdf")];
        assert_eq!(said(parts), expected.map(|(lack, name)| (lack, name.to_owned())));
    }

    #[test]
    fn parts_within_parts_and_alphabets_that_are_not_read_are_said() {
        let said = |mail: &[u8]| {
            let missing = pages(mail).expect("the font is embedded").missing();
            missing.into_iter().map(|item| (item.lack, item.name)).collect::<Vec<_>>()
        };
        let packed = |how: &str| (Lack::Packed, how.to_owned());
        let enclosed = |name: &str| (Lack::Attachment, name.to_owned());
        let nested = "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
            Content-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain; charset=us-ascii\n\nplain\n--y\n\
            Content-Type: text/html;\n charset=\"utf-8\"\nContent-Transfer-Encoding: BASE64\n\nPGI+\n--y--\n--x\n\
            Content-Type: message/rfc822\n\nSubject: =?utf-8?Q?=C3=A9t=C3=A9?=\n\nwithin\n--x\n\
            Content-Type: image/png; name=map.png\nContent-Disposition: inline; filename=map.png\n\n--x--\n";
        assert_eq!(said(nested.as_bytes()), [packed("base64"), packed("RFC 2047"), enclosed("map.png")]);
        let of = |charset: &str, body: &[u8]| {
            let head = format!("From: a\nTo: b\nContent-Type: text/plain; charset={charset}\n\n");
            said(&[head.as_bytes(), body, b"\n"].concat())
        };
        assert_eq!(of("us-ascii", b"plain"), []);
        assert_eq!(of("utf-8", "été".as_bytes()), []);
        assert_eq!(of("iso-8859-1", b"\xe9t\xe9"), [(Lack::Encoding, "windows-1252".to_owned())]);
        assert!(of("koi8-r", b"\xd3\xc5\xcb\xd2\xc5\xd4").contains(&packed("koi8-r")));
        for shifting in ["ISO-2022-KR", "hz-gb-2312", "utf-7"] {
            assert!(of(shifting, b"\x1b$)C +AOk-").contains(&packed(shifting)), "{shifting}");
        }
        let japanese = of("iso-2022-jp", b"\x1b$B5!L)\x1b(B");
        assert_eq!(japanese, [(Lack::Encoding, "ISO-2022-JP".to_owned())], "it is read, and said");
        let inside = said(b"From: a\nTo: b\n\nbegin 644 plan.xls\nM\n`\nend\n");
        assert_eq!(inside, [packed("uuencode"), enclosed("plan.xls")]);
        let two = "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; \
            charset=koi8-r\n\nplain\n--x\nContent-Type: text/plain; charset=utf-8\n\nété\n--x--\n";
        assert_eq!(said(two.as_bytes()), [], "each part is asked for its own letters");
    }

    #[test]
    fn a_text_that_shifts_between_alphabets_is_read() {
        let japanese = pages(b"Top \x1b$B5!L)\x1b(B\n").expect("the font is embedded");
        assert_eq!(japanese.text(0).expect("it has a page").text, "Top 機密\n");
        assert_eq!(japanese.missing(), [Missing::new(Lack::Encoding, "ISO-2022-JP", 1)]);
    }

    #[test]
    fn data_in_the_middle_of_a_text_is_said() {
        let mut bytes = "Rapport\n".repeat(9000).into_bytes();
        bytes.extend([0, 1, 2, 0x1b, b'\n']);
        let document = pages(&bytes).expect("the font is embedded");
        let expected = [Missing::new(Lack::Binary, "", 3)];
        assert_eq!(document.missing(), expected);
        assert_eq!(document.render(0, 300).expect("it has a page").missing, expected);
        assert_eq!(pages(b"\x1b[31mred\x0c\n").expect("the font is embedded").missing(), []);
    }

    #[test]
    fn the_text_of_the_pages_is_the_text() {
        let text = format!("één\r\n\ttwee {}\n日本\n{}", "lang ".repeat(200), "x\n".repeat(300));
        let pages = pages(text.as_bytes()).expect("the font is embedded");
        let all: String = (0..pages.count()).filter_map(|page| pages.text(page)).map(|page| page.text).collect();
        assert_eq!(all, text);
        assert!(pages.text(pages.count()).is_none());
    }
}
