//! The text inside a document was read after it was filed: it comes next to the document's object, which is sealed again for that.

use seal::{ObjectId, Weight};
use serde::{Deserialize, Serialize};

use super::anew::SealedAnew;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, RequiredSheet, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule};

/// Somebody read the text inside a document, of which its sheet said that it waits, or that nobody looked for one. What was read stands
/// on the document's sheet. The document and each version before it have another sealed file, as in [`super::Resealed`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRead {
    pub document: DocumentId,
    pub epoch: u32,
    pub object: ObjectId,
    /// Those of the versions before the last, the oldest first.
    pub earlier: Vec<ObjectId>,
}

impl TextRead {
    fn anew<'f>(&'f self, class: &'f ClassId) -> SealedAnew<'f> {
        let TextRead { document, epoch, object, earlier } = self;
        SealedAnew { document, class, epoch: *epoch, object, earlier }
    }
}

impl Fact for TextRead {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    /// Also in a closed dossier: nothing comes into it by that. Whether its text waited stands on its sheet: those who read that take
    /// none where it did not.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        // Its text alone would be read by one.
        require(!state.opens_by_two(&record.class), Rule::OneForTwo)?;
        require(state.may_hold_by_hard_rules(by.author, &record.class, by), Rule::TextWithoutRight)?;
        self.anew(&record.class).check(state, &record, record.last_change(), by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(record) = state.documents.get(&self.document) else { return };
        let class = record.class.clone();
        state.documents.insert(self.document.clone(), self.anew(&class).replaced(record, by, true));
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let (document, class) = (self.document.clone(), record.class);
        let may_write = vec![class.clone()];
        let sheet = RequiredSheet { document, class, epoch: Some(self.epoch), or: Rule::TextWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::ReadText).about("document", self.document.to_string())
    }
}
