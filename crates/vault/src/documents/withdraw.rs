//! Withdrawing what should not have been filed: by the person who filed it or the lead of its dossier, and, where it takes two, with
//! the yes of a security officer.

use registry::assents::Matter;
use registry::documents::{DocumentRecord, FilingWithdrawn};
use registry::fact::Fact as _;
use registry::log::Act;
use registry::state::instant;

use crate::draft::EntryDraft;
use crate::session::denied_for;
use crate::{AskedWithdrawal, AssentId, Decided, DocumentId, Error, HistoryRow, OfficerId, Reason, Session, text};

impl Session {
    /// Withdraws a document that should not have been filed; where that takes two, asks for it. From then on it is in no list but
    /// that of what was withdrawn, and nobody opens, changes or releases it. Entry, reference, history and sealed file stay.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Denied`] to anybody who neither filed it nor leads its dossier, and of what was withdrawn
    /// already; [`Error::Missing`] reason, [`Error::TooLong`], [`Error::Character`].
    pub fn withdraw_document(&mut self, id: &DocumentId, why: &str) -> Result<Decided<()>, Error> {
        let why = text::grounds("why", why)?;
        self.catch_up()?;
        let action = Act::WithdrawDocument.as_str();
        let fact = FilingWithdrawn { document: id.clone() };
        let request = AssentId::parse(&self.randomness.id())?;
        let mut asked = None;
        let about = fact.record(&self.state);
        self.enter(&about, |session, _| {
            let filing = session.filing(id)?;
            if !session.state.withdraws(session.id(), &filing) {
                return Err(denied_for(action, Reason::new("not_its_author")));
            }
            require_there(action, &filing)?;
            asked = session.state.withdrawal_takes_two().then(|| request.clone());
            let matter = Matter::Withdrawal(fact.clone());
            let event = session.fact_or_request(fact.clone(), asked.clone(), matter)?;
            let record = event.record(&session.state).about("why", why.clone());
            Ok(EntryDraft::default().fact(event).record(record))
        })?;
        Ok(asked.map_or(Decided::Effective(()), Decided::Waiting))
    }

    /// Whether this officer may withdraw a document, or ask for it, and it does not wait for somebody's yes already.
    pub(super) fn may_withdraw(&self, id: &DocumentId, filing: &DocumentRecord) -> bool {
        self.could_withdraw(filing) && self.require_unasked(&withdrawal_of(id)).is_ok()
    }

    /// Whether it waits for somebody's yes, as far as this officer is told.
    pub(super) fn withdrawal_waits(&self, id: &DocumentId, filing: &DocumentRecord) -> bool {
        self.could_withdraw(filing) && self.require_unasked(&withdrawal_of(id)).is_err()
    }

    /// Who asked that a document be withdrawn, where nobody has answered yet.
    pub(super) fn asked_to_withdraw(&self, id: &DocumentId) -> Option<OfficerId> {
        let wanted = withdrawal_of(id);
        let mut waiting = self.state.assents.values().filter(|request| request.waits());
        waiting.find(|request| request.matter == wanted).map(|request| request.by.clone())
    }

    fn could_withdraw(&self, filing: &DocumentRecord) -> bool {
        filing.withdrawn.is_none() && self.state.withdraws(self.id(), filing)
    }

    /// The consultation sheet, and that the document was withdrawn.
    pub(super) fn whole_history(&self, id: &DocumentId, filing: &DocumentRecord) -> Result<Vec<HistoryRow>, Error> {
        let mut lines = self.sheet_lines(id, filing)?;
        for (decision, decided) in self.decisions_about(id)? {
            let of = |line: &HistoryRow| line.action == decided.nature.as_str();
            if let Some((_, line)) = lines.iter_mut().find(|(entry, line)| *entry == decision.entry && of(line)) {
                line.consent = decided.consent;
            }
        }
        lines.extend(withdrawal(filing));
        lines.sort_by_key(|(entry, _)| *entry);
        Ok(lines.into_iter().map(|(_, line)| line).collect())
    }

    /// A document that would be withdrawn. None where the log knows no such document.
    pub(crate) fn view_of_asked_withdrawal(&self, of: &FilingWithdrawn, asked: u64) -> Option<AskedWithdrawal> {
        let filing = self.state.documents.get(&of.document)?;
        let (_, reference) = self.numbered(&of.document)?;
        let reads = self.state.may_open(self.id(), &filing.class, self.now()).is_ok();
        let name = if reads { self.index.name_of(&of.document).ok().flatten() } else { None };
        Some(AskedWithdrawal {
            document: of.document.clone(),
            reference,
            title: name.map(|(_, title)| title).filter(|title| !title.is_empty()),
            filed_by: filing.by,
            filed: instant(filing.at_ms),
            why: self.why_of(asked),
        })
    }
}

fn withdrawal_of(document: &DocumentId) -> Matter {
    Matter::Withdrawal(FilingWithdrawn { document: document.clone() })
}

/// That a document was withdrawn, as its history says it.
pub(super) fn withdrawal(filing: &DocumentRecord) -> Option<(u64, HistoryRow)> {
    let withdrawn = filing.withdrawn.as_ref()?;
    let line = HistoryRow {
        at: instant(withdrawn.at_ms),
        officer: withdrawn.by.clone(),
        action: Act::WithdrawDocument.as_str().to_owned(),
        purpose: String::new(),
        changes: Vec::new(),
        version: None,
        consent: None,
        printed: None,
    };
    Some((withdrawn.index, line))
}

/// What was withdrawn nobody opens, changes or releases.
pub(crate) fn require_there(action: &'static str, filing: &DocumentRecord) -> Result<(), Error> {
    match filing.withdrawn {
        None => Ok(()),
        Some(_) => Err(denied_for(action, Reason::new("document_withdrawn"))),
    }
}
