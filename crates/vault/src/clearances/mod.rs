//! Clearances and briefings: what the security authority has decided about persons, and that they were briefed.

mod asked;
pub(crate) mod views;

use chrono::NaiveDate;
use label::Level;
use label::time::months_from;
use policy::{AccountStatus, ClearanceStatus, Role};
use registry::Event;
use registry::assents::Matter;
use registry::clearances::{Papers, ReinstateMatter, act_of, latest_end};
use registry::event::{Asked, BriefingRecorded, ClearanceChanged, ClearanceGranted};
use registry::log::{Act, AuditRecord};
use registry::people::Officer;
use registry::policies::policies;
use registry::state::day;

use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::marks::{bare_banner, category_names, classification, decides, policy_names};
use crate::{
    AssentId, BriefingView, ClearanceChange, ClearanceState, ClearanceView, DueRenewal, Error, GrantClearance, Granted,
    OfficerId, Reason, RecordBriefing, Session, text,
};

impl Session {
    /// Enters a clearance that the authority gave; where that takes two, asks for the yes of another.
    ///
    /// # Errors
    /// [`Error::BadDates`] when it ends before it begins or lasts over five years; [`Error::Unknown`] policy, level or
    /// category; [`Error::Denied`] to anybody but a security officer, and about oneself.
    pub fn grant_clearance(&mut self, grant: GrantClearance) -> Result<Granted, Error> {
        let GrantClearance { officer, policy, level, categories, from, until, certificate, authority } = grant;
        let (policy, level) = classification(&policy, &level)?;
        let known = policies().policy(&policy).ok_or(Error::Malformed { field: "policy" })?;
        for (tag, values) in &categories {
            for value in values {
                if !decides(known, tag, value) {
                    return Err(Error::unknown("category", &format!("{tag}={value}"), category_names([known])));
                }
            }
        }
        self.plausible("from", from, DayOf::Beginning)?;
        self.plausible("until", until, DayOf::End)?;
        if until < from || latest_end(from).is_none_or(|latest| until > latest) {
            return Err(Error::BadDates);
        }
        let certificate = text::line("certificate", &certificate)?;
        let authority = text::line("authority", &authority)?;
        let fact = ClearanceGranted { officer, policy, level, categories, from, until, certificate, authority };
        self.catch_up()?;
        let takes_two = fact.takes_two(&self.state);
        let request = AssentId::parse(&self.randomness.id())?;
        let event: Event = if takes_two {
            Asked { request: request.clone(), matter: Matter::Clearance(fact.clone()) }.into()
        } else {
            fact.clone().into()
        };
        let record = event.record(&self.state);
        self.enter(&record, |session, _| {
            session.require_roles("grant-clearance", &[Role::SecurityOfficer])?;
            session.require_other("grant-clearance", &fact.officer)?;
            session.require_account(&fact.officer)?;
            if takes_two {
                session.require_unasked(&Matter::Clearance(fact.clone()))?;
            }
            Ok(EntryDraft::default().fact(event.clone()).record(record.clone()))
        })?;
        if takes_two {
            return Ok(Granted::Waiting(request));
        }
        self.chores()?;
        let granted = self.views_of_clearances(&fact.officer).into_iter().rfind(|view| view.policy == fact.policy);
        granted
            .map(|view| Granted::Effective(Box::new(view)))
            .ok_or(Error::NotFound { kind: "clearance", name: fact.policy })
    }

    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn suspend_clearance(&mut self, officer: &OfficerId, policy: &str, why: &str) -> Result<(), Error> {
        self.change_clearance(officer, policy, ClearanceChange::Suspend, why).map(drop)
    }

    /// Ends a suspension; where that takes two, asks for the yes of another.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn reinstate_clearance(
        &mut self,
        officer: &OfficerId,
        policy: &str,
        why: &str,
    ) -> Result<Option<AssentId>, Error> {
        self.change_clearance(officer, policy, ClearanceChange::Reinstate, why)
    }

    /// For ever: anyone who is cleared again gets another clearance.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Denied`].
    pub fn withdraw_clearance(&mut self, officer: &OfficerId, policy: &str, why: &str) -> Result<(), Error> {
        self.change_clearance(officer, policy, ClearanceChange::Withdraw, why).map(drop)
    }

    /// What each of the three above does. None: it is done; else it waits.
    ///
    /// # Errors
    /// [`Error::Missing`] reason, [`Error::NotFound`], [`Error::Denied`]; [`Error::State`] where it is so already.
    pub fn change_clearance(
        &mut self,
        officer: &OfficerId,
        policy: &str,
        change: ClearanceChange,
        why: &str,
    ) -> Result<Option<AssentId>, Error> {
        let status = change.status();
        let policy = policies()
            .find(policy)
            .map(|p| p.name().to_owned())
            .ok_or_else(|| Error::unknown("policy", policy, policy_names()))?;
        let why = text::grounds("why", why)?;
        let act = act_of(status);
        let action = act.as_str();
        let record = AuditRecord::new(act)
            .about("officer", officer.to_string())
            .about("policy", policy.clone())
            .about("why", why);
        let event = ClearanceChanged { officer: officer.clone(), policy: policy.clone(), status };
        let request = AssentId::parse(&self.randomness.id())?;
        let mut waits = false;
        self.enter(&record, |session, _| {
            session.require_roles(action, &[Role::SecurityOfficer])?;
            session.require_other(action, officer)?;
            let facts = &session.known_officer(officer)?.facts;
            let current = |c: &&policy::ClearanceFacts| c.policy == policy && c.status != ClearanceStatus::Withdrawn;
            if !facts.clearances.iter().any(|c| current(&c)) {
                return Err(Error::NotFound { kind: "clearance", name: policy.clone() });
            }
            if facts.clearances.iter().filter(current).all(|c| c.status == status) {
                return Err(Error::State { what: "clearance", status: status_name(status).to_owned() });
            }
            waits = status == ClearanceStatus::Valid && session.state.reinstating_takes_two(officer, &policy);
            if waits {
                let matter = ReinstateMatter { officer: officer.clone(), policy: policy.clone() };
                let matter = Matter::Reinstatement(matter);
                session.require_unasked(&matter)?;
                let fact = Asked { request: request.clone(), matter };
                let asked = record.clone().instead(Act::RequestReinstatement).about("request", request.to_string());
                return Ok(EntryDraft::default().fact(fact).record(asked));
            }
            Ok(EntryDraft::default().fact(event.clone()).record(record.clone()))
        })?;
        if waits {
            return Ok(Some(request));
        }
        self.chores()?;
        Ok(None)
    }

    /// Everybody's, for those who keep or check them; else one's own. `due_only`: those whose renewal must be asked for.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn clearances(&mut self, due_only: bool) -> Result<Vec<ClearanceView>, Error> {
        self.catch_up()?;
        let all = self.sees_papers();
        let ids = self.state.officers.keys().filter(|id| all || *id == self.id());
        let views = ids.flat_map(|id| self.views_of_clearances(id));
        Ok(views.filter(|view| !due_only || view.renewal_due).collect())
    }

    /// Clearances whose renewal must be asked for, with the name of the officer: everybody's, for those who keep or check them;
    /// else one's own.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn due_renewals(&mut self) -> Result<Vec<DueRenewal>, Error> {
        let due = self.clearances(true)?;
        let named = |clearance: ClearanceView| {
            let full_name = self.state.officers.get(&clearance.officer)?.full_name.clone();
            Some(DueRenewal { full_name, clearance })
        };
        Ok(due.into_iter().filter_map(named).collect())
    }

    /// Enters that an officer was briefed; gives back what anyone who enters it should know.
    ///
    /// # Errors
    /// [`Error::Unknown`], [`Error::Denied`].
    pub fn record_briefing(&mut self, briefing: RecordBriefing) -> Result<Vec<Reason>, Error> {
        let RecordBriefing { officer, policy, level, date } = briefing;
        let (policy, level) = classification(&policy, &level)?;
        self.plausible("date", date, DayOf::Briefing)?;
        let record = AuditRecord::new(Act::RecordBriefing)
            .about("officer", officer.to_string())
            .about("policy", policy.clone())
            .about("level", level.clone())
            .about("date", date.to_string());
        let event = BriefingRecorded { officer: officer.clone(), policy, level, date };
        self.enter(&record, |session, _| {
            session.require_roles("record-briefing", &[Role::SecurityOfficer])?;
            session.require_other("record-briefing", &officer)?;
            session.require_account(&officer)?;
            Ok(EntryDraft::default().fact(event.clone()).record(record.clone()))
        })?;
        self.chores()?;
        let ahead = date > day(self.now());
        Ok(ahead.then(|| Reason::new("briefing_ahead").with("date", date.to_string())).into_iter().collect())
    }

    /// Who is gone for good is given nothing.
    fn require_account(&self, id: &OfficerId) -> Result<(), Error> {
        match self.known_officer(id)?.facts.status {
            AccountStatus::Active | AccountStatus::Frozen => Ok(()),
            AccountStatus::Disabled => Err(Error::State { what: "officer", status: "disabled".to_owned() }),
        }
    }

    pub(crate) fn views_of_clearances(&self, id: &OfficerId) -> Vec<ClearanceView> {
        let Some(officer) = self.state.officers.get(id) else { return Vec::new() };
        let today = day(self.now());
        let facts = officer.facts.clearances.iter().zip(&officer.papers);
        facts
            .map(|(clearance, papers)| {
                let status = match (officer.facts.status, state(clearance, today)) {
                    // All of them count so while the account is frozen.
                    (AccountStatus::Frozen, ClearanceState::Valid) => ClearanceState::Suspended,
                    (_, status) => status,
                };
                let level = policies().level(&clearance.policy, &clearance.level);
                let renewed = officer.facts.clearances.iter().any(|other| {
                    other.policy == clearance.policy
                        && other.until > clearance.until
                        && other.status == ClearanceStatus::Valid
                });
                let due = matches!(status, ClearanceState::Valid | ClearanceState::Expired)
                    && !renewed
                    && officer.active()
                    && is_due(clearance.until, level, today);
                ClearanceView { renewal_due: due, ..view(id, clearance, papers, status) }
            })
            .collect()
    }

    /// A clearance as it would be if it were granted.
    pub(crate) fn view_of_grant(&self, grant: &ClearanceGranted) -> ClearanceView {
        let facts = grant.facts();
        let status = state(&facts, day(self.now()));
        view(&grant.officer, &facts, &grant.papers(), status)
    }

    pub(crate) fn views_of_briefings(&self, id: &OfficerId) -> Vec<BriefingView> {
        let facts = self.state.officers.get(id).map(|officer| &officer.facts);
        let briefings = facts.map(|facts| facts.briefings.as_slice()).unwrap_or_default();
        let view =
            |b: &policy::BriefingFacts| BriefingView { policy: b.policy.clone(), level: b.level.clone(), date: b.date };
        briefings.iter().map(view).collect()
    }
}

impl ClearanceView {
    /// What the person who enters it should know: it is over, or does not count yet. History may be entered later.
    pub fn warnings(&self) -> Vec<Reason> {
        match self.status {
            ClearanceState::Expired => vec![Reason::new("clearance_over").with("until", self.until.to_string())],
            ClearanceState::Future => vec![Reason::new("clearance_ahead").with("from", self.from.to_string())],
            ClearanceState::Valid | ClearanceState::Suspended | ClearanceState::Withdrawn => Vec::new(),
        }
    }
}

/// The last day of the clearance that counts: the one in force that ends last, else the one that ended last.
pub(crate) fn ends(officer: &Officer, today: NaiveDate) -> Option<NaiveDate> {
    let counts =
        |clearance: &&policy::ClearanceFacts| (state(clearance, today) == ClearanceState::Valid, clearance.until);
    officer.facts.clearances.iter().max_by_key(counts).map(|clearance| clearance.until)
}

fn state(clearance: &policy::ClearanceFacts, today: NaiveDate) -> ClearanceState {
    match clearance.status {
        ClearanceStatus::Withdrawn => ClearanceState::Withdrawn,
        ClearanceStatus::Suspended => ClearanceState::Suspended,
        ClearanceStatus::Valid if clearance.until < today => ClearanceState::Expired,
        ClearanceStatus::Valid if today < clearance.from => ClearanceState::Future,
        ClearanceStatus::Valid => ClearanceState::Valid,
    }
}

/// Without whether its renewal is due: that depends on the others of its officer.
fn view(
    officer: &OfficerId,
    clearance: &policy::ClearanceFacts,
    papers: &Papers,
    status: ClearanceState,
) -> ClearanceView {
    ClearanceView {
        officer: officer.clone(),
        policy: clearance.policy.clone(),
        level: clearance.level.clone(),
        banner: bare_banner(&clearance.policy, &clearance.level),
        categories: clearance.categories.clone(),
        from: clearance.from,
        until: clearance.until,
        status,
        certificate: papers.certificate.clone(),
        authority: papers.authority.clone(),
        renewal_due: false,
    }
}

/// Seven months before the end, ten for the highest level.
fn is_due(until: NaiveDate, level: Option<Level>, today: NaiveDate) -> bool {
    let months = if level == Some(Level::TopSecret) { 10 } else { 7 };
    months_from(until, -months) <= today
}

fn status_name(status: ClearanceStatus) -> &'static str {
    match status {
        ClearanceStatus::Valid => "valid",
        ClearanceStatus::Suspended => "suspended",
        ClearanceStatus::Withdrawn => "withdrawn",
    }
}
