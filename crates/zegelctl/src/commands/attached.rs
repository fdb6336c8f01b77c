//! `doc attachments` and `doc open --attachment`: what a document brings with it, each file by itself.

use std::io::Write as _;

use reading::{AttachmentView, Form, InView};
use serde_json::json;
use vault::ExitClass;

use super::opening::take_out;
use super::view::{self, What};
use crate::cli::Out;
use crate::context::Context;
use crate::out::Failed;
use crate::problem::Problem;
use crate::said;
use crate::shown::Shown;

/// After deciding and recording, as their names are in the document.
///
/// # Errors
/// Those of opening it; a kind that cannot be read here.
pub fn list(what: &What<'_>, context: &mut Context) -> Result<Shown, Problem> {
    let InView { about, document: mut open, .. } = view::open(what, Form::TextAlone, context)?;
    let attachments = AttachmentView::of(&open.attachments()?);
    let row = |one: &AttachmentView| {
        let page = one.page.map(|page| page.to_string()).unwrap_or_default();
        vec![one.number.to_string(), one.name.clone(), said::size(context.lang, one.size), page]
    };
    let rows = attachments.iter().map(row).collect();
    let head = context.head(&["attachment", "file", "size", "page"]);
    let superseded = context.session()?.superseded(std::slice::from_ref(&about.row.id))?;
    let json = json!({"id": about.row.id, "version": about.version, "attachments": attachments});
    let empty = context.say("cli-no-attachments", &[]);
    Ok(Shown::table(json, head, rows, empty).with_news(Some(superseded), context))
}

/// Takes out one of them, from 1: decided and recorded as the document is.
///
/// # Errors
/// As [`list`]; `no_attachment`; what [`Out`] refuses.
pub fn open(what: &What<'_>, number: u32, out: &Out, context: &mut Context) -> Result<Shown, Problem> {
    // Before anything is recorded: a place that cannot be written to is no reason to say that the document was read.
    let place = context.place(&out.out, &out.force)?;
    let InView { about, document: mut open, .. } = view::open(what, Form::TextAlone, context)?;
    let attachments = AttachmentView::of(&open.attachments()?);
    let Some(one) = attachments.iter().find(|one| one.number == number) else {
        let (number, count) = (number.to_string(), attachments.len().to_string());
        return Err(Problem::new("no_attachment", ExitClass::Failed).with("number", number).with("count", count));
    };
    let file = open.attachment(number - 1)?;
    drop(open);
    let of = json!({"id": about.row.id, "attachment": number, "name": one.name});
    let shown = take_out(place, out, of, context, |mut into| match into.write_all(&file) {
        Ok(()) => Ok(file.len() as u64),
        Err(error) => Err(Failed::Destination(error)),
    })?;
    let news = Some(context.session()?.superseded(std::slice::from_ref(&about.row.id))?);
    Ok(shown.with_news(news, context))
}
