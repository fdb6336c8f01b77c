//! The calendar of terms, and the register of decisions about classifications (art. 7 of the Act of 11 December 1998).
//! Both contain and count only what this officer may open now.

use chrono::{DateTime, Utc};
use policy::calendar::excess;
use registry::documents::{Decided, Sheet};
use registry::log::{Act, AuditRecord};
use registry::policies::OWN_POLICY;
use registry::state::{day, instant};

use crate::documents::standing_view;
use crate::draft::EntryDraft;
use crate::marks::level_banner;
use crate::session::denied;
use crate::{
    CalendarFilter, CalendarRow, DecisionView, DocumentId, Error, NotifiedView, Order, Page, PartnerId, Reason,
    RecipientView, RegisterFilter, Session, Sort, SortBy, TermStatus, documents,
};
use index::{self, DecisionQuery, TermPage, TermQuery, TermRow};

/// Rows of a page when the filter does not say, and at most.
const PAGE: usize = 100;
const MOST: usize = 1_000;

impl Session {
    /// Documents and where they stand in their term.
    ///
    /// # Errors
    /// [`Error::Malformed`] cursor; [`Error::ListChanged`]; [`Error::NotFound`] dossier; integrity errors.
    pub fn calendar(&mut self, filter: &CalendarFilter) -> Result<Page<CalendarRow>, Error> {
        self.catch_up()?;
        let after = filter.after.as_deref().map(str::parse).transpose();
        let query = TermQuery {
            today: day(self.now()),
            dossier: filter.dossier.as_ref().map(|id| self.named(id)).transpose()?,
            // When the term of what two open ends, is on its sheet.
            classes: self.read_alone(),
            states: if filter.state.is_empty() { TermStatus::WITH_TERM.into() } else { filter.state.clone() },
            until: filter.until,
            sort: filter.sort.unwrap_or(Sort { by: SortBy::Term, order: Order::Ascending }),
            limit: if filter.limit == 0 { PAGE } else { filter.limit },
            after: after.map_err(|_| Error::Malformed { field: "after" })?,
        };
        let TermPage { rows, next, total } = self.index.terms(&query)?;
        let row = |TermRow { listed, standing }: &TermRow| {
            Ok(CalendarRow {
                document: documents::row(listed)?,
                finalised: listed.finalised,
                standing: standing_view(standing),
            })
        };
        let rows = rows.iter().map(row).collect::<Result<_, Error>>()?;
        Ok(Page { rows, next: next.map(|cursor| cursor.to_string()), total, lacks: None })
    }

    /// The register of decisions.
    ///
    /// # Errors
    /// [`Error::Malformed`] cursor; [`Error::ListChanged`]; [`Error::NotFound`] dossier; integrity errors.
    pub fn register(&mut self, filter: &RegisterFilter) -> Result<Page<DecisionView>, Error> {
        self.catch_up()?;
        let malformed = |_| Error::Malformed { field: "after" };
        let limit = if filter.limit == 0 { PAGE } else { filter.limit.min(MOST) };
        let query = DecisionQuery {
            dossier: filter.dossier.as_ref().map(|id| self.named(id)).transpose()?,
            document: filter.document.clone(),
            classes: self.readable().into_iter().collect(),
            sort: filter.sort,
            after: filter.after.as_deref().map(str::parse::<u64>).transpose().map_err(malformed)?,
            limit: limit + 1,
        };
        let (mut decisions, total) = self.index.decisions(&query)?;
        if total == 0 {
            filter.document.as_ref().map(|document| self.filing(document)).transpose()?;
        }
        let more = decisions.len() > limit;
        decisions.truncate(limit);
        let next = decisions.last().filter(|_| more).map(|last| last.entry.to_string());
        let rows = decisions.iter().map(|decision| self.view_of_decision(decision)).collect::<Result<_, _>>()?;
        Ok(Page { rows, next, total, lacks: None })
    }

    /// Records that a recipient of a document was told how it is marked now.
    ///
    /// # Errors
    /// [`Error::NotFound`] document or partner; [`Error::NotARecipient`] of one to whom no package with it was written;
    /// [`Error::Denied`].
    pub fn notified(&mut self, id: &DocumentId, partner: &PartnerId) -> Result<(), Error> {
        let about =
            AuditRecord::new(Act::Notify).about("document", id.to_string()).about("partner", partner.to_string());
        self.enter(&about, |session, at| {
            let filing = session.filing(id)?;
            let _ = session.state.may_open(session.id(), &filing.class, at).map_err(|no| denied("notify", &no))?;
            session.require_key(&filing.class, filing.epoch)?;
            let recipients = session.recipients(id, at);
            if !recipients.iter().any(|recipient| recipient.partner == *partner) {
                session.partner(partner)?;
                let recipients = recipients.iter().map(|recipient| recipient.partner.to_string()).collect();
                return Err(Error::NotARecipient { partner: partner.to_string(), recipients });
            }
            let (class, epoch) = session.state.sheet_of(id).ok_or(Error::Internal { what: "sheet" })?;
            let sheet = Sheet::Notified { document: id.clone(), partner: partner.clone() };
            Ok(EntryDraft::default().record(about.clone()).sheet(&class, epoch, sheet))
        })
    }

    /// The recipients who would have to be told if a document were marked otherwise now.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] to the person who may not open it.
    pub fn to_be_told(&mut self, id: &DocumentId) -> Result<Vec<RecipientView>, Error> {
        self.catch_up()?;
        let filing = self.filing(id)?;
        let _ = self.state.may_open(self.id(), &filing.class, self.now()).map_err(|no| denied("show", &no))?;
        Ok(self.recipients(id, self.now()))
    }

    /// The partners to whom packages with a document were written that had been asked for by then.
    pub(crate) fn recipients(&self, id: &DocumentId, by: DateTime<Utc>) -> Vec<RecipientView> {
        let mut recipients: Vec<RecipientView> = self
            .state
            .releases()
            .filter(|(_, release)| release.of.documents.contains(id) && instant(release.request.at_ms) <= by)
            .filter_map(|(release_id, release)| {
                Some(RecipientView {
                    partner: release.of.partner.clone(),
                    name: self.state.partners.get(&release.of.partner)?.record.name.clone(),
                    release: release_id,
                    written: instant(release.written?.at_ms),
                })
            })
            .collect();
        recipients.sort_by(|a, b| a.written.cmp(&b.written).then_with(|| a.release.cmp(&b.release)));
        recipients
    }

    fn view_of_decision(&self, decision: &index::DecisionRow) -> Result<DecisionView, Error> {
        let listed = self.index.document(&decision.document)?.ok_or(Error::IndexAltered)?.listed;
        let decided: Decided = serde_json::from_str(&decision.record).map_err(|_| Error::IndexAltered)?;
        let moved = match decided.nature {
            policy::Nature::Maintain => false,
            policy::Nature::Declassify
            | policy::Nature::Downgrade
            | policy::Nature::Upgrade
            | policy::Nature::Remark => true,
        };
        let foreign = listed.policy != OWN_POLICY;
        let taken = (decided.nature, day(decision.at));
        let beyond = excess(listed.finalised, foreign, taken, decided.next_review);
        let notify = if moved { self.recipients(&decision.document, decision.at) } else { Vec::new() };
        let told = self.index.notices(&decision.document)?.into_iter();
        let notified = told
            .filter(|(partner, at)| *at >= decision.at && notify.iter().any(|r| r.partner == *partner))
            .map(|(partner, at)| NotifiedView { partner, at })
            .collect();
        Ok(DecisionView {
            document: decision.document.clone(),
            reference: listed.reference,
            formerly: if moved { decided.formerly.last().cloned() } else { None },
            title: listed.title,
            nature: decided.nature,
            date: decision.at,
            by: decision.officer.clone(),
            interest: decided.interest,
            motive: decided.motive,
            initial: level_banner(&listed.policy, decided.initial_level),
            now: moved.then(|| level_banner(&listed.policy, decided.new_level)),
            policy: listed.policy,
            initial_level: decided.initial_level,
            new_level: decided.new_level,
            finalised: decided.finalised,
            term: decided.term,
            next_review: decided.next_review,
            beyond: beyond.map(|excess| Reason::new(excess.as_str())).into_iter().collect(),
            consent: decided.consent.clone(),
            notify,
            notified,
        })
    }
}
