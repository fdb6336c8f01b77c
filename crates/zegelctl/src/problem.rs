//! What went wrong, ready to be shown: a code, a sentence, what to do, reasons, and an exit status.

use serde::Serialize;
use vault::ExitClass;
use words::Lang;

use crate::cli::Typed;
use crate::shown::on_a_terminal;

/// Where an error holds the value that is refused for what it says.
enum Held {
    In(&'static str),
    /// In what its reasons name.
    InReasons,
    /// Two days or times that contradict each other.
    ByDays,
}

const REFUSED_VALUES: [(&str, Held); 17] = [
    ("bad_name", Held::In("name")),
    ("unknown", Held::In("value")),
    ("unknown_level", Held::In("level")),
    ("former_level", Held::In("level")),
    ("level_of_another", Held::In("level")),
    ("level_of_two", Held::In("level")),
    ("level_under_every_policy", Held::In("level")),
    ("unknown_nation", Held::In("value")),
    ("unknown_policy", Held::In("policy")),
    ("unknown_role", Held::In("role")),
    ("unknown_interest", Held::In("value")),
    ("unknown_place", Held::In("place")),
    ("bad_consent", Held::In("value")),
    ("implausible_date", Held::In("date")),
    ("marking", Held::InReasons),
    ("bad_dates", Held::ByDays),
    ("backwards", Held::ByDays),
];

/// An error at the edge. `code` and the keys of `params` are stable; sentences are made when it is shown.
#[derive(Debug)]
pub struct Problem {
    pub code: String,
    pub params: Vec<(String, String)>,
    pub reasons: Vec<vault::Reason>,
    pub exit: ExitClass,
    /// What a library or the system said, in its own English: for scripts and reports, and never for the screen.
    pub detail: Option<String>,
    /// What else there is to say.
    pub beside: Box<Beside>,
}

/// What is said with an error.
#[derive(Debug, Default)]
pub struct Beside {
    /// Which of several files it is about.
    pub file: Option<String>,
    /// Which options hold the value that is refused.
    pub options: Vec<String>,
    /// On which line of a batch it happened.
    pub line: Option<usize>,
    /// In which row of a list it stands, and in which of its columns.
    pub row: Option<(usize, Option<String>)>,
    /// What was done before it, and what was not.
    pub more: serde_json::Map<String, serde_json::Value>,
    /// The same for a person.
    pub note: String,
}

#[derive(Serialize)]
pub struct Spoken {
    pub code: String,
    pub message: String,
    pub fix: String,
    pub reasons: Vec<SpokenReason>,
    /// The rule that a forged entry broke; its words stand in the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What a library or the system said, word for word, where our words are less exact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The options that hold the value that is refused, one after the other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// Of a batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
    #[serde(skip)]
    pub note: String,
}

#[derive(Serialize, Clone)]
pub struct SpokenReason {
    pub code: String,
    pub message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fix: String,
}

impl Spoken {
    /// For a person: what happened, the reasons, what to do.
    pub fn sentences(&self) -> String {
        let mut text = format!("{}\n", self.message);
        for reason in self.reasons.iter().filter(|reason| reason.code != self.code) {
            text.push_str(&format!("  ✗ {}\n", reason.message));
            if !reason.fix.is_empty() {
                text.push_str(&format!("    → {}\n", reason.fix));
            }
        }
        if !self.fix.is_empty() {
            text.push_str(&format!("{}\n", self.fix));
        }
        text
    }
}

impl Problem {
    pub fn new(code: &str, exit: ExitClass) -> Problem {
        Problem {
            code: code.to_owned(),
            params: Vec::new(),
            reasons: Vec::new(),
            exit,
            detail: None,
            beside: Box::default(),
        }
    }

    /// The words of a command have not the shape that its help shows: see [`ExitClass::Usage`].
    pub fn usage(code: &str) -> Problem {
        Problem::new(code, ExitClass::Usage)
    }

    /// A value is refused for what it says: see [`ExitClass::Refused`].
    pub fn value(code: &str) -> Problem {
        Problem::new(code, ExitClass::Refused)
    }

    /// Says which of the options that were typed hold the value that is refused, where the sentence does not say so itself.
    #[must_use]
    pub fn naming(mut self, typed: &Typed) -> Problem {
        let Some((_, held)) = REFUSED_VALUES.iter().find(|(code, _)| *code == self.code) else { return self };
        let mut options: Vec<String> = match held {
            Held::In(name) => {
                let values = self.params.iter().filter(|(param, _)| param == name).map(|(_, value)| value);
                values.flat_map(|value| typed.with(value)).collect()
            }
            Held::InReasons => {
                let values = self.reasons.iter().flat_map(|reason| reason.params.values());
                values.flat_map(|value| typed.with(value)).collect()
            }
            Held::ByDays => typed.days(),
        };
        let mut seen = std::collections::BTreeSet::new();
        options.retain(|option| seen.insert(option.clone()));
        self.beside.options = options;
        self
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Problem {
        self.params.push((name.to_owned(), value.into()));
        self
    }

    /// What the system said: its kind in our words, and the rest under `detail`.
    #[must_use]
    pub fn caused_by(mut self, error: &std::io::Error) -> Problem {
        let cause = vault::cause(error);
        if cause == vault::OTHER_CAUSE {
            self.detail = Some(error.to_string());
        }
        self.with("cause", cause)
    }

    /// What a library said, under `detail`.
    #[must_use]
    pub fn detailed(mut self, said: impl std::fmt::Display) -> Problem {
        self.detail = Some(said.to_string());
        self
    }

    /// Says which of several files it is about.
    #[must_use]
    pub fn about(mut self, path: &std::path::Path) -> Problem {
        self.beside.file = Some(printable(path));
        self
    }

    /// Says on which line of a batch it happened.
    #[must_use]
    pub fn at_line(mut self, number: usize) -> Problem {
        self.beside.line = Some(number);
        self
    }

    /// Says in which row of a list it stands, and in which of its columns.
    #[must_use]
    pub fn in_row(mut self, number: usize, column: Option<&str>) -> Problem {
        self.beside.row = Some((number, column.map(str::to_owned)));
        self
    }

    /// A file that somebody named and that was not read: not there, too large, or no file at all.
    pub fn given(path: &std::path::Path, error: vault::GivenError) -> Problem {
        let shown = printable(path);
        match error {
            vault::GivenError::NotAFile(what) => {
                Problem::new("not_a_file", ExitClass::Refused).with("what", what.as_str()).about(path)
            }
            vault::GivenError::TooLarge { limit } => {
                Problem::new("file_too_large", ExitClass::Refused).with("path", shown).with("limit", limit.to_string())
            }
            vault::GivenError::Io(error) => Problem::file(path, &error),
        }
    }

    /// What is wrong with the folder that a vault is in, or is to be made in; of what lies in it, the error itself says.
    pub fn of_folder(error: vault::Error, folder: &std::path::Path) -> Problem {
        let named = matches!(
            error,
            vault::Error::NotAVault { .. } | vault::Error::NotAFolder | vault::Error::NotEmpty | vault::Error::InVault
        );
        let problem = Problem::from(error);
        if named { problem.about(folder) } else { problem }
    }

    /// Why the vault of a folder was not opened, published or joined.
    pub fn of_station(error: station::Error, folder: &std::path::Path) -> Problem {
        match error {
            station::Error::Vault(error) => Problem::of_folder(error, folder),
            other => Problem {
                params: other.params().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
                detail: other.detail(),
                ..Problem::new(other.code(), other.exit())
            },
        }
    }

    /// A file of the user's own that could not be read or written, or standard input as `-`.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Problem {
        if vault::InVault::is(error) {
            return vault::Error::InVault.into();
        }
        if path == std::path::Path::new("-") {
            return Problem::new("input", ExitClass::Failed).caused_by(error);
        }
        Problem::new("file", ExitClass::Failed).with("path", printable(path)).caused_by(error)
    }

    /// Standard output, which is no file with a path.
    pub fn output(error: &std::io::Error) -> Problem {
        if vault::InVault::is(error) {
            return vault::Error::InVault.into();
        }
        Problem::new("output", ExitClass::Failed).caused_by(error)
    }

    pub fn spoken(&self, lang: Lang) -> Spoken {
        let rule = self.params.iter().find(|(name, _)| self.code == "forged" && name == "rule").map(|(_, rule)| rule);
        let rule_said = rule.map(|rule| words::say(lang, &words::forged_key(rule), &[]));
        let harmless: Vec<(&str, String)> = self.params.iter().map(|(k, v)| (k.as_str(), harmless(v))).collect();
        let mut params: Vec<(&str, &str)> = harmless.iter().map(|(k, v)| (*k, v.as_str())).collect();
        if let (Some(said), Some(param)) = (&rule_said, params.iter_mut().find(|(name, _)| *name == "rule")) {
            param.1 = said;
        }
        let key = self.code.replace('_', "-");
        // What came on standard input has no name.
        let input = params.contains(&("path", "-"));
        let said = |prefix: &str| {
            let plain = format!("{prefix}-{key}");
            let of_input = format!("{plain}-input");
            let key = if input && words::has(&of_input) { of_input } else { plain };
            // Days that are to be typed are said as they are typed.
            let say = if self.code == "implausible_date" { words::say } else { crate::said::say };
            words::has(&key).then(|| say(lang, &key, &params))
        };
        let message = said("err").unwrap_or_else(|| self.code.clone());
        let of = |file: &str| words::say(lang, "of-file", &[("file", file), ("message", &message)]);
        let message = match &self.beside.file {
            Some(file) if file == "-" => of(&words::say(lang, "cli-standard-input", &[])),
            Some(file) => of(file),
            None => message,
        };
        let options = self.beside.options.join(", ");
        let message = match options.as_str() {
            "" => message,
            options => words::say(lang, "cli-of-option", &[("option", options), ("message", &message)]),
        };
        let (row, column) = self.beside.row.clone().map_or((None, None), |(row, column)| (Some(row), column));
        let column = column.map(|name| self::harmless(&name));
        let message = match (row, &column) {
            (Some(row), Some(column)) => {
                let args = [("row", row.to_string()), ("column", column.clone()), ("message", message)];
                words::say(lang, "cli-in-cell", &args.each_ref().map(|(name, value)| (*name, value.as_str())))
            }
            (Some(row), None) => words::say(lang, "cli-in-row", &[("row", &row.to_string()), ("message", &message)]),
            (None, _) => message,
        };
        let message = match self.beside.line {
            Some(line) => words::say(lang, "cli-at-line", &[("line", &line.to_string()), ("message", &message)]),
            None => message,
        };
        let fix = said("fix").unwrap_or_default();
        let mut reasons: Vec<SpokenReason> = self.reasons.iter().map(|reason| speak(lang, reason)).collect();
        // What denies everything is its own reason.
        if reasons.is_empty() && self.exit == ExitClass::Denied {
            reasons.push(SpokenReason { code: self.code.clone(), message: message.clone(), fix: fix.clone() });
        }
        Spoken {
            code: self.code.clone(),
            message,
            fix,
            reasons,
            rule: rule.cloned(),
            detail: self.detail.as_deref().map(self::harmless),
            option: Some(options).filter(|options| !options.is_empty()),
            line: self.beside.line,
            row,
            column,
            more: self.beside.more.clone(),
            note: self.beside.note.clone(),
        }
    }
}

/// A path in a sentence: it steers no terminal.
pub fn printable(path: &std::path::Path) -> String {
    on_a_terminal(&path.display().to_string()).replace(['\n', '\t'], "·")
}

/// A value in a sentence: what would steer a terminal, or turn the direction of writing, is shown by its number.
fn harmless(value: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    value.chars().fold(String::with_capacity(value.len()), |mut shown, c| {
        if steers(c) {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
        shown
    })
}

/// A value as it is called in a language: policies name their tags in English.
fn called(lang: Lang, name: &str, value: &str) -> String {
    match words::tag_key(value) {
        Some(key) if name == "tag" => words::say(lang, key, &[]),
        _ => value.to_owned(),
    }
}

/// A label that breaks its policy, with every rule that it breaks.
pub fn refused(violations: &[label::Violation]) -> Problem {
    Problem { reasons: reasons(violations), ..Problem::new("marking", ExitClass::Refused) }
}

/// The rules that a label breaks.
pub fn reasons(violations: &[label::Violation]) -> Vec<vault::Reason> {
    violations
        .iter()
        .map(|violation| {
            violation
                .params()
                .into_iter()
                .fold(vault::Reason::new(violation.code()), |r, (name, value)| r.with(name, value))
        })
        .collect()
}

/// A reason in words.
pub fn speak(lang: Lang, reason: &vault::Reason) -> SpokenReason {
    let harmless: Vec<(&str, String)> =
        reason.params.iter().map(|(k, v)| (k.as_str(), harmless(&called(lang, k, v)))).collect();
    let params: Vec<(&str, &str)> = harmless.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let key = format!("reason-{}", reason.code.replace('_', "-"));
    let fix = format!("{key}-fix");
    SpokenReason {
        code: reason.code.clone(),
        message: crate::said::say(lang, &key, &params),
        fix: if words::has(&fix) { crate::said::say(lang, &fix, &params) } else { String::new() },
    }
}

impl From<vault::Error> for Problem {
    fn from(error: vault::Error) -> Problem {
        Problem {
            params: error.params().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
            reasons: error.reasons().to_vec(),
            detail: error.detail(),
            ..Problem::new(error.code(), error.exit())
        }
    }
}

impl From<vault::BadName> for Problem {
    fn from(error: vault::BadName) -> Problem {
        vault::Error::from(error).into()
    }
}

impl From<viewer::ViewError> for Problem {
    fn from(error: viewer::ViewError) -> Problem {
        let exit = if error.is_of_document() { ExitClass::Refused } else { ExitClass::Failed };
        let mut problem = Problem::new(error.code(), exit);
        problem.params.extend(error.params().into_iter().map(|(name, value)| (name.to_owned(), value)));
        match error.system() {
            Some(said) => problem.caused_by(said),
            None => problem,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_forged_entry_broke_is_said_and_scripts_keep_its_code() {
        let error = vault::Error::Forged {
            index: 7,
            author: "anna".to_owned(),
            rule: vault::ForgedRule::DeliveredTwice.as_str(),
        };
        let problem = Problem::from(error);
        for lang in Lang::ALL {
            let spoken = problem.spoken(lang);
            let rule = words::say(lang, "forged-delivered-twice", &[]);
            assert!(spoken.message.contains(&rule) && !spoken.message.contains('_'), "{}", spoken.message);
            assert_eq!((spoken.code.as_str(), spoken.rule.as_deref()), ("forged", Some("delivered_twice")));
        }
        let other = serde_json::json!(Problem::new("busy", ExitClass::Failed).spoken(Lang::En));
        assert!(other.get("rule").is_none(), "{other}");
    }

    #[test]
    fn what_a_library_said_is_detail_and_no_sentence() {
        let error =
            vault::Error::Io { what: "ledger.sqlite".to_owned(), source: std::io::Error::other("disk I/O error") };
        let problem = Problem::from(error);
        let known = Problem::from(vault::Error::Io {
            what: "ledger.sqlite".to_owned(),
            source: std::io::ErrorKind::PermissionDenied.into(),
        });
        for lang in Lang::ALL {
            let spoken = problem.spoken(lang);
            assert!(!spoken.message.contains("disk I/O error"), "{}", spoken.message);
            assert!(!spoken.message.contains('{') && !spoken.message.contains('…'), "{}", spoken.message);
            assert_eq!(spoken.detail.as_deref(), Some("disk I/O error"));
            assert!(serde_json::json!(known.spoken(lang)).get("detail").is_none());
        }
    }
}
