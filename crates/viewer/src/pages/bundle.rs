//! A document that brings others with it: first its own text, then the pages of each, behind a page with its name. What of them
//! cannot be shown is named.

use zeroize::Zeroizing;

use super::text::TextPages;
use super::{Pages, Rendered, Text, read_within};
use crate::attachment::{Attachment, MOST_ATTACHMENTS};
use crate::frame::{MOST_PAGES, Status};
use crate::headings::Heading;
use crate::kind::Kind;
use crate::missing::{Lack, Missing, Missings, joined};
use crate::places::Place;

/// How deep a document may lie within others, and is shown still.
const DEEPEST: u32 = 4;

/// A document within another one.
pub struct Enclosed {
    /// As it is called there.
    pub name: String,
    pub bytes: Vec<u8>,
}

pub struct Bundle {
    /// With the page at which each begins.
    parts: Vec<(u32, Box<dyn Pages>)>,
    count: u32,
    complete: bool,
    /// What it encloses, with the bytes of each; nothing where it is itself enclosed, as it is opened by itself then.
    attachments: Vec<(Attachment, Vec<u8>)>,
}

impl Bundle {
    /// `head`: so many lines of the text are its head. `lacking`: what the text does not say of the document. `depth`: how many
    /// others this document lies in.
    pub fn of(
        text: String,
        head: usize,
        enclosed: Vec<Enclosed>,
        mut lacking: Missings,
        depth: u32,
    ) -> Result<Bundle, Status> {
        let (mut complete, mut shown, mut attachments) = (true, Vec::new(), Vec::new());
        for (number, Enclosed { name, bytes }) in enclosed.into_iter().enumerate() {
            let size = bytes.len();
            let kind = Kind::of_content(&bytes).filter(|_| depth < DEEPEST && number < MOST_ATTACHMENTS);
            if depth == 0 && number < MOST_ATTACHMENTS {
                attachments.push((Attachment::new(&name, size as u64, None), bytes.clone()));
            }
            let pages = kind.map(|kind| read_within(kind, bytes, Zeroizing::default(), depth + 1));
            match pages {
                Some(Ok(pages)) => shown.push((number, format!("{name}\n({size} B)"), pages)),
                _ => lacking.add(Lack::Attachment, &name),
            }
        }
        let mut bundle = Bundle { parts: Vec::new(), count: 0, complete: true, attachments };
        bundle.append(Box::new(TextPages::of(text, head, lacking)?));
        for (number, name, pages) in shown {
            if bundle.count.saturating_add(pages.count()) >= MOST_PAGES {
                complete = false;
                break;
            }
            let begins = bundle.count;
            if let Some((attachment, _)) = bundle.attachments.get_mut(number) {
                attachment.page = Some(begins);
            }
            bundle.append(Box::new(TextPages::of(name, 1, Missings::default())?));
            bundle.append(pages);
        }
        bundle.complete &= complete;
        Ok(bundle)
    }

    fn append(&mut self, pages: Box<dyn Pages>) {
        self.complete &= pages.complete();
        let begins = self.count;
        self.count = self.count.saturating_add(pages.count());
        self.parts.push((begins, pages));
    }

    /// The part that a page belongs to, and which of its pages it is.
    fn part(&self, page: u32) -> Option<(usize, &dyn Pages, u32)> {
        let number = self.parts.partition_point(|(begins, _)| *begins <= page).checked_sub(1)?;
        let (begins, pages) = self.parts.get(number)?;
        (page < self.count).then(|| (number, &**pages, page - begins))
    }

    /// What the whole document lacks, its text and what it encloses apart, each of its pages lacks.
    fn with_whole(&self, part: usize, missing: Vec<Missing>) -> Vec<Missing> {
        let whole = self.parts.first().filter(|_| part > 0).map(|(_, text)| text.missing()).unwrap_or_default();
        let mut more = Missings::default();
        let whole = whole.into_iter().filter(|item| item.lack != Lack::TooLong);
        whole.for_each(|item| more.add_many(item.lack, &item.name, item.count));
        joined(missing, more)
    }
}

impl Pages for Bundle {
    fn count(&self) -> u32 {
        self.count
    }

    fn complete(&self) -> bool {
        self.complete
    }

    fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.part(page).and_then(|(_, pages, page)| pages.size(page))
    }

    fn missing(&self) -> Vec<Missing> {
        let mut all = Missings::default();
        for item in self.parts.iter().flat_map(|(_, pages)| pages.missing()) {
            all.add_many(item.lack, &item.name, item.count);
        }
        all.done()
    }

    fn text(&self, page: u32) -> Option<Text> {
        let (part, pages, page) = self.part(page)?;
        let Text { text, missing } = pages.text(page)?;
        Some(Text { text, missing: self.with_whole(part, missing) })
    }

    fn attachments(&self) -> Vec<(Attachment, &[u8])> {
        self.attachments.iter().map(|(attachment, bytes)| (attachment.clone(), bytes.as_slice())).collect()
    }

    fn is_scan(&self, page: u32) -> bool {
        self.part(page).is_some_and(|(_, pages, page)| pages.is_scan(page))
    }

    fn outline(&self) -> Vec<Heading> {
        let of = |(begins, pages): &(u32, Box<dyn Pages>)| {
            let shifted = |heading: Heading| Heading { page: heading.page.map(|page| page + begins), ..heading };
            pages.outline().into_iter().map(shifted).collect::<Vec<_>>()
        };
        self.parts.iter().flat_map(of).collect()
    }

    fn places(&self, page: u32) -> Vec<Place> {
        self.part(page).map(|(_, pages, page)| pages.places(page)).unwrap_or_default()
    }

    fn render(&self, page: u32, width: u32) -> Result<Rendered, Status> {
        let (part, pages, page) = self.part(page).ok_or(Status::NoSuchPage)?;
        let Rendered { image, missing } = pages.render(page, width)?;
        Ok(Rendered { image, missing: self.with_whole(part, missing) })
    }
}
