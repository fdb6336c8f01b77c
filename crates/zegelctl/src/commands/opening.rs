//! What commands take that open a document, and how what they take out of it leaves.

use std::fs::File;
use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use super::version::Which;
use super::view::What;
use super::with::With;
use crate::cli::{Out, TEXT, Text};
use crate::context::Context;
use crate::out::{Failed, Place, Written};
use crate::problem::Problem;
use crate::shown::{Human, Shown};

// Which document, and what for; a comment for the help would stand there as the command.
#[derive(Args, Debug)]
pub struct Opening {
    /// The document: its id, or its reference.
    pub id: String,
    /// What it is opened for, for the log and the document's history.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub purpose: String,
    #[command(flatten)]
    pub which: Which,
    #[command(flatten)]
    pub with: With,
}

// The password that the document itself has; a comment for the help would stand there as the command.
#[derive(Args, Debug)]
pub struct OwnPassword {
    /// A file, which nobody else may read, with the password of the document itself on its first line; `-` is standard input.
    #[arg(long, value_name = "PATH")]
    pub document_password_file: Option<PathBuf>,
}

impl Opening {
    /// Without a password where the document has none of its own, or where nothing is read of it that one would keep.
    pub fn what<'w>(&'w self, own: Option<&'w OwnPassword>) -> What<'w> {
        let Opening { id, purpose, which, with } = self;
        let password_file = own.and_then(|own| own.document_password_file.as_deref());
        What { id, purpose, version: which.number, with: Some(with), password_file }
    }
}

/// Writes what `write` has to the place that was found for it, and says so: `of` what it is, where it lies, how many bytes. On
/// standard output nothing is said.
///
/// # Errors
/// As [`Place::fill`].
pub fn take_out(
    place: Place,
    out: &Out,
    mut of: Value,
    context: &Context,
    write: impl FnOnce(&File) -> Result<u64, Failed>,
) -> Result<Shown, Problem> {
    let stdout = place.is_stdout();
    let written = place.fill(write)?;
    if stdout {
        return Ok(Shown { json: Value::Null, human: Human::Nothing, exit: 0 });
    }
    let path = out.out.display().to_string();
    let (bytes, human) = match written {
        Written::Whole(bytes) => {
            let text = context.say("cli-opened", &[("path", &path), ("bytes", &bytes.to_string())]);
            (Some(bytes), Human::Text(text))
        }
        Written::Left => (None, Human::Nothing),
    };
    if let Some(fields) = of.as_object_mut() {
        fields.insert("out".to_owned(), Value::from(path));
        fields.insert("bytes".to_owned(), Value::from(bytes));
        fields.insert("whole".to_owned(), Value::from(bytes.is_some()));
    }
    Ok(Shown { json: of, human, exit: 0 })
}
