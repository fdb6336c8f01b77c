//! What waits for an officer: what he himself can do now. What he may not see is not counted.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use label::time::months_from;
use policy::Role;
use registry::people::Officer;
use registry::policies::OWN_POLICY;
use registry::releases::ReleaseRecord;
use registry::state::day;
use serde::Serialize;

use crate::{
    ClassId, DossierKey, Error, Lacking, MissingWhat, NamedOfficer, OfficerId, ReleaseStatus, Session, TermStatus,
};
use index::{Order, Sort, SortBy, TermQuery};

/// A decision is due this many months before the end of a term at most.
const AHEAD_MONTHS: i32 = 7;

/// How much waits for an officer: what he may do himself, of what he may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "screen", derive(specta::Type))]
pub struct Waiting {
    /// Asked for by others, and his to approve or refuse, or at least to refuse.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub releases_to_decide: u64,
    /// Whatever else another asked for, and his to grant or refuse.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub requests_to_answer: u64,
    /// Approved, and his to write.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub packages_to_write: u64,
    /// Uses of custody that were agreed to, and his to carry out.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub custody_to_carry_out: u64,
    /// Partners whose key nobody has compared yet.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub partners_to_confirm: u64,
    /// Clearances whose renewal must be asked for: everybody's for security officers, else his own.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub renewals_due: u64,
    /// Documents whose classification is to be decided on.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub terms_due: u64,
    /// Dossiers that nobody leads and for which nobody was proposed yet: for security officers.
    #[cfg_attr(feature = "screen", specta(type = u32))]
    pub leads_to_propose: u64,
}

impl Session {
    /// How much there is of each kind that waits for this officer.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn waiting(&mut self) -> Result<Waiting, Error> {
        self.catch_up()?;
        let now = self.now();
        let in_status = |status| self.state.releases().map(|(_, of)| of).filter(move |of| of.status() == status);
        let (releases_to_decide, requests_to_answer) = self.to_answer();
        let writable = |release: &ReleaseRecord<'_>| self.could_write(*release, now);
        let to_write = in_status(ReleaseStatus::Approved).filter(writable).count() as u64;
        Ok(Waiting {
            releases_to_decide,
            requests_to_answer,
            packages_to_write: to_write,
            custody_to_carry_out: self.custody_to_carry_out(),
            partners_to_confirm: self.keys_to_compare().count() as u64,
            renewals_due: self.renewals_due(),
            terms_due: self.terms_due(now)?,
            leads_to_propose: self.leads_to_propose(),
        })
    }

    /// Clearances whose renewal must be asked for: everybody's for those who keep them, else one's own.
    fn renewals_due(&self) -> u64 {
        let all = self.state.has_role(self.id(), Role::SecurityOfficer);
        let officers = self.state.officers.keys().filter(|id| all || *id == self.id());
        officers.flat_map(|id| self.views_of_clearances(id)).filter(|clearance| clearance.renewal_due).count() as u64
    }

    /// Documents whose classification is to be decided on.
    fn terms_due(&self, now: DateTime<Utc>) -> Result<u64, Error> {
        let today = day(now);
        let query = TermQuery {
            today,
            dossier: None,
            classes: self.read_alone(),
            states: [TermStatus::Due, TermStatus::Overdue, TermStatus::Expired].into(),
            until: Some(months_from(today, AHEAD_MONTHS)),
            sort: Sort { by: SortBy::Term, order: Order::Ascending },
            limit: 0,
            after: None,
        };
        Ok(self.index.count_terms(&query)?)
    }

    /// What still keeps this officer from the documents that he is here for, and whom to ask. Nothing once he may open
    /// documents of a dossier, whatever their level.
    pub fn missing(&self) -> Vec<Lacking> {
        let now = self.now();
        let today = day(now);
        let Some(me) = self.state.officers.get(self.id()) else { return Vec::new() };
        // Those who only oversee need none of it.
        if ![Role::Reader, Role::Registrar, Role::ReleaseAuthority].iter().any(|role| me.is(*role)) {
            return Vec::new();
        }
        let in_force = |c: &&policy::ClearanceFacts| {
            c.status == policy::ClearanceStatus::Valid && c.from <= today && today <= c.until
        };
        let cleared: Vec<&policy::ClearanceFacts> = me.facts.clearances.iter().filter(in_force).collect();
        let briefed = |name: &str| me.facts.briefings.iter().any(|b| b.policy == name && b.date <= today);
        let keys = self.state.dossiers.keys();
        let need_to_know = keys.clone().any(|dossier| self.state.is_member(dossier, self.id(), now));
        let mut missing = Vec::new();
        if cleared.is_empty() {
            missing.push(self.missing_of(MissingWhat::Clearance, &[Role::SecurityOfficer]));
        }
        // Up to RESTREINT a briefing alone is enough.
        let unbriefed =
            if cleared.is_empty() { !briefed(OWN_POLICY) } else { cleared.iter().any(|c| !briefed(&c.policy)) };
        if unbriefed {
            missing.push(self.missing_of(MissingWhat::Briefing, &[Role::SecurityOfficer]));
        }
        if !need_to_know {
            missing.push(self.missing_of(MissingWhat::NeedToKnow, &[Role::Registrar, Role::SecurityOfficer]));
        }
        let approved = self.state.approval.as_ref().is_some_and(|approval| today <= approval.until);
        if !missing.is_empty() && !approved {
            missing.push(self.missing_of(MissingWhat::Approval, &[Role::SecurityOfficer]));
        }
        missing.extend(self.shut_out(me, now));
        missing
    }

    /// What keeps an officer from every document, whatever else he has.
    fn shut_out(&self, me: &Officer, now: DateTime<Utc>) -> Vec<Lacking> {
        let open = self.state.open_classes(self.id(), now);
        let reached = |class: &ClassId| self.state.opens_by_two(class) || !self.identities_of(class).is_empty();
        if open.keys().any(reached) {
            return Vec::new();
        }
        let mut missing = Vec::new();
        let standing = self.view_of_function(self.id());
        let authorised = standing.until.is_some_and(|until| day(now) <= until);
        if standing.outside && !authorised && !me.facts.roles.is_empty() {
            missing.push(self.missing_of(MissingWhat::Function, &[Role::SecurityOfficer]));
        }
        let mine = |dossier: &DossierKey| self.state.is_member(dossier, self.id(), now);
        let nameless = |dossier: &&DossierKey| mine(dossier) && !self.knowledge.dossiers.contains_key(*dossier);
        let of_classes = open.keys().filter_map(|class| self.state.classes.get(class)).map(|of| &of.dossier);
        let undelivered: BTreeSet<&DossierKey> =
            self.state.dossiers.keys().filter(nameless).chain(of_classes).collect();
        if !undelivered.is_empty() {
            let members = |id: &OfficerId| {
                let mut around = undelivered.iter().filter_map(|key| self.state.dossiers.get(*key));
                around.any(|of| of.members.contains_key(id))
            };
            missing.push(Lacking { what: MissingWhat::Keys, ask: self.others(|id, _| members(id)) });
        }
        // Only where nothing else speaks against it does he learn that there is something.
        let ceiling_alone = |class: &ClassId| {
            let examined = self.state.examine_open(self.id(), class, now);
            let only = examined.failed.iter().all(|reason| reason.code.as_str() == "approval_ceiling");
            !examined.permitted && only && !examined.failed.is_empty()
        };
        if self.state.classes.keys().any(ceiling_alone) {
            missing.push(self.missing_of(MissingWhat::Ceiling, &[Role::SecurityOfficer]));
        }
        missing
    }

    /// Who has one of these roles can do something about it.
    fn missing_of(&self, what: MissingWhat, roles: &[Role]) -> Lacking {
        Lacking { what, ask: self.others(|_, officer| roles.iter().any(|role| officer.is(*role))) }
    }

    /// Active officers to ask: others than oneself.
    pub(crate) fn others(&self, which: impl Fn(&OfficerId, &Officer) -> bool) -> Vec<NamedOfficer> {
        let others = self.state.officers.iter().filter(|(id, _)| *id != self.id());
        others
            .filter(|(id, officer)| officer.works() && which(id, officer))
            .map(|(id, officer)| NamedOfficer { id: id.clone(), full_name: officer.full_name.clone() })
            .collect()
    }
}
