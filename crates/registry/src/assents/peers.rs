//! The common case: one officer with a charge asks, and others with the same charge agree.

use policy::Role;
use policy::four_eyes::{
    Objection, SecondFacts, Since, SinglePoint, against_assent, against_refusal, against_withdrawal,
};

use super::{Answer, Request};
use crate::fact::{Context, require};
use crate::state::State;
use crate::{DocumentId, ForgedRule as Rule, OfficerId};

/// Who may answer a request: others with the same charge.
#[derive(Clone, Copy, Debug)]
pub struct Peers<'m> {
    pub charge: Role,
    /// What is broken by an answer of someone without the charge.
    pub or: Rule,
    /// The officer whom it is about, who does not answer it himself.
    pub about: Option<&'m OfficerId>,
    /// The entry that last decided about the same thing. Where that is later than the request, nobody says yes to it.
    pub decided: Option<u64>,
    pub while_single: WhileSingle,
    pub asking: Asking<'m>,
}

/// What who asked must still be when another says yes.
#[derive(Clone, Copy, Debug)]
pub enum Asking<'m> {
    /// One with the same charge.
    SameCharge,
    /// The person who filed this document, or the lead of its dossier.
    OfDocument(&'m DocumentId),
}

/// Whether others may agree while the vault has a single point of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhileSingle {
    May,
    MayNot,
}

impl<'m> Peers<'m> {
    /// Security officers, but the one whom it is about; as long as nothing was decided about it in a later entry.
    pub(crate) fn security_officers(about: Option<&'m OfficerId>, decided: Option<u64>) -> Peers<'m> {
        let (charge, or) = (Role::SecurityOfficer, Rule::NotSecurityOfficer);
        Peers { charge, or, about, decided, while_single: WhileSingle::May, asking: Asking::SameCharge }
    }
}

impl Peers<'_> {
    /// Everything that speaks against an answer of an officer to a request that waits.
    pub fn against(&self, answer: Answer, state: &State, request: &Request, officer: &OfficerId) -> Vec<Objection> {
        let known = |id: &OfficerId| state.officers.get(id).map(|officer| &officer.facts);
        // Whom the log does not know has no charge.
        let (Some(facts), Some(requester)) = (known(officer), known(&request.by)) else {
            return vec![Objection::NotInCharge];
        };
        let single_points: Vec<SinglePoint> = match self.while_single {
            WhileSingle::May => Vec::new(),
            WhileSingle::MayNot => state.single_points(),
        };
        let word = state.word(officer, &request.by);
        let since = if self.decided > Some(request.index) { Since::Changed } else { Since::Unchanged };
        let about = self.about.map(OfficerId::as_str);
        let (role, single_points) = (self.charge, single_points.as_slice());
        let (asked_as, still) = match self.asking {
            Asking::SameCharge => (Some(role), true),
            Asking::OfDocument(document) => {
                let record = state.documents.get(document);
                (None, record.is_some_and(|record| state.withdraws(&request.by, &record)))
            }
        };
        let facts = SecondFacts { officer: facts, requester, role, asked_as, about, since, word, single_points };
        match answer {
            Answer::Yes if !still => {
                let mut against = against_assent(&facts);
                against.push(Objection::RequesterNotInCharge);
                against
            }
            Answer::Yes => against_assent(&facts),
            Answer::No => against_refusal(&facts),
            Answer::Withdrawn => against_withdrawal(&facts),
        }
    }

    /// What was granted is not withdrawn: it is changed as everything of its kind.
    pub(super) fn may_answer(
        &self,
        answer: Answer,
        state: &State,
        request: &Request,
        by: &Context<'_>,
    ) -> Result<(), Rule> {
        require(request.waits(), Rule::RequestOver)?;
        match self.against(answer, state, request, by.author).first() {
            None => Ok(()),
            Some(Objection::NotInCharge) => Err(self.or),
            Some(Objection::OwnRequest) => Err(Rule::OwnRequest),
            Some(Objection::RequestOfAnother) => Err(Rule::AboutAnother),
            Some(Objection::AboutOneself) => Err(Rule::AboutOneself),
            Some(Objection::RequesterNotInCharge) => Err(Rule::RequesterNotInCharge),
            Some(Objection::Changed) => Err(Rule::RequestStale),
            Some(Objection::OneWord) => Err(Rule::OneWord),
            Some(Objection::SinglePoint(_)) => Err(Rule::SinglePoint),
        }
    }
}
