//! Assents: somebody asks for what takes the yes of others, until enough of them have said it.
//!
//! The facts are the same for every use. What may be asked for, by whom, and what becomes of it, each [`Matter`] says
//! itself, in the module of its subject.

mod matter;

use seal::Weight;
use serde::{Deserialize, Serialize};

use crate::fact::{Concerns, Context, Fact, RequiredParts, require};
use crate::keys::KeyName;
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{AssentId, ForgedRule as Rule, OfficerId};

pub use matter::Matter;
pub(crate) use matter::{Assentable, Second, Step};

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
    pub given: Vec<Answer>,
    /// None: it waits.
    pub end: Option<End>,
    /// The entries of its steps.
    pub steps: Vec<u64>,
}

/// Who answered a request, when, and in which entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
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
    Refused(Answer),
    Withdrawn(Answer),
}

impl Answer {
    fn of(by: &Context<'_>) -> Answer {
        Answer { by: by.author.clone(), at_ms: by.at_ms, index: by.index }
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
        }
    }

    pub fn waits(&self) -> bool {
        self.end.is_none()
    }

    /// How many must say yes.
    pub fn needed(&self) -> usize {
        self.matter.its().needed()
    }

    fn require_waiting(&self) -> Result<(), Rule> {
        require(self.waits(), Rule::RequestOver)
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

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        require(!state.assents.contains_key(&self.request), Rule::AskedTwice)?;
        self.matter.its().may_ask(state, &Request::new(&self.matter, by), by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.assents.insert(self.request.clone(), Request::new(&self.matter, by));
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(RequiredParts::may_write(self.matter.its().classes(after)))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, _: &'f State) -> Concerns<'f> {
        self.matter.its().concerns()
    }

    fn record(&self, _: &State) -> AuditRecord {
        self.matter.record(Step::Asked, &self.request)
    }
}

/// Somebody says yes. What was asked for is done with the last yes that it takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assented {
    pub request: AssentId,
}

impl Fact for Assented {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let request = state.waiting(&self.request)?;
        let matter = request.matter.its();
        let own = request.by == *by.author;
        require(!own || matter.second() == Second::ByDecision, Rule::OwnRequest)?;
        require(request.given.iter().all(|answer| answer.by != *by.author), Rule::AssentedTwice)?;
        matter.may_assent(state, request, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        let Some(request) = state.assents.get_mut(&self.request) else { return };
        request.given.push(Answer::of(by));
        request.steps.push(by.index);
        if request.given.len() >= request.needed() {
            request.end = Some(End::Granted);
            let matter = request.matter.clone();
            matter.its().done(state, by);
        }
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(after.parts_of_step(&self.request))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
        after.concerned_by(&self.request)
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Step::Assented, &self.request)
    }
}

/// Somebody who may say yes says no: it ends there. Why stands where the reasons of its matter stand: on the sheets of its
/// documents, and in what its author says to oversight.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    pub request: AssentId,
}

impl Fact for Refused {
    const WEIGHT: Weight = Weight::Dual;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let request = state.waiting(&self.request)?;
        request.matter.its().may_refuse(state, request, by)
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.end_request(&self.request, End::Refused(Answer::of(by)), by);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(after.parts_of_step(&self.request))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
        after.concerned_by(&self.request)
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Step::Refused, &self.request)
    }
}

/// It is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    pub request: AssentId,
}

impl Fact for Withdrawn {
    const WEIGHT: Weight = Weight::Single;

    fn check(&self, state: &State, by: &Context<'_>) -> Result<(), Rule> {
        let request = state.request(&self.request)?;
        request.matter.its().may_withdraw(state, request, by)?;
        match request.end {
            None | Some(End::Granted) => Ok(()),
            Some(End::Refused(_) | End::Withdrawn(_)) => Err(Rule::RequestOver),
        }
    }

    fn apply(&self, state: &mut State, by: &Context<'_>) {
        state.end_request(&self.request, End::Withdrawn(Answer::of(by)), by);
    }

    fn parts(&self, after: &State, _: &Context<'_>) -> Result<RequiredParts, Rule> {
        Ok(after.parts_of_step(&self.request))
    }

    fn keys(&self, _: &OfficerId) -> Vec<(KeyName, u32)> {
        Vec::new()
    }

    fn under(&self) -> Option<KeyName> {
        None
    }

    fn concerns<'f>(&'f self, after: &'f State) -> Concerns<'f> {
        after.concerned_by(&self.request)
    }

    fn record(&self, before: &State) -> AuditRecord {
        before.step(Step::Withdrawn, &self.request)
    }
}

impl State {
    fn request(&self, id: &AssentId) -> Result<&Request, Rule> {
        self.assents.get(id).ok_or(Rule::UnknownRequest)
    }

    fn waiting(&self, id: &AssentId) -> Result<&Request, Rule> {
        let request = self.request(id)?;
        request.require_waiting()?;
        Ok(request)
    }

    fn end_request(&mut self, id: &AssentId, end: End, by: &Context<'_>) {
        if let Some(request) = self.assents.get_mut(id) {
            request.end = Some(end);
            request.steps.push(by.index);
        }
    }

    fn concerned_by(&self, id: &AssentId) -> Concerns<'_> {
        self.assents.get(id).map_or(Concerns::Nobody, |request| request.matter.its().concerns())
    }

    fn parts_of_step(&self, id: &AssentId) -> RequiredParts {
        let classes = self.assents.get(id).map(|request| request.matter.its().classes(self));
        RequiredParts::may_write(classes.unwrap_or_default())
    }

    /// The record of a step after the first. Of a request that there is not, nothing is told as done.
    fn step(&self, step: Step, id: &AssentId) -> AuditRecord {
        match self.assents.get(id) {
            Some(request) => request.matter.record(step, id),
            None => AuditRecord::new(Act::DoesNotFit).about("request", id.to_string()),
        }
    }
}
