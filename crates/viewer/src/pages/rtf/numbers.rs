//! The numbers of lists in a rich text. Programs that write one put them in groups of their own, for those that know no lists: they are
//! read as they stand there. A paragraph of a list without such a group lacks its number, and that is said.

use crate::missing::{Lack, Missings};

#[derive(Default)]
pub struct Numbers {
    /// How many groups are open within the one that has the number, that one among them. 0: none is read.
    depth: u32,
    /// The word by which the paragraph is one of a list; and around each group that is open.
    listed: Option<&'static str>,
    around: Vec<Option<&'static str>>,
    /// Whether its number was read, and whether it says anything.
    numbered: bool,
    said: bool,
}

impl Numbers {
    pub fn begin(&mut self) {
        if self.depth > 0 {
            self.depth = self.depth.saturating_add(1);
        }
        self.around.push(self.listed);
    }

    pub fn end(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        let around = self.around.pop().flatten();
        // With the last group ends the last paragraph, which need not say so.
        if !self.around.is_empty() {
            self.listed = around;
        }
    }

    /// Letters of the text.
    pub fn text(&mut self) {
        self.said |= self.depth == 0;
    }

    /// A word of the text, or of what describes its lists.
    pub fn word(&mut self, name: &str, number: i32, lacking: &mut Missings) {
        match name {
            "listtext" | "pntext" => {
                self.depth = 1;
                self.numbered = true;
            }
            // Of a note, in the text and before the note itself.
            "chftn" => lacking.add(Lack::Numbering, name),
            // What stands in that group is of its look.
            _ if self.depth > 0 => {}
            "pard" => self.listed = None,
            "ls" => self.listed = (number > 0).then_some("ls"),
            // In a group of its own, of the paragraph around it.
            "pnlvlbody" | "pnlvlblt" => self.around_is(Some("pn")),
            "pnlvlcont" => self.around_is(None),
            "'" | "u" => self.said = true,
            "par" | "cell" | "nestcell" => self.paragraph(lacking),
            _ => {}
        }
    }

    fn around_is(&mut self, listed: Option<&'static str>) {
        if let Some(around) = self.around.last_mut() {
            *around = listed;
        }
    }

    /// With the last paragraph, which need not end.
    pub fn done(&mut self, lacking: &mut Missings) {
        self.paragraph(lacking);
    }

    fn paragraph(&mut self, lacking: &mut Missings) {
        if let Some(word) = self.listed.filter(|_| self.said && !self.numbered) {
            lacking.add(Lack::Numbering, word);
        }
        (self.numbered, self.said) = (false, false);
    }
}
