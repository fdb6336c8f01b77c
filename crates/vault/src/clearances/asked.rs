//! A clearance that was asked for, as those who answer see it.

use registry::event::ClearanceGranted;

use crate::{AskedClearance, Session};

impl Session {
    /// What would change by it. None of an officer whom the log does not know.
    pub(crate) fn view_of_asked_clearance(&self, of: &ClearanceGranted) -> Option<AskedClearance> {
        let mut holds = self.views_of_clearances(&of.officer);
        holds.retain(|held| held.policy == of.policy);
        Some(AskedClearance {
            clearance: self.view_of_grant(of),
            full_name: self.state.officers.get(&of.officer)?.full_name.clone(),
            holds,
            opens: self.state.classes_opened_by(&of.officer, &of.facts(), self.now()),
        })
    }
}
