//! Documents: their filing, and what is on their sheets.

mod anew;
#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod corrected;
mod noted;
mod printed;
mod record;
mod refiled;
mod resealed;
mod sheet;
mod table;
mod text_read;
mod together;
mod version;
mod withdrawn;

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, OfTwo, RequiredParts, RequiredSheet, require};
use crate::key_name::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{ClassId, DocumentId, ForgedRule as Rule, OfficerId};
use seal::ObjectId;

pub use crate::error::TableError;
pub(crate) use anew::SealedAnew;
pub use corrected::Corrected;
pub use noted::Noted;
pub use printed::{COPIES, Copies, Printed, numbers};
pub use record::{DocumentRecord, Former, Replaced, Sealed, Version, Withdrawn};
pub use refiled::Refiled;
pub use resealed::Resealed;
pub use sheet::{
    Content, Decided, Earlier, EarlierNote, FoundSheet, InnerText, Particulars, Relation, RelationKind, Sheet,
    SheetOfVersion, TextLack,
};
pub use table::{DocumentTable, Documents, MemoryTable};
pub use text_read::TextRead;
pub use together::{ChangedTogether, OpenedTogether};
pub use version::VersionFiled;
pub use withdrawn::FilingWithdrawn;

/// A document was filed. What it is stands on its sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filed {
    pub document: DocumentId,
    pub class: ClassId,
    pub epoch: u32,
}

impl Fact for Filed {
    const WEIGHT: Weight = Weight::Single;
    const BY_TWO: BySecond<Self> = BySecond::Told(|fact| (&fact.document, OfTwo::Filed));

    fn check(&self, state: &State, _: &Context<'_>) -> Result<(), Rule> {
        require(!state.documents.contains(&self.document), Rule::DocumentFiledTwice)?;
        require(!state.documents.uses(&ObjectId::from(&self.document)), Rule::ObjectOfAnother)?;
        state.require_current(&self.class, self.epoch)?;
        let class = state.classes.get(&self.class).ok_or(Rule::UnknownClass)?;
        state.require_open(&class.dossier)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(class) = state.classes.get_mut(&self.class) else { return };
        let (year, number) = class.next_number(by.at);
        let record = DocumentRecord {
            class: self.class.clone(),
            epoch: self.epoch,
            index: by.index,
            at_ms: by.at_ms,
            by: by.author.clone(),
            year,
            number,
            object: ObjectId::from(&self.document),
            versions: Vec::new(),
            former: Vec::new(),
            replaced: Vec::new(),
            decided: Vec::new(),
            corrected: Vec::new(),
            noted: Vec::new(),
            printed: Vec::new(),
            withdrawn: None,
        };
        state.documents.insert(self.document.clone(), record);
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        let (document, class) = (self.document.clone(), self.class.clone());
        let sheet = RequiredSheet { document, class, epoch: Some(self.epoch), or: Rule::FiledWithoutSheet };
        let may_write = vec![self.class.clone()];
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
        AuditRecord::new(Act::File).about("document", self.document.to_string()).about("class", self.class.to_string())
    }
}

impl State {
    /// Documents are put into the present epoch of a class.
    pub(crate) fn require_current(&self, class: &ClassId, epoch: u32) -> Result<(), Rule> {
        let current = self.current(&KeyName::Class(class.clone())).map(|(number, _)| number);
        require(current == Some(epoch), Rule::EpochOutOfOrder)
    }

    /// Class and present epoch of a document: where its consultation sheet goes on.
    pub fn sheet_of(&self, document: &DocumentId) -> Option<(ClassId, u32)> {
        let class = self.documents.get(document)?.class;
        let (epoch, _) = self.current(&KeyName::Class(class.clone()))?;
        Some((class, epoch))
    }

    /// The reference number of a document, as those who may see it know it.
    pub fn reference(&self, record: &DocumentRecord) -> String {
        self.numbered(&record.class, record.year, record.number)
    }

    /// The reference number that a document had in a class that it left.
    pub fn former_reference(&self, former: &Former) -> String {
        self.numbered(&former.class, former.year, former.number)
    }

    fn numbered(&self, class: &ClassId, year: i32, number: u32) -> String {
        let code = self.classes.get(class).map_or("", |class| class.code.as_str());
        format!("{}/{year}/{code}/{number:04}", self.register)
    }

    /// What somebody gets who files into a class that he cannot read: a number that counts nothing.
    pub fn deposit_number(&self, document: &DocumentId, year: i32) -> String {
        let short: String = document.as_str().chars().take(8).collect();
        format!("{}/{}/D-{}", self.register, year, short.to_uppercase())
    }
}
