//! What can be known of a file before it is filed: of which kind it is, whether it can be read here then, and what is to be warned of.

use serde::Serialize;
use vault::{LookedAt, OtherProgram, PickedFile, Reason, shown_name};
use viewer::Viewer;

use crate::text::standing;

/// Whether a file can be read here once it is filed. Words: `ui-file-readable-<this>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Readable {
    Yes,
    /// What it says, and not how it looks.
    TextAlone,
    No,
    /// Nobody could look.
    Unknown,
}

impl Readable {
    /// As it is written in JSON, and in the keys of words.
    pub fn as_str(self) -> &'static str {
        match self {
            Readable::Yes => "yes",
            Readable::TextAlone => "text-alone",
            Readable::No => "no",
            Readable::Unknown => "unknown",
        }
    }

    fn of(warnings: &[Reason], seen: &Seen) -> Readable {
        let warned = |code: &str| warnings.iter().any(|warning| warning.code == code);
        let is_shown =
            |warning: &Reason| warning.params.get("form").is_some_and(|form| form == OtherProgram::Confined.as_str());
        let text_alone = warnings.iter().any(|warning| warning.code == "text_alone" && !is_shown(warning));
        match seen {
            Seen::Not => Readable::Unknown,
            Seen::Refused(_) => Readable::No,
            Seen::Sound if warned("not_shown") || warned("empty_file") => Readable::No,
            Seen::Sound if text_alone => Readable::TextAlone,
            Seen::Sound => Readable::Yes,
        }
    }
}

/// What the worker says of a file.
enum Seen {
    Sound,
    Refused(Reason),
    /// Nobody could look.
    Not,
}

/// A file that was looked at.
pub struct Looked {
    /// `pdf`, `text`, `picture`, `office`, `other`: by what is in it.
    pub kind: &'static str,
    pub readable: Readable,
    pub warnings: Vec<Reason>,
}

/// Looks at files, one after the other.
#[derive(Default)]
pub struct Looking {
    /// Asked once, where there is an office file.
    form: Option<OtherProgram>,
}

impl Looking {
    /// Without a viewer nobody looks into it, and nothing is said against it.
    pub fn at(&mut self, file: &PickedFile, viewer: Option<&Viewer>) -> Looked {
        let LookedAt { kind, mut warnings } = file.look();
        for warning in warnings.iter_mut().filter(|warning| warning.code == "text_alone") {
            let formed = || viewer.map_or(OtherProgram::NotInstalled, |viewer| standing(viewer.office()));
            let form = self.form.get_or_insert_with(formed);
            warning.params.insert("form".to_owned(), form.as_str().to_owned());
        }
        let seen = viewer.map_or(Seen::Sound, |viewer| seen(viewer, file));
        let readable = Readable::of(&warnings, &seen);
        warnings.extend(match seen {
            Seen::Sound => None,
            Seen::Refused(warning) => Some(warning),
            Seen::Not => Some(Reason::new("not_looked_at").with("name", shown_name(&file.path))),
        });
        Looked { kind, readable, warnings }
    }
}

/// Whether anybody could read it here, looked at in the worker, behind its walls.
fn seen(viewer: &Viewer, file: &PickedFile) -> Seen {
    let Ok((media_type, size, mut bytes)) = vault::look_at(&file.path) else { return Seen::Not };
    let Some(error) = viewer.refuses(&media_type, size, &mut bytes) else { return Seen::Sound };
    if !error.is_of_document() {
        return Seen::Not;
    }
    let warning = Reason::new(error.code()).with("name", shown_name(&file.path));
    Seen::Refused(error.params().into_iter().fold(warning, |all, (name, value)| all.with(name, value)))
}
