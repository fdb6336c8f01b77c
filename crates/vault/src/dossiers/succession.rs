//! Whom a dossier falls to when its lead is gone: the deputy, else the person whom two security officers agree on.

use policy::Role;
use registry::assents::Matter;
use registry::dossiers::{Dossier, Passing};
use registry::event::{DeputyNamed, DossierTakenOver, LeadNamed};
use registry::fact::Fact as _;
use registry::log::Act;
use registry::people::Admission;
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{
    AskedSuccession, AssentId, Decided, DossierId, DossierKey, DossierView, Error, OfficerId, Reason, Session,
    UnledDossier, text,
};

impl Session {
    /// Names who leads a dossier once its lead is gone, another, or nobody any more: who leads it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a dossier that one does not know, and for an officer who is not on its list; [`Error::Denied`] to
    /// those who do not lead it, and about oneself.
    pub fn name_deputy(&mut self, dossier: &DossierId, deputy: Option<&OfficerId>) -> Result<DossierView, Error> {
        self.catch_up()?;
        let fact = DeputyNamed { dossier: self.named(dossier)?, deputy: deputy.cloned() };
        let action = Act::NameDeputy.as_str();
        let record = fact.record(&self.state);
        self.enter(&record, |session, _| {
            if !session.leads(&fact.dossier) {
                let who = session.listed_officers(|id, _| session.state.in_charge(&fact.dossier) == Some(id));
                return Err(denied_for(action, Reason::new("not_lead").with("who", who)));
            }
            if let Some(deputy) = deputy {
                session.require_other(action, deputy)?;
                session.require_in_service(deputy)?;
                let members = session.state.dossiers.get(&fact.dossier).map(|of| &of.members);
                if !members.is_some_and(|members| members.contains_key(deputy)) {
                    return Err(Error::NotFound { kind: "member", name: deputy.to_string() });
                }
            }
            Ok(EntryDraft::default().fact(fact.clone()).record(record.clone()))
        })?;
        self.dossier(dossier)
    }

    /// Whether this officer leads a dossier, as the one who was to.
    pub(super) fn leads(&self, dossier: &DossierKey) -> bool {
        let head = self.state.dossiers.get(dossier).and_then(Dossier::head);
        head == Some(self.id()) && self.state.in_charge(dossier) == head && self.state.works(self.id())
    }

    /// Enters of each dossier that fell to this officer that he leads it now.
    ///
    /// # Errors
    /// As every recording.
    pub(crate) fn take_over(&mut self) -> Result<(), Error> {
        if self.read_only() {
            return Ok(());
        }
        while let Some(dossier) = self.fallen_to_me() {
            let fact = DossierTakenOver { dossier };
            let record = fact.record(&self.state);
            let done = self.record(|session, _| {
                if !session.falls_to_me(&fact.dossier) {
                    return Err(Error::Overtaken);
                }
                Ok((EntryDraft::default().fact(fact.clone()).record(record.clone()), ()))
            });
            match done {
                Ok(_) => {}
                Err(Error::Overtaken) => return Ok(()),
                Err(error) => return Err(error),
            }
            self.catch_up()?;
        }
        Ok(())
    }

    fn fallen_to_me(&self) -> Option<DossierKey> {
        self.state.dossiers.keys().find(|dossier| self.falls_to_me(dossier)).cloned()
    }

    fn falls_to_me(&self, dossier: &DossierKey) -> bool {
        let head = self.state.dossiers.get(dossier).and_then(Dossier::head);
        let falls = head != Some(self.id()) && self.state.in_charge(dossier) == Some(self.id());
        falls && self.state.works(self.id()) && !self.state.is_stood_in(dossier)
    }

    /// Dossiers that nobody leads any more: to security officers.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody else; integrity errors.
    pub fn unled_dossiers(&mut self) -> Result<Vec<UnledDossier>, Error> {
        self.catch_up()?;
        self.require_roles(Act::RequestSuccession.as_str(), &[Role::SecurityOfficer])?;
        let now = self.now();
        let unled = self.state.unled().map(|(key, of)| {
            let name = self.knowledge.dossiers.get(key).filter(|_| self.sees_dossier(key, now));
            let waiting = self.proposals(key);
            UnledDossier {
                key: key.clone(),
                id: name.map(|name| name.id.clone()),
                title: name.map(|name| name.title.clone()),
                was: of.head().or(of.led.as_ref()).unwrap_or(&of.keeper).clone(),
                deputy: self.state.deputy_by_own_deed(key).cloned(),
                members: of.members.keys().cloned().collect(),
                requests: waiting.cloned().collect(),
            }
        });
        Ok(unled.collect())
    }

    /// The requests that wait for a dossier to have a lead again.
    fn proposals(&self, dossier: &DossierKey) -> impl Iterator<Item = &AssentId> {
        let proposes = move |request: &registry::assents::Request| {
            request.waits() && request.matter.succession().is_some_and(|matter| matter.dossier == *dossier)
        };
        self.state.assents.iter().filter(move |(_, request)| proposes(request)).map(|(id, _)| id)
    }

    /// How many dossiers wait for this officer to propose a lead.
    pub(crate) fn leads_to_propose(&self) -> u64 {
        if !self.state.has_role(self.id(), Role::SecurityOfficer) {
            return 0;
        }
        self.state.unled().filter(|(key, _)| self.proposals(key).next().is_none()).count() as u64
    }

    /// Gives a dossier that nobody leads a lead; where that takes two, proposes him to another security officer. He becomes a
    /// member, and gets its keys from those who hold them, or from custody.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but a security officer, and about oneself; [`Error::NotFound`]; [`Error::State`] where
    /// somebody leads it, and for an officer who is disabled; [`Error::Missing`] reason.
    pub fn name_lead(&mut self, dossier: &DossierId, lead: &OfficerId, why: &str) -> Result<Decided<()>, Error> {
        let why = text::grounds("why", why)?;
        self.catch_up()?;
        let action = Act::NameLead.as_str();
        let fact = LeadNamed { dossier: self.named_by_key(dossier)?, lead: lead.clone() };
        let id = AssentId::parse(&self.randomness.id())?;
        let mut asked = None;
        let about = fact.record(&self.state);
        self.enter(&about, |session, _| {
            session.require_roles(action, &[Role::SecurityOfficer])?;
            session.require_other(action, lead)?;
            session.require_in_service(lead)?;
            if session.state.in_charge(&fact.dossier).is_some() {
                return Err(Error::State { what: "dossier", status: "led".to_owned() });
            }
            asked = session.state.succession_takes_two(&fact.dossier).then(|| id.clone());
            let matter = Matter::Succession(fact.clone());
            let event = session.fact_or_request(fact.clone(), asked.clone(), matter)?;
            let record = event.record(&session.state).about("why", why.clone());
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        match asked {
            Some(request) => Ok(Decided::Waiting(request)),
            None => self.chores().map(Decided::Effective),
        }
    }

    /// A dossier by its key, for those who know it, or as [`Session::named`].
    fn named_by_key(&self, id: &DossierId) -> Result<DossierKey, Error> {
        let by_key = DossierKey::parse(id.as_str()).ok();
        let oversees = self.state.has_role(self.id(), Role::SecurityOfficer);
        match by_key.filter(|key| oversees && self.state.dossiers.contains_key(key)) {
            Some(key) => Ok(key),
            None => self.named(id),
        }
    }

    /// A lead who was proposed. None of an officer whom the log does not know.
    pub(crate) fn view_of_asked_succession(&self, of: &LeadNamed, asked: u64) -> Option<AskedSuccession> {
        let now = self.now();
        let name = self.knowledge.dossiers.get(&of.dossier).filter(|_| self.sees_dossier(&of.dossier, now));
        let dossier = self.state.dossiers.get(&of.dossier)?;
        let lead = self.state.officers.get(&of.lead)?;
        Some(AskedSuccession {
            key: of.dossier.clone(),
            id: name.map(|name| name.id.clone()),
            title: name.map(|name| name.title.clone()),
            was: dossier.head().or(Some(&dossier.keeper)).cloned(),
            lead: of.lead.clone(),
            full_name: lead.full_name.clone(),
            member: dossier.members.contains_key(&of.lead),
            alone: match &lead.admission {
                Admission::Sound => None,
                Admission::Second(alone) | Admission::OneWord(alone) => Some(alone.by.clone()),
            },
            members: dossier.members.keys().cloned().collect(),
            opens: self.state.classes_opened_by_joining(&of.dossier, &of.lead, now),
            why: self.why_of(asked),
        })
    }

    /// That dossiers came to this officer since he last unlocked, or came back to him; that one does not, which he would lead but
    /// for his own deed; and to security officers, that some are led by nobody.
    pub(crate) fn successions(&self) -> Vec<Reason> {
        let since = self.last_unlock();
        let new = |at_ms: i64| since.is_none_or(|since| instant(at_ms) >= since);
        let told = |key: &DossierKey, code: &'static str| {
            let name = self.knowledge.dossiers.get(key).map_or_else(|| key.to_string(), |name| name.id.to_string());
            Reason::new(code).with("dossier", name)
        };
        let mine = |key: &DossierKey| self.state.in_charge(key) == Some(self.id());
        let passed = self.state.dossiers.iter().filter_map(|(key, of)| {
            let (passing, _) = of.passed.filter(|(_, at_ms)| new(*at_ms) && mine(key))?;
            let reason = match passing {
                Passing::Succeeded => told(key, "dossier_succeeded"),
                Passing::Returned => told(key, "dossier_returned"),
                Passing::StandsIn => {
                    told(key, "dossier_stands_in").with("officer", self.state.stood_in_for(key)?.to_string())
                }
            };
            Some(reason)
        });
        let by_own_deed = |key: &&DossierKey| self.state.deputy_by_own_deed(key) == Some(self.id());
        let denied = self.state.dossiers.keys().filter(by_own_deed).map(|key| told(key, "dossier_own_deed"));
        let mut all: Vec<Reason> = passed.chain(denied).collect();
        let unled = self.state.unled().count();
        if unled > 0 && self.state.has_role(self.id(), Role::SecurityOfficer) {
            all.push(Reason::new("dossiers_unled").with("count", unled.to_string()));
        }
        all
    }
}
