//! Versions: another file takes the place of the one before, under the same reference. The one before stays.

use std::collections::BTreeSet;

use seal::{ObjectId, Weight};
use serde::{Deserialize, Serialize};

use super::{DocumentRecord, Documents, RequiredSheet, Sealed, Version};
use crate::fact::{BySecond, Concerns, Context, Fact, OfTwo, RequiredParts, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};

/// A document has another version. What it is, and why, stands on its sheet; the file before it stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionFiled {
    pub document: DocumentId,
    /// Which one it is, from 2: the one after the last.
    pub number: u32,
    /// The class that the document is in.
    pub class: ClassId,
    pub epoch: u32,
    pub object: ObjectId,
}

impl Fact for VersionFiled {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Told(|fact| (&fact.document, OfTwo::Version));

    /// By those who put right what is written of it. Something comes into the dossier by that, so it is an open one.
    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        record.require_there()?;
        // What two open, nobody sees alone, and so nobody replaces alone.
        state.require_one_or_two(&self.document, &record, by)?;
        let reads = state.may_hold_by_hard_rules(by.author, &record.class, by);
        require(reads && state.puts_right(by.author, &record), Rule::VersionWithoutRight)?;
        require(record.class == self.class, Rule::VersionElsewhere)?;
        require(record.count_versions().checked_add(1) == Some(self.number), Rule::VersionOutOfOrder)?;
        state.require_current(&self.class, self.epoch)?;
        let class = state.classes.get(&self.class).ok_or(Rule::UnknownClass)?;
        state.require_open(&class.dossier)?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)?;
        require(!state.documents.uses(&self.object), Rule::ObjectOfAnother)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        let before = Sealed {
            epoch: std::mem::replace(&mut record.epoch, self.epoch),
            object: std::mem::replace(&mut record.object, self.object.clone()),
        };
        record.versions.push(Version { index: by.index, at_ms: by.at_ms, by: by.author.clone(), before });
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let (document, class) = (self.document.clone(), self.class.clone());
        let may_write = vec![class.clone()];
        let sheet = RequiredSheet { document, class, epoch: Some(self.epoch), or: Rule::VersionWithoutSheet };
        Ok(RequiredParts { sheets: vec![sheet], may_write, ..RequiredParts::none() })
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

    fn record(&self, _: &State) -> AuditRecord {
        AuditRecord::new(Act::FileVersion)
            .about("document", self.document.to_string())
            .about("class", self.class.to_string())
            .about("version", self.number.to_string())
    }
}

impl Documents {
    /// Whether each version of a document is given a sealed file of its own, which nothing had before: that of the last, and
    /// those of the versions before it, the oldest first.
    pub(crate) fn require_fresh(
        &self,
        record: &DocumentRecord,
        last: &ObjectId,
        earlier: &[ObjectId],
    ) -> Result<(), Rule> {
        require(earlier.len() == record.versions.len(), Rule::VersionLeftBehind)?;
        let mut all = BTreeSet::new();
        for object in earlier.iter().chain([last]) {
            require(!self.uses(object) && all.insert(object), Rule::ObjectOfAnother)?;
        }
        Ok(())
    }
}

/// Sealed files of one epoch.
pub(crate) fn sealed_to(epoch: u32, objects: &[ObjectId]) -> Vec<Sealed> {
    objects.iter().map(|object| Sealed { epoch, object: object.clone() }).collect()
}
