//! What others answered since an officer was last here, of what he asked for.

use std::sync::PoisonError;

use registry::assents::{AnswerEntry, End, Request};

use crate::{AssentId, Reason, Session};

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
            answers.looked_through = size;
        }
        answers.told.clone()
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
