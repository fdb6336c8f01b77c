//! Pages of A4 that a text was laid out on: how many they are, and what all of them lack.

use super::encoding::Decoded;
use crate::missing::{Lack, Missing, Missings};

/// Points.
pub const PAGE: (f32, f32) = (595.0, 842.0);

pub struct Leaves<Row> {
    pub pages: Vec<Vec<Row>>,
    pub text: Decoded,
    /// What those who made this text of a document know that it lacks.
    pub lacking: Missings,
    /// Whether all of the text stands on them.
    pub complete: bool,
}

impl<Row> Leaves<Row> {
    pub fn count(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    pub fn rows(&self, page: u32) -> Option<&[Row]> {
        self.pages.get(page as usize).map(Vec::as_slice)
    }

    pub fn size(&self, page: u32) -> Option<(f32, f32)> {
        self.rows(page).map(|_| PAGE)
    }

    pub fn is_last(&self, page: u32) -> bool {
        page.saturating_add(1) == self.count()
    }

    /// What all of them lack, with what else is known to; that they are not the whole comes last.
    pub fn missing(&self, more: Missings) -> Vec<Missing> {
        let mut missing = self.lacking.clone();
        if let Some(encoding) = self.text.assumed {
            missing.add(Lack::Encoding, encoding);
        }
        missing.add_many(Lack::Undecodable, "", self.text.undecodable);
        missing.append(more);
        if !self.complete {
            missing.add(Lack::TooLong, &self.count().to_string());
        }
        missing.done()
    }

    /// That they are not the whole, for the last one to say.
    pub fn ends(&self, page: u32) -> Option<Missing> {
        let ends = !self.complete && self.is_last(page);
        ends.then(|| Missing::new(Lack::TooLong, &self.count().to_string(), 1))
    }
}
