//! `doc version`: another file under the same reference.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;
use vault::{Flow, GivenError, NewVersion, Source, VersionView, open_given};

use super::filing::{Written, name_of, written_source};
use super::reference::document;
use super::with::With;
use super::{json, warned, warnings};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::{Shown, within};
use crate::{input, interrupt};

#[derive(Args, Debug)]
pub struct Version {
    /// The document: its id, or its reference.
    pub id: String,
    /// The new file.
    pub path: PathBuf,
    /// What the file is, where its bytes do not say so: text in Markdown, which may come from standard input (-).
    #[arg(long, value_enum, value_name = "KIND")]
    pub kind: Option<Written>,
    /// What is new in it, for the document's history.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
    #[command(flatten)]
    with: With,
}

/// Which version of a document.
#[derive(Args, Debug)]
pub struct Which {
    /// One of its versions, from 1; else the last.
    #[arg(long = "version", id = "number", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub number: Option<u32>,
}

pub fn file(Version { id, path, kind, why, with }: Version, context: &mut Context) -> Result<Shown, Problem> {
    // Before anyone is asked for a passphrase.
    let (source, file_name) = match kind {
        Some(kind) => {
            let name = if input::is_standard(&path) { b"text.md".to_vec() } else { name_of(&path) };
            (written_source(&path, kind)?, Some(name))
        }
        None => {
            input::document_path(&path)?;
            let given = open_given(&path);
            let _: std::fs::File = given.map_err(|error: GivenError| Problem::from(vault::Error::from(error)))?;
            (Source::Path(path), None)
        }
    };
    let id = document(&id, context)?;
    context.session()?;
    let second = with.second(context)?;
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let new = NewVersion { source, file_name, why };
    let done = context.session()?.file_version_with(&id, &new, second.as_ref(), &mut |bytes| {
        bar.set_position(bytes);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    bar.finish_and_clear();
    let done = done?;
    let number = done.version.to_string();
    let mut text = context.say("version-filed", &[("reference", &done.reference), ("version", &number)]);
    text.push('\n');
    text.push_str(&warned(&done.warnings, context));
    let mut shown = json(&done)?;
    if let Some(fields) = shown.as_object_mut() {
        fields.insert("warnings".to_owned(), Value::from(warnings(&done.warnings, context)));
    }
    Ok(Shown::text(shown, text))
}

/// A version, as a line of a document's history lists it.
pub fn told(version: &VersionView, context: &Context) -> String {
    let number = version.number.to_string();
    let name = context.say("ui-version-number", &[("version", &number)]);
    let VersionView { file_name, media_type, size, blake3, .. } = version;
    let file_name = within(file_name);
    format!("    {name}: {file_name} ({media_type}, {size} B, BLAKE3 {blake3})\n")
}
