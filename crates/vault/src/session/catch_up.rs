//! Reading what was added to the log, and keeping the index up to date.

use std::collections::BTreeSet;

use ledger::{Entry, Ledger, Position, ReadAhead};
use registry::Event;
use registry::documents::DocumentRecord;
use registry::keys::KeyName;
use registry::parts::{Audience, decode};
use registry::replay::{Ahead, Earlier, Findings, FoundOfTwo, Replay, found_of_two, genuine, open_sheets, read_notes};

use super::fill::{Fill, Filling, WhenWords};
use super::record::SLACK;
use super::start::RUN;
use super::{Broken, Session};
use crate::outside::Durable;
use crate::{ClassId, DocumentId, Error, OfficerId};

/// How many entries are put into the index at once, where there are more to come: at least, once a first run is there, and at
/// most. Rows that go among others cost a block of the disk each time that something is kept: the more of them at once, the fewer
/// blocks. What was found in them is in memory until then, some kilobytes for each, while as many are on their way to the index.
const AT_ONCE: (u64, u64) = (2 * RUN as u64, 4 * RUN as u64);

/// The log as far as it is being read.
struct LogBefore<'l> {
    ledger: &'l Ledger,
    end: &'l Position,
}

impl Earlier for LogBefore<'_> {
    fn first_for(&self, audience: &str) -> Option<Entry> {
        self.ledger.read_for(self.end, audience, None, 1).ok()?.into_iter().next()
    }
}

impl Session {
    /// Reads what others have added to the log.
    ///
    /// # Errors
    /// Integrity errors; [`Error::Disabled`] when this officer was disabled meanwhile, [`Error::Frozen`].
    pub fn catch_up(&mut self) -> Result<(), Error> {
        self.catch_up_telling(&mut |_, _| ())
    }

    /// As [`Session::catch_up`], telling after each run how many entries were read, of how many; nothing where one run is all.
    pub(super) fn catch_up_telling(&mut self, tell: &mut dyn FnMut(u64, u64)) -> Result<(), Error> {
        if let Some(broken) = &self.broken {
            return Err(broken.error());
        }
        let mut filling = None;
        let read = self.read_on(tell, &mut filling);
        // Whatever came of reading: what is on its way to the index gets there, and the session knows.
        let filled = self.filled(&mut filling);
        let ordered = self.index.make_trees();
        read?;
        filled?;
        ordered?;
        if let Err(error) = self.state.require_not_frozen(&self.keyring.me).map_err(Error::from) {
            self.broken = Some(Broken::by(&error));
            return Err(error);
        }
        self.state.documents.much_was_read();
        self.settle()?;
        self.write_words_in_background()
    }

    /// Reads to the end. While a thread puts into the index what was read, more is read.
    fn read_on(&mut self, tell: &mut dyn FnMut(u64, u64), filling: &mut Option<Filling>) -> Result<(), Error> {
        let remembered_ms = self.position.last_ms().max(self.seen_ms);
        let mut ahead = ReadAhead::from(&self.position, RUN).before(self.until);
        let mut findings = Findings::default();
        let mut kept_to = self.position.size();
        let mut first = true;
        loop {
            let (entries, next) = match ahead.next(&self.ledger) {
                Ok(Some(run)) => run,
                Ok(None) => break,
                Err(error) => {
                    // What was read is kept all the same.
                    self.filled(filling)?;
                    if kept_to != self.position.size() {
                        self.absorb(findings)?;
                    }
                    return Err(error.into());
                }
            };
            if let Err(error) = self.prove_early(&entries) {
                self.broken = Some(Broken::by(&error));
                return Err(error);
            }
            let opened = Ahead::open(&entries, &self.keyring, &self.knowledge);
            let mut replay = Replay {
                now_ms: self.clock.now().timestamp_millis(),
                believed_ms: remembered_ms,
                earlier: &LogBefore { ledger: &self.ledger, end: &next },
                state: &mut self.state,
                keyring: &mut self.keyring,
                knowledge: &mut self.knowledge,
                begun: &mut self.begun,
                findings,
            };
            let read = replay.read_opened(&entries, opened).map_err(Error::from);
            findings = replay.findings;
            if let Err(error) = read {
                let error = self.whose_clock(error, remembered_ms);
                // The state is neither that before these entries nor that after them.
                self.broken = Some(Broken::by(&error));
                return Err(error);
            }
            self.unsaved += next.size() - self.position.size();
            self.position = next;
            // First the names of dossiers: what is put into the index bears them.
            if let Err(error) = self.read_new_dossiers() {
                self.missed();
                return Err(error);
            }
            if ahead.goes_on() {
                let (least, most) = AT_ONCE;
                let least = if first { RUN as u64 } else { least };
                let new = self.position.size() - kept_to;
                let busy = filling.as_ref().is_some_and(|filling| !filling.is_done());
                if new >= most || (new >= least && !busy) {
                    // One after the other: what is put there may rest on what was put there before.
                    self.filled(filling)?;
                    self.index.expect_much()?;
                    if std::mem::take(&mut first) {
                        // Nothing of this reading is in the index yet: if nothing else is, its trees are made at the end.
                        self.index.leave_trees()?;
                    }
                    *filling =
                        Some(self.fill(std::mem::take(&mut findings), WhenWords::Later)?.on_a_thread(&self.index));
                    kept_to = self.position.size();
                }
                tell(self.position.size(), self.ledger.head()?.size);
            }
            // What cannot be kept was told at the start; nothing else depends on it.
            let _ = self.outside.keep(&self.position.head(), Durable::Soon);
        }
        self.filled(filling)?;
        if kept_to != self.position.size() {
            self.absorb(findings)?;
        }
        Ok(())
    }

    /// An entry of the future is a matter of this computer's clock where the log was seen to be as late before, or where
    /// it is the first of all; else of its author's.
    fn whose_clock(&self, error: Error, remembered_ms: i64) -> Error {
        let now_ms = self.clock.now().timestamp_millis();
        match error {
            Error::EntryAhead { index, author, ahead_seconds } if index == 0 || now_ms + SLACK < remembered_ms => {
                let until = registry::state::instant(remembered_ms.max(now_ms + ahead_seconds * 1000));
                Error::ClockBehind { index, author: Some(author), until }
            }
            error => error,
        }
    }

    /// The index has missed something. It is put there again from the log, when there is room: documents by this session, the
    /// rest by the next, which begins at the last snapshot.
    fn missed(&mut self) {
        self.knowledge.indexed.clear();
        self.lossy = true;
    }

    /// Puts what was found into the index, and remembers how far the log was read.
    fn absorb(&mut self, findings: Findings) -> Result<(), Error> {
        let fill = self.fill(findings, WhenWords::Now)?;
        let put = fill.put_into(&mut self.index);
        self.note_filled(put.map(|()| fill.records))
    }

    /// What comes into the index for what was found.
    fn fill(&mut self, findings: Findings, words: WhenWords) -> Result<Fill, Error> {
        drop(self.state.documents.take_failure());
        let rows = self.index_rows(&findings.sheets);
        let mut rows = match rows {
            Ok(rows) => rows,
            Err(error) => {
                self.missed();
                return Err(error);
            }
        };
        self.rows_of_two(&findings.of_two, &mut rows);
        // What two open now comes back without what was read of it before.
        let leaves = |id: &&DocumentId| !self.is_indexed(id) || self.is_for_two(id);
        let gone: Vec<DocumentId> = findings.moved.iter().filter(leaves).cloned().collect();
        self.documents_left |= !gone.is_empty();
        // What seems not to be there may only not have been found.
        if let Some(failure) = self.state.documents.take_failure() {
            self.missed();
            return Err(failure.into());
        }
        let records = self.state.documents.changed().map(|(id, record)| (id.clone(), record.clone())).collect();
        Ok(Fill { records, gone, rows, lines: findings.lines, position: self.position.clone(), words })
    }

    /// Waits for what is on its way to the index.
    fn filled(&mut self, filling: &mut Option<Filling>) -> Result<(), Error> {
        match filling.take() {
            Some(filling) => {
                let put = filling.done();
                self.note_filled(put)
            }
            None => Ok(()),
        }
    }

    fn note_filled(&mut self, put: Result<Vec<(DocumentId, DocumentRecord)>, Error>) -> Result<(), Error> {
        match put {
            Ok(records) => {
                self.state.documents.are_kept(&records);
                Ok(())
            }
            Err(error) => {
                self.missed();
                Err(error)
            }
        }
    }

    /// Whether the documents of the class that it is in now are on the index.
    pub(crate) fn is_indexed(&self, document: &DocumentId) -> bool {
        let filing = self.state.documents.get(document);
        filing.is_some_and(|filing| self.knowledge.indexed.contains(&(filing.class.clone(), filing.epoch)))
    }

    fn is_for_two(&self, document: &DocumentId) -> bool {
        self.state.documents.get(document).is_some_and(|filing| self.state.opens_by_two(&filing.class))
    }

    /// Brings the index in step with what the officer may see now: that changes with entries, and with the days.
    fn settle(&mut self) -> Result<(), Error> {
        let now = self.now();
        let permitted: BTreeSet<ClassId> = self.state.open_classes(self.id(), now).into_keys().collect();
        if self.knowledge.indexed.iter().any(|(class, _)| !permitted.contains(class)) {
            self.knowledge.indexed.retain(|(class, _)| permitted.contains(class));
            // In this order: a snapshot that still claimed those documents would never have them put back.
            self.save()?;
            self.index.change::<_, Error>(|change| Ok(change.keep_classes(&permitted)?))?;
            self.documents_left = true;
        }
        let mut gained = Vec::new();
        for class in permitted {
            for epoch in self.followed_epochs(&class) {
                if !self.knowledge.indexed.contains(&(class.clone(), epoch)) {
                    gained.push((class.clone(), epoch));
                }
            }
        }
        for (class, epoch) in gained {
            // What came to it from classes that are on the index already has lines on the sheets of those.
            let came = self.state.documents.came_to(&class)?;
            let former: BTreeSet<ClassId> = came.into_iter().flat_map(|f| f.former).map(|f| f.class).collect();
            self.index(class.clone(), epoch)?;
            let again: Vec<(ClassId, u32)> =
                self.knowledge.indexed.iter().filter(|(c, _)| *c != class && former.contains(c)).cloned().collect();
            for (class, epoch) in again {
                self.index(class, epoch)?;
            }
        }
        if self.documents_left {
            self.forget_places()?;
            self.documents_left = false;
        }
        if self.worth_keeping() {
            self.save()?;
        }
        Ok(())
    }

    /// The epochs of a key that are held.
    pub(crate) fn held_epochs(&self, key: &KeyName) -> Vec<u32> {
        let chain = self.state.keys.get(key);
        chain.map(|c| c.numbers().filter(|epoch| self.keyring.holds(key, *epoch)).collect()).unwrap_or_default()
    }

    /// The epochs of a class whose documents come into the index: those that are held; all of what two open, as far as everybody
    /// knows them.
    fn followed_epochs(&self, class: &ClassId) -> Vec<u32> {
        let key = KeyName::Class(class.clone());
        match self.state.keys.get(&key).filter(|_| self.state.opens_by_two(class)) {
            Some(chain) => chain.numbers().collect(),
            None => self.held_epochs(&key),
        }
    }

    /// What an entry says, to everybody, of the documents of a class that two open.
    fn found_of_two(&mut self, entry: &Entry, author: &OfficerId, class: &ClassId) -> Vec<FoundOfTwo> {
        let mut events = Vec::new();
        for part in entry.parts() {
            let epoch = match Audience::parse(&part.audience) {
                Some(Audience::Common(epoch)) => epoch,
                Some(
                    Audience::Author
                    | Audience::Renews(_)
                    | Audience::Beside(_)
                    | Audience::Oversight(_)
                    | Audience::OversightKey(_)
                    | Audience::Officer(_)
                    | Audience::Custody(_)
                    | Audience::Pairs(_)
                    | Audience::Dossier(..)
                    | Audience::Class(..),
                )
                | None => continue,
            };
            if let Ok(plain) = self.keyring.open_common(epoch, &part.sealed) {
                events.extend(decode::<Event>(plain.expose_secret()).unwrap_or_default());
            }
        }
        let mut found = found_of_two(entry, author, &events, &self.state);
        found.retain(|found| found.class == *class);
        found
    }

    /// Puts the documents of one epoch of a class into the index: its key came after them.
    fn index(&mut self, class: ClassId, epoch: u32) -> Result<(), Error> {
        let audience = Audience::Class(class.clone(), epoch);
        let tag = audience.to_string();
        let mut after = None;
        while let Some(entries) = self.run_of(&tag, &mut after)? {
            if entries.len() == RUN {
                self.index.expect_much()?;
            }
            let mut findings = Findings::default();
            for entry in &entries {
                let Some(author) = self.state.author(entry.author()).cloned() else { continue };
                if self.state.opens_by_two(&class) {
                    findings.of_two.extend(self.found_of_two(entry, &author, &class));
                    continue;
                }
                for part in entry.parts().iter().filter(|part| part.audience == tag) {
                    let sheets = open_sheets(&self.keyring, &audience, &part.sealed).unwrap_or_default();
                    findings.sheets.extend(genuine(entry, &author, &class, sheets, &self.state));
                }
            }
            if let Some(failure) = self.state.documents.take_failure() {
                return Err(failure.into());
            }
            self.absorb(findings)?;
        }
        self.knowledge.indexed.insert((class, epoch));
        self.unsaved += 1;
        Ok(())
    }

    /// The next entries with a part under that tag, and none where there are no more of them.
    fn run_of(&self, tag: &str, after: &mut Option<u64>) -> Result<Option<Vec<Entry>>, Error> {
        let entries = self.ledger.read_for(&self.position, tag, *after, RUN)?;
        let Some(last) = entries.last() else { return Ok(None) };
        *after = Some(last.index());
        Ok(Some(entries))
    }

    /// Reads titles and people of dossiers whose key came after them.
    fn read_new_dossiers(&mut self) -> Result<(), Error> {
        let mut new = Vec::new();
        for dossier in self.state.dossiers.keys() {
            let held = self.held_epochs(&KeyName::Dossier(dossier.clone()));
            // All of them, in their order: who is named by a later one is named again.
            if held.iter().any(|epoch| !self.knowledge.read.contains(&(dossier.clone(), *epoch))) {
                new.extend(held.into_iter().map(|epoch| (dossier.clone(), epoch)));
            }
        }
        for (dossier, epoch) in new {
            let audience = Audience::Dossier(dossier.clone(), epoch);
            let tag = audience.to_string();
            let mut after = None;
            while let Some(entries) = self.run_of(&tag, &mut after)? {
                for part in entries.iter().flat_map(|entry| entry.parts()).filter(|part| part.audience == tag) {
                    read_notes(&self.keyring, &mut self.knowledge, &dossier, &audience, &part.sealed);
                }
            }
            self.knowledge.read.insert((dossier, epoch));
            self.unsaved += 1;
        }
        Ok(())
    }
}
