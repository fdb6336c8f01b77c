//! `doc texts`: texts that wait are read, document by document.

use serde_json::{Value, json};
use vault::{Error, ExitClass, Flow, LateText, LateTexts, Session, TextView};

use crate::context::Context;
use crate::interrupt;
use crate::problem::Problem;
use crate::shown::Shown;

/// What came of a text that waited. Words: `cli-text-<code>`.
enum Outcome {
    /// This is known of it since; that there is none is something as well. With the pages that OCR did not come to.
    Read(TextView, Vec<u32>),
    /// Nothing read it now. It waits still.
    Waits,
    /// The document got another version or another marking meanwhile, or somebody else was faster.
    Changed,
    Denied,
    /// The sealed document is not what was filed, or is gone.
    Damaged,
}

impl Outcome {
    fn code(&self) -> &'static str {
        match self {
            Outcome::Read(..) => "read",
            Outcome::Waits => "waits",
            Outcome::Changed => "changed",
            Outcome::Denied => "denied",
            Outcome::Damaged => "damaged",
        }
    }

    fn text(&self) -> Option<&TextView> {
        match self {
            Outcome::Read(text, _) => Some(text),
            Outcome::Waits | Outcome::Changed | Outcome::Denied | Outcome::Damaged => None,
        }
    }

    fn unrecognised(&self) -> &[u32] {
        match self {
            Outcome::Read(_, pages) => pages,
            Outcome::Waits | Outcome::Changed | Outcome::Denied | Outcome::Damaged => &[],
        }
    }
}

/// Reads what waits, and what nobody looked at when it was filed. Who stops it keeps what was read.
pub fn read(context: &mut Context) -> Result<Shown, Problem> {
    let waiting = context.session()?.late_texts(LateTexts::AndUnread)?;
    let bar = context.bar(waiting.len() as u64);
    let _by_pieces = interrupt::by_pieces();
    let mut done = Vec::with_capacity(waiting.len());
    for late in &waiting {
        if interrupt::asked() {
            break;
        }
        match read_one(context.session()?, late) {
            Ok(outcome) => done.push((late, outcome)),
            Err(Error::Cancelled) => break,
            Err(error) => {
                bar.finish_and_clear();
                let mut problem = Problem::from(error);
                problem.beside.more.insert("texts".to_owned(), Value::from(rows(&done)));
                return Err(problem);
            }
        }
        bar.set_position(done.len() as u64);
    }
    bar.finish_and_clear();
    let context = &*context;
    let remaining = waiting.len() - done.len();
    let is_damaged = done.iter().any(|(_, outcome)| matches!(outcome, Outcome::Damaged));
    let row = |(LateText { id, reference }, outcome): &(&LateText, Outcome)| {
        let said = match outcome.text() {
            Some(text) => of_text(text, context),
            None => context.say(&format!("cli-text-{}", outcome.code()), &[]),
        };
        vec![reference.clone(), id.to_string(), said]
    };
    let lines = done.iter().map(row).collect();
    let left = context.say("cli-texts-remaining", &[("n", &remaining.to_string())]);
    let mut note = String::new();
    for (LateText { reference, .. }, outcome) in done.iter().filter(|(_, outcome)| !outcome.unrecognised().is_empty()) {
        let pages = outcome.unrecognised().iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        note += &context.say("warning-unrecognised", &[("name", reference), ("pages", &pages)]);
        note.push('\n');
    }
    if remaining > 0 {
        note += &left;
        note.push('\n');
    }
    let json = json!({"texts": rows(&done), "remaining": remaining});
    let none = if remaining > 0 { left } else { context.say("cli-texts-none", &[]) };
    let shown = Shown::table(json, context.head(&["reference", "id", "text"]), lines, none).noted(note);
    Ok(if is_damaged { Shown { exit: ExitClass::Integrity as u8, ..shown } } else { shown })
}

/// How much of the text inside it can be searched.
pub fn of_text(TextView { is, why, recognised }: &TextView, context: &Context) -> String {
    let is = context.say(&format!("text-{is}"), &[]);
    let languages = recognised.join(", ").to_uppercase();
    let by_ocr = (!recognised.is_empty()).then(|| context.say("text-recognised", &[("languages", &languages)]));
    let why = why.as_ref().map(|why| context.say(&format!("text-lack-{why}"), &[]));
    match why.into_iter().chain(by_ocr).collect::<Vec<_>>().join("; ").as_str() {
        "" => is,
        more => format!("{is} ({more})"),
    }
}

/// For scripts.
fn rows(done: &[(&LateText, Outcome)]) -> Vec<Value> {
    let row = |(LateText { id, reference }, outcome): &(&LateText, Outcome)| {
        let (outcome, text, unrecognised) = (outcome.code(), outcome.text(), outcome.unrecognised());
        json!({"id": id, "reference": reference, "outcome": outcome, "text": text, "unrecognised": unrecognised})
    };
    done.iter().map(row).collect()
}

/// # Errors
/// [`Error::Cancelled`]; what is not of the document alone.
fn read_one(session: &mut Session, late: &LateText) -> Result<Outcome, Error> {
    let read = session.begin_late_text(&late.id).and_then(|mut reading| {
        let goes_on = &mut || if interrupt::asked() { Flow::Stop } else { Flow::Continue };
        if !reading.read(goes_on)? {
            return Ok(Outcome::Waits);
        }
        let left = reading.unrecognised().to_vec();
        Ok(Outcome::Read(session.keep_late_text(reading)?, left))
    });
    match read {
        Err(Error::State { status, .. }) if status != vault::NO_OCR => Ok(Outcome::Changed),
        Err(Error::Denied { .. }) => Ok(Outcome::Denied),
        Err(Error::ObjectAltered { .. } | Error::ObjectTruncated { .. } | Error::ObjectMissing { .. }) => {
            Ok(Outcome::Damaged)
        }
        other => other,
    }
}
