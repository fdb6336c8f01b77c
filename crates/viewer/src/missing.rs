//! What a page does not show of its document, or shows differently: by kind, and by name where there is one.

use std::collections::BTreeSet;

use crate::marks;

/// More than that is counted, not listed.
pub const MOST: usize = 40;
/// Of a name that stands in a document, in characters.
const LONGEST_NAME: usize = 60;

/// One thing that a page does not show, or not as its document has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    pub lack: Lack,
    /// A font, a kind of annotation, an encoding: from the document, and no more to be believed than the document. Without
    /// control characters, at most 60 characters; empty where there is none.
    pub name: String,
    /// How many of them.
    pub count: u32,
}

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Lack {
    /// The file ends before its end.
    CutShort = 1,
    /// The file's own table of contents is damaged: what it holds was searched for.
    Repaired = 2,
    /// Pages that the file counts and that are not found in it.
    Pages = 3,
    /// Drawing instructions of the page that are not there or cannot be read.
    Content = 4,
    /// Something that the page names and that is not in the file.
    Object = 5,
    /// A font that is not in the file, or not readable: another stands in for it.
    Font = 6,
    /// Letters of which no font has the shape: boxes stand for them.
    Letters = 7,
    /// A picture that cannot be decoded: a crossed box stands for it.
    Picture = 8,
    /// A picture of which the end is not there.
    PictureCut = 9,
    /// A picture with more pixels than can be decoded: a crossed box stands for it.
    PictureTooLarge = 10,
    /// Data packed in a way that is not known.
    Filter = 11,
    /// An annotation of a kind that is not drawn.
    Annotation = 12,
    /// A note of which the text is not on the page.
    Note = 13,
    /// A form field of which the value is not, or not wholly, on the page.
    Field = 14,
    /// A signature: it is neither checked nor shown.
    Signature = 15,
    /// A form that only its maker's program can lay out.
    DynamicForm = 16,
    /// A file within the file.
    Attachment = 17,
    /// The encoding that a text was taken to be in, because nothing in it says.
    Encoding = 18,
    /// Bytes that are no text in that encoding.
    Undecodable = 19,
    /// More than fits in a list.
    More = 20,
    /// A layer that the document itself does not show.
    Layer = 21,
    /// An annotation or a form field that is hidden, or lies outside the page.
    Hidden = 22,
    /// Colours of which it cannot be computed what they are: what is drawn in them looks otherwise, or is not to be seen.
    Colour = 23,
    /// There are letters on the page, and nothing of it is to be seen.
    Blank = 24,
    /// Further pictures in the same file.
    Pictures = 25,
    /// A PDF that begins further inside, in a file that is shown as text. The name is the number of bytes before it.
    Within = 26,
    /// A font that does not say which letters it draws: what is read of it may be other letters than those that are seen.
    Reading = 27,
    /// More than can be shown: the name is the number of pages that are. Of the pages, the last one says so.
    TooLong = 28,
    /// Something else in the same file, behind what is shown or before it. The name is its size in bytes.
    Follows = 29,
    /// Text that can be read and is not to be seen on the page, as over a scan.
    Unseen = 30,
    /// A shading or a pattern that cannot be computed: nothing of it is drawn.
    Shading = 31,
    /// Parts within parts, deeper than is drawn.
    Nested = 32,
    /// A mail of which the text, or a part, is shown as it was packed for its way. The name says how.
    Packed = 33,
    /// Data in the middle of a text: characters that steer machines, and that nobody writes. Dots stand for them.
    Binary = 34,
    /// A script, or another thing that the document would have a program do: none of it is done. The name is its kind.
    Script = 35,
    /// Changes that were added behind the end of the document: what it said before each is in the file still.
    Earlier = 36,
    /// A font whose table for readers says other letters than its shapes stand for: what is read, copied or searched may be
    /// another text than the one that is seen.
    Differs = 37,
    /// A text that other programs show only when somebody points at something, resets a form or has the document read out: a hint,
    /// a default value, the description of a link or a picture.
    Aside = 38,
    /// A text that is read, copied and searched in place of what is drawn, and says something else.
    Instead = 39,
    /// A font that says nothing of its shapes but by its table for readers, and whose shapes are not known otherwise: it could not
    /// be compared whether the letters that are read are those that are seen.
    Uncompared = 40,
    /// The form of a document, of which only the text is shown, in the order in which it is read. The name is its kind.
    Unformatted = 41,
    /// A part of an archive that may hold text, and is not read. The name is its path there.
    Part = 42,
    /// Two parts of one name, or two answers to where parts end: other programs may show the other one.
    Twice = 43,
    /// Text that the document deletes or hides, shown between signs: `~~` for what was deleted, `[[` and `]]` for what is hidden.
    Concealed = 44,
    /// Values that are shown as they are stored, where other programs show them in another form.
    Stored = 45,
    /// Something outside the file that it refers to: it is not fetched. The name is the address.
    Outside = 46,
    /// Signs that nobody sees, which turn the direction of writing or stand between letters: they are drawn by name. The name is
    /// what is drawn.
    Marks = 47,
    /// What a file says besides its text, as properties, authors, hints, default values, formulas: it stands at the end, behind a
    /// rule. The name is its kind, as the file calls it.
    Apart = 48,
    /// Wholly transparent parts of a picture that have colours of their own: nothing of them is to be seen.
    Clear = 49,
    /// Data that does not match the sum that was taken of it: it was damaged or altered. The name says where, if anything does.
    Sum = 50,
    /// A page that is in the file, and that its list of pages does not lead to.
    Unlisted = 51,
    /// The form of a document that another program than its maker's laid out: lines and pages may fall otherwise. The name is that
    /// program's.
    LaidOut = 52,
    /// Text of a page that is a picture, read by OCR: letters may be others than those that are seen. The name is the languages that
    /// were looked for.
    Recognised = 53,
    /// A page that is a picture and that OCR did not read, or did not come to the end of, in its time: what stands on it is in no text.
    Unrecognised = 54,
    /// Damaged in its middle: behind that it shows something else than it did, or nothing. The name says where, if anything does.
    Damaged = 55,
    /// A picture of which nothing is to be seen: its mask hides it, it is wholly transparent or covered, or lies outside the page.
    UnseenPicture = 56,
    /// Another picture in the place of one that is shown, for printing or for other programs.
    Alternate = 57,
    /// The source of a document that other programs draw or lay out. The name is its kind.
    Source = 58,
    /// One part of a mail that was sent in several. The name says which, and of how many.
    Fraction = 59,
    /// A field or a note of which the look cannot be read, as that of a picture: nobody knows whether it shows what the field or the
    /// note says. The name is that, with the name of the field.
    LookUncompared = 60,
    /// Something that another program draws otherwise: it, or what is shown, lacks a letter, a line or a picture. The name is that
    /// program's.
    DrawnOtherwise = 61,
    /// A page that the program which is asked as well did not draw: nobody knows whether it would draw it otherwise. The name is that
    /// program's.
    NotCompared = 62,
    /// A picture whose data have another size, or other colours, than the document says: it is cut or garbled. The name ends with what
    /// the data say.
    PictureDiffers = 63,
    /// The number of a list or of a heading that is not known: it is left out, or a sign stands for it. The name is its form, as the
    /// file calls it, or where it is said.
    Numbering = 64,
    /// A paragraph of a list that was deleted and is shown: it is counted, and once it is gone those behind it have other numbers.
    Counted = 65,
}

impl Lack {
    pub const ALL: [Lack; 65] = [
        Lack::CutShort,
        Lack::Repaired,
        Lack::Pages,
        Lack::Content,
        Lack::Object,
        Lack::Font,
        Lack::Letters,
        Lack::Picture,
        Lack::PictureCut,
        Lack::PictureTooLarge,
        Lack::Filter,
        Lack::Annotation,
        Lack::Note,
        Lack::Field,
        Lack::Signature,
        Lack::DynamicForm,
        Lack::Attachment,
        Lack::Encoding,
        Lack::Undecodable,
        Lack::More,
        Lack::Layer,
        Lack::Hidden,
        Lack::Colour,
        Lack::Blank,
        Lack::Pictures,
        Lack::Within,
        Lack::Reading,
        Lack::TooLong,
        Lack::Follows,
        Lack::Unseen,
        Lack::Shading,
        Lack::Nested,
        Lack::Packed,
        Lack::Binary,
        Lack::Script,
        Lack::Earlier,
        Lack::Differs,
        Lack::Aside,
        Lack::Instead,
        Lack::Uncompared,
        Lack::Unformatted,
        Lack::Part,
        Lack::Twice,
        Lack::Concealed,
        Lack::Stored,
        Lack::Outside,
        Lack::Marks,
        Lack::Apart,
        Lack::Clear,
        Lack::Sum,
        Lack::Unlisted,
        Lack::LaidOut,
        Lack::Recognised,
        Lack::Unrecognised,
        Lack::Damaged,
        Lack::UnseenPicture,
        Lack::Alternate,
        Lack::Source,
        Lack::Fraction,
        Lack::LookUncompared,
        Lack::DrawnOtherwise,
        Lack::NotCompared,
        Lack::PictureDiffers,
        Lack::Numbering,
        Lack::Counted,
    ];

    /// `missing-<code>` in the catalogues, with hyphens.
    pub fn code(self) -> &'static str {
        match self {
            Lack::CutShort => "cut_short",
            Lack::Repaired => "repaired",
            Lack::Pages => "pages",
            Lack::Content => "content",
            Lack::Object => "object",
            Lack::Font => "font",
            Lack::Letters => "letters",
            Lack::Picture => "picture",
            Lack::PictureCut => "picture_cut",
            Lack::PictureTooLarge => "picture_too_large",
            Lack::Filter => "filter",
            Lack::Annotation => "annotation",
            Lack::Note => "note",
            Lack::Field => "field",
            Lack::Signature => "signature",
            Lack::DynamicForm => "dynamic_form",
            Lack::Attachment => "attachment",
            Lack::Encoding => "encoding",
            Lack::Undecodable => "undecodable",
            Lack::More => "more",
            Lack::Layer => "layer",
            Lack::Hidden => "hidden",
            Lack::Colour => "colour",
            Lack::Blank => "blank",
            Lack::Pictures => "pictures",
            Lack::Within => "within",
            Lack::Reading => "reading",
            Lack::TooLong => "too_long",
            Lack::Follows => "follows",
            Lack::Unseen => "unseen",
            Lack::Shading => "shading",
            Lack::Nested => "nested",
            Lack::Packed => "packed",
            Lack::Binary => "binary",
            Lack::Script => "script",
            Lack::Earlier => "earlier",
            Lack::Differs => "differs",
            Lack::Aside => "aside",
            Lack::Instead => "instead",
            Lack::Uncompared => "uncompared",
            Lack::Unformatted => "unformatted",
            Lack::Part => "part",
            Lack::Twice => "twice",
            Lack::Concealed => "concealed",
            Lack::Stored => "stored",
            Lack::Outside => "outside",
            Lack::Marks => "marks",
            Lack::Apart => "apart",
            Lack::Clear => "clear",
            Lack::Sum => "sum",
            Lack::Unlisted => "unlisted",
            Lack::LaidOut => "laid_out",
            Lack::Recognised => "recognised",
            Lack::Unrecognised => "unrecognised",
            Lack::Damaged => "damaged",
            Lack::UnseenPicture => "unseen_picture",
            Lack::Alternate => "alternate",
            Lack::Source => "source",
            Lack::Fraction => "fraction",
            Lack::LookUncompared => "look_uncompared",
            Lack::DrawnOtherwise => "drawn_otherwise",
            Lack::NotCompared => "not_compared",
            Lack::PictureDiffers => "picture_differs",
            Lack::Numbering => "numbering",
            Lack::Counted => "counted",
        }
    }

    pub(crate) fn from_byte(byte: u8) -> Option<Lack> {
        Lack::ALL.into_iter().find(|lack| *lack as u8 == byte)
    }
}

impl Missing {
    pub fn new(lack: Lack, name: &str, count: u32) -> Missing {
        Missing { lack, name: harmless(name), count }
    }
}

/// A name as it may stand next to a page: on one line, not long, and signs that nobody sees, as those that turn the direction of
/// what follows, by their names.
fn harmless(name: &str) -> String {
    let mut whole = String::with_capacity(name.len());
    for c in name.chars() {
        match (c, marks::drawn(c)) {
            (_, Some(mark)) => whole.push_str(&mark),
            ('\n' | '\r' | '\t', None) => whole.push(' '),
            (_, None) if c.is_control() => {}
            (_, None) => whole.push(c),
        }
    }
    let whole = whole.trim();
    if whole.chars().count() <= LONGEST_NAME {
        return whole.to_owned();
    }
    whole.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}

/// A list in the making: the same thing twice is one line with a count, and the list has an end.
#[derive(Clone, Debug, Default)]
pub struct Missings {
    list: Vec<Missing>,
    beyond: BTreeSet<(Lack, String)>,
}

impl Missings {
    pub fn add(&mut self, lack: Lack, name: &str) {
        self.add_many(lack, name, 1);
    }

    pub fn add_many(&mut self, lack: Lack, name: &str, count: u32) {
        if count == 0 {
            return;
        }
        let new = Missing::new(lack, name, count);
        if let Some(known) = self.list.iter_mut().find(|known| known.lack == new.lack && known.name == new.name) {
            known.count = known.count.saturating_add(count);
        } else if self.list.len() < MOST - 1 {
            self.list.push(new);
        } else if self.beyond.len() < 10_000 {
            self.beyond.insert((new.lack, new.name));
        }
    }

    /// The signs of a text that nobody sees.
    pub fn add_marks(&mut self, text: &str) {
        if !text.is_ascii() {
            text.chars().filter_map(marks::name).for_each(|name| self.add(Lack::Marks, &name));
        }
    }

    pub fn has(&self, lack: Lack) -> bool {
        self.list.iter().any(|known| known.lack == lack)
    }

    /// Of another list as well.
    pub fn append(&mut self, other: Missings) {
        other.list.into_iter().for_each(|item| self.add_many(item.lack, &item.name, item.count));
        self.beyond.extend(other.beyond);
    }

    /// The list, which ends as well where it is too long.
    pub fn done(mut self) -> Vec<Missing> {
        if !self.beyond.is_empty() {
            self.list.push(Missing::new(Lack::More, "", u32::try_from(self.beyond.len()).unwrap_or(u32::MAX)));
        }
        self.list
    }
}

/// A list that is done, and what comes after it.
pub fn joined(done: Vec<Missing>, more: Missings) -> Vec<Missing> {
    let mut all = Missings::default();
    let beyond = done.iter().find(|item| item.lack == Lack::More).map_or(0, |item| item.count);
    let items = done.into_iter().filter(|item| item.lack != Lack::More);
    items.for_each(|item| all.add_many(item.lack, &item.name, item.count));
    all.append(more);
    let mut all = all.done();
    match all.iter_mut().find(|item| item.lack == Lack::More) {
        Some(more) => more.count = more.count.saturating_add(beyond),
        None if beyond > 0 => all.push(Missing::new(Lack::More, "", beyond)),
        None => {}
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_a_document_cannot_pass_for_a_line_of_its_own() {
        let name = Missing::new(Lack::Font, "Ari\u{202e}al\nNON CLASSIFIÉ \u{7}", 1).name;
        assert_eq!(name, "Ari‹RLO›al NON CLASSIFIÉ");
        assert_eq!(Missing::new(Lack::Font, &"x".repeat(900), 1).name.chars().count(), LONGEST_NAME);
    }

    #[test]
    fn the_same_twice_is_counted_and_a_long_list_says_that_it_goes_on() {
        let mut list = Missings::default();
        list.add(Lack::Picture, "10 × 10");
        list.add(Lack::Picture, "10 × 10");
        assert_eq!(list.clone().done(), [Missing::new(Lack::Picture, "10 × 10", 2)]);
        (0..100).for_each(|number| list.add(Lack::Font, &format!("F{number}")));
        let list = list.done();
        assert_eq!(list.len(), MOST);
        assert_eq!(list.last().map(|last| (last.lack, last.count)), Some((Lack::More, 101 - (MOST as u32 - 1))));
    }

    #[test]
    fn every_lack_has_a_byte_and_a_code_of_its_own() {
        let bytes: BTreeSet<u8> = Lack::ALL.iter().map(|lack| *lack as u8).collect();
        let codes: BTreeSet<&str> = Lack::ALL.iter().map(|lack| lack.code()).collect();
        assert_eq!((bytes.len(), codes.len()), (Lack::ALL.len(), Lack::ALL.len()));
        assert!(Lack::ALL.into_iter().all(|lack| Lack::from_byte(lack as u8) == Some(lack)));
    }
}
