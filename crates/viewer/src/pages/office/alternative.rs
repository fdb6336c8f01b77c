//! What a document says once for newer programs and once for older ones (ISO/IEC 29500-3): shown is what the newer ones show, and the
//! other one at the end where it says something else.

use super::package::Archive;
use crate::missing::Missings;

#[derive(Default)]
pub(super) struct Alternatives {
    open: Vec<Alternative>,
}

#[derive(Default)]
struct Alternative {
    /// Where what is read now begins.
    begins: usize,
    choices: Vec<String>,
    before: Missings,
}

impl Alternatives {
    /// Whether one of them begins here.
    pub(super) fn begin(&mut self, name: &str, text: &str, archive: &Archive<'_>) -> bool {
        match name {
            "AlternateContent" => self.open.push(Alternative::default()),
            "Choice" | "Fallback" => {
                let Some(open) = self.open.last_mut() else { return false };
                open.begins = text.len();
                open.before = archive.lacking.clone();
            }
            _ => return false,
        }
        true
    }

    /// Whether one of them ends here.
    pub(super) fn end(&mut self, name: &str, text: &mut String, archive: &mut Archive<'_>) -> bool {
        match name {
            "AlternateContent" => drop(self.open.pop()),
            "Choice" => {
                let Some(open) = self.open.last_mut() else { return false };
                open.choices.push(words(text.get(open.begins..).unwrap_or_default()));
            }
            "Fallback" => {
                let Some(open) = self.open.last_mut() else { return false };
                let said = words(text.get(open.begins..).unwrap_or_default());
                text.truncate(open.begins);
                if said.is_empty() || open.choices.contains(&said) || open.choices.join(" ") == said {
                    archive.lacking = std::mem::take(&mut open.before);
                } else {
                    archive.apart.add("Fallback", &said);
                }
            }
            _ => return false,
        }
        true
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
