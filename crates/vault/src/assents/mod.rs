//! Assents: one queue of what waits for the yes of others, whatever it is about.

pub(crate) mod views;

use policy::Stage;
use registry::assents::{End, Matter, Request};
use registry::state::instant;

use crate::{
    AskedFor, AssentId, AssentKind, AssentStatus, AssentSummary, AssentView, Error, ReleaseId, ReleaseStatus, Session,
    text,
};

impl Session {
    /// What waits for the yes of others, as far as this officer may see it; the longest first.
    ///
    /// # Errors
    /// Integrity errors.
    pub fn assents(&mut self) -> Result<Vec<AssentView>, Error> {
        self.catch_up()?;
        let waiting = self.state.assents.iter().filter(|(_, request)| request.waits());
        let mut views: Vec<(u64, AssentView)> =
            waiting.filter_map(|(id, request)| Some((request.index, self.view_of_request(id, request)?))).collect();
        views.sort_by_key(|(index, _)| *index);
        Ok(views.into_iter().map(|(_, view)| view).collect())
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
    /// [`Error::Denied`] to who asked for it, to who has not the right, and where it was decided otherwise meanwhile;
    /// [`Error::State`] when it has ended; [`Error::NotFound`].
    pub fn give_assent(&mut self, id: &AssentId) -> Result<AssentView, Error> {
        self.catch_up()?;
        match self.seen_request(id)?.summary.kind {
            AssentKind::Release => self.approve_release(&ReleaseId::from(id))?,
            AssentKind::Clearance => self.grant_asked_clearance(id)?,
        }
        self.seen_request(id)
    }

    /// Says no, and why: it ends there.
    ///
    /// # Errors
    /// As [`Session::give_assent`]; [`Error::Missing`] reason.
    pub fn refuse_assent(&mut self, id: &AssentId, why: &str) -> Result<(), Error> {
        self.catch_up()?;
        match self.seen_request(id)?.summary.kind {
            AssentKind::Release => self.refuse_release(&ReleaseId::from(id), why),
            AssentKind::Clearance => self.refuse_asked_clearance(id, why),
        }
    }

    /// Takes back what one asked for oneself.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody else; [`Error::State`] when it has ended; [`Error::NotFound`].
    pub fn withdraw_assent(&mut self, id: &AssentId, why: Option<&str>) -> Result<(), Error> {
        let why = why.map(|why| text::remark("why", why)).transpose()?;
        self.catch_up()?;
        match self.seen_request(id)?.summary.kind {
            AssentKind::Release => self.take_back(&ReleaseId::from(id), why),
            AssentKind::Clearance => self.withdraw_asked_clearance(id, why),
        }
    }

    fn seen_request(&self, id: &AssentId) -> Result<AssentView, Error> {
        let found = self.state.assents.get(id).and_then(|request| self.view_of_request(id, request));
        found.ok_or_else(|| Error::NotFound { kind: "request", name: id.to_string() })
    }

    /// Nothing to an officer whom it does not concern.
    fn view_of_request(&self, id: &AssentId, request: &Request) -> Option<AssentView> {
        let (asked, about, may_give, may_refuse, why_not) = match &request.matter {
            Matter::Release(of) => {
                let release = ReleaseId::from(id);
                let view = self.view_of_release(&release, self.state.release(&release)?, self.now())?;
                let (give, refuse, why_not) = (view.may_approve, view.may_refuse, view.why_not.clone());
                (AskedFor::Release(view), of.partner.to_string(), give, refuse, why_not)
            }
            Matter::Clearance(of) => {
                let asked = self.view_of_asked_clearance(request, of)?;
                let why_not = self.against_clearance(request, of);
                let may_refuse = of.against_refusal(&self.state, request, self.id()).is_empty();
                (AskedFor::Clearance(asked), of.officer.to_string(), why_not.is_empty(), may_refuse, why_not)
            }
        };
        let waits = request.waits();
        let status = match &request.end {
            None => AssentStatus::Waiting,
            Some(End::Granted) => AssentStatus::Granted,
            Some(End::Refused(_)) => AssentStatus::Refused,
            Some(End::Withdrawn(_)) => AssentStatus::Withdrawn,
        };
        let (may_give, may_refuse) = (waits && may_give, waits && may_refuse);
        let summary = AssentSummary {
            id: id.clone(),
            kind: match &request.matter {
                Matter::Release(_) => AssentKind::Release,
                Matter::Clearance(_) => AssentKind::Clearance,
            },
            about,
            by: request.by.clone(),
            since: instant(request.at_ms),
            given: request.given.len(),
            needed: request.needed(),
            mine: may_give || may_refuse,
        };
        let why_not = if waits { why_not } else { Vec::new() };
        let may_withdraw = waits && request.by == *self.id();
        Some(AssentView { summary, asked, status, may_give, why_not, may_refuse, may_withdraw })
    }

    /// How many requests wait for an answer of this officer: releases, and clearances.
    pub(crate) fn to_answer(&self) -> (u64, u64) {
        let now = self.now();
        let (mut releases, mut clearances) = (0, 0);
        for (_, release) in self.state.releases().filter(|(_, of)| of.status() == ReleaseStatus::Waiting) {
            let mine = self.stage(release, Stage::Approve, now).is_ok() || self.may_refuse(release, now).is_ok();
            releases += u64::from(mine);
        }
        for request in self.state.assents.values().filter(|request| request.waits()) {
            match &request.matter {
                Matter::Clearance(of) => {
                    clearances += u64::from(of.against_refusal(&self.state, request, self.id()).is_empty());
                }
                Matter::Release(_) => {}
            }
        }
        (releases, clearances)
    }
}
