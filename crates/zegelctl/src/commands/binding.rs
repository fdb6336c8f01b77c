//! `label bind` and `label bound`: labels bound to files, without a vault.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use label::{BINDING_LIMITS, Binding, BindingError, BoundData, BoundLabel, Label, LabelKind, Location, Policy};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use vault::{ExitClass, GivenError, open_given};

use super::labels::{LABEL_LIMIT, lang, refusal, under_one_of, unreadable};
use crate::context::Context;
use crate::input::{is_standard, read_limited};
use crate::problem::{Problem, printable};
use crate::shown::Shown;

const BINDING_LIMIT: u64 = BINDING_LIMITS.bytes as u64;
/// What is within a binding grows by a third, and must still be read.
const EMBEDDED_LIMIT: u64 = BINDING_LIMITS.bytes as u64 / 2;

/// Refuses to write the binding over what is bound: by whatever path, `--force` would replace it.
///
/// # Errors
/// `binding_over_its_file`.
pub fn apart(out: Option<&Path>, data: &Path, labels: &[PathBuf]) -> Result<(), Problem> {
    let of =
        |path: &Path| fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|found| (found.dev(), found.ino()));
    let Some(place) = out.and_then(of) else { return Ok(()) };
    let bound = std::iter::once(data).chain(labels.iter().map(PathBuf::as_path));
    if bound.filter_map(of).any(|source| source == place) {
        return Err(Problem::new("binding_over_its_file", ExitClass::Failed).about(out.unwrap_or(data)));
    }
    Ok(())
}

pub fn bind(
    policies: &[Policy],
    data: &Path,
    content_type: Option<&str>,
    embed: bool,
    labels: &[PathBuf],
) -> Result<String, Problem> {
    let labels = read_all(labels, policies)?;
    let binding = if embed {
        Binding::embedded(content_type, read_limited(data, EMBEDDED_LIMIT)?, labels)
    } else {
        // A name that is no text is none that another system could find again.
        let name = data.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Problem::new("name_not_text", ExitClass::Refused).about(data))?;
        if is_standard(data) {
            return Err(Problem::usage("stdin_no_name"));
        }
        let digest = digest(data).map_err(|error| Problem::given(data, error))?;
        Binding::sidecar(name, content_type, Some(digest), labels)
    };
    let xml = binding.to_xml().map_err(refused)?;
    // What is written here must be readable: two originals, for one, are not.
    Binding::parse(xml.as_bytes(), policies).map_err(refused)?;
    Ok(xml)
}

/// Labels that are valid under the policies that they name; of the same kind there is one original.
fn read_all(paths: &[PathBuf], policies: &[Policy]) -> Result<Vec<Label>, Problem> {
    let mut original: Option<&PathBuf> = None;
    let mut labels = Vec::with_capacity(paths.len());
    for path in paths {
        // Once: it may come from a pipe.
        let label = under_one_of(&read_limited(path, LABEL_LIMIT)?, path, policies)?;
        if label.kind() == LabelKind::Originator
            && let Some(first) = original.replace(path)
        {
            let twice = Problem::new("second_original", ExitClass::Refused).with("first", printable(first));
            return Err(twice.about(path));
        }
        labels.push(label);
    }
    Ok(labels)
}

pub fn bound(policies: &[Policy], path: &Path, context: &Context) -> Result<Shown, Problem> {
    let binding =
        Binding::parse(&read_limited(path, BINDING_LIMIT)?, policies).map_err(|error| refused(error).about(path))?;
    let (mut labels, mut data, mut text) = (Vec::new(), Vec::new(), String::new());
    // What is known only by its words comes from elsewhere: nothing of it steers a terminal.
    let mut line = |what: &str, is: &str| {
        let clean = |word: &str| word.replace(char::is_control, "·");
        text.push_str(&format!("{}: {}\n", clean(what), clean(is)));
    };
    for label in binding.labels() {
        let (policy, marking, entry) = said(label, context);
        line(&policy, &marking);
        labels.push(entry);
    }
    let mut exit = 0;
    for bound in binding.parts.iter().flat_map(|part| &part.data) {
        let (name, state) = match bound {
            BoundData::File { name, sha256, .. } => (Some(name.clone()), state(&path.with_file_name(name), *sha256)),
            BoundData::Here { id } => (Some(format!("#{id}")), State::Within),
            BoundData::Bytes { .. } | BoundData::Xml { .. } => (None, State::Within),
        };
        // Of several the gravest: what was altered before what is not there.
        exit = exit.max(match state {
            State::Same | State::Unknown | State::Within => 0,
            State::Missing => ExitClass::Failed as u8,
            State::Altered => ExitClass::Integrity as u8,
        });
        let called = name.clone().unwrap_or_else(|| context.say("cli-bound-data", &[]));
        line(&called, &context.say(state.words(), &[]));
        data.push(json!({ "name": name, "state": state.as_str() }));
    }
    let original = binding.original().map(|label| marking(label, context));
    let json = json!({ "original": original, "labels": labels, "data": data });
    Ok(Shown { exit, ..Shown::text(json, text) })
}

/// Policy, marking and all of a label of a binding.
fn said(label: &BoundLabel, context: &Context) -> (String, String, Value) {
    match label {
        BoundLabel::Known(label) => {
            let marking = marking(label, context);
            let entry = json!({
                "element": label.kind().element(), "policy": label.policy(), "known": true,
                "classification": label.classification(), "marking": marking,
            });
            (label.policy().to_owned(), marking, entry)
        }
        BoundLabel::Unknown { policy, classification, .. } => {
            let entry = json!({
                "element": null, "policy": policy, "known": false,
                "classification": classification, "marking": null,
            });
            (policy.clone(), classification.clone(), entry)
        }
    }
}

fn marking(label: &Label, context: &Context) -> String {
    label.under_policy().marking(label, lang(context.lang), Location::PageTop)
}

/// What became of a file since it was labelled.
#[derive(Clone, Copy)]
enum State {
    Same,
    Altered,
    Missing,
    /// The binding gives no digest.
    Unknown,
    /// Part of the binding, or of what it stands in.
    Within,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            State::Same => "same",
            State::Altered => "altered",
            State::Missing => "missing",
            State::Unknown => "unknown",
            State::Within => "within",
        }
    }

    fn words(self) -> &'static str {
        match self {
            State::Same => "cli-bound-same",
            State::Altered => "cli-bound-altered",
            State::Missing => "cli-bound-missing",
            State::Unknown => "cli-bound-unknown",
            State::Within => "cli-bound-within",
        }
    }
}

/// The file next to the binding; links are not followed.
fn state(file: &Path, expected: Option<[u8; 32]>) -> State {
    if !file.symlink_metadata().is_ok_and(|found| found.is_file()) {
        return State::Missing;
    }
    match (expected, digest(file)) {
        (None, _) => State::Unknown,
        (Some(expected), Ok(found)) if expected == found => State::Same,
        (Some(_), Ok(_)) => State::Altered,
        (Some(_), Err(_)) => State::Missing,
    }
}

fn digest(file: &Path) -> Result<[u8; 32], GivenError> {
    let mut hash = Sha256::new();
    io::copy(&mut open_given(file)?, &mut hash)?;
    Ok(hash.finalize().into())
}

fn refused(error: BindingError) -> Problem {
    match error {
        BindingError::Label { error, .. } => unreadable(error),
        error => refusal("label", error.code(), error.params(), error.to_string(), ExitClass::Refused),
    }
}
