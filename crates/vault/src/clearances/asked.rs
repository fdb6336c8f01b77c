//! Clearances that take two: asked for by one security officer, granted by the yes of another.

use policy::four_eyes::Objection;
use registry::Event;
use registry::assents::{End, Matter, Request};
use registry::event::{Assented, ClearanceGranted, Refused, Withdrawn};

use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AskedClearance, AssentId, Error, Reason, Session, text};

impl Session {
    pub(crate) fn grant_asked_clearance(&mut self, id: &AssentId) -> Result<(), Error> {
        let fact: Event = Assented { request: id.clone() }.into();
        let about = fact.record(&self.state);
        self.enter(&about, |session, _| {
            let (request, of) = session.asked_clearance(id)?;
            let against = session.against_clearance(request, of);
            session.unless("grant-clearance", against)?;
            Ok(EntryDraft::default().fact(fact.clone()).record(about.clone()))
        })?;
        self.chores()
    }

    pub(crate) fn refuse_asked_clearance(&mut self, id: &AssentId, why: &str) -> Result<(), Error> {
        let why = text::line("why", why)?;
        let fact: Event = Refused { request: id.clone() }.into();
        let about = fact.record(&self.state).about("why", why);
        self.enter(&about, |session, _| {
            let (request, of) = session.asked_clearance(id)?;
            let against = of.against_refusal(&session.state, request, session.id());
            session.unless("refuse-clearance", said(against))?;
            Ok(EntryDraft::default().fact(fact.clone()).record(about.clone()))
        })
    }

    pub(crate) fn withdraw_asked_clearance(&mut self, id: &AssentId, why: Option<String>) -> Result<(), Error> {
        let fact: Event = Withdrawn { request: id.clone() }.into();
        let about = fact.record(&self.state).about_some("why", why);
        self.enter(&about, |session, _| {
            let (request, _) = session.asked_clearance(id)?;
            if request.by != *session.id() {
                return Err(denied_for("recall-clearance", Reason::new("request_of_another")));
            }
            Ok(EntryDraft::default().fact(fact.clone()).record(about.clone()))
        })
    }

    /// What speaks against this officer's yes.
    pub(crate) fn against_clearance(&self, request: &Request, of: &ClearanceGranted) -> Vec<Reason> {
        said(of.against_assent(&self.state, request, self.id()))
    }

    /// Nothing to anybody but those who keep or check clearances, and who asked for it.
    pub(crate) fn view_of_asked_clearance(&self, request: &Request, of: &ClearanceGranted) -> Option<AskedClearance> {
        if !self.sees_papers() && request.by != *self.id() {
            return None;
        }
        let mut holds = self.views_of_clearances(&of.officer);
        holds.retain(|held| held.policy == of.policy);
        Some(AskedClearance {
            clearance: self.view_of_grant(of),
            full_name: self.state.officers.get(&of.officer)?.full_name.clone(),
            holds,
            opens: self.state.classes_opened_by(&of.officer, &of.facts(), self.now()),
        })
    }

    /// One that waits.
    fn asked_clearance(&self, id: &AssentId) -> Result<(&Request, &ClearanceGranted), Error> {
        let unknown = || Error::NotFound { kind: "request", name: id.to_string() };
        let request = self.state.assents.get(id).ok_or_else(unknown)?;
        let of = match &request.matter {
            Matter::Clearance(of) => of,
            Matter::Release(_) => return Err(unknown()),
        };
        let status = match &request.end {
            None => return Ok((request, of)),
            Some(End::Granted) => "granted",
            Some(End::Refused(_)) => "refused",
            Some(End::Withdrawn(_)) => "withdrawn",
        };
        Err(Error::State { what: "request", status: status.to_owned() })
    }

    fn unless(&self, action: &'static str, against: Vec<Reason>) -> Result<(), Error> {
        if against.is_empty() { Ok(()) } else { Err(Error::Denied { action, reasons: against }) }
    }
}

fn said(against: Vec<Objection>) -> Vec<Reason> {
    let reason = |objection| match objection {
        Objection::NotInCharge => Reason::new("role_required").with("role", "security-officer"),
        Objection::OwnRequest => Reason::new("second_person_required"),
        Objection::AboutOneself => Reason::new("about_oneself"),
        Objection::RequesterNotInCharge => Reason::new("requester_not_in_charge"),
        Objection::Changed => Reason::new("request_stale"),
    };
    against.into_iter().map(reason).collect()
}
