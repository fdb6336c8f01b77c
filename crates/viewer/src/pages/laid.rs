//! An office file with its form: first its pages as LibreOffice laid them out, and each says so; then its text in the order in which it
//! is read, with what the form hides or leaves out. What the text lacks, the form says as well.

use super::{Pages, Rendered, Text};
use crate::attachment::Attachment;
use crate::frame::{MOST_PAGES, Status};
use crate::headings::Heading;
use crate::missing::{Lack, Missing, Missings, joined};
use crate::places::Place;

/// Who laid it out.
const BY: &str = "LibreOffice";

pub struct Laid {
    form: Box<dyn Pages>,
    text: Box<dyn Pages>,
    /// What the text says of the whole.
    whole: Missings,
}

impl Laid {
    /// `form`: a PDF that was made of the document; `text`: what was read in the document itself.
    pub fn of(form: Box<dyn Pages>, text: Box<dyn Pages>) -> Laid {
        let mut whole = Missings::default();
        whole.add(Lack::LaidOut, BY);
        for item in text.missing().into_iter().filter(|item| of_the_document(item.lack)) {
            whole.add_many(item.lack, &item.name, item.count);
        }
        Laid { form, text, whole }
    }

    /// Of the form, from which page on the text follows.
    fn laid(&self) -> u32 {
        self.form.count()
    }

    fn with_whole(&self, missing: Vec<Missing>) -> Vec<Missing> {
        // What a PDF says besides its pages, its maker says of itself.
        let own = missing.into_iter().filter(|item| item.lack != Lack::Apart).collect();
        joined(own, self.whole.clone())
    }
}

/// What is so of the document however it is shown: not that its text has no form, nor which numbers that text lacks.
fn of_the_document(lack: Lack) -> bool {
    !matches!(lack, Lack::Unformatted | Lack::TooLong | Lack::Numbering | Lack::Counted)
}

impl Pages for Laid {
    fn count(&self) -> u32 {
        self.laid().saturating_add(self.text.count()).min(MOST_PAGES)
    }

    fn complete(&self) -> bool {
        let all = self.laid().saturating_add(self.text.count()) <= MOST_PAGES;
        all && self.form.complete() && self.text.complete()
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        match page.checked_sub(self.laid()) {
            None => self.form.size(page),
            Some(page) => self.text.size(page),
        }
    }

    fn missing(&self) -> Vec<Missing> {
        self.with_whole(self.form.missing())
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        match page.checked_sub(self.laid()) {
            None => {
                let Rendered { image, missing } = self.form.render(page, width)?;
                Ok(Rendered { image, missing: self.with_whole(missing) })
            }
            Some(page) => self.text.render(page, width),
        }
    }

    fn text(&self, page: u32) -> Option<Text> {
        match page.checked_sub(self.laid()) {
            None => {
                let Text { text, missing } = self.form.text(page)?;
                Some(Text { text, missing: self.with_whole(missing) })
            }
            Some(page) => self.text.text(page),
        }
    }

    fn places(&self, page: u32) -> Vec<Place> {
        match page.checked_sub(self.laid()) {
            None => self.form.places(page),
            Some(page) => self.text.places(page),
        }
    }

    fn is_scan(&self, page: u32) -> bool {
        match page.checked_sub(self.laid()) {
            None => self.form.is_scan(page),
            Some(page) => self.text.is_scan(page),
        }
    }

    fn attachments(&self) -> Vec<(Attachment, &[u8])> {
        let behind = |page: u32| Some(page.saturating_add(self.laid())).filter(|page| *page < self.count());
        let shifted = |(attachment, bytes): (Attachment, _)| {
            (Attachment { page: attachment.page.and_then(behind), ..attachment }, bytes)
        };
        self.text.attachments().into_iter().map(shifted).collect()
    }

    fn outline(&self) -> Vec<Heading> {
        let shifted = |heading: Heading| Heading { page: heading.page.map(|page| page + self.laid()), ..heading };
        self.form.outline().into_iter().chain(self.text.outline().into_iter().map(shifted)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_text_alone_lacks_is_not_said_of_the_form() {
        let of_text = [Lack::Unformatted, Lack::TooLong, Lack::Numbering, Lack::Counted];
        assert!(of_text.into_iter().all(|lack| !of_the_document(lack)));
        assert!([Lack::Concealed, Lack::Outside, Lack::Script].into_iter().all(of_the_document));
    }
}
