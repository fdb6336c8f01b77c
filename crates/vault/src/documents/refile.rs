//! Putting a document into another dossier: with the marking that it has, under the key of those who need to know it there.
//!
//! As a change of marking does it: recorded before it is opened, sealed for the new class, held against the hash that it was
//! filed with, put, recorded; then the old object goes. Those whom it leaves learn that it left and why, and nothing else.

use chrono::{DateTime, Utc};
use policy::{File, Open, Permit};
use registry::documents::{DocumentRecord, Former, Sheet};
use registry::event::Refiled;
use registry::log::{Act, AuditRecord};
use registry::questions::FilingQuestion;

use super::anew::{Anew, Objects, SealedFor};
use super::correct::push;
use super::filing::ClassOf;
use super::note::notes_stay;
use super::together::Second;
use super::withdraw::require_there;
use crate::doors::{self, PermitFor};
use crate::draft::EntryDraft;
use crate::session::{denied, denied_for};
use crate::upkeep::require_pair;
use crate::{
    ClassId, Correction, CorrectionResult, DocumentId, DossierId, DossierKey, Error, OfficerId, Reason, Session,
};

/// The action that is refused where there is no right to it.
const ACTION: &str = "refile";

impl Session {
    /// Puts a document into another dossier, where that and nothing else is asked for.
    pub(super) fn put_into(
        &mut self,
        id: &DocumentId,
        dossier: &DossierId,
        correction: &Correction,
        why: &str,
        second: Option<&Second>,
    ) -> Result<CorrectionResult, Error> {
        let Correction { title, subject, originator, date, paper, dossier: _, why: _ } = correction;
        if title.is_some() || subject.is_some() || originator.is_some() || date.is_some() || paper.is_some() {
            return Err(Error::MoveAlone);
        }
        self.require_writable()?;
        self.catch_up()?;
        let was = self.filing(id)?;
        let asked = self.asked_to_withdraw(id);
        let to = self.named(dossier)?;
        let notes = notes_stay(&was, &self.notes_on(id, &was)?, &self.state.reference(&was));
        let about = AuditRecord::new(Act::Refile).about("document", id.to_string());
        let may = |session: &Session, at| session.may_move(id, second, at).map(drop);
        self.by_two((ACTION, &may), (id, &about), why, second, |session| {
            session.refile(id, &to, (why, second), &about)
        })?;
        let (_, reference) = self.numbered(id).ok_or(Error::Internal { what: "document" })?;
        let mut changes = Vec::new();
        push(&mut changes, "dossier", self.dossier_name(&was.class), dossier.to_string());
        push(&mut changes, "reference", self.state.reference(&was), reference.clone());
        let overtaken = |by: OfficerId| {
            Reason::new("withdrawal_overtaken").with("name", reference.clone()).with("officer", by.to_string())
        };
        let lost = self.text_lost(id).map(|_| Reason::new("text_not_kept").with("name", reference.clone()));
        let warnings = asked.map(overtaken).into_iter().chain(lost).chain(notes).collect();
        Ok(CorrectionResult { id: id.clone(), reference, changes, warnings })
    }

    fn refile(
        &mut self,
        id: &DocumentId,
        to: &DossierKey,
        (why, second): (&str, Option<&Second>),
        about: &AuditRecord,
    ) -> Result<(), Error> {
        // Recorded before it is opened: that it was opened to be sealed again stands in the log whatever becomes of it.
        let mut decided_on = None;
        let permit = self.decided(about, |session, at| {
            let (permit, _) = session.may_refile(id, to, second, at)?;
            decided_on = Some(session.filing(id)?.object);
            let record = about.clone().instead(Act::PrepareRefile);
            Ok((EntryDraft::default().record(record), PermitFor::new(permit, id.clone())))
        })?;
        let mut before = self.filing(id)?;
        let of = self.state.classes.get(&before.class).ok_or(Error::Internal { what: "class" })?;
        let kind = ClassOf { access: of.access.clone(), dossier: to.clone() };
        let made = self.class_for(&kind, &|session, at| session.may_refile(id, to, second, at).map(drop));
        self.note_denial(made, about)?;
        if before.sealed().any(|(_, object)| self.is_missing(object, id)) {
            self.catch_up()?;
            before = self.filing(id)?;
        }
        if decided_on.as_ref() != Some(&before.object) {
            return Err(moved());
        }
        let mut versions = self.all_again(ACTION, id, &before, |sealed| doors::anew(permit, sealed))?;
        self.find_lost_texts(&mut versions)?;
        let may = |session: &Session, at| session.may_refile(id, to, second, at).map(drop);
        let entry = |session: &Session, into: &SealedFor, (object, earlier): Objects, at| {
            let (document, class) = (id.clone(), into.class.clone());
            let fact = Refiled { document, class, epoch: into.epoch, object, earlier };
            session.refiled(fact, &before, &kind, into, (why, second), at)
        };
        let written = self.seal_anew(id, &before, &kind, versions, &Anew { may: &may, entry: &entry });
        self.note_denial(written, about)?;
        self.catch_up()
    }

    /// Whether this officer may put a document into another dossier: he decides about it, as the lead of the other one will from
    /// then on, and may file there what is marked so.
    fn may_refile(
        &self,
        id: &DocumentId,
        to: &DossierKey,
        second: Option<&Second>,
        at: DateTime<Utc>,
    ) -> Result<(Permit<Open>, Permit<File>), Error> {
        let opens = self.may_move(id, second, at)?;
        let filing = self.filing(id)?;
        // What its sheet says goes along: without the key there is no decision.
        self.in_index(id, &filing)?;
        let of = self.state.classes.get(&filing.class).ok_or(Error::Internal { what: "class" })?;
        let files = self.state.may_file(self.id(), &of.access, to, &FilingQuestion::PLAIN, at);
        let files = files.map_err(|no| denied(ACTION, &no))?;
        if of.dossier == *to {
            return Err(Error::State { what: "document", status: "unchanged".to_owned() });
        }
        if of.access.opens_by_two() {
            // Who reads there is two as well.
            require_pair(self.state.would_hold(&of.access, to, at).len())?;
        }
        Ok((opens, files))
    }

    /// Whether he may take it out of the dossier that it is in; with a second, where two open it.
    fn may_move(&self, id: &DocumentId, second: Option<&Second>, at: DateTime<Utc>) -> Result<Permit<Open>, Error> {
        let filing = self.filing(id)?;
        let opens = self.state.may_open(self.id(), &filing.class, at).map_err(|no| denied(ACTION, &no))?;
        require_there(ACTION, &filing)?;
        if self.state.opens_by_two(&filing.class) && second.is_none() {
            return Err(denied_for(ACTION, Reason::new("opens_by_two")));
        }
        if !self.answers_for(&filing) {
            return Err(denied_for(ACTION, Reason::new("not_originating_authority")));
        }
        if let Some(second) = second {
            self.require_second(ACTION, id, second, at)?;
        }
        Ok(opens)
    }

    /// The entry that puts a document into another dossier: decided on the newest state.
    fn refiled(
        &self,
        fact: Refiled,
        before: &DocumentRecord,
        kind: &ClassOf,
        into: &SealedFor,
        (why, second): (&str, Option<&Second>),
        at: DateTime<Utc>,
    ) -> Result<EntryDraft, Error> {
        let id = fact.document.clone();
        // Used up by this entry: what they permitted is done when the entry is there.
        let _permits: (Permit<Open>, Permit<File>) = self.may_refile(&id, &kind.dossier, second, at)?;
        let filing = self.filing(&id)?;
        if filing.object != before.object {
            return Err(moved());
        }
        self.require_sealed_for(into, kind, at)?;
        let listed = self.in_index(&id, &filing)?.listed;
        let of_others = self.of_others(&id, &filing, &listed.originator);
        let mut formerly = listed.formerly;
        formerly.push(listed.reference);
        let (document, why, earlier) = (id.clone(), why.to_owned(), self.earlier(&id)?);
        let came = Sheet::Refiled { document, why: why.clone(), formerly, earlier, of_others };
        let (old, old_epoch) = self.state.sheet_of(&id).ok_or(Error::Internal { what: "sheet" })?;
        let (class, epoch) = (&into.class, into.epoch);
        let words = EntryDraft::default().changed_by(&id, second).fact(fact);
        let mut words = words.sheet(class, epoch, self.sheet_along(&id, &filing)?);
        if !filing.versions.is_empty() {
            let all = self.every_version(&id, &filing)?;
            words = words.sheet(class, epoch, Sheet::Versions { document: id.clone(), all });
        }
        let notes = self.notes_on(&id, &filing)?;
        if !notes.is_empty() {
            words = words.sheet(class, epoch, Sheet::Notes { document: id.clone(), all: notes });
        }
        let words = words.sheet(class, epoch, came).sheet(&old, old_epoch, Sheet::Left { document: id, why });
        match &into.renewal {
            Some(renewal) => self.with_renewal(words, renewal, at),
            None => Ok(words),
        }
    }

    /// The sheet that goes along with a document to another class: as it was put right since, and with its last version.
    pub(crate) fn sheet_along(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Sheet, Error> {
        let mut sheet = self.sheet_that_filed(id, filing)?;
        let from = self.counts_from(id, filing, &sheet)?;
        if let Some(right) = self.right(id, filing)? {
            sheet = sheet.put_right(&right);
        }
        // Whom it was said to be of, and from when its term counts, nobody reads in the class that it comes from a reader of that
        // it comes to alone.
        if let Sheet::Filed { date, originator, finalised, was_of, .. } = &mut sheet {
            let all = self.originators_along(id, filing, originator)?;
            if !all.is_empty() {
                *was_of = all;
            }
            *finalised = from.filter(|from| from != date);
        }
        if let Some(present) = self.present(id, filing)? {
            sheet = sheet.with_content(present);
        }
        if let Sheet::Filed { text, .. } = &mut sheet
            && let Some(read) = self.read_since(id, filing, text.as_ref())?
        {
            *text = Some(read);
        }
        Ok(sheet)
    }

    /// Whether a document came to one of its classes as one that had once been written to be of others, as far as this officer
    /// may read that. Where he may read what was written of it and not that, it did.
    pub(crate) fn came_as_others(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<bool, Error> {
        let readable = self.readable();
        let former = filing.former.iter().map(|Former { class, since, .. }| (class, *since));
        for (class, since) in former.chain([(&filing.class, filing.index)]) {
            if !filing.was_refiled_at(since) || !readable.contains(class) {
                continue;
            }
            match self
                .sheet_in(id, class, since, &|sheet| matches!(sheet, Sheet::Refiled { .. }))?
                .map(|found| found.sheet)
            {
                Some(Sheet::Refiled { of_others: false, .. }) => {}
                Some(_) | None => return Ok(true),
            }
        }
        Ok(false)
    }

    /// The dossiers that an entry took a document from and put it into, by their ids; empty where this officer may not know one.
    pub(super) fn dossiers_at(&self, filing: &DocumentRecord, entry: u64) -> (String, String) {
        let name = |class: Option<&ClassId>| class.map(|class| self.dossier_name(class)).unwrap_or_default();
        let was = filing.former.iter().find(|former| former.until == entry).map(|former| &former.class);
        let since = filing.former.iter().find(|former| former.since == entry).map(|former| &former.class);
        let now = since.or((filing.index == entry).then_some(&filing.class));
        (name(was), name(now))
    }

    /// The references that a document had before and after an entry that moved it: each move gave it another.
    pub(super) fn references_at(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        entry: u64,
    ) -> Result<Option<(String, String)>, Error> {
        let Some(moved) = filing.former.iter().position(|former| former.until == entry) else { return Ok(None) };
        let Some(document) = self.index.document(id)? else { return Ok(None) };
        let mut references = document.listed.formerly.into_iter().chain([document.listed.reference]).skip(moved);
        Ok(references.next().zip(references.next()))
    }

    /// The id of the dossier of a class; empty where this officer may not know it.
    fn dossier_name(&self, class: &ClassId) -> String {
        let dossier = self.state.classes.get(class).map(|class| &class.dossier);
        let seen = dossier.filter(|dossier| self.sees_dossier(dossier, self.now()));
        let name = seen.and_then(|dossier| self.knowledge.dossiers.get(dossier));
        name.map(|name| name.id.to_string()).unwrap_or_default()
    }
}

/// Another session was faster: it is not any more what was decided about.
fn moved() -> Error {
    Error::State { what: "document", status: "moved".to_owned() }
}
