//! What an entry says to those who may read its parts: of documents that two open, on sheets, in notes of dossiers.

use ledger::Entry;

use super::Knowledge;
use crate::documents::{Copies, EarlierNote, FoundSheet, Sheet};
use crate::dossiers::DossierNote;
use crate::event::Event;
use crate::fact::OfTwo;
use crate::keys::{Closed, Keyring};
use crate::log::{Act, AuditRecord, LogLine, Source, line};
use crate::parts::{Audience, decode};
use crate::releases::ReleaseRecord;
use crate::state::{State, instant};
use crate::{ClassId, DocumentId, DossierKey, OfficerId, ReleaseId};

/// What everybody's program knows of a document that two open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundOfTwo {
    /// The entry.
    pub index: u64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub author: OfficerId,
    pub class: ClassId,
    pub document: DocumentId,
    pub what: OfTwo,
}

impl FoundOfTwo {
    /// What it says in the log.
    pub fn line(&self) -> LogLine {
        let record = match &self.what {
            OfTwo::Filed => AuditRecord::new(Act::File),
            OfTwo::Moved => AuditRecord::new(Act::Reclassify),
            OfTwo::Corrected => AuditRecord::new(Act::Correct),
            OfTwo::Version => AuditRecord::new(Act::FileVersion),
            OfTwo::Refiled => AuditRecord::new(Act::Refile),
            OfTwo::Left => AuditRecord::new(Act::LeaveDossier),
            OfTwo::Derived => AuditRecord::new(Act::Derive),
            OfTwo::Released(act) => AuditRecord::new(*act),
            OfTwo::Opened { with } => AuditRecord::new(Act::OpenTogether).about("second", with.to_string()),
        };
        let record = record.about("document", self.document.to_string());
        line(self.index, instant(self.at_ms), &self.author, Source::Class(self.class.clone()), record)
    }
}

/// The sheets of a class part.
pub fn open_sheets(keyring: &Keyring, audience: &Audience, sealed: &[u8]) -> Result<Vec<Sheet>, Closed> {
    let plain = keyring.open(audience, sealed)?;
    decode(plain.expose_secret()).map_err(|_| Closed::Altered)
}

/// What the facts of an entry say of documents that two open.
pub fn found_of_two(entry: &Entry, author: &OfficerId, events: &[Event], state: &State) -> Vec<FoundOfTwo> {
    let mut found = Vec::new();
    let mut tell = |document: &DocumentId, class: ClassId, what: OfTwo| {
        if state.opens_by_two(&class) {
            let (index, at_ms, author) = (entry.index(), entry.at_ms(), author.clone());
            found.push(FoundOfTwo { index, at_ms, author, class, document: document.clone(), what });
        }
    };
    let is_in = |document: &DocumentId| state.documents.seen(document).map(|record| record.class.clone());
    let files = events.iter().any(|event| matches!(event, Event::Filed(_)));
    for event in events {
        if let Some((document, what)) = event.told_of_two()
            && let Some(class) = is_in(document)
        {
            tell(document, class, what);
        }
        if let Some(document) = event.refiled()
            && let Some(record) = state.documents.get(document)
        {
            if let Some(former) = record.former.iter().find(|former| former.until == entry.index()) {
                tell(document, former.class.clone(), OfTwo::Left);
            }
            tell(document, record.class, OfTwo::Refiled);
        }
        if let Some((request, act)) = event.step_of_release()
            && let Some(release) = state.release(&ReleaseId::from(&request))
        {
            for document in &release.of.documents {
                if let Some(class) = is_in(document) {
                    tell(document, class, OfTwo::Released(act));
                }
            }
        }
        // What two file in an entry that names what they had open, is made from that.
        if files
            && let Some(document) = event.changed_by_two()
            && let Some(class) = is_in(document)
        {
            tell(document, class, OfTwo::Derived);
        }
    }
    found
}

/// Those sheets that stand where they may: about documents that were of this class at that entry, and a filing only in the
/// entry that puts the document into it.
pub fn genuine(
    entry: &Entry,
    author: &OfficerId,
    class: &ClassId,
    sheets: Vec<Sheet>,
    state: &State,
) -> Vec<FoundSheet> {
    let index = entry.index();
    let belongs = |sheet: &Sheet| {
        state.documents.seen(sheet.document()).is_some_and(|record| match sheet {
            Sheet::Filed { .. } => record.was_put_into(class, index),
            Sheet::Decided { .. } => record.was_in(class, index) && record.decided.contains(&index),
            Sheet::Corrected { .. } => record.was_in(class, index) && record.corrected.contains(&index),
            Sheet::Noted { .. } => record.was_in(class, index) && record.noted.contains(&index),
            // On the printer and of as many copies as its fact says, with the numbers that it gave.
            Sheet::Printed { printer, first, copies, .. } => {
                let before = |printed: &&Copies| printed.index < index;
                let given: u32 = record.printed.iter().filter(before).map(|printed| printed.copies).sum();
                record.was_in(class, index)
                    && record.printed.contains(&Copies { index, printer: printer.clone(), copies: *copies })
                    && given.checked_add(1) == Some(*first)
            }
            Sheet::Version { .. } => {
                record.was_in(class, index) && record.versions.iter().any(|version| version.index == index)
            }
            // Of a document that one opens, in the entry that gave it another object for that.
            Sheet::Text { .. } => {
                record.was_in(class, index)
                    && record.replaced.iter().any(|replaced| replaced.for_text && replaced.until == index)
                    && !state.opens_by_two(class)
            }
            // Those that were moved bring what is known of their versions.
            Sheet::Versions { .. } => record.was_put_into(class, index) && record.first_index() != index,
            // And the notes that were written on them before, and no others.
            Sheet::Notes { all, .. } => {
                let written = |note: &EarlierNote| note.entry < index && record.noted.contains(&note.entry);
                record.was_put_into(class, index) && record.first_index() != index && all.iter().all(written)
            }
            Sheet::Refiled { .. } => record.was_put_into(class, index) && record.was_refiled_at(index),
            Sheet::Left { .. } => {
                record.was_in(class, index) && !record.was_put_into(class, index) && record.was_refiled_at(index)
            }
            Sheet::Opened { .. } | Sheet::Derived { .. } | Sheet::Moved { .. } | Sheet::Notified { .. } => {
                record.was_in(class, index) && record.first_index() != index
            }
            Sheet::Released { document, release, partner, .. } => {
                let is_step = |found: ReleaseRecord<'_>| {
                    let of = found.of;
                    found.request.steps.contains(&index) && of.partner == *partner && of.documents.contains(document)
                };
                record.was_in(class, index) && state.release(release).is_some_and(is_step)
            }
        })
    };
    sheets
        .into_iter()
        .filter(belongs)
        .map(|sheet| FoundSheet {
            index: entry.index(),
            at_ms: entry.at_ms(),
            author: author.clone(),
            class: class.clone(),
            sheet,
        })
        .collect()
}

/// Reads the notes of a dossier part.
pub fn read_notes(
    keyring: &Keyring,
    knowledge: &mut Knowledge,
    dossier: &DossierKey,
    audience: &Audience,
    sealed: &[u8],
) {
    let Ok(plain) = keyring.open(audience, sealed) else { return };
    for note in decode::<DossierNote>(plain.expose_secret()).unwrap_or_default() {
        note.read(dossier, &mut knowledge.dossiers);
    }
}
