//! What can be shown, by its bytes or by its media type.

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    Pdf = 1,
    Text = 2,
    Png = 3,
    Jpeg = 4,
    WebP = 5,
    Gif = 6,
    Bmp = 7,
    Tiff = 8,
    /// Word processing, tables and slides of ISO/IEC 29500 and 26300: their text.
    Docx = 9,
    Xlsx = 10,
    Pptx = 11,
    /// Text or slides.
    Odf = 12,
    Ods = 13,
    Rtf = 14,
    /// A mail as a compound file.
    Outlook = 15,
    /// Text that its author says is Markdown.
    Markdown = 16,
}

impl Kind {
    pub const ALL: [Kind; 16] = [
        Kind::Pdf,
        Kind::Text,
        Kind::Png,
        Kind::Jpeg,
        Kind::WebP,
        Kind::Gif,
        Kind::Bmp,
        Kind::Tiff,
        Kind::Docx,
        Kind::Xlsx,
        Kind::Pptx,
        Kind::Odf,
        Kind::Ods,
        Kind::Rtf,
        Kind::Outlook,
        Kind::Markdown,
    ];

    /// By the first bytes of a document, and whether those are all; never by its name.
    pub fn of_content(document: &[u8]) -> Option<Kind> {
        let start = document.get(..kinds::LOOKED_AT).unwrap_or(document);
        Kind::of_media_type(&kinds::media_type(start, start.len() == document.len()))
    }

    /// By media type (RFC 6838), parameters ignored.
    pub fn of_media_type(media_type: &str) -> Option<Kind> {
        match media_type.split(';').next().unwrap_or_default().trim() {
            "application/pdf" => Some(Kind::Pdf),
            "text/plain" => Some(Kind::Text),
            "text/markdown" => Some(Kind::Markdown),
            "image/png" => Some(Kind::Png),
            "image/jpeg" => Some(Kind::Jpeg),
            "image/webp" => Some(Kind::WebP),
            "image/gif" => Some(Kind::Gif),
            "image/bmp" => Some(Kind::Bmp),
            "image/tiff" => Some(Kind::Tiff),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Some(Kind::Docx),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Some(Kind::Xlsx),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => Some(Kind::Pptx),
            "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.presentation" => {
                Some(Kind::Odf)
            }
            "application/vnd.oasis.opendocument.spreadsheet" => Some(Kind::Ods),
            "application/rtf" => Some(Kind::Rtf),
            "application/vnd.ms-outlook" => Some(Kind::Outlook),
            _ => None,
        }
    }

    /// As it is called; of those that go by several names, the first.
    pub fn media_type(self) -> &'static str {
        kinds::shown().find(|media_type| Kind::of_media_type(media_type) == Some(self)).unwrap_or_default()
    }

    /// How the name of an office file ends; none of what is no office file.
    pub fn ending_of_office(self) -> Option<&'static str> {
        match self {
            Kind::Docx => Some("docx"),
            Kind::Xlsx => Some("xlsx"),
            Kind::Pptx => Some("pptx"),
            // Text or slides: which of them, stands in it.
            Kind::Odf => Some("odt"),
            Kind::Ods => Some("ods"),
            Kind::Rtf => Some("rtf"),
            Kind::Pdf
            | Kind::Text
            | Kind::Markdown
            | Kind::Png
            | Kind::Jpeg
            | Kind::WebP
            | Kind::Gif
            | Kind::Bmp
            | Kind::Tiff
            | Kind::Outlook => None,
        }
    }

    pub(crate) fn from_byte(byte: u8) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as u8 == byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_to_be_shown_is_what_can_be_shown() {
        let unread: Vec<&str> = kinds::shown().filter(|kind| Kind::of_media_type(kind).is_none()).collect();
        assert_eq!(unread, [""; 0], "told to be shown, and not read");
        let known: Vec<Kind> = kinds::shown().filter_map(Kind::of_media_type).collect();
        assert!(Kind::ALL.into_iter().all(|kind| known.contains(&kind)), "a kind that is read and told by nobody");
        assert_eq!(Kind::of_media_type("image/heic"), None);
    }
}
