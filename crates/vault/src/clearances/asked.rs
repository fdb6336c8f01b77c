//! A clearance that was asked for, as those who answer see it.

use policy::{ClearanceFacts, ClearanceStatus};
use registry::clearances::ReinstateMatter;
use registry::event::ClearanceGranted;

use crate::{AskedClearance, AskedReinstatement, ClearanceState, Session};

impl Session {
    /// What would change by it. None of an officer whom the log does not know.
    pub(crate) fn view_of_asked_clearance(&self, of: &ClearanceGranted) -> Option<AskedClearance> {
        let mut holds = self.views_of_clearances(&of.officer);
        holds.retain(|held| held.policy == of.policy);
        let officer = self.state.officers.get(&of.officer)?;
        let (codes, compared) = self.keys_compared(&of.officer, officer);
        Some(AskedClearance {
            clearance: self.view_of_grant(of),
            full_name: officer.full_name.clone(),
            codes,
            compared,
            holds,
            opens: self.state.classes_opened_by(&of.officer, &[of.facts()], self.now()),
        })
    }

    /// What would count again. None of an officer whom the log does not know.
    pub(crate) fn view_of_asked_reinstatement(&self, of: &ReinstateMatter, asked: u64) -> Option<AskedReinstatement> {
        let officer = self.state.officers.get(&of.officer)?;
        let mut suspended = self.views_of_clearances(&of.officer);
        suspended.retain(|held| held.policy == of.policy && held.status == ClearanceState::Suspended);
        let again = officer.facts.clearances.iter().filter(|clearance| clearance.policy == of.policy);
        let again = again.filter(|clearance| clearance.status == ClearanceStatus::Suspended);
        let again: Vec<ClearanceFacts> =
            again.map(|clearance| ClearanceFacts { status: ClearanceStatus::Valid, ..clearance.clone() }).collect();
        Some(AskedReinstatement {
            officer: of.officer.clone(),
            full_name: officer.full_name.clone(),
            suspended,
            opens: self.state.classes_opened_by(&of.officer, &again, self.now()),
            why: self.why_of(asked),
        })
    }
}
