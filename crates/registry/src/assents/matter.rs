//! What can be asked for. One place lists the matters; each answers the same questions in the module of its subject.

use serde::{Deserialize, Serialize};

use super::Request;
use crate::clearances::ClearanceGranted;
use crate::fact::{Concerns, Context};
use crate::log::{Act, AuditRecord};
use crate::releases::ReleaseMatter;
use crate::state::State;
use crate::{AssentId, ClassId, ForgedRule as Rule};

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Matter {
    /// That documents go to a partner.
    Release(ReleaseMatter),
    /// That an officer is cleared, where that takes two.
    Clearance(ClearanceGranted),
}

/// A step of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Asked,
    Assented,
    Refused,
    Withdrawn,
}

/// Whose yes it takes, as far as who asked is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Second {
    /// Always another's.
    Another,
    /// The decision about the matter says when one's own counts.
    ByDecision,
}

/// What a matter must say of itself. No defaults, so that a new matter cannot leave anything out. The checks are on the
/// state before the step.
pub(crate) trait Assentable {
    /// How many must say yes.
    fn needed(&self) -> usize;

    fn second(&self) -> Second;

    /// # Errors
    /// The rule that asking for it breaks.
    fn may_ask(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule>;

    /// Whether this yes counts now, whatever was so when it was asked for.
    ///
    /// # Errors
    /// The rule that it breaks.
    fn may_assent(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule>;

    /// # Errors
    /// The rule that refusing it breaks.
    fn may_refuse(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule>;

    /// Of a request that was granted already as well: whether that can still be taken back.
    ///
    /// # Errors
    /// The rule that withdrawing it breaks.
    fn may_withdraw(&self, state: &State, request: &Request, by: &Context<'_>) -> Result<(), Rule>;

    /// The classes on whose sheets the entries of its steps may write.
    fn classes(&self, state: &State) -> Vec<ClassId>;

    /// The act of a step, in the log.
    fn act(&self, step: Step) -> Act;

    /// Adds to the record of a step what every line about it says.
    fn about(&self, request: &AssentId, record: AuditRecord) -> AuditRecord;

    fn concerns(&self) -> Concerns<'_>;

    /// What becomes of it with the last yes.
    fn done(&self, state: &mut State, by: &Context<'_>);
}

impl Matter {
    pub(crate) fn its(&self) -> &dyn Assentable {
        match self {
            Matter::Release(matter) => matter,
            Matter::Clearance(matter) => matter,
        }
    }

    pub(crate) fn record(&self, step: Step, request: &AssentId) -> AuditRecord {
        self.its().about(request, AuditRecord::new(self.its().act(step)))
    }
}
