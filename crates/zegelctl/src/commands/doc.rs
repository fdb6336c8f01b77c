//! `doc`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Subcommand;
use serde_json::{Value, json};
use vault::{
    CopyError, DocumentFilter, DocumentId, DocumentRow, DossierId, Error, ExitClass, Flow, ListOf, Mine, NotSearched,
    Reason, TextLack,
};

use super::correct::{Correct, Relate};
use super::decide::{Ground, Relabel};
use super::explain::explained;
use super::filing::{self, Derive, File};
use super::look::{self, Look};
use super::note::Note;
use super::opening::{Opening, OwnPassword, take_out};
use super::pages::{Part, collect, cut, sorted};
use super::print::{self, Print};
use super::reference::document;
use super::version::Version;
use super::{attached, correct, decide, json, listed, note, saved, texts, typed_level, version, view, withdraw};
use crate::cli::{Force, Limit, MaybeOut, Out, TEXT, Text};
use crate::context::Context;
use crate::ids::known;
use crate::interrupt;
use crate::out::Failed;
use crate::problem::Problem;
use crate::shown::{Shown, within};

#[derive(Subcommand, Debug)]
pub enum Doc {
    /// Register documents.
    File(File),
    /// What is to be known of files before any of them is filed: kind, size, whether they can be read here, what is in the register already. Nothing is registered.
    Look(Look),
    /// Register a document that is made from others.
    Derive(Derive),
    /// Documents that one may see.
    List {
        /// Words of title, subject, reference or originator; with --in content, of the text inside documents.
        #[arg(long, short, value_name = TEXT, value_parser = Text)]
        query: Option<String>,
        /// Where the words are looked for. In content, the best hit comes first, each with the sentence around it, and other forms of
        /// a word are found as well.
        #[arg(long = "in", value_parser = ["titles", "content"], default_value = "titles")]
        within: String,
        /// Only of this level, by any of its names; by one that is of one policy alone (NATO RESTRICTED), only of that policy.
        #[arg(long)]
        level: Option<String>,
        /// Only of this dossier.
        #[arg(long)]
        dossier: Option<String>,
        /// Only of this day or later, by the document's own date.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        from: Option<NaiveDate>,
        /// Only of this day or earlier.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        to: Option<NaiveDate>,
        /// Only whose originator has this in the name.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        originator: Option<String>,
        /// Only of this kind, as its bytes say.
        #[arg(long, value_parser = ["pdf", "text", "picture", "office", "other"])]
        kind: Option<String>,
        /// Only those that one filed, or opened, oneself.
        #[arg(long, value_parser = ["filed", "opened"])]
        mine: Option<String>,
        /// Only those that were withdrawn, which are in no other list.
        #[arg(long)]
        withdrawn: bool,
        /// As this document: of its policy and level, in its dossier, from its originator. Nothing else is filtered by then.
        #[arg(long, value_name = "DOCUMENT", conflicts_with_all =
            ["query", "within", "level", "dossier", "from", "to", "originator", "kind", "mine", "withdrawn", "view"])]
        like: Option<String>,
        /// In what order; else the latest filed first.
        #[arg(long, value_name = "filed|date|title|level|reference|originator|dossier[:desc]")]
        sort: Option<String>,
        /// What is kept under this name: its words, filters and order. Nothing else is filtered by then.
        #[arg(long, value_name = TEXT, value_parser = Text,
            conflicts_with_all =
                ["query", "within", "level", "dossier", "from", "to", "originator", "kind", "mine", "withdrawn"])]
        view: Option<String>,
        /// Keep these words, filters and this order under a name, for oneself alone.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        save_as: Option<String>,
        /// Keep it in the place of what is kept under that name.
        #[arg(long, requires = "save_as")]
        force: bool,
        /// How many rows at most.
        #[arg(long, value_name = "N|all", default_value = "100")]
        limit: Limit,
        /// The `next` of the page before, in the same order.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
    },
    /// Documents that one opened oneself and may still see, the last first: as the log says, and nothing else remembers it.
    Recent {
        /// How many rows at most, or `all` of them.
        #[arg(long, value_name = "N|all", default_value = "20")]
        limit: Limit,
        /// The `next` of the rows before.
        #[arg(long, value_name = "CURSOR")]
        after: Option<String>,
    },
    /// The filters and orders that one keeps for `doc list --view`.
    Views {
        /// Keep this one no more.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        remove: Option<String>,
    },
    /// Read the texts that wait: of scans that were filed with --text-later or in the window, and of documents at which nobody looked when they were filed. Each is opened for that, which is recorded.
    Texts,
    /// What the register says of a document, its history, and whether one may open it.
    Show {
        /// The document: its id, or its reference.
        id: String,
    },
    /// Put right its title, its subject, its originator, its date, the reference of its paper original, or its dossier; what was written before stays in its history.
    Correct(Correct),
    /// Say what it is to another document, or take that away; both show it to those who may see both.
    Relate(Relate),
    /// File another version: a new file under the same reference; the one before stays, and can be opened.
    Version(Version),
    /// Write a note on it, for those who may read it: it stands in its history.
    Note(Note),
    /// Withdraw what should not have been filed: nobody opens it any more; entry, reference and history stay.
    Withdraw {
        /// The document: its id, or its reference.
        id: String,
        /// Why it should not be there, for those who answer and for the log.
        #[arg(long, value_name = TEXT, value_parser = Text)]
        why: String,
    },
    /// What became of it: filed, put right, marked otherwise, with what was written before. Who opened and released it, and why, stands in
    /// `doc show`.
    History {
        /// The document: its id, or its reference.
        id: String,
        /// In what order; else as it happened.
        #[arg(long, value_name = "filed|officer|kind[:desc]")]
        sort: Option<String>,
    },
    /// What it is to other documents and they to it, as far as one may see those: answers, cancels, replaces, attachment to.
    Relations {
        /// The document: its id, or its reference.
        id: String,
        /// In what order; else by what they are to each other.
        #[arg(long, value_name = "kind|level|reference|title[:desc]")]
        sort: Option<String>,
    },
    /// Decrypt, after deciding and recording.
    Open {
        #[command(flatten)]
        opening: Opening,
        /// Not the document: one of the files that it brings with it, as `doc attachments` numbers them.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        attachment: Option<u32>,
        #[command(flatten)]
        out: Out,
    },
    /// What a document brings with it, as the files of a mail, after deciding and recording: number, name, size, and the page at which
    /// each is shown.
    Attachments {
        #[command(flatten)]
        opening: Opening,
    },
    /// The marked pages as PNG, after deciding and recording, and what could not be drawn on each.
    Pages {
        #[command(flatten)]
        opening: Opening,
        /// A folder, made where there is none; its files are `page-0001.png` and so on.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
        /// `3`, `1-3` or `5-`; of a range past the end, what there is. Else all.
        #[arg(long, value_name = "PAGES")]
        pages: Option<String>,
        /// Of a page in pixels, from 64 to 4000.
        #[arg(long, value_name = "PX", default_value_t = 1200, value_parser = clap::value_parser!(u32).range(64..=4000))]
        width: u32,
        #[command(flatten)]
        own: OwnPassword,
    },
    /// Copies on paper, on a printer of the list: decided and recorded by itself, with the marking, who and when, and the number of
    /// the copy on every page.
    Print(Print),
    /// What can be read in it, after deciding and recording.
    Text {
        #[command(flatten)]
        opening: Opening,
        /// A new file, which nobody else may read; `-`, or nothing, is standard output. Devices and pipes are written to.
        #[arg(long, value_name = "PATH", default_value = "-")]
        out: PathBuf,
        #[command(flatten)]
        force: Force,
        #[command(flatten)]
        own: OwnPassword,
    },
    /// The ADatP-4774 label as XML.
    Label {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        out: MaybeOut,
    },
    /// Change its marking: lower, raise or lift its classification, or give it other categories.
    Relabel(Relabel),
    /// Lift its classification.
    Declassify {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        ground: Ground,
    },
    /// Keep it classified as it is.
    Maintain {
        /// The document: its id, or its reference.
        id: String,
        #[command(flatten)]
        ground: Ground,
        /// By when it is looked at again; else ten years from now.
        #[arg(long, value_name = "DATE", value_parser = vault::written_day)]
        next: Option<NaiveDate>,
    },
    /// Note that a recipient was told how it is marked now.
    Notified {
        /// The document: its id, or its reference.
        id: String,
        /// Id of the partner that was told.
        #[arg(long)]
        partner: String,
    },
}

/// What one opened oneself, from the row after that of a document on.
fn recent(limit: Limit, after: Option<&str>, context: &mut Context) -> Result<Shown, Problem> {
    let gone = |typed: &str| Error::NotFound { kind: "document", name: typed.to_owned() };
    let after = after.map(|typed| DocumentId::parse(typed).map_err(|_| gone(typed))).transpose()?;
    let wanted = match limit {
        Limit::All => usize::MAX,
        Limit::Rows(rows) => rows,
    };
    // One more, which says that there are more; how many in all, nobody counts.
    let mut opened = context.session()?.opened_after(after.as_ref(), wanted.saturating_add(1))?;
    let more = wanted < opened.len();
    opened.truncate(wanted);
    let next = opened.last().filter(|_| more).map(|last| last.id.to_string());
    let all = Part { rows: opened, next, total: None, lacks: None };
    let (head, rows) = table(&all.rows, context);
    let shown = json!({ "documents": all.rows, "next": all.next });
    let cut = cut(&all, context);
    Ok(Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut))
}

pub fn run(doc: Doc, context: &mut Context) -> Result<Shown, Problem> {
    match doc {
        Doc::File(file) => match &file.list {
            Some(list) => listed::file(list, &file, context),
            None => filing::file_documents(file, context),
        },
        Doc::Look(files) => look::look(&files, context),
        Doc::Derive(derive) => super::guide::derive(derive, context),
        Doc::List {
            query,
            within,
            level: typed,
            dossier,
            from,
            to,
            originator,
            kind,
            mine,
            withdrawn,
            like,
            sort,
            view,
            save_as,
            force,
            limit,
            after,
        } => {
            let inside = within == "content";
            // Of hits there is one order.
            if inside && sort.is_some() {
                return Err(Problem::usage("unused_option").with("option", "--sort").with("action", "--in content"));
            }
            let order = sort.as_deref().map(|sort| sorted(sort, ListOf::Documents)).transpose()?;
            let asked = typed.as_deref().map(typed_level).transpose()?;
            let typed = DocumentFilter {
                query,
                inside,
                level: asked.as_ref().map(|typed| typed.level),
                policy: asked.and_then(|typed| typed.policy),
                dossier: dossier.as_deref().map(known::<DossierId>).transpose()?,
                from,
                to,
                originator,
                kind,
                mine: mine.as_deref().map(|mine| if mine == "filed" { Mine::Filed } else { Mine::Opened }),
                withdrawn,
                sort: order.unwrap_or_default(),
                ..DocumentFilter::default()
            };
            let filter = match (view, like) {
                (Some(name), _) => {
                    let kept = context.session()?.saved_view(&name)?.filter;
                    DocumentFilter { sort: order.unwrap_or(kept.sort), ..kept }
                }
                (None, Some(like)) => {
                    let like = document(&like, context)?;
                    DocumentFilter { sort: order.unwrap_or_default(), ..context.session()?.filter_like(&like)? }
                }
                (None, None) => typed,
            };
            let inside = filter.inside;
            if let Some(name) = save_as {
                saved::keep(&name, &filter, force, context)?;
            }
            if inside {
                read_texts(context)?;
            }
            let by_title = filter.query.is_some() && !inside;
            let session = if by_title { context.session_to_search() } else { context.session() }?;
            let mut all =
                collect(limit, after, |limit, after| session.list(&DocumentFilter { limit, after, ..filter.clone() }))?;
            let not_searched = if inside { session.not_searched(&filter)? } else { Vec::new() };
            if inside {
                let altered = altered(&all, &filter, context)?;
                return Ok(hits(&all, (&not_searched, &altered), filter.query.as_deref(), context));
            }
            let (head, rows) = table(&all.rows, context);
            let shown = json!({"documents": all.rows, "next": all.next, "total": all.total});
            let cut = cut(&all, context);
            let shown = Shown::table(shown, head, rows, context.say("cli-none", &[])).noted(cut);
            let found = filter.query.as_deref().is_none_or(vault::can_be_found);
            // A list without anything in it is soon taken for a register without it.
            let nothing = (!found).then(|| Reason::new("no_word"));
            let news: Vec<Reason> = all.lacks.take().into_iter().chain(nothing).collect();
            let shown = if found { super::lacking(shown, all.rows.is_empty(), context)? } else { shown };
            Ok(if news.is_empty() { shown } else { shown.with_news(Some(news), context) })
        }
        Doc::Recent { limit, after } => recent(limit, after.as_deref(), context),
        Doc::Views { remove } => saved::views(remove.as_deref(), context),
        Doc::Texts => texts::read(context),
        Doc::Show { id } => show(&id, context),
        Doc::Correct(right) => correct::correct(right, context),
        Doc::Relate(new) => correct::relate(new, context),
        Doc::Version(new) => version::file(new, context),
        Doc::Note(one) => note::note(one, context),
        Doc::Withdraw { id, why } => withdraw::withdraw(&id, &why, context),
        Doc::History { id, sort } => correct::history(&id, sort.as_deref(), context),
        Doc::Relations { id, sort } => correct::relations(&id, sort.as_deref(), context),
        Doc::Open { opening, attachment: None, out } => open(&opening, &out, context),
        Doc::Open { opening, attachment: Some(number), out } => {
            attached::open(&opening.what(None), number, &out, context)
        }
        Doc::Attachments { opening } => attached::list(&opening.what(None), context),
        Doc::Pages { opening, out, force, pages, width, own } => {
            view::pages(&opening.what(Some(&own)), (&out, &force), pages.as_deref(), width, context)
        }
        Doc::Print(print) => print::print(&print, context),
        Doc::Text { opening, out, force, own } => view::text(&opening.what(Some(&own)), (&out, &force), context),
        Doc::Label { id, out } => {
            let id = document(&id, context)?;
            let view = context.session()?.document(&id)?;
            view.require_sheet()?;
            let label = view.label_xml;
            context.put(&out, label, |label| json!({"id": id, "label": label}))
        }
        Doc::Relabel(relabel) => decide::relabel(&relabel, context),
        Doc::Declassify { id, ground } => decide::declassify(&id, &ground, context),
        Doc::Maintain { id, ground, next } => decide::maintain(&id, &ground, next, context),
        Doc::Notified { id, partner } => decide::notified(&id, &partner, context),
    }
}

/// As lines of the register.
fn table(documents: &[DocumentRow], context: &Context) -> (Vec<String>, Vec<Vec<String>>) {
    let row = |one: &DocumentRow| {
        vec![
            one.reference.clone(),
            one.banner.text.clone(),
            title(one, context),
            one.originator.clone(),
            one.date.to_string(),
            one.dossier.to_string(),
            one.id.to_string(),
        ]
    };
    let head = context.head(&["reference", "marking", "title", "originator", "date", "dossier", "id"]);
    (head, documents.iter().map(row).collect())
}

/// What is not in the index yet of the words inside documents is put there before anyone looks for one.
fn read_texts(context: &mut Context) -> Result<(), Problem> {
    context.session()?;
    let bar = context.bar(0);
    let _by_pieces = interrupt::by_pieces();
    let read = context.session()?.read_texts(&mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        if interrupt::asked() { Flow::Stop } else { Flow::Continue }
    });
    bar.finish_and_clear();
    match read {
        // What could not be kept waits, and is counted with what is not searched.
        Ok(()) | Err(vault::Error::DiskFull | vault::Error::Busy | vault::Error::ReadOnly | vault::Error::Offline) => {
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// The references of documents whose kept text is gone or was altered: those that are not searched for it, and those that were found
/// by what the index has of it.
fn altered(
    all: &Part<DocumentRow>,
    filter: &DocumentFilter,
    context: &mut Context,
) -> Result<Vec<(String, TextLack)>, Problem> {
    let session = context.session()?;
    let mut altered = session.texts_altered(filter)?;
    let found = all.rows.iter().filter(|row| row.hit.is_none() && !row.sealed);
    altered.extend(found.filter_map(|row| Some((row.reference.clone(), session.text_lost(&row.id)?))));
    Ok(altered)
}

/// Documents that were found by their text, each with the sentence; what was not searched; and whose texts were altered, by which
/// the status says it as well.
fn hits(
    all: &Part<DocumentRow>,
    (not_searched, altered): (&[NotSearched], &[(String, TextLack)]),
    typed: Option<&str>,
    context: &Context,
) -> Shown {
    let row = |d: &DocumentRow| {
        let hit = d.hit.as_ref().map_or(String::new(), |hit| {
            let sentence = format!("{}{}{}", hit.before, hit.found, hit.after);
            match hit.page {
                Some(page) => context.say("cli-hit-on-page", &[("page", &page.to_string()), ("sentence", &sentence)]),
                None => sentence,
            }
        });
        vec![d.reference.clone(), d.banner.text.clone(), title(d, context), d.id.to_string(), hit]
    };
    let rows: Vec<Vec<String>> = all.rows.iter().map(row).collect();
    let mut note = cut(all, context);
    if !not_searched.is_empty() {
        note.push_str(&format!("{}\n", context.say("cli-not-searched", &[])));
    }
    for NotSearched { why, documents } in not_searched {
        note.push_str(&format!("  {documents}  {}\n", context.say(&format!("text-lack-{why}"), &[])));
    }
    let without = all.rows.iter().filter(|row| row.hit.is_none()).count();
    if without > 0 {
        note.push_str(&format!("{}\n", context.say("cli-without-sentence", &[("n", &without.to_string())])));
    }
    if !altered.is_empty() {
        note.push_str(&format!("{}\n", context.say("cli-texts-altered", &[])));
    }
    for (reference, why) in altered {
        note.push_str(&format!("  ✗ {reference}  {}\n", context.say(&format!("text-lack-{}", why.code()), &[])));
    }
    let named: Vec<Value> =
        altered.iter().map(|(reference, why)| json!({"reference": reference, "why": why.code()})).collect();
    let head = context.head(&["reference", "marking", "title", "id", "hit"]);
    let json = json!({
        "documents": all.rows, "next": all.next, "total": all.total, "not_searched": not_searched,
        "altered": named, "without_sentence": without,
    });
    let none = context.say("cli-none", &[]);
    let shown = match rows.is_empty() {
        true => Shown::text(json, format!("{none}\n{note}")),
        false => Shown::table(json, head, rows, none).noted(note),
    };
    let found = typed.is_none_or(vault::can_be_found);
    let shown = if found { shown } else { shown.with_news(Some(vec![Reason::new("no_word")]), context) };
    if altered.is_empty() { shown } else { Shown { exit: ExitClass::Integrity as u8, ..shown } }
}

/// Its title; of what two open, that it is so.
fn title(row: &DocumentRow, context: &Context) -> String {
    if row.sealed { context.say("ui-sealed-title", &[]) } else { row.title.clone() }
}

fn show(typed: &str, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(typed, context)?;
    let view = context.session()?.document(&id)?;
    let title = title(&view.row, context);
    let (title, subject) = (within(&title), within(&view.subject));
    let mut text = format!("{}\n{}\n{title}\n\n{subject}\n", view.row.banner.text, view.row.reference);
    let file = format!("{} ({}, {} B)", view.file_name, view.media_type, view.size);
    let (version, versions) = (view.version.to_string(), view.versions.to_string());
    let version = context.say("ui-version-of", &[("version", &version), ("versions", &versions)]);
    for (column, value, on_its_sheet) in [
        ("id", view.row.id.to_string(), false),
        ("originator", view.row.originator.clone(), true),
        ("date", context.day(view.row.date), true),
        ("paper", view.paper.clone(), true),
        ("dossier", view.row.dossier.to_string(), false),
        ("file", file, true),
        ("version", version, true),
        ("text", texts::of_text(&view.text, context), true),
        ("filed", format!("{} ({})", context.moment(view.filed), view.filed_by), false),
    ] {
        if on_its_sheet && view.row.sealed {
            continue;
        }
        text.push_str(&format!("{}: {}\n", context.say(&format!("cli-col-{column}"), &[]), within(&value)));
    }
    for (column, values) in [
        ("topics", view.topics.clone()),
        ("motive", view.motive.iter().cloned().collect()),
        ("sources", view.sources.iter().map(|s| format!("{} ({})", s.reference, s.banner.text)).collect()),
        ("also-of", view.also_of.clone()),
        ("still-of", view.still_of.clone()),
    ] {
        if !values.is_empty() {
            let values = values.join(", ");
            text.push_str(&format!("{}: {}\n", context.say(&format!("cli-col-{column}"), &[]), within(&values)));
        }
    }
    for related in &view.relations {
        text.push_str(&correct::related(related, context));
    }
    for equivalent in &view.equivalents {
        text.push_str(&format!("≈ {}: {}\n", equivalent.policy, equivalent.text));
    }
    for row in &view.history {
        text.push_str(&correct::told(row, context));
    }
    text.push_str(&explained(&view.explanation, context));
    Ok(Shown::text(json(&view)?, text))
}

fn open(opening: &Opening, out: &Out, context: &mut Context) -> Result<Shown, Problem> {
    let id = document(&opening.id, context)?;
    // Before anything is recorded: a place that cannot be written to is no reason to say that the document was read.
    let place = context.place(&out.out, &out.force)?;
    let second = opening.with.second(context)?;
    let version = opening.which.number;
    let mut opened = context.session()?.open_document_with(&id, version, &opening.purpose, second.as_ref())?;
    drop(second);
    // Who reads what does not count any more should know it.
    let news = Some(context.session()?.superseded(std::slice::from_ref(&id))?);
    let shown = take_out(place, out, json!({"id": id}), context, |into| {
        opened.copy_to_file(into).map_err(|error| match error {
            CopyError::Document(error) => Failed::Source(error.into()),
            CopyError::Destination(error) => Failed::Destination(error),
        })
    })?;
    Ok(shown.with_news(news, context))
}
