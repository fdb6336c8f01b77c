//! Assents: one queue of what waits for the yes of others, whatever it is about.

mod answered;
mod peers;
pub(crate) mod views;

use policy::four_eyes::Objection;
use registry::assents::{Answer, Answering, End, Hindrance, Matter, Request};
use registry::event::{self, Event};
use registry::state::instant;

use crate::paging::{self, Asked, Row};
use crate::session::denied_for;
use crate::{
    AskedFor, AssentFilter, AssentId, AssentOrder, AssentStatus, AssentSummary, AssentView, Error, Page, Reason,
    ReleaseId, Session, text,
};

impl Session {
    /// What waits for the yes of others, as far as this officer may see it: his to answer first, or as it is asked for. What is
    /// alike is in the order in which it was asked for, the longest first.
    ///
    /// # Errors
    /// [`Error::NotFound`] where nobody is the officer that it is to be about; [`Error::ListChanged`]; integrity errors.
    pub fn assents(&mut self, filter: &AssentFilter) -> Result<Page<AssentView>, Error> {
        self.catch_up()?;
        if let Some(about) = &filter.about {
            self.known_officer(about)?;
        }
        let about = |request: &Request| match (&filter.about, request.matter.answering(&self.state)) {
            (None, _) => true,
            (Some(officer), Answering::Peers(peers)) => peers.about == Some(officer),
            (Some(_), Answering::Release(_) | Answering::Custody(_) | Answering::Sharing(_)) => false,
        };
        let waiting = self.state.assents.iter().filter(|(_, request)| request.waits() && about(request));
        let mut seen: Vec<(&AssentId, &Request)> = waiting.filter(|(_, request)| self.sees_request(request)).collect();
        seen.sort_by_key(|(_, request)| request.index);
        let key = |id: &AssentId, request: &Request| match filter.sort.by {
            AssentOrder::Status => (if self.may_answer(id, request) { "0" } else { "1" }).to_owned(),
            AssentOrder::Filed => format!("{:020}", request.index),
            AssentOrder::Kind => format!("{:02}", request.matter.kind() as u8),
            AssentOrder::Name => {
                let view = self.view_of_request(id, request);
                view.map(|view| index::title_key(&view.name)).unwrap_or_default()
            }
            AssentOrder::Officer => index::title_key(request.by.as_str()),
        };
        let rows = seen.into_iter().map(|(id, request)| {
            let key = Some(key(id, request));
            Row { id: id.to_string(), key, row: (id.clone(), request) }
        });
        let asked = Asked { limit: filter.limit, after: filter.after.as_deref(), descending: filter.sort.descending };
        paging::page(rows.collect(), &asked, |(id, request)| {
            self.view_of_request(&id, request).ok_or(Error::Internal { what: "request" })
        })
    }

    /// One of them, or one that has ended.
    ///
    /// # Errors
    /// [`Error::NotFound`], also of what this officer may not see; integrity errors.
    pub fn assent(&mut self, id: &AssentId) -> Result<AssentView, Error> {
        self.catch_up()?;
        self.seen_request(id)
    }

    /// Says yes: with the last one that it takes, what was asked for is done.
    ///
    /// # Errors
    /// [`Error::Denied`] to the officer who asked for it, to one who has not the right, and where it was decided otherwise meanwhile;
    /// [`Error::State`] when it has ended; [`Error::NotFound`].
    pub fn give_assent(&mut self, id: &AssentId) -> Result<AssentView, Error> {
        self.answer(id, Answer::Yes, None)?;
        self.seen_request(id)
    }

    /// Says no, and why: it ends there.
    ///
    /// # Errors
    /// As [`Session::give_assent`]; [`Error::Missing`] reason.
    pub fn refuse_assent(&mut self, id: &AssentId, why: &str) -> Result<(), Error> {
        let why = text::line("why", why)?;
        self.answer(id, Answer::No, Some(why))
    }

    /// Takes back what one asked for oneself.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody else; [`Error::State`] when it has ended; [`Error::NotFound`].
    pub fn withdraw_assent(&mut self, id: &AssentId, why: Option<&str>) -> Result<(), Error> {
        let why = why.map(|why| text::remark("why", why)).transpose()?;
        self.answer(id, Answer::Withdrawn, why)
    }

    /// Refuses to ask once more for what waits already and can still be granted, no matter who asked for it: a second request for the same
    /// would be one too many for those who answer. One that another asked for and this officer does not know of, or that nobody
    /// could say yes to, stands in nobody's way.
    ///
    /// # Errors
    /// [`Error::Denied`]: `already_waits`, with the request.
    pub(crate) fn require_unasked(&self, matter: &Matter) -> Result<(), Error> {
        let needless = |id: &AssentId, request: &Request| {
            let leads =
                request.by == *self.id() || (self.sees_request(request) && !self.nobody_says_yes_to(id, request));
            leads && self.could_be_granted(request)
        };
        let waiting = self.state.assents.iter().filter(|(_, request)| request.waits());
        match waiting.filter(|(_, one)| one.matter.asks_the_same(matter)).find(|(id, one)| needless(id, one)) {
            None => Ok(()),
            Some((id, request)) => {
                let reason = Reason::new("already_waits").with("officer", request.by.to_string());
                Err(denied_for(matter.asked().as_str(), reason.with("request", id.to_string())))
            }
        }
    }

    /// The fact itself, or the request for it where it takes two; asked for once.
    ///
    /// # Errors
    /// Those of [`Session::require_unasked`].
    pub(crate) fn fact_or_request(
        &self,
        fact: impl Into<Event>,
        asked: Option<AssentId>,
        matter: Matter,
    ) -> Result<Event, Error> {
        let Some(request) = asked else { return Ok(fact.into()) };
        self.require_unasked(&matter)?;
        Ok(event::Asked { request, matter }.into())
    }

    /// Whether there may be somebody whose yes would count: nothing was decided otherwise meanwhile, and who asked may still ask.
    pub(crate) fn could_be_granted(&self, request: &Request) -> bool {
        let over = |objection: &Objection| matches!(objection, Objection::Changed | Objection::RequesterNotInCharge);
        let stands = match request.matter.answering(&self.state) {
            Answering::Peers(peers) => !peers.against(Answer::Yes, &self.state, request, self.id()).iter().any(over),
            // A share that somebody handed over with his yes may be worthless: then it is asked for again.
            Answering::Custody(of) => request.given.is_empty() && of.may_be_asked_by(&self.state, &request.by),
            Answering::Sharing(_) => self.state.oversees_custody(&request.by),
            Answering::Release(_) => true,
        };
        stands && request.matter.hindered(&self.state) != Some(Hindrance::Overtaken)
    }

    /// The one way of an answer, whatever the request is about.
    fn answer(&mut self, id: &AssentId, answer: Answer, why: Option<String>) -> Result<(), Error> {
        self.catch_up()?;
        let seen = self.state.assents.get(id).filter(|request| self.sees_request(request));
        match seen.ok_or_else(|| unknown(id))?.matter.answering(&self.state) {
            Answering::Peers(_) => self.answer_among_peers(id, answer, why),
            Answering::Release(_) => self.answer_release(&ReleaseId::from(id), answer, why),
            Answering::Custody(_) | Answering::Sharing(_) => self.answer_custody(id, answer, why),
        }
    }

    fn seen_request(&self, id: &AssentId) -> Result<AssentView, Error> {
        let found = self.state.assents.get(id).and_then(|request| self.view_of_request(id, request));
        found.ok_or_else(|| unknown(id))
    }

    /// Whether an officer knows of a request: one who asked for it, and those whom its matter concerns.
    fn sees_request(&self, request: &Request) -> bool {
        let concerned = match &request.matter {
            Matter::Release(_) => self.sees_release(request),
            Matter::Clearance(_)
            | Matter::Approval(_)
            | Matter::Guide(_)
            | Matter::Authorities(_)
            | Matter::Roles(_)
            | Matter::Function(_)
            | Matter::Reissue(_)
            | Matter::Reinstatement(_)
            | Matter::Succession(_)
            | Matter::Withdrawal(_)
            | Matter::Printer(_) => self.sees_papers(),
            // Those who answer it: custodians, where there are too few security officers.
            Matter::Unfreezing(_) => self.sees_papers() || self.state.has_role(self.id(), self.state.lifts_freezes()),
            Matter::Custody(of) => self.sees_custody_use(request, of),
            Matter::CustodySharing(_) => self.sees_custody(),
        };
        // An officer who answered it goes on knowing of it: with his yes he may have ended his own charge.
        let answered = request.given.iter().any(|given| given.by == *self.id());
        concerned || answered || request.by == *self.id()
    }

    /// Nothing to an officer who does not see it.
    fn view_of_request(&self, id: &AssentId, request: &Request) -> Option<AssentView> {
        if !self.sees_request(request) {
            return None;
        }
        let (about, name, asked) = match &request.matter {
            Matter::Release(of) => {
                let release = ReleaseId::from(id);
                let view = self.view_of_release(&release, self.state.release(&release)?, self.now())?;
                let partner = self.state.partners.get(&of.partner)?;
                (of.partner.to_string(), partner.record.name.clone(), AskedFor::Release(view))
            }
            Matter::Clearance(of) => {
                let asked = self.view_of_asked_clearance(of)?;
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Clearance(asked))
            }
            Matter::Custody(of) => {
                let asked = self.view_of_custody_use(id, request, of);
                (asked.about.clone(), asked.name.clone(), AskedFor::Custody(asked))
            }
            Matter::CustodySharing(of) => {
                let asked = self.view_of_asked_sharing(request, of);
                let ids: Vec<&str> = asked.people.iter().map(|one| one.id.as_str()).collect();
                let names: Vec<&str> = asked.people.iter().map(|one| one.full_name.as_str()).collect();
                (ids.join(" "), names.join(", "), AskedFor::CustodySharing(asked))
            }
            Matter::Unfreezing(of) => {
                let asked = self.view_of_asked_unfreezing(of, request.index);
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Unfreezing(asked))
            }
            Matter::Approval(of) => {
                let asked = self.view_of_asked_approval(of);
                (of.reference.clone(), of.authority.clone(), AskedFor::Approval(asked))
            }
            Matter::Guide(of) => {
                let asked = self.view_of_asked_guide(of);
                (self.state.name.clone(), self.state.name.clone(), AskedFor::Guide(asked))
            }
            Matter::Succession(of) => {
                let asked = self.view_of_asked_succession(of, request.index)?;
                let about = asked.id.as_ref().map_or_else(|| of.dossier.to_string(), ToString::to_string);
                (about, asked.full_name.clone(), AskedFor::Succession(asked))
            }
            Matter::Withdrawal(of) => {
                let asked = self.view_of_asked_withdrawal(of, request.index)?;
                (asked.reference.clone(), asked.reference.clone(), AskedFor::Withdrawal(asked))
            }
            Matter::Printer(of) => {
                let asked = self.view_of_asked_printer(of, request.index);
                (of.printer.to_string(), of.printer.to_string(), AskedFor::Printer(asked))
            }
            Matter::Authorities(of) => {
                let asked = self.view_of_asked_authorities(of);
                let changed: Vec<String> = asked.added.iter().chain(&asked.removed).cloned().collect();
                (changed.join("; "), self.state.name.clone(), AskedFor::Authorities(asked))
            }
            Matter::Roles(of) => {
                let asked = self.view_of_asked_roles(of, request.index)?;
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Roles(asked))
            }
            Matter::Function(of) => {
                let asked = self.view_of_asked_function(of, request.index);
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Function(asked))
            }
            Matter::Reissue(of) => {
                let asked = self.view_of_asked_reissue(of, request.index)?;
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Reissue(asked))
            }
            Matter::Reinstatement(of) => {
                let asked = self.view_of_asked_reinstatement(of, request.index)?;
                (of.officer.to_string(), asked.full_name.clone(), AskedFor::Reinstatement(asked))
            }
        };
        let waits = request.waits();
        let (why_not, may_refuse) = if waits { self.answers(id, request) } else { (Vec::new(), false) };
        let may_give = waits && why_not.is_empty();
        let summary = AssentSummary {
            id: id.clone(),
            kind: request.matter.kind(),
            about,
            by: request.by.clone(),
            since: instant(request.at_ms),
            given: if waits { request.counted(&self.state) } else { request.given.len() },
            needed: request.needed(),
            mine: may_give || may_refuse,
        };
        let status = match &request.end {
            None => AssentStatus::Waiting,
            Some(End::Granted) => AssentStatus::Granted,
            Some(End::Refused(_)) => AssentStatus::Refused,
            Some(End::Withdrawn(_)) => AssentStatus::Withdrawn,
        };
        let may_withdraw = waits && request.by == *self.id();
        let mut view = AssentView {
            summary,
            name,
            asked,
            status,
            may_give,
            why_not,
            may_refuse,
            may_withdraw,
            warnings: Vec::new(),
        };
        view.warnings = if waits { self.about_waiting(request, &view) } else { Vec::new() };
        Some(view)
    }

    /// What should be known of a request that waits.
    fn about_waiting(&self, request: &Request, view: &AssentView) -> Vec<Reason> {
        if view.overtaken() {
            return Vec::new();
        }
        let mut warnings = Vec::new();
        match &request.matter {
            Matter::Approval(of) => warnings.extend(self.above_ceiling(of.ceiling)),
            // What cannot be asked of the index keeps nobody from answering.
            Matter::Release(of) => {
                warnings.extend(self.superseded(&of.documents).unwrap_or_default());
                warnings.extend(self.consents_unnamed(&of.consents));
            }
            Matter::Clearance(_)
            | Matter::Custody(_)
            | Matter::CustodySharing(_)
            | Matter::Guide(_)
            | Matter::Authorities(_)
            | Matter::Unfreezing(_)
            | Matter::Roles(_)
            | Matter::Reissue(_)
            | Matter::Function(_)
            | Matter::Reinstatement(_)
            | Matter::Succession(_)
            | Matter::Withdrawal(_)
            | Matter::Printer(_) => {}
        }
        if !view.may_give && self.nobody_agrees(&view.summary.id) {
            warnings.push(Reason::new("nobody_agrees"));
        }
        warnings
    }

    /// What somebody who asked should know of his request: as its view says it.
    pub fn warnings_about(&self, id: &AssentId) -> Vec<Reason> {
        let found = self.state.assents.get(id).and_then(|request| self.view_of_request(id, request));
        found.map(|view| view.warnings).unwrap_or_default()
    }

    /// What speaks against this officer's yes to a request that waits, and whether he may say no.
    fn answers(&self, id: &AssentId, request: &Request) -> (Vec<Reason>, bool) {
        match request.matter.answering(&self.state) {
            Answering::Peers(peers) => self.answers_among(&peers, request),
            Answering::Release(_) => match self.state.release(&ReleaseId::from(id)) {
                Some(release) => self.answers_to_release(release, self.now()),
                None => (vec![Reason::new("undecidable")], false),
            },
            Answering::Custody(_) | Answering::Sharing(_) => self.answers_about_custody(request),
        }
    }

    /// Whether a request that waits is this officer's to grant or to refuse.
    fn may_answer(&self, id: &AssentId, request: &Request) -> bool {
        let (why_not, may_refuse) = self.answers(id, request);
        why_not.is_empty() || may_refuse
    }

    /// How many requests wait for an answer of this officer: releases, which have a screen of their own, and others.
    pub(crate) fn to_answer(&self) -> (u64, u64) {
        let (mut releases, mut others) = (0, 0);
        let waiting = self.state.assents.iter().filter(|(_, request)| request.waits());
        for (_, request) in waiting.filter(|(id, request)| self.may_answer(id, request)) {
            match request.matter.answering(&self.state) {
                Answering::Release(_) => releases += 1,
                Answering::Peers(_) | Answering::Custody(_) | Answering::Sharing(_) => others += 1,
            }
        }
        (releases, others)
    }
}

fn unknown(id: &AssentId) -> Error {
    Error::NotFound { kind: "request", name: id.to_string() }
}
