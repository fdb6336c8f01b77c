//! What others did since an officer was last here: what they answered of what he asked for, and which of his documents they moved.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

use index::Lines;
use registry::assents::{AnswerEntry, End, Request};
use registry::log::Act;

use crate::{AssentId, DocumentId, OfficerId, Reason, Session};

/// So many moves of documents are looked at for what an officer is told.
const MOST_MOVED: usize = 10_000;
/// And so many documents are named.
const NAMED: usize = 20;

impl Session {
    /// What others granted or refused of what this officer asked for, and no session of his has read before this one: a release
    /// says so where it is listed. Who reads a log for the first time is told what comes from then on.
    pub(crate) fn answered(&self) -> Vec<Reason> {
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let size = self.position.size();
        if answers.looked_through < size {
            let from = answers.looked_through.max(self.news_from);
            let new = |answer: &AnswerEntry| answer.index >= from;
            let own = self.state.assents.iter().filter(|(_, request)| request.by == *self.id());
            let answered = own.filter(|(_, request)| end_of(request).is_some_and(new));
            let told: Vec<Option<Reason>> = answered.map(|(id, request)| self.told_of(id, request)).collect();
            answers.read += told.len() as u64;
            answers.told.extend(told.into_iter().flatten());
            answers.told.extend(self.moved_away(from));
            answers.looked_through = size;
        }
        answers.told.clone()
    }

    /// Documents that this officer filed, or that were in a dossier that he leads, and that others have put into another one since
    /// an entry: by whom, how many, and which. What cannot be asked of the index is told by the log.
    fn moved_away(&self, from: u64) -> Vec<Reason> {
        // To those of the one dossier it left, to those of the other it came.
        let lines = [Act::Refile, Act::LeaveDossier].into_iter().flat_map(|act| {
            let query = Lines {
                after: from.checked_sub(1),
                oldest_first: true,
                did: Some(act.as_str().to_owned()),
                classes: self.readable().into_iter().collect(),
                limit: MOST_MOVED,
                ..Lines::default()
            };
            self.index.lines(&query).map(|page| page.lines).unwrap_or_default()
        });
        let mut moved: BTreeMap<OfficerId, BTreeSet<String>> = BTreeMap::new();
        for line in lines.filter(|line| line.officer != *self.id()) {
            let id = line.detail.get("document").and_then(|id| DocumentId::parse(id).ok());
            let Some(filing) = id.and_then(|id| self.state.documents.get(&id)) else { continue };
            let Some(former) = filing.former.iter().find(|former| former.until == line.entry) else { continue };
            let dossier = self.state.classes.get(&former.class).map(|class| &class.dossier);
            let leads = dossier.is_some_and(|dossier| self.state.in_charge(dossier) == Some(self.id()));
            if filing.by == *self.id() || leads {
                moved.entry(line.officer).or_default().insert(self.state.former_reference(former));
            }
        }
        let told = |(officer, names): (OfficerId, BTreeSet<String>)| {
            let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
            let reason = Reason::new("documents_moved").with("officer", officer.to_string());
            reason.with("n", names.len().to_string()).with("names", shown.join(", "))
        };
        moved.into_iter().map(told).collect()
    }

    /// How many answers were read in this session in order to tell of them.
    pub fn answers_read(&self) -> u64 {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).read
    }

    fn told_of(&self, id: &AssentId, request: &Request) -> Option<Reason> {
        let answer = end_of(request)?;
        let (code, why) = match request.end.as_ref()? {
            End::Refused(no) => ("request_refused", Some(self.why_of(no.index).unwrap_or_else(|| "—".to_owned()))),
            End::Granted => ("request_granted", None),
            End::Withdrawn(_) => return None,
        };
        let told = Reason::new(code).with("name", self.view_of_request(id, request)?.name);
        let told = told.with("officer", answer.by.to_string());
        Some(why.into_iter().fold(told, |told, why| told.with("why", why)))
    }
}

/// The answer that ended a request, where it is one of another; none of a release, which says so where it is listed.
fn end_of(request: &Request) -> Option<&AnswerEntry> {
    if request.matter.release().is_some() {
        return None;
    }
    match request.end.as_ref()? {
        End::Refused(no) => Some(no),
        End::Granted => request.given.last(),
        End::Withdrawn(_) => None,
    }
}
