//! Opening by two.

use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{DocumentRecord, RequiredSheet};
use crate::fact::{
    BySecond, Concerns, Context, Fact, OfTwo, RequiredParts, Together, Witness, hands_over_nothing, require,
};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule};

/// A fact that two officers sign, its author and a second: they differ in what the second signs, and in the parts of the entry.
macro_rules! by_two {
    ($(#[$doc:meta])* $fact:ident, $together:ident, $act:ident, $parts:path, $by:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $fact {
            pub document: DocumentId,
            pub with: Witness,
        }

        impl Fact for $fact {
            const WEIGHT: Weight = Weight::Single;
            const BY_TWO: BySecond<Self> = $by;

            fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
                state.require_two(&self.document, &self.with, Together::$together(&self.document), by)
            }

            fn apply(&self, _: &mut State, _: &Context<'_>) {}

            fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
                $parts(after, &self.document)
            }

            hands_over_nothing!();

            fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
                Concerns::Officer(&self.with.officer)
            }

            fn record(&self, _: &State) -> AuditRecord {
                AuditRecord::new(Act::$act)
                    .about("document", self.document.to_string())
                    .about("second", self.with.officer.to_string())
            }
        }
    };
}

by_two! {
    /// Two officers opened a document together: the author of the entry, and the one who signed with him. What for, its sheet says.
    OpenedTogether, Open, OpenTogether, a_line_on_the_sheet,
    BySecond::Opened(
        |fact| (&fact.document, OfTwo::Opened { with: fact.with.officer.clone() }),
        |fact| Some((&mut fact.with, Together::Open(&fact.document))),
    )
}

by_two! {
    /// Two officers did something together with a document that they opened, other than reading it: what, the same entry says, and
    /// the second signed all of that. They mark it otherwise, put it right, replace it, move it, make another document from it, or
    /// write it into a package. It stands where both may open the document by the marking that two open: before it is marked
    /// otherwise, or after it is marked so.
    ChangedTogether, Change, ChangeTogether, what_is_done_calls_for,
    BySecond::Changed(|fact| &fact.document, |fact| Some((&mut fact.with, Together::Change(&fact.document))))
}

fn a_line_on_the_sheet(after: &State, document: &DocumentId) -> Result<RequiredParts, Rule> {
    let class = after.documents.get(document).ok_or(Rule::UnknownDocument)?.class;
    let document = document.clone();
    let sheet = RequiredSheet { document, class: class.clone(), epoch: None, or: Rule::OpenedWithoutSheet };
    Ok(RequiredParts { sheets: vec![sheet], may_write: vec![class], ..RequiredParts::none() })
}

/// Which parts there must be, the other facts say. Onto the sheet of the document they may write, whatever they do with it: what
/// is made from it stands there as well.
fn what_is_done_calls_for(after: &State, document: &DocumentId) -> Result<RequiredParts, Rule> {
    let class = after.documents.get(document).ok_or(Rule::UnknownDocument)?.class;
    Ok(RequiredParts::may_write(vec![class]))
}

impl State {
    /// Whether an entry that changes a document does it by two, where two open the document.
    pub(crate) fn require_one_or_two(
        &self,
        document: &DocumentId,
        record: &DocumentRecord,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        require(!self.opens_by_two(&record.class) || by.by_two.contains(document), Rule::OneForTwo)
    }

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
