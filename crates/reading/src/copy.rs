//! Text of a document that is open, for the clipboard: decided, recorded, and marked as its pages are.

use vault::{DocumentId, Session};
use viewer::Stamp;
use words::Lang;

/// What is copied, of which document.
pub struct ToCopy<'a> {
    pub document: &'a DocumentId,
    /// The one that is open, from 1.
    pub version: u32,
    /// The name of the file of it that is open, where it is one that the document brings with it.
    pub attachment: Option<&'a str>,
    /// From 1.
    pub page: u32,
    pub text: &'a str,
    /// Of the pages of the document.
    pub stamp: &'a Stamp,
}

/// Decides, records that so many letters of a page were copied, and gives what goes to the clipboard: the marking as it stands on
/// the page in its first line, then the text.
///
/// # Errors
/// Those of [`Session::copy_text`].
pub fn copied(session: &mut Session, asked: &ToCopy<'_>, lang: Lang) -> Result<String, vault::Error> {
    let (page, letters) = (asked.page.to_string(), asked.text.chars().count().to_string());
    let purpose = match asked.attachment {
        None => words::say(lang, "copied-purpose", &[("page", &page), ("n", &letters)]),
        Some(name) => {
            words::say(lang, "copied-purpose-attachment", &[("name", name), ("page", &page), ("n", &letters)])
        }
    };
    let copying = session.copy_text(asked.document, asked.version, &purpose)?;
    debug_assert_eq!(copying.document(), asked.document, "what was asked for is what was decided about");
    Ok(marked(asked.stamp, asked.text))
}

fn marked(stamp: &Stamp, text: &str) -> String {
    let exercise = stamp.exercise.iter().flat_map(|exercise| [exercise.as_str(), "\n"]);
    [stamp.banner.as_str(), "\n"].into_iter().chain(exercise).chain([text, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use viewer::Say;

    use super::*;

    fn stamp(exercise: Option<&str>) -> Stamp {
        Stamp {
            banner: "RESTREINT – BEPERKT".to_owned(),
            colour: "#1565c0".to_owned(),
            text_colour: "#ffffff".to_owned(),
            watermark: String::new(),
            exercise: exercise.map(str::to_owned),
            say: Say::new(|_| String::new()),
        }
    }

    #[test]
    fn the_first_line_is_the_marking_as_it_stands_on_the_page() {
        assert_eq!(marked(&stamp(None), "le convoi\npasse"), "RESTREINT – BEPERKT\nle convoi\npasse\n");
        let exercise = marked(&stamp(Some("EXERCICE – OEFENING")), "le convoi");
        assert_eq!(exercise, "RESTREINT – BEPERKT\nEXERCICE – OEFENING\nle convoi\n");
    }
}
