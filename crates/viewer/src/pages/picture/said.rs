//! What a picture was found to say besides its pixels.

use super::super::apart::Apart;
use crate::missing::Missings;

/// The words that were found, and what holds words and could not be read.
#[derive(Default)]
pub struct PictureWords {
    pub apart: Apart,
    pub missing: Missings,
    /// Smaller pictures of the same, which may show something else.
    pub thumbnails: u32,
}

/// In UTF-8, or else in Latin-1.
pub fn readable(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).map_or_else(|_| encoding_rs::mem::decode_latin1(bytes), |text| text.into());
    text.trim_matches(['\0', '\u{feff}']).replace('\0', " ")
}
