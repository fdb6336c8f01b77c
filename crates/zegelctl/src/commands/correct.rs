//! `doc correct` and `doc history`: putting right what is written of what was filed.

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Args};
use serde_json::{Value, json};
use vault::{
    Correction, DossierId, FieldChange, HistoryRow, InOrder, Orders, PrintedCopies, RelatedView, Relating,
    RelationKind, title_key,
};

use super::pages::{in_order, ordered};
use super::reference::document;
use super::with::With;
use super::{decide, json, version, warned, warnings};
use crate::cli::{TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::problem::Problem;
use crate::shown::{Shown, within};

#[derive(Args, Debug)]
#[command(group = ArgGroup::new("right").args(["title", "subject", "originator", "date", "paper", "dossier"]).required(true).multiple(true))]
pub struct Correct {
    /// The document: its id, or its reference.
    pub id: String,
    /// As it should read.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub title: Option<String>,
    /// What it is about; empty for nothing.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub subject: Option<String>,
    /// Where it came from; empty for this service.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub originator: Option<String>,
    /// The document's own date.
    #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
    pub date: Option<NaiveDate>,
    /// The reference of its paper original; empty for none.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub paper: Option<String>,
    /// The dossier that it belongs into, with its marking: an entry of its own, and another reference.
    #[arg(long, conflicts_with_all = ["title", "subject", "originator", "date", "paper"])]
    pub dossier: Option<String>,
    /// What was wrong, for the document's history.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
    #[command(flatten)]
    with: With,
}

#[derive(Args, Debug)]
pub struct Relate {
    /// The document: its id, or its reference.
    pub id: String,
    /// The other one: its id, or its reference.
    #[arg(long, value_name = "ID")]
    pub to: String,
    /// What the first is to it.
    #[arg(long, value_name = "RELATION", value_parser = PossibleValuesParser::new(RelationKind::ALL.map(RelationKind::code)))]
    pub is: String,
    /// It is so no longer, or never was.
    #[arg(long)]
    pub remove: bool,
    /// Why, for the document's history.
    #[arg(long, value_name = TEXT, value_parser = Text)]
    pub why: String,
    #[command(flatten)]
    with: With,
}

pub fn relate(Relate { id, to, is, remove, why, with }: Relate, context: &mut Context) -> Result<Shown, Problem> {
    let (id, to) = (document(&id, context)?, document(&to, context)?);
    let is = RelationKind::parse(&is).expect("one of the possible values");
    let relating = if remove { Relating::Remove } else { Relating::Enter };
    let second = with.second(context)?;
    let done = context.session()?.relate_with(&id, (is, &to), relating, &why, second.as_ref())?;
    let mut text = context.say("cli-corrected", &[("reference", &done.reference)]);
    text.push('\n');
    done.changes.iter().for_each(|change| text.push_str(&line(change, context)));
    Ok(Shown::text(json(&done)?, text))
}

/// Another document that a document has to do with.
pub fn related(related: &RelatedView, context: &Context) -> String {
    let document = &related.document;
    format!("{}: {} ({})\n", is(related, context), document.reference, document.banner.text)
}

/// What the one is to the other, in the language.
fn is(RelatedView { relation, own, .. }: &RelatedView, context: &Context) -> String {
    let side = if *own { "" } else { "-of" };
    context.say(&format!("relation-{relation}{side}"), &[])
}

/// What the relations of a document can be in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RelationOrder {
    /// What the one is to the other, as it is called in the language.
    Kind,
    Level,
    Reference,
    Title,
}

impl Orders for RelationOrder {
    const ALL: &'static [RelationOrder] =
        &[RelationOrder::Kind, RelationOrder::Level, RelationOrder::Reference, RelationOrder::Title];

    fn as_str(self) -> &'static str {
        match self {
            RelationOrder::Kind => "kind",
            RelationOrder::Level => "level",
            RelationOrder::Reference => "reference",
            RelationOrder::Title => "title",
        }
    }
}

/// What a document is to others and others to it, as far as one may see those.
pub fn relations(typed: &str, sort: Option<&str>, context: &mut Context) -> Result<Shown, Problem> {
    let InOrder { by, descending } = in_order(sort, InOrder { by: RelationOrder::Kind, descending: false })?;
    let id = document(typed, context)?;
    let all = context.session()?.document(&id)?.relations;
    let all = match by {
        RelationOrder::Kind => ordered(all, descending, |one| Some(label::fold(&is(one, context)))),
        RelationOrder::Level => ordered(all, descending, |one| Some(one.document.banner.level)),
        RelationOrder::Reference => ordered(all, descending, |one| Some(title_key(&one.document.reference))),
        // What two open has none that everybody may know.
        RelationOrder::Title => {
            ordered(all, descending, |one| Some(title_key(&one.document.title)).filter(|title| !title.is_empty()))
        }
    };
    let row = |one: &RelatedView| {
        let document = &one.document;
        vec![
            is(one, context),
            document.banner.text.clone(),
            document.reference.clone(),
            document.title.clone(),
            document.id.to_string(),
        ]
    };
    let rows = all.iter().map(row).collect();
    let head = context.head(&["relation", "marking", "reference", "title", "id"]);
    let json = json!({ "id": id, "relations": json(&all)? });
    Ok(Shown::table(json, head, rows, context.say("cli-none", &[])))
}

pub fn correct(correct: Correct, context: &mut Context) -> Result<Shown, Problem> {
    let Correct { id, title, subject, originator, date, paper, dossier, why, with } = correct;
    let dossier = dossier.as_deref().map(known::<DossierId>).transpose()?;
    let id = document(&id, context)?;
    let correction = Correction { title, subject, originator, date, paper, dossier, why };
    let second = with.second(context)?;
    let done = context.session()?.correct_with(&id, &correction, second.as_ref())?;
    let mut text = context.say("cli-corrected", &[("reference", &done.reference)]);
    text.push('\n');
    done.changes.iter().for_each(|change| text.push_str(&line(change, context)));
    text.push_str(&warned(&done.warnings, context));
    let mut shown = json(&done)?;
    if let Some(fields) = shown.as_object_mut() {
        fields.insert("warnings".to_owned(), Value::from(warnings(&done.warnings, context)));
    }
    Ok(Shown::text(shown, text))
}

/// What the history of a document can be in the order of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HistoryOrder {
    /// When it happened.
    Filed,
    Officer,
    /// What was done, as it is called in the language.
    Kind,
}

impl Orders for HistoryOrder {
    const ALL: &'static [HistoryOrder] = &[HistoryOrder::Filed, HistoryOrder::Officer, HistoryOrder::Kind];

    fn as_str(self) -> &'static str {
        match self {
            HistoryOrder::Filed => "filed",
            HistoryOrder::Officer => "officer",
            HistoryOrder::Kind => "kind",
        }
    }
}

pub fn history(typed: &str, sort: Option<&str>, context: &mut Context) -> Result<Shown, Problem> {
    let InOrder { by, descending } = in_order(sort, InOrder { by: HistoryOrder::Filed, descending: false })?;
    let id = document(typed, context)?;
    let history: Vec<(usize, HistoryRow)> = context.session()?.history(&id)?.into_iter().enumerate().collect();
    let history = match by {
        // What happened in one moment stays in its order, and turns with the others.
        HistoryOrder::Filed => ordered(history, descending, |(place, _)| Some(*place)),
        HistoryOrder::Officer => ordered(history, descending, |(_, row)| Some(row.officer.to_string())),
        HistoryOrder::Kind => ordered(history, descending, |(_, row)| Some(label::fold(&acted(row, context)))),
    };
    let history: Vec<HistoryRow> = history.into_iter().map(|(_, row)| row).collect();
    let text = history.iter().map(|row| told(row, context)).collect::<String>();
    Ok(Shown::text(json!({ "id": id, "history": json(&history)? }), text))
}

/// What was done, in the language.
fn acted(row: &HistoryRow, context: &Context) -> String {
    context.say(&format!("ui-act-{}", row.action), &[])
}

/// A line of the consultation sheet, and below it what was put right by it.
pub fn told(row: &HistoryRow, context: &Context) -> String {
    let action = acted(row, context);
    let mut text = format!("{}  {}  {action}  {}\n", context.moment(row.at), row.officer, within(&row.purpose));
    row.changes.iter().for_each(|change| text.push_str(&line(change, context)));
    row.consent.iter().for_each(|consent| {
        let said = decide::consented(consent, context);
        text.push_str(&format!("    {}\n", context.say("ui-history-consent", &[("consent", &said)])));
    });
    row.printed.iter().for_each(|PrintedCopies { numbers, printer }| {
        let said = context.say("ui-history-copies", &[("numbers", numbers.as_str()), ("printer", printer.as_str())]);
        text.push_str(&format!("    {said}\n"));
    });
    row.version.iter().for_each(|version| text.push_str(&version::told(version, context)));
    text
}

fn line(FieldChange { field, was, now }: &FieldChange, context: &Context) -> String {
    // A dossier without an id is one that this officer may not know of.
    let hidden = || if field == "dossier" { context.say("history-dossier-hidden", &[]) } else { "—".to_owned() };
    let shown = |value: &str| if value.is_empty() { hidden() } else { value.replace('\n', " ") };
    let shown = |value: &str| match vault::written_day(value) {
        Ok(day) if field == "date" => context.day(day),
        Ok(_) | Err(_) => shown(value),
    };
    let (was, now) = (shown(was), shown(now));
    let field = context.say(&format!("ui-field-{field}"), &[]);
    format!("    {field}: {was} → {now}\n")
}
