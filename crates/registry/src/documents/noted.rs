//! A note on a document: what somebody who may read it has to say of it, under its marking.

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, RequiredSheet, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule};

/// Somebody wrote a note on a document. What it says stands on the document's sheet, for those who may read that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    pub document: DocumentId,
}

impl Fact for Noted {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// Also in a closed dossier: nothing comes into it by that.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        // What is written of it nobody reads alone.
        require(!state.opens_by_two(&record.class), Rule::OneForTwo)?;
        require(state.may_hold_by_hard_rules(by.author, &record.class, by), Rule::NotedWithoutRight)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        record.noted.push(by.index);
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let (document, class) = (self.document.clone(), record.class);
        let may_write = vec![class.clone()];
        let sheet = RequiredSheet { document, class, epoch: None, or: Rule::NotedWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Note).about("document", self.document.to_string())
    }
}
