//! A document is put into another dossier: with the marking that it has, and under a key of those who need to know it there.

use seal::{ObjectId, Weight};
use serde::{Deserialize, Serialize};

use super::version::sealed_to;
use super::{DocumentRecord, Former, RequiredSheet, Sealed};
use crate::fact::{Concerns, Context, Fact, Places, RequiredParts, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};

/// A document is in another dossier: it belongs to this class from now on, and its sealed file is another, as is that of each
/// version before it. Why, the sheets of both classes say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refiled {
    pub document: DocumentId,
    pub class: ClassId,
    pub epoch: u32,
    pub object: ObjectId,
    /// Those of the versions before the last, the oldest first.
    pub earlier: Vec<ObjectId>,
}

impl Fact for Refiled {
    const WEIGHT: Weight = Weight::Dual;

    /// By those who put right what is written of it, into an open dossier. From a closed one as well: nothing comes into that.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        let to = state.classes.get(&self.class).ok_or(Rule::UnknownClass)?;
        // What two open, nobody opens alone to seal it for others.
        require(!state.opens_by_two(&record.class) && !to.access.opens_by_two(), Rule::OneForTwo)?;
        let reads = state.may_hold_by_hard_rules(by.author, &record.class, by);
        require(reads && state.puts_right(by.author, &record), Rule::RefiledWithoutRight)?;
        // It is moved to other people, never to another marking.
        let from = state.classes.get(&record.class);
        let beside = from.is_some_and(|from| from.access == to.access && from.dossier != to.dossier);
        require(beside, Rule::RefiledOtherwise)?;
        state.require_open(&to.dossier)?;
        state.require_current(&self.class, self.epoch)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)?;
        state.documents.require_fresh(&record, &self.object, &self.earlier)
    }

    /// Its place in the register of its old class stays empty.
    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let moved = state.move_to(&self.document, (&self.class, self.epoch), &self.object, &self.earlier, by);
        let Some(record) = moved else { return };
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let left = record.former.last().map(|former| former.class.clone()).ok_or(Rule::UnknownClass)?;
        let sheet =
            |class: &ClassId, epoch| RequiredSheet { class: class.clone(), epoch, or: Rule::RefiledWithoutSheets };
        Ok(RequiredParts {
            sheets: vec![sheet(&left, None), sheet(&self.class, Some(self.epoch))],
            may_write: vec![left, self.class.clone()],
            places: Places::Moves(self.document.clone()),
            ..RequiredParts::none()
        })
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        Some(KeyName::Class(self.class.clone()))
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, before: &State) -> AuditRecord {
        let former = before.documents.get(&self.document).map(|record| record.class.to_string());
        let dossier = before.classes.get(&self.class).map(|class| class.dossier.to_string());
        AuditRecord::new(Act::Refile)
            .about("document", self.document.to_string())
            .about("class", self.class.to_string())
            .about_some("former", former)
            .about_some("dossier", dossier)
    }
}

impl State {
    /// The record of a document that is put into another class by an entry, with these sealed files; none where there is no
    /// such document or class. Its number there is the next one; in the class that it is in already it keeps the one that it has.
    pub(crate) fn move_to(
        &mut self,
        document: &DocumentId,
        (class, epoch): (&ClassId, u32),
        object: &ObjectId,
        earlier: &[ObjectId],
        by: &Context<'_>,
    ) -> Option<DocumentRecord> {
        let mut record = self.documents.get(document)?;
        let to = self.classes.get_mut(class)?;
        let (year, number) = (record.year, record.number);
        if record.class != *class {
            (record.year, record.number) = to.next_number(by.at);
        }
        let left = std::mem::replace(&mut record.class, class.clone());
        let last = Sealed { epoch, object: object.clone() };
        let (Sealed { epoch, object }, earlier) = record.give(last, sealed_to(epoch, earlier));
        let (since, until) = (record.index, by.index);
        record.former.push(Former { class: left, epoch, year, number, since, until, object, earlier });
        record.index = by.index;
        Some(record)
    }
}
