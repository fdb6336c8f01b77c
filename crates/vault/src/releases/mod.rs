//! Releases: requested, approved by a second person, written once. The crate `release` makes the package.

pub(crate) mod leaving;
pub(crate) mod views;
pub(crate) mod warrant;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use policy::four_eyes::Since;
use policy::{Consent, Marked, Permit, Refuse, Release, Role, Stage};
use registry::assents::{Answer, End, Matter, Request};
use registry::documents::Sheet;
use registry::event::{self, Answered};
use registry::log::Act;
use registry::questions::ReleaseQuestion;
use registry::releases::{ReleaseMatter, ReleaseRecord};
use registry::state::{day, instant};

use crate::dates::DayOf;
use crate::documents::choice::Known;
use crate::documents::withdraw::require_there;
use crate::doors::PermitFor;
use crate::draft::EntryDraft;
use crate::paging::{self, Asked, Row};
use crate::session::{denied, denied_for};
use crate::{
    AssentId, ConsentDraft, DocumentConsent, DocumentId, Error, HiddenDocuments, NamedDocument, NamedOfficer,
    OfficerId, Page, PartnerId, Reason, ReleaseAnswer, ReleaseFilter, ReleaseId, ReleaseOrder, ReleaseStatus,
    ReleaseView, Requested, Session, documents, text,
};

/// The most documents of one release.
const MOST: usize = 1_000;

fn answered(release: &ReleaseId, answer: Answer) -> Answered {
    Answered { request: AssentId::from(release), answer }
}

impl Session {
    /// Whether these may go to that partner, document by document, without asking for it.
    ///
    /// # Errors
    /// [`Error::NotFound`] partner or document.
    pub fn decide_release(
        &mut self,
        partner: &PartnerId,
        documents: &[DocumentId],
        consents: &[(DocumentId, ConsentDraft)],
    ) -> Result<Vec<ReleaseAnswer>, Error> {
        self.catch_up()?;
        self.partner(partner)?;
        let at = self.now();
        let consents = checked(consents, at)?;
        let mut answers = Vec::with_capacity(documents.len());
        for document in documents {
            let consent = consents.get(document);
            let (permitted, reasons) = match self.may_release(document, partner, None, consent, (Known::AsListed, at)) {
                Ok(_) => (true, Vec::new()),
                Err(Error::Denied { reasons, .. }) => (false, reasons),
                Err(error) => return Err(error),
            };
            answers.push(ReleaseAnswer { document: document.clone(), permitted, reasons });
        }
        Ok(answers)
    }

    /// Asks for a release.
    ///
    /// # Errors
    /// [`Error::Denied`] with every reason of every document; [`Error::NotFound`].
    pub fn request_release(
        &mut self,
        partner: &PartnerId,
        documents: &[DocumentId],
        purpose: &str,
        consents: &[(DocumentId, ConsentDraft)],
    ) -> Result<Requested, Error> {
        let purpose = text::remark("purpose", purpose)?;
        if documents.is_empty() {
            return Err(Error::Missing { field: "documents" });
        }
        if documents.len() > MOST {
            return Err(Error::TooLong { field: "documents", limit: MOST });
        }
        let mut given = BTreeMap::new();
        let (mut once, mut twice) = (Vec::with_capacity(documents.len()), Vec::new());
        for document in documents {
            let list = if once.contains(document) { &mut twice } else { &mut once };
            list.push(document.clone());
        }
        let release = ReleaseId::parse(&self.randomness.id())?;
        let plain = ReleaseMatter { partner: partner.clone(), documents: once.clone(), consents: BTreeMap::new() };
        let about = plain.record(Act::RequestRelease, &release).about("purpose", purpose.clone());
        self.enter(&about, |session, at| {
            session.partner(partner)?;
            for (_, consent) in consents {
                session.plausible("from", consent.from, DayOf::Beginning)?;
                session.plausible("until", consent.until, DayOf::End)?;
            }
            let consents = checked(consents, at)?;
            session.permits(&once, partner, None, &consents, (Known::AsListed, at))?;
            given = consents.clone();
            let consents = consents.into_iter().filter(|(id, _)| once.contains(id)).collect();
            let matter = Matter::Release(ReleaseMatter { consents, ..plain.clone() });
            let words = EntryDraft::default()
                .fact(event::Asked { request: AssentId::from(&release), matter })
                .record(about.clone());
            Ok(session.sheets(words, &release, &plain, Act::RequestRelease, &purpose))
        })?;
        let mut warnings: Vec<Reason> = self.combined(&once).map(Session::warning).into_iter().collect();
        warnings.extend(self.superseded(&once)?);
        warnings.extend(self.consents_unnamed(&given));
        let twice = twice.iter().filter_map(|id| Some(Reason::new("named_twice").with("name", self.numbered(id)?.1)));
        warnings.extend(twice);
        warnings.extend(self.are_for_two(&once)?.then(|| Reason::new("release_by_two")));
        Ok(Requested { release, warnings })
    }

    /// Approves a release that another asked for.
    ///
    /// # Errors
    /// [`Error::Denied`], from SECRET up also of one's own request; [`Error::State`]; [`Error::NotFound`].
    pub fn approve_release(&mut self, id: &ReleaseId) -> Result<(), Error> {
        self.catch_up()?;
        let about = self.known_release(id)?.of.record(Act::ApproveRelease, id);
        self.enter(&about, |session, at| {
            let release = session.known_release(id)?;
            session.require_status(release, &[ReleaseStatus::Waiting])?;
            session.stage(release, Stage::Approve, at)?;
            let words = EntryDraft::default().fact(answered(id, Answer::Yes)).record(about.clone());
            Ok(session.sheets(words, id, release.of, Act::ApproveRelease, ""))
        })
    }

    /// Refuses a release that another asked for, and says why: to oversight, and to those who may read its documents, the one
    /// who asked among them. Who refuses need not be one of them.
    ///
    /// # Errors
    /// [`Error::Denied`] to the officer who asked for it, and to one who is no release authority; [`Error::Missing`] reason; [`Error::State`];
    /// [`Error::NotFound`].
    pub fn refuse_release(&mut self, id: &ReleaseId, why: &str) -> Result<(), Error> {
        let why = text::line("why", why)?;
        self.catch_up()?;
        let about = self.known_release(id)?.of.record(Act::RefuseRelease, id);
        let said = about.clone().about("why", why.clone());
        let done = self.decided(&about, |session, at| {
            let release = session.known_release(id)?;
            session.require_status(release, &[ReleaseStatus::Waiting])?;
            let permits = session.may_refuse(release, at)?;
            let words = EntryDraft::default().fact(answered(id, Answer::No)).record(said.clone());
            let words = session.sheets(words, id, release.of, Act::RefuseRelease, &why);
            Ok((words, permits))
        })?;
        let _used: Vec<Permit<Refuse>> = done.into_inner();
        Ok(())
    }

    /// Calls a release back. What was written and handed over is with the partner; the log says that it was recalled.
    ///
    /// # Errors
    /// [`Error::Denied`] to anybody but who asked for it, release authorities and security officers; [`Error::State`].
    pub fn recall_release(&mut self, id: &ReleaseId, why: &str) -> Result<(), Error> {
        let why = text::remark("why", why)?;
        self.take_back(id, Some(why))
    }

    /// As [`Session::recall_release`], where no reason is called for.
    pub(crate) fn take_back(&mut self, id: &ReleaseId, why: Option<String>) -> Result<(), Error> {
        self.catch_up()?;
        let about = self.known_release(id)?.of.record(Act::RecallRelease, id).about_some("why", why.clone());
        self.enter(&about, |session, _| {
            let release = session.known_release(id)?;
            if release.request.by != *session.id() {
                let roles = [Role::ReleaseAuthority, Role::SecurityOfficer];
                session.require_roles_or("recall-release", &roles, &release.request.by)?;
            }
            let unended = [ReleaseStatus::Waiting, ReleaseStatus::Approved, ReleaseStatus::Written];
            session.require_status(release, &unended)?;
            let words = EntryDraft::default().fact(answered(id, Answer::Withdrawn)).record(about.clone());
            Ok(session.sheets(words, id, release.of, Act::RecallRelease, why.as_deref().unwrap_or_default()))
        })
    }

    pub(crate) fn answer_release(&mut self, id: &ReleaseId, answer: Answer, why: Option<String>) -> Result<(), Error> {
        match answer {
            Answer::Yes => self.approve_release(id),
            Answer::No => self.refuse_release(id, why.as_deref().unwrap_or_default()),
            Answer::Withdrawn => self.take_back(id, why),
        }
    }

    /// Releases that this officer asked for or answered, and all for a release authority, whatever they may see of them.
    ///
    /// # Errors
    /// [`Error::ListChanged`]; integrity errors.
    pub fn releases(&mut self, filter: &ReleaseFilter) -> Result<Page<ReleaseView>, Error> {
        self.catch_up()?;
        let now = self.now();
        let ReleaseFilter { sort, limit, after } = filter;
        let mut rows = Vec::new();
        for (id, release) in self.state.releases() {
            if !self.sees_release(release.request) {
                continue;
            }
            let key = match sort.by {
                // Milliseconds, in as many figures as they will ever have.
                ReleaseOrder::Filed => format!("{:020}", release.request.at_ms),
                ReleaseOrder::Name => {
                    let partner = self.state.partners.get(&release.of.partner);
                    let name = partner.map_or(release.of.partner.as_str(), |partner| partner.record.name.as_str());
                    index::title_key(name)
                }
                ReleaseOrder::Status => stage_number(release.status()).to_string(),
            };
            rows.push(Row { id: id.to_string(), key: Some(key), row: (id, release) });
        }
        let latest = |row: &Row<(ReleaseId, ReleaseRecord<'_>)>| Reverse((row.row.1.request.at_ms, row.row.0.clone()));
        rows.sort_by_cached_key(latest);
        let asked = Asked { limit: *limit, after: after.as_deref(), descending: sort.descending };
        paging::page(rows, &asked, |(id, release)| {
            self.view_of_release(&id, release, now).ok_or(Error::Internal { what: "release" })
        })
    }

    /// Whether an officer knows of a release: those who decide about releases, who asked for it, who answered it. To open its
    /// documents is not enough: to whom they go is no matter of theirs.
    pub(crate) fn sees_release(&self, request: &Request) -> bool {
        let answered = request.given.iter().any(|given| given.by == *self.id());
        self.state.has_role(self.id(), Role::ReleaseAuthority) || request.by == *self.id() || answered
    }

    /// What speaks against this officer's approval, and whether he may refuse.
    pub(crate) fn answers_to_release(&self, release: ReleaseRecord<'_>, now: DateTime<Utc>) -> (Vec<Reason>, bool) {
        let why_not = self.stage(release, Stage::Approve, now).err().map(reasons_of).unwrap_or_default();
        (why_not, self.may_refuse(release, now).is_ok())
    }

    /// One of [`Session::releases`].
    ///
    /// # Errors
    /// [`Error::NotFound`], also where it is none of them; integrity errors.
    pub fn release(&mut self, id: &ReleaseId) -> Result<ReleaseView, Error> {
        self.catch_up()?;
        let view = self.view_of_release(id, self.known_release(id)?, self.now());
        view.ok_or_else(|| Error::NotFound { kind: "release", name: id.to_string() })
    }

    /// Nothing to an officer who does not see it.
    pub(crate) fn view_of_release(
        &self,
        id: &ReleaseId,
        release: ReleaseRecord<'_>,
        now: DateTime<Utc>,
    ) -> Option<ReleaseView> {
        let ReleaseRecord { of, request, written } = release;
        if !self.sees_release(request) {
            return None;
        }
        let approved = request.given.first();
        let refused = match &request.end {
            Some(End::Refused(answer)) => Some(answer),
            None | Some(End::Granted | End::Withdrawn(_)) => None,
        };
        let mut documents = Vec::with_capacity(of.documents.len());
        let mut hidden: Vec<HiddenDocuments> = Vec::new();
        let (mut purpose, mut refused_why) = (None, None);
        for document in &of.documents {
            match self.named_document(document, now) {
                Ok(named) => {
                    documents.push(named);
                    let refused_at = refused.map(|refusal| refusal.index);
                    if purpose.is_none() {
                        purpose = self.said_on_sheet(id, document, request.index).ok()?;
                    }
                    if let (None, Some(refused_at)) = (&refused_why, refused_at) {
                        refused_why = self.said_on_sheet(id, document, refused_at).ok()?;
                    }
                }
                Err(error) => {
                    let reasons = reasons_of(error);
                    match hidden.iter_mut().find(|alike| alike.reasons == reasons) {
                        Some(alike) => alike.documents += 1,
                        None => {
                            let ask = self.who_helps(&reasons, &request.by);
                            hidden.push(HiddenDocuments { documents: 1, reasons, ask });
                        }
                    }
                }
            }
        }
        let (why_not, may_refuse) = self.answers_to_release(release, now);
        let consents = of.consents.iter().filter(|(id, _)| documents.iter().any(|document| document.id == **id));
        let named = |(document, consent): (&DocumentId, &Consent)| {
            let filing = self.filing(document)?;
            let closed = self.is_closed_to_one(document, &filing.class);
            let known =
                if closed { self.listed_for_two(document, &filing)? } else { self.in_index(document, &filing)? };
            let listed = known.listed;
            let (document, consent) = (document.clone(), consent.clone());
            Ok(DocumentConsent { document, reference_of: listed.reference, originator: listed.originator, consent })
        };
        let consents = consents.map(named).collect::<Result<_, Error>>().ok()?;
        Some(ReleaseView {
            id: id.clone(),
            partner: of.partner.clone(),
            documents,
            hidden,
            purpose,
            consents,
            requested_by: request.by.clone(),
            requested_at: instant(request.at_ms),
            approved_by: approved.map(|answer| answer.by.clone()),
            approved_at: approved.map(|answer| instant(answer.at_ms)),
            refused_by: refused.map(|answer| answer.by.clone()),
            refused_at: refused.map(|answer| instant(answer.at_ms)),
            refused_why,
            written: written.map(|written| instant(written.at_ms)),
            written_by: written.map(|written| written.by.clone()),
            written_times: written.map_or(0, |written| written.times),
            status: release.status(),
            may_approve: release.status() == ReleaseStatus::Waiting && why_not.is_empty(),
            why_not,
            may_refuse: release.status() == ReleaseStatus::Waiting && may_refuse,
            by_two: self.are_for_two(&of.documents).ok()?,
        })
    }

    /// A document by its name, to an officer who may open it.
    fn named_document(&self, id: &DocumentId, now: DateTime<Utc>) -> Result<NamedDocument, Error> {
        let filing = self.filing(id)?;
        let _ = self.state.may_open(self.id(), &filing.class, now).map_err(|no| denied("show", &no))?;
        let closed = self.is_closed_to_one(id, &filing.class);
        let document = if closed { self.listed_for_two(id, &filing)? } else { self.in_index(id, &filing)? };
        Ok(documents::row(&document.listed)?.into())
    }

    /// What an entry about a release says on the sheet of a document: what for, or why not. Nothing where this officer may not
    /// read it, or two open it and do not have it open here.
    fn said_on_sheet(&self, release: &ReleaseId, id: &DocumentId, entry: u64) -> Result<Option<String>, Error> {
        let class = self.filing(id)?.class;
        if !self.state.opens_by_two(&class) {
            return Ok(self.index.purpose(id, entry)?);
        }
        let of_it = |sheet: &Sheet| matches!(sheet, Sheet::Released { release: of, .. } if of == release);
        let found = self.sheet_in(id, &class, entry, &of_it)?;
        let purpose = |sheet| if let Sheet::Released { purpose, .. } = sheet { Some(purpose) } else { None };
        Ok(found.and_then(|found| purpose(found.sheet)))
    }

    /// Whether two open one of these, so that two write a package with it.
    pub(crate) fn are_for_two(&self, documents: &[DocumentId]) -> Result<bool, Error> {
        for id in documents {
            if self.state.opens_by_two(&self.filing(id)?.class) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whom to ask about what keeps this officer from a document of a release: clearances, briefings and the approval are
    /// kept by security officers; of the dossier, who asked for the release knows more than may be told here.
    fn who_helps(&self, reasons: &[Reason], requester: &OfficerId) -> Vec<NamedOfficer> {
        let dossier = ["need_to_know_missing", "key_not_delivered"];
        let (of_dossier, of_officer): (Vec<&Reason>, Vec<&Reason>) =
            reasons.iter().partition(|reason| dossier.contains(&reason.code.as_str()));
        let asks_another = requester != self.id();
        self.others(|id, officer| {
            let knows = !of_dossier.is_empty() && asks_another && id == requester;
            let keeps = !of_officer.is_empty() || (!of_dossier.is_empty() && !asks_another);
            knows || (keeps && officer.is(Role::SecurityOfficer))
        })
    }

    /// The permits to refuse a release, one for each of its documents.
    pub(crate) fn may_refuse(
        &self,
        release: ReleaseRecord<'_>,
        at: DateTime<Utc>,
    ) -> Result<Vec<Permit<Refuse>>, Error> {
        let unknown = || Error::NotFound { kind: "partner", name: release.of.partner.to_string() };
        let partner = self.state.partner_facts(&release.of.partner).ok_or_else(unknown)?;
        let permit = |document: &DocumentId| {
            let filing = self.filing(document)?;
            let marked = release.marked(&filing);
            let partner = (&partner, self.state.partner_since(&release.of.partner, release.request));
            let question = ReleaseQuestion::of(Stage::Approve, self.id(), release.request, marked, partner);
            self.state.may_refuse(&question, &filing.class, at).map_err(|no| denied("refuse-release", &no))
        };
        release.of.documents.iter().map(permit).collect()
    }

    /// One document at one stage of its release; none: it is only about to be asked for.
    fn may_release(
        &self,
        document: &DocumentId,
        partner: &PartnerId,
        asked: Option<(Stage, ReleaseRecord<'_>)>,
        consent: Option<&Consent>,
        (known, at): (Known, DateTime<Utc>),
    ) -> Result<Permit<Release>, Error> {
        let filing = self.filing(document)?;
        let unknown = || Error::NotFound { kind: "partner", name: partner.to_string() };
        let facts = self.state.partner_facts(partner).ok_or_else(unknown)?;
        let (orcon, foreign) = self.release_marks(document, &filing);
        let question = match asked {
            Some((stage, release)) => {
                let partner = (&facts, self.state.partner_since(partner, release.request));
                let marked = release.marked(&filing);
                let question = ReleaseQuestion::of(stage, self.id(), release.request, marked, partner);
                ReleaseQuestion { consent, orcon, foreign, ..question }
            }
            None => ReleaseQuestion {
                stage: Stage::Request,
                officer: self.id(),
                requester: self.id(),
                approved_by: None,
                marked: Marked::AsAsked,
                partner: &facts,
                partner_since: Since::Unchanged,
                consent,
                orcon,
                foreign,
            },
        };
        let permit = self.state.may_release(&question, &filing.class, at).map_err(|no| denied("release", &no))?;
        require_there("release", &filing)?;
        if known == Known::AsListed && self.is_closed_to_one(document, &filing.class) {
            // Who writes the package has it open with a second, and decides again by what its sheet says.
            self.require_share(&filing, self.id())?;
            return Ok(permit);
        }
        // What the label asks for is known only from the index: without it there is no decision.
        self.in_index(document, &filing)?;
        self.require_of_originator("release", document, &filing, consent)?;
        Ok(permit)
    }

    /// All documents at one stage: every permit, or every reason of every document.
    fn permits(
        &self,
        documents: &[DocumentId],
        partner: &PartnerId,
        asked: Option<(Stage, ReleaseRecord<'_>)>,
        consents: &BTreeMap<DocumentId, Consent>,
        (known, at): (Known, DateTime<Utc>),
    ) -> Result<Vec<PermitFor<Release>>, Error> {
        let mut permits = Vec::with_capacity(documents.len());
        let mut against: Vec<Reason> = Vec::new();
        for document in documents {
            match self.may_release(document, partner, asked, consents.get(document), (known, at)) {
                Ok(permit) => permits.push(PermitFor::new(permit, document.clone())),
                Err(Error::Denied { reasons, .. }) => {
                    for reason in reasons {
                        if !against.contains(&reason) {
                            against.push(reason);
                        }
                    }
                }
                Err(error) => return Err(error),
            }
        }
        if against.is_empty() { Ok(permits) } else { Err(Error::Denied { action: "release", reasons: against }) }
    }

    /// One step of a release. Of what two open, the sheet is read where they write the package, and not before.
    pub(crate) fn stage(
        &self,
        release: ReleaseRecord<'_>,
        stage: Stage,
        at: DateTime<Utc>,
    ) -> Result<Vec<PermitFor<Release>>, Error> {
        let known = match stage {
            Stage::Request | Stage::Approve => Known::AsListed,
            Stage::Write => Known::BySheet,
        };
        // An officer who asked and was stopped since: another asks again, if it is to be.
        if stage == Stage::Approve && !self.state.works(&release.request.by) {
            return Err(denied_for(Act::ApproveRelease.as_str(), Reason::new("requester_not_in_charge")));
        }
        self.at_stage(release, stage, (known, at))
    }

    /// Whether this officer may write the package, alone or, where two open something in it, with a second.
    pub(crate) fn could_write(&self, release: ReleaseRecord<'_>, at: DateTime<Utc>) -> bool {
        self.at_stage(release, Stage::Write, (Known::AsListed, at)).is_ok()
    }

    fn at_stage(
        &self,
        release: ReleaseRecord<'_>,
        stage: Stage,
        known: (Known, DateTime<Utc>),
    ) -> Result<Vec<PermitFor<Release>>, Error> {
        self.permits(&release.of.documents, &release.of.partner, Some((stage, release)), &release.of.consents, known)
    }

    pub(crate) fn known_release(&self, id: &ReleaseId) -> Result<ReleaseRecord<'_>, Error> {
        self.state.release(id).ok_or_else(|| Error::NotFound { kind: "release", name: id.to_string() })
    }

    pub(crate) fn require_status(&self, release: ReleaseRecord<'_>, wanted: &[ReleaseStatus]) -> Result<(), Error> {
        let status = release.status();
        if wanted.contains(&status) {
            return Ok(());
        }
        let name = match status {
            ReleaseStatus::Waiting => "waiting",
            ReleaseStatus::Approved => "approved",
            ReleaseStatus::Refused => "refused",
            ReleaseStatus::Written => "written",
            ReleaseStatus::Recalled => "recalled",
        };
        Err(Error::State { what: "release", status: name.to_owned() })
    }

    /// Adds a line to the consultation sheet of each document.
    pub(crate) fn sheets(
        &self,
        words: EntryDraft,
        release: &ReleaseId,
        of: &ReleaseMatter,
        step: Act,
        purpose: &str,
    ) -> EntryDraft {
        of.documents.iter().fold(words, |words, document| {
            let Some((class, epoch)) = self.state.sheet_of(document) else { return words };
            let sheet = Sheet::Released {
                document: document.clone(),
                release: release.clone(),
                partner: of.partner.clone(),
                step: step.as_str().to_owned(),
                purpose: purpose.to_owned(),
            };
            words.sheet(&class, epoch, sheet)
        })
    }
}

/// What waits comes first, what is over last.
fn stage_number(status: ReleaseStatus) -> u8 {
    match status {
        ReleaseStatus::Waiting => 0,
        ReleaseStatus::Approved => 1,
        ReleaseStatus::Written => 2,
        ReleaseStatus::Refused => 3,
        ReleaseStatus::Recalled => 4,
    }
}

/// Every reason of a denial; of anything else, that it cannot be decided.
fn reasons_of(error: Error) -> Vec<Reason> {
    match error {
        Error::Denied { reasons, .. } => reasons,
        _ => vec![Reason::new("undecidable")],
    }
}

fn checked(consents: &[(DocumentId, ConsentDraft)], at: DateTime<Utc>) -> Result<BTreeMap<DocumentId, Consent>, Error> {
    consents.iter().map(|(document, consent)| Ok((document.clone(), consent.checked(day(at))?))).collect()
}
