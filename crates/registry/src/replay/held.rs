//! What an author says about his entry, checked against what the entry says.
//!
//! The reader tells what an entry did from its facts. The author's own words add what facts do not say: a purpose or a
//! reason. What does not fit gets a separate line.

use std::collections::BTreeSet;

use crate::documents::DocumentRecord;
use crate::event::Event;
use crate::log::{Act, AuditRecord, Note, Origin, Sheets};
use crate::state::State;
use crate::{ClassId, DocumentId, ReleaseId};

/// The author's words about an entry that he is about to write: those that he chose, and a line for each event that has none.
pub fn said(state: &State, events: &[Event], records: Vec<AuditRecord>) -> Vec<AuditRecord> {
    let mut own: Vec<Option<AuditRecord>> = records.into_iter().map(Some).collect();
    let mut said: Vec<AuditRecord> = events.iter().map(|event| whole(event.record(state), &mut own).0).collect();
    said.extend(own.into_iter().flatten());
    said
}

/// A line with what its author adds, and whether he says it at all.
fn whole(mut told: AuditRecord, own: &mut [Option<AuditRecord>]) -> (AuditRecord, bool) {
    let own = own.iter_mut().find(|own| own.as_ref().is_some_and(|own| agrees(own, &told))).and_then(Option::take);
    let is_said = own.is_some();
    for (name, value) in own.into_iter().flat_map(|own| own.detail) {
        told.detail.entry(name).or_insert(value);
    }
    (told, is_said)
}

/// Whether an author's words say nothing else than the event, and add what may be added.
fn agrees(own: &AuditRecord, told: &AuditRecord) -> bool {
    let may_add: &[&str] = match told.act().map(Act::origin) {
        Some(Origin::Fact(names)) => names,
        Some(Origin::Note(_) | Origin::Sheet | Origin::Reader) | None => &[],
    };
    own.did == told.did
        && own.detail.iter().all(|(name, value)| match told.detail.get(name) {
            Some(true_value) => true_value == value,
            None => may_add.contains(&name.as_str()),
        })
}

/// The lines of an entry: those of its events with what its author adds, his notes, and whatever of his words does not fit.
/// On the state after the entry; `sheets`: the classes that it has parts for.
pub fn held_against(
    state: &State,
    told: Vec<AuditRecord>,
    said: Vec<AuditRecord>,
    sheets: &BTreeSet<ClassId>,
) -> Vec<AuditRecord> {
    let mut own: Vec<Option<AuditRecord>> = said.into_iter().map(Some).collect();
    let (mut lines, mut untold, mut faults) = (Vec::with_capacity(own.len()), Vec::new(), Vec::new());
    for record in told {
        let (line, is_said) = whole(record, &mut own);
        if !is_said {
            untold.push(line.clone());
        }
        lines.push(line);
    }
    let mut accounted: BTreeSet<ClassId> = lines.iter().flat_map(|line| classes_of(state, line)).collect();
    for own in own.into_iter().flatten() {
        if let Some(place) = untold.iter().position(|line: &AuditRecord| line.did == own.did) {
            untold.remove(place);
            faults.push(misfit("contradicts", &own));
        } else if is_note(state, &own, &lines, sheets) {
            accounted.extend(classes_of(state, &own));
            lines.push(own);
        } else {
            faults.push(misfit("not-done", &own));
        }
    }
    faults.extend(untold.iter().map(|line| misfit("not-said", line)));
    for hidden in sheets.difference(&accounted) {
        faults.push(
            AuditRecord::new(Act::DoesNotFit).about("fault", "sheet-not-said").about("class", hidden.to_string()),
        );
    }
    lines.extend(faults);
    lines
}

/// Whether words without a fact are such as an author may write, about what the entry bears out.
fn is_note(state: &State, own: &AuditRecord, lines: &[AuditRecord], sheets: &BTreeSet<ClassId>) -> bool {
    let Some(Origin::Note(note)) = own.act().map(Act::origin) else { return false };
    let only = |names: &[&str]| own.detail.keys().all(|name| names.contains(&name.as_str()));
    let has_sheets = || {
        let classes = classes_of(state, own);
        !classes.is_empty() && classes.is_subset(sheets)
    };
    match note {
        Note::Unlock => {
            only(&["failed", "identity-file", "memory", "with"])
                && own.detail.get("identity-file").is_none_or(|file| file == "older")
                && own.detail.get("memory").is_none_or(|memory| memory == "lost")
                && own.detail.get("with").is_none_or(|with| with == "pin")
        }
        Note::Open => {
            // What was withdrawn nobody opens any more.
            let document = own.detail.get("document").and_then(|id| DocumentId::parse(id).ok());
            let there = document.and_then(|id| state.documents.get(&id)).filter(|it| it.withdrawn.is_none());
            // One that it has.
            let has = |record: &DocumentRecord| match own.detail.get("version") {
                Some(version) => version.parse().is_ok_and(|version| record.object_of(version).is_some()),
                None => true,
            };
            only(&["document", "purpose", "version"]) && has_sheets() && there.as_ref().is_some_and(has)
        }
        Note::Notify => only(&["document", "partner"]) && has_sheets(),
        Note::Derive => {
            let document = own.detail.get("document");
            let files = |line: &AuditRecord| line.act() == Some(Act::File) && line.detail.get("document") == document;
            only(&["document", "documents"]) && lines.iter().any(files) && has_sheets()
        }
        Note::PrepareReclassify => {
            only(&["document", "nature", "interest", "authority", "reference"]) && own.detail.contains_key("document")
        }
        Note::PrepareReseal | Note::PrepareRefile => only(&["document"]) && own.detail.contains_key("document"),
        Note::WrotePackage => {
            let release = own.detail.get("release").and_then(|id| ReleaseId::parse(id).ok());
            let written =
                |id: ReleaseId| state.release(&id).filter(|release| release.written.is_some()).map(|of| (id, of));
            only(&["release", "partner", "documents", "package", "sha256"])
                && release.and_then(written).is_some_and(|(id, release)| {
                    let of = release.of.record(Act::WrotePackage, &id);
                    of.detail.iter().all(|(name, value)| own.detail.get(name) == Some(value))
                })
        }
        // Whatever was asked for; nothing came of it.
        Note::Deny => own.detail.contains_key("action") && own.detail.contains_key("reasons") && lines.is_empty(),
    }
}

/// The classes on whose sheets the entry of a line stands.
fn classes_of(state: &State, line: &AuditRecord) -> BTreeSet<ClassId> {
    let of_document = |id: &str| {
        let id = DocumentId::parse(id).ok()?;
        Some(state.documents.seen(&id)?.class.clone())
    };
    let named = |name: &str| line.detail.get(name).into_iter().flat_map(|value| value.split(' '));
    let classes = |name: &str| named(name).filter_map(|class| ClassId::parse(class).ok());
    match line.act().map_or(Sheets::None, Act::sheets) {
        Sheets::None => BTreeSet::new(),
        Sheets::OfClass => classes("class").collect(),
        Sheets::OfMove => {
            classes("class").chain(classes("former")).chain(named("document").filter_map(of_document)).collect()
        }
        Sheets::OfDocument => named("document").filter_map(of_document).collect(),
        Sheets::OfDocuments => named("documents").filter_map(of_document).collect(),
    }
}

fn misfit(fault: &str, words: &AuditRecord) -> AuditRecord {
    words.clone().instead(Act::DoesNotFit).about("action", words.did.clone()).about("fault", fault)
}
