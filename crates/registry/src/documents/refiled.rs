//! A document is put into another dossier: with the marking that it has, and under a key of those who need to know it there.

use seal::{ObjectId, Weight};
use serde::{Deserialize, Serialize};

use super::anew::SealedAnew;
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, require};
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

impl Refiled {
    fn anew(&self) -> SealedAnew<'_> {
        let Refiled { document, class, epoch, object, earlier } = self;
        SealedAnew { document, class, epoch: *epoch, object, earlier }
    }
}

impl Fact for Refiled {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Refiled(|fact| &fact.document);

    /// By those who decide about it, into an open dossier: who leads that one decides about it from then on. From a closed one as
    /// well: nothing comes into that.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        let to = state.classes.get(&self.class).ok_or(Rule::UnknownClass)?;
        // What two open, nobody opens alone to seal it for others.
        state.require_one_or_two(&self.document, &record, by)?;
        let reads = state.may_hold_by_hard_rules(by.author, &record.class, by);
        require(reads && state.answers_for(by.author, &record), Rule::RefiledWithoutRight)?;
        // It is moved to other people, never to another marking.
        let from = state.classes.get(&record.class);
        let beside = from.is_some_and(|from| from.access == to.access && from.dossier != to.dossier);
        require(beside, Rule::RefiledOtherwise)?;
        state.require_open(&to.dossier)?;
        self.anew().check(state, &record, record.last_change(), by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(record) = self.anew().moved(state, by) else { return };
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        self.anew().parts(after, Rule::RefiledWithoutSheets)
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
