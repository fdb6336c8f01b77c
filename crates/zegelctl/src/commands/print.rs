//! `doc print`: copies on paper, on a printer of the list.

use clap::Args;
use reading::{Form, InView, PrintError, ToPrint};
use serde_json::json;
use vault::{ExitClass, PrinterName};

use super::opening::OwnPassword;
use super::reference::document;
use super::version::Which;
use super::view::{self, What};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::interrupt;
use crate::problem::Problem;
use crate::shown::Shown;

#[derive(Args, Debug)]
pub struct Print {
    /// The document: its id, or its reference.
    id: String,
    /// A printer of the list: `printer list`.
    #[arg(long)]
    printer: String,
    /// What it is printed for, for the log and the document's history.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    purpose: String,
    #[command(flatten)]
    which: Which,
    /// `3`, `1-3` or `5-`; of a range past the end, what there is. Else all.
    #[arg(long, value_name = "PAGES")]
    pages: Option<String>,
    /// How many, from 1 to 99: each has its number on every page.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=99))]
    copies: u32,
    #[command(flatten)]
    own: OwnPassword,
}

pub fn print(print: &Print, context: &mut Context) -> Result<Shown, Problem> {
    let printer: PrinterName = known(&print.printer)?;
    let pages = print.pages.as_deref().map(view::range).transpose()?.map(|(first, last)| first..=last);
    // Before the document is opened: where nothing can be handed over, or may be printed, it is not said to be read.
    reading::require_spooler()?;
    let id = document(&print.id, context)?;
    context.session()?.require_print(&id, &printer)?;
    let what = What {
        id: &print.id,
        purpose: &print.purpose,
        version: print.which.number,
        with: None,
        password_file: print.own.document_password_file.as_deref(),
    };
    let InView { about, document: mut open, .. } = view::open(&what, Form::LaidOut, context)?;
    let asked = ToPrint { about: &about, printer: &printer, pages, copies: print.copies, purpose: &print.purpose };
    let lang = context.lang;
    let job = reading::print(context.session()?, &open, &asked, lang)?;
    let _by_pieces = interrupt::by_pieces();
    let draw = |page, stamp: &viewer::Stamp| reading::drawn(&mut open, page, stamp).map_err(PrintError::from);
    job.hand_over(draw, || !interrupt::asked())?;
    let (first, last) = (job.copies().start().to_string(), job.copies().end().to_string());
    let text = context.say(
        "cli-printed",
        &[
            ("printer", job.printer().as_str()),
            ("copies", &print.copies.to_string()),
            ("first", &first),
            ("last", &last),
        ],
    );
    let json = json!(job.view());
    let superseded = context.session()?.superseded(std::slice::from_ref(&id))?;
    Ok(Shown::text(json, text).with_news(Some(superseded), context))
}

impl From<PrintError> for Problem {
    fn from(error: PrintError) -> Problem {
        match error {
            PrintError::Vault(error) => error.into(),
            PrintError::View(error) => error.into(),
            other @ (PrintError::NoSpooler
            | PrintError::NoSuchPages { .. }
            | PrintError::NotTaken { .. }
            | PrintError::Stopped { .. }) => {
                let problem = Problem::new(other.code(), ExitClass::Failed);
                other.params().into_iter().fold(problem, |told, (name, value)| told.with(name, value))
            }
        }
    }
}
