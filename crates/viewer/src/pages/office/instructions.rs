//! Instructions of fields, as they stand in a text, cut into pieces and one within the other; and the authors of remarks.

use quick_xml::events::BytesStart;

use super::package::{Archive, attribute};

#[derive(Default)]
pub(super) struct Instructions {
    /// Of the fields that are open; empty once their result is read.
    open: Vec<String>,
    /// Outside of any field.
    bare: String,
    author: String,
}

impl Instructions {
    pub(super) fn begin(&mut self, start: &BytesStart<'_>, name: &str, archive: &mut Archive<'_>) {
        if name != "fldChar" {
            return;
        }
        match attribute(start, "fldCharType").as_deref() {
            Some("begin") => self.open.push(String::new()),
            Some("separate") => {
                if let Some(said) = self.open.last_mut() {
                    archive.fields.push(("instrText".to_owned(), std::mem::take(said)));
                }
            }
            Some("end") => archive.fields.extend(self.open.pop().map(|said| ("instrText".to_owned(), said))),
            _ => {}
        }
    }

    /// `within`: the element that the words stand in.
    pub(super) fn say(&mut self, within: &str, words: &str) {
        if within == "author" {
            self.author.push_str(words);
        } else {
            self.open.last_mut().unwrap_or(&mut self.bare).push_str(words);
        }
    }

    /// A field may go on in the next paragraph; what stands in none does not.
    pub(super) fn end(&mut self, name: &str, archive: &mut Archive<'_>) {
        if name == "author" {
            archive.apart.add(name, &std::mem::take(&mut self.author));
        } else if name == "p" && !self.bare.is_empty() {
            archive.fields.push(("instrText".to_owned(), std::mem::take(&mut self.bare)));
        }
    }

    /// With those that are never ended.
    pub(super) fn done(self, archive: &mut Archive<'_>) {
        let all = self.open.into_iter().chain([self.bare]);
        archive.fields.extend(all.map(|said| ("instrText".to_owned(), said)));
    }
}
