//! `doc pages` and `doc text`: what a person sees of a document at the screen, as files.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Read as _, Seek as _, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use reading::{Form, HeadingView, InView, MissingView, ToRead};
use serde::Serialize;
use serde_json::{Value, json};
use vault::{ExitClass, NewFile, Reason};
use viewer::frame::MOST_PAGES;
use viewer::{Heading, Lack, Missing, Stop, Viewer};
use words::Lang;

use super::reference::document;
use super::with::With;
use crate::cli::Force;
use crate::context::Context;
use crate::input;
use crate::interrupt;
use crate::out::{self, Failed, Place, Written};
use crate::problem::Problem;
use crate::shown::{Human, Shown, on_a_terminal};

/// Which document, why, and its own password.
pub struct What<'w> {
    pub id: &'w str,
    pub purpose: &'w str,
    /// From 1; none: the last.
    pub version: Option<u32>,
    /// None: nobody opens it as the second.
    pub with: Option<&'w With>,
    pub password_file: Option<&'w Path>,
}

/// How many files a sentence names.
const NAMED: usize = 20;

/// Pages that lie in the folder from before: they may be those of another document.
fn others(folder: &Path, written: &RangeInclusive<u32>) -> Vec<String> {
    let names = (1..=MOST_PAGES).filter(|number| !written.contains(number)).map(file_of);
    names.filter(|name| fs::symlink_metadata(folder.join(name)).is_ok()).collect()
}

fn file_of(number: u32) -> String {
    format!("page-{number:04}.png")
}

pub fn pages(
    what: &What<'_>,
    (into, force): (&Path, &Force),
    pages: Option<&str>,
    width: u32,
    context: &mut Context,
) -> Result<Shown, Problem> {
    let (first, last) = pages.map_or(Ok((1, u32::MAX)), range)?;
    // Before anything is recorded: a place that cannot be written to is no reason to say that the document was read.
    let _made = out::folder(into)?;
    let mut drawn = Drawn::begin(into)?;
    Place::look(&into.join(file_of(first)), force.force)?;
    let InView { about, document: mut open, stamp, .. } = open(what, Form::LaidOut, context)?;
    if first > open.page_count() {
        let count = open.page_count().to_string();
        return Err(Problem::new("no_pages", ExitClass::Failed).with("first", first.to_string()).with("pages", count));
    }
    let outline = open.outline()?;
    let mut shown = Vec::new();
    let mut text = String::new();
    let _by_pieces = interrupt::by_pieces();
    for number in first..=last.min(open.page_count()) {
        if interrupt::asked() {
            return Err(Problem::new("cancelled", ExitClass::Failed));
        }
        let page = open.render(number - 1, width, &stamp)?;
        let file = into.join(file_of(number));
        drawn.add(file.clone(), &page.png()?)?;
        let missing = said(&page.missing, context.lang);
        text.push_str(&format!("{}\n", file.display()));
        for item in &page.missing {
            text.push_str(&format!("  {}\n", word(item, context.lang)));
        }
        shown.push(json!({"number": number, "file": file.display().to_string(), "missing": missing}));
    }
    let numbers = first..=last.min(open.page_count());
    if interrupt::asked() {
        return Err(Problem::new("cancelled", ExitClass::Failed));
    }
    drawn.name(force)?;
    let place = into.display().to_string();
    text.push_str(&context.say("cli-pages-written", &[("path", &place), ("pages", &shown.len().to_string())]));
    // Pages that were asked for by number and that there are not, or that are not shown.
    let beyond = pages.is_some() && last != u32::MAX && last > open.page_count();
    let known = open.page_count().to_string();
    if beyond {
        text.push_str(&format!("\n{}", context.say("cli-pages-beyond", &[("pages", &known)])));
    }
    let others = if force.force { others(into, &numbers) } else { Vec::new() };
    if !others.is_empty() {
        let names = others.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
        let count = others.len().to_string();
        text.push_str(&format!("\n{}", context.say("cli-pages-others", &[("count", &count), ("names", &names)])));
    }
    if !open.complete() {
        text.push_str(&format!("\n{}", context.say("cli-pages-cut", &[("pages", &known)])));
    }
    text.push_str(&outlined(&outline, context));
    let whole = said(open.missing(), context.lang);
    let count = open.page_count();
    let json = json!({
        "id": about.row.id, "version": about.version, "out": place, "pages": shown, "count": count, "complete": open.complete(), "missing": whole,
        "beyond": beyond, "others": others, "outline": outline.iter().map(HeadingView::from).collect::<Vec<_>>(),
    });
    let superseded = context.session()?.superseded(std::slice::from_ref(&about.row.id))?;
    Ok(Shown::text(json, text).with_news(Some(superseded), context))
}

/// For a person: line by line under its own heading; empty where the document has none.
fn outlined(outline: &[Heading], context: &Context) -> String {
    if outline.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}", context.say("cli-pages-outline", &[]));
    for heading in outline {
        let within = "  ".repeat(usize::from(heading.depth) + 1);
        let page = heading.page.map(|page| context.say("cli-outline-page", &[("page", &(page + 1).to_string())]));
        text.push_str(format!("\n{within}{} {}", heading.title, page.unwrap_or_default()).trim_end());
    }
    text
}

pub fn text(what: &What<'_>, (out, force): (&Path, &Force), context: &mut Context) -> Result<Shown, Problem> {
    // Before anything is recorded: a place that cannot be written to is no reason to say that the document was read.
    let place = Place::find(out, force.force)?;
    let InView { about, document: mut open, .. } = open(what, Form::TextAlone, context)?;
    let mut text = String::new();
    // Scans take seconds a page.
    let _by_pieces = interrupt::by_pieces();
    // That there are no pages for all of it is nothing that the text lacks: its last page says whether it goes on.
    let whole: Vec<Missing> = open.missing().iter().filter(|item| item.lack != Lack::TooLong).cloned().collect();
    let mut lacks = Lacks { all: whole.clone(), pages: Vec::new() };
    for page in 0..open.page_count() {
        if interrupt::asked() {
            return Err(Problem::new("cancelled", ExitClass::Failed));
        }
        let mut more = open.text(page)?;
        if let Some(scan) = open.scan(page, &mut more) {
            scan.read_into(&mut more);
        }
        // What was broken off is nothing that the page lacks.
        if interrupt::asked() {
            return Err(Problem::new("cancelled", ExitClass::Failed));
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&more.text);
        lacks.page(page, &whole, more.missing);
    }
    let complete = !lacks.all.iter().any(|item| item.lack == Lack::TooLong);
    let (missing, pages) = (said(&lacks.all, context.lang), lacks.pages(context));
    // An empty file is soon taken for a document without content: a scan has none, and says much.
    let none = text.trim().is_empty().then(|| Reason::new("no_text"));
    let superseded = context.session()?.superseded(std::slice::from_ref(&about.row.id))?;
    let none = Some(superseded.into_iter().chain(none).collect::<Vec<_>>());
    if place.is_stdout() {
        if context.common.json {
            let json = json!({
                "id": about.row.id, "text": text, "complete": complete, "missing": missing, "pages": pages,
            });
            return Ok(Shown { json, human: Human::Nothing, exit: 0 }.with_news(none, context));
        }
        let shown = text_for(&place, &text);
        let _: Written = place.put(shown.as_bytes())?;
        let mut stderr = io::stderr().lock();
        lacks.lines(&whole, context).iter().for_each(|line| drop(writeln!(stderr, "{line}")));
        return Ok(Shown { json: Value::Null, human: Human::Nothing, exit: 0 }.with_news(none, context));
    }
    let shown = text_for(&place, &text);
    let _: Written = place.put(shown.as_bytes())?;
    let place = out.display().to_string();
    let mut lines = context.say("cli-text-written", &[("path", &place)]);
    lacks.lines(&whole, context).iter().for_each(|line| lines.push_str(&format!("\n  {line}")));
    let json = json!({"id": about.row.id, "out": place, "complete": complete, "missing": missing, "pages": pages});
    Ok(Shown::text(json, lines).with_news(none, context))
}

/// A terminal obeys what it is shown: on it, nothing in a document is an order. Anywhere else the text stays as it is.
fn text_for<'t>(place: &Place, text: &'t str) -> Cow<'t, str> {
    if place.is_terminal() { Cow::Owned(on_a_terminal(text)) } else { Cow::Borrowed(text) }
}

/// What a text does not say of its document.
struct Lacks {
    /// Of the whole and of its pages, each once.
    all: Vec<Missing>,
    /// By page, from 0: those that lack something that not all of them lack.
    pages: Vec<(u32, Vec<Missing>)>,
}

impl Lacks {
    fn page(&mut self, page: u32, whole: &[Missing], missing: Vec<Missing>) {
        let own: Vec<Missing> = missing.into_iter().filter(|item| !whole.contains(item)).collect();
        for item in &own {
            let known = self.all.iter_mut().find(|known| known.lack == item.lack && known.name == item.name);
            match known {
                Some(known) => known.count = known.count.saturating_add(item.count),
                None => self.all.push(item.clone()),
            }
        }
        if !own.is_empty() {
            self.pages.push((page, own));
        }
    }

    fn pages(&self, context: &Context) -> Vec<Value> {
        let one = |(page, own): &(u32, Vec<Missing>)| json!({"number": page + 1, "missing": said(own, context.lang)});
        self.pages.iter().map(one).collect()
    }

    /// For a person: what the whole lacks, then each page.
    fn lines(&self, whole: &[Missing], context: &Context) -> Vec<String> {
        let words = |items: &[Missing]| items.iter().map(|item| word(item, context.lang)).collect::<Vec<_>>();
        let of_page = |(page, own): &(u32, Vec<Missing>)| {
            context.say("cli-page-missing", &[("page", &(page + 1).to_string()), ("what", &words(own).join("; "))])
        };
        words(whole).into_iter().chain(self.pages.iter().map(of_page)).collect()
    }
}

pub(super) fn open(what: &What<'_>, form: Form, context: &mut Context) -> Result<InView, Problem> {
    let password = what.password_file.map(input::passphrase_in).transpose()?;
    let id = document(what.id, context)?;
    let viewer = Viewer::beside_program()?.with_installed().until(Stop::when(interrupt::asked));
    let second = what.with.map(|with| with.second(context)).transpose()?.flatten();
    let password = password.as_ref().map(|password| password.expose_secret());
    let asked = ToRead { id: &id, version: what.version, purpose: what.purpose, second, password, form };
    let lang = context.lang;
    reading::open(context.session()?, &viewer, asked, lang)
}

fn word(item: &Missing, lang: Lang) -> String {
    words::missing(lang, item.lack.code(), &item.name, item.count)
}

/// What is missing, as the window knows it, and in words.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    of: MissingView,
    message: String,
}

fn said(missing: &[Missing], lang: Lang) -> Vec<Told> {
    missing.iter().map(|item| Told { of: item.into(), message: word(item, lang) }).collect()
}

/// `3`, `1-3` or `5-`, from 1.
pub(super) fn range(typed: &str) -> Result<(u32, u32), Problem> {
    let bad = |cause: &str| Problem::value("bad_pages").with("typed", typed).with("cause", cause);
    let wrong = || bad("form");
    let number = |text: &str| text.trim().parse::<u32>().ok().filter(|number| *number > 0).ok_or_else(wrong);
    let (first, last) = match typed.split_once('-') {
        None => (number(typed)?, number(typed)?),
        Some((first, last)) if last.trim().is_empty() => (number(first)?, u32::MAX),
        Some((first, last)) => (number(first)?, number(last)?),
    };
    if first <= last { Ok((first, last)) } else { Err(bad("backwards")) }
}

/// Pages that are drawn and have no names yet: in one file without a name, so that nothing of them remains, whatever ends the
/// program, and what has their names already stays until all of them are there.
struct Drawn {
    into: PathBuf,
    file: NewFile,
    /// Each with where it ends in that file, in bytes.
    pages: Vec<(PathBuf, u64)>,
}

impl Drawn {
    fn begin(into: &Path) -> Result<Drawn, Problem> {
        let file = NewFile::begin(into).map_err(|error| Problem::file(into, &error))?;
        Ok(Drawn { into: into.to_owned(), file, pages: Vec::new() })
    }

    fn add(&mut self, name: PathBuf, png: &[u8]) -> Result<(), Problem> {
        let before = self.pages.last().map_or(0, |(_, end)| *end);
        self.file.file_mut().write_all(png).map_err(|error| Problem::file(&name, &error))?;
        self.pages.push((name, before + png.len() as u64));
        Ok(())
    }

    /// Gives each its name. One that cannot have it leaves the others without theirs, but for those that took the place of
    /// something.
    fn name(mut self, force: &Force) -> Result<(), Problem> {
        let failed = |error: io::Error| Problem::file(&self.into, &error);
        self.file.file_mut().rewind().map_err(failed)?;
        let from = self.file.file().try_clone().map_err(failed)?;
        // All names are looked at before any is given.
        for (name, _) in &self.pages {
            Place::look(name, force.force)?;
        }
        let mut named = Begun(Vec::new());
        let mut begins = 0;
        for (name, ends) in &self.pages {
            let was_there = fs::symlink_metadata(name).is_ok();
            let mut page = (&from).take(ends - begins);
            let place = Place::find(name, force.force)?;
            let written = place.fill(|mut to| io::copy(&mut page, &mut to).map_err(Failed::Destination))?;
            if matches!(written, Written::Whole(_)) && !was_there {
                named.0.push(name.clone());
            }
            begins = *ends;
        }
        // All of them are there: they stay.
        named.0.clear();
        Ok(())
    }
}

/// Pages that have their names; those of a document that failed half-way are removed.
struct Begun(Vec<PathBuf>);

impl Drop for Begun {
    fn drop(&mut self) {
        self.0.iter().for_each(|file| drop(fs::remove_file(file)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_document_is_an_order_to_a_terminal() {
        let far = format!("{}\u{1b}[8mHIDDEN\u{1b}]0;t\u{7}\u{9b}2J\u{85}\u{202e}\r\n\tend", "plain\n".repeat(200_000));
        let shown = on_a_terminal(&far);
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{85}', '\u{202e}', '\r']));
        assert!(shown.ends_with("··2J··\n\tend") && shown.contains("·[8mHIDDEN·]0;t·"), "the words stay");
    }

    #[test]
    fn a_range_of_pages_is_read_as_it_is_written() {
        assert_eq!(range("3").ok(), Some((3, 3)));
        assert_eq!(range("1-3").ok(), Some((1, 3)));
        assert_eq!(range("5-").ok(), Some((5, u32::MAX)));
        for wrong in ["0", "3-1", "-3", "", "a", "1-2-3", "1,2"] {
            assert!(range(wrong).is_err(), "{wrong}");
        }
    }
}
