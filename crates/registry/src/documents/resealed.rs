//! A document's bytes are sealed again, under another file key: what somebody kept of the old one opens nothing of the new object.

use seal::{ObjectId, Weight};
use serde::{Deserialize, Serialize};

use super::anew::SealedAnew;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule};

/// A document has another sealed file, of the same class and with the same content; and so has each version before it. Where two
/// open it, two do it, for a key that they made together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resealed {
    pub document: DocumentId,
    pub epoch: u32,
    pub object: ObjectId,
    /// Those of the versions before the last, the oldest first.
    pub earlier: Vec<ObjectId>,
}

impl Resealed {
    fn anew<'f>(&'f self, class: &'f ClassId) -> SealedAnew<'f> {
        let Resealed { document, epoch, object, earlier } = self;
        SealedAnew { document, class, epoch: *epoch, object, earlier }
    }
}

impl Fact for Resealed {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// By somebody who may read it. That the content is the same, anyone who opens it checks against the hash that it was filed with.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        // What two open, nobody opens alone to seal it again.
        state.require_one_or_two(&self.document, &record, by)?;
        require(state.may_hold_by_hard_rules(by.author, &record.class, by), Rule::ResealedWithoutRight)?;
        self.anew(&record.class).check(state, &record, record.last_object_change(), by)?;
        // With what one person kept of it he would open alone what two filed.
        require(!state.is_made_by_one(&KeyName::Class(record.class.clone())), Rule::KeyOfOne)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(record) = state.documents.get(&self.document) else { return };
        let class = record.class.clone();
        state.documents.insert(self.document.clone(), self.anew(&class).replaced(record, by, false));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Reseal).about("document", self.document.to_string())
    }
}
