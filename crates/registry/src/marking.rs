//! Markings: decisions that change the marking of a document, or keep it.

use label::AccessPart;
use policy::{ActsFor, Nature, NewAccess};
use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::documents::{DocumentRecord, SealedAnew};
use crate::fact::{
    BySecond, Concerns, Context, Fact, OfTwo, RequiredParts, RequiredSheet, hands_over_nothing, require,
};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::policies::{OWN_POLICY, policies};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};
use seal::ObjectId;

/// A document has another marking: it belongs to this class from now on, and its sealed file is another, as is that of each
/// version before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reclassified {
    pub document: DocumentId,
    pub class: ClassId,
    pub epoch: u32,
    pub object: ObjectId,
    /// Those of the versions before the last, the oldest first.
    pub earlier: Vec<ObjectId>,
    /// On the consent of the originating authority, which stands in the sheet.
    pub consented: bool,
}

impl Reclassified {
    fn anew(&self) -> SealedAnew<'_> {
        let Reclassified { document, class, epoch, object, earlier, consented: _ } = self;
        SealedAnew { document, class, epoch: *epoch, object, earlier }
    }
}

impl Fact for Reclassified {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Told(|fact| (&fact.document, OfTwo::Moved));

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_may_reclassify(&self.document, self.consented, by)?;
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let to = state.classes.get(&self.class).ok_or(Rule::UnknownClass)?;
        self.anew().check(state, &record, record.last_change(), by)?;
        require(!state.opens_by_two(&self.class) || by.by_two.contains(&self.document), Rule::OneForTwo)?;
        let from = state.classes.get(&record.class);
        // A document is moved to another marking, never to other people.
        require(from.is_some_and(|from| from.dossier == to.dossier), Rule::ReclassifiedElsewhere)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = self.anew().moved(state, by) else { return };
        record.decided.push(by.index);
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        self.anew().parts(after, Rule::ReclassifiedWithoutSheets)
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
        let record = AuditRecord::new(Act::Reclassify)
            .about("document", self.document.to_string())
            .about("class", self.class.to_string());
        let Some(former) = before.documents.get(&self.document).map(|record| record.class) else { return record };
        let nature = before.nature(&former, &self.class).map(Nature::as_str);
        record.about("former", former.to_string()).about_some("nature", nature)
    }
}

/// It was decided that a document stays classified as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Maintained {
    pub document: DocumentId,
    /// As in [`Reclassified`].
    pub consented: bool,
}

impl Fact for Maintained {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_may_reclassify(&self.document, self.consented, by)?;
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        record.decided.push(by.index);
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let record = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        let (document, class) = (self.document.clone(), record.class.clone());
        let sheet = RequiredSheet { document, class, epoch: None, or: Rule::DecidedWithoutSheet };
        let may_write = vec![record.class.clone()];
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::Reclassify)
            .about("document", self.document.to_string())
            .about("nature", Nature::Maintain.as_str())
    }
}

impl State {
    /// A marking is changed by an officer who may read the document and answers for it. Of another authority's it takes the consent
    /// as well, which stands in a sheet that fewer can read.
    fn require_may_reclassify(&self, document: &DocumentId, consented: bool, by: &Context<'_>) -> Result<(), Rule> {
        let record = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        let class = self.classes.get(&record.class).ok_or(Rule::UnknownClass)?;
        // Nobody reads it alone, and so nobody decides alone.
        self.require_one_or_two(document, &record, by)?;
        require(self.may_hold_by_hard_rules(by.author, &record.class, by), Rule::ReclassifiedWithoutRight)?;
        let charged = self.acts_for(by.author, &record) != ActsFor::Nobody;
        require(charged && (consented || class.access.policy == OWN_POLICY), Rule::NotOriginatingAuthority)
    }

    /// By what charge an officer decides about a document.
    pub fn acts_for(&self, officer: &OfficerId, record: &DocumentRecord) -> ActsFor {
        let lead = self.classes.get(&record.class).and_then(|class| self.lead(&class.dossier));
        if record.by == *officer {
            ActsFor::Author
        } else if lead == Some(officer) {
            ActsFor::Lead
        } else {
            ActsFor::Nobody
        }
    }

    /// What moving a document from one class to another does; none where the two cannot be compared.
    fn nature(&self, from: &ClassId, to: &ClassId) -> Option<Nature> {
        let access = |class: &ClassId| self.classes.get(class).map(|class| &class.access);
        let (from, to): (&AccessPart, &AccessPart) = (access(from)?, access(to)?);
        let to = NewAccess { access: to, policy: policies().policy(&to.policy)? };
        Nature::between(from, policies().policy(&from.policy)?, Some(to))
    }
}
