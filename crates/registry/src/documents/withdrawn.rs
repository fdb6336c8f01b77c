//! A filing that should not have been is withdrawn: the document is in no list any more and nobody opens it. Its entry, its
//! reference and its history stay.

use policy::ActsFor;
use policy::four_eyes::withdrawal_takes_two;
use seal::Weight;
use serde::{Deserialize, Serialize};

use super::{DocumentRecord, Withdrawn};
use crate::assents::{Acts, Asking, ByTwo, Peers, yes_is_all};
use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::rights::Alone;
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule, OfficerId};

/// A document is withdrawn. Under the full rules it is a matter of two. Why, only the line of the log says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingWithdrawn {
    pub document: DocumentId,
}

impl Fact for FilingWithdrawn {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Nothing;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)?;
        require(!state.withdrawal_takes_two(), Rule::TakesTwo)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        self.enter(state, by);
        state.withdrawn_alone.insert(self.document.clone(), Alone::of(by));
    }

    fn parts(&self, _: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::none())
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        Concerns::Nobody
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.describe(AuditRecord::new(Act::WithdrawDocument))
    }
}

impl FilingWithdrawn {
    /// By the person who filed it, or the lead of its dossier. He need not read it: a person who filed upwards by mistake says so.
    fn fits(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let record = state.documents.get(&self.document).ok_or(Rule::UnknownDocument)?;
        require(state.withdraws(by.author, &record), Rule::WithdrawnWithoutRight)?;
        record.require_there()?;
        // Its history knows one change at each entry.
        require(record.last_change() < by.index, Rule::DocumentsInOneEntry)
    }

    fn enter(&self, state: &mut State, by: &Context<'_>) {
        let Some(mut record) = state.documents.get(&self.document) else { return };
        record.withdrawn = Some(Withdrawn { index: by.index, at_ms: by.at_ms, by: by.author.clone() });
        state.documents.insert(self.document.clone(), record);
    }
}

/// Asked for by the person who filed it or by the lead of its dossier, decided by the yes of a security officer.
impl ByTwo for FilingWithdrawn {
    const ACTS: Acts = Acts {
        asked: Act::RequestWithdrawal,
        done: Act::WithdrawDocument,
        refused: Act::RefuseWithdrawal,
        recalled: Act::RecallWithdrawal,
    };

    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        self.fits(state, by)
    }

    fn whom(&self) -> Option<&OfficerId> {
        None
    }

    /// Nobody says yes any more once it is withdrawn, or was given another marking since.
    fn peers(&self, state: &State) -> Peers<'_> {
        let record = state.documents.get(&self.document);
        let decided = record.filter(|record| record.withdrawn.is_none()).map_or(u64::MAX, |record| record.index);
        Peers { asking: Asking::OfDocument(&self.document), ..Peers::security_officers(None, Some(decided)) }
    }

    fn describe(&self, record: AuditRecord) -> AuditRecord {
        record.about("document", self.document.to_string())
    }

    yes_is_all!();

    fn done(&self, state: &mut State, by: &Context<'_>) {
        self.enter(state, by);
    }
}

impl State {
    /// Whether to ask that a document is withdrawn is an officer's business: of the person who filed it, and of the lead of its
    /// dossier.
    pub fn withdraws(&self, officer: &OfficerId, record: &DocumentRecord) -> bool {
        self.works(officer) && self.acts_for(officer, record) != ActsFor::Nobody
    }

    /// Whether to withdraw a document takes two.
    pub fn withdrawal_takes_two(&self) -> bool {
        withdrawal_takes_two(self.regime())
    }
}

impl DocumentRecord {
    /// What was withdrawn nobody opens, changes or releases.
    pub(crate) fn require_there(&self) -> Result<(), Rule> {
        require(self.withdrawn.is_none(), Rule::DocumentWithdrawn)
    }
}
