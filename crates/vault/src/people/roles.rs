//! What an officer is charged with. What takes two is asked for; the rest one security officer decides alone.

use std::collections::BTreeSet;

use policy::Role;
use registry::assents::Matter;
use registry::event::{Asked, RolesChanged};
use registry::keys::KeyName;
use registry::log::{Act, AuditRecord};
use registry::people::{ReissueMatter, RolesMatter};

use super::compared::codes_compared;
use super::identities::named_keys;
use super::{Change, no_custodian};
use crate::draft::EntryDraft;
use crate::{AskedReissue, AskedRoles, AssentId, Entered, Error, OfficerId, Session, text};

/// Roles that an officer is to have: those that he has at once, and those that another must agree to.
pub(super) struct Split {
    pub now: BTreeSet<Role>,
    pub asked: Option<RolesMatter>,
}

impl Split {
    /// Adds the request, where something takes two.
    pub fn ask(&self, request: &AssentId, words: EntryDraft, why: Option<&str>) -> EntryDraft {
        let Some(of) = &self.asked else { return words };
        let names: Vec<&str> = of.roles.iter().map(|role| role.as_str()).collect();
        let record = AuditRecord::new(Act::RequestRoles)
            .about("officer", of.officer.to_string())
            .about("roles", names.join(" "))
            .about("request", request.to_string())
            .about_some("why", why);
        words.fact(Asked { request: request.clone(), matter: Matter::Roles(of.clone()) }).record(record)
    }
}

impl Session {
    /// Gives an officer exactly these roles, and leaves him that of a custodian. Charges that take two are asked for; until the yes
    /// he is a reader, if there is nothing else that he has.
    ///
    /// # Errors
    /// [`Error::Missing`] roles; [`Error::State`] where he has them already, or is disabled; [`Error::Denied`] to anybody but a
    /// security officer, and about oneself; [`Error::NotFound`].
    pub fn change_roles(
        &mut self,
        id: &OfficerId,
        roles: &BTreeSet<Role>,
        why: Option<&str>,
    ) -> Result<Entered, Error> {
        let why = why.map(|why| text::remark("why", why)).transpose()?;
        if roles.is_empty() {
            return Err(Error::Missing { field: "roles" });
        }
        let about = AuditRecord::new(Act::ChangeRoles).about("officer", id.to_string());
        let request = AssentId::parse(&self.randomness.id())?;
        let mut waits = None;
        self.enter(&about, |session, at| {
            session.require_roles("change-roles", &[Role::SecurityOfficer])?;
            session.require_other("change-roles", id)?;
            session.require_in_service(id)?;
            let known = session.known_officer(id)?;
            let mut wanted = roles.clone();
            if known.is(Role::Custodian) {
                wanted.remove(&Role::Custodian);
            }
            no_custodian("change-roles", &wanted)?;
            let has = known.given_roles();
            if has == wanted {
                return Err(Error::State { what: "roles", status: "unchanged".to_owned() });
            }
            let split = session.split_roles(id, &has, &wanted);
            let mut words = EntryDraft::default();
            if has.contains(&Role::SecurityOfficer) && !split.now.contains(&Role::SecurityOfficer) {
                session.require_somebody_to_stop("change-roles", id)?;
            }
            if split.now != has {
                let record = about.clone().about("roles", joined(&split.now)).about_some("why", why.clone());
                words = words.fact(RolesChanged { officer: id.clone(), roles: split.now.clone() }).record(record);
                let overlooks =
                    |roles: &BTreeSet<Role>| roles.contains(&Role::SecurityOfficer) || roles.contains(&Role::Auditor);
                if overlooks(&has) && !overlooks(&split.now) {
                    session.renew_for_all(&KeyName::Oversight, &Change::Leaves(id), at, &mut words);
                }
            }
            if let Some(asked) = &split.asked {
                session.require_unasked(&Matter::Roles(asked.clone()))?;
            }
            waits = split.asked.clone();
            Ok(split.ask(&request, words, why.as_deref()))
        })?;
        self.chores()?;
        self.entered(id, waits.map(|asked| (request, asked.roles)))
    }

    /// Which of these roles an officer gets at once, if this officer decides, and which another must agree to.
    pub(super) fn split_roles(&self, id: &OfficerId, has: &BTreeSet<Role>, wanted: &BTreeSet<Role>) -> Split {
        let alone = |role: &Role| has.contains(role) || self.state.gives_alone(&[*role].into(), self.id());
        let (mut now, asked): (BTreeSet<Role>, BTreeSet<Role>) = wanted.iter().copied().partition(alone);
        let instead_of_reader = now.is_empty();
        if instead_of_reader {
            now.insert(Role::Reader);
        }
        let matter = RolesMatter { officer: id.clone(), roles: asked, instead_of_reader };
        Split { now, asked: Some(matter).filter(|matter| !matter.roles.is_empty()) }
    }

    /// What was decided about an officer, and what waits.
    pub(super) fn entered(
        &mut self,
        id: &OfficerId,
        asked: Option<(AssentId, BTreeSet<Role>)>,
    ) -> Result<Entered, Error> {
        let officer = self.officer(id)?;
        let Some((request, asked_roles)) = asked else {
            return Ok(Entered {
                officer,
                waiting: false,
                request: None,
                asked_roles: BTreeSet::new(),
                may_agree: Vec::new(),
            });
        };
        let may_agree = self.who_may_agree(&request);
        Ok(Entered { officer, waiting: true, request: Some(request), asked_roles, may_agree })
    }

    /// Charges that were asked for, as those who answer see them.
    pub(crate) fn view_of_asked_roles(&self, of: &RolesMatter, asked: u64) -> Option<AskedRoles> {
        let officer = self.state.officers.get(&of.officer)?;
        let has = officer.given_roles();
        Some(AskedRoles {
            officer: of.officer.clone(),
            full_name: officer.full_name.clone(),
            fingerprint: officer.short_code(),
            codes: codes_compared(&of.officer, officer, &self.all_compared()),
            roles: of.roles.clone(),
            then: of.with(has.clone()),
            has,
            why: self.why_of(asked),
        })
    }

    /// Keys in the place of lost ones that were asked for, as those who answer see them.
    pub(crate) fn view_of_asked_reissue(&self, of: &ReissueMatter, asked: u64) -> Option<AskedReissue> {
        let officer = self.state.officers.get(&of.officer)?;
        Some(AskedReissue {
            officer: of.officer.clone(),
            full_name: officer.full_name.clone(),
            roles: officer.facts.roles.clone(),
            fingerprint: registry::people::short_code(&of.keys.recipient, of.keys.key),
            former: named_keys(officer),
            why: self.why_of(asked),
        })
    }
}

fn joined(roles: &BTreeSet<Role>) -> String {
    roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ")
}
