//! Opening by two.

use seal::Weight;
use serde::{Deserialize, Serialize};

use super::RequiredSheet;
use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::key_name::KeyName;
use crate::keys::{Together, Witness};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule, OfficerId};

/// Two officers opened a document together: the author of the entry, and the one who signed with him. What for, its sheet says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenedTogether {
    pub document: DocumentId,
    pub with: Witness,
}

impl Fact for OpenedTogether {
    const WEIGHT: Weight = Weight::Single;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        require(state.opens_by_two(&record.class), Rule::NotForTwo)?;
        self.with.check(state, by, Together::Open(&self.document))?;
        for officer in [by.author, &self.with.officer] {
            require(state.may_hold_by_hard_rules(officer, &record.class, by), Rule::SheetWithoutRight)?;
            state.require_share(&record.class, record.epoch, officer)?;
        }
        Ok(())
    }

    fn apply(&self, _: &mut State, _: &Context<'_>) {}

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let class = after.documents.get(&self.document).ok_or(Rule::UnknownDocument)?.class;
        let sheet = RequiredSheet { class: class.clone(), epoch: None, or: Rule::OpenedWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write: vec![class], ..RequiredParts::none() })
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Officer(&self.with.officer)
    }

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::OpenTogether)
            .about("document", self.document.to_string())
            .about("second", self.with.officer.to_string())
    }
}
