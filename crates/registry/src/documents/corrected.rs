//! What is written of a document is put right: its title, its subject, its originator, its date.

use policy::{ActsFor, Role};
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{DocumentRecord, RequiredSheet};
use crate::fact::{BySecond, Concerns, Context, Fact, OfTwo, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule, OfficerId};

/// What is written of a document was put right. What it is now, and why, stands on its sheet; what it was, on those before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    pub document: DocumentId,
}

impl Fact for Corrected {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Told(|fact| (&fact.document, OfTwo::Corrected));

    /// Also in a closed dossier: nothing comes into it by that.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        // What is written of it nobody reads alone, and so nobody puts it right alone.
        state.require_one_or_two(&self.document, &record, by)?;
        let reads = state.may_hold_by_hard_rules(by.author, &record.class, by);
        require(reads && state.puts_right(by.author, &record), Rule::CorrectedWithoutRight)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        record.corrected.push(by.index);
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let (document, class) = (self.document.clone(), record.class);
        let may_write = vec![class.clone()];
        let sheet = RequiredSheet { document, class, epoch: None, or: Rule::CorrectedWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Correct).about("document", self.document.to_string())
    }
}

impl State {
    /// Whether an officer answers for a document: the person who filed it, and the lead of the dossier that it is in. Who decides
    /// about it, from when its term counts and whose it is depend on that; to keep the register is no such charge.
    pub fn answers_for(&self, officer: &OfficerId, record: &DocumentRecord) -> bool {
        self.acts_for(officer, record) != ActsFor::Nobody
    }

    /// Whether putting right what is written of a document is an officer's business: of the person who filed it, of the lead of
    /// its dossier, and of registrars. Whether he may read it is asked besides.
    pub fn puts_right(&self, officer: &OfficerId, record: &DocumentRecord) -> bool {
        self.answers_for(officer, record) || self.has_role(officer, Role::Registrar)
    }
}
