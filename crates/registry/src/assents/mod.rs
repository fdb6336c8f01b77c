//! Assents: somebody asks for what takes the yes of others, until enough of them have said it.
//!
//! The facts are the same for every use. What may be asked for, by whom, and what becomes of it, each [`Matter`] says
//! itself, in the module of its subject.

mod matter;
mod peers;
mod two;

use std::collections::BTreeMap;

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{BySecond, Concerns, Context, Fact, RequiredParts, hands_over_nothing, require};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{AssentId, ForgedRule as Rule, OfficerId};

pub use matter::{Answering, AssentKind, Brings, Hindrance, Matter};
pub(crate) use matter::{Assentable, Step};
pub use peers::{Asking, Peers, WhileSingle};
pub(crate) use two::{Acts, ByTwo, yes_is_all};

/// What somebody asked for, and what the others said to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Request {
    pub matter: Matter,
    pub by: OfficerId,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    /// Its entry.
    pub index: u64,
    /// Every yes so far, each by another officer.
    pub given: Vec<AnswerEntry>,
    /// None: it waits.
    pub end: Option<End>,
    /// The entries of its steps.
    pub steps: Vec<u64>,
    /// Of one about custody, when each other officer first wrote something after it while it waited, in milliseconds since 1970: what
    /// stands before an entry its author could have read.
    pub seen: BTreeMap<OfficerId, i64>,
}

/// What is said to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    Yes,
    No,
    /// It is taken back.
    Withdrawn,
}

impl Answer {
    pub const ALL: [Answer; 3] = [Answer::Yes, Answer::No, Answer::Withdrawn];
}

/// Who answered a request, when, and in which entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerEntry {
    pub by: OfficerId,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    pub index: u64,
}

/// How a request ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// Enough said yes.
    Granted,
    Refused(AnswerEntry),
    Withdrawn(AnswerEntry),
}

impl AnswerEntry {
    fn of(by: &Context<'_>) -> AnswerEntry {
        AnswerEntry { by: by.author.clone(), at_ms: by.at_ms, index: by.index }
    }
}

impl Request {
    fn new(matter: &Matter, by: &Context<'_>) -> Request {
        Request {
            matter: matter.clone(),
            by: by.author.clone(),
            at_ms: by.at_ms,
            index: by.index,
            given: Vec::new(),
            end: None,
            steps: vec![by.index],
            seen: BTreeMap::new(),
        }
    }

    pub fn waits(&self) -> bool {
        self.end.is_none()
    }

    fn is_about_custody(&self) -> bool {
        self.matter.custody().is_some() || self.matter.custody_sharing().is_some()
    }

    /// How many must say yes.
    pub fn needed(&self) -> usize {
        self.matter.its().needed()
    }

    /// How many of those who said yes count still: who is stopped meanwhile, or has not the charge any more, counts no more.
    pub fn counted(&self, state: &State) -> usize {
        self.given.iter().filter(|given| self.matter.counts(state, &given.by)).count()
    }

    /// Which answers it still takes: what was granted may be taken back where its matter allows that.
    fn require_open_to(&self, answer: Answer) -> Result<(), Rule> {
        match (answer, &self.end) {
            (_, None) | (Answer::Withdrawn, Some(End::Granted)) => Ok(()),
            (Answer::Yes | Answer::No, Some(End::Granted)) | (_, Some(End::Refused(_) | End::Withdrawn(_))) => {
                Err(Rule::RequestOver)
            }
        }
    }
}

/// Somebody asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub request: AssentId,
    pub matter: Matter,
}

impl Fact for Asked {
    // Half of what the yes completes.
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Step(|fact| (fact.request.clone(), Act::RequestRelease));

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(!state.assents.contains_key(&self.request), Rule::AskedTwice)?;
        self.matter.its().may_ask(state, &Request::new(&self.matter, by), by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let request = Request::new(&self.matter, by);
        if request.is_about_custody() {
            state.custody.waiting.insert(self.request.clone());
        }
        state.assents.insert(self.request.clone(), request);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(self.matter.its().classes(after)))
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.matter.its().concerns()
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.matter.record(Step::Asked, &self.request)
    }
}

/// Somebody answers. What was asked for is done with the last yes that it takes; a no ends it, and so does who takes it back.
/// Why stands where the reasons of its matter stand: on the sheets of its documents, and in what its author says to oversight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub request: AssentId,
    pub answer: Answer,
}

impl Fact for Answered {
    const WEIGHT: Weight = Weight::Dual;
    const BY_TWO: BySecond<Self> = BySecond::Step(|fact| {
        let act = match fact.answer {
            Answer::Yes => Act::ApproveRelease,
            Answer::No => Act::RefuseRelease,
            Answer::Withdrawn => Act::RecallRelease,
        };
        (fact.request.clone(), act)
    });

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let request = state.assents.get(&self.request).ok_or(Rule::UnknownRequest)?;
        request.require_open_to(self.answer)?;
        match self.answer {
            Answer::Yes => require(request.given.iter().all(|given| given.by != *by.author), Rule::AssentedTwice)?,
            Answer::No | Answer::Withdrawn => {}
        }
        match request.matter.answering(state) {
            Answering::Peers(peers) => peers.may_answer(self.answer, state, request, by)?,
            Answering::Release(release) => release.may_answer(self.answer, state, request, by)?,
            Answering::Custody(of) => {
                of.may_answer(self.answer, state, request, by.author)?;
                if self.answer == Answer::Yes {
                    state.require_custody_waited(request, by.at_ms)?;
                    of.require_receivers(state, by)?;
                    of.require_pairs(state, by)?;
                }
            }
            Answering::Sharing(of) => {
                of.may_answer(self.answer, state, request, by.author)?;
                if self.answer == Answer::Yes {
                    of.require_waited(state, request, by.at_ms)?;
                    of.require_orphans(state, by)?;
                }
            }
        }
        match self.answer {
            Answer::Yes => {
                request.matter.hindered(state).map_or(Ok(()), |hindrance| Err(hindrance.rule()))?;
                request.matter.is_brought(state, by)
            }
            Answer::No | Answer::Withdrawn => Ok(()),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(request) = state.assents.get_mut(&self.request) else { return };
        request.steps.push(by.index);
        let entry = AnswerEntry::of(by);
        match self.answer {
            Answer::Yes => {
                request.given.push(entry);
                let request = request.clone();
                request.matter.handed(state);
                if request.counted(state) < request.needed() {
                    return;
                }
                if let Some(request) = state.assents.get_mut(&self.request) {
                    request.end = Some(End::Granted);
                }
                request.matter.its().done(state, by);
            }
            Answer::No => request.end = Some(End::Refused(entry)),
            Answer::Withdrawn => request.end = Some(End::Withdrawn(entry)),
        }
    }

    fn parts(&self, after: &State, by: &Context<'_>) -> Result<RequiredParts, Rule> {
        let matter = after.assents.get(&self.request).map(|request| &request.matter);
        let classes = matter.map(|matter| matter.its().classes(after)).unwrap_or_default();
        let agreed = matter.filter(|_| self.answer == Answer::Yes);
        let carrier = agreed.and_then(|matter| matter.handed_to(after, by.author));
        let carrier = carrier.and_then(|carrier| after.officers.get(carrier));
        let mut parts = agreed.map(|matter| matter.parts_of_yes(after)).unwrap_or_default();
        parts.officers.extend(agreed.and_then(Matter::custody).into_iter().flat_map(|of| of.divided_among()));
        parts.officers.extend(carrier.into_iter().flat_map(|carrier| carrier.identities().map(|(key, _)| key)));
        parts.may_write.extend(classes);
        Ok(parts)
    }

    hands_over_nothing!();

    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
        after.assents.get(&self.request).map_or(Concerns::Nobody, |request| request.matter.its().concerns())
    }

    /// Of a request that there is not, nothing is told as done.
    fn record(&self, before: &State) -> AuditRecord {
        match before.assents.get(&self.request) {
            Some(request) => request.matter.record(Step::Answered(self.answer), &self.request),
            None => AuditRecord::new(Act::DoesNotFit).about("request", self.request.to_string()),
        }
    }
}
