//! The description that most matters share: one officer with a charge asks, and it is done with the yes of another.

use super::{Answer, Answering, Assentable, Brings, Hindrance, Peers, Request, Step};
use crate::fact::{Concerns, Context};
use crate::log::{Act, AuditRecord};
use crate::state::State;
use crate::{AssentId, ClassId, ForgedRule as Rule, OfficerId};

/// What one officer with a charge asks for, and what is done with the yes of another. No defaults, as in [`Assentable`].
pub(crate) trait ByTwo {
    /// Its steps, in the log.
    const ACTS: Acts;

    /// On the state before the request.
    ///
    /// # Errors
    /// The rule that asking for it breaks.
    fn may_ask(&self, state: &State, by: &Context<'_>) -> Result<(), Rule>;

    /// The officer whom it is about.
    fn whom(&self) -> Option<&OfficerId>;

    /// Whose answers count now.
    fn peers(&self, state: &State) -> Peers<'_>;

    /// What keeps it from being done now, no matter who says yes.
    fn hindered(&self, state: &State) -> Option<Hindrance>;

    /// What the entry of the yes brings in addition to the answer.
    fn brings(&self) -> Brings<'_>;

    /// Adds to a record what every line about it says.
    fn describe(&self, record: AuditRecord) -> AuditRecord;

    /// What becomes of it with the yes.
    fn done(&self, state: &mut State, by: &Context<'_>);
}

/// Of a matter that nothing hinders, and to which the yes is all that it takes: its `hindered` and its `brings`.
macro_rules! yes_is_all {
    () => {
        fn hindered(&self, _: &$crate::state::State) -> Option<$crate::assents::Hindrance> {
            None
        }

        fn brings(&self) -> $crate::assents::Brings<'_> {
            $crate::assents::Brings::Nothing
        }
    };
}
pub(crate) use yes_is_all;

/// What each step of a matter is in the log.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Acts {
    pub asked: Act,
    pub done: Act,
    pub refused: Act,
    pub recalled: Act,
}

impl<M: ByTwo> Assentable for M {
    fn needed(&self) -> usize {
        1
    }

    fn may_ask(&self, state: &State, _: &Request, by: &Context<'_>) -> Result<(), Rule> {
        ByTwo::may_ask(self, state, by)
    }

    fn answering(&self, state: &State) -> Answering<'_> {
        Answering::Peers(self.peers(state))
    }

    fn classes(&self, _: &State) -> Vec<ClassId> {
        Vec::new()
    }

    fn act(&self, step: Step) -> Act {
        let Acts { asked, done, refused, recalled } = M::ACTS;
        match step {
            Step::Asked => asked,
            Step::Answered(Answer::Yes) => done,
            Step::Answered(Answer::No) => refused,
            Step::Answered(Answer::Withdrawn) => recalled,
        }
    }

    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord {
        self.describe(record).about("request", request.to_string())
    }

    fn concerns(&self) -> Concerns<'_> {
        self.whom().map_or(Concerns::Nobody, Concerns::Officer)
    }

    fn hindered(&self, state: &State) -> Option<Hindrance> {
        ByTwo::hindered(self, state)
    }

    fn brings(&self) -> Brings<'_> {
        ByTwo::brings(self)
    }

    fn done(&self, state: &mut State, by: &Context<'_>) {
        ByTwo::done(self, state, by);
    }
}
