//! `doc note`: a note on a document, under its marking.

use clap::Args;
use serde_json::json;

use super::reference::document;
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Note {
    /// The document: its id, or its reference.
    pub id: String,
    /// What it says, for those who may read the document.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub text: String,
}

pub fn note(Note { id, text }: Note, context: &mut Context) -> Result<Shown, Problem> {
    let document = document(&id, context)?;
    context.session()?.note_on(&document, &text)?;
    let said = context.say("cli-noted", &[("id", &id)]);
    Ok(Shown::text(json!({ "id": document, "noted": true }), said))
}
