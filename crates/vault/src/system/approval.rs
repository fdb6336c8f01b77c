//! The approval of the system (Act of 11 December 1998, art. 8 §4). Without one, a vault is for exercises.

use policy::Role;
use policy::four_eyes::{Regime, SinglePoint};
use registry::assents::Matter;
use registry::event::Asked;
use registry::log::{Act, AuditRecord};
use registry::state::instant;
use registry::system::{ApprovalMatter, LoneRight, Right};

use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::marks::bare_banner;
use crate::{
    ApprovalView, AskedApproval, AssentId, Error, Level, LoneAuthorisation, LoneClearance, LoneDecided, LoneDecision,
    LoneRightView, Reason, RecordApproval, Session, text,
};

impl Session {
    /// Asks another security officer to agree to the approval; it takes the place of the one before. His yes puts the full rules
    /// in force for good, and confirms what one person gave alone until then.
    ///
    /// # Errors
    /// [`Error::ImplausibleDate`] when it is over already; [`Error::Denied`] to anybody but a security officer, and while there is
    /// a single point of failure: then with what is missing.
    pub fn record_approval(&mut self, approval: RecordApproval) -> Result<AssentId, Error> {
        let RecordApproval { authority, reference, ceiling, until } = approval;
        let authority = text::line("authority", &authority)?;
        let reference = text::line("reference", &reference)?;
        self.plausible("until", until, DayOf::EndToCome)?;
        let about = AuditRecord::new(Act::RequestApproval)
            .about("authority", authority.clone())
            .about("reference", reference.clone())
            .about("ceiling", ceiling.as_str())
            .about("until", until.to_string());
        let request = AssentId::parse(&self.randomness.id())?;
        self.enter(&about, |session, _| {
            session.require_roles("record-approval", &[Role::SecurityOfficer])?;
            let points = session.state.single_points();
            if !points.is_empty() {
                let reasons = points.into_iter().map(single_point).collect();
                return Err(Error::Denied { action: "record-approval", reasons });
            }
            let (authority, reference) = (authority.clone(), reference.clone());
            let rights = session.state.lone_rights();
            let matter = Matter::Approval(ApprovalMatter { authority, reference, ceiling, until, rights });
            session.require_unasked(&matter)?;
            Ok(EntryDraft::default().fact(Asked { request: request.clone(), matter }))
        })?;
        Ok(request)
    }

    /// The approval in force or, where it has run out, the last one; none: an exercise vault.
    pub fn approval(&self) -> Option<ApprovalView> {
        self.state.approval.as_ref().map(|approval| ApprovalView {
            authority: approval.authority.clone(),
            reference: approval.reference.clone(),
            ceiling: approval.ceiling,
            until: approval.until,
            recorded: instant(approval.at_ms),
            recorded_by: approval.by.clone(),
        })
    }

    /// An approval that was asked for, as those who answer see it.
    pub(crate) fn view_of_asked_approval(&self, of: &ApprovalMatter) -> AskedApproval {
        AskedApproval {
            authority: of.authority.clone(),
            reference: of.reference.clone(),
            ceiling: of.ceiling,
            until: of.until,
            exercise_ends: self.state.approval.is_none(),
            full_rules_begin: !self.state.four_eyes,
            confirms: of.rights.iter().map(|right| self.view_of_lone_right(right)).collect(),
        }
    }

    /// That documents which this officer may open now lie above a ceiling: with it, nobody can open them.
    pub(crate) fn above_ceiling(&self, ceiling: Level) -> Option<Reason> {
        let mut above = self.readable();
        above.retain(|class| self.state.level(class) > ceiling);
        let count: u64 = self.index.documents_of(&above).ok()?.into_values().sum();
        (count > 0).then(|| Reason::new("above_ceiling").with("n", count.to_string()))
    }

    /// Under the full rules: that one security officer is left, to him. What takes two cannot be agreed to.
    pub(crate) fn alone_in_charge(&self) -> Option<Reason> {
        let security = self.state.officers.values().filter(|one| one.works() && one.is(Role::SecurityOfficer)).count();
        let alone = security == 1 && self.state.has_role(self.id(), Role::SecurityOfficer);
        let full = match self.state.regime() {
            Regime::Full => true,
            Regime::Exercise => false,
        };
        // The first one is told by the steps until there is a second.
        (full && alone && self.state.second).then(|| Reason::new("alone_in_charge"))
    }

    fn view_of_lone_right(&self, right: &LoneRight) -> LoneRightView {
        let mut view = LoneRightView {
            to: right.to.clone(),
            full_name: self.name_of(&right.to).full_name,
            by: right.by.clone(),
            by_name: self.name_of(&right.by).full_name,
            roles: Default::default(),
            clearance: None,
            authorised: None,
            admitted: false,
            decided: None,
            own: right.to == *self.id(),
        };
        let decided = |what, name| Some(LoneDecision { what, name });
        match &right.right {
            Right::Roles { roles } => view.roles.clone_from(roles),
            Right::Clearance { policy, level, until } => {
                view.clearance = Some(LoneClearance { banner: bare_banner(policy, level), until: *until });
            }
            Right::Authorisation { policies, until } => {
                view.authorised = Some(LoneAuthorisation { policies: policies.clone(), until: *until });
            }
            Right::Admission {} => view.admitted = true,
            Right::Lead { dossier } => {
                let known = self.knowledge.dossiers.get(dossier).filter(|_| self.sees_dossier(dossier, self.now()));
                let name = known.map_or_else(|| dossier.to_string(), |name| name.id.to_string());
                view.decided = decided(LoneDecided::Lead, name);
            }
            Right::Partner { partner } => view.decided = decided(LoneDecided::Partner, partner.to_string()),
            Right::Release { release } => {
                let partner = self.state.release(release).map(|release| release.of.partner.to_string());
                view.decided = decided(LoneDecided::Release, partner.unwrap_or_default());
            }
            Right::Withdrawal { document } => {
                // By its reference where he could open it if it were there.
                let seen = self.state.documents.get(document);
                let seen = seen.filter(|of| self.state.may_open(self.id(), &of.class, self.now()).is_ok());
                let name = seen.map_or_else(|| document.to_string(), |of| self.state.reference(&of));
                view.decided = decided(LoneDecided::Withdrawal, name);
            }
            Right::Printer { printer } => view.decided = decided(LoneDecided::Printer, printer.to_string()),
            Right::Guide {} => view.decided = decided(LoneDecided::Guide, String::new()),
            Right::Authorities {} => view.decided = decided(LoneDecided::Authorities, String::new()),
        }
        view
    }
}

/// Too few have a charge: with the charge, and how many have it.
pub(crate) fn single_point(point: SinglePoint) -> Reason {
    Reason::new("single_point").with("role", point.role.as_str()).with("active", point.active.to_string())
}
