//! Whether documents are for an officer's function; outside it, what he is authorised to.

use std::collections::BTreeSet;

use policy::Role;
use registry::assents::Matter;
use registry::event::FunctionSet;
use registry::fact::Fact as _;
use registry::log::Act;
use registry::people::{Authorisation, Authorised, ForFunction};
use registry::policies::policies;

use crate::dates::DayOf;
use crate::draft::EntryDraft;
use crate::{
    AskedFunction, AssentId, Decided, Error, FunctionView, NewAuthorisation, NewFunction, OfficerId, OfficerView,
    Session, text,
};

impl Session {
    /// Enters that documents are for an officer's function, or not; what he is authorised to then. Where that takes two, asks for
    /// the yes of another.
    ///
    /// # Errors
    /// [`Error::Unknown`] policy; [`Error::Missing`] policies, reason; [`Error::State`] where it is so already, or he is disabled;
    /// [`Error::Denied`] to anybody but a security officer, and about oneself; [`Error::NotFound`].
    pub fn set_function(
        &mut self,
        id: &OfficerId,
        function: NewFunction,
        why: &str,
    ) -> Result<Decided<OfficerView>, Error> {
        let why = text::grounds("why", why)?;
        let function = match function {
            NewFunction::Within => ForFunction::Within {},
            NewFunction::Outside { authorised } => {
                let authorised = authorised.map(|new| self.written_authorisation(&new)).transpose()?;
                ForFunction::Outside { authorised }
            }
        };
        self.catch_up()?;
        let fact = FunctionSet { officer: id.clone(), function };
        let action = Act::ChangeFunction.as_str();
        let request = AssentId::parse(&self.randomness.id())?;
        let mut waits = None;
        let about = fact.record(&self.state);
        self.enter(&about, |session, _| {
            session.require_roles(action, &[Role::SecurityOfficer])?;
            session.require_other(action, id)?;
            let officer = session.known_officer(id)?;
            if !officer.belongs() {
                return Err(Error::State { what: "officer", status: "disabled".to_owned() });
            }
            if officer.standing() == fact.function {
                return Err(Error::State { what: "officer", status: "unchanged".to_owned() });
            }
            waits = fact.takes_two(&session.state).then(|| request.clone());
            let matter = Matter::Function(fact.clone());
            let event = session.fact_or_request(fact.clone(), waits.clone(), matter)?;
            let record = event.record(&session.state).about("why", why.clone());
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        if let Some(request) = waits {
            return Ok(Decided::Waiting(request));
        }
        self.chores()?;
        self.officer(id).map(Decided::Effective)
    }

    /// An authorisation as somebody wrote it down.
    fn written_authorisation(&self, new: &NewAuthorisation) -> Result<Authorisation, Error> {
        self.plausible("until", new.until, DayOf::EndToCome)?;
        let mut known = BTreeSet::new();
        for name in &new.policies {
            match policies().find(name) {
                Some(policy) => known.insert(policy.name().to_owned()),
                None => return Err(Error::unknown("policy", name, crate::marks::policy_names())),
            };
        }
        if known.is_empty() {
            return Err(Error::Missing { field: "policy" });
        }
        let authority = text::line("authority", &new.authority)?;
        let reference = text::line("reference", &new.reference)?;
        Ok(Authorisation { policies: known, authority, reference, until: new.until })
    }

    pub(crate) fn view_of_function(&self, id: &OfficerId) -> FunctionView {
        let Some(officer) = self.state.officers.get(id) else { return FunctionView::default() };
        let alone = officer.authorised.as_ref().and_then(|of: &Authorised| of.alone.as_ref());
        FunctionView { alone: alone.map(|alone| alone.by.clone()), ..FunctionView::of(&officer.standing()) }
    }

    /// What would be so with the yes.
    pub(crate) fn view_of_asked_function(&self, of: &FunctionSet, asked: u64) -> AskedFunction {
        AskedFunction {
            officer: of.officer.clone(),
            full_name: self.name_of(&of.officer).full_name,
            now: self.view_of_function(&of.officer),
            then: FunctionView::of(&of.function),
            why: self.why_of(asked),
        }
    }
}

impl FunctionView {
    fn of(standing: &ForFunction) -> FunctionView {
        match standing {
            ForFunction::Within {} => FunctionView::default(),
            ForFunction::Outside { authorised } => FunctionView {
                outside: true,
                policies: authorised.iter().flat_map(|of| of.policies.iter().cloned()).collect(),
                authority: authorised.as_ref().map(|of| of.authority.clone()),
                reference: authorised.as_ref().map(|of| of.reference.clone()),
                until: authorised.as_ref().map(|of| of.until),
                alone: None,
            },
        }
    }
}
