//! What is still to be done until nothing in a vault depends on one person, and the system is approved.

use policy::Role;
use policy::four_eyes::Regime;
use registry::people::Officer;
use registry::state::day;

use crate::{Ceremony, CeremonyStep, CeremonyWhat, Error, Session};

/// How many of each it takes, so that nothing depends on one.
const ENOUGH: usize = 2;

impl Session {
    /// The steps that make a vault sound, ticked as far as the log knows them done.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn ceremony(&mut self) -> Result<Ceremony, Error> {
        self.catch_up()?;
        let state = &self.state;
        let security = |officer: &&Officer| officer.works() && officer.is(Role::SecurityOfficer);
        let today = day(self.now());
        let waits = |of: fn(&registry::assents::Matter) -> bool| {
            // One that was overtaken leads nowhere: it is asked for again.
            let granted = |request: &registry::assents::Request| self.could_be_granted(request);
            let asked = state.assents.iter().filter(|(_, request)| request.waits() && of(&request.matter));
            asked.filter(|(_, request)| granted(request)).map(|(id, _)| id.clone()).next()
        };
        let mut steps = steps(
            state.officers.values().filter(security).count(),
            (state.custodians().count(), state.custody.threshold()),
            state.approval.as_ref().is_some_and(|approval| today <= approval.until),
        );
        for step in &mut steps {
            let of: fn(&registry::assents::Matter) -> bool = match step.what {
                CeremonyWhat::SecondSecurityOfficer => {
                    |matter| matter.roles().is_some_and(|of| of.roles.contains(&Role::SecurityOfficer))
                }
                CeremonyWhat::Custodians => |matter| matter.custody_sharing().is_some(),
                CeremonyWhat::Approval => |matter| matter.approval().is_some(),
            };
            step.request = waits(of).filter(|_| !step.done);
        }
        Ok(Ceremony { regime: state.regime(), steps })
    }
}

impl Ceremony {
    /// Of a vault that has just been made.
    pub fn at_first(regime: Regime) -> Ceremony {
        Ceremony { regime, steps: steps(1, (1, 1), false) }
    }

    pub fn done(&self) -> bool {
        self.steps.iter().all(|step| step.done)
    }
}

fn steps(security: usize, (custodians, threshold): (usize, u8), approved: bool) -> Vec<CeremonyStep> {
    let step = |what, done, active, needed| CeremonyStep { what, done, active, needed, request: None };
    let shared = threshold > 1 && custodians >= ENOUGH.max(threshold.into());
    vec![
        step(CeremonyWhat::SecondSecurityOfficer, security >= ENOUGH, security, ENOUGH),
        step(CeremonyWhat::Custodians, shared, custodians, threshold.into()),
        step(CeremonyWhat::Approval, approved, usize::from(approved), 1),
    ]
}
