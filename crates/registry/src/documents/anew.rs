//! A document is sealed again: it comes to a class, this or another one, with other sealed files.

use seal::ObjectId;

use super::version::sealed_to;
use super::{DocumentRecord, Former, Replaced, RequiredSheet, Sealed};
use crate::fact::{Context, RequiredParts, require};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule};

/// What a fact says of a document that is sealed again: for which epoch of which class, and as which files.
#[derive(Clone, Copy)]
pub(crate) struct SealedAnew<'f> {
    pub document: &'f DocumentId,
    pub class: &'f ClassId,
    pub epoch: u32,
    pub object: &'f ObjectId,
    /// Those of the versions before the last, the oldest first.
    pub earlier: &'f [ObjectId],
}

impl SealedAnew<'_> {
    /// Whether it is sealed to the present epoch of the class, and each version has a sealed file of its own, which nothing had
    /// before. `last`: the entry after which this one has to be.
    pub fn check(&self, state: &State, record: &DocumentRecord, last: u64, by: &Context<'_>) -> Result<(), Rule> {
        state.require_current(self.class, self.epoch)?;
        // Its history knows one change at each entry.
        require(last < by.index, Rule::DocumentsInOneEntry)?;
        state.documents.require_fresh(record, self.object, self.earlier)
    }

    /// Its record once it has other sealed files in the class that it is in. `for_text`: because its text was read.
    pub fn replaced(&self, mut record: DocumentRecord, by: &Context<'_>, for_text: bool) -> DocumentRecord {
        let last = Sealed { epoch: self.epoch, object: self.object.clone() };
        let (Sealed { epoch, object }, earlier) = record.give(last, sealed_to(self.epoch, self.earlier));
        record.replaced.push(Replaced { epoch, object, earlier, until: by.index, for_text });
        record
    }

    /// Its record once it is in another class; none where there is no such document or class. Its number there is the next one; in
    /// the class that it is in already it keeps the one that it has. Its place in the register of its old class stays empty.
    pub fn moved(&self, state: &mut State, by: &Context<'_>) -> Option<DocumentRecord> {
        let mut record = state.documents.get(self.document)?;
        let to = state.classes.get_mut(self.class)?;
        let (year, number) = (record.year, record.number);
        if record.class != *self.class {
            (record.year, record.number) = to.next_number(by.at);
        }
        let left = std::mem::replace(&mut record.class, self.class.clone());
        let last = Sealed { epoch: self.epoch, object: self.object.clone() };
        let (Sealed { epoch, object }, earlier) = record.give(last, sealed_to(self.epoch, self.earlier));
        let (since, until) = (record.index, by.index);
        record.former.push(Former { class: left, epoch, year, number, since, until, object, earlier });
        record.index = by.index;
        Some(record)
    }

    /// The parts of the entry that moves it: both classes have something to say.
    pub fn parts(&self, after: &State, or: Rule) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(self.document).ok_or(Rule::UnknownDocument)?;
        let left = record.former.last().map(|former| former.class.clone()).ok_or(Rule::UnknownClass)?;
        let sheet =
            |class: &ClassId, epoch| RequiredSheet { document: self.document.clone(), class: class.clone(), epoch, or };
        Ok(RequiredParts {
            sheets: vec![sheet(&left, None), sheet(self.class, Some(self.epoch))],
            may_write: vec![left, self.class.clone()],
            moves: Some(self.document.clone()),
            ..RequiredParts::none()
        })
    }
}
