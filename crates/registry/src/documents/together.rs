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
        state.require_two(&self.document, &self.with, Together::Open(&self.document), by)
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

/// Two officers changed a document together: what is done to it, the same entry says, and both signed that. It stands where both
/// may open the document by the marking that two open: before it is marked otherwise, or after it is marked so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedTogether {
    pub document: DocumentId,
    pub with: Witness,
}

impl Fact for ChangedTogether {
    const WEIGHT: Weight = Weight::Single;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        state.require_two(&self.document, &self.with, Together::Change(&self.document), by)
    }

    fn apply(&self, _: &mut State, _: &Context<'_>) {}

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
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
        AuditRecord::new(Act::ChangeTogether)
            .about("document", self.document.to_string())
            .about("second", self.with.officer.to_string())
    }
}

impl State {
    /// Whether the author of an entry and the second whom it names may both open a document that two open, have shares of its key
    /// that fit together, and both sign.
    fn require_two(
        &self,
        document: &DocumentId,
        with: &Witness,
        what: Together<'_>,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        let record = self.documents.get(document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        require(self.opens_by_two(&record.class), Rule::NotForTwo)?;
        with.check(self, by, what)?;
        let both = [by.author, &with.officer];
        for officer in both {
            require(self.may_hold_by_hard_rules(officer, &record.class, by), Rule::SheetWithoutRight)?;
        }
        require(self.share_between(&record.class, record.epoch, both), Rule::NoShare)
    }
}
