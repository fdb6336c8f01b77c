//! Putting right what is written of a document, and what was written of it before.
//!
//! What it was stands in the entries before: nobody's word is taken for it. Those entries are known from the document's record,
//! and are read from the log where they are asked for; the index keeps what is written of it now.

use chrono::{DateTime, NaiveDate, Utc};
use registry::documents::{Decided, DocumentRecord, Former, FoundSheet, Particulars, Sheet, numbers};
use registry::event::Corrected;
use registry::log::{Act, AuditRecord};
use registry::parts::Audience;
use registry::replay::genuine;
use registry::state::instant;

use super::together::Second;
use super::withdraw::{require_there, withdrawal};
use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::marks::{label_of_access, level_banner};
use crate::session::{denied, denied_for};
use crate::{
    ClassId, Correction, CorrectionResult, DocumentId, Error, FieldChange, FixedField, HistoryRow, Nature,
    PrintedCopies, Reason, Session, VersionView, text, today,
};
use index::{DecisionQuery, DecisionRow};

/// The action that is refused where there is no right to it.
pub(super) const CORRECT: &str = "correct";

/// The most decisions of one document that its history tells of.
const DECISIONS: usize = 1_000;

impl Session {
    /// Puts right what is written of a document, or the dossier that it is in. What was written before stays in its history.
    ///
    /// # Errors
    /// [`Error::MoveAlone`] where both are to be done at once, as they are two entries;
    /// [`Error::Denied`] to anybody who may not read it, or who neither filed it nor leads its dossier nor is a registrar; to a
    /// registrar who does neither where it is about originator, date or dossier;
    /// [`Error::State`] where nothing is changed; [`Error::NotFound`]; [`Error::Missing`] title or reason, [`Error::TooLong`],
    /// [`Error::Character`], [`Error::ImplausibleDate`].
    pub fn correct(&mut self, id: &DocumentId, correction: &Correction) -> Result<CorrectionResult, Error> {
        self.correct_with(id, correction, None)
    }

    /// The same, together with a second officer where two open the document. He is asked whether he may open it as well, and signs.
    ///
    /// # Errors
    /// As [`Session::correct`]; [`Error::Denied`] where it takes two and there is no second, where he may not open it, and where it
    /// takes one and there are two.
    pub fn correct_with(
        &mut self,
        id: &DocumentId,
        correction: &Correction,
        second: Option<&Second>,
    ) -> Result<CorrectionResult, Error> {
        let why = text::grounds("why", &correction.why)?;
        if let Some(dossier) = &correction.dossier {
            return self.put_into(id, dossier, correction, &why, second);
        }
        let title = correction.title.as_deref().map(|title| text::line("title", title)).transpose()?;
        let subject = correction.subject.as_deref().map(|subject| text::paragraph("subject", subject)).transpose()?;
        let originator = correction.originator.as_deref().map(|one| text::optional_line("originator", one));
        let originator = originator.transpose()?;
        let paper = correction.paper.as_deref().map(|paper| text::optional_line("paper", paper)).transpose()?;
        self.plausible("date", correction.date, DayOf::Document)?;
        let about = AuditRecord::new(Act::Correct).about("document", id.to_string());
        let put_right = |was: &Particulars| Particulars {
            title: title.clone().unwrap_or_else(|| was.title.clone()),
            subject: subject.clone().unwrap_or_else(|| was.subject.clone()),
            originator: originator.clone().unwrap_or_else(|| was.originator.clone()),
            date: correction.date.unwrap_or(was.date),
            paper: paper.clone().unwrap_or_else(|| was.paper.clone()),
            relations: was.relations.clone(),
        };
        let may = |session: &Session, at| session.may_put_right(CORRECT, id, second, at);
        let (done, stays) = self.by_two((CORRECT, &may), (id, &about), &why, second, |session| {
            session.write_right(id, correction.date, &put_right, &why, second, &about)
        })?;
        let (_, reference) = self.numbered(id).ok_or(Error::Internal { what: "document" })?;
        let ahead = correction.date.filter(|date| *date > today(self.now()));
        let named =
            |date: NaiveDate| Reason::new("date_ahead").with("name", reference.clone()).with("date", date.to_string());
        let stays =
            stays.map(|date| Reason::new("term_stays").with("name", reference.clone()).with("date", date.to_string()));
        let ends = correction.subject.as_deref().is_some_and(text::other_line_ends);
        let ends = ends.then(|| Reason::new("line_ends").with("name", reference.clone()));
        Ok(CorrectionResult {
            id: id.clone(),
            warnings: ahead.into_iter().map(named).chain(stays).chain(ends).collect(),
            changes: done,
            reference,
        })
    }

    /// The entry that puts right what is written of a document: what it changed, and the date from which its term counts on.
    fn write_right(
        &mut self,
        id: &DocumentId,
        date: Option<NaiveDate>,
        put_right: &dyn Fn(&Particulars) -> Particulars,
        why: &str,
        second: Option<&Second>,
        about: &AuditRecord,
    ) -> Result<(Vec<FieldChange>, Option<NaiveDate>), Error> {
        let (mut done, mut stays) = (Vec::new(), None);
        self.enter(about, |session, at| {
            let was = session.to_put_right(id, second, at)?;
            stays = date.map(|date| session.term_that_stays(id, date)).transpose()?.flatten();
            let now = put_right(&was);
            session.require_answers_for(id, &was, &now)?;
            done = differences(&was, &now);
            if done.is_empty() {
                return Err(Error::State { what: "document", status: "unchanged".to_owned() });
            }
            // Which of them, and not what: titles are for those who may read the document.
            let fields: Vec<&str> = done.iter().map(|change| change.field.as_str()).collect();
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Corrected { document: id.clone(), now, why: why.to_owned() };
            Ok(EntryDraft::default()
                .changed_by(id, second)
                .fact(Corrected { document: id.clone() })
                .record(about.clone().about("fields", fields.join(" ")))
                .sheet(&class, epoch, sheet))
        })?;
        Ok((done, stays))
    }

    /// What became of a document itself, in order: filed, put right, marked otherwise; as far as this officer may know it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] with every reason, recorded.
    pub fn history(&mut self, id: &DocumentId) -> Result<Vec<HistoryRow>, Error> {
        let about = self.document(id)?;
        let filing = self.filing(id)?;
        let mut lines = self.sheet_lines(id, &filing)?;
        lines.retain(|(_, line)| Act::parse(&line.action).is_some_and(is_of_itself));
        if let Some((_, filed)) = lines.iter_mut().find(|(_, line)| line.action == Act::File.as_str())
            && about.versions == 1
            && !about.row.sealed
        {
            filed.version = Some(VersionView::present(1, &about));
        }
        // Decisions come along to another class, where the lines of the sheet do not.
        for (decision, decided) in self.decisions_about(id)? {
            let mut changes = Vec::new();
            if decided.nature != Nature::Maintain {
                let policy = &about.marking.policy;
                let level = |level| level_banner(policy, level).text;
                // At the same level the difference is elsewhere: shown to those who may read what it was before.
                let (was, now) = match self.markings_at(&filing, decision.entry) {
                    Some(markings) if decided.nature == Nature::Remark => markings,
                    Some(_) | None => (level(decided.initial_level), level(decided.new_level)),
                };
                push(&mut changes, "marking", was, now);
                if let Some((was, now)) = self.references_at(id, &filing, decision.entry)? {
                    push(&mut changes, "reference", was, now);
                }
                if let Some((was, now)) = self.originators_at(id, &filing, decision.entry)? {
                    push(&mut changes, "originator", was, now);
                }
            }
            let line = HistoryRow {
                at: decision.at,
                officer: decision.officer,
                action: decided.nature.as_str().to_owned(),
                purpose: decided.motive,
                changes,
                version: None,
                consent: decided.consent,
                printed: None,
            };
            lines.retain(|(entry, _)| *entry != decision.entry);
            lines.push((decision.entry, line));
        }
        lines.extend(withdrawal(&filing));
        lines.sort_by_key(|(entry, _)| *entry);
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// What was decided about a document, as far as this officer may know it.
    pub(super) fn decisions_about(&self, id: &DocumentId) -> Result<Vec<(DecisionRow, Decided)>, Error> {
        let query = DecisionQuery {
            document: Some(id.clone()),
            classes: self.readable().into_iter().collect(),
            limit: DECISIONS,
            ..DecisionQuery::default()
        };
        let (decisions, _) = self.index.decisions(&query)?;
        let decided = |row: DecisionRow| -> Result<(DecisionRow, Decided), Error> {
            let decided = serde_json::from_str(&row.record).map_err(|_| Error::IndexAltered)?;
            Ok((row, decided))
        };
        decisions.into_iter().map(decided).collect()
    }

    /// The consultation sheet, line by line with its entry, and with what was put right by which.
    pub(crate) fn sheet_lines(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
    ) -> Result<Vec<(u64, HistoryRow)>, Error> {
        let written = self.written(id, filing)?;
        let mut was: Option<&Particulars> = None;
        let mut changed = std::collections::BTreeMap::new();
        for (entry, now) in &written {
            if filing.corrected.contains(entry)
                && let Some(was) = was
            {
                let mut changes = differences(was, now);
                changes.extend(self.relations_changed(&was.relations, &now.relations));
                changed.insert(*entry, changes);
            }
            was = Some(now);
        }
        let lines = self.index.uses(id)?.into_iter().map(|used| {
            let right = used.action == Act::Correct.as_str();
            let changes = if right { changed.get(&used.entry).cloned().unwrap_or_default() } else { Vec::new() };
            let printed = if used.action == Act::Print.as_str() { printed_at(filing, used.entry) } else { None };
            let (at, officer, action, purpose) = (used.at, used.officer, used.action, used.purpose);
            (used.entry, HistoryRow { at, officer, action, purpose, changes, version: None, consent: None, printed })
        });
        let mut lines: Vec<(u64, HistoryRow)> = lines.collect();
        for (entry, line) in lines.iter_mut().filter(|(_, line)| line.action == Act::Refile.as_str()) {
            let (was, now) = self.dossiers_at(filing, *entry);
            push(&mut line.changes, "dossier", was, now);
            if let Some((was, now)) = self.references_at(id, filing, *entry)? {
                push(&mut line.changes, "reference", was, now);
            }
            if let Some((was, now)) = self.originators_at(id, filing, *entry)? {
                push(&mut line.changes, "originator", was, now);
            }
        }
        self.with_versions(id, filing, &mut lines)?;
        self.with_moves_away(id, filing, &mut lines)?;
        Ok(lines)
    }

    /// Adds that a document was put into another dossier where what it became there is not for this officer: what its former readers
    /// were told.
    fn with_moves_away(
        &self,
        id: &DocumentId,
        filing: &DocumentRecord,
        lines: &mut Vec<(u64, HistoryRow)>,
    ) -> Result<(), Error> {
        for Former { class, until, .. } in &filing.former {
            if lines.iter().any(|(entry, _)| entry == until) || !self.readable().contains(class) {
                continue;
            }
            let found = self.sheet_in(id, class, *until, &|sheet| matches!(sheet, Sheet::Left { .. }))?;
            let Some(FoundSheet { at_ms, author, sheet: Sheet::Left { why, .. }, .. }) = found else { continue };
            let (was, now) = self.dossiers_at(filing, *until);
            let mut changes = Vec::new();
            push(&mut changes, "dossier", was, now);
            let (action, purpose) = (Act::Refile.as_str().to_owned(), why);
            let at = instant(at_ms);
            let (version, consent, printed) = (None, None, None);
            let line = HistoryRow { at, officer: author, action, purpose, changes, version, consent, printed };
            lines.push((*until, line));
        }
        Ok(())
    }

    /// The markings that a document had before and after an entry that gave it another, as far as its classes say them: to those who may
    /// read what it was before.
    fn markings_at(&self, filing: &DocumentRecord, entry: u64) -> Option<(String, String)> {
        let was = filing.former.iter().find(|former| former.until == entry).map(|former| &former.class)?;
        let since = filing.former.iter().find(|former| former.since == entry).map(|former| &former.class);
        let now = since.or((filing.index == entry).then_some(&filing.class))?;
        if !self.readable().contains(was) {
            return None;
        }
        let marking = |class: &ClassId| {
            let label = label_of_access(&self.state.classes.get(class)?.access, self.now())?;
            Some(label.under_policy().banner(&label).text)
        };
        Some((marking(was)?, marking(now)?))
    }

    /// Whether this officer answers for a document: he filed it, or leads its dossier.
    pub(crate) fn answers_for(&self, filing: &DocumentRecord) -> bool {
        self.state.answers_for(self.id(), filing)
    }

    /// Whose a document is and from when its term counts, nobody changes who may not decide about it.
    fn require_answers_for(&self, id: &DocumentId, was: &Particulars, now: &Particulars) -> Result<(), Error> {
        let origin = was.originator != now.originator || was.date != now.date;
        match self.against_origin(&self.filing(id)?) {
            Some(reason) if origin => Err(denied_for(CORRECT, reason)),
            Some(_) | None => Ok(()),
        }
    }

    /// Why this officer does not change whose a document is, from when its term counts and which dossier it is in; none where he
    /// answers for it.
    pub(super) fn against_origin(&self, filing: &DocumentRecord) -> Option<Reason> {
        (!self.answers_for(filing)).then(|| Reason::new("not_originating_authority"))
    }

    /// What this officer may not put right of a document, where he may put right the rest: what would be refused, said before.
    pub(super) fn fixed(&self, filing: &DocumentRecord) -> Vec<FixedField> {
        if !self.puts_right(filing) {
            return Vec::new();
        }
        let origin = self.against_origin(filing);
        let fields = [("originator", origin.clone()), ("date", origin.clone()), ("dossier", origin)];
        let fixed = fields.into_iter().filter_map(|(field, why)| Some((field.to_owned(), why?)));
        fixed.map(|(field, why)| FixedField { field, why }).collect()
    }

    /// Whether this officer is one of those who put right what is written of a document; where two open it, with another.
    pub(crate) fn puts_right(&self, filing: &DocumentRecord) -> bool {
        self.state.puts_right(self.id(), filing)
    }

    /// Whether this officer may put right what is written of a document, or replace it: by an action of this name, with a second
    /// where two open it.
    pub(super) fn may_put_right(
        &self,
        action: &'static str,
        id: &DocumentId,
        second: Option<&Second>,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let filing = self.filing(id)?;
        let _ = self.state.may_open(self.id(), &filing.class, at).map_err(|no| denied(action, &no))?;
        require_there(action, &filing)?;
        if self.state.opens_by_two(&filing.class) && second.is_none() {
            return Err(denied_for(action, Reason::new("opens_by_two")));
        }
        if !self.puts_right(&filing) {
            return Err(denied_for(action, Reason::new("not_charged")));
        }
        second.map_or(Ok(()), |second| self.require_second(action, id, second, at))
    }

    /// What is written of a document now, to somebody who puts it right.
    pub(super) fn to_put_right(
        &self,
        id: &DocumentId,
        second: Option<&Second>,
        at: DateTime<Utc>,
    ) -> Result<Particulars, Error> {
        self.may_put_right(CORRECT, id, second, at)?;
        let filing = self.filing(id)?;
        let listed = self.in_index(id, &filing)?.listed;
        let (title, subject, originator) = (listed.title, listed.subject, listed.originator);
        Ok(Particulars {
            title,
            subject,
            originator,
            date: listed.date,
            paper: listed.paper,
            relations: listed.relations,
        })
    }

    /// What was last put right of a document in the class that it is in, as far as this officer holds its keys.
    pub(crate) fn right(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Option<Particulars>, Error> {
        let Some(last) = filing.corrected.last().filter(|last| **last > filing.index) else { return Ok(None) };
        let found = self.written_in(id, &filing.class, *last)?;
        Ok(found.and_then(|found| found.sheet.particulars()))
    }

    /// What was written of a document, by the entries that wrote it, as far as this officer may read it; nothing where nothing
    /// was put right.
    fn written(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<(u64, Particulars)>, Error> {
        let sheets = self.written_sheets(id, filing)?.into_iter();
        Ok(sheets.filter_map(|(entry, sheet)| Some((entry, sheet.particulars()?))).collect())
    }

    /// The sheets that say it.
    pub(super) fn written_sheets(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<(u64, Sheet)>, Error> {
        if filing.corrected.is_empty() {
            return Ok(Vec::new());
        }
        let readable = self.readable();
        let mut written = Vec::new();
        let before = filing.former.iter().map(|former| (&former.class, former.since, former.until));
        for (class, since, until) in before.chain([(&filing.class, filing.index, u64::MAX)]) {
            let alone = readable.contains(class) && !self.state.opens_by_two(class);
            if !alone && !self.is_at_hand(class) {
                continue;
            }
            let corrected = filing.corrected.iter().copied().filter(|entry| (since..until).contains(entry));
            for entry in std::iter::once(since).chain(corrected) {
                let found = self.written_in(id, class, entry)?;
                written.extend(found.map(|found| (entry, found.sheet)));
            }
        }
        Ok(written)
    }

    /// The sheet of an entry that says of a document what can be put right; none where this officer holds no key to it.
    pub(super) fn written_in(&self, id: &DocumentId, class: &ClassId, index: u64) -> Result<Option<FoundSheet>, Error> {
        self.sheet_in(id, class, index, &|sheet| sheet.particulars().is_some())
    }

    /// Such a sheet about a document in the part of an entry for a class; none where this officer holds no key to it, or where
    /// there is none.
    pub(crate) fn sheet_in(
        &self,
        id: &DocumentId,
        class: &ClassId,
        index: u64,
        such: &dyn Fn(&Sheet) -> bool,
    ) -> Result<Option<FoundSheet>, Error> {
        for epoch in self.epochs_to_open(class) {
            let tag = Audience::Class(class.clone(), epoch).to_string();
            let entries = self.ledger.read_for(&self.position, &tag, index.checked_sub(1), 1)?;
            let Some(entry) = entries.first().filter(|entry| entry.index() == index) else { continue };
            let Some(author) = self.state.author(entry.author()).cloned() else { continue };
            for part in entry.parts().iter().filter(|part| part.audience == tag) {
                let sheets = self.sheets_of(class, epoch, &part.sealed);
                let of_it = |found: &FoundSheet| found.sheet.document() == id && such(&found.sheet);
                if let Some(found) = genuine(entry, &author, class, sheets, &self.state).into_iter().find(of_it) {
                    return Ok(Some(found));
                }
            }
        }
        Ok(None)
    }
}

/// Whether an act is about what a document is, as opposed to its use.
fn is_of_itself(act: Act) -> bool {
    use Act::{Correct, Declassify, Downgrade, File, FileVersion, Maintain, Note, Refile, Remark, Upgrade};
    [File, FileVersion, Correct, Note, Refile, Declassify, Downgrade, Upgrade, Remark, Maintain].contains(&act)
}

/// The copies that an entry printed, by their numbers.
fn printed_at(filing: &DocumentRecord, entry: u64) -> Option<PrintedCopies> {
    let mut before: u32 = 0;
    for printed in &filing.printed {
        if printed.index == entry {
            let numbers = numbers(before.saturating_add(1), printed.copies);
            return Some(PrintedCopies { numbers, printer: printed.printer.clone() });
        }
        before = before.saturating_add(printed.copies);
    }
    None
}

/// What is written otherwise.
fn differences(was: &Particulars, now: &Particulars) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    push(&mut changes, "title", was.title.clone(), now.title.clone());
    push(&mut changes, "subject", was.subject.clone(), now.subject.clone());
    push(&mut changes, "originator", was.originator.clone(), now.originator.clone());
    push(&mut changes, "date", was.date.to_string(), now.date.to_string());
    push(&mut changes, "paper", was.paper.clone(), now.paper.clone());
    changes
}

pub(super) fn push(changes: &mut Vec<FieldChange>, field: &str, was: String, now: String) {
    if was != now {
        changes.push(FieldChange { field: field.to_owned(), was, now });
    }
}
